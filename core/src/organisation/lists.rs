//! Many units asked at once: what they lay within, what lay within them, what they had in common.

use super::store::{Layout, NONE};
use super::{Organisation, Snapshot, UnitId};
use crate::kernel::{Day, Likely, Result};
use crate::wire::TableError;

/// Lists of units one after the other, one for each question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitLists {
    starts: Vec<u32>,
    units: Vec<UnitId>,
}

impl UnitLists {
    fn with_capacity(lists: usize) -> Self {
        let mut starts = Vec::with_capacity(lists + 1);
        starts.push(0);
        Self { starts, units: Vec::new() }
    }

    fn close(&mut self) {
        // More than four billion answers do not fit into memory.
        self.starts.push(u32::try_from(self.units.len()).unwrap_or(u32::MAX));
    }

    /// How many lists there are.
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The answer to a question.
    pub fn get(&self, question: usize) -> &[UnitId] {
        let at = |i: usize| self.starts.get(i).map_or(0, |start| *start as usize);
        self.units.get(at(question)..at(question + 1)).unwrap_or_default()
    }

    /// Where each list begins in [`units`](Self::units), and where the last ends.
    pub fn starts(&self) -> &[u32] {
        &self.starts
    }

    /// The units of all lists.
    pub fn units(&self) -> &[UnitId] {
        &self.units
    }
}

/// Each unit with its day: one day for all, or a day for each.
///
/// # Errors
/// `ragged-table` if there are as many days neither as units nor as one.
pub fn on_days(units: &[UnitId], days: &[Day]) -> Result<Vec<(UnitId, Day)>> {
    match days {
        [day] => Ok(units.iter().map(|unit| (*unit, *day)).collect()),
        days => beside("days", units, days),
    }
}

/// Two columns of units as pairs.
///
/// # Errors
/// `ragged-table` if one is longer.
pub fn in_pairs(a: &[UnitId], b: &[UnitId]) -> Result<Vec<(UnitId, UnitId)>> {
    beside("b", a, b)
}

fn beside<T: Copy>(name: &str, units: &[UnitId], values: &[T]) -> Result<Vec<(UnitId, T)>> {
    if values.len() != units.len() {
        return Err(TableError::Ragged { name: name.into(), rows: values.len(), expected: units.len() }.into());
    }
    Ok(units.iter().copied().zip(values.iter().copied()).collect())
}

/// Towards the top or towards what lies within.
#[derive(Clone, Copy)]
enum Way {
    Up,
    Down,
}

impl Organisation {
    /// What each unit lay within on its day, the nearest first; nothing where it was not there.
    ///
    /// The same as [`UnitView::ancestors`](super::UnitView::ancestors) of each day, without a snapshot for each.
    pub fn ancestors_on(&self, asked: &[(UnitId, Day)]) -> UnitLists {
        if self.columns.tree.is_circular() {
            return self.by_snapshots(asked, Way::Up);
        }
        let mut out = UnitLists::with_capacity(asked.len());
        out.units.reserve(asked.len() * 4);
        for (unit, day) in asked {
            if self.columns.exists(*unit, *day) != Likely::No {
                let mut unit = *unit;
                // No unit ever lay within itself, so this comes to an end.
                while let Some((parent, _)) = self.columns.parent_on(unit, *day) {
                    out.units.push(parent);
                    unit = parent;
                }
            }
            out.close();
        }
        out
    }

    /// What lay within each unit on its day, in preorder; nothing where it was not there.
    ///
    /// The same as [`UnitView::descendants`](super::UnitView::descendants) of each day, without a snapshot for each.
    pub fn descendants_on(&self, asked: &[(UnitId, Day)]) -> UnitLists {
        if self.columns.tree.is_circular() {
            return self.by_snapshots(asked, Way::Down);
        }
        let mut out = UnitLists::with_capacity(asked.len());
        let mut open: Vec<&[UnitId]> = Vec::new();
        for (unit, day) in asked {
            if self.columns.exists(*unit, *day) != Likely::No {
                self.descend(*unit, *day, &mut open, &mut out.units);
            }
            out.close();
        }
        out
    }

    /// Adds all that lies within a unit on a day.
    fn descend<'t>(&'t self, unit: UnitId, day: Day, open: &mut Vec<&'t [UnitId]>, out: &mut Vec<UnitId>) {
        let mut over = vec![unit];
        open.push(self.columns.tree.children(unit));
        while let Some(children) = open.last_mut() {
            let Some((child, rest)) = children.split_first() else {
                open.pop();
                over.pop();
                continue;
            };
            // One that came back to a unit stands there twice.
            let again = rest.first() == Some(child);
            *children = rest;
            if again || self.columns.exists(*child, day) == Likely::No {
                continue;
            }
            let parent = self.columns.parents.on(*child, day).map(|(parent, _)| parent);
            if parent.is_none() || parent.as_ref() != over.last() {
                continue;
            }
            out.push(*child);
            let below = self.columns.tree.children(*child);
            if !below.is_empty() {
                over.push(*child);
                open.push(below);
            }
        }
    }

    fn by_snapshots(&self, asked: &[(UnitId, Day)], way: Way) -> UnitLists {
        let mut days: Vec<(Day, usize)> = asked.iter().enumerate().map(|(i, (_, day))| (*day, i)).collect();
        days.sort_unstable();
        let mut answers: Vec<Vec<UnitId>> = vec![Vec::new(); asked.len()];
        for same in days.chunk_by(|a, b| a.0 == b.0) {
            let Some((day, _)) = same.first() else { continue };
            let snapshot = self.at(*day);
            for (_, i) in same {
                if let (Some((unit, _)), Some(answer)) = (asked.get(*i), answers.get_mut(*i)) {
                    match way {
                        Way::Up => snapshot.add_ancestors(*unit, answer),
                        Way::Down => snapshot.add_descendants(*unit, answer),
                    }
                }
            }
        }
        let mut out = UnitLists::with_capacity(asked.len());
        for answer in answers {
            out.units.extend(answer);
            out.close();
        }
        out
    }
}

impl Snapshot<'_> {
    fn add_ancestors(&self, unit: UnitId, out: &mut Vec<UnitId>) {
        let Layout { order, parents, .. } = &self.laid;
        let over = |place: u32| parents.get(place as usize).copied().filter(|parent| *parent != NONE);
        let mut next = self.laid.place(unit).and_then(over);
        while let Some(place) = next {
            out.extend(order.get(place as usize));
            next = over(place);
        }
    }

    fn add_descendants(&self, unit: UnitId, out: &mut Vec<UnitId>) {
        if let Some(place) = self.laid.place(unit) {
            let end = self.laid.ends.get(place as usize).copied().unwrap_or(place);
            out.extend_from_slice(self.laid.order.get(place as usize + 1..end as usize).unwrap_or_default());
        }
    }

    /// What each unit lies within, the nearest first.
    pub fn ancestors(&self, units: &[UnitId]) -> UnitLists {
        let mut out = UnitLists::with_capacity(units.len());
        out.units.reserve(units.len() * 4);
        for unit in units {
            self.add_ancestors(*unit, &mut out.units);
            out.close();
        }
        out
    }

    /// What lies within each unit, in preorder.
    pub fn descendants(&self, units: &[UnitId]) -> UnitLists {
        let mut out = UnitLists::with_capacity(units.len());
        for unit in units {
            self.add_descendants(*unit, &mut out.units);
            out.close();
        }
        out
    }

    /// The nearest unit that both of a pair lie within, or are; none where they lie in no common unit.
    pub fn common_ancestors(&self, pairs: &[(UnitId, UnitId)]) -> Vec<Option<UnitId>> {
        pairs.iter().map(|(a, b)| self.common_ancestor(*a, *b)).collect()
    }

    /// The nearest unit that two units lie within, or are.
    pub fn common_ancestor(&self, a: UnitId, b: UnitId) -> Option<UnitId> {
        let (a, b) = (self.laid.place(a)?, self.laid.place(b)?);
        let (mut over, other) = (a.min(b), a.max(b));
        // In preorder what encloses a later place begins before it and ends after it.
        while self.laid.ends.get(over as usize).is_none_or(|end| *end <= other) {
            over = self.laid.parents.get(over as usize).copied().filter(|parent| *parent != NONE)?;
        }
        self.laid.order.get(over as usize).copied()
    }
}

#[cfg(test)]
mod tests {
    use crate::kernel::Document as _;
    use crate::organisation::Organisation;

    #[test]
    fn a_unit_is_its_own_common_ancestor_and_strangers_have_none() {
        let organisation = Organisation::parse(
            r#"{"format": "shequ.organisation/1", "title": "T", "units": [
            {"key": "a", "kind": "district", "name": "A"},
            {"key": "b", "kind": "town", "name": "B", "parent": "a"},
            {"key": "c", "kind": "town", "name": "C", "parent": "a"},
            {"key": "d", "kind": "village", "name": "D", "parent": "c"},
            {"key": "z", "kind": "district", "name": "Z"}]}"#,
        )
        .unwrap();
        let day = organisation.at("2020-01-01".parse().unwrap());
        let common = |a: &str, b: &str| {
            let id = |key: &str| organisation.id(key).unwrap();
            day.common_ancestor(id(a), id(b)).and_then(|unit| organisation.key(unit)).map(ToString::to_string)
        };
        assert_eq!(common("b", "d").as_deref(), Some("a"));
        assert_eq!(common("d", "c").as_deref(), Some("c"));
        assert_eq!(common("d", "d").as_deref(), Some("d"));
        assert_eq!(common("d", "z"), None);
    }
}
