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

/// One of a few words from an argument; the first if it was left out.
///
/// # Errors
/// `unknown-choice`.
pub fn choice<T: Copy>(path: &str, value: &JsValue, choices: &[(&str, T)]) -> Result<T> {
    let word = value.as_string();
    let left_out = value.is_undefined() || value.is_null();
    let found = choices.iter().find(|(name, _)| left_out || word.as_deref() == Some(name));
    found.map(|(_, choice)| *choice).ok_or_else(|| {
        let got = word.unwrap_or_else(|| "something else".to_owned());
        let expected = choices.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        Error::at(path, DocumentError::UnknownChoice { got, expected })
    })
}
