//! Tables as columns: what an Arrow table, a data frame or a list of objects becomes before a module reads it.

use serde::Serialize;

use super::{Keys, Texts as _};

use crate::kernel::error::faults;
use crate::kernel::{Decimal, Result};

faults! {
    /// Faults of a table's columns and cells.
    pub enum TableError: Document {
        /// A column that the reader needs is not there.
        MissingColumn { name: String, have: String } => "missing-column", "the column `{name}` is missing", "the table has {have}";
        /// A column that the reader does not know.
        UnknownColumn { name: String, expected: String } => "unknown-column", "the column `{name}` is not read", "drop it or correct its name; the columns are {expected}";
        /// A column whose cells cannot be what the reader needs.
        WrongColumn { name: String, got: String, expected: String } => "wrong-column", "the column `{name}` holds {got}, expected {expected}", "";
        /// A float column where exact numbers are due.
        FloatColumn { name: String } => "float-column", "the column `{name}` holds floats, expected exact numbers", "in polars: `pl.col(\"{name}\").round(2).cast(pl.Decimal(18, 2))`; in pandas: `df[\"{name}\"] = df[\"{name}\"].map(\"{{:.2f}}\".format)`; in JavaScript: `x.toFixed(2)`";
        /// Columns of different length.
        Ragged { name: String, rows: usize, expected: usize } => "ragged-table", "the column `{name}` has {rows} rows, expected {expected}", "give every column as many rows as the others";
        /// A cell that must not be empty.
        EmptyCell => "empty-cell", "the cell is empty", "fill it or leave the row out";
    }
}

/// The cells of a column; `None` is a missing value.
#[derive(Debug, Clone, PartialEq)]
pub enum Column {
    /// Whole numbers.
    Int(Vec<Option<i64>>),
    /// Scaled integers: each cell is `mantissa / 10^scale`.
    Decimal {
        /// The mantissas.
        cells: Vec<Option<i128>>,
        /// The number of decimals.
        scale: u8,
    },
    /// Floats: read only where a scale is declared, each as its shortest decimal.
    Float(Vec<Option<f64>>),
    /// Texts; exact numbers may stand in them.
    Text(Vec<Option<String>>),
    /// Keys of units, which stand in one list.
    Keys(Keys),
    /// Yes or no.
    Bool(Vec<Option<bool>>),
}

impl Column {
    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Int(cells) => cells.len(),
            Self::Keys(cells) => cells.len(),
            Self::Decimal { cells, .. } => cells.len(),
            Self::Float(cells) => cells.len(),
            Self::Text(cells) => cells.len(),
            Self::Bool(cells) => cells.len(),
        }
    }

    /// Whether there are no rows.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What it holds, in the words of an error message.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Int(_) => "whole numbers",
            Self::Decimal { .. } => "decimals",
            Self::Float(_) => "floats",
            Self::Text(_) | Self::Keys(_) => "texts",
            Self::Bool(_) => "yes or no",
        }
    }

    /// A cell as an exact number with so many decimals; a float is read as its shortest decimal.
    ///
    /// # Errors
    /// `too-many-digits`, `not-finite`, `not-a-number`, `number-too-large`; `wrong-column` for yes or no.
    pub fn decimal(&self, name: &str, row: usize, scale: u8) -> Result<Option<Decimal>> {
        let cell = match self {
            Self::Int(cells) => cells.get(row).copied().flatten().map(|n| Decimal::from(n).with_scale(scale)),
            Self::Decimal { cells, scale: own } => cells
                .get(row)
                .copied()
                .flatten()
                .map(|mantissa| Decimal::new(mantissa, *own).and_then(|d| d.with_scale(scale))),
            Self::Float(cells) => cells.get(row).copied().flatten().map(|x| Decimal::from_shortest(x, scale)),
            Self::Text(cells) => match cells.get(row).and_then(Option::as_deref) {
                None | Some("") => None,
                Some(text) => Some(text.parse::<Decimal>().and_then(|d| d.with_scale(scale))),
            },
            Self::Keys(cells) => cells.text(row).map(|text| text.parse::<Decimal>().and_then(|d| d.with_scale(scale))),
            Self::Bool(_) => {
                let cause =
                    TableError::WrongColumn { name: name.into(), got: self.kind().into(), expected: "numbers".into() };
                return Err(cause.into());
            }
        };
        cell.transpose().map_err(|e| e.under(&format!("[{row}].{name}")))
    }

    /// The mantissas of all cells with so many decimals; `rest` is asked for a cell that is missing or wants a closer look: a text, a
    /// number beyond the common range, one with more digits.
    pub(crate) fn mantissas(&self, scale: u8, mut rest: impl FnMut(usize) -> i64) -> Vec<i64> {
        fn each<T: Copy>(
            cells: &[Option<T>],
            read: impl Fn(T) -> Option<i64>,
            mut rest: impl FnMut(usize) -> i64,
        ) -> Vec<i64> {
            // The least of all integers marks a missing value where columns are kept.
            let common = |cell: &Option<T>| cell.and_then(&read).filter(|n| *n != i64::MIN);
            cells.iter().enumerate().map(|(row, cell)| common(cell).unwrap_or_else(|| rest(row))).collect()
        }
        let power = |exponent: u8| 10_i64.checked_pow(exponent.into());
        match self {
            Self::Int(cells) => each(cells, |n| n.checked_mul(power(scale)?), rest),
            Self::Decimal { cells, scale: own } if *own <= scale => {
                let up = power(scale - own);
                each(cells, |n| i64::try_from(n).ok()?.checked_mul(up?), rest)
            }
            Self::Decimal { cells, scale: own } => {
                let down = power(own - scale);
                let read = |n: i64| n.checked_rem(down?).filter(|left| *left == 0).and_then(|_| n.checked_div(down?));
                each(cells, |n| i64::try_from(n).ok().and_then(read), rest)
            }
            Self::Float(cells) => each(cells, |x| Decimal::shortest_mantissa(x, scale), rest),
            Self::Text(_) | Self::Keys(_) | Self::Bool(_) => (0..self.len()).map(&mut rest).collect(),
        }
    }
}

/// A table of named columns of one length.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    columns: Vec<(String, Column)>,
}

impl Table {
    /// A table of columns of one length.
    ///
    /// # Errors
    /// `ragged-table`.
    pub fn new(columns: Vec<(String, Column)>) -> Result<Self> {
        let expected = columns.first().map_or(0, |(_, c)| c.len());
        for (name, column) in &columns {
            if column.len() != expected {
                return Err(TableError::Ragged { name: name.clone(), rows: column.len(), expected }.into());
            }
        }
        Ok(Self { columns })
    }

    /// The columns with their names, in order.
    pub fn columns(&self) -> &[(String, Column)] {
        &self.columns
    }

    /// The number of rows.
    pub fn rows(&self) -> usize {
        self.columns.first().map_or(0, |(_, c)| c.len())
    }

    /// The column of a name, if it is there.
    pub fn get(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|(n, _)| n == name).map(|(_, c)| c)
    }

    /// The column of a name.
    ///
    /// # Errors
    /// `missing-column`.
    pub fn column(&self, name: &str) -> Result<&Column> {
        self.get(name).ok_or_else(|| {
            let have = self.columns.iter().map(|(n, _)| format!("`{n}`")).collect::<Vec<_>>().join(", ");
            TableError::MissingColumn { name: name.into(), have }.into()
        })
    }

    /// The cells of a column as texts; whole numbers are written out.
    ///
    /// # Errors
    /// `missing-column`, `wrong-column`, `empty-cell`.
    pub fn texts(&self, name: &str) -> Result<Vec<String>> {
        let column = self.column(name)?;
        let empty = |row: usize| crate::kernel::Error::at(format!("[{row}].{name}"), TableError::EmptyCell);
        match column {
            Column::Text(cells) => {
                cells.iter().enumerate().map(|(row, c)| c.clone().ok_or_else(|| empty(row))).collect()
            }
            Column::Keys(cells) => {
                (0..cells.len()).map(|row| cells.text(row).map(str::to_owned).ok_or_else(|| empty(row))).collect()
            }
            Column::Int(cells) => {
                cells.iter().enumerate().map(|(row, c)| c.map(|n| n.to_string()).ok_or_else(|| empty(row))).collect()
            }
            other => {
                Err(TableError::WrongColumn { name: name.into(), got: other.kind().into(), expected: "texts".into() }
                    .into())
            }
        }
    }
}

/// In JavaScript a table is a list of objects, one a row, its decimals as texts.
impl Serialize for Table {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((0..self.rows()).map(|row| Row { table: self, row }))
    }
}

struct Row<'t> {
    table: &'t Table,
    row: usize,
}

impl Serialize for Row<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(Some(self.table.columns.len()))?;
        for (name, column) in &self.table.columns {
            match column {
                Column::Int(cells) => map.serialize_entry(name, &cells.get(self.row))?,
                Column::Decimal { .. } => {
                    map.serialize_entry(name, &column.decimal(name, self.row, column_scale(column)).ok().flatten())?;
                }
                Column::Float(cells) => map.serialize_entry(name, &cells.get(self.row))?,
                Column::Text(cells) => map.serialize_entry(name, &cells.get(self.row))?,
                Column::Keys(cells) => map.serialize_entry(name, &cells.text(self.row))?,
                Column::Bool(cells) => map.serialize_entry(name, &cells.get(self.row))?,
            }
        }
        map.end()
    }
}

const fn column_scale(column: &Column) -> u8 {
    match column {
        Column::Decimal { scale, .. } => *scale,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floats_are_read_as_their_shortest_decimal_or_refused_with_their_row() {
        let column = Column::Float(vec![Some(0.1), None, Some(0.125), Some(f64::NAN)]);
        assert_eq!(column.decimal("a", 0, 2).unwrap().unwrap().to_string(), "0.10");
        assert_eq!(column.decimal("a", 1, 2).unwrap(), None);
        let error = column.decimal("a", 2, 2).unwrap_err();
        assert_eq!((error.first().code(), error.first().path()), ("too-many-digits", "[2].a"));
        assert_eq!(column.decimal("a", 3, 2).unwrap_err().first().code(), "not-finite");
    }

    #[test]
    fn the_mantissas_of_a_column_are_those_of_its_cells() {
        let most = i64::MAX;
        let decimals = |scale| Column::Decimal {
            cells: vec![Some(1_250), Some(-1_205), Some(7), None, Some(i128::from(most)), Some(i128::MIN)],
            scale,
        };
        let columns = [
            Column::Int(vec![Some(3), Some(-4), None, Some(most), Some(i64::MIN)]),
            decimals(0),
            decimals(2),
            decimals(3),
            decimals(18),
            Column::Float(vec![Some(0.1), Some(-2.5), Some(0.125), None, Some(f64::NAN), Some(9e15), Some(-0.0)]),
            Column::Text(vec![Some("1.50".into()), Some("x".into()), None]),
        ];
        let mut common = 0;
        for (column, scale) in columns.iter().flat_map(|column| [0, 2, 3].map(|scale| (column, scale))) {
            let mut asked = 0;
            let found = column.mantissas(scale, |_| {
                asked += 1;
                i64::MIN
            });
            common += found.len() - asked;
            // What is not asked for is what the cell says; what is asked for is no common number.
            for (row, n) in found.into_iter().enumerate().filter(|(_, n)| *n != i64::MIN) {
                let cell = column.decimal("a", row, scale).unwrap().unwrap();
                assert_eq!(cell.mantissa(), i128::from(n), "{column:?} {row} {scale}");
            }
        }
        // By hand: 7 of the whole numbers, 10, 7, 5 and none of the decimals, 8 of the floats, no text.
        assert_eq!(common, 37);
    }

    #[test]
    fn columns_have_one_length() {
        let columns = vec![("a".into(), Column::Int(vec![Some(1)])), ("b".into(), Column::Int(vec![]))];
        assert_eq!(Table::new(columns).unwrap_err().first().code(), "ragged-table");
    }
}
