//! The rules of an election, its run, its result and the record of it, as documents.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Digest, Key, Ratio, Status, Text, Value};
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
    pub marks: Vec<Mark>,
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
pub enum Mark {
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

/// The run of one election, `shequ.election/1`. Ballots enter only as tallies of patterns, or as sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionDraft {
    /// Its name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: Key,
    /// Its rules.
    pub rules: ElectionRulesDraft,
    /// General, or for vacant seats.
    #[serde(default)]
    pub kind: ElectionKind,
    /// The seats to be filled.
    pub seats: u32,
    /// A secret that enters the digest of the run, so that nobody finds a pattern of a ballot by trying.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<String>,
    /// The roll.
    pub roll: RollDraft,
    /// Those who stand, all of whom were admitted.
    pub candidates: Vec<CandidateDraft>,
    /// How many were nominated and not admitted.
    #[serde(default)]
    pub refused: u64,
    /// The polls in the order in which they were held.
    #[serde(default)]
    pub polls: Vec<PollDraft>,
    /// Complaints about polls and seats.
    #[serde(default)]
    pub challenges: Vec<ChallengeDraft>,
    /// The day on which the term begins.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub begins: Option<Day>,
    /// The day after the last of the present term of the body, for a by-election.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub term_ends: Option<Day>,
}

/// General, or for vacant seats.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ElectionKind {
    /// All seats (换届选举).
    #[default]
    General,
    /// Vacant seats (补选).
    ByElection,
}

/// The roll: how many are on it, and what objections changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RollDraft {
    /// How many were on it when it was published.
    pub voters: u64,
    /// Objections to it (异议), without names and reasons.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub objections: Vec<ObjectionDraft>,
}

/// One objection to the roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ObjectionDraft {
    /// The day it was filed.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub filed: Day,
    /// The day it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub decided: Option<Day>,
    /// What became of the roll: 1 more, 1 fewer, or 0; needed once it is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change: Option<i8>,
}

/// One who stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CandidateDraft {
    /// The key under which the list was published.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// How many nominated.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub nominators: Vec<NominatorsDraft>,
    /// Its place by seniority, the greater first; asked for only where a tie needs it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seniority: Option<u32>,
}

/// How many of a kind nominated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NominatorsDraft {
    /// Who.
    pub by: Measure,
    /// How many.
    pub count: u64,
}

/// One poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PollDraft {
    /// Why it is held.
    pub kind: PollKind,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Who stands in a rerun; elsewhere it follows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string[] | null", optional))]
    pub candidates: Option<Vec<Key>>,
    /// Ballots issued and returned.
    pub ballots: BallotsDraft,
    /// The count as tallies of ballot patterns.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub patterns: Option<Vec<PatternDraft>>,
    /// The count as sums by candidate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sums: Option<SumsDraft>,
    /// What broke a tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tie: Option<TieBreakDraft>,
}

/// Why a poll is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PollKind {
    /// The first poll.
    First,
    /// Among the tied (再次投票).
    Revote,
    /// For the seats that stayed open (另行选举).
    Rerun,
    /// In place of a void poll (重新选举).
    NewPoll,
}

/// Ballots issued and returned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BallotsDraft {
    /// Handed out.
    pub issued: u64,
    /// Came back.
    pub returned: u64,
    /// Those who took part in the vote (参加投票的人), where they were counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voters: Option<u64>,
    /// Ballots that cannot be read, or that are void for another reason than too many names.
    #[serde(default)]
    pub spoiled: u64,
}

/// How many ballots were marked in one way. A name that stands in neither list has an abstention.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PatternDraft {
    /// Names with a yes, write-ins among them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(type = "string[]", optional))]
    pub yes: Vec<Key>,
    /// Names with a no.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(type = "string[]", optional))]
    pub no: Vec<Key>,
    /// How many ballots.
    pub count: u64,
}

/// The count as sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SumsDraft {
    /// Ballots with too many names, which are void.
    pub over_full: u64,
    /// Blank ballots, which abstain from all.
    pub blank: u64,
    /// The votes of each name; a candidate that is left out has none.
    pub votes: Vec<VotesDraft>,
}

/// The votes of one name on valid ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VotesDraft {
    /// Whose.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub candidate: Key,
    /// For.
    pub yes: u64,
    /// Against.
    #[serde(default)]
    pub no: u64,
}

/// What broke a tie.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TieBreakDraft {
    /// The seed of the lot, as published.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// The day on which it was announced where the seed would come from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub announced: Option<Day>,
    /// Whom the chair chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string[] | null", optional))]
    pub casting: Option<Vec<Key>>,
}

/// A complaint about a poll or a seat, without names and reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChallengeDraft {
    /// The position of the poll, from 0.
    pub poll: usize,
    /// The day it was filed.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub filed: Day,
    /// The day it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub decided: Option<Day>,
    /// Whether it was upheld; needed once it is decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upheld: Option<bool>,
    /// What it asks for.
    pub effect: ChallengeEffect,
    /// Whose seat, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub candidate: Option<Key>,
}

/// What a complaint asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ChallengeEffect {
    /// That the poll is void.
    PollVoid,
    /// That the election of one is void (当选无效).
    SeatVoid,
}

/// The result of an election.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ElectionView {
    /// The election.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub election: Key,
    /// What was elected.
    pub label: Text,
    /// How far it has come.
    pub state: ElectionState,
    /// The seats.
    pub seats: u32,
    /// Those elected, in the order of the polls and of their votes.
    pub elected: Vec<ElectedView>,
    /// Seats that are not filled.
    pub open_seats: u32,
    /// Whether the list of candidates is as the rules ask.
    pub list: Vec<PollCheck>,
    /// Each poll.
    pub polls: Vec<PollView>,
    /// What follows.
    pub next: NextStep,
    /// The facts that are still needed, by path.
    pub missing: Vec<String>,
    /// What a reader must know beside the result.
    pub cautions: Vec<ElectionCaution>,
    /// The first day of the term, and the first day after it.
    pub term: Option<TermView>,
}

/// How far an election has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ElectionState {
    /// No poll was held.
    NotHeld,
    /// Something must follow.
    Open,
    /// It is over; seats may stay open.
    Complete,
}

/// One who was elected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ElectedView {
    /// Who.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub candidate: Key,
    /// In which poll, by position.
    pub poll: usize,
    /// With so many yes.
    pub yes: u64,
    /// By what.
    pub by: ElectedBy,
}

/// By what one was elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ElectedBy {
    /// By votes.
    Votes,
    /// By lot after a tie.
    Lot,
    /// By seniority after a tie.
    Seniority,
    /// By the casting vote after a tie.
    CastingVote,
}

/// One thing that was tested, with both sides.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PollCheck {
    /// A stable word for it, such as `returned-within-voters` or `turnout`.
    pub check: String,
    /// What it is about.
    pub label: Text,
    /// Whether it holds.
    pub status: Status,
    /// Both sides written out, such as `2 × 598 > 1 × 1200`.
    pub text: String,
    /// The least number of ballots that flips it while the base stands.
    pub margin: Option<u64>,
    /// The clause that asks for it.
    pub clause: Option<String>,
}

/// One poll as it came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PollView {
    /// Why it was held.
    pub kind: PollKind,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The seats it was for.
    pub seats: u32,
    /// Valid, void or unknown.
    pub status: PollStatus,
    /// Reconciliation and turnout.
    pub checks: Vec<PollCheck>,
    /// The ballots by kind, once they are counted.
    pub ballots: Option<BallotKinds>,
    /// Each name, the most votes first.
    pub candidates: Vec<StandingView>,
    /// Who tied for the last seats.
    pub tie: Option<TieView>,
}

/// Whether a poll counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum PollStatus {
    /// It counts.
    Valid,
    /// It does not, and must be held again.
    Void,
    /// Facts are missing.
    Unknown,
}

/// The ballots of a poll by kind; the four add up to those counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BallotKinds {
    /// Valid and not blank.
    pub marked: u64,
    /// Blank: they abstain from all.
    pub blank: u64,
    /// Void for too many names, or too few where exactly as many as seats are asked.
    pub over_full: u64,
    /// Void for another reason.
    pub spoiled: u64,
}

/// One name in a poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StandingView {
    /// Who.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub candidate: Key,
    /// Whether it was written in.
    pub write_in: bool,
    /// For.
    pub yes: u64,
    /// Against.
    pub no: u64,
    /// Neither, on valid ballots.
    pub abstain: u64,
    /// The place by the order of the rules; those who tie share one.
    pub place: u32,
    /// The win test.
    pub win: PollCheck,
    /// What became of it.
    pub outcome: StandingOutcome,
    /// The least number of yes that it must lose to fall behind, or gain to come before, the other side of the line; none
    /// where nobody stands there.
    pub place_margin: Option<u64>,
}

/// What became of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StandingOutcome {
    /// Elected in this poll.
    Elected,
    /// Not elected in this poll.
    NotElected,
    /// Tied for the last seats.
    Tied,
    /// It cannot be said.
    Unknown,
}

/// A tie for the last seats.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TieView {
    /// Who tied, sorted.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub candidates: Vec<Key>,
    /// For so many seats.
    pub seats: u32,
    /// What breaks it.
    pub rule: TieRule,
    /// The draws, if it was broken by lot.
    pub draws: Vec<LotDraw>,
    /// Those who got the seats, if it is broken here.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub chosen: Vec<Key>,
}

/// One draw of a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LotDraw {
    /// The number of the draw, from 1.
    pub draw: u32,
    /// The SHA-256 of the text.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
    /// The remainder of the digest, from 0.
    pub remainder: u32,
    /// Divided by so many names that were left.
    pub left: u32,
    /// The name at that place.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub drawn: Key,
}

/// What follows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NextStep {
    /// What is to be done.
    pub what: NextWhat,
    /// In words.
    pub text: Text,
    /// For so many seats.
    pub seats: u32,
    /// Among these.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub candidates: Vec<Key>,
    /// Whether it must be done, or may.
    pub must: bool,
    /// The last day for it, as counted from the poll without regard to days off.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub by: Option<Day>,
    /// The clause that says so.
    pub clause: Option<String>,
}

/// What follows a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum NextWhat {
    /// The first poll.
    Poll,
    /// Count, or count again.
    Count,
    /// Find the facts that are missing.
    Ask,
    /// A poll among the tied.
    Revote,
    /// Publish a seed and draw.
    DrawLot,
    /// The chair chooses.
    CastingVote,
    /// Seniority is needed, or does not decide.
    Seniority,
    /// Another poll for the open seats.
    Rerun,
    /// A new poll in place of a void one.
    NewPoll,
    /// Fill a seat whose election is void.
    Vacancy,
    /// Seats stay open.
    SeatsOpen,
    /// All seats are filled.
    Nothing,
}

/// What a reader must know beside a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ElectionCaution {
    /// A stable word for it.
    pub code: String,
    /// The words.
    pub text: Text,
}

/// A term of those elected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TermView {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
}

/// The record of an election, `shequ.election-record/1`: whoever has it and the run evaluates it again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ElectionRecordDraft {
    /// The election.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub election: Key,
    /// The digest of the run with its salt.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub run: Digest,
    /// The digest of the rules.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rules: Digest,
    /// The result as it was given: sums by candidate, no pattern of a ballot.
    #[cfg_attr(feature = "typescript", ts(type = "ElectionView"))]
    pub result: Value,
    /// That this is no legal advice.
    pub notice: Text,
    /// The digest of all the rest.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}
