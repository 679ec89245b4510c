//! Quotas of posts: the draft of `shequ.quotas/1` and the answer.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{ApportionMethod, Day, Decimal, Key, Ratio, SeatPriority, Text};

draft! {
    /// A measure that posts follow, with its weight beside the others.
    QuotaMeasureDraft {
        /// The measure: one of the organisation, or one that every unit gives itself, such as `need`.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub measure: Key,
        /// Its weight, relative to the sum of all weights; 1 unless given.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub weight: Option<Ratio>,
    }
}

draft! {
    /// A unit that gets posts.
    QuotaUnitDraft {
        /// The unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The least number of posts, instead of the plan's.
        pub least: Option<u32>,
        /// The greatest number of posts, instead of the plan's.
        pub most: Option<u32>,
        /// Its values by measure; those left out are taken from the organisation on the day asked about.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "Record<string, string | number>"))]
        pub values: BTreeMap<String, Decimal>,
    }
}

draft! {
    /// The document `shequ.quotas/1`.
    QuotaPlanDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// How posts follow from weights.
        pub method: ApportionMethod,
        /// How many posts there are in all.
        pub seats: u32,
        /// The measures that posts follow.
        pub measures: Vec<QuotaMeasureDraft>,
        /// The least number of posts of a unit; 0 unless given.
        pub least: Option<u32>,
        /// The greatest number of posts of a unit.
        pub most: Option<u32>,
        /// The units.
        pub units: Vec<QuotaUnitDraft>,
        /// Settles ties: the units that come first, in order. Units left out of it come last, and tie.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub order: Vec<String>,
        /// Settles ties by a lot drawn with this seed, which should be fixed before the numbers are known.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub seed: Option<u64>,
    }
}

/// What settled a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TieBreak {
    /// The order that the plan declares.
    Order,
    /// A lot by the seed of the plan.
    Lot,
}

/// What a measure adds to the weight of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QuotaPart {
    /// The measure.
    pub measure: String,
    /// The unit's value.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub value: Decimal,
    /// Its share in the sum of all units.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub share: Ratio,
    /// The share times the measure's weight.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weighted: Ratio,
}

/// The posts of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitQuota {
    /// The unit.
    pub unit: String,
    /// Its name on the day, where an organisation was asked.
    pub name: Option<Text>,
    /// What each measure adds to its weight.
    pub parts: Vec<QuotaPart>,
    /// Its weight: the sum of the parts, which add up to 1 over all units.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Ratio,
    /// Its exact share in the posts.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub quota: Ratio,
    /// Its exact share within the bounds of all units.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub bounded: Ratio,
    /// The least number of posts.
    pub least: u32,
    /// The greatest number of posts.
    pub most: Option<u32>,
    /// The posts that it gets; where a tie is open, those that it gets for certain.
    pub seats: u32,
    /// Whether one more post hangs on a tie that nothing settles.
    pub tied: bool,
}

/// Posts that equal claims leave open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct QuotaTie {
    /// The units, each of which may get one of the posts.
    pub units: Vec<String>,
    /// How many of them get one.
    pub seats: u32,
    /// What settled it; none where it is open.
    pub settled: Option<TieBreak>,
    /// The units that got one where it is settled, in the order of the draw.
    pub winners: Vec<String>,
}

/// Posts by unit (核定职数), each of which is explained.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Quotas {
    /// What it is about.
    pub title: Text,
    /// The day whose numbers were taken from an organisation; none where the plan gives all.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub day: Option<Day>,
    /// How posts followed from weights.
    pub method: ApportionMethod,
    /// How many posts there are in all.
    pub seats: u32,
    /// The units in the order of their keys.
    pub units: Vec<UnitQuota>,
    /// The tie; none where no two units had equal claims to the last post.
    pub tie: Option<QuotaTie>,
    /// The lowest priority that got a post beyond the lower bounds.
    pub last: Option<SeatPriority>,
    /// The highest priority that got none.
    pub next: Option<SeatPriority>,
}
