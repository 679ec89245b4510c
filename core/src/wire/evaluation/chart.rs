//! How a chart of an evaluation is asked for.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::kernel::{Document, Lang, Result, Text};

/// What the bars of a chart of contributions are made of, and what the weights of a scorecard belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ChartParts {
    /// Each indicator.
    Indicators,
    /// The groups of the first level.
    Groups,
}

/// What the slopes of two periods join.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SlopeBasis {
    /// The ranks, after ties are broken.
    Rank,
    /// The totals.
    Total,
}

/// How a chart is drawn; what is left out is as usual.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(optional_fields))]
#[serde(deny_unknown_fields, default)]
pub struct ChartOptions {
    /// The language of titles, axes and labels; Chinese unless given.
    #[cfg_attr(feature = "typescript", ts(as = "Option<Lang>"))]
    pub lang: Lang,
    /// The title; that of the scheme and what is shown of it unless given.
    pub title: Option<Text>,
    /// Which units are drawn; all unless given.
    pub units: Option<Vec<String>>,
    /// Names of units by key, in place of those that the scheme gives them.
    #[cfg_attr(feature = "typescript", ts(as = "Option<BTreeMap<String, Text>>"))]
    pub labels: BTreeMap<String, Text>,
    /// Contributions: what the bars are made of; of indicators where at most eight bring points, else of groups.
    pub parts: Option<ChartParts>,
    /// Slopes: what they join; ranks unless given.
    pub basis: Option<SlopeBasis>,
}

/// As a document for languages that have no such type.
impl Document for ChartOptions {
    const FORMAT: &'static str = "shequ.chart-options/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}
