//! The core's columns as Arrow arrays, which leave as one stream.
#![allow(unsafe_code, reason = "views of a list of keys are not validated a second time; the use states why it holds")]

use std::sync::Arc;

use arrow_array::builder::make_view;
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::types::{ArrowPrimitiveType, Decimal128Type, Float64Type, Int64Type};
use arrow_array::{
    Array, ArrayRef, BooleanArray, PrimitiveArray, RecordBatch, RecordBatchIterator, RecordBatchOptions, StringArray,
    StringViewArray,
};
use arrow_schema::{ArrowError, DataType, Field, Schema};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use shequ::wire::{Column, Keys, Table, Texts as _};

use super::capsule;

/// The digits of a 128-bit decimal.
const PRECISION: u8 = 38;

/// An Arrow stream of one batch.
pub fn stream<'py>(py: Python<'py>, table: &Table) -> PyResult<Bound<'py, PyCapsule>> {
    let batch = py.detach(|| batch(table)).map_err(|e| PyRuntimeError::new_err(e.to_string()))?;
    let schema = batch.schema();
    let reader = RecordBatchIterator::new([Ok(batch)], schema);
    capsule::from_stream(py, FFI_ArrowArrayStream::new(Box::new(reader)))
}

fn batch(table: &Table) -> Result<RecordBatch, ArrowError> {
    let mut fields = Vec::new();
    let mut arrays = Vec::new();
    for (name, column) in table.columns() {
        let (kind, cells) = array(column)?;
        fields.push(Field::new(name, kind, true));
        arrays.push(cells);
    }
    let options = RecordBatchOptions::new().with_row_count(Some(table.rows()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), arrays, &options)
}

/// Short keys stand in the views themselves, so that nothing is copied twice; the long ones of a short list stand there once.
fn views(keys: &Keys) -> StringViewArray {
    let each = || (0..keys.len()).map(|row| keys.text(row)).collect();
    let list = keys.list();
    if list.len() > keys.len() / 4 {
        return each();
    }
    let mut words: Vec<u8> = Vec::new();
    let mut views = Vec::with_capacity(list.len());
    for key in list {
        let (text, Ok(at)) = (key.as_str().as_bytes(), u32::try_from(words.len())) else { return each() };
        views.push(make_view(text, 0, at));
        words.extend_from_slice(text);
    }
    let view = |place: &u32| views.get(*place as usize).copied();
    let cells: Vec<u128> = keys.cells().iter().map(|place| view(place).unwrap_or_default()).collect();
    let full = keys.cells().iter().all(|place| view(place).is_some());
    let valid = || keys.cells().iter().map(|place| view(place).is_some()).collect::<Vec<bool>>().into();
    let nulls = (!full).then(valid);
    // SAFETY: each view was made of a whole key and of the place where `words` holds it, or is the empty view of a missing cell;
    // keys are UTF-8, and `nulls` has a bit for each cell.
    unsafe { StringViewArray::new_unchecked(cells.into(), vec![words.into()], nulls) }
}

/// Values and, only where a cell is missing, which ones are there.
fn numbers<T: ArrowPrimitiveType>(cells: &[Option<T::Native>]) -> PrimitiveArray<T> {
    let missing = cells.iter().any(Option::is_none);
    let nulls = missing.then(|| cells.iter().map(Option::is_some).collect::<Vec<bool>>().into());
    let values: Vec<T::Native> = cells.iter().map(|cell| cell.unwrap_or_default()).collect();
    PrimitiveArray::new(values.into(), nulls)
}

fn array(column: &Column) -> Result<(DataType, ArrayRef), ArrowError> {
    Ok(match column {
        Column::Int(cells) => (DataType::Int64, Arc::new(numbers::<Int64Type>(cells))),
        Column::Float(cells) => (DataType::Float64, Arc::new(numbers::<Float64Type>(cells))),
        Column::Text(cells) => (DataType::Utf8, Arc::new(cells.iter().map(Option::as_deref).collect::<StringArray>())),
        Column::Keys(cells) => (DataType::Utf8View, Arc::new(views(cells))),
        Column::Bool(cells) => (DataType::Boolean, Arc::new(BooleanArray::from(cells.clone()))),
        Column::Decimal { cells, scale } => {
            let scale = i8::try_from(*scale).map_err(|e| ArrowError::ExternalError(Box::new(e)))?;
            let cells = numbers::<Decimal128Type>(cells).with_precision_and_scale(PRECISION, scale)?;
            (cells.data_type().clone(), Arc::new(cells))
        }
    })
}
