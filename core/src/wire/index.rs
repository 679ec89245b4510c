//! Documents and results of composite indices.

use serde::{Deserialize, Serialize};

use crate::evaluation::methods::{
    Direction, Filler, Normalising, Otherwise, Rank, RankTies, Shape, Transform, TransformName,
};
use crate::evaluation::{Subject, methods::MeanName};
use crate::kernel::{Decimal, Key, Real, Text};

/// A composite index as it is written, format `shequ.index/1`.
///
/// Its numbers are floats of statistics: a number, or a text such as `"0.1"`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexDraft {
    /// What the index is called.
    pub title: Text,
    /// What it measures: units, posts or services; there is no choice for a person.
    pub subject: Subject,
    /// Which units have too little data and are left out; without it none is.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub screening: Option<ScreeningDraft>,
    /// How gaps are filled; without it a gap is a fault.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub imputation: Option<ImputationDraft>,
    /// How outliers are treated; without it they are not.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub treatment: Option<TreatmentDraft>,
    /// How indicators become comparable, where they do not say so themselves.
    pub normalisation: NormalisationDraft,
    /// The levels above the indicators, from the lowest to the top.
    pub levels: Vec<LevelDraft>,
    /// What indicators are aggregated to: pillars, dimensions, and at the top the index.
    pub aggregates: Vec<AggregateDraft>,
    /// The indicators.
    pub indicators: Vec<IndexIndicatorDraft>,
    /// How units are ranked.
    pub ranking: IndexRankingDraft,
}

/// Which units have too little data.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ScreeningDraft {
    /// The least share of a unit's values that must be there, from 0 to 1.
    #[cfg_attr(feature = "typescript", ts(type = "number | string"))]
    pub available: Real,
    /// The least share of them that must not be zero; 0 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub not_zero: Real,
}

/// How gaps are filled (插补).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ImputationDraft {
    /// What fills a gap.
    pub filler: Filler,
    /// The column of groups whose values fill it; all units unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub group: Option<String>,
    /// The least number of values of a group; 1 unless given.
    #[serde(default = "one")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
    pub least: u32,
    /// What is done where there are fewer; `refuse` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Otherwise>"))]
    pub otherwise: Otherwise,
}

const fn one() -> u32 {
    1
}

/// How outliers are treated.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TreatmentDraft {
    /// The limit of skewness, either way; 2 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub skewness: Option<Real>,
    /// The limit of excess kurtosis; 3.5 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub kurtosis: Option<Real>,
    /// The most points that are winsorised; 5 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub points: Option<u32>,
    /// What is done where winsorising does not help; nothing unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub otherwise: Option<TransformName>,
    /// `box-cox`: λ; the likeliest one unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub lambda: Option<Real>,
}

/// How an indicator becomes comparable: the method and its parameters, flat.
///
/// At an indicator the method may be left out; then its parameters are added to those of the index.
#[derive(Debug, Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NormalisationDraft {
    /// The method.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub method: Option<Normalising>,
    /// `min-max`: the score of the worst, 0 unless given; `goalposts`: the lower goalpost.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub lower: Option<Real>,
    /// `min-max`: the score of the best, 100 unless given; `goalposts`: the upper goalpost.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub upper: Option<Real>,
    /// `z-score`: the new mean, 0 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub mean: Option<Real>,
    /// `z-score`: the new standard deviation, 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub deviation: Option<Real>,
    /// `distance-to-target`: the target.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub target: Option<Real>,
    /// `distance-to-reference`: the key of the reference unit.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub reference: Option<String>,
    /// `distance-to-target`, `distance-to-reference`: whether what is better counts as the target, not unless given;
    /// `goalposts`: whether what is beyond one counts as it, true unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub cap: Option<bool>,
    /// `goalposts`: what the better one is worth, 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub factor: Option<Real>,
    /// `goalposts`: whether logarithms are compared.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub logarithmic: Option<bool>,
    /// `rank`, `borda`: the rank of equals, `min` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub ties: Option<RankTies>,
    /// The score of all units by an indicator that tells no two apart. Without it that is a fault, or under `rank`, `percentile-rank` and
    /// `borda` the rank of the worst; the methods that score a constant as any value do not take it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub constant: Option<Real>,
}

/// A level of the tree.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LevelDraft {
    /// What its aggregates are called, such as pillars.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// How its aggregates are made of what is below them.
    pub aggregation: MeanName,
    /// `power`: the exponent, not zero.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub power: Option<Real>,
}

/// An aggregate of indicators or of aggregates.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AggregateDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// The aggregate that it is a part of; left out of the top.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub parent: Option<Key>,
    /// Its weight among the parts of its parent; 1 unless given.
    #[serde(default = "unit_weight")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub weight: Real,
}

fn unit_weight() -> Real {
    1.into()
}

/// An indicator.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexIndicatorDraft {
    /// Its key, which names its column.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// The aggregate that it is a part of.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub parent: Key,
    /// Its weight among the parts of its parent; 1 unless given.
    #[serde(default = "unit_weight")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub weight: Real,
    /// Whether more of it is better; `higher` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Direction>"))]
    pub direction: Direction,
    /// The unit of its values, in words.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub unit: Option<Text>,
    /// The column that its values are divided by.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub denominator: Option<String>,
    /// Whether its outliers are treated; true unless given.
    #[serde(default = "yes")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub treat: bool,
    /// How it becomes comparable, where that differs from the index.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub normalisation: Option<NormalisationDraft>,
}

const fn yes() -> bool {
    true
}

/// How units are ranked.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndexRankingDraft {
    /// Which rank equals get.
    pub ties: RankTies,
    /// The decimals to which values are rounded, half up, before they are compared; without it they are not rounded.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub decimals: Option<u8>,
    /// The column of peer groups within which units are ranked besides.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub group: Option<String>,
}

/// A node of the tree of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct IndexNode {
    /// The key of an indicator or an aggregate.
    pub key: String,
    /// Its name.
    pub label: Text,
    /// Its level: 0 for indicators, then upwards.
    pub level: u32,
    /// What it is a part of; none for the top.
    pub parent: Option<String>,
    /// Its weight as declared.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub weight: Real,
    /// Its share in the top: the product of the shares of the weights from the top down to it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub effective_weight: Real,
}

/// The value of a unit at a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NodeValue {
    /// The unit.
    pub unit: String,
    /// Its peer group, where the index ranks within groups.
    pub group: Option<String>,
    /// The node.
    pub node: String,
    /// The value: of an indicator the normalised one.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub value: Real,
    /// The value rounded as the index ranks it; none where it does not round.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub published: Option<Decimal>,
    /// Its rank among all units.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub rank: Rank,
    /// Its rank among its peers, where the index ranks within groups.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub rank_in_group: Option<Rank>,
}

/// A cell that was filled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct FilledCell {
    /// The unit.
    pub unit: String,
    /// The indicator.
    pub indicator: String,
    /// What stands there now.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub value: Real,
    /// The group whose values filled it; none where those of all units did.
    pub group: Option<String>,
    /// How many values these were.
    pub from: u32,
}

/// A unit that was left out for its data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ScreenedUnit {
    /// The unit.
    pub unit: String,
    /// How many of its values are there.
    pub available: u32,
    /// How many of these are not zero.
    pub not_zero: u32,
    /// How many indicators there are.
    pub of: u32,
}

/// A point that was drawn in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TreatedPoint {
    /// The unit.
    pub unit: String,
    /// The value before.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub from: Real,
    /// The value after.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub to: Real,
}

/// What the treatment did with an indicator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TreatmentEntry {
    /// The indicator.
    pub indicator: String,
    /// The shape before.
    pub before: Option<Shape>,
    /// Whether it had outliers.
    pub outliers: bool,
    /// How many points winsorising drew in, whether that was kept or not.
    pub tried: u32,
    /// The shape after winsorising, where that was tried.
    pub after_winsorising: Option<Shape>,
    /// The points that were drawn in; none where the whole indicator was transformed instead.
    pub winsorised: Vec<TreatedPoint>,
    /// The transformation, where one was applied.
    pub transform: Option<Transform>,
    /// The shape after all.
    pub after: Option<Shape>,
    /// Whether it is within the limits now.
    pub passed: bool,
}

/// How an indicator of a unit stands among all units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Standing {
    /// The indicator.
    pub indicator: String,
    /// Its name.
    pub label: Text,
    /// The rank of the unit among the units that have a value.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub rank: Rank,
    /// How many units have a value.
    pub of: u32,
    /// The value as it was given.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub value: Real,
}
