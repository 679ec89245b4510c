//! Eligibility: one person, a roll, owners' heads.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use shequ::kernel::{Citation, Day, Status, Text};
use shequ::pack::Reason;
use shequ::participation::election::ClauseAnswer;
use shequ::participation::eligibility::{self, Eligibility, EligibilityVerdict, Owners, Standing};
use shequ::wire::participation::Caution;
use shequ::wire::participation_eligibility as wire;

use super::PyCaution;
use crate::convert::number::DayOut;
use crate::convert::plain::{self, PlainMap, map_of};
use crate::convert::record::{Field, record};
use crate::convert::text::{PyText, StatusOut};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::PyRules;
use crate::table::TableArg;

record! {
    /// A fact that is still needed.
    PyAsk("Ask", wire::Ask) {
        /// Its path: ``person.born``, ``days.poll``, ``answers.`` and a clause.
        path: String,
        /// What is asked.
        label: Text,
        /// Whether it is a sensitive fact: answer it in the call, for that one clause.
        sensitive: bool,
    }
}

record! {
    /// One clause about one person.
    PyEligibilityClause("EligibilityClause", wire::EligibilityClause) {
        /// Its name.
        clause: String,
        /// What it is about.
        label: Text,
        /// Its answer; none for a sensitive fact, and for every clause where the answer could give one away.
        status: Option<Status>,
        /// Whether it asks a sensitive fact: it was answered in the call, and is kept nowhere.
        sensitive: bool,
        /// Why it decides nothing.
        reason: Option<Reason>,
        /// What was found, in words.
        found: Option<Text>,
        /// Where it stands.
        citation: Option<Citation>,
    }
}

record! {
    /// A row of a roll that is open.
    PyOpenRow("OpenRow", wire::OpenRow) {
        /// Its place from 0.
        row: u64,
        /// The paths of what to ask.
        ask: Vec<String>,
    }
}

record! {
    /// Something to ask for some rows of a roll.
    PyRollAsk("RollAsk", wire::RollAsk) {
        /// Its path.
        path: String,
        /// What is asked.
        label: Text,
        /// Whether it is a sensitive fact.
        sensitive: bool,
        /// For how many rows.
        rows: u64,
    }
}

record! {
    /// Households by how many represent them.
    PyHouseholdCount("HouseholdCount", wire::HouseholdCount) {
        /// How many there are.
        households: u64,
        /// Those that nobody represents.
        without: u64,
        /// Those that one represents.
        with_one: u64,
        /// Those that several represent: which one does is open.
        with_several: u64,
    }
}

record! {
    /// A roll that was checked: counts, and the rows that are open. Persons are not in it.
    PyRollCheck("RollCheck", wire::RollCheck) {
        /// The question.
        question: String,
        /// What was asked.
        label: Text,
        /// The day whose rules decided.
        day: Day,
        /// How many rows there are.
        rows: u64,
        /// How many may take part.
        met: u64,
        /// How many may not.
        not_met: u64,
        /// For how many it is open.
        unknown: u64,
        /// The rows that are open, by their place from 0, with what to ask.
        open: Vec<wire::OpenRow>,
        /// What to ask, and for how many rows.
        asks: Vec<wire::RollAsk>,
        /// The households, where the question asks for one representative of each and the table names them.
        households: Option<wire::HouseholdCount>,
        /// What a reader must know beside the answer.
        cautions: Vec<Caution>,
    }
    with {
        /// The rows by their answers, which add up, and what to ask for how many.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// How many heads owners' units make.
    PyHeadCount("HeadCount", wire::HeadCount) {
        /// The day whose rules count.
        day: Day,
        /// How many units there are.
        units: u64,
        /// The heads; none where the rule that counts them is not known on the day, or does not settle it.
        heads: Option<u64>,
        /// The fewest heads it can be.
        least: u64,
        /// The most heads it can be.
        most: u64,
        /// Units that the developer has not sold.
        unsold: u64,
        /// Units that are sold and not handed over.
        undelivered: u64,
        /// Owners, or groups of co-owners, that have several units: each is one head.
        several: u64,
        /// The units that they have.
        units_of_several: u64,
        /// Units with co-owners: their owners vote as one.
        co_owned: u64,
        /// Pairs of different groups of owners that share an owner.
        overlapping: u64,
        /// Why the rule decides nothing.
        reason: Option<Reason>,
        /// Where the rule stands.
        citation: Option<Citation>,
        /// What a reader must know of the rule.
        cautions: Vec<Caution>,
    }
    with {
        /// How the heads come about: each unit is one, less what counts once.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

/// Calls a caller for one clause; the first exception ends the asking and is raised afterwards.
struct Caller<'py> {
    function: Bound<'py, PyAny>,
    raised: Option<PyErr>,
}

impl<'py> Caller<'py> {
    fn new(function: Bound<'py, PyAny>) -> Self {
        Self { function, raised: None }
    }

    fn answer(&mut self, row: Option<u64>, clause: &str) -> ClauseAnswer {
        if self.raised.is_some() {
            return ClauseAnswer::Unknown;
        }
        let told = match row {
            Some(row) => self.function.call1((row, clause)),
            None => self.function.call1((clause,)),
        };
        let told = told.and_then(|told| {
            if told.is_none() {
                return Ok(ClauseAnswer::Unknown);
            }
            match told.extract::<bool>() {
                Ok(true) => Ok(ClauseAnswer::Yes),
                Ok(false) => Ok(ClauseAnswer::No),
                Err(_) => Err(PyTypeError::new_err("an answer is True, False or None")),
            }
        });
        told.unwrap_or_else(|error| {
            self.raised = Some(error);
            ClauseAnswer::Unknown
        })
    }

    fn finish<T>(self, value: T) -> PyResult<T> {
        self.raised.map_or(Ok(value), Err)
    }
}

/// A question about one person, bound to the rules of a day.
///
/// ``shequ.Eligibility(rules, "residents.elector")``; ``days`` says on which day what happens (``{"poll": "2025-03-21"}``), where a
/// clause counts years to such a day. Raises ``PackError`` (``unknown-question``), ``ParticipationError``
/// (``eligibility-not-personal``).
#[pyclass(module = "shequ", name = "Eligibility", frozen)]
#[derive(Debug)]
pub struct PyEligibility(Eligibility);

#[pymethods]
impl PyEligibility {
    #[new]
    #[pyo3(signature = (rules, question, /, *, days = None))]
    fn new(rules: PyRef<'_, PyRules>, question: &str, days: Option<PlainArg<'_>>) -> PyResult<Self> {
        let days = match days {
            Some(days) => eligibility::reference_days(plain::to_value_at(&days.0, "days")?).or_raise()?,
            None => Vec::new(),
        };
        Eligibility::new(&rules.0, question, &days).map(Self).or_raise()
    }

    /// The name of the question.
    #[getter]
    fn question(&self) -> &str {
        self.0.question().id()
    }

    /// Whether a person may take part.
    ///
    /// ``person`` is a dict: ``born``, ``resident_since`` (days) and ``answers`` (by the name of a clause, or by a word such as
    /// ``registered``). A sensitive fact does not stand in it: ``answer`` is called with the clause, only where it can decide, and
    /// says ``True``, ``False`` or ``None``; what it says is kept nowhere. Raises ``ParticipationError`` with every fault.
    #[pyo3(signature = (person, /, *, answer = None))]
    fn check(&self, person: PlainArg<'_>, answer: Option<Bound<'_, PyAny>>) -> PyResult<PyEligibilityVerdict> {
        let person = Standing::from_value(plain::to_value_at(&person.0, "person")?).or_raise()?;
        let Some(function) = answer else {
            return self.0.check(&person).map(PyEligibilityVerdict).or_raise();
        };
        let mut caller = Caller::new(function);
        let verdict = self.0.check_answering(&person, |clause| caller.answer(None, clause)).or_raise();
        caller.finish(PyEligibilityVerdict(verdict?))
    }

    /// Checks every row of a roll: counts, and the rows that are open. No person is kept.
    ///
    /// The columns are ``key``, ``born`` and ``resident_since`` (days), ``household``, and one of yes or no for each fact.
    /// ``answer`` is called with the row and the clause of a sensitive fact. Raises ``DocumentError`` and
    /// ``ParticipationError`` with every fault.
    #[pyo3(signature = (table, /, *, answer = None))]
    fn roll(&self, table: TableArg, answer: Option<Bound<'_, PyAny>>) -> PyResult<PyRollCheck> {
        let Some(function) = answer else {
            return self.0.roll(&table.0, |_, _| ClauseAnswer::Unknown).map(PyRollCheck).or_raise();
        };
        let mut caller = Caller::new(function);
        let roll = self.0.roll(&table.0, |row, clause| caller.answer(Some(row), clause)).or_raise();
        caller.finish(PyRollCheck(roll?))
    }

    fn __repr__(&self) -> String {
        format!("<Eligibility {} on {}>", self.0.question().id(), self.0.question().rules().day())
    }
}

/// Whether one person may take part. It holds no day of birth, no key and no sensitive fact.
#[pyclass(module = "shequ", name = "EligibilityVerdict", frozen)]
#[derive(Debug)]
pub struct PyEligibilityVerdict(EligibilityVerdict);

#[pymethods]
impl PyEligibilityVerdict {
    /// ``met``, ``notMet`` or ``unknown``.
    #[getter]
    fn status(&self) -> StatusOut {
        StatusOut(self.0.status())
    }

    /// What was asked.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.view().label)
    }

    /// The day whose rules decided.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.0.view().day)
    }

    /// Each clause, in the order of the question.
    #[getter]
    fn clauses(&self) -> Vec<PyEligibilityClause> {
        self.0.view().clauses.out()
    }

    /// The least facts that are still needed; empty if it is settled or no fact can settle it.
    #[getter]
    fn missing(&self) -> Vec<PyAsk> {
        self.0.missing().iter().map(Field::out).collect()
    }

    /// What a reader must know beside the answer.
    #[getter]
    fn cautions(&self) -> Vec<PyCaution> {
        self.0.cautions().out()
    }

    /// Why: each clause with its article and what was found.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// The plain form, the same in every language.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<EligibilityVerdict {}>", self.0.line(shequ::kernel::Lang::En))
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}

/// Owners' units by their owners, ``shequ.owners/1``: opaque keys and no names.
#[pyclass(module = "shequ", name = "Owners", frozen)]
#[derive(Debug)]
pub struct PyOwners(Owners);

#[pymethods]
impl PyOwners {
    /// Reads owners' units from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads owners' units from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads owners' units from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// How many heads the units make by a clause that counts them, such as ``cn.spc.9``.
    ///
    /// Raises ``PackError`` (``unknown-clause``), ``ParticipationError`` (``owners-clause-not-counting``).
    #[pyo3(signature = (rules, clause, /))]
    fn heads(&self, rules: PyRef<'_, PyRules>, clause: &str) -> PyResult<PyHeadCount> {
        self.0.heads(&rules.0, clause).map(PyHeadCount).or_raise()
    }
}

/// Whether a kind of kinship makes a near relative by art. 1045 of the Civil Code: ``spouse``, ``parent``, ``in-law`` ...
#[pyfunction]
#[pyo3(signature = (kinship, /))]
pub fn is_near_relative(kinship: &str) -> PyResult<bool> {
    eligibility::kinship(kinship).map(eligibility::Kinship::is_near_relative).or_raise()
}
