//! An organisation writes the document that it is read from.

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Digest, Document, Lang};
use shequ::organisation::{Event, Organisation};

use super::histories::{DAYS, on, text, units};
use super::{day, document, law, load};

fn written(organisation: &Organisation) -> Value {
    serde_json::from_str(&organisation.document().json().unwrap()).unwrap()
}

/// Writing and reading again gives the same document, the same digest, and the same answers.
fn comes_back(
    organisation: &Organisation,
    days: impl Iterator<Item = shequ::kernel::Day>,
) -> Result<Organisation, TestCaseError> {
    let document = organisation.document();
    let again: Organisation = Organisation::parse(&document.json().unwrap())
        .map_err(|e| TestCaseError::fail(format!("{e}\n{}", document.json().unwrap())))?;
    prop_assert_eq!(&document, &again.document());
    prop_assert_eq!(Digest::of(&document).unwrap(), Digest::of(&again.document()).unwrap());
    prop_assert_eq!(document.json().unwrap(), again.document().json().unwrap());
    for day in days {
        let (one, other) = (organisation.at(day), again.at(day));
        prop_assert_eq!(one.table(Lang::Zh).unwrap(), other.table(Lang::Zh).unwrap());
        let records = |snapshot: &shequ::organisation::Snapshot<'_>| -> Vec<_> {
            snapshot.units().map(|unit| unit.record()).collect()
        };
        prop_assert_eq!(records(&one), records(&other));
        prop_assert_eq!(json!(one.relations()), json!(other.relations()));
        prop_assert_eq!(json!(one.posts()), json!(other.posts()));
        let report = |o: &Organisation| o.validate(day, shequ::pack::cn(), &mut shequ::kernel::Unwatched).unwrap();
        prop_assert_eq!(json!(report(organisation)), json!(report(&again)));
    }
    Ok(again)
}

#[test]
fn any_units_come_back() {
    law((units(7), prop::collection::vec((0..7_usize, 0..7_usize), 0..4)), |(units, pairs)| {
        let fits = |(a, b): &&(usize, usize)| a != b && *a < units.len() && *b < units.len();
        let relations: Vec<Value> = pairs
            .iter()
            .filter(fits)
            .map(|(a, b)| json!({"kind": "guides", "source": format!("u{a}"), "target": format!("u{b}"), "from": "2004"}))
            .collect();
        let Ok(organisation) = Organisation::parse(&text(&units, json!(relations))) else { return Ok(()) };
        comes_back(&organisation, (-1..DAYS + 6).step_by(7).map(on))?;
        Ok(())
    });
}

/// A change of one of four units on one of a few days.
fn event() -> impl Strategy<Value = Value> {
    let unit = (0..5_u8).prop_map(|i| format!("u{i}"));
    let day = (0..30_u32).prop_map(|n| format!("2010-01-{:02}", n % 28 + 1));
    let name = prop_oneof![Just(json!("甲")), Just(json!({"zh": "乙", "en": "B"}))];
    prop_oneof![
        (unit.clone(), day.clone(), name.clone())
            .prop_map(|(unit, day, name)| json!({"rename": {"unit": unit, "name": name, "day": day}})),
        (unit.clone(), day.clone(), 0..4_u8, prop::option::of("[ab]")).prop_map(|(unit, day, code, scheme)| {
            json!({"recode": {"unit": unit, "code": format!("{code}"), "day": day, "scheme": scheme}})
        }),
        (day.clone(), 0..9_u8, unit.clone(), name)
            .prop_map(|(day, n, parent, name)| json!({"found": {"unit": format!("n{n}"), "kind": "association", "name": name, "day": day, "parent": parent}})),
        (unit.clone(), unit, day, 0..9_u8, any::<bool>()).prop_map(|(a, b, day, n, close)| {
            let children = if close { json!("close") } else { Value::Null };
            json!({"merge": {"day": day, "sources": [a, b], "children": children,
                "targets": [{"unit": format!("m{n}"), "kind": "association", "name": "并"}]}})
        }),
    ]
}

#[test]
fn any_history_comes_back_whether_read_or_applied() {
    let base = json!([
        {"key": "u0", "kind": "town", "name": "镇"},
        {"key": "u1", "kind": "village", "name": "东", "parent": "u0", "codes": [{"scheme": "z", "code": "9", "from": "2009"}, {"scheme": "y", "code": "8", "until": "2008"}]},
        {"key": "u2", "kind": "village", "name": "西", "parent": "u0", "code": "7"},
        {"key": "u3", "kinds": [{"kind": "village", "until": "2005"}, {"kind": "community", "from": "2005"}], "name": "南", "parent": "u0", "from": "2001-05"},
        {"key": "u4", "kind": "grid", "name": "一", "parent": "u3"}]);
    law(prop::collection::vec(event(), 0..12), |drawn| {
        let mut organisation = load(json!({"units": base}));
        let mut kept: Vec<Value> = Vec::new();
        let mut drawn = drawn;
        drawn.sort_by_key(|e| e.as_object().and_then(|e| e.values().next()).map(|e| e["day"].to_string()));
        for event in drawn {
            let mut document = event.clone();
            document["format"] = json!("shequ.event/1");
            let Ok(read) = Event::parse(&document.to_string()) else { continue };
            let Ok(after) = organisation.apply(&read) else { continue };
            organisation = after;
            kept.push(event);
        }
        let days = || (1..29).step_by(5).map(|n| day(&format!("2010-01-{n:02}")));
        let again = comes_back(&organisation, days())?;
        // What was applied one by one is what is read at once.
        let whole = Organisation::parse(&document(json!({"units": base, "events": kept})).to_string()).unwrap();
        prop_assert_eq!(whole.document(), again.document());
        prop_assert_eq!(written(&whole)["units"].clone(), written(&load(json!({"units": base})))["units"].clone());
        Ok(())
    });
}

/// A document that is in its normal form and uses every field comes out as it went in.
#[test]
fn every_field_comes_back_as_it_was_written() {
    let text = include_str!("../data/organisation.json");
    let organisation = Organisation::parse(text).unwrap_or_else(|e| panic!("{e}"));
    let expected: Value = serde_json::from_str(text).unwrap();
    assert_eq!(written(&organisation), expected);
}

#[test]
fn what_is_the_same_is_written_the_same() {
    let long = load(json!({
        "kinds": [{"key": "z", "label": "丙", "level": 5, "role": "area"}, {"key": "a", "label": {"zh": "甲", "en": "甲"}, "level": 5, "role": "area", "clauses": {}}],
        "units": [{"key": "u", "kinds": [{"kind": "a"}], "names": [{"name": {"zh": "名", "en": "名"}}], "codes": [{"scheme": "code", "code": "1"}],
            "from": "2004-01-01..2004-12-31", "until": "2005-03-01..2005-03-31", "parents": []}],
        "posts": [{"key": "p", "unit": "u", "title": "主任", "capacity": 1, "mode": null}]}));
    let short = load(json!({
        "kinds": [{"key": "a", "label": "甲", "level": 5, "role": "area"}, {"key": "z", "label": "丙", "level": 5, "role": "area"}],
        "units": [{"key": "u", "kind": "a", "name": "名", "code": "1", "from": "2004", "until": "2005-03"}],
        "posts": [{"key": "p", "unit": "u", "title": "主任"}]}));
    assert_eq!(long.document(), short.document());
    assert_eq!(Digest::of(&long.document()).unwrap(), Digest::of(&short.document()).unwrap());
    assert_eq!(
        written(&short)["units"][0],
        json!({"key": "u", "kind": "a", "name": "名", "code": "1", "from": "2004", "until": "2005-03"})
    );
}

#[test]
fn the_example_comes_back() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/licheng");
    let mut seen = 0;
    for path in files(&root) {
        let text = std::fs::read_to_string(&path).unwrap();
        let Ok(organisation) = Organisation::parse(&text) else { continue };
        seen += 1;
        let again = comes_back(&organisation, ["2003-07-01", "2024-01-01"].into_iter().map(day)).unwrap();
        // Nothing is lost: each list has as many rows as in the file.
        if let Ok(source) = serde_json::from_str::<Value>(&text) {
            let document = written(&again);
            for (key, value) in source.as_object().unwrap() {
                let count = |v: &Value| v.as_array().map(Vec::len);
                assert_eq!(count(value), count(&document[key]), "{key} in {}", path.display());
            }
        }
    }
    assert!(seen >= 2, "only {seen} organisations in {}", root.display());
}

pub(super) fn files(folder: &Path) -> Vec<std::path::PathBuf> {
    let mut out = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            out.extend(files(&path));
        } else if path.extension().is_some_and(|e| e == "json" || e == "toml") {
            out.push(path);
        }
    }
    out.sort();
    out
}
