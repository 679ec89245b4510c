//! Indicator sets that change after a conversion (考核转变): the document `shequ.scheme-sets/1`.

use serde::{Deserialize, Serialize};

use super::{SchemeDraft, UnitScore};
use crate::kernel::{Text, WithinDays};

draft! {
    /// The document `shequ.scheme-sets/1`: schemes, each for some kinds of units and some days.
    SchemeSetsDraft {
        /// What they are called together.
        pub title: Text,
        /// The sets.
        pub sets: Vec<SchemeSetDraft>,
    }

    /// A scheme with the kinds and the days it is for.
    SchemeSetDraft keyed {
        /// The kinds of units it is for; every kind unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub kinds: Vec<String>,
        /// The first day on which it holds.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after it.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
        /// The scheme; it names no units.
        pub scheme: SchemeDraft,
    }
}

result! {
    /// What an evaluation says of one unit, and by which set.
    SetScore {
        /// The key of the set.
        pub set: String,
        /// The score.
        pub score: UnitScore,
    }

    /// A column that holds values of units whose set does not read it.
    UnreadColumn {
        /// The set.
        pub set: String,
        /// The column.
        pub column: String,
        /// How many units have a value there.
        pub units: u32,
    }
}
