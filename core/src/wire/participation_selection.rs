//! A staged selection, its run and its result, as documents.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Key, Ratio, Status, Text};
use crate::pack::Comparison;
use crate::wire::participation_election::{ConditionDraft, PollCheck};

/// A staged selection (公开选拔, 发展工作程序) and how far it has come, `shequ.selection/1`. Persons are only counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SelectionDraft {
    /// Its name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: Key,
    /// Who is selected for what.
    pub label: Text,
    /// The stages, in their order.
    pub stages: Vec<StageDraft>,
    /// Whether each stage must name the post that answers for it (责任追究).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub liability: bool,
    /// The stages that were held, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub run: Vec<StageRunDraft>,
}

/// What a stage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StageKind {
    /// Open recruitment, or people put themselves forward (公开招聘、自荐).
    Apply,
    /// Residents recommend (群众推荐).
    Recommend,
    /// Members recommend (党员推荐).
    MemberRecommend,
    /// An examination or an assessment (考试考核).
    Exam,
    /// A check by the body above before the decision (预审).
    PreCheck,
    /// A vote (票决).
    Vote,
    /// A public notice, with objections (公示).
    Notice,
    /// The appointment, or the admission.
    Appoint,
}

/// A stage of a selection.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageDraft {
    /// Its key, unique in the selection.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// What it is.
    pub kind: StageKind,
    /// Its name.
    pub label: Text,
    /// At most so many pass.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// For a vote: what each one who passes needs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<StageShareDraft>,
    /// For a notice: it stands for so many days, the day on which it is put up not counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// Clauses about a person; the caller answers them one at a time, and nothing of the answers is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConditionDraft>,
    /// The clause that asks for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// The share of yes that one needs in a stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageShareDraft {
    /// Of how many.
    pub base: StageBase,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
}

/// Of how many a share in a stage is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum StageBase {
    /// All who may vote (应到会).
    Entitled,
    /// Those who took part (实到会).
    Voters,
}

/// A stage that was held: counts, and no names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StageRunDraft {
    /// Which one.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub stage: Key,
    /// The day on which it began.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// Its last day, once it is over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub to: Option<Day>,
    /// How many entered it.
    pub entered: u64,
    /// How many passed.
    pub passed: u64,
    /// How many did not.
    #[serde(default)]
    pub refused: u64,
    /// For a vote: all who may vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u64>,
    /// For a vote: those who took part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u64>,
    /// For a vote: the fewest yes that one had who passed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_yes: Option<u64>,
    /// For a notice: objections that are not decided.
    #[serde(default)]
    pub objections_open: u64,
    /// The post that answers for it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub responsible: Option<Key>,
}

/// How far a selection has come.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SelectionView {
    /// The selection.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub selection: Key,
    /// Met once every stage was held as it must be; not met if one was not; unknown as long as one is open.
    pub status: Status,
    /// Each stage that was held.
    pub stages: Vec<StageView>,
    /// The stage that follows.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub next: Option<Key>,
    /// How many are still in it.
    pub left: Option<u64>,
}

/// One stage that was held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StageView {
    /// Which one.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub stage: Key,
    /// Its name.
    pub label: Text,
    /// Whether it was held as it must be.
    pub status: Status,
    /// What was tested.
    pub checks: Vec<PollCheck>,
}
