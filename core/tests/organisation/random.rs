//! Random histories of units, shared by the laws.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Day, Digest, Document, Lang};
use shequ::organisation::{Event, Organisation};

use super::document;

pub const FIRST: i32 = 731_000;
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
        if let Ok(next) = organisation.apply(&event(&entry)) {
            organisation = next;
            keys = organisation.keys().iter().map(ToString::to_string).collect();
            entries.push(entry);
            continue;
        }
        // Together with a sound event it is refused as well, and the sound one does not enter.
        let before = digest(&organisation);
        let sound = json!({"found": {"unit": "sound", "kind": "grid", "name": "x", "day": on(0).to_string(),
            "recorded": (recorded > 0).then(|| on(recorded).to_string())}});
        assert!(organisation.apply_all(&[event(&sound), event(&entry)]).is_err(), "{entry}");
        assert!(organisation.id("sound").is_none());
        assert_eq!(digest(&organisation), before);
    }
    History { base, entries, organisation }
}

fn split_counts(n: u32, whole: u32) -> (u32, u32) {
    let first = n % (whole + 1);
    (first, whole - first)
}

/// An entry from its numbers; it may be impossible.
#[expect(clippy::many_single_char_names, clippy::too_many_lines, reason = "a table of what each number makes")]
fn written(draw: &Draw, i: usize, keys: &[String], entries: &[Value], recorded: usize) -> Option<Value> {
    let pick = |n: usize| keys[n % keys.len()].clone();
    let (a, b, c) = (pick(draw.a), pick(draw.b), pick(draw.c));
    // Mostly forwards in time, sometimes back.
    let day = on((1 + i * 2 + draw.day).min(DAYS - 1)).to_string();
    let day = if draw.n.is_multiple_of(11) { on(1 + draw.day * 4).to_string() } else { day };
    let (new, other) = (format!("n{i}"), format!("m{i}"));
    let kind = KINDS[draw.a % KINDS.len()];
    let code = format!("{}", 100 + draw.n % 40);
    let target =
        |key: &str, parent: &str| json!({"unit": key, "kind": kind, "name": format!("新{i}"), "parent": parent});
    let counted = !draw.n.is_multiple_of(5);
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
        13..=16 => ("reparent", json!({"unit": a, "parent": (!draw.n.is_multiple_of(7)).then_some(b)})),
        17..=18 => {
            ("convert", json!({"unit": a, "kind": kind, "name": (!draw.n.is_multiple_of(2)).then(|| format!("改{i}"))}))
        }
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
            let children = if draw.n.is_multiple_of(2) { "close" } else { "move" };
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
            let along: Vec<String> = if draw.n.is_multiple_of(2) { vec![b] } else { vec![] };
            ("transfer", json!({"unit": a, "target": target(&new, &c), "shares": shares, "along": along}))
        }
        34 => {
            let shares = flows(vec![(&a, &new, x), (&a, &other, y), (&b, &new, y), (&b, &other, x)]);
            let targets = [target(&new, &c), target(&other, &c)];
            ("replace", json!({"sources": [a, b], "targets": targets, "shares": shares, "children": "close"}))
        }
        35..=37 => (
            "restore",
            json!({"unit": a, "name": (!draw.n.is_multiple_of(2)).then(|| format!("复{i}")),
            "parent": (!draw.n.is_multiple_of(3)).then_some(b)}),
        ),
        38..=39 => {
            let until = (!draw.n.is_multiple_of(3)).then(|| on((i * 2 + draw.day + 6).min(DAYS - 1)).to_string());
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
            let again = Draw {
                what: (draw.what.wrapping_mul(7) % 40).wrapping_add(u8::try_from(draw.b).unwrap()) % 40,
                ..*draw
            };
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
