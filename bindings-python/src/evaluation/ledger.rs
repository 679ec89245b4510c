//! Corrections and appeals, and what they did.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::evaluation::Ledger;
use shequ::kernel::{Day, Document as _, Key};
use shequ::wire::evaluation as wire;

use super::PyScorecard;
use crate::convert::number::DayArg;
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{Field as _, closed, record};
use crate::document::{self, PlainArg};
use crate::fault::OrRaise as _;
use crate::log::{self, PyEntry, PyLog, PyLogCheck, PySealedTexts, SaltArg};

closed!(wire::RecordKind);

/// Corrections and appeals (更正与申诉) of an evaluation: append-only, each record a digest in a log beside it.
#[pyclass(module = "shequ", name = "Ledger", eq)]
#[derive(Debug, PartialEq)]
pub struct PyLedger(Ledger);

#[pymethods]
impl PyLedger {
    /// A ledger without records.
    #[new]
    #[pyo3(signature = (key, /))]
    fn new(key: &str) -> PyResult<Self> {
        log::key("key", key).map(|key| Self(Ledger::new(key)))
    }

    /// Reads a ledger beside its log, either of which may have been cut off or altered: what is good of both, and what was
    /// found.
    ///
    /// ``text`` and ``log`` are the two documents as JSON or TOML; ``known_head`` is a head of the log noted earlier. Raises
    /// ``DocumentError`` for faults of shape, ``SchemeError`` for records that do not fit together.
    #[staticmethod]
    #[pyo3(signature = (text, log, /, known_head = None))]
    fn parse(py: Python<'_>, text: &str, log: &str, known_head: Option<&str>) -> PyResult<(Self, PyLogCheck)> {
        let head = log::known(known_head)?;
        let read = py.detach(|| Ledger::parse(text, log, head.as_ref())).or_raise()?;
        Ok((Self(read.ledger), PyLogCheck(read.check)))
    }

    /// Appends a record; on an exception nothing has changed.
    ///
    /// ``card`` is the first scorecard, before any record. ``record`` is a dict with ``day``, ``actor``, ``kind``
    /// (``correction``, ``appeal``, ``decision``, ``withdrawal``), ``unit`` and, as the kind asks, ``changes``, ``appeal`` and
    /// ``deadline``. ``sealing`` names texts such as ``reason`` and ``evidence``, which go into ``texts`` with their salts;
    /// only salted digests enter the log. A salt of 16 random bytes is drawn for each text unless ``salts`` gives it.
    #[pyo3(signature = (card, record, /, *, sealing = None, texts = None, salts = None))]
    #[allow(clippy::too_many_arguments, reason = "each is a named part of a record")]
    fn append(
        &mut self,
        py: Python<'_>,
        card: PyRef<'_, PyScorecard>,
        record: PlainArg<'_>,
        sealing: Option<BTreeMap<String, String>>,
        texts: Option<PyRefMut<'_, PySealedTexts>>,
        salts: Option<BTreeMap<String, SaltArg>>,
    ) -> PyResult<PyEntry> {
        let record = document::from_dict(&document::with_format(&record.0, wire::LedgerRecord::FORMAT)?)?;
        let (parts, mut store) = log::sealed(py, sealing, texts, salts)?;
        self.0.append(&card.0, record, parts, store.get()).cloned().map(PyEntry).or_raise()
    }

    /// Its key, which is that of its log.
    #[getter]
    fn key(&self) -> String {
        self.0.log().key().to_string()
    }

    /// The records in the order in which they were made.
    #[getter]
    fn records(&self) -> Vec<PyLedgerRecord> {
        self.0.records().iter().cloned().map(PyLedgerRecord).collect()
    }

    /// A copy of its log: keep it beside the ledger, and note its head elsewhere.
    #[getter]
    fn log(&self) -> PyLog {
        self.0.log().clone().into()
    }

    /// The scorecard as it was known on a day: the first one, with what was recorded by then.
    #[pyo3(signature = (first, day, /))]
    fn card(&self, py: Python<'_>, first: PyRef<'_, PyScorecard>, day: DayArg) -> PyResult<PyScorecard> {
        let first = first.0.clone();
        py.detach(|| self.0.card(&first, day.0)).map(PyScorecard::from).or_raise()
    }

    /// For each record that changed values by a day, every unit that it affected, before and after.
    #[pyo3(signature = (first, day, /))]
    fn effects(&self, py: Python<'_>, first: PyRef<'_, PyScorecard>, day: DayArg) -> PyResult<Vec<PyLedgerEffect>> {
        let first = first.0.clone();
        py.detach(|| self.0.effects(&first, day.0)).map(|effects| effects.out()).or_raise()
    }

    /// The appeals that were made by a day, and what became of them by then.
    #[pyo3(signature = (day, /))]
    fn appeals(&self, day: DayArg) -> Vec<PyAppealState> {
        self.0.appeals(day.0).out()
    }

    /// The document ``shequ.ledger/1``, without its log.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.records().len()
    }

    fn __repr__(&self) -> String {
        format!("<Ledger {}: {} records>", self.0.log().key(), self.0.records().len())
    }
}

record! {
    /// A record of a ledger; reasons and evidence are sealed into its log and stand nowhere in it.
    PyLedgerRecord("LedgerRecord", wire::LedgerRecord) {
        /// The day it was made.
        day: Day,
        /// Who made it: a post or an id of a directory.
        actor: Key,
        /// What it is: ``correction``, ``appeal``, ``decision`` or ``withdrawal``.
        kind: wire::RecordKind,
        /// The unit it is about.
        unit: Key,
        /// The new values; of a decision that upholds an appeal, too.
        changes: Vec<wire::CellChange>,
        /// The number of the appeal that it answers, from 0.
        appeal: Option<u64>,
        /// The last day on which an appeal is to be decided.
        deadline: Option<Day>,
    }
}

record! {
    /// What a record did.
    PyLedgerEffect("LedgerEffect", wire::LedgerEffect) {
        /// The number of the record, from 0.
        seq: u64,
        /// The day it was made.
        day: Day,
        /// Every unit whose score, grade, rank or award is another, in the order of the scorecard.
        units: Vec<wire::AffectedUnit>,
    }
}

record! {
    /// An appeal and what became of it by a day.
    PyAppealState("AppealState", wire::AppealState) {
        /// The number of its record.
        seq: u64,
        /// The unit.
        unit: String,
        /// The day on which it was made.
        day: Day,
        /// The last day on which it is to be decided.
        deadline: Option<Day>,
        /// ``open``, ``overdue``, ``upheld``, ``dismissed`` or ``withdrawn``.
        state: String,
        /// The number of the record that answered it.
        answer: Option<u64>,
    }
}
