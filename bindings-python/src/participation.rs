//! Decisions: facts in, verdicts out, records that anyone can evaluate again.

pub mod bodies;
pub mod election;
pub mod election_records;
pub mod eligibility;
pub mod meeting;
pub mod selection;
pub mod timeline;

use pyo3::prelude::*;
use shequ::kernel::{Citation, Digest, Document as _, Quantity, Status, Text};
use shequ::pack::{Base, Comparison, Measure, Part, Reason};
use shequ::participation::{self, Facts, Record, Verdict};
use shequ::wire::participation as wire;

use self::meeting::PyOpening;
use crate::calendar::PyCalendar;
use crate::convert::hint;
use crate::convert::number::{DayArg, DayOut};
use crate::convert::plain::{PlainMap, ValueOut, map_of};
use crate::convert::record::{Field, closed, record};
use crate::convert::text::{PyText, StatusOut};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::{PyPacks, RulesArg};
use crate::table::UnitTableArg;

closed!(Base, Comparison, Measure, Part, wire::MarginKind, wire::LintKind);

impl Field for wire::Counterexample {
    type Out = ValueOut;
    fn out(&self) -> ValueOut {
        // A counterexample has no float, the one thing without a plain form.
        ValueOut(shequ::kernel::to_value(self).unwrap_or_default())
    }
}

record! {
    /// What a by-law changes of one question of the law above it, or of one clause on which no question turns.
    PyLintFinding("LintFinding", wire::LintFinding) {
        /// The question, or the clause on which no question turns.
        question: String,
        /// The question of the law; the same where the by-law moves its clauses, and for a clause.
        under: String,
        /// ``refused``: it lets through what the law forbids, or moves what may not be moved; ``stricter``, ``same``, ``moved``
        /// (as it may) or ``unknown``.
        kind: wire::LintKind,
        /// In words.
        text: Text,
        /// The smallest facts that show it.
        example: Option<wire::Counterexample>,
        /// The clauses of the by-law that differ.
        clauses: Vec<String>,
        /// How surely the clauses of both sides are known, where not by their text.
        cautions: Vec<wire::Caution>,
    }
}

record! {
    /// One clause of a verdict.
    PyClauseView("ClauseVerdict", wire::ClauseView) {
        /// Its name.
        clause: String,
        /// What it is about.
        label: Text,
        /// Its answer.
        status: Status,
        /// Why it has none.
        reason: Option<Reason>,
        /// Both sides, if it is a threshold that is known.
        sides: Option<wire::Sides>,
        /// What was found, in words, if it is no threshold of votes.
        found: Option<Text>,
        /// The least changes that flip it.
        margins: Vec<wire::Margin>,
        /// Where it stands.
        citation: Option<Citation>,
    }
}

record! {
    /// Both sides of a comparison, exactly.
    PySides("Sides", wire::Sides) {
        /// In which measure: ``heads``, ``area``, ...
        measure: Measure,
        /// What is counted.
        part: Part,
        /// Of how many.
        base: Base,
        /// Whether the share itself is enough.
        comparison: Comparison,
        /// The share.
        share: String,
        /// The part, if it is known.
        part_value: Option<Quantity>,
        /// The base, if it is known.
        base_value: Option<Quantity>,
        /// The comparison written out, such as ``3 × 182.68 >= 2 × 274.02``.
        text: Option<String>,
        /// The left side multiplied out.
        left: Option<String>,
        /// The right side multiplied out.
        right: Option<String>,
    }
}

record! {
    /// The least change of one kind that flips a clause.
    PyMargin("Margin", wire::Margin) {
        /// ``switched``: those in the base change sides; ``added``: new participants come.
        kind: wire::MarginKind,
        /// What the clause becomes.
        to: Status,
        /// How much of the clause's own measure.
        amount: Quantity,
    }
}

record! {
    /// What a reader must know beside an answer.
    PyCaution("Caution", wire::Caution) {
        /// A stable word for it.
        code: String,
        /// The clause it concerns.
        clause: Option<String>,
        /// The words.
        text: Text,
    }
}

record! {
    /// The fewest units whose votes, changed, flip a verdict.
    PyFewestUnits("FewestUnits", wire::FewestUnits) {
        /// What the verdict becomes.
        to: Status,
        /// So many units can flip it.
        units: u64,
        /// Fewer than this cannot.
        at_least: u64,
        /// Whether both numbers are the same: the answer is then exact.
        proven: bool,
    }
}

record! {
    /// What became of a record that was evaluated again.
    PyVerification("Verification", wire::Verification) {
        /// Whether everything agrees.
        ok: bool,
        /// What does not.
        differs: Vec<wire::Difference>,
        /// The digest of the record, computed again.
        digest: Digest,
    }
}

record! {
    /// One thing that does not agree with a record.
    PyDifference("Difference", wire::Difference) {
        /// ``record``, ``pack``, ``facts`` or ``verdict``.
        what: String,
        /// In words.
        text: Text,
    }
}

/// The checked facts of a decision: tallies, or a list of owners' units.
#[pyclass(module = "shequ", name = "Facts", frozen)]
#[derive(Debug, Clone)]
pub struct PyFacts(Facts);

#[pymethods]
impl PyFacts {
    /// Reads facts from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads facts from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads facts from a dict; its ``units`` may be any data frame.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Reads the units of any data frame, without an object for each: the columns ``area`` (square metres; no floats) and
    /// ``vote``, and if they are there ``key``, ``owner`` and ``developer_unsold``.
    ///
    /// Without keys a unit is its row, counted from 0.
    #[staticmethod]
    #[pyo3(signature = (units, /, *, day = None))]
    fn from_units(py: Python<'_>, units: UnitTableArg, day: Option<DayArg>) -> PyResult<Self> {
        let facts = py.detach(|| units.facts(day.map(|day| day.0)));
        facts.map(Self).or_raise()
    }

    /// The same facts with a secret of yours: it salts their digest, and of units the commitment to each. A record of units needs
    /// one of 16 bytes or more.
    #[pyo3(signature = (salt, /))]
    fn salted(&self, salt: &str) -> Self {
        Self(self.0.salted(salt))
    }

    /// The day of the decision, if they say it.
    #[getter]
    fn day(&self) -> Option<DayOut> {
        self.0.day().map(DayOut)
    }

    /// How the deciding body is composed, if they say it.
    #[getter]
    fn body(&self) -> Option<&str> {
        self.0.body()
    }

    /// The digest of the facts with their salt.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|d| d.to_string()).or_raise()
    }

    fn __repr__(&self) -> String {
        let day = self.0.day().map_or_else(|| "no day".to_owned(), |d| d.to_string());
        let what = if self.0.units().is_some() { "units" } else { "tallies" };
        format!("<Facts of {day}: {what}>")
    }
}

/// Facts as an argument: checked ones, or a dict, whose `format` may be left out.
pub struct FactsArg(pub Facts);

impl<'py> FromPyObject<'_, 'py> for FactsArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(<PyFacts as pyo3::PyTypeInfo>::TYPE_HINT, type_hint_identifier!("shequ._types", "Plain"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(facts) = obj.cast::<PyFacts>() {
            return Ok(Self(facts.get().0.clone()));
        }
        // What is passed here can be nothing else than facts.
        document::from_dict(&document::with_format(&obj, Facts::FORMAT)?).map(Self)
    }
}

/// The answer to a question: met, not met or unknown, with everything that made it.
#[pyclass(module = "shequ", name = "Verdict", frozen)]
#[derive(Debug)]
pub struct PyVerdict(Verdict);

impl From<Verdict> for PyVerdict {
    fn from(verdict: Verdict) -> Self {
        Self(verdict)
    }
}

#[pymethods]
impl PyVerdict {
    /// ``met``, ``notMet`` or ``unknown``.
    #[getter]
    fn status(&self) -> StatusOut {
        StatusOut(self.0.status())
    }

    /// The name of the question.
    #[getter]
    fn question(&self) -> &str {
        self.0.question().id()
    }

    /// What was asked.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.question().label().clone())
    }

    /// The day whose rules decided.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.0.question().rules().day())
    }

    /// Each clause with its status, sides, margins and citation.
    #[getter]
    fn clauses(&self) -> Vec<PyClauseView> {
        self.0.clauses().into_iter().map(PyClauseView).collect()
    }

    /// The least changes that flip each clause, by its name.
    #[getter]
    fn margins(&self) -> std::collections::BTreeMap<String, Vec<PyMargin>> {
        self.0.clauses().into_iter().map(|c| (c.clause, c.margins.out())).collect()
    }

    /// The least facts that are still needed, by path; empty if the answer is settled or no fact can settle it.
    #[getter]
    fn missing(&self) -> Vec<String> {
        self.0.missing()
    }

    /// The facts that no clause of the question uses, by path.
    #[getter]
    fn unused(&self) -> Vec<String> {
        self.0.unused()
    }

    /// The clause that decides: the one that turns the answer with the least change, as a share of its base; where several must
    /// turn, the one of them that needs the most. None where the answer is unknown.
    #[getter]
    fn deciding(&self) -> Option<&str> {
        self.0.deciding()
    }

    /// Whether a clause of the question gives the chair a casting vote, where the facts have one (``casting``): ``met``, or
    /// ``unknown`` where that clause decides nothing on the day.
    #[getter]
    fn casting(&self) -> Option<StatusOut> {
        self.0.casting().map(StatusOut)
    }

    /// What a reader must know beside the answer.
    #[getter]
    fn cautions(&self) -> Vec<PyCaution> {
        self.0.cautions().into_iter().map(PyCaution).collect()
    }

    /// Of a list of units, the fewest whose votes, changed in any way, flip the answer.
    fn fewest_units(&self, py: Python<'_>) -> Option<PyFewestUnits> {
        py.detach(|| self.0.fewest_units()).map(PyFewestUnits)
    }

    /// Why: each clause with both sides exactly, its article, and how close it was.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// The record of the decision: whoever has it and the packs can evaluate it again.
    ///
    /// Raises ``ParticipationError``: ``sensitive-not-recorded``, and ``units-without-salt`` for a list of units without a salt.
    fn record(&self, py: Python<'_>) -> PyResult<PyRecord> {
        py.detach(|| self.0.record()).map(PyRecord).or_raise()
    }

    /// One of the units that decided, shown to be in the commitment of the record: its owner can show everyone how it was counted.
    ///
    /// Raises ``ParticipationError``: ``unit-not-committed``, ``units-without-salt``, and ``record-without-units`` for tallies.
    #[pyo3(signature = (unit, /))]
    fn open_unit(&self, py: Python<'_>, unit: &str) -> PyResult<PyOpening> {
        py.detach(|| self.0.open_unit(unit)).map(PyOpening).or_raise()
    }

    /// The plain form, the same in every language: exact numbers are texts.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        let (question, day) = (self.0.question().id(), self.0.question().rules().day());
        format!("<Verdict {question} on {day}: {}>", crate::convert::text::Word::of(&self.0.status()).0)
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}

/// The record of a decision, ``shequ.decision/1``.
#[pyclass(module = "shequ", name = "Record", frozen)]
#[derive(Debug)]
pub struct PyRecord(Record);

#[pymethods]
impl PyRecord {
    /// Reads a record from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a record from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a record from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// The digest over the whole record.
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// Evaluates the decision again by packs, and says what differs; with ``facts`` also whether it is the record of these.
    ///
    /// ``calendar`` is needed where a clause counts working days.
    #[pyo3(signature = (packs, facts = None, /, *, calendar = None))]
    fn verify(
        &self,
        py: Python<'_>,
        packs: PyRef<'_, PyPacks>,
        facts: Option<FactsArg>,
        calendar: Option<PyRef<'_, PyCalendar>>,
    ) -> PyResult<PyVerification> {
        let (packs, calendar) = (packs.0.clone(), calendar.map(|c| c.0.clone()));
        let facts = facts.map(|facts| facts.0);
        let found = py.detach(|| participation::verify(&self.0, &packs, facts.as_ref(), calendar.as_deref()));
        found.map(PyVerification).or_raise()
    }

    /// Whether a unit was among those that decided, with the vote that the opening shows.
    ///
    /// Raises ``ParticipationError`` with ``record-without-units`` for a decision by tallies.
    #[pyo3(signature = (opening, /))]
    fn verify_opening(&self, opening: PyRef<'_, PyOpening>) -> PyResult<bool> {
        self.0.verify_opening(&opening.0).or_raise()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        self.0.to_value().map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Record {}>", self.0.digest())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}

/// Evaluates the record of a decision again by packs; with the facts also whether it is the record of these.
///
/// ``calendar`` is needed where a clause counts working days.
#[pyfunction]
#[pyo3(signature = (record, packs, facts = None, /, *, calendar = None))]
pub fn verify(
    py: Python<'_>,
    record: PyRef<'_, PyRecord>,
    packs: PyRef<'_, PyPacks>,
    facts: Option<FactsArg>,
    calendar: Option<PyRef<'_, PyCalendar>>,
) -> PyResult<PyVerification> {
    record.verify(py, packs, facts, calendar)
}

/// The verdict on a question by the rules of a day, or by packs and the day that the facts or ``day`` name.
///
/// ``facts`` is a dict of what was counted, or of ``units`` as a list of dicts or any data frame; what is not known is left
/// out. ``shequ.decide(shequ.packs.cn, "owners.special", {"day": "2026-03-01", "units": units})``.
#[pyfunction]
#[pyo3(signature = (rules, question, facts, /, *, day = None))]
pub fn decide(
    py: Python<'_>,
    rules: RulesArg<'_>,
    question: &str,
    facts: FactsArg,
    day: Option<DayArg>,
) -> PyResult<PyVerdict> {
    let facts = facts.0;
    let verdict = match (rules, day) {
        (RulesArg::Rules(rules), None) => {
            let rules = rules.0.clone();
            py.detach(|| rules.decide(question, &facts))
        }
        (RulesArg::Rules(rules), Some(day)) => {
            let rules = rules.0.packs().at(day.0);
            py.detach(|| rules.decide(question, &facts))
        }
        (RulesArg::Packs(packs), None) => {
            let packs = packs.0.clone();
            py.detach(|| packs.decide(question, &facts))
        }
        (RulesArg::Packs(packs), Some(day)) => {
            let rules = packs.0.at(day.0);
            py.detach(|| rules.decide(question, &facts))
        }
    };
    verdict.map(PyVerdict).or_raise()
}
