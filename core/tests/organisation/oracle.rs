//! What a history comes to when days are simply filled in one by one.
//!
//! The oracle knows nothing of spans, columns or replays: it keeps what each unit is on each day of a short time, and an
//! event overwrites the days after it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use shequ::kernel::{Day, Ratio};

use super::random::{DAYS, FIRST, Facts, World, key_of, named};

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

/// Whether no later entry that stands takes one back.
fn stands(known: &[&Value], i: usize) -> bool {
    let key = key_of(known[i]);
    !(i + 1..known.len()).any(|j| {
        let (name, body) = named(known[j]);
        name == "retract" && body["entry"] == key.as_str() && stands(known, j)
    })
}

/// The events that stand of entries recorded by a day, each as amended last.
pub fn standing(entries: &[Value], known: Day) -> Vec<Value> {
    let recorded =
        |entry: &&Value| named(entry).1["recorded"].as_str().is_none_or(|day| day.parse::<Day>().unwrap() <= known);
    let known: Vec<&Value> = entries.iter().filter(recorded).collect();
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
            if here != held {
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
                    if let Some(to) = body["to"].as_str() {
                        self.move_on(&child, &unit, to, day);
                    } else {
                        self.end(&child, day);
                        self.close(&child, day);
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
