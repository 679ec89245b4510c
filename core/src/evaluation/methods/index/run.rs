//! From a table to an index, stage by stage.

use std::collections::BTreeMap;

use super::super::treat::Treated;
use super::super::{Criterion, Direction, MethodError, Treatment};
use super::gaps::{Filled, Screened};
use super::observations::{Observations, Variable};
use super::parameters::Normalising;
use super::results::{IndexCard, Stages};
use super::{Index, IndexError as Fault, Inner};
use crate::evaluation::SchemeError;
use crate::kernel::{Decimal, Error, Faults, Key, Real, Result};
use crate::wire::{Column, Table, Texts as _};

/// The units of a table with their groups.
#[derive(Debug, Default)]
pub(super) struct Units {
    pub keys: Vec<Key>,
    /// The groups within which units are ranked; empty where there are none.
    pub peers: Vec<String>,
    /// The groups by which gaps are filled; empty where there are none.
    fill: Vec<String>,
}

impl Units {
    fn only(self, kept: &[usize]) -> Self {
        let of = |texts: &[String]| kept.iter().filter_map(|row| texts.get(*row).cloned()).collect();
        Self {
            keys: kept.iter().filter_map(|row| self.keys.get(*row).cloned()).collect(),
            peers: of(&self.peers),
            fill: of(&self.fill),
        }
    }
}

impl Index {
    /// Applies the index to a table: a column `unit` of keys, one column an indicator, those of the denominators, and those of
    /// the groups; see [`columns`](Self::columns). A cell that is empty is missing.
    ///
    /// Numbers are read as floats, whatever holds them.
    ///
    /// # Errors
    /// Every fault of the table with its place, `table[row].column`: `missing-column`, `unknown-column`, `wrong-column`,
    /// `duplicate-unit`, `not-finite`, `not-a-number`; then those of the stages, with the key of the unit and the indicator:
    /// `denominator-zero`, `nothing-left`, `nothing-to-impute-from`, `cell-missing`, `indicator-constant`, `value-not-positive`
    /// and the others of [`Normalisation::apply`](super::super::Normalisation::apply) and [`Mean::of`](super::Mean::of).
    pub fn evaluate(&self, table: &Table) -> Result<IndexCard> {
        let (units, raw, denominators) = read(self, table).map_err(|error| error.under("table"))?;
        let inner = &self.inner;
        // Paths of stages name rows, which a screening moves: they are told by the units' keys instead.
        let first: Vec<Key> = units.keys.clone();
        let named = |keys: &[Key], error: Error| error.moved(|path| by_unit(path, keys));
        let denominated = match &denominators {
            Some(denominators) => {
                let by: BTreeMap<&str, &str> = (inner.tree.nodes.iter().zip(&inner.indicators))
                    .filter_map(|(node, indicator)| Some((node.key.as_str(), indicator.denominator.as_deref()?)))
                    .collect();
                raw.denominated(denominators, |key| by.get(key).copied()).map_err(|error| named(&first, error))?
            }
            None => raw.clone(),
        };
        let (kept, screened) = match &inner.screening {
            Some(screening) => screening.screen(&denominated)?,
            None => ((0..raw.rows()).collect(), Vec::new()),
        };
        let screened: Vec<(Key, Screened)> =
            screened.into_iter().filter_map(|s| Some((first.get(s.row)?.clone(), s))).collect();
        let (raw, denominated, units) = if screened.is_empty() {
            (raw, denominated, units)
        } else {
            (raw.only(&kept)?, denominated.only(&kept)?, units.only(&kept))
        };
        let keys = &units.keys;
        let (imputed, filled) = match &inner.imputation {
            Some((imputation, _)) => {
                let groups: Vec<&str> = units.fill.iter().map(String::as_str).collect();
                let groups = (!groups.is_empty()).then_some(&groups[..]);
                imputation.fill(&denominated, groups).map_err(|error| named(keys, error))?
            }
            None => (denominated.clone(), Vec::new()),
        };
        imputed.complete().map_err(|error| named(keys, error))?;
        let treated = treat(inner, &imputed).map_err(|error| named(keys, error))?;
        let normalised = normalise(inner, &treated, keys).map_err(|error| named(keys, error))?;
        let values = inner.tree.aggregate(normalised, None).map_err(|error| named(keys, error))?;
        let stages = Stages { raw, denominated, imputed, filled, treated, screened };
        IndexCard::new(self.clone(), units, stages, values)
    }
}

/// `[3].key` as `unit.key`, where the unit is known.
fn by_unit(path: &str, keys: &[Key]) -> String {
    let row = path.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    match row.and_then(|(row, rest)| Some((keys.get(row.parse::<usize>().ok()?)?, rest))) {
        Some((unit, rest)) => format!("{unit}{rest}"),
        None => path.to_owned(),
    }
}

/// Every indicator after the treatment of outliers.
fn treat(inner: &Inner, data: &Observations<'_>) -> Result<Vec<Treated>> {
    let mut faults = Faults::new();
    // What is left as it is has a log entry all the same.
    let untouched = Treatment { points: 0, otherwise: None, ..Treatment::default() };
    let one = |(variable, indicator): (&Variable<'_>, &super::Indicator)| {
        let treatment = inner.treatment.filter(|_| indicator.treat).unwrap_or(untouched);
        let treated = treatment.apply(variable.values().unwrap_or_default());
        let key = variable.key();
        let treated = treated
            .map_err(|error| error.moved(|row| if row.is_empty() { key.to_string() } else { format!("{row}.{key}") }));
        faults.take("", treated)
    };
    let treated = data.variables().iter().zip(&inner.indicators).filter_map(one).collect();
    faults.into_result().map(|()| treated)
}

/// Where a reference unit is.
pub(super) fn row(units: &[Key], unit: &str) -> Result<usize> {
    let found = units.iter().position(|key| key.as_str() == unit);
    found.ok_or_else(|| SchemeError::UnknownUnit { got: unit.to_owned() }.into())
}

/// Every indicator on its scale, more being better.
fn normalise(inner: &Inner, treated: &[Treated], units: &[Key]) -> Result<Vec<Vec<f64>>> {
    let mut faults = Faults::new();
    let mut out = Vec::with_capacity(treated.len());
    for (at, treated) in treated.iter().enumerate() {
        out.extend(faults.take("", score(inner, at, &treated.values, treated.transform.is_some(), units)));
    }
    faults.into_result().map(|()| out)
}

/// One indicator on its scale.
pub(super) fn score(inner: &Inner, at: usize, values: &[f64], transformed: bool, units: &[Key]) -> Result<Vec<f64>> {
    let (Some(node), Some(indicator)) = (inner.tree.nodes.get(at), inner.indicators.get(at)) else {
        return Ok(Vec::new());
    };
    let name = indicator.normalisation.name;
    // A transformation keeps the order but not the unit, so a target or a goalpost means nothing any more.
    if transformed && matches!(name, Normalising::Goalposts | Normalising::DistanceToTarget) {
        let expected = format!("kept by the treatment, as `{}` needs: declare `treat = false`", name.name());
        let cause = Fault::BadParameter { got: "the unit of the values".into(), expected };
        return Err(Error::at(node.key.as_str(), cause));
    }
    let normaliser = indicator.normalisation.normaliser(|unit| row(units, unit));
    let normaliser = normaliser.map_err(|error| error.under(node.key.as_str()))?;
    normaliser.apply(&Criterion::new(node.key.clone(), indicator.direction, values))
}

/// The units, the indicators and the denominators of a table.
fn read(index: &Index, table: &Table) -> Result<(Units, Observations<'static>, Option<Observations<'static>>)> {
    let inner = &index.inner;
    let mut faults = Faults::new();
    let texts = |name: &str, faults: &mut Faults| faults.take("", table.texts(name)).unwrap_or_default();
    let mut units = Units::default();
    let mut seen: BTreeMap<Key, usize> = BTreeMap::new();
    for (row, text) in texts("unit", &mut faults).into_iter().enumerate() {
        let at = format!("[{row}].unit");
        let Some(key) = faults.take(&at, text.parse::<Key>()) else { continue };
        if let Some(first) = seen.insert(key.clone(), row) {
            faults.push(at, SchemeError::DuplicateUnit { unit: text, first });
            seen.insert(key.clone(), first);
        }
        units.keys.push(key);
    }
    if let Some(group) = &inner.group {
        units.peers = texts(group, &mut faults);
    }
    if let Some((_, Some(group))) = &inner.imputation {
        units.fill = texts(group, &mut faults);
    }
    let mut variables = Vec::with_capacity(inner.indicators.len());
    for (node, indicator) in inner.tree.nodes.iter().zip(&inner.indicators) {
        variables.extend(faults.take("", variable(table, &node.key, indicator.direction)));
    }
    let mut denominators: Vec<Variable<'static>> = Vec::new();
    for name in inner.indicators.iter().filter_map(|indicator| indicator.denominator.as_deref()) {
        if denominators.iter().any(|known| known.key().as_str() == name) {
            continue;
        }
        let column = name.parse::<Key>().and_then(|key| variable(table, &key, Direction::Higher));
        denominators.extend(faults.take("", column));
    }
    let expected = index.columns();
    for (name, _) in table.columns().iter().filter(|(name, _)| !expected.contains(name)) {
        let expected = super::observations::list(expected.iter().map(String::as_str));
        faults.push(name.as_str(), SchemeError::UnknownColumn { name: name.clone(), expected });
    }
    faults.into_result()?;
    let denominators = if denominators.is_empty() { None } else { Some(Observations::new(denominators)?) };
    Ok((units, Observations::new(variables)?, denominators))
}

/// A column of numbers as floats.
pub(in crate::evaluation) fn variable(table: &Table, key: &Key, direction: Direction) -> Result<Variable<'static>> {
    let name = key.as_str();
    let column = table.column(name)?;
    let mut faults = Faults::new();
    let mut read = |row: usize, cell: Result<f64>| faults.take(&format!("[{row}].{name}"), cell);
    #[expect(clippy::cast_precision_loss, reason = "a statistical method takes the nearest float")]
    let cells: Vec<Option<f64>> = match column {
        Column::Float(cells) => cells.clone(),
        Column::Int(cells) => cells.iter().map(|cell| cell.map(|n| n as f64)).collect(),
        Column::Decimal { cells, scale } => cells
            .iter()
            .enumerate()
            .map(|(row, cell)| {
                let decimal = Decimal::new((*cell)?, *scale);
                read(row, decimal.and_then(|d| d.to_string().parse::<Real>()).map(Real::get))
            })
            .collect(),
        Column::Text(_) | Column::Keys(_) => (0..column.len())
            .map(|row| {
                let text = match column {
                    Column::Text(cells) => cells.text(row),
                    Column::Keys(cells) => cells.text(row),
                    _ => None,
                };
                let text = text.filter(|text| !text.is_empty())?;
                read(row, text.parse::<Real>().map(Real::get))
            })
            .collect(),
        Column::Bool(_) => {
            let expected = "numbers".into();
            let cause = crate::wire::TableError::WrongColumn { name: name.into(), got: column.kind().into(), expected };
            return Err(cause.into());
        }
    };
    for (row, x) in cells.iter().enumerate().filter_map(|(row, cell)| cell.map(|x| (row, x))) {
        if !x.is_finite() {
            faults.push(format!("[{row}].{name}"), MethodError::NotFinite { got: x.to_string() });
        }
    }
    faults.into_result()?;
    Variable::with_gaps(key.clone(), direction, cells)
}

/// What was filled, by indicator and row.
pub(super) fn filled<'f>(log: &'f [Filled], variable: &str, row: usize) -> Option<&'f Filled> {
    log.iter().find(|filled| filled.row == row && filled.variable == variable)
}
