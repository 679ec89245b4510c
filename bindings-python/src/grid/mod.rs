//! Territories, plans and the check of a plan.

mod records;

use pyo3::prelude::*;
use pyo3::types::PyString;
use shequ::grid::{BuildingId, GeoOptions, Grid, Plan, Territory};
use shequ::kernel::{Document as _, Id as _, Key, Lang, Syntax, Value};

use crate::convert::hint;
use crate::convert::plain::{self, PlainMap, map_of};
use crate::convert::record::Field as _;
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::html;
use crate::watch::{self, ProgressArg};

pub use records::{PyCut, PyGridCheck, PyPlanCheck, PyPlanFault, PyTerritorySummary};

/// A plan: which grid has which buildings.
#[pyclass(module = "shequ", name = "Plan", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyPlan(Plan);

#[pymethods]
impl PyPlan {
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

    /// Its name.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The least and the most households of a grid, if there are bounds.
    #[getter]
    fn bounds(&self) -> Option<(u64, u64)> {
        self.0.bounds().out()
    }

    /// What must not be split between grids: ``compound``, or None.
    #[getter]
    fn keep_together(&self) -> Option<Word> {
        self.0.keep_together().out()
    }

    /// What each grid must lie within: ``community``, or None.
    #[getter]
    fn within(&self) -> Option<Word> {
        self.0.within().out()
    }

    /// The grids in the order of the document.
    #[getter]
    fn grids(&self) -> Vec<PyGrid> {
        self.0.grids().iter().cloned().map(PyGrid).collect()
    }

    /// The document ``shequ.plan/1``.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __len__(&self) -> usize {
        self.0.grids().len()
    }

    fn __repr__(&self) -> String {
        format!("<Plan {}: {} grids>", self.0.label().get(Lang::Zh), self.0.grids().len())
    }

    fn _repr_html_(&self) -> String {
        let head = ["grid", "label", "buildings"].map(str::to_owned);
        let row =
            |g: &Grid| vec![g.key().to_string(), g.label().get(Lang::Zh).to_owned(), g.buildings().len().to_string()];
        html::grid(&head, &self.0.grids().iter().map(row).collect::<Vec<_>>(), 0)
    }
}

/// A grid of a plan.
#[pyclass(module = "shequ", name = "Grid", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyGrid(Grid);

#[pymethods]
impl PyGrid {
    /// Its key.
    #[getter]
    fn key(&self) -> &str {
        self.0.key().as_str()
    }

    /// Its name.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The keys of its buildings, in the order of the document.
    #[getter]
    fn buildings(&self) -> Vec<&str> {
        self.0.buildings().iter().map(Key::as_str).collect()
    }

    fn __repr__(&self) -> String {
        format!("<Grid {}: {} buildings>", self.0.key(), self.0.buildings().len())
    }
}

/// Buildings with their households, and which of them touch.
#[pyclass(module = "shequ", name = "Territory", frozen)]
#[derive(Debug)]
pub struct PyTerritory(Territory);

#[pymethods]
impl PyTerritory {
    /// Reads a territory from GeoJSON, a graph document or a planners' graph file.
    ///
    /// Of GeoJSON, polygons are buildings and lines are barriers; ``barriers`` is a second file of lines. ``key``,
    /// ``households``, ``compound`` and ``community`` name the properties; ``decimals`` of coordinates are kept, and points at
    /// most ``snap`` units apart are one. Pass any of these only with GeoJSON.
    #[staticmethod]
    #[pyo3(signature = (path, /, *, barriers = None, key = None, households = None, compound = None, community = None,
        decimals = None, snap = None, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "each is a named option")]
    fn load(
        py: Python<'_>,
        path: PathArg<'_>,
        barriers: Option<PathArg<'_>>,
        key: Option<String>,
        households: Option<String>,
        compound: Option<String>,
        community: Option<String>,
        decimals: Option<u8>,
        snap: Option<u8>,
        progress: ProgressArg,
    ) -> PyResult<Self> {
        let options = GeoOptions { key, households, compound, community, decimals, snap };
        let (text, syntax) = path.read()?;
        let lines = barriers.as_ref().map(PathArg::read).transpose()?.map(|(text, _)| text);
        let made = watch::run(py, progress, |progress| {
            let syntax = syntax.unwrap_or_else(|| Syntax::guess(&text));
            Territory::parse_with(syntax, &text, lines.as_deref(), &options, progress)
        });
        document::in_file(&path, made).map(Self)
    }

    /// Reads a territory from a text; the options are those of ``load``.
    #[staticmethod]
    #[pyo3(signature = (text, /, *, barriers = None, key = None, households = None, compound = None, community = None,
        decimals = None, snap = None, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "each is a named option")]
    fn parse(
        py: Python<'_>,
        text: &str,
        barriers: Option<&str>,
        key: Option<String>,
        households: Option<String>,
        compound: Option<String>,
        community: Option<String>,
        decimals: Option<u8>,
        snap: Option<u8>,
        progress: ProgressArg,
    ) -> PyResult<Self> {
        let options = GeoOptions { key, households, compound, community, decimals, snap };
        let made = watch::run(py, progress, |progress| {
            Territory::parse_with(Syntax::guess(text), text, barriers, &options, progress)
        });
        made.map(Self)
    }

    /// Reads a territory from a dict, or from anything with ``__geo_interface__``; the options are those of ``load``.
    #[staticmethod]
    #[pyo3(signature = (obj, /, *, barriers = None, key = None, households = None, compound = None, community = None,
        decimals = None, snap = None, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "each is a named option")]
    fn from_dict(
        py: Python<'_>,
        obj: GeoArg,
        barriers: Option<GeoArg>,
        key: Option<String>,
        households: Option<String>,
        compound: Option<String>,
        community: Option<String>,
        decimals: Option<u8>,
        snap: Option<u8>,
        progress: ProgressArg,
    ) -> PyResult<Self> {
        let options = GeoOptions { key, households, compound, community, decimals, snap };
        let made = watch::run(py, progress, |progress| {
            Territory::from_value_with(obj.0, barriers.as_ref().map(|lines| &lines.0), &options, progress)
        });
        made.map(Self)
    }

    /// Its name.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.label().clone())
    }

    /// The keys of the buildings, in the order of the document.
    #[getter]
    fn buildings(&self) -> Vec<&str> {
        self.0.keys().iter().map(Key::as_str).collect()
    }

    /// How many households live in all buildings.
    #[getter]
    fn total_households(&self) -> u64 {
        self.0.total_households()
    }

    /// The digest of all that decides, whatever the order of the document.
    #[getter]
    fn digest(&self, py: Python<'_>) -> String {
        py.detach(|| self.0.digest()).to_string()
    }

    /// How many households live in a building; None where there is no such building.
    #[pyo3(signature = (building, /))]
    fn households(&self, building: &str) -> Option<u64> {
        self.0.building(building).map(|b| self.0.households(b))
    }

    /// The buildings that touch a building, and whether a barrier lies between; None where there is no such building.
    #[pyo3(signature = (building, /))]
    fn neighbours(&self, building: &str) -> Option<Vec<(String, bool)>> {
        let building = self.0.building(building)?;
        let key = |b: BuildingId| self.0.keys().get(b.index()).map(ToString::to_string).unwrap_or_default();
        Some(self.0.neighbours(building).map(|(b, barrier)| (key(b), barrier)).collect())
    }

    /// What the territory holds.
    fn summary(&self, py: Python<'_>) -> PyTerritorySummary {
        PyTerritorySummary(py.detach(|| self.0.summary()))
    }

    /// Whether a plan holds: each building in exactly one grid, each grid contiguous, within its bounds, across no barrier.
    #[pyo3(signature = (plan, /, *, progress = ProgressArg::Auto))]
    fn check(&self, py: Python<'_>, plan: PlanArg, progress: ProgressArg) -> PyResult<PyPlanCheck> {
        watch::run(py, progress, |progress| self.0.check(&plan.0, progress)).map(PyPlanCheck)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        let (buildings, households) = (self.0.len(), self.0.total_households());
        format!("<Territory {}: {buildings} buildings, {households} households>", self.0.label().get(Lang::Zh))
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        Ok(html::value(&map_of(&self.summary(py).0)?.0))
    }
}

/// A plan as an argument: a checked one, or a dict, whose `format` may be left out.
struct PlanArg(Plan);

impl<'py> FromPyObject<'_, 'py> for PlanArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(<PyPlan as pyo3::PyTypeInfo>::TYPE_HINT, type_hint_identifier!("shequ._types", "Plain"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.cast::<PyPlan>() {
            Ok(plan) => Ok(Self(plan.get().0.clone())),
            Err(_) => document::from_dict(&document::with_format(&obj, Plan::FORMAT)?).map(Self),
        }
    }
}

/// A drawing as an argument: a dict, or anything that shows itself as GeoJSON.
struct GeoArg(Value);

impl<'py> FromPyObject<'_, 'py> for GeoArg {
    type Error = PyErr;
    hint!(INPUT_TYPE = type_hint_identifier!("shequ._types", "GeoLike"));

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        let name = PyString::intern(obj.py(), "__geo_interface__");
        let obj = if obj.hasattr(&name)? { obj.getattr(&name)? } else { obj.to_owned() };
        Ok(plain::to_value_at(&obj, Territory::ROOT).map(Self)?)
    }
}
