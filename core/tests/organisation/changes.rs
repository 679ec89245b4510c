//! Each kind of event and correction by hand, with what it must and must not do.

use serde_json::{Value, json};
use shequ::kernel::{Document, Likely, Ratio};
use shequ::organisation::{Event, InferOptions, Organisation, Sightings, infer};
use shequ::wire::organisation::EvidenceKind;

use super::{day, document, faults_of, load};

fn base() -> Value {
    json!({"units": [
        {"key": "d", "kind": "district", "name": "区"},
        {"key": "s", "kind": "sub-district", "name": "街道", "parent": "d"},
        {"key": "t", "kind": "town", "name": "镇", "code": "T", "parent": "d"},
        {"key": "a", "kind": "village", "name": "东村", "code": "001", "parent": "s"},
        {"key": "b", "kind": "village", "name": "西村", "code": "002", "parent": "s"},
        {"key": "g", "kind": "grid", "name": "网格一", "parent": "a"},
        {"key": "h", "kind": "grid", "name": "网格二", "parent": "a"}]})
}

fn event(mut parts: Value) -> Event {
    parts["format"] = "shequ.event/1".into();
    Event::parse(&parts.to_string()).unwrap_or_else(|e| panic!("{e}"))
}

fn after(events: &[Value]) -> Organisation {
    let mut parts = base();
    parts["events"] = events.into();
    load(parts)
}

fn refused(organisation: &Organisation, parts: Value) -> (String, String) {
    let error = organisation.apply(&event(parts)).expect_err("it is refused");
    (error.first().code().to_owned(), error.first().path().to_owned())
}

fn fault(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

fn there(organisation: &Organisation, on: &str, key: &str) -> bool {
    organisation.at(day(on)).unit(key).is_ok()
}

fn path(organisation: &Organisation, on: &str, key: &str) -> String {
    organisation.at(day(on)).unit(key).unwrap().path_text(shequ::kernel::Lang::Zh)
}

#[test]
fn a_town_becomes_a_sub_district_as_itself_or_as_another() {
    let same = after(&[json!({"convert": {"unit": "t", "kind": "sub-district", "name": "新街道", "code": "S",
        "day": "2002-01-01", "instrument": "泉政〔2002〕1号"}})]);
    let unit = |on: &str| same.at(day(on)).unit("t").unwrap().record();
    assert_eq!((unit("2001-12-31").kind.as_str(), unit("2001-12-31").name), ("town", "镇".into()));
    assert_eq!((unit("2002-01-01").kind.as_str(), unit("2002-01-01").name), ("sub-district", "新街道".into()));
    assert_eq!(unit("2002-01-01").codes[0].code, "S");
    assert_eq!(same.lineage("t", day("2003-01-01"), None).unwrap().steps[0].event, "convert");

    let other = after(&[
        json!({"convert": {"unit": "a", "kind": "community", "into": "c", "code": "301", "day": "2002-01-01"}}),
    ]);
    assert!(!there(&other, "2002-01-01", "a"));
    assert_eq!(path(&other, "2002-01-01", "g"), "区 > 街道 > 东村 > 网格一");
    assert_eq!(other.at(day("2002-01-01")).unit("c").unwrap().kind(), "community");
    let lineage = other.lineage("a", day("2003-01-01"), None).unwrap();
    assert_eq!((lineage.ends[0].unit.key.as_str(), lineage.ends[0].share.clone()), ("c", Some(Ratio::ONE)));
    let back = other.origins("c", day("2001-01-01"), None).unwrap();
    assert_eq!(back.ends[0].unit.key, "a");
    assert_eq!(
        refused(&other, json!({"convert": {"unit": "b", "kind": "commune", "day": "2003-01-01"}})),
        fault("unknown-kind", "event.convert.kind")
    );
}

#[test]
fn what_lies_within_an_abolished_unit_moves_or_ends() {
    let moved = after(&[json!({"abolish": {"unit": "a", "to": "b", "day": "2005-01-01"}})]);
    assert_eq!(path(&moved, "2005-01-01", "g"), "区 > 街道 > 西村 > 网格一");
    let closed = after(&[json!({"abolish": {"unit": "a", "children": "close", "day": "2005-01-01"}})]);
    assert!(there(&closed, "2004-12-31", "g") && !there(&closed, "2005-01-01", "g"));
    let start = load(base());
    assert_eq!(
        refused(&start, json!({"abolish": {"unit": "a", "day": "2005-01-01"}})),
        fault("children-left", "event.abolish.children")
    );
    assert_eq!(
        refused(&start, json!({"abolish": {"unit": "a", "to": "a", "day": "2005-01-01"}})),
        fault("merge-into-itself", "event.abolish.to")
    );
}

#[test]
fn a_unit_does_not_end_before_what_it_took_part_in() {
    let later = after(&[json!({"rename": {"unit": "g", "name": "一号网格", "key": "e1", "day": "2008-03-01"}})]);
    let on = |day: &str, parts: Value| {
        let mut parts = parts;
        let name = parts.as_object().unwrap().keys().next().unwrap().clone();
        parts[name]["day"] = day.into();
        parts
    };
    let into = json!([{"unit": "n", "kind": "community", "name": "新", "parent": "s"}]);
    for (ends, path) in [
        (json!({"abolish": {"unit": "g"}}), "abolish.unit"),
        (json!({"abolish": {"unit": "a", "children": "close"}}), "abolish.children"),
        (json!({"merge": {"sources": ["b", "a"], "targets": into, "children": "close"}}), "merge.children"),
        (json!({"merge": {"sources": ["h", "g"], "targets": into}}), "merge.sources[1]"),
        (json!({"convert": {"unit": "g", "kind": "community", "into": "n"}}), "convert.unit"),
    ] {
        let early = refused(&later, on("2007-01-01", ends.clone()));
        assert_eq!(early, fault("took-part-later", &format!("event.{path}")), "{ends}");
        assert!(later.apply(&event(on("2009-01-01", ends.clone()))).is_ok(), "{ends}");
        // With the later event taken back it may.
        let retracted = later.apply(&event(json!({"retract": {"entry": "e1"}}))).unwrap();
        assert!(retracted.apply(&event(on("2007-01-01", ends))).is_ok());
    }
    // What only moved with another did not take part.
    let moved = after(&[json!({"abolish": {"unit": "a", "to": "b", "day": "2008-03-01"}})]);
    let gone = moved.apply(&event(json!({"abolish": {"unit": "g", "day": "2007-01-01"}}))).unwrap();
    assert!(!there(&gone, "2009-01-01", "g"));
}

#[test]
fn a_restored_unit_has_a_life_with_a_gap() {
    let organisation = after(&[
        json!({"abolish": {"unit": "a", "children": "close", "day": "2005-01-01"}}),
        json!({"restore": {"unit": "a", "name": "东社区", "kind": "community", "day": "2010-01-01"}}),
        json!({"abolish": {"unit": "a", "day": "2015-01-01"}}),
        json!({"restore": {"unit": "a", "parent": "t", "day": "2020-01-01"}}),
    ]);
    let on = ["2004-12-31", "2005-01-01", "2009-12-31", "2010-01-01", "2014-12-31", "2015-01-01", "2020-01-01"];
    let lives = on.map(|on| there(&organisation, on, "a"));
    assert_eq!(lives, [true, false, false, true, true, false, true]);
    assert_eq!(path(&organisation, "2004-12-31", "a"), "区 > 街道 > 东村");
    assert_eq!(path(&organisation, "2010-01-01", "a"), "区 > 街道 > 东社区");
    assert_eq!(path(&organisation, "2020-01-01", "a"), "区 > 镇 > 东社区");
    let codes = |on: &str| organisation.at(day(on)).unit("a").unwrap().codes().len();
    assert_eq!((codes("2010-01-01"), codes("2020-01-01")), (1, 1));
    assert!(organisation.at(day("2007-01-01")).unit_by_code(None, "001").is_err());
    // Its code was free meanwhile, but is not now.
    let other = json!({"recode": {"unit": "b", "code": "001", "day": "2005-06-01"}});
    assert_eq!(refused(&organisation, other).0, "code-shared");
    let start = load(base());
    assert_eq!(
        refused(&start, json!({"restore": {"unit": "a", "day": "2010-01-01"}})),
        fault("unit-not-ended", "event.restore.unit")
    );
    assert_eq!(
        refused(&organisation, json!({"rename": {"unit": "a", "name": "x", "day": "2007-01-01"}})),
        fault("unit-not-there", "event.rename.unit")
    );
    // Nothing that it had returns with it.
    let walk = organisation.crosswalk(day("2004-01-01"), day("2011-01-01"), "households").unwrap();
    assert!(walk.cells.iter().any(|cell| cell.from == "a" && cell.to.is_none()));
    assert!(walk.begun.contains(&"a".to_owned()));
    // Nor with one that ended along with the unit around it.
    let along = after(&[
        json!({"abolish": {"unit": "a", "children": "close", "day": "2005-01-01"}}),
        json!({"restore": {"unit": "g", "parent": "b", "day": "2010-01-01"}}),
    ]);
    let walk = along.crosswalk(day("2004-01-01"), day("2011-01-01"), "households").unwrap();
    assert!(walk.cells.iter().any(|cell| cell.from == "g" && cell.to.is_none()));
    assert!(walk.begun.contains(&"g".to_owned()));
}

#[test]
fn a_split_says_where_its_parts_and_its_units_go() {
    let split = |shares: Value, moves: Value| {
        json!({"split": {"unit": "a", "day": "2010-01-01", "shares": shares, "moves": moves, "targets": [
            {"unit": "x", "kind": "community", "name": "甲", "parent": "s"}, {"unit": "y", "kind": "community", "name": "乙", "parent": "s"}]}})
    };
    let moves = json!([{"unit": "g", "to": "x"}, {"unit": "h", "to": "y"}]);
    let ratios = |one: &str, other: &str| json!([{"measure": "area", "ratios": [{"source": "a", "target": "x", "ratio": one}, {"source": "a", "target": "y", "ratio": other}]}]);
    let organisation = after(&[split(ratios("1/3", "2/3"), moves.clone())]);
    assert_eq!(path(&organisation, "2010-01-01", "h"), "区 > 街道 > 乙 > 网格二");
    let ends = organisation.lineage("a", day("2011-01-01"), Some("area")).unwrap().ends;
    assert_eq!(ends.iter().map(|e| e.share.as_ref().unwrap().to_string()).collect::<Vec<_>>(), ["1/3", "2/3"]);
    // Of another measure nothing is known.
    let ends = organisation.lineage("a", day("2011-01-01"), Some("population")).unwrap().ends;
    assert!(ends.iter().all(|end| end.share.is_none()));
    let start = load(base());
    let (none, at) = (json!([]), |path: &str| format!("event.split.{path}"));
    assert_eq!(refused(&start, split(none.clone(), none.clone())), fault("children-left", &at("children")));
    assert_eq!(
        refused(&start, split(ratios("1/3", "1/3"), moves.clone())),
        fault("shares-not-one", &at("shares[0].ratios"))
    );
    assert_eq!(
        refused(&start, split(ratios("4/3", "-1/3"), moves.clone())),
        fault("not-a-part", &at("shares[0].ratios[0].ratio"))
    );
    assert_eq!(
        refused(&start, split(none.clone(), json!([{"unit": "g", "to": "b"}, {"unit": "h", "to": "y"}]))),
        fault("flow-outside-event", &at("moves[0]"))
    );
    assert_eq!(
        refused(
            &start,
            split(none.clone(), json!([{"unit": "b", "to": "x"}, {"unit": "g", "to": "x"}, {"unit": "h", "to": "y"}]))
        ),
        fault("not-within", &at("moves[0]"))
    );
    let both = json!([{"measure": "area", "flows": [{"source": "a", "target": "x", "count": 1}],
        "ratios": [{"source": "a", "target": "x", "ratio": 1}]}]);
    assert_eq!(refused(&start, split(both, moves)), fault("flows-and-ratios", &at("shares[0]")));
    let one = json!({"split": {"unit": "a", "day": "2010-01-01", "targets": [{"unit": "b"}]}});
    assert_eq!(refused(&start, one), fault("split-into-one", "event.split.targets"));
}

#[test]
fn a_part_goes_to_another_unit_and_both_go_on() {
    let part = |shares: Value| json!({"transfer": {"unit": "a", "target": {"unit": "b"}, "along": ["g"], "day": "2010-01-01", "shares": shares}});
    let counted = json!([{"measure": "households", "flows": [{"source": "a", "target": "b", "count": 30}],
        "before": [{"unit": "a", "count": 120}, {"unit": "b", "count": 90}],
        "after": [{"unit": "a", "count": 90}, {"unit": "b", "count": 120}]}]);
    let organisation = after(&[part(counted)]);
    assert_eq!(path(&organisation, "2010-01-01", "g"), "区 > 街道 > 西村 > 网格一");
    assert_eq!(path(&organisation, "2010-01-01", "h"), "区 > 街道 > 东村 > 网格二");
    let shares = |ends: Vec<shequ::organisation::LineageEnd>| {
        ends.into_iter().map(|e| (e.unit.key, e.share.unwrap().to_string())).collect::<Vec<_>>()
    };
    let of = |key: &str, share: &str| (key.to_owned(), share.to_owned());
    let until = day("2011-01-01");
    assert_eq!(
        shares(organisation.lineage("a", until, Some("households")).unwrap().ends),
        [of("a", "3/4"), of("b", "1/4")]
    );
    let since = day("2009-01-01");
    assert_eq!(
        shares(organisation.origins("b", since, Some("households")).unwrap().ends),
        [of("a", "1/4"), of("b", "3/4")]
    );
    assert_eq!(shares(organisation.origins("a", since, Some("households")).unwrap().ends), [of("a", "1")]);
    let start = load(base());
    let no_rest = json!([{"measure": "households", "flows": [{"source": "a", "target": "b", "count": 30}]}]);
    assert_eq!(refused(&start, part(no_rest)), fault("remainder-missing", "event.transfer.shares[0]"));
    let too_much = json!([{"measure": "households", "flows": [{"source": "a", "target": "b", "count": 30}],
        "before": [{"unit": "a", "count": 20}]}]);
    assert_eq!(refused(&start, part(too_much)), fault("shares-not-conserved", "event.transfer.shares[0].before[0]"));
    let itself = json!({"transfer": {"unit": "a", "target": {"unit": "a"}, "day": "2010-01-01"}});
    assert_eq!(refused(&start, itself), fault("merge-into-itself", "event.transfer.target.unit"));
}

#[test]
fn many_units_are_replaced_by_one_document() {
    let flow = |s: &str, t: &str, n: u32| json!({"source": s, "target": t, "count": n});
    let organisation = after(&[
        json!({"replace": {"sources": ["a", "b"], "children": "close", "day": "2010-01-01", "instrument": "1号",
        "targets": [{"unit": "x", "kind": "community", "name": "甲", "parent": "s"}, {"unit": "y", "kind": "community", "name": "乙", "parent": "s"}],
        "shares": [{"measure": "households", "flows": [flow("a", "x", 10), flow("a", "y", 30), flow("b", "x", 20)]}]}}),
    ]);
    let ends = organisation.lineage("a", day("2011-01-01"), Some("households")).unwrap().ends;
    assert_eq!(ends.iter().map(|e| e.share.as_ref().unwrap().to_string()).collect::<Vec<_>>(), ["1/4", "3/4"]);
    let ends = organisation.origins("x", day("2009-01-01"), Some("households")).unwrap().ends;
    assert_eq!(ends.iter().map(|e| e.share.as_ref().unwrap().to_string()).collect::<Vec<_>>(), ["1/3", "2/3"]);
}

#[test]
fn a_fact_is_set_right_and_nothing_happened() {
    let organisation = after(&[
        json!({"rename": {"unit": "a", "name": "东社区", "day": "2010-01-01"}}),
        json!({"state": {"unit": "a", "name": "古东村", "until": "1990-01-01"}}),
        json!({"state": {"unit": "g", "life": [{"from": "2001", "until": "2005-01-01"}, {"from": "2008-01-01"}]}}),
        json!({"state": {"unit": "h", "no_parent": true, "from": "2003-01-01", "until": "2004-01-01"}}),
    ]);
    let name = |on: &str| organisation.at(day(on)).unit("a").unwrap().name();
    assert_eq!(
        [name("1989-12-31"), name("1990-01-01"), name("2010-01-01")],
        ["古东村".into(), "东村".into(), "东社区".into()]
    );
    assert_eq!(organisation.lineage("a", day("2020-01-01"), None).unwrap().steps.len(), 1);
    assert!(!there(&organisation, "2000-12-31", "g") && !there(&organisation, "2006-01-01", "g"));
    assert_eq!(organisation.at(day("2001-06-01")).unit("g").unwrap().likely(), Likely::Possible);
    assert!(there(&organisation, "2008-01-01", "g"));
    assert_eq!(path(&organisation, "2003-06-01", "h"), "网格二");
    assert_eq!(path(&organisation, "2004-01-01", "h"), "区 > 街道 > 东村 > 网格二");
    assert_eq!(refused(&organisation, json!({"state": {"unit": "a"}})), fault("state-empty", "event.state"));
    let both = json!({"state": {"unit": "a", "parent": "t", "no_parent": true}});
    assert_eq!(refused(&organisation, both), fault("state-contradicts", "event.state"));
    let lives = json!({"state": {"unit": "a", "life": [{"from": "2001-01-01"}, {"from": "2008-01-01"}]}});
    assert_eq!(refused(&organisation, lives), fault("lives-overlap", "event.state.life"));
}

#[test]
fn corrections_replay_what_stands() {
    let recorded = |on: &str, mut entry: Value| {
        let name = entry.as_object().unwrap().keys().next().unwrap().clone();
        entry[&name]["recorded"] = on.into();
        entry
    };
    let found = recorded(
        "2010-02-01",
        json!({"found": {"key": "e1", "unit": "n", "kind": "village", "name": "新村", "parent": "s", "day": "2010-01-01"}}),
    );
    let renamed =
        recorded("2011-02-01", json!({"rename": {"key": "e2", "unit": "n", "name": "新社区", "day": "2011-01-01"}}));
    let organisation = after(&[found, renamed]);
    let apply = |o: &Organisation, parts: Value| o.apply(&event(parts)).unwrap_or_else(|e| panic!("{e}"));
    // The founding cannot be taken back while the renaming stands.
    let take = |key: &str, on: &str| recorded(on, json!({"retract": {"key": format!("r-{key}-{on}"), "entry": key}}));
    let error = organisation.apply(&event(take("e1", "2012-01-01"))).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("correction-breaks-entry", "event.retract.entry"));
    assert!(error.to_string().contains("`e2`"), "{error}");
    // Both in one batch can.
    let both = organisation.apply_all(&[event(take("e1", "2012-01-01")), event(take("e2", "2012-01-01"))]).unwrap();
    assert!(!there(&both, "2012-01-01", "n"));
    assert_eq!(both.exists(both.id("n").unwrap(), day("2012-01-01")), Likely::No);
    assert!(there(&both.known_on(day("2011-12-31")), "2012-01-01", "n"));
    // A retraction that is taken back, and the key founded again.
    let again = apply(
        &both,
        recorded("2013-01-01", json!({"found": {"unit": "n", "kind": "grid", "name": "网格", "day": "2013-01-01"}})),
    );
    assert_eq!(path(&again, "2013-01-01", "n"), "网格");
    let back = both
        .apply_all(&[event(take("r-e1-2012-01-01", "2014-01-01")), event(take("r-e2-2012-01-01", "2014-01-01"))])
        .unwrap();
    assert_eq!(path(&back, "2012-01-01", "n"), "区 > 街道 > 新社区");
    // An amendment takes the place of its entry.
    let amended = apply(
        &organisation,
        recorded(
            "2012-01-01",
            json!({"amend": {"entry": "e1", "event": {
        "found": {"unit": "n", "kind": "community", "name": "新居", "parent": "t", "day": "2009-01-01"}}}}),
        ),
    );
    assert_eq!(path(&amended, "2010-01-01", "n"), "区 > 镇 > 新居");
    assert_eq!(path(&amended, "2011-01-01", "n"), "区 > 镇 > 新社区");
    assert_eq!(path(&amended.known_on(day("2011-12-31")), "2010-01-01", "n"), "区 > 街道 > 新村");
    assert!(!there(&amended.known_on(day("2010-01-31")), "2010-01-01", "n"));
    let cases = [
        (take("zz", "2012-01-01"), "unknown-entry", "event.retract.entry"),
        (take("e1", "2010-01-01"), "recorded-backwards", "event.retract.recorded"),
        (
            json!({"rename": {"unit": "a", "name": "x", "day": "2011-01-01"}}),
            "recorded-backwards",
            "event.rename.recorded",
        ),
        (
            recorded("2012-01-01", json!({"rename": {"key": "e1", "unit": "a", "name": "x", "day": "2011-01-01"}})),
            "duplicate-key",
            "event.rename.key",
        ),
        (
            recorded("2012-01-01", json!({"amend": {"entry": "e1", "event": {"retract": {"entry": "e2"}}}})),
            "correction-of-correction",
            "event.amend.event",
        ),
        (
            recorded(
                "2012-01-01",
                json!({"amend": {"entry": "e1", "event": {"rename": {"unit": "zz", "name": "x", "day": "2011-01-01"}}}}),
            ),
            "unknown-unit",
            "event.amend.event.rename.unit",
        ),
        (
            recorded(
                "2012-01-01",
                json!({"amend": {"entry": "e1", "event": {"rename": {"key": "k", "unit": "a", "name": "x", "day": "2011-01-01"}}}}),
            ),
            "amendment-named",
            "event.amend.event.rename.key",
        ),
    ];
    for (parts, code, path) in cases {
        assert_eq!(refused(&organisation, parts), fault(code, path));
    }
    let twice = apply(&organisation, take("e2", "2012-01-01"));
    assert_eq!(refused(&twice, take("e2", "2012-02-01")), fault("entry-retracted", "event.retract.entry"));
    // A retraction that brings two codes together names the entry with which they meet.
    let codes = after(&[
        recorded("2010-01-01", json!({"recode": {"key": "c1", "unit": "a", "code": "009", "day": "2010-01-01"}})),
        recorded("2011-01-01", json!({"recode": {"key": "c2", "unit": "b", "code": "001", "day": "2011-01-01"}})),
    ]);
    let error = codes.apply(&event(take("c1", "2012-01-01"))).unwrap_err();
    assert_eq!(error.first().code(), "correction-breaks-entry");
    assert!(error.to_string().contains("`c2`") && error.to_string().contains("code-shared"), "{error}");
}

#[test]
fn a_log_of_a_document_is_in_order() {
    let mut parts = base();
    parts["events"] = json!([
        {"rename": {"unit": "a", "name": "x", "day": "2011-01-01", "recorded": "2011-02-01"}},
        {"rename": {"unit": "a", "name": "y", "day": "2010-01-01"}}]);
    assert_eq!(faults_of(parts), [fault("recorded-backwards", "organisation.events[1].rename.recorded")]);
}

#[test]
fn means_are_reexpressed_through_their_parts_only() {
    let merge = json!({"merge": {"sources": ["a", "b"], "children": "close", "day": "2010-01-01",
        "targets": [{"unit": "c", "kind": "community", "name": "社区", "parent": "s"}]}});
    let organisation = after(&[merge]);
    let (from, until) = (day("2009-12-31"), day("2010-01-01"));
    let code = |error: shequ::kernel::Error| error.first().code().to_owned();
    assert_eq!(code(organisation.crosswalk(from, until, "mean-age").unwrap_err()), "not-additive");
    assert_eq!(code(organisation.crosswalk(until, from, "households").unwrap_err()), "days-reversed");
    let walk = organisation.crosswalk(from, until, "population").unwrap();
    let counts = [("a".to_owned(), Ratio::from(100)), ("b".to_owned(), Ratio::from(300))];
    assert_eq!(code(walk.reexpress(&counts, Some("mean-age")).unwrap_err()), "not-additive");
    assert_eq!(walk.reexpress(&counts, Some("members")).unwrap().values[0].value, Ratio::from(400));
    // Mean ages 40 and 60 of 100 and 300 people: 22,000 years over 400 people.
    let rates =
        [("a".to_owned(), Ratio::from(4000), Ratio::from(100)), ("b".to_owned(), Ratio::from(18000), Ratio::from(300))];
    let rates = walk.reexpress_rates(&rates).unwrap();
    assert_eq!(rates.values[0].rate, Some(Ratio::from(55)));
    let whole = walk.reexpress(&counts, None).unwrap();
    assert!(whole.explain().adds_up() && walk.explain().adds_up() && rates.explain().children.len() == 1);
    let stranger = walk.reexpress(&[("zz".to_owned(), Ratio::ONE)], None).unwrap_err();
    assert_eq!((stranger.first().code(), stranger.first().path()), ("unknown-unit", "[0]"));
    // What ends without a successor is told apart.
    let ended = after(&[json!({"abolish": {"unit": "b", "day": "2010-01-01"}})]);
    let out = ended.crosswalk(from, until, "population").unwrap().reexpress(&counts, None).unwrap();
    assert_eq!(
        (out.values[0].value.clone(), out.ended[0].value.clone(), out.total),
        (100.into(), 300.into(), 400.into())
    );
}

#[test]
fn days_within_bounds_multiply_too() {
    let organisation = after(&[
        json!({"split": {"unit": "a", "children": "close", "day": "2018", "targets": [
            {"unit": "x", "kind": "community", "name": "甲", "parent": "s"}, {"unit": "y", "kind": "community", "name": "乙", "parent": "s"}],
            "shares": [{"measure": "households", "ratios": [{"source": "a", "target": "x", "ratio": "1/3"}, {"source": "a", "target": "y", "ratio": "2/3"}]}]}}),
        // On some day of the split's year: it comes after it, however late that was.
        json!({"merge": {"sources": ["x"], "targets": [{"unit": "b"}], "day": "2018-06-01"}}),
    ]);
    let walk = |a: &str, b: &str| organisation.crosswalk(day(a), day(b), "households").unwrap();
    let whole = walk("2017-12-31", "2019-01-01");
    for middle in ["2018-01-01", "2018-05-31", "2018-06-01", "2018-09-01", "2018-12-31"] {
        let product = walk("2017-12-31", middle).then(&walk(middle, "2019-01-01")).unwrap();
        assert_eq!(product.cells, whole.cells, "{middle}");
        assert_eq!(product.unchanged, whole.unchanged, "{middle}");
    }
    let shares: Vec<_> = whole.cells.iter().map(|c| (c.to.as_deref(), c.share.as_ref().unwrap().to_string())).collect();
    assert!(shares.contains(&(Some("b"), "1/3".to_owned())) && shares.contains(&(Some("y"), "2/3".to_owned())));
    assert_eq!(walk("2017-12-31", "2018-09-01").uncertain.len(), 2);
}

#[test]
fn what_is_inferred_is_marked_wherever_it_leads() {
    let before = Sightings::parse(&json!({"format": "shequ.sightings/1", "units": [
        {"code": "350502001001", "name": "甲社区", "key": "a"}, {"code": "350502001002", "name": "乙村委会", "parent": "街道", "key": "b"},
        {"code": "350502001003", "name": "丙"}, {"code": "350503001001", "name": "丁"}]}).to_string()).unwrap();
    let after_it = Sightings::parse(
        &json!({"format": "shequ.sightings/1", "units": [
        {"code": "350502002001", "name": "甲社区"}, {"code": "350502002002", "name": "乙社区居委会", "parent": "街道"},
        {"code": "350502001003", "name": "丙三"}, {"code": "350504001001", "name": "丁"}]})
        .to_string(),
    )
    .unwrap();
    let inferred = infer(&before, &after_it, &InferOptions::default()).unwrap();
    assert_eq!(inferred.matches.len(), 2);
    assert_eq!(inferred.renamed, ["350502001003"]);
    // Another county is another place.
    assert_eq!(
        (inferred.dropped.as_slice(), inferred.added.as_slice()),
        (["350503001001".to_owned()].as_slice(), ["350504001001".to_owned()].as_slice())
    );
    let second = &inferred.matches[1];
    assert_eq!((second.key.as_str(), second.confidence.to_string().as_str()), ("b", "17/20"));
    assert_eq!(
        second.evidence.iter().map(|e| e.kind).collect::<Vec<_>>(),
        [EvidenceKind::SimilarName, EvidenceKind::SameParent]
    );
    let start = load(json!({"units": [{"key": "a", "kind": "community", "name": "甲社区", "code": "350502001001"},
        {"key": "b", "kind": "village", "name": "乙村委会", "code": "350502001002"}]}));
    let events = inferred.events("2018-11-01".parse().unwrap(), &"9/10".parse().unwrap(), None).unwrap();
    assert_eq!(events.len(), 1);
    let events =
        inferred.events("2018-11-01".parse().unwrap(), &"1/2".parse().unwrap(), Some(&"两版对照".into())).unwrap();
    let organisation = start.apply_all(&events).unwrap();
    let record = |on: &str| organisation.at(day(on)).unit("a").unwrap().record();
    assert!(!record("2018-10-31").inferred && record("2018-11-01").inferred);
    let lineage = organisation.lineage("b", day("2019-01-01"), Some("households")).unwrap();
    assert!(lineage.ends[0].inferred);
    assert_eq!(lineage.steps[0].inferred, Some("17/20".parse().unwrap()));
    assert!(lineage.explain().render(shequ::kernel::Lang::En).contains("inferred, confidence 17/20"));
    let walk = organisation.crosswalk(day("2018-01-01"), day("2019-01-01"), "households").unwrap();
    assert!(walk.cells.iter().all(|cell| cell.inferred) && walk.cells.len() == 2);
    assert_eq!(walk.table().unwrap().rows(), 2);
    assert_eq!(inferred.table(shequ::kernel::Lang::Zh).unwrap().rows(), inferred.explain().children.len());
    assert_eq!(start.sightings(day("2018-01-01"), None).len(), 2);
    let diff = organisation.diff(day("2018-01-01"), day("2019-01-01"));
    assert!(diff.explain().adds_up() && diff.table(shequ::kernel::Lang::En).unwrap().rows() == 3);
    assert!(diff.units.iter().all(|unit| unit.inferred && unit.events.iter().all(|e| e.inferred.is_some())));
}

#[test]
fn names_that_compete_share_the_confidence() {
    let list = |codes: &[&str]| {
        let units: Vec<Value> = codes.iter().map(|code| json!({"code": code, "name": "新村"})).collect();
        Sightings::parse(&json!({"format": "shequ.sightings/1", "units": units}).to_string()).unwrap()
    };
    let options = InferOptions { at_least: "1/4".parse().unwrap(), ..InferOptions::default() };
    let inferred =
        infer(&list(&["350502001001", "350502002001"]), &list(&["350502003001", "350502004001"]), &options).unwrap();
    let pairs: Vec<_> = inferred
        .matches
        .iter()
        .map(|m| (m.before.as_str(), m.after.as_str(), m.confidence.to_string(), m.rivals))
        .collect();
    assert_eq!(
        pairs,
        [
            ("350502001001", "350502003001", "9/20".to_owned(), 1),
            ("350502002001", "350502004001", "9/20".to_owned(), 1)
        ]
    );
    let error = infer(&list(&[]), &list(&[]), &InferOptions { same_name: 2.into(), ..options }).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("not-a-part", "options.same_name"));
}

#[test]
fn a_remark_is_sealed_into_the_log_and_erased() {
    use shequ::kernel::{Log, Opened, Salt, SealedTexts, canonical};
    let document = json!({"format": "shequ.organisation/1", "title": "T", "units": base()["units"], "events": [
        {"rename": {"unit": "a", "name": "x", "day": "2011-01-01", "recorded": "2011-02-01"}}]});
    let organisation = Organisation::parse(&document.to_string()).unwrap();
    let event = Event::from(organisation.entries().next().unwrap().clone());
    let (mut log, mut texts) = (Log::new("l".parse().unwrap()), SealedTexts::default());
    let entry = event.entry("post-1".parse().unwrap(), day("2011-01-01")).unwrap();
    let salt = Salt::new(b"sixteen bytes and more").unwrap();
    log.append(entry.sealing("remark".parse().unwrap(), "某某提议", salt), &mut texts).unwrap();
    assert!(!canonical(&log).unwrap().contains("某某"));
    assert_eq!(log.read(0, "remark", &texts).unwrap(), Opened::Text("某某提议"));
    texts.erase(0);
    assert_eq!(log.read(0, "remark", &texts).unwrap(), Opened::Erased);
    assert!(organisation.check_log(&log, None).unwrap().intact);
}

#[test]
fn an_event_in_a_time_without_a_parent_lasts_until_there_is_one_again() {
    let units = json!([
        {"key": "d", "kind": "district", "name": "区"},
        {"key": "t", "kind": "town", "name": "镇", "parent": "d"},
        {"key": "v", "kind": "village", "name": "村", "parents": [
            {"unit": "d", "until": "2001-01-01"}, {"unit": "d", "from": "2003-01-01"}]}]);
    let parsed = Organisation::parse(&document(json!({"units": units})).to_string()).unwrap();
    let moved = |parent: Value| {
        let reparent = json!({"reparent": {"unit": "v", "parent": parent, "day": "2002-01-01"}});
        parsed.apply(&event(reparent)).unwrap()
    };
    let parent = |organisation: &Organisation, on: &str| {
        let snapshot = organisation.at(day(on));
        snapshot.unit("v").unwrap().parent().map(|unit| unit.key().to_owned())
    };
    let days = ["2000-12-31", "2001-12-31", "2002-01-01", "2002-12-31", "2003-01-01"];
    let in_town = moved("t".into());
    assert_eq!(days.map(|on| parent(&in_town, on)).map(Option::unwrap_or_default), ["d", "", "t", "t", "d"]);
    let alone = moved(Value::Null);
    assert_eq!(days.map(|on| parent(&alone, on)).map(Option::unwrap_or_default), ["d", "", "", "", "d"]);
}
