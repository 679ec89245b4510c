//! Units while they are read or changed.

use std::collections::{BTreeMap, BTreeSet};

use super::cycles::{Arc, cycles};
use super::dated::{order, overlap};
use super::history::Kept;
use super::store::{Columns, first_unparented};
use super::{KindId, OrganisationError as Fault, SchemeId, UnitId};
use crate::kernel::{Day, Faults, Id, Key, KeyTable, Period, Result, Span, Text, WithinDays};

/// Where a unit comes from in the document.
#[derive(Debug, Clone, Copy)]
pub(super) enum Origin {
    Unit(u32),
    Event(u32),
}

impl Origin {
    pub(super) fn path(self) -> String {
        match self {
            Self::Unit(i) => format!("units[{i}]"),
            Self::Event(i) => format!("events[{i}]"),
        }
    }
}

/// A unit with its rows, open to change.
#[derive(Debug, Clone)]
pub(super) struct UnitRows {
    pub(super) origin: Origin,
    pub(super) life: Span,
    /// Periods within its life in which it did not exist.
    pub(super) gaps: Vec<Span>,
    /// Whether an event ended it.
    pub(super) ended: bool,
    /// Whether a base row or an event that stands makes it; its key stays either way.
    pub(super) known: bool,
    pub(super) kinds: Vec<(KindId, Span)>,
    pub(super) names: Vec<(Text, Span)>,
    pub(super) codes: Vec<((SchemeId, Key), Span)>,
    pub(super) parents: Vec<(UnitId, Span)>,
    /// Every unit that ever lay within it.
    pub(super) children: Vec<UnitId>,
}

impl UnitRows {
    /// The stretches of days on which it exists: its life without its gaps, in the order of time.
    pub(super) fn stretches(&self) -> Vec<Span> {
        let mut gaps = self.gaps.clone();
        gaps.sort_by_key(|gap| order(*gap));
        let mut out = Vec::with_capacity(gaps.len() + 1);
        let mut from = self.life.from();
        for gap in gaps {
            out.extend(gap.from().and_then(|end| Span::new(from, Some(end)).ok()));
            from = gap.until();
            if from.is_none() {
                return out;
            }
        }
        out.extend(Span::new(from, self.life.until()).ok());
        out
    }

    /// Sets its life from stretches of days in the order of time; with none it is a gap as long as its life.
    pub(super) fn live(&mut self, stretches: &[Span]) {
        let [first, .., last] = stretches else {
            self.gaps = if stretches.is_empty() { vec![self.life] } else { Vec::new() };
            self.life = stretches.first().copied().unwrap_or(self.life);
            return;
        };
        self.life = Span::new(first.from(), last.until()).unwrap_or(self.life);
        let pairs = stretches.iter().zip(stretches.iter().skip(1));
        self.gaps = pairs.filter_map(|(a, b)| Span::new(a.until(), b.from()).ok()).collect();
    }
}

/// All units while they are read or changed.
#[derive(Debug, Clone, Default)]
pub(super) struct Rows {
    pub(super) keys: KeyTable<UnitId>,
    pub(super) units: Vec<UnitRows>,
    /// Keys of units that a faulty event would have made: references to them are no further faults.
    pub(super) ghosts: BTreeSet<Key>,
    /// Rows as they were before any event, of the units that events changed.
    pub(super) kept: Option<Kept>,
    /// The latest event that each unit took part in: the day by which it may have come, and its name.
    pub(super) latest: BTreeMap<UnitId, (Day, &'static str)>,
}

impl Rows {
    pub(super) fn get(&self, id: UnitId) -> Option<&UnitRows> {
        self.units.get(id.index())
    }

    pub(super) fn get_mut(&mut self, id: UnitId) -> Option<&mut UnitRows> {
        let unit = self.units.get_mut(id.index())?;
        if let Some(kept) = &mut self.kept {
            kept.keep(id, unit);
        }
        Some(unit)
    }

    /// The unit of a key, if something makes it.
    pub(super) fn id(&self, key: &str) -> Option<UnitId> {
        self.keys.get(key).filter(|id| self.get(*id).is_some_and(|unit| unit.known))
    }

    /// The unit of a key; nothing, without a fault, for one whose making has a fault already.
    pub(super) fn find(&self, key: &str, path: impl FnOnce() -> String, faults: &mut Faults) -> Option<UnitId> {
        let found = self.id(key);
        if found.is_none() && !self.ghosts.contains(key) {
            faults.push(path(), Fault::UnknownUnit { key: key.chars().take(120).collect() });
        }
        found
    }

    /// Notes that a unit took part in an event.
    pub(super) fn took_part(&mut self, id: UnitId, day: WithinDays, event: &'static str) {
        let latest = self.latest.entry(id).or_insert((day.earliest(), event));
        if latest.0 < day.earliest() {
            *latest = (day.earliest(), event);
        }
    }

    /// Whether a unit of the key was to be, had not a fault of its own been told.
    pub(super) fn is_ghost(&self, key: &str) -> bool {
        self.ghosts.contains(key)
    }

    pub(super) fn insert(&mut self, key: Key, unit: UnitRows) -> Option<UnitId> {
        let id = self.keys.insert(key)?;
        self.units.push(unit);
        Some(id)
    }

    fn key(&self, id: UnitId) -> String {
        self.keys.key(id).map(Key::to_string).unwrap_or_default()
    }

    /// The columns, once nothing impossible is left.
    pub(super) fn freeze(&self, schemes: &KeyTable<SchemeId>, kinds: &KeyTable<KindId>) -> Result<Columns> {
        let mut faults = Faults::new();
        for unit in &self.units {
            self.check_unit(unit, schemes, kinds, &mut faults);
        }
        self.check_codes(schemes, &mut faults);
        self.check_cycles(&mut faults);
        faults.into_result()?;
        Ok(Columns::new(self))
    }

    fn check_unit(&self, unit: &UnitRows, schemes: &KeyTable<SchemeId>, kinds: &KeyTable<KindId>, faults: &mut Faults) {
        let at = unit.origin;
        let mut clash = |fact: &str, one: String, other: String, from: Day| {
            faults.push(at.path(), Fault::FactsOverlap { fact: fact.into(), one, other, from });
        };
        let kind = |id: KindId| kinds.key(id).map(Key::to_string).unwrap_or_default();
        if let Some((one, other, from)) = overlap(unit.kinds.iter().copied()) {
            clash("kind", kind(one), kind(other), from);
        }
        let by_name = |t: &Text| t.get(crate::kernel::Lang::Zh).to_owned();
        if let Some((one, other, from)) = overlap(unit.names.iter().map(|(name, span)| (name, *span))) {
            clash("name", by_name(one), by_name(other), from);
        }
        if let Some((one, other, from)) = overlap(unit.parents.iter().copied()) {
            clash("parent", self.key(one), self.key(other), from);
        }
        let used: BTreeSet<SchemeId> = unit.codes.iter().map(|((scheme, _), _)| *scheme).collect();
        for scheme in used {
            let rows = unit.codes.iter().filter(|((s, _), _)| *s == scheme).map(|((_, code), span)| (code, *span));
            if let Some((one, other, from)) = overlap(rows) {
                let name = schemes.key(scheme).map(Key::to_string).unwrap_or_default();
                clash(&format!("code of {name}"), one.to_string(), other.to_string(), from);
            }
        }
        for (parent, span) in &unit.parents {
            let there = self.get(*parent).map(UnitRows::stretches).unwrap_or_default();
            let there: Vec<Period> = there.into_iter().filter_map(Span::possible).collect();
            for life in unit.stretches() {
                if let Some(from) = first_unparented(*span, life, &there) {
                    faults.push(at.path(), Fault::ParentNotThere { parent: self.key(*parent), from });
                }
            }
        }
    }

    fn check_codes(&self, schemes: &KeyTable<SchemeId>, faults: &mut Faults) {
        let mut rows: Vec<(SchemeId, &Key, Period, usize)> = Vec::new();
        for (i, unit) in self.units.iter().enumerate() {
            for ((scheme, code), span) in &unit.codes {
                let period = span.certain().zip(unit.life.certain()).and_then(|(a, b)| a.meet(b));
                rows.extend(period.map(|p| (*scheme, code, p, i)));
            }
        }
        rows.sort_by_key(|(scheme, code, period, i)| (*scheme, *code, period.from(), *i));
        for pair in rows.windows(2) {
            let [(scheme, code, period, i), (scheme_b, code_b, next, j)] = pair else { continue };
            if (scheme, code) == (scheme_b, code_b) && i != j && period.contains(next.from()) {
                let path = self.units.get(*j).map(|u| u.origin.path()).unwrap_or_default();
                let other = UnitId::from_index(*i).map(|id| self.key(id)).unwrap_or_default();
                let scheme = schemes.key(*scheme).map(Key::to_string).unwrap_or_default();
                faults.push(path, Fault::CodeShared { scheme, code: code.to_string(), other, from: next.from() });
            }
        }
    }

    fn check_cycles(&self, faults: &mut Faults) {
        let arcs = self.units.iter().enumerate().flat_map(|(i, unit)| {
            let life = unit.life.certain();
            unit.parents.iter().filter_map(move |(parent, span)| {
                let period = span.certain()?.meet(life?)?;
                Some(Arc { from: i, to: parent.index(), period })
            })
        });
        let by_key = |i: usize| UnitId::from_index(i).map(|id| self.key(id)).unwrap_or_default();
        for cycle in cycles(self.units.len(), &arcs.collect::<Vec<_>>(), &by_key) {
            let path = cycle.nodes.first().and_then(|i| self.units.get(*i)).map(|u| u.origin.path());
            let circle = cycle.nodes.iter().map(|i| format!("`{}`", by_key(*i))).collect::<Vec<_>>().join(", ");
            let period = super::Stretch::from(cycle.period).to_string();
            faults.push(path.unwrap_or_default(), Fault::ParentCycle { circle, period });
        }
    }
}

impl Rows {
    /// Notes under every unit what ever lay within it.
    pub(super) fn link(&mut self) {
        let mut pairs: Vec<(UnitId, UnitId)> = Vec::new();
        for (i, unit) in self.units.iter().enumerate() {
            if let Some(child) = UnitId::from_index(i) {
                pairs.extend(unit.parents.iter().map(|(parent, _)| (*parent, child)));
            }
        }
        for (parent, child) in pairs {
            if let Some(unit) = self.get_mut(parent) {
                unit.children.push(child);
            }
        }
    }
}

/// Sorts rows as columns keep them.
pub(super) fn sorted<T>(mut rows: Vec<(T, Span)>) -> Vec<(T, Span)> {
    rows.sort_by_key(|(_, span)| order(*span));
    rows
}
