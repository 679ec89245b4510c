//! ELECTRE I: which alternatives outrank which, and the few that remain to choose from.

#![expect(clippy::indexing_slicing, reason = "square tables of the rows, every index below their number")]

use serde::Serialize;

use super::weighed;
use crate::evaluation::methods::columns::{by_key, divisor, each, extremes, several, sum, within};
use crate::evaluation::methods::{Direction, Matrix, MethodError, Weights};
use crate::kernel::Result;

/// More rows would need tables of gigabytes.
const MOST_ROWS: usize = 2_000;
/// A threshold is met within this, so that a sum of decimals meets the decimal that it should be.
const MEETS: f64 = 1e-12;

/// What ELECTRE I finds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Electre {
    /// `[a][b]`: the share of the weights of the criteria in which `a` is as good as `b` or better; on the diagonal 1.
    pub concordance: Vec<Vec<f64>>,
    /// `[a][b]`: the most by which `a` is worse than `b` in a criterion, over the widest range of all criteria; on the diagonal 0.
    pub discordance: Vec<Vec<f64>>,
    /// `[a][b]`: whether `a` outranks `b`: concordance and discordance both meet their thresholds.
    pub outranks: Vec<Vec<bool>>,
    /// The rows to choose from, in their order: none is outranked by another of them but in a circle, and each other row is outranked
    /// by one of them or by what stands in a circle with one of them.
    pub kernel: Vec<usize>,
}

/// ELECTRE I (消去与选择转换法) with a least concordance and a greatest discordance.
///
/// The values of each criterion are first divided by their sum. Rows that outrank each other in a circle count as one in the kernel, as in
/// Roy, Classement et choix en présence de points de vue multiples, RIRO 2 (1968).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weights, electre};
/// // Cebrian and Porcar (2009): six tenders, of which the fifth remains.
/// let column = |key: &str, direction, values: [f64; 6]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, direction, values.to_vec()));
/// let (up, down) = (Direction::Higher, Direction::Lower);
/// let matrix = Matrix::new(vec![
///     column("a", up, [6.0, 4.0, 5.0, 6.0, 6.0, 5.0])?,
///     column("b", up, [5.0, 2.0, 7.0, 1.0, 8.0, 6.0])?,
///     column("c", down, [28.0, 25.0, 35.0, 27.0, 30.0, 26.0])?,
///     column("d", up, [5.0, 10.0, 9.0, 6.0, 7.0, 4.0])?,
///     column("e", up, [5.0, 9.0, 6.0, 7.0, 9.0, 8.0])?,
/// ])?;
/// let found = electre(&matrix, &Weights::new(vec![0.25, 0.25, 0.1, 0.2, 0.2])?, 0.65, 0.35)?;
/// assert_eq!(format!("{:.2} {:.4}", found.concordance[0][3], found.discordance[0][1]), "0.50 0.5052");
/// assert_eq!(found.kernel, [4]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `one-row`, `method-too-many-rows` above 2,000, `criterion-all-zero` where a sum is not above zero, `rows-all-equal`,
/// `method-parameter-invalid`, `method-counts-differ`.
pub fn electre(matrix: &Matrix<'_>, weights: &Weights, concordance: f64, discordance: f64) -> Result<Electre> {
    within("concordance", concordance, (0.0..=1.0).contains(&concordance), "a share from 0 to 1")?;
    within("discordance", discordance, (0.0..=1.0).contains(&discordance), "a share from 0 to 1")?;
    several(matrix, "ELECTRE I")?;
    let weights = weighed(matrix, weights)?;
    let rows = matrix.rows();
    if rows > MOST_ROWS {
        return Err(MethodError::TooManyRows { got: rows, most: MOST_ROWS, needed_by: "ELECTRE I".into() }.into());
    }
    let sums = each(matrix, |criterion| {
        let sum = divisor(criterion, sum(criterion.values()))?;
        Ok(if criterion.direction() == Direction::Higher { sum } else { -sum })
    })?;
    let shares: Vec<Vec<f64>> = matrix
        .criteria()
        .iter()
        .zip(&sums)
        .map(|(criterion, sum)| criterion.values().iter().map(|x| x / sum).collect())
        .collect();
    let widest = shares.iter().map(|column| {
        let (low, high) = extremes(column);
        high - low
    });
    let widest = widest.fold(0.0, f64::max);
    if widest <= 0.0 {
        return Err(MethodError::RowsAllEqual.into());
    }
    let whole = sum(weights);
    let mut agree = vec![vec![0.0; rows]; rows];
    let mut object = vec![vec![0.0_f64; rows]; rows];
    for (_, &(column, weight)) in by_key(matrix, &shares.iter().zip(weights).collect::<Vec<_>>()) {
        for (a, (agree, object)) in agree.iter_mut().zip(&mut object).enumerate() {
            for ((agree, object), other) in agree.iter_mut().zip(object).zip(column) {
                let behind = other - column[a];
                if behind <= 0.0 {
                    *agree += weight / whole;
                } else {
                    *object = object.max(behind / widest);
                }
            }
        }
    }
    let outranks: Vec<Vec<bool>> = (0..rows)
        .map(|a| {
            let meets = |b: usize| agree[a][b] >= concordance - MEETS && object[a][b] <= discordance + MEETS;
            (0..rows).map(|b| a != b && meets(b)).collect()
        })
        .collect();
    let kernel = kernel(&outranks);
    Ok(Electre { concordance: agree, discordance: object, outranks, kernel })
}

/// The kernel of a graph whose circles count as one: from the top, a circle is in where no circle of the kernel outranks it.
fn kernel(outranks: &[Vec<bool>]) -> Vec<usize> {
    let rows = outranks.len();
    // The rows that can be reached from each, itself included; two that reach each other stand in one circle.
    let mut circle = vec![usize::MAX; rows];
    // Finishing order of a walk along the arrows, without recursion.
    let mut finished = Vec::with_capacity(rows);
    let mut seen = vec![false; rows];
    for start in 0..rows {
        let mut stack = vec![(start, 0)];
        if std::mem::replace(&mut seen[start], true) {
            continue;
        }
        while let Some((row, next)) = stack.pop() {
            match (next..rows).find(|&other| outranks[row][other] && !seen[other]) {
                Some(other) => {
                    seen[other] = true;
                    stack.push((row, other + 1));
                    stack.push((other, 0));
                }
                None => finished.push(row),
            }
        }
    }
    // Against the arrows, the last finished first: each walk is one circle, and the circles come from the top to the bottom.
    let mut circles: Vec<Vec<usize>> = Vec::new();
    for &start in finished.iter().rev() {
        if circle[start] != usize::MAX {
            continue;
        }
        let number = circles.len();
        let (mut members, mut stack) = (Vec::new(), vec![start]);
        circle[start] = number;
        while let Some(row) = stack.pop() {
            members.push(row);
            for other in (0..rows).filter(|&other| outranks[other][row]) {
                if circle[other] == usize::MAX {
                    circle[other] = number;
                    stack.push(other);
                }
            }
        }
        circles.push(members);
    }
    let mut within = vec![false; circles.len()];
    for (number, members) in circles.iter().enumerate() {
        let outranked =
            (0..rows).any(|a| circle[a] < number && within[circle[a]] && members.iter().any(|&b| outranks[a][b]));
        within[number] = !outranked;
    }
    (0..rows).filter(|&row| within[circle[row]]).collect()
}

#[cfg(test)]
mod tests {
    use super::kernel;

    fn graph(rows: usize, arrows: &[(usize, usize)]) -> Vec<Vec<bool>> {
        (0..rows).map(|a| (0..rows).map(|b| arrows.contains(&(a, b))).collect()).collect()
    }

    /// By hand: a chain, a circle above a row, two apart, and a circle below.
    #[test]
    fn kernels_of_small_graphs() {
        assert_eq!(kernel(&graph(3, &[(0, 1), (1, 2)])), [0, 2]);
        assert_eq!(kernel(&graph(4, &[(0, 1), (1, 2), (2, 0), (1, 3)])), [0, 1, 2]);
        assert_eq!(kernel(&graph(2, &[])), [0, 1]);
        assert_eq!(kernel(&graph(3, &[(2, 0), (0, 1), (1, 0)])), [2]);
    }
}
