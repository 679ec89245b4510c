//! Liaison officers: the draft of `shequ.liaison/1` and the answer.

use serde::{Deserialize, Serialize};

use crate::kernel::{Key, Text};

/// How a distance follows from two places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DistanceRule {
    /// It is given, in a matrix.
    Given,
    /// The straight line, to the nearest whole unit of the coordinates, a half upwards.
    Straight,
    /// The square of the straight line, exactly.
    Squared,
}

draft! {
    /// An officer, or a post or unit that has a place.
    LiaisonOfficerDraft {
        /// The key: of a post or a unit, never a name.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The least number of communities, instead of the plan's.
        pub least: Option<u32>,
        /// The greatest number of communities, instead of the plan's.
        pub most: Option<u32>,
        /// The place, in whole units of a plane, such as metres.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub x: Option<i64>,
        /// The place, in whole units of a plane, such as metres.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub y: Option<i64>,
    }
}

draft! {
    /// A community to be served.
    LiaisonCommunityDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its place.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub x: Option<i64>,
        /// Its place.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
        pub y: Option<i64>,
    }
}

draft! {
    /// The document `shequ.liaison/1`.
    LiaisonPlanDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// The least number of communities of an officer; 1 unless given.
        pub least: Option<u32>,
        /// The greatest number of communities of an officer; 2 unless given.
        pub most: Option<u32>,
        /// How distances are made: `given` with `distances`, else `straight` unless said otherwise.
        pub distance: Option<DistanceRule>,
        /// The officers.
        pub officers: Vec<LiaisonOfficerDraft>,
        /// The communities.
        pub communities: Vec<LiaisonCommunityDraft>,
        /// Distances as whole numbers: one row an officer, one column a community.
        #[cfg_attr(feature = "typescript", ts(optional, type = "number[][]"))]
        pub distances: Option<Vec<Vec<u64>>>,
    }
}

/// An officer with the communities to serve.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfficerLoad {
    /// The officer.
    pub officer: String,
    /// The least number of communities.
    pub least: u32,
    /// The greatest number of communities.
    pub most: u32,
    /// The communities, in the order of their keys.
    pub communities: Vec<String>,
    /// The sum of their distances.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub distance: u64,
    /// The officer's price in the proof: below zero where one community more would save as much, above zero where the
    /// lower bound costs as much.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: i64,
}

/// A community with its officer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LiaisonService {
    /// The community.
    pub community: String,
    /// The officer.
    pub officer: String,
    /// The distance between them.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub distance: u64,
    /// How many officers are strictly nearer.
    pub nearer: u32,
    /// The community's price in the proof.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub price: i64,
}

/// Another officer for a community, and what that would cost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LiaisonAlternative {
    /// The officer.
    pub officer: String,
    /// The distance to the community.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub distance: u64,
    /// How much longer the best plan with this officer is, all moves that it takes included; none where no plan has it.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub more: Option<u64>,
}

/// Officers assigned to communities, nearest first (联络员就近联系), with the prices that prove it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LiaisonView {
    /// What it is about.
    pub title: Text,
    /// How distances were made.
    pub distance: DistanceRule,
    /// The sum of all distances, which no plan undercuts.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub total: u64,
    /// The officers in the order of their keys.
    pub officers: Vec<OfficerLoad>,
    /// The communities in the order of their keys.
    pub communities: Vec<LiaisonService>,
}
