//! Small words that arguments may be.

use std::str::FromStr;

use shequ::kernel::{Day, Digest, DocumentError, Error, Key, Lang, Result};
use wasm_bindgen::JsValue;

use crate::fault::{Js, OrThrow as _};

/// A language from an argument; Chinese if it was left out.
///
/// # Errors
/// `unknown-choice`.
pub fn language(value: &JsValue) -> Result<Lang> {
    if value.is_undefined() || value.is_null() {
        return Ok(Lang::Zh);
    }
    match value.as_string().as_deref() {
        Some("zh") => Ok(Lang::Zh),
        Some("en") => Ok(Lang::En),
        other => {
            let got = other.unwrap_or("something else").to_owned();
            Err(Error::at("lang", DocumentError::UnknownChoice { got, expected: "`zh`, `en`".into() }))
        }
    }
}

/// A day from an argument.
pub fn day(text: &str) -> Js<Day> {
    one("day", text)
}

/// A key from an argument.
pub fn key(path: &str, text: &str) -> Js<Key> {
    one(path, text)
}

/// A digest from an argument that may be left out.
pub fn digest(path: &str, text: Option<&str>) -> Js<Option<Digest>> {
    text.map(|text| one(path, text)).transpose()
}

/// A value of one word, its fault below the name of the argument.
pub fn one<T: FromStr<Err = Error>>(path: &str, text: &str) -> Js<T> {
    text.parse().map_err(|e: Error| e.under(path)).or_throw()
}
