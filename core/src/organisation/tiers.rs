//! Which bodies each community has: the three tiers (领导层、议事决策层、执行层), and a matrix of any kinds.

use serde::Serialize;

use super::{KindId, Organisation, OrganisationError as Fault, Snapshot, UnitId, UnitName};
use crate::kernel::{Explanation, Faults, How, Lang, Likely, Quantity, Rate, Result, Text};
use crate::wire::organisation::Role;
use crate::wire::{Column, Table};

/// A tier of one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TierCell {
    /// The key of the tier: `lead`, `decide`, `execute`.
    pub tier: String,
    /// Its name.
    pub label: Text,
    /// The bodies that make it.
    pub bodies: Vec<UnitName>,
}

/// The tiers of one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TierRow {
    /// The community.
    pub unit: UnitName,
    /// Its tiers, from the top.
    pub tiers: Vec<TierCell>,
    /// The keys of the tiers that are missing.
    pub missing: Vec<String>,
}

/// The tiers of all communities, and how many have all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TierTable {
    /// The communities, by their keys.
    pub rows: Vec<TierRow>,
    /// Communities with every tier, of all; none where there is no community.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub complete: Option<Rate>,
}

/// How many bodies of each kind one community has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CoverageRow {
    /// The community.
    pub unit: UnitName,
    /// The number of bodies of each kind, in the order of the kinds asked about.
    pub counts: Vec<u32>,
}

/// Which kinds of bodies which communities have (覆盖矩阵).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CoverageMatrix {
    /// The kinds, as asked.
    pub kinds: Vec<String>,
    /// Their names.
    pub labels: Vec<Text>,
    /// The communities, by their keys.
    pub rows: Vec<CoverageRow>,
    /// For each kind the communities that have one, of all.
    #[cfg_attr(feature = "typescript", ts(as = "Vec<Option<String>>"))]
    pub covered: Vec<Option<Rate>>,
}

impl TierTable {
    /// Each community with the tiers that it has and those that are missing.
    pub fn explain(&self) -> Explanation {
        let count = |n: usize| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let rows = self.rows.iter().map(|row| {
            let there = row.tiers.iter().filter(|tier| !tier.bodies.is_empty());
            let mut node = Explanation::new(row.unit.name.clone(), count(row.tiers.len() - row.missing.len()));
            for tier in there {
                let names = |lang| tier.bodies.iter().map(|body| body.name.get(lang)).collect::<Vec<_>>().join(", ");
                let words = Text::new(names(Lang::Zh), names(Lang::En));
                node = node.with(tier.label.clone(), Quantity::Words(words));
            }
            for tier in row.tiers.iter().filter(|tier| tier.bodies.is_empty()) {
                node = node.with(tier.label.clone(), Quantity::Words(Text::new("缺", "missing")));
            }
            node
        });
        let complete = self.complete.map_or_else(|| count(0), Quantity::Rate);
        Explanation::new(Text::new("层级齐全的社区", "communities with every tier"), complete)
            .of(How::List, rows.collect())
    }
}

impl CoverageMatrix {
    /// Each kind with how many communities have one, and those that have none.
    pub fn explain(&self) -> Explanation {
        let none = || Quantity::Words(Text::new("无社区", "no community"));
        let kinds = self.labels.iter().zip(&self.covered).enumerate().map(|(at, (label, covered))| {
            let mut node = Explanation::new(label.clone(), covered.map_or_else(none, Quantity::Rate));
            for row in self.rows.iter().filter(|row| row.counts.get(at) == Some(&0)) {
                node = node.with(row.unit.name.clone(), Quantity::Words(Text::new("空白", "has none")));
            }
            node
        });
        let communities = Quantity::Count(i64::try_from(self.rows.len()).unwrap_or(i64::MAX));
        Explanation::new(Text::new("社区", "communities"), communities).of(How::List, kinds.collect())
    }
}

impl Snapshot<'_> {
    /// The communities that certainly exist, by their keys.
    fn communities(&self, within: Option<&str>) -> Result<Vec<UnitId>> {
        let organisation: &Organisation = self.organisation;
        let community = |unit: &UnitId| {
            organisation.kind_on(*unit, self.day).is_some_and(|(kind, _)| kind.role == Role::Community)
                && organisation.exists(*unit, self.day) == Likely::Yes
        };
        let mut out: Vec<UnitId> = match within {
            Some(key) => self.unit(key)?.subtree().iter().copied().filter(community).collect(),
            None => organisation.units().filter(community).collect(),
        };
        out.sort_by_key(|unit| organisation.rank(*unit));
        Ok(out)
    }

    /// The bodies of some kinds within a community, and those that serve it.
    fn bodies_of(&self, community: UnitId, kinds: &[KindId]) -> Vec<UnitId> {
        let organisation: &Organisation = self.organisation;
        let serves = organisation.catalogue.relations.get("serves");
        let fits = |unit: UnitId| {
            organisation.kind_on(unit, self.day).is_some_and(|(_, id)| kinds.contains(&id))
                && organisation.exists(unit, self.day) == Likely::Yes
        };
        let inside = self.get(community).map(|unit| unit.subtree().to_vec()).unwrap_or_default();
        let mut out: Vec<UnitId> = inside.into_iter().filter(|unit| fits(*unit)).collect();
        let serving = organisation.relations.iter().filter(|r| {
            Some(r.kind) == serves && r.target == community && r.span.holds(self.day) == Likely::Yes && fits(r.source)
        });
        out.extend(serving.map(|r| r.source));
        out.sort_by_key(|unit| organisation.rank(*unit));
        out.dedup();
        out
    }

    /// The three tiers of every community within a unit, or of all: who leads, who decides, who carries out.
    ///
    /// The tiers are data ([`Catalogue::tiers`](super::Catalogue::tiers)).
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "社区 01"},
    ///     {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}]}"#)?;
    /// let table = organisation.at("2024-01-01".parse()?).tiers(None)?;
    /// assert_eq!((table.rows[0].missing.as_slice(), table.complete.unwrap().to_string()), (["decide".to_owned()].as_slice(), "0/1".into()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn tiers(&self, within: Option<&str>) -> Result<TierTable> {
        let tiers = self.organisation.catalogue.tiers();
        let communities = self.communities(within)?;
        let row = |community: &UnitId| {
            let cells: Vec<TierCell> = tiers
                .iter()
                .map(|tier| TierCell {
                    tier: tier.key.to_string(),
                    label: tier.label.clone(),
                    bodies: self.bodies_of(*community, &tier.kinds).into_iter().map(|u| self.name_of(u)).collect(),
                })
                .collect();
            let missing = cells.iter().filter(|cell| cell.bodies.is_empty()).map(|cell| cell.tier.clone()).collect();
            TierRow { unit: self.name_of(*community), tiers: cells, missing }
        };
        let rows: Vec<TierRow> = communities.iter().map(row).collect();
        let whole = rows.iter().filter(|row| row.missing.is_empty()).count();
        Ok(TierTable { complete: Rate::new(whole as u64, rows.len() as u64).ok(), rows })
    }

    /// Which kinds of bodies each community within a unit has, or each of all: union, youth league, women, militia, stations.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`; `unknown-kind` with its place in the list.
    pub fn coverage(&self, kinds: &[impl AsRef<str>], within: Option<&str>) -> Result<CoverageMatrix> {
        let catalogue = &self.organisation.catalogue;
        let mut faults = Faults::new();
        let ids = catalogue.kind_ids("kinds", kinds, &mut faults);
        faults.into_result()?;
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let rows: Vec<CoverageRow> = self
            .communities(within)?
            .into_iter()
            .map(|community| CoverageRow {
                unit: self.name_of(community),
                counts: ids.iter().map(|kind| count(self.bodies_of(community, &[*kind]).len())).collect(),
            })
            .collect();
        let covered = |i: usize| {
            let there = rows.iter().filter(|row| row.counts.get(i).is_some_and(|n| *n > 0)).count();
            Rate::new(there as u64, rows.len() as u64).ok()
        };
        Ok(CoverageMatrix {
            kinds: kinds.iter().map(|kind| kind.as_ref().to_owned()).collect(),
            labels: ids.iter().filter_map(|id| catalogue.kind_row(*id)).map(|kind| kind.label.clone()).collect(),
            covered: (0..ids.len()).map(covered).collect(),
            rows,
        })
    }
}

impl CoverageMatrix {
    /// The matrix as a table: key, name, and a column for each kind.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let text = |of: &dyn Fn(&CoverageRow) -> String| Column::Text(self.rows.iter().map(|r| Some(of(r))).collect());
        let mut columns = vec![
            ("key".into(), text(&|row| row.unit.key.clone())),
            ("name".into(), text(&|row| row.unit.name.get(lang).to_owned())),
        ];
        for (i, kind) in self.kinds.iter().enumerate() {
            let cells = self.rows.iter().map(|row| row.counts.get(i).map(|n| i64::from(*n))).collect();
            columns.push((kind.clone(), Column::Int(cells)));
        }
        Table::new(columns)
    }
}

impl Organisation {
    pub(super) fn named_kind(&self, key: &str) -> Result<KindId, Fault> {
        self.catalogue.kind_id(key)
    }
}
