//! Columns of texts and of days from whatever holds them; Arrow's are read where they lie.

use std::collections::BTreeMap;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::Date32Type;
use arrow_array::{Array, ArrayRef, LargeStringArray, StringArray, StringViewArray};
use arrow_schema::DataType;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyList, PySequence, PyString};
use shequ::kernel::{Day, Error, Result};
use shequ::organisation::{Organisation, UnitId};
use shequ::wire::{self, Column, TableError, TextColumns, TextTable, Texts};

use super::{PyTable, arrow, has_arrow, read};
use crate::convert::hint;
use crate::convert::number::DayArg;
use crate::document::{PathArg, in_file};
use crate::fault::OrRaise as _;

/// Texts of one chunk of a column.
enum Chunk {
    Small(StringArray),
    Large(LargeStringArray),
    View(StringViewArray),
    /// What Arrow holds in another form, such as days and dictionaries.
    Copied(Vec<Option<String>>),
}

impl Chunk {
    fn new(name: &str, array: &ArrayRef) -> Result<Self, String> {
        Ok(match array.data_type() {
            DataType::Utf8 => Self::Small(array.as_string::<i32>().clone()),
            DataType::LargeUtf8 => Self::Large(array.as_string::<i64>().clone()),
            DataType::Utf8View => Self::View(array.as_string_view().clone()),
            _ => match arrow::column(name, array) {
                Ok(Column::Text(cells)) => Self::Copied(cells),
                Ok(other) => return Err(other.kind().to_owned()),
                Err(error) => return Err(error.to_string()),
            },
        })
    }

    fn len(&self) -> usize {
        match self {
            Self::Small(cells) => cells.len(),
            Self::Large(cells) => cells.len(),
            Self::View(cells) => cells.len(),
            Self::Copied(cells) => cells.len(),
        }
    }

    #[inline]
    fn text(&self, row: usize) -> Option<&str> {
        match self {
            Self::Small(cells) => (row < cells.len() && cells.is_valid(row)).then(|| cells.value(row)),
            Self::Large(cells) => (row < cells.len() && cells.is_valid(row)).then(|| cells.value(row)),
            Self::View(cells) => (row < cells.len() && cells.is_valid(row)).then(|| cells.value(row)),
            Self::Copied(cells) => cells.get(row)?.as_deref(),
        }
    }
}

/// A column of texts in chunks.
#[derive(Default)]
pub struct ArrowTexts {
    chunks: Vec<Chunk>,
    /// Where each chunk ends.
    ends: Vec<usize>,
}

impl ArrowTexts {
    /// The texts of the chunks of a column.
    pub(super) fn of(name: &str, chunks: &[ArrayRef]) -> Result<Self> {
        let mut texts = Self::default();
        for chunk in chunks {
            texts.add(name, chunk).map_err(|got| not_texts(name, &got))?;
        }
        Ok(texts)
    }

    /// Adds a chunk; otherwise says what it holds.
    fn add(&mut self, name: &str, array: &ArrayRef) -> Result<(), String> {
        let chunk = Chunk::new(name, array)?;
        self.ends.push(Texts::len(self) + chunk.len());
        self.chunks.push(chunk);
        Ok(())
    }
}

impl Texts for ArrowTexts {
    fn len(&self) -> usize {
        self.ends.last().copied().unwrap_or(0)
    }

    #[inline]
    fn text(&self, row: usize) -> Option<&str> {
        if let [only] = self.chunks.as_slice() {
            return only.text(row);
        }
        let at = self.ends.partition_point(|end| *end <= row);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.chunks.get(at)?.text(row - start)
    }
}

/// A table whose texts are read by the column.
pub enum TextsArg {
    Core(Arc<wire::Table>),
    Csv(TextTable),
    /// Columns by name, or what those hold that hold no texts.
    Arrow(Vec<(String, Result<ArrowTexts, String>)>),
}

impl TextColumns for TextsArg {
    fn names(&self) -> Vec<&str> {
        match self {
            Self::Core(table) => table.names(),
            Self::Csv(table) => table.names(),
            Self::Arrow(columns) => columns.iter().map(|(name, _)| name.as_str()).collect(),
        }
    }

    fn column(&self, name: &str) -> Result<Option<&dyn Texts>> {
        match self {
            Self::Core(table) => TextColumns::column(&**table, name),
            Self::Csv(table) => table.column(name),
            Self::Arrow(columns) => match columns.iter().find(|(own, _)| own == name) {
                None => Ok(None),
                Some((_, Ok(cells))) => Ok(Some(cells)),
                Some((name, Err(got))) => Err(not_texts(name, got)),
            },
        }
    }
}

impl<'py> FromPyObject<'_, 'py> for TextsArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "TableLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let py = obj.py();
        if obj.cast::<PyString>().is_ok() || obj.hasattr("__fspath__")? {
            let path: PathArg<'_> = obj.extract()?;
            let (text, _) = path.read()?;
            return in_file(&path, py.detach(|| TextTable::from_csv(&text)).or_raise()).map(Self::Csv);
        }
        if !obj.is_instance_of::<PyTable>() && has_arrow(&obj)? {
            return arrow::batches(&obj, |batches| {
                let mut columns: Vec<(String, Result<ArrowTexts, String>)> =
                    batches.schema().fields().iter().map(|f| (f.name().clone(), Ok(ArrowTexts::default()))).collect();
                for batch in batches {
                    for ((name, column), array) in columns.iter_mut().zip(batch?.columns()) {
                        if let Ok(texts) = column
                            && let Err(got) = texts.add(name, array)
                        {
                            *column = Err(got);
                        }
                    }
                }
                Ok(Self::Arrow(columns))
            });
        }
        read(&obj).map(Self::Core)
    }
}

/// A column: the first of a frame, a series, an array.
pub(super) fn arrow_column<T: Send>(
    obj: &Bound<'_, PyAny>,
    each: impl Fn(&mut T, &ArrayRef) -> Result<()> + Send + Sync,
    start: T,
) -> PyResult<T> {
    // A series gives itself as a frame of one column.
    let obj = if obj.hasattr("to_frame")? { obj.call_method0("to_frame")? } else { obj.clone() };
    if !obj.hasattr("__arrow_c_stream__")? && obj.hasattr("__arrow_c_array__")? {
        let array = arrow::array(&obj)?;
        let mut out = start;
        return each(&mut out, &array).map(|()| out).or_raise();
    }
    arrow::batches(&obj, |batches| {
        let mut out = start;
        for batch in batches {
            let batch = batch?;
            let [array] = batch.columns() else {
                let cause = TableError::Ragged { name: "table".into(), rows: batch.num_columns(), expected: 1 };
                return Err(Error::from(cause).into());
            };
            each(&mut out, array)?;
        }
        Ok(out)
    })
}

pub(super) fn is_arrow_column(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(has_arrow(obj)? || (obj.hasattr("to_frame")? && obj.hasattr("dtype")?))
}

fn not_texts(name: &str, got: &str) -> Error {
    let cause = TableError::WrongColumn { name: name.into(), got: got.into(), expected: "texts".into() };
    Error::at(name, cause)
}

fn no_column(what: &str) -> PyErr {
    PyTypeError::new_err(format!("{what} come as a list, a series or an Arrow column"))
}

/// Keys of units as an argument: a list, a series of any data frame library, an Arrow column.
pub struct UnitsArg<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for UnitsArg<'py> {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "Texts"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(obj.to_owned()))
    }
}

impl UnitsArg<'_> {
    /// The ids of the keys.
    pub fn ids(&self, organisation: &Organisation, name: &str) -> PyResult<Vec<UnitId>> {
        let obj = &self.0;
        if is_arrow_column(obj)? {
            let add =
                |texts: &mut ArrowTexts, array: &ArrayRef| texts.add(name, array).map_err(|got| not_texts(name, &got));
            let texts = arrow_column(obj, add, ArrowTexts::default())?;
            return obj.py().detach(|| organisation.ids(&texts)).map_err(|e| e.under(name)).or_raise();
        }
        let list = match obj.cast::<PyList>() {
            Ok(list) => list.clone(),
            Err(_) if obj.cast::<PySequence>().is_ok() && obj.cast::<PyString>().is_err() => {
                obj.cast::<PySequence>()?.to_list()?
            }
            Err(_) => return Err(no_column("keys")),
        };
        let items: Vec<Bound<'_, PyAny>> = list.iter().collect();
        let texts = items.iter().map(|item| item.cast::<PyString>()?.to_str()).collect::<PyResult<Vec<&str>>>()?;
        organisation.ids(&texts).map_err(|e| e.under(name)).or_raise()
    }
}

/// One day for all, or a day for each.
pub enum DaysArg {
    One(Day),
    Each(Vec<Day>),
}

impl<'py> FromPyObject<'_, 'py> for DaysArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "Days"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if obj.cast::<PyString>().is_ok() {
            return obj.extract::<DayArg>().map(|day| Self::One(day.0));
        }
        if is_arrow_column(&obj)? {
            return arrow_column(&obj, read_days, (Vec::new(), BTreeMap::new())).map(|(days, _)| Self::Each(days));
        }
        match obj.cast::<PySequence>() {
            Ok(list) => {
                list.try_iter()?.map(|day| Ok(day?.extract::<DayArg>()?.0)).collect::<PyResult<_>>().map(Self::Each)
            }
            Err(_) => obj.extract::<DayArg>().map(|day| Self::One(day.0)),
        }
    }
}

impl DaysArg {
    /// The days in order.
    pub fn list(self) -> Vec<Day> {
        match self {
            Self::One(day) => vec![day],
            Self::Each(days) => days,
        }
    }
}

/// Days with what their texts meant so far.
type Met = (Vec<Day>, BTreeMap<String, Day>);

fn read_days((days, met): &mut Met, array: &ArrayRef) -> Result<()> {
    let empty = |row: usize| Error::at(format!("days[{row}]"), TableError::EmptyCell);
    if *array.data_type() == DataType::Date32 {
        for cell in array.as_primitive::<Date32Type>() {
            let day = cell.and_then(|n| n.checked_add(arrow::EPOCH)).and_then(Day::from_number);
            days.push(day.ok_or_else(|| empty(days.len()))?);
        }
        return Ok(());
    }
    let mut texts = ArrowTexts::default();
    texts.add("days", array).map_err(|got| not_texts("days", &got))?;
    for row in 0..Texts::len(&texts) {
        let text = texts.text(row).ok_or_else(|| empty(days.len()))?;
        let day = match met.get(text) {
            Some(day) => *day,
            None => text.parse::<Day>().map_err(|e| e.under(&format!("days[{}]", days.len())))?,
        };
        if !met.contains_key(text) {
            met.insert(text.to_owned(), day);
        }
        days.push(day);
    }
    Ok(())
}
