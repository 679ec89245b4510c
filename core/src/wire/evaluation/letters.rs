//! Letters signed layer by layer (层层签订责任书): the document `shequ.letters/1` and its check.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Digest, Key, Rate, Text};

draft! {
    /// The document `shequ.letters/1`: a register of signed letters, and the tree of units if it is not an organisation's.
    LettersDraft {
        /// What the letters are about.
        pub title: Text,
        /// The units from the top to the bottom, where the tree is a plain list.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<LetterUnitDraft>>"))]
        pub units: Vec<LetterUnitDraft>,
        /// The letters.
        pub letters: Vec<LetterDraft>,
    }

    /// A unit of the tree.
    LetterUnitDraft keyed {
        /// The unit above it; none for one at the top.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub parent: Option<Key>,
    }

    /// A letter that two units signed.
    LetterDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit that sets the targets.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub upper: Key,
        /// The unit that answers for them.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub lower: Key,
        /// The post that signed for the upper unit.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub upper_post: Option<Key>,
        /// The post that signed for the lower unit.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
        pub lower_post: Option<Key>,
        /// The day on which it was signed, from which it holds.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub signed: Day,
        /// The first day on which it no longer holds.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<Day>,
        /// The digest of the scheme that was signed.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Digest>,
    }
}

/// Why a unit has no letter with the unit above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LetterGapKind {
    /// There is none.
    Missing,
    /// There is one, but it no longer holds.
    Ended,
    /// There is one, but it is signed later.
    NotYetSigned,
    /// It signed with a unit further up, over a layer.
    SkipsLayer,
}

/// What is odd about a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum StrayKind {
    /// One of its units is not in the tree on the day.
    UnknownUnit,
    /// The upper unit is not above the lower one.
    NotAbove,
    /// Another letter of the same two units holds too.
    Twice,
}

result! {
    /// A unit without a letter with the unit above it.
    LetterGap {
        /// The unit.
        pub unit: String,
        /// The unit that it should have signed with.
        pub upper: String,
        /// The names from the top down to the unit.
        pub path: Vec<Text>,
        /// Why.
        pub kind: LetterGapKind,
        /// The letter that does not do, if there is one.
        pub letter: Option<String>,
        /// How many units lie below it: their letters hang in the air.
        pub below: u32,
    }

    /// A letter in force that closes no gap.
    StrayLetter {
        /// The letter.
        pub letter: String,
        /// What is odd about it.
        pub kind: StrayKind,
    }

    /// Whether letters were signed layer by layer, with no layer missing.
    LetterReport {
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The units that have a unit above them.
        pub units: u32,
        /// How many of them have a letter with it.
        pub signed: u32,
        /// The one over the other.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub coverage: Option<Rate>,
        /// How many of them have letters all the way up.
        pub unbroken: u32,
        /// The units without a letter, those above before those below.
        pub gaps: Vec<LetterGap>,
        /// Letters in force that close no gap.
        pub stray: Vec<StrayLetter>,
    }
}
