//! The yearly review of the Licheng example as one plain object, assembled from the library's answers.
//!
//! `story.json` says which documents are read and what is asked; `review.py` and `review.mjs` tell the same story, and
//! the digest of the object is the same in all three.

use std::collections::BTreeMap;
use std::path::PathBuf;

use shequ::evaluation::certainty::{Levels, RankSearch, WeightBox};
use shequ::evaluation::{Costs, Goal, Ledger, Scheme, Scorecard};
use shequ::grid::{GeoOptions, Plan, Territory};
use shequ::kernel::{
    Calendar, Day, Decimal, Document, Key, Lang, Likely, Limits, Ratio, Result, Salt, SealedTexts, Syntax, Unwatched,
    Value, canonical, to_value,
};
use shequ::organisation::{Group, Organisation, Snapshot};
use shequ::pack;
use shequ::participation::Facts;
use shequ::participation::election::{Election, ElectionRecord, verify_election};
use shequ::participation::timeline::Timeline;
use shequ::wire::certainty::IntervalOptions;
use shequ::wire::evaluation::{ChartParts, LedgerRecord};
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
        ("election", election(part(&story, "election"))?),
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

/// An election from the roll to the hand-over, its record, and the record with one number altered.
fn election(story: &Value) -> Result<Value> {
    let run = Election::parse(&read(text(story, "run")))?;
    let timeline = Timeline::parse(&read(text(story, "timeline")))?;
    let law = pack::cn().at(text(story, "law").parse()?);
    let result = run.result();
    let record = result.record_by(&law)?;
    let mut altered = record.to_value()?;
    set(&mut altered, &list(part(story, "alter"), "path"), part(part(story, "alter"), "to"));
    let mut days = Vec::new();
    for day in list(story, "days") {
        let steps = timeline.at(day.parse()?, Calendar::cn())?;
        days.push(object([("day", day.into()), ("steps", to_value(&steps)?)]));
    }
    let last = list(story, "days").last().copied().unwrap_or_default().parse()?;
    Ok(object([
        ("result", to_value(&result)?),
        ("explanation", to_value(&result.explain_by(&law))?),
        ("differs", to_value(&run.rules().differs(&law)?)?),
        ("record", to_value(&record)?),
        ("verified", to_value(&verify_election(&record, &run, None)?)?),
        ("altered", to_value(&verify_election(&ElectionRecord::from_value(altered)?, &run, None)?)?),
        ("steps", Value::List(days)),
        ("why_then", to_value(&timeline.explain(last, Calendar::cn(), Some(&law))?)?),
        ("calendar", timeline.icalendar(text(story, "calendar").parse()?, Calendar::cn(), Lang::Zh)?.into()),
    ]))
}

/// Puts a number in the place of another.
fn set(value: &mut Value, path: &[&str], to: &Value) {
    let Some((step, rest)) = path.split_first() else {
        *value = to.clone();
        return;
    };
    let inner = match value {
        Value::Map(entries) => entries.iter_mut().find(|(key, _)| key == step).map(|(_, inner)| inner),
        Value::List(items) => step.parse::<usize>().ok().and_then(|at| items.get_mut(at)),
        _ => None,
    };
    if let Some(inner) = inner {
        set(inner, rest, to);
    }
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
        ("ranking", ranking(part(story, "ranking"), &card)?),
        ("what_if", what_if(part(story, "what_if"), &card)?),
        ("corrections", corrections(part(story, "corrections"), &card)?),
        ("digest", to_value(&card.digest()?)?),
    ]))
}

/// How far the ranks depend on the points of the groups, and whether awards rest on a thin margin.
fn ranking(story: &Value, card: &Scorecard) -> Result<Value> {
    let points = card.part_points(ChartParts::Groups);
    let whole: Vec<i64> = points.iter().map(|points| i64::try_from(points.numerator()).unwrap_or_default()).collect();
    let space = WeightBox::around(&points, &text(story, "spread").parse()?)?;
    let (mut groups, mut peers) = (Vec::new(), Vec::new());
    for margin in card.award_margins(text(story, "margin").parse()?)? {
        let exact = card.exact_table(ChartParts::Groups, margin.group.as_deref())?;
        let options = IntervalOptions {
            draws: count(story, "draws"),
            seed: count(story, "seed"),
            spread: text(story, "spread").parse().unwrap_or_default(),
            group: margin.group.clone(),
            ..IntervalOptions::default()
        };
        let sample = card.rank_intervals(&options, &mut Unwatched)?;
        peers.push(object([
            ("award", to_value(&margin)?),
            ("bounds", to_value(&exact.rank_bounds_table(&space, &RankSearch::default(), &mut Unwatched)?)?),
            ("draws", to_value(&sample.table(&Levels::default())?)?),
        ]));
        groups = exact.criteria().iter().map(|(key, _)| key.to_string()).collect();
    }
    Ok(object([("groups", to_value(&groups)?), ("points", to_value(&whole)?), ("peers", Value::List(peers))]))
}

/// What a unit would have to change: each indicator alone, and the cheapest changes together.
fn what_if(story: &Value, card: &Scorecard) -> Result<Value> {
    let (unit, costs) = (text(story, "unit"), Costs::from_plain(part(story, "costs").clone())?);
    let answers = items(story, "goals").iter().map(|goal| {
        let rank = goal.get("rank").map(|_| count(goal, "rank")).and_then(|rank| u32::try_from(rank).ok());
        let goal = Goal::one(part(goal, "grade").as_text().map(str::to_owned), rank)?;
        let cheapest = card.cheapest(unit, &goal, costs.list(), Scorecard::CHEAPEST_LIMIT, &mut Unwatched)?;
        Ok(object([("alone", to_value(&card.what_if(unit, &goal)?)?), ("cheapest", to_value(&cheapest)?)]))
    });
    Ok(Value::List(answers.collect::<Result<_>>()?))
}

/// The ledger of corrections, whom each record affected, and what was known before it and after.
fn corrections(story: &Value, card: &Scorecard) -> Result<Value> {
    let document = Syntax::Json.parse(&read(text(story, "document")), Limits::default())?;
    let key: Key = text(&document, "key").parse()?;
    let (mut ledger, mut texts) = (Ledger::new(key), SealedTexts::default());
    for entry in items(&document, "entries") {
        let mut sealed = Vec::new();
        for (name, words) in entries(entry, "texts") {
            // Salts are to be random; the year has its own, so that it is the same year every time.
            let salt: Salt = text(part(entry, "salts"), name).parse()?;
            sealed.push((name.parse()?, text(words, "zh").to_owned(), salt));
        }
        let mut record = entries(entry, "record").to_vec();
        record.push(("format".to_owned(), LedgerRecord::FORMAT.into()));
        ledger.append(card, LedgerRecord::from_value(Value::Map(record))?, sealed, &mut texts)?;
    }
    let check = Ledger::parse(&canonical(&ledger)?, &canonical(ledger.log())?, Some(&ledger.log().head()))?.check;
    let (mut known, mut last) = (Vec::new(), Day::MAX);
    for day in list(story, "known_on") {
        last = day.parse()?;
        let then = ledger.card(card, last)?;
        let scores = list(story, "units").into_iter().map(|unit| to_value(&then.score(unit)?));
        known.push(object([
            ("day", day.into()),
            ("appeals", to_value(&ledger.appeals(last))?),
            ("scores", Value::List(scores.collect::<Result<_>>()?)),
            ("digest", to_value(&then.digest()?)?),
        ]));
    }
    Ok(object([
        ("ledger", to_value(&ledger)?),
        ("sealed", to_value(&texts)?),
        ("check", to_value(&check)?),
        ("effects", to_value(&ledger.effects(card, last)?)?),
        ("known", Value::List(known)),
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

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    if let Value::List(items) = part(value, key) { items } else { &[] }
}

fn entries<'v>(value: &'v Value, key: &str) -> &'v [(String, Value)] {
    if let Value::Map(entries) = part(value, key) { entries } else { &[] }
}

fn count(value: &Value, key: &str) -> u64 {
    if let Value::Int(n) = part(value, key) { u64::try_from(*n).unwrap_or_default() } else { 0 }
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
