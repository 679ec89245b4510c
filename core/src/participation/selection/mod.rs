//! Staged selection (群众推荐、考试考核、票决、预审、公示、责任追究): a stage machine in which persons are only counted.
//!
//! Who fails which clause is nobody's business here: a clause about a person is answered by the caller through
//! [`ElectionRules::admit`](super::election::ElectionRules::admit) or a call of their own, and only how many passed is written down. What a stage
//! asks of its procedure (a share of a vote, the days of a notice, a post that answers for it) is tested and explained.

mod error;
mod run;
#[cfg(test)]
mod tests;

pub use crate::wire::participation_selection::{SelectionView, StageKind, StageView};
pub use error::SelectionError;
pub use run::Selection;
