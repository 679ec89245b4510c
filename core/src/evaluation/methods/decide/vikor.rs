//! VIKOR: a compromise between the good of most criteria and the harm of the worst.

use serde::Serialize;

use super::weighed;
use crate::evaluation::methods::columns::{NOISE, all_finite, by_rows, count, extremes, ranges, several, sum, within};
use crate::evaluation::methods::{Direction, Matrix, Weights};
use crate::kernel::Result;

/// What VIKOR finds of each row; lower is better in all three.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Vikor {
    /// The weighted distance from the best values, summed over the criteria: the good of most.
    pub s: Vec<f64>,
    /// The largest of these distances: the regret of the one criterion.
    pub r: Vec<f64>,
    /// `v` parts of S and `1 - v` parts of R, each from 0 for the best row to 1 for the worst; where all rows are equal in S (or R, within 10^-12 of the weights) that
    /// part is 0.
    pub q: Vec<f64>,
}

/// VIKOR (多准则妥协解排序法), with the weight `v` of the good of most, usually 0.5.
///
/// Opricovic and Tzeng, Compromise solution by MCDM methods, European Journal of Operational Research 156 (2004).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weights, vikor};
/// // Opricovic and Tzeng (2004): the second alternative is the compromise, Q = 1, 0, 1.
/// let matrix = Matrix::new(vec![
///     Criterion::new("risk".parse()?, Direction::Lower, vec![1.0, 2.0, 5.0]),
///     Criterion::new("altitude".parse()?, Direction::Higher, vec![3000.0, 3750.0, 4500.0]),
/// ])?;
/// let found = vikor(&matrix, &Weights::equal(2)?, 0.5)?;
/// assert_eq!(found.q, [1.0, 0.0, 1.0]);
/// assert_eq!(found.compromise(), [1]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `one-row`, `criterion-constant`, `method-counts-differ`, `method-parameter-invalid` for `v` outside 0 to 1.
pub fn vikor(matrix: &Matrix<'_>, weights: &Weights, v: f64) -> Result<Vikor> {
    within("v", v, (0.0..=1.0).contains(&v), "a share from 0 to 1")?;
    several(matrix, "VIKOR")?;
    let weights = weighed(matrix, weights)?;
    let terms: Vec<(f64, f64)> = matrix
        .criteria()
        .iter()
        .zip(ranges(matrix)?)
        .zip(weights)
        .map(|((criterion, range), weight)| match criterion.direction() {
            Direction::Higher => (range.best(), -weight / range.width()),
            Direction::Lower => (range.best(), weight / range.width()),
        })
        .collect();
    let [s, r] = by_rows(matrix, &terms, [0.0; 2], |(best, by), values, [s, r]| {
        for ((s, r), x) in s.iter_mut().zip(r).zip(values) {
            let regret = (x - best) * by;
            *s += regret;
            *r = if regret > *r { regret } else { *r };
        }
    });
    let noise = NOISE * sum(weights);
    let part = |values: &[f64]| {
        let (low, high) = extremes(values);
        // Rows that are equal but for rounding have no part in it: infinitely far is nothing.
        (low, if high - low > noise { high - low } else { f64::INFINITY })
    };
    let ((s_low, s_width), (r_low, r_width)) = (part(&s), part(&r));
    let q = s.iter().zip(&r).map(|(s, r)| v * ((s - s_low) / s_width) + (1.0 - v) * ((r - r_low) / r_width)).collect();
    let (s, r) = (all_finite(s, "S")?, all_finite(r, "R")?);
    Ok(Vikor { s, r, q: all_finite(q, "Q")? })
}

impl Vikor {
    /// The compromise: the rows that cannot be told from the best, in the order of Q.
    ///
    /// It is the best row alone where it leads by `1 / (rows - 1)` or more in Q and is also best in S or R. Where it leads by less, all
    /// rows within that distance belong to it; where it is best in neither S nor R, the second row does. Opricovic and Tzeng (2007).
    pub fn compromise(&self) -> Vec<usize> {
        let q = |row: usize| self.q.get(row).copied().unwrap_or_default();
        let mut order: Vec<usize> = (0..self.q.len()).collect();
        order.sort_by(|a, b| q(*a).total_cmp(&q(*b)));
        let (Some(&first), Some(&second)) = (order.first(), order.get(1)) else { return order };
        // A margin of exactly that much counts, whatever rounding took of it.
        let margin = 1.0 / count(self.q.len() - 1) - 1e-12;
        if q(second) - q(first) < margin {
            order.retain(|row| q(*row) - q(first) < margin);
            return order;
        }
        let least = |values: &[f64]| {
            let own = values.get(first).copied().unwrap_or_default();
            values.iter().all(|other| own <= *other)
        };
        if least(&self.s) || least(&self.r) { vec![first] } else { vec![first, second] }
    }
}
