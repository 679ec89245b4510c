//! The directory of persons by consent: the draft of `shequ.directory/1` and what is answered from it.
//!
//! The fields of an entry are these and no others. There is none for ethnicity, religion, political opinion, party membership
//! or health, and none for free remarks.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Key, Text};

/// A field of an entry, a closed list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DirectoryField {
    /// The name.
    Name,
    /// One way to reach the person.
    Contact,
    /// Offices in the community.
    Offices,
    /// Skills offered.
    Skills,
}

/// An office in the community, a closed list (代表人士).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Office {
    /// Residents' representative (居民代表).
    ResidentsRepresentative,
    /// Head of a residents' group (居民小组长).
    GroupHead,
    /// Head of a building (楼栋长).
    BuildingHead,
    /// Member of an owners' committee (业委会委员).
    OwnersCommittee,
    /// Deputy to a people's congress (人大代表).
    Deputy,
    /// Mediator (调解员).
    Mediator,
    /// Head of a volunteers' team (志愿队队长).
    VolunteerHead,
    /// Head of an association (社会组织负责人).
    AssociationHead,
}

/// A skill offered, a closed list (人才库).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Skill {
    /// Accounting (会计).
    Accounting,
    /// Building and repairs (建筑维修).
    Building,
    /// Care of children or the old (照护).
    Care,
    /// Computers (计算机).
    Computing,
    /// Cooking (烹饪).
    Cooking,
    /// Arts and crafts (文艺手工).
    Arts,
    /// First aid (急救).
    FirstAid,
    /// Gardening (园艺).
    Gardening,
    /// Languages and translation (翻译).
    Languages,
    /// Law (法律).
    Law,
    /// Medicine and nursing (医护).
    Medicine,
    /// Sign language (手语).
    SignLanguage,
    /// Sport (体育).
    Sport,
    /// Teaching (教学).
    Teaching,
}

draft! {
    /// What entries may be read for.
    PurposeDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// In words, as the person was told.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub label: Text,
        /// The fields that it needs, and no others.
        pub fields: Vec<DirectoryField>,
    }
}

/// A consent: to a purpose, from a day until a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsentDraft {
    /// The purpose.
    pub purpose: String,
    /// The first day of it.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day after it: no consent is for ever.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
}

/// An entry before the directory gives it its number.
/// Its debug print shows nothing of it.
#[derive(Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NewEntryDraft {
    /// The name.
    pub name: Option<String>,
    /// One way to reach the person: a telephone number or an address for mail.
    pub contact: Option<String>,
    /// Offices in the community.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Office>>"))]
    pub offices: Vec<Office>,
    /// Skills offered.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Skill>>"))]
    pub skills: Vec<Skill>,
    /// What the person agreed to.
    pub consents: Vec<ConsentDraft>,
}

impl std::fmt::Debug for NewEntryDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("NewEntryDraft(..)")
    }
}

/// An entry.
/// Its debug print shows nothing of it.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectoryEntryDraft {
    /// Its number: too small to be that of a telephone or of an identity card.
    pub id: u32,
    /// The name.
    pub name: Option<String>,
    /// One way to reach the person.
    pub contact: Option<String>,
    /// Offices in the community.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Office>>"))]
    pub offices: Vec<Office>,
    /// Skills offered.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Skill>>"))]
    pub skills: Vec<Skill>,
    /// What the person agreed to.
    pub consents: Vec<ConsentDraft>,
}

impl std::fmt::Debug for DirectoryEntryDraft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("DirectoryEntryDraft(..)")
    }
}

/// The document `shequ.directory/1`. It is read; what is written of it, the directory writes with care.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DirectoryDraft {
    /// What it is about, and who keeps it.
    #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
    pub title: Text,
    /// What entries may be read for.
    pub purposes: Vec<PurposeDraft>,
    /// The entries.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<DirectoryEntryDraft>>"))]
    pub entries: Vec<DirectoryEntryDraft>,
    /// The number of the next entry, so that none is given twice.
    pub next: Option<u32>,
}

/// What a purpose may see of an entry on a day.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DirectoryView {
    /// The number of the entry.
    pub id: u32,
    /// The purpose.
    pub purpose: String,
    /// The first day after the consent.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub consent_until: Day,
    /// The name, if the purpose needs it.
    pub name: Option<String>,
    /// The contact, if the purpose needs it.
    pub contact: Option<String>,
    /// Offices, if the purpose needs them.
    pub offices: Option<Vec<Office>>,
    /// Skills, if the purpose needs them.
    pub skills: Option<Vec<Skill>>,
}

/// A field of an entry that is due to go.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DueField {
    /// The number of the entry.
    pub id: u32,
    /// The field.
    pub field: DirectoryField,
}

/// Shows neither name nor contact, so that a debug print of it may stand in a log.
impl std::fmt::Debug for DirectoryView {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "DirectoryView(entry {}, {})", self.id, self.purpose)
    }
}

/// What has to be erased on a day, or was (到期清理): numbers and names of fields only.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Sweep {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Entries to which no consent holds or begins any more.
    pub entries: Vec<u32>,
    /// Fields of other entries that no consent needs any more.
    pub fields: Vec<DueField>,
    /// How many entries stay.
    pub kept: u32,
}

/// What a count of entries is broken down by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DirectoryBreakdown {
    /// By skill.
    Skills,
    /// By office.
    Offices,
    /// By office and skill.
    OfficesAndSkills,
}

/// A row of a published count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CountRow {
    /// The office; none where the count is by skill only.
    pub office: Option<Office>,
    /// The counts by column; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "(number | null)[]"))]
    pub counts: Vec<Option<u64>>,
    /// Their sum; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub total: Option<u64>,
}

/// A count of mentions that may leave the directory: no number in it is below the threshold, or gives one away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DirectoryCounts {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The purpose.
    pub purpose: String,
    /// Counts below this are hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub threshold: u64,
    /// The columns: skills; empty where the count is by office only, whose one column counts mentions.
    pub columns: Vec<Skill>,
    /// The rows.
    pub rows: Vec<CountRow>,
    /// The sums of columns; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "(number | null)[]"))]
    pub column_totals: Vec<Option<u64>>,
    /// The sum of all; none where hidden.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub total: Option<u64>,
}
