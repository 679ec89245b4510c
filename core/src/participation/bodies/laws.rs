//! Laws that hold for every body, register and charter, tried on generated ones beside a second implementation.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use proptest::prelude::*;

use super::*;
use crate::kernel::{Day, Document, Ratio, Status};
use crate::pack::cn;
use crate::participation::laws::cases;

fn body(rest: &str) -> BodyView {
    let text = format!(
        r#"{{"format": "shequ.body/1", "id": "b", "label": "B", "layer": "decision", "composed": "representatives", {rest}}}"#
    );
    Body::parse(&text).unwrap().at(&cn().at("2025-06-01".parse().unwrap())).unwrap()
}

#[test]
fn shares_are_those_of_fractions_and_their_margins_flip() {
    let numbers = (1_u64..200).prop_flat_map(|members| (Just(members), 0..=members, 0..=members));
    proptest!(cases(128), |((members, representatives, women) in numbers)| {
        let look = |representatives: u64, women: u64| {
            body(&format!(
                r#""questions": ["villagers.representatives.composition"],
                "numbers": {{"members": {members}, "representatives": {representatives}, "women": {women}}}"#
            ))
        };
        let view = look(representatives, women);
        let share = |n: u64, p: i64, q: i64| Ratio::new(i64::try_from(n).unwrap(), i64::try_from(members).unwrap()).unwrap() >= Ratio::new(p, q).unwrap();
        let expected = share(representatives, 4, 5) && share(women, 1, 3);
        prop_assert_eq!(view.status == Status::Met, expected);
        let women_check = view.checks.get(1).unwrap();
        if let Some(margin) = women_check.margin {
            let moved = |m: u64| if women_check.status == Status::Met { women.checked_sub(m) } else { Some(women + m) };
            let flipped = look(representatives, moved(margin).unwrap()).checks.get(1).unwrap().status;
            let kept = look(representatives, moved(margin - 1).unwrap()).checks.get(1).unwrap().status;
            prop_assert_ne!(flipped, women_check.status);
            prop_assert_eq!(kept, women_check.status);
        }
    });
}

#[test]
fn apportionment_is_the_quotient_and_its_margin_flips() {
    proptest!(cases(256), |(households in 0_u64..400, representatives in 0_u64..25)| {
        let look = |households: u64| {
            let mut view = body(&format!(
                r#""apportion": {{"by": "households-per-representative", "clause": "cn.vc.reps.apportion"}},
                "groups": [{{"key": "g", "households": {households}, "representatives": {representatives}}}]"#
            ));
            view.checks.remove(0)
        };
        let check = look(households);
        let expected = if representatives == 0 { households == 0 } else {
            let each = Ratio::new(i64::try_from(households).unwrap(), i64::try_from(representatives).unwrap()).unwrap();
            Ratio::from(5_u64) <= each && each <= Ratio::from(15_u64)
        };
        prop_assert_eq!(check.status == Status::Met, expected);
        if let Some(margin) = check.margin {
            let moved = [households.checked_sub(margin), Some(households + margin)];
            prop_assert!(moved.into_iter().flatten().any(|n| look(n).status != check.status));
            let near = [households.checked_sub(margin - 1), Some(households + margin - 1)];
            prop_assert!(near.into_iter().flatten().all(|n| look(n).status == check.status));
        }
    });
}

#[test]
fn answers_add_up_and_time_runs_one_way() {
    let matter = (0_i32..60, proptest::option::of(0_i32..60));
    let start: Day = "2025-01-01".parse().unwrap();
    proptest!(cases(128), |(matters in proptest::collection::vec(matter, 0..8), n in 1_u32..20, today in 0_i32..90)| {
        let day = |n: i32| start.plus_days(n).unwrap();
        let one = |(i, (asked, took)): (usize, &(i32, Option<i32>))| {
            let answered = took.map(|took| format!(r#", "answered": "{}", "response": "accepted""#, day(asked + took)));
            format!(r#"{{"key": "m{i}", "day": "{}", "to": "o"{}}}"#, day(*asked), answered.unwrap_or_default())
        };
        let list = matters.iter().enumerate().map(one).collect::<Vec<_>>().join(",");
        let text = format!(r#"{{"format": "shequ.consultations/1", "body": "d", "label": "L", "answer": {{"n": {n}, "unit": "day"}}, "matters": [{list}]}}"#);
        let consultations = Consultations::parse(&text).unwrap();
        let view = consultations.at(day(today), None);
        prop_assert!(view.explain().adds_up());
        // By plain arithmetic of days.
        let limit = i32::try_from(n).unwrap();
        let late = matters.iter().filter(|(asked, took)| {
            *asked <= today && match took { Some(took) if asked + took <= today => *took > limit, _ => today - asked > limit }
        });
        prop_assert_eq!(view.answers.late + view.answers.overdue, late.count() as u64);
        prop_assert_eq!(view.answers.overdue, view.overdue.len() as u64);
        // What was late once is late ever after.
        let next = consultations.at(day(today + 1), None);
        prop_assert!(next.answers.late + next.answers.overdue >= view.answers.late + view.answers.overdue);
    });
}

#[test]
fn a_session_in_each_quarter_misses_none_and_each_that_is_taken_away_is_named() {
    proptest!(cases(64), |(offsets in proptest::collection::vec(0_i32..90, 8), gone in 0_usize..8)| {
        let quarters: Vec<Day> = (0..8).map(|q| Day::new(2023 + q / 4, u32::try_from(q % 4).unwrap() * 3 + 1, 1).unwrap()).collect();
        let days: Vec<Day> = quarters.iter().zip(&offsets).map(|(first, n)| first.plus_days(*n).unwrap()).collect();
        let look = |skip: Option<usize>| {
            let kept = days.iter().enumerate().filter(|(i, _)| Some(*i) != skip).map(|(_, day)| format!("\"{day}\""));
            let text = format!(
                r#"{{"format": "shequ.joint-charter/1", "conference": "j", "title": "T", "from": "2023-01-01", "every": "quarter", "sessions": [{}]}}"#,
                kept.collect::<Vec<_>>().join(",")
            );
            JointCharter::parse(&text).unwrap().at("2025-01-01".parse().unwrap()).missed
        };
        prop_assert!(look(None).is_empty());
        prop_assert_eq!(look(Some(gone)), [format!("{}-Q{}", 2023 + gone / 4, gone % 4 + 1)]);
    });
}
