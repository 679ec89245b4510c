//! The fewest units whose votes, changed, flip a verdict.
//!
//! *To met.* For every clause that a pack can state, a unit that turns to yes helps at least as much as one that changes
//! in any other way. So the question is: which fewest units, turned to yes, meet all clauses? Units that were absent and
//! units that voted otherwise help differently, and by heads a unit helps only as the first of an absent owner or the last
//! of an owner who did not consent. Among absent units the best choice of `k` that touch `u` owners is exact by exchange:
//! the largest units of the `u` owners whose largest is largest, then the largest of the rest. The same holds for units
//! that voted otherwise where each is its owner's only one; where owners have several, a bound from below and a choice
//! from above are computed, and where they differ and the list is small, a table over owners settles it.
//!
//! *To not met.* One broken clause is enough, and one clause is one sum: the greatest effects first.

#![expect(
    clippy::indexing_slicing,
    reason = "prefix sums are as long as what they sum, plus one; bounds are kept by the loops"
)]

use std::cmp::Reverse;

use super::question::{Inner, Node};
use super::test::Test;
use super::{Counts, Units};
use crate::kernel::Status;
use crate::pack::{Base, Comparison, Measure, Part};
use crate::wire::participation::{FewestUnits, Vote};

/// The largest table over owners that is filled for an exact answer.
const MOST_CELLS: usize = 20_000_000;

/// The fewest units that flip a verdict; `None` where a clause is unknown or the rule is beyond what is solved here.
pub(super) fn fewest(inner: &Inner, status: Status, counts: &Counts, units: &Units) -> Option<FewestUnits> {
    if !units.without_area.is_empty() || inner.counting_gap.is_some() {
        return None;
    }
    let tests: Vec<Test> = inner.leaves.iter().map(|leaf| leaf.votes().copied()).collect::<Option<_>>()?;
    let solvable = |t: &Test| {
        matches!(t.measure, Measure::Heads | Measure::Area)
            && t.part != Part::Proposing
            && !matches!(t.base, Base::YesAndNo | Base::Number)
            && !t.negated
    };
    if !tests.iter().all(solvable) {
        return None;
    }
    let ways = ways(&inner.node)?;
    match status {
        Status::Unknown => None,
        Status::Met => {
            // Only where there is a single way to be met does one broken clause break the verdict.
            let [way] = ways.as_slice() else { return None };
            let least = way.iter().filter_map(|i| break_one(tests.get(*i)?, counts, units)).min()?;
            Some(FewestUnits { to: Status::NotMet, units: least, at_least: least, proven: true })
        }
        Status::NotMet => {
            let found: Vec<(u64, u64)> = ways
                .iter()
                .filter_map(|way| {
                    let tests: Vec<&Test> = way.iter().filter_map(|i| tests.get(*i)).collect();
                    Solver::new(&tests, counts, units).solve()
                })
                .collect();
            let at_least = found.iter().map(|f| f.0).min()?;
            let units = found.iter().map(|f| f.1).min()?;
            Some(FewestUnits { to: Status::Met, units, at_least, proven: units == at_least })
        }
    }
}

/// The sets of leaves each of which makes the verdict met; `None` for a rule with `not` or `at-least`, or too many sets.
fn ways(node: &Node) -> Option<Vec<Vec<usize>>> {
    let found = match node {
        Node::Leaf(i) => vec![vec![*i]],
        Node::Any(parts) => parts.iter().map(ways).collect::<Option<Vec<_>>>()?.concat(),
        Node::All(parts) => {
            let mut product = vec![Vec::new()];
            for part in parts {
                let part = ways(part)?;
                product = product.iter().flat_map(|a| part.iter().map(move |b| [a.as_slice(), b].concat())).collect();
                if product.len() > 64 {
                    return None;
                }
            }
            product
        }
        Node::AtLeast(..) | Node::Not(_) | Node::Fallback(..) => return None,
    };
    (found.len() <= 64).then_some(found)
}

/// The fewest units that break one clause that holds.
fn break_one(test: &Test, counts: &Counts, units: &Units) -> Option<u64> {
    let pair = test.pair(counts.tally(test.measure))?;
    let (left, right) = test.sides(pair);
    // The sum of effects that is needed.
    let needed = match test.comparison {
        Comparison::MoreThan => left - right,
        _ => left - right + 1,
    };
    let (p, q) = (u128::from(test.p), u128::from(test.q));
    // Of a base of participants, an absent unit that comes and votes no moves the base.
    let from_absent = if test.base == Base::Entitled { 0 } else { p };
    // What one step takes from the slack, and how many units it costs.
    let mut steps: Vec<(u128, u64)> = match (test.measure, test.part) {
        (Measure::Area, Part::Present) => {
            units.list().filter(|u| u.vote != Vote::Absent).map(|u| (q * u128::from(u.cm2), 1)).collect()
        }
        (Measure::Area, _) => units
            .list()
            .filter_map(|u| match u.vote {
                Vote::Yes => Some((q, u)),
                Vote::Absent => Some((from_absent, u)),
                Vote::No | Vote::Abstain => None,
            })
            .map(|(effect, u)| (effect * u128::from(u.cm2), 1))
            .collect(),
        (_, Part::Present) => {
            units.head_counts().iter().filter(|h| h.present() > 0).map(|h| (q, u64::from(h.present()))).collect()
        }
        _ => units
            .head_counts()
            .iter()
            .filter_map(|h| match h.vote() {
                Vote::Yes => Some((q, 1)),
                Vote::Absent => Some((from_absent, 1)),
                Vote::No | Vote::Abstain => None,
            })
            .collect(),
    };
    steps.sort_unstable_by_key(|(effect, cost)| (*cost, Reverse(*effect)));
    let (mut sum, mut spent) = (0_u128, 0_u64);
    for (effect, cost) in steps {
        sum += effect;
        spent += cost;
        if sum >= needed {
            return Some(spent);
        }
    }
    None
}

/// One clause as what it still needs: `alpha × (absent) + beta × (voted otherwise) >= lack`.
#[derive(Debug, Clone, Copy)]
struct Need {
    alpha: i128,
    beta: i128,
    lack: i128,
}

struct Solver {
    area: Vec<Need>,
    heads: Vec<Need>,
    /// Sums of the largest absent units.
    absent: Vec<u128>,
    /// Of them, the sums of each absent owner's largest, and of the others.
    firsts: Vec<u128>,
    others: Vec<u128>,
    /// How many of the `k` largest absent units are an absent owner's largest.
    firsts_among: Vec<usize>,
    /// Sums of the largest units that voted otherwise.
    against: Vec<u128>,
    /// The most owners that `l` such units can win, and what a good choice of them wins.
    most_won: Vec<usize>,
    choices: Vec<[(usize, u128); 2]>,
    /// The areas of each owner's units that voted otherwise, the largest first.
    owners: Vec<Vec<u64>>,
}

fn prefix(sizes: impl Iterator<Item = u64>) -> Vec<u128> {
    let mut sums = vec![0];
    let mut sum = 0_u128;
    for size in sizes {
        sum += u128::from(size);
        sums.push(sum);
    }
    sums
}

impl Solver {
    fn new(tests: &[&Test], counts: &Counts, units: &Units) -> Self {
        let (mut area, mut heads) = (Vec::new(), Vec::new());
        for test in tests {
            let Some(pair) = test.pair(counts.tally(test.measure)) else { continue };
            let (p, q) = (i128::from(test.p), i128::from(test.q));
            let lack = p * i128::from(pair.base) - q * i128::from(pair.part);
            let (alpha, beta) = match (test.part, test.base) {
                (Part::Yes, Base::Entitled) => (q, q),
                (Part::Yes, _) => (q - p, q),
                _ => (q, 0),
            };
            let lack = if test.comparison == Comparison::MoreThan { lack + 1 } else { lack };
            let list = if test.measure == Measure::Area { &mut area } else { &mut heads };
            list.push(Need { alpha, beta, lack });
        }
        let mut by_size: Vec<(u64, usize, Vote)> = units.list().map(|u| (u.cm2, u.head, u.vote)).collect();
        by_size.sort_unstable_by_key(|u| Reverse(u.0));
        let is_absent = |u: &&(u64, usize, Vote)| u.2 == Vote::Absent;
        let is_against = |u: &&(u64, usize, Vote)| matches!(u.2, Vote::No | Vote::Abstain);
        let counted = units.head_counts();
        let mut touched = vec![false; counted.len()];
        let (mut firsts, mut others, mut firsts_among) = (Vec::new(), Vec::new(), vec![0]);
        for (cm2, head, _) in by_size.iter().filter(is_absent) {
            if counted[*head].present() == 0 && !touched[*head] {
                touched[*head] = true;
                firsts.push(*cm2);
            } else {
                others.push(*cm2);
            }
            firsts_among.push(firsts.len());
        }
        let mut by_owner: Vec<Vec<u64>> = vec![Vec::new(); counted.len()];
        for (cm2, head, _) in by_size.iter().filter(is_against) {
            by_owner[*head].push(*cm2);
        }
        let against_units: Vec<(u64, usize)> = by_size.iter().filter(is_against).map(|u| (u.0, u.1)).collect();
        let (most_won, choices) = win_owners(&against_units, &by_owner);
        Self {
            area,
            heads,
            absent: prefix(by_size.iter().filter(is_absent).map(|u| u.0)),
            firsts: prefix(firsts.into_iter()),
            others: prefix(others.into_iter()),
            firsts_among,
            against: prefix(against_units.iter().map(|u| u.0)),
            most_won,
            choices,
            owners: by_owner.into_iter().filter(|units| !units.is_empty()).collect(),
        }
    }

    /// The greatest area of `k` absent units that touch at least `u` absent owners, `u <= k`.
    fn absent_area(&self, k: usize, u: usize) -> u128 {
        if self.firsts_among[k] >= u { self.absent[k] } else { self.firsts[u] + self.others[k - u] }
    }

    /// Whether `k` absent units and others that win `won` owners and bring an area meet every clause.
    fn meets(&self, k: usize, won: usize, area: u128) -> bool {
        let mut touch = 0_usize;
        for n in &self.heads {
            let rest = n.lack - n.beta * i128::try_from(won).unwrap_or(0);
            if rest > 0 {
                if n.alpha == 0 {
                    return false;
                }
                // `div_ceil` of signed numbers is not stable; both are positive here.
                touch = touch.max(usize::try_from((rest + n.alpha - 1) / n.alpha).unwrap_or(usize::MAX));
            }
        }
        if touch > k || touch >= self.firsts.len() {
            return false;
        }
        let absent = i128::try_from(self.absent_area(k, touch)).unwrap_or(i128::MAX);
        let against = i128::try_from(area).unwrap_or(i128::MAX);
        self.area.iter().all(|n| n.alpha * absent + n.beta * against >= n.lack)
    }

    /// The least `m` for which some split into `k` absent and `l` other units meets every clause.
    fn least(&self, feasible: impl Fn(usize, usize) -> bool) -> Option<usize> {
        let (absent, against) = (self.absent.len() - 1, self.against.len() - 1);
        let any = |m: usize| (m.saturating_sub(against)..=m.min(absent)).any(|k| feasible(k, m - k));
        let (mut low, mut high) = (1, absent + against);
        if high == 0 || !any(high) {
            return None;
        }
        while low < high {
            let middle = low.midpoint(high);
            if any(middle) { high = middle } else { low = middle + 1 }
        }
        Some(low)
    }

    /// The fewest units: no fewer than the first number can do, the second can.
    fn solve(&self) -> Option<(u64, u64)> {
        let mut below = self.least(|k, l| self.meets(k, self.most_won[l], self.against[l]))?;
        let mut above = self.least(|k, l| self.choices[l].iter().any(|(won, area)| self.meets(k, *won, *area)))?;
        if below != above
            && let Some(table) = self.table()
        {
            let exact = |k: usize, l: usize| {
                table[l].iter().enumerate().any(|(won, area)| area.is_some_and(|area| self.meets(k, won, area)))
            };
            below = self.least(exact)?;
            above = below;
        }
        Some((u64::try_from(below).ok()?, u64::try_from(above).ok()?))
    }

    /// For each number of units that voted otherwise and of owners won by them, the greatest area; if it is not too dear.
    fn table(&self) -> Option<Vec<Vec<Option<u128>>>> {
        let (n, h) = (self.against.len() - 1, self.owners.len());
        if n.checked_mul(n)?.checked_mul(h)? > MOST_CELLS {
            return None;
        }
        let mut table = vec![vec![None; h + 1]; n + 1];
        table[0][0] = Some(0);
        let mut seen = 0;
        for (done, owner) in self.owners.iter().enumerate() {
            let sums = prefix(owner.iter().copied());
            seen += owner.len();
            for l in (0..=seen).rev() {
                for won in (0..=done + 1).rev() {
                    let mut best: Option<u128> = table[l][won];
                    for take in 1..=owner.len().min(l) {
                        let all = usize::from(take == owner.len());
                        if won >= all
                            && let Some(area) = table[l - take][won - all]
                        {
                            best = best.max(Some(area + sums[take]));
                        }
                    }
                    table[l][won] = best;
                }
            }
        }
        Some(table)
    }
}

/// For each number `l` of units that voted otherwise: the most owners they can win, and two good choices, each with the
/// owners it wins and its area: the largest units; and the owners with the fewest units, then the largest of the rest.
fn win_owners(units: &[(u64, usize)], by_owner: &[Vec<u64>]) -> (Vec<usize>, Vec<[(usize, u128); 2]>) {
    let mut order: Vec<(usize, Reverse<u128>, usize)> = by_owner
        .iter()
        .enumerate()
        .filter(|(_, own)| !own.is_empty())
        .map(|(head, own)| (own.len(), Reverse(own.iter().copied().map(u128::from).sum()), head))
        .collect();
    order.sort_unstable();
    let mut left: Vec<usize> = by_owner.iter().map(Vec::len).collect();
    let mut taken = vec![false; by_owner.len()];
    let (mut won_by_size, mut area_by_size) = (0, 0_u128);
    let (mut won, mut spent, mut won_area, mut front) = (0, 0, 0_u128, 0);
    let mut most_won = vec![0];
    let mut choices = vec![[(0, 0); 2]];
    for l in 1..=units.len() {
        let (cm2, head) = units[l - 1];
        area_by_size += u128::from(cm2);
        left[head] -= 1;
        won_by_size += usize::from(left[head] == 0);
        while let Some((size, Reverse(area), owner)) = order.get(won).copied()
            && spent + size <= l
        {
            won += 1;
            spent += size;
            won_area += area;
            taken[owner] = true;
        }
        while front < units.len() && taken[units[front].1] {
            front += 1;
        }
        // Fewer units are left over than the next owner has.
        let rest: u128 = units[front..].iter().filter(|u| !taken[u.1]).take(l - spent).map(|u| u128::from(u.0)).sum();
        most_won.push(won);
        choices.push([(won_by_size, area_by_size), (won, won_area + rest)]);
    }
    (most_won, choices)
}
