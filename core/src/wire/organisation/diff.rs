//! What differs between two days.

use serde::Serialize;

use crate::kernel::{Day, Likely, Ratio, Text, WithinDays};
use crate::organisation::CodeRecord;

/// What differs between two days (两日差异): `diff(b, a)` is its inverse.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Diff {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The other day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// How many units changed in which way.
    pub counts: DiffCounts,
    /// The units that changed, in the order of their keys.
    pub units: Vec<UnitChange>,
}

/// How many units changed in which way; one unit may in several.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DiffCounts {
    /// Units that exist on the other day only.
    pub added: u32,
    /// Units that exist on the first day only.
    pub dropped: u32,
    /// Units of another name.
    pub renamed: u32,
    /// Units of other codes.
    pub recoded: u32,
    /// Units within another.
    pub moved: u32,
    /// Units of another kind.
    pub converted: u32,
}

/// A way to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ChangeKind {
    /// It exists on the other day only.
    Added,
    /// It exists on the first day only.
    Dropped,
    /// Its name is another.
    Renamed,
    /// Its codes are others.
    Recoded,
    /// It lies within another unit.
    Moved,
    /// Its kind is another.
    Converted,
}

/// A unit that changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitChange {
    /// Its key.
    pub key: String,
    /// How it changed.
    pub changes: Vec<ChangeKind>,
    /// What it was on the first day; none if it was not.
    pub before: Option<UnitState>,
    /// What it was on the other day; none if it was not.
    pub after: Option<UnitState>,
    /// The events between that did it, where they are known.
    pub events: Vec<EventRecord>,
    /// Whether one of them was inferred; left out where none was.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
    /// `possible` where bounds of dates leave open that it is so.
    pub likely: Likely,
}

/// What a unit was on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitState {
    /// Its name.
    pub name: Text,
    /// The key of its kind.
    pub kind: String,
    /// Its codes.
    pub codes: Vec<CodeRecord>,
    /// The key of the unit that it lay within.
    pub parent: Option<String>,
}

/// An event in short.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EventRecord {
    /// What happened: `rename`, `merge` ...
    pub event: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: WithinDays,
    /// The key of its entry, if it has one.
    pub key: Option<String>,
    /// By which document.
    pub instrument: Option<Text>,
    /// Where it is known from.
    pub source: Option<Text>,
    /// When it was recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub recorded: Option<Day>,
    /// The confidence with which it was inferred; none where it is documented.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub inferred: Option<Ratio>,
}
