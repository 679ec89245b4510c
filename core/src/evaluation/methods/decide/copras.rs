//! COPRAS: benefits, and the costs in proportion to how small they are.

use super::weighed;
use crate::evaluation::methods::columns::{by_rows, divisor, each, extremes, not_negative, sum, sum_of};
use crate::evaluation::methods::{Direction, Matrix, MethodError, Weights};
use crate::kernel::{Error, Faults, Result};

/// The weighted shares of a row in the sum of each criterion, benefits and costs apart; the costs of all rows are dealt out again in
/// inverse proportion to a row's own; the result over the greatest.
pub(super) fn copras(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    not_negative(matrix, "COPRAS")?;
    let sums = each(matrix, |criterion| divisor(criterion, sum(criterion.values())))?;
    let directions = matrix.criteria().iter().map(super::super::Criterion::direction);
    let terms: Vec<_> = sums.into_iter().zip(weights).zip(directions).collect();
    let [mut scores, costs] = by_rows(matrix, &terms, [0.0; 2], |((sum, weight), direction), values, [plus, minus]| {
        let out = if *direction == Direction::Higher { plus } else { minus };
        for (out, x) in out.iter_mut().zip(values) {
            *out += *weight * (x / sum);
        }
    });
    if terms.iter().any(|((_, weight), direction)| *direction == Direction::Lower && **weight > 0.0) {
        let mut faults = Faults::new();
        for (row, got) in costs.iter().enumerate().filter(|(_, cost)| **cost <= 0.0) {
            let needed_by = "COPRAS of the costs of a row together".into();
            faults.push(format!("[{row}]"), MethodError::ValueNotPositive { got: got.to_string(), needed_by });
        }
        faults.into_result()?;
        let whole = sum(&costs);
        let inverses = sum_of(&costs, |cost| 1.0 / cost);
        for (score, cost) in scores.iter_mut().zip(&costs) {
            *score += whole / (cost * inverses);
        }
    }
    let (_, greatest) = extremes(&scores);
    if greatest <= 0.0 {
        return Err(Error::from(MethodError::RowsAllEqual));
    }
    Ok(scores.iter().map(|score| score / greatest).collect())
}
