//! Python's objects to the library's values and back.

pub mod number;
pub mod plain;
pub mod record;
pub mod text;

use pyo3::prelude::*;
use shequ::kernel::{self, Digest};

use crate::fault::OrRaise as _;
use crate::table::PyTable;

pub use plain::PlainMap;

/// Declares the type of an argument or a result for the stubs.
macro_rules! hint {
    ($name:ident = $hint:expr) => {
        #[cfg(feature = "stubs")]
        const $name: ::pyo3::inspect::PyStaticExpr = {
            #[allow(unused_imports, reason = "not every hint is made of all of them")]
            use ::pyo3::{type_hint_identifier, type_hint_subscript, type_hint_union};
            $hint
        };
    };
}
pub(crate) use hint;

/// A word in a type hint.
#[cfg(feature = "stubs")]
macro_rules! word {
    ($word:literal) => {
        ::pyo3::inspect::PyStaticExpr::Constant { value: ::pyo3::inspect::PyStaticConstant::Str($word) }
    };
}
#[cfg(feature = "stubs")]
pub(crate) use word;

/// Declares an argument that is one of a few words.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident($of:ty) { $($word:literal => $value:expr),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy)]
        pub struct $name(pub $of);

        impl<'py> ::pyo3::FromPyObject<'_, 'py> for $name {
            type Error = ::pyo3::PyErr;
            $crate::convert::hint!(
                INPUT_TYPE =
                    type_hint_subscript!(type_hint_identifier!("typing", "Literal"), $($crate::convert::word!($word)),+)
            );

            fn extract(obj: ::pyo3::Borrowed<'_, 'py, ::pyo3::PyAny>) -> ::pyo3::PyResult<Self> {
                let word: String = obj.extract()?;
                match word.as_str() {
                    $($word => Ok(Self($value)),)+
                    _ => {
                        let choices = [$(concat!("`", $word, "`")),+].join(", ");
                        let cause = ::shequ::kernel::DocumentError::UnknownChoice { got: word, expected: choices };
                        $crate::fault::OrRaise::or_raise(Err(cause.into()))
                    }
                }
            }
        }
    };
}

pub(crate) use words;

words! {
    /// The language of a text.
    LangArg(kernel::Lang) { "zh" => kernel::Lang::Zh, "en" => kernel::Lang::En }
}

words! {
    /// The packs that ship, by a word.
    CnArg(()) { "cn" => () }
}

/// The canonical JSON (RFC 8785) of a result, a document or plain data: sorted keys, every exact number a string.
#[pyfunction]
#[pyo3(signature = (obj, /))]
pub fn canonical(py: Python<'_>, obj: &Bound<'_, PyAny>) -> PyResult<String> {
    if let Ok(table) = obj.cast::<PyTable>() {
        let table = table.get().shared();
        return py.detach(|| kernel::canonical(&*table)).or_raise();
    }
    let value = plain::to_value(obj)?;
    py.detach(|| kernel::canonical(&value)).or_raise()
}

/// The SHA-256 digest of the canonical JSON, as 64 hexadecimal digits: the same in Python, Rust and JavaScript.
#[pyfunction]
#[pyo3(signature = (obj, /))]
pub fn digest(py: Python<'_>, obj: &Bound<'_, PyAny>) -> PyResult<String> {
    // Some results have a digest that does not depend on the order of their parts.
    if plain::is_ours(obj)? && obj.hasattr("digest")? {
        return obj.getattr("digest")?.extract();
    }
    Ok(Digest::of_bytes(canonical(py, obj)?.as_bytes()).to_string())
}
