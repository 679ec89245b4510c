//! Columns of decisions and of units: those of Arrow that miss no cell are read where they lie.

use std::sync::Arc;

use arrow_array::cast::AsArray as _;
use arrow_array::types::{Decimal128Type, Int64Type};
use arrow_array::{Array as _, ArrayRef, Decimal128Array, Int64Array};
use arrow_schema::DataType;
use pyo3::prelude::*;
use pyo3::types::PyString;
use shequ::kernel::{Day, Error, Result};
use shequ::participation::{Cells, Decisions, Facts, Ids, UnitColumns, Votes};
use shequ::wire::{Column, Table, TableError, Texts};

use super::texts::ArrowTexts;
use super::{PyTable, arrow, has_arrow, is_lazy, read};
use crate::convert::hint;

/// A column where it lies.
#[derive(Debug)]
pub enum Held {
    Ints(Int64Array),
    Decimals(Decimal128Array, u8),
    Core(Column),
}

impl Held {
    fn of(name: &str, kind: &DataType, chunks: &[ArrayRef]) -> Result<Self> {
        let full = chunks.iter().all(|chunk| chunk.null_count() == 0);
        Ok(match (kind, chunks) {
            (DataType::Int64, [one]) if full => Self::Ints(one.as_primitive::<Int64Type>().clone()),
            (DataType::Decimal128(_, scale), [one]) if full && *scale >= 0 => {
                Self::Decimals(one.as_primitive::<Decimal128Type>().clone(), u8::try_from(*scale).unwrap_or(0))
            }
            _ => Self::Core(arrow::chunks(name, kind, chunks)?),
        })
    }

    fn cells(&self) -> Cells<'_> {
        match self {
            Self::Ints(cells) => Cells::Ints(cells.values()),
            Self::Decimals(cells, scale) => Cells::Decimals(cells.values(), *scale),
            Self::Core(column) => Cells::Column(column),
        }
    }
}

/// The columns of a stream, each with its type and its chunks.
fn columns(obj: &Bound<'_, PyAny>) -> PyResult<Vec<(String, DataType, Vec<ArrayRef>)>> {
    arrow::batches(obj, |batches| {
        let schema = batches.schema();
        let mut columns: Vec<(String, DataType, Vec<ArrayRef>)> =
            schema.fields().iter().map(|f| (f.name().clone(), f.data_type().clone(), Vec::new())).collect();
        for batch in batches {
            for ((_, _, chunks), array) in columns.iter_mut().zip(batch?.columns()) {
                chunks.push(array.clone());
            }
        }
        Ok(columns)
    })
}

/// Whether it gives itself by Arrow and is no table of this package, no path and no query.
fn is_arrow(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    Ok(!obj.is_instance_of::<PyTable>() && obj.cast::<PyString>().is_err() && has_arrow(obj)?)
}

/// A table of decisions as an argument.
#[derive(Debug)]
pub enum DecisionsArg {
    /// Columns by name.
    Arrow(Vec<(String, Held)>),
    /// Any other table.
    Core(Arc<Table>),
}

impl<'py> FromPyObject<'_, 'py> for DecisionsArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "TableLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if is_lazy(&obj)? {
            return obj.call_method0("collect")?.extract();
        }
        if !is_arrow(&obj)? {
            return read(&obj).map(Self::Core);
        }
        let held = columns(&obj)?.into_iter().map(|(name, kind, chunks)| {
            let held = match (name.as_str(), Held::of(&name, &kind, &chunks)?) {
                // What names the rows is given back, whatever it is.
                ("key", Held::Ints(cells)) => Held::Core(Column::Int(cells.iter().collect())),
                (_, held) => held,
            };
            Ok((name, held))
        });
        let held = held.collect::<Result<_>>();
        held.map(Self::Arrow).map_err(|e| crate::fault::exception(obj.py(), &e))
    }
}

impl DecisionsArg {
    /// The decisions, which borrow the columns.
    pub fn decisions(&self) -> Result<Decisions<'_>> {
        match self {
            Self::Core(table) => Decisions::of(table),
            Self::Arrow(columns) => Decisions::new(columns.iter().map(|(name, held)| (name.as_str(), held.cells()))),
        }
    }
}

/// Words of a column: each its own, or each the place in a list.
enum Words {
    Texts(ArrowTexts),
    Places(Vec<u32>, Vec<String>),
}

impl Words {
    fn of(name: &str, chunks: &[ArrayRef]) -> Result<Self> {
        if let [one] = chunks
            && let DataType::Dictionary(_, _) = one.data_type()
        {
            let dictionary = one.as_any_dictionary();
            let words = ArrowTexts::of(name, std::slice::from_ref(dictionary.values()))?;
            let words: Vec<String> = (0..words.len()).map(|at| words.text(at).unwrap_or_default().to_owned()).collect();
            let keys = if words.is_empty() { vec![0; one.len()] } else { dictionary.normalized_keys() };
            let valid = dictionary.keys();
            let place = |(row, key): (usize, usize)| {
                if valid.is_valid(row) { u32::try_from(key).unwrap_or(u32::MAX) } else { u32::MAX }
            };
            return Ok(Self::Places(keys.into_iter().enumerate().map(place).collect(), words));
        }
        ArrowTexts::of(name, chunks).map(Self::Texts)
    }
}

/// Ids of owners.
enum Owners {
    Ints(Int64Array),
    Texts(ArrowTexts),
    Core(Column),
}

/// A table of units as an argument.
pub enum UnitTableArg {
    Arrow(Box<Units>),
    Core(Arc<Table>),
}

/// The columns of units.
pub struct Units {
    keys: Option<ArrowTexts>,
    areas: Held,
    votes: Words,
    owners: Option<Owners>,
    unsold: Option<Vec<bool>>,
}

impl Units {
    fn of(columns: &[(String, DataType, Vec<ArrayRef>)]) -> Result<Self> {
        let find = |name: &str| columns.iter().find(|(own, _, _)| own == name);
        let needed = |name: &str| {
            find(name).ok_or_else(|| {
                let have = columns.iter().map(|(n, _, _)| format!("`{n}`")).collect::<Vec<_>>().join(", ");
                Error::from(TableError::MissingColumn { name: name.into(), have })
            })
        };
        let (_, kind, chunks) = needed("area")?;
        let areas = Held::of("area", kind, chunks)?;
        let votes = Words::of("vote", &needed("vote")?.2)?;
        let owners = match find("owner") {
            None => None,
            Some((_, kind, chunks)) => Some(match Held::of("owner", kind, chunks) {
                Ok(Held::Ints(ids)) => Owners::Ints(ids),
                Ok(Held::Core(Column::Text(_))) => Owners::Texts(ArrowTexts::of("owner", chunks)?),
                Ok(Held::Core(column)) => Owners::Core(column),
                Ok(Held::Decimals(..)) | Err(_) => Owners::Core(arrow::chunks("owner", kind, chunks)?),
            }),
        };
        let unsold = match find("developer_unsold") {
            None => None,
            Some((name, kind, chunks)) => match arrow::chunks(name, kind, chunks)? {
                Column::Bool(cells) => Some(cells.into_iter().map(|cell| cell.unwrap_or(false)).collect()),
                other => {
                    let (name, got) = (name.clone(), other.kind().to_owned());
                    return Err(TableError::WrongColumn { name, got, expected: "yes or no".to_owned() }.into());
                }
            },
        };
        let keys = find("key").map(|(_, _, chunks)| ArrowTexts::of("key", chunks)).transpose()?;
        Ok(Self { keys, areas, votes, owners, unsold })
    }
}

impl<'py> FromPyObject<'_, 'py> for UnitTableArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "TableLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if is_lazy(&obj)? {
            return obj.call_method0("collect")?.extract();
        }
        if !is_arrow(&obj)? {
            return read(&obj).map(Self::Core);
        }
        let columns = columns(&obj)?;
        // Keys that are whole numbers are written out, as of any other table.
        let plain = columns.iter().all(|(name, kind, _)| name != "key" || *kind != DataType::Int64);
        if !plain {
            return read(&obj).map(Self::Core);
        }
        let units = Units::of(&columns).map_err(|e| e.under("facts.units"));
        units.map(|units| Self::Arrow(Box::new(units))).map_err(|e| crate::fault::exception(obj.py(), &e))
    }
}

impl UnitTableArg {
    /// The facts of the units.
    pub fn facts(&self, day: Option<Day>) -> Result<Facts> {
        let units = match self {
            Self::Core(table) => return Facts::of_units(table, day),
            Self::Arrow(units) => units,
        };
        let words: Vec<&str>;
        let votes = match &units.votes {
            Words::Texts(texts) => Votes::Words(texts),
            Words::Places(places, list) => {
                words = list.iter().map(String::as_str).collect();
                Votes::Places(places, &words)
            }
        };
        let owners = units.owners.as_ref().map(|owners| match owners {
            Owners::Ints(ids) => Ids::Ints(ids.values()),
            Owners::Texts(texts) => Ids::Texts(texts),
            Owners::Core(column) => Ids::Column(column),
        });
        let columns = UnitColumns {
            keys: units.keys.as_ref().map(|keys| keys as &dyn Texts),
            areas: units.areas.cells(),
            votes,
            owners,
            unsold: units.unsold.as_deref(),
        };
        Facts::of_columns(columns, day)
    }
}
