//! A scorecard with some values changed, worked out from the one before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::WhatIfError as Fault;
use super::place::{Place, places, together};
use crate::evaluation::cells::Data;
use crate::evaluation::kernel::MISSING;
use crate::evaluation::rule::Rule;
use crate::evaluation::scheme::Inner;
use crate::evaluation::score::{self, Medians};
use crate::evaluation::{Missing, Scorecard, rank, worst};
use crate::kernel::progress::Steps;
use crate::kernel::{Faults, Result, Unwatched};
use crate::wire::evaluation::CellChange;

/// A cell with its new number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub place: Place,
    pub unit: usize,
    pub number: i64,
}

impl Data {
    /// Whether last period's value stands for a missing one, or would if there were one.
    pub(super) fn is_carried(&self, indicator: usize, u: usize) -> bool {
        self.carried.get(indicator).and_then(|carried| carried.get(u)) == Some(&true)
    }

    /// Takes last period's value away where it stands for one that is about to be set.
    pub(super) fn drop_carried(&mut self, scheme: &Inner, place: Place, u: usize) {
        let Place::Indicator(i, _) = place else { return };
        let Some(indicator) = scheme.indicators.get(i).filter(|_| self.is_carried(i, u)) else { return };
        let none = if matches!(indicator.rule, Rule::Ballots(_)) { 0 } else { MISSING };
        for column in self.columns.get_mut(indicator.columns.clone()).unwrap_or_default() {
            Arc::make_mut(column).get_mut(u).into_iter().for_each(|cell| *cell = none);
        }
        if let Some(carried) = self.carried.get_mut(i).and_then(|carried| Arc::make_mut(carried).get_mut(u)) {
            *carried = false;
        }
    }
}

impl Scorecard {
    /// The scorecard with some values changed: what the evaluation of the changed table would give, without reading it again.
    ///
    /// Only the units of the changed cells are scored again, and those for which another median of their peers stands now; they alone
    /// move among the ranks. The rest is shared with this scorecard.
    ///
    /// # Errors
    /// `unknown-unit`, `no-such-column`, `wrong-value`, `count-out-of-range`, `rate-above-one`, `half-given`, `changed-twice`,
    /// `value-missing`, each with the place of the change: `changes[2].value`.
    ///
    /// ```
    /// # use shequ::evaluation::Scheme;
    /// # use shequ::kernel::Document;
    /// # use shequ::wire::{Table, evaluation::CellChange};
    /// # let scheme = Scheme::parse(r#"{"format": "shequ.scheme/1", "title": "T", "subject": "unit", "groups": [{"key": "g",
    /// #     "indicators": [{"key": "visits", "points": 60, "rule": "linear", "target": 12},
    /// #     {"key": "hazards", "points": 40, "rule": "deduct", "each": "2.5"}]}]}"#)?;
    /// let card = scheme.evaluate(&Table::from_csv("unit,visits,hazards\na,9,1\nb,12,3\n")?)?;
    /// let change = CellChange { unit: "a".into(), column: "visits".into(), value: Some("11".parse()?) };
    /// let changed = card.changed(&[change])?;
    /// assert_eq!((card.score("a")?.total.to_string(), changed.score("a")?.total.to_string()), ("82.50".into(), "92.50".into()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn changed(&self, changes: &[CellChange]) -> Result<Self> {
        let mut sets = Vec::new();
        let mut faults = Faults::new();
        let mut met = BTreeSet::new();
        for (i, change) in changes.iter().enumerate() {
            let at = |field: &str| format!("changes[{i}].{field}");
            let unit = faults.take(&at("unit"), self.find(&change.unit));
            let found = faults.take(&at("column"), places(&self.scheme.inner, &change.column));
            let Some((unit, found)) = unit.zip(found) else { continue };
            if !met.insert((unit, change.column.as_str())) {
                let (unit, column) = (change.unit.clone(), change.column.clone());
                faults.push(at("column"), Fault::ChangedTwice { unit, column });
            }
            for place in found {
                let number = place.number(&self.scheme.inner, &change.column, change.value);
                let number = faults.take(&at("value"), number);
                sets.extend(number.map(|number| Set { place, unit, number }));
            }
        }
        faults.into_result()?;
        self.with(&sets)
    }

    /// The scorecard with some numbers set.
    pub(super) fn with(&self, sets: &[Set]) -> Result<Self> {
        let scheme = &self.scheme.inner;
        let mut out = self.clone();
        let mut faults = Faults::new();
        for set in sets {
            out.data.drop_carried(scheme, set.place, set.unit);
        }
        for set in sets {
            set.place.set(&mut out.data, set.unit, set.number);
        }
        for set in sets {
            if let Place::Indicator(i, _) = set.place
                && let Some(indicator) = scheme.indicators.get(i)
            {
                let cells = score::cells(indicator, &out.data, set.unit);
                faults.take(&format!("changes.{}", indicator.key), together(indicator, &cells));
            }
        }
        faults.into_result()?;
        let mut units: BTreeSet<usize> = sets.iter().map(|set| set.unit).collect();
        units.extend(out.renew_medians(sets));
        let units: Vec<usize> = units.into_iter().collect();
        let mut watch = Unwatched;
        let mut steps = Steps::new(&mut watch, 0)?;
        let part = score::scores(scheme, &out.data.select(&units), Some(&out.scores.medians), &mut steps)?;
        out.scores.put(&units, part);
        out.standing = rank::standing(scheme, &out.data, &out.scores, Some((&self.standing, &units)))?;
        Ok(out)
    }

    /// Works out the medians of the peers anew where a number was set that they may rest on; the units that one of another value
    /// stands for.
    fn renew_medians(&mut self, sets: &[Set]) -> Vec<usize> {
        let scheme = self.scheme.inner.clone();
        let peer = |data: &Data, u: usize| data.peer.get(u).copied().unwrap_or(0);
        let mut moved: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for set in sets.iter().filter(|set| self.moves_others(set.place)) {
            if let Place::Indicator(i, _) = set.place {
                moved.entry(i).or_default().insert(peer(&self.data, set.unit));
            }
        }
        let mut out = Vec::new();
        for (i, peers) in moved {
            let Some((indicator, known)) = scheme.indicators.get(i).zip(self.scores.medians.get_mut(i)) else {
                continue;
            };
            let mask = indicator.kernel.missing(score::own_columns(indicator, &self.data), self.data.units.len());
            if mask.is_empty() {
                // Nobody needs one.
                *known = Medians::default();
                continue;
            }
            let before = known.clone();
            if before.is_empty() {
                *known = worst::medians(&scheme, indicator, &self.data, None);
            } else {
                let new = worst::medians(&scheme, indicator, &self.data, Some(&peers));
                let known = Arc::make_mut(known);
                for peer in &peers {
                    match new.get(peer) {
                        Some(median) => known.insert(*peer, median.clone()),
                        None => known.remove(peer),
                    };
                }
            }
            let value = |medians: &Medians, peer: usize| medians.get(&peer).and_then(|(median, _)| median.clone());
            let other = |u: &usize| {
                let peer = peer(&self.data, *u);
                mask.get(*u) == Some(&true) && peers.contains(&peer) && value(&before, peer) != value(known, peer)
            };
            out.extend((0..mask.len()).filter(other));
        }
        out
    }

    /// Whether a changed number of a unit may move the score of another: it may move the median of their peers.
    pub(super) fn moves_others(&self, place: Place) -> bool {
        let Place::Indicator(i, _) = place else { return false };
        self.scheme.inner.indicators.get(i).is_some_and(|own| own.missing == Missing::PeerMedian)
    }
}
