//! The facts of a decision as a document, its verdict, and the record of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Area, Citation, Day, Digest, Key, Quantity, Status, Text, Value};
use crate::pack::{Base, Comparison, Figure, Measure, Milestone, Part, Reason};
use crate::wire::pack::RuleDraft;
use crate::wire::participation_meeting::{CastingVote, UnitCommitment};

/// The facts of a decision, `shequ.facts/1`: tallies, or a list of owners' units.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactsDraft {
    /// The day of the decision, which says which law holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub day: Option<Day>,
    /// A secret that enters the digest of the facts and the commitment to each unit, so that nobody finds a vote by trying; with a
    /// list of units at least 16 bytes of text.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// How the deciding body is composed, where the law leaves a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Heads.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heads: Option<TallyDraft>,
    /// Exclusive floor area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub area: Option<AreaTallyDraft>,
    /// Residents.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residents: Option<TallyDraft>,
    /// Households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<TallyDraft>,
    /// Residents' groups.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub groups: Option<TallyDraft>,
    /// Representatives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representatives: Option<TallyDraft>,
    /// Co-ownership shares, in whole parts of one denominator.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shares: Option<TallyDraft>,
    /// What is counted once: members, seats, candidates.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Figure, u64>>"))]
    pub numbers: BTreeMap<Figure, u64>,
    /// On which day what happened.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Partial<Record<Milestone, string>>"))]
    pub days: BTreeMap<Milestone, Day>,
    /// Whether what a clause asks is so, by the name of the clause. A sensitive fact of a person does not stand here: it is
    /// answered in the call.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, bool>>"))]
    pub answers: BTreeMap<String, bool>,
    /// Whether the meeting was called a second time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<bool>,
    /// How the chair broke a tie, where a clause of the question gives a casting vote; the tallies are without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting: Option<CastingVote>,
    /// Every exclusive unit, for a vote of owners.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Vec<UnitDraft>>,
}

/// What was counted; what is left out is not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TallyDraft {
    /// All who may vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u64>,
    /// Those present, or taking part in the vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<u64>,
    /// Votes for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub yes: Option<u64>,
    /// Votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no: Option<u64>,
    /// Abstentions.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub abstain: Option<u64>,
    /// Invalid votes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub invalid: Option<u64>,
    /// Those who propose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proposing: Option<u64>,
}

/// Floor area in square metres, each an exact text or a whole number; what is left out is not known.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AreaTallyDraft {
    /// All of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub entitled: Option<Area>,
    /// What takes part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub present: Option<Area>,
    /// What votes for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub yes: Option<Area>,
    /// What votes against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub no: Option<Area>,
    /// What abstains.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub abstain: Option<Area>,
    /// What votes invalidly.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub invalid: Option<Area>,
    /// What belongs to those who propose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub proposing: Option<Area>,
}

/// One exclusive unit (专有部分) of a building.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitDraft {
    /// Its key, unique in the list.
    pub key: String,
    /// An opaque id of its owner, no name; without one the unit is a head of its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Its floor area in square metres, if it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub area: Option<Area>,
    /// How it voted.
    pub vote: Vote,
    /// Whether the developer has not sold it, or sold it and not yet handed it over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub developer_unsold: bool,
}

/// How a unit voted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Vote {
    /// For.
    Yes,
    /// Against.
    No,
    /// It took part and abstained.
    Abstain,
    /// It did not take part.
    Absent,
}

/// The answer to a question, with everything that made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VerdictView {
    /// The question.
    pub question: String,
    /// What was asked.
    pub label: Text,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The answer.
    pub status: Status,
    /// How the deciding body was composed.
    pub body: Option<Text>,
    /// How the clauses make the answer.
    pub require: RuleDraft,
    /// Each clause, in the order of the question.
    pub clauses: Vec<ClauseView>,
    /// Whether a clause gives the chair a casting vote, where one was cast.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub casting: Option<Status>,
    /// The least facts that are still needed.
    pub missing: Vec<String>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
    /// Of a list of units: the fewest whose votes, changed, flip the answer.
    pub fewest_units: Option<FewestUnits>,
}

/// One clause of a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseView {
    /// Its name.
    pub clause: String,
    /// What it is about.
    pub label: Text,
    /// Its answer.
    pub status: Status,
    /// Why it has none.
    pub reason: Option<Reason>,
    /// Both sides, if it is a threshold that is known.
    pub sides: Option<Sides>,
    /// What was found, in words, if it is no threshold of votes.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub found: Option<Text>,
    /// The least changes that flip it.
    pub margins: Vec<Margin>,
    /// Where it stands.
    pub citation: Option<Citation>,
}

/// Both sides of a comparison, exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Sides {
    /// In which measure.
    pub measure: Measure,
    /// What is counted.
    pub part: Part,
    /// Of how many.
    pub base: Base,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    pub share: String,
    /// The part, if it is known.
    pub part_value: Option<Quantity>,
    /// The base, if it is known.
    pub base_value: Option<Quantity>,
    /// The comparison written out, such as `3 × 182.68 >= 2 × 274.02`.
    pub text: Option<String>,
    /// The left side multiplied out.
    pub left: Option<String>,
    /// The right side multiplied out.
    pub right: Option<String>,
}

/// The least change of one kind that flips a clause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Margin {
    /// What changes.
    pub kind: MarginKind,
    /// What the clause becomes.
    pub to: Status,
    /// How much of the clause's own measure.
    pub amount: Quantity,
}

/// What a margin changes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum MarginKind {
    /// Those in the base change sides; the base stands. For a quorum: the absent come, or the present leave.
    Switched,
    /// New participants come: all vote yes where the clause fails, all vote no where it holds; the base moves.
    Added,
}

/// What a reader must know beside an answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Caution {
    /// A stable word for it: `excerpt`, `secondary`, `undated`, `law-changed`, `guidance`, `split-heads`, `counting-unknown`.
    pub code: String,
    /// The clause it concerns.
    pub clause: Option<String>,
    /// The words.
    pub text: Text,
}

/// The fewest units whose votes, changed, flip a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FewestUnits {
    /// What the verdict becomes.
    pub to: Status,
    /// So many units can flip it.
    pub units: u64,
    /// Fewer than this cannot.
    pub at_least: u64,
    /// Whether both numbers are the same: the answer is then exact.
    pub proven: bool,
}

/// The record of a decision, `shequ.decision/1`: whoever has it and the packs evaluates it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordDraft {
    /// The question.
    pub question: String,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Whether clauses known only second-hand decided.
    pub accepts_secondary: bool,
    /// Whether clauses decided of which nobody knows since when they are in force.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub accepts_undated: bool,
    /// The packs whose clauses and counting rules were used.
    pub packs: Vec<PackRef>,
    /// The calendar by which working days were counted, where some were.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub calendar: Option<CalendarRef>,
    /// The digest of the facts with their salt.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub facts: Digest,
    /// The facts that decided; of a list of units the sums.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<FactsDraft>,
    /// Of a list of units: what stands in their place. Whoever holds the list can open it for one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed: Option<UnitCommitment>,
    /// The verdict as it was given.
    #[cfg_attr(feature = "typescript", ts(type = "VerdictView"))]
    pub verdict: Value,
    /// That this is no legal advice.
    pub notice: Text,
    /// The digest of all the rest.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// A pack that was used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackRef {
    /// Its name.
    pub id: String,
    /// The day on which its texts were read.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub read_on: Day,
    /// The digest of its content.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// A calendar by which working days were counted, and between which days it was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarRef {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// The digest of which of these days are worked.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// What became of a record that was evaluated again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Verification {
    /// Whether everything agrees.
    pub ok: bool,
    /// What does not: `record`, `pack`, `calendar`, `facts`, `verdict`, and of other records what they name.
    pub differs: Vec<Difference>,
    /// The digest of the record, computed again.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// One thing that does not agree with a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Difference {
    /// `record`, `pack`, `calendar`, `facts` or `verdict`.
    pub what: String,
    /// In words.
    pub text: Text,
}

/// What a by-law changes of one question of the law above it, or of one clause on which no question turns.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LintFinding {
    /// The question, or the clause on which no question turns.
    pub question: String,
    /// The question of the law; the same where the by-law moves its clauses, and for a clause.
    pub under: String,
    /// What was found.
    pub kind: LintKind,
    /// In words.
    pub text: Text,
    /// The smallest facts that show it.
    pub example: Option<Counterexample>,
    /// The clauses of the by-law that differ.
    pub clauses: Vec<String>,
    /// How surely the clauses of both sides are known, where not by their text.
    pub cautions: Vec<Caution>,
}

impl LintFinding {
    /// Whether the by-law lets something through that the law forbids.
    pub fn is_refused(&self) -> bool {
        self.kind == LintKind::Refused
    }
}

/// What a comparison of a by-law with the law found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum LintKind {
    /// The by-law lets through what the law forbids.
    Refused,
    /// The by-law asks more than the law.
    Stricter,
    /// Both decide alike.
    Same,
    /// The by-law changes, as it may, what no question turns on.
    Moved,
    /// It could not be told.
    Unknown,
}

/// The smallest facts on which two rules differ.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Counterexample {
    /// In words.
    pub words: Text,
    /// The tallies, by measure; areas in whole units of any size, because only shares matter.
    pub tallies: BTreeMap<Measure, TallyDraft>,
}
