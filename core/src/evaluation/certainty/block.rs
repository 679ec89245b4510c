//! Weighted sums of several draws at a time.
#![expect(clippy::indexing_slicing, reason = "every slice is a multiple of the sizes that the block was made with")]

use super::model::signed;
use crate::evaluation::methods::Matrix;

/// Rows that are summed side by side; the sum of each runs over the criteria in their order.
const LANES: usize = 8;

/// The rows of a matrix in tiles, the weights of a few draws, and their scores.
pub(super) struct Block {
    rows: usize,
    criteria: usize,
    /// Tile by tile, criterion by criterion, the values of [`LANES`] rows; zeros fill the last tile.
    tiles: Vec<f64>,
    /// Draw by draw.
    weights: Vec<f64>,
    /// Draw by draw, the last tile full.
    scores: Vec<f64>,
}

impl Block {
    /// How many draws are scored at a time.
    pub const DRAWS: u64 = 8;

    pub fn new(matrix: &Matrix<'_>) -> Self {
        let (rows, criteria) = (matrix.rows(), matrix.criteria().len());
        let count = rows.div_ceil(LANES);
        let mut tiles = vec![0.0; count * criteria * LANES];
        for (j, criterion) in matrix.criteria().iter().enumerate() {
            for (tile, values) in criterion.values().chunks(LANES).enumerate() {
                let start = (tile * criteria + j) * LANES;
                for (slot, value) in tiles[start..start + LANES].iter_mut().zip(values) {
                    *slot = signed(criterion.direction(), *value);
                }
            }
        }
        let draws = usize::try_from(Self::DRAWS).unwrap_or(1);
        Self { rows, criteria, tiles, weights: vec![0.0; draws * criteria], scores: vec![0.0; draws * count * LANES] }
    }

    /// The weights of each draw, to be filled.
    pub fn weights(&mut self) -> impl Iterator<Item = &mut [f64]> {
        self.weights.chunks_exact_mut(self.criteria)
    }

    /// The scores of each draw by row.
    pub fn scores(&self) -> impl Iterator<Item = &[f64]> {
        let padded = self.rows.div_ceil(LANES) * LANES;
        self.scores.chunks_exact(padded).map(|scores| &scores[..self.rows])
    }

    /// Scores every row under the weights of every draw.
    pub fn score(&mut self) {
        let padded = self.rows.div_ceil(LANES) * LANES;
        for (at, tile) in self.tiles.chunks_exact(self.criteria * LANES).enumerate() {
            let tile = tile.as_chunks::<LANES>().0;
            let pairs = self.weights.chunks_exact(2 * self.criteria).zip(self.scores.chunks_exact_mut(2 * padded));
            for (weights, scores) in pairs {
                let (first, second) = weights.split_at(self.criteria);
                let (one, two) = sums(tile, first, second);
                let (upper, lower) = scores.split_at_mut(padded);
                upper[at * LANES..][..LANES].copy_from_slice(&one);
                lower[at * LANES..][..LANES].copy_from_slice(&two);
            }
        }
    }
}

/// The weighted sums of a tile's rows under two lists of weights.
fn sums(tile: &[[f64; LANES]], first: &[f64], second: &[f64]) -> ([f64; LANES], [f64; LANES]) {
    let (mut one, mut two) = ([0.0; LANES], [0.0; LANES]);
    for ((values, a), b) in tile.iter().zip(first).zip(second) {
        for lane in 0..LANES {
            one[lane] += a * values[lane];
            two[lane] += b * values[lane];
        }
    }
    (one, two)
}
