//! Decisions by several criteria (多准则决策): one score for each alternative from a matrix and weights, and a rank.
//!
//! [`Method::decide`] ranks by any method, and [`Method::scores`] gives the scores alone; a method with its usual parameters comes from its name.
//! Where a method has more to show than one number, a function of its own gives it.
//!
//! | method | score | better | takes |
//! |---|---|---|---|
//! | `weighted-sum`, `weighted-product`, `waspas`, `owa` | means of scaled values | higher | see [`Scaling`] |
//! | `topsis` | closeness to the best, [`topsis`] | higher | any values |
//! | `vikor` | Q, [`vikor`] | lower | no constant criterion |
//! | `promethee-ii` | net flow, [`promethee`] | higher | any values |
//! | `mabac` | distance from the border | higher | no constant criterion |
//! | `copras` | degree of utility | higher | no value below zero |
//! | `edas` | appraisal against the average | higher | averages above zero |
//! | `moora` | benefits less costs | higher | any values |
//! | `marcos` | utility between ideal and anti-ideal | higher | values above zero |
//! | `spotis` | distance from the best within bounds | lower | values within the bounds |
//! | `electre-i` | in the kernel or not, [`electre`] | higher | up to 2,000 rows |
//! | `copeland` | majorities won less lost, [`copeland`] | higher | up to 20,000 rows |
//! | `borda` | weighted points for places | higher | any values |

mod additive;
mod copras;
mod decision;
mod distance;
mod edas;
mod electre;
mod explain;
mod mabac;
mod marcos;
mod method;
mod moora;
mod owa;
mod pairwise;
mod preference;
mod promethee;
mod scaling;
mod spotis;
mod vikor;

pub use decision::{Decision, Ranking};
pub use distance::{Closeness, TopsisNorm, topsis};
pub use electre::{Electre, electre};
pub use method::{Method, MethodName};
pub use owa::OrderWeights;
pub use pairwise::{Outranking, copeland};
pub use preference::Preference;
pub use promethee::{Flows, promethee};
pub use scaling::Scaling;
pub use vikor::{Vikor, vikor};

use super::columns::same_count;
use super::{Matrix, Weights};
use crate::kernel::Result;

/// One weight for each criterion.
fn weighed<'w>(matrix: &Matrix<'_>, weights: &'w Weights) -> Result<&'w [f64]> {
    same_count("weights", weights.len(), matrix.criteria().len())?;
    Ok(weights.as_slice())
}

#[cfg(test)]
mod tests;
