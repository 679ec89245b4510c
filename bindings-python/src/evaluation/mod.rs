//! Schemes and scorecards.

mod appraisal;
mod bounds;
mod cascade;
mod certainty;
mod charts;
mod ledger;
mod letters;
pub mod methods;
mod records;
mod registers;
mod sensitivity;
mod sets;
mod whatif;

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyString};
use shequ::evaluation::{Cells, Goal, Mark, Scheme, Scorecard};
use shequ::kernel::Lang;
use shequ::wire::certainty::IntervalOptions;
use shequ::wire::evaluation::{ChartOptions, ChartParts};

use crate::convert::number::{DecimalOut, FractionOut};
use crate::convert::plain::{PlainList, list_of};
use crate::convert::record::Field as _;
use crate::convert::text::{PyText, Word};
use crate::convert::{LangArg, PlainMap, hint};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::html;
use crate::organisation::PySnapshot;
use crate::table::{PyTable, TableArg};
use crate::watch::{self, ProgressArg};
use charts::ChartOut;

pub use appraisal::*;
pub use cascade::*;
pub use charts::{rank_bounds_chart, rank_bounds_spec};
pub use ledger::*;
pub use letters::*;
pub use registers::*;
pub use sensitivity::*;
pub use sets::*;
pub use whatif::*;

pub use bounds::{
    PyBreakEven, PyBreakEvenWeight, PyCriterionWeight, PyDifferenceRange, PyDominance, PyDominates, PyExactScore,
    PyExactTable, PyRankBound, PyRankBounds, PyRankCheck, PyWeightBox,
};
pub use certainty::{
    PyAwardMargin, PyDuel, PyNearUnit, PyNoise, PyRankSample, PyStudy, PyUnitDraw, PyUnitRankSummary, PyWeightDraws,
    PyWeightSensitivity, award_margins,
};
pub use records::{
    PyGradeCount, PyGroupSummary, PyIndicator, PyLine, PySchemeColumn, PySummary, PyUnitScore, PyWarning,
};

/// An evaluation scheme (责任书, 考核办法): what is measured, and how a value becomes points.
#[pyclass(module = "shequ", name = "Scheme", frozen)]
#[derive(Debug)]
pub struct PyScheme(Scheme);

#[pymethods]
impl PyScheme {
    /// Reads a scheme from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a scheme from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a scheme from a dict.
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

    /// What it evaluates: ``units``, ``posts`` or ``services``.
    #[getter]
    fn subject(&self) -> Word {
        self.0.subject().out()
    }

    /// How scores and totals are rounded.
    #[getter]
    fn rounding(&self) -> Word {
        self.0.rounding().out()
    }

    /// The points of all groups together, without bonuses.
    #[getter]
    fn total(&self) -> FractionOut {
        FractionOut(self.0.total())
    }

    /// The indicators in the order of the document.
    #[getter]
    fn indicators(&self) -> Vec<PyIndicator> {
        let each = self.0.groups().flat_map(|(group, members)| members.iter().map(move |i| (group, i)));
        each.map(|(group, indicator)| PyIndicator::new(group, indicator)).collect()
    }

    /// The keys of the grades from the best to the worst.
    #[getter]
    fn grades(&self) -> Vec<String> {
        self.0.grades().map(ToString::to_string).collect()
    }

    /// The columns that ``evaluate`` reads.
    #[getter]
    fn columns(&self) -> Vec<PySchemeColumn> {
        self.0.columns().iter().cloned().map(PySchemeColumn).collect()
    }

    /// What its author should look at, though it is valid.
    #[getter]
    fn warnings(&self) -> Vec<PyWarning> {
        self.0.warnings().into_iter().map(PyWarning).collect()
    }

    /// Scores every unit of a table, ranks them and gives awards.
    ///
    /// The table is any data frame, a dict of columns, a list of rows, or a document ``shequ.cells/1`` as a dict. It has
    /// a column ``unit``, for peer groups a column ``group``, and the columns that ``scheme.columns`` lists. Floats are
    /// read as their shortest decimal and refused where they have more digits than the indicator's scale.
    #[pyo3(signature = (data, /, *, progress = ProgressArg::Auto))]
    fn evaluate(&self, py: Python<'_>, data: CellsArg, progress: ProgressArg) -> PyResult<PyScorecard> {
        let card = watch::run(py, progress, |progress| match &data {
            CellsArg::Table(table) => self.0.evaluate_watched(&table.0, progress),
            CellsArg::Cells(cells) => self.0.evaluate_cells_watched(cells, progress),
        });
        card.map(|card| PyScorecard(Arc::new(card)))
    }

    /// The same, where each id must be declared in an organisation: a unit where the scheme evaluates units, a post where it
    /// evaluates posts, that certainly is there on the day.
    ///
    /// A scheme of services names them itself. Raises ``SchemeError``: ``subject-not-there``, ``services-not-named``, and those
    /// of ``evaluate``.
    #[pyo3(signature = (data, snapshot, /))]
    fn evaluate_in(&self, data: CellsArg, snapshot: PyRef<'_, PySnapshot>) -> PyResult<PyScorecard> {
        let card = match &data {
            CellsArg::Table(table) => self.0.evaluate_in(&table.0, snapshot.view()),
            CellsArg::Cells(cells) => self.0.evaluate_cells_in(cells, snapshot.view()),
        };
        card.map(|card| PyScorecard(Arc::new(card))).or_raise()
    }

    fn __repr__(&self) -> String {
        let count = self.0.indicators().len();
        format!("<Scheme {}: {} points, {count} indicators>", self.0.title().get(Lang::Zh), self.0.total())
    }

    fn _repr_html_(&self) -> String {
        let head = ["group", "key", "label", "points", "rule", "missing"].map(str::to_owned);
        let rows = self.indicators().into_iter().map(|i| {
            let label = i.label.get(Lang::Zh).to_owned();
            vec![i.group(), i.key(), label, i.points.to_string(), i.rule().0, i.missing().0]
        });
        format!("<b>{}</b>{}", html::both(self.0.title()), html::grid(&head, &rows.collect::<Vec<_>>(), 0))
    }
}

/// Values of units, ``shequ.cells/1``: rows with one column for each number that a scheme reads.
#[pyclass(module = "shequ", name = "Cells", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyCells(Cells);

#[pymethods]
impl PyCells {
    /// Reads the values from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads the values from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads the values from a dict; its ``rows`` may be any data frame.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// The rows as a table.
    fn table(&self) -> PyTable {
        self.0.table().clone().into()
    }

    fn __len__(&self) -> usize {
        self.0.table().rows()
    }

    fn __repr__(&self) -> String {
        let table = self.0.table();
        format!("<Cells: {} rows, {} columns>", table.rows(), table.columns().len())
    }

    fn _repr_html_(&self) -> String {
        self.table().html()
    }
}

/// Values as an argument: a table, or a document of rows.
pub enum CellsArg {
    /// A table.
    Table(TableArg),
    /// A document.
    Cells(Box<Cells>),
}

impl<'py> FromPyObject<'_, 'py> for CellsArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            type_hint_identifier!("shequ._types", "TableLike"),
            <PyCells as pyo3::PyTypeInfo>::TYPE_HINT
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(cells) = obj.cast::<PyCells>() {
            return Ok(Self::Cells(Box::new(cells.get().0.clone())));
        }
        let format = match obj.cast::<PyDict>() {
            Ok(dict) => dict.get_item("format")?.filter(PyAnyMethods::is_instance_of::<PyString>),
            Err(_) => None,
        };
        match format {
            Some(_) => document::from_dict::<Cells>(&PlainArg(obj.to_owned())).map(|c| Self::Cells(Box::new(c))),
            None => obj.extract().map(Self::Table),
        }
    }
}

/// What an evaluation found: scores, grades, ranks and awards of every unit.
#[pyclass(module = "shequ", name = "Scorecard", frozen)]
#[derive(Debug)]
pub struct PyScorecard(Arc<Scorecard>);

impl From<Scorecard> for PyScorecard {
    fn from(card: Scorecard) -> Self {
        Self(Arc::new(card))
    }
}

#[pymethods]
impl PyScorecard {
    /// The units in the order of the table, or of the scheme where it names them.
    #[getter]
    fn units(&self) -> Vec<String> {
        self.0.units().iter().map(ToString::to_string).collect()
    }

    /// The digest of every unit's values, scores, total, grade, rank and award, whatever the order of units was.
    #[getter]
    fn digest(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.digest()).or_raise().map(|d| d.to_string())
    }

    /// What the evaluation says of a unit.
    fn score(&self, unit: &str) -> PyResult<PyUnitScore> {
        self.0.score(unit).map(PyUnitScore).or_raise()
    }

    /// The total of a unit.
    fn total(&self, unit: &str) -> PyResult<DecimalOut> {
        self.0.score(unit).map(|s| DecimalOut(s.total)).or_raise()
    }

    /// What the evaluation says of every unit, in their order.
    fn scores(&self) -> Vec<PyUnitScore> {
        self.0.scores().map(PyUnitScore).collect()
    }

    /// The units of each peer group from the best to the worst; empty where the scheme does not rank.
    fn ranking(&self) -> Vec<Vec<PyUnitScore>> {
        self.0.ranking().into_iter().map(|group| group.into_iter().map(PyUnitScore).collect()).collect()
    }

    /// The score of each indicator of a unit, in the order of the scheme.
    fn lines(&self, unit: &str) -> PyResult<Vec<PyLine>> {
        self.0.lines(unit).map(|lines| lines.into_iter().map(PyLine).collect()).or_raise()
    }

    /// One row a unit: unit, group, total, grade, rank, award and what they are made of.
    fn table(&self, py: Python<'_>) -> PyTable {
        py.detach(|| self.0.table()).into()
    }

    /// One row a unit: the score of each indicator under its key.
    fn line_table(&self, py: Python<'_>) -> PyTable {
        py.detach(|| self.0.line_table()).into()
    }

    /// Why a unit has its total: every point, its rule and its arithmetic; the parts add up exactly.
    fn explain(&self, unit: &str) -> PyResult<PyExplanation> {
        self.0.explain(unit).map(Into::into).or_raise()
    }

    /// The evaluation in figures.
    fn summary(&self) -> PySummary {
        PySummary(self.0.summary())
    }

    /// What in the values one should look at: peer groups too small to be ranked or to have a place of an award, units without a
    /// row, rates over few cases.
    #[getter]
    fn warnings(&self) -> Vec<PyWarning> {
        self.0.warnings().into_iter().map(PyWarning).collect()
    }

    /// The lots that were drawn for the last places of an award, one a peer group at most.
    #[getter]
    fn lots(&self) -> Vec<PyLotDraw> {
        self.0.lots().out()
    }

    /// The scorecard with some values changed, worked out from this one.
    ///
    /// ``changes`` is a list of dicts with ``unit``, ``column`` and ``value``; a value of None takes the old one away, that of
    /// a veto is 1 or 0. Raises ``SchemeError`` with the place of the change: ``changes[2].value``.
    #[pyo3(signature = (changes, /))]
    fn changed(&self, py: Python<'_>, changes: PlainArg<'_>) -> PyResult<Self> {
        let changes = whatif::changes(&changes)?;
        let card = py.detach(|| self.0.changed(changes.list())).or_raise()?;
        Ok(Self(Arc::new(card)))
    }

    /// What a unit would have to change to reach a grade or a rank: for each column the smallest change of it alone, in steps
    /// of its last decimal, all other values and units as they are.
    ///
    /// Give one of ``grade`` and ``rank``. Raises ``SchemeError``: ``unknown-unit``, ``not-one-goal``, ``no-such-grade``,
    /// ``no-goal``, ``rank-out-of-range``.
    #[pyo3(signature = (unit, /, *, grade = None, rank = None))]
    fn what_if(&self, py: Python<'_>, unit: &str, grade: Option<String>, rank: Option<u32>) -> PyResult<PyWhatIf> {
        let goal = Goal::one(grade, rank).or_raise()?;
        py.detach(|| self.0.what_if(unit, &goal)).map(PyWhatIf).or_raise()
    }

    /// The cheapest changes by which a unit reaches a grade or a rank.
    ///
    /// ``costs`` is a dict from columns to what one step of their last decimal costs, zero or more; other columns stay as they
    /// are. Where a value is missing, ``{"step": 2, "report": 5}`` says what it costs to report it: it then starts from the worst
    /// there is. ``limit`` is the number of sets of changes that are kept at most: beyond it the answer is marked as not proven.
    /// Raises as ``what_if``, and ``no-such-column``, ``negative-cost``, ``cost-out-of-range``, ``no-costs``;
    /// ``Stopped``.
    #[pyo3(signature = (unit, costs, /, *, grade = None, rank = None, limit = Scorecard::CHEAPEST_LIMIT, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "each is a named part of the question")]
    fn cheapest(
        &self,
        py: Python<'_>,
        unit: &str,
        costs: PlainArg<'_>,
        grade: Option<String>,
        rank: Option<u32>,
        limit: usize,
        progress: ProgressArg,
    ) -> PyResult<PyCheapest> {
        let goal = Goal::one(grade, rank).or_raise()?;
        let costs = whatif::costs(&costs)?;
        watch::run(py, progress, |progress| self.0.cheapest(unit, &goal, costs.list(), limit, progress)).map(PyCheapest)
    }

    /// How far a unit is from the ``best`` of its peers, from their ``median`` or from ``full`` points; the parts add up.
    #[pyo3(signature = (unit, mark = MarkArg(Mark::Best), /))]
    fn gap(&self, unit: &str, mark: MarkArg) -> PyResult<PyScoreGap> {
        self.0.gap(unit, mark.0).map(PyScoreGap).or_raise()
    }

    /// What moved the total of a unit since an earlier evaluation: other values, targets, rules and points; they add up.
    #[pyo3(signature = (before, unit, /))]
    fn movement(&self, before: PyRef<'_, Self>, unit: &str) -> PyResult<PyMovement> {
        self.0.movement(&before.0, unit).map(PyMovement).or_raise()
    }

    /// The units that have another score, grade, rank or award than in a scorecard of the same units, before and after.
    #[pyo3(signature = (before, /))]
    fn affected(&self, before: PyRef<'_, Self>) -> Vec<PyAffectedUnit> {
        self.0.affected(&before.0).out()
    }

    /// The points of each part, the ``groups`` of the first level or the ``indicators``: the weights that the scheme itself gives the
    /// criteria of ``exact_table``, in their order.
    #[pyo3(signature = (*, parts = charts::PartsArg(ChartParts::Groups)))]
    fn part_points(&self, parts: charts::PartsArg) -> Vec<FractionOut> {
        self.0.part_points(parts.0).into_iter().map(FractionOut).collect()
    }

    /// The scorecard as an exact table, to ask how ranks depend on the weights of the scheme: a row for each unit of a peer group, a
    /// criterion for each of the ``groups`` of the first level or of the ``indicators``. Under ``part_points`` as weights the score of a
    /// unit is its total before rounding.
    ///
    /// ``group`` names the peer group where there are several. Bonuses and penalties count in full, whatever the weights. Raises
    /// ``SchemeError``: ``certainty-peer-group-missing``, ``unknown-group``, ``certainty-too-many-digits``.
    #[pyo3(signature = (*, parts = charts::PartsArg(ChartParts::Groups), group = None))]
    fn exact_table(&self, py: Python<'_>, parts: charts::PartsArg, group: Option<&str>) -> PyResult<PyExactTable> {
        py.detach(|| self.0.exact_table(parts.0, group)).map(Into::into).or_raise()
    }

    /// How far the ranks of a peer group depend on the weights of the scheme: their intervals over draws, each weight up to ``spread``
    /// of itself more or less. Options and errors as of ``exact_table``, ``certainty-out-of-range``, ``Stopped``.
    #[pyo3(signature = (draws = 1000, *, seed = 0, spread = 0.25, parts = charts::PartsArg(ChartParts::Groups), group = None, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn rank_intervals(
        &self,
        py: Python<'_>,
        draws: u64,
        seed: u64,
        spread: f64,
        parts: charts::PartsArg,
        group: Option<String>,
        progress: ProgressArg,
    ) -> PyResult<PyRankSample> {
        let options = IntervalOptions { draws, seed, spread, parts: parts.0, group };
        watch::run(py, progress, |progress| self.0.rank_intervals(&options, progress)).map(Into::into)
    }

    /// The chart of what makes each total, as a Vega-Lite specification: a bar for each unit, stacked of its indicators or groups, bonuses,
    /// penalties, vetoes and rounding, which add up to the total exactly.
    ///
    /// ``parts`` is ``indicators`` or ``groups``; indicators where at most eight bring points unless given. Numbers are floats to be drawn;
    /// the exact ones stand beside them as texts. ``units`` names those that are drawn, all unless given; ``labels`` has names by key.
    /// Raises ``SchemeError``: ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``, ``chart-too-many-units``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, parts = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn contribution_spec(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        parts: Option<charts::PartsArg>,
    ) -> PyResult<PlainMap> {
        let options = ChartOptions { parts: parts.map(|parts| parts.0), ..charts::options(lang, units, title, labels) };
        charts::spec(py.detach(|| self.0.contribution_spec(&options)).or_raise()?)
    }

    /// The same as a chart of Altair; needs ``shequ[charts]``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, parts = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn contribution_chart(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        parts: Option<charts::PartsArg>,
    ) -> PyResult<ChartOut> {
        let options = ChartOptions { parts: parts.map(|parts| parts.0), ..charts::options(lang, units, title, labels) };
        charts::chart(py, py.detach(|| self.0.contribution_spec(&options)).or_raise()?)
    }

    /// The heat map of indicators, as a Vega-Lite specification: for each unit and indicator the share of its full points.
    ///
    /// A missing value whose points went to its siblings is grey. Options and errors as of ``contribution_spec``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None))]
    fn heat_spec(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
    ) -> PyResult<PlainMap> {
        let options = charts::options(lang, units, title, labels);
        charts::spec(py.detach(|| self.0.heat_spec(&options)).or_raise()?)
    }

    /// The same as a chart of Altair; needs ``shequ[charts]``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None))]
    fn heat_chart(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
    ) -> PyResult<ChartOut> {
        let options = charts::options(lang, units, title, labels);
        charts::chart(py, py.detach(|| self.0.heat_spec(&options)).or_raise()?)
    }

    /// The slopes of two periods, as a Vega-Lite specification: the ``rank`` or the ``total`` of each unit in an earlier scorecard and in this
    /// one, coloured by whether it rose or fell.
    ///
    /// Units that are in one period only, or have no rank in one, are left out. Options and errors as of ``contribution_spec``.
    #[pyo3(signature = (before, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, basis = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn slope_spec(
        &self,
        py: Python<'_>,
        before: PyRef<'_, Self>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        basis: Option<charts::BasisArg>,
    ) -> PyResult<PlainMap> {
        let before = Arc::clone(&before.0);
        let options = ChartOptions { basis: basis.map(|basis| basis.0), ..charts::options(lang, units, title, labels) };
        charts::spec(py.detach(|| self.0.slope_spec(&before, &options)).or_raise()?)
    }

    /// The same as a chart of Altair; needs ``shequ[charts]``.
    #[pyo3(signature = (before, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, basis = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn slope_chart(
        &self,
        py: Python<'_>,
        before: PyRef<'_, Self>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        basis: Option<charts::BasisArg>,
    ) -> PyResult<ChartOut> {
        let before = Arc::clone(&before.0);
        let options = ChartOptions { basis: basis.map(|basis| basis.0), ..charts::options(lang, units, title, labels) };
        charts::chart(py, py.detach(|| self.0.slope_spec(&before, &options)).or_raise()?)
    }

    /// The plain form: one dict a unit, exact numbers as texts.
    fn to_dicts(&self) -> PyResult<PlainList> {
        list_of(&*self.0)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<Scorecard {}: {} units>", self.0.scheme().title().get(Lang::Zh), self.0.len())
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        format!("<b>{}</b>{}", html::both(self.0.scheme().title()), self.table(py).html())
    }
}
