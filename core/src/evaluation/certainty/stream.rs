//! Random numbers: one ChaCha stream for each draw, so that neither threads nor the order of work can change it.

use chacha20::ChaCha8Rng;
use chacha20::rand_core::{Rng, SeedableRng};

/// What a stream is for: the streams of different purposes never meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// The parameters of a draw of a study.
    Draw = 1,
    /// The points of a sensitivity analysis.
    Sample = 2,
    /// The order of the strata of a Latin hypercube.
    Strata = 3,
    /// The resampling of a bootstrap.
    Bootstrap = 4,
}

/// One stream of ChaCha with eight rounds.
///
/// The key is the seed in eight bytes, the least first, then `shequ.certainty`, a zero byte and the purpose; the stream is the
/// number of the draw.
pub(super) struct Stream {
    generator: ChaCha8Rng,
    /// The second of a pair of normal numbers.
    spare: Option<f64>,
}

/// 2 to the power of -53: the distance of two neighbouring uniform numbers.
pub(super) const STEP: f64 = 1.0 / 9_007_199_254_740_992.0;

#[expect(clippy::cast_precision_loss, reason = "below 2^53, where every whole number is a float")]
const fn exact(n: u64) -> f64 {
    n as f64
}

impl Stream {
    pub fn new(seed: u64, purpose: Purpose, number: u64) -> Self {
        let mut key = [0; 32];
        let bytes = seed.to_le_bytes().into_iter().chain(*b"shequ.certainty\0").chain([purpose as u8]);
        for (slot, byte) in key.iter_mut().zip(bytes) {
            *slot = byte;
        }
        let mut generator = ChaCha8Rng::from_seed(key);
        generator.set_stream(number);
        Self { generator, spare: None }
    }

    /// A whole number below 2^53.
    pub fn whole(&mut self) -> u64 {
        self.generator.next_u64() >> 11
    }

    /// A uniform number above 0 and below 1: the middle of one of 2^52 equal parts.
    pub fn uniform(&mut self) -> f64 {
        (exact(self.whole() >> 1) + 0.5) * (2.0 * STEP)
    }

    /// A whole number below `n`, each equally likely; 0 where `n` is 0.
    ///
    /// Lemire, Fast random integer generation in an interval, 2019.
    pub fn below(&mut self, n: u64) -> u64 {
        if n == 0 {
            return 0;
        }
        let reject = n.wrapping_neg() % n;
        loop {
            let product = u128::from(self.generator.next_u64()) * u128::from(n);
            let [low, high] =
                [product & u128::from(u64::MAX), product >> 64].map(|half| u64::try_from(half).unwrap_or(0));
            if low >= reject {
                return high;
            }
        }
    }

    /// A normal number of mean 0 and standard deviation 1 (Marsaglia's polar method, 1964).
    pub fn normal(&mut self) -> f64 {
        if let Some(spare) = self.spare.take() {
            return spare;
        }
        loop {
            let (x, y) = (2.0 * self.uniform() - 1.0, 2.0 * self.uniform() - 1.0);
            let square = x * x + y * y;
            if square > 0.0 && square < 1.0 {
                let factor = (-2.0 * libm::log(square) / square).sqrt();
                self.spare = Some(y * factor);
                return x * factor;
            }
        }
    }

    /// The logarithm of a gamma number of a shape above 0 and scale 1: as a logarithm it does not vanish for small shapes.
    ///
    /// Marsaglia and Tsang, A simple method for generating gamma variables, 2000.
    pub fn log_gamma(&mut self, shape: f64) -> f64 {
        if shape < 1.0 {
            let larger = self.log_gamma(shape + 1.0);
            return larger + libm::log(self.uniform()) / shape;
        }
        let d = shape - 1.0 / 3.0;
        let c = 1.0 / (9.0 * d).sqrt();
        loop {
            let x = self.normal();
            let root = 1.0 + c * x;
            if root <= 0.0 {
                continue;
            }
            let v = root * root * root;
            if libm::log(self.uniform()) < 0.5 * x * x + d - d * v + d * libm::log(v) {
                return libm::log(d * v);
            }
        }
    }

    /// The numbers below `n` in random order (Fisher and Yates).
    pub fn shuffled(&mut self, n: u32) -> Vec<u32> {
        let mut out: Vec<u32> = (0..n).collect();
        for last in (1..out.len()).rev() {
            let other = usize::try_from(self.below(last as u64 + 1)).unwrap_or(0);
            out.swap(last, other);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_chacha_of_the_documented_key() {
        let mut key = [0_u8; 32];
        key[0] = 7;
        key[8..23].copy_from_slice(b"shequ.certainty");
        key[24] = 1;
        let mut plain = ChaCha8Rng::from_seed(key);
        plain.set_stream(3);
        let mut stream = Stream::new(7, Purpose::Draw, 3);
        let (first, second) = (plain.next_u64() >> 11, plain.next_u64() >> 11);
        assert_eq!((stream.whole(), stream.whole()), (first, second));
    }

    #[test]
    fn moments_are_those_of_the_distributions() {
        let n = 40_000;
        let mut stream = Stream::new(1, Purpose::Sample, 0);
        let mut mean =
            |draw: &mut dyn FnMut(&mut Stream) -> f64| (0..n).map(|_| draw(&mut stream)).sum::<f64>() / f64::from(n);
        assert!((mean(&mut Stream::uniform) - 0.5).abs() < 0.01);
        assert!(mean(&mut Stream::normal).abs() < 0.02);
        assert!((mean(&mut |s| s.normal().powi(2)) - 1.0).abs() < 0.03);
        assert!((mean(&mut |s| s.log_gamma(2.5).exp()) - 2.5).abs() < 0.05);
        assert!((mean(&mut |s| s.log_gamma(0.3).exp()) - 0.3).abs() < 0.02);
        let mut counts = [0_u32; 6];
        (0..6000).for_each(|_| counts[usize::try_from(stream.below(6)).unwrap()] += 1);
        assert!(counts.iter().all(|c| (880..1120).contains(c)), "{counts:?}");
    }
}
