//! Questions about many units from columns of keys, and their answers as tables.

use std::iter::repeat_n;

use super::{Amounts, Changes, Organisation, OrganisationError as Fault, Rollup, UnitId, UnitLists};
use crate::kernel::{Day, Decimal, Error, Faults, Id as _, Result};
use crate::wire::organisation::{DiffCounts, UnitRollup};
use crate::wire::{Column, Keys, Table, TableError, Texts};

impl Organisation {
    /// The ids of a column of keys.
    ///
    /// # Errors
    /// `unknown-unit`, `empty-cell`, each with its row: `[3]`.
    pub fn ids(&self, keys: &dyn Texts) -> Result<Vec<UnitId>> {
        let mut ids = Vec::with_capacity(keys.len());
        let mut faults = Faults::new();
        let found = self.keys.get_all((0..keys.len()).map(|row| keys.text(row).unwrap_or_default()));
        for (row, id) in found.into_iter().enumerate() {
            match (id, keys.text(row)) {
                (Some(id), _) => ids.push(id),
                (None, None | Some("")) => faults.push(format!("[{row}]"), TableError::EmptyCell),
                (None, Some(key)) => faults.push(format!("[{row}]"), unknown(key)),
            }
        }
        faults.into_result().map(|()| ids)
    }

    fn keys_of(&self, ids: impl IntoIterator<Item = Option<UnitId>>) -> Column {
        Column::Keys(Keys::new(&self.keys, ids))
    }

    /// The answers to a batch as a table, a row for each: the place of the question, the unit asked for, and what was answered.
    ///
    /// # Errors
    /// `ragged-table` if not so many units were asked for as there are lists.
    pub fn lists_table(&self, asked: &[UnitId], lists: &UnitLists, answer: &str) -> Result<Table> {
        if asked.len() != lists.len() {
            return Err(TableError::Ragged { name: "unit".into(), rows: asked.len(), expected: lists.len() }.into());
        }
        let each = || asked.iter().zip(0_i64..).enumerate();
        let repeated = |i: usize| lists.get(i).len();
        Table::new(vec![
            ("row".into(), Column::Int(each().flat_map(|(i, (_, row))| repeat_n(Some(row), repeated(i))).collect())),
            ("unit".into(), self.keys_of(each().flat_map(|(i, (unit, _))| repeat_n(Some(*unit), repeated(i))))),
            (answer.into(), self.keys_of(lists.units().iter().copied().map(Some))),
        ])
    }

    /// The nearest units that pairs lie in as a table: `a`, `b`, `common`.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn pairs_table(&self, pairs: &[(UnitId, UnitId)], common: &[Option<UnitId>]) -> Result<Table> {
        Table::new(vec![
            ("a".into(), self.keys_of(pairs.iter().map(|(a, _)| Some(*a)))),
            ("b".into(), self.keys_of(pairs.iter().map(|(_, b)| Some(*b)))),
            ("common".into(), self.keys_of(common.iter().copied())),
        ])
    }

    /// Amounts from a table: `unit`, its key, and `value`, an exact number; a unit without a row has none.
    ///
    /// # Errors
    /// `missing-column`, `wrong-column`, `float-column`, `not-a-number`, `unknown-unit`, `duplicate-key`, each with its row;
    /// `sum-too-large`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// use shequ::wire::Table;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "a", "kind": "community", "name": "社区 01", "parent": "s"},
    ///     {"key": "b", "kind": "community", "name": "社区 02", "parent": "s"}]}"#)?;
    /// let areas = organisation.amounts(&Table::from_csv("unit,value\na,1.25\nb,2.5\n")?)?;
    /// let record = organisation.rollup("2024-01-01".parse()?, &areas)?.record(&organisation, "s")?;
    /// assert_eq!((record.count, record.known), (3, 2));
    /// assert_eq!(record.sum.unwrap().to_string(), "3.75");
    /// assert_eq!(record.mean.unwrap().to_string(), "15/8");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn amounts(&self, table: &Table) -> Result<Amounts> {
        let (units, column) = (table.texts("unit")?, table.column("value")?);
        if matches!(column, Column::Float(_)) {
            return Err(Error::at("value", TableError::FloatColumn { name: "value".into() }));
        }
        let mut faults = Faults::new();
        let mut rows: Vec<(UnitId, Decimal)> = Vec::with_capacity(units.len());
        let mut seen = vec![false; self.len()];
        for (row, key) in units.iter().enumerate() {
            let Some(unit) = self.id(key) else {
                faults.push(format!("[{row}].unit"), unknown(key));
                continue;
            };
            if let Some(seen) = seen.get_mut(unit.index())
                && std::mem::replace(seen, true)
            {
                faults.push(format!("[{row}].unit"), Fault::DuplicateKey { key: key.clone() });
            }
            let number = exact(column, row);
            rows.extend(faults.take("", number).flatten().map(|number| (unit, number)));
        }
        faults.into_result()?;
        let scale = rows.iter().map(|(_, number)| number.scale()).max().unwrap_or(0);
        let mut amounts = vec![None; self.len()];
        for (unit, number) in rows {
            let mantissa = i64::try_from(number.with_scale(scale)?.mantissa()).map_err(|_| Fault::SumTooLarge)?;
            amounts.get_mut(unit.index()).into_iter().for_each(|place| *place = Some(mantissa));
        }
        Amounts::new(amounts, scale)
    }

    /// Counts of changes as a table, a row for each area of each transition in which something changed.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn changes_table(&self, changes: &[Changes]) -> Result<Table> {
        let rows = || changes.iter().flat_map(|change| change.areas.iter().map(move |(area, n)| (change, area, n)));
        let day = |of: &dyn Fn(&Changes) -> Day| Column::Text(rows().map(|row| Some(of(row.0).to_string())).collect());
        let count = |of: &dyn Fn(&DiffCounts) -> u32| Column::Int(rows().map(|row| Some(of(row.2).into())).collect());
        Table::new(vec![
            ("from".into(), day(&|change| change.from)),
            ("until".into(), day(&|change| change.until)),
            ("area".into(), self.keys_of(rows().map(|(_, area, _)| *area))),
            ("added".into(), count(&|n| n.added)),
            ("dropped".into(), count(&|n| n.dropped)),
            ("renamed".into(), count(&|n| n.renamed)),
            ("recoded".into(), count(&|n| n.recoded)),
            ("moved".into(), count(&|n| n.moved)),
            ("converted".into(), count(&|n| n.converted)),
        ])
    }
}

impl Rollup {
    /// What a unit and all within it come to.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    pub fn record(&self, organisation: &Organisation, key: &str) -> Result<UnitRollup> {
        let unit = organisation.id(key).ok_or_else(|| unknown(key))?;
        let count = self.counts().get(unit.index()).copied().unwrap_or(0);
        if count == 0 {
            return Err(Fault::UnitNotThere { unit: key.into(), day: self.day().into() }.into());
        }
        let extremes = self.extremes(unit);
        Ok(UnitRollup {
            unit: key.to_owned(),
            day: self.day(),
            count,
            known: self.known(unit),
            sum: self.sum(unit),
            mean: self.mean(unit),
            share: organisation.share(self, unit),
            least: extremes.map(|(least, _)| least),
            most: extremes.map(|(_, most)| most),
        })
    }

    /// A row for each unit of the day in the order of keys: `unit`, `count`, `known`, `sum`, and `least` and `most` if asked for.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, organisation: &Organisation) -> Result<Table> {
        let mut units: Vec<UnitId> = (self.counts().iter().zip(0_usize..))
            .filter(|(count, _)| **count > 0)
            .filter_map(|(_, unit)| UnitId::from_index(unit))
            .collect();
        if !organisation.columns.is_ranked() {
            units.sort_by_key(|unit| organisation.rank(*unit));
        }
        let decimals = |of: &dyn Fn(UnitId) -> Option<Decimal>| match self.scale() {
            0 => Column::Int(units.iter().map(|unit| i64::try_from(of(*unit)?.mantissa()).ok()).collect()),
            scale => Column::Decimal { cells: units.iter().map(|unit| Some(of(*unit)?.mantissa())).collect(), scale },
        };
        let count = |unit: &UnitId| self.counts().get(unit.index()).map(|count| i64::from(*count));
        let mut columns = vec![
            ("unit".into(), organisation.keys_of(units.iter().copied().map(Some))),
            ("count".into(), Column::Int(units.iter().map(count).collect())),
        ];
        if !self.sums().is_empty() {
            columns.push(("known".into(), Column::Int(units.iter().map(|u| Some(self.known(*u).into())).collect())));
            columns.push(("sum".into(), decimals(&|unit| self.sum(unit))));
        }
        if self.has_extremes() {
            columns.push(("least".into(), decimals(&|unit| Some(self.extremes(unit)?.0))));
            columns.push(("most".into(), decimals(&|unit| Some(self.extremes(unit)?.1))));
        }
        Table::new(columns)
    }
}

fn unknown(key: &str) -> Fault {
    Fault::UnknownUnit { key: key.chars().take(120).collect() }
}

/// A number with the decimals that it was written with.
fn exact(column: &Column, row: usize) -> Result<Option<Decimal>> {
    match column {
        Column::Decimal { scale, .. } => column.decimal("value", row, *scale),
        Column::Text(cells) => match cells.text(row).filter(|text| !text.is_empty()) {
            Some(text) => text.parse().map(Some).map_err(|e: Error| e.under(&format!("[{row}].value"))),
            None => Ok(None),
        },
        other => other.decimal("value", row, 0),
    }
}
