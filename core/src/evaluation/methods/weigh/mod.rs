//! Weights of criteria (权重): given, judged, or read from the data.
//!
//! | from | functions |
//! |---|---|
//! | nothing | [`Weights::equal`] |
//! | numbers | [`Weights::new`], [`Weights::points`], [`Weights::unscaled`] |
//! | an order | [`Weights::rank_order_centroid`] |
//! | judgements in pairs (AHP, 层次分析法) | [`Judgements`], [`Priorities`], [`Consistency`], [`RandomIndex`] |
//! | the best and the worst (BWM, 最优最劣法) | [`BestWorst`] |
//! | the spread of the data | [`Weighting::StandardDeviation`], [`Weighting::Entropy`] (熵权法), [`Weighting::Angle`] |
//! | spread and correlation | [`Weighting::Critic`], [`Weighting::Components`] (主成分分析) |
//! | what would be lost | [`Weighting::Merec`], [`Weighting::Cilos`], [`Weighting::Idocriw`] |
//! | each unit's own favour | [`benefit_of_doubt`] |
//!
//! Weights from the data say what tells the rows apart, not what matters.

mod ahp;
mod best_worst;
mod components;
mod doubt;
mod error;
mod loss;
mod objective;
mod simplex;
mod spread;

pub use ahp::{Consistency, Judgements, Priorities, RandomIndex};
pub use best_worst::{BestWorst, BestWorstModel, BestWorstWeights};
pub use doubt::{Doubt, PieShares, benefit_of_doubt, benefit_of_doubt_with};
pub use error::WeighError;
pub use objective::Weighting;

use super::columns::count;
use crate::kernel::{Error, Faults, Result};
use WeighError as Fault;

/// How far from one the sum of weights may be: what decimals lose as floats.
const SUM_WITHIN: f64 = 1e-9;

/// Weights of criteria: finite, none below zero, at least one above.
///
/// ```
/// use shequ::evaluation::methods::Weights;
/// let given = Weights::new(vec![0.5, 0.3, 0.2])?;
/// let points = Weights::points(&[50.0, 30.0, 20.0])?;
/// assert_eq!(given.as_slice(), points.as_slice());
/// assert_eq!(Weights::new(vec![0.5, 0.4]).unwrap_err().first().code(), "method-weights-not-one");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Weights(Vec<f64>);

impl Weights {
    /// Weights that sum to one, within 10^-9.
    ///
    /// # Errors
    /// `method-weight-invalid` with the place, `method-weights-zero`, `method-weights-not-one`.
    pub fn new(weights: Vec<f64>) -> Result<Self> {
        let weights = Self::unscaled(weights)?;
        let sum = weights.sum();
        if (sum - 1.0).abs() <= SUM_WITHIN {
            Ok(weights)
        } else {
            Err(Error::at("weights", Fault::WeightsNotOne { sum: sum.to_string() }))
        }
    }

    /// Weights from points of any sum (直接赋分, budget allocation): each divided by their sum.
    ///
    /// # Errors
    /// `method-weight-invalid` with the place, `method-weights-zero`.
    pub fn points(points: &[f64]) -> Result<Self> {
        let points = Self::unscaled(points.to_vec())?;
        let sum = points.sum();
        Ok(Self(points.0.iter().map(|point| point / sum).collect()))
    }

    /// Weights as they stand, whatever their sum: to repeat a published example whose printed weights do not sum to one.
    ///
    /// # Errors
    /// `method-weight-invalid` with the place, `method-weights-zero`.
    pub fn unscaled(weights: Vec<f64>) -> Result<Self> {
        let mut faults = Faults::new();
        for (j, weight) in weights.iter().enumerate() {
            // Beyond this a sum could overflow.
            if !(0.0..=1e300).contains(weight) {
                faults.push(format!("weights[{j}]"), Fault::WeightInvalid { got: weight.to_string() });
            }
        }
        faults.into_result()?;
        let weights = Self(weights.into_iter().map(|weight| weight + 0.0).collect());
        let sum = weights.sum();
        if sum > 0.0 && sum.is_finite() { Ok(weights) } else { Err(Error::at("weights", Fault::WeightsZero)) }
    }

    /// The same weight for each criterion (等权).
    ///
    /// # Errors
    /// `method-weights-zero` without criteria.
    pub fn equal(criteria: usize) -> Result<Self> {
        Self::unscaled(vec![1.0 / count(criteria.max(1)); criteria])
    }

    /// Weights from the order of importance alone: the centre of all weights that keep the order.
    ///
    /// The criterion in place `k` of `m` gets the mean of `1/k, ..., 1/m`, with nothing before `1/k`. `places[j]` is the place of
    /// criterion `j`, 1 for the most important.
    ///
    /// Barron and Barrett, Decision quality using ranked attribute weights, Management Science 42 (1996): .6111, .2778, .1111 for three.
    ///
    /// ```
    /// use shequ::evaluation::methods::Weights;
    /// let weights = Weights::rank_order_centroid(&[2, 1, 3])?;
    /// let rounded: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.4}")).collect();
    /// assert_eq!(rounded, ["0.2778", "0.6111", "0.1111"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `weights-not-an-order`, `method-weights-zero` without criteria.
    pub fn rank_order_centroid(places: &[usize]) -> Result<Self> {
        let criteria = places.len();
        // From the last place to the first, so that the small parts are added first.
        let mut tail = 0.0;
        let mut by_place: Vec<f64> = (1..=criteria)
            .rev()
            .map(|place| {
                tail += 1.0 / count(place);
                tail / count(criteria)
            })
            .collect();
        by_place.reverse();
        let mut faults = Faults::new();
        let mut out = Vec::with_capacity(criteria);
        for (j, &place) in places.iter().enumerate() {
            let weight = place.checked_sub(1).and_then(|place| by_place.get(place));
            let taken = places.iter().take(j).any(|other| *other == place);
            match weight {
                Some(weight) if !taken => out.push(*weight),
                _ => faults.push(format!("places[{j}]"), Fault::NotAnOrder { got: place.to_string(), criteria }),
            }
        }
        faults.into_result()?;
        Self::unscaled(out)
    }

    /// The weights in the order of the criteria.
    pub fn as_slice(&self) -> &[f64] {
        &self.0
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Never: there is at least one weight.
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Their sum, in their order.
    pub fn sum(&self) -> f64 {
        self.0.iter().sum()
    }

    /// What a method has found, scaled to a sum of one; a weight that rounding left below zero is zero.
    fn found(raw: &[f64], why: &str) -> Result<Self> {
        let raw: Vec<f64> = raw.iter().map(|weight| weight.max(0.0)).collect();
        let sum: f64 = raw.iter().sum();
        if sum > 0.0 && sum.is_finite() {
            Ok(Self(raw.iter().map(|weight| weight / sum).collect()))
        } else {
            Err(Fault::NothingToWeigh { why: why.to_owned() }.into())
        }
    }
}

#[cfg(test)]
mod tests;
