//! What methods ask of a column: the same bit for bit in whichever order rows and criteria come.
//!
//! Sums do not depend on the order of the rows ([`sums`](super::sums)), and what is added up over the criteria of a row is added in
//! the order of their keys. Extremes run in eight lanes, so that the processor works on several rows at once.

use super::sums::sums_within;
pub(super) use super::sums::{sum, sum_of, sum_terms};
use super::{Criterion, Direction, Matrix, MethodError as Fault};
use crate::kernel::{Error, Faults, Result};

/// What is smaller than this share of the whole is what rounding left of zero: dividing by it would make a verdict of noise.
pub(super) const NOISE: f64 = 1e-12;

/// A count as a float: exact up to 2^53, which no column reaches.
#[expect(clippy::cast_precision_loss, reason = "counts of rows and criteria are far below 2^53")]
pub(super) const fn count(n: usize) -> f64 {
    n as f64
}

/// The mean.
pub(super) fn mean(values: &[f64]) -> f64 {
    sum(values) / count(values.len().max(1))
}

/// The least and the greatest value.
pub(super) fn extremes(values: &[f64]) -> (f64, f64) {
    let mut low = [f64::INFINITY; 8];
    let mut high = [f64::NEG_INFINITY; 8];
    let (chunks, rest) = values.as_chunks::<8>();
    let parts = chunks.iter().map(<[f64; 8]>::as_slice).chain([rest]);
    for part in parts {
        for ((low, high), &x) in low.iter_mut().zip(&mut high).zip(part) {
            *low = if x < *low { x } else { *low };
            *high = if x > *high { x } else { *high };
        }
    }
    (low.into_iter().fold(f64::INFINITY, f64::min), high.into_iter().fold(f64::NEG_INFINITY, f64::max))
}

/// The length of the column as a vector, also where its squares would overflow or vanish.
pub(super) fn length(values: &[f64]) -> f64 {
    length_within(values, extremes(values))
}

/// The same of a column whose least and greatest value are known.
pub(super) fn length_within(values: &[f64], (low, high): (f64, f64)) -> f64 {
    let largest = (-low).max(high);
    let [squares] = sums_within(values, [largest * largest], |x| [x * x]);
    if (1e-200..1e200).contains(&squares) {
        squares.sqrt()
    } else if largest > 0.0 {
        largest * sum_of(values, |x| (x / largest) * (x / largest)).sqrt()
    } else {
        0.0
    }
}

/// The least and the greatest value of a criterion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Range {
    pub min: f64,
    pub max: f64,
    direction: Direction,
}

impl Range {
    /// The range of any criterion, constant ones too.
    ///
    /// # Errors
    /// `method-beyond-float`.
    pub fn any(criterion: &Criterion<'_>) -> Result<Self> {
        let (min, max) = extremes(criterion.values());
        let range = Self { min, max, direction: criterion.direction() };
        finite(range.width(), || format!("the range of `{}`", criterion.key()))
            .map_err(|error| error.under(criterion.key().as_str()))?;
        Ok(range)
    }

    /// The range of a criterion that tells rows apart.
    ///
    /// # Errors
    /// `criterion-constant`, `method-beyond-float`.
    pub fn of(criterion: &Criterion<'_>) -> Result<Self> {
        let range = Self::any(criterion)?;
        if range.width() > 0.0 { Ok(range) } else { Err(at(criterion, constant(criterion))) }
    }

    pub fn width(&self) -> f64 {
        self.max - self.min
    }

    /// The best value by the criterion's direction.
    pub const fn best(&self) -> f64 {
        match self.direction {
            Direction::Higher => self.max,
            Direction::Lower => self.min,
        }
    }

    /// The worst value by the criterion's direction.
    pub const fn worst(&self) -> f64 {
        match self.direction {
            Direction::Higher => self.min,
            Direction::Lower => self.max,
        }
    }
}

fn constant(criterion: &Criterion<'_>) -> Fault {
    Fault::CriterionConstant { criterion: criterion.key().to_string() }
}

fn at(criterion: &Criterion<'_>, fault: Fault) -> Error {
    Error::at(criterion.key().as_str(), fault)
}

/// What one function makes of each criterion; the faults of all of them.
pub(super) fn each<T>(matrix: &Matrix<'_>, of: impl Fn(&Criterion<'_>) -> Result<T>) -> Result<Vec<T>> {
    let mut faults = Faults::new();
    let made: Vec<T> = matrix.criteria().iter().filter_map(|criterion| faults.take("", of(criterion))).collect();
    faults.into_result().map(|()| made)
}

/// The ranges of all criteria, none of them constant.
pub(super) fn ranges(matrix: &Matrix<'_>) -> Result<Vec<Range>> {
    each(matrix, Range::of)
}

/// A divisor that is above zero, such as a sum or a length.
pub(super) fn divisor(criterion: &Criterion<'_>, divisor: f64) -> Result<f64> {
    if !divisor.is_finite() {
        let what = format!("the sum of `{}`", criterion.key());
        return Err(at(criterion, Fault::BeyondFloat { what }));
    }
    if divisor > 0.0 {
        Ok(divisor)
    } else {
        Err(at(criterion, Fault::CriterionZero { criterion: criterion.key().to_string() }))
    }
}

/// Every value above zero.
pub(super) fn positive(matrix: &Matrix<'_>, needed_by: &str) -> Result<()> {
    cells(matrix, |x| x > 0.0, |got| Fault::ValueNotPositive { got: got.to_string(), needed_by: needed_by.to_owned() })
}

/// No value below zero.
pub(super) fn not_negative(matrix: &Matrix<'_>, needed_by: &str) -> Result<()> {
    cells(matrix, |x| x >= 0.0, |got| Fault::ValueNegative { got: got.to_string(), needed_by: needed_by.to_owned() })
}

fn cells(matrix: &Matrix<'_>, fits: impl Fn(f64) -> bool, fault: impl Fn(f64) -> Fault) -> Result<()> {
    let mut faults = Faults::new();
    for criterion in matrix.criteria() {
        for (row, &got) in criterion.values().iter().enumerate().filter(|(_, x)| !fits(**x)) {
            faults.push(format!("[{row}].{}", criterion.key()), fault(got));
        }
    }
    faults.into_result()
}

/// At least two rows.
pub(super) fn several(matrix: &Matrix<'_>, needed_by: &str) -> Result<()> {
    if matrix.rows() > 1 { Ok(()) } else { Err(Fault::OneRow { needed_by: needed_by.to_owned() }.into()) }
}

/// A list with one entry for each.
pub(super) fn same_count(what: &str, got: usize, expected: usize) -> Result<()> {
    if got == expected {
        Ok(())
    } else {
        Err(Error::at(what, Fault::CountsDiffer { what: format!("`{what}`"), got, expected }))
    }
}

/// A finite number.
pub(super) fn finite(x: f64, what: impl FnOnce() -> String) -> Result<f64> {
    if x.is_finite() { Ok(x) } else { Err(Fault::BeyondFloat { what: what() }.into()) }
}

/// Finite numbers, one a row.
pub(super) fn all_finite(values: Vec<f64>, what: &str) -> Result<Vec<f64>> {
    match values.iter().position(|x| !x.is_finite()) {
        None => Ok(values),
        Some(row) => Err(Error::at(format!("[{row}]"), Fault::BeyondFloat { what: what.to_owned() })),
    }
}

/// A parameter within its range.
pub(super) fn within(what: &str, got: f64, fits: bool, expected: &str) -> Result<()> {
    if fits {
        return Ok(());
    }
    let (got, expected) = (got.to_string(), expected.to_owned());
    Err(Error::at(what, Fault::ParameterInvalid { what: format!("`{what}`"), got, expected }))
}

/// The criteria in the order of their keys, each with what belongs to it.
pub(super) fn by_key<'m, 'v, T>(
    matrix: &'m Matrix<'v>,
    terms: &'m [T],
) -> impl Iterator<Item = (&'m Criterion<'v>, &'m T)> {
    matrix.by_key().iter().filter_map(|at| matrix.criteria().get(*at).zip(terms.get(*at)))
}

/// How many rows stay in the cache while the criteria go over them.
const BLOCK: usize = 2048;

/// `N` numbers of each row, built up criterion by criterion in the order of their keys, block of rows by block, from what each
/// criterion brings along.
pub(super) fn by_rows<T, const N: usize>(
    matrix: &Matrix<'_>,
    terms: &[T],
    start: [f64; N],
    add: impl Fn(&T, &[f64], [&mut [f64]; N]),
) -> [Vec<f64>; N] {
    let rows = matrix.rows();
    let mut out = start.map(|x| vec![x; rows]);
    for from in (0..rows).step_by(BLOCK) {
        let block = from..rows.min(from + BLOCK);
        for (criterion, term) in by_key(matrix, terms) {
            let values = criterion.values().get(block.clone()).unwrap_or_default();
            add(term, values, out.each_mut().map(|column| column.get_mut(block.clone()).unwrap_or_default()));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_neither_overflows_nor_vanishes() {
        for scale in [1e-300, 1.0, 1e300] {
            let length = length(&[3.0 * scale, -4.0 * scale]) / scale;
            assert!((length - 5.0).abs() < 1e-12, "{scale}: {length}");
        }
        assert!(length(&[0.0, 0.0]) == 0.0);
    }

    #[test]
    fn lanes_see_every_value() {
        let values: Vec<f64> = (0..21_u32).map(f64::from).collect();
        assert!((mean(&values) - 10.0).abs() < 1e-12);
        assert_eq!(extremes(&values), (0.0, 20.0));
        assert_eq!(extremes(&[2.0]), (2.0, 2.0));
    }
}
