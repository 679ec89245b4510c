//! Eligibility (资格): may this person take part, and how many may on a whole roll.
//!
//! A question is one of a [pack](crate::pack) whose clauses are all about one person: age on a day, residence since a day,
//! registration, the three groups of villagers, a household's representative, owners, near relatives, a conflict of interest. The
//! answer is met, not met or unknown with the least facts to ask. What is known of a person is a [`Standing`] that lives as long
//! as the call.
//!
//! Three facts are sensitive: political rights, party membership, legal capacity. No type here holds them. The caller answers
//! yes, no or unknown in the call, for one clause, and only where it can decide. A verdict that was reached so and is not met
//! does not say which clause fails.
//!
//! | question | of |
//! |---|---|
//! | one person | [`Eligibility::check`], [`Eligibility::check_answering`] |
//! | a roll | [`Eligibility::roll`]: counts, and the rows that are open |
//! | heads of owners | [`Owners::heads`] |
//! | near relatives | [`Kinship::is_near_relative`] |

mod error;
mod kin;
#[cfg(test)]
mod laws;
mod owners;
mod person;
mod roll;
mod standing;
#[cfg(test)]
mod tests;
mod verdict;

pub use crate::wire::participation_eligibility::{
    Ask, DeveloperHolds, EligibilityClause, EligibilityView, HeadCount, HouseholdCount, Kinship, OpenRow, RollAsk,
    RollCheck,
};
pub use error::EligibilityError;
pub use kin::kinship;
pub use owners::Owners;
pub use person::Eligibility;
pub use standing::{Standing, reference_days};
pub use verdict::EligibilityVerdict;
