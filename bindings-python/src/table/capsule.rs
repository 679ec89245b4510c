//! The Arrow PyCapsule interface: the only place where memory of another library is taken over.
#![allow(unsafe_code, reason = "the C data interface hands over pointers; each use states why it holds")]

use std::ffi::CStr;

use arrow_array::cast::AsArray as _;
use arrow_array::ffi::{FFI_ArrowArray, FFI_ArrowSchema, from_ffi};
use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{Array as _, ArrayRef, RecordBatch, make_array};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;

const STREAM: &CStr = c"arrow_array_stream";
const SCHEMA: &CStr = c"arrow_schema";
const ARRAY: &CStr = c"arrow_array";

/// Takes the stream out of a capsule, which is left released.
pub fn stream(capsule: &Bound<'_, PyAny>) -> PyResult<FFI_ArrowArrayStream> {
    let pointer = capsule.cast::<PyCapsule>()?.pointer_checked(Some(STREAM))?.cast::<FFI_ArrowArrayStream>();
    // SAFETY: by the PyCapsule interface a capsule of this name holds a valid stream; it is moved out and its
    // release callback cleared in the capsule, so that it is released once.
    Ok(unsafe { FFI_ArrowArrayStream::from_raw(pointer.as_ptr()) })
}

/// A capsule that holds a stream and releases it with itself.
pub fn from_stream(py: Python<'_>, stream: FFI_ArrowArrayStream) -> PyResult<Bound<'_, PyCapsule>> {
    PyCapsule::new_with_value(py, stream, STREAM)
}

/// The array of a schema capsule and an array capsule.
pub fn array(schema: &Bound<'_, PyAny>, array: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let schema = schema.cast::<PyCapsule>()?.pointer_checked(Some(SCHEMA))?.cast::<FFI_ArrowSchema>();
    let array = array.cast::<PyCapsule>()?.pointer_checked(Some(ARRAY))?.cast::<FFI_ArrowArray>();
    // SAFETY: by the PyCapsule interface capsules of these names hold a valid schema and array that belong together; the
    // array is moved out, so that it is released once, and the schema is only read while its capsule lives.
    let data = unsafe { from_ffi(FFI_ArrowArray::from_raw(array.as_ptr()), schema.as_ref()) };
    data.map(make_array).map_err(|e| PyTypeError::new_err(e.to_string()))
}

/// The record batch of a schema capsule and an array capsule.
pub fn batch(schema: &Bound<'_, PyAny>, array: &Bound<'_, PyAny>) -> PyResult<RecordBatch> {
    let data = self::array(schema, array)?;
    let Some(rows) = data.as_struct_opt().cloned() else {
        return Err(PyTypeError::new_err("a single column is no table: pass a data frame or a record batch"));
    };
    if rows.null_count() > 0 {
        return Err(PyTypeError::new_err("a table has no missing rows"));
    }
    Ok(RecordBatch::from(rows))
}
