//! Which polygons touch along a boundary of positive length, in whole numbers only.
//!
//! 1. Points at most `snap` units apart, each way, are taken for one point: the least of them by x and then y.
//! 2. Each edge is led through every point that lies within one and a half `snap` of it: that is as far as a point which
//!    lies on it can be moved by rounding. So an edge that two neighbours share between them is cut at their corner.
//! 3. Two polygons touch where they now have a piece between the same two points. Touching in a corner does not count.
//! 4. A piece that is also a piece of a barrier line is barred. A barrier that crosses a boundary, or runs near one
//!    without lying on it, separates nothing.
//!
//! With `snap` 0 nothing is moved, and a point lies on an edge only if it does so exactly.
#![expect(clippy::indexing_slicing, reason = "points and columns are numbered here, and looked up by those numbers")]

use super::error::GridError;
use super::graph::{Edge, Sets};
use crate::kernel::{Progress, Result, tick};

/// A point in units; each coordinate is at most [`FARTHEST`] from zero, so that no product below leaves 128 bits.
pub(super) type Point = (i64, i64);

/// The greatest coordinate.
pub(super) const FARTHEST: i64 = 10_000_000_000_000;

/// The owner of a barrier's edges.
pub(super) const BARRIER: u32 = u32::MAX;

/// An edge of a polygon or a barrier line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Side {
    pub(super) from: Point,
    pub(super) to: Point,
    pub(super) owner: u32,
}

/// More polygons than this on one stretch are stacked data, not neighbours.
const MOST_ON_A_STRETCH: usize = 16;

/// The pairs of polygons that touch, in rising order.
pub(super) fn touching(
    sides: &[Side],
    snap: u8,
    name: impl Fn(u32) -> String,
    progress: &mut dyn Progress,
) -> Result<Vec<Edge>> {
    let snap = i64::from(snap);
    let points = Points::new(sides, snap);
    let chords: Vec<(u32, u32, u32)> = sides
        .iter()
        .map(|side| (points.number(side.from), points.number(side.to), side.owner))
        .filter(|(a, b, _)| a != b)
        .collect();
    let index = Index::new(&points, &chords);
    let total = chords.len() as u64;
    let mut pieces = Vec::with_capacity(chords.len());
    let mut on = Vec::new();
    for (done, (a, b, owner)) in (0_u64..).zip(&chords) {
        if done % 65_536 == 0 {
            tick(progress, done, total)?;
        }
        index.on_the_way(&points, *a, *b, snap, &mut on);
        let mut last = *a;
        for next in on.iter().map(|(_, point)| *point).chain([*b]) {
            pieces.push((last.min(next), last.max(next), *owner));
            last = next;
        }
    }
    pieces.sort_unstable();
    pieces.dedup();
    let mut pairs = Vec::new();
    for group in pieces.chunk_by(|p, q| (p.0, p.1) == (q.0, q.1)) {
        let barred = group.last().is_some_and(|p| p.2 == BARRIER);
        let owners = &group[..group.len() - usize::from(barred)];
        if owners.len() > MOST_ON_A_STRETCH {
            let key = owners.first().map_or_else(String::new, |p| name(p.2));
            return Err(GridError::Stacked { key, count: owners.len() }.into());
        }
        for (i, p) in owners.iter().enumerate() {
            let length = length(points.at(p.0), points.at(p.1));
            pairs.extend(owners[i + 1..].iter().map(|q| Edge { a: p.2, b: q.2, length, barrier: barred }));
        }
    }
    pairs.sort_unstable();
    Ok(pairs.chunk_by(|p, q| (p.a, p.b) == (q.a, q.b)).filter_map(merged).collect())
}

/// Two polygons with several stretches: open if one of them is, and as long as the open ones together.
fn merged(stretches: &[Edge]) -> Option<Edge> {
    let first = stretches.first()?;
    let barrier = stretches.iter().all(|e| e.barrier);
    let length = stretches.iter().filter(|e| e.barrier == barrier).map(|e| e.length).sum();
    Some(Edge { length, barrier, ..*first })
}

/// The length of a piece in units, to the nearest.
fn length(p: Point, q: Point) -> u64 {
    let (dx, dy) = (wide(q.0 - p.0), wide(q.1 - p.1));
    let twice = (4 * (dx * dx + dy * dy)).unsigned_abs().isqrt();
    u64::try_from(twice.div_ceil(2)).unwrap_or(u64::MAX)
}

fn wide(n: i64) -> i128 {
    n.into()
}

/// The different points in rising order, and for each the point that it is taken for.
struct Points {
    points: Vec<Point>,
    stands: Vec<u32>,
}

impl Points {
    fn new(sides: &[Side], snap: i64) -> Self {
        let mut points: Vec<Point> = sides.iter().flat_map(|side| [side.from, side.to]).collect();
        points.sort_unstable();
        points.dedup();
        let mut sets = Sets::new(points.len());
        if snap > 0 {
            for (i, (x, y)) in (0_u32..).zip(&points) {
                for dx in 0..=snap {
                    // The points before this one have looked for it.
                    let start = points.partition_point(|p| *p < (x + dx, y - snap));
                    let near = points[start..].iter().take_while(|p| p.0 == x + dx && p.1 <= y + snap);
                    for (j, _) in (u32::try_from(start).unwrap_or(u32::MAX)..).zip(near) {
                        sets.join(i, j);
                    }
                }
            }
        }
        let stands = (0..u32::try_from(points.len()).unwrap_or(u32::MAX)).map(|i| sets.find(i)).collect();
        Self { points, stands }
    }

    fn at(&self, number: u32) -> Point {
        self.points[number as usize]
    }

    fn number(&self, point: Point) -> u32 {
        // Every point asked for went in.
        self.points.binary_search(&point).map_or(0, |at| self.stands[at])
    }
}

/// The points by cells of a square grid, column by column.
struct Index {
    size: i64,
    /// The columns that hold a point, each with where its cells begin.
    columns: Vec<(i64, usize)>,
    /// Row of the cell, and point; by column, then row.
    cells: Vec<(i64, u32)>,
}

impl Index {
    fn new(points: &Points, chords: &[(u32, u32, u32)]) -> Self {
        let mut reaches: Vec<i64> = chords
            .iter()
            .map(|(a, b, _)| {
                let (p, q) = (points.at(*a), points.at(*b));
                (p.0 - q.0).abs().max((p.1 - q.1).abs())
            })
            .collect();
        let middle = reaches.len() / 2;
        // Cells as large as the middle edge, so that most edges look into a few cells with a few points.
        let size = if reaches.is_empty() { 1 } else { (*reaches.select_nth_unstable(middle).1).max(1) };
        let mut placed: Vec<(i64, i64, u32)> = (0_u32..)
            .zip(&points.points)
            .filter(|(i, _)| points.stands[*i as usize] == *i)
            .map(|(i, (x, y))| (x.div_euclid(size), y.div_euclid(size), i))
            .collect();
        placed.sort_unstable();
        let mut columns: Vec<(i64, usize)> = Vec::new();
        for (at, (column, ..)) in placed.iter().enumerate() {
            if columns.last().is_none_or(|(last, _)| last != column) {
                columns.push((*column, at));
            }
        }
        Self { size, columns, cells: placed.into_iter().map(|(_, row, point)| (row, point)).collect() }
    }

    /// The points that lie on the way from one point to another, in their order on it.
    fn on_the_way(&self, points: &Points, a: u32, b: u32, snap: i64, on: &mut Vec<(i128, u32)>) {
        on.clear();
        let (p, q) = (points.at(a), points.at(b));
        let (left, right) = if p.0 <= q.0 { (p, q) } else { (q, p) };
        let reach = 2 * snap;
        let first = (left.0 - reach).div_euclid(self.size);
        let last = (right.0 + reach).div_euclid(self.size);
        let start = self.columns.partition_point(|(column, _)| *column < first);
        for (i, (column, begin)) in self.columns.iter().enumerate().skip(start).take_while(|(_, (c, _))| *c <= last) {
            let end = self.columns.get(i + 1).map_or(self.cells.len(), |(_, begin)| *begin);
            let (low, high) = rows(left, right, column * self.size - reach, (column + 1) * self.size + reach);
            let (low, high) = ((low - reach).div_euclid(self.size), (high + reach).div_euclid(self.size));
            let cells = &self.cells[*begin..end];
            let from = cells.partition_point(|(row, _)| *row < low);
            for (_, point) in cells[from..].iter().take_while(|(row, _)| *row <= high) {
                if *point != a && *point != b {
                    on.extend(along(p, q, points.at(*point), snap).map(|way| (way, *point)));
                }
            }
        }
        on.sort_unstable();
    }
}

/// The lowest and highest y of an edge between two x, which may lie beyond its ends.
fn rows(left: Point, right: Point, from: i64, to: i64) -> (i64, i64) {
    let (low, high) = (left.1.min(right.1), left.1.max(right.1));
    let dx = wide(right.0 - left.0);
    if dx == 0 {
        return (low, high);
    }
    let at = |x: i64| {
        let x = x.clamp(left.0, right.0);
        // Rounded down; one more on the upper side makes up for it.
        let y = wide(left.1) + (wide(right.1 - left.1) * wide(x - left.0)).div_euclid(dx);
        i64::try_from(y).unwrap_or(low).clamp(low, high)
    };
    let (one, two) = (at(from), at(to));
    (one.min(two), (one.max(two) + 1).min(high))
}

/// How far along the way from `p` to `q` a point lies, if it lies on it between the two.
fn along(p: Point, q: Point, point: Point, snap: i64) -> Option<i128> {
    let (dx, dy) = (wide(q.0 - p.0), wide(q.1 - p.1));
    let (x, y) = (wide(point.0 - p.0), wide(point.1 - p.1));
    let (way, square) = (x * dx + y * dy, dx * dx + dy * dy);
    let off = dx * y - dy * x;
    // Distance is off / sqrt(square); beyond 2^60 it is more than any snap, and would not square within 128 bits.
    let near = off == 0 || (off.abs() < 1 << 60 && 4 * off * off <= 9 * wide(snap * snap) * square);
    (near && 0 < way && way < square).then_some(way)
}
