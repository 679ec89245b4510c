//! Weighted means: how the parts of an aggregate become one value.

use serde::{Deserialize, Serialize};

use super::super::MethodError;
use super::super::sums::sum_terms;
use super::super::treat::transform::finite;
use super::IndexError as Fault;
use crate::kernel::{Error, Faults, Real, Result};

/// How the parts of an aggregate become one value (合成方法), weighted.
///
/// OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 6: the arithmetic mean lets a deficit in one part be made good by
/// another in full, the geometric and the harmonic mean less and less. The power mean with exponent p has them all: 1, 0, -1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mean {
    /// Σwx / Σw.
    Arithmetic,
    /// exp(Σw ln x / Σw), for values above zero.
    Geometric,
    /// Σw / Σ(w/x), for values above zero.
    Harmonic,
    /// (Σwx^p / Σw)^(1/p) for p other than zero; for values of at least zero, for p below zero above zero.
    Power(Real),
}

/// The name of a mean in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MeanName {
    /// The arithmetic mean.
    Arithmetic,
    /// The geometric mean.
    Geometric,
    /// The harmonic mean.
    Harmonic,
    /// The power mean with the exponent `power`.
    Power,
}

impl Mean {
    /// Its name in a document.
    pub const fn name(self) -> MeanName {
        match self {
            Self::Arithmetic => MeanName::Arithmetic,
            Self::Geometric => MeanName::Geometric,
            Self::Harmonic => MeanName::Harmonic,
            Self::Power(_) => MeanName::Power,
        }
    }

    /// The mean of each row over columns of one length with their weights, in the order of the columns.
    ///
    /// A column of weight zero is not looked at.
    ///
    /// # Errors
    /// `value-not-positive`, `value-negative` with the place, `[row][column]`; `ragged-matrix` with the column; `weights-all-zero`,
    /// `method-parameter`, `out-of-float`.
    ///
    /// ```
    /// use shequ::evaluation::methods::Mean;
    /// // By hand: 2 and 8 with equal weights.
    /// let parts: [(&[f64], f64); 2] = [(&[2.0], 1.0), (&[8.0], 1.0)];
    /// assert_eq!(Mean::Arithmetic.of(&parts)?, [5.0]);
    /// assert!((Mean::Geometric.of(&parts)?[0] - 4.0).abs() < 1e-15);
    /// assert_eq!(Mean::Harmonic.of(&parts)?, [3.2]);
    /// assert!((Mean::Power("2".parse()?).of(&parts)?[0] - 34_f64.sqrt()).abs() < 1e-15);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of(self, parts: &[(&[f64], f64)]) -> Result<Vec<f64>> {
        let rows = parts.first().map_or(0, |(column, _)| column.len());
        if let Some((at, (column, _))) = parts.iter().enumerate().find(|(_, (column, _))| column.len() != rows) {
            let cause = MethodError::RaggedMatrix { criterion: at.to_string(), got: column.len(), expected: rows };
            return Err(Error::at(format!("[{at}]"), cause));
        }
        let whole = sum_terms(parts.iter().map(|(_, weight)| *weight));
        if parts.iter().any(|(_, weight)| !weight.is_finite() || *weight < 0.0) || !whole.is_finite() {
            let got = "a weight".into();
            return Err(Fault::BadParameter { got, expected: "a number of at least zero".into() }.into());
        }
        if whole <= 0.0 {
            return Err(Fault::NoWeight { key: "the mean".into() }.into());
        }
        let sums = |f: &dyn Fn(f64) -> f64| {
            let mut sums = vec![0.0; rows];
            for (column, weight) in parts.iter().filter(|(_, weight)| *weight > 0.0) {
                for (sum, x) in sums.iter_mut().zip(*column) {
                    *sum += weight * f(*x);
                }
            }
            sums
        };
        let out = match self {
            Self::Arithmetic => sums(&|x| x).into_iter().map(|sum| sum / whole).collect(),
            Self::Geometric => {
                check(parts, true, "a geometric mean")?;
                sums(&libm::log).into_iter().map(|sum| libm::exp(sum / whole)).collect()
            }
            Self::Harmonic => {
                check(parts, true, "a harmonic mean")?;
                sums(&|x| 1.0 / x).into_iter().map(|sum| whole / sum).collect()
            }
            Self::Power(p) => {
                let p = p.get();
                if p.abs() <= 0.0 {
                    let expected = "an exponent other than zero; the geometric mean is its limit".into();
                    return Err(Fault::BadParameter { got: "0".into(), expected }.into());
                }
                check(parts, p < 0.0, "a power mean")?;
                sums(&|x| libm::pow(x, p)).into_iter().map(|sum| libm::pow(sum / whole, 1.0 / p)).collect()
            }
        };
        finite(out)
    }
}

/// Values that a mean takes.
fn check(parts: &[(&[f64], f64)], above: bool, needed_by: &str) -> Result<()> {
    let mut faults = Faults::new();
    for (at, (column, _)) in parts.iter().enumerate().filter(|(_, (_, weight))| *weight > 0.0) {
        for (row, x) in column.iter().enumerate() {
            let (got, needed_by) = (|| x.to_string(), || needed_by.to_owned());
            if above && *x <= 0.0 {
                faults.push(format!("[{row}][{at}]"), Fault::NotPositive { got: got(), needed_by: needed_by() });
            } else if *x < 0.0 {
                faults.push(format!("[{row}][{at}]"), Fault::Negative { got: got(), needed_by: needed_by() });
            }
        }
    }
    faults.into_result()
}
