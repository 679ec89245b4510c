//! MOORA, the ratio system: benefits less costs.

use super::weighed;
use crate::evaluation::methods::columns::{by_rows, divisor, each, length};
use crate::evaluation::methods::{Direction, Matrix, Weights};
use crate::kernel::Result;

/// The weighted sum of each value over the length of its column, costs subtracted.
pub(super) fn moora(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    let lengths = each(matrix, |criterion| {
        let length = divisor(criterion, length(criterion.values()))?;
        Ok(if criterion.direction() == Direction::Higher { length } else { -length })
    })?;
    let terms: Vec<(f64, f64)> = lengths.into_iter().zip(weights.iter().copied()).collect();
    let [scores] = by_rows(matrix, &terms, [0.0], |(length, weight), values, [out]| {
        for (out, x) in out.iter_mut().zip(values) {
            *out += weight * (x / length);
        }
    });
    Ok(scores)
}
