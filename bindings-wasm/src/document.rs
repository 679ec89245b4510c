//! Documents from texts and from plain objects.

use shequ::kernel::Document;
use wasm_bindgen::JsValue;

use crate::fault::{Js, OrThrow as _};
use crate::plain::from_js;

/// Reads a JSON or TOML text.
pub fn parse<T: Document>(text: &str) -> Js<T> {
    T::parse(text).or_throw()
}

/// Reads a plain object.
pub fn from<T: Document>(object: &JsValue) -> Js<T> {
    let value = from_js(object).map_err(|e| e.under(T::ROOT)).or_throw()?;
    T::from_value(value).or_throw()
}
