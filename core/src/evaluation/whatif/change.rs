//! A scorecard with some values changed, worked out from the one before.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::WhatIfError as Fault;
use super::place::{Place, Set, places, together};
use crate::evaluation::cells::Data;
use crate::evaluation::score::{self, Medians};
use crate::evaluation::{Missing, Scorecard, rank, worst};
use crate::kernel::progress::Steps;
use crate::kernel::{Faults, Result, Unwatched};
use crate::wire::evaluation::CellChange;

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
        let scheme = &self.scheme.inner;
        let mut sets = Vec::new();
        let mut faults = Faults::new();
        let mut met = BTreeSet::new();
        // The last change of each rate, which must be a rate when all are done.
        let mut rates = BTreeMap::new();
        for (i, change) in changes.iter().enumerate() {
            let at = |field: &str| format!("changes[{i}].{field}");
            let unit = faults.take(&at("unit"), self.find(&change.unit));
            let found = faults.take(&at("column"), places(scheme, &change.column));
            let Some((unit, found)) = unit.zip(found) else { continue };
            if !met.insert((unit, change.column.as_str())) {
                let (unit, column) = (change.unit.clone(), change.column.clone());
                faults.push(at("column"), Fault::ChangedTwice { unit, column });
            }
            for place in found {
                let number = faults.take(&at("value"), place.number(scheme, change.value));
                sets.extend(number.map(|number| Set { place, unit, number }));
                rates.extend(place.pair(scheme).map(|pair| ((unit, pair), i)));
            }
        }
        faults.into_result()?;
        let mut data = self.data.clone();
        data.set(scheme, sets.iter().copied());
        let mut faults = Faults::new();
        let mut rates: Vec<_> = rates.into_iter().collect();
        rates.sort_unstable_by_key(|((unit, pair), i)| (*i, *unit, *pair));
        for ((unit, (over, under)), i) in rates {
            let counts = (over.get(&data, unit), under.get(&data, unit));
            faults.take(&format!("changes[{i}].value"), together(scheme, over, counts));
        }
        faults.into_result()?;
        self.of_changed(data, &sets)
    }

    /// The scorecard with some numbers set.
    pub(super) fn with(&self, sets: &[Set]) -> Result<Self> {
        let mut data = self.data.clone();
        data.set(&self.scheme.inner, sets.iter().copied());
        self.of_changed(data, sets)
    }

    /// The scorecard of data in which some numbers were set.
    fn of_changed(&self, data: Data, sets: &[Set]) -> Result<Self> {
        let scheme = &self.scheme.inner;
        let mut out = Self { data, ..self.clone() };
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
