//! Who stands over whom: superiors with their aspects, and lines against blocks (条块).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::{Organisation, RelationKindId, Snapshot, UnitId, UnitName};
use crate::kernel::{Explanation, How, Key, Lang, Likely, Quantity, Rate, Ratio, Result, Text};
use crate::wire::{Column, Table};

/// A unit that leads another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Superior {
    /// The unit.
    pub unit: UnitName,
    /// The relation: `leads`, `dual-leads`.
    pub relation: String,
    /// What it leads in, where the leadership is dual (双重领导).
    pub aspect: Option<String>,
    /// Whether it is the primary of several.
    pub primary: bool,
}

/// How the bodies of one block are led.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct BlockRow {
    /// The area.
    pub block: UnitName,
    /// The bodies in it that something leads.
    pub bodies: u32,
    /// For each line the bodies that it leads, in the order of the lines.
    pub led: Vec<u32>,
    /// Bodies whose first superior is of the block itself (以块为主), of all.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub block_first: Option<Rate>,
    /// The fragmentation index; none where nothing is led.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub fragmentation: Option<Ratio>,
}

/// Lines against blocks on a day (条块矩阵): which superior leads how many bodies in which area.
///
/// The fragmentation index of a block (条块分割) is `1 - sum (n_i / n)^2`, with `n_i` the leaderships of superior `i` over
/// bodies of the block and `n` all of them: the chance that two of them, drawn with replacement, are of two superiors.
/// It is 0 where one superior leads all, and exact. Source: E. H. Simpson, Measurement of diversity, Nature 163 (1949)
/// 688, as its complement; the same as D. Rae's index of fractionalisation (1967).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LineBlockMatrix {
    /// The superiors, by their keys.
    pub lines: Vec<UnitName>,
    /// The areas, by their keys.
    pub blocks: Vec<BlockRow>,
}

impl Snapshot<'_> {
    fn leading(&self) -> Vec<RelationKindId> {
        let relations = &self.organisation.catalogue.relations;
        ["leads", "dual-leads"].iter().filter_map(|key| relations.get(key)).collect()
    }

    /// What certainly leads a unit on the day, the primary first.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "bureau", "kind": "government-bureau", "name": "民政局"},
    ///     {"key": "office", "kind": "sub-district-office", "name": "办事处"},
    ///     {"key": "station", "kind": "station", "name": "民政所"}],
    ///     "relations": [
    ///         {"kind": "dual-leads", "source": "bureau", "target": "station", "aspect": "业务"},
    ///         {"kind": "dual-leads", "source": "office", "target": "station", "aspect": "人事", "primary": true}]}"#)?;
    /// let over = organisation.at("2024-01-01".parse()?).superiors("station")?;
    /// assert_eq!(over[0].unit.key, "office");
    /// assert_eq!(over[1].aspect.as_deref(), Some("业务"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn superiors(&self, unit: &str) -> Result<Vec<Superior>> {
        let id = self.unit(unit)?.id();
        let over = self.organisation.over(&self.leading(), self.day);
        let superior = |relation: &&super::Relation| Superior {
            unit: self.name_of(relation.source),
            relation: self.organisation.catalogue.relations.key(relation.kind).map(Key::to_string).unwrap_or_default(),
            aspect: relation.aspect.as_ref().map(Key::to_string),
            primary: relation.primary,
        };
        Ok(over.get(&id).map(|rows| rows.iter().map(superior).collect()).unwrap_or_default())
    }

    /// Lines against blocks: for each area of a kind, which superior leads how many of the bodies within it.
    ///
    /// # Errors
    /// `unknown-kind`.
    pub fn lines_and_blocks(&self, kind: &str) -> Result<LineBlockMatrix> {
        let organisation: &Organisation = self.organisation;
        let kind = organisation.named_kind(kind)?;
        let is_block = |unit: UnitId| organisation.kind_on(unit, self.day).is_some_and(|(_, id)| id == kind);
        let over = organisation.over(&self.leading(), self.day);
        // What leads what within which block: the nearest area of the kind.
        let mut cells: BTreeMap<UnitId, Vec<(UnitId, Vec<UnitId>)>> = organisation
            .units()
            .filter(|unit| is_block(*unit) && organisation.exists(*unit, self.day) == Likely::Yes)
            .map(|unit| (unit, Vec::new()))
            .collect();
        let mut lines: BTreeSet<(u32, UnitId)> = BTreeSet::new();
        for (body, relations) in &over {
            let Some(view) = self.get(*body) else { continue };
            let Some(block) = view.ancestors().map(|unit| unit.id()).find(|unit| cells.contains_key(unit)) else {
                continue;
            };
            let mut superiors: Vec<UnitId> = Vec::new();
            for relation in relations {
                if !superiors.contains(&relation.source) {
                    superiors.push(relation.source);
                }
            }
            lines.extend(superiors.iter().map(|unit| (organisation.rank(*unit), *unit)));
            cells.entry(block).or_default().push((*body, superiors));
        }
        let columns: Vec<UnitId> = lines.iter().map(|(_, unit)| *unit).collect();
        let mut blocks: Vec<(u32, BlockRow)> = cells
            .into_iter()
            .map(|(block, bodies)| (organisation.rank(block), self.block_row(block, &bodies, &columns)))
            .collect();
        blocks.sort_by_key(|(rank, _)| *rank);
        Ok(LineBlockMatrix {
            lines: columns.into_iter().map(|unit| self.name_of(unit)).collect(),
            blocks: blocks.into_iter().map(|(_, row)| row).collect(),
        })
    }

    fn block_row(&self, block: UnitId, bodies: &[(UnitId, Vec<UnitId>)], lines: &[UnitId]) -> BlockRow {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let led: Vec<u32> =
            lines.iter().map(|line| count(bodies.iter().filter(|(_, over)| over.contains(line)).count())).collect();
        let within = |unit: UnitId| {
            self.get(unit).is_some_and(|view| view.id() == block || view.ancestors().any(|over| over.id() == block))
        };
        let first = bodies.iter().filter(|(_, over)| over.first().is_some_and(|unit| within(*unit))).count();
        BlockRow {
            block: self.name_of(block),
            bodies: count(bodies.len()),
            block_first: Rate::new(first as u64, bodies.len() as u64).ok(),
            fragmentation: fragmentation(&led),
            led,
        }
    }
}

/// The complement of Simpson's index of some counts, exactly; none where all are zero.
fn fragmentation(counts: &[u32]) -> Option<Ratio> {
    let all: i128 = counts.iter().map(|n| i128::from(*n)).sum();
    let same: i128 = counts.iter().map(|n| i128::from(*n) * i128::from(*n)).sum();
    Ratio::from(same).checked_div(&Ratio::from(all * all)).map(|same| Ratio::ONE - same)
}

impl LineBlockMatrix {
    /// The matrix as a table: key and name of the block, a column for each line, block-first and fragmentation as texts.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let text = |of: &dyn Fn(&BlockRow) -> Option<String>| Column::Text(self.blocks.iter().map(of).collect());
        let mut columns = vec![
            ("key".into(), text(&|row| Some(row.block.key.clone()))),
            ("name".into(), text(&|row| Some(row.block.name.get(lang).into()))),
        ];
        for (i, line) in self.lines.iter().enumerate() {
            let cells = self.blocks.iter().map(|row| row.led.get(i).map(|n| i64::from(*n))).collect();
            columns.push((line.key.clone(), Column::Int(cells)));
        }
        columns.push(("block_first".into(), text(&|row| row.block_first.map(|r| r.to_string()))));
        columns.push(("fragmentation".into(), text(&|row| row.fragmentation.as_ref().map(ToString::to_string))));
        Table::new(columns)
    }

    /// The matrix as an explanation: each block with the leaderships behind its index.
    pub fn explain(&self) -> Explanation {
        let block = |row: &BlockRow| {
            let none = || Quantity::Words(Text::new("无数据", "no data"));
            let mut node =
                Explanation::new(row.block.name.clone(), row.fragmentation.clone().map_or_else(none, Quantity::Ratio));
            for (line, led) in self.lines.iter().zip(&row.led).filter(|(_, led)| **led > 0) {
                node = node.with(line.name.clone(), Quantity::Count((*led).into()));
            }
            let squares: Vec<String> = row.led.iter().filter(|n| **n > 0).map(|n| format!("{n}²")).collect();
            let all: u64 = row.led.iter().map(|n| u64::from(*n)).sum();
            node.noted(Text::same(format!("1 - ({}) / {all}²", squares.join(" + "))))
        };
        let label = Text::new("条块分割指数", "fragmentation of lines and blocks");
        let count = i64::try_from(self.blocks.len()).unwrap_or(i64::MAX);
        Explanation::new(label, Quantity::Count(count)).of(How::List, self.blocks.iter().map(block).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fragmentation_is_zero_for_one_line_and_exact_for_several() {
        assert_eq!(fragmentation(&[4, 0]), Some(Ratio::ZERO));
        // Two of two and one of three: 1 - (4 + 1) / 9.
        assert_eq!(fragmentation(&[2, 1]).unwrap().to_string(), "4/9");
        assert_eq!(fragmentation(&[1, 1, 1, 1]).unwrap().to_string(), "3/4");
        assert_eq!(fragmentation(&[0]), None);
    }
}
