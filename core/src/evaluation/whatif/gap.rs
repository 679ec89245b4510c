//! How far a unit is from the best, from the middle and from all points, indicator by indicator.

use serde::{Deserialize, Serialize};

use crate::evaluation::{Peers, Scorecard};
use crate::kernel::{Explanation, How, Key, Quantity, Ratio, Result, Text};
use crate::wire::evaluation::{Gap, GapPart};

/// What a unit is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// The unit of its peer group with the greatest total; of several the first by its key.
    Best,
    /// For each part the median of the peer group, the unit included.
    Median,
    /// All points of every indicator, and no penalty.
    Full,
}

impl Mark {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Best => "best",
            Self::Median => "median",
            Self::Full => "full",
        }
    }
}

/// A part of every total: what it is called, and what it brings to a unit.
pub(super) struct Part {
    pub key: String,
    pub label: Text,
    pub of: PartOf,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::evaluation) enum PartOf {
    Indicator(usize),
    Bonuses,
    Penalties,
    Vetoes,
}

impl Scorecard {
    /// The parts of every total.
    pub(super) fn parts(&self) -> Vec<Part> {
        let indicators = self.scheme.inner.indicators.iter().enumerate().map(|(i, indicator)| Part {
            key: indicator.key.to_string(),
            label: indicator.label.clone(),
            of: PartOf::Indicator(i),
        });
        let rest = [
            ("bonuses", "加分", PartOf::Bonuses),
            ("penalties", "扣分", PartOf::Penalties),
            ("vetoes", "一票否决", PartOf::Vetoes),
        ];
        let rest = rest.map(|(key, zh, of)| Part { key: key.into(), label: Text::new(zh, key), of });
        indicators.chain(rest).collect()
    }

    /// What a part brings to a unit at the scheme's `exact_scale`; all parts add up to its exact total.
    pub(in crate::evaluation) fn part(&self, of: PartOf, u: usize) -> i128 {
        let scheme = &self.scheme.inner;
        let up = crate::evaluation::score::ten(scheme.exact_scale - scheme.line_scale);
        let sum = |column: &[i128]| column.get(u).copied().unwrap_or_default();
        match of {
            PartOf::Indicator(i) => i128::from(self.line(i, u)) * up,
            PartOf::Bonuses => sum(&self.scores.bonus),
            PartOf::Penalties => -sum(&self.scores.penalty),
            PartOf::Vetoes => {
                let base = i128::from(self.scores.base.get(u).copied().unwrap_or_default()) * up;
                sum(&self.scores.exact) - base - sum(&self.scores.bonus) + sum(&self.scores.penalty)
            }
        }
    }

    /// How far a unit is from a mark, and what each indicator has in it; the parts add up to the gap exactly.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn gap(&self, unit: &str, mark: Mark) -> Result<Gap> {
        let u = self.find(unit)?;
        let scheme = &self.scheme.inner;
        let all = scheme.ranking.as_ref().is_none_or(|ranking| ranking.peers == Peers::All);
        let peer = |u: usize| if all { None } else { self.data.peer.get(u).copied() };
        let peers: Vec<usize> = self.data.order.iter().copied().filter(|other| peer(*other) == peer(u)).collect();
        let exact = |u: &usize| self.scores.exact.get(*u).copied().unwrap_or_default();
        // The first of equals: the greatest by total, then by the place of its key, turned round.
        let best = peers.iter().rev().copied().max_by_key(exact).unwrap_or(u);
        let unit_of = Ratio::from(crate::evaluation::score::ten(scheme.exact_scale));
        let ratio = |n: i128| Ratio::from(n).checked_div(&unit_of).unwrap_or(Ratio::ZERO);
        let mut parts = Vec::new();
        for part in self.parts() {
            let own = ratio(self.part(part.of, u));
            let there = match (mark, part.of) {
                (Mark::Best, of) => ratio(self.part(of, best)),
                (Mark::Median, of) => median(peers.iter().map(|u| ratio(self.part(of, *u))).collect()),
                (Mark::Full, PartOf::Indicator(i)) => {
                    let full = scheme.indicators.get(i).map_or(Ratio::ZERO, |own| own.points.clone());
                    // More than all points, where a cap allows it, is no gap.
                    full.max(own.clone())
                }
                (Mark::Full, PartOf::Bonuses) => own.clone(),
                (Mark::Full, PartOf::Penalties | PartOf::Vetoes) => Ratio::ZERO,
            };
            parts.push(GapPart { part: part.key, label: part.label, points: there - own, share: None });
        }
        let gap: Ratio = parts.iter().map(|part| part.points.clone()).sum();
        for part in &mut parts {
            part.share = part.points.checked_div(&gap);
        }
        let key = |u: usize| self.data.units.get(u).map(Key::to_string);
        let other = if mark == Mark::Best { key(best) } else { None };
        Ok(Gap { unit: key(u).unwrap_or_default(), mark: mark.as_str().into(), other, gap, parts })
    }
}

fn median(mut values: Vec<Ratio>) -> Ratio {
    values.sort();
    let half = values.len() / 2;
    let upper = values.get(half).cloned().unwrap_or(Ratio::ZERO);
    if values.len() % 2 == 1 {
        return upper;
    }
    let lower = half.checked_sub(1).and_then(|at| values.get(at)).cloned().unwrap_or(Ratio::ZERO);
    (lower + upper).checked_div(&Ratio::from(2)).unwrap_or(Ratio::ZERO)
}

impl Gap {
    /// The gap as an explanation: its parts add up.
    pub fn explain(&self) -> Explanation {
        let parts = self.parts.iter().filter(|part| !part.points.is_zero());
        let parts = parts.map(|part| Explanation::new(part.label.clone(), Quantity::Ratio(part.points.clone())));
        let label = match self.mark.as_str() {
            "best" => Text::new("与最高分的差距", "gap to the best"),
            "median" => Text::new("与中位数的差距", "gap to the median"),
            _ => Text::new("与满分的差距", "gap to all points"),
        };
        Explanation::new(label, Quantity::Ratio(self.gap.clone())).of(How::Sum, parts.collect())
    }
}
