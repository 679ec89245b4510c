//! Sums of floats that do not depend on the order of what is summed.
//!
//! Each number is cut into two parts, each a multiple of a unit that is the same for all numbers: small enough that the parts of a
//! kind add up without rounding, whatever their order. Only the two sums are then added with rounding. The units follow from the
//! greatest number and from how many there are, which no order changes either.
//!
//! This is the error-free vector transformation of Rump, Ogita and Oishi, "Accurate floating-point summation part I", SIAM Journal on
//! Scientific Computing 31 (2008), with a fixed number of cuts, as Demmel and Nguyen, "Fast reproducible floating-point summation",
//! ARITH 21 (2013), use it. The sum is also closer than one number after another would be.

/// The sum of what a function makes of each value; the function is asked twice for each.
pub(in crate::evaluation) fn sum_of(values: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let [sum] = sums_within(values, [largest_of(values, &term)], |x| [term(x)]);
    sum
}

/// The greatest size of what a function makes of each value.
pub(in crate::evaluation) fn largest_of(values: &[f64], term: impl Fn(f64) -> f64) -> f64 {
    let (chunks, rest) = values.as_chunks::<LANES>();
    let mut largest = [0.0_f64; LANES];
    let add = |largest: &mut f64, x: &f64| {
        let x = term(*x).abs();
        // No comparison holds with NaN: it is taken, and makes the sum NaN whatever follows.
        *largest = if x <= *largest { *largest } else { x };
    };
    for chunk in chunks {
        largest.iter_mut().zip(chunk).for_each(|(largest, x)| add(largest, x));
    }
    largest.iter_mut().zip(rest).for_each(|(largest, x)| add(largest, x));
    largest.into_iter().fold(0.0_f64, |a, b| if b <= a { a } else { b })
}

/// The sums of several terms that a function makes of each value, none of which is greater in size than its bound. The bounds must not
/// depend on the order; where one is zero or not finite it is the sum.
pub(in crate::evaluation) fn sums_within<const N: usize>(
    values: &[f64],
    bounds: [f64; N],
    terms: impl Fn(f64) -> [f64; N],
) -> [f64; N] {
    let (chunks, rest) = values.as_chunks::<LANES>();
    let cuts = bounds.map(|largest| Cuts::new(largest, values.len()));
    let mut lanes = [[[0.0_f64; 2]; N]; LANES];
    let add = |sums: &mut [[f64; 2]; N], x: f64| {
        for (([one, two], x), cuts) in sums.iter_mut().zip(terms(x)).zip(&cuts) {
            let (a, b) = cuts.of(x);
            *one += a;
            *two += b;
        }
    };
    for chunk in chunks {
        lanes.iter_mut().zip(chunk).for_each(|(sums, x)| add(sums, *x));
    }
    lanes.iter_mut().zip(rest).for_each(|(sums, x)| add(sums, *x));
    let mut sums = [[0.0_f64; 2]; N];
    for lane in lanes {
        for ([one, two], [a, b]) in sums.iter_mut().zip(lane) {
            *one += a;
            *two += b;
        }
    }
    let mut out = bounds;
    for ((out, [one, two]), cuts) in out.iter_mut().zip(sums).zip(cuts) {
        if *out > 0.0 && out.is_finite() {
            *out = cuts.join(one, two);
        }
    }
    out
}

/// The sum.
pub(in crate::evaluation) fn sum(values: &[f64]) -> f64 {
    sum_of(values, |x| x)
}

/// The sum of terms that cost something to make.
pub(in crate::evaluation) fn sum_terms(terms: impl IntoIterator<Item = f64>) -> f64 {
    sum(&terms.into_iter().collect::<Vec<f64>>())
}

/// How many numbers are worked on at once. The parts add up exactly, so it changes nothing but the speed.
const LANES: usize = 8;

/// Where numbers up to a greatest one are cut.
#[derive(Debug, Clone, Copy)]
struct Cuts {
    /// A power of two that brings numbers near the ends of the range to its middle.
    scale: f64,
    /// Adding and taking away one of these leaves a multiple of its last binary place.
    at: [f64; 2],
}

impl Cuts {
    fn new(largest: f64, many: usize) -> Self {
        let scale = if exponent(largest) > 600 {
            two_to(-512)
        } else if exponent(largest) < -600 {
            two_to(512)
        } else {
            1.0
        };
        // Above the sum of as many numbers as there are, each at most the greatest.
        let spare = i64::from(usize::BITS - many.leading_zeros()) + 2;
        let first = exponent(largest * scale) + spare;
        Self { scale, at: [two_to(first), two_to(first + spare - 53)] }
    }

    fn of(self, x: f64) -> (f64, f64) {
        let [first, second] = self.at;
        let x = x * self.scale;
        let one = (x + first) - first;
        let x = x - one;
        (one, (x + second) - second)
    }

    fn join(self, one: f64, two: f64) -> f64 {
        (one + two) / self.scale
    }
}

/// The power of two at or below a number above zero; of a number below the least normal one that of the least.
fn exponent(x: f64) -> i64 {
    i64::try_from((x.to_bits() >> 52) & 0x7FF).unwrap_or(0).max(1) - 1023
}

/// Two to a power within the range of normal numbers.
fn two_to(power: i64) -> f64 {
    f64::from_bits(u64::try_from(power.clamp(-1022, 1023) + 1023).unwrap_or(1) << 52)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::kernel::Ratio;

    /// What a normal float is, exactly.
    fn ratio(x: f64) -> Ratio {
        let bits = x.to_bits();
        let power = i32::try_from((bits >> 52) & 0x7FF).unwrap() - 1075;
        let mantissa = i64::try_from((bits & ((1 << 52) - 1)) | (1 << 52)).unwrap();
        let by = if power > 0 { Ratio::from(2) } else { Ratio::new(1, 2).unwrap() };
        let start = if x == 0.0 { 0 } else { mantissa };
        (0..power.abs()).fold(Ratio::from(if x < 0.0 { -start } else { start }), |ratio, _| ratio * by.clone())
    }

    #[test]
    fn large_numbers_that_cancel_leave_the_small_one() {
        let same = |found: f64, expected: f64| assert_eq!(found.to_bits(), expected.to_bits(), "{found} {expected}");
        same(sum(&[1e20, 1.0, -1e20]), 1.0);
        same(sum(&[1e308, 1e308, -1e308]), 1e308);
        same(sum(&[5e-324, 5e-324]), 1e-323);
        same(sum(&[]), 0.0);
        same(sum(&[-0.0, 0.0]), 0.0);
        assert!(sum(&[f64::INFINITY, 1.0]).is_infinite() && sum(&[1.0, f64::NAN, 2.0]).is_nan());
        let values: Vec<f64> = (0..21_u32).map(f64::from).collect();
        same(sum(&values), 210.0);
        same(sum_of(&values, |x| x * x), 2870.0);
        same(sum_terms([0.5, 0.25]), 0.75);
    }

    proptest! {
        #[test]
        fn the_order_changes_no_bit(
            values in proptest::collection::vec((-1.0..1.0_f64, -60..60_i32), 0..200),
            seed in any::<u64>(),
        ) {
            let values: Vec<f64> = values.into_iter().map(|(x, power)| x * 2.0_f64.powi(power)).collect();
            let mut other = values.clone();
            let mut state = seed;
            for i in (1..other.len()).rev() {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                other.swap(i, usize::try_from(state >> 33).unwrap() % (i + 1));
            }
            prop_assert_eq!(sum(&values).to_bits(), sum(&other).to_bits());
            // As close as the greatest number and their count allow.
            let most = values.iter().fold(0.0, |m: f64, x| m.max(x.abs()));
            let exact: Ratio = values.iter().map(|x| ratio(*x)).sum();
            let size = |x: Ratio| if x.is_negative() { Ratio::ZERO - x } else { x };
            let most_off = size(exact.clone()) * ratio(1e-15) + ratio(1e-23 * most);
            prop_assert!(size(ratio(sum(&values)) - exact) <= most_off);
        }
    }
}
