//! Alternatives in rows, criteria in columns.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::MethodError as Fault;
use crate::kernel::{Faults, Key, Result};

/// Whether more of a criterion is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More is better: a benefit (正向指标).
    #[default]
    Higher,
    /// Less is better: a cost (逆向指标).
    Lower,
}

/// A criterion with one value for each alternative.
#[derive(Debug, Clone, PartialEq)]
pub struct Criterion<'v> {
    key: Key,
    direction: Direction,
    values: Cow<'v, [f64]>,
}

impl<'v> Criterion<'v> {
    /// A criterion; its values are borrowed where they can be.
    pub fn new(key: Key, direction: Direction, values: impl Into<Cow<'v, [f64]>>) -> Self {
        Self { key, direction, values: values.into() }
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Whether more of it is better.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// Its values in the order of the rows, all finite.
    pub fn values(&self) -> &[f64] {
        &self.values
    }
}

/// A decision matrix: alternatives in rows, criteria in columns, every value finite.
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix};
/// let cost = Criterion::new("cost".parse()?, Direction::Lower, vec![250.0, 200.0, 300.0]);
/// let reach = Criterion::new("reach".parse()?, Direction::Higher, vec![16.0, 16.0, 32.0]);
/// let matrix = Matrix::new(vec![cost, reach])?;
/// assert_eq!((matrix.rows(), matrix.criteria().len()), (3, 2));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Matrix<'v> {
    criteria: Vec<Criterion<'v>>,
    /// The places of the criteria in the order of their keys.
    by_key: Vec<usize>,
    rows: usize,
}

impl Matrix<'static> {
    /// A matrix as it is printed: criteria with their direction, and a row for each alternative.
    ///
    /// # Errors
    /// Those of [`Matrix::new`], and a fault of a key.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix};
    /// let matrix = Matrix::from_rows([("cost", Lower), ("reach", Higher)], &[[250.0, 16.0], [200.0, 16.0], [300.0, 32.0]])?;
    /// assert_eq!(matrix.criteria()[1].values(), [16.0, 16.0, 32.0]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn from_rows<const N: usize>(criteria: [(&str, Direction); N], rows: &[[f64; N]]) -> Result<Self> {
        let column = |(j, (key, direction)): (usize, (&str, Direction))| {
            let values: Vec<f64> = rows.iter().filter_map(|row| row.get(j).copied()).collect();
            Ok(Criterion::new(key.parse()?, direction, values))
        };
        Self::new(criteria.into_iter().enumerate().map(column).collect::<Result<_>>()?)
    }
}

impl<'v> Matrix<'v> {
    /// A matrix of criteria.
    ///
    /// # Errors
    /// `empty-matrix`, `ragged-matrix`, `criterion-twice`; `not-finite` with the place, `[row].criterion`.
    pub fn new(criteria: Vec<Criterion<'v>>) -> Result<Self> {
        let rows = criteria.first().map_or(0, |first| first.values.len());
        if rows == 0 {
            return Err(Fault::EmptyMatrix.into());
        }
        let mut faults = Faults::new();
        for (i, criterion) in criteria.iter().enumerate() {
            let key = criterion.key.to_string();
            if criteria.iter().take(i).any(|other| other.key == criterion.key) {
                faults.push(key.as_str(), Fault::CriterionTwice { criterion: key.clone() });
            }
            if criterion.values.len() != rows {
                let (got, expected) = (criterion.values.len(), rows);
                faults.push(key.as_str(), Fault::RaggedMatrix { criterion: key.clone(), got, expected });
            }
            // Nearly always all are, and without a way out of the loop that is seen several values at a time.
            if criterion.values.iter().fold(true, |all, value| all & value.is_finite()) {
                continue;
            }
            for (row, value) in criterion.values.iter().enumerate().filter(|(_, value)| !value.is_finite()) {
                faults.push(format!("[{row}].{key}"), Fault::NotFinite { got: value.to_string() });
            }
        }
        faults.into_result()?;
        let mut by_key: Vec<usize> = (0..criteria.len()).collect();
        by_key.sort_by_key(|at| criteria.get(*at).map(Criterion::key));
        Ok(Self { criteria, by_key, rows })
    }

    /// How many alternatives there are, at least one.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The criteria in their order, at least one.
    pub fn criteria(&self) -> &[Criterion<'v>] {
        &self.criteria
    }

    /// The places of the criteria in the order of their keys, in which floats are added up: so the order of columns changes nothing.
    pub(super) fn by_key(&self) -> &[usize] {
        &self.by_key
    }

    /// The same values with the criteria in the order of their keys.
    pub(super) fn sorted(&self) -> Matrix<'_> {
        let in_order = self.by_key.iter().filter_map(|at| self.criteria.get(*at));
        let criteria = in_order.map(|c| Criterion::new(c.key.clone(), c.direction, c.values()));
        Matrix { criteria: criteria.collect(), by_key: (0..self.criteria.len()).collect(), rows: self.rows }
    }

    /// The values of an alternative in the order of the criteria.
    pub fn row(&self, row: usize) -> impl Iterator<Item = f64> + '_ {
        self.criteria.iter().filter_map(move |criterion| criterion.values.get(row).copied())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_is_nan_and_every_fault_has_its_place() {
        let column =
            |key: &str, values: &[f64]| Criterion::new(key.parse().unwrap(), Direction::Higher, values.to_vec());
        let faults = |criteria: Vec<Criterion<'_>>| {
            let error = Matrix::new(criteria).unwrap_err();
            error.faults().map(|fault| (fault.code().to_owned(), fault.path().to_owned())).collect::<Vec<_>>()
        };
        let pair = |code: &str, path: &str| (code.to_owned(), path.to_owned());
        assert_eq!(
            faults(vec![column("a", &[1.0, f64::NAN]), column("b", &[f64::INFINITY, 2.0])]),
            [pair("not-finite", "[1].a"), pair("not-finite", "[0].b")]
        );
        assert_eq!(
            faults(vec![column("a", &[1.0]), column("a", &[1.0, 2.0])]),
            [pair("criterion-twice", "a"), pair("ragged-matrix", "a")]
        );
        assert_eq!(faults(Vec::new()), [pair("empty-matrix", "")]);
    }
}
