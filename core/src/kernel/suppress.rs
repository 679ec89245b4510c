//! Small cells of a table of counts hidden, and as many more that what is hidden cannot be worked out from the totals.
//!
//! A table with its totals is a circulation: counts flow from rows to columns, from columns into the grand total and back
//! into rows. What a reader can work out about a hidden count is then how far it can move while the published ones stand
//! and none goes below zero. A small count is safe once it could as well be as large as the threshold; the cheapest ring of
//! counts that gives it this room is hidden with it. Source: M. Fischetti and J. J. Salazar-González, "Models and
//! algorithms for optimizing cell suppression in tabular data with linear constraints", JASA 95 (2000), whose protection
//! levels these are; the choice of rings is greedy, so it may hide more than the fewest.

use std::collections::BTreeSet;

use super::Result;
use super::error::faults;

faults! {
    /// Faults of a table of counts.
    pub enum CountsError: Value {
        /// Rows of different length.
        RaggedCounts { row: usize, got: usize, expected: usize } => "counts-ragged", "row {row} has {got} counts, expected {expected}", "give every row a count for every column";
        /// Counts whose sum is beyond the range.
        CountsTooLarge => "counts-too-large", "the counts add up to more than can be counted", "check the counts";
    }
}

/// A published table of counts: what is hidden is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suppressed {
    /// The counts by row and column.
    pub cells: Vec<Vec<Option<u64>>>,
    /// The sum of each row.
    pub rows: Vec<Option<u64>>,
    /// The sum of each column.
    pub columns: Vec<Option<u64>>,
    /// The sum of all.
    pub total: Option<u64>,
    /// How many counts, sums included, are hidden for being small: not for publication, as it tells them from the others.
    pub small: u32,
    /// How many more are hidden to protect these: not for publication either.
    pub more: u32,
    net: Network,
    width: usize,
}

/// What a reader can work out about a count: from a least to a greatest value, the latter none where there is no limit.
pub type Bounds = (u64, Option<u64>);

impl Suppressed {
    /// What a reader can work out about a cell from all that is published.
    pub fn bounds(&self, row: usize, column: usize) -> Option<Bounds> {
        let there = self.cells.get(row).is_some_and(|cells| column < cells.len());
        there.then(|| self.net.bounds(row * self.width + column))
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Arc {
    from: usize,
    to: usize,
    count: u64,
    cost: u64,
    hidden: bool,
    small: bool,
}

/// Hides counts below `least` in a table and its sums, and more until none of these can be worked out.
///
/// Afterwards every small count could, by all that is published, as well be `least` or more.
///
/// # Errors
/// `counts-ragged`, `counts-too-large`.
///
/// ```
/// use shequ::kernel::suppress;
/// let table = suppress(&[vec![3, 20, 12], vec![30, 9, 14], vec![8, 7, 40]], 5)?;
/// // The 3 is small; hiding it alone would leave it to subtraction, so three more are hidden with it.
/// assert_eq!(table.cells[0][0], None);
/// assert_eq!((table.small, table.more), (1, 3));
/// assert_eq!(table.total, Some(143));
/// assert!(table.bounds(0, 0).is_some_and(|(_, most)| most.is_none_or(|most| most >= 5)));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn suppress(cells: &[Vec<u64>], least: u64) -> Result<Suppressed> {
    let width = cells.first().map_or(0, Vec::len);
    for (row, counts) in cells.iter().enumerate() {
        if counts.len() != width {
            return Err(CountsError::RaggedCounts { row, got: counts.len(), expected: width }.into());
        }
    }
    let sum = |counts: &[u64]| {
        let sum = counts.iter().try_fold(0_u64, |sum, count| sum.checked_add(*count));
        sum.filter(|sum| *sum < 1 << 53).ok_or(CountsError::CountsTooLarge)
    };
    let rows: Vec<u64> = cells.iter().map(|row| sum(row)).collect::<Result<_, _>>()?;
    let total = sum(&rows)?;
    let columns: Vec<u64> = (0..width).map(|j| cells.iter().filter_map(|r| r.get(j)).sum()).collect();
    let mut net = Network::new(cells, &rows, &columns, total, least);
    net.protect(least);
    let shown: Vec<Option<u64>> = net.arcs.iter().map(|a| (!a.hidden).then_some(a.count)).collect();
    let part = |from: usize, count: usize| shown.get(from..from + count).unwrap_or_default().to_vec();
    let size = width * cells.len();
    let hidden = |small: bool| net.arcs.iter().filter(|a| a.hidden && a.small == small).count();
    Ok(Suppressed {
        cells: (0..cells.len()).map(|i| part(i * width, width)).collect(),
        rows: part(size, rows.len()),
        columns: part(size + rows.len(), width),
        total: shown.last().copied().flatten(),
        small: u32::try_from(hidden(true)).unwrap_or(u32::MAX),
        more: u32::try_from(hidden(false)).unwrap_or(u32::MAX),
        net,
        width,
    })
}

/// No limit.
const FREE: u64 = u64::MAX;

#[derive(Debug, Clone, PartialEq, Eq)]
struct Network {
    nodes: usize,
    /// Cells by row, then the sums of rows, of columns, and of all.
    arcs: Vec<Arc>,
    /// The arcs that touch each node.
    at: Vec<Vec<usize>>,
}

impl Network {
    fn new(cells: &[Vec<u64>], rows: &[u64], columns: &[u64], total: u64, least: u64) -> Self {
        let (height, width) = (rows.len(), columns.len());
        let nodes = height + width + 2;
        let (into, out) = (height + width, height + width + 1);
        let small = |count: u64| count < least;
        // A sum costs more than all cells together: it is hidden only where no ring of cells will do.
        let cell =
            |from, to, count| Arc { from, to, count, cost: count + 1, hidden: small(count), small: small(count) };
        let sums = total + (height * width) as u64 + 1;
        let sum = |from, to, count| Arc { cost: sums + count, ..cell(from, to, count) };
        let mut arcs = Vec::new();
        for (i, row) in cells.iter().enumerate() {
            arcs.extend(row.iter().enumerate().map(|(j, count)| cell(i, height + j, *count)));
        }
        arcs.extend(rows.iter().enumerate().map(|(i, count)| sum(out, i, *count)));
        arcs.extend(columns.iter().enumerate().map(|(j, count)| sum(height + j, into, *count)));
        arcs.push(sum(into, out, total));
        let mut at = vec![Vec::new(); nodes];
        for (i, arc) in arcs.iter().enumerate() {
            for end in [arc.from, arc.to] {
                at.get_mut(end).into_iter().for_each(|list| list.push(i));
            }
        }
        Self { nodes, arcs, at }
    }

    /// Hides rings until every small count has room up to the threshold.
    fn protect(&mut self, least: u64) {
        for arc in 0..self.arcs.len() {
            let Some(Arc { from, to, count, small: true, .. }) = self.arcs.get(arc).copied() else { continue };
            let mut flow: Vec<u64> = self.arcs.iter().map(|a| a.count).collect();
            let mut room = 0;
            while room < least - count {
                // There is always a ring: through a cell runs one along its row's sum, the total and its column's sum.
                let Some(path) = self.path(to, from, arc, &flow, true) else { break };
                room = room.saturating_add(push(&path, &mut flow, least - count - room));
                for (step, _) in path {
                    self.arcs.get_mut(step).into_iter().for_each(|a| a.hidden = true);
                }
            }
        }
    }

    /// How far a count can move while all that is published stands.
    fn bounds(&self, arc: usize) -> Bounds {
        let Some(Arc { from, to, count, hidden, .. }) = self.arcs.get(arc).copied() else { return (0, None) };
        if !hidden {
            return (count, Some(count));
        }
        let less = self.room(from, to, arc, count);
        let more = self.room(to, from, arc, FREE);
        (count - less, (more != FREE).then(|| count.saturating_add(more)))
    }

    fn room(&self, from: usize, to: usize, without: usize, goal: u64) -> u64 {
        let mut flow: Vec<u64> = self.arcs.iter().map(|a| a.count).collect();
        let mut room = 0;
        while room < goal {
            let Some(path) = self.path(from, to, without, &flow, false) else { break };
            let more = push(&path, &mut flow, goal - room);
            if more == FREE {
                return FREE;
            }
            room += more;
        }
        room
    }

    /// The cheapest way over hidden arcs, and over published ones too if these may still be hidden; each step with its
    /// direction. Ways of one cost are told apart by the order of nodes.
    fn path(&self, from: usize, to: usize, without: usize, flow: &[u64], widen: bool) -> Option<Vec<(usize, bool)>> {
        let mut best = vec![(FREE, usize::MAX, true); self.nodes];
        let mut open = BTreeSet::from([(0_u64, from)]);
        best.get_mut(from)?.0 = 0;
        while let Some((cost, node)) = open.pop_first() {
            if node == to {
                break;
            }
            for step in self.at.get(node)?.iter().copied().filter(|step| *step != without) {
                let arc = self.arcs.get(step)?;
                let forward = arc.from == node;
                if (arc.hidden || widen) && (forward || flow.get(step).is_some_and(|f| *f > 0)) {
                    let next = if forward { arc.to } else { arc.from };
                    let there = cost + if arc.hidden { 0 } else { arc.cost };
                    let known = best.get_mut(next)?;
                    if there < known.0 {
                        open.remove(&(known.0, next));
                        *known = (there, step, forward);
                        open.insert((there, next));
                    }
                }
            }
        }
        let mut path = Vec::new();
        let mut node = to;
        while node != from {
            let (_, step, forward) = *best.get(node)?;
            let arc = self.arcs.get(step)?;
            path.push((step, forward));
            node = if forward { arc.from } else { arc.to };
        }
        Some(path)
    }
}

/// Moves counts along a way by as much as it takes, at most `goal`; how much. Nothing moves on a way without a limit.
fn push(path: &[(usize, bool)], flow: &mut [u64], goal: u64) -> u64 {
    let back = path.iter().filter(|(_, forward)| !forward);
    let limit = back.filter_map(|(step, _)| flow.get(*step)).min().copied().unwrap_or(FREE).min(goal);
    if limit != FREE {
        for (step, forward) in path {
            let Some(f) = flow.get_mut(*step) else { continue };
            *f = if *forward { f.saturating_add(limit) } else { f.saturating_sub(limit) };
        }
    }
    limit
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn fits(table: &Suppressed, cells: &[Vec<u64>]) -> bool {
        let same = |shown: Option<u64>, count: u64| shown.is_none_or(|shown| shown == count);
        let sum_of = |j: usize| cells.iter().map(|r| r[j]).sum::<u64>();
        cells.iter().zip(&table.cells).all(|(r, shown)| r.iter().zip(shown).all(|(c, s)| same(*s, *c)))
            && cells.iter().zip(&table.rows).all(|(r, s)| same(*s, r.iter().sum()))
            && table.columns.iter().enumerate().all(|(j, s)| same(*s, sum_of(j)))
            && same(table.total, cells.iter().flatten().sum())
    }

    /// Every table that a reader must reckon with, counted up to a bound: the values that each cell takes in them.
    fn possible(table: &Suppressed, height: usize, width: usize, most: u64) -> Vec<BTreeSet<u64>> {
        let mut seen = vec![BTreeSet::new(); height * width];
        let choices: Vec<Vec<u64>> =
            table.cells.iter().flatten().map(|c| c.map_or_else(|| (0..=most).collect(), |c| vec![c])).collect();
        let mut at = vec![0_usize; choices.len()];
        loop {
            let flat: Vec<u64> = at.iter().zip(&choices).map(|(i, c)| c[*i]).collect();
            let cells: Vec<Vec<u64>> = flat.chunks(width).map(<[u64]>::to_vec).collect();
            if fits(table, &cells) {
                flat.iter().zip(&mut seen).for_each(|(c, s)| s.extend([*c]));
            }
            let Some(turn) = (0..at.len()).rev().find(|i| at[*i] + 1 < choices[*i].len()) else { return seen };
            at[turn] += 1;
            at[turn + 1..].iter_mut().for_each(|i| *i = 0);
        }
    }

    #[test]
    fn a_hidden_cell_is_not_left_to_subtraction() {
        let table = suppress(&[vec![1, 10], vec![10, 10]], 5).unwrap();
        assert_eq!(table.cells, [vec![None, None], vec![None, None]]);
        assert_eq!(table.rows, [Some(11), Some(20)]);
        assert_eq!(table.bounds(0, 0), Some((0, Some(11))));
        // Zeros in one row: their sum of nothing would give them all away.
        let table = suppress(&[vec![0, 0], vec![20, 20]], 5).unwrap();
        assert_eq!(table.rows[0], None);
        assert!(table.bounds(0, 0).unwrap().1.is_none_or(|most| most >= 5));
    }

    #[test]
    fn large_counts_are_published_whole() {
        let table = suppress(&[vec![5, 6], vec![7, 8]], 5).unwrap();
        assert_eq!((table.small, table.more, table.total), (0, 0, Some(26)));
        assert!(suppress(&[], 5).unwrap().cells.is_empty());
        assert_eq!(suppress(&[vec![1], vec![]], 5).unwrap_err().first().code(), "counts-ragged");
        assert_eq!(suppress(&[vec![u64::MAX, 1]], 5).unwrap_err().first().code(), "counts-too-large");
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: if std::env::var_os("SHEQU_FULL").is_some() { 3_000 } else { 60 },
            failure_persistence: None,
            ..ProptestConfig::default()
        })]

        /// The oracle counts every table that fits what is published: small ones keep room, and the bounds are exact.
        #[test]
        fn what_is_hidden_cannot_be_worked_out(
            cells in (1_usize..3, 1_usize..3).prop_flat_map(|(h, w)| prop::collection::vec(prop::collection::vec(0_u64..5, w), h)),
        ) {
            let (height, width) = (cells.len(), cells[0].len());
            let table = suppress(&cells, 2).unwrap();
            let most = 16;
            let seen = possible(&table, height, width, most);
            for (i, count) in cells.iter().flatten().enumerate() {
                let (low, high) = table.bounds(i / width, i % width).unwrap();
                prop_assert_eq!(seen[i].first().copied(), Some(low), "{:?}", table);
                if high.is_some() {
                    prop_assert_eq!(seen[i].last().copied(), high, "{:?}", table);
                }
                if *count < 2 {
                    prop_assert!(table.cells[i / width][i % width].is_none() && seen[i].iter().any(|v| *v >= 2));
                }
            }
            let shown = table.cells.iter().flatten().chain(&table.rows).chain(&table.columns).chain([&table.total]);
            prop_assert!(shown.flatten().all(|count| *count >= 2));
        }
    }
}
