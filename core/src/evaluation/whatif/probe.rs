//! One unit with numbers changed, scored and ranked against the others as they are.

use std::cmp::Ordering;

use super::WhatIfError as Fault;
use super::place::{Place, Set};
use crate::evaluation::card::decimal;
use crate::evaluation::cells::Data;
use crate::evaluation::score::{self, Scores};
use crate::evaluation::{Basis, Peers, Scorecard, Ties};
use crate::kernel::progress::Steps;
use crate::kernel::{Key, Result, Unwatched};
use crate::wire::evaluation::Outcome;

/// What a unit is to reach.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Goal {
    /// This grade or a better one, by its key.
    Grade(String),
    /// This rank or a better one, before ties are broken.
    Rank(u32),
}

/// A goal that was looked up.
#[derive(Debug, Clone, Copy)]
pub(super) enum Aim {
    Grade(usize),
    Rank(u32),
}

/// What was scored with changed numbers.
#[derive(Debug)]
pub(super) struct Tried {
    /// The exact total at the scheme's `exact_scale`.
    pub exact: i128,
    pub total: i128,
    pub grade: Option<usize>,
    pub rank: Option<u32>,
}

/// A unit whose numbers are tried.
pub(super) struct Probe<'c> {
    pub card: &'c Scorecard,
    pub unit: usize,
    data: Data,
    /// The others of its peer group: what ranks compare, the greatest first, and the place of their keys.
    others: Vec<(i128, usize)>,
    place: usize,
    ranked: bool,
}

impl<'c> Probe<'c> {
    pub(super) fn new(card: &'c Scorecard, unit: usize) -> Self {
        let scheme = &card.scheme.inner;
        let peers = scheme.ranking.as_ref().map_or(Peers::All, |ranking| ranking.peers);
        let peer = |u: usize| if peers == Peers::All { None } else { card.data.peer.get(u).copied() };
        let (mut others, mut place) = (Vec::new(), 0);
        for (at, &u) in card.data.order.iter().enumerate() {
            if u == unit {
                place = at;
            } else if peer(u) == peer(unit) {
                others.push((basis(card, &card.scores, u), at));
            }
        }
        others.sort_by_key(|(value, at)| (std::cmp::Reverse(*value), *at));
        let ranked = scheme.ranking.is_some() && others.len() + 1 >= scheme.least_peers;
        Self { card, unit, data: card.data.select(&[unit]), others, place, ranked }
    }

    /// How many units there are in the peer group.
    pub(super) fn peers(&self) -> u32 {
        u32::try_from(self.others.len() + 1).unwrap_or(u32::MAX)
    }

    /// The number of a column as it was given.
    pub(super) fn number(&self, place: Place) -> i64 {
        place.get(&self.data, 0)
    }

    /// The unit with some numbers set.
    pub(super) fn with(&self, sets: &[(Place, i64)]) -> Result<Tried> {
        let card = self.card;
        if sets.iter().any(|(place, _)| card.moves_others(*place)) {
            // The others move with the median: everything is scored again.
            let unit = self.unit;
            let sets: Vec<Set> =
                sets.iter().map(|(place, number)| Set { place: *place, unit, number: *number }).collect();
            let after = card.with(&sets)?;
            return Ok(Tried {
                exact: after.scores.exact.get(unit).copied().unwrap_or_default(),
                total: after.scores.total.get(unit).copied().unwrap_or_default(),
                grade: after.scores.grade.get(unit).copied().flatten(),
                rank: after.score_at(unit).rank,
            });
        }
        let mut data = self.data.clone();
        let sets = sets.iter().map(|(place, number)| Set { place: *place, unit: 0, number: *number });
        data.set(&card.scheme.inner, sets);
        let mut watch = Unwatched;
        let mut steps = Steps::new(&mut watch, 2 * card.scheme.inner.indicators.len() + 2)?;
        let scores = score::scores(&card.scheme.inner, &data, Some(&card.scores.medians), &mut steps)?;
        Ok(Tried {
            exact: scores.exact.first().copied().unwrap_or_default(),
            total: scores.total.first().copied().unwrap_or_default(),
            grade: scores.grade.first().copied().flatten(),
            rank: self.ranked.then(|| self.rank(basis(card, &scores, 0))),
        })
    }

    /// The rank of a value among the others.
    fn rank(&self, value: i128) -> u32 {
        let ties = self.card.scheme.inner.ranking.as_ref().map_or(Ties::Min, |ranking| ranking.ties);
        let greater = self.others.partition_point(|(other, _)| *other > value);
        let better = self.others.get(..greater).unwrap_or_default();
        let before = match ties {
            Ties::Min | Ties::Average => greater,
            Ties::Dense => better.chunk_by(|a, b| a.0 == b.0).count(),
            Ties::Ordinal => self.others.partition_point(|(other, at)| match other.cmp(&value) {
                Ordering::Greater => true,
                Ordering::Equal => *at < self.place,
                Ordering::Less => false,
            }),
        };
        u32::try_from(before + 1).unwrap_or(u32::MAX)
    }

    /// A goal of this unit.
    pub(super) fn aim(&self, goal: &Goal) -> Result<Aim> {
        let scheme = &self.card.scheme.inner;
        match goal {
            Goal::Grade(grade) => {
                if scheme.grades.is_empty() {
                    return Err(Fault::NoGoal { what: "grades".into() }.into());
                }
                let at = scheme.grades.iter().position(|own| own.key.as_str() == grade);
                let expected =
                    || scheme.grades.iter().map(|own| format!("`{}`", own.key)).collect::<Vec<_>>().join(", ");
                let missing = || Fault::NoSuchGrade { got: grade.chars().take(60).collect(), expected: expected() };
                Ok(Aim::Grade(at.ok_or_else(missing)?))
            }
            Goal::Rank(_) if !self.ranked => Err(Fault::NoGoal { what: "ranks".into() }.into()),
            Goal::Rank(rank) if *rank == 0 || *rank > self.peers() => {
                Err(Fault::RankOutOfRange { got: *rank, most: self.peers() }.into())
            }
            Goal::Rank(rank) => Ok(Aim::Rank(*rank)),
        }
    }

    /// The fewest points more, at the exact scale, with which a goal is reached; none within so many.
    pub(super) fn need(&self, aim: Aim, now: i128, most: i128) -> Option<i128> {
        if !aim.holds(&self.at(now + most)) {
            return None;
        }
        let (mut short, mut enough) = (0, most);
        while enough - short > 1 {
            let middle = short + (enough - short) / 2;
            if aim.holds(&self.at(now + middle)) { enough = middle } else { short = middle }
        }
        Some(enough)
    }

    /// The unit with an exact total, its vetoes as they are.
    fn at(&self, exact: i128) -> Tried {
        let scheme = &self.card.scheme.inner;
        let (total, grade) = score::graded(scheme, &self.data, 0, exact);
        let basis = scheme.ranking.as_ref().map_or(Basis::Rounded, |ranking| ranking.basis);
        let value = if basis == Basis::Rounded { total } else { exact };
        Tried { exact, total, grade, rank: self.ranked.then(|| self.rank(value)) }
    }

    pub(super) fn outcome(&self, tried: &Tried) -> Outcome {
        let scheme = &self.card.scheme.inner;
        let grade = tried.grade.and_then(|grade| scheme.grades.get(grade));
        Outcome {
            total: decimal(tried.total, scheme.total_scale),
            grade: grade.map(|grade| grade.key.to_string()),
            rank: tried.rank,
        }
    }

    pub(super) fn key(&self) -> String {
        self.card.data.units.get(self.unit).map(Key::to_string).unwrap_or_default()
    }
}

impl Aim {
    /// Whether it is reached.
    pub(super) fn holds(self, tried: &Tried) -> bool {
        match self {
            Self::Grade(grade) => tried.grade.is_some_and(|own| own <= grade),
            Self::Rank(rank) => tried.rank.is_some_and(|own| own <= rank),
        }
    }
}

impl Goal {
    /// The grade and the rank that it names, for results.
    pub(super) fn named(&self) -> (Option<String>, Option<u32>) {
        match self {
            Self::Grade(grade) => (Some(grade.clone()), None),
            Self::Rank(rank) => (None, Some(*rank)),
        }
    }
}

/// What ranks compare.
fn basis(card: &Scorecard, scores: &Scores, u: usize) -> i128 {
    let rounded = card.scheme.inner.ranking.as_ref().is_none_or(|ranking| ranking.basis == Basis::Rounded);
    let list = if rounded { &scores.total } else { &scores.exact };
    list.get(u).copied().unwrap_or_default()
}
