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
//! # Rules
//!
//! An indicator's score is its points times the share that its rule gives. A parameter of another rule is a fault.
//!
//! | `rule` | parameters | share of the points | columns |
//! |---|---|---|---|
//! | `linear` | `target`, `cap` (1) | value / target, from 0 to `cap` | `<key>` |
//! | `linear-down` | `target`, `worst` | (worst - value) / (worst - target), from 0 to 1 | `<key>` |
//! | `met` | `target` | all where value >= target, else nothing | `<key>` |
//! | `tiers` | `tiers` of `least`, `share` | that of the first tier whose inclusive bound the value reaches | `<key>` |
//! | `deduct` | `each` or `events` of `key`, `each`; `floor` (0) | points less each × count, not below `floor` (扣完为止) | `<key>` or `<key>_<event>` |
//! | `rate` | `target` (1) | numerator / denominator / target, at most 1 | `<key>` as `76/173`, or `<key>_numerator` and `<key>_denominator` |
//! | `ballots` | `classes` of `key`, `weight` | mean of the votes by class, weighted over the classes that voted | `<key>_<class>_excellent`, `_competent`, `_basic`, `_incompetent`, `_abstain` |
//!
//! A value is missing where its cell is empty, the denominator of its rate is zero, or no class voted. Then the policy
//! of the indicator decides, [`Missing`].
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
pub mod certainty;
mod check;
mod check_rule;
mod error;
mod explain;
mod kernel;
mod lint;
pub mod methods;
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
