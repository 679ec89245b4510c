//! Who ever lay within whom, whatever the day.

use super::dated::Dated;
use crate::kernel::Id as _;
use crate::organisation::UnitId;

/// Every unit that ever lay directly within a unit, and whether that gives an order that holds on all days.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Tree {
    starts: Vec<u32>,
    children: Vec<UnitId>,
    /// Whether every unit has a greater id than all it ever lay within.
    descending: bool,
}

impl Tree {
    pub(super) fn new(parents: &Dated<UnitId>) -> Self {
        let mut starts = vec![0_u32; parents.len() + 1];
        let mut descending = true;
        parents.each_value(|child, parent| {
            descending &= parent < child;
            starts.get_mut(parent as usize + 1).into_iter().for_each(|count| *count += 1);
        });
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut next = starts.clone();
        // Every place is filled below.
        let mut children = vec![UnitId(0); sum as usize];
        parents.each_value(|child, parent| {
            if let Some(place) = next.get_mut(parent as usize) {
                children.get_mut(*place as usize).into_iter().for_each(|c| *c = UnitId(child));
                *place += 1;
            }
        });
        Self { starts, children, descending }
    }

    /// The units that ever lay directly within a unit, in the order of their ids; one that came back may come again.
    pub(in crate::organisation) fn children(&self, unit: UnitId) -> &[UnitId] {
        let at = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        self.children.get(at(unit.index())..at(unit.index() + 1)).unwrap_or_default()
    }

    /// Whether ids grow downwards, so that a walk through all ids backwards meets units before what they lie within.
    pub(in crate::organisation) const fn descending(&self) -> bool {
        self.descending
    }
}
