//! Columns of numbers from whatever holds them: those of Arrow are read where they lie, those of NumPy with one copy.

use std::borrow::Cow;
use std::collections::BTreeMap;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{ArrowPrimitiveType, Float64Type, Int64Type};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array};
use arrow_schema::DataType;
use pyo3::buffer::{Element, PyBuffer};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyDict, PyMapping, PyString};
use shequ::evaluation::methods::{
    Criterion, Direction, ExactCriterion, ExactMatrix, Matrix, Observations, UNIT, Variable, directions, in_order,
    known, row_names,
};
use shequ::kernel::{Faults, Key, Result};
use shequ::wire::{Column, Table};

use super::texts::{arrow_column, is_arrow_column};
use super::{PyTable, arrow, has_arrow, is_lazy, read, rows};
use crate::convert::hint;

/// Chunks of which no cell is missing, in one piece.
fn joined<T: ArrowPrimitiveType>(chunks: &[ArrayRef]) -> Vec<T::Native> {
    let parts: Vec<&[T::Native]> = chunks.iter().map(|chunk| chunk.as_primitive::<T>().values().as_ref()).collect();
    parts.concat()
}

/// The cells of a column.
#[derive(Debug)]
enum Cells {
    /// Floats of which none is missing.
    Floats(Float64Array),
    /// Whole numbers of which none is missing.
    Ints(Int64Array),
    /// Other columns of Arrow, read one at a time when they are needed.
    Arrow { name: String, kind: DataType, chunks: Vec<ArrayRef> },
    /// Anything else.
    Core(Column),
}

impl Cells {
    fn of(name: &str, kind: &DataType, chunks: Vec<ArrayRef>) -> Self {
        let full = chunks.iter().all(|chunk| chunk.null_count() == 0);
        match (kind, chunks.as_slice()) {
            (DataType::Float64, [one]) if full => Self::Floats(one.as_primitive::<Float64Type>().clone()),
            (DataType::Int64, [one]) if full => Self::Ints(one.as_primitive::<Int64Type>().clone()),
            (DataType::Float64, many) if full => Self::Floats(joined::<Float64Type>(many).into()),
            (DataType::Int64, many) if full => Self::Ints(joined::<Int64Type>(many).into()),
            _ => Self::Arrow { name: name.to_owned(), kind: kind.clone(), chunks },
        }
    }

    /// The column as the core has it.
    fn core(&self) -> Result<Cow<'_, Column>> {
        Ok(match self {
            Self::Floats(cells) => Cow::Owned(Column::Float(cells.values().iter().copied().map(Some).collect())),
            Self::Ints(cells) => Cow::Owned(Column::Int(cells.values().iter().copied().map(Some).collect())),
            Self::Arrow { name, kind, chunks } => Cow::Owned(arrow::chunks(name, kind, chunks)?),
            Self::Core(column) => Cow::Borrowed(column),
        })
    }

    fn floats(&self, key: &Key) -> Result<Float64Array> {
        match self {
            Self::Floats(cells) => Ok(cells.clone()),
            other => {
                let variable = Variable::of_column(key, Direction::Higher, &*other.core()?)?;
                let one = Observations::new(vec![variable])?;
                let matrix = one.complete()?;
                Ok(matrix.criteria().iter().flat_map(|c| c.values().iter().copied()).collect::<Vec<f64>>().into())
            }
        }
    }

    fn ints(&self, key: &Key, scale: Option<u8>) -> Result<(u8, Int64Array)> {
        match (self, scale) {
            (Self::Ints(cells), None | Some(0)) => Ok((0, cells.clone())),
            (other, scale) => {
                let criterion = ExactCriterion::of_column(key, Direction::Higher, &*other.core()?, scale)?;
                Ok((criterion.scale(), criterion.values().to_vec().into()))
            }
        }
    }
}

/// Columns of numbers as an argument.
#[derive(Debug)]
pub struct NumbersArg(Vec<(String, Cells)>);

impl<'py> FromPyObject<'_, 'py> for NumbersArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "Numbers"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if obj.is_instance_of::<PyTable>() || obj.cast::<PyString>().is_ok() {
            return core(&obj);
        }
        if is_lazy(&obj)? {
            return obj.call_method0("collect")?.extract();
        }
        if has_arrow(&obj)? {
            return arrow::batches(&obj, |batches| {
                let fields: Vec<_> = batches.schema().fields().iter().cloned().collect();
                let mut columns: Vec<Vec<ArrayRef>> = fields.iter().map(|_| Vec::new()).collect();
                for batch in batches {
                    for (column, array) in columns.iter_mut().zip(batch?.columns()) {
                        column.push(array.clone());
                    }
                }
                let cells = fields
                    .iter()
                    .zip(columns)
                    .map(|(field, chunks)| (field.name().clone(), Cells::of(field.name(), field.data_type(), chunks)));
                Ok(Self(cells.collect()))
            });
        }
        match obj.cast::<PyMapping>() {
            Ok(columns) => columns.items()?.iter().map(|pair| column(&pair)).collect::<PyResult<_>>().map(Self),
            Err(_) => core(&obj),
        }
    }
}

fn core(obj: &Bound<'_, PyAny>) -> PyResult<NumbersArg> {
    let table = read(obj)?;
    let cells = table.columns().iter().map(|(name, column)| (name.clone(), Cells::Core(column.clone())));
    Ok(NumbersArg(cells.collect()))
}

/// A column of a dict: what lies in memory as floats or whole numbers is copied at once, all else cell by cell.
fn column(pair: &Bound<'_, PyAny>) -> PyResult<(String, Cells)> {
    let (name, cells): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
    if let Ok(text) = name.extract::<String>() {
        if let Some(floats) = buffer::<f64>(&cells) {
            return Ok((text, Cells::Floats(floats.into())));
        }
        if let Some(ints) = buffer::<i64>(&cells) {
            return Ok((text, Cells::Ints(ints.into())));
        }
    }
    let one = PyDict::new(cells.py());
    one.set_item(name, cells)?;
    let table = rows::from_columns(one.cast::<PyMapping>()?)?;
    match table.columns() {
        [(name, column)] => Ok((name.clone(), Cells::Core(column.clone()))),
        _ => Err(PyTypeError::new_err("a column has one name")),
    }
}

fn buffer<T: Element>(obj: &Bound<'_, PyAny>) -> Option<Vec<T>> {
    let buffer = PyBuffer::<T>::get(obj).ok()?;
    if buffer.dimensions() == 1 { buffer.to_vec(obj.py()).ok() } else { None }
}

/// Criteria as floats, none of them missing, with the names of their rows.
#[derive(Debug)]
pub struct Floats {
    /// The names of the rows, where they have names.
    pub names: Option<Vec<String>>,
    columns: Vec<(Key, Direction, Float64Array)>,
}

/// Criteria as scaled integers, none of them missing, with the names of their rows.
#[derive(Debug)]
pub struct Ints {
    /// The names of the rows, where they have names.
    pub names: Option<Vec<String>>,
    columns: Vec<(Key, Direction, u8, Int64Array)>,
}

impl NumbersArg {
    fn names(&self) -> Result<Option<Vec<String>>> {
        match self.0.iter().find(|(name, _)| name == UNIT) {
            Some((name, cells)) => row_names(&Table::new(vec![(name.clone(), cells.core()?.into_owned())])?),
            None => Ok(None),
        }
    }

    fn criteria(&self) -> impl Iterator<Item = &(String, Cells)> {
        self.0.iter().filter(|(name, _)| name != UNIT)
    }

    /// The columns as floats; less is better of those that are named.
    pub fn floats(&self, costs: &[String]) -> Result<Floats> {
        let keys: Vec<&str> = self.criteria().map(|(name, _)| name.as_str()).collect();
        let mut faults = Faults::new();
        let names = faults.take("", self.names()).flatten();
        let directions = faults.take("", directions(&keys, costs)).unwrap_or_default();
        let mut columns = Vec::with_capacity(keys.len());
        for ((name, cells), direction) in self.criteria().zip(directions) {
            let Some(key) = faults.take(name, name.parse::<Key>()) else { continue };
            let floats = faults.take("", cells.floats(&key));
            columns.extend(floats.map(|floats| (key, direction, floats)));
        }
        faults.into_result().map(|()| Floats { names, columns })
    }

    /// The columns as scaled integers, with the decimals that are given for some; less is better of those that are costs.
    pub fn ints(&self, costs: &[String], scales: &BTreeMap<String, u8>) -> Result<Ints> {
        let keys: Vec<&str> = self.criteria().map(|(name, _)| name.as_str()).collect();
        let mut faults = Faults::new();
        let names = faults.take("", self.names()).flatten();
        faults.take("", known("scales", &keys, scales.keys()));
        let directions = faults.take("", directions(&keys, costs)).unwrap_or_default();
        let mut columns = Vec::with_capacity(keys.len());
        for ((name, cells), direction) in self.criteria().zip(directions) {
            let Some(key) = faults.take(name, name.parse::<Key>()) else { continue };
            let ints = faults.take("", cells.ints(&key, scales.get(name).copied()));
            columns.extend(ints.map(|(scale, ints)| (key, direction, scale, ints)));
        }
        faults.into_result().map(|()| Ints { names, columns })
    }
}

impl Floats {
    /// The matrix, which borrows its values.
    pub fn matrix(&self) -> Result<Matrix<'_>> {
        let criteria = self.columns.iter().map(|(key, direction, cells)| {
            let values: &[f64] = cells.values();
            Criterion::new(key.clone(), *direction, values)
        });
        Matrix::new(criteria.collect())
    }

    /// The keys of the criteria.
    pub fn keys(&self) -> Vec<&str> {
        self.columns.iter().map(|(key, ..)| key.as_str()).collect()
    }
}

impl Ints {
    /// The matrix, which borrows its values.
    pub fn matrix(&self) -> Result<ExactMatrix<'_>> {
        let criteria = self.columns.iter().map(|(key, direction, scale, cells)| {
            let values: &[i64] = cells.values();
            ExactCriterion::new(key.clone(), *direction, *scale, values)
        });
        ExactMatrix::new(criteria.collect())
    }

    /// The keys of the criteria.
    pub fn keys(&self) -> Vec<&str> {
        self.columns.iter().map(|(key, ..)| key.as_str()).collect()
    }
}

/// Floats as an argument: a list, a NumPy array, a series, an Arrow column; or one for each criterion by name.
#[derive(Debug)]
pub enum FloatsArg {
    /// In order.
    List(Vec<f64>),
    /// By name.
    Named(BTreeMap<String, f64>),
}

impl<'py> FromPyObject<'_, 'py> for FloatsArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "FloatsByName"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Some(floats) = buffer::<f64>(&obj) {
            return Ok(Self::List(floats));
        }
        if obj.is_instance_of::<PyDict>() {
            return obj.extract().map(Self::Named);
        }
        if is_arrow_column(&obj)? {
            let add = |out: &mut Vec<f64>, array: &ArrayRef| {
                let column = arrow::column("values", array)?;
                let variable = Variable::of_column(&"values".parse()?, Direction::Higher, &column)?;
                let one = Observations::new(vec![variable])?;
                out.extend(one.complete()?.criteria().iter().flat_map(|c| c.values().iter().copied()));
                Ok(())
            };
            return arrow_column(&obj, add, Vec::new()).map(Self::List);
        }
        obj.extract().map(Self::List)
    }
}

impl FloatsArg {
    /// The floats in the order of the criteria.
    pub fn of(self, what: &str, keys: &[&str]) -> Result<Vec<f64>> {
        match self {
            Self::List(floats) => Ok(floats),
            Self::Named(floats) => in_order(what, keys, &floats),
        }
    }

    /// The floats, which have no names.
    pub fn list(self) -> PyResult<Vec<f64>> {
        match self {
            Self::List(floats) => Ok(floats),
            Self::Named(_) => Err(PyTypeError::new_err("values come as a list, a series or an array")),
        }
    }
}

/// Whole numbers as an argument: a list, or one for each criterion by name.
#[derive(Debug)]
pub enum IntsArg {
    /// In order.
    List(Vec<i64>),
    /// By name.
    Named(BTreeMap<String, i64>),
}

impl<'py> FromPyObject<'_, 'py> for IntsArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "IntsByName"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if obj.is_instance_of::<PyDict>() { obj.extract().map(Self::Named) } else { obj.extract().map(Self::List) }
    }
}

impl IntsArg {
    /// The numbers in the order of the criteria.
    pub fn of(self, what: &str, keys: &[&str]) -> Result<Vec<i64>> {
        match self {
            Self::List(ints) => Ok(ints),
            Self::Named(ints) => in_order(what, keys, &ints),
        }
    }
}
