//! Units by key: what joins the rows of a matrix and the units that stand in them.

use std::collections::BTreeMap;

use super::CertaintyError as Fault;
use crate::evaluation::methods::{Criterion, Direction, Matrix, Variable};
use crate::kernel::{Error, Faults, Key, Result};
use crate::wire::Table;

/// The keys of the rows, each once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Units {
    keys: Vec<Key>,
    places: BTreeMap<Key, usize>,
}

impl Units {
    /// Keys in the order of the rows.
    ///
    /// # Errors
    /// `certainty-duplicate-key` with the place, `units[row]`.
    pub fn new(keys: Vec<Key>) -> Result<Self> {
        let mut faults = Faults::new();
        let mut places = BTreeMap::new();
        for (row, unit) in keys.iter().enumerate() {
            if places.insert(unit.clone(), row).is_some() {
                faults.push(format!("units[{row}]"), Fault::DuplicateKey { key: unit.to_string() });
            }
        }
        faults.into_result().map(|()| Self { keys, places })
    }

    pub fn keys(&self) -> &[Key] {
        &self.keys
    }

    /// The key of a row; nothing beyond the last.
    pub fn key(&self, row: usize) -> String {
        self.keys.get(row).map_or_else(String::new, Key::to_string)
    }

    /// The row of a unit.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn find(&self, unit: &str) -> Result<usize> {
        let unknown = || Fault::UnknownUnit { got: unit.chars().take(60).collect() }.into();
        self.places.get(unit).copied().ok_or_else(unknown)
    }
}

/// The keys in a column of a table.
///
/// # Errors
/// `missing-column`, `wrong-column`, `empty-cell`; those of a key, with their place.
pub(super) fn read_keys(table: &Table, column: &str) -> Result<Vec<Key>> {
    let mut faults = Faults::new();
    let texts = table.texts(column)?;
    let key = |(row, text): (usize, &String)| faults.take(&format!("[{row}].{column}"), text.parse());
    let keys = texts.iter().enumerate().filter_map(key).collect();
    faults.into_result().map(|()| keys)
}

/// The units and the matrix of a table.
///
/// # Errors
/// Those of [`read_keys`]; `missing-column`, `wrong-column`; `not-finite`, `not-a-number` and `certainty-cell-missing` with the place;
/// those of [`Matrix::new`].
pub(super) fn read(table: &Table, column: &str, criteria: &[(Key, Direction)]) -> Result<(Units, Matrix<'static>)> {
    let mut faults = Faults::new();
    let units = faults.take("", read_keys(table, column).and_then(Units::new));
    let mut columns = Vec::with_capacity(criteria.len());
    for (key, direction) in criteria {
        let Some(read) = faults.take("", Variable::of_table(table, key, *direction)) else { continue };
        for (row, _) in read.cells().enumerate().filter(|(_, cell)| cell.is_none()) {
            faults.push(format!("[{row}].{key}"), Fault::CellMissing { criterion: key.to_string() });
        }
        columns.push(Criterion::new(key.clone(), *direction, read.present().collect::<Vec<f64>>()));
    }
    faults.into_result()?;
    let matrix = Matrix::new(columns)?;
    // Without units there was a fault.
    units.map(|units| (units, matrix)).ok_or_else(|| Fault::EmptyTable.into())
}

/// Criteria in their order, of which some are costs: better the less there is of them.
///
/// # Errors
/// Those of a key, `criteria[0]`; `certainty-unknown-criterion` for one of `costs` that is none, `costs[0]`.
///
/// ```
/// use shequ::evaluation::certainty::directed;
/// use shequ::evaluation::methods::Direction;
/// let criteria = directed(&["reach", "cost"], &["cost"])?;
/// assert_eq!(criteria[1], ("cost".parse()?, Direction::Lower));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn directed(criteria: &[impl AsRef<str>], costs: &[impl AsRef<str>]) -> Result<Vec<(Key, Direction)>> {
    let mut faults = Faults::new();
    let mut out: Vec<(Key, Direction)> = Vec::with_capacity(criteria.len());
    for (j, name) in criteria.iter().enumerate() {
        if let Some(key) = faults.take(&format!("criteria[{j}]"), name.as_ref().parse()) {
            out.push((key, Direction::Higher));
        }
    }
    for (j, name) in costs.iter().enumerate() {
        let name = name.as_ref();
        let mut found = false;
        for (_, direction) in out.iter_mut().filter(|(key, _)| key.as_str() == name) {
            (*direction, found) = (Direction::Lower, true);
        }
        if !found {
            faults.push(format!("costs[{j}]"), unknown_criterion(name));
        }
    }
    faults.into_result().map(|()| out)
}

/// The fault of a criterion that is not there.
pub(super) fn unknown_criterion(name: &str) -> Fault {
    Fault::UnknownCriterion { got: name.chars().take(60).collect() }
}

/// The place of a criterion.
///
/// # Errors
/// `certainty-unknown-criterion`.
pub(super) fn criterion(matrix: &Matrix<'_>, name: &str) -> Result<usize> {
    let place = matrix.criteria().iter().position(|criterion| criterion.key().as_str() == name);
    place.ok_or_else(|| Error::from(unknown_criterion(name)))
}
