//! Treatment of outliers (异常值处理): few points are drawn in, or the whole indicator is transformed, and a log says which.
//!
//! The OECD and JRC Handbook on Constructing Composite Indicators (2008) takes an indicator to have outliers where its skewness is
//! beyond 2 and its kurtosis above 3.5. [`Treatment`] first winsorises, and where that does not help transforms the original values.

pub(in crate::evaluation) mod shape;
#[cfg(test)]
mod tests;
pub(in crate::evaluation) mod transform;

use std::collections::BTreeSet;

use serde::Serialize;

pub use shape::Shape;
pub use transform::{Transform, TransformName};

use super::index::IndexError as Fault;
use crate::evaluation::SchemeError;
use crate::evaluation::methods::tables::all_finite;
use crate::kernel::{Error, Real, Result};
use crate::wire::index::TreatmentDraft;

/// When an indicator has outliers, and what is done about them.
///
/// An indicator is treated where |skewness| is above `skewness` and, at the same time, kurtosis above `kurtosis`: first winsorised
/// point by point, at most `points` of them, until it no longer is; where that did not help, `otherwise` is applied to the
/// original values. The default is |skewness| > 2, kurtosis > 3.5, five points, then [`Transform::LogShifted`], as in COINr.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Treatment {
    /// The limit of skewness, either way.
    pub skewness: Real,
    /// The limit of excess kurtosis.
    pub kurtosis: Real,
    /// The most points that are winsorised.
    pub points: u32,
    /// What is done where winsorising does not help; nothing unless given.
    pub otherwise: Option<Transform>,
}

impl Default for Treatment {
    fn default() -> Self {
        let real = |x| Real::new(x).unwrap_or_default();
        Self { skewness: real(2.0), kurtosis: real(3.5), points: 5, otherwise: Some(Transform::LogShifted) }
    }
}

/// A point that was drawn in to its neighbour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Winsorised {
    /// Its row, from 0.
    pub row: usize,
    /// The value before.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub from: Real,
    /// The value after.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub to: Real,
}

/// An indicator after its treatment, with the log of what was done.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Treated {
    /// The values, in the order of the rows.
    pub values: Vec<f64>,
    /// The shape before; none of fewer than four values or where all are the same, and then nothing is done.
    pub before: Option<Shape>,
    /// Whether there were outliers.
    pub outliers: bool,
    /// The points that were drawn in, in the order of the rows; none where the whole indicator was transformed instead.
    pub winsorised: Vec<Winsorised>,
    /// The shape after winsorising, where that was tried.
    pub after_winsorising: Option<Shape>,
    /// How many points winsorising drew in, whether it was kept or not.
    pub tried: usize,
    /// The transformation of the whole indicator, where one was applied.
    pub transform: Option<Transform>,
    /// The shape of the values.
    pub after: Option<Shape>,
    /// Whether the values are within the limits now.
    pub passed: bool,
}

impl Treatment {
    /// Whether a shape is within the limits; what has no shape is.
    pub fn passes(&self, shape: Option<Shape>) -> bool {
        shape.is_none_or(|s| s.skewness.get().abs() <= self.skewness.get() || s.kurtosis <= self.kurtosis)
    }

    /// Treats the values of an indicator.
    ///
    /// Winsorising gives the greatest value that of the next one below where the tail is on the right, the least value that
    /// of the next one above where it is on the left; all points that share the extreme value move together, and where they are more than
    /// the points left, none moves.
    ///
    /// # Errors
    /// Those of [`Transform::apply`], where it comes to that.
    ///
    /// ```
    /// use shequ::evaluation::methods::Treatment;
    /// // The example of COINr's documentation: one value of eleven is drawn in.
    /// let values = [1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 100.0];
    /// let treated = Treatment::default().apply(&values)?;
    /// assert_eq!(treated.values.last(), Some(&10.0));
    /// assert_eq!(treated.winsorised.len(), 1);
    /// assert!(treated.passed);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn apply(&self, values: &[f64]) -> Result<Treated> {
        self.apply_shaped(values, Shape::of(values))
    }

    /// The same of values whose shape is known.
    pub(in crate::evaluation) fn apply_shaped(&self, values: &[f64], before: Option<Shape>) -> Result<Treated> {
        // Adding zero turns -0 into 0, so that equal values have equal bits.
        let values = &values.iter().map(|x| x + 0.0).collect::<Vec<_>>()[..];
        let mut out = Treated {
            values: values.to_vec(),
            before,
            outliers: !self.passes(before),
            winsorised: Vec::new(),
            after_winsorising: None,
            tried: 0,
            transform: None,
            after: before,
            passed: true,
        };
        if !out.outliers {
            return Ok(out);
        }
        let (drawn, points) = self.winsorise(values, before);
        let shape = Shape::of(&drawn);
        out.tried = points.len();
        out.after_winsorising = Some(shape).filter(|_| !points.is_empty()).flatten();
        out.passed = self.passes(shape);
        if let Some(transform) = self.otherwise.filter(|_| !out.passed) {
            // The log names the λ that was found.
            let transform = match transform {
                Transform::BoxCoxFitted => Transform::BoxCox(Real::new(transform::fit(values)?)?),
                given => given,
            };
            out.values = transform.apply(values)?;
            out.transform = Some(transform);
            out.after = Shape::of(&out.values);
            out.passed = self.passes(out.after);
            return Ok(out);
        }
        let moved = |row: &usize| {
            let (from, to) = (values.get(*row)?, drawn.get(*row)?);
            Some(Winsorised { row: *row, from: Real::new(*from).ok()?, to: Real::new(*to).ok()? })
        };
        out.winsorised = points.iter().filter_map(moved).collect();
        out.values = drawn;
        out.after = shape;
        Ok(out)
    }

    /// The same of values that nobody has looked at yet.
    ///
    /// # Errors
    /// `not-finite` with the place, `[row]`, and those of [`apply`](Self::apply).
    pub fn apply_finite(&self, values: &[f64]) -> Result<Treated> {
        all_finite(values)?;
        self.apply(values)
    }

    /// The values with points drawn in until they pass or no point is left, and the rows of these points.
    fn winsorise(&self, values: &[f64], before: Option<Shape>) -> (Vec<f64>, BTreeSet<usize>) {
        let mut drawn = values.to_vec();
        let mut moved = BTreeSet::new();
        let mut shape = before;
        while let Some(now) = shape.filter(|_| !self.passes(shape)) {
            // The left tail is the right one of the mirror image.
            let sign = if now.skewness.get() < 0.0 { -1.0 } else { 1.0 };
            let Some((_, extreme)) = shape::extremes(&drawn.iter().map(|x| x * sign).collect::<Vec<_>>()) else {
                break;
            };
            let extreme = extreme * sign;
            let inner = drawn.iter().map(|x| x * sign).filter(|x| *x < extreme * sign);
            let Some(next) = inner.fold(None, |best: Option<f64>, x| Some(best.map_or(x, |b| b.max(x)))) else { break };
            let at_extreme = |(row, x): (usize, &f64)| (x.total_cmp(&extreme).is_eq()).then_some(row);
            let rows: Vec<usize> = drawn.iter().enumerate().filter_map(at_extreme).collect();
            let more = rows.iter().filter(|row| !moved.contains(*row)).count();
            if rows.is_empty() || moved.len() + more > usize::try_from(self.points).unwrap_or(usize::MAX) {
                break;
            }
            for row in rows {
                if let Some(x) = drawn.get_mut(row) {
                    *x = next * sign;
                }
                moved.insert(row);
            }
            shape = Shape::of(&drawn);
        }
        (drawn, moved)
    }
}

/// Checks the parameters of a treatment.
fn check(treatment: &Treatment) -> Result<()> {
    for limit in [treatment.skewness, treatment.kurtosis] {
        if limit.get() < 0.0 {
            return Err(Fault::BadParameter { got: limit.to_string(), expected: "zero or more".into() }.into());
        }
    }
    Ok(())
}

/// The treatment that a draft declares; what it leaves out is as by default, but for the transformation: there is none.
pub(in crate::evaluation) fn declared(draft: &TreatmentDraft) -> Result<Treatment> {
    let default = Treatment::default();
    let otherwise = draft.otherwise.map(|name| match (name, draft.lambda) {
        (TransformName::Log, _) => Transform::Log,
        (TransformName::LogShifted, _) => Transform::LogShifted,
        (TransformName::LogSkewed, _) => Transform::LogSkewed,
        (TransformName::LogGii, _) => Transform::LogGii,
        (TransformName::BoxCox, Some(lambda)) => Transform::BoxCox(lambda),
        (TransformName::BoxCox, None) => Transform::BoxCoxFitted,
    });
    if draft.lambda.is_some() && draft.otherwise != Some(TransformName::BoxCox) {
        let cause = SchemeError::ParameterNotUsed { parameter: "lambda".into(), rule: "treatment".into() };
        return Err(Error::at("lambda", cause));
    }
    let treatment = Treatment {
        skewness: draft.skewness.unwrap_or(default.skewness),
        kurtosis: draft.kurtosis.unwrap_or(default.kurtosis),
        points: draft.points.unwrap_or(default.points),
        otherwise,
    };
    check(&treatment).map(|()| treatment)
}
