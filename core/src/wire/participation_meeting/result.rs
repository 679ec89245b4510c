//! What a meeting decided, and the record of it.

use serde::{Deserialize, Serialize};

use super::{MeetingDraft, UnitCommitment};
use crate::kernel::{Citation, Day, Digest, Key, Status, Text, Value};
use crate::wire::participation::{CalendarRef, Caution, ClauseView, PackRef};

/// What a meeting decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MeetingView {
    /// The meeting.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub meeting: Key,
    /// What it is.
    pub label: Text,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Whether it could decide: every check of `checks`.
    pub status: Status,
    /// What is asked of the meeting as a whole: `petition`, `convening`, `notice`, `proxies`, `quorum`.
    pub checks: Vec<MeetingCheck>,
    /// What was not checked, because the rules name no clause for it.
    pub unchecked: Vec<String>,
    /// Each item of the agenda.
    pub items: Vec<AgendaItemView>,
    /// What is asked after the meeting; it voids nothing.
    pub after: Vec<MeetingCheck>,
    /// What voids the whole meeting.
    pub void: Vec<VoidView>,
    /// The least facts that are still needed, by their paths in the document.
    pub missing: Vec<String>,
}

/// Something that is asked of a meeting or an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MeetingCheck {
    /// A stable word for it.
    pub check: String,
    /// Its name.
    pub label: Text,
    /// Its answer.
    pub status: Status,
    /// Each clause with both sides, margins and citation.
    pub clauses: Vec<ClauseView>,
    /// The facts that are still needed, by their paths in the document.
    pub missing: Vec<String>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
}

/// What became of an item of the agenda.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AgendaItemView {
    /// The item.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub item: Key,
    /// What it is about.
    pub label: Text,
    /// Whether it is decided: the meeting, the checks and the vote on the motion all met.
    pub status: Status,
    /// The motion as it was voted on in the end, with what was adopted.
    pub motion: Option<Text>,
    /// The amendments that were adopted, in the order of the votes.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub adopted: Vec<Key>,
    /// The amendments that fell because another was adopted.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub fallen: Vec<Key>,
    /// What is asked of the item beside its vote: `agenda`, `order`.
    pub checks: Vec<MeetingCheck>,
    /// The votes, in the order in which they were taken.
    pub polls: Vec<MeetingPollView>,
    /// What voids this item alone.
    pub void: Vec<VoidView>,
    /// The least facts that are still needed, by their paths in the document.
    pub missing: Vec<String>,
}

/// What a vote came to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MeetingPollView {
    /// The amendment; nothing for the motion.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub amendment: Option<Key>,
    /// The question that decided, if a question did.
    pub question: Option<String>,
    /// The answer.
    pub status: Status,
    /// Whether as many voted yes as no.
    pub tie: bool,
    /// Whether the chair broke the tie, and could.
    pub casting: Option<Status>,
    /// Each clause with both sides, margins and citation.
    pub clauses: Vec<ClauseView>,
    /// The facts that are still needed, by their paths in the document.
    pub missing: Vec<String>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
    /// Of a roll-call: what stands in place of the units.
    pub committed: Option<UnitCommitment>,
}

/// What voids a meeting or an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoidView {
    /// The check that failed.
    pub check: String,
    /// The clause that is not kept, if a clause decides.
    pub clause: Option<String>,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// In words.
    pub text: Text,
}

/// The record of a meeting, `shequ.meeting-record/1`: whoever has it and the packs evaluates it again.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingRecordDraft {
    /// The aggregate facts: the meeting without its units, proxies and salt.
    pub meeting: MeetingDraft,
    /// Whether clauses known only second-hand decided.
    pub accepts_secondary: bool,
    /// Whether clauses decided of which nobody knows since when they are in force.
    pub accepts_undated: bool,
    /// The packs whose clauses were used.
    pub packs: Vec<PackRef>,
    /// The calendar by which working days were counted, where some were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarRef>,
    /// The result as it was given.
    #[cfg_attr(feature = "typescript", ts(type = "MeetingView"))]
    pub result: Value,
    /// Why, as it was explained.
    #[cfg_attr(feature = "typescript", ts(type = "Explanation"))]
    pub tree: Value,
    /// That this is no legal advice.
    pub notice: Text,
    /// The digest of all the rest.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}
