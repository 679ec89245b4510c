//! Entries of an organisation's log as they are written: events, and corrections of what was recorded.

use serde::{Deserialize, Serialize};

use super::flows::{Children, Lifetime, Move, Shares, Target};
use crate::kernel::{Day, Key, Ratio, Text, WithinDays};

/// An entry: its own fields, and those that every entry has.
macro_rules! entry {
    ($(#[$meta:meta])* $name:ident { $($body:tt)* }) => {
        draft! {
            $(#[$meta])*
            $name {
                $($body)*
                /// The document that did it, such as 泉政〔2003〕12号.
                #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
                pub instrument: Option<Text>,
                /// Where it is known from.
                #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
                pub source: Option<Text>,
                /// The day on which it was recorded; never before that of the entry before. Without it, it was known from the start.
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
                pub recorded: Option<Day>,
                /// A key of its own, by which a correction names it.
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
                pub key: Option<Key>,
                /// The confidence with which it was inferred; absent where it is documented.
                #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
                pub inferred: Option<Ratio>,
            }
        }
    };
}

entry! {
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
        /// The scheme of its code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The unit that it lies within.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// Its first day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// A unit ends without a successor (撤销).
    Abolish {
        /// The unit.
        pub unit: String,
        /// What becomes of the units within it: `close`, or `move` with `to`.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub children: Option<Children>,
        /// The unit that those within it move into.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub to: Option<String>,
        /// The first day on which it is no more.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
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
    }
}

entry! {
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
    }
}

entry! {
    /// A unit comes to lie within another (划归).
    Reparent {
        /// The unit.
        pub unit: String,
        /// The unit that it lies within from then on; without it, none.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// The first day on which it lies there.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// A unit becomes one of another kind (镇改街、村改居), as itself or as a new unit.
    Convert {
        /// The unit.
        pub unit: String,
        /// Its new kind.
        pub kind: String,
        /// Its new name, if that changes.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub name: Option<Text>,
        /// Its new code, if that changes.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// The scheme of its code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The key of a new unit that it becomes; without it, it stays itself.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub into: Option<Key>,
        /// The parent of the new unit; that of the old one unless given.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// What becomes of the units within it where it becomes a new unit; they move unless said otherwise.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub children: Option<Children>,
        /// The first day of the new kind.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// Units become one other or several others (合并): the sources end, the targets begin or go on.
    Merge {
        /// The units that end.
        pub sources: Vec<String>,
        /// The units that they become: a new one with its facts, or one that exists by its key alone.
        pub targets: Vec<Target>,
        /// How many households, or what else was counted, went from which source into which target.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Shares>>"))]
        pub shares: Vec<Shares>,
        /// What becomes of the units within what ends; they move unless said otherwise, which takes one target.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub children: Option<Children>,
        /// Units within, and the target that each moves into.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Move>>"))]
        pub moves: Vec<Move>,
        /// The first day on which the sources are no more.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// A unit becomes several (析置、分设); it ends unless it is one of the targets itself.
    Split {
        /// The unit.
        pub unit: String,
        /// The units that it becomes, two or more.
        pub targets: Vec<Target>,
        /// How many households, or what else was counted, went from which source into which target.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Shares>>"))]
        pub shares: Vec<Shares>,
        /// What becomes of the units within what ends; they move unless said otherwise, which takes one target.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub children: Option<Children>,
        /// Units within, and the target that each moves into.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Move>>"))]
        pub moves: Vec<Move>,
        /// The first day of the targets.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// Part of a unit goes to another (部分划转); both go on.
    Transfer {
        /// The unit that gives a part.
        pub unit: String,
        /// The unit that it goes to: one that exists by its key alone, or a new one with its facts.
        pub target: Target,
        /// How many households, or what else was counted, went from which source into which target.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Shares>>"))]
        pub shares: Vec<Shares>,
        /// Units directly within it that go with the part.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
        pub along: Vec<String>,
        /// The first day on which it belongs to the target.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// Many units end and many begin by one document (撤销并相应成立).
    Replace {
        /// The units that end.
        pub sources: Vec<String>,
        /// The units that begin, each with its facts.
        pub targets: Vec<Target>,
        /// How many households, or what else was counted, went from which source into which target.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Shares>>"))]
        pub shares: Vec<Shares>,
        /// What becomes of the units within what ends; they move unless said otherwise, which takes one target.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub children: Option<Children>,
        /// Units within, and the target that each moves into.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Move>>"))]
        pub moves: Vec<Move>,
        /// The first day on which the sources are no more.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// A unit that ended begins again (恢复设立); what is not given is as it was when it ended.
    Restore {
        /// The unit.
        pub unit: String,
        /// Its kind.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub kind: Option<String>,
        /// Its name.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub name: Option<Text>,
        /// Its code.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// The scheme of its code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The unit that it lies within.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// The first day on which it exists again.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: WithinDays,
    }
}

entry! {
    /// A fact of a unit over a period is set right (更正); nothing happened to the unit.
    State {
        /// The unit.
        pub unit: String,
        /// Its kind in the period.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub kind: Option<String>,
        /// Its name in the period.
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | Text"))]
        pub name: Option<Text>,
        /// Its code.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub code: Option<Key>,
        /// The scheme of its code; `code` where there is only one.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub scheme: Option<Key>,
        /// The unit that it lies within in the period.
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub parent: Option<String>,
        /// It bears no code of the scheme in the period.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub no_code: bool,
        /// It lies within no unit in the period.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
        pub no_parent: bool,
        /// The periods in which it exists, all of them; `from` and `until` are left out then.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<Lifetime>>"))]
        pub life: Vec<Lifetime>,
        /// The first day of the period; without it, from the beginning.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after the period; without it, without end.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

entry! {
    /// An earlier entry is taken back: it never happened (撤回).
    Retract {
        /// The key of the entry.
        pub entry: String,
    }
}

entry! {
    /// An earlier entry was otherwise: another stands in its place (修正).
    Amend {
        /// The key of the entry.
        pub entry: String,
        /// What happened, without a key and a day of recording of its own.
        pub event: Box<EventDraft>,
    }
}

/// An entry of the log, written under the name of what happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum EventDraft {
    /// A unit is founded.
    Found(Found),
    /// A unit ends without a successor.
    Abolish(Abolish),
    /// A unit gets another name.
    Rename(Rename),
    /// A unit gets another code.
    Recode(Recode),
    /// A unit comes to lie within another.
    Reparent(Reparent),
    /// A unit becomes one of another kind.
    Convert(Convert),
    /// Units become others.
    Merge(Merge),
    /// A unit becomes several.
    Split(Split),
    /// Part of a unit goes to another.
    Transfer(Transfer),
    /// Many units end and many begin.
    Replace(Replace),
    /// A unit that ended begins again.
    Restore(Restore),
    /// A fact is set right.
    State(State),
    /// An earlier entry is taken back.
    Retract(Retract),
    /// An earlier entry was otherwise.
    Amend(Amend),
}

/// What every entry has.
#[derive(Debug, Clone, Copy)]
pub struct Head<'e> {
    /// The name of what happened, such as `rename`.
    pub name: &'static str,
    /// When it happened; none for corrections.
    pub day: Option<WithinDays>,
    /// By which document.
    pub instrument: Option<&'e Text>,
    /// Where it is known from.
    pub source: Option<&'e Text>,
    /// When it was recorded.
    pub recorded: Option<Day>,
    /// Its own key.
    pub key: Option<&'e Key>,
    /// With which confidence it was inferred.
    pub inferred: Option<&'e Ratio>,
}

impl EventDraft {
    /// What every entry has.
    pub const fn head(&self) -> Head<'_> {
        macro_rules! head {
            ($name:literal, $e:ident, $day:expr) => {
                Head {
                    name: $name,
                    day: $day,
                    instrument: $e.instrument.as_ref(),
                    source: $e.source.as_ref(),
                    recorded: $e.recorded,
                    key: $e.key.as_ref(),
                    inferred: $e.inferred.as_ref(),
                }
            };
        }
        match self {
            Self::Found(e) => head!("found", e, Some(e.day)),
            Self::Abolish(e) => head!("abolish", e, Some(e.day)),
            Self::Rename(e) => head!("rename", e, Some(e.day)),
            Self::Recode(e) => head!("recode", e, Some(e.day)),
            Self::Reparent(e) => head!("reparent", e, Some(e.day)),
            Self::Convert(e) => head!("convert", e, Some(e.day)),
            Self::Merge(e) => head!("merge", e, Some(e.day)),
            Self::Split(e) => head!("split", e, Some(e.day)),
            Self::Transfer(e) => head!("transfer", e, Some(e.day)),
            Self::Replace(e) => head!("replace", e, Some(e.day)),
            Self::Restore(e) => head!("restore", e, Some(e.day)),
            Self::State(e) => head!("state", e, None),
            Self::Retract(e) => head!("retract", e, None),
            Self::Amend(e) => head!("amend", e, None),
        }
    }

    /// Instrument, source and day of recording, open to change.
    pub(crate) const fn head_mut(&mut self) -> (&mut Option<Text>, &mut Option<Text>, &mut Option<Day>) {
        match self {
            Self::Found(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Abolish(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Rename(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Recode(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Reparent(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Convert(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Merge(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Split(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Transfer(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Replace(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Restore(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::State(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Retract(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
            Self::Amend(e) => (&mut e.instrument, &mut e.source, &mut e.recorded),
        }
    }

    /// The unit that an entry is about, or the first of them; for a retraction or an amendment the entry.
    pub fn subject(&self) -> &str {
        match self {
            Self::Found(e) => e.unit.as_str(),
            Self::Abolish(e) => &e.unit,
            Self::Rename(e) => &e.unit,
            Self::Recode(e) => &e.unit,
            Self::Reparent(e) => &e.unit,
            Self::Convert(e) => &e.unit,
            Self::Restore(e) => &e.unit,
            Self::State(e) => &e.unit,
            Self::Merge(e) => e.sources.first().map_or("", String::as_str),
            Self::Replace(e) => e.sources.first().map_or("", String::as_str),
            Self::Split(e) => &e.unit,
            Self::Transfer(e) => &e.unit,
            Self::Retract(e) => &e.entry,
            Self::Amend(e) => &e.entry,
        }
    }
}
