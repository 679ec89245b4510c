//! Evaluation (考核): schemes as data, exact scores, and an explanation of every point.
//!
//! A [`Scheme`] (责任书) says what is measured and how a value becomes points; [`Scheme::evaluate`] applies it to a table
//! of values and gives a [`Scorecard`] with totals, grades, ranks and awards. Organisations, posts and services are
//! evaluated, never residents.
//!
//! Every number is exact. A value is an integer at its column's scale, an indicator's score is rounded once by the
//! scheme's rule to its `line_scale`, and what follows are sums of integers; so neither the order of units nor the number
//! of threads can change a digit. What was rounded, capped, vetoed or missing stands in the explanation as a part of its
//! own, and the parts add up.
//!
//! | for | types |
//! |---|---|
//! | the scheme | [`Scheme`], [`Group`], [`Indicator`], [`Rule`] |
//! | its choices | [`Subject`], [`Weights`], [`Missing`], [`Effect`], [`Basis`], [`Ties`], [`Peers`], [`Unresolved`] |
//! | values | [`Table`](crate::wire::Table), [`Cells`] |
//! | results | [`Scorecard`] and the types of [`wire::evaluation`](crate::wire::evaluation) |
//! | faults | [`SchemeError`] |

mod card;
mod cells;
mod check;
mod check_rule;
mod error;
mod explain;
mod kernel;
mod lint;
mod rank;
mod rows;
mod rule;
mod scheme;
mod score;
mod working;

pub use card::Scorecard;
pub use error::SchemeError;
pub use rows::Cells;
pub use rule::{Class, Event, Rule, RuleName, Tier};
pub use scheme::{Basis, Effect, Group, Indicator, Missing, Peers, Scheme, Subject, Ties, Unresolved, Weights};

#[cfg(test)]
mod tests;
