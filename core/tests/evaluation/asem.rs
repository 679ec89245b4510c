//! The ASEM index of COINr 1.1.14: from raw data to the top, stage by stage, with its logs, ranks and alternatives.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use shequ::evaluation::methods::{Index, IndexCard, Observations};
use shequ::kernel::{Document, Value as Plain};
use shequ::wire::{Column, Table};

use super::shared::{Csv, csv};

const NEAR: f64 = 1e-10;

struct Asem {
    meta: Csv,
    data: Csv,
}

impl Asem {
    fn read() -> Option<Self> {
        Some(Self { meta: csv("coinr_asem/imeta.csv")?, data: csv("coinr_asem/idata.csv")? })
    }

    fn rows(&self, kind: &str) -> Vec<BTreeMap<&str, &str>> {
        let at = self.meta.head.iter().position(|head| head == "Type").unwrap();
        let rows = self.meta.rows.iter().filter(|row| row[at] == kind);
        rows.map(|row| self.meta.head.iter().map(String::as_str).zip(row.iter().map(String::as_str)).collect())
            .collect()
    }

    fn indicators(&self) -> Vec<&str> {
        self.rows("Indicator").iter().map(|row| row["iCode"]).collect()
    }

    /// Its tree as a document of ours.
    fn document(&self) -> Value {
        let indicators: Vec<Value> = self
            .rows("Indicator")
            .iter()
            .map(|row| {
                let mut out = json!({
                    "key": row["iCode"], "label": row["iName"], "parent": row["Parent"], "weight": row["Weight"],
                    "direction": if row["Direction"] == "1" { "higher" } else { "lower" }, "unit": row["Unit"],
                });
                if !row["Denominator"].is_empty() {
                    out["denominator"] = row["Denominator"].into();
                }
                out
            })
            .collect();
        let aggregates: Vec<Value> = self
            .rows("Aggregate")
            .iter()
            .map(|row| {
                let mut out = json!({"key": row["iCode"], "label": row["iName"], "weight": row["Weight"]});
                if !row["Parent"].is_empty() {
                    out["parent"] = row["Parent"].into();
                }
                out
            })
            .collect();
        json!({
            "format": "shequ.index/1", "title": "ASEM Sustainable Connectivity", "subject": "unit",
            "imputation": {"filler": "mean", "group": "EurAsia_group"},
            "treatment": {"otherwise": "log-shifted"},
            "normalisation": {"method": "min-max"},
            "levels": [
                {"label": "pillars", "aggregation": "arithmetic"},
                {"label": "sub-indices", "aggregation": "arithmetic"},
                {"label": "index", "aggregation": "arithmetic"},
            ],
            "indicators": indicators, "aggregates": aggregates,
            "ranking": {"ties": "min", "group": "GDPpc_group"},
        })
    }

    /// The document with other fields.
    fn with(&self, fields: &Value) -> Index {
        let mut document = self.document();
        for (key, value) in fields.as_object().unwrap() {
            document[key] = value.clone();
        }
        Index::parse(&document.to_string()).unwrap()
    }

    fn table(&self) -> Table {
        let mut numbers = self.indicators();
        numbers.extend(["Area", "Energy", "GDP", "Population"]);
        let pairs: Vec<(&str, &str)> = numbers.iter().map(|name| (*name, *name)).collect();
        let texts = [("uCode", "unit"), ("EurAsia_group", "EurAsia_group"), ("GDPpc_group", "GDPpc_group")];
        self.data.table(&texts, &pairs)
    }

    fn card(&self) -> IndexCard {
        self.with(&json!({})).evaluate(&self.table()).unwrap()
    }
}

/// Whether the values of a node are those of a table of COINr, unit by unit; the largest difference.
fn compare(card: &IndexCard, values: &[f64], table: &Csv, node: &str) -> f64 {
    let expected = table.by("uCode", node);
    assert_eq!(card.units().len(), expected.len());
    let off = |(unit, x): (&shequ::kernel::Key, &f64)| (x - expected[unit.as_str()].parse::<f64>().unwrap()).abs();
    card.units().iter().zip(values).map(off).fold(0.0, f64::max)
}

fn stage(card: &IndexCard, stage: &Observations<'_>, name: &str) {
    let Some(table) = csv(&format!("coinr_asem/stage_{name}.csv")) else { return };
    let mut cells = 0;
    for variable in stage.variables() {
        let expected = table.by("uCode", variable.key().as_str());
        for (unit, cell) in card.units().iter().zip(variable.cells()) {
            let expected = expected[unit.as_str()].parse::<f64>().ok();
            assert_eq!(cell.is_some(), expected.is_some(), "{name} {unit} {}", variable.key());
            let (cell, expected) = (cell.unwrap_or_default(), expected.unwrap_or_default());
            assert!((cell - expected).abs() < NEAR, "{name} {unit} {}: {cell} {expected}", variable.key());
            cells += 1;
        }
    }
    assert_eq!(cells, 51 * 49);
}

#[test]
fn every_stage_to_ten_decimals() {
    let Some(asem) = Asem::read() else { return };
    let card = asem.card();
    assert_eq!((card.len(), card.screened().len(), card.filled().len()), (51, 0, 65));
    let [raw, denominated, imputed] = card.stages();
    stage(&card, raw, "raw");
    stage(&card, denominated, "denominated");
    stage(&card, imputed, "imputed");
    stage(&card, imputed, "screened");
    let tables = card.stage_tables();
    let names: Vec<&str> = tables.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ["raw", "denominated", "imputed", "treated", "normalised"]);
    assert!(tables.iter().all(|(_, table)| table.rows() == 51 && table.column("LPI").is_ok()));
    let (Some(treated), Some(normalised), Some(aggregated)) = (
        csv("coinr_asem/stage_treated.csv"),
        csv("coinr_asem/stage_normalised.csv"),
        csv("coinr_asem/stage_aggregated.csv"),
    ) else {
        return;
    };
    for node in asem.indicators() {
        assert!(compare(&card, card.treated_values(node).unwrap(), &treated, node) < NEAR, "{node}");
        assert!(compare(&card, card.values(node).unwrap(), &normalised, node) < NEAR, "{node}");
    }
    let nodes = card.index().nodes();
    assert_eq!(nodes.len(), 60);
    for node in &nodes {
        assert!(compare(&card, card.values(&node.key).unwrap(), &aggregated, &node.key) < NEAR, "{}", node.key);
    }
}

#[test]
fn screening_leaves_units_out_before_gaps_are_filled() {
    let Some(asem) = Asem::read() else { return };
    let card = asem.with(&json!({"screening": {"available": 0.8}})).evaluate(&asem.table()).unwrap();
    // Brunei and Laos have 39 of 49 values (two of those of Laos lack a denominator), and 80 % are 39.2.
    let out: Vec<(String, u32)> = card.screened().into_iter().map(|s| (s.unit, s.available)).collect();
    assert_eq!(out, [("BRN".to_owned(), 39), ("LAO".to_owned(), 39)]);
    assert_eq!((card.len(), card.filled().len()), (49, 65 - 10 - 10));
    assert_eq!(card.unit("LAO").unwrap_err().first().code(), "unknown-unit");
    assert!(card.filled().iter().all(|cell| cell.unit != "BRN"));
}

#[test]
fn the_log_of_the_treatment() {
    let Some(asem) = Asem::read() else { return };
    let Some(expected) = csv("coinr_asem/treatment_details.csv") else { return };
    let log = asem.card().treatment();
    let (raw, treated) = (csv("coinr_asem/stage_imputed.csv").unwrap(), csv("coinr_asem/stage_treated.csv").unwrap());
    assert_eq!(log.len(), expected.rows.len());
    let near = |x: f64, text: &str| (x - text.parse::<f64>().unwrap()).abs() < NEAR;
    let mut points = 0;
    for (entry, row) in log.iter().zip(&expected.rows) {
        let [key, pass, skew, kurt, count, pass_after, skew_after, kurt_after] = &row[..] else { panic!("{row:?}") };
        assert_eq!(&entry.indicator, key);
        let before = entry.before.unwrap();
        assert!(near(before.skewness.get(), skew) && near(before.kurtosis.get(), kurt), "{key}");
        assert_eq!(entry.outliers, pass == "FALSE", "{key}");
        assert_eq!(entry.tried.to_string(), if count.is_empty() { "0" } else { count }, "{key}");
        if entry.outliers {
            let after = entry.after_winsorising.unwrap();
            assert!(near(after.skewness.get(), skew_after) && near(after.kurtosis.get(), kurt_after), "{key}");
            assert_eq!(entry.passed, pass_after == "TRUE", "{key}");
        }
        assert_eq!(entry.transform, None);
        // Exactly the units whose value COINr changed, with both values.
        let (from, to) = (raw.by("uCode", key), treated.by("uCode", key));
        let changed: Vec<&str> = from.keys().copied().filter(|unit| from[unit] != to[unit]).collect();
        let mut ours: Vec<&str> = entry.winsorised.iter().map(|point| point.unit.as_str()).collect();
        ours.sort_unstable();
        assert_eq!(ours, changed, "{key}");
        for point in &entry.winsorised {
            let unit = point.unit.as_str();
            assert!(near(point.from.get(), from[unit]) && near(point.to.get(), to[unit]), "{key} {unit}");
        }
        points += ours.len();
    }
    assert_eq!(points, 35);
}

#[test]
fn ranks_of_all_nodes_and_within_groups() {
    let Some(asem) = Asem::read() else { return };
    let (Some(all), Some(within)) = (csv("coinr_asem/ranks_full.csv"), csv("coinr_asem/ranks_in_peer_group_GDPpc.csv"))
    else {
        return;
    };
    let card = asem.card();
    let mut agree = (0, 0);
    for node in all.head.iter().skip(1) {
        let expected = all.by("uCode", node);
        for (unit, rank) in card.units().iter().zip(card.ranks(node).unwrap()) {
            assert_eq!(rank.to_string(), expected[unit.as_str()], "{node} {unit}");
            agree.0 += 1;
        }
    }
    for node in within.head.iter().skip(2) {
        let expected = within.by("uCode", node);
        for (unit, rank) in card.units().iter().zip(card.ranks_in_group(node).unwrap().unwrap()) {
            assert_eq!(rank.to_string(), expected[unit.as_str()], "{node} {unit}");
            agree.1 += 1;
        }
    }
    assert_eq!(agree, (51 * 60, 51 * 11));
}

#[test]
fn effective_weights() {
    let Some(asem) = Asem::read() else { return };
    let Some(expected) = csv("coinr_asem/effective_weights.csv") else { return };
    let (weights, levels) = (expected.by("iCode", "EffWeight"), expected.by("iCode", "Level"));
    for node in asem.with(&json!({})).nodes() {
        let key = node.key.as_str();
        assert!((node.effective_weight.get() - weights[key].parse::<f64>().unwrap()).abs() < 1e-15, "{key}");
        assert_eq!((node.level + 1).to_string(), levels[key]);
    }
}

/// A normalisation, the table of COINr with it, and whether it is of the three upper nodes alone.
#[test]
fn other_normalisations_and_means() {
    let Some(asem) = Asem::read() else { return };
    let means = |name: &str| {
        let levels = vec![json!({"aggregation": name}); 3];
        json!({"normalisation": {"method": "min-max", "lower": 1, "upper": 100}, "levels": levels})
    };
    let normalised = |fields: Value| json!({ "normalisation": fields });
    for (name, fields) in [
        ("agg_minmax1_100_a_amean", means("arithmetic")),
        ("agg_minmax1_100_a_gmean", means("geometric")),
        ("agg_minmax1_100_a_hmean", means("harmonic")),
        ("norm_zscore", normalised(json!({"method": "z-score", "mean": 10, "deviation": 2}))),
        ("norm_dist2max", normalised(json!({"method": "distance-to-max"}))),
        ("norm_rank", normalised(json!({"method": "rank", "ties": "min"}))),
        ("norm_borda", normalised(json!({"method": "borda"}))),
        ("norm_prank", normalised(json!({"method": "percentile-rank"}))),
    ] {
        let Some(expected) = csv(&format!("coinr_asem/{name}.csv")) else { return };
        let card = asem.with(&fields).evaluate(&asem.table()).unwrap();
        for node in ["Sust", "Conn", "Index"] {
            let off = compare(&card, card.values(node).unwrap(), &expected, node);
            assert!(off < NEAR, "{name} {node} {off}");
        }
    }
}

/// The power mean with exponent -1 is the harmonic mean.
#[test]
fn a_power_mean_is_the_harmonic_one() {
    let Some(asem) = Asem::read() else { return };
    let Some(expected) = csv("coinr_asem/agg_minmax1_100_a_hmean.csv") else { return };
    let fields = json!({
        "normalisation": {"method": "min-max", "lower": 1, "upper": 100},
        "levels": vec![json!({"aggregation": "power", "power": -1}); 3],
    });
    let card = asem.with(&fields).evaluate(&asem.table()).unwrap();
    assert!(compare(&card, card.values("Index").unwrap(), &expected, "Index") < NEAR);
}

/// COINr divides by a greatest value of zero and gives infinities. Here that is a fault for each indicator concerned, and the
/// units that COINr could score have its values: its score of a cost is the reciprocal of ours.
#[test]
fn a_fraction_of_zero_is_a_fault_and_the_rest_agrees() {
    let Some(asem) = Asem::read() else { return };
    let Some(expected) = csv("coinr_asem/norm_fracmax.csv") else { return };
    let fraction = asem.with(&json!({"normalisation": {"method": "fraction-of-max"}}));
    let error = fraction.evaluate(&asem.table()).unwrap_err();
    let mut concerned: Vec<String> = error.faults().map(|f| f.path().split_once('.').unwrap().1.to_owned()).collect();
    concerned.sort();
    concerned.dedup();
    assert!(error.faults().all(|fault| fault.code() == "value-not-positive"));
    assert_eq!(concerned, ["CostImpEx", "Poverty", "Tariff"]);
    // Poverty is zero over zero where COINr has a finite value, and left out there.
    let mut document = asem.document();
    document["normalisation"] = json!({"method": "fraction-of-max"});
    let kept = |i: &&Value| !concerned.contains(&i["key"].as_str().unwrap().to_owned());
    let kept: Vec<Value> = document["indicators"].as_array().unwrap().iter().filter(kept).cloned().collect();
    let lower: Vec<String> =
        (kept.iter().filter(|i| i["direction"] == "lower")).map(|i| i["key"].as_str().unwrap().to_owned()).collect();
    document["indicators"] = kept.into();
    let columns = asem.table().columns().iter().filter(|(name, _)| !concerned.contains(name)).cloned().collect();
    let card = Index::parse(&document.to_string()).unwrap().evaluate(&Table::new(columns).unwrap()).unwrap();
    let nodes = card.index().nodes();
    let parts = |parent: &str| nodes.iter().filter(|n| n.parent.as_deref() == Some(parent)).collect::<Vec<_>>();
    let mut compared = 0;
    for (row, unit) in card.units().iter().enumerate() {
        let sust: f64 = expected.by("uCode", "Sust")[unit.as_str()].parse().unwrap_or(f64::INFINITY);
        if sust.is_infinite() {
            continue;
        }
        let pillar = |key: &str| {
            let score = |node: &str| {
                let x = card.values(node).unwrap()[row];
                if lower.iter().any(|key| key == node) { 1.0 / x } else { x }
            };
            let parts = parts(key);
            let many = f64::from(u32::try_from(parts.len()).unwrap());
            parts.iter().map(|part| score(&part.key)).sum::<f64>() / many
        };
        let ours = parts("Sust").iter().map(|node| pillar(&node.key)).sum::<f64>() / 3.0;
        assert!((ours - sust).abs() < NEAR, "{unit} {ours} {sust}");
        compared += 1;
    }
    assert!(compared >= 10, "{compared}");
}

#[test]
fn the_index_as_a_model_gives_the_same_bits() {
    let Some(asem) = Asem::read() else { return };
    let card = asem.card();
    let filled = card.stages()[2].complete().unwrap();
    let weights: Vec<f64> = card.index().nodes().iter().take(49).map(|node| node.weight.get()).collect();
    assert_eq!(card.scores(&filled, &weights).unwrap(), card.values("Index").unwrap());
    // A pillar of one indicator alone is that indicator.
    let alone: Vec<f64> = (0..49).map(|i| f64::from(u8::from([0, 8, 13, 16, 22, 30, 35, 44].contains(&i)))).collect();
    let found = card.scores(&filled, &alone).unwrap();
    let of = |key: &str| card.values(key).unwrap()[0];
    let mean =
        |keys: &[&str]| keys.iter().map(|key| of(key)).sum::<f64>() / f64::from(u32::try_from(keys.len()).unwrap());
    let connectivity = mean(&["LPI", "Goods", "Embs", "CostImpEx", "StMob"]);
    let sustainability = mean(&["Renew", "Poverty", "PubDebt"]);
    assert!((found[0] - f64::midpoint(connectivity, sustainability)).abs() < NEAR);
    assert_eq!(card.scores(&filled, &[1.0]).unwrap_err().first().code(), "weights-ragged");
}

#[test]
fn strengths_and_weaknesses_of_a_country() {
    let Some(asem) = Asem::read() else { return };
    let standings = asem.card().standings("GBR").unwrap();
    for (name, found) in [("strengths", &standings[..5]), ("weaknesses", &standings[standings.len() - 5..])] {
        let Some(expected) = csv(&format!("coinr_asem/gbr_{name}.csv")) else { return };
        let mut expected: Vec<(&str, &str)> =
            expected.column("Code").into_iter().zip(expected.column("Rank")).collect();
        let ranks: Vec<String> = found.iter().map(|s| s.rank.to_string()).collect();
        let mut found: Vec<(&str, &str)> =
            found.iter().zip(&ranks).map(|(s, rank)| (s.indicator.as_str(), rank.as_str())).collect();
        expected.sort_unstable();
        found.sort_unstable();
        assert_eq!(found, expected);
    }
}

/// COINr prints three significant digits.
#[test]
fn statistics_of_the_raw_data() {
    let Some(asem) = Asem::read() else { return };
    let Some(expected) = csv("coinr_asem/stats_raw.csv") else { return };
    let near = |x: f64, text: &str| {
        let expected: f64 = text.parse().unwrap();
        (x - expected).abs() <= 0.0051 * expected.abs()
    };
    for (found, row) in asem.card().describe().unwrap().iter().zip(&expected.rows) {
        let cell = |name: &str| row[expected.head.iter().position(|head| head == name).unwrap()].as_str();
        assert_eq!(found.variable, cell("iCode"));
        let shape = found.shape.unwrap();
        for (x, name) in [
            (found.least, "Min"),
            (found.greatest, "Max"),
            (found.mean, "Mean"),
            (found.median, "Median"),
            (found.deviation, "Std"),
            (Some(shape.skewness), "Skew"),
            (Some(shape.kurtosis), "Kurt"),
        ] {
            assert!(near(x.unwrap().get(), cell(name)), "{} {name} {x:?}", found.variable);
        }
        for (n, name) in [
            (found.available, "N.Avail"),
            (found.not_zero, "N.NonZero"),
            (found.unique, "N.Unique"),
            (found.same, "N.Same"),
        ] {
            assert_eq!(n.to_string(), cell(name), "{} {name}", found.variable);
        }
    }
}

/// The order of the rows decides nothing, not even a bit, where no value is a sum over the rows.
#[test]
fn the_order_of_rows_does_not_matter() {
    let Some(asem) = Asem::read() else { return };
    let table = asem.table();
    let turned = Table::new(
        table
            .columns()
            .iter()
            .map(|(name, column)| {
                let column = match column {
                    Column::Float(cells) => Column::Float(cells.iter().rev().copied().collect()),
                    Column::Text(cells) => Column::Text(cells.iter().rev().cloned().collect()),
                    other => other.clone(),
                };
                (name.clone(), column)
            })
            .collect(),
    )
    .unwrap();
    let index = asem.with(&json!({}));
    let (one, two) = (index.evaluate(&table).unwrap(), index.evaluate(&turned).unwrap());
    for node in index.nodes() {
        let (a, b) = (one.values(&node.key).unwrap(), two.values(&node.key).unwrap());
        let off = a.iter().zip(b.iter().rev()).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        assert!(off < 1e-12, "{} {off}", node.key);
        assert_eq!(one.ranks(&node.key).unwrap(), two.ranks(&node.key).unwrap().into_iter().rev().collect::<Vec<_>>());
    }
    let plain: Plain = shequ::kernel::to_value(&one).unwrap();
    assert!(matches!(plain, Plain::List(rows) if rows.len() == 51));
}
