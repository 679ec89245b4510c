//! Organisations as documents: the drafts of `shequ.organisation/1`, `shequ.event/1` and `shequ.kinds/1`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Key, Text, WithinDays};

/// A struct of a document: read by serde with unknown fields denied, written for TypeScript.
macro_rules! draft {
    ($(#[$meta:meta])* $name:ident { $($body:tt)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($body)* }
    };
}

/// What rules look at in a kind of unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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
#[serde(rename_all = "kebab-case")]
pub enum Line {
    /// Thick.
    Thick,
    /// Dashed.
    Dashed,
    /// Dotted.
    Dotted,
}

/// Schooling completed (学历), a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Schooling {
    /// Primary school or less (小学及以下).
    Primary,
    /// Lower secondary (初中).
    LowerSecondary,
    /// Upper secondary (高中、中专).
    UpperSecondary,
    /// Tertiary (大专及以上).
    Tertiary,
}

/// How somebody comes into a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Mode {
    /// By election.
    Elected,
    /// By appointment.
    Appointed,
    /// Acting until another comes.
    Acting,
    /// By another office.
    ExOfficio,
}

/// Why a holding ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum EndReason {
    /// The term was over.
    TermEnded,
    /// The holder resigned.
    Resigned,
    /// The holder moved to another post.
    Moved,
    /// The holder was recalled or removed.
    Removed,
    /// The holder retired.
    Retired,
    /// The post or its unit ended.
    PostEnded,
    /// Another reason, which is not recorded.
    Other,
}

/// What becomes of the units within a unit that ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Children {
    /// They move into the one target.
    Move,
    /// They end with it, and all within them.
    Close,
}

draft! {
    /// A kind of unit that a document adds to those that ship.
    KindDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The level of its area: 3 district, 4 sub-district, 5 community, 6 grid, 7 building.
        pub level: u8,
        /// What rules look at.
        pub role: Role,
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

/// A dated row: one field beside `from` and `until`.
macro_rules! dated {
    ($(#[$meta:meta])* $name:ident, $field:ident: $ty:ty, $ts:literal) => {
        draft! {
            $(#[$meta])*
            $name {
                #[doc = concat!("The ", stringify!($field), ".")]
                #[cfg_attr(feature = "typescript", ts(type = $ts))]
                pub $field: $ty,
                /// The first day on which it holds.
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
                pub from: Option<WithinDays>,
                /// The first day on which it no longer holds.
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
                pub until: Option<WithinDays>,
            }
        }
    };
}

dated! {
    /// A kind of a unit, from a day until a day.
    DatedKind, kind: String, "string"
}
dated! {
    /// A name of a unit, from a day until a day.
    DatedName, name: Text, "string | Text"
}
dated! {
    /// A parent of a unit, from a day until a day.
    DatedParent, unit: String, "string"
}

draft! {
    /// A code of a unit in a scheme, from a day until a day.
    DatedCode {
        /// The scheme of the code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The code.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub code: Key,
        /// The first day on which it holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// A unit (单位): an area or a body, with all that changed about it.
    UnitDraft {
        /// Its key, which never changes.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its kind, if it never changed.
        pub kind: Option<String>,
        /// Its kinds, if they changed.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DatedKind>>"))]
        pub kinds: Vec<DatedKind>,
        /// Its name, if it never changed.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub name: Option<Text>,
        /// Its names, if they changed.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DatedName>>"))]
        pub names: Vec<DatedName>,
        /// Its code, if it never changed.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// Its codes, if they changed or have schemes.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DatedCode>>"))]
        pub codes: Vec<DatedCode>,
        /// The unit that it lies within, if that never changed.
        pub parent: Option<String>,
        /// The units that it lay within.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DatedParent>>"))]
        pub parents: Vec<DatedParent>,
        /// The first day on which it exists.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer exists.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// A relation between two units.
    RelationDraft {
        /// What the source does to the target: `leads`, `guides`, `located-in`, `serves` ...
        pub kind: String,
        /// The unit that leads, guides, serves.
        pub source: String,
        /// The unit that is led, guided, served.
        pub target: String,
        /// The first day on which it holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// A post of a unit.
    PostDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The unit that has it.
        pub unit: String,
        /// Its title, such as 主任.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// How many hold it at once; 1 unless given.
        pub capacity: Option<u32>,
        /// The years of a term.
        pub term_years: Option<u32>,
        /// How somebody comes into it.
        pub mode: Option<Mode>,
    }
}

draft! {
    /// A holder of posts: an opaque key, never a name.
    HolderDraft {
        /// The key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The year of birth, and no more.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub born: Option<WithinDays>,
        /// Schooling completed.
        pub schooling: Option<Schooling>,
    }
}

draft! {
    /// A holding of a post by a holder.
    HoldingDraft {
        /// The post.
        pub post: String,
        /// The holder.
        pub holder: String,
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
        /// Why it ended.
        pub end_reason: Option<EndReason>,
    }
}

draft! {
    /// An agreement between units.
    AgreementDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its kind: `triple-pairing`, `pairing`, `co-building`.
        pub kind: String,
        /// Its parties.
        pub parties: Vec<String>,
        /// The first day on which it holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// A number counted of a unit, from a day on until the next.
    IndicatorDraft {
        /// The unit.
        pub unit: String,
        /// The measure: `households`, `population`, `members` ...
        pub measure: String,
        /// The number, in the measure's unit.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub value: Decimal,
        /// The day as of which it was counted.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// Who published it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub source: Option<Text>,
    }
}

draft! {
    /// A published statistic, kept to be checked.
    StatementDraft {
        /// Its words.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The measure that it speaks of.
        pub measure: String,
        /// The value that it states.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub value: Option<Decimal>,
        /// The change that it states, below zero for a fall.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub change: Option<Decimal>,
        /// The unit of measure in which it states it.
        pub unit: String,
        /// The day as of which it was stated.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// Who published it.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub source: Option<Text>,
    }
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
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
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

draft! {
    /// The document `shequ.organisation/1`.
    OrganisationDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// Where the data come from.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "Array<string | Text>"))]
        pub sources: Vec<Text>,
        /// Kinds of units beside those that ship.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<KindDraft>>"))]
        pub kinds: Vec<KindDraft>,
        /// Measures beside those that ship.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<MeasureDraft>>"))]
        pub measures: Vec<MeasureDraft>,
        /// Units as they were before the events.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<UnitDraft>>"))]
        pub units: Vec<UnitDraft>,
        /// What changed them since, applied in the order of their days.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<EventDraft>>"))]
        pub events: Vec<EventDraft>,
        /// Relations between units.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<RelationDraft>>"))]
        pub relations: Vec<RelationDraft>,
        /// Posts.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PostDraft>>"))]
        pub posts: Vec<PostDraft>,
        /// Holders of posts.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<HolderDraft>>"))]
        pub holders: Vec<HolderDraft>,
        /// Who held which post when.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<HoldingDraft>>"))]
        pub holdings: Vec<HoldingDraft>,
        /// Agreements between units.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<AgreementDraft>>"))]
        pub agreements: Vec<AgreementDraft>,
        /// Numbers counted of units.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<IndicatorDraft>>"))]
        pub indicators: Vec<IndicatorDraft>,
        /// Published statistics to check.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<StatementDraft>>"))]
        pub statements: Vec<StatementDraft>,
    }
}
