//! The core's errors as Python exceptions with the same codes.

use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyList;
use shequ::kernel::{Error, Result};

/// The exception that an error is, with every fault.
pub fn exception(py: Python<'_>, error: &Error) -> PyErr {
    static MAKE: PyOnceLock<Py<PyAny>> = PyOnceLock::new();
    let make = || -> PyResult<PyErr> {
        let faults = error
            .faults()
            .map(|fault| (fault.class().exception(), fault.code(), fault.path(), fault.message(), fault.help()));
        let faults = PyList::new(py, faults.collect::<Vec<_>>())?;
        let made = MAKE.import(py, "shequ.errors", "_make")?.call1((faults, error.count()))?;
        Ok(PyErr::from_value(made))
    };
    make().unwrap_or_else(|problem| problem)
}

/// Turns the core's result into Python's.
pub trait OrRaise<T> {
    /// The value, or the exception.
    fn or_raise(self) -> PyResult<T>;
}

impl<T> OrRaise<T> for Result<T> {
    fn or_raise(self) -> PyResult<T> {
        self.map_err(|error| Python::attach(|py| exception(py, &error)))
    }
}

/// A fault of the caller's object, or an exception that its own code raised.
#[derive(Debug)]
pub enum Refused {
    /// The core's error, its path growing outwards.
    Fault(Error),
    /// What the object itself raised.
    Raised(PyErr),
}

impl Refused {
    /// The same below a longer path.
    pub fn under(self, prefix: &str) -> Self {
        match self {
            Self::Fault(error) => Self::Fault(error.under(prefix)),
            raised @ Self::Raised(_) => raised,
        }
    }
}

impl From<Error> for Refused {
    fn from(error: Error) -> Self {
        Self::Fault(error)
    }
}

impl From<PyErr> for Refused {
    fn from(error: PyErr) -> Self {
        Self::Raised(error)
    }
}

impl From<Refused> for PyErr {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Fault(error) => Python::attach(|py| exception(py, &error)),
            Refused::Raised(error) => error,
        }
    }
}
