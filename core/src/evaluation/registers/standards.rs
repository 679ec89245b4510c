//! Standards by level.

use std::collections::BTreeMap;

use super::{EvaluationRegisterError, once, within};
use crate::evaluation::SchemeError;
use crate::evaluation::check::named;
use crate::kernel::{Decimal, Document, Faults, Result, Text};
use crate::wire::Table;
use crate::wire::evaluation::{CriterionDraft, CriterionGap, LevelDraft, StandardsDraft, UnitLevel};

/// Levels from the lowest to the highest, each with what it asks beyond those below, `shequ.standards/1`.
///
/// ```
/// use shequ::evaluation::Standards;
/// use shequ::kernel::{Document, Limits, Syntax};
/// use shequ::wire::Table;
/// let standards = Standards::parse(r#"{"format": "shequ.standards/1", "title": "三级联创", "levels": [
///     {"key": "district", "criteria": [{"key": "visits", "least": 10}]},
///     {"key": "city", "criteria": [{"key": "visits_all", "least": 40}, {"key": "hazards", "most": 1}]}]}"#)?;
/// let rows = Syntax::Json.parse(r#"[{"unit": "a", "visits": 12, "visits_all": 41, "hazards": 3}]"#, Limits::default())?;
/// let levels = standards.levels(&Table::of_rows(&rows)?)?;
/// assert_eq!((levels[0].level.as_deref(), levels[0].missing[0].criterion.as_str()), (Some("district"), "hazards"));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Standards {
    title: Text,
    levels: Vec<LevelDraft>,
}

impl Document for Standards {
    const FORMAT: &'static str = "shequ.standards/1";
    const ROOT: &'static str = "standards";
    type Draft = StandardsDraft;

    fn check(draft: StandardsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "levels", draft.levels.iter().map(|l| &l.key));
        for (i, level) in draft.levels.iter().enumerate() {
            once(&mut faults, &format!("levels[{i}].criteria"), level.criteria.iter().map(|c| &c.key));
            for (j, criterion) in level.criteria.iter().enumerate() {
                let at = format!("levels[{i}].criteria[{j}]");
                for (field, bound) in [("least", criterion.least), ("most", criterion.most)] {
                    if let Some(bound) = bound {
                        within(&mut faults, format!("{at}.{field}"), bound, None);
                    }
                }
                let empty = criterion.least.zip(criterion.most).is_some_and(|(least, most)| least > most);
                if empty || (criterion.least.is_none() && criterion.most.is_none()) {
                    faults.push(at, EvaluationRegisterError::NoBound);
                }
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, levels: draft.levels })
    }
}

impl Standards {
    /// What they are called together.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The level of each unit of a table, and what is missing for the next one.
    ///
    /// The table has a column `unit` and one for each criterion; a missing value meets nothing.
    ///
    /// # Errors
    /// `missing-column`, `not-a-number`, `too-many-digits`, `duplicate-unit` with the row.
    pub fn levels(&self, table: &Table) -> Result<Vec<UnitLevel>> {
        let mut faults = Faults::new();
        let units = table.texts("unit").map_err(|e| e.under("table"))?;
        for criterion in self.levels.iter().flat_map(|l| &l.criteria) {
            faults.take("table", table.column(criterion.key.as_str()).map(|_| ()));
        }
        faults.into_result()?;
        let mut faults = Faults::new();
        let mut rows: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, unit) in units.iter().enumerate() {
            if let Some(&first) = rows.get(unit.as_str()) {
                let unit = unit.clone();
                faults.push(format!("table[{row}].unit"), SchemeError::DuplicateUnit { unit, first });
            } else {
                rows.insert(unit, row);
            }
        }
        let mut out = Vec::with_capacity(units.len());
        for (row, unit) in units.into_iter().enumerate() {
            let mut reached = UnitLevel { unit, level: None, next: None, missing: Vec::new() };
            for level in &self.levels {
                let mut missing = Vec::new();
                for criterion in &level.criteria {
                    let name = criterion.key.as_str();
                    let value = table.get(name).map(|column| column.decimal(name, row, 9)).transpose();
                    let value = faults.take("table", value).flatten().flatten().map(Decimal::shortest);
                    missing.extend(gap(criterion, value));
                }
                if missing.is_empty() {
                    reached.level = Some(level.key.to_string());
                } else {
                    reached.next = Some(level.key.to_string());
                    reached.missing = missing;
                    break;
                }
            }
            out.push(reached);
        }
        faults.into_result().map(|()| out)
    }
}

fn gap(criterion: &CriterionDraft, value: Option<Decimal>) -> Option<CriterionGap> {
    let low = criterion.least.filter(|least| value.is_none_or(|value| value < *least));
    let high = criterion.most.filter(|most| value.is_none_or(|value| value > *most));
    let label = named(criterion.label.as_ref(), &criterion.key);
    low.or(high).map(|due| CriterionGap { criterion: criterion.key.to_string(), label, value, due })
}
