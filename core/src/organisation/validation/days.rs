//! Runs of days, facts that hold for certain or may, and the sweep over the days on which something changes.

use crate::kernel::{Day, Period, Span};
use crate::organisation::Stretch;

const FIRST: i32 = 1;
const OPEN: i32 = i32::MAX;

/// Days `[from, until)` by their numbers, so that a country of facts is compared as integers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::organisation) struct Days {
    pub(in crate::organisation) from: i32,
    pub(in crate::organisation) until: i32,
}

impl Days {
    pub(in crate::organisation) const ALWAYS: Self = Self { from: FIRST, until: OPEN };
    pub(in crate::organisation) const NONE: Self = Self { from: FIRST, until: FIRST };

    pub(in crate::organisation) fn of(period: Option<Period>) -> Self {
        period.map_or(Self::NONE, |p| Self { from: p.from().number(), until: p.until().map_or(OPEN, Day::number) })
    }

    /// From a day on.
    pub(in crate::organisation) const fn since(from: i32) -> Self {
        Self { from, until: OPEN }
    }

    pub(in crate::organisation) fn meet(self, other: Self) -> Self {
        let (from, until) = (self.from.max(other.from), self.until.min(other.until));
        if from < until { Self { from, until } } else { Self::NONE }
    }

    pub(in crate::organisation) const fn is_empty(self) -> bool {
        self.from >= self.until
    }

    pub(in crate::organisation) const fn contains(self, day: i32) -> bool {
        self.from <= day && day < self.until
    }

    pub(in crate::organisation) fn meets(self, other: Self) -> bool {
        self.from.max(other.from) < self.until.min(other.until)
    }

    pub(in crate::organisation) const fn is_open(self) -> bool {
        self.until == OPEN
    }

    /// The same as a period; none where there is no day.
    pub(in crate::organisation) fn period(self) -> Option<Period> {
        let until = if self.until < OPEN { Some(Day::from_number(self.until)?) } else { None };
        Period::new(Day::from_number(self.from)?, until).ok()
    }

    pub(in crate::organisation) fn stretch(self) -> Stretch {
        let day = |n: i32| Day::from_number(n);
        Stretch {
            from: (self.from > FIRST).then(|| day(self.from)).flatten(),
            until: (self.until < OPEN).then(|| day(self.until)).flatten(),
        }
    }
}

/// Days on which something certainly holds, within those on which it may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::organisation) struct Fact {
    pub(in crate::organisation) sure: Days,
    pub(in crate::organisation) may: Days,
}

impl Fact {
    pub(in crate::organisation) const ALWAYS: Self = Self { sure: Days::ALWAYS, may: Days::ALWAYS };

    pub(in crate::organisation) fn of(span: Span) -> Self {
        Self { sure: Days::of(span.certain()), may: Days::of(span.possible()) }
    }

    pub(in crate::organisation) fn meet(self, other: Self) -> Self {
        Self { sure: self.sure.meet(other.sure), may: self.may.meet(other.may) }
    }

    pub(in crate::organisation) const fn is_empty(self) -> bool {
        self.may.is_empty()
    }
}

/// How many things there certainly are and how many there may be, from day to day.
#[derive(Debug, Clone, Default)]
pub(in crate::organisation) struct Tally {
    /// The day, and by how much the certain and the possible number change on it.
    turns: Vec<(i32, i32, i32)>,
}

impl Tally {
    pub(in crate::organisation) fn clear(&mut self) {
        self.turns.clear();
    }

    fn range(&mut self, days: Days, low: i32, high: i32) {
        if !days.is_empty() {
            self.turns.push((days.from, low, high));
            if days.until < OPEN {
                self.turns.push((days.until, -low, -high));
            }
        }
    }

    /// One thing more on the days of a fact.
    pub(in crate::organisation) fn add(&mut self, fact: Fact) {
        self.range(fact.sure, 1, 0);
        self.range(fact.may, 0, 1);
    }

    /// One thing more on the days of each of several facts.
    pub(in crate::organisation) fn add_each(&mut self, facts: &[Fact]) {
        for fact in facts {
            self.add(*fact);
        }
    }

    /// One thing more on the days of any of several facts, however they overlap.
    pub(in crate::organisation) fn add_any(&mut self, facts: impl Iterator<Item = Fact>) {
        let facts: Vec<Fact> = facts.collect();
        if let [one] = facts.as_slice() {
            return self.add(*one);
        }
        for (low, high) in [(1, 0), (0, 1)] {
            let mut ranges: Vec<Days> = facts.iter().map(|f| if low == 1 { f.sure } else { f.may }).collect();
            ranges.retain(|days| !days.is_empty());
            ranges.sort_unstable();
            let mut open: Option<Days> = None;
            for days in ranges {
                open = Some(match open {
                    Some(run) if days.from <= run.until => Days { from: run.from, until: run.until.max(days.until) },
                    Some(run) => {
                        self.range(run, low, high);
                        days
                    }
                    None => days,
                });
            }
            if let Some(run) = open {
                self.range(run, low, high);
            }
        }
    }

    /// The certain and the possible number on a day.
    pub(in crate::organisation) fn on(&self, day: i32) -> (i32, i32) {
        let begun = self.turns.iter().filter(|(at, ..)| *at <= day);
        begun.fold((0, 0), |(low, high), (_, a, b)| (low + a, high + b))
    }
}

/// Calls `each` with every run of days on which no tally changes and no cut falls, in order, from the first day on.
pub(in crate::organisation) fn sweep<const N: usize>(
    tallies: [&mut Tally; N],
    cuts: &[i32],
    mut each: impl FnMut(Days, [(i32, i32); N]),
) {
    let tallies = tallies.map(|tally| {
        if tally.turns.len() > 1 {
            tally.turns.sort_unstable();
        }
        tally.turns.as_slice()
    });
    let mut rest = tallies;
    let mut counts = [(0, 0); N];
    let mut from = FIRST;
    loop {
        for (turns, count) in rest.iter_mut().zip(&mut counts) {
            while let Some(((day, low, high), others)) = turns.split_first()
                && *day <= from
            {
                *count = (count.0 + low, count.1 + high);
                *turns = others;
            }
        }
        let next = rest.iter().filter_map(|turns| turns.first().map(|(day, ..)| *day));
        let until = next.chain(cuts.iter().copied().filter(|cut| *cut > from)).min().unwrap_or(OPEN);
        each(Days { from, until }, counts);
        if until == OPEN {
            return;
        }
        from = until;
    }
}

/// What a rule says of a subject on a run of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::organisation) enum State {
    /// It does not look at it.
    Out,
    /// Its number is not known: nobody has read the clause.
    Mute,
    /// It holds.
    Fine,
    /// Facts are missing, or dates leave it open.
    Unknown,
    /// It is broken; runs of different numbers are different violations.
    Broken(u32),
}

/// The runs of one subject, put together from the pieces of a sweep.
#[derive(Debug)]
pub(in crate::organisation) struct Runs {
    window: Days,
    open: Option<(Days, State)>,
    broken: Vec<(Days, u32)>,
    unknown: bool,
    looked: bool,
}

impl Runs {
    pub(in crate::organisation) fn new(window: Days) -> Self {
        Self { window, open: None, broken: Vec::new(), unknown: false, looked: false }
    }

    pub(in crate::organisation) fn clear(&mut self) {
        self.open = None;
        self.broken.clear();
        (self.unknown, self.looked) = (false, false);
    }

    pub(in crate::organisation) fn push(&mut self, days: Days, state: State) {
        match &mut self.open {
            Some((run, same)) if *same == state && run.until == days.from => run.until = days.until,
            _ => {
                self.flush();
                self.open = Some((days, state));
            }
        }
    }

    fn flush(&mut self) {
        let Some((run, state)) = self.open.take() else { return };
        if !run.meets(self.window) {
            return;
        }
        match state {
            State::Out | State::Mute => {}
            State::Fine => self.looked = true,
            State::Unknown => (self.unknown, self.looked) = (true, true),
            State::Broken(of) => {
                self.looked = true;
                self.broken.push((run, of));
            }
        }
    }

    /// Whether it was looked at within the window, whether something is unknown there, and the violations that meet it.
    pub(in crate::organisation) fn close(&mut self) -> (bool, bool, &[(Days, u32)]) {
        self.flush();
        (self.looked, self.unknown, &self.broken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(from: i32, until: i32) -> Days {
        Days { from, until }
    }

    #[test]
    fn a_sweep_visits_every_day_once_and_counts_what_holds() {
        let mut tally = Tally::default();
        tally.add(Fact { sure: days(10, 20), may: days(5, 25) });
        tally.add(Fact { sure: days(15, 30), may: days(15, 30) });
        let mut seen = Vec::new();
        sweep([&mut tally], &[12], |run, [(low, high)]| seen.push((run.from, run.until, low, high)));
        assert_eq!(
            seen,
            [
                (1, 5, 0, 0),
                (5, 10, 0, 1),
                (10, 12, 1, 1),
                (12, 15, 1, 1),
                (15, 20, 2, 2),
                (20, 25, 1, 2),
                (25, 30, 1, 1),
                (30, OPEN, 0, 0)
            ]
        );
        assert_eq!((tally.on(17), tally.on(22), tally.on(4)), ((2, 2), (1, 2), (0, 0)));
    }

    #[test]
    fn one_thing_said_twice_counts_once() {
        let mut tally = Tally::default();
        let fact = |from, until| Fact { sure: days(from, until), may: days(from, until) };
        tally.add_any([fact(1, 10), fact(5, 15), fact(15, 20), fact(30, 40)].into_iter());
        assert_eq!((tally.on(7), tally.on(15), tally.on(25), tally.on(35)), ((1, 1), (1, 1), (0, 0), (1, 1)));
    }

    #[test]
    fn runs_join_where_the_state_stays() {
        let mut runs = Runs::new(days(10, 20));
        for (from, until, state) in [
            (1, 5, State::Broken(0)),
            (5, 12, State::Broken(0)),
            (12, 13, State::Unknown),
            (13, 50, State::Broken(1)),
            (50, OPEN, State::Broken(0)),
        ] {
            runs.push(days(from, until), state);
        }
        assert_eq!(runs.close(), (true, true, &[(days(1, 12), 0), (days(13, 50), 1)][..]));
    }
}
