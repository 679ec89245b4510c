//! Popolo in and out: what comes back is the document without exactly what the losses name.

use std::path::Path;

use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Document, Lang, Limits, Syntax};
use shequ::organisation::{Loss, LossReason, Organisation};

use super::histories::{text, units};
use super::law;

/// A path as steps: fields and positions.
fn steps(path: &str) -> Vec<Result<String, usize>> {
    let mut out = Vec::new();
    for part in path.split(&['.', '['][..]).filter(|part| !part.is_empty()) {
        let part = part.trim_end_matches(']');
        match part.trim_matches('"') {
            quoted if quoted.len() != part.len() => out.push(Ok(quoted.to_owned())),
            _ => out.push(part.parse().map_or_else(|_| Ok(part.to_owned()), Err)),
        }
    }
    out
}

fn sweep(value: &mut Value, gone: &Value) {
    match value {
        Value::Array(items) => {
            items.retain(|item| item != gone);
            for item in items {
                sweep(item, gone);
            }
        }
        Value::Object(fields) => {
            fields.retain(|_, field| field != gone);
            for field in fields.values_mut() {
                sweep(field, gone);
            }
        }
        _ => {}
    }
}

/// The document without what stands at the paths; a path that leads nowhere fails.
fn without(mut document: Value, losses: &[Loss]) -> Value {
    let gone = json!("\u{0}gone");
    for loss in losses {
        let mut at = &mut document;
        for step in steps(&loss.path) {
            let next = match &step {
                Ok(field) => at.get_mut(field),
                Err(index) => at.get_mut(index),
            };
            at = next.unwrap_or_else(|| panic!("{} leads nowhere at {step:?}", loss.path));
        }
        *at = gone.clone();
    }
    sweep(&mut document, &gone);
    document
}

/// Names stand in the order of their days and codes in that of their schemes, whatever the order they came in.
fn in_order(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => {
            for (key, field) in fields.iter_mut() {
                *field = in_order(field.take());
                if let (true, Value::Array(items)) = (["identifiers", "other_names"].contains(&key.as_str()), field) {
                    items.sort_by_key(ToString::to_string);
                }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| *item = in_order(item.take())),
        _ => {}
    }
    value
}

fn plain(value: &impl serde::Serialize) -> Value {
    serde_json::to_value(value).unwrap()
}

fn read(document: &Value) -> shequ::kernel::Result<shequ::organisation::Imported> {
    Organisation::from_popolo(&Syntax::Json.parse(&document.to_string(), Limits::default()).unwrap())
}

fn paths(losses: &[Loss]) -> Vec<&str> {
    losses.iter().map(|loss| loss.path.as_str()).collect()
}

#[test]
fn the_eighteen_classes_come_back_without_exactly_what_is_lost() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/popolo");
    let mut seen = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let document: Value = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let imported = read(&document).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let back = imported.organisation.to_popolo(Lang::En).unwrap();
        assert_eq!(back.losses, [], "{}", path.display());
        let expected = in_order(without(document, &imported.losses));
        assert_eq!(in_order(plain(&back.document)), expected, "{}: {:#?}", path.display(), imported.losses);
        // And the document that is left loses nothing more.
        let again = read(&expected).unwrap();
        assert_eq!((again.losses, again.organisation.document()), (vec![], imported.organisation.document()));
        seen += 1;
    }
    assert_eq!(seen, 18);
}

#[test]
fn what_has_no_place_comes_back_wholly_and_persons_only_by_their_ids() {
    let file = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/data/popolo/{name}.json"));
        serde_json::from_str::<Value>(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    for (name, list) in [
        ("motion", "motions"),
        ("vote", "votes"),
        ("vote_event", "vote_events"),
        ("speech", "speeches"),
        ("count", "counts"),
    ] {
        let read = read(&file(name)).unwrap();
        assert_eq!(read.losses, [Loss { path: list.into(), reason: LossReason::NoPlace }], "{name}");
        assert!(read.organisation.is_empty());
    }
    for name in ["person", "name-component", "embedding-person"] {
        let document = file(name);
        let read = read(&document).unwrap();
        let mut expected: Vec<String> = document["persons"][0].as_object().unwrap().keys().cloned().collect();
        expected.retain(|key| key != "id");
        expected.sort();
        let mut lost = paths(&read.losses);
        lost.sort_unstable();
        let expected: Vec<String> = expected.iter().map(|key| format!("persons[0].{key}")).collect();
        assert_eq!(lost, expected, "{name}");
        let written = read.organisation.document().json().unwrap();
        assert!(!written.contains("Example") && !written.contains("N."), "{written}");
    }
    let members = read(&file("membership")).unwrap();
    let reasons: Vec<_> = members.losses.iter().map(|loss| (loss.path.as_str(), loss.reason)).collect();
    assert!(reasons.contains(&("memberships[2]", LossReason::Personal)), "{reasons:?}");
    assert!(reasons.contains(&("memberships[3]", LossReason::Contradicts)), "{reasons:?}");
    let embedded = read(&file("embedding-organization")).unwrap();
    assert!(embedded.losses.iter().all(|loss| loss.reason == LossReason::Embedded), "{:?}", embedded.losses);
}

/// An organisation comes back from Popolo without exactly what was lost on the way there.
fn comes_back(organisation: &Organisation, lang: Lang) -> Result<(), TestCaseError> {
    let exported = organisation.to_popolo(lang).unwrap();
    let back = read(&plain(&exported.document)).map_err(|e| TestCaseError::fail(e.to_string()))?;
    let news = back.losses.iter().all(|loss| loss.path == "events");
    prop_assert!(news, "{:?}", back.losses);
    let own: Vec<Loss> = exported.losses.iter().filter(|l| l.reason != LossReason::WorkedIn).cloned().collect();
    let mut left = without(plain(&organisation.settled()), &own);
    // Popolo keeps areas and organisations apart: areas come back first. Where organisations lie stands with them.
    let order: Vec<Value> = left["units"].as_array().cloned().unwrap_or_default();
    let is_area = |unit: &Value| unit.to_string().contains("\"area:");
    if let Some(units) = left.get_mut("units").and_then(Value::as_array_mut) {
        units.sort_by_key(|unit| !is_area(unit));
    }
    if let Some(relations) = left.get_mut("relations").and_then(Value::as_array_mut) {
        relations.sort_by_key(|relation| order.iter().position(|unit| unit["key"] == relation["source"]));
    }
    let left =
        Organisation::parse(&left.to_string()).map_err(|e| TestCaseError::fail(format!("{e}\n{left}\n{own:#?}")))?;
    let (got, expected) = (back.organisation.document().json().unwrap(), left.document().json().unwrap());
    prop_assert_eq!(got, expected, "{:#?}", exported.losses);
    Ok(())
}

#[test]
fn our_own_come_back_without_exactly_what_is_lost() {
    let full = Organisation::parse(include_str!("../data/organisation.json")).unwrap();
    let year = include_str!("../../../tests/bad/base/organisation.json");
    let year = Organisation::parse(year).unwrap();
    for organisation in [full, year] {
        for lang in [Lang::Zh, Lang::En] {
            comes_back(&organisation, lang).unwrap();
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/licheng");
    for path in super::documents::files(&root) {
        if let Ok(organisation) = Organisation::parse(&std::fs::read_to_string(&path).unwrap()) {
            comes_back(&organisation, Lang::Zh).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        }
    }
}

/// Rows of a fact one after the other, with and without days that Popolo has a form for.
fn rows(values: Vec<&'static str>, key: &'static str) -> impl Strategy<Value = Value> {
    let ends = prop_oneof![Just("%-01-01"), Just("%"), Just("%-05"), Just("%-03-01..%-11-30")];
    let value = prop::sample::select(values);
    (prop::collection::vec((value, ends), 1..4), any::<bool>(), any::<bool>()).prop_map(move |(drawn, since, ends)| {
        let day = |i: usize, form: &str| json!(form.replace('%', &format!("{}", 2000 + 5 * i)));
        let last = drawn.len() - 1;
        let row = |(i, (value, _)): (usize, &(&str, &str))| {
            let mut row = json!({key: value});
            if i > 0 || since {
                row["from"] = day(i, drawn[i].1);
            }
            if i < last || ends {
                row["until"] = day(i + 1, drawn.get(i + 1).map_or("%", |d| d.1));
            }
            row
        };
        drawn.iter().enumerate().map(row).collect()
    })
}

#[test]
fn any_organisation_comes_back_without_exactly_what_is_lost() {
    let unit = (
        rows(vec!["association", "firm", "own", "area:ward"], "kind"),
        rows(vec!["甲", "乙", "丙"], "name"),
        prop::option::of(rows(vec!["1", "2", "3"], "code")),
        prop::option::of(rows(vec!["u0", "u1", "u2"], "unit")),
        prop::option::of(prop::sample::select(vec!["1999", "1999-06-01", "1998-01-01..1999-02-02"])),
        prop::option::of(prop::sample::select(vec!["2030", "2030-06-01", "2029-01-01..2031-02-02"])),
        prop::collection::vec((0..3_u8, prop::option::of(2010..2020_u16), any::<bool>()), 0..3),
        prop::option::of(0..4_u8),
    );
    law(prop::collection::vec(unit, 1..5), |drawn| {
        let (mut units, mut posts, mut holdings, mut relations) = (vec![], vec![], vec![], vec![]);
        for (i, (kinds, names, codes, parents, from, until, held, located)) in drawn.into_iter().enumerate() {
            let codes: Option<Value> = codes.map(|rows| {
                rows.as_array()
                    .unwrap()
                    .iter()
                    .map(|row| {
                        let mut row = row.clone();
                        row["code"] = json!(format!("{i}-{}", row["code"].as_str().unwrap()));
                        row
                    })
                    .collect()
            });
            let key = format!("u{i}");
            units.push(json!({"key": key, "kinds": kinds, "names": names, "codes": codes.unwrap_or(json!([])), "parents": parents.unwrap_or(json!([])), "from": from, "until": until}));
            posts.push(
                json!({"key": format!("p{i}"), "unit": key, "title": {"zh": "主任", "en": "head"}, "capacity": i + 1}),
            );
            for (holder, from, vague) in held {
                let from = from.map(|y| if vague { format!("{y}-03-01..{y}-04-05") } else { format!("{y}") });
                holdings.push(json!({"post": format!("p{i}"), "holder": format!("h{holder}"), "from": from}));
            }
            relations.extend(located.map(|n| json!({"kind": "located-in", "source": key, "target": format!("u{n}")})));
        }
        let parts = json!({
            "kinds": [{"key": "own", "label": "自", "level": 4, "role": "firm".replace("firm", "located")}, {"key": "area:ward", "role": "area"}, {"key": "unused"}],
            "units": units, "posts": posts, "holdings": holdings, "relations": relations,
            "holders": [{"key": "h0", "born": "1980"}, {"key": "h1"}, {"key": "h2"}]});
        let Ok(organisation) = Organisation::parse(&super::document(parts).to_string()) else { return Ok(()) };
        comes_back(&organisation, Lang::Zh)
    });
    law(units(7), |units| match Organisation::parse(&text(&units, json!([]))) {
        Ok(organisation) => comes_back(&organisation, Lang::Zh),
        Err(_) => Ok(()),
    });
}

#[test]
fn days_and_parents_are_carried_over() {
    let document = json!({"organizations": [
        {"id": "h", "name": "Hall", "classification": "town-government"},
        {"id": "o", "name": "New", "other_names": [{"name": "Old", "end_date": "2001-05"}], "parent_id": "h", "founding_date": "1990", "dissolution_date": "2010-01-01"}],
        "posts": [{"id": "p", "label": "Head", "organization_id": "o"}],
        "persons": [{"id": "x"}],
        "memberships": [{"person_id": "x", "organization_id": "o", "post_id": "p", "start_date": "2003-02-01"}]});
    let read = read(&document).unwrap();
    assert_eq!(read.losses, []);
    let day = read.organisation.at("2001-04-30".parse().unwrap());
    assert_eq!(day.unit("o").unwrap().path_text(Lang::En), "Hall > Old");
    let day = read.organisation.at("2009-12-31".parse().unwrap());
    assert_eq!(day.unit("o").unwrap().path_text(Lang::En), "Hall > New");
    assert_eq!(day.posts()[0].holders[0].holder, "x");
    assert!(read.organisation.at("2010-01-01".parse().unwrap()).unit("o").is_err());
}

#[test]
fn events_are_told_as_news_and_worked_into_the_facts() {
    let organisation = Organisation::parse(include_str!("../data/organisation.json")).unwrap();
    let exported = organisation.to_popolo(Lang::Zh).unwrap();
    let document = plain(&exported.document);
    assert_eq!(
        document["events"][1],
        json!({"id": "change-2", "name": "rename", "description": "区政〔2002〕2号", "start_date": "2002-05", "classification": "change of units"})
    );
    assert!(exported.losses.contains(&Loss { path: "events".into(), reason: LossReason::WorkedIn }));
    let c1 = document["organizations"].as_array().unwrap().iter().find(|o| o["id"] == "c1").unwrap().clone();
    assert_eq!((c1["name"].clone(), c1["founding_date"].clone()), (json!("社区 01"), json!("2003-07-01")));
}

#[test]
fn faults_name_their_place() {
    let faults = |document: Value| -> Vec<(String, String)> {
        let error = read(&document).expect_err("it has faults");
        error.faults().map(|f| (f.code().to_owned(), f.path().to_owned())).collect()
    };
    let one = |code: &str, path: &str| vec![(code.to_owned(), path.to_owned())];
    let organizations = |list: Value| json!({"organizations": list});
    assert_eq!(
        faults(organizations(json!([
            {"id": "a", "name": "A", "parent_id": "c"}, {"id": "b", "name": "B", "parent_id": "a"}, {"id": "c", "name": "C", "parent_id": "b"}]))),
        one("parent-cycle", "popolo.organizations[0]")
    );
    assert_eq!(
        faults(json!({"areas": [{"id": "z", "name": "Z"}, {"id": "a", "name": "A", "parent_id": "a"}]})),
        one("parent-cycle", "popolo.areas[1]")
    );
    let dated = |from: &str, until: &str| {
        organizations(json!([{"id": "a", "name": "A", "founding_date": from, "dissolution_date": until}]))
    };
    assert_eq!(faults(dated("2010-02-30", "2011")), one("not-a-day", "popolo.organizations[0].founding_date"));
    assert_eq!(faults(dated("2010", "2009")), one("period-reversed", "popolo.organizations[0].dissolution_date"));
    assert_eq!(
        faults(dated("2010-01-01..2010-02-02", "2011")),
        one("not-a-day", "popolo.organizations[0].founding_date")
    );
    assert_eq!(
        faults(organizations(
            json!([{"id": "a", "name": "A", "other_names": [{"name": "B", "start_date": "2004", "end_date": "2003"}]}])
        )),
        one("period-reversed", "popolo.organizations[0].other_names[0].end_date")
    );
    assert_eq!(
        faults(
            json!({"organizations": [{"id": "a", "name": "A"}], "posts": [{"id": "p", "label": "P", "organization_id": "b"}],
            "persons": [{"id": "x"}],
            "memberships": [{"person_id": "y", "organization_id": "a", "post_id": "q", "start_date": "2010-13"}]})
        ),
        [one("unknown-unit", "popolo.posts[0].organization_id"), one("not-a-day", "popolo.memberships[0].start_date")]
            .concat()
    );
    assert_eq!(
        faults(
            json!({"organizations": [{"id": "a", "name": "A"}], "posts": [{"id": "p", "label": "P", "organization_id": "a"}],
            "persons": [{"id": "x"}], "memberships": [{"person_id": "y", "organization_id": "a", "post_id": "p"}, {"person_id": "x", "organization_id": "a", "post_id": "q"}]})
        ),
        [one("unknown-holder", "popolo.memberships[0]"), one("unknown-post", "popolo.memberships[1]")].concat()
    );
    assert_eq!(
        faults(organizations(
            json!([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}, {"name": "C"}, {"id": 7, "name": "D"}, {"id": "e"}, 3])
        )),
        [
            one("missing-field", "popolo.organizations[2]"),
            one("wrong-kind", "popolo.organizations[3].id"),
            one("missing-field", "popolo.organizations[4]"),
            one("wrong-kind", "popolo.organizations[5]")
        ]
        .concat()
    );
    assert_eq!(
        faults(organizations(json!([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]))),
        one("duplicate-key", "popolo.organizations[1].id")
    );
    assert_eq!(faults(json!([])), one("wrong-kind", "popolo"));
    assert_eq!(faults(json!({"organizations": {}, "posts": 1})), one("wrong-kind", "popolo.posts"));
    let shared = json!([{"id": "a", "name": "A", "identifiers": [{"scheme": "s", "identifier": "1"}]}, {"id": "b", "name": "B", "identifiers": [{"scheme": "s", "identifier": "1"}]}]);
    assert_eq!(faults(organizations(shared)), one("code-shared", "popolo.organizations[1]"));
}
