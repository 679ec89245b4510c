#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::*;
use crate::kernel::{Document, Lang, Status, Value, to_value};
use crate::pack::{Milestone, Pack, Packs, Reason, Rules, cn, de};
use crate::participation::election::ClauseAnswer;
use crate::wire::{Column, Table};

fn rules(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

fn day(text: &str) -> crate::kernel::Day {
    text.parse().unwrap()
}

fn codes(error: &crate::kernel::Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

/// A by-law with an age counted on polling day, the birthday in or out or neither.
fn by_law(full: &str) -> Packs {
    let full = if full.is_empty() { String::new() } else { format!(", full = \"{full}\"") };
    let pack = Pack::parse(&format!(
        r#"
        format = "shequ.pack/1"
        id = "own"
        label = "own"
        layer = "by-law"
        read_on = "2026-01-01"
        [[instruments]]
        id = "b"
        title = "by-law"
        from = "2000-01-01"
        [[clauses]]
        id = "own.age"
        instrument = "b"
        certainty = "text"
        label = "age"
        predicate = {{ is = "age", years = 18, on = "poll"{full} }}
        [[clauses]]
        id = "own.since"
        instrument = "b"
        certainty = "text"
        label = "residence"
        predicate = {{ is = "residence", years = 1{full} }}
        [[questions]]
        id = "own.vote"
        label = "vote"
        require = {{ all = ["own.age", "own.since"] }}
        [[questions]]
        id = "own.age"
        label = "age"
        require = "own.age"
        "#
    ));
    Packs::new([pack.unwrap()]).unwrap()
}

fn age_on(full: &str, born: &str, poll: &str) -> Status {
    let rules = by_law(full).at(day("2025-01-01"));
    let question = Eligibility::new(&rules, "own.age", &[(Milestone::Poll, day(poll))]).unwrap();
    question.check(&Standing::new().born(day(born))).unwrap().status()
}

#[test]
fn years_are_full_at_the_day_one_before_and_one_after() {
    use Status::{Met, NotMet, Unknown};
    let around = |full: &str, born: &str, days: [&str; 3]| days.map(|poll| age_on(full, born, poll));
    let days = ["2025-03-20", "2025-03-21", "2025-03-22"];
    assert_eq!(around("on-the-day", "2007-03-21", days), [NotMet, Met, Met]);
    assert_eq!(around("day-after", "2007-03-21", days), [NotMet, NotMet, Met]);
    assert_eq!(around("", "2007-03-21", days), [NotMet, Unknown, Met]);
    // Born on 29 February: eighteen years end on 28 February (Civil Code art. 202).
    let leap = ["2026-02-27", "2026-02-28", "2026-03-01"];
    assert_eq!(around("on-the-day", "2008-02-29", leap), [NotMet, Met, Met]);
    assert_eq!(around("day-after", "2008-02-29", leap), [NotMet, NotMet, Met]);
}

#[test]
fn what_is_missing_is_asked_and_only_that() {
    let packs = by_law("on-the-day");
    let rules = packs.at(day("2025-01-01"));
    let question = Eligibility::new(&rules, "own.vote", &[]).unwrap();
    let paths = |person: &Standing| -> Vec<String> {
        question.check(person).unwrap().missing().iter().map(|ask| ask.path.clone()).collect()
    };
    assert_eq!(paths(&Standing::new()), ["person.born", "person.resident_since"]);
    let born = Standing::new().born(day("1990-01-01"));
    // Resident for too short a time settles it, whatever the polling day.
    assert_eq!(paths(&born), ["days.poll", "person.resident_since"]);
    let new = born.clone().resident_since(day("2024-01-02"));
    assert_eq!(question.check(&new).unwrap().status(), Status::NotMet);
    assert!(question.check(&new).unwrap().missing().is_empty());
    // Whoever answers the clause need not give the day of birth.
    let told = Standing::new().with("own.age", true).with("residence", true);
    assert_eq!(question.check(&told).unwrap().status(), Status::Met);
}

fn villager(person: &Standing) -> Status {
    let question = Eligibility::new(&rules("2025-03-21"), "villagers.elector", &[]).unwrap();
    question.check_answering(person, |_| ClauseAnswer::Yes).unwrap().status()
}

#[test]
fn villagers_are_registered_in_three_groups() {
    let grown = Standing::new().with("age", true).with("registered-elsewhere", false);
    let here = grown.clone().with("registered", true);
    assert_eq!(villager(&here.clone().with("resident", true)), Status::Met);
    assert_eq!(villager(&here.clone().with("resident", false).with("cn.vc.absent.wish", true)), Status::Met);
    let away = here.with("resident", false).with("cn.vc.absent.wish", false).with("residence", false);
    assert_eq!(villager(&away), Status::NotMet);
    // Not registered: a year of residence, the own application and the consent of the assembly.
    let third = |since: &str, request: bool, consent: bool| {
        let person = grown.clone().with("registered", false).resident_since(day(since));
        villager(&person.with("cn.vc.residence_alt.request", request).with("consent", consent))
    };
    assert_eq!(third("2024-03-20", true, true), Status::Met);
    assert_eq!(third("2024-03-21", true, true), Status::Unknown);
    assert_eq!(third("2024-03-22", true, true), Status::NotMet);
    assert_eq!(third("2020-01-01", false, true), Status::NotMet);
    assert_eq!(third("2020-01-01", true, false), Status::NotMet);
    let twice = Standing::new().with("age", true).with("registered", true).with("resident", true);
    assert_eq!(villager(&twice.with("registered-elsewhere", true)), Status::NotMet);
}

#[test]
fn the_law_of_2026_was_not_read_and_answers_unknown() {
    let question = Eligibility::new(&rules("2026-01-01"), "villagers.elector", &[]).unwrap();
    let person = Standing::new().with("age", true).with("registered", true).with("resident", true);
    let mut asked = 0;
    let verdict = question
        .check_answering(&person, |_| {
            asked += 1;
            ClauseAnswer::Yes
        })
        .unwrap();
    assert_eq!((verdict.status(), verdict.missing().len(), asked), (Status::Unknown, 0, 0));
    assert!(verdict.view().clauses.iter().all(|clause| clause.reason == Some(Reason::Unread)));
}

#[test]
fn relatives_conflicts_and_households() {
    let supervisor = Eligibility::new(&rules("2025-03-21"), "villagers.supervisor", &[]).unwrap();
    let status = |member, kin: Kinship| {
        let person = Standing::new().with("member", member).with("near-relative", kin.is_near_relative());
        supervisor.check(&person).unwrap().status()
    };
    assert_eq!(status(false, Kinship::Cousin), Status::Met);
    assert_eq!(status(false, Kinship::Sibling), Status::NotMet);
    assert_eq!(status(true, Kinship::Other), Status::NotMet);
    let owner = Eligibility::new(&de().at(day("2024-01-01")), "weg.may-vote", &[]).unwrap();
    let conflict = |so| owner.check(&Standing::new().with("conflict-of-interest", so)).unwrap().status();
    assert_eq!([conflict(false), conflict(true)], [Status::Met, Status::NotMet]);
    let owner = Eligibility::new(&rules("2024-01-01"), "owners.voter", &[]).unwrap();
    assert_eq!(owner.check(&Standing::new().with("owner", true)).unwrap().status(), Status::Met);
}

#[test]
fn nothing_sensitive_is_kept_exported_or_said() {
    let question = Eligibility::new(&rules("2025-03-21"), "residents.elector", &[]).unwrap();
    let person = Standing::new().born(day("1991-06-17")).with("resident", true);
    let told = |answer| question.check_answering(&person, |_| answer).unwrap();
    let plain = |verdict: &EligibilityVerdict| {
        let text = |v: Value| format!("{v:?}");
        let all = [
            text(to_value(&verdict.view()).unwrap()),
            format!("{verdict:?}"),
            verdict.explain().render(Lang::Zh),
            verdict.explain().render(Lang::En),
        ];
        all.join("\n")
    };
    let refused = told(ClauseAnswer::No);
    assert_eq!(refused.status(), Status::NotMet);
    assert!(refused.view().clauses.iter().all(|c| c.status.is_none() && c.found.is_none()));
    // Somebody too young who was asked in the same way has the same clauses and the same words.
    let young = Standing::new().born(day("2010-06-17")).with("resident", true);
    let young = question.check_answering(&young, |_| ClauseAnswer::Yes).unwrap();
    assert_eq!(plain(&young), plain(&refused));
    for verdict in [told(ClauseAnswer::Yes), told(ClauseAnswer::Unknown), refused] {
        let sensitive = verdict.view().clauses.into_iter().find(|c| c.sensitive).unwrap();
        assert_eq!(sensitive.status, None);
        assert!(!plain(&verdict).contains("1991"), "a day of birth was kept");
    }
    assert_eq!(format!("{person:?}"), "Standing { .. }");
    // It is asked only where it can decide.
    let mut asked = Vec::new();
    let young = Standing::new().born(day("2010-06-17")).with("resident", true);
    let note = |clause: &str| {
        asked.push(clause.to_owned());
        ClauseAnswer::Yes
    };
    question.check_answering(&young, note).unwrap();
    assert!(asked.is_empty());
}

#[test]
fn every_fault_of_a_person_is_reported() {
    let question = Eligibility::new(&rules("2025-03-21"), "villagers.elector", &[]).unwrap();
    let person = Standing::new()
        .born(day("2025-04-01"))
        .resident_since(day("2025-03-25"))
        .with("political-rights", true)
        .with("cn.vc.rights", true)
        .with("owner", true)
        .with("age", true);
    let found = codes(&question.check(&person).unwrap_err());
    let mut expected = vec![
        ("person.answers.cn.vc.rights".to_owned(), "eligibility-sensitive-kept"),
        ("person.answers.owner".to_owned(), "eligibility-not-asked"),
        ("person.answers.political-rights".to_owned(), "eligibility-sensitive-kept"),
        ("person.answers.age".to_owned(), "eligibility-answered-twice"),
        ("person.born".to_owned(), "eligibility-day-after"),
        ("person.resident_since".to_owned(), "eligibility-day-after"),
        ("person.resident_since".to_owned(), "eligibility-before-birth"),
    ];
    expected.sort();
    let mut sorted = found.clone();
    sorted.sort();
    assert_eq!(sorted, expected);
    let error = Eligibility::new(&rules("2025-03-21"), "owners.ordinary", &[]).unwrap_err();
    assert_eq!(error.first().code(), "eligibility-not-personal");
}

fn text(cells: &[&str]) -> Column {
    Column::Text(cells.iter().map(|c| (!c.is_empty()).then(|| (*c).to_owned())).collect())
}

fn bools(cells: &[i8]) -> Column {
    Column::Bool(cells.iter().map(|c| (*c >= 0).then_some(*c > 0)).collect())
}

#[test]
fn a_roll_gives_counts_and_open_rows_and_no_person() {
    let question = Eligibility::new(&rules("2025-03-21"), "residents.elector", &[]).unwrap();
    let table = Table::new(vec![
        ("key".into(), text(&["kAlpha", "kBeta", "kGamma", "kDelta", "kEpsilon"])),
        ("born".into(), text(&["1990-01-01", "2010-01-01", "", "2007-03-21", "1980-05-05"])),
        ("resident".into(), bools(&[1, 1, 1, 1, -1])),
    ]);
    let table = table.unwrap();
    let mut asked = Vec::new();
    let roll = question
        .roll(&table, |row, clause| {
            asked.push((row, clause.to_owned()));
            if row == 0 { ClauseAnswer::Yes } else { ClauseAnswer::Unknown }
        })
        .unwrap();
    assert_eq!((roll.rows, roll.met, roll.not_met, roll.unknown), (5, 1, 1, 3));
    let open: Vec<(u64, Vec<&str>)> =
        roll.open.iter().map(|row| (row.row, row.ask.iter().map(String::as_str).collect())).collect();
    let rights = "answers.cn.urc.elector.rights";
    assert_eq!(
        open,
        [
            (2, vec!["person.born", rights]),
            (3, vec!["answers.cn.urc.age", rights]),
            (4, vec!["answers.cn.urc.elector.resident", rights])
        ]
    );
    assert!(asked.iter().all(|(row, _)| *row != 1), "a settled row was asked a sensitive fact");
    assert!(roll.explain().adds_up());
    let plain = format!("{:?}", to_value(&roll).unwrap());
    assert!(!plain.contains("kAlpha") && !plain.contains("1990"), "{plain}");
}

#[test]
fn one_represents_a_household() {
    let question = Eligibility::new(&rules("2025-03-21"), "residents.assembly.household", &[]).unwrap();
    let table = Table::new(vec![
        ("key".into(), text(&["a", "b", "c", "d", "e"])),
        ("household".into(), text(&["h1", "h1", "h2", "h2", "h3"])),
        ("household-representative".into(), bools(&[1, 1, 1, 0, 0])),
    ]);
    let roll = question.roll(&table.unwrap(), |_, _| ClauseAnswer::Unknown).unwrap();
    assert_eq!((roll.met, roll.not_met, roll.unknown), (1, 2, 2));
    let households = roll.households.unwrap();
    assert_eq!((households.households, households.without, households.with_one, households.with_several), (3, 1, 1, 1));
    assert_eq!(roll.open.iter().map(|row| row.row).collect::<Vec<_>>(), [0, 1]);
    assert_eq!(roll.asks[0].path, "households.representative");
}

#[test]
fn every_fault_of_a_roll_is_reported() {
    let question = Eligibility::new(&rules("2025-03-21"), "residents.elector", &[]).unwrap();
    let table = Table::new(vec![
        ("key".into(), text(&["a", "a"])),
        ("born".into(), text(&["1990-13-01", "2030-01-01"])),
        ("resident".into(), Column::Int(vec![Some(1), Some(0)])),
        ("political-rights".into(), bools(&[1, 1])),
        ("income".into(), bools(&[1, 1])),
    ]);
    let found = codes(&question.roll(&table.unwrap(), |_, _| ClauseAnswer::Yes).unwrap_err());
    let paths: Vec<(&str, &str)> = found.iter().map(|(path, code)| (path.as_str(), *code)).collect();
    assert!(paths.contains(&("roll[1].key", "eligibility-key-twice")), "{paths:?}");
    assert!(paths.iter().any(|(path, _)| *path == "roll[0].born"), "{paths:?}");
    assert!(paths.contains(&("roll.resident", "wrong-column")), "{paths:?}");
    assert!(paths.contains(&("roll.political-rights", "eligibility-sensitive-kept")), "{paths:?}");
    assert!(paths.contains(&("roll.income", "unknown-column")), "{paths:?}");
}

fn owners(units: &str) -> Owners {
    Owners::parse(&format!(r#"{{"format": "shequ.owners/1", "units": [{units}]}}"#)).unwrap()
}

#[test]
fn heads_are_counted_as_the_court_says() {
    let rules = rules("2026-03-01");
    let heads = |units: &str| owners(units).heads(&rules, "cn.spc.9").unwrap();
    // One buyer with one, two, three units is one head.
    let own = |n: usize| (0..n).map(|i| format!(r#"{{"key": "u{i}", "owners": ["o"]}}"#)).collect::<Vec<_>>().join(",");
    for n in 1..=3 {
        assert_eq!(heads(&own(n)).heads, Some(1), "{n}");
    }
    let developer = r#"{"key": "a", "developer": "unsold"}, {"key": "b", "owners": ["x"], "developer": "undelivered"},
        {"key": "c", "owners": ["x"]}"#;
    let count = heads(developer);
    assert_eq!((count.heads, count.unsold, count.undelivered), (Some(2), 1, 1));
    assert!(count.explain().adds_up());
    // Co-owners in any order are one owner.
    let count = heads(
        r#"{"key": "a", "owners": ["x", "y"]}, {"key": "b", "owners": ["y", "x"]}, {"key": "c", "owners": ["z"]}"#,
    );
    assert_eq!((count.heads, count.co_owned, count.several, count.units_of_several), (Some(2), 2, 1, 2));
    assert!(count.explain().adds_up());
    // One alone and with another: the Court does not say whether that is one buyer.
    let count =
        heads(r#"{"key": "a", "owners": ["x", "y"]}, {"key": "b", "owners": ["x"]}, {"key": "c", "owners": ["z"]}"#);
    assert_eq!((count.heads, count.least, count.most, count.overlapping), (None, 2, 3, 1));
    assert_eq!(count.reason, Some(Reason::Silent));
    // Before the clause is in force, nothing is counted.
    let before = owners(&own(2)).heads(&cn().at(day("2008-01-01")), "cn.spc.9").unwrap();
    assert_eq!((before.heads, before.least, before.most), (None, 1, 2));
    assert_eq!(owners(&own(1)).heads(&rules, "cn.cc.279").unwrap_err().first().code(), "owners-clause-not-counting");
    // The German act: each owner one vote, co-owners together.
    let weg = owners(&own(3)).heads(&de().at(day("2024-01-01")), "de.weg.25(2).118").unwrap();
    assert_eq!(weg.heads, Some(1));
}

#[test]
fn every_fault_of_owners_is_reported() {
    let text = r#"{"format": "shequ.owners/1", "units": [{"key": "a"}, {"key": "a", "owners": ["x", "x"]},
        {"key": "b", "owners": ["y"], "developer": "unsold"}]}"#;
    assert_eq!(
        codes(&Owners::parse(text).unwrap_err()),
        [
            ("owners.units[0].owners".to_owned(), "owners-unit-without-owner"),
            ("owners.units[1].key".to_owned(), "owners-unit-twice"),
            ("owners.units[1].owners[1]".to_owned(), "owners-owner-twice"),
            ("owners.units[2].owners".to_owned(), "owners-unsold-owned"),
        ]
    );
}

#[test]
fn near_relatives_are_the_eight_kinds_of_the_civil_code() {
    use Kinship::{
        Child, Cousin, DaughtersChild, InLaw, MaternalGrandparent, Other, Parent, PaternalGrandparent, Sibling,
        SonsChild, Spouse, UncleAuntNephewNiece,
    };
    let near = [Spouse, Parent, Child, Sibling, PaternalGrandparent, MaternalGrandparent, SonsChild, DaughtersChild];
    assert!(near.iter().all(|kin| kin.is_near_relative()));
    assert!([UncleAuntNephewNiece, Cousin, InLaw, Other].iter().all(|kin| !kin.is_near_relative()));
    assert_eq!(rules("2024-01-01").clause("cn.cc.1045").unwrap().citation().article, "1045(2)");
}
