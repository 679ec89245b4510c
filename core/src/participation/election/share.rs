//! A share tested by cross-multiplication, where either side may be known only within bounds.

use num_traits::ToPrimitive as _;

use super::ElectionError;
use crate::kernel::{Ratio, Result, Status};
use crate::pack::Comparison;

/// A count that is known within bounds, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::participation) struct Known {
    pub least: u64,
    pub most: u64,
}

impl Known {
    pub const fn exact(n: u64) -> Self {
        Self { least: n, most: n }
    }

    pub const fn value(self) -> Option<u64> {
        if self.least == self.most { Some(self.least) } else { None }
    }

    pub fn show(self) -> String {
        if self.least == self.most { self.least.to_string() } else { format!("({}..{})", self.least, self.most) }
    }
}

/// The share `p / q`, with `q` above zero and `p` at most `q`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::participation) struct Share {
    p: u64,
    q: u64,
    /// Whether the share itself is not enough.
    strict: bool,
}

impl Share {
    /// A share that decides something.
    pub fn new(share: &Ratio, comparison: Comparison) -> Result<Self> {
        let (decides, strict) = match comparison {
            Comparison::AtLeast => (Ratio::ZERO < *share && *share <= Ratio::ONE, false),
            Comparison::MoreThan => (!share.is_negative() && *share < Ratio::ONE, true),
            Comparison::AtMost | Comparison::LessThan => return Err(ElectionError::NotALeast.into()),
        };
        let fraction = share.numerator().to_u64().zip(share.denominator().to_u64()).filter(|(_, q)| *q <= 1_000_000);
        match fraction.filter(|_| decides) {
            Some((p, q)) => Ok(Self { p, q, strict }),
            None => Err(ElectionError::Share { share: share.to_string() }.into()),
        }
    }

    /// Whether a part reaches the share of a base. Of nobody, no share is reached.
    pub fn holds(self, part: u64, base: u64) -> bool {
        let (left, right) = self.sides(part, base);
        base > 0 && if self.strict { left > right } else { left >= right }
    }

    fn sides(self, part: u64, base: u64) -> (u128, u128) {
        (u128::from(self.q) * u128::from(part), u128::from(self.p) * u128::from(base))
    }

    /// The answer at both ends of what is known: unknown only where they differ.
    pub fn status(self, part: Known, base: Known) -> Status {
        if self.holds(part.least, base.most) && (base.least > 0 || base.most == 0) {
            Status::Met
        } else if self.holds(part.most, base.least.max(base.most.min(1))) {
            Status::Unknown
        } else {
            Status::NotMet
        }
    }

    /// The least number by which the part must move to flip the answer while the base stands; none beyond the base.
    pub fn margin(self, part: u64, base: u64) -> Option<u64> {
        let (left, right) = self.sides(part, base);
        let q = u128::from(self.q);
        let most = if self.holds(part, base) { part } else { base.checked_sub(part)? };
        let m = match (self.holds(part, base), self.strict) {
            (true, false) => (left - right) / q + 1,
            (true, true) => (left - right).div_ceil(q),
            (false, _) if base == 0 => return None,
            (false, false) => (right - left).div_ceil(q),
            (false, true) => (right - left) / q + 1,
        };
        u64::try_from(m).ok().filter(|m| *m <= most)
    }

    /// The least number of new ballots that flips the answer: each is one more of the part where the share is not reached, and
    /// none where it is; `moves` says whether the base grows with them.
    pub fn added(self, part: u64, base: u64, moves: bool, most: u64) -> Option<u64> {
        let (left, right) = self.sides(part, base);
        let (p, q) = (u128::from(self.p), u128::from(self.q));
        let m = if self.holds(part, base) {
            if !moves || p == 0 {
                return None;
            }
            if self.strict { (left - right).div_ceil(p) } else { (left - right) / p + 1 }
        } else if base == 0 {
            // Of nobody no share is reached; the first one reaches each.
            return (moves && most > 0).then_some(1);
        } else {
            let step = if moves { q - p } else { q };
            if step == 0 {
                return None;
            }
            if self.strict { (right - left) / step + 1 } else { (right - left).div_ceil(step) }
        };
        u64::try_from(m).ok().filter(|m| *m <= most)
    }

    /// Both sides written out, such as `2 × 598 > 1 × 1200`.
    pub fn written(self, part: Known, base: Known) -> String {
        let sign = match (self.strict, self.status(part, base)) {
            (false, Status::Met) => ">=",
            (true, Status::Met) => ">",
            (false, Status::Unknown) => ">=?",
            (true, Status::Unknown) => ">?",
            (_, Status::NotMet) if base.most == 0 => return "0 / 0".to_owned(),
            (false, Status::NotMet) => "<",
            (true, Status::NotMet) => "<=",
        };
        let side = |times: u64, n: Known| if times == 1 { n.show() } else { format!("{times} × {}", n.show()) };
        format!("{} {sign} {}", side(self.q, part), side(self.p, base))
    }
}
