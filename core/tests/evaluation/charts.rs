//! Charts: their laws over random schemes, their faults, and the digests that every language has in common.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prop_assert;
use proptest::test_runner::TestCaseError;
use shequ::evaluation::certainty::{ExactTable, Levels, RankSearch, UnitStudy, WeightBox, WeightDraws, directed};
use shequ::evaluation::chart::{ChartSpec, rank_bounds_spec};
use shequ::evaluation::{Cells, Scheme, Scorecard};
use shequ::kernel::{Decimal, Digest, Document, Lang, Limits, Ratio, Syntax, Unwatched, Value};
use shequ::wire::Table;
use shequ::wire::evaluation::{ChartOptions, ChartParts, SlopeBasis};

use super::case::Case;
use super::law;

/// The views of a chart: itself, or those below each other.
fn views(spec: &ChartSpec) -> Vec<&Value> {
    match spec.value().get("vconcat") {
        Some(Value::List(views)) => views.iter().collect(),
        _ => vec![spec.value()],
    }
}

fn list<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    let Some(Value::List(items)) = value.get(key) else { panic!("no list `{key}`") };
    items
}

fn rows(value: &Value) -> &[Value] {
    list(value.get("data").unwrap_or_else(|| panic!("no data")), "values")
}

fn text<'v>(row: &'v Value, key: &str) -> &'v str {
    row.get(key).and_then(Value::as_text).unwrap_or_else(|| panic!("no text `{key}` in {row:?}"))
}

fn int(row: &Value, key: &str) -> i128 {
    let Some(Value::Int(n)) = row.get(key) else { panic!("no whole number `{key}` in {row:?}") };
    *n
}

fn float(row: &Value, key: &str) -> f64 {
    match row.get(key) {
        Some(Value::Float(x)) => *x,
        _ => i32::try_from(int(row, key)).unwrap().into(),
    }
}

/// Whether each unit of a card stands in a list once.
fn once(card: &Scorecard, units: &[&str]) -> bool {
    let all: BTreeSet<&str> = units.iter().copied().collect();
    all.len() == units.len() && all == card.units().iter().map(shequ::kernel::Key::as_str).collect()
}

#[test]
fn contributions_add_up_to_the_total_and_each_unit_stands_once() {
    law(|seed| {
        let card = Case::random(seed).evaluate();
        for parts in [None, Some(ChartParts::Indicators), Some(ChartParts::Groups)] {
            let spec = card.contribution_spec(&ChartOptions { parts, ..ChartOptions::default() }).unwrap();
            let mut sums: BTreeMap<String, Ratio> = BTreeMap::new();
            let mut totals = Vec::new();
            for view in views(&spec) {
                let layers = list(view, "layer");
                for row in rows(&layers[0]) {
                    let exact: Decimal = text(row, "exact").parse().unwrap();
                    let drawn = float(row, "points");
                    prop_assert!((drawn - exact.to_string().parse::<f64>().unwrap()).abs() < 1e-12);
                    let sum = sums.entry(text(row, "unit").to_owned()).or_insert(Ratio::ZERO);
                    *sum = sum.clone() + exact.to_ratio();
                }
                totals.extend(rows(layers.last().unwrap()).iter().map(|row| (text(row, "unit"), text(row, "total"))));
            }
            prop_assert!(once(&card, &totals.iter().map(|(unit, _)| *unit).collect::<Vec<_>>()));
            for (unit, total) in totals {
                prop_assert!(card.score(unit).unwrap().total.to_string() == total);
                let total: Ratio = total.parse().unwrap();
                prop_assert!(sums.get(unit).cloned().unwrap_or(Ratio::ZERO) == total, "{unit}: {sums:?}");
            }
        }
        Ok(())
    });
}

#[test]
fn the_heat_map_has_a_cell_for_each_unit_and_indicator_and_its_share_times_the_points_is_the_score() {
    law(|seed| {
        let card = Case::random(seed).evaluate();
        let spec = card.heat_spec(&ChartOptions::default()).unwrap();
        let cells: Vec<&Value> = views(&spec).into_iter().flat_map(rows).collect();
        prop_assert!(cells.len() == card.len() * card.scheme().indicators().len());
        let keys: BTreeSet<_> = cells.iter().map(|row| (text(row, "unit"), text(row, "indicator"))).collect();
        prop_assert!(keys.len() == cells.len());
        for row in cells {
            let (score, points): (Ratio, Ratio) =
                (text(row, "score").parse().unwrap(), text(row, "points").parse().unwrap());
            if row.get("share") == Some(&Value::Null) {
                prop_assert!(points.is_zero());
                continue;
            }
            let exact = score.checked_div(&points).unwrap();
            let shown = Decimal::from_ratio(&exact, 6, shequ::kernel::Rounding::HalfUp).unwrap();
            prop_assert!((float(row, "share") - shown.to_string().parse::<f64>().unwrap()).abs() < 1e-12);
        }
        Ok(())
    });
}

#[test]
fn slopes_join_the_values_of_both_periods_once_for_each_unit() {
    law(|seed| {
        let case = Case::random(seed);
        let (last, now) = (case.evaluate(), case.evaluate());
        for basis in [SlopeBasis::Rank, SlopeBasis::Total] {
            let options = ChartOptions { basis: Some(basis), ..ChartOptions::default() };
            let Ok(spec) = now.slope_spec(&last, &options) else { continue };
            let mut drawn = Vec::new();
            for view in views(&spec) {
                for row in rows(&list(view, "layer")[2]) {
                    let score = now.score(text(row, "unit")).unwrap();
                    let value = match basis {
                        SlopeBasis::Rank => score.rank_after_tie_break.unwrap().to_string(),
                        SlopeBasis::Total => score.total.to_string(),
                    };
                    prop_assert!(text(row, "before") == value && text(row, "after") == value);
                    // Nothing moved.
                    prop_assert!(
                        text(row, "change") == "不变" && text(row, "gain").parse::<Decimal>().unwrap().mantissa() == 0
                    );
                    if int(row, "period") == 1 {
                        drawn.push(text(row, "unit").to_owned());
                    }
                }
            }
            let units: Vec<&str> = drawn.iter().map(String::as_str).collect();
            let ranked = now.scores().all(|score| score.rank_after_tie_break.is_some());
            prop_assert!(once(&now, &units) || (basis == SlopeBasis::Rank && !ranked));
        }
        Ok(())
    });
}

/// The rows of a ranking, each of which holds its rank; units stand once and in order.
fn ranks(spec: &ChartSpec, units: usize) -> Result<(), TestCaseError> {
    let rows = rows(spec.value());
    let names: BTreeSet<&str> = rows.iter().map(|row| text(row, "unit")).collect();
    prop_assert!(rows.len() == units && names.len() == units);
    let mut last = 0;
    for row in rows {
        let (low, high) = (int(row, "low"), int(row, "high"));
        prop_assert!(1 <= int(row, "least") && int(row, "least") <= low && low <= high && high <= int(row, "most"));
        if row.get("rank") != Some(&Value::Null) {
            let rank = int(row, "rank");
            prop_assert!(low <= rank && rank <= high && last <= rank);
            last = rank;
        }
    }
    Ok(())
}

#[test]
fn intervals_hold_the_rank() {
    law(|seed| {
        let mut n = seed | 1;
        let mut next = || {
            n = n.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            n >> 60
        };
        let mut csv = "unit,x,y,z\n".to_owned();
        let units = 2 + usize::try_from(next() % 6).unwrap();
        for unit in 0..units {
            writeln!(csv, "u{unit},{},{},{}", next(), next(), next()).unwrap();
        }
        let table = Table::from_csv(&csv).unwrap();
        let criteria = directed(&["x", "y", "z"], &[""; 0]).unwrap();
        let study = UnitStudy::read(&table, "unit", &criteria, WeightDraws::uniform(3).unwrap()).unwrap().seed(seed);
        let sample = study.run(50).unwrap();
        let options = ChartOptions::default();
        ranks(&sample.ranking_spec(&Levels::default(), &options).unwrap(), units)?;
        let above = Levels::new("3/5".parse().unwrap(), "4/5".parse().unwrap()).unwrap();
        ranks(&sample.ranking_spec(&above, &options).unwrap(), units)?;

        let exact = ExactTable::read(&table, "unit", &criteria).unwrap();
        let weights: Vec<Ratio> = ["1/2", "1/4", "1/4"].map(|w| w.parse().unwrap()).to_vec();
        let space = WeightBox::around(&weights, &"1/2".parse().unwrap()).unwrap();
        for most_nodes in [0, 100_000] {
            let how = RankSearch { most_nodes, ..RankSearch::default() };
            for weights in [None, Some(weights.as_slice())] {
                ranks(&exact.ranking_spec(&space, &how, weights, &options, &mut Unwatched).unwrap(), units)?;
            }
        }
        Ok(())
    });
}

fn code(result: shequ::kernel::Result<ChartSpec>) -> (String, &'static str) {
    let error = result.unwrap_err();
    (error.first().path().to_owned(), error.first().code())
}

#[test]
fn what_cannot_be_drawn_is_said() {
    let case = shared();
    let (now, last) = (case.evaluate("now"), case.evaluate("last"));
    let usual = ChartOptions::default;
    let named =
        |units: &[&str]| ChartOptions { units: Some(units.iter().map(|unit| (*unit).to_owned()).collect()), ..usual() };
    assert_eq!(code(now.heat_spec(&named(&["c01", "x"]))), ("units[1]".into(), "chart-unknown-unit"));
    assert_eq!(code(now.heat_spec(&named(&["c01", "c01"]))), ("units[1]".into(), "chart-unit-twice"));
    assert_eq!(code(now.heat_spec(&named(&[]))), (String::new(), "chart-no-units"));
    // A unit that is new.
    let plain = |units: &[&str]| {
        let scheme = r#"{"format": "shequ.scheme/1", "title": "t", "subject": "unit", "ranking": {"basis": "rounded", "ties": "min"},
            "groups": [{"key": "g", "indicators": [{"key": "x", "points": 100, "rule": "met", "target": 1}]}]}"#;
        let rows = units.iter().map(|unit| format!("{unit},1")).collect::<Vec<_>>().join("\n");
        Scheme::parse(scheme).unwrap().evaluate(&Table::from_csv(&format!("unit,x\n{rows}\n")).unwrap()).unwrap()
    };
    let (old, new) = (plain(&["a", "b"]), plain(&["a", "b", "c"]));
    assert_eq!(code(new.slope_spec(&old, &named(&["c"]))), (String::new(), "chart-no-units"));
    assert!(text(new.slope_spec(&old, &usual()).unwrap().value(), "description").contains("另有 1 个单位"));
    assert!(now.slope_spec(&last, &usual()).is_ok());
    let parts = || ChartOptions { parts: Some(ChartParts::Groups), ..usual() };
    assert_eq!(code(now.heat_spec(&parts())), ("parts".into(), "chart-option-unused"));
    let basis = || ChartOptions { basis: Some(SlopeBasis::Rank), ..usual() };
    assert_eq!(code(now.contribution_spec(&basis())), ("basis".into(), "chart-option-unused"));
    let bounds = |rows: &str| {
        rank_bounds_spec(
            &Table::from_csv(&format!("unit,best,best_limit,worst,worst_limit,rank\n{rows}")).unwrap(),
            &usual(),
        )
    };
    assert!(bounds("a,1,1,3,4,2\nb,2,1,2,2,\n").is_ok());
    assert_eq!(code(bounds("a,1,1,3,4,2\nb,2,1,2,2,3\n")), ("[1]".into(), "chart-ranks-disagree"));
    assert_eq!(code(bounds("a,1,2,3,4,2\n")), ("[0]".into(), "chart-ranks-disagree"));
    assert_eq!(code(bounds("a,,1,3,4,2\n")), ("[0].best".into(), "empty-cell"));
    assert_eq!(code(bounds("a,-1,1,3,4,2\n")).1, "wrong-column");
    let many = (0..501).map(|i| format!("u{i},1,1,2,2,1")).collect::<Vec<_>>().join("\n");
    assert_eq!(code(bounds(&many)), (String::new(), "chart-too-many-units"));
    // At weights outside the box, a rank may stand outside the bounds.
    let space = WeightBox::around(&case.weights(), &"1/100".parse().unwrap()).unwrap();
    let other: Vec<Ratio> = ["0", "0", "0", "1"].map(|w| w.parse().unwrap()).to_vec();
    let spec = case.exact().ranking_spec(&space, &RankSearch::default(), Some(&other), &usual(), &mut Unwatched);
    assert_eq!(code(spec).1, "chart-ranks-disagree");
}

#[test]
fn units_of_one_name_are_told_apart_and_a_name_may_be_given() {
    let now = shared().evaluate("now");
    let labels = [("c01", "same"), ("c02", "same"), ("c03", "other")];
    let options = ChartOptions {
        lang: Lang::En,
        labels: labels.map(|(unit, label)| (unit.to_owned(), label.into())).into(),
        units: Some(["c01", "c02", "c03"].map(str::to_owned).to_vec()),
        ..ChartOptions::default()
    };
    let spec = now.heat_spec(&options).unwrap();
    let names: BTreeSet<&str> = rows(spec.value()).iter().map(|row| text(row, "label")).collect();
    assert_eq!(names, ["other", "same (c01)", "same (c02)"].into());
}

#[test]
fn many_indicators_are_drawn_by_group_and_many_parts_stand_together() {
    let now = shared().evaluate("now");
    let parts = |parts| {
        let spec = now.contribution_spec(&ChartOptions { parts, lang: Lang::En, ..ChartOptions::default() }).unwrap();
        let layers = list(views(&spec)[0], "layer").to_vec();
        let scale = layers[0].get("encoding").unwrap().get("color").unwrap().get("scale").unwrap();
        list(scale, "domain").iter().map(|part| part.as_text().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let rest = ["bonuses", "penalties", "vetoes", "rounding"];
    assert_eq!(parts(None), [["public safety", "services", "environment", "staff"], rest].concat());
    let indicators = parts(Some(ChartParts::Indicators));
    assert_eq!(indicators.len(), 8 + rest.len());
    assert_eq!(indicators[7], "others");
}

/// The case that every language reads.
struct Shared(Value);

fn shared() -> Shared {
    let text = include_str!("../../../tests/charts/case.json");
    Shared(Syntax::Json.parse(text, Limits::default()).unwrap())
}

impl Shared {
    fn get(&self, key: &str) -> Value {
        self.0.get(key).unwrap().clone()
    }

    fn evaluate(&self, period: &str) -> Scorecard {
        let format = |format: &str| ("format".to_owned(), Value::from(format));
        let cells = Value::Map(vec![format(Cells::FORMAT), ("rows".to_owned(), self.get(period))]);
        let scheme = Scheme::from_value(self.get("scheme")).unwrap();
        scheme.evaluate_cells(&Cells::from_value(cells).unwrap()).unwrap()
    }

    fn matrix(&self) -> Table {
        let mut csv = "unit,order,service,environment,party\n".to_owned();
        for row in list(&self.0, "matrix") {
            let cells = ["order", "service", "environment", "party"].map(|key| int(row, key).to_string());
            writeln!(csv, "{},{}", text(row, "unit"), cells.join(",")).unwrap();
        }
        Table::from_csv(&csv).unwrap()
    }

    fn criteria(&self) -> Vec<(shequ::kernel::Key, shequ::evaluation::methods::Direction)> {
        let names: Vec<&str> = list(&self.0, "criteria").iter().map(|name| name.as_text().unwrap()).collect();
        directed(&names, &[""; 0]).unwrap()
    }

    fn weights(&self) -> Vec<Ratio> {
        list(&self.0, "weights").iter().map(|weight| weight.as_text().unwrap().parse().unwrap()).collect()
    }

    fn exact(&self) -> ExactTable {
        ExactTable::read(&self.matrix(), "unit", &self.criteria()).unwrap()
    }

    fn chart(&self, name: &str, options: &ChartOptions) -> ChartSpec {
        let spread = text(&self.0, "spread").parse().unwrap();
        let bounds = |weights: Option<&[Ratio]>| {
            let space = WeightBox::around(&self.weights(), &spread).unwrap();
            self.exact().ranking_spec(&space, &RankSearch::default(), weights, options, &mut Unwatched)
        };
        let spec = match name {
            "contribution" => self.evaluate("now").contribution_spec(options),
            "heat" => self.evaluate("now").heat_spec(options),
            "slope" => self.evaluate("now").slope_spec(&self.evaluate("last"), options),
            "draws" => {
                let draws = WeightDraws::uniform(self.criteria().len()).unwrap();
                let study = UnitStudy::read(&self.matrix(), "unit", &self.criteria(), draws).unwrap();
                let study = study.seed(u64::try_from(int(&self.0, "seed")).unwrap());
                let sample = study.run(u64::try_from(int(&self.0, "draws")).unwrap()).unwrap();
                sample.ranking_spec(&Levels::default(), options)
            }
            "bounds" => bounds(None),
            "bounds-at-weights" => bounds(Some(&self.weights())),
            other => panic!("no chart `{other}`"),
        };
        spec.unwrap()
    }
}

/// `SHEQU_CHARTS` names a folder to write the specifications to, to be looked at.
#[test]
fn the_digests_are_those_of_every_language() {
    let case = shared();
    let mut wrong = Vec::new();
    for (at, row) in list(&case.0, "charts").iter().enumerate() {
        let mut options = row.get("options").unwrap().clone();
        if let Value::Map(entries) = &mut options {
            entries.push(("format".to_owned(), ChartOptions::FORMAT.into()));
        }
        let name = text(row, "chart");
        let spec = case.chart(name, &ChartOptions::from_value(options).unwrap());
        if let Some(folder) = std::env::var_os("SHEQU_CHARTS") {
            let path = std::path::Path::new(&folder).join(format!("{at}-{name}.json"));
            std::fs::write(path, shequ::kernel::canonical(&spec).unwrap()).unwrap();
        }
        let digest = Digest::of(&spec).unwrap().to_string();
        if digest != text(row, "digest") {
            wrong.push(format!("{at} {name}: {digest}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
