//! Cascades: evaluations of several layers.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::evaluation::{Cascade, CascadeCards, RollUpHow};
use shequ::kernel::{Decimal, Lang, Ratio};
use shequ::wire::Table;
use shequ::wire::evaluation as wire;

use super::{PyScheme, PyScorecard};
use crate::convert::record::{Field, closed, record};
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::organisation::PySnapshot;
use crate::table::TableArg;

closed!(RollUpHow);

/// Each table with the stage it is for.
fn by_stage(tables: &BTreeMap<String, TableArg>) -> Vec<(&str, &Table)> {
    tables.iter().map(|(stage, table)| (stage.as_str(), &*table.0)).collect()
}

/// Evaluations of several layers (区考街、街考社区), where those above take values from the totals below.
#[pyclass(module = "shequ", name = "Cascade", frozen)]
#[derive(Debug)]
pub struct PyCascade(Cascade);

#[pymethods]
impl PyCascade {
    /// Reads a cascade from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a cascade from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a cascade from a dict.
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

    /// The keys of the stages with their schemes, in the order of the document.
    #[getter]
    fn stages(&self) -> Vec<(String, PyScheme)> {
        self.0.stages().map(|(key, scheme)| (key.to_string(), PyScheme(scheme.clone()))).collect()
    }

    /// Evaluates every stage, those below first; the units lie in each other as the document says.
    ///
    /// ``tables`` is a dict from stages to tables, each as ``Scheme.evaluate`` reads it, without the columns that are rolled up;
    /// that of a stage below has the column of weights, where one is named. Raises ``SchemeError``.
    #[pyo3(signature = (tables, /))]
    fn evaluate(&self, py: Python<'_>, tables: BTreeMap<String, TableArg>) -> PyResult<PyCascadeCards> {
        py.detach(|| self.0.evaluate(&by_stage(&tables))).map(PyCascadeCards).or_raise()
    }

    /// The same, where units lie in each other as in an organisation on a day.
    #[pyo3(signature = (tables, snapshot, /))]
    fn evaluate_in(
        &self,
        tables: BTreeMap<String, TableArg>,
        snapshot: PyRef<'_, PySnapshot>,
    ) -> PyResult<PyCascadeCards> {
        self.0.evaluate_in(&by_stage(&tables), snapshot.view()).map(PyCascadeCards).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Cascade {}>", self.0.title().get(Lang::Zh))
    }
}

/// What a cascade found: a scorecard for each stage.
#[pyclass(module = "shequ", name = "CascadeCards", frozen)]
#[derive(Debug)]
pub struct PyCascadeCards(CascadeCards);

#[pymethods]
impl PyCascadeCards {
    /// The keys of the stages in the order of the document.
    #[getter]
    fn stages(&self) -> Vec<String> {
        self.0.cards().map(|(key, _, _)| key.to_string()).collect()
    }

    /// The scorecard of a stage. Raises ``SchemeError``: ``unknown-stage``.
    #[pyo3(signature = (stage, /))]
    fn card(&self, stage: &str) -> PyResult<PyScorecard> {
        self.0.card(stage).cloned().map(PyScorecard::from).or_raise()
    }

    /// What was rolled up, with the units below.
    #[getter]
    fn rolled(&self) -> Vec<PyRolledUp> {
        self.0.rolled().iter().map(Field::out).collect()
    }

    /// Why a unit has its total, with the units below under the indicators that come from them.
    #[pyo3(signature = (stage, unit, /))]
    fn explain(&self, stage: &str, unit: &str) -> PyResult<PyExplanation> {
        self.0.explain(stage, unit).map(Into::into).or_raise()
    }

    /// The digest of the scorecards of all stages.
    #[getter]
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.digest()).or_raise().map(|d| d.to_string())
    }

    fn __len__(&self) -> usize {
        self.0.cards().count()
    }

    fn __repr__(&self) -> String {
        format!("<CascadeCards: {}>", self.stages().join(", "))
    }
}

record! {
    /// A value that was rolled up.
    PyRolledUp("RolledUp", wire::RolledUp) {
        /// The stage that it went into.
        stage: String,
        /// The unit.
        unit: String,
        /// The column.
        column: String,
        /// What was made of the totals: ``mean``, ``minimum``, ``weighted`` or ``share``.
        how: RollUpHow,
        /// The exact value; None where no unit lies below, or none with a weight.
        exact: Option<Ratio>,
        /// The value as it went into the column.
        value: Option<String>,
        /// The units below.
        parts: Vec<wire::RolledPart>,
    }
    with {
        /// The stage that it came from, ``from`` in the plain form.
        #[getter]
        fn from_(&self) -> &str {
            &self.0.from
        }
    }
}

record! {
    /// A unit below and what it brought.
    PyRolledPart("RolledPart", wire::RolledPart) {
        /// The unit.
        unit: String,
        /// Its total.
        total: Decimal,
        /// Its grade.
        grade: Option<String>,
        /// Its weight.
        weight: Option<Decimal>,
    }
}
