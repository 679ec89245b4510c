//! Consultation and inputs as documents, and how their answers stand.

use serde::{Deserialize, Serialize};

use super::participation_bodies::words;
use crate::kernel::{Day, Key, Rate, Status, Text};
use crate::pack::TimeUnit;

/// By when an answer is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerWithinDraft {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// Whether an end on a day off moves to the next working day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub roll: bool,
    /// The clause or the rule that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

words! {
    /// How an answer stands on a day.
    AnswerState {
        /// It was given in time.
        InTime: "按期答复", "answered in time";
        /// It was given after its day.
        Late: "逾期答复", "answered late";
        /// It is not given, and its day is not past.
        Open: "待答复", "open";
        /// It is not given, and its day is past.
        Overdue: "逾期未答复", "overdue";
        /// Its day cannot be counted: there is no calendar for it.
        Unknown: "期限不能计算", "due day not known";
    }
}

words! {
    /// What came of an advice.
    Response {
        /// It was taken up.
        Accepted: "采纳", "accepted";
        /// It was taken up in part.
        Partly: "部分采纳", "accepted in part";
        /// It was not taken up.
        Declined: "未采纳", "declined";
    }
}

/// A body of consultation (协商) and what it advised, `shequ.consultations/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsultationsDraft {
    /// The body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// Its name.
    pub label: Text,
    /// By when its advice is answered.
    pub answer: AnswerWithinDraft,
    /// What it advised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterDraft>,
}

/// A matter on which a body gave its advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatterDraft {
    /// Its key, unique in the document.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The day of the advice.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The body that must answer.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub to: Key,
    /// The day of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub answered: Option<Day>,
    /// What came of the advice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
}

words! {
    /// What an input is (建议、意见、批评、反映).
    InputKind {
        /// A suggestion.
        Suggestion: "建议", "suggestion";
        /// An opinion.
        Opinion: "意见", "opinion";
        /// A criticism.
        Criticism: "批评", "criticism";
        /// What people feel, reported upward (反映民意).
        Report: "反映", "report";
    }
}

words! {
    /// Whose voice an input is.
    Voice {
        /// A resident's.
        Resident: "居民", "resident";
        /// That of a unit: a firm, a school, an office.
        Unit: "单位", "unit";
    }
}

/// A register of inputs with the duty to answer them, `shequ.inputs/1`. Nobody is named in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InputsDraft {
    /// Its title.
    pub label: Text,
    /// By when an input is answered.
    pub answer: AnswerWithinDraft,
    /// The inputs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<InputDraft>,
}

/// One input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InputDraft {
    /// Its key, unique in the register.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The day on which it came.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// What it is.
    pub kind: InputKind,
    /// Whose voice it is.
    pub voice: Voice,
    /// What it is about, such as a plan or a topic of notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub about: Option<Key>,
    /// The day of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub answered: Option<Day>,
}

/// How many answers stand how on a day, which add up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AnswerCounts {
    /// All that came by the day.
    pub all: u64,
    /// Answered in time.
    pub in_time: u64,
    /// Answered late.
    pub late: u64,
    /// Not answered, and not due.
    pub open: u64,
    /// Not answered, and overdue.
    pub overdue: u64,
    /// Those whose day cannot be counted.
    pub unknown: u64,
    /// Answered in time, of those that were answered or are overdue; none where there is none.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
}

/// An answer that is overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OverdueAnswer {
    /// The key of what must be answered.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The body that must answer, where it is named.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub to: Option<Key>,
    /// The last day on which it was in time.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub due: Day,
    /// Days since.
    pub days: u32,
}

/// What a body of consultation advised, and what came of it, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsultationView {
    /// The body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// Its name.
    pub label: Text,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Always: its outcome advises and does not bind. What binds is the duty to answer.
    pub advisory: bool,
    /// Met if nothing is overdue or late; unknown while a due day is.
    pub status: Status,
    /// The answers.
    pub answers: AnswerCounts,
    /// Advice that was taken up.
    pub accepted: u64,
    /// Advice that was taken up in part.
    pub partly: u64,
    /// Advice that was not taken up.
    pub declined: u64,
    /// What is overdue, the longest first.
    pub overdue: Vec<OverdueAnswer>,
}

/// A register of inputs on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InputsView {
    /// Its title.
    pub label: Text,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Met if nothing is overdue or late; unknown while a due day is.
    pub status: Status,
    /// The answers.
    pub answers: AnswerCounts,
    /// By kind, with whose voices they are.
    pub kinds: Vec<VoiceCount>,
    /// Residents' voices of all voices (公众参与与单位参与); none where there is none.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub residents: Option<Rate>,
    /// What is overdue, the longest first.
    pub overdue: Vec<OverdueAnswer>,
}

/// Inputs of one kind by whose voice they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoiceCount {
    /// The kind.
    pub kind: InputKind,
    /// Residents'.
    pub residents: u64,
    /// Units'.
    pub units: u64,
}
