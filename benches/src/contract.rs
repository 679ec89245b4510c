//! A contract (责任书) of thirty indicators in which every rule stands, with bonuses, a penalty, vetoes, grades, tie-breaks and an award.
#![expect(clippy::indexing_slicing, reason = "fields of objects that were just made, and remainders below the length")]

use serde_json::{Value, json};
use shequ::evaluation::Scheme;
use shequ::kernel::{Document, Result};
use shequ::wire::evaluation::{CellKind, SchemeColumn};
use shequ::wire::{Column, Table};

use crate::Seeded;

/// The rules and their parameters; the scale of plain numbers is 1.
fn rule(at: usize) -> Value {
    match at % 12 {
        0 => json!({"rule": "linear", "target": 60 + at, "scale": 1}),
        1 => json!({"rule": "linear-down", "target": 10, "worst": 90, "scale": 1}),
        2 => json!({"rule": "met", "target": 50, "scale": 1}),
        3 => json!({"rule": "met-down", "target": 50, "scale": 1}),
        4 => json!({"rule": "tiers", "scale": 1, "tiers": [
            {"least": 80, "share": 1}, {"least": 60, "share": "0.8"}, {"least": 40, "share": "0.5"}]}),
        5 => json!({"rule": "tiers", "scale": 1, "tiers": [
            {"most": 20, "share": 1}, {"most": 40, "share": "0.8"}, {"most": 60, "share": "0.5"}]}),
        6 => json!({"rule": "piecewise", "scale": 1, "curve": [
            {"value": 0, "share": 0}, {"value": 50, "share": "0.6"}, {"value": 100, "share": 1}]}),
        7 => json!({"rule": "rate", "target": "0.95"}),
        8 => json!({"rule": "three-rates"}),
        9 => json!({"rule": "progress", "target": "0.1", "worst": "-0.5", "scale": 1}),
        10 => json!({"rule": "deduct", "events": [{"key": "hazard", "each": "0.5"}, {"key": "accident", "each": 2}]}),
        _ => json!({"rule": "ballots", "classes": [
            {"key": "residents", "weight": "0.5"}, {"key": "units", "weight": "0.3"}, {"key": "street", "weight": "0.2"}]}),
    }
}

/// The contract as a document.
pub fn document() -> Value {
    let indicator = |at: usize| {
        let mut out = rule(at);
        out["key"] = format!("i{at:02}").into();
        out["points"] = (1 + at % 5).into();
        out["missing"] = ["reweight", "zero", "full"][at % 3].into();
        out
    };
    let groups = (0..3).map(|group| {
        let indicators: Vec<Value> = (group * 10..group * 10 + 10).map(indicator).collect();
        json!({"key": format!("g{group}"), "indicators": indicators})
    });
    json!({
        "format": "shequ.scheme/1", "title": "benchmark", "subject": "unit", "least_peers": 5,
        "groups": groups.collect::<Vec<_>>(),
        "bonuses": [{"key": "city_award", "each": 2, "cap": 4}, {"key": "pilot", "each": "0.3", "cap": "0.9"}],
        "bonus_cap": 4,
        "penalties": [{"key": "late_report", "each": "0.25"}],
        "vetoes": [
            {"key": "fraud", "effect": "zero"},
            {"key": "major_accident", "effect": "cap-grade", "grade": "fair"},
            {"key": "petition", "effect": "no-award"},
        ],
        "grades": [{"key": "excellent", "least": 70}, {"key": "good", "least": 60}, {"key": "fair", "least": 40}, {"key": "poor"}],
        "ranking": {"basis": "rounded", "ties": "min", "tie_break": ["i00", "i07"]},
        "award": {"share": "0.3", "least": 50},
    })
}

/// The contract.
///
/// # Errors
/// None for what this writes.
pub fn scheme() -> Result<Scheme> {
    Scheme::parse(&document().to_string())
}

/// Values for it: of a plain number one cell in thirty is missing.
///
/// # Errors
/// None for what this writes.
pub fn table(scheme: &Scheme, units: usize, seed: u64) -> Result<Table> {
    let mut seeded = Seeded::new(seed);
    Table::new(scheme.columns().iter().flat_map(|column| columns(column, units, &mut seeded)).collect())
}

fn columns(column: &SchemeColumn, units: usize, seeded: &mut Seeded) -> Vec<(String, Column)> {
    let name = column.name.as_str();
    let mut below = |bound: u64| i64::try_from(seeded.below(bound)).unwrap_or(0);
    let mut counts = |bound: u64| Column::Int((0..units).map(|_| Some(below(bound))).collect());
    let cells = match column.kind {
        CellKind::Text if name == "unit" => Column::Text((0..units).map(|u| Some(format!("u{u:05}"))).collect()),
        CellKind::Text => Column::Text((0..units).map(|u| Some(["town", "village"][u % 2].into())).collect()),
        CellKind::YesNo => Column::Bool((0..units).map(|_| Some(below(50) == 0)).collect()),
        CellKind::Rate => {
            let under: Vec<i64> = (0..units).map(|_| 100 + below(100)).collect();
            let over = under.iter().map(|all| Some(all - below(20))).collect();
            let under = Column::Int(under.into_iter().map(Some).collect());
            return vec![(format!("{name}_numerator"), Column::Int(over)), (format!("{name}_denominator"), under)];
        }
        CellKind::Count if name.starts_with('i') && !name.contains("hazard") && !name.contains("accident") => {
            counts(20)
        }
        CellKind::Count => counts(3),
        CellKind::Number if !name.starts_with('i') => counts(3),
        CellKind::Number => {
            let plain = !name.ends_with("_last");
            let cell = |_| {
                let gap = below(30) == 0;
                let value = 10 + below(991);
                (!plain || !gap).then_some(i128::from(value))
            };
            Column::Decimal { cells: (0..units).map(cell).collect(), scale: column.scale }
        }
    };
    vec![(column.name.clone(), cells)]
}
