//! The ranks of many draws, and what is asked of them: all counts, so every answer is exact.

use std::ops::Range;

use serde::Serialize;

use super::CertaintyError as Fault;
use super::ranks::Ranker;
use crate::kernel::{Error, Explanation, How, Quantity, Rate, Ratio, Result, Text};

/// Ranks draw by draw, in two bytes where they fit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Ranks {
    Narrow(Vec<u16>),
    Wide(Vec<u32>),
}

#[expect(clippy::cast_possible_truncation, reason = "there are at most 65,535 rows where ranks are narrow")]
const fn narrow(rank: u32) -> u16 {
    rank as u16
}

impl Ranks {
    pub fn new(rows: usize, draws: u64) -> Self {
        let room = usize::try_from(draws).unwrap_or(0).saturating_mul(rows);
        if u16::try_from(rows).is_ok() {
            Self::Narrow(Vec::with_capacity(room))
        } else {
            Self::Wide(Vec::with_capacity(room))
        }
    }

    /// Adds the ranks of the scores of one draw.
    pub fn push(&mut self, ranker: &mut Ranker, scores: &[f64]) -> Result<(), f64> {
        fn put<T>(slots: &mut [T], row: usize, rank: T) {
            if let Some(slot) = slots.get_mut(row) {
                *slot = rank;
            }
        }
        match self {
            Self::Narrow(ranks) => {
                let start = ranks.len();
                ranks.resize(start + scores.len(), 0);
                let slots = ranks.get_mut(start..).unwrap_or_default();
                ranker.rank(scores, |row, rank| put(slots, row, narrow(rank)))
            }
            Self::Wide(ranks) => {
                let start = ranks.len();
                ranks.resize(start + scores.len(), 0);
                let slots = ranks.get_mut(start..).unwrap_or_default();
                ranker.rank(scores, |row, rank| put(slots, row, rank))
            }
        }
    }

    fn get(&self, at: usize) -> Option<u32> {
        match self {
            Self::Narrow(ranks) => ranks.get(at).map(|rank| u32::from(*rank)),
            Self::Wide(ranks) => ranks.get(at).copied(),
        }
    }

    fn append(&mut self, other: Self) {
        match (self, other) {
            (Self::Narrow(ranks), Self::Narrow(more)) => ranks.extend(more),
            (Self::Wide(ranks), Self::Wide(more)) => ranks.extend(more),
            // Parts of one study have one width.
            _ => {}
        }
    }
}

/// The ranks of every row in the draws of a [`Study`](super::Study); equals share the better rank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RankSample {
    rows: usize,
    draws: Range<u64>,
    ranks: Ranks,
}

/// What the draws say of one row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RankSummary {
    /// The row.
    pub row: u32,
    /// The exact mean of its ranks.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub mean: Ratio,
    /// The best rank of any draw.
    pub best: u32,
    /// The rank that the lower share of draws reach, 5 % unless another was asked for.
    pub low: u32,
    /// The median rank.
    pub median: u32,
    /// The rank that the upper share of draws reach, 95 % unless another was asked for.
    pub high: u32,
    /// The worst rank of any draw.
    pub worst: u32,
    /// In how many draws it is first.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub first: Rate,
}

/// In how many draws one row is ahead of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Duel {
    /// Draws in which the first has the better rank.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub ahead: Rate,
    /// Draws in which both have the same rank.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub tied: Rate,
    /// Draws in which the second has the better rank.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub behind: Rate,
}

/// The shares of draws between which an interval of ranks stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Levels {
    low: Ratio,
    high: Ratio,
}

impl Default for Levels {
    /// 5 % and 95 %.
    fn default() -> Self {
        let percent = |n: i64| Ratio::from_wide(n.into(), 100);
        Self { low: percent(5), high: percent(95) }
    }
}

impl Levels {
    /// Two shares from 0 to 1.
    ///
    /// # Errors
    /// `certainty-out-of-range`, `certainty-bounds-reversed`.
    pub fn new(low: Ratio, high: Ratio) -> Result<Self> {
        for level in [&low, &high] {
            if level.is_negative() || *level > Ratio::ONE {
                let (what, expected) = ("the level".into(), "from 0 to 1".into());
                return Err(Fault::OutOfRange { what, got: level.to_string(), expected }.into());
            }
        }
        if low > high {
            return Err(Fault::BoundsReversed { lower: low.to_string(), upper: high.to_string() }.into());
        }
        Ok(Self { low, high })
    }

    /// The lower share.
    pub const fn low(&self) -> &Ratio {
        &self.low
    }

    /// The higher share.
    pub const fn high(&self) -> &Ratio {
        &self.high
    }

    /// The same, where 5 % stands for a lower share and 95 % for a higher share that is left out.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn or_default(low: Option<Ratio>, high: Option<Ratio>) -> Result<Self> {
        let usual = Self::default();
        Self::new(low.unwrap_or(usual.low), high.unwrap_or(usual.high))
    }
}

/// The rank that a share of the draws reach or better: the least that at least so many have.
fn quantile(sorted: &[u32], level: &Ratio) -> u32 {
    let needed = (level * &Ratio::from(sorted.len() as u64)).ceil();
    let at = usize::try_from(needed).unwrap_or(usize::MAX).saturating_sub(1);
    sorted.get(at).copied().unwrap_or(0)
}

/// Rows whose ranks are gathered side by side, so that a line of the cache is read once.
const GATHERED: usize = 32;

impl RankSample {
    pub(super) const fn new(rows: usize, draws: Range<u64>, ranks: Ranks) -> Self {
        Self { rows, draws, ranks }
    }

    /// The number of rows.
    pub const fn rows(&self) -> usize {
        self.rows
    }

    /// The numbers of the draws.
    pub fn draws(&self) -> Range<u64> {
        self.draws.clone()
    }

    fn count(&self) -> u64 {
        self.draws.end - self.draws.start
    }

    /// The rank of a row in a draw.
    ///
    /// # Errors
    /// `certainty-unknown-draw`, `certainty-unknown-row`.
    pub fn rank(&self, draw: u64, row: usize) -> Result<u32> {
        self.check(row)?;
        let unknown = || Error::from(Fault::UnknownDraw { draw, draws: self.draws.end });
        if !self.draws.contains(&draw) {
            return Err(unknown());
        }
        let at = usize::try_from(draw - self.draws.start).unwrap_or(usize::MAX).saturating_mul(self.rows);
        self.ranks.get(at.saturating_add(row)).ok_or_else(unknown)
    }

    fn check(&self, row: usize) -> Result<()> {
        if row < self.rows { Ok(()) } else { Err(Fault::UnknownRow { row, rows: self.rows }.into()) }
    }

    /// One sample of the parts of a study, in the order of their draws.
    ///
    /// # Errors
    /// `certainty-parts-do-not-join`.
    pub fn join(parts: Vec<Self>) -> Result<Self> {
        let mut parts = parts.into_iter();
        let Some(mut whole) = parts.next() else { return Err(Fault::PartsDoNotJoin { expected: 0, got: 0 }.into()) };
        for part in parts {
            if part.draws.start != whole.draws.end || part.rows != whole.rows {
                return Err(Fault::PartsDoNotJoin { expected: whole.draws.end, got: part.draws.start }.into());
            }
            whole.draws.end = part.draws.end;
            whole.ranks.append(part.ranks);
        }
        Ok(whole)
    }

    fn of(&self, row: usize) -> impl Iterator<Item = u32> + '_ {
        let draws = usize::try_from(self.count()).unwrap_or(0);
        (0..draws).filter_map(move |draw| self.ranks.get(draw * self.rows + row))
    }

    /// In how many draws a row has each rank, from the first to the last: its rank acceptability (Lahdelma and Salminen, SMAA-2,
    /// 2001) is each count over the number of draws.
    ///
    /// # Errors
    /// `certainty-unknown-row`.
    pub fn counts(&self, row: usize) -> Result<Vec<u64>> {
        self.check(row)?;
        let mut counts = vec![0; self.rows];
        for rank in self.of(row) {
            if let Some(count) = counts.get_mut((rank as usize).wrapping_sub(1)) {
                *count += 1;
            }
        }
        Ok(counts)
    }

    /// In how many draws a row is at rank `k` or above it.
    ///
    /// # Errors
    /// `certainty-unknown-row`.
    pub fn at_or_above(&self, row: usize, k: u32) -> Result<Rate> {
        self.check(row)?;
        self.rate(self.of(row).filter(|rank| *rank <= k).count())
    }

    fn rate(&self, draws: usize) -> Result<Rate> {
        Rate::new(draws as u64, self.count())
    }

    /// In how many draws a row is ahead of another, level with it, and behind it.
    ///
    /// # Errors
    /// `certainty-unknown-row`.
    pub fn duel(&self, row: usize, other: usize) -> Result<Duel> {
        self.check(row)?;
        self.check(other)?;
        let (mut ahead, mut behind, mut tied) = (0, 0, 0);
        for (one, two) in self.of(row).zip(self.of(other)) {
            match one.cmp(&two) {
                std::cmp::Ordering::Less => ahead += 1,
                std::cmp::Ordering::Equal => tied += 1,
                std::cmp::Ordering::Greater => behind += 1,
            }
        }
        Ok(Duel { ahead: self.rate(ahead)?, tied: self.rate(tied)?, behind: self.rate(behind)? })
    }

    /// What the draws say of a row.
    ///
    /// # Errors
    /// `certainty-unknown-row`.
    pub fn summary(&self, row: usize, levels: &Levels) -> Result<RankSummary> {
        self.check(row)?;
        self.summarise(row, &mut self.of(row).collect::<Vec<u32>>(), levels)
    }

    fn summarise(&self, row: usize, ranks: &mut [u32], levels: &Levels) -> Result<RankSummary> {
        ranks.sort_unstable();
        let sum: u64 = ranks.iter().map(|rank| u64::from(*rank)).sum();
        let first = ranks.partition_point(|rank| *rank <= 1);
        Ok(RankSummary {
            row: u32::try_from(row).unwrap_or(u32::MAX),
            mean: Ratio::from(sum).checked_div(&Ratio::from(self.count())).unwrap_or(Ratio::ZERO),
            best: ranks.first().copied().unwrap_or(0),
            low: quantile(ranks, &levels.low),
            median: quantile(ranks, &Ratio::from_wide(1, 2)),
            high: quantile(ranks, &levels.high),
            worst: ranks.last().copied().unwrap_or(0),
            first: self.rate(first)?,
        })
    }

    /// The same of every row.
    ///
    /// # Errors
    /// None in practice.
    pub fn summaries(&self, levels: &Levels) -> Result<Vec<RankSummary>> {
        let draws = usize::try_from(self.count()).unwrap_or(0);
        let mut out = Vec::with_capacity(self.rows);
        let mut columns = vec![Vec::new(); GATHERED];
        for start in (0..self.rows).step_by(GATHERED) {
            let rows = start..self.rows.min(start + GATHERED);
            columns.iter_mut().for_each(Vec::clear);
            for draw in 0..draws {
                for (column, row) in columns.iter_mut().zip(rows.clone()) {
                    column.extend(self.ranks.get(draw * self.rows + row));
                }
            }
            for (column, row) in columns.iter_mut().zip(rows) {
                out.push(self.summarise(row, column, levels)?);
            }
        }
        Ok(out)
    }

    /// Why the interval of a row is what it is: the draws at each of its ranks, which add up to all of them.
    ///
    /// # Errors
    /// `certainty-unknown-row`.
    pub fn explain(&self, row: usize, levels: &Levels) -> Result<Explanation> {
        let summary = self.summary(row, levels)?;
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let counts = self.counts(row)?;
        let parts = (1_u32..).zip(counts).filter(|(_, draws)| *draws > 0).map(|(rank, draws)| {
            Explanation::new(Text::new(format!("第 {rank} 名"), format!("rank {rank}")), count(draws))
        });
        let note = Text::new(
            format!(
                "{} 的抽样名次不低于 {}，{} 不低于 {}，中位 {}",
                levels.low, summary.low, levels.high, summary.high, summary.median
            ),
            format!(
                "{} of the draws reach rank {}, {} reach rank {}, the median is {}",
                levels.low, summary.low, levels.high, summary.high, summary.median
            ),
        );
        Ok(Explanation::new(Text::new("抽样次数", "draws"), count(self.count()))
            .with(Text::new("平均名次", "mean rank"), Quantity::Ratio(summary.mean))
            .with(Text::new("居首", "first"), Quantity::Rate(summary.first))
            .noted(note)
            .of(How::Sum, parts.collect()))
    }
}
