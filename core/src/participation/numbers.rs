//! The ways in which bounds of numbers, and shares that numbers have of one another, can come out together.
//!
//! Numbers that are parts of one whole (women and representatives among the members, say) are tried for every size of the whole.
//! Between two different shares lies a fraction of every whole that is greater than one over their distance, and a share itself
//! is one of every multiple of its denominator: so a whole that is both, and beyond every bound, gives what any whole can give.

use std::collections::BTreeMap;

use super::ways::{Bound, Share, Way};
use crate::kernel::{Lang, Status, Text};
use crate::pack::Figure;

/// A whole is tried up to so many at most.
const MOST: u64 = 5_000;
/// The most ways that are kept.
const MOST_WAYS: usize = 4_096;

/// Shares and bounds by the numbers that they have in common.
pub(super) fn components<'r>(shares: &[Share], ranges: &[Bound<'r>]) -> Vec<(Vec<Share>, Vec<Bound<'r>>)> {
    let mut groups: Vec<Vec<Figure>> = Vec::new();
    let pairs = shares.iter().map(|(_, _, part, base)| vec![*part, *base]);
    for mut figures in pairs.chain(ranges.iter().map(|(_, _, figure)| vec![*figure])) {
        // What was apart is one where a share touches both.
        groups.retain(|group| {
            let touches = group.iter().any(|figure| figures.contains(figure));
            if touches {
                figures.extend(group);
            }
            !touches
        });
        groups.push(figures);
    }
    let of = |group: &Vec<Figure>| {
        let shares = shares.iter().filter(|(_, _, part, _)| group.contains(part)).copied();
        let ranges = ranges.iter().filter(|(_, _, figure)| group.contains(figure)).copied();
        (shares.collect(), ranges.collect())
    };
    groups.iter().map(of).collect()
}

/// Every way with its smallest numbers, and whether these are all; none where numbers hang together otherwise than as parts of
/// one whole.
pub(super) fn ways(shares: &[Share], ranges: &[Bound<'_>]) -> Option<(Vec<Way>, bool)> {
    let base = shares.first().map(|(_, _, _, base)| *base).or_else(|| ranges.first().map(|(_, _, figure)| *figure))?;
    if shares.iter().any(|(_, _, part, other)| *other != base || *part == base) {
        return None;
    }
    let mut parts: Vec<Figure> = Vec::new();
    for part in shares.iter().map(|(_, _, part, _)| *part) {
        if !parts.contains(&part) {
            parts.push(part);
        }
    }
    let (most, exact) = limit(base, shares, ranges);
    let mut found: BTreeMap<u64, (u64, Vec<u64>)> = BTreeMap::new();
    // Of nobody there are no shares; a bound alone may be of nobody.
    for whole in u64::from(!shares.is_empty())..=most {
        let mut combinations: Vec<(u64, Vec<u64>)> = vec![(bounds(base, whole, ranges), Vec::new())];
        for part in &parts {
            let ways = part_ways(*part, base, whole, shares, ranges);
            combinations = combinations
                .iter()
                .flat_map(|(bits, numbers)| {
                    ways.iter().map(move |(more, n)| (bits | more, numbers.iter().copied().chain([*n]).collect()))
                })
                .collect();
            if combinations.len() > MOST_WAYS {
                return None;
            }
        }
        for (bits, numbers) in combinations {
            found.entry(bits).or_insert((whole, numbers));
        }
    }
    let ways = found.into_iter().map(|(bits, (whole, numbers))| {
        let counted: Vec<(Figure, u64)> = parts.iter().copied().zip(numbers).collect();
        Way::of(bits, whole, words(base, whole, &counted))
    });
    Some((ways.collect(), exact))
}

/// The leaves that bound a number and hold of it.
fn bounds(figure: Figure, n: u64, ranges: &[Bound<'_>]) -> u64 {
    let held = ranges.iter().filter(|(_, range, of)| *of == figure && range.contains(n));
    held.fold(0, |bits, (i, ..)| bits | 1 << i)
}

/// The ways in which one part of a whole can come out, each with its least number.
fn part_ways(part: Figure, base: Figure, whole: u64, shares: &[Share], ranges: &[Bound<'_>]) -> BTreeMap<u64, u64> {
    let mut tries: Vec<u64> = vec![0];
    let own = || shares.iter().filter(|(_, _, of, _)| *of == part);
    for (_, test, ..) in own() {
        let at = test.p.saturating_mul(whole) / test.q.max(1);
        tries.extend([at, at.saturating_add(1)]);
    }
    for (_, range, _) in ranges.iter().filter(|(_, _, of)| *of == part) {
        tries.extend(range.least());
        tries.extend(range.most().map(|most| most.saturating_add(1)));
    }
    if WHOLES.contains(&(part, base)) {
        tries.retain(|n| *n <= whole);
    }
    tries.sort_unstable();
    let mut out = BTreeMap::new();
    for n in tries {
        let held = own().filter(|(_, test, ..)| test.status_of(n, whole) == Status::Met);
        let bits = held.fold(bounds(part, n, ranges), |bits, (i, ..)| bits | 1 << i);
        out.entry(bits).or_insert(n);
    }
    out
}

/// Numbers that are never more than another.
pub(super) const WHOLES: [(Figure, Figure); 3] = [
    (Figure::Women, Figure::Members),
    (Figure::Representatives, Figure::Members),
    (Figure::DeliveredArea, Figure::TotalArea),
];

/// Up to which whole to try, and whether that gives all there is.
fn limit(base: Figure, shares: &[Share], ranges: &[Bound<'_>]) -> (u64, bool) {
    let gcd = |mut a: u64, mut b: u64| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a.max(1)
    };
    let fractions = || shares.iter().map(|(_, test, ..)| (test.p, test.q)).chain([(0, 1), (1, 1)]);
    let common = fractions().fold(1_u64, |l, (_, q)| (l / gcd(l, q)).saturating_mul(q));
    let finest = fractions().map(|(_, q)| q).max().unwrap_or(1);
    // One over the least distance of two shares, rounded up.
    let near = |(p, q): (u64, u64), (r, s): (u64, u64)| {
        let apart = p.saturating_mul(s).abs_diff(r.saturating_mul(q));
        if apart == 0 { 1 } else { q.saturating_mul(s).div_ceil(apart) }
    };
    let narrow = fractions().flat_map(|a| fractions().map(move |b| near(a, b))).max().unwrap_or(1);
    let beyond = narrow.saturating_add(common);
    let ends = |of_base: bool| {
        let own = ranges.iter().filter(move |(_, _, of)| (*of == base) == of_base);
        own.flat_map(|(_, range, _)| [range.least(), range.most()]).flatten().max()
    };
    let (whole, part) = (ends(true).unwrap_or(0), ends(false));
    // A bound of a part is no share of the whole: beyond the whole of which it is the least share there is nothing new.
    let reach = part.map_or(0, |n| n.saturating_add(1).saturating_mul(finest));
    let wanted = whole.saturating_add(1).saturating_add(beyond).saturating_add(reach);
    (wanted.min(MOST), wanted <= MOST && part.is_none())
}

fn words(base: Figure, whole: u64, parts: &[(Figure, u64)]) -> Text {
    let name = |figure: Figure, lang| figure.label().get(lang).to_owned();
    let (zh_base, en_base) = (name(base, Lang::Zh), name(base, Lang::En));
    if parts.is_empty() {
        return Text::new(format!("{zh_base}{whole}"), format!("with {whole} {en_base}"));
    }
    let zh: Vec<String> = parts.iter().map(|(figure, n)| format!("{n}{}", name(*figure, Lang::Zh))).collect();
    let en: Vec<String> = parts.iter().map(|(figure, n)| format!("{n} {}", name(*figure, Lang::En))).collect();
    Text::new(format!("{whole}{zh_base}中{}", zh.join("、")), format!("with {} of {whole} {en_base}", en.join(" and ")))
}
