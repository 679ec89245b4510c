//! One clause against the facts: its status, what is missing, what was found and what flips it.

use super::test::Test;
use super::{Counts, Facts, Tally};
use crate::kernel::{Calendar, Day, Quantity, Status, Text};
use crate::pack::{Composition, Content, Deadline, Figure, PredicateKind, Range, Reason, Surplus, TimeUnit};

/// A clause ready for use, without its texts.
#[derive(Debug, Clone)]
pub(super) enum Check {
    Votes(Test),
    Composition(Test, Figure, Figure),
    Range(Range, Figure),
    Surplus(Surplus),
    Deadline(Deadline),
    Predicate {
        kind: PredicateKind,
        not: bool,
    },
    /// Whether the meeting was called a second time.
    SecondCall,
    /// Whether the body is composed in this way.
    Body(String, Text),
}

/// What is known when a question is decided.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'f> {
    pub counts: &'f Counts,
    pub facts: Option<&'f Facts>,
    /// Answers that are kept nowhere, by the names of clauses.
    pub private: &'f [(&'f str, bool)],
    pub calendar: Option<&'f Calendar>,
}

impl<'f> Known<'f> {
    /// Tallies alone.
    pub const fn of(counts: &'f Counts) -> Self {
        Self { counts, facts: None, private: &[], calendar: None }
    }

    fn number(&self, figure: Figure) -> Option<u64> {
        self.facts?.number(figure)
    }

    fn day(&self, deadline: &Deadline) -> (Option<Day>, Option<Day>) {
        let day = |milestone| self.facts.and_then(|facts| facts.day_of(milestone));
        (day(deadline.event), day(deadline.anchor))
    }

    fn answer(&self, id: &str) -> Option<bool> {
        let private = self.private.iter().find(|(clause, _)| *clause == id).map(|(_, so)| *so);
        private.or_else(|| self.facts?.answer(id))
    }
}

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

impl Check {
    /// What a clause tests; `None` for a content that no facts decide.
    pub fn read(content: &Content) -> Option<Self> {
        Some(match content {
            Content::Threshold(threshold) => Self::Votes(Test::from(threshold)),
            Content::Composition(c) => Self::of_composition(c),
            Content::Range(range) => Self::Range(range.clone(), range.of()?),
            Content::Surplus(surplus) => Self::Surplus(surplus.clone()),
            Content::Deadline(deadline) => Self::Deadline(*deadline),
            Content::Predicate(predicate) => Self::Predicate { kind: predicate.is, not: predicate.not },
            _ => return None,
        })
    }

    fn of_composition(c: &Composition) -> Self {
        Self::Composition(Test::from(c), c.part, c.base)
    }

    /// The test of votes, if it is one.
    pub const fn votes(&self) -> Option<&Test> {
        if let Self::Votes(test) = self { Some(test) } else { None }
    }

    /// Whether it asks a sensitive fact of a person.
    pub const fn is_sensitive(&self) -> bool {
        matches!(self, Self::Predicate { kind, .. } if kind.is_sensitive())
    }

    pub fn status(&self, id: &str, known: &Known<'_>) -> Status {
        match self {
            Self::Votes(test) => test.status(&known.counts.tested(test)),
            Self::Composition(test, part, base) => test.status(&shares(known, *part, *base)),
            // What is usual guides and binds nobody.
            Self::Range(range, _) if range.usual() => Status::Met,
            Self::Range(range, figure) => known.number(*figure).map_or(Status::Unknown, |n| met(range.contains(n))),
            Self::Surplus(surplus) => {
                let Some((candidates, (least, most))) = bounds(surplus, known) else { return Status::Unknown };
                met(least <= candidates && most.is_none_or(|most| candidates <= most))
            }
            Self::Deadline(deadline) => match (known.day(deadline), window(deadline, known)) {
                ((Some(event), _), Some((first, last))) => {
                    met(first.is_none_or(|first| first <= event) && last.is_none_or(|last| event <= last))
                }
                _ => Status::Unknown,
            },
            Self::Predicate { not, .. } => known.answer(id).map_or(Status::Unknown, |so| met(so != *not)),
            Self::SecondCall => known.facts.and_then(Facts::second_call).map_or(Status::Unknown, met),
            Self::Body(own, _) => known.facts.and_then(Facts::body).map_or(Status::Unknown, |body| met(body == own)),
        }
    }

    /// Why it is unknown.
    pub fn reason(&self, known: &Known<'_>) -> Reason {
        match self {
            Self::Deadline(deadline) => match known.day(deadline) {
                (Some(_), Some(_)) => Reason::NoCalendar,
                _ => Reason::MissingFacts,
            },
            check if check.is_sensitive() => Reason::Private,
            _ => Reason::MissingFacts,
        }
    }

    /// The paths of the facts that are not known.
    pub fn missing(&self, id: &str, known: &Known<'_>) -> Vec<String> {
        let numbers = |figures: &[Figure]| {
            let open = figures.iter().filter(|figure| known.number(**figure).is_none());
            open.map(|figure| format!("numbers.{}", word(figure))).collect()
        };
        match self {
            Self::Votes(test) => {
                let tally = known.counts.tested(test);
                test.missing(&tally).map(|fact| format!("{}.{fact}", test.measure.key())).collect()
            }
            Self::Composition(_, part, base) => numbers(&[*base, *part]),
            Self::Range(_, figure) => numbers(&[*figure]),
            Self::Surplus(_) => numbers(&[Figure::Seats, Figure::Candidates]),
            Self::Deadline(deadline) => {
                let (event, anchor) = known.day(deadline);
                let open = [(anchor, deadline.anchor), (event, deadline.event)];
                let open = open.iter().filter(|(day, _)| day.is_none());
                open.map(|(_, milestone)| format!("days.{}", word(milestone))).collect()
            }
            Self::Predicate { .. } => vec![format!("answers.{id}")],
            Self::SecondCall => vec!["second_call".to_owned()],
            Self::Body(..) => vec!["body".to_owned()],
        }
    }

    /// Every path of a fact that it may use.
    pub fn uses(&self, id: &str) -> Vec<String> {
        match self {
            // All of a tally stands together: votes bound what is not known of the others.
            Self::Votes(test) => vec![test.measure.key().to_owned()],
            _ => self.missing(id, &Known::of(&Counts::default())),
        }
    }

    /// What was found, in words, if it is no threshold of votes.
    pub fn found(&self, known: &Known<'_>) -> Option<Text> {
        match self {
            Self::Composition(test, part, base) => {
                let tally = shares(known, *part, *base);
                let (a, b) = (tally.proposing?, tally.entitled?);
                let reached = met(test.status(&tally) == Status::Met).label();
                Some(Text::new(
                    format!("{}/{}（{}）", a, b, reached.get(crate::kernel::Lang::Zh)),
                    format!("{a} of {b}"),
                ))
            }
            Self::Range(_, figure) => Some(Text::same(known.number(*figure)?.to_string())),
            Self::Surplus(surplus) => {
                let (candidates, (least, most)) = bounds(surplus, known)?;
                let most = most.map_or_else(|| "...".to_owned(), |n| n.to_string());
                Some(Text::new(
                    format!("候选人{candidates}名，应为{least}至{most}名"),
                    format!("{candidates} candidates, allowed {least} to {most}"),
                ))
            }
            Self::Deadline(deadline) => {
                let event = known.day(deadline).0?;
                let (first, last) = window(deadline, known)?;
                let show = |day: Option<Day>| day.map_or_else(|| "...".to_owned(), |d| d.to_string());
                let (first, last) = (show(first), show(last));
                Some(Text::new(format!("{event}，应在{first}至{last}"), format!("{event}, allowed {first} to {last}")))
            }
            _ => None,
        }
    }

    /// The first and the last of the days among which it counted working days, if it did.
    pub fn counted_days(&self, known: &Known<'_>) -> Option<(Day, Day)> {
        let Self::Deadline(deadline) = self else { return None };
        if deadline.unit != TimeUnit::WorkingDay && !deadline.roll {
            return None;
        }
        let (first, last) = window(deadline, known)?;
        let days = [known.day(deadline).1, first, last].into_iter().flatten();
        Some((days.clone().min()?, days.max()?))
    }

    /// The least change of its own number that flips it, the rest unchanged; votes have margins of their own.
    pub fn margin(&self, known: &Known<'_>) -> Option<Quantity> {
        let count = |n: u64| i64::try_from(n).ok().map(Quantity::Count);
        match self {
            Self::Votes(_) | Self::Predicate { .. } | Self::SecondCall | Self::Body(..) => None,
            Self::Composition(test, part, base) => count(test.switched(&shares(known, *part, *base))?),
            Self::Range(range, _) if range.usual() => None,
            Self::Range(range, figure) => {
                count(step(known.number(*figure)?, range.least().unwrap_or(0), range.most())?)
            }
            Self::Surplus(surplus) => {
                let (candidates, (least, most)) = bounds(surplus, known)?;
                count(step(candidates, least, most)?)
            }
            Self::Deadline(deadline) => {
                let event = known.day(deadline).0?;
                let (first, last) = window(deadline, known)?;
                let early = first.map(|first| event.since(first));
                let late = last.map(|last| last.since(event));
                let inside = early.is_none_or(|n| n >= 0) && late.is_none_or(|n| n >= 0);
                let days = if inside {
                    [early, late].into_iter().flatten().map(|n| n + 1).min()?
                } else {
                    [early, late].into_iter().flatten().filter(|n| *n < 0).map(|n| -n).min()?
                };
                Some(Quantity::Count(days.into()))
            }
        }
    }
}

/// How far a number lies from the nearest one on the other side of a bound.
pub(super) fn step(n: u64, least: u64, most: Option<u64>) -> Option<u64> {
    if n < least {
        return Some(least - n);
    }
    if let Some(most) = most.filter(|most| n > *most) {
        return Some(n - most);
    }
    let down = (least > 0).then(|| n - least + 1);
    let up = most.map(|most| most - n + 1);
    down.into_iter().chain(up).min()
}

fn shares(known: &Known<'_>, part: Figure, base: Figure) -> Tally {
    Tally { proposing: known.number(part), entitled: known.number(base), ..Tally::default() }
}

fn bounds(surplus: &Surplus, known: &Known<'_>) -> Option<(u64, (u64, Option<u64>))> {
    Some((known.number(Figure::Candidates)?, surplus.candidates(known.number(Figure::Seats)?)))
}

fn window(deadline: &Deadline, known: &Known<'_>) -> Option<(Option<Day>, Option<Day>)> {
    deadline.window(known.day(deadline).1?, known.calendar).ok()
}

/// The word of a closed list as documents write it.
pub(super) fn word(choice: &impl serde::Serialize) -> String {
    let value = crate::kernel::to_value(choice).ok();
    value.as_ref().and_then(crate::kernel::Value::as_text).unwrap_or_default().to_owned()
}
