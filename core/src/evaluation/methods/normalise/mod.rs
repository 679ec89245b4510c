//! Normalisations (归一化, 无量纲化): indicators of different units on one scale, more always better.
//!
//! | method | formula for more is better (for less is better, unless said otherwise, the same of the negated values) | range |
//! |---|---|---|
//! | [`MinMax`](Normalisation::MinMax) | l + (u - l)(x - min) / (max - min) | l to u |
//! | [`ZScore`](Normalisation::ZScore) | m + s (x - mean) / standard deviation | any |
//! | [`DistanceToMax`](Normalisation::DistanceToMax) | 1 - (max - x) / (max - min) | 0 to 1 |
//! | [`DistanceToReference`](Normalisation::DistanceToReference) | (x - min) / (reference - min) | from 0 |
//! | [`DistanceToTarget`](Normalisation::DistanceToTarget) | (x - min) / (target - min) | from 0 |
//! | [`FractionOfMax`](Normalisation::FractionOfMax) | x / max; less is better: min / x | to 1 |
//! | [`Rank`](Normalisation::Rank) | the rank from the worst, which is 1 | 1 to n |
//! | [`PercentileRank`](Normalisation::PercentileRank) | the share of the others that are worse | 0 to 1 |
//! | [`Borda`](Normalisation::Borda) | the rank from the worst, less one | 0 to n - 1 |
//! | [`Goalposts`](Normalisation::Goalposts) | f (x - lower) / (upper - lower), if wanted of logarithms and capped; less is better: from the upper to the lower | 0 to f where capped |
//! | [`Vector`](Normalisation::Vector) | x / √Σx²; less is better: 1 - x / √Σx² | -1 to 2 |
//! | [`Sum`](Normalisation::Sum) | x / Σx; less is better: (1/x) / Σ(1/x) | 0 to 1 |
//! | [`Max`](Normalisation::Max) | x / max; less is better: 1 - x / max | 0 to 1 |
//! | [`Log`](Normalisation::Log) | ln x / Σ ln x; less is better: (1 - ln x / Σ ln x) / (n - 1) | 0 to 1 for x > 1 |
//!
//! The first ten are those of the OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5, and of COINr; the
//! last four those of decisions by several criteria, as in Jahan and Edwards, "A state-of-the-art survey on the influence of
//! normalization techniques in ranking", Materials and Design 65 (2015).

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use super::index::{IndexError as Fault, RankTies, ranks};
use super::sums::{sum, sum_of, sum_terms};
use super::treat::shape::{count, deviation, extremes, mean};
use super::treat::transform::{finite, positive};
use super::{Criterion, Direction, Matrix};
use crate::kernel::{Faults, Result};

/// Goalposts: the values that are worth nothing and everything, whatever the data.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Goalposts {
    /// The lower goalpost.
    pub lower: f64,
    /// The upper goalpost.
    pub upper: f64,
    /// What the better goalpost is worth; 1 in the Human Development Index.
    pub factor: f64,
    /// Whether values beyond a goalpost count as the goalpost.
    pub cap: bool,
    /// Whether the logarithms of value and goalposts are compared.
    pub logarithmic: bool,
}

/// How the values of an indicator become comparable; see the [table of formulas](self).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Goalposts, Normalisation as By, RankTies};
/// // By hand, of 1, 2 and 4: first where more is better, then where less is.
/// let posts = Goalposts { lower: 0.0, upper: 5.0, factor: 10.0, cap: true, logarithmic: false };
/// let by_hand = [
///     (By::MinMax { lower: 1.0, upper: 4.0 }, [1.0, 2.0, 4.0], [4.0, 3.0, 1.0]),
///     (By::ZScore { mean: 0.0, deviation: (7.0_f64 / 3.0).sqrt() }, [-4.0 / 3.0, -1.0 / 3.0, 5.0 / 3.0], [4.0 / 3.0, 1.0 / 3.0, -5.0 / 3.0]),
///     (By::DistanceToMax, [0.0, 1.0 / 3.0, 1.0], [1.0, 2.0 / 3.0, 0.0]),
///     (By::DistanceToReference { row: 1, cap: false }, [0.0, 1.0, 3.0], [1.5, 1.0, 0.0]),
///     (By::DistanceToTarget { target: 3.0, cap: true }, [0.0, 0.5, 1.0], [1.0, 1.0, 0.0]),
///     (By::FractionOfMax, [0.25, 0.5, 1.0], [1.0, 0.5, 0.25]),
///     (By::Rank(RankTies::Min), [1.0, 2.0, 3.0], [3.0, 2.0, 1.0]),
///     (By::PercentileRank, [0.0, 0.5, 1.0], [1.0, 0.5, 0.0]),
///     (By::Borda(RankTies::Min), [0.0, 1.0, 2.0], [2.0, 1.0, 0.0]),
///     (By::Goalposts(posts), [2.0, 4.0, 8.0], [8.0, 6.0, 2.0]),
///     (By::Vector, [1.0, 2.0, 4.0].map(|x: f64| x / 21.0_f64.sqrt()), [1.0, 2.0, 4.0].map(|x: f64| 1.0 - x / 21.0_f64.sqrt())),
///     (By::Sum, [1.0 / 7.0, 2.0 / 7.0, 4.0 / 7.0], [4.0 / 7.0, 2.0 / 7.0, 1.0 / 7.0]),
///     (By::Max, [0.25, 0.5, 1.0], [0.75, 0.5, 0.0]),
///     (By::Log, [0.0, 1.0 / 3.0, 2.0 / 3.0], [0.5, 1.0 / 3.0, 1.0 / 6.0]),
/// ];
/// for (by, more, less) in by_hand {
///     for (direction, expected) in [(Direction::Higher, more), (Direction::Lower, less)] {
///         let scores = by.apply(&Criterion::new("x".parse()?, direction, vec![1.0, 2.0, 4.0]))?;
///         assert!(scores.iter().zip(expected).all(|(x, by_hand)| (x - by_hand).abs() < 1e-14), "{by:?}: {scores:?}");
///     }
/// }
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Normalisation {
    /// The worst value becomes `lower`, the best `upper`.
    MinMax {
        /// The score of the worst.
        lower: f64,
        /// The score of the best.
        upper: f64,
    },
    /// Distances from the mean in standard deviations (n - 1), moved to a mean and a deviation.
    ZScore {
        /// The new mean.
        mean: f64,
        /// The new standard deviation.
        deviation: f64,
    },
    /// The distance to the best in ranges: 1 for the best, 0 for the worst.
    DistanceToMax,
    /// The way from the worst that a reference unit has gone: 1 for it.
    DistanceToReference {
        /// The row of the reference unit.
        row: usize,
        /// Whether what is better than the reference counts as it.
        cap: bool,
    },
    /// The way from the worst to a target: 1 for what reaches it.
    DistanceToTarget {
        /// The target.
        target: f64,
        /// Whether what is better than the target counts as it.
        cap: bool,
    },
    /// The share of the best value, which is above zero; where less is better, all are.
    FractionOfMax,
    /// The rank from the worst, which is 1.
    Rank(RankTies),
    /// The share of the other units that are worse. At least two rows.
    PercentileRank,
    /// The points of Borda: how many units are worse, with ties as declared.
    Borda(RankTies),
    /// The way from one goalpost to the other.
    Goalposts(Goalposts),
    /// The share of the Euclidean length of all values.
    Vector,
    /// The share of the sum of all values, of at least zero, some above; where less is better, all above zero.
    Sum,
    /// The share of the greatest value, above zero.
    Max,
    /// The share of the sum of all logarithms, for values above zero and a product other than one.
    Log,
}

impl Normalisation {
    /// The scores of a criterion: more is better in them, whichever way it was.
    ///
    /// # Errors
    /// With the place `[row].criterion` where there is one: `indicator-constant`, `rows-too-few`, `value-not-positive`, `value-negative`,
    /// `denominator-zero`, `target-not-better`, `unknown-row`, `method-parameter`, `out-of-float`.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Criterion, Direction, Normalisation};
    /// // By hand: costs of 200 to 300; the cheapest gets all.
    /// let cost = Criterion::new("cost".parse()?, Direction::Lower, vec![250.0, 200.0, 300.0]);
    /// let scores = Normalisation::MinMax { lower: 1.0, upper: 100.0 }.apply(&cost)?;
    /// assert_eq!(scores, [50.5, 100.0, 1.0]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn apply(&self, criterion: &Criterion<'_>) -> Result<Vec<f64>> {
        let key = criterion.key().as_str();
        let scores = self.scores(criterion.values(), criterion.direction());
        scores.and_then(finite).map_err(|error| error.moved(|row| join(row, key)))
    }

    fn scores(&self, values: &[f64], direction: Direction) -> Result<Vec<f64>> {
        let less = direction == Direction::Lower;
        // Where less is better, the negated values are looked at.
        let turned: Cow<'_, [f64]> =
            if less { values.iter().map(|x| -x).collect::<Vec<_>>().into() } else { values.into() };
        let range = || match extremes(&turned) {
            Some((worst, best)) if !(best - worst).is_finite() => Err(Fault::OutOfFloat { got: "inf".into() }),
            Some((worst, best)) if best > worst => Ok((worst, best)),
            _ => Err(Fault::Constant),
        };
        let each = |of: &[f64], f: &dyn Fn(f64) -> f64| of.iter().map(|x| f(*x)).collect::<Vec<_>>();
        Ok(match *self {
            Self::MinMax { lower, upper } => {
                if lower >= upper {
                    let expected = format!("below the upper end `{upper}`");
                    return Err(Fault::BadParameter { got: lower.to_string(), expected }.into());
                }
                let (worst, best) = range()?;
                each(&turned, &|x| (x - worst) / (best - worst) * (upper - lower) + lower)
            }
            Self::ZScore { mean: to, deviation: spread } => {
                range()?;
                let (mean, deviation) = (mean(&turned).unwrap_or(0.0), deviation(&turned).unwrap_or(0.0));
                if deviation <= 0.0 {
                    return Err(Fault::Constant.into());
                }
                each(&turned, &|x| (x - mean) / deviation * spread + to)
            }
            Self::DistanceToMax => {
                let (worst, best) = range()?;
                each(&turned, &|x| 1.0 - (best - x) / (best - worst))
            }
            Self::DistanceToReference { row, cap } => {
                let reference = turned.get(row).ok_or(Fault::UnknownRow { got: row, rows: values.len() })?;
                towards(&turned, *reference, cap, less)?
            }
            Self::DistanceToTarget { target, cap } => towards(&turned, if less { -target } else { target }, cap, less)?,
            Self::FractionOfMax if less => {
                positive(values, "the share of the least")?;
                let least = extremes(values).map_or(0.0, |(least, _)| least);
                each(values, &|x| least / x)
            }
            Self::FractionOfMax => {
                let greatest = above_zero(values, "the greatest value")?;
                each(values, &|x| x / greatest)
            }
            Self::Rank(ties) => from_worst(&turned, ties),
            Self::PercentileRank => {
                let others = count(values.len()) - 1.0;
                if others < 1.0 {
                    return Err(Fault::TooFewRows { got: values.len(), expected: 2 }.into());
                }
                each(&from_worst(&turned, RankTies::Min), &|rank| (rank - 1.0) / others)
            }
            Self::Borda(ties) => each(&from_worst(&turned, ties), &|rank| rank - 1.0),
            Self::Goalposts(posts) => posts.scores(values, less)?,
            Self::Vector => {
                let length = share_of(libm::sqrt(sum_of(values, |x| x * x)), "the length of the values")?;
                each(values, &|x| if less { 1.0 - x / length } else { x / length })
            }
            Self::Sum if less => {
                positive(values, "the share of the sum of reciprocals")?;
                let whole = share_of(sum_of(values, |x| 1.0 / x), "the sum of reciprocals")?;
                each(values, &|x| 1.0 / x / whole)
            }
            Self::Sum => {
                not_negative(values, "the share of the sum")?;
                let whole = share_of(sum(values), "the sum of the values")?;
                each(values, &|x| x / whole)
            }
            Self::Max => {
                let greatest = above_zero(values, "the greatest value")?;
                each(values, &|x| if less { 1.0 - x / greatest } else { x / greatest })
            }
            Self::Log => {
                positive(values, "a logarithm")?;
                let whole = share_of(sum_terms(values.iter().map(|x| libm::log(*x))), "the sum of the logarithms")?;
                let others = count(values.len()) - 1.0;
                if less && others < 1.0 {
                    return Err(Fault::TooFewRows { got: values.len(), expected: 2 }.into());
                }
                each(values, &|x| {
                    let share = libm::log(x) / whole;
                    if less { (1.0 - share) / others } else { share }
                })
            }
        })
    }
}

impl Goalposts {
    fn scores(&self, values: &[f64], less: bool) -> Result<Vec<f64>> {
        let Self { lower, upper, factor, cap, logarithmic } = *self;
        if lower >= upper || !(upper - lower).is_finite() {
            let expected = format!("below the upper goalpost `{upper}`");
            return Err(Fault::BadParameter { got: lower.to_string(), expected }.into());
        }
        if logarithmic {
            positive(&[lower], "the logarithm of a goalpost").map_err(|error| error.moved(|_| String::new()))?;
            positive(values, "a logarithm")?;
        }
        let at = |x: f64| if logarithmic { libm::log(x) } else { x };
        let (low, high) = (at(lower), at(upper));
        let share = |x: f64| {
            let share = if less { (at(x) - high) / (low - high) } else { (at(x) - low) / (high - low) };
            factor * if cap { share.clamp(0.0, 1.0) } else { share }
        };
        Ok(values.iter().map(|x| share(*x)).collect())
    }
}

/// The way from the worst of values to a better one.
fn towards(turned: &[f64], target: f64, cap: bool, less: bool) -> Result<Vec<f64>> {
    let worst = extremes(turned).map_or(0.0, |(worst, _)| worst);
    if !(target - worst).is_finite() {
        return Err(Fault::OutOfFloat { got: (target - worst).to_string() }.into());
    }
    if target <= worst {
        let shown = |x: f64| (if less { -x } else { x } + 0.0).to_string();
        return Err(Fault::TargetNotBetter { got: shown(target), worst: shown(worst) }.into());
    }
    let share = |x: &f64| (x - worst) / (target - worst);
    Ok(turned.iter().map(|x| if cap { share(x).min(1.0) } else { share(x) }).collect())
}

/// Ranks from the worst, which is 1.
fn from_worst(turned: &[f64], ties: RankTies) -> Vec<f64> {
    let mirrored: Vec<f64> = turned.iter().map(|x| -x).collect();
    ranks(&mirrored, ties).into_iter().map(super::index::Rank::as_f64).collect()
}

/// What values are divided by: a float other than zero.
fn share_of(whole: f64, what: &str) -> Result<f64> {
    match whole {
        whole if !whole.is_finite() => Err(Fault::OutOfFloat { got: whole.to_string() }.into()),
        whole if whole.abs() <= 0.0 => Err(Fault::DivisionByZero { what: what.into() }.into()),
        whole => Ok(whole),
    }
}

/// The greatest of values, if it is above zero.
fn above_zero(values: &[f64], what: &str) -> Result<f64> {
    match extremes(values) {
        Some((_, greatest)) if greatest > 0.0 => Ok(greatest),
        Some((_, greatest)) if greatest < 0.0 => {
            Err(Fault::NotPositive { got: greatest.to_string(), needed_by: "a share of it".into() }.into())
        }
        _ => Err(Fault::DivisionByZero { what: what.into() }.into()),
    }
}

fn not_negative(values: &[f64], needed_by: &str) -> Result<()> {
    let mut faults = Faults::new();
    for (row, x) in values.iter().enumerate().filter(|(_, x)| **x < 0.0) {
        faults.push(format!("[{row}]"), Fault::Negative { got: x.to_string(), needed_by: needed_by.into() });
    }
    faults.into_result()
}

/// `[3]` of a criterion as `[3].criterion`, and no row as the criterion alone.
fn join(row: &str, key: &str) -> String {
    if row.is_empty() { key.to_owned() } else { format!("{row}.{key}") }
}

/// A normalisation with what is done about a criterion that tells no two alternatives apart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Normaliser {
    /// The method.
    pub method: Normalisation,
    /// The score of every alternative by a constant criterion. Without it such a criterion is refused by the methods that divide by its
    /// range, and all have the rank of the worst by those of ranks; the other methods score it as any other, with or without it.
    pub constant: Option<f64>,
}

impl Normaliser {
    /// A method that refuses constant criteria where it cannot score them.
    pub const fn new(method: Normalisation) -> Self {
        Self { method, constant: None }
    }

    /// The scores of a criterion.
    ///
    /// # Errors
    /// As [`Normalisation::apply`]; `indicator-constant` only where no score of constants is declared.
    pub fn apply(&self, criterion: &Criterion<'_>) -> Result<Vec<f64>> {
        let declared = matches!(
            self.method,
            Normalisation::Rank(_)
                | Normalisation::PercentileRank
                | Normalisation::Borda(_)
                | Normalisation::DistanceToReference { .. }
        );
        let is_constant = || extremes(criterion.values()).is_some_and(|(least, greatest)| greatest <= least);
        if let Some(score) = self.constant.filter(|_| declared && is_constant()) {
            return finite(vec![score; criterion.values().len()]);
        }
        match (self.method.apply(criterion), self.constant) {
            (Err(error), Some(score)) if error.first().code() == "indicator-constant" => {
                finite(vec![score; criterion.values().len()])
            }
            (scores, _) => scores,
        }
    }
}

/// Normalises every criterion of a matrix by one method; in the outcome more of each is better.
///
/// # Errors
/// As [`Normalisation::apply`], of every criterion.
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Normalisation, Normaliser, normalise};
/// let flat = Criterion::new("flat".parse()?, Direction::Higher, vec![3.0, 3.0]);
/// let cost = Criterion::new("cost".parse()?, Direction::Lower, vec![250.0, 200.0]);
/// let matrix = Matrix::new(vec![flat, cost])?;
/// let method = Normaliser::new(Normalisation::DistanceToMax);
/// let error = normalise(&matrix, method).unwrap_err();
/// assert_eq!((error.first().code(), error.first().path()), ("indicator-constant", "flat"));
/// let scores = normalise(&matrix, Normaliser { constant: Some(0.5), ..method })?;
/// assert_eq!(scores.row(1).collect::<Vec<_>>(), [0.5, 1.0]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn normalise(matrix: &Matrix<'_>, by: Normaliser) -> Result<Matrix<'static>> {
    let mut faults = Faults::new();
    let score = |criterion: &Criterion<'_>| {
        let scores = faults.take("", by.apply(criterion))?;
        Some(Criterion::new(criterion.key().clone(), Direction::Higher, scores))
    };
    let criteria: Vec<Criterion<'static>> = matrix.criteria().iter().filter_map(score).collect();
    faults.into_result()?;
    Matrix::new(criteria)
}
