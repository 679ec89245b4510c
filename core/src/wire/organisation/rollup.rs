//! What a unit and all within it come to.

use serde::Serialize;

use crate::kernel::{Day, Decimal, Ratio};

/// What a unit and all within it come to on a day (汇总).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitRollup {
    /// The key of the unit.
    pub unit: String,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// How many units it is, itself and all within it.
    pub count: u32,
    /// Of how many of them the value is known.
    pub known: u32,
    /// The sum of the known values; none where none is known.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub sum: Option<Decimal>,
    /// The exact mean of the known values.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub mean: Option<Ratio>,
    /// Its share in the sum of what it lies within; none at the top, and where that sum is zero.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub share: Option<Ratio>,
    /// The least known value; none unless asked for.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub least: Option<Decimal>,
    /// The greatest known value; none unless asked for.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub most: Option<Decimal>,
}
