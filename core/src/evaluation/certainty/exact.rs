//! The exact world: whole numbers at a scale for each criterion, and weights as ratios.

use std::borrow::Cow;

use super::CertaintyError as Fault;
use super::units::Units;
use crate::evaluation::methods::Direction;
use crate::kernel::{Decimal, Error, Faults, Key, Ratio, Result};
use crate::wire::{Column, Table};

/// The greatest whole number, at the finest scale of the table, that exact bounds are made for.
pub(super) const MOST_VALUE: i64 = 1_000_000_000_000;

/// A criterion with an exact value for each unit: whole numbers over a power of ten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactColumn<'v> {
    key: Key,
    direction: Direction,
    scale: u8,
    values: Cow<'v, [i64]>,
}

impl<'v> ExactColumn<'v> {
    /// A criterion; its values are borrowed where they can be.
    pub fn new(key: Key, direction: Direction, scale: u8, values: impl Into<Cow<'v, [i64]>>) -> Self {
        Self { key, direction, scale, values: values.into() }
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Whether more of it is better.
    pub const fn direction(&self) -> Direction {
        self.direction
    }
}

/// Units in rows, criteria in columns, every value exact; a unit's score is the sum of weight times value.
///
/// Where less of a criterion is better, its values count negative. Values are taken as they are, so they should be points or
/// otherwise of one measure. Units have keys here and bounds of their ranks are proven; to add up and rank many rows without keys
/// there is [`ExactMatrix`](crate::evaluation::methods::ExactMatrix).
///
/// ```
/// use shequ::evaluation::certainty::{ExactColumn, ExactTable};
/// use shequ::evaluation::methods::Direction;
/// let points = ExactColumn::new("points".parse()?, Direction::Higher, 1, vec![885, 902]); // 88.5 and 90.2
/// let faults = ExactColumn::new("faults".parse()?, Direction::Lower, 0, vec![3, 4]);
/// let matrix = ExactTable::new(vec!["a".parse()?, "b".parse()?], vec![points, faults])?;
/// assert_eq!(matrix.score("b", &["1/2".parse()?, "1/2".parse()?])?.to_string(), "431/10");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactTable {
    units: Units,
    criteria: Vec<(Key, Direction)>,
    /// The decimals of every number of `rows`.
    scale: u8,
    /// Unit by unit, negative where less is better.
    rows: Vec<Vec<i64>>,
}

impl ExactTable {
    /// A table of units and criteria.
    ///
    /// # Errors
    /// `certainty-empty-table`, `certainty-ragged-table`, `certainty-duplicate-key`; `certainty-too-many-digits` for a value beyond
    /// 10^12 units of the finest scale, with its place.
    pub fn new(units: Vec<Key>, criteria: Vec<ExactColumn<'_>>) -> Result<Self> {
        if units.is_empty() || criteria.is_empty() {
            return Err(Fault::EmptyTable.into());
        }
        let mut faults = Faults::new();
        let count = units.len();
        let units = faults.take("", Units::new(units));
        let scale = criteria.iter().map(|criterion| criterion.scale).max().unwrap_or(0);
        let mut rows = vec![Vec::with_capacity(criteria.len()); count];
        for (j, criterion) in criteria.iter().enumerate() {
            let key = criterion.key.as_str();
            if criteria.iter().take(j).any(|other| other.key == criterion.key) {
                faults.push(key, Fault::DuplicateKey { key: key.to_owned() });
            }
            if criterion.values.len() != count {
                let (got, expected) = (criterion.values.len(), count);
                faults.push(key, Fault::RaggedTable { criterion: key.to_owned(), got, expected });
            }
            let up = 10_i64.checked_pow((scale - criterion.scale).into());
            for (row, value) in criterion.values.iter().enumerate() {
                let scaled =
                    up.and_then(|up| value.checked_mul(up)).filter(|v| v.unsigned_abs() <= MOST_VALUE.unsigned_abs());
                if scaled.is_none() {
                    let what = format!("the value at {scale} decimals");
                    let cause = Fault::TooManyDigits { what, got: value.to_string(), most: MOST_VALUE.to_string() };
                    faults.push(format!("[{row}].{key}"), cause);
                }
                if let Some(cells) = rows.get_mut(row) {
                    let scaled = scaled.unwrap_or(0);
                    cells.push(if criterion.direction == Direction::Lower { -scaled } else { scaled });
                }
            }
        }
        faults.into_result()?;
        let criteria = criteria.into_iter().map(|criterion| (criterion.key, criterion.direction)).collect();
        // Without units there was a fault.
        let units = units.ok_or(Fault::EmptyTable)?;
        Ok(Self { units, criteria, scale, rows })
    }

    /// The columns of a table of any numbers: one of units, and the criteria with their directions.
    ///
    /// # Errors
    /// As [`new`](Self::new); `missing-column`, `wrong-column`, `not-a-key`, `too-many-digits`; `certainty-cell-missing` with the place.
    pub fn read(table: &Table, units: &str, criteria: &[(Key, Direction)]) -> Result<Self> {
        let mut faults = Faults::new();
        let keys = faults.take("", super::units::read_keys(table, units)).unwrap_or_default();
        let mut columns = Vec::new();
        for (key, direction) in criteria {
            let name = key.as_str();
            match table.column(name).and_then(|column| read_column(column, name, &mut faults)) {
                Ok((scale, values)) => columns.push(ExactColumn::new(key.clone(), *direction, scale, values)),
                Err(error) => faults.extend("", error),
            }
        }
        faults.into_result()?;
        Self::new(keys, columns)
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

    /// A whole number of the rows as what it stands for.
    pub(super) fn value(&self, mantissa: i64) -> Decimal {
        // The scale of a column is that of a decimal, so this never fails.
        Decimal::new(mantissa.into(), self.scale).unwrap_or(Decimal::ZERO).shortest()
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
        sum * Decimal::new(1, self.scale).unwrap_or(Decimal::ZERO).to_ratio()
    }

    pub(super) fn check_count(&self, got: usize) -> Result<()> {
        let expected = self.criteria.len();
        if got == expected {
            return Ok(());
        }
        Err(Error::at("weights", Fault::CountMismatch { what: "the list of weights".into(), got, expected }))
    }
}

/// The cells of a column at the finest scale that any of them has.
fn read_column(column: &Column, name: &str, faults: &mut Faults) -> Result<(u8, Vec<i64>)> {
    let mut cells = Vec::with_capacity(column.len());
    for row in 0..column.len() {
        let at = || format!("[{row}].{name}");
        match column.decimal(name, row, crate::kernel::MAX_SCALE).map(|cell| cell.map(Decimal::shortest)) {
            Ok(Some(cell)) => cells.push(cell),
            Ok(None) => faults.push(at(), Fault::CellMissing { criterion: name.to_owned() }),
            Err(error) => faults.extend("", error),
        }
    }
    let scale = cells.iter().map(|cell| cell.scale()).max().unwrap_or(0);
    let mut values = Vec::with_capacity(cells.len());
    for (row, cell) in cells.iter().enumerate() {
        let mantissa = cell.with_scale(scale).ok().and_then(|cell| i64::try_from(cell.mantissa()).ok());
        let Some(mantissa) = mantissa else {
            let what = format!("the value at {scale} decimals");
            let cause = Fault::TooManyDigits { what, got: cell.to_string(), most: MOST_VALUE.to_string() };
            return Err(Error::at(format!("[{row}].{name}"), cause));
        };
        values.push(mantissa);
    }
    Ok((scale, values))
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
