//! Cascades (区考街、街考社区): the totals of the units below go into the evaluation of the unit above.
//!
//! | `how` | value | of no units |
//! |---|---|---|
//! | `mean` | the mean of the totals | missing |
//! | `minimum` | the least total (短板) | missing |
//! | `weighted` | the mean of the totals by a column of weights, such as the population; missing where one has no weight | missing |
//! | `share` | units at or above a grade, of all | missing |
//!
//! A value is exact and rounded once, to the decimals of the column it goes into; a share goes into the column of a rate as
//! it was counted.

mod cards;
mod check;
mod error;
mod roll;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use cards::CascadeCards;
pub use error::CascadeError;

use cards::StageCard;

use super::card::Scorecard;
use super::check::list;
use super::scheme::Scheme;
use crate::kernel::{Faults, Key, Likely, Result, Rounding, Text, Unwatched};
use crate::organisation::Snapshot;
use crate::wire::evaluation::CellKind;
use crate::wire::{Column, Table};

/// What is made of the totals of the units below.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RollUpHow {
    /// Their mean.
    Mean,
    /// The least of them.
    Minimum,
    /// Their mean by weights.
    Weighted,
    /// The share of units at or above a grade.
    Share,
}

impl RollUpHow {
    const fn word(self) -> &'static str {
        match self {
            Self::Mean => "mean",
            Self::Minimum => "minimum",
            Self::Weighted => "weighted",
            Self::Share => "share",
        }
    }

    /// What it says.
    pub fn label(self) -> Text {
        match self {
            Self::Mean => Text::new("下级平均分", "mean of the units below"),
            Self::Minimum => Text::new("下级最低分", "least of the units below"),
            Self::Weighted => Text::new("下级加权平均分", "weighted mean of the units below"),
            Self::Share => Text::new("下级达到等级的比例", "share of the units below at or above a grade"),
        }
    }
}

#[derive(Debug, Clone)]
struct RollUp {
    column: Key,
    /// The key of the indicator that reads the column.
    indicator: Option<Key>,
    kind: CellKind,
    scale: u8,
    from: usize,
    how: RollUpHow,
    weight: Option<Key>,
    /// The position of the grade in the stage the totals come from.
    grade: usize,
    rounding: Rounding,
}

#[derive(Debug, Clone)]
struct Stage {
    key: Key,
    label: Text,
    scheme: Scheme,
    roll_ups: Vec<RollUp>,
}

/// Evaluations of several layers, where those above take values from the totals below, `shequ.cascade/1`.
///
/// ```
/// use shequ::evaluation::Cascade;
/// use shequ::kernel::{Document, Limits, Syntax};
/// use shequ::wire::Table;
/// let cascade = Cascade::parse(r#"{"format": "shequ.cascade/1", "title": "T",
///     "units": [{"key": "s"}, {"key": "c1", "parent": "s"}, {"key": "c2", "parent": "s"}],
///     "stages": [
///         {"key": "street", "roll_ups": [{"column": "communities", "from": "community", "how": "mean"}],
///          "scheme": {"title": "street", "subject": "unit", "groups": [{"key": "g", "indicators": [
///              {"key": "communities", "points": 100, "rule": "linear", "target": 100, "scale": 2}]}]}},
///         {"key": "community", "scheme": {"title": "community", "subject": "unit", "groups": [{"key": "g", "indicators": [
///              {"key": "visits", "points": 100, "rule": "linear", "target": 12}]}]}}]}"#)?;
/// let rows = |text| Syntax::Json.parse(text, Limits::default()).and_then(|rows| Table::of_rows(&rows));
/// let communities = rows(r#"[{"unit": "c1", "visits": 12}, {"unit": "c2", "visits": 9}]"#)?;
/// let streets = rows(r#"[{"unit": "s"}]"#)?;
/// let cards = cascade.evaluate(&[("community", &communities), ("street", &streets)])?;
/// assert_eq!(cards.card("street")?.score("s")?.total.to_string(), "87.50");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Cascade {
    title: Text,
    stages: Vec<Stage>,
    /// The stages, each after those it takes totals from.
    order: Vec<usize>,
    /// The units of the document, with those above them.
    parents: BTreeMap<String, Option<String>>,
}

impl Cascade {
    /// What it is called.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The keys of the stages with their schemes, in the order of the document.
    pub fn stages(&self) -> impl Iterator<Item = (&Key, &Scheme)> {
        self.stages.iter().map(|s| (&s.key, &s.scheme))
    }

    /// Evaluates every stage, those below first; the units lie in each other as the document says.
    ///
    /// A table has no column that is rolled up; that of a stage below has the column of weights, where one is named.
    ///
    /// # Errors
    /// `cascade-table-missing`, `unknown-stage`, `cascade-column-given`, `cascade-weight-negative`, `cascade-unit-unplaced` for a
    /// unit whose total is rolled up and that is nowhere in the tree, and those of [`Scheme::evaluate`] below the key of the
    /// stage.
    pub fn evaluate(&self, tables: &[(&str, &Table)]) -> Result<CascadeCards> {
        self.evaluate_over(tables, |unit| self.parents.get(unit).cloned())
    }

    /// The same, where units lie in each other as in an organisation on its day.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate).
    pub fn evaluate_in(&self, tables: &[(&str, &Table)], organisation: &Snapshot<'_>) -> Result<CascadeCards> {
        self.evaluate_over(tables, |unit| {
            let unit = organisation.unit(unit).ok().filter(|unit| unit.likely() == Likely::Yes)?;
            Some(unit.parent().map(|above| above.key().to_owned()))
        })
    }

    /// `above` says what lies above a unit, if anything does; none where the unit is not in the tree.
    fn evaluate_over(
        &self,
        tables: &[(&str, &Table)],
        above: impl Fn(&str) -> Option<Option<String>>,
    ) -> Result<CascadeCards> {
        let mut faults = Faults::new();
        for (name, _) in tables {
            if !self.stages.iter().any(|s| s.key.as_str() == *name) {
                let have = list(self.stages.iter().map(|s| &s.key));
                faults.push("", CascadeError::UnknownStage { got: (*name).to_owned(), have });
            }
        }
        let mut given = Vec::new();
        for stage in &self.stages {
            let table = tables.iter().find(|(name, _)| *name == stage.key.as_str()).map(|(_, table)| *table);
            if table.is_none() {
                faults.push("", CascadeError::TableMissing { stage: stage.key.to_string() });
            }
            for column in stage.roll_ups.iter().map(|r| &r.column) {
                if table.is_some_and(|t| t.get(column.as_str()).is_some()) {
                    faults.push(stage.key.as_str(), CascadeError::ColumnGiven { column: column.to_string() });
                }
            }
            given.push(table);
        }
        faults.into_result()?;
        let mut cards: BTreeMap<usize, Scorecard> = BTreeMap::new();
        let mut rolled = Vec::new();
        for &at in &self.order {
            let (Some(stage), Some(Some(table))) = (self.stages.get(at), given.get(at)) else { continue };
            let root = stage.key.as_str();
            let units = table.texts("unit").map_err(|e| e.under(root))?;
            // Weights that others take are not this scheme's own.
            let weights: BTreeSet<&str> = self
                .stages
                .iter()
                .flat_map(|s| &s.roll_ups)
                .filter(|r| r.from == at)
                .filter_map(|r| r.weight.as_ref())
                .map(Key::as_str)
                .filter(|name| !stage.scheme.columns().iter().any(|c| c.name == *name))
                .collect();
            let own = table.columns().iter().filter(|(name, _)| !weights.contains(name.as_str()));
            let mut columns: Vec<(String, Column)> = own.cloned().collect();
            for roll_up in &stage.roll_ups {
                let (Some(below), Some(from)) = (cards.get(&roll_up.from), self.stages.get(roll_up.from)) else {
                    continue;
                };
                let table = given.get(roll_up.from).copied().flatten();
                let found = roll::rolled_up(roll_up, (stage, from), &units, below, table, &above)?;
                columns
                    .push((roll_up.column.to_string(), Column::Text(found.iter().map(|r| r.value.clone()).collect())));
                rolled.extend(found);
            }
            let card = stage.scheme.evaluate_at(&Table::new(columns)?, root, &mut Unwatched)?;
            if self.stages.iter().any(|s| s.roll_ups.iter().any(|r| r.from == at)) {
                roll::placed(root, &card, &above)?;
            }
            cards.insert(at, card);
        }
        let cards = self.stages.iter().enumerate().filter_map(|(at, stage)| {
            let indicators = stage.roll_ups.iter().filter_map(|r| Some((r.column.to_string(), r.indicator.clone()?)));
            let (key, label, indicators) = (stage.key.clone(), stage.label.clone(), indicators.collect());
            Some(StageCard { key, label, card: cards.remove(&at)?, indicators })
        });
        Ok(CascadeCards { cards: cards.collect(), rolled })
    }
}
