//! Registers: sectors, duties, indicators, activity records, topic notes.

mod records;

use pyo3::prelude::*;
use shequ::kernel::{Document as _, Error};
use shequ::organisation::{Activities, ActivityReceipt, Duties, LEAST_COUNT, NewActivity, Notes, Sectors};

use crate::convert::number::DayArg;
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::Field as _;
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::fault::OrRaise as _;
use crate::log::{PyLogCheck, SaltArg, draw};

pub use records::*;

/// Which unit belongs to which sector.
#[pyclass(module = "shequ", name = "Sectors", frozen)]
#[derive(Debug)]
pub struct PySectors(pub Sectors);

#[pymethods]
impl PySectors {
    /// Reads a register of sectors from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of sectors from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of sectors from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }
}

/// A catalogue of duties with who has them.
#[pyclass(module = "shequ", name = "Duties", frozen)]
#[derive(Debug)]
pub struct PyDuties(pub Duties);

#[pymethods]
impl PyDuties {
    /// Reads a catalogue of duties from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a catalogue of duties from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a catalogue of duties from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Who has which duty from when until when, transfers applied; of one duty or of all.
    #[pyo3(signature = (duty = None, /))]
    fn holdings(&self, duty: Option<&str>) -> PyResult<Vec<PyDutyHolding>> {
        self.0.holdings(duty).map(|rows| rows.out()).or_raise()
    }
}

/// Notes on topics: there is no field for a person.
#[pyclass(module = "shequ", name = "Notes", frozen)]
#[derive(Debug)]
pub struct PyNotes(Notes);

#[pymethods]
impl PyNotes {
    /// Reads notes from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads notes from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads notes from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// The notes of a period by topic, in one unit or in all: how many, how many answered by its end, how long that took.
    #[pyo3(signature = (since, until, *, unit = None))]
    fn topics(&self, since: DayArg, until: DayArg, unit: Option<&str>) -> PyResult<PyNoteTopics> {
        self.0.topics(since.0, until.0, unit).map(PyNoteTopics).or_raise()
    }
}

/// A register of activity records: it keeps a salted digest of each text, and the owner the key to it.
#[pyclass(module = "shequ", name = "Activities")]
#[derive(Debug)]
pub struct PyActivities(Activities);

#[pymethods]
impl PyActivities {
    /// A register without records.
    #[new]
    #[pyo3(signature = (key, /))]
    fn new(key: &str) -> PyResult<Self> {
        key.parse().map(|key| Self(Activities::new(key))).map_err(|e: Error| e.under("key")).or_raise()
    }

    /// Reads a register from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Records an activity, and gives its owner the receipt; the register keeps nothing of the text.
    ///
    /// ``activity`` is a dict with ``day``, ``post``, ``kind``, ``unit`` and perhaps ``answers``. A salt of 16 random bytes is drawn
    /// unless one is given.
    #[pyo3(signature = (activity, /, text, *, salt = None))]
    fn record(
        &mut self,
        py: Python<'_>,
        activity: PlainArg<'_>,
        text: &str,
        salt: Option<SaltArg>,
    ) -> PyResult<PyActivityReceipt> {
        let new = document::from_dict(&document::with_format(&activity.0, NewActivity::FORMAT)?)?;
        let salt = match salt {
            Some(salt) => salt.0,
            None => draw(py)?,
        };
        self.0.record(new, text, salt).map(PyActivityReceipt).or_raise()
    }

    /// Shows that a receipt is that of a record here; raises where it is not.
    #[pyo3(signature = (receipt, /))]
    fn verify(&self, receipt: PyRef<'_, PyActivityReceipt>) -> PyResult<PyActivityRecord> {
        self.0.verify(&receipt.0).map(PyActivityRecord).or_raise()
    }

    /// The records in their order; nothing of their texts.
    #[getter]
    fn records(&self) -> Vec<PyActivityRecord> {
        self.0.records().out()
    }

    /// Verifies every link of the chain again.
    fn check(&self) -> PyLogCheck {
        PyLogCheck(self.0.log().verify(None))
    }

    /// How many records of a period there are by unit and kind, fit to be published.
    #[pyo3(signature = (since, until, *, threshold = LEAST_COUNT))]
    fn counts(&self, since: DayArg, until: DayArg, threshold: u64) -> PyResult<PyActivityCounts> {
        self.0.counts(since.0, until.0, threshold).map(PyActivityCounts).or_raise()
    }

    /// The document ``shequ.activities/1``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.log().entries().len()
    }

    fn __repr__(&self) -> String {
        format!("<Activities {}: {} records>", self.0.log().key(), self.0.log().entries().len())
    }
}

/// The key to one activity record: for its owner only; its ``repr`` shows neither text nor salt.
#[pyclass(module = "shequ", name = "ActivityReceipt", frozen, eq)]
#[derive(Debug, PartialEq)]
pub struct PyActivityReceipt(ActivityReceipt);

#[pymethods]
impl PyActivityReceipt {
    /// Reads a receipt from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a receipt from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a receipt from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// The number of the record.
    #[getter]
    fn seq(&self) -> u64 {
        self.0.seq()
    }

    /// The text.
    #[getter]
    fn text(&self) -> &str {
        self.0.text()
    }

    /// The document ``shequ.receipt/1`` with text and salt: for the owner.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<ActivityReceipt of record {}>", self.0.seq())
    }
}
