//! The benefit of the doubt: every row weighed in its own favour.

use serde::Serialize;

use super::WeighError as Fault;
use super::simplex::Programme;
use crate::evaluation::methods::columns::{all_finite, divisor, each, extremes, not_negative, same_count};
use crate::evaluation::methods::{Direction, Matrix};
use crate::kernel::{Error, Faults, Progress, Result, Unwatched, tick};

/// Bounds of each criterion's share in a row's score, its pie share.
///
/// ```
/// use shequ::evaluation::methods::PieShares;
/// assert!(PieShares::all(8, 0.05, 0.4).is_ok());
/// assert_eq!(PieShares::all(8, 0.2, 0.4).unwrap_err().first().code(), "shares-cannot-be-met");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct PieShares(Vec<(f64, f64)>);

impl PieShares {
    /// The least and the greatest share of each criterion, shares of one.
    ///
    /// # Errors
    /// `method-weight-invalid` for a bound outside 0 to 1 or a least above its greatest; `shares-cannot-be-met`.
    pub fn new(bounds: Vec<(f64, f64)>) -> Result<Self> {
        let mut faults = Faults::new();
        for (j, (least, greatest)) in bounds.iter().enumerate() {
            if !(0.0 <= *least && least <= greatest && *greatest <= 1.0) {
                faults.push(format!("shares[{j}]"), Fault::WeightInvalid { got: format!("{least} to {greatest}") });
            }
        }
        faults.into_result()?;
        let (least, greatest) = bounds.iter().fold((0.0, 0.0), |(a, b), (least, greatest)| (a + least, b + greatest));
        if least > 1.0 + 1e-9 || greatest < 1.0 - 1e-9 {
            let (least, greatest) = (least.to_string(), greatest.to_string());
            return Err(Error::at("shares", Fault::SharesEmpty { least, greatest }));
        }
        Ok(Self(bounds))
    }

    /// The same bounds for every criterion.
    ///
    /// # Errors
    /// As [`new`](Self::new).
    pub fn all(criteria: usize, least: f64, greatest: f64) -> Result<Self> {
        Self::new(vec![(least, greatest); criteria])
    }
}

/// Scores by the benefit of the doubt, with the weights that make them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Doubt {
    /// From 0 to 1; 1 for a row that no other outdoes under its own weights.
    pub scores: Vec<f64>,
    /// By row, the weight of each criterion in its own unit; they do not sum to one. Of several that give the same score, one.
    pub weights: Vec<Vec<f64>>,
}

impl Doubt {
    /// The share of each criterion in the score of a row; `None` for an unknown row or a score of zero.
    pub fn shares(&self, matrix: &Matrix<'_>, row: usize) -> Option<Vec<f64>> {
        let (weights, score) = (self.weights.get(row)?, self.scores.get(row).filter(|score| **score > 0.0)?);
        Some(weights.iter().zip(matrix.row(row)).map(|(weight, x)| weight * x / score).collect())
    }
}

/// The benefit of the doubt (善意推定): the weights of each row are those that suit it best, as long as no row exceeds one.
///
/// For each row, the greatest `sum of w y` over weights of zero or more under which the same sum is at most one in every row; with
/// pie shares, each `w y` of the row lies within its bounds of the row's sum. A row whose value is zero where it must have a share
/// scores zero. One linear programme a row over all rows: the time grows with the square of the rows.
///
/// Melyn and Moesen (1991); Cherchye, Moesen, Rogge and Van Puyenbroeck, An introduction to 'benefit of the doubt' composite
/// indicators, Social Indicators Research 82 (2007).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, PieShares, benefit_of_doubt};
/// let column = |key: &str, values: [f64; 3]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, Direction::Higher, values.to_vec()));
/// let matrix = Matrix::new(vec![column("care", [4.0, 1.0, 2.0])?, column("order", [1.0, 4.0, 2.0])?])?;
/// // By hand: the third lies at 4/5 of the line between the other two. With half of the score from each criterion the first two
/// // could not weigh what they are good at alone.
/// let free = benefit_of_doubt(&matrix, None)?;
/// assert!(free.scores.iter().zip([1.0, 1.0, 0.8]).all(|(a, b)| (a - b).abs() < 1e-12));
/// let halves = benefit_of_doubt(&matrix, Some(&PieShares::all(2, 0.5, 0.5)?))?;
/// assert!(halves.scores.iter().zip([8.0 / 17.0, 8.0 / 17.0, 0.8]).all(|(a, b)| (a - b).abs() < 1e-12));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `criterion-cost-not-taken` where less is better, `criterion-value-negative` with its place, `criterion-all-zero`,
/// `method-counts-differ`, `weights-not-solved`, `method-beyond-float`.
pub fn benefit_of_doubt(matrix: &Matrix<'_>, shares: Option<&PieShares>) -> Result<Doubt> {
    benefit_of_doubt_with(matrix, shares, &mut Unwatched)
}

/// As [`benefit_of_doubt`], telling a caller after each row how far it has come.
///
/// # Errors
/// Also `stopped`.
pub fn benefit_of_doubt_with(
    matrix: &Matrix<'_>,
    shares: Option<&PieShares>,
    progress: &mut dyn Progress,
) -> Result<Doubt> {
    let criteria = matrix.criteria().len();
    let largest = each(matrix, |criterion| {
        if criterion.direction() == Direction::Lower {
            let key = criterion.key().to_string();
            return Err(Error::at(key.as_str(), Fault::CostNotTaken { criterion: key.clone() }));
        }
        divisor(criterion, extremes(criterion.values()).1)
    })?;
    not_negative(matrix, "the benefit of the doubt")?;
    if let Some(PieShares(bounds)) = shares {
        same_count("shares", bounds.len(), criteria)?;
    }
    // In units of each criterion's greatest value, so that the tableau is of the size of one.
    let rows: Vec<Vec<f64>> =
        (0..matrix.rows()).map(|row| matrix.row(row).zip(&largest).map(|(x, largest)| x / largest).collect()).collect();
    let mut programme = Programme::default();
    programme.at_most.extend(rows.iter().map(|row| (row.clone(), 1.0)));
    let mut out = Doubt { scores: Vec::with_capacity(rows.len()), weights: Vec::with_capacity(rows.len()) };
    let total = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    for (done, row) in (0..total).zip(&rows) {
        tick(progress, done, total)?;
        programme.at_most.truncate(rows.len());
        programme.gain.clone_from(row);
        for (j, (least, greatest)) in shares.iter().flat_map(|PieShares(bounds)| bounds.iter().enumerate()) {
            let line = |whole: f64, own: f64| -> Vec<f64> {
                let entry = |(k, x): (usize, &f64)| whole * x + if k == j { own * x } else { 0.0 };
                row.iter().enumerate().map(entry).collect()
            };
            programme.at_most.push((line(*least, -1.0), 0.0));
            programme.at_most.push((line(-greatest, 1.0), 0.0));
        }
        // Zero weights meet every constraint, and no sum exceeds one: there always is a best.
        let weights = programme.solve()?.unwrap_or_else(|| vec![0.0; criteria]);
        let score: f64 = weights.iter().zip(row).map(|(weight, x)| weight * x).sum();
        out.scores.push(score.clamp(0.0, 1.0));
        let weights = weights.iter().zip(&largest).map(|(weight, largest)| weight / largest);
        out.weights.push(all_finite(weights.collect(), "a weight")?);
    }
    Ok(out)
}
