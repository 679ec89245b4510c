//! Transformations of a whole indicator: logarithms and the Box-Cox family.

use serde::{Deserialize, Serialize};

use super::super::index::IndexError as Fault;
use super::super::sums::{sum_of, sum_terms};
use super::shape::{Shape, count, extremes, mean};
use crate::kernel::{Error, Faults, Real, Result};

/// A transformation that keeps the order of the values (变换).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Transform {
    /// ln x, for values above zero.
    Log,
    /// ln(x - min + a) with a one hundredth of the range, for values of any sign: the transformation of the COIN Tool of the
    /// European Commission's Joint Research Centre; `log_CT` in COINr.
    LogShifted,
    /// The same for a long tail on the right; for one on the left its mirror image, -ln(max + a - x). `log_CT_plus` in COINr.
    LogSkewed,
    /// ln((max - 1)(x - min) / (max - min) + 1), as the Global Innovation Index has it (Appendix on sources and methods), for
    /// a greatest value above one; `log_GII` in COINr.
    LogGii,
    /// (x^λ - 1) / λ, or ln x for λ = 0, for values above zero. Box and Cox, "An analysis of transformations", Journal of the
    /// Royal Statistical Society B 26 (1964).
    BoxCox(#[cfg_attr(feature = "typescript", ts(type = "number"))] Real),
    /// Box-Cox with the λ from -5 to 5 of greatest likelihood, found to 10 decimals.
    BoxCoxFitted,
}

/// The name of a transformation in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TransformName {
    /// ln x.
    Log,
    /// ln(x - min + a), a one hundredth of the range.
    LogShifted,
    /// The same towards the side of the long tail.
    LogSkewed,
    /// ln((max - 1)(x - min) / (max - min) + 1).
    LogGii,
    /// Box-Cox with the given `lambda`, or the likeliest one where none is given.
    BoxCox,
}

impl Transform {
    /// Its name in a document.
    pub const fn name(self) -> TransformName {
        match self {
            Self::Log => TransformName::Log,
            Self::LogShifted => TransformName::LogShifted,
            Self::LogSkewed => TransformName::LogSkewed,
            Self::LogGii => TransformName::LogGii,
            Self::BoxCox(_) | Self::BoxCoxFitted => TransformName::BoxCox,
        }
    }

    /// The values transformed, in their order.
    ///
    /// # Errors
    /// `value-not-positive` with the place, `[row]`, for a logarithm or a Box-Cox transformation of zero or less;
    /// `indicator-constant` where all values are the same and the range is needed; `maximum-not-above-one`; `not-finite`.
    ///
    /// ```
    /// use shequ::evaluation::methods::Transform;
    /// // By hand: λ = 0.5 gives 2(√x - 1).
    /// let half = Transform::BoxCox("0.5".parse()?).apply(&[1.0, 4.0, 9.0])?;
    /// assert_eq!(half, [0.0, 2.0, 4.0]);
    /// assert_eq!(Transform::Log.apply(&[1.0, -2.0]).unwrap_err().first().path(), "[1]");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn apply(self, values: &[f64]) -> Result<Vec<f64>> {
        let range = || match extremes(values) {
            Some((least, greatest)) if greatest > least => Ok((least, greatest)),
            _ => Err(Error::from(Fault::Constant)),
        };
        let each = |f: &dyn Fn(f64) -> f64| values.iter().map(|x| f(*x)).collect::<Vec<_>>();
        let out = match self {
            Self::Log => {
                positive(values, "a logarithm")?;
                each(&libm::log)
            }
            Self::LogShifted => {
                let (least, greatest) = range()?;
                let a = 0.01 * (greatest - least);
                each(&|x| libm::log(x - least + a))
            }
            Self::LogSkewed => {
                let (least, greatest) = range()?;
                let a = 0.01 * (greatest - least);
                if Shape::of(values).is_some_and(|shape| shape.skewness.get() < 0.0) {
                    each(&|x| -libm::log(greatest + a - x))
                } else {
                    each(&|x| libm::log(x - least + a))
                }
            }
            Self::LogGii => {
                let (least, greatest) = range()?;
                if greatest <= 1.0 {
                    // Otherwise the order of the values would be turned round.
                    return Err(Fault::MaximumNotAboveOne { got: greatest.to_string() }.into());
                }
                each(&|x| libm::log((greatest - 1.0) * (x - least) / (greatest - least) + 1.0))
            }
            Self::BoxCox(lambda) => {
                positive(values, "a Box-Cox transformation")?;
                each(&|x| box_cox(x, lambda.get()))
            }
            Self::BoxCoxFitted => {
                let lambda = fit(values)?;
                each(&|x| box_cox(x, lambda))
            }
        };
        finite(out)
    }
}

/// Values that are all above zero.
pub(in crate::evaluation) fn positive(values: &[f64], needed_by: &str) -> Result<()> {
    let mut faults = Faults::new();
    for (row, x) in values.iter().enumerate().filter(|(_, x)| **x <= 0.0) {
        faults.push(format!("[{row}]"), Fault::NotPositive { got: x.to_string(), needed_by: needed_by.into() });
    }
    faults.into_result()
}

/// Values none of which left the range of floats; a negative zero becomes zero.
pub(in crate::evaluation) fn finite(mut values: Vec<f64>) -> Result<Vec<f64>> {
    let mut faults = Faults::new();
    for (row, x) in values.iter_mut().enumerate() {
        *x += 0.0;
        if !x.is_finite() {
            faults.push(format!("[{row}]"), Fault::OutOfFloat { got: x.to_string() });
        }
    }
    faults.into_result().map(|()| values)
}

fn box_cox(x: f64, lambda: f64) -> f64 {
    // Below this the quotient keeps fewer digits than its limit is away.
    if lambda.abs() < 1e-9 { libm::log(x) } else { libm::expm1(lambda * libm::log(x)) / lambda }
}

/// The λ of greatest likelihood from -5 to 5, where the likelihood has one top.
pub(super) fn fit(values: &[f64]) -> Result<f64> {
    positive(values, "a Box-Cox transformation")?;
    if !extremes(values).is_some_and(|(least, greatest)| greatest > least) {
        return Err(Fault::Constant.into());
    }
    let n = count(values.len());
    let logs = sum_terms(values.iter().map(|x| libm::log(*x)));
    let likelihood = |lambda: f64| {
        let transformed: Vec<f64> = values.iter().map(|x| box_cox(*x, lambda)).collect();
        let mean = mean(&transformed).unwrap_or(0.0);
        let variance = sum_of(&transformed, |y| (y - mean) * (y - mean)) / n;
        (lambda - 1.0) * logs - n / 2.0 * libm::log(variance)
    };
    // The golden section: each step keeps 61.8 % of the interval, so 60 steps leave less than 10^-11 of it.
    let golden = (libm::sqrt(5.0) - 1.0) / 2.0;
    let (mut low, mut high) = (-5.0, 5.0);
    let (mut left, mut right) = (high - golden * (high - low), low + golden * (high - low));
    let (mut at_left, mut at_right) = (likelihood(left), likelihood(right));
    for _ in 0..60 {
        if at_left < at_right {
            (low, left, at_left) = (left, right, at_right);
            right = low + golden * (high - low);
            at_right = likelihood(right);
        } else {
            (high, right, at_right) = (right, left, at_left);
            left = high - golden * (high - low);
            at_left = likelihood(left);
        }
    }
    Ok(f64::midpoint(low, high))
}
