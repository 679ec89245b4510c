//! Ranks of float scores without a full sort: a bucket for each part of the range, then integers within it.
#![expect(
    clippy::indexing_slicing,
    reason = "positions come from lists of the same length, checked at the top of each function"
)]

/// Ranks one list of scores after another in the same room.
#[derive(Debug, Default)]
pub(super) struct Ranker {
    /// The place of each score in the range, from the best at 0 to the worst, in 32 bits.
    places: Vec<u32>,
    /// Where the next of each bucket goes.
    heads: Vec<u32>,
    /// Place and row, the place above.
    items: Vec<u64>,
}

/// 2^52: added to a whole number below 2^32, it leaves that number in the low bits of the float.
const MAGIC: f64 = 4_503_599_627_370_496.0;

/// A bucket of more is sorted rather than inserted one by one.
const CROWDED: u32 = 24;

impl Ranker {
    /// Gives each row its rank to `put`: one more than the number of greater scores, so that equals share the better rank.
    ///
    /// The first score that is not finite is given back.
    pub fn rank(&mut self, scores: &[f64], mut put: impl FnMut(usize, u32)) -> Result<(), f64> {
        let (mut least, mut greatest) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut finite = true;
        for &score in scores {
            least = if score < least { score } else { least };
            greatest = if score > greatest { score } else { greatest };
            finite &= score.is_finite();
        }
        if !finite {
            return Err(scores.iter().copied().find(|score| !score.is_finite()).unwrap_or(f64::NAN));
        }
        // Halves cannot overflow. A product of two floats that grow does not shrink, so a place never belies an order.
        let scale = f64::from(u32::MAX - 1) / (greatest * 0.5 - least * 0.5);
        let count = scores.len();
        let buckets = count.next_power_of_two().clamp(16, 1 << 24);
        let shift = 32 - buckets.trailing_zeros();
        self.places.clear();
        if scale.is_finite() {
            let top = greatest * 0.5;
            self.places.extend(scores.iter().map(|score| low_bits((top - score * 0.5) * scale + MAGIC)));
        } else {
            self.places.resize(count, 0);
        }
        self.heads.clear();
        self.heads.resize(buckets, 0);
        for place in &self.places {
            self.heads[(place >> shift) as usize] += 1;
        }
        let (mut start, mut crowd) = (0, 0);
        for head in &mut self.heads {
            let size = *head;
            crowd = crowd.max(size);
            *head = start;
            start += size;
        }
        self.items.resize(count, 0);
        for (row, place) in (0_u64..).zip(&self.places) {
            let head = &mut self.heads[(place >> shift) as usize];
            self.items[*head as usize] = u64::from(*place) << 32 | row;
            *head += 1;
        }
        if crowd > CROWDED {
            // A head now stands where its bucket ends.
            let mut start = 0;
            for &end in &self.heads {
                self.items[start..end as usize].sort_unstable();
                start = end as usize;
            }
        } else {
            insert(&mut self.items);
        }
        self.give(scores, &mut put);
        Ok(())
    }

    /// Ranks of the sorted items; those of one place are told apart by their scores.
    fn give(&mut self, scores: &[f64], put: &mut impl FnMut(usize, u32)) {
        let place = |item: u64| item >> 32;
        let row = |item: u64| (item & u64::from(u32::MAX)) as usize;
        let count = self.items.len();
        let mut at = 0;
        while at < count {
            let mut end = at + 1;
            while end < count && place(self.items[end]) == place(self.items[at]) {
                end += 1;
            }
            let before = u32::try_from(at).unwrap_or(u32::MAX);
            if end == at + 1 {
                put(row(self.items[at]), before + 1);
            } else {
                let run = &mut self.items[at..end];
                run.sort_unstable_by(|a, b| scores[row(*b)].total_cmp(&scores[row(*a)]));
                let (mut rank, mut last) = (before + 1, f64::NAN);
                for (next, item) in (before + 1..).zip(run.iter()) {
                    let score = scores[row(*item)];
                    // Zero and minus zero are equal, though one is sorted before the other.
                    if score != last {
                        rank = next;
                    }
                    last = score;
                    put(row(*item), rank);
                }
            }
            at = end;
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "the low half is what is wanted")]
const fn low_bits(x: f64) -> u32 {
    x.to_bits() as u32
}

/// Sorts a list in which no item is far from its place.
fn insert(items: &mut [u64]) {
    for at in 1..items.len() {
        let item = items[at];
        let mut to = at;
        while to > 0 && items[to - 1] > item {
            items[to] = items[to - 1];
            to -= 1;
        }
        items[to] = item;
    }
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
