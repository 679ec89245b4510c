//! Who may take part: the facts of one person in a call, the answers, the check of a roll, and owners' units by their heads.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Citation, Day, Key, Status, Text};
use crate::pack::Reason;
use crate::wire::participation::Caution;

/// What is known of one person in one call. No document keeps it, and a sensitive fact does not stand in it.
#[derive(Clone, Default, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct StandingDraft {
    /// The day of birth. Whoever answers the clause on age instead need not give it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub born: Option<Day>,
    /// The day of moving in.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub resident_since: Option<Day>,
    /// Whether something is so, by the name of a clause, or by a word (`registered`, `owner`) for all clauses that ask it.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<String, bool>>"))]
    pub answers: BTreeMap<String, bool>,
}

/// Whether one person may take part, with what made it. Nothing of the person stands in it but what was computed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EligibilityView {
    /// The question.
    pub question: String,
    /// What was asked.
    pub label: Text,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The answer.
    pub status: Status,
    /// Each clause, in the order of the question.
    pub clauses: Vec<EligibilityClause>,
    /// The least facts that are still needed.
    pub missing: Vec<Ask>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
}

/// One clause about one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct EligibilityClause {
    /// Its name.
    pub clause: String,
    /// What it is about.
    pub label: Text,
    /// Its answer; none for a sensitive fact, and for every clause where the answer could give one away.
    pub status: Option<Status>,
    /// Whether it asks a sensitive fact: it was answered in the call, and is kept nowhere.
    pub sensitive: bool,
    /// Why it decides nothing.
    pub reason: Option<Reason>,
    /// What was found, in words.
    pub found: Option<Text>,
    /// Where it stands.
    pub citation: Option<Citation>,
}

/// A fact that is still needed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Ask {
    /// Its path: `person.born`, `days.poll`, `answers.` and a clause.
    pub path: String,
    /// What is asked.
    pub label: Text,
    /// Whether it is a sensitive fact: answer it in the call, for that one clause.
    pub sensitive: bool,
}

/// A roll that was checked: counts, and the rows that are open. Persons are not in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RollCheck {
    /// The question.
    pub question: String,
    /// What was asked.
    pub label: Text,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// How many rows there are.
    pub rows: u64,
    /// How many may take part.
    pub met: u64,
    /// How many may not.
    pub not_met: u64,
    /// For how many it is open.
    pub unknown: u64,
    /// The rows that are open, by their place from 0, with what to ask.
    pub open: Vec<OpenRow>,
    /// What to ask, and for how many rows.
    pub asks: Vec<RollAsk>,
    /// The households, where the question asks for one representative of each and the table names them.
    pub households: Option<HouseholdCount>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
}

/// A row of a roll that is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OpenRow {
    /// Its place from 0.
    pub row: u64,
    /// The paths of what to ask.
    pub ask: Vec<String>,
}

/// Something to ask for some rows of a roll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RollAsk {
    /// Its path.
    pub path: String,
    /// What is asked.
    pub label: Text,
    /// Whether it is a sensitive fact.
    pub sensitive: bool,
    /// For how many rows.
    pub rows: u64,
}

/// Households by how many represent them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HouseholdCount {
    /// How many there are.
    pub households: u64,
    /// Those that nobody represents.
    pub without: u64,
    /// Those that one represents.
    pub with_one: u64,
    /// Those that several represent: which one does is open.
    pub with_several: u64,
}

/// Owners' units by their owners, `shequ.owners/1`: opaque keys and no names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnersDraft {
    /// Every exclusive unit (专有部分).
    pub units: Vec<OwnedUnitDraft>,
}

/// One exclusive unit with its owners.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OwnedUnitDraft {
    /// Its key, unique in the list.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The opaque keys of its owners; several for co-owners (共有人).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Array<string>"))]
    pub owners: Vec<Key>,
    /// Whether the developer has it still.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<DeveloperHolds>"))]
    pub developer: Option<DeveloperHolds>,
}

/// How the developer (建设单位) has a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DeveloperHolds {
    /// It is not sold (尚未出售).
    Unsold,
    /// It is sold and not handed over (已售未交付).
    Undelivered,
}

/// How many heads owners' units make.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct HeadCount {
    /// The day whose rules count.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// How many units there are.
    pub units: u64,
    /// The heads; none where the rule that counts them is not known on the day, or does not settle it.
    pub heads: Option<u64>,
    /// The fewest heads it can be.
    pub least: u64,
    /// The most heads it can be.
    pub most: u64,
    /// Units that the developer has not sold.
    pub unsold: u64,
    /// Units that are sold and not handed over.
    pub undelivered: u64,
    /// Owners, or groups of co-owners, that have several units: each is one head.
    pub several: u64,
    /// The units that they have.
    pub units_of_several: u64,
    /// Units with co-owners: their owners vote as one.
    pub co_owned: u64,
    /// Pairs of different groups of owners that share an owner: whether they are one buyer is not said.
    pub overlapping: u64,
    /// Why the rule decides nothing.
    pub reason: Option<Reason>,
    /// Where the rule stands.
    pub citation: Option<Citation>,
    /// What a reader must know of the rule.
    pub cautions: Vec<Caution>,
}

/// How one person is related to another (Civil Code art. 1045).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kinship {
    /// Spouse (配偶).
    Spouse,
    /// Father or mother (父母).
    Parent,
    /// Son or daughter (子女).
    Child,
    /// Brother or sister (兄弟姐妹).
    Sibling,
    /// Father's father or mother (祖父母).
    PaternalGrandparent,
    /// Mother's father or mother (外祖父母).
    MaternalGrandparent,
    /// Son's child (孙子女).
    SonsChild,
    /// Daughter's child (外孙子女).
    DaughtersChild,
    /// Uncle, aunt, nephew or niece (叔伯姑舅姨、侄甥).
    UncleAuntNephewNiece,
    /// Cousin (堂表兄弟姐妹).
    Cousin,
    /// Parent of a spouse, or spouse of a child (公婆、岳父母、儿媳、女婿).
    InLaw,
    /// Any other relative, or none.
    Other,
}
