//! Canonical JSON (RFC 8785) and the digest of a result.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::Result;
use super::day::deserialize_text;
use super::error::faults;
use super::writer::Writer;

faults! {
    /// Faults of digests.
    pub enum DigestError: Value {
        /// A text that is no digest.
        NotADigest { got: String } => "not-a-digest", "`{got}` is not a digest", "write the 64 hexadecimal digits of a SHA-256";
    }
}

/// A SHA-256 digest, printed as 64 hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Digest([u8; 32]);

impl Digest {
    /// The digest of bytes.
    pub fn of_bytes(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// The digest of the canonical JSON of anything that has one.
    ///
    /// # Errors
    /// `not-finite` for a NaN or an infinity, `not-plain` for what JSON cannot hold.
    ///
    /// ```
    /// use shequ::kernel::{Digest, Value};
    /// let one = Digest::of(&Value::Map(vec![("b".into(), Value::Int(1)), ("a".into(), Value::Int(2))]))?;
    /// let two = Digest::of(&Value::Map(vec![("a".into(), Value::Int(2)), ("b".into(), Value::Int(1))]))?;
    /// assert_eq!(one, two);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of(result: &impl Serialize) -> Result<Self> {
        Ok(Self::of_bytes(canonical(result)?.as_bytes()))
    }

    /// The 32 bytes.
    pub const fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        for (byte, at) in bytes.iter_mut().zip((0..64).step_by(2)) {
            *byte = u8::from_str_radix(text.get(at..at + 2)?, 16).ok()?;
        }
        Some(Self(bytes))
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Digest({self})")
    }
}

impl Serialize for Digest {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for Digest {
    type Err = super::Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::from_hex(text).ok_or_else(|| DigestError::NotADigest { got: text.chars().take(70).collect() }.into())
    }
}

deserialize_text!(Digest, "a digest of 64 hexadecimal digits");

/// The canonical JSON of a result: keys sorted by UTF-16 units, no spaces, shortest numbers (RFC 8785).
///
/// Integers beyond 2^53 stand as strings, as every exact number does.
///
/// # Errors
/// `not-finite`, `not-plain`.
pub fn canonical(result: &impl Serialize) -> Result<String> {
    Writer::write(result)
}

/// The greatest integer that every JSON reader keeps exactly.
pub(crate) const MAX_SAFE: i128 = (1 << 53) - 1;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::{Limits, Syntax, Value};

    /// The examples of RFC 8785, sections 3.2.2 and 3.2.3.
    #[test]
    fn examples_of_the_rfc() {
        let numbers = r#"{"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
            "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}"#;
        let value = Syntax::Json.parse(numbers, Limits::default()).unwrap();
        assert_eq!(
            canonical(&value).unwrap(),
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],\
             \"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}"
        );
        let keys = r#"{"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh",
            "1": "One", "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}"#;
        let value = Syntax::Json.parse(keys, Limits::default()).unwrap();
        let text = canonical(&value).unwrap();
        let order =
            ["Carriage", "One", "Control", "Latin", "Euro", "Emoji", "Hebrew"].map(|word| text.find(word).unwrap());
        assert!(order.is_sorted(), "{text}");
    }

    #[test]
    fn digest_of_the_empty_object_is_the_known_one() {
        let digest = Digest::of(&Value::Map(vec![])).unwrap();
        assert_eq!(digest.to_string(), "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
        assert_eq!(Digest::from_hex(&digest.to_string()), Some(digest));
    }

    #[test]
    fn no_float_that_is_not_finite_has_a_digest() {
        assert_eq!(Digest::of(&Value::Float(f64::NAN)).unwrap_err().first().code(), "not-finite");
    }
}
