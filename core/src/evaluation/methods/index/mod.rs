//! Composite indices (综合指数): indicators cleaned, made comparable and aggregated up a tree, with a log of every step.
//!
//! An [`Index`] is a document. It is applied to a table of values stage by stage, in this order: each indicator is divided by its
//! denominator, units with too little data are left out, gaps are filled, outliers are treated, indicators are normalised so
//! that more is better, and the parts of each aggregate become one value. Each stage also stands alone:
//! [`Observations::denominated`], [`Screening`], [`Imputation`], [`Treatment`](super::Treatment), [`normalise`](super::normalise) and [`Mean`].
//!
//! The steps are those of the OECD and JRC, Handbook on Constructing Composite Indicators (2008).
//!
//! A sum of integer points needs none of this: [`ExactMatrix`] adds scaled integers exactly and ranks them.

mod check;
mod describe;
mod error;
mod exact;
mod explain;
mod gaps;
mod mean;
mod observations;
pub(in crate::evaluation) mod parameters;
pub(in crate::evaluation) mod rank;
mod results;
mod run;
#[cfg(test)]
mod tests;
pub(in crate::evaluation) mod tree;

use std::sync::Arc;

pub use describe::Description;
pub use error::IndexError;
pub use exact::{ExactCriterion, ExactMatrix, Totals};
pub use gaps::{Filled, Filler, Imputation, Otherwise, Screened, Screening};
pub use mean::{Mean, MeanName};
pub use observations::{Observations, Variable};
pub use parameters::Normalising;
pub use rank::{Rank, RankTies, ranks};
pub use results::IndexCard;
pub(in crate::evaluation) use run::variable;

use super::{Direction, Treatment};
use crate::evaluation::Subject;
use crate::kernel::{Document, Real, Result, Text};
use crate::wire::index::{IndexDraft, IndexNode};
use parameters::Declared;
use tree::Tree;

/// What an index knows of an indicator beside its place in the tree.
#[derive(Debug, Clone)]
struct Indicator {
    direction: Direction,
    unit: Option<Text>,
    denominator: Option<String>,
    treat: bool,
    normalisation: Declared,
}

#[derive(Debug)]
struct Inner {
    title: Text,
    subject: Subject,
    screening: Option<Screening>,
    /// With the column of groups.
    imputation: Option<(Imputation, Option<String>)>,
    treatment: Option<Treatment>,
    /// In the order of the tree's indicators.
    indicators: Vec<Indicator>,
    tree: Tree,
    ties: RankTies,
    decimals: Option<u8>,
    group: Option<String>,
}

/// A composite index (综合指数): a tree of indicators, how they become comparable, and how they are aggregated and ranked.
///
/// It is read from a document of format `shequ.index/1`, checked once, and then applied to tables of values. A copy is cheap.
///
/// ```
/// use shequ::evaluation::methods::Index;
/// use shequ::kernel::Document;
/// use shequ::wire::{Column, Table};
///
/// // Two countries of the Human Development Index 2022, as the UNDP published it: Switzerland 0.967, Norway 0.966.
/// let hdi = Index::parse(r#"
/// format = "shequ.index/1"
/// title = "Human Development Index"
/// subject = "unit"
/// normalisation = { method = "goalposts" }
/// ranking = { ties = "min", decimals = 3 }
/// levels = [{ aggregation = "arithmetic" }, { aggregation = "geometric" }]
/// aggregates = [
///     { key = "hdi" }, { key = "health", parent = "hdi" }, { key = "education", parent = "hdi" }, { key = "income", parent = "hdi" },
/// ]
/// indicators = [
///     { key = "life", parent = "health", normalisation = { lower = 20, upper = 85 } },
///     { key = "expected", parent = "education", normalisation = { lower = 0, upper = 18 } },
///     { key = "mean", parent = "education", normalisation = { lower = 0, upper = 15 } },
///     { key = "gni", parent = "income", normalisation = { lower = 100, upper = 75000, logarithmic = true } },
/// ]
/// "#)?;
/// let cells = |values: [f64; 2]| Column::Float(values.into_iter().map(Some).collect());
/// let table = Table::new(vec![
///     ("unit".into(), Column::Text(vec![Some("CHE".into()), Some("NOR".into())])),
///     ("life".into(), cells([84.255, 83.393])),
///     ("expected".into(), cells([16.583_730_7, 18.638_460_16])),
///     ("mean".into(), cells([13.904_066_22, 13.062_342_79])),
///     ("gni".into(), cells([69_432.786_69, 69_189.761_65])),
/// ])?;
/// let card = hdi.evaluate(&table)?;
/// let published: Vec<String> = card.ranking()?.iter().map(|v| v.published.map_or_else(String::new, |d| d.to_string())).collect();
/// assert_eq!(published, ["0.967", "0.966"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Index {
    inner: Arc<Inner>,
}

impl Document for Index {
    const FORMAT: &'static str = "shequ.index/1";
    const ROOT: &'static str = "index";
    type Draft = IndexDraft;

    fn check(draft: IndexDraft) -> Result<Self> {
        Ok(Self { inner: Arc::new(check::check(&draft)?) })
    }
}

impl Index {
    /// What it is called.
    pub fn title(&self) -> &Text {
        &self.inner.title
    }

    /// What it measures.
    pub fn subject(&self) -> Subject {
        self.inner.subject
    }

    /// The nodes of its tree with their effective weights: indicators, then aggregates, each in the order of the document.
    ///
    /// The effective weight of a node is its share in the top. Where a level is not an arithmetic mean it is a share of the weights, not
    /// of the value.
    pub fn nodes(&self) -> Vec<IndexNode> {
        let tree = &self.inner.tree;
        let node = |node: &tree::Node| IndexNode {
            key: node.key.to_string(),
            label: node.label.clone(),
            level: u32::try_from(node.level).unwrap_or(u32::MAX),
            parent: node.parent.and_then(|parent| tree.nodes.get(parent)).map(|parent| parent.key.to_string()),
            weight: node.weight,
            effective_weight: Real::new(node.effective).unwrap_or_default(),
        };
        tree.nodes.iter().map(node).collect()
    }

    /// The name of each level above the indicators, from the lowest to the top.
    pub fn levels(&self) -> &[Option<Text>] {
        &self.inner.tree.labels
    }

    /// The columns that [`evaluate`](Self::evaluate) reads: `unit`, the indicators, their denominators, the groups.
    pub fn columns(&self) -> Vec<String> {
        let inner = &self.inner;
        let mut out = vec!["unit".to_owned()];
        let indicators = inner.tree.nodes.iter().take(inner.tree.indicators).map(|node| node.key.to_string());
        let denominators = inner.indicators.iter().filter_map(|indicator| indicator.denominator.clone());
        let groups = inner.imputation.iter().filter_map(|(_, group)| group.clone()).chain(inner.group.clone());
        for name in indicators.chain(denominators).chain(groups) {
            if !out.contains(&name) {
                out.push(name);
            }
        }
        out
    }
}
