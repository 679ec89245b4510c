//! Weights from what is lost when a criterion is left out, or when another one takes its best value.

#![expect(clippy::indexing_slicing, reason = "square tables of the criteria, every index below their number")]

use super::{Weights, spread};
use crate::evaluation::methods::columns::{count, extremes, positive, ranges, several, sum, sum_of, sum_terms};
use crate::evaluation::methods::{Direction, Matrix, WeighError};
use crate::kernel::Result;

/// MEREC. A benefit is least / value, a cost value / greatest; the performance of a row is `ln(1 + mean |ln of these|)`.
pub(super) fn merec(matrix: &Matrix<'_>) -> Result<Weights> {
    positive(matrix, "MEREC")?;
    let criteria = count(matrix.criteria().len());
    let mut logs: Vec<Vec<f64>> = Vec::with_capacity(matrix.criteria().len());
    for criterion in matrix.criteria() {
        let (low, high) = extremes(criterion.values());
        let log = |x: &f64| match criterion.direction() {
            Direction::Higher => libm::log(x / low).abs(),
            Direction::Lower => libm::log(x / high).abs(),
        };
        logs.push(criterion.values().iter().map(log).collect());
    }
    let mut whole = vec![0.0; matrix.rows()];
    for column in &logs {
        for (sum, log) in whole.iter_mut().zip(column) {
            *sum += log;
        }
    }
    let performance = |sum: f64| libm::log1p(sum / criteria);
    let effects: Vec<f64> = logs
        .iter()
        .map(|column| {
            sum_terms(whole.iter().zip(column).map(|(sum, log)| (performance(sum - log) - performance(*sum)).abs()))
        })
        .collect();
    Weights::found(&effects, "every criterion has the same value in every row")
}

/// The impact of losses of each criterion, which sum to one.
fn impact(matrix: &Matrix<'_>) -> Result<Vec<f64>> {
    several(matrix, "CILOS")?;
    positive(matrix, "CILOS")?;
    // A constant would lose nothing whatever the others take, and get an infinite weight.
    ranges(matrix)?;
    let columns: Vec<Vec<f64>> = matrix
        .criteria()
        .iter()
        .map(|criterion| {
            let values = criterion.values();
            match criterion.direction() {
                Direction::Higher => {
                    let total = sum(values);
                    values.iter().map(|x| x / total).collect()
                }
                Direction::Lower => {
                    let total = sum_of(values, |x| 1.0 / x);
                    values.iter().map(|x| 1.0 / x / total).collect()
                }
            }
        })
        .collect();
    let criteria = columns.len();
    // The first row with the greatest share of each criterion.
    let best: Vec<usize> = columns
        .iter()
        .map(|column| (1..column.len()).fold(0, |best, row| if column[row] > column[best] { row } else { best }))
        .collect();
    // The relative loss of criterion j in the best row of criterion i; on the diagonal the negative sum of the column.
    let mut losses: Vec<Vec<f64>> = best
        .iter()
        .map(|&row| columns.iter().zip(&best).map(|(column, &own)| (column[own] - column[row]) / column[own]).collect())
        .collect();
    for j in 0..criteria {
        let total: f64 = losses.iter().map(|row| row[j]).sum();
        losses[j][j] = -total;
    }
    null_vector(losses)
}

/// The vector that a square table takes to zero, scaled to a sum of one: the columns of the table sum to zero, and only the diagonal
/// is negative. Elimination with the largest pivot; the last row gives way to the sum.
fn null_vector(mut table: Vec<Vec<f64>>) -> Result<Vec<f64>> {
    let n = table.len();
    let why = || WeighError::NothingToWeigh {
        why: "several criteria are best in one row and lose nothing to each other".into(),
    };
    if let Some(last) = table.last_mut() {
        last.fill(1.0);
    }
    let mut right = vec![0.0; n];
    right[n - 1] = 1.0;
    for column in 0..n {
        let pivot = (column..n)
            .fold(column, |best, row| if table[row][column].abs() > table[best][column].abs() { row } else { best });
        if table[pivot][column].abs() < 1e-13 {
            return Err(why().into());
        }
        table.swap(column, pivot);
        right.swap(column, pivot);
        for row in column + 1..n {
            let factor = table[row][column] / table[column][column];
            let (above, below) = table.split_at_mut(row);
            for (entry, above) in below[0].iter_mut().zip(&above[column]).skip(column) {
                *entry -= factor * above;
            }
            let above = right[column];
            right[row] -= factor * above;
        }
    }
    let mut out = vec![0.0; n];
    for row in (0..n).rev() {
        let known: f64 = (row + 1..n).map(|k| table[row][k] * out[k]).sum();
        out[row] = (right[row] - known) / table[row][row];
    }
    Ok(out)
}

pub(super) fn cilos(matrix: &Matrix<'_>) -> Result<Weights> {
    Weights::found(&impact(matrix)?, "no criterion loses to another")
}

pub(super) fn idocriw(matrix: &Matrix<'_>) -> Result<Weights> {
    let impact = impact(matrix)?;
    let spread = spread::divergence(matrix)?;
    let both: Vec<f64> = impact.iter().zip(spread).map(|(impact, spread)| impact * spread).collect();
    Weights::found(&both, "no criterion has both spread and losses")
}
