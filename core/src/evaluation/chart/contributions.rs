//! What makes each total: stacked bars of indicators or groups, bonuses, penalties, vetoes and rounding.

use super::panels::Panel;
use super::spec::{
    ChartSpec, Heading, PALETTE, chart, check_options, drawn, row_size, tip, title, told_apart, unit_axis, vega,
};
use crate::evaluation::Scorecard;
use crate::evaluation::card::decimal;
use crate::evaluation::score::ten;
use crate::evaluation::whatif::PartOf;
use crate::kernel::{Decimal, Lang, Result, Rounding, Text, Value};
use crate::wire::evaluation::{ChartOptions, ChartParts};

/// A part of the bars.
struct Part {
    key: String,
    label: Text,
    colour: &'static str,
    of: Of,
    /// Its full points, by which the greatest keep a colour of their own.
    points: crate::kernel::Ratio,
}

enum Of {
    Parts(Vec<PartOf>),
    Rounding,
}

impl Scorecard {
    /// What a part brings to the total of a unit, at the scheme's exact scale.
    fn amount(&self, of: &Of, u: usize) -> i128 {
        match of {
            Of::Parts(parts) => parts.iter().map(|part| self.part(*part, u)).sum(),
            Of::Rounding => {
                let scheme = &self.scheme.inner;
                let get = |column: &[i128]| column.get(u).copied().unwrap_or_default();
                get(&self.scores.total) * ten(scheme.exact_scale - scheme.total_scale) - get(&self.scores.exact)
            }
        }
    }

    /// The parts that the bars of some units are made of, with their colours: they add up to every total.
    fn bar_parts(&self, panels: &[Panel], asked: Option<ChartParts>) -> Vec<Part> {
        let scheme = &self.scheme.inner;
        let few = scheme.indicators.len() <= PALETTE.len();
        let by = asked.unwrap_or(if few { ChartParts::Indicators } else { ChartParts::Groups });
        let part = |key: &crate::kernel::Key,
                    label: &Text,
                    range: std::ops::Range<usize>,
                    points: &crate::kernel::Ratio| Part {
            key: key.to_string(),
            label: label.clone(),
            colour: "#BBBBBB",
            of: Of::Parts(range.map(PartOf::Indicator).collect()),
            points: points.clone(),
        };
        let mut parts: Vec<Part> = match by {
            ChartParts::Indicators => {
                let indicators = scheme.indicators.iter().enumerate();
                indicators.map(|(i, one)| part(&one.key, &one.label, i..i + 1, &one.points)).collect()
            }
            ChartParts::Groups => {
                let first = scheme.groups.iter().filter(|group| group.parent.is_none());
                first.map(|group| part(&group.key, &group.label, group.span.clone(), &group.points)).collect()
            }
        };
        if parts.len() > PALETTE.len() {
            parts = with_others(parts);
        }
        for (part, colour) in parts.iter_mut().zip(PALETTE) {
            if part.key != OTHERS {
                part.colour = colour;
            }
        }
        let rest = [
            ("bonuses", Text::new("加分", "bonuses"), "#E69F00", Of::Parts(vec![PartOf::Bonuses])),
            ("penalties", Text::new("扣分", "penalties"), "#882255", Of::Parts(vec![PartOf::Penalties])),
            ("vetoes", Text::new("一票否决", "vetoes"), "#000000", Of::Parts(vec![PartOf::Vetoes])),
            ("rounding", Text::new("取整", "rounding"), "#777777", Of::Rounding),
        ];
        for (key, label, colour, of) in rest {
            let mut drawn = panels.iter().flat_map(|panel| &panel.members);
            if drawn.any(|u| self.amount(&of, *u) != 0) {
                parts.push(Part { key: key.into(), label, colour, of, points: crate::kernel::Ratio::ZERO });
            }
        }
        parts
    }

    /// The chart of what makes each total: a bar for each unit, stacked of its indicators or groups, bonuses, penalties, vetoes and
    /// rounding, as a Vega-Lite specification. The parts of a bar add up to the total exactly; penalties and vetoes stand left of zero.
    ///
    /// With more than eight parts, those with the fewest points stand together. Indicators show what they scored before vetoes.
    ///
    /// # Errors
    /// `chart-option-unused`; `chart-unknown-unit`, `chart-unit-twice` with the place in `units`; `chart-no-units`,
    /// `chart-too-many-units`.
    ///
    /// ```
    /// use shequ::evaluation::{Cells, Scheme};
    /// use shequ::kernel::Document;
    /// use shequ::wire::evaluation::ChartOptions;
    /// let scheme = Scheme::parse(r#"
    ///     format = "shequ.scheme/1"
    ///     title = "example"
    ///     subject = "unit"
    ///     groups = [{ key = "g", indicators = [{ key = "visits", points = 100, rule = "linear", target = 12 }] }]
    /// "#)?;
    /// let cells = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [{"unit": "c", "visits": 11}]}"#)?;
    /// let spec = scheme.evaluate_cells(&cells)?.contribution_spec(&ChartOptions::default())?;
    /// assert!(spec.value().get("layer").is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn contribution_spec(&self, options: &ChartOptions) -> Result<ChartSpec> {
        check_options(options, "a chart of contributions", true, false)?;
        let lang = options.lang;
        let panels = self.panels(options)?;
        let parts = self.bar_parts(&panels, options.parts);
        let names: Vec<_> = parts.iter().map(|p| (p.key.clone(), p.label.get(lang).to_owned())).collect();
        let names = told_apart(&names);
        let scale = self.scheme.inner.exact_scale;
        let ends = |u: usize| {
            let amounts = parts.iter().map(|part| self.amount(&part.of, u));
            amounts.fold((0, 0), |(low, high), n| (low + n.min(0), high + n.max(0)))
        };
        let all = || panels.iter().flat_map(|panel| panel.members.iter().map(|u| ends(*u)));
        let (low, high) = (all().map(|e| e.0).min().unwrap_or(0), all().map(|e| e.1).max().unwrap_or(0));
        let taken = low < 0;
        // Room on the right for the total.
        let domain = [(low, 104), (high.max(1), 112)].map(|(n, percent)| {
            let rounded = Decimal::from_ratio(
                &(decimal(n, scale).to_ratio() * crate::kernel::Ratio::from_wide(percent, 100)),
                2,
                Rounding::HalfUp,
            );
            rounded.map_or(0.0, drawn)
        });
        let colours = vega!({
            "field": "part", "type": "nominal", "title": null,
            "scale": { "domain": (names.clone()), "range": (parts.iter().map(|p| p.colour).collect::<Vec<_>>()) },
            "legend": { "orient": "right", "symbolType": "square" },
        });
        let views = panels.iter().map(|panel| {
            let view = self.bars(panel, (&parts, &names), &ends, domain, taken, &colours, lang);
            (panel.name.clone(), view)
        });
        let views: Vec<_> = views.collect();
        let heading = self.contribution_heading(&panels, taken, options);
        Ok(chart(heading, views))
    }

    #[expect(clippy::too_many_arguments, reason = "what the panels share was worked out once")]
    fn bars(
        &self,
        panel: &Panel,
        (parts, names): (&[Part], &[String]),
        ends: &impl Fn(usize) -> (i128, i128),
        domain: [f64; 2],
        taken: bool,
        colours: &Value,
        lang: Lang,
    ) -> Value {
        let scale = self.scheme.inner.exact_scale;
        let mut rows = Vec::new();
        let mut totals = Vec::new();
        for (u, label) in panel.units() {
            let score = self.score_at(u);
            for (place, (part, name)) in (0_u32..).zip(parts.iter().zip(names)) {
                let amount = self.amount(&part.of, u);
                if amount != 0 {
                    let exact = decimal(amount, scale).shortest();
                    rows.push(vega!({
                        "unit": (score.unit.clone()), "label": (label.clone()), "part": (name.clone()), "place": place,
                        "points": (drawn(exact)), "exact": (exact.to_string()), "total": (score.total.to_string()),
                    }));
                }
            }
            totals.push(vega!({
                "unit": (score.unit.clone()), "label": (label.clone()), "points": (drawn(score.total)),
                "end": (drawn(decimal(ends(u).1, scale))), "total": (score.total.to_string()), "rank": (self.place_at(u)),
                "grade": (score.grade.clone()),
            }));
        }
        let (step, size) = row_size(panel.members.len());
        let title = Text::new("得分", "points");
        let x = |field: &str| {
            vega!({
                "field": field, "type": "quantitative", "title": (title.get(lang)),
                "scale": { "domain": [(domain[0]), (domain[1])], "nice": false },
            })
        };
        let unit = tip("label", &Text::new("单位", "unit"), lang);
        let total = tip("total", &Text::new("总分", "total"), lang);
        let mut layers = vec![vega!({
            "data": { "values": rows },
            "mark": { "type": "bar", "stroke": "white", "strokeWidth": 0.5 },
            "encoding": {
                "x": (with(x("points"), "stack", "zero".into())),
                "color": (colours.clone()),
                "order": { "field": "place", "type": "quantitative" },
                "tooltip": [
                    (unit.clone()), (tip("part", &Text::new("组成", "part"), lang)), (tip("exact", &title, lang)), (total.clone()),
                ],
            },
        })];
        let whole = vec![
            unit,
            total,
            tip("rank", &Text::new("名次", "rank"), lang),
            tip("grade", &Text::new("等级", "grade"), lang),
        ];
        if taken {
            layers.push(vega!({
                "data": { "values": (totals.clone()) },
                "mark": { "type": "tick", "thickness": 2, "opacity": 1, "size": step, "color": "black" },
                "encoding": { "x": (x("points")), "tooltip": (whole.clone()) },
            }));
        }
        layers.push(vega!({
            "data": { "values": totals },
            "mark": { "type": "text", "align": "left", "dx": 5, "fontSize": size, "color": "#333333" },
            "encoding": { "x": (x("end")), "text": { "field": "total", "type": "nominal" }, "tooltip": whole },
        }));
        vega!({
            "width": 460,
            "height": { "step": step },
            "encoding": { "y": (unit_axis(&panel.labels, size)) },
            "layer": layers,
        })
    }

    fn contribution_heading(&self, panels: &[Panel], taken: bool, options: &ChartOptions) -> Heading {
        let lang = options.lang;
        let title = title(options, Some(&self.scheme.inner.title), &Text::new("得分组成", "what makes the totals"));
        let mark = Text::new(
            "黑线与数字：总分；零线左边：扣掉的分",
            "black line and number: total; left of zero: points taken",
        );
        let plain = Text::new("数字：总分", "number: total");
        let subtitle = vec![if taken { mark } else { plain }.get(lang).to_owned()];
        let units: usize = panels.iter().map(|panel| panel.members.len()).sum();
        let best = panels.iter().filter_map(|panel| panel.units().next());
        let best: Vec<String> = best.map(|(u, label)| format!("{label} {}", self.score_at(u).total)).collect();
        let description = match lang {
            Lang::Zh => format!("{title}。{units} 个单位的分段条形，各段之和为总分。最高：{}。", best.join("、")),
            Lang::En => {
                format!(
                    "{title}. A bar for each of {units} units, whose parts add up to its total. First: {}.",
                    best.join(", ")
                )
            }
        };
        Heading { title, subtitle, description }
    }
}

/// The key of the parts that stand together; no key of a scheme has a space at its end.
const OTHERS: &str = "others ";

/// As many parts as there are colours: those with the fewest points stand together, at the end.
fn with_others(parts: Vec<Part>) -> Vec<Part> {
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| parts.get(*b).map(|p| &p.points).cmp(&parts.get(*a).map(|p| &p.points)).then(a.cmp(b)));
    let kept: std::collections::BTreeSet<usize> = order.into_iter().take(PALETTE.len() - 1).collect();
    let (mut out, mut others) = (Vec::new(), Vec::new());
    for (at, part) in parts.into_iter().enumerate() {
        match part.of {
            Of::Parts(more) if !kept.contains(&at) => others.extend(more),
            _ => out.push(part),
        }
    }
    let label = Text::new("其他", "others");
    let points = crate::kernel::Ratio::ZERO;
    out.push(Part { key: OTHERS.into(), label, colour: "#BBBBBB", of: Of::Parts(others), points });
    out
}

/// A map with one more entry.
fn with(map: Value, key: &str, value: Value) -> Value {
    match map {
        Value::Map(mut entries) => {
            entries.push((key.to_owned(), value));
            Value::Map(entries)
        }
        other => other,
    }
}
