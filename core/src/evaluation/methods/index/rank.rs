//! Ranks with declared ties.

use std::cmp::Ordering;
use std::fmt;

use serde::{Deserialize, Serialize, Serializer};

use crate::kernel::Decimal;

/// Which rank equals get (并列名次).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RankTies {
    /// The best place of the tied, as in competitions: 1, 2, 2, 4.
    #[default]
    Min,
    /// The next rank, without gaps: 1, 2, 2, 3.
    Dense,
    /// The mean of their places: 1, 2.5, 2.5, 4.
    Average,
    /// Each its own, in the order of the rows: 1, 2, 3, 4.
    Ordinal,
}

/// A rank: 1 is the best. Under [`RankTies::Average`] it may be a half.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank {
    halves: u32,
}

impl Rank {
    /// No rank yet.
    pub(in crate::evaluation) const NONE: Self = Self { halves: 0 };

    /// Its whole number; `None` for a half.
    pub const fn whole(self) -> Option<u32> {
        if self.halves.is_multiple_of(2) { Some(self.halves / 2) } else { None }
    }

    /// It as a float, exactly.
    pub fn as_f64(self) -> f64 {
        f64::from(self.halves) / 2.0
    }

    /// It as a decimal with one digit.
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(i128::from(self.halves) * 5, 1).unwrap_or(Decimal::ZERO)
    }
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole() {
            Some(whole) => f.pad(&whole.to_string()),
            None => f.pad(&format!("{}.5", self.halves / 2)),
        }
    }
}

/// A number: whole, or a half under average ties.
impl Serialize for Rank {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.whole() {
            Some(whole) => serializer.serialize_u32(whole),
            None => serializer.serialize_f64(self.as_f64()),
        }
    }
}

/// Ranks of what stands sorted from the best to the worst; `tied` says whether two neighbours are equal.
pub(in crate::evaluation) fn assign<T>(
    sorted: &[T],
    ties: RankTies,
    tied: impl Fn(&T, &T) -> bool,
    mut emit: impl FnMut(&T, Rank),
) {
    let (mut first, mut dense) = (1_u32, 0_u32);
    for equals in sorted.chunk_by(tied) {
        // There are at most four billion rows.
        let many = u32::try_from(equals.len()).unwrap_or(u32::MAX);
        dense += 1;
        for (place, row) in (first..).zip(equals) {
            let halves = match ties {
                RankTies::Min => first.saturating_mul(2),
                RankTies::Dense => dense.saturating_mul(2),
                RankTies::Ordinal => place.saturating_mul(2),
                RankTies::Average => first.saturating_mul(2).saturating_add(many - 1),
            };
            emit(row, Rank { halves });
        }
        first = first.saturating_add(many);
    }
}

/// The ranks of values, the greatest first; equal are those that `order` finds equal.
pub(in crate::evaluation) fn rank_by(
    rows: usize,
    ties: RankTies,
    order: impl Fn(usize, usize) -> Ordering,
) -> Vec<Rank> {
    let rows = u32::try_from(rows).unwrap_or(u32::MAX);
    let mut sorted: Vec<u32> = (0..rows).collect();
    let index = |row: u32| usize::try_from(row).unwrap_or(usize::MAX);
    sorted.sort_by(|a, b| order(index(*b), index(*a)));
    let mut ranks = vec![Rank::NONE; sorted.len()];
    let equal = |a: &u32, b: &u32| order(index(*a), index(*b)).is_eq();
    assign(&sorted, ties, equal, |row, rank| {
        ranks.get_mut(index(*row)).into_iter().for_each(|slot| *slot = rank);
    });
    ranks
}

/// The ranks of floats, the greatest first.
///
/// ```
/// use shequ::evaluation::methods::{RankTies, ranks};
/// let values = [0.4, 0.9, 0.4, 0.1];
/// let by = |ties| ranks(&values, ties).iter().map(|r| r.as_f64()).collect::<Vec<_>>();
/// assert_eq!(by(RankTies::Min), [2.0, 1.0, 2.0, 4.0]);
/// assert_eq!(by(RankTies::Dense), [2.0, 1.0, 2.0, 3.0]);
/// assert_eq!(by(RankTies::Average), [2.5, 1.0, 2.5, 4.0]);
/// assert_eq!(by(RankTies::Ordinal), [2.0, 1.0, 3.0, 4.0]);
/// ```
pub fn ranks(values: &[f64], ties: RankTies) -> Vec<Rank> {
    // Adding zero makes both zeros one.
    let value = |row: usize| values.get(row).map_or(0.0, |x| x + 0.0);
    rank_by(values.len(), ties, |a, b| value(a).total_cmp(&value(b)))
}
