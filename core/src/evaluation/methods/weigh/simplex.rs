//! A small linear programme solver: a dense tableau and Bland's rule, so that it ends and takes the same steps everywhere.
//!
//! The programmes here have as many variables as criteria. A library for large sparse ones would bring its own clock, its own matrices
//! and its own tie-breaking.

#![expect(clippy::indexing_slicing, reason = "every row of the tableau has the same length, fixed at the start")]

use super::WeighError as Fault;
use crate::kernel::Result;

/// What is zero in a tableau whose entries are of the size of one.
const ZERO: f64 = 1e-11;
/// Programmes of this size need some tens of steps.
const MOST_PIVOTS: usize = 50_000;

/// The greatest `gain · x` over `x >= 0` with `row · x <= bound` and `row · x = bound`; every bound is zero or more.
#[derive(Debug, Clone, Default)]
pub(super) struct Programme {
    pub gain: Vec<f64>,
    pub at_most: Vec<(Vec<f64>, f64)>,
    pub equal: Vec<(Vec<f64>, f64)>,
}

struct Tableau {
    /// Each with its right-hand side last.
    rows: Vec<Vec<f64>>,
    /// The basic variable of each row.
    basis: Vec<usize>,
    pivots: usize,
}

impl Programme {
    /// The best `x`; `None` where no `x` meets the constraints or the gain has no bound.
    ///
    /// # Errors
    /// `weights-not-solved`.
    pub fn solve(&self) -> Result<Option<Vec<f64>>> {
        let variables = self.gain.len();
        let slacks = self.at_most.len();
        let artificial = variables + slacks;
        let width = artificial + self.equal.len();
        let mut rows = Vec::with_capacity(slacks + self.equal.len());
        let mut basis = Vec::with_capacity(rows.capacity());
        for (i, (row, bound)) in self.at_most.iter().chain(&self.equal).enumerate() {
            let mut line = vec![0.0; width + 1];
            line[..variables].copy_from_slice(row);
            // A slack of its own for an inequality, an artificial variable for an equation.
            line[variables + i] = 1.0;
            line[width] = *bound;
            rows.push(line);
            basis.push(variables + i);
        }
        let mut tableau = Tableau { rows, basis, pivots: 0 };
        if !self.equal.is_empty() {
            let mut leave = vec![0.0; width];
            leave[artificial..].fill(-1.0);
            if !tableau.maximise(&leave, width)? || tableau.value(&leave).abs() > 1e-9 {
                return Ok(None);
            }
            tableau.expel(artificial);
        }
        let mut gain = self.gain.clone();
        gain.resize(width, 0.0);
        if !tableau.maximise(&gain, artificial)? {
            return Ok(None);
        }
        let mut out = vec![0.0; variables];
        for (row, &basic) in tableau.rows.iter().zip(&tableau.basis) {
            if let Some(value) = out.get_mut(basic) {
                *value = row[width].max(0.0);
            }
        }
        Ok(Some(out))
    }
}

impl Tableau {
    fn value(&self, gain: &[f64]) -> f64 {
        self.rows.iter().zip(&self.basis).map(|(row, &basic)| gain[basic] * row[row.len() - 1]).sum()
    }

    /// Pivots until no variable before `allowed` gains; false where the gain has no bound.
    fn maximise(&mut self, gain: &[f64], allowed: usize) -> Result<bool> {
        let mut reduced: Vec<f64> = gain.to_vec();
        for (row, &basic) in self.rows.iter().zip(&self.basis) {
            let factor = gain[basic];
            if factor != 0.0 {
                for (x, entry) in reduced.iter_mut().zip(row) {
                    *x -= factor * entry;
                }
            }
        }
        // Bland: the first variable that gains comes in, of the rows that bound it the one with the first basic variable goes out.
        while let Some(entering) = (0..allowed).find(|&j| reduced[j] > ZERO) {
            let mut leaving: Option<(usize, f64)> = None;
            for (i, row) in self.rows.iter().enumerate().filter(|(_, row)| row[entering] > ZERO) {
                let ratio = row[row.len() - 1] / row[entering];
                let better = leaving.is_none_or(|(best, least)| {
                    let tied = (ratio - least).abs() <= ZERO * ZERO;
                    if tied { self.basis[i] < self.basis[best] } else { ratio < least }
                });
                if better {
                    leaving = Some((i, ratio));
                }
            }
            let Some((leaving, _)) = leaving else { return Ok(false) };
            self.pivot(leaving, entering)?;
            let factor = reduced[entering];
            for (x, entry) in reduced.iter_mut().zip(&self.rows[leaving]) {
                *x -= factor * entry;
            }
            reduced[entering] = 0.0;
        }
        Ok(true)
    }

    /// Takes artificial variables that stayed in the basis at zero out of it, where another variable can stand in.
    fn expel(&mut self, artificial: usize) {
        for i in 0..self.rows.len() {
            if self.basis[i] >= artificial
                && let Some(entering) = (0..artificial).find(|&j| self.rows[i][j].abs() > 1e-9)
            {
                // The pivot may be negative: the right-hand side is zero.
                let _ = self.pivot(i, entering);
            }
        }
    }

    fn pivot(&mut self, at: usize, entering: usize) -> Result<()> {
        self.pivots += 1;
        if self.pivots > MOST_PIVOTS {
            return Err(Fault::NotSolved { pivots: MOST_PIVOTS }.into());
        }
        let mut line = std::mem::take(&mut self.rows[at]);
        let factor = line[entering];
        for x in &mut line {
            *x /= factor;
        }
        line[entering] = 1.0;
        let right = line.len() - 1;
        for row in self.rows.iter_mut().filter(|row| !row.is_empty()) {
            let factor = row[entering];
            if factor != 0.0 {
                for (x, entry) in row.iter_mut().zip(&line) {
                    *x -= factor * entry;
                }
                row[entering] = 0.0;
                // What rounding left below zero would turn the ratios round.
                if row[right] < 0.0 && row[right] > -ZERO {
                    row[right] = 0.0;
                }
            }
        }
        self.rows[at] = line;
        self.basis[at] = entering;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(got: &[f64], expected: &[f64]) {
        assert!(got.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-12), "{got:?}");
    }

    /// By hand: the corner of two constraints, an equation, no solution, no bound.
    #[test]
    fn small_programmes() {
        let corner = Programme {
            gain: vec![3.0, 2.0],
            at_most: vec![(vec![1.0, 1.0], 4.0), (vec![1.0, 3.0], 6.0), (vec![1.0, 0.0], 3.0)],
            equal: Vec::new(),
        };
        close(&corner.solve().unwrap().unwrap(), &[3.0, 1.0]);
        let line = Programme { equal: vec![(vec![1.0, 1.0], 2.0)], ..corner.clone() };
        close(&line.solve().unwrap().unwrap(), &[2.0, 0.0]);
        let beyond = Programme { equal: vec![(vec![1.0, 1.0], 9.0)], ..corner.clone() };
        assert_eq!(beyond.solve().unwrap(), None);
        let free = Programme { at_most: vec![(vec![1.0, -1.0], 1.0)], ..corner };
        assert_eq!(free.solve().unwrap(), None);
    }

    /// Beale (1955): the rule of the largest gain runs in circles here.
    #[test]
    fn a_programme_that_cycles_ends() {
        let beale = Programme {
            gain: vec![0.75, -150.0, 0.02, -6.0],
            at_most: vec![
                (vec![0.25, -60.0, -0.04, 9.0], 0.0),
                (vec![0.5, -90.0, -0.02, 3.0], 0.0),
                (vec![0.0, 0.0, 1.0, 0.0], 1.0),
            ],
            equal: Vec::new(),
        };
        close(&beale.solve().unwrap().unwrap(), &[0.04, 0.0, 1.0, 0.0]);
    }
}
