//! The duty to answer: by when, and how it stands on a day. Days are counted as deadlines of packs are.

use super::{AnswerCounts, AnswerState, BodyError, OverdueAnswer};
use crate::kernel::{Calendar, Day, Error, Explanation, Faults, How, Key, Quantity, Rate, Status, Text};
use crate::pack::{Deadline, Milestone, When};
use crate::wire::participation_bodies::AnswerWithinDraft;

/// Something that must be answered.
pub(super) struct Owed<'a> {
    pub key: &'a Key,
    pub to: Option<&'a Key>,
    pub day: Day,
    pub answered: Option<Day>,
}

/// What is found of answers on a day.
pub(super) struct Found {
    pub counts: AnswerCounts,
    pub overdue: Vec<OverdueAnswer>,
    pub status: Status,
}

/// The last day on which an answer is in time.
fn due(within: &AnswerWithinDraft, day: Day, calendar: Option<&Calendar>) -> Option<Day> {
    let deadline = Deadline {
        event: Milestone::Ruling,
        anchor: Milestone::Petition,
        when: When::AtMostAfter,
        n: within.n,
        unit: within.unit,
        roll: within.roll,
    };
    deadline.window(day, calendar).ok()?.1
}

/// Refuses a time of nothing and answers before what they answer.
pub(super) fn check<'a>(
    within: &AnswerWithinDraft,
    list: &str,
    owed: impl Iterator<Item = Owed<'a>>,
    faults: &mut Faults,
) {
    if within.n == 0 {
        faults.add(crate::kernel::Fault::at("answer.n", BodyError::NoTime));
    }
    let mut seen = std::collections::BTreeSet::new();
    for (i, one) in owed.enumerate() {
        if !seen.insert(one.key.clone()) {
            faults.push(format!("{list}[{i}].key"), BodyError::Twice { key: one.key.to_string() });
        }
        if let Some(answered) = one.answered.filter(|answered| *answered < one.day) {
            let (answered, day) = (answered.to_string(), one.day.to_string());
            faults.push(format!("{list}[{i}].answered"), BodyError::AnsweredBefore { answered, day });
        }
    }
}

/// How the answers stand on a day: what came later is left out, and so is an answer that was given later.
pub(super) fn look<'a>(
    within: &AnswerWithinDraft,
    owed: impl Iterator<Item = Owed<'a>>,
    today: Day,
    calendar: Option<&Calendar>,
) -> Found {
    let (mut counts, mut overdue) = (AnswerCounts::default(), Vec::new());
    for one in owed.filter(|one| one.day <= today) {
        counts.all += 1;
        let due = due(within, one.day, calendar);
        match state(due, one.answered, today) {
            AnswerState::InTime => counts.in_time += 1,
            AnswerState::Late => counts.late += 1,
            AnswerState::Open => counts.open += 1,
            AnswerState::Unknown => counts.unknown += 1,
            AnswerState::Overdue => {
                counts.overdue += 1;
                if let Some(due) = due {
                    let days = u32::try_from(today.since(due)).unwrap_or(0);
                    overdue.push(OverdueAnswer { key: one.key.clone(), to: one.to.cloned(), due, days });
                }
            }
        }
    }
    overdue.sort_by(|a, b| (a.due, &a.key).cmp(&(b.due, &b.key)));
    counts.rate = Rate::new(counts.in_time, counts.in_time + counts.late + counts.overdue).ok();
    let status = if counts.late + counts.overdue > 0 {
        Status::NotMet
    } else if counts.unknown > 0 {
        Status::Unknown
    } else {
        Status::Met
    };
    Found { counts, overdue, status }
}

fn state(due: Option<Day>, answered: Option<Day>, today: Day) -> AnswerState {
    match (due, answered.filter(|answered| *answered <= today)) {
        (None, _) => AnswerState::Unknown,
        (Some(due), Some(answered)) if answered <= due => AnswerState::InTime,
        (Some(_), Some(_)) => AnswerState::Late,
        (Some(due), None) if today <= due => AnswerState::Open,
        (Some(_), None) => AnswerState::Overdue,
    }
}

/// The counts as a node whose parts add up, with what is overdue below.
pub(super) fn explain(label: Text, found: (&AnswerCounts, &[OverdueAnswer]), status: Status) -> Explanation {
    let (counts, overdue) = found;
    let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
    let late = overdue.iter().map(|one| {
        let (due, days) = (one.due, one.days);
        let mut node = Explanation::new(Text::same(one.key.to_string()), count(days.into()))
            .noted(Text::new(format!("应于{due}前答复，逾期{days}日"), format!("due on {due}, {days} days ago")));
        if let Some(to) = &one.to {
            node = node.with(Text::new("答复者", "who answers"), Quantity::Words(Text::same(to.to_string())));
        }
        node
    });
    let part = |state: AnswerState, n: u64| Explanation::new(state.label(), count(n));
    Explanation::new(label, count(counts.all))
        .of(
            How::Sum,
            vec![
                part(AnswerState::InTime, counts.in_time),
                part(AnswerState::Late, counts.late),
                part(AnswerState::Open, counts.open),
                part(AnswerState::Overdue, counts.overdue).of(How::List, late.collect()),
                part(AnswerState::Unknown, counts.unknown),
            ],
        )
        .with(Text::new("答复义务", "the duty to answer"), Quantity::Status(status))
}

/// The fault of an answer that is half there.
pub(super) fn half(path: String) -> Error {
    Error::at(path, BodyError::HalfAnswered)
}
