//! The rules of an election as a document.

use serde::{Deserialize, Serialize};

use crate::kernel::{Ratio, Text};
use crate::pack::{Comparison, Measure};

/// Which ballots or voters are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PollBase {
    /// All on the roll (登记参加选举的人).
    Roll,
    /// Ballots handed out (发出选票).
    Issued,
    /// Those who took part in the vote (参加投票的人).
    Voters,
    /// Ballots that came back (收回选票).
    Returned,
    /// Ballots that are not void; a blank one abstains from all and is among them.
    Valid,
    /// Valid ballots that are not blank.
    Marked,
    /// The candidate's yes and no together; only for a win test.
    YesAndNo,
}

/// The rules of an election, `shequ.election-rules/1`. A clause of a pack can hold the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionRulesDraft {
    /// Its name.
    pub id: String,
    /// What is elected by it.
    pub label: Text,
    /// How many seats there may be.
    pub seats: SeatsDraft,
    /// How many more candidates than seats (等额, 差额).
    pub candidates: CandidatesRuleDraft,
    /// Who can nominate: any one of these is enough; none means that nothing is asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nomination: Vec<NominationDraft>,
    /// Clauses that a candidate must meet; where one turns on a sensitive fact, the caller answers it and nothing is kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<ConditionDraft>,
    /// What can stand on a ballot.
    pub ballot: BallotFormDraft,
    /// When the poll is valid; without it, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnout: Option<PollShareDraft>,
    /// What a candidate needs.
    pub win: WinDraft,
    /// Who comes first where more pass than there are seats.
    pub order: SeatOrder,
    /// What breaks a tie for the last seats, in order: the first tie by the first, the next by the next.
    pub ties: Vec<TieRule>,
    /// Whether a revote among the tied needs the turnout of the first poll; needed where `ties` has `revote`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revote_turnout: Option<LaterTurnout>,
    /// What follows where fewer are elected than there are seats.
    pub shortfall: ShortfallDraft,
    /// How long those elected serve.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<TermDraft>,
    /// What differs in a by-election (补选).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_election: Option<ByElectionDraft>,
    /// How a seat that falls vacant is filled.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vacancy: Option<VacancyDraft>,
    /// How those elected are recalled (罢免).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recall: Option<RecallDraft>,
}

/// A least and a most of seats, both included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SeatsDraft {
    /// The least, at least 1.
    pub least: u32,
    /// The most.
    pub most: u32,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// How many candidates there must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidatesRuleDraft {
    /// How many more than seats.
    pub surplus: SurplusDraft,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// How many more candidates than seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SurplusDraft {
    /// Any number of candidates.
    Any,
    /// As many as seats (等额).
    Equal,
    /// So many more (差额).
    Exactly(u32),
    /// From so many to so many more.
    Range(SurplusRangeDraft),
    /// More by a share of the seats, such as a third to the whole.
    Ratio(SurplusRatioDraft),
}

/// A least and a most of candidates beyond the seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurplusRangeDraft {
    /// The least.
    pub least: u32,
    /// The most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u32>,
}

/// A least and a most of candidates beyond the seats, as shares of the seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SurplusRatioDraft {
    /// The least share; the number is rounded up.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub least: Ratio,
    /// The most; the number is rounded down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub most: Option<Ratio>,
}

/// A joint nomination that is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NominationDraft {
    /// Who nominates.
    pub by: Measure,
    /// At least so many of them.
    pub least: u64,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A clause that a candidate must meet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConditionDraft {
    /// The clause.
    pub clause: String,
    /// What is asked.
    pub label: Text,
}

/// What can stand on a ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BallotFormDraft {
    /// The marks beside a name, `yes` among them.
    pub marks: Vec<BallotMark>,
    /// How many names may have a yes.
    pub choose: Choose,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A mark on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BallotMark {
    /// For (赞成).
    Yes,
    /// Against (反对).
    No,
    /// Neither (弃权).
    Abstain,
    /// Somebody who is not on the list (另选他人).
    WriteIn,
}

/// How many names of a ballot may have a yes; a ballot beyond that is void.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Choose {
    /// At most as many as seats.
    UpToSeats,
    /// Exactly as many as seats; a blank ballot stays valid.
    ExactlySeats,
    /// Any number.
    Any,
}

/// A share of voters or ballots that a poll must reach.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PollShareDraft {
    /// What is counted.
    pub part: PollBase,
    /// Of how many.
    pub base: PollBase,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// What a candidate needs to win; without a share the most votes are enough.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WinDraft {
    /// The share of yes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<WinShareDraft>,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// A share of yes that a candidate needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WinShareDraft {
    /// Of how many.
    pub base: PollBase,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
}

/// By what those who pass are put in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SeatOrder {
    /// The most yes first (得票多的当选).
    MostYes,
    /// The most yes less no first.
    YesLessNo,
}

/// What breaks a tie for the last seats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TieRule {
    /// A poll among the tied; the most votes win.
    Revote,
    /// A lot that anyone can repeat (抽签).
    Lot,
    /// The greater seniority.
    Seniority,
    /// The chair chooses.
    CastingVote,
}

/// Whether a later poll needs a turnout.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum LaterTurnout {
    /// That of the first poll.
    AsFirst,
    /// None.
    None,
}

/// What follows where seats stay open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ShortfallDraft {
    /// They stay open.
    LeaveOpen,
    /// Another poll for them (另行选举).
    Rerun(RerunDraft),
}

/// Another poll for the seats that stayed open (另行选举).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RerunDraft {
    /// How many more candidates than open seats.
    pub surplus: SurplusDraft,
    /// Who stands.
    pub from: RerunFrom,
    /// What a candidate needs.
    pub win: WinDraft,
    /// Whether it needs a turnout.
    pub turnout: LaterTurnout,
    /// Within so many days after the poll.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within_days: Option<u32>,
    /// It must be held only if fewer than this were elected; otherwise it may.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub below: Option<u32>,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// Who stands in a rerun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RerunFrom {
    /// Those with the most votes who were not elected.
    BestNotElected,
    /// Any who were not elected.
    NotElected,
    /// Anyone.
    Anyone,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TermDraft {
    /// So many years.
    pub years: u32,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// What differs in a by-election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ByElectionDraft {
    /// How many more candidates than seats.
    pub surplus: SurplusDraft,
    /// How long those elected serve.
    pub term: ByElectionTerm,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// How long those elected in a by-election serve.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ByElectionTerm {
    /// To the end of the term of the body.
    RestOfTerm,
    /// A full term.
    Full,
}

/// How a vacant seat is filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VacancyDraft {
    /// In which way.
    pub fill: VacancyFill,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

/// In which way a vacant seat is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VacancyFill {
    /// By the next of the last count who passed the win test (依次递补).
    NextInOrder,
    /// By a by-election (补选).
    ByElection,
    /// It stays open to the end of the term.
    StaysOpen,
}

/// How those elected are recalled (罢免).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecallDraft {
    /// Who can demand it: any one of these is enough.
    pub petition: Vec<PetitionDraft>,
    /// When the poll is valid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub turnout: Option<PollShareDraft>,
    /// When the recall passes.
    pub pass: WinDraft,
}

/// A share of a body that can demand a recall.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PetitionDraft {
    /// A word for the body, such as `voters`.
    pub of: String,
    /// Its name.
    pub label: Text,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}
