//! Rules about relations: their ends, how many there are, what excludes what, and dual leadership.

use std::collections::BTreeMap;

use super::Ground;
use super::days::{Days, Fact, Runs, State, Tally, sweep};
use super::probe::{Probe, Said, number, words};
use super::units::number_of;
use crate::kernel::{Key, Lang, Text};
use crate::organisation::relations::Relation;
use crate::organisation::{RelationKind, RelationKindId, UnitId};

/// The relations that a rule looks at, each with its kind; all unless it names some.
fn ours<'g>(probe: &Probe<'g>) -> Vec<(&'g Relation, &'g RelationKind)> {
    let organisation = probe.ground.organisation;
    let named = |kind: RelationKindId| probe.rule.relations.is_empty() || probe.rule.relations.contains(&kind);
    let relations = organisation.relations.iter().filter(|r| named(r.kind));
    relations.filter_map(|r| Some((r, organisation.catalogue.relation_row(r.kind)?))).collect()
}

fn key_of(ground: &Ground<'_>, kind: RelationKindId) -> String {
    ground.organisation.catalogue.relations.key(kind).map(Key::to_string).unwrap_or_default()
}

/// Units in order, each with its relation to the next.
type Proof = Vec<(UnitId, Option<RelationKindId>)>;

/// Judges facts of something forbidden, about a unit, with the relations that prove it.
fn judged(probe: &mut Probe<'_>, unit: UnitId, scope: &mut Tally, bad: &[(Fact, Proof)], message: &Text) {
    let mut tally = Tally::default();
    tally.add_any(bad.iter().map(|(fact, _)| *fact));
    probe.forbidden(scope, &mut tally);
    probe.settle(
        0,
        |ground| ground.unit_key(unit),
        |ground, day| ground.unit_subject(unit, day),
        |ground: &Ground<'_>, _, _, day| {
            let there = bad.iter().find(|(fact, _)| fact.sure.contains(day.number()));
            let step = |(unit, kind): &(UnitId, Option<RelationKindId>)| {
                ground.step(*unit, kind.map(|kind| key_of(ground, kind)), day)
            };
            let path = there.map(|(_, path)| path.iter().map(step).collect()).unwrap_or_default();
            Said { facts: Vec::new(), path, message: message.clone() }
        },
    );
}

/// Ends that a relation cannot have.
pub(super) fn ends(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let catalogue = &ground.organisation.catalogue;
    for (relation, row) in ours(probe) {
        let facts = ground.relation(relation);
        for (unit, ends, side) in
            [(relation.source, &row.sources, ("施方", "source")), (relation.target, &row.targets, ("受方", "target"))]
        {
            let kinds = ground.organisation.columns.kinds.of(unit);
            let unfit = kinds.filter(|(kind, _)| catalogue.kind_row(*kind).is_some_and(|row| !ends.fit(*kind, row)));
            let unfit: Vec<Fact> = unfit.map(|(_, span)| Fact::of(span)).collect();
            if unfit.is_empty() {
                probe.fine();
                continue;
            }
            let path = vec![(relation.source, Some(relation.kind)), (relation.target, None)];
            let bad: Vec<_> = facts
                .iter()
                .flat_map(|fact| unfit.iter().map(|other| fact.meet(*other)))
                .map(|fact| (fact, path.clone()))
                .collect();
            let mut scope = Tally::default();
            scope.add_any(facts.iter().copied());
            let label = |lang: Lang| row.label.get(lang);
            let message = Text::new(
                format!("不能作“{}”的{}", label(Lang::Zh), side.0),
                format!("it cannot be the {} of `{}`", side.1, label(Lang::En)),
            );
            judged(probe, unit, &mut scope, &bad, &message);
        }
    }
}

/// More targets of one source at a time than the relation has.
pub(super) fn targets(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let mut groups: BTreeMap<(RelationKindId, UnitId), Vec<(UnitId, Fact)>> = BTreeMap::new();
    let mut most: BTreeMap<RelationKindId, i32> = BTreeMap::new();
    for (relation, row) in ours(probe) {
        let limit = if row.functional { Some(1) } else { row.most.map(|n| i32::try_from(n).unwrap_or(i32::MAX)) };
        let Some(limit) = limit else { continue };
        most.insert(relation.kind, limit);
        let facts = ground.relation(relation);
        let mut add = |source, target| {
            let list = groups.entry((relation.kind, source)).or_default();
            list.extend(facts.iter().map(|fact| (target, *fact)));
        };
        add(relation.source, relation.target);
        if row.symmetric {
            add(relation.target, relation.source);
        }
    }
    for ((kind, source), mut list) in groups {
        list.sort_by_key(|(target, _)| *target);
        let limit = most.get(&kind).copied().unwrap_or(i32::MAX);
        let (mut scope, mut value) = (Tally::default(), Tally::default());
        scope.add_any(list.iter().map(|(_, fact)| *fact));
        for group in list.chunk_by(|a, b| a.0 == b.0) {
            value.add_any(group.iter().map(|(_, fact)| *fact));
        }
        let mut runs = Runs::new(ground.window);
        let over = |n: i32| i32::from(n > limit);
        sweep([&mut scope, &mut value], &probe.rule.cuts(), |days, [scope, (low, high)]| {
            let state = if scope.1 == 0 { State::Out } else { probe.forbid(days.from, (over(low), over(high)), true) };
            runs.push(days, state);
        });
        probe.runs = runs;
        probe.settle(
            0,
            |ground| ground.unit_key(source),
            |ground, day| ground.unit_subject(source, day),
            |ground: &Ground<'_>, _, _, day| {
                let n = value.on(day.number()).0;
                let there = list.iter().filter(|(_, fact)| fact.sure.contains(day.number())).map(|(unit, _)| *unit);
                Said {
                    facts: vec![
                        words("关系", "relation", key_of(ground, kind)),
                        number("对象数", "targets", n),
                        number("至多", "at most", limit),
                    ],
                    path: ground.listed(there, day),
                    message: Text::new(
                        format!("同时有{n}个对象，至多{limit}个"),
                        format!("{n} targets at once, at most {limit}"),
                    ),
                }
            },
        );
    }
}

/// Two relations between the same two of which one forbids the other.
pub(super) fn forbidden(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let mut groups: BTreeMap<(UnitId, UnitId), Vec<(&Relation, &RelationKind)>> = BTreeMap::new();
    for (relation, row) in ours(probe) {
        let pair = (relation.source.min(relation.target), relation.source.max(relation.target));
        groups.entry(pair).or_default().push((relation, row));
    }
    for list in groups.into_values() {
        if list.len() < 2 {
            probe.fine();
            continue;
        }
        for (i, (one, row)) in list.iter().enumerate() {
            for (other, other_row) in list.iter().skip(i + 1) {
                if !row.forbids.contains(&other.kind) && !other_row.forbids.contains(&one.kind) {
                    probe.fine();
                    continue;
                }
                let path = vec![
                    (one.source, Some(one.kind)),
                    (one.target, None),
                    (other.source, Some(other.kind)),
                    (other.target, None),
                ];
                let (facts, others) = (ground.relation(one), ground.relation(other));
                let bad: Vec<_> = facts
                    .iter()
                    .flat_map(|a| others.iter().map(|b| a.meet(*b)))
                    .map(|fact| (fact, path.clone()))
                    .collect();
                let mut scope = Tally::default();
                scope.add_any(facts.iter().copied());
                let label = |lang: Lang| (row.label.get(lang).to_owned(), other_row.label.get(lang).to_owned());
                let ((a, b), (c, d)) = (label(Lang::Zh), label(Lang::En));
                let message = Text::new(
                    format!("同一对单位之间不能既“{a}”又“{b}”"),
                    format!("`{c}` and `{d}` cannot stand between the same two at once"),
                );
                judged(probe, one.target, &mut scope, &bad, &message);
            }
        }
    }
}

/// Days of a relation on which one of its ends does not exist; an end of its days that is not on record is no claim.
pub(super) fn overlap(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    for (relation, _) in ours(probe).into_iter().filter(|(_, row)| row.overlap) {
        let span = relation.span;
        let mut facts = Tally::default();
        let (mut source, mut target) = (Tally::default(), Tally::default());
        let lives = |unit| ground.lives(unit).collect::<Vec<Fact>>();
        let (a, b) = (lives(relation.source), lives(relation.target));
        source.add_each(&a);
        target.add_each(&b);
        let mut said = Fact::of(span);
        let both = |pick: fn(&Fact) -> i32| a.iter().chain(&b).map(pick);
        if span.from().is_none() {
            let from = both(|f| f.sure.from).max().unwrap_or(said.sure.from);
            (said.sure.from, said.may.from) = (from, from);
        }
        if span.until().is_none() {
            let until = both(|f| f.sure.until).min().unwrap_or(said.sure.until);
            (said.sure.until, said.may.until) = (said.sure.until.min(until), said.may.until.min(until));
        }
        facts.add(said);
        let mut runs = Runs::new(ground.window);
        sweep([&mut facts, &mut source, &mut target], &probe.rule.cuts(), |days, [there, a, b]| {
            let gone = there.0 > 0 && (a.1 == 0 || b.1 == 0);
            let maybe = there.1 > 0 && (a.0 == 0 || b.0 == 0);
            let state = match () {
                () if there.1 == 0 => State::Out,
                () => probe.forbid(days.from, (i32::from(gone), i32::from(maybe)), true),
            };
            runs.push(days, state);
        });
        probe.runs = runs;
        let row = relation;
        probe.settle(
            0,
            |ground| ground.unit_key(row.source),
            |ground, day| ground.unit_subject(row.source, day),
            |ground: &Ground<'_>, _, _, day| {
                let kind = key_of(ground, row.kind);
                let (zh, en) = (format!("关系“{kind}”的一端不存在"), format!("an end of `{kind}` does not exist"));
                let path = vec![ground.step(row.source, Some(kind), day), ground.step(row.target, None, day)];
                Said { facts: Vec::new(), path, message: Text::new(zh, en) }
            },
        );
    }
}

/// How many relations lead to a unit, or from it.
pub(super) fn count(probe: &mut Probe<'_>, incoming: bool) {
    let (ground, rule) = (probe.ground, probe.rule);
    let relations = ours(probe);
    if relations.is_empty() {
        return probe.nothing_on_record();
    }
    let mut ends: Vec<(UnitId, UnitId, Fact)> = Vec::new();
    for (relation, _) in relations {
        let (own, other) =
            if incoming { (relation.target, relation.source) } else { (relation.source, relation.target) };
        ends.extend(ground.relation(relation).into_iter().map(|fact| (own, other, fact)));
    }
    ends.sort_by_key(|(own, other, _)| (*own, *other));
    let (mut scope, mut exempt, mut value) = (Tally::default(), Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        ground.scope(unit, rule, &mut scope, &mut exempt);
        value.clear();
        let first = ends.partition_point(|(own, ..)| *own < unit);
        let last = ends.partition_point(|(own, ..)| *own <= unit);
        let list = ends.get(first..last).unwrap_or_default();
        for group in list.chunk_by(|a, b| a.1 == b.1) {
            value.add_any(group.iter().map(|(.., fact)| *fact));
        }
        probe.bounded(&mut scope, &mut exempt, &mut value, Days::ALWAYS);
        number_of(probe, unit, &value);
    }
}

/// Dual leadership: two superiors or more, exactly one primary, each with its own aspect.
pub(super) fn dual(probe: &mut Probe<'_>) {
    let ground = probe.ground;
    let mut groups: BTreeMap<UnitId, Vec<(&Relation, Fact)>> = BTreeMap::new();
    for (relation, _) in ours(probe).into_iter().filter(|(_, row)| row.aspects) {
        let list = groups.entry(relation.target).or_default();
        list.extend(ground.relation(relation).into_iter().map(|fact| (relation, fact)));
    }
    for (unit, mut list) in groups {
        list.sort_by_key(|(r, _)| (r.source, r.kind));
        let (mut all, mut first, mut vague) = (Tally::default(), Tally::default(), Tally::default());
        for group in list.chunk_by(|a, b| a.0.source == b.0.source) {
            all.add_any(group.iter().map(|(_, fact)| *fact));
        }
        list.iter().filter(|(r, _)| r.primary).for_each(|(_, fact)| first.add(*fact));
        for (i, (one, fact)) in list.iter().enumerate() {
            if one.aspect.is_none() {
                vague.add(*fact);
            }
            let others = list.iter().skip(i + 1).filter(|(r, _)| r.aspect.is_some() && r.aspect == one.aspect);
            others.for_each(|(_, other)| vague.add(fact.meet(*other)));
        }
        let mut runs = Runs::new(ground.window);
        sweep([&mut all, &mut first, &mut vague], &probe.rule.cuts(), |days, [all, first, vague]| {
            let broken = all.1 == 1 || first.0 > 1 || first.1 == 0 || vague.0 > 0;
            let fine = all.0 > 1 && (first.0, first.1) == (1, 1) && vague.1 == 0;
            let state = match () {
                () if all.1 == 0 => State::Out,
                () if broken && all.0 > 0 => probe.forbid(days.from, (1, 1), true),
                () if fine => probe.forbid(days.from, (0, 0), true),
                () => probe.forbid(days.from, (0, 1), true),
            };
            runs.push(days, state);
        });
        probe.runs = runs;
        probe.settle(
            0,
            |ground| ground.unit_key(unit),
            |ground, day| ground.unit_subject(unit, day),
            |ground: &Ground<'_>, _, _, day| {
                let at = day.number();
                let (n, primary, unclear) = (all.on(at).0, first.on(at).0, vague.on(at).0);
                let there = list.iter().filter(|(_, fact)| fact.sure.contains(at)).map(|(r, _)| r.source);
                Said {
                    facts: vec![
                        number("上级数", "superiors", n),
                        number("为主的", "primary", primary),
                        number("方面不明或重复", "aspects missing or doubled", unclear),
                    ],
                    path: ground.listed(there, day),
                    message: Text::new(
                        format!("{n}个上级，{primary}个为主"),
                        format!("{n} superiors, {primary} of them primary"),
                    ),
                }
            },
        );
    }
}
