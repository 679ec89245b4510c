//! How certainty is asked of units, and what is answered, in every language.

use serde::{Deserialize, Serialize};

use super::Table;
use super::evaluation::ChartParts;
use crate::evaluation::certainty::{RankSearch, RankSummary, Sampling, SobolPlan};
use crate::kernel::{Document, Rate, Ratio, Result};

/// What the draws of a study say of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitRankSummary {
    /// The unit.
    pub unit: String,
    /// The exact mean of its ranks.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub mean: Ratio,
    /// The sum of its ranks over all draws.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub rank_sum: u64,
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

impl UnitRankSummary {
    pub(crate) fn new(unit: String, summary: RankSummary) -> Self {
        let RankSummary { row: _, mean, best, low, median, high, worst, first } = summary;
        // The mean is the sum over the draws, so this is the whole number that it was made of.
        let sum = &mean * &Ratio::from(first.denominator());
        let rank_sum = u64::try_from(sum.numerator()).unwrap_or(u64::MAX);
        Self { unit, mean, rank_sum, best, low, median, high, worst, first }
    }
}

/// The parameters and the outcome of one draw.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitDraw {
    /// The number of the draw.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub draw: u64,
    /// The method: one of those that the study chooses among.
    pub method: String,
    /// `criterion` and its `weight`, which sum to one.
    #[cfg_attr(feature = "typescript", ts(type = "Rows"))]
    pub weights: Table,
    /// `unit`, its `score` and its `rank`.
    #[cfg_attr(feature = "typescript", ts(type = "Rows"))]
    pub outcome: Table,
    /// `unit` and the value of each criterion; none where values do not vary.
    #[cfg_attr(feature = "typescript", ts(type = "Rows | null"))]
    pub values: Option<Table>,
}

/// Which weight makes the ranking vary.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WeightSensitivity {
    /// The mean of the output.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// How often the model was run.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub runs: u64,
    /// `criterion`; `first`, the share of the variance that goes when its weight alone is known; `total`, the share that stays when
    /// every other is known; each with the interval from `_low` to `_high`.
    #[cfg_attr(feature = "typescript", ts(type = "Rows"))]
    pub weights: Table,
}

/// The output whose variance is explained, by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum OutputName {
    /// How far units are from their ranks under the middle of the bounds, on average.
    #[default]
    MeanShift,
    /// The score of a unit.
    Score,
    /// The rank of a unit.
    Rank,
}

/// How a sensitivity analysis of weights is done.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct SobolOptions {
    /// The output whose variance is explained.
    pub output: OutputName,
    /// The unit whose score or rank it is.
    pub unit: Option<String>,
    /// The number of base points; the model is run `points * (criteria + 2)` times. 1,024 unless given.
    pub points: u32,
    /// The seed of all draws.
    #[cfg_attr(feature = "typescript", ts(type = "number | bigint"))]
    pub seed: u64,
    /// How points are drawn.
    pub sampling: Sampling,
    /// How many times the points are drawn anew from themselves for the intervals; 1,000 unless given.
    pub replicates: u32,
    /// The share of the replicates that an interval holds; 0.95 unless given.
    pub level: f64,
}

impl Default for SobolOptions {
    fn default() -> Self {
        let SobolPlan { points, seed, sampling, replicates, level } = SobolPlan::default();
        Self { output: OutputName::default(), unit: None, points, seed, sampling, replicates, level }
    }
}

impl SobolOptions {
    /// The plan of the analysis.
    pub const fn plan(&self) -> SobolPlan {
        let Self { points, seed, sampling, replicates, level, .. } = *self;
        SobolPlan { points, seed, sampling, replicates, level }
    }
}

/// As a document for languages that have no such type.
impl Document for SobolOptions {
    const FORMAT: &'static str = "shequ.sobol-options/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

/// How the rank intervals of a scorecard are drawn.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct IntervalOptions {
    /// How many draws; 1,000 unless given.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub draws: u64,
    /// The seed of all draws.
    #[cfg_attr(feature = "typescript", ts(type = "number | bigint"))]
    pub seed: u64,
    /// By what share of itself each weight varies, from 0 to 1; a quarter unless given.
    pub spread: f64,
    /// What the weights belong to; the groups of the first level unless given.
    pub parts: ChartParts,
    /// The peer group, where units are ranked within several.
    pub group: Option<String>,
}

impl Default for IntervalOptions {
    fn default() -> Self {
        Self { draws: 1000, seed: 0, spread: 0.25, parts: ChartParts::Groups, group: None }
    }
}

/// As a document for languages that have no such type.
impl Document for IntervalOptions {
    const FORMAT: &'static str = "shequ.interval-options/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

/// As a document for languages that have no such type.
impl Document for SobolPlan {
    const FORMAT: &'static str = "shequ.sobol-plan/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

/// As a document for languages that have no such type.
impl Document for RankSearch {
    const FORMAT: &'static str = "shequ.rank-search/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}
