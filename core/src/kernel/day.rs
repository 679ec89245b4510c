//! Days, half-open periods, and dates that are known only within bounds.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Serialize, Serializer};

use super::Result;
use super::error::faults;

faults! {
    /// Faults of days, periods and the calendar.
    pub enum DayError: Value {
        /// A text that is no day.
        NotADay { got: String } => "not-a-day", "`{got}` is not a day", "write `2026-01-01`";
        /// A period that ends before it begins.
        Reversed { from: Day, until: Day } => "period-reversed", "the period ends on {until}, not after it begins on {from}", "swap the days; `until` is the first day after the period";
        /// A year for which the working days are not known.
        YearWithoutData { year: i32, first: i32, last: i32 } => "calendar-year-without-data", "the calendar has no data for {year}, only for {first} to {last}", "load a calendar that covers {year}";
        /// A day beyond the years 1 to 9999.
        OutOfRange => "day-out-of-range", "the day is outside the years 1 to 9999", "";
    }
}

/// A day of the Gregorian calendar, as a day number (day 1 is 0001-01-01).
///
/// ```
/// use shequ::kernel::Day;
/// let day: Day = "2025-12-31".parse()?;
/// assert_eq!(day.plus_days(1)?.to_string(), "2026-01-01");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// The first day that exists here, 0001-01-01.
    pub const MIN: Self = Self(1);
    /// The last day that exists here, 9999-12-31.
    pub const MAX: Self = Self(3_652_059);

    /// The day of a year, month and day of the month.
    ///
    /// # Errors
    /// `not-a-day`.
    pub fn new(year: i32, month: u32, day: u32) -> Result<Self> {
        let wrong = || DayError::NotADay { got: format!("{year}-{month}-{day}") };
        NaiveDate::from_ymd_opt(year, month, day).and_then(Self::from_date).ok_or_else(|| wrong().into())
    }

    /// The day with a number; day 1 is 0001-01-01.
    pub fn from_number(number: i32) -> Option<Self> {
        (Self::MIN.0..=Self::MAX.0).contains(&number).then_some(Self(number))
    }

    /// The day of a date; `None` outside the years 1 to 9999.
    pub fn from_date(date: NaiveDate) -> Option<Self> {
        Self::from_number(date.num_days_from_ce())
    }

    /// The day number.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The same as a date of chrono.
    pub fn date(self) -> NaiveDate {
        // Every day number in range has a date; the default is never taken.
        NaiveDate::from_num_days_from_ce_opt(self.0).unwrap_or_default()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.date().year()
    }

    /// So many days later, or earlier for a negative number.
    ///
    /// # Errors
    /// `day-out-of-range`.
    pub fn plus_days(self, days: i32) -> Result<Self> {
        self.0.checked_add(days).and_then(Self::from_number).ok_or_else(|| DayError::OutOfRange.into())
    }

    /// The corresponding day so many months later, or that month's last day where there is none.
    ///
    /// Source: Civil Code of China, art. 202.
    ///
    /// # Errors
    /// `day-out-of-range`.
    pub fn plus_months(self, months: u32) -> Result<Self> {
        let later = self.date().checked_add_months(Months::new(months)).and_then(Self::from_date);
        later.ok_or_else(|| DayError::OutOfRange.into())
    }

    /// The corresponding day so many years later.
    ///
    /// # Errors
    /// `day-out-of-range`.
    pub fn plus_years(self, years: u32) -> Result<Self> {
        self.plus_months(years.checked_mul(12).ok_or(DayError::OutOfRange)?)
    }

    /// Days from another day to this one; negative if this one is earlier.
    pub const fn since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let date = self.date();
        f.pad(&format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day()))
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = super::Error;

    /// Reads `2026-01-01` and nothing else.
    fn from_str(text: &str) -> Result<Self> {
        let wrong = || DayError::NotADay { got: text.chars().take(40).collect() };
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 10
            && bytes.iter().enumerate().all(|(i, b)| if i == 4 || i == 7 { *b == b'-' } else { b.is_ascii_digit() });
        if !shaped {
            return Err(wrong().into());
        }
        let date = NaiveDate::parse_from_str(text, "%Y-%m-%d").map_err(|_| wrong())?;
        Self::from_date(date).ok_or_else(|| wrong().into())
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// Reads a text through `FromStr`, with the user's words for what is expected.
macro_rules! deserialize_text {
    ($name:ident, $expected:literal) => {
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Written;
                impl ::serde::de::Visitor<'_> for Written {
                    type Value = $name;
                    fn expecting(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                        f.write_str($expected)
                    }
                    fn visit_str<E: ::serde::de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_| E::invalid_value(::serde::de::Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_any(Written)
            }
        }
    };
}
pub(crate) use deserialize_text;

deserialize_text!(Day, "a day such as `2026-01-01`");

/// From a day to the day before another, or without end: `[from, until)`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Period {
    from: Day,
    until: Option<Day>,
}

impl Period {
    /// The period `[from, until)`; without `until` it goes on.
    ///
    /// # Errors
    /// `period-reversed` if it would be empty.
    pub fn new(from: Day, until: Option<Day>) -> Result<Self> {
        match until {
            Some(until) if until <= from => Err(DayError::Reversed { from, until }.into()),
            _ => Ok(Self { from, until }),
        }
    }

    /// The first day.
    pub const fn from(self) -> Day {
        self.from
    }

    /// The first day after it, if it ends.
    pub const fn until(self) -> Option<Day> {
        self.until
    }

    /// Whether a day lies in it.
    pub fn contains(self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day < until)
    }

    /// The days in both periods, if there are any.
    pub fn meet(self, other: Self) -> Option<Self> {
        let until = match (self.until, other.until) {
            (Some(a), Some(b)) => Some(a.min(b)),
            (a, b) => a.or(b),
        };
        Self::new(self.from.max(other.from), until).ok()
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.until {
            Some(until) => write!(f, "[{}, {until})", self.from),
            None => write!(f, "[{}, ...)", self.from),
        }
    }
}

/// The answer to an as-of question about dates that are known only within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Likely {
    /// Certainly not.
    No,
    /// The bounds allow both.
    Possible,
    /// Certainly.
    Yes,
}

/// A day that is known exactly or only to lie within bounds: `2004-05-01`, `2004-05`, `2004`, or a range such as
/// `2017-11-01..2018-10-31` or `2010..2012`.
///
/// ```
/// use shequ::kernel::WithinDays;
/// let founded: WithinDays = "2004".parse()?;
/// assert_eq!(founded.earliest().to_string(), "2004-01-01");
/// assert_eq!(founded.latest().to_string(), "2004-12-31");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WithinDays {
    earliest: Day,
    latest: Day,
}

impl WithinDays {
    /// A day in `earliest..=latest`.
    ///
    /// # Errors
    /// `period-reversed`.
    pub fn new(earliest: Day, latest: Day) -> Result<Self> {
        if latest < earliest {
            return Err(DayError::Reversed { from: earliest, until: latest }.into());
        }
        Ok(Self { earliest, latest })
    }

    /// The first day that it can be.
    pub const fn earliest(self) -> Day {
        self.earliest
    }

    /// The last day that it can be.
    pub const fn latest(self) -> Day {
        self.latest
    }

    /// The day, if it is known exactly.
    pub fn exact(self) -> Option<Day> {
        (self.earliest == self.latest).then_some(self.earliest)
    }

    /// Whether it is on or before a day.
    pub fn by(self, day: Day) -> Likely {
        if self.latest <= day {
            Likely::Yes
        } else if self.earliest > day {
            Likely::No
        } else {
            Likely::Possible
        }
    }
}

impl From<Day> for WithinDays {
    fn from(day: Day) -> Self {
        Self { earliest: day, latest: day }
    }
}

impl FromStr for WithinDays {
    type Err = super::Error;

    fn from_str(text: &str) -> Result<Self> {
        let wrong = || DayError::NotADay { got: text.chars().take(40).collect() };
        if let Some((earliest, latest)) = text.split_once("..") {
            if latest.contains("..") {
                return Err(wrong().into());
            }
            let (earliest, latest): (Self, Self) = (earliest.parse()?, latest.parse()?);
            return Self::new(earliest.earliest, latest.latest);
        }
        let digits = |t: &str, n: usize| (t.len() == n && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.to_owned());
        match text.len() {
            4 => {
                let year: i32 = digits(text, 4).and_then(|t| t.parse().ok()).ok_or_else(wrong)?;
                Self::new(Day::new(year, 1, 1)?, Day::new(year, 12, 31)?)
            }
            7 => {
                let first: Day = format!("{text}-01").parse().map_err(|_| wrong())?;
                let last = first.plus_months(1).and_then(|next| next.plus_days(-1));
                Self::new(first, last.unwrap_or(Day::MAX))
            }
            _ => Ok(text.parse::<Day>()?.into()),
        }
    }
}

impl fmt::Display for WithinDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.exact() {
            Some(day) => day.fmt(f),
            None => write!(f, "{}..{}", self.earliest, self.latest),
        }
    }
}

impl Serialize for WithinDays {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

deserialize_text!(
    WithinDays,
    "a day, month, year or range such as `2004-05-01`, `2004-05`, `2004`, `2004-05-01..2005-04-30`"
);

/// A period whose ends may be known only within bounds; without a beginning it held before all records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Span {
    from: Option<WithinDays>,
    until: Option<WithinDays>,
}

impl Span {
    /// Always.
    pub const ALWAYS: Self = Self { from: None, until: None };

    /// `[from, until)` with bounds; `until` is the first day after it.
    ///
    /// # Errors
    /// `period-reversed` if it is certainly empty.
    pub fn new(from: Option<WithinDays>, until: Option<WithinDays>) -> Result<Self> {
        if let (Some(from), Some(until)) = (from, until)
            && until.latest <= from.earliest
        {
            return Err(DayError::Reversed { from: from.earliest, until: until.latest }.into());
        }
        Ok(Self { from, until })
    }

    /// When it begins, if that is recorded.
    pub const fn from(self) -> Option<WithinDays> {
        self.from
    }

    /// The first day after it, if it ends.
    pub const fn until(self) -> Option<WithinDays> {
        self.until
    }

    /// Whether it holds on a day.
    pub fn holds(self, day: Day) -> Likely {
        let begun = self.from.map_or(Likely::Yes, |from| from.by(day));
        let over = self.until.map_or(Likely::No, |until| until.by(day));
        match (begun, over) {
            (Likely::No, _) | (_, Likely::Yes) => Likely::No,
            (Likely::Yes, Likely::No) => Likely::Yes,
            _ => Likely::Possible,
        }
    }

    /// The days on which it certainly holds, if there are any.
    pub fn certain(self) -> Option<Period> {
        Period::new(self.from.map_or(Day::MIN, |f| f.latest), self.until.map(|u| u.earliest)).ok()
    }

    /// The days on which it may hold.
    pub fn possible(self) -> Option<Period> {
        Period::new(self.from.map_or(Day::MIN, |f| f.earliest), self.until.map(|u| u.latest)).ok()
    }
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        Self { from: Some(period.from.into()), until: period.until.map(Into::into) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn days_are_read_strictly() {
        for text in ["2026-1-1", "2026-02-30", "20260101", "2026-01-01T00:00", "", "0000-01-01", "+026-01-01"] {
            assert_eq!(text.parse::<Day>().unwrap_err().first().code(), "not-a-day", "{text}");
        }
        assert_eq!(day("0001-01-01"), Day::MIN);
        assert_eq!(day("9999-12-31"), Day::MAX);
        assert_eq!(day("2024-02-29").plus_years(1).unwrap(), day("2025-02-28"));
    }

    #[test]
    fn a_period_is_half_open_and_not_empty() {
        let period = Period::new(day("2025-01-01"), Some(day("2026-01-01"))).unwrap();
        assert!(period.contains(day("2025-12-31")) && !period.contains(day("2026-01-01")));
        assert_eq!(
            Period::new(day("2025-01-01"), Some(day("2025-01-01"))).unwrap_err().first().code(),
            "period-reversed"
        );
    }

    #[test]
    fn ranges_run_from_the_first_day_of_one_to_the_last_of_the_other() {
        let within = |text: &str| text.parse::<WithinDays>().map(|within| within.to_string());
        assert_eq!(within("2010..2012").unwrap(), "2010-01-01..2012-12-31");
        assert_eq!(within("2010-02..2010-02-20").unwrap(), "2010-02-01..2010-02-20");
        for (wrong, code) in
            [("2012..2010", "period-reversed"), ("2010..", "not-a-day"), ("2010..2011..2012", "not-a-day")]
        {
            assert_eq!(within(wrong).unwrap_err().first().code(), code, "{wrong}");
        }
    }

    #[test]
    fn bounds_answer_yes_no_or_possible() {
        let span = Span::new(Some("2004".parse().unwrap()), Some("2006-05".parse().unwrap())).unwrap();
        assert_eq!(span.holds(day("2003-12-31")), Likely::No);
        assert_eq!(span.holds(day("2004-06-01")), Likely::Possible);
        assert_eq!(span.holds(day("2005-01-01")), Likely::Yes);
        assert_eq!(span.holds(day("2006-05-15")), Likely::Possible);
        assert_eq!(span.holds(day("2006-05-31")), Likely::No);
    }
}
