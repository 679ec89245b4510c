//! Scores and totals of all units, an indicator at a time.

use std::collections::BTreeMap;

use super::SchemeError;
use super::cells::Data;
use super::kernel::{Share, divide, score};
use super::scheme::{Effect, Group, Indicator, Inner, Item, Missing};
use crate::kernel::progress::Steps;
use crate::kernel::{Decimal, Error, Ratio, Result, Rounding};

/// The scores of all units.
#[derive(Debug)]
pub(super) struct Scores {
    /// A mantissa at the scheme's `line_scale`, by indicator and unit.
    pub lines: Vec<Vec<i64>>,
    /// Which values are missing, by indicator and unit; empty where none is.
    pub missing: Vec<Vec<bool>>,
    /// What follows is by unit. The base stands at `line_scale`.
    pub base: Vec<i64>,
    /// These at `exact_scale`.
    pub bonus: Vec<i128>,
    pub penalty: Vec<i128>,
    pub exact: Vec<i128>,
    /// The total at `total_scale`, after vetoes.
    pub total: Vec<i128>,
    /// The position of the grade.
    pub grade: Vec<Option<usize>>,
    pub eligible: Vec<bool>,
}

pub(super) fn ten(scale: u8) -> i128 {
    10_i128.pow(scale.into())
}

pub(super) fn scores(scheme: &Inner, data: &Data, steps: &mut Steps<'_>) -> Result<Scores> {
    let units = data.units.len();
    let mut lines = Vec::with_capacity(scheme.indicators.len());
    let mut missing = Vec::with_capacity(scheme.indicators.len());
    let mut base = vec![0_i64; units];
    for group in &scheme.groups {
        let members = scheme.members(group);
        let masks: Vec<Vec<bool>> = members.iter().map(|i| i.kernel.missing(own_columns(i, data), units)).collect();
        let present = present(group, members, &masks, units);
        for indicator in members {
            let scored = line(scheme, group, indicator, data, &present)?;
            for (sum, score) in base.iter_mut().zip(&scored) {
                *sum += score;
            }
            lines.push(scored);
            steps.step()?;
        }
        missing.extend(masks);
    }
    let bonus = items(scheme, &scheme.bonuses, &data.bonuses, scheme.bonus_cap, units);
    let penalty = items(scheme, &scheme.penalties, &data.penalties, scheme.penalty_cap, units);
    let mut out = Scores {
        lines,
        missing,
        base,
        bonus,
        penalty,
        exact: Vec::with_capacity(units),
        total: Vec::with_capacity(units),
        grade: Vec::with_capacity(units),
        eligible: vec![true; units],
    };
    totals(scheme, data, &mut out);
    Ok(out)
}

fn own_columns<'d>(indicator: &Indicator, data: &'d Data) -> &'d [Vec<i64>] {
    data.columns.get(indicator.columns.clone()).unwrap_or_default()
}

/// For each unit, the weight of the indicators that keep their points: all but the missing ones that are reweighted.
/// Empty where that is all of them for every unit.
pub(super) fn present(group: &Group, members: &[Indicator], masks: &[Vec<bool>], units: usize) -> Vec<i64> {
    let mut present = Vec::new();
    for (indicator, mask) in members.iter().zip(masks) {
        if indicator.missing != Missing::Reweight || mask.is_empty() {
            continue;
        }
        if present.is_empty() {
            present = vec![group.weight; units];
        }
        for (left, _) in present.iter_mut().zip(mask).filter(|(_, missing)| **missing) {
            *left -= indicator.weight;
        }
    }
    present
}

/// The points of an indicator for a unit whose present siblings have a weight.
pub(super) fn points(group: &Group, indicator: &Indicator, present: i64) -> Ratio {
    if present == group.weight {
        return indicator.points.clone();
    }
    let share = Ratio::from(indicator.weight).checked_div(&Ratio::from(present)).unwrap_or(Ratio::ZERO);
    share * group.points.clone()
}

/// The scores of one indicator.
fn line(scheme: &Inner, group: &Group, indicator: &Indicator, data: &Data, present: &[i64]) -> Result<Vec<i64>> {
    let unit = Ratio::from(ten(scheme.line_scale));
    let whole = &indicator.points * &unit;
    let units = data.units.len();
    let mut scored = Vec::with_capacity(units);
    let mut refused = None;
    // A group has few sets of missing siblings, so each is worked out once.
    let mut known = BTreeMap::from([(group.weight, whole.small())]);
    let mut last = (group.weight, whole.small());
    indicator.kernel.each(own_columns(indicator, data), units, |u, share| {
        let share = match (share, indicator.missing) {
            (Share::Missing, Missing::Full) => Share::Of(1, 1),
            (Share::Missing, _) => Share::Of(0, 1),
            (share, _) => share,
        };
        let left = present.get(u).copied().unwrap_or(group.weight);
        let own = || points(group, indicator, left) * unit.clone();
        if left != last.0 {
            last = (left, *known.entry(left).or_insert_with(|| own().small()));
        }
        let fast = match (share, last.1) {
            (Share::Of(0, _), _) => Some(0),
            (Share::Of(n, d), Some(parts)) => score(n, d, parts, scheme.rounding),
            _ => None,
        };
        scored.push(fast.unwrap_or_else(|| {
            wide(scheme, indicator, data, u, share, &own()).unwrap_or_else(|error| {
                refused.get_or_insert(error);
                0
            })
        }));
    });
    match refused {
        Some(error) => Err(error),
        None => Ok(scored),
    }
}

/// A score whose arithmetic leaves 128 bits, by big integers.
fn wide(scheme: &Inner, indicator: &Indicator, data: &Data, u: usize, share: Share, own: &Ratio) -> Result<i64> {
    let exact = match share {
        Share::Of(n, d) => Ratio::from_wide(n, d),
        _ => indicator.rule.share(&cells(indicator, data, u), indicator.scale).unwrap_or(Ratio::ZERO),
    };
    let rounded = Decimal::from_ratio(&(&exact * own), 0, scheme.rounding)?;
    let out_of_range = || Error::from(SchemeError::OutOfRange { got: rounded.to_string() });
    i64::try_from(rounded.mantissa()).map_err(|_| out_of_range())
}

/// The cells of an indicator for a unit.
pub(super) fn cells(indicator: &Indicator, data: &Data, u: usize) -> Vec<i64> {
    let columns = data.columns.get(indicator.columns.clone()).unwrap_or_default();
    columns.iter().map(|c| c.get(u).copied().unwrap_or(super::kernel::MISSING)).collect()
}

/// A number of the scheme at its exact scale.
pub(super) fn at_exact(scheme: &Inner, number: Decimal) -> i128 {
    number.mantissa() * ten(scheme.exact_scale - number.scale())
}

/// What one item brings, at the exact scale.
pub(super) fn amount(scheme: &Inner, item: &Item, count: i64) -> i128 {
    // Below 10^9 occurrences of 10^6 points at 18 decimals: 10^33.
    let each = item.each.mantissa() * ten(scheme.exact_scale - item.each.scale() - item.scale);
    let amount = i128::from(count) * each;
    item.cap.map_or(amount, |cap| amount.min(at_exact(scheme, cap)))
}

/// What items bring together, each capped and then all.
fn items(scheme: &Inner, items: &[Item], columns: &[Vec<i64>], cap: Option<Decimal>, units: usize) -> Vec<i128> {
    let mut sums = vec![0_i128; units];
    for (item, column) in items.iter().zip(columns) {
        for (sum, count) in sums.iter_mut().zip(column) {
            if *count != 0 {
                *sum += amount(scheme, item, *count);
            }
        }
    }
    if let Some(cap) = cap.map(|cap| at_exact(scheme, cap)) {
        for sum in &mut sums {
            *sum = (*sum).min(cap);
        }
    }
    sums
}

/// Exact and rounded totals, grades and vetoes.
fn totals(scheme: &Inner, data: &Data, out: &mut Scores) {
    let up = ten(scheme.exact_scale - scheme.line_scale);
    let down = ten(scheme.exact_scale - scheme.total_scale);
    let bounds: Vec<Option<i128>> = scheme.grades.iter().map(|g| g.least.map(|l| grade_bound(scheme, l))).collect();
    for (u, base) in out.base.iter().enumerate() {
        let sum = |column: &[i128]| column.get(u).copied().unwrap_or_default();
        let mut exact = i128::from(*base) * up + sum(&out.bonus) - sum(&out.penalty);
        let mut worst = 0;
        for (veto, column) in scheme.vetoes.iter().zip(&data.vetoes) {
            if column.get(u) != Some(&true) {
                continue;
            }
            if let Some(eligible) = out.eligible.get_mut(u) {
                *eligible = false;
            }
            match veto.effect {
                Effect::Zero => exact = 0,
                Effect::CapGrade => worst = worst.max(veto.grade.unwrap_or(0)),
                Effect::NoAward => {}
            }
        }
        let total = divide(exact, down, scheme.rounding);
        let grade = bounds.iter().position(|least| least.is_none_or(|least| total >= least));
        out.exact.push(exact);
        out.total.push(total);
        out.grade.push(grade.map(|g| g.max(worst)));
    }
}

/// The least total of a grade as a mantissa at `total_scale`, so that integers compare as the numbers do.
pub(super) fn grade_bound(scheme: &Inner, least: Decimal) -> i128 {
    let scaled = least.mantissa() * ten(scheme.total_scale);
    divide(scaled, ten(least.scale()), Rounding::Ceiling)
}
