//! The document of a calendar of working days, `shequ.calendar/1`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::kernel::{Key, Run, Text};

/// A calendar as written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CalendarDraft {
    /// Its key, such as `cn`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Text>"))]
    pub label: Text,
    /// The days of the week without work, Monday is 1.
    pub weekend: Vec<u8>,
    /// The holidays that the years speak of.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<HolidayDraft>>"))]
    pub holidays: Vec<HolidayDraft>,
    /// The years, each after the one before.
    pub years: Vec<YearDraft>,
}

/// A holiday as written.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct HolidayDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name.
    pub label: Text,
}

/// A year as written: the days off and the make-up days by holiday.
#[derive(Debug, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct YearDraft {
    /// The year.
    pub year: i32,
    /// How many working days it has, where the source says so; checked.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
    pub working_days: Option<u32>,
    /// Days off, by the key of the holiday.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Record<string, string[]>"))]
    pub off: BTreeMap<Key, Vec<Run>>,
    /// Weekend days that are worked for a holiday (调休), by its key.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Record<string, string[]>"))]
    pub worked: BTreeMap<Key, Vec<Run>>,
}
