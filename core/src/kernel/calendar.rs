//! Working days (工作日) with holidays and make-up days (调休), as data.
//!
//! A calendar covers whole years that follow each other; asked about another year, it answers with an error and never
//! guesses from the weekday. Look-ups are constant in time, and so is counting between two days.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use chrono::Datelike;

use super::day::deserialize_text;
use super::error::faults;
use super::{Day, DayError, Digest, Document, Explanation, Faults, Key, Quantity, Result, Text, WithinDays};
use crate::wire::calendar::{CalendarDraft, YearDraft};

faults! {
    /// Faults of a calendar's document.
    pub enum CalendarError: Value {
        /// Years that do not follow each other.
        YearOutOfOrder { year: i32, expected: i32 } => "calendar-year-out-of-order", "the year is {year}, expected {expected}", "write the years in order, without gaps, between 1 and 9998";
        /// No year at all.
        NoYears => "calendar-without-years", "the calendar has no years", "add one to `years`";
        /// A number that is no day of the week.
        NotAWeekday { got: u8 } => "calendar-not-a-weekday", "`{got}` is not a day of the week", "Monday is 1, Sunday is 7";
        /// A holiday that the calendar does not declare.
        UnknownHoliday { key: String } => "calendar-unknown-holiday", "the holiday `{key}` is not declared", "add it to `holidays`";
        /// A holiday declared twice.
        HolidayTwice { key: String } => "calendar-holiday-twice", "the holiday `{key}` is declared twice", "keep one";
        /// A day that stands under another year.
        DayOfAnotherYear { day: Day, year: i32 } => "calendar-day-of-another-year", "{day} does not lie in {year}", "write it under its own year";
        /// A day that is given twice.
        DayTwice { day: Day } => "calendar-day-twice", "{day} is given twice", "keep one";
        /// A make-up day on a day that is worked anyway.
        NoWeekend { day: Day } => "calendar-make-up-on-weekday", "{day} is a make-up day but not a weekend day", "only a weekend day can be made up";
        /// A count that does not agree with the days.
        CountDiffers { year: i32, written: u32, found: u32 } => "calendar-count-differs", "{year} is said to have {written} working days, its days make {found}", "look for a missing holiday or make-up day";
    }
}

/// Days that follow each other, `2026-01-01..2026-01-03`, or one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    first: Day,
    last: Day,
}

impl Run {
    /// The first day.
    pub const fn first(self) -> Day {
        self.first
    }

    /// The last day.
    pub const fn last(self) -> Day {
        self.last
    }
}

impl FromStr for Run {
    type Err = super::Error;

    fn from_str(text: &str) -> Result<Self> {
        // A bare month or year would be read as all its days, which nobody means here.
        if text.len() < 10 {
            return Err(DayError::NotADay { got: text.chars().take(40).collect() }.into());
        }
        let days: WithinDays = text.parse()?;
        Ok(Self { first: days.earliest(), last: days.latest() })
    }
}

impl fmt::Display for Run {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.first == self.last { self.first.fmt(f) } else { write!(f, "{}..{}", self.first, self.last) }
    }
}

deserialize_text!(Run, "a day or days such as `2026-01-01` or `2026-01-01..2026-01-03`");

/// What a day is in a calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayKind<'c> {
    /// An ordinary working day.
    Working,
    /// A weekend day without work.
    Weekend,
    /// A day off for a holiday.
    Holiday(&'c Text),
    /// A weekend day that is worked for a holiday (调休).
    MakeUp(&'c Text),
}

impl DayKind<'_> {
    /// Whether people work.
    pub const fn is_working(self) -> bool {
        matches!(self, Self::Working | Self::MakeUp(_))
    }

    /// Its name.
    pub fn label(self) -> Text {
        let joined = |zh: &str, en: &str, of: &Text| {
            Text::new(format!("{}{zh}", of.get(super::Lang::Zh)), format!("{en}{}", of.get(super::Lang::En)))
        };
        match self {
            Self::Working => Text::new("工作日", "working day"),
            Self::Weekend => Text::new("周末", "weekend"),
            Self::Holiday(of) => joined("假期", "holiday: ", of),
            Self::MakeUp(of) => joined("调休上班", "make-up day for ", of),
        }
    }
}

/// The working days of a run of years.
///
/// ```
/// use shequ::kernel::{Calendar, Day};
/// let calendar = Calendar::cn();
/// let sunday: Day = "2024-02-04".parse()?;
/// assert!(calendar.is_working(sunday)?); // made up for the Spring Festival
/// // Civil Code, art. 203: a time limit that ends on a day off ends on the working day after.
/// assert_eq!(calendar.on_or_after("2024-10-05".parse()?)?.to_string(), "2024-10-08");
/// let error = calendar.is_working("2003-06-02".parse()?).unwrap_err();
/// assert_eq!(error.first().code(), "calendar-year-without-data");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Calendar {
    key: Key,
    label: Text,
    first_year: i32,
    last_year: i32,
    /// The number of 1 January of the first year.
    start: i32,
    /// The number of days covered.
    len: u32,
    /// One bit a day, set where people work.
    words: Vec<u64>,
    /// Working days before each word, and in all.
    before: Vec<u32>,
    holidays: Vec<Text>,
    /// Days that the notices move: the holiday, and whether the day is worked.
    moved: BTreeMap<Day, (usize, bool)>,
}

static CN: LazyLock<Option<Calendar>> =
    LazyLock::new(|| Calendar::parse(include_str!("../../data/cn-working-days.toml")).ok());

impl Calendar {
    /// The calendar of mainland China, 2004 to 2026, which ships with the library.
    ///
    /// Source: the yearly notices of the General Office of the State Council. The notice for 2027 may still move days
    /// at the end of December 2026.
    ///
    pub fn cn() -> &'static Self {
        // A test reads the shipped data, so the empty calendar is never taken.
        static EMPTY: LazyLock<Calendar> = LazyLock::new(Calendar::empty);
        CN.as_ref().unwrap_or(&EMPTY)
    }

    /// A calendar of no years, which answers nothing.
    fn empty() -> Self {
        Self {
            key: Key::none(),
            label: Text::default(),
            first_year: 1,
            last_year: 0,
            start: 1,
            len: 0,
            words: Vec::new(),
            before: vec![0],
            holidays: Vec::new(),
            moved: BTreeMap::new(),
        }
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// The first and the last year that it covers.
    pub const fn years(&self) -> (i32, i32) {
        (self.first_year, self.last_year)
    }

    fn without_data(&self, year: i32) -> super::Error {
        DayError::YearWithoutData { year, first: self.first_year, last: self.last_year }.into()
    }

    /// The position of a day.
    fn position(&self, day: Day) -> Result<u32> {
        let at = u32::try_from(i64::from(day.number()) - i64::from(self.start)).ok();
        at.filter(|at| *at < self.len).ok_or_else(|| self.without_data(day.year()))
    }

    fn day_at(&self, position: u32) -> Result<Day> {
        let number = i32::try_from(position).ok().and_then(|p| self.start.checked_add(p));
        number.and_then(Day::from_number).ok_or_else(|| self.without_data(self.last_year.saturating_add(1)))
    }

    fn word(&self, at: u32) -> u64 {
        self.words.get((at / 64) as usize).copied().unwrap_or(0)
    }

    /// The number of working days before a position, which may be the end.
    fn rank(&self, at: u32) -> u32 {
        let before = self.before.get((at / 64) as usize).copied().unwrap_or(0);
        before + (self.word(at) & ((1_u64 << (at % 64)) - 1)).count_ones()
    }

    /// The position of the working day with so many before it.
    fn select(&self, rank: u32) -> Option<u32> {
        let index = self.before.partition_point(|n| *n <= rank).checked_sub(1)?;
        let mut word = *self.words.get(index)?;
        for _ in 0..rank.checked_sub(*self.before.get(index)?)? {
            word &= word.wrapping_sub(1);
        }
        (word != 0).then(|| u32::try_from(index).ok()?.checked_mul(64)?.checked_add(word.trailing_zeros()))?
    }

    /// Whether people work on a day.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    pub fn is_working(&self, day: Day) -> Result<bool> {
        let at = self.position(day)?;
        Ok(self.word(at) >> (at % 64) & 1 == 1)
    }

    /// What a day is: working, weekend, holiday or make-up day.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    pub fn kind(&self, day: Day) -> Result<DayKind<'_>> {
        let working = self.is_working(day)?;
        let moved = self.moved.get(&day).and_then(|(holiday, worked)| Some((self.holidays.get(*holiday)?, *worked)));
        Ok(match moved {
            Some((holiday, true)) => DayKind::MakeUp(holiday),
            Some((holiday, false)) => DayKind::Holiday(holiday),
            None if working => DayKind::Working,
            None => DayKind::Weekend,
        })
    }

    /// The holiday that a day is off for, in Chinese and English.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    pub fn holiday(&self, day: Day) -> Result<Option<&Text>> {
        Ok(match self.kind(day)? {
            DayKind::Holiday(label) => Some(label),
            _ => None,
        })
    }

    /// The day itself if it is worked, else the next that is: where a time limit ends.
    ///
    /// Source: Civil Code of China, art. 203.
    ///
    /// # Errors
    /// `calendar-year-without-data`, also where the answer lies after the last year.
    pub fn on_or_after(&self, day: Day) -> Result<Day> {
        let rank = self.rank(self.position(day)?);
        self.nth(rank.into())
    }

    /// The first working day after a day.
    ///
    /// # Errors
    /// As [`on_or_after`](Self::on_or_after).
    pub fn next_working(&self, day: Day) -> Result<Day> {
        self.add_working_days(day, 1)
    }

    /// The n-th working day after a day, or before it for a negative number; the day itself for zero.
    ///
    /// The day itself is not counted: two working days after a Friday is Tuesday, after a Saturday too.
    ///
    /// # Errors
    /// `calendar-year-without-data`, also where the answer lies outside the years.
    pub fn add_working_days(&self, day: Day, days: i32) -> Result<Day> {
        let at = self.position(day)?;
        let rank = match days {
            0 => return Ok(day),
            1.. => i64::from(self.rank(at + 1)) + i64::from(days) - 1,
            _ => i64::from(self.rank(at)) + i64::from(days),
        };
        self.nth(rank)
    }

    fn nth(&self, rank: i64) -> Result<Day> {
        let beyond = if rank < 0 { self.first_year.saturating_sub(1) } else { self.last_year.saturating_add(1) };
        let at = u32::try_from(rank).ok().and_then(|rank| self.select(rank));
        self.day_at(at.ok_or_else(|| self.without_data(beyond))?)
    }

    /// The working days in `[from, until)`; negative where `until` is earlier.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    pub fn working_days_between(&self, from: Day, until: Day) -> Result<i32> {
        let rank = |day: Day| -> Result<i32> {
            // The first day after the last year bounds a period that lies in the years.
            let past = i64::from(day.number()) == i64::from(self.start) + i64::from(self.len);
            let at = if past && self.len > 0 { self.len } else { self.position(day)? };
            // A calendar has fewer than 2^22 days.
            Ok(i32::try_from(self.rank(at)).unwrap_or(i32::MAX))
        };
        Ok(rank(until)? - rank(from)?)
    }

    /// The digest of which days of `[from, until)` are worked: the same of two calendars that count alike there.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    ///
    /// ```
    /// use shequ::kernel::Calendar;
    /// let days = ("2024-02-01".parse()?, "2024-03-01".parse()?);
    /// let calendar = Calendar::cn();
    /// assert_eq!(calendar.digest(days.0, days.1)?, calendar.digest(days.0, days.1)?);
    /// assert_ne!(calendar.digest(days.0, days.1)?, calendar.digest(days.0, "2024-03-02".parse()?)?);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn digest(&self, from: Day, until: Day) -> Result<Digest> {
        let mut worked = String::new();
        if from < until {
            let last = self.position(until.plus_days(-1)?)?;
            let day = |at: u32| if self.word(at) >> (at % 64) & 1 == 1 { '1' } else { '0' };
            worked.extend((self.position(from)?..=last).map(day));
        }
        Digest::of(&(from, until, worked))
    }

    /// Why a day is worked or not.
    ///
    /// # Errors
    /// `calendar-year-without-data`.
    pub fn explain(&self, day: Day) -> Result<Explanation> {
        let kind = self.kind(day)?;
        let words = if kind.is_working() { Text::new("上班", "worked") } else { Text::new("休息", "not worked") };
        Ok(Explanation::new(self.label.clone(), Quantity::Words(words))
            .with(Text::new("日期", "day"), Quantity::Day(day))
            .noted(kind.label()))
    }
}

impl Document for Calendar {
    const FORMAT: &'static str = "shequ.calendar/1";
    const ROOT: &'static str = "calendar";
    type Draft = CalendarDraft;

    fn check(draft: CalendarDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut weekend = [false; 7];
        for (i, number) in draft.weekend.iter().enumerate() {
            match usize::from(*number).checked_sub(1).and_then(|at| weekend.get_mut(at)) {
                Some(slot) => *slot = true,
                None => faults.push(format!("weekend[{i}]"), CalendarError::NotAWeekday { got: *number }),
            }
        }
        let mut index = BTreeMap::new();
        for (i, holiday) in draft.holidays.iter().enumerate() {
            if index.insert(holiday.key.clone(), i).is_some() {
                let key = holiday.key.to_string();
                faults.push(format!("holidays[{i}].key"), CalendarError::HolidayTwice { key });
            }
        }
        let bounds = draft.years.first().map(|y| y.year).zip(draft.years.last().map(|y| y.year));
        let Some((first_year, last_year)) = bounds else {
            faults.push("years", CalendarError::NoYears);
            return Err(faults.into_result().err().unwrap_or_else(|| CalendarError::NoYears.into()));
        };
        for (i, (year, expected)) in draft.years.iter().zip(first_year..).enumerate() {
            if year.year != expected || !(1..=9998).contains(&expected) {
                let cause = CalendarError::YearOutOfOrder { year: year.year, expected: expected.clamp(1, 9998) };
                faults.push(format!("years[{i}].year"), cause);
            }
        }
        faults.into_result()?;
        let (start, end) = (Day::new(first_year, 1, 1)?, Day::new(last_year + 1, 1, 1)?);
        let len = u32::try_from(end.since(start)).unwrap_or(0);
        let mut calendar = Self {
            key: draft.key,
            label: draft.label,
            first_year,
            last_year,
            start: start.number(),
            len,
            words: Vec::new(),
            before: Vec::new(),
            holidays: draft.holidays.into_iter().map(|h| h.label).collect(),
            moved: BTreeMap::new(),
        };
        calendar.moved = moved(&draft.years, &index, weekend)?;
        calendar.fill(weekend);
        calendar.compare(&draft.years)?;
        Ok(calendar)
    }
}

fn is_weekend(day: Day, weekend: [bool; 7]) -> bool {
    let at = day.date().weekday().num_days_from_monday() as usize;
    weekend.get(at).copied().unwrap_or(false)
}

type Moved = BTreeMap<Day, (usize, bool)>;

/// The days that holidays move, each checked.
fn moved(years: &[YearDraft], index: &BTreeMap<Key, usize>, weekend: [bool; 7]) -> Result<Moved> {
    let (mut faults, mut moved) = (Faults::new(), Moved::new());
    for (i, year) in years.iter().enumerate() {
        for (field, table, worked) in [("off", &year.off, false), ("worked", &year.worked, true)] {
            for (key, runs) in table {
                let path = format!("years[{i}].{field}.{key}");
                let Some(holiday) = index.get(key) else {
                    faults.push(path, CalendarError::UnknownHoliday { key: key.to_string() });
                    continue;
                };
                for (j, run) in runs.iter().enumerate() {
                    let path = format!("{path}[{j}]");
                    if let Some(day) = [run.first, run.last].into_iter().find(|day| day.year() != year.year) {
                        faults.push(path, CalendarError::DayOfAnotherYear { day, year: year.year });
                        continue;
                    }
                    for day in (run.first.number()..=run.last.number()).filter_map(Day::from_number) {
                        if moved.insert(day, (*holiday, worked)).is_some() {
                            faults.push(&path, CalendarError::DayTwice { day });
                        } else if worked && !is_weekend(day, weekend) {
                            faults.push(&path, CalendarError::NoWeekend { day });
                        }
                    }
                }
            }
        }
    }
    faults.into_result().map(|()| moved)
}

impl Calendar {
    fn fill(&mut self, weekend: [bool; 7]) {
        let mut count = 0_u32;
        for chunk in (0..=self.len).step_by(64) {
            let mut word = 0_u64;
            for at in chunk..self.len.min(chunk + 64) {
                let Ok(day) = self.day_at(at) else { continue };
                let working = match self.moved.get(&day) {
                    Some((_, worked)) => *worked,
                    None => !is_weekend(day, weekend),
                };
                word |= u64::from(working) << (at % 64);
            }
            self.words.push(word);
            self.before.push(count);
            count += word.count_ones();
        }
        self.before.push(count);
    }

    fn compare(&self, years: &[YearDraft]) -> Result<()> {
        let mut faults = Faults::new();
        for (i, draft) in years.iter().enumerate() {
            let year = draft.year;
            let found = self.working_days_between(Day::new(year, 1, 1)?, Day::new(year + 1, 1, 1)?)?;
            let found = u32::try_from(found).unwrap_or(0);
            if let Some(written) = draft.working_days.filter(|written| *written != found) {
                faults.push(format!("years[{i}].working_days"), CalendarError::CountDiffers { year, written, found });
            }
        }
        faults.into_result()
    }
}

#[cfg(test)]
mod tests;
