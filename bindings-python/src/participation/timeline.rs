//! Time: procedures with their deadlines, what is due on a day, and calendars of it.

use pyo3::prelude::*;
use shequ::kernel::{Day, Key, Lang, Text, written};
use shequ::participation::timeline::{
    BoundKind, CountedDay, Procedure, RestDays, StepKind, StepStatus, StepView, TimeDirection, TimeUnit, Timeline,
    count_from as count,
};
use shequ::wire::participation_timeline as wire;

use super::PyCaution;
use super::election::PyUndecidedClause;
use crate::calendar::PyCalendar;
use crate::convert::number::{DayArg, DayOut};
use crate::convert::plain::PlainMap;
use crate::convert::record::{closed, record};
use crate::convert::text::PyText;
use crate::convert::{LangArg, words};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::pack::PyRules;

closed!(BoundKind, StepKind, StepStatus);

words! {
    /// What becomes of a deadline whose last day is a day off.
    RestDaysArg(RestDays) { "roll" => RestDays::Roll, "stand" => RestDays::Stand }
}

words! {
    /// Before or after the event that is counted from.
    DirectionArg(TimeDirection) { "before" => TimeDirection::Before, "after" => TimeDirection::After }
}

words! {
    /// What time is counted in.
    UnitArg(TimeUnit) {
        "day" => TimeUnit::Day,
        "clear-day" => TimeUnit::ClearDay,
        "working-day" => TimeUnit::WorkingDay,
        "week" => TimeUnit::Week,
        "month" => TimeUnit::Month,
        "year" => TimeUnit::Year,
    }
}

record! {
    /// A day that was counted.
    PyCountedDay("CountedDay", CountedDay) {
        /// The day.
        day: Day,
        /// The same before a day off at the end was passed over, if one was.
        before_rest: Option<Day>,
    }
}

record! {
    /// A step of a procedure as it stands on a day.
    PyProcedureStep("ProcedureStep", StepView) {
        /// Its key.
        step: Key,
        /// What it is: ``notice``, ``roll``, ``poll``, ...
        kind: StepKind,
        /// Its name.
        label: Text,
        /// Whether it is a time in which others may act.
        window: bool,
        /// How it stands: ``overdue``, ``due``, ``open``, ``upcoming``, ``unknown``, ``late``, ``early``, ``done``, ``closed``,
        /// ``skipped`` or ``impossible``.
        status: StepStatus,
        /// The day on which it was done.
        done: Option<Day>,
        /// The day for which it is planned.
        planned: Option<Day>,
        /// Whether it is planned for a day that is too early or too late.
        misplanned: bool,
        /// The first day on which it is not too early.
        earliest: Option<Day>,
        /// The last day on which it is in time.
        latest: Option<Day>,
        /// Days from the day asked to the last day; negative once that is past.
        days_left: Option<i32>,
        /// Whether a bound rests on a step that is neither done nor planned.
        projected: bool,
        /// How each bound was counted.
        bounds: Vec<wire::BoundView>,
        /// The steps whose days are still needed.
        missing: Vec<Key>,
        /// What follows if it is not done in time.
        consequence: Option<wire::ConsequenceDraft>,
    }
}

record! {
    /// How one bound of a step was counted.
    PyStepBound("StepBound", wire::BoundView) {
        /// ``by`` the day, or ``not-before`` it.
        bound: BoundKind,
        /// The step that it is counted from.
        anchor: Key,
        /// The day that was counted.
        day: Option<Day>,
        /// The same before a day off was passed over, if one was.
        before_rest: Option<Day>,
        /// In words.
        text: Text,
        /// The clause that says so.
        clause: Option<String>,
    }
    with {
        /// The day of the step that it is counted from.
        #[getter]
        fn counted_from(&self) -> Option<DayOut> {
            self.0.from.map(DayOut)
        }
    }
}

record! {
    /// What follows if a step is not done in time.
    PyConsequence("Consequence", wire::ConsequenceDraft) {
        /// In words.
        text: Text,
        /// The clause that says so.
        clause: Option<String>,
    }
}

fn rows(steps: Vec<StepView>) -> Vec<PyProcedureStep> {
    steps.into_iter().map(PyProcedureStep).collect()
}

/// The last day on which something is in time: within so much time after a day, or at least so much before it.
///
/// The day of the event is not counted (Civil Code of China, art. 201); months and years end on the corresponding day, or on the last
/// of the month (art. 202); with ``rest_days="roll"`` a time after an event whose last day is a day off ends on the next working
/// day (art. 203).
///
/// Raises ``ValueFault`` with ``calendar-year-without-data`` where a year is needed that the calendar does not have.
#[pyfunction]
#[pyo3(signature = (day, n, unit, direction, rest_days, calendar, /))]
pub fn count_from(
    day: DayArg,
    n: u32,
    unit: UnitArg,
    direction: DirectionArg,
    rest_days: RestDaysArg,
    calendar: PyRef<'_, PyCalendar>,
) -> PyResult<PyCountedDay> {
    count(day.0, n, unit.0, direction.0, rest_days.0, &calendar.0).map(PyCountedDay).or_raise()
}

/// A procedure (程序), ``shequ.procedure/1``: steps, from which step each is counted, and what follows if one is missed.
///
/// Raises ``ParticipationError``, for instance ``procedure-circular``, and ``DocumentError``, with every fault.
#[pyclass(module = "shequ", name = "Procedure", frozen)]
#[derive(Debug)]
pub struct PyProcedure(Procedure);

#[pymethods]
impl PyProcedure {
    /// Reads a procedure from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a procedure from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a procedure from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// The procedure of a clause on the day of the rules, and the clauses that bound nothing then.
    ///
    /// ``rest_days`` says what becomes of a last day that is a day off where the law is silent: ``roll`` or ``stand``.
    ///
    /// Raises ``ParticipationError`` with ``procedure-not-known`` where the clause is no procedure or decides nothing on the day, and
    /// ``PackError`` with ``unknown-clause``.
    #[staticmethod]
    #[pyo3(signature = (rules, clause, /, rest_days))]
    fn of_clause(
        rules: PyRef<'_, PyRules>,
        clause: &str,
        rest_days: RestDaysArg,
    ) -> PyResult<(Self, Vec<PyUndecidedClause>)> {
        let (procedure, gaps) = Procedure::of_clause(&rules.0, clause, rest_days.0).or_raise()?;
        Ok((Self(procedure), gaps.into_iter().map(PyUndecidedClause).collect()))
    }

    /// What a reader must know of the clauses that bound its steps, on the day of the rules: ``undated``, ``excerpt``, ``secondary``,
    /// ``law-changed``.
    ///
    /// Raises ``PackError`` with ``unknown-clause``.
    #[pyo3(signature = (rules, /))]
    fn cautions(&self, rules: PyRef<'_, PyRules>) -> PyResult<Vec<PyCaution>> {
        Ok(self.0.cautions(&rules.0).or_raise()?.into_iter().map(PyCaution).collect())
    }

    /// Its name.
    #[getter]
    fn id(&self) -> &str {
        self.0.id()
    }

    /// What is done by it.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The keys of its steps, in their order.
    #[getter]
    fn steps(&self) -> Vec<String> {
        self.0.draft().steps.iter().map(|step| step.key.to_string()).collect()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        written::<Procedure>(self.0.draft()).map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Procedure {}: {} steps>", self.0.id(), self.0.draft().steps.len())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}

/// A run of a procedure, ``shequ.timeline/1``: the days on which steps were done, and for which they are planned.
///
/// ``timeline.next_steps("2025-05-20", sq.Calendar.cn())`` is what is to be done, as seen on that day.
///
/// ``procedure`` may be a ``Procedure``. Raises ``ParticipationError``, for instance ``unknown-step``, and ``DocumentError``, with every
/// fault.
#[pyclass(module = "shequ", name = "Timeline", frozen)]
#[derive(Debug)]
pub struct PyTimeline(pub(super) Timeline);

#[pymethods]
impl PyTimeline {
    /// Reads a timeline from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a timeline from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a timeline from a dict.
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

    /// Its procedure.
    #[getter]
    fn procedure(&self) -> PyProcedure {
        PyProcedure(self.0.procedure().clone())
    }

    /// Every step as it stands on a day, in the order of the procedure.
    ///
    /// Raises ``ValueFault`` with ``calendar-year-without-data`` where a deadline needs a year that the calendar does not have.
    #[pyo3(signature = (day, calendar, /))]
    fn at(&self, day: DayArg, calendar: PyRef<'_, PyCalendar>) -> PyResult<Vec<PyProcedureStep>> {
        self.0.at(day.0, &calendar.0).map(rows).or_raise()
    }

    /// What is to be done, as seen on a day: what is overdue first, then what is due, by its last day.
    #[pyo3(signature = (day, calendar, /))]
    fn next_steps(&self, day: DayArg, calendar: PyRef<'_, PyCalendar>) -> PyResult<Vec<PyProcedureStep>> {
        self.0.next_steps(day.0, &calendar.0).map(rows).or_raise()
    }

    /// What should have been done before a day and was not, each with its consequence; the longest overdue first.
    #[pyo3(signature = (day, calendar, /))]
    fn overdue(&self, day: DayArg, calendar: PyRef<'_, PyCalendar>) -> PyResult<Vec<PyProcedureStep>> {
        self.0.overdue(day.0, &calendar.0).map(rows).or_raise()
    }

    /// Why each step stands as it does: how its days were counted, and by which clause.
    ///
    /// With ``rules``, the rules of packs on a day, the clauses come with their articles.
    #[pyo3(signature = (day, calendar, /, rules = None))]
    fn explain(
        &self,
        day: DayArg,
        calendar: PyRef<'_, PyCalendar>,
        rules: Option<PyRef<'_, PyRules>>,
    ) -> PyResult<PyExplanation> {
        let rules = rules.as_ref().map(|rules| &rules.0);
        self.0.explain(day.0, &calendar.0, rules).map(Into::into).or_raise()
    }

    /// The steps that are still to be done as an iCalendar file (RFC 5545), one event a step.
    ///
    /// ``day`` is the day on which the file is made; the same timeline gives the same ``UID``, so that a calendar updates its events.
    /// Write it with ``newline=""``: its lines end with CR LF.
    #[pyo3(signature = (day, calendar, /, lang = LangArg(Lang::Zh)))]
    fn icalendar(&self, day: DayArg, calendar: PyRef<'_, PyCalendar>, lang: LangArg) -> PyResult<String> {
        self.0.icalendar(day.0, &calendar.0, lang.0).or_raise()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        written::<Timeline>(self.0.draft()).map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Timeline {}: {}>", self.0.id(), self.0.procedure().id())
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(crate::html::value(&self.to_dict()?.0))
    }
}
