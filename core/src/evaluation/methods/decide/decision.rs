//! Scores with their direction, and ranks with declared ties.

use serde::Serialize;

use super::method::MethodName;
use crate::evaluation::methods::Direction;
use crate::evaluation::methods::columns::within;
use crate::evaluation::methods::index::rank::assign;
use crate::evaluation::methods::{Rank, RankTies};
use crate::kernel::Result;

/// How scores become ranks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Ranking {
    /// Which rank equals get.
    pub ties: RankTies,
    /// Equal are scores that are the same to so many decimals, up to 15; `None` means to the last bit.
    pub decimals: Option<u8>,
}

/// One score and one rank for each row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Decision {
    method: MethodName,
    better: Direction,
    scores: Vec<f64>,
    #[cfg_attr(feature = "typescript", ts(type = "Array<number>"))]
    ranks: Vec<Rank>,
}

impl Decision {
    /// Ranks scores.
    pub(super) fn new(method: MethodName, better: Direction, scores: Vec<f64>, ranking: Ranking) -> Result<Self> {
        let ranks = ranks(&scores, better, ranking)?;
        Ok(Self { method, better, scores, ranks })
    }

    /// The method.
    pub const fn method(&self) -> MethodName {
        self.method
    }

    /// Whether a higher or a lower score is better.
    pub const fn better(&self) -> Direction {
        self.better
    }

    /// The scores in the order of the rows, all finite, unrounded.
    pub fn scores(&self) -> &[f64] {
        &self.scores
    }

    /// The ranks in the order of the rows; 1 is the best.
    pub fn ranks(&self) -> &[Rank] {
        &self.ranks
    }

    /// The rows from the best to the worst, equals in their own order.
    pub fn order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.ranks.len()).collect();
        order.sort_by_key(|row| self.ranks.get(*row).copied());
        order
    }
}

/// A number whose order as an integer is that of the floats, the best first.
const fn sort_key(score: f64, better: Direction) -> u64 {
    let bits = (score + 0.0).to_bits();
    let rising = if bits >> 63 == 0 { bits | 1 << 63 } else { !bits };
    match better {
        Direction::Lower => rising,
        Direction::Higher => !rising,
    }
}

/// The ranks of scores, the best first.
///
/// # Errors
/// `method-parameter-invalid` for more than 15 decimals.
fn ranks(scores: &[f64], better: Direction, ranking: Ranking) -> Result<Vec<Rank>> {
    let scale = match ranking.decimals {
        None => None,
        Some(decimals) => {
            within("decimals", f64::from(decimals), decimals <= 15, "at most 15")?;
            Some(libm::pow(10.0, f64::from(decimals)))
        }
    };
    let basis = |score: f64| match scale {
        // A score of so many digits before the point has none behind it to round.
        Some(scale) if (score * scale).abs() < 1e15 => libm::round(score * scale) / scale,
        _ => score,
    };
    let keys = (0_u32..).zip(scores).map(|(row, score)| (sort_key(basis(*score), better), row));
    let mut sorted: Vec<(u64, u32)> = keys.collect();
    sorted.sort_unstable();
    let mut ranks = vec![Rank::NONE; scores.len()];
    let equal = |a: &(u64, u32), b: &(u64, u32)| a.0 == b.0;
    assign(&sorted, ranking.ties, equal, |(_, row), rank| {
        let row = usize::try_from(*row).unwrap_or(usize::MAX);
        ranks.get_mut(row).into_iter().for_each(|slot| *slot = rank);
    });
    Ok(ranks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_zeros_are_one_and_lower_may_be_better() {
        let scores = [0.0, -0.0, -1.5, 2.0, f64::MIN_POSITIVE];
        let by = |better, ties| {
            ranks(&scores, better, Ranking { ties, decimals: None })
                .unwrap()
                .iter()
                .map(|r| r.as_f64())
                .collect::<Vec<_>>()
        };
        assert_eq!(by(Direction::Higher, RankTies::Min), [3.0, 3.0, 5.0, 1.0, 2.0]);
        assert_eq!(by(Direction::Lower, RankTies::Average), [2.5, 2.5, 1.0, 5.0, 4.0]);
        assert_eq!(by(Direction::Lower, RankTies::Ordinal), [2.0, 3.0, 1.0, 5.0, 4.0]);
    }

    #[test]
    fn rounding_is_declared() {
        let scores = [0.1 + 0.2, 0.3, 0.29];
        let by = |decimals| {
            let ranking = Ranking { ties: RankTies::Min, decimals };
            ranks(&scores, Direction::Higher, ranking).unwrap().iter().map(|r| r.as_f64()).collect::<Vec<_>>()
        };
        assert_eq!(by(None), [1.0, 2.0, 3.0]);
        assert_eq!(by(Some(12)), [1.0, 1.0, 3.0]);
        assert_eq!(by(Some(1)), [1.0, 1.0, 1.0]);
        assert!(ranks(&scores, Direction::Higher, Ranking { ties: RankTies::Min, decimals: Some(16) }).is_err());
    }
}
