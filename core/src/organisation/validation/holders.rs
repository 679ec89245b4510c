//! Rules about one person in several posts (交叉任职、一肩挑、兼职).

use super::Ground;
use super::days::{Days, Fact, Tally};
use super::probe::{Probe, Said, counted};
use super::rule::Kinds;
use crate::kernel::Text;
use crate::organisation::{Holding, Post, PostId, UnitId};

/// The days on which a holding is one of a group's: its post has a title of these, its unit a kind of these.
fn of_group(
    ground: &Ground<'_>,
    holding: &Holding,
    kinds: &Kinds,
    titled: impl Fn(&Text) -> bool,
) -> Option<(PostId, UnitId, Vec<Fact>)> {
    let post: &Post = ground.organisation.post(holding.post)?;
    if !titled(&post.title) {
        return None;
    }
    let span = Fact::of(holding.span);
    let mut facts: Vec<Fact> = ground.is_of(post.unit, kinds).into_iter().map(|fact| fact.meet(span)).collect();
    facts.retain(|fact| !fact.is_empty());
    (!facts.is_empty()).then_some((holding.post, post.unit, facts))
}

/// How many posts one person holds at once, or in how many units.
pub(super) fn at_once(probe: &mut Probe<'_>, units: bool) {
    let (ground, rule) = (probe.ground, probe.rule);
    let words = rule.counted();
    for (holder, list) in ground.by_holder() {
        let mut ours: Vec<(PostId, UnitId, Vec<Fact>)> = list
            .iter()
            .filter_map(|holding| of_group(ground, holding, &rule.kinds, |title| rule.titled(title)))
            .collect();
        if ours.is_empty() {
            continue;
        }
        let same = |a: &(PostId, UnitId, Vec<Fact>), b: &(PostId, UnitId, Vec<Fact>)| {
            if units { a.1 == b.1 } else { a.0 == b.0 }
        };
        ours.sort_by_key(|(post, unit, _)| (*unit, *post));
        let (mut scope, mut value) = (Tally::default(), Tally::default());
        scope.add_any(ours.iter().flat_map(|(.., facts)| facts.iter().copied()));
        for group in ours.chunk_by(same) {
            value.add_any(group.iter().flat_map(|(.., facts)| facts.iter().copied()));
        }
        probe.bounded(&mut scope, &mut Tally::default(), &mut value, Days::ALWAYS);
        probe.settle(
            0,
            |ground| ground.holder_key(holder),
            |ground, _| ground.holder_subject(holder),
            |ground: &Ground<'_>, param, _, day| {
                let there = |facts: &Vec<Fact>| facts.iter().any(|fact| fact.sure.contains(day.number()));
                let held = ours.iter().filter(|(.., facts)| there(facts)).map(|(_, unit, _)| *unit);
                let mut said = counted(&Text::new("任职者", "holder"), value.on(day.number()).0, &words, param);
                said.path = ground.listed(held, day);
                said
            },
        );
    }
}

/// One person in posts of two groups that nobody may hold together.
pub(super) fn incompatible(probe: &mut Probe<'_>) {
    let (ground, rule) = (probe.ground, probe.rule);
    let near = rule.draft().near.unwrap_or(false);
    let places = |unit: UnitId, fact: Fact| -> Vec<(UnitId, Fact)> {
        if near { ground.within(unit, fact, &rule.near) } else { vec![(unit, fact)] }
    };
    for (holder, list) in ground.by_holder() {
        let one: Vec<_> =
            list.iter().filter_map(|h| of_group(ground, h, &rule.kinds, |title| rule.titled(title))).collect();
        if one.is_empty() {
            continue;
        }
        let other: Vec<_> =
            list.iter().filter_map(|h| of_group(ground, h, &rule.of, |title| rule.titled_other(title))).collect();
        let mut pairs: Vec<(UnitId, UnitId, Fact)> = Vec::new();
        for (post, unit, facts) in &one {
            for (post_b, unit_b, facts_b) in other.iter().filter(|(p, ..)| p != post) {
                debug_assert_ne!(post, post_b);
                for a in facts.iter().flat_map(|fact| places(*unit, *fact)) {
                    for b in facts_b.iter().flat_map(|fact| places(*unit_b, *fact)) {
                        let fact = a.1.meet(b.1);
                        if (!near || a.0 == b.0) && !fact.is_empty() {
                            pairs.push((*unit, *unit_b, fact));
                        }
                    }
                }
            }
        }
        let (mut scope, mut bad) = (Tally::default(), Tally::default());
        scope.add_any(one.iter().flat_map(|(.., facts)| facts.iter().copied()));
        bad.add_any(pairs.iter().map(|(.., fact)| *fact));
        probe.forbidden(&mut scope, &mut bad);
        probe.settle(
            0,
            |ground| ground.holder_key(holder),
            |ground, _| ground.holder_subject(holder),
            |ground: &Ground<'_>, _, _, day| {
                let there = pairs.iter().filter(|(.., fact)| fact.sure.contains(day.number()));
                Said {
                    facts: Vec::new(),
                    path: ground.listed(there.flat_map(|(a, b, _)| [*a, *b]), day),
                    message: Text::new(
                        "同一人担任不得兼任的职位",
                        "one person holds posts that nobody may hold together",
                    ),
                }
            },
        );
    }
}
