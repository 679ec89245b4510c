//! Exact weighted sums of scaled integers.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::evaluation::methods::{IndexError, RankTies, Totals};

use super::records::RankOut;
use super::{RowArg, TiesArg};
use crate::convert::number::{DecimalOut, FractionOut};
use crate::fault::OrRaise as _;
use crate::table::{IntsArg, NumbersArg, PyTable};

/// Exact weighted sums, one a row, which no order of adding can change.
#[pyclass(module = "shequ", name = "ExactTotals", frozen)]
#[derive(Debug)]
pub struct PyExactTotals {
    totals: Totals,
    names: Option<Vec<String>>,
}

impl PyExactTotals {
    fn row(&self, unit: &RowArg) -> PyResult<usize> {
        unit.place(self.names.as_deref(), self.totals.len())
    }
}

#[pymethods]
impl PyExactTotals {
    /// The names of the rows; None where they have none.
    #[getter]
    fn units(&self) -> Option<Vec<String>> {
        self.names.clone()
    }

    /// The sums in the order of the rows.
    #[getter]
    fn totals(&self) -> Vec<DecimalOut> {
        (0..self.totals.len()).filter_map(|row| self.totals.get(row)).map(DecimalOut).collect()
    }

    /// The decimals of every sum.
    #[getter]
    fn scale(&self) -> u8 {
        self.totals.scale()
    }

    /// The sums as whole numbers at the scale.
    #[getter]
    fn mantissas(&self) -> Vec<i128> {
        (0..self.totals.len()).filter_map(|row| self.totals.mantissa(row)).collect()
    }

    /// The rows from the greatest sum to the least by their numbers, from 0; equals in their own order.
    #[getter]
    fn order(&self) -> Vec<u32> {
        self.totals.order()
    }

    /// The ranks in the order of the rows, the greatest sum first.
    #[pyo3(signature = (ties = TiesArg(RankTies::Min)))]
    fn ranks(&self, ties: TiesArg) -> Vec<RankOut> {
        self.totals.ranks(ties.0).into_iter().map(RankOut).collect()
    }

    /// The sum of a row.
    fn total(&self, unit: RowArg) -> PyResult<DecimalOut> {
        let row = self.row(&unit)?;
        let unknown = || IndexError::UnknownRow { got: row, rows: self.totals.len() }.into();
        self.totals.get(row).ok_or_else(unknown).or_raise().map(DecimalOut)
    }

    /// The sum of a row over the sum of the weights; None where that is zero.
    fn mean(&self, unit: RowArg) -> PyResult<Option<FractionOut>> {
        Ok(self.totals.mean(self.row(&unit)?).map(FractionOut))
    }

    /// One row an alternative: ``unit``, where the rows have names, ``total`` and ``rank``.
    #[pyo3(signature = (ties = TiesArg(RankTies::Min)))]
    fn table(&self, py: Python<'_>, ties: TiesArg) -> PyTable {
        py.detach(|| self.totals.table(self.names.as_deref(), ties.0)).into()
    }

    fn __len__(&self) -> usize {
        self.totals.len()
    }

    fn __repr__(&self) -> String {
        format!("<ExactTotals: {} rows of {} decimals>", self.totals.len(), self.totals.scale())
    }
}

/// The sum of weight times value of each row, exactly: whole numbers and decimals, nothing rounded.
///
/// Columns of whole numbers (``int64``, read from Arrow without a copy) and decimals are taken as they are, or with more
/// decimals where ``scales`` names them; floats and texts need their decimals there. Weights are whole numbers, in the
/// order of the columns or by name; less is better of the columns in ``costs``.
///
/// Raises ``SchemeError``: ``weights-ragged``, ``cell-missing``, ``parameter-missing``, ``exact-sum-too-large``;
/// ``NumberError``: ``too-many-digits``; each with its row and column.
#[pyfunction]
#[pyo3(signature = (data, weights, *, costs = None, scales = None))]
pub fn exact_sum(
    py: Python<'_>,
    data: NumbersArg,
    weights: IntsArg,
    costs: Option<Vec<String>>,
    scales: Option<BTreeMap<String, u8>>,
) -> PyResult<PyExactTotals> {
    let made = py.detach(|| {
        let data = data.ints(&costs.unwrap_or_default(), &scales.unwrap_or_default())?;
        let weights = weights.of("weights", &data.keys())?;
        let totals = data.matrix()?.weighted_sum(&weights)?;
        Ok(PyExactTotals { totals, names: data.names })
    });
    made.or_raise()
}
