//! Liaison officers.

use std::fmt;

use pyo3::prelude::*;
use shequ::kernel::Lang;
use shequ::organisation::{DistanceRule, Liaison, LiaisonAlternative, LiaisonPlan, LiaisonService, OfficerLoad};

use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::{Field as _, closed, record};
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(DistanceRule);

/// Officers, communities and the distances between them.
#[pyclass(module = "shequ", name = "LiaisonPlan", frozen)]
#[derive(Debug)]
pub struct PyLiaisonPlan(LiaisonPlan);

#[pymethods]
impl PyLiaisonPlan {
    /// Reads a plan from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a plan from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a plan from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Assigns every community to an officer within the bounds so that the distances add up to the least.
    fn assign(&self, py: Python<'_>) -> PyLiaison {
        PyLiaison(py.detach(|| self.0.assign()))
    }
}

/// Officers assigned to communities, with the proof that no plan is shorter.
#[pyclass(module = "shequ", name = "Liaison", frozen)]
pub struct PyLiaison(Liaison);

impl fmt::Debug for PyLiaison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[pymethods]
impl PyLiaison {
    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title.clone())
    }

    /// How distances were made: ``given``, ``straight`` or ``squared``.
    #[getter]
    fn distance(&self) -> Word {
        self.0.distance.out()
    }

    /// The sum of all distances, which no plan undercuts.
    #[getter]
    fn total(&self) -> u64 {
        self.0.total
    }

    /// The officers in the order of their keys.
    #[getter]
    fn officers(&self) -> Vec<PyOfficerLoad> {
        self.0.officers.out()
    }

    /// The communities in the order of their keys.
    #[getter]
    fn communities(&self) -> Vec<PyLiaisonService> {
        self.0.communities.out()
    }

    /// Checks the proof again: no pair is shorter than the sum of its two prices, and the prices add up to the total.
    fn is_proven(&self, py: Python<'_>) -> bool {
        py.detach(|| self.0.is_proven())
    }

    /// What it would cost to give a community another officer, with all the moves of others that this takes; by officer.
    #[pyo3(signature = (community, /))]
    fn alternatives(&self, py: Python<'_>, community: &str) -> PyResult<Vec<PyLiaisonAlternative>> {
        py.detach(|| self.0.alternatives(community)).map(|found| found.out()).or_raise()
    }

    /// The assignment, whose distances add up to the total.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// Why a community has its officer: what every other one would cost, the least first.
    #[pyo3(signature = (community, /))]
    fn explain_community(&self, community: &str) -> PyResult<PyExplanation> {
        self.0.explain_community(community).map(Into::into).or_raise()
    }

    /// One row a community: its officer, the distance, and how many officers are nearer.
    fn table(&self) -> PyResult<PyTable> {
        self.0.table().map(Into::into).or_raise()
    }

    /// The plain form, the same in every language.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        let title = self.0.title.get(Lang::Zh);
        format!("<Liaison {title}: {} communities, total {}>", self.0.communities.len(), self.0.total)
    }

    fn _repr_html_(&self) -> PyResult<String> {
        self.table().map(|table| table.html())
    }
}

record! {
    /// An officer with the communities to serve.
    PyOfficerLoad("OfficerLoad", OfficerLoad) {
        /// The officer.
        officer: String,
        /// The least number of communities.
        least: u32,
        /// The greatest number of communities.
        most: u32,
        /// The communities, in the order of their keys.
        communities: Vec<String>,
        /// The sum of their distances.
        distance: u64,
        /// The officer's price in the proof: below zero where one community more would save as much, above zero where the
        /// lower bound costs as much.
        price: i64,
    }
}

record! {
    /// A community with its officer.
    PyLiaisonService("LiaisonService", LiaisonService) {
        /// The community.
        community: String,
        /// The officer.
        officer: String,
        /// The distance between them.
        distance: u64,
        /// How many officers are strictly nearer.
        nearer: u32,
        /// The community's price in the proof.
        price: i64,
    }
}

record! {
    /// Another officer for a community, and what that would cost.
    PyLiaisonAlternative("LiaisonAlternative", LiaisonAlternative) {
        /// The officer.
        officer: String,
        /// The distance to the community.
        distance: u64,
        /// How much longer the best plan with this officer is, all moves that it takes included; none where no plan has it.
        more: Option<u64>,
    }
}
