//! The statistics of each variable: what an analyst looks at before treating or aggregating.

use serde::Serialize;

use super::super::treat::Shape;
use super::super::treat::shape::{count, deviation, extremes, mean, median};
use super::observations::{Observations, Variable};
use crate::kernel::{Real, Result};

/// What the values of a variable look like.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Description {
    /// The key of the variable.
    pub variable: String,
    /// The least value.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub least: Option<Real>,
    /// The greatest value.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub greatest: Option<Real>,
    /// The mean.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub mean: Option<Real>,
    /// The median.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub median: Option<Real>,
    /// The sample standard deviation, with n - 1.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub deviation: Option<Real>,
    /// Skewness and kurtosis; none of fewer than four values or where all are the same.
    pub shape: Option<Shape>,
    /// How many rows there are.
    pub rows: u32,
    /// How many values are there.
    pub available: u32,
    /// How many of these are not zero.
    pub not_zero: u32,
    /// How many different values there are.
    pub unique: u32,
    /// How often the most frequent value stands there.
    pub same: u32,
}

impl Variable<'_> {
    /// The statistics of the values that are there.
    ///
    /// # Errors
    /// `not-finite` where a sum leaves the range of floats.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction, Variable};
    /// let cells = [Some(1.0), Some(0.0), None, Some(1.0), Some(6.0)];
    /// let found = Variable::with_gaps("visits".parse()?, Direction::Higher, cells)?.describe()?;
    /// assert_eq!((found.available, found.not_zero, found.unique, found.same), (4, 3, 3, 2));
    /// assert_eq!(found.mean.map(|x| x.to_string()).as_deref(), Some("2"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn describe(&self) -> Result<Description> {
        let mut values: Vec<f64> = self.present().map(|x| x + 0.0).collect();
        let real = |x: Option<f64>| x.map(Real::new).transpose();
        let range = extremes(&values);
        let (mean, deviation, shape) = (mean(&values), deviation(&values), Shape::of(&values));
        let median = median(&values);
        let not_zero = values.iter().filter(|x| x.abs() > 0.0).count();
        values.sort_unstable_by(f64::total_cmp);
        let runs = || values.chunk_by(|a, b| a.total_cmp(b).is_eq());
        let whole = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Description {
            variable: self.key().to_string(),
            least: real(range.map(|(least, _)| least))?,
            greatest: real(range.map(|(_, greatest)| greatest))?,
            mean: real(mean)?,
            median: real(median)?,
            deviation: real(deviation)?,
            shape,
            rows: whole(self.rows()),
            available: whole(values.len()),
            not_zero: whole(not_zero),
            unique: whole(runs().count()),
            same: whole(runs().map(<[f64]>::len).max().unwrap_or(0)),
        })
    }
}

impl Description {
    /// The share of the rows whose value is there.
    pub fn availability(&self) -> f64 {
        if self.rows == 0 { 0.0 } else { count(self.available as usize) / count(self.rows as usize) }
    }
}

impl Observations<'_> {
    /// The statistics of every variable, in their order.
    ///
    /// # Errors
    /// `not-finite`.
    pub fn describe(&self) -> Result<Vec<Description>> {
        self.variables().iter().map(Variable::describe).collect()
    }
}
