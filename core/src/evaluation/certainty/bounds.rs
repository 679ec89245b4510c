//! Best and worst rank of a unit over a box of weights, exact, with a witness and a proof.

use serde::{Deserialize, Serialize};

use super::CertaintyError as Fault;
use super::exact::ExactTable;
use super::polytope::WeightBox;
use super::proof::{self, Proof};
use super::search::{Found, search};
use super::wishes::{Wish, Wishes};
use crate::kernel::{Explanation, How, Progress, Quantity, Ratio, Result, Text, Unwatched, tick};

/// Who is ahead where two scores are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ExactTies {
    /// Neither: equals share the better rank, 1 2 2 4.
    #[default]
    Min,
    /// Each counts as ahead of the other: equals share the worse rank, 1 3 3 4.
    Max,
    /// The unit that stands first in the matrix.
    Ordinal,
}

impl ExactTies {
    /// Whether `other` counts as ahead of `unit` where their scores are equal.
    pub(super) const fn is_ahead(self, other: usize, unit: usize) -> bool {
        match self {
            Self::Min => false,
            Self::Max => true,
            Self::Ordinal => other < unit,
        }
    }
}

/// How rank bounds are looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct RankSearch {
    /// Who is ahead where two scores are equal.
    pub ties: ExactTies,
    /// How many nodes one bound may take before it stays an interval; 100,000 unless given.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub most_nodes: u64,
    /// Whether the proof is kept, so that [`RankBounds::check`] can follow it; not unless asked for, as it may be large.
    pub keep_proof: bool,
}

impl Default for RankSearch {
    fn default() -> Self {
        Self { ties: ExactTies::Min, most_nodes: 100_000, keep_proof: false }
    }
}

/// Whether a bound is proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum BoundStatus {
    /// The rank is attained, and no weights of the box give a better (or worse) one.
    Proven,
    /// The rank is attained; the true one lies between it and the proven limit.
    Interval,
}

/// The weight of a criterion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CriterionWeight {
    /// The criterion.
    pub criterion: String,
    /// Its share of one.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub weight: Ratio,
}

/// The best or the worst rank of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RankBound {
    /// The best (worst) rank that was attained, at `weights`.
    pub rank: u32,
    /// No weights of the box give a better (worse) rank than this: proven.
    pub limit: u32,
    /// `proven` where the two are equal.
    pub status: BoundStatus,
    /// The witness: weights within the box at which the unit has this rank.
    pub weights: Vec<CriterionWeight>,
    /// The units ahead of it there.
    pub ahead: Vec<String>,
    /// How many nodes the search looked at.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub nodes: u64,
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    pub(super) proof: Option<Proof>,
}

impl RankBound {
    /// The witness as a list, in the order of the criteria.
    pub fn witness(&self) -> Vec<Ratio> {
        self.weights.iter().map(|w| w.weight.clone()).collect()
    }
}

/// Between which ranks a unit stands over a box of weights.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RankBounds {
    /// The unit.
    pub unit: String,
    /// Who is ahead where two scores are equal.
    pub ties: ExactTies,
    /// Its best rank.
    pub best: RankBound,
    /// Its worst rank.
    pub worst: RankBound,
    /// The units ahead of it under all weights of the box.
    pub always_ahead: Vec<String>,
    /// The units behind it under all weights of the box.
    pub always_behind: Vec<String>,
}

/// What [`RankBounds::check`] found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct RankCheck {
    /// Whether both witnesses stand in the box and give their ranks.
    pub witnesses: bool,
    /// Whether the proofs show both limits; none where no proof was kept.
    pub limits: Option<bool>,
}

/// Which end of the ranks is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Best,
    Worst,
}

/// The others of a unit, sorted by whether they can be as this side wishes.
pub(super) struct Sorted {
    /// Never as wished.
    pub never: Vec<usize>,
    pub always: Vec<usize>,
    pub open: Vec<usize>,
    pub wishes: Vec<Wish>,
}

/// What is wished of another: for the best rank that it is not ahead, for the worst that it is.
pub(super) fn wish(matrix: &ExactTable, ties: ExactTies, side: Side, unit: usize, other: usize) -> Wish {
    let (own, theirs) = (matrix.row(unit), matrix.row(other));
    let ahead = ties.is_ahead(other, unit);
    match side {
        Side::Best => Wish { slopes: own.iter().zip(theirs).map(|(a, b)| a - b).collect(), strict: ahead },
        Side::Worst => Wish { slopes: own.iter().zip(theirs).map(|(a, b)| b - a).collect(), strict: !ahead },
    }
}

fn sort(matrix: &ExactTable, space: &WeightBox, ties: ExactTies, side: Side, unit: usize) -> Sorted {
    let mut out = Sorted { never: Vec::new(), always: Vec::new(), open: Vec::new(), wishes: Vec::new() };
    for other in (0..matrix.units().len()).filter(|other| *other != unit) {
        let wish = wish(matrix, ties, side, unit, other);
        let (least, greatest) = space.range(&wish.slopes);
        if least > 0 || (least == 0 && !wish.strict) {
            out.always.push(other);
        } else if greatest < 0 || (greatest == 0 && wish.strict) {
            out.never.push(other);
        } else {
            out.open.push(other);
            out.wishes.push(wish);
        }
    }
    out
}

/// The witness as shares of one, with as few digits as will do.
fn witness(wishes: &Wishes<'_>, found: &Found) -> Vec<Ratio> {
    let space = wishes.space;
    let total: i128 = found.weights.iter().sum();
    let exact: Vec<Ratio> = found.weights.iter().map(|weight| Ratio::from_wide(*weight, total)).collect();
    for parts in [100_i64, 1_000, 10_000, 100_000, 1_000_000] {
        let floor = |ratio: Ratio| i128::try_from((ratio * Ratio::from(parts)).floor()).unwrap_or(0);
        let mut whole = Vec::with_capacity(exact.len());
        let mut rest = i128::from(parts);
        let mut fits = true;
        for ((weight, low), high) in exact.iter().zip(space.lower()).zip(space.upper()) {
            let (low, high) = (-floor(-low), floor(high.clone()));
            fits &= low <= high;
            let near = floor(weight.clone()).max(low).min(high.max(low));
            rest -= near;
            whole.push((near, high));
        }
        for (near, high) in &mut whole {
            let more = rest.clamp(0, (*high - *near).clamp(0, 1));
            *near += more;
            rest -= more;
        }
        let short: Vec<i128> = whole.into_iter().map(|(near, _)| near).collect();
        if fits && rest == 0 && wishes.met(&short) >= found.met {
            return short.into_iter().map(|part| Ratio::from_wide(part, parts.into())).collect();
        }
    }
    exact
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl ExactTable {
    /// Between which ranks a unit stands when the weights vary in a box, the score being the sum of weight times value.
    ///
    /// The best rank is one more than the least number of units that are ahead of it at the same time. First each other unit is
    /// compared alone, exactly, over the whole box; of those that are sometimes ahead, a branch and bound finds the least number, and
    /// the greatest for the worst rank. Floats guide it, whole numbers decide: the rank is attained by weights that are given, and the
    /// limit is proven, leaf by leaf, by whole multipliers. Within `most_nodes` it may stay an interval.
    ///
    /// # Errors
    /// `certainty-unknown-unit`; `certainty-count-mismatch` for a box of another number of criteria.
    ///
    /// ```
    /// use shequ::evaluation::certainty::{BoundStatus, ExactTable, RankSearch, WeightBox};
    /// use shequ::evaluation::methods::{Direction::Higher, ExactCriterion, ExactMatrix};
    /// let reach = ExactCriterion::new("reach".parse()?, Higher, 0, vec![9, 5, 1]);
    /// let speed = ExactCriterion::new("speed".parse()?, Higher, 0, vec![1, 4, 9]);
    /// let units = ["a", "b", "c"].map(|u| u.parse().unwrap()).to_vec();
    /// let matrix = ExactTable::new(units, &ExactMatrix::new(vec![reach, speed])?)?;
    /// let bounds = matrix.rank_bounds("b", &WeightBox::free(2)?, &RankSearch::default())?;
    /// // Worse than the mean of the two others: never first.
    /// assert_eq!((bounds.best.rank, bounds.worst.rank), (2, 3));
    /// assert_eq!(bounds.best.status, BoundStatus::Proven);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn rank_bounds(&self, unit: &str, space: &WeightBox, how: &RankSearch) -> Result<RankBounds> {
        self.rank_bounds_watched(unit, space, how, &mut Unwatched)
    }

    /// The same, told how many nodes were looked at, and stopped where the answer is to stop.
    ///
    /// # Errors
    /// As [`rank_bounds`](Self::rank_bounds), `stopped`.
    pub fn rank_bounds_watched(
        &self,
        unit: &str,
        space: &WeightBox,
        how: &RankSearch,
        progress: &mut dyn Progress,
    ) -> Result<RankBounds> {
        let unit = self.find(unit)?;
        self.check_count(space.len())?;
        self.bounds_at(unit, space, how, progress)
    }

    /// The same of every unit, told how many bounds are found, two a unit.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `stopped`.
    pub fn all_rank_bounds(
        &self,
        space: &WeightBox,
        how: &RankSearch,
        progress: &mut dyn Progress,
    ) -> Result<Vec<RankBounds>> {
        self.check_count(space.len())?;
        let total = self.units().len() as u64;
        let mut out = Vec::with_capacity(self.units().len());
        for (done, unit) in (0_u64..).zip(0..self.units().len()) {
            tick(progress, done, total)?;
            let mut inside = |_: u64, _: u64| progress.tick(done, total);
            out.push(self.bounds_at(unit, space, how, &mut inside)?);
        }
        tick(progress, total, total)?;
        Ok(out)
    }

    fn bounds_at(
        &self,
        unit: usize,
        space: &WeightBox,
        how: &RankSearch,
        progress: &mut dyn Progress,
    ) -> Result<RankBounds> {
        let keys = |units: &[usize]| units.iter().map(|unit| self.key(*unit)).collect();
        let best = sort(self, space, how.ties, Side::Best, unit);
        let (always_ahead, always_behind) = (keys(&best.never), keys(&best.always));
        let least = 1 + best.never.len();
        let best = self.bound(unit, space, how, best, progress, |open, met| least + open - met)?;
        let worst = sort(self, space, how.ties, Side::Worst, unit);
        let most = 1 + worst.always.len();
        let worst = self.bound(unit, space, how, worst, progress, |_, met| most + met)?;
        Ok(RankBounds { unit: self.key(unit), ties: how.ties, best, worst, always_ahead, always_behind })
    }

    fn bound(
        &self,
        unit: usize,
        space: &WeightBox,
        how: &RankSearch,
        sorted: Sorted,
        progress: &mut dyn Progress,
        rank: impl Fn(usize, usize) -> usize,
    ) -> Result<RankBound> {
        let open = sorted.open.len();
        let wishes = Wishes::new(space, sorted.wishes);
        let found = search(&wishes, how.most_nodes, how.keep_proof, progress)?;
        let weights = witness(&wishes, &found);
        let ahead = self.ahead(unit, &weights, how.ties);
        let status = if found.met == found.most { BoundStatus::Proven } else { BoundStatus::Interval };
        let weights = self.criteria().iter().zip(weights);
        Ok(RankBound {
            rank: count(rank(open, found.met)),
            limit: count(rank(open, found.most)),
            status,
            weights: weights.map(|((key, _), weight)| CriterionWeight { criterion: key.to_string(), weight }).collect(),
            ahead: ahead.into_iter().map(|other| self.key(other)).collect(),
            nodes: found.nodes,
            proof: how.keep_proof.then_some(Proof { tree: found.tree }),
        })
    }

    /// The units ahead of another at weights.
    pub(super) fn ahead(&self, unit: usize, weights: &[Ratio], ties: ExactTies) -> Vec<usize> {
        let own = self.score_at(unit, weights);
        let is_ahead = |other: &usize| {
            let theirs = self.score_at(*other, weights);
            *other != unit && (theirs > own || (theirs == own && ties.is_ahead(*other, unit)))
        };
        (0..self.units().len()).filter(is_ahead).collect()
    }

    /// The exact rank of a unit at given weights, which need not sum to one.
    ///
    /// # Errors
    /// `certainty-unknown-unit`, `certainty-count-mismatch`.
    pub fn rank(&self, unit: &str, weights: &[Ratio], ties: ExactTies) -> Result<u32> {
        let unit = self.find(unit)?;
        self.check_count(weights.len())?;
        Ok(count(1 + self.ahead(unit, weights, ties).len()))
    }
}

impl RankBounds {
    /// Checks witnesses and proofs anew, by ways of its own: exact ratios and big integers, no search and no float.
    ///
    /// # Errors
    /// `certainty-unknown-unit`, `certainty-count-mismatch` where matrix or box are not those of these bounds.
    pub fn check(&self, matrix: &ExactTable, space: &WeightBox) -> Result<RankCheck> {
        let unit = matrix.find(&self.unit)?;
        matrix.check_count(space.len())?;
        let mut witnesses = true;
        let mut limits = Some(true);
        for (side, bound) in [(Side::Best, &self.best), (Side::Worst, &self.worst)] {
            let weights = bound.witness();
            if weights.len() != space.len() {
                let (got, expected) = (weights.len(), space.len());
                return Err(Fault::CountMismatch { what: "the witness".into(), got, expected }.into());
            }
            let rank = 1 + matrix.ahead(unit, &weights, self.ties).len();
            witnesses &= space.contains(&weights) && count(rank) == bound.rank;
            let shown = bound.proof.as_ref().map(|proof| {
                let limit = proof::limit(proof, matrix, space, self.ties, side, unit).map(count);
                let holds = match side {
                    Side::Best => limit >= Some(bound.limit),
                    Side::Worst => limit.is_some_and(|limit| limit <= bound.limit),
                };
                holds && (bound.status == BoundStatus::Proven) == (bound.limit == bound.rank)
            });
            limits = limits.zip(shown).map(|(all, this)| all && this);
        }
        Ok(RankCheck { witnesses, limits })
    }

    /// Why: the weights of the best and of the worst rank, and who is ahead there.
    pub fn explain(&self) -> Explanation {
        let side = |name: Text, bound: &RankBound| {
            let one = |label, n: usize| Explanation::new(label, Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX)));
            let always = one(Text::new("任何权重下都领先", "ahead under all weights"), self.always_ahead.len())
                .noted(Text::same(self.always_ahead.join(", ")));
            let here: Vec<&str> =
                bound.ahead.iter().filter(|unit| !self.always_ahead.contains(unit)).map(String::as_str).collect();
            let here = one(Text::new("在此权重下领先", "ahead at these weights"), here.len())
                .noted(Text::same(here.join(", ")));
            let (rank, limit) = (bound.rank, bound.limit);
            let note = match bound.status {
                BoundStatus::Proven => Text::new(
                    format!("已证明：范围内没有权重超出第 {rank} 名（{} 个节点）", bound.nodes),
                    format!("proven: no weights within the bounds go beyond rank {rank} ({} nodes)", bound.nodes),
                ),
                BoundStatus::Interval => Text::new(
                    format!("未完全证明：真值在第 {rank} 名与第 {limit} 名之间（{} 个节点）", bound.nodes),
                    format!(
                        "not closed: the true one lies between rank {rank} and rank {limit} ({} nodes)",
                        bound.nodes
                    ),
                ),
            };
            let node = Explanation::new(name, Quantity::Count(rank.into())).noted(note);
            let node = bound.weights.iter().fold(node, |node, weight| {
                node.with(Text::same(weight.criterion.clone()), Quantity::Ratio(weight.weight.clone()))
            });
            node.of(How::Sum, vec![one(Text::new("本单位", "the unit itself"), 1), always, here])
        };
        let words = format!("{}-{}", self.best.rank, self.worst.rank);
        Explanation::new(Text::same(self.unit.clone()), Quantity::Words(Text::same(words))).of(
            How::List,
            vec![
                side(Text::new("最好名次", "best rank"), &self.best),
                side(Text::new("最差名次", "worst rank"), &self.worst),
            ],
        )
    }
}
