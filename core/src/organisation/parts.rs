//! The parts of an organisation as tables, and from tables.

use std::collections::BTreeSet;
use std::fmt;
use std::str::FromStr;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::dated::order;
use super::rest::{Reader, Units};
use super::{Catalogue, Organisation};
use crate::kernel::draft::read_draft;
use crate::kernel::{DocumentError, Error, Faults, Key, Lang, Result, Span, Text, Value, WithinDays, to_value};
use crate::wire::organisation::EventDraft;
use crate::wire::short::bounds;
use crate::wire::{Column, Table, TableError, Texts as _};

/// A part of an organisation that stands in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// Units with the days of their lives, a row for each stretch of days: key, from, until.
    Units,
    /// What units were: unit, kind, from, until.
    Kinds,
    /// What units were called: unit, name, `name_en`, from, until.
    Names,
    /// The codes of units: unit, scheme, code, from, until.
    Codes,
    /// What units lay within: unit, parent, from, until.
    Parents,
    /// What changed units, a row for each unit of it: event, change, day, role (`before`, `after`), unit, instrument.
    Events,
    /// Relations: kind, source, target, aspect, primary, from, until.
    Relations,
    /// Posts: key, unit, title, `title_en`, capacity, `term_years`, mode.
    Posts,
    /// Holders: key, born, schooling.
    Holders,
    /// Holdings: post, holder, from, until, `end_reason`, mode.
    Holdings,
    /// Agreements, a row for each party: key, kind, party, from, until.
    Agreements,
    /// Counted numbers: unit, measure, value, from, source.
    Indicators,
    /// Published statistics: label, measure, value, change, unit, from, source.
    Statements,
    /// Statuses of units: unit, status, from, until, deadline.
    Statuses,
    /// Charters of bodies: unit, title, `title_en`, every, from, until.
    Charters,
    /// Sessions of bodies: unit, day.
    Sessions,
    /// Reserves for posts: post, holder, from, until.
    Reserves,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 17] = [
        Self::Units,
        Self::Kinds,
        Self::Names,
        Self::Codes,
        Self::Parents,
        Self::Events,
        Self::Relations,
        Self::Posts,
        Self::Holders,
        Self::Holdings,
        Self::Agreements,
        Self::Indicators,
        Self::Statements,
        Self::Statuses,
        Self::Charters,
        Self::Sessions,
        Self::Reserves,
    ];

    /// Its name, as the document has it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Units => "units",
            Self::Kinds => "kinds",
            Self::Names => "names",
            Self::Codes => "codes",
            Self::Parents => "parents",
            Self::Events => "events",
            Self::Relations => "relations",
            Self::Posts => "posts",
            Self::Holders => "holders",
            Self::Holdings => "holdings",
            Self::Agreements => "agreements",
            Self::Indicators => "indicators",
            Self::Statements => "statements",
            Self::Statuses => "statuses",
            Self::Charters => "charters",
            Self::Sessions => "sessions",
            Self::Reserves => "reserves",
        }
    }

    /// The columns that are there even if nobody fills them.
    const fn columns(self) -> &'static [&'static str] {
        match self {
            Self::Units => &["key", "from", "until"],
            Self::Kinds => &["unit", "kind", "from", "until"],
            Self::Names => &["unit", "name", "name_en", "from", "until"],
            Self::Codes => &["unit", "scheme", "code", "from", "until"],
            Self::Parents => &["unit", "parent", "from", "until"],
            Self::Events => &["event", "change", "day", "role", "unit", "instrument", "instrument_en"],
            Self::Relations => &["kind", "source", "target", "aspect", "primary", "from", "until"],
            Self::Posts => &["key", "unit", "title", "title_en", "capacity", "term_years", "mode"],
            Self::Holders => &["key", "born", "schooling"],
            Self::Holdings => &["post", "holder", "from", "until", "end_reason", "mode"],
            Self::Agreements => &["key", "kind", "party", "from", "until"],
            Self::Indicators => &["unit", "measure", "value", "from", "source", "source_en"],
            Self::Statements => {
                &["label", "label_en", "measure", "value", "change", "unit", "from", "source", "source_en"]
            }
            Self::Statuses => &["unit", "status", "from", "until", "deadline"],
            Self::Charters => &["unit", "title", "title_en", "every", "from", "until"],
            Self::Sessions => &["unit", "day"],
            Self::Reserves => &["post", "holder", "from", "until"],
        }
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Part {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::ALL.into_iter().find(|part| part.name() == text).ok_or_else(|| {
            let expected = Self::ALL.map(|part| format!("`{part}`")).join(", ");
            DocumentError::UnknownChoice { got: text.chars().take(60).collect(), expected }.into()
        })
    }
}

/// The columns of counts, which a table of texts holds as texts.
const COUNTS: [&str; 2] = ["capacity", "term_years"];
/// The columns of yes or no, likewise.
const FLAGS: [&str; 1] = ["primary"];

/// Rows while they are laid out.
struct Rows {
    columns: Vec<(String, Vec<Option<String>>)>,
    count: usize,
}

impl Rows {
    fn new(part: Part) -> Self {
        Self { columns: part.columns().iter().map(|name| ((*name).to_owned(), Vec::new())).collect(), count: 0 }
    }

    fn set(&mut self, name: &str, cell: String) {
        let place = self.columns.iter().position(|(n, _)| n == name).unwrap_or_else(|| {
            self.columns.push((name.to_owned(), Vec::new()));
            self.columns.len() - 1
        });
        if let Some((_, cells)) = self.columns.get_mut(place) {
            cells.resize(self.count, None);
            cells.push(Some(cell));
        }
    }

    fn text(&mut self, name: &str, text: &Text) {
        self.set(name, text.get(Lang::Zh).to_owned());
        self.set(&format!("{name}_en"), text.get(Lang::En).to_owned());
    }

    fn days(&mut self, span: Span) {
        for (name, end) in [("from", span.from()), ("until", span.until())] {
            if let Some(end) = end {
                self.set(name, bounds(end));
            }
        }
    }

    /// The fields of an object; a list among them has a table of its own.
    fn object(&mut self, object: &Value) {
        let Value::Map(entries) = object else { return };
        for (key, value) in entries {
            match value {
                Value::Text(text) => {
                    self.set(key, text.clone());
                    // A text that is the same in both languages is written once.
                    let english = format!("{key}_en");
                    if self.columns.iter().any(|(name, _)| *name == english) {
                        self.set(&english, text.clone());
                    }
                }
                Value::Int(n) => self.set(key, n.to_string()),
                Value::Bool(b) => self.set(key, b.to_string()),
                Value::Map(_) => {
                    for (lang, name) in [("zh", key.clone()), ("en", format!("{key}_en"))] {
                        if let Some(text) = value.get(lang).and_then(Value::as_text) {
                            self.set(&name, text.to_owned());
                        }
                    }
                }
                _ => {}
            }
        }
    }

    fn end(&mut self) {
        self.count += 1;
    }

    fn table(self) -> Result<Table> {
        let count = self.count;
        let column = |(name, mut cells): (String, Vec<Option<String>>)| {
            cells.resize(count, None);
            let column = if COUNTS.contains(&name.as_str()) || name == "event" {
                Column::Int(cells.iter().map(|cell| cell.as_deref()?.parse().ok()).collect())
            } else if FLAGS.contains(&name.as_str()) {
                Column::Bool(cells.iter().map(|cell| cell.as_deref()?.parse().ok()).collect())
            } else {
                Column::Text(cells)
            };
            (name, column)
        };
        Table::new(self.columns.into_iter().map(column).collect())
    }
}

/// What an event changed, as others than this library tell it.
pub(super) struct Change {
    pub(super) name: &'static str,
    pub(super) days: Option<WithinDays>,
    pub(super) instrument: Option<Text>,
    /// Units that were there before.
    pub(super) before: Vec<String>,
    /// Units that it made, or that went on changed.
    pub(super) after: Vec<String>,
}

impl Organisation {
    /// Every event that stands with the units that it began with and ended with: what was taken back is not told, what
    /// was amended is told as it was, and a fact set right is no event.
    pub(super) fn told(&self) -> Result<Vec<Change>> {
        let mut events: Vec<(Option<&Key>, &EventDraft)> = Vec::new();
        for entry in self.entries() {
            let same = |key: Option<&Key>, entry: &str| key.is_some_and(|key| key.as_str() == entry);
            match entry {
                EventDraft::State(_) => {}
                EventDraft::Retract(e) => events.retain(|(key, _)| !same(*key, &e.entry)),
                EventDraft::Amend(e) => {
                    if let Some(place) = events.iter().position(|(key, _)| same(*key, &e.entry)) {
                        events.get_mut(place).into_iter().for_each(|event| event.1 = &e.event);
                    }
                }
                other => events.push((other.head().key, other)),
            }
        }
        events.into_iter().map(|(_, event)| change(event)).collect()
    }

    /// A part as a table; what events changed is worked into the days of the units' facts.
    ///
    /// Days are texts as in the document: a day, a month, a year, or bounds. A text in two languages has two columns.
    ///
    /// # Errors
    /// None in practice.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Organisation, Part};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "names": [{"name": "旧", "until": "2004"}, {"name": "新", "from": "2004"}]}]}"#)?;
    /// let names = organisation.part(Part::Names)?;
    /// assert_eq!(names.to_csv()?, "unit,name,name_en,from,until\nc,旧,旧,,2004\nc,新,新,2004,\n");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn part(&self, part: Part) -> Result<Table> {
        let mut rows = Rows::new(part);
        match part {
            Part::Units | Part::Kinds | Part::Names | Part::Codes | Part::Parents => self.facts(part, &mut rows),
            Part::Events => {
                for (number, change) in (1..).zip(self.told()?) {
                    let sides = [("before", &change.before), ("after", &change.after)];
                    for (role, unit) in sides.into_iter().flat_map(|(role, list)| list.iter().map(move |u| (role, u))) {
                        let number: usize = number;
                        rows.set("event", number.to_string());
                        rows.set("change", change.name.to_owned());
                        if let Some(days) = change.days {
                            rows.set("day", bounds(days));
                        }
                        rows.set("role", role.to_owned());
                        rows.set("unit", unit.clone());
                        if let Some(instrument) = &change.instrument {
                            rows.text("instrument", instrument);
                        }
                        rows.end();
                    }
                }
            }
            _ => {
                let written = self.without_units();
                let draft = written.draft();
                let list = match part {
                    Part::Relations => to_value(&draft.relations)?,
                    Part::Posts => to_value(&draft.posts)?,
                    Part::Holders => to_value(&draft.holders)?,
                    Part::Holdings => to_value(&draft.holdings)?,
                    Part::Agreements => to_value(&draft.agreements)?,
                    Part::Indicators => to_value(&draft.indicators)?,
                    Part::Statuses => to_value(&draft.statuses)?,
                    Part::Charters => to_value(&draft.charters)?,
                    Part::Sessions => to_value(&draft.sessions)?,
                    Part::Reserves => to_value(&draft.reserves)?,
                    _ => to_value(&draft.statements)?,
                };
                let Value::List(items) = list else { return rows.table() };
                for item in &items {
                    if let Some(Value::List(parties)) = item.get("parties") {
                        for party in parties.iter().filter_map(Value::as_text) {
                            rows.object(item);
                            rows.set("party", party.to_owned());
                            rows.end();
                        }
                    } else {
                        rows.object(item);
                        rows.end();
                    }
                }
            }
        }
        rows.table()
    }

    /// The dated facts of units.
    fn facts(&self, part: Part, rows: &mut Rows) {
        let thawed = self.thaw();
        for (key, unit) in self.keys.keys().iter().zip(&thawed.units).filter(|(_, unit)| unit.known) {
            if part == Part::Units {
                for life in unit.stretches() {
                    rows.set("key", key.to_string());
                    rows.days(life);
                    rows.end();
                }
                continue;
            }
            let name = |id| self.catalogue.kinds.key(id).map(Key::to_string).unwrap_or_default();
            let mut facts: Vec<(Span, Vec<(&str, Text)>)> = match part {
                Part::Kinds => unit.kinds.iter().map(|(k, s)| (*s, vec![("kind", Text::same(name(*k)))])).collect(),
                Part::Names => unit.names.iter().map(|(name, s)| (*s, vec![("name", name.clone())])).collect(),
                Part::Parents => {
                    let parent = |p| Text::same(self.key_text(p));
                    unit.parents.iter().map(|(p, s)| (*s, vec![("parent", parent(*p))])).collect()
                }
                _ => {
                    let scheme = |id| self.schemes.key(id).map(Key::to_string).unwrap_or_default();
                    let code = |((id, code), span): &((_, Key), Span)| {
                        (*span, vec![("scheme", Text::same(scheme(*id))), ("code", Text::same(code.to_string()))])
                    };
                    unit.codes.iter().map(code).collect()
                }
            };
            facts.sort_by_key(|(span, _)| order(*span));
            for (span, cells) in facts {
                rows.set("unit", key.to_string());
                for (column, text) in cells {
                    if column == "name" {
                        rows.text(column, &text);
                    } else {
                        rows.set(column, text.get(Lang::Zh).to_owned());
                    }
                }
                rows.days(span);
                rows.end();
            }
        }
    }

    /// The organisation with the rows of a table added: any part but the facts of units and
    /// the events, in the columns that [`part`](Self::part) writes; a missing column is as good as an empty one.
    ///
    /// Nothing is added if anything is wrong.
    ///
    /// # Errors
    /// `wrong-column` for a part that is no list of its own; as [`Document::parse`], with the paths of rows and columns:
    /// `[3].source`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Organisation, Part};
    /// use shequ::wire::Table;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "a", "kind": "party-branch", "name": "一"}, {"key": "b", "kind": "residents-committee", "name": "二"}]}"#)?;
    /// let relations = Table::from_csv("kind,source,target,from\nleads,a,b,2004\n")?;
    /// let organisation = organisation.with_table(Part::Relations, &relations)?;
    /// assert_eq!(organisation.at("2010-01-01".parse()?).relations().len(), 1);
    /// let wrong = Table::from_csv("kind,source,target\nleads,a,z\n")?;
    /// assert_eq!(organisation.with_table(Part::Relations, &wrong).unwrap_err().first().path(), "[0].target");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn with_table(&self, part: Part, table: &Table) -> Result<Self> {
        let rows = objects(part, table);
        let mut draft = (*self.written).clone();
        let before = match part {
            Part::Relations => add(&mut draft.relations, rows)?,
            Part::Posts => add(&mut draft.posts, rows)?,
            Part::Holders => add(&mut draft.holders, rows)?,
            Part::Holdings => add(&mut draft.holdings, rows)?,
            Part::Agreements => add(&mut draft.agreements, parties(rows))?,
            Part::Indicators => add(&mut draft.indicators, rows)?,
            Part::Statements => add(&mut draft.statements, rows)?,
            Part::Statuses => add(&mut draft.statuses, rows)?,
            Part::Charters => add(&mut draft.charters, rows)?,
            Part::Sessions => add(&mut draft.sessions, rows)?,
            Part::Reserves => add(&mut draft.reserves, rows)?,
            Part::Units | Part::Kinds | Part::Names | Part::Codes | Part::Parents | Part::Events => {
                let expected = "relations, posts, holdings or another list of its own";
                let (name, got) = (part.name().to_owned(), "a part that stands with the units".to_owned());
                return Err(TableError::WrongColumn { name, got, expected: expected.into() }.into());
            }
        };
        let own = |path: &str| {
            let rest = path.strip_prefix(part.name()).and_then(|rest| rest.strip_prefix('['));
            let place = rest.and_then(|rest| rest.split_once(']'));
            let row = place.and_then(|(i, rest)| Some((i.parse::<usize>().ok()?.checked_sub(before)?, rest)));
            row.map_or_else(|| path.to_owned(), |(row, rest)| format!("[{row}]{rest}"))
        };
        let mut faults = Faults::new();
        let (life, told) = (&|unit| self.columns.lives.get(unit), &|_: &str| false);
        let mut reader = Reader { keys: &self.keys, life, told, catalogue: &self.catalogue, faults: &mut faults };
        let rest = reader.rest(draft.clone());
        faults.into_result().map_err(|e| e.moved(own))?;
        let units = Units {
            schemes: self.schemes.clone(),
            keys: self.keys.clone(),
            columns: self.columns.clone(),
            events: self.events.clone(),
            history: self.history.clone(),
        };
        Ok(rest.beside(units, Catalogue::clone(&self.catalogue), draft))
    }
}

/// Reads rows and adds them to those there are; how many there were.
fn add<T: DeserializeOwned>(list: &mut Vec<T>, rows: Vec<Value>) -> Result<usize> {
    let before = list.len();
    list.extend(read_draft::<Vec<T>>(Value::List(rows))?);
    Ok(before)
}

/// The rows of a table as objects, without their empty cells.
fn objects(part: Part, table: &Table) -> Vec<Value> {
    let texts: Vec<&str> = part.columns().iter().filter_map(|name| name.strip_suffix("_en")).collect();
    let row = |row: usize| {
        let mut fields: Vec<(String, Value)> = Vec::new();
        for (name, column) in table.columns() {
            let Some(value) = cell(name, column, row) else { continue };
            match name.strip_suffix("_en").filter(|text| texts.contains(text)) {
                None => fields.push((name.clone(), value)),
                Some(text) => {
                    let place = fields.iter().position(|(key, _)| key == text);
                    let own = place.map(|place| fields.remove(place).1);
                    let both = own.map(|zh| ("zh".to_owned(), zh)).into_iter().chain([("en".to_owned(), value)]);
                    fields.push((text.to_owned(), Value::Map(both.collect())));
                }
            }
        }
        Value::Map(fields)
    };
    (0..table.rows()).map(row).collect()
}

fn cell(name: &str, column: &Column, row: usize) -> Option<Value> {
    match column {
        Column::Int(cells) => cells.get(row).copied().flatten().map(|n| {
            // A key may be a number in a table of numbers.
            if COUNTS.contains(&name) || name == "value" || name == "change" {
                Value::Int(n.into())
            } else {
                n.to_string().into()
            }
        }),
        Column::Decimal { scale, .. } => column.decimal(name, row, *scale).ok().flatten().map(|d| d.to_string().into()),
        Column::Float(cells) => cells.get(row).copied().flatten().map(Value::Float),
        Column::Bool(cells) => cells.get(row).copied().flatten().map(Value::Bool),
        Column::Keys(cells) => cells.text(row).map(Into::into),
        Column::Text(cells) => {
            let text = cells.get(row)?.as_deref().filter(|text| !text.is_empty())?;
            let count = COUNTS.contains(&name).then(|| text.parse().ok().map(Value::Int)).flatten();
            let flag = FLAGS.contains(&name).then(|| text.parse().ok().map(Value::Bool)).flatten();
            Some(count.or(flag).unwrap_or_else(|| text.into()))
        }
    }
}

/// Agreements of which each row names a party.
fn parties(rows: Vec<Value>) -> Vec<Value> {
    let mut out: Vec<Value> = Vec::new();
    for row in rows {
        let Value::Map(mut fields) = row else { continue };
        let party = fields.iter().position(|(name, _)| name == "party").map(|place| fields.remove(place).1);
        let same = |other: &Value| other.get("key") == fields.iter().find(|(k, _)| k == "key").map(|(_, v)| v);
        if let Some(Value::Map(known)) = out.iter_mut().rev().find(|other| same(other)) {
            if let Some((_, Value::List(parties))) = known.iter_mut().find(|(name, _)| name == "parties") {
                parties.extend(party);
            }
        } else {
            fields.push(("parties".to_owned(), Value::List(party.into_iter().collect())));
            out.push(Value::Map(fields));
        }
    }
    out
}

/// What an event changed: whatever it is, its units stand under the same few names.
fn change(event: &EventDraft) -> Result<Change> {
    let head = event.head();
    let value = to_value(event)?;
    let facts = value.get(head.name).unwrap_or(&Value::Null);
    let (mut before, mut after) = (Vec::new(), Vec::new());
    for key in ["unit", "source", "sources"] {
        if head.name != "found" {
            units(facts.get(key), &mut before);
        }
    }
    // A unit of a change that is neither its end nor the end of its kind of unit goes on.
    let ends = matches!(head.name, "abolish" | "merge" | "split" | "replace") || facts.get("into").is_some();
    if !ends {
        units(facts.get("unit"), &mut after);
    }
    for key in ["target", "targets", "into"] {
        units(facts.get(key), &mut after);
        if key != "into" {
            old(facts.get(key), &mut before);
        }
    }
    let once = |list: &mut Vec<String>| {
        let mut seen = BTreeSet::new();
        list.retain(|key| seen.insert(key.clone()));
    };
    once(&mut before);
    once(&mut after);
    let (name, instrument) = (head.name, head.instrument.cloned());
    Ok(Change { name, days: head.day, instrument, before, after })
}

/// The keys of units: a text, an object with `unit`, or a list of either.
fn units(value: Option<&Value>, out: &mut Vec<String>) {
    match value {
        Some(Value::Text(key)) => out.push(key.clone()),
        Some(Value::List(items)) => {
            for item in items {
                units(Some(item), out);
            }
        }
        Some(map @ Value::Map(_)) => units(map.get("unit"), out),
        _ => {}
    }
}

/// Those of the targets that existed before: they are named alone.
fn old(value: Option<&Value>, out: &mut Vec<String>) {
    match value {
        Some(Value::List(items)) => {
            for item in items {
                old(Some(item), out);
            }
        }
        Some(map @ Value::Map(_)) if map.get("name").is_none() => units(map.get("unit"), out),
        _ => {}
    }
}
