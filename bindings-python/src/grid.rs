//! Territories, plans and the check of a plan.

use pyo3::prelude::*;
use pyo3::types::PyString;
use shequ::grid::{
    Bounds, BuildingId, Cut, FaultKind, GeoOptions, Grid, GridCheck, Plan, PlanCheck, PlanFault, Territory,
    TerritorySummary,
};
use shequ::kernel::{Decimal, Document as _, Id as _, Key, Lang, Syntax, Text, Value};
use shequ::wire;

use crate::convert::hint;
use crate::convert::plain::{self, PlainMap, map_of};
use crate::convert::record::{Field, closed, record};
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::html;
use crate::watch::{self, ProgressArg};

closed!(FaultKind, wire::grid::Together, wire::grid::Within);

impl Field for [Key; 2] {
    type Out = (String, String);
    fn out(&self) -> (String, String) {
        let [a, b] = self;
        (a.to_string(), b.to_string())
    }
}

impl Field for Bounds {
    type Out = (u64, u64);
    fn out(&self) -> (u64, u64) {
        (self.least, self.most)
    }
}

record! {
    /// What a territory holds.
    PyTerritorySummary("TerritorySummary", TerritorySummary) {
        /// How many buildings.
        buildings: u64,
        /// How many households.
        households: u64,
        /// How many pairs of buildings touch.
        edges: u64,
        /// How many of these pairs a barrier separates.
        barriers: u64,
        /// How many parts there are that do not touch, barriers counted.
        parts: u64,
        /// The digest of all that decides, whatever the order of the document.
        digest: shequ::kernel::Digest,
    }
}

record! {
    /// What the check of a plan answers.
    PyPlanCheck("PlanCheck", PlanCheck) {
        /// Whether nothing was found.
        ok: bool,
        /// How many buildings the territory has.
        buildings: u64,
        /// How many households live in them.
        households: u64,
        /// The least and the most households of a grid, if there are bounds.
        bounds: Option<Bounds>,
        /// Each grid with its totals, in the order of the plan.
        grids: Vec<GridCheck>,
        /// What is wrong, by kind and then in the order of the plan.
        faults: Vec<PlanFault>,
        /// What the grids' borders cut.
        cut: Cut,
    }
    with {
        /// The faults of one kind, such as ``not-contiguous``.
        #[pyo3(signature = (kind, /))]
        fn of(&self, kind: &str) -> Vec<PyPlanFault> {
            let ours = self.0.faults.iter().filter(|fault| fault.kind.out().0 == kind);
            ours.cloned().map(PyPlanFault).collect()
        }

        /// Why the plan holds or not: one part for each rule, and below it each fault.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }

        fn __bool__(&self) -> bool {
            self.0.ok
        }
    }
}

record! {
    /// The totals of a grid.
    PyGridCheck("GridCheck", GridCheck) {
        /// Its key.
        key: Key,
        /// Its name.
        label: Text,
        /// How many buildings.
        buildings: u64,
        /// How many households.
        households: u64,
        /// In how many parts it lies, barriers counted; 1 is contiguous.
        parts: u64,
        /// How many faults name it.
        faults: u64,
    }
}

record! {
    /// A fault of a plan, with the buildings concerned.
    PyPlanFault("PlanFault", PlanFault) {
        /// What kind: ``unassigned``, ``doubled``, ``empty``, ``not-contiguous``, ``barrier-crossed``, ``too-few``,
        /// ``too-many``, ``compound-split`` or ``communities-mixed``.
        kind: FaultKind,
        /// The grids it concerns.
        grids: Vec<Key>,
        /// The buildings it concerns; of a grid beyond its bounds, all its buildings.
        buildings: Vec<Key>,
        /// The parts of a grid that does not hold together, each with its buildings.
        parts: Vec<Vec<Key>>,
        /// The pairs of buildings with a barrier between them that keep a grid together.
        pairs: Vec<[Key; 2]>,
        /// The households of a grid beyond its bounds.
        households: Option<u64>,
        /// The bound that it misses.
        bound: Option<u64>,
        /// The compound that is split, or the communities that are mixed.
        groups: Vec<Key>,
        /// The same in words.
        message: Text,
    }
}

record! {
    /// The pairs of touching buildings that lie in two grids.
    PyCut("Cut", Cut) {
        /// How many, those at a barrier left out.
        edges: u64,
        /// How long their common boundaries are, in the unit of the territory's coordinates.
        length: Decimal,
        /// How many lie at a barrier, where a border should lie.
        at_barriers: u64,
    }
}

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

/// The options of GeoJSON as they are passed.
#[derive(Debug, Default)]
struct Geo {
    options: GeoOptions,
    asked: bool,
}

impl Geo {
    fn new(names: [Option<String>; 4], decimals: Option<u8>, snap: Option<u8>, barriers: bool) -> Self {
        let asked = barriers || decimals.is_some() || snap.is_some() || names.iter().any(Option::is_some);
        let [key, households, compound, community] = names;
        Self { options: GeoOptions { key, households, compound, community, decimals, snap }, asked }
    }
}

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
        let geo = Geo::new([key, households, compound, community], decimals, snap, barriers.is_some());
        let (text, syntax) = path.read()?;
        let lines = barriers.as_ref().map(PathArg::read).transpose()?.map(|(text, _)| text);
        let made = watch::run(py, progress, |progress| {
            let syntax = syntax.unwrap_or_else(|| Syntax::guess(&text));
            let value = syntax.parse(&text, shequ::kernel::Limits::default())?;
            let lines = lines.map(|text| Syntax::Json.parse(&text, shequ::kernel::Limits::default())).transpose()?;
            read(value, lines.as_ref(), &geo, progress)
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
        let geo = Geo::new([key, households, compound, community], decimals, snap, barriers.is_some());
        let made = watch::run(py, progress, |progress| {
            let limits = shequ::kernel::Limits::default();
            let value = Syntax::guess(text).parse(text, limits)?;
            let lines = barriers.map(|text| Syntax::Json.parse(text, limits)).transpose()?;
            read(value, lines.as_ref(), &geo, progress)
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
        let geo = Geo::new([key, households, compound, community], decimals, snap, barriers.is_some());
        let made = watch::run(py, progress, |progress| {
            shequ::kernel::Limits::default().check_value(&obj.0)?;
            read(obj.0, barriers.as_ref().map(|lines| &lines.0), &geo, progress)
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

fn read(
    value: Value,
    barriers: Option<&Value>,
    geo: &Geo,
    progress: &mut dyn shequ::kernel::Progress,
) -> shequ::kernel::Result<Territory> {
    let is_geojson = value.get("type").is_some() && value.get("format").is_none();
    if is_geojson || geo.asked {
        return Territory::from_geojson(&value, barriers, &geo.options, progress);
    }
    Territory::from_value(value)
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
