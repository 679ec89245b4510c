//! Registers beside the scores: what is refused, and what they say of a day.

use serde_json::{Value, json};
use shequ::evaluation::{
    Boards, CampaignStage, Campaigns, EvidenceLedger, Practices, Retrospectives, Scheme, Standards,
};
use shequ::kernel::{Day, Document, Value as Plain};
use shequ::wire::Table;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn faults<D: Document + std::fmt::Debug>(document: &Value) -> Vec<(String, &'static str)> {
    D::parse(&document.to_string()).unwrap_err().faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn expected<const N: usize>(list: [(&str, &'static str); N]) -> Vec<(String, &'static str)> {
    list.map(|(path, code)| (path.to_owned(), code)).to_vec()
}

#[test]
fn evidence_is_counted_against_the_scheme_that_asks_for_it() {
    let scheme = Scheme::parse(
        r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [
            {"key": "a", "points": 1, "rule": "met", "target": 1, "evidence": "台账"},
            {"key": "b", "points": 1, "rule": "met", "target": 1, "evidence": "照片"},
            {"key": "c", "points": 1, "rule": "met", "target": 1}]}]}"#,
    )
    .unwrap();
    let piece = |key: &str, unit: &str, indicator: &str, day: &str| json!({"key": key, "unit": unit, "indicator": indicator, "day": day});
    let visit = |key: &str, day: &str, indicators: Value| json!({"key": key, "unit": "u", "day": day, "by": "d", "indicators": indicators});
    let ledger = json!({"format": "shequ.evidence/1", "title": "T",
        "evidence": [piece("1", "u", "a", "2025-02-01"), piece("2", "u", "b", "2024-12-31"), piece("3", "v", "x", "2025-02-01")],
        "inspections": [visit("1", "2025-03-01", json!([])), visit("2", "2025-04-01", json!(["a"])), visit("3", "2026-01-01", json!([]))]});
    let ledger = EvidenceLedger::parse(&ledger.to_string()).unwrap();
    let report = ledger.report(&scheme, &["u", "v"], day("2025-01-01"), day("2026-01-01")).unwrap();
    let u = &report.units[0];
    assert_eq!((u.coverage.unwrap().to_string(), u.inspections, u.repeated), ("1/2".to_owned(), 2, 1));
    assert_eq!((u.missing.as_slice(), report.stray.as_slice()), (&["b".to_owned()][..], &["3".to_owned()][..]));
    assert_eq!(report.units[1].missing, ["a", "b"]);
    let error = ledger.report(&scheme, &["u"], day("2025-01-01"), day("2025-01-01")).unwrap_err();
    assert_eq!(error.first().code(), "evidence-period-empty");
}

#[test]
fn a_campaign_runs_through_its_phases() {
    let document = json!({"format": "shequ.campaigns/1", "title": "T", "campaigns": [{
        "key": "a", "from": "2025-01-01", "until": "2026-01-01", "units": ["x", "y"],
        "targets": [{"key": "t", "target": "7.5", "steps": [{"day": "2025-01-01", "amount": "2.5"}, {"day": "2025-06-01", "amount": 10}]}],
        "phases": [{"kind": "reward", "due": "2025-12-01"}]}]});
    let campaigns = Campaigns::parse(&document.to_string()).unwrap();
    let at = |text: &str| {
        let state = campaigns.states(day(text)).remove(0);
        (state.state, state.targets[0].share.to_string(), state.overdue.len())
    };
    assert_eq!(at("2024-12-31"), (CampaignStage::Planned, "0".to_owned(), 0));
    assert_eq!(at("2025-05-31"), (CampaignStage::Running, "1/3".to_owned(), 0));
    assert_eq!(at("2025-12-02"), (CampaignStage::Running, "5/3".to_owned(), 1));
    assert_eq!(at("2026-01-01").0, CampaignStage::Ended);
    let mut wrong = document;
    wrong["campaigns"][0]["units"] = json!(["x", "x"]);
    wrong["campaigns"][0]["until"] = json!("2024-01-01");
    wrong["campaigns"][0]["targets"][0]["target"] = json!(0);
    let list = [
        ("campaigns.campaigns[0].until", "register-day-before"),
        ("campaigns.campaigns[0].units[1].key", "evaluation-register-key-twice"),
        ("campaigns.campaigns[0].targets[0].target", "register-out-of-range"),
    ];
    assert_eq!(faults::<Campaigns>(&wrong), expected(list));
}

#[test]
fn a_practice_given_up_no_longer_counts() {
    let document = json!({"format": "shequ.practices/1", "title": "T", "practices": [{"key": "p", "origin": "a", "from": "2025-01-01",
        "adoptions": [{"unit": "b", "from": "2025-02-01", "until": "2025-05-01"}, {"unit": "c", "from": "2025-03-01"}]}]});
    let practices = Practices::parse(&document.to_string()).unwrap();
    let report = practices.spread(day("2025-06-01"), &["a", "b", "c", "d"]);
    let p = &report.practices[0];
    assert_eq!((p.units, p.given_up, p.first, p.last, p.reach.unwrap().to_string()), (2, 1, 31, 59, "2/4".to_owned()));
    assert_eq!(report.without, ["b", "d"]);
    let mut wrong = document;
    wrong["practices"][0]["adoptions"][0]["unit"] = json!("a");
    wrong["practices"][0]["adoptions"][1]["from"] = json!("2024-01-01");
    let list = [
        ("practices.practices[0].adoptions[0].unit", "practice-adopted-at-home"),
        ("practices.practices[0].adoptions[1].from", "register-day-before"),
    ];
    assert_eq!(faults::<Practices>(&wrong), expected(list));
}

#[test]
fn a_level_stands_on_those_below_it() {
    let document = json!({"format": "shequ.standards/1", "title": "T", "levels": [
        {"key": "low", "criteria": [{"key": "x", "least": 1}]}, {"key": "high", "criteria": [{"key": "y", "least": 1, "most": 2}]}]});
    let standards = Standards::parse(&document.to_string()).unwrap();
    let rows: Plain = serde_json::from_value(json!([
        {"unit": "a", "x": 0, "y": 1}, {"unit": "b", "x": 1, "y": "2.5"}, {"unit": "c", "x": 1, "y": 2}, {"unit": "d", "x": 1, "y": null}]))
    .unwrap();
    let levels = standards.levels(&Table::of_rows(&rows).unwrap()).unwrap();
    let found: Vec<_> = levels.iter().map(|l| (l.level.as_deref(), l.next.as_deref())).collect();
    let low = (Some("low"), Some("high"));
    assert_eq!(found, [(None, Some("low")), low, (Some("high"), None), low]);
    assert_eq!((levels[1].missing[0].due.to_string(), levels[3].missing[0].value), ("2".to_owned(), None));
    let twice: Plain =
        serde_json::from_value(json!([{"unit": "a", "x": 0, "y": 1}, {"unit": "a", "x": 1, "y": 1}])).unwrap();
    let error = standards.levels(&Table::of_rows(&twice).unwrap()).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("duplicate-unit", "table[1].unit"));
    let mut wrong = document;
    wrong["levels"][1]["criteria"][0]["least"] = json!(3);
    wrong["levels"][0]["criteria"][0]["least"] = json!(null);
    let code = "criterion-without-bound";
    let list = [("standards.levels[0].criteria[0]", code), ("standards.levels[1].criteria[0]", code)];
    assert_eq!(faults::<Standards>(&wrong), expected(list));
}

#[test]
fn looking_back_shows_what_fell_back() {
    let item = |key: &str, more: Value| {
        let mut item = json!({"key": key, "subject": "u", "found": "2025-01-01", "shortfall": "s", "measure": "m", "due": "2025-03-01"});
        for (field, value) in more.as_object().unwrap() {
            item[field] = value.clone();
        }
        item
    };
    let items = json!([
        item("in-time", json!({"done": "2025-03-01", "checked": "2025-06-01", "holds": true})),
        item("late", json!({"done": "2025-04-01", "checked": "2025-06-01"})),
        item("never", json!({})),
        item("other", json!({"subject": "v", "due": "2026-01-01"})),
    ]);
    let mut document = json!({"format": "shequ.retrospectives/1", "title": "T", "items": items});
    let back = Retrospectives::parse(&document.to_string()).unwrap();
    let report = back.report(day("2025-07-01"), None);
    assert_eq!((report.found, report.in_time, report.late, report.checked), (4, 1, 1, 2));
    assert_eq!(
        (&report.overdue, &report.open, &report.fallen_back),
        (&vec!["never".to_owned()], &vec!["other".to_owned()], &vec!["late".to_owned()])
    );
    assert!(report.explain().adds_up());
    // As of an earlier day nothing later is known.
    let early = back.report(day("2025-03-15"), Some("u"));
    assert_eq!((early.in_time, early.late, early.checked, early.overdue.len()), (1, 0, 0, 2));
    document["items"][2]["checked"] = json!("2025-06-01");
    document["items"][3]["holds"] = json!(true);
    let list = [
        ("retrospectives.items[2].checked", "retrospective-not-done"),
        ("retrospectives.items[3].holds", "retrospective-not-checked"),
    ];
    assert_eq!(faults::<Retrospectives>(&document), expected(list));
}

#[test]
fn nobody_is_on_a_board_who_did_not_agree() {
    let entry = json!({"key": "1", "kind": "post", "subject": "p", "reason": "r", "from": "2025-03-01", "agreed": "2025-03-02"});
    let mut document = json!({"format": "shequ.boards/1", "title": "T", "entries": [entry]});
    assert_eq!(faults::<Boards>(&document), expected([("boards.entries[0].from", "register-day-before")]));
    // Until the day on which it begins it would stand on no day.
    document["entries"][0]["agreed"] = json!("2025-02-20");
    document["entries"][0]["until"] = json!("2025-03-01");
    assert_eq!(faults::<Boards>(&document), expected([("boards.entries[0].until", "evidence-period-empty")]));
    document["entries"][0].as_object_mut().unwrap().remove("agreed");
    assert_eq!(faults::<Boards>(&document), expected([("boards.entries[0]", "missing-field")]));
    document["entries"][0]["kind"] = json!("person");
    assert_eq!(faults::<Boards>(&document)[0].1, "unknown-choice");
}
