//! The units of a day in preorder, so that a subtree is a slice.
#![expect(clippy::indexing_slicing, reason = "every index is a unit of the columns or a place that was laid before")]
#![expect(clippy::cast_possible_truncation, reason = "places are fewer than units, whose ids have four bytes")]

use super::Columns;
use crate::kernel::{Day, Likely};
use crate::organisation::UnitId;

/// No unit, no place.
pub(in crate::organisation) const NONE: u32 = u32::MAX;

/// Every unit that exists or may exist on a day, each after the one that it lies within.
#[derive(Debug, Clone, Default)]
pub(in crate::organisation) struct Layout {
    /// Units in preorder; siblings in the order of their keys.
    pub(in crate::organisation) order: Vec<UnitId>,
    /// The place of each unit in `order`.
    pub(in crate::organisation) places: Vec<u32>,
    /// The first place after each place's subtree.
    pub(in crate::organisation) ends: Vec<u32>,
    /// The place of what each place lies within.
    pub(in crate::organisation) parents: Vec<u32>,
    pub(in crate::organisation) depths: Vec<u32>,
    pub(in crate::organisation) likely: Vec<Likely>,
}

impl Layout {
    /// Lays the units of a day: each root and all within it, siblings in the order of their keys.
    pub(in crate::organisation) fn new(columns: &Columns, day: Day) -> Self {
        let there = There::new(columns, day);
        let units = there.parents.len();
        let mut out = Self { places: vec![NONE; units], ..Self::default() };
        out.order.reserve_exact(there.count);
        for list in [&mut out.ends, &mut out.parents, &mut out.depths] {
            list.reserve_exact(there.count);
        }
        out.likely.reserve_exact(there.count);
        let is_root = |unit: &u32| there.is_there(*unit) && there.parents[*unit as usize] == NONE;
        let mut roots: Vec<u32> = (0..units as u32).filter(is_root).collect();
        roots.sort_by_key(|unit| columns.rank(UnitId(*unit)));
        for root in roots {
            out.walk(root, false, columns, &there);
        }
        // Dates within bounds may leave units that lie within each other: the first of them stands on top, marked.
        if out.order.len() < there.count {
            let is_left = |unit: &u32| there.is_there(*unit) && out.places[*unit as usize] == NONE;
            let mut left: Vec<u32> = (0..units as u32).filter(is_left).collect();
            left.sort_by_key(|unit| columns.rank(UnitId(*unit)));
            for unit in left {
                if out.places[unit as usize] == NONE {
                    out.walk(unit, true, columns, &there);
                }
            }
        }
        out
    }

    /// The place of a unit.
    #[inline]
    pub(in crate::organisation) fn place(&self, unit: UnitId) -> Option<u32> {
        self.places.get(unit.0 as usize).copied().filter(|place| *place != NONE)
    }

    /// Lays a root and all within it; one that was cut from a circle is only possible.
    fn walk(&mut self, root: u32, cut: bool, columns: &Columns, there: &There) {
        let own = there.likely[root as usize];
        self.lay(root, NONE, 0, if cut { own.min(Likely::Possible) } else { own });
        let mut open = vec![(columns.tree.children(UnitId(root)), root, self.places[root as usize])];
        while let Some((children, parent, place)) = open.last_mut() {
            let Some((child, rest)) = children.split_first() else {
                self.ends[*place as usize] = self.order.len() as u32;
                open.pop();
                continue;
            };
            *children = rest;
            let unit = child.0 as usize;
            if there.parents[unit] != *parent || self.places[unit] != NONE || !there.is_there(child.0) {
                continue;
            }
            let place = *place;
            let depth = self.depths[place as usize] + 1;
            self.lay(child.0, place, depth, there.likely[unit]);
            let below = columns.tree.children(*child);
            if !below.is_empty() {
                open.push((below, child.0, self.places[unit]));
            }
        }
    }

    fn lay(&mut self, unit: u32, parent: u32, depth: u32, likely: Likely) {
        let place = self.order.len() as u32;
        self.places[unit as usize] = place;
        self.order.push(UnitId(unit));
        self.parents.push(parent);
        self.depths.push(depth);
        self.ends.push(place + 1);
        self.likely.push(likely);
    }
}

/// Which units are there on a day, and what each lies within.
struct There {
    /// By unit: the unit that it lies within, or [`NONE`].
    parents: Vec<u32>,
    /// Whether it is there, under that parent.
    likely: Vec<Likely>,
    /// How many are there or may be.
    count: usize,
}

impl There {
    fn is_there(&self, unit: u32) -> bool {
        self.likely[unit as usize] != Likely::No
    }

    /// Looks at every unit.
    fn new(columns: &Columns, day: Day) -> Self {
        let units = columns.len();
        let mut out = Self { parents: vec![NONE; units], likely: vec![Likely::No; units], count: 0 };
        for (id, unit) in (0_u32..).zip(0..units) {
            let exists = columns.lives.holds(unit, day);
            if exists == Likely::No {
                continue;
            }
            out.count += 1;
            out.likely[unit] = exists;
            if let Some((parent, likely)) = columns.parent_on(UnitId(id), day) {
                out.parents[unit] = parent.0;
                out.likely[unit] = exists.min(likely);
            }
        }
        out
    }
}
