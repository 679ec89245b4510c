//! Decisions: a residents' assembly's resolution, an owners' double majority, and what else a pack's questions ask.
//!
//! A question is a rule of a [pack](crate::pack): which clauses make the verdict. It is decided by [`Facts`]
//! (`shequ.facts/1`), which are tallies or, for owners, a list of units. The [`Verdict`] is met, not met or unknown;
//! it holds both sides of each clause, the margins that flip it, what is still missing, and its record.
//!
//! ```
//! use shequ::kernel::{Document, Lang, Status};
//! use shequ::participation::Facts;
//!
//! // Six flats of 45.67 m2, four take part: exactly two thirds of the area, and that is a quorum.
//! let vote = |i: usize| if i < 4 { "yes" } else { "absent" };
//! let flats: Vec<String> = (0..6).map(|i| format!(r#"{{"key": "{i}", "area": "45.67", "vote": "{}"}}"#, vote(i))).collect();
//! let facts = Facts::parse(&format!(r#"{{"format": "shequ.facts/1", "units": [{}]}}"#, flats.join(",")))?;
//!
//! let verdict = shequ::pack::cn().at("2026-03-01".parse()?).decide("owners.ordinary", &facts)?;
//! assert_eq!(verdict.status(), Status::Met);
//! let words = verdict.explain().render(Lang::En);
//! assert!(words.contains("3 × 182.68 >= 2 × 274.02"), "{words}");
//! // One owner who stays away breaks the quorum.
//! assert_eq!(verdict.fewest_units().map(|f| (f.units, f.proven)), Some((1, true)));
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! Facts that are not known are left out. The answer is then unknown and says what to ask, unless what is known
//! settles it already:
//!
//! ```
//! # use shequ::kernel::{Document, Status};
//! # use shequ::participation::Facts;
//! let rules = shequ::pack::cn().at("2025-06-01".parse()?);
//! let facts = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 60}}"#)?;
//! let verdict = rules.decide("residents.assembly.resolution", &facts)?;
//! assert_eq!((verdict.status(), verdict.missing()), (Status::Unknown, vec!["heads.yes".to_owned()]));
//!
//! let facts = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 50}}"#)?;
//! let verdict = rules.decide("residents.assembly.resolution", &facts)?;
//! assert_eq!((verdict.status(), verdict.missing().len()), (Status::NotMet, 0));
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! A record lets anyone evaluate the decision again:
//!
//! ```
//! # use shequ::kernel::Document;
//! # use shequ::participation::{Counts, Facts, Record, Tally, verify};
//! let facts = Facts::of(Counts { heads: Tally::vote(100, 60, 31, 20, 9), ..Counts::default() })?;
//! let record = shequ::pack::cn().at("2025-06-01".parse()?).decide("residents.assembly.resolution", &facts)?.record()?;
//! assert!(verify(&record, shequ::pack::cn(), None, None)?.ok);
//! // With the facts it is also seen whether it is the record of these.
//! assert!(verify(&record, shequ::pack::cn(), Some(&facts), None)?.ok);
//! let text = shequ::kernel::canonical(&record)?;
//! let changed = Record::parse(&text.replace("\"count\":31", "\"count\":32"))?;
//! assert!(!verify(&changed, shequ::pack::cn(), None, None)?.ok);
//! # Ok::<(), shequ::kernel::Error>(())
//! ```
//!
//! Many decisions by one question: make it ready once ([`Rules::question`](crate::pack::Rules::question)) and call
//! [`Question::decide`], which allocates nothing; [`Question::explain`] gives the reasons of those that need them.

#[cfg(test)]
mod above_tests;
#[cfg(test)]
mod answers_tests;
mod batch;
pub mod bodies;
#[cfg(test)]
mod calendar_tests;
#[cfg(test)]
mod casting_tests;
mod change;
mod check;
#[cfg(test)]
mod clause_tests;
mod columns;
pub mod election;
pub mod eligibility;
mod error;
mod facts;
mod feasible;
mod fewest;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod language_tests;
#[cfg(test)]
mod laws;
mod lint;
#[cfg(test)]
mod lint_tests;
mod live;
pub mod meeting;
mod numbers;
mod question;
mod record;
mod roll;
pub mod selection;
mod tally;
mod test;
#[cfg(test)]
mod tests;
pub mod timeline;
mod units;
mod verdict;
mod ways;

pub use crate::wire::participation_meeting::CastingVote;
pub use batch::{Decisions, Detail};
pub use change::{LawChange, changes};
pub use columns::{Cells, Ids, UnitColumns, Votes};
pub use error::ParticipationError;
pub use facts::Facts;
pub use lint::lint;
pub use live::Live;
pub use question::{Decision, Question, decide};
pub use record::{Record, verify};
pub use tally::{Counts, Tally};
pub use units::Units;
pub use verdict::Verdict;
