//! How the values of different criteria become comparable before they are added or multiplied.

use serde::{Deserialize, Serialize};

use crate::evaluation::methods::columns::{
    Range, divisor, each, extremes, length, not_negative, positive, sum, sum_of,
};
use crate::evaluation::methods::{Criterion, Direction, Matrix, MethodError};
use crate::kernel::{Error, Result};

/// How values become comparable within a method; afterwards more is better for every criterion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Scaling {
    /// From 0 for the worst to 1 for the best value. No constant criterion.
    #[default]
    MinMax,
    /// Value / greatest; a cost is least / value, above zero. No value below zero.
    Max,
    /// Value / sum; a cost is 1 / value over the sum of these, above zero. No value below zero.
    Sum,
    /// Value / length of the column; a cost is 1 less that.
    Vector,
    /// The values as they are, which must be comparable already and all better the higher.
    AsGiven,
}

/// What a scaling makes of a value.
#[derive(Debug, Clone, Copy)]
pub(super) enum Scaled {
    /// `(x - from) / by`, then `add`.
    Linear { from: f64, by: f64, add: f64 },
    /// `by / x`.
    Inverse { by: f64 },
}

impl Scaled {
    pub fn of(self, x: f64) -> f64 {
        match self {
            Self::Linear { from, by, add } => (x - from) / by + add,
            Self::Inverse { by } => by / x,
        }
    }

    /// Adds `term` of each scaled value to its row.
    pub fn add_to(self, values: &[f64], out: &mut [f64], term: impl Fn(f64, f64) -> f64) {
        match self {
            Self::Linear { from, by, add } => {
                for (sum, x) in out.iter_mut().zip(values) {
                    *sum = term(*sum, (x - from) / by + add);
                }
            }
            Self::Inverse { by } => {
                for (sum, x) in out.iter_mut().zip(values) {
                    *sum = term(*sum, by / x);
                }
            }
        }
    }
}

impl Scaling {
    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MinMax => "min-max",
            Self::Max => "max",
            Self::Sum => "sum",
            Self::Vector => "vector",
            Self::AsGiven => "as-given",
        }
    }

    /// What it makes of the values of each criterion.
    pub(super) fn of(self, matrix: &Matrix<'_>) -> Result<Vec<Scaled>> {
        if matches!(self, Self::Max | Self::Sum) {
            not_negative(matrix, self.name())?;
            if matrix.criteria().iter().any(|criterion| criterion.direction() == Direction::Lower) {
                let costs = |criterion: &&Criterion<'_>| criterion.direction() == Direction::Lower;
                let costs: Vec<Criterion<'_>> = matrix.criteria().iter().filter(costs).map(borrowed).collect();
                positive(&Matrix::new(costs)?, "a cost under this scaling")?;
            }
        }
        each(matrix, |criterion| self.criterion(criterion))
    }

    fn criterion(self, criterion: &Criterion<'_>) -> Result<Scaled> {
        let values = criterion.values();
        let higher = criterion.direction() == Direction::Higher;
        let linear = |from: f64, by: f64| Ok(Scaled::Linear { from, by, add: 0.0 });
        match self {
            Self::MinMax => {
                let range = Range::of(criterion)?;
                linear(range.worst(), range.best() - range.worst())
            }
            Self::Max if higher => linear(0.0, divisor(criterion, extremes(values).1)?),
            Self::Max => Ok(Scaled::Inverse { by: extremes(values).0 }),
            Self::Sum if higher => linear(0.0, divisor(criterion, sum(values))?),
            Self::Sum => Ok(Scaled::Inverse { by: 1.0 / divisor(criterion, sum_of(values, |x| 1.0 / x))? }),
            Self::Vector => {
                let length = divisor(criterion, length(values))?;
                Ok(if higher {
                    Scaled::Linear { from: 0.0, by: length, add: 0.0 }
                } else {
                    Scaled::Linear { from: 0.0, by: -length, add: 1.0 }
                })
            }
            Self::AsGiven if higher => linear(0.0, 1.0),
            Self::AsGiven => {
                let what = format!("the direction of `{}`", criterion.key());
                let (got, expected) = ("lower".to_owned(), "higher, since its values are taken as they are".to_owned());
                Err(Error::at(criterion.key().as_str(), MethodError::ParameterInvalid { what, got, expected }))
            }
        }
    }
}

fn borrowed<'c>(criterion: &'c Criterion<'_>) -> Criterion<'c> {
    Criterion::new(criterion.key().clone(), criterion.direction(), criterion.values())
}
