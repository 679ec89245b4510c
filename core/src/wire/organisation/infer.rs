//! Units as two snapshots list them, and which of them are likely the same.

use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Key, Ratio, Text};

draft! {
    /// A unit as a snapshot lists it.
    Sighting {
        /// Its code, which no other unit of the snapshot has.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub code: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub name: Text,
        /// Its key in the organisation; its code unless given.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub key: Option<String>,
        /// The unit that it lies within, by a name or code that both snapshots use; its code without the last three signs unless given.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// The county or other area that it stays in; the first signs of its code unless given.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub group: Option<String>,
        /// A number counted of it in both snapshots, such as its households.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub count: Option<Decimal>,
    }
}

draft! {
    /// A snapshot: the document `shequ.sightings/1`.
    SightingsDraft {
        /// Its units.
        pub units: Vec<Sighting>,
    }
}

/// How to infer: what each piece of evidence weighs, from 0 to 1.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct InferOptions {
    /// How many signs of a code name the group within which units are sought; 6 for a Chinese county.
    pub group_signs: usize,
    /// The least confidence of a match.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub at_least: Ratio,
    /// The same name, once within the group on both sides.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub same_name: Ratio,
    /// The same parent.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub same_parent: Ratio,
    /// A similar name: this times how similar it is.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub similar_name: Ratio,
    /// The same place in the order of codes, between the same neighbours.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub same_place: Ratio,
    /// The same count: this times the lesser count over the greater.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub same_count: Ratio,
}

impl Default for InferOptions {
    /// 9/10 for a name, 1/2 for a parent, 7/10 for a similar name, 3/10 for a place, 2/5 for a count; matches from 1/2.
    fn default() -> Self {
        let ratio = |n: i64, d: i64| Ratio::new(n, d).unwrap_or(Ratio::ZERO);
        Self {
            group_signs: 6,
            at_least: ratio(1, 2),
            same_name: ratio(9, 10),
            same_parent: ratio(1, 2),
            similar_name: ratio(7, 10),
            same_place: ratio(3, 10),
            same_count: ratio(2, 5),
        }
    }
}

/// A kind of evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EvidenceKind {
    /// The names are the same.
    SameName,
    /// The names are similar.
    SimilarName,
    /// They lie within the same unit.
    SameParent,
    /// They stand between the same neighbours in the order of codes.
    SamePlace,
    /// What was counted is the same, or nearly.
    SameCount,
}

/// A piece of evidence with its weight.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// What it weighs, from 0 to 1.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Ratio,
}

/// Two units that are likely the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Match {
    /// The key of the unit in the organisation.
    pub key: String,
    /// Its code in the first snapshot.
    pub before: String,
    /// Its code in the other snapshot.
    pub after: String,
    /// Its name in the first snapshot.
    pub name_before: Text,
    /// Its name in the other snapshot.
    pub name_after: Text,
    /// One less the product of what each piece of evidence leaves open, divided among the rivals.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub confidence: Ratio,
    /// What speaks for it.
    pub evidence: Vec<Evidence>,
    /// How many other pairs of one of the two had as much evidence.
    pub rivals: u32,
}

/// Which units of two undocumented snapshots are likely the same (推断的沿革). Nothing of it enters an organisation by itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Inference {
    /// Units with another code, in the order of their first codes.
    pub matches: Vec<Match>,
    /// Codes of the first snapshot that are left without a match.
    pub dropped: Vec<String>,
    /// Codes of the other snapshot that are left without a match.
    pub added: Vec<String>,
    /// Codes of both snapshots whose names are the same.
    pub unchanged: u32,
    /// Codes of both snapshots whose names differ.
    pub renamed: Vec<String>,
}
