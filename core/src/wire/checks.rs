//! Checks of a rule pack: what a validation of an organisation looks at, as data.

use serde::{Deserialize, Serialize};

use crate::kernel::{Certainty, Text, WithinDays};
use crate::wire::organisation::{Every, Mode, Role};

/// What a check looks at: a closed list, each with the fields that it needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Look {
    /// How many bodies (`of_kinds`, `of_roles`) an area has: within it, or by `relations` to it.
    Bodies,
    /// How many areas (`of_kinds`, `of_roles`) a body covers: those that it lies within, or by `relations`.
    Areas,
    /// How many people hold posts of a unit.
    Heads,
    /// How many posts a unit has.
    Posts,
    /// A number counted of a unit: `measure`, or every one for which its kind names a clause.
    Indicator,
    /// A place in a post that nobody holds, from the day after `days` days.
    Vacancy,
    /// More people in a post than it has places.
    Capacity,
    /// A holding after its term.
    Term,
    /// A holding that is only acting, from the day after `days` days.
    Acting,
    /// A holding that somebody came into otherwise than by `modes`.
    Mode,
    /// A post without somebody in reserve.
    Reserve,
    /// A holding that ended without a reason on record.
    EndReason,
    /// How many posts one person holds at once.
    PostsHeld,
    /// In how many units one person holds posts at once.
    UnitsServed,
    /// One person in posts of two groups (`kinds`, `titles`; `of_kinds`, `of_titles`) at once; `near`: in one area.
    Incompatible,
    /// A way of `relations` from `kinds`, `roles` down to `of_kinds`, `of_roles`, of `least` to `most` steps.
    Way,
    /// A circle of a relation that must not run in one.
    Circle,
    /// An end of a relation that cannot be one.
    Ends,
    /// More targets at a time than the relation has.
    Targets,
    /// Two relations of which one forbids the other, between the same two at once.
    Forbidden,
    /// A relation on days on which one of its ends does not exist.
    Overlap,
    /// How many relations lead to a unit.
    Incoming,
    /// How many relations lead from a unit.
    Outgoing,
    /// Dual leadership: two superiors or more, one of them primary, each with its own aspect.
    Dual,
    /// A unit within one that is not above it.
    Level,
    /// A unit within one more than `most` levels above it.
    Tier,
    /// A unit that lies within no other.
    Parent,
    /// A unit without a `fact` on record: `kind`, `name`, `code`.
    Recorded,
    /// Two units of one name directly within one.
    SameName,
    /// A body that did not meet in a month, quarter or year (`every`, or as its charter says).
    Cadence,
    /// A body without a charter.
    Charter,
    /// A status after its deadline.
    Deadline,
    /// A status without a deadline.
    NoDeadline,
    /// A published number in a unit that its measure does not have.
    UnitOfMeasure,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// A rule is broken.
    Error,
    /// It differs from what is usual or wanted.
    Guidance,
}

/// A fact that every unit should have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RecordedFact {
    /// Its kind.
    Kind,
    /// Its name.
    Name,
    /// A code.
    Code,
}

macro_rules! draft {
    ($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $ty:ty,)* }
        lists { $($(#[$list_meta:meta])* $list:ident: $item:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Serialize, Deserialize)]
        #[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            /// Its name; a lower layer may declare it again.
            pub id: String,
            /// What it is called.
            pub label: Text,
            /// What it looks at.
            pub look: Look,
            $($(#[$field_meta])*
            #[serde(default, skip_serializing_if = "Option::is_none")]
            pub $field: Option<$ty>,)*
            $($(#[$list_meta])*
            #[serde(default, skip_serializing_if = "Vec::is_empty")]
            #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<String>>"))]
            pub $list: Vec<$item>,)*
        }
    };
}

draft! {
    /// A check of a rule pack.
    CheckDraft {
        /// How grave a finding is; `error` unless given.
        severity: Severity,
        /// What mends it.
        remedy: Text,
        /// What is counted, in words, such as 党支部.
        counted: Text,
        /// The instrument that it stands in, if it cites no clause.
        instrument: String,
        /// Its article there.
        article: String,
        /// How surely the text is known; `default` for a default of the library.
        certainty: Certainty,
        /// The clause that gives its numbers and is cited.
        clause: String,
        /// The name under which the kind of a unit names the clause: `size`, `term`.
        number: String,
        /// The least, itself included.
        least: u64,
        /// The most, itself included.
        most: u64,
        /// A number of days.
        days: u32,
        /// A number of years.
        years: u32,
        /// A measure.
        measure: String,
        /// A fact.
        fact: RecordedFact,
        /// How often.
        every: Every,
        /// Whether both posts must be in one community or village.
        near: bool,
        /// `true` switches a check of a higher layer off, if that is a default of the library.
        off: bool,
        /// The first day on which it applies, if later than its instrument's.
        #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
        from: WithinDays,
        /// The first day on which it no longer applies.
        #[cfg_attr(feature = "typescript", ts(type = "string | null", optional))]
        until: WithinDays,
    }
    lists {
        /// Kinds of units that it looks at; with `roles`, either is enough.
        kinds: String,
        /// Roles of units that it looks at.
        roles: Role,
        /// Kinds of the units at the other end, or that are counted.
        of_kinds: String,
        /// Roles of these.
        of_roles: Role,
        /// Titles of posts, in Chinese or English; all unless given.
        titles: String,
        /// Titles of the posts of the other group.
        of_titles: String,
        /// Kinds of relations.
        relations: String,
        /// Ways in which somebody may come into a post.
        modes: Mode,
        /// Statuses; for a check of deadlines those that it looks at, else those of units that it leaves out.
        statuses: String,
    }
}
