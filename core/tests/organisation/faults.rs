//! What cannot be is an error of the document, with its code and its place.

use serde_json::{Value, json};

use super::faults_of;

fn with(parts: Value) -> Value {
    let mut all = json!({"units": [
        {"key": "s", "kind": "sub-district", "name": "街道"},
        {"key": "c", "kind": "community", "name": "社区", "parent": "s"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}],
        "posts": [{"key": "p", "unit": "r", "title": "委员"}],
        "holders": [{"key": "h"}]});
    for (key, value) in parts.as_object().unwrap() {
        match (&mut all[key], value) {
            (Value::Array(there), Value::Array(more)) => there.extend(more.iter().cloned()),
            (place, value) => *place = value.clone(),
        }
    }
    all
}

fn one(parts: Value, code: &str, path: &str) {
    assert_eq!(faults_of(with(parts.clone())), [(code.to_owned(), format!("organisation.{path}"))], "{parts}");
}

#[test]
fn units() {
    one(json!({"units": [{"key": "c", "kind": "community", "name": "x"}]}), "duplicate-key", "units[3].key");
    one(json!({"units": [{"key": "x", "kind": "commune", "name": "x"}]}), "unknown-kind", "units[3].kind");
    one(json!({"units": [{"key": "x", "name": "x"}]}), "fact-missing", "units[3]");
    one(json!({"units": [{"key": "x", "kind": "grid"}]}), "fact-missing", "units[3]");
    one(
        json!({"units": [{"key": "x", "kind": "grid", "name": "x", "names": [{"name": "y"}]}]}),
        "two-forms",
        "units[3].name",
    );
    one(
        json!({"units": [{"key": "x", "kind": "grid", "name": "x", "parent": "zz"}]}),
        "unknown-unit",
        "units[3].parent",
    );
    one(
        json!({"units": [{"key": "x", "kind": "grid", "name": "x", "from": "2004-01-01", "until": "2004-01-01"}]}),
        "period-reversed",
        "units[3]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "grid", "names": [{"name": "a", "until": "2004-01-02"}, {"name": "b", "from": "2004-01-01"}]}]}),
        "facts-overlap",
        "units[3]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "grid", "name": "x", "parents": [{"unit": "s", "from": "2001-01-01"}, {"unit": "c", "from": "2003-01-01"}]}]}),
        "facts-overlap",
        "units[3]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "grid", "name": "x", "code": "1"}, {"key": "y", "kind": "grid", "name": "y", "code": "1"}]}),
        "code-shared",
        "units[4]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "sub-district", "name": "x", "from": "2004-01-01"},
            {"key": "y", "kind": "community", "name": "y", "parent": "x", "from": "2003-01-01"}]}),
        "parent-not-there",
        "units[4]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "sub-district", "name": "x", "until": "2004-01-01"},
            {"key": "y", "kind": "community", "name": "y", "parents": [{"unit": "x", "until": "2005-01-01"}, {"unit": "s", "from": "2005-01-01"}]}]}),
        "parent-not-there",
        "units[4]",
    );
}

#[test]
fn bounds_that_leave_it_open_are_no_fault() {
    super::load(with(json!({"units": [
        {"key": "x", "kind": "sub-district", "name": "x", "until": "2004"},
        {"key": "y", "kind": "community", "code": "7", "names": [{"name": "a", "until": "2004"}, {"name": "b", "from": "2004"}],
            "parents": [{"unit": "x", "until": "2004"}, {"unit": "s", "from": "2004"}], "until": "2010"},
        {"key": "z", "kind": "community", "name": "z", "code": "7", "from": "2010"}]})));
}

#[test]
fn circles_of_parents_name_the_days_on_which_they_meet() {
    let circle = json!({"units": [
        {"key": "x", "kind": "grid", "name": "x", "parents": [{"unit": "y", "from": "2001-01-01", "until": "2005-01-01"}]},
        {"key": "y", "kind": "grid", "name": "y", "parents": [{"unit": "z", "from": "2003-01-01"}]},
        {"key": "z", "kind": "grid", "name": "z", "parents": [{"unit": "x", "from": "2002-01-01", "until": "2004-01-01"}]}]});
    let error = shequ::kernel::Document::parse(&super::document(with(circle)).to_string())
        .map(|_: shequ::organisation::Organisation| ())
        .unwrap_err();
    assert_eq!(error.first().code(), "parent-cycle");
    assert_eq!(error.count(), 1);
    assert!(
        error.to_string().contains("`x`, `y`, `z` lie within each other on the days [2003-01-01, 2004-01-01)"),
        "{error}"
    );
    one(json!({"units": [{"key": "x", "kind": "grid", "name": "x", "parent": "x"}]}), "parent-cycle", "units[3]");
    // The same arcs at times that do not meet.
    super::load(with(json!({"units": [
        {"key": "x", "kind": "grid", "name": "x", "parents": [{"unit": "y", "until": "2003-01-01"}]},
        {"key": "y", "kind": "grid", "name": "y", "parents": [{"unit": "x", "from": "2003-01-01"}]}]})));
}

#[test]
fn relations_posts_and_holdings() {
    one(
        json!({"relations": [{"kind": "owns", "source": "s", "target": "c"}]}),
        "unknown-relation",
        "relations[0].kind",
    );
    one(
        json!({"relations": [{"kind": "leads", "source": "s", "target": "zz"}]}),
        "unknown-unit",
        "relations[0].target",
    );
    one(json!({"relations": [{"kind": "leads", "source": "s", "target": "s"}]}), "relation-to-itself", "relations[0]");
    one(json!({"posts": [{"key": "p", "unit": "r", "title": "x"}]}), "duplicate-key", "posts[1].key");
    one(json!({"posts": [{"key": "q", "unit": "zz", "title": "x"}]}), "unknown-unit", "posts[1].unit");
    one(
        json!({"posts": [{"key": "q", "unit": "r", "title": "x", "capacity": 0}]}),
        "capacity-zero",
        "posts[1].capacity",
    );
    one(
        json!({"posts": [{"key": "q", "unit": "r", "title": "x", "term_years": 0}]}),
        "term-zero",
        "posts[1].term_years",
    );
    one(json!({"holders": [{"key": "i", "born": "1980-05-01"}]}), "birth-too-exact", "holders[1].born");
    one(json!({"holders": [{"key": "i", "name": "x"}]}), "unknown-field", "holders[1].name");
    one(json!({"holders": [{"key": "i", "schooling": "doctor"}]}), "unknown-choice", "holders[1].schooling");
    one(json!({"holdings": [{"post": "zz", "holder": "h"}]}), "unknown-post", "holdings[0].post");
    one(json!({"holdings": [{"post": "p", "holder": "zz"}]}), "unknown-holder", "holdings[0].holder");
    one(
        json!({"holdings": [{"post": "p", "holder": "h", "from": "2004-01-01", "until": "2003-01-01"}]}),
        "period-reversed",
        "holdings[0]",
    );
    one(
        json!({"holdings": [{"post": "p", "holder": "h", "from": "2004-01-01"}, {"post": "p", "holder": "h", "from": "2001-01-01", "until": "2004-01-02"}]}),
        "holding-overlaps",
        "holdings[0]",
    );
}

#[test]
fn numbers_agreements_and_statements() {
    one(
        json!({"indicators": [{"unit": "c", "measure": "houses", "value": 3}]}),
        "unknown-measure",
        "indicators[0].measure",
    );
    one(
        json!({"indicators": [{"unit": "c", "measure": "households", "value": -3}]}),
        "not-a-count",
        "indicators[0].value",
    );
    one(
        json!({"indicators": [{"unit": "c", "measure": "households", "value": 3.5}]}),
        "float-refused",
        "indicators[0].value",
    );
    one(
        json!({"agreements": [{"key": "a", "kind": "triple-pairing", "parties": ["s", "c"]}]}),
        "wrong-party-count",
        "agreements[0].parties",
    );
    one(
        json!({"agreements": [{"key": "a", "kind": "pairing", "parties": ["s", "s"]}]}),
        "listed-twice",
        "agreements[0].parties[1]",
    );
    one(
        json!({"agreements": [{"key": "a", "kind": "marriage", "parties": []}]}),
        "unknown-agreement",
        "agreements[0].kind",
    );
    one(
        json!({"statements": [{"label": "x", "measure": "mean-age", "change": 1, "unit": "points"}]}),
        "unknown-unit-of-measure",
        "statements[0].unit",
    );
    one(
        json!({"statements": [{"label": "x", "measure": "mean-age", "unit": "years"}]}),
        "statement-empty",
        "statements[0]",
    );
    one(
        json!({"kinds": [{"key": "community", "label": "x", "level": 5, "role": "community"}]}),
        "duplicate-key",
        "kinds[0].key",
    );
}

#[test]
fn one_value_of_a_measure_for_a_day() {
    one(
        json!({"indicators": [{"unit": "c", "measure": "households", "value": 3, "from": "2004"},
            {"unit": "c", "measure": "households", "value": 4, "from": "2004"}]}),
        "listed-twice",
        "indicators[1]",
    );
}

#[test]
fn units_are_found_by_key_code_or_name_and_never_guessed() {
    let organisation = super::load(with(json!({"units": [
        {"key": "x", "kind": "grid", "name": {"zh": "网格", "en": "Grid"}, "code": "77"}, {"key": "y", "kind": "grid", "name": "社区"}]})));
    let day = organisation.at(super::day("2024-01-01"));
    let find = |words: &str| day.find(words).map(|u| u.key().to_owned()).map_err(|e| e.first().code());
    assert_eq!([find("x"), find("77"), find("Grid"), find("网格")], ["x", "x", "x", "x"].map(|k| Ok(k.to_owned())));
    assert_eq!(find("社区"), Err("name-ambiguous"));
    assert_eq!(find("zz"), Err("unknown-unit"));
}

#[test]
fn every_fault_is_reported_and_a_faulty_event_makes_no_further_ones() {
    let found = faults_of(with(json!({
        "units": [{"key": "x", "kind": "commune", "name": "x"}, {"key": "y", "kind": "grid", "name": "y", "parent": "x"}],
        "events": [{"found": {"unit": "n", "kind": "comunity", "name": "n", "day": "2004-01-01"}}],
        "relations": [{"kind": "leads", "source": "n", "target": "c"}, {"kind": "lead", "source": "zz", "target": "c"}],
        "posts": [{"key": "q", "unit": "n", "title": "x"}]})));
    let expected = [
        ("unknown-kind", "organisation.units[3].kind"),
        ("unknown-kind", "organisation.events[0].found.kind"),
        ("unknown-relation", "organisation.relations[1].kind"),
        ("unknown-unit", "organisation.relations[1].source"),
    ];
    assert_eq!(found, expected.map(|(code, path)| (code.to_owned(), path.to_owned())));
}

#[test]
fn relations_that_mean_nothing() {
    let between = |kind: &str, more: Value| {
        let mut row = json!({"kind": kind, "source": "s", "target": "c"});
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"relations": [row]})
    };
    one(between("part-of", json!({})), "relation-elsewhere", "relations[0].kind");
    one(between("paired", json!({})), "relation-elsewhere", "relations[0].kind");
    one(between("leads", json!({"aspect": "人事"})), "aspect-unexpected", "relations[0].aspect");
    one(between("leads", json!({"primary": true})), "aspect-unexpected", "relations[0].primary");
    let twice = json!({"relations": [{"kind": "leads", "source": "s", "target": "c", "until": "2004-01-02"},
        {"kind": "leads", "source": "s", "target": "c", "from": "2004-01-01"}]});
    one(twice, "relation-twice", "relations[1]");
    // Each firm lies in the other: no place has room for that, and its days are named.
    let circle = json!({"relations": [{"kind": "located-in", "source": "r", "target": "c", "from": "2003-01-01"},
        {"kind": "located-in", "source": "c", "target": "r", "until": "2004-01-01"}]});
    one(circle, "relation-circle", "relations[1]");
    let apart = json!({"relations": [{"kind": "located-in", "source": "r", "target": "c", "from": "2004-01-01"},
        {"kind": "located-in", "source": "c", "target": "r", "until": "2004-01-01"}]});
    super::load(with(apart));
    // What the law forbids is read, and found: leading in a circle, leading and guiding at once.
    super::load(with(json!({"relations": [{"kind": "leads", "source": "s", "target": "c"},
        {"kind": "leads", "source": "c", "target": "s"}, {"kind": "guides", "source": "s", "target": "c"},
        {"kind": "dual-leads", "source": "s", "target": "c", "aspect": "业务", "primary": true},
        {"kind": "dual-leads", "source": "s", "target": "c", "aspect": "人事"}]})));
}

#[test]
fn kinds_of_relations_of_ones_own() {
    let kind = |more: Value| {
        let mut row = json!({"key": "advises", "label": "顾问", "line": "dotted"});
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({"relation_kinds": [row], "relations": [{"kind": "advises", "source": "s", "target": "c"}]})
    };
    let own = super::load(with(kind(json!({"most": 2, "forbids": ["leads"], "source_kinds": ["sub-district"]}))));
    let row = own.catalogue().relation("advises").unwrap();
    assert_eq!((row.most, row.forbids.len(), row.sources.kinds.len()), (Some(2), 1, 1));
    let twice = json!({"relation_kinds": [{"key": "leads", "label": "领导", "line": "thick"}]});
    one(twice, "duplicate-key", "relation_kinds[0].key");
    one(kind(json!({"most": 0})), "most-zero", "relation_kinds[0].most");
    one(kind(json!({"forbids": ["ruins"]})), "unknown-relation", "relation_kinds[0].forbids[0]");
    one(kind(json!({"target_kinds": ["commune"]})), "unknown-kind", "relation_kinds[0].target_kinds[0]");
}

#[test]
fn statuses_charters_sessions_and_reserves() {
    let status = |status: &str, from: &str, deadline: Value| json!({"unit": "c", "status": status, "from": from, "deadline": deadline});
    one(json!({"statuses": [status("asleep", "2003", Value::Null)]}), "unknown-status", "statuses[0].status");
    one(
        json!({"statuses": [status("ad-hoc", "2003-01-01", "2003-01-01".into())]}),
        "deadline-too-early",
        "statuses[0].deadline",
    );
    one(
        json!({"statuses": [status("ad-hoc", "2003-01-01", Value::Null), status("ad-hoc", "2004-01-01", Value::Null)]}),
        "conduct-overlaps",
        "statuses[1]",
    );
    one(
        json!({"charters": [{"unit": "c", "title": "章程"}, {"unit": "c", "title": "新章程", "from": "2004-01-01"}]}),
        "conduct-overlaps",
        "charters[1]",
    );
    one(
        json!({"units": [{"key": "x", "kind": "joint-conference", "name": "联席会", "from": "2004-01-01"}],
            "sessions": [{"unit": "x", "day": "2003-12-31"}]}),
        "session-not-there",
        "sessions[0].day",
    );
    one(json!({"sessions": [{"unit": "zz", "day": "2003-12-31"}]}), "unknown-unit", "sessions[0].unit");
    one(json!({"reserves": [{"post": "p", "holder": "zz"}]}), "unknown-holder", "reserves[0].holder");
    one(json!({"reserves": [{"post": "zz", "holder": "h"}]}), "unknown-post", "reserves[0].post");
}
