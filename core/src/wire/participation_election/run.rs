//! The run of an election as a document.

use serde::{Deserialize, Serialize};

use super::ElectionRulesDraft;
use crate::kernel::{Day, Key};
use crate::pack::Measure;

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
    /// A secret of 16 bytes or more that enters the digest of the run, so that nobody finds a pattern of a ballot by trying.
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
