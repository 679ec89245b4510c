//! Observations with gaps: what was measured of each unit, before anything is filled.

use std::sync::Arc;

use super::super::{Criterion, Direction, Matrix, MethodError};
use super::IndexError as Fault;
use crate::kernel::{Faults, Key, Result};

/// Values that are borrowed, or shared by the stages that leave them as they are.
#[derive(Debug, Clone)]
enum Cells<'v> {
    Borrowed(&'v [f64]),
    Shared(Arc<[f64]>),
}

impl Cells<'_> {
    fn slice(&self) -> &[f64] {
        match self {
            Self::Borrowed(values) => values,
            Self::Shared(values) => values,
        }
    }
}

/// A variable: one finite value a row, or a gap.
///
/// A copy is cheap: the values are not copied.
#[derive(Debug, Clone)]
pub struct Variable<'v> {
    key: Key,
    direction: Direction,
    /// Zero where the value is missing.
    values: Cells<'v>,
    /// Empty where nothing is missing.
    missing: Arc<[bool]>,
}

impl PartialEq for Variable<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key && self.direction == other.direction && self.cells().eq(other.cells())
    }
}

impl<'v> Variable<'v> {
    /// A variable without gaps; its values are borrowed.
    ///
    /// # Errors
    /// `not-finite` with the place, `[row].key`.
    pub fn full(key: Key, direction: Direction, values: &'v [f64]) -> Result<Self> {
        finite(&key, values)?;
        Ok(Self { key, direction, values: Cells::Borrowed(values), missing: Arc::default() })
    }

    /// A variable with gaps.
    ///
    /// # Errors
    /// `not-finite` with the place, `[row].key`: a gap is no NaN.
    pub fn with_gaps(
        key: Key,
        direction: Direction,
        values: impl IntoIterator<Item = Option<f64>>,
    ) -> Result<Variable<'static>> {
        let cells: Vec<Option<f64>> = values.into_iter().collect();
        let values: Vec<f64> = cells.iter().map(|cell| cell.unwrap_or(0.0)).collect();
        finite(&key, &values)?;
        let missing: Vec<bool> = cells.iter().map(Option::is_none).collect();
        let missing = if missing.contains(&true) { missing.into() } else { Arc::default() };
        Ok(Variable { key, direction, values: Cells::Shared(values.into()), missing })
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Whether more of it is better.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.values.slice().len()
    }

    /// The value of a row; none where it is missing or there is no such row.
    pub fn get(&self, row: usize) -> Option<f64> {
        if self.missing.get(row) == Some(&true) { None } else { self.values.slice().get(row).copied() }
    }

    /// The cells in the order of the rows.
    pub fn cells(&self) -> impl Iterator<Item = Option<f64>> + '_ {
        (0..self.values.slice().len()).map(|row| self.get(row))
    }

    /// The values that are there, in the order of the rows.
    pub fn present(&self) -> impl Iterator<Item = f64> + '_ {
        self.cells().flatten()
    }

    /// How many values are missing.
    pub fn gaps(&self) -> usize {
        self.missing.iter().filter(|missing| **missing).count()
    }

    /// All values, where none is missing.
    pub fn values(&self) -> Option<&[f64]> {
        self.missing.is_empty().then_some(self.values.slice())
    }
}

fn finite(key: &Key, values: &[f64]) -> Result<()> {
    let mut faults = Faults::new();
    for (row, value) in values.iter().enumerate().filter(|(_, value)| !value.is_finite()) {
        faults.push(format!("[{row}].{key}"), MethodError::NotFinite { got: value.to_string() });
    }
    faults.into_result()
}

/// Variables of the same rows, with gaps.
///
/// ```
/// use shequ::evaluation::methods::{Direction, Observations, Variable};
/// let visits = Variable::with_gaps("visits".parse()?, Direction::Higher, [Some(12.0), None, Some(9.0)])?;
/// let data = Observations::new(vec![visits])?;
/// assert_eq!((data.rows(), data.gaps()), (3, 1));
/// assert_eq!(data.complete().unwrap_err().first().path(), "[1].visits");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Observations<'v> {
    variables: Vec<Variable<'v>>,
    rows: usize,
}

impl<'v> Observations<'v> {
    /// Variables of one length.
    ///
    /// # Errors
    /// `empty-matrix`, `ragged-matrix`, `criterion-twice`.
    pub fn new(variables: Vec<Variable<'v>>) -> Result<Self> {
        let rows = variables.first().map_or(0, Variable::rows);
        if rows == 0 {
            return Err(MethodError::EmptyMatrix.into());
        }
        let mut faults = Faults::new();
        let mut seen = std::collections::BTreeSet::new();
        for variable in &variables {
            let criterion = variable.key.to_string();
            if variable.rows() != rows {
                let (got, expected) = (variable.rows(), rows);
                let cause = MethodError::RaggedMatrix { criterion: criterion.clone(), got, expected };
                faults.push(criterion.as_str(), cause);
            }
            if !seen.insert(&variable.key) {
                faults.push(criterion.as_str(), MethodError::CriterionTwice { criterion: criterion.clone() });
            }
        }
        faults.into_result()?;
        Ok(Self { variables, rows })
    }

    /// How many rows there are, at least one.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The variables in their order, at least one.
    pub fn variables(&self) -> &[Variable<'v>] {
        &self.variables
    }

    /// The variable of a key.
    pub fn get(&self, key: &str) -> Option<&Variable<'v>> {
        self.variables.iter().find(|variable| variable.key.as_str() == key)
    }

    /// How many values are missing.
    pub fn gaps(&self) -> usize {
        self.variables.iter().map(Variable::gaps).sum()
    }

    /// The same rows as a matrix.
    ///
    /// # Errors
    /// `cell-missing` for every gap, with its place.
    pub fn complete(&self) -> Result<Matrix<'_>> {
        let mut faults = Faults::new();
        for variable in &self.variables {
            for (row, _) in variable.cells().enumerate().filter(|(_, cell)| cell.is_none()) {
                faults.push(format!("[{row}].{}", variable.key), Fault::CellMissing);
            }
        }
        faults.into_result()?;
        let criteria = self.variables.iter().map(|v| Criterion::new(v.key.clone(), v.direction, v.values.slice()));
        Matrix::new(criteria.collect())
    }

    /// The same rows without those that are not kept.
    pub(super) fn only(&self, kept: &[usize]) -> Result<Observations<'static>> {
        let variables = self
            .variables
            .iter()
            .map(|v| Variable::with_gaps(v.key.clone(), v.direction, kept.iter().map(|row| v.get(*row))));
        Observations::new(variables.collect::<Result<_>>()?)
    }

    /// Each variable divided by another one, where one is named for it: per head, per area, per year.
    ///
    /// `by` gives, for each variable, the key of its denominator among `denominators`. A missing denominator leaves a gap.
    ///
    /// # Errors
    /// `unknown-denominator`; `denominator-zero` and `out-of-float` with the place, `[row].key`; `groups-ragged` where the rows
    /// differ.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction, Observations, Variable};
    /// let column = |key: &str, cells: [Option<f64>; 2]| Variable::with_gaps(key.parse()?, Direction::Higher, cells);
    /// let visits = Observations::new(vec![column("visits", [Some(30.0), Some(8.0)])?])?;
    /// let heads = Observations::new(vec![column("heads", [Some(1200.0), None])?])?;
    /// let each = visits.denominated(&heads, |key| (key == "visits").then_some("heads"))?;
    /// assert_eq!(each.variables()[0].cells().collect::<Vec<_>>(), [Some(0.025), None]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn denominated<'k>(
        &self,
        denominators: &Observations<'_>,
        by: impl Fn(&str) -> Option<&'k str>,
    ) -> Result<Observations<'v>> {
        let mut faults = Faults::new();
        let mut variables = Vec::with_capacity(self.variables.len());
        for variable in &self.variables {
            let key = variable.key.as_str();
            let Some(name) = by(key) else {
                variables.push(variable.clone());
                continue;
            };
            let Some(under) = denominators.get(name) else {
                let have = list(denominators.variables.iter().map(|v| v.key.as_str()));
                faults.push(key, Fault::UnknownDenominator { got: name.into(), have });
                continue;
            };
            if under.rows() != self.rows {
                faults.push(name, Fault::GroupsRagged { got: under.rows(), expected: self.rows });
                continue;
            }
            let mut cells = Vec::with_capacity(self.rows);
            for (row, (over, under)) in variable.cells().zip(under.cells()).enumerate() {
                let at = || format!("[{row}].{key}");
                cells.push(match (over, under) {
                    (Some(_), Some(under)) if under.abs() <= 0.0 => {
                        faults.push(at(), Fault::DivisionByZero { what: format!("the denominator `{name}`") });
                        None
                    }
                    (Some(over), Some(under)) if !(over / under).is_finite() => {
                        faults.push(at(), Fault::OutOfFloat { got: (over / under).to_string() });
                        None
                    }
                    (Some(over), Some(under)) => Some(over / under),
                    _ => None,
                });
            }
            variables.extend(faults.take("", Variable::with_gaps(variable.key.clone(), variable.direction, cells)));
        }
        faults.into_result()?;
        Observations::new(variables)
    }
}

/// Keys as a help shows them.
pub(super) fn list<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let keys: Vec<String> = keys.map(|key| format!("`{key}`")).collect();
    if keys.is_empty() { "none".into() } else { keys.join(", ") }
}
