//! Decisions by several criteria.

use pyo3::prelude::*;
use pyo3::types::PyDict;
use shequ::evaluation::methods::{self as core, Decide, Decision, Matrix, Method, TopsisNorm, Weights};
use shequ::kernel::Result;

use super::records::{PyCloseness, PyElectre, PyFlows, PyOutranking, PyVikor, RankOut};
use super::weights::weights_of;
use super::{RowArg, options};
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::Field as _;
use crate::convert::text::{PyText, Word};
use crate::convert::words;
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::html;
use crate::table::{Floats, FloatsArg, NumbersArg, PyTable};

words! {
    /// How criteria become comparable in TOPSIS.
    NormArg(TopsisNorm) { "vector" => TopsisNorm::Vector, "min-max" => TopsisNorm::MinMax }
}

/// One score and one rank for each row, by a method of decision (多准则决策).
#[pyclass(module = "shequ", name = "MethodDecision", frozen)]
#[derive(Debug)]
pub struct PyMethodDecision {
    decision: Decision,
    data: Floats,
    weights: Weights,
}

#[pymethods]
impl PyMethodDecision {
    /// The method.
    #[getter]
    fn method(&self) -> Word {
        self.decision.method().out()
    }

    /// What the method is called.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.decision.method().label())
    }

    /// Whether a ``higher`` or a ``lower`` score is better.
    #[getter]
    fn better(&self) -> Word {
        self.decision.better().out()
    }

    /// The names of the rows; None where they have none.
    #[getter]
    fn units(&self) -> Option<Vec<String>> {
        self.data.names.clone()
    }

    /// The scores in the order of the rows, unrounded.
    #[getter]
    fn scores(&self) -> Vec<f64> {
        self.decision.scores().to_vec()
    }

    /// The ranks in the order of the rows; 1 is the best.
    #[getter]
    fn ranks(&self) -> Vec<RankOut> {
        self.decision.ranks().iter().copied().map(RankOut).collect()
    }

    /// The rows from the best to the worst by their numbers, from 0; equals in their own order.
    #[getter]
    fn order(&self) -> Vec<usize> {
        self.decision.order()
    }

    /// One row an alternative: ``unit``, where the rows have names, ``score`` and ``rank``.
    fn table(&self, py: Python<'_>) -> PyTable {
        py.detach(|| self.decision.table(self.data.names.as_deref())).into()
    }

    /// Why a row has its score: its values beside the best and the worst of each criterion, the weights, and the method in words.
    ///
    /// Raises ``SchemeError``: ``unknown-unit``, ``unknown-row``.
    fn explain(&self, unit: RowArg) -> PyResult<PyExplanation> {
        let rows = self.decision.scores().len();
        let row = unit.place(self.data.names.as_deref(), rows)?;
        let matrix = self.data.matrix().or_raise()?;
        let found = self.decision.explain(&matrix, &self.weights, row);
        let unknown = || core::IndexError::UnknownRow { got: row, rows }.into();
        found.ok_or_else(unknown).or_raise().map(Into::into)
    }

    /// The plain form: method, better, scores and ranks.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.decision)
    }

    fn __len__(&self) -> usize {
        self.decision.scores().len()
    }

    fn __repr__(&self) -> String {
        format!("<MethodDecision {}: {} rows>", self.decision.method(), self.decision.scores().len())
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        format!("<b>{}</b>{}", html::both(&self.decision.method().label()), self.table(py).html())
    }
}

/// Scores and ranks by a method of decision (多准则决策) by its name.
///
/// ``weighted-sum`` and ``weighted-product`` (``scaling``), ``waspas`` (``lambda_``), ``owa`` (``scaling``, ``power`` or
/// ``places``), ``topsis`` (``norm``), ``vikor`` (``v``), ``promethee-ii`` (``preferences``), ``mabac``, ``copras``,
/// ``edas``, ``moora``, ``marcos``, ``spotis`` (``bounds``), ``electre-i`` (``concordance``, ``discordance``),
/// ``copeland`` and ``borda``; all take ``ties`` and ``decimals``. A preference is ``"usual"`` or a dict such as
/// ``{"linear": {"indifference": 1, "preference": 5}}``.
///
/// Of the criteria named in ``costs`` less is better. Weights come in the order of the columns or by name and sum to one;
/// with ``unscaled`` they are taken as they stand. A column ``unit`` names the rows.
///
/// Raises ``SchemeError``: ``unknown-method``, ``parameter-not-used``, ``method-weights-not-one``, ``criterion-constant``,
/// ``criterion-value-not-positive``, ``value-outside-bounds``, ``one-row`` and others, each with its row and criterion.
#[pyfunction]
#[pyo3(signature = (method, data, weights, *, costs = None, unscaled = false, **options: "object"))]
pub fn decide_by(
    py: Python<'_>,
    method: &str,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<PyMethodDecision> {
    let by: Decide = self::options(py, Some(method), options)?;
    let made = py.detach(|| {
        let data = data.floats(&costs.unwrap_or_default())?;
        let weights = weights_of(weights, &data.keys(), unscaled)?;
        let decision = by.decide(&data.matrix()?, &weights)?;
        Ok(PyMethodDecision { decision, data, weights })
    });
    made.or_raise()
}

/// The criteria and what a method of its own makes of them.
fn found<T: Send>(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    work: impl FnOnce(&Matrix<'_>, &Weights) -> Result<T> + Send,
) -> PyResult<T> {
    py.detach(|| {
        let data = data.floats(&costs.unwrap_or_default())?;
        let weights = weights_of(weights, &data.keys(), unscaled)?;
        work(&data.matrix()?, &weights)
    })
    .or_raise()
}

/// TOPSIS (逼近理想解排序法): closeness to the best and distance from the worst alternative that the criteria could make.
///
/// Arguments as of ``decide_by``. Raises ``SchemeError``: ``criterion-constant``, ``criterion-all-zero``, ``rows-all-equal``.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, unscaled = false, norm = NormArg(TopsisNorm::Vector)))]
pub fn topsis(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    norm: NormArg,
) -> PyResult<PyCloseness> {
    found(py, data, weights, costs, unscaled, |matrix, weights| core::topsis(matrix, weights, norm.0)).map(PyCloseness)
}

/// VIKOR (多准则妥协解排序法), with the weight ``v`` of the good of most, and its compromise.
///
/// Arguments as of ``decide_by``. Raises ``SchemeError``: ``criterion-constant``, ``one-row``, ``method-parameter-invalid``.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, unscaled = false, v = 0.5))]
pub fn vikor(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    v: f64,
) -> PyResult<PyVikor> {
    found(py, data, weights, costs, unscaled, |matrix, weights| core::vikor(matrix, weights, v)).map(PyVikor)
}

/// PROMETHEE (偏好顺序结构评估法): the flows of preference of each row. ``preferences`` are one for all criteria or one for each.
///
/// Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``method-counts-differ``, ``method-parameter-invalid``.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, unscaled = false, preferences = None))]
pub fn promethee(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    preferences: Option<Bound<'_, PyAny>>,
) -> PyResult<PyFlows> {
    let given = PyDict::new(py);
    given.set_item("preferences", preferences)?;
    let by: Decide = options(py, Some("promethee-ii"), Some(&given))?;
    let preferences = match by.method {
        Method::Promethee { preferences } => preferences,
        _ => Vec::new(),
    };
    let flows =
        found(py, data, weights, costs, unscaled, |matrix, weights| core::promethee(matrix, weights, &preferences));
    flows.map(PyFlows)
}

/// ELECTRE I (消去与选择转换法): which alternatives outrank which, and the few that remain to choose from; up to 2,000 rows.
///
/// Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``rows-all-equal``, ``method-too-many-rows``.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, unscaled = false, concordance = 0.65, discordance = 0.35))]
pub fn electre(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
    concordance: f64,
    discordance: f64,
) -> PyResult<PyElectre> {
    let work = |matrix: &Matrix<'_>, weights: &Weights| core::electre(matrix, weights, concordance, discordance);
    found(py, data, weights, costs, unscaled, work).map(PyElectre)
}

/// Copeland (科普兰法): how many others each row beats by a weighted majority, less how many beat it; up to 20,000 rows.
///
/// Arguments as of ``decide_by``. Raises ``SchemeError``: ``one-row``, ``method-too-many-rows``.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, unscaled = false))]
pub fn copeland(
    py: Python<'_>,
    data: NumbersArg,
    weights: FloatsArg,
    costs: Option<Vec<String>>,
    unscaled: bool,
) -> PyResult<PyOutranking> {
    found(py, data, weights, costs, unscaled, core::copeland).map(PyOutranking)
}
