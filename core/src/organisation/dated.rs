//! Dated rows: their order, where two hold at once, and the stretches of days that come of it.

use crate::kernel::{Day, Period, Span};

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

impl Stretch {
    /// The days on which a span may hold; always where there is none.
    pub(super) fn possible(span: Span) -> Self {
        span.possible().map_or(Self { from: None, until: None }, Self::from)
    }
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
