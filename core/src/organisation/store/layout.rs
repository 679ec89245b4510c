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
    /// Lays the units of a day.
    pub(in crate::organisation) fn new(columns: &Columns, day: Day) -> Self {
        let there = There::new(columns, day);
        if columns.is_ranked() && columns.tree.descending() {
            Self::by_sizes(there)
        } else {
            Self::by_walk(columns, &there)
        }
    }

    /// The place of a unit.
    #[inline]
    pub(in crate::organisation) fn place(&self, unit: UnitId) -> Option<u32> {
        self.places.get(unit.0 as usize).copied().filter(|place| *place != NONE)
    }

    /// Where the order of ids is that of keys and follows the tree, sizes of subtrees give each place without a walk.
    fn by_sizes(there: There) -> Self {
        let There { parents: over, likely, count } = there;
        let mut slots = vec![0_u32; over.len()];
        for unit in (0..over.len()).rev() {
            if likely[unit] != Likely::No {
                slots[unit] += 1;
                if over[unit] != NONE {
                    slots[over[unit] as usize] += slots[unit];
                }
            }
        }
        let mut out = Self {
            order: vec![UnitId(0); count],
            places: vec![NONE; over.len()],
            ends: vec![0; count],
            parents: vec![NONE; count],
            depths: vec![0; count],
            likely: vec![Likely::Yes; count],
        };
        let mut free = 0;
        for (id, unit) in (0_u32..).zip(0..over.len()) {
            if likely[unit] == Likely::No {
                continue;
            }
            let size = slots[unit];
            // A parent was laid before: its slot now holds the first place that is free within it.
            let next = if over[unit] == NONE { &mut free } else { &mut slots[over[unit] as usize] };
            let place = *next as usize;
            *next += size;
            out.places[unit] = place as u32;
            slots[unit] = place as u32 + 1;
            out.order[place] = UnitId(id);
            out.ends[place] = place as u32 + size;
            out.likely[place] = likely[unit];
            if over[unit] != NONE {
                let parent = out.places[over[unit] as usize];
                out.parents[place] = parent;
                out.depths[place] = out.depths[parent as usize] + 1;
            }
        }
        out
    }

    /// In any other case each root is walked, siblings in the order of their keys.
    fn by_walk(columns: &Columns, there: &There) -> Self {
        let count = there.parents.len();
        let mut by_rank = vec![NONE; count];
        for (id, likely) in (0_u32..).zip(&there.likely) {
            if *likely != Likely::No {
                by_rank[columns.rank(UnitId(id)) as usize] = id;
            }
        }
        by_rank.retain(|unit| *unit != NONE);
        let mut starts = vec![0_u32; count + 1];
        let under = |unit: &u32| Some(there.parents[*unit as usize]).filter(|parent| *parent != NONE);
        by_rank.iter().filter_map(under).for_each(|parent| starts[parent as usize + 1] += 1);
        for i in 0..count {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut children = vec![NONE; starts[count] as usize];
        for unit in &by_rank {
            if let Some(parent) = under(unit) {
                let slot = &mut next[parent as usize];
                children[*slot as usize] = *unit;
                *slot += 1;
            }
        }
        let children = |unit: u32| &children[starts[unit as usize] as usize..starts[unit as usize + 1] as usize];
        let mut out = Self { places: vec![NONE; count], ..Self::default() };
        for root in by_rank.iter().filter(|unit| under(unit).is_none()) {
            out.walk(*root, false, children, &there.likely);
        }
        // Dates within bounds may leave units that lie within each other: the first of them stands on top, marked.
        for unit in &by_rank {
            if out.places[*unit as usize] == NONE {
                out.walk(*unit, true, children, &there.likely);
            }
        }
        for place in (0..out.order.len()).rev() {
            let (parent, end) = (out.parents[place], out.ends[place]);
            if parent != NONE {
                let over = &mut out.ends[parent as usize];
                *over = end.max(*over);
            }
        }
        out
    }

    /// Lays a root and all within it; one that was cut from a circle is only possible.
    fn walk<'c>(&mut self, root: u32, cut: bool, children: impl Fn(u32) -> &'c [u32], likely: &[Likely]) {
        let mut open = vec![(root, NONE, 0_u32)];
        while let Some((unit, parent, depth)) = open.pop() {
            if self.places[unit as usize] != NONE {
                continue;
            }
            let place = self.order.len() as u32;
            self.places[unit as usize] = place;
            self.order.push(UnitId(unit));
            self.parents.push(parent);
            self.depths.push(depth);
            self.ends.push(place + 1);
            let own = likely[unit as usize];
            self.likely.push(if cut && depth == 0 { own.min(Likely::Possible) } else { own });
            open.extend(children(unit).iter().rev().map(|child| (*child, place, depth + 1)));
        }
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
