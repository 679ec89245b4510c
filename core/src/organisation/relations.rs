//! Relations between units: how they are read, and who stands over a unit.

use std::collections::BTreeMap;

use super::cycles::{Arc, cycles};
use super::dated::{order, overlap};
use super::load::span;
use super::rest::Reader;
use super::{Organisation, OrganisationError as Fault, RelationKindId, Stretch, UnitId};
use crate::kernel::{Day, Id, Key, Period, Span};
use crate::wire::organisation::{Circle, RelationDraft, Written};

/// A relation between two units.
#[derive(Debug, Clone)]
pub(super) struct Relation {
    pub(super) kind: RelationKindId,
    pub(super) source: UnitId,
    pub(super) target: UnitId,
    pub(super) span: Span,
    pub(super) aspect: Option<Key>,
    pub(super) primary: bool,
}

impl Reader<'_> {
    pub(super) fn relations(&mut self, drafts: Vec<RelationDraft>) -> Vec<Relation> {
        let mut out: Vec<(Relation, usize)> = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("relations[{i}]");
            let kind = self.catalogue.relation_id(&draft.kind).map_err(Into::into);
            let kind = self.faults.take(&format!("{path}.kind"), kind);
            if let Some(row) = kind.and_then(|id| self.catalogue.relation_row(id)) {
                let place = match row.written {
                    Some(Written::Parent) => Some("the `parent` of the unit"),
                    Some(Written::Agreement) => Some("one of `agreements`"),
                    None => None,
                };
                if let Some(place) = place {
                    let cause = Fault::RelationElsewhere { kind: draft.kind.clone(), place: place.into() };
                    self.faults.push(format!("{path}.kind"), cause);
                }
                if !row.aspects && (draft.aspect.is_some() || draft.primary) {
                    let field = if draft.aspect.is_some() { "aspect" } else { "primary" };
                    let cause = Fault::AspectUnexpected { kind: draft.kind.clone() };
                    self.faults.push(format!("{path}.{field}"), cause);
                }
            }
            let source = self.unit(&draft.source, format!("{path}.source"));
            let target = self.unit(&draft.target, format!("{path}.target"));
            let span = span(draft.from, draft.until, &path, self.faults);
            if source.is_some() && source == target {
                self.faults.push(path, Fault::RelationToItself { unit: draft.source });
                continue;
            }
            if let (Some(kind), Some(source), Some(target), Some(span)) = (kind, source, target, span) {
                let (aspect, primary) = (draft.aspect, draft.primary);
                out.push((Relation { kind, source, target, span, aspect, primary }, i));
            }
        }
        self.no_relation_twice(&out);
        self.no_impossible_circle(&out);
        out.into_iter().map(|(relation, _)| relation).collect()
    }

    fn key_of(&self, unit: UnitId) -> String {
        self.keys.key(unit).map(Key::to_string).unwrap_or_default()
    }

    /// The same said twice of the same days: one of them would be lost in every count.
    fn no_relation_twice(&mut self, relations: &[(Relation, usize)]) {
        let mut sorted: Vec<&(Relation, usize)> = relations.iter().collect();
        let what = |r: &Relation| (r.kind, r.source, r.target, r.aspect.clone());
        sorted.sort_by(|(a, i), (b, j)| (what(a), order(a.span), i).cmp(&(what(b), order(b.span), j)));
        for group in sorted.chunk_by(|(a, _), (b, _)| what(a) == what(b)) {
            let Some((_, (relation, i), from)) = overlap(group.iter().map(|row| (*row, row.0.span))) else { continue };
            let kind = self.catalogue.relations.key(relation.kind).map(Key::to_string).unwrap_or_default();
            let (source, target) = (self.key_of(relation.source), self.key_of(relation.target));
            self.faults.push(format!("relations[{i}]"), Fault::RelationTwice { kind, source, target, from });
        }
    }

    /// Circles of relations that cannot run in one.
    fn no_impossible_circle(&mut self, relations: &[(Relation, usize)]) {
        for (kind, row) in self.catalogue.relations.keys().iter().zip(&self.catalogue.relation_rows) {
            if row.acyclic != Some(Circle::Fault) {
                continue;
            }
            let id = self.catalogue.relations.get(kind.as_str());
            let life = |unit| (self.life)(unit).and_then(Span::certain);
            let ours = relations.iter().filter(|(r, _)| Some(r.kind) == id);
            let arcs: Vec<(Arc, usize)> = ours
                .filter_map(|(r, i)| {
                    let period = certain(r, life)?;
                    Some((Arc { from: r.source.index(), to: r.target.index(), period }, *i))
                })
                .collect();
            let key = |i: usize| UnitId::from_index(i).map(|id| self.key_of(id)).unwrap_or_default();
            let plain: Vec<Arc> = arcs.iter().map(|(arc, _)| *arc).collect();
            let mut found = Vec::new();
            for cycle in cycles(self.keys.len(), &plain, &key) {
                let first = cycle.nodes.first().copied();
                let place = arcs.iter().find(|(arc, _)| Some(arc.from) == first).map_or(0, |(_, i)| *i);
                let circle = cycle.nodes.iter().map(|i| format!("`{}`", key(*i))).collect::<Vec<_>>().join(", ");
                let period = Stretch::from(cycle.period).to_string();
                found.push((place, Fault::RelationCircle { kind: kind.to_string(), circle, period }));
            }
            for (place, cause) in found {
                self.faults.push(format!("relations[{place}]"), cause);
            }
        }
    }
}

/// The days on which a relation certainly holds between units that certainly exist.
fn certain(relation: &Relation, life: impl Fn(UnitId) -> Option<Period>) -> Option<Period> {
    relation.span.certain()?.meet(life(relation.source)?)?.meet(life(relation.target)?)
}

impl Organisation {
    /// What certainly stands over each unit by one of some kinds of relation on a day, the primary first.
    pub(super) fn over(&self, kinds: &[RelationKindId], day: Day) -> BTreeMap<UnitId, Vec<&Relation>> {
        let mut out: BTreeMap<UnitId, Vec<&Relation>> = BTreeMap::new();
        let there = |unit| self.exists(unit, day) == crate::kernel::Likely::Yes;
        for relation in &self.relations {
            let holds = relation.span.holds(day) == crate::kernel::Likely::Yes;
            if holds && kinds.contains(&relation.kind) && there(relation.source) && there(relation.target) {
                out.entry(relation.target).or_default().push(relation);
            }
        }
        for rows in out.values_mut() {
            rows.sort_by_key(|r| (!r.primary, self.rank(r.source), r.kind));
        }
        out
    }
}
