//! Tallies: how many, or how much area, took part and voted how.

use super::ParticipationError;
use crate::kernel::{Area, Error, Quantity, Result};
use crate::pack::Measure;

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
}

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

    /// Checks that no part is greater than its whole.
    ///
    /// # Errors
    /// `more-votes-than-present`, `more-present-than-entitled`, `more-proposing-than-entitled`.
    pub fn check(&self) -> Result<()> {
        Measure::ALL.into_iter().try_for_each(|measure| self.tally(measure).check(measure))
    }
}
