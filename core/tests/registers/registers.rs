use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Document, Lang, Salt, canonical};
use shequ::organisation::ComparisonReason::{AreaChanged, DaysOverlap, KindChanged, SourceMissing, SourcesDiffer};
use shequ::organisation::DutyFault::{Gap, Misplaced, Overlap, Overreach};
use shequ::organisation::{
    Activities, ActivityKind, ActivityReceipt, Comparable, Duties, DutyFault, NewActivity, Notes, Sectors,
};

use super::{day, fault, faults, law, load, organisation, read};

/// The figures of essay 6: 61 branches in private firms and 11 in new sectors, of which 5 in schools.
#[test]
fn coverage_by_sector_of_the_essay() {
    let mut units = vec![];
    let mut rows = vec![];
    for i in 0..80 {
        let (kind, sector) = match i {
            0..65 => ("firm", "private"),
            65..71 => ("school", "school"),
            _ => ("located-unit", "new"),
        };
        units.push(json!({"key": format!("u{i:02}"), "kind": kind, "name": format!("单位{i:02}")}));
        rows.push(json!({"unit": format!("u{i:02}"), "sector": sector}));
    }
    // 61 of 65 firms, 5 of 6 schools and 6 of 9 others have a branch, each of its own.
    for i in (0..61).chain(65..70).chain(71..77) {
        units.push(json!({"key": format!("b{i:02}"), "kind": "workplace-party-branch", "name": "支部", "parent": format!("u{i:02}")}));
    }
    let org = organisation(json!({"units": units}));
    let sectors: Sectors = load(json!({"sectors": [
        {"key": "private", "label": "非公企业"}, {"key": "school", "label": "民办学校"}, {"key": "new", "label": "其他新兴行业"}], "units": rows}));
    let coverage = org.at(day("2004-06-01")).sector_coverage(&sectors, &["workplace-party-branch"]).unwrap();
    let bodies: Vec<u32> = coverage.sectors.iter().map(|s| s.bodies).collect();
    assert_eq!((bodies, coverage.total.bodies), (vec![61, 5, 6], 72));
    assert_eq!(coverage.total.rate.unwrap().to_string(), "72/80");
    assert!(coverage.explain().adds_up());
    assert_eq!(
        faults(org.at(day("2004-06-01")).sector_coverage(&sectors, &["nothing"])),
        [fault("unknown-kind", "kinds[0]")]
    );
}

#[test]
fn sectors_are_checked() {
    assert_eq!(
        faults(read::<Sectors>(
            json!({"sectors": [{"key": "a", "label": "A"}, {"key": "a", "label": "A"}, {"key": "b", "label": "B"}], "units": [
            {"unit": "u", "sector": "a", "until": "2024-01-01"}, {"unit": "u", "sector": "b", "from": "2024-01-01"},
            {"unit": "v", "sector": "a"}, {"unit": "v", "sector": "b", "from": "2020-01-01"}, {"unit": "w", "sector": "c"}]})
        )),
        [
            fault("register-key-twice", "sectors.sectors[1].key"),
            fault("register-unknown-label", "sectors.units[4].sector"),
            fault("register-two-sectors", "sectors.units[3]"),
        ]
    );
}

#[test]
fn duties_are_missing_doubled_or_in_the_wrong_hands() {
    let org = organisation(json!({"units": [
        {"key": "s", "kind": "sub-district", "name": "街道"}, {"key": "office", "kind": "sub-district-office", "name": "街道办", "parent": "s"},
        {"key": "c1", "kind": "community", "name": "一", "parent": "s"}, {"key": "c2", "kind": "community", "name": "二", "parent": "s"},
        {"key": "r1", "kind": "residents-committee", "name": "一居委", "parent": "c1"},
        {"key": "r2", "kind": "residents-committee", "name": "二居委", "parent": "c2"},
        {"key": "st", "kind": "station", "name": "站", "parent": "c1"}]}));
    let duties: Duties = load(json!({
        "duties": [
            {"key": "permits", "label": "审批", "each": "community", "by": ["sub-district-office"], "never": ["residents-committee"], "source": "准入办法"},
            {"key": "mediation", "label": "调解", "each": "community", "by": ["residents-committee"]},
            {"key": "care", "label": "照料", "each": "community", "shared": true, "from": "2020-01-01"}],
        "assignments": [
            {"duty": "permits", "unit": "office"}, {"duty": "mediation", "unit": "st"}, {"duty": "mediation", "unit": "r1"},
            {"duty": "mediation", "unit": "r1", "area": "c2", "from": "2022-01-01"},
            {"duty": "care", "unit": "office", "area": "c1"}, {"duty": "care", "unit": "st"}],
        "transfers": [{"duty": "permits", "source": "office", "target": "r1", "day": "2024-01-01", "instrument": "放权文件"},
                      {"duty": "permits", "source": "r1", "target": "office", "day": "2025-01-01"}]}));
    let found = |on: &str| -> Vec<(DutyFault, String, String)> {
        let report = org.at(day(on)).duties(&duties).unwrap();
        assert!(report.explain().adds_up());
        report.findings.into_iter().map(|f| (f.fault, f.duty, f.area.key)).collect()
    };
    let row = |fault, duty: &str, area: &str| (fault, duty.to_owned(), area.to_owned());
    assert_eq!(
        found("2019-06-01"),
        [row(Overlap, "mediation", "c1"), row(Misplaced, "mediation", "c1"), row(Gap, "mediation", "c2"),]
    );
    assert_eq!(
        found("2024-06-01"),
        [
            row(Overreach, "permits", "c1"),
            row(Gap, "permits", "c2"),
            row(Overlap, "mediation", "c1"),
            row(Misplaced, "mediation", "c1"),
            row(Overreach, "mediation", "c2"),
            row(Gap, "care", "c2"),
        ]
    );
    assert!(!found("2025-01-01").iter().any(|(_, duty, _)| duty == "permits"));
    let held: Vec<_> =
        duties.holdings(Some("permits")).unwrap().into_iter().map(|h| (h.unit, h.from, h.until)).collect();
    assert_eq!(
        held,
        [
            ("office".into(), None, Some(day("2024-01-01"))),
            ("office".into(), Some(day("2025-01-01")), None),
            ("r1".into(), Some(day("2024-01-01")), Some(day("2025-01-01"))),
        ]
    );
    assert!(org.at(day("2024-06-01")).duties(&duties).unwrap().explain().render(Lang::Zh).contains("准入办法"));
}

#[test]
fn transfers_need_who_has_the_duty() {
    let made = |assignments: Value, transfers: Value| {
        faults(read::<Duties>(json!({
        "duties": [{"key": "d", "label": "D", "each": "community", "by": ["station"]}], "assignments": assignments, "transfers": transfers})))
    };
    let one = json!([{"duty": "d", "unit": "a", "until": "2024-01-01"}]);
    let transfer = |source: &str, day: &str| json!([{"duty": "d", "source": source, "target": "b", "day": day}]);
    assert_eq!(made(one.clone(), transfer("a", "2024-01-01")), [fault("duty-not-held", "duties.transfers[0]")]);
    assert_eq!(made(one.clone(), transfer("c", "2023-01-01")), [fault("duty-not-held", "duties.transfers[0]")]);
    assert_eq!(made(one.clone(), transfer("b", "2023-01-01")), [fault("duty-to-itself", "duties.transfers[0]")]);
    assert_eq!(
        made(json!([{"duty": "d", "unit": "a"}, {"duty": "d", "unit": "b"}]), transfer("a", "2024-01-01")),
        [fault("duty-held-twice", "duties.transfers[0]"),]
    );
    assert_eq!(
        made(json!([{"duty": "x", "unit": "a"}]), json!([])),
        [fault("unknown-duty", "duties.assignments[0].duty")]
    );
}

/// A transfer moves a duty, and changes nothing else: on every day as many have it as before.
#[test]
fn transfers_conserve_duties() {
    law(100, prop::collection::vec((0_usize..4, 0_usize..4, 1_i32..900), 0..6), |moves| {
        let start = day("2020-01-01");
        let mut at = 0;
        let mut rows: Vec<_> = moves.into_iter().collect();
        rows.sort_by_key(|(_, _, on)| *on);
        rows.dedup_by_key(|(_, _, on)| *on);
        let mut transfers = Vec::new();
        let mut changes = Vec::new();
        for (_, target, on) in rows {
            if target != at {
                transfers.push(json!({"duty": "d", "source": format!("u{at}"), "target": format!("u{target}"),
                    "day": start.plus_days(on).unwrap()}));
                at = target;
                changes.push((start.plus_days(on).unwrap(), target));
            }
        }
        let duties: Duties = load(json!({"duties": [{"key": "d", "label": "D", "each": "community"}],
            "assignments": [{"duty": "d", "unit": "u0", "from": start}], "transfers": transfers}));
        let held = duties.holdings(None).unwrap();
        for offset in 0..1000 {
            let today = start.plus_days(offset).unwrap();
            let now: Vec<_> = held
                .iter()
                .filter(|h| h.from.is_some_and(|f| f <= today) && h.until.is_none_or(|u| today < u))
                .collect();
            let expected = changes.iter().rev().find(|(on, _)| *on <= today).map_or(0, |(_, unit)| *unit);
            prop_assert_eq!(now.len(), 1);
            prop_assert_eq!(&now[0].unit, &format!("u{expected}"));
        }
        Ok(())
    });
}

#[test]
fn a_series_says_what_may_be_compared() {
    let org = organisation(json!({
        "units": [
            {"key": "v", "kind": "village", "name": "村", "until": null},
            {"key": "c", "kinds": [{"kind": "village", "until": "2004-01-01"}, {"kind": "community", "from": "2004-01-01"}], "name": "社区"}],
        "events": [{"merge": {"day": "2006-07-01", "sources": ["v"], "targets": [{"unit": "c"}]}}],
        "indicators": [
            {"unit": "c", "measure": "households", "value": 400, "from": "2003-01-01", "source": "年报"},
            {"unit": "c", "measure": "households", "value": 500, "from": "2005-01-01", "source": "年报"},
            {"unit": "c", "measure": "households", "value": 550, "from": "2006-01-01", "source": "普查"},
            {"unit": "c", "measure": "households", "value": 900, "from": "2007-01-01", "source": "普查"},
            {"unit": "c", "measure": "households", "value": 950, "from": "2007-01-01..2007-06-30"},
            {"unit": "v", "measure": "area", "value": "1.25"}]}));
    let series = org.series("c", "households").unwrap();
    let steps: Vec<_> =
        series.steps.iter().map(|s| (s.comparable, s.reasons.clone(), s.change.map(|c| c.to_string()))).collect();
    assert_eq!(
        steps,
        [
            (Comparable::Caution, vec![KindChanged], Some("100".into())),
            (Comparable::Caution, vec![SourcesDiffer], Some("50".into())),
            (Comparable::No, vec![AreaChanged], None),
            (Comparable::No, vec![DaysOverlap, SourceMissing], None),
        ]
    );
    assert_eq!(series.steps[1].relative.as_ref().map(ToString::to_string).as_deref(), Some("1/10"));
    assert!(series.explain().render(Lang::Zh).contains("不可比：其间辖区有变动"));
    assert_eq!(org.indicators(None, None).unwrap().len(), 6);
    let area = org.indicators(Some("v"), None).unwrap().remove(0);
    assert_eq!(
        (area.unit_of_measure.as_str(), area.value.to_string(), area.source),
        ("square-kilometres", "1.25".into(), None)
    );
    assert_eq!(faults(org.series("x", "households")), [fault("unknown-unit", "")]);
    assert_eq!(faults(org.series("c", "height")), [fault("unknown-measure", "")]);
}

fn card(kind: ActivityKind, on: &str, answers: Option<u64>) -> NewActivity {
    NewActivity { day: day(on), post: "clerk".parse().unwrap(), kind, unit: "c1".parse().unwrap(), answers }
}

#[test]
fn only_the_owner_can_show_a_record() {
    let mut register = Activities::new("cards".parse().unwrap());
    let salt = || Salt::new(b"random bytes of the owner").unwrap();
    let promise = register.record(card(ActivityKind::PromiseCard, "2025-03-05", None), "教邻居游泳", salt()).unwrap();
    let answer = register.record(card(ActivityKind::FeedbackCard, "2025-03-09", Some(0)), "谢谢", salt()).unwrap();
    assert_eq!(register.verify(&answer).unwrap().answers, Some(0));
    let text = canonical(&register).unwrap();
    assert!(!text.contains("游泳") && !text.contains(&salt().to_string()));
    assert!(!format!("{register:?} {promise:?}").contains("游泳"));
    let again = Activities::parse(&text).unwrap();
    let receipt = ActivityReceipt::parse(&canonical(&promise).unwrap()).unwrap();
    assert_eq!(again.verify(&receipt).unwrap().kind, ActivityKind::PromiseCard);
    let other = canonical(&promise).unwrap().replace("游泳", "下棋");
    assert_eq!(faults(again.verify(&ActivityReceipt::parse(&other).unwrap())), [fault("log-text-differs", "")]);
    let mut elsewhere = Activities::new("other".parse().unwrap());
    elsewhere.record(card(ActivityKind::PromiseCard, "2025-03-05", None), "教邻居游泳", salt()).unwrap();
    assert_eq!(faults(elsewhere.verify(&promise)), [fault("activity-receipt-differs", "")]);
    assert_eq!(
        faults(register.record(card(ActivityKind::Team, "2025-03-10", Some(9)), "x", salt())),
        [fault("activity-no-such-record", "answers")]
    );
    assert_eq!(
        faults(register.record(card(ActivityKind::Team, "2025-03-10", None), " ", salt())),
        [fault("activity-text-empty", "text")]
    );
    assert_eq!(
        faults(register.record(card(ActivityKind::Team, "2025-03-01", None), "x", salt())),
        [fault("log-day-backwards", "day")]
    );
    assert_eq!(register.records().len(), 2);
    // What is few is not published.
    let counts = register.counts(day("2025-01-01"), day("2026-01-01"), 5).unwrap();
    assert!(counts.total.is_none() && counts.rows[0].counts.iter().all(Option::is_none));
    assert_eq!(
        faults(register.counts(day("2025-01-01"), day("2026-01-01"), 1)),
        [fault("register-threshold-too-low", "")]
    );
    // A log of something else is no register.
    let mut log = shequ::kernel::Log::new("cards".parse().unwrap());
    let entry = shequ::kernel::NewEntry::new(
        day("2025-01-01"),
        "a".parse().unwrap(),
        "b".parse().unwrap(),
        "c".parse().unwrap(),
    );
    log.append(entry, &mut shequ::kernel::SealedTexts::default()).unwrap();
    let wrong = canonical(&log).unwrap().replace("shequ.log/1", "shequ.activities/1");
    assert_eq!(faults(Activities::parse(&wrong)), [fault("activity-not-a-record", "activities.entries[0]")]);
}

#[test]
fn notes_name_topics_and_nobody() {
    let made = |note: Value| {
        let mut base = json!({"key": "1", "day": "2025-03-01", "unit": "c1", "topic": "lift", "text": "电梯常停"});
        base.as_object_mut().unwrap().extend(note.as_object().unwrap().clone());
        faults(read::<Notes>(json!({"topics": [{"key": "lift", "label": "电梯"}], "notes": [base]})))
    };
    for text in
        ["找 13800138000", "电话 138-0013-8000", "电话１３８００１３８０００", "写信 a@b.cn", "证 35050219800101123X"]
    {
        assert_eq!(made(json!({"text": text})), [fault("note-with-contact", "notes.notes[0].text")], "{text}");
    }
    assert_eq!(made(json!({"text": ""})), [fault("note-length", "notes.notes[0].text")]);
    assert_eq!(made(json!({"topic": "noise"})), [fault("register-unknown-label", "notes.notes[0].topic")]);
    assert_eq!(made(json!({"answered": "2025-03-02"})), [fault("note-answer-incomplete", "notes.notes[0].answered")]);
    assert_eq!(
        made(json!({"answered": "2025-02-02", "answer": "好"})),
        [fault("note-answer-incomplete", "notes.notes[0].answered")]
    );
    for field in ["name", "person", "resident", "contact", "household"] {
        assert_eq!(made(json!({field: "x"})), [fault("unknown-field", &format!("notes.notes[0].{field}"))]);
    }
    let notes: Notes = load(
        json!({"topics": [{"key": "lift", "label": "电梯"}, {"key": "noise", "label": "噪音"}], "notes": [
        {"key": "1", "day": "2025-03-01", "unit": "c1", "topic": "lift", "text": "12 栋电梯常停", "answered": "2025-04-01", "answer": "已修"},
        {"key": "2", "day": "2025-03-02", "unit": "c2", "topic": "noise", "text": "夜间施工", "answered": "2025-03-05", "answer": "已停"}]}),
    );
    let topics = notes.topics(day("2025-01-01"), day("2025-04-01"), None).unwrap();
    // The answer of 1 April is after the period.
    assert_eq!((topics.total.notes, topics.total.answered, topics.total.open.join("")), (2, 1, "1".into()));
    assert_eq!(topics.topics[1].mean_days.as_ref().map(ToString::to_string).as_deref(), Some("3"));
    assert!(topics.explain().adds_up());
    assert_eq!(notes.topics(day("2025-01-01"), day("2025-05-01"), Some("c1")).unwrap().total.notes, 1);
}
