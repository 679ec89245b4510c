//! Corrections and appeals: what may follow what, what was known on a day, and that nothing is changed unseen.

use serde_json::{Value, json};
use shequ::evaluation::{Ledger, Scheme, Scorecard};
use shequ::kernel::{Day, Document, Opened, Salt, SealedTexts, canonical};
use shequ::wire::evaluation::LedgerRecord;

use super::invented;

fn card() -> Scorecard {
    Scheme::parse(&invented::scheme(12)).unwrap().evaluate(&invented::table(40, 12, 1)).unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn record(mut parts: Value) -> LedgerRecord {
    parts["actor"] = "post-1".into();
    serde_json::from_value(parts).unwrap()
}

fn change(unit: &str, value: i64) -> Value {
    json!([{"unit": unit, "column": "i00", "value": value}])
}

fn append(ledger: &mut Ledger, card: &Scorecard, parts: Value) -> Result<(), (String, String)> {
    let done = ledger.append(card, record(parts), Vec::new(), &mut SealedTexts::default()).map(drop);
    done.map_err(|e| (e.first().code().to_owned(), e.first().path().to_owned()))
}

#[test]
fn an_appeal_is_answered_once_and_in_order() {
    let card = card();
    let [a, b] = [0, 1].map(|at| card.units()[at].to_string());
    let mut ledger = Ledger::new("review".parse().unwrap());
    let refused = |ledger: &mut Ledger, parts: Value| {
        let before = (ledger.clone(), ledger.log().head());
        let fault = append(ledger, &card, parts).unwrap_err();
        assert_eq!((ledger.clone(), ledger.log().head()), before, "on an error nothing has changed");
        fault
    };
    let fault = |code: &str, path: &str| (code.to_owned(), path.to_owned());
    let appeal = json!({"day": "2026-01-08", "kind": "appeal", "unit": a, "deadline": "2026-01-31"});
    append(&mut ledger, &card, appeal).unwrap();
    for (parts, code, path) in [
        (json!({"day": "2026-01-09", "kind": "correction", "unit": a}), "ledger-nothing-changed", "record.changes"),
        (
            json!({"day": "2026-01-09", "kind": "appeal", "unit": a, "changes": change(&a, 3)}),
            "ledger-changes-not-taken",
            "record.changes",
        ),
        (json!({"day": "2026-01-09", "kind": "decision", "unit": a}), "ledger-appeal-not-named", "record.appeal"),
        (
            json!({"day": "2026-01-09", "kind": "correction", "unit": a, "appeal": 0, "changes": change(&a, 3)}),
            "ledger-appeal-not-named",
            "record.appeal",
        ),
        (
            json!({"day": "2026-01-09", "kind": "decision", "unit": b, "appeal": 0}),
            "ledger-no-such-appeal",
            "record.appeal",
        ),
        (
            json!({"day": "2026-01-09", "kind": "decision", "unit": a, "appeal": 4}),
            "ledger-no-such-appeal",
            "record.appeal",
        ),
        (
            json!({"day": "2026-01-09", "kind": "appeal", "unit": a, "deadline": "2026-01-08"}),
            "ledger-deadline",
            "record.deadline",
        ),
        (json!({"day": "2026-01-09", "kind": "appeal", "unit": "nobody"}), "unknown-unit", "record.unit"),
        (
            json!({"day": "2026-01-09", "kind": "correction", "unit": a, "changes": change("nobody", 3)}),
            "unknown-unit",
            "record.changes[0].unit",
        ),
        (json!({"day": "2026-01-07", "kind": "appeal", "unit": a}), "log-day-backwards", "day"),
    ] {
        assert_eq!(refused(&mut ledger, parts.clone()), fault(code, path), "{parts}");
    }
    let decision = json!({"day": "2026-02-02", "kind": "decision", "unit": a, "appeal": 0, "changes": change(&a, 12)});
    append(&mut ledger, &card, decision.clone()).unwrap();
    assert_eq!(refused(&mut ledger, decision), fault("ledger-appeal-answered", "record.appeal"));
    let state = |on: &str| ledger.appeals(day(on)).first().map(|appeal| (appeal.state.clone(), appeal.answer));
    assert_eq!(state("2026-01-07"), None);
    assert_eq!(state("2026-01-31"), Some(("open".into(), None)));
    assert_eq!(state("2026-02-01"), Some(("overdue".into(), None)));
    assert_eq!(state("2026-02-02"), Some(("upheld".into(), Some(1))));
}

#[test]
fn the_first_card_stays_and_every_affected_unit_is_told() {
    let card = card();
    let unit = card.units()[5].to_string();
    let mut ledger = Ledger::new("review".parse().unwrap());
    for (on, value) in [("2026-01-08", 0), ("2026-01-20", 12)] {
        let parts = json!({"day": on, "kind": "correction", "unit": unit, "changes": change(&unit, value)});
        append(&mut ledger, &card, parts).unwrap();
    }
    let known = |on: &str| ledger.card(&card, day(on)).unwrap();
    assert_eq!(known("2026-01-07").digest().unwrap(), card.digest().unwrap());
    let effects = ledger.effects(&card, Day::MAX).unwrap();
    assert_eq!(effects.len(), 2);
    let mut before = card.clone();
    for (effect, on) in effects.iter().zip(["2026-01-08", "2026-01-20"]) {
        let after = known(on);
        let told: Vec<&str> = effect.units.iter().map(|told| told.after.unit.as_str()).collect();
        let expected = before.scores().zip(after.scores()).filter(|(a, b)| a != b);
        assert_eq!(told, expected.map(|(_, after)| after.unit).collect::<Vec<_>>());
        assert!(told.contains(&unit.as_str()));
        for both in &effect.units {
            assert_eq!(both.before, before.score(&both.before.unit).unwrap());
            assert_eq!(both.after, after.score(&both.after.unit).unwrap());
        }
        before = after;
    }
}

#[test]
fn what_is_good_of_a_ledger_and_its_log_is_kept() {
    let card = card();
    let unit = card.units()[0].to_string();
    let (mut ledger, mut texts) = (Ledger::new("review".parse().unwrap()), SealedTexts::default());
    let reason = ("reason".parse().unwrap(), "counted twice".to_owned(), Salt::new(&[7; 16]).unwrap());
    for (at, value) in [3, 5, 7].into_iter().enumerate() {
        let parts = json!({"day": format!("2026-01-0{}", at + 1), "kind": "correction", "unit": unit, "changes": change(&unit, value)});
        ledger.append(&card, record(parts), vec![reason.clone()], &mut texts).unwrap();
    }
    assert_eq!(ledger.log().read(1, "reason", &texts).unwrap(), Opened::Text("counted twice"));
    texts.erase(1);
    assert_eq!(ledger.log().read(1, "reason", &texts).unwrap(), Opened::Erased);
    let (text, log) = (serde_json::to_value(&ledger).unwrap(), canonical(ledger.log()).unwrap());
    assert!(!text.to_string().contains("counted"));
    let head = ledger.log().head();
    let whole = Ledger::parse(&text.to_string(), &log, Some(&head)).unwrap();
    assert!(whole.check.intact && whole.ledger == ledger);
    // A record altered: those before it stand.
    let mut altered = text.clone();
    altered["records"][1]["changes"][0]["value"] = 6.into();
    let read = Ledger::parse(&altered.to_string(), &log, None).unwrap();
    assert_eq!((read.check.good, read.check.broken.unwrap().code), (1, "ledger-record-differs".into()));
    assert_eq!(read.ledger.records(), &ledger.records()[..1]);
    // A record cut off, and one added.
    let mut cut = text.clone();
    cut["records"].as_array_mut().unwrap().pop();
    let read = Ledger::parse(&cut.to_string(), &log, None).unwrap();
    assert_eq!((read.check.good, read.check.broken.unwrap().code), (2, "ledger-record-missing".into()));
    let mut more = text;
    let last = more["records"][2].clone();
    more["records"].as_array_mut().unwrap().push(last);
    let read = Ledger::parse(&more.to_string(), &log, None).unwrap();
    assert_eq!((read.check.good, read.check.broken.unwrap().code), (3, "ledger-record-unlogged".into()));
    // The chain itself altered.
    let broken = log.replacen("2026-01-02", "2026-01-03", 1);
    let read = Ledger::parse(&serde_json::to_string(&ledger).unwrap(), &broken, None).unwrap();
    assert_eq!((read.check.good, read.check.broken.unwrap().code), (1, "log-entry-changed".into()));
}
