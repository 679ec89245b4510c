//! Bodies of areas, and areas of bodies: who covers whom, and for how long.

use super::Ground;
use super::days::{Days, Fact, Tally};
use super::probe::{Probe, counted};
use super::rule::Kinds;
use crate::organisation::UnitId;

/// Which body covers which area when: within it, or by a relation to it; each pair with all its facts.
fn covers(probe: &Probe<'_>, bodies: &Kinds, areas: &Kinds) -> Vec<(UnitId, UnitId, Fact)> {
    let (ground, rule) = (probe.ground, probe.rule);
    let mut out = Vec::new();
    for body in ground.units(bodies) {
        for fact in ground.is_of(body, bodies) {
            out.extend(ground.within(body, fact, areas).into_iter().map(|(area, fact)| (body, area, fact)));
        }
    }
    for relation in &ground.organisation.relations {
        if !rule.relations.contains(&relation.kind) {
            continue;
        }
        let (sources, targets) = (ground.is_of(relation.source, bodies), ground.is_of(relation.target, areas));
        let span = Fact::of(relation.span);
        for source in &sources {
            for target in &targets {
                out.push((relation.source, relation.target, span.meet(*source).meet(*target)));
            }
        }
    }
    out.retain(|(.., fact)| !fact.is_empty());
    out
}

/// How many bodies each area has.
pub(super) fn bodies(probe: &mut Probe<'_>) {
    let rule = probe.rule;
    if probe.ground.units(&rule.of).is_empty() {
        return probe.nothing_on_record();
    }
    let pairs = covers(probe, &rule.of, &rule.kinds).into_iter().map(|(body, area, fact)| (area, body, fact)).collect();
    each(probe, pairs);
}

/// How many areas each body covers.
pub(super) fn areas(probe: &mut Probe<'_>) {
    let rule = probe.rule;
    let pairs = covers(probe, &rule.kinds, &rule.of);
    each(probe, pairs);
}

/// Judges each subject by how many others it is paired with.
fn each(probe: &mut Probe<'_>, mut pairs: Vec<(UnitId, UnitId, Fact)>) {
    let (ground, rule) = (probe.ground, probe.rule);
    pairs.sort_by_key(|(subject, other, _)| (*subject, *other));
    let (mut scope, mut exempt, mut value) = (Tally::default(), Tally::default(), Tally::default());
    let mut rest = pairs.as_slice();
    for unit in ground.units(&rule.kinds) {
        let first = rest.partition_point(|(subject, ..)| *subject < unit);
        let (_, later) = rest.split_at(first.min(rest.len()));
        let count = later.partition_point(|(subject, ..)| *subject == unit);
        let (ours, later) = later.split_at(count.min(later.len()));
        rest = later;
        ground.scope(unit, rule, &mut scope, &mut exempt);
        value.clear();
        for group in ours.chunk_by(|a, b| a.1 == b.1) {
            value.add_any(group.iter().map(|(.., fact)| *fact));
        }
        probe.bounded(&mut scope, &mut exempt, &mut value, Days::ALWAYS);
        probe.settle(
            0,
            |ground| ground.unit_key(unit),
            |ground, day| ground.unit_subject(unit, day),
            |ground: &Ground<'_>, param, _, day| {
                let there =
                    ours.iter().filter(|(.., fact)| fact.sure.contains(day.number())).map(|(_, other, _)| *other);
                let mut said = counted(&ground.kind_label(unit, day), value.on(day.number()).0, &rule.counted(), param);
                said.path = ground.listed(there, day);
                said
            },
        );
    }
}
