//! The numbers that a unit may move towards more points, and how far more points come of it.

use std::collections::BTreeMap;

use super::place::{Place, names};
use super::probe::Probe;
use crate::evaluation::kernel::MISSING;
use crate::evaluation::rule::Rule;
use crate::evaluation::scheme::{Indicator, Item};
use crate::kernel::{Decimal, Ratio, Rounding, Text};

/// The greatest number of occurrences that is looked at.
const MOST: i64 = 1_000_000_000;

/// A number that may move.
#[derive(Debug)]
pub(super) struct Lever {
    /// Where its column is read: one place, unless several indicators read it.
    pub places: Vec<Place>,
    pub column: String,
    pub label: Text,
    pub scale: u8,
    /// The number now; none where it is missing.
    pub from: Option<i64>,
    /// Where a missing number starts: the worst there is.
    pub worst: i64,
    /// From here on no more points come of it.
    pub best: i64,
}

impl Lever {
    /// Where it starts.
    pub(super) fn start(&self) -> i64 {
        self.from.unwrap_or(self.worst)
    }

    /// How many steps there are from the start to the best.
    pub(super) fn steps(&self) -> u64 {
        self.best.abs_diff(self.start())
    }

    /// The number after some steps.
    pub(super) fn after(&self, steps: u64) -> i64 {
        let steps = i128::from(steps.min(self.steps()));
        let start = i128::from(self.start());
        let after = if self.best >= self.start() { start + steps } else { start - steps };
        i64::try_from(after).unwrap_or(self.best)
    }

    /// What is set by so many steps.
    pub(super) fn sets(&self, steps: u64) -> impl Iterator<Item = (Place, i64)> + '_ {
        let number = self.after(steps);
        self.places.iter().map(move |place| (*place, number))
    }

    /// The same column as another indicator reads it; none where it would rather have the number go the other way.
    fn merged(mut self, other: Self) -> Option<Self> {
        let (way, others) = (self.best.cmp(&self.start()), other.best.cmp(&other.start()));
        if way != others && way.is_ne() && others.is_ne() {
            return None;
        }
        let rises = way.is_gt() || others.is_gt();
        (self.best, self.worst) = if rises {
            (self.best.max(other.best), self.worst.min(other.worst))
        } else {
            (self.best.min(other.best), self.worst.max(other.worst))
        };
        self.places.extend(other.places);
        Some(self)
    }

    pub(super) fn decimal(&self, number: i64) -> Decimal {
        Decimal::new(number.into(), self.scale).unwrap_or(Decimal::ZERO)
    }
}

/// A ratio as a number of a column, rounded outwards.
fn number(ratio: &Ratio, scale: u8, up: bool) -> i64 {
    let rounding = if up { Rounding::Ceiling } else { Rounding::Floor };
    let rounded = Decimal::from_ratio(ratio, scale, rounding).ok();
    rounded.and_then(|rounded| i64::try_from(rounded.mantissa()).ok()).unwrap_or(if up {
        i64::MAX
    } else {
        MISSING + 1
    })
}

/// Every number of a unit that may move, in the order of the scheme.
pub(super) fn levers(probe: &Probe<'_>) -> Vec<Lever> {
    let scheme = &probe.card.scheme.inner;
    let mut out = Vec::new();
    for (i, indicator) in scheme.indicators.iter().enumerate() {
        let places = indicator.columns.clone().map(|column| Place::Indicator(i, column));
        let cells: Vec<(Place, String)> = places.zip(names(indicator)).collect();
        let numbers: Vec<i64> = cells.iter().map(|(place, _)| probe.number(*place)).collect();
        for (at, ends) in ends(indicator, &numbers) {
            let Some((place, column)) = cells.get(at) else { continue };
            let now = numbers.get(at).copied().filter(|number| *number != MISSING);
            let label = match &indicator.rule {
                Rule::Deduct { events, .. } => events.get(at).map(|event| event.label.clone()),
                Rule::ThreeRates(parts) => parts.get(at / 2).map(|part| part.label.clone()),
                _ => None,
            };
            let (worst, best) = ends;
            let scale = place.scale(scheme);
            let label = label.unwrap_or_else(|| indicator.label.clone());
            out.push(Lever { places: vec![*place], column: column.clone(), label, scale, from: now, worst, best });
        }
    }
    let items = |items: &[Item], place: fn(usize) -> Place, best: &dyn Fn(&Item) -> i64| {
        let levers = items.iter().enumerate().map(|(at, item)| Lever {
            places: vec![place(at)],
            column: item.key.to_string(),
            label: item.label.clone(),
            scale: item.scale,
            from: Some(probe.number(place(at))),
            worst: 0,
            best: best(item).max(probe.number(place(at)) * i64::from(matches!(place(at), Place::Bonus(_)))),
        });
        levers.collect::<Vec<_>>()
    };
    out.extend(items(&scheme.bonuses, Place::Bonus, &|item| {
        let cap = item.cap.or(scheme.bonus_cap);
        let most = MOST.saturating_mul(10_i64.pow(item.scale.into()));
        cap.and_then(|cap| cap.to_ratio().checked_div(&item.each.to_ratio()))
            .map_or(most, |count| number(&count, item.scale, true).clamp(0, most))
    }));
    out.extend(items(&scheme.penalties, Place::Penalty, &|_| 0));
    merge(out)
}

/// One lever for each column: where two indicators read it, both move.
fn merge(levers: Vec<Lever>) -> Vec<Lever> {
    let mut out: Vec<Option<Lever>> = Vec::with_capacity(levers.len());
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    for lever in levers {
        if let Some(slot) = known.get(&lever.column).and_then(|at| out.get_mut(*at)) {
            *slot = slot.take().and_then(|first| first.merged(lever));
        } else {
            known.insert(lever.column.clone(), out.len());
            out.push(Some(lever));
        }
    }
    out.into_iter().flatten().collect()
}

/// For each of an indicator's numbers that may move: the worst value, and the one from which on no more points come.
fn ends(indicator: &Indicator, numbers: &[i64]) -> Vec<(usize, (i64, i64))> {
    let scale = indicator.scale;
    let up = |ratio: &Ratio| number(ratio, scale, true);
    let down = |ratio: &Ratio| number(ratio, scale, false);
    let known = |at: usize| numbers.get(at).copied().filter(|number| *number != MISSING);
    // A value that is better than need be stays.
    let rising = |worst: i64, best: i64| vec![(0, (worst, known(0).map_or(best, |now| now.max(best))))];
    let falling = |worst: i64, best: i64| vec![(0, (worst, known(0).map_or(best, |now| now.min(best))))];
    match &indicator.rule {
        Rule::Linear { target, cap } => rising(0, up(&(target.to_ratio() * cap.to_ratio()))),
        Rule::LinearDown { target, worst } => falling(up(&worst.to_ratio()), down(&target.to_ratio())),
        Rule::Met { target } => rising(0.min(up(&target.to_ratio())), up(&target.to_ratio())),
        Rule::MetDown { target } => {
            let target = down(&target.to_ratio());
            falling(target.saturating_add(1), target)
        }
        Rule::Tiers(tiers) => {
            let bounds = tiers.first().zip(tiers.last());
            let worst = |least: Decimal| up(&least.to_ratio()).saturating_sub(1);
            bounds.map_or_else(Vec::new, |(best, last)| rising(worst(last.least), up(&best.least.to_ratio())))
        }
        Rule::TiersDown(tiers) => {
            let bounds = tiers.first().zip(tiers.last());
            let worst = |most: Decimal| down(&most.to_ratio()).saturating_add(1);
            bounds.map_or_else(Vec::new, |(best, last)| falling(worst(last.most), down(&best.most.to_ratio())))
        }
        Rule::Piecewise(knots) => {
            let ends = knots.first().zip(knots.last());
            let rises = knots.is_sorted_by(|a, b| a.share <= b.share);
            let falls = knots.is_sorted_by(|a, b| a.share >= b.share);
            match ends {
                Some((first, last)) if rises => rising(down(&first.value.to_ratio()), up(&last.value.to_ratio())),
                Some((first, last)) if falls => falling(up(&last.value.to_ratio()), down(&first.value.to_ratio())),
                // It rises and falls: no direction is better everywhere.
                _ => Vec::new(),
            }
        }
        Rule::Deduct { .. } => numbers.iter().enumerate().filter_map(|(at, _)| Some((at, (known(at)?, 0)))).collect(),
        Rule::Rate { .. } | Rule::ThreeRates(_) => {
            let pairs = (0..numbers.len()).step_by(2);
            pairs.filter_map(|at| known(at).zip(known(at + 1)).map(|(n, d)| (at, (n, d)))).collect()
        }
        Rule::Progress { target, worst } => match known(1).filter(|last| *last != 0) {
            None => Vec::new(),
            Some(last) => {
                let last = Decimal::new(last.into(), scale).unwrap_or(Decimal::ZERO).to_ratio();
                let size = if last.is_negative() { Ratio::ZERO - last.clone() } else { last.clone() };
                let at = |change: &Decimal| &last + &(size.clone() * change.to_ratio());
                let (best, worse) = (at(target), at(worst));
                if target > worst { rising(down(&worse), up(&best)) } else { falling(up(&worse), down(&best)) }
            }
        },
        // Votes are others' to change.
        Rule::Ballots(_) => Vec::new(),
    }
}
