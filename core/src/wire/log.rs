//! The documents of a log, `shequ.log/1`, and of the texts beside it, `shequ.sealed/1`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Digest, Key, Salt};

/// A log as written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LogDraft {
    /// Its key, which goes into the first link of the chain.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The entries in their order.
    pub entries: Vec<EntryDraft>,
    /// The digest of the last entry.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub head: Digest,
}

/// An entry as written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EntryDraft {
    /// Its place, from 0.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The day it was written.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The post or the id in the directory that acted.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub actor: Key,
    /// What was done.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub kind: Key,
    /// To what it was done.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub subject: Key,
    /// Digests of documents and results, by name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Record<string, string>"))]
    pub payload: BTreeMap<Key, Digest>,
    /// Salted digests of texts that stand beside the chain, by name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Record<string, string>"))]
    pub sealed: BTreeMap<Key, Digest>,
    /// The digest of the entry before.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub previous: Digest,
    /// The digest of all the rest of this entry.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// The texts beside a log as written.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedDraft {
    /// The texts that were not erased.
    pub texts: Vec<SealedTextDraft>,
}

/// A text with its salt.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedTextDraft {
    /// The entry.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The name of the part.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub part: Key,
    /// The text.
    pub text: String,
    /// The salt in hexadecimal digits.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub salt: Salt,
}

/// What the verification of a log found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LogCheck {
    /// The key of the log.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Whether every entry is good and the known head, if one was given, was reached.
    pub intact: bool,
    /// How many entries there are.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub entries: u64,
    /// How many of them, from the first, are good.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub good: u64,
    /// The digest of the last good entry.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub head: Digest,
    /// The first fault.
    pub broken: Option<LogBreak>,
}

/// The first fault of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LogBreak {
    /// The entry, unless the fault is that entries are missing at the end.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub seq: Option<u64>,
    /// The stable code.
    pub code: String,
    /// The path in the document.
    pub path: String,
    /// What is wrong.
    pub message: String,
}
