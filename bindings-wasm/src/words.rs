//! Small words that arguments may be.

use shequ::kernel::{DocumentError, Error, Lang, Result};
use wasm_bindgen::JsValue;

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
