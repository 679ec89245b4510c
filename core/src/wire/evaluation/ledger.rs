//! Corrections and appeals as they are written, and what they did.

use serde::{Deserialize, Serialize};

use super::{CellChange, UnitScore};
use crate::kernel::{Day, Key};

/// A ledger of corrections and appeals as it is written, format `shequ.ledger/1`; its log stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerDraft {
    /// Its key, which is that of its log.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The records in the order in which they were made.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<LedgerRecord>>"))]
    pub records: Vec<LedgerRecord>,
}

/// A record of a ledger. Reasons and evidence are sealed into its log and stand nowhere in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LedgerRecord {
    /// The day it was made.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Who made it: a post or an id of a directory, never a name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub actor: Key,
    /// What it is.
    pub kind: RecordKind,
    /// The unit it is about.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub unit: Key,
    /// The new values; of a decision that upholds an appeal, too.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CellChange>>"))]
    pub changes: Vec<CellChange>,
    /// The number of the appeal that it answers, from 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
    pub appeal: Option<u64>,
    /// The last day on which an appeal is to be decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub deadline: Option<Day>,
}

/// What a record of a ledger is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// Values are set right without an appeal.
    Correction,
    /// A unit appeals (申诉).
    Appeal,
    /// An appeal is decided: upheld with changes, dismissed without.
    Decision,
    /// An appeal is taken back.
    Withdrawal,
}

/// What a record did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LedgerEffect {
    /// The number of the record, from 0.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The day it was made.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Every unit whose score, grade, rank or award is another, in the order of the scorecard.
    pub units: Vec<AffectedUnit>,
}

/// A unit before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AffectedUnit {
    /// Before.
    pub before: UnitScore,
    /// After.
    pub after: UnitScore,
}

/// An appeal and what became of it by a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AppealState {
    /// The number of its record.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seq: u64,
    /// The unit.
    pub unit: String,
    /// The day on which it was made.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The last day on which it is to be decided.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub deadline: Option<Day>,
    /// `open`, `overdue`, `upheld`, `dismissed` or `withdrawn`.
    pub state: String,
    /// The number of the record that answered it.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub answer: Option<u64>,
}
