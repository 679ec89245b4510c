//! MABAC: how far above the border between good and bad each alternative lies.

use super::scaling::Scaling;
use super::weighed;
use crate::evaluation::methods::columns::{by_rows, count, sum_of};
use crate::evaluation::methods::{Matrix, Weights};
use crate::kernel::Result;

/// Each value from 0 to 1 for the best, plus one, times its weight; less the geometric mean of these over the rows.
pub(super) fn mabac(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    let scaled = Scaling::MinMax.of(matrix)?;
    let rows = count(matrix.rows());
    let terms: Vec<_> = matrix
        .criteria()
        .iter()
        .zip(scaled)
        .zip(weights)
        .map(|((criterion, scaled), weight)| {
            // The mean of logarithms, where a product over many rows would vanish. The weight comes out of the mean.
            let border = libm::exp(sum_of(criterion.values(), |x| libm::log1p(scaled.of(x))) / rows);
            (scaled, *weight, border)
        })
        .collect();
    let [scores] = by_rows(matrix, &terms, [0.0], |(scaled, weight, border), values, [out]| {
        scaled.add_to(values, out, |sum, x| sum + weight * (x + 1.0 - border));
    });
    Ok(scores)
}
