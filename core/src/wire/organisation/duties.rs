//! Duties of bodies: the draft of `shequ.duties/1` and the report.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Key, Text};
use crate::organisation::UnitName;

draft! {
    /// A duty (职责): what has to be done in each area of a kind, and who is to do it.
    DutyDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The kind of areas in each of which it has to be done.
        pub each: String,
        /// The kinds of units that may do it; any unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub by: Vec<String>,
        /// The kinds of units that may not do it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub never: Vec<String>,
        /// Whether several may do it in one area.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub shared: bool,
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<Day>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
        /// The document that says so.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub source: Option<Text>,
    }
}

draft! {
    /// That a unit has a duty.
    AssignmentDraft {
        /// The duty.
        pub duty: String,
        /// The unit that has it.
        pub unit: String,
        /// The area that it has it for; all areas that it acts for unless given.
        pub area: Option<String>,
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<Day>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
    }
}

draft! {
    /// That a duty passed from one unit to another on a day (职能转交).
    DutyTransferDraft {
        /// The duty.
        pub duty: String,
        /// The unit that had it.
        pub source: String,
        /// The unit that has it from that day.
        pub target: String,
        /// The area, as it stands in the assignment that ends.
        pub area: Option<String>,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The document that did it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub instrument: Option<Text>,
    }
}

draft! {
    /// The document `shequ.duties/1`.
    DutiesDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// The duties.
        pub duties: Vec<DutyDraft>,
        /// Who has them, as it was before the transfers.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<AssignmentDraft>>"))]
        pub assignments: Vec<AssignmentDraft>,
        /// Transfers, applied in the order of their days.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DutyTransferDraft>>"))]
        pub transfers: Vec<DutyTransferDraft>,
    }
}

/// What is wrong with a duty in an area.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DutyFault {
    /// Nobody has it (缺位).
    Gap,
    /// Several have it, and it is not shared (重叠).
    Overlap,
    /// A unit of a kind has it that is not among those that may (错位).
    Misplaced,
    /// A unit of a kind has it that may not, or one that does not act for the area (越位).
    Overreach,
}

/// A fault of a duty in an area.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DutyFinding {
    /// What is wrong.
    pub fault: DutyFault,
    /// The duty.
    pub duty: String,
    /// Its name.
    pub label: Text,
    /// The area.
    pub area: UnitName,
    /// The units concerned; none for a gap.
    pub units: Vec<UnitName>,
    /// The kinds that may do it, where any are named.
    pub by: Vec<String>,
    /// The document that says so.
    pub source: Option<Text>,
}

/// A dated row of who has a duty, transfers applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DutyHolding {
    /// The duty.
    pub duty: String,
    /// The unit.
    pub unit: String,
    /// The area, where one is named.
    pub area: Option<String>,
    /// The first day, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<Day>,
    /// The first day after it, where it ends.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<Day>,
    /// The unit that had it before, where it was transferred.
    pub received_from: Option<String>,
    /// The document of that transfer.
    pub instrument: Option<Text>,
}

/// How duties are done on a day (职责核查).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DutyReport {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// How many pairs of a duty and an area were looked at.
    pub checked: u32,
    /// How many of them are in order.
    pub sound: u32,
    /// The faults, by duty and area.
    pub findings: Vec<DutyFinding>,
}
