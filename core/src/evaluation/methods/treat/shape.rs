//! The shape of a sample: mean, standard deviation, skewness and kurtosis.

use serde::Serialize;

use crate::evaluation::methods::sums::{largest_of, sum, sum_of, sums_within};
use crate::kernel::Real;

/// The mean of values, whatever their order; none of no values.
pub(in crate::evaluation) fn mean(values: &[f64]) -> Option<f64> {
    let n = count(values.len());
    (!values.is_empty()).then(|| sum(values) / n)
}

/// A count as a float; exact for every number of rows that fits memory.
#[expect(clippy::cast_precision_loss, reason = "below 2^53")]
pub(in crate::evaluation) const fn count(n: usize) -> f64 {
    n as f64
}

/// The sample standard deviation, with n - 1; none of fewer than two values.
pub(in crate::evaluation) fn deviation(values: &[f64]) -> Option<f64> {
    let mean = mean(values).filter(|_| values.len() > 1)?;
    let squares = sum_of(values, |x| (x - mean) * (x - mean));
    Some(libm::sqrt(squares / (count(values.len()) - 1.0)))
}

/// The least and the greatest of values; none of no values.
pub(in crate::evaluation) fn extremes(values: &[f64]) -> Option<(f64, f64)> {
    values.iter().fold(None, |found, &x| match found {
        None => Some((x, x)),
        Some((least, greatest)) => Some((f64::min(least, x), f64::max(greatest, x))),
    })
}

/// The middle of values, of an even number the mean of the two in the middle; none of no values.
pub(in crate::evaluation) fn median(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    match sorted.len() % 2 {
        0 => sorted.get(sorted.len() / 2 - 1).map(|lower| f64::midpoint(*lower, upper)),
        _ => Some(upper),
    }
}

/// Skewness (偏度) and excess kurtosis (峰度) of a sample, corrected for its size.
///
/// Skewness is G1 = g1 √(n(n-1)) / (n-2), kurtosis G2 = ((n+1) g2 + 6)(n-1) / ((n-2)(n-3)), the "type 2" of Joanes and Gill,
/// "Comparing measures of sample skewness and kurtosis", The Statistician 47 (1998), with g1 and g2 of the central moments. It is
/// what spreadsheets, SAS and COINr print.
///
/// ```
/// use shequ::evaluation::methods::Shape;
/// // What a spreadsheet gives for SKEW and KURT of these numbers, and what follows from the definition by hand.
/// let shape = Shape::of(&[3.0, 4.0, 5.0, 2.0, 3.0, 4.0, 5.0, 6.0, 4.0, 7.0]).ok_or("too few")?;
/// assert!((shape.skewness.get() - 0.359_543_071_407).abs() < 1e-12);
/// assert!((shape.kurtosis.get() - -0.151_799_637_208).abs() < 1e-12);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Shape {
    /// Skewness; above zero where the long tail is on the right.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub skewness: Real,
    /// Excess kurtosis: 0 for a normal distribution.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub kurtosis: Real,
}

impl Shape {
    /// The shape of at least four values that are not all the same; of others there is none.
    pub fn of(values: &[f64]) -> Option<Self> {
        let n = count(values.len());
        let mean = mean(values).filter(|_| values.len() > 3)?;
        let most = largest_of(values, |x| x - mean);
        let powers = |x: f64| [x * x, x * x * x, x * x * (x * x)];
        let [two, three, four] = sums_within(values, powers(most), |x| powers(x - mean)).map(|sum| sum / n);
        if two <= 0.0 {
            return None;
        }
        let skewness = three / (two * libm::sqrt(two)) * libm::sqrt(n * (n - 1.0)) / (n - 2.0);
        let kurtosis = ((n + 1.0) * (four / (two * two) - 3.0) + 6.0) * (n - 1.0) / ((n - 2.0) * (n - 3.0));
        Some(Self { skewness: Real::new(skewness).ok()?, kurtosis: Real::new(kurtosis).ok()? })
    }
}
