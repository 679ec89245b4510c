//! Laws of changed values, goals, gaps and movements over random schemes; the cheapest way against trying everything.

use proptest::{prop_assert, prop_assert_eq};
use serde_json::Value;
use shequ::evaluation::{Goal, Mark, Scheme, Scorecard};
use shequ::kernel::{Decimal, Document, Ratio, Unwatched};
use shequ::wire::evaluation::CellChange;
use shequ::wire::{Column, Table};

use super::case::Case;
use super::invented::Draws;
use super::law;

fn change(unit: &str, column: &str, value: Option<Decimal>) -> CellChange {
    CellChange { unit: unit.into(), column: column.into(), value }
}

/// The table with a cell set by hand.
fn set(table: &Table, change: &CellChange) -> Table {
    let row = table.texts("unit").unwrap().iter().position(|unit| *unit == change.unit).unwrap();
    let columns = table.columns().iter().map(|(name, column)| {
        let mut column = column.clone();
        if *name == change.column {
            match &mut column {
                Column::Int(cells) => cells[row] = change.value.map(|v| i64::try_from(v.mantissa()).unwrap()),
                Column::Decimal { cells, scale } => {
                    cells[row] = change.value.map(|v| v.with_scale(*scale).unwrap().mantissa());
                }
                Column::Bool(cells) => cells[row] = change.value.map(|v| v.mantissa() != 0),
                other => panic!("{other:?}"),
            }
        }
        (name.clone(), column)
    });
    Table::new(columns.collect()).unwrap()
}

/// Goals of a unit that mean something: every grade, and the ranks of its peers.
fn goals(card: &Scorecard, unit: &str) -> Vec<Goal> {
    let peers = card.ranking().into_iter().find(|peers| peers.iter().any(|score| score.unit == unit)).unwrap();
    let grades = card.scheme().grades().map(|grade| Goal::Grade(grade.to_string()));
    let ranks = 1..=u32::try_from(peers.len()).unwrap();
    let ranked = card.score(unit).unwrap().rank.is_some();
    grades.chain(ranks.filter(|_| ranked).map(Goal::Rank)).collect()
}

fn holds(card: &Scorecard, unit: &str, goal: &Goal) -> bool {
    let score = card.score(unit).unwrap();
    match goal {
        Goal::Grade(grade) => score.grade.unwrap() <= *grade,
        Goal::Rank(rank) => score.rank.unwrap() <= *rank,
    }
}

#[test]
fn a_changed_card_is_that_of_the_changed_table() {
    law(|seed| {
        let case = Case::random(seed);
        let (card, mut table) = (case.evaluate(), case.table());
        let mut draws = Draws(seed ^ 0x7);
        let numbers: Vec<(String, Column)> = table.columns().iter().skip(2).cloned().collect();
        let mut changes: Vec<CellChange> = Vec::new();
        for _ in 0..draws.below(4) {
            let Some((column, cells)) = numbers.get(usize::try_from(draws.below(numbers.len().max(1))).unwrap()) else {
                break;
            };
            let unit = card.units()[usize::try_from(draws.below(card.len())).unwrap()].to_string();
            // Votes, rates and last period's values hang together: what one number may be there is not asked here.
            let ends =
                ["numerator", "denominator", "excellent", "competent", "basic", "incompetent", "abstain", "last"];
            let several = column.split('_').skip(1).any(|part| ends.contains(&part) || part.starts_with('e'));
            if several || changes.iter().any(|c| c.column == *column && c.unit == unit) {
                continue;
            }
            let plain = column.starts_with('g') && draws.below(4) == 0;
            let value = match cells {
                Column::Bool(_) => Some(draws.below(2).into()),
                Column::Decimal { scale, .. } if !plain => {
                    Some(Decimal::new(draws.below(2_000).into(), *scale).unwrap())
                }
                Column::Int(_) => Some(draws.below(9).into()),
                _ => None,
            };
            changes.push(change(&unit, column, value));
        }
        for change in &changes {
            table = set(&table, change);
        }
        let expected = card.scheme().evaluate(&table).unwrap();
        let changed = match card.changed(&changes) {
            Ok(changed) => changed,
            Err(error) => {
                // Last period's value would stand for it: the table is to be evaluated instead.
                prop_assert_eq!(error.first().code(), "not-taken-away");
                return Ok(());
            }
        };
        prop_assert_eq!(changed.digest().unwrap(), expected.digest().unwrap(), "{:?}", changes);
        prop_assert_eq!(changed.line_table(), expected.line_table());
        for unit in card.units() {
            prop_assert_eq!(changed.explain(unit.as_str()).unwrap(), expected.explain(unit.as_str()).unwrap());
        }
        Ok(())
    });
}

#[test]
fn the_smallest_change_reaches_the_goal_and_one_step_less_does_not() {
    law(|seed| {
        let case = Case::random(seed);
        let (card, table) = (case.evaluate(), case.table());
        let mut draws = Draws(seed ^ 0xb);
        let unit = card.units()[usize::try_from(draws.below(card.len())).unwrap()].to_string();
        for goal in goals(&card, &unit) {
            let answer = card.what_if(&unit, &goal).unwrap();
            prop_assert_eq!(answer.reached, holds(&card, &unit, &goal));
            for found in &answer.changes {
                let with = |value: Decimal| {
                    let table = set(&table, &change(&unit, &found.column, Some(value)));
                    card.scheme().evaluate(&table).unwrap()
                };
                let Some(to) = found.to else {
                    prop_assert!(!holds(&card, &unit, &goal));
                    continue;
                };
                let then = with(to);
                prop_assert!(holds(&then, &unit, &goal), "{:?} {:?}", goal, found);
                let score = then.score(&unit).unwrap();
                prop_assert_eq!(
                    (score.total, score.grade, score.rank),
                    (found.then.total, found.then.grade.clone(), found.then.rank)
                );
                if let Some(from) = found.from {
                    let step = if to.to_ratio() > from.to_ratio() { -1 } else { 1 };
                    let short = Decimal::new(to.mantissa() + step, to.scale()).unwrap();
                    prop_assert!(!holds(&with(short), &unit, &goal), "{:?} {:?}", goal, found);
                    prop_assert_eq!(u128::from(found.steps.unwrap()), (to.mantissa() - from.mantissa()).unsigned_abs());
                }
            }
        }
        Ok(())
    });
}

#[test]
fn nothing_is_cheaper_than_the_cheapest_way() {
    law(|seed| {
        let case = Case::random(seed);
        let card = case.evaluate();
        let mut draws = Draws(seed ^ 0xd);
        let unit = card.units()[usize::try_from(draws.below(card.len())).unwrap()].to_string();
        let all = goals(&card, &unit);
        let goal = &all[usize::try_from(draws.below(all.len())).unwrap()];
        if holds(&card, &unit, goal) {
            return Ok(());
        }
        // Up to four numbers may move, each a few steps: few enough to try them all.
        let movable = card.what_if(&unit, goal).unwrap().changes;
        let start = usize::try_from(draws.below(movable.len().max(1))).unwrap();
        let movable: Vec<_> =
            movable.into_iter().filter(|found| found.from.is_some()).skip(start % 3).take(4).collect();
        if movable.is_empty() {
            return Ok(());
        }
        let costs: Vec<(String, Decimal)> = movable
            .iter()
            .map(|found| (found.column.clone(), Decimal::new((1 + draws.below(40)).into(), 1).unwrap()))
            .collect();
        let answer = card.cheapest(&unit, goal, &costs, 100_000, &mut Unwatched).unwrap();
        if let Some(changes) = &answer.changes {
            let cells: Vec<CellChange> = changes.iter().map(|c| change(&unit, &c.column, Some(c.to))).collect();
            prop_assert!(holds(&card.changed(&cells).unwrap(), &unit, goal), "{:?}", answer);
            let sum: Ratio = changes.iter().map(|c| c.cost.to_ratio()).sum();
            prop_assert_eq!(sum, answer.cost.unwrap().to_ratio());
        }
        prop_assert!(answer.proven || answer.changes.is_some() || movable.len() > 1, "{:?}", answer);
        // Six steps of each number in the direction that helps.
        let direction = |found: &shequ::wire::evaluation::SmallestChange| {
            let from = found.from.unwrap();
            let one = |step: i128| Decimal::new(from.mantissa() + step, from.scale()).unwrap();
            let total = |value: Decimal| {
                card.changed(&[change(&unit, &found.column, Some(value))]).map(|c| {
                    c.score(&unit).unwrap().base.to_ratio() + c.score(&unit).unwrap().bonus.to_ratio()
                        - c.score(&unit).unwrap().penalty.to_ratio()
                })
            };
            let down = (from.mantissa() > 0).then(|| total(one(-1)).ok()).flatten();
            match (total(one(1)).ok(), down) {
                (Some(up), Some(down)) => {
                    if up >= down {
                        1
                    } else {
                        -1
                    }
                }
                (None, _) => -1,
                (_, None) => 1,
            }
        };
        let directions: Vec<i128> = movable.iter().map(direction).collect();
        for combination in 1..7_usize.pow(u32::try_from(movable.len()).unwrap()) {
            let (mut rest, mut cells, mut cost) = (combination, Vec::new(), Ratio::ZERO);
            for ((found, direction), (_, each)) in movable.iter().zip(&directions).zip(&costs) {
                let steps = i128::try_from(rest % 7).unwrap();
                rest /= 7;
                if steps > 0 {
                    let from = found.from.unwrap();
                    let to = Decimal::new(from.mantissa() + direction * steps, from.scale()).unwrap();
                    cells.push(change(&unit, &found.column, Some(to)));
                    cost = cost + each.to_ratio() * Ratio::from(i64::try_from(steps).unwrap());
                }
            }
            let cheaper = answer.cost.is_none_or(|best| cost < best.to_ratio());
            if answer.proven
                && cheaper
                && let Ok(card) = card.changed(&cells)
            {
                prop_assert!(!holds(&card, &unit, goal), "{:?} {:?} costs {}", answer, cells, cost);
            }
        }
        Ok(())
    });
}

#[test]
fn gaps_add_up() {
    law(|seed| {
        let card = Case::random(seed).evaluate();
        for unit in card.units() {
            for mark in [Mark::Best, Mark::Median, Mark::Full] {
                let gap = card.gap(unit.as_str(), mark).unwrap();
                let sum: Ratio = gap.parts.iter().map(|part| part.points.clone()).sum();
                prop_assert_eq!(&sum, &gap.gap);
                prop_assert!(gap.explain().adds_up());
                if let Some(other) = &gap.other {
                    // The totals differ by the gap, but for what their rounding did.
                    let total = |unit: &str| card.score(unit).unwrap().total.to_ratio();
                    let apart = total(other) - total(unit.as_str()) - gap.gap.clone();
                    prop_assert!(apart.clone() < Ratio::new(1, 50).unwrap() && apart > Ratio::new(-1, 50).unwrap());
                    prop_assert!(!gap.gap.is_negative());
                }
            }
        }
        Ok(())
    });
}

/// Gives indicators of groups at any depth other targets (1), rules (2) or points (3); whether there were any.
fn touch(groups: &mut Value, which: i64, draws: &mut Draws) -> bool {
    let mut touched = false;
    for group in groups.as_array_mut().unwrap() {
        touched |= touch(&mut group["groups"], which, draws);
        for indicator in group["indicators"].as_array_mut().unwrap() {
            match (which, indicator["rule"].as_str().unwrap()) {
                (1, "met") => indicator["target"] = (draws.below(20) - 3).into(),
                (2, "met") => {
                    indicator["rule"] = "linear".into();
                    indicator["target"] = 7.into();
                }
                (3, "linear" | "met" | "tiers") => indicator["points"] = (1 + draws.below(9)).into(),
                _ => continue,
            }
            touched = true;
        }
    }
    touched
}

#[test]
fn movements_add_up_and_tell_what_moved() {
    law(|seed| {
        let case = Case::random(seed);
        let before = case.evaluate();
        let mut draws = Draws(seed ^ 0x11);
        let (mut table, mut document) = (case.table(), case.document());
        let which = draws.below(4);
        let touched = touch(&mut document["groups"], which, &mut draws);
        document["total"] = Value::Null;
        if which == 0 {
            let columns: Vec<_> = table
                .columns()
                .iter()
                .filter(|(name, _)| name.starts_with('g') && name != "group" && !name.contains('_'))
                .cloned()
                .collect();
            for (name, _) in columns {
                let unit = before.units()[usize::try_from(draws.below(before.len())).unwrap()].to_string();
                table = set(&table, &change(&unit, &name, Some(draws.below(9).into())));
            }
        }
        let Ok(scheme) = Scheme::parse(&document.to_string()) else { return Ok(()) };
        let after = scheme.evaluate(&table).unwrap();
        for unit in before.units() {
            let moved = after.movement(&before, unit.as_str()).unwrap();
            let sum: Ratio =
                [moved.data, moved.target, moved.rule, moved.weight, moved.rounding].iter().map(|d| d.to_ratio()).sum();
            prop_assert_eq!(sum, moved.after.to_ratio() - moved.before.to_ratio(), "{:?}", moved);
            prop_assert!(moved.explain().adds_up());
            let zero = |n: Decimal| n.mantissa() == 0;
            let scheme_same = !touched && (which == 0 || !case.relative);
            if scheme_same && !case.relative {
                prop_assert!(zero(moved.target) && zero(moved.rule) && zero(moved.weight), "{:?}", moved);
            }
            if which == 1 && !case.relative {
                prop_assert!(zero(moved.data) && zero(moved.rule) && zero(moved.weight), "{:?}", moved);
            }
            if which == 2 && !case.relative {
                prop_assert!(zero(moved.data) && zero(moved.target) && zero(moved.weight), "{:?}", moved);
            }
        }
        Ok(())
    });
}
