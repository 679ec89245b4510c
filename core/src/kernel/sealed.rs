//! What stands beside a log: texts with their salts, which may be erased while the chain keeps their digests.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::day::deserialize_text;
use super::{Digest, Document, Error, Faults, Key, LogError, Result};
use crate::wire::log::SealedDraft;

/// The random bytes that keep a short text from being guessed from its digest: 16 to 1,024, drawn by the caller.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Salt(Box<[u8]>);

impl Salt {
    /// A salt of bytes.
    ///
    /// # Errors
    /// `log-salt-length`.
    pub fn new(bytes: &[u8]) -> Result<Self> {
        if (16..=1024).contains(&bytes.len()) {
            Ok(Self(bytes.into()))
        } else {
            Err(LogError::SaltLength { bytes: bytes.len() }.into())
        }
    }

    /// The salted digest of a text.
    pub fn seal(&self, text: &str) -> Digest {
        let mut bytes = b"shequ.sealed/1\0".to_vec();
        bytes.extend((self.0.len() as u64).to_be_bytes());
        bytes.extend(self.0.iter());
        bytes.extend(text.as_bytes());
        Digest::of_bytes(&bytes)
    }
}

impl FromStr for Salt {
    type Err = Error;

    /// Reads pairs of hexadecimal digits.
    fn from_str(text: &str) -> Result<Self> {
        if !text.len().is_multiple_of(2) || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(LogError::NotASalt.into());
        }
        let bytes = (0..text.len()).step_by(2).map_while(|at| u8::from_str_radix(text.get(at..at + 2)?, 16).ok());
        Self::new(&bytes.collect::<Vec<u8>>())
    }
}

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// A salt does not belong into a debug print.
impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Salt({} bytes)", self.0.len())
    }
}

impl Serialize for Salt {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_text!(Salt, "a salt of 16 to 1024 bytes in hexadecimal digits");

/// The texts and salts beside a log, which may be erased.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SealedTexts {
    pub(super) texts: BTreeMap<(u64, Key), (String, Salt)>,
}

impl SealedTexts {
    /// The text and salt of a part, unless they were erased.
    pub fn get(&self, seq: u64, part: &str) -> Option<(&str, &Salt)> {
        let key = part.parse().ok()?;
        self.texts.get(&(seq, key)).map(|(text, salt)| (text.as_str(), salt))
    }

    /// Erases every text and salt of an entry; how many there were.
    pub fn erase(&mut self, seq: u64) -> usize {
        let before = self.texts.len();
        self.texts.retain(|(s, _), _| *s != seq);
        before - self.texts.len()
    }

    /// Erases the text and salt of one part; whether they were there.
    pub fn erase_part(&mut self, seq: u64, part: &str) -> bool {
        part.parse().is_ok_and(|key| self.texts.remove(&(seq, key)).is_some())
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }
}

impl Document for SealedTexts {
    const FORMAT: &'static str = "shequ.sealed/1";
    const ROOT: &'static str = "sealed";
    type Draft = SealedDraft;

    fn check(draft: SealedDraft) -> Result<Self> {
        let (mut faults, mut texts) = (Faults::new(), BTreeMap::new());
        for (i, text) in draft.texts.into_iter().enumerate() {
            let part = text.part.to_string();
            if texts.insert((text.seq, text.part), (text.text, text.salt)).is_some() {
                faults.push(format!("texts[{i}]"), LogError::PartTwice { part });
            }
        }
        faults.into_result().map(|()| Self { texts })
    }
}

impl Serialize for SealedTexts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Line<'t> {
            seq: u64,
            part: &'t Key,
            text: &'t str,
            salt: &'t Salt,
        }
        let lines = self.texts.iter().map(|((seq, part), (text, salt))| Line { seq: *seq, part, text, salt });
        let mut out = serializer.serialize_struct("SealedTexts", 2)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("texts", &lines.collect::<Vec<_>>())?;
        out.end()
    }
}
