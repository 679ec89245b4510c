//! Laws that hold for every person, roll and list of owners, tried on generated ones.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::kernel::{Day, Document, Status};
use crate::pack::cn;
use crate::participation::election::ClauseAnswer;
use crate::participation::laws::cases;
use crate::wire::{Column, Table};

const WORDS: [&str; 8] = [
    "age",
    "registered",
    "resident",
    "cn.vc.absent.wish",
    "residence",
    "cn.vc.residence_alt.request",
    "consent",
    "registered-elsewhere",
];

fn villagers() -> Eligibility {
    Eligibility::new(&cn().at("2025-03-21".parse().unwrap()), "villagers.elector", &[]).unwrap()
}

fn person(answers: &[Option<bool>]) -> Standing {
    let given = WORDS.iter().zip(answers).filter_map(|(word, so)| Some((*word, (*so)?)));
    given.fold(Standing::new(), |person, (word, so)| person.with(word, so))
}

fn told(rights: Option<bool>) -> ClauseAnswer {
    match rights {
        Some(true) => ClauseAnswer::Yes,
        Some(false) => ClauseAnswer::No,
        None => ClauseAnswer::Unknown,
    }
}

/// Article 13 in plain words, for what is known in full.
fn by_the_book(a: &[bool], rights: bool) -> bool {
    let [age, registered, resident, wish, year, request, consent, elsewhere] = a.try_into().unwrap();
    age && rights && !elsewhere && ((registered && (resident || wish)) || (year && request && consent))
}

fn answers() -> impl Strategy<Value = Vec<Option<bool>>> {
    proptest::collection::vec(any::<Option<bool>>(), WORDS.len())
}

/// What is unknown is met if every completion is, and not met if none is: the second implementation tries them all.
fn by_completion(answers: &[Option<bool>], rights: Option<bool>) -> Status {
    let all: Vec<Option<bool>> = answers.iter().copied().chain([rights]).collect();
    let open: Vec<usize> = all.iter().enumerate().filter(|(_, a)| a.is_none()).map(|(i, _)| i).collect();
    let outcomes: BTreeSet<bool> = (0_u32..1 << open.len())
        .map(|bits| {
            let mut full: Vec<bool> = all.iter().map(|a| a.unwrap_or(false)).collect();
            for (k, i) in open.iter().enumerate() {
                *full.get_mut(*i).unwrap() = bits >> k & 1 == 1;
            }
            let rights = full.pop().unwrap();
            by_the_book(&full, rights)
        })
        .collect();
    match (outcomes.contains(&true), outcomes.contains(&false)) {
        (true, false) => Status::Met,
        (false, true) => Status::NotMet,
        _ => Status::Unknown,
    }
}

#[test]
fn a_person_is_decided_as_the_second_implementation_says() {
    let question = villagers();
    proptest!(cases(256), |(answers in answers(), rights in any::<Option<bool>>())| {
        let verdict = question.check_answering(&person(&answers), |_| told(rights)).unwrap();
        prop_assert_eq!(verdict.status(), by_completion(&answers, rights));
        prop_assert_eq!(verdict.missing().is_empty(), verdict.status() != Status::Unknown);
        prop_assert!(verdict.view().clauses.iter().all(|c| !c.sensitive || c.status.is_none()));
        if verdict.status() == Status::NotMet {
            prop_assert!(verdict.view().clauses.iter().all(|c| c.status.is_none()));
        }
    });
}

#[test]
fn a_fact_more_never_turns_a_settled_answer() {
    let question = villagers();
    proptest!(cases(256), |(answers in answers(), at in 0..WORDS.len(), so in any::<bool>())| {
        let before = question.check(&person(&answers)).unwrap().status();
        let mut more = answers;
        if let Some(slot) = more.get_mut(at).filter(|slot| slot.is_none()) {
            *slot = Some(so);
        }
        let after = question.check(&person(&more)).unwrap().status();
        prop_assert!(before == Status::Unknown || before == after);
    });
}

#[test]
fn what_is_asked_settles_it() {
    let question = villagers();
    proptest!(cases(128), |(answers in answers(), so in any::<bool>(), rights in any::<bool>())| {
        let mut answers = answers;
        // Each round answers all that is asked; nothing is asked twice.
        for _ in 0..=WORDS.len() {
            let verdict = question.check_answering(&person(&answers), |_| told(Some(rights))).unwrap();
            if verdict.status() != Status::Unknown {
                return Ok(());
            }
            prop_assert!(!verdict.missing().is_empty());
            for ask in verdict.missing() {
                let word = match ask.path.as_str() {
                    "person.born" => "age",
                    "person.resident_since" => "residence",
                    "answers.cn.vc.registered" => "registered",
                    "answers.cn.vc.resident" => "resident",
                    "answers.cn.vc.residence_alt.consent" => "consent",
                    "answers.cn.vc.elsewhere" => "registered-elsewhere",
                    other => other.strip_prefix("answers.").unwrap(),
                };
                let at = WORDS.iter().position(|w| *w == word).unwrap();
                let slot = answers.get_mut(at).unwrap();
                prop_assert!(slot.is_none(), "{} was known", word);
                *slot = Some(so);
            }
        }
        prop_assert!(false, "never settled");
    });
}

#[test]
fn a_roll_is_its_rows() {
    let question = villagers();
    let rows = proptest::collection::vec((answers(), any::<Option<bool>>()), 0..12);
    proptest!(cases(64), |(rows in rows)| {
        let column = |i: usize| Column::Bool(rows.iter().map(|(a, _)| a.get(i).copied().flatten()).collect());
        let mut columns: Vec<(String, Column)> =
            WORDS.iter().enumerate().map(|(i, word)| ((*word).to_owned(), column(i))).collect();
        columns.push(("key".into(), Column::Int((0..).take(rows.len()).map(Some).collect())));
        let answer = |row: u64| rows.get(usize::try_from(row).unwrap()).and_then(|(_, rights)| *rights);
        let roll = question.roll(&Table::new(columns).unwrap(), |row, _| told(answer(row))).unwrap();
        let one = |(a, rights): &(Vec<Option<bool>>, Option<bool>)| {
            question.check_answering(&person(a), |_| told(*rights)).unwrap().status()
        };
        let statuses: Vec<Status> = rows.iter().map(one).collect();
        let count = |status| statuses.iter().filter(|s| **s == status).count() as u64;
        prop_assert_eq!((roll.met, roll.not_met, roll.unknown), (count(Status::Met), count(Status::NotMet), count(Status::Unknown)));
        let open: Vec<u64> = (0..).zip(&statuses).filter(|(_, s)| **s == Status::Unknown).map(|(i, _)| i).collect();
        prop_assert_eq!(roll.open.iter().map(|r| r.row).collect::<Vec<_>>(), open);
        prop_assert!(roll.explain().adds_up());
    });
}

#[test]
fn whoever_is_of_age_stays_so() {
    let question = |day: Day| Eligibility::new(&cn().at(day), "residents.elector", &[]).unwrap();
    let (from, until): (Day, Day) = ("1995-01-01".parse().unwrap(), "2025-12-31".parse().unwrap());
    proptest!(cases(64), |(born in 0..20_000_i32, day in 0..until.since(from))| {
        let born = from.plus_days(-born).unwrap();
        let day = from.plus_days(day).unwrap();
        let person = Standing::new().born(born).with("resident", true);
        let status = |day| question(day).check_answering(&person, |_| ClauseAnswer::Yes).unwrap().status();
        let (today, tomorrow) = (status(day), status(day.plus_days(1).unwrap()));
        prop_assert!(today <= tomorrow, "{:?} then {:?}", today, tomorrow);
    });
}

#[test]
fn heads_do_not_depend_on_the_order_and_lie_within_their_bounds() {
    let unit = (proptest::collection::btree_set(0_u8..5, 0..3), 0_u8..4);
    let units = proptest::collection::vec(unit, 1..9);
    let rules = cn().at("2026-03-01".parse().unwrap());
    proptest!(cases(256), |(units in units)| {
        let draft = |(i, (set, how)): (usize, &(BTreeSet<u8>, u8))| {
            let developer = if set.is_empty() { r#", "developer": "unsold""# } else if *how == 0 { r#", "developer": "undelivered""# } else { "" };
            let owners = set.iter().map(|o| format!("\"o{o}\"")).collect::<Vec<_>>().join(",");
            format!(r#"{{"key": "u{i}", "owners": [{owners}]{developer}}}"#)
        };
        let mut list: Vec<String> = units.iter().enumerate().map(draft).collect();
        let parse = |list: &[String]| {
            Owners::parse(&format!(r#"{{"format": "shequ.owners/1", "units": [{}]}}"#, list.join(","))).unwrap()
        };
        let count = parse(&list).heads(&rules, "cn.spc.9").unwrap();
        list.reverse();
        prop_assert_eq!(&parse(&list).heads(&rules, "cn.spc.9").unwrap(), &count);
        // In the words of the Court: one for the developer, one for each different set of buyers.
        let bought: BTreeSet<&BTreeSet<u8>> = units.iter().filter(|(set, how)| !set.is_empty() && *how != 0).map(|(set, _)| set).collect();
        let developer = u64::from(units.iter().any(|(set, how)| set.is_empty() || *how == 0));
        prop_assert_eq!(count.most, bought.len() as u64 + developer);
        prop_assert!(count.least >= 1 && count.least <= count.most);
        prop_assert_eq!(count.heads.is_some(), count.overlapping == 0);
        prop_assert!(count.heads.is_none_or(|heads| heads == count.most && count.explain().adds_up()));
    });
}
