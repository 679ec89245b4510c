//! Documents and results of evaluations: schemes and cells in, scores out.

use serde::{Deserialize, Serialize};

use crate::evaluation::{Basis, Effect, Missing, Peers, RuleName, Subject, Ties, Unresolved, Weights};
use crate::kernel::{Decimal, Key, Ratio, Rounding, Text, Value};

/// A scheme as it is written, format `shequ.scheme/1`.
///
/// Exact numbers are whole numbers or texts such as `"10.5"`; a float is refused.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SchemeDraft {
    /// What the scheme is called.
    pub title: Text,
    /// What it evaluates: units, posts or services; there is no choice for a person.
    pub subject: Subject,
    /// The points of all groups together; checked where given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub total: Option<Decimal>,
    /// Whether points must sum to what is declared (`exact`) or are shared out in proportion (`relative`).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Weights>"))]
    pub weights: Weights,
    /// How scores and totals are rounded; `half-up` (四舍五入) unless given.
    #[serde(default = "half_up")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Rounding>"))]
    pub rounding: Rounding,
    /// The decimals of an indicator's score; 4 unless given.
    #[serde(default = "four")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
    pub line_scale: u8,
    /// The decimals of a total; 2 unless given.
    #[serde(default = "two")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
    pub total_scale: u8,
    /// What is done about a missing value where an indicator does not say; `reweight` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Missing>"))]
    pub missing: Missing,
    /// The groups of indicators.
    pub groups: Vec<GroupDraft>,
    /// What adds to the base.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ItemDraft>>"))]
    pub bonuses: Vec<ItemDraft>,
    /// The most that all bonuses together add.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub bonus_cap: Option<Decimal>,
    /// What is taken from the base.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ItemDraft>>"))]
    pub penalties: Vec<ItemDraft>,
    /// The most that all penalties together take.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub penalty_cap: Option<Decimal>,
    /// What overrides the points (一票否决).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<VetoDraft>>"))]
    pub vetoes: Vec<VetoDraft>,
    /// The grades from the best to the worst.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<GradeDraft>>"))]
    pub grades: Vec<GradeDraft>,
    /// How units are ranked; without it they are not.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub ranking: Option<RankingDraft>,
    /// Who is awarded; without it nobody is.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub award: Option<AwardDraft>,
    /// The units that are evaluated, where the scheme names them.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<SubjectDraft>>"))]
    pub units: Vec<SubjectDraft>,
}

const fn half_up() -> Rounding {
    Rounding::HalfUp
}

const fn four() -> u8 {
    4
}

const fn two() -> u8 {
    2
}

/// A group of indicators (一级指标).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// The points of its indicators together; checked where given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub points: Option<Decimal>,
    /// Its indicators.
    pub indicators: Vec<IndicatorDraft>,
}

/// An indicator: its points, its rule and the rule's parameters, flat.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IndicatorDraft {
    /// Its key, which names its column.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Where the scheme states it, such as `3(2)`.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub article: Option<String>,
    /// The points it brings at most, before a rule's own cap; its weight in a relative scheme.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub points: Decimal,
    /// How a value becomes points.
    pub rule: RuleName,
    /// The decimals of its column; 0 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
    pub scale: u8,
    /// What is done about a missing value; the scheme's policy unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub missing: Option<Missing>,
    /// `linear`, `linear-down`, `met`: the value that brings all points; `rate`: the share that does, 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub target: Option<Decimal>,
    /// `linear-down`: the value that brings none.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub worst: Option<Decimal>,
    /// `linear`: the greatest share of the points, 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub cap: Option<Decimal>,
    /// `tiers`: the tiers from the best to the worst.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub tiers: Option<Vec<TierDraft>>,
    /// `deduct`: the points that each occurrence costs, for one kind of event.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub each: Option<Decimal>,
    /// `deduct`: the kinds of events, where there are several.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub events: Option<Vec<EventDraft>>,
    /// `deduct`: the points that stay whatever happens; 0 unless given (扣完为止).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub floor: Option<Decimal>,
    /// `ballots`: the classes of voters with their weights.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub classes: Option<Vec<ClassDraft>>,
}

/// A tier: a value of `least` or more brings `share` of the points.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierDraft {
    /// The inclusive lower bound.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub least: Decimal,
    /// The share of the points, from 0 to 1.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Decimal,
}

/// A kind of event that costs points.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct EventDraft {
    /// Its key; the column is `<indicator>_<event>`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// The points that each occurrence costs.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub each: Decimal,
}

/// A class of voters of a ballot (民主评议).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClassDraft {
    /// Its key; the columns are `<indicator>_<class>_excellent` and so on.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Its weight among the classes that voted.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub weight: Decimal,
}

/// A bonus or a penalty: so many points for each occurrence.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ItemDraft {
    /// Its key, which names its column.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Where the scheme states it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub article: Option<String>,
    /// The points for each occurrence; 1 unless given, so that the column may hold points.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub each: Option<Decimal>,
    /// The most points of this item.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub cap: Option<Decimal>,
    /// The decimals of its column; 0 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
    pub scale: u8,
}

/// A veto (一票否决).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct VetoDraft {
    /// Its key, which names its column of yes and no.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Where the scheme states it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub article: Option<String>,
    /// What it does.
    pub effect: Effect,
    /// `cap-grade`: the best grade that is left.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub grade: Option<Key>,
    /// The law or decision that allows the veto.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub authority: Option<Text>,
}

/// A grade: totals of `least` or more that reach no better one.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GradeDraft {
    /// Its key, as it stands in the results.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// The inclusive least total; left out of the last grade.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub least: Option<Decimal>,
}

/// How units are ranked.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RankingDraft {
    /// What is compared.
    pub basis: Basis,
    /// Which rank equals get.
    pub ties: Ties,
    /// The indicators whose scores break ties, first to last.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string[]"))]
    pub tie_break: Vec<Key>,
    /// Among whom; within each peer group unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Peers>"))]
    pub peers: Peers,
}

/// Who is awarded (评优).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AwardDraft {
    /// The share of a peer group that may be awarded.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
    /// How the number of places is rounded; `floor` unless given.
    #[serde(default = "floor")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Rounding>"))]
    pub rounding: Rounding,
    /// The least total of an awarded unit.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub least: Option<Decimal>,
    /// Who of those tied across the line is awarded; `none` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Unresolved>"))]
    pub unresolved: Unresolved,
}

const fn floor() -> Rounding {
    Rounding::Floor
}

/// A unit that the scheme evaluates.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SubjectDraft {
    /// Its key, as in the column `unit`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Its peer group.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub group: Option<String>,
}

/// Values as they are written, format `shequ.cells/1`: a list of rows, each an object with the columns as its fields.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellsDraft {
    /// One object a unit.
    #[cfg_attr(feature = "typescript", ts(type = "Record<string, string | number | boolean | null>[]"))]
    pub rows: Vec<Value>,
}

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
    /// Its rank in its peer group before ties are broken; none where the scheme does not rank.
    pub rank: Option<u32>,
    /// Its rank after the tie-break.
    pub rank_after_tie_break: Option<u32>,
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
    /// The group of the indicator in the scheme.
    pub group: String,
    /// The indicator.
    pub indicator: String,
    /// The value as it was read: a number, `76/173` for a rate, `2, 0` for events; none where it is missing.
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
