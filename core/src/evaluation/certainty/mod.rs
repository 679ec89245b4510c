//! Certainty (稳健性): how far a ranking can be trusted.
//!
//! Two worlds that do not mix. On float64, for any method: draws of weights, values and methods, with the ranks that follow
//! ([`Study`]), and which input makes an output vary ([`sobol`]). On exact numbers, for the sum of weight times value: the best and the
//! worst rank over a box of weights with a proof ([`ExactTable::rank_bounds`]), break-even weights, dominance, and a warning where an
//! award rests on a thin margin ([`award_margins`]).
//!
//! Everything random takes a seed. Each draw has a ChaCha stream of its own, so a draw can be made again alone, and the result is the
//! same bit for bit on any number of threads and on every machine; what is counted over draws is exact.
//!
//! | for | types |
//! |---|---|
//! | draws | [`Study`], [`WeightDraws`], [`Noise`], [`MethodChoice`], [`Model`], [`Draw`] |
//! | the same by the keys of units | [`UnitStudy`], [`UnitSample`], [`directed`] |
//! | ranks of draws | [`RankSample`], [`RankSummary`], [`Duel`], [`Levels`] |
//! | sensitivity | [`sobol`], [`SobolPlan`], [`SobolIndices`], [`weight_sensitivity`] |
//! | exact scores | [`ExactTable`], [`ExactScore`] |
//! | rank bounds | [`WeightBox`], [`RankSearch`], [`RankBounds`], [`RankCheck`] |
//! | comparisons | [`BreakEven`], [`Dominance`], [`DifferenceRange`] |
//! | awards | [`award_margins`], [`AwardMargin`] |
//! | the weights of a scheme | [`Scorecard::exact_table`](super::Scorecard::exact_table), [`Scorecard::rank_intervals`](super::Scorecard::rank_intervals) |
//! | faults | [`CertaintyError`] |

mod block;
mod bounds;
mod card;
mod compare;
mod error;
mod exact;
mod hinge;
mod margin;
mod model;
mod polytope;
mod proof;
mod ranks;
mod sample;
mod search;
mod sensitivity;
mod sobol;
mod stream;
mod study;
mod tables;
mod unit_study;
mod units;
mod weights;
mod wishes;

pub use bounds::{BoundStatus, CriterionWeight, ExactTies, RankBound, RankBounds, RankCheck, RankSearch};
pub use compare::{BreakEven, BreakEvenWeight, DifferenceRange, Dominance, Dominates, ExactScore};
pub use error::CertaintyError;
pub use exact::ExactTable;
pub use margin::{AwardMargin, Contender, NearUnit, award_margins};
pub use model::{MethodChoice, Model, Noise};
pub use polytope::WeightBox;
pub use sample::{Duel, Levels, RankSample, RankSummary};
pub use sensitivity::{RankOutput, weight_sensitivity};
pub use sobol::{Sampling, SobolIndex, SobolIndices, SobolPlan, sobol};
pub use study::{Draw, MOST_RANKS, Study};
pub use tables::bounds_table;
pub use unit_study::{UnitSample, UnitStudy};
pub use units::directed;
pub use weights::WeightDraws;

#[cfg(test)]
mod tests;
