//! Letters, cascades and indicator sets: what goes through the layers.

use serde_json::{Value, json};
use shequ::evaluation::{Cascade, Letters, SchemeSets};
use shequ::kernel::{Document, Lang, Value as Plain};
use shequ::organisation::Organisation;
use shequ::wire::Table;
use shequ::wire::evaluation::{LetterGapKind, StrayKind};

fn table(rows: Value) -> Table {
    let value: Plain = serde_json::from_value(rows).unwrap();
    Table::of_rows(&value).unwrap()
}

fn found(error: &shequ::kernel::Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

fn organisation() -> Organisation {
    let unit = |key: &str, kind: &str, parent: Value| json!({"key": key, "kind": kind, "name": key, "parent": parent});
    let document = json!({"format": "shequ.organisation/1", "title": "T", "units": [
        unit("d", "district", json!(null)), unit("s1", "sub-district", json!("d")), unit("s2", "sub-district", json!("d")),
        unit("c1", "community", json!("s1")), unit("c2", "community", json!("s1")),
        {"key": "v", "kinds": [{"kind": "village", "until": "2025-07-01"}, {"kind": "community", "from": "2025-07-01"}],
         "name": "v", "parent": "s2"},
    ]});
    Organisation::parse(&document.to_string()).unwrap_or_else(|e| panic!("{e}"))
}

fn letters() -> Value {
    let letter = |key: &str, upper: &str, lower: &str, signed: &str| json!({"key": key, "upper": upper, "lower": lower, "signed": signed});
    let mut ended = letter("4", "s1", "c2", "2024-01-01");
    ended["until"] = json!("2025-01-01");
    json!({"format": "shequ.letters/1", "title": "2025", "letters": [
        letter("1", "d", "s1", "2025-01-10"), letter("2", "s1", "c1", "2025-01-20"), letter("3", "s1", "c1", "2025-02-20"),
        ended, letter("5", "d", "v", "2025-01-20"), letter("6", "d", "s2", "2025-06-20"), letter("7", "c1", "s1", "2025-01-20"),
        letter("8", "d", "gone", "2025-01-20"),
    ]})
}

#[test]
fn no_layer_is_missing_in_an_organisation() {
    let letters = Letters::parse(&letters().to_string()).unwrap();
    let organisation = organisation();
    let none: [&str; 0] = [];
    let report = letters.report_in(&organisation.at("2025-03-01".parse().unwrap()), &none);
    let gaps: Vec<_> = report.gaps.iter().map(|g| (g.unit.as_str(), g.kind, g.letter.as_deref(), g.below)).collect();
    let expected = [
        ("s2", LetterGapKind::NotYetSigned, Some("6"), 1),
        ("c2", LetterGapKind::Ended, Some("4"), 0),
        ("v", LetterGapKind::SkipsLayer, Some("5"), 0),
    ];
    assert_eq!(gaps, expected);
    assert_eq!((report.units, report.signed, report.unbroken), (5, 2, 2));
    let stray: Vec<_> = report.stray.iter().map(|s| (s.letter.as_str(), s.kind)).collect();
    assert_eq!(stray, [("7", StrayKind::NotAbove), ("8", StrayKind::UnknownUnit), ("3", StrayKind::Twice)]);
    assert!(report.explain().render(Lang::En).contains("d > s2 > v: signed over a layer"));
    // Where only districts and communities sign, the sub-districts are no layer.
    let report = letters.report_in(&organisation.at("2025-08-01".parse().unwrap()), &["district", "community"]);
    assert_eq!((report.units, report.signed), (3, 1));
}

#[test]
fn a_list_of_units_is_a_tree_or_refused() {
    let unit = |key: &str, parent: Value| json!({"key": key, "parent": parent});
    let mut document = letters();
    document["units"] = json!([unit("c1", json!("s1")), unit("s1", json!("d")), unit("d", json!(null))]);
    let report = Letters::parse(&document.to_string()).unwrap().report("2025-03-01".parse().unwrap());
    assert_eq!((report.units, report.signed, report.is_complete()), (2, 2, true));
    document["units"] = json!([
        unit("x", json!("c")),
        unit("a", json!("b")),
        unit("b", json!("c")),
        unit("c", json!("a")),
        unit("y", json!("z"))
    ]);
    document["letters"][0]["lower"] = json!("d");
    let error = Letters::parse(&document.to_string()).unwrap_err();
    let expected = [
        ("letters.units[4].parent", "letters-unknown-parent"),
        ("letters.units[3].parent", "letters-cycle"),
        ("letters.letters[0].lower", "letter-with-itself"),
    ];
    assert_eq!(found(&error), expected.map(|(p, c)| (p.to_owned(), c)));
    assert!(error.to_string().contains("c > a > b > c"), "{error}");
}

fn scheme(indicator: Value) -> Value {
    json!({"title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [indicator]}],
        "grades": [{"key": "good", "least": 80}, {"key": "poor"}]})
}

fn cascade(roll_up: Value, street: Value) -> Value {
    json!({"format": "shequ.cascade/1", "title": "T", "stages": [
        {"key": "district", "scheme": scheme(json!({"key": "worst", "points": 100, "rule": "linear", "target": 100, "scale": 2})),
         "roll_ups": [{"column": "worst", "from": "street", "how": "minimum"}]},
        {"key": "street", "scheme": scheme(street), "roll_ups": [roll_up]},
        {"key": "community", "scheme": scheme(json!({"key": "x", "points": 100, "rule": "linear", "target": 100}))},
    ]})
}

fn tables() -> [Table; 3] {
    [
        table(json!([{"unit": "d"}])),
        table(json!([{"unit": "s1"}, {"unit": "s2"}])),
        table(
            json!([{"unit": "c1", "x": 90, "people": 300}, {"unit": "c2", "x": 50, "people": 100}, {"unit": "v", "x": 70, "people": null}]),
        ),
    ]
}

#[test]
fn totals_go_up_layer_by_layer() {
    let organisation = organisation();
    let day = organisation.at("2025-03-01".parse().unwrap());
    let [d, s, c] = tables();
    let linear =
        || json!({"key": "below", "points": 100, "rule": "linear", "target": 100, "scale": 3, "missing": "zero"});
    let run = |roll_up: Value, street: Value| {
        let cascade = Cascade::parse(&cascade(roll_up, street).to_string()).unwrap_or_else(|e| panic!("{e}"));
        let cards = cascade.evaluate_in(&[("community", &c), ("street", &s), ("district", &d)], &day);
        cards.unwrap_or_else(|e| panic!("{e}"))
    };
    let totals = |roll_up: Value, street: Value| {
        let cards = run(roll_up, street);
        let total = |stage: &str, unit: &str| cards.card(stage).unwrap().score(unit).unwrap().total.to_string();
        [total("street", "s1"), total("street", "s2"), total("district", "d")]
    };
    let from = |how: &str| json!({"column": "below", "from": "community", "how": how});
    // The weights must not reach the scheme of the communities, which does not read them.
    let [_, _, plain] = [&d, &s, &c];
    assert!(plain.get("people").is_some());
    let mut weighted = from("weighted");
    weighted["weight"] = json!("people");
    assert_eq!(totals(weighted.clone(), linear()), ["80.00", "0.00", "0.00"]);
    let mut share = from("share");
    share["grade"] = json!("good");
    share["column"] = json!("rate");
    let cards = run_without_weights(&share, &day);
    assert_eq!(cards, [("s1".to_owned(), "1/2".to_owned()), ("s2".to_owned(), "0/1".to_owned())]);
    let text = run(weighted, linear());
    let explanation = text.explain("street", "s1").unwrap();
    assert!(explanation.adds_up());
    let rendered = explanation.render(Lang::En);
    assert!(rendered.contains("weighted mean of the units below: 80") && rendered.contains("c2: 50.00"), "{rendered}");
    assert!(text.explain("district", "d").unwrap().render(Lang::En).contains("least of the units below: 0"));
    assert_eq!(text.digest().unwrap(), text.digest().unwrap());
}

fn run_without_weights(share: &Value, day: &shequ::organisation::Snapshot<'_>) -> [(String, String); 2] {
    let rate = json!({"key": "rate", "points": 100, "rule": "rate"});
    let cascade = Cascade::parse(&cascade(share.clone(), rate).to_string()).unwrap_or_else(|e| panic!("{e}"));
    let [d, s, _] = tables();
    let c = table(json!([{"unit": "c1", "x": 90}, {"unit": "c2", "x": 50}, {"unit": "v", "x": 70}]));
    let cards = cascade.evaluate_in(&[("community", &c), ("street", &s), ("district", &d)], day).unwrap();
    let mut rolled = cards.rolled().iter().filter(|r| r.stage == "street");
    [(); 2].map(|()| {
        let rolled = rolled.next().unwrap();
        (rolled.unit.clone(), rolled.value.clone().unwrap())
    })
}

#[test]
fn a_circle_of_stages_or_of_units_is_refused() {
    let linear = json!({"key": "below", "points": 100, "rule": "linear", "target": 100, "scale": 2});
    let mut document = cascade(json!({"column": "below", "from": "community", "how": "mean"}), linear);
    document["units"] = json!([{"key": "s1", "parent": "d"}, {"key": "d"}, {"key": "c1", "parent": "s1"}]);
    assert!(Cascade::parse(&document.to_string()).is_ok());
    let mut circle = document.clone();
    circle["stages"][1]["roll_ups"][0]["from"] = json!("district");
    let error = Cascade::parse(&circle.to_string()).unwrap_err();
    assert_eq!(found(&error), one("cascade.stages[0].roll_ups", "cascade-cycle"));
    assert!(error.to_string().contains("district > street > district"), "{error}");
    circle["stages"][1]["roll_ups"][0]["from"] = json!("street");
    assert_eq!(Cascade::parse(&circle.to_string()).unwrap_err().first().code(), "cascade-cycle");
    document["units"][1]["parent"] = json!("c1");
    assert_eq!(Cascade::parse(&document.to_string()).unwrap_err().first().code(), "cascade-cycle");
    document["units"][1]["parent"] = json!("x");
    document["stages"][1]["roll_ups"] = json!([
        {"column": "below", "from": "nowhere", "how": "share", "weight": "w"}, {"column": "other", "from": "community", "how": "mean"}]);
    let error = Cascade::parse(&document.to_string()).unwrap_err();
    let expected = [
        ("cascade.stages[1].roll_ups[0].from", "unknown-stage"),
        ("cascade.stages[1].roll_ups[0].weight", "cascade-field-not-used"),
        ("cascade.stages[1].roll_ups[0]", "cascade-field-missing"),
        ("cascade.stages[1].roll_ups[1].column", "cascade-not-a-column"),
        ("cascade.units[1].parent", "cascade-unknown-parent"),
    ];
    assert_eq!(found(&error), expected.map(|(p, c)| (p.to_owned(), c)));
}

#[test]
fn tables_of_a_cascade_are_checked() {
    let linear = json!({"key": "below", "points": 100, "rule": "linear", "target": 100, "scale": 2});
    let document = cascade(json!({"column": "below", "from": "community", "how": "mean"}), linear);
    let cascade = Cascade::parse(&document.to_string()).unwrap();
    let [d, _, c] = tables();
    let given = table(json!([{"unit": "s1", "below": 3}]));
    let error = cascade.evaluate(&[("community", &c), ("street", &given)]).unwrap_err();
    assert_eq!(
        found(&error),
        [(String::new(), "cascade-table-missing"), ("street".to_owned(), "cascade-column-given")]
    );
    let s = table(json!([{"unit": "s1"}]));
    let error = cascade.evaluate(&[("community", &c), ("street", &s), ("district", &d)]).unwrap_err();
    assert_eq!(found(&error), one("community", "unknown-column"));
}

fn sets() -> Value {
    let set = |key: &str, indicator: &str| {
        json!({"key": key, "kinds": [key], "scheme": {"title": key, "subject": "unit", "groups": [
            {"key": "g", "indicators": [{"key": indicator, "points": 100, "rule": "linear", "target": 10}]}]}})
    };
    json!({"format": "shequ.scheme-sets/1", "title": "T", "sets": [set("village", "income"), set("community", "visits")]})
}

#[test]
fn a_converted_unit_is_evaluated_by_its_new_set() {
    let sets = SchemeSets::parse(&sets().to_string()).unwrap();
    let organisation = organisation();
    let rows = table(json!([{"unit": "c1", "income": null, "visits": 5}, {"unit": "v", "income": 4, "visits": 8}]));
    let at = |day: &str| {
        let cards = sets.evaluate_in(&rows, &organisation.at(day.parse().unwrap())).unwrap();
        let score = cards.score("v").unwrap();
        let unread: Vec<String> =
            cards.unread().iter().map(|u| format!("{} {} {}", u.set, u.column, u.units)).collect();
        (score.set, score.score.total.to_string(), unread)
    };
    assert_eq!(at("2025-06-30"), ("village".into(), "40.00".into(), vec!["village visits 1".into()]));
    assert_eq!(at("2025-07-01"), ("community".into(), "80.00".into(), vec!["community income 1".into()]));
    let cards = sets.evaluate_in(&rows, &organisation.at("2025-07-01".parse().unwrap())).unwrap();
    assert!(cards.explain("v").unwrap().render(Lang::En).contains("indicator set: community"));
    let order: Vec<String> = cards.scores().map(|s| s.score.unit).collect();
    assert_eq!(order, ["c1", "v"]);
}

#[test]
fn faults_of_a_set_are_led_back_to_the_rows_of_the_table() {
    let sets_document = sets();
    let sets = SchemeSets::parse(&sets_document.to_string()).unwrap();
    let day = "2025-03-01".parse().unwrap();
    let row =
        |unit: &str, kind: &str, visits: &str| json!({"unit": unit, "kind": kind, "income": "1", "visits": visits});
    let rows = table(json!([row("a", "village", "1"), row("b", "community", "1"), row("c", "community", "x")]));
    assert_eq!(found(&sets.evaluate(&rows, day).unwrap_err()), one("table[2].visits", "not-a-number"));
    // A unit of two sets would have two scores.
    let rows = table(json!([row("a", "village", "1"), row("a", "community", "1")]));
    assert_eq!(found(&sets.evaluate(&rows, day).unwrap_err()), one("table[1].unit", "duplicate-unit"));
    let rows = table(json!([row("a", "city", "1")]));
    assert_eq!(found(&sets.evaluate(&rows, day).unwrap_err()), one("table[0].unit", "no-set-for-unit"));
    let mut wrong = sets_document;
    wrong["sets"][1]["kinds"] = json!(["village", "community"]);
    wrong["sets"][1]["scheme"]["units"] = json!([{"key": "a"}]);
    let error = SchemeSets::parse(&wrong.to_string()).unwrap_err();
    assert_eq!(
        found(&error),
        [("sets.sets[1].scheme.units".to_owned(), "set-names-units"), ("sets.sets[1]".to_owned(), "sets-overlap")]
    );
    // Dated one after the other, both may be for villages.
    wrong["sets"][1]["scheme"].as_object_mut().unwrap().remove("units");
    wrong["sets"][0]["until"] = json!("2025-07-01");
    wrong["sets"][1]["from"] = json!("2025-07-01");
    let sets = SchemeSets::parse(&wrong.to_string()).unwrap();
    let mut dated = row("a", "village", "5");
    dated["day"] = json!("2025-08-01");
    let cards = sets.evaluate(&table(json!([dated, row("b", "village", "5")])), day).unwrap();
    assert_eq!((cards.score("a").unwrap().set, cards.score("b").unwrap().set), ("community".into(), "village".into()));
}
