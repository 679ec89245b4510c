//! Ranks and awards: a declared basis, declared ties, and places that no accident fills.

use std::cmp::Ordering;

use super::cells::Data;
use super::scheme::{Award, Basis, Inner, Peers, Ranking, Ties, Unresolved};
use super::score::{Scores, grade_bound, is_cut};
use crate::kernel::{Decimal, Ratio, Result, lot};

/// Ranks and awards by unit.
#[derive(Debug, Clone, Default)]
pub(super) struct Standing {
    /// Before ties are broken; empty where the scheme does not rank, 0 for a unit that is not ranked.
    pub rank: Vec<u32>,
    pub after_tie_break: Vec<u32>,
    /// How many share the rank after the tie-break; empty but under `average`.
    pub tied: Vec<u32>,
    pub award: Vec<bool>,
    /// The units of each peer group in the order of their ranks.
    pub order: Vec<Vec<usize>>,
    pub lots: Vec<Lot>,
}

/// A lot for the last places of a peer group.
#[derive(Debug, Clone)]
pub(super) struct Lot {
    /// The position of the peer group.
    pub group: usize,
    pub places: usize,
    /// Those tied across the line, in the order in which they were drawn.
    pub order: Vec<usize>,
}

/// Ranks all units; where a standing is known, only the named ones may have left their places in it.
pub(super) fn standing(
    scheme: &Inner,
    data: &Data,
    scores: &Scores,
    known: Option<(&Standing, &[usize])>,
) -> Result<Standing> {
    let units = data.units.len();
    let mut out = Standing { award: vec![false; units], ..Standing::default() };
    let Some(ranking) = &scheme.ranking else { return Ok(out) };
    out.rank = vec![0; units];
    out.after_tie_break = vec![0; units];
    if ranking.ties == Ties::Average {
        out.tied = vec![0; units];
    }
    let basis = match ranking.basis {
        Basis::Rounded => &scores.total,
        Basis::Exact => &scores.exact,
    };
    let groups = if ranking.peers == Peers::All { 1 } else { data.peers.len().max(1) };
    let by_group = || {
        let mut order = vec![Vec::new(); groups];
        for &u in data.order.iter() {
            let group = if ranking.peers == Peers::All { 0 } else { data.peer.get(u).copied().unwrap_or(0) };
            if let Some(members) = order.get_mut(group) {
                members.push(u);
            }
        }
        order
    };
    let mut order = known.map_or_else(by_group, |(known, _)| known.order.clone());
    let moved = known.map(|(_, moved)| moved);
    // The order of the keys decides among equals.
    let by_key = |u: usize| data.place.get(u).copied().unwrap_or(usize::MAX);
    let value = |u: usize| basis.get(u).copied().unwrap_or_default();
    let broken = |u: usize| tie_break(ranking, scores, u);
    for (group, members) in order.iter_mut().enumerate() {
        let equals = |a: usize, b: usize| broken(b).cmp(broken(a)).then_with(|| by_key(a).cmp(&by_key(b)));
        sort(members, moved, |a, b| value(b).cmp(&value(a)).then_with(|| equals(a, b)));
        if members.len() < scheme.least_peers {
            continue;
        }
        if ranking.ties == Ties::Ordinal {
            // Before the tie-break the order of the keys alone decides among equals.
            let mut plain = members.clone();
            for equals in plain.chunk_by_mut(|a, b| value(*a) == value(*b)) {
                equals.sort_unstable_by_key(|u| by_key(*u));
            }
            assign(&mut out.rank, &plain, ranking.ties, |_, _| false);
        } else {
            assign(&mut out.rank, members, ranking.ties, |a, b| value(a) == value(b));
        }
        let tied = |a: usize, b: usize| value(a) == value(b) && broken(a).eq(broken(b));
        assign(&mut out.after_tie_break, members, ranking.ties, tied);
        if !out.tied.is_empty() {
            for equals in members.chunk_by(|a, b| tied(*a, *b)) {
                for u in equals {
                    if let Some(slot) = out.tied.get_mut(*u) {
                        *slot = u32::try_from(equals.len()).unwrap_or(u32::MAX);
                    }
                }
            }
        }
        if let Some(award) = &scheme.award {
            let drawn = give(scheme, data, award, scores, members, tied, &mut out.award)?;
            out.lots.extend(drawn.map(|(places, order)| Lot { group, places, order }));
        }
    }
    out.order = order;
    Ok(out)
}

/// Sorts units; where only some may have moved, each of them is taken out and put into its place among the others.
fn sort(members: &mut Vec<usize>, moved: Option<&[usize]>, by: impl Fn(usize, usize) -> Ordering) {
    // To put one in moves all after it, so with too many of them a sort is faster.
    let Some(moved) = moved.filter(|moved| moved.len().saturating_mul(moved.len()) < members.len()) else {
        members.sort_by(|a, b| by(*a, *b));
        return;
    };
    let mut out = Vec::with_capacity(moved.len());
    members.retain(|u| {
        let stays = moved.binary_search(u).is_err();
        out.extend((!stays).then_some(*u));
        stays
    });
    for u in out {
        let at = members.partition_point(|other| by(*other, u).is_lt());
        members.insert(at, u);
    }
}

/// The scores of the indicators that break ties, first to last; what a veto takes counts nothing.
fn tie_break<'s>(ranking: &'s Ranking, scores: &'s Scores, u: usize) -> impl Iterator<Item = i64> + 's {
    ranking.tie_break.iter().map(move |&i| {
        let line = scores.lines.get(i).and_then(|l| l.get(u)).copied().unwrap_or_default();
        if is_cut(&scores.cuts, i, u) { 0 } else { line }
    })
}

/// Ranks of sorted units.
fn assign(ranks: &mut [u32], sorted: &[usize], ties: Ties, tied: impl Fn(usize, usize) -> bool) {
    let (mut rank, mut before) = (0, None);
    for (place, &u) in (1_u32..).zip(sorted) {
        let equal = before.is_some_and(|b| tied(b, u)) && ties != Ties::Ordinal;
        rank = match ties {
            _ if equal => rank,
            Ties::Dense => rank + 1,
            Ties::Min | Ties::Average | Ties::Ordinal => place,
        };
        before = Some(u);
        if let Some(slot) = ranks.get_mut(u) {
            *slot = rank;
        }
    }
}

/// The mean of the places of those who share a rank.
pub(super) fn mean_rank(best: u32, tied: u32) -> Ratio {
    let twice = 2 * u64::from(best) + u64::from(tied) - 1;
    Ratio::from(twice).checked_div(&Ratio::from(2)).unwrap_or(Ratio::ZERO)
}

/// The number of places of a peer group.
pub(super) fn places(award: &Award, members: usize) -> Result<usize> {
    let share = &award.share * &Ratio::from(i64::try_from(members).unwrap_or(i64::MAX));
    let places = Decimal::from_ratio(&share, 0, award.rounding)?;
    Ok(usize::try_from(places.mantissa()).unwrap_or(0))
}

/// Gives the places of one peer group to its best eligible units; where a lot was drawn, for how many places and in what
/// order it came out.
fn give(
    scheme: &Inner,
    data: &Data,
    award: &Award,
    scores: &Scores,
    members: &[usize],
    tied: impl Fn(usize, usize) -> bool,
    awards: &mut [bool],
) -> Result<Option<(usize, Vec<usize>)>> {
    let mut left = places(award, members.len())?;
    let least = award.least.map(|l| grade_bound(scheme, l));
    let fits = |u: &&usize| {
        let total = scores.total.get(**u).copied().unwrap_or_default();
        scores.eligible.get(**u).copied().unwrap_or(false) && least.is_none_or(|least| total >= least)
    };
    let mut winners = |units: &[usize]| {
        for u in units {
            if let Some(slot) = awards.get_mut(*u) {
                *slot = true;
            }
        }
    };
    let candidates: Vec<usize> = members.iter().filter(fits).copied().collect();
    for equals in candidates.chunk_by(|a, b| tied(*a, *b)) {
        if left == 0 || (equals.len() > left && award.unresolved == Unresolved::None) {
            break;
        }
        if equals.len() > left && award.unresolved == Unresolved::Lot {
            let mut order = equals.to_vec();
            // By digests of the keys: the order of the table does not matter.
            order.sort_by_cached_key(|u| lot(award.seed, data.units.get(*u).map_or("", crate::kernel::Key::as_str)));
            winners(order.get(..left).unwrap_or_default());
            return Ok(Some((left, order)));
        }
        left = left.saturating_sub(equals.len());
        winners(equals);
    }
    Ok(None)
}
