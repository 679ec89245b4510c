//! Every day from 2004 to 2026 against the package the data come from, asked day by day.

use proptest::prelude::*;
use shequ::kernel::{Calendar, Day, Digest};

use super::law;

fn days(year: i32) -> impl Iterator<Item = Day> {
    let (first, last) = (Day::new(year, 1, 1).unwrap(), Day::new(year, 12, 31).unwrap());
    (first.number()..=last.number()).map(|n| Day::from_number(n).unwrap())
}

#[test]
fn every_working_day_of_every_year_is_the_published_one() {
    let cn = Calendar::cn();
    let mut years = 0;
    for line in include_str!("../data/cn-working-days.txt").lines().filter(|l| !l.starts_with('#')) {
        let [year, count, digest] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let working: Vec<Day> = days(year.parse().unwrap()).filter(|d| cn.is_working(*d).unwrap()).collect();
        assert_eq!(working.len().to_string(), count, "{year}");
        let text = working.iter().fold(String::new(), |text, day| text + &day.to_string() + "\n");
        assert_eq!(Digest::of_bytes(text.as_bytes()).to_string(), digest, "{year}");
        years += 1;
    }
    assert_eq!(years, 23);
}

/// Published in the press each year with the notice: 251 working days in 2024, 248 in 2025 and in 2026.
#[test]
fn years_have_the_known_number_of_working_days() {
    for (year, known) in [(2024, 251), (2025, 248), (2026, 248)] {
        let (from, until) = (Day::new(year, 1, 1).unwrap(), Day::new(year + 1, 1, 1).unwrap());
        assert_eq!(Calendar::cn().working_days_between(from, until).unwrap(), known);
    }
}

#[test]
fn counting_and_adding_agree_with_walking() {
    let cn = Calendar::cn();
    let (first, last) = (Day::new(2004, 1, 1).unwrap(), Day::new(2026, 12, 31).unwrap());
    law((first.number()..=last.number(), -400..400_i32), |(number, n)| {
        let day = Day::from_number(number).unwrap();
        let (mut at, mut left) = (day, n);
        while left != 0 {
            let step = left.signum();
            let Some(next) = at.plus_days(step).ok().filter(|d| (first..=last).contains(d)) else {
                prop_assert!(cn.add_working_days(day, n).is_err());
                return Ok(());
            };
            at = next;
            left -= if cn.is_working(at).unwrap() { step } else { 0 };
        }
        prop_assert_eq!(cn.add_working_days(day, n).unwrap(), at);
        let (from, until) = (day.min(at), day.max(at));
        let walked = (from.number()..until.number()).filter(|d| cn.is_working(Day::from_number(*d).unwrap()).unwrap());
        prop_assert_eq!(cn.working_days_between(from, until).unwrap(), i32::try_from(walked.count()).unwrap());
        if let Ok(working) = cn.on_or_after(day) {
            prop_assert!(cn.is_working(working).unwrap() && working >= day);
            prop_assert_eq!(cn.working_days_between(day, working).unwrap(), 0);
        }
        Ok(())
    });
}
