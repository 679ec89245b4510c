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
//!
//! # Published examples
//!
//! Each method that has no example of its own, on that of its paper or of a paper that uses it.
//!
//! ```
//! use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weighting};
//!
//! /// A matrix by rows; `+` where more is better, `-` where less is.
//! fn matrix(directions: &str, rows: &[&[f64]]) -> Result<Matrix<'static>, shequ::kernel::Error> {
//!     let criteria = directions.chars().enumerate().map(|(j, sign)| {
//!         let direction = if sign == '+' { Direction::Higher } else { Direction::Lower };
//!         Ok(Criterion::new(format!("c{j}").parse()?, direction, rows.iter().map(|row| row[j]).collect::<Vec<_>>()))
//!     });
//!     Matrix::new(criteria.collect::<Result<_, shequ::kernel::Error>>()?)
//! }
//! fn printed(numbers: &[f64]) -> String {
//!     numbers.iter().map(|x| format!("{x:.4}")).collect::<Vec<_>>().join(" ")
//! }
//!
//! // Elsayed and others (2017): .104991 .069124 .071373 .449937 .304575
//! let example = matrix("+++++", &[
//!     &[7.0, 312.0, 1891.0, 6613.0, 163.0],
//!     &[72.0, 88.0, 728.0, 941_804.0, 1078.0],
//!     &[10.0, 252.0, 2594.0, 3466.0, 117_471.0],
//!     &[10.0, 145.0, 980.0, 2371.0, 86_329.0],
//!     &[65.0, 54.0, 350.0, 501.0, 29_897.0],
//!     &[29.0, 48.0, 380.0, 912.0, 34_051.0],
//!     &[7.0, 476.0, 3300.0, 78_470.0, 2212.0],
//!     &[70.0, 87.0, 650.0, 733.0, 819_000.0],
//!     &[4.0, 86.0, 591.0, 3015.0, 103.0],
//!     &[12.0, 79.0, 579.0, 3240.0, 96_098.0],
//!     &[21.0, 45.0, 261.0, 1253.0, 453.0],
//!     &[1.0, 72.0, 530.0, 4333.0, 0.1048],
//! ])?;
//! assert_eq!(printed(Weighting::Entropy.weights(&example)?.as_slice()), "0.1050 0.0691 0.0714 0.4499 0.3046");
//!
//! // Jahan and Edwards (2013): .35 .31 .34
//! let example = matrix("+++", &[
//!     &[0.0, 0.0, 0.0],
//!     &[0.39, 0.3, 0.77],
//!     &[0.17, 0.36, 0.8],
//!     &[0.35, 0.29, 0.93],
//!     &[0.3, 0.4, 0.94],
//!     &[0.84, 0.71, 1.0],
//!     &[1.0, 1.0, 0.99],
//! ])?;
//! assert_eq!(printed(Weighting::StandardDeviation.weights(&example)?.as_slice()), "0.3459 0.3129 0.3412");
//!
//! // Keshavarz-Ghorabaee and others (2021): .5752 .0141 .4016 .0091
//! let example = matrix("++--", &[
//!     &[450.0, 8000.0, 54.0, 145.0],
//!     &[10.0, 9100.0, 2.0, 160.0],
//!     &[100.0, 8200.0, 31.0, 153.0],
//!     &[220.0, 9300.0, 1.0, 162.0],
//!     &[5.0, 8400.0, 23.0, 158.0],
//! ])?;
//! assert_eq!(printed(Weighting::Merec.weights(&example)?.as_slice()), "0.5752 0.0141 0.4016 0.0091");
//!
//! // Shuai and others (2012): .415 .3612 .2227 .0012
//! let example = matrix("++++", &[
//!     &[30.0, 30.0, 38.0, 29.0],
//!     &[19.0, 54.0, 86.0, 29.0],
//!     &[19.0, 15.0, 85.0, 29.1],
//!     &[68.0, 70.0, 60.0, 29.0],
//! ])?;
//! assert_eq!(printed(Weighting::Angle.weights(&example)?.as_slice()), "0.4150 0.3612 0.2227 0.0012");
//!
//! // Diakoulaki and others (1995): .20222554 .48090173 .31687273
//! let example = matrix("+++", &[
//!     &[61.0, 1.08, 4.33],
//!     &[20.7, 0.26, 4.34],
//!     &[16.3, 1.98, 2.53],
//!     &[9.0, 3.29, 1.65],
//!     &[5.4, 2.77, 2.33],
//!     &[4.0, 4.12, 1.21],
//!     &[-6.1, 3.52, 2.1],
//!     &[-34.6, 3.31, 0.98],
//! ])?;
//! assert_eq!(printed(Weighting::Critic.weights(&example)?.as_slice()), "0.2022 0.4809 0.3169");
//!
//! // Tuş and Aytaç Adalı (2019): .157 .249 .168 .121 .154 .151
//! let example = matrix("++++++", &[
//!     &[5000.0, 3.0, 3.0, 4.0, 3.0, 2.0],
//!     &[680.0, 5.0, 3.0, 2.0, 2.0, 1.0],
//!     &[2000.0, 3.0, 2.0, 3.0, 4.0, 3.0],
//!     &[600.0, 4.0, 3.0, 1.0, 2.0, 2.0],
//!     &[800.0, 2.0, 4.0, 3.0, 3.0, 4.0],
//! ])?;
//! assert_eq!(printed(Weighting::Critic.weights(&example)?.as_slice()), "0.1570 0.2495 0.1677 0.1211 0.1541 0.1506");
//! // By the eigenvectors of numpy 2.4 on the same values.
//! assert_eq!(printed(Weighting::Components.weights(&example)?.as_slice()), "0.1496 0.2003 0.1281 0.1676 0.1652 0.1893");
//! assert_eq!(printed(Weighting::FirstComponent.weights(&example)?.as_slice()), "0.0994 0.2582 0.0000 0.2280 0.2376 0.1768");
//! # Ok::<(), shequ::kernel::Error>(())
//! ```

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

use serde::Serialize;

use super::columns::{self, count};
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
#[derive(Debug, Clone, Serialize)]
#[serde(transparent)]
pub struct Weights {
    shares: Vec<f64>,
    /// The points that the weights were divided from; none where they stand as they were given.
    #[serde(skip)]
    points: Option<Vec<f64>>,
}

/// Points and the weights that they make are the same.
impl PartialEq for Weights {
    fn eq(&self, other: &Self) -> bool {
        self.shares == other.shares
    }
}

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
        let shares = points.shares.iter().map(|point| point / sum).collect();
        Ok(Self { shares, points: Some(points.shares) })
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
        let weights = Self { shares: weights.into_iter().map(|weight| weight + 0.0).collect(), points: None };
        let sum = weights.sum();
        if sum > 0.0 && sum.is_finite() { Ok(weights) } else { Err(Error::at("weights", Fault::WeightsZero)) }
    }

    /// The same weight for each criterion (等权).
    ///
    /// # Errors
    /// `method-weights-zero` without criteria.
    pub fn equal(criteria: usize) -> Result<Self> {
        Self::points(&vec![1.0; criteria])
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
        &self.shares
    }

    /// The numbers that the weights were made of: points, or the weights themselves.
    pub(super) fn given(&self) -> &[f64] {
        self.points.as_ref().unwrap_or(&self.shares)
    }

    /// Whether the numbers that were given were divided by their sum.
    pub(super) const fn is_scaled(&self) -> bool {
        self.points.is_some()
    }

    /// How many there are.
    pub const fn len(&self) -> usize {
        self.shares.len()
    }

    /// Never: there is at least one weight.
    pub const fn is_empty(&self) -> bool {
        self.shares.is_empty()
    }

    /// Their sum, whatever their order.
    pub fn sum(&self) -> f64 {
        columns::sum(&self.shares)
    }

    /// What a method has found, scaled to a sum of one; a weight that rounding left below zero is zero.
    fn found(raw: &[f64], why: &str) -> Result<Self> {
        let raw: Vec<f64> = raw.iter().map(|weight| weight.max(0.0)).collect();
        let sum = columns::sum(&raw);
        if sum > 0.0 && sum.is_finite() {
            Ok(Self { shares: raw.iter().map(|weight| weight / sum).collect(), points: None })
        } else {
            Err(Fault::NothingToWeigh { why: why.to_owned() }.into())
        }
    }
}

#[cfg(test)]
mod tests;
