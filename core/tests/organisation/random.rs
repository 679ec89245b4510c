//! Random histories, and what they come to when days are simply filled in one by one.
//!
//! The oracle knows nothing of spans, columns or replays: it keeps what each unit is on each day of a short time, and an
//! event overwrites the days after it.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Day, Digest, Document, Lang, Ratio};
use shequ::organisation::{Event, Organisation};

use super::document;

const FIRST: i32 = 731_000;
/// The days that the oracle fills in.
pub const DAYS: usize = 40;
const UNITS: usize = 7;
const KINDS: [&str; 4] = ["village", "community", "association", "grid"];

pub fn on(n: usize) -> Day {
    Day::from_number(FIRST + i32::try_from(n).unwrap()).unwrap()
}

/// What a unit is on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    pub kind: String,
    pub name: String,
    pub code: Option<String>,
    pub parent: Option<String>,
}

pub type World = BTreeMap<String, Facts>;

/// What the library shows of a day.
pub fn world(organisation: &Organisation, day: Day) -> World {
    let facts = |unit: shequ::organisation::UnitView<'_>| Facts {
        kind: unit.kind().to_owned(),
        name: unit.name().get(Lang::Zh).to_owned(),
        code: unit.codes().into_iter().next().map(|code| code.code),
        parent: unit.parent().map(|parent| parent.key().to_owned()),
    };
    organisation.at(day).units().map(|unit| (unit.key().to_owned(), facts(unit))).collect()
}

pub fn digest(organisation: &Organisation) -> Digest {
    let day = |n| organisation.at(on(n)).units().map(|unit| unit.record()).collect::<Vec<_>>();
    let days: Vec<_> = (0..DAYS).step_by(7).map(day).collect();
    let log: Vec<_> = organisation.entries().collect();
    Digest::of(&(days, log)).unwrap()
}

/// The numbers that an entry is made of.
#[derive(Debug, Clone, Copy)]
pub struct Draw {
    what: u8,
    a: usize,
    b: usize,
    c: usize,
    day: usize,
    /// Days after which it is recorded.
    lag: usize,
    n: u32,
}

fn draw() -> impl Strategy<Value = Draw> {
    (0..44_u8, 0..64_usize, 0..64_usize, 0..64_usize, 0..8_usize, 0..4_usize, 0..1000_u32)
        .prop_map(|(what, a, b, c, day, lag, n)| Draw { what, a, b, c, day, lag, n })
}

/// A history: the units before it, its entries that were accepted, and what the library made of them.
#[derive(Debug, Clone)]
pub struct History {
    pub base: Vec<Value>,
    pub entries: Vec<Value>,
    pub organisation: Organisation,
}

pub fn histories() -> impl Strategy<Value = Vec<Draw>> {
    prop::collection::vec(draw(), 1..24)
}

pub fn event(parts: &Value) -> Event {
    let mut parts = parts.clone();
    parts["format"] = "shequ.event/1".into();
    Event::from_value(serde_json::from_value(parts.clone()).unwrap()).unwrap_or_else(|e| panic!("{e}\n{parts}"))
}

/// Builds a history; an entry that the library refuses is left out, and shown to have changed nothing.
pub fn build(draws: &[Draw]) -> History {
    let base: Vec<Value> = (0..UNITS)
        .map(|i| {
            let parent = (i > 0).then(|| format!("u{}", (i - 1) / 3));
            json!({"key": format!("u{i}"), "kind": "village", "name": format!("村{i}"), "code": format!("{i:03}"), "parent": parent})
        })
        .collect();
    let start = document(json!({"units": base}));
    let mut organisation = Organisation::parse(&start.to_string()).unwrap();
    let mut entries = Vec::<Value>::new();
    let mut keys: Vec<String> = (0..UNITS).map(|i| format!("u{i}")).collect();
    let mut recorded = 0;
    for (i, draw) in draws.iter().enumerate() {
        recorded += draw.lag;
        let Some(entry) = written(draw, i, &keys, &entries, recorded) else { continue };
        match organisation.apply(&event(&entry)) {
            Ok(next) => {
                organisation = next;
                keys = organisation.keys().iter().map(ToString::to_string).collect();
                entries.push(entry);
            }
            Err(_) => {
                // Together with a sound event it is refused as well, and the sound one does not enter.
                let before = digest(&organisation);
                let sound = json!({"found": {"unit": "sound", "kind": "grid", "name": "x", "day": on(0).to_string(),
                    "recorded": (recorded > 0).then(|| on(recorded).to_string())}});
                assert!(organisation.apply_all(&[event(&sound), event(&entry)]).is_err(), "{entry}");
                assert!(organisation.id("sound").is_none());
                assert_eq!(digest(&organisation), before);
            }
        }
    }
    History { base, entries, organisation }
}

fn split_counts(n: u32, whole: u32) -> (u32, u32) {
    let first = n % (whole + 1);
    (first, whole - first)
}

/// An entry from its numbers; it may be impossible.
fn written(draw: &Draw, i: usize, keys: &[String], entries: &[Value], recorded: usize) -> Option<Value> {
    let pick = |n: usize| keys[n % keys.len()].clone();
    let (a, b, c) = (pick(draw.a), pick(draw.b), pick(draw.c));
    // Mostly forwards in time, sometimes back.
    let day = on((1 + i * 2 + draw.day).min(DAYS - 1)).to_string();
    let day = if draw.n % 11 == 0 { on(1 + draw.day * 4).to_string() } else { day };
    let (new, other) = (format!("n{i}"), format!("m{i}"));
    let kind = KINDS[draw.a % KINDS.len()];
    let code = format!("{}", 100 + draw.n % 40);
    let target =
        |key: &str, parent: &str| json!({"unit": key, "kind": kind, "name": format!("新{i}"), "parent": parent});
    let counted = draw.n % 5 > 0;
    let (x, y) = split_counts(draw.n, 60 + draw.n % 7);
    let ratios = |from: &str, one: &str, other: &str| {
        json!([{"measure": "households", "ratios": [{"source": from, "target": one, "ratio": format!("{}/7", draw.n % 8)},
            {"source": from, "target": other, "ratio": format!("{}/7", 7 - draw.n % 8)}]}])
    };
    let flows = |flows: Vec<(&str, &str, u32)>| {
        let flows: Vec<Value> = flows.iter().map(|(s, t, n)| json!({"source": s, "target": t, "count": n})).collect();
        json!([{"measure": "households", "flows": flows}])
    };
    let none = || json!([]);
    let (name, mut body) = match draw.what {
        0..=4 => ("rename", json!({"unit": a, "name": format!("名{i}")})),
        5..=8 => ("recode", json!({"unit": a, "code": code})),
        9..=12 => ("found", json!({"unit": new, "kind": kind, "name": format!("新{i}"), "parent": a, "code": code})),
        13..=16 => ("reparent", json!({"unit": a, "parent": (draw.n % 7 > 0).then_some(b)})),
        17..=18 => ("convert", json!({"unit": a, "kind": kind, "name": (draw.n % 2 > 0).then(|| format!("改{i}"))})),
        19 => ("convert", json!({"unit": a, "kind": kind, "into": new})),
        20 => ("abolish", json!({"unit": a, "children": "close"})),
        21..=22 => ("abolish", json!({"unit": a, "to": b})),
        23..=24 => {
            let shares = if counted { flows(vec![(&a, &new, x), (&b, &new, y)]) } else { none() };
            ("merge", json!({"sources": [a, b], "targets": [target(&new, &c)], "shares": shares}))
        }
        25..=26 => {
            let mut shares = if counted { flows(vec![(&a, &b, x)]) } else { none() };
            if counted {
                shares[0]["before"] = json!([{"unit": a, "count": x}, {"unit": b, "count": y}]);
            }
            ("merge", json!({"sources": [a], "targets": [{"unit": b}], "shares": shares}))
        }
        27..=29 => {
            let shares = if counted { ratios(&a, &new, &other) } else { none() };
            let children = if draw.n % 2 == 0 { "close" } else { "move" };
            let targets = [target(&new, &c), target(&other, &c)];
            ("split", json!({"unit": a, "targets": targets, "shares": shares, "children": children}))
        }
        30 => {
            let shares = if counted { ratios(&a, &new, &a) } else { none() };
            ("split", json!({"unit": a, "targets": [{"unit": a}, target(&new, &c)], "shares": shares}))
        }
        31..=32 => {
            let shares = if counted { ratios(&a, &b, &a) } else { none() };
            ("transfer", json!({"unit": a, "target": {"unit": b}, "shares": shares, "along": []}))
        }
        33 => {
            let mut shares = flows(vec![(&a, &new, x)]);
            shares[0]["before"] = json!([{"unit": a, "count": x + y}]);
            let along: Vec<String> = if draw.n % 2 == 0 { vec![b] } else { vec![] };
            ("transfer", json!({"unit": a, "target": target(&new, &c), "shares": shares, "along": along}))
        }
        34 => {
            let shares = flows(vec![(&a, &new, x), (&a, &other, y), (&b, &new, y), (&b, &other, x)]);
            let targets = [target(&new, &c), target(&other, &c)];
            ("replace", json!({"sources": [a, b], "targets": targets, "shares": shares, "children": "close"}))
        }
        35..=37 => (
            "restore",
            json!({"unit": a, "name": (draw.n % 2 > 0).then(|| format!("复{i}")),
            "parent": (draw.n % 3 > 0).then_some(b)}),
        ),
        38..=39 => {
            let until = (draw.n % 3 > 0).then(|| on((i * 2 + draw.day + 6).min(DAYS - 1)).to_string());
            let fact = match draw.n % 4 {
                0 => json!({"name": format!("正{i}")}),
                1 => json!({"parent": b}),
                2 => json!({"no_parent": true}),
                _ => json!({"kind": kind}),
            };
            let mut body = json!({"unit": a, "from": day, "until": until});
            for (key, value) in fact.as_object().unwrap() {
                body[key] = value.clone();
            }
            ("state", body)
        }
        40..=41 => {
            let target = entries.get(draw.b % entries.len().max(1))?;
            ("retract", json!({"entry": key_of(target)}))
        }
        _ => {
            let target = entries.get(draw.b % entries.len().max(1))?;
            // The amendment is another event of the same numbers but for one.
            let again = Draw { what: draw.what.wrapping_mul(7).wrapping_add(draw.b as u8) % 40, ..*draw };
            let mut event = written(&again, i, keys, entries, 0)?;
            let (name, _) = named(&event);
            event[&name].as_object_mut().unwrap().remove("key");
            ("amend", json!({"entry": key_of(target), "event": event}))
        }
    };
    if !matches!(name, "state" | "retract" | "amend") {
        body["day"] = day.into();
    }
    body["key"] = format!("e{i}").into();
    if recorded > 0 {
        body["recorded"] = on(recorded).to_string().into();
    }
    Some(json!({name: body}))
}

pub fn named(entry: &Value) -> (String, &Value) {
    let (name, body) = entry.as_object().unwrap().iter().next().unwrap();
    (name.clone(), body)
}

pub fn key_of(entry: &Value) -> String {
    named(entry).1["key"].as_str().unwrap().to_owned()
}

/// A value with the number of the row that it belongs to.
type Cell = Option<(usize, Option<String>)>;

/// What a unit is on each day.
#[derive(Debug, Clone)]
struct Days {
    /// The day on which it was made.
    born: usize,
    life: Vec<bool>,
    kind: Vec<Cell>,
    name: Vec<Cell>,
    code: Vec<Cell>,
    parent: Vec<Cell>,
}

/// The oracle: every unit on every day.
#[derive(Debug, Clone, Default)]
pub struct Oracle {
    units: BTreeMap<String, Days>,
    rows: usize,
}

/// The events that stand of entries recorded by a day, each as amended last.
pub fn standing(entries: &[Value], known: Day) -> Vec<Value> {
    let recorded =
        |entry: &&Value| named(entry).1["recorded"].as_str().is_none_or(|day| day.parse::<Day>().unwrap() <= known);
    let known: Vec<&Value> = entries.iter().filter(recorded).collect();
    fn stands(known: &[&Value], i: usize) -> bool {
        let key = key_of(known[i]);
        !(i + 1..known.len()).any(|j| {
            let (name, body) = named(known[j]);
            name == "retract" && body["entry"] == key.as_str() && stands(known, j)
        })
    }
    let mut out = Vec::new();
    for i in (0..known.len()).filter(|i| stands(&known, *i)) {
        let mut event = known[i].clone();
        for j in (0..known.len()).filter(|j| stands(&known, *j)) {
            let (name, body) = named(known[j]);
            if name == "amend" && body["entry"] == key_of(known[i]).as_str() {
                event = body["event"].clone();
            }
        }
        if !matches!(named(&event).0.as_str(), "retract" | "amend") {
            out.push(event);
        }
    }
    out
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

pub fn number(value: &Value) -> usize {
    usize::try_from(value.as_str().unwrap().parse::<Day>().unwrap().number() - FIRST).unwrap()
}

impl Oracle {
    pub fn of(base: &[Value], events: &[Value]) -> Self {
        let mut out = Self::default();
        for unit in base {
            out.begin(unit["key"].as_str().unwrap(), unit, 0);
        }
        for event in events {
            out.apply(event);
        }
        out
    }

    fn row(&mut self) -> usize {
        self.rows += 1;
        self.rows
    }

    fn begin(&mut self, key: &str, facts: &Value, day: usize) {
        let mut column = |value: Option<String>| -> Vec<Cell> {
            let row = self.row();
            (0..DAYS).map(|t| (t >= day && value.is_some()).then(|| (row, value.clone()))).collect()
        };
        let days = Days {
            born: day,
            kind: column(text(&facts["kind"])),
            name: column(text(&facts["name"])),
            code: column(text(&facts["code"])),
            parent: column(text(&facts["parent"])),
            life: (0..DAYS).map(|t| t >= day).collect(),
        };
        self.units.insert(key.to_owned(), days);
    }

    /// From a day on, for as long as what holds that day does, another value.
    fn change(&mut self, key: &str, column: fn(&mut Days) -> &mut Vec<Cell>, value: Option<String>, day: usize) {
        let row = self.row();
        let cells = column(self.units.get_mut(key).unwrap());
        let held = cells[day].as_ref().map(|(row, _)| *row);
        for cell in &mut cells[day..] {
            let here = cell.as_ref().map(|(row, _)| *row);
            if held.is_some() && here != held {
                break;
            }
            *cell = value.is_some().then(|| (row, value.clone()));
        }
    }

    fn set(&mut self, key: &str, column: fn(&mut Days) -> &mut Vec<Cell>, value: Option<String>, days: (usize, usize)) {
        let row = self.row();
        let tail = self.row();
        let cells = column(self.units.get_mut(key).unwrap());
        // A row that goes on after the period is another one then.
        let cut = days.0.checked_sub(1).and_then(|t| cells[t].clone()).map(|(row, _)| row);
        for cell in &mut cells[days.1..] {
            match cell {
                Some((row, _)) if Some(*row) == cut => *row = tail,
                _ => break,
            }
        }
        cells[days.0..days.1].fill(value.map(|value| (row, Some(value))));
    }

    fn end(&mut self, key: &str, day: usize) {
        let unit = self.units.get_mut(key).unwrap();
        unit.life[day..].fill(false);
        // What ends on the day on which it began was never anywhere.
        if !unit.life.contains(&true) {
            unit.code.fill(None);
            unit.parent.fill(None);
        }
    }

    /// Units that lie within a unit on the day or later, and may live then.
    fn within(&self, key: &str, day: usize) -> Vec<String> {
        let inside = |days: &Days| {
            let lies = days.parent[day..].iter().flatten().any(|(_, parent)| parent.as_deref() == Some(key));
            lies && days.life[day..].contains(&true)
        };
        self.units.iter().filter(|(_, days)| inside(days)).map(|(key, _)| key.clone()).collect()
    }

    fn close(&mut self, key: &str, day: usize) {
        for child in self.within(key, day) {
            self.end(&child, day);
            self.close(&child, day);
        }
    }

    fn move_on(&mut self, child: &str, from: &str, to: &str, day: usize) {
        if child == to {
            return;
        }
        let mut made = BTreeMap::new();
        for t in day..DAYS {
            let cell = self.units[child].parent[t].clone();
            if let Some((row, Some(parent))) = cell
                && parent == from
            {
                let next = self.rows + 1;
                let new = *made.entry(row).or_insert(next);
                self.rows = self.rows.max(new);
                self.units.get_mut(child).unwrap().parent[t] = Some((new, Some(to.to_owned())));
            }
        }
    }

    /// Sources end unless they are named among those that stay; new targets begin.
    fn flow(&mut self, sources: &[String], targets: &[Value], stay: bool, body: &Value) {
        let day = number(&body["day"]);
        let inside: Vec<(String, Vec<String>)> = sources.iter().map(|s| (s.clone(), self.within(s, day))).collect();
        let stays = |source: &str| stay || targets.iter().any(|t| t["unit"] == source);
        for target in targets.iter().filter(|target| target["kind"].is_string()) {
            self.begin(target["unit"].as_str().unwrap(), target, day);
        }
        for (source, _) in inside.iter().filter(|(source, _)| !stays(source)) {
            self.end(source, day);
        }
        for (source, children) in inside.iter().filter(|(source, _)| !stays(source)) {
            for child in children {
                if body["children"] == "close" {
                    self.end(child, day);
                    self.close(child, day);
                } else if let [target] = targets {
                    self.move_on(child, source, target["unit"].as_str().unwrap(), day);
                }
            }
        }
        for child in body["along"].as_array().into_iter().flatten() {
            let to = targets[0]["unit"].as_str().unwrap();
            self.move_on(child.as_str().unwrap(), &sources[0], to, day);
        }
    }

    fn apply(&mut self, event: &Value) {
        let (name, body) = named(event);
        let unit = body["unit"].as_str().unwrap_or_default().to_owned();
        let day = body["day"].as_str().map_or(0, |_| number(&body["day"]));
        let list = |field: &str| body[field].as_array().cloned().unwrap_or_default();
        match name.as_str() {
            "found" => self.begin(&unit, body, day),
            "rename" => self.change(&unit, |d| &mut d.name, text(&body["name"]), day),
            "recode" => self.change(&unit, |d| &mut d.code, text(&body["code"]), day),
            "reparent" => self.change(&unit, |d| &mut d.parent, text(&body["parent"]), day),
            "convert" if body["into"].is_string() => {
                let eve = day.saturating_sub(1);
                let old = &self.units[&unit];
                let value = |cells: &[Cell]| cells[eve].clone().and_then(|(_, value)| value);
                let target = json!({"unit": body["into"], "kind": body["kind"], "name": value(&old.name), "parent": value(&old.parent)});
                self.flow(&[unit], &[target], false, body);
            }
            "convert" => {
                self.change(&unit, |d| &mut d.kind, text(&body["kind"]), day);
                if body["name"].is_string() {
                    self.change(&unit, |d| &mut d.name, text(&body["name"]), day);
                }
            }
            "abolish" => {
                let children = self.within(&unit, day);
                self.end(&unit, day);
                for child in children {
                    match body["to"].as_str() {
                        Some(to) => self.move_on(&child, &unit, to, day),
                        None => {
                            self.end(&child, day);
                            self.close(&child, day);
                        }
                    }
                }
            }
            "merge" | "replace" => {
                let sources: Vec<String> = list("sources").iter().filter_map(text).collect();
                self.flow(&sources, &list("targets"), false, body);
            }
            "split" => self.flow(&[unit], &list("targets"), false, body),
            "transfer" => self.flow(&[unit], &[body["target"].clone()], true, body),
            "restore" => self.restore(&unit, body, day),
            "state" => {
                let until = body["until"].as_str().map_or(DAYS, |_| number(&body["until"]));
                let days = (number(&body["from"]), until);
                for (field, column) in [
                    ("name", (|d| &mut d.name) as fn(&mut Days) -> &mut Vec<Cell>),
                    ("kind", |d| &mut d.kind),
                    ("parent", |d| &mut d.parent),
                ] {
                    if body[field].is_string() {
                        self.set(&unit, column, text(&body[field]), days);
                    }
                }
                if body["no_parent"] == true {
                    self.set(&unit, |d| &mut d.parent, None, days);
                }
            }
            other => panic!("{other}"),
        }
    }

    fn restore(&mut self, unit: &str, body: &Value, day: usize) {
        let rows = [self.row(), self.row(), self.row(), self.row()];
        let days = self.units.get_mut(unit).unwrap();
        let end = days.life.iter().rposition(|lives| *lives).map_or(days.born + 1, |last| last + 1);
        days.life[day..].fill(true);
        let columns = [
            ("kind", &mut days.kind, rows[0]),
            ("name", &mut days.name, rows[1]),
            ("code", &mut days.code, rows[2]),
            ("parent", &mut days.parent, rows[3]),
        ];
        for (field, cells, row) in columns {
            let old = cells[end - 1].clone().and_then(|(_, value)| value);
            let value = text(&body[field]).or(old);
            cells[end..].fill(None);
            cells[day..].fill(value.map(|value| (row, Some(value))));
        }
    }

    /// What is on a day.
    pub fn world(&self, t: usize) -> World {
        let there = |key: &str| self.units.get(key).is_some_and(|days| days.life[t]);
        let value = |cells: &[Cell]| cells[t].clone().and_then(|(_, value)| value);
        let facts = |days: &Days| Facts {
            kind: value(&days.kind).unwrap_or_default(),
            name: value(&days.name).unwrap_or_default(),
            code: value(&days.code),
            parent: value(&days.parent).filter(|parent| there(parent)),
        };
        self.units.iter().filter(|(key, _)| there(key)).map(|(key, days)| (key.clone(), facts(days))).collect()
    }

    pub fn exists(&self, key: &str, t: usize) -> bool {
        self.units.get(key).is_some_and(|days| days.life[t])
    }
}

/// The parts of a unit that an event sends on, as written.
fn parts(event: &Value, source: &str) -> Option<Vec<(String, Option<Ratio>)>> {
    let (name, body) = named(event);
    let keys = |field: &str| -> Vec<String> { body[field].as_array().into_iter().flatten().filter_map(text).collect() };
    let (sources, mut targets, stay) = match name.as_str() {
        "merge" | "replace" | "split" => {
            let targets: Vec<String> =
                body["targets"].as_array().unwrap().iter().filter_map(|t| text(&t["unit"])).collect();
            let sources = if name == "split" { vec![text(&body["unit"]).unwrap()] } else { keys("sources") };
            (sources, targets, false)
        }
        "transfer" => (vec![text(&body["unit"])?], vec![text(&body["target"]["unit"])?], true),
        "convert" => (vec![text(&body["unit"])?], vec![text(&body["into"])?], false),
        _ => return None,
    };
    if !sources.iter().any(|s| s == source) {
        return None;
    }
    if stay {
        targets.push(source.to_owned());
    }
    if targets.len() == 1 {
        return Some(vec![(targets[0].clone(), Some(Ratio::ONE))]);
    }
    let shares = body["shares"].as_array().and_then(|shares| shares.first());
    let of = |list: &str, field: &str, target: &str| -> Option<Ratio> {
        let rows = shares?[list].as_array()?.iter();
        let row = rows.clone().find(|r| r["source"] == source && r["target"] == target)?;
        Some(row[field].as_str().map_or_else(|| Ratio::from(row[field].as_i64().unwrap()), |t| t.parse().unwrap()))
    };
    let part = |target: &String| -> Option<Ratio> {
        let shares = shares?;
        if shares["ratios"].is_array() {
            return Some(of("ratios", "ratio", target).unwrap_or(Ratio::ZERO));
        }
        let mut whole = targets.iter().filter_map(|t| of("flows", "count", t)).sum::<Ratio>();
        let mut own = of("flows", "count", target).unwrap_or(Ratio::ZERO);
        if stay {
            let before = Ratio::from(shares["before"][0]["count"].as_i64().unwrap());
            if target == source {
                own = &before - &whole;
            }
            whole = before;
        }
        own.checked_div(&whole)
    };
    let mut seen = BTreeSet::new();
    let parts = targets.iter().filter(|t| seen.insert((*t).clone())).map(|t| (t.clone(), part(t)));
    Some(parts.filter(|(_, part)| !part.as_ref().is_some_and(Ratio::is_zero)).collect())
}

/// A row of a crosswalk by following one unit through the events; nothing stands for the end.
pub fn followed(
    oracle: &Oracle,
    events: &[Value],
    unit: &str,
    from: usize,
    until: usize,
) -> BTreeMap<Option<String>, Option<Ratio>> {
    let mut between: Vec<&Value> = events
        .iter()
        .filter(|event| named(event).1["day"].is_string())
        .filter(|event| (from + 1..=until).contains(&number(&named(event).1["day"])))
        .collect();
    between.sort_by_key(|event| number(&named(event).1["day"]));
    let mut row = BTreeMap::from([(Some(unit.to_owned()), Some(Ratio::ONE))]);
    for event in between {
        let (name, body) = named(event);
        let gone = matches!(name.as_str(), "abolish" | "restore").then(|| text(&body["unit"]).unwrap());
        let mut next: BTreeMap<Option<String>, Option<Ratio>> = BTreeMap::new();
        for (at, share) in row {
            let parts = match &at {
                None => vec![(None, Some(Ratio::ONE))],
                Some(key) if gone.as_ref() == Some(key) => vec![(None, Some(Ratio::ONE))],
                Some(key) => match parts(event, key) {
                    Some(parts) => parts.into_iter().map(|(to, part)| (Some(to), part)).collect(),
                    None => vec![(at.clone(), Some(Ratio::ONE))],
                },
            };
            for (to, part) in parts {
                let moved = share.as_ref().zip(part.as_ref()).map(|(a, b)| a * b);
                let sum = match next.get(&to) {
                    None => moved,
                    Some(there) => there.as_ref().zip(moved.as_ref()).map(|(a, b)| a + b),
                };
                next.insert(to, sum);
            }
        }
        row = next;
    }
    let mut out: BTreeMap<Option<String>, Option<Ratio>> = BTreeMap::new();
    for (to, share) in row {
        let to = to.filter(|key| oracle.exists(key, until));
        let sum = match out.get(&to) {
            None => share,
            Some(there) => there.as_ref().zip(share.as_ref()).map(|(a, b)| a + b),
        };
        out.insert(to, sum);
    }
    out
}
