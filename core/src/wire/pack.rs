//! Rule packs as documents, and the answer to the question what a clause says.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeMap, Serializer};
use serde::{Deserialize, Serialize};

use super::checks::CheckDraft;
use super::participation::Caution;
use crate::kernel::{Certainty, Citation, Day, Ratio, Text, WithinDays};
use crate::pack::{
    Base, Comparison, Content, CountingRule, Deadline, Figure, Layer, Measure, Part, Pick, Predicate, ProcedureStep,
    Reason, Surplus,
};

/// A pack of rules, `shequ.pack/1`.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PackDraft {
    /// The name of the pack, unique among packs that are loaded together.
    pub id: String,
    /// What it holds.
    pub label: Text,
    /// Where its instruments stand in the order of law.
    pub layer: Layer,
    /// The day on which the texts were read.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub read_on: Day,
    /// Packs whose clauses it moves or refers to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub extends: Vec<String>,
    /// The laws, regulations and charters that its clauses stand in.
    pub instruments: Vec<InstrumentDraft>,
    /// The clauses, each version of each.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<ClauseDraft>>"))]
    pub clauses: Vec<ClauseDraft>,
    /// What can be decided by them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub questions: Vec<QuestionDraft>,
    /// What a validation of an organisation looks at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<CheckDraft>>"))]
    pub checks: Vec<CheckDraft>,
}

/// A law, regulation or charter, with the days on which it is in force.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct InstrumentDraft {
    /// Its name in this pack.
    pub id: String,
    /// Its title.
    pub title: Text,
    /// The first day on which the version that was read is in force. Where nobody knows it, its clauses decide only for a
    /// caller who accepts that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub from: Option<WithinDays>,
    /// The first day on which it is no longer in force.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub until: Option<WithinDays>,
    /// The law of a higher layer that it carries out, where that has changed since: its clauses decide with a caution then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carries_out: Option<CarriesOutDraft>,
}

/// The law of a higher layer that an instrument carries out (上位法).
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CarriesOutDraft {
    /// Its title.
    pub law: Text,
    /// The first day on which that law is another than the one that the instrument was made for.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
}

/// One version of a clause. Exactly one of the contents (`range` to `unread`) is given.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClauseDraft {
    /// Its name; versions of one clause share it.
    pub id: String,
    /// The instrument it stands in.
    pub instrument: String,
    /// Article, paragraph and item, such as `9(3)` or `278(2) items 6-8`; empty where it is not known.
    #[serde(default)]
    pub article: String,
    /// How surely its text is known.
    pub certainty: Certainty,
    /// The first day of this version, if later than its instrument's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub from: Option<WithinDays>,
    /// The first day after this version, if earlier than its instrument's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub until: Option<WithinDays>,
    /// What it is about.
    pub label: Text,
    /// What a reader should know beside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// How far a lower layer may move it; `none` unless given.
    #[serde(default, rename = "override", skip_serializing_if = "Option::is_none")]
    pub overrides: Option<OverrideDraft>,
    /// Which layers may move it; every lower one unless given.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Layer>>"))]
    pub override_by: Vec<Layer>,
    /// Which layers may fill a `silence`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Layer>>"))]
    pub supplied_by: Vec<Layer>,
    /// The clauses that take its place while they are in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
    pub superseded_by: Vec<String>,
    /// A least and a most.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub range: Option<RangeDraft>,
    /// A share of a base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub threshold: Option<ThresholdDraft>,
    /// What follows where its `deadline` is not kept, as the text says.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consequence: Option<Text>,
    /// A number of years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub years: Option<u32>,
    /// A number of days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<u32>,
    /// A date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub day: Option<Day>,
    /// One of, or all of, some ways.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<ChoiceDraft>,
    /// A share that one number has of another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub composition: Option<CompositionDraft>,
    /// How many more candidates than seats.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub surplus: Option<Surplus>,
    /// A time between two events.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<Deadline>,
    /// What must, or must not, be so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicate: Option<Predicate>,
    /// How votes are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counting: Option<Vec<CountingRule>>,
    /// The steps of a procedure, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Vec<ProcedureStep>>,
    /// What it says in words: a duty, a power or a definition.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provision: Option<Text>,
    /// That the law says nothing, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub silence: Option<Text>,
    /// `true` where nobody has read it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unread: Option<bool>,
}

/// How far a lower layer may move a clause.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OverrideDraft {
    /// Not at all.
    None,
    /// Only to ask more.
    Stricter,
    /// Only to ask less.
    Looser,
    /// To anything of the same kind.
    Any,
    /// Within bounds.
    Range(OverrideRangeDraft),
}

/// The bounds within which a lower layer may move a value, both included.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct OverrideRangeDraft {
    /// The least.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub least: Ratio,
    /// The most.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub most: Ratio,
}

/// A least and a most of a count; at least one of them.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RangeDraft {
    /// The least, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least: Option<u64>,
    /// The most, itself included.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub most: Option<u64>,
    /// What is counted, such as households (户).
    pub unit: Text,
    /// Whether it says what is usual (一般): guidance, and not a bound.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub usual: bool,
    /// The number among the facts that it bounds, where a question decides by it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of: Option<Figure>,
}

/// A share that one number has of another.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CompositionDraft {
    /// What is counted.
    pub part: Figure,
    /// Of how many.
    pub base: Figure,
    /// Whether the share itself is enough.
    pub comparison: Comparison,
    /// The share, such as `1/3`.
    #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
    pub share: Ratio,
}

/// A share of a base, or a fixed number, that a part must reach.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ThresholdDraft {
    /// What is counted.
    pub part: Part,
    /// Of how many; left out with `count`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base: Option<Base>,
    /// In which measure.
    pub measure: Measure,
    /// Whether the share or number itself is enough.
    pub comparison: Comparison,
    /// The share, such as `2/3`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | number | null", optional))]
    pub share: Option<Ratio>,
    /// A fixed number in place of a share of a base.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<u32>,
    /// Who or what makes the base, in the words of the clause.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<Text>,
}

/// Ways of doing something.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ChoiceDraft {
    /// Whether one of them is enough.
    pub pick: Pick,
    /// The ways.
    pub options: Vec<Text>,
}

/// A question that a pack can decide.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct QuestionDraft {
    /// Its name, such as `owners.special`.
    pub id: String,
    /// What is asked.
    pub label: Text,
    /// The first day on which it can be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub from: Option<WithinDays>,
    /// The first day on which it can no longer be asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
    pub until: Option<WithinDays>,
    /// Which clauses make the verdict.
    pub require: RuleDraft,
    /// The question of a higher layer that it answers in a body's own way; what meets it must meet that one too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub under: Option<String>,
    /// The ways in which the deciding body may be composed, if the clause leaves a choice.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<BodyDraft>,
    /// Whether the facts may be a list of owners' units.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub units: bool,
    /// The clauses that say how votes are counted: units as heads and area, and whether the chair has a casting vote.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counting: Vec<String>,
}

/// A way in which a deciding body may be composed.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BodyDraft {
    /// Its name, such as `household-representatives`.
    pub id: String,
    /// What it is.
    pub label: Text,
}

/// How clauses make a verdict: a clause's name, or `{all = [...]}`, `{any = [...]}`, `{at-least = {k, of}}`, `{not = ...}`,
/// `{fallback = {first, second}}`, `{body = {name = ..., name = ...}}`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "typescript", ts(untagged))]
pub enum RuleDraft {
    /// The clause of this name.
    Clause(String),
    /// All of these.
    All {
        /// The parts.
        all: Vec<RuleDraft>,
    },
    /// One of these.
    Any {
        /// The parts.
        any: Vec<RuleDraft>,
    },
    /// At least so many of these.
    AtLeast {
        /// How many, and of what.
        #[cfg_attr(feature = "typescript", ts(rename = "at-least"))]
        at_least: AtLeastDraft,
    },
    /// Not this one.
    Not {
        /// The part.
        not: Box<RuleDraft>,
    },
    /// One on the first call of a meeting, another on the second.
    Fallback {
        /// Both.
        fallback: FallbackDraft,
    },
    /// One for each way in which the deciding body may be composed.
    Body {
        /// Of each body of the question its own, by the name of the body.
        body: BTreeMap<String, RuleDraft>,
    },
}

/// What holds on the first call of a meeting, and what on the second.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FallbackDraft {
    /// On the first call.
    pub first: Box<RuleDraft>,
    /// When it is called again.
    pub second: Box<RuleDraft>,
}

/// At least `k` of some rules.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AtLeastDraft {
    /// How many.
    pub k: u32,
    /// Of which.
    pub of: Vec<RuleDraft>,
}

impl Serialize for RuleDraft {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if let Self::Clause(id) = self {
            return serializer.serialize_str(id);
        }
        let mut map = serializer.serialize_map(Some(1))?;
        match self {
            Self::Clause(_) => {}
            Self::All { all } => map.serialize_entry("all", all)?,
            Self::Any { any } => map.serialize_entry("any", any)?,
            Self::AtLeast { at_least } => map.serialize_entry("at-least", at_least)?,
            Self::Not { not } => map.serialize_entry("not", not)?,
            Self::Fallback { fallback } => map.serialize_entry("fallback", fallback)?,
            Self::Body { body } => map.serialize_entry("body", body)?,
        }
        map.end()
    }
}

/// Written by hand, because serde's untagged enums lose the path of a fault.
impl<'de> Deserialize<'de> for RuleDraft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = RuleDraft;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(
                    "the name of a clause, or an object with one of `all`, `any`, `at-least`, `not`, `fallback`, `body`",
                )
            }
            fn visit_str<E: de::Error>(self, id: &str) -> Result<RuleDraft, E> {
                Ok(RuleDraft::Clause(id.to_owned()))
            }
            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<RuleDraft, A::Error> {
                let Some(key) = map.next_key::<String>()? else {
                    return Err(de::Error::invalid_length(0, &self));
                };
                let rule = match key.as_str() {
                    "all" => RuleDraft::All { all: map.next_value()? },
                    "any" => RuleDraft::Any { any: map.next_value()? },
                    "at-least" => RuleDraft::AtLeast { at_least: map.next_value()? },
                    "not" => RuleDraft::Not { not: Box::new(map.next_value()?) },
                    "fallback" => RuleDraft::Fallback { fallback: map.next_value()? },
                    "body" => RuleDraft::Body { body: map.next_value()? },
                    other => {
                        let known = &["all", "any", "at-least", "not", "fallback", "body"];
                        return Err(de::Error::unknown_field(other, known));
                    }
                };
                match map.next_key::<String>()? {
                    None => Ok(rule),
                    Some(second) => Err(de::Error::unknown_field(&second, &[])),
                }
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// What a clause says on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Answer {
    /// The clause that was asked.
    pub clause: String,
    /// The day.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// Whether it is known well enough to decide by.
    pub status: AnswerStatus,
    /// Why not, if it is not.
    pub reason: Option<Reason>,
    /// The answer, or why there is none, in words.
    pub says: Text,
    /// What the clause is about.
    pub label: Option<Text>,
    /// What it says; also given where it is known only second-hand.
    pub content: Option<Content>,
    /// Where it stands, and how surely it is known.
    pub citation: Option<Citation>,
    /// The first day of this version.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub from: Option<WithinDays>,
    /// The first day after this version.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub until: Option<WithinDays>,
    /// What a reader should know beside it.
    pub note: Option<Text>,
    /// What a reader must know beside it: `undated`, `excerpt`, `secondary`, `law-changed`.
    pub cautions: Vec<Caution>,
    /// The pack it comes from.
    pub pack: Option<String>,
    /// The day on which that pack's texts were read.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub read_on: Option<Day>,
}

/// Whether a clause is known well enough to decide by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum AnswerStatus {
    /// It is.
    Known,
    /// It is not.
    Unknown,
}
