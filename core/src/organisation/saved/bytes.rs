//! Numbers and texts as bytes: little-endian, each list in as many bytes a number as its greatest needs.

use super::altered;
use crate::kernel::{Error, Id, Key, KeyTable, Result};

/// Bytes while they are written.
#[derive(Debug, Default)]
pub(in crate::organisation) struct Writer(pub(super) Vec<u8>);

impl Writer {
    pub(in crate::organisation) fn number(&mut self, number: usize) {
        self.0.extend_from_slice(&(number as u64).to_le_bytes());
    }

    pub(in crate::organisation) fn bytes(&mut self, bytes: &[u8]) {
        self.number(bytes.len());
        self.0.extend_from_slice(bytes);
    }

    pub(in crate::organisation) fn list(&mut self, numbers: impl ExactSizeIterator<Item = u32> + Clone) {
        let width = match numbers.clone().fold(0, |all, number| all | number) {
            0..=0xff => 1,
            0x100..=0xffff => 2,
            _ => 4,
        };
        self.number(numbers.len());
        self.0.push(width);
        self.0.reserve(numbers.len() * usize::from(width));
        for number in numbers {
            let [a, b, c, d] = number.to_le_bytes();
            match width {
                1 => self.0.push(a),
                2 => self.0.extend_from_slice(&[a, b]),
                _ => self.0.extend_from_slice(&[a, b, c, d]),
            }
        }
    }

    /// Numbers that never fall, beginning with 0, by the differences of neighbours.
    pub(in crate::organisation) fn starts(&mut self, starts: &[u32]) {
        let before = |i: usize| i.checked_sub(1).and_then(|i| starts.get(i)).copied().unwrap_or(0);
        self.list(starts.iter().enumerate().map(|(i, start)| start.saturating_sub(before(i))));
    }

    /// Keys, and where their hashes lead.
    pub(in crate::organisation) fn keys<I: Id>(&mut self, keys: &KeyTable<I>) {
        self.texts(keys.keys().iter().map(Key::as_str));
        let (hashing, slots) = keys.slots();
        self.number(hashing as usize);
        self.list(slots.iter().copied());
    }

    /// Texts one after the other, and the length of each.
    pub(in crate::organisation) fn texts<'t>(&mut self, texts: impl ExactSizeIterator<Item = &'t str> + Clone) {
        // A text longer than four billion bytes is refused when the lengths are read: they do not add up.
        self.list(texts.clone().map(|text| u32::try_from(text.len()).unwrap_or(u32::MAX)));
        self.number(texts.clone().map(str::len).sum());
        texts.for_each(|text| self.0.extend_from_slice(text.as_bytes()));
    }
}

/// Bytes while they are read.
#[derive(Debug)]
pub(in crate::organisation) struct Reader<'b>(pub(super) &'b [u8]);

/// Numbers of one width.
#[derive(Debug, Clone, Copy)]
enum Numbers<'b> {
    Ones(&'b [u8]),
    Twos(&'b [[u8; 2]]),
    Fours(&'b [[u8; 4]]),
}

impl Numbers<'_> {
    const fn len(self) -> usize {
        match self {
            Self::Ones(all) => all.len(),
            Self::Twos(all) => all.len(),
            Self::Fours(all) => all.len(),
        }
    }

    #[inline]
    fn get(self, at: usize) -> Option<u32> {
        match self {
            Self::Ones(all) => all.get(at).map(|one| u32::from(*one)),
            Self::Twos(all) => all.get(at).map(|two| u32::from(u16::from_le_bytes(*two))),
            Self::Fours(all) => all.get(at).map(|four| u32::from_le_bytes(*four)),
        }
    }

    /// The least and the greatest.
    fn bounds(self) -> (u32, u32) {
        let met = |(least, most): (u32, u32), number: u32| (least.min(number), most.max(number));
        match self {
            Self::Ones(all) => all.iter().map(|one| u32::from(*one)).fold((u32::MAX, 0), met),
            Self::Twos(all) => all.iter().map(|two| u32::from(u16::from_le_bytes(*two))).fold((u32::MAX, 0), met),
            Self::Fours(all) => all.iter().map(|four| u32::from_le_bytes(*four)).fold((u32::MAX, 0), met),
        }
    }

    fn sum(self) -> u64 {
        // Four billion numbers of four bytes each do not overflow eight.
        match self {
            Self::Ones(all) => all.iter().map(|one| u64::from(*one)).sum(),
            Self::Twos(all) => all.iter().map(|two| u64::from(u16::from_le_bytes(*two))).sum(),
            Self::Fours(all) => all.iter().map(|four| u64::from(u32::from_le_bytes(*four))).sum(),
        }
    }

    fn collect<T>(self, mut of: impl FnMut(u32) -> T) -> Vec<T> {
        match self {
            Self::Ones(all) => all.iter().map(|one| of(u32::from(*one))).collect(),
            Self::Twos(all) => all.iter().map(|two| of(u32::from(u16::from_le_bytes(*two)))).collect(),
            Self::Fours(all) => all.iter().map(|four| of(u32::from_le_bytes(*four))).collect(),
        }
    }
}

impl<'b> Reader<'b> {
    pub(in crate::organisation) fn number(&mut self) -> Result<usize> {
        let (head, rest) = self.0.split_first_chunk::<8>().ok_or_else(early)?;
        self.0 = rest;
        usize::try_from(u64::from_le_bytes(*head)).map_err(|_| early())
    }

    pub(in crate::organisation) fn bytes(&mut self) -> Result<&'b [u8]> {
        let count = self.number()?;
        self.take(count)
    }

    pub(in crate::organisation) fn text(&mut self) -> Result<&'b str> {
        // Names of a country are twenty megabytes of Chinese, which the standard library checks in a fifth of the time
        // that reading it may take.
        simdutf8::basic::from_utf8(self.bytes()?).map_err(|_| altered("a text is not UTF-8"))
    }

    fn take(&mut self, count: usize) -> Result<&'b [u8]> {
        let (head, rest) = self.0.split_at_checked(count).ok_or_else(early)?;
        self.0 = rest;
        Ok(head)
    }

    fn numbers(&mut self) -> Result<Numbers<'b>> {
        let count = self.number()?;
        let width = self.take(1)?.first().copied().unwrap_or_default();
        let bytes = self.take(count.checked_mul(width.into()).ok_or_else(early)?)?;
        match width {
            1 => Ok(Numbers::Ones(bytes)),
            2 => Ok(Numbers::Twos(bytes.as_chunks().0)),
            4 => Ok(Numbers::Fours(bytes.as_chunks().0)),
            _ => Err(altered("numbers of no known width")),
        }
    }

    /// Numbers, each turned into what it stands for. Memory is taken only for what is there.
    pub(in crate::organisation) fn list_of<T>(&mut self, of: impl FnMut(u32) -> T) -> Result<Vec<T>> {
        Ok(self.numbers()?.collect(of))
    }

    pub(in crate::organisation) fn list(&mut self) -> Result<Vec<u32>> {
        self.list_of(|number| number)
    }

    /// Numbers below a bound.
    pub(in crate::organisation) fn list_below(&mut self, bound: usize) -> Result<Vec<u32>> {
        let list = self.list()?;
        let greatest = list.iter().fold(0, |greatest: u32, number| greatest.max(*number));
        if list.is_empty() || (greatest as usize) < bound { Ok(list) } else { Err(nowhere()) }
    }

    /// Where each list begins that is a part of a longer one, and where the last ends.
    pub(in crate::organisation) fn starts(&mut self) -> Result<Vec<u32>> {
        let mut end = 0_u64;
        // Four billion numbers of four bytes each do not overflow eight.
        let starts = self.list_of(|length| {
            end += u64::from(length);
            u32::try_from(end).unwrap_or(u32::MAX)
        })?;
        let fits = starts.first() == Some(&0) && u32::try_from(end).is_ok();
        if fits { Ok(starts) } else { Err(altered("a list of lists does not begin or end")) }
    }

    /// Keys, each once.
    pub(in crate::organisation) fn keys<I: Id>(&mut self) -> Result<KeyTable<I>> {
        let (texts, hashing, slots) = (self.texts()?, self.number()?, self.list()?);
        let count = texts.len();
        let plain = KeyTable::<I>::plain(texts.lengths.bounds(), texts.text);
        let keys = KeyTable::read(texts, count, plain, (u32::try_from(hashing).unwrap_or_default(), slots))?;
        if keys.len() == count { Ok(keys) } else { Err(altered("keys do not fit their lengths")) }
    }

    pub(in crate::organisation) fn texts(&mut self) -> Result<Texts<'b>> {
        let (lengths, text) = (self.numbers()?, self.text()?);
        if lengths.sum() == text.len() as u64 {
            Ok(Texts { lengths, text, at: 0 })
        } else {
            Err(altered("texts do not fit their lengths"))
        }
    }
}

/// Texts as they stand in bytes; it ends early where the lengths do not fit them.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Texts<'b> {
    lengths: Numbers<'b>,
    text: &'b str,
    at: usize,
}

impl Texts<'_> {
    /// How many there are if they fit.
    pub(in crate::organisation) const fn len(&self) -> usize {
        self.lengths.len()
    }
}

impl<'b> Iterator for Texts<'b> {
    type Item = &'b str;

    #[inline]
    fn next(&mut self) -> Option<&'b str> {
        let length = self.lengths.get(self.at)?;
        let (text, rest) = self.text.split_at_checked(length as usize)?;
        self.text = rest;
        self.at += 1;
        Some(text)
    }
}

fn early() -> Error {
    altered("a list ends early")
}

/// The fault of a place beyond the list that it is a place in.
pub(in crate::organisation) fn nowhere() -> Error {
    altered("a place leads nowhere")
}
