//! A list of owners' units, counted as heads and area.
//!
//! Heads are counted as the Supreme People's Court does (interpretation on condominium ownership, art. 9): each
//! exclusive unit (专有部分) is one head, but all units of one owner together are one, and all units that the developer
//! has not sold or not yet handed over are one.
//!
//! The law does not say how a head counts whose units voted differently. Here a head is one voice: it takes part if one
//! of its units does, and it says yes (or no) only if all of its units that took part said so; otherwise it took part and
//! abstained. The floor area of each unit follows the unit's own vote. So no vote that turns to yes can ever undo a
//! consent. A verdict with such heads says so in a caution.

use std::collections::BTreeMap;

use super::{ParticipationError, Tally};
use crate::kernel::{Area, Result};
use crate::wire::participation::{UnitDraft, Vote};

/// Owners' units with their heads, areas and votes.
#[derive(Debug, Clone)]
pub struct Units {
    pub(super) list: Vec<Unit>,
    pub(super) heads: Vec<Head>,
    /// The units whose area is not known.
    pub(super) without_area: Vec<usize>,
}

/// One unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    pub head: usize,
    pub cm2: Option<u64>,
    pub vote: Vote,
}

/// One head: how many of its units voted how.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Head {
    pub yes: u32,
    pub no: u32,
    pub abstain: u32,
}

impl Head {
    /// How many of its units took part.
    pub const fn present(self) -> u32 {
        self.yes + self.no + self.abstain
    }

    /// The one voice of its units.
    pub const fn vote(self) -> Vote {
        match (self.yes, self.no, self.abstain) {
            (0, 0, 0) => Vote::Absent,
            (_, 0, 0) => Vote::Yes,
            (0, _, 0) => Vote::No,
            _ => Vote::Abstain,
        }
    }

    /// Whether its units voted differently.
    pub const fn is_split(self) -> bool {
        (self.yes > 0) as u8 + (self.no > 0) as u8 + (self.abstain > 0) as u8 > 1
    }
}

impl Units {
    pub(super) fn new(drafts: &[UnitDraft]) -> Self {
        let mut owners: BTreeMap<Option<&str>, usize> = BTreeMap::new();
        let mut units = Vec::with_capacity(drafts.len());
        let mut heads: Vec<Head> = Vec::new();
        let mut without_area = Vec::new();
        for (i, draft) in drafts.iter().enumerate() {
            let next = heads.len();
            let head = match (draft.developer_unsold, draft.owner.as_deref()) {
                // The key `None` is the developer's one head.
                (true, _) => *owners.entry(None).or_insert(next),
                (false, Some(owner)) => *owners.entry(Some(owner)).or_insert(next),
                (false, None) => next,
            };
            if head == next {
                heads.push(Head::default());
            }
            if let Some(head) = heads.get_mut(head) {
                match draft.vote {
                    Vote::Yes => head.yes += 1,
                    Vote::No => head.no += 1,
                    Vote::Abstain => head.abstain += 1,
                    Vote::Absent => {}
                }
            }
            if draft.area.is_none() {
                without_area.push(i);
            }
            units.push(Unit { head, cm2: draft.area.map(Area::cm2), vote: draft.vote });
        }
        Self { list: units, heads, without_area }
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The number of heads.
    pub fn heads(&self) -> usize {
        self.heads.len()
    }

    /// The number of heads whose units voted differently.
    pub fn split_heads(&self) -> usize {
        self.heads.iter().filter(|h| h.is_split()).count()
    }

    /// The tallies of heads and of area; a sum that takes an area which is not known is not known.
    pub(super) fn tallies(&self) -> Result<(Tally, Tally)> {
        let mut heads = [0_u64; 4];
        for head in &self.heads {
            if let Some(n) = heads.get_mut(head.vote() as usize) {
                *n += 1;
            }
        }
        let mut areas = [Some(0_u128); 4];
        for unit in &self.list {
            if let Some(sum) = areas.get_mut(unit.vote as usize) {
                *sum = sum.zip(unit.cm2).map(|(sum, cm2)| sum + u128::from(cm2));
            }
        }
        let narrow = |n: u128| u64::try_from(n).map_err(|_| ParticipationError::TooMuch);
        let all: u128 = self.list.iter().filter_map(|u| u.cm2).map(u128::from).sum();
        narrow(all)?;
        let tally = |[yes, no, abstain, absent]: [Option<u64>; 4]| {
            let present = yes.zip(no).zip(abstain).map(|((yes, no), abstain)| yes + no + abstain);
            let entitled = present.zip(absent).map(|(present, absent)| present + absent);
            Tally { entitled, present, yes, no, abstain, invalid: Some(0), proposing: None }
        };
        // Every sum is at most the whole, which fits.
        let areas = areas.map(|sum| sum.and_then(|n| u64::try_from(n).ok()));
        Ok((tally(heads.map(Some)), tally(areas)))
    }
}
