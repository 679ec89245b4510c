//! Weights of criteria: given, judged, or read from the data.

use pyo3::prelude::*;
use shequ::evaluation::methods::{
    self as core, BestWorst, BestWorstModel, Judgements, PieShares, Priorities, RandomIndex, Weighting, Weights,
};

use super::RowArg;
use super::records::{PyBestWorst, PyConsistency};
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::{hint, words};
use crate::fault::OrRaise as _;
use crate::table::{Floats, FloatsArg, NumbersArg};
use crate::watch::{self, ProgressArg};

words! {
    /// A method that reads weights from the data.
    WeightingArg(Weighting) {
        "equal" => Weighting::Equal,
        "standard-deviation" => Weighting::StandardDeviation,
        "entropy" => Weighting::Entropy,
        "angle" => Weighting::Angle,
        "critic" => Weighting::Critic,
        "merec" => Weighting::Merec,
        "cilos" => Weighting::Cilos,
        "idocriw" => Weighting::Idocriw,
        "components" => Weighting::Components,
        "first-component" => Weighting::FirstComponent,
    }
}

words! {
    /// How judgements become weights.
    PrioritiesArg(Priorities) {
        "eigenvector" => Priorities::Eigenvector,
        "geometric-mean" => Priorities::GeometricMean,
        "column-mean" => Priorities::ColumnMean,
    }
}

words! {
    /// The table of random indices.
    RandomIndexArg(RandomIndex) { "saaty" => RandomIndex::Saaty, "tummala-ling" => RandomIndex::TummalaLing }
}

words! {
    /// Which deviation the best-worst method keeps least.
    ModelArg(BestWorstModel) { "linear" => BestWorstModel::Linear, "nonlinear" => BestWorstModel::Nonlinear }
}

/// The weights of criteria, in their order.
pub fn weights_of(given: FloatsArg, keys: &[&str], unscaled: bool) -> shequ::kernel::Result<Weights> {
    let given = given.of("weights", keys)?;
    if unscaled { Weights::unscaled(given) } else { Weights::new(given) }
}

/// The weights of the criteria of a table, read from their values: ``standard-deviation``, ``entropy`` (熵权法), ``angle``,
/// ``critic``, ``merec``, ``cilos``, ``idocriw``, ``components`` (主成分分析), ``first-component`` or ``equal``.
///
/// Of the criteria named in ``costs`` less is better. They sum to one and come in the order of the columns. Weights from
/// the data say what tells the rows apart, not what matters.
///
/// Raises ``SchemeError``: ``one-row``, ``criterion-constant``, ``criterion-value-not-positive``,
/// ``criterion-value-negative``, ``weights-undetermined`` and others, with the place.
#[pyfunction]
#[pyo3(signature = (method, data, *, costs = None))]
pub fn weigh(py: Python<'_>, method: WeightingArg, data: NumbersArg, costs: Option<Vec<String>>) -> PyResult<Vec<f64>> {
    py.detach(|| {
        let data = data.floats(&costs.unwrap_or_default())?;
        method.0.weights(&data.matrix()?)
    })
    .or_raise()
    .map(|weights| weights.as_slice().to_vec())
}

/// The same weight for each of so many criteria (等权).
#[pyfunction]
#[pyo3(signature = (criteria, /))]
pub fn equal_weights(criteria: usize) -> PyResult<Vec<f64>> {
    Weights::equal(criteria).or_raise().map(|weights| weights.as_slice().to_vec())
}

/// Weights from points of any sum (直接赋分): each divided by their sum.
///
/// Raises ``SchemeError``: ``method-weight-invalid`` with the place, ``method-weights-zero``.
#[pyfunction]
#[pyo3(signature = (points, /))]
pub fn point_weights(points: FloatsArg) -> PyResult<Vec<f64>> {
    Weights::points(&points.list()?).or_raise().map(|weights| weights.as_slice().to_vec())
}

/// Weights from the order of importance alone: ``places[j]`` is the place of criterion ``j``, 1 for the most important.
///
/// Raises ``SchemeError``: ``weights-not-an-order``.
#[pyfunction]
#[pyo3(signature = (places, /))]
pub fn rank_order_centroid(places: Vec<usize>) -> PyResult<Vec<f64>> {
    Weights::rank_order_centroid(&places).or_raise().map(|weights| weights.as_slice().to_vec())
}

fn judgements(rows: Vec<Vec<f64>>, upper: bool) -> shequ::kernel::Result<Judgements> {
    if upper { Judgements::upper(&rows) } else { Judgements::new(rows) }
}

/// Weights from judgements in pairs (层次分析法): how many times as important the criterion of the row is as that of the column.
///
/// With ``upper`` the rows hold only what stands above the diagonal. Look at ``ahp_consistency`` too.
///
/// Raises ``SchemeError``: ``judgements-not-square``, ``judgement-invalid``, ``judgements-not-reciprocal``, each with its place.
#[pyfunction]
#[pyo3(signature = (rows, /, *, priorities = PrioritiesArg(Priorities::Eigenvector), upper = false))]
pub fn ahp_weights(rows: Vec<Vec<f64>>, priorities: PrioritiesArg, upper: bool) -> PyResult<Vec<f64>> {
    let weights = judgements(rows, upper).and_then(|judgements| judgements.weights(priorities.0));
    weights.or_raise().map(|weights| weights.as_slice().to_vec())
}

/// How far judgements in pairs contradict each other, under a named table of random indices.
///
/// Raises ``SchemeError``: ``random-index-missing`` beyond 15 criteria, and the faults of ``ahp_weights``.
#[pyfunction]
#[pyo3(signature = (
    rows, /, *, priorities = PrioritiesArg(Priorities::Eigenvector), table = RandomIndexArg(RandomIndex::Saaty), upper = false
))]
pub fn ahp_consistency(
    rows: Vec<Vec<f64>>,
    priorities: PrioritiesArg,
    table: RandomIndexArg,
    upper: bool,
) -> PyResult<PyConsistency> {
    let judgements = judgements(rows, upper);
    judgements.and_then(|judgements| judgements.consistency(priorities.0, table.0)).or_raise().map(PyConsistency)
}

/// Weights by the best-worst method (最优最劣法): comparisons of the best criterion with the others and of the others with the
/// worst, each from 1 (equal) to 9.
///
/// Raises ``SchemeError``: ``comparison-below-one`` with its place, ``method-counts-differ``, ``best-worst-unclear``.
#[pyfunction]
#[pyo3(signature = (best_to_others, others_to_worst, *, model = ModelArg(BestWorstModel::Linear)))]
pub fn best_worst(best_to_others: FloatsArg, others_to_worst: FloatsArg, model: ModelArg) -> PyResult<PyBestWorst> {
    let comparisons = BestWorst::new(&best_to_others.list()?, &others_to_worst.list()?);
    comparisons.and_then(|comparisons| comparisons.weights(model.0)).or_raise().map(PyBestWorst)
}

/// Shares as an argument: one pair for all criteria, or one for each.
pub enum SharesArg {
    /// For all.
    All(f64, f64),
    /// For each.
    Each(Vec<(f64, f64)>),
}

impl<'py> FromPyObject<'_, 'py> for SharesArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            type_hint_subscript!(
                type_hint_identifier!("builtins", "tuple"),
                type_hint_identifier!("builtins", "float"),
                type_hint_identifier!("builtins", "float")
            ),
            type_hint_subscript!(
                type_hint_identifier!("collections.abc", "Sequence"),
                type_hint_subscript!(
                    type_hint_identifier!("builtins", "tuple"),
                    type_hint_identifier!("builtins", "float"),
                    type_hint_identifier!("builtins", "float")
                )
            )
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.extract::<(f64, f64)>() {
            Ok((least, greatest)) => Ok(Self::All(least, greatest)),
            Err(_) => obj.extract().map(Self::Each),
        }
    }
}

/// Scores by the benefit of the doubt (善意推定): every row is weighed in its own favour, as long as no row exceeds one.
#[pyclass(module = "shequ", name = "Doubt", frozen)]
#[derive(Debug)]
pub struct PyDoubt {
    doubt: core::Doubt,
    data: Floats,
}

#[pymethods]
impl PyDoubt {
    /// The names of the rows; None where they have none.
    #[getter]
    fn units(&self) -> Option<Vec<String>> {
        self.data.names.clone()
    }

    /// From 0 to 1; 1 for a row that no other outdoes under its own weights.
    #[getter]
    fn scores(&self) -> Vec<f64> {
        self.doubt.scores.clone()
    }

    /// By row, the weight of each criterion in its own unit; they do not sum to one.
    #[getter]
    fn weights(&self) -> Vec<Vec<f64>> {
        self.doubt.weights.clone()
    }

    /// The share of each criterion in the score of a row; None where the score is zero.
    fn shares(&self, unit: RowArg) -> PyResult<Option<Vec<f64>>> {
        let row = unit.place(self.data.names.as_deref(), self.doubt.scores.len())?;
        let matrix = self.data.matrix().or_raise()?;
        Ok(self.doubt.shares(&matrix, row))
    }

    /// The plain form.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.doubt)
    }

    fn __len__(&self) -> usize {
        self.doubt.scores.len()
    }

    fn __repr__(&self) -> String {
        format!("<Doubt: {} rows>", self.doubt.scores.len())
    }
}

/// Scores by the benefit of the doubt (善意推定): the weights of each row are those that suit it best, as long as no row exceeds one.
///
/// ``shares`` bounds the share of each criterion in a row's score: one pair of the least and the greatest for all, or one for
/// each. One linear programme a row.
///
/// Raises ``SchemeError``: ``criterion-value-negative`` with its place, ``criterion-all-zero``, ``shares-cannot-be-met``.
#[pyfunction]
#[pyo3(signature = (data, /, *, shares = None, progress = ProgressArg::Auto))]
pub fn benefit_of_doubt(
    py: Python<'_>,
    data: NumbersArg,
    shares: Option<SharesArg>,
    progress: ProgressArg,
) -> PyResult<PyDoubt> {
    let data = data.floats(&[]).or_raise()?;
    let doubt = watch::run(py, progress, |progress| {
        let matrix = data.matrix()?;
        let shares = match shares {
            None => None,
            Some(SharesArg::All(least, greatest)) => Some(PieShares::all(matrix.criteria().len(), least, greatest)?),
            Some(SharesArg::Each(bounds)) => Some(PieShares::new(bounds)?),
        };
        core::benefit_of_doubt_with(&matrix, shares.as_ref(), progress)
    })?;
    Ok(PyDoubt { doubt, data })
}
