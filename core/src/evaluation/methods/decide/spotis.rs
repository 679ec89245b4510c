//! SPOTIS: the distance from the best value within bounds that do not depend on who is compared.

use super::weighed;
use crate::evaluation::methods::columns::{by_rows, ranges, same_count, within};
use crate::evaluation::methods::{Direction, Matrix, MethodError, Weights};
use crate::kernel::{Faults, Result};

/// The weighted distance from the better bound of each criterion over the width of its bounds.
pub(super) fn spotis(matrix: &Matrix<'_>, weights: &Weights, bounds: Option<&[(f64, f64)]>) -> Result<Vec<f64>> {
    let weights = weighed(matrix, weights)?;
    let bounds: Vec<(f64, f64)> = match bounds {
        None => ranges(matrix)?.iter().map(|range| (range.min, range.max)).collect(),
        Some(given) => {
            same_count("bounds", given.len(), matrix.criteria().len())?;
            let mut faults = Faults::new();
            for (j, (low, high)) in given.iter().enumerate() {
                let fits = low.is_finite() && high > low && (high - low).is_finite();
                faults.take("", within(&format!("bounds[{j}]"), *high, fits, "an upper bound above the lower one"));
            }
            for (criterion, (low, high)) in matrix.criteria().iter().zip(given) {
                let outside = |(_, x): &(usize, &f64)| **x < *low || **x > *high;
                for (row, x) in criterion.values().iter().enumerate().filter(outside) {
                    let (got, low, high) = (x.to_string(), low.to_string(), high.to_string());
                    faults.push(format!("[{row}].{}", criterion.key()), MethodError::OutsideBounds { got, low, high });
                }
            }
            faults.into_result()?;
            given.to_vec()
        }
    };
    let terms: Vec<(f64, f64, f64)> = matrix
        .criteria()
        .iter()
        .zip(bounds)
        .zip(weights)
        .map(|((criterion, (low, high)), weight)| match criterion.direction() {
            Direction::Higher => (high, low - high, *weight),
            Direction::Lower => (low, high - low, *weight),
        })
        .collect();
    let [scores] = by_rows(matrix, &terms, [0.0], |(best, width, weight), values, [out]| {
        for (out, x) in out.iter_mut().zip(values) {
            *out += weight * ((x - best) / width);
        }
    });
    Ok(scores)
}
