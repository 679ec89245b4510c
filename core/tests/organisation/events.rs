//! Events one by one: what they change, what they leave, and that a faulty one changes nothing.

use serde_json::{Value, json};
use shequ::kernel::{Day, Digest, Document, Likely, Ratio};
use shequ::organisation::{Event, Organisation};

use super::{day, load};

fn base() -> Value {
    json!({"units": [
        {"key": "d", "kind": "district", "name": "区"},
        {"key": "s", "kind": "sub-district", "name": "街道", "parent": "d"},
        {"key": "a", "kind": "village", "name": "东村", "code": "001", "parent": "s"},
        {"key": "b", "kind": "village", "name": "西村", "code": "002", "parent": "s"},
        {"key": "g", "kind": "grid", "name": "网格一", "parent": "a"},
        {"key": "h", "kind": "building", "name": "楼一", "parent": "g"}]})
}

fn event(mut parts: Value) -> Event {
    parts["format"] = "shequ.event/1".into();
    Event::parse(&parts.to_string()).unwrap_or_else(|e| panic!("{e}"))
}

fn apply(organisation: &Organisation, parts: Value) -> Organisation {
    organisation.apply(&event(parts)).unwrap_or_else(|e| panic!("{e}"))
}

fn path(organisation: &Organisation, on: Day, key: &str) -> String {
    organisation.at(on).unit(key).unwrap().path_text(shequ::kernel::Lang::Zh)
}

#[test]
fn names_and_codes_change_on_their_day_and_identity_stays() {
    let organisation = apply(&load(base()), json!({"rename": {"unit": "a", "name": "东社区", "day": "2010-05-01"}}));
    let organisation = apply(&organisation, json!({"recode": {"unit": "a", "code": "301", "day": "2012-01-01"}}));
    // An earlier event that becomes known later.
    let organisation = apply(&organisation, json!({"rename": {"unit": "a", "name": "古村", "day": "1950-01-01"}}));
    let name = |on: &str| organisation.at(day(on)).unit("a").unwrap().name();
    assert_eq!(
        [name("1949-12-31"), name("1950-01-01"), name("2010-04-30"), name("2010-05-01")],
        ["东村".into(), "古村".into(), "古村".into(), "东社区".into()]
    );
    let bearer = |on: &str, code: &str| organisation.at(day(on)).unit_by_code(None, code).map(|u| u.key().to_owned());
    assert_eq!(bearer("2011-12-31", "001").unwrap(), "a");
    assert_eq!(bearer("2012-01-01", "301").unwrap(), "a");
    let error = bearer("2012-01-01", "001").unwrap_err();
    assert_eq!(error.first().code(), "code-not-there");
    assert_eq!(bearer("2012-01-01", "30").unwrap_err().first().code(), "code-not-there");
    let steps = organisation.lineage("a", day("2026-01-01"), None).unwrap().steps;
    assert_eq!(steps.iter().map(|s| s.event.as_str()).collect::<Vec<_>>(), ["rename", "rename", "recode"]);
}

#[test]
fn what_lies_within_a_source_moves_or_ends_with_it() {
    let merge = |children: Value| {
        json!({"merge": {"day": "2003-07-01", "sources": ["a", "b"], "children": children,
            "targets": [{"unit": "c", "kind": "community", "name": "社区", "code": "101", "parent": "s"}]}})
    };
    let moved = apply(&load(base()), merge("move".into()));
    assert_eq!(path(&moved, day("2003-06-30"), "h"), "区 > 街道 > 东村 > 网格一 > 楼一");
    assert_eq!(path(&moved, day("2003-07-01"), "h"), "区 > 街道 > 社区 > 网格一 > 楼一");
    let default = apply(&load(base()), merge(Value::Null));
    assert_eq!(path(&default, day("2003-07-01"), "h"), "区 > 街道 > 社区 > 网格一 > 楼一");
    let closed = apply(&load(base()), merge("close".into()));
    for key in ["a", "b", "g", "h"] {
        assert_eq!(closed.at(day("2003-07-01")).unit(key).unwrap_err().first().code(), "unit-not-there");
        assert!(closed.at(day("2003-06-30")).unit(key).is_ok());
    }
    assert_eq!(closed.at(day("2003-07-01")).len(), 3);
}

#[test]
fn a_merge_into_a_unit_that_goes_on_keeps_its_own_share() {
    let merged = apply(
        &load(base()),
        json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "b"}], "shares": [{"measure": "population",
            "flows": [{"source": "a", "target": "b", "count": 30}],
            "before": [{"unit": "a", "count": 30}, {"unit": "b", "count": 90}], "after": [{"unit": "b", "count": 120}]}]}}),
    );
    let origins = merged.origins("b", day("2003-06-30"), Some("population")).unwrap();
    let shares: Vec<_> = origins.ends.iter().map(|e| (e.unit.key.as_str(), e.share.clone().unwrap())).collect();
    assert_eq!(shares, [("a", Ratio::new(1, 4).unwrap()), ("b", Ratio::new(3, 4).unwrap())]);
    assert_eq!(merged.lineage("b", day("2026-01-01"), None).unwrap().ends[0].share, Some(Ratio::ONE));
    // Nobody counted households then.
    let unknown = merged.origins("b", day("2003-06-30"), Some("households")).unwrap();
    assert!(unknown.ends.iter().all(|e| e.share.is_none()));
}

#[test]
fn shares_multiply_along_a_line_of_events() {
    let first = json!({"merge": {"day": "2003-07-01", "sources": ["a", "b"], "children": "close",
        "targets": [{"unit": "x", "kind": "community", "name": "甲", "parent": "s"}, {"unit": "y", "kind": "community", "name": "乙", "parent": "s"}],
        "shares": [{"measure": "households", "flows": [{"source": "a", "target": "x", "count": 10},
            {"source": "a", "target": "y", "count": 20}, {"source": "b", "target": "y", "count": 40}]}]}});
    let second = json!({"merge": {"day": "2010-01-01", "sources": ["x", "y"],
        "targets": [{"unit": "z", "kind": "community", "name": "丙", "parent": "s"}],
        "shares": [{"measure": "households", "flows": [{"source": "x", "target": "z", "count": 12}, {"source": "y", "target": "z", "count": 60}]}]}});
    let organisation = apply(&apply(&load(base()), second_after(&first)), second);
    let ends = |on: &str| {
        let lineage = organisation.lineage("a", day(on), Some("households")).unwrap();
        lineage.ends.into_iter().map(|e| (e.unit.key, e.share.unwrap().to_string())).collect::<Vec<_>>()
    };
    assert_eq!(ends("2003-06-30"), [("a".to_owned(), "1".to_owned())]);
    assert_eq!(ends("2009-12-31"), [("x".to_owned(), "1/3".to_owned()), ("y".to_owned(), "2/3".to_owned())]);
    assert_eq!(ends("2010-01-01"), [("z".to_owned(), "1".to_owned())]);
    let origins = organisation.origins("z", day("2000-01-01"), Some("households")).unwrap();
    // a: 12/72 × 1 + 60/72 × 20/60; b: 60/72 × 40/60.
    let shares: Vec<_> =
        origins.ends.iter().map(|e| (e.unit.key.as_str(), e.share.as_ref().unwrap().to_string())).collect();
    assert_eq!(shares, [("a", "4/9".to_owned()), ("b", "5/9".to_owned())]);
}

fn second_after(first: &Value) -> Value {
    first.clone()
}

#[test]
fn a_day_within_bounds_leaves_both_possible() {
    let merged = apply(
        &load(base()),
        json!({"merge": {"day": "2017-11-01..2018-10-31", "sources": ["a", "b"],
            "targets": [{"unit": "c", "kind": "community", "name": "社区", "parent": "s"}]}}),
    );
    let between = merged.at(day("2018-03-01"));
    for key in ["a", "b", "c"] {
        assert_eq!(between.unit(key).unwrap().likely(), Likely::Possible, "{key}");
    }
    assert_eq!(between.unit("s").unwrap().likely(), Likely::Yes);
    assert_eq!(between.unit("s").unwrap().descendants().count(), 5);
    let lineage = merged.lineage("a", day("2018-03-01"), None).unwrap();
    assert_eq!(lineage.steps[0].likely, Likely::Possible);
    assert_eq!(merged.at(day("2018-10-31")).unit("c").unwrap().likely(), Likely::Yes);
}

/// Each case is refused with its code and path, and leaves every day as it was.
fn refused(cases: &[(Value, &str, &str)]) {
    let organisation = load(base());
    let digest = |o: &Organisation| {
        let on = |d: &str| o.at(day(d)).units().map(|u| u.record()).collect::<Vec<_>>();
        Digest::of(&(on("2003-06-30"), on("2020-01-01"))).unwrap()
    };
    let before = digest(&organisation);
    for (parts, code, path) in cases {
        let error = organisation.apply(&event(parts.clone())).expect_err(code);
        assert_eq!((error.first().code(), error.first().path()), (*code, *path), "{parts}");
        assert_eq!(digest(&organisation), before);
    }
}

#[test]
fn a_faulty_event_changes_nothing() {
    let target = json!([{"unit": "c", "kind": "community", "name": "社区", "parent": "s"}]);
    refused(&[
        (json!({"rename": {"unit": "zz", "name": "x", "day": "2003-07-01"}}), "unknown-unit", "event.rename.unit"),
        (
            json!({"found": {"unit": "a", "kind": "village", "name": "x", "day": "2003-07-01"}}),
            "unit-exists",
            "event.found.unit",
        ),
        (
            json!({"found": {"unit": "n", "kind": "vilage", "name": "x", "day": "2003-07-01"}}),
            "unknown-kind",
            "event.found.kind",
        ),
        (
            json!({"found": {"unit": "n", "kind": "village", "name": "x", "parent": "zz", "day": "2003-07-01"}}),
            "unknown-unit",
            "event.found.parent",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "a"}]}}),
            "merge-into-itself",
            "event.merge.targets[0].unit",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": [], "targets": target}}),
            "list-empty",
            "event.merge.sources",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a", "a"], "targets": target}}),
            "listed-twice",
            "event.merge.sources[1]",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "c", "name": "x"}]}}),
            "unit-incomplete",
            "event.merge.targets[0]",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "b", "name": "x"}]}}),
            "unit-exists",
            "event.merge.targets[0].unit",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "b"}, {"unit": "s"}]}}),
            "children-left",
            "event.merge.children",
        ),
        (json!({"recode": {"unit": "a", "code": "002", "day": "2003-07-01"}}), "code-shared", "units[2]"),
    ]);
}

#[test]
fn what_is_counted_is_neither_lost_nor_made() {
    let target = json!([{"unit": "c", "kind": "community", "name": "社区", "parent": "s"}]);
    refused(&[
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a", "b"], "targets": target, "shares": [{"measure": "households",
            "flows": [{"source": "a", "target": "c", "count": 10}, {"source": "b", "target": "c", "count": 20}],
            "before": [{"unit": "a", "count": 11}]}]}}),
            "shares-not-conserved",
            "event.merge.shares[0].before[0]",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a", "b"], "targets": target, "shares": [{"measure": "households",
            "flows": [{"source": "a", "target": "c", "count": 10}, {"source": "b", "target": "c", "count": 20}],
            "after": [{"unit": "c", "count": 31}]}]}}),
            "shares-not-conserved",
            "event.merge.shares[0].after[0]",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": target, "shares": [{"measure": "households",
            "flows": [{"source": "b", "target": "c", "count": 10}]}]}}),
            "flow-outside-event",
            "event.merge.shares[0].flows[0].source",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": target, "shares": [{"measure": "households",
            "flows": [{"source": "a", "target": "c", "count": "10.5"}]}]}}),
            "not-a-count",
            "event.merge.shares[0].flows[0].count",
        ),
        (
            json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": target, "shares": [{"measure": "houses", "flows": []}]}}),
            "unknown-measure",
            "event.merge.shares[0].measure",
        ),
    ]);
}

#[test]
fn nothing_happens_to_a_unit_after_its_end() {
    let organisation = load(base());
    let target = json!([{"unit": "c", "kind": "community", "name": "社区", "parent": "s"}]);
    let closed =
        apply(&organisation, json!({"merge": {"day": "2003-07-01", "sources": ["a", "b"], "targets": target}}));
    for parts in [
        json!({"rename": {"unit": "a", "name": "x", "day": "2003-07-01"}}),
        json!({"recode": {"unit": "a", "code": "9", "day": "2010-07-01"}}),
        json!({"merge": {"day": "2003-07-01", "sources": ["a"], "targets": [{"unit": "d"}]}}),
        json!({"rename": {"unit": "c", "name": "x", "day": "2003-06-01"}}),
    ] {
        let error = closed.apply(&event(parts.clone())).expect_err("the unit is not there");
        assert_eq!(error.first().code(), "unit-not-there", "{parts}");
    }
    let wrong = r#"{"format": "shequ.event/1", "abolish": {"unit": "a"}}"#;
    assert_eq!(Event::parse(wrong).unwrap_err().first().code(), "unknown-choice");
}
