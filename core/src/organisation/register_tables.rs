//! Answers about quotas, liaison, pledges and duties as tables, one row a unit, community, pledge or finding.

use serde::Serialize;

use super::{DutyReport, Fulfilment, Liaison, Quotas};
use crate::kernel::{Lang, Result};
use crate::wire::{Column, Table};

/// A column of texts, one a row.
fn texts<T>(rows: &[T], of: impl Fn(&T) -> Option<String>) -> Column {
    Column::Text(rows.iter().map(of).collect())
}

fn counts<T>(rows: &[T], of: impl Fn(&T) -> Option<u64>) -> Column {
    Column::Int(rows.iter().map(|row| of(row).and_then(|n| i64::try_from(n).ok())).collect())
}

/// The word of a closed list.
fn word(of: &impl Serialize) -> Option<String> {
    crate::kernel::to_value(of).ok()?.as_text().map(str::to_owned)
}

impl Quotas {
    /// One row a unit: weight and quotas as exact ratios, bounds, posts, and whether a tie leaves one more open.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let rows = &self.units;
        Table::new(vec![
            ("unit".into(), texts(rows, |u| Some(u.unit.clone()))),
            ("name".into(), texts(rows, |u| u.name.as_ref().map(|name| name.get(lang).to_owned()))),
            ("weight".into(), texts(rows, |u| Some(u.weight.to_string()))),
            ("quota".into(), texts(rows, |u| Some(u.quota.to_string()))),
            ("bounded".into(), texts(rows, |u| Some(u.bounded.to_string()))),
            ("least".into(), counts(rows, |u| Some(u.least.into()))),
            ("most".into(), counts(rows, |u| u.most.map(Into::into))),
            ("seats".into(), counts(rows, |u| Some(u.seats.into()))),
            ("tied".into(), Column::Bool(rows.iter().map(|u| Some(u.tied)).collect())),
        ])
    }
}

impl Liaison {
    /// One row a community: its officer, the distance, and how many officers are nearer.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self) -> Result<Table> {
        let rows = &self.communities;
        Table::new(vec![
            ("community".into(), texts(rows, |c| Some(c.community.clone()))),
            ("officer".into(), texts(rows, |c| Some(c.officer.clone()))),
            ("distance".into(), counts(rows, |c| Some(c.distance))),
            ("nearer".into(), counts(rows, |c| Some(c.nearer.into()))),
        ])
    }
}

impl Fulfilment {
    /// One row a pledge.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let rows = &self.pledges;
        Table::new(vec![
            ("pledge".into(), texts(rows, |p| Some(p.pledge.clone()))),
            ("agreement".into(), texts(rows, |p| Some(p.agreement.clone()))),
            ("party".into(), texts(rows, |p| Some(p.party.key.clone()))),
            ("name".into(), texts(rows, |p| Some(p.party.name.get(lang).to_owned()))),
            ("content".into(), texts(rows, |p| Some(p.content.get(lang).to_owned()))),
            ("due".into(), texts(rows, |p| Some(p.due.to_string()))),
            ("status".into(), texts(rows, |p| word(&p.status))),
            ("amount".into(), texts(rows, |p| Some(p.amount.to_string()))),
            ("missing".into(), texts(rows, |p| Some(p.missing.to_string()))),
            ("kept_on".into(), texts(rows, |p| p.kept_on.map(|day| day.to_string()))),
            ("days_late".into(), counts(rows, |p| Some(p.days_late.into()))),
        ])
    }
}

impl DutyReport {
    /// One row a finding.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let rows = &self.findings;
        Table::new(vec![
            ("fault".into(), texts(rows, |f| word(&f.fault))),
            ("duty".into(), texts(rows, |f| Some(f.duty.clone()))),
            ("label".into(), texts(rows, |f| Some(f.label.get(lang).to_owned()))),
            ("area".into(), texts(rows, |f| Some(f.area.key.clone()))),
            ("name".into(), texts(rows, |f| Some(f.area.name.get(lang).to_owned()))),
            (
                "units".into(),
                texts(rows, |f| Some(f.units.iter().map(|u| u.key.as_str()).collect::<Vec<_>>().join(", "))),
            ),
        ])
    }
}
