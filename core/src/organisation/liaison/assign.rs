//! Assignment of least cost with bounds on both sides, proven by prices, with one answer among equals.
//!
//! Successive shortest ways with prices (J. Munkres, "Algorithms for the assignment and transportation problems", SIAM J. 5,
//! 1957; with the ways found as by N. Tomizawa, Networks 1, 1971). An officer is two places: the bounden ones, made cheaper
//! by more than any plan can cost, so that they fill first, and the free ones. All numbers are 128-bit integers, which
//! the limits of a plan keep from overflowing.

#![expect(
    clippy::indexing_slicing,
    reason = "rows, officers and places are positions in tables made here to their number"
)]

use std::collections::VecDeque;

/// Costs by row and officer, and how many rows each officer takes.
#[derive(Debug, Clone)]
pub(super) struct Problem {
    pub(super) officers: usize,
    /// `costs[row * officers + officer]`.
    pub(super) costs: Vec<u64>,
    pub(super) bounds: Vec<(u32, u32)>,
}

/// An assignment of least cost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Solution {
    /// The officer of each row.
    pub(super) officer: Vec<usize>,
    /// What a row costs at the margin.
    pub(super) row_prices: Vec<i128>,
    /// What an officer's bound costs at the margin: above zero the lower, below zero the upper.
    pub(super) officer_prices: Vec<i128>,
}

struct Place {
    officer: usize,
    room: usize,
    bonus: i128,
    price: i128,
    rows: Vec<usize>,
}

impl Problem {
    pub(super) fn rows(&self) -> usize {
        self.costs.len().checked_div(self.officers).unwrap_or(0)
    }

    fn cost(&self, row: usize, officer: usize) -> i128 {
        self.costs[row * self.officers + officer].into()
    }

    /// The assignment; the bounds must leave one.
    pub(super) fn solve(&self) -> Solution {
        let rows = self.rows();
        let greatest = self.costs.iter().max().copied().unwrap_or(0);
        let bonus = i128::from(greatest) * rows as i128 + 1;
        let mut places = Vec::new();
        for (officer, (least, most)) in self.bounds.iter().enumerate() {
            for (room, bonus) in [(*least, bonus), (most - least, 0)] {
                if room > 0 {
                    places.push(Place { officer, room: room as usize, bonus, price: 0, rows: Vec::new() });
                }
            }
        }
        let mut prices = vec![0_i128; rows];
        let mut at = vec![usize::MAX; rows];
        for row in 0..rows {
            self.place(row, &mut places, &mut prices, &mut at);
        }
        let mut officer_prices: Vec<Option<i128>> = vec![None; self.officers];
        for place in &places {
            let price = place.price + place.bonus;
            let known = &mut officer_prices[place.officer];
            *known = Some(known.map_or(price, |known| known.max(price)));
        }
        // Where the lower bounds take every row, all prices of officers may fall by as much as those of rows rise: the bonus
        // goes out of them.
        let bounden: usize = self.bounds.iter().map(|(least, _)| *least as usize).sum();
        let shift = if bounden == rows { officer_prices.iter().flatten().min().copied().unwrap_or(0) } else { 0 };
        let mut solution = Solution {
            officer: at.iter().map(|place| places[*place].officer).collect(),
            row_prices: prices.iter().map(|price| price + shift).collect(),
            officer_prices: officer_prices.iter().map(|price| price.unwrap_or(0) - shift).collect(),
        };
        // An officer who may take nobody has a price that makes nobody a bargain.
        for officer in (0..self.officers).filter(|officer| self.bounds[*officer].1 == 0) {
            let least = (0..rows).map(|row| self.cost(row, officer) - solution.row_prices[row]).min();
            solution.officer_prices[officer] = least.unwrap_or(0).min(0);
        }
        self.first_among_equals(&mut solution);
        solution
    }

    /// Finds the cheapest way to place one more row, and moves along it.
    fn place(&self, row: usize, places: &mut [Place], prices: &mut [i128], at: &mut [usize]) {
        let mut cheapest = vec![i128::MAX; places.len()];
        let mut from = vec![row; places.len()];
        let mut done = vec![false; places.len()];
        let reduced = |r: usize, place: &Place, prices: &[i128]| {
            self.cost(r, place.officer) - place.bonus - prices[r] - place.price
        };
        for (j, place) in places.iter().enumerate() {
            cheapest[j] = reduced(row, place, prices);
        }
        // The bounds leave room for every row, so a place with room is found.
        let end = loop {
            let open = (0..places.len()).filter(|j| !done[*j]);
            let Some(next) = open.min_by_key(|j| cheapest[*j]) else { return };
            if places[next].rows.len() < places[next].room {
                break next;
            }
            done[next] = true;
            for &r in &places[next].rows {
                for (j, place) in places.iter().enumerate() {
                    if !done[j] {
                        let there = cheapest[next] + reduced(r, place, prices);
                        if there < cheapest[j] {
                            (cheapest[j], from[j]) = (there, r);
                        }
                    }
                }
            }
        };
        prices[row] += cheapest[end];
        for (j, place) in places.iter_mut().enumerate().filter(|(j, _)| done[*j]) {
            let saved = cheapest[end] - cheapest[j];
            place.price -= saved;
            place.rows.iter().for_each(|r| prices[*r] += saved);
        }
        let mut place = end;
        loop {
            let moved = from[place];
            let before = at[moved];
            places[place].rows.push(moved);
            at[moved] = place;
            if moved == row {
                return;
            }
            places[before].rows.retain(|r| *r != moved);
            place = before;
        }
    }

    fn tight(&self, solution: &Solution, row: usize, officer: usize) -> bool {
        self.cost(row, officer) == solution.row_prices[row] + solution.officer_prices[officer]
    }

    /// How many rows an officer has in every assignment of least cost, as the prices tell.
    fn loads(&self, solution: &Solution, officer: usize) -> (usize, usize) {
        let (least, most) = self.bounds[officer];
        let (least, most) = (least as usize, most as usize);
        match solution.officer_prices[officer].signum() {
            1 => (least, least),
            -1 => (most, most),
            _ => (least, most),
        }
    }

    /// Of all assignments of least cost the one that gives the first row the first officer possible, then the second ...
    ///
    /// They are those that use only pairs without reduced cost and keep to the loads that the prices tell.
    fn first_among_equals(&self, solution: &mut Solution) {
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); self.officers];
        for (row, officer) in solution.officer.iter().enumerate() {
            rows_of[*officer].push(row);
        }
        for row in 0..self.rows() {
            let present = solution.officer[row];
            let earlier: Vec<usize> = (0..present).filter(|officer| self.tight(solution, row, *officer)).collect();
            if earlier.is_empty() {
                continue;
            }
            let onward = self.ways_to(solution, &rows_of, present, row);
            if let Some(better) = earlier.into_iter().find(|officer| onward[*officer].is_some()) {
                let mut moves = vec![(row, better)];
                let mut node = better;
                while node != present {
                    let Some((next, moved)) = onward[node] else { break };
                    moves.extend(moved.map(|r| (r, next)));
                    node = next;
                }
                for (moved, to) in moves {
                    let officer = &mut solution.officer[moved];
                    rows_of[*officer].retain(|r| *r != moved);
                    *officer = to;
                    rows_of[to].push(moved);
                }
            }
        }
    }

    /// From which officers a row can be passed on until it lands with `goal`, moving only rows after `fixed`: the next
    /// officer and the row that moves there. The node after the officers is the slack, to which an officer below its
    /// upper load may keep a row and from which one above its lower load may give one.
    fn ways_to(
        &self,
        solution: &Solution,
        rows_of: &[Vec<usize>],
        goal: usize,
        fixed: usize,
    ) -> Vec<Option<(usize, Option<usize>)>> {
        let slack = self.officers;
        let mut onward: Vec<Option<(usize, Option<usize>)>> = vec![None; self.officers + 1];
        let mut open = VecDeque::from([goal]);
        onward[goal] = Some((goal, None));
        while let Some(node) = open.pop_front() {
            if node == slack {
                for officer in 0..self.officers {
                    if onward[officer].is_none() && rows_of[officer].len() < self.loads(solution, officer).1 {
                        onward[officer] = Some((slack, None));
                        open.push_back(officer);
                    }
                }
                continue;
            }
            if onward[slack].is_none() && rows_of[node].len() > self.loads(solution, node).0 {
                onward[slack] = Some((node, None));
                open.push_back(slack);
            }
            for officer in (0..self.officers).filter(|officer| *officer != node) {
                if onward[officer].is_none() {
                    let moved =
                        rows_of[officer].iter().filter(|r| **r > fixed && self.tight(solution, **r, node)).min();
                    if let Some(moved) = moved {
                        onward[officer] = Some((node, Some(*moved)));
                        open.push_back(officer);
                    }
                }
            }
        }
        onward
    }

    /// Whether prices prove that no assignment costs less: no pair costs less than its prices, and these add up to the cost.
    ///
    /// Duality of linear programming, which needs nothing of how the prices were found.
    pub(super) fn proven(&self, solution: &Solution) -> bool {
        let rows = self.rows();
        let pairs = (0..rows).flat_map(|row| (0..self.officers).map(move |officer| (row, officer)));
        let fair = pairs.into_iter().all(|(row, officer)| {
            self.cost(row, officer) >= solution.row_prices[row] + solution.officer_prices[officer]
        });
        let cost: i128 = (0..rows).map(|row| self.cost(row, solution.officer[row])).sum();
        let officers = self.bounds.iter().zip(&solution.officer_prices);
        let bounds: i128 =
            officers.map(|((least, most), price)| price * i128::from(if *price > 0 { *least } else { *most })).sum();
        let loads = (0..self.officers).all(|officer| {
            let load = solution.officer.iter().filter(|o| **o == officer).count();
            let (least, most) = self.bounds[officer];
            (least as usize..=most as usize).contains(&load)
        });
        fair && loads && cost == solution.row_prices.iter().sum::<i128>() + bounds
    }

    /// How much the least cost grows if a row goes to each officer; none where the bounds allow it in no assignment.
    pub(super) fn detours(&self, solution: &Solution, row: usize) -> Vec<Option<u64>> {
        let present = solution.officer[row];
        let mut rows_of: Vec<Vec<usize>> = vec![Vec::new(); self.officers];
        for (r, officer) in solution.officer.iter().enumerate().filter(|(r, _)| *r != row) {
            rows_of[*officer].push(r);
        }
        let load = |officer: usize| rows_of[officer].len() + usize::from(officer == present);
        let bound = |officer: usize| (self.bounds[officer].0 as usize, self.bounds[officer].1 as usize);
        let price = |officer: usize| solution.officer_prices[officer];
        let reduced = |r: usize, officer: usize| self.cost(r, officer) - solution.row_prices[r] - price(officer);
        // Ways backwards from the present officer; the slack has the price zero, so an edge to it costs what its bound does.
        let slack = self.officers;
        let mut far = vec![i128::MAX; self.officers + 1];
        let mut done = vec![false; self.officers + 1];
        far[present] = 0;
        while let Some(node) = (0..=slack).filter(|n| !done[*n] && far[*n] < i128::MAX).min_by_key(|n| far[*n]) {
            done[node] = true;
            let mut reach = |officer: usize, step: i128| far[officer] = far[officer].min(far[node] + step);
            if node == slack {
                for officer in 0..self.officers {
                    // Below its upper bound a price is not below zero, and above its lower not above it.
                    if load(officer) < bound(officer).1 {
                        reach(officer, price(officer));
                    }
                }
                continue;
            }
            if load(node) > bound(node).0 {
                reach(slack, -price(node));
            }
            for officer in (0..self.officers).filter(|o| *o != node && !done[*o]) {
                let step = rows_of[officer].iter().map(|r| reduced(*r, node)).min();
                if let Some(step) = step {
                    reach(officer, step);
                }
            }
        }
        (0..self.officers)
            .map(|officer| {
                let way = far[officer];
                let more = (way < i128::MAX).then(|| reduced(row, officer) + way)?;
                u64::try_from(if officer == present { 0 } else { more }).ok()
            })
            .collect()
    }
}

#[cfg(test)]
mod tests;
