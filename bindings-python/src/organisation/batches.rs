//! Many units asked at once: lists of keys, and what each unit and all within it come to.

use std::sync::Arc;

use pyo3::exceptions::PyIndexError;
use pyo3::prelude::*;
use shequ::kernel::{Day, Decimal, Lang, Ratio};
use shequ::organisation::{Amounts, Organisation, Rollup, UnitId, UnitLists};
use shequ::wire::organisation::UnitRollup;

use crate::convert::number::DayOut;
use crate::convert::record::record;
use crate::fault::OrRaise as _;
use crate::table::{Capsule, PyTable};

/// Lists of units, one for each that was asked for: ``lists[0]`` are its keys, and any data frame library reads them all as
/// the columns ``row``, ``unit`` and ``ancestor`` or ``descendant``.
#[pyclass(module = "shequ", name = "UnitLists", frozen)]
#[derive(Debug)]
pub struct PyUnitLists {
    organisation: Arc<Organisation>,
    asked: Vec<UnitId>,
    lists: UnitLists,
    answer: &'static str,
}

impl PyUnitLists {
    /// The answers to a batch.
    pub const fn new(
        organisation: Arc<Organisation>,
        asked: Vec<UnitId>,
        lists: UnitLists,
        answer: &'static str,
    ) -> Self {
        Self { organisation, asked, lists, answer }
    }
}

#[pymethods]
impl PyUnitLists {
    /// All lists as a table: ``row``, the place of the question, ``unit``, and what was answered.
    fn table(&self, py: Python<'_>) -> PyResult<PyTable> {
        py.detach(|| self.organisation.lists_table(&self.asked, &self.lists, self.answer)).map(Into::into).or_raise()
    }

    /// The table as an Arrow stream; data frame libraries call this.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsule<'py>> {
        self.table(py)?.__arrow_c_stream__(py, requested_schema)
    }

    fn __len__(&self) -> usize {
        self.lists.len()
    }

    fn __getitem__(&self, at: isize) -> PyResult<Vec<String>> {
        let place = usize::try_from(at).ok().or_else(|| self.lists.len().checked_sub(at.unsigned_abs()));
        let place = place.filter(|place| *place < self.lists.len());
        let list = self.lists.get(place.ok_or_else(|| PyIndexError::new_err("there is no such list"))?);
        Ok(list.iter().filter_map(|unit| self.organisation.key(*unit)).map(ToString::to_string).collect())
    }

    fn __repr__(&self) -> String {
        format!("<UnitLists: {} {}s of {} units>", self.lists.units().len(), self.answer, self.lists.len())
    }
}

/// One exact number for each unit, or none, ready to be added up on any day.
#[pyclass(module = "shequ", name = "Amounts", frozen)]
#[derive(Debug)]
pub struct PyAmounts(pub Amounts);

record! {
    /// What a unit and all within it come to on a day.
    PyUnitRollup("UnitRollup", UnitRollup) {
        /// The key of the unit.
        unit: String,
        /// The day.
        day: Day,
        /// How many units it is, itself and all within it.
        count: u32,
        /// Of how many of them the value is known.
        known: u32,
        /// The sum of the known values; none where none is known.
        sum: Option<Decimal>,
        /// The exact mean of the known values.
        mean: Option<Ratio>,
        /// Its share in the sum of what it lies within; none at the top, and where that sum is zero.
        share: Option<Ratio>,
        /// The least known value; none unless asked for.
        least: Option<Decimal>,
        /// The greatest known value; none unless asked for.
        most: Option<Decimal>,
    }
}

/// What each unit and all within it come to on a day: ``rollup["350502"]`` is one, and any data frame library reads all as
/// the columns ``unit``, ``count``, ``known``, ``sum``, ``least`` and ``most``.
#[pyclass(module = "shequ", name = "Rollup", frozen)]
#[derive(Debug)]
pub struct PyRollup {
    organisation: Arc<Organisation>,
    rollup: Rollup,
}

impl PyRollup {
    /// What was added up, beside its organisation.
    pub const fn new(organisation: Arc<Organisation>, rollup: Rollup) -> Self {
        Self { organisation, rollup }
    }
}

#[pymethods]
impl PyRollup {
    /// The day.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.rollup.day())
    }

    /// All units of the day as a table.
    fn table(&self, py: Python<'_>) -> PyResult<PyTable> {
        py.detach(|| self.rollup.table(&self.organisation)).map(Into::into).or_raise()
    }

    /// The table as an Arrow stream; data frame libraries call this.
    #[pyo3(signature = (requested_schema = None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Capsule<'py>> {
        self.table(py)?.__arrow_c_stream__(py, requested_schema)
    }

    fn __getitem__(&self, unit: &str) -> PyResult<PyUnitRollup> {
        self.rollup.record(&self.organisation, unit).map(PyUnitRollup).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Rollup of {} on {}>", self.organisation.title().get(Lang::Zh), self.rollup.day())
    }
}
