//! Units by indicators: how much of its full points each has.

use super::panels::Panel;
use super::spec::{
    ChartSpec, Heading, chart, check_options, drawn_ratio, row_size, tip, title, told_apart, unit_axis, vega,
};
use crate::evaluation::Scorecard;
use crate::kernel::{Lang, Ratio, Result, Text, Value};
use crate::wire::evaluation::{ChartOptions, Line};

/// How many indicators and units leave room for numbers in the cells.
const NUMBERED: (usize, usize) = (24, 60);

/// What a unit has of an indicator's points; none where the points went to others.
fn share(line: &Line) -> Option<Ratio> {
    let points: Ratio = line.points.parse().ok()?;
    line.score.to_ratio().checked_div(&points)
}

/// The share in whole percent, rounded down so that only all points are 100; with a star where the value was missing.
fn words(line: &Line, share: Option<&Ratio>) -> String {
    let Some(share) = share else { return "–".to_owned() };
    let percent = (share * &Ratio::from(100)).floor();
    if line.missing.is_some() { format!("{percent}*") } else { percent.to_string() }
}

impl Scorecard {
    /// The heat map of indicators: for each unit and indicator the share of its full points, as a Vega-Lite specification.
    ///
    /// Full points are those that the indicator has for the unit, after those of missing siblings were shared out; a missing value whose
    /// points went to its siblings is grey. Shares above one have the colour of one. Scores are those before vetoes.
    ///
    /// # Errors
    /// `chart-option-unused`; `chart-unknown-unit`, `chart-unit-twice` with the place in `units`; `chart-no-units`,
    /// `chart-too-many-units`.
    ///
    /// ```
    /// use shequ::evaluation::{Cells, Scheme};
    /// use shequ::kernel::{Document, Lang};
    /// use shequ::wire::evaluation::ChartOptions;
    /// let scheme = Scheme::parse(r#"
    ///     format = "shequ.scheme/1"
    ///     title = "example"
    ///     subject = "unit"
    ///     groups = [{ key = "g", indicators = [{ key = "visits", points = 100, rule = "linear", target = 12 }] }]
    /// "#)?;
    /// let cells = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "c", "visits": 11}]}"#)?;
    /// let options = ChartOptions { lang: Lang::En, ..ChartOptions::default() };
    /// let spec = scheme.evaluate_cells(&cells)?.heat_spec(&options)?;
    /// assert!(spec.value().get("layer").is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn heat_spec(&self, options: &ChartOptions) -> Result<ChartSpec> {
        check_options(options, "a heat map", false, false)?;
        let lang = options.lang;
        let panels = self.panels(options)?;
        let indicators = &self.scheme.inner.indicators;
        let names: Vec<_> = indicators.iter().map(|i| (i.key.to_string(), i.label.get(lang).to_owned())).collect();
        let names = told_apart(&names);
        let units: usize = panels.iter().map(|panel| panel.members.len()).sum();
        let numbered = names.len() <= NUMBERED.0 && units <= NUMBERED.1;
        let mut views = Vec::with_capacity(panels.len());
        let (mut lost, mut starred) = (false, false);
        for panel in &panels {
            let mut rows = Vec::new();
            for (u, label) in panel.units() {
                let unit = self.key_at(u);
                for (line, name) in self.lines(&unit)?.iter().zip(&names) {
                    let share = share(line);
                    lost |= share.is_none();
                    starred |= line.missing.is_some() && share.is_some();
                    rows.push(vega!({
                        "unit": (unit.clone()), "label": (label.clone()), "indicator": (name.clone()),
                        "share": (share.as_ref().map(drawn_ratio)), "words": (words(line, share.as_ref())),
                        "score": (line.score.to_string()), "points": (line.points.clone()),
                        "value": (line.value.clone()),
                    }));
                }
            }
            views.push((panel.name.clone(), map(panel, rows, &names, numbered, lang)));
        }
        let title =
            title(options, Some(&self.scheme.inner.title), &Text::new("各指标得分率", "share of points by indicator"));
        let mut subtitle = Vec::new();
        let mut say = |zh: &str, en: &str| subtitle.push(Text::new(zh, en).get(lang).to_owned());
        if numbered {
            say("数字：占该项满分的百分比，舍去小数", "numbers: percent of the indicator's points, rounded down");
            if starred {
                say("*：缺值，按规则计分", "*: the value is missing and the scheme says what counts");
            }
        }
        if lost {
            say("灰色：缺值，分值已转给同组其他指标", "grey: the value is missing and its points went to its siblings");
        }
        let description = match lang {
            Lang::Zh => format!("{title}。{units} 个单位、{} 项指标，颜色越亮得分率越高。", names.len()),
            Lang::En => {
                format!("{title}. {units} units by {} indicators; the brighter, the greater the share.", names.len())
            }
        };
        Ok(chart(Heading { title, subtitle, description }, views))
    }
}

fn map(panel: &Panel, rows: Vec<Value>, names: &[String], numbered: bool, lang: Lang) -> Value {
    let (step, size) = row_size(panel.members.len());
    let share = Text::new("得分率", "share");
    let tips = vec![
        tip("label", &Text::new("单位", "unit"), lang),
        tip("indicator", &Text::new("指标", "indicator"), lang),
        tip("score", &Text::new("得分", "score"), lang),
        tip("points", &Text::new("满分", "full points"), lang),
        tip("value", &Text::new("实绩", "value"), lang),
    ];
    let mut layers = vec![vega!({
        "mark": { "type": "rect", "stroke": "white", "strokeWidth": 1, "invalid": null },
        "encoding": {
            "color": {
                "condition": { "test": "datum.share === null", "value": "#D9D9D9" },
                "field": "share", "type": "quantitative", "title": (share.get(lang)),
                "scale": { "scheme": "viridis", "domain": [0, 1], "clamp": true },
                "legend": { "format": ".0%", "values": [0, 0.25, 0.5, 0.75, 1], "gradientLength": 120 },
            },
            "tooltip": tips,
        },
    })];
    if numbered {
        layers.push(vega!({
            "mark": { "type": "text", "fontSize": (size - 1) },
            "encoding": {
                "text": { "field": "words", "type": "nominal" },
                "color": {
                    "condition": { "test": "datum.share !== null && datum.share < 0.55", "value": "white" },
                    "value": "black",
                },
            },
        }));
    }
    vega!({
        "data": { "values": rows },
        "width": { "step": (if numbered { 34 } else { 18 }) },
        "height": { "step": step },
        "encoding": {
            "x": {
                "field": "indicator", "type": "nominal", "sort": (names.to_vec()), "title": null,
                "axis": {
                    "orient": "top", "labelAngle": (-40), "labelFontSize": 11, "ticks": false, "domain": false,
                    "labelOverlap": false, "labelLimit": 200,
                },
            },
            "y": (unit_axis(&panel.labels, size)),
        },
        "layer": layers,
    })
}
