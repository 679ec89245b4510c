mod bounds;
mod compare;
mod draws;
mod indices;
mod sobol;
mod units;

use super::ExactTable;
use super::stream::{Purpose, Stream};
use crate::evaluation::methods::{Direction, ExactCriterion, ExactMatrix};
use crate::kernel::{Key, Ratio};

/// How many random cases a law is asked of; `SHEQU_FULL=1` raises it.
fn cases(few: u64, many: u64) -> u64 {
    if std::env::var_os("SHEQU_FULL").is_some() { many } else { few }
}

fn random(seed: u64) -> Stream {
    Stream::new(seed, Purpose::Sample, u64::MAX)
}

fn keys(prefix: &str, count: usize) -> Vec<Key> {
    (0..count).map(|i| format!("{prefix}{i}").parse().unwrap()).collect()
}

/// A matrix of whole numbers below `grid`, the rows given.
fn matrix(rows: &[Vec<i64>]) -> ExactTable {
    let criteria = keys("c", rows[0].len()).into_iter().enumerate();
    let column =
        |(j, key)| ExactCriterion::new(key, Direction::Higher, 0, rows.iter().map(|row| row[j]).collect::<Vec<_>>());
    ExactTable::new(keys("u", rows.len()), &ExactMatrix::new(criteria.map(column).collect()).unwrap()).unwrap()
}

fn random_rows(stream: &mut Stream, units: usize, criteria: usize, grid: u64) -> Vec<Vec<i64>> {
    let mut cell = || i64::try_from(stream.below(grid)).unwrap();
    (0..units).map(|_| (0..criteria).map(|_| cell()).collect()).collect()
}

/// One of a few.
fn pick<T: Copy>(stream: &mut Stream, items: &[T]) -> T {
    items[usize::try_from(stream.below(items.len() as u64)).unwrap()]
}

fn ratio(numerator: u64, denominator: u64) -> Ratio {
    Ratio::from_wide(numerator.into(), denominator.into())
}
