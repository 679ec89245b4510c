//! The exact world: whole numbers at a scale for each criterion, and weights as ratios.

use super::CertaintyError as Fault;
use super::card::floats;
use super::units::Units;
use crate::evaluation::methods::{Criterion, Direction, ExactCriterion, ExactMatrix, Matrix};
use crate::kernel::{Decimal, Error, Faults, Key, MAX_SCALE, Ratio, Result};
use crate::wire::{Column, Table};

/// The greatest whole number, at the finest scale of the table, that exact bounds are made for.
pub(super) const MOST_VALUE: i64 = 1_000_000_000_000;

/// Units in rows, criteria in columns, every value exact; a unit's score is the sum of weight times value.
///
/// It is an [`ExactMatrix`] whose rows have keys, and bounds of their ranks are proven. Values are taken as they are, so they should
/// be points or otherwise of one measure.
///
/// ```
/// use shequ::evaluation::certainty::ExactTable;
/// use shequ::evaluation::methods::{Direction, ExactCriterion, ExactMatrix};
/// let points = ExactCriterion::new("points".parse()?, Direction::Higher, 1, vec![885, 902]); // 88.5 and 90.2
/// let faults = ExactCriterion::new("faults".parse()?, Direction::Lower, 0, vec![3, 4]);
/// let table = ExactTable::new(vec!["a".parse()?, "b".parse()?], &ExactMatrix::new(vec![points, faults])?)?;
/// assert_eq!(table.score("b", &["1/2".parse()?, "1/2".parse()?])?.to_string(), "431/10");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactTable {
    units: Units,
    criteria: Vec<(Key, Direction)>,
    /// What one of every number of `rows` stands for.
    unit: Ratio,
    /// Unit by unit, negative where less is better.
    rows: Vec<Vec<i64>>,
}

impl ExactTable {
    /// The units of a matrix, row by row.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `certainty-duplicate-key`; `certainty-too-many-digits` for a value beyond 10^12 units of the finest
    /// scale, with its place.
    pub fn new(units: Vec<Key>, matrix: &ExactMatrix<'_>) -> Result<Self> {
        if units.len() != matrix.rows() {
            let (what, got, expected) = ("the list of units".into(), units.len(), matrix.rows());
            return Err(Error::at("units", Fault::CountMismatch { what, got, expected }));
        }
        let mut faults = Faults::new();
        let units = faults.take("", Units::new(units));
        let scale = matrix.scale();
        let mut rows = vec![Vec::with_capacity(matrix.criteria().len()); matrix.rows()];
        for criterion in matrix.criteria() {
            let up = 10_i64.checked_pow((scale - criterion.scale()).into());
            for ((row, value), cells) in criterion.values().iter().enumerate().zip(&mut rows) {
                let scaled =
                    up.and_then(|up| value.checked_mul(up)).filter(|v| v.unsigned_abs() <= MOST_VALUE.unsigned_abs());
                if scaled.is_none() {
                    let what = format!("the value at {scale} decimals");
                    let cause = Fault::TooManyDigits { what, got: value.to_string(), most: MOST_VALUE.to_string() };
                    faults.push(format!("[{row}].{}", criterion.key()), cause);
                }
                let scaled = scaled.unwrap_or(0);
                cells.push(if criterion.direction() == Direction::Lower { -scaled } else { scaled });
            }
        }
        faults.into_result()?;
        let criteria = matrix.criteria().iter().map(|criterion| (criterion.key().clone(), criterion.direction()));
        // Without units there was a fault.
        let units = units.ok_or(Fault::EmptyTable)?;
        // The scale of a column is that of a decimal, so this never fails.
        let unit = Decimal::new(1, scale).unwrap_or(Decimal::ZERO).to_ratio();
        Ok(Self { units, criteria: criteria.collect(), unit, rows })
    }

    /// Whole numbers, none of which is too large, that each stand for so many units; more of each criterion is better.
    pub(super) fn of_whole(units: Vec<Key>, criteria: Vec<Key>, unit: Ratio, rows: Vec<Vec<i64>>) -> Result<Self> {
        let criteria = criteria.into_iter().map(|key| (key, Direction::Higher)).collect();
        Ok(Self { units: Units::new(units)?, criteria, unit, rows })
    }

    /// The values as floats.
    pub(super) fn matrix(&self) -> Result<Matrix<'static>> {
        let (over, under) = floats(&self.unit);
        let column = |(j, (key, direction)): (usize, &(Key, Direction))| {
            #[expect(clippy::cast_precision_loss, reason = "at most 10^12")]
            let value = |row: &Vec<i64>| {
                let counted = row.get(j).copied().unwrap_or(0) as f64 * over / under;
                if *direction == Direction::Lower { 0.0 - counted } else { counted }
            };
            Criterion::new(key.clone(), *direction, self.rows.iter().map(value).collect::<Vec<_>>())
        };
        Matrix::new(self.criteria.iter().enumerate().map(column).collect())
    }

    /// The columns of a table of any numbers, each read at the finest scale of its cells: one of units, and the criteria with their
    /// directions.
    ///
    /// # Errors
    /// As [`new`](Self::new); those of [`ExactCriterion::of_column`] and [`ExactMatrix::new`]; `missing-column`, `not-a-key`.
    pub fn read(table: &Table, units: &str, criteria: &[(Key, Direction)]) -> Result<Self> {
        let mut faults = Faults::new();
        let keys = faults.take("", super::units::read_keys(table, units)).unwrap_or_default();
        let mut columns = Vec::with_capacity(criteria.len());
        for (key, direction) in criteria {
            let name = key.as_str();
            let read = table.column(name).and_then(|column| {
                let scale = finest(column, name);
                ExactCriterion::of_column(key, *direction, column, Some(scale))
            });
            columns.extend(faults.take("", read));
        }
        faults.into_result()?;
        Self::new(keys, &ExactMatrix::new(columns)?)
    }

    /// The units in their order.
    pub fn units(&self) -> &[Key] {
        self.units.keys()
    }

    /// The criteria in their order, with their directions.
    pub fn criteria(&self) -> &[(Key, Direction)] {
        &self.criteria
    }

    pub(super) fn rows(&self) -> &[Vec<i64>] {
        &self.rows
    }

    pub(super) fn row(&self, unit: usize) -> &[i64] {
        self.rows.get(unit).map_or(&[], Vec::as_slice)
    }

    pub(super) fn key(&self, unit: usize) -> String {
        self.units.key(unit)
    }

    pub(super) fn find(&self, unit: &str) -> Result<usize> {
        self.units.find(unit)
    }

    /// What one of the whole numbers of the rows stands for.
    pub(super) const fn unit(&self) -> &Ratio {
        &self.unit
    }

    /// The exact score of a unit under given weights.
    ///
    /// # Errors
    /// `certainty-unknown-unit`, `certainty-count-mismatch`.
    pub fn score(&self, unit: &str, weights: &[Ratio]) -> Result<Ratio> {
        let row = self.find(unit)?;
        self.check_count(weights.len())?;
        Ok(self.score_at(row, weights))
    }

    pub(super) fn score_at(&self, row: usize, weights: &[Ratio]) -> Ratio {
        let sum: Ratio = self.row(row).iter().zip(weights).map(|(value, weight)| &Ratio::from(*value) * weight).sum();
        sum * self.unit.clone()
    }

    pub(super) fn check_count(&self, got: usize) -> Result<()> {
        let expected = self.criteria.len();
        if got == expected {
            return Ok(());
        }
        Err(Error::at("weights", Fault::CountMismatch { what: "the list of weights".into(), got, expected }))
    }
}

/// The most decimals that a cell of a column needs; what is no number is told when it is read.
fn finest(column: &Column, name: &str) -> u8 {
    let scale = |row: usize| column.decimal(name, row, MAX_SCALE).ok().flatten().map(|cell| cell.shortest().scale());
    (0..column.len()).filter_map(scale).max().unwrap_or(0)
}

/// Given weights as shares of one.
///
/// # Errors
/// `certainty-weight-invalid` with the place, `certainty-weights-all-zero`.
pub(super) fn shares(weights: &[Ratio]) -> Result<Vec<Ratio>> {
    let mut faults = Faults::new();
    for (j, weight) in weights.iter().enumerate().filter(|(_, weight)| weight.is_negative()) {
        faults.push(format!("weights[{j}]"), Fault::WeightInvalid { got: weight.to_string() });
    }
    faults.into_result()?;
    let sum: Ratio = weights.iter().cloned().sum();
    let shares: Option<Vec<Ratio>> = weights.iter().map(|weight| weight.checked_div(&sum)).collect();
    shares.filter(|shares| !shares.is_empty()).ok_or_else(|| Error::at("weights", Fault::WeightsAllZero))
}
