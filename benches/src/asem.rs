//! The ASEM index of COINr 1.1.14 as an index of ours, from the tables of the shared data.
#![expect(clippy::indexing_slicing, reason = "fields of objects that were just made")]

use std::path::PathBuf;

use serde_json::{Value, json};
use shequ::evaluation::methods::{Index, IndexCard};
use shequ::kernel::{Document, Result};
use shequ::wire::{Column, Table, Texts as _};

/// Where the tables are, beside a clone; none where they are not.
pub fn folder() -> Option<PathBuf> {
    let folder = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/evaluation/coinr_asem"));
    folder.join("imeta.csv").exists().then_some(folder)
}

/// The index with the values of its 51 units.
///
/// # Errors
/// Where a table is not what it was.
pub fn index(folder: &std::path::Path) -> Result<(Index, Table)> {
    let read = |name: &str| Table::from_csv(&std::fs::read_to_string(folder.join(name)).unwrap_or_default());
    let (meta, data) = (read("imeta.csv")?, read("idata.csv")?);
    let cell = |row: usize, name: &str| match meta.get(name) {
        Some(Column::Text(cells)) => cells.text(row).unwrap_or_default().to_owned(),
        _ => String::new(),
    };
    let rows = |kind: &str| (0..meta.rows()).filter(|row| cell(*row, "Type") == kind).collect::<Vec<_>>();
    let node = |row: usize| {
        let mut out = json!({"key": cell(row, "iCode"), "label": cell(row, "iName"), "weight": cell(row, "Weight")});
        for (field, name) in [("parent", "Parent"), ("denominator", "Denominator")] {
            let text = cell(row, name);
            if !text.is_empty() {
                out[field] = text.into();
            }
        }
        out
    };
    let indicators: Vec<Value> = rows("Indicator")
        .into_iter()
        .map(|row| {
            let mut out = node(row);
            out["direction"] = if cell(row, "Direction") == "1" { "higher" } else { "lower" }.into();
            out
        })
        .collect();
    let aggregates: Vec<Value> = rows("Aggregate").into_iter().map(node).collect();
    let level = |label: &str| json!({"label": label, "aggregation": "arithmetic"});
    let document = json!({
        "format": "shequ.index/1", "title": "ASEM Sustainable Connectivity", "subject": "unit",
        "imputation": {"filler": "mean", "group": "EurAsia_group"},
        "treatment": {"otherwise": "log-shifted"},
        "normalisation": {"method": "min-max"},
        "levels": [level("pillars"), level("sub-indices"), level("index")],
        "indicators": indicators, "aggregates": aggregates,
        "ranking": {"ties": "min", "group": "GDPpc_group"},
    });
    let index = Index::parse(&document.to_string())?;
    let columns = index.columns().into_iter().map(|name| {
        let theirs = if name == "unit" { "uCode" } else { name.as_str() };
        let column = data.column(theirs)?;
        let text = |row: usize| match column {
            Column::Text(cells) => cells.text(row).unwrap_or_default(),
            _ => "",
        };
        let texts = ["uCode", "EurAsia_group", "GDPpc_group"].contains(&theirs);
        let cells = if texts {
            column.clone()
        } else {
            Column::Float((0..data.rows()).map(|row| text(row).parse().ok()).collect())
        };
        Ok((name, cells))
    });
    let table = Table::new(columns.collect::<Result<_>>()?)?;
    Ok((index, table))
}

/// The weights of its indicators as declared.
pub fn weights(card: &IndexCard, indicators: usize) -> Vec<f64> {
    card.index().nodes().iter().take(indicators).map(|node| node.weight.get()).collect()
}
