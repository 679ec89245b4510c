//! The cheapest set of changes that reaches a goal, proven where the search ends.

use std::collections::{BTreeMap, BTreeSet};

use super::WhatIfError as Fault;
use super::levers::{Lever, levers};
use super::place::{Place, places};
use super::probe::{Aim, Goal, Probe};
use crate::evaluation::{Rule, Scorecard};
use crate::kernel::progress::Steps;
use crate::kernel::{Decimal, Faults, Progress, Result};
use crate::wire::evaluation::{Cheapest, Cost, CostedChange, Unsearched, UnsearchedWhy};

/// The most levels of points that are told apart along one number, and how many are looked at where there are more.
const LEVELS: usize = 1024;
const SPREAD: i128 = 128;
/// The most combinations of numbers that act on the same points.
const COMBINATIONS: u64 = 16_384;
/// The most missing values of which every set is looked at.
const MISSING_VALUES: usize = 6;

/// The greatest cost of a step or a report, and its most decimals: below 10^15, by less than 10^20 steps, for every number.
const MOST_COST: i64 = 1_000_000_000;
const MOST_COST_DECIMALS: u8 = 6;

/// So many steps of some levers, what they cost and the points that come of it.
#[derive(Debug, Clone)]
struct Choice {
    cost: i128,
    gain: i128,
    steps: Vec<(usize, u64)>,
}

/// A set of choices, one of each block at most: the last one, and the set before it.
#[derive(Debug, Clone, Copy)]
struct Node {
    cost: i128,
    gain: i128,
    before: usize,
    /// The block and the choice.
    choice: Option<(usize, usize)>,
}

struct Search<'s, 'c> {
    probe: &'s Probe<'c>,
    levers: &'s [Costed],
    /// Missing values that are reported, at their worst; and the exact total then.
    reported: Vec<(Place, i64)>,
    now: i128,
    proven: bool,
}

/// A lever with the mantissas of its costs.
#[derive(Debug)]
struct Costed {
    lever: Lever,
    step: i128,
    /// What it costs to report the value, where it is missing.
    report: i128,
}

/// What was found: the cost, the missing values that are reported and the steps of the levers.
struct Found {
    cost: i128,
    reported: Vec<usize>,
    steps: Vec<(usize, u64)>,
}

impl Found {
    /// What it sets.
    fn sets(&self, levers: &[Costed]) -> Vec<(Place, i64)> {
        let steps = |at: usize| self.steps.iter().find(|(own, _)| *own == at).map_or(0, |(_, steps)| *steps);
        let moved = levers.iter().enumerate().filter(|(at, _)| steps(*at) > 0 || self.reported.contains(at));
        moved.flat_map(|(at, costed)| costed.lever.sets(steps(at))).collect()
    }

    /// Takes back the steps that the goal does not need, of the dearest number first.
    fn trim(&mut self, probe: &Probe<'_>, aim: Aim, levers: &[Costed]) -> Result<()> {
        if !aim.holds(&probe.with(&self.sets(levers))?) {
            return Ok(());
        }
        let mut order: Vec<usize> = (0..self.steps.len()).collect();
        let dear = |at: usize| self.steps.get(at).and_then(|(own, _)| levers.get(*own)).map_or(0, |costed| costed.step);
        order.sort_by_key(|at| std::cmp::Reverse(dear(*at)));
        for at in order {
            let Some((_, most)) = self.steps.get(at).copied() else { continue };
            let mut holds = |steps: u64| -> Result<bool> {
                self.steps.get_mut(at).into_iter().for_each(|(_, own)| *own = steps);
                Ok(aim.holds(&probe.with(&self.sets(levers))?))
            };
            let (mut short, mut enough) = (0, most);
            if holds(0)? {
                continue;
            }
            while enough - short > 1 {
                let middle = short + (enough - short) / 2;
                if holds(middle)? { enough = middle } else { short = middle }
            }
            holds(enough)?;
        }
        Ok(())
    }
}

impl Scorecard {
    /// How many sets [`cheapest`](Self::cheapest) keeps where the caller has no reason for another limit.
    pub const CHEAPEST_LIMIT: usize = 100_000;

    /// The cheapest changes by which a unit reaches a grade or a rank, when one step of a column costs so much; a step is one of
    /// the column's last decimal. Columns without a cost stay as they are.
    ///
    /// A missing value may be reported where [`Cost::report`] says what that costs: it then starts from the worst value there is,
    /// and its steps count from there. What has a cost and is not searched stands in `unsearched` with its reason.
    ///
    /// It is exact: every set of changes that is cheaper for no fewer points is kept until it is shown to be of no use. `limit`
    /// sets are kept at most (100,000 is plenty for a scheme of 30 indicators); beyond that, where a number has more than 1,024
    /// levels of points, and beyond six missing values, some are left out and the answer is marked as not proven. So it is for a
    /// rank where a number is in the median that others are given for a missing value: then they move with it. What is given is
    /// shown to reach the goal either way, and what is not proven has no step that could be spared by itself.
    ///
    /// # Errors
    /// As [`what_if`](Self::what_if); `no-such-column`, `negative-cost`, `cost-out-of-range`, `no-costs`, each with its place;
    /// `stopped`.
    pub fn cheapest(
        &self,
        unit: &str,
        goal: &Goal,
        costs: &[(String, Cost)],
        limit: usize,
        progress: &mut dyn Progress,
    ) -> Result<Cheapest> {
        let probe = Probe::new(self, self.find(unit)?);
        let aim = probe.aim(goal)?;
        let (levers, scale, unsearched) = costed(&probe, costs)?;
        let now = probe.with(&[])?;
        let (grade, rank) = goal.named();
        let mut out = Cheapest {
            unit: probe.key(),
            grade,
            rank,
            changes: None,
            cost: None,
            proven: true,
            unsearched,
            then: probe.outcome(&now),
        };
        if aim.holds(&now) {
            (out.changes, out.cost) = (Some(Vec::new()), Some(Decimal::ZERO));
            return Ok(out);
        }
        let moving = |costed: &Costed| costed.lever.places.iter().any(|place| self.moves_others(*place));
        out.proven = rank.is_none() || !levers.iter().any(moving);
        let (patterns, all) = patterns(&levers);
        out.proven &= all;
        let mut best: Option<Found> = None;
        let mut steps = Steps::new(progress, patterns.len())?;
        for reported in patterns {
            let found = cheapest_with(&probe, aim, &levers, &reported, limit.max(1), best.as_ref())?;
            out.proven &= found.1;
            best = found.0.or(best);
            steps.step()?;
        }
        let Some(mut found) = best else { return Ok(out) };
        if !out.proven {
            found.trim(&probe, aim, &levers)?;
        }
        let sets = found.sets(&levers);
        let mut changes = Vec::new();
        for (at, Costed { lever, step, report }) in levers.iter().enumerate() {
            let steps = found.steps.iter().find(|(own, _)| *own == at).map_or(0, |(_, steps)| *steps);
            let late = found.reported.contains(&at);
            if steps == 0 && !late {
                continue;
            }
            let cost = step * i128::from(steps) + if late { *report } else { 0 };
            changes.push(CostedChange {
                column: lever.column.clone(),
                from: lever.from.map(|from| lever.decimal(from)),
                to: lever.decimal(lever.after(steps)),
                steps,
                cost: Decimal::new(cost, scale)?.shortest(),
            });
        }
        let then = probe.with(&sets)?;
        if !aim.holds(&then) {
            // The others moved with it: nothing is claimed.
            out.proven = false;
            return Ok(out);
        }
        out.then = probe.outcome(&then);
        out.cost = changes.iter().try_fold(Decimal::ZERO, |sum, change| sum.checked_add(change.cost));
        out.changes = Some(changes);
        Ok(out)
    }
}

/// The cheapest way with some missing values reported, if it is cheaper than one that is known; and whether that is proven.
fn cheapest_with(
    probe: &Probe<'_>,
    aim: Aim,
    levers: &[Costed],
    reported: &[usize],
    limit: usize,
    known: Option<&Found>,
) -> Result<(Option<Found>, bool)> {
    let late = || reported.iter().filter_map(|at| levers.get(*at));
    let cost: i128 = late().map(|costed| costed.report).sum();
    let cheaper = |cost: i128| known.is_none_or(|known| cost < known.cost);
    if !cheaper(cost) {
        return Ok((None, true));
    }
    let sets: Vec<(Place, i64)> = late().flat_map(|costed| costed.lever.sets(0)).collect();
    let now = probe.with(&sets)?;
    let found = |steps: Vec<(usize, u64)>| {
        let step = |(at, steps): &(usize, u64)| levers.get(*at).map_or(0, |own| own.step * i128::from(*steps));
        let cost = cost + steps.iter().map(step).sum::<i128>();
        Some(Found { cost, reported: reported.to_vec(), steps }).filter(|found| cheaper(found.cost))
    };
    if aim.holds(&now) {
        return Ok((found(Vec::new()), true));
    }
    let mut search = Search { probe, levers, reported: sets, now: now.exact, proven: true };
    let blocks = search.blocks(reported)?;
    let most: i128 = blocks.iter().map(|block| block.iter().map(|choice| choice.gain).max().unwrap_or(0)).sum();
    // Each block has the choice of its most points, whatever it left out, so what they do not reach nothing does.
    let Some(need) = probe.need(aim, now.exact, most) else { return Ok((None, true)) };
    let steps = search.cheapest(&blocks, need, limit);
    Ok((steps.and_then(found), search.proven))
}

/// The sets of missing values that may be reported, the empty one first; and whether these are all.
fn patterns(levers: &[Costed]) -> (Vec<Vec<usize>>, bool) {
    let missing: Vec<usize> =
        levers.iter().enumerate().filter(|(_, costed)| costed.lever.from.is_none()).map(|(at, _)| at).collect();
    if missing.len() > MISSING_VALUES {
        let mut out = vec![Vec::new(), missing.clone()];
        out.extend(missing.iter().map(|at| vec![*at]));
        return (out, false);
    }
    let picked = |pattern: u32| {
        let held = |bit: usize| pattern & (1 << bit) != 0;
        missing.iter().enumerate().filter(|(bit, _)| held(*bit)).map(|(_, at)| *at).collect()
    };
    ((0..1_u32 << missing.len()).map(picked).collect(), true)
}

/// The levers that have costs, the scale of these, and which columns with a cost have none.
fn costed(probe: &Probe<'_>, costs: &[(String, Cost)]) -> Result<(Vec<Costed>, u8, Vec<Unsearched>)> {
    if costs.is_empty() {
        return Err(Fault::NoCosts.into());
    }
    let scheme = &probe.card.scheme.inner;
    let mut faults = Faults::new();
    let mut known: BTreeMap<&str, &Cost> = BTreeMap::new();
    for (i, (column, cost)) in costs.iter().enumerate() {
        faults.take(&format!("costs[{i}]"), places(scheme, column));
        for number in std::iter::once(&cost.step).chain(&cost.report) {
            let (column, got) = (column.clone(), number.to_string());
            if number.mantissa() < 0 {
                faults.push(format!("costs[{i}]"), Fault::NegativeCost { column, got });
            } else if *number > MOST_COST.into() || number.shortest().scale() > MOST_COST_DECIMALS {
                faults.push(format!("costs[{i}]"), Fault::CostOutOfRange { column, got });
            }
        }
        if known.insert(column, cost).is_some() {
            let (unit, column) = (probe.key(), column.clone());
            faults.push(format!("costs[{i}]"), Fault::ChangedTwice { unit, column });
        }
    }
    faults.into_result()?;
    let numbers = known.values().flat_map(|cost| std::iter::once(&cost.step).chain(&cost.report));
    let scale = numbers.map(|cost| cost.shortest().scale()).max().unwrap_or(0);
    let mantissa = |cost: Decimal| cost.shortest().with_scale(scale).map(Decimal::mantissa);
    let all = levers(probe);
    let mut unsearched = Vec::new();
    for column in known.keys() {
        let lever = all.iter().find(|lever| lever.column == *column);
        let why = match lever {
            Some(lever) if lever.from.is_none() && known.get(column).is_some_and(|cost| cost.report.is_none()) => {
                Some(UnsearchedWhy::Missing)
            }
            Some(_) => None,
            None => Some(why_not(probe, column)?),
        };
        unsearched.extend(why.map(|why| Unsearched { column: (*column).to_owned(), why }));
    }
    let mut out = Vec::new();
    for lever in all {
        let Some(cost) = known.get(lever.column.as_str()) else { continue };
        let report = match (lever.from, cost.report) {
            (Some(_), _) if lever.steps() == 0 => continue,
            (Some(_), _) => 0,
            (None, Some(report)) => mantissa(report)?,
            (None, None) => continue,
        };
        out.push(Costed { lever, step: mantissa(cost.step)?, report });
    }
    Ok((out, scale, unsearched))
}

/// Why a column is nothing that the unit may move.
fn why_not(probe: &Probe<'_>, column: &str) -> Result<UnsearchedWhy> {
    let scheme = &probe.card.scheme.inner;
    let place = places(scheme, column)?.into_iter().next();
    let indicator = |i: usize| scheme.indicators.get(i).map(|own| (&own.rule, own.columns.start));
    Ok(match place {
        Some(Place::Veto(_)) => UnsearchedWhy::Veto,
        Some(Place::Last(..)) => UnsearchedWhy::LastPeriod,
        Some(Place::Indicator(i, at)) => match indicator(i) {
            Some((Rule::Ballots(_), _)) => UnsearchedWhy::Votes,
            Some((Rule::Rate { .. } | Rule::ThreeRates(_), start)) if (at - start) % 2 == 1 => {
                UnsearchedWhy::Denominator
            }
            Some((Rule::Progress { .. }, start)) if at > start => UnsearchedWhy::LastPeriod,
            // The other count of a rate, or last period's value, is not there; a missing count of events has no worst one.
            Some((Rule::Rate { .. } | Rule::ThreeRates(_) | Rule::Progress { .. } | Rule::Deduct { .. }, _)) => {
                UnsearchedWhy::Missing
            }
            _ => UnsearchedWhy::NoDirection,
        },
        _ => UnsearchedWhy::NoDirection,
    })
}

impl Search<'_, '_> {
    fn choice(&self, steps: Vec<(usize, u64)>) -> Result<Choice> {
        let mut sets = self.reported.clone();
        for (at, n) in &steps {
            sets.extend(self.levers.get(*at).into_iter().flat_map(|costed| costed.lever.sets(*n)));
        }
        let cost = steps.iter().filter_map(|(at, n)| Some(self.levers.get(*at)?.step * i128::from(*n))).sum();
        Ok(Choice { cost, gain: self.probe.with(&sets)?.exact - self.now, steps })
    }

    /// The choices of each block of levers that act on the same points; the cheaper of equal gains, none that is dominated. Of
    /// missing values only those that are reported move.
    fn blocks(&mut self, reported: &[usize]) -> Result<Vec<Vec<Choice>>> {
        // The block of each part of the total; a column that several indicators read joins theirs.
        let mut block_of: BTreeMap<(u8, usize), usize> = BTreeMap::new();
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (at, Costed { lever, .. }) in self.levers.iter().enumerate() {
            if lever.steps() == 0 || (lever.from.is_none() && !reported.contains(&at)) {
                continue;
            }
            let part = |place: &Place| match place {
                Place::Indicator(i, _) | Place::Last(i, _) => (0, *i),
                // Bonuses share a cap, and so do penalties.
                Place::Bonus(_) => (1, 0),
                Place::Penalty(_) | Place::Veto(_) => (2, 0),
            };
            let parts: Vec<(u8, usize)> = lever.places.iter().map(part).collect();
            let mut members = vec![at];
            for joined in parts.iter().filter_map(|part| block_of.get(part)).copied().collect::<BTreeSet<usize>>() {
                members.extend(groups.remove(&joined).unwrap_or_default());
                block_of.values_mut().filter(|block| **block == joined).for_each(|block| *block = at);
            }
            block_of.extend(parts.into_iter().map(|part| (part, at)));
            members.sort_unstable();
            groups.insert(at, members);
        }
        let mut out = Vec::new();
        for group in groups.values() {
            let mut choices = match group.as_slice() {
                [only] => self.levels(*only)?,
                several => self.combinations(several)?,
            };
            choices.retain(|choice| choice.gain > 0);
            choices.sort_by_key(|choice| (choice.cost, std::cmp::Reverse(choice.gain)));
            let mut best = 0;
            choices.retain(|choice| {
                let more = choice.gain > best;
                best = best.max(choice.gain);
                more
            });
            out.push(choices);
        }
        Ok(out)
    }

    /// The fewest steps of one lever for each level of points.
    fn levels(&mut self, at: usize) -> Result<Vec<Choice>> {
        let Some(most) = self.levers.get(at).map(|costed| costed.lever.steps()) else { return Ok(Vec::new()) };
        let last = self.choice(vec![(at, most)])?;
        let mut out: Vec<Choice> = Vec::new();
        let (mut steps, mut gain) = (0, 0);
        while gain < last.gain {
            if out.len() == LEVELS {
                self.proven = false;
                return self.spread(at, most, last.gain);
            }
            let next = self.fewest(at, steps, most, gain)?;
            (steps, gain) = (next.steps.first().map_or(most, |(_, steps)| *steps), next.gain);
            out.push(next);
        }
        Ok(out)
    }

    /// The fewest steps of one lever for some levels of points, evenly apart up to the most.
    fn spread(&self, at: usize, most: u64, gain: i128) -> Result<Vec<Choice>> {
        let mut out: Vec<Choice> = Vec::new();
        let mut steps = 0;
        for level in 1..=SPREAD {
            let than = gain * level / SPREAD - 1;
            if out.last().is_none_or(|last| last.gain <= than) {
                let next = self.fewest(at, steps, most, than)?;
                steps = next.steps.first().map_or(most, |(_, steps)| *steps);
                out.push(next);
            }
        }
        Ok(out)
    }

    /// The fewest steps after some that gain more than so many points; there are some at the most.
    fn fewest(&self, at: usize, after: u64, most: u64, than: i128) -> Result<Choice> {
        // In strides that double: the next level is mostly near.
        let (mut short, mut stride) = (after, 1);
        let mut enough = loop {
            let steps = short.saturating_add(stride).min(most);
            let tried = self.choice(vec![(at, steps)])?;
            if tried.gain > than || steps == most {
                break tried;
            }
            (short, stride) = (steps, stride * 2);
        };
        loop {
            let steps = enough.steps.first().map_or(most, |(_, steps)| *steps);
            if steps - short <= 1 {
                return Ok(enough);
            }
            let middle = short + (steps - short) / 2;
            let tried = self.choice(vec![(at, middle)])?;
            if tried.gain > than { enough = tried } else { short = middle }
        }
    }

    /// Every combination of levers that act on the same points, or where there are too many only one lever at a time.
    fn combinations(&mut self, group: &[usize]) -> Result<Vec<Choice>> {
        let sizes: Vec<u64> =
            group.iter().filter_map(|at| Some(self.levers.get(*at)?.lever.steps().saturating_add(1))).collect();
        let count = sizes.iter().fold(1_u64, |all, size| all.saturating_mul(*size));
        if count > COMBINATIONS {
            self.proven = false;
            let mut out = Vec::new();
            for at in group {
                out.extend(self.levels(*at)?);
            }
            let all = group.iter().zip(&sizes).map(|(at, size)| (*at, size - 1)).collect();
            out.push(self.choice(all)?);
            return Ok(out);
        }
        let mut out = Vec::new();
        for mut number in 1..count {
            let mut steps = Vec::new();
            for (at, size) in group.iter().zip(&sizes) {
                if number % size > 0 {
                    steps.push((*at, number % size));
                }
                number /= size;
            }
            out.push(self.choice(steps)?);
        }
        Ok(out)
    }

    /// The steps of the cheapest set of choices that gains so much.
    fn cheapest(&mut self, blocks: &[Vec<Choice>], need: i128, limit: usize) -> Option<Vec<(usize, u64)>> {
        let most = |block: &[Choice]| block.iter().map(|choice| choice.gain).max().unwrap_or(0);
        let mut ahead: i128 = blocks.iter().map(|block| most(block)).sum();
        let mut nodes = vec![Node { cost: 0, gain: 0, before: 0, choice: None }];
        let mut front = vec![0_usize];
        let mut best: Option<usize> = None;
        let cost =
            |nodes: &[Node], best: Option<usize>| best.and_then(|at| nodes.get(at)).map_or(i128::MAX, |n| n.cost);
        for (b, block) in blocks.iter().enumerate() {
            ahead -= most(block);
            let mut next: Vec<Node> = Vec::new();
            for &at in &front {
                let Some(node) = nodes.get(at).copied() else { continue };
                next.push(Node { before: at, choice: None, ..node });
                for (c, choice) in block.iter().enumerate() {
                    let (cost, gain) = (node.cost + choice.cost, (node.gain + choice.gain).min(need));
                    next.push(Node { cost, gain, before: at, choice: Some((b, c)) });
                }
            }
            next.sort_by_key(|node| (node.cost, std::cmp::Reverse(node.gain)));
            front.clear();
            let mut greatest = -1;
            for node in next {
                // Dearer for no more points, dearer than what reaches the goal already, or too far behind to reach it.
                if node.gain <= greatest || node.cost >= cost(&nodes, best) || node.gain + ahead < need {
                    continue;
                }
                greatest = node.gain;
                let at = nodes.len();
                nodes.push(node);
                if node.gain >= need {
                    best = Some(at);
                } else {
                    front.push(at);
                }
            }
            if front.len() > limit {
                self.proven = false;
                let stride = front.len().div_ceil(limit);
                let last = front.len() - 1;
                let mut at = 0;
                front.retain(|_| {
                    at += 1;
                    (at - 1) % stride == 0 || at - 1 == last
                });
            }
        }
        let mut steps = Vec::new();
        let mut at = best?;
        while let Some(node) = nodes.get(at).filter(|_| at > 0) {
            let choice = node.choice.and_then(|(b, c)| blocks.get(b)?.get(c));
            steps.extend(choice.into_iter().flat_map(|choice| choice.steps.iter().copied()));
            at = node.before;
        }
        steps.sort_unstable();
        Some(steps)
    }
}
