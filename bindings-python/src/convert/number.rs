//! Exact numbers and days: `decimal.Decimal`, `fractions.Fraction` and `datetime.date` on the Python side.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyType};
use shequ::kernel::{Day, Decimal, NumberError, Quantity, Ratio};

use super::hint;
use super::text::{PyText, StatusOut};
use crate::fault::{OrRaise as _, Refused};

/// A class of Python's library, imported once.
macro_rules! class {
    ($(#[$meta:meta])* $name:ident = $module:literal . $class:literal) => {
        $(#[$meta])*
        pub fn $name(py: Python<'_>) -> PyResult<&Bound<'_, PyType>> {
            static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
            CLASS.import(py, $module, $class)
        }
    };
}

class! {
    /// `decimal.Decimal`.
    decimal_class = "decimal"."Decimal"
}
class! {
    /// `fractions.Fraction`.
    fraction_class = "fractions"."Fraction"
}
class! {
    /// `datetime.date`.
    date_class = "datetime"."date"
}
class! {
    /// `datetime.datetime`.
    datetime_class = "datetime"."datetime"
}

/// A result that is a `decimal.Decimal`.
#[derive(Debug, Clone, Copy)]
pub struct DecimalOut(pub Decimal);

impl<'py> IntoPyObject<'py> for DecimalOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("decimal", "Decimal"));

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        decimal_class(py)?.call1((self.0.to_string(),))
    }
}

/// A result that is a `fractions.Fraction`.
#[derive(Debug, Clone)]
pub struct FractionOut(pub Ratio);

impl<'py> IntoPyObject<'py> for FractionOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("fractions", "Fraction"));

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        fraction_class(py)?.call1((self.0.numerator(), self.0.denominator()))
    }
}

/// A result that is a `datetime.date`.
#[derive(Debug, Clone, Copy)]
pub struct DayOut(pub Day);

impl<'py> IntoPyObject<'py> for DayOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("datetime", "date"));

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        date_class(py)?.call_method1("fromisoformat", (self.0.to_string(),))
    }
}

/// A result that is what an explanation's number is: a whole number, a decimal, a fraction, a day, a text or an answer.
#[derive(Debug, Clone)]
pub struct QuantityOut(pub Quantity);

impl<'py> IntoPyObject<'py> for QuantityOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE = type_hint_union!(
            type_hint_identifier!("builtins", "int"),
            type_hint_identifier!("builtins", "float"),
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("decimal", "Decimal"),
            type_hint_identifier!("fractions", "Fraction"),
            type_hint_identifier!("datetime", "date"),
            <PyText as pyo3::PyTypeInfo>::TYPE_HINT
        )
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        match self.0 {
            Quantity::Count(n) => Ok(PyInt::new(py, n).into_any()),
            Quantity::Decimal(d) => DecimalOut(d).into_pyobject(py),
            Quantity::Area(a) => DecimalOut(a.to_decimal().shortest()).into_pyobject(py),
            Quantity::Money(m) => DecimalOut(m.to_decimal()).into_pyobject(py),
            Quantity::Ratio(r) => FractionOut(r).into_pyobject(py),
            Quantity::Rate(r) => FractionOut(r.to_ratio()).into_pyobject(py),
            Quantity::Real(x) => Ok(pyo3::types::PyFloat::new(py, x.get()).into_any()),
            Quantity::Day(d) => DayOut(d).into_pyobject(py),
            Quantity::Words(t) => Ok(Bound::new(py, PyText(t))?.into_any()),
            Quantity::Status(s) => Ok(StatusOut(s).into_pyobject(py)?.into_any()),
        }
    }
}

/// A day as an argument: a `datetime.date` or a text such as `2026-01-01`.
#[derive(Debug, Clone, Copy)]
pub struct DayArg(pub Day);

impl<'py> FromPyObject<'_, 'py> for DayArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(type_hint_identifier!("datetime", "date"), type_hint_identifier!("builtins", "str"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let text = if obj.is_instance(date_class(obj.py())?)? { date_text(&obj)? } else { obj.extract::<String>()? };
        text.parse().map(Self).or_raise()
    }
}

/// A `datetime.date` in ISO form; a `datetime` only if it is a midnight without zone.
pub fn date_text(date: &Bound<'_, PyAny>) -> Result<String, Refused> {
    let text: String = date.call_method0("isoformat")?.extract()?;
    match text.strip_suffix("T00:00:00") {
        Some(day) => Ok(day.to_owned()),
        None if date.is_instance(datetime_class(date.py())?)? => {
            let got = format!("the time `{text}`");
            Err(Refused::Fault(shequ::kernel::DocumentError::NotPlain { got }.into()))
        }
        None => Ok(text),
    }
}

/// A `decimal.Decimal` written out without exponent.
pub fn decimal_text(number: &Bound<'_, PyAny>) -> Result<String, Refused> {
    if !number.call_method0("is_finite")?.extract::<bool>()? {
        return Err(Refused::Fault(NumberError::NotFinite.into()));
    }
    // An exponent of a million would be written as a million digits.
    let size = number.call_method0("adjusted")?.extract::<i64>()?;
    if size.abs() > 100 {
        let got = number.str()?.to_string();
        return Err(Refused::Fault(NumberError::TooLarge { got }.into()));
    }
    Ok(number.call_method1("__format__", ("f",))?.extract()?)
}

/// A fraction or any other rational as `n/d`, a whole one as `n`.
pub fn fraction_text(number: &Bound<'_, PyAny>) -> PyResult<String> {
    Ok(number.str()?.to_string())
}
