//! Changed values, goals and what would reach them.

use std::collections::BTreeMap;

use serde::de::value::{BorrowedStrDeserializer, MapAccessDeserializer};
use serde::de::{Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, de};

use crate::kernel::{Decimal, Ratio, Text};

draft! {
    /// Changed values as an argument, `shequ.changes/1`.
    ChangesDraft {
        /// The changes.
        pub changes: Vec<CellChange>,
    }

    /// What a step of each column costs, as an argument, `shequ.costs/1`.
    CostsDraft {
        /// The cost of one step, by column; where a missing value may be reported, that too.
        #[cfg_attr(
            feature = "typescript",
            ts(type = "Record<string, string | number | { step: string | number, report?: string | number | null }>")
        )]
        pub costs: BTreeMap<String, Cost>,
    }

    /// A goal as an argument, `shequ.goal/1`: one of the two.
    GoalDraft {
        /// This grade or a better one, by its key.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub grade: Option<String>,
        /// This rank or a better one, before ties are broken.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub rank: Option<u32>,
    }
}

/// What it costs to move a number: as one number what each step costs, or as an object also what it costs to report it where it
/// is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cost {
    /// The cost of one step of the column's last decimal.
    pub step: Decimal,
    /// The cost of reporting a missing value at the worst that there is; none where it stays missing.
    pub report: Option<Decimal>,
}

impl From<Decimal> for Cost {
    fn from(step: Decimal) -> Self {
        Self { step, report: None }
    }
}

/// The object of a [`Cost`].
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
struct CostParts {
    step: Decimal,
    #[serde(default)]
    report: Option<Decimal>,
}

impl<'de> Deserialize<'de> for Cost {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Cost;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a number, or an object with `step` and `report`")
            }
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Cost, E> {
                Decimal::deserialize(n.into_deserializer()).map(Cost::from)
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Cost, E> {
                Decimal::deserialize(n.into_deserializer()).map(Cost::from)
            }
            fn visit_i128<E: de::Error>(self, n: i128) -> Result<Cost, E> {
                Decimal::deserialize(n.into_deserializer()).map(Cost::from)
            }
            fn visit_f64<E: de::Error>(self, x: f64) -> Result<Cost, E> {
                Decimal::deserialize(x.into_deserializer()).map(Cost::from)
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Cost, E> {
                Decimal::deserialize(text.into_deserializer()).map(Cost::from)
            }
            fn visit_borrowed_str<E: de::Error>(self, text: &'de str) -> Result<Cost, E> {
                Decimal::deserialize(BorrowedStrDeserializer::new(text)).map(Cost::from)
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Cost, A::Error> {
                let CostParts { step, report } = CostParts::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Cost { step, report })
            }
        }
        deserializer.deserialize_any(Written)
    }
}

#[cfg(feature = "schema")]
impl schemars::JsonSchema for Cost {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Cost".into()
    }

    fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        let (one, parts) = (generator.subschema_for::<Decimal>(), generator.subschema_for::<CostParts>());
        schemars::json_schema!({ "anyOf": [one, parts] })
    }
}

/// A new value for a cell of the table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellChange {
    /// The unit.
    pub unit: String,
    /// The column as in the table; of a rate one of its two counts.
    pub column: String,
    /// The value, for a veto 1 or 0; none takes the value away.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string | number | null"))]
    pub value: Option<Decimal>,
}

/// What a unit would have to change to reach a grade or a rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct WhatIf {
    /// The unit.
    pub unit: String,
    /// The grade asked for; none where a rank was.
    pub grade: Option<String>,
    /// The rank asked for; none where a grade was.
    pub rank: Option<u32>,
    /// How it stands now.
    pub now: Outcome,
    /// Whether the goal is reached already.
    pub reached: bool,
    /// The vetoes that keep it from the goal whatever the values.
    pub barred_by: Vec<String>,
    /// For each column the smallest change of it alone.
    pub changes: Vec<SmallestChange>,
}

/// Total, grade and rank of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Outcome {
    /// The total.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub total: Decimal,
    /// The grade, if the scheme has any.
    pub grade: Option<String>,
    /// The rank before ties are broken, if the scheme ranks the unit.
    pub rank: Option<u32>,
}

/// The smallest change of one column alone, all else as it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SmallestChange {
    /// The column.
    pub column: String,
    /// What the column is about.
    pub label: Text,
    /// Its value; none where it is missing.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub from: Option<Decimal>,
    /// The value that reaches the goal, the nearest to the present one; none where no value of this column alone does.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub to: Option<Decimal>,
    /// How many steps that are, each of the last decimal of the column; from a missing value none are counted.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub steps: Option<u64>,
    /// How it stands then, or with the best value where the goal is out of reach.
    pub then: Outcome,
}

/// The cheapest set of changes that reaches a grade or a rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Cheapest {
    /// The unit.
    pub unit: String,
    /// The grade asked for; none where a rank was.
    pub grade: Option<String>,
    /// The rank asked for; none where a grade was.
    pub rank: Option<u32>,
    /// The changes; none where no changes of the columns with costs reach the goal.
    pub changes: Option<Vec<CostedChange>>,
    /// What they cost together.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub cost: Option<Decimal>,
    /// Whether it is proven that nothing cheaper reaches the goal, or that nothing does.
    pub proven: bool,
    /// Columns with a cost that were not searched, and why.
    pub unsearched: Vec<Unsearched>,
    /// How it stands then; as now where the goal is out of reach.
    pub then: Outcome,
}

/// A column with a cost that was not searched.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Unsearched {
    /// The column.
    pub column: String,
    /// Why.
    pub why: UnsearchedWhy,
}

/// Why a column was not searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum UnsearchedWhy {
    /// The value is missing and no cost of reporting it was given; or one that it depends on is missing, or it is a count of
    /// events, which has no worst value to start from.
    Missing,
    /// Votes are others' to change.
    Votes,
    /// Neither more nor less of it is better everywhere.
    NoDirection,
    /// Last period is over.
    LastPeriod,
    /// A veto is a fact, not a number to move.
    Veto,
    /// Of a rate only the numerator moves.
    Denominator,
}

/// A change with its cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CostedChange {
    /// The column.
    pub column: String,
    /// Its value now; none where it is missing and was reported.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub from: Option<Decimal>,
    /// Its value then.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub to: Decimal,
    /// How many steps of its last decimal; from the worst value where it was missing.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub steps: u64,
    /// What they cost, with the report of a missing value.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub cost: Decimal,
}

/// How far a unit is from another mark, indicator by indicator: the parts add up to the whole exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Gap {
    /// The unit.
    pub unit: String,
    /// What it is compared with: `best`, `median` or `full`.
    pub mark: String,
    /// The unit that is the best; none for the other marks.
    pub other: Option<String>,
    /// The mark less what the unit has, before the total is rounded.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub gap: Ratio,
    /// What each indicator, the bonuses, the penalties and the vetoes have in it.
    pub parts: Vec<GapPart>,
}

/// What one indicator has in a gap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GapPart {
    /// The indicator, or `bonuses`, `penalties` or `vetoes`.
    pub part: String,
    /// Its name.
    pub label: Text,
    /// What the mark has more than the unit; negative where the unit has more.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub points: Ratio,
    /// Its share in the gap; none where there is no gap.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub share: Option<Ratio>,
}

/// What moved the total of a unit from one evaluation to the next: the parts add up to the change exactly.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Movement {
    /// The unit.
    pub unit: String,
    /// The total before.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub before: Decimal,
    /// The total after.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub after: Decimal,
    /// What other values did, under the old scheme.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub data: Decimal,
    /// What other targets did: other parameters of a rule of the same name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub target: Decimal,
    /// What other rules did, indicators that came and went, bonuses, penalties and vetoes that are others.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: Decimal,
    /// What other points of indicators did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Decimal,
    /// What rounding the two totals did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rounding: Decimal,
    /// The same for each indicator, and for bonuses, penalties and vetoes.
    pub parts: Vec<MovementPart>,
}

/// What one indicator has in a movement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct MovementPart {
    /// The indicator, or `bonuses`, `penalties` or `vetoes`.
    pub part: String,
    /// Its name.
    pub label: Text,
    /// What other values did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub data: Decimal,
    /// What another target did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub target: Decimal,
    /// What another rule did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub rule: Decimal,
    /// What other points did.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Decimal,
}
