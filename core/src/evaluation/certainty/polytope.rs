//! A box of weights that sum to one, and the least and greatest of a linear function over it.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, ToPrimitive as _};

use super::CertaintyError as Fault;
use super::exact::shares;
use crate::kernel::{Error, Faults, Ratio, Result};

/// The greatest common denominator of bounds that exact ranks are made for.
const MOST_UNITS: i64 = 1_000_000_000_000;

/// Bounds of each weight, in which the weights vary freely as long as they sum to one.
///
/// ```
/// use shequ::evaluation::certainty::WeightBox;
/// let weights = ["0.5", "0.3", "0.2"].map(|w| w.parse().unwrap());
/// let near = WeightBox::around(&weights, &"1/4".parse()?)?;
/// assert_eq!(near.lower()[0].to_string(), "3/8");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightBox {
    lower: Vec<Ratio>,
    upper: Vec<Ratio>,
    /// The denominator of all bounds: weights are whole numbers of its parts here, and sum to it.
    units: i64,
    least: Vec<i64>,
    room: Vec<i64>,
    /// What is left to give when every weight has its least.
    rest: i64,
}

impl WeightBox {
    /// A box of bounds, each a share of one; an upper bound above one means one.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `certainty-weight-invalid`, `certainty-bounds-reversed`, `certainty-box-empty`,
    /// `certainty-too-many-digits` where the bounds have no common denominator up to 10^12.
    pub fn new(lower: Vec<Ratio>, upper: Vec<Ratio>) -> Result<Self> {
        let expected = lower.len();
        if upper.len() != expected || expected == 0 {
            let (what, got) = ("the list of upper bounds".into(), upper.len());
            return Err(Error::at("upper", Fault::CountMismatch { what, got, expected: expected.max(1) }));
        }
        let mut faults = Faults::new();
        let upper: Vec<Ratio> = upper.into_iter().map(|bound| bound.min(Ratio::ONE)).collect();
        let mut common = BigInt::one();
        for (j, (low, high)) in lower.iter().zip(&upper).enumerate() {
            if low.is_negative() {
                faults.push(format!("lower[{j}]"), Fault::WeightInvalid { got: low.to_string() });
            }
            if low > high {
                let (lower, upper) = (low.to_string(), high.to_string());
                faults.push(format!("lower[{j}]"), Fault::BoundsReversed { lower, upper });
            }
            common = common.lcm(&low.denominator()).lcm(&high.denominator());
        }
        faults.into_result()?;
        let (least, greatest): (Ratio, Ratio) = (lower.iter().cloned().sum(), upper.iter().cloned().sum());
        if least > Ratio::ONE || greatest < Ratio::ONE {
            return Err(Fault::BoxEmpty { least: least.to_string(), greatest: greatest.to_string() }.into());
        }
        let Some(units) = common.to_i64().filter(|units| *units <= MOST_UNITS) else {
            let (what, most) = ("the common denominator of the bounds".into(), MOST_UNITS.to_string());
            return Err(Fault::TooManyDigits { what, got: common.to_string(), most }.into());
        };
        let parts = |bounds: &[Ratio]| -> Vec<i64> {
            // A whole number between 0 and `units`, so this never fails.
            bounds.iter().map(|bound| (bound * &Ratio::from(units)).numerator().to_i64().unwrap_or(0)).collect()
        };
        let (least, most) = (parts(&lower), parts(&upper));
        let room = least.iter().zip(&most).map(|(least, most)| most - least).collect();
        let rest = units - least.iter().sum::<i64>();
        Ok(Self { lower, upper, units, least, room, rest })
    }

    /// Any weights: each from 0 to 1.
    ///
    /// # Errors
    /// `certainty-count-mismatch` without criteria.
    pub fn free(criteria: usize) -> Result<Self> {
        Self::new(vec![Ratio::ZERO; criteria], vec![Ratio::ONE; criteria])
    }

    /// Each weight's share from `(1 - spread)` to `(1 + spread)` times itself.
    ///
    /// # Errors
    /// As [`new`](Self::new); `certainty-weights-all-zero`; `certainty-out-of-range` for a spread that is not from 0 to 1.
    pub fn around(weights: &[Ratio], spread: &Ratio) -> Result<Self> {
        let shares = shares(weights)?;
        let (down, up) = (&Ratio::ONE - spread, &Ratio::ONE + spread);
        if spread.is_negative() || down.is_negative() {
            let (what, expected) = ("the spread".into(), "from 0 to 1".into());
            return Err(Error::at("spread", Fault::OutOfRange { what, got: spread.to_string(), expected }));
        }
        Self::new(shares.iter().map(|w| w * &down).collect(), shares.iter().map(|w| w * &up).collect())
    }

    /// Each weight's share plus and minus a number of shares of one, but from 0 to 1.
    ///
    /// # Errors
    /// As [`around`](Self::around).
    pub fn within(weights: &[Ratio], points: &Ratio) -> Result<Self> {
        let shares = shares(weights)?;
        if points.is_negative() {
            let (what, expected) = ("the distance".into(), "zero or more".into());
            return Err(Error::at("points", Fault::OutOfRange { what, got: points.to_string(), expected }));
        }
        let lower = shares.iter().map(|w| (w - points).max(Ratio::ZERO)).collect();
        Self::new(lower, shares.iter().map(|w| w + points).collect())
    }

    /// The number of criteria, at least one.
    pub fn len(&self) -> usize {
        self.lower.len()
    }

    /// Whether there are no criteria; never.
    pub fn is_empty(&self) -> bool {
        self.lower.is_empty()
    }

    /// The lower bounds.
    pub fn lower(&self) -> &[Ratio] {
        &self.lower
    }

    /// The upper bounds, at most one.
    pub fn upper(&self) -> &[Ratio] {
        &self.upper
    }

    /// Whether weights stand within the bounds and sum to one.
    pub fn contains(&self, weights: &[Ratio]) -> bool {
        let inside = |((weight, low), high): ((&Ratio, &Ratio), &Ratio)| low <= weight && weight <= high;
        weights.len() == self.len()
            && weights.iter().cloned().sum::<Ratio>() == Ratio::ONE
            && weights.iter().zip(&self.lower).zip(&self.upper).all(inside)
    }

    pub(super) const fn units(&self) -> i64 {
        self.units
    }

    pub(super) fn least(&self) -> &[i64] {
        &self.least
    }

    pub(super) fn room(&self) -> &[i64] {
        &self.room
    }

    pub(super) const fn rest(&self) -> i64 {
        self.rest
    }

    /// The weights, in parts of `units`, where a linear function is greatest: every weight has its least, and what is left
    /// goes to the greatest coefficients as far as they have room.
    pub(super) fn top<T: Ord>(&self, coefficients: &[T]) -> Vec<i64> {
        let mut order: Vec<usize> = (0..self.len().min(coefficients.len())).collect();
        order.sort_by(|a, b| coefficients.get(*b).cmp(&coefficients.get(*a)));
        let mut weights = self.least.clone();
        let mut rest = self.rest;
        for j in order {
            if let (Some(weight), Some(room)) = (weights.get_mut(j), self.room.get(j)) {
                let given = rest.min(*room);
                *weight += given;
                rest -= given;
            }
        }
        weights
    }

    /// The greatest value of a linear function over the box, in parts of `units`; `None` beyond 128 bits.
    pub(super) fn greatest(&self, coefficients: &[i128]) -> Option<i128> {
        let weights = self.top(coefficients);
        coefficients
            .iter()
            .zip(weights)
            .try_fold(0_i128, |sum, (c, w)| c.checked_mul(w.into()).and_then(|p| sum.checked_add(p)))
    }

    /// The least and the greatest of a difference of two rows: below 2^42 times 2^40 times the number of criteria.
    pub(super) fn range(&self, difference: &[i64]) -> (i128, i128) {
        let at = |weights: Vec<i64>| difference.iter().zip(weights).map(|(d, w)| i128::from(*d) * i128::from(w)).sum();
        let negative: Vec<i64> = difference.iter().map(|d| -d).collect();
        (at(self.top(&negative)), at(self.top(difference)))
    }
}
