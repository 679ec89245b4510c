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

use std::borrow::Cow;
use std::sync::Arc;

use hashbrown::HashMap;

use super::roll::{Owners, Roll};
use super::{ParticipationError, Tally};
use crate::kernel::{Area, Result};
use crate::wire::participation::{UnitDraft, Vote};

/// Owners' units with their heads, areas and votes, and the sums of them, which are kept as votes change.
#[derive(Debug, Clone)]
pub struct Units {
    votes: Vec<Vote>,
    areas: Areas,
    /// The head of each unit; none where each unit is one.
    places: Option<Vec<u32>>,
    heads: usize,
    /// How many units of each head voted how, once it was asked for.
    counted: Option<Vec<Head>>,
    /// The units whose area is not known.
    pub(super) without_area: Vec<usize>,
    sums: Sums,
    roll: Arc<Roll>,
}

/// Areas in cm2; zero is not known. Few units have more than 429,496 square metres.
#[derive(Debug, Clone)]
pub(super) enum Areas {
    Small(Vec<u32>),
    Large(Vec<u64>),
}

impl Areas {
    pub fn with_capacity(rows: usize) -> Self {
        Self::Small(Vec::with_capacity(rows))
    }

    #[inline]
    pub fn push(&mut self, cm2: u64) {
        match self {
            Self::Large(areas) => areas.push(cm2),
            Self::Small(areas) => {
                if let Ok(cm2) = u32::try_from(cm2) {
                    areas.push(cm2);
                } else {
                    let mut large: Vec<u64> = Vec::with_capacity(areas.capacity());
                    large.extend(areas.iter().copied().map(u64::from));
                    large.push(cm2);
                    *self = Self::Large(large);
                }
            }
        }
    }

    #[inline]
    fn cm2(&self, row: usize) -> u64 {
        match self {
            Self::Small(areas) => areas.get(row).copied().map_or(0, u64::from),
            Self::Large(areas) => areas.get(row).copied().unwrap_or(0),
        }
    }
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
    pub cm2: u64,
    pub head: usize,
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

    /// Which votes its units gave, a bit each.
    const fn given(self) -> u8 {
        (self.yes > 0) as u8 | ((self.no > 0) as u8) << 1 | ((self.abstain > 0) as u8) << 2
    }

    /// The one voice of its units.
    pub const fn vote(self) -> Vote {
        voice(self.given())
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

/// The one voice of votes, a bit each.
const fn voice(given: u8) -> Vote {
    match given {
        0 => Vote::Absent,
        1 => Vote::Yes,
        2 => Vote::No,
        _ => Vote::Abstain,
    }
}

/// The bit of a vote.
const fn bit(vote: Vote) -> u8 {
    match vote {
        Vote::Yes => 1,
        Vote::No => 2,
        Vote::Abstain => 4,
        Vote::Absent => 0,
    }
}

const fn is_split(given: u8) -> bool {
    given.count_ones() > 1
}

/// More in the place of a vote.
#[inline]
fn more<T: std::ops::AddAssign>(sums: &mut [T; 4], vote: Vote, by: T) {
    if let Some(sum) = sums.get_mut(vote as usize) {
        *sum += by;
    }
}

/// Less in the place of a vote.
fn less<T: std::ops::SubAssign>(sums: &mut [T; 4], vote: Vote, by: T) {
    if let Some(sum) = sums.get_mut(vote as usize) {
        *sum -= by;
    }
}

/// Places of what comes first, second and so on, for whole numbers: a list for those that are not much greater than the rows.
struct Places {
    list: Vec<u32>,
    others: HashMap<u64, u32, foldhash::fast::FixedState>,
}

impl Places {
    fn new(rows: usize, numbers: impl Iterator<Item = u64>) -> Self {
        let limit = rows.saturating_mul(4).saturating_add(16);
        let most = numbers.filter_map(|n| usize::try_from(n).ok()).filter(|n| *n < limit).max();
        Self { list: vec![u32::MAX; most.map_or(0, |most| most + 1)], others: HashMap::default() }
    }

    #[inline]
    fn place(&mut self, number: u64, next: u32) -> u32 {
        match usize::try_from(number).ok().and_then(|n| self.list.get_mut(n)) {
            Some(place) => {
                if *place == u32::MAX {
                    *place = next;
                }
                *place
            }
            None => *self.others.entry(number).or_insert(next),
        }
    }
}

/// The head of each unit, and how many heads there are; no list where each unit is one.
fn heads_of(roll: &Roll, rows: usize) -> (Option<Vec<u32>>, usize) {
    // The key of the developer is told apart from every owner's.
    fn each(roll: &Roll, rows: usize, mut owned: impl FnMut(usize, u32) -> u32) -> (Option<Vec<u32>>, usize) {
        let (mut next, mut developer) = (0_u32, None);
        let mut heads = Vec::with_capacity(rows);
        for row in 0..rows {
            let head = if roll.is_unsold(row) { *developer.get_or_insert(next) } else { owned(row, next) };
            next += u32::from(head == next);
            heads.push(head);
        }
        (Some(heads), next as usize)
    }
    match &roll.owners {
        Owners::None if roll.unsold.is_none() => (None, rows),
        Owners::None => each(roll, rows, |_, next| next),
        Owners::Small(owners) => {
            let mut places = Places::new(rows, owners.iter().copied().map(u64::from));
            let head = |row: usize, next| owners.get(row).map_or(next, |owner| places.place((*owner).into(), next));
            each(roll, rows, head)
        }
        Owners::Numbers(owners) => {
            let mut places = Places::new(rows, owners.iter().flatten().map(|n| n.cast_unsigned()));
            let owner = |row: usize| owners.get(row).copied().flatten();
            each(roll, rows, |row, next| owner(row).map_or(next, |n| places.place(n.cast_unsigned(), next)))
        }
        Owners::Texts(owners) => {
            let mut places: HashMap<&str, u32, foldhash::fast::FixedState> = HashMap::default();
            each(roll, rows, |row, next| owners.text(row).map_or(next, |owner| *places.entry(owner).or_insert(next)))
        }
    }
}

impl Units {
    /// Counts the units of a document.
    pub(super) fn of_drafts(drafts: Vec<UnitDraft>) -> Self {
        let mut areas = Areas::with_capacity(drafts.len());
        for draft in &drafts {
            areas.push(draft.area.map_or(0, Area::cm2));
        }
        let votes = drafts.iter().map(|draft| draft.vote).collect();
        Self::new(Roll::of_drafts(drafts), areas, votes)
    }

    /// Counts units.
    pub(super) fn new(roll: Roll, areas: Areas, votes: Vec<Vote>) -> Self {
        let rows = votes.len();
        let (places, heads) = heads_of(&roll, rows);
        let mut sums = Sums::default();
        let mut without_area = Vec::new();
        for (row, vote) in votes.iter().enumerate() {
            let cm2 = areas.cm2(row);
            if cm2 == 0 {
                without_area.push(row);
                more(&mut sums.unknown, *vote, 1);
            }
            more(&mut sums.areas, *vote, u128::from(cm2));
        }
        match &places {
            None => votes.iter().for_each(|vote| more(&mut sums.heads, *vote, 1)),
            Some(places) => {
                let mut given = vec![0_u8; heads];
                for (head, vote) in places.iter().zip(&votes) {
                    if let Some(given) = given.get_mut(*head as usize) {
                        *given |= bit(*vote);
                    }
                }
                for given in given {
                    more(&mut sums.heads, voice(given), 1);
                    sums.split += usize::from(is_split(given));
                }
            }
        }
        Self { votes, areas, places, heads, counted: None, without_area, sums, roll: Arc::new(roll) }
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.votes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.votes.is_empty()
    }

    /// The number of heads.
    pub const fn heads(&self) -> usize {
        self.heads
    }

    /// The number of heads whose units voted differently.
    pub const fn split_heads(&self) -> usize {
        self.sums.split
    }

    /// The key of a unit; its row, counted from 0, where units have no keys.
    pub fn key(&self, row: usize) -> Option<String> {
        (row < self.len()).then(|| self.roll.key(row))
    }

    /// How a unit voted.
    pub fn vote(&self, row: usize) -> Option<Vote> {
        self.votes.get(row).copied()
    }

    fn head(&self, row: usize) -> usize {
        match &self.places {
            None => row,
            Some(places) => places.get(row).map_or(usize::MAX, |head| *head as usize),
        }
    }

    /// The units in order.
    pub(super) fn list(&self) -> impl Iterator<Item = Unit> + '_ {
        let unit = |(row, vote): (usize, &Vote)| Unit { cm2: self.areas.cm2(row), head: self.head(row), vote: *vote };
        self.votes.iter().enumerate().map(unit)
    }

    /// The heads in order.
    pub(super) fn head_counts(&self) -> Cow<'_, [Head]> {
        match &self.counted {
            Some(heads) => Cow::Borrowed(heads),
            None => Cow::Owned(self.count_heads()),
        }
    }

    fn count_heads(&self) -> Vec<Head> {
        let mut heads = vec![Head::default(); self.heads];
        for (row, vote) in self.votes.iter().enumerate() {
            if let Some(n) = heads.get_mut(self.head(row)).and_then(|head| head.count(*vote)) {
                *n += 1;
            }
        }
        heads
    }

    /// Changes the vote of one unit, and the sums with it; what it was, if there is such a unit.
    pub(super) fn set_vote(&mut self, row: usize, vote: Vote) -> Option<Vote> {
        let was = *self.votes.get(row)?;
        if self.counted.is_none() {
            self.counted = Some(self.count_heads());
        }
        let (at, cm2) = (self.head(row), self.areas.cm2(row));
        let head = self.counted.as_mut()?.get_mut(at)?;
        let sums = &mut self.sums;
        less(&mut sums.heads, head.vote(), 1);
        sums.split -= usize::from(is_split(head.given()));
        if let Some(n) = head.count(was) {
            *n -= 1;
        }
        if let Some(n) = head.count(vote) {
            *n += 1;
        }
        more(&mut sums.heads, head.vote(), 1);
        sums.split += usize::from(is_split(head.given()));
        less(&mut sums.areas, was, u128::from(cm2));
        more(&mut sums.areas, vote, u128::from(cm2));
        if cm2 == 0 {
            less(&mut sums.unknown, was, 1);
            more(&mut sums.unknown, vote, 1);
        }
        if let Some(held) = self.votes.get_mut(row) {
            *held = vote;
        }
        Some(was)
    }

    /// The units as a document lists them.
    pub fn drafts(&self) -> Vec<UnitDraft> {
        let rows = self.list().enumerate();
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
