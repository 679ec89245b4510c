//! Cascades (区考街、街考社区): the document `shequ.cascade/1` and what is rolled up.

use serde::{Deserialize, Serialize};

use super::SchemeDraft;
use crate::evaluation::RollUpHow;
use crate::kernel::{Decimal, Key, Ratio, Rounding, Text};

draft! {
    /// The document `shequ.cascade/1`: evaluations, each of which may take its values from the totals of another.
    CascadeDraft {
        /// What it is called.
        pub title: Text,
        /// The evaluations, in any order.
        pub stages: Vec<StageDraft>,
        /// The units with those above them, where they are not an organisation's.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CascadeUnitDraft>>"))]
        pub units: Vec<CascadeUnitDraft>,
    }

    /// The evaluation of one layer.
    StageDraft keyed {
        /// The scheme.
        pub scheme: SchemeDraft,
        /// The columns that are rolled up from the totals of other stages.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<RollUpDraft>>"))]
        pub roll_ups: Vec<RollUpDraft>,
    }

    /// A column of values that come from the totals of the units below.
    RollUpDraft {
        /// The column of this stage's scheme; under `share` it may be that of a rate.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub column: Key,
        /// The stage whose totals are taken.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub from: Key,
        /// What is made of them.
        pub how: RollUpHow,
        /// `weighted`: the column of that stage's table that holds the weights, such as the population.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub weight: Option<Key>,
        /// `share`: the grade at or above which a unit counts.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub grade: Option<Key>,
        /// How the value is rounded to the decimals of the column; `half-up` unless given.
        #[serde(default = "half_up")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Rounding>"))]
        pub rounding: Rounding,
    }

    /// A unit with the one above it.
    CascadeUnitDraft {
        /// The unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit above it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub parent: Option<Key>,
    }
}

const fn half_up() -> Rounding {
    Rounding::HalfUp
}

result! {
    /// A value that was rolled up.
    RolledUp {
        /// The stage that it went into.
        pub stage: String,
        /// The unit.
        pub unit: String,
        /// The column.
        pub column: String,
        /// The stage that it came from.
        pub from: String,
        /// What was made of the totals.
        pub how: RollUpHow,
        /// The exact value; none where no unit lies below, or one of them has no weight or all have the weight zero.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub exact: Option<Ratio>,
        /// The value as it went into the column.
        pub value: Option<String>,
        /// The units below.
        pub parts: Vec<RolledPart>,
    }

    /// A unit below and what it brought.
    RolledPart {
        /// The unit.
        pub unit: String,
        /// Its total.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub total: Decimal,
        /// Its grade.
        pub grade: Option<String>,
        /// Its weight.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub weight: Option<Decimal>,
    }
}
