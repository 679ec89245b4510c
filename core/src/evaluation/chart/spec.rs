//! Vega-Lite as plain values: its objects written as they look, and what every chart shares.

use std::collections::BTreeMap;

use serde::Serialize;

use super::ChartError as Fault;
use crate::kernel::{Decimal, Error, Lang, Ratio, Result, Rounding, Text, Value};
use crate::wire::evaluation::ChartOptions;

/// The version of Vega-Lite that specifications are written for; every release of version 6 reads them.
pub(super) const SCHEMA: &str = "https://vega.github.io/schema/vega-lite/v6.json";

/// How many units one chart shows at most.
pub(super) const MOST_UNITS: usize = 500;

/// A chart (图表) as a Vega-Lite specification, which Altair, Vega-Embed and every other reader of Vega-Lite draws.
///
/// It holds its data. A number in it is there to be drawn: the float nearest to the exact one, of a share to six decimals. Beside it
/// stands the exact number as a text, which the tooltip shows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(transparent)]
pub struct ChartSpec(Value);

impl ChartSpec {
    /// The specification as a plain value.
    pub const fn value(&self) -> &Value {
        &self.0
    }

    /// The same, taken out.
    pub fn into_value(self) -> Value {
        self.0
    }
}

/// What becomes a plain value.
pub(super) trait Plain {
    fn plain(self) -> Value;
}

macro_rules! plain {
    ($($ty:ty: |$it:ident| $value:expr;)*) => {$(
        impl Plain for $ty {
            fn plain(self) -> Value {
                let $it = self;
                $value
            }
        }
    )*};
}

plain! {
    Value: |it| it;
    bool: |it| Value::Bool(it);
    i32: |it| Value::Int(it.into());
    u32: |it| Value::Int(it.into());
    usize: |it| Value::Int(i128::try_from(it).unwrap_or(i128::MAX));
    f64: |it| number(it);
    &str: |it| it.into();
    String: |it| it.into();
}

impl<T: Plain> Plain for Option<T> {
    fn plain(self) -> Value {
        self.map_or(Value::Null, Plain::plain)
    }
}

impl<T: Plain> Plain for Vec<T> {
    fn plain(self) -> Value {
        Value::List(self.into_iter().map(Plain::plain).collect())
    }
}

/// A plain value written as JSON is; what is no single word or literal stands in brackets.
macro_rules! vega {
    ({ $($key:tt: $value:tt),* $(,)? }) => {
        $crate::kernel::Value::Map(vec![ $(($key.to_owned(), vega!($value))),* ])
    };
    ([ $($value:tt),* $(,)? ]) => { $crate::kernel::Value::List(vec![ $(vega!($value)),* ]) };
    (null) => { $crate::kernel::Value::Null };
    ($value:expr) => { $crate::evaluation::chart::spec::Plain::plain($value) };
}
pub(super) use vega;

/// A whole number where it is one, as every JSON writer would have it.
fn number(x: f64) -> Value {
    #[expect(clippy::cast_possible_truncation, reason = "only whole numbers below 2^53 get here")]
    let whole = || x as i128;
    if x.fract() == 0.0 && x.abs() < 9_007_199_254_740_992.0 { Value::Int(whole()) } else { Value::Float(x) }
}

/// The float nearest to a decimal, to be drawn.
pub(super) fn drawn(exact: Decimal) -> f64 {
    // A decimal is written as digits and at most one point.
    exact.shortest().to_string().parse().unwrap_or(0.0)
}

/// A ratio to six decimals, to be drawn.
pub(super) fn drawn_ratio(exact: &Ratio) -> f64 {
    Decimal::from_ratio(exact, 6, Rounding::HalfUp).map_or(0.0, drawn)
}

/// The pixels of a row and of its letters, by the number of rows.
pub(super) const fn row_size(rows: usize) -> (u32, u32) {
    match rows {
        0..=40 => (22, 12),
        41..=100 => (16, 11),
        _ => (13, 10),
    }
}

/// Colours that those who see red and green alike can tell apart: Paul Tol's "muted" scheme, in the order in which neighbours in a
/// bar differ most, without the ones that bonuses, penalties and vetoes have.
pub(super) const PALETTE: [&str; 8] =
    ["#332288", "#DDCC77", "#44AA99", "#CC6677", "#88CCEE", "#117733", "#AA4499", "#999933"];

/// Blue for better, orange for worse (Okabe and Ito), grey for neither.
pub(super) const BETTER: &str = "#0072B2";
pub(super) const WORSE: &str = "#D55E00";
pub(super) const NEITHER: &str = "#8C8C8C";

/// The words above a chart and what it says to those who hear it.
pub(super) struct Heading {
    pub title: String,
    pub subtitle: Vec<String>,
    pub description: String,
}

/// The title of a chart: the one asked for, or the scheme's with what is shown.
pub(super) fn title(options: &ChartOptions, of: Option<&Text>, shown: &Text) -> String {
    match (&options.title, of) {
        (Some(title), _) => title.get(options.lang).to_owned(),
        (None, Some(of)) => match options.lang {
            Lang::Zh => format!("{}：{}", of.get(Lang::Zh), shown.get(Lang::Zh)),
            Lang::En => format!("{}: {}", of.get(Lang::En), shown.get(Lang::En)),
        },
        (None, None) => shown.get(options.lang).to_owned(),
    }
}

/// A whole chart: one panel as it is, several one below the other with the same colours.
pub(super) fn chart(heading: Heading, mut panels: Vec<(Option<String>, Value)>) -> ChartSpec {
    let mut top = vec![
        ("$schema".to_owned(), SCHEMA.into()),
        ("description".to_owned(), heading.description.into()),
        (
            "title".to_owned(),
            vega!({
                "text": (heading.title), "subtitle": (heading.subtitle), "anchor": "start", "frame": "group",
                "fontSize": 15, "subtitleFontSize": 11, "subtitleColor": "#555555", "offset": 14,
            }),
        ),
        (
            "config".to_owned(),
            vega!({
                "background": "white",
                "font": "system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif",
                "view": { "stroke": null },
                "axis": { "labelLimit": 260, "titleFontWeight": "normal", "gridColor": "#E6E6E6", "domainColor": "#999999" },
                "legend": { "labelLimit": 220, "titleFontWeight": "normal" },
            }),
        ),
    ];
    if let [(_, Value::Map(_))] = panels.as_slice()
        && let Some((_, Value::Map(view))) = panels.pop()
    {
        top.extend(view);
    } else {
        let views = panels.into_iter().map(|(name, view)| match view {
            Value::Map(mut view) => {
                let name =
                    vega!({ "text": (name.unwrap_or_default()), "anchor": "start", "fontSize": 13, "frame": "group" });
                view.insert(0, ("title".to_owned(), name));
                Value::Map(view)
            }
            other => other,
        });
        top.push(("vconcat".to_owned(), Value::List(views.collect())));
        top.push(("spacing".to_owned(), vega!(28)));
        top.push(("resolve".to_owned(), vega!({ "scale": { "color": "shared" } })));
    }
    ChartSpec(Value::Map(top))
}

/// The axis of units: their names, no title, wide enough for all panels alike.
pub(super) fn unit_axis(labels: &[String], size: u32) -> Value {
    vega!({
        "field": "label", "type": "nominal", "sort": (labels.to_vec()), "title": null,
        "axis": { "labelFontSize": size, "ticks": false, "labelPadding": 6, "labelOverlap": false, "domain": false },
    })
}

/// The names of units or parts, each told apart from the others: where two are the same, their keys stand behind.
pub(super) fn told_apart(named: &[(String, String)]) -> Vec<String> {
    let mut seen: BTreeMap<&str, u32> = BTreeMap::new();
    for (_, label) in named {
        *seen.entry(label).or_default() += 1;
    }
    let name = |(key, label): &(String, String)| match seen.get(label.as_str()) {
        Some(1) => label.clone(),
        _ => format!("{label} ({key})"),
    };
    named.iter().map(name).collect()
}

/// Whether the number of units can be drawn.
///
/// # Errors
/// `chart-no-units`, `chart-too-many-units`.
pub(super) fn check_count(units: usize) -> Result<()> {
    match units {
        0 => Err(Fault::Empty.into()),
        n if n > MOST_UNITS => Err(Fault::TooMany { got: n, most: MOST_UNITS }.into()),
        _ => Ok(()),
    }
}

/// Refuses the options that a chart does not use.
///
/// # Errors
/// `chart-option-unused` with the option.
pub(super) fn check_options(options: &ChartOptions, chart: &str, parts: bool, basis: bool) -> Result<()> {
    let unused = [("parts", options.parts.is_some() && !parts), ("basis", options.basis.is_some() && !basis)];
    match unused.into_iter().find(|(_, unused)| *unused) {
        Some((option, _)) => Err(Error::at(option, Fault::OptionUnused { option: option.into(), chart: chart.into() })),
        None => Ok(()),
    }
}

/// Which of the units are drawn, by their places; all unless some are named.
///
/// # Errors
/// `chart-unknown-unit`, `chart-unit-twice`, with the place in `units`; `chart-no-units`, `chart-too-many-units`.
pub(super) fn chosen(options: &ChartOptions, units: &[String]) -> Result<Vec<usize>> {
    let Some(named) = &options.units else {
        return check_count(units.len()).map(|()| (0..units.len()).collect());
    };
    let places: BTreeMap<&str, usize> = units.iter().enumerate().map(|(at, unit)| (unit.as_str(), at)).collect();
    let mut faults = crate::kernel::Faults::new();
    let mut found = Vec::with_capacity(named.len());
    for (at, unit) in named.iter().enumerate() {
        let clipped = || unit.chars().take(60).collect();
        match places.get(unit.as_str()) {
            None => faults.push(format!("units[{at}]"), Fault::UnknownUnit { got: clipped() }),
            Some(place) if found.contains(place) => {
                faults.push(format!("units[{at}]"), Fault::UnitTwice { unit: clipped() });
            }
            Some(place) => found.push(*place),
        }
    }
    faults.into_result()?;
    check_count(found.len()).map(|()| found)
}

/// A field of a tooltip.
pub(super) fn tip(field: &str, title: &Text, lang: Lang) -> Value {
    vega!({ "field": field, "type": "nominal", "title": (title.get(lang)) })
}
