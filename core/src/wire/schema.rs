//! JSON Schemas of what reads itself by hand: the others are derived.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::grid::{Coordinate, EdgeDraft};
use super::pack::{AtLeastDraft, FallbackDraft, RuleDraft};
use crate::kernel::{Area, Day, Decimal, Digest, Key, Money, Ratio, Real, Run, Salt, Text, Value, WithinDays};

/// The schema of a type by its name and its JSON.
macro_rules! schema {
    ($($ty:ty, $name:literal, $schema:tt;)*) => {$(
        impl JsonSchema for $ty {
            fn schema_name() -> Cow<'static, str> {
                $name.into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )*};
}

schema! {
    Key, "Key", {
        "description": "What names a thing: 1 to 120 signs, no control sign, no space at either end.",
        "type": "string", "minLength": 1, "maxLength": 120, "pattern": "^\\S(.*\\S)?$"
    };
    Day, "Day", {
        "description": "A day.", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
    };
    WithinDays, "WithinDays", {
        "description": "A day, a month, a year, or a day within bounds: `2004-05-01`, `2004-05`, `2004`, `2004-05-01..2005-04-30`.",
        "type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2})?)?)?$"
    };
    Run, "Run", {
        "description": "A day, or days that follow each other: `2026-01-01..2026-01-03`.",
        "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(\\.\\.[0-9]{4}-[0-9]{2}-[0-9]{2})?$"
    };
    Text, "Text", {
        "description": "A text: one string for both languages, or Chinese and English apart.",
        "anyOf": [
            {"type": "string"},
            {"type": "object", "properties": {"zh": {"type": "string"}, "en": {"type": "string"}}, "additionalProperties": false}
        ]
    };
    Decimal, "Decimal", {
        "description": "An exact number: a whole number, or a text such as `\"12.50\"`. A float is refused.",
        "anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"}]
    };
    Real, "Real", {
        "description": "A number of a statistical method, read as a float64: a number, or a text such as `\"0.5\"`.",
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]+)?$"}]
    };
    Area, "Area", {
        "description": "An exact floor area in square metres: a whole number, or a text such as `\"45.67\"`. A float is refused.",
        "anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": "^[+]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"}]
    };
    Money, "Money", {
        "description": "An exact amount of money: a whole number, or a text such as `\"1200.50\"`. A float is refused.",
        "anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"}]
    };
    Ratio, "Ratio", {
        "description": "An exact ratio: a whole number, or a text such as `2/3`, `0.6` or `60%`. A float is refused.",
        "anyOf": [
            {"type": "integer"},
            {"type": "string", "pattern": "^([+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?( *%)?|-?[0-9]+ */ *-?[0-9]+)$"}
        ]
    };
    Digest, "Digest", {
        "description": "A SHA-256 digest in hexadecimal digits.", "type": "string", "pattern": "^[0-9a-fA-F]{64}$"
    };
    Salt, "Salt", {
        "description": "Random bytes in hexadecimal digits, 16 to 1,024 of them.",
        "type": "string", "pattern": "^([0-9a-fA-F]{2}){16,1024}$"
    };
    Value, "Value", { "description": "Any plain value." };
    Coordinate, "Coordinate", {
        "description": "A coordinate or a length.",
        "anyOf": [{"type": "number"}, {"type": "string", "pattern": "^[+-]?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"}]
    };
    EdgeDraft, "Edge", {
        "description": "Two buildings that touch, by their keys or positions; then the length of what they share, and whether a barrier lies there.",
        "type": "array", "minItems": 2, "maxItems": 4,
        "prefixItems": [
            {"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 0}]},
            {"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 0}]},
            {"anyOf": [{"type": "number"}, {"type": "string"}, {"type": "null"}]},
            {"enum": [true, false, 0, 1]}
        ],
        "items": false
    };
}

impl JsonSchema for RuleDraft {
    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let own = generator.subschema_for::<Self>();
        let at_least = generator.subschema_for::<AtLeastDraft>();
        let fallback = generator.subschema_for::<FallbackDraft>();
        let list = json_schema!({"type": "array", "items": own});
        let bodies = json_schema!({"type": "object", "additionalProperties": own, "minProperties": 1});
        let one = |key: &str, schema: &Schema| json_schema!({"type": "object", "properties": {key: schema}, "required": [key], "additionalProperties": false});
        json_schema!({
            "description": "How clauses make a verdict: a clause's name, or all, any, at least some, or none of such, one for a second call, or one for each body.",
            "anyOf": [
                {"type": "string"}, one("all", &list), one("any", &list), one("at-least", &at_least), one("not", &own),
                one("fallback", &fallback), one("body", &bodies)
            ]
        })
    }
}
