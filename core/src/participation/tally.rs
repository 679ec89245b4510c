//! Tallies: how many, or how much area, took part and voted how.

use std::borrow::Cow;

use super::ParticipationError;
use super::meeting::MeetingError;
use super::test::Test;
use crate::kernel::{Area, Error, Quantity, Result};
use crate::pack::{Measure, Part};
use crate::wire::participation_meeting::CastingVote;

/// What was counted in one measure; `None` is not known. Areas are in cm2.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Tally {
    /// All who may vote.
    pub entitled: Option<u64>,
    /// Those present at the meeting, or taking part in the vote (参与表决), however they voted.
    pub present: Option<u64>,
    /// Votes for.
    pub yes: Option<u64>,
    /// Votes against.
    pub no: Option<u64>,
    /// Abstentions.
    pub abstain: Option<u64>,
    /// Invalid votes.
    pub invalid: Option<u64>,
    /// Those who propose or sign a petition.
    pub proposing: Option<u64>,
}

impl Tally {
    /// A full count of a vote; whoever was present and is none of these did not vote.
    pub const fn vote(entitled: u64, present: u64, yes: u64, no: u64, abstain: u64) -> Self {
        Self {
            entitled: Some(entitled),
            present: Some(present),
            yes: Some(yes),
            no: Some(no),
            abstain: Some(abstain),
            invalid: Some(0),
            proposing: None,
        }
    }

    /// The votes that are known to be cast.
    pub(super) fn cast(&self) -> u64 {
        [self.yes, self.no, self.abstain, self.invalid].into_iter().flatten().fold(0, u64::saturating_add)
    }

    /// The same with a casting vote as one vote more. Where all who are present voted, the bases grow by it.
    fn with(mut self, casting: CastingVote) -> Self {
        let side = match casting {
            CastingVote::Yes => &mut self.yes,
            CastingVote::No => &mut self.no,
        };
        *side = side.map(|n| n.saturating_add(1));
        let cast = self.cast();
        self.present = self.present.map(|n| n.max(cast));
        self.entitled = self.entitled.map(|n| n.max(cast));
        self
    }

    /// Whether nothing is known.
    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn check(&self, measure: Measure) -> Result<()> {
        let cast = self.cast();
        let show = |n: u64| quantity(measure, n).render(crate::kernel::Lang::En);
        let at = |field: &str, cause: ParticipationError| Err(Error::at(format!("{}.{field}", measure.key()), cause));
        if let Some(present) = self.present.or(self.entitled)
            && cast > present
        {
            return at("present", ParticipationError::MoreVotes { votes: show(cast), present: show(present) });
        }
        let Some(entitled) = self.entitled else { return Ok(()) };
        match (self.present, self.proposing) {
            (Some(present), _) if present > entitled => {
                let (present, entitled) = (show(present), show(entitled));
                at("present", ParticipationError::MorePresent { present, entitled })
            }
            (_, Some(proposing)) if proposing > entitled => {
                let (proposing, entitled) = (show(proposing), show(entitled));
                at("proposing", ParticipationError::MoreProposing { proposing, entitled })
            }
            _ => Ok(()),
        }
    }
}

/// A number of a measure with its unit.
pub(super) fn quantity(measure: Measure, n: u64) -> Quantity {
    match measure {
        Measure::Area => Quantity::Area(Area::from_cm2(n)),
        _ => i64::try_from(n).map_or_else(|_| Quantity::Ratio(n.into()), Quantity::Count),
    }
}

/// The tallies of a decision, one a measure.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Heads: those who may vote, each once.
    pub heads: Tally,
    /// Exclusive floor area, in cm2.
    pub area: Tally,
    /// Residents.
    pub residents: Tally,
    /// Households.
    pub households: Tally,
    /// Residents' groups.
    pub groups: Tally,
    /// Representatives.
    pub representatives: Tally,
    /// Co-ownership shares, in whole parts.
    pub shares: Tally,
    /// How the chair broke a tie; the votes above are without it.
    pub casting: Option<CastingVote>,
}

/// In what persons are counted: the first of these that was.
const PERSONS: [Measure; 4] = [Measure::Heads, Measure::Representatives, Measure::Residents, Measure::Households];

impl Counts {
    /// The tally of a measure.
    pub const fn tally(&self, measure: Measure) -> &Tally {
        match measure {
            Measure::Heads => &self.heads,
            Measure::Area => &self.area,
            Measure::Residents => &self.residents,
            Measure::Households => &self.households,
            Measure::Groups => &self.groups,
            Measure::Representatives => &self.representatives,
            Measure::Shares => &self.shares,
        }
    }

    /// The tally of a measure, to be changed.
    pub const fn tally_mut(&mut self, measure: Measure) -> &mut Tally {
        match measure {
            Measure::Heads => &mut self.heads,
            Measure::Area => &mut self.area,
            Measure::Residents => &mut self.residents,
            Measure::Households => &mut self.households,
            Measure::Groups => &mut self.groups,
            Measure::Representatives => &mut self.representatives,
            Measure::Shares => &mut self.shares,
        }
    }

    /// Checks that no part is greater than its whole, and that there is a tie where the chair broke one.
    ///
    /// # Errors
    /// `more-votes-than-present`, `more-present-than-entitled`, `more-proposing-than-entitled`, `casting-vote-without-tie`.
    pub fn check(&self) -> Result<()> {
        Measure::ALL.into_iter().try_for_each(|measure| self.tally(measure).check(measure))?;
        self.check_casting()
    }

    /// Refuses a casting vote where the tallies show no tie.
    pub(super) fn check_casting(&self) -> Result<()> {
        match (self.casting, self.tie()) {
            (None, _) | (Some(_), Some((_, true))) => Ok(()),
            _ => Err(Error::at("casting", MeetingError::NoTie)),
        }
    }

    /// The measure in which a casting vote counts, and whether as many voted yes as no; `None` where that is not known.
    pub(super) fn tie(&self) -> Option<(Measure, bool)> {
        PERSONS.into_iter().find_map(|measure| {
            let tally = self.tally(measure);
            Some((measure, tally.yes? == tally.no? && tally.yes? > 0))
        })
    }

    /// The tally that a test looks at. A casting vote is one vote more where votes are tested; it is nobody more who came, so a
    /// quorum does not see it.
    pub(super) fn tested(&self, test: &Test) -> Cow<'_, Tally> {
        let tally = self.tally(test.measure);
        match self.casting {
            Some(casting) if test.part == Part::Yes && self.tie() == Some((test.measure, true)) => {
                Cow::Owned(tally.with(casting))
            }
            _ => Cow::Borrowed(tally),
        }
    }
}
