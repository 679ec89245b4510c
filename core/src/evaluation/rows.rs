//! Values as a document of rows, which becomes a table.

use std::collections::BTreeMap;

use crate::kernel::{Document, Faults, Result, Value};
use crate::wire::evaluation::CellsDraft;
use crate::wire::{Column, Table};

/// Values of units as a document of format `shequ.cells/1`: rows with the same columns as a table.
///
/// ```
/// use shequ::evaluation::Cells;
/// use shequ::kernel::Document;
/// let cells = Cells::parse(r#"{"format": "shequ.cells/1", "rows": [
///     {"unit": "社区 01", "visits": 11, "response": "76/173"},
///     {"unit": "社区 02", "visits": null, "response": "40/40"}
/// ]}"#)?;
/// assert_eq!(cells.table().rows(), 2);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Cells {
    table: Table,
}

impl Cells {
    /// The rows as a table.
    pub const fn table(&self) -> &Table {
        &self.table
    }
}

impl Document for Cells {
    const FORMAT: &'static str = "shequ.cells/1";
    const ROOT: &'static str = "cells";
    type Draft = CellsDraft;

    fn check(draft: CellsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut names: Vec<&str> = Vec::new();
        let mut columns: BTreeMap<&str, Vec<&Value>> = BTreeMap::new();
        let kind = |got: &Value, expected: &str| crate::kernel::DocumentError::WrongKind {
            got: got.kind().into(),
            expected: expected.into(),
        };
        for (row, value) in draft.rows.iter().enumerate() {
            let Value::Map(cells) = value else {
                faults.push(format!("rows[{row}]"), kind(value, "an object"));
                continue;
            };
            for (name, cell) in cells {
                if matches!(cell, Value::List(_) | Value::Map(_)) {
                    faults.push(format!("rows[{row}].{name}"), kind(cell, "a number, a text, true, false or null"));
                    continue;
                }
                let column = columns.entry(name).or_insert_with(|| {
                    names.push(name);
                    Vec::new()
                });
                column.resize(row, &Value::Null);
                column.push(cell);
            }
        }
        faults.into_result()?;
        let column = |name: &str| {
            let mut cells = columns.get(name).cloned().unwrap_or_default();
            cells.resize(draft.rows.len(), &Value::Null);
            (name.to_owned(), to_column(&cells))
        };
        Ok(Self { table: Table::new(names.iter().map(|name| column(name)).collect())? })
    }
}

/// A column of one kind, or of texts where the kinds differ.
fn to_column(cells: &[&Value]) -> Column {
    let int = |v: &Value| match v {
        Value::Null => Some(None),
        Value::Int(n) => i64::try_from(*n).ok().map(Some),
        _ => None,
    };
    let yes = |v: &Value| match v {
        Value::Null => Some(None),
        Value::Bool(b) => Some(Some(*b)),
        _ => None,
    };
    if let Some(cells) = cells.iter().map(|v| int(v)).collect() {
        return Column::Int(cells);
    }
    if let Some(cells) = cells.iter().map(|v| yes(v)).collect() {
        return Column::Bool(cells);
    }
    let text = |v: &Value| match v {
        Value::Text(text) => Some(text.clone()),
        Value::Int(n) => Some(n.to_string()),
        Value::Float(x) => Some(x.to_string()),
        Value::Bool(b) => Some(b.to_string()),
        _ => None,
    };
    Column::Text(cells.iter().map(|v| text(v)).collect())
}
