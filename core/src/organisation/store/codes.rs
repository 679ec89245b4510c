//! Codes of units in several schemes, and the units that ever bore a code.

use super::CodeId;
use super::dated::{Dated, Lives};
use crate::kernel::{Day, Id as _, Key, KeyTable, Period, Span};
use crate::organisation::{SchemeId, UnitId};

/// The codes of all units, scheme by scheme.
#[derive(Debug, Clone, Default)]
pub(in crate::organisation) struct Codes {
    pub(super) schemes: Vec<Scheme>,
    pub(super) units: usize,
}

/// The codes of one scheme.
#[derive(Debug, Clone)]
pub(super) struct Scheme {
    pub(super) id: SchemeId,
    pub(super) pool: KeyTable<CodeId>,
    pub(super) codes: Dated<CodeId>,
    /// The first unit that bore each code.
    first: Vec<UnitId>,
    /// Further units that bore a code, in order.
    further: Vec<(CodeId, UnitId)>,
}

impl Codes {
    /// Codes that are the keys of the units.
    pub(super) fn of_keys(id: SchemeId, keys: &KeyTable<UnitId>) -> Self {
        let mut codes = Dated::with_capacity(keys.len());
        (0..keys.len()).filter_map(CodeId::from_index).for_each(|code| codes.push_always(code));
        let first = (0..keys.len()).filter_map(UnitId::from_index).collect();
        let scheme = Scheme { id, pool: keys.shared(), codes, first, further: Vec::new() };
        Self { schemes: vec![scheme], units: keys.len() }
    }

    /// The schemes of several, which go together.
    pub(super) fn joined(all: impl IntoIterator<Item = Self>, units: usize) -> Self {
        Self { schemes: all.into_iter().flat_map(|codes| codes.schemes).collect(), units }
    }

    /// Codes of one scheme.
    pub(super) fn one_scheme(id: SchemeId, pool: KeyTable<CodeId>, codes: Dated<CodeId>) -> Self {
        let units = codes.len();
        let mut scheme = Scheme { id, pool, codes, first: Vec::new(), further: Vec::new() };
        scheme.close();
        Self { schemes: vec![scheme], units }
    }

    /// Codes that two units certainly bear at once: the later unit, the other, the code and the first day.
    pub(super) fn shared(&self, lives: &Lives) -> Vec<(UnitId, UnitId, &Key, Day)> {
        let mut out = Vec::new();
        for scheme in &self.schemes {
            let mut codes: Vec<CodeId> = scheme.further.iter().map(|(code, _)| *code).collect();
            codes.dedup();
            for code in codes {
                let mut days: Vec<(Period, UnitId)> = Vec::new();
                for unit in scheme.bearers(code) {
                    let own = scheme.codes.of(unit).filter(|(own, _)| *own == code);
                    for period in own.filter_map(|(_, span)| span.certain()) {
                        let lives = lives.of(unit).filter_map(|life| life.certain()?.meet(period));
                        days.extend(lives.map(|period| (period, unit)));
                    }
                }
                days.sort_by_key(|(period, unit)| (period.from(), *unit));
                for pair in days.windows(2) {
                    if let [(period, a), (next, b)] = pair
                        && a != b
                        && period.contains(next.from())
                    {
                        out.extend(scheme.pool.key(code).map(|code| (*b, *a, code, next.from())));
                    }
                }
            }
        }
        out
    }

    /// Adds the codes of the next unit.
    pub(super) fn push<'k>(&mut self, rows: impl Iterator<Item = (SchemeId, &'k Key, Span)>) {
        let rows: Vec<_> = rows.collect();
        for (id, ..) in &rows {
            if self.schemes.iter().all(|scheme| scheme.id != *id) {
                let mut codes = Dated::default();
                (0..self.units).for_each(|_| codes.push(std::iter::empty()));
                let (pool, first, further) = (KeyTable::default(), Vec::new(), Vec::new());
                self.schemes.push(Scheme { id: *id, pool, codes, first, further });
            }
        }
        for scheme in &mut self.schemes {
            let own = rows.iter().filter(|(id, ..)| *id == scheme.id);
            let pool = &mut scheme.pool;
            let own = own.filter_map(|(_, code, span)| {
                let id = pool.get(code.as_str()).or_else(|| pool.insert((*code).clone()));
                Some((id?, *span))
            });
            scheme.codes.push(own);
        }
        self.units += 1;
    }

    /// Finds the bearers of every code, once all units are there.
    pub(super) fn close(&mut self) {
        self.schemes.sort_by_key(|scheme| scheme.id);
        self.schemes.iter_mut().for_each(Scheme::close);
    }

    /// The codes of a unit with their schemes.
    pub(in crate::organisation) fn of(&self, unit: UnitId) -> impl Iterator<Item = (SchemeId, &Key, Span)> {
        self.schemes.iter().flat_map(move |scheme| {
            let rows = scheme.codes.of(unit);
            rows.filter_map(|(code, span)| Some((scheme.id, scheme.pool.key(code)?, span)))
        })
    }

    /// Whether a unit has the same codes on two days.
    pub(in crate::organisation) fn same(&self, unit: UnitId, a: Day, b: Day) -> bool {
        self.schemes.iter().all(|scheme| scheme.codes.same(unit, a, b))
    }

    /// Whether a unit never had other codes.
    pub(in crate::organisation) fn never_changed(&self, unit: usize) -> bool {
        self.schemes.iter().all(|scheme| scheme.codes.never_changed(unit))
    }

    /// The days of every code.
    pub(in crate::organisation) fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        self.schemes.iter().flat_map(|scheme| scheme.codes.rows().map(|(_, _, span)| span))
    }

    /// The units that ever bore a code, with the scheme and the days.
    pub(in crate::organisation) fn bearers(&self, code: &str) -> impl Iterator<Item = (UnitId, SchemeId, Span)> {
        self.schemes.iter().filter_map(move |scheme| Some((scheme, scheme.pool.get(code)?))).flat_map(
            |(scheme, code)| {
                let rows = move |unit: UnitId| scheme.codes.of(unit).filter(move |(own, _)| *own == code);
                scheme.bearers(code).flat_map(move |unit| rows(unit).map(move |(_, span)| (unit, scheme.id, span)))
            },
        )
    }
}

impl Scheme {
    /// Whether the codes are the keys of the units.
    pub(super) fn is_of_keys(&self, keys: &KeyTable<UnitId>) -> bool {
        let own = |(code, unit): (&u32, u32)| *code == unit;
        self.codes.len() == keys.len() && self.codes.cells.iter().zip(0..).all(own) && self.pool.keys() == keys.keys()
    }

    fn close(&mut self) {
        let mut first = vec![None; self.pool.len()];
        let further = &mut self.further;
        self.codes.each_value(|unit, code| match first.get_mut(code as usize) {
            Some(place @ None) => *place = Some(UnitId(unit)),
            Some(Some(other)) if other.0 != unit => further.push((CodeId(code), UnitId(unit))),
            _ => {}
        });
        self.further.sort_unstable();
        self.further.dedup();
        // Every code of the pool came with a unit.
        self.first = first.into_iter().flatten().collect();
    }

    fn bearers(&self, code: CodeId) -> impl Iterator<Item = UnitId> {
        let start = self.further.partition_point(|(c, _)| *c < code);
        let further = self.further.iter().skip(start).take_while(move |(c, _)| *c == code);
        self.first.get(code.index()).copied().into_iter().chain(further.map(|(_, unit)| *unit))
    }
}
