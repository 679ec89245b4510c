//! Statistical methods for composite indicators and for decisions by several criteria, on float64.
//!
//! They rank and compare; the points of a scheme are exact and are made elsewhere, by [`Scheme`](super::Scheme). No value in or
//! out is NaN or infinite. Sums run in the order of rows and of criteria, and logarithms, powers and roots come from one portable
//! implementation, so a result is the same bit for bit on every machine.

/// Writes and reads a closed list by the `name` of each of its `ALL`.
macro_rules! named {
    ($name:ident) => {
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.name())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::kernel::Error;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                let found = Self::ALL.into_iter().find(|method| method.name() == text);
                found.ok_or_else(|| {
                    let have = Self::ALL.map(Self::name).join(", ");
                    let got = text.chars().take(40).collect();
                    $crate::evaluation::methods::MethodError::UnknownMethod { got, have }.into()
                })
            }
        }
    };
}

#[cfg(test)]
mod cases;
mod columns;
pub mod decide;
mod error;
pub mod index;
mod matrix;
pub mod normalise;
mod options;
pub(in crate::evaluation) mod sums;
mod tables;
pub mod treat;
pub mod weigh;

pub use decide::{
    Closeness, Decision, Electre, Flows, Method, MethodName, OrderWeights, Outranking, Preference, Ranking, Scaling,
    TopsisNorm, Vikor, copeland, electre, promethee, topsis, vikor,
};
pub use error::MethodError;
pub use index::{
    Description, ExactCriterion, ExactMatrix, Filled, Filler, Imputation, Index, IndexCard, IndexError, Mean, MeanName,
    Normalising, Observations, Otherwise, Rank, RankTies, Screened, Screening, Totals, Variable, ranks,
};
pub use matrix::{Criterion, Direction, Matrix};
pub use normalise::{Goalposts, Normalisation, Normaliser, normalise};
pub use options::{Decide, Normalise};
pub use tables::{UNIT, directions, in_order, known, ranks_finite, row_names, row_of};
pub use treat::{Shape, Transform, TransformName, Treated, Treatment, Winsorised};
pub use weigh::{
    BestWorst, BestWorstModel, BestWorstWeights, Consistency, Doubt, Judgements, PieShares, Priorities, RandomIndex,
    WeighError, Weighting, Weights, benefit_of_doubt, benefit_of_doubt_with,
};
