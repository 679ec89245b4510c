//! The result of an election, and the record of it.

use serde::{Deserialize, Serialize};

use super::{PollKind, TieRule};
use crate::kernel::{Day, Digest, Key, Status, Text, Value};
use crate::wire::participation::{Caution, PackRef};

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
    /// The least number of new ballots that flips it: all yes where it fails, none yes where it holds; no more than are left on
    /// the roll.
    pub added: Option<u64>,
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
    pub draws: Vec<TieDraw>,
    /// Those who got the seats, if it is broken here.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub chosen: Vec<Key>,
}

/// One draw of a lot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TieDraw {
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
    /// The packs whose clauses the rules cite, where the record was made beside them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PackRef>>"))]
    pub packs: Vec<PackRef>,
    /// What a reader must know of those clauses.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Caution>>"))]
    pub cautions: Vec<Caution>,
    /// That this is no legal advice.
    pub notice: Text,
    /// The digest of all the rest.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}
