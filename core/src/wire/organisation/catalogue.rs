//! Kinds, relations and measures as data.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Key, Text};

/// What rules look at in a kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// An area other than a community or village: district, sub-district, grid, building.
    Area,
    /// A community (社区), which has one party branch.
    Community,
    /// A village or residents' area before it becomes a community.
    Village,
    /// A self-governing committee: residents' committee (居委会), villagers' committee (村委会).
    SelfGoverning,
    /// An office of the government, such as a sub-district office (街道办事处).
    Government,
    /// A party body above or beside the community's own.
    Party,
    /// The party body of a community: branch, general branch or committee.
    PartyBranch,
    /// An assembly of all or of representatives.
    Assembly,
    /// A body that supervises.
    Supervision,
    /// A provider of services: station, centre.
    Service,
    /// An association or group.
    Association,
    /// A unit that is only located in the area: firm, school, office.
    Located,
}

/// How a diagram draws a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// Thick.
    Thick,
    /// Dashed.
    Dashed,
    /// Dotted.
    Dotted,
}

draft! {
    /// A kind of unit that a document adds to those that ship.
    KindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name; its key unless given.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub label: Option<Text>,
        /// The level of its area: 3 district, 4 sub-district, 5 community, 6 grid, 7 building; 0, of none, unless given.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
        pub level: Option<u8>,
        /// What rules look at; `association` unless given.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Role>"))]
        pub role: Option<Role>,
        /// Clauses of rule packs by the number that they bound: `size`, `term`, or a measure.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, String>>"))]
        pub clauses: BTreeMap<String, String>,
    }
}

draft! {
    /// A measure that a document adds to those that ship.
    MeasureDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The unit of a value.
        pub unit: String,
        /// The units that a change may be written in.
        pub change: Vec<String>,
        /// Whether its values are whole numbers.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub whole: bool,
    }
}

draft! {
    /// A kind of relation.
    RelationKindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// Whether it cannot run in a circle.
        pub acyclic: bool,
        /// How a diagram draws it.
        pub line: Line,
    }
}

draft! {
    /// A kind of agreement.
    AgreementKindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The number of its parties, where it is fixed.
        pub parties: Option<u32>,
    }
}

draft! {
    /// A unit of measure.
    UnitOfMeasureDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
    }
}

draft! {
    /// The document `shequ.kinds/1`.
    CatalogueDraft {
        /// Kinds of units.
        #[serde(default)]
        pub kinds: Vec<KindDraft>,
        /// Kinds of relations.
        #[serde(default)]
        pub relations: Vec<RelationKindDraft>,
        /// Kinds of agreements.
        #[serde(default)]
        pub agreements: Vec<AgreementKindDraft>,
        /// Measures.
        #[serde(default)]
        pub measures: Vec<MeasureDraft>,
        /// Units of measure.
        #[serde(default)]
        pub units: Vec<UnitOfMeasureDraft>,
    }
}
