//! Letters signed layer by layer.

use pyo3::prelude::*;
use shequ::evaluation::Letters;
use shequ::kernel::{Day, Lang, Rate, Text};
use shequ::wire::evaluation as wire;

use crate::convert::number::DayArg;
use crate::convert::record::{closed, record};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::organisation::PySnapshot;

closed!(wire::LetterGapKind, wire::StrayKind);

/// A register of signed letters (层层签订责任书), and the tree of units if it is not an organisation's.
#[pyclass(module = "shequ", name = "Letters", frozen)]
#[derive(Debug)]
pub struct PyLetters(Letters);

#[pymethods]
impl PyLetters {
    /// Reads a register of letters from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of letters from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of letters from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What the letters are about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Whether every unit of the document's own list has a letter with the unit above it on a day.
    #[pyo3(signature = (day, /))]
    fn report(&self, day: DayArg) -> PyLetterReport {
        PyLetterReport(self.0.report(day.0))
    }

    /// The same for an organisation as of a day, over units of some kinds, or of every kind if none is named: the unit above is
    /// the nearest one of these kinds. Only units that certainly exist on the day count.
    #[pyo3(signature = (snapshot, kinds = Vec::new(), /))]
    fn report_in(&self, snapshot: PyRef<'_, PySnapshot>, kinds: Vec<String>) -> PyLetterReport {
        PyLetterReport(self.0.report_in(snapshot.view(), &kinds))
    }

    fn __len__(&self) -> usize {
        self.0.letters().len()
    }

    fn __repr__(&self) -> String {
        format!("<Letters {}>", self.0.title().get(Lang::Zh))
    }
}

record! {
    /// Whether letters were signed layer by layer, with no layer missing.
    PyLetterReport("LetterReport", wire::LetterReport) {
        /// The day.
        day: Day,
        /// The units that have a unit above them.
        units: u32,
        /// How many of them have a letter with it.
        signed: u32,
        /// The one over the other; None without units.
        coverage: Option<Rate>,
        /// How many of them have letters all the way up.
        unbroken: u32,
        /// The units without a letter, those above before those below.
        gaps: Vec<wire::LetterGap>,
        /// Letters in force that close no gap.
        stray: Vec<wire::StrayLetter>,
    }
    with {
        /// Whether no layer is missing.
        fn is_complete(&self) -> bool {
            self.0.is_complete()
        }

        /// The gaps with their paths.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A unit without a letter with the unit above it.
    PyLetterGap("LetterGap", wire::LetterGap) {
        /// The unit.
        unit: String,
        /// The unit that it should have signed with.
        upper: String,
        /// The names from the top down to the unit.
        path: Vec<Text>,
        /// Why: ``missing``, ``ended``, ``not-yet-signed`` or ``skips-layer``.
        kind: wire::LetterGapKind,
        /// The letter that does not do, if there is one.
        letter: Option<String>,
        /// How many units lie below it: their letters hang in the air.
        below: u32,
    }
}

record! {
    /// A letter in force that closes no gap.
    PyStrayLetter("StrayLetter", wire::StrayLetter) {
        /// The letter.
        letter: String,
        /// What is odd about it: ``unknown-unit``, ``not-above`` or ``twice``.
        kind: wire::StrayKind,
    }
}
