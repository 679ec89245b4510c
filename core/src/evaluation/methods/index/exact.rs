//! The exact additive index: weighted sums of scaled integers, and ranks that no order of a sum can change.
#![expect(
    clippy::indexing_slicing,
    reason = "the lengths are checked once, in `ExactMatrix::new`; rows and buckets stay below them"
)]

use std::borrow::Cow;

use super::super::{Direction, MethodError};
use super::IndexError as Fault;
use super::rank::{Rank, RankTies, assign};
use crate::kernel::{Decimal, Faults, Key, MAX_SCALE, Ratio, Result};

/// The rows that are added up together: their sums stay in the cache while the columns pass.
const BLOCK: usize = 8192;
/// The columns that are added up together: a sum is read and written once for all of them.
const ABREAST: usize = 4;

/// A criterion of scaled integers: each value is `mantissa / 10^scale`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactCriterion<'v> {
    key: Key,
    direction: Direction,
    scale: u8,
    values: Cow<'v, [i64]>,
}

impl<'v> ExactCriterion<'v> {
    /// A criterion; its values are borrowed where they can be.
    pub fn new(key: Key, direction: Direction, scale: u8, values: impl Into<Cow<'v, [i64]>>) -> Self {
        Self { key, direction, scale, values: values.into() }
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Whether more of it is better.
    pub const fn direction(&self) -> Direction {
        self.direction
    }

    /// The number of decimals.
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// The mantissas, in the order of the rows.
    pub fn values(&self) -> &[i64] {
        &self.values
    }
}

/// Alternatives in rows, criteria of scaled integers in columns: what an exact weighted sum is made of.
///
/// Where less of a criterion is better, its values count negative. Rows have no keys here, and many are added up and ranked at once;
/// with the keys of its units it is an [`ExactTable`](crate::evaluation::certainty::ExactTable), which proves bounds of ranks.
///
/// ```
/// use shequ::evaluation::methods::{Direction, ExactCriterion, ExactMatrix, RankTies};
/// // Half-points and whole-percent weights: 0.1 + 0.2 is 0.3 here.
/// let a = ExactCriterion::new("a".parse()?, Direction::Higher, 1, vec![1, 3]);
/// let b = ExactCriterion::new("b".parse()?, Direction::Higher, 1, vec![2, 0]);
/// let totals = ExactMatrix::new(vec![a, b])?.weighted_sum(&[1, 1])?;
/// assert_eq!(totals.get(0).map(|d| d.to_string()).as_deref(), Some("0.3"));
/// assert_eq!(totals.get(0), totals.get(1));
/// assert_eq!(totals.ranks(RankTies::Min).iter().map(|r| r.as_f64()).collect::<Vec<_>>(), [1.0, 1.0]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExactMatrix<'v> {
    criteria: Vec<ExactCriterion<'v>>,
    rows: usize,
    scale: u8,
}

impl<'v> ExactMatrix<'v> {
    /// A matrix of criteria of one length.
    ///
    /// # Errors
    /// `empty-matrix`, `ragged-matrix`, `criterion-twice`, `method-parameter` for more than 18 decimals.
    pub fn new(criteria: Vec<ExactCriterion<'v>>) -> Result<Self> {
        let rows = criteria.first().map_or(0, |first| first.values.len());
        if rows == 0 || u32::try_from(rows).is_err() {
            return Err(MethodError::EmptyMatrix.into());
        }
        let mut faults = Faults::new();
        let mut seen = std::collections::BTreeSet::new();
        for criterion in &criteria {
            let key = criterion.key.to_string();
            if !seen.insert(&criterion.key) {
                faults.push(key.as_str(), MethodError::CriterionTwice { criterion: key.clone() });
            }
            if criterion.values.len() != rows {
                let (got, expected) = (criterion.values.len(), rows);
                faults.push(key.as_str(), MethodError::RaggedMatrix { criterion: key.clone(), got, expected });
            }
            if criterion.scale > MAX_SCALE {
                let (got, expected) = (criterion.scale.to_string(), format!("at most {MAX_SCALE} decimals"));
                faults.push(key.as_str(), Fault::BadParameter { got, expected });
            }
        }
        faults.into_result()?;
        let scale = criteria.iter().map(|criterion| criterion.scale).max().unwrap_or(0);
        Ok(Self { criteria, rows, scale })
    }

    /// How many alternatives there are, at least one.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The criteria in their order, at least one.
    pub fn criteria(&self) -> &[ExactCriterion<'v>] {
        &self.criteria
    }

    /// The most decimals of any criterion.
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// The sum of weight times value of each row, exactly; where less is better, the value counts negative.
    ///
    /// # Errors
    /// `weights-ragged`, `exact-sum-too-large` where 128 bits may not hold a sum.
    pub fn weighted_sum(&self, weights: &[i64]) -> Result<Totals> {
        if weights.len() != self.criteria.len() {
            return Err(Fault::WeightsRagged { got: weights.len(), expected: self.criteria.len() }.into());
        }
        // What brings each column to the common scale, and its weight, in one factor.
        let factors: Option<Vec<i128>> = (self.criteria.iter().zip(weights))
            .map(|(criterion, weight)| {
                let weight = i128::from(*weight);
                let weight = if criterion.direction == Direction::Lower { -weight } else { weight };
                weight.checked_mul(10_i128.checked_pow(u32::from(self.scale - criterion.scale))?)
            })
            .collect();
        let factors = factors.ok_or(Fault::SumTooLarge)?;
        let narrow: Option<Vec<i64>> = factors.iter().map(|factor| i64::try_from(*factor).ok()).collect();
        let sums = match narrow.and_then(|factors| self.narrow(&factors)) {
            Some(sums) => Sums::Narrow(sums),
            None => Sums::Wide(self.wide(&factors)?),
        };
        let weight = weights.iter().map(|weight| i128::from(*weight)).sum();
        Ok(Totals { sums, scale: self.scale, weight })
    }

    /// The sums in 64 bits, where no sum can leave them.
    fn narrow(&self, factors: &[i64]) -> Option<Vec<i64>> {
        let mut sums = vec![0_i64; self.rows];
        let (several, rest) = self.criteria.as_chunks::<ABREAST>();
        let (their_factors, rest_factors) = factors.as_chunks::<ABREAST>();
        for (at, block) in sums.chunks_mut(BLOCK).enumerate() {
            let rows = at * BLOCK..at * BLOCK + block.len();
            let mut bound: u128 = 0;
            let mut needed = |bits: i64, factor: i64| {
                // No value is larger than the next power of two.
                let largest = 1_u128 << (64 - bits.leading_zeros());
                bound += largest * u128::from(factor.unsigned_abs());
            };
            for (criteria, factors) in several.iter().zip(their_factors) {
                let columns = criteria.each_ref().map(|criterion| &criterion.values[rows.clone()]);
                let bits = add(block, columns, *factors);
                bits.into_iter().zip(factors).for_each(|(bits, factor)| needed(bits, *factor));
            }
            for (criterion, factor) in rest.iter().zip(rest_factors) {
                let [bits] = add(block, [&criterion.values[rows.clone()]], [*factor]);
                needed(bits, *factor);
            }
            // What left 64 bits is thrown away here: the bound is of the same values.
            if bound > i64::MAX.unsigned_abs().into() {
                return None;
            }
        }
        Some(sums)
    }

    /// The sums in 128 bits.
    fn wide(&self, factors: &[i128]) -> Result<Vec<i128>> {
        let mut bound: i128 = 0;
        for (criterion, factor) in self.criteria.iter().zip(factors) {
            let largest = criterion.values.iter().map(|value| value.unsigned_abs()).max().unwrap_or(0);
            let part = factor.checked_abs().and_then(|factor| factor.checked_mul(largest.into()));
            bound = part.and_then(|part| bound.checked_add(part)).ok_or(Fault::SumTooLarge)?;
        }
        let mut sums = vec![0_i128; self.rows];
        for (at, block) in sums.chunks_mut(BLOCK).enumerate() {
            let first = at * BLOCK;
            for (criterion, &factor) in self.criteria.iter().zip(factors) {
                let values = &criterion.values[first..first + block.len()];
                for (sum, &value) in block.iter_mut().zip(values) {
                    *sum += i128::from(value) * factor;
                }
            }
        }
        Ok(sums)
    }
}

/// Adds columns to the sums of their rows, each times its factor, wrapping around; returns which bits the values of each need.
fn add<const N: usize>(sums: &mut [i64], columns: [&[i64]; N], factors: [i64; N]) -> [i64; N] {
    let columns = columns.map(|column| &column[..sums.len()]);
    let mut bits = [0_i64; N];
    for (row, sum) in sums.iter_mut().enumerate() {
        for ((column, factor), bits) in columns.iter().zip(factors).zip(&mut bits) {
            let value = column[row];
            *sum = sum.wrapping_add(value.wrapping_mul(factor));
            // For a negative value its complement, one less than its size.
            *bits |= value ^ (value >> 63);
        }
    }
    bits
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Sums {
    Narrow(Vec<i64>),
    Wide(Vec<i128>),
}

/// Exact weighted sums, one a row. Made by [`ExactMatrix::weighted_sum`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    sums: Sums,
    scale: u8,
    weight: i128,
}

impl Totals {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        match &self.sums {
            Sums::Narrow(sums) => sums.len(),
            Sums::Wide(sums) => sums.len(),
        }
    }

    /// Whether there are no rows; there is always one.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The decimals of every sum.
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// The sums as integers at the [`scale`](Self::scale), where 64 bits hold them all.
    pub fn mantissas(&self) -> Option<&[i64]> {
        match &self.sums {
            Sums::Narrow(sums) => Some(sums),
            Sums::Wide(_) => None,
        }
    }

    /// The sum of a row as an integer at the [`scale`](Self::scale).
    pub fn mantissa(&self, row: usize) -> Option<i128> {
        match &self.sums {
            Sums::Narrow(sums) => sums.get(row).copied().map(i128::from),
            Sums::Wide(sums) => sums.get(row).copied(),
        }
    }

    /// The sum of a row.
    pub fn get(&self, row: usize) -> Option<Decimal> {
        self.mantissa(row).and_then(|mantissa| Decimal::new(mantissa, self.scale).ok())
    }

    /// The sum of a row over the sum of the weights; none where that is zero.
    pub fn mean(&self, row: usize) -> Option<Ratio> {
        self.get(row)?.to_ratio().checked_div(&Ratio::from(self.weight))
    }

    /// The rows from the greatest sum to the least; equals in the order of the rows.
    pub fn order(&self) -> Vec<u32> {
        match &self.sums {
            Sums::Narrow(sums) => sorted(sums),
            Sums::Wide(sums) => {
                let mut rows = all_rows(sums.len());
                rows.sort_by_key(|row| std::cmp::Reverse(sums[*row as usize]));
                rows
            }
        }
    }

    /// The ranks in the order of the rows, the greatest sum first.
    pub fn ranks(&self, ties: RankTies) -> Vec<Rank> {
        let order = self.order();
        let mut ranks = vec![Rank::NONE; order.len()];
        let emit = |row: &u32, rank| ranks[*row as usize] = rank;
        match &self.sums {
            Sums::Narrow(sums) => assign(&order, ties, |a, b| sums[*a as usize] == sums[*b as usize], emit),
            Sums::Wide(sums) => assign(&order, ties, |a, b| sums[*a as usize] == sums[*b as usize], emit),
        }
        ranks
    }
}

fn all_rows(rows: usize) -> Vec<u32> {
    // `ExactMatrix::new` takes no more rows than fit.
    (0..u32::try_from(rows).unwrap_or(u32::MAX)).collect()
}

/// Rows from the greatest sum to the least: spread over buckets by their leading bits, then sorted within each.
fn sorted(sums: &[i64]) -> Vec<u32> {
    let (Some(&least), Some(&greatest)) = (sums.iter().min(), sums.iter().max()) else { return Vec::new() };
    // About four rows a bucket, at most 2^16 buckets: their counts stay in the second cache.
    let span = greatest.abs_diff(least);
    let buckets = (sums.len() / 4).next_power_of_two().clamp(2, 1 << 16);
    let shift = (64 - span.leading_zeros()).saturating_sub(buckets.trailing_zeros());
    let bucket = |sum: i64| usize::try_from(greatest.abs_diff(sum) >> shift).unwrap_or(0);
    let mut ends = vec![0_u32; buckets + 1];
    for &sum in sums {
        ends[bucket(sum)] += 1;
    }
    let mut start = 0;
    for end in &mut ends {
        (*end, start) = (start, start + *end);
    }
    let mut rows = vec![0_u32; sums.len()];
    for (row, &sum) in (0_u32..).zip(sums) {
        let place = &mut ends[bucket(sum)];
        rows[*place as usize] = row;
        *place += 1;
    }
    if shift == 0 {
        // One sum a bucket.
        return rows;
    }
    let mut start = 0;
    for &end in &ends {
        let members = &mut rows[start..end as usize];
        // Stable, and most buckets have few rows, which are sorted by insertion.
        if members.len() > 1 {
            members.sort_by_key(|row| std::cmp::Reverse(sums[*row as usize]));
        }
        start = end as usize;
    }
    rows
}
