//! What units are for a time and how they meet: statuses, charters, sessions, and reserves for posts.

use serde::{Deserialize, Serialize};

use crate::kernel::{Day, Text, WithinDays};

/// How often a body meets at least.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Every {
    /// Once in each month.
    Month,
    /// Once in each quarter (每季度).
    Quarter,
    /// Once in each half of a year.
    HalfYear,
    /// Once in each year.
    Year,
}

draft! {
    /// A status of a unit, from a day until a day, with the day by which it must be over.
    StatusDraft {
        /// The unit.
        pub unit: String,
        /// The status: `village-community-transition`, `ad-hoc`, `set-up-joint` ...
        pub status: String,
        /// The first day on which it holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
        /// The first day on which it must no longer hold.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub deadline: Option<Day>,
    }
}

draft! {
    /// The charter (章程) of a body that meets, from a day until a day.
    CharterDraft {
        /// The body.
        pub unit: String,
        /// Its title, or where it can be read.
        #[cfg_attr(feature = "typescript", ts(type = "string | Text"))]
        pub title: Text,
        /// How often the body meets at least.
        pub every: Option<Every>,
        /// The first day on which it holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day on which it no longer holds.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}

draft! {
    /// A session of a body.
    SessionDraft {
        /// The body.
        pub unit: String,
        /// The day.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub day: Day,
    }
}

draft! {
    /// Somebody in reserve (后备) for a post, by an opaque key.
    ReserveDraft {
        /// The post.
        pub post: String,
        /// The holder of posts that stands in reserve.
        pub holder: String,
        /// The first day of it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub from: Option<WithinDays>,
        /// The first day after it.
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub until: Option<WithinDays>,
    }
}
