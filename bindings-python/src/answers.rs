//! Questions made ready: many decisions by a table, votes that come in one by one, and what changed with the law.

use pyo3::prelude::*;
use shequ::kernel::{Citation, Status, Text};
use shequ::pack::Reason;
use shequ::participation::{Detail, LawChange, Live, Question};
use shequ::wire::participation_change as wire;

use crate::convert::number::DayOut;
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{closed, record};
use crate::convert::text::{PyText, StatusOut};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::PyRules;
use crate::participation::{FactsArg, PyVerdict};
use crate::table::{DecisionsArg, PyTable};

closed!(wire::LawChangeKind);

record! {
    /// A clause that is another on the second day.
    PyClauseChange("ClauseChange", wire::ClauseChange) {
        /// Its name.
        clause: String,
        /// What it is about.
        label: Text,
        /// What changed: ``came-into-force``, ``ended``, ``superseded``, ``content``, ``citation``, ``certainty``, ``asked`` or
        /// ``not-asked``.
        kinds: Vec<wire::LawChangeKind>,
        /// What it was; None where there was none.
        before: Option<wire::ClauseState>,
        /// What it is; None where there is none.
        after: Option<wire::ClauseState>,
        /// The clauses that took its place.
        superseded_by: Vec<String>,
        /// Whether its own answer differs.
        turned: bool,
        /// Whether the second day's answer would be the first day's if this clause alone had not changed.
        alone: bool,
        /// In words.
        text: Text,
    }
}

record! {
    /// A clause on a day.
    PyClauseState("ClauseState", wire::ClauseState) {
        /// What it says.
        says: Text,
        /// Its answer.
        status: Status,
        /// Why it decides nothing, where it does not.
        reason: Option<Reason>,
        /// Both sides of it, written out.
        sides: Option<String>,
        /// Where it stands, and how surely it is known.
        citation: Citation,
        /// The pack that it is from.
        pack: String,
        /// The first day after this version.
        until: Option<shequ::kernel::WithinDays>,
    }
    with {
        /// The first day of this version.
        #[getter]
        fn since(&self) -> Option<String> {
            self.0.from.map(|day| day.to_string())
        }
    }
}

/// The same facts and question by two sets of rules, with what changed between them.
#[pyclass(module = "shequ", name = "LawChange", frozen)]
#[derive(Debug)]
pub struct PyLawChange(pub LawChange);

#[pymethods]
impl PyLawChange {
    /// The name of the question.
    #[getter]
    fn question(&self) -> &str {
        &self.0.view().question
    }

    /// The first day.
    #[getter]
    fn first(&self) -> DayOut {
        DayOut(self.0.view().first)
    }

    /// The second day.
    #[getter]
    fn second(&self) -> DayOut {
        DayOut(self.0.view().second)
    }

    /// The verdict of the first day; None where the question has no rule on it.
    #[getter]
    fn before(&self) -> Option<PyVerdict> {
        self.0.before().cloned().map(PyVerdict::from)
    }

    /// The verdict of the second day; None where the question has no rule on it.
    #[getter]
    fn after(&self) -> Option<PyVerdict> {
        self.0.after().cloned().map(PyVerdict::from)
    }

    /// Whether the answers differ.
    #[getter]
    fn differs(&self) -> bool {
        self.0.differs()
    }

    /// Whether the question joins other clauses, or joins them otherwise.
    #[getter]
    fn rule_changed(&self) -> bool {
        self.0.view().rule_changed
    }

    /// The clauses that changed, in the order of the question.
    #[getter]
    fn clauses(&self) -> Vec<PyClauseChange> {
        self.0.clauses().iter().cloned().map(PyClauseChange).collect()
    }

    /// The clauses that make the answers differ: each that would alone, or, where none would alone, all that turned.
    #[getter]
    fn because(&self) -> Vec<String> {
        self.0.view().because.clone()
    }

    /// All of it in a sentence.
    #[getter]
    fn text(&self) -> PyText {
        PyText(self.0.view().text.clone())
    }

    /// Each changed clause as it was and as it is, then both verdicts.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// The plain form, the same in every language.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        let view = self.0.view();
        format!("<LawChange {}: {}>", view.question, view.text.get(shequ::kernel::Lang::Zh))
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}

/// A question with the rules of a day, made ready to be decided many times.
#[pyclass(module = "shequ", name = "Question", frozen)]
#[derive(Debug)]
pub struct PyQuestion(pub Question);

#[pymethods]
impl PyQuestion {
    /// Its name.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// What is asked.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The names of its clauses, in order.
    #[getter]
    fn clauses(&self) -> Vec<String> {
        self.0.clauses().map(str::to_owned).collect()
    }

    /// The rules that decide it.
    #[getter]
    fn rules(&self) -> PyRules {
        PyRules(self.0.rules().clone())
    }

    /// The verdict on facts.
    #[pyo3(signature = (facts, /))]
    fn decide(&self, py: Python<'_>, facts: FactsArg) -> PyResult<PyVerdict> {
        py.detach(|| self.0.verdict(&facts.0)).map(PyVerdict::from).or_raise()
    }

    /// Decides every row of a data frame, a dict of columns or a list of rows.
    ///
    /// Its columns are named by the paths of a facts document: ``heads.entitled``, ``heads.present``, ``heads.yes``, ``area.yes``
    /// (square metres; no floats) and so on; a missing cell is not known. The table has ``key``, if that is given, ``status``,
    /// ``deciding`` (the clause that turns the answer with the least change, as a share of its base; where several must turn,
    /// the one of them that needs the most) and ``missing`` (the facts to ask for, with ``;`` between them). With ``margins``
    /// also, for each clause, its status under its name and ``CLAUSE.switched`` and ``CLAUSE.added``: the least numbers that
    /// flip it. Raises ``ParticipationError`` and ``DocumentError`` with the faults of all rows.
    #[pyo3(signature = (decisions, /, *, margins = false))]
    fn decide_table(&self, py: Python<'_>, decisions: DecisionsArg, margins: bool) -> PyResult<PyTable> {
        let detail = if margins { Detail::Margins } else { Detail::Plain };
        let table = py.detach(|| self.0.decide_table(&decisions.decisions()?, detail));
        table.map(PyTable::from).or_raise()
    }

    /// The question over the units of facts, whose votes then come in one by one.
    #[pyo3(signature = (facts, /))]
    fn live(&self, py: Python<'_>, facts: FactsArg) -> PyResult<PyLive> {
        py.detach(|| Live::new(self.0.clone(), facts.0)).map(PyLive).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Question {} on {}>", self.0.id(), self.0.rules().day())
    }
}

/// A question over a list of units whose votes come in one by one; each vote costs the same, however many units there are.
#[pyclass(module = "shequ", name = "Live")]
#[derive(Debug)]
pub struct PyLive(Live);

#[pymethods]
impl PyLive {
    /// Takes the vote of a unit by its key: ``yes``, ``no``, ``abstain`` or ``absent``; the answer after it.
    #[pyo3(signature = (key, vote, /))]
    fn vote(&mut self, key: &str, vote: &str) -> PyResult<StatusOut> {
        self.0.vote_word(key, vote).map(StatusOut).or_raise()
    }

    /// The answer now.
    #[getter]
    fn status(&self) -> StatusOut {
        StatusOut(self.0.status())
    }

    /// The verdict now; later votes do not change it.
    fn verdict(&self) -> PyVerdict {
        self.0.to_verdict().into()
    }

    /// Why the answer is what it is now.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    fn __repr__(&self) -> String {
        let status = crate::convert::text::Word::of(&self.0.status()).0;
        format!("<Live {}: {status}>", self.0.verdict().question().id())
    }
}
