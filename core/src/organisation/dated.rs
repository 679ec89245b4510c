//! Dated facts of units in columns: a unit's rows stand together, in the order of their days.

use crate::kernel::{Day, Id, Likely, Period, Span};

/// The rows of every unit, one after the other: `starts[u]..starts[u + 1]` are those of unit `u`.
#[derive(Debug, Clone)]
pub(super) struct Dated<T> {
    starts: Vec<u32>,
    values: Vec<T>,
    spans: Vec<Span>,
}

impl<T> Default for Dated<T> {
    fn default() -> Self {
        Self { starts: vec![0], values: Vec::new(), spans: Vec::new() }
    }
}

impl<T: Copy + Ord> Dated<T> {
    /// Adds the rows of the next unit.
    pub(super) fn push(&mut self, rows: impl Iterator<Item = (T, Span)>) {
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(value, span)| (order(*span), *value));
        for (value, span) in rows {
            self.values.push(value);
            self.spans.push(span);
        }
        // More than four billion rows do not fit into memory.
        self.starts.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    /// The rows of a unit.
    pub(super) fn of(&self, unit: impl Id) -> impl DoubleEndedIterator<Item = (T, Span)> {
        let at = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        let range = at(unit.index())..at(unit.index() + 1);
        let values = self.values.get(range.clone()).unwrap_or_default();
        let spans = self.spans.get(range).unwrap_or_default();
        values.iter().copied().zip(spans.iter().copied())
    }

    /// What holds on a day: the certain row, or else the first that may.
    pub(super) fn on(&self, unit: impl Id, day: Day) -> Option<(T, Likely)> {
        let mut possible = None;
        for (value, span) in self.of(unit) {
            match span.holds(day) {
                Likely::Yes => return Some((value, Likely::Yes)),
                Likely::Possible if possible.is_none() => possible = Some((value, Likely::Possible)),
                _ => {}
            }
        }
        possible
    }

    /// Every row with the position of its unit.
    pub(super) fn rows(&self) -> impl Iterator<Item = (usize, T, Span)> {
        let units = self.starts.windows(2).enumerate().flat_map(|(unit, w)| {
            let count = w.get(1).zip(w.first()).map_or(0, |(b, a)| b - a);
            (0..count).map(move |_| unit)
        });
        units.zip(&self.values).zip(&self.spans).map(|((unit, value), span)| (unit, *value, *span))
    }

    /// The value of a row and the position of its unit.
    pub(super) fn row(&self, row: u32) -> Option<(usize, T, Span)> {
        let unit = self.starts.partition_point(|s| *s <= row).checked_sub(1)?;
        Some((unit, *self.values.get(row as usize)?, *self.spans.get(row as usize)?))
    }
}

/// The order of rows: by the first and the last day on which they may hold.
pub(super) fn order(span: Span) -> (i32, i32, i32, i32) {
    let from = span.from().map_or((0, 0), |f| (f.earliest().number(), f.latest().number()));
    let until = span.until().map_or((i32::MAX, i32::MAX), |u| (u.earliest().number(), u.latest().number()));
    (from.0, from.1, until.0, until.1)
}

/// The first two rows that certainly hold at once, and the first day on which they do.
pub(super) fn overlap<T: Copy>(rows: impl Iterator<Item = (T, Span)>) -> Option<(T, T, Day)> {
    let mut certain: Vec<(T, Period)> = rows.filter_map(|(value, span)| Some((value, span.certain()?))).collect();
    certain.sort_by_key(|(_, period)| period.from());
    // Sorted by their beginnings, two that overlap have two neighbours that do.
    let mut pairs = certain.iter().zip(certain.iter().skip(1));
    pairs.find_map(|((one, open), (other, next))| open.contains(next.from()).then_some((*one, *other, next.from())))
}

/// Every day on which a span can begin or cease to hold, with or without certainty.
pub(super) fn turns(span: Span) -> impl Iterator<Item = Day> {
    let ends = [span.from(), span.until()];
    ends.into_iter().flatten().flat_map(|end| [end.earliest(), end.latest()])
}

/// From a day until a day; a side that is open has none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Stretch {
    /// The first day; none where it held before all records.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<Day>,
    /// The first day after it; none where it goes on.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<Day>,
}

impl From<Period> for Stretch {
    fn from(period: Period) -> Self {
        Self { from: (period.from() != Day::MIN).then_some(period.from()), until: period.until() }
    }
}

impl std::fmt::Display for Stretch {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let open = || "...".to_owned();
        write!(
            f,
            "[{}, {})",
            self.from.map_or_else(open, |d| d.to_string()),
            self.until.map_or_else(open, |d| d.to_string())
        )
    }
}
