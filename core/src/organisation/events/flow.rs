//! Events in which units become others: merge, split, transfer, replace, convert into a new unit.

use std::collections::{BTreeMap, BTreeSet};

use super::edit::{add, closing, end, key_of, may_end, move_within, there, within};
use super::{Done, Ground, What};
use crate::kernel::{Faults, Result, WithinDays};
use crate::organisation::rows::Rows;
use crate::organisation::shares::{Flows, Parties, check_shares, flows};
use crate::organisation::{MeasureId, OrganisationError as Fault, UnitId};
use crate::wire::organisation::{Children, Merge, Move, Replace, Shares, Split, Target, Transfer};

/// Sources that became targets, with what flowed.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Flowed {
    pub(in crate::organisation) sources: Vec<UnitId>,
    pub(in crate::organisation) targets: Vec<UnitId>,
    /// Targets that existed before.
    pub(in crate::organisation) extended: BTreeSet<UnitId>,
    /// Sources that go on.
    pub(in crate::organisation) staying: BTreeSet<UnitId>,
    pub(in crate::organisation) flows: BTreeMap<MeasureId, Flows>,
}

/// An event of sources and targets, whatever its name.
pub(super) struct Flowing<'e> {
    pub(super) sources: Vec<&'e str>,
    pub(super) targets: Vec<&'e Target>,
    pub(super) shares: &'e [Shares],
    /// Unit, target and path.
    pub(super) moves: Vec<(&'e str, &'e str, String)>,
    pub(super) children: Option<Children>,
    pub(super) day: WithinDays,
    /// Whether a source that is a target goes on.
    pub(super) may_stay: bool,
    /// Whether all sources go on.
    pub(super) stays: bool,
    pub(super) paths: Paths,
}

/// Where the units of an event stand in its draft.
pub(super) struct Paths {
    source: fn(usize) -> String,
    target: fn(usize) -> String,
}

impl Paths {
    const LISTS: Self = Self { source: |i| format!("sources[{i}]"), target: |i| format!("targets[{i}]") };
    const SPLIT: Self = Self { source: |_| "unit".into(), target: |i| format!("targets[{i}]") };
    const TRANSFER: Self = Self { source: |_| "unit".into(), target: |_| "target".into() };
    pub(super) const CONVERT: Self = Self { source: |_| "unit".into(), target: |_| String::new() };
}

fn moves(moves: &[Move]) -> Vec<(&str, &str, String)> {
    moves.iter().enumerate().map(|(i, m)| (m.unit.as_str(), m.to.as_str(), format!("moves[{i}]"))).collect()
}

impl Ground<'_> {
    pub(super) fn merge(&mut self, rows: &mut Rows, event: &Merge) -> Result<Done> {
        self.flow(
            rows,
            &Flowing {
                sources: event.sources.iter().map(String::as_str).collect(),
                targets: event.targets.iter().collect(),
                shares: &event.shares,
                moves: moves(&event.moves),
                children: event.children,
                day: event.day,
                may_stay: false,
                stays: false,
                paths: Paths::LISTS,
            },
        )
    }

    pub(super) fn replace(&mut self, rows: &mut Rows, event: &Replace) -> Result<Done> {
        self.flow(
            rows,
            &Flowing {
                sources: event.sources.iter().map(String::as_str).collect(),
                targets: event.targets.iter().collect(),
                shares: &event.shares,
                moves: moves(&event.moves),
                children: event.children,
                day: event.day,
                may_stay: false,
                stays: false,
                paths: Paths::LISTS,
            },
        )
    }

    pub(super) fn split(&mut self, rows: &mut Rows, event: &Split) -> Result<Done> {
        if event.targets.len() < 2 {
            return Err(crate::kernel::Error::at("targets", Fault::SplitIntoOne));
        }
        self.flow(
            rows,
            &Flowing {
                sources: vec![&event.unit],
                targets: event.targets.iter().collect(),
                shares: &event.shares,
                moves: moves(&event.moves),
                children: event.children,
                day: event.day,
                may_stay: true,
                stays: false,
                paths: Paths::SPLIT,
            },
        )
    }

    pub(super) fn transfer(&mut self, rows: &mut Rows, event: &Transfer) -> Result<Done> {
        let to = event.target.unit.as_str();
        let units = event.along.iter().enumerate();
        self.flow(
            rows,
            &Flowing {
                sources: vec![&event.unit],
                targets: vec![&event.target],
                shares: &event.shares,
                moves: units.map(|(i, unit)| (unit.as_str(), to, format!("along[{i}]"))).collect(),
                children: None,
                day: event.day,
                may_stay: false,
                stays: true,
                paths: Paths::TRANSFER,
            },
        )
    }

    pub(super) fn flow(&mut self, rows: &mut Rows, event: &Flowing<'_>) -> Result<Done> {
        let mut faults = Faults::new();
        let day = event.day;
        for (list, empty) in [("sources", event.sources.is_empty()), ("targets", event.targets.is_empty())] {
            if empty {
                faults.push(list, Fault::ListEmpty { list: list.into() });
            }
        }
        let (mut sources, mut listed) = (Vec::new(), BTreeSet::new());
        for (i, key) in event.sources.iter().enumerate() {
            let path = || (event.paths.source)(i);
            let before = faults.len();
            let Some(id) = there(rows, key, day, path, &mut faults) else { continue };
            if !listed.insert(id) && faults.len() == before {
                faults.push(path(), Fault::ListedTwice { key: (*key).into() });
            }
            sources.push(id);
        }
        let mut staying: BTreeSet<UnitId> = if event.stays { listed.clone() } else { BTreeSet::new() };
        let (mut extended, mut new, mut seen) = (BTreeSet::new(), Vec::new(), BTreeSet::new());
        for (i, target) in event.targets.iter().enumerate() {
            let path = (event.paths.target)(i);
            let unit = if path.is_empty() { "into".to_owned() } else { format!("{path}.unit") };
            let key = target.unit.as_str();
            if !seen.insert(key) {
                faults.push(unit, Fault::ListedTwice { key: key.into() });
                continue;
            }
            let bare = target.kind.is_none() && target.name.is_none() && target.code.is_none();
            match rows.id(key) {
                Some(id) if listed.contains(&id) && !event.may_stay => {
                    faults.push(unit, Fault::MergeIntoItself { unit: key.into() });
                }
                Some(_) if !bare || target.parent.is_some() => {
                    faults.push(unit, Fault::UnitExists { unit: key.into() });
                }
                Some(id) if listed.contains(&id) => drop(staying.insert(id)),
                Some(id) => {
                    there(rows, key, day, || unit.clone(), &mut faults);
                    extended.insert(id);
                }
                None => new.extend(self.new_unit(rows, target, day, &path, &mut faults).map(|u| (i, u))),
            }
        }
        let parties = Parties {
            sources: event.sources.clone(),
            targets: event.targets.iter().map(|target| target.unit.as_str()).collect(),
            staying: staying.iter().map(|id| key_of(rows, *id)).collect(),
        };
        check_shares(rows, self.catalogue, &parties, event.shares, &mut faults);
        let plan = plan(rows, event, &sources, &staying, &mut faults);
        for (i, key) in event.sources.iter().enumerate() {
            if let Some(id) = rows.id(key).filter(|id| !staying.contains(id)) {
                may_end(rows, id, day, &(event.paths.source)(i), &mut faults);
            }
        }
        for id in &plan.closing {
            may_end(rows, *id, day, "children", &mut faults);
        }
        faults.into_result()?;
        // Nothing can fail from here on.
        for (i, unit) in new {
            if let Some(target) = event.targets.get(i) {
                add(rows, &target.unit, unit);
            }
        }
        let targets: Vec<UnitId> = event.targets.iter().filter_map(|t| rows.id(t.unit.as_str())).collect();
        for source in sources.iter().filter(|source| !staying.contains(source)) {
            end(rows, *source, day);
        }
        plan.closing.iter().for_each(|id| end(rows, *id, day));
        let mut along = plan.closing;
        for (child, from, to) in plan.moving {
            if let Some(to) = rows.id(&to) {
                move_within(rows, child, from, to, day);
                along.push(child);
            }
        }
        let flows = event.shares.iter().filter_map(|shares| flows(rows, self.catalogue, &parties, shares)).collect();
        let flowed = Flowed { sources, targets, extended, staying, flows };
        Ok(Done { what: Some(What::Flow(flowed)), along })
    }
}

/// What becomes of the units within the sources.
#[derive(Default)]
struct Plan {
    closing: Vec<UnitId>,
    /// Unit, source, and the key of the target.
    moving: Vec<(UnitId, UnitId, String)>,
}

fn plan(rows: &Rows, event: &Flowing<'_>, sources: &[UnitId], staying: &BTreeSet<UnitId>, faults: &mut Faults) -> Plan {
    let mut out = Plan::default();
    let inside: BTreeMap<UnitId, Vec<UnitId>> = sources.iter().map(|id| (*id, within(rows, *id, event.day))).collect();
    let mut named = BTreeSet::new();
    for (unit, to, path) in &event.moves {
        let Some(id) = rows.find(unit, || path.clone(), faults) else { continue };
        let around = inside.iter().filter(|(_, children)| children.contains(&id)).map(|(source, _)| *source);
        let around: Vec<UnitId> = around.collect();
        if !named.insert(id) {
            faults.push(path.as_str(), Fault::ListedTwice { key: (*unit).into() });
        } else if around.is_empty() {
            faults.push(path.as_str(), Fault::NotWithin { unit: (*unit).into(), day: event.day });
        }
        let known = event.targets.iter().any(|target| target.unit.as_str() == *to);
        if !known {
            faults.push(path.as_str(), Fault::FlowOutsideEvent { unit: (*to).into(), list: "targets".into() });
        }
        out.moving.extend(around.into_iter().map(|source| (id, source, (*to).to_owned())));
    }
    for (source, children) in inside.into_iter().filter(|(source, _)| !staying.contains(source)) {
        let left: Vec<UnitId> = children.into_iter().filter(|child| !named.contains(child)).collect();
        match (event.children, event.targets.as_slice()) {
            (Some(Children::Close), _) => out.closing.extend(left),
            (_, [target]) => {
                out.moving.extend(left.into_iter().map(|child| (child, source, target.unit.to_string())));
            }
            _ if left.is_empty() => {}
            _ => faults.push("children", Fault::ChildrenLeft { unit: key_of(rows, source), count: left.len() }),
        }
    }
    out.closing = closing(rows, out.closing, event.day);
    out.closing.retain(|id| !sources.contains(id));
    out
}
