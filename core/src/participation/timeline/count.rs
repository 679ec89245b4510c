//! Counting time from a day: the day of the event is never counted.

use serde::Serialize;

use crate::kernel::{Calendar, Day, Result};
use crate::pack::{Deadline, Milestone, TimeUnit, When};
use crate::wire::participation_timeline::{BoundDraft, BoundKind, RestDays, TimeDirection};

/// A day that was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CountedDay {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The same before a day off at the end was passed over, if one was.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub before_rest: Option<Day>,
}

/// The last day on which something is in time: within so much time after an event, or at least so much before it.
///
/// The day of the event is not counted (Civil Code of China, art. 201(1)); months and years end on the corresponding day, or
/// on the last day of the month where there is none (art. 202). With [`RestDays::Roll`], a time after an event whose last day
/// is a day off ends on the next working day (art. 203(1)); a time before an event never moves, since that would shorten
/// it. With clear days neither end is counted. Before an event, the answer is the last day from which the time, counted forwards,
/// is over by the event. Whether these articles govern a procedure is for the procedure to say.
///
/// It is the same count as that of a [`Deadline`] of a pack. A calendar is looked at only for working days and for days
/// off; a year that it does not have is an error.
///
/// ```
/// use shequ::kernel::Calendar;
/// use shequ::participation::timeline::{TimeDirection, RestDays, TimeUnit, count_from};
/// let calendar = Calendar::cn();
/// let after = |day: &str, n, unit| {
///     count_from(day.parse()?, n, unit, TimeDirection::After, RestDays::Roll, calendar).map(|c| c.day.to_string())
/// };
/// // Fifteen days from 20 September 2024 end on 5 October, in a week of holidays: the next working day is the 8th.
/// assert_eq!(after("2024-09-20", 15, TimeUnit::Day)?, "2024-10-08");
/// // One month from 31 January ends on the last day of February.
/// assert_eq!(after("2023-01-31", 1, TimeUnit::Month)?, "2023-02-28");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `calendar-year-without-data`, `day-out-of-range`.
pub fn count_from(
    from: Day,
    n: u32,
    unit: TimeUnit,
    direction: TimeDirection,
    rest_days: RestDays,
    calendar: &Calendar,
) -> Result<CountedDay> {
    match direction {
        TimeDirection::Before => last(from, n, unit, When::AtLeastBefore, false, calendar).map(stands),
        TimeDirection::After => {
            let day = last(from, n, unit, When::AtMostAfter, false, calendar)?;
            if rest_days == RestDays::Stand || unit == TimeUnit::WorkingDay {
                return Ok(stands(day));
            }
            let rolled = last(from, n, unit, When::AtMostAfter, true, calendar)?;
            Ok(CountedDay { day: rolled, before_rest: (rolled != day).then_some(day) })
        }
    }
}

/// The day of a bound: the last on which a step is in time, or the first on which it is not too early.
///
/// A least time that ends on a day off has ended: only what must be done within a time moves.
pub(super) fn count_bound(from: Day, bound: &BoundDraft, rest: RestDays, calendar: &Calendar) -> Result<CountedDay> {
    match (bound.bound, bound.direction) {
        (BoundKind::By, direction) => count_from(from, bound.n, bound.unit, direction, rest, calendar),
        (BoundKind::NotBefore, TimeDirection::After) => {
            first(from, bound.n, bound.unit, When::AtLeastAfter, calendar).map(stands)
        }
        (BoundKind::NotBefore, TimeDirection::Before) => {
            first(from, bound.n, bound.unit, When::AtMostBefore, calendar).map(stands)
        }
    }
}

const fn stands(day: Day) -> CountedDay {
    CountedDay { day, before_rest: None }
}

/// A deadline of a pack with these numbers; which events it stands between does not matter for the count.
const fn deadline(n: u32, unit: TimeUnit, when: When, roll: bool) -> Deadline {
    Deadline { event: Milestone::Notice, anchor: Milestone::Meeting, when, n, unit, roll }
}

fn last(from: Day, n: u32, unit: TimeUnit, when: When, roll: bool, calendar: &Calendar) -> Result<Day> {
    // Both kinds of deadline have a last day.
    Ok(deadline(n, unit, when, roll).window(from, Some(calendar))?.1.unwrap_or(from))
}

fn first(from: Day, n: u32, unit: TimeUnit, when: When, calendar: &Calendar) -> Result<Day> {
    // Both kinds of deadline have a first day.
    Ok(deadline(n, unit, when, false).window(from, Some(calendar))?.0.unwrap_or(from))
}
