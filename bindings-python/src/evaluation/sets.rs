//! Indicator sets for kinds of units and for days.

use pyo3::prelude::*;
use shequ::evaluation::{SchemeSets, SetCards};
use shequ::kernel::Lang;
use shequ::wire::evaluation as wire;

use super::{PyScheme, PyScorecard};
use crate::convert::number::DayArg;
use crate::convert::plain::{PlainList, list_of};
use crate::convert::record::{Field, record};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::organisation::PySnapshot;
use crate::table::TableArg;

/// Schemes with the kinds of units and the days they are for (考核转变).
#[pyclass(module = "shequ", name = "SchemeSets", frozen)]
#[derive(Debug)]
pub struct PySchemeSets(SchemeSets);

#[pymethods]
impl PySchemeSets {
    /// Reads the sets from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads the sets from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads the sets from a dict.
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

    /// The keys of the sets with their schemes, in the order of the document.
    #[getter]
    fn sets(&self) -> Vec<(String, PyScheme)> {
        self.0.sets().map(|(key, scheme)| (key.to_string(), PyScheme(scheme.clone()))).collect()
    }

    /// Evaluates each unit by the set of its kind on a day.
    ///
    /// The table is that of every set together, with a column ``kind`` where sets are for kinds, and, where units are evaluated
    /// as of different days, a column ``day``, which goes before the day given here. Raises ``SchemeError``:
    /// ``no-set-for-unit``, ``set-day-unreadable``, and those of ``Scheme.evaluate``.
    #[pyo3(signature = (data, day, /))]
    fn evaluate(&self, py: Python<'_>, data: TableArg, day: DayArg) -> PyResult<PySetCards> {
        py.detach(|| self.0.evaluate(&data.0, day.0)).map(PySetCards).or_raise()
    }

    /// The same, where the kind of a unit is that which it has in an organisation on the day.
    #[pyo3(signature = (data, snapshot, /))]
    fn evaluate_in(&self, data: TableArg, snapshot: PyRef<'_, PySnapshot>) -> PyResult<PySetCards> {
        self.0.evaluate_in(&data.0, snapshot.view()).map(PySetCards).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<SchemeSets {}>", self.0.title().get(Lang::Zh))
    }
}

/// What an evaluation by sets found: a scorecard for each set.
#[pyclass(module = "shequ", name = "SetCards", frozen)]
#[derive(Debug)]
pub struct PySetCards(SetCards);

#[pymethods]
impl PySetCards {
    /// The sets by their keys with the units of each, scored, in the order of the document.
    fn cards(&self) -> Vec<(String, PyScorecard)> {
        let card = |set: &shequ::evaluation::SetCard| (set.key().to_string(), set.card().clone().into());
        self.0.cards().iter().map(card).collect()
    }

    /// The columns that hold values of units whose set does not read them: values that count for nothing.
    #[getter]
    fn unread(&self) -> Vec<PyUnreadColumn> {
        self.0.unread().iter().map(Field::out).collect()
    }

    /// What the evaluation says of a unit, and by which set.
    #[pyo3(signature = (unit, /))]
    fn score(&self, unit: &str) -> PyResult<PySetScore> {
        self.0.score(unit).map(PySetScore).or_raise()
    }

    /// The same of every unit, in the order of the table.
    fn scores(&self) -> Vec<PySetScore> {
        self.0.scores().map(PySetScore).collect()
    }

    /// Why a unit has its total, and by which set.
    #[pyo3(signature = (unit, /))]
    fn explain(&self, unit: &str) -> PyResult<PyExplanation> {
        self.0.explain(unit).map(Into::into).or_raise()
    }

    /// The digest of the scorecards of all sets.
    #[getter]
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.digest()).or_raise().map(|d| d.to_string())
    }

    /// The plain form: one dict a unit, exact numbers as texts.
    fn to_dicts(&self) -> PyResult<PlainList> {
        list_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.cards().iter().map(|set| set.card().len()).sum()
    }

    fn __repr__(&self) -> String {
        format!("<SetCards: {} sets, {} units>", self.0.cards().len(), self.__len__())
    }
}

record! {
    /// What an evaluation says of one unit, and by which set.
    PySetScore("SetScore", wire::SetScore) {
        /// The key of the set.
        set: String,
        /// The score.
        score: wire::UnitScore,
    }
}

record! {
    /// A column that holds values of units whose set does not read it.
    PyUnreadColumn("UnreadColumn", wire::UnreadColumn) {
        /// The set.
        set: String,
        /// The column.
        column: String,
        /// How many units have a value there.
        units: u32,
    }
}
