//! Events as they are written.

use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Key, Text, WithinDays};

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
    /// A unit is founded (设立).
    Found {
        /// The key of the new unit.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// Its kind.
        pub kind: String,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub name: Text,
        /// Its code.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// The scheme of its code.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The unit that it lies within.
        pub parent: Option<String>,
        /// Its first day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
        /// The document that did it, such as 泉政〔2003〕12号.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub instrument: Option<Text>,
    }
}

draft! {
    /// A unit gets another name (更名).
    Rename {
        /// The unit.
        pub unit: String,
        /// Its new name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub name: Text,
        /// The first day of the new name.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
        /// The document that did it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub instrument: Option<Text>,
    }
}

draft! {
    /// A unit gets another code (改码).
    Recode {
        /// The unit.
        pub unit: String,
        /// Its new code.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub code: Key,
        /// The scheme of the code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The first day of the new code.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
        /// The document that did it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub instrument: Option<Text>,
    }
}

draft! {
    /// Units become one other or several others (合并): the sources end, the targets begin or go on.
    Merge {
        /// The units that end.
        pub sources: Vec<String>,
        /// The units that they become: a new one with its facts, or one that exists by its key alone.
        pub targets: Vec<Target>,
        /// How many households, or what else was counted, flowed from which source into which target.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Shares>>"))]
        pub shares: Vec<Shares>,
        /// What becomes of the units within the sources; they move unless said otherwise, which takes one target.
        pub children: Option<Children>,
        /// The first day on which the sources are no more.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
        /// The document that did it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub instrument: Option<Text>,
    }
}

draft! {
    /// A target of a merge: a unit that exists, or a new one.
    Target {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub unit: Key,
        /// The kind of a new unit.
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
        pub parent: Option<String>,
    }
}

draft! {
    /// What flowed where in a merge, counted in one measure.
    Shares {
        /// The measure: `households`, `population`, `area`.
        pub measure: String,
        /// From which source into which target, how many.
        pub flows: Vec<Flow>,
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
    /// What a unit had or has.
    Amount {
        /// The unit.
        pub unit: String,
        /// How many.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub count: Decimal,
    }
}

/// An event: what changed units on a day, written under the name of the change.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EventDraft {
    /// A unit is founded.
    Found(Found),
    /// A unit gets another name.
    Rename(Rename),
    /// A unit gets another code.
    Recode(Recode),
    /// Units become others.
    Merge(Merge),
}
