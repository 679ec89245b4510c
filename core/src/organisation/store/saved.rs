//! Columns as bytes and from bytes. Whatever is read is checked before it is used: a place that leads nowhere is a fault.

use std::collections::{BTreeMap, BTreeSet};
use std::marker::PhantomData;

use super::codes::Codes;
use super::dated::{Dated, LISTED, Lives, NONE};
use super::days::{Bounds, Days};
use super::names::Names;
use super::{CodeId, Columns, NameId, Tree};
use crate::kernel::{Day, Id, KeyTable, Result, WithinDays};
use crate::organisation::saved::{Reader, Writer, altered, nowhere};
use crate::organisation::{KindId, SchemeId, UnitId};

/// The most different periods that are written once each, with a place among them for every row.
const MOST_PERIODS: usize = 1 << 16;

impl Bounds {
    pub(in crate::organisation) fn write(&self, out: &mut Writer) {
        let number = |day: Day| day.number().unsigned_abs();
        out.list(self.list.iter().map(|within| number(within.earliest())));
        out.list(self.list.iter().map(|within| number(within.latest())));
    }

    pub(in crate::organisation) fn read(bytes: &mut Reader<'_>) -> Result<Self> {
        let (earliest, latest) = (bytes.list()?, bytes.list()?);
        let day = |number: u32| i32::try_from(number).ok().and_then(Day::from_number);
        let mut bounds = Self::default();
        for (earliest, latest) in earliest.iter().zip(&latest) {
            let within = day(*earliest).zip(day(*latest)).and_then(|(a, b)| WithinDays::new(a, b).ok());
            bounds.add(within.ok_or_else(|| altered("bounds of no days"))?);
        }
        Ok(bounds)
    }

    /// Periods: a country has a million of them, of which few differ.
    pub(super) fn write_days(out: &mut Writer, days: impl ExactSizeIterator<Item = Days> + Clone) {
        let differ = days.clone().collect::<BTreeSet<Days>>();
        if !(1..=MOST_PERIODS).contains(&differ.len()) {
            out.list(std::iter::empty());
            out.list(std::iter::empty());
            out.list(days.clone().map(|days| days.raw().0));
            return out.list(days.map(|days| days.raw().1));
        }
        let met: BTreeMap<Days, u32> = differ.into_iter().zip(0..).collect();
        out.list(met.keys().map(|days| days.raw().0));
        out.list(met.keys().map(|days| days.raw().1));
        let places: Vec<u32> = days.map(|days| met.get(&days).copied().unwrap_or(0)).collect();
        out.list(places.iter().copied());
    }

    pub(super) fn read_days(&self, bytes: &mut Reader<'_>) -> Result<Vec<Days>> {
        let met = self.pairs(bytes)?;
        if met.is_empty() {
            return self.pairs(bytes);
        }
        let mut fits = true;
        let days = bytes.list_of(|place| {
            met.get(place as usize).copied().unwrap_or_else(|| {
                fits = false;
                Days::NEVER
            })
        })?;
        if fits { Ok(days) } else { Err(nowhere()) }
    }

    fn pairs(&self, bytes: &mut Reader<'_>) -> Result<Vec<Days>> {
        let (from, until) = (bytes.list()?, bytes.list()?);
        let days: Vec<Days> = from.iter().zip(&until).map(|(from, until)| Days::from_raw(*from, *until)).collect();
        let fits = from.len() == until.len() && days.iter().all(|days| self.fits(*days));
        if fits { Ok(days) } else { Err(altered("a period of no days")) }
    }
}

impl<T: Id> Dated<T> {
    fn write(&self, out: &mut Writer) {
        self.bounds.write(out);
        // So that small values stay small: no value is 0, and whether it is listed is the last bit and not the first.
        out.list(self.cells.iter().map(|cell| cell.wrapping_add(1).rotate_left(1)));
        out.starts(&self.starts);
        out.list(self.values.iter().copied());
        Bounds::write_days(out, self.days.iter().copied());
    }

    /// The rows of so many units, each value below a bound.
    fn read(bytes: &mut Reader<'_>, units: usize, below: usize) -> Result<Self> {
        let bounds = Bounds::read(bytes)?;
        let cells = bytes.list_of(|cell| cell.rotate_right(1).wrapping_sub(1))?;
        let (starts, values) = (bytes.starts()?, bytes.list_below(below)?);
        let days = bounds.read_days(bytes)?;
        let lists = starts.len().saturating_sub(1);
        // The greatest value and the greatest place, each 0 where a cell holds the other.
        let greatest = |(value, place): (u32, u32), cell: &u32| match *cell {
            NONE => (value, place),
            cell if cell & LISTED == 0 => (value.max(cell + 1), place),
            cell => (value, place.max((cell ^ LISTED) + 1)),
        };
        let rows = starts.last().map_or(0, |end| *end as usize);
        if cells.len() != units || values.len() != rows || days.len() != rows {
            return Err(altered("rows without days or without a unit"));
        }
        let (value, place) = cells.iter().fold((0, 0), greatest);
        if value as usize <= below && place as usize <= lists {
            Ok(Self { cells, starts, values, days, bounds, of: PhantomData })
        } else {
            Err(nowhere())
        }
    }

    /// The same rows of other values.
    fn renumber(&mut self, ids: &[T]) {
        let new = |old: u32| ids.get(old as usize).and_then(|id| u32::try_from(id.index()).ok()).unwrap_or(old);
        self.values.iter_mut().for_each(|value| *value = new(*value));
        self.cells.iter_mut().filter(|cell| **cell & LISTED == 0).for_each(|cell| *cell = new(*cell));
    }
}

impl Lives {
    fn write(&self, out: &mut Writer) {
        self.bounds.write(out);
        Bounds::write_days(out, self.hulls.iter().copied());
        let several: Vec<u32> = (0..).zip(&self.hulls).map(|(unit, _)| unit).filter(|u| self.is_marked(*u)).collect();
        out.list(several.iter().copied());
        out.list(self.stretches.iter().map(|(unit, _)| *unit));
        Bounds::write_days(out, self.stretches.iter().map(|(_, days)| *days));
    }

    fn is_marked(&self, unit: u32) -> bool {
        self.has_several(unit as usize)
    }

    fn read(bytes: &mut Reader<'_>, units: usize) -> Result<Self> {
        let bounds = Bounds::read(bytes)?;
        let hulls = bounds.read_days(bytes)?;
        let several = bytes.list_below(units)?;
        let (owners, days) = (bytes.list_below(units)?, bounds.read_days(bytes)?);
        if hulls.len() != units || owners.len() != days.len() || !owners.is_sorted() {
            return Err(altered("lives of no unit"));
        }
        let mut lives = Self { hulls, stretches: owners.into_iter().zip(days).collect(), several: Vec::new(), bounds };
        for unit in several {
            lives.mark(unit);
        }
        Ok(lives)
    }
}

impl Names {
    fn write(&self, out: &mut Writer) {
        out.starts(&self.starts);
        out.bytes(self.words.as_bytes());
        out.list(self.english.keys().map(|id| id.0));
        out.texts(self.english.values().map(String::as_str));
    }

    fn read(bytes: &mut Reader<'_>) -> Result<Self> {
        let (starts, words) = (bytes.starts()?, bytes.text()?);
        let fits = starts.last().map(|end| *end as usize) == Some(words.len());
        if !fits || !starts.iter().all(|start| words.is_char_boundary(*start as usize)) {
            return Err(altered("names do not fit their lengths"));
        }
        let (ids, english) = (bytes.list_below(starts.len() - 1)?, bytes.texts()?);
        let count = english.len();
        let english: BTreeMap<NameId, String> =
            ids.iter().map(|id| NameId(*id)).zip(english.map(str::to_owned)).collect();
        if english.len() != count || ids.len() != count {
            return Err(altered("English names do not fit their lengths"));
        }
        Ok(Self { words: words.to_owned(), starts, english })
    }

    fn len(&self) -> usize {
        self.starts.len() - 1
    }
}

impl Codes {
    fn write(&self, keys: &KeyTable<UnitId>, out: &mut Writer) {
        out.number(self.schemes.len());
        for scheme in &self.schemes {
            let of_keys = scheme.is_of_keys(keys);
            out.number(scheme.id.index());
            out.number(usize::from(of_keys));
            if !of_keys {
                out.keys(&scheme.pool);
                scheme.codes.write(out);
            }
        }
    }

    fn read(bytes: &mut Reader<'_>, keys: &KeyTable<UnitId>, units: usize, schemes: usize) -> Result<Self> {
        let mut codes = Vec::new();
        let mut last = None;
        for _ in 0..bytes.number()? {
            let id = SchemeId::from_index(bytes.number()?).filter(|id| id.index() < schemes && Some(*id) > last);
            let id = id.ok_or_else(|| altered("codes of no scheme"))?;
            last = Some(id);
            codes.push(if bytes.number()? == 1 {
                if keys.len() != units {
                    return Err(altered("codes of no unit"));
                }
                Self::of_keys(id, keys)
            } else {
                let pool = bytes.keys::<CodeId>()?;
                let count = pool.len();
                Self::one_scheme(id, pool, Dated::read(bytes, units, count)?)
            });
        }
        Ok(Self::joined(codes, units))
    }
}

impl Columns {
    /// Writes all columns.
    pub(in crate::organisation) fn write(&self, keys: &KeyTable<UnitId>, out: &mut Writer) {
        self.lives.write(out);
        self.kinds.write(out);
        self.name_pool.write(out);
        self.names.write(out);
        self.parents.write(out);
        self.codes.write(keys, out);
        out.list(self.ranks.as_deref().unwrap_or_default().iter().copied());
        out.list(self.ended.iter().map(|ended| u32::from(*ended)));
        out.list(self.made.iter().map(|(unit, _)| unit.0));
        out.list(self.made.iter().map(|(_, event)| *event));
    }

    /// Reads the columns of so many units; `kinds` are the ids that the kinds have now, by those that they were written with.
    pub(in crate::organisation) fn read(
        bytes: &mut Reader<'_>,
        keys: &KeyTable<UnitId>,
        units: usize,
        kinds: &[KindId],
        schemes: usize,
    ) -> Result<Self> {
        let lives = Lives::read(bytes, units)?;
        let mut of_kinds: Dated<KindId> = Dated::read(bytes, units, kinds.len())?;
        if kinds.iter().enumerate().any(|(old, new)| old != new.index()) {
            of_kinds.renumber(kinds);
        }
        let name_pool = Names::read(bytes)?;
        let names = Dated::read(bytes, units, name_pool.len())?;
        let parents: Dated<UnitId> = Dated::read(bytes, units, units)?;
        let codes = Codes::read(bytes, keys, units, schemes)?;
        let ranks = bytes.list_below(keys.len())?;
        let ended = bytes.list_of(|ended| ended != 0)?;
        let (made, events) = (bytes.list_below(units)?, bytes.list()?);
        let ordered = made.is_sorted() && made.len() == events.len();
        if !ordered || !(ranks.is_empty() || is_order(&ranks, keys.len())) {
            return Err(altered("an order of units that is none"));
        }
        let ranks = Some(ranks).filter(|ranks| !ranks.is_empty());
        Ok(Self {
            tree: Tree::new(&parents, ranks.as_deref()),
            lives,
            kinds: of_kinds,
            names,
            codes,
            parents,
            name_pool,
            ranks,
            ended,
            made: made.into_iter().map(UnitId).zip(events).collect(),
        })
    }
}

/// Whether each place below a count is named once.
fn is_order(places: &[u32], count: usize) -> bool {
    let mut met = vec![false; count];
    places.len() == count
        && places.iter().all(|place| met.get_mut(*place as usize).is_some_and(|met| !std::mem::replace(met, true)))
}
