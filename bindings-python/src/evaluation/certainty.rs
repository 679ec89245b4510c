//! Certainty of rankings: draws, sensitivity, and the margins of awards.

use std::collections::BTreeMap;
use std::sync::Arc;

use pyo3::prelude::*;
use shequ::evaluation::certainty::{
    AwardMargin, Duel, Levels, NearUnit, Noise, Sampling, UnitSample, UnitStudy, WeightDraws, directed,
};
use shequ::kernel::{Decimal, Key, Lang, Rate, Ratio, Value};
use shequ::wire::certainty::{OutputName, SobolOptions, UnitDraw, UnitRankSummary, WeightSensitivity};

use super::PyScorecard;
use super::charts::{self, ChartOut};
use super::methods::PyIndexCard;
use crate::convert::number::FractionOut;
use crate::convert::plain::{PlainMap, map_of, to_value};
use crate::convert::record::{Field as _, record};
use crate::convert::{LangArg, hint, words};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::{PyTable, TableArg};
use crate::watch::{self, ProgressArg};

/// The text of an exact number: a text, a whole number, a `Decimal` or a `Fraction`.
fn exact_text(obj: &Bound<'_, PyAny>) -> PyResult<String> {
    match to_value(obj)? {
        Value::Int(n) => Ok(n.to_string()),
        Value::Text(text) => Ok(text),
        other => {
            let (got, expected) = (other.kind().to_owned(), "an exact number such as `2/3` or `0.25`".to_owned());
            Err(shequ::kernel::Error::from(shequ::kernel::DocumentError::WrongKind { got, expected })).or_raise()
        }
    }
}

/// An exact number as an argument: a text, a whole number, a `Decimal` or a `Fraction`; a float is refused.
#[derive(Debug, Clone)]
pub struct ExactArg(pub Ratio);

impl<'py> FromPyObject<'_, 'py> for ExactArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("builtins", "int"),
            type_hint_identifier!("decimal", "Decimal"),
            type_hint_identifier!("fractions", "Fraction")
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        exact_text(&obj)?.parse().map(Self).or_raise()
    }
}

/// The numbers of a list.
pub fn ratios(list: Vec<ExactArg>) -> Vec<Ratio> {
    list.into_iter().map(|number| number.0).collect()
}

/// An exact decimal as an argument.
#[derive(Debug, Clone, Copy)]
pub struct MarginArg(Decimal);

impl<'py> FromPyObject<'_, 'py> for MarginArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("builtins", "int"),
            type_hint_identifier!("decimal", "Decimal")
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        exact_text(&obj)?.parse().map(Self).or_raise()
    }
}

words! {
    /// The output whose variance is explained.
    OutputArg(OutputName) {
        "mean-shift" => OutputName::MeanShift, "score" => OutputName::Score, "rank" => OutputName::Rank,
    }
}

words! {
    /// How the points of an analysis are drawn.
    SamplingArg(Sampling) { "latin-hypercube" => Sampling::LatinHypercube, "random" => Sampling::Random }
}

/// Where the weights of a draw come from; every draw sums to one.
#[pyclass(module = "shequ", name = "WeightDraws", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyWeightDraws(WeightDraws);

impl PyWeightDraws {
    pub const fn draws(&self) -> &WeightDraws {
        &self.0
    }
}

#[pymethods]
impl PyWeightDraws {
    /// Every vector of weights is as likely as every other.
    #[staticmethod]
    #[pyo3(signature = (criteria, /))]
    fn uniform(criteria: usize) -> PyResult<Self> {
        WeightDraws::uniform(criteria).map(Self).or_raise()
    }

    /// Around given weights: the greater ``concentration``, the nearer (Dirichlet).
    #[staticmethod]
    fn dirichlet(weights: Vec<f64>, concentration: f64) -> PyResult<Self> {
        WeightDraws::dirichlet(&weights, concentration).map(Self).or_raise()
    }

    /// Each weight uniform from ``(1 - spread)`` to ``(1 + spread)`` times itself, then all divided by their sum.
    #[staticmethod]
    fn around(weights: Vec<f64>, spread: f64) -> PyResult<Self> {
        WeightDraws::around(&weights, spread).map(Self).or_raise()
    }

    /// Each weight uniform between its bounds, then all divided by their sum.
    #[staticmethod]
    fn between(lower: Vec<f64>, upper: Vec<f64>) -> PyResult<Self> {
        WeightDraws::between(&lower, &upper).map(Self).or_raise()
    }

    /// The same weights in every draw, divided by their sum.
    #[staticmethod]
    #[pyo3(signature = (weights, /))]
    fn fixed(weights: Vec<f64>) -> PyResult<Self> {
        WeightDraws::fixed(&weights).map(Self).or_raise()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<WeightDraws of {} criteria>", self.0.len())
    }
}

/// How the values of a criterion vary from draw to draw.
#[pyclass(module = "shequ", name = "Noise", frozen, eq)]
#[derive(Debug, Clone, PartialEq)]
pub struct PyNoise(Noise);

#[pymethods]
impl PyNoise {
    /// Each value plus a normal number of this standard deviation, in the unit of the values.
    #[staticmethod]
    #[pyo3(signature = (deviation, /))]
    fn normal(deviation: f64) -> Self {
        Self(Noise::Normal(deviation))
    }

    /// Each value plus a uniform number from minus to plus this, in the unit of the values.
    #[staticmethod]
    #[pyo3(signature = (half, /))]
    fn uniform(half: f64) -> Self {
        Self(Noise::Uniform(half))
    }

    /// Each value anew, uniform between its bounds, which are one for each row.
    #[staticmethod]
    fn interval(lower: Vec<f64>, upper: Vec<f64>) -> Self {
        Self(Noise::Interval { lower, upper })
    }
}

/// The shares of draws between which an interval stands; 5 % and 95 % unless given.
fn levels(low: Option<ExactArg>, high: Option<ExactArg>) -> PyResult<Levels> {
    Levels::or_default(low.map(|low| low.0), high.map(|high| high.0)).or_raise()
}

/// A study of uncertainty (不确定性分析): how far ranks move when weights, values and methods are not sure.
///
/// ``data`` is any data frame with a column of units and one of numbers for each criterion; ``costs`` names the criteria of which
/// less is better. The same seed gives the same draws on every machine and in every language.
#[pyclass(module = "shequ", name = "Study", frozen)]
#[derive(Debug, Clone)]
pub struct PyStudy(UnitStudy);

impl From<UnitStudy> for PyStudy {
    fn from(study: UnitStudy) -> Self {
        Self(study)
    }
}

#[pymethods]
impl PyStudy {
    #[new]
    #[pyo3(signature = (data, criteria, weights, *, costs = Vec::new(), units = "unit", seed = 0))]
    fn new(
        py: Python<'_>,
        data: TableArg,
        criteria: Vec<String>,
        weights: PyRef<'_, PyWeightDraws>,
        costs: Vec<String>,
        units: &str,
        seed: u64,
    ) -> PyResult<Self> {
        let weights = weights.0.clone();
        let read = || UnitStudy::read(&data.0, units, &directed(&criteria, &costs)?, weights);
        py.detach(read).map(|study| Self(study.seed(seed))).or_raise()
    }

    /// The same with values of a criterion that vary.
    fn with_noise(&self, criterion: &str, noise: PyRef<'_, PyNoise>) -> PyResult<Self> {
        self.0.clone().noise(criterion, noise.0.clone()).map(Self).or_raise()
    }

    /// The same with a choice of methods by name, each as likely as every other: ``additive``, the sum of weight times value as it
    /// stands, and the methods of decisions such as ``topsis``.
    #[pyo3(signature = (methods, /))]
    fn with_methods(&self, methods: Vec<String>) -> PyResult<Self> {
        self.0.clone().methods(&methods).map(Self).or_raise()
    }

    /// The same with another composite index among which each draw chooses, of the same units and indicators.
    ///
    /// Raises ``SchemeError``: ``certainty-cards-differ``.
    #[pyo3(signature = (card, /))]
    fn with_index(&self, card: PyRef<'_, PyIndexCard>) -> PyResult<Self> {
        self.0.clone().with_index(&card.0).map(Self).or_raise()
    }

    /// The same with another seed.
    #[pyo3(signature = (seed, /))]
    fn with_seed(&self, seed: u64) -> Self {
        Self(self.0.clone().seed(seed))
    }

    /// The units in the order of the rows.
    #[getter]
    fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// The criteria in their order, which is that of weights.
    #[getter]
    fn criteria(&self) -> Vec<String> {
        self.0.matrix().criteria().iter().map(|criterion| criterion.key().to_string()).collect()
    }

    /// The ranks in so many draws.
    #[pyo3(signature = (draws = 1000, *, progress = ProgressArg::Auto))]
    fn run(&self, py: Python<'_>, draws: u64, progress: ProgressArg) -> PyResult<PyRankSample> {
        let sample = watch::run(py, progress, |progress| self.0.run_watched(draws, progress))?;
        Ok(PyRankSample(Arc::new(sample)))
    }

    /// The parameters and the outcome of a draw, made again from the seed.
    #[pyo3(signature = (draw, /))]
    fn draw(&self, py: Python<'_>, draw: u64) -> PyResult<PyUnitDraw> {
        py.detach(|| self.0.draw(draw)).map(PyUnitDraw).or_raise()
    }

    /// Which weight makes the ranking vary: Sobol indices of the weights, each uniform between its bounds and then divided by their
    /// sum.
    ///
    /// The output is how far units are from their ranks under the middle of the bounds on average, ``mean-shift``, or the ``score``
    /// or the ``rank`` of one unit. The method is the first of the study's. It is run ``points * (criteria + 2)`` times.
    #[pyo3(signature = (
        lower, upper, *, output = OutputArg(OutputName::MeanShift), unit = None, points = 1024, seed = 0,
        sampling = SamplingArg(Sampling::LatinHypercube), replicates = 1000, level = 0.95, progress = ProgressArg::Auto
    ))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn weight_sensitivity(
        &self,
        py: Python<'_>,
        lower: Vec<f64>,
        upper: Vec<f64>,
        output: OutputArg,
        unit: Option<String>,
        points: u32,
        seed: u64,
        sampling: SamplingArg,
        replicates: u32,
        level: f64,
        progress: ProgressArg,
    ) -> PyResult<PyWeightSensitivity> {
        let options = SobolOptions { output: output.0, unit, points, seed, sampling: sampling.0, replicates, level };
        let found = watch::run(py, progress, |progress| self.0.weight_sensitivity(&lower, &upper, &options, progress));
        found.map(PyWeightSensitivity)
    }

    fn __repr__(&self) -> String {
        format!("<Study of {} units by {} criteria>", self.0.units().len(), self.0.matrix().criteria().len())
    }
}

/// The ranks of units in the draws of a study; equals share the better rank.
#[pyclass(module = "shequ", name = "RankSample", frozen)]
#[derive(Debug)]
pub struct PyRankSample(Arc<UnitSample>);

impl From<UnitSample> for PyRankSample {
    fn from(sample: UnitSample) -> Self {
        Self(Arc::new(sample))
    }
}

#[pymethods]
impl PyRankSample {
    /// The units in the order of the rows.
    #[getter]
    fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// How many draws there are.
    #[getter]
    fn draws(&self) -> u64 {
        self.0.draws()
    }

    /// What the draws say of a unit; ``low`` and ``high`` are shares of the draws, 5 % and 95 % unless given.
    #[pyo3(signature = (unit, /, *, low = None, high = None))]
    fn summary(&self, unit: &str, low: Option<ExactArg>, high: Option<ExactArg>) -> PyResult<PyUnitRankSummary> {
        self.0.summary(unit, &levels(low, high)?).map(PyUnitRankSummary).or_raise()
    }

    /// What the draws say of every unit, as a table: ``unit``, the exact ``mean`` of its ranks as a text, their ``rank_sum`` over
    /// the ``draws``, the ranks ``best``, ``low``, ``median``, ``high``, ``worst``, and in how many draws it is ``first``.
    #[pyo3(signature = (*, low = None, high = None))]
    fn table(&self, py: Python<'_>, low: Option<ExactArg>, high: Option<ExactArg>) -> PyResult<PyTable> {
        let levels = levels(low, high)?;
        py.detach(|| self.0.table(&levels)).map(Into::into).or_raise()
    }

    /// The chart of the ranks, as a Vega-Lite specification: for each unit its median rank, the interval between ``low`` and ``high``, shares of
    /// the draws that are 5 % and 95 % unless given, and its best and worst rank of any draw.
    ///
    /// ``units`` names those that are drawn, all unless given; ``labels`` has names of units by key. Raises ``SchemeError``:
    /// ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``, ``chart-too-many-units``, ``certainty-bounds-reversed``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, low = None, high = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn ranking_spec(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        low: Option<ExactArg>,
        high: Option<ExactArg>,
    ) -> PyResult<PlainMap> {
        let levels = levels(low, high)?;
        let options = charts::options(lang, units, title, labels);
        charts::spec(py.detach(|| self.0.ranking_spec(&levels, &options)).or_raise()?)
    }

    /// The same as a chart of Altair; needs ``shequ[charts]``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, low = None, high = None))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn ranking_chart(
        &self,
        py: Python<'_>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        low: Option<ExactArg>,
        high: Option<ExactArg>,
    ) -> PyResult<ChartOut> {
        let levels = levels(low, high)?;
        let options = charts::options(lang, units, title, labels);
        charts::chart(py, py.detach(|| self.0.ranking_spec(&levels, &options)).or_raise()?)
    }

    /// In how many draws a unit has each rank, from the first to the last.
    #[pyo3(signature = (unit, /))]
    fn counts(&self, unit: &str) -> PyResult<Vec<u64>> {
        self.0.counts(unit).or_raise()
    }

    /// The share of draws in which a unit is at rank ``k`` or above it, exactly.
    fn at_or_above(&self, unit: &str, k: u32) -> PyResult<FractionOut> {
        self.0.at_or_above(unit, k).map(|rate| FractionOut(rate.to_ratio())).or_raise()
    }

    /// In how many draws a unit is ahead of another, level with it, and behind it.
    fn duel(&self, unit: &str, other: &str) -> PyResult<PyDuel> {
        self.0.duel(unit, other).map(PyDuel).or_raise()
    }

    /// The rank of a unit in a draw.
    fn rank(&self, draw: u64, unit: &str) -> PyResult<u32> {
        self.0.rank(draw, unit).or_raise()
    }

    /// Why the interval of a unit is what it is: the draws at each of its ranks, which add up to all of them.
    #[pyo3(signature = (unit, /, *, low = None, high = None))]
    fn explain(&self, unit: &str, low: Option<ExactArg>, high: Option<ExactArg>) -> PyResult<PyExplanation> {
        self.0.explain(unit, &levels(low, high)?).map(Into::into).or_raise()
    }

    fn __len__(&self) -> usize {
        self.0.units().len()
    }

    fn __repr__(&self) -> String {
        format!("<RankSample: {} units in {} draws>", self.0.units().len(), self.0.draws())
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.table(py, None, None).map(|table| table.html())
    }
}

/// The parameters and the outcome of one draw.
#[pyclass(module = "shequ", name = "UnitDraw", frozen)]
#[derive(Debug)]
pub struct PyUnitDraw(UnitDraw);

#[pymethods]
impl PyUnitDraw {
    /// The number of the draw.
    #[getter]
    fn draw(&self) -> u64 {
        self.0.draw
    }

    /// The method: one of those that the study chooses among.
    #[getter]
    fn method(&self) -> &str {
        &self.0.method
    }

    /// ``criterion`` and its ``weight``; weights sum to one.
    #[getter]
    fn weights(&self) -> PyTable {
        self.0.weights.clone().into()
    }

    /// ``unit``, its ``score`` and its ``rank``.
    #[getter]
    fn outcome(&self) -> PyTable {
        self.0.outcome.clone().into()
    }

    /// ``unit`` and the value of each criterion; none where values do not vary.
    #[getter]
    fn values(&self) -> Option<PyTable> {
        self.0.values.clone().map(Into::into)
    }

    /// The plain form.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<UnitDraw {} by {}>", self.0.draw, self.0.method)
    }
}

/// Which weight makes a ranking vary.
#[pyclass(module = "shequ", name = "WeightSensitivity", frozen)]
#[derive(Debug)]
pub struct PyWeightSensitivity(WeightSensitivity);

#[pymethods]
impl PyWeightSensitivity {
    /// The mean of the output.
    #[getter]
    fn mean(&self) -> f64 {
        self.0.mean
    }

    /// The variance of the output.
    #[getter]
    fn variance(&self) -> f64 {
        self.0.variance
    }

    /// How often the model was run.
    #[getter]
    fn runs(&self) -> u64 {
        self.0.runs
    }

    /// ``criterion``; ``first``, the share of the variance that goes when its weight alone is known; ``total``, the share that stays
    /// when every other is known; each with the interval from ``_low`` to ``_high``.
    fn table(&self) -> PyTable {
        self.0.weights.clone().into()
    }

    /// The plain form.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.0)
    }

    fn __repr__(&self) -> String {
        format!("<WeightSensitivity of {} weights in {} runs>", self.0.weights.rows(), self.0.runs)
    }

    fn _repr_html_(&self) -> String {
        self.table().html()
    }
}

record! {
    /// What the draws of a study say of a unit.
    PyUnitRankSummary("UnitRankSummary", UnitRankSummary) {
        /// The unit.
        unit: String,
        /// The exact mean of its ranks.
        mean: Ratio,
        /// The sum of its ranks over all draws.
        rank_sum: u64,
        /// The best rank of any draw.
        best: u32,
        /// The rank that the lower share of draws reach.
        low: u32,
        /// The median rank.
        median: u32,
        /// The rank that the upper share of draws reach.
        high: u32,
        /// The worst rank of any draw.
        worst: u32,
        /// The share of draws in which it is first.
        first: Rate,
    }
}

record! {
    /// In how many draws one unit is ahead of another, as shares of the draws.
    PyDuel("Duel", Duel) {
        /// Draws in which the first has the better rank.
        ahead: Rate,
        /// Draws in which both have the same rank.
        tied: Rate,
        /// Draws in which the second has the better rank.
        behind: Rate,
    }
}

record! {
    /// The award line of a peer group: the least total with an award and the greatest without.
    PyAwardMargin("AwardMargin", AwardMargin) {
        /// The peer group; none where there are none.
        group: Option<String>,
        /// The last unit in, by total and then by key; none without awards.
        last_in: Option<NearUnit>,
        /// The first eligible unit out; none where every eligible unit is awarded.
        first_out: Option<NearUnit>,
        /// How far they are apart; below zero where a tie-break or a lot reversed them, none where one of them is none.
        gap: Option<Ratio>,
        /// The least total that an award needs; none where any total will do.
        least: Option<Decimal>,
        /// The margin that was asked for.
        margin: Decimal,
        /// Whether an award that is given, or one that is not, rests on less than the margin: the warning.
        is_thin: bool,
        /// The units that less than the margin would take across the line, the best first.
        near: Vec<NearUnit>,
    }
    with {
        /// Why: the two units at the line and their totals.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A unit near the award line.
    PyNearUnit("NearUnit", NearUnit) {
        /// The unit.
        unit: String,
        /// Its total.
        total: Decimal,
        /// Whether it is awarded.
        award: bool,
    }
}

/// Whether the awards of each peer group of a scorecard rest on less than a margin of points, groups in the order of their names; one
/// for all where the scheme ranks all together.
#[pyfunction]
pub fn award_margins(card: PyRef<'_, PyScorecard>, margin: MarginArg) -> PyResult<Vec<PyAwardMargin>> {
    card.0.award_margins(margin.0).map(|margins| margins.out()).or_raise()
}
