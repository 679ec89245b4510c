//! A decision while people vote: one unit's vote changes, and the answer with it.

use hashbrown::HashMap;

use super::columns::vote_of;
use super::{Counts, Decision, Facts, ParticipationError, Question, Verdict};
use crate::kernel::{Error, Explanation, Result, Status};
use crate::wire::participation::Vote;

/// A question over a list of units whose votes come in one by one.
///
/// A vote changes a few sums and nothing else: its cost does not depend on the number of units. The answer is at every
/// moment what a fresh evaluation of the same units gives.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::{Facts, Live};
/// use shequ::wire::participation::Vote;
/// let units: Vec<String> = (0..6).map(|i| format!(r#"{{"key": "{i}", "area": "45.67", "vote": "absent"}}"#)).collect();
/// let facts = Facts::parse(&format!(r#"{{"format": "shequ.facts/1", "units": [{}]}}"#, units.join(",")))?;
/// let question = shequ::pack::cn().at("2026-03-01".parse()?).question("owners.special")?;
/// let mut live = Live::new(question, facts)?;
/// for i in 0..3 {
///     assert_eq!(live.vote(&i.to_string(), Vote::Yes)?, Status::NotMet);
/// }
/// // The fourth of six flats makes exactly two thirds.
/// assert_eq!(live.vote("3", Vote::Yes)?, Status::Met);
/// assert!(live.vote("flat 9", Vote::Yes).is_err());
/// assert_eq!(live.vote_word("3", "absent")?, Status::NotMet);
/// assert_eq!(live.vote_word("3", "perhaps").unwrap_err().first().code(), "unknown-choice");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Live {
    verdict: Verdict,
    rows: HashMap<String, u32, foldhash::fast::FixedState>,
}

impl Live {
    /// A question over the units of facts, with the votes that they have.
    ///
    /// # Errors
    /// `no-units` for facts that are tallies, and those of [`Question::verdict`].
    pub fn new(question: Question, facts: Facts) -> Result<Self> {
        let Some(units) = facts.units() else { return Err(Error::at("facts.units", ParticipationError::NoUnits)) };
        let keys = (0..units.len()).filter_map(|row| Some((units.key(row)?, u32::try_from(row).ok()?)));
        let rows = keys.collect();
        Ok(Self { verdict: question.verdict(&facts)?, rows })
    }

    /// Takes the vote of a unit, which may have voted before; the answer after it.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn vote(&mut self, key: &str, vote: Vote) -> Result<Status> {
        let row = self.rows.get(key).copied();
        let row = row.ok_or_else(|| Error::at("live", ParticipationError::NoSuchUnit { key: key.to_owned() }))?;
        self.vote_row(row as usize, vote)
    }

    /// The same with the vote as a word: `yes`, `no`, `abstain`, `absent`.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-choice`.
    pub fn vote_word(&mut self, key: &str, vote: &str) -> Result<Status> {
        let vote = vote_of(vote).map_err(|e| e.under("live.vote"))?;
        self.vote(key, vote)
    }

    /// The same for the unit of a row, counted from 0.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn vote_row(&mut self, row: usize, vote: Vote) -> Result<Status> {
        if !self.verdict.set_vote(row, vote)? {
            return Err(Error::at("live", ParticipationError::NoSuchUnit { key: row.to_string() }));
        }
        Ok(self.status())
    }

    /// The answer now.
    pub const fn status(&self) -> Status {
        self.verdict.status()
    }

    /// The answer and each clause now, without words.
    pub const fn decision(&self) -> Decision {
        self.verdict.decision()
    }

    /// The tallies now.
    pub const fn counts(&self) -> &Counts {
        self.verdict.facts().counts()
    }

    /// The verdict now, to be read; [`to_verdict`](Self::to_verdict) gives one that stays as it is.
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// The verdict now; later votes do not change it. While it is kept, the next vote copies the units once.
    pub fn to_verdict(&self) -> Verdict {
        self.verdict.clone()
    }

    /// Why the answer is what it is now.
    pub fn explain(&self) -> Explanation {
        self.verdict.explain()
    }

    /// How a unit voted, if there is such a unit.
    pub fn vote_of(&self, key: &str) -> Option<Vote> {
        let row = *self.rows.get(key)? as usize;
        self.verdict.facts().units()?.vote(row)
    }
}
