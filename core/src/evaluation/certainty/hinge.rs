//! Least sums of hinges over a box of weights that sum to one: the linear program below every node of the search for rank bounds.
//!
//! Each row is a linear function of the weights that costs something below zero, or above it. The least cost is found by a primal
//! simplex that walks over the kinks of the cost (Barrodale and Roberts, 1973). It is written once for floats, whose answers are
//! only proposals that whole numbers check, and once for ratios, where a proposal did not hold.
#![expect(clippy::indexing_slicing, reason = "rows and columns are those of the dictionary, whose size never changes")]

use std::cmp::Ordering;

use crate::kernel::Ratio;

/// The arithmetic of a dictionary.
pub(super) trait Number: Clone {
    fn whole(n: i64) -> Self;
    fn plus(&self, other: &Self) -> Self;
    fn times(&self, other: &Self) -> Self;
    /// Divided by another that is not zero.
    fn over(&self, other: &Self) -> Self;
    /// Whether it is below, at or above zero, as far as that can be told.
    fn sign(&self) -> Ordering;
    fn compare(&self, other: &Self) -> Ordering;
    /// Whether it is nothing at all, so that what is multiplied by it may be left out.
    fn is_nothing(&self) -> bool;

    fn negated(&self) -> Self {
        self.times(&Self::whole(-1))
    }
}

/// What a float may be off.
const TOLERANCE: f64 = 1e-9;

impl Number for f64 {
    #[expect(clippy::cast_precision_loss, reason = "floats only propose")]
    fn whole(n: i64) -> Self {
        n as Self
    }
    fn plus(&self, other: &Self) -> Self {
        self + other
    }
    fn times(&self, other: &Self) -> Self {
        self * other
    }
    fn over(&self, other: &Self) -> Self {
        self / other
    }
    fn sign(&self) -> Ordering {
        if *self > TOLERANCE {
            Ordering::Greater
        } else if *self < -TOLERANCE {
            Ordering::Less
        } else {
            Ordering::Equal
        }
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.total_cmp(other)
    }
    fn is_nothing(&self) -> bool {
        *self == 0.0
    }
}

/// A ratio plus another times something smaller than every positive ratio: so "above zero" is "at least that small".
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Fine {
    pub base: Ratio,
    pub tiny: Ratio,
}

impl Number for Fine {
    fn whole(n: i64) -> Self {
        Self { base: n.into(), tiny: Ratio::ZERO }
    }
    fn plus(&self, other: &Self) -> Self {
        Self { base: &self.base + &other.base, tiny: &self.tiny + &other.tiny }
    }
    fn times(&self, other: &Self) -> Self {
        // One of the two is a coefficient, which has nothing tiny.
        Self { base: &self.base * &other.base, tiny: &self.base * &other.tiny + &self.tiny * &other.base }
    }
    fn over(&self, other: &Self) -> Self {
        let part = |part: &Ratio| part.checked_div(&other.base).unwrap_or(Ratio::ZERO);
        Self { base: part(&self.base), tiny: part(&self.tiny) }
    }
    fn sign(&self) -> Ordering {
        self.compare(&Self::whole(0))
    }
    fn compare(&self, other: &Self) -> Ordering {
        self.base.cmp(&other.base).then_with(|| self.tiny.cmp(&other.tiny))
    }
    fn is_nothing(&self) -> bool {
        self.base.is_zero() && self.tiny.is_zero()
    }
}

/// What a row costs: so much for each unit below zero, so much for each above.
#[derive(Debug, Clone)]
pub(super) struct Cost<N> {
    /// The slope below zero: zero or less.
    pub below: N,
    /// The slope above zero: zero or more.
    pub above: N,
}

impl<N: Number> Cost<N> {
    pub fn free() -> Self {
        Self { below: N::whole(0), above: N::whole(0) }
    }

    /// So much for each unit below zero.
    pub fn want(price: N) -> Self {
        Self { below: price.negated(), above: N::whole(0) }
    }

    /// So much for each unit above zero.
    pub fn avoid(price: N) -> Self {
        Self { below: N::whole(0), above: price }
    }
}

/// Weights and rows as linear functions of those of them that stand at a bound or at a kink.
#[derive(Clone)]
pub(super) struct Dictionary<N> {
    /// The number of weights; the rows come after them.
    weights: usize,
    room: Vec<N>,
    costs: Vec<Cost<N>>,
    /// The value of each weight above its least, and of each row.
    values: Vec<N>,
    /// For a row: whether it counts as below zero.
    is_below: Vec<bool>,
    basic: Vec<usize>,
    other: Vec<usize>,
    /// Basic by basic, how it changes with each of the others.
    slopes: Vec<N>,
}

/// A kink on the way.
struct Kink<N> {
    distance: N,
    basic: usize,
    /// By how much the slope of the cost grows there; none where the way ends.
    growth: Option<N>,
}

impl<N: Number> Dictionary<N> {
    /// A dictionary at a corner of the box: `start` are weights above their least, all but one of them nothing or all of `room`.
    /// Each row is its coefficients and its value where every weight has its least.
    pub fn new(room: Vec<N>, start: Vec<N>, rows: &[(Vec<N>, N)]) -> Self {
        let weights = room.len();
        let inner = (0..weights).find(|j| {
            start[*j].sign() == Ordering::Greater && room[*j].plus(&start[*j].negated()).sign() == Ordering::Greater
        });
        let inner = inner.or_else(|| (0..weights).find(|j| room[*j].sign() == Ordering::Greater)).unwrap_or(0);
        let other: Vec<usize> = (0..weights).filter(|j| *j != inner).collect();
        let basic: Vec<usize> = std::iter::once(inner).chain(weights..weights + rows.len()).collect();
        let mut slopes = vec![N::whole(-1); other.len()];
        let mut values = start;
        for (coefficients, at_least) in rows {
            let own = coefficients[inner].negated();
            slopes.extend(other.iter().map(|j| coefficients[*j].plus(&own)));
            let value = coefficients.iter().zip(&values).fold(at_least.clone(), |sum, (c, x)| sum.plus(&c.times(x)));
            values.push(value);
        }
        let costs = vec![Cost::free(); values.len()];
        let is_below = vec![false; values.len()];
        Self { weights, room, costs, values, is_below, basic, other, slopes }
    }

    /// Sets what each row costs.
    pub fn set_costs(&mut self, costs: impl Iterator<Item = Cost<N>>) {
        for (slot, cost) in self.costs.iter_mut().skip(self.weights).zip(costs) {
            *slot = cost;
        }
        for &row in &self.basic {
            self.is_below[row] = self.values[row].sign() == Ordering::Less;
        }
    }

    /// The weights above their least.
    pub fn weights(&self) -> &[N] {
        &self.values[..self.weights]
    }

    /// The value of a row.
    pub fn value(&self, row: usize) -> &N {
        &self.values[self.weights + row]
    }

    fn slope(&self, variable: usize) -> &N {
        let cost = &self.costs[variable];
        if self.is_below[variable] { &cost.below } else { &cost.above }
    }

    /// How the cost of the basic rows changes with each of the others.
    fn gradient(&self) -> Vec<N> {
        let mut gradient = vec![N::whole(0); self.other.len()];
        let width = self.other.len();
        for (row, variable) in self.basic.iter().enumerate() {
            if *variable < self.weights || self.slope(*variable).is_nothing() {
                continue;
            }
            let slope = self.slope(*variable);
            for (sum, coefficient) in gradient.iter_mut().zip(&self.slopes[row * width..(row + 1) * width]) {
                if !coefficient.is_nothing() {
                    *sum = sum.plus(&slope.times(coefficient));
                }
            }
        }
        gradient
    }

    /// The column to move, whether up, and the slope of the cost that way; none where no way goes down.
    fn entering(&self, first: bool) -> Option<(usize, bool, N)> {
        let gradient = self.gradient();
        let mut best: Option<(usize, bool, N)> = None;
        for (column, d) in gradient.iter().enumerate() {
            let variable = self.other[column];
            let (up, down) = if variable < self.weights {
                if self.room[variable].sign() != Ordering::Greater {
                    continue;
                }
                let at_least = self.values[variable].sign() != Ordering::Greater;
                (at_least.then(|| d.clone()), (!at_least).then(|| d.negated()))
            } else {
                let cost = &self.costs[variable];
                (Some(d.plus(&cost.above)), Some(d.plus(&cost.below).negated()))
            };
            for (slope, is_up) in [(up, true), (down, false)] {
                let Some(slope) = slope.filter(|slope| slope.sign() == Ordering::Less) else { continue };
                let better = best.as_ref().is_none_or(|(at, _, other)| {
                    if first { variable < self.other[*at] } else { slope.compare(other) == Ordering::Less }
                });
                if better {
                    best = Some((column, is_up, slope));
                }
            }
        }
        best
    }

    /// The kinks of the cost when a column moves.
    fn kinks(&self, column: usize, is_up: bool) -> Vec<Kink<N>> {
        let mut kinks = Vec::new();
        let width = self.other.len();
        for (row, &variable) in self.basic.iter().enumerate() {
            let coefficient = &self.slopes[row * width + column];
            let rate = if is_up { coefficient.clone() } else { coefficient.negated() };
            let rising = match rate.sign() {
                Ordering::Equal => continue,
                sign => sign == Ordering::Greater,
            };
            let value = &self.values[variable];
            if variable < self.weights {
                let left = if rising { self.room[variable].plus(&value.negated()) } else { value.negated() };
                kinks.push(Kink { distance: left.over(&rate), basic: row, growth: None });
            } else if rising == self.is_below[variable] {
                let cost = &self.costs[variable];
                let growth = cost.above.plus(&cost.below.negated());
                if !growth.is_nothing() {
                    let size = if rising { rate.clone() } else { rate.negated() };
                    kinks.push(Kink {
                        distance: value.negated().over(&rate),
                        basic: row,
                        growth: Some(growth.times(&size)),
                    });
                }
            }
        }
        kinks
    }

    /// Walks to the least cost, in at most so many steps; whether the end was reached.
    ///
    /// With `first` it takes the first way that goes down and stops at the first kink: slower, but it never goes in circles.
    pub fn minimise(&mut self, most: u64, first: bool) -> bool {
        for _ in 0..most {
            let Some((column, is_up, mut slope)) = self.entering(first) else { return true };
            let mut kinks = self.kinks(column, is_up);
            let basic = &self.basic;
            kinks.sort_by(|a, b| a.distance.compare(&b.distance).then_with(|| basic[a.basic].cmp(&basic[b.basic])));
            let variable = self.other[column];
            let own = (variable < self.weights).then(|| self.room[variable].clone());
            let mut stop = None;
            let mut passed = Vec::new();
            for kink in &kinks {
                if own.as_ref().is_some_and(|own| own.compare(&kink.distance) == Ordering::Less) {
                    break;
                }
                let after = kink.growth.as_ref().map(|growth| slope.plus(growth));
                match after {
                    Some(after) if after.sign() == Ordering::Less && !first => {
                        slope = after;
                        passed.push(kink.basic);
                    }
                    _ => {
                        stop = Some((kink.basic, kink.distance.clone()));
                        break;
                    }
                }
            }
            let distance = match (&stop, own) {
                (Some((_, distance)), _) => distance.clone(),
                (None, Some(own)) => own,
                // Weights are bounded, so a way without an end changes nothing.
                (None, None) => return false,
            };
            let distance = if distance.sign() == Ordering::Less { N::whole(0) } else { distance };
            self.go(column, if is_up { distance } else { distance.negated() });
            for row in passed {
                let variable = self.basic[row];
                self.is_below[variable] = !self.is_below[variable];
            }
            if let Some((row, _)) = stop {
                self.settle(row);
                self.is_below[variable] = !is_up;
                self.pivot(row, column);
            } else {
                self.values[variable] = if is_up { self.room[variable].clone() } else { N::whole(0) };
            }
        }
        false
    }

    fn go(&mut self, column: usize, by: N) {
        let width = self.other.len();
        for (row, variable) in self.basic.iter().enumerate() {
            let coefficient = &self.slopes[row * width + column];
            if !coefficient.is_nothing() {
                self.values[*variable] = self.values[*variable].plus(&coefficient.times(&by));
            }
        }
        let variable = self.other[column];
        self.values[variable] = self.values[variable].plus(&by);
    }

    /// Puts a basic variable, on its way out, exactly where it stops.
    fn settle(&mut self, row: usize) {
        let variable = self.basic[row];
        let at = if variable < self.weights {
            let room = &self.room[variable];
            let half = self.values[variable].plus(&self.values[variable]);
            if half.compare(room) == Ordering::Greater { room.clone() } else { N::whole(0) }
        } else {
            N::whole(0)
        };
        self.values[variable] = at;
    }

    fn pivot(&mut self, row: usize, column: usize) {
        let width = self.other.len();
        let one = N::whole(1);
        let pivot = self.slopes[row * width + column].clone();
        let inverse = one.over(&pivot);
        let minus = inverse.negated();
        let mut own: Vec<N> = self.slopes[row * width..(row + 1) * width].to_vec();
        for (j, coefficient) in own.iter_mut().enumerate() {
            *coefficient = if j == column { inverse.clone() } else { coefficient.times(&minus) };
        }
        for (i, line) in self.slopes.chunks_exact_mut(width).enumerate() {
            if i == row {
                line.clone_from_slice(&own);
                continue;
            }
            let factor = line[column].clone();
            if factor.is_nothing() {
                continue;
            }
            line[column] = N::whole(0);
            for (slot, coefficient) in line.iter_mut().zip(&own) {
                *slot = slot.plus(&factor.times(coefficient));
            }
        }
        std::mem::swap(&mut self.basic[row], &mut self.other[column]);
    }

    /// The price of each row at which no way goes down: between minus its slopes.
    pub fn prices(&self) -> Vec<N> {
        let mut prices = vec![N::whole(0); self.costs.len() - self.weights];
        for &variable in self.basic.iter().filter(|variable| **variable >= self.weights) {
            prices[variable - self.weights] = self.slope(variable).negated();
        }
        for (variable, d) in self.other.iter().zip(self.gradient()) {
            if *variable < self.weights {
                continue;
            }
            let cost = &self.costs[*variable];
            let (least, most) = (cost.above.negated(), cost.below.negated());
            let price = if d.compare(&least) == Ordering::Less { least } else { d };
            prices[*variable - self.weights] = if price.compare(&most) == Ordering::Greater { most } else { price };
        }
        prices
    }
}
