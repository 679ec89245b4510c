//! Cascades (区考街、街考社区): the totals of the units below go into the evaluation of the unit above.
//!
//! | `how` | value | of no units |
//! |---|---|---|
//! | `mean` | the mean of the totals | missing |
//! | `minimum` | the least total (短板) | missing |
//! | `weighted` | the mean of the totals by a column of weights, such as the population | missing |
//! | `share` | units at or above a grade, of all | missing |
//!
//! A value is exact and rounded once, to the decimals of the column it goes into; a share goes into the column of a rate as
//! it was counted.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::card::Scorecard;
use super::check::{list, named};
use super::letters::depths;
use super::scheme::Scheme;
use super::working::{plain, plain_quantity};
use crate::kernel::error::faults;
use crate::kernel::{
    Decimal, Digest, Document, Explanation, Faults, How, Key, Likely, Quantity, Ratio, Result, Rounding, Text,
    Unwatched,
};
use crate::organisation::Snapshot;
use crate::wire::evaluation::{CascadeDraft, CascadeUnitDraft, CellKind, RolledPart, RolledUp, StageDraft};
use crate::wire::{Column, Table};

faults! {
    /// Faults of a cascade and of its tables.
    pub enum CascadeError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String, list: String } => "cascade-key-twice", "the key `{key}` stands twice in `{list}`", "give each its own key";
        /// A stage that is not declared.
        UnknownStage { got: String, have: String } => "unknown-stage", "there is no stage `{got}`", "the stages are {have}";
        /// A grade that the stage does not have.
        UnknownGrade { got: String, have: String } => "cascade-unknown-grade", "the stage has no grade `{got}`", "its grades are {have}";
        /// A column that the scheme does not read.
        NotAColumn { got: String } => "cascade-not-a-column", "the scheme of the stage has no column `{got}` of numbers or rates", "name the column of an indicator";
        /// A column that is rolled up twice.
        ColumnTwice { got: String } => "cascade-column-twice", "the column `{got}` is rolled up twice", "keep one of them";
        /// A field that the way of rolling up needs.
        FieldMissing { field: String, how: String } => "cascade-field-missing", "`{how}` needs `{field}`", "add `{field}`";
        /// A field that it does not use.
        FieldNotUsed { field: String, how: String } => "cascade-field-not-used", "`{how}` does not use `{field}`", "leave `{field}` out";
        /// Stages or units that lie in a circle.
        Cycle { path: String } => "cascade-cycle", "there is a circle: {path}", "a stage takes totals from those below it only, and a unit lies in one above it";
        /// A unit above that is not in the list.
        UnknownParent { parent: String } => "cascade-unknown-parent", "there is no unit `{parent}`", "add it to `units`";
        /// A table that is not given.
        TableMissing { stage: String } => "cascade-table-missing", "there is no table for the stage `{stage}`", "give one, if only with the column `unit`";
        /// A column that is given and rolled up.
        ColumnGiven { column: String } => "cascade-column-given", "the column `{column}` is given, but it is rolled up", "leave it out of the table";
        /// A weight below zero.
        WeightNegative { got: String } => "cascade-weight-negative", "the weight `{got}` is below zero", "";
    }
}

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
    parents: BTreeMap<String, String>,
}

impl Document for Cascade {
    const FORMAT: &'static str = "shequ.cascade/1";
    const ROOT: &'static str = "cascade";
    type Draft = CascadeDraft;

    fn check(draft: CascadeDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let drafts = draft.stages;
        let keys: Vec<Key> = drafts.iter().map(|s| s.key.clone()).collect();
        let schemes: Vec<Option<Scheme>> = (0..)
            .zip(&drafts)
            .map(|(i, stage): (usize, &StageDraft)| {
                if keys.iter().take(i).any(|key| *key == stage.key) {
                    let cause = CascadeError::KeyTwice { key: stage.key.to_string(), list: "stages".into() };
                    faults.push(format!("stages[{i}].key"), cause);
                }
                faults.take(&format!("stages[{i}].scheme"), Scheme::check(stage.scheme.clone()))
            })
            .collect();
        let mut stages = Vec::new();
        for (i, (stage, scheme)) in drafts.iter().zip(&schemes).enumerate() {
            let roll_ups = roll_ups(&mut faults, i, stage, scheme.as_ref(), &keys, &schemes);
            let Some(scheme) = scheme.clone() else { continue };
            let label = named(stage.label.as_ref(), &stage.key);
            stages.push(Stage { key: stage.key.clone(), label, scheme, roll_ups });
        }
        let parents = parents(&mut faults, &draft.units);
        faults.into_result()?;
        let order = order(&stages)?;
        Ok(Self { title: draft.title, stages, order, parents })
    }
}

fn roll_ups(
    faults: &mut Faults,
    at: usize,
    stage: &StageDraft,
    scheme: Option<&Scheme>,
    keys: &[Key],
    schemes: &[Option<Scheme>],
) -> Vec<RollUp> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for (i, draft) in stage.roll_ups.iter().enumerate() {
        let at = format!("stages[{at}].roll_ups[{i}]");
        if !seen.insert(&draft.column) {
            faults.push(format!("{at}.column"), CascadeError::ColumnTwice { got: draft.column.to_string() });
        }
        let column = scheme.and_then(|s| s.columns().iter().find(|c| c.name == draft.column.as_str()));
        let fits = |c: &&crate::wire::evaluation::SchemeColumn| match c.kind {
            CellKind::Number => true,
            CellKind::Rate => draft.how == RollUpHow::Share,
            _ => false,
        };
        let column = column.filter(fits);
        if scheme.is_some() && column.is_none() {
            faults.push(format!("{at}.column"), CascadeError::NotAColumn { got: draft.column.to_string() });
        }
        let from = keys.iter().position(|key| *key == draft.from);
        if from.is_none() {
            let cause = CascadeError::UnknownStage { got: draft.from.to_string(), have: list(keys.iter()) };
            faults.push(format!("{at}.from"), cause);
        }
        for (field, given, used) in [
            ("weight", draft.weight.is_some(), draft.how == RollUpHow::Weighted),
            ("grade", draft.grade.is_some(), draft.how == RollUpHow::Share),
        ] {
            let (field, how) = (field.to_owned(), draft.how.word().to_owned());
            match (given, used) {
                (true, false) => faults.push(format!("{at}.{field}"), CascadeError::FieldNotUsed { field, how }),
                (false, true) => faults.push(&at, CascadeError::FieldMissing { field, how }),
                _ => {}
            }
        }
        let below = from.and_then(|from| schemes.get(from)).and_then(Option::as_ref);
        let grade = draft.grade.as_ref().zip(below).map(|(grade, scheme)| {
            let place = scheme.grades().position(|g| g == grade);
            if place.is_none() {
                let (got, have) = (grade.to_string(), list(scheme.grades()));
                faults.push(format!("{at}.grade"), CascadeError::UnknownGrade { got, have });
            }
            place.unwrap_or_default()
        });
        let (Some(column), Some(from)) = (column, from) else { continue };
        let indicators = scheme.map(Scheme::indicators).unwrap_or_default();
        out.push(RollUp {
            column: draft.column.clone(),
            indicator: indicators.iter().find(|i| *i.column() == draft.column).map(|i| i.key().clone()),
            kind: column.kind,
            scale: column.scale,
            from,
            how: draft.how,
            weight: draft.weight.clone(),
            grade: grade.unwrap_or_default(),
            rounding: draft.rounding,
        });
    }
    out
}

fn parents(faults: &mut Faults, units: &[CascadeUnitDraft]) -> BTreeMap<String, String> {
    let mut places: BTreeMap<&Key, usize> = BTreeMap::new();
    for (i, unit) in units.iter().enumerate() {
        if places.insert(&unit.key, i).is_some() {
            let cause = CascadeError::KeyTwice { key: unit.key.to_string(), list: "units".into() };
            faults.push(format!("units[{i}].key"), cause);
        }
    }
    for (i, parent) in units.iter().enumerate().filter_map(|(i, u)| Some((i, u.parent.as_ref()?))) {
        if !places.contains_key(parent) {
            faults.push(format!("units[{i}].parent"), CascadeError::UnknownParent { parent: parent.to_string() });
        }
    }
    let above: Vec<Option<usize>> =
        units.iter().map(|u| u.parent.as_ref().and_then(|p| places.get(p)).copied()).collect();
    depths(&above, |circle| {
        let first = circle.first().copied().unwrap_or_default();
        let names = circle.iter().chain([&first]).filter_map(|at| units.get(*at)).map(|u| u.key.to_string());
        let path = names.collect::<Vec<_>>().join(" > ");
        faults.push(format!("units[{first}].parent"), CascadeError::Cycle { path });
    });
    let pair = |u: &CascadeUnitDraft| Some((u.key.to_string(), u.parent.as_ref()?.to_string()));
    units.iter().filter_map(pair).collect()
}

/// The stages, each after those it takes totals from.
fn order(stages: &[Stage]) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < stages.len() {
        let ready = |(at, stage): &(usize, &Stage)| {
            !order.contains(at) && stage.roll_ups.iter().all(|r| order.contains(&r.from))
        };
        if let Some((at, _)) = stages.iter().enumerate().find(ready) {
            order.push(at);
            continue;
        }
        // Each stage that is left waits for another that is left: going back from one leads into a circle.
        let mut path: Vec<usize> = Vec::new();
        let mut at = (0..stages.len()).find(|at| !order.contains(at)).unwrap_or_default();
        while !path.contains(&at) {
            path.push(at);
            let waits = stages.get(at).into_iter().flat_map(|s| &s.roll_ups).find(|r| !order.contains(&r.from));
            at = waits.map_or(at, |r| r.from);
        }
        let circle = path.iter().skip_while(|p| **p != at).chain([&at]);
        let names = circle.filter_map(|at| stages.get(*at)).map(|s| s.key.to_string());
        let path = names.collect::<Vec<_>>().join(" > ");
        return Err(crate::kernel::Error::at(format!("stages[{at}].roll_ups"), CascadeError::Cycle { path }));
    }
    Ok(order)
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
    /// `cascade-table-missing`, `unknown-stage`, `cascade-column-given`, `cascade-weight-negative`, and those of
    /// [`Scheme::evaluate`] below the key of the stage.
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
            unit.parent().map(|above| above.key().to_owned())
        })
    }

    fn evaluate_over(&self, tables: &[(&str, &Table)], above: impl Fn(&str) -> Option<String>) -> Result<CascadeCards> {
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
                let found = rolled_up(roll_up, (stage, from), &units, below, table, &above)?;
                columns
                    .push((roll_up.column.to_string(), Column::Text(found.iter().map(|r| r.value.clone()).collect())));
                rolled.extend(found);
            }
            let card = stage.scheme.evaluate_at(&Table::new(columns)?, root, &mut Unwatched)?;
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

/// The values that go into a column of the units of a stage.
fn rolled_up(
    roll_up: &RollUp,
    (stage, from): (&Stage, &Stage),
    units: &[String],
    below: &Scorecard,
    table: Option<&Table>,
    above: &impl Fn(&str) -> Option<String>,
) -> Result<Vec<RolledUp>> {
    let wanted: BTreeSet<&str> = units.iter().map(String::as_str).collect();
    let weights = roll_up.weight.as_ref().map(|name| weights(table, name.as_str(), from.key.as_str())).transpose()?;
    let mut parts: BTreeMap<String, Vec<RolledPart>> = BTreeMap::new();
    for score in below.scores() {
        // The nearest unit above that this stage evaluates; the tree is no deeper than there are units.
        let mut at = above(&score.unit);
        let mut left = 64;
        while let Some(unit) = at.take().filter(|_| left > 0) {
            if wanted.contains(unit.as_str()) {
                at = Some(unit);
                break;
            }
            at = above(&unit);
            left -= 1;
        }
        let Some(unit) = at else { continue };
        let weight = weights.as_ref().and_then(|w| w.get(&score.unit)).copied();
        let part = RolledPart { unit: score.unit, total: score.total, grade: score.grade, weight };
        parts.entry(unit).or_default().push(part);
    }
    let grades: Vec<String> = from.scheme.grades().map(Key::to_string).collect();
    let mut out = Vec::new();
    for unit in units {
        let mut parts = parts.remove(unit).unwrap_or_default();
        parts.sort_by(|a, b| a.unit.cmp(&b.unit));
        let good = parts.iter().filter(|p| {
            let place = p.grade.as_ref().and_then(|grade| grades.iter().position(|g| g == grade));
            place.is_some_and(|place| place <= roll_up.grade)
        });
        let (good, all) = (good.count(), parts.len());
        let ratio = |n: usize| Ratio::from(u64::try_from(n).unwrap_or(u64::MAX));
        let exact = match roll_up.how {
            RollUpHow::Mean => parts.iter().map(|p| p.total.to_ratio()).sum::<Ratio>().checked_div(&ratio(all)),
            RollUpHow::Minimum => parts.iter().map(|p| p.total).min().map(Decimal::to_ratio),
            RollUpHow::Share => ratio(good).checked_div(&ratio(all)),
            RollUpHow::Weighted => {
                let weighed = || parts.iter().filter_map(|p| Some((p, p.weight?.to_ratio())));
                let sum: Ratio = weighed().map(|(_, weight)| weight).sum();
                weighed().map(|(p, weight)| p.total.to_ratio() * weight).sum::<Ratio>().checked_div(&sum)
            }
        };
        let value = match &exact {
            Some(_) if roll_up.kind == CellKind::Rate => Some(format!("{good}/{all}")),
            Some(exact) => Some(Decimal::from_ratio(exact, roll_up.scale, roll_up.rounding)?.to_string()),
            None => None,
        };
        out.push(RolledUp {
            stage: stage.key.to_string(),
            unit: unit.clone(),
            column: roll_up.column.to_string(),
            from: from.key.to_string(),
            how: roll_up.how,
            exact,
            value,
            parts,
        });
    }
    Ok(out)
}

/// The weights of units, from a column of their table.
fn weights(table: Option<&Table>, name: &str, root: &str) -> Result<BTreeMap<String, Decimal>> {
    let Some(table) = table else { return Ok(BTreeMap::new()) };
    let column = table.column(name).map_err(|e| e.under(root))?;
    let units = table.texts("unit").map_err(|e| e.under(root))?;
    let mut faults = Faults::new();
    let mut out = BTreeMap::new();
    for (row, unit) in units.into_iter().enumerate() {
        let Some(Some(weight)) = faults.take(root, column.decimal(name, row, 9)) else { continue };
        if weight < Decimal::ZERO {
            let cause = CascadeError::WeightNegative { got: weight.shortest().to_string() };
            faults.push(format!("{root}[{row}].{name}"), cause);
        }
        out.insert(unit, weight.shortest());
    }
    faults.into_result().map(|()| out)
}

#[derive(Debug)]
struct StageCard {
    key: Key,
    label: Text,
    card: Scorecard,
    /// The indicators that read what was rolled up, by their columns.
    indicators: BTreeMap<String, Key>,
}

/// What a cascade found.
#[derive(Debug)]
pub struct CascadeCards {
    cards: Vec<StageCard>,
    rolled: Vec<RolledUp>,
}

impl CascadeCards {
    /// The scorecards with the keys and names of their stages, in the order of the document.
    pub fn cards(&self) -> impl Iterator<Item = (&Key, &Text, &Scorecard)> {
        self.cards.iter().map(|c| (&c.key, &c.label, &c.card))
    }

    fn stage(&self, stage: &str) -> Result<&StageCard> {
        let found = self.cards.iter().find(|c| c.key.as_str() == stage);
        let have = || list(self.cards.iter().map(|c| &c.key));
        found.ok_or_else(|| CascadeError::UnknownStage { got: stage.chars().take(60).collect(), have: have() }.into())
    }

    /// The scorecard of a stage.
    ///
    /// # Errors
    /// `unknown-stage`.
    pub fn card(&self, stage: &str) -> Result<&Scorecard> {
        Ok(&self.stage(stage)?.card)
    }

    /// What was rolled up, with the units below.
    pub fn rolled(&self) -> &[RolledUp] {
        &self.rolled
    }

    /// Why a unit has its total, with the units below under the indicators that come from them.
    ///
    /// # Errors
    /// `unknown-stage`, `unknown-unit`.
    pub fn explain(&self, stage: &str, unit: &str) -> Result<Explanation> {
        let stage = self.stage(stage)?;
        let mut out = stage.card.explain(unit)?;
        for rolled in self.rolled.iter().filter(|r| r.stage == stage.key.as_str() && r.unit == unit) {
            if let Some(indicator) = stage.indicators.get(&rolled.column) {
                attach(&mut out, indicator.as_str(), rolled);
            }
        }
        Ok(out)
    }

    /// The digest of the scorecards of all stages.
    ///
    /// # Errors
    /// None in practice: the results hold no floats.
    pub fn digest(&self) -> Result<Digest> {
        let mut digests = BTreeMap::new();
        for stage in &self.cards {
            digests.insert(stage.key.as_str(), stage.card.digest()?);
        }
        Digest::of(&digests)
    }
}

/// Puts what was rolled up below the node of its indicator.
fn attach(node: &mut Explanation, indicator: &str, rolled: &RolledUp) {
    if node.rule.as_deref() == Some(indicator) && node.children.is_empty() {
        let outcome = rolled.exact.as_ref().map_or(Quantity::Words(Text::new("无", "none")), plain_quantity);
        let part = |p: &RolledPart| {
            let node = Explanation::new(Text::same(p.unit.clone()), Quantity::Decimal(p.total));
            let node = match &p.grade {
                Some(grade) => node.with(Text::new("等级", "grade"), Quantity::Words(Text::same(grade.clone()))),
                None => node,
            };
            match p.weight {
                Some(weight) => node.with(Text::new("权重", "weight"), Quantity::Decimal(weight)),
                None => node,
            }
        };
        let exact = rolled.exact.as_ref().map_or_else(String::new, plain);
        let value = rolled.value.clone().unwrap_or_default();
        let mut child =
            Explanation::new(rolled.how.label(), outcome).of(How::List, rolled.parts.iter().map(part).collect());
        if exact != value {
            child = child.noted(Text::new(format!("{exact} 取 {value}"), format!("{exact}, taken as {value}")));
        }
        node.how = How::List;
        node.children = vec![child];
        return;
    }
    node.children.iter_mut().for_each(|child| attach(child, indicator, rolled));
}
