//! Weights from how much a criterion spreads over the rows, and from how little it repeats the others.

use super::Weights;
use crate::evaluation::methods::columns::{
    NOISE, count, divisor, each, extremes, length, mean, not_negative, ranges, several, sum, sum_of, sum_terms,
};
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::kernel::Result;

const CONSTANT: &str = "every criterion has the same value in every row";

/// A column scaled to 0 to 1, more being better, less its mean.
pub(super) struct Centred {
    pub values: Vec<f64>,
    /// The length of the centred column: the standard deviation times a number that all columns share.
    pub length: f64,
}

/// The centred columns of a matrix without constants.
pub(super) fn centred(matrix: &Matrix<'_>) -> Result<Vec<Centred>> {
    let columns = matrix.criteria().iter().zip(ranges(matrix)?).map(|(criterion, range)| {
        let width = match criterion.direction() {
            Direction::Higher => range.width(),
            Direction::Lower => -range.width(),
        };
        let scaled: Vec<f64> = criterion.values().iter().map(|x| (x - range.worst()) / width).collect();
        let centre = mean(&scaled);
        let values: Vec<f64> = scaled.iter().map(|x| x - centre).collect();
        let length = sum_of(&values, |x| x * x).sqrt();
        Centred { values, length }
    });
    Ok(columns.collect())
}

/// The correlation of two columns that are not constant.
pub(super) fn correlation(a: &Centred, b: &Centred) -> f64 {
    let product = sum_terms(a.values.iter().zip(&b.values).map(|(x, y)| x * y));
    let correlation = product / (a.length * b.length);
    // What is one but for rounding is one.
    if correlation.abs() > 1.0 - NOISE { correlation.signum() } else { correlation }
}

pub(super) fn standard_deviation(matrix: &Matrix<'_>) -> Result<Weights> {
    several(matrix, "the standard deviation")?;
    let spread: Vec<f64> = centred(matrix)?.iter().map(|column| column.length).collect();
    Weights::found(&spread, CONSTANT)
}

pub(super) fn critic(matrix: &Matrix<'_>) -> Result<Weights> {
    several(matrix, "CRITIC")?;
    let columns = centred(matrix)?;
    let mut conflict = vec![0.0; columns.len()];
    for (j, a) in columns.iter().enumerate() {
        for (k, b) in columns.iter().enumerate().skip(j + 1) {
            let apart = 1.0 - correlation(a, b);
            for at in [j, k] {
                if let Some(sum) = conflict.get_mut(at) {
                    *sum += apart;
                }
            }
        }
    }
    let weights: Vec<f64> = columns.iter().zip(&conflict).map(|(column, conflict)| column.length * conflict).collect();
    Weights::found(&weights, "every criterion repeats every other")
}

/// One less the relative entropy of each criterion.
pub(super) fn divergence(matrix: &Matrix<'_>) -> Result<Vec<f64>> {
    several(matrix, "the entropy")?;
    not_negative(matrix, "the entropy")?;
    let most = libm::log(count(matrix.rows()));
    each(matrix, |criterion| {
        let total = divisor(criterion, sum(criterion.values()))?;
        let entropy = -sum_of(criterion.values(), |x| {
            let share = x / total;
            if share > 0.0 { share * libm::log(share) } else { 0.0 }
        });
        Ok(if constant(criterion) { 0.0 } else { (1.0 - entropy / most).max(0.0) })
    })
}

pub(super) fn entropy(matrix: &Matrix<'_>) -> Result<Weights> {
    Weights::found(&divergence(matrix)?, CONSTANT)
}

/// Of a constant nothing but rounding would be left.
fn constant(criterion: &Criterion<'_>) -> bool {
    let (low, high) = extremes(criterion.values());
    high <= low
}

pub(super) fn angle(matrix: &Matrix<'_>) -> Result<Weights> {
    several(matrix, "the angle")?;
    not_negative(matrix, "the angle")?;
    let angles = each(matrix, |criterion| {
        let values = criterion.values();
        let length = divisor(criterion, length(values))?;
        // The angle from what stands across a column of equal values and what runs along it: near zero an arc cosine would lose half
        // of the digits.
        let along = sum_of(values, |x| x / length) / count(values.len()).sqrt();
        let centre = sum_of(values, |x| x / length) / count(values.len());
        let across = sum_of(values, |x| (x / length - centre) * (x / length - centre)).sqrt();
        Ok(if constant(criterion) { 0.0 } else { libm::atan2(across, along) })
    })?;
    Weights::found(&angles, CONSTANT)
}
