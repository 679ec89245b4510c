//! Slopes of two periods: the rank or the total of each unit last period and this one.

use super::panels::Panel;
use super::spec::{
    BETTER, ChartSpec, Heading, NEITHER, WORSE, chart, check_count, check_options, drawn, row_size, tip, title, vega,
};
use super::spread::spread;
use crate::evaluation::Scorecard;
use crate::kernel::{Decimal, Lang, Ratio, Result, Rounding, Text, Value};
use crate::wire::evaluation::{ChartOptions, SlopeBasis};

/// One unit in both periods.
struct Slope {
    unit: String,
    label: String,
    /// Last period and this one.
    values: [Decimal; 2],
    /// Above zero where it is better now.
    gain: Decimal,
}

/// Hundredths of a pixel.
const PIXEL: i64 = 100;

impl Scorecard {
    /// The slopes of two periods: the rank of each unit in an earlier evaluation and in this one, or its total, coloured by whether it
    /// rose or fell, as a Vega-Lite specification.
    ///
    /// Units that are in one period only, or that have no rank in one, are left out, and how many they are is said. Ranks are those after
    /// ties are broken, among the peers of each period; panels are the peer groups of this period.
    ///
    /// # Errors
    /// `chart-option-unused`; `chart-unknown-unit`, `chart-unit-twice` with the place in `units`; `chart-no-units`,
    /// `chart-too-many-units`.
    ///
    /// ```
    /// use shequ::evaluation::{Cells, Scheme};
    /// use shequ::kernel::Document;
    /// use shequ::wire::evaluation::{ChartOptions, SlopeBasis};
    /// let scheme = Scheme::parse(r#"
    ///     format = "shequ.scheme/1"
    ///     title = "example"
    ///     subject = "unit"
    ///     groups = [{ key = "g", indicators = [{ key = "visits", points = 100, rule = "linear", target = 12 }] }]
    /// "#)?;
    /// let last = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "c", "visits": 9}]}"#)?;
    /// let now = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "c", "visits": 11}]}"#)?;
    /// let (last, now) = (scheme.evaluate_cells(&last)?, scheme.evaluate_cells(&now)?);
    /// let options = ChartOptions { basis: Some(SlopeBasis::Total), ..ChartOptions::default() };
    /// assert!(now.slope_spec(&last, &options)?.value().get("layer").is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn slope_spec(&self, before: &Self, options: &ChartOptions) -> Result<ChartSpec> {
        check_options(options, "a slope chart", false, true)?;
        let lang = options.lang;
        let basis = options.basis.unwrap_or(SlopeBasis::Rank);
        let panels = self.panels(options)?;
        let named: usize = panels.iter().map(|panel| panel.members.len()).sum();
        let found = panels.iter().map(|panel| (panel.name.clone(), self.slopes(before, panel, basis)));
        let found: Vec<_> = found.filter(|(_, slopes)| !slopes.is_empty()).collect();
        let drawn = || found.iter().flat_map(|(_, slopes)| slopes);
        let units = drawn().count();
        check_count(units)?;
        let sign = |slope: &Slope| slope.gain.mantissa().signum();
        let many = |wanted: i128| drawn().filter(|slope| sign(slope) == wanted).count();
        let (rose, fell, same) = (many(1), many(-1), many(0));
        // Totals share one scale over all panels, ranks are of their panel.
        let reach = |slopes: &mut dyn Iterator<Item = &Slope>| {
            let values: Vec<Decimal> = slopes.flat_map(|slope| slope.values).collect();
            (
                values.iter().min().copied().unwrap_or(Decimal::ZERO),
                values.iter().max().copied().unwrap_or(Decimal::ZERO),
            )
        };
        let all = reach(&mut drawn());
        let views = found.iter().map(|(name, slopes)| {
            let (least, most) = if basis == SlopeBasis::Total { all } else { reach(&mut slopes.iter()) };
            (name.clone(), panel(slopes, basis, (least, most), lang))
        });
        let views: Vec<_> = views.collect();
        let shown = match basis {
            SlopeBasis::Rank => Text::new("名次的变化", "ranks, last period and this one"),
            SlopeBasis::Total => Text::new("总分的变化", "totals, last period and this one"),
        };
        let title = title(options, Some(&self.scheme.inner.title), &shown);
        let counts = Text::new(
            format!("上升 {rose} 个，下降 {fell} 个，不变 {same} 个"),
            format!("{rose} rose, {fell} fell, {same} stayed"),
        );
        let mut subtitle = vec![counts.get(lang).to_owned()];
        if units < named {
            let left = named - units;
            let note = Text::new(
                format!("另有 {left} 个单位不是两期都有，未画"),
                format!("{left} more units are not in both periods and not drawn"),
            );
            subtitle.push(note.get(lang).to_owned());
        }
        let description = match lang {
            Lang::Zh => format!("{title}。{units} 个单位，{}。", subtitle.join("；")),
            Lang::En => format!("{title}. {units} units: {}.", subtitle.join("; ")),
        };
        Ok(chart(Heading { title, subtitle, description }, views))
    }

    /// The units of a panel that are in both periods.
    fn slopes(&self, before: &Self, panel: &Panel, basis: SlopeBasis) -> Vec<Slope> {
        let value = |card: &Self, u: usize| match basis {
            SlopeBasis::Rank => card.place_at(u).map(|rank| Decimal::from(i64::from(rank))),
            SlopeBasis::Total => Some(card.score_at(u).total),
        };
        let slope = |(u, label): (usize, &String)| {
            let unit = self.key_at(u);
            let values = [value(before, before.find(&unit).ok()?)?, value(self, u)?];
            let [was, is] = values;
            let (worse, better) = if basis == SlopeBasis::Rank { (is, was) } else { (was, is) };
            let less = Decimal::new(-worse.mantissa(), worse.scale()).ok()?;
            Some(Slope { unit, label: label.clone(), values, gain: better.checked_add(less)? })
        };
        panel.units().filter_map(slope).collect()
    }
}

/// The view of one panel.
fn panel(slopes: &[Slope], basis: SlopeBasis, (least, most): (Decimal, Decimal), lang: Lang) -> Value {
    let (row, size) = row_size(slopes.len());
    let rows = i64::try_from(slopes.len()).unwrap_or(i64::MAX);
    let gap = i64::from(row.min(18)) * PIXEL;
    let height = (rows * gap).max(180 * PIXEL);
    let axis = Axis { least, most, down: basis == SlopeBasis::Rank, height };
    let words = [Text::new("上升", "rose"), Text::new("下降", "fell"), Text::new("不变", "stayed")];
    let word = |slope: &Slope| {
        let [rose, fell, same] = &words;
        match slope.gain.mantissa().signum() {
            1 => rose,
            -1 => fell,
            _ => same,
        }
    };
    let mut lines = Vec::new();
    let mut labels = Vec::new();
    for (side, x) in [(0_usize, 0_u32), (1, 1)] {
        let value = |slope: &Slope| slope.values.get(side).copied().unwrap_or(Decimal::ZERO);
        let mut order: Vec<&Slope> = slopes.iter().collect();
        order.sort_by_key(|slope| axis.pixel(value(slope)));
        let wanted: Vec<i64> = order.iter().map(|slope| axis.pixel(value(slope))).collect();
        for (slope, place) in order.into_iter().zip(spread(&wanted, gap, height)) {
            let value = value(slope);
            let text =
                if side == 0 { format!("{} · {value}", slope.label) } else { format!("{value} · {}", slope.label) };
            labels.push(vega!({
                "unit": (slope.unit.clone()), "side": x, "value": (drawn(value)), "at": (axis.value(place)), "words": text,
                "change": (word(slope).get(lang)),
            }));
        }
    }
    for slope in slopes {
        let gain = if slope.gain.mantissa() > 0 { format!("+{}", slope.gain) } else { slope.gain.to_string() };
        for (x, value) in (0_u32..).zip(slope.values) {
            lines.push(vega!({
                "unit": (slope.unit.clone()), "label": (slope.label.clone()), "period": x, "value": (drawn(value)),
                "before": (slope.values[0].to_string()), "after": (slope.values[1].to_string()), "gain": (gain.clone()),
                "change": (word(slope).get(lang)),
            }));
        }
    }
    let x = |field: &str| vega!({ "field": field, "type": "quantitative", "axis": null, "scale": { "domain": [0, 1], "nice": false } });
    let y = |field: &str| {
        vega!({
            "field": field, "type": "quantitative", "axis": null,
            "scale": { "domain": (axis.domain()), "reverse": (axis.down), "zero": false, "nice": false },
        })
    };
    let colour = vega!({
        "field": "change", "type": "nominal", "title": null,
        "scale": { "domain": (words.iter().map(|w| w.get(lang)).collect::<Vec<_>>()), "range": [BETTER, WORSE, NEITHER] },
        "legend": { "orient": "bottom", "symbolType": "stroke", "symbolStrokeWidth": 3 },
    });
    let tips = vec![
        tip("label", &Text::new("单位", "unit"), lang),
        tip("before", &Text::new("上期", "last period"), lang),
        tip("after", &Text::new("本期", "this period"), lang),
        tip("gain", &Text::new("变化", "change"), lang),
    ];
    let heads = [Text::new("上期", "last period"), Text::new("本期", "this period")];
    let heads = (0_u32..).zip(heads).map(|(side, head)| vega!({ "side": side, "words": (head.get(lang)) }));
    let heads: Vec<Value> = heads.collect();
    let mut layers = vec![
        vega!({
            "data": { "values": (heads.clone()) },
            "mark": { "type": "rule", "color": "#BFBFBF" },
            "encoding": { "x": (x("side")) },
        }),
        vega!({
            "data": { "values": heads },
            "mark": { "type": "text", "fontSize": 12, "fontWeight": "bold", "color": "#333333" },
            "encoding": { "x": (x("side")), "y": { "value": (-20) }, "text": { "field": "words", "type": "nominal" } },
        }),
        vega!({
            "data": { "values": (lines.clone()) },
            "mark": { "type": "line", "strokeWidth": 2, "opacity": 0.85 },
            "encoding": {
                "x": (x("period")), "y": (y("value")), "detail": { "field": "unit", "type": "nominal" },
                "color": (colour.clone()), "tooltip": (tips.clone()),
            },
        }),
        vega!({
            "data": { "values": lines },
            "mark": { "type": "point", "filled": true, "size": 45, "opacity": 1 },
            "encoding": { "x": (x("period")), "y": (y("value")), "color": (colour.clone()), "tooltip": tips },
        }),
    ];
    layers.extend(label_layers(&labels, x, y, size));
    let pixels = u32::try_from(height / PIXEL).unwrap_or(u32::MAX);
    vega!({ "width": 260, "height": pixels, "layer": layers })
}

/// The names beside the points, each with a short line to its point, which may stand higher or lower.
fn label_layers(labels: &[Value], x: impl Fn(&str) -> Value, y: impl Fn(&str) -> Value, size: u32) -> Vec<Value> {
    let mut layers = Vec::new();
    for (side, align, near, far) in [(0, "right", -6, -18), (1, "left", 6, 18)] {
        let own: Vec<Value> = labels.iter().filter(|row| row.get("side") == Some(&Value::Int(side))).cloned().collect();
        layers.push(vega!({
            "data": { "values": (own.clone()) },
            "mark": { "type": "rule", "color": "#BFBFBF", "strokeWidth": 0.8, "xOffset": near, "x2Offset": far },
            "encoding": { "x": (x("side")), "x2": { "field": "side" }, "y": (y("value")), "y2": { "field": "at" } },
        }));
        layers.push(vega!({
            "data": { "values": own },
            "mark": { "type": "text", "align": align, "dx": (far + far / 6), "fontSize": size, "color": "#333333" },
            "encoding": { "x": (x("side")), "y": (y("at")), "text": { "field": "words", "type": "nominal" } },
        }));
    }
    layers
}

/// From values to places and back.
struct Axis {
    least: Decimal,
    most: Decimal,
    /// Whether the least stands at the top, as ranks do.
    down: bool,
    height: i64,
}

impl Axis {
    fn span(&self) -> Ratio {
        let span = self.most.to_ratio() - self.least.to_ratio();
        if span.is_zero() { Ratio::ONE } else { span }
    }

    fn domain(&self) -> Vec<f64> {
        let most = Decimal::from_ratio(&(self.least.to_ratio() + self.span()), 18, Rounding::HalfUp);
        vec![drawn(self.least), most.map_or(0.0, drawn)]
    }

    /// Hundredths of a pixel from the top.
    fn pixel(&self, value: Decimal) -> i64 {
        let share = (value.to_ratio() - self.least.to_ratio()).checked_div(&self.span()).unwrap_or(Ratio::ZERO);
        let share = if self.down { share } else { Ratio::ONE - share };
        i64::try_from((share * Ratio::from(self.height)).floor()).unwrap_or(0)
    }

    /// The value at so many hundredths of a pixel, to be drawn.
    fn value(&self, pixel: i64) -> f64 {
        let share = Ratio::from(pixel).checked_div(&Ratio::from(self.height)).unwrap_or(Ratio::ZERO);
        let share = if self.down { share } else { Ratio::ONE - share };
        super::spec::drawn_ratio(&(self.least.to_ratio() + share * self.span()))
    }
}
