//! Records of decisions and meetings that counted working days name the calendar.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::meeting::{Meeting, MeetingRecord, verify_meeting};
use super::{Facts, Record, verify};
use crate::kernel::{Calendar, Document, Status, canonical};
use crate::pack::{Pack, Packs};
use crate::wire::participation::{Difference, Verification};

fn packs() -> Packs {
    let pack = Pack::parse(
        r#"
        format = "shequ.pack/1"
        id = "days"
        label = "days"
        layer = "charter"
        read_on = "2026-01-01"
        [[instruments]]
        id = "charter"
        title = "Charter"
        from = "2020-01-01"
        [[clauses]]
        id = "d.posting"
        instrument = "charter"
        article = "1"
        certainty = "text"
        label = "posted within three working days"
        deadline = { event = "publication", anchor = "meeting", when = "at-most-after", n = 3, unit = "working-day" }
        [[clauses]]
        id = "d.notice"
        instrument = "charter"
        article = "2"
        certainty = "text"
        label = "a week's notice"
        deadline = { event = "notice", anchor = "meeting", when = "at-least-before", n = 7, unit = "day" }
        [[questions]]
        id = "d.posted"
        label = "posted?"
        require = "d.posting"
        [[questions]]
        id = "d.noticed"
        label = "noticed?"
        require = "d.notice"
        "#,
    );
    Packs::new([pack.unwrap()]).unwrap()
}

/// A calendar of 2025 with so many days off and worked besides weekends.
fn own(off: &str, worked: &str) -> Calendar {
    Calendar::parse(&format!(
        r#"
        format = "shequ.calendar/1"
        key = "own"
        weekend = [6, 7]
        holidays = [{{ key = "x", label = "x" }}]
        [[years]]
        year = 2025
        off = {{ x = [{off}] }}
        worked = {{ x = [{worked}] }}
        "#
    ))
    .unwrap()
}

fn what(found: &Verification) -> Vec<&str> {
    found.differs.iter().map(|Difference { what, .. }| what.as_str()).collect()
}

#[test]
fn a_decision_names_the_calendar_and_another_one_shows() {
    let facts =
        Facts::parse(r#"{"format": "shequ.facts/1", "days": {"meeting": "2025-09-29", "publication": "2025-10-09"}}"#);
    let (facts, packs, cn) = (facts.unwrap(), packs(), Calendar::cn());
    let rules = packs.at("2025-10-09".parse().unwrap()).with_calendar(cn.clone());
    let verdict = rules.decide("d.posted", &facts).unwrap();
    assert_eq!(verdict.status(), Status::Met);
    let record = verdict.record().unwrap();
    let held = record.draft().calendar.clone().unwrap();
    // From the meeting to the third working day after it, which the holidays move.
    assert_eq!(
        (held.key.as_str(), held.from.to_string(), held.until.to_string()),
        ("cn", "2025-09-29".into(), "2025-10-11".into())
    );
    for facts in [Some(&facts), None] {
        assert!(verify(&record, &packs, facts, Some(cn)).unwrap().ok);
        assert_eq!(what(&verify(&record, &packs, facts, None).unwrap()), ["calendar", "verdict"]);
        // Another calendar that counts alike on these days is as good, whatever it says of other days.
        let alike = own(r#""2025-10-01..2025-10-08""#, r#""2025-03-01""#);
        assert!(verify(&record, &packs, facts, Some(&alike)).unwrap().ok);
        let other = own(r#""2025-10-01..2025-10-07""#, "");
        assert_eq!(what(&verify(&record, &packs, facts, Some(&other)).unwrap()), ["calendar", "verdict"]);
    }
    let text = canonical(&record).unwrap();
    let changed = Record::parse(&text.replace("\"key\":\"cn\"", "\"key\":\"de\"")).unwrap();
    assert_eq!(what(&verify(&changed, &packs, None, Some(cn)).unwrap()), ["record"]);

    // A record of the time before calendars were named is read as it is, and its calendar is not compared.
    let (start, rest) = text.split_once("\"calendar\":{").unwrap();
    let older = Record::parse(&format!("{start}{}", rest.split_once("},").unwrap().1)).unwrap().sealed_anew().unwrap();
    assert!(older.draft().calendar.is_none());
    assert!(verify(&older, &packs, None, Some(cn)).unwrap().ok);
    assert_eq!(what(&verify(&older, &packs, None, None).unwrap()), ["verdict"]);
}

#[test]
fn what_counts_no_working_day_names_none() {
    let packs = packs();
    let rules = packs.at("2025-10-09".parse().unwrap()).with_calendar(Calendar::cn().clone());
    let record = |question: &str, days: &str| {
        let facts = Facts::parse(&format!(r#"{{"format": "shequ.facts/1", "days": {{{days}}}}}"#)).unwrap();
        rules.decide(question, &facts).unwrap().record().unwrap()
    };
    let named =
        |record: Record| record.draft().calendar.is_some() || canonical(&record).unwrap().contains("\"calendar\":");
    assert!(!named(record("d.noticed", r#""meeting": "2025-09-29", "notice": "2025-09-01""#)));
    // The day from which is counted is not known, or lies in a year without data.
    assert!(!named(record("d.posted", r#""publication": "2025-10-09""#)));
    assert!(!named(record("d.posted", r#""meeting": "2003-09-29", "publication": "2003-10-09""#)));
}

#[test]
fn a_meeting_names_it_too() {
    let meeting = Meeting::parse(
        r#"
        format = "shequ.meeting/1"
        id = "m"
        label = "m"
        day = "2025-09-29"
        days = { publication = "2025-10-09", notice = "2025-09-01" }
        rules = { notice = "d.notice", publication = "d.posting" }
        attendance = { heads = { entitled = 6, in_person = 4 } }
        [[agenda]]
        key = "a"
        label = "a"
        decided_by = "d.notice"
        on_agenda = true
        "#,
    );
    let (meeting, packs, cn) = (meeting.unwrap(), packs(), Calendar::cn());
    let result = meeting.result(&packs.at(meeting.day()).with_calendar(cn.clone())).unwrap();
    let text = canonical(&result.record().unwrap()).unwrap();
    let record = MeetingRecord::parse(&text).unwrap();
    assert_eq!(record.draft().calendar.as_ref().map(|held| held.until.to_string()).as_deref(), Some("2025-10-11"));
    assert!(verify_meeting(&record, &packs, Some(cn)).unwrap().ok);
    let alike = own(r#""2025-10-01..2025-10-08""#, "");
    assert!(verify_meeting(&record, &packs, Some(&alike)).unwrap().ok);
    for other in [None, Some(&own("", ""))] {
        assert_eq!(what(&verify_meeting(&record, &packs, other).unwrap())[0], "calendar");
    }
}
