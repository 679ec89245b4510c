//! Weights from the principal components of the correlations.

#![expect(clippy::indexing_slicing, reason = "square tables of the criteria, every index below their number")]

use super::Weights;
use super::spread::{centred, correlation};
use crate::evaluation::methods::Matrix;
use crate::evaluation::methods::columns::several;
use crate::kernel::Result;

/// An eigenvalue counts as one or more within this, so that rounding does not drop a component.
const NEAR_ONE: f64 = 1e-9;

/// The eigenvalues of a symmetric table and its eigenvectors as columns, by Jacobi's rotations in a fixed order.
///
/// Sweeps go on until every entry off the diagonal is below 10^-15 of the largest, at most 100 times.
fn eigen(mut a: Vec<Vec<f64>>) -> (Vec<f64>, Vec<Vec<f64>>) {
    let n = a.len();
    let mut vectors: Vec<Vec<f64>> = (0..n).map(|i| (0..n).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    let largest = a.iter().flatten().fold(0.0_f64, |most, x| most.max(x.abs()));
    for _ in 0..100 {
        let mut turned = false;
        for p in 0..n {
            for q in p + 1..n {
                if a[p][q].abs() <= 1e-15 * largest {
                    continue;
                }
                turned = true;
                let theta = (a[q][q] - a[p][p]) / (2.0 * a[p][q]);
                let tangent = theta.signum() / (theta.abs() + (theta * theta + 1.0).sqrt());
                let cosine = 1.0 / (tangent * tangent + 1.0).sqrt();
                let sine = tangent * cosine;
                for row in &mut a {
                    let (x, y) = (row[p], row[q]);
                    (row[p], row[q]) = (cosine * x - sine * y, sine * x + cosine * y);
                }
                let (above, below) = a.split_at_mut(q);
                for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
                    (*x, *y) = (cosine * *x - sine * *y, sine * *x + cosine * *y);
                }
                for row in &mut vectors {
                    let (x, y) = (row[p], row[q]);
                    (row[p], row[q]) = (cosine * x - sine * y, sine * x + cosine * y);
                }
            }
        }
        if !turned {
            break;
        }
    }
    ((0..n).map(|i| a[i][i]).collect(), vectors)
}

fn decomposed(matrix: &Matrix<'_>) -> Result<(Vec<f64>, Vec<Vec<f64>>)> {
    several(matrix, "a correlation")?;
    let columns = centred(matrix)?;
    let n = columns.len();
    let mut table = vec![vec![1.0; n]; n];
    for j in 0..n {
        for k in j + 1..n {
            let correlation = correlation(&columns[j], &columns[k]);
            table[j][k] = correlation;
            table[k][j] = correlation;
        }
    }
    Ok(eigen(table))
}

const WHY: &str = "the criteria have no common component";

pub(super) fn communality(matrix: &Matrix<'_>) -> Result<Weights> {
    let (values, vectors) = decomposed(matrix)?;
    let held = |entries: &Vec<f64>| {
        let kept = values.iter().zip(entries).filter(|(value, _)| **value >= 1.0 - NEAR_ONE);
        kept.map(|(value, entry)| value * entry * entry).sum()
    };
    Weights::found(&vectors.iter().map(held).collect::<Vec<f64>>(), WHY)
}

pub(super) fn first(matrix: &Matrix<'_>) -> Result<Weights> {
    let (values, vectors) = decomposed(matrix)?;
    // Of equal eigenvalues the first.
    let top = (1..values.len()).fold(0, |best, k| if values[k] > values[best] { k } else { best });
    Weights::found(&vectors.iter().map(|entries| entries[top] * entries[top]).collect::<Vec<_>>(), WHY)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: [[2, 1], [1, 2]] has 1 and 3 along the diagonals of the plane; the 3 x 3 table with ones off the diagonal has 4, 1, 1.
    #[test]
    fn eigenvalues_of_small_tables() {
        let (mut values, vectors) = eigen(vec![vec![2.0, 1.0], vec![1.0, 2.0]]);
        values.sort_by(f64::total_cmp);
        assert!((values[0] - 1.0).abs() < 1e-14 && (values[1] - 3.0).abs() < 1e-14);
        assert!(vectors.iter().flatten().all(|x| (x.abs() - 0.5_f64.sqrt()).abs() < 1e-14));
        let (mut values, _) = eigen(vec![vec![2.0, 1.0, 1.0], vec![1.0, 2.0, 1.0], vec![1.0, 1.0, 2.0]]);
        values.sort_by(f64::total_cmp);
        assert!(values.iter().zip([1.0, 1.0, 4.0]).all(|(a, b)| (a - b).abs() < 1e-13));
    }
}
