//! Ranks of float scores without comparing them all: two rounds of sorting by digits of their place in the range, of which the
//! second only counts.
#![expect(
    clippy::indexing_slicing,
    reason = "digits are masked to the size of their lists, rows and heads are below the number of scores"
)]

/// Ranks one list of scores after another in the same room.
#[derive(Debug, Default)]
pub(super) struct Ranker {
    /// The place of each score in the range: 0 for the best, in two digits.
    places: Vec<u32>,
    /// Where the next item of each low digit goes.
    low: Vec<u32>,
    /// Place above row, sorted by the low digit.
    half: Vec<u64>,
    /// What was met of each high digit.
    high: Vec<Head>,
    /// Neighbours that share a place: the rank of the first, and both.
    clashes: Vec<(u32, u64, u64)>,
}

/// How many items are before the next one of a high digit, and the last one.
#[derive(Debug, Clone, Copy)]
struct Head {
    before: u32,
    last: u64,
}

/// No item: no place is so great.
const NONE: u64 = u64::MAX;

/// 2^52: added to a whole number below 2^32, it leaves that number in the low bits of the float.
const MAGIC: f64 = 4_503_599_627_370_496.0;

/// Places for each score, as a power of two: so many that few scores share one.
const SPARSE: u32 = 7;

/// Scores looked at side by side.
const LANES: usize = 4;

/// The least and the greatest score, or the first that is not finite.
fn range(scores: &[f64]) -> Result<(f64, f64), f64> {
    let (mut least, mut greatest, mut nothing) = ([f64::INFINITY; LANES], [f64::NEG_INFINITY; LANES], [0.0; LANES]);
    let (chunks, rest) = scores.as_chunks::<LANES>();
    let mut see = |lane: usize, score: f64| {
        least[lane] = if score < least[lane] { score } else { least[lane] };
        greatest[lane] = if score > greatest[lane] { score } else { greatest[lane] };
        // NaN for what is not finite.
        nothing[lane] += score * 0.0;
    };
    for chunk in chunks {
        for (lane, score) in chunk.iter().enumerate() {
            see(lane, *score);
        }
    }
    for score in rest {
        see(0, *score);
    }
    if nothing.iter().any(|x| x.is_nan()) {
        return Err(scores.iter().copied().find(|score| !score.is_finite()).unwrap_or(f64::NAN));
    }
    Ok((least.into_iter().fold(f64::INFINITY, f64::min), greatest.into_iter().fold(f64::NEG_INFINITY, f64::max)))
}

impl Ranker {
    /// Gives each row its rank to `put`: one more than the number of greater scores, so that equals share the better rank.
    ///
    /// The first score that is not finite is given back.
    pub fn rank(&mut self, scores: &[f64], mut put: impl FnMut(usize, u32)) -> Result<(), f64> {
        let (least, greatest) = range(scores)?;
        let count = scores.len();
        let digit = (count.max(1).ilog2() + 1 + SPARSE).div_ceil(2).min(13);
        self.places(scores, (least, greatest), digit);
        let mask = (1 << digit) - 1;
        self.low.clear();
        self.low.resize(1 << digit, 0);
        self.high.clear();
        self.high.resize(1 << digit, Head { before: 0, last: NONE });
        for place in &self.places {
            self.low[(place & mask) as usize] += 1;
            self.high[(place >> digit & mask) as usize].before += 1;
        }
        let (mut low, mut high) = (0, 0);
        for (first, second) in self.low.iter_mut().zip(&mut self.high) {
            low += std::mem::replace(first, low);
            high += std::mem::replace(&mut second.before, high);
        }
        self.half.resize(count, 0);
        for (row, place) in (0_u64..).zip(&self.places) {
            let head = &mut self.low[(place & mask) as usize];
            self.half[*head as usize] = u64::from(*place) << 32 | row;
            *head += 1;
        }
        self.clashes.clear();
        for item in &self.half {
            let head = &mut self.high[(upper(*item) >> digit & mask) as usize];
            if upper(head.last) == upper(*item) {
                self.clashes.push((head.before, head.last, *item));
            }
            head.before += 1;
            put(lower(*item) as usize, head.before);
            head.last = *item;
        }
        self.settle(scores, &mut put);
        Ok(())
    }

    /// The place of each score, in two digits of so many bits.
    fn places(&mut self, scores: &[f64], (least, greatest): (f64, f64), digit: u32) {
        // Halves cannot overflow. A difference and a product of floats never shrink where their parts grow, so a place does not belie
        // an order; scores of one place are compared afterwards.
        let (top, width) = (greatest * 0.5, greatest * 0.5 - least * 0.5);
        let scale = f64::from((1_u32 << (2 * digit)) - 1) / width;
        self.places.clear();
        if scale.is_finite() {
            self.places.extend(scores.iter().map(|score| low_bits((top - score * 0.5) * scale + MAGIC)));
        } else {
            self.places.resize(scores.len(), 0);
        }
    }

    /// Ranks of those that share a place, told apart by their scores.
    fn settle(&mut self, scores: &[f64], put: &mut impl FnMut(usize, u32)) {
        let row = |item: u64| lower(item) as usize;
        self.clashes.sort_unstable();
        let mut run = Vec::new();
        for clashes in self.clashes.chunk_by(|a, b| a.2 == b.1) {
            run.clear();
            run.extend(clashes.first().map(|(_, before, _)| row(*before)));
            run.extend(clashes.iter().map(|(.., item)| row(*item)));
            run.sort_unstable_by(|a, b| scores[*b].total_cmp(&scores[*a]));
            let first = clashes[0].0;
            let (mut rank, mut last) = (first, f64::INFINITY);
            for (next, row) in (first..).zip(&run) {
                let score = scores[*row];
                // Zero and minus zero are equal, though one is sorted before the other.
                if score < last {
                    rank = next;
                }
                last = score;
                put(*row, rank);
            }
        }
    }
}

const fn upper(item: u64) -> u32 {
    lower(item >> 32)
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn lower(item: u64) -> u32 {
    item as u32
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn low_bits(x: f64) -> u32 {
    x.to_bits() as u32
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn plain(scores: &[f64]) -> Vec<u32> {
        scores.iter().map(|s| 1 + u32::try_from(scores.iter().filter(|o| *o > s).count()).unwrap()).collect()
    }

    fn fast(scores: &[f64]) -> Vec<u32> {
        let mut ranks = vec![0; scores.len()];
        Ranker::default().rank(scores, |row, rank| ranks[row] = rank).unwrap();
        ranks
    }

    #[test]
    fn extremes_ties_and_zeros_of_both_signs_have_their_ranks() {
        for scores in [
            vec![1.0],
            vec![0.0, -0.0, 0.0],
            vec![f64::MAX, f64::MIN, 0.0, f64::MAX],
            vec![5e-324, 0.0, -5e-324],
            vec![1e300, 1.0, 1.0 + f64::EPSILON, 1.0, 2.0],
            (0..200).map(|i| f64::from(i % 7)).chain([1e9]).collect(),
        ] {
            assert_eq!(fast(&scores), plain(&scores), "{scores:?}");
        }
        assert!(Ranker::default().rank(&[1.0, f64::NAN], |_, _| ()).is_err_and(f64::is_nan));
        assert_eq!(Ranker::default().rank(&[1.0, f64::INFINITY], |_, _| ()), Err(f64::INFINITY));
    }

    proptest! {
        #[test]
        fn ranks_are_one_more_than_the_number_of_greater_scores(
            scores in prop::collection::vec(prop_oneof![prop::num::f64::NORMAL, (0..40_i32).prop_map(f64::from), -1.0..1.0_f64], 1..300)
        ) {
            prop_assert_eq!(fast(&scores), plain(&scores));
        }
    }
}
