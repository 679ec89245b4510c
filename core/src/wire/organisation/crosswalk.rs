//! Crosswalks and what is re-expressed through them.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Ratio};

/// What part of a unit went where between two days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CrosswalkCell {
    /// The unit of the first day.
    pub from: String,
    /// The unit of the other day; none for the part that ended without a successor.
    pub to: Option<String>,
    /// The part of it; none where no event counted the measure.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub share: Option<Ratio>,
    /// Whether an inferred event leads there; left out where none does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
}

/// A unit with a value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitValue {
    /// The unit.
    pub unit: String,
    /// The value, exactly.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub value: Ratio,
    /// Whether an inferred event leads there; left out where none does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
}

/// Counts of the units of one day as counts of the units of another: nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Reexpressed {
    /// The day of the counts.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The day of the units.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// The counts by unit of the other day, in the order of their keys.
    pub values: Vec<UnitValue>,
    /// The counts of what ended without a successor, by unit of the first day.
    pub ended: Vec<UnitValue>,
    /// The sum of what was given: that of `values` and `ended`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub total: Ratio,
}

/// A rate by its numerator and denominator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RateValue {
    /// The unit.
    pub unit: String,
    /// The numerator, exactly.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub numerator: Ratio,
    /// The denominator, exactly.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub denominator: Ratio,
    /// Their quotient; none where the denominator is zero.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Ratio>,
    /// Whether an inferred event leads there; left out where none does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
}

/// Rates or means of the units of one day as those of the units of another, through numerator and denominator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ReexpressedRates {
    /// The day of the rates.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The day of the units.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// The rates by unit of the other day, in the order of their keys.
    pub values: Vec<RateValue>,
}

draft! {
    /// A count of a unit.
    UnitCount {
        /// The unit.
        pub unit: String,
        /// The count.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub count: Ratio,
    }
}

draft! {
    /// The document `shequ.counts/1`.
    CountsDraft {
        /// Units with their counts.
        pub rows: Vec<UnitCount>,
    }
}

draft! {
    /// A rate or a mean of a unit, by its parts.
    UnitRate {
        /// The unit.
        pub unit: String,
        /// The numerator.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub numerator: Ratio,
        /// The denominator.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub denominator: Ratio,
    }
}

draft! {
    /// The document `shequ.rates/1`.
    RatesDraft {
        /// Units with their rates.
        pub rows: Vec<UnitRate>,
    }
}
