//! Counting time from a day: the day of the event is never counted.

use chrono::Months;

use crate::kernel::{Calendar, Day, DayError, Result};
use crate::wire::participation_timeline::{RestDays, TimeDirection, TimeUnit};

/// A day that was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CountedDay {
    /// The day.
    pub day: Day,
    /// The same before a day off at the end was passed over, if one was.
    pub before_rest: Option<Day>,
}

/// The day that lies so much time before or after another.
///
/// The day of the event is not counted (Civil Code of China, art. 201(1)); months and years end on the corresponding day, or
/// on the last day of the month where there is none (art. 202). With [`RestDays::Roll`], a time after an event whose last day
/// is a day off ends on the next working day (art. 203(1)); a time before an event never moves, since that would shorten
/// it. With clear days neither end is counted. Whether these articles govern a procedure is for the procedure to say.
///
/// A calendar is looked at only for working days and for days off; a year that it does not have is an error.
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
    let out_of_range = || crate::kernel::Error::from(DayError::OutOfRange);
    let days = |n: u32| -> Result<i32> {
        let n = i32::try_from(n).map_err(|_| out_of_range())?;
        Ok(if direction == TimeDirection::Before { -n } else { n })
    };
    let months = |n: u32| match direction {
        TimeDirection::After => from.plus_months(n),
        TimeDirection::Before => {
            from.date().checked_sub_months(Months::new(n)).and_then(Day::from_date).ok_or_else(out_of_range)
        }
    };
    let times = |n: u32, k: u32| n.checked_mul(k).ok_or_else(out_of_range);
    let day = match unit {
        TimeUnit::Day => from.plus_days(days(n)?)?,
        TimeUnit::ClearDay => from.plus_days(days(n.checked_add(1).ok_or_else(out_of_range)?)?)?,
        TimeUnit::WorkingDay => calendar.add_working_days(from, days(n)?)?,
        TimeUnit::Week => from.plus_days(days(times(n, 7)?)?)?,
        TimeUnit::Month => months(n)?,
        TimeUnit::Year => months(times(n, 12)?)?,
    };
    if direction == TimeDirection::After && rest_days == RestDays::Roll && unit != TimeUnit::WorkingDay {
        let rolled = calendar.on_or_after(day)?;
        return Ok(CountedDay { day: rolled, before_rest: (rolled != day).then_some(day) });
    }
    Ok(CountedDay { day, before_rest: None })
}
