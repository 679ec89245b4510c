//! Dated facts of units in columns. A fact that never changed takes four bytes.

use std::marker::PhantomData;

use super::days::{Bounds, Days};
use crate::kernel::{Day, Id, Likely, Span};
use crate::organisation::dated::order;

/// A unit without any row.
pub(super) const NONE: u32 = u32::MAX;
/// A unit whose rows stand in the lists; the rest is its place there.
pub(super) const LISTED: u32 = 1 << 31;

/// A fact of every unit: one value that always held, or rows with their days.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Dated<T> {
    /// By unit: the value that always held, [`NONE`], or [`LISTED`] with a place in `starts`.
    pub(super) cells: Vec<u32>,
    pub(super) starts: Vec<u32>,
    pub(super) values: Vec<u32>,
    pub(super) days: Vec<Days>,
    pub(super) bounds: Bounds,
    pub(super) of: PhantomData<T>,
}

impl<T> Default for Dated<T> {
    fn default() -> Self {
        Self {
            cells: Vec::new(),
            starts: vec![0],
            values: Vec::new(),
            days: Vec::new(),
            bounds: Bounds::default(),
            of: PhantomData,
        }
    }
}

/// The value that always held, or the range of rows.
enum Cell {
    Always(u32),
    Rows(std::ops::Range<usize>),
}

impl<T: Id> Dated<T> {
    /// Room for so many units.
    pub(super) fn with_capacity(units: usize) -> Self {
        Self { cells: Vec::with_capacity(units), ..Self::default() }
    }

    /// Adds the rows of the next unit.
    pub(in crate::organisation) fn push(&mut self, rows: impl Iterator<Item = (T, Span)>) {
        let mut rows: Vec<_> = rows.collect();
        rows.sort_by_key(|(value, span)| (order(*span), *value));
        match rows.as_slice() {
            [] => self.push_none(),
            [(value, Span::ALWAYS)] => self.push_always(*value),
            several => {
                for (value, span) in several {
                    let days = self.bounds.days(*span);
                    self.add_row(*value, days);
                }
                self.close_rows();
            }
        }
    }

    /// Adds the next unit with a value that always held.
    #[inline]
    pub(super) fn push_always(&mut self, value: T) {
        self.cells.push(raw(value));
    }

    /// Adds the next unit without a value.
    pub(super) fn push_none(&mut self) {
        self.cells.push(NONE);
    }

    /// Adds a row of the next unit, which [`close_rows`](Self::close_rows) ends; rows come in the order of their days.
    pub(super) fn add_row(&mut self, value: T, days: Days) {
        self.values.push(raw(value));
        self.days.push(days);
    }

    /// Ends the rows of a unit.
    pub(super) fn close_rows(&mut self) {
        let place = u32::try_from(self.starts.len() - 1).unwrap_or(0) & !LISTED;
        self.cells.push(LISTED | place);
        // More than four billion rows do not fit into memory.
        self.starts.push(u32::try_from(self.values.len()).unwrap_or(u32::MAX));
    }

    #[inline]
    fn cell(&self, unit: usize) -> Cell {
        match self.cells.get(unit).copied() {
            None | Some(NONE) => Cell::Rows(0..0),
            Some(value) if value & LISTED == 0 => Cell::Always(value),
            Some(listed) => {
                let at = (listed ^ LISTED) as usize;
                let start = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
                Cell::Rows(start(at)..start(at + 1))
            }
        }
    }

    /// The rows of a unit in the order of their days.
    pub(in crate::organisation) fn of(&self, unit: impl Id) -> impl DoubleEndedIterator<Item = (T, Span)> + '_ {
        let (always, rows) = match self.cell(unit.index()) {
            Cell::Always(value) => (Some(value), 0..0),
            Cell::Rows(rows) => (None, rows),
        };
        let always = always.and_then(value).map(|value| (value, Span::ALWAYS));
        always.into_iter().chain(rows.filter_map(|row| self.row(row)))
    }

    fn row(&self, row: usize) -> Option<(T, Span)> {
        Some((value(*self.values.get(row)?)?, self.bounds.span(*self.days.get(row)?)))
    }

    /// What holds on a day: the certain row, or else the first that may.
    #[inline]
    pub(in crate::organisation) fn on(&self, unit: impl Id, day: Day) -> Option<(T, Likely)> {
        match self.cell(unit.index()) {
            Cell::Always(always) => value(always).map(|value| (value, Likely::Yes)),
            Cell::Rows(rows) => self.on_rows(rows, day),
        }
    }

    fn on_rows(&self, rows: std::ops::Range<usize>, day: Day) -> Option<(T, Likely)> {
        let mut possible = None;
        let values = self.values.get(rows.clone()).unwrap_or_default();
        for (row, days) in values.iter().zip(self.days.get(rows).unwrap_or_default()) {
            match self.bounds.holds(*days, day) {
                Likely::Yes => return value(*row).map(|value| (value, Likely::Yes)),
                Likely::Possible if possible.is_none() => possible = Some(*row),
                _ => {}
            }
        }
        possible.and_then(value).map(|value| (value, Likely::Possible))
    }

    /// Whether a unit has the same value on two days.
    #[inline]
    pub(in crate::organisation) fn same(&self, unit: impl Id, a: Day, b: Day) -> bool {
        let listed = self.cells.get(unit.index()).is_some_and(|cell| cell & LISTED != 0 && *cell != NONE);
        let value = |day| self.on(unit, day).map(|(value, _)| value);
        !listed || value(a) == value(b)
    }

    /// The value of a unit on each of some days.
    #[inline]
    pub(in crate::organisation) fn each_day(&self, unit: impl Id, days: &[Day], to: &mut [Option<T>]) {
        match self.cell(unit.index()) {
            Cell::Always(always) => to.fill(value(always)),
            Cell::Rows(rows) => {
                for (to, day) in to.iter_mut().zip(days) {
                    *to = self.on_rows(rows.clone(), *day).map(|(value, _)| value);
                }
            }
        }
    }

    /// Whether a unit never had another value.
    #[inline]
    pub(super) fn never_changed(&self, unit: usize) -> bool {
        self.cells.get(unit).is_none_or(|cell| cell & LISTED == 0 || *cell == NONE)
    }

    /// The value that a unit always had.
    #[inline]
    pub(in crate::organisation) fn always(&self, unit: usize) -> Option<T> {
        self.cells.get(unit).filter(|cell| **cell & LISTED == 0).and_then(|cell| value(*cell))
    }

    /// Every row with the position of its unit.
    pub(in crate::organisation) fn rows(&self) -> impl Iterator<Item = (usize, T, Span)> + '_ {
        (0..self.cells.len()).flat_map(|unit| {
            let (always, rows) = match self.cell(unit) {
                Cell::Always(value) => (Some(value), 0..0),
                Cell::Rows(rows) => (None, rows),
            };
            let always = always.and_then(value).map(|value| (value, Span::ALWAYS));
            let rows = always.into_iter().chain(rows.filter_map(|row| self.row(row)));
            rows.map(move |(value, span)| (unit, value, span))
        })
    }

    /// Every value that ever held, with its unit; a value that came back comes again.
    #[inline]
    pub(super) fn each_value(&self, mut each: impl FnMut(u32, u32)) {
        for (unit, cell) in (0_u32..).zip(&self.cells) {
            match *cell {
                NONE => {}
                value if value & LISTED == 0 => each(unit, value),
                _ => {
                    let Cell::Rows(rows) = self.cell(unit as usize) else { continue };
                    self.values.get(rows).unwrap_or_default().iter().for_each(|value| each(unit, *value));
                }
            }
        }
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }
}

#[inline]
fn raw(value: impl Id) -> u32 {
    // Ids are below 2^31: as many units do not fit into memory.
    u32::try_from(value.index()).unwrap_or(0) & !LISTED
}

#[inline]
fn value<T: Id>(raw: u32) -> Option<T> {
    T::from_index(raw as usize)
}

/// Sets the bit of a unit.
fn mark(bits: &mut Vec<u64>, unit: u32) {
    let (word, bit) = (unit as usize / 64, unit % 64);
    bits.resize(bits.len().max(word + 1), 0);
    bits.get_mut(word).into_iter().for_each(|word| *word |= 1 << bit);
}

/// When each unit exists: one stretch of days, or several with days between on which it is no more.
#[derive(Debug, Clone, Default)]
pub(in crate::organisation) struct Lives {
    /// From the first day to the last.
    pub(super) hulls: Vec<Days>,
    /// The stretches of units that have several, in the order of their units.
    pub(super) stretches: Vec<(u32, Days)>,
    /// A bit for each unit that has several, or none.
    pub(super) several: Vec<u64>,
    pub(super) bounds: Bounds,
}

impl Lives {
    /// Room for so many units.
    pub(super) fn with_capacity(units: usize) -> Self {
        Self { hulls: Vec::with_capacity(units), ..Self::default() }
    }

    /// Marks a unit that exists on several stretches of days, or on none.
    pub(super) fn mark(&mut self, unit: u32) {
        mark(&mut self.several, unit);
    }

    /// Adds the next unit.
    ///
    /// One that is there on none of its days keeps them all the same: a correction may give them back.
    pub(in crate::organisation) fn push(&mut self, life: Span, stretches: Vec<Span>) {
        let days: Vec<Days> = stretches.into_iter().map(|life| self.bounds.days(life)).collect();
        if days.is_empty() {
            mark(&mut self.several, u32::try_from(self.hulls.len()).unwrap_or(u32::MAX));
            let hull = self.bounds.days(life);
            self.hulls.push(hull);
        } else {
            self.push_days(&days);
        }
    }

    /// The same with its stretches in the order of time as they are stored.
    pub(super) fn push_days(&mut self, stretches: &[Days]) {
        let unit = u32::try_from(self.hulls.len()).unwrap_or(u32::MAX);
        let hull = match stretches {
            [] => {
                mark(&mut self.several, unit);
                Days::NEVER
            }
            [one] => *one,
            [first, .., last] => {
                self.stretches.extend(stretches.iter().map(|days| (unit, *days)));
                mark(&mut self.several, unit);
                Days::from_raw(first.raw().0, last.raw().1)
            }
        };
        self.hulls.push(hull);
    }

    /// From the first day of a unit to its last.
    pub(in crate::organisation) fn get(&self, unit: impl Id) -> Option<Span> {
        self.hulls.get(unit.index()).map(|days| self.bounds.span(*days))
    }

    /// The stretches of days on which a unit exists.
    pub(in crate::organisation) fn of(&self, unit: impl Id) -> impl Iterator<Item = Span> + '_ {
        let several = self.stretches(unit.index());
        let one = self.hulls.get(unit.index()).filter(|_| !self.has_several(unit.index()));
        one.into_iter().copied().chain(several.iter().map(|(_, days)| *days)).map(|days| self.bounds.span(days))
    }

    /// The periods between the stretches of a unit, on which it does not exist; its whole life where it has none.
    pub(in crate::organisation) fn gaps(&self, unit: impl Id) -> impl Iterator<Item = Span> + '_ {
        let stretches = self.stretches(unit.index());
        let never = (stretches.is_empty() && self.has_several(unit.index())).then(|| self.hull(unit.index()));
        let between = stretches.windows(2).filter_map(|pair| match pair {
            [(_, a), (_, b)] => Some(Days::from_raw(a.raw().1, b.raw().0)),
            _ => None,
        });
        never.into_iter().chain(between).map(|days| self.bounds.span(days))
    }

    /// From the first day of a unit to its last, as it is stored.
    pub(super) fn hull(&self, unit: usize) -> Days {
        self.hulls.get(unit).copied().unwrap_or(Days::NEVER)
    }

    /// Every stretch of every unit.
    pub(in crate::organisation) fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let hulls = self.hulls.iter().enumerate().filter(|(unit, _)| !self.has_several(*unit)).map(|(_, days)| days);
        hulls.chain(self.stretches.iter().map(|(_, days)| days)).map(|days| self.bounds.span(*days))
    }

    fn stretches(&self, unit: usize) -> &[(u32, Days)] {
        if !self.has_several(unit) {
            return &[];
        }
        let first = self.stretches.partition_point(|(u, _)| (*u as usize) < unit);
        let rest = self.stretches.get(first..).unwrap_or_default();
        let count = rest.iter().take_while(|(u, _)| *u as usize == unit).count();
        rest.get(..count).unwrap_or_default()
    }

    #[inline]
    pub(super) fn has_several(&self, unit: usize) -> bool {
        self.several.get(unit / 64).is_some_and(|word| (*word >> (unit % 64)) & 1 == 1)
    }

    /// Whether a unit exists on a day.
    #[inline]
    pub(in crate::organisation) fn holds(&self, unit: usize, day: Day) -> Likely {
        let Some(hull) = self.hulls.get(unit) else { return Likely::No };
        let hull = self.bounds.holds(*hull, day);
        if hull == Likely::No || !self.has_several(unit) { hull } else { self.holds_in_stretch(unit, day) }
    }

    #[cold]
    fn holds_in_stretch(&self, unit: usize, day: Day) -> Likely {
        let each = self.stretches(unit).iter().map(|(_, days)| self.bounds.holds(*days, day));
        each.max().unwrap_or(Likely::No)
    }

    /// Whether a unit certainly exists all the while between two days.
    #[inline]
    pub(super) fn throughout(&self, unit: usize, first: Day, last: Day) -> bool {
        !self.has_several(unit) && self.hull(unit).covers(Days::of(Some(first), last.plus_days(1).ok()))
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.hulls.len()
    }
}
