//! Comparing units exactly: break-even weights, dominance, and differences over a box of weights.

use std::cmp::Ordering;

use serde::Serialize;

use super::CertaintyError as Fault;
use super::bounds::ExactTies;
use super::exact::{ExactTable, shares};
use super::polytope::WeightBox;
use crate::kernel::{Explanation, How, Progress, Quantity, Ratio, Result, Text, tick};

/// What the weight of one criterion would have to be for two units to swap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BreakEvenWeight {
    /// The criterion.
    pub criterion: String,
    /// Its share now.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Ratio,
    /// The first's value less the second's, as it counts.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub gap: Ratio,
    /// The same of the mean of all other criteria by their weights; none where these have no weight.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub gap_of_others: Option<Ratio>,
    /// The share at which the two are level, the other weights shrinking or growing in proportion; none where no share from 0
    /// to 1 does it.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub level_at: Option<Ratio>,
    /// By how much the share must move.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub change: Option<Ratio>,
}

/// How firmly one unit stands before another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BreakEven {
    /// The unit.
    pub first: String,
    /// The unit that it is compared with.
    pub second: String,
    /// The first's score less the second's.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub difference: Ratio,
    /// Criterion by criterion, in the order of the matrix.
    pub criteria: Vec<BreakEvenWeight>,
    /// The criterion whose share needs to move least; none where none will do.
    pub nearest: Option<String>,
}

/// A unit that is at least as good as another, and somewhere better.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Dominates {
    /// The better one.
    pub better: String,
    /// The one that it dominates.
    pub worse: String,
}

/// Which units dominate which (占优).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Dominance {
    /// Every such pair, in the order of the units.
    pub pairs: Vec<Dominates>,
    /// The units that none dominates (非劣).
    pub undominated: Vec<String>,
}

/// The difference of two scores over a box of weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct DifferenceRange {
    /// The least of the first's score less the second's.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub least: Ratio,
    /// Weights at which it is least.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub least_at: Vec<Ratio>,
    /// The greatest.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub greatest: Ratio,
    /// Weights at which it is greatest.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub greatest_at: Vec<Ratio>,
}

impl ExactTable {
    /// How much the weight of each criterion must move until two units swap (盈亏平衡权重).
    ///
    /// With `x` for the criterion's share and the others in proportion, the difference of the scores is
    /// `x * gap + (1 - x) * gap_of_others`; it is zero at `gap_of_others / (gap_of_others - gap)`.
    ///
    /// # Errors
    /// `certainty-unknown-unit`, `certainty-same-unit`, `certainty-count-mismatch`, `certainty-weight-invalid`,
    /// `certainty-weights-all-zero`.
    ///
    /// ```
    /// use shequ::evaluation::certainty::ExactTable;
    /// use shequ::evaluation::methods::{Direction::Higher, ExactCriterion, ExactMatrix};
    /// let reach = ExactCriterion::new("reach".parse()?, Higher, 0, vec![9, 5]);
    /// let speed = ExactCriterion::new("speed".parse()?, Higher, 0, vec![4, 6]);
    /// let matrix = ExactTable::new(vec!["a".parse()?, "b".parse()?], &ExactMatrix::new(vec![reach, speed])?)?;
    /// let half = "1/2".parse()?;
    /// let swap = matrix.break_even("a", "b", &[half, "1/2".parse()?])?;
    /// // 9x + 4(1 - x) = 5x + 6(1 - x) at x = 1/3.
    /// assert_eq!(swap.criteria[0].level_at, Some("1/3".parse()?));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn break_even(&self, first: &str, second: &str, weights: &[Ratio]) -> Result<BreakEven> {
        let (a, b) = (self.find(first)?, self.find(second)?);
        if a == b {
            return Err(Fault::SameUnit { unit: first.to_owned() }.into());
        }
        self.check_count(weights.len())?;
        Ok(self.break_even_at(a, b, &shares(weights)?))
    }

    /// The same of each unit and the next one of the ranking: where an order is easiest to turn over.
    ///
    /// # Errors
    /// As [`break_even`](Self::break_even).
    pub fn break_even_neighbours(&self, weights: &[Ratio]) -> Result<Vec<BreakEven>> {
        self.check_count(weights.len())?;
        let weights = shares(weights)?;
        let scores: Vec<Ratio> = (0..self.units().len()).map(|unit| self.score_at(unit, &weights)).collect();
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|a, b| scores.get(*b).cmp(&scores.get(*a)));
        Ok(order
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(self.break_even_at(*a, *b, &weights)),
                _ => None,
            })
            .collect())
    }

    /// The same of every pair, the better one first; equals in the order of the units.
    ///
    /// # Errors
    /// As [`break_even`](Self::break_even), `stopped`.
    pub fn break_even_pairs(&self, weights: &[Ratio], progress: &mut dyn Progress) -> Result<Vec<BreakEven>> {
        self.check_count(weights.len())?;
        let weights = shares(weights)?;
        let count = self.units().len();
        let mut out = Vec::new();
        for a in 0..count {
            tick(progress, a as u64, count as u64)?;
            for b in a + 1..count {
                let pair = self.break_even_at(a, b, &weights);
                out.push(if pair.difference.is_negative() { self.break_even_at(b, a, &weights) } else { pair });
            }
        }
        tick(progress, count as u64, count as u64)?;
        Ok(out)
    }

    fn break_even_at(&self, a: usize, b: usize, weights: &[Ratio]) -> BreakEven {
        let unit = self.unit();
        let gaps: Vec<Ratio> =
            self.row(a).iter().zip(self.row(b)).map(|(x, y)| Ratio::from(x - y) * unit.clone()).collect();
        let difference: Ratio = gaps.iter().zip(weights).map(|(gap, weight)| gap * weight).sum();
        let mut criteria = Vec::with_capacity(gaps.len());
        for (((key, _), gap), weight) in self.criteria().iter().zip(&gaps).zip(weights) {
            let gap_of_others = (&difference - &(gap * weight)).checked_div(&(&Ratio::ONE - weight));
            let level_at = gap_of_others.as_ref().and_then(|others| {
                if others.is_zero() && gap.is_zero() {
                    return Some(weight.clone());
                }
                let at = others.checked_div(&(others - gap))?;
                (!at.is_negative() && at <= Ratio::ONE).then_some(at)
            });
            let change = level_at.as_ref().map(|at| at - weight);
            let (criterion, weight, gap) = (key.to_string(), weight.clone(), gap.clone());
            criteria.push(BreakEvenWeight { criterion, weight, gap, gap_of_others, level_at, change });
        }
        let size = |change: &Ratio| if change.is_negative() { -change } else { change.clone() };
        let nearest = criteria
            .iter()
            .filter_map(|c| c.change.as_ref().map(|change| (size(change), c)))
            .min_by(|(a, _), (b, _)| a.cmp(b))
            .map(|(_, c)| c.criterion.clone());
        BreakEven { first: self.key(a), second: self.key(b), difference, criteria, nearest }
    }

    /// Which units are at least as good as another in every criterion and better in one: these are ahead under any weights that are
    /// all above zero.
    ///
    /// # Errors
    /// `stopped`.
    pub fn dominance(&self, progress: &mut dyn Progress) -> Result<Dominance> {
        self.pairs(progress, |a, b| {
            let mut better = false;
            for (x, y) in self.row(a).iter().zip(self.row(b)) {
                match x.cmp(y) {
                    Ordering::Less => return false,
                    Ordering::Equal => {}
                    Ordering::Greater => better = true,
                }
            }
            better
        })
    }

    /// Which units score at least as much as another under all weights of a box, and more under some.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `stopped`.
    pub fn dominance_within(&self, space: &WeightBox, progress: &mut dyn Progress) -> Result<Dominance> {
        self.check_count(space.len())?;
        self.pairs(progress, |a, b| {
            let gap: Vec<i64> = self.row(a).iter().zip(self.row(b)).map(|(x, y)| x - y).collect();
            let (least, greatest) = space.range(&gap);
            least >= 0 && greatest > 0
        })
    }

    fn pairs(&self, progress: &mut dyn Progress, dominates: impl Fn(usize, usize) -> bool) -> Result<Dominance> {
        let count = self.units().len();
        let mut pairs = Vec::new();
        let mut is_dominated = vec![false; count];
        for a in 0..count {
            tick(progress, a as u64, count as u64)?;
            for (b, slot) in is_dominated.iter_mut().enumerate() {
                if a != b && dominates(a, b) {
                    *slot = true;
                    pairs.push(Dominates { better: self.key(a), worse: self.key(b) });
                }
            }
        }
        tick(progress, count as u64, count as u64)?;
        let undominated = is_dominated.iter().enumerate().filter(|(_, is)| !**is).map(|(unit, _)| self.key(unit));
        Ok(Dominance { pairs, undominated: undominated.collect() })
    }

    /// Between what the difference of two scores lies over a box of weights, exactly, with the weights at both ends.
    ///
    /// # Errors
    /// `certainty-unknown-unit`, `certainty-same-unit`, `certainty-count-mismatch`.
    pub fn difference(&self, first: &str, second: &str, space: &WeightBox) -> Result<DifferenceRange> {
        let (a, b) = (self.find(first)?, self.find(second)?);
        if a == b {
            return Err(Fault::SameUnit { unit: first.to_owned() }.into());
        }
        self.check_count(space.len())?;
        let gap: Vec<i64> = self.row(a).iter().zip(self.row(b)).map(|(x, y)| x - y).collect();
        let reversed: Vec<i64> = gap.iter().map(|d| -d).collect();
        let at = |parts: Vec<i64>| -> Vec<Ratio> {
            parts.into_iter().map(|part| Ratio::from_wide(part.into(), space.units().into())).collect()
        };
        let (least_at, greatest_at) = (at(space.top(&reversed)), at(space.top(&gap)));
        let difference = |weights: &[Ratio]| self.score_at(a, weights) - self.score_at(b, weights);
        Ok(DifferenceRange { least: difference(&least_at), greatest: difference(&greatest_at), least_at, greatest_at })
    }

    /// Every unit with its exact score and rank under given weights.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `certainty-weight-invalid`, `certainty-weights-all-zero`.
    pub fn scores(&self, weights: &[Ratio], ties: ExactTies) -> Result<Vec<ExactScore>> {
        self.check_count(weights.len())?;
        let weights = shares(weights)?;
        let scores: Vec<Ratio> = (0..self.units().len()).map(|unit| self.score_at(unit, &weights)).collect();
        let mut order: Vec<usize> = (0..scores.len()).collect();
        order.sort_by(|a, b| scores.get(*b).cmp(&scores.get(*a)));
        let mut ranks = vec![0_u32; scores.len()];
        let mut before = 0_u32;
        for equals in order.chunk_by(|a, b| scores.get(*a) == scores.get(*b)) {
            let count = u32::try_from(equals.len()).unwrap_or(u32::MAX);
            for (next, unit) in (before + 1..).zip(equals) {
                let rank = match ties {
                    ExactTies::Min => before + 1,
                    ExactTies::Max => before + count,
                    ExactTies::Ordinal => next,
                };
                ranks.get_mut(*unit).into_iter().for_each(|slot| *slot = rank);
            }
            before += count;
        }
        let of = |((unit, score), rank): ((usize, Ratio), u32)| ExactScore { unit: self.key(unit), score, rank };
        Ok(scores.into_iter().enumerate().zip(ranks).map(of).collect())
    }
}

/// A unit with its exact score and its rank.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ExactScore {
    /// The unit.
    pub unit: String,
    /// The sum of weight times value.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub score: Ratio,
    /// Its rank.
    pub rank: u32,
}

impl BreakEven {
    /// Why: the equation of each criterion.
    pub fn explain(&self) -> Explanation {
        let parts = self.criteria.iter().map(|c| {
            let outcome = match &c.level_at {
                Some(at) => Quantity::Ratio(at.clone()),
                None => Quantity::Words(Text::new("不会交换", "never level")),
            };
            let mut node = Explanation::new(Text::same(c.criterion.clone()), outcome)
                .with(Text::new("现权重", "weight now"), Quantity::Ratio(c.weight.clone()))
                .with(Text::new("此项差", "gap here"), Quantity::Ratio(c.gap.clone()));
            if let Some(others) = &c.gap_of_others {
                node = node.with(Text::new("其余差", "gap of the others"), Quantity::Ratio(others.clone()));
                let equation = format!("x × ({}) + (1 - x) × ({others}) = 0", c.gap);
                node = node.noted(Text::same(match &c.level_at {
                    Some(at) => format!("{equation}, x = {at}"),
                    None => equation,
                }));
            }
            node
        });
        let label =
            Text::new(format!("{} 与 {}", self.first, self.second), format!("{} and {}", self.first, self.second));
        Explanation::new(label, Quantity::Ratio(self.difference.clone())).of(How::List, parts.collect())
    }
}
