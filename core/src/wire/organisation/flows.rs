//! The parts of events: targets, what moves where, and what is counted of it.

use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Key, Ratio, Text, WithinDays};

/// What becomes of the units within a unit that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Children {
    /// They move into the one target.
    Move,
    /// They end with it, and all within them.
    Close,
}

draft! {
    /// A target of an event: a unit that exists, or a new one.
    Target {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The kind of a new unit.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub kind: Option<String>,
        /// The name of a new unit.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub name: Option<Text>,
        /// The code of a new unit.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// The scheme of its code.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The parent of a new unit.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
    }
}

draft! {
    /// A unit within a source, and where it goes.
    Move {
        /// The unit.
        pub unit: String,
        /// The target that it moves into.
        pub to: String,
    }
}

draft! {
    /// A period in which a unit exists.
    Lifetime {
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// What went where in an event, in one measure: counted as flows, or as exact ratios of each source.
    Shares {
        /// The measure: `households`, `population`, `area`.
        pub measure: String,
        /// From which source into which target, how many; what stays, from the source into itself.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Flow>>"))]
        pub flows: Vec<Flow>,
        /// Which part of a source went into which target; the parts of a source add up to one, what stays with it included.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Portion>>"))]
        pub ratios: Vec<Portion>,
        /// What the sources, and targets that existed, had before; checked against the flows.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Amount>>"))]
        pub before: Vec<Amount>,
        /// What the targets have after; checked against the flows.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Amount>>"))]
        pub after: Vec<Amount>,
    }
}

draft! {
    /// A flow from a source into a target.
    Flow {
        /// The source.
        pub source: String,
        /// The target.
        pub target: String,
        /// How many.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub count: Decimal,
    }
}

draft! {
    /// A part of a source that went into a target.
    Portion {
        /// The source.
        pub source: String,
        /// The target.
        pub target: String,
        /// The part, such as `1/3`.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub ratio: Ratio,
    }
}

draft! {
    /// What a unit had or has.
    Amount {
        /// The unit.
        pub unit: String,
        /// How many.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub count: Decimal,
    }
}
