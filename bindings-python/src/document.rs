//! Documents: read from a file, a text or a dict.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use shequ::kernel::{Document, DocumentError, Limits, Result, Syntax};

use crate::convert::{hint, plain};
use crate::fault::OrRaise as _;

/// A path as an argument: a text or anything with `__fspath__`.
pub struct PathArg<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for PathArg<'py> {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "PathLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(obj.py().import("os")?.call_method1("fspath", (obj,))?))
    }
}

impl PathArg<'_> {
    /// The path as a person reads it.
    pub fn shown(&self) -> String {
        self.0.str().map(|s| s.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// The bytes of the file, not many more than a text may have.
    ///
    /// # Errors
    /// `OSError` as Python's own `open`.
    pub fn bytes(&self) -> PyResult<Bound<'_, PyBytes>> {
        let limit = Limits::default().bytes;
        let file = self.0.py().import("io")?.call_method1("open", (&self.0, "rb"))?;
        let bytes = file.call_method1("read", (limit.saturating_add(1),));
        file.call_method0("close")?;
        Ok(bytes?.cast_into::<PyBytes>()?)
    }

    /// Writes bytes into the file, in place of what it held.
    ///
    /// # Errors
    /// `OSError` as Python's own `open`.
    pub fn write(&self, bytes: &[u8]) -> PyResult<()> {
        let py = self.0.py();
        let file = py.import("io")?.call_method1("open", (&self.0, "wb"))?;
        let written = file.call_method1("write", (PyBytes::new(py, bytes),));
        file.call_method0("close")?;
        written.map(drop)
    }

    /// The text of the file, and the syntax that its name tells.
    ///
    /// # Errors
    /// `OSError` as Python's own `open`; `malformed` for what is not UTF-8, `document-too-large`.
    pub fn read(&self) -> PyResult<(String, Option<Syntax>)> {
        let py = self.0.py();
        let bytes = self.bytes()?;
        let shown = self.shown().to_ascii_lowercase();
        let syntax = match shown.rsplit_once('.').map(|(_, suffix)| suffix) {
            Some("json" | "geojson") => Some(Syntax::Json),
            Some("toml") => Some(Syntax::Toml),
            _ => None,
        };
        let text = std::str::from_utf8(bytes.as_bytes()).map(str::to_owned);
        text.map(|text| (text, syntax)).map_err(|e| {
            let before = bytes.as_bytes().get(..e.valid_up_to()).unwrap_or_default();
            let line = before.split(|b| *b == b'\n').count();
            let column = before.rsplit(|b| *b == b'\n').next().map_or(0, <[u8]>::len) + 1;
            let what = "the text is not UTF-8".to_owned();
            let cause = DocumentError::Syntax { language: "text".into(), line, column, what };
            crate::fault::exception(py, &cause.into())
        })
    }
}

/// Adds the file's name to what an exception says.
pub fn in_file<T>(path: &PathArg<'_>, result: PyResult<T>) -> PyResult<T> {
    result.inspect_err(|error| {
        let py = path.0.py();
        let note = format!("in the file {}", path.shown());
        // A note is a courtesy: what cannot be noted is raised all the same.
        let _ = error.value(py).call_method1("add_note", (note,));
    })
}

/// Reads a document from a file.
pub fn load<D: Document + Send>(py: Python<'_>, path: &PathArg<'_>) -> PyResult<D> {
    let (text, syntax) = path.read()?;
    let parse = || D::parse_as(syntax.unwrap_or_else(|| Syntax::guess(&text)), &text, Limits::default());
    in_file(path, py.detach(parse).or_raise())
}

/// A document as an argument: a dict, or anything else that has a plain form.
pub struct PlainArg<'py>(pub Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for PlainArg<'py> {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "Plain"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(obj.to_owned()))
    }
}

/// Reads a document from a text.
pub fn parse<D: Document + Send>(py: Python<'_>, text: &str) -> PyResult<D> {
    py.detach(|| D::parse(text)).or_raise()
}

/// Reads a document from a dict.
pub fn from_dict<D: Document + Send>(obj: &PlainArg<'_>) -> PyResult<D> {
    let value = plain::to_value_at(&obj.0, D::ROOT)?;
    obj.0.py().detach(|| -> Result<D> { D::from_value(value) }).or_raise()
}

/// A dict that can be nothing else than a document of a format, with that format.
pub fn with_format<'py>(obj: &Bound<'py, PyAny>, format: &str) -> PyResult<PlainArg<'py>> {
    Ok(PlainArg(match obj.cast::<PyDict>() {
        Ok(dict) if !dict.contains("format")? => {
            let dict = dict.copy()?;
            dict.set_item("format", format)?;
            dict.into_any()
        }
        _ => obj.to_owned(),
    }))
}
