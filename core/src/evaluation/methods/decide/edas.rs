//! EDAS: how far above and below the average of each criterion.

use super::weighed;
use crate::evaluation::methods::columns::{NOISE, by_rows, each, extremes, finite, mean, sum};
use crate::evaluation::methods::{Direction, Matrix, MethodError, Weights};
use crate::kernel::{Error, Result};

/// The weighted relative distances above the average over their greatest, and one less those below it over theirs; the mean of both.
pub(super) fn edas(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    let means = each(matrix, |criterion| {
        let mean = finite(mean(criterion.values()), || format!("the sum of `{}`", criterion.key()))?;
        if mean > 0.0 {
            return Ok(mean);
        }
        let key = criterion.key().to_string();
        Err(Error::at(key.as_str(), MethodError::MeanNotPositive { criterion: key.clone(), got: mean.to_string() }))
    })?;
    let signs = matrix.criteria().iter().map(|criterion| match criterion.direction() {
        Direction::Higher => 1.0,
        Direction::Lower => -1.0,
    });
    let terms: Vec<(f64, f64)> =
        means.iter().zip(weights).zip(signs).map(|((m, w), sign)| (*m, sign * w / m)).collect();
    let [above, below] = by_rows(matrix, &terms, [0.0; 2], |(mean, by), values, [above, below]| {
        for ((above, below), x) in above.iter_mut().zip(below).zip(values) {
            let distance = (x - mean) * by;
            *above += distance.max(0.0);
            *below += (-distance).max(0.0);
        }
    });
    let ((_, most_above), (_, most_below)) = (extremes(&above), extremes(&below));
    let noise = NOISE * sum(weights);
    if most_above <= noise || most_below <= noise {
        return Err(MethodError::RowsAllEqual.into());
    }
    let score = |(above, below): (&f64, &f64)| f64::midpoint(above / most_above, 1.0 - below / most_below);
    Ok(above.iter().zip(&below).map(score).collect())
}
