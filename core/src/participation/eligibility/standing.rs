//! What is known of one person in one call.

use std::collections::BTreeMap;
use std::fmt;

use crate::kernel::draft::read_draft;
use crate::kernel::{Day, Result, Value};
use crate::pack::Milestone;
use crate::wire::participation_eligibility::StandingDraft;

/// What is known of one person, in one call.
///
/// It has no name, no key and no sensitive fact, it is no document, it cannot be written out, and its debug form shows nothing.
#[derive(Clone, Default)]
pub struct Standing {
    pub(super) born: Option<Day>,
    pub(super) resident_since: Option<Day>,
    pub(super) answers: BTreeMap<String, bool>,
}

impl Standing {
    /// Nothing is known.
    pub fn new() -> Self {
        Self::default()
    }

    /// The same with a day of birth.
    #[must_use]
    pub const fn born(mut self, day: Day) -> Self {
        self.born = Some(day);
        self
    }

    /// The same with the day of moving in.
    #[must_use]
    pub const fn resident_since(mut self, day: Day) -> Self {
        self.resident_since = Some(day);
        self
    }

    /// The same with an answer, by the name of a clause, or by a word such as `registered` for all clauses that ask it.
    #[must_use]
    pub fn with(mut self, name: impl Into<String>, so: bool) -> Self {
        self.answers.insert(name.into(), so);
        self
    }

    /// Reads a plain value: `born`, `resident_since`, `answers`.
    ///
    /// # Errors
    /// The faults of a draft; the path begins with `person`.
    pub fn from_value(value: Value) -> Result<Self> {
        let draft: StandingDraft = read_draft(value).map_err(|e| e.under("person"))?;
        Ok(Self { born: draft.born, resident_since: draft.resident_since, answers: draft.answers })
    }
}

/// Reads on which day what happens, such as `{"poll": "2025-03-21"}`: the days to which ages and residences are counted.
///
/// # Errors
/// The faults of a draft; the path begins with `days`.
pub fn reference_days(value: Value) -> Result<Vec<(Milestone, Day)>> {
    let days: BTreeMap<Milestone, Day> = read_draft(value).map_err(|e| e.under("days"))?;
    Ok(days.into_iter().collect())
}

impl fmt::Debug for Standing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Standing { .. }")
    }
}
