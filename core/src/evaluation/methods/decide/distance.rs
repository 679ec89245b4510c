//! TOPSIS: near to the best, far from the worst.

use serde::{Deserialize, Serialize};

use super::weighed;
use crate::evaluation::methods::columns::{Range, all_finite, by_rows, divisor, each, length_within};
use crate::evaluation::methods::{Matrix, MethodError, Weights};
use crate::kernel::Result;

/// How criteria become comparable in TOPSIS. The choice can change the winner.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum TopsisNorm {
    /// Divided by the length of the column; the unit of a criterion does not matter, but its zero does. Hwang and Yoon (1981).
    #[default]
    Vector,
    /// From 0 for the worst to 1 for the best; neither unit nor zero matters. No constant criterion. Opricovic and Tzeng (2004).
    MinMax,
}

/// What TOPSIS finds of each row.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Closeness {
    /// The distance from the best value of every criterion.
    pub to_best: Vec<f64>,
    /// The distance from the worst value of every criterion.
    pub to_worst: Vec<f64>,
    /// `to_worst / (to_best + to_worst)`: 1 where every criterion is best, 0 where every one is worst.
    pub closeness: Vec<f64>,
}

/// TOPSIS (逼近理想解排序法): closeness to the best and distance from the worst alternative that the criteria could make.
///
/// Each value is made comparable and multiplied by its weight; the distance of a row from the best (and from the worst) value of every
/// criterion is Euclidean. Hwang and Yoon, Multiple Attribute Decision Making (1981).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, TopsisNorm, Weights, topsis};
/// // Tzeng and Huang (2011): .5037 .6581 .7482 .3340
/// let column = |key: &str, values: [f64; 4]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, Direction::Higher, values.to_vec()));
/// let matrix = Matrix::new(vec![column("a", [5.0, 7.0, 8.0, 7.0])?, column("b", [8.0, 6.0, 8.0, 4.0])?, column("c", [4.0, 8.0, 6.0, 6.0])?])?;
/// let found = topsis(&matrix, &Weights::new(vec![0.3, 0.4, 0.3])?, TopsisNorm::Vector)?;
/// let printed: Vec<String> = found.closeness.iter().map(|x| format!("{x:.4}")).collect();
/// assert_eq!(printed, ["0.5037", "0.6581", "0.7482", "0.3340"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `method-counts-differ`; `criterion-constant` under min-max; `criterion-all-zero` under the vector norm; `rows-all-equal` where no
/// weighed criterion tells any two rows apart.
pub fn topsis(matrix: &Matrix<'_>, weights: &Weights, norm: TopsisNorm) -> Result<Closeness> {
    let weights = weighed(matrix, weights)?;
    let terms = each(matrix, |criterion| {
        let (range, unit) = match norm {
            TopsisNorm::Vector => {
                let range = Range::any(criterion)?;
                (range, divisor(criterion, length_within(criterion.values(), (range.min, range.max)))?)
            }
            TopsisNorm::MinMax => {
                let range = Range::of(criterion)?;
                (range, range.width())
            }
        };
        Ok((range.best(), range.worst(), unit))
    })?;
    let terms: Vec<_> = terms.into_iter().zip(weights).map(|(term, weight)| (term, weight / term.2)).collect();
    let [mut to_best, mut to_worst] =
        by_rows(matrix, &terms, [0.0; 2], |((best, worst, _), by), values, [near, far]| {
            for ((near, far), x) in near.iter_mut().zip(far).zip(values) {
                let (below, above) = ((x - best) * by, (x - worst) * by);
                *near += below * below;
                *far += above * above;
            }
        });
    let mut closeness = Vec::with_capacity(to_best.len());
    for (near, far) in to_best.iter_mut().zip(&mut to_worst) {
        (*near, *far) = (near.sqrt(), far.sqrt());
        closeness.push(*far / (*near + *far));
    }
    // The same best and worst for all: every row would be zero over zero.
    if to_best.iter().zip(&to_worst).any(|(near, far)| near + far <= 0.0) {
        return Err(MethodError::RowsAllEqual.into());
    }
    let closeness = all_finite(closeness, "the closeness")?;
    Ok(Closeness { to_best, to_worst, closeness })
}
