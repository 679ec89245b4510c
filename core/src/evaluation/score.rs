//! Scores and totals of all units, an indicator at a time.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use super::SchemeError;
use super::cells::{Data, Shared};
use super::kernel::{Share, divide, score};
use super::scheme::{Effect, Group, Indicator, Inner, Item, Missing};
use super::worst::Worst;
use crate::kernel::progress::Steps;
use crate::kernel::{Decimal, Error, Ratio, Result, Rounding};

/// The scores of all units. A copy is cheap.
#[derive(Debug, Clone)]
pub(super) struct Scores {
    /// A mantissa at the scheme's `line_scale`, by indicator and unit.
    pub lines: Vec<Shared<i64>>,
    /// Which values are missing, by indicator and unit; empty where none is.
    pub missing: Vec<Shared<bool>>,
    /// What follows is by unit. The base stands at `line_scale`.
    pub base: Shared<i64>,
    /// These at `exact_scale`.
    pub bonus: Shared<i128>,
    pub penalty: Shared<i128>,
    pub exact: Shared<i128>,
    /// The total at `total_scale`, after vetoes.
    pub total: Shared<i128>,
    /// The position of the grade.
    pub grade: Shared<Option<usize>>,
    pub eligible: Shared<bool>,
    /// The total at `total_scale` if every missing value were the worst; none where nothing is missing.
    pub worst: Shared<Option<i128>>,
    /// By indicator, the median of the shares of each peer group, where it stands for missing values.
    pub medians: Vec<Medians>,
    /// The vetoes that take the points of a group, by unit.
    pub cuts: Arc<Cuts>,
}

impl Scores {
    /// Puts the scores of some units into their places; what did not change stays shared.
    pub fn put(&mut self, units: &[usize], of: Self) {
        fn place<T: Clone + PartialEq>(list: &mut Shared<T>, units: &[usize], from: &[T]) {
            if units.iter().zip(from).all(|(u, new)| list.get(*u) == Some(new)) {
                return;
            }
            let list = Arc::make_mut(list);
            for (u, new) in units.iter().zip(from) {
                list.get_mut(*u).into_iter().for_each(|slot| slot.clone_from(new));
            }
        }
        let all = self.base.len();
        for (list, own) in self.lines.iter_mut().zip(&of.lines) {
            place(list, units, own);
        }
        for (mask, own) in self.missing.iter_mut().zip(&of.missing) {
            let now = |at: usize| own.get(at) == Some(&true);
            if units.iter().enumerate().all(|(at, u)| mask.get(*u).is_some_and(|was| *was) == now(at)) {
                continue;
            }
            let mask = Arc::make_mut(mask);
            mask.resize(all, false);
            for (at, u) in units.iter().enumerate() {
                mask.get_mut(*u).into_iter().for_each(|slot| *slot = now(at));
            }
            if !mask.contains(&true) {
                mask.clear();
            }
        }
        place(&mut self.base, units, &of.base);
        place(&mut self.bonus, units, &of.bonus);
        place(&mut self.penalty, units, &of.penalty);
        place(&mut self.exact, units, &of.exact);
        place(&mut self.total, units, &of.total);
        place(&mut self.grade, units, &of.grade);
        place(&mut self.eligible, units, &of.eligible);
        place(&mut self.worst, units, &of.worst);
        for (at, u) in units.iter().enumerate() {
            if self.cuts.get(u) == of.cuts.get(&at) {
                continue;
            }
            let cuts = Arc::make_mut(&mut self.cuts);
            match of.cuts.get(&at) {
                Some(ranges) => cuts.insert(*u, ranges.clone()),
                None => cuts.remove(u),
            };
        }
    }
}

/// By peer group, the median of the shares of its units, and how many there are; none of fewer than the scheme asks for.
pub(super) type Medians = Arc<BTreeMap<usize, (Option<Ratio>, usize)>>;

/// By unit, the ranges of indicators whose points vetoes of groups take, with the veto of each; none lies in another.
pub(super) type Cuts = BTreeMap<usize, Vec<(usize, Range<usize>)>>;

pub(super) fn ten(scale: u8) -> i128 {
    10_i128.pow(scale.into())
}

/// Scores all units; medians are those of the peers unless they are known already, as where one unit is scored again.
pub(super) fn scores(scheme: &Inner, data: &Data, known: Option<&[Medians]>, steps: &mut Steps<'_>) -> Result<Scores> {
    let units = data.units.len();
    let mut lines = Vec::with_capacity(scheme.indicators.len());
    let mut missing = Vec::with_capacity(scheme.indicators.len());
    let mut medians = Vec::with_capacity(scheme.indicators.len());
    let mut base = vec![0_i64; units];
    let cuts = cuts(scheme, data);
    let mut worst = Worst::new(units);
    for group in &scheme.groups {
        let members = scheme.members(group);
        let mask = |(i, indicator): (usize, &Indicator)| match data.carried.get(i) {
            Some(carried) if !carried.is_empty() => carried.clone(),
            _ => Arc::new(indicator.kernel.missing(own_columns(indicator, data), units)),
        };
        let masks: Vec<Shared<bool>> = group.members.clone().zip(members).map(mask).collect();
        let present = present(group, members, &masks, units);
        for ((i, indicator), mask) in group.members.clone().zip(members).zip(&masks) {
            let median = match known.and_then(|known| known.get(i)) {
                _ if indicator.missing != Missing::PeerMedian || mask.is_empty() => Medians::default(),
                Some(known) => known.clone(),
                None => super::worst::medians(scheme, indicator, data, None),
            };
            let scored = line(scheme, group, indicator, data, &present, &median)?;
            for (sum, score) in base.iter_mut().zip(&scored) {
                *sum += score;
            }
            worst.add(scheme, (i, indicator), data, (mask, &present, group.weight), &scored, &cuts)?;
            lines.push(Arc::new(scored));
            medians.push(median);
            steps.step()?;
        }
        missing.extend(masks);
    }
    let bonus = items(scheme, &scheme.bonuses, &data.bonuses, scheme.bonus_cap, units);
    let penalty = items(scheme, &scheme.penalties, &data.penalties, scheme.penalty_cap, units);
    let parts = Parts { lines: &lines, base: &base, bonus: &bonus, penalty: &penalty };
    let totals = totals(scheme, data, &parts, &cuts, &worst);
    Ok(Scores {
        lines,
        missing,
        base: Arc::new(base),
        bonus: Arc::new(bonus),
        penalty: Arc::new(penalty),
        exact: Arc::new(totals.exact),
        total: Arc::new(totals.total),
        grade: Arc::new(totals.grade),
        eligible: Arc::new(totals.eligible),
        worst: Arc::new(totals.worst),
        medians,
        cuts: Arc::new(cuts),
    })
}

/// The groups whose points vetoes take, for the few units that one holds for.
fn cuts(scheme: &Inner, data: &Data) -> Cuts {
    let mut out = Cuts::new();
    for (v, (veto, column)) in scheme.vetoes.iter().zip(&data.vetoes).enumerate() {
        let Some(group) = veto.scope.and_then(|g| scheme.groups.get(g)) else { continue };
        for (u, _) in column.iter().enumerate().filter(|(_, held)| **held) {
            let ranges: &mut Vec<(usize, Range<usize>)> = out.entry(u).or_default();
            // Groups lie in each other or apart: the wider one takes the points.
            if ranges.iter().any(|(_, r)| r.start <= group.span.start && group.span.end <= r.end) {
                continue;
            }
            ranges.retain(|(_, r)| !(group.span.start <= r.start && r.end <= group.span.end));
            ranges.push((v, group.span.clone()));
        }
    }
    out
}

/// Whether a veto takes the points of an indicator of a unit.
pub(super) fn is_cut(cuts: &Cuts, indicator: usize, u: usize) -> bool {
    !cuts.is_empty() && cuts.get(&u).is_some_and(|ranges| ranges.iter().any(|(_, r)| r.contains(&indicator)))
}

/// What a veto takes from a unit: the points of the indicators of a range.
pub(super) fn taken(lines: &[Shared<i64>], range: &Range<usize>, u: usize) -> i64 {
    lines.get(range.clone()).unwrap_or_default().iter().filter_map(|l| l.get(u)).sum()
}

pub(super) fn own_columns<'d>(indicator: &Indicator, data: &'d Data) -> &'d [Shared<i64>] {
    data.columns.get(indicator.columns.clone()).unwrap_or_default()
}

/// For each unit, the weight of the indicators that keep their points: all but the missing ones that are reweighted.
/// Empty where that is all of them for every unit.
pub(super) fn present(group: &Group, members: &[Indicator], masks: &[Shared<bool>], units: usize) -> Vec<i64> {
    let mut present = Vec::new();
    for (indicator, mask) in members.iter().zip(masks) {
        if indicator.missing != Missing::Reweight || mask.is_empty() {
            continue;
        }
        if present.is_empty() {
            present = vec![group.weight; units];
        }
        for (left, _) in present.iter_mut().zip(mask.iter()).filter(|(_, missing)| **missing) {
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
    share * group.own.clone()
}

/// The scores of one indicator.
fn line(
    scheme: &Inner,
    group: &Group,
    indicator: &Indicator,
    data: &Data,
    present: &[i64],
    medians: &Medians,
) -> Result<Vec<i64>> {
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
            (Share::Missing, Missing::PeerMedian) => Share::Wide,
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
            let median = || median(medians, data, u);
            wide(scheme, indicator, data, u, share, &own(), median).unwrap_or_else(|error| {
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

/// The median that stands for a unit's missing value; nothing where there is none.
pub(super) fn median(medians: &Medians, data: &Data, u: usize) -> Ratio {
    let peer = data.peer.get(u).copied().unwrap_or(0);
    medians.get(&peer).and_then(|(median, _)| median.clone()).unwrap_or(Ratio::ZERO)
}

/// A score whose arithmetic leaves 128 bits, by big integers, or that of the peers' median.
pub(super) fn wide(
    scheme: &Inner,
    indicator: &Indicator,
    data: &Data,
    u: usize,
    share: Share,
    own: &Ratio,
    otherwise: impl Fn() -> Ratio,
) -> Result<i64> {
    let exact = match share {
        Share::Of(n, d) => Ratio::from_wide(n, d),
        _ => indicator.rule.share(&cells(indicator, data, u), indicator.scale).unwrap_or_else(otherwise),
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
fn items(scheme: &Inner, items: &[Item], columns: &[Shared<i64>], cap: Option<Decimal>, units: usize) -> Vec<i128> {
    let mut sums = vec![0_i128; units];
    for (item, column) in items.iter().zip(columns) {
        for (sum, count) in sums.iter_mut().zip(column.iter()) {
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

/// What totals are made of.
struct Parts<'s> {
    lines: &'s [Shared<i64>],
    base: &'s [i64],
    bonus: &'s [i128],
    penalty: &'s [i128],
}

/// Exact and rounded totals and what follows from them, by unit.
struct Totals {
    exact: Vec<i128>,
    total: Vec<i128>,
    grade: Vec<Option<usize>>,
    eligible: Vec<bool>,
    worst: Vec<Option<i128>>,
}

/// The totals of lines, their sums, bonuses and penalties, with the grades and what vetoes do.
fn totals(scheme: &Inner, data: &Data, parts: &Parts<'_>, cuts: &Cuts, worst: &Worst) -> Totals {
    let units = parts.base.len();
    let mut out = Totals {
        exact: Vec::with_capacity(units),
        total: Vec::with_capacity(units),
        grade: Vec::with_capacity(units),
        eligible: vec![true; units],
        worst: Vec::with_capacity(units),
    };
    let up = ten(scheme.exact_scale - scheme.line_scale);
    let down = ten(scheme.exact_scale - scheme.total_scale);
    let bounds: Vec<Option<i128>> = scheme.grades.iter().map(|g| g.least.map(|l| grade_bound(scheme, l))).collect();
    for (u, base) in parts.base.iter().enumerate() {
        let sum = |column: &[i128]| column.get(u).copied().unwrap_or_default();
        let mut exact = i128::from(*base) * up + sum(parts.bonus) - sum(parts.penalty);
        for (_, range) in cuts.get(&u).into_iter().flatten() {
            exact -= i128::from(taken(parts.lines, range, u)) * up;
        }
        let mut capped = 0;
        let mut zero = false;
        for (veto, column) in scheme.vetoes.iter().zip(&data.vetoes) {
            // What a veto of a group does is done: the unit may still be awarded.
            if column.get(u) != Some(&true) || veto.scope.is_some() {
                continue;
            }
            if let Some(eligible) = out.eligible.get_mut(u) {
                *eligible = false;
            }
            match veto.effect {
                Effect::Zero => zero = true,
                Effect::CapGrade => capped = capped.max(veto.grade.unwrap_or(0)),
                Effect::NoAward => {}
            }
        }
        let before = exact;
        // A veto never raises a total that is below zero already.
        if zero {
            exact = exact.min(0);
        }
        let total = divide(exact, down, scheme.rounding);
        let grade = bounds.iter().position(|least| least.is_none_or(|least| total >= least));
        let worst = worst.of(u).map(|less| {
            let worst = before - i128::from(less) * up;
            if zero { worst.min(0) } else { worst }
        });
        out.worst.push(worst.map(|worst| divide(worst, down, scheme.rounding)));
        out.exact.push(exact);
        out.total.push(total);
        out.grade.push(grade.map(|g| g.max(capped)));
    }
    out
}

/// The rounded total and the grade of an exact total of a unit, whose vetoes may cap the grade.
pub(super) fn graded(scheme: &Inner, data: &Data, u: usize, exact: i128) -> (i128, Option<usize>) {
    let total = divide(exact, ten(scheme.exact_scale - scheme.total_scale), scheme.rounding);
    let bounds = scheme.grades.iter().map(|g| g.least.map(|l| grade_bound(scheme, l)));
    let grade = bounds.into_iter().position(|least| least.is_none_or(|least| total >= least));
    let held = scheme.vetoes.iter().zip(&data.vetoes).filter(|(_, column)| column.get(u) == Some(&true));
    let caps = held.filter(|(veto, _)| veto.scope.is_none() && veto.effect == Effect::CapGrade);
    let capped = caps.map(|(veto, _)| veto.grade.unwrap_or(0)).max().unwrap_or(0);
    (total, grade.map(|grade| grade.max(capped)))
}

/// The least total of a grade as a mantissa at `total_scale`, so that integers compare as the numbers do.
pub(super) fn grade_bound(scheme: &Inner, least: Decimal) -> i128 {
    let scaled = least.mantissa() * ten(scheme.total_scale);
    divide(scaled, ten(least.scale()), Rounding::Ceiling)
}
