//! Which combinations of tests of one tally can be, and the smallest tally of each.

use std::collections::BTreeMap;

use super::Tally;
use super::test::Test;
use crate::kernel::Status;
use crate::pack::{Base, Comparison, Part};

/// Tallies of up to so many entitled are searched where shares alone decide.
const MOST: u64 = 1_000;
/// Where votes of yes and no are counted apart.
const MOST_SPLIT: u64 = 200;
/// Where a fixed number stands beside shares: what fractions meet, whole numbers may not, so that the search can be in vain.
const MOST_FIXED: u64 = 120;
/// Where both are so.
const MOST_BOTH: u64 = 60;

/// Whether a combination can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Known {
    /// No tally gives it.
    Impossible,
    /// The linear conditions can be met, at least by fractions.
    Perhaps,
}

/// Every combination of answers that a tally of at most `MOST` gives, each with the smallest: fewest entitled, then fewest
/// present, then fewest yes; `free` if those who propose may be more than those entitled, as one number may exceed another.
/// `vectors` are the combinations that are not ruled out beforehand.
pub(super) fn search(tests: &[Test], free: bool, vectors: &[u32]) -> BTreeMap<u32, Tally> {
    let mut found = BTreeMap::new();
    let uses = |base: Base| tests.iter().any(|t| t.base == base);
    let part = |part: Part| tests.iter().any(|t| t.part == part);
    let (voting, split) = (part(Part::Yes) || uses(Base::Present), uses(Base::Valid) || uses(Base::YesAndNo));
    let possible = vectors.iter().filter(|v| feasible(tests, **v, free) == Known::Perhaps).count();
    let most = match (uses(Base::Number), split) {
        (true, true) => MOST_BOTH,
        (true, false) => MOST_FIXED,
        (false, true) => MOST_SPLIT,
        (false, false) => MOST,
    };
    for entitled in 1..=most {
        let proposers = if part(Part::Proposing) {
            breaks(tests, Part::Proposing, entitled, if free { u64::MAX } else { entitled })
        } else {
            vec![0]
        };
        for proposing in proposers {
            let most_present = if voting || part(Part::Present) { entitled } else { 0 };
            for present in 0..=most_present {
                let yeses = match (part(Part::Yes), split) {
                    (false, _) => vec![0],
                    (true, true) => (0..=present).collect(),
                    (true, false) => breaks(tests, Part::Yes, entitled, present),
                };
                for yes in yeses {
                    for (no, abstain) in others(tests, yes, present - yes, split, uses(Base::Valid)) {
                        let tally =
                            Tally { proposing: Some(proposing), ..Tally::vote(entitled, present, yes, no, abstain) };
                        let vector = tests.iter().enumerate().fold(0, |bits, (i, test)| {
                            if test.status(&tally) == Status::Met { bits | 1 << i } else { bits }
                        });
                        found.entry(vector).or_insert(tally);
                    }
                }
            }
        }
        if found.len() >= possible {
            break;
        }
    }
    found
}

/// The numbers of a part at which a test of it changes, and those beside them.
fn breaks(tests: &[Test], part: Part, entitled: u64, most: u64) -> Vec<u64> {
    let mut out = vec![0];
    for test in tests.iter().filter(|t| t.part == part) {
        let base = match test.base {
            Base::Entitled => entitled,
            Base::Number => 1,
            _ => most,
        };
        let at = test.p * base / test.q;
        out.extend([at, at + 1]);
    }
    out.retain(|n| *n <= most);
    out.sort_unstable();
    out.dedup();
    out
}

/// How those present who did not say yes divide into no and abstentions.
fn others(tests: &[Test], yes: u64, rest: u64, split: bool, valid: bool) -> Vec<(u64, u64)> {
    if !split {
        return vec![(rest, 0)];
    }
    // For so many yes, a test of yes and no changes at one number of no; a test of valid votes at one sum.
    let mut sums = vec![0, rest];
    for test in tests.iter().filter(|t| matches!(t.base, Base::Valid | Base::YesAndNo) && t.p > 0) {
        let at = (test.q * yes / test.p).saturating_sub(yes);
        sums.extend([at.saturating_sub(1), at, at + 1]);
    }
    sums.retain(|n| *n <= rest);
    sums.sort_unstable();
    sums.dedup();
    let mut out = Vec::new();
    for no in &sums {
        if valid {
            out.extend(sums.iter().filter(|sum| **sum >= *no).map(|sum| (*no, sum - no)));
        } else {
            out.push((*no, 0));
        }
    }
    out
}

/// A row of a system: `coefficients · x + constant >= 0`, or above zero.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Row {
    coefficients: Vec<i128>,
    constant: i128,
    strict: bool,
}

/// Entitled, present, yes, no, abstain, proposing.
const VARIABLES: usize = 6;

/// Whether fractions meet a combination of answers, by Fourier-Motzkin elimination.
///
/// Conditions on shares alone scale: what fractions meet, whole numbers meet. `Perhaps` also where numbers grow too great.
pub(super) fn feasible(tests: &[Test], vector: u32, free: bool) -> Known {
    let unit = |i: usize| (0..VARIABLES).map(|j| i128::from(i == j)).collect::<Vec<i128>>();
    let minus = |a: Vec<i128>, b: Vec<i128>| a.into_iter().zip(b).map(|(a, b)| a - b).collect::<Vec<i128>>();
    let plus = |a: Vec<i128>, b: Vec<i128>| a.into_iter().zip(b).map(|(a, b)| a + b).collect::<Vec<i128>>();
    let (entitled, present, yes, no, abstain, proposing) = (unit(0), unit(1), unit(2), unit(3), unit(4), unit(5));
    let row = |coefficients: Vec<i128>, strict: bool| Row { coefficients, constant: 0, strict };
    let mut rows: Vec<Row> = (0..VARIABLES).map(|i| row(unit(i), i == 0)).collect();
    rows.push(row(minus(entitled.clone(), present.clone()), false));
    if !free {
        rows.push(row(minus(entitled.clone(), proposing.clone()), false));
    }
    let cast = plus(plus(yes.clone(), no.clone()), abstain.clone());
    rows.push(row(minus(present.clone(), cast.clone()), false));
    let base_of = |base: Base| match base {
        Base::Entitled => Some(entitled.clone()),
        Base::Present => Some(present.clone()),
        Base::Valid => Some(cast.clone()),
        Base::YesAndNo => Some(plus(yes.clone(), no.clone())),
        Base::Number => None,
    };
    // Of a base of nobody no share is reached: each base that can be empty is tried so and not so. Somebody is always entitled.
    let may_be_empty = [Base::Present, Base::Valid, Base::YesAndNo];
    let used: Vec<Base> = may_be_empty.into_iter().filter(|base| tests.iter().any(|t| t.base == *base)).collect();
    let possible = (0..1_u32 << used.len()).any(|pattern| {
        let is_empty = |base: Base| used.iter().position(|b| *b == base).is_some_and(|at| pattern >> at & 1 == 1);
        let mut system = rows.clone();
        for base in &used {
            let Some(base_row) = base_of(*base) else { continue };
            system.push(if is_empty(*base) {
                row(base_row.iter().map(|n| -n).collect(), false)
            } else {
                row(base_row, true)
            });
        }
        for (i, test) in tests.iter().enumerate() {
            let reached = (vector >> i & 1 == 1) != test.negated;
            if is_empty(test.base) {
                if reached {
                    return false;
                }
                continue;
            }
            let part = match test.part {
                Part::Yes => &yes,
                Part::Present => &present,
                Part::Proposing => &proposing,
            };
            let (p, q) = (i128::from(test.p), i128::from(test.q));
            let (times, constant) = match base_of(test.base) {
                Some(base) => (base.iter().map(|n| n * p).collect(), 0),
                None => (vec![0; VARIABLES], -p),
            };
            let over = minus(part.iter().map(|n| n * q).collect(), times);
            let strict = test.comparison == Comparison::MoreThan;
            system.push(if reached {
                Row { coefficients: over, constant, strict }
            } else {
                Row { coefficients: over.iter().map(|n| -n).collect(), constant: -constant, strict: !strict }
            });
        }
        solvable(system)
    });
    if possible { Known::Perhaps } else { Known::Impossible }
}

/// Eliminates one variable after the other; a row without variables that does not hold shows that nothing meets the system.
fn solvable(mut rows: Vec<Row>) -> bool {
    for variable in 0..VARIABLES {
        let of = |row: &Row| row.coefficients.get(variable).copied().unwrap_or(0);
        let (with, mut next): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(|row| of(row) != 0);
        let (above, below): (Vec<Row>, Vec<Row>) = with.into_iter().partition(|row| of(row) > 0);
        for a in &above {
            for b in &below {
                let (x, y) = (-of(b), of(a));
                let sum = |m: i128, n: i128| m.checked_mul(x)?.checked_add(n.checked_mul(y)?);
                let coefficients: Option<Vec<i128>> =
                    a.coefficients.iter().zip(&b.coefficients).map(|(m, n)| sum(*m, *n)).collect();
                let (Some(coefficients), Some(constant)) = (coefficients, sum(a.constant, b.constant)) else {
                    return true;
                };
                next.push(lowest(Row { coefficients, constant, strict: a.strict || b.strict }));
            }
        }
        next.sort();
        next.dedup();
        // Too many to go on: nothing is said.
        if next.len() > 4_000 {
            return true;
        }
        rows = next;
    }
    rows.iter().all(|row| if row.strict { row.constant > 0 } else { row.constant >= 0 })
}

/// The row divided by what all its numbers have in common.
fn lowest(row: Row) -> Row {
    let gcd = |mut a: i128, mut b: i128| {
        while b != 0 {
            (a, b) = (b, a % b);
        }
        a.abs()
    };
    let common = row.coefficients.iter().fold(row.constant.abs(), |g, n| gcd(g, n.abs()));
    if common <= 1 {
        return row;
    }
    let coefficients = row.coefficients.iter().map(|n| n / common).collect();
    Row { coefficients, constant: row.constant / common, strict: row.strict }
}
