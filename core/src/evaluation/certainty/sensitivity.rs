//! Which weight makes the ranking vary.

use super::CertaintyError as Fault;
use super::model::MethodChoice;
use super::ranks::Ranker;
use super::sobol::{SobolIndices, SobolPlan, sobol};
use super::weights::WeightDraws;
use crate::evaluation::methods::Matrix;
use crate::kernel::{Error, Progress, Result};

/// The output whose variance is explained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankOutput {
    /// The score of a row.
    Score(usize),
    /// The rank of a row; equals share the better one.
    Rank(usize),
    /// How far rows are from their ranks under the middle of the bounds, on average (Saisana, Saltelli and Tarantola, 2005).
    MeanShift,
}

/// First-order and total indices of the weights: each uniform between its bounds, then divided by their sum.
///
/// # Errors
/// `certainty-count-mismatch`, `certainty-unknown-row`; as [`WeightDraws::between`] and [`sobol`]; `certainty-score-not-finite`; those of
/// the method.
pub fn weight_sensitivity(
    matrix: &Matrix<'_>,
    method: MethodChoice<'_>,
    (lower, upper): (&[f64], &[f64]),
    output: RankOutput,
    plan: &SobolPlan,
    progress: &mut dyn Progress,
) -> Result<SobolIndices> {
    // The same checks as those of draws in a box.
    let expected = matrix.criteria().len();
    let got = WeightDraws::between(lower, upper)?.len();
    if got != expected {
        return Err(Error::at(
            "lower",
            Fault::CountMismatch { what: "the list of lower bounds".into(), got, expected },
        ));
    }
    if let RankOutput::Score(row) | RankOutput::Rank(row) = output
        && row >= matrix.rows()
    {
        return Err(Fault::UnknownRow { row, rows: matrix.rows() }.into());
    }
    let mut ranker = Ranker::default();
    let mut outcome = |x: &[f64]| -> Result<(Vec<f64>, Vec<u32>)> {
        let mut weights: Vec<f64> = lower.iter().zip(upper).zip(x).map(|((l, u), x)| l + (u - l) * x).collect();
        let sum: f64 = weights.iter().sum();
        for weight in &mut weights {
            *weight /= sum;
        }
        let scores = method.scores(matrix, &weights)?;
        let mut ranks = vec![0; scores.len()];
        let put = |row: usize, rank| ranks.get_mut(row).into_iter().for_each(|slot| *slot = rank);
        ranker.rank(&scores, put).map_err(|got| Fault::ScoreNotFinite { got: got.to_string(), draw: 0 })?;
        Ok((scores, ranks))
    };
    let middle = outcome(&vec![0.5; expected])?.1;
    let model = |x: &[f64]| {
        let (scores, ranks) = outcome(x)?;
        Ok(match output {
            RankOutput::Score(row) => scores.get(row).copied().unwrap_or(f64::NAN),
            RankOutput::Rank(row) => ranks.get(row).map_or(f64::NAN, |rank| f64::from(*rank)),
            RankOutput::MeanShift => {
                let shift: u64 = ranks.iter().zip(&middle).map(|(a, b)| u64::from(a.abs_diff(*b))).sum();
                mean(shift, ranks.len())
            }
        })
    };
    sobol(expected, plan, model, progress)
}

#[expect(clippy::cast_precision_loss, reason = "a sum of differences of ranks, far below 2^52")]
fn mean(sum: u64, count: usize) -> f64 {
    sum as f64 / count as f64
}
