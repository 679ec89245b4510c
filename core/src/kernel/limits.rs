//! Limits that are checked before work starts.

use super::{DocumentError, Error, Result, Value};

/// The greatest size and depth of a document that a reader accepts.
///
/// ```
/// use shequ::kernel::Limits;
/// let error = Limits { bytes: 3, ..Limits::default() }.check_text("[1, 2]").unwrap_err();
/// assert_eq!(error.first().code(), "document-too-large");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// The greatest length of a text, in bytes.
    pub bytes: usize,
    /// The greatest depth of lists and objects inside each other.
    pub depth: usize,
    /// The greatest number of values, counting each list, object, key and leaf.
    pub values: usize,
}

impl Default for Limits {
    /// 256 MiB, 64 levels, 20 million values: above any document of a country.
    fn default() -> Self {
        Self { bytes: 256 << 20, depth: 64, values: 20_000_000 }
    }
}

impl Limits {
    /// Checks a text before it is parsed: its length, and its depth and number of values by the signs outside strings.
    ///
    /// # Errors
    /// `document-too-large`, `document-too-deep`.
    pub fn check_text(&self, text: &str) -> Result<()> {
        if text.len() > self.bytes {
            return Err(DocumentError::TooLarge { size: text.len(), limit: self.bytes, what: "bytes".into() }.into());
        }
        let (mut depth, mut quoted, mut escaped, mut values) = (0_usize, false, false, 0_usize);
        for byte in text.bytes() {
            values += usize::from(!quoted && matches!(byte, b',' | b'[' | b'{' | b'='));
            match byte {
                _ if escaped => escaped = false,
                b'\\' if quoted => escaped = true,
                b'"' => quoted = !quoted,
                b'{' | b'[' if !quoted => {
                    depth += 1;
                    if depth > self.depth {
                        return Err(DocumentError::TooDeep { limit: self.depth }.into());
                    }
                }
                b'}' | b']' if !quoted => depth = depth.saturating_sub(1),
                b'\n' => quoted = false,
                _ => {}
            }
        }
        if values > self.values {
            return Err(DocumentError::TooLarge { size: values, limit: self.values, what: "values".into() }.into());
        }
        Ok(())
    }

    /// Checks a value that came from a Python or JavaScript object.
    ///
    /// # Errors
    /// `document-too-large`, `document-too-deep`.
    pub fn check_value(&self, value: &Value) -> Result<()> {
        let mut left = self.values;
        self.walk(value, 0, &mut left)
    }

    fn walk(&self, value: &Value, depth: usize, left: &mut usize) -> Result<()> {
        let too_many =
            || Error::from(DocumentError::TooLarge { size: self.values, limit: self.values, what: "values".into() });
        *left = left.checked_sub(1).ok_or_else(too_many)?;
        let inner = |v: &Value, left: &mut usize| {
            if depth >= self.depth {
                return Err(DocumentError::TooDeep { limit: self.depth }.into());
            }
            self.walk(v, depth + 1, left)
        };
        match value {
            Value::List(items) => items.iter().try_for_each(|v| inner(v, left)),
            Value::Map(entries) => entries.iter().try_for_each(|(_, v)| inner(v, left)),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_in_strings_do_not_count() {
        let limits = Limits { depth: 1, ..Limits::default() };
        assert!(limits.check_text(r#"["[[[\"[[", "]"]"#).is_ok());
        assert_eq!(limits.check_text("[[]]").unwrap_err().first().code(), "document-too-deep");
    }

    #[test]
    fn values_are_bounded_by_number_and_depth() {
        let nested = Value::List(vec![Value::List(vec![Value::Null])]);
        assert!(Limits { depth: 2, ..Limits::default() }.check_value(&nested).is_ok());
        let deep = Limits { depth: 1, ..Limits::default() }.check_value(&nested).unwrap_err();
        assert_eq!(deep.first().code(), "document-too-deep");
        let large = Limits { values: 2, ..Limits::default() }.check_value(&nested).unwrap_err();
        assert_eq!(large.first().code(), "document-too-large");
        let text = Limits { values: 3, ..Limits::default() };
        assert!(text.check_text(r#"[1, 2, "a,b,c"]"#).is_ok());
        assert_eq!(text.check_text("[1, 2, 3, 4]").unwrap_err().first().code(), "document-too-large");
    }
}
