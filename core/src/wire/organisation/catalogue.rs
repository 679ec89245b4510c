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
    /// A mass organisation: union, youth league, women's federation, militia.
    Mass,
    /// A body of several that meets to coordinate: council, conference, leading group.
    Coordination,
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

/// What a relation in a circle is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Circle {
    /// It cannot be: the document is refused.
    Fault,
    /// It can be but must not: a validation finds it.
    Finding,
}

/// Where a relation is written, if not among the relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Written {
    /// As the parent of the source.
    Parent,
    /// As an agreement of both.
    Agreement,
}

draft! {
    /// A kind of relation; what is left out is not asked.
    RelationKindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// How a diagram draws it.
        pub line: Line,
        /// What it is when it runs in a circle; nothing if it may.
        pub acyclic: Option<Circle>,
        /// Kinds that its source can have, beside those of `source_roles`.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub source_kinds: Vec<String>,
        /// Roles that its source can have.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Role>>"))]
        pub source_roles: Vec<Role>,
        /// Kinds that its target can have, beside those of `target_roles`.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub target_kinds: Vec<String>,
        /// Roles that its target can have.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Role>>"))]
        pub target_roles: Vec<Role>,
        /// Whether a source has at most one target at a time.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub functional: bool,
        /// Whether it says the same of both ends.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub symmetric: bool,
        /// The most targets of a source at a time.
        pub most: Option<u32>,
        /// Relations that cannot stand between the same two at the same time, in either direction.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub forbids: Vec<String>,
        /// Whether both ends must exist throughout.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub overlap: bool,
        /// Whether it holds for an aspect, with one of several being the primary.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub aspects: bool,
        /// Where it is written, if not among the relations.
        pub written: Option<Written>,
    }
}

draft! {
    /// A status that a unit can have for a time, such as a transition.
    StatusKindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
    }
}

draft! {
    /// A tier of the bodies of a community: who leads, decides, carries out.
    TierDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// Kinds of units of which one is enough.
        pub kinds: Vec<String>,
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
        /// Statuses.
        #[serde(default)]
        pub statuses: Vec<StatusKindDraft>,
        /// Tiers, from the top.
        #[serde(default)]
        pub tiers: Vec<TierDraft>,
    }
}
