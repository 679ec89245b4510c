//! Who ever lay within whom, whatever the day.

use super::dated::Dated;
use crate::kernel::Id as _;
use crate::organisation::UnitId;

/// Every unit that ever lay directly within a unit, and an order of units that holds on all days.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Tree {
    starts: Vec<u32>,
    children: Vec<UnitId>,
    order: Order,
}

/// All units, each after all that it ever lay within.
#[derive(Debug, Clone)]
pub(in crate::organisation) enum Order {
    /// The order of ids.
    Ids,
    /// Another order.
    Listed(Vec<UnitId>),
    /// None: on different days, or by dates within bounds, units lay within each other.
    Circular,
}

impl Tree {
    /// Siblings stand in the order of their ranks, or without ranks in that of their ids.
    pub(super) fn new(parents: &Dated<UnitId>, ranks: Option<&[u32]>) -> Self {
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
        let mut out = Self { starts, children, order: Order::Ids };
        if let Some(ranks) = ranks {
            out.sort(ranks);
        }
        if !descending {
            out.order = out.topological(parents);
        }
        out
    }

    fn sort(&mut self, ranks: &[u32]) {
        let rank = |unit: &UnitId| ranks.get(unit.index()).copied().unwrap_or(u32::MAX);
        for pair in self.starts.windows(2) {
            let [from, until] = pair else { continue };
            let siblings = self.children.get_mut(*from as usize..*until as usize).unwrap_or_default();
            if !siblings.is_sorted_by_key(rank) {
                siblings.sort_unstable_by_key(rank);
            }
        }
    }

    /// An order as near to that of ids as can be: a unit waits until all that it ever lay within stand.
    fn topological(&self, parents: &Dated<UnitId>) -> Order {
        let units = parents.len();
        let mut waits = vec![0_u32; units];
        parents.each_value(|child, _| waits.get_mut(child as usize).into_iter().for_each(|n| *n += 1));
        let mut listed = Vec::with_capacity(units);
        let mut free = Vec::new();
        for id in (0..units).filter_map(UnitId::from_index) {
            if waits.get(id.index()) == Some(&0) {
                free.push(id);
            }
            while let Some(unit) = free.pop() {
                listed.push(unit);
                for child in self.children(unit).iter().rev() {
                    let Some(waits) = waits.get_mut(child.index()) else { continue };
                    *waits -= 1;
                    // Those whose turn is still to come are not to come twice.
                    if *waits == 0 && *child <= id {
                        free.push(*child);
                    }
                }
            }
        }
        if listed.len() == units { Order::Listed(listed) } else { Order::Circular }
    }

    /// The units that ever lay directly within a unit, in the order of their keys; one that came back stands twice in a row.
    pub(in crate::organisation) fn children(&self, unit: UnitId) -> &[UnitId] {
        let at = |i: usize| self.starts.get(i).map_or(0, |s| *s as usize);
        self.children.get(at(unit.index())..at(unit.index() + 1)).unwrap_or_default()
    }

    /// All units, each after all that it ever lay within; the other way round, each comes before.
    pub(in crate::organisation) const fn order(&self) -> &Order {
        &self.order
    }

    /// Whether units ever lay within each other.
    pub(in crate::organisation) const fn is_circular(&self) -> bool {
        matches!(self.order, Order::Circular)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kernel::Span;

    fn tree(parents: &[&[u32]], ranks: Option<&[u32]>) -> Tree {
        let mut rows = Dated::with_capacity(parents.len());
        for own in parents {
            rows.push(own.iter().map(|parent| (UnitId(*parent), Span::ALWAYS)));
        }
        Tree::new(&rows, ranks)
    }

    #[test]
    fn each_unit_comes_after_all_that_it_ever_lay_within() {
        assert!(matches!(tree(&[&[], &[0], &[0, 1]], None).order(), Order::Ids));
        let later = tree(&[&[3], &[0, 4], &[], &[2], &[]], None);
        let Order::Listed(listed) = later.order() else { panic!("{:?}", later.order()) };
        assert_eq!(listed.iter().map(|unit| unit.0).collect::<Vec<_>>(), [2, 3, 0, 4, 1]);
        assert!(tree(&[&[1], &[0], &[]], None).is_circular());
        assert!(tree(&[&[0]], None).is_circular());
    }

    #[test]
    fn siblings_stand_in_the_order_of_keys() {
        let ranked = tree(&[&[], &[0], &[0, 0], &[0]], Some(&[0, 3, 1, 2]));
        assert_eq!(ranked.children(UnitId(0)), [UnitId(2), UnitId(2), UnitId(3), UnitId(1)]);
    }
}
