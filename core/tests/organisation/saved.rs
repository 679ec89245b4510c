//! An organisation that was saved as bytes comes back as it was, or a fault says why not.

use std::borrow::Cow;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Day, Digest, Document, Lang, Unwatched};
use shequ::organisation::{Organisation, UnitTable};

use super::histories::{on as day_of, text, units};
use super::random::{DAYS, build, event, histories, on, world};
use super::{law, law_of, load};

fn read(bytes: &[u8]) -> Organisation {
    Organisation::from_bytes(bytes).unwrap_or_else(|e| panic!("{e}"))
}

fn code(bytes: &[u8]) -> &'static str {
    Organisation::from_bytes(bytes).map_or_else(|error| error.first().code(), |_| "read")
}

/// All that two organisations can be asked is answered alike.
fn same(one: &Organisation, other: &Organisation, days: &[Day]) -> Result<(), TestCaseError> {
    prop_assert_eq!(one.document().json().unwrap(), other.document().json().unwrap());
    prop_assert_eq!(Digest::of(&one.document()).unwrap(), Digest::of(&other.document()).unwrap());
    prop_assert_eq!(one.settled(), other.settled());
    prop_assert_eq!(one.keys(), other.keys());
    let ids = |o: &Organisation| o.keys().into_iter().map(|key| o.id(key.as_str())).collect::<Vec<_>>();
    prop_assert_eq!(ids(one), ids(other));
    for day in days {
        let (a, b) = (one.at(*day), other.at(*day));
        prop_assert_eq!(a.table(Lang::Zh).unwrap(), b.table(Lang::Zh).unwrap());
        let records = |s: &shequ::organisation::Snapshot<'_>| s.units().map(|unit| unit.record()).collect::<Vec<_>>();
        prop_assert_eq!(records(&a), records(&b));
        prop_assert_eq!(json!(a.relations()), json!(b.relations()));
        prop_assert_eq!(json!(a.posts()), json!(b.posts()));
        prop_assert_eq!(json!(a.statuses()), json!(b.statuses()));
        let report = |o: &Organisation| json!(o.validate(*day, shequ::pack::cn(), &mut Unwatched).unwrap());
        prop_assert_eq!(report(one), report(other));
    }
    if let [first, .., last] = days {
        prop_assert_eq!(json!(one.diff(*first, *last)), json!(other.diff(*first, *last)));
        let crossed = |o: &Organisation| {
            o.crosswalk(*first, *last, "households").map(|walk| json!(walk.cells)).map_err(|e| e.to_string())
        };
        prop_assert_eq!(crossed(one), crossed(other));
    }
    for key in one.keys() {
        for day in days.iter().step_by(5) {
            let line = |o: &Organisation| {
                let asked = o.lineage(key.as_str(), *day, Some("households"));
                asked.map(|line| json!(line)).map_err(|e| e.to_string())
            };
            prop_assert_eq!(line(one), line(other));
        }
    }
    Ok(())
}

/// It is read as it was saved, and saved as it was read.
fn comes_back(organisation: &Organisation, days: &[Day]) -> Result<Organisation, TestCaseError> {
    let bytes = organisation.to_bytes().unwrap();
    let again = Organisation::from_bytes(&bytes)
        .map_err(|e| TestCaseError::fail(format!("{e}\n{}", organisation.document().json().unwrap())))?;
    same(organisation, &again, days)?;
    let second = again.to_bytes().unwrap();
    let differs = second.iter().zip(&bytes).skip(24).position(|(a, b)| a != b).map(|at| at + 24);
    prop_assert_eq!((differs, second.len()), (None, bytes.len()));
    Ok(again)
}

#[test]
fn any_history_comes_back_at_any_time_of_knowing_and_goes_on() {
    law_of(40, (histories(), 0..DAYS, 0..24_usize), |(draws, known, prefix)| {
        let history = build(&draws);
        let days: Vec<Day> = (0..DAYS).step_by(3).map(on).collect();
        let again = comes_back(&history.organisation, &days)?;
        // What was known before is told as before, and is saved as well as any other.
        for (one, other) in [
            (history.organisation.known_on(on(known)), again.known_on(on(known))),
            (Cow::Owned(history.organisation.prefix(prefix)), Cow::Owned(again.prefix(prefix))),
        ] {
            same(&one, &other, &days)?;
            comes_back(&one, &days)?;
            prop_assert_eq!(world(&one, on(known)), world(&other, on(known)));
        }
        let log = |o: &Organisation| {
            let log = o.log("org".parse().unwrap(), "a".parse().unwrap(), on(0));
            log.map(|log| shequ::kernel::canonical(&log).unwrap()).map_err(|e| e.to_string())
        };
        prop_assert_eq!(log(&history.organisation), log(&again));
        // The same next entry is accepted by both or by none, with the same end.
        let next = json!({"found": {"unit": "next", "kind": "grid", "name": "后", "day": on(20).to_string(),
            "recorded": on(DAYS * 4).to_string()}});
        let (one, other) = (history.organisation.apply(&event(&next)), again.apply(&event(&next)));
        match (one, other) {
            (Ok(one), Ok(other)) => same(&one, &other, &days)?,
            (one, other) => prop_assert_eq!(one.is_ok(), other.is_ok()),
        }
        Ok(())
    });
}

#[test]
fn any_units_with_bounds_for_days_come_back() {
    law(units(7), |units| {
        let Ok(organisation) = Organisation::parse(&text(&units, json!([]))) else { return Ok(()) };
        comes_back(&organisation, &(-1..40).step_by(6).map(day_of).collect::<Vec<_>>())?;
        Ok(())
    });
}

fn days() -> Vec<Day> {
    ["1990-01-01", "2004-01-01", "2010-06-01", "2020-01-01", "2024-05-01"].map(super::day).to_vec()
}

fn full() -> Organisation {
    Organisation::parse(include_str!("../data/organisation.json")).unwrap()
}

#[test]
fn every_field_of_a_document_comes_back() {
    comes_back(&full(), &days()).unwrap();
}

/// Names in two languages, codes of several schemes, kinds of its own in an order that is not that of their keys, a unit
/// that came back, keys in no order, a parent after what lies within it.
fn mixed() -> Organisation {
    load(json!({
        "kinds": [{"key": "z-kind", "label": "丙", "level": 5, "role": "area"}, {"key": "a-kind", "label": "甲", "level": 5, "role": "area"}],
        "units": [
            {"key": "z", "kind": "z-kind", "name": {"zh": "名", "en": "Name"}, "code": "7", "parent": "b"},
            {"key": "b", "kind": "a-kind", "name": "镇"},
            {"key": "社 区", "kinds": [{"kind": "village", "until": "2005"}, {"kind": "a-kind", "from": "2005"}],
             "names": [{"name": "旧", "until": "2010"}, {"name": {"zh": "新", "en": "New"}, "from": "2010"}],
             "codes": [{"scheme": "y", "code": "7"}, {"scheme": "x", "code": "8", "until": "2008"}, {"code": "9", "from": "2008"}],
             "lives": [{"from": "2001-05-01..2001-08-31", "until": "2012"}, {"from": "2014"}], "parents": [{"unit": "z", "from": "2002"}]}],
        "events": [{"rename": {"key": "e", "unit": "z", "name": "改", "day": "2016-01-01", "recorded": "2016-02-01"}},
            {"found": {"unit": "n", "kind": "grid", "name": "网", "day": "2017", "parent": "社 区", "recorded": "2018-01-01"}}],
        "sessions": [{"unit": "b", "day": "2020-01-01"}]}))
}

#[test]
fn codes_names_and_kinds_of_every_sort_come_back() {
    comes_back(&mixed(), &days()).unwrap();
    comes_back(&mixed().prefix(0), &days()).unwrap();
    comes_back(&load(json!({})), &days()).unwrap();
}

#[test]
fn a_table_comes_back() {
    let column = |cells: &[&str]| cells.iter().map(|c| Some((*c).to_owned())).collect::<Vec<_>>();
    let code = column(&["1", "11", "11", "12", "12"]);
    let name = column(&["县", "旧", "新", "东", "东"]);
    let kind = column(&["county", "village", "community", "village", "village"]);
    let parent = column(&["", "1", "1", "1", "1"]);
    let from = column(&["", "", "2004", "2001", "2012-05"]);
    let until = column(&["", "2004", "", "2010", ""]);
    for (key, order) in [(None, 1_usize), (Some(column(&["a", "c", "c", "b", "b"])), 2)] {
        let parent = if order == 2 { column(&["", "a", "a", "a", "a"]) } else { parent.clone() };
        let units = UnitTable {
            key: key.as_ref().map(|key| key as _),
            code: Some(&code),
            parent: Some(&parent),
            from: Some(&from),
            until: Some(&until),
            ..UnitTable::new(&name, &kind)
        };
        let organisation = Organisation::from_units("县".into(), &units, &mut Unwatched).unwrap();
        comes_back(&organisation, &days()).unwrap();
    }
}

#[test]
fn fewer_bytes_are_refused_wherever_they_end() {
    for organisation in [mixed(), full(), load(json!({}))] {
        let bytes = organisation.to_bytes().unwrap();
        for end in 1..bytes.len() {
            assert_eq!(code(&bytes[..end]), "saved-cut-off", "{end} of {}", bytes.len());
        }
    }
    assert_eq!(code(&[]), "not-a-saved-organisation");
}

#[test]
fn a_changed_byte_never_makes_another_organisation() {
    let organisation = mixed();
    let bytes = organisation.to_bytes().unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for at in 0..bytes.len() {
        for flip in [0x01, 0x80, 0xff] {
            let mut bytes = bytes.clone();
            bytes[at] ^= flip;
            seen.insert(code(&bytes));
        }
    }
    let expected = ["not-a-saved-organisation", "saved-altered", "saved-by-a-newer-version", "saved-cut-off"];
    assert_eq!(seen.into_iter().collect::<Vec<_>>(), expected);
    assert_eq!(code(&[bytes.as_slice(), b"x"].concat()), "saved-altered");
    assert_eq!(code(organisation.document().json().unwrap().as_bytes()), "not-a-saved-organisation");
    assert_eq!(code(b"\x89PNG\r\n\x1a\n"), "not-a-saved-organisation");
}

/// The checksum of all that stands after it made to fit, as one who means harm would.
fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let length = bytes.len() as u64 - 24;
    bytes[16..24].copy_from_slice(&length.to_le_bytes());
    let sum = crc32fast::hash(&bytes[16..]);
    bytes[12..16].copy_from_slice(&sum.to_le_bytes());
    bytes
}

/// Whatever was read of it is asked; it may say anything, but it has to end.
fn ask(organisation: &Organisation) {
    let days = days();
    let _ = organisation.document().json();
    let _ = organisation.to_bytes().map(|bytes| Organisation::from_bytes(&bytes).is_ok());
    for day in &days {
        let snapshot = organisation.at(*day);
        let units: Vec<_> = snapshot.units().map(|unit| unit.id()).collect();
        let _ = (snapshot.ancestors(&units), snapshot.descendants(&units));
        snapshot.units().for_each(|unit| drop(unit.record()));
        let asked: Vec<_> = units.iter().map(|unit| (*unit, *day)).collect();
        let _ = (organisation.ancestors_on(&asked), organisation.descendants_on(&asked));
        let _ = organisation.validate(*day, shequ::pack::cn(), &mut Unwatched);
        let _ = organisation.known_on(*day).len();
    }
    let _ = organisation.diff(days[0], days[4]);
    for key in organisation.keys() {
        let _ = organisation.lineage(key.as_str(), days[4], None);
    }
}

#[test]
fn bytes_changed_on_purpose_may_lie_but_never_fail_and_always_end() {
    let saved: Vec<Vec<u8>> =
        [mixed(), mixed().prefix(0), full()].iter().map(|organisation| organisation.to_bytes().unwrap()).collect();
    let mut outcomes = std::collections::BTreeMap::<&str, usize>::new();
    let places = prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4);
    let read = std::cell::RefCell::new(&mut outcomes);
    law_of(2_000, (0..3_usize, places, any::<bool>()), |(which, places, narrow)| {
        let mut bytes = saved[which].clone();
        // The document is JSON, of which most changes are faults of syntax: half of them fall behind it.
        let json = u64::from_le_bytes(bytes[24..32].try_into().unwrap());
        let first = if narrow { 32 + usize::try_from(json).unwrap() } else { 24 };
        for (place, byte) in places {
            let at = first + place.index(bytes.len() - first);
            bytes[at] = byte;
        }
        let outcome = match Organisation::from_bytes(&sealed(bytes)) {
            Ok(organisation) => {
                ask(&organisation);
                "read"
            }
            Err(error) => error.first().code(),
        };
        *read.borrow_mut().entry(outcome).or_default() += 1;
        Ok(())
    });
    // Without this, a reader that refuses all would pass.
    assert!(outcomes["read"] > 100 && outcomes["saved-altered"] > 100, "{outcomes:?}");
}

#[test]
fn a_kind_that_does_not_ship_any_more_is_named() {
    let bytes = mixed().to_bytes().unwrap();
    let text = b"residents-committee";
    let at = bytes.windows(text.len()).position(|window| window == text).unwrap();
    let mut changed = bytes.clone();
    changed[at] = b'R';
    assert_eq!(code(&sealed(changed)), "unknown-kind");
    let mut newer = bytes;
    newer[8] = 2;
    assert_eq!(code(&newer), "saved-by-a-newer-version");
}

/// Keys that were hashed otherwise, as on another machine, are found all the same.
#[test]
fn keys_are_found_however_they_were_hashed() {
    let organisation = mixed();
    let bytes = organisation.to_bytes().unwrap();
    // After the keys stands the number that tells how they were hashed: the same three times.
    let keys = "zb社 区n".as_bytes();
    let at = bytes.windows(keys.len()).position(|window| window == keys).unwrap() + keys.len();
    let mut changed = bytes.clone();
    changed[at] ^= 1;
    let again = read(&sealed(changed));
    same(&organisation, &again, &days()).unwrap();
    assert_eq!(again.to_bytes().unwrap(), bytes);
    let _: Value = serde_json::from_str(&again.document().json().unwrap()).unwrap();
}
