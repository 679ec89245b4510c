//! A meeting as a document, `shequ.meeting/1`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Area, Day, Digest, Key, Salt, Text};
use crate::pack::{Figure, Milestone};
use crate::wire::pack::RuleDraft;
use crate::wire::participation::{AreaTallyDraft, TallyDraft, UnitDraft};

/// A meeting, `shequ.meeting/1`: how it was called, who attended, what was voted on.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingDraft {
    /// Its name.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: Key,
    /// What it is.
    pub label: Text,
    /// The day on which it was held.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// How the deciding body is composed, where the law leaves a choice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// The post that took the chair.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub chair: Option<Key>,
    /// The post that kept the minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub recorder: Option<Key>,
    /// Whether it was called a second time, because the first call had no quorum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_call: Option<bool>,
    /// A secret of the caller's, for votes that are listed by units: it salts what the record holds of each.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub salt: Option<Salt>,
    /// Which clauses hold for it.
    pub rules: MeetingRulesDraft,
    /// Who petitioned for it, and of how many; only `entitled` and `proposing`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub petition: Option<MeetingTalliesDraft>,
    /// On which day what happened: `petition`, `convening`, `notice`, `agenda`, `first-call`, `publication`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Partial<Record<Milestone, string>>"))]
    pub days: BTreeMap<Milestone, Day>,
    /// What is counted once.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Figure, u64>>"))]
    pub numbers: BTreeMap<Figure, u64>,
    /// Whether what a clause asks is so, by the name of the clause.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, bool>>"))]
    pub answers: BTreeMap<String, bool>,
    /// Who may vote and who came.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<MeetingAttendanceDraft>"))]
    pub attendance: MeetingAttendanceDraft,
    /// The proxies, by opaque ids.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies: Option<ProxiesDraft>,
    /// The proxies as they were counted, where they are not listed; a record holds only this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies_counted: Option<ProxyCountsDraft>,
    /// What was dealt with, in its order.
    pub agenda: Vec<AgendaItemDraft>,
}

/// Which clauses of the packs hold for a meeting: each a question, a clause, or how clauses make one. What is left out is not
/// checked, and the result says so.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingRulesDraft {
    /// Who may petition for it (提议召开): the share that is needed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub petition: Option<RuleDraft>,
    /// By when it is called after a petition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub convening: Option<RuleDraft>,
    /// How long before it notice is given (通知、公示).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<RuleDraft>,
    /// What is asked of the agenda: usually a clause that only what was posted may be voted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agenda: Option<RuleDraft>,
    /// What becomes of an item that was not on the agenda, where no clause says so; refused where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub off_agenda: Option<OffAgenda>,
    /// What is asked of proxies (委托代理).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub proxies: Option<RuleDraft>,
    /// The quorum of the meeting (法定人数), with a `fallback` for a second call. A quorum that a question of the agenda asks itself
    /// need not stand here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quorum: Option<RuleDraft>,
    /// The clause that gives the chair a casting vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting_vote: Option<String>,
    /// In which order amendments are voted on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amendments: Option<AmendmentOrder>,
    /// What is asked after the meeting, such as posting the decisions. It voids nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub publication: Option<RuleDraft>,
}

/// What becomes of an item that was not on the agenda.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OffAgenda {
    /// It cannot be decided.
    Refused,
    /// It can.
    Allowed,
}

/// In which order amendments are voted on, always before the motion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum AmendmentOrder {
    /// The furthest from the motion first.
    FurthestFirst,
    /// As they are listed.
    AsListed,
}

/// Declares what is counted in each measure.
macro_rules! measures {
    ($(#[$meta:meta])* $name:ident: $count:ty, $area:ty) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Default, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Heads.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub heads: Option<$count>,
            /// Exclusive floor area.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub area: Option<$area>,
            /// Residents.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub residents: Option<$count>,
            /// Households.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub households: Option<$count>,
            /// Residents' groups.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub groups: Option<$count>,
            /// Representatives.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub representatives: Option<$count>,
            /// Co-ownership shares, in whole parts of one denominator.
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub shares: Option<$count>,
        }
    };
}

measures! {
    /// Tallies by measure.
    MeetingTalliesDraft: TallyDraft, AreaTallyDraft
}
measures! {
    /// Who may vote and who came, by measure.
    MeetingAttendanceDraft: AttendingDraft, AttendingAreaDraft
}

/// Who may vote and who came; what is left out is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttendingDraft {
    /// All who may vote.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u64>,
    /// Those who came or vote in writing, themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub in_person: Option<u64>,
    /// Those who are represented by proxies; nobody where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_proxy: Option<u64>,
}

/// Whose floor area may vote and whose came, in square metres; what is left out is not known.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AttendingAreaDraft {
    /// All of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub entitled: Option<Area>,
    /// That of those who came or vote in writing, themselves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub in_person: Option<Area>,
    /// That of those who are represented by proxies; none where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub by_proxy: Option<Area>,
}

/// The proxies of a meeting, by opaque ids and no names. They never enter a record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProxiesDraft {
    /// Each proxy that was given.
    pub given: Vec<ProxyDraft>,
    /// The holders who came.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub present: Vec<Key>,
}

/// A proxy (委托书): who lets whom act. It says nothing of how anyone votes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProxyDraft {
    /// Who gave it, an opaque id.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub giver: Key,
    /// Who holds it, an opaque id.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub holder: Key,
    /// The day on which it was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub registered: Option<Day>,
    /// Whether the holder is a near relative, where a clause asks it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near_relative: Option<bool>,
    /// Whether it was refused: it counts nowhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub excluded: bool,
}

/// The proxies of a meeting as they were counted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ProxyCountsDraft {
    /// Proxies that count.
    pub counted: u64,
    /// Proxies that were refused.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u64>"))]
    pub excluded: u64,
    /// The most that one holder has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most_held: Option<u64>,
    /// Whether every holder is a near relative of the giver.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub near_relatives: Option<bool>,
    /// The day on which the last was registered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub last_registered: Option<Day>,
}

/// An item of the agenda (议题).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AgendaItemDraft {
    /// Its key, unique on the agenda.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// What it is about.
    pub label: Text,
    /// What decides it: a question of a pack, a clause, or how clauses make one.
    pub decided_by: RuleDraft,
    /// Whether it stood on the agenda that was posted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_agenda: Option<bool>,
    /// Whether what a clause asks is so for this item, by the name of the clause.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, bool>>"))]
    pub answers: BTreeMap<String, bool>,
    /// The motion (议案) as it was moved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub motion: Option<Text>,
    /// The amendments (修正案) to it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub amendments: Vec<AmendmentDraft>,
    /// The votes, in the order in which they were taken.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub polls: Vec<MeetingPollDraft>,
}

/// An amendment to a motion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AmendmentDraft {
    /// Its key, unique in the item.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The motion as it reads with it.
    pub motion: Text,
    /// How far it goes from the motion, as the chair ranks it: the highest is the furthest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distance: Option<u32>,
    /// The amendments that fall if this one is adopted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(type = "string[]", optional))]
    pub excludes: Vec<Key>,
    /// What decides it, if it is not what decides the motion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided_by: Option<RuleDraft>,
    /// Whether it was withdrawn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub withdrawn: bool,
}

/// A vote on a motion or an amendment.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeetingPollDraft {
    /// The amendment; the motion where this is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub amendment: Option<Key>,
    /// Whether the ballot was secret; a secret ballot has no list of units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub secret: Option<bool>,
    /// What was counted; `entitled` and `present` only where they differ from the attendance.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counted: Option<MeetingTalliesDraft>,
    /// A roll-call of owners by units, which counts heads and area.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub units: Option<Vec<UnitDraft>>,
    /// Of a roll-call: what a record holds in place of the units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub committed: Option<UnitCommitment>,
    /// How the chair broke a tie.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub casting: Option<CastingVote>,
}

/// How the chair broke a tie.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CastingVote {
    /// For.
    Yes,
    /// Against.
    No,
}

/// A salted commitment to a list of units: it tells nothing of any unit, and its holder can open it for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct UnitCommitment {
    /// The root of the tree of salted digests.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub root: Digest,
    /// So many units.
    pub units: u64,
    /// So many heads.
    pub heads: u64,
    /// Heads whose units voted differently.
    pub split_heads: u64,
}

/// One unit of a commitment, shown to be in it, `shequ.opening/1`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OpeningDraft {
    /// The unit with its vote.
    pub unit: UnitDraft,
    /// The salt of this unit alone.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub salt: Salt,
    /// Its place in the tree, from 0.
    pub position: u64,
    /// The digests beside its way to the root.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub path: Vec<Digest>,
}
