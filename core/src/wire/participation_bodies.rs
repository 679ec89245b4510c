//! Bodies as documents: how they are composed, what their layers do, consultation, inputs, charters of joint conferences.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::kernel::{Citation, Day, Key, Rate, Status, Text};
use crate::organisation::UnitName;
use crate::pack::{Figure, Reason, TimeUnit};
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

/// By when an answer is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AnswerWithinDraft {
    /// How many.
    pub n: u32,
    /// Of what.
    pub unit: TimeUnit,
    /// Whether an end on a day off moves to the next working day.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub roll: bool,
    /// The clause or the rule that says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clause: Option<String>,
}

words! {
    /// How an answer stands on a day.
    AnswerState {
        /// It was given in time.
        InTime: "按期答复", "answered in time";
        /// It was given after its day.
        Late: "逾期答复", "answered late";
        /// It is not given, and its day is not past.
        Open: "待答复", "open";
        /// It is not given, and its day is past.
        Overdue: "逾期未答复", "overdue";
        /// Its day cannot be counted: there is no calendar for it.
        Unknown: "期限不能计算", "due day not known";
    }
}

words! {
    /// What came of an advice.
    Response {
        /// It was taken up.
        Accepted: "采纳", "accepted";
        /// It was taken up in part.
        Partly: "部分采纳", "accepted in part";
        /// It was not taken up.
        Declined: "未采纳", "declined";
    }
}

/// A body of consultation (协商) and what it advised, `shequ.consultations/1`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ConsultationsDraft {
    /// The body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// Its name.
    pub label: Text,
    /// By when its advice is answered.
    pub answer: AnswerWithinDraft,
    /// What it advised.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub matters: Vec<MatterDraft>,
}

/// A matter on which a body gave its advice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MatterDraft {
    /// Its key, unique in the document.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The day of the advice.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The body that must answer.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub to: Key,
    /// The day of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub answered: Option<Day>,
    /// What came of the advice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<Response>,
}

words! {
    /// What an input is (建议、意见、批评、反映).
    InputKind {
        /// A suggestion.
        Suggestion: "建议", "suggestion";
        /// An opinion.
        Opinion: "意见", "opinion";
        /// A criticism.
        Criticism: "批评", "criticism";
        /// What people feel, reported upward (反映民意).
        Report: "反映", "report";
    }
}

words! {
    /// Whose voice an input is.
    Voice {
        /// A resident's.
        Resident: "居民", "resident";
        /// That of a unit: a firm, a school, an office.
        Unit: "单位", "unit";
    }
}

/// A register of inputs with the duty to answer them, `shequ.inputs/1`. Nobody is named in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InputsDraft {
    /// Its title.
    pub label: Text,
    /// By when an input is answered.
    pub answer: AnswerWithinDraft,
    /// The inputs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inputs: Vec<InputDraft>,
}

/// One input.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InputDraft {
    /// Its key, unique in the register.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The day on which it came.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// What it is.
    pub kind: InputKind,
    /// Whose voice it is.
    pub voice: Voice,
    /// What it is about, such as a plan or a topic of notes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub about: Option<Key>,
    /// The day of the answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub answered: Option<Day>,
}

/// How many answers stand how on a day, which add up.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AnswerCounts {
    /// All that came by the day.
    pub all: u64,
    /// Answered in time.
    pub in_time: u64,
    /// Answered late.
    pub late: u64,
    /// Not answered, and not due.
    pub open: u64,
    /// Not answered, and overdue.
    pub overdue: u64,
    /// Those whose day cannot be counted.
    pub unknown: u64,
    /// Answered in time, of those that were answered or are overdue; none where there is none.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub rate: Option<Rate>,
}

/// An answer that is overdue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct OverdueAnswer {
    /// The key of what must be answered.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// The body that must answer, where it is named.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub to: Option<Key>,
    /// The last day on which it was in time.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub due: Day,
    /// Days since.
    pub days: u32,
}

/// What a body of consultation advised, and what came of it, on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConsultationView {
    /// The body.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub body: Key,
    /// Its name.
    pub label: Text,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Always: its outcome advises and does not bind. What binds is the duty to answer.
    pub advisory: bool,
    /// Met if nothing is overdue or late; unknown while a due day is.
    pub status: Status,
    /// The answers.
    pub answers: AnswerCounts,
    /// Advice that was taken up.
    pub accepted: u64,
    /// Advice that was taken up in part.
    pub partly: u64,
    /// Advice that was not taken up.
    pub declined: u64,
    /// What is overdue, the longest first.
    pub overdue: Vec<OverdueAnswer>,
}

/// A register of inputs on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct InputsView {
    /// Its title.
    pub label: Text,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Met if nothing is overdue or late; unknown while a due day is.
    pub status: Status,
    /// The answers.
    pub answers: AnswerCounts,
    /// By kind, with whose voices they are.
    pub kinds: Vec<VoiceCount>,
    /// Residents' voices of all voices (公众参与与单位参与); none where there is none.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub residents: Option<Rate>,
    /// What is overdue, the longest first.
    pub overdue: Vec<OverdueAnswer>,
}

/// Inputs of one kind by whose voice they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct VoiceCount {
    /// The kind.
    pub kind: InputKind,
    /// Residents'.
    pub residents: u64,
    /// Units'.
    pub units: u64,
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
