//! Weights as whole numbers, so that weighted counts add up without rounding and rows that tie in truth tie to the last bit.

use std::ops::{AddAssign, Sub};

use crate::evaluation::methods::Weights;
use crate::evaluation::methods::columns::{count, sum};

/// Up to here floats hold every whole number, and a division by one divisor still tells them apart.
const MOST: f64 = 4_503_599_627_370_496.0;
/// The most decimals that are looked for: a float holds that many.
const MOST_DECIMALS: usize = 15;
/// The bits of a sum in 128 bits that are free for a product of the greatest weight.
const BITS: i32 = 126;

/// The weights as whole numbers, in their order.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Parts {
    /// The decimals or the points that the weights were given as, each weight times `whole`: so few digits that floats hold every sum.
    Few { parts: Vec<f64>, whole: f64 },
    /// The binary digits of the weights, each times two to the `power`; sums are held in 128 bits.
    Many { parts: Vec<i128>, power: i32 },
}

impl Parts {
    /// The parts of weights, for counts that do not exceed `most`.
    pub fn of(weights: &Weights, most: f64) -> Self {
        let (given, scaled) = (weights.given(), weights.is_scaled());
        match decimals(given).filter(|(parts, _)| sum(parts) * most <= MOST) {
            // Points were divided by their sum.
            Some((parts, _)) if scaled => Self::Few { whole: sum(&parts), parts },
            Some((parts, whole)) => Self::Few { parts, whole },
            None => Self::many(weights.as_slice(), most),
        }
    }

    /// Each weight times a power of two: all its digits, unless it is below 2^-50 of the greatest.
    fn many(weights: &[f64], most: f64) -> Self {
        let greatest = weights.iter().copied().fold(0.0, f64::max);
        let power = BITS - libm::ilogb(greatest) - libm::ilogb(most.max(1.0) * count(weights.len())) - 3;
        #[expect(clippy::cast_possible_truncation, reason = "below 2^126, and what is below one is less than a digit")]
        let part = |weight: &f64| libm::scalbn(*weight, power) as i128;
        Self::Many { parts: weights.iter().map(part).collect(), power }
    }
}

/// A sum of parts times counts. It stays below 2^126 by how [`Parts::many`] makes the parts, so nothing looks for an overflow.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum(i128);

impl Sum {
    /// A part times twice a count of rows or of halves of rows.
    #[expect(clippy::cast_possible_truncation, reason = "twice a count of rows")]
    pub fn twice(part: i128, rows: f64) -> Self {
        Self(part.wrapping_mul(i128::from((2.0 * rows) as i64)))
    }

    /// The nearest float, for parts that were times two to a power.
    #[expect(clippy::cast_precision_loss, reason = "rounded once, at the end")]
    pub fn float(self, power: i32) -> f64 {
        libm::scalbn(self.0 as f64, -power)
    }
}

impl AddAssign for Sum {
    fn add_assign(&mut self, more: Self) {
        self.0 = self.0.wrapping_add(more.0);
    }
}

impl Sub for Sum {
    type Output = Self;

    fn sub(self, less: Self) -> Self {
        Self(self.0.wrapping_sub(less.0))
    }
}

/// The least number of decimals that all numbers can be written with, as whole numbers and the power of ten; none beyond 15.
fn decimals(numbers: &[f64]) -> Option<(Vec<f64>, f64)> {
    let tens: [f64; MOST_DECIMALS + 1] = std::array::from_fn(|k| (0..k).fold(1.0, |ten, _| ten * 10.0));
    let mut tens = tens.into_iter();
    let mut ten = tens.next()?;
    for number in numbers {
        // A division of whole numbers is rounded as a decimal is read, so the two are the same float only if the decimal is meant.
        let is_meant = |ten: f64| {
            let whole = libm::round(number * ten);
            whole <= MOST && (whole / ten).to_bits() == number.to_bits()
        };
        while !is_meant(ten) {
            ten = tens.next()?;
        }
    }
    Some((numbers.iter().map(|number| libm::round(number * ten)).collect(), ten))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn few(weights: &Weights) -> (Vec<f64>, f64) {
        match Parts::of(weights, 100.0) {
            Parts::Few { parts, whole } => (parts, whole),
            Parts::Many { .. } => panic!("{weights:?}"),
        }
    }

    #[test]
    fn weights_are_read_as_they_were_written() {
        assert_eq!(few(&Weights::new(vec![0.1, 0.2, 0.7]).unwrap()), (vec![1.0, 2.0, 7.0], 10.0));
        assert_eq!(few(&Weights::new(vec![0.125, 0.25, 0.625]).unwrap()), (vec![125.0, 250.0, 625.0], 1000.0));
        assert_eq!(few(&Weights::points(&[1.0, 2.0, 3.0]).unwrap()), (vec![1.0, 2.0, 3.0], 6.0));
        assert_eq!(few(&Weights::points(&[0.5, 0.0]).unwrap()), (vec![5.0, 0.0], 5.0));
        assert_eq!(few(&Weights::equal(7).unwrap()), (vec![1.0; 7], 7.0));
        assert_eq!(few(&Weights::unscaled(vec![20.0, 15.0]).unwrap()), (vec![20.0, 15.0], 1.0));
    }

    #[test]
    fn weights_of_many_digits_keep_all_of_them() {
        for weights in [vec![1.0 / 3.0, 1.0 / 7.0, 11.0 / 21.0], vec![1e-200, 3e-201], vec![1e299, 0.3]] {
            let weights = Weights::unscaled(weights).unwrap();
            let Parts::Many { parts, power } = Parts::of(&weights, 2e7) else { panic!("{weights:?}") };
            let bits: u32 = parts.iter().map(|part| 128 - part.leading_zeros()).max().unwrap();
            assert!((85..=103).contains(&bits), "{bits}");
            for (part, weight) in parts.iter().zip(weights.as_slice()).filter(|(part, _)| **part > 1 << 60) {
                assert_eq!(Sum(*part).float(power).to_bits(), weight.to_bits());
            }
        }
    }
}
