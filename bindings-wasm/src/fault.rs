//! Errors of the core as `ShequError`, with class name, code, path, message and help.

use js_sys::{Array, Object, Reflect};
use shequ::kernel::{Error, Fault};
use wasm_bindgen::prelude::*;

/// What a function that may throw returns.
pub type Js<T = JsValue> = Result<T, JsValue>;

#[wasm_bindgen(raw_module = "./error.js")]
extern "C" {
    /// The one error class of the package, written in JavaScript so that it extends `Error`.
    type ShequError;

    #[wasm_bindgen(constructor)]
    fn new(message: &str, faults: Array, count: f64) -> ShequError;
}

/// Turns the core's error into the exception.
pub trait OrThrow<T> {
    /// The value, or a `ShequError` to throw.
    fn or_throw(self) -> Js<T>;
}

impl<T> OrThrow<T> for shequ::kernel::Result<T> {
    fn or_throw(self) -> Js<T> {
        self.map_err(|error| exception(&error))
    }
}

fn exception(error: &Error) -> JsValue {
    let text = error.to_string();
    // The engine prints the class name before the message; it need not stand there twice.
    let message = text.strip_prefix(error.first().class().exception()).unwrap_or(&text).trim_start();
    let faults = error.faults().map(plain).collect::<Array>();
    #[expect(clippy::cast_precision_loss, reason = "no document has 2^53 faults")]
    ShequError::new(message, faults, error.count() as f64).into()
}

fn plain(fault: &Fault) -> JsValue {
    let object = Object::new();
    let message = fault.message();
    let help = fault.help();
    for (key, text) in [
        ("kind", fault.class().exception()),
        ("code", fault.code()),
        ("path", fault.path()),
        ("message", &message),
        ("help", &help),
    ] {
        // Setting a field of an own fresh object does not fail.
        let _ = Reflect::set(&object, &key.into(), &text.into());
    }
    object.into()
}
