//! Rules about chains of relations: a forbidden way from one to another, direct or by others, and circles.

use std::collections::BTreeMap;

use super::Ground;
use super::days::{Days, Fact, Tally};
use super::probe::{Probe, Said, number};
use super::rule::laws;
use crate::kernel::{Day, Id, Key, Lang, Text};
use crate::organisation::UnitId;
use crate::organisation::cycles::{Arc, cycles};
use crate::organisation::relations::Relation;
use crate::pack::Packs;

/// A place on the way up from a unit: the relation that leads down from it, and where that leads on.
struct Place<'g> {
    unit: UnitId,
    by: Option<(&'g Relation, usize)>,
    fact: Fact,
    steps: u64,
}

/// Every way up from a unit over relations, the shortest first, until a unit that stands at its top.
struct Climb<'g> {
    places: Vec<Place<'g>>,
    /// Places that are a top, with the days on which they are.
    tops: Vec<(usize, Fact)>,
}

impl<'g> Climb<'g> {
    fn new(
        bottom: UnitId,
        over: &BTreeMap<UnitId, Vec<(&'g Relation, Fact)>>,
        top: impl Fn(UnitId) -> Vec<Fact>,
        most: u64,
    ) -> Self {
        let mut out =
            Self { places: vec![Place { unit: bottom, by: None, fact: Fact::ALWAYS, steps: 0 }], tops: Vec::new() };
        let mut seen: BTreeMap<UnitId, Vec<Fact>> = BTreeMap::from([(bottom, vec![Fact::ALWAYS])]);
        let mut next = 0;
        while let Some(place) = out.places.get(next) {
            let (unit, fact, steps) = (place.unit, place.fact, place.steps);
            let ups = if steps < most { over.get(&unit).map(Vec::as_slice).unwrap_or_default() } else { &[] };
            for (relation, days) in ups {
                let fact = fact.meet(*days);
                let known = seen.entry(relation.source).or_default();
                // A way that holds on no day on which a shorter one does not already says nothing new; a circle is such.
                if fact.is_empty() || known.iter().any(|k| covers(k.may, fact.may) && covers(k.sure, fact.sure)) {
                    continue;
                }
                known.push(fact);
                let at = out.places.len();
                let (source, steps) = (relation.source, steps + 1);
                let hits: Vec<Fact> = top(source).into_iter().map(|t| t.meet(fact)).filter(|f| !f.is_empty()).collect();
                let stops = !hits.is_empty();
                out.tops.extend(hits.into_iter().map(|hit| (at, hit)));
                // What leads the top is not between it and the bottom.
                let steps = if stops { u64::MAX } else { steps };
                out.places.push(Place { unit: source, by: Some((relation, next)), fact, steps });
            }
            next += 1;
        }
        out
    }

    /// The units from a place down, each with the relation to the next.
    fn down(&self, place: usize) -> Vec<(UnitId, Option<&'g Relation>)> {
        let mut out = Vec::new();
        let mut at = Some(place);
        while let Some(place) = at.and_then(|i| self.places.get(i)) {
            out.push((place.unit, place.by.map(|(relation, _)| relation)));
            at = place.by.map(|(_, below)| below);
        }
        out
    }
}

fn covers(outer: Days, inner: Days) -> bool {
    inner.is_empty() || (outer.from <= inner.from && inner.until <= outer.until)
}

/// A forbidden way from above down to a unit.
pub(super) fn way(probe: &mut Probe<'_>, packs: &Packs, secondary: bool) {
    let (ground, rule) = (probe.ground, probe.rule);
    let organisation = ground.organisation;
    let draft = rule.draft();
    let (least, most) = (draft.least.unwrap_or(1), draft.most.unwrap_or(u64::MAX));
    let mut over: BTreeMap<UnitId, Vec<(&Relation, Fact)>> = BTreeMap::new();
    for relation in organisation.relations.iter().filter(|r| rule.relations.contains(&r.kind)) {
        let list = over.entry(relation.target).or_default();
        list.extend(ground.relation(relation).into_iter().map(|fact| (relation, fact)));
    }
    for list in over.values_mut() {
        list.sort_by_key(|(r, fact)| (organisation.rank(r.source), r.kind, fact.may));
    }
    let mut looked = 0;
    for unit in ground.units(&rule.of) {
        let own = ground.is_of(unit, &rule.of);
        looked += usize::from(own.iter().any(|fact| fact.may.meets(ground.window)));
        if !over.contains_key(&unit) {
            continue;
        }
        let climb = Climb::new(unit, &over, |top| ground.is_of(top, &rule.kinds), most);
        let mut scope = Tally::default();
        scope.add_any(own.iter().copied());
        let mut by_top: BTreeMap<UnitId, Vec<(usize, Fact)>> = BTreeMap::new();
        for (place, fact) in &climb.tops {
            let Some(top) = climb.places.get(*place) else { continue };
            if climb.down(*place).len() as u64 > least {
                by_top.entry(top.unit).or_default().push((*place, *fact));
            }
        }
        for (top, places) in by_top {
            let mut bad = Tally::default();
            bad.add_any(places.iter().map(|(_, fact)| *fact));
            probe.forbidden(&mut scope, &mut bad);
            probe.settle(
                0,
                |ground| ground.unit_key(unit),
                |ground, day| ground.unit_subject(unit, day),
                |ground: &Ground<'_>, _, _, day| {
                    let proof = places.iter().find(|(_, fact)| fact.sure.contains(day.number()));
                    let down = proof.map(|(place, _)| climb.down(*place)).unwrap_or_default();
                    let kind = |r: &Relation| organisation.catalogue.relations.key(r.kind).map(Key::to_string);
                    let path: Vec<_> = down.iter().map(|(unit, r)| ground.step(*unit, r.and_then(kind), day)).collect();
                    let name = organisation.unit_name(top, day).name;
                    let steps = path.len().saturating_sub(1);
                    let (zh, en) =
                        if steps == 1 { ("直接", "directly") } else { ("经由其他单位", "by way of others") };
                    let (own_zh, own_en) = {
                        let label = ground.kind_label(unit, day);
                        (label.get(Lang::Zh).to_owned(), label.get(Lang::En).to_owned())
                    };
                    Said {
                        facts: vec![number("层数", "steps", steps)],
                        path,
                        message: Text::new(
                            format!("“{}”{zh}领导该{own_zh}", name.get(Lang::Zh)),
                            format!("`{}` leads the {own_en} {en}", name.get(Lang::En)),
                        ),
                    }
                },
            );
        }
    }
    probe.looked_at(looked);
    // The law of the unit's own kind is cited where it was read on that day, else the rule itself.
    let laws = laws(&organisation.catalogue, draft.number.as_ref(), packs, secondary);
    probe.cite(|subject, period| {
        let day = period.from.map_or(Days::ALWAYS.from, Day::number).max(ground.window.from);
        let (kind, _) = organisation.kind_on(organisation.id(&subject.key)?, Day::from_number(day)?)?;
        let law = laws.get(kind.clauses.get(draft.number.as_ref()?)?)?.iter().find(|p| p.days.contains(day))?;
        law.citation.clone().filter(|_| law.read)
    });
}

/// What leads cannot be led by it at the same time, however long the way.
pub(super) fn circle(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let organisation = ground.organisation;
    let catalogue = &organisation.catalogue;
    let named = |id| probe.rule.relations.is_empty() || probe.rule.relations.contains(&id);
    let (mut found, mut looked) = (Vec::new(), 0);
    for (kind, row) in catalogue.relations.keys().iter().zip(&catalogue.relation_rows) {
        let Some(id) = catalogue.relations.get(kind.as_str()).filter(|id| row.acyclic.is_some() && named(*id)) else {
            continue;
        };
        let ours = organisation.relations.iter().filter(|r| r.kind == id);
        let arcs: Vec<Arc> = ours
            .flat_map(|r| ground.relation(r).into_iter().map(move |fact| (r, fact)))
            .filter_map(|(r, fact)| {
                Some(Arc { from: r.source.index(), to: r.target.index(), period: fact.sure.period()? })
            })
            .collect();
        looked += arcs.len();
        let key = |i: usize| UnitId::from_index(i).map(|id| organisation.key_text(id)).unwrap_or_default();
        for cycle in cycles(organisation.len(), &arcs, &key) {
            let run = Days::of(Some(cycle.period));
            let units: Vec<UnitId> = cycle.nodes.iter().filter_map(|i| UnitId::from_index(*i)).collect();
            if let Some(first) = units.first().copied()
                && run.meets(ground.window)
            {
                found.push((kind, row, units, first, run));
            }
        }
    }
    probe.looked_at(looked);
    for (kind, row, units, first, run) in found {
        let Some((_, param)) = probe.rule.param(run.from.max(ground.window.from)) else { continue };
        let day = ground.told(run);
        let mut path: Vec<_> = units.iter().map(|unit| ground.step(*unit, Some(kind.to_string()), day)).collect();
        path.push(ground.step(first, None, day));
        let said = Said {
            facts: vec![number("单位数", "units", units.len())],
            path,
            message: Text::new(
                format!("{}个单位相互{}，形成循环", units.len(), row.label.get(Lang::Zh)),
                format!("{} units stand in a circle of `{kind}`", units.len()),
            ),
        };
        let finding = probe.finding(Some(param), ground.unit_subject(first, day), run, said);
        probe.push(finding);
    }
}
