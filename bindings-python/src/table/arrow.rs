//! Arrow columns to the core's columns, chunk by chunk.

use arrow_array::cast::AsArray;
use arrow_array::ffi_stream::ArrowArrayStreamReader;
use arrow_array::types::{
    ArrowPrimitiveType, Date32Type, Decimal32Type, Decimal64Type, Decimal128Type, Decimal256Type, Float16Type,
    Float32Type, Float64Type, Int8Type, Int16Type, Int32Type, Int64Type, UInt8Type, UInt16Type, UInt32Type, UInt64Type,
};
use arrow_array::{Array, ArrayRef, RecordBatchIterator, RecordBatchReader};
use arrow_schema::{ArrowError, DataType};
use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use shequ::kernel::{Day, Error, NumberError, Result};
use shequ::wire::{Column, Table, TableError};

use super::capsule;
use crate::fault::exception;

/// Day 1970-01-01, from which Arrow counts.
pub const EPOCH: i32 = 719_163;

/// Reads an object with `__arrow_c_stream__` or `__arrow_c_array__`.
pub fn read(obj: &Bound<'_, PyAny>) -> PyResult<Table> {
    batches(obj, collect)
}

/// Works on the batches of an object with `__arrow_c_stream__` or `__arrow_c_array__`.
pub fn batches<T: Send>(
    obj: &Bound<'_, PyAny>,
    work: impl FnOnce(&mut dyn RecordBatchReader) -> Result<T, Stopped> + Send,
) -> PyResult<T> {
    let py = obj.py();
    // The stream is asked for first: a frame of several chunks has no single array.
    let done = if obj.hasattr("__arrow_c_stream__")? {
        let stream = capsule::stream(&obj.call_method0("__arrow_c_stream__")?)?;
        py.detach(|| work(&mut ArrowArrayStreamReader::try_new(stream)?))
    } else {
        let pair = obj.call_method0("__arrow_c_array__")?;
        let batch = capsule::batch(&pair.get_item(0)?, &pair.get_item(1)?)?;
        let schema = batch.schema();
        py.detach(|| work(&mut RecordBatchIterator::new([Ok(batch)], schema)))
    };
    done.map_err(|stopped| match stopped {
        Stopped::Fault(error) => exception(py, &error),
        Stopped::Arrow(error) => PyRuntimeError::new_err(error.to_string()),
    })
}

/// The one column of an object with `__arrow_c_array__`.
pub fn array(obj: &Bound<'_, PyAny>) -> PyResult<ArrayRef> {
    let pair = obj.call_method0("__arrow_c_array__")?;
    capsule::array(&pair.get_item(0)?, &pair.get_item(1)?)
}

/// The core's column of one array.
pub fn column(name: &str, array: &ArrayRef) -> Result<Column> {
    let mut out = empty(name, array.data_type())?;
    append(name, &mut out, array).map(|()| out)
}

/// Why reading stopped.
pub enum Stopped {
    Fault(Error),
    Arrow(ArrowError),
}

impl From<ArrowError> for Stopped {
    fn from(error: ArrowError) -> Self {
        Self::Arrow(error)
    }
}

impl From<Error> for Stopped {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

fn collect(reader: &mut dyn RecordBatchReader) -> Result<Table, Stopped> {
    let schema = reader.schema();
    let mut columns = Vec::with_capacity(schema.fields().len());
    for field in schema.fields() {
        columns.push((field.name().clone(), empty(field.name(), field.data_type())?));
    }
    for batch in reader {
        for ((name, column), array) in columns.iter_mut().zip(batch?.columns()) {
            append(name, column, array)?;
        }
    }
    Ok(Table::new(columns)?)
}

/// The core's column of the arrays of several chunks.
pub fn chunks(name: &str, kind: &DataType, arrays: &[ArrayRef]) -> Result<Column> {
    let mut out = empty(name, kind)?;
    arrays.iter().try_for_each(|array| append(name, &mut out, array)).map(|()| out)
}

fn wrong(name: &str, kind: &DataType) -> Error {
    let got = format!("`{kind}`");
    TableError::WrongColumn { name: name.into(), got, expected: "numbers, texts, days or yes and no".into() }.into()
}

/// The empty column that an Arrow type is read into.
fn empty(name: &str, kind: &DataType) -> Result<Column> {
    Ok(match kind {
        DataType::Int8
        | DataType::Int16
        | DataType::Int32
        | DataType::Int64
        | DataType::UInt8
        | DataType::UInt16
        | DataType::UInt32
        | DataType::UInt64 => Column::Int(Vec::new()),
        DataType::Float16 | DataType::Float32 | DataType::Float64 => Column::Float(Vec::new()),
        DataType::Decimal32(_, scale)
        | DataType::Decimal64(_, scale)
        | DataType::Decimal128(_, scale)
        | DataType::Decimal256(_, scale) => {
            // A negative scale means whole hundreds, thousands and so on.
            Column::Decimal { cells: Vec::new(), scale: u8::try_from(*scale).unwrap_or(0) }
        }
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Date32 | DataType::Null => {
            Column::Text(Vec::new())
        }
        DataType::Boolean => Column::Bool(Vec::new()),
        DataType::Dictionary(_, values) => empty(name, values)?,
        other => return Err(wrong(name, other)),
    })
}

fn numbers<T: ArrowPrimitiveType, O>(
    name: &str,
    start: usize,
    array: &dyn Array,
    out: &mut Vec<Option<O>>,
    each: impl Fn(T::Native) -> Option<O>,
) -> Result<()> {
    for (i, cell) in array.as_primitive::<T>().iter().enumerate() {
        out.push(match cell {
            None => None,
            Some(number) => Some(each(number).ok_or_else(|| {
                let got = format!("{number:?}");
                Error::at(format!("[{}].{name}", start + i), NumberError::TooLarge { got })
            })?),
        });
    }
    Ok(())
}

type Half = <Float16Type as ArrowPrimitiveType>::Native;

/// The shortest decimal of a half float: five digits always tell it apart.
fn widen_half(half: Half) -> f64 {
    let wide = half.to_f64();
    let shortest = (0..5).filter_map(|digits| format!("{wide:.digits$e}").parse::<f64>().ok());
    shortest.into_iter().find(|x| Half::from_f64(*x) == half).unwrap_or(wide)
}

/// The shortest decimal of a narrow float, as a wide one.
fn widen(narrow: f32) -> Option<f64> {
    if narrow.is_finite() { narrow.to_string().parse().ok() } else { Some(f64::from(narrow)) }
}

fn append(name: &str, column: &mut Column, array: &ArrayRef) -> Result<()> {
    let start = column.len();
    let kind = array.data_type();
    let array = array.as_ref();
    if let DataType::Dictionary(_, values) = kind {
        return append_dictionary(name, column, array, values);
    }
    match (column, kind) {
        (Column::Int(out), DataType::Int8) => numbers::<Int8Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::Int16) => numbers::<Int16Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::Int32) => numbers::<Int32Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::Int64) => numbers::<Int64Type, _>(name, start, array, out, Some),
        (Column::Int(out), DataType::UInt8) => numbers::<UInt8Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::UInt16) => numbers::<UInt16Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::UInt32) => numbers::<UInt32Type, _>(name, start, array, out, |n| Some(n.into())),
        (Column::Int(out), DataType::UInt64) => {
            numbers::<UInt64Type, _>(name, start, array, out, |n| i64::try_from(n).ok())
        }
        (Column::Float(out), DataType::Float16) => {
            numbers::<Float16Type, _>(name, start, array, out, |x| Some(widen_half(x)))
        }
        (Column::Float(out), DataType::Float32) => numbers::<Float32Type, _>(name, start, array, out, widen),
        (Column::Float(out), DataType::Float64) => numbers::<Float64Type, _>(name, start, array, out, Some),
        (Column::Decimal { cells, .. }, DataType::Decimal32(_, scale)) => {
            numbers::<Decimal32Type, _>(name, start, array, cells, |m| whole(m.into(), *scale))
        }
        (Column::Decimal { cells, .. }, DataType::Decimal64(_, scale)) => {
            numbers::<Decimal64Type, _>(name, start, array, cells, |m| whole(m.into(), *scale))
        }
        (Column::Decimal { cells, .. }, DataType::Decimal128(_, scale)) => {
            numbers::<Decimal128Type, _>(name, start, array, cells, |m| whole(m, *scale))
        }
        (Column::Decimal { cells, .. }, DataType::Decimal256(_, scale)) => {
            numbers::<Decimal256Type, _>(name, start, array, cells, |m| m.to_i128().and_then(|m| whole(m, *scale)))
        }
        (Column::Text(out), DataType::Date32) => {
            let day = |n: i32| n.checked_add(EPOCH).and_then(Day::from_number).map(|day| day.to_string());
            numbers::<Date32Type, _>(name, start, array, out, day)
        }
        (Column::Text(out), DataType::Utf8) => {
            out.extend(array.as_string::<i32>().iter().map(|t| t.map(str::to_owned)));
            Ok(())
        }
        (Column::Text(out), DataType::LargeUtf8) => {
            out.extend(array.as_string::<i64>().iter().map(|t| t.map(str::to_owned)));
            Ok(())
        }
        (Column::Text(out), DataType::Utf8View) => {
            out.extend(array.as_string_view().iter().map(|t| t.map(str::to_owned)));
            Ok(())
        }
        (Column::Text(out), DataType::Null) => {
            out.extend(std::iter::repeat_n(None, array.len()));
            Ok(())
        }
        (Column::Bool(out), DataType::Boolean) => {
            out.extend(array.as_boolean().iter());
            Ok(())
        }
        (_, other) => Err(wrong(name, other)),
    }
}

/// A mantissa whose scale is not negative.
fn whole(mantissa: i128, scale: i8) -> Option<i128> {
    match u32::try_from(scale) {
        Ok(_) => Some(mantissa),
        Err(_) => 10_i128.checked_pow(scale.unsigned_abs().into())?.checked_mul(mantissa),
    }
}

/// Categories: pandas' categoricals, polars' enums, DuckDB's enums.
fn append_dictionary(name: &str, column: &mut Column, array: &dyn Array, values: &DataType) -> Result<()> {
    fn spread<T: Clone>(out: &mut Vec<Option<T>>, words: &[Option<T>], keys: impl Iterator<Item = Option<usize>>) {
        out.extend(keys.map(|key| key.and_then(|k| words.get(k).cloned().flatten())));
    }
    let dictionary = array.as_any_dictionary();
    let mut words = empty(name, values)?;
    append(name, &mut words, dictionary.values())?;
    // Keys of missing cells may be anything; with no words at all there is nothing to look up.
    let keys = if words.is_empty() { vec![0; array.len()] } else { dictionary.normalized_keys() };
    let nulls = dictionary.keys();
    let keys = keys.into_iter().enumerate().map(|(i, key)| nulls.is_valid(i).then_some(key));
    match (column, &words) {
        (Column::Text(out), Column::Text(words)) => spread(out, words, keys),
        (Column::Int(out), Column::Int(words)) => spread(out, words, keys),
        (Column::Float(out), Column::Float(words)) => spread(out, words, keys),
        (Column::Bool(out), Column::Bool(words)) => spread(out, words, keys),
        (Column::Decimal { cells, .. }, Column::Decimal { cells: words, .. }) => spread(cells, words, keys),
        _ => return Err(wrong(name, values)),
    }
    Ok(())
}
