//! Which uncertain input makes an output vary.

use js_sys::Function;
use shequ::evaluation::certainty::{self, SobolPlan};
use shequ::kernel::{DocumentError, Error, StopError};
use wasm_bindgen::prelude::*;

use crate::document;
use crate::fault::Js;
use crate::numbers::list;
use crate::plain::to_js;
use crate::watch::watched;

/// First-order and total Sobol indices of a model over uniform inputs from 0 to 1, with bootstrap intervals.
///
/// The model is a function of the list of inputs; it is run `points * (inputs + 2)` times. What it throws is thrown.
///
/// Throws `ShequError`: `certainty-out-of-range`, `certainty-output-not-finite`, `certainty-output-constant`.
#[wasm_bindgen(unchecked_return_type = "SobolIndices")]
pub fn sobol(
    inputs: usize,
    #[wasm_bindgen(unchecked_param_type = "(x: number[]) => number")] model: &Function,
    #[wasm_bindgen(unchecked_optional_param_type = "Partial<SobolPlan>")] options: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
) -> Js {
    let plan = if options.is_undefined() { SobolPlan::default() } else { document::argument(&options)? };
    let mut thrown = None;
    let mut output = |x: &[f64]| match model.call1(&JsValue::UNDEFINED, &list(x)) {
        Ok(y) => y.as_f64().ok_or_else(|| {
            let (got, expected) = ("another value".to_owned(), "a number".to_owned());
            Error::at("model", DocumentError::WrongKind { got, expected })
        }),
        Err(other) => {
            thrown = Some(other);
            Err(StopError::Stopped { done: 0, total: 0 }.into())
        }
    };
    let found = watched(&watch, |progress| certainty::sobol(inputs, &plan, &mut output, progress));
    match thrown {
        Some(thrown) => Err(thrown),
        None => to_js(&found?),
    }
}
