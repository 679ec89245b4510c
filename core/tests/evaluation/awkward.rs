//! Awkward values, schemes and questions: what would leave the range, hide something, or say too much.

use serde_json::{Value, json};
use shequ::evaluation::{Cascade, Goal, Ledger, Scheme, Scorecard};
use shequ::kernel::{Day, Decimal, Document, Error, Lang, SealedTexts, Unwatched, Value as Plain};
use shequ::organisation::Organisation;
use shequ::wire::evaluation::{CellChange, Cost, LedgerRecord, UnsearchedWhy};
use shequ::wire::{Column, Table};

fn table(rows: Value) -> Table {
    let value: Plain = serde_json::from_value(rows).unwrap();
    Table::of_rows(&value).unwrap()
}

fn scheme(fields: &Value) -> Scheme {
    let mut out = json!({"format": "shequ.scheme/1", "title": "T", "subject": "unit"});
    for (field, value) in fields.as_object().unwrap() {
        out[field] = value.clone();
    }
    Scheme::parse(&out.to_string()).unwrap_or_else(|e| panic!("{e}"))
}

fn group(indicators: Value) -> Value {
    json!([{"key": "g", "indicators": indicators}])
}

fn found(error: &Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn one(path: &str, code: &'static str) -> Vec<(String, &'static str)> {
    vec![(path.to_owned(), code)]
}

fn change(unit: &str, column: &str, value: i64) -> CellChange {
    CellChange { unit: unit.into(), column: column.into(), value: Some(value.into()) }
}

fn total(card: &Scorecard, unit: &str) -> String {
    card.score(unit).unwrap().total.to_string()
}

fn codes(warnings: &[shequ::wire::evaluation::Warning]) -> Vec<(&str, &str)> {
    warnings.iter().map(|w| (w.code.as_str(), w.path.as_str())).collect()
}

#[test]
fn a_changed_count_has_the_bounds_of_a_read_one() {
    let scheme = scheme(&json!({
        "groups": group(json!([{"key": "x", "points": 10, "rule": "deduct", "each": 1}])),
        // 15 decimals are exact, so that 10^18 honours of a million points each would be 10^39.
        "bonuses": [{"key": "honour", "each": 1_000_000}, {"key": "small", "each": "0.000001", "scale": 9}],
    }));
    let card = scheme.evaluate(&table(json!([{"unit": "a", "x": 1}]))).unwrap();
    for column in ["x", "honour", "small"] {
        let error = card.changed(&[change("a", column, i64::MAX)]).unwrap_err();
        assert!(["count-out-of-range", "wrong-value"].contains(&error.first().code()), "{error}");
        assert_eq!(error.first().path(), "changes[0].value");
        assert!(card.changed(&[change("a", column, 1_000_000_000)]).is_ok());
        assert_eq!(
            found(&card.changed(&[change("a", column, 1_000_000_001)]).unwrap_err()),
            one("changes[0].value", "count-out-of-range")
        );
    }
}

#[test]
fn a_cost_has_bounds() {
    let scheme = scheme(&json!({
        "groups": group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 1_000_000_000, "scale": 9}])),
        "grades": [{"key": "good", "least": 9}, {"key": "poor"}],
    }));
    let card = scheme.evaluate(&table(json!([{"unit": "a", "x": 0}]))).unwrap();
    let good = Goal::Grade("good".into());
    let ask = |step: &str| {
        let costs = [("x".to_owned(), Cost::from(step.parse::<Decimal>().unwrap()))];
        card.cheapest("a", &good, &costs, 1_000, &mut Unwatched)
    };
    for step in ["1000000000000000000000000000000", "1000000001", "0.0000001"] {
        assert_eq!(found(&ask(step).unwrap_err()), one("costs[0]", "cost-out-of-range"), "{step}");
    }
    // Nearly 10^18 steps. There are more levels of points than are told apart, so nothing is proven, and yet no step is too many.
    let answer = ask("1000000000").unwrap();
    let to = answer.changes.unwrap()[0].to;
    let smallest = card.what_if("a", &good).unwrap().changes[0].to.unwrap();
    assert_eq!((to, to.shortest().to_string().as_str(), answer.proven), (smallest, "899495000", false));
}

#[test]
fn ids_are_units_or_posts_of_the_organisation_on_its_day() {
    let organisation = Organisation::parse(
        r#"{"format": "shequ.organisation/1", "title": "T", "units": [
            {"key": "r", "kind": "residents-committee", "name": "居委会"},
            {"key": "gone", "kind": "residents-committee", "name": "旧居委会", "until": "2024-01-01"}],
            "posts": [{"key": "chair", "unit": "r", "title": "主任"}, {"key": "old", "unit": "gone", "title": "主任"}],
            "holders": [{"key": "h1"}], "holdings": [{"post": "chair", "holder": "h1"}]}"#,
    )
    .unwrap_or_else(|e| panic!("{e}"));
    let day = organisation.at("2026-01-01".parse().unwrap());
    let groups = group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}]));
    let ask = |fields: Value, units: &[&str]| {
        let rows: Vec<Value> = units.iter().map(|unit| json!({"unit": unit, "x": 5})).collect();
        scheme(&fields).evaluate_in(&table(json!(rows)), &day)
    };
    let units = json!({"groups": groups});
    assert_eq!(total(&ask(units.clone(), &["r"]).unwrap(), "r"), "5.00");
    // Not there, not there any more, a post, and a person.
    let error = ask(units, &["x", "gone", "chair", "h1", "r"]).unwrap_err();
    assert_eq!(found(&error), [0, 1, 2, 3].map(|row| (format!("table[{row}].unit"), "subject-not-there")));
    assert!(error.to_string().contains("`gone` is no unit of the organisation on 2026-01-01"), "{error}");
    let posts = json!({"subject": "post", "groups": groups});
    assert!(ask(posts.clone(), &["chair"]).is_ok());
    let error = ask(posts, &["r", "old", "h1"]).unwrap_err();
    assert_eq!(found(&error), [0, 1, 2].map(|row| (format!("table[{row}].unit"), "subject-not-there")));
    // Services are the scheme's own; the faults of the table are told as well.
    let services = json!({"subject": "service", "groups": groups});
    assert_eq!(found(&ask(services.clone(), &["s"]).unwrap_err()), one("scheme.units", "services-not-named"));
    let mut named = services;
    named["units"] = json!([{"key": "s"}]);
    assert!(ask(named, &["s"]).is_ok());
    let listed = json!({"groups": groups, "units": [{"key": "r"}, {"key": "gone"}]});
    assert_eq!(found(&ask(listed, &["r"]).unwrap_err()), one("scheme.units[1].key", "subject-not-there"));
    let both = scheme(&json!({"groups": groups})).evaluate_in(&table(json!([{"unit": "q", "x": "soon"}])), &day);
    let expected = [("table[0].x", "not-a-number"), ("table[0].unit", "subject-not-there")];
    assert_eq!(found(&both.unwrap_err()), expected.map(|(p, c)| (p.to_owned(), c)));
}

#[test]
fn every_missing_value_is_told_beside_other_faults() {
    let scheme = scheme(&json!({"missing": "block", "groups": group(json!([
        {"key": "x", "points": 10, "rule": "linear", "target": 10},
        {"key": "y", "points": 10, "rule": "linear", "target": 10},
        {"key": "z", "points": 10, "rule": "rate"},
    ]))}));
    let rows = json!([{"unit": "a", "x": null, "y": 1, "z": "1/2"}, {"unit": "b", "x": 1, "y": null, "z": "half"}, {"unit": "c", "x": 1, "y": 1, "z": null}]);
    let expected = [("table[0].x", "value-missing"), ("table[1].y", "value-missing"), ("table[1].z", "not-a-rate")];
    let error = scheme.evaluate(&table(rows)).unwrap_err();
    assert_eq!(found(&error), expected.map(|(p, c)| (p.to_owned(), c)));
    // The rows of missing values are found once for all of them.
    let units: Vec<Option<String>> = (0..60_000).map(|u| Some(format!("u{u}"))).collect();
    let none = Column::Int(vec![None; units.len()]);
    let columns = [("unit", Column::Text(units)), ("x", none.clone()), ("y", none.clone()), ("z", none)];
    let table = Table::new(columns.map(|(name, column)| (name.to_owned(), column)).into()).unwrap();
    assert_eq!(scheme.evaluate(&table).unwrap_err().count(), 180_000);
}

#[test]
fn two_columns_of_one_name_are_refused() {
    let scheme = scheme(&json!({"groups": group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}]))}));
    let column = |n: i64| ("x".to_owned(), Column::Int(vec![Some(n)]));
    let unit = ("unit".to_owned(), Column::Text(vec![Some("a".into())]));
    let table = Table::new(vec![unit, column(3), column(9)]).unwrap();
    assert_eq!(found(&scheme.evaluate(&table).unwrap_err()), one("table", "column-twice"));
}

#[test]
fn a_group_has_a_name_and_a_column_of_nothing_is_missing() {
    let fields = json!({"groups": group(json!([{"key": "x", "points": 10, "rule": "rate"}]))});
    let parsed = scheme(&fields);
    let rows = table(json!([{"unit": "a", "group": "", "x": null}]));
    assert_eq!(found(&parsed.evaluate(&rows).unwrap_err()), one("table[0].group", "empty-cell"));
    let mut listed = fields;
    listed["format"] = json!("shequ.scheme/1");
    listed["title"] = json!("T");
    listed["subject"] = json!("unit");
    listed["units"] = json!([{"key": "a", "group": "p"}, {"key": "b"}]);
    let error = Scheme::parse(&listed.to_string()).unwrap_err();
    assert_eq!(found(&error), one("scheme.units[1]", "parameter-missing"));
    for nothing in [
        Column::Float(vec![None]),
        Column::Decimal { cells: vec![None], scale: 2 },
        Column::Int(vec![None]),
        Column::Bool(vec![None]),
        Column::Text(vec![None]),
    ] {
        let unit = ("unit".to_owned(), Column::Text(vec![Some("a".into())]));
        let card = parsed.evaluate(&Table::new(vec![unit, ("x".into(), nothing)]).unwrap()).unwrap();
        assert_eq!(card.score("a").unwrap().missing, 1);
    }
}

#[test]
fn a_veto_never_raises_a_total() {
    let fields = |title: &str, target: i64| {
        scheme(&json!({
            "title": title,
            "groups": group(json!([{"key": "x", "points": 10, "rule": "linear", "target": target}])),
            "penalties": [{"key": "fire", "each": 15}],
            "vetoes": [{"key": "fraud", "effect": "zero"}],
        }))
    };
    let rows = |fire: i64| {
        table(
            json!([{"unit": "a", "x": 5, "fire": fire, "fraud": true}, {"unit": "b", "x": 5, "fire": fire, "fraud": false}]),
        )
    };
    let (calm, burnt) = (fields("T", 10).evaluate(&rows(0)).unwrap(), fields("T", 10).evaluate(&rows(1)).unwrap());
    assert_eq!([total(&calm, "a"), total(&calm, "b")], ["0.00", "5.00"]);
    assert_eq!([total(&burnt, "a"), total(&burnt, "b")], ["-10.00", "-10.00"]);
    for card in [&calm, &burnt] {
        assert!(card.explain("a").unwrap().adds_up());
    }
    assert!(burnt.explain("a").unwrap().render(Lang::En).contains("below zero already"));
    // From five points that the veto took to ten below zero, and back under another target.
    for (before, after) in [(&calm, &burnt), (&burnt, &calm)] {
        let moved = after.movement(before, "a").unwrap();
        assert_eq!(moved.data.to_ratio(), moved.after.to_ratio() - moved.before.to_ratio());
        assert!(moved.explain().adds_up());
    }
    let harder = fields("U", 50).evaluate(&rows(1)).unwrap();
    let moved = harder.movement(&burnt, "a").unwrap();
    assert_eq!((moved.target.to_string(), moved.data.to_string()), ("-4".into(), "0".into()));
}

#[test]
fn another_policy_and_another_rounding_are_rules() {
    let run = |missing: &str, rounding: &str| {
        let fields = json!({"rounding": rounding, "line_scale": 0, "groups": group(json!([
            {"key": "x", "points": 10, "rule": "linear", "target": 10, "missing": missing},
            {"key": "y", "points": 10, "rule": "linear", "target": 100},
        ]))});
        scheme(&fields).evaluate(&table(json!([{"unit": "a", "x": null, "y": 55}]))).unwrap()
    };
    let before = run("zero", "half-up");
    assert_eq!(total(&before, "a"), "6.00");
    for (after, rule) in [(run("full", "half-up"), "10"), (run("zero", "floor"), "-1")] {
        let moved = after.movement(&before, "a").unwrap();
        assert_eq!((moved.rule.to_string().as_str(), moved.data.to_string().as_str()), (rule, "0"));
        assert!(!moved.explain().render(Lang::Zh).contains("四舍五入"));
    }
}

#[test]
fn a_missing_count_of_events_is_missing_and_not_without_direction() {
    let scheme = scheme(&json!({
        "groups": group(json!([
            {"key": "x", "points": 10, "rule": "deduct", "each": 1},
            {"key": "y", "points": 10, "rule": "linear", "target": 10}])),
        "grades": [{"key": "good", "least": 19}, {"key": "poor"}],
    }));
    let card = scheme.evaluate(&table(json!([{"unit": "a", "x": null, "y": 1}]))).unwrap();
    let costs = [("x".to_owned(), Cost::from(Decimal::from(1)))];
    let answer = card.cheapest("a", &Goal::Grade("good".into()), &costs, 10, &mut Unwatched).unwrap();
    assert_eq!(answer.unsearched.iter().map(|u| u.why).collect::<Vec<_>>(), [UnsearchedWhy::Missing]);
}

#[test]
fn the_linter_sees_awards_that_nobody_wins() {
    let fields = json!({
        "groups": group(json!([
            {"key": "x", "points": 50, "rule": "deduct", "events": [{"key": "fire", "each": 5}, {"key": "flood", "each": 5}]},
            {"key": "y", "points": 50, "rule": "deduct", "column": "x_fire", "each": 5}])),
        "bonuses": [{"key": "honour", "each": 5, "cap": 3}, {"key": "points", "scale": 1, "cap": "0.5"}],
        "bonus_cap": 3,
        "penalties": [{"key": "late", "cap": 9}],
        "penalty_cap": 5,
        "ranking": {"basis": "rounded", "ties": "min"},
        "award": {"share": "0.2", "least": 104},
        "units": [{"key": "a", "group": "p"}, {"key": "b", "group": "p"}, {"key": "c", "group": "q"}],
    });
    let mut open = fields.clone();
    let mut apart = fields;
    // Its own column, until it says that it reads that of another.
    open["groups"][0]["indicators"][1]["column"] = json!("z");
    let parsed = scheme(&open);
    let expected = [
        ("bonus-above-cap", "scheme.bonuses[0].each"),
        ("penalty-above-cap", "scheme.penalties[0].cap"),
        ("award-unreachable", "scheme.award.least"),
        ("award-without-places", "scheme.award.share"),
        ("award-without-places", "scheme.award.share"),
    ];
    assert_eq!(codes(&parsed.warnings()), expected);
    let card = parsed.evaluate(&table(json!([{"unit": "a", "x_fire": 1, "x_flood": 0, "z": 1}]))).unwrap();
    let expected = [
        ("award-without-places", "table.group"),
        ("award-without-places", "table.group"),
        ("unit-without-row", "table.unit"),
    ];
    let warnings = card.warnings();
    assert_eq!(codes(&warnings), expected);
    assert!(
        warnings[2].message.get(Lang::En).contains("2 units have no row")
            && warnings[2].message.get(Lang::Zh).contains("`b`")
    );
    // Without an award a veto of one does nothing, nor does one that leaves the best grade.
    let mut idle = open.clone();
    idle.as_object_mut().unwrap().remove("award");
    idle["grades"] = json!([{"key": "good", "least": 60}, {"key": "poor"}]);
    idle["vetoes"] = json!([{"key": "v", "effect": "no-award"}, {"key": "w", "effect": "cap-grade", "grade": "good"},
        {"key": "held", "effect": "cap-grade", "grade": "poor"}]);
    let paths: Vec<String> =
        scheme(&idle).warnings().into_iter().filter(|w| w.code == "veto-without-effect").map(|w| w.path).collect();
    assert_eq!(paths, ["scheme.vetoes[0]", "scheme.vetoes[1]"]);
    // All ranked together have a fifth of three rounded up.
    open["ranking"]["peers"] = json!("all");
    open["award"] = json!({"share": "0.2", "rounding": "ceiling"});
    assert!(!codes(&scheme(&open).warnings()).iter().any(|(code, _)| code.starts_with("award")));
    apart["groups"][0]["indicators"][0]["column"] = json!("x");
    assert!(codes(&scheme(&apart).warnings()).contains(&("counted-twice", "scheme.groups[0].indicators[1]")));
}

#[test]
fn a_weighted_mean_has_all_weights_and_every_unit_its_place() {
    let stage = |indicator: Value| {
        json!({"title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [indicator]}],
            "grades": [{"key": "good", "label": {"zh": "优秀", "en": "good"}, "least": 60}, {"key": "poor"}]})
    };
    let document = json!({"format": "shequ.cascade/1", "title": "T",
        "units": [{"key": "s"}, {"key": "a", "parent": "s"}, {"key": "b", "parent": "s"}],
        "stages": [
            {"key": "street", "roll_ups": [{"column": "below", "from": "community", "how": "weighted", "weight": "people"}],
             "scheme": stage(json!({"key": "below", "points": 100, "rule": "linear", "target": 100, "scale": 2}))},
            {"key": "community", "scheme": stage(json!({"key": "x", "points": 100, "rule": "linear", "target": 100}))}]});
    let cascade = Cascade::parse(&document.to_string()).unwrap_or_else(|e| panic!("{e}"));
    let streets = table(json!([{"unit": "s"}]));
    let run = |rows: Value| cascade.evaluate(&[("community", &table(rows)), ("street", &streets)]);
    let row = |unit: &str, x: i64, people: Value| json!({"unit": unit, "x": x, "people": people});
    let cards = run(json!([row("a", 80, json!(3)), row("b", 40, json!(1))])).unwrap();
    assert_eq!(total(cards.card("street").unwrap(), "s"), "70.00");
    // In Chinese with the Chinese name of the grade, that of the street and that of the better community.
    assert_eq!(cards.explain("street", "s").unwrap().render(Lang::Zh).matches("优秀").count(), 2);
    // Without the weight of one there is no mean of both: the value is missing, and it shows.
    let cards = run(json!([row("a", 80, json!(3)), row("b", 40, json!(null))])).unwrap();
    assert_eq!(cards.card("street").unwrap().score("s").unwrap().missing, 1);
    assert!(cards.explain("street", "s").unwrap().render(Lang::En).contains("a unit below has no weight"));
    let error = run(json!([row("a", 80, json!(3)), row("stranger", 40, json!(1))])).unwrap_err();
    assert_eq!(found(&error), one("community", "cascade-unit-unplaced"));
}

#[test]
fn a_ledger_is_of_one_evaluation() {
    let groups = group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}]));
    let run = |x: i64| scheme(&json!({"groups": groups})).evaluate(&table(json!([{"unit": "a", "x": x}]))).unwrap();
    let (first, other) = (run(3), run(4));
    let record = |value: i64| -> LedgerRecord {
        let changes = json!([{"unit": "a", "column": "x", "value": value}]);
        serde_json::from_value(
            json!({"day": "2026-01-08", "actor": "post-1", "kind": "correction", "unit": "a", "changes": changes}),
        )
        .unwrap()
    };
    let (mut ledger, mut texts) = (Ledger::new("review".parse().unwrap()), SealedTexts::default());
    ledger.append(&first, record(5), Vec::new(), &mut texts).unwrap();
    assert!(ledger.card(&first, Day::MAX).is_ok());
    for error in [
        ledger.card(&other, Day::MAX).unwrap_err(),
        ledger.effects(&other, Day::MAX).unwrap_err(),
        ledger.clone().append(&other, record(6), Vec::new(), &mut texts).unwrap_err(),
    ] {
        assert_eq!(error.first().code(), "ledger-other-evaluation");
    }
}

#[test]
fn the_ways_to_a_goal_explain_themselves() {
    let scheme = scheme(&json!({
        "groups": group(json!([
            {"key": "x", "label": {"zh": "走访", "en": "visits"}, "points": 60, "rule": "linear", "target": 12},
            {"key": "y", "points": 40, "rule": "deduct", "each": "2.5"}])),
        "grades": [{"key": "good", "least": 90}, {"key": "fair"}],
        "vetoes": [{"key": "fraud", "effect": "zero"}],
    }));
    let card =
        scheme.evaluate(&table(json!([{"unit": "a", "x": 9, "y": 1}, {"unit": "b", "x": 9, "y": 1, "fraud": true}])));
    let (card, good) = (card.unwrap(), Goal::Grade("good".into()));
    let answer = card.what_if("a", &good).unwrap().explain().render(Lang::En);
    assert!(answer.starts_with("a to reach good: not met"), "{answer}");
    assert!(answer.contains("visits: 11") && answer.contains("out of reach by itself"), "{answer}");
    let vetoed = card.what_if("b", &good).unwrap().explain();
    assert!(vetoed.render(Lang::Zh).contains("一票否决：fraud"), "{}", vetoed.render(Lang::Zh));
    let costs = [("x", "2"), ("y", "1"), ("fraud", "1")]
        .map(|(c, n)| (c.to_owned(), Cost::from(n.parse::<Decimal>().unwrap())));
    let cheapest = card.cheapest("a", &good, &costs, 1_000, &mut Unwatched).unwrap().explain();
    assert!(cheapest.adds_up());
    let text = cheapest.render(Lang::En);
    assert!(text.starts_with("a to reach good: 3") && text.contains("proven to be the least"), "{text}");
    assert!(text.contains("fraud: a veto is a fact"), "{text}");
    let none = card.cheapest("b", &good, &costs, 1_000, &mut Unwatched).unwrap().explain().render(Lang::Zh);
    assert!(none.contains("已证明达不到"), "{none}");
}

#[test]
fn an_explanation_says_why_a_unit_is_not_awarded() {
    let fields = |award: Value| {
        json!({"groups": group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}])), "least_peers": 2,
            "vetoes": [{"key": "fraud", "effect": "no-award"}], "ranking": {"basis": "rounded", "ties": "min"}, "award": award})
    };
    let rows = [("a", 9), ("b", 8), ("c", 8), ("d", 3), ("e", 9)];
    let rows: Vec<Value> = rows
        .into_iter()
        .map(|(unit, x)| json!({"unit": unit, "x": x, "group": if unit == "e" { "q" } else { "p" }, "fraud": unit == "c"}))
        .collect();
    let said = |award: Value, unit: &str| {
        let card = scheme(&fields(award)).evaluate(&table(json!(rows))).unwrap();
        let explanation = card.explain(unit).unwrap();
        let award = explanation.inputs.iter().find(|input| input.label.get(Lang::En) == "award").unwrap();
        award.value.render(Lang::En)
    };
    let half = || json!({"share": "1/2", "least": 4});
    assert_eq!(said(half(), "a"), "awarded (places: 2)");
    assert_eq!(said(half(), "c"), "not awarded: barred by a veto");
    assert_eq!(said(half(), "d"), "not awarded: the total is below 4");
    assert_eq!(said(half(), "e"), "not awarded: a peer group of 1 is too small to be ranked");
    assert_eq!(said(json!({"share": "1/4"}), "b"), "not awarded: units ranked before it have all places (1)");
    assert_eq!(said(json!({"share": "1/5"}), "b"), "not awarded: there is no place in a group of 4");
    let card = scheme(&json!({"groups": group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}])),
        "ranking": {"basis": "rounded", "ties": "min"}, "award": {"share": "1/2"}}));
    let card = card.evaluate(&table(json!([{"unit": "a", "x": 5}, {"unit": "b", "x": 5}]))).unwrap();
    assert!(card.explain("b").unwrap().render(Lang::En).contains("units are tied after 0 of the places (1)"));
}

#[test]
fn a_group_is_too_small_only_for_what_is_done_with_it() {
    let warned = |fields: Value, rows: Value| {
        let mut out = json!({"least_peers": 3, "groups": group(json!([
            {"key": "x", "points": 10, "rule": "linear", "target": 10},
            {"key": "y", "points": 10, "rule": "linear", "target": 10}]))});
        for (field, value) in fields.as_object().unwrap() {
            out[field] = value.clone();
        }
        let card = scheme(&out).evaluate(&table(rows)).unwrap();
        let warnings = card.warnings();
        assert!(warnings.iter().all(|w| w.code == "peer-group-too-small"), "{warnings:?}");
        warnings.iter().map(|w| w.message.get(Lang::En).to_owned()).collect::<Vec<_>>()
    };
    let row = |unit: &str, group: &str| json!({"unit": unit, "group": group, "x": 1, "y": 1});
    let rows = || json!([row("a", "p"), row("b", "p"), row("c", "p"), row("d", "q")]);
    let rank = |peers: &str| json!({"ranking": {"basis": "rounded", "ties": "min", "peers": peers}});
    assert_eq!(warned(json!({}), rows()), Vec::<String>::new());
    assert_eq!(warned(rank("group"), rows()), ["the peer group `q` has 1 units, fewer than 3, and is not ranked"]);
    // Ranked among all, the small group is ranked as well; only its median is none.
    assert_eq!(warned(rank("all"), rows()), Vec::<String>::new());
    assert_eq!(warned(json!({"missing": "peer-median"}), rows()).len(), 1);
    let few = json!([{"unit": "a", "x": 1, "y": 1}]);
    assert_eq!(warned(rank("all"), few), ["the whole has 1 units, fewer than 3, and is not ranked"]);
}

#[test]
fn an_explanation_says_what_broke_a_tie() {
    let fields = json!({
        "groups": group(json!([
            {"key": "x", "points": 10, "rule": "linear", "target": 10},
            {"key": "y", "label": {"zh": "走访", "en": "visits"}, "points": 10, "rule": "linear", "target": 10}])),
        "ranking": {"basis": "rounded", "ties": "min", "tie_break": ["y"]},
    });
    let rows = json!([{"unit": "a", "group": "p", "x": 6, "y": 4}, {"unit": "b", "group": "p", "x": 4, "y": 6},
        {"unit": "c", "group": "p", "x": 1, "y": 1}, {"unit": "d", "group": "q", "x": 5, "y": 5}]);
    let card = scheme(&fields).evaluate(&table(rows)).unwrap();
    let said = |unit: &str| {
        let inputs = card.explain(unit).unwrap().inputs;
        let line = |label: &str| {
            let input = inputs.iter().find(|input| input.label.get(Lang::En) == label);
            input.map(|input| input.value.render(Lang::En))
        };
        (line("rank"), line("tied rank"), line("tie broken by visits"))
    };
    let text = |text: &str| Some(text.to_owned());
    assert_eq!(said("a"), (text("2"), text("1"), text("4.0000")));
    assert_eq!(said("b"), (text("1"), text("1"), text("6.0000")));
    assert_eq!(said("c"), (text("3"), None, None));
    // First in another group is no tie.
    assert_eq!(said("d"), (text("1"), None, None));
}
