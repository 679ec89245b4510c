//! The best-worst method: two short lists of comparisons instead of a table.

use serde::{Deserialize, Serialize};

use super::simplex::Programme;
use super::{WeighError as Fault, Weights};
use crate::evaluation::methods::columns::same_count;
use crate::kernel::{Error, Faults, Result};

/// Which deviation is kept least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BestWorstModel {
    /// The largest of `|best - a w|` and `|w - b worst|`, a linear programme. Rezaei, Omega 64 (2016).
    #[default]
    Linear,
    /// The largest of `|best / w - a|` and `|w / worst - b|`. Rezaei, Omega 53 (2015).
    Nonlinear,
}

/// Comparisons of the best criterion with the others and of the others with the worst, each from 1 (equal) to 9.
///
/// ```
/// use shequ::evaluation::methods::{BestWorst, BestWorstModel};
/// // Rezaei (2015), to choose a car: quality, price and style with ξ* = 0.26 and weights .071, .338, .589.
/// let car = BestWorst::new(&[8.0, 2.0, 1.0], &[1.0, 5.0, 8.0])?;
/// let result = car.weights(BestWorstModel::Nonlinear)?;
/// let printed: Vec<String> = result.weights.as_slice().iter().map(|w| format!("{w:.3}")).collect();
/// assert_eq!(printed, ["0.071", "0.339", "0.590"]);
/// assert_eq!(format!("{:.2} {:.3}", result.deviation, result.consistency_ratio.unwrap_or_default()), "0.26 0.058");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct BestWorst {
    best_to_others: Vec<f64>,
    others_to_worst: Vec<f64>,
    best: usize,
    worst: usize,
    /// The best compared with the worst.
    whole: f64,
}

/// The weights of the best-worst method with what they leave open.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BestWorstWeights {
    /// The weights: the centres of the intervals, scaled to a sum of one.
    #[cfg_attr(feature = "typescript", ts(type = "Array<number>"))]
    pub weights: Weights,
    /// The least and the greatest weight of each criterion among all that deviate as little; mostly one number.
    pub intervals: Vec<(f64, f64)>,
    /// The largest deviation that cannot be avoided, ξ*. Under the linear model it is itself the measure of consistency.
    pub deviation: f64,
    /// The deviation over the largest that is possible for the best to the worst, zero for judgements without contradiction; only
    /// under the non-linear model. Rezaei (2015), table 1, by its formula.
    pub consistency_ratio: Option<f64>,
    /// The largest `|a b - c|` over `c² - c`, from the comparisons alone, where `c` compares the best with the worst. Liang, Brunelli
    /// and Rezaei, Omega 96 (2020).
    pub input_ratio: f64,
}

fn unclear(what: &str) -> Fault {
    Fault::BestWorstUnclear { what: what.to_owned() }
}

/// Of the criteria that one list compares by 1, the first that the other list puts furthest.
fn furthest(own: &[f64], other: &[f64], taken: Option<usize>) -> Option<(usize, f64)> {
    let ones = own.iter().zip(other).enumerate().filter(|(j, (own, _))| **own <= 1.0 && Some(*j) != taken);
    ones.fold(None, |found: Option<(usize, f64)>, (j, (_, other))| match found {
        Some((_, most)) if *other <= most => found,
        _ => Some((j, *other)),
    })
}

impl BestWorst {
    /// Comparisons in the order of the criteria. The best compares to itself by 1, and so does the worst.
    ///
    /// The best is the criterion that the others-to-worst list puts highest among those that the best equals.
    ///
    /// # Errors
    /// `comparison-below-one` with the place, `method-counts-differ`, `best-worst-unclear`.
    pub fn new(best_to_others: &[f64], others_to_worst: &[f64]) -> Result<Self> {
        same_count("others_to_worst", others_to_worst.len(), best_to_others.len())?;
        let mut faults = Faults::new();
        for (list, values) in [("best_to_others", best_to_others), ("others_to_worst", others_to_worst)] {
            for (j, value) in values.iter().enumerate().filter(|(_, value)| !(1.0..=1e6).contains(*value)) {
                faults.push(format!("{list}[{j}]"), Fault::ComparisonBelowOne { got: value.to_string() });
            }
        }
        faults.into_result()?;
        let unnamed = || unclear("no criterion is compared by 1 with the best, or with the worst");
        let (best, whole) = furthest(best_to_others, others_to_worst, None).ok_or_else(unnamed)?;
        // Where all are alike, the worst is another than the best.
        let taken = (best_to_others.len() > 1).then_some(best);
        let (worst, other) = furthest(others_to_worst, best_to_others, taken).ok_or_else(unnamed)?;
        if (whole - other).abs() > 0.0 {
            return Err(unclear("the two lists compare the best with the worst by different numbers").into());
        }
        let (best_to_others, others_to_worst) = (best_to_others.to_vec(), others_to_worst.to_vec());
        Ok(Self { best_to_others, others_to_worst, best, worst, whole })
    }

    /// The place of the best criterion.
    pub const fn best(&self) -> usize {
        self.best
    }

    /// The place of the worst criterion.
    pub const fn worst(&self) -> usize {
        self.worst
    }

    /// The weights that deviate least from the comparisons.
    ///
    /// # Errors
    /// `weights-not-solved` where the linear programme does not end.
    pub fn weights(&self, model: BestWorstModel) -> Result<BestWorstWeights> {
        let (deviation, intervals) = match model {
            BestWorstModel::Linear => self.linear()?,
            BestWorstModel::Nonlinear => self.nonlinear(),
        };
        let centres: Vec<f64> = intervals.iter().map(|(low, high)| f64::midpoint(*low, *high)).collect();
        let weights = Weights::found(&centres, "the comparisons give no weights")?;
        // Where each pair of comparisons is as far apart as can be: ξ² - (1 + 2c) ξ + (c² - c) = 0.
        let most = f64::midpoint(1.0 + 2.0 * self.whole, -(1.0 + 8.0 * self.whole).sqrt());
        let consistency_ratio = match model {
            BestWorstModel::Linear => None,
            BestWorstModel::Nonlinear if most > 0.0 => Some(deviation / most),
            BestWorstModel::Nonlinear => Some(0.0),
        };
        let gap = self.pairs().map(|(_, a, b)| (a * b - self.whole).abs()).fold(0.0, f64::max);
        let input_ratio = if self.whole > 1.0 { gap / (self.whole * self.whole - self.whole) } else { 0.0 };
        Ok(BestWorstWeights { weights, intervals, deviation, consistency_ratio, input_ratio })
    }

    /// The criteria that are neither best nor worst, with their two comparisons.
    fn pairs(&self) -> impl Iterator<Item = (usize, f64, f64)> + '_ {
        let all = self.best_to_others.iter().zip(&self.others_to_worst).enumerate();
        all.filter(|(j, _)| *j != self.best && *j != self.worst).map(|(j, (a, b))| (j, *a, *b))
    }

    /// In closed form but for one number: with the worst as 1 and the best as `x`, criterion `j` must lie within
    /// `[x / (a + ξ), x / (a - ξ)]` and within `[b - ξ, b + ξ]`; so `x` must lie within `[(a - ξ)(b - ξ), (a + ξ)(b + ξ)]` for every `j`
    /// and within `[c - ξ, c + ξ]`. The least ξ that leaves an `x` is found by halving, down to neighbouring floats.
    fn nonlinear(&self) -> (f64, Vec<(f64, f64)>) {
        let over = |a: f64, deviation: f64| (a - deviation).max(0.0);
        let range = |deviation: f64| {
            let start = (over(self.whole, deviation), self.whole + deviation);
            self.pairs().fold(start, |(low, high), (_, a, b)| {
                (low.max(over(a, deviation) * over(b, deviation)), high.min((a + deviation) * (b + deviation)))
            })
        };
        let fits = |deviation: f64| {
            let (low, high) = range(deviation);
            low <= high
        };
        let (mut low, mut high) = (0.0, 0.0);
        if !fits(0.0) {
            high = self.best_to_others.iter().chain(&self.others_to_worst).fold(1.0, |most: f64, a| most.max(*a));
            loop {
                let middle = f64::midpoint(low, high);
                if middle <= low || middle >= high {
                    break;
                }
                if fits(middle) {
                    high = middle;
                } else {
                    low = middle;
                }
            }
        }
        let deviation = high;
        let (least, greatest) = range(deviation);
        let best = f64::midpoint(least, greatest);
        // One criterion alone is all there is.
        if self.best == self.worst {
            return (deviation, vec![(1.0, 1.0)]);
        }
        let shares: Vec<(f64, f64)> = (0..self.best_to_others.len())
            .map(|j| {
                if j == self.best {
                    return (best, best);
                }
                let Some((_, a, b)) = self.pairs().find(|(other, _, _)| *other == j) else { return (1.0, 1.0) };
                let low = (best / (a + deviation)).max(b - deviation);
                let upper = if a > deviation { best / (a - deviation) } else { f64::INFINITY };
                let high = upper.min(b + deviation);
                // Rounding may cross two ends that meet.
                if low <= high { (low, high) } else { (f64::midpoint(low, high), f64::midpoint(low, high)) }
            })
            .collect();
        let (lows, highs) = shares.iter().fold((0.0, 0.0), |(lows, highs), (low, high)| (lows + low, highs + high));
        let interval = |(low, high): &(f64, f64)| (low / (low + (highs - high)), high / (high + (lows - low)));
        (deviation, shares.iter().map(interval).collect())
    }

    /// The constraints of the linear model over the weights and ξ, the last variable.
    fn constraints(&self) -> Programme {
        let criteria = self.best_to_others.len();
        let mut programme = Programme { gain: vec![0.0; criteria + 1], ..Programme::default() };
        let mut apart = |one: usize, factor: f64, other: usize| {
            for sign in [1.0, -1.0] {
                let mut row = vec![0.0; criteria + 1];
                for (at, value) in [(one, sign), (other, -sign * factor), (criteria, -1.0)] {
                    if let Some(slot) = row.get_mut(at) {
                        *slot += value;
                    }
                }
                programme.at_most.push((row, 0.0));
            }
        };
        if self.best != self.worst {
            apart(self.best, self.whole, self.worst);
        }
        for (j, a, b) in self.pairs() {
            apart(self.best, a, j);
            apart(j, b, self.worst);
        }
        let mut all = vec![1.0; criteria];
        all.push(0.0);
        programme.equal.push((all, 1.0));
        programme
    }

    fn linear(&self) -> Result<(f64, Vec<(f64, f64)>)> {
        let criteria = self.best_to_others.len();
        let unsolved = || Error::from(Fault::NotSolved { pivots: 0 });
        let mut programme = self.constraints();
        let gain = |at: usize, value: f64| {
            let mut gain = vec![0.0; criteria + 1];
            if let Some(slot) = gain.get_mut(at) {
                *slot = value;
            }
            gain
        };
        programme.gain = gain(criteria, -1.0);
        let best = programme.solve()?.ok_or_else(unsolved)?;
        let deviation = best.get(criteria).copied().unwrap_or_default();
        // What else deviates as little, with room for rounding.
        let mut all = vec![0.0; criteria];
        all.push(1.0);
        programme.at_most.push((all, deviation + 1e-13));
        let mut intervals = Vec::with_capacity(criteria);
        for j in 0..criteria {
            let mut end = |sign: f64| {
                programme.gain = gain(j, sign);
                let solution = programme.solve()?.ok_or_else(unsolved)?;
                Ok::<_, Error>(solution.get(j).copied().unwrap_or_default())
            };
            intervals.push((end(-1.0)?, end(1.0)?));
        }
        Ok((deviation, intervals))
    }
}
