//! Long work: the GIL released, Ctrl-C heeded, progress shown.

use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyBool;
use shequ::kernel::{Progress, Result};

use crate::convert::hint;
use crate::fault::OrRaise as _;

/// How often Python is asked, at most.
const EVERY: Duration = Duration::from_millis(50);
/// After what time work counts as long, so that a bar is worth showing unasked.
const LONG: Duration = Duration::from_millis(500);

/// The `progress` argument.
#[derive(Debug)]
pub enum ProgressArg {
    /// A bar, `True`; or none, `False`.
    Bar(bool),
    /// A bar once the work turns out to be long, where a person watches.
    Auto,
    /// A function of `(done, total)`; `False` stops the work.
    Call(Py<PyAny>),
}

impl<'py> FromPyObject<'_, 'py> for ProgressArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "ProgressLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if obj.is_none() {
            Ok(Self::Auto)
        } else if let Ok(asked) = obj.cast::<PyBool>() {
            Ok(Self::Bar(asked.is_true()))
        } else if obj.is_callable() {
            Ok(Self::Call(obj.to_owned().unbind()))
        } else {
            Err(PyTypeError::new_err("progress is True, False, None or a function of (done, total)"))
        }
    }
}

struct Watch {
    started: Instant,
    asked: Option<Instant>,
    /// Told at each step that is reported.
    told: Option<Py<PyAny>>,
    /// A bar that may still be made.
    later: bool,
    /// Whether `told` is our own bar, which is closed in the end.
    bar: bool,
    raised: Option<PyErr>,
}

impl Watch {
    fn new(py: Python<'_>, progress: ProgressArg) -> PyResult<Self> {
        let (told, later, bar) = match progress {
            ProgressArg::Bar(false) => (None, false, false),
            ProgressArg::Bar(true) => (make_bar(py, true)?, false, true),
            ProgressArg::Auto => (None, true, false),
            ProgressArg::Call(function) => (Some(function), false, false),
        };
        Ok(Self { started: Instant::now(), asked: None, told, later, bar, raised: None })
    }

    fn ask(&mut self, py: Python<'_>, done: u64, total: u64) -> PyResult<ControlFlow<()>> {
        py.check_signals()?;
        if self.later && self.started.elapsed() > LONG {
            self.later = false;
            self.told = make_bar(py, false)?;
            self.bar = self.told.is_some();
        }
        if let Some(function) = &self.told {
            let answer = function.bind(py).call1((done, total))?;
            if answer.cast::<PyBool>().is_ok_and(|go_on| !go_on.is_true()) {
                return Ok(ControlFlow::Break(()));
            }
        }
        Ok(ControlFlow::Continue(()))
    }

    fn close(&self, py: Python<'_>) -> PyResult<()> {
        match &self.told {
            Some(bar) if self.bar => bar.bind(py).call_method0("close").map(drop),
            _ => Ok(()),
        }
    }
}

impl Progress for Watch {
    fn tick(&mut self, done: u64, total: u64) -> ControlFlow<()> {
        let due = done >= total || self.asked.is_none_or(|last| last.elapsed() >= EVERY);
        if !due {
            return ControlFlow::Continue(());
        }
        self.asked = Some(Instant::now());
        Python::attach(|py| {
            self.ask(py, done, total).unwrap_or_else(|raised| {
                self.raised = Some(raised);
                ControlFlow::Break(())
            })
        })
    }
}

fn make_bar(py: Python<'_>, asked: bool) -> PyResult<Option<Py<PyAny>>> {
    let bar = py.import("shequ._progress")?.call_method1("bar", (asked,))?;
    Ok((!bar.is_none()).then(|| bar.unbind()))
}

/// Runs long work without the GIL; Ctrl-C becomes `KeyboardInterrupt`, a `False` from the function `Stopped`.
pub fn run<T: Send>(
    py: Python<'_>,
    progress: ProgressArg,
    work: impl FnOnce(&mut dyn Progress) -> Result<T> + Send,
) -> PyResult<T> {
    let mut watch = Watch::new(py, progress)?;
    let result = py.detach(|| work(&mut watch));
    watch.close(py)?;
    match watch.raised.take() {
        Some(raised) => Err(raised),
        None => result.or_raise(),
    }
}
