//! Charts: the Vega-Lite specification of the core as a dict, and as a chart of Altair where that is installed.

use std::collections::BTreeMap;

use pyo3::prelude::*;
use shequ::evaluation::chart::{ChartSpec, rank_bounds_spec as of_bounds};
use shequ::kernel::{Lang, Text};
use shequ::wire::evaluation::{ChartOptions, ChartParts, SlopeBasis};

use crate::convert::plain::{PlainMap, to_python};
use crate::convert::{LangArg, hint, words};
use crate::fault::OrRaise as _;
use crate::table::TableArg;

words! {
    /// What the bars of contributions are made of.
    PartsArg(ChartParts) { "indicators" => ChartParts::Indicators, "groups" => ChartParts::Groups }
}

words! {
    /// What slopes join.
    BasisArg(SlopeBasis) { "rank" => SlopeBasis::Rank, "total" => SlopeBasis::Total }
}

/// What every chart may be given.
pub fn options(
    lang: LangArg,
    units: Option<Vec<String>>,
    title: Option<String>,
    labels: Option<BTreeMap<String, String>>,
) -> ChartOptions {
    let labels = labels.unwrap_or_default().into_iter().map(|(unit, label)| (unit, Text::same(label)));
    ChartOptions {
        lang: lang.0,
        units,
        title: title.map(Text::same),
        labels: labels.collect(),
        ..ChartOptions::default()
    }
}

/// The specification as a dict.
#[allow(clippy::unnecessary_wraps, reason = "used as `chart` is")]
pub fn spec(made: ChartSpec) -> PyResult<PlainMap> {
    Ok(PlainMap(made.into_value()))
}

/// A chart of Altair.
pub struct ChartOut(Py<PyAny>);

impl<'py> IntoPyObject<'py> for ChartOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(
        OUTPUT_TYPE = type_hint_union!(
            type_hint_identifier!("altair", "LayerChart"),
            type_hint_identifier!("altair", "VConcatChart")
        )
    );

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(self.0.into_bound(py))
    }
}

/// The specification as a chart of Altair.
pub fn chart(py: Python<'_>, made: ChartSpec) -> PyResult<ChartOut> {
    let spec = to_python(py, made.value())?;
    let chart = py.import("shequ._charts")?.call_method1("chart", (spec,))?;
    Ok(ChartOut(chart.unbind()))
}

/// The chart of rank bounds that were found before, as a Vega-Lite specification.
///
/// The table is that of ``ExactTable.rank_bounds_table``: ``unit``; ``best`` and ``worst``, the ranks that were attained; ``best_limit``
/// and ``worst_limit``, the proven limits. A column ``rank``, which may be left out, has ranks at weights of the box. Raises
/// ``SchemeError``: ``chart-ranks-disagree`` with the row, ``chart-unknown-unit``, ``chart-unit-twice``, ``chart-no-units``,
/// ``chart-too-many-units``; ``DocumentError`` for a column or a cell that is missing.
#[pyfunction]
#[pyo3(signature = (bounds, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None))]
pub fn rank_bounds_spec(
    py: Python<'_>,
    bounds: TableArg,
    lang: LangArg,
    units: Option<Vec<String>>,
    title: Option<String>,
    labels: Option<BTreeMap<String, String>>,
) -> PyResult<PlainMap> {
    let options = options(lang, units, title, labels);
    spec(py.detach(|| of_bounds(&bounds.0, &options)).or_raise()?)
}

/// The same as a chart of Altair; needs ``shequ[charts]``.
#[pyfunction]
#[pyo3(signature = (bounds, /, *, lang = LangArg(Lang::Zh), units = None, title = None, labels = None))]
pub fn rank_bounds_chart(
    py: Python<'_>,
    bounds: TableArg,
    lang: LangArg,
    units: Option<Vec<String>>,
    title: Option<String>,
    labels: Option<BTreeMap<String, String>>,
) -> PyResult<ChartOut> {
    let options = options(lang, units, title, labels);
    chart(py, py.detach(|| of_bounds(&bounds.0, &options)).or_raise()?)
}
