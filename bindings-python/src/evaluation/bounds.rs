//! Exact bounds of ranks, break-even weights and dominance.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::evaluation::certainty::{
    BoundStatus, BreakEven, BreakEvenWeight, CriterionWeight, DifferenceRange, Dominance, Dominates, ExactScore,
    ExactTable, ExactTies, RankBound, RankBounds, RankCheck, RankSearch, WeightBox, directed,
};
use shequ::kernel::{Key, Lang, Ratio};

use super::certainty::{ExactArg, PyStudy, PyWeightDraws, ratios};
use super::charts::{self, ChartOut};
use crate::convert::number::FractionOut;
use crate::convert::record::{Field as _, closed, record};
use crate::convert::{LangArg, PlainMap, words};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::{PyTable, TableArg};
use crate::watch::{self, ProgressArg};

closed!(BoundStatus, ExactTies);

words! {
    /// Who is ahead where two scores are equal.
    TiesArg(ExactTies) { "min" => ExactTies::Min, "max" => ExactTies::Max, "ordinal" => ExactTies::Ordinal }
}

/// Bounds of each weight, in which the weights vary freely as long as they sum to one.
#[pyclass(module = "shequ", name = "WeightBox", frozen, eq)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PyWeightBox(WeightBox);

#[pymethods]
impl PyWeightBox {
    #[new]
    fn new(lower: Vec<ExactArg>, upper: Vec<ExactArg>) -> PyResult<Self> {
        WeightBox::new(ratios(lower), ratios(upper)).map(Self).or_raise()
    }

    /// Any weights: each from 0 to 1.
    #[staticmethod]
    #[pyo3(signature = (criteria, /))]
    fn free(criteria: usize) -> PyResult<Self> {
        WeightBox::free(criteria).map(Self).or_raise()
    }

    /// Each weight's share from ``(1 - spread)`` to ``(1 + spread)`` times itself.
    #[staticmethod]
    fn around(weights: Vec<ExactArg>, spread: ExactArg) -> PyResult<Self> {
        WeightBox::around(&ratios(weights), &spread.0).map(Self).or_raise()
    }

    /// Each weight's share plus and minus a number of shares of one, but from 0 to 1.
    #[staticmethod]
    fn within(weights: Vec<ExactArg>, points: ExactArg) -> PyResult<Self> {
        WeightBox::within(&ratios(weights), &points.0).map(Self).or_raise()
    }

    /// The lower bounds, shares of one.
    #[getter]
    fn lower(&self) -> Vec<FractionOut> {
        self.0.lower().iter().cloned().map(FractionOut).collect()
    }

    /// The upper bounds, shares of one.
    #[getter]
    fn upper(&self) -> Vec<FractionOut> {
        self.0.upper().iter().cloned().map(FractionOut).collect()
    }

    /// Whether weights stand within the bounds and sum to one.
    #[pyo3(signature = (weights, /))]
    fn contains(&self, weights: Vec<ExactArg>) -> bool {
        self.0.contains(&ratios(weights))
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        let bounds = self.0.lower().iter().zip(self.0.upper()).map(|(low, high)| format!("{low} to {high}"));
        format!("<WeightBox {}>", bounds.collect::<Vec<_>>().join(", "))
    }
}

/// Units in rows and criteria in columns, every value exact; a unit's score is the sum of weight times value.
///
/// ``data`` is any data frame with a column of units and one of numbers for each criterion. ``costs`` names the criteria of which less
/// is better: their values count negative. Values are taken as they are, so they should be points or otherwise of one measure.
/// Weights may have any sum unless they are those of a box.
#[pyclass(module = "shequ", name = "ExactTable", frozen, eq)]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PyExactTable(ExactTable);

impl From<ExactTable> for PyExactTable {
    fn from(table: ExactTable) -> Self {
        Self(table)
    }
}

#[pymethods]
impl PyExactTable {
    #[new]
    #[pyo3(signature = (data, criteria, *, costs = Vec::new(), units = "unit"))]
    fn new(py: Python<'_>, data: TableArg, criteria: Vec<String>, costs: Vec<String>, units: &str) -> PyResult<Self> {
        let read = || ExactTable::read(&data.0, units, &directed(&criteria, &costs)?);
        py.detach(read).map(Self).or_raise()
    }

    /// The units in their order.
    #[getter]
    fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// The criteria in their order, which is that of weights.
    #[getter]
    fn criteria(&self) -> Vec<String> {
        self.0.criteria().iter().map(|(key, _)| key.to_string()).collect()
    }

    /// The same units and values as a study of uncertainty; values become floats.
    #[pyo3(signature = (weights, *, seed = 0))]
    fn study(&self, py: Python<'_>, weights: PyRef<'_, PyWeightDraws>, seed: u64) -> PyResult<PyStudy> {
        let weights = weights.draws().clone();
        py.detach(|| self.0.study(weights)).map(|study| study.seed(seed).into()).or_raise()
    }

    /// The exact score of a unit under given weights.
    fn score(&self, unit: &str, weights: Vec<ExactArg>) -> PyResult<FractionOut> {
        self.0.score(unit, &ratios(weights)).map(FractionOut).or_raise()
    }

    /// Every unit with its exact score and rank under given weights, which are divided by their sum.
    #[pyo3(signature = (weights, /, *, ties = TiesArg(ExactTies::Min)))]
    fn scores(&self, weights: Vec<ExactArg>, ties: TiesArg) -> PyResult<Vec<PyExactScore>> {
        self.0.scores(&ratios(weights), ties.0).map(|scores| scores.out()).or_raise()
    }

    /// The exact rank of a unit at given weights.
    #[pyo3(signature = (unit, weights, *, ties = TiesArg(ExactTies::Min)))]
    fn rank(&self, unit: &str, weights: Vec<ExactArg>, ties: TiesArg) -> PyResult<u32> {
        self.0.rank(unit, &ratios(weights), ties.0).or_raise()
    }

    /// Between which ranks a unit stands when the weights vary in a box, with a witness for each end.
    ///
    /// Equal scores share the better rank, ``min``, the worse one, ``max``, or stand in the order of the units, ``ordinal``. A bound is
    /// proven unless it took ``most_nodes``; then it is an interval. With ``keep_proof`` it can be followed by ``check``.
    #[pyo3(signature = (
        unit, space, *, ties = TiesArg(ExactTies::Min), most_nodes = 100_000, keep_proof = false,
        progress = ProgressArg::Auto
    ))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn rank_bounds(
        &self,
        py: Python<'_>,
        unit: &str,
        space: PyRef<'_, PyWeightBox>,
        ties: TiesArg,
        most_nodes: u64,
        keep_proof: bool,
        progress: ProgressArg,
    ) -> PyResult<PyRankBounds> {
        let (how, space) = (RankSearch { ties: ties.0, most_nodes, keep_proof }, space.0.clone());
        let found = watch::run(py, progress, |progress| self.0.rank_bounds_watched(unit, &space, &how, progress));
        found.map(PyRankBounds)
    }

    /// The same of every unit, in their order.
    #[pyo3(signature = (
        space, *, ties = TiesArg(ExactTies::Min), most_nodes = 100_000, keep_proof = false, progress = ProgressArg::Auto
    ))]
    fn all_rank_bounds(
        &self,
        py: Python<'_>,
        space: PyRef<'_, PyWeightBox>,
        ties: TiesArg,
        most_nodes: u64,
        keep_proof: bool,
        progress: ProgressArg,
    ) -> PyResult<Vec<PyRankBounds>> {
        let (how, space) = (RankSearch { ties: ties.0, most_nodes, keep_proof }, space.0.clone());
        let found = watch::run(py, progress, |progress| self.0.all_rank_bounds(&space, &how, progress));
        found.map(|bounds| bounds.out())
    }

    /// The same as a table: ``unit``; ``best``, the best rank that was attained, ``best_limit``, which no weights of the box pass, and
    /// whether the two are one, ``best_proven``; the same of the worst.
    #[pyo3(signature = (
        space, *, ties = TiesArg(ExactTies::Min), most_nodes = 100_000, progress = ProgressArg::Auto
    ))]
    fn rank_bounds_table(
        &self,
        py: Python<'_>,
        space: PyRef<'_, PyWeightBox>,
        ties: TiesArg,
        most_nodes: u64,
        progress: ProgressArg,
    ) -> PyResult<PyTable> {
        let (how, space) = (RankSearch { ties: ties.0, most_nodes, keep_proof: false }, space.0.clone());
        let found = watch::run(py, progress, |progress| self.0.rank_bounds_table(&space, &how, progress));
        found.map(Into::into)
    }

    /// The chart of the exact rank bounds of every unit over a box of weights, as a Vega-Lite specification: the best and the worst rank that was
    /// attained, the proven limits where a search was not closed, and, where ``weights`` are given, the rank at these.
    ///
    /// ``units`` names those that are drawn, all unless given; ``labels`` has names of units by key. Raises ``SchemeError``:
    /// ``chart-ranks-disagree`` where the weights stand outside the box, ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``,
    /// ``chart-too-many-units``; ``Stopped``.
    #[pyo3(signature = (space, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, weights = None, ties = TiesArg(ExactTies::Min), most_nodes = 100_000, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn ranking_spec(
        &self,
        py: Python<'_>,
        space: PyRef<'_, PyWeightBox>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        weights: Option<Vec<ExactArg>>,
        ties: TiesArg,
        most_nodes: u64,
        progress: ProgressArg,
    ) -> PyResult<PlainMap> {
        let (how, space) = (RankSearch { ties: ties.0, most_nodes, keep_proof: false }, space.0.clone());
        let weights = weights.map(ratios);
        let options = charts::options(lang, units, title, labels);
        let spec = watch::run(py, progress, |progress| {
            self.0.ranking_spec(&space, &how, weights.as_deref(), &options, progress)
        });
        charts::spec(spec?)
    }

    /// The same as a chart of Altair; needs ``shequ[charts]``.
    #[pyo3(signature = (space, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None, weights = None, ties = TiesArg(ExactTies::Min), most_nodes = 100_000, progress = ProgressArg::Auto))]
    #[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
    fn ranking_chart(
        &self,
        py: Python<'_>,
        space: PyRef<'_, PyWeightBox>,
        lang: LangArg,
        units: Option<Vec<String>>,
        title: Option<String>,
        labels: Option<BTreeMap<String, String>>,
        weights: Option<Vec<ExactArg>>,
        ties: TiesArg,
        most_nodes: u64,
        progress: ProgressArg,
    ) -> PyResult<ChartOut> {
        let (how, space) = (RankSearch { ties: ties.0, most_nodes, keep_proof: false }, space.0.clone());
        let weights = weights.map(ratios);
        let options = charts::options(lang, units, title, labels);
        let spec = watch::run(py, progress, |progress| {
            self.0.ranking_spec(&space, &how, weights.as_deref(), &options, progress)
        });
        charts::chart(py, spec?)
    }

    /// How much the weight of each criterion must move until two units swap (盈亏平衡权重), the other weights in proportion.
    fn break_even(&self, first: &str, second: &str, weights: Vec<ExactArg>) -> PyResult<PyBreakEven> {
        self.0.break_even(first, second, &ratios(weights)).map(PyBreakEven).or_raise()
    }

    /// The same of each unit and the next one of the ranking: where an order is easiest to turn over.
    #[pyo3(signature = (weights, /))]
    fn break_even_neighbours(&self, weights: Vec<ExactArg>) -> PyResult<Vec<PyBreakEven>> {
        self.0.break_even_neighbours(&ratios(weights)).map(|pairs| pairs.out()).or_raise()
    }

    /// The same of every pair, the better one first; equals in the order of the units.
    #[pyo3(signature = (weights, /, *, progress = ProgressArg::Auto))]
    fn break_even_pairs(
        &self,
        py: Python<'_>,
        weights: Vec<ExactArg>,
        progress: ProgressArg,
    ) -> PyResult<Vec<PyBreakEven>> {
        let weights = ratios(weights);
        let found = watch::run(py, progress, |progress| self.0.break_even_pairs(&weights, progress));
        found.map(|pairs| pairs.out())
    }

    /// Which units are at least as good as another in every criterion and better in one (占优).
    #[pyo3(signature = (*, progress = ProgressArg::Auto))]
    fn dominance(&self, py: Python<'_>, progress: ProgressArg) -> PyResult<PyDominance> {
        watch::run(py, progress, |progress| self.0.dominance(progress)).map(PyDominance)
    }

    /// Which units score at least as much as another under all weights of a box, and more under some.
    #[pyo3(signature = (space, /, *, progress = ProgressArg::Auto))]
    fn dominance_within(
        &self,
        py: Python<'_>,
        space: PyRef<'_, PyWeightBox>,
        progress: ProgressArg,
    ) -> PyResult<PyDominance> {
        let space = space.0.clone();
        watch::run(py, progress, |progress| self.0.dominance_within(&space, progress)).map(PyDominance)
    }

    /// Between what the difference of two scores lies over a box of weights, exactly, with the weights at both ends.
    fn difference(&self, first: &str, second: &str, space: PyRef<'_, PyWeightBox>) -> PyResult<PyDifferenceRange> {
        self.0.difference(first, second, &space.0).map(PyDifferenceRange).or_raise()
    }

    fn __len__(&self) -> usize {
        self.0.units().len()
    }

    fn __repr__(&self) -> String {
        format!("<ExactTable of {} units by {} criteria>", self.0.units().len(), self.0.criteria().len())
    }
}

record! {
    /// Between which ranks a unit stands over a box of weights.
    PyRankBounds("RankBounds", RankBounds) {
        /// The unit.
        unit: String,
        /// Who is ahead where two scores are equal.
        ties: ExactTies,
        /// Its best rank.
        best: RankBound,
        /// Its worst rank.
        worst: RankBound,
        /// The units ahead of it under all weights of the box.
        always_ahead: Vec<String>,
        /// The units behind it under all weights of the box.
        always_behind: Vec<String>,
    }
    with {
        /// Checks witnesses and proofs anew, by ways of its own: exact ratios and big integers, no search and no float.
        fn check(
            &self,
            py: Python<'_>,
            table: PyRef<'_, PyExactTable>,
            space: PyRef<'_, PyWeightBox>,
        ) -> PyResult<PyRankCheck> {
            let (table, space) = (&table.0, &space.0);
            py.detach(|| self.0.check(table, space)).map(PyRankCheck).or_raise()
        }

        /// Why: who is ahead at both ends, and at which weights.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// The best or the worst rank of a unit.
    PyRankBound("RankBound", RankBound) {
        /// The best (worst) rank that was attained, at ``weights``.
        rank: u32,
        /// No weights of the box give a better (worse) rank than this: proven.
        limit: u32,
        /// ``proven`` where the two are equal, otherwise ``interval``.
        status: BoundStatus,
        /// The witness: weights within the box at which the unit has this rank.
        weights: Vec<CriterionWeight>,
        /// The units ahead of it there.
        ahead: Vec<String>,
        /// How many nodes the search looked at.
        nodes: u64,
    }
}

record! {
    /// The weight of a criterion.
    PyCriterionWeight("CriterionWeight", CriterionWeight) {
        /// The criterion.
        criterion: String,
        /// Its share of one.
        weight: Ratio,
    }
}

record! {
    /// What the check of rank bounds found.
    PyRankCheck("RankCheck", RankCheck) {
        /// Whether both witnesses stand in the box and give their ranks.
        witnesses: bool,
        /// Whether the proofs show both limits; none where no proof was kept.
        limits: Option<bool>,
    }
}

record! {
    /// How firmly one unit stands before another.
    PyBreakEven("BreakEven", BreakEven) {
        /// The unit.
        first: String,
        /// The unit that it is compared with.
        second: String,
        /// The first's score less the second's.
        difference: Ratio,
        /// Criterion by criterion, in their order.
        criteria: Vec<BreakEvenWeight>,
        /// The criterion whose share needs to move least; none where none will do.
        nearest: Option<String>,
    }
    with {
        /// Why: the equation of each criterion.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// What the weight of one criterion would have to be for two units to swap.
    PyBreakEvenWeight("BreakEvenWeight", BreakEvenWeight) {
        /// The criterion.
        criterion: String,
        /// Its share now.
        weight: Ratio,
        /// The first's value less the second's, as it counts.
        gap: Ratio,
        /// The same of the mean of all other criteria by their weights; none where these have no weight.
        gap_of_others: Option<Ratio>,
        /// The share at which the two are level; none where no share from 0 to 1 does it.
        level_at: Option<Ratio>,
        /// By how much the share must move.
        change: Option<Ratio>,
    }
}

record! {
    /// Which units dominate which (占优).
    PyDominance("Dominance", Dominance) {
        /// Every such pair, in the order of the units.
        pairs: Vec<Dominates>,
        /// The units that none dominates (非劣).
        undominated: Vec<String>,
    }
}

record! {
    /// A unit that is at least as good as another, and somewhere better.
    PyDominates("Dominates", Dominates) {
        /// The better one.
        better: String,
        /// The one that it dominates.
        worse: String,
    }
}

record! {
    /// The difference of two scores over a box of weights.
    PyDifferenceRange("DifferenceRange", DifferenceRange) {
        /// The least of the first's score less the second's.
        least: Ratio,
        /// Weights at which it is least.
        least_at: Vec<Ratio>,
        /// The greatest.
        greatest: Ratio,
        /// Weights at which it is greatest.
        greatest_at: Vec<Ratio>,
    }
}

record! {
    /// A unit with its exact score and its rank.
    PyExactScore("ExactScore", ExactScore) {
        /// The unit.
        unit: String,
        /// The sum of weight times value.
        score: Ratio,
        /// Its rank.
        rank: u32,
    }
}
