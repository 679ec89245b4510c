//! Tables from plain Python: a dict of columns or a list of dicts.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyMapping, PySequence, PyString};
use shequ::kernel::{Decimal, DocumentError, Error, NumberError, Result};
use shequ::wire::{Column, Table, TableError};

use crate::convert::number::{date_class, date_text, decimal_class, decimal_text, fraction_class, fraction_text};
use crate::fault::Refused;

/// The error for what is no table.
pub fn no_table(obj: &Bound<'_, PyAny>) -> PyErr {
    let got = match obj.get_type().name() {
        Ok(name) => format!("an object of type `{name}`"),
        Err(_) => "the object".to_owned(),
    };
    let expected = "a data frame, a dict of columns or a list of rows".to_owned();
    Refused::Fault(DocumentError::WrongKind { got, expected }.into()).into()
}

/// A dict from names to lists of cells.
pub fn from_columns(columns: &Bound<'_, PyMapping>) -> Result<Table, Refused> {
    let mut out = Vec::new();
    for pair in columns.items()? {
        let (name, cells): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
        let name = column_name(&name)?;
        if cells.cast::<PyString>().is_ok() {
            let cause = TableError::WrongColumn { name, got: "one text".into(), expected: "a list of cells".into() };
            return Err(Refused::Fault(cause.into()));
        }
        let cells = cells.try_iter()?.map(|c| cell(&c?));
        let cells = cells.enumerate().map(|(i, c)| c.map_err(|e| e.under(&format!("[{i}].{name}"))));
        let cells = cells.collect::<Result<Vec<_>, _>>()?;
        out.push((name.clone(), column(&name, cells)?));
    }
    Ok(Table::new(out)?)
}

/// A list of dicts, one a row; a key that a row lacks is a missing cell.
pub fn from_rows(rows: &Bound<'_, PySequence>) -> Result<Table, Refused> {
    let mut columns: Vec<(String, Vec<Cell>)> = Vec::new();
    let index = PyDict::new(rows.py());
    for (i, row) in rows.try_iter()?.enumerate() {
        let row = row?;
        let Ok(row) = row.cast::<PyMapping>() else {
            let got = format!("an object of type `{}`", row.get_type().name()?);
            let cause = DocumentError::WrongKind { got, expected: "a row as a dict".into() };
            return Err(Refused::Fault(Error::at(format!("[{i}]"), cause)));
        };
        for pair in row.items()? {
            let (key, item): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
            let at = if let Some(at) = index.get_item(&key)? {
                at.extract::<usize>()?
            } else {
                let name = column_name(&key)?;
                index.set_item(&key, columns.len())?;
                columns.push((name, Vec::new()));
                columns.len() - 1
            };
            if let Some((name, cells)) = columns.get_mut(at) {
                cells.resize(i, Cell::Missing);
                cells.push(cell(&item).map_err(|e| e.under(&format!("[{i}].{name}")))?);
            }
        }
    }
    let count = rows.len()?;
    let mut out = Vec::new();
    for (name, mut cells) in columns {
        cells.resize(count, Cell::Missing);
        let cells = column(&name, cells)?;
        out.push((name, cells));
    }
    Ok(Table::new(out)?)
}

fn column_name(name: &Bound<'_, PyAny>) -> Result<String, Refused> {
    match name.cast::<PyString>() {
        Ok(name) => Ok(name.to_cow()?.into_owned()),
        Err(_) => Err(Refused::Fault(
            DocumentError::NotPlain { got: format!("the column name `{}`", name.str()?.to_string_lossy()) }.into(),
        )),
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Cell {
    Missing,
    Bool(bool),
    Int(i128),
    Decimal(Decimal),
    Fraction(String),
    Float(f64),
    Text(String),
}

impl Cell {
    const fn kind(&self) -> &'static str {
        match self {
            Self::Missing => "nothing",
            Self::Bool(_) => "yes or no",
            Self::Int(_) => "whole numbers",
            Self::Decimal(_) => "decimals",
            Self::Fraction(_) => "fractions",
            Self::Float(_) => "floats",
            Self::Text(_) => "texts",
        }
    }
}

fn cell(obj: &Bound<'_, PyAny>) -> Result<Cell, Refused> {
    let py = obj.py();
    if obj.is_none() {
        Ok(Cell::Missing)
    } else if let Ok(text) = obj.cast::<PyString>() {
        Ok(Cell::Text(text.to_cow()?.into_owned()))
    } else if let Ok(answer) = obj.cast::<PyBool>() {
        Ok(Cell::Bool(answer.is_true()))
    } else if obj.cast::<PyInt>().is_ok() {
        let wide = obj.extract::<i128>();
        wide.map(Cell::Int).or_else(|_| {
            let got = obj.str()?.to_string();
            Err(Refused::Fault(NumberError::TooLarge { got }.into()))
        })
    } else if let Ok(number) = obj.cast::<PyFloat>() {
        Ok(Cell::Float(number.value()))
    } else if obj.is_instance(decimal_class(py)?)? {
        Ok(Cell::Decimal(decimal_text(obj)?.parse::<Decimal>()?))
    } else if obj.is_instance(fraction_class(py)?)? {
        Ok(Cell::Fraction(fraction_text(obj)?))
    } else if is_missing(obj)? {
        Ok(Cell::Missing)
    } else if obj.is_instance(date_class(py)?)? {
        Ok(Cell::Text(date_text(obj)?))
    } else {
        let class = obj.get_type();
        let (module, name) = (class.module()?.to_string(), class.name()?.to_string());
        if module == "numpy" && obj.hasattr("item")? {
            let plain = obj.call_method0("item")?;
            if !plain.get_type().is(&class) {
                return cell(&plain);
            }
        }
        Err(unfit(&name))
    }
}

/// The missing values of pandas; `NaT` would pass for a day.
fn is_missing(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    let name = obj.get_type().name()?;
    Ok(name == "NaTType" || name == "NAType")
}

fn unfit(class: &str) -> Refused {
    Refused::Fault(DocumentError::NotPlain { got: format!("an object of type `{class}`") }.into())
}

/// The greatest whole number that a float holds with all below it.
const MAX_FLOAT_INT: i128 = 1 << 53;

/// The narrowest column that holds all cells exactly; cells that do not go together are refused, not coerced.
fn column(name: &str, cells: Vec<Cell>) -> Result<Column> {
    let mixed = |cell: &Cell, expected: &str| {
        let (name, got) = (name.to_owned(), format!("{} beside {expected}", cell.kind()));
        Error::from(TableError::WrongColumn { name, got, expected: "one kind of cells".into() })
    };
    let has = |test: fn(&Cell) -> bool| cells.iter().any(test);
    if has(|c| matches!(c, Cell::Bool(_))) {
        return each(&cells, |c| if let Cell::Bool(b) = c { Some(*b) } else { None }, |c| mixed(c, "yes or no"))
            .map(Column::Bool);
    }
    // Exact numbers may stand in texts, and do beside them.
    if has(|c| matches!(c, Cell::Text(_) | Cell::Fraction(_))) {
        let read = |c: &Cell| match c {
            Cell::Text(text) | Cell::Fraction(text) => Some(text.clone()),
            Cell::Int(n) => Some(n.to_string()),
            Cell::Decimal(d) => Some(d.to_string()),
            _ => None,
        };
        return each(&cells, read, |c| mixed(c, "texts")).map(Column::Text);
    }
    if has(|c| matches!(c, Cell::Float(_))) {
        #[allow(clippy::cast_precision_loss, reason = "bounded by the guard")]
        let read = |c: &Cell| match c {
            Cell::Float(x) => Some(*x),
            Cell::Int(n) if n.abs() <= MAX_FLOAT_INT => Some(*n as f64),
            _ => None,
        };
        return each(&cells, read, |c| mixed(c, "floats")).map(Column::Float);
    }
    let small = |c: &Cell| match c {
        Cell::Int(n) => i64::try_from(*n).ok(),
        _ => None,
    };
    if has(|c| matches!(c, Cell::Int(_)))
        && let Ok(whole) = each(&cells, small, |c| mixed(c, "whole numbers"))
    {
        return Ok(Column::Int(whole));
    }
    let scale = cells.iter().map(|c| if let Cell::Decimal(d) = c { d.scale() } else { 0 }).max().unwrap_or(0);
    if has(|c| matches!(c, Cell::Int(_) | Cell::Decimal(_))) {
        let mut out = Vec::with_capacity(cells.len());
        for (row, cell) in cells.iter().enumerate() {
            let number = match cell {
                Cell::Decimal(d) => Some(*d),
                Cell::Int(n) => Some(Decimal::new(*n, 0)?),
                _ => None,
            };
            let scaled = number.map(|d| d.with_scale(scale)).transpose();
            out.push(scaled.map_err(|e| e.under(&format!("[{row}].{name}")))?.map(Decimal::mantissa));
        }
        return Ok(Column::Decimal { cells: out, scale });
    }
    Ok(Column::Text(vec![None; cells.len()]))
}

fn each<T>(
    cells: &[Cell],
    read: impl Fn(&Cell) -> Option<T>,
    wrong: impl Fn(&Cell) -> Error,
) -> Result<Vec<Option<T>>> {
    cells
        .iter()
        .map(|cell| match cell {
            Cell::Missing => Ok(None),
            cell => read(cell).map(Some).ok_or_else(|| wrong(cell)),
        })
        .collect()
}
