//! The weighted sum, the weighted product, and WASPAS between the two.

use super::scaling::{Scaled, Scaling};
use super::weighed;
use crate::evaluation::methods::columns::{by_rows, within};
use crate::evaluation::methods::{Matrix, MethodError, Weights};
use crate::kernel::{Faults, Result};

fn terms(matrix: &Matrix<'_>, weights: &Weights, scaling: Scaling) -> Result<Vec<(Scaled, f64)>> {
    let weights = weighed(matrix, weights)?;
    Ok(scaling.of(matrix)?.into_iter().zip(weights.iter().copied()).collect())
}

pub(super) fn sum(matrix: &Matrix<'_>, weights: &Weights, scaling: Scaling) -> Result<Vec<f64>> {
    let terms = terms(matrix, weights, scaling)?;
    let [scores] = by_rows(matrix, &terms, [0.0], |(scaled, weight), values, [out]| {
        scaled.add_to(values, out, |sum, x| sum + weight * x);
    });
    Ok(scores)
}

/// Each scaled value above zero, but where its weight is zero.
fn all_positive(matrix: &Matrix<'_>, terms: &[(Scaled, f64)], needed_by: &str) -> Result<()> {
    let mut faults = Faults::new();
    for (criterion, (scaled, _)) in matrix.criteria().iter().zip(terms).filter(|(_, (_, weight))| *weight > 0.0) {
        for (row, x) in criterion.values().iter().enumerate().filter(|(_, x)| scaled.of(**x) <= 0.0) {
            let fault = MethodError::ValueNotPositive { got: x.to_string(), needed_by: needed_by.to_owned() };
            faults.push(format!("[{row}].{}", criterion.key()), fault);
        }
    }
    faults.into_result()
}

/// The logarithm of the product.
fn log_product(matrix: &Matrix<'_>, terms: &[(Scaled, f64)], needed_by: &str) -> Result<Vec<f64>> {
    all_positive(matrix, terms, needed_by)?;
    let [logs] = by_rows(matrix, terms, [0.0], |(scaled, weight), values, [out]| {
        if *weight > 0.0 {
            scaled.add_to(values, out, |sum, x| sum + weight * libm::log(x));
        }
    });
    Ok(logs)
}

pub(super) fn product(matrix: &Matrix<'_>, weights: &Weights, scaling: Scaling) -> Result<Vec<f64>> {
    let terms = terms(matrix, weights, scaling)?;
    Ok(log_product(matrix, &terms, "the weighted product")?.into_iter().map(libm::exp).collect())
}

pub(super) fn waspas(matrix: &Matrix<'_>, weights: &Weights, lambda: f64) -> Result<Vec<f64>> {
    within("lambda", lambda, (0.0..=1.0).contains(&lambda), "a share from 0 to 1")?;
    let sums = sum(matrix, weights, Scaling::Max)?;
    let terms = terms(matrix, weights, Scaling::Max)?;
    let logs = log_product(matrix, &terms, "WASPAS")?;
    Ok(sums.iter().zip(logs).map(|(sum, log)| lambda * sum + (1.0 - lambda) * libm::exp(log)).collect())
}
