//! Meetings (会议): called, attended, voted, recorded.
//!
//! | document | type | holds |
//! |---|---|---|
//! | `shequ.meeting/1` | [`Meeting`] | petition, notice, agenda, attendance, proxies, motions and their votes |
//! | `shequ.meeting-record/1` | [`MeetingRecord`] | the aggregate facts, the packs, the result and why |
//! | `shequ.opening/1` | [`Opening`] | one unit of a roll-call, shown to be in a record |
//!
//! A meeting names the clauses of packs that hold for it; [`Meeting::result`] asks them by what the document says and folds
//! the answers: an item of the agenda is met where the meeting was called as it must be, where the item may be voted on, and
//! where its motion, as amended, has its majority. What no clause was named for is not checked, and the result says so.
//!
//! Votes are tallies. Only a roll-call of owners lists units, never of a secret ballot, and a record holds of it the sums and
//! a salted commitment ([`commit_units`], [`open_unit`], [`verify_opening`]). Proxies say who acts for whom and nothing of any vote; a
//! record holds only how many there were.

mod ask;
mod commit;
mod count;
mod document;
mod error;
mod fold;
#[cfg(test)]
mod laws;
mod proxies;
mod record;
#[cfg(test)]
mod record_tests;
mod result;
#[cfg(test)]
mod tests;
mod timeline;

pub use crate::wire::participation_meeting::{
    AgendaItemView, AmendmentOrder, CastingVote, MeetingCheck, MeetingPollView, MeetingView, OffAgenda, UnitCommitment,
    VoidView,
};
pub use commit::Opening;
pub use commit::{commit_units, open_unit, verify_opening};
pub use document::Meeting;
pub use error::MeetingError;
pub use record::{MeetingRecord, verify_meeting};
pub use result::MeetingResult;
