//! Events: each applies wholly or not at all.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::{Origin, Rows, UnitRows};
use super::shares::{Flows, check_shares, flows};
use super::{Catalogue, MeasureId, OrganisationError as Fault, SchemeId, UnitId};
use crate::kernel::{Document, Faults, Key, KeyTable, Likely, Period, Result, Span, Text, WithinDays};
use crate::wire::organisation::{Children, EventDraft, Found, Merge, Recode, Rename, Target};

/// An event (事件) to apply to an organisation: `shequ.event/1`.
///
/// It is written as in the `events` of an organisation, with its format beside:
/// `{"format": "shequ.event/1", "rename": {"unit": "c1", "name": "…", "day": "2024-05-01"}}`.
#[derive(Debug, Clone)]
pub struct Event(pub(super) EventDraft);

impl Document for Event {
    const FORMAT: &'static str = "shequ.event/1";
    const ROOT: &'static str = "event";
    type Draft = EventDraft;

    fn check(draft: EventDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}

impl From<EventDraft> for Event {
    fn from(draft: EventDraft) -> Self {
        Self(draft)
    }
}

/// What an event did, kept for lineage.
#[derive(Debug, Clone)]
pub(super) struct Past {
    pub(super) day: WithinDays,
    pub(super) instrument: Option<Text>,
    pub(super) what: What,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    Found(UnitId),
    Rename(UnitId),
    Recode(UnitId),
    Merge(Merged),
}

/// A merge with its flows.
#[derive(Debug, Clone)]
pub(super) struct Merged {
    pub(super) sources: Vec<UnitId>,
    pub(super) targets: Vec<UnitId>,
    /// Targets that existed before.
    pub(super) extended: BTreeSet<UnitId>,
    pub(super) flows: BTreeMap<MeasureId, Flows>,
}

/// The day of a draft.
pub(super) fn day_of(event: &EventDraft) -> WithinDays {
    match event {
        EventDraft::Found(e) => e.day,
        EventDraft::Rename(e) => e.day,
        EventDraft::Recode(e) => e.day,
        EventDraft::Merge(e) => e.day,
    }
}

/// The keys of units that a draft makes, if they are new.
pub(super) fn makes(event: &EventDraft) -> Vec<Key> {
    match event {
        EventDraft::Found(e) => vec![e.unit.clone()],
        EventDraft::Merge(e) => e.targets.iter().map(|t| t.unit.clone()).collect(),
        EventDraft::Rename(_) | EventDraft::Recode(_) => Vec::new(),
    }
}

/// What an event needs beside the units.
pub(super) struct Ground<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) schemes: &'a mut KeyTable<SchemeId>,
    pub(super) index: u32,
}

impl Ground<'_> {
    /// Applies an event; on a fault nothing has changed.
    pub(super) fn apply(&mut self, rows: &mut Rows, event: &EventDraft) -> Result<Past> {
        match event {
            EventDraft::Found(e) => self.found(rows, e).map_err(|f| f.under("found")),
            EventDraft::Rename(e) => rename(rows, e).map_err(|f| f.under("rename")),
            EventDraft::Recode(e) => self.recode(rows, e).map_err(|f| f.under("recode")),
            EventDraft::Merge(e) => self.merge(rows, e).map_err(|f| f.under("merge")),
        }
    }

    pub(super) fn scheme(&mut self, scheme: Option<&Key>) -> Option<SchemeId> {
        scheme_id(self.schemes, scheme)
    }

    fn found(&mut self, rows: &mut Rows, event: &Found) -> Result<Past> {
        let mut faults = Faults::new();
        let target = Target {
            unit: event.unit.clone(),
            kind: Some(event.kind.clone()),
            name: Some(event.name.clone()),
            code: event.code.clone(),
            scheme: event.scheme.clone(),
            parent: event.parent.clone(),
        };
        if rows.keys.get(event.unit.as_str()).is_some() {
            faults.push("unit", Fault::UnitExists { unit: event.unit.to_string() });
        }
        let unit = self.new_unit(rows, &target, event.day, "", &mut faults);
        faults.into_result()?;
        let id = unit.and_then(|unit| add(rows, &event.unit, unit));
        let id = id.ok_or_else(|| Fault::UnitExists { unit: event.unit.to_string() })?;
        Ok(Past { day: event.day, instrument: event.instrument.clone(), what: What::Found(id) })
    }

    /// The rows of a new unit, if nothing is wrong with them.
    fn new_unit(
        &mut self,
        rows: &Rows,
        target: &Target,
        day: WithinDays,
        path: &str,
        faults: &mut Faults,
    ) -> Option<UnitRows> {
        let at = |field: &str| if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
        let missing = |field: &str| Fault::UnitIncomplete { unit: target.unit.to_string(), field: field.into() };
        let life = Span::new(Some(day), None).ok()?;
        let kind = match &target.kind {
            None => {
                faults.push(path, missing("kind"));
                None
            }
            Some(kind) => faults.take(&at("kind"), self.catalogue.kind_id(kind).map_err(Into::into)),
        };
        if target.name.is_none() {
            faults.push(path, missing("name"));
        }
        let parent = match &target.parent {
            None => None,
            Some(parent) => {
                let id = rows.find(parent, || at("parent"), faults);
                if let Some(id) = id {
                    must_be_there(rows, id, parent, day, || at("parent"), faults);
                }
                Some(id)
            }
        };
        let scheme = target.code.is_some().then(|| self.scheme(target.scheme.as_ref())).flatten();
        let code = target.code.clone().zip(scheme).map(|(code, scheme)| ((scheme, code), life));
        let parents = match parent {
            None => Vec::new(),
            Some(parent) => vec![(parent?, life)],
        };
        Some(UnitRows {
            origin: Origin::Event(self.index),
            life,
            ended: false,
            kinds: vec![(kind?, life)],
            names: vec![(target.name.clone()?, life)],
            codes: code.into_iter().collect(),
            parents,
            children: Vec::new(),
        })
    }

    fn recode(&mut self, rows: &mut Rows, event: &Recode) -> Result<Past> {
        let id = existing(rows, &event.unit, event.day)?;
        let scheme = self.scheme(event.scheme.as_ref());
        let unit = rows.get_mut(id).zip(scheme);
        let (unit, scheme) = unit.ok_or_else(|| Fault::UnknownUnit { key: event.unit.clone() })?;
        let same = |((s, _), _): &((SchemeId, Key), Span)| *s == scheme;
        unit.codes = replace(std::mem::take(&mut unit.codes), same, (scheme, event.code.clone()), event.day);
        Ok(Past { day: event.day, instrument: event.instrument.clone(), what: What::Recode(id) })
    }

    fn merge(&mut self, rows: &mut Rows, event: &Merge) -> Result<Past> {
        let mut faults = Faults::new();
        for (list, empty) in [("sources", event.sources.is_empty()), ("targets", event.targets.is_empty())] {
            if empty {
                faults.push(list, Fault::ListEmpty { list: list.into() });
            }
        }
        let (mut sources, mut listed) = (Vec::new(), BTreeSet::new());
        for (i, key) in event.sources.iter().enumerate() {
            let path = || format!("sources[{i}]");
            let Some(id) = rows.find(key, path, &mut faults) else { continue };
            if !listed.insert(id) {
                faults.push(path(), Fault::ListedTwice { key: key.clone() });
            }
            must_be_there(rows, id, key, event.day, path, &mut faults);
            sources.push(id);
        }
        let mut extended = BTreeSet::new();
        let mut new = Vec::new();
        let mut seen = BTreeSet::new();
        for (i, target) in event.targets.iter().enumerate() {
            let path = format!("targets[{i}]");
            let key = target.unit.as_str();
            if !seen.insert(key) {
                faults.push(format!("{path}.unit"), Fault::ListedTwice { key: key.into() });
                continue;
            }
            let bare = target.kind.is_none() && target.name.is_none() && target.code.is_none();
            match rows.keys.get(key) {
                Some(id) if listed.contains(&id) => {
                    faults.push(format!("{path}.unit"), Fault::MergeIntoItself { unit: key.into() });
                }
                Some(_) if !bare || target.parent.is_some() => {
                    faults.push(format!("{path}.unit"), Fault::UnitExists { unit: key.into() });
                }
                Some(id) => {
                    must_be_there(rows, id, key, event.day, || format!("{path}.unit"), &mut faults);
                    extended.insert(id);
                }
                None => new.extend(self.new_unit(rows, target, event.day, &path, &mut faults).map(|u| (i, u))),
            }
        }
        check_shares(rows, self.catalogue, event, &mut faults);
        let inside: BTreeMap<UnitId, Vec<UnitId>> =
            sources.iter().map(|id| (*id, within(rows, *id, event.day))).collect();
        let one = event.targets.len() == 1;
        for (id, children) in &inside {
            if !children.is_empty() && !one && event.children != Some(Children::Close) {
                let unit = rows.keys.key(*id).map(Key::to_string).unwrap_or_default();
                faults.push("children", Fault::ChildrenLeft { unit, count: children.len() });
            }
        }
        faults.into_result()?;
        // Nothing can fail from here on.
        for (i, unit) in new {
            if let Some(target) = event.targets.get(i) {
                add(rows, &target.unit, unit);
            }
        }
        let targets: Vec<UnitId> = event.targets.iter().filter_map(|t| rows.keys.get(t.unit.as_str())).collect();
        for (source, children) in inside {
            end(rows, source, event.day);
            match (event.children, targets.as_slice()) {
                (Some(Children::Close), _) => close(rows, children, event.day),
                (_, [target]) => {
                    for child in children {
                        move_within(rows, child, source, *target, event.day);
                    }
                }
                _ => {}
            }
        }
        let flows = event.shares.iter().filter_map(|shares| flows(rows, self.catalogue, event, shares)).collect();
        let merged = Merged { sources, targets, extended, flows };
        Ok(Past { day: event.day, instrument: event.instrument.clone(), what: What::Merge(merged) })
    }
}

/// The id of a scheme, new if it was not there.
pub(super) fn scheme_id(schemes: &mut KeyTable<SchemeId>, scheme: Option<&Key>) -> Option<SchemeId> {
    let key = match scheme {
        Some(key) => key.clone(),
        None => "code".parse().ok()?,
    };
    schemes.get(key.as_str()).or_else(|| schemes.insert(key))
}

fn rename(rows: &mut Rows, event: &Rename) -> Result<Past> {
    let id = existing(rows, &event.unit, event.day)?;
    let unit = rows.get_mut(id).ok_or_else(|| Fault::UnknownUnit { key: event.unit.clone() })?;
    unit.names = replace(std::mem::take(&mut unit.names), |_| true, event.name.clone(), event.day);
    Ok(Past { day: event.day, instrument: event.instrument.clone(), what: What::Rename(id) })
}

fn existing(rows: &Rows, key: &str, day: WithinDays) -> Result<UnitId> {
    let mut faults = Faults::new();
    let id = rows.find(key, || "unit".into(), &mut faults);
    if let Some(id) = id {
        must_be_there(rows, id, key, day, || "unit".into(), &mut faults);
    }
    faults.into_result()?;
    id.ok_or_else(|| crate::kernel::Error::at("unit", Fault::UnknownUnit { key: key.into() }))
}

/// A fault unless a unit may exist on the day of an event, or on the day before.
fn must_be_there(
    rows: &Rows,
    id: UnitId,
    key: &str,
    day: WithinDays,
    path: impl FnOnce() -> String,
    faults: &mut Faults,
) {
    let there = rows.get(id).is_some_and(|unit| {
        let eve = day.earliest().plus_days(-1).unwrap_or(day.earliest());
        let around = Period::new(eve, day.latest().plus_days(1).ok());
        let overlaps = around.ok().zip(unit.life.possible()).is_some_and(|(a, b)| a.meet(b).is_some());
        let gone = unit.ended && unit.life.until().is_some_and(|until| until.by(day.earliest()) == Likely::Yes);
        overlaps && !gone
    });
    if !there {
        faults.push(path(), Fault::UnitNotThere { unit: key.into(), day });
    }
}

fn add(rows: &mut Rows, key: &Key, unit: UnitRows) -> Option<UnitId> {
    let parents: Vec<UnitId> = unit.parents.iter().map(|(parent, _)| *parent).collect();
    let id = rows.insert(key.clone(), unit)?;
    for parent in parents {
        if let Some(parent) = rows.get_mut(parent) {
            parent.children.push(id);
        }
    }
    Some(id)
}

/// Ends what holds when the day comes, and begins the new with what was left of its days.
fn replace<T: Clone>(
    old: Vec<(T, Span)>,
    concerned: impl Fn(&(T, Span)) -> bool,
    new: T,
    day: WithinDays,
) -> Vec<(T, Span)> {
    let mut out = Vec::new();
    let mut until = None;
    for row in old {
        let span = row.1;
        let over = span.until().is_some_and(|until| until.by(day.earliest()) == Likely::Yes);
        let later = span.from().is_some_and(|from| from.by(day.latest()) == Likely::No);
        if !concerned(&row) || over || later {
            out.push(row);
            continue;
        }
        until = span.until();
        // A row that would be empty is gone.
        out.extend(Span::new(span.from(), Some(day)).ok().map(|span| (row.0, span)));
    }
    out.extend(Span::new(Some(day), until).ok().map(|span| (new, span)));
    super::rows::sorted(out)
}

/// The units that may lie within a unit on the day or later.
fn within(rows: &Rows, id: UnitId, day: WithinDays) -> Vec<UnitId> {
    let remains = |span: Span| span.until().is_none_or(|until| until.by(day.earliest()) != Likely::Yes);
    let lies = |child: &UnitId| {
        rows.get(*child)
            .is_some_and(|c| remains(c.life) && c.parents.iter().any(|(parent, span)| *parent == id && remains(*span)))
    };
    let children = rows.get(id).map(|unit| unit.children.as_slice()).unwrap_or_default();
    let found: BTreeSet<UnitId> = children.iter().copied().filter(lies).collect();
    found.into_iter().collect()
}

fn end(rows: &mut Rows, id: UnitId, day: WithinDays) {
    if let Some(unit) = rows.get_mut(id) {
        unit.ended = true;
        if let Ok(life) = Span::new(unit.life.from(), Some(day)) {
            unit.life = life;
        }
    }
}

/// Ends units and all that lies within them.
fn close(rows: &mut Rows, mut units: Vec<UnitId>, day: WithinDays) {
    while let Some(id) = units.pop() {
        if rows.get(id).is_some_and(|unit| !unit.ended) {
            units.extend(within(rows, id, day));
            end(rows, id, day);
        }
    }
}

fn move_within(rows: &mut Rows, child: UnitId, from: UnitId, to: UnitId, day: WithinDays) {
    if child == to {
        return;
    }
    if let Some(unit) = rows.get_mut(child) {
        let old = std::mem::take(&mut unit.parents);
        for (parent, span) in old {
            let over = span.until().is_some_and(|until| until.by(day.earliest()) == Likely::Yes);
            if parent != from || over {
                unit.parents.push((parent, span));
                continue;
            }
            let later = span.from().is_some_and(|from| from.by(day.earliest()) != Likely::Yes);
            unit.parents.extend(Span::new(span.from(), Some(day)).ok().filter(|_| !later).map(|s| (from, s)));
            let begins = if later { span.from() } else { Some(day) };
            unit.parents.extend(Span::new(begins, span.until()).ok().map(|s| (to, s)));
        }
    }
    if let Some(target) = rows.get_mut(to) {
        target.children.push(child);
    }
}

impl Past {
    pub(super) fn touches(&self, id: UnitId) -> bool {
        match &self.what {
            What::Found(u) | What::Rename(u) | What::Recode(u) => *u == id,
            What::Merge(m) => m.sources.contains(&id) || m.targets.contains(&id),
        }
    }

    pub(super) fn name(&self) -> &'static str {
        match &self.what {
            What::Found(_) => "found",
            What::Rename(_) => "rename",
            What::Recode(_) => "recode",
            What::Merge(_) => "merge",
        }
    }
}
