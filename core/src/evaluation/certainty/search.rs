//! The greatest number of wishes that come true together somewhere in a box of weights: branch and bound.
//!
//! It is the maximum feasible subsystem of linear inequalities, hard in general (Amaldi and Kann, 1995). Floats propose weights and
//! multipliers; whether the weights meet so many wishes, and what the multipliers prove, whole numbers decide.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::hinge::{Cost, Dictionary, Fine, Number};
use super::wishes::{Multipliers, Set, Wishes};
use crate::kernel::{Progress, Ratio, Result, tick};

/// What it costs a unit of a wish that is meant to be met, beside 1 for one that is not decided.
const FIRM: f64 = 1e5;

/// How many steps one linear program may take.
const LONGEST: u64 = 5_000;

/// Nodes after which the dictionary is made anew, so that rounding cannot pile up.
const FRESH: u64 = 200;

/// A node of the search tree, as it stands in the proof: what multipliers show of it, and how it was split.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Node {
    pub multipliers: Multipliers,
    pub split: Option<Split>,
}

/// Two nodes: where a wish is met, and where it is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Split {
    pub wish: usize,
    pub met: usize,
    pub unmet: usize,
}

impl Node {
    /// One of which nothing is shown.
    pub const fn open() -> Self {
        Self { multipliers: Multipliers::none(), split: None }
    }
}

/// What is known of the greatest number of wishes.
#[derive(Debug, Clone)]
pub(super) struct Found {
    /// So many wishes are met by `weights`.
    pub met: usize,
    /// No weights meet more than so many.
    pub most: usize,
    /// Weights that sum to a whole number.
    pub weights: Vec<i128>,
    /// The tree; its root is the first.
    pub tree: Vec<Node>,
    pub nodes: u64,
}

struct Work {
    /// Wishes that stay unmet at least.
    unmet: usize,
    met: Set,
    not: Set,
    /// Its place in the tree.
    place: usize,
    depth: usize,
}

struct Search<'w, 'b> {
    wishes: &'w Wishes<'b>,
    dictionary: Dictionary<f64>,
    /// What a wish is divided by so that floats are near one.
    sizes: Vec<f64>,
    best: Vec<i128>,
    /// Unmet at `best`.
    unmet: usize,
}

#[expect(clippy::cast_precision_loss, reason = "floats only propose")]
fn float(n: i128) -> f64 {
    n as f64
}

#[expect(clippy::cast_possible_truncation, reason = "floats only propose, and the cast ends at the bounds")]
fn whole(x: f64) -> i128 {
    x as i128
}

/// The wishes and what they are divided by, as rows for floats. Every row is moved down by `margin`.
fn rows(wishes: &Wishes<'_>, sizes: &[f64], margin: f64) -> Vec<(Vec<f64>, f64)> {
    let units = float(wishes.space.units().into());
    let row = |(wish, size): (&super::wishes::Wish, &f64)| {
        let slopes: Vec<f64> = wish.slopes.iter().map(|slope| float((*slope).into()) * units / size).collect();
        let least = wishes.space.least().iter().map(|least| float((*least).into()) / units);
        let at_least: f64 = slopes.iter().zip(least).map(|(slope, least)| slope * least).sum();
        (slopes, at_least - margin)
    };
    wishes.all.iter().zip(sizes).map(row).collect()
}

fn dictionary(wishes: &Wishes<'_>, sizes: &[f64], margin: f64) -> Dictionary<f64> {
    let units = float(wishes.space.units().into());
    let room = wishes.space.room().iter().map(|room| float((*room).into()) / units).collect();
    // Where all wishes together are greatest.
    let mut sum = vec![0.0; wishes.space.len()];
    for (wish, size) in wishes.all.iter().zip(sizes) {
        for (slot, slope) in sum.iter_mut().zip(&wish.slopes) {
            *slot += float((*slope).into()) / size;
        }
    }
    // Floats in an order of whole numbers; any corner will do to begin with.
    let order: Vec<i128> = sum.iter().map(|x| whole(x * 1e12)).collect();
    let top = wishes.space.top(&order);
    let start = top.iter().zip(wishes.space.least()).map(|(at, least)| float((at - least).into()) / units).collect();
    Dictionary::new(room, start, &rows(wishes, sizes, margin))
}

impl<'w, 'b> Search<'w, 'b> {
    fn new(wishes: &'w Wishes<'b>) -> Self {
        let size = |(depth, height): (&i128, &i128)| float(*depth).max(float(*height) / 1000.0).max(1.0);
        let sizes: Vec<f64> = wishes.depth.iter().zip(&wishes.height).map(size).collect();
        let dictionary = dictionary(wishes, &sizes, 0.0);
        let best: Vec<i128> = wishes.space.top(&vec![0; wishes.space.len()]).into_iter().map(i128::from).collect();
        let unmet = wishes.len() - wishes.met(&best);
        Self { wishes, dictionary, sizes, best, unmet }
    }

    /// Weights that floats propose, as whole numbers that sum exactly and keep the bounds.
    fn exact(&self, above_least: &[f64]) -> Vec<i128> {
        let space = self.wishes.space;
        let mut fine = 1_i128;
        while fine * i128::from(space.units()) < 1 << 60 {
            fine *= 2;
        }
        let total = float(i128::from(space.units()) * fine);
        let mut rest = i128::from(space.rest()) * fine;
        let mut out: Vec<i128> = Vec::with_capacity(space.len());
        for (x, room) in above_least.iter().zip(space.room()) {
            let given = whole(x * total).clamp(0, i128::from(*room) * fine).min(rest);
            rest -= given;
            out.push(given);
        }
        for (given, room) in out.iter_mut().zip(space.room()) {
            let more = rest.min(i128::from(*room) * fine - *given);
            *given += more;
            rest -= more;
        }
        out.iter().zip(space.least()).map(|(given, least)| given + i128::from(*least) * fine).collect()
    }

    fn propose(&mut self, weights: Vec<i128>) {
        let unmet = self.wishes.len() - self.wishes.met(&weights);
        if unmet < self.unmet {
            (self.unmet, self.best) = (unmet, weights);
        }
    }

    fn price(&self, wish: usize) -> f64 {
        let (size, depth) =
            (self.sizes.get(wish).copied().unwrap_or(1.0), self.wishes.depth.get(wish).copied().unwrap_or(1));
        if depth == 0 { 1000.0 } else { (size / float(depth)).min(1000.0) }
    }

    fn minimise(&mut self, costs: Vec<Cost<f64>>) {
        self.dictionary.set_costs(costs.into_iter());
        self.dictionary.minimise(LONGEST, false);
        let weights = self.exact(self.dictionary.weights());
        self.propose(weights);
    }

    fn costs(&self, work: &Work) -> Vec<Cost<f64>> {
        let cost = |wish: usize| {
            if work.met.has(wish) {
                Cost::want(FIRM)
            } else if work.not.has(wish) {
                Cost::avoid(FIRM)
            } else {
                Cost::want(self.price(wish))
            }
        };
        (0..self.wishes.len()).map(cost).collect()
    }

    /// Whole multipliers from the prices of floats.
    fn multipliers(&self, prices: &[f64], work: &Work) -> Multipliers {
        let greatest = self.sizes.iter().copied().fold(1.0, f64::max);
        let scale = whole(greatest * 4_194_304.0).max(1);
        let mut of = Vec::new();
        for (wish, (price, size)) in prices.iter().zip(&self.sizes).enumerate() {
            let multiplier = whole(price * (float(scale) / size));
            let depth = self.wishes.depth.get(wish).copied().unwrap_or(1);
            let multiplier = if work.met.has(wish) {
                multiplier.max(0)
            } else if work.not.has(wish) {
                multiplier.min(0)
            } else if depth == 0 {
                multiplier.max(0)
            } else {
                multiplier.clamp(0, scale / depth)
            };
            if multiplier != 0 {
                of.push((wish, multiplier));
            }
        }
        Multipliers { scale, of }
    }

    /// A few descents with other prices, so that the search begins with good weights.
    fn begin(&mut self) {
        for wish in &self.wishes.all {
            let weights: Vec<i128> = self.wishes.space.top(&wish.slopes).into_iter().map(i128::from).collect();
            let unmet = self.wishes.len() - self.wishes.met(&weights);
            if unmet < self.unmet {
                (self.unmet, self.best) = (unmet, weights);
            }
        }
        let mut prices: Vec<f64> = (0..self.wishes.len()).map(|wish| self.price(wish)).collect();
        for _ in 0..12 {
            self.minimise(prices.iter().map(|price| Cost::want(*price)).collect());
            for (wish, price) in prices.iter_mut().enumerate() {
                *price = 1.0 / (0.02 + (-self.dictionary.value(wish)).max(0.0));
            }
        }
    }

    /// The undecided wish to split on: of those that floats see unmet, the one that is so most; none where they see all met.
    fn splitter(&self, work: &Work) -> Option<usize> {
        let open = |wish: &usize| !work.met.has(*wish) && !work.not.has(*wish);
        let mut best: Option<(usize, f64)> = None;
        for wish in (0..self.wishes.len()).filter(open) {
            let below = -self.dictionary.value(wish) * self.price(wish);
            if below > 1e-7 && best.is_none_or(|(_, other)| below > other) {
                best = Some((wish, below));
            }
        }
        best.map(|(wish, _)| wish)
    }

    /// Whether all wishes that are not given up can be met together: proposes weights, or gives multipliers that prove they
    /// cannot; neither where exact arithmetic gave up.
    fn together(&mut self, work: &Work) -> Option<Multipliers> {
        let before = self.unmet;
        let wanted = |wish: usize| !work.not.has(wish);
        // First with a margin, so that rounding the weights does not matter.
        for margin in [1e-4, 1e-7] {
            let mut floats = dictionary(self.wishes, &self.sizes, margin);
            let cost = |wish| if wanted(wish) { Cost::want(1.0) } else { Cost::free() };
            floats.set_costs((0..self.wishes.len()).map(cost));
            floats.minimise(LONGEST, false);
            let weights = self.exact(floats.weights());
            self.propose(weights);
            if self.unmet < before && self.unmet <= work.not.len() {
                return None;
            }
            let multipliers = self.multipliers(&floats.prices(), work);
            if multipliers.proves(self.wishes, &work.met, &work.not).is_some_and(|proven| proven > work.not.len()) {
                return Some(multipliers);
            }
        }
        self.exactly(work)
    }

    /// The same in ratios.
    fn exactly(&mut self, work: &Work) -> Option<Multipliers> {
        let space = self.wishes.space;
        let fine = |n: i64| Fine::whole(n);
        let room: Vec<Fine> = space.room().iter().map(|room| fine(*room)).collect();
        let top = space.top(&vec![0; space.len()]);
        let start = top.iter().zip(space.least()).map(|(at, least)| fine(at - least)).collect();
        let wanted: Vec<usize> = (0..self.wishes.len()).filter(|wish| !work.not.has(*wish)).collect();
        let rows: Vec<(Vec<Fine>, Fine)> = wanted
            .iter()
            .filter_map(|wish| self.wishes.all.get(*wish))
            .map(|wish| {
                let value: i128 =
                    wish.slopes.iter().zip(space.least()).map(|(s, l)| i128::from(*s) * i128::from(*l)).sum();
                let tiny = if wish.strict { Ratio::from(-1) } else { Ratio::ZERO };
                (wish.slopes.iter().map(|slope| fine(*slope)).collect(), Fine { base: value.into(), tiny })
            })
            .collect();
        let mut exact = Dictionary::new(room, start, &rows);
        exact.set_costs(wanted.iter().map(|_| Cost::want(fine(1))));
        // The quick way may go in circles, the other never.
        if !exact.minimise(200, false) && !exact.minimise(LONGEST, true) {
            return None;
        }
        let met = (0..wanted.len()).all(|row| exact.value(row).sign() != std::cmp::Ordering::Less);
        if met {
            self.propose_exact(exact.weights());
            return None;
        }
        let prices = exact.prices();
        let common = prices.iter().fold(num_bigint::BigInt::from(1), |common, price| {
            num_integer::Integer::lcm(&common, &price.base.denominator())
        });
        let mut of = Vec::new();
        let mut scale = 1_i128;
        for (wish, price) in wanted.iter().zip(&prices) {
            let multiplier = price.base.numerator() * &common / price.base.denominator();
            let multiplier = i128::try_from(multiplier).ok()?;
            if multiplier != 0 {
                scale = scale.max(multiplier.checked_mul(*self.wishes.depth.get(*wish)?)?);
                of.push((*wish, multiplier));
            }
        }
        Some(Multipliers { scale, of })
    }

    /// Weights that have a part smaller than every positive ratio: it is made small until the wishes hold.
    fn propose_exact(&mut self, weights: &[Fine]) {
        let space = self.wishes.space;
        let mut tiny = Ratio::ONE;
        for _ in 0..200 {
            let at: Vec<Ratio> = weights
                .iter()
                .zip(space.least())
                .map(|(weight, least)| &(&weight.base + &(&weight.tiny * &tiny)) + &Ratio::from(*least))
                .collect();
            let common = at.iter().fold(num_bigint::BigInt::from(1), |common, weight| {
                num_integer::Integer::lcm(&common, &weight.denominator())
            });
            let whole = |weight: &Ratio| i128::try_from(weight.numerator() * &common / weight.denominator()).ok();
            let inside = at
                .iter()
                .zip(space.least())
                .zip(space.room())
                .all(|((at, least), room)| *at >= Ratio::from(*least) && *at <= Ratio::from(least + room));
            let whole: Option<Vec<i128>> = at.iter().map(whole).collect();
            // Beyond this the products of a check could overflow.
            if let Some(whole) = whole.filter(|whole| inside && whole.iter().sum::<i128>() < 1 << 80) {
                let before = self.unmet;
                self.propose(whole);
                if self.unmet < before {
                    return;
                }
            }
            tiny = tiny * Ratio::from_wide(1, 16);
        }
    }
}

/// Finds the greatest number of wishes that come true together, looking at `limit` nodes at most; the tree is empty unless kept.
///
/// # Errors
/// `stopped`.
pub(super) fn search(wishes: &Wishes<'_>, limit: u64, keep: bool, progress: &mut dyn Progress) -> Result<Found> {
    let count = wishes.len();
    let mut search = Search::new(wishes);
    let mut tree = if keep { vec![Node::open()] } else { Vec::new() };
    let mut heap = BinaryHeap::new();
    let mut works = Vec::new();
    let mut nodes = 0;
    // What was left open for good, where exact arithmetic gave up.
    let mut stuck = usize::MAX;
    let push = |heap: &mut BinaryHeap<_>, works: &mut Vec<Option<Work>>, work: Work| {
        heap.push(Reverse((work.unmet, Reverse(work.depth), works.len())));
        works.push(Some(work));
    };
    if count > 0 {
        search.begin();
        push(
            &mut heap,
            &mut works,
            Work { unmet: 0, met: Set::none(count), not: Set::none(count), place: 0, depth: 0 },
        );
    }
    // What the first of the open nodes cannot fall below.
    let mut open = usize::MAX;
    while let Some(Reverse((unmet, _, at))) = heap.pop() {
        if unmet >= search.unmet || nodes >= limit {
            open = unmet;
            break;
        }
        let Some(mut work) = works.get_mut(at).and_then(Option::take) else { continue };
        nodes += 1;
        if nodes % 64 == 0 {
            tick(progress, nodes, limit)?;
        }
        if nodes % FRESH == 0 {
            search.dictionary = dictionary(wishes, &search.sizes, 0.0);
        }
        let costs = search.costs(&work);
        search.minimise(costs);
        let mut multipliers = search.multipliers(&search.dictionary.prices(), &work);
        let proven = multipliers.proves(wishes, &work.met, &work.not).unwrap_or(0);
        work.unmet = work.unmet.max(proven);
        let place = work.place;
        let node = |tree: &mut Vec<Node>, multipliers, split| {
            if let Some(slot) = tree.get_mut(place) {
                *slot = Node { multipliers, split };
            }
        };
        if proven >= search.unmet {
            node(&mut tree, multipliers, None);
            continue;
        }
        let mut splitter = search.splitter(&work);
        if splitter.is_none() {
            let refuted = search.together(&work);
            if search.unmet <= work.not.len() {
                continue;
            }
            let Some(better) = refuted else {
                stuck = stuck.min(work.unmet);
                node(&mut tree, multipliers, None);
                continue;
            };
            let proven = better.proves(wishes, &work.met, &work.not).unwrap_or(0);
            let open = |wish: &usize| !work.met.has(*wish) && !work.not.has(*wish);
            splitter = better.of.iter().map(|(wish, _)| *wish).find(open);
            if proven > work.unmet {
                work.unmet = proven;
                multipliers = better;
            }
            if proven >= search.unmet {
                node(&mut tree, multipliers, None);
                continue;
            }
        }
        let Some(wish) = splitter else {
            stuck = stuck.min(work.unmet);
            node(&mut tree, multipliers, None);
            continue;
        };
        let (met, unmet) = (tree.len(), tree.len() + 1);
        if keep {
            tree.extend([Node::open(), Node::open()]);
        }
        node(&mut tree, multipliers, Some(Split { wish, met, unmet }));
        let mut with = work.met.clone();
        with.add(wish);
        let mut without = work.not.clone();
        without.extend(&wishes.unmet_with(wish));
        let depth = work.depth + 1;
        // Where a wish is to be met and cannot be, nothing is left.
        if !without.meets(&work.met) {
            let least = work.unmet.max(without.len());
            push(&mut heap, &mut works, Work { unmet: least, met: work.met, not: without, place: unmet, depth });
        }
        push(&mut heap, &mut works, Work { unmet: work.unmet, met: with, not: work.not, place: met, depth });
    }
    tick(progress, limit, limit)?;
    let Search { best, unmet, .. } = search;
    let least = unmet.min(stuck).min(open);
    Ok(Found { met: count - unmet, most: count - least, weights: best, tree, nodes })
}
