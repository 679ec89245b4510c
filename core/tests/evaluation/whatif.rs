//! Laws of changed values, goals, gaps and movements over random schemes; the cheapest way against trying everything.

use proptest::test_runner::TestCaseError;
use proptest::{prop_assert, prop_assert_eq};
use serde_json::Value;
use shequ::evaluation::{Goal, Mark, Scheme, Scorecard};
use shequ::kernel::{Decimal, Document, Ratio, Unwatched};
use shequ::wire::evaluation::{CellChange, Cost, UnsearchedWhy};
use shequ::wire::{Column, Table};

use super::case::{Case, Rule, key, name};
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

/// Changes a few values of a case, of every kind that there is; the changed cells.
fn touch_values(case: &mut Case, draws: &mut Draws) -> Vec<CellChange> {
    let mut out: Vec<CellChange> = Vec::new();
    let mut cells = |names: Vec<String>, unit: usize, scale: u8, old: Option<Vec<i64>>, new: Option<Vec<i64>>| {
        for (at, column) in names.into_iter().enumerate() {
            let cell = |of: &Option<Vec<i64>>| of.as_ref().map(|cells| cells[at]);
            if cell(&old) != cell(&new) {
                let value = cell(&new).map(|n| Decimal::new(n.into(), scale).unwrap());
                out.retain(|c: &CellChange| c.column != column || c.unit != name(unit));
                out.push(change(&name(unit), &column, value));
            }
        }
    };
    let at = |draws: &mut Draws, n: usize| usize::try_from(draws.below(n)).unwrap();
    for _ in 0..draws.below(5) {
        let unit = at(draws, case.units());
        match draws.below(8) {
            0 => {
                let Some(veto) = case.vetoes.first_mut() else { continue };
                let held = &mut veto.1[unit];
                cells(vec![veto.0.into()], unit, 0, Some(vec![(*held).into()]), Some(vec![(!*held).into()]));
                *held = !*held;
            }
            1 => {
                let Some((_, held)) = case.cuts.first_mut() else { continue };
                let held = &mut held[unit];
                cells(vec!["cut0".into()], unit, 0, Some(vec![(*held).into()]), Some(vec![(!*held).into()]));
                *held = !*held;
            }
            which @ (2 | 3) => {
                let (prefix, items) = if which == 2 { ("b", &mut case.bonuses) } else { ("p", &mut case.penalties) };
                let Some(count) = items.last().map(|item| item.counts[unit]) else { continue };
                let (last, new) = (items.len() - 1, draws.below(6));
                cells(vec![format!("{prefix}{last}")], unit, 0, Some(vec![count]), Some(vec![new]));
                items[last].counts[unit] = new;
            }
            which => {
                let g = at(draws, case.groups.len());
                let i = at(draws, case.groups[g].1.len());
                let x = &mut case.groups[g].1[i];
                let new = (draws.below(3) != 0).then(|| x.rule.cell(draws, x.scale));
                let last = which == 4 && x.missing == "last-period";
                let names = x.names(&if last { format!("{}_last", key(g, i)) } else { key(g, i) });
                let held = if last { &mut x.last[unit] } else { &mut x.cells[unit] };
                // Votes of nobody and no votes are the same.
                let votes = matches!(x.rule, Rule::Ballots(_)).then(|| vec![0; names.len()]);
                let (old, now) = (held.clone().or_else(|| votes.clone()), new.clone().or(votes));
                cells(names, unit, x.scale, old, now);
                *held = new;
            }
        }
    }
    out
}

#[test]
fn a_changed_card_is_that_of_the_changed_table() {
    law(|seed| {
        let mut case = Case::random(seed);
        let mut card = case.evaluate();
        let mut draws = Draws(seed ^ 0x7);
        // Several times over, as corrections come.
        for _ in 0..=draws.below(3) {
            let changes = touch_values(&mut case, &mut draws);
            let expected = case.evaluate();
            card = card.changed(&changes).map_err(|e| TestCaseError::fail(format!("{changes:?}: {e}")))?;
            prop_assert_eq!(card.digest().unwrap(), expected.digest().unwrap(), "{:?}", changes);
            prop_assert_eq!(card.line_table(), expected.line_table());
            prop_assert_eq!(card.table(), expected.table());
            prop_assert_eq!(card.ranking(), expected.ranking());
            prop_assert_eq!(card.lots(), expected.lots());
            prop_assert_eq!(card.summary(), expected.summary());
            for unit in card.units() {
                prop_assert_eq!(card.explain(unit.as_str()).unwrap(), expected.explain(unit.as_str()).unwrap());
            }
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
        // Some of the missing values may be reported as well.
        let late = movable.iter().filter(|found| found.from.is_none()).take(usize::try_from(draws.below(3)).unwrap());
        let late: Vec<(String, Cost)> = late
            .map(|found| {
                let (step, report) = (Decimal::new(draws.below(20).into(), 1).unwrap(), draws.below(40).into());
                (found.column.clone(), Cost { step, report: Some(report) })
            })
            .collect();
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
        let all: Vec<(String, Cost)> =
            costs.iter().map(|(column, cost)| (column.clone(), Cost::from(*cost))).chain(late.clone()).collect();
        let answer = card.cheapest(&unit, goal, &all, 100_000, &mut Unwatched).unwrap();
        prop_assert!(answer.unsearched.is_empty(), "{:?}", answer);
        if let Some(changes) = &answer.changes {
            let cells: Vec<CellChange> = changes.iter().map(|c| change(&unit, &c.column, Some(c.to))).collect();
            prop_assert!(holds(&card.changed(&cells).unwrap(), &unit, goal), "{:?}", answer);
            let sum: Ratio = changes.iter().map(|c| c.cost.to_ratio()).sum();
            prop_assert_eq!(sum, answer.cost.unwrap().to_ratio());
            for change in changes {
                let (_, cost) = all.iter().find(|(column, _)| *column == change.column).unwrap();
                let report = cost.report.filter(|_| change.from.is_none()).map_or(Ratio::ZERO, Decimal::to_ratio);
                prop_assert_eq!(change.cost.to_ratio(), report + cost.step.to_ratio() * Ratio::from(change.steps));
            }
        }
        // Of one number the answer is sure, but for a rank where it is in the median that others are given.
        let sure = all.len() == 1 && !matches!(goal, Goal::Rank(_));
        prop_assert!(answer.proven || answer.changes.is_some() || !sure, "{:?}", answer);
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

/// Two units, a rate and a count that last period's stands for.
fn with_last() -> Scorecard {
    let scheme = Scheme::parse(
        r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [
            {"key": "visits", "points": 10, "rule": "linear", "target": 10, "missing": "last-period"},
            {"key": "answers", "points": 10, "rule": "rate", "missing": "zero"}]}]}"#,
    )
    .unwrap();
    let table = "unit,visits,visits_last,answers_numerator,answers_denominator\na,,4,3,4\nb,6,5,1,2\n";
    scheme.evaluate(&Table::from_csv(table).unwrap()).unwrap()
}

#[test]
fn a_fault_of_changes_names_the_change() {
    let card = with_last();
    let fault = |changes: &[(&str, &str, Option<i64>)]| {
        let changes: Vec<_> = changes.iter().map(|(u, c, v)| change(u, c, v.map(Decimal::from))).collect();
        let error = card.changed(&changes).unwrap_err();
        error.faults().map(|fault| format!("{} {}", fault.path(), fault.code())).collect::<Vec<_>>()
    };
    assert_eq!(
        fault(&[("b", "visits", Some(7)), ("a", "answers_numerator", Some(5))]),
        ["changes[1].value rate-above-one"]
    );
    assert_eq!(fault(&[("a", "answers_denominator", None)]), ["changes[0].value counts-incomplete"]);
    // Of two changes of one rate the later one; each rate once.
    let two =
        [("a", "answers_numerator", Some(9)), ("b", "answers_numerator", None), ("a", "answers_denominator", Some(8))];
    assert_eq!(fault(&two), ["changes[1].value counts-incomplete", "changes[2].value rate-above-one"]);
    assert_eq!(fault(&[("a", "visits_first", Some(1))]), ["changes[0].column no-such-column"]);
}

#[test]
fn last_periods_value_can_be_corrected() {
    let card = with_last();
    let total = |changes: &[CellChange], unit: &str| {
        card.changed(changes).unwrap().lines(unit).unwrap()[0].score.shortest().to_string()
    };
    assert_eq!(total(&[], "a"), "4");
    assert_eq!(total(&[change("a", "visits_last", Some(5.into()))], "a"), "5");
    // It stands for a missing value only.
    assert_eq!(total(&[change("b", "visits_last", Some(1.into()))], "b"), "6");
    assert_eq!(total(&[change("b", "visits", None)], "b"), "5");
    assert_eq!(total(&[change("b", "visits", None), change("b", "visits_last", None)], "b"), "0");
    // What was reported late counts from then on.
    let late = card.changed(&[change("a", "visits", Some(9.into()))]).unwrap();
    let late = late.changed(&[change("a", "visits_last", Some(1.into()))]).unwrap();
    assert_eq!(late.lines("a").unwrap()[0].score.shortest().to_string(), "9");
    let again = late.changed(&[change("a", "visits", None)]).unwrap();
    assert_eq!(again.lines("a").unwrap()[0].score.shortest().to_string(), "1");
}

#[test]
fn missing_values_are_reported_where_that_has_a_cost() {
    let scheme = Scheme::parse(
        r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [
            {"key": "visits", "points": 10, "rule": "linear", "target": 10, "missing": "reweight"},
            {"key": "talks", "points": 10, "rule": "linear", "target": 10, "missing": "zero"},
            {"key": "noise", "points": 10, "rule": "piecewise",
             "curve": [{"value": 0, "share": 0}, {"value": 5, "share": 1}, {"value": 10, "share": 0}]},
            {"key": "answers", "points": 10, "rule": "rate", "missing": "zero"},
            {"key": "mood", "points": 10, "rule": "ballots", "classes": [{"key": "all", "weight": 1}]}]}],
            "vetoes": [{"key": "fraud", "effect": "zero"}],
            "grades": [{"key": "good", "least": 30}, {"key": "fair"}]}"#,
    )
    .unwrap();
    let table = "unit,visits,talks,noise,answers_numerator,answers_denominator,mood_all_excellent,mood_all_competent,\
                 mood_all_basic,mood_all_incompetent,fraud\na,,,5,1,2,0,0,0,2,false\n";
    let card = scheme.evaluate(&Table::from_csv(table).unwrap()).unwrap();
    // Visits are missing, so the four others share 50 points: 12.5 for noise, 6.25 for answers.
    assert_eq!(card.score("a").unwrap().total.to_string(), "18.75");
    let good = Goal::Grade("good".into());
    let cost = |step: i64, report: Option<i64>| Cost { step: step.into(), report: report.map(Decimal::from) };
    let ask = |costs: &[(&str, Cost)]| {
        let costs: Vec<_> = costs.iter().map(|(column, cost)| ((*column).to_owned(), *cost)).collect();
        card.cheapest("a", &good, &costs, 1_000, &mut Unwatched).unwrap()
    };
    let answer = ask(&[("talks", cost(1, None)), ("noise", cost(1, None)), ("answers_denominator", cost(1, None))]);
    assert_eq!((answer.changes, answer.proven), (None, true));
    let why: Vec<_> = answer.unsearched.iter().map(|u| (u.column.as_str(), u.why)).collect();
    let expected = [
        ("answers_denominator", UnsearchedWhy::Denominator),
        ("noise", UnsearchedWhy::NoDirection),
        ("talks", UnsearchedWhy::Missing),
    ];
    assert_eq!(why, expected);
    let answer = ask(&[("mood_all_basic", cost(1, None)), ("fraud", cost(1, None))]);
    assert_eq!(
        answer.unsearched.iter().map(|u| u.why).collect::<Vec<_>>(),
        [UnsearchedWhy::Veto, UnsearchedWhy::Votes]
    );
    // 11.25 points more, at 1.25 a talk: nine talks.
    let answer = ask(&[("talks", cost(1, Some(2)))]);
    let change = &answer.changes.as_ref().unwrap()[0];
    assert_eq!((change.from, change.to, change.steps, change.cost), (None, 9.into(), 9, 11.into()));
    assert!(answer.proven && answer.unsearched.is_empty());
    // With the visits reported the others have ten points again, 15 in all: ten visits, and five talks or one answer.
    let answer =
        ask(&[("talks", cost(9, Some(9))), ("visits", cost(1, Some(1))), ("answers_numerator", cost(3, None))]);
    let changes: Vec<_> = answer.changes.iter().flatten().map(|c| (c.column.as_str(), c.to, c.cost)).collect();
    assert_eq!(changes, [("visits", 10.into(), 11.into()), ("answers_numerator", 2.into(), 3.into())]);
    assert_eq!((answer.cost, answer.proven, answer.then.total.to_string()), (Some(14.into()), true, "30.00".into()));
}

#[test]
fn a_column_that_two_indicators_read_moves_in_both() {
    let scheme = Scheme::parse(
        r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g", "indicators": [
            {"key": "visits", "points": 10, "rule": "linear", "target": 10},
            {"key": "enough", "column": "visits", "points": 10, "rule": "met", "target": 8}]}],
            "grades": [{"key": "good", "least": 18}, {"key": "fair"}]}"#,
    )
    .unwrap();
    let card = scheme.evaluate(&Table::from_csv("unit,visits\na,3\n").unwrap()).unwrap();
    let good = Goal::Grade("good".into());
    let answer = card.what_if("a", &good).unwrap();
    assert_eq!(
        answer.changes.iter().map(|c| (c.column.as_str(), c.to)).collect::<Vec<_>>(),
        [("visits", Some(8.into()))]
    );
    let costs = [("visits".to_owned(), Cost::from(Decimal::from(1)))];
    let answer = card.cheapest("a", &good, &costs, 1_000, &mut Unwatched).unwrap();
    assert_eq!((answer.cost, answer.proven), (Some(5.into()), true));
    assert_eq!(answer.then, card.what_if("a", &good).unwrap().changes[0].then);
}
