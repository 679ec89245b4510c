//! Apportionment: whole seats by exact weights within bounds, ties told and never broken in silence.
//!
//! The methods and their names are those of M. L. Balinski and H. P. Young, *Fair Representation*, 2nd ed., Brookings 2001.
//! Bounds follow their chapter on minimum and maximum requirements: a claim gets the seats that the method would give it
//! at the common divisor, moved up to its lower or down to its upper bound. No float is involved: priorities are ratios,
//! and those of Huntington and Hill are compared by their squares.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use num_traits::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::error::faults;
use super::{Digest, Error, Faults, Ratio, Result};

faults! {
    /// Faults of an apportionment.
    pub enum ApportionError: Value {
        /// A weight below zero.
        NegativeWeight { got: String } => "weight-negative", "the weight `{got}` is below zero", "write zero or more";
        /// A lower bound above the upper one.
        BoundsReversed { least: u32, most: u32 } => "bounds-reversed", "the lower bound {least} is above the upper bound {most}", "swap them, or leave one out";
        /// Lower bounds that ask for more than there is.
        SeatsBelowBounds { seats: u32, least: u64 } => "seats-below-bounds", "there are {seats} seats, but the lower bounds add up to {least}", "give at least {least} seats, or lower a bound";
        /// Upper bounds that leave seats over.
        SeatsAboveBounds { seats: u32, most: u64 } => "seats-above-bounds", "there are {seats} seats, but the upper bounds add up to {most}", "give at most {most} seats, or raise a bound";
        /// Seats left when every claim with a weight has reached its upper bound.
        SeatsWithoutWeight { seats: u32 } => "seats-without-weight", "{seats} seats are left for claims whose weight is zero", "give a claim a weight, raise an upper bound, or take fewer seats";
        /// More seats than are counted one by one.
        TooManySeats { seats: u32, limit: u32 } => "too-many-seats", "there are {seats} seats, the limit is {limit}", "count in larger units";
    }
}

/// The most seats of one apportionment.
pub const MOST_SEATS: u32 = 1_000_000;

/// How seats follow from weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ApportionMethod {
    /// Whole quotas first, then the largest remainders (最大余数法; Hamilton, Hare, Niemeyer).
    LargestRemainder,
    /// The divisors 1, 2, 3 ... (洪德法; Jefferson, D'Hondt).
    Jefferson,
    /// The divisors 1, 3, 5 ... (圣拉居法; Webster, Sainte-Laguë).
    Webster,
    /// The geometric means of neighbours, which begin with zero (亨廷顿-希尔法; Huntington, Hill).
    HuntingtonHill,
    /// The divisors 0, 1, 2 ... (亚当斯法; Adams).
    Adams,
}

/// What stands behind a seat: the higher, the sooner it is given.
///
/// Adams' and Hill's first seats have a divisor of zero, so they come before all others; among these the larger weight
/// comes first. Hill's priorities are squared; those of the largest remainder are the remainders.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SeatPriority {
    /// Whether it comes before all that are not.
    pub before_all: bool,
    /// The quotient, or the weight where the divisor is zero.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub value: Ratio,
}

impl ApportionMethod {
    /// The priority of the seat after `seats` by a method of divisors; none by the largest remainder.
    pub fn priority(self, weight: &Ratio, seats: u32) -> Option<SeatPriority> {
        let seats = i64::from(seats);
        let (weight, divisor) = match self {
            Self::LargestRemainder => return None,
            Self::Jefferson => (weight.clone(), seats + 1),
            Self::Webster => (weight.clone(), 2 * seats + 1),
            Self::HuntingtonHill if seats > 0 => (weight * weight, seats * (seats + 1)),
            Self::HuntingtonHill | Self::Adams => (weight.clone(), seats),
        };
        // Nothing stands behind a seat of a claim without weight, the first one included.
        let before_all = divisor == 0 && !weight.is_zero();
        let value = weight.checked_div(&Ratio::from(divisor)).unwrap_or(weight);
        Some(SeatPriority { before_all, value })
    }
}

/// One who gets seats: a weight and bounds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The weight, zero or more.
    pub weight: Ratio,
    /// The least number of seats.
    pub least: u32,
    /// The greatest number of seats.
    pub most: Option<u32>,
}

/// Seats that equal priorities leave open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeatTie {
    /// The claims, by position, each of which may get one of the seats.
    pub claims: Vec<usize>,
    /// How many of them get one: fewer than there are claims.
    pub seats: u32,
    /// The priority that they share.
    pub priority: SeatPriority,
}

/// Seats by claim, and what a tie leaves open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apportionment {
    /// The seats that each claim gets for certain, by position.
    pub seats: Vec<u32>,
    /// The seats that a tie leaves open; none where there is no tie.
    pub tie: Option<SeatTie>,
    /// The exact share of each claim in the seats, without bounds.
    pub quotas: Vec<Ratio>,
    /// The exact share within the bounds: every claim's weight times one factor, moved to its bound where it passes it.
    pub bounded: Vec<Ratio>,
    /// The lowest priority that got a seat for certain or in the tie.
    pub last: Option<SeatPriority>,
    /// The highest priority that got none.
    pub next: Option<SeatPriority>,
}

impl Apportionment {
    /// The seats, the tied ones given to those who come first in an order of all claims.
    pub fn resolved<K: Ord>(&self, order: impl Fn(usize) -> K) -> Vec<u32> {
        let mut out = self.seats.clone();
        if let Some(tie) = &self.tie {
            let mut claims = tie.claims.clone();
            claims.sort_by_key(|claim| order(*claim));
            for claim in claims.into_iter().take(tie.seats as usize) {
                out.get_mut(claim).into_iter().for_each(|seats| *seats += 1);
            }
        }
        out
    }
}

/// The place of a key in a lot (抽签): the key with the least digest comes first.
///
/// The digest is the SHA-256 of `shequ.lot/1`, a zero byte, the seed as eight bytes with the greatest first, and the key; so
/// whoever knows the seed can draw again, and the order in which keys are written does not matter.
pub fn lot(seed: u64, key: &str) -> Digest {
    let mut bytes = b"shequ.lot/1\0".to_vec();
    bytes.extend(seed.to_be_bytes());
    bytes.extend(key.as_bytes());
    Digest::of_bytes(&bytes)
}

/// Gives seats to claims by a method, within their bounds.
///
/// # Errors
/// `weight-negative`, `bounds-reversed` with the position of the claim; `seats-below-bounds`, `seats-above-bounds`,
/// `seats-without-weight`, `too-many-seats`.
///
/// ```
/// use shequ::kernel::{ApportionMethod, Claim, apportion};
/// // Balinski and Young: 26 seats for five states, on which the methods differ.
/// let claims = [9061, 7179, 5259, 3319, 1182].map(|n: i64| Claim { weight: n.into(), least: 0, most: None });
/// let seats = |method| apportion(method, 26, &claims).map(|a| a.seats);
/// assert_eq!(seats(ApportionMethod::LargestRemainder)?, [9, 7, 5, 4, 1]);
/// assert_eq!(seats(ApportionMethod::Jefferson)?, [10, 7, 5, 3, 1]);
/// assert_eq!(seats(ApportionMethod::Webster)?, [9, 8, 5, 3, 1]);
/// assert_eq!(seats(ApportionMethod::HuntingtonHill)?, [9, 7, 6, 3, 1]);
/// assert_eq!(seats(ApportionMethod::Adams)?, [9, 7, 5, 3, 2]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn apportion(method: ApportionMethod, seats: u32, claims: &[Claim]) -> Result<Apportionment> {
    check(seats, claims)?;
    let total: Ratio = claims.iter().map(|c| c.weight.clone()).sum();
    let one = Ratio::from(seats).checked_div(&total).unwrap_or(Ratio::ZERO);
    let quotas = claims.iter().map(|c| &c.weight * &one).collect();
    let bounded = within(seats, claims)?;
    let cut = match method {
        ApportionMethod::LargestRemainder => by_remainders(seats, &bounded),
        _ => by_divisors(method, seats, claims),
    };
    Ok(Apportionment { seats: cut.seats, tie: cut.tie, quotas, bounded, last: cut.last, next: cut.next })
}

fn check(seats: u32, claims: &[Claim]) -> Result<()> {
    let mut faults = Faults::new();
    if seats > MOST_SEATS {
        return Err(ApportionError::TooManySeats { seats, limit: MOST_SEATS }.into());
    }
    for (i, claim) in claims.iter().enumerate() {
        if claim.weight.is_negative() {
            faults.push(format!("[{i}]"), ApportionError::NegativeWeight { got: claim.weight.to_string() });
        }
        if let Some(most) = claim.most.filter(|most| *most < claim.least) {
            faults.push(format!("[{i}]"), ApportionError::BoundsReversed { least: claim.least, most });
        }
    }
    faults.into_result()?;
    let least: u64 = claims.iter().map(|c| u64::from(c.least)).sum();
    if least > seats.into() {
        return Err(ApportionError::SeatsBelowBounds { seats, least }.into());
    }
    let most: Option<u64> = claims.iter().map(|c| c.most.map(u64::from)).sum();
    match most {
        Some(most) if most < seats.into() => Err(ApportionError::SeatsAboveBounds { seats, most }.into()),
        _ => Ok(()),
    }
}

/// The factor by which every weight becomes a share, each share moved to its bound, so that the shares add up to the seats.
fn within(seats: u32, claims: &[Claim]) -> Result<Vec<Ratio>> {
    // The sum of the shares grows with the factor along straight pieces; a claim joins and leaves them at its bounds.
    let mut turns: Vec<(Ratio, Ratio)> = Vec::new();
    for claim in claims {
        let at = |bound: u32| Ratio::from(bound).checked_div(&claim.weight);
        turns.extend(at(claim.least).map(|factor| (factor, claim.weight.clone())));
        turns.extend(claim.most.and_then(at).map(|factor| (factor, -&claim.weight)));
    }
    turns.sort_by(|a, b| a.0.cmp(&b.0));
    let goal = Ratio::from(seats);
    let mut sum: Ratio = claims.iter().map(|c| Ratio::from(c.least)).sum();
    let (mut factor, mut slope) = (Ratio::ZERO, Ratio::ZERO);
    for (turn, change) in turns {
        let there = &sum + &(&slope * &(&turn - &factor));
        if there >= goal {
            break;
        }
        (sum, factor, slope) = (there, turn, slope + change);
    }
    let missing = &goal - &sum;
    match missing.checked_div(&slope) {
        Some(further) => factor = factor + further,
        None if missing.is_zero() => {}
        None => {
            let left = missing.ceil().to_u32().unwrap_or(u32::MAX);
            return Err(Error::from(ApportionError::SeatsWithoutWeight { seats: left }));
        }
    }
    let share = |claim: &Claim| {
        let share = &claim.weight * &factor;
        let most = claim.most.map(Ratio::from);
        let share = most.filter(|most| *most < share).unwrap_or(share);
        share.max(Ratio::from(claim.least))
    };
    Ok(claims.iter().map(share).collect())
}

struct Cut {
    seats: Vec<u32>,
    tie: Option<SeatTie>,
    last: Option<SeatPriority>,
    next: Option<SeatPriority>,
}

fn by_remainders(seats: u32, shares: &[Ratio]) -> Cut {
    let whole = |share: &Ratio| share.floor().to_u32().unwrap_or(0);
    let mut out: Vec<u32> = shares.iter().map(whole).collect();
    let left = seats.saturating_sub(out.iter().sum()) as usize;
    let rest = |(i, share): (usize, &Ratio)| {
        let value = share - &Ratio::from(whole(share));
        (!value.is_zero()).then_some((SeatPriority { before_all: false, value }, Reverse(i)))
    };
    let mut rests: Vec<_> = shares.iter().enumerate().filter_map(rest).collect();
    rests.sort_unstable_by(|a, b| b.cmp(a));
    let last = left.checked_sub(1).and_then(|i| rests.get(i)).map(|(p, _)| p.clone());
    let next = rests.get(left).map(|(p, _)| p.clone());
    let tied = last.is_some() && last == next;
    let (mut claims, mut open) = (Vec::new(), 0);
    for (place, (priority, Reverse(claim))) in rests.iter().enumerate() {
        if tied && Some(priority) == last.as_ref() {
            claims.push(*claim);
            open += u32::from(place < left);
        } else if place < left {
            out.get_mut(*claim).into_iter().for_each(|seats| *seats += 1);
        }
    }
    let tie = last.clone().filter(|_| tied).map(|priority| SeatTie { claims, seats: open, priority });
    Cut { seats: out, tie, last, next }
}

fn by_divisors(method: ApportionMethod, seats: u32, claims: &[Claim]) -> Cut {
    let mut out: Vec<u32> = claims.iter().map(|c| c.least).collect();
    let left = seats.saturating_sub(out.iter().sum());
    let mut open: BinaryHeap<(SeatPriority, Reverse<usize>)> = BinaryHeap::new();
    let ask = |i: usize, have: u32| {
        let claim = claims.get(i).filter(|c| c.most.is_none_or(|most| have < most) && !c.weight.is_zero())?;
        Some((method.priority(&claim.weight, have)?, Reverse(i)))
    };
    open.extend(out.iter().enumerate().filter_map(|(i, have)| ask(i, *have)));
    // Those who got a seat at the present priority: a tie at the end takes these back.
    let (mut last, mut level): (Option<SeatPriority>, Vec<usize>) = (None, Vec::new());
    for _ in 0..left {
        let Some((priority, Reverse(i))) = open.pop() else { break };
        if last.as_ref() != Some(&priority) {
            level.clear();
        }
        level.push(i);
        last = Some(priority);
        if let Some(have) = out.get_mut(i) {
            *have += 1;
            open.extend(ask(i, *have));
        }
    }
    let next = open.peek().map(|(priority, _)| priority.clone());
    let mut tie = None;
    if let Some(priority) = last.clone().filter(|_| last == next) {
        let seats = u32::try_from(level.len()).unwrap_or(u32::MAX);
        for i in &level {
            out.get_mut(*i).into_iter().for_each(|have| *have -= 1);
        }
        let same = open.iter().filter(|(p, _)| *p == priority).map(|(_, Reverse(i))| *i);
        let mut claims: Vec<usize> = level.into_iter().chain(same).collect();
        claims.sort_unstable();
        tie = Some(SeatTie { claims, seats, priority });
    }
    Cut { seats: out, tie, last, next }
}

#[cfg(test)]
mod tests;
