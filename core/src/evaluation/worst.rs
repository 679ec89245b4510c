//! What missing values do: the total if they were the worst, and the median of those who have one.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use super::cells::Data;
use super::kernel::{Share, score};
use super::scheme::{Indicator, Inner};
use super::score::{Cuts, Medians, is_cut, own_columns, ten, wide};
use crate::kernel::{Ratio, Result};

/// How many points at `line_scale` each unit has more than with the worst value for every missing one.
///
/// A missing value is then there, so its siblings have their declared points again.
#[derive(Debug)]
pub(super) struct Worst {
    less: Vec<i64>,
    missing: Vec<bool>,
}

impl Worst {
    pub fn new(units: usize) -> Self {
        Self { less: vec![0; units], missing: Vec::new() }
    }

    /// Notes one indicator: who misses it, for whom it got points of missing siblings, and the scores that came of it.
    pub fn add(
        &mut self,
        scheme: &Inner,
        (at, indicator): (usize, &Indicator),
        data: &Data,
        (mask, present, whole): (&[bool], &[i64], i64),
        scored: &[i64],
        cuts: &Cuts,
    ) -> Result<()> {
        let units = self.less.len();
        if mask.is_empty() && present.iter().all(|left| *left == whole) {
            return Ok(());
        }
        self.missing.resize(units, false);
        let points = &indicator.points * &Ratio::from(ten(scheme.line_scale));
        let parts = points.small();
        let least = indicator.rule.least();
        let least = wide(scheme, indicator, data, units, Share::Wide, &points, || least.clone())?;
        let mut refused = None;
        let columns = data.columns.get(indicator.columns.clone()).unwrap_or_default();
        indicator.kernel.each(columns, units, |u, share| {
            let missing = mask.get(u) == Some(&true);
            if let Some(any) = self.missing.get_mut(u) {
                *any |= missing;
            }
            let got = scored.get(u).copied().unwrap_or_default();
            let worst = match (missing, present.get(u).is_none_or(|left| *left == whole), share) {
                (true, _, _) => least,
                (false, true, _) => return,
                (false, false, share) => {
                    let fast = match (share, parts) {
                        (Share::Of(0, _), _) => Some(0),
                        (Share::Of(n, d), Some(parts)) => score(n, d, parts, scheme.rounding),
                        _ => None,
                    };
                    fast.unwrap_or_else(|| {
                        wide(scheme, indicator, data, u, share, &points, || Ratio::ZERO).unwrap_or_else(|error| {
                            refused.get_or_insert(error);
                            0
                        })
                    })
                }
            };
            if let Some(less) = self.less.get_mut(u).filter(|_| !is_cut(cuts, at, u)) {
                *less += got - worst;
            }
        });
        refused.map_or(Ok(()), Err)
    }

    /// What a unit would lose; none where nothing is missing.
    pub fn of(&self, u: usize) -> Option<i64> {
        self.missing.get(u).filter(|missing| **missing).and_then(|_| self.less.get(u)).copied()
    }
}

/// By peer group, the median of the shares that an indicator gives: the mean of the two middle ones of an even number. Of some
/// groups, where only those are asked for.
pub(super) fn medians(scheme: &Inner, indicator: &Indicator, data: &Data, some: Option<&BTreeSet<usize>>) -> Medians {
    let peer = |u: usize| data.peer.get(u).copied().unwrap_or(0);
    let members: Vec<usize>;
    let few: Data;
    // The cells are read in the order of the units, whichever these are.
    let data = match some {
        None => data,
        Some(some) => {
            members = (0..data.units.len()).filter(|u| some.contains(&peer(*u))).collect();
            few = data.select(&members);
            &few
        }
    };
    let mut shares: BTreeMap<usize, Vec<Exact>> = BTreeMap::new();
    indicator.kernel.each(own_columns(indicator, data), data.units.len(), |u, share| {
        let share = match share {
            Share::Missing => return,
            Share::Of(n, d) => Exact::of(n, d),
            Share::Wide => {
                let cells = super::score::cells(indicator, data, u);
                Exact::Wide(indicator.rule.share(&cells, indicator.scale).unwrap_or(Ratio::ZERO))
            }
        };
        shares.entry(data.peer.get(u).copied().unwrap_or(0)).or_default().push(share);
    });
    let median = |mut list: Vec<Exact>| {
        let (n, half) = (list.len(), list.len() / 2);
        // There is a list for a group only where some unit gave a share.
        let (lower, upper, _) = list.select_nth_unstable(half);
        let value = if n % 2 == 1 {
            Some(upper.ratio())
        } else {
            let sum = lower.iter().max().map(|lower| lower.ratio() + upper.ratio());
            sum.and_then(|sum| sum.checked_div(&Ratio::from(2)))
        };
        (value.filter(|_| n >= scheme.least_peers), n)
    };
    Medians::new(shares.into_iter().map(|(peer, list)| (peer, median(list))).collect())
}

/// A share that is compared as two words where it fits them.
#[derive(Debug)]
enum Exact {
    /// Numerator, and a denominator above zero.
    Small(i64, i64),
    Wide(Ratio),
}

impl Exact {
    fn of(n: i128, d: i128) -> Self {
        match (i64::try_from(n), i64::try_from(d)) {
            (Ok(n), Ok(d)) if d > 0 => Self::Small(n, d),
            _ => Self::Wide(Ratio::from_wide(n, d)),
        }
    }

    fn ratio(&self) -> Ratio {
        match self {
            Self::Small(n, d) => Ratio::from_wide((*n).into(), (*d).into()),
            Self::Wide(ratio) => ratio.clone(),
        }
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Small(a, b), Self::Small(c, d)) => {
                (i128::from(*a) * i128::from(*d)).cmp(&(i128::from(*c) * i128::from(*b)))
            }
            _ => self.ratio().cmp(&other.ratio()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}
