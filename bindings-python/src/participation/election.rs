//! Elections: rules, the run from roll to result, its record, the lot and recall.

use pyo3::prelude::*;
use shequ::kernel::{Key, Text, written};
use shequ::participation::election::{
    self, Admission, ClauseAnswer, ClauseDiffers, Election, ElectionRecord, ElectionResult, ElectionRules, RecallPoll,
    RecallView,
};
use shequ::participation::timeline::ClauseGap;
use shequ::wire::participation_election::{ConditionDraft, PollCheck};

use super::PyCaution;
use super::PyVerification;
use super::election_records::{
    PyElected, PyElectionCaution, PyElectionTerm, PyNextStep, PyPoll, PyPollCheck, PyTieDraw,
};
use crate::convert::hint;
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{Field as _, record};
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::{PyPacks, PyRules};

record! {
    /// A clause that says something else than the rules that cite it.
    PyClauseDifference("ClauseDifference", ClauseDiffers) {
        /// The clause.
        clause: String,
        /// What it says.
        says: Text,
        /// What the rules say.
        rules: Text,
    }
}

record! {
    /// A clause that is cited and decides nothing on the day.
    PyUndecidedClause("UndecidedClause", ClauseGap) {
        /// The clause.
        clause: String,
        /// Why: ``unread``, ``secondary``, ``not-in-force``, ...
        reason: shequ::pack::Reason,
    }
}

record! {
    /// Who may stand; the others are counted and not named, and no reason is kept.
    PyAdmission("Admission", Admission) {
        /// Those who meet every clause, in the order given.
        admitted: Vec<Key>,
        /// How many fail one.
        refused: u64,
        /// How many fail none, and for whom one is not known.
        open: u64,
    }
}

record! {
    /// The answer to a petition for a recall (罢免), or to the poll on it.
    PyRecallAnswer("RecallAnswer", RecallView) {
        /// Whether it stands: ``met``, ``notMet`` or ``unknown``.
        status: shequ::kernel::Status,
        /// What was tested, with both sides.
        checks: Vec<PollCheck>,
    }
    with {
        /// Why: each test with both sides exactly, and the clause that asks for it.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

/// What answers one clause about one person.
pub struct AnswersArg<'py>(Bound<'py, PyAny>);

impl<'py> FromPyObject<'_, 'py> for AnswersArg<'py> {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "Answers"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        Ok(Self(obj.to_owned()))
    }
}

impl AnswersArg<'_> {
    fn ask(&self, who: &Key, clause: &str) -> PyResult<ClauseAnswer> {
        let answer: Option<bool> = self.0.call1((who.as_str(), clause))?.extract()?;
        Ok(match answer {
            Some(true) => ClauseAnswer::Yes,
            Some(false) => ClauseAnswer::No,
            None => ClauseAnswer::Unknown,
        })
    }

    /// Who is admitted by the answers; what the callable raises comes first.
    pub fn admission(
        &self,
        name: &str,
        texts: &[String],
        admit: impl FnOnce(
            &[Key],
            &mut dyn FnMut(&Key, &ConditionDraft) -> ClauseAnswer,
        ) -> shequ::kernel::Result<Admission>,
    ) -> PyResult<PyAdmission> {
        let keys = keys(name, texts)?;
        let mut raised: Option<PyErr> = None;
        let admission = admit(&keys, &mut |who, condition| {
            if raised.is_some() {
                return ClauseAnswer::Unknown;
            }
            self.ask(who, &condition.clause).unwrap_or_else(|error| {
                raised = Some(error);
                ClauseAnswer::Unknown
            })
        });
        raised.map_or(Ok(()), Err)?;
        admission.map(PyAdmission).or_raise()
    }
}

/// Keys from texts, a fault below the name of the argument.
fn keys(name: &str, texts: &[String]) -> PyResult<Vec<Key>> {
    let key = |(i, text): (usize, &String)| text.parse::<Key>().map_err(|e| e.under(&format!("{name}[{i}]")));
    texts.iter().enumerate().map(key).collect::<shequ::kernel::Result<_>>().or_raise()
}

/// The rules of an election, ``shequ.election-rules/1``: seats, surplus of candidates, ballot, turnout, win test, ties, rerun, terms, recall.
///
/// ``rules.gaps(sq.packs.cn.at("2025-06-15"))`` names the clauses they cite that decide nothing on the day.
///
/// Raises ``ParticipationError``, for instance ``election-share``, and ``DocumentError``, with every fault.
#[pyclass(module = "shequ", name = "ElectionRules", frozen)]
#[derive(Debug)]
pub struct PyElectionRules(pub ElectionRules);

#[pymethods]
impl PyElectionRules {
    /// Reads rules from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads rules from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads rules from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Their name.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// What is elected by them.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The clauses that they cite, each once.
    #[getter]
    fn clauses(&self) -> Vec<String> {
        self.0.clauses().into_iter().map(str::to_owned).collect()
    }

    /// The digest of the rules.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|d| d.to_string()).or_raise()
    }

    /// The least and the most of candidates for so many seats (等额, 差额); no most where any number may stand.
    #[pyo3(signature = (seats, /))]
    fn candidates(&self, seats: u32) -> (u32, Option<u32>) {
        self.0.candidates(seats)
    }

    /// Asks each clause about each one nominated, and counts.
    ///
    /// ``answer`` is called as ``answer(who, clause)`` and returns ``True``, ``False`` or ``None`` for what is not known. The answers
    /// are dropped: only who is admitted, and how many are not, comes back.
    #[pyo3(signature = (nominated, answer, /))]
    fn admit(&self, nominated: Vec<String>, answer: AnswersArg<'_>) -> PyResult<PyAdmission> {
        answer.admission("nominated", &nominated, |nominated, answer| Ok(self.0.admit(nominated, answer)))
    }

    /// The clauses in force on the day that say something else than these rules, which cite them.
    ///
    /// Shares, years and the surplus of candidates are compared. Raises ``PackError`` with ``unknown-clause``.
    #[pyo3(signature = (rules, /))]
    fn differs(&self, rules: PyRef<'_, PyRules>) -> PyResult<Vec<PyClauseDifference>> {
        Ok(self.0.differs(&rules.0).or_raise()?.into_iter().map(PyClauseDifference).collect())
    }

    /// Of the clauses that these rules cite, those that decide nothing on the day, and why.
    ///
    /// Raises ``PackError`` with ``unknown-clause``.
    #[pyo3(signature = (rules, /))]
    fn gaps(&self, rules: PyRef<'_, PyRules>) -> PyResult<Vec<PyUndecidedClause>> {
        let gaps = self.0.gaps(&rules.0).or_raise()?;
        Ok(gaps.into_iter().map(|(clause, reason)| PyUndecidedClause(ClauseGap { clause, reason })).collect())
    }

    /// What a reader must know of the clauses that these rules cite, on the day: ``undated``, ``excerpt``, ``secondary``,
    /// ``law-changed``.
    ///
    /// Raises ``PackError`` with ``unknown-clause``.
    #[pyo3(signature = (rules, /))]
    fn cautions(&self, rules: PyRef<'_, PyRules>) -> PyResult<Vec<PyCaution>> {
        Ok(self.0.cautions(&rules.0).or_raise()?.into_iter().map(PyCaution).collect())
    }

    /// Whether a petition of ``signed`` of ``all`` members of a body, such as ``voters``, can demand a recall (罢免).
    ///
    /// Raises ``ParticipationError``: ``recall-unknown-petitioner``, ``more-votes-than-ballots``.
    #[pyo3(signature = (of, signed, all, /))]
    fn petition(&self, of: &str, signed: u64, all: u64) -> PyResult<PyRecallAnswer> {
        self.0.petition(of, signed, all).map(PyRecallAnswer).or_raise()
    }

    /// Whether a recall (罢免) passes: the turnout of its poll, and the yes. What is not known is left out.
    ///
    /// Raises ``ParticipationError``: ``more-votes-than-ballots``, ``poll-too-many``.
    #[pyo3(signature = (*, roll = None, voters = None, returned = None, yes = None, no = None))]
    fn recall(
        &self,
        roll: Option<u64>,
        voters: Option<u64>,
        returned: Option<u64>,
        yes: Option<u64>,
        no: Option<u64>,
    ) -> PyResult<PyRecallAnswer> {
        self.0.recall(RecallPoll { roll, voters, returned, yes, no }).map(PyRecallAnswer).or_raise()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        written::<ElectionRules>(self.0.draft()).map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<ElectionRules {}>", self.0.id())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}

/// The run of one election, ``shequ.election/1``: the roll, who stands, the polls in their order, and complaints.
///
/// Ballots enter as tallies of patterns or as sums: nothing here links a voter to a ballot. ``rules`` may be an ``ElectionRules``.
///
/// ``sq.Election.load("run.toml").result().elected``, ``.next`` and ``.explain()`` say who is elected, what follows and why.
///
/// Raises ``ParticipationError``, for instance ``more-votes-than-ballots`` or ``poll-not-due``, and ``DocumentError``, with every fault.
#[pyclass(module = "shequ", name = "Election", frozen)]
#[derive(Debug)]
pub struct PyElection(pub Election);

#[pymethods]
impl PyElection {
    /// Reads a run from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a run from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a run from a dict.
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

    /// Its rules.
    #[getter]
    fn rules(&self) -> PyElectionRules {
        PyElectionRules(self.0.rules().clone())
    }

    /// How many are on the roll: the least and the most that open objections leave.
    #[getter]
    fn on_roll(&self) -> (u64, u64) {
        self.0.on_roll()
    }

    /// The digest of the run with its salt.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|d| d.to_string()).or_raise()
    }

    /// Who is elected, what each poll came to, and what follows.
    fn result(&self) -> PyElectionResult {
        PyElectionResult(self.0.result())
    }

    /// The document, its format first. It holds the patterns of ballots: keep it, publish the record.
    fn to_dict(&self) -> PyResult<PlainMap> {
        written::<Election>(self.0.draft()).map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Election {}: {} polls>", self.0.id(), self.0.draft().polls.len())
    }
}

/// The result of an election: who is elected, what each poll came to, and what follows.
#[pyclass(module = "shequ", name = "ElectionResult", frozen)]
#[derive(Debug)]
pub struct PyElectionResult(ElectionResult);

#[pymethods]
impl PyElectionResult {
    /// The name of the election.
    #[getter]
    fn election(&self) -> String {
        self.0.view().election.to_string()
    }

    /// What was elected.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.view().label.clone())
    }

    /// How far it has come: ``not-held``, ``open`` or ``complete``.
    #[getter]
    fn state(&self) -> Word {
        self.0.view().state.out()
    }

    /// The seats.
    #[getter]
    fn seats(&self) -> u32 {
        self.0.view().seats
    }

    /// Those elected, in the order of the polls and of their votes.
    #[getter]
    fn elected(&self) -> Vec<PyElected> {
        self.0.view().elected.out()
    }

    /// Seats that are not filled.
    #[getter]
    fn open_seats(&self) -> u32 {
        self.0.view().open_seats
    }

    /// Whether the list of candidates is as the rules ask.
    #[getter]
    fn list_checks(&self) -> Vec<PyPollCheck> {
        self.0.view().list.out()
    }

    /// Each poll.
    #[getter]
    fn polls(&self) -> Vec<PyPoll> {
        self.0.view().polls.out()
    }

    /// What follows.
    #[getter]
    fn next(&self) -> PyNextStep {
        self.0.view().next.out()
    }

    /// The facts that are still needed, by path.
    #[getter]
    fn missing(&self) -> Vec<String> {
        self.0.view().missing.clone()
    }

    /// What a reader must know beside the result.
    #[getter]
    fn cautions(&self) -> Vec<PyElectionCaution> {
        self.0.view().cautions.out()
    }

    /// The term of those elected, if its beginning and its length are known.
    #[getter]
    fn term(&self) -> Option<PyElectionTerm> {
        self.0.view().term.out()
    }

    /// Who takes a seat that falls vacant, if it is filled by the next of the last count (依次递补); more than one is a tie.
    fn next_in_order(&self) -> Vec<String> {
        self.0.next_in_order().out()
    }

    /// Why: each poll with its reconciliation, its turnout and every win test with both sides exactly.
    ///
    /// With ``rules``, the rules of packs on a day, the clauses come with their articles.
    #[pyo3(signature = (rules = None))]
    fn explain(&self, rules: Option<PyRef<'_, PyRules>>) -> PyExplanation {
        rules.map_or_else(|| self.0.explain(), |rules| self.0.explain_by(&rules.0)).into()
    }

    /// The record of the election: sums by candidate and digests, no pattern of a ballot.
    ///
    /// With ``rules``, the rules of packs on a day, it names the packs whose clauses the election cites, and the day on which their
    /// texts were read.
    #[pyo3(signature = (rules = None))]
    fn record(&self, rules: Option<PyRef<'_, PyRules>>) -> PyResult<PyElectionRecord> {
        let record = rules.map_or_else(|| self.0.record(), |rules| self.0.record_by(&rules.0));
        record.map(PyElectionRecord).or_raise()
    }

    /// The plain form, the same in every language.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(self.0.view())
    }

    fn __repr__(&self) -> String {
        let view = self.0.view();
        let elected = view.elected.iter().map(|e| e.candidate.to_string()).collect::<Vec<_>>().join(", ");
        format!("<ElectionResult {}: {}; elected: {elected}>", view.election, view.state.out().0)
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}

/// The record of an election, ``shequ.election-record/1``: whoever has it and the run evaluates it again.
#[pyclass(module = "shequ", name = "ElectionRecord", frozen)]
#[derive(Debug)]
pub struct PyElectionRecord(ElectionRecord);

#[pymethods]
impl PyElectionRecord {
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

    /// Evaluates the election again by its run, and says what differs; a record that disagrees is no exception.
    ///
    /// With ``packs`` also whether those are loaded whose clauses the rules cite.
    #[pyo3(signature = (run, /, *, packs = None))]
    fn verify(&self, run: PyRef<'_, PyElection>, packs: Option<PyRef<'_, PyPacks>>) -> PyResult<PyVerification> {
        let packs = packs.map(|packs| packs.0.clone());
        election::verify_election(&self.0, &run.0, packs.as_ref()).map(PyVerification).or_raise()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        self.0.to_value().map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<ElectionRecord {}>", self.0.digest())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}

/// Draws so many of the tied by a published seed (抽签), so that a bystander can repeat it by hand.
///
/// Sort the tied by the bytes of their keys. For the draws 1, 2, 3 ...: the SHA-256 of the number of the draw, the seed and all the
/// tied in their order, each followed by a line feed, read as a number and divided by how many are left; the remainder,
/// from 0, is the place of the one drawn among those left. In the style of RFC 3797.
///
/// ``sq.draw_lot("2026-03-02 07 11 24 30", ["b", "a", "c"], 1)[0].digest`` is what
/// ``printf '1\n2026-03-02 07 11 24 30\na\nb\nc\n' | sha256sum`` prints.
///
/// Raises ``ParticipationError`` with ``lot-seed``.
#[pyfunction]
#[pyo3(signature = (seed, tied, seats, /))]
pub fn draw_lot(seed: &str, tied: Vec<String>, seats: u32) -> PyResult<Vec<PyTieDraw>> {
    let draws = election::draw(seed, &keys("tied", &tied)?, seats).or_raise()?;
    Ok(draws.into_iter().map(PyTieDraw).collect())
}
