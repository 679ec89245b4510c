//! Which units of a scorecard stand in which panel, in which order and under which name.

use std::cmp::Reverse;

use super::spec::{chosen, told_apart};
use crate::evaluation::Scorecard;
use crate::evaluation::card::rank_at;
use crate::kernel::{Key, Result};
use crate::wire::evaluation::ChartOptions;

/// The units of a peer group, or all of them, from the best to the worst.
pub(super) struct Panel {
    /// The peer group; none where there is one panel.
    pub name: Option<String>,
    pub members: Vec<usize>,
    /// Their names, each told apart from the others.
    pub labels: Vec<String>,
}

impl Panel {
    /// The members with their names.
    pub fn units(&self) -> impl Iterator<Item = (usize, &String)> {
        self.members.iter().copied().zip(&self.labels)
    }
}

impl Scorecard {
    pub(super) fn key_at(&self, u: usize) -> String {
        self.data.units.get(u).map_or_else(String::new, Key::to_string)
    }

    /// The rank of a unit, ties broken.
    pub(super) fn place_at(&self, u: usize) -> Option<u32> {
        rank_at(&self.standing.after_tie_break, u)
    }

    /// The panels of a chart: one for each peer group in which units are ranked, or one for all.
    ///
    /// # Errors
    /// As [`chosen`].
    pub(super) fn panels(&self, options: &ChartOptions) -> Result<Vec<Panel>> {
        let keys: Vec<String> = self.data.units.iter().map(Key::to_string).collect();
        let chosen = chosen(options, &keys)?;
        let several = self.standing.order.len() > 1;
        let mut groups: Vec<(Option<&str>, Vec<usize>)> = Vec::new();
        for u in chosen {
            let name = if several { self.peer(u) } else { None };
            match groups.iter_mut().find(|(other, _)| *other == name) {
                Some((_, members)) => members.push(u),
                None => groups.push((name, vec![u])),
            }
        }
        groups.sort_by_key(|(name, _)| *name);
        let alone = groups.len() == 1;
        let panel = |(name, mut members): (Option<&str>, Vec<usize>)| {
            let total = |u: usize| self.scores.total.get(u).copied().unwrap_or_default();
            members.sort_by_key(|u| (self.place_at(*u).unwrap_or(u32::MAX), Reverse(total(*u)), self.key_at(*u)));
            let labels = self.unit_labels(&members, options);
            Panel { name: name.filter(|_| !alone).map(str::to_owned), members, labels }
        };
        Ok(groups.into_iter().map(panel).collect())
    }

    /// The names of units, each told apart from the others.
    fn unit_labels(&self, members: &[usize], options: &ChartOptions) -> Vec<String> {
        let named = members.iter().map(|u| {
            let key = self.key_at(*u);
            let label = options.labels.get(&key).cloned().unwrap_or_else(|| self.label(*u));
            (key, label.get(options.lang).to_owned())
        });
        told_apart(&named.collect::<Vec<_>>())
    }
}
