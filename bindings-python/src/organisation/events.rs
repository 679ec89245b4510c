//! Events of an organisation, checked or as dicts.

use pyo3::prelude::*;
use shequ::kernel::Document as _;
use shequ::organisation::Event;

use crate::convert::hint;
use crate::convert::plain::{PlainMap, map_of};
use crate::document::{self, PathArg, PlainArg};
use crate::fault::OrRaise as _;

/// An entry of an organisation's log: an event (``found``, ``merge``, ``split`` ...) or a correction (``state``, ``amend``, ``retract``).
#[pyclass(module = "shequ", name = "Event", frozen)]
#[derive(Debug)]
pub struct PyEvent(pub Event);

#[pymethods]
impl PyEvent {
    /// Reads an event from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an event from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an event from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What happened, such as ``rename``.
    #[getter]
    fn kind(&self) -> &'static str {
        self.0.draft().head().name
    }

    /// The digest of its document, which a log keeps of it.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|digest| digest.to_string()).or_raise()
    }

    /// The document ``shequ.event/1``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<Event {} of {}>", self.kind(), self.0.draft().subject())
    }
}

/// An event as an argument: a checked one, or a dict, whose `format` may be left out.
pub struct EventArg(pub Event);

impl<'py> FromPyObject<'_, 'py> for EventArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(<PyEvent as pyo3::PyTypeInfo>::TYPE_HINT, type_hint_identifier!("shequ._types", "Plain"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.cast::<PyEvent>() {
            Ok(event) => Ok(Self(event.get().0.clone())),
            Err(_) => document::from_dict(&document::with_format(&obj, Event::FORMAT)?).map(Self),
        }
    }
}
