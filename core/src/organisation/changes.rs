//! How many units came, went and changed between days, counted by the area that they lay in.

use std::collections::BTreeMap;

use super::store::{Columns, NameId};
use super::{KindId, Organisation, OrganisationError as Fault, UnitId};
use crate::kernel::{Day, Error, Id as _, Likely, Result};
use crate::wire::organisation::DiffCounts;

/// The changes between two days, by area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changes {
    /// The first day.
    pub from: Day,
    /// The second day.
    pub until: Day,
    /// By the area in which a unit lay on the second day, or on the first if it is no more, in the order of keys; none for units in no
    /// such area. An area counts its own changes.
    pub areas: Vec<(Option<UnitId>, DiffCounts)>,
}

/// The area that units lie in on a day; siblings stand side by side, so the last parent is remembered.
struct Areas<'o> {
    organisation: &'o Organisation,
    day: Day,
    kind: Option<KindId>,
    last: Option<(UnitId, Option<UnitId>)>,
}

impl Areas<'_> {
    fn of(&mut self, unit: UnitId) -> Option<UnitId> {
        let columns = &self.organisation.columns;
        if self.kind.is_some_and(|kind| columns.kinds.on(unit, self.day).map(|(k, _)| k) == Some(kind)) {
            return Some(unit);
        }
        let Some((parent, _)) = columns.parent_on(unit, self.day) else {
            return self.kind.is_none().then_some(unit);
        };
        if let Some((last, area)) = self.last
            && last == parent
        {
            return area;
        }
        let area = self.climb(parent);
        self.last = Some((parent, area));
        area
    }

    fn climb(&self, mut unit: UnitId) -> Option<UnitId> {
        let columns = &self.organisation.columns;
        // Dates within bounds may leave a circle: no path is longer than there are units.
        for _ in 0..columns.len() {
            if self.kind.is_some_and(|kind| columns.kinds.on(unit, self.day).map(|(k, _)| k) == Some(kind)) {
                return Some(unit);
            }
            match columns.parent_on(unit, self.day) {
                Some((parent, _)) => unit = parent,
                None => return self.kind.is_none().then_some(unit),
            }
        }
        None
    }
}

/// What a unit was on each of the days.
struct Seen {
    there: Vec<bool>,
    names: Vec<Option<NameId>>,
    kinds: Vec<Option<KindId>>,
    parents: Vec<Option<UnitId>>,
    /// Whether the codes are others than on the day before.
    recoded: Vec<bool>,
}

impl Seen {
    fn new(days: usize) -> Self {
        Self {
            there: vec![false; days],
            names: vec![None; days],
            kinds: vec![None; days],
            parents: vec![None; days],
            recoded: vec![false; days],
        }
    }

    fn look(&mut self, columns: &Columns, unit: UnitId, days: &[Day]) {
        fn note<T: Copy>(to: &mut [T], days: &[Day], value: impl Fn(Day) -> T) {
            for (to, day) in to.iter_mut().zip(days) {
                *to = value(*day);
            }
        }
        note(&mut self.there, days, |day| columns.exists(unit, day) != Likely::No);
        columns.names.each_day(unit, days, &mut self.names);
        columns.kinds.each_day(unit, days, &mut self.kinds);
        note(&mut self.parents, days, |day| columns.parent_on(unit, day).map(|(parent, _)| parent));
        if columns.codes.never_changed(unit.index()) {
            self.recoded.fill(false);
        } else {
            for (recoded, pair) in self.recoded.iter_mut().skip(1).zip(days.windows(2)) {
                *recoded = matches!(pair, [a, b] if !columns.codes.same(unit, *a, *b));
            }
        }
    }

    /// What changed from the day before to a day.
    fn change(&self, at: usize) -> DiffCounts {
        fn differs<T: PartialEq>(values: &[T], at: usize) -> u32 {
            u32::from(values.get(at - 1) != values.get(at))
        }
        let there = |at: usize| self.there.get(at).is_some_and(|there| *there);
        match (there(at - 1), there(at)) {
            (false, false) => DiffCounts::default(),
            (false, true) => DiffCounts { added: 1, ..DiffCounts::default() },
            (true, false) => DiffCounts { dropped: 1, ..DiffCounts::default() },
            (true, true) => DiffCounts {
                added: 0,
                dropped: 0,
                renamed: differs(&self.names, at),
                recoded: self.recoded.get(at).map_or(0, |recoded| u32::from(*recoded)),
                moved: differs(&self.parents, at),
                converted: differs(&self.kinds, at),
            },
        }
    }
}

impl Organisation {
    /// How many units came, went and changed between each day and the next, by the area of a kind that they lay in, or
    /// by what they lay in at the top.
    ///
    /// A unit that may be there counts as there; of several names or parents that may hold the first one counts.
    ///
    /// # Errors
    /// `unknown-kind`, `days-not-ascending`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "a", "kind": "community", "name": "社区 01", "parent": "s", "from": "2021-01-01"},
    ///     {"key": "b", "kind": "community", "name": "社区 02", "parent": "s", "until": "2020-01-01"}]}"#)?;
    /// let days = ["2019-06-01".parse()?, "2020-06-01".parse()?, "2021-06-01".parse()?];
    /// let changes = organisation.changes(&days, Some("sub-district"))?;
    /// assert_eq!((changes[0].areas[0].1.dropped, changes[1].areas[0].1.added), (1, 1));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn changes(&self, days: &[Day], kind: Option<&str>) -> Result<Vec<Changes>> {
        let kind = kind.map(|kind| self.catalogue.kind_id(kind)).transpose()?;
        if let Some(at) = days.windows(2).position(|pair| pair.first() >= pair.last()) {
            return Err(Error::at(format!("days[{}]", at + 1), Fault::DaysNotAscending));
        }
        let columns = &self.columns;
        let mut areas: Vec<Areas<'_>> =
            days.iter().map(|day| Areas { organisation: self, day: *day, kind, last: None }).collect();
        let mut counts: Vec<BTreeMap<Option<(u32, UnitId)>, DiffCounts>> = vec![BTreeMap::new(); areas.len()];
        let mut last: Vec<(Option<UnitId>, DiffCounts)> = vec![(None, DiffCounts::default()); areas.len()];
        let mut seen = Seen::new(days.len());
        for unit in self.units() {
            if columns.unchanged(unit, days) {
                continue;
            }
            seen.look(columns, unit, days);
            for at in 1..days.len() {
                let change = seen.change(at);
                if change == DiffCounts::default() {
                    continue;
                }
                let place = at - change.dropped as usize;
                let area = areas.get_mut(place).and_then(|areas| areas.of(unit));
                let Some((open, sum)) = last.get_mut(at) else { continue };
                if *open != area {
                    let counts = counts.get_mut(at).into_iter();
                    counts.for_each(|counts| add(counts.entry(self.ranked(*open)).or_default(), *sum));
                    (*open, *sum) = (area, DiffCounts::default());
                }
                add(sum, change);
            }
        }
        let mut out = Vec::new();
        for (at, ((counts, (open, sum)), until)) in counts.iter_mut().zip(last).zip(days).enumerate().skip(1) {
            add(counts.entry(self.ranked(open)).or_default(), sum);
            let areas = counts.iter().filter(|(_, counts)| **counts != DiffCounts::default());
            let areas = areas.map(|(area, counts)| (area.map(|(_, unit)| unit), *counts)).collect();
            out.extend(days.get(at - 1).map(|from| Changes { from: *from, until: *until, areas }));
        }
        Ok(out)
    }

    fn ranked(&self, unit: Option<UnitId>) -> Option<(u32, UnitId)> {
        unit.map(|unit| (self.rank(unit), unit))
    }
}

fn add(to: &mut DiffCounts, other: DiffCounts) {
    to.added += other.added;
    to.dropped += other.dropped;
    to.renamed += other.renamed;
    to.recoded += other.recoded;
    to.moved += other.moved;
    to.converted += other.converted;
}
