//! Circles through time: a circle counts where the periods of its arcs meet.

use std::collections::{BTreeMap, BTreeSet};

use crate::kernel::{Day, Period};

/// An arc from a node to a node that holds in a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) period: Period,
}

/// Nodes that reach each other in a circle in a period, beginning with the one whose key is least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cycle {
    pub(super) nodes: Vec<usize>,
    pub(super) period: Period,
}

/// Circles such that every day on which there is one is covered by the period of one that is named.
///
/// Arcs on no circle at any time are peeled away first, which leaves nothing of sound data; what is left is searched
/// day by day where an arc begins or ends. Circles that share no node are all named.
pub(super) fn cycles(nodes: usize, arcs: &[Arc], key: &dyn Fn(usize) -> String) -> Vec<Cycle> {
    // Without arcs, a country of nodes is not worth a look.
    let kept = if arcs.is_empty() { Vec::new() } else { peel(nodes, arcs.to_vec()) };
    if kept.is_empty() {
        return Vec::new();
    }
    let ends = kept.iter().flat_map(|arc| std::iter::once(arc.period.from()).chain(arc.period.until()));
    let turns: BTreeSet<Day> = ends.collect();
    let mut found: Vec<Cycle> = Vec::new();
    for day in turns {
        let mut active: Vec<Arc> = kept.iter().copied().filter(|arc| arc.period.contains(day)).collect();
        active.sort_by_key(|arc| (key(arc.from), key(arc.to)));
        loop {
            active = peel(nodes, active);
            let Some(cycle) = walk(&active) else { break };
            let met: BTreeSet<usize> = cycle.nodes.iter().copied().collect();
            active.retain(|arc| !met.contains(&arc.from) && !met.contains(&arc.to));
            let least = (0..cycle.nodes.len()).min_by_key(|i| cycle.nodes.get(*i).map(|n| key(*n))).unwrap_or(0);
            let mut cycle = cycle;
            cycle.nodes.rotate_left(least);
            if !found.contains(&cycle) {
                found.push(cycle);
            }
        }
    }
    found
}

/// The arcs that are left when nodes without an arc in or without an arc out are taken away again and again.
fn peel(nodes: usize, mut arcs: Vec<Arc>) -> Vec<Arc> {
    for backwards in [false, true] {
        let ends = |arc: &Arc| if backwards { (arc.to, arc.from) } else { (arc.from, arc.to) };
        // Kahn's algorithm: a node without arcs in falls, and its arcs out with it.
        let mut degree = vec![0_usize; nodes];
        let mut starts = vec![0_usize; nodes + 1];
        for arc in &arcs {
            let (from, to) = ends(arc);
            degree.get_mut(to).into_iter().for_each(|d| *d += 1);
            starts.get_mut(from + 1).into_iter().for_each(|s| *s += 1);
        }
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut targets = vec![0_usize; arcs.len()];
        let mut next = starts.clone();
        for arc in &arcs {
            let (from, to) = ends(arc);
            if let Some(place) = next.get_mut(from) {
                targets.get_mut(*place).into_iter().for_each(|t| *t = to);
                *place += 1;
            }
        }
        let mut fallen: Vec<usize> =
            degree.iter().enumerate().filter(|(_, degree)| **degree == 0).map(|(node, _)| node).collect();
        let mut standing = vec![true; nodes];
        while let Some(node) = fallen.pop() {
            standing.get_mut(node).into_iter().for_each(|s| *s = false);
            let range = starts.get(node).copied().unwrap_or(0)..starts.get(node + 1).copied().unwrap_or(0);
            for target in targets.get(range).unwrap_or_default() {
                if let Some(degree) = degree.get_mut(*target) {
                    *degree -= 1;
                    if *degree == 0 {
                        fallen.push(*target);
                    }
                }
            }
        }
        arcs.retain(|arc| standing.get(arc.from) == Some(&true) && standing.get(arc.to) == Some(&true));
    }
    arcs
}

/// Follows the first arc out of each node until one comes again; every node in `arcs` has one.
fn walk(arcs: &[Arc]) -> Option<Cycle> {
    // Inserted from the last, so that the first arc out of a node stands.
    let first: BTreeMap<usize, &Arc> = arcs.iter().rev().map(|arc| (arc.from, arc)).collect();
    let mut path: Vec<&Arc> = vec![arcs.first()?];
    let mut place = BTreeMap::from([(path.first()?.from, 0)]);
    loop {
        let node = path.last()?.to;
        if let Some(start) = place.get(&node) {
            let circle = path.get(*start..)?;
            let mut period = circle.first()?.period;
            for arc in circle {
                period = period.meet(arc.period)?;
            }
            return Some(Cycle { nodes: circle.iter().map(|arc| arc.from).collect(), period });
        }
        place.insert(node, path.len());
        path.push(first.get(&node)?);
    }
}
