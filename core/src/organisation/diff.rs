//! What differs between two days.

use std::collections::BTreeMap;

use super::events::{Past, What};
use super::{Organisation, UnitId};
use crate::kernel::{Day, Key, Lang, Likely, Result};
use crate::wire::organisation::{ChangeKind, Diff, DiffCounts, UnitChange, UnitState};
use crate::wire::{Column, Table};

impl Organisation {
    /// What differs between two days: units added, dropped, renamed, recoded, moved and converted, each with the events
    /// that did it where they are known.
    ///
    /// Days known within bounds are read as [`at`](Self::at) reads them; what rests on them is marked.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "village", "name": "村"}], "events": [
    ///     {"convert": {"unit": "c", "kind": "community", "name": "社区", "day": "2005-01-01"}}]}"#)?;
    /// let (a, b) = ("2004-12-31".parse()?, "2005-01-01".parse()?);
    /// let diff = organisation.diff(a, b);
    /// assert_eq!((diff.counts.renamed, diff.counts.converted), (1, 1));
    /// assert_eq!(diff.units[0].events[0].event, "convert");
    /// assert_eq!(organisation.diff(b, a), diff.inverse());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn diff(&self, from: Day, until: Day) -> Diff {
        let mut out = Diff { from, until, counts: DiffCounts::default(), units: Vec::new() };
        let (first, last) = (from.min(until), from.max(until));
        let mut between: BTreeMap<UnitId, Vec<&Past>> = BTreeMap::new();
        let may_lie = |past: &&Past| past.day.latest() > first && past.day.earliest() <= last;
        for past in self.events.iter().filter(may_lie) {
            for unit in past.units() {
                between.entry(unit).or_default().push(past);
            }
        }
        let mut units: Vec<(u32, UnitChange)> = Vec::new();
        for unit in self.units() {
            let changes = self.change_kinds(unit, from, until);
            if changes.is_empty() {
                continue;
            }
            let done = between.get(&unit).into_iter().flatten();
            let done: Vec<&&Past> = done.filter(|past| changes.iter().any(|change| past.does(*change, unit))).collect();
            units.push((
                self.rank(unit),
                UnitChange {
                    key: self.key_text(unit),
                    before: self.state_on(unit, from),
                    after: self.state_on(unit, until),
                    events: done.iter().map(|past| past.record()).collect(),
                    inferred: done.iter().any(|past| past.inferred.is_some()),
                    likely: self.likely_on(unit, from).min(self.likely_on(unit, until)),
                    changes,
                },
            ));
        }
        units.sort_by_key(|(rank, _)| *rank);
        out.units = units.into_iter().map(|(_, unit)| unit).collect();
        out.counts = DiffCounts::of(&out.units);
        out
    }

    /// How a unit differs between two days.
    fn change_kinds(&self, unit: UnitId, from: Day, until: Day) -> Vec<ChangeKind> {
        let there = |day| self.exists(unit, day) != Likely::No;
        match (there(from), there(until)) {
            (false, false) => return Vec::new(),
            (false, true) => return vec![ChangeKind::Added],
            (true, false) => return vec![ChangeKind::Dropped],
            (true, true) => {}
        }
        let columns = &self.columns;
        let mut out = Vec::new();
        let names = |day| columns.names.on(unit, day).map(|(name, _)| name);
        if names(from) != names(until) && self.name_near(unit, from) != self.name_near(unit, until) {
            out.push(ChangeKind::Renamed);
        }
        if self.codes_on(unit, from) != self.codes_on(unit, until) {
            out.push(ChangeKind::Recoded);
        }
        let parent = |day| self.parent_on(unit, day).map(|(parent, _)| parent);
        if parent(from) != parent(until) {
            out.push(ChangeKind::Moved);
        }
        let kind = |day| columns.kinds.on(unit, day).map(|(kind, _)| kind);
        if kind(from) != kind(until) {
            out.push(ChangeKind::Converted);
        }
        out
    }

    /// Whether what a day shows of a unit is certain; where it does not exist, that it does not.
    fn likely_on(&self, unit: UnitId, day: Day) -> Likely {
        let exists = self.exists(unit, day);
        if exists == Likely::No {
            return Likely::Yes;
        }
        let columns = &self.columns;
        let facts = [
            columns.names.on(unit, day).map(|(_, likely)| likely),
            columns.kinds.on(unit, day).map(|(_, likely)| likely),
            self.parent_on(unit, day).map(|(_, likely)| likely),
        ];
        facts.into_iter().flatten().fold(exists, Likely::min)
    }

    fn codes_on(&self, unit: UnitId, day: Day) -> Vec<(super::SchemeId, &Key)> {
        let held = self.columns.codes.of(unit).filter(|(_, _, span)| span.holds(day) != Likely::No);
        let mut codes: Vec<_> = held.map(|(scheme, code, _)| (scheme, code)).collect();
        codes.sort_unstable();
        codes
    }

    /// What a unit was on a day, if it was.
    fn state_on(&self, unit: UnitId, day: Day) -> Option<UnitState> {
        if self.exists(unit, day) == Likely::No {
            return None;
        }
        let code = |(scheme, code): (super::SchemeId, &Key)| {
            let scheme = self.schemes.key(scheme)?.to_string();
            Some(super::CodeRecord { scheme, code: code.to_string() })
        };
        let mut codes: Vec<_> = self.codes_on(unit, day).into_iter().filter_map(code).collect();
        codes.sort();
        let kind = self.kind_on(unit, day).and_then(|(_, id)| self.catalogue.kinds.key(id));
        Some(UnitState {
            name: self.name_near(unit, day),
            kind: kind.map(Key::to_string).unwrap_or_default(),
            codes,
            parent: self.parent_on(unit, day).map(|(parent, _)| self.key_text(parent)),
        })
    }
}

impl Past {
    /// Whether the event can have changed a unit so.
    fn does(&self, change: ChangeKind, unit: UnitId) -> bool {
        let along = self.along.contains(&unit);
        let flows = matches!(self.what, What::Flow(_)) && !along;
        match change {
            ChangeKind::Added | ChangeKind::Dropped => {
                flows || along || matches!(self.what, What::Found(_) | What::Abolish(_) | What::Restore(_))
            }
            ChangeKind::Renamed => matches!(self.name, "rename" | "convert" | "restore"),
            ChangeKind::Recoded => matches!(self.name, "recode" | "convert" | "restore"),
            ChangeKind::Moved => along || matches!(self.name, "reparent" | "restore"),
            ChangeKind::Converted => matches!(self.name, "convert" | "restore"),
        }
    }
}

impl DiffCounts {
    fn of(units: &[UnitChange]) -> Self {
        let count = |kind| {
            let with = units.iter().filter(|unit| unit.changes.contains(&kind)).count();
            u32::try_from(with).unwrap_or(u32::MAX)
        };
        Self {
            added: count(ChangeKind::Added),
            dropped: count(ChangeKind::Dropped),
            renamed: count(ChangeKind::Renamed),
            recoded: count(ChangeKind::Recoded),
            moved: count(ChangeKind::Moved),
            converted: count(ChangeKind::Converted),
        }
    }
}

impl Diff {
    /// The difference the other way round.
    pub fn inverse(&self) -> Self {
        let turned = |kind: &ChangeKind| match kind {
            ChangeKind::Added => ChangeKind::Dropped,
            ChangeKind::Dropped => ChangeKind::Added,
            other => *other,
        };
        let units = self.units.iter().map(|unit| UnitChange {
            changes: unit.changes.iter().map(turned).collect(),
            before: unit.after.clone(),
            after: unit.before.clone(),
            ..unit.clone()
        });
        let counts = DiffCounts { added: self.counts.dropped, dropped: self.counts.added, ..self.counts };
        Self { from: self.until, until: self.from, counts, units: units.collect() }
    }

    /// One row for each change: change, key, before, after, event, day, instrument, inferred.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let mut cells: [Vec<Option<String>>; 7] = Default::default();
        let mut inferred = Vec::new();
        for unit in &self.units {
            for change in &unit.changes {
                let event = unit.events.first();
                let row = [
                    Some(change.word().to_owned()),
                    Some(unit.key.clone()),
                    unit.before.as_ref().and_then(|state| state.shows(*change, lang)),
                    unit.after.as_ref().and_then(|state| state.shows(*change, lang)),
                    event.map(|event| event.event.clone()),
                    event.map(|event| event.day.to_string()),
                    event.and_then(|event| event.instrument.as_ref()).map(|text| text.get(lang).to_owned()),
                ];
                cells.iter_mut().zip(row).for_each(|(column, cell)| column.push(cell));
                inferred.push(Some(unit.inferred));
            }
        }
        let names = ["change", "key", "before", "after", "event", "day", "instrument"];
        let texts = names.into_iter().zip(cells).map(|(name, cells)| (name.to_owned(), Column::Text(cells)));
        Table::new(texts.chain([("inferred".to_owned(), Column::Bool(inferred))]).collect())
    }
}

impl ChangeKind {
    /// Its word in tables.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Renamed => "renamed",
            Self::Recoded => "recoded",
            Self::Moved => "moved",
            Self::Converted => "converted",
        }
    }
}

impl UnitState {
    /// What a change is about.
    fn shows(&self, change: ChangeKind, lang: Lang) -> Option<String> {
        match change {
            ChangeKind::Added | ChangeKind::Dropped | ChangeKind::Renamed => Some(self.name.get(lang).to_owned()),
            ChangeKind::Recoded => Some(self.codes.iter().map(|c| c.code.as_str()).collect::<Vec<_>>().join(" ")),
            ChangeKind::Moved => self.parent.clone(),
            ChangeKind::Converted => Some(self.kind.clone()),
        }
    }
}
