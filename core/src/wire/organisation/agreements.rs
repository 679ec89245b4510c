//! Co-operation between units: the draft of `shequ.cooperation/1` and what is answered from it.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Decimal, Key, Rate, Ratio, Text, WithinDays};
use crate::organisation::UnitName;

/// What units share, a closed list (资源共享).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Resource {
    /// Rooms and grounds (场地).
    Venue,
    /// Data and information (信息).
    Data,
    /// Skilled people, by number or hours (人才).
    Talent,
    /// Technique and equipment (技术).
    Technique,
    /// Money, in whole units of the currency (资金).
    Money,
}

draft! {
    /// What a party of an agreement promises.
    PledgeDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The agreement of the organisation that it belongs to.
        pub agreement: String,
        /// The party that promises.
        pub party: String,
        /// What.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub content: Text,
        /// The last day on which it is kept in time.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub due: Day,
        /// How much, where it can be kept in parts; 1 unless given.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub amount: Option<Decimal>,
    }
}

draft! {
    /// That a pledge was kept, or a part of it.
    KeptDraft {
        /// The pledge.
        pub pledge: String,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// How much; the whole amount unless given.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub amount: Option<Decimal>,
    }
}

draft! {
    /// A unit at a conference.
    AttendanceDraft {
        /// The unit.
        pub unit: String,
        /// The post whose holder came for it; never a person.
        pub post: Option<String>,
    }
}

draft! {
    /// A conference that was held.
    ConferenceDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The series that it belongs to.
        pub series: Option<String>,
        /// The post whose holder took the chair.
        pub chair: Option<String>,
        /// The units that were invited.
        pub invited: Vec<String>,
        /// Those of them that came.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<AttendanceDraft>>"))]
        pub attended: Vec<AttendanceDraft>,
    }
}

draft! {
    /// A joint activity and the post that led it.
    JointActivityDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
        /// The post whose holder led it.
        pub post: String,
    }
}

/// What a unit offers or needs.
macro_rules! resource {
    ($(#[$meta:meta])* $name:ident, $features:literal) => {
        draft! {
            $(#[$meta])*
            $name {
                /// Its key.
                #[cfg_attr(feature = "typescript", ts(type = "string"))]
                pub key: Key,
                /// The unit.
                pub unit: String,
                /// Of what kind.
                pub resource: Resource,
                /// In words.
                #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
                pub what: Option<Text>,
                /// How much, as a whole number; 1 unless given.
                #[cfg_attr(feature = "typescript", ts(optional, type = "number"))]
                pub quantity: Option<u64>,
                #[doc = $features]
                #[serde(default)]
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
                pub features: Vec<String>,
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

resource! {
    /// What a unit offers to others.
    OfferDraft, "What it has: `projector`, `weekend` ..."
}
resource! {
    /// What a unit needs from others.
    NeedDraft, "What an offer must have, all of it."
}

draft! {
    /// The document `shequ.cooperation/1`.
    CooperationDraft {
        /// What it is about.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// Pledges of parties to agreements.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<PledgeDraft>>"))]
        pub pledges: Vec<PledgeDraft>,
        /// How they were kept.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<KeptDraft>>"))]
        pub kept: Vec<KeptDraft>,
        /// Conferences that were held.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ConferenceDraft>>"))]
        pub conferences: Vec<ConferenceDraft>,
        /// Joint activities.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<JointActivityDraft>>"))]
        pub activities: Vec<JointActivityDraft>,
        /// What units offer.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<OfferDraft>>"))]
        pub offers: Vec<OfferDraft>,
        /// What units need, the more urgent first.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<NeedDraft>>"))]
        pub needs: Vec<NeedDraft>,
    }
}

/// Where a pledge stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum PledgeStatus {
    /// Its agreement does not hold yet.
    NotBegun,
    /// Not kept yet, and not too late.
    Due,
    /// Kept by the day it was due.
    Kept,
    /// Kept after the day it was due.
    KeptLate,
    /// Not kept, and the day it was due is past.
    Overdue,
    /// Not kept, and its agreement ended before it was due.
    Lapsed,
}

/// A pledge on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PledgeState {
    /// The pledge.
    pub pledge: String,
    /// The agreement.
    pub agreement: String,
    /// The party.
    pub party: UnitName,
    /// What was promised.
    pub content: Text,
    /// The last day on which it is kept in time.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub due: Day,
    /// Where it stands.
    pub status: PledgeStatus,
    /// How much was promised.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub amount: Decimal,
    /// How much of it is not done yet.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub missing: Decimal,
    /// The day on which it was kept in full.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub kept_on: Option<Day>,
    /// How many days late it was kept, or is.
    pub days_late: u32,
}

/// Pledges counted by where they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PledgeCount {
    /// The key of the party or the agreement; empty for all.
    pub key: String,
    /// Pledges in all.
    pub pledges: u32,
    /// Of agreements that do not hold yet.
    pub not_begun: u32,
    /// Open, and not too late.
    pub due: u32,
    /// Kept in time.
    pub kept: u32,
    /// Kept late.
    pub kept_late: u32,
    /// Overdue.
    pub overdue: u32,
    /// Lapsed.
    pub lapsed: u32,
    /// Kept in time, of those kept or overdue; none where there is none.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub in_time: Option<Rate>,
    /// Kept at all, of those kept or overdue.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub fulfilled: Option<Rate>,
}

/// How pledges stand on a day (履约情况).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Fulfilment {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// All of them.
    pub total: PledgeCount,
    /// By party, in the order of keys.
    pub parties: Vec<PledgeCount>,
    /// By agreement, in the order of keys.
    pub agreements: Vec<PledgeCount>,
    /// The pledges in the order of keys.
    pub pledges: Vec<PledgeState>,
}

/// How often a unit came.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitAttendance {
    /// The unit.
    pub unit: UnitName,
    /// How often it was invited.
    pub invited: u32,
    /// How often it came.
    pub attended: u32,
    /// The one over the other.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
    /// The conferences that it missed.
    pub missed: Vec<String>,
}

/// How many came when the holder of a post took the chair.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ChairAttendance {
    /// The post; none where no chair is on record.
    pub post: Option<String>,
    /// Conferences.
    pub conferences: u32,
    /// Invitations to these.
    pub invited: u32,
    /// How many of the invited came.
    pub attended: u32,
    /// The one over the other.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
}

/// Attendance at conferences of a period (到会情况).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConferenceAttendance {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// The series; none for all.
    pub series: Option<String>,
    /// Conferences.
    pub conferences: u32,
    /// Invitations.
    pub invited: u32,
    /// How many of the invited came.
    pub attended: u32,
    /// The one over the other.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
    /// By unit, in the order of keys.
    pub units: Vec<UnitAttendance>,
    /// By the post in the chair.
    pub chairs: Vec<ChairAttendance>,
}

/// What a dependence is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DependenceBasis {
    /// Joint activities, each by the post that led it.
    Activities,
    /// Attendances at conferences, each by the post whose holder came.
    Attendances,
    /// Conferences, each by the post in the chair.
    Chairs,
}

/// What hangs on one holder of posts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HolderShare {
    /// The opaque key of the holder.
    pub holder: String,
    /// The posts in which it was done.
    pub posts: Vec<String>,
    /// How much.
    pub count: u32,
    /// Of all that can be put down to a holder.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub share: Rate,
}

/// How far co-operation hangs on one person (关键人依赖): holders of public posts only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Dependence {
    /// The first day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// What was counted.
    pub basis: DependenceBasis,
    /// How much there was.
    pub total: u32,
    /// How much had no post, or one without exactly one certain holder that day.
    pub unattributed: u32,
    /// The holders, those with the most first, equals by key.
    pub holders: Vec<HolderShare>,
    /// The greatest share.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub greatest: Option<Rate>,
    /// Every holder with that share.
    pub key_holders: Vec<String>,
    /// The sum of the squares of all shares: 1 if all hangs on one, 1/n if it is even among n (Herfindahl).
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub concentration: Option<Ratio>,
}

/// A part of an offer that meets a need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfferSupply {
    /// The offer.
    pub offer: String,
    /// The unit that offers.
    pub unit: String,
    /// How much of it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub quantity: u64,
}

/// A need on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NeedState {
    /// The need.
    pub need: String,
    /// The unit.
    pub unit: UnitName,
    /// Of what kind.
    pub resource: Resource,
    /// How much.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub quantity: u64,
    /// How much of it is met.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub met: u64,
    /// By which offers.
    pub supplies: Vec<OfferSupply>,
    /// Where it is not met in full: the offers that it could draw on, by itself or by moving others, all used up.
    pub exhausted: Vec<String>,
    /// The needs that use these up, itself included where it uses some.
    pub rivals: Vec<String>,
}

/// An offer on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OfferState {
    /// The offer.
    pub offer: String,
    /// The unit.
    pub unit: UnitName,
    /// Of what kind.
    pub resource: Resource,
    /// How much.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub quantity: u64,
    /// How much of it is used.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub used: u64,
}

/// A kind of resource on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ResourceBalance {
    /// The kind.
    pub resource: Resource,
    /// How much is offered.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub offered: u64,
    /// How much is needed.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub needed: u64,
    /// How much is matched, which is the most that can be.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub matched: u64,
}

/// Offers matched to needs (资源共享), as much as can be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Sharing {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// By kind of resource.
    pub resources: Vec<ResourceBalance>,
    /// The needs that hold on the day, as they stand in the document.
    pub needs: Vec<NeedState>,
    /// The offers that hold on the day, as they stand in the document.
    pub offers: Vec<OfferState>,
}
