//! The tree of an index: indicators below aggregates below one top, with weights at every level.

use super::super::sums::sum_terms;
use super::IndexError as Fault;
use super::mean::Mean;
use crate::kernel::{Faults, Key, Real, Result, Text};

/// An indicator or an aggregate.
#[derive(Debug, Clone)]
pub(in crate::evaluation) struct Node {
    pub key: Key,
    pub label: Text,
    pub parent: Option<usize>,
    pub weight: Real,
    /// 0 for indicators, then one above the highest part.
    pub level: usize,
    pub parts: Vec<usize>,
    /// The same in the order of their keys, in which they are added up.
    pub by_key: Vec<usize>,
    /// Its share in the top.
    pub effective: f64,
}

impl Node {
    pub fn new(key: Key, label: Text, parent: Option<usize>, weight: Real) -> Self {
        Self { key, label, parent, weight, level: 0, parts: Vec::new(), by_key: Vec::new(), effective: 0.0 }
    }
}

/// The nodes, indicators first, each in the order of the document.
#[derive(Debug, Clone, Default)]
pub(in crate::evaluation) struct Tree {
    pub nodes: Vec<Node>,
    pub indicators: usize,
    /// The mean of each level above the indicators.
    pub means: Vec<Mean>,
    pub labels: Vec<Option<Text>>,
    /// The aggregates, parts before what they are parts of.
    pub order: Vec<usize>,
}

impl Tree {
    /// A tree of nodes whose parents stand; one of them, an aggregate, has none.
    pub fn new(mut nodes: Vec<Node>, indicators: usize, means: Vec<Mean>, labels: Vec<Option<Text>>) -> Result<Self> {
        let parents: Vec<Option<usize>> = nodes.iter().map(|node| node.parent).collect();
        for (part, parent) in parents.iter().enumerate() {
            if let Some(parent) = parent.and_then(|parent| nodes.get_mut(parent)) {
                parent.parts.push(part);
            }
        }
        let keys: Vec<Key> = nodes.iter().map(|node| node.key.clone()).collect();
        for node in &mut nodes {
            node.by_key.clone_from(&node.parts);
            node.by_key.sort_by_key(|part| keys.get(*part));
        }
        let mut faults = Faults::new();
        for (i, node) in nodes.iter().skip(indicators).enumerate() {
            let at = format!("aggregates[{i}]");
            if node.parts.is_empty() {
                faults.push(at.as_str(), Fault::NoChildren { key: node.key.to_string() });
            } else if node.parts.iter().filter_map(|part| nodes.get(*part)).all(|part| part.weight.get() <= 0.0) {
                faults.push(at.as_str(), Fault::NoWeight { key: node.key.to_string() });
            }
        }
        faults.into_result()?;
        // From the indicators upwards: a node is placed once all its parts are.
        let mut placed: Vec<Option<usize>> = (0..nodes.len()).map(|node| (node < indicators).then_some(0)).collect();
        let mut order = Vec::new();
        loop {
            let before = order.len();
            for (at, node) in nodes.iter().enumerate().skip(indicators) {
                if placed.get(at).is_some_and(Option::is_some) {
                    continue;
                }
                let parts: Option<Vec<usize>> =
                    node.parts.iter().map(|part| placed.get(*part).copied().flatten()).collect();
                if let Some(level) = parts.and_then(|levels| levels.into_iter().max()) {
                    if let Some(slot) = placed.get_mut(at) {
                        *slot = Some(level + 1);
                    }
                    order.push(at);
                }
            }
            if order.len() == before {
                break;
            }
        }
        let mut faults = Faults::new();
        for (i, node) in nodes.iter().enumerate().skip(indicators) {
            if placed.get(i).is_none_or(Option::is_none) {
                let at = format!("aggregates[{}].parent", i - indicators);
                faults.push(at, Fault::Circle { through: node.key.to_string() });
            }
        }
        faults.into_result()?;
        for (node, level) in nodes.iter_mut().zip(placed) {
            node.level = level.unwrap_or(0);
        }
        let height = nodes.iter().map(|node| node.level).max().unwrap_or(0);
        if means.len() != height {
            let cause = Fault::LevelsDiffer { got: means.len(), expected: height };
            return Err(crate::kernel::Error::at("levels", cause));
        }
        let mut tree = Self { nodes, indicators, means, labels, order };
        tree.share();
        Ok(tree)
    }

    /// The place of the top.
    pub fn top(&self) -> usize {
        self.order.last().copied().unwrap_or(0)
    }

    /// The parts of a node with their weights.
    pub fn parts(&self, node: &Node) -> impl Iterator<Item = (usize, &Node)> {
        node.parts.iter().filter_map(|part| self.nodes.get(*part).map(|node| (*part, node)))
    }

    /// How an aggregate is made.
    pub fn mean(&self, node: &Node) -> Mean {
        node.level.checked_sub(1).and_then(|level| self.means.get(level)).copied().unwrap_or(Mean::Arithmetic)
    }

    /// The effective weights, from the top down.
    fn share(&mut self) {
        let top = self.top();
        for at in self.order.iter().rev().copied().collect::<Vec<_>>() {
            let Some(node) = self.nodes.get_mut(at) else { continue };
            if at == top {
                node.effective = 1.0;
            }
            let (effective, parts) = (node.effective, node.parts.clone());
            let weights = || parts.iter().filter_map(|part| self.nodes.get(*part)).map(|part| part.weight.get());
            let whole = sum_terms(weights());
            let shares: Vec<f64> = weights().map(|weight| weight / whole * effective).collect();
            for (part, share) in parts.iter().zip(shares) {
                if let Some(part) = self.nodes.get_mut(*part) {
                    part.effective = share;
                }
            }
        }
    }

    /// The values of every node from those of the indicators, each a column of one length, with the weights of the indicators
    /// as declared or others in their place.
    ///
    /// # Errors
    /// Those of [`Mean::of`], with the place `[row].node` of the part.
    pub fn aggregate(&self, indicators: Vec<Vec<f64>>, weights: Option<&[f64]>) -> Result<Vec<Vec<f64>>> {
        let weight = |part: usize, node: &Node| {
            weights.and_then(|weights| weights.get(part)).copied().unwrap_or_else(|| node.weight.get())
        };
        let mut columns = indicators;
        columns.resize(self.nodes.len(), Vec::new());
        for at in &self.order {
            let Some(node) = self.nodes.get(*at) else { continue };
            let parts = node.by_key.iter().filter_map(|part| self.nodes.get(*part).map(|node| (*part, node)));
            let parts: Vec<(&[f64], f64)> = parts
                .map(|(part, node)| (columns.get(part).map_or(&[][..], Vec::as_slice), weight(part, node)))
                .collect();
            let value = self.mean(node).of(&parts).map_err(|error| {
                error.moved(|path| {
                    // `[row][part]` becomes `[row].key`.
                    let (row, part) = path.split_once("][").unwrap_or((path, ""));
                    let part = part.trim_end_matches(']').parse::<usize>().ok();
                    let part = part.and_then(|part| node.by_key.get(part)).and_then(|part| self.nodes.get(*part));
                    match part {
                        Some(part) => format!("{row}].{}", part.key),
                        None if path.is_empty() => node.key.to_string(),
                        None => format!("{path}.{}", node.key),
                    }
                })
            })?;
            if let Some(column) = columns.get_mut(*at) {
                *column = value;
            }
        }
        Ok(columns)
    }
}
