//! What turns weights and values into scores.

use std::borrow::Cow;

use super::CertaintyError as Fault;
use super::stream::Stream;
use crate::evaluation::methods::{Criterion, Direction, IndexCard, Matrix, Method, Weights};
use crate::kernel::{Error, Faults, Key, Result};

/// A way from weights and values to scores, of which a greater one is better.
///
/// A closure is one: `|matrix: &Matrix<'_>, weights: &[f64]| -> Result<Vec<f64>>`. A method whose lower score is better is
/// wrapped with a minus.
pub trait Model: Sync {
    /// One finite score for each row of the matrix.
    ///
    /// # Errors
    /// Those of the method.
    fn scores(&self, matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>>;
}

impl<F> Model for F
where
    F: Fn(&Matrix<'_>, &[f64]) -> Result<Vec<f64>> + Sync,
{
    fn scores(&self, matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
        self(matrix, weights)
    }
}

/// A method of decisions; where less is better, its scores count negative.
impl Model for Method {
    fn scores(&self, matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
        let scores = Self::scores(self, matrix, &Weights::unscaled(weights.to_vec())?)?;
        Ok(scores.into_iter().map(|score| signed(self.better(), score)).collect())
    }
}

/// A composite index from the treatment of outliers on, with other values and weights of its indicators.
impl Model for IndexCard {
    fn scores(&self, matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
        Self::scores(self, matrix, weights)
    }
}

/// One of the methods among which a draw chooses.
#[derive(Clone, Copy)]
pub enum MethodChoice<'m> {
    /// The sum of weight times value in the order of the criteria; where less is better, the value counts negative. Values are
    /// taken as they are, so they should be normalised before.
    Additive,
    /// Another one.
    Model(&'m dyn Model),
}

impl std::fmt::Debug for MethodChoice<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Additive => "Additive",
            Self::Model(_) => "Model",
        })
    }
}

impl MethodChoice<'_> {
    pub(super) fn scores(self, matrix: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
        let scores = match self {
            Self::Additive => additive(matrix, weights),
            Self::Model(model) => model.scores(matrix, weights)?,
        };
        if scores.len() == matrix.rows() {
            return Ok(scores);
        }
        let (got, expected) = (scores.len(), matrix.rows());
        Err(Fault::CountMismatch { what: "the list of scores".into(), got, expected }.into())
    }
}

/// The value as it counts: negative where less is better.
pub(super) const fn signed(direction: Direction, value: f64) -> f64 {
    match direction {
        Direction::Higher => value,
        Direction::Lower => -value,
    }
}

fn additive(matrix: &Matrix<'_>, weights: &[f64]) -> Vec<f64> {
    let mut scores = vec![0.0; matrix.rows()];
    for (criterion, weight) in matrix.criteria().iter().zip(weights) {
        for (score, value) in scores.iter_mut().zip(criterion.values()) {
            *score += weight * signed(criterion.direction(), *value);
        }
    }
    scores
}

/// How the values of one criterion vary from draw to draw.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Noise {
    /// They do not.
    #[default]
    None,
    /// Each value plus a normal number of this standard deviation.
    Normal(f64),
    /// Each value plus a uniform number from minus to plus this.
    Uniform(f64),
    /// Each value anew, uniform between its bounds.
    Interval {
        /// The lower bound of each row.
        lower: Vec<f64>,
        /// The upper bound of each row.
        upper: Vec<f64>,
    },
}

impl Noise {
    pub(super) fn check(&self, key: &Key, rows: usize, faults: &mut Faults) {
        let amount = match self {
            Self::None => return,
            Self::Normal(amount) | Self::Uniform(amount) => *amount,
            Self::Interval { lower, upper } => {
                for (what, bounds) in [("lower", lower), ("upper", upper)] {
                    if bounds.len() != rows {
                        let what = format!("the list `{what}`");
                        let cause = Fault::CountMismatch { what, got: bounds.len(), expected: rows };
                        faults.push(key.as_str(), cause);
                    }
                }
                for (row, (low, high)) in lower.iter().zip(upper).enumerate() {
                    let at = format!("[{row}].{key}");
                    let range = high - low;
                    if !(low.is_finite() && high.is_finite() && range.is_finite()) {
                        let (what, expected) = ("the interval".into(), "finite bounds".into());
                        faults.push(at, Fault::OutOfRange { what, got: format!("{low} to {high}"), expected });
                    } else if range < 0.0 {
                        let (lower, upper) = (low.to_string(), high.to_string());
                        faults.push(at, Fault::BoundsReversed { lower, upper });
                    }
                }
                return;
            }
        };
        if !(0.0..=1e300).contains(&amount) {
            let (what, expected) = ("the noise".into(), "a finite number, zero or more".into());
            faults.push(key.as_str(), Fault::OutOfRange { what, got: amount.to_string(), expected });
        }
    }

    fn draw(&self, stream: &mut Stream, values: &[f64]) -> Vec<f64> {
        match self {
            Self::None => values.to_vec(),
            Self::Normal(deviation) => values.iter().map(|value| value + deviation * stream.normal()).collect(),
            Self::Uniform(half) => values.iter().map(|value| value + half * (2.0 * stream.uniform() - 1.0)).collect(),
            Self::Interval { lower, upper } => {
                lower.iter().zip(upper).map(|(low, high)| low + (high - low) * stream.uniform()).collect()
            }
        }
    }
}

/// The matrix of one draw: criteria in their order, the rows of each in theirs.
///
/// # Errors
/// `not-finite` where noise takes a value beyond the range of floats.
pub(super) fn perturbed<'m>(matrix: &'m Matrix<'_>, noise: &[Noise], stream: &mut Stream) -> Result<Matrix<'m>> {
    let criteria = matrix.criteria().iter().zip(noise).map(|(criterion, noise)| {
        let values: Cow<'m, [f64]> = match noise {
            Noise::None => Cow::Borrowed(criterion.values()),
            noise => Cow::Owned(noise.draw(stream, criterion.values())),
        };
        Criterion::new(criterion.key().clone(), criterion.direction(), values)
    });
    Matrix::new(criteria.collect()).map_err(|error: Error| error.under("draw"))
}
