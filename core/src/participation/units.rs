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

use std::sync::Arc;

use hashbrown::HashMap;

use super::roll::Roll;
use super::{ParticipationError, Tally};
use crate::kernel::{Area, Result};
use crate::wire::participation::{UnitDraft, Vote};

/// Owners' units with their heads, areas and votes, and the sums of them, which are kept as votes change.
#[derive(Debug, Clone)]
pub struct Units {
    pub(super) list: Vec<Unit>,
    pub(super) heads: Vec<Head>,
    /// The units whose area is not known.
    pub(super) without_area: Vec<usize>,
    sums: Sums,
    roll: Arc<Roll>,
}

/// How many heads, how much area in cm2, and how many units of unknown area voted how; and the heads that are split.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    heads: [u64; 4],
    areas: [u128; 4],
    unknown: [u64; 4],
    split: usize,
}

/// One unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// Its area in cm2; zero is not known.
    cm2: u64,
    head: u32,
    pub vote: Vote,
}

impl Unit {
    /// Its area in cm2, zero where it is not known.
    pub const fn cm2(self) -> u64 {
        self.cm2
    }

    pub const fn head(self) -> usize {
        self.head as usize
    }
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

    const fn count(&mut self, vote: Vote) -> Option<&mut u32> {
        match vote {
            Vote::Yes => Some(&mut self.yes),
            Vote::No => Some(&mut self.no),
            Vote::Abstain => Some(&mut self.abstain),
            Vote::Absent => None,
        }
    }
}

/// One more in the place of a vote.
fn more<T: std::ops::AddAssign>(sums: &mut [T; 4], vote: Vote, by: T) {
    if let Some(sum) = sums.get_mut(vote as usize) {
        *sum += by;
    }
}

/// One less in the place of a vote.
fn less<T: std::ops::SubAssign>(sums: &mut [T; 4], vote: Vote, by: T) {
    if let Some(sum) = sums.get_mut(vote as usize) {
        *sum -= by;
    }
}

/// The head of each unit, and how many heads there are.
fn heads_of(roll: &Roll, rows: usize) -> (Vec<u32>, usize) {
    if !roll.has_heads() {
        return ((0..).take(rows).collect(), rows);
    }
    let mut texts: HashMap<&str, u32, foldhash::fast::FixedState> = HashMap::default();
    // Whole numbers that are not much greater than the rows are places of a list.
    let limit = rows.saturating_mul(4).saturating_add(16);
    let mut numbers: Vec<u32> = Vec::new();
    let mut large: HashMap<i64, u32, foldhash::fast::FixedState> = HashMap::default();
    let mut developer = None;
    let mut next = 0_u32;
    let mut heads = Vec::with_capacity(rows);
    for row in 0..rows {
        let head = if roll.is_unsold(row) {
            *developer.get_or_insert(next)
        } else if let Some(number) = roll.owner_number(row) {
            match usize::try_from(number).ok().filter(|n| *n < limit) {
                Some(place) => {
                    if place >= numbers.len() {
                        numbers.resize(place + 1, u32::MAX);
                    }
                    match numbers.get_mut(place) {
                        Some(head) if *head != u32::MAX => *head,
                        Some(head) => {
                            *head = next;
                            next
                        }
                        None => next,
                    }
                }
                None => *large.entry(number).or_insert(next),
            }
        } else if let Some(owner) = roll.owner_text(row) {
            *texts.entry(owner).or_insert(next)
        } else {
            next
        };
        if head == next {
            next += 1;
        }
        heads.push(head);
    }
    (heads, next as usize)
}

impl Units {
    /// Counts units; areas in cm2, zero where they are not known; fewer areas than votes, or votes than rows, end the list.
    pub(super) fn new(roll: Roll, areas: impl Iterator<Item = u64>, votes: impl ExactSizeIterator<Item = Vote>) -> Self {
        let (places, count) = heads_of(&roll, votes.len());
        let mut heads = vec![Head::default(); count];
        let mut sums = Sums::default();
        let mut without_area = Vec::new();
        let mut list = Vec::with_capacity(places.len());
        for ((head, cm2), vote) in places.into_iter().zip(areas).zip(votes) {
            let unit = Unit { cm2, head, vote };
            if let Some(n) = heads.get_mut(unit.head()).and_then(|head| head.count(vote)) {
                *n += 1;
            }
            if cm2 == 0 {
                without_area.push(list.len());
                more(&mut sums.unknown, vote, 1);
            }
            more(&mut sums.areas, vote, u128::from(cm2));
            list.push(unit);
        }
        for head in &heads {
            more(&mut sums.heads, head.vote(), 1);
            sums.split += usize::from(head.is_split());
        }
        Self { list, heads, without_area, sums, roll: Arc::new(roll) }
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
    pub const fn split_heads(&self) -> usize {
        self.sums.split
    }

    /// The key of a unit; its row, counted from 0, where units have no keys.
    pub fn key(&self, row: usize) -> Option<String> {
        (row < self.list.len()).then(|| self.roll.key(row))
    }

    /// How a unit voted.
    pub fn vote(&self, row: usize) -> Option<Vote> {
        self.list.get(row).map(|unit| unit.vote)
    }

    /// Changes the vote of one unit, and the sums with it; what it was, if there is such a unit.
    pub(super) fn set_vote(&mut self, row: usize, vote: Vote) -> Option<Vote> {
        let unit = self.list.get_mut(row)?;
        let was = std::mem::replace(&mut unit.vote, vote);
        let unit = *unit;
        let head = self.heads.get_mut(unit.head())?;
        let sums = &mut self.sums;
        less(&mut sums.heads, head.vote(), 1);
        sums.split -= usize::from(head.is_split());
        if let Some(n) = head.count(was) {
            *n -= 1;
        }
        if let Some(n) = head.count(vote) {
            *n += 1;
        }
        more(&mut sums.heads, head.vote(), 1);
        sums.split += usize::from(head.is_split());
        less(&mut sums.areas, was, u128::from(unit.cm2));
        more(&mut sums.areas, vote, u128::from(unit.cm2));
        if unit.cm2 == 0 {
            less(&mut sums.unknown, was, 1);
            more(&mut sums.unknown, vote, 1);
        }
        Some(was)
    }

    /// The units as a document lists them.
    pub(super) fn drafts(&self) -> Vec<UnitDraft> {
        let rows = self.list.iter().enumerate();
        rows.map(|(row, unit)| UnitDraft {
            key: self.roll.key(row),
            owner: self.roll.owner(row),
            area: (unit.cm2 > 0).then(|| Area::from_cm2(unit.cm2)),
            vote: unit.vote,
            developer_unsold: self.roll.is_unsold(row),
        })
        .collect()
    }

    /// The tallies of heads and of area; a sum that takes an area which is not known is not known.
    pub(super) fn tallies(&self) -> Result<(Tally, Tally)> {
        let Sums { heads, areas, unknown, .. } = self.sums;
        let narrow = |n: u128| u64::try_from(n).map_err(|_| ParticipationError::TooMuch);
        narrow(areas.iter().sum())?;
        let tally = |[yes, no, abstain, absent]: [Option<u64>; 4]| {
            let present = yes.zip(no).zip(abstain).map(|((yes, no), abstain)| yes + no + abstain);
            let entitled = present.zip(absent).map(|(present, absent)| present + absent);
            Tally { entitled, present, yes, no, abstain, invalid: Some(0), proposing: None }
        };
        // Every sum is at most the whole, which fits.
        let known = |(sum, unknown): (u128, u64)| if unknown == 0 { u64::try_from(sum).ok() } else { None };
        let mut pairs = areas.into_iter().zip(unknown).map(known);
        let areas = std::array::from_fn(|_| pairs.next().flatten());
        Ok((tally(heads.map(Some)), tally(areas)))
    }
}
