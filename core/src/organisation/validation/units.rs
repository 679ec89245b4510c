//! Rules about one unit: its posts and numbers, what it lies within, and what is on record of it.

use super::Ground;
use super::days::{Days, Fact, Runs, State, Tally, sweep};
use super::probe::{Probe, Said, counted, words};
use super::rule::Param;
use crate::kernel::{Day, Decimal, Input, Lang, Quantity, Ratio, Text};
use crate::organisation::store::NameId;
use crate::organisation::{HolderId, Indicator, MeasureId, Organisation, UnitId};
use crate::wire::checks::RecordedFact;
use crate::wire::organisation::Role;

/// Says something of a unit in words alone.
fn plain(facts: Vec<Input>, zh: impl Into<String>, en: impl Into<String>) -> Said {
    Said { facts, path: Vec::new(), message: Text::new(zh, en) }
}

/// How many people hold posts of a unit.
pub(super) fn heads(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let (mut scope, mut exempt, mut value) = (Tally::default(), Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        let posts: Vec<_> = ground.posts_of(unit).filter(|(_, post)| rule.titled(&post.title)).collect();
        let holdings = posts.iter().flat_map(|(id, _)| ground.organisation.holdings_of(*id));
        let mut held: Vec<(HolderId, Fact)> = holdings.map(|h| (h.holder, Fact::of(h.span))).collect();
        held.sort_by_key(|(holder, _)| *holder);
        // Before anybody is on record nothing is known, unless the unit was founded on a day on record.
        let begun = held.iter().map(|(_, fact)| fact.may.from).min();
        let known = match begun {
            _ if posts.is_empty() => Days::NONE,
            _ if ground.founded(unit) => Days::ALWAYS,
            Some(from) => Days::since(from),
            None => Days::NONE,
        };
        ground.scope(unit, rule, &mut scope, &mut exempt);
        value.clear();
        for group in held.chunk_by(|a, b| a.0 == b.0) {
            value.add_any(group.iter().map(|(_, fact)| *fact));
        }
        probe.bounded(&mut scope, &mut exempt, &mut value, known);
        number_of(probe, unit, &value);
    }
}

/// How many posts a unit has.
pub(super) fn posts(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    if ground.organisation.post_rows.is_empty() {
        return probe.nothing_on_record();
    }
    let (mut scope, mut exempt, mut value) = (Tally::default(), Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        ground.scope(unit, rule, &mut scope, &mut exempt);
        value.clear();
        let ours = ground.posts_of(unit).filter(|(_, post)| rule.titled(&post.title));
        ours.for_each(|_| value.add(Fact::ALWAYS));
        probe.bounded(&mut scope, &mut exempt, &mut value, Days::ALWAYS);
        number_of(probe, unit, &value);
    }
}

/// Settles a count of a unit.
pub(super) fn number_of(probe: &mut Probe<'_>, unit: UnitId, value: &Tally) {
    let words = probe.rule.counted();
    probe.settle(
        0,
        |ground| ground.unit_key(unit),
        |ground, day| ground.unit_subject(unit, day),
        |ground, param, _, day| counted(&ground.kind_label(unit, day), value.on(day.number()).0, &words, param),
    );
}

/// The value counted of a unit, or, for a committee, of the community that it lies within.
fn value_of(organisation: &Organisation, unit: UnitId, measure: MeasureId, day: Day) -> Option<&Indicator> {
    let own = organisation.indicator_on(unit, measure, day);
    own.or_else(|| {
        let (kind, _) = organisation.kind_on(unit, day)?;
        let (parent, _) = (kind.role == Role::SelfGoverning).then(|| organisation.parent_on(unit, day)).flatten()?;
        organisation.indicator_on(parent, measure, day)
    })
}

/// Households of a committee, members of a branch and the like.
pub(super) fn indicator(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let organisation = ground.organisation;
    let Some(measure) = rule.measure else { return };
    let label = organisation.catalogue.measure_row(measure).map(|row| row.label.clone()).unwrap_or_default();
    let (mut scope, mut exempt) = (Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        ground.scope(unit, rule, &mut scope, &mut exempt);
        let mut cuts = rule.cuts();
        let over = organisation.columns.parents.of(unit);
        let units = std::iter::once(unit).chain(over.map(|(parent, span)| {
            cuts.extend(crate::organisation::dated::turns(span).map(Day::number));
            parent
        }));
        let counted: Vec<UnitId> = units.collect();
        for unit in counted {
            cuts.extend(organisation.indicators_of(unit, measure).filter_map(|row| Some(row.from?.latest().number())));
        }
        let at = |day: i32| -> Option<Decimal> {
            let day = Day::from_number(day)?;
            value_of(organisation, unit, measure, day).map(|row| row.value)
        };
        let mut runs = Runs::new(ground.window);
        sweep([&mut scope, &mut exempt], &cuts, |days, [scope, exempt]| {
            let state = match (rule.param(days.from), at(days.from)) {
                _ if scope.0 == 0 || exempt.0 > 0 => State::Out,
                (None, _) => State::Out,
                (Some((_, param)), _) if !param.read => State::Mute,
                (_, None) => State::Unknown,
                (Some((of, param)), Some(value)) => {
                    let value = value.to_ratio();
                    let below = param.least.is_some_and(|least| value < Ratio::from(least));
                    let above = param.most.is_some_and(|most| value > Ratio::from(most));
                    if below || above { State::Broken(of) } else { State::Fine }
                }
            };
            runs.push(days, state);
        });
        probe.runs = runs;
        probe.settle(
            0,
            |ground| ground.unit_key(unit),
            |ground, day| ground.unit_subject(unit, day),
            |_, param, _, day| measured(&label, at(day.number()).unwrap_or(Decimal::ZERO), param),
        );
    }
}

fn measured(label: &Text, value: Decimal, param: Option<&Param>) -> Said {
    let range = param.map(Param::range).unwrap_or_default();
    let usual = param.is_some_and(|p| p.usual);
    let (zh, en) = if usual { ("一般为", "usually") } else { ("规定为", "allowed") };
    let name = |lang: Lang| label.get(lang);
    plain(
        vec![Input { label: label.clone(), value: Quantity::Decimal(value) }, words("范围", "range", range.clone())],
        format!("{}{value}，{zh}{range}", name(Lang::Zh)),
        format!("{value} {}, {en} {range}", name(Lang::En)),
    )
}

/// A unit within one that is below it (`most` none), or more than `most` levels above it.
pub(super) fn level(probe: &mut Probe<'_>, most: Option<u8>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let columns = &ground.organisation.columns;
    let level = |kind| ground.organisation.catalogue.kind_row(kind).map_or(0, |row| row.level);
    let wrong = |own: u8, over: u8| match most {
        None => over > own,
        Some(most) => over.saturating_add(most) < own,
    };
    let (mut scope, mut exempt, mut bad) = (Tally::default(), Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        bad.clear();
        let (mut found, mut parents) = (false, Vec::new());
        for (parent, span) in columns.parents.of(unit) {
            for (kind, kind_span) in columns.kinds.of(unit).filter(|(kind, _)| rule.kinds.has(*kind)) {
                for (over, over_span) in columns.kinds.of(parent) {
                    if wrong(level(kind), level(over)) {
                        let fact = Fact::of(span).meet(Fact::of(kind_span)).meet(Fact::of(over_span));
                        for (a, b) in ground.lives(unit).flat_map(|a| ground.lives(parent).map(move |b| (a, b))) {
                            bad.add(fact.meet(a).meet(b));
                        }
                        found = true;
                        parents.push((parent, fact));
                    }
                }
            }
        }
        if !found {
            probe.fine();
            continue;
        }
        ground.scope(unit, rule, &mut scope, &mut exempt);
        probe.forbidden(&mut scope, &mut bad);
        probe.settle(
            0,
            |ground| ground.unit_key(unit),
            |ground, day| ground.unit_subject(unit, day),
            |ground: &Ground<'_>, _, _, day| {
                let over = parents.iter().filter(|(_, fact)| fact.sure.contains(day.number())).map(|(unit, _)| *unit);
                let over: Vec<UnitId> = over.collect();
                let name = |lang: Lang| {
                    over.first().map(|u| ground.kind_label(*u, day).get(lang).to_owned()).unwrap_or_default()
                };
                let own = ground.kind_label(unit, day);
                let (zh, en) = if most.is_some() { ("直接", "directly ") } else { ("", "") };
                let mut said = plain(
                    Vec::new(),
                    format!("{}{zh}隶属于{}", own.get(Lang::Zh), name(Lang::Zh)),
                    format!("a {} lies {en}within a {}", own.get(Lang::En), name(Lang::En)),
                );
                said.path = ground.listed(over, day);
                said
            },
        );
    }
}

/// A unit on whose days something is not on record.
fn absent(probe: &mut Probe<'_>, what: &Text, facts_of: impl Fn(&Ground<'_>, UnitId, &mut Tally)) {
    let (ground, rule) = (probe.ground, probe.rule);
    let (mut scope, mut exempt, mut there) = (Tally::default(), Tally::default(), Tally::default());
    for unit in ground.units(&rule.kinds) {
        ground.scope(unit, rule, &mut scope, &mut exempt);
        there.clear();
        facts_of(ground, unit, &mut there);
        let mut runs = std::mem::replace(&mut probe.runs, Runs::new(ground.window));
        runs.clear();
        sweep([&mut scope, &mut exempt, &mut there], &rule.cuts(), |days, [scope, exempt, there]| {
            let state = match there {
                _ if scope.0 == 0 || exempt.0 > 0 => State::Out,
                (_, 0) => probe.forbid(days.from, (1, 1), true),
                (0, _) => probe.forbid(days.from, (0, 1), true),
                _ => probe.forbid(days.from, (0, 0), true),
            };
            runs.push(days, state);
        });
        probe.runs = runs;
        probe.settle(
            0,
            |ground| ground.unit_key(unit),
            |ground, day| ground.unit_subject(unit, day),
            |_, _, _, _| {
                plain(
                    Vec::new(),
                    format!("没有登记{}", what.get(Lang::Zh)),
                    format!("no {} is on record", what.get(Lang::En)),
                )
            },
        );
    }
}

/// A unit that lies within no other.
pub(super) fn parent(probe: &mut Probe<'_>) {
    absent(probe, &Text::new("上级", "unit above it"), |ground, unit, there| {
        for (parent, span) in ground.organisation.columns.parents.of(unit) {
            ground.lives(parent).for_each(|life| there.add(Fact::of(span).meet(life)));
        }
    });
}

/// A unit without a kind, a name or a code on some of its days.
pub(super) fn recorded(probe: &mut Probe<'_>, fact: RecordedFact) {
    let columns = &probe.ground.organisation.columns;
    match fact {
        RecordedFact::Kind => absent(probe, &Text::new("类别", "kind"), |_, unit, there| {
            columns.kinds.of(unit).for_each(|(_, span)| there.add(Fact::of(span)));
        }),
        RecordedFact::Name => absent(probe, &Text::new("名称", "name"), |_, unit, there| {
            columns.names.of(unit).for_each(|(_, span)| there.add(Fact::of(span)));
        }),
        RecordedFact::Code => {
            if columns.codes.spans().next().is_none() {
                return probe.nothing_on_record();
            }
            absent(probe, &Text::new("代码", "code"), |_, unit, there| {
                columns.codes.of(unit).for_each(|(.., span)| there.add(Fact::of(span)));
            });
        }
    }
}

/// A body without a charter.
pub(super) fn charter(probe: &mut Probe<'_>) {
    if probe.ground.organisation.conduct.charters.is_empty() {
        return probe.nothing_on_record();
    }
    absent(probe, &Text::new("章程", "charter"), |ground, unit, there| {
        ground.organisation.conduct.charters_of(unit).for_each(|c| there.add(Fact::of(c.span)));
    });
}

/// Units of one name directly within one.
pub(super) fn same_name(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let organisation = ground.organisation;
    let mut rows: Vec<(UnitId, &str, u32, UnitId)> = Vec::new();
    let units = ground.units(&rule.kinds);
    for unit in units.iter().copied() {
        let rank = organisation.rank(unit);
        for (parent, _) in organisation.columns.parents.of(unit) {
            rows.extend(
                organisation
                    .columns
                    .names
                    .of(unit)
                    .map(|(name, _)| (parent, organisation.columns.words(name), rank, unit)),
            );
        }
    }
    rows.sort_unstable();
    rows.dedup();
    let named = |name: NameId, words: &str| organisation.columns.words(name) == words;
    let days = |unit: UnitId, parent: UnitId, name: &str| -> Vec<Fact> {
        let mut out = Vec::new();
        for (_, parent_span) in organisation.columns.parents.of(unit).filter(|(p, _)| *p == parent) {
            for (_, name_span) in organisation.columns.names.of(unit).filter(|(n, _)| named(*n, name)) {
                let fact = Fact::of(parent_span).meet(Fact::of(name_span));
                out.extend(ground.lives(unit).map(|life| fact.meet(life)));
            }
        }
        out
    };
    let mut scope = Tally::default();
    for group in rows.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (i, (parent, name, _, unit)) in group.iter().enumerate().skip(1) {
            let own = days(*unit, *parent, name);
            let mut meets: Vec<(UnitId, Fact)> = Vec::new();
            for (.., other) in group.iter().take(i) {
                let others = days(*other, *parent, name);
                meets.extend(own.iter().flat_map(|a| others.iter().map(|b| (*other, a.meet(*b)))));
            }
            let mut bad = Tally::default();
            bad.add_any(meets.iter().map(|(_, fact)| *fact));
            scope.clear();
            scope.add(Fact::ALWAYS);
            probe.forbidden(&mut scope, &mut bad);
            probe.settle(
                0,
                |ground| ground.unit_key(*unit),
                |ground, day| ground.unit_subject(*unit, day),
                |ground: &Ground<'_>, _, _, day| {
                    let there =
                        meets.iter().filter(|(_, fact)| fact.sure.contains(day.number())).map(|(other, _)| *other);
                    let mut said =
                        plain(Vec::new(), "与同级的另一单位同名", "another unit beside it has the same name");
                    said.path = ground.listed(there, day);
                    said
                },
            );
        }
    }
    probe.looked_at(units.len());
}
