//! Copeland and Borda: places and majorities instead of values.

use serde::Serialize;

use super::counts::{Parts, Sum};
use super::weighed;
use crate::evaluation::methods::columns::{by_key, count, several, sum};
use crate::evaluation::methods::{Criterion, Direction, Matrix, MethodError, Weights};
use crate::kernel::Result;

/// Two hundred million pairs, each over all criteria.
const MOST_ROWS: usize = 20_000;
/// A majority by less than this share of the weights is what rounding left of a tie.
const TIED: f64 = 1e-12;

/// Majorities between each two rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Outranking {
    /// How many others a row beats by the weights of the criteria, less how many beat it.
    pub copeland: Vec<i64>,
    /// How many pairs of rows there are in which one is as good or better in every criterion and better in one.
    pub dominant: u64,
    /// The same as a share of all pairs.
    pub dominant_share: f64,
}

/// Copeland (科普兰法): for each row, how many others it beats by a weighted majority of the criteria, less how many beat it.
///
/// A criterion in which two rows are equal counts half for each, so that it changes no majority. Copeland (1951); as used for composite
/// indicators in OECD and JRC, Handbook (2008), 6.
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weights, copeland};
/// // The example of COINr's tests: the fourth row dominates the three others.
/// let column = |key: &str, values: [f64; 4]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, Direction::Higher, values.to_vec()));
/// let matrix = Matrix::new(vec![column("a", [1.0, 2.0, 3.0, 4.0])?, column("b", [3.0, 2.0, 1.0, 5.0])?, column("c", [2.0, 3.0, 1.0, 4.0])?])?;
/// let found = copeland(&matrix, &Weights::equal(3)?)?;
/// assert_eq!(found.copeland, [-1, 1, -3, 3]);
/// assert_eq!((found.dominant, found.dominant_share), (3, 0.5));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `one-row`, `method-too-many-rows` above 20,000, `method-counts-differ`.
pub fn copeland(matrix: &Matrix<'_>, weights: &Weights) -> Result<Outranking> {
    several(matrix, "Copeland's method")?;
    let weights = weighed(matrix, weights)?;
    let rows = matrix.rows();
    if rows > MOST_ROWS {
        return Err(
            MethodError::TooManyRows { got: rows, most: MOST_ROWS, needed_by: "Copeland's method".into() }.into()
        );
    }
    let whole = sum(weights);
    let mut score = vec![0_i64; rows];
    let mut dominant = 0_u64;
    // Of one row against each later one: the weights for it less those against it, and whether anything is for and against it.
    let mut lead: Vec<(f64, bool, bool)> = Vec::with_capacity(rows);
    for a in 0..rows {
        lead.clear();
        lead.resize(rows - a - 1, (0.0, false, false));
        for (criterion, weight) in by_key(matrix, weights) {
            let Some((own, later)) = criterion.values().get(a..).and_then(<[f64]>::split_first) else { continue };
            let (up, down) = match criterion.direction() {
                Direction::Higher => (*weight, -weight),
                Direction::Lower => (-weight, *weight),
            };
            let higher_wins = criterion.direction() == Direction::Higher;
            for ((sum, wins, loses), other) in lead.iter_mut().zip(later) {
                let (above, below) = (own > other, own < other);
                *sum += if above {
                    up
                } else if below {
                    down
                } else {
                    0.0
                };
                *wins |= if higher_wins { above } else { below };
                *loses |= if higher_wins { below } else { above };
            }
        }
        let mut own = 0;
        for ((sum, wins, loses), other) in lead.iter().zip(score.iter_mut().skip(a + 1)) {
            let beats = i64::from(*sum > TIED * whole) - i64::from(*sum < -TIED * whole);
            own += beats;
            *other -= beats;
            dominant += u64::from(wins != loses);
        }
        if let Some(slot) = score.get_mut(a) {
            *slot += own;
        }
    }
    let pairs = count(rows) * count(rows - 1) / 2.0;
    #[expect(clippy::cast_precision_loss, reason = "at most two hundred million")]
    let dominant_share = dominant as f64 / pairs;
    Ok(Outranking { copeland: score, dominant, dominant_share })
}

/// The places of a criterion's values from the worst, 0, up; equals share the mean of their places.
fn points(criterion: &Criterion<'_>) -> Vec<f64> {
    let mut rows: Vec<(f64, u32)> = (0_u32..).zip(criterion.values()).map(|(row, x)| (x + 0.0, row)).collect();
    rows.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    if criterion.direction() == Direction::Lower {
        rows.reverse();
    }
    let mut out = vec![0.0; rows.len()];
    let mut below = 0.0;
    for equal in rows.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
        let many = count(equal.len());
        for (_, row) in equal {
            if let Some(slot) = usize::try_from(*row).ok().and_then(|row| out.get_mut(row)) {
                *slot = below + (many - 1.0) / 2.0;
            }
        }
        below += many;
    }
    out
}

/// The weighted sum of how many others each row is better than in a criterion, equals counting half; in whole numbers, rounded once.
pub(super) fn borda(matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
    weighed(matrix, weights)?;
    // Points are whole numbers or halves.
    Ok(match Parts::of(weights, 2.0 * count(matrix.rows() - 1)) {
        Parts::Few { parts, whole } => {
            let mut sums = vec![0.0; matrix.rows()];
            for (criterion, part) in by_key(matrix, &parts) {
                for (sum, points) in sums.iter_mut().zip(points(criterion)) {
                    *sum += part * (2.0 * points);
                }
            }
            sums.into_iter().map(|sum| sum / (2.0 * whole)).collect()
        }
        Parts::Many { parts, power } => {
            let mut sums = vec![Sum::default(); matrix.rows()];
            for (criterion, part) in by_key(matrix, &parts) {
                for (sum, points) in sums.iter_mut().zip(points(criterion)) {
                    *sum += Sum::twice(*part, points);
                }
            }
            sums.into_iter().map(|sum| sum.float(power) / 2.0).collect()
        }
    })
}
