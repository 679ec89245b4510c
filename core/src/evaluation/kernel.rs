//! The hot path: shares and scores in integers, a column at a time.
//!
//! A cell is an `i64` mantissa at its column's scale. A share is a fraction of two integers; where one would not fit
//! 128 bits, the cell is scored by the rule's exact [`Ratio`](crate::kernel::Ratio) instead, so nothing overflows.

use super::cells::Shared;
use super::rule::{Rule, ballot};
use crate::kernel::{Decimal, Rounding};

/// The mantissa that stands for a missing value.
pub(super) const MISSING: i64 = i64::MIN;

/// The columns of a class of voters: excellent, competent, basic, incompetent, abstain.
pub(super) const CHOICES: usize = 5;

/// Their endings.
pub(super) const ENDINGS: [&str; CHOICES] = ["excellent", "competent", "basic", "incompetent", "abstain"];

/// The share of an indicator's points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Share {
    /// The value is missing.
    Missing,
    /// Numerator and denominator.
    Of(i128, i128),
    /// Too wide for two integers of 128 bits.
    Wide,
}

impl Share {
    const NONE: Self = Self::Of(0, 1);
    const ALL: Self = Self::Of(1, 1);
}

/// A rule with its parameters as integers.
#[derive(Debug, Clone)]
pub(super) enum Kernel {
    Linear {
        up: i128,
        target: i128,
        cap: (i128, i128),
    },
    LinearDown {
        up: i128,
        worst: i128,
        span: i128,
    },
    Met {
        up: i128,
        target: i128,
    },
    MetDown {
        up: i128,
        target: i128,
    },
    Tiers {
        up: i128,
        tiers: Vec<(i128, i128)>,
        unit: i128,
    },
    TiersDown {
        up: i128,
        tiers: Vec<(i128, i128)>,
        unit: i128,
    },
    Piecewise {
        up: i128,
        knots: Vec<(i128, i128)>,
        unit: i128,
    },
    Deduct {
        points: i128,
        floor: i128,
        each: Vec<i128>,
    },
    Rate {
        up: i128,
        target: i128,
    },
    Ballots {
        weights: Vec<i128>,
    },
    /// Weight, and the target as a mantissa over a power of ten, of each part; the sum of the weights.
    ThreeRates {
        parts: Vec<(i128, i128, i128)>,
        sum: i128,
    },
    /// Changes as mantissas over `unit`.
    Progress {
        target: i128,
        worst: i128,
        unit: i128,
    },
}

const fn ten(scale: u8) -> i128 {
    10_i128.pow(scale as u32)
}

/// The mantissas of numbers at their largest scale (at least `least`), and that scale.
fn align(least: u8, numbers: &[Decimal]) -> (Vec<i128>, u8) {
    let scale = numbers.iter().map(|d| d.scale()).max().unwrap_or(0).max(least);
    (numbers.iter().map(|d| d.mantissa() * ten(scale - d.scale())).collect(), scale)
}

/// Pairs of a value and a share as integers: what brings a cell to the values' scale, the pairs, and the shares' unit.
fn pairs(scale: u8, list: impl Iterator<Item = (Decimal, Decimal)>) -> (i128, Vec<(i128, i128)>, i128) {
    let (values, shares): (Vec<Decimal>, Vec<Decimal>) = list.unzip();
    let (values, common) = align(scale, &values);
    let (shares, share_scale) = align(0, &shares);
    (ten(common - scale), values.into_iter().zip(shares).collect(), ten(share_scale))
}

impl Kernel {
    /// Compiles a rule for a column of a scale. The rule's numbers were checked: below 10^9, at most 9 decimals.
    pub fn new(rule: &Rule, scale: u8) -> Self {
        // The parameters and the cells at one scale; `up` brings a cell there.
        let at = |numbers: &[Decimal]| {
            let (numbers, common) = align(scale, numbers);
            (numbers, ten(common - scale))
        };
        let pick = |numbers: &[i128], i: usize| numbers.get(i).copied().unwrap_or_default();
        match rule {
            Rule::Linear { target, cap } => {
                let (n, up) = at(&[*target]);
                Self::Linear { up, target: pick(&n, 0), cap: (cap.mantissa(), ten(cap.scale())) }
            }
            Rule::LinearDown { target, worst } => {
                let (n, up) = at(&[*target, *worst]);
                Self::LinearDown { up, worst: pick(&n, 1), span: pick(&n, 1) - pick(&n, 0) }
            }
            Rule::Met { target } => {
                let (n, up) = at(&[*target]);
                Self::Met { up, target: pick(&n, 0) }
            }
            Rule::MetDown { target } => {
                let (n, up) = at(&[*target]);
                Self::MetDown { up, target: pick(&n, 0) }
            }
            Rule::Tiers(tiers) => {
                let (up, tiers, unit) = pairs(scale, tiers.iter().map(|t| (t.least, t.share)));
                Self::Tiers { up, tiers, unit }
            }
            Rule::TiersDown(tiers) => {
                let (up, tiers, unit) = pairs(scale, tiers.iter().map(|t| (t.most, t.share)));
                Self::TiersDown { up, tiers, unit }
            }
            Rule::Piecewise(knots) => {
                let (up, knots, unit) = pairs(scale, knots.iter().map(|k| (k.value, k.share)));
                Self::Piecewise { up, knots, unit }
            }
            Rule::Deduct { points, events, floor } => {
                let numbers: Vec<Decimal> =
                    [*points, *floor].into_iter().chain(events.iter().map(|e| e.each)).collect();
                let (n, _) = align(0, &numbers);
                Self::Deduct { points: pick(&n, 0), floor: pick(&n, 1), each: n.into_iter().skip(2).collect() }
            }
            Rule::Rate { target } => Self::Rate { up: ten(target.scale()), target: target.mantissa() },
            Rule::Ballots(classes) => {
                Self::Ballots { weights: align(0, &classes.iter().map(|c| c.weight).collect::<Vec<_>>()).0 }
            }
            Rule::ThreeRates(parts) => {
                let (weights, _) = align(0, &parts.iter().map(|p| p.weight).collect::<Vec<_>>());
                let targets = parts.iter().map(|p| (ten(p.target.scale()), p.target.mantissa()));
                let sum = weights.iter().sum();
                Self::ThreeRates { parts: weights.into_iter().zip(targets).map(|(w, (u, t))| (w, u, t)).collect(), sum }
            }
            Rule::Progress { target, worst } => {
                let (n, common) = align(0, &[*target, *worst]);
                Self::Progress { target: pick(&n, 0), worst: pick(&n, 1), unit: ten(common) }
            }
        }
    }

    /// Which units have no value; empty where all have one.
    pub fn missing(&self, columns: &[Shared<i64>], units: usize) -> Vec<bool> {
        // A class without votes has zeros; a rate is missing where its denominator is, and a change without a last value.
        let (skip, step, zero) = match self {
            Self::Ballots { .. } => return silent(columns, units),
            Self::Rate { .. } | Self::ThreeRates { .. } => (1, 2, true),
            Self::Progress { .. } => (0, 1, true),
            _ => (0, 1, false),
        };
        let progress = matches!(self, Self::Progress { .. });
        let mut mask = Vec::new();
        for (i, column) in columns.iter().enumerate().skip(skip).step_by(step) {
            // The value itself may be zero.
            let zero = zero && !(progress && i == 0);
            let void = |n: i64| n == MISSING || (zero && n == 0);
            if !column.iter().any(|&n| void(n)) {
                continue;
            }
            mask.resize(units, false);
            for (missing, &n) in mask.iter_mut().zip(column.iter()) {
                *missing |= void(n);
            }
        }
        mask
    }

    /// The share of each unit, handed to `emit` in order; `columns` are this rule's own, one cell a unit.
    pub fn each(&self, columns: &[Shared<i64>], units: usize, mut emit: impl FnMut(usize, Share)) {
        let first = columns.first().map_or(&[][..], |column| column.as_slice());
        match self {
            // Each product is below 10^28 by 10^9 (cap), see `check`.
            Self::Linear { up, target, cap: (cap_n, cap_d) } => single(first, &mut emit, |v| match v * up {
                v if v <= 0 => Share::NONE,
                v if v * cap_d >= cap_n * target => Share::Of(*cap_n, *cap_d),
                v => Share::Of(v, *target),
            }),
            Self::LinearDown { up, worst, span } => single(first, &mut emit, |v| match worst - v * up {
                n if n <= 0 => Share::NONE,
                n if n >= *span => Share::ALL,
                n => Share::Of(n, *span),
            }),
            Self::Met { up, target } => {
                single(first, &mut emit, |v| if v * up >= *target { Share::ALL } else { Share::NONE });
            }
            Self::MetDown { up, target } => {
                single(first, &mut emit, |v| if v * up <= *target { Share::ALL } else { Share::NONE });
            }
            Self::TiersDown { up, tiers, unit } => single(first, &mut emit, |v| {
                let reached = tiers.iter().find(|(most, _)| v * up <= *most);
                reached.map_or(Share::NONE, |(_, share)| Share::Of(*share, *unit))
            }),
            Self::Piecewise { up, knots, unit } => single(first, &mut emit, |v| piecewise(v * up, knots, *unit)),
            Self::Tiers { up, tiers, unit } => single(first, &mut emit, |v| {
                let reached = tiers.iter().find(|(least, _)| v * up >= *least);
                reached.map_or(Share::NONE, |(_, share)| Share::Of(*share, *unit))
            }),
            Self::Deduct { points, floor, each } => {
                for u in 0..units {
                    let mut left = Some(*points);
                    for (column, each) in columns.iter().zip(each) {
                        let n = column.get(u).copied().unwrap_or(MISSING);
                        left = left.filter(|_| n != MISSING).map(|l| l - i128::from(n) * each);
                    }
                    emit(u, left.map_or(Share::Missing, |l| Share::Of(l.max(*floor), *points)));
                }
            }
            Self::Rate { up, target } => {
                let second = columns.get(1).map_or(&[][..], |column| column.as_slice());
                for (u, (&n, &d)) in first.iter().zip(second).enumerate() {
                    emit(u, rate(n, d, *up, *target));
                }
            }
            Self::Ballots { weights } => {
                for u in 0..units {
                    emit(u, ballots(columns, weights, u));
                }
            }
            Self::ThreeRates { parts, sum } => {
                for u in 0..units {
                    emit(u, rates(columns, parts, *sum, u));
                }
            }
            Self::Progress { target, worst, unit } => {
                let second = columns.get(1).map_or(&[][..], |column| column.as_slice());
                for (u, (&v, &last)) in first.iter().zip(second).enumerate() {
                    emit(u, progress(v, last, *target, *worst, *unit));
                }
            }
        }
    }
}

/// The units for which no class voted; empty where there is none.
fn silent(columns: &[Shared<i64>], units: usize) -> Vec<bool> {
    let mut mask = vec![true; units];
    for class in columns.chunks(CHOICES) {
        for column in class.iter().take(CHOICES - 1) {
            for (silent, &n) in mask.iter_mut().zip(column.iter()) {
                *silent &= n == 0;
            }
        }
    }
    if mask.contains(&true) { mask } else { Vec::new() }
}

fn single(column: &[i64], emit: &mut impl FnMut(usize, Share), share: impl Fn(i128) -> Share) {
    for (u, &v) in column.iter().enumerate() {
        emit(u, if v == MISSING { Share::Missing } else { share(v.into()) });
    }
}

fn rate(n: i64, d: i64, up: i128, target: i128) -> Share {
    if n == MISSING || d == MISSING || d == 0 {
        return Share::Missing;
    }
    let (n, d) = (i128::from(n) * up, i128::from(d) * target);
    if n >= d { Share::ALL } else { Share::Of(n, d) }
}

fn ballots(columns: &[Shared<i64>], weights: &[i128], u: usize) -> Share {
    let (mut n, mut d, mut sum) = (0_i128, 1_i128, 0_i128);
    for (class, weight) in columns.chunks(CHOICES).zip(weights) {
        let mut votes = [0; CHOICES];
        for (vote, column) in votes.iter_mut().zip(class) {
            *vote = column.get(u).copied().unwrap_or(0);
        }
        let (points, voters) = ballot(&votes);
        if voters == 0 {
            continue;
        }
        // n/d + weight * points / (5 * voters)
        let wider = |n: i128, d: i128| {
            let five = voters * 5;
            let n = n.checked_mul(five)?.checked_add(d.checked_mul(points)?.checked_mul(*weight)?)?;
            Some((n, d.checked_mul(five)?))
        };
        match wider(n, d) {
            Some(wide) => (n, d) = wide,
            None => return Share::Wide,
        }
        sum += weight;
    }
    match d.checked_mul(sum) {
        _ if sum == 0 => Share::Missing,
        Some(d) => Share::Of(n, d),
        None => Share::Wide,
    }
}

/// The line through points, which rise in value: products of numbers below 10^18 (values) and 10^9 (shares).
fn piecewise(v: i128, knots: &[(i128, i128)], unit: i128) -> Share {
    let mut before: Option<(i128, i128)> = None;
    for &(value, share) in knots {
        if v <= value {
            return match before {
                Some((x, s)) => {
                    let span = value - x;
                    Share::Of(s * span + (share - s) * (v - x), span * unit)
                }
                None => Share::Of(share, unit),
            };
        }
        before = Some((value, share));
    }
    before.map_or(Share::NONE, |(_, share)| Share::Of(share, unit))
}

fn rates(columns: &[Shared<i64>], parts: &[(i128, i128, i128)], weights: i128, u: usize) -> Share {
    let (mut n, mut d) = (0_i128, 1_i128);
    for (counts, (weight, up, target)) in columns.chunks(2).zip(parts) {
        let cell = |i: usize| counts.get(i).and_then(|c| c.get(u)).copied().unwrap_or(MISSING);
        let (over, under) = match rate(cell(0), cell(1), *up, *target) {
            Share::Of(over, under) => (over, under),
            other => return other,
        };
        let wider = |n: i128, d: i128| {
            let n = n.checked_mul(under)?.checked_add(d.checked_mul(over)?.checked_mul(*weight)?)?;
            Some((n, d.checked_mul(under)?))
        };
        match wider(n, d) {
            Some(wide) => (n, d) = wide,
            None => return Share::Wide,
        }
    }
    d.checked_mul(weights).map_or(Share::Wide, |d| Share::Of(n, d))
}

/// The change since last period on its line: below 10^37, as a cell is below 10^19 and a change below 10^18.
fn progress(v: i64, last: i64, target: i128, worst: i128, unit: i128) -> Share {
    if v == MISSING || last == MISSING || last == 0 {
        return Share::Missing;
    }
    let (v, last) = (i128::from(v), i128::from(last));
    let (n, d) = ((v - last) * unit - worst * last.abs(), last.abs() * (target - worst));
    let (n, d) = if d < 0 { (-n, -d) } else { (n, d) };
    match n {
        n if n <= 0 => Share::NONE,
        n if n >= d => Share::ALL,
        n => Share::Of(n, d),
    }
}

/// `n / d` of `points.0 / points.1`, rounded to an integer; none where a product leaves 128 bits.
pub(super) fn score(n: i128, d: i128, points: (i64, i64), rounding: Rounding) -> Option<i64> {
    let (over, under) = match (i64::try_from(n), i64::try_from(d)) {
        // Products of two words fit two words.
        (Ok(n), Ok(d)) => (i128::from(n) * i128::from(points.0), i128::from(d) * i128::from(points.1)),
        _ => (n.checked_mul(points.0.into())?, d.checked_mul(points.1.into())?),
    };
    i64::try_from(divide(over, under, rounding)).ok()
}

/// `n / d` to an integer, `d` above zero.
pub(super) fn divide(n: i128, d: i128, rounding: Rounding) -> i128 {
    let (floor, rest) = match (i64::try_from(n), i64::try_from(d)) {
        (Ok(n), Ok(d)) if d > 0 => (n.div_euclid(d).into(), n.rem_euclid(d).into()),
        _ => (n.div_euclid(d), n.rem_euclid(d)),
    };
    // `rest < d`, so twice the rest against d is the rest against what is left to d.
    let half = rest.cmp(&(d - rest));
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::Ceiling => rest > 0,
        Rounding::Truncate => rest > 0 && n < 0,
        Rounding::HalfUp => half.is_gt() || (half.is_eq() && n >= 0),
        Rounding::HalfEven => half.is_gt() || (half.is_eq() && floor % 2 != 0),
    };
    floor + i128::from(up)
}
