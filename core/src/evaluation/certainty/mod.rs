//! Certainty (稳健性).

mod block;
mod error;
mod exact;
mod hinge;
mod model;
mod polytope;
mod ranks;
mod sample;
mod search;
mod stream;
mod study;
mod weights;
mod wishes;

pub use error::CertaintyError;
pub use exact::{ExactCriterion, ExactMatrix};
pub use model::{MethodChoice, Model, Noise};
pub use polytope::WeightBox;
pub use sample::{Duel, Levels, RankSample, RankSummary};
pub use study::{Draw, MOST_RANKS, Study};
pub use weights::WeightDraws;

#[cfg(test)]
mod tests;
