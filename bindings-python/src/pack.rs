//! Rule packs, the rules of a day, and what a clause says.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::kernel::{Citation, Day, Lang, Period, Text, WithinDays};
use shequ::pack::{self, Clause, ClauseGap, Content, Layer, Pack, Packs, Reason, Rules};
use shequ::wire::pack::{Answer, AnswerStatus};
use shequ::wire::participation::Caution;

use crate::answers::{PyLawChange, PyQuestion};
use crate::calendar::PyCalendar;
use crate::convert::number::{DayArg, DayOut};
use crate::convert::plain::ValueOut;
use crate::convert::record::{Field, closed, record};
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::{PyCitation, PyExplanation};
use crate::fault::OrRaise as _;
use crate::html;
use crate::participation::{FactsArg, PyCaution, PyLintFinding, PyVerdict};

closed!(AnswerStatus, Reason, Layer);

impl Field for Content {
    type Out = ValueOut;
    fn out(&self) -> ValueOut {
        // A content has no float, the one thing without a plain form.
        ValueOut(shequ::kernel::to_value(self).unwrap_or_default())
    }
}

record! {
    /// A run of days on which a clause decides nothing.
    PyClauseGap("ClauseGap", ClauseGap) {
        /// The clause.
        clause: String,
        /// The first day after.
        until: Day,
        /// Why it decides nothing.
        reason: Reason,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> DayOut {
            DayOut(self.0.from)
        }
    }
}

record! {
    /// What a clause says on a day, or why that is not known.
    PyAnswer("Answer", Answer) {
        /// The clause that was asked.
        clause: String,
        /// The day.
        day: Day,
        /// ``known``, or ``unknown``: not well enough to decide by.
        status: AnswerStatus,
        /// Why it is not known: ``unread``, ``secondary``, ``undated``, ``superseded``, ``silent``, ``not-in-force`` or
        /// ``period-uncertain``.
        reason: Option<Reason>,
        /// The answer, or why there is none, in words.
        says: Text,
        /// What the clause is about.
        label: Option<Text>,
        /// What it says as data; also given where it is known only second-hand.
        content: Option<Content>,
        /// Where it stands, and how surely it is known.
        citation: Option<Citation>,
        /// The first day after this version.
        until: Option<WithinDays>,
        /// What a reader should know beside it.
        note: Option<Text>,
        /// What a reader must know beside it: ``undated``, ``excerpt``, ``secondary``, ``law-changed``.
        cautions: Vec<Caution>,
        /// The pack it comes from.
        pack: Option<String>,
        /// The day on which that pack's texts were read.
        read_on: Option<Day>,
    }
    with {
        /// The first day of this version.
        #[getter]
        fn since(&self) -> Option<String> {
            Field::out(&self.0.from)
        }

        /// The answer with its article.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

/// One version of a clause.
#[pyclass(module = "shequ", name = "Clause", frozen)]
#[derive(Debug)]
pub struct PyClause(Clause);

#[pymethods]
impl PyClause {
    /// Its name; versions of one clause share it.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// What it is about.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// What it says, in words.
    #[getter]
    fn says(&self) -> PyText {
        PyText(self.0.content().render())
    }

    /// What it says, as data.
    #[getter]
    fn content(&self) -> ValueOut {
        self.0.content().out()
    }

    /// Where it stands.
    #[getter]
    fn citation(&self) -> PyCitation {
        PyCitation(self.0.citation().clone())
    }

    /// How surely its text is known: ``text``, ``excerpt``, ``secondary`` or ``unread``.
    #[getter]
    fn certainty(&self) -> Word {
        self.0.certainty().out()
    }

    /// The first day of this version.
    #[getter]
    fn since(&self) -> Option<String> {
        self.0.span().from().out()
    }

    /// The first day after this version.
    #[getter]
    fn until(&self) -> Option<String> {
        self.0.span().until().out()
    }

    /// What a reader should know beside it.
    #[getter]
    fn note(&self) -> Option<PyText> {
        self.0.note().map(|n| PyText(n.clone()))
    }

    fn __repr__(&self) -> String {
        format!("<Clause {}: {}>", self.0.id(), self.0.content().render().get(Lang::Zh))
    }
}

fn clause_rows<'c>(clauses: impl Iterator<Item = &'c Clause>) -> String {
    let head = ["clause", "label", "says", "citation"].map(str::to_owned);
    let row = |c: &Clause| {
        let words = |t: &Text| t.get(Lang::Zh).to_owned();
        vec![c.id().to_owned(), words(c.label()), words(&c.content().render()), c.citation().render(Lang::Zh)]
    };
    html::grid(&head, &clauses.map(row).collect::<Vec<_>>(), 0)
}

/// A checked pack of rules: law or by-laws as dated clauses with citations.
#[pyclass(module = "shequ", name = "Pack", frozen)]
#[derive(Debug)]
pub struct PyPack(Pack);

#[pymethods]
impl PyPack {
    /// Reads a pack from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a pack from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a pack from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Its name.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// What it holds.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// Where its instruments stand in the order of law.
    #[getter]
    fn layer(&self) -> Word {
        self.0.layer().out()
    }

    /// The day on which its texts were read.
    #[getter]
    fn read_on(&self) -> DayOut {
        DayOut(self.0.read_on())
    }

    /// Every version of every clause, in the order of the document.
    #[getter]
    fn clauses(&self) -> Vec<PyClause> {
        self.0.clauses().iter().cloned().map(PyClause).collect()
    }

    /// The digest of its content, the same whether it was written in TOML or JSON.
    #[getter]
    fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// Its canonical form: the document as JSON on one line with sorted keys (RFC 8785), however it was written.
    fn canonical(&self) -> PyResult<String> {
        self.0.canonical().or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Pack {}: {}, {} clauses>", self.0.id(), self.0.label().get(Lang::Zh), self.0.clauses().len())
    }

    fn _repr_html_(&self) -> String {
        format!("<b>{}</b>{}", html::both(self.0.label()), clause_rows(self.0.clauses().iter()))
    }
}

/// Rule packs that are loaded together, their layers merged; ``shequ.packs.cn`` are those of China.
#[pyclass(module = "shequ", name = "Packs", frozen)]
#[derive(Debug, Clone)]
pub struct PyPacks(pub Packs);

#[pymethods]
impl PyPacks {
    /// Loads packs together, whatever their order; a by-law may move a clause only as far as the law lets it.
    #[new]
    #[pyo3(signature = (packs, /))]
    fn new(packs: Vec<PyRef<'_, PyPack>>) -> PyResult<Self> {
        Packs::new(packs.iter().map(|p| p.0.clone())).map(Self).or_raise()
    }

    /// The packs of China that ship: residents' committees, villagers' committees and owners' decisions.
    #[staticmethod]
    fn cn() -> Self {
        Self(pack::cn().clone())
    }

    /// The pack of German condominium owners (Wohnungseigentumsgesetz) that ships.
    #[staticmethod]
    fn de() -> Self {
        Self(pack::de().clone())
    }

    /// The pack of English parish councils that ships.
    #[staticmethod]
    fn gb() -> Self {
        Self(pack::gb().clone())
    }

    /// The pack of Californian common interest developments that ships.
    #[staticmethod]
    fn us() -> Self {
        Self(pack::us().clone())
    }

    /// The pack of Polish participatory budgets that ships.
    #[staticmethod]
    fn pl() -> Self {
        Self(pack::pl().clone())
    }

    /// The days of ``[since, until)`` on which a clause decides nothing, with the reason.
    #[pyo3(signature = (clause, /, since, until = None))]
    fn gaps(&self, clause: &str, since: DayArg, until: Option<DayArg>) -> PyResult<Vec<PyClauseGap>> {
        let period = Period::new(since.0, until.map(|day| day.0)).or_raise()?;
        Ok(self.0.gaps(clause, period).or_raise()?.into_iter().map(PyClauseGap).collect())
    }

    /// The packs, the highest layer first.
    #[getter]
    fn packs(&self) -> Vec<PyPack> {
        self.0.packs().iter().cloned().map(PyPack).collect()
    }

    /// The names of the packs, the highest layer first.
    #[getter]
    fn ids(&self) -> Vec<String> {
        self.0.packs().iter().map(|p| p.id().to_owned()).collect()
    }

    /// The names of all clauses, sorted.
    #[getter]
    fn clauses(&self) -> Vec<String> {
        self.0.clause_ids().map(str::to_owned).collect()
    }

    /// The names of all questions, sorted.
    #[getter]
    fn questions(&self) -> Vec<String> {
        self.0.question_ids().map(str::to_owned).collect()
    }

    /// Every version of a clause, the lowest layer first.
    #[pyo3(signature = (clause, /))]
    fn versions(&self, clause: &str) -> Vec<PyClause> {
        self.0.versions(clause).map(|(_, clause)| PyClause(clause.clone())).collect()
    }

    /// The rules in force on a day.
    #[pyo3(signature = (day, /))]
    fn at(&self, day: DayArg) -> PyRules {
        PyRules(self.0.at(day.0))
    }

    /// The verdict on a question by the rules of the day that the facts name.
    #[pyo3(signature = (question, facts, /))]
    fn decide(&self, py: Python<'_>, question: &str, facts: FactsArg) -> PyResult<PyVerdict> {
        py.detach(|| self.0.decide(question, &facts.0)).map(PyVerdict::from).or_raise()
    }

    /// What changed between two days for the same question and facts: which clauses are others, both verdicts, and why they
    /// differ.
    #[pyo3(signature = (question, facts, first, second, /))]
    fn between(
        &self,
        py: Python<'_>,
        question: &str,
        facts: FactsArg,
        first: DayArg,
        second: DayArg,
    ) -> PyResult<PyLawChange> {
        py.detach(|| self.0.between(question, &facts.0, first.0, second.0)).map(PyLawChange).or_raise()
    }

    fn __repr__(&self) -> String {
        let ids: Vec<&str> = self.0.packs().iter().map(Pack::id).collect();
        format!("<Packs {}>", ids.join(", "))
    }

    fn _repr_html_(&self) -> String {
        let head = ["pack", "label", "layer", "read on", "clauses"].map(str::to_owned);
        let row = |p: &Pack| {
            let label = p.label().get(Lang::Zh).to_owned();
            vec![p.id().to_owned(), label, p.layer().out().0, p.read_on().to_string(), p.clauses().len().to_string()]
        };
        html::grid(&head, &self.0.packs().iter().map(row).collect::<Vec<_>>(), 0)
    }
}

/// The rules in force on a day.
#[pyclass(module = "shequ", name = "Rules", frozen)]
#[derive(Debug, Clone)]
pub struct PyRules(pub Rules);

#[pymethods]
impl PyRules {
    /// The day.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.0.day())
    }

    /// The packs they come from.
    #[getter]
    fn packs(&self) -> PyPacks {
        PyPacks(self.0.packs().clone())
    }

    /// Whether clauses known only second-hand decide.
    #[getter]
    fn accepts_secondary(&self) -> bool {
        self.0.accepts_secondary()
    }

    /// The same rules for a caller who lets clauses decide that are known only second-hand.
    fn accepting_secondary(&self) -> Self {
        Self(self.0.clone().accepting_secondary())
    }

    /// Whether clauses decide of which nobody knows since when they are in force.
    #[getter]
    fn accepts_undated(&self) -> bool {
        self.0.accepts_undated()
    }

    /// The same rules for a caller who lets clauses decide of which nobody knows since when they are in force.
    fn accepting_undated(&self) -> Self {
        Self(self.0.clone().accepting_undated())
    }

    /// The same rules with a calendar of working days, by which deadlines are counted.
    #[pyo3(signature = (calendar, /))]
    fn with_calendar(&self, calendar: PyRef<'_, PyCalendar>) -> Self {
        Self(self.0.clone().with_calendar((*calendar.0).clone()))
    }

    /// What a by-law changes of these rules: what it lets through that they forbid, each with the smallest counterexample,
    /// and what it asks beyond them.
    #[pyo3(signature = (by_law, /))]
    fn lint(&self, py: Python<'_>, by_law: PyRef<'_, PyPack>) -> PyResult<Vec<PyLintFinding>> {
        let pack = by_law.0.clone();
        let found = py.detach(|| shequ::participation::lint(&self.0, &pack)).or_raise()?;
        Ok(found.into_iter().map(PyLintFinding).collect())
    }

    /// What a clause says on the day, with its source, or why that is not known.
    #[pyo3(signature = (clause, /))]
    fn ask(&self, clause: &str) -> PyResult<PyAnswer> {
        pack::ask(&self.0, clause).map(PyAnswer).or_raise()
    }

    /// What a reader must know beside what a clause says on the day: ``undated``, ``excerpt``, ``secondary``, and ``law-changed``
    /// where the law that its instrument carries out is another since. Empty where the clause decides nothing.
    ///
    /// Raises ``PackError`` with ``unknown-clause``.
    #[pyo3(signature = (clause, /))]
    fn cautions(&self, clause: &str) -> PyResult<Vec<PyCaution>> {
        Ok(self.0.cautions(clause).or_raise()?.into_iter().map(PyCaution).collect())
    }

    /// The clause in force, whatever its certainty; raises where none is.
    #[pyo3(signature = (clause, /))]
    fn clause(&self, clause: &str) -> PyResult<PyClause> {
        self.0.clause(clause).map(|c| PyClause(c.clone())).or_raise()
    }

    /// Every clause in force on the day, by name.
    #[getter]
    fn clauses(&self) -> Vec<PyClause> {
        self.0.clauses().cloned().map(PyClause).collect()
    }

    /// The verdict on a question; ``answers`` by clause to what is sensitive of a person are kept nowhere.
    #[pyo3(signature = (question, facts, /, *, answers = None))]
    fn decide(
        &self,
        py: Python<'_>,
        question: &str,
        facts: FactsArg,
        answers: Option<BTreeMap<String, bool>>,
    ) -> PyResult<PyVerdict> {
        let answers = answers.unwrap_or_default();
        let verdict = py.detach(|| {
            let answers: Vec<(&str, bool)> = answers.iter().map(|(clause, so)| (clause.as_str(), *so)).collect();
            self.0.question(question)?.verdict_answering(&facts.0, &answers)
        });
        verdict.map(PyVerdict::from).or_raise()
    }

    /// A question made ready to be decided many times.
    #[pyo3(signature = (question, /))]
    fn question(&self, question: &str) -> PyResult<PyQuestion> {
        self.0.question(question).map(PyQuestion).or_raise()
    }

    /// What is other by other rules, of another day or another stack of packs, for the same question and facts.
    #[pyo3(signature = (after, question, facts, /))]
    fn changes_to(
        &self,
        py: Python<'_>,
        after: PyRef<'_, PyRules>,
        question: &str,
        facts: FactsArg,
    ) -> PyResult<PyLawChange> {
        let after = after.0.clone();
        py.detach(|| shequ::participation::changes(&self.0, &after, question, &facts.0)).map(PyLawChange).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Rules of {}: {} clauses>", self.0.day(), self.0.clauses().count())
    }

    fn _repr_html_(&self) -> String {
        format!("<b>{}</b>{}", self.0.day(), clause_rows(self.0.clauses()))
    }
}

/// Packs, or the rules of a day, as an argument.
#[derive(FromPyObject)]
pub enum RulesArg<'py> {
    /// The rules of a day.
    Rules(PyRef<'py, PyRules>),
    /// Packs, whose day the facts name.
    Packs(PyRef<'py, PyPacks>),
}
