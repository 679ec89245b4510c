//! Tables in and out, through the Arrow PyCapsule interface or as plain lists.

mod arrow;
mod capsule;
mod export;
mod numbers;
mod rows;
mod texts;
mod typed;

use std::sync::Arc;

use pyo3::IntoPyObjectExt as _;
use pyo3::exceptions::PyKeyError;
use pyo3::prelude::*;
use pyo3::types::{PyCapsule, PyDict, PyList, PyMapping, PySequence, PyString};
use shequ::wire::{self, Texts as _};

use crate::convert::hint;
use crate::convert::number::DecimalOut;
use crate::document::{PathArg, in_file};
use crate::fault::OrRaise as _;
use crate::html;
pub use numbers::{Floats, FloatsArg, IntsArg, NumbersArg};
pub use texts::{DaysArg, TextsArg, UnitsArg};
pub use typed::{DecisionsArg, UnitTableArg};

/// How many rows a notebook shows.
const SHOWN: usize = 20;

/// A table of results: any data frame library reads it (``polars.DataFrame(t)``, ``pyarrow.table(t)``,
/// ``pandas.DataFrame.from_arrow(t)``, DuckDB by its name), and ``to_dicts()`` gives plain rows.
#[pyclass(module = "shequ", name = "Table", frozen)]
#[derive(Debug)]
pub struct PyTable(Arc<wire::Table>);

impl From<wire::Table> for PyTable {
    fn from(table: wire::Table) -> Self {
        Self(Arc::new(table))
    }
}

impl PyTable {
    /// The core's table.
    pub fn shared(&self) -> Arc<wire::Table> {
        Arc::clone(&self.0)
    }

    fn shown(&self, rows: usize) -> (Vec<String>, Vec<Vec<String>>) {
        let head = self.columns();
        let cell = |column: &wire::Column, row: usize| match column {
            wire::Column::Int(cells) => cells.get(row).copied().flatten().map(|n| n.to_string()),
            wire::Column::Float(cells) => cells.get(row).copied().flatten().map(|x| x.to_string()),
            wire::Column::Text(cells) => cells.get(row).cloned().flatten(),
            wire::Column::Keys(cells) => cells.text(row).map(str::to_owned),
            wire::Column::Bool(cells) => cells.get(row).copied().flatten().map(|b| b.to_string()),
            wire::Column::Decimal { scale, .. } => {
                column.decimal("", row, *scale).ok().flatten().map(|d| d.to_string())
            }
        };
        let rows = (0..self.0.rows().min(rows))
            .map(|row| self.0.columns().iter().map(|(_, c)| cell(c, row).unwrap_or_default()).collect())
            .collect();
        (head, rows)
    }
}

/// The cells of a column as Python objects; decimals as `decimal.Decimal`.
fn cells<'py>(py: Python<'py>, name: &str, column: &wire::Column) -> PyResult<Vec<Bound<'py, PyAny>>> {
    fn each<'py, T, O: IntoPyObject<'py>>(
        py: Python<'py>,
        cells: &[Option<T>],
        out: impl Fn(&T) -> O,
    ) -> PyResult<Vec<Bound<'py, PyAny>>> {
        cells
            .iter()
            .map(|cell| match cell {
                None => Ok(py.None().into_bound(py)),
                Some(cell) => out(cell).into_bound_py_any(py),
            })
            .collect()
    }
    match column {
        wire::Column::Int(cells) => each(py, cells, |n| *n),
        wire::Column::Float(cells) => each(py, cells, |x| *x),
        wire::Column::Bool(cells) => each(py, cells, |b| *b),
        wire::Column::Keys(cells) => {
            (0..cells.len()).map(|row| Ok(cells.text(row).into_pyobject(py)?.into_any())).collect()
        }
        wire::Column::Text(cells) => cells.iter().map(|c| Ok(c.as_deref().into_pyobject(py)?.into_any())).collect(),
        wire::Column::Decimal { cells, scale } => (0..cells.len())
            .map(|row| match column.decimal(name, row, *scale).or_raise()? {
                None => Ok(py.None().into_bound(py)),
                Some(number) => DecimalOut(number).into_pyobject(py),
            })
            .collect(),
    }
}

#[pymethods]
impl PyTable {
    /// Reads any data frame, a dict of columns, a list of rows, or the CSV file of a path.
    #[new]
    #[pyo3(signature = (data, /))]
    fn new(data: TableArg) -> Self {
        Self(data.0)
    }

    /// The names of the columns.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.columns().iter().map(|(name, _)| name.clone()).collect()
    }

    /// Reads comma-separated text with a head: every cell is a text, an empty one is missing.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn from_csv(py: Python<'_>, text: &str) -> PyResult<Self> {
        py.detach(|| wire::Table::from_csv(text)).map(Into::into).or_raise()
    }

    /// The table as comma-separated text with a head.
    fn to_csv(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.to_csv()).or_raise()
    }

    /// The rows as dicts: whole numbers, ``decimal.Decimal``, texts, bools and None.
    fn to_dicts<'py>(&self, py: Python<'py>) -> PyResult<Rows<'py>> {
        let columns = self
            .0
            .columns()
            .iter()
            .map(|(name, column)| Ok((PyString::new(py, name), cells(py, name, column)?.into_iter())))
            .collect::<PyResult<Vec<_>>>()?;
        let rows = PyList::empty(py);
        let mut columns = columns;
        for _ in 0..self.0.rows() {
            let row = PyDict::new(py);
            for (name, cells) in &mut columns {
                row.set_item(&*name, cells.next())?;
            }
            rows.append(row)?;
        }
        Ok(Rows(rows))
    }

    /// The table as an Arrow stream; data frame libraries call this.
    #[pyo3(signature = (requested_schema = None))]
    pub fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsule<'py>> {
        // A request is best effort by the interface; what we have is what the columns are.
        drop(requested_schema);
        export::stream(py, &self.0).map(Capsule)
    }

    fn __len__(&self) -> usize {
        self.0.rows()
    }

    fn __getitem__<'py>(&self, py: Python<'py>, name: &str) -> PyResult<Cells<'py>> {
        let column = self.0.get(name).ok_or_else(|| PyKeyError::new_err(name.to_owned()))?;
        PyList::new(py, cells(py, name, column)?).map(Cells)
    }

    fn __repr__(&self) -> String {
        let (head, rows) = self.shown(10);
        let mut lines = vec![head.join(" | ")];
        lines.extend(rows.iter().map(|row| row.join(" | ")));
        if self.0.rows() > rows.len() {
            lines.push(format!("... {} more", self.0.rows() - rows.len()));
        }
        format!("<Table of {} rows>\n{}", self.0.rows(), lines.join("\n"))
    }

    fn _repr_html_(&self) -> String {
        self.html()
    }
}

impl PyTable {
    /// What a notebook shows.
    pub fn html(&self) -> String {
        let (head, rows) = self.shown(SHOWN);
        html::grid(&head, &rows, self.0.rows().saturating_sub(rows.len()))
    }
}

/// The rows of a table as dicts.
pub struct Rows<'py>(Bound<'py, PyList>);

impl<'py> IntoPyObject<'py> for Rows<'py> {
    type Target = PyList;
    type Output = Bound<'py, PyList>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE = type_hint_subscript!(
            type_hint_identifier!("builtins", "list"),
            type_hint_subscript!(
                type_hint_identifier!("builtins", "dict"),
                type_hint_identifier!("builtins", "str"),
                type_hint_identifier!("typing", "Any")
            )
        )
    );

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}

/// The cells of one column.
pub struct Cells<'py>(Bound<'py, PyList>);

impl<'py> IntoPyObject<'py> for Cells<'py> {
    type Target = PyList;
    type Output = Bound<'py, PyList>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE =
            type_hint_subscript!(type_hint_identifier!("builtins", "list"), type_hint_identifier!("typing", "Any"))
    );

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}

/// A capsule of the Arrow interface.
pub struct Capsule<'py>(Bound<'py, PyCapsule>);

impl<'py> IntoPyObject<'py> for Capsule<'py> {
    type Target = PyCapsule;
    type Output = Bound<'py, PyCapsule>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("typing", "Any"));

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}

/// A table as an argument.
pub struct TableArg(pub Arc<wire::Table>);

impl<'py> FromPyObject<'_, 'py> for TableArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "TableLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        read(&obj).map(Self)
    }
}

/// Reads whatever is a table.
pub fn read(obj: &Bound<'_, PyAny>) -> PyResult<Arc<wire::Table>> {
    if let Ok(table) = obj.cast::<PyTable>() {
        return Ok(table.get().shared());
    }
    if obj.cast::<PyString>().is_ok() || obj.hasattr("__fspath__")? {
        let path: PathArg<'_> = obj.extract()?;
        let (text, _) = path.read()?;
        let table = obj.py().detach(|| wire::Table::from_csv(&text));
        return in_file(&path, table.or_raise()).map(Arc::new);
    }
    // A polars LazyFrame offers a stream of its own query, but only its frame has settled types.
    if is_lazy(obj)? {
        return read(&obj.call_method0("collect")?);
    }
    if has_arrow(obj)? {
        return arrow::read(obj).map(Arc::new);
    }
    if let Ok(columns) = obj.cast::<PyMapping>() {
        return Ok(Arc::new(rows::from_columns(columns)?));
    }
    match obj.cast::<PySequence>() {
        Ok(list) => Ok(Arc::new(rows::from_rows(list)?)),
        Err(_) => Err(rows::no_table(obj)),
    }
}

/// Whether it gives itself by the Arrow PyCapsule interface.
fn has_arrow(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(obj.hasattr("__arrow_c_stream__")? || obj.hasattr("__arrow_c_array__")?)
}

fn is_lazy(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    let class = obj.get_type();
    Ok(class.name()? == "LazyFrame" && obj.hasattr("collect")?)
}
