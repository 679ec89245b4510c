//! Rules about bodies that meet and bodies for a time: cadence and deadlines.

use super::Ground;
use super::days::{Days, Fact, Tally};
use super::probe::{Probe, Said, words};
use crate::kernel::{Day, Lang, Text};
use crate::organisation::UnitId;
use crate::wire::organisation::Every;

/// The month, quarter, half or year of a calendar that a day lies in: its first day, the first day after, its name.
pub(crate) fn turn(every: Every, day: Day) -> Option<(Day, Day, String)> {
    use chrono::Datelike;
    let months = match every {
        Every::Month => 1,
        Every::Quarter => 3,
        Every::HalfYear => 6,
        Every::Year => 12,
    };
    let index = day.date().month0() / months;
    let first = Day::new(day.year(), index * months + 1, 1).ok()?;
    let name = match every {
        Every::Month => format!("{}-{:02}", day.year(), index + 1),
        Every::Quarter => format!("{}-Q{}", day.year(), index + 1),
        Every::HalfYear => format!("{}-H{}", day.year(), index + 1),
        Every::Year => day.year().to_string(),
    };
    Some((first, first.plus_months(months).ok()?, name))
}

/// Bodies that did not meet in a month, quarter or year in which they existed throughout.
///
/// The violation begins when that time is over, and lasts until the next session.
pub(super) fn cadence(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let conduct = &ground.organisation.conduct;
    if conduct.sessions.is_empty() {
        return probe.nothing_on_record();
    }
    let (mut scope, mut exempt) = (Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        ground.scope(unit, rule, &mut scope, &mut exempt);
        let lives: Vec<Fact> = ground.is_of(unit, &rule.kinds);
        let mut begun = false;
        for life in lives.iter().filter(|life| life.may.meets(ground.window)) {
            begun |= body(probe, unit, life.sure);
        }
        if lives.iter().any(|life| life.may.meets(ground.window)) {
            probe.fine();
            if !begun {
                probe.miss(ground.unit_key(unit));
            }
        }
    }
}

/// Looks at one body on days on which it certainly exists; whether it is known since when it meets.
fn body(probe: &mut Probe<'_>, unit: UnitId, life: Days) -> bool {
    let (ground, rule) = (probe.ground, probe.rule);
    let conduct = &ground.organisation.conduct;
    let sessions: Vec<Day> = conduct.sessions_of(unit).collect();
    let charter = conduct.charters_of(unit).filter_map(|c| Some(c.span.from()?.latest())).min();
    // Where no beginning is on record, the first session or the charter is one.
    let known = sessions.first().copied().into_iter().chain(charter).min();
    let begin = if life.from > Days::ALWAYS.from { Day::from_number(life.from) } else { known };
    let Some(mut day) = begin else { return false };
    let every_on = |day: Day| {
        let own = conduct.charters_of(unit).find(|c| c.span.holds(day) == crate::kernel::Likely::Yes);
        own.and_then(|c| c.every).or(rule.draft().every)
    };
    while day.number() < life.until.min(ground.window.until) {
        let Some((first, after, name)) = every_on(day).and_then(|every| turn(every, day)) else { return true };
        if after.number() > life.until || after.number() >= ground.window.until {
            return true;
        }
        let met = sessions.iter().any(|session| first <= *session && *session < after);
        let next = sessions.iter().copied().find(|session| *session >= after);
        let run = Days { from: after.number(), until: next.map_or(life.until, |next| next.number().min(life.until)) };
        let whole = first.number() >= life.from && first >= begin.unwrap_or(first);
        if whole
            && !met
            && !run.is_empty()
            && run.meets(ground.window)
            && let Some((_, param)) = rule.param(run.from).filter(|(_, param)| param.read)
        {
            let told = ground.told(run);
            let said = Said {
                facts: vec![words("缺会", "missed", name.clone())],
                path: Vec::new(),
                message: Text::new(format!("{name}没有开会"), format!("it did not meet in {name}")),
            };
            let finding = probe.finding(Some(param), ground.unit_subject(unit, told), run, said);
            probe.push(finding);
        }
        day = after;
    }
    true
}

/// Statuses after their deadline, or, with `undated`, statuses without one.
pub(super) fn deadline(probe: &mut Probe<'_>, undated: bool) {
    let (ground, rule) = (probe.ground, probe.rule);
    let organisation = ground.organisation;
    for status in &organisation.conduct.statuses {
        if !rule.statuses.is_empty() && !rule.statuses.contains(&status.kind) {
            continue;
        }
        let facts: Vec<Fact> = ground.lives(status.unit).map(|life| Fact::of(status.span).meet(life)).collect();
        let late = match (status.deadline, undated) {
            (Some(day), false) => Some(Days::since(day.number())),
            (None, true) => Some(Days::ALWAYS),
            _ => None,
        };
        let (mut scope, mut bad) = (Tally::default(), Tally::default());
        scope.add_any(facts.iter().copied());
        if let Some(late) = late {
            bad.add_any(facts.iter().map(|fact| fact.meet(Fact { sure: late, may: late })));
        }
        probe.forbidden(&mut scope, &mut bad);
        let label = organisation.catalogue.status_row(status.kind).cloned().unwrap_or_default();
        probe.settle(
            0,
            |ground| ground.unit_key(status.unit),
            |ground, day| ground.unit_subject(status.unit, day),
            |_: &Ground<'_>, _, _, _| {
                let (zh, en) = (label.get(Lang::Zh), label.get(Lang::En));
                let (facts, zh, en) = match status.deadline {
                    Some(day) => (
                        vec![words("期限", "deadline", day.to_string())],
                        format!("{zh}，期限{day}已过"),
                        format!("{en}: the deadline {day} is past"),
                    ),
                    None => (Vec::new(), format!("{zh}，没有期限"), format!("{en}: it has no deadline")),
                };
                Said { facts, path: Vec::new(), message: Text::new(zh, en) }
            },
        );
    }
}
