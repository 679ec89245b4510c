//! A scorecard with some values changed, worked out from the one before.

use std::collections::BTreeSet;

use super::WhatIfError as Fault;
use super::place::{Place, places, together};
use crate::evaluation::cells::Data;
use crate::evaluation::kernel::MISSING;
use crate::evaluation::rule::Rule;
use crate::evaluation::scheme::Inner;
use crate::evaluation::score::{self, Scores};
use crate::evaluation::{Missing, Scorecard, rank};
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
            column.get_mut(u).into_iter().for_each(|cell| *cell = none);
        }
        if let Some(carried) = self.carried.get_mut(i).and_then(|carried| carried.get_mut(u)) {
            *carried = false;
        }
    }

    /// What was read of one unit.
    pub(super) fn only(&self, u: usize) -> Self {
        fn one<T: Copy>(lists: &[Vec<T>], u: usize) -> Vec<Vec<T>> {
            lists.iter().map(|list| list.get(u).copied().into_iter().collect()).collect()
        }
        Self {
            units: self.units.get(u).cloned().into_iter().collect(),
            order: vec![0],
            peers: self.peers.clone(),
            peer: self.peer.get(u).copied().into_iter().collect(),
            columns: one(&self.columns, u),
            carried: one(&self.carried, u),
            bonuses: one(&self.bonuses, u),
            penalties: one(&self.penalties, u),
            vetoes: one(&self.vetoes, u),
        }
    }
}

impl Scores {
    /// Puts the scores of one unit into their place.
    fn put(&mut self, u: usize, one: Self) {
        fn place<T>(list: &mut [T], u: usize, from: Vec<T>) {
            if let (Some(place), Some(value)) = (list.get_mut(u), from.into_iter().next()) {
                *place = value;
            }
        }
        let units = self.base.len();
        for (all, own) in self.lines.iter_mut().zip(one.lines) {
            place(all, u, own);
        }
        for (all, own) in self.missing.iter_mut().zip(one.missing) {
            if all.is_empty() && own.first() == Some(&true) {
                all.resize(units, false);
            }
            if !all.is_empty() {
                place(all, u, if own.is_empty() { vec![false] } else { own });
            }
        }
        place(&mut self.base, u, one.base);
        place(&mut self.bonus, u, one.bonus);
        place(&mut self.penalty, u, one.penalty);
        place(&mut self.exact, u, one.exact);
        place(&mut self.total, u, one.total);
        place(&mut self.grade, u, one.grade);
        place(&mut self.eligible, u, one.eligible);
        place(&mut self.worst, u, one.worst);
        self.cuts.remove(&u);
        self.cuts.extend(one.cuts.into_iter().next().map(|(_, ranges)| (u, ranges)));
    }
}

impl Scorecard {
    /// The scorecard with some values changed: what the evaluation of the changed table would give, without reading it again.
    ///
    /// Only the units of the changed cells are scored again, unless others have the median of their peers; then all are ranked.
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
        let mut watch = Unwatched;
        let mut steps = Steps::new(&mut watch, 0)?;
        if sets.iter().any(|set| self.moves_others(set.place)) {
            out.scores = score::scores(scheme, &out.data, None, &mut steps)?;
        } else {
            let units: BTreeSet<usize> = sets.iter().map(|set| set.unit).collect();
            for u in units {
                let one = score::scores(scheme, &out.data.only(u), Some(&self.scores.medians), &mut steps)?;
                out.scores.put(u, one);
            }
        }
        out.standing = rank::standing(scheme, &out.data, &out.scores, Some(&self.standing))?;
        Ok(out)
    }

    /// Whether a changed number of a unit may move the score of another: it may move the median of their peers.
    pub(super) fn moves_others(&self, place: Place) -> bool {
        let Place::Indicator(i, _) = place else { return false };
        self.scheme.inner.indicators.get(i).is_some_and(|own| own.missing == Missing::PeerMedian)
    }
}
