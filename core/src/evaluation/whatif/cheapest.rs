//! The cheapest set of changes that reaches a goal, proven where the search ends.

use std::collections::BTreeMap;

use super::WhatIfError as Fault;
use super::levers::{Lever, levers};
use super::place::Place;
use super::probe::{Goal, Probe};
use crate::evaluation::Scorecard;
use crate::kernel::progress::Steps;
use crate::kernel::{Decimal, Faults, Progress, Result};
use crate::wire::evaluation::{Cheapest, CostedChange};

/// The most levels of points that are told apart along one number.
const LEVELS: usize = 1024;
/// The most combinations of numbers that act on the same points.
const COMBINATIONS: u64 = 16_384;

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
    levers: Vec<(Lever, i128)>,
    now: i128,
    proven: bool,
}

impl Scorecard {
    /// How many sets [`cheapest`](Self::cheapest) keeps where the caller has no reason for another limit.
    pub const CHEAPEST_LIMIT: usize = 100_000;

    /// The cheapest changes by which a unit reaches a grade or a rank, when one step of a column costs so much; a step is one of
    /// the column's last decimal. Columns without a cost stay as they are, and so do missing values.
    ///
    /// It is exact: every set of changes that is cheaper for no fewer points is kept until it is shown to be of no use. `limit`
    /// sets are kept at most (100,000 is plenty for a scheme of 30 indicators); beyond that, and where a number has more than
    /// 1,024 levels of points, some are left out and the answer is marked as not proven. It is shown to reach the goal either way.
    ///
    /// # Errors
    /// As [`what_if`](Self::what_if); `no-such-column`, `negative-cost`, `no-costs`, each with its place; `stopped`.
    pub fn cheapest(
        &self,
        unit: &str,
        goal: &Goal,
        costs: &[(String, Decimal)],
        limit: usize,
        progress: &mut dyn Progress,
    ) -> Result<Cheapest> {
        let probe = Probe::new(self, self.find(unit)?);
        let aim = probe.aim(goal)?;
        let (levers, scale) = costed(&probe, costs)?;
        let now = probe.with(&[])?;
        let (grade, rank) = goal.named();
        let mut out = Cheapest {
            unit: probe.key(),
            grade,
            rank,
            changes: None,
            cost: None,
            proven: true,
            then: probe.outcome(&now),
        };
        if aim.holds(&now) {
            (out.changes, out.cost) = (Some(Vec::new()), Some(Decimal::ZERO));
            return Ok(out);
        }
        let moving = rank.is_some() && levers.iter().any(|(lever, _)| self.moves_others(lever.place));
        let mut search = Search { probe: &probe, levers, now: now.exact, proven: !moving };
        let blocks = search.blocks(progress)?;
        let most: i128 = blocks.iter().map(|block| block.iter().map(|choice| choice.gain).max().unwrap_or(0)).sum();
        let Some(need) = probe.need(aim, now.exact, most) else {
            out.proven = search.proven;
            return Ok(out);
        };
        let found = search.cheapest(&blocks, need, limit.max(1));
        out.proven = search.proven;
        let Some(steps) = found else { return Ok(out) };
        let sets: Vec<(Place, i64)> = steps.iter().filter_map(|(at, steps)| search.set(*at, *steps)).collect();
        let then = probe.with(&sets)?;
        if !aim.holds(&then) {
            // The others moved with it: nothing is claimed.
            out.proven = false;
            return Ok(out);
        }
        out.then = probe.outcome(&then);
        let change = |(at, steps): &(usize, u64)| {
            let (lever, cost) = search.levers.get(*at)?;
            Some(CostedChange {
                column: lever.column.clone(),
                from: lever.decimal(lever.start()),
                to: lever.decimal(lever.after(*steps)),
                steps: *steps,
                cost: Decimal::new(cost * i128::from(*steps), scale).ok()?.shortest(),
            })
        };
        let changes: Vec<CostedChange> = steps.iter().filter_map(change).collect();
        out.cost = changes.iter().try_fold(Decimal::ZERO, |sum, change| sum.checked_add(change.cost));
        out.changes = Some(changes);
        Ok(out)
    }
}

/// The levers that have costs, each with the mantissa of its cost at one scale.
fn costed(probe: &Probe<'_>, costs: &[(String, Decimal)]) -> Result<(Vec<(Lever, i128)>, u8)> {
    if costs.is_empty() {
        return Err(Fault::NoCosts.into());
    }
    let mut faults = Faults::new();
    let mut known: BTreeMap<&str, Decimal> = BTreeMap::new();
    for (i, (column, cost)) in costs.iter().enumerate() {
        faults.take(&format!("costs[{i}]"), super::place::places(&probe.card.scheme.inner, column));
        if cost.mantissa() < 0 {
            let cause = Fault::NegativeCost { column: column.clone(), got: cost.to_string() };
            faults.push(format!("costs[{i}]"), cause);
        }
        if known.insert(column, *cost).is_some() {
            let (unit, column) = (probe.key(), column.clone());
            faults.push(format!("costs[{i}]"), Fault::ChangedTwice { unit, column });
        }
    }
    faults.into_result()?;
    let scale = known.values().map(|cost| cost.shortest().scale()).max().unwrap_or(0);
    let mut out = Vec::new();
    for lever in levers(probe).into_iter().filter(|lever| lever.from.is_some() && lever.steps() > 0) {
        if let Some(cost) = known.get(lever.column.as_str()) {
            out.push((lever, cost.shortest().with_scale(scale)?.mantissa()));
        }
    }
    Ok((out, scale))
}

impl Search<'_, '_> {
    fn set(&self, at: usize, steps: u64) -> Option<(Place, i64)> {
        self.levers.get(at).map(|(lever, _)| (lever.place, lever.after(steps)))
    }

    fn choice(&self, steps: Vec<(usize, u64)>) -> Result<Choice> {
        let sets: Vec<(Place, i64)> = steps.iter().filter_map(|(at, steps)| self.set(*at, *steps)).collect();
        let cost = steps.iter().filter_map(|(at, n)| Some(self.levers.get(*at)?.1 * i128::from(*n))).sum();
        Ok(Choice { cost, gain: self.probe.with(&sets)?.exact - self.now, steps })
    }

    /// The choices of each block of levers that act on the same points; the cheaper of equal gains, none that is dominated.
    fn blocks(&mut self, progress: &mut dyn Progress) -> Result<Vec<Vec<Choice>>> {
        let mut groups: BTreeMap<(u8, usize), Vec<usize>> = BTreeMap::new();
        for (at, (lever, _)) in self.levers.iter().enumerate() {
            let key = match lever.place {
                Place::Indicator(i, _) | Place::Last(i, _) => (0, i),
                // Bonuses share a cap, and so do penalties.
                Place::Bonus(_) => (1, 0),
                Place::Penalty(_) | Place::Veto(_) => (2, 0),
            };
            groups.entry(key).or_default().push(at);
        }
        let mut steps = Steps::new(progress, groups.len())?;
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
            steps.step()?;
        }
        Ok(out)
    }

    /// The fewest steps of one lever for each level of points.
    fn levels(&mut self, at: usize) -> Result<Vec<Choice>> {
        let Some(most) = self.levers.get(at).map(|(lever, _)| lever.steps()) else { return Ok(Vec::new()) };
        let last = self.choice(vec![(at, most)])?;
        let mut out: Vec<Choice> = Vec::new();
        let (mut steps, mut gain) = (0, 0);
        while gain < last.gain {
            if out.len() == LEVELS {
                self.proven = false;
                out.push(self.fewest(at, steps, most, last.gain - 1)?);
                break;
            }
            let next = self.fewest(at, steps, most, gain)?;
            (steps, gain) = (next.steps.first().map_or(most, |(_, steps)| *steps), next.gain);
            out.push(next);
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
            group.iter().filter_map(|at| Some(self.levers.get(*at)?.0.steps().saturating_add(1))).collect();
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
