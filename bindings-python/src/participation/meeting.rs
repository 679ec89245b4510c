//! Meetings: how they were called, who attended, what was voted on; their results and records.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use shequ::kernel::{Citation, Digest, Document as _, Key, Salt, Status, Text};
use shequ::participation::meeting::{self, Meeting, MeetingRecord, MeetingResult, Opening};
use shequ::participation::{Facts, Units};
use shequ::wire::participation::{Caution, ClauseView, UnitDraft};
use shequ::wire::participation_meeting as wire;

use super::PyVerification;
use super::election::PyUndecidedClause;
use super::timeline::PyTimeline;
use crate::calendar::PyCalendar;
use crate::convert::LangArg;
use crate::convert::hint;
use crate::convert::number::DayOut;
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{Field as _, record};
use crate::convert::text::{PyText, StatusOut};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::{PyPacks, PyRules, RulesArg};

record! {
    /// Something that is asked of a meeting or an item.
    PyMeetingCheck("MeetingCheck", wire::MeetingCheck) {
        /// A stable word for it: ``petition``, ``convening``, ``notice``, ``proxies``, ``quorum``, ``agenda``, ``order``.
        check: String,
        /// Its name.
        label: Text,
        /// Its answer.
        status: Status,
        /// Each clause with both sides, margins and citation.
        clauses: Vec<ClauseView>,
        /// The facts that are still needed, by their paths in the document.
        missing: Vec<String>,
        /// What a reader must know beside the answer.
        cautions: Vec<Caution>,
    }
}

record! {
    /// What voids a meeting or an item.
    PyVoidReason("VoidReason", wire::VoidView) {
        /// The check that failed.
        check: String,
        /// The clause that is not kept, if a clause decides.
        clause: Option<String>,
        /// Where it stands.
        citation: Option<Citation>,
        /// In words.
        text: Text,
    }
}

record! {
    /// A salted commitment to a roll-call: it tells nothing of any unit.
    PyUnitCommitment("UnitCommitment", wire::UnitCommitment) {
        /// The root of the tree of salted digests.
        root: Digest,
        /// So many units.
        units: u64,
        /// So many heads.
        heads: u64,
        /// Heads whose units voted differently.
        split_heads: u64,
    }
}

record! {
    /// What a vote came to.
    PyMeetingVote("MeetingVote", wire::MeetingPollView) {
        /// The amendment; nothing for the motion.
        amendment: Option<Key>,
        /// The question that decided, if a question did.
        question: Option<String>,
        /// The answer.
        status: Status,
        /// Whether as many voted yes as no.
        tie: bool,
        /// Whether the chair broke the tie, and could.
        casting: Option<Status>,
        /// Each clause with both sides, margins and citation.
        clauses: Vec<ClauseView>,
        /// The facts that are still needed, by their paths in the document.
        missing: Vec<String>,
        /// What a reader must know beside the answer.
        cautions: Vec<Caution>,
        /// Of a roll-call: what stands in place of the units.
        committed: Option<wire::UnitCommitment>,
    }
}

record! {
    /// What became of an item of the agenda.
    PyAgendaItem("AgendaItem", wire::AgendaItemView) {
        /// The item.
        item: Key,
        /// What it is about.
        label: Text,
        /// Whether it is decided: the meeting, the checks and the vote on the motion all met.
        status: Status,
        /// The motion as it was voted on in the end.
        motion: Option<Text>,
        /// The amendments that were adopted, in the order of the votes.
        adopted: Vec<Key>,
        /// The amendments that fell because another was adopted.
        fallen: Vec<Key>,
        /// What is asked of the item beside its vote.
        checks: Vec<wire::MeetingCheck>,
        /// The votes, in the order in which they were taken.
        polls: Vec<wire::MeetingPollView>,
        /// What voids this item alone.
        void: Vec<wire::VoidView>,
        /// The least facts that are still needed, by their paths in the document.
        missing: Vec<String>,
    }
}

/// A meeting: how it was called, who attended, what was voted on.
#[pyclass(module = "shequ", name = "Meeting", frozen)]
#[derive(Debug)]
pub struct PyMeeting(Meeting);

#[pymethods]
impl PyMeeting {
    /// Reads a meeting from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a meeting from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a meeting from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Its name.
    #[getter]
    fn id(&self) -> String {
        self.0.id().to_string()
    }

    /// What it is.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The day on which it was held.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.0.day())
    }

    /// The digest of the meeting with its salt.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|d| d.to_string()).or_raise()
    }

    /// What it decided, by the rules of its day or by packs.
    ///
    /// Raises ``PackError`` for a clause that no pack has, and ``ParticipationError`` for rules of another day.
    #[pyo3(signature = (rules, /))]
    fn result(&self, py: Python<'_>, rules: RulesArg<'_>) -> PyResult<PyMeetingResult> {
        let rules = match rules {
            RulesArg::Rules(rules) => rules.0.clone(),
            RulesArg::Packs(packs) => packs.0.at(self.0.day()),
        };
        py.detach(|| self.0.result(&rules)).map(PyMeetingResult).or_raise()
    }

    /// The deadlines that its rules name, as a timeline with its days, and the clauses that bound nothing on the day.
    ///
    /// Raises ``ParticipationError`` with ``procedure-without-steps`` where no rule names a deadline.
    #[pyo3(signature = (rules, /))]
    fn timeline(&self, rules: PyRef<'_, PyRules>) -> PyResult<(PyTimeline, Vec<PyUndecidedClause>)> {
        let (timeline, gaps) = self.0.timeline(&rules.0).or_raise()?;
        Ok((PyTimeline(timeline), gaps.into_iter().map(PyUndecidedClause).collect()))
    }

    /// One unit of a roll-call, shown to be in its commitment: its owner can show everyone how it was recorded.
    ///
    /// ``amendment`` is left out for the vote on the motion.
    #[pyo3(signature = (item, unit, /, *, amendment = None))]
    fn open_unit(&self, item: &str, unit: &str, amendment: Option<&str>) -> PyResult<PyOpening> {
        self.0.open_unit(item, amendment, unit).map(PyOpening).or_raise()
    }

    /// What a record holds of it: no unit, no proxy, no salt.
    fn public(&self) -> PyResult<PlainMap> {
        map_of(self.0.public())
    }

    fn __repr__(&self) -> String {
        format!("<Meeting {} on {}>", self.0.id(), self.0.day())
    }
}

/// What a meeting decided.
#[pyclass(module = "shequ", name = "MeetingResult", frozen)]
#[derive(Debug)]
pub struct PyMeetingResult(MeetingResult);

#[pymethods]
impl PyMeetingResult {
    /// Whether the meeting could decide: ``met``, ``notMet`` or ``unknown``.
    #[getter]
    fn status(&self) -> StatusOut {
        StatusOut(self.0.view().status)
    }

    /// What is asked of the meeting as a whole.
    #[getter]
    fn checks(&self) -> Vec<PyMeetingCheck> {
        self.0.view().checks.out()
    }

    /// What was not checked, because the rules name no clause for it.
    #[getter]
    fn unchecked(&self) -> Vec<String> {
        self.0.view().unchecked.clone()
    }

    /// Each item of the agenda.
    #[getter]
    fn items(&self) -> Vec<PyAgendaItem> {
        self.0.view().items.out()
    }

    /// What is asked after the meeting; it voids nothing.
    #[getter]
    fn after(&self) -> Vec<PyMeetingCheck> {
        self.0.view().after.out()
    }

    /// What voids the whole meeting.
    #[getter]
    fn void(&self) -> Vec<PyVoidReason> {
        self.0.view().void.out()
    }

    /// The least facts that are still needed, by their paths in the document.
    #[getter]
    fn missing(&self) -> Vec<String> {
        self.0.view().missing.clone()
    }

    /// Why: each check and each vote with its clauses, both sides exactly and how close it was.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// The minutes as text.
    #[pyo3(signature = (lang = LangArg(shequ::kernel::Lang::Zh)))]
    fn minutes(&self, lang: LangArg) -> String {
        self.0.minutes(lang.0)
    }

    /// The record of the meeting: whoever has it and the packs can evaluate it again.
    fn record(&self) -> PyResult<PyMeetingRecord> {
        self.0.record().map(PyMeetingRecord).or_raise()
    }

    /// The plain form, the same in every language: exact numbers are texts.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(self.0.view())
    }

    fn __repr__(&self) -> String {
        let view = self.0.view();
        format!("<MeetingResult {}: {}>", view.meeting, crate::convert::text::Word::of(&view.status).0)
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}

/// The record of a meeting, ``shequ.meeting-record/1``.
#[pyclass(module = "shequ", name = "MeetingRecord", frozen)]
#[derive(Debug)]
pub struct PyMeetingRecord(MeetingRecord);

#[pymethods]
impl PyMeetingRecord {
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

    /// Evaluates the meeting again by packs alone, and says what differs.
    ///
    /// ``calendar`` is needed where a clause counts working days.
    #[pyo3(signature = (packs, /, *, calendar = None))]
    fn verify(
        &self,
        py: Python<'_>,
        packs: PyRef<'_, PyPacks>,
        calendar: Option<PyRef<'_, PyCalendar>>,
    ) -> PyResult<PyVerification> {
        let (packs, calendar) = (packs.0.clone(), calendar.map(|c| c.0.clone()));
        let found = py.detach(|| meeting::verify_meeting(&self.0, &packs, calendar.as_deref()));
        found.map(PyVerification).or_raise()
    }

    /// Whether a unit was in the roll-call on an item with the vote that the opening shows.
    #[pyo3(signature = (item, opening, /, *, amendment = None))]
    fn verify_opening(&self, item: &str, opening: PyRef<'_, PyOpening>, amendment: Option<&str>) -> PyResult<bool> {
        self.0.verify_opening(item, amendment, &opening.0).or_raise()
    }

    /// Whether it is the record of this meeting, units and proxies included.
    #[pyo3(signature = (meeting, /))]
    fn is_of(&self, meeting: PyRef<'_, PyMeeting>) -> PyResult<bool> {
        self.0.is_of(&meeting.0).or_raise()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        self.0.to_value().map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<MeetingRecord {}>", self.0.digest())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}

/// One unit of a roll-call, shown to be in a record, ``shequ.opening/1``.
#[pyclass(module = "shequ", name = "Opening", frozen)]
#[derive(Debug)]
pub struct PyOpening(pub Opening);

#[pymethods]
impl PyOpening {
    /// Reads an opening from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an opening from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an opening from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        self.0.to_value().map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Opening of {}>", self.0.unit().key)
    }
}

/// A commitment as an argument: one that a result holds, or a dict.
pub struct CommittedArg(wire::UnitCommitment);

impl<'py> FromPyObject<'_, 'py> for CommittedArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            <PyUnitCommitment as pyo3::PyTypeInfo>::TYPE_HINT,
            type_hint_identifier!("shequ._types", "Plain")
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(committed) = obj.cast::<PyUnitCommitment>() {
            return Ok(Self(committed.get().0));
        }
        document::from_dict(&document::with_format(&obj, wire::UnitCommitment::FORMAT)?).map(Self)
    }
}

/// The units of a list, which is checked as that of facts.
fn units_of(py: Python<'_>, units: &PlainArg<'_>) -> PyResult<Vec<UnitDraft>> {
    let facts = PyDict::new(py);
    facts.set_item("format", Facts::FORMAT)?;
    facts.set_item("units", &units.0)?;
    let facts: Facts = document::from_dict(&PlainArg(facts.into_any()))?;
    Ok(facts.units().map(Units::drafts).unwrap_or_default())
}

fn salt_of(salt: &str) -> PyResult<Salt> {
    salt.parse::<Salt>().map_err(|e| e.under("salt")).or_raise()
}

/// The salted commitment to a list of units: it tells how many there are and nothing of any.
///
/// ``units`` are dicts with ``key``, ``vote`` and what else a unit of facts has; ``salt`` is a secret of 16 bytes or more in hexadecimal
/// digits. ``context`` tells lists apart that share a salt.
///
/// Raises ``ParticipationError`` for a list that cannot be, ``LogError`` for a salt that is too short.
#[pyfunction]
#[pyo3(signature = (units, salt, context, /))]
pub fn commit_units(py: Python<'_>, units: PlainArg<'_>, salt: &str, context: &str) -> PyResult<PyUnitCommitment> {
    let (units, salt) = (units_of(py, &units)?, salt_of(salt)?);
    py.detach(|| meeting::commit_units(&units, &salt, context)).map(PyUnitCommitment).or_raise()
}

/// Opens such a commitment for one unit, by its key.
///
/// Raises ``ParticipationError`` with ``unit-not-committed``, and as ``commit_units``.
#[pyfunction]
#[pyo3(signature = (units, salt, context, unit, /))]
pub fn open_unit(py: Python<'_>, units: PlainArg<'_>, salt: &str, context: &str, unit: &str) -> PyResult<PyOpening> {
    let (units, salt) = (units_of(py, &units)?, salt_of(salt)?);
    py.detach(|| meeting::open_unit(&units, &salt, context, unit)).map(PyOpening).or_raise()
}

/// Whether a unit stood in the list of a commitment with the vote that the opening shows.
#[pyfunction]
#[pyo3(signature = (committed, opening, /))]
pub fn verify_opening(committed: CommittedArg, opening: PyRef<'_, PyOpening>) -> PyResult<bool> {
    meeting::verify_opening(&committed.0, &opening.0).or_raise()
}
