//! Documents and results of evaluations: schemes and cells in, scores out.

/// A struct of a document: read by serde with unknown fields denied, described for TypeScript and as a JSON Schema.
macro_rules! draft {
    () => {};
    // What has a key and, if it likes, a name.
    ($(#[$meta:meta])* $name:ident keyed { $($body:tt)* } $($rest:tt)*) => {
        draft! { $(#[$meta])* $name {
            /// Its key.
            #[cfg_attr(feature = "typescript", ts(type = "string"))]
            pub key: $crate::kernel::Key,
            /// Its name; the key unless given.
            #[serde(default)]
            #[cfg_attr(feature = "typescript", ts(optional))]
            pub label: Option<$crate::kernel::Text>,
            $($body)*
        } }
        draft! { $($rest)* }
    };
    ($(#[$meta:meta])* $name:ident { $($body:tt)* } $($rest:tt)*) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
        draft! { $($rest)* }
    };
}

/// A struct of a result: written by serde, described for TypeScript.
macro_rules! result {
    ($($(#[$meta:meta])* $name:ident { $($body:tt)* })*) => {$(
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        pub struct $name { $($body)* }
    )*};
}

mod appraisal;
mod cascade;
mod chart;
mod ledger;
mod letters;
mod registers;
mod results;
mod sets;
mod whatif;

pub use appraisal::{
    AppraisalDraft, AppraisalReport, Appraised, AppraisedDraft, BallotCountDraft, ClassBallot, FiredTrigger,
    GradeVotes, MarksDraft, PublishedAppraisal, PublishedClass, TriggerDraft, VoterClassDraft,
};
pub use cascade::{CascadeDraft, CascadeUnitDraft, RollUpDraft, RolledPart, RolledUp, StageDraft};
pub use chart::{ChartOptions, ChartParts, SlopeBasis};
pub use ledger::{AffectedUnit, AppealState, LedgerDraft, LedgerEffect, LedgerRecord, RecordKind};
pub use letters::{
    LetterDraft, LetterGap, LetterGapKind, LetterReport, LetterUnitDraft, LettersDraft, StrayKind, StrayLetter,
};
pub use registers::{
    AdoptionDraft, BoardEntry, BoardEntryDraft, BoardsDraft, CampaignDraft, CampaignPhaseDraft, CampaignState,
    CampaignStepDraft, CampaignTargetDraft, CampaignsDraft, CriterionDraft, CriterionGap, EvidenceDraft,
    EvidenceLedgerDraft, EvidenceReport, InspectionDraft, LevelDraft, PracticeDraft, PracticeSpread, PracticesDraft,
    RetrospectiveDraft, RetrospectiveReport, RetrospectivesDraft, SpreadReport, StandardsDraft, TargetState,
    UnitEvidence, UnitLevel,
};
pub use results::{CellKind, GradeCount, GroupSummary, Line, LotDraw, SchemeColumn, Summary, UnitScore, Warning};
pub use sets::{SchemeSetDraft, SchemeSetsDraft, SetScore, UnreadColumn};
pub use whatif::{
    CellChange, ChangesDraft, Cheapest, Cost, CostedChange, CostsDraft, Gap, GapPart, GoalDraft, Movement,
    MovementPart, Outcome, SmallestChange, Unsearched, UnsearchedWhy, WhatIf,
};

use serde::Deserialize;

use crate::evaluation::{Basis, Effect, Missing, Peers, RuleName, Subject, Ties, Unresolved, Weights};
use crate::kernel::{Decimal, Key, Ratio, Rounding, Text, Value, WithinDays};

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
    /// Its version, such as `2026` or `2.1`.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub version: Option<String>,
    /// The post that answers for it (责任岗位): a key of a post, never a person.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub owner: Option<Key>,
    /// The law or decision it rests on.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub authority: Option<Text>,
    /// The first day of what is evaluated.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The first day after it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub until: Option<WithinDays>,
    /// The least number of units of a peer group that is ranked and awarded, and of peers with a value whose median may
    /// stand for a missing one; 1 unless given.
    #[serde(default = "one")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
    pub least_peers: u32,
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

const fn one() -> u32 {
    1
}

const fn four() -> u8 {
    4
}

const fn two() -> u8 {
    2
}

/// A group of indicators and of smaller groups (一级指标, 二级指标), to any depth.
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
    /// The post that answers for it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub owner: Option<Key>,
    /// The points of its indicators and groups together; checked where given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub points: Option<Decimal>,
    /// Its indicators; a group has these, groups, or both.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub indicators: Option<Vec<IndicatorDraft>>,
    /// The groups in it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<GroupDraft>>"))]
    pub groups: Vec<GroupDraft>,
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
    /// The post that answers for it (责任岗位).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub owner: Option<Key>,
    /// What shows its value (佐证材料).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub evidence: Option<Text>,
    /// The law or decision it rests on (依据).
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub authority: Option<Text>,
    /// How many inspections a period it costs a unit; 0 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
    pub inspections: u32,
    /// The name that its columns start with, where it is not the key: two indicators may read the same values.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub column: Option<Key>,
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
    /// `linear`, `linear-down`, `met`, `met-down`: the value that brings all points; `rate`: the share that does, 1 unless
    /// given; `progress`: the change that does, such as `"0.1"` or `"-0.1"`.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub target: Option<Decimal>,
    /// `linear-down`: the value that brings none; `progress`: the change that does, 0 unless given.
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
    /// `piecewise`: points of the curve from the least value to the greatest.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub curve: Option<Vec<KnotDraft>>,
    /// `three-rates`: the parts; awareness, participation and satisfaction with equal weights unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub parts: Option<Vec<RatePartDraft>>,
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

/// A tier: a value of `least` or more, or of `most` or less, brings `share` of the points.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TierDraft {
    /// The inclusive lower bound, where more is better.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub least: Option<Decimal>,
    /// The inclusive upper bound, where less is better; all tiers of a rule have the same one of the two.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub most: Option<Decimal>,
    /// The share of the points, from 0 to 1.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Decimal,
}

/// A point of a piecewise rule.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KnotDraft {
    /// The value.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub value: Decimal,
    /// The share of the points it brings, from 0 to 1.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Decimal,
}

/// One of several rates (三率).
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatePartDraft {
    /// Its key; the column is `<indicator>_<part>`, or two that end in `_numerator` and `_denominator`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name; the key unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub label: Option<Text>,
    /// Its weight among the parts; 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub weight: Option<Decimal>,
    /// The rate that brings all of its part; 1 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
    pub target: Option<Decimal>,
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
    /// `zero`: the key of the group whose points it takes, which bars no award; all points of the unit unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub scope: Option<Key>,
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
    /// `lot`: the seed of the lot, made known before it is drawn.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
    pub seed: Option<u64>,
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
