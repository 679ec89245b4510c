//! Labels moved apart as little as need be.

/// Places in hundredths of a pixel, in order, at least `gap` apart and within `height`, as near to the wanted ones as can be: the sum
/// of the squares of what they moved is the least, up to rounding down.
///
/// The wanted places are in order, and the labels fit into the height.
pub(super) fn spread(wanted: &[i64], gap: i64, height: i64) -> Vec<i64> {
    // Less the gaps before them, the places must only not fall: an isotonic regression, by pooling neighbours that do.
    let mut pools: Vec<(i64, i64)> = Vec::with_capacity(wanted.len());
    for (before, place) in (0..).zip(wanted) {
        let mut pool = (place - before * gap, 1);
        while let Some((sum, count)) = pools.last().copied()
            && sum * pool.1 > pool.0 * count
        {
            pool = (pool.0 + sum, pool.1 + count);
            pools.pop();
        }
        pools.push(pool);
    }
    let gaps = i64::try_from(wanted.len().saturating_sub(1)).unwrap_or(i64::MAX).saturating_mul(gap);
    let most = (height - gaps).max(0);
    let level = |(sum, count): (i64, i64)| sum.div_euclid(count.max(1)).clamp(0, most);
    let levels = pools.into_iter().flat_map(|pool| (0..pool.1).map(move |_| level(pool)));
    (0..).zip(levels).map(|(before, level): (i64, i64)| level + before * gap).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn labels_that_are_apart_stay_and_those_that_are_not_move_evenly() {
        assert_eq!(spread(&[0, 1000, 5000], 1000, 9000), [0, 1000, 5000]);
        assert_eq!(spread(&[4000, 4000], 1000, 9000), [3500, 4500]);
        assert_eq!(spread(&[0, 0, 0, 9000], 1000, 9000), [0, 1000, 2000, 9000]);
        assert_eq!(spread(&[9000, 9000], 1000, 9000), [8000, 9000]);
        assert!(spread(&[], 1000, 9000).is_empty());
    }

    proptest! {
        #[test]
        fn labels_are_apart_in_order_and_within_the_height(mut wanted in prop::collection::vec(0..20_000_i64, 1..40)) {
            wanted.sort_unstable();
            let height = 20_000_i64.max(i64::try_from(wanted.len()).unwrap() * 1400);
            let places = spread(&wanted, 1400, height);
            prop_assert_eq!(places.len(), wanted.len());
            prop_assert!(places.windows(2).all(|pair| pair[1] - pair[0] >= 1400));
            prop_assert!(places.iter().all(|place| (0..=height).contains(place)));
        }
    }
}
