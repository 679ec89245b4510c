//! Ranks with their intervals: from draws, or exact over a box of weights.

use super::ChartError as Fault;
use super::spec::{
    BETTER, ChartSpec, Heading, chart, check_options, chosen, row_size, tip, title, told_apart, unit_axis, vega,
};
use crate::evaluation::certainty::{ExactTable, Levels, RankSearch, UnitSample, WeightBox};
use crate::evaluation::working::plain;
use crate::kernel::{Error, Faults, Lang, Progress, Ratio, Result, Text, Value};
use crate::wire::evaluation::ChartOptions;
use crate::wire::{Column, Table, TableError};

/// The ranks of one unit: `least <= low <= rank <= high <= most`.
struct Interval {
    unit: String,
    rank: Option<u32>,
    low: u32,
    high: u32,
    least: u32,
    most: u32,
    /// What tells units of one rank apart.
    mean: Ratio,
}

impl Interval {
    fn holds(&self) -> bool {
        let rank = self.rank.unwrap_or(self.low);
        [1, self.least, self.low, rank, self.high, self.most].is_sorted()
    }

    /// The rank, or the middle of the interval where there is none.
    fn place(&self) -> Ratio {
        let middle = || Ratio::from_wide((u64::from(self.low) + u64::from(self.high)).into(), 2);
        self.rank.map_or_else(middle, |rank| Ratio::from(u64::from(rank)))
    }

    fn words(&self) -> String {
        let (low, high) = (self.low, self.high);
        match self.rank {
            Some(rank) if low == high => rank.to_string(),
            Some(rank) => format!("{rank} ({low}–{high})"),
            None if low == high => low.to_string(),
            None => format!("{low}–{high}"),
        }
    }
}

/// What the parts of an interval are.
struct Reading {
    rank: Text,
    thick: Text,
    thin: Text,
}

/// The one chart of both kinds of intervals.
fn ranking(mut rows: Vec<Interval>, reading: &Reading, options: &ChartOptions) -> Result<ChartSpec> {
    check_options(options, "a ranking", false, false)?;
    let lang = options.lang;
    let mut faults = Faults::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.holds()) {
        faults.push(format!("[{at}]"), Fault::RanksDisagree { unit: row.unit.clone() });
    }
    faults.into_result()?;
    let keys: Vec<String> = rows.iter().map(|row| row.unit.clone()).collect();
    let chosen: std::collections::BTreeSet<usize> = chosen(options, &keys)?.into_iter().collect();
    let mut at = 0..;
    rows.retain(|_| at.next().is_some_and(|at| chosen.contains(&at)));
    rows.sort_by_cached_key(|row| (row.place(), row.mean.clone(), row.unit.clone()));
    let named = |row: &Interval| {
        let label = options.labels.get(&row.unit).map_or(row.unit.as_str(), |label| label.get(lang));
        (row.unit.clone(), label.to_owned())
    };
    let labels = told_apart(&rows.iter().map(named).collect::<Vec<_>>());
    let last = rows.iter().map(|row| row.most).max().unwrap_or(1).max(2);
    let (ranked, thin) =
        (rows.iter().any(|row| row.rank.is_some()), rows.iter().any(|r| (r.least, r.most) != (r.low, r.high)));
    let dash = |low: u32, high: u32| if low == high { low.to_string() } else { format!("{low}–{high}") };
    let data = rows.iter().zip(&labels).map(|(row, label)| {
        vega!({
            "unit": (row.unit.clone()), "label": (label.clone()), "rank": (row.rank),
            "low": (row.low), "high": (row.high), "least": (row.least), "most": (row.most),
            "words": (row.words()), "inner": (dash(row.low, row.high)), "outer": (dash(row.least, row.most)),
        })
    });
    let data: Vec<Value> = data.collect();
    let (step, size) = row_size(rows.len());
    let rank_title = Text::new("名次", "rank");
    let x = |field: &str| {
        vega!({
            "field": field, "type": "quantitative", "title": (rank_title.get(lang)),
            "scale": { "domain": [1, last], "nice": false, "zero": false, "padding": 8 },
            "axis": { "tickMinStep": 1, "format": "d", "orient": "top" },
        })
    };
    let mut tips = vec![tip("label", &Text::new("单位", "unit"), lang)];
    if ranked {
        tips.push(tip("rank", &reading.rank, lang));
    }
    tips.push(tip("inner", &reading.thick, lang));
    if thin {
        tips.push(tip("outer", &reading.thin, lang));
    }
    let rule = |low: &str, high: &str, width: u32, colour: &str| {
        vega!({
            "mark": { "type": "rule", "strokeWidth": width, "strokeCap": "round", "color": colour },
            "encoding": { "x": (x(low)), "x2": { "field": high }, "tooltip": (tips.clone()) },
        })
    };
    let mut layers = Vec::new();
    if thin {
        layers.push(rule("least", "most", 1, "#7F7F7F"));
    }
    layers.push(rule("low", "high", 7, "#9ECAE1"));
    if ranked {
        layers.push(vega!({
            "mark": { "type": "point", "filled": true, "opacity": 1, "size": 70, "color": BETTER },
            "encoding": { "x": (x("rank")), "tooltip": (tips) },
        }));
    }
    layers.push(vega!({
        "mark": { "type": "text", "align": "left", "dx": 12, "fontSize": size, "color": "#333333" },
        "encoding": { "x": { "value": "width" }, "text": { "field": "words", "type": "nominal" } },
    }));
    let view = vega!({
        "data": { "values": data },
        "width": 420,
        "height": { "step": step },
        "encoding": { "y": (unit_axis(&labels, size)) },
        "layer": layers,
    });
    let part = |mark: Text, what: &Text| match lang {
        Lang::Zh => format!("{}：{}", mark.get(lang), what.get(lang)),
        Lang::En => format!("{}: {}", mark.get(lang), what.get(lang)),
    };
    let mut subtitle = Vec::new();
    if ranked {
        subtitle.push(part(Text::new("点", "point"), &reading.rank));
    }
    subtitle.push(part(Text::new("粗线", "thick line"), &reading.thick));
    if thin {
        subtitle.push(part(Text::new("细线", "thin line"), &reading.thin));
    }
    let shown = Text::new("名次与区间", "Ranks with intervals");
    let title = title(options, None, &shown);
    let of = |row: Option<&Interval>| row.map(|row| named(row).1).unwrap_or_default();
    let (first, end) = (of(rows.first()), of(rows.last()));
    let description = match lang {
        Lang::Zh => format!("{title}。{} 个单位，从“{first}”到“{end}”。{}。", rows.len(), subtitle.join("；")),
        Lang::En => format!("{title}. {} units, from {first} to {end}; {}.", rows.len(), subtitle.join("; ")),
    };
    Ok(chart(Heading { title, subtitle, description }, vec![(None, view)]))
}

impl UnitSample {
    /// The chart of the ranks: for each unit its median rank, the interval between the levels, and its best and worst rank of any draw,
    /// as a Vega-Lite specification. Units stand in the order of their median ranks, then of their means.
    ///
    /// # Errors
    /// `chart-option-unused`; `chart-unknown-unit`, `chart-unit-twice` with the place in `units`; `chart-no-units`,
    /// `chart-too-many-units`.
    ///
    /// ```
    /// use shequ::evaluation::certainty::{Levels, UnitStudy, WeightDraws, directed};
    /// use shequ::wire::{Table, evaluation::ChartOptions};
    /// let table = Table::from_csv("unit,reach,speed\na,1,0.9\nb,0.5,1\nc,0.4,0.2\n")?;
    /// let criteria = directed(&["reach", "speed"], &[""; 0])?;
    /// let sample = UnitStudy::read(&table, "unit", &criteria, WeightDraws::uniform(2)?)?.run(1000)?;
    /// let spec = sample.ranking_spec(&Levels::default(), &ChartOptions::default())?;
    /// assert!(spec.value().get("description").is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn ranking_spec(&self, levels: &Levels, options: &ChartOptions) -> Result<ChartSpec> {
        let rows = self.summaries(levels)?.into_iter().map(|row| Interval {
            unit: row.unit,
            rank: Some(row.median),
            // Levels on one side of the middle leave the median outside: the interval of the chart holds it.
            low: row.low.min(row.median),
            high: row.high.max(row.median),
            least: row.best,
            most: row.worst,
            mean: row.mean,
        });
        let percent = |level: &Ratio| plain(&(level * &Ratio::from(100)));
        let (low, high, draws) = (percent(levels.low()), percent(levels.high()), self.draws());
        let reading = Reading {
            rank: Text::new("中位名次", "median rank"),
            thick: Text::new(format!("{draws} 次抽样的 {low}%–{high}%"), format!("{low}% to {high}% of {draws} draws")),
            thin: Text::new("最好至最差", "best to worst of any draw"),
        };
        ranking(rows.collect(), &reading, options)
    }
}

impl ExactTable {
    /// The chart of the exact rank bounds of every unit over a box of weights, as a Vega-Lite specification: the best and the worst rank
    /// that was attained, the proven limits where a search was not closed, and, where weights are given, the rank at these.
    ///
    /// # Errors
    /// As [`rank_bounds_table`](Self::rank_bounds_table) and [`scores`](Self::scores); `chart-ranks-disagree` where the weights
    /// stand outside the box; as [`rank_bounds_spec`].
    ///
    /// ```
    /// use shequ::evaluation::certainty::{ExactTable, RankSearch, WeightBox, directed};
    /// use shequ::kernel::Unwatched;
    /// use shequ::wire::{Table, evaluation::ChartOptions};
    /// let table = Table::from_csv("unit,reach,speed\na,9,1\nb,5,4\nc,1,9\n")?;
    /// let table = ExactTable::read(&table, "unit", &directed(&["reach", "speed"], &[""; 0])?)?;
    /// let (free, half) = (WeightBox::free(2)?, ["1/2".parse()?, "1/2".parse()?]);
    /// let options = ChartOptions::default();
    /// let spec = table.ranking_spec(&free, &RankSearch::default(), Some(&half), &options, &mut Unwatched)?;
    /// assert!(spec.value().get("layer").is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn ranking_spec(
        &self,
        space: &WeightBox,
        how: &RankSearch,
        weights: Option<&[Ratio]>,
        options: &ChartOptions,
        progress: &mut dyn Progress,
    ) -> Result<ChartSpec> {
        let bounds = self.rank_bounds_table(space, how, progress)?;
        let Some(weights) = weights else { return rank_bounds_spec(&bounds, options) };
        let scores = self.scores(weights, how.ties)?;
        let rank = |unit: &crate::kernel::Key| scores.iter().find(|s| s.unit == unit.as_str()).map(|s| s.rank.into());
        let ranks = ("rank".to_owned(), Column::Int(self.units().iter().map(rank).collect()));
        rank_bounds_spec(&Table::new(bounds.columns().iter().cloned().chain([ranks]).collect())?, options)
    }
}

/// The chart of rank bounds that were found before, as a Vega-Lite specification.
///
/// The table is that of [`bounds_table`](super::super::certainty::bounds_table): `unit`; `best` and `worst`, the ranks that were attained;
/// `best_limit` and `worst_limit`, the proven limits. A column `rank`, which may be left out, has ranks at weights of the box.
///
/// # Errors
/// `missing-column`, `wrong-column`, `empty-cell`; `chart-ranks-disagree` with the row; `chart-option-unused`; `chart-unknown-unit`,
/// `chart-unit-twice` with the place in `units`; `chart-no-units`, `chart-too-many-units`.
///
/// ```
/// use shequ::evaluation::chart::rank_bounds_spec;
/// use shequ::wire::{Table, evaluation::ChartOptions};
/// let bounds = Table::from_csv("unit,best,best_limit,worst,worst_limit\na,1,1,2,2\nb,1,1,2,2\n")?;
/// assert!(rank_bounds_spec(&bounds, &ChartOptions::default())?.value().get("layer").is_some());
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn rank_bounds_spec(bounds: &Table, options: &ChartOptions) -> Result<ChartSpec> {
    let units = bounds.texts("unit")?;
    let rank = |name: &str, row: usize| -> Result<Option<u32>> {
        let place = || format!("[{row}].{name}");
        let cell = bounds.column(name)?.decimal(name, row, 0)?;
        let wrong = || {
            let (got, expected) = (cell.map(|n| n.to_string()).unwrap_or_default(), "ranks".to_owned());
            Error::at(place(), TableError::WrongColumn { name: name.to_owned(), got, expected })
        };
        cell.map(|n| u32::try_from(n.mantissa()).map_err(|_| wrong())).transpose()
    };
    let due = |name: &str, row: usize| -> Result<u32> {
        rank(name, row)?.ok_or_else(|| Error::at(format!("[{row}].{name}"), TableError::EmptyCell))
    };
    let ranked = bounds.get("rank").is_some();
    let row = |(at, unit): (usize, String)| -> Result<Interval> {
        let (low, high) = (due("best", at)?, due("worst", at)?);
        let rank = if ranked { rank("rank", at)? } else { None };
        Ok(Interval {
            unit,
            rank,
            // A rank at weights of the box is attained, though a search that was not closed may have found none as good or as bad.
            low: low.min(rank.unwrap_or(low)),
            high: high.max(rank.unwrap_or(high)),
            least: due("best_limit", at)?,
            most: due("worst_limit", at)?,
            mean: Ratio::from(u64::from(low) + u64::from(high)),
        })
    };
    let rows = units.into_iter().enumerate().map(row).collect::<Result<Vec<_>>>()?;
    let reading = Reading {
        rank: Text::new("给定权重下的名次", "rank at the given weights"),
        thick: Text::new("权重范围内最好至最差名次", "best to worst rank over the weights"),
        thin: Text::new("尚未证明不会达到的名次", "ranks not proven to be out of reach"),
    };
    ranking(rows, &reading, options)
}
