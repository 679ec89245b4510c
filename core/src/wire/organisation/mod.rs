//! Organisations as documents: the drafts of `shequ.organisation/1`, `shequ.event/1` and `shequ.kinds/1`.
//!
//! A fact that never changed is written short (`kind`, `name`, `code`, `parent`), one that changed as a list of rows with
//! `from` and `until`, the first day on which it no longer holds. A day may be exact (`2004-05-01`), a month, a year, or
//! within bounds (`2017-11-01..2018-10-31`). `units` stand as they were before the events. `events` without a day of recording were
//! known from the start: they stand first and apply in the order of their days, those of one day in the order of the list. Those with
//! one follow in the order in which they were recorded, and apply in it.
//!
//! ```toml
//! format = "shequ.organisation/1"
//! title = { zh = "示例区", en = "Example District" }
//!
//! [[units]]
//! key = "s1"
//! kinds = [{ kind = "town", until = "2000" }, { kind = "sub-district", from = "2000" }]
//! name = "一街道"
//!
//! [[units]]
//! key = "c1"
//! kind = "community"
//! name = "社区 01"
//! codes = [{ scheme = "statistics", code = "350000001001", from = "2004" }]
//! parent = "s1"
//! from = "2003-07-01"
//! ```

use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Key, Text, WithinDays};

/// A struct of a document: read by serde with unknown fields denied, written without what is absent and with what was
/// written short in its short form, described for TypeScript.
macro_rules! draft {
    ($(#[$meta:meta])* $name:ident { $($body:tt)* }) => {
        draft! { @fields { $(#[$meta])* } $name {} $($body)* }
    };
    (@fields { $($meta:tt)* } $name:ident { $($done:tt)* }) => {
        $($meta)*
        #[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name { $($done)* }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: Option<Text> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::wire::short::maybe_text")]
            pub $f: Option<Text>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: Option<WithinDays> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            #[serde(skip_serializing_if = "Option::is_none", serialize_with = "crate::wire::short::maybe_days")]
            pub $f: Option<WithinDays>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: Option<$t:ty> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            #[serde(skip_serializing_if = "Option::is_none")]
            pub $f: Option<$t>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: Text $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            #[serde(serialize_with = "crate::wire::short::text")]
            pub $f: Text,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: WithinDays $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            #[serde(serialize_with = "crate::wire::short::days")]
            pub $f: WithinDays,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[doc = $d:expr])* #[serde(default)] $(#[$a:meta])* pub $f:ident: Vec<Text> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[doc = $d])* $(#[$a])*
            #[serde(default, skip_serializing_if = "Vec::is_empty", serialize_with = "crate::wire::short::texts")]
            pub $f: Vec<Text>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[doc = $d:expr])* #[serde(default)] $(#[$a:meta])* pub $f:ident: Vec<$t:ty> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[doc = $d])* $(#[$a])*
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            pub $f: Vec<$t>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[doc = $d:expr])* #[serde(default)] $(#[$a:meta])* pub $f:ident: BTreeMap<$k:ty, $t:ty> $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[doc = $d])* $(#[$a])*
            #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
            pub $f: BTreeMap<$k, $t>,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[doc = $d:expr])* #[serde(default)] $(#[$a:meta])* pub $f:ident: bool $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[doc = $d])* $(#[$a])*
            #[serde(default, skip_serializing_if = "crate::wire::short::is_no")]
            pub $f: bool,
        } $($($rest)*)? }
    };
    (@fields $meta:tt $name:ident { $($done:tt)* } $(#[$a:meta])* pub $f:ident: $t:ty $(, $($rest:tt)*)?) => {
        draft! { @fields $meta $name { $($done)* $(#[$a])*
            pub $f: $t,
        } $($($rest)*)? }
    };
}

mod agreements;
mod catalogue;
mod conduct;
mod crosswalk;
mod diff;
mod directory;
mod duties;
mod events;
mod flows;
mod infer;
mod liaison;
mod quotas;
mod registers;
mod rollup;

pub use agreements::*;
pub use catalogue::{
    AgreementKindDraft, CatalogueDraft, Circle, KindDraft, Line, MeasureDraft, RelationKindDraft, Role,
    StatusKindDraft, TierDraft, UnitOfMeasureDraft, Written,
};
pub use conduct::{CharterDraft, Every, ReserveDraft, SessionDraft, StatusDraft};
pub use crosswalk::{
    CountsDraft, CrosswalkCell, RateValue, RatesDraft, Reexpressed, ReexpressedRates, UnitCount, UnitRate, UnitValue,
};
pub use diff::{ChangeKind, Diff, DiffCounts, EventRecord, UnitChange, UnitState};
pub use directory::*;
pub use duties::*;
pub use events::{
    Abolish, Amend, Convert, EventDraft, Found, Head, Merge, Recode, Rename, Reparent, Replace, Restore, Retract,
    Split, State, Transfer,
};
pub use flows::{Amount, Children, Flow, Lifetime, Move, Portion, Shares, Target};
pub use infer::{Evidence, EvidenceKind, InferOptions, Inference, Match, Sighting, SightingsDraft};
pub use liaison::*;
pub use quotas::*;
pub use registers::*;
pub use rollup::UnitRollup;

/// Schooling completed (学历), a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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
    /// By open recruitment (公开招聘).
    Recruited,
}

/// Why a holding ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
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

impl EndReason {
    /// Its name in Chinese and English.
    pub fn label(self) -> crate::kernel::Text {
        let (zh, en) = match self {
            Self::TermEnded => ("任期届满", "the term was over"),
            Self::Resigned => ("辞职", "resigned"),
            Self::Moved => ("调任", "moved to another post"),
            Self::Removed => ("罢免或免职", "recalled or removed"),
            Self::Retired => ("退休", "retired"),
            Self::PostEnded => ("职务或单位撤销", "the post or its unit ended"),
            Self::Other => ("其他原因", "another reason"),
        };
        crate::kernel::Text::new(zh, en)
    }
}

/// A dated row: one field beside `from` and `until`.
macro_rules! dated {
    ($(#[$meta:meta])* $name:ident, $field:ident: $ty:ident, $ts:literal) => {
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
        /// The stretches of days on which it exists, instead of `from` and `until`, if it ended and began again.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Lifetime>>"))]
        pub lives: Vec<Lifetime>,
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
        /// What it holds for, where its kind has aspects: 业务, 人事.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub aspect: Option<Key>,
        /// Whether it is the first of several of its kind.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub primary: bool,
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
        /// How the holder came into it, if not as the post says.
        pub mode: Option<Mode>,
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
    /// The document `shequ.organisation/1`.
    #[derive(Default)]
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
        /// Kinds of relations beside those that ship.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<RelationKindDraft>>"))]
        pub relation_kinds: Vec<RelationKindDraft>,
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
        /// Statuses of units for a time.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<StatusDraft>>"))]
        pub statuses: Vec<StatusDraft>,
        /// Charters of bodies that meet.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CharterDraft>>"))]
        pub charters: Vec<CharterDraft>,
        /// Their sessions.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<SessionDraft>>"))]
        pub sessions: Vec<SessionDraft>,
        /// Who stands in reserve for which post.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ReserveDraft>>"))]
        pub reserves: Vec<ReserveDraft>,
    }
}
