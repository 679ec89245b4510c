//! The core's columns as Arrow arrays, which leave as one stream.

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{
    Array, ArrayRef, BooleanArray, Decimal128Array, Float64Array, Int64Array, RecordBatch, RecordBatchIterator,
    RecordBatchOptions, StringArray, StringViewArray,
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

/// Short keys stand in the views themselves, so that nothing is copied twice.
fn views(keys: &Keys) -> StringViewArray {
    (0..keys.len()).map(|row| keys.text(row)).collect()
}

fn array(column: &Column) -> Result<(DataType, ArrayRef), ArrowError> {
    Ok(match column {
        Column::Int(cells) => (DataType::Int64, Arc::new(cells.iter().copied().collect::<Int64Array>())),
        Column::Float(cells) => (DataType::Float64, Arc::new(cells.iter().copied().collect::<Float64Array>())),
        Column::Text(cells) => (DataType::Utf8, Arc::new(cells.iter().map(Option::as_deref).collect::<StringArray>())),
        Column::Keys(cells) => (DataType::Utf8View, Arc::new(views(cells))),
        Column::Bool(cells) => (DataType::Boolean, Arc::new(BooleanArray::from(cells.clone()))),
        Column::Decimal { cells, scale } => {
            let scale = i8::try_from(*scale).map_err(|e| ArrowError::ExternalError(Box::new(e)))?;
            let cells =
                cells.iter().copied().collect::<Decimal128Array>().with_precision_and_scale(PRECISION, scale)?;
            (cells.data_type().clone(), Arc::new(cells))
        }
    })
}
