//! Progress of long work, and an `AbortSignal` that stops it.

use std::ops::ControlFlow;

use js_sys::{Function, Reflect};
use shequ::kernel::{Progress, Result, StopError};
use wasm_bindgen::prelude::*;

use crate::fault::{Js, OrThrow as _};

/// The `Watch` of a call: `onProgress`, `signal`, or nothing.
struct Watch {
    on_progress: Option<Function>,
    signal: Option<JsValue>,
    /// What `onProgress` threw: it goes to the caller as it is.
    thrown: Option<JsValue>,
}

impl Watch {
    fn read(options: &JsValue) -> Self {
        let field = |name: &str| {
            let value = options.is_object().then(|| Reflect::get(options, &name.into()).ok()).flatten();
            value.filter(|value| !value.is_undefined() && !value.is_null())
        };
        let on_progress = field("onProgress").and_then(|f| f.dyn_into::<Function>().ok());
        Self { on_progress, signal: field("signal"), thrown: None }
    }

    fn aborted(&self) -> bool {
        let signal = self.signal.as_ref();
        signal.and_then(|s| Reflect::get(s, &"aborted".into()).ok()).is_some_and(|aborted| aborted.is_truthy())
    }
}

impl Progress for Watch {
    #[expect(clippy::cast_precision_loss, reason = "no work has 2^53 steps")]
    fn tick(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        if let Some(on_progress) = &self.on_progress {
            match on_progress.call2(&JsValue::UNDEFINED, &(done as f64).into(), &(total as f64).into()) {
                Ok(answer) if answer == JsValue::FALSE => return ControlFlow::Break(()),
                Ok(_) => {}
                Err(thrown) => {
                    self.thrown = Some(thrown);
                    return ControlFlow::Break(());
                }
            }
        }
        if self.aborted() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

/// Does long work under the watch that the options ask for.
pub fn watched<T>(options: &JsValue, work: impl FnOnce(&mut dyn Progress) -> Result<T>) -> Js<T> {
    let mut watch = Watch::read(options);
    if watch.aborted() {
        return Err(StopError::Stopped { done: 0, total: 0 }.into()).or_throw();
    }
    let result = work(&mut watch);
    match watch.thrown {
        Some(thrown) => Err(thrown),
        None => result.or_throw(),
    }
}
