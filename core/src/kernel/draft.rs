//! A serde reader over [`Value`] that knows the path of every fault and reports all of them.
//!
//! serde stops at the first fault. Here the offending part is then taken out and the rest is read again, until it reads
//! or nothing is left; so a document with five faults of shape reports five.

use std::fmt::{self, Write as _};

use serde::de::value::StrDeserializer;
use serde::de::{
    self, DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Expected, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

use super::{DocumentError, Fault, Faults, MOST_FAULTS, Result, Value};

/// How many values are read in all before the faults that were found have to do.
const MOST_READ: usize = 100_000_000;

/// How often a document is read at most: each fault takes one more reading, so a large one gets fewer.
fn rounds(value: &Value) -> usize {
    fn count(value: &Value) -> usize {
        1 + match value {
            Value::List(items) => items.iter().map(count).sum(),
            Value::Map(entries) => entries.iter().map(|(_, v)| count(v)).sum(),
            _ => 0,
        }
    }
    (MOST_READ / count(value)).clamp(16, 2 * MOST_FAULTS)
}

/// Reads a draft; every fault of shape is reported, with its path below the document's root.
///
/// At most [`MOST_FAULTS`], and in a document of millions of values only the first sixteen or more.
pub(crate) fn read_draft<T: DeserializeOwned>(mut value: Value) -> Result<T> {
    let mut faults = Faults::new();
    // Counted on the first fault only: a good document is read once.
    let mut left = None;
    loop {
        let refused = match T::deserialize(Reader(&value)) {
            Ok(draft) => {
                faults.into_result()?;
                return Ok(draft);
            }
            Err(refused) => refused,
        };
        let Refused { mut segments, cause } = refused;
        segments.reverse();
        // A field that is missing because it was taken out is no second fault: its owner goes instead.
        let echo = match &cause {
            DocumentError::MissingField { field } => {
                find(&value, &segments).is_some_and(|owner| matches!(owner.get(field), Some(Value::Pruned)))
            }
            _ => false,
        };
        let mut path = render(&segments);
        if let DocumentError::UnknownField { field, .. } = &cause {
            if !path.is_empty() {
                path.push('.');
            }
            path.push_str(field);
            segments.push(Segment::Key(field.clone()));
        }
        if !echo {
            faults.add(Fault::at(path, cause));
        }
        let left = left.get_or_insert_with(|| rounds(&value));
        *left -= 1;
        let enough = *left == 0 || faults.len() >= MOST_FAULTS;
        if enough || segments.is_empty() || !prune(&mut value, &segments) {
            faults.into_result()?;
            return Err(DocumentError::NotPlain { got: "the document".into() }.into());
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Segment {
    Key(String),
    Index(usize),
}

fn render(segments: &[Segment]) -> String {
    let mut path = String::new();
    for segment in segments {
        match segment {
            // Writing to a string does not fail.
            Segment::Index(i) => drop(write!(path, "[{i}]")),
            Segment::Key(key) => {
                if !path.is_empty() {
                    path.push('.');
                }
                path.push_str(key);
            }
        }
    }
    path
}

fn find<'v>(value: &'v Value, segments: &[Segment]) -> Option<&'v Value> {
    segments.iter().try_fold(value, |v, segment| match (v, segment) {
        (Value::List(items), Segment::Index(i)) => items.get(*i),
        (Value::Map(_), Segment::Key(key)) => v.get(key),
        _ => None,
    })
}

/// Takes out the part at a path; false if it is not there or was taken out before.
fn prune(value: &mut Value, segments: &[Segment]) -> bool {
    let found = segments.iter().try_fold(value, |v, segment| match (v, segment) {
        (Value::List(items), Segment::Index(i)) => items.get_mut(*i),
        (Value::Map(entries), Segment::Key(key)) => entries.iter_mut().find(|(k, _)| k == key).map(|(_, v)| v),
        _ => None,
    });
    match found {
        None | Some(Value::Pruned) => false,
        Some(part) => {
            *part = Value::Pruned;
            true
        }
    }
}

/// A fault on its way out, its path from the inside to the root.
#[derive(Debug)]
struct Refused {
    segments: Vec<Segment>,
    cause: DocumentError,
}

impl Refused {
    fn new(cause: DocumentError) -> Self {
        Self { segments: Vec::new(), cause }
    }

    fn inside(mut self, segment: Segment) -> Self {
        self.segments.push(segment);
        self
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

impl std::error::Error for Refused {}

fn unexpected(got: &Unexpected<'_>) -> String {
    match got {
        Unexpected::Bool(b) => format!("`{b}`"),
        Unexpected::Unsigned(n) => format!("`{n}`"),
        Unexpected::Signed(n) => format!("`{n}`"),
        Unexpected::Float(x) => format!("the float `{x}`"),
        Unexpected::Str(s) => format!("the text `{}`", s.chars().take(60).collect::<String>()),
        Unexpected::Unit | Unexpected::Option => "nothing".into(),
        Unexpected::Seq => "a list".into(),
        Unexpected::Map => "an object".into(),
        other => other.to_string(),
    }
}

/// serde's words for a Rust type, in the words of the user.
fn expectation(expected: &dyn Expected) -> String {
    let words = expected.to_string();
    match words.as_str() {
        "a string" => "a text".into(),
        "a boolean" => "true or false".into(),
        "a sequence" => "a list".into(),
        "a map" => "an object".into(),
        "u8" | "u16" | "u32" | "u64" | "usize" => "a whole number, not negative".into(),
        "i8" | "i16" | "i32" | "i64" | "i128" => "a whole number".into(),
        other if other.starts_with("struct ") || other.contains("enum ") => "an object".into(),
        other => other.to_owned(),
    }
}

fn choices(expected: &[&str]) -> String {
    expected.iter().map(|e| format!("`{e}`")).collect::<Vec<_>>().join(", ")
}

impl de::Error for Refused {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Self::new(DocumentError::WrongKind { got: "what is not one".into(), expected: message.to_string() })
    }

    fn invalid_type(got: Unexpected<'_>, expected: &dyn Expected) -> Self {
        let expected = expectation(expected);
        Self::new(match got {
            Unexpected::Float(x) => DocumentError::FloatRefused { got: format!("{x:?}"), expected },
            got => DocumentError::WrongKind { got: unexpected(&got), expected },
        })
    }

    fn invalid_value(got: Unexpected<'_>, expected: &dyn Expected) -> Self {
        Self::invalid_type(got, expected)
    }

    fn invalid_length(len: usize, expected: &dyn Expected) -> Self {
        Self::new(DocumentError::WrongKind { got: format!("{len} elements"), expected: expectation(expected) })
    }

    fn unknown_variant(variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(DocumentError::UnknownChoice { got: variant.to_owned(), expected: choices(expected) })
    }

    fn unknown_field(field: &str, expected: &'static [&'static str]) -> Self {
        let expected = if expected.is_empty() { "none".into() } else { choices(expected) };
        Self::new(DocumentError::UnknownField { field: field.to_owned(), expected })
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(DocumentError::MissingField { field: field.to_owned() })
    }

    fn duplicate_field(field: &'static str) -> Self {
        Self::new(DocumentError::DuplicateField { field: field.to_owned() })
    }
}

#[derive(Clone, Copy)]
struct Reader<'v>(&'v Value);

impl Reader<'_> {
    fn wrong(self, expected: &dyn Expected) -> Refused {
        let got = match self.0 {
            Value::Int(i) => format!("`{i}`"),
            Value::Text(t) => unexpected(&Unexpected::Str(t)),
            Value::Float(x) => unexpected(&Unexpected::Float(*x)),
            other => other.kind().to_owned(),
        };
        Refused::new(DocumentError::WrongKind { got, expected: expectation(expected) })
    }
}

impl<'de> Deserializer<'de> for Reader<'_> {
    type Error = Refused;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Null | Value::Pruned => visitor.visit_unit(),
            Value::Bool(b) => visitor.visit_bool(*b),
            Value::Int(i) => match (u64::try_from(*i), i64::try_from(*i)) {
                (Ok(n), _) => visitor.visit_u64(n),
                (_, Ok(n)) => visitor.visit_i64(n),
                _ => visitor.visit_i128(*i),
            },
            Value::Float(x) => visitor.visit_f64(*x),
            Value::Text(t) => visitor.visit_str(t),
            Value::List(items) => visitor.visit_seq(Items { items, at: 0 }),
            Value::Map(entries) => visitor.visit_map(Entries { entries, at: 0 }),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Null | Value::Pruned => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_newtype_struct(self)
    }

    /// A struct is written as an object; serde would also take a list of its fields in order.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Map(_) => self.deserialize_any(visitor),
            _ => Err(self.wrong(&"an object")),
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        match self.0 {
            Value::Text(name) => visitor.visit_enum(Variant { name, content: None }),
            Value::Map(entries) => match entries.as_slice() {
                [(name, content)] => visitor.visit_enum(Variant { name, content: Some(content) }),
                _ => Err(self.wrong(&"an object with one key")),
            },
            _ => Err(self.wrong(&"a choice")),
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map identifier ignored_any
    }
}

struct Items<'v> {
    items: &'v [Value],
    at: usize,
}

impl<'de> SeqAccess<'de> for Items<'_> {
    type Error = Refused;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>, Refused> {
        while let Some(item) = self.items.get(self.at) {
            let at = self.at;
            self.at += 1;
            if !matches!(item, Value::Pruned) {
                return seed.deserialize(Reader(item)).map(Some).map_err(|e| e.inside(Segment::Index(at)));
            }
        }
        Ok(None)
    }
}

struct Entries<'v> {
    entries: &'v [(String, Value)],
    at: usize,
}

impl<'de> MapAccess<'de> for Entries<'_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, Refused> {
        while let Some((key, value)) = self.entries.get(self.at) {
            if !matches!(value, Value::Pruned) {
                return seed.deserialize(StrDeserializer::new(key)).map(Some);
            }
            self.at += 1;
        }
        Ok(None)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, Refused> {
        let Some((key, value)) = self.entries.get(self.at) else {
            return Err(de::Error::custom("a value"));
        };
        self.at += 1;
        seed.deserialize(Reader(value)).map_err(|e| e.inside(Segment::Key(key.clone())))
    }
}

struct Variant<'v> {
    name: &'v str,
    content: Option<&'v Value>,
}

impl<'de, 'v> EnumAccess<'de> for Variant<'v> {
    type Error = Refused;
    type Variant = Content<'v>;

    fn variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<(T::Value, Content<'v>), Refused> {
        let variant = seed.deserialize(StrDeserializer::new(self.name))?;
        Ok((variant, Content { name: self.name, content: self.content }))
    }
}

struct Content<'v> {
    name: &'v str,
    content: Option<&'v Value>,
}

impl<'v> Content<'v> {
    fn reader(&self) -> Result<Reader<'v>, Refused> {
        let missing = || DocumentError::WrongKind {
            got: format!("the word `{}` alone", self.name),
            expected: format!("an object with the key `{}`", self.name),
        };
        self.content.map(Reader).ok_or_else(|| Refused::new(missing()))
    }

    fn inside(&self) -> impl Fn(Refused) -> Refused {
        let name = self.name.to_owned();
        move |e| e.inside(Segment::Key(name.clone()))
    }
}

impl<'de> VariantAccess<'de> for Content<'_> {
    type Error = Refused;

    fn unit_variant(self) -> Result<(), Refused> {
        match self.content {
            None | Some(Value::Null) => Ok(()),
            Some(other) => Err(Reader(other).wrong(&"a bare word")),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(self, seed: T) -> Result<T::Value, Refused> {
        seed.deserialize(self.reader()?).map_err(self.inside())
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Refused> {
        self.reader()?.deserialize_any(visitor).map_err(self.inside())
    }

    fn struct_variant<V: Visitor<'de>>(self, _: &'static [&'static str], visitor: V) -> Result<V::Value, Refused> {
        self.reader()?.deserialize_any(visitor).map_err(self.inside())
    }
}
