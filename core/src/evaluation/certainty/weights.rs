//! Where the weights of a draw come from.

use super::CertaintyError as Fault;
use super::stream::{STEP, Stream};
use crate::kernel::{Error, Faults, Result};

/// The distribution of the weights of a draw; every draw sums to one.
///
/// ```
/// use shequ::evaluation::certainty::WeightDraws;
/// let free = WeightDraws::uniform(3)?;
/// let near = WeightDraws::around(&[0.5, 0.3, 0.2], 0.25)?; // each within a quarter of itself, then brought to one
/// let peaked = WeightDraws::dirichlet(&[0.5, 0.3, 0.2], 100.0)?;
/// assert_eq!([free, near, peaked].map(|d| d.len()), [3, 3, 3]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct WeightDraws(Kind);

#[derive(Debug, Clone, PartialEq)]
enum Kind {
    Uniform(usize),
    /// The shapes of the gamma numbers; 0 gives a weight of 0.
    Dirichlet(Vec<f64>),
    Between {
        lower: Vec<f64>,
        width: Vec<f64>,
    },
    Fixed(Vec<f64>),
}

/// The weights brought to a sum of one.
fn shares(weights: &[f64]) -> Result<Vec<f64>> {
    let mut faults = Faults::new();
    for (j, weight) in weights.iter().enumerate() {
        // Beyond this a sum could overflow.
        if !(0.0..=1e300).contains(weight) {
            faults.push(format!("weights[{j}]"), Fault::WeightInvalid { got: weight.to_string() });
        }
    }
    faults.into_result()?;
    let sum: f64 = weights.iter().sum();
    let shares: Vec<f64> = weights.iter().map(|weight| weight / sum).collect();
    if shares.iter().all(|share| share.is_finite()) && !shares.is_empty() {
        Ok(shares)
    } else {
        Err(Error::at("weights", Fault::WeightsAllZero))
    }
}

impl WeightDraws {
    /// Every vector of weights is as likely as every other: Dirichlet with all parameters 1.
    ///
    /// The weights are the gaps between `criteria - 1` sorted uniform numbers (Devroye, Non-Uniform Random Variate Generation,
    /// 1986, chapter V), multiples of 2^-53 that sum to one exactly.
    ///
    /// # Errors
    /// `certainty-out-of-range` without criteria.
    pub fn uniform(criteria: usize) -> Result<Self> {
        if criteria == 0 {
            let (what, expected) = ("the number of criteria".into(), "at least one".into());
            return Err(Fault::OutOfRange { what, got: "0".into(), expected }.into());
        }
        Ok(Self(Kind::Uniform(criteria)))
    }

    /// Dirichlet around given weights: the mean of each is its share, and the greater the concentration, the nearer to it.
    ///
    /// The standard deviation of a weight `w` is the root of `w (1 - w) / (concentration + 1)`. A weight of zero stays zero.
    ///
    /// # Errors
    /// `certainty-weight-invalid`, `certainty-weights-all-zero`; `certainty-out-of-range` for a concentration that is not
    /// from 10^-6 to 10^12.
    pub fn dirichlet(weights: &[f64], concentration: f64) -> Result<Self> {
        if !(1e-6..=1e12).contains(&concentration) {
            let (what, expected) = ("the concentration".into(), "from 10^-6 to 10^12".into());
            return Err(Error::at(
                "concentration",
                Fault::OutOfRange { what, got: concentration.to_string(), expected },
            ));
        }
        Ok(Self(Kind::Dirichlet(shares(weights)?.iter().map(|share| share * concentration).collect())))
    }

    /// Uniform in a box of `weight * (1 - spread)` to `weight * (1 + spread)`, then divided by the sum.
    ///
    /// # Errors
    /// As [`dirichlet`](Self::dirichlet); a spread is from 0 to 1.
    pub fn around(weights: &[f64], spread: f64) -> Result<Self> {
        if !(0.0..=1.0).contains(&spread) {
            let (what, expected) = ("the spread".into(), "from 0 to 1".into());
            return Err(Error::at("spread", Fault::OutOfRange { what, got: spread.to_string(), expected }));
        }
        let shares = shares(weights)?;
        let lower = shares.iter().map(|share| share * (1.0 - spread)).collect();
        Ok(Self(Kind::Between { lower, width: shares.iter().map(|share| share * 2.0 * spread).collect() }))
    }

    /// Uniform in a box of bounds, then divided by the sum; so a weight may leave its bounds where the sum is not one.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `certainty-weight-invalid`, `certainty-bounds-reversed`, `certainty-weights-all-zero`.
    pub fn between(lower: &[f64], upper: &[f64]) -> Result<Self> {
        if lower.len() != upper.len() {
            let (got, expected) = (upper.len(), lower.len());
            return Err(Error::at("upper", Fault::CountMismatch { what: "the upper bounds".into(), got, expected }));
        }
        let mut faults = Faults::new();
        for (j, (low, high)) in lower.iter().zip(upper).enumerate() {
            if !(0.0..=1e300).contains(low) {
                faults.push(format!("lower[{j}]"), Fault::WeightInvalid { got: low.to_string() });
            }
            if !(0.0..=1e300).contains(high) {
                faults.push(format!("upper[{j}]"), Fault::WeightInvalid { got: high.to_string() });
            } else if low > high {
                let (lower, upper) = (low.to_string(), high.to_string());
                faults.push(format!("lower[{j}]"), Fault::BoundsReversed { lower, upper });
            }
        }
        faults.into_result()?;
        // What is too small to be divided by is no weight either.
        if !upper.iter().any(|high| *high >= 1e-290) {
            return Err(Error::at("upper", Fault::WeightsAllZero));
        }
        let width = lower.iter().zip(upper).map(|(low, high)| high - low).collect();
        Ok(Self(Kind::Between { lower: lower.to_vec(), width }))
    }

    /// The same weights in every draw, divided by their sum.
    ///
    /// # Errors
    /// `certainty-weight-invalid`, `certainty-weights-all-zero`.
    pub fn fixed(weights: &[f64]) -> Result<Self> {
        Ok(Self(Kind::Fixed(shares(weights)?)))
    }

    /// The number of criteria, at least one.
    pub fn len(&self) -> usize {
        match &self.0 {
            Kind::Uniform(n) => *n,
            Kind::Dirichlet(weights) | Kind::Fixed(weights) | Kind::Between { lower: weights, .. } => weights.len(),
        }
    }

    /// Whether there are no criteria; never.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Fills the weights of one draw; `cuts` is room to work in.
    pub(super) fn draw(&self, stream: &mut Stream, out: &mut [f64], cuts: &mut Vec<u64>) {
        match &self.0 {
            Kind::Fixed(weights) => out.copy_from_slice(weights),
            Kind::Uniform(_) => {
                cuts.clear();
                cuts.extend((1..out.len()).map(|_| stream.whole()));
                cuts.sort_unstable();
                cuts.push(1 << 53);
                let mut before = 0;
                for (weight, cut) in out.iter_mut().zip(cuts.iter()) {
                    *weight = gap(*cut - before);
                    before = *cut;
                }
            }
            Kind::Dirichlet(shapes) => {
                let mut greatest = f64::NEG_INFINITY;
                for (weight, shape) in out.iter_mut().zip(shapes) {
                    *weight = if *shape > 0.0 { stream.log_gamma(*shape) } else { f64::NEG_INFINITY };
                    greatest = greatest.max(*weight);
                }
                for weight in out.iter_mut() {
                    *weight = if *weight == f64::NEG_INFINITY { 0.0 } else { libm::exp(*weight - greatest) };
                }
                normalise(out);
            }
            Kind::Between { lower, width } => {
                for ((weight, low), width) in out.iter_mut().zip(lower).zip(width) {
                    *weight = low + width * stream.uniform();
                }
                normalise(out);
            }
        }
    }
}

#[expect(clippy::cast_precision_loss, reason = "at most 2^53, where every whole number is a float")]
fn gap(width: u64) -> f64 {
    width as f64 * STEP
}

/// The sum is above zero: one entry is 1, or an upper bound is above zero and no uniform number is 0.
fn normalise(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    for weight in weights {
        *weight /= sum;
    }
}
