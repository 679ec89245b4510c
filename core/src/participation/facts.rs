//! The facts of a decision: tallies, or a list of owners' units that is counted once.

use std::sync::Arc;

use hashbrown::HashSet;

use super::check::word;
use super::numbers::WHOLES;
use super::{Counts, ParticipationError, Tally, Units};
use crate::kernel::{Area, Day, Digest, Document, Faults, Result};
use crate::pack::{Figure, Measure, Milestone};
use crate::wire::participation::{AreaTallyDraft, FactsDraft, TallyDraft, Vote};

/// Checked facts of a decision, `shequ.facts/1`.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::Facts;
/// let facts = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 51, "yes": 26}}"#)?;
/// assert_eq!(facts.counts().heads.present, Some(51));
/// let error = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"present": 51, "yes": 52}}"#).unwrap_err();
/// assert_eq!((error.first().code(), error.first().path()), ("more-votes-than-present", "facts.heads.present"));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Facts {
    day: Option<Day>,
    body: Option<String>,
    counts: Counts,
    units: Option<Arc<Units>>,
    draft: Arc<FactsDraft>,
}

impl Facts {
    /// Facts of tallies alone, without a day.
    ///
    /// # Errors
    /// The faults of [`Counts::check`].
    pub fn of(counts: Counts) -> Result<Self> {
        let some = |t: &Tally| (!t.is_empty()).then(|| tally_draft(t));
        Self::check(FactsDraft {
            heads: some(&counts.heads),
            area: (!counts.area.is_empty()).then(|| area_tally_draft(&counts.area)),
            residents: some(&counts.residents),
            households: some(&counts.households),
            groups: some(&counts.groups),
            representatives: some(&counts.representatives),
            shares: some(&counts.shares),
            casting: counts.casting,
            ..FactsDraft::default()
        })
    }

    /// Facts whose units were counted; the draft has none.
    pub(super) fn counted(draft: FactsDraft, units: Units, heads: Tally, area: Tally) -> Self {
        let (day, body) = (draft.day, draft.body.clone());
        let counts = Counts { heads, area, ..Counts::default() };
        Self { day, body, counts, units: Some(Arc::new(units)), draft: Arc::new(draft) }
    }

    /// The same facts as they were counted, for rules of which it is not known whether they give a casting vote.
    pub(super) fn without_casting(&self) -> Self {
        Self { counts: Counts { casting: None, ..self.counts }, ..self.clone() }
    }

    /// The same facts without a day, for rules of any day.
    #[must_use]
    pub fn undated(&self) -> Self {
        let draft = FactsDraft { day: None, ..(*self.draft).clone() };
        Self { day: None, draft: Arc::new(draft), ..self.clone() }
    }

    /// The same facts with a secret of the caller's: it salts their digest, and of units the commitment to each.
    #[must_use]
    pub fn salted(&self, salt: &str) -> Self {
        let draft = FactsDraft { salt: Some(salt.to_owned()), ..(*self.draft).clone() };
        Self { draft: Arc::new(draft), ..self.clone() }
    }

    /// Changes the vote of one unit; what it was, if there is such a unit.
    pub(super) fn set_vote(&mut self, row: usize, vote: Vote) -> Result<Option<Vote>> {
        let Some(units) = &mut self.units else { return Ok(None) };
        // A verdict that was given keeps its own votes.
        let units = Arc::make_mut(units);
        let was = units.set_vote(row, vote);
        (self.counts.heads, self.counts.area) = units.tallies()?;
        Ok(was)
    }

    /// The day of the decision, if they say it.
    pub const fn day(&self) -> Option<Day> {
        self.day
    }

    /// How the deciding body is composed, if they say it.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The tallies; of a list of units, as they were counted.
    pub const fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The units, if they were listed.
    pub fn units(&self) -> Option<&Units> {
        self.units.as_deref()
    }

    /// What was counted once.
    pub fn number(&self, figure: Figure) -> Option<u64> {
        self.draft.numbers.get(&figure).copied()
    }

    /// On which day something happened.
    pub fn day_of(&self, milestone: Milestone) -> Option<Day> {
        self.draft.days.get(&milestone).copied()
    }

    /// Whether what a clause asks is so.
    pub fn answer(&self, clause: &str) -> Option<bool> {
        self.draft.answers.get(clause).copied()
    }

    /// The names of the clauses that are answered.
    pub(super) fn answers(&self) -> impl Iterator<Item = &str> {
        self.draft.answers.keys().map(String::as_str)
    }

    /// Whether the meeting was called a second time.
    pub fn second_call(&self) -> Option<bool> {
        self.draft.second_call
    }

    /// The document, without the units.
    pub(super) fn draft(&self) -> &FactsDraft {
        &self.draft
    }

    /// The digest of the facts with their salt.
    ///
    /// # Errors
    /// None that these facts can have; the digest is fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        match &self.units {
            None => Digest::of(&*self.draft),
            Some(units) => Digest::of(&FactsDraft { units: Some(units.drafts()), ..(*self.draft).clone() }),
        }
    }
}

impl Document for Facts {
    const FORMAT: &'static str = "shequ.facts/1";
    const ROOT: &'static str = "facts";
    type Draft = FactsDraft;

    fn check(mut draft: FactsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut counts = Counts {
            heads: draft.heads.as_ref().map(tally).unwrap_or_default(),
            area: draft.area.as_ref().map(area_tally).unwrap_or_default(),
            residents: draft.residents.as_ref().map(tally).unwrap_or_default(),
            households: draft.households.as_ref().map(tally).unwrap_or_default(),
            groups: draft.groups.as_ref().map(tally).unwrap_or_default(),
            representatives: draft.representatives.as_ref().map(tally).unwrap_or_default(),
            shares: draft.shares.as_ref().map(tally).unwrap_or_default(),
            casting: draft.casting,
        };
        for measure in Measure::ALL {
            faults.take("", counts.tally(measure).check(measure));
        }
        for (part, whole) in WHOLES {
            if let (Some(n), Some(of)) = (draft.numbers.get(&part), draft.numbers.get(&whole))
                && n > of
            {
                let (n, of) = (*n, *of);
                let name = |figure: Figure| figure.label().get(crate::kernel::Lang::En).to_owned();
                let cause = ParticipationError::MoreThanWhole { part: name(part), n, whole: name(whole), of };
                faults.push(format!("numbers.{}", word(&part)), cause);
            }
        }
        let mut units = None;
        if let Some(list) = draft.units.take() {
            for (measure, given) in [("heads", draft.heads.is_some()), ("area", draft.area.is_some())] {
                if given {
                    faults.push(measure, ParticipationError::UnitsAndTallies { measure: measure.to_owned() });
                }
            }
            if list.is_empty() {
                faults.push("units", ParticipationError::NoUnits);
            }
            let mut keys: HashSet<&str, foldhash::fast::FixedState> = HashSet::default();
            for (i, unit) in list.iter().enumerate() {
                if !keys.insert(unit.key.as_str()) {
                    faults.push(format!("units[{i}].key"), ParticipationError::UnitTwice { key: unit.key.clone() });
                }
                if unit.area == Some(Area::default()) {
                    faults.push(format!("units[{i}].area"), ParticipationError::NoArea { key: unit.key.clone() });
                }
            }
            drop(keys);
            units = Some(Units::of_drafts(list));
        }
        if let Some(units) = &units
            && let Some((heads, area)) = faults.take("units", units.tallies())
        {
            counts.heads = heads;
            counts.area = area;
        }
        faults.take("", counts.check_casting());
        faults.into_result()?;
        let (day, body, units) = (draft.day, draft.body.clone(), units.map(Arc::new));
        Ok(Self { day, body, counts, units, draft: Arc::new(draft) })
    }
}

/// A tally as a document writes it.
pub(super) fn tally_draft(t: &Tally) -> TallyDraft {
    TallyDraft {
        entitled: t.entitled,
        present: t.present,
        yes: t.yes,
        no: t.no,
        abstain: t.abstain,
        invalid: t.invalid,
        proposing: t.proposing,
    }
}

/// A tally of areas as a document writes it.
pub(super) fn area_tally_draft(t: &Tally) -> AreaTallyDraft {
    AreaTallyDraft {
        entitled: t.entitled.map(Area::from_cm2),
        present: t.present.map(Area::from_cm2),
        yes: t.yes.map(Area::from_cm2),
        no: t.no.map(Area::from_cm2),
        abstain: t.abstain.map(Area::from_cm2),
        invalid: t.invalid.map(Area::from_cm2),
        proposing: t.proposing.map(Area::from_cm2),
    }
}

/// A tally of a document.
pub(super) fn tally(draft: &TallyDraft) -> Tally {
    Tally {
        entitled: draft.entitled,
        present: draft.present,
        yes: draft.yes,
        no: draft.no,
        abstain: draft.abstain,
        invalid: draft.invalid,
        proposing: draft.proposing,
    }
}

/// A tally of areas of a document.
pub(super) fn area_tally(draft: &AreaTallyDraft) -> Tally {
    Tally {
        entitled: draft.entitled.map(Area::cm2),
        present: draft.present.map(Area::cm2),
        yes: draft.yes.map(Area::cm2),
        no: draft.no.map(Area::cm2),
        abstain: draft.abstain.map(Area::cm2),
        invalid: draft.invalid.map(Area::cm2),
        proposing: draft.proposing.map(Area::cm2),
    }
}
