//! Readers never panic and never fall into a hole; canonical JSON has one form.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;
use shequ::kernel::{
    Area, Calendar, Day, Decimal, Document, Key, Limits, Log, MOST_FAULTS, Ratio, Result, SealedTexts, Syntax, Text,
    Value, canonical, to_value,
};

use super::law;

/// Something of everything that drafts are made of.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
struct Draft {
    key: Key,
    label: Option<Text>,
    #[serde(default)]
    sizes: Vec<u32>,
    day: Option<Day>,
    share: Option<Ratio>,
    area: Option<Area>,
    points: Option<Decimal>,
    kind: Option<Kind>,
    #[serde(default)]
    parts: BTreeMap<Key, Vec<Part>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "only read")]
struct Part {
    a: bool,
    b: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(dead_code, reason = "only read")]
enum Kind {
    Plain,
    Tall(Part),
    Wide { a: bool },
}

#[derive(Debug)]
struct Sample;

impl Document for Sample {
    const FORMAT: &'static str = "test.sample/1";
    const ROOT: &'static str = "sample";
    type Draft = Draft;

    fn check(_: Draft) -> Result<Self> {
        Ok(Self)
    }
}

/// Keys of the drafts below and of the library's own.
const NAMES: &[&str] = &[
    "format", "key", "label", "zh", "sizes", "day", "share", "area", "points", "kind", "parts", "tall", "wide", "a",
    "b", "entries", "years", "head", "texts",
];

/// Values whose keys are often those of the drafts.
fn value() -> impl Strategy<Value = Value> {
    let words = prop_oneof![
        "[a-z0-9./-]{0,12}",
        Just("2026-01-01".to_owned()),
        Just("45.67".to_owned()),
        Just("plain".to_owned())
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|i| Value::Int(i.into())),
        any::<i128>().prop_map(Value::Int),
        any::<f64>().prop_map(Value::Float),
        words.prop_map(Value::Text),
    ];
    let name = prop_oneof![9 => proptest::sample::select(NAMES).prop_map(str::to_owned), 1 => "\\PC{0,4}"];
    leaf.prop_recursive(5, 60, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            proptest::collection::btree_map(name.clone(), inner, 0..8)
                .prop_map(|m| Value::Map(m.into_iter().collect())),
        ]
    })
}

fn read_all(value: &Value) {
    let with_format = |format: &str| match value {
        Value::Map(entries) => {
            let mut entries: Vec<_> = entries.iter().filter(|(k, _)| k != "format").cloned().collect();
            entries.push(("format".into(), format.into()));
            Value::Map(entries)
        }
        other => other.clone(),
    };
    let _ = Sample::from_value(with_format(Sample::FORMAT));
    let _ = Calendar::from_value(with_format(Calendar::FORMAT));
    let _ = Log::from_value(with_format(Log::FORMAT));
    let _ = SealedTexts::from_value(with_format(SealedTexts::FORMAT));
}

#[test]
fn no_value_makes_a_reader_panic() {
    law(value(), |value| {
        read_all(&value);
        Ok(())
    });
}

#[test]
fn no_text_makes_a_reader_panic() {
    let texts = prop_oneof![
        "\\PC{0,60}",
        "[\\[\\]{}\",:=#'\\\\a-z0-9.\\n -]{0,80}",
        value().prop_map(|v| canonical(&v).unwrap_or_default()),
        // A good document with one sign changed.
        (0..2_000_usize, any::<char>()).prop_map(|(at, c)| {
            let text = "format = \"shequ.calendar/1\"\nkey = \"x\"\nweekend = [6, 7]\nyears = [{year = 2023, working_days = 260}]";
            text.chars().enumerate().map(|(i, old)| if i == at % text.len() { c } else { old }).collect()
        }),
    ];
    law(texts, |text| {
        for syntax in [Syntax::Json, Syntax::Toml] {
            if let Ok(value) = syntax.parse(&text, Limits::default()) {
                read_all(&value);
            }
        }
        let _ = (Sample::parse(&text), Calendar::parse(&text), Log::parse(&text));
        Ok(())
    });
}

#[test]
fn deep_and_wide_texts_are_refused_before_they_are_read() {
    let code = |text: &str| Sample::parse(text).unwrap_err().first().code();
    assert_eq!(code(&format!("{{\"a\": {}", "[".repeat(100_000))), "document-too-deep");
    assert_eq!(code(&format!("a = {}", "[".repeat(100_000))), "document-too-deep");
    // Dotted keys nest without a bracket.
    assert!(Sample::parse(&format!("{}a = 1", "a.".repeat(100_000))).is_err());
    assert!(Sample::parse(&format!("[{}a]\nb = 1", "a.".repeat(100_000))).is_err());
    // A quote in a TOML literal string hides brackets from the count; the reader's own bound holds then.
    assert!(Sample::parse(&format!("a = ['\"', {}", "[".repeat(100_000))).is_err());
    assert!(Sample::parse(&format!("a = ['\"', {}{}]", "[".repeat(1_000), "]".repeat(1_000))).is_err());
}

/// One reading for each fault: without a bound this would read two hundred thousand values two hundred thousand times.
#[test]
fn a_broken_list_is_reported_up_to_the_limit() {
    let sizes = Value::List(vec![Value::Text("x".into()); 200_000]);
    let sample = vec![("format".into(), Sample::FORMAT.into()), ("key".into(), "k".into()), ("sizes".into(), sizes)];
    let error = Sample::from_value(Value::Map(sample)).unwrap_err();
    assert_eq!(error.count(), MOST_FAULTS);
    assert_eq!(error.first().path(), "sample.sizes[0]");
    assert_eq!(error.faults().last().unwrap().path(), "sample.sizes[99]");
}

#[test]
fn canonical_json_is_its_own_canonical_form() {
    law(value(), |value| {
        let Ok(text) = canonical(&value) else { return Ok(()) };
        let back = Syntax::Json.parse(&text, Limits::default());
        // A float of whole value beyond 2^53 prints as a number, which reads back as an integer that prints as a text.
        let wide = text.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() >= 16);
        if let (Ok(back), false) = (back, wide) {
            prop_assert_eq!(canonical(&back).unwrap(), text);
        }
        let plain = to_value(&value).unwrap();
        prop_assert_eq!(canonical(&plain).unwrap(), canonical(&value).unwrap());
        Ok(())
    });
}
