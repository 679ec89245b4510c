//! Bodies as documents: how they are composed, what their layers do, consultation, inputs, charters of joint conferences.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Citation, Day, Key, Rate, Status, Text};
use crate::organisation::UnitName;
use crate::pack::{Figure, Reason};
use crate::wire::organisation::Every;
use crate::wire::participation::Caution;

/// Declares a closed list of words with their names in both languages.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident: $zh:literal, $en:literal;)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// Its name.
            pub fn label(self) -> Text {
                match self {
                    $(Self::$variant => Text::new($zh, $en),)*
                }
            }
        }
    };
}

pub(super) use words;

pub use super::participation_voices::*;

words! {
    /// How a body is composed.
    Composed {
        /// Of all who are entitled.
        All: "全体", "all who are entitled";
        /// Of one representative of each household.
        Households: "每户一名代表", "one of each household";
        /// Of representatives chosen by groups or by numbers of households.
        Representatives: "推选的代表", "representatives";
    }
}

words! {
    /// What a body is for.
    BodyLayer {
        /// It leads (领导层).
        Leadership: "领导层", "leadership";
        /// It deliberates and decides (议事决策层).
        Decision: "议事决策层", "decision";
        /// It supervises (监督).
        Supervision: "监督", "supervision";
        /// It carries out (执行层).
        Execution: "执行层", "execution";
        /// It is consulted (协商): its outcome advises and does not bind.
        Consultation: "协商", "consultation";
    }
}

words! {
    /// Of what a rule on representatives counts.
    ApportionedBy {
        /// So many households for each representative.
        HouseholdsPerRepresentative: "每名代表的户数", "households for each representative";
        /// So many representatives of each group.
        RepresentativesPerGroup: "每组代表人数", "representatives of each group";
    }
}

/// A body and how it is composed, `shequ.body/1`. Members are counted and not listed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BodyCompositionDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub id: Key,
    /// Its name.
    pub label: Text,
    /// What it is for.
    pub layer: BodyLayer,
    /// How it is composed.
    pub composed: Composed,
    /// All who are entitled, for a body of all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub entitled: Option<u64>,
    /// What was counted: members, representatives, women, households.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<BTreeMap<Figure, u64>>"))]
    pub numbers: BTreeMap<Figure, u64>,
    /// The questions of packs that its composition must meet.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub questions: Vec<String>,
    /// The clauses of packs that its composition must meet, beside those of the questions.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub clauses: Vec<String>,
    /// How its representatives are apportioned.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub apportion: Option<ApportionRuleDraft>,
    /// The groups that choose its representatives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ConstituencyDraft>>"))]
    pub groups: Vec<ConstituencyDraft>,
    /// The bodies whose members cannot be in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<IncompatibleDraft>>"))]
    pub incompatible: Vec<IncompatibleDraft>,
}

/// How representatives are apportioned: by a clause that has the numbers, or by numbers, with the clause that says so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ApportionRuleDraft {
    /// Of what it counts.
    pub by: ApportionedBy,
    /// The clause that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// The least, itself included; left out where the clause has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// The most, itself included; left out where the clause has it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
}

/// A group that chooses representatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConstituencyDraft {
    /// Its key, unique in the body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its households.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub households: Option<u64>,
    /// Its representatives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub representatives: Option<u64>,
}

/// A body whose members cannot be in this one (不得兼任).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct IncompatibleDraft {
    /// The other body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// The clause that bars its members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
    /// How many are in both.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<u64>,
    /// The clause that bars their near relatives; without it they are not barred.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relatives_clause: Option<String>,
    /// How many of this body are near relatives of a member of the other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relatives: Option<u64>,
}

/// Whether a body is composed as it must be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BodyView {
    /// The body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// Its name.
    pub label: Text,
    /// What it is for.
    pub layer: BodyLayer,
    /// Whether its outcome advises and does not bind.
    pub advisory: bool,
    /// The day whose rules decided.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Met if every check is.
    pub status: Status,
    /// Each check.
    pub checks: Vec<BodyCheck>,
    /// The facts that are still needed, by path.
    pub missing: Vec<String>,
    /// What a reader must know beside the answer.
    pub cautions: Vec<Caution>,
}

/// One check of a body.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BodyCheck {
    /// What is checked: a clause, or `seats`, `groups`, `incompatible`.
    pub check: String,
    /// Its name.
    pub label: Text,
    /// Its answer.
    pub status: Status,
    /// Both sides, or what was found.
    pub found: Option<Text>,
    /// The least change of its own number that flips it.
    pub margin: Option<u64>,
    /// Why it decides nothing.
    pub reason: Option<Reason>,
    /// Where it stands.
    pub citation: Option<Citation>,
    /// What a reader must know of its clause.
    pub cautions: Vec<Caution>,
}

/// The layers of a community and what each has to do, `shequ.layers/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayersDraft {
    /// Its title.
    pub title: Text,
    /// The layers, from the top.
    pub layers: Vec<LayerDraft>,
}

/// A layer with its duties.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayerDraft {
    /// The tier of the organisation's catalogue: `lead`, `decide`, `execute`.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub tier: Key,
    /// What its bodies do.
    pub duties: Vec<LayerDutyDraft>,
}

/// A duty of a layer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LayerDutyDraft {
    /// The duty, by its key in a catalogue of duties.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub duty: Key,
    /// Its name.
    pub label: Text,
}

/// The layers of all communities of an area, and whether they are complete.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LayersView {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Communities whose layers and duties are complete, of all; none where there is no community.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub complete: Option<Rate>,
    /// The communities, by their keys.
    pub rows: Vec<LayersRow>,
}

/// The layers of one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LayersRow {
    /// The community.
    pub unit: UnitName,
    /// Whether everything is there.
    pub status: Status,
    /// Its layers.
    pub layers: Vec<LayerCell>,
}

/// A layer of one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LayerCell {
    /// The tier.
    pub tier: String,
    /// Its name.
    pub label: Text,
    /// Its bodies.
    pub bodies: Vec<UnitName>,
    /// The duties that its bodies have.
    pub done: Vec<String>,
    /// The duties that nobody has.
    pub open: Vec<String>,
    /// The duties that a body of another layer has.
    pub elsewhere: Vec<String>,
}

/// The team of the two committees as counts, without its members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RosterCounts {
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The area.
    pub area: UnitName,
    /// Places in their posts.
    pub places: u32,
    /// Holdings; somebody in two posts counts twice.
    pub holdings: u32,
    /// Heads.
    pub heads: u32,
    /// Places that nobody certainly holds.
    pub vacant: u32,
    /// Heads in both committees.
    pub cross: u32,
    /// The same of all heads.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub cross_rate: Option<Rate>,
    /// Heads at the head of both.
    pub both_heads: u32,
}

/// The charter of a joint conference (联席会), `shequ.joint-charter/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JointCharterDraft {
    /// The conference.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub conference: Key,
    /// Its title.
    pub title: Text,
    /// Whether its parties are equal (平等).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equal: Option<bool>,
    /// Whether they take part of their own will (自愿).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub voluntary: Option<bool>,
    /// Whether it acts by consultation (协商).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_consultation: Option<bool>,
    /// The four joint goals.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<JointGoalsDraft>"))]
    pub goals: JointGoalsDraft,
    /// How often it meets at least.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub every: Option<Every>,
    /// The day from which it holds.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The first day on which it no longer holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub until: Option<Day>,
    /// The days of its sessions; an organisation that has them can give them instead.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Array<string>"))]
    pub sessions: Vec<Day>,
}

/// The four joint goals, each in the words of the charter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct JointGoalsDraft {
    /// Strengths complement each other (优势互补).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strengths: Option<Text>,
    /// Resources are shared (资源共享).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resources: Option<Text>,
    /// Activities are built together (活动共建).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activities: Option<Text>,
    /// Work is borne together (工作共担).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub work: Option<Text>,
}

/// A charter on a day: whether it is complete, and whether the conference keeps to its cadence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct JointCharterView {
    /// The conference.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub conference: Key,
    /// Its title.
    pub title: Text,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Whether it is complete and kept to.
    pub status: Status,
    /// The fields of principles and goals, each with its answer: `equal`, `goals.resources` ...
    pub fields: Vec<CharterField>,
    /// How often it meets at least.
    pub every: Option<Every>,
    /// How often it met by the day while the charter held.
    pub sessions: u64,
    /// The months, quarters, halves or years that passed whole without a session, such as `2024-Q3`.
    pub missed: Vec<String>,
    /// The last day on which the next session keeps to the charter.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub due: Option<Day>,
}

/// A principle or a goal of a charter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CharterField {
    /// Its path.
    pub field: String,
    /// Its name.
    pub label: Text,
    /// Met if the charter has it; not met if it says the contrary; unknown if it does not say.
    pub status: Status,
}
