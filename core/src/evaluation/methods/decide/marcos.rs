//! MARCOS: utility between the ideal and the anti-ideal alternative.

use super::weighed;
use crate::evaluation::methods::columns::{Range, by_rows, each, positive, sum, sum_terms};
use crate::evaluation::methods::{Direction, Matrix, Weights};
use crate::kernel::Result;

/// Value over best (for a cost best over value), weighed and summed: `s`. With `k-` and `k+` as `s` over that of the worst and of the best
/// values, `f- = k+ / (k+ + k-)` and `f+ = k- / (k+ + k-)`, the score is `(k+ + k-) / (1 + (1 - f+) / f+ + (1 - f-) / f-)`.
pub(super) fn marcos(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    positive(matrix, "MARCOS")?;
    let ranges = each(matrix, Range::any)?;
    let directions = matrix.criteria().iter().map(super::super::Criterion::direction);
    let terms: Vec<_> = ranges.into_iter().zip(weights).zip(directions).collect();
    let ratio =
        |x: f64, best: f64, direction: Direction| if direction == Direction::Higher { x / best } else { best / x };
    let [sums] = by_rows(matrix, &terms, [0.0], |((range, weight), direction), values, [out]| {
        let best = range.best();
        for (out, x) in out.iter_mut().zip(values) {
            *out += *weight * ratio(*x, best, *direction);
        }
    });
    let worst = |((range, weight), direction): &((Range, &f64), Direction)| {
        *weight * ratio(range.worst(), range.best(), *direction)
    };
    let worst = sum_terms(terms.iter().map(worst));
    let best = sum(weights);
    let score = |s: f64| {
        let (low, high) = (s / worst, s / best);
        let (of_low, of_high) = (high / (high + low), low / (high + low));
        (high + low) / (1.0 + (1.0 - of_high) / of_high + (1.0 - of_low) / of_low)
    };
    Ok(sums.into_iter().map(score).collect())
}
