//! Elections (选举) as data: the rules, the run from roll to result, and its record.
//!
//! | document | type | holds |
//! |---|---|---|
//! | `shequ.election-rules/1` | [`ElectionRules`] | seats, surplus of candidates, ballot, turnout, win test, ties, rerun, terms, recall |
//! | `shequ.election/1` | [`Election`] | one run by its rules: roll, candidates, polls, complaints |
//! | `shequ.election-record/1` | [`ElectionRecord`] | the result, and the digest of the run |
//!
//! A poll is looked at in this order: ballots are reconciled (returned within voters, voters within issued, issued
//! within the roll, counted as returned); then the turnout; then each name's win test; then the order, the line of the
//! last seat and ties across it. More ballots than voters make a poll void, fewer counted than returned leave it
//! unknown, and each verdict says which. A fact that is not known leaves open only what it decides.
//!
//! The vote is secret. Ballots enter as tallies of patterns or as sums: no type here links a voter to a ballot, and the
//! record holds sums alone.
//!
//! What the rules can say follows the Electoral Law of China (2020), art. 28-32, 41-45 and 57, and the Organic Law of
//! Villagers' Committees (2018), art. 13-20, as far as their texts were read. Both are data for [`ElectionRules`], not
//! code; which clauses hold on a day is for a [pack](crate::pack) to say ([`ElectionRules::gaps`]).

pub(super) mod admit;
mod agree;
mod count;
mod error;
mod explain;
mod fold;
#[cfg(test)]
mod laws;
mod lot;
mod poll;
mod recall;
mod record;
#[cfg(test)]
mod record_tests;
mod result;
mod rules;
mod run;
pub(super) mod share;
#[cfg(test)]
mod tests;

pub use crate::wire::participation_election::{
    ElectedBy, ElectionState, ElectionView, NextWhat, PollKind, PollStatus, StandingOutcome,
};
pub use admit::{Admission, ClauseAnswer};
pub use agree::ClauseDiffers;
pub use error::ElectionError;
pub use lot::draw;
pub use recall::{RecallPoll, RecallView};
pub use record::{ElectionRecord, verify_election};
pub use result::ElectionResult;
pub use rules::ElectionRules;
pub use run::Election;
