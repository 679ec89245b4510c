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
//! | `met-down` | `target` | all where value <= target, else nothing | `<key>` |
//! | `tiers` | `tiers` of `least`, `share` | that of the first tier whose inclusive bound the value reaches | `<key>` |
//! | `tiers` | `tiers` of `most`, `share` | that of the first tier whose inclusive bound the value does not pass | `<key>` |
//! | `piecewise` | `curve` of `value`, `share` | linear between the given points, at the ends level | `<key>` |
//! | `deduct` | `each` or `events` of `key`, `each`; `floor` (0) | points less each × count, not below `floor` (扣完为止) | `<key>` or `<key>_<event>` |
//! | `rate` | `target` (1) | numerator / denominator / target, at most 1 | `<key>` as `76/173`, or `<key>_numerator` and `<key>_denominator` |
//! | `ballots` | `classes` of `key`, `weight` | mean of the votes by class, weighted over the classes that voted | `<key>_<class>_excellent`, `_competent`, `_basic`, `_incompetent`, `_abstain` |
//! | `three-rates` | `parts` of `key`, `weight` (1), `target` (1) | mean of the rates against their targets, each at most 1 (三率) | `<key>_<part>` as `rate` |
//! | `progress` | `target`, `worst` (0) | the change (value - last) / \|last\| on the line from `worst` to `target`, from 0 to 1 | `<key>` and `<key>_last` |
//!
//! A value is missing where its cell is empty, the denominator of its rate or its last value is zero, or no class voted.
//! Then the policy of the indicator decides, [`Missing`], and beside the total stands `worst_case`: what it would be if every
//! missing value were the worst one.
//!
//! | for | types |
//! |---|---|
//! | the scheme | [`Scheme`], [`Group`], [`Indicator`], [`Rule`] |
//! | its choices | [`Subject`], [`Weights`], [`Missing`], [`Effect`], [`Basis`], [`Ties`], [`Peers`], [`Unresolved`] |
//! | values | [`Table`](crate::wire::Table), [`Cells`] |
//! | results | [`Scorecard`] and the types of [`wire::evaluation`](crate::wire::evaluation) |
//! | several evaluations | [`SchemeSets`] (考核转变), [`Cascade`] (区考街、街考社区) |
//! | ballots | [`Appraisal`] (民主评议) |
//! | letters | [`Letters`] (层层签订责任书) |
//! | registers | [`Campaigns`], [`Practices`], [`Standards`], [`EvidenceLedger`], [`Retrospectives`], [`Boards`] |
//! | charts | [`chart`] |
//! | faults | [`SchemeError`], [`AppraisalError`] |

mod appraisal;
mod award;
mod card;
mod cascade;
mod cells;
pub mod certainty;
pub mod chart;
mod check;
mod check_rule;
mod check_tree;
mod error;
mod explain;
mod kernel;
mod ledger;
mod letters;
mod lint;
pub mod methods;
mod rank;
mod registers;
mod rows;
mod rule;
mod scheme;
mod score;
mod sets;
mod subjects;
mod whatif;
mod working;
mod worst;

pub use appraisal::{Appraisal, AppraisalError, BallotGrade, VoteBasis};
pub use card::Scorecard;
pub use cascade::{Cascade, CascadeCards, CascadeError, RollUpHow};
pub use error::SchemeError;
pub use ledger::{CheckedLedger, Ledger, LedgerError};
pub use letters::{LetterError, Letters};
pub use registers::{
    BoardKind, Boards, CampaignStage, Campaigns, EvaluationRegisterError, EvidenceLedger, PhaseKind, Practices,
    Retrospectives, Standards,
};
pub use rows::Cells;
pub use rule::{Class, Event, Knot, RatePart, Rule, RuleName, Tier, UpperTier};
pub use scheme::{Basis, Effect, Group, Indicator, Missing, Peers, Scheme, Subject, Ties, Unresolved, Weights};
pub use sets::{SchemeSets, SetCard, SetCards, SetsError};
pub use whatif::{Changes, Costs, Goal, Mark, WhatIfError};

#[cfg(test)]
mod tests;
