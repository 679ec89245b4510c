//! What is made of the totals of the units below.

use std::collections::{BTreeMap, BTreeSet};

use super::{CascadeError, RollUp, RollUpHow, Stage};
use crate::evaluation::card::Scorecard;
use crate::kernel::{Decimal, Faults, Key, Ratio, Result};
use crate::wire::Table;
use crate::wire::evaluation::{CellKind, RolledPart, RolledUp};

/// The most layers of a tree.
const LAYERS: usize = 1024;

/// That every unit of a stage is in the tree: one that is not would silently count for nothing above.
pub(super) fn placed(root: &str, card: &Scorecard, above: &impl Fn(&str) -> Option<Option<String>>) -> Result<()> {
    let mut faults = Faults::new();
    for unit in card.units().iter().filter(|unit| above(unit.as_str()).is_none()) {
        faults.push(root, CascadeError::UnitUnplaced { unit: unit.to_string() });
    }
    faults.into_result()
}

/// The values that go into a column of the units of a stage.
pub(super) fn rolled_up(
    roll_up: &RollUp,
    (stage, from): (&Stage, &Stage),
    units: &[String],
    below: &Scorecard,
    table: Option<&Table>,
    above: &impl Fn(&str) -> Option<Option<String>>,
) -> Result<Vec<RolledUp>> {
    let wanted: BTreeSet<&str> = units.iter().map(String::as_str).collect();
    let weights = roll_up.weight.as_ref().map(|name| weights(table, name.as_str(), from.key.as_str())).transpose()?;
    let mut parts: BTreeMap<String, Vec<RolledPart>> = BTreeMap::new();
    for score in below.scores() {
        // The nearest unit above that this stage evaluates.
        let chain = std::iter::successors(above(&score.unit).flatten(), |unit| above(unit).flatten());
        let Some(unit) = chain.take(LAYERS).find(|unit| wanted.contains(unit.as_str())) else { continue };
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
                // Without all weights there is no mean of all: the value is missing, and the indicator says what that means.
                let sum = if weighed().count() == all { sum } else { Ratio::ZERO };
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
