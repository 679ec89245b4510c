//! Following a proof of a rank bound: written apart from the search, in big integers, so that an error in one shows in the other.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Signed as _, Zero as _};

use super::bounds::{ExactTies, Side};
use super::exact::ExactTable;
use super::polytope::WeightBox;
use super::search::Node;
use crate::kernel::Ratio;

/// The tree of a bound.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Proof {
    pub tree: Vec<Node>,
}

/// A difference of two units, and whether it is wanted above zero rather than not below it.
struct Line {
    gap: Vec<BigInt>,
    strict: bool,
    /// Over the box.
    least: Ratio,
}

/// The greatest of a linear function over the box, in ratios: by the bounds as they were given.
fn greatest(space: &WeightBox, slopes: &[BigInt]) -> Ratio {
    let slope = |at: usize| slopes.get(at).cloned().unwrap_or_default();
    let mut order: Vec<usize> = (0..space.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(slope(*at)));
    let mut left = Ratio::ONE - space.lower().iter().cloned().sum::<Ratio>();
    let mut sum = Ratio::ZERO;
    for at in order {
        let (Some(low), Some(high)) = (space.lower().get(at), space.upper().get(at)) else { continue };
        let more = left.clone().min(high - low);
        left = left - more.clone();
        sum = sum + (low + &more) * Ratio::from_big(slope(at), 1.into());
    }
    sum
}

fn negated(slopes: &[BigInt]) -> Vec<BigInt> {
    slopes.iter().map(|slope| -slope).collect()
}

/// The rank that the proof shows to be the limit; none where it shows nothing.
pub(super) fn limit(
    proof: &Proof,
    matrix: &ExactTable,
    space: &WeightBox,
    ties: ExactTies,
    side: Side,
    unit: usize,
) -> Option<usize> {
    let mut lines = Vec::new();
    let (mut always, mut never) = (0, 0);
    for (other, row) in matrix.rows().iter().enumerate().filter(|(other, _)| *other != unit) {
        let sign = if side == Side::Best { 1 } else { -1 };
        let gap: Vec<BigInt> =
            matrix.row(unit).iter().zip(row).map(|(own, theirs)| (BigInt::from(*own) - theirs) * sign).collect();
        // For the best rank a tie will do unless it puts the other ahead; for the worst only if it does.
        let strict = (side == Side::Best) == ties.is_ahead(other, unit);
        let (least, most) = (-greatest(space, &negated(&gap)), greatest(space, &gap));
        let positive = |x: &Ratio| !x.is_negative() && !x.is_zero();
        let holds = |x: &Ratio| if strict { positive(x) } else { !x.is_negative() };
        if holds(&least) {
            always += 1;
        } else if holds(&most) {
            lines.push(Line { gap, strict, least });
        } else {
            never += 1;
        }
    }
    let unmet = unmet(&proof.tree, &lines, space)?;
    let most = lines.len().checked_sub(unmet)?;
    Some(match side {
        Side::Best => 1 + never + unmet,
        Side::Worst => 1 + always + most,
    })
}

/// How many lines are missed at least: the least over all leaves of the most that is shown on the way to them. None where
/// multipliers are not allowed or the tree is none.
fn unmet(tree: &[Node], lines: &[Line], space: &WeightBox) -> Option<usize> {
    if lines.is_empty() {
        return Some(0);
    }
    let mut least = usize::MAX;
    let mut todo = vec![(0_usize, 0_usize, vec![None::<bool>; lines.len()])];
    // A node is visited once, so a cycle ends as a fault.
    let mut visits = 0;
    while let Some((place, before, state)) = todo.pop() {
        visits += 1;
        if visits > tree.len() {
            return None;
        }
        let node = tree.get(place)?;
        // The search counts weights in parts, here they are shares of one.
        let scale = Ratio::from_wide(node.multipliers.scale, space.units().into());
        let shown = before.max(leaf(&scale, &node.multipliers.of, &state, lines, space)?);
        let Some(split) = &node.split else {
            least = least.min(shown);
            continue;
        };
        let missed = lines.get(split.wish)?;
        let mut with = state.clone();
        *with.get_mut(split.wish)? = Some(true);
        todo.push((split.met, shown, with));
        let mut without = state;
        let mut is_empty = false;
        let forced = without.iter_mut().zip(lines).filter(|(_, line)| implies(space, line, missed));
        for (slot, _) in forced {
            is_empty |= *slot == Some(true);
            *slot = Some(false);
        }
        // What is met and missed at once happens nowhere.
        if !is_empty {
            todo.push((split.unmet, shown, without));
        }
    }
    Some(least)
}

/// Whether `other` holds wherever `line` does.
fn implies(space: &WeightBox, line: &Line, other: &Line) -> bool {
    let gap: Vec<BigInt> = line.gap.iter().zip(&other.gap).map(|(a, b)| a - b).collect();
    let most = greatest(space, &gap);
    most.is_negative() || (most.is_zero() && (line.strict || !other.strict))
}

fn leaf(
    scale: &Ratio,
    of: &[(usize, i128)],
    state: &[Option<bool>],
    lines: &[Line],
    space: &WeightBox,
) -> Option<usize> {
    if scale.is_negative() || scale.is_zero() {
        return None;
    }
    let missed = state.iter().filter(|s| **s == Some(false)).count();
    let mut sum = vec![BigInt::zero(); space.len()];
    let (mut firm, mut any) = (false, false);
    for (at, multiplier) in of {
        let (line, m) = (lines.get(*at)?, BigInt::from(*multiplier));
        let allowed = match state.get(*at)? {
            Some(true) => {
                firm |= m.is_positive() && line.strict;
                !m.is_negative()
            }
            Some(false) => {
                firm |= m.is_negative() && !line.strict;
                !m.is_positive()
            }
            None => {
                any |= m.is_positive() && line.strict;
                let worst = -(&line.least * &Ratio::from_big(m.clone(), 1.into()));
                !m.is_negative() && worst <= *scale
            }
        };
        if !allowed {
            return None;
        }
        for (slot, gap) in sum.iter_mut().zip(&line.gap) {
            *slot += gap * &m;
        }
    }
    let bound = -greatest(space, &sum);
    if bound.is_negative() {
        return Some(missed);
    }
    let count = bound.checked_div(scale)?;
    let (whole, rest) = count.numerator().div_rem(&count.denominator());
    let more = !rest.is_zero() || firm || (whole.is_zero() && any);
    Some(missed + usize::try_from(whole).ok()? + usize::from(more))
}
