//! Registers beside the scores: campaigns, practices, standards by level, evidence, looking back, honour boards.

use pyo3::prelude::*;
use shequ::evaluation::{
    BoardKind, Boards, CampaignStage, Campaigns, EvidenceLedger, PhaseKind, Practices, Retrospectives, Standards,
};
use shequ::kernel::{Day, Decimal, Lang, Rate, Ratio, Text};
use shequ::wire::evaluation as wire;

use super::PyScheme;
use crate::convert::number::DayArg;
use crate::convert::record::{Field, closed, record};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::TableArg;

closed!(BoardKind, CampaignStage, PhaseKind);

/// Campaigns with targets and phases (五民工程、精品社区).
#[pyclass(module = "shequ", name = "Campaigns", frozen)]
#[derive(Debug)]
pub struct PyCampaigns(Campaigns);

#[pymethods]
impl PyCampaigns {
    /// Reads a register of campaigns from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of campaigns from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of campaigns from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What they are called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Each campaign as of a day, in the order of the document.
    #[pyo3(signature = (day, /))]
    fn states(&self, day: DayArg) -> Vec<PyCampaignState> {
        self.0.states(day.0).out()
    }

    fn __repr__(&self) -> String {
        format!("<Campaigns {}>", self.0.title().get(Lang::Zh))
    }
}

/// Practices and where they were taken up (典型、一居一特色).
#[pyclass(module = "shequ", name = "Practices", frozen)]
#[derive(Debug)]
pub struct PyPractices(Practices);

#[pymethods]
impl PyPractices {
    /// Reads a register of practices from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of practices from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of practices from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What they are called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// How far each practice has spread over some units by a day.
    #[pyo3(signature = (day, units, /))]
    fn spread(&self, day: DayArg, units: Vec<String>) -> PySpreadReport {
        PySpreadReport(self.0.spread(day.0, &units))
    }

    fn __repr__(&self) -> String {
        format!("<Practices {}>", self.0.title().get(Lang::Zh))
    }
}

/// Standards by level (三级联创): each level asks something beyond those below.
#[pyclass(module = "shequ", name = "Standards", frozen)]
#[derive(Debug)]
pub struct PyStandards(Standards);

#[pymethods]
impl PyStandards {
    /// Reads standards from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads standards from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads standards from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What they are called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// The level of each unit of a table, and what is missing for the next one.
    ///
    /// The table has a column ``unit`` and one for each criterion; a missing value meets nothing.
    #[pyo3(signature = (data, /))]
    fn levels(&self, py: Python<'_>, data: TableArg) -> PyResult<Vec<PyUnitLevel>> {
        py.detach(|| self.0.levels(&data.0)).map(|levels| levels.out()).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Standards {}>", self.0.title().get(Lang::Zh))
    }
}

/// What shows the values of a scheme, and who came to see it (迎检台帐).
#[pyclass(module = "shequ", name = "EvidenceLedger", frozen)]
#[derive(Debug)]
pub struct PyEvidenceLedger(EvidenceLedger);

#[pymethods]
impl PyEvidenceLedger {
    /// Reads a ledger of evidence from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a ledger of evidence from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a ledger of evidence from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Which indicators of a scheme that ask for evidence have some, unit by unit, and how many inspections each unit bore,
    /// from ``since`` until the day before ``until``. Raises ``SchemeError``: ``evidence-period-empty``.
    #[pyo3(signature = (scheme, units, since, until, /))]
    fn report(
        &self,
        scheme: PyRef<'_, PyScheme>,
        units: Vec<String>,
        since: DayArg,
        until: DayArg,
    ) -> PyResult<PyEvidenceReport> {
        self.0.report(&scheme.0, &units, since.0, until.0).map(PyEvidenceReport).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<EvidenceLedger {}>", self.0.title().get(Lang::Zh))
    }
}

/// What was looked back on (回头看、述职): what fell short, what was promised, and whether it holds.
#[pyclass(module = "shequ", name = "Retrospectives", frozen)]
#[derive(Debug)]
pub struct PyRetrospectives(Retrospectives);

#[pymethods]
impl PyRetrospectives {
    /// Reads a register of retrospectives from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a register of retrospectives from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a register of retrospectives from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// What was found, done, overdue and fallen back by a day, of one subject or of all.
    #[pyo3(signature = (day, subject = None, /))]
    fn report(&self, day: DayArg, subject: Option<&str>) -> PyRetrospectiveReport {
        PyRetrospectiveReport(self.0.report(day.0, subject))
    }

    fn __repr__(&self) -> String {
        format!("<Retrospectives {}>", self.0.title().get(Lang::Zh))
    }
}

/// An honour board (先锋榜、荣誉榜): posts and units that agreed, never persons.
#[pyclass(module = "shequ", name = "Boards", frozen)]
#[derive(Debug)]
pub struct PyBoards(Boards);

#[pymethods]
impl PyBoards {
    /// Reads an honour board from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an honour board from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an honour board from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// The entries of a day, in the order of the document.
    #[pyo3(signature = (day, /))]
    fn on(&self, day: DayArg) -> Vec<PyBoardEntry> {
        self.0.on(day.0).out()
    }

    fn __repr__(&self) -> String {
        format!("<Boards {}>", self.0.title().get(Lang::Zh))
    }
}

record! {
    /// A campaign as of a day.
    PyCampaignState("CampaignState", wire::CampaignState) {
        /// The campaign.
        key: String,
        /// Its name.
        label: Text,
        /// ``planned``, ``running`` or ``ended``.
        state: CampaignStage,
        /// How many units take part.
        units: u32,
        /// Its targets.
        targets: Vec<wire::TargetState>,
        /// The phases that are due and not done: ``arrange``, ``inspect``, ``reward``.
        overdue: Vec<PhaseKind>,
        /// How many phases were done after they were due.
        late: u32,
    }
    with {
        /// The targets with what was brought.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A target as of a day.
    PyTargetState("TargetState", wire::TargetState) {
        /// The target.
        key: String,
        /// Its name.
        label: Text,
        /// What was brought by then.
        brought: Decimal,
        /// What is due.
        target: Decimal,
        /// The one over the other.
        share: Ratio,
    }
}

record! {
    /// How far practices have spread by a day.
    PySpreadReport("SpreadReport", wire::SpreadReport) {
        /// The day.
        day: Day,
        /// The practices in the order of the document.
        practices: Vec<wire::PracticeSpread>,
        /// The units that began none and have none.
        without: Vec<String>,
    }
    with {
        /// The practices with their reach.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// How far a practice has spread by a day (抓点带面).
    PyPracticeSpread("PracticeSpread", wire::PracticeSpread) {
        /// The practice.
        key: String,
        /// Its name.
        label: Text,
        /// Where it began.
        origin: String,
        /// How many units have it, that where it began included.
        units: u32,
        /// These of all units that were asked about.
        reach: Option<Rate>,
        /// The days from its beginning to the first adoption elsewhere; 0 where there is none.
        first: u32,
        /// The days from its beginning to the last adoption.
        last: u32,
        /// How many gave it up.
        given_up: u32,
    }
}

record! {
    /// The level of a unit.
    PyUnitLevel("UnitLevel", wire::UnitLevel) {
        /// The unit.
        unit: String,
        /// The highest level of which it meets everything, and everything below.
        level: Option<String>,
        /// The next level; None for one at the top.
        next: Option<String>,
        /// What is missing for the next level.
        missing: Vec<wire::CriterionGap>,
    }
}

record! {
    /// A criterion that a unit does not meet.
    PyCriterionGap("CriterionGap", wire::CriterionGap) {
        /// The criterion.
        criterion: String,
        /// Its name.
        label: Text,
        /// The value; None where it is missing.
        value: Option<Decimal>,
        /// The bound.
        due: Decimal,
    }
}

record! {
    /// Evidence and inspections of a period.
    PyEvidenceReport("EvidenceReport", wire::EvidenceReport) {
        /// The first day after it.
        until: Day,
        /// The units that were asked about.
        units: Vec<wire::UnitEvidence>,
        /// Pieces for indicators that the scheme does not have.
        stray: Vec<String>,
    }
    with {
        /// The first day, ``from`` in the plain form.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }
    }
}

record! {
    /// Evidence and inspections of a unit.
    PyUnitEvidence("UnitEvidence", wire::UnitEvidence) {
        /// The unit.
        unit: String,
        /// How many indicators ask for evidence and have it.
        shown: u32,
        /// The indicators that ask for evidence and have none.
        missing: Vec<String>,
        /// Those that have it of all that ask for it.
        coverage: Option<Rate>,
        /// How many inspections it bore.
        inspections: u32,
        /// How many of its indicators were looked at more than once.
        repeated: u32,
    }
}

record! {
    /// What was looked back on, as of a day.
    PyRetrospectiveReport("RetrospectiveReport", wire::RetrospectiveReport) {
        /// The day.
        day: Day,
        /// What was found by then.
        found: u32,
        /// What was done in time.
        in_time: u32,
        /// What was done late.
        late: u32,
        /// What is due and not done.
        overdue: Vec<String>,
        /// What is open and not due.
        open: Vec<String>,
        /// How many that were done were looked at again.
        checked: u32,
        /// Those that no longer held.
        fallen_back: Vec<String>,
    }
    with {
        /// The counts, which make the whole.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// An entry of an honour board.
    PyBoardEntry("BoardEntry", wire::BoardEntry) {
        /// The entry.
        key: String,
        /// ``post`` or ``unit``.
        kind: BoardKind,
        /// The post or the unit.
        subject: String,
        /// What for.
        reason: Text,
    }
    with {
        /// Since when, ``from`` in the plain form.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }
    }
}
