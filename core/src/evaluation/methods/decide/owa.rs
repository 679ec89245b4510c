//! Ordered weighted averages: weights for the best, the second best, and so on.

use super::scaling::Scaling;
use super::weighed;
use crate::evaluation::methods::columns::{count, same_count, sum, within};
use crate::evaluation::methods::{Matrix, Weights};
use crate::kernel::Result;

/// How much the best values of a row count against its worst.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum OrderWeights {
    /// One weight for each place, the first for the row's best value. Yager (1988). `[0, ..., 0, 1]` is the minimum.
    Places(Weights),
    /// The quantifier `r^alpha`: 1 is the weighted mean, above 1 the bad values count more, below 1 the good ones. Yager (1996).
    Power(f64),
}

/// How much of the order the best part `r` of the weights takes.
fn quantified(order: &OrderWeights, steps: &[f64], r: f64) -> f64 {
    match order {
        OrderWeights::Power(alpha) => libm::pow(r, *alpha),
        OrderWeights::Places(_) => {
            // Straight lines between the places.
            let criteria = steps.len().saturating_sub(1);
            let place = (r * count(criteria)).min(count(criteria));
            let mut below = 0;
            while below + 1 < criteria && count(below + 1) <= place {
                below += 1;
            }
            let at = |i: usize| steps.get(i).copied().unwrap_or(1.0);
            at(below) + (at(below + 1) - at(below)) * (place - count(below))
        }
    }
}

/// The values of a row, the best first, each with what its criterion's weight adds to the quantifier.
///
/// With equal weights of the criteria this is the plain ordered average; with equal weights of the places it is the weighted mean
/// (Torra, The weighted OWA operator, International Journal of Intelligent Systems 12, 1997).
pub(super) fn owa(matrix: &Matrix<'_>, weights: &Weights, scaling: Scaling, order: &OrderWeights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    let mut steps = vec![0.0];
    match order {
        OrderWeights::Power(alpha) => {
            within("alpha", *alpha, (1e-3..=1e3).contains(alpha), "from 0.001 to 1000")?;
        }
        OrderWeights::Places(places) => {
            same_count("places", places.len(), weights.len())?;
            let whole = places.sum();
            let mut sum = 0.0;
            for place in places.as_slice() {
                sum += place;
                steps.push(sum / whole);
            }
        }
    }
    let scaled = scaling.of(matrix)?;
    let whole = sum(weights);
    let mut line: Vec<(f64, f64)> = Vec::with_capacity(weights.len());
    let scores = (0..matrix.rows()).map(|row| {
        line.clear();
        line.extend(matrix.row(row).zip(&scaled).zip(weights).map(|((x, scaled), weight)| (scaled.of(x), *weight)));
        line.sort_by(|a, b| b.0.total_cmp(&a.0));
        let (mut taken, mut before, mut score) = (0.0, 0.0, 0.0);
        for (x, weight) in &line {
            taken += weight;
            let upto = quantified(order, &steps, (taken / whole).min(1.0));
            score += (upto - before) * x;
            before = upto;
        }
        score
    });
    Ok(scores.collect())
}
