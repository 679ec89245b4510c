//! Matrices of columns, from a seed or from the files that the peers read too.

use std::path::Path;

use shequ::evaluation::certainty::ExactTable;
use shequ::evaluation::methods::{Criterion, Direction, ExactCriterion, ExactMatrix, Matrix};
use shequ::kernel::{Key, Ratio, Result};

use crate::Seeded;

/// Columns of whole numbers below `bound`.
pub fn ints(rows: usize, columns: usize, bound: u64, seed: u64) -> Vec<Vec<i64>> {
    let mut seeded = Seeded::new(seed);
    let mut cell = || i64::try_from(seeded.below(bound)).unwrap_or(0);
    (0..columns).map(|_| (0..rows).map(|_| cell()).collect()).collect()
}

/// Columns of floats from 1 to 100 with no pattern.
pub fn floats(rows: usize, columns: usize, seed: u64) -> Vec<Vec<f64>> {
    let mut seeded = Seeded::new(seed);
    let steps = 1_u32 << 30;
    let mut cell = || 1.0 + 99.0 * f64::from(u32::try_from(seeded.below(steps.into())).unwrap_or(0)) / f64::from(steps);
    (0..columns).map(|_| (0..rows).map(|_| cell()).collect()).collect()
}

/// The columns of a file of eight bytes a number, column by column.
///
/// # Errors
/// Where the file cannot be read.
pub fn read<T>(path: &Path, rows: usize, number: impl Fn([u8; 8]) -> T) -> std::io::Result<Vec<Vec<T>>> {
    let bytes = std::fs::read(path)?;
    let (words, _) = bytes.as_chunks::<8>();
    Ok(words.chunks(rows).map(|column| column.iter().map(|word| number(*word)).collect()).collect())
}

/// Whole percents that sum to 100, no two neighbours alike: those of `peers/evaluation/inputs.py`.
pub fn percents(columns: usize) -> Vec<i64> {
    let base = 100 / columns - 1;
    let mut weights: Vec<i64> = (0..columns).filter_map(|j| i64::try_from(base + j % 3).ok()).collect();
    let rest = 100 - weights.iter().sum::<i64>();
    if let Some(last) = weights.last_mut() {
        *last += rest;
    }
    weights
}

/// The same as shares.
#[expect(clippy::cast_precision_loss, reason = "whole percents")]
pub fn shares(columns: usize) -> Vec<f64> {
    percents(columns).into_iter().map(|percent| percent as f64 / 100.0).collect()
}

fn key(prefix: char, at: usize) -> Result<Key> {
    format!("{prefix}{at:02}").parse()
}

/// Whole numbers as an exact matrix, which borrows them.
///
/// # Errors
/// None for columns of one length.
pub fn exact(columns: &[Vec<i64>]) -> Result<ExactMatrix<'_>> {
    let keys = (0..columns.len()).map(|j| key('c', j)).collect::<Result<Vec<_>>>()?;
    let criteria = keys.into_iter().zip(columns);
    ExactMatrix::new(criteria.map(|(key, values)| ExactCriterion::new(key, Direction::Higher, 0, values)).collect())
}

/// Floats as a matrix, which borrows them; with `costs`, less is better of every third.
///
/// # Errors
/// None for finite columns of one length.
pub fn matrix(columns: &[Vec<f64>], costs: bool) -> Result<Matrix<'_>> {
    let direction = |j: usize| if costs && j % 3 == 2 { Direction::Lower } else { Direction::Higher };
    let criteria = columns.iter().enumerate().map(|(j, values)| Ok(Criterion::new(key('c', j)?, direction(j), values)));
    Matrix::new(criteria.collect::<Result<_>>()?)
}

/// Units in half points from 0 to 10 for the bounds of ranks, with weights from 1 to 5.
///
/// # Errors
/// None for what this writes.
pub fn bounded(units: usize, criteria: usize, seed: u64) -> Result<(ExactTable, Vec<Ratio>)> {
    let columns = ints(units, criteria, 21, seed);
    let matrix = exact(&columns)?;
    let keys = (0..units).map(|u| key('u', u)).collect::<Result<_>>()?;
    let mut seeded = Seeded::new(seed + 100);
    let weights = (0..criteria).map(|_| Ratio::from(i128::from(1 + seeded.below(5)))).collect();
    Ok((ExactTable::new(keys, &matrix)?, weights))
}
