//! Bilingual texts, and the words of closed lists.

use std::convert::Infallible;

use pyo3::prelude::*;
use pyo3::types::PyString;
use serde::Serialize;
use shequ::kernel::{Lang, Status, Text, Value, to_value};

use super::plain::{PlainMap, map_of};
use super::{LangArg, hint};
use crate::html;

/// A text in Chinese and English; `str()` gives the Chinese.
#[pyclass(module = "shequ", name = "Text", frozen, eq, hash)]
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PyText(pub Text);

#[pymethods]
impl PyText {
    /// The Chinese words.
    #[getter]
    fn zh(&self) -> &str {
        self.0.get(Lang::Zh)
    }

    /// The English words.
    #[getter]
    fn en(&self) -> &str {
        self.0.get(Lang::En)
    }

    /// The words in a language.
    fn get(&self, lang: LangArg) -> &str {
        self.0.get(lang.0)
    }

    /// The plain form, ``{"zh": ..., "en": ...}``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __str__(&self) -> &str {
        self.zh()
    }

    fn __repr__(&self) -> String {
        format!("<Text {} / {}>", self.zh(), self.en())
    }

    fn _repr_html_(&self) -> String {
        html::both(&self.0)
    }
}

/// A word of a closed list, as documents write it.
#[derive(Debug, Clone)]
pub struct Word(pub String);

impl Word {
    /// The word that an enum is written as.
    pub fn of(value: &impl Serialize) -> Self {
        match to_value(value) {
            Ok(Value::Text(word)) => Self(word),
            // Closed lists are written as words.
            _ => Self(String::new()),
        }
    }
}

impl<'py> IntoPyObject<'py> for Word {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;
    hint!(OUTPUT_TYPE = type_hint_identifier!("builtins", "str"));

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyString::new(py, &self.0))
    }
}

/// The answer of a rule: `met`, `notMet` or `unknown`.
#[derive(Debug, Clone, Copy)]
pub struct StatusOut(pub Status);

impl<'py> IntoPyObject<'py> for StatusOut {
    type Target = PyString;
    type Output = Bound<'py, PyString>;
    type Error = Infallible;
    hint!(
        OUTPUT_TYPE = type_hint_subscript!(
            type_hint_identifier!("typing", "Literal"),
            super::word!("met"),
            super::word!("notMet"),
            super::word!("unknown")
        )
    );

    fn into_pyobject(self, py: Python<'py>) -> Result<Self::Output, Infallible> {
        Ok(PyString::new(py, &Word::of(&self.0).0))
    }
}
