//! A document on its way out: the format that it says it has, and its draft.

use serde::ser::{Error as _, SerializeMap};
use serde::{Serialize, Serializer};

use crate::kernel::{Document, Result, Value, to_value};

/// A document as it is written: its format first, then the fields of its draft, without those that are absent.
///
/// It serialises as the document, so that reading it again gives an equal one.
#[derive(Debug, Clone, PartialEq)]
pub struct Formatted<D> {
    format: &'static str,
    draft: D,
}

impl<D: Serialize> Formatted<D> {
    pub(crate) const fn new(format: &'static str, draft: D) -> Self {
        Self { format, draft }
    }

    /// The draft: its fields, typed.
    pub const fn draft(&self) -> &D {
        &self.draft
    }

    /// The draft, taken out.
    pub fn into_draft(self) -> D {
        self.draft
    }

    /// The plain value.
    ///
    /// # Errors
    /// None in practice: a document holds no float and no key that is no text.
    pub fn value(&self) -> Result<Value> {
        let mut entries = vec![("format".to_owned(), Value::from(self.format))];
        if let Value::Map(fields) = to_value(&self.draft)? {
            entries.extend(fields);
        }
        Ok(Value::Map(entries))
    }

    /// The text in JSON, indented by two spaces, with a line break at its end.
    ///
    /// # Errors
    /// None in practice, as above.
    pub fn json(&self) -> Result<String> {
        let mut text = serde_json::to_string_pretty(&self.value()?)
            .map_err(|e| crate::kernel::DocumentError::NotPlain { got: e.to_string() })?;
        text.push('\n');
        Ok(text)
    }

    /// Reads it again.
    ///
    /// # Errors
    /// The faults of the module; none for what a checked document was written as.
    pub fn read<T: Document<Draft = D>>(self) -> Result<T> {
        T::check(self.draft).map_err(|e| e.under(T::ROOT))
    }
}

impl<D: Serialize> Serialize for Formatted<D> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let value = self.value().map_err(S::Error::custom)?;
        let Value::Map(entries) = value else { return serializer.serialize_unit() };
        let mut map = serializer.serialize_map(Some(entries.len()))?;
        for (key, value) in &entries {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}
