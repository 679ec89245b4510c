//! Columns as bytes, so that a country is read again in a moment.
//!
//! Numbers are little-endian; a list is its length in eight bytes and then its numbers. Whatever is read is checked
//! before it is used: an id that leads nowhere is a fault, never a panic.

use super::codes::Codes;
use super::dated::{Dated, Lives};
use super::days::{Bounds, Days};
use super::names::Names;
use super::{Columns, Tree, ranks};
use crate::kernel::error::faults;
use crate::kernel::{Day, Id, KeyTable, Result, WithinDays};
use crate::organisation::{SchemeId, UnitId};

faults! {
    /// Faults of an organisation's binary form.
    pub enum BinaryError: Document {
        /// Bytes that are something else.
        NotBinary => "binary-not-one", "the bytes are no organisation in binary form", "write one with `to_bytes`, or read the document with `parse`";
        /// A form that this version of the library does not read.
        OtherVersion { got: u32, expected: u32 } => "binary-other-version", "the binary form has version {got}, expected {expected}", "write it again from the document: the binary form is a cache";
        /// Bytes that were changed or cut off.
        Damaged { what: String } => "binary-damaged", "the bytes were changed or cut off: {what}", "write it again from the document";
    }
}

pub(in crate::organisation) fn damaged(what: &str) -> crate::kernel::Error {
    BinaryError::Damaged { what: what.into() }.into()
}

/// Bytes while they are written.
#[derive(Debug, Default)]
pub(in crate::organisation) struct Writer(pub(in crate::organisation) Vec<u8>);

impl Writer {
    pub(in crate::organisation) fn number(&mut self, number: usize) {
        self.0.extend_from_slice(&(number as u64).to_le_bytes());
    }

    pub(in crate::organisation) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    fn list(&mut self, count: usize, numbers: impl Iterator<Item = u32>) {
        self.number(count);
        self.0.reserve(count * 4);
        for number in numbers {
            self.0.extend_from_slice(&number.to_le_bytes());
        }
    }

    fn days(&mut self, days: &[Days]) {
        self.list(days.len(), days.iter().map(|days| days.raw().0));
        self.list(days.len(), days.iter().map(|days| days.raw().1));
    }

    fn texts<'t>(&mut self, count: usize, texts: impl Iterator<Item = &'t str> + Clone) {
        let ends = texts.clone().scan(0_u32, |end, text| {
            // Keys and names of a table that was read fit into four billion bytes.
            *end = end.saturating_add(u32::try_from(text.len()).unwrap_or(u32::MAX));
            Some(*end)
        });
        self.list(count, ends);
        let length = self.0.len();
        self.number(0);
        texts.for_each(|text| self.0.extend_from_slice(text.as_bytes()));
        let written = (self.0.len() - length - 8) as u64;
        if let Some(place) = self.0.get_mut(length..length + 8) {
            place.copy_from_slice(&written.to_le_bytes());
        }
    }

    fn bounds(&mut self, bounds: &Bounds) {
        let number = |day: Day| day.number().unsigned_abs();
        self.list(bounds.list().len(), bounds.list().iter().map(|within| number(within.earliest())));
        self.list(bounds.list().len(), bounds.list().iter().map(|within| number(within.latest())));
    }

    fn dated<T: Id>(&mut self, dated: &Dated<T>) {
        let (cells, starts, values, days) = dated.parts();
        self.list(cells.len(), cells.iter().copied());
        self.list(starts.len(), starts.iter().copied());
        self.list(values.len(), values.iter().copied());
        self.days(days);
        self.bounds(&dated.bounds);
    }
}

/// Bytes while they are read.
#[derive(Debug)]
pub(in crate::organisation) struct Reader<'b>(pub(in crate::organisation) &'b [u8]);

impl<'b> Reader<'b> {
    pub(in crate::organisation) fn number(&mut self) -> Result<usize> {
        let (head, rest) = self.0.split_first_chunk::<8>().ok_or_else(|| damaged("they end early"))?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*head)).map_err(|_| damaged("a length is too great"))
    }

    pub(in crate::organisation) fn bytes(&mut self) -> Result<&'b [u8]> {
        let count = self.number()?;
        self.take(count)
    }

    fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        let (head, rest) = self.0.split_at_checked(count).ok_or_else(|| damaged("they end early"))?;
        self.0 = rest;
        Ok(head)
    }

    fn list(&mut self) -> Result<Vec<u32>> {
        let count = self.number()?;
        let bytes = self.take(count.checked_mul(4).ok_or_else(|| damaged("a length is too great"))?)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect())
    }

    fn days(&mut self, bounds: usize) -> Result<Vec<Days>> {
        let (from, until) = (self.list()?, self.list()?);
        if from.len() != until.len() {
            return Err(damaged("days without an end"));
        }
        let days: Vec<Days> = from.into_iter().zip(until).map(|(from, until)| Days::from_raw(from, until)).collect();
        if days.iter().all(|days| days.fits(bounds)) { Ok(days) } else { Err(damaged("days that lead nowhere")) }
    }

    fn texts(&mut self) -> Result<(Vec<u32>, &'b str)> {
        let ends = self.list()?;
        let text = std::str::from_utf8(self.bytes()?).map_err(|_| damaged("a text is not UTF-8"))?;
        let fits = ends.is_sorted() && ends.last().map_or(0, |end| *end as usize) == text.len();
        let whole = ends.iter().all(|end| text.is_char_boundary(*end as usize));
        if fits && whole { Ok((ends, text)) } else { Err(damaged("texts do not fit their lengths")) }
    }

    fn bounds(&mut self) -> Result<Bounds> {
        let (earliest, latest) = (self.list()?, self.list()?);
        let day = |number: u32| i32::try_from(number).ok().and_then(Day::from_number);
        let mut bounds = Bounds::default();
        for (earliest, latest) in earliest.iter().zip(&latest) {
            let within = day(*earliest).zip(day(*latest)).and_then(|(a, b)| WithinDays::new(a, b).ok());
            bounds.add(within.ok_or_else(|| damaged("a bound that is none"))?);
        }
        Ok(bounds)
    }

    fn dated<T: Id>(&mut self, units: usize, values_below: usize) -> Result<Dated<T>> {
        let (cells, starts, values) = (self.list()?, self.list()?, self.list()?);
        // Days stand before the bounds that they name, so they are checked after.
        let (from, until) = (self.list()?, self.list()?);
        let bounds = self.bounds()?;
        let days: Vec<Days> = from.into_iter().zip(until).map(|(from, until)| Days::from_raw(from, until)).collect();
        let fits =
            cells.len() == units && days.len() == values.len() && days.iter().all(|d| d.fits(bounds.list().len()));
        let dated = Dated::from_parts(cells, starts, values, days, bounds, values_below).filter(|_| fits);
        dated.ok_or_else(|| damaged("facts that lead nowhere"))
    }
}

fn slices<'t>(ends: &'t [u32], text: &'t str) -> impl Iterator<Item = &'t str> + Clone {
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts.zip(ends).map(|(start, end)| text.get(start as usize..*end as usize).unwrap_or_default())
}

impl Columns {
    /// Writes keys and columns.
    pub(in crate::organisation) fn write(&self, keys: &KeyTable<UnitId>, out: &mut Writer) {
        out.texts(keys.len(), keys.keys().iter().map(crate::kernel::Key::as_str));
        let (hulls, stretches, never) = self.lives.parts();
        out.bounds(&self.lives.bounds);
        out.days(hulls);
        out.list(stretches.len(), stretches.iter().map(|(unit, _)| *unit));
        out.days(&stretches.iter().map(|(_, days)| *days).collect::<Vec<_>>());
        out.list(never.len(), never.iter().copied());
        out.dated(&self.kinds);
        let (words, starts, english) = self.name_pool.parts();
        out.list(starts.len(), starts.iter().copied());
        out.bytes(words.as_bytes());
        out.list(english.len(), english.keys().map(|id| id.0));
        out.texts(english.len(), english.values().map(String::as_str));
        out.dated(&self.names);
        out.dated(&self.parents);
        let schemes = self.codes.parts(keys);
        out.number(schemes.len());
        for (scheme, pool, codes) in schemes {
            out.number(scheme.index());
            out.number(usize::from(pool.is_some()));
            if let Some(pool) = pool {
                out.texts(pool.len(), pool.iter().map(crate::kernel::Key::as_str));
                out.dated(codes);
            }
        }
        out.list(self.ended.len(), self.ended.iter().map(|ended| u32::from(*ended)));
        out.list(self.made.len(), self.made.iter().map(|(unit, _)| unit.0));
        out.list(self.made.len(), self.made.iter().map(|(_, event)| *event));
    }

    /// Reads keys and columns; `kinds` and `schemes` are how many there are.
    pub(in crate::organisation) fn read(
        bytes: &mut Reader<'_>,
        kinds: usize,
        schemes: usize,
    ) -> Result<(KeyTable<UnitId>, Self)> {
        let (ends, text) = bytes.texts()?;
        let keys: KeyTable<UnitId> = KeyTable::read(slices(&ends, text))?;
        let units = keys.len();
        let bounds = bytes.bounds()?;
        let hulls = bytes.days(bounds.list().len())?;
        let owners = bytes.list()?;
        let stretches = bytes.days(bounds.list().len())?;
        let never = bytes.list()?;
        let known = owners.iter().chain(&never).all(|unit| (*unit as usize) < units);
        if hulls.len() != units || owners.len() != stretches.len() || !known {
            return Err(damaged("lives of no unit"));
        }
        let lives = Lives::from_parts(hulls, owners.into_iter().zip(stretches).collect(), never, bounds);
        let kinds = bytes.dated(units, kinds)?;
        let (starts, words) = (bytes.list()?, bytes.bytes()?);
        let words = std::str::from_utf8(words).map_err(|_| damaged("a name is not UTF-8"))?;
        let english = bytes.list()?;
        let (ends, text) = bytes.texts()?;
        let name_pool = Names::from_parts(words, starts, english.into_iter().zip(slices(&ends, text)));
        let name_pool = name_pool.ok_or_else(|| damaged("names do not fit their lengths"))?;
        let names = bytes.dated(units, name_pool.len())?;
        let parents: Dated<UnitId> = bytes.dated(units, units)?;
        let mut codes = Vec::new();
        for _ in 0..bytes.number()? {
            let scheme = bytes.number()?;
            let id = SchemeId::from_index(scheme).filter(|_| scheme < schemes);
            let id = id.ok_or_else(|| damaged("codes of no scheme"))?;
            codes.push(match bytes.number()? {
                0 => Codes::of_keys(id, &keys),
                _ => {
                    let (ends, text) = bytes.texts()?;
                    let pool = KeyTable::read(slices(&ends, text))?;
                    let count = pool.len();
                    Codes::one_scheme(id, pool, bytes.dated(units, count)?)
                }
            });
        }
        let ended = bytes.list()?.into_iter().map(|ended| ended != 0).collect();
        let (made, events) = (bytes.list()?, bytes.list()?);
        let columns = Self {
            tree: Tree::new(&parents),
            ranks: ranks(keys.keys()),
            lives,
            kinds,
            names,
            codes: Codes::joined(codes, units),
            parents,
            name_pool,
            ended,
            made: made.into_iter().map(UnitId).zip(events).collect(),
        };
        Ok((keys, columns))
    }
}
