//! What an index found: values and ranks at every level, the log of each stage, and the way to ask why.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::super::Matrix;
use super::super::treat::{Shape, Treated};
use super::gaps::{Filled, Screened};
use super::observations::{Observations, Variable};
use super::rank::{Rank, rank_by, ranks};
use super::run::{Units, score};
use super::{Description, Index, IndexError as Fault, RankTies, explain};
use crate::evaluation::SchemeError;
use crate::kernel::{Decimal, Explanation, Key, Real, Result};
use crate::wire::index::{FilledCell, NodeValue, ScreenedUnit, Standing, TreatedPoint, TreatmentEntry};
use crate::wire::{Column, Table};

/// What each stage left.
#[derive(Debug)]
pub(super) struct Stages {
    pub raw: Observations<'static>,
    pub denominated: Observations<'static>,
    pub imputed: Observations<'static>,
    pub filled: Vec<Filled>,
    pub treated: Vec<Treated>,
    pub screened: Vec<(Key, Screened)>,
}

/// What an index found of every unit of a table. Made by [`Index::evaluate`].
///
/// Serialized, it is the list of the [`NodeValue`]s of the top.
#[derive(Debug)]
pub struct IndexCard {
    pub(super) index: Index,
    pub(super) units: Units,
    pub(super) stages: Stages,
    /// By node, then by unit.
    pub(super) values: Vec<Vec<f64>>,
    places: BTreeMap<Key, usize>,
}

fn whole(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn real(x: f64) -> Real {
    // Every value was checked when it was made.
    Real::new(x).unwrap_or_default()
}

impl IndexCard {
    pub(super) fn new(index: Index, units: Units, stages: Stages, values: Vec<Vec<f64>>) -> Result<Self> {
        let places = units.keys.iter().cloned().zip(0..).collect();
        let card = Self { index, units, stages, values, places };
        // Whatever is ranked or shown afterwards can be rounded.
        if let Some(decimals) = card.index.inner.decimals {
            for (node, values) in card.index.inner.tree.nodes.iter().zip(&card.values) {
                for x in values {
                    real(*x).rounded(decimals).map_err(|error| error.under(node.key.as_str()))?;
                }
            }
        }
        Ok(card)
    }

    /// The index that was applied.
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// The units in the order of the table, without those that were screened out.
    pub fn units(&self) -> &[Key] {
        &self.units.keys
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.units.keys.len()
    }

    /// Whether there are no units; there is always one.
    pub fn is_empty(&self) -> bool {
        self.units.keys.is_empty()
    }

    pub(super) fn find(&self, unit: &str) -> Result<usize> {
        let place = self.places.get(unit).copied();
        place.ok_or_else(|| SchemeError::UnknownUnit { got: unit.chars().take(60).collect() }.into())
    }

    fn node(&self, key: &str) -> Result<usize> {
        let place = self.index.inner.tree.nodes.iter().position(|node| node.key.as_str() == key);
        place.ok_or_else(|| Fault::UnknownNode { got: key.chars().take(60).collect() }.into())
    }

    pub(super) fn column(&self, node: usize) -> &[f64] {
        self.values.get(node).map_or(&[], Vec::as_slice)
    }

    /// The values of a node in the order of the units; of an indicator the normalised ones, more being better.
    ///
    /// # Errors
    /// `unknown-node`.
    pub fn values(&self, node: &str) -> Result<&[f64]> {
        Ok(self.column(self.node(node)?))
    }

    /// What is compared when units are ranked: the values, or what they are rounded to.
    fn basis(&self, node: usize) -> Basis<'_> {
        let values = self.column(node);
        match self.index.inner.decimals {
            None => Basis::Float(values),
            Some(decimals) => {
                Basis::Rounded(values.iter().map(|x| real(*x).rounded(decimals).unwrap_or(Decimal::ZERO)).collect())
            }
        }
    }

    /// The ranks of a node in the order of the units, the greatest value first, with the ties and the rounding of the index.
    ///
    /// # Errors
    /// `unknown-node`.
    pub fn ranks(&self, node: &str) -> Result<Vec<Rank>> {
        Ok(self.basis(self.node(node)?).ranks(None, self.index.inner.ties))
    }

    /// The same within the peer group of each unit; none where the index names no groups.
    ///
    /// # Errors
    /// `unknown-node`.
    pub fn ranks_in_group(&self, node: &str) -> Result<Option<Vec<Rank>>> {
        Ok(self.in_group(&self.basis(self.node(node)?)))
    }

    fn in_group(&self, basis: &Basis<'_>) -> Option<Vec<Rank>> {
        let mut groups: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (unit, peer) in self.units.peers.iter().enumerate() {
            groups.entry(peer).or_default().push(unit);
        }
        let mut found: Vec<(usize, Rank)> = Vec::with_capacity(self.len());
        for members in groups.values() {
            found.extend(members.iter().copied().zip(basis.ranks(Some(members), self.index.inner.ties)));
        }
        found.sort_unstable_by_key(|(unit, _)| *unit);
        (!found.is_empty()).then(|| found.into_iter().map(|(_, rank)| rank).collect())
    }

    /// The values of all units at a node, in the order of the units.
    fn at(&self, node: usize) -> Vec<NodeValue> {
        let basis = self.basis(node);
        let (all, within) = (basis.ranks(None, self.index.inner.ties), self.in_group(&basis));
        let key = self.index.inner.tree.nodes.get(node).map_or_else(String::new, |node| node.key.to_string());
        let one = |((unit, x), rank): ((usize, &f64), Rank)| NodeValue {
            unit: self.units.keys.get(unit).map_or_else(String::new, Key::to_string),
            group: self.units.peers.get(unit).cloned(),
            node: key.clone(),
            value: real(*x),
            published: basis.published(unit),
            rank,
            rank_in_group: within.as_ref().and_then(|ranks| ranks.get(unit)).copied(),
        };
        self.column(node).iter().enumerate().zip(all).map(one).collect()
    }

    /// The values and ranks of all units at a node, in the order of the units.
    ///
    /// # Errors
    /// `unknown-node`.
    pub fn node_values(&self, node: &str) -> Result<Vec<NodeValue>> {
        Ok(self.at(self.node(node)?))
    }

    /// The units at the top, from the best to the worst; equals in the order of the table.
    ///
    /// # Errors
    /// None yet.
    pub fn ranking(&self) -> Result<Vec<NodeValue>> {
        let mut values = self.at(self.index.inner.tree.top());
        values.sort_by_key(|value| value.rank);
        Ok(values)
    }

    /// The values and ranks of a unit at every node, in the order of [`Index::nodes`].
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn unit(&self, unit: &str) -> Result<Vec<NodeValue>> {
        let unit = self.find(unit)?;
        let nodes = 0..self.index.inner.tree.nodes.len();
        Ok(nodes.filter_map(|node| self.at(node).into_iter().nth(unit)).collect())
    }

    /// One row a unit: `unit`, `group` where there are groups, `rank` and then every node from the top down to the indicators.
    pub fn table(&self) -> Table {
        let tree = &self.index.inner.tree;
        let mut columns = self.head();
        columns.push(("rank".to_owned(), self.rank_column(tree.top())));
        for node in tree.order.iter().rev().copied().chain(0..tree.indicators) {
            let name = tree.nodes.get(node).map_or_else(String::new, |node| node.key.to_string());
            columns.push((name, Column::Float(self.column(node).iter().copied().map(Some).collect())));
        }
        Table::new(columns).unwrap_or_default()
    }

    /// One row a unit: `unit`, `group` where there are groups, and the rank at every node from the top down to the indicators.
    pub fn rank_table(&self) -> Table {
        let tree = &self.index.inner.tree;
        let mut columns = self.head();
        for node in tree.order.iter().rev().copied().chain(0..tree.indicators) {
            let name = tree.nodes.get(node).map_or_else(String::new, |node| node.key.to_string());
            columns.push((name, self.rank_column(node)));
        }
        Table::new(columns).unwrap_or_default()
    }

    fn head(&self) -> Vec<(String, Column)> {
        let texts = |texts: Vec<String>| Column::Text(texts.into_iter().map(Some).collect());
        let mut columns = vec![("unit".to_owned(), texts(self.units.keys.iter().map(Key::to_string).collect()))];
        if !self.units.peers.is_empty() {
            columns.push(("group".to_owned(), texts(self.units.peers.clone())));
        }
        columns
    }

    fn rank_column(&self, node: usize) -> Column {
        let ranks = self.basis(node).ranks(None, self.index.inner.ties);
        if self.index.inner.ties == RankTies::Average {
            let cells = ranks.iter().map(|rank| Some(rank.to_decimal().mantissa())).collect();
            return Column::Decimal { cells, scale: 1 };
        }
        Column::Int(ranks.iter().map(|rank| rank.whole().map(i64::from)).collect())
    }

    /// The indicators as they were given, divided by their denominators, and with their gaps filled.
    pub const fn stages(&self) -> [&Observations<'static>; 3] {
        [&self.stages.raw, &self.stages.denominated, &self.stages.imputed]
    }

    /// What each stage left, one row a unit and one column an indicator: `raw`, `denominated`, `imputed`, `treated` and `normalised`.
    pub fn stage_tables(&self) -> Vec<(&'static str, Table)> {
        let tree = &self.index.inner.tree;
        let keys = || tree.nodes.iter().take(tree.indicators).map(|node| node.key.to_string());
        let table = |columns: Vec<Column>| {
            let mut all = self.head();
            all.extend(keys().zip(columns));
            Table::new(all).unwrap_or_default()
        };
        let floats = |values: &[f64]| Column::Float(values.iter().copied().map(Some).collect());
        let observed = |stage: &Observations<'_>| {
            table(stage.variables().iter().map(|variable| Column::Float(variable.cells().collect())).collect())
        };
        let [raw, denominated, imputed] = self.stages();
        vec![
            ("raw", observed(raw)),
            ("denominated", observed(denominated)),
            ("imputed", observed(imputed)),
            ("treated", table(self.stages.treated.iter().map(|treated| floats(&treated.values)).collect())),
            ("normalised", table(self.values.iter().take(tree.indicators).map(|values| floats(values)).collect())),
        ]
    }

    /// The values of an indicator after the treatment of outliers, in the order of the units.
    ///
    /// # Errors
    /// `unknown-node`.
    pub fn treated_values(&self, indicator: &str) -> Result<&[f64]> {
        let treated = self.stages.treated.get(self.node(indicator)?);
        treated.map(|t| &t.values[..]).ok_or_else(|| Fault::UnknownNode { got: indicator.to_owned() }.into())
    }

    /// The top of every row of a matrix of filled indicators, from the treatment of outliers on, with other weights of the indicators.
    ///
    /// The matrix has the indicators as criteria in the order of the index and a row for each unit: that of
    /// [`stages`](Self::stages), whose third is complete, or one whose values were varied. So the whole index is a model of a
    /// study of uncertainty. Ties, rounding and logs are not looked at.
    ///
    /// # Errors
    /// `weights-ragged`, `groups-ragged`, and those of the stages with the row and the indicator, `[row].indicator`.
    pub fn scores(&self, filled: &Matrix<'_>, weights: &[f64]) -> Result<Vec<f64>> {
        let inner = &self.index.inner;
        let expected = inner.tree.indicators;
        if weights.len() != expected || filled.criteria().len() != expected {
            let got = if weights.len() == expected { filled.criteria().len() } else { weights.len() };
            return Err(Fault::WeightsRagged { got, expected }.into());
        }
        if filled.rows() != self.len() {
            return Err(Fault::GroupsRagged { got: filled.rows(), expected: self.len() }.into());
        }
        let mut normalised = Vec::with_capacity(expected);
        for (at, (criterion, indicator)) in filled.criteria().iter().zip(&inner.indicators).enumerate() {
            let treatment = inner.treatment.filter(|_| indicator.treat);
            // Most indicators are as they should be, and need no copy.
            let treatment = treatment.map(|treatment| (treatment, Shape::of(criterion.values())));
            let scored = match treatment.filter(|(treatment, shape)| !treatment.passes(*shape)) {
                Some((treatment, shape)) => {
                    let treated = treatment.apply_shaped(criterion.values(), shape).map_err(|error| {
                        let key = criterion.key();
                        error.moved(|row| if row.is_empty() { key.to_string() } else { format!("{row}.{key}") })
                    })?;
                    score(inner, at, &treated.values, treated.transform.is_some(), &self.units.keys)?
                }
                None => score(inner, at, criterion.values(), false, &self.units.keys)?,
            };
            normalised.push(scored);
        }
        let mut values = inner.tree.aggregate(normalised, Some(weights))?;
        let top = inner.tree.top();
        Ok(if top < values.len() { values.swap_remove(top) } else { Vec::new() })
    }

    /// Every cell that was filled.
    pub fn filled(&self) -> Vec<FilledCell> {
        let cell = |filled: &Filled| FilledCell {
            unit: self.units.keys.get(filled.row).map_or_else(String::new, Key::to_string),
            indicator: filled.variable.clone(),
            value: filled.value,
            group: filled.group.clone(),
            from: whole(filled.from),
        };
        self.stages.filled.iter().map(cell).collect()
    }

    /// Every unit that was left out for its data.
    pub fn screened(&self) -> Vec<ScreenedUnit> {
        let one = |(unit, screened): &(Key, Screened)| ScreenedUnit {
            unit: unit.to_string(),
            available: whole(screened.available),
            not_zero: whole(screened.not_zero),
            of: whole(screened.of),
        };
        self.stages.screened.iter().map(one).collect()
    }

    /// What the treatment of outliers did, an entry an indicator.
    pub fn treatment(&self) -> Vec<TreatmentEntry> {
        let tree = &self.index.inner.tree;
        let one = |(node, treated): (&super::tree::Node, &Treated)| TreatmentEntry {
            indicator: node.key.to_string(),
            before: treated.before,
            outliers: treated.outliers,
            tried: whole(treated.tried),
            after_winsorising: treated.after_winsorising,
            winsorised: treated
                .winsorised
                .iter()
                .map(|point| TreatedPoint {
                    unit: self.units.keys.get(point.row).map_or_else(String::new, Key::to_string),
                    from: point.from,
                    to: point.to,
                })
                .collect(),
            transform: treated.transform,
            after: treated.after,
            passed: treated.passed,
        };
        tree.nodes.iter().zip(&self.stages.treated).map(one).collect()
    }

    /// The statistics of the indicators as they were given.
    ///
    /// # Errors
    /// `not-finite` where a sum leaves the range of floats.
    pub fn describe(&self) -> Result<Vec<Description>> {
        self.stages.raw.describe()
    }

    /// How a unit stands by each indicator as it was given, from its best rank to its worst; equal ranks in the order of the index.
    ///
    /// The first of them are its strengths, the last its weaknesses. Units without a value are not counted.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn standings(&self, unit: &str) -> Result<Vec<Standing>> {
        let row = self.find(unit)?;
        let one = |(variable, node): (&Variable<'_>, &super::tree::Node)| {
            let value = variable.get(row)?;
            let turn = if variable.direction() == super::Direction::Lower { -1.0 } else { 1.0 };
            let place = (0..row).filter(|row| variable.get(*row).is_some()).count();
            let values: Vec<f64> = variable.present().map(|x| x * turn).collect();
            let rank = ranks(&values, RankTies::Min).get(place).copied()?;
            let (indicator, label) = (node.key.to_string(), node.label.clone());
            Some(Standing { indicator, label, rank, of: whole(values.len()), value: real(value) })
        };
        let nodes = &self.index.inner.tree.nodes;
        let mut out: Vec<Standing> = self.stages.raw.variables().iter().zip(nodes).filter_map(one).collect();
        out.sort_by_key(|standing| standing.rank);
        Ok(out)
    }

    /// Why a unit has its value: every indicator from what was given to what it adds, and every mean above it.
    ///
    /// Its numbers are floats, so its parts add up to about, not exactly, the value.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn explain(&self, unit: &str) -> Result<Explanation> {
        Ok(explain::explain(self, self.find(unit)?))
    }
}

impl Serialize for IndexCard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.at(self.index.inner.tree.top()))
    }
}

/// What is compared.
enum Basis<'v> {
    Float(&'v [f64]),
    Rounded(Vec<Decimal>),
}

impl Basis<'_> {
    /// The ranks of all rows, or of some among themselves.
    fn ranks(&self, members: Option<&[usize]>, ties: RankTies) -> Vec<Rank> {
        let row = |at: usize| members.map_or(Some(at), |members| members.get(at).copied()).unwrap_or(usize::MAX);
        match self {
            Self::Float(values) => {
                let picked: Vec<f64> = match members {
                    None => values.to_vec(),
                    Some(members) => members.iter().filter_map(|row| values.get(*row).copied()).collect(),
                };
                ranks(&picked, ties)
            }
            Self::Rounded(values) => {
                // All have the same scale.
                let mantissa = |at: usize| values.get(row(at)).map_or(0, |value| value.mantissa());
                let rows = members.map_or(values.len(), <[usize]>::len);
                rank_by(rows, ties, |a, b| mantissa(a).cmp(&mantissa(b)))
            }
        }
    }

    fn published(&self, unit: usize) -> Option<Decimal> {
        match self {
            Self::Float(_) => None,
            Self::Rounded(values) => values.get(unit).copied(),
        }
    }
}
