//! Times between two events, counted as the law counts them.

use serde::{Deserialize, Serialize};

use super::{Milestone, PackError, TimeUnit, When};
use crate::kernel::{Calendar, Day, Result, Text};

/// A time between two events.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Deadline {
    /// What must happen.
    pub event: Milestone,
    /// From what it is counted.
    pub anchor: Milestone,
    /// Before or after it, at least or at most.
    pub when: When,
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// Whether an end on a day off moves to the next working day (Civil Code art. 203).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub roll: bool,
}

impl Deadline {
    /// The day so long after a day.
    fn reach(&self, from: Day, calendar: Option<&Calendar>) -> Result<Day> {
        let n = i32::try_from(self.n).unwrap_or(i32::MAX);
        match self.unit {
            TimeUnit::Day => from.plus_days(n),
            TimeUnit::ClearDay => from.plus_days(n.saturating_add(1)),
            TimeUnit::WorkingDay => calendar.ok_or(PackError::NoCalendar)?.add_working_days(from, n),
            TimeUnit::Week => from.plus_days(n.saturating_mul(7)),
            TimeUnit::Month => from.plus_months(self.n),
            TimeUnit::Year => from.plus_years(self.n),
        }
    }

    /// The first and the last day on which the event keeps the deadline, both included; `None` is without bound.
    ///
    /// ```
    /// use shequ::pack::{Deadline, Milestone, TimeUnit, When};
    /// // The roll is posted at least 20 days before the poll.
    /// let roll = Deadline { event: Milestone::Roll, anchor: Milestone::Poll, when: When::AtLeastBefore, n: 20, unit: TimeUnit::Day, roll: false };
    /// let (_, last) = roll.window("2025-03-21".parse()?, None)?;
    /// assert_eq!(last.map(|d| d.to_string()).as_deref(), Some("2025-03-01"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `calendar-missing` where working days are counted without one, and those of a day beyond the calendar.
    pub fn window(&self, anchor: Day, calendar: Option<&Calendar>) -> Result<(Option<Day>, Option<Day>)> {
        match self.when {
            When::AtMostAfter => {
                let end = self.reach(anchor, calendar)?;
                Ok((
                    Some(anchor),
                    Some(if self.roll { calendar.ok_or(PackError::NoCalendar)?.on_or_after(end)? } else { end }),
                ))
            }
            When::AtLeastAfter => Ok((Some(self.reach(anchor, calendar)?), None)),
            When::AtLeastBefore => Ok((None, Some(self.latest_before(anchor, calendar)?))),
            When::AtMostBefore => {
                let mut first = self.latest_before(anchor, calendar)?;
                // Of the days that reach exactly the anchor, the first.
                while self.reach(first.plus_days(-1)?, calendar)? >= anchor {
                    first = first.plus_days(-1)?;
                }
                if self.reach(first, calendar)? < anchor {
                    first = first.plus_days(1)?;
                }
                Ok((Some(first), Some(anchor)))
            }
        }
    }

    /// The last day from which the anchor is far enough.
    fn latest_before(&self, anchor: Day, calendar: Option<&Calendar>) -> Result<Day> {
        let n = i32::try_from(self.n).unwrap_or(i32::MAX);
        let mut day = match self.unit {
            TimeUnit::Day => return anchor.plus_days(n.saturating_neg()),
            TimeUnit::ClearDay => return anchor.plus_days(n.saturating_neg().saturating_sub(1)),
            TimeUnit::Week => return anchor.plus_days(n.saturating_mul(7).saturating_neg()),
            TimeUnit::WorkingDay => {
                calendar.ok_or(PackError::NoCalendar)?.add_working_days(anchor, n.saturating_neg())?.plus_days(1)?
            }
            TimeUnit::Month => anchor.plus_days(n.saturating_mul(28).saturating_neg())?,
            TimeUnit::Year => anchor.plus_days(n.saturating_mul(365).saturating_neg())?,
        };
        while self.reach(day, calendar)? > anchor {
            day = day.plus_days(-1)?;
        }
        while self.reach(day.plus_days(1)?, calendar)? <= anchor {
            day = day.plus_days(1)?;
        }
        Ok(day)
    }

    /// What it says, in words.
    pub fn render(&self) -> Text {
        use crate::kernel::Lang::{En, Zh};
        let (event, anchor, unit) = (self.event.label(), self.anchor.label(), self.unit.label());
        let n = self.n;
        let (side_zh, side_en, most) = match self.when {
            When::AtLeastBefore => ("之前至少", "before", false),
            When::AtMostBefore => ("之前至多", "before", true),
            When::AtLeastAfter => ("之后至少", "after", false),
            When::AtMostAfter => ("之后至多", "after", true),
        };
        let bound = if most { "at most" } else { "at least" };
        let units = unit.get(En);
        let units = if n == 1 { units.strip_suffix('s').unwrap_or(units) } else { units };
        Text::new(
            format!("{}在{}{side_zh}{n}{}", event.get(Zh), anchor.get(Zh), unit.get(Zh)),
            format!("{} {bound} {n} {units} {side_en} {}", event.get(En), anchor.get(En)),
        )
    }
}
