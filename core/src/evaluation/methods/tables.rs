//! Tables as what methods take: columns of numbers by name, beside a column `unit` that names the rows where there is one.

use std::collections::BTreeMap;

use super::index::IndexError as Fault;
use super::{
    Decision, Direction, ExactCriterion, ExactMatrix, Matrix, MethodError, Observations, Rank, RankTies, Totals,
    Variable,
};
use crate::evaluation::SchemeError;
use crate::kernel::{Decimal, Error, Faults, Key, Real, Result};
use crate::wire::{Column, Table, TableError, Texts as _};

/// The column that names the rows.
pub const UNIT: &str = "unit";

/// The names of the rows: the cells of the column `unit`, which no two rows share; none without that column.
///
/// # Errors
/// `duplicate-unit`, `wrong-column`, `empty-cell`.
pub fn row_names(table: &Table) -> Result<Option<Vec<String>>> {
    if table.get(UNIT).is_none() {
        return Ok(None);
    }
    let names = table.texts(UNIT)?;
    let mut faults = Faults::new();
    let mut seen = BTreeMap::new();
    for (row, name) in names.iter().enumerate() {
        if let Some(first) = seen.get(name) {
            faults.push(format!("[{row}].{UNIT}"), SchemeError::DuplicateUnit { unit: name.clone(), first: *first });
        } else {
            seen.insert(name, row);
        }
    }
    faults.into_result()?;
    Ok(Some(names))
}

/// The place of a row by its name, or by its number from 0 where rows have no names.
///
/// # Errors
/// `unknown-unit`, `unknown-row`.
pub fn row_of(names: Option<&[String]>, rows: usize, row: &str) -> Result<usize> {
    let got = || row.chars().take(60).collect::<String>();
    match names {
        Some(names) => {
            let found = names.iter().position(|name| name == row);
            found.ok_or_else(|| SchemeError::UnknownUnit { got: got() }.into())
        }
        None => match row.parse::<usize>() {
            Ok(place) if place < rows => Ok(place),
            Ok(place) => Err(Fault::UnknownRow { got: place, rows }.into()),
            Err(_) => Err(SchemeError::UnknownUnit { got: got() }.into()),
        },
    }
}

/// That each thing given by name is for a column that is there.
///
/// # Errors
/// `unknown-column`, with the path `what.name`.
pub fn known<'g>(what: &str, names: &[&str], given: impl Iterator<Item = &'g String>) -> Result<()> {
    let mut faults = Faults::new();
    for name in given.filter(|name| !names.contains(&name.as_str())) {
        faults.push(format!("{what}.{name}"), unknown(name, names));
    }
    faults.into_result()
}

fn unknown(name: &str, names: &[&str]) -> SchemeError {
    let expected = names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    SchemeError::UnknownColumn { name: name.chars().take(60).collect(), expected }
}

/// That every value is finite.
pub(super) fn all_finite(values: &[f64]) -> Result<()> {
    let mut faults = Faults::new();
    for (row, value) in values.iter().enumerate().filter(|(_, value)| !value.is_finite()) {
        faults.push(format!("[{row}]"), MethodError::NotFinite { got: value.to_string() });
    }
    faults.into_result()
}

/// The ranks of values that nobody has looked at yet, the greatest first.
///
/// # Errors
/// `not-finite` with the place, `[row]`.
pub fn ranks_finite(values: &[f64], ties: RankTies) -> Result<Vec<Rank>> {
    all_finite(values).map(|()| super::ranks(values, ties))
}

/// The direction of each criterion, where those named are costs: less of them is better.
///
/// # Errors
/// `unknown-column` for every name that no criterion has.
///
/// ```
/// use shequ::evaluation::methods::{Direction, directions};
/// let found = directions(&["reach", "price"], &["price".to_owned()])?;
/// assert_eq!(found, [Direction::Higher, Direction::Lower]);
/// assert_eq!(directions(&["reach"], &["cost".to_owned()]).unwrap_err().first().path(), "costs[0]");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn directions(names: &[&str], costs: &[String]) -> Result<Vec<Direction>> {
    let mut faults = Faults::new();
    for (i, cost) in costs.iter().enumerate().filter(|(_, cost)| !names.contains(&cost.as_str())) {
        faults.push(format!("costs[{i}]"), unknown(cost, names));
    }
    faults.into_result()?;
    let direction = |name: &&str| {
        if costs.iter().any(|cost| cost == name) { Direction::Lower } else { Direction::Higher }
    };
    Ok(names.iter().map(direction).collect())
}

/// What is given for each criterion by name, in the order of the criteria.
///
/// # Errors
/// `unknown-column`, and `parameter-missing` for a criterion for which nothing is given; with the path `what.name`.
///
/// ```
/// use std::collections::BTreeMap;
/// use shequ::evaluation::methods::in_order;
/// let given = BTreeMap::from([("price".to_owned(), 0.75), ("reach".to_owned(), 0.25)]);
/// assert_eq!(in_order("weights", &["reach", "price"], &given)?, [0.25, 0.75]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn in_order<T: Clone>(what: &str, names: &[&str], given: &BTreeMap<String, T>) -> Result<Vec<T>> {
    let mut faults = Faults::new();
    faults.take("", known(what, names, given.keys()));
    let mut out = Vec::with_capacity(names.len());
    for name in names {
        if let Some(one) = given.get(*name) {
            out.push(one.clone());
        } else {
            let cause = SchemeError::ParameterMissing { parameter: (*name).to_owned(), needed_by: what.to_owned() };
            faults.push(format!("{what}.{name}"), cause);
        }
    }
    faults.into_result().map(|()| out)
}

impl Variable<'static> {
    /// A column of a table as floats: the nearest to each whole number, decimal or text. An empty cell is a gap.
    ///
    /// # Errors
    /// `missing-column`, `wrong-column`; `not-finite`, `not-a-number` with the place, `[row].column`.
    pub fn of_table(table: &Table, key: &Key, direction: Direction) -> Result<Self> {
        Self::of_column(key, direction, table.column(key.as_str())?)
    }

    /// The same of a column alone.
    ///
    /// # Errors
    /// As [`of_table`](Self::of_table).
    pub fn of_column(key: &Key, direction: Direction, column: &Column) -> Result<Self> {
        let name = key.as_str();
        let mut faults = Faults::new();
        let mut read = |row: usize, cell: Result<f64>| faults.take(&format!("[{row}].{name}"), cell);
        #[expect(clippy::cast_precision_loss, reason = "a statistical method takes the nearest float")]
        let cells: Vec<Option<f64>> = match column {
            Column::Float(cells) => cells.clone(),
            Column::Int(cells) => cells.iter().map(|cell| cell.map(|n| n as f64)).collect(),
            Column::Decimal { cells, scale } => cells
                .iter()
                .enumerate()
                .map(|(row, cell)| {
                    let decimal = Decimal::new((*cell)?, *scale);
                    read(row, decimal.and_then(|d| d.to_string().parse::<Real>()).map(Real::get))
                })
                .collect(),
            Column::Text(_) | Column::Keys(_) => (0..column.len())
                .map(|row| {
                    let text = match column {
                        Column::Text(cells) => cells.text(row),
                        Column::Keys(cells) => cells.text(row),
                        _ => None,
                    };
                    let text = text.filter(|text| !text.is_empty())?;
                    read(row, text.parse::<Real>().map(Real::get))
                })
                .collect(),
            Column::Bool(_) => {
                let expected = "numbers".into();
                return Err(TableError::WrongColumn { name: name.into(), got: column.kind().into(), expected }.into());
            }
        };
        faults.into_result()?;
        Self::with_gaps(key.clone(), direction, cells)
    }
}

impl Observations<'static> {
    /// The columns of a table as variables, all but the column `unit`.
    ///
    /// # Errors
    /// Those of [`directions`] and [`Variable::of_table`]; `empty-matrix`, `criterion-twice`; a name that is no key.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Method, MethodName, Observations, Ranking, Weights};
    /// use shequ::wire::{Column, Table};
    /// let table = Table::new(vec![
    ///     ("unit".into(), Column::Text(vec![Some("a".into()), Some("b".into())])),
    ///     ("reach".into(), Column::Int(vec![Some(3), Some(4)])),
    ///     ("price".into(), Column::Float(vec![Some(2.5), Some(2.0)])),
    /// ])?;
    /// let data = Observations::of_table(&table, &["price".into()])?;
    /// let method = Method::from(MethodName::Topsis);
    /// let decision = method.decide(&data.complete()?, &Weights::equal(2)?, Ranking::default())?;
    /// assert_eq!(decision.order(), [1, 0]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of_table(table: &Table, costs: &[String]) -> Result<Self> {
        let columns: Vec<&(String, Column)> = table.columns().iter().filter(|(name, _)| name != UNIT).collect();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let directions = directions(&names, costs)?;
        let mut faults = Faults::new();
        let mut variables = Vec::with_capacity(columns.len());
        for ((name, column), direction) in columns.into_iter().zip(directions) {
            let Some(key) = faults.take(name, name.parse::<Key>()) else { continue };
            variables.extend(faults.take("", Variable::of_column(&key, direction, column)));
        }
        faults.into_result()?;
        Self::new(variables)
    }
}

impl ExactCriterion<'static> {
    /// A column of a table as scaled integers.
    ///
    /// Whole numbers have no decimals and decimals their own, unless more are given; floats and texts need `scale` given, and each is read
    /// as the shortest decimal of at most so many digits.
    ///
    /// # Errors
    /// `parameter-missing` for floats and texts without a scale; `cell-missing`, `too-many-digits`, `not-a-number` and
    /// `number-too-large`, beyond 64 bits, with the place, `[row].column`; `wrong-column`.
    pub fn of_column(key: &Key, direction: Direction, column: &Column, scale: Option<u8>) -> Result<Self> {
        let name = key.as_str();
        let scale = match (scale, column) {
            (Some(scale), _) => scale,
            (None, Column::Int(_)) => 0,
            (None, Column::Decimal { scale, .. }) => *scale,
            (None, _) => {
                let (parameter, needed_by) = (format!("scales.{name}"), format!("a column of {}", column.kind()));
                return Err(Error::at(name, SchemeError::ParameterMissing { parameter, needed_by }));
            }
        };
        let mut faults = Faults::new();
        let values = column.mantissas(scale, |row| {
            let place = || format!("[{row}].{name}");
            match faults.take("", column.decimal(name, row, scale)) {
                Some(Some(number)) => i64::try_from(number.mantissa()).unwrap_or_else(|_| {
                    faults.push(place(), crate::kernel::NumberError::TooLarge { got: number.to_string() });
                    0
                }),
                Some(None) => {
                    faults.push(place(), Fault::CellMissing);
                    0
                }
                None => 0,
            }
        });
        faults.into_result()?;
        Ok(ExactCriterion::new(key.clone(), direction, scale, values))
    }
}

impl ExactMatrix<'static> {
    /// The columns of a table as scaled integers, all but the column `unit`; less is better of those named in `costs`, and `scales`
    /// has the decimals of some of them.
    ///
    /// # Errors
    /// Those of [`ExactCriterion::of_column`] and [`ExactMatrix::new`]; `unknown-column` for one of `costs` or `scales` that is not
    /// there.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use shequ::evaluation::methods::ExactMatrix;
    /// use shequ::wire::{Column, Table};
    /// let table = Table::new(vec![("a".into(), Column::Float(vec![Some(0.1)])), ("b".into(), Column::Float(vec![Some(0.2)]))])?;
    /// let scales = BTreeMap::from([("a".to_owned(), 1), ("b".to_owned(), 1)]);
    /// let totals = ExactMatrix::of_table(&table, &[], &scales)?.weighted_sum(&[1, 1])?;
    /// assert_eq!(totals.get(0).map(|d| d.to_string()).as_deref(), Some("0.3"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of_table(table: &Table, costs: &[String], scales: &BTreeMap<String, u8>) -> Result<Self> {
        let columns: Vec<&(String, Column)> = table.columns().iter().filter(|(name, _)| name != UNIT).collect();
        let names: Vec<&str> = columns.iter().map(|(name, _)| name.as_str()).collect();
        let mut faults = Faults::new();
        faults.take("", known("scales", &names, scales.keys()));
        let directions = faults.take("", directions(&names, costs)).unwrap_or_default();
        let mut criteria = Vec::with_capacity(columns.len());
        for ((name, column), direction) in columns.into_iter().zip(directions) {
            let Some(key) = faults.take(name, name.parse::<Key>()) else { continue };
            let criterion = ExactCriterion::of_column(&key, direction, column, scales.get(name).copied());
            criteria.extend(faults.take("", criterion));
        }
        faults.into_result()?;
        Self::new(criteria)
    }
}

/// A table that starts with the names of the rows, where they have names.
fn named(names: Option<&[String]>, columns: impl Iterator<Item = (String, Column)>) -> Table {
    let names = names.map(|names| (UNIT.to_owned(), Column::Text(names.iter().cloned().map(Some).collect())));
    Table::new(names.into_iter().chain(columns).collect()).unwrap_or_default()
}

fn floats(values: &[f64]) -> Column {
    Column::Float(values.iter().copied().map(Some).collect())
}

/// Whole numbers, or decimals of one digit where a rank is a half.
fn ranks(ranks: &[Rank]) -> Column {
    if ranks.iter().all(|rank| rank.whole().is_some()) {
        Column::Int(ranks.iter().map(|rank| rank.whole().map(i64::from)).collect())
    } else {
        Column::Decimal { cells: ranks.iter().map(|rank| Some(rank.to_decimal().mantissa())).collect(), scale: 1 }
    }
}

impl Matrix<'_> {
    /// One row an alternative, one column a criterion; before them `unit`, where the rows have names.
    pub fn table(&self, names: Option<&[String]>) -> Table {
        named(names, self.criteria().iter().map(|c| (c.key().to_string(), floats(c.values()))))
    }
}

impl Decision {
    /// One row an alternative: `unit`, where the rows have names, `score` and `rank`.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Method, MethodName, Ranking, Weights};
    /// let matrix = Matrix::new(vec![Criterion::new("reach".parse()?, Direction::Higher, vec![16.0, 32.0])])?;
    /// let decision = Method::from(MethodName::Borda).decide(&matrix, &Weights::equal(1)?, Ranking::default())?;
    /// let names = ["a", "b"].map(str::to_owned);
    /// assert_eq!(decision.table(Some(&names)).texts("rank")?, ["2", "1"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn table(&self, names: Option<&[String]>) -> Table {
        let columns = [("score".to_owned(), floats(self.scores())), ("rank".to_owned(), ranks(self.ranks()))];
        named(names, columns.into_iter())
    }
}

impl Totals {
    /// One row an alternative: `unit`, where the rows have names, `total`, exactly, and `rank`.
    pub fn table(&self, names: Option<&[String]>, ties: RankTies) -> Table {
        let cells = (0..self.len()).map(|row| self.mantissa(row)).collect();
        let total = ("total".to_owned(), Column::Decimal { cells, scale: self.scale() });
        let rank = ("rank".to_owned(), ranks(&self.ranks(ties)));
        named(names, [total, rank].into_iter())
    }
}
