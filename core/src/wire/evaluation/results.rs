//! Results of evaluations: what stands in scorecards.

use serde::Serialize;

use crate::evaluation::{Missing, RuleName, Subject};
use crate::kernel::{Decimal, Ratio, Text};

/// What an evaluation says of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitScore {
    /// The unit's key.
    pub unit: String,
    /// Its peer group, if it has one.
    pub group: Option<String>,
    /// The points of all indicators.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub base: Decimal,
    /// What bonuses add, capped.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub bonus: Decimal,
    /// What penalties take, capped.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub penalty: Decimal,
    /// The total, rounded, after vetoes.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub total: Decimal,
    /// The key of its grade; none where the scheme has no grades.
    pub grade: Option<String>,
    /// The total if every missing value had been the worst one, after vetoes; none where nothing is missing.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub worst_case: Option<Decimal>,
    /// Its rank in its peer group before ties are broken; none where the scheme does not rank, and in a peer group of
    /// fewer units than it asks for.
    pub rank: Option<u32>,
    /// Its rank after the tie-break.
    pub rank_after_tie_break: Option<u32>,
    /// Under `ties = "average"` the mean of the places of those tied with it, after the tie-break.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub mean_rank: Option<Ratio>,
    /// Whether no veto bars it from an award.
    pub eligible: bool,
    /// Whether it is awarded.
    pub award: bool,
    /// The keys of the vetoes that hold.
    pub vetoes: Vec<String>,
    /// How many values of indicators are missing.
    pub missing: u32,
}

/// One indicator's score of one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Line {
    /// The group of the indicator in the scheme; where groups lie in groups, the innermost.
    pub group: String,
    /// The indicator.
    pub indicator: String,
    /// The value as it was read: a number, `76/173` for a rate, `2, 0` for events, `110, 100` for a value and last period's;
    /// none where it is missing.
    pub value: Option<String>,
    /// The rule that gave the score.
    pub rule: RuleName,
    /// The policy that gave the score instead, where the value is missing.
    pub missing: Option<Missing>,
    /// The points the indicator has for this unit, after those of missing siblings were shared out: a decimal where it
    /// has one, else a ratio.
    pub points: String,
    /// The score.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub score: Decimal,
}

/// A lot that was drawn for the last places of an award.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LotDraw {
    /// The peer group; none where there is one for all.
    pub group: Option<String>,
    /// The seed that was declared.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub seed: u64,
    /// How many places were left.
    pub places: u32,
    /// Those tied across the line, in the order in which they were drawn.
    pub order: Vec<String>,
}

/// An evaluation in figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Summary {
    /// The scheme.
    pub title: Text,
    /// What was evaluated.
    pub subject: Subject,
    /// The number of indicators.
    pub indicators: u32,
    /// Figures of all units.
    pub all: GroupSummary,
    /// Figures of each peer group, in the order of their names.
    pub groups: Vec<GroupSummary>,
}

/// Figures of a set of units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GroupSummary {
    /// The peer group; none for all units.
    pub group: Option<String>,
    /// The number of units.
    pub units: u32,
    /// The exact mean of the totals; none without units.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub mean: Option<Ratio>,
    /// The least total.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub least: Option<Decimal>,
    /// The greatest total.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub greatest: Option<Decimal>,
    /// How many units have each grade, from the best to the worst.
    pub grades: Vec<GradeCount>,
    /// How many units are awarded.
    pub awards: u32,
    /// How many units a veto holds for.
    pub vetoed: u32,
    /// How many values of indicators are missing.
    pub missing: u32,
}

/// How many units have a grade.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GradeCount {
    /// The grade.
    pub grade: String,
    /// The number of units.
    pub units: u32,
}

/// A column that a scheme reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SchemeColumn {
    /// Its name.
    pub name: String,
    /// What its cells hold.
    pub kind: CellKind,
    /// The decimals of its numbers.
    pub scale: u8,
    /// Whether it must be there; cells may still be missing.
    pub required: bool,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CellKind {
    /// A key or a name.
    Text,
    /// A number with at most the column's decimals.
    Number,
    /// A count, not negative.
    Count,
    /// A rate such as `76/173`; two columns with `_numerator` and `_denominator` may stand instead.
    Rate,
    /// Yes or no.
    YesNo,
}

/// Something in a valid scheme that its author should look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Warning {
    /// Its stable code.
    pub code: String,
    /// Where in the scheme.
    pub path: String,
    /// What it is about.
    pub message: Text,
}
