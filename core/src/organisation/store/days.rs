//! Periods in eight bytes: a country has a million of them.

use std::collections::BTreeMap;

use crate::kernel::{Day, Likely, Span, WithinDays};

/// A bound instead of a day.
const BOUND: u32 = 1 << 31;
/// No end. Day numbers stay below 2^22.
const OPEN: u32 = BOUND - 1;

/// A [`Span`] whose ends are day numbers, or places in a list of [`Bounds`]; 0 is no beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Days {
    from: u32,
    until: u32,
}

impl Days {
    /// Never: no day is before day 1.
    pub(super) const NEVER: Self = Self { from: OPEN, until: 0 };

    /// Both ends, as they are stored.
    pub(super) const fn raw(self) -> (u32, u32) {
        (self.from, self.until)
    }

    /// Days as they were stored; the ends must be places in the bounds that go with them.
    pub(super) const fn from_raw(from: u32, until: u32) -> Self {
        Self { from, until }
    }

    /// From a day until a day, both known.
    pub(super) fn of(from: Option<Day>, until: Option<Day>) -> Self {
        Self { from: from.map_or(0, number), until: until.map_or(OPEN, number) }
    }

    /// Whether one ends as the other begins.
    pub(super) const fn meets(self, next: Self) -> bool {
        self.until == next.from
    }

    /// From the first day of one to the last of the next.
    pub(super) const fn joined(self, next: Self) -> Self {
        Self { from: self.from, until: next.until }
    }

    /// Whether it holds on all days of another, as far as both are days.
    pub(super) const fn covers(self, other: Self) -> bool {
        self.exact() && other.exact() && self.from <= other.from && other.until <= self.until
    }

    /// Whether both ends are days and not bounds.
    pub(super) const fn exact(self) -> bool {
        (self.from | self.until) & BOUND == 0
    }
}

fn number(day: Day) -> u32 {
    day.number().unsigned_abs()
}

fn day(number: u32) -> Option<Day> {
    Day::from_number(i32::try_from(number).ok()?)
}

/// The bounds of days that are not known to the day: few, however many the rows that share them.
#[derive(Debug, Clone, Default)]
pub(super) struct Bounds {
    pub(super) list: Vec<WithinDays>,
    places: BTreeMap<(Day, Day), u32>,
}

impl Bounds {
    /// Adds bounds after the others.
    pub(super) fn add(&mut self, within: WithinDays) {
        let place = u32::try_from(self.list.len()).unwrap_or(OPEN).min(OPEN);
        self.places.insert((within.earliest(), within.latest()), place);
        self.list.push(within);
    }

    /// The place of bounds, new if they were not there; a day that is known has none.
    fn end(&mut self, end: WithinDays) -> u32 {
        if end.earliest() == end.latest() {
            return number(end.earliest());
        }
        let key = (end.earliest(), end.latest());
        if !self.places.contains_key(&key) {
            self.add(end);
        }
        self.places.get(&key).map_or(OPEN, |place| place | BOUND)
    }

    /// The eight bytes of a span.
    pub(super) fn days(&mut self, span: Span) -> Days {
        let from = span.from().map_or(0, |end| self.end(end));
        Days { from, until: span.until().map_or(OPEN, |end| self.end(end)) }
    }

    fn within(&self, end: u32) -> Option<WithinDays> {
        match end {
            0 | OPEN => None,
            bound if bound & BOUND != 0 => self.list.get((bound ^ BOUND) as usize).copied(),
            exact => day(exact).map(WithinDays::from),
        }
    }

    /// The span of eight bytes.
    pub(super) fn span(&self, days: Days) -> Span {
        Span::new(self.within(days.from), self.within(days.until)).unwrap_or(Span::ALWAYS)
    }

    /// Whether eight bytes are days: both ends lead somewhere, and the first is not after the last.
    pub(super) fn fits(&self, days: Days) -> bool {
        let known = |end: u32| matches!(end, 0 | OPEN) || self.within(end).is_some();
        let ends = [days.from, days.until];
        days == Days::NEVER
            || ends.into_iter().all(known) && Span::new(self.within(days.from), self.within(days.until)).is_ok()
    }

    /// Whether it holds on a day.
    #[inline]
    pub(super) fn holds(&self, days: Days, on: Day) -> Likely {
        let at = number(on);
        if days.exact() {
            return if days.from <= at && at < days.until { Likely::Yes } else { Likely::No };
        }
        self.holds_within(days, on)
    }

    #[cold]
    fn holds_within(&self, days: Days, on: Day) -> Likely {
        self.span(days).holds(on)
    }

    /// Whether two certainly hold at once.
    pub(super) fn overlap(&self, a: Days, b: Days) -> bool {
        if a.exact() && b.exact() {
            return a.from < b.until && b.from < a.until;
        }
        let certain = |days| self.span(days).certain();
        certain(a).zip(certain(b)).is_some_and(|(a, b)| a.meet(b).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: Option<&str>, until: Option<&str>) -> Span {
        Span::new(from.map(|t| t.parse().unwrap()), until.map(|t| t.parse().unwrap())).unwrap()
    }

    #[test]
    fn eight_bytes_say_the_same_as_the_span() {
        let spans = [
            Span::ALWAYS,
            span(Some("2004-05-01"), None),
            span(None, Some("2004-05-01")),
            span(Some("2003"), Some("2004-05-01")),
            span(Some("0001-01-01"), Some("9999-12-31")),
            span(Some("2017-11-01..2018-10-31"), Some("2019")),
            span(Some("2017-11-01..2018-10-31"), None),
        ];
        let days = ["0001-01-01", "2003-06-01", "2004-04-30", "2004-05-01", "2018-01-01", "2018-10-31", "2019-06-01"];
        let mut bounds = Bounds::default();
        for span in spans {
            let stored = bounds.days(span);
            assert_eq!(bounds.span(stored), span);
            for day in days {
                let day: Day = day.parse().unwrap();
                assert_eq!(bounds.holds(stored, day), span.holds(day), "{span:?} on {day}");
                assert_eq!(bounds.holds(Days::NEVER, day), Likely::No);
            }
        }
        assert_eq!(bounds.list.len(), 3, "equal bounds are kept once");
    }
}
