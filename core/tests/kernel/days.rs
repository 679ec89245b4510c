//! Days against chrono; periods and spans against the days they hold.

use chrono::{Datelike, NaiveDate};
use proptest::prelude::*;
use shequ::kernel::{Day, Likely, Period, Span, WithinDays};

use super::law;

fn day() -> impl Strategy<Value = Day> {
    (1..=3_652_059_i32).prop_map(|n| Day::from_number(n).unwrap())
}

/// Days so close together that periods often touch and meet.
fn near() -> impl Strategy<Value = Day> {
    (700_000..700_040_i32).prop_map(|n| Day::from_number(n).unwrap())
}

#[test]
fn days_are_those_of_chrono() {
    law((day(), -5_000_000..5_000_000_i32), |(day, step)| {
        let date = NaiveDate::from_num_days_from_ce_opt(day.number()).unwrap();
        prop_assert_eq!(day.to_string(), date.format("%Y-%m-%d").to_string());
        prop_assert_eq!(day.to_string().parse::<Day>().unwrap(), day);
        prop_assert_eq!(Day::new(date.year(), date.month(), date.day()).unwrap(), day);
        let later = date.checked_add_signed(chrono::TimeDelta::days(step.into()));
        let later = later.filter(|d| (1..=9999).contains(&d.year()));
        prop_assert_eq!(day.plus_days(step).ok().map(Day::date), later);
        if let Ok(other) = day.plus_days(step) {
            prop_assert_eq!(other.since(day), step);
        }
        Ok(())
    });
}

#[test]
fn months_end_where_the_law_says() {
    law((day(), 0..5_000_u32), |(day, months)| {
        if let Ok(later) = day.plus_months(months) {
            let expected = (day.year() * 12 + i32::try_from(day.date().month0() + months).unwrap()).div_euclid(12);
            prop_assert_eq!(later.year(), expected);
            // The same day of the month, or the last one where that month is shorter.
            let next = later.plus_days(1).unwrap_or(later);
            let short = next.date().day() == 1 && later.date().day() < day.date().day();
            prop_assert!(later.date().day() == day.date().day() || short);
        }
        Ok(())
    });
}

#[test]
fn a_month_and_a_year_hold_their_days() {
    for month in 1..=12 {
        let within: WithinDays = format!("9999-{month:02}").parse().unwrap();
        assert_eq!(within.earliest().date().month(), month);
        assert_eq!(within.latest().date().month(), month);
    }
    law(day(), |day| {
        let text = day.to_string();
        for part in [&text[..4], &text[..7], &text] {
            let within: WithinDays = part.parse().unwrap();
            prop_assert!(within.earliest() <= day && day <= within.latest());
            prop_assert_eq!(within.to_string().parse::<WithinDays>().unwrap(), within);
        }
        Ok(())
    });
}

#[test]
fn periods_meet_where_both_hold() {
    let ends = || (near(), proptest::option::of(near()));
    law((ends(), ends(), near()), |((a, b), (c, d), day)| {
        let (one, two) = (Period::new(a, b), Period::new(c, d));
        prop_assert_eq!(one.is_err(), b.is_some_and(|b| b <= a));
        if let (Ok(one), Ok(two)) = (one, two) {
            let both = one.meet(two);
            prop_assert_eq!(both.is_some_and(|p| p.contains(day)), one.contains(day) && two.contains(day));
            prop_assert_eq!(both, two.meet(one));
        }
        Ok(())
    });
}

#[test]
fn a_span_holds_as_its_possible_periods_do() {
    let bound = || {
        proptest::option::of((near(), 0..6_i32).prop_map(|(d, n)| WithinDays::new(d, d.plus_days(n).unwrap()).unwrap()))
    };
    law((bound(), bound(), near()), |(from, until, day)| {
        let Ok(span) = Span::new(from, until) else { return Ok(()) };
        // Every choice of the two days within their bounds that makes a period.
        let choices = |b: Option<WithinDays>| -> Vec<Option<Day>> {
            b.map_or(vec![None], |b| (b.earliest().number()..=b.latest().number()).map(Day::from_number).collect())
        };
        let mut answers = Vec::new();
        for from in choices(span.from()) {
            for until in choices(span.until()) {
                if let Ok(period) = Period::new(from.unwrap_or(Day::MIN), until) {
                    answers.push(period.contains(day));
                }
            }
        }
        let (yes, no) = (answers.iter().all(|a| *a), answers.iter().all(|a| !*a));
        let held = span.holds(day);
        // Never surer than the choices allow; certain where both ends are clear of the day.
        prop_assert!(held != Likely::Yes || yes);
        prop_assert!(held != Likely::No || no);
        prop_assert_eq!(span.certain().is_some_and(|p| p.contains(day)), held == Likely::Yes);
        prop_assert_eq!(span.possible().is_some_and(|p| p.contains(day)), held != Likely::No);
        Ok(())
    });
}
