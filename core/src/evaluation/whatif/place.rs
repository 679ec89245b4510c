//! Columns of numbers by their names, and what a cell of them may hold.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::WhatIfError as Fault;
use crate::evaluation::cells::{Data, Shared, most_count};
use crate::evaluation::kernel::{ENDINGS, MISSING};
use crate::evaluation::rule::Rule;
use crate::evaluation::scheme::{Indicator, Inner};
use crate::evaluation::{Missing, SchemeError};
use crate::kernel::{Decimal, Error, Result};

/// Where a column stands in what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// The indicator, and the column among those of all indicators.
    Indicator(usize, usize),
    /// The same of last period, where its value may stand for a missing one.
    Last(usize, usize),
    Bonus(usize),
    Penalty(usize),
    Veto(usize),
}

/// The names of an indicator's columns in their order; for a rate those of its two counts.
pub(in crate::evaluation) fn names(indicator: &Indicator) -> Vec<String> {
    named(indicator, indicator.column.as_str())
}

fn named(indicator: &Indicator, key: &str) -> Vec<String> {
    let pair = |key: &str| [format!("{key}_numerator"), format!("{key}_denominator")];
    match &indicator.rule {
        Rule::Rate { .. } => pair(key).into(),
        Rule::ThreeRates(parts) => parts.iter().flat_map(|part| pair(&format!("{key}_{}", part.key))).collect(),
        Rule::Deduct { events, .. } => {
            let name = |event: &Option<crate::kernel::Key>| match event {
                Some(event) => format!("{key}_{event}"),
                None => key.to_owned(),
            };
            events.iter().map(|event| name(&event.key)).collect()
        }
        Rule::Ballots(classes) => {
            let all = classes.iter().flat_map(|class| ENDINGS.map(|ending| format!("{key}_{}_{ending}", class.key)));
            all.collect()
        }
        Rule::Progress { .. } => vec![key.to_owned(), format!("{key}_last")],
        _ => vec![key.to_owned()],
    }
}

/// A cell with its new number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Set {
    pub place: Place,
    pub unit: usize,
    pub number: i64,
}

/// Every column by its name; where two indicators read one, each of them.
pub(super) fn places(scheme: &Inner, name: &str) -> Result<Vec<Place>> {
    let mut out = Vec::new();
    for (i, indicator) in scheme.indicators.iter().enumerate() {
        let own = names(indicator).into_iter().zip(indicator.columns.clone());
        out.extend(own.filter(|(own, _)| own == name).map(|(_, column)| Place::Indicator(i, column)));
        if indicator.missing == Missing::LastPeriod {
            let last =
                named(indicator, &format!("{}_last", indicator.column)).into_iter().zip(indicator.columns.clone());
            out.extend(last.filter(|(last, _)| last == name).map(|(_, column)| Place::Last(i, column)));
        }
    }
    let items = |items: &[crate::evaluation::scheme::Item]| items.iter().position(|item| item.key.as_str() == name);
    out.extend(items(&scheme.bonuses).map(Place::Bonus));
    out.extend(items(&scheme.penalties).map(Place::Penalty));
    out.extend(scheme.vetoes.iter().position(|veto| veto.key.as_str() == name).map(Place::Veto));
    if out.is_empty() { Err(Fault::NoSuchColumn { name: name.chars().take(60).collect() }.into()) } else { Ok(out) }
}

impl Place {
    /// The decimals of its numbers.
    pub(super) fn scale(self, scheme: &Inner) -> u8 {
        match self {
            Self::Indicator(i, _) | Self::Last(i, _) => {
                scheme.indicators.get(i).map_or(0, |indicator| match indicator.rule {
                    Rule::Rate { .. } | Rule::ThreeRates(_) | Rule::Deduct { .. } | Rule::Ballots(_) => 0,
                    _ => indicator.scale,
                })
            }
            Self::Bonus(b) => scheme.bonuses.get(b).map_or(0, |item| item.scale),
            Self::Penalty(p) => scheme.penalties.get(p).map_or(0, |item| item.scale),
            Self::Veto(_) => 0,
        }
    }

    /// Whether its numbers are counts.
    fn counts(self, scheme: &Inner) -> bool {
        match self {
            Self::Indicator(i, _) | Self::Last(i, _) => scheme.indicators.get(i).is_some_and(|indicator| {
                matches!(
                    indicator.rule,
                    Rule::Rate { .. } | Rule::ThreeRates(_) | Rule::Deduct { .. } | Rule::Ballots(_)
                )
            }),
            _ => true,
        }
    }

    /// The number of a unit as it was given, [`MISSING`] where there is none.
    pub(super) fn get(self, data: &Data, u: usize) -> i64 {
        let list = match self {
            Self::Indicator(_, column) => {
                data.periods.get(&column).map(|both| &both.this).or_else(|| data.columns.get(column))
            }
            Self::Last(_, column) => data.periods.get(&column).map(|both| &both.last),
            Self::Bonus(b) => data.bonuses.get(b),
            Self::Penalty(p) => data.penalties.get(p),
            Self::Veto(v) => return data.vetoes.get(v).and_then(|held| held.get(u)).map_or(0, |held| (*held).into()),
        };
        list.and_then(|list| list.get(u)).copied().unwrap_or(MISSING)
    }

    /// Sets the number of a unit.
    fn set(self, data: &mut Data, u: usize, number: i64) {
        let list = match self {
            Self::Indicator(_, column) => match data.periods.get_mut(&column) {
                Some(both) => Some(&mut both.this),
                None => data.columns.get_mut(column),
            },
            Self::Last(_, column) => data.periods.get_mut(&column).map(|both| &mut both.last),
            Self::Bonus(b) => data.bonuses.get_mut(b),
            Self::Penalty(p) => data.penalties.get_mut(p),
            Self::Veto(v) => return put(data.vetoes.get_mut(v), u, number != 0),
        };
        put(list, u, number);
    }

    /// The number that a decimal is in the column, or what stands for none.
    pub(super) fn number(self, scheme: &Inner, value: Option<Decimal>) -> Result<i64> {
        let Some(value) = value else { return self.none(scheme) };
        let wrong = |expected: &str| Fault::WrongValue { got: value.to_string(), expected: expected.into() };
        if matches!(self, Self::Veto(_)) {
            let number = i64::try_from(value.shortest().mantissa()).ok().filter(|n| matches!(n, 0 | 1));
            return number.ok_or_else(|| wrong("0 or 1").into());
        }
        let scale = self.scale(scheme);
        let decimals = || wrong(&format!("a number of at most {scale} decimals"));
        let scaled = value.shortest().with_scale(scale).map_err(|_| Error::from(decimals()))?;
        let number = i64::try_from(scaled.mantissa()).ok().filter(|number| *number != MISSING);
        let number = number.ok_or_else(|| Error::from(decimals()))?;
        // The same bounds as when a table is read; the counts of a rate have no upper one.
        let rate = self.pair(scheme).is_some();
        if self.counts(scheme) && (number < 0 || (!rate && number > most_count(scale))) {
            return Err(SchemeError::CountOutOfRange { got: value.to_string() }.into());
        }
        Ok(number)
    }

    /// What stands for no value: nothing claimed, nobody voted, or a missing value where the indicator allows one.
    fn none(self, scheme: &Inner) -> Result<i64> {
        let (Self::Indicator(i, _) | Self::Last(i, _)) = self else { return Ok(0) };
        let Some(indicator) = scheme.indicators.get(i) else { return Ok(MISSING) };
        match (indicator.missing, &indicator.rule) {
            (Missing::Block, _) => Err(SchemeError::ValueMissing { indicator: indicator.key.to_string() }.into()),
            (_, Rule::Ballots(_)) => Ok(0),
            _ => Ok(MISSING),
        }
    }

    /// The two counts of the rate that a number belongs to.
    pub(super) fn pair(self, scheme: &Inner) -> Option<(Self, Self)> {
        let (Self::Indicator(i, column) | Self::Last(i, column)) = self else { return None };
        let indicator = scheme.indicators.get(i)?;
        if !matches!(indicator.rule, Rule::Rate { .. } | Rule::ThreeRates(_)) {
            return None;
        }
        let over = column - (column - indicator.columns.start) % 2;
        let at = |column: usize| {
            if matches!(self, Self::Last(..)) { Self::Last(i, column) } else { Self::Indicator(i, column) }
        };
        Some((at(over), at(over + 1)))
    }
}

/// What the two counts of a rate must be together: a rate within one, no half of it.
pub(super) fn together(scheme: &Inner, place: Place, (n, d): (i64, i64)) -> Result<()> {
    if (n == MISSING) != (d == MISSING) {
        let key = match place {
            Place::Indicator(i, _) | Place::Last(i, _) => scheme.indicators.get(i).map(|own| own.key.as_str()),
            _ => None,
        };
        return Err(SchemeError::HalfGiven { what: format!("the rate `{}`", key.unwrap_or_default()) }.into());
    }
    if n > d {
        return Err(SchemeError::RateAboveOne { got: format!("{n}/{d}") }.into());
    }
    Ok(())
}

impl Data {
    /// Sets numbers of units, and what stands for those that are missing now.
    pub(super) fn set(&mut self, scheme: &Inner, sets: impl IntoIterator<Item = Set>) {
        let mut carried = BTreeSet::new();
        for Set { place, unit, number } in sets {
            place.set(self, unit, number);
            if let Place::Indicator(i, column) | Place::Last(i, column) = place
                && self.periods.contains_key(&column)
            {
                carried.insert((i, unit));
            }
        }
        for (i, u) in carried {
            self.carry(scheme, i, u);
        }
    }

    /// Lets last period's value stand for a unit's missing one, or its own for itself.
    fn carry(&mut self, scheme: &Inner, i: usize, u: usize) {
        let Some(indicator) = scheme.indicators.get(i) else { return };
        let both = || indicator.columns.clone().filter_map(|column| Some((column, self.periods.get(&column)?)));
        let cell = |list: &Shared<i64>| list.get(u).copied().unwrap_or(MISSING);
        let own: Vec<Shared<i64>> = both().map(|(_, both)| Arc::new(vec![cell(&both.this)])).collect();
        let missing = !indicator.kernel.missing(&own, 1).is_empty();
        let cells: Vec<(usize, i64)> =
            both().map(|(column, both)| (column, cell(if missing { &both.last } else { &both.this }))).collect();
        for (column, number) in cells {
            put(self.columns.get_mut(column), u, number);
        }
        let units = self.units.len();
        let Some(mask) = self.carried.get_mut(i) else { return };
        if mask.get(u).is_some_and(|was| *was) != missing {
            let mask = Arc::make_mut(mask);
            mask.resize(units, false);
            mask.get_mut(u).into_iter().for_each(|slot| *slot = missing);
            if !mask.contains(&true) {
                mask.clear();
            }
        }
    }
}

/// Puts a value into a column, which is copied if it is shared.
fn put<T: Clone>(list: Option<&mut Shared<T>>, u: usize, value: T) {
    if let Some(slot) = list.and_then(|list| Arc::make_mut(list).get_mut(u)) {
        *slot = value;
    }
}
