//! Laws of evaluation over random schemes.

use proptest::{prop_assert, prop_assert_eq};
use shequ::evaluation::{Scheme, Scorecard};
use shequ::kernel::{Document, Ratio};
use shequ::wire::{Column, Table};

use super::case::{Case, Rule, name, over};
use super::invented::Draws;
use super::law;

#[test]
fn equals_a_second_implementation() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let plain: Vec<_> = (0..case.units()).map(|u| case.plain(u)).collect();
        for (u, expected) in plain.iter().enumerate() {
            let score = card.score(&name(u)).unwrap();
            let got: Vec<Ratio> = card.lines(&name(u)).unwrap().iter().map(|l| l.score.to_ratio()).collect();
            prop_assert_eq!(&got, &expected.lines, "seed {}", seed);
            prop_assert_eq!(&score.bonus.to_ratio(), &expected.bonus);
            prop_assert_eq!(&score.penalty.to_ratio(), &expected.penalty);
            prop_assert_eq!(&score.total.to_ratio(), &expected.total, "seed {}", seed);
            prop_assert_eq!(
                score.worst_case.map(shequ::kernel::Decimal::to_ratio),
                expected.worst.clone(),
                "seed {}",
                seed
            );
            prop_assert_eq!(score.grade.as_deref(), Some(case.grade(u, &expected.total)));
            if case.peers.iter().filter(|p| **p == case.peers[u]).count() < case.least_peers {
                prop_assert_eq!((score.rank, score.rank_after_tie_break, score.award), (None, None, false));
                continue;
            }
            // The rank counts those ahead among the peers.
            let ahead = |a: usize, b: usize, chain: bool| {
                let (x, y) = (&plain[a], &plain[b]);
                let basis = if case.exact_basis { x.exact.cmp(&y.exact) } else { x.total.cmp(&y.total) };
                let flat = |(g, i): (usize, usize)| case.groups[..g].iter().map(|(_, l)| l.len()).sum::<usize>() + i;
                let broken = case.tie_break.iter().map(|k| x.kept[flat(*k)].cmp(&y.kept[flat(*k)]));
                let broken = broken.fold(std::cmp::Ordering::Equal, std::cmp::Ordering::then);
                let order = if chain { basis.then(broken) } else { basis };
                if case.ties == "ordinal" { order.then(name(b).cmp(&name(a))) } else { order }.is_gt()
            };
            for chain in [false, true] {
                let better = (0..case.units()).filter(|v| case.peers[*v] == case.peers[u] && ahead(*v, u, chain));
                let rank = if case.ties == "dense" {
                    let better: Vec<usize> = better.collect();
                    let distinct = better
                        .iter()
                        .enumerate()
                        .filter(|(n, v)| better[..*n].iter().all(|w| ahead(*w, **v, chain) || ahead(**v, *w, chain)));
                    distinct.count() + 1
                } else {
                    better.count() + 1
                };
                let got = if chain { score.rank_after_tie_break } else { score.rank };
                prop_assert_eq!(got, u32::try_from(rank).ok(), "seed {} unit {}", seed, u);
            }
            // The mean place of those tied: half of one more than those ahead and those not behind.
            let peers: Vec<usize> = (0..case.units()).filter(|v| case.peers[*v] == case.peers[u]).collect();
            let before = peers.iter().filter(|v| ahead(**v, u, true)).count();
            let behind = peers.iter().filter(|v| ahead(u, **v, true)).count();
            let mean = Ratio::new(i64::try_from(before + 1 + peers.len() - behind).unwrap(), 2).unwrap();
            prop_assert_eq!(score.mean_rank, (case.ties == "average").then_some(mean), "seed {}", seed);
        }
        Ok(())
    });
}

#[test]
fn explanations_add_up() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        for unit in card.units() {
            let explanation = card.explain(unit.as_str()).unwrap();
            prop_assert!(explanation.adds_up(), "seed {}\n{}", seed, explanation.render(shequ::kernel::Lang::En));
            let leaves = leaves(&explanation);
            prop_assert_eq!(leaves, card.score(unit.as_str()).unwrap().total.to_ratio());
        }
        Ok(())
    });
}

#[test]
fn awards_follow_their_rule() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        for peer in [0, 1] {
            let members: Vec<_> = card.scores().filter(|s| s.group == Some(peer.to_string())).collect();
            let awarded: Vec<_> = members.iter().filter(|s| s.award).collect();
            let places = usize::try_from(case.share).unwrap() * members.len() / 10;
            if case.unresolved != "all" {
                prop_assert!(awarded.len() <= places);
            }
            let lots: Vec<_> = card.lots().into_iter().filter(|l| l.group == Some(peer.to_string())).collect();
            for lot in &lots {
                // As many of those tied as there are places, in the order of the lot.
                let won = lot.order.iter().filter(|u| awarded.iter().any(|s| s.unit == **u)).count();
                prop_assert!(won == lot.places as usize && won < lot.order.len() && awarded.len() == places);
                prop_assert!(lot.order.is_sorted_by_key(|unit| shequ::kernel::lot(7, unit)));
            }
            for s in &awarded {
                let barred = s.vetoes.iter().any(|veto| !veto.starts_with("cut"));
                prop_assert!(s.eligible && !barred && s.total.to_ratio() >= over(4, 1));
                // Nobody eligible who is ahead was passed over.
                let passed = members.iter().any(|o| {
                    // Under `ordinal` those in a lot have different ranks, though they are tied.
                    let drawn = lots.iter().any(|l| l.order.contains(&o.unit) && l.order.contains(&s.unit));
                    o.eligible && !o.award && !drawn && o.rank_after_tie_break < s.rank_after_tie_break
                });
                prop_assert!(!passed, "seed {}", seed);
            }
        }
        Ok(())
    });
}

#[test]
fn order_changes_nothing() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let mut document = case.document();
        turn(&mut document);
        let turned = case.table().columns().iter().rev().map(|(n, c)| (n.clone(), reversed(c))).collect();
        let turned = Scheme::parse(&document.to_string()).unwrap().evaluate(&Table::new(turned).unwrap()).unwrap();
        for unit in card.units() {
            prop_assert_eq!(card.score(unit.as_str()).unwrap(), turned.score(unit.as_str()).unwrap());
        }
        prop_assert_eq!(card.digest().unwrap(), turned.digest().unwrap(), "seed {}", seed);
        Ok(())
    });
}

#[test]
fn a_better_value_never_lowers_the_total() {
    law(|seed| {
        let mut draws = Draws(seed ^ 0x5EED);
        let mut case = Case::random(seed);
        let before = case.evaluate();
        let group = usize::try_from(draws.below(case.groups.len())).unwrap();
        let members = &mut case.groups[group].1;
        let indicator = usize::try_from(draws.below(members.len())).unwrap();
        let unit = usize::try_from(draws.below(case.peers.len())).unwrap();
        let indicator = &mut members[indicator];
        let step = 1 + draws.below(5);
        let rule = indicator.rule.clone();
        let Some(cells) = &mut indicator.cells[unit] else { return Ok(()) };
        match rule {
            Rule::Linear(..) | Rule::Met(_) | Rule::Tiers(_) | Rule::Piecewise(_) => cells[0] += step,
            Rule::Down(..) | Rule::MetDown(_) | Rule::TiersDown(_) => cells[0] -= step,
            Rule::Progress(target, worst) => cells[0] += if target > worst { step } else { -step },
            Rule::Deduct(..) => cells[0] = (cells[0] - step).max(0),
            Rule::Rate(_) | Rule::ThreeRates(_) => cells[0] = (cells[0] + step).min(cells[1]),
            // A vote moves from incompetent to excellent.
            Rule::Ballots(_) => {
                let moved = cells[3].min(step);
                cells[3] -= moved;
                cells[0] += moved;
            }
        }
        let after = case.evaluate();
        let total = |card: &Scorecard| card.score(&name(unit)).unwrap().total;
        prop_assert!(total(&after) >= total(&before), "seed {}", seed);
        Ok(())
    });
}

/// Turns the order of groups and indicators at every level.
fn turn(group: &mut serde_json::Value) {
    for field in ["indicators", "groups"] {
        let Some(list) = group.get_mut(field).and_then(serde_json::Value::as_array_mut) else { continue };
        list.reverse();
        list.iter_mut().for_each(turn);
    }
}

fn reversed(column: &Column) -> Column {
    let mut column = column.clone();
    match &mut column {
        Column::Int(cells) => cells.reverse(),
        Column::Decimal { cells, .. } => cells.reverse(),
        Column::Float(cells) => cells.reverse(),
        Column::Text(cells) => cells.reverse(),
        Column::Bool(cells) => cells.reverse(),
        Column::Keys(_) => panic!("no table here has such a column"),
    }
    column
}

/// The sum of what stands at the ends of the tree.
fn leaves(node: &shequ::kernel::Explanation) -> Ratio {
    if node.children.is_empty() {
        return match &node.outcome {
            shequ::kernel::Quantity::Decimal(d) => d.to_ratio(),
            other => panic!("{other:?}"),
        };
    }
    node.children.iter().map(leaves).sum()
}
