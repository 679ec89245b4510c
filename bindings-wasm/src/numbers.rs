//! Numbers as arguments: columns, lists and what is given by name.

use std::collections::BTreeMap;

use js_sys::{Array, BigInt64Array, Float64Array, Int32Array, Object, Reflect, Uint32Array};
use shequ::evaluation::methods::in_order;
use shequ::kernel::{Document, DocumentError, Error, Result, Value};
use shequ::wire::{Column, Table};
use wasm_bindgen::prelude::*;

use crate::batches;
use crate::plain::from_js;

/// A table from an object of columns, each a list or a typed array; from rows; or from comma-separated text with a head.
pub fn table(data: &JsValue) -> Result<Table> {
    if data.is_string() || Array::is_array(data) || !data.is_object() {
        return batches::table(data);
    }
    let mut columns = Vec::new();
    let object: &Object = data.unchecked_ref();
    for key in Object::keys(object).iter() {
        let name = key.as_string().unwrap_or_default();
        let cells = Reflect::get(data, &key).unwrap_or(JsValue::UNDEFINED);
        columns.push((name.clone(), column(&name, &cells)?));
    }
    Table::new(columns)
}

fn column(name: &str, cells: &JsValue) -> Result<Column> {
    if let Some(floats) = cells.dyn_ref::<Float64Array>() {
        return Ok(Column::Float(floats.to_vec().into_iter().map(Some).collect()));
    }
    if let Some(ints) = cells.dyn_ref::<BigInt64Array>() {
        return Ok(Column::Int(ints.to_vec().into_iter().map(Some).collect()));
    }
    if let Some(ints) = cells.dyn_ref::<Int32Array>() {
        return Ok(Column::Int(ints.to_vec().into_iter().map(|n| Some(n.into())).collect()));
    }
    if let Some(ints) = cells.dyn_ref::<Uint32Array>() {
        return Ok(Column::Int(ints.to_vec().into_iter().map(|n| Some(n.into())).collect()));
    }
    // The narrower typed arrays hold numbers as a list does.
    let list = if cells.is_instance_of::<Array>() || !js_sys::ArrayBuffer::is_view(cells) {
        from_js(cells)
    } else {
        from_js(&Array::from(cells))
    };
    let Value::List(cells) = list.map_err(|e| e.under(name))? else {
        return Err(Error::at(name, wrong("something else", "a list of cells")));
    };
    let rows = cells.into_iter().map(|cell| Value::Map(vec![(name.to_owned(), cell)])).collect();
    let table = Table::of_rows(&Value::List(rows))?;
    Ok(table.get(name).cloned().unwrap_or(Column::Text(Vec::new())))
}

fn wrong(got: &str, expected: &str) -> DocumentError {
    DocumentError::WrongKind { got: got.into(), expected: expected.into() }
}

#[expect(clippy::cast_precision_loss, reason = "a statistical method takes the nearest float")]
fn float(path: &str, value: &Value) -> Result<f64> {
    match value {
        Value::Int(n) => Ok(*n as f64),
        Value::Float(x) => Ok(*x),
        other => Err(Error::at(path, wrong(other.kind(), "a number"))),
    }
}

fn int(path: &str, value: &Value) -> Result<i64> {
    match value {
        Value::Int(n) => {
            i64::try_from(*n).map_err(|_| Error::at(path, shequ::kernel::NumberError::TooLarge { got: n.to_string() }))
        }
        other => Err(Error::at(path, wrong(other.kind(), "a whole number"))),
    }
}

fn each<T: Clone>(
    what: &str,
    value: Value,
    keys: Option<&[&str]>,
    read: fn(&str, &Value) -> Result<T>,
) -> Result<Vec<T>> {
    match (value, keys) {
        (Value::List(items), _) => {
            items.iter().enumerate().map(|(i, item)| read(&format!("{what}[{i}]"), item)).collect()
        }
        (Value::Map(entries), Some(keys)) => {
            let one = |(name, item): (String, Value)| {
                let item = read(&format!("{what}.{name}"), &item)?;
                Ok((name, item))
            };
            in_order(what, keys, &entries.into_iter().map(one).collect::<Result<BTreeMap<_, _>>>()?)
        }
        (other, _) => Err(Error::at(what, wrong(other.kind(), "a list of numbers"))),
    }
}

/// Floats: a list or a typed array, or one for each key by name.
pub fn floats(what: &str, value: &JsValue, keys: Option<&[&str]>) -> Result<Vec<f64>> {
    match value.dyn_ref::<Float64Array>() {
        Some(floats) => Ok(floats.to_vec()),
        None => each(what, from_js(value).map_err(|e| e.under(what))?, keys, float),
    }
}

/// Whole numbers: a list or a typed array, or one for each key by name.
pub fn ints(what: &str, value: &JsValue, keys: &[&str]) -> Result<Vec<i64>> {
    match value.dyn_ref::<BigInt64Array>() {
        Some(ints) => Ok(ints.to_vec()),
        None => each(what, from_js(value).map_err(|e| e.under(what))?, Some(keys), int),
    }
}

/// Rows of floats.
pub fn rows(what: &str, value: &JsValue) -> Result<Vec<Vec<f64>>> {
    if !Array::is_array(value) {
        return Err(Error::at(what, wrong("something else", "a list of lists")));
    }
    let rows = Array::from(value);
    (0..).zip(rows.iter()).map(|(i, row): (u32, JsValue)| floats(&format!("{what}[{i}]"), &row, None)).collect()
}

/// Options as they were passed, of which some are taken out before the others are read as a document.
pub struct Options(Vec<(String, Value)>);

impl Options {
    /// Reads an object, or nothing.
    pub fn read(options: &JsValue) -> Result<Self> {
        if options.is_undefined() || options.is_null() {
            return Ok(Self(Vec::new()));
        }
        match from_js(options).map_err(|e| e.under("options"))? {
            Value::Map(entries) => Ok(Self(entries)),
            other => Err(Error::at("options", wrong(other.kind(), "an object"))),
        }
    }

    fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(key, _)| key == name)?;
        Some(self.0.remove(at).1).filter(|value| *value != Value::Null)
    }

    /// Names of columns of which less is better.
    pub fn costs(&mut self) -> Result<Vec<String>> {
        let at = "options.costs";
        match self.take("costs") {
            None => Ok(Vec::new()),
            Some(Value::List(names)) => {
                let name = |name: Value| match name {
                    Value::Text(name) => Ok(name),
                    other => Err(Error::at(at, wrong(other.kind(), "a text"))),
                };
                names.into_iter().map(name).collect()
            }
            Some(other) => Err(Error::at(at, wrong(other.kind(), "a list of names"))),
        }
    }

    /// Whether something is so; not unless it is said.
    pub fn flag(&mut self, name: &str) -> Result<bool> {
        match self.take(name) {
            None => Ok(false),
            Some(Value::Bool(flag)) => Ok(flag),
            Some(other) => Err(Error::at(format!("options.{name}"), wrong(other.kind(), "true or false"))),
        }
    }

    /// Decimals of columns.
    pub fn scales(&mut self) -> Result<BTreeMap<String, u8>> {
        let at = |name: &str| format!("options.scales.{name}");
        match self.take("scales") {
            None => Ok(BTreeMap::new()),
            Some(Value::Map(entries)) => entries
                .into_iter()
                .map(|(name, value)| match value {
                    Value::Int(scale) if u8::try_from(scale).is_ok() => Ok((name, u8::try_from(scale).unwrap_or(0))),
                    other => Err(Error::at(at(&name), wrong(other.kind(), "a number of decimals"))),
                })
                .collect(),
            Some(other) => Err(Error::at("options.scales", wrong(other.kind(), "an object"))),
        }
    }

    /// What is left, for a method, as the document that it is.
    pub fn document<T: Document>(mut self, method: Option<&str>) -> Result<T> {
        self.0.retain(|(key, value)| key != "format" && *value != Value::Null);
        if let Some(method) = method {
            self.0.retain(|(key, _)| key != "method");
            self.0.push(("method".to_owned(), method.into()));
        }
        self.0.push(("format".to_owned(), T::FORMAT.into()));
        T::from_value(Value::Map(self.0))
    }
}

/// Floats as a list of numbers.
pub fn list(values: &[f64]) -> JsValue {
    values.iter().map(|x| JsValue::from_f64(*x)).collect::<Array>().into()
}
