//! Plain data: dicts, lists, texts and numbers to the core's `Value` and back.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyDict, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use serde::Serialize;
use shequ::kernel::{DocumentError, Limits, Value, to_value as to_value_of};

use super::hint;
use super::number::{date_class, date_text, decimal_class, decimal_text, fraction_class, fraction_text};
use crate::fault::{OrRaise as _, Refused};
use crate::table;

/// The plain value of a Python object, within the limits of a document.
///
/// # Errors
/// `not-plain` for an object without a plain form or one that contains itself, `document-too-deep`,
/// `document-too-large`, `not-finite`; each with its path.
pub fn to_value(obj: &Bound<'_, PyAny>) -> PyResult<Value> {
    Ok(to_value_at(obj, "")?)
}

/// The same, its faults below a path.
pub fn to_value_at(obj: &Bound<'_, PyAny>, root: &str) -> Result<Value, Refused> {
    let limits = Limits::default();
    let mut walk = Walk { limits, left: limits.values, open: Vec::new() };
    walk.value(obj).map_err(|refused| refused.under(root))
}

struct Walk {
    limits: Limits,
    left: usize,
    /// The lists and dicts around the present one, to notice one that contains itself.
    open: Vec<usize>,
}

impl Walk {
    fn value(&mut self, obj: &Bound<'_, PyAny>) -> Result<Value, Refused> {
        self.left = self.left.checked_sub(1).ok_or_else(|| {
            let (size, limit) = (self.limits.values, self.limits.values);
            Refused::Fault(DocumentError::TooLarge { size, limit, what: "values".into() }.into())
        })?;
        if obj.is_none() {
            Ok(Value::Null)
        } else if let Ok(text) = obj.cast::<PyString>() {
            text_of(text).map(Value::Text)
        } else if let Ok(answer) = obj.cast::<PyBool>() {
            Ok(Value::Bool(answer.is_true()))
        } else if let Ok(number) = obj.cast::<PyInt>() {
            whole(number)
        } else if let Ok(number) = obj.cast::<PyFloat>() {
            Ok(Value::Float(number.value()))
        } else if let Ok(entries) = obj.cast::<PyDict>() {
            self.inside(obj, |walk| {
                entries.iter().map(|(key, item)| walk.entry(&key, &item)).collect::<Result<_, _>>().map(Value::Map)
            })
        } else if let Ok(items) = obj.cast::<PyList>() {
            self.inside(obj, |walk| walk.items(items.iter()))
        } else if let Ok(items) = obj.cast::<PyTuple>() {
            self.inside(obj, |walk| walk.items(items.iter()))
        } else {
            self.other(obj)
        }
    }

    fn items<'py>(&mut self, items: impl Iterator<Item = Bound<'py, PyAny>>) -> Result<Value, Refused> {
        items
            .enumerate()
            .map(|(i, item)| self.value(&item).map_err(|e| e.under(&format!("[{i}]"))))
            .collect::<Result<_, _>>()
            .map(Value::List)
    }

    fn entry(&mut self, key: &Bound<'_, PyAny>, item: &Bound<'_, PyAny>) -> Result<(String, Value), Refused> {
        let Ok(key) = key.cast::<PyString>() else {
            return Err(not_plain(format!("the key `{}`", clipped(&key.str()?.to_string_lossy()))));
        };
        let key = text_of(key)?;
        let value = self.value(item).map_err(|e| e.under(&key))?;
        Ok((key, value))
    }

    /// The less common kinds, which cost an import or an attribute to recognise.
    fn other(&mut self, obj: &Bound<'_, PyAny>) -> Result<Value, Refused> {
        let py = obj.py();
        if obj.is_instance(decimal_class(py)?)? {
            return decimal_text(obj).map(Value::Text);
        }
        if obj.is_instance(fraction_class(py)?)? {
            return Ok(Value::Text(fraction_text(obj)?));
        }
        if obj.is_instance(date_class(py)?)? {
            return date_text(obj).map(Value::Text);
        }
        let class = obj.get_type();
        let module = class.module()?.to_string();
        // Our own results have a plain form; NumPy's scalars and arrays have Python's.
        let plain = match module.split('.').next() {
            Some("shequ") if obj.hasattr("to_dict")? => Some("to_dict"),
            Some("shequ") if obj.hasattr("to_dicts")? => Some("to_dicts"),
            Some("numpy") if obj.hasattr("tolist")? => Some("tolist"),
            _ => None,
        };
        if let Some(method) = plain {
            let made = obj.call_method0(method)?;
            return self.inside(obj, |walk| walk.value(&made));
        }
        // A data frame is a list of its rows.
        if obj.hasattr("__arrow_c_stream__")? {
            let table = table::read(obj)?;
            return Ok(to_value_of(&*table)?);
        }
        if let Ok(mapping) = obj.cast::<PyMapping>() {
            return self.inside(obj, |walk| {
                let pairs = mapping.items()?;
                let entries = pairs.iter().map(|pair| {
                    let (key, item): (Bound<'_, PyAny>, Bound<'_, PyAny>) = pair.extract()?;
                    walk.entry(&key, &item)
                });
                entries.collect::<Result<_, _>>().map(Value::Map)
            });
        }
        Err(not_plain(format!("an object of type `{}.{}`", module, class.name()?)))
    }

    fn inside(
        &mut self,
        obj: &Bound<'_, PyAny>,
        read: impl FnOnce(&mut Self) -> Result<Value, Refused>,
    ) -> Result<Value, Refused> {
        let id = obj.as_ptr() as usize;
        if self.open.contains(&id) {
            return Err(not_plain("an object that contains itself".into()));
        }
        if self.open.len() >= self.limits.depth {
            return Err(Refused::Fault(DocumentError::TooDeep { limit: self.limits.depth }.into()));
        }
        self.open.push(id);
        let value = read(self);
        self.open.pop();
        value
    }
}

/// Whether an object is of one of this package's own classes.
pub fn is_ours(obj: &Bound<'_, PyAny>) -> PyResult<bool> {
    let module = obj.get_type().module()?;
    let module = module.to_cow()?;
    Ok(module == "shequ" || module.starts_with("shequ."))
}

fn not_plain(got: String) -> Refused {
    Refused::Fault(DocumentError::NotPlain { got }.into())
}

fn clipped(text: &str) -> String {
    text.chars().take(60).collect()
}

fn text_of(text: &Bound<'_, PyString>) -> Result<String, Refused> {
    match text.to_cow() {
        Ok(text) => Ok(text.into_owned()),
        // Half a surrogate pair.
        Err(_) => Err(not_plain("a text that is not Unicode".into())),
    }
}

/// A whole number of any size; beyond 128 bits it travels as text.
fn whole(number: &Bound<'_, PyInt>) -> Result<Value, Refused> {
    if let Ok(small) = number.extract::<i64>() {
        return Ok(Value::Int(small.into()));
    }
    match number.extract::<i128>() {
        Ok(wide) => Ok(Value::Int(wide)),
        Err(_) => Ok(Value::Text(number.str()?.to_string())),
    }
}

/// The Python form of a plain value: dicts, lists, texts, ints, floats, bools and None.
pub fn to_python<'py>(py: Python<'py>, value: &Value) -> PyResult<Bound<'py, PyAny>> {
    Ok(match value {
        Value::Bool(answer) => PyBool::new(py, *answer).to_owned().into_any(),
        Value::Int(number) => number.into_pyobject(py)?.into_any(),
        Value::Float(number) => PyFloat::new(py, *number).into_any(),
        Value::Text(text) => PyString::new(py, text).into_any(),
        Value::List(items) => {
            let items = items.iter().map(|item| to_python(py, item)).collect::<PyResult<Vec<_>>>()?;
            PyList::new(py, items)?.into_any()
        }
        Value::Map(entries) => {
            let dict = PyDict::new(py);
            for (key, item) in entries {
                dict.set_item(key, to_python(py, item)?)?;
            }
            dict.into_any()
        }
        // Null, and whatever later versions add.
        _ => py.None().into_bound(py),
    })
}

/// A result in its plain form, whatever it is.
#[derive(Debug, Clone)]
pub struct ValueOut(pub Value);

impl<'py> IntoPyObject<'py> for ValueOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("typing", "Any"));

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        to_python(py, &self.0)
    }
}

/// A result in its plain form, which is a dict.
#[derive(Debug, Clone)]
pub struct PlainMap(pub Value);

impl<'py> IntoPyObject<'py> for PlainMap {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE = type_hint_subscript!(
            type_hint_identifier!("builtins", "dict"),
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("typing", "Any")
        )
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        to_python(py, &self.0)
    }
}

/// The plain form of a result.
pub fn map_of(result: &impl Serialize) -> PyResult<PlainMap> {
    to_value_of(result).map(PlainMap).or_raise()
}

/// A result in its plain form, which is a list of dicts.
#[derive(Debug, Clone)]
pub struct PlainList(pub Value);

impl<'py> IntoPyObject<'py> for PlainList {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
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

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        to_python(py, &self.0)
    }
}

/// The plain form of results in a row.
pub fn list_of(results: &impl Serialize) -> PyResult<PlainList> {
    to_value_of(results).map(PlainList).or_raise()
}
