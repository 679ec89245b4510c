//! The rules, policies, trees and vetoes that the worked contract does not have, on numbers worked out by hand.

use serde_json::{Value, json};
use shequ::evaluation::{Scheme, Scorecard};
use shequ::kernel::{Document, Lang, Value as Plain};
use shequ::wire::Table;

fn table(rows: Value) -> Table {
    let value: Plain = serde_json::from_value(rows).unwrap();
    Table::of_rows(&value).unwrap()
}

fn scheme(fields: Value) -> Value {
    let mut out = json!({"format": "shequ.scheme/1", "title": "T", "subject": "unit"});
    for (field, value) in fields.as_object().unwrap() {
        out[field] = value.clone();
    }
    out
}

/// A scheme of one group.
fn group(indicators: Value) -> Value {
    scheme(json!({"groups": [{"key": "g", "indicators": indicators}]}))
}

fn evaluate(scheme: &Value, rows: Value) -> Scorecard {
    Scheme::parse(&scheme.to_string()).unwrap().evaluate(&table(rows)).unwrap()
}

fn total(card: &Scorecard, unit: &str) -> String {
    card.score(unit).unwrap().total.to_string()
}

fn faults(scheme: &Value) -> Vec<(String, &'static str)> {
    let error = Scheme::parse(&scheme.to_string()).unwrap_err();
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn text(card: &Scorecard, unit: &str) -> String {
    let explanation = card.explain(unit).unwrap();
    assert!(explanation.adds_up(), "{}", explanation.render(Lang::En));
    explanation.render(Lang::En)
}

#[test]
fn a_curve_is_linear_between_its_points_and_level_beyond() {
    let curve = json!([{"value": 60, "share": "0.2"}, {"value": 80, "share": "0.6"}, {"value": 90, "share": 1}]);
    let scheme = group(json!([{"key": "x", "points": 10, "rule": "piecewise", "scale": 1, "curve": curve}]));
    let rows = json!([{"unit": "a", "x": 0}, {"unit": "b", "x": 65}, {"unit": "c", "x": 80}, {"unit": "d", "x": "87.5"}, {"unit": "e", "x": 99}]);
    let card = evaluate(&scheme, rows);
    let totals: Vec<String> = ["a", "b", "c", "d", "e"].map(|u| total(&card, u)).to_vec();
    assert_eq!(totals, ["2.00", "3.00", "6.00", "9.00", "10.00"]);
    assert!(text(&card, "d").contains("0.6 + (87.5 - 80) / (90 - 80) × (1 - 0.6) = 0.9; 0.9 × 10 = 9.0000"));
    let mut wrong = scheme.clone();
    wrong["groups"][0]["indicators"][0]["curve"][1]["value"] = json!(50);
    assert_eq!(faults(&wrong), [("scheme.groups[0].indicators[0].curve[1].value".to_owned(), "curve-not-rising")]);
}

#[test]
fn tiers_and_targets_go_down_as_well() {
    let scheme = group(json!([
        {"key": "fires", "points": 10, "rule": "met-down", "target": 2},
        {"key": "days", "points": 20, "rule": "tiers", "tiers": [{"most": 3, "share": 1}, {"most": 7, "share": "0.5"}]},
    ]));
    let card = evaluate(&scheme, json!([{"unit": "a", "fires": 2, "days": 7}, {"unit": "b", "fires": 3, "days": 8}]));
    assert_eq!((total(&card, "a").as_str(), total(&card, "b").as_str()), ("20.00", "0.00"));
    assert!(text(&card, "b").contains("8 is beyond every tier"));
    let at = "scheme.groups[0].indicators[1].tiers[1]";
    let mut wrong = scheme.clone();
    wrong["groups"][0]["indicators"][1]["tiers"][1]["most"] = json!(2);
    assert_eq!(faults(&wrong), [(format!("{at}.most"), "tiers-not-descending")]);
    wrong["groups"][0]["indicators"][1]["tiers"][1] = json!({"least": 2, "share": "0.5"});
    assert_eq!(faults(&wrong), [(format!("{at}.least"), "parameter-not-used"), (at.to_owned(), "missing-field")]);
}

#[test]
fn three_rates_are_weighed_and_none_of_them_may_be_left_out() {
    let parts =
        json!([{"key": "aware", "weight": 2, "target": "0.9"}, {"key": "part"}, {"key": "happy", "label": "满意率"}]);
    let scheme = group(json!([{"key": "r", "points": 100, "rule": "three-rates", "parts": parts}]));
    let rows = json!([
        {"unit": "a", "r_aware": "45/100", "r_part": "1/2", "r_happy": "3/4"},
        {"unit": "b", "r_aware": "99/100", "r_part": "1/2", "r_happy": null},
    ]);
    let card = evaluate(&scheme, rows);
    // (2 × 0.5 + 0.5 + 0.75) / 4, and one not asked is all not asked.
    assert_eq!((total(&card, "a").as_str(), total(&card, "b").as_str()), ("56.25", "0.00"));
    assert_eq!(card.score("b").unwrap().missing, 1);
    let usual = group(json!([{"key": "r", "points": 3, "rule": "three-rates"}]));
    let names = Scheme::parse(&usual.to_string()).unwrap();
    let names: Vec<&str> = names.columns().iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, ["unit", "group", "r_awareness", "r_participation", "r_satisfaction"]);
}

#[test]
fn progress_is_against_the_units_own_last_value() {
    let scheme = group(json!([
        {"key": "income", "points": 60, "rule": "progress", "target": "0.1", "scale": 1, "missing": "zero"},
        {"key": "petitions", "points": 40, "rule": "progress", "target": "-0.2", "worst": "0.1", "missing": "zero"},
    ]));
    let row = |unit: &str, cells: [Value; 4]| {
        let [a, b, c, d] = cells;
        json!({"unit": unit, "income": a, "income_last": b, "petitions": c, "petitions_last": d})
    };
    let rows = json!([
        // A twentieth more of a tenth; a tenth less of a stretch from a tenth more to a fifth less.
        row("a", [json!(105), json!(100), json!(9), json!(10)]),
        row("b", [json!(120), json!(100), json!(11), json!(10)]),
        // From nothing no change can be told, and from below zero it is against the size.
        row("c", [json!(5), json!(0), json!(0), json!(10)]),
        row("d", [json!("-9.5"), json!(-10), json!(10), json!(10)]),
    ]);
    let card = evaluate(&scheme, rows);
    let totals = ["a", "b", "c", "d"].map(|u| total(&card, u));
    assert_eq!(totals, ["56.67", "60.00", "40.00", "43.33"]);
    assert!(text(&card, "a").contains("(9 - 10) / |10| = -0.1, (-0.1 - 0.1) / (-0.2 - 0.1) = 2/3"));
    assert_eq!(card.score("c").unwrap().missing, 1);
}

#[test]
fn a_missing_value_may_be_the_median_of_peers_or_that_of_last_period() {
    let mut scheme = group(json!([
        {"key": "x", "points": 50, "rule": "linear", "target": 10, "missing": "peer-median"},
        {"key": "y", "points": 50, "rule": "rate", "missing": "last-period"},
    ]));
    let rows = json!([
        {"unit": "a", "group": "p", "x": 10, "y": "1/2", "y_last": null},
        {"unit": "b", "group": "p", "x": 4, "y": null, "y_last": "3/4"},
        {"unit": "c", "group": "p", "x": null, "y": null, "y_last": null},
        {"unit": "d", "group": "q", "x": null, "y": "1/1", "y_last": "1/1"},
    ]);
    let card = evaluate(&scheme, rows.clone());
    // The median of 1 and 2/5 is 7/10; nobody else is in the group of d.
    assert_eq!(["a", "b", "c", "d"].map(|u| total(&card, u)), ["75.00", "57.50", "35.00", "50.00"]);
    let worst = |unit: &str| card.score(unit).unwrap().worst_case.map(|w| w.to_string());
    assert_eq!(
        ["a", "b", "c", "d"].map(worst),
        [None, Some("20.00".into()), Some("0.00".into()), Some("50.00".into())]
    );
    assert!(text(&card, "c").contains("missing: the median of 2 peers' shares, 0.7; 0.7 × 50 gives 35.0000"));
    assert!(text(&card, "c").contains("missing, and so is last period's value: no points"));
    assert!(
        text(&card, "b").contains("missing: last period's value stands for it; 3 / 4 = 0.75; 0.75 × 50 gives 37.5000")
    );
    assert!(text(&card, "d").contains("0 peers have a value, fewer than 1"));
    scheme["least_peers"] = json!(3);
    let card = evaluate(&scheme, rows);
    assert!(text(&card, "c").contains("2 peers have a value, fewer than 3"));
    assert_eq!(total(&card, "c"), "0.00");
    let mut wrong =
        group(json!([{"key": "x", "points": 1, "rule": "progress", "target": 1, "missing": "last-period"}]));
    assert_eq!(faults(&wrong), [("scheme.groups[0].indicators[0].missing".to_owned(), "parameter-not-used")]);
    wrong["least_peers"] = json!(0);
    assert_eq!(faults(&wrong).len(), 2);
}

#[test]
fn the_worst_case_gives_siblings_their_own_points_back() {
    let scheme = group(json!([
        {"key": "x", "points": 60, "rule": "linear", "target": 10},
        {"key": "y", "points": 40, "rule": "deduct", "each": 5, "floor": 10},
    ]));
    let card = evaluate(&scheme, json!([{"unit": "a", "x": 5, "y": null}, {"unit": "b", "x": null, "y": 0}]));
    let both = |unit: &str| {
        let score = card.score(unit).unwrap();
        (score.total.to_string(), score.worst_case.unwrap().to_string())
    };
    // 100 × 1/2 against 60 × 1/2 with the floor of 10; 100 against 40.
    assert_eq!(both("a"), ("50.00".into(), "40.00".into()));
    assert_eq!(both("b"), ("100.00".into(), "40.00".into()));
}

fn tree() -> Value {
    let x = |key: &str, points: i32| json!({"key": key, "points": points, "rule": "linear", "target": 10});
    scheme(json!({"total": 100, "groups": [
        {"key": "party", "points": 40, "owner": "secretary", "indicators": [x("a", 10)], "groups": [
            {"key": "branch", "points": 30, "indicators": [x("b", 20)], "groups": [
                {"key": "study", "indicators": [x("c", 10)]}]}]},
        {"key": "service", "points": 60, "groups": [{"key": "visits", "indicators": [x("d", 60)]}]},
    ]}))
}

#[test]
fn groups_lie_in_groups_and_add_up_at_every_level() {
    let scheme = Scheme::parse(&tree().to_string()).unwrap();
    let points: Vec<(String, String)> =
        scheme.groups().map(|(g, _)| (g.key().to_string(), g.points().to_string())).collect();
    let expected = [("party", "40"), ("branch", "30"), ("study", "10"), ("service", "60"), ("visits", "60")];
    assert_eq!(points, expected.map(|(k, p)| (k.to_owned(), p.to_owned())));
    assert_eq!(scheme.total().to_string(), "100");
    let card = scheme.evaluate(&table(json!([{"unit": "u", "a": 10, "b": 5, "c": null, "d": 1}]))).unwrap();
    // The points of `c` have no sibling to go to.
    assert_eq!(total(&card, "u"), "26.00");
    let text = text(&card, "u");
    let at = |label: &str| text.lines().find(|l| l.trim_start().starts_with(label)).unwrap().to_owned();
    assert_eq!((at("party:").as_str(), at("branch:").as_str()), ("    party: 20.0000", "      branch: 10.0000"));
    assert!(text.contains("owner: secretary"));
    let mut wrong = tree();
    wrong["groups"][0]["groups"][0]["points"] = json!(31);
    wrong["groups"][1]["groups"][0]["key"] = json!("party");
    wrong["groups"][1]["groups"][0].as_object_mut().unwrap().remove("indicators");
    let found = faults(&wrong);
    let expected = [
        ("scheme.groups[0].groups[0]", "weights-do-not-sum"),
        ("scheme.groups[1]", "weights-do-not-sum"),
        ("scheme.groups[1].groups[0].key", "scheme-duplicate-key"),
        ("scheme.groups[1].groups[0]", "missing-field"),
        ("scheme.groups", "weights-do-not-sum"),
    ];
    assert_eq!(found, expected.map(|(p, c)| (p.to_owned(), c)));
}

#[test]
fn weights_share_out_points_at_every_level() {
    let x = |key: &str, points: i32| json!({"key": key, "points": points, "rule": "linear", "target": 10});
    let scheme = scheme(json!({"total": 100, "weights": "relative", "groups": [
        {"key": "g", "points": 3, "indicators": [x("a", 1)], "groups": [{"key": "h", "points": 2, "indicators": [x("b", 1), x("c", 3)]}]},
        {"key": "i", "points": 1, "indicators": [x("d", 7)]},
    ]}));
    let scheme = Scheme::parse(&scheme.to_string()).unwrap();
    let points: Vec<String> = scheme.indicators().iter().map(|i| i.points().to_string()).collect();
    assert_eq!(points, ["25", "25/2", "75/2", "25"]);
}

#[test]
fn a_veto_may_take_the_points_of_a_group_only() {
    let mut scheme = tree();
    scheme["vetoes"] = json!([
        {"key": "fake", "effect": "zero", "scope": "branch", "authority": "区委〔2025〕1号"},
        {"key": "study_missed", "effect": "zero", "scope": "study"},
        {"key": "fraud", "effect": "zero"},
    ]);
    scheme["ranking"] = json!({"basis": "rounded", "ties": "min", "tie_break": ["b"]});
    scheme["award"] = json!({"share": "1/2"});
    let all = json!({"a": 10, "b": 10, "c": 10, "d": 10});
    let row = |unit: &str, held: &[&str]| {
        let mut row = all.clone();
        row["unit"] = json!(unit);
        for veto in held {
            row[*veto] = json!(true);
        }
        row
    };
    let rows = json!([row("a", &["fake", "study_missed"]), row("b", &["study_missed"]), row("c", &["fraud", "fake"])]);
    let card = evaluate(&scheme, rows);
    assert_eq!(["a", "b", "c"].map(|u| total(&card, u)), ["70.00", "90.00", "0.00"]);
    let (a, b) = (card.score("a").unwrap(), card.score("b").unwrap());
    assert!(a.eligible && b.eligible && b.award && a.base.to_string() == "100.0000");
    assert!(text(&card, "a").contains("veto: no points of branch"));
    assert!(text(&card, "c").contains("veto: the total is zero"));
    scheme["vetoes"][0]["scope"] = json!("nowhere");
    scheme["vetoes"][1]["effect"] = json!("no-award");
    let found = faults(&scheme);
    let expected = [("scheme.vetoes[0].scope", "unknown-group"), ("scheme.vetoes[1].scope", "parameter-not-used")];
    assert_eq!(found, expected.map(|(p, c)| (p.to_owned(), c)));
}

#[test]
fn ties_have_a_mean_rank_and_the_last_place_goes_by_lot() {
    let mut scheme = group(json!([{"key": "x", "points": 10, "rule": "linear", "target": 10}]));
    scheme["ranking"] = json!({"basis": "rounded", "ties": "average"});
    scheme["award"] = json!({"share": "1/2", "unresolved": "lot", "seed": 20_260_101});
    let rows = json!([{"unit": "a", "x": 5}, {"unit": "b", "x": 9}, {"unit": "c", "x": 5}, {"unit": "d", "x": 5}]);
    let card = evaluate(&scheme, rows);
    let ranks: Vec<String> = card.scores().map(|s| s.mean_rank.unwrap().to_string()).collect();
    assert_eq!(ranks, ["3", "1", "3", "3"]);
    let lots = card.lots();
    assert_eq!((lots.len(), lots[0].places, lots[0].order.len(), lots[0].seed), (1, 1, 3, 20_260_101));
    // The order of the digests, which anybody can draw again.
    let mut order = ["a", "c", "d"];
    order.sort_by_key(|unit| shequ::kernel::lot(20_260_101, unit));
    assert_eq!(lots[0].order, order);
    let awarded: Vec<String> = card.scores().filter(|s| s.award).map(|s| s.unit).collect();
    assert!(awarded.len() == 2 && awarded.contains(&"b".to_owned()) && awarded.contains(&lots[0].order[0]));
    assert!(text(&card, order[2]).contains("not awarded by lot, seed 20260101"));
    scheme["award"] = json!({"share": "1/2", "unresolved": "lot"});
    assert_eq!(faults(&scheme), [("scheme.award".to_owned(), "parameter-missing")]);
}

#[test]
fn the_linter_sees_burdens_overlaps_and_what_cannot_be_reached() {
    let mut scheme = group(json!([
        {"key": "a", "points": 60, "rule": "linear", "target": 10, "label": "走访", "inspections": 4, "owner": "clerk"},
        {"key": "b", "points": 30, "rule": "tiers", "column": "a", "inspections": 2,
         "tiers": [{"least": "9.5", "share": "0.9"}, {"least": "9.2", "share": "0.5"}, {"least": 3, "share": "0.2"}]},
        {"key": "c", "points": "9.9", "rule": "rate", "missing": "peer-median"},
        {"key": "d", "points": "0.1", "rule": "piecewise",
         "curve": [{"value": 0, "share": 0}, {"value": 5, "share": 1}, {"value": 9, "share": 0}]},
    ]));
    scheme["bonuses"] = json!([{"key": "e", "label": "走访", "cap": 1}]);
    scheme["units"] = json!([{"key": "u", "group": "p"}, {"key": "v", "group": "q"}, {"key": "w", "group": "q"}]);
    scheme["least_peers"] = json!(2);
    let parsed = Scheme::parse(&scheme.to_string()).unwrap();
    let found: Vec<(String, String)> =
        parsed.warnings().into_iter().map(|w| (w.code, w.path.replace("scheme.groups[0].indicators", ""))).collect();
    let expected = [
        ("weight-dominates", "[0]"),
        ("tier-unreachable", "[1].tiers[1]"),
        ("points-unreachable", "[1]"),
        ("median-of-few", "[2]"),
        ("curve-without-direction", "[3]"),
        ("weight-negligible", "[3]"),
        ("counted-twice", "[1]"),
        ("same-name", "scheme.bonuses[0]"),
        ("inspections", "scheme.groups"),
        ("indicators-without-owner", "scheme.groups"),
        ("peer-group-too-small", "scheme.units"),
    ];
    assert_eq!(found, expected.map(|(c, p)| (c.to_owned(), p.to_owned())));
    // One column, read by two indicators.
    let card = parsed.evaluate(&table(json!([{"unit": "u", "a": 9, "c": "2/3", "d": 0}]))).unwrap();
    assert_eq!(card.lines("u").unwrap()[1].score.to_string(), "6.0000");
    let codes: Vec<String> = card.warnings().into_iter().map(|w| format!("{} {}", w.code, w.path)).collect();
    assert_eq!(codes, ["peer-group-too-small table.group", "unit-without-row table.unit", "rate-over-few table.c"]);
    scheme["groups"][0]["indicators"][1]["scale"] = json!(1);
    assert_eq!(faults(&scheme), [("scheme.groups[0].indicators[1].column".to_owned(), "column-clash")]);
}
