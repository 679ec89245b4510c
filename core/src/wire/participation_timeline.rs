//! A procedure with its deadlines, a run of it, and what is due on a day, as documents.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Key, Text};
use crate::pack::TimeUnit;

/// A procedure (程序), `shequ.procedure/1`: its steps and by when each must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProcedureDraft {
    /// Its name.
    pub id: String,
    /// What is done by it.
    pub label: Text,
    /// Whether a deadline whose last day is a day off moves to the next working day.
    pub rest_days: RestDays,
    /// The clause that says how days are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// Its steps, in the order in which they are usually done.
    pub steps: Vec<StepDraft>,
}

/// What becomes of a deadline whose last day is a day off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RestDays {
    /// It moves to the next working day. Only what must be done within a time after something moves.
    Roll,
    /// It stands.
    Stand,
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StepKind {
    /// A proposal (提议).
    Propose,
    /// A petition (联名).
    Petition,
    /// A meeting is called (召集).
    Convene,
    /// A notice, or a public notice (通知、公示).
    Notice,
    /// The roll is published (公布名单).
    Roll,
    /// Objections (异议、申诉), or the ruling on them.
    Objection,
    /// Nomination (提名).
    Nomination,
    /// The list of candidates is published (公布候选人).
    List,
    /// The poll or the meeting itself (投票、开会).
    Poll,
    /// The count (计票).
    Count,
    /// The result is declared (公布结果).
    Declare,
    /// It is filed with an authority (备案).
    File,
    /// The work is handed over (移交).
    HandOver,
    /// A recall (罢免).
    Recall,
    /// A by-election or a rerun (补选、另行选举).
    ByElection,
}

/// A step of a procedure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepDraft {
    /// Its key, unique in the procedure.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// What it is.
    pub kind: StepKind,
    /// Its name.
    pub label: Text,
    /// By when, and not before when.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bounds: Vec<BoundDraft>,
    /// Whether it is a time in which others may act, such as that for objections: it closes, and is never overdue.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub window: bool,
    /// Whether it is needed only once what it is counted from was done, such as a ruling only where there is an objection.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub optional: bool,
    /// What follows if it is not done in time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<ConsequenceDraft>,
}

/// What follows if a step is not done in time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsequenceDraft {
    /// In words.
    pub text: Text,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A deadline, or a day before which a step is too early.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BoundDraft {
    /// By the day, or not before it.
    pub bound: BoundKind,
    /// From which step it is counted.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub anchor: Key,
    /// Before or after that step.
    pub direction: TimeDirection,
    /// So many.
    pub n: u32,
    /// Of these.
    pub unit: TimeUnit,
    /// Where it differs from the procedure: what becomes of a day off at the end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rest_days: Option<RestDays>,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// By a day, or not before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BoundKind {
    /// On that day at the latest.
    By,
    /// On that day at the earliest.
    NotBefore,
}

/// Before or after.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TimeDirection {
    /// Before.
    Before,
    /// After.
    After,
}

/// A run of a procedure, `shequ.timeline/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TimelineDraft {
    /// Its name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: Key,
    /// The procedure.
    pub procedure: ProcedureDraft,
    /// What was done, and what is planned.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<StepDayDraft>,
    /// Steps that are not needed in this run.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(type = "string[]", optional))]
    pub skipped: Vec<Key>,
}

/// The day of a step: done, or planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StepDayDraft {
    /// The step.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub step: Key,
    /// The day on which it was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub done: Option<Day>,
    /// The day for which it is planned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub planned: Option<Day>,
}

/// A step on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StepView {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub step: Key,
    /// What it is.
    pub kind: StepKind,
    /// Its name.
    pub label: Text,
    /// Whether it is a time in which others may act.
    pub window: bool,
    /// How it stands.
    pub status: StepStatus,
    /// The day on which it was done.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub done: Option<Day>,
    /// The day for which it is planned.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub planned: Option<Day>,
    /// Whether it is planned for a day that is too early or too late.
    pub misplanned: bool,
    /// The first day on which it is not too early.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub earliest: Option<Day>,
    /// The last day on which it is in time.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub latest: Option<Day>,
    /// Days from the day asked to the last day; negative once that is past.
    pub days_left: Option<i32>,
    /// Whether a bound rests on a step that is neither done nor planned, and is counted from its own last day.
    pub projected: bool,
    /// How each bound was counted.
    pub bounds: Vec<BoundView>,
    /// The steps whose days are still needed.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub missing: Vec<Key>,
    /// What follows if it is not done in time.
    pub consequence: Option<ConsequenceDraft>,
}

/// How a step stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StepStatus {
    /// It should have been done.
    Overdue,
    /// It can be done now.
    Due,
    /// A time in which others may act is running.
    Open,
    /// It is too early, or not its turn: a step without a deadline or a planned day follows the one before it.
    Upcoming,
    /// It cannot be said: a day is missing.
    Unknown,
    /// It was done after its last day.
    Late,
    /// It was done too early.
    Early,
    /// It was done in time.
    Done,
    /// A time in which others could act is over.
    Closed,
    /// It is not needed.
    Skipped,
    /// Its last day lies before its first: the days that are planned cannot be.
    Impossible,
}

/// How one bound was counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BoundView {
    /// By the day, or not before it.
    pub bound: BoundKind,
    /// From which step.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub anchor: Key,
    /// The day of that step.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub from: Option<Day>,
    /// The day that was counted.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub day: Option<Day>,
    /// The same before a day off was passed over, if one was.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub before_rest: Option<Day>,
    /// In words.
    pub text: Text,
    /// The clause that says so.
    pub clause: Option<String>,
}
