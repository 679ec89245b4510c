//! One threshold against one tally: the test by cross-multiplication, and its margins.
//!
//! Where a fact is missing, the test is made at both ends of what it can be; it is unknown only where they differ.

use super::Tally;
use crate::kernel::Status;
use crate::pack::{Base, Comparison, Composition, Measure, Part, Threshold};

/// A threshold ready for use, without its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Test {
    pub part: Part,
    pub base: Base,
    pub measure: Measure,
    /// At least or more than; the other two are their negations.
    pub comparison: Comparison,
    /// Whether the clause holds where the comparison does not.
    pub negated: bool,
    /// The share is `p / q`, with `q` above zero; `p` is at most `q` unless the base is a fixed number.
    pub p: u64,
    pub q: u64,
}

/// Both numbers of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub part: u64,
    pub base: u64,
}

impl From<&Threshold> for Test {
    fn from(t: &Threshold) -> Self {
        Self::new(t.part(), t.base(), t.measure(), t.comparison(), t.fraction())
    }
}

impl From<&Composition> for Test {
    fn from(c: &Composition) -> Self {
        Self::new(Part::Proposing, Base::Entitled, Measure::Heads, c.comparison, c.fraction())
    }
}

fn times(a: u64, b: u64) -> u128 {
    u128::from(a) * u128::from(b)
}

impl Test {
    fn new(part: Part, base: Base, measure: Measure, comparison: Comparison, (p, q): (u32, u32)) -> Self {
        let (comparison, negated) = match comparison {
            Comparison::AtLeast | Comparison::MoreThan => (comparison, false),
            Comparison::AtMost => (Comparison::MoreThan, true),
            Comparison::LessThan => (Comparison::AtLeast, true),
        };
        Self { part, base, measure, comparison, negated, p: p.into(), q: q.into() }
    }

    /// The comparison as the clause writes it.
    pub const fn written(&self) -> Comparison {
        match (self.comparison, self.negated) {
            (Comparison::MoreThan, true) => Comparison::AtMost,
            (Comparison::AtLeast, true) => Comparison::LessThan,
            (comparison, _) => comparison,
        }
    }

    /// Both sides of the comparison: `q × part` and `p × base`.
    pub fn sides(&self, pair: Pair) -> (u128, u128) {
        (times(self.q, pair.part), times(self.p, pair.base))
    }

    /// Whether the part reaches the share, before any negation. Of nobody, nobody is no share, and somebody is more than any.
    pub fn holds(&self, pair: Pair) -> bool {
        let (left, right) = self.sides(pair);
        match self.comparison {
            Comparison::MoreThan => left > right,
            _ => left >= right && (pair.base > 0 || pair.part > 0),
        }
    }

    /// The part, if it is known.
    pub fn part_of(&self, t: &Tally) -> Option<u64> {
        match self.part {
            Part::Yes => t.yes,
            Part::Present => t.present,
            Part::Proposing => t.proposing,
        }
    }

    /// The base, if every fact it takes is known.
    pub fn base_of(&self, t: &Tally) -> Option<u64> {
        match self.base {
            Base::Entitled => t.entitled,
            Base::Present => t.present,
            Base::Valid => t.yes?.checked_add(t.no?)?.checked_add(t.abstain?),
            Base::YesAndNo => t.yes?.checked_add(t.no?),
            Base::Number => Some(1),
        }
    }

    /// Part and base, if every fact they take is known.
    pub fn pair(&self, t: &Tally) -> Option<Pair> {
        Some(Pair { part: self.part_of(t)?, base: self.base_of(t)? })
    }

    /// The facts that are not known, by their names.
    pub fn missing(&self, t: &Tally) -> impl Iterator<Item = &'static str> {
        let part: &[(&str, Option<u64>)] = &[match self.part {
            Part::Yes => ("yes", t.yes),
            Part::Present => ("present", t.present),
            Part::Proposing => ("proposing", t.proposing),
        }];
        let base: &[(&str, Option<u64>)] = match self.base {
            Base::Entitled => &[("entitled", t.entitled)],
            Base::Present => &[("present", t.present)],
            Base::Valid => &[("yes", t.yes), ("no", t.no), ("abstain", t.abstain)],
            Base::YesAndNo => &[("yes", t.yes), ("no", t.no)],
            Base::Number => &[],
        };
        let mut names: Vec<&'static str> = Vec::new();
        for (name, known) in base.iter().chain(part) {
            if known.is_none() && !names.contains(name) {
                names.push(name);
            }
        }
        names.into_iter()
    }

    pub fn status(&self, t: &Tally) -> Status {
        match (self.reached(t), self.negated) {
            (Status::Met, true) => Status::NotMet,
            (Status::NotMet, true) => Status::Met,
            (status, _) => status,
        }
    }

    fn reached(&self, t: &Tally) -> Status {
        if let Some(pair) = self.pair(t) {
            return if self.holds(pair) { Status::Met } else { Status::NotMet };
        }
        if self.worst(t).is_some_and(|pair| self.holds(pair)) {
            return Status::Met;
        }
        match self.best(t) {
            Some(pair) if !self.holds(pair) => Status::NotMet,
            _ => Status::Unknown,
        }
    }

    /// The least part with the greatest base that the known facts allow; `None` where the base has no bound.
    fn worst(&self, t: &Tally) -> Option<Pair> {
        let most_present = t.present.or(t.entitled);
        let yes = t.yes.unwrap_or(0);
        let part = match self.part {
            Part::Yes => yes,
            Part::Present => t.present.unwrap_or_else(|| t.cast()),
            Part::Proposing => t.proposing.unwrap_or(0),
        };
        let base = match (self.base, t.no, t.abstain) {
            (Base::Entitled, ..) => t.entitled?,
            (Base::Number, ..) => 1,
            (Base::Present, ..) => most_present?,
            (Base::Valid, Some(no), Some(abstain)) => yes.saturating_add(no).saturating_add(abstain),
            (Base::Valid, ..) => most_present?.saturating_sub(t.invalid.unwrap_or(0)),
            (Base::YesAndNo, Some(no), _) => yes.saturating_add(no),
            (Base::YesAndNo, ..) => {
                most_present?.saturating_sub(t.invalid.unwrap_or(0)).saturating_sub(t.abstain.unwrap_or(0))
            }
        };
        Some(Pair { part, base })
    }

    /// The greatest part with the least base that the known facts allow; `None` where the part has no bound.
    fn best(&self, t: &Tally) -> Option<Pair> {
        let cast = t.cast();
        let rest = cast.saturating_sub(t.yes.unwrap_or(0));
        let part = match self.part {
            Part::Yes => t.yes.or_else(|| t.present.or(t.entitled).map(|most| most.saturating_sub(rest)))?,
            Part::Present => t.present.or(t.entitled)?,
            Part::Proposing => t.proposing.or(t.entitled)?,
        };
        let voting = if self.part == Part::Yes { part.saturating_add(rest) } else { part };
        let base = match self.base {
            Base::Entitled => t.entitled.unwrap_or_else(|| t.present.unwrap_or(0).max(voting)),
            Base::Present => t.present.unwrap_or(voting),
            Base::Valid => part.saturating_add(t.no.unwrap_or(0)).saturating_add(t.abstain.unwrap_or(0)),
            Base::YesAndNo => part.saturating_add(t.no.unwrap_or(0)),
            Base::Number => 1,
        };
        Some(Pair { part, base })
    }

    /// The least number that flips the test when the part moves and the base stands.
    pub fn switched(&self, t: &Tally) -> Option<u64> {
        let pair = self.pair(t)?;
        let (left, right) = self.sides(pair);
        let q = u128::from(self.q);
        if self.holds(pair) {
            let slack = left - right;
            let m = match self.comparison {
                Comparison::MoreThan => slack.div_ceil(q),
                _ => slack / q + 1,
            };
            return within(m, pair.part);
        }
        if pair.base == 0 {
            return None;
        }
        let lack = right - left;
        let m = match self.comparison {
            Comparison::MoreThan => lack / q + 1,
            _ => lack.div_ceil(q),
        };
        // Who can move into the part without moving the base.
        let most = match (self.part, self.base) {
            (Part::Yes, Base::Entitled | Base::Present) => t.present.unwrap_or(pair.base) - pair.part,
            (Part::Yes, Base::Number) => t.present.or(t.entitled).unwrap_or(u64::MAX) - pair.part,
            (_, Base::Number) => t.entitled.unwrap_or(u64::MAX) - pair.part,
            _ => pair.base - pair.part,
        };
        within(m, most)
    }

    /// The least number of new participants that flips the test: all voting yes if it fails, all voting no if it holds.
    pub fn added(&self, t: &Tally) -> Option<u64> {
        if self.part == Part::Proposing {
            return None;
        }
        let pair = self.pair(t)?;
        let (left, right) = self.sides(pair);
        let (p, q) = (u128::from(self.p), u128::from(self.q));
        let most = match (t.entitled, t.present) {
            (Some(entitled), Some(present)) => entitled - present,
            (Some(entitled), None) => entitled - t.cast(),
            (None, _) => u64::MAX,
        };
        if self.holds(pair) {
            if matches!(self.base, Base::Entitled | Base::Number) || p == 0 {
                return None;
            }
            let slack = left - right;
            let m = match self.comparison {
                Comparison::MoreThan => slack.div_ceil(p),
                _ => slack / p + 1,
            };
            return within(m, most);
        }
        // Each one adds `q` to the left, and `p` to the right where the base moves.
        let fixed = matches!(self.base, Base::Entitled | Base::Number);
        let step = if fixed { q } else { q.saturating_sub(p) };
        if step == 0 && pair.base > 0 || self.base == Base::Entitled && pair.base == 0 {
            return None;
        }
        let lack = right - left;
        let m = match (self.comparison, step) {
            (_, 0) => 1,
            (Comparison::MoreThan, step) => lack / step + 1,
            (_, step) => lack.div_ceil(step).max(1),
        };
        within(m, most)
    }
}

/// The number, if no more than so many can move.
fn within(m: u128, most: u64) -> Option<u64> {
    u64::try_from(m).ok().filter(|m| *m <= most)
}
