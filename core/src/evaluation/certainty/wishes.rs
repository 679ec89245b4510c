//! Wishes: linear functions of the weights that should be above zero, or not below it; and what is proven of them.

use super::polytope::WeightBox;

/// A linear function of the weights, and whether it is wished above zero or not below it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub slopes: Vec<i64>,
    /// Wished above zero; else not below it.
    pub strict: bool,
}

impl Wish {
    /// Whether it comes true at weights that sum to anything.
    pub fn is_met(&self, weights: &[i128]) -> bool {
        // Slopes are below 2^42 and weights sum to less than 2^64.
        let value: i128 = self.slopes.iter().zip(weights).map(|(slope, weight)| i128::from(*slope) * weight).sum();
        if self.strict { value > 0 } else { value >= 0 }
    }
}

/// A set of wishes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub fn none(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    pub fn has(&self, item: usize) -> bool {
        self.0.get(item / 64).is_some_and(|word| word >> (item % 64) & 1 == 1)
    }

    pub fn add(&mut self, item: usize) {
        if let Some(word) = self.0.get_mut(item / 64) {
            *word |= 1 << (item % 64);
        }
    }

    pub fn extend(&mut self, other: &Self) {
        for (word, more) in self.0.iter_mut().zip(&other.0) {
            *word |= more;
        }
    }

    /// Whether the two have a member in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(word, more)| word & more != 0)
    }

    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }
}

/// Wishes none of which always or never comes true.
#[derive(Debug, Clone)]
pub(super) struct Wishes<'b> {
    pub space: &'b WeightBox,
    pub all: Vec<Wish>,
    /// How far below zero each can be, zero or more.
    pub depth: Vec<i128>,
    /// How far above zero each can be.
    pub height: Vec<i128>,
    /// The wishes that come true wherever another does.
    pub implies: Vec<Set>,
}

impl<'b> Wishes<'b> {
    pub fn new(space: &'b WeightBox, all: Vec<Wish>) -> Self {
        let (depth, height) = all.iter().map(|wish| space.range(&wish.slopes)).map(|(low, high)| (-low, high)).unzip();
        let implies = all.iter().map(|one| {
            let mut set = Set::none(all.len());
            for (at, other) in all.iter().enumerate() {
                let gap: Vec<i64> = other.slopes.iter().zip(&one.slopes).map(|(a, b)| a - b).collect();
                let least = space.range(&gap).0;
                if least > 0 || (least == 0 && (one.strict || !other.strict)) {
                    set.add(at);
                }
            }
            set
        });
        let implies = implies.collect();
        Self { space, all, depth, height, implies }
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    /// The wishes that cannot come true where one does not.
    pub fn unmet_with(&self, wish: usize) -> Set {
        let mut set = Set::none(self.len());
        for (at, implied) in self.implies.iter().enumerate() {
            if implied.has(wish) {
                set.add(at);
            }
        }
        set
    }

    /// How many come true at weights.
    pub fn met(&self, weights: &[i128]) -> usize {
        self.all.iter().filter(|wish| wish.is_met(weights)).count()
    }
}

/// Whole multipliers that prove how many wishes stay unmet.
///
/// Where every wish of `met` comes true and none of `unmet`, the multipliers of the first are zero or more, of the others zero or
/// less; those of the remaining wishes are from zero to `scale` over their depth. Then `scale` times the number of remaining wishes that
/// stay unmet is at least minus the greatest value over the box of the sum of multiplier times wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Multipliers {
    pub scale: i128,
    pub of: Vec<(usize, i128)>,
}

impl Multipliers {
    /// No multipliers: they prove that what is unmet is unmet.
    pub const fn none() -> Self {
        Self { scale: 1, of: Vec::new() }
    }

    /// How many of all wishes stay unmet at least; none where the multipliers are not allowed or beyond 128 bits.
    pub fn proves(&self, wishes: &Wishes<'_>, met: &Set, unmet: &Set) -> Option<usize> {
        let mut sum = vec![0_i128; wishes.space.len()];
        let (mut strict, mut any_strict) = (false, false);
        for (at, multiplier) in &self.of {
            let wish = wishes.all.get(*at)?;
            if unmet.has(*at) {
                strict |= *multiplier < 0 && !wish.strict;
                if *multiplier > 0 {
                    return None;
                }
            } else if *multiplier < 0 {
                return None;
            } else if met.has(*at) {
                strict |= *multiplier > 0 && wish.strict;
            } else {
                any_strict |= *multiplier > 0 && wish.strict;
                if multiplier.checked_mul(*wishes.depth.get(*at)?)? > self.scale {
                    return None;
                }
            }
            for (slot, slope) in sum.iter_mut().zip(&wish.slopes) {
                *slot = slot.checked_add(multiplier.checked_mul((*slope).into())?)?;
            }
        }
        let at_most = wishes.space.greatest(&sum)?;
        let unmet = unmet.len();
        if at_most > 0 || self.scale <= 0 {
            return Some(unmet);
        }
        let (whole, rest) = (-at_most / self.scale, -at_most % self.scale);
        // Where a strict wish takes part, what is at most zero is below it.
        let more = rest > 0 || strict || (whole == 0 && any_strict);
        let more = usize::try_from(whole).ok()? + usize::from(more);
        Some(unmet + more)
    }
}
