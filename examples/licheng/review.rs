//! The yearly review of the Licheng example as one plain object, assembled from the library's answers.
//!
//! `story.json` says which documents are read and what is asked; `review.py` and `review.mjs` tell the same story, and
//! the digest of the object is the same in all three.

use std::path::PathBuf;

use shequ::evaluation::Scheme;
use shequ::kernel::{Document, Limits, Result, Syntax, Value, to_value};
use shequ::pack;
use shequ::wire::{Column, Table};

/// Where the documents lie.
pub const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/licheng");

/// A change of one cell of the evaluation: unit, column, value.
pub type Change<'c> = (&'c str, &'c str, &'c str);

/// A document of the example as text.
///
/// # Panics
/// If it is not there: the example is then not whole.
#[expect(clippy::panic, reason = "an example without its documents has nothing to show")]
pub fn read(name: &str) -> String {
    let path = PathBuf::from(FOLDER).join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

/// The review, with at most one cell of the evaluation changed.
///
/// # Errors
/// Whatever the library says of the documents.
pub fn review(change: Option<Change<'_>>) -> Result<Value> {
    let story = Syntax::Json.parse(&read("story.json"), Limits::default())?;
    Ok(object([
        ("format", "shequ-example.licheng/1".into()),
        ("evaluation", evaluation(part(&story, "evaluation"), change)?),
        ("law", law(part(&story, "law"))?),
    ]))
}

fn evaluation(story: &Value, change: Option<Change<'_>>) -> Result<Value> {
    let scheme = Scheme::parse(&read(text(story, "scheme")))?;
    let card = scheme.evaluate(&cells(&read(text(story, "cells")), change)?)?;
    let unit = text(story, "explain");
    Ok(object([
        ("summary", to_value(&card.summary())?),
        ("scores", to_value(&card)?),
        ("lines", to_value(&card.line_table())?),
        ("explained", object([("unit", unit.into()), ("explanation", to_value(&card.explain(unit)?)?)])),
        ("digest", to_value(&card.digest()?)?),
    ]))
}

/// Comma-separated values as a table of texts; the library reads numbers from them exactly.
fn cells(csv: &str, change: Option<Change<'_>>) -> Result<Table> {
    let mut rows = csv.lines().map(|line| line.split(','));
    let names: Vec<&str> = rows.next().map(Iterator::collect).unwrap_or_default();
    let mut columns: Vec<Vec<Option<String>>> = vec![Vec::new(); names.len()];
    for row in rows {
        let mut unit = "";
        for ((cell, name), column) in row.zip(&names).zip(&mut columns) {
            if *name == "unit" {
                unit = cell;
            }
            let cell = match change {
                Some((of, named, value)) if of == unit && named == *name => value,
                _ => cell,
            };
            column.push((!cell.is_empty()).then(|| cell.to_owned()));
        }
    }
    Table::new(names.into_iter().map(str::to_owned).zip(columns.into_iter().map(Column::Text)).collect())
}

fn law(story: &Value) -> Result<Value> {
    let mut answers = Vec::new();
    for clause in list(story, "clauses") {
        for day in list(story, "days") {
            let rules = pack::cn().at(day.parse()?);
            answers.push(to_value(&pack::ask(&rules, clause)?)?);
        }
    }
    Ok(Value::List(answers))
}

fn object<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn part<'v>(value: &'v Value, key: &str) -> &'v Value {
    value.get(key).unwrap_or(&Value::Null)
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    part(value, key).as_text().unwrap_or_default()
}

fn list<'v>(value: &'v Value, key: &str) -> Vec<&'v str> {
    match part(value, key) {
        Value::List(items) => items.iter().filter_map(Value::as_text).collect(),
        _ => Vec::new(),
    }
}
