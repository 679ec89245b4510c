//! Statistical methods: indices, normalisations, weights, decisions, and exact sums.

mod decide;
mod exact;
mod index;
mod records;
mod weights;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use shequ::evaluation::methods::{self, Normalise, RankTies, Treatment};
use shequ::kernel::Document;

use crate::convert::{hint, words};
use crate::document::{self, PlainArg};
use crate::fault::OrRaise as _;
use crate::table::{FloatsArg, NumbersArg, PyTable};

pub use decide::{PyMethodDecision, copeland, decide_by, electre, promethee, topsis, vikor};
pub use exact::{PyExactTotals, exact_sum};
pub use index::{PyIndex, PyIndexCard};
pub use records::{
    PyBestWorst, PyCloseness, PyConsistency, PyDescription, PyElectre, PyFilledCell, PyFlows, PyIndexNode, PyNodeValue,
    PyOutranking, PyScreenedUnit, PyShape, PyStanding, PyTreated, PyTreatedPoint, PyTreatmentEntry, PyVikor,
    PyWinsorised, RankOut,
};
pub use weights::{
    PyDoubt, ahp_consistency, ahp_weights, benefit_of_doubt, best_worst, equal_weights, point_weights,
    rank_order_centroid, weigh,
};

words! {
    /// The rank of equals.
    TiesArg(RankTies) {
        "min" => RankTies::Min,
        "dense" => RankTies::Dense,
        "average" => RankTies::Average,
        "ordinal" => RankTies::Ordinal,
    }
}

/// A row by its name, or by its number where rows have no names.
pub struct RowArg(String);

impl<'py> FromPyObject<'_, 'py> for RowArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(type_hint_identifier!("builtins", "str"), type_hint_identifier!("builtins", "int"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.extract::<usize>() {
            Ok(row) => Ok(Self(row.to_string())),
            Err(_) => obj.extract().map(Self),
        }
    }
}

impl RowArg {
    fn place(&self, names: Option<&[String]>, rows: usize) -> PyResult<usize> {
        methods::row_of(names, rows, &self.0).map_err(|e| e.under("unit")).or_raise()
    }
}

/// Options by keyword, read like a document. An option that is a word of Python, such as `lambda`, is written `lambda_`.
fn options<D: Document + Send>(py: Python<'_>, method: Option<&str>, given: Option<&Bound<'_, PyDict>>) -> PyResult<D> {
    let all = PyDict::new(py);
    for (name, value) in given.into_iter().flatten() {
        let name: String = name.extract()?;
        // What is left out is None in many a program.
        if !value.is_none() {
            all.set_item(name.strip_suffix('_').unwrap_or(&name), value)?;
        }
    }
    if let Some(method) = method {
        all.set_item("method", method)?;
    }
    all.set_item("format", D::FORMAT)?;
    document::from_dict(&PlainArg(all.into_any()))
}

/// The criteria of a table on one scale, more of each being better: ``min-max`` (``lower``, ``upper``: 0 to 100 unless
/// given), ``z-score`` (``mean``, ``deviation``), ``distance-to-max``, ``distance-to-reference`` (``reference``, ``cap``),
/// ``distance-to-target`` (``target``, ``cap``), ``fraction-of-max``, ``rank`` and ``borda`` (``ties``),
/// ``percentile-rank``, ``goalposts`` (``lower``, ``upper``, ``factor``, ``cap``, ``logarithmic``), ``vector``, ``sum``,
/// ``max`` and ``log``.
///
/// Of the criteria named in ``costs`` less is better. ``constant`` is the score of all by a criterion that tells no two
/// apart, for the methods that divide by its range or rank; without it that is an error, or all have the rank of the worst. A column ``unit`` names the rows and is kept.
///
/// Raises ``SchemeError``: ``indicator-constant``, ``value-not-positive``, ``denominator-zero``, ``target-not-better``,
/// ``parameter-missing``, ``parameter-not-used`` and others, each with its row and criterion.
#[pyfunction]
#[pyo3(signature = (method, data, *, costs = None, **options: "object"))]
pub fn normalise(
    py: Python<'_>,
    method: &str,
    data: NumbersArg,
    costs: Option<Vec<String>>,
    options: Option<&Bound<'_, PyDict>>,
) -> PyResult<PyTable> {
    let by: Normalise = self::options(py, Some(method), options)?;
    py.detach(|| {
        let data = data.floats(&costs.unwrap_or_default())?;
        let names = data.names.as_deref();
        Ok(by.normalise(&data.matrix()?, names)?.table(names))
    })
    .or_raise()
    .map(PyTable::from)
}

/// The outliers of one indicator drawn in (winsorised) or the whole indicator transformed, with a log of what was done.
///
/// An indicator is treated where ``|skewness|`` is above ``skewness`` (2) and its kurtosis above ``kurtosis`` (3.5): at most
/// ``points`` (5) points are drawn in; where that does not help, ``otherwise`` is applied to the original values: ``log``,
/// ``log-shifted``, ``log-skewed``, ``log-gii`` or ``box-cox`` (``lambda_``, the likeliest one unless given).
///
/// Raises ``SchemeError``: ``value-not-positive`` with its row, ``method-parameter``, ``parameter-not-used``.
#[pyfunction]
#[pyo3(signature = (values, /, **options: "object"))]
pub fn treat(py: Python<'_>, values: FloatsArg, options: Option<&Bound<'_, PyDict>>) -> PyResult<PyTreated> {
    let by: Treatment = self::options(py, None, options)?;
    let values = values.list()?;
    py.detach(|| by.apply_finite(&values)).or_raise().map(PyTreated)
}

/// The ranks of values, the greatest first; equals get the best place (``min``), the next (``dense``), the mean of their
/// places (``average``) or each its own (``ordinal``).
///
/// Raises ``SchemeError``: ``not-finite`` with its row.
#[pyfunction]
#[pyo3(signature = (values, /, ties = TiesArg(RankTies::Min)))]
pub fn ranks(values: FloatsArg, ties: TiesArg) -> PyResult<Vec<RankOut>> {
    let values = values.list()?;
    methods::ranks_finite(&values, ties.0).or_raise().map(|ranks| ranks.into_iter().map(RankOut).collect())
}
