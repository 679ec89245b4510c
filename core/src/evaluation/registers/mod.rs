//! Registers beside the scores: campaigns, practices, standards by level, evidence, looking back, honour boards.
//!
//! | register | document | asks |
//! |---|---|---|
//! | campaigns (五民工程、精品社区), arranged, inspected and rewarded together | [`Campaigns`] | [`Campaigns::states`] |
//! | practices and their spread (典型、一居一特色、抓点带面) | [`Practices`] | [`Practices::spread`] |
//! | standards by level (三级联创) | [`Standards`] | [`Standards::levels`] |
//! | evidence and inspections (迎检台帐) | [`EvidenceLedger`] | [`EvidenceLedger::report`] |
//! | looking back (回头看、述职) | [`Retrospectives`] | [`Retrospectives::report`] |
//! | honour boards (先锋榜、荣誉榜) | [`Boards`] | [`Boards::on`] |
//!
//! They name units, posts and indicators, never persons. An honour board holds only who agreed to be on it.

mod boards;
mod campaigns;
mod evidence;
mod practices;
mod retrospectives;
mod standards;

pub use boards::{BoardKind, Boards};
pub use campaigns::{CampaignStage, Campaigns, PhaseKind};
pub use evidence::EvidenceLedger;
pub use practices::Practices;
pub use retrospectives::Retrospectives;
pub use standards::Standards;

use std::collections::BTreeSet;

use crate::kernel::error::faults;
use crate::kernel::{Day, Decimal, Faults, Key};

faults! {
    /// Faults of the registers of evaluations.
    pub enum EvaluationRegisterError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String, list: String } => "evaluation-register-key-twice", "the key `{key}` stands twice in `{list}`", "give each its own key";
        /// A day before another that it must follow.
        DayBefore { day: Day, first: Day } => "register-day-before", "{day} is before {first}", "correct one of the days";
        /// A number outside its range.
        OutOfRange { got: String, expected: String } => "register-out-of-range", "`{got}` is not {expected}", "";
        /// A criterion without a bound, or with two that leave nothing between them.
        NoBound => "criterion-without-bound", "the criterion has no `least` and no `most`, or nothing lies between them", "give one of them, or a `least` not above `most`";
        /// An adoption by the unit where a practice began.
        OwnPractice { unit: String } => "practice-adopted-at-home", "`{unit}` is where the practice began", "leave the adoption out";
        /// Whether something holds, without the day on which it was looked at.
        NotChecked => "retrospective-not-checked", "`holds` is stated, but nobody looked again", "give the day `checked`, after `done`";
        /// A second look at what was not done.
        NotDone => "retrospective-not-done", "it was looked at again, but nobody did it", "give the day `done`, or leave `checked` out";
        /// A period without a day.
        EmptyPeriod { from: Day, until: Day } => "evidence-period-empty", "the period ends on {until}, not after it begins on {from}", "swap or correct the days: `until` is the first day that is not in it";
    }
}

/// Keys that stand twice in a list.
fn once<'k>(faults: &mut Faults, list: &str, keys: impl Iterator<Item = &'k Key>) {
    let mut seen = BTreeSet::new();
    for (i, key) in keys.enumerate() {
        if !seen.insert(key) {
            let cause = EvaluationRegisterError::KeyTwice {
                key: key.to_string(),
                list: list.rsplit('.').next().unwrap_or(list).into(),
            };
            faults.push(format!("{list}[{i}].key"), cause);
        }
    }
}

/// A day that may not be before another.
fn follows(faults: &mut Faults, path: String, day: Option<Day>, first: Day) {
    if let Some(day) = day.filter(|day| *day < first) {
        faults.push(path, EvaluationRegisterError::DayBefore { day, first });
    }
}

/// The first day on which something no longer holds, which must leave it a day.
fn ends(faults: &mut Faults, path: String, until: Option<Day>, from: Day) {
    match until {
        Some(until) if until == from => faults.push(path, EvaluationRegisterError::EmptyPeriod { from, until }),
        until => follows(faults, path, until, from),
    }
}

/// A number within the range of the registers: up to a thousand million with nine decimals.
fn within(faults: &mut Faults, path: String, number: Decimal, least: Option<Decimal>) {
    let most = Decimal::from(1_000_000_000);
    let low = least.map_or(number < Decimal::from(-1_000_000_000), |least| number < least);
    if low || number > most || number.scale() > 9 {
        let expected = format!(
            "at most {most} with at most 9 decimals{}",
            if least.is_some() { ", and not below zero" } else { "" }
        );
        faults.push(path, EvaluationRegisterError::OutOfRange { got: number.to_string(), expected });
    }
}

/// A number of things.
fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Days from one to another, none below zero.
fn days(from: Day, to: Day) -> u32 {
    u32::try_from(to.since(from)).unwrap_or(0)
}
