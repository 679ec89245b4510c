//! Documents from texts and from plain objects.

use shequ::kernel::{Document, Value};
use wasm_bindgen::JsValue;

use crate::fault::{Js, OrThrow as _};
use crate::plain::from_js;

/// Reads a JSON or TOML text.
pub fn parse<T: Document>(text: &str) -> Js<T> {
    T::parse(text).or_throw()
}

/// The plain value of an object, with the paths of its faults below the document's root.
pub fn value<T: Document>(object: &JsValue) -> Js<Value> {
    from_js(object).map_err(|e| e.under(T::ROOT)).or_throw()
}

/// Reads a plain object.
pub fn from<T: Document>(object: &JsValue) -> Js<T> {
    T::from_value(value::<T>(object)?).or_throw()
}

/// Reads an argument: a text, or a plain object, which can only be of one format and so need not say which.
pub fn argument<T: Document>(object: &JsValue) -> Js<T> {
    if let Some(text) = object.as_string() {
        return parse(&text);
    }
    let mut value = value::<T>(object)?;
    if let Value::Map(entries) = &mut value
        && entries.iter().all(|(key, _)| key != "format")
    {
        entries.push(("format".to_owned(), T::FORMAT.into()));
    }
    T::from_value(value).or_throw()
}

/// Gives a class the two ways of reading that every document has.
macro_rules! document {
    ($class:ident, $types:tt) => {
        #[wasm_bindgen]
        impl $class {
            /// Reads a JSON or TOML text.
            ///
            /// Throws `ShequError` with every fault of the document.
            pub fn parse(text: &str) -> Js<$class> {
                crate::document::parse(text).map(Self)
            }

            /// Reads a plain object.
            ///
            /// Throws `ShequError` with every fault of the document.
            pub fn from(#[wasm_bindgen(unchecked_param_type = $types)] object: JsValue) -> Js<$class> {
                crate::document::from(&object).map(Self)
            }
        }
    };
}

pub(crate) use document;
