//! Composite indices.

use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyDict;
use shequ::evaluation::certainty::UnitStudy;
use shequ::evaluation::methods::{Index, IndexCard};
use shequ::kernel::Lang;

use super::records::{
    PyDescription, PyFilledCell, PyIndexNode, PyNodeValue, PyScreenedUnit, PyStanding, PyTreatmentEntry, RankOut,
};
use crate::convert::hint;
use crate::convert::plain::{PlainList, list_of};
use crate::convert::record::Field as _;
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::evaluation::{PyStudy, PyWeightDraws};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::html;
use crate::table::{PyTable, TableArg};

/// A composite index (综合指数): a tree of indicators, how they become comparable, and how they are aggregated and ranked.
#[pyclass(module = "shequ", name = "Index", frozen)]
#[derive(Debug)]
pub struct PyIndex(Index);

#[pymethods]
impl PyIndex {
    /// Reads an index from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an index from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an index from a dict.
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

    /// What it measures: ``unit``, ``post`` or ``service``.
    #[getter]
    fn subject(&self) -> Word {
        self.0.subject().out()
    }

    /// The nodes of its tree with their effective weights: indicators, then aggregates, each in the order of the document.
    #[getter]
    fn nodes(&self) -> Vec<PyIndexNode> {
        self.0.nodes().into_iter().map(PyIndexNode).collect()
    }

    /// The name of each level above the indicators, from the lowest to the top; None for one without a name.
    #[getter]
    fn levels(&self) -> Vec<Option<PyText>> {
        self.0.levels().iter().map(|label| label.clone().map(PyText)).collect()
    }

    /// The columns that ``evaluate`` reads.
    #[getter]
    fn columns(&self) -> Vec<String> {
        self.0.columns()
    }

    /// Applies the index to a table: a column ``unit`` and those that ``columns`` names. An empty cell is missing.
    ///
    /// Raises ``SchemeError``, ``TableError`` and others with every fault of the table, ``table[row].column``, or of a stage, with
    /// the unit and the indicator: ``cell-missing``, ``denominator-zero``, ``indicator-constant``, ``value-not-positive``.
    #[pyo3(signature = (data, /))]
    fn evaluate(&self, py: Python<'_>, data: TableArg) -> PyResult<PyIndexCard> {
        py.detach(|| self.0.evaluate(&data.0)).or_raise().map(|card| PyIndexCard(Arc::new(card)))
    }

    fn __repr__(&self) -> String {
        format!("<Index {}: {} nodes>", self.0.title().get(Lang::Zh), self.0.nodes().len())
    }

    fn _repr_html_(&self) -> String {
        let head = ["key", "label", "level", "parent", "weight", "effective weight"].map(str::to_owned);
        let rows = self.0.nodes().into_iter().map(|node| {
            let (label, parent) = (node.label.get(Lang::Zh).to_owned(), node.parent.unwrap_or_default());
            let (weight, effective) = (node.weight.to_string(), node.effective_weight.to_string());
            vec![node.key, label, node.level.to_string(), parent, weight, effective]
        });
        format!("<b>{}</b>{}", html::both(self.0.title()), html::grid(&head, &rows.collect::<Vec<_>>(), 0))
    }
}

/// Tables by the name of the stage.
pub struct Stages<'py>(Bound<'py, PyDict>);

impl<'py> IntoPyObject<'py> for Stages<'py> {
    type Target = PyDict;
    type Output = Bound<'py, PyDict>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE = type_hint_subscript!(
            type_hint_identifier!("builtins", "dict"),
            type_hint_identifier!("builtins", "str"),
            <PyTable as pyo3::PyTypeInfo>::TYPE_HINT
        )
    );

    fn into_pyobject(self, _: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0)
    }
}

/// What an index found of every unit of a table: values and ranks at every node, and the log of each stage.
#[pyclass(module = "shequ", name = "IndexCard", frozen)]
#[derive(Debug)]
pub struct PyIndexCard(pub Arc<IndexCard>);

#[pymethods]
impl PyIndexCard {
    /// The units in the order of the table, without those that were screened out.
    #[getter]
    fn units(&self) -> Vec<String> {
        self.0.units().iter().map(ToString::to_string).collect()
    }

    /// The values of a node in the order of the units; of an indicator the normalised ones, more being better.
    fn values(&self, node: &str) -> PyResult<Vec<f64>> {
        self.0.values(node).or_raise().map(<[f64]>::to_vec)
    }

    /// The ranks at a node in the order of the units, with the ties and the rounding of the index.
    fn ranks(&self, node: &str) -> PyResult<Vec<RankOut>> {
        self.0.ranks(node).or_raise().map(|ranks| ranks.into_iter().map(RankOut).collect())
    }

    /// The same within the peer group of each unit; None where the index names no groups.
    fn ranks_in_group(&self, node: &str) -> PyResult<Option<Vec<RankOut>>> {
        let ranks = self.0.ranks_in_group(node).or_raise()?;
        Ok(ranks.map(|ranks| ranks.into_iter().map(RankOut).collect()))
    }

    /// The values and ranks of all units at a node, in the order of the units.
    fn node_values(&self, node: &str) -> PyResult<Vec<PyNodeValue>> {
        self.0.node_values(node).or_raise().map(|values| values.into_iter().map(PyNodeValue).collect())
    }

    /// The values and ranks of a unit at every node, in the order of ``Index.nodes``.
    fn unit(&self, unit: &str) -> PyResult<Vec<PyNodeValue>> {
        self.0.unit(unit).or_raise().map(|values| values.into_iter().map(PyNodeValue).collect())
    }

    /// The units at the top, from the best to the worst; equals in the order of the table.
    fn ranking(&self) -> PyResult<Vec<PyNodeValue>> {
        self.0.ranking().or_raise().map(|values| values.into_iter().map(PyNodeValue).collect())
    }

    /// One row a unit: ``unit``, ``group`` where there are groups, ``rank``, and every node from the top down.
    fn table(&self, py: Python<'_>) -> PyTable {
        py.detach(|| self.0.table()).into()
    }

    /// One row a unit: ``unit``, ``group`` where there are groups, and the rank at every node from the top down.
    fn rank_table(&self, py: Python<'_>) -> PyTable {
        py.detach(|| self.0.rank_table()).into()
    }

    /// What each stage left: the tables ``raw``, ``denominated``, ``imputed``, ``treated`` and ``normalised``.
    fn stages<'py>(&self, py: Python<'py>) -> PyResult<Stages<'py>> {
        let out = PyDict::new(py);
        for (stage, table) in py.detach(|| self.0.stage_tables()) {
            out.set_item(stage, PyTable::from(table))?;
        }
        Ok(Stages(out))
    }

    /// Every cell that was filled.
    fn filled(&self) -> Vec<PyFilledCell> {
        self.0.filled().into_iter().map(PyFilledCell).collect()
    }

    /// Every unit that was left out for its data.
    fn screened(&self) -> Vec<PyScreenedUnit> {
        self.0.screened().into_iter().map(PyScreenedUnit).collect()
    }

    /// What the treatment of outliers did, an entry an indicator.
    fn treatment(&self) -> Vec<PyTreatmentEntry> {
        self.0.treatment().into_iter().map(PyTreatmentEntry).collect()
    }

    /// The statistics of the indicators as they were given.
    fn describe(&self) -> PyResult<Vec<PyDescription>> {
        self.0.describe().or_raise().map(|all| all.into_iter().map(PyDescription).collect())
    }

    /// How a unit stands by each indicator as it was given, from its best rank to its worst.
    fn standings(&self, unit: &str) -> PyResult<Vec<PyStanding>> {
        self.0.standings(unit).or_raise().map(|all| all.into_iter().map(PyStanding).collect())
    }

    /// A study of the index: its indicators with their gaps filled, and the whole index from the treatment of outliers on as the method.
    ///
    /// Each weight of an indicator among its siblings is a quarter more or less unless ``weights`` are given. ``with_index`` adds indices
    /// of other methods, ``with_noise`` varies values. Raises ``SchemeError``: ``certainty-count-mismatch`` unless there is one weight
    /// for each indicator.
    #[pyo3(signature = (weights = None, *, seed = 0))]
    fn study(&self, py: Python<'_>, weights: Option<PyRef<'_, PyWeightDraws>>, seed: u64) -> PyResult<PyStudy> {
        let weights = weights.map(|weights| weights.draws().clone());
        py.detach(|| UnitStudy::of_index(&self.0, weights)).map(|study| study.seed(seed).into()).or_raise()
    }

    /// Why a unit has its value: every indicator from what was given to what it adds, and every mean above it.
    fn explain(&self, unit: &str) -> PyResult<PyExplanation> {
        self.0.explain(unit).map(Into::into).or_raise()
    }

    /// The plain form: one dict a unit at the top.
    fn to_dicts(&self) -> PyResult<PlainList> {
        list_of(&*self.0)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<IndexCard {}: {} units>", self.0.index().title().get(Lang::Zh), self.0.len())
    }

    fn _repr_html_(&self, py: Python<'_>) -> String {
        format!("<b>{}</b>{}", html::both(self.0.index().title()), self.table(py).html())
    }
}
