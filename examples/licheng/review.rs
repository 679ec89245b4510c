//! The yearly review of the Licheng example as one plain object, assembled from the library's answers.
//!
//! `story.json` says which documents are read and what is asked; `review.py` and `review.mjs` tell the same story, and
//! the digest of the object is the same in all three.

use std::collections::BTreeMap;
use std::path::PathBuf;

use shequ::evaluation::Scheme;
use shequ::grid::{GeoOptions, Plan, Territory};
use shequ::kernel::{Day, Decimal, Document, Lang, Likely, Limits, Ratio, Result, Syntax, Unwatched, Value, to_value};
use shequ::organisation::{Group, Organisation, Snapshot};
use shequ::pack;
use shequ::participation::Facts;
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
        ("public_record", public_record(part(&story, "public_record"))?),
        ("year", year(part(&story, "year"))?),
        ("evaluation", evaluation(part(&story, "evaluation"), change)?),
        ("decisions", decisions(part(&story, "decisions"))?),
        ("grids", grids(part(&story, "grids"))?),
        ("law", law(part(&story, "law"))?),
    ]))
}

fn public_record(story: &Value) -> Result<Value> {
    let record = Organisation::parse(&read(text(story, "document")))?;
    let until: Day = text(story, "until").parse()?;
    let probe = text(story, "probe");
    let mut days = Vec::new();
    for day in list(story, "days") {
        let snapshot = record.at(day.parse()?);
        let there = snapshot.units().find(|unit| unit.key() == probe).map_or(Likely::No, |unit| unit.likely());
        days.push(object([("day", day.into()), ("kinds", kinds(&snapshot)), ("probe", to_value(&there)?)]));
    }
    let lineages = list(story, "lineage_of").into_iter().map(|unit| to_value(&record.lineage(unit, until, None)?));
    Ok(object([
        ("title", to_value(record.title())?),
        ("days", Value::List(days)),
        ("units", to_value(&record.at(until).table(Lang::Zh)?)?),
        ("lineages", Value::List(lineages.collect::<Result<_>>()?)),
    ]))
}

fn year(story: &Value) -> Result<Value> {
    let organisation = Organisation::parse(&read(text(story, "document")))?;
    let (before, after): (Day, Day) = (text(story, "before").parse()?, text(story, "after").parse()?);
    let day: Day = text(story, "day").parse()?;
    let origins = list(story, "origins_of")
        .into_iter()
        .map(|unit| to_value(&organisation.origins(unit, before, Some("households"))?));
    let mut reports = Vec::new();
    for day in list(story, "validate_on") {
        let day = day.parse()?;
        reports.push(to_value(&organisation.validate(day, pack::cn(), &mut Unwatched)?)?);
    }
    let statistics = |name: &str| {
        let owned = |key: &str| list(part(story, name), key).into_iter().map(str::to_owned).collect();
        let group = Group { kinds: owned("kinds"), within: owned("within"), ..Group::default() };
        to_value(&organisation.statistics(day, &group)?)
    };
    let pairing = part(story, "pairing");
    Ok(object([
        ("committees", statistics("committees")?),
        ("heads", statistics("heads")?),
        ("pairing", to_value(&organisation.pairing(day, text(pairing, "kind"), &list(pairing, "units"))?)?),
        ("before", state(&organisation.at(before))?),
        ("after", state(&organisation.at(after))?),
        ("consolidation", to_value(&organisation.consolidation(before, day, "households")?)?),
        ("origins", Value::List(origins.collect::<Result<_>>()?)),
        ("units", to_value(&organisation.at(day).table(Lang::Zh)?)?),
        ("reports", Value::List(reports)),
    ]))
}

/// How many units of each kind there are, those that only may exist counted apart.
fn kinds(snapshot: &Snapshot<'_>) -> Value {
    let mut counts: BTreeMap<String, i128> = BTreeMap::new();
    for unit in snapshot.units() {
        let possible = if unit.likely() == Likely::Possible { " (possible)" } else { "" };
        *counts.entry(format!("{}{possible}", unit.kind())).or_default() += 1;
    }
    Value::Map(counts.into_iter().map(|(kind, count)| (kind, Value::Int(count))).collect())
}

/// The kinds of a day and the households of all its areas together.
fn state(snapshot: &Snapshot<'_>) -> Result<Value> {
    let households = snapshot.units().filter_map(|unit| unit.indicator("households")).map(Decimal::to_ratio);
    let total: Ratio = households.sum();
    Ok(object([("day", to_value(&snapshot.day())?), ("kinds", kinds(snapshot)), ("households", to_value(&total)?)]))
}

fn decisions(story: &Value) -> Result<Value> {
    let Value::List(items) = story else { return Ok(Value::Null) };
    let mut out = Vec::new();
    for item in items {
        let facts = Facts::parse(&read(text(item, "facts")))?;
        let verdict = pack::cn().decide(text(item, "question"), &facts)?;
        out.push(object([
            ("facts", text(item, "facts").into()),
            ("verdict", to_value(&verdict)?),
            ("explanation", to_value(&verdict.explain())?),
            ("record", to_value(&verdict.record()?)?),
        ]));
    }
    Ok(Value::List(out))
}

fn grids(story: &Value) -> Result<Value> {
    let (buildings, roads) = (read(text(story, "buildings")), read(text(story, "roads")));
    let territory =
        Territory::parse_with(Syntax::Json, &buildings, Some(&roads), &GeoOptions::default(), &mut Unwatched)?;
    let checks = list(story, "plans").into_iter().map(|name| {
        let plan = Plan::parse(&read(name))?;
        to_value(&territory.check(&plan, &mut Unwatched)?)
    });
    Ok(object([
        ("territory", to_value(&territory.summary())?),
        ("checks", Value::List(checks.collect::<Result<_>>()?)),
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
