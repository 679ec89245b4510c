//! Working days, with the make-up days that notices move.

use std::sync::Arc;

use pyo3::prelude::*;
use shequ::kernel::{Calendar, DayKind, Lang};

use crate::convert::number::{DayArg, DayOut};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;

/// The working days of a run of years; ``Calendar.cn()`` is that of mainland China, 2004 to 2026.
///
/// A day outside its years is an error, never a guess.
#[pyclass(module = "shequ", name = "Calendar", frozen)]
#[derive(Debug)]
pub struct PyCalendar(pub(crate) Arc<Calendar>);

#[pymethods]
impl PyCalendar {
    /// The calendar of mainland China, 2004 to 2026, from the yearly notices of the State Council.
    #[staticmethod]
    fn cn() -> Self {
        Self(Arc::new(Calendar::cn().clone()))
    }

    /// Reads a calendar from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(|c| Self(Arc::new(c)))
    }

    /// Reads a calendar from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(|c| Self(Arc::new(c)))
    }

    /// Reads a calendar from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(|c| Self(Arc::new(c)))
    }

    /// Its key.
    #[getter]
    fn key(&self) -> String {
        self.0.key().to_string()
    }

    /// Its name.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The first and the last year that it covers.
    #[getter]
    fn years(&self) -> (i32, i32) {
        self.0.years()
    }

    /// Whether people work on a day.
    #[pyo3(signature = (day, /))]
    fn is_working(&self, day: DayArg) -> PyResult<bool> {
        self.0.is_working(day.0).or_raise()
    }

    /// What a day is: ``working``, ``weekend``, ``holiday`` or ``make-up``.
    #[pyo3(signature = (day, /))]
    fn kind(&self, day: DayArg) -> PyResult<&'static str> {
        self.0.kind(day.0).or_raise().map(|kind| match kind {
            DayKind::Working => "working",
            DayKind::Weekend => "weekend",
            DayKind::Holiday(_) => "holiday",
            DayKind::MakeUp(_) => "make-up",
        })
    }

    /// The holiday that a day is off for, if it is.
    #[pyo3(signature = (day, /))]
    fn holiday(&self, day: DayArg) -> PyResult<Option<PyText>> {
        self.0.holiday(day.0).or_raise().map(|name| name.cloned().map(PyText))
    }

    /// The day itself if it is worked, else the next that is: where a time limit ends (Civil Code, art. 203).
    #[pyo3(signature = (day, /))]
    fn on_or_after(&self, day: DayArg) -> PyResult<DayOut> {
        self.0.on_or_after(day.0).or_raise().map(DayOut)
    }

    /// The first working day after a day.
    #[pyo3(signature = (day, /))]
    fn next_working(&self, day: DayArg) -> PyResult<DayOut> {
        self.0.next_working(day.0).or_raise().map(DayOut)
    }

    /// The n-th working day after a day, or before it for a negative number; the day itself for zero.
    #[pyo3(signature = (day, days, /))]
    fn add_working_days(&self, day: DayArg, days: i32) -> PyResult<DayOut> {
        self.0.add_working_days(day.0, days).or_raise().map(DayOut)
    }

    /// The working days from a day to the day before another; negative where the other is earlier.
    #[pyo3(signature = (start, until, /))]
    fn working_days_between(&self, start: DayArg, until: DayArg) -> PyResult<i32> {
        self.0.working_days_between(start.0, until.0).or_raise()
    }

    /// The digest of which days from a day to the day before another are worked: the same of two calendars that count alike there.
    #[pyo3(signature = (start, until, /))]
    fn digest(&self, start: DayArg, until: DayArg) -> PyResult<String> {
        self.0.digest(start.0, until.0).map(|digest| digest.to_string()).or_raise()
    }

    /// Why a day is worked or not.
    #[pyo3(signature = (day, /))]
    fn explain(&self, day: DayArg) -> PyResult<PyExplanation> {
        self.0.explain(day.0).map(Into::into).or_raise()
    }

    fn __repr__(&self) -> String {
        let (first, last) = self.0.years();
        format!("<Calendar {}: {} {first}-{last}>", self.0.key(), self.0.label().get(Lang::Zh))
    }
}
