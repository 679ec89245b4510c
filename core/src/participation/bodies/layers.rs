//! The three layers of a community (领导层、议事决策层、执行层) with what each has to do: complete or not.
//!
//! Which kinds of bodies make a layer is the organisation's matter ([`tiers`](Snapshot::tiers)), and so is who has which duty
//! ([`Duties`]). Here the two meet: each duty of a layer is held by a body of that layer.

use std::collections::BTreeSet;

use super::{BodyError, LayerCell, LayersRow, LayersView};
use crate::kernel::{Document, Explanation, Faults, How, Lang, Quantity, Rate, Result, Status, Text};
use crate::organisation::{Duties, DutyHolding, Snapshot};
use crate::wire::participation_bodies::{LayerDraft, LayerDutyDraft, LayersDraft};

/// The layers of a community with their duties, `shequ.layers/1`.
#[derive(Debug, Clone)]
pub struct Layers {
    draft: LayersDraft,
}

impl Document for Layers {
    const FORMAT: &'static str = "shequ.layers/1";
    const ROOT: &'static str = "layers";
    type Draft = LayersDraft;

    fn check(draft: LayersDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let (mut tiers, mut duties) = (BTreeSet::new(), BTreeSet::new());
        for (i, layer) in draft.layers.iter().enumerate() {
            if !tiers.insert(&layer.tier) {
                faults.push(format!("layers[{i}].tier"), BodyError::Twice { key: layer.tier.to_string() });
            }
            for (j, duty) in layer.duties.iter().enumerate() {
                if !duties.insert(&duty.duty) {
                    let cause = BodyError::Twice { key: duty.duty.to_string() };
                    faults.push(format!("layers[{i}].duties[{j}].duty"), cause);
                }
            }
        }
        faults.into_result()?;
        Ok(Self { draft })
    }
}

impl Layers {
    /// A template: what the three layers do in the organisation of Licheng district (essay 6). Change it as your charter has it.
    ///
    /// # Errors
    /// None: its keys are sound.
    pub fn template() -> Result<Self> {
        let layer = |tier: &str, duties: &[(&str, &str, &str)]| -> Result<LayerDraft> {
            let duty = |(key, zh, en): &(&str, &str, &str)| -> Result<LayerDutyDraft> {
                Ok(LayerDutyDraft { duty: key.parse()?, label: Text::new(*zh, *en) })
            };
            Ok(LayerDraft { tier: tier.parse()?, duties: duties.iter().map(duty).collect::<Result<_>>()? })
        };
        Self::check(LayersDraft {
            title: Text::new("领导层、议事决策层、执行层的职责", "duties of the three layers"),
            layers: vec![
                layer("lead", &[("leadership", "领导社区各类组织", "lead the organisations of the community")])?,
                layer(
                    "decide",
                    &[
                        ("decision", "讨论决定重大事项", "discuss and decide what matters most"),
                        ("supervision", "监督决定的执行", "supervise how it is carried out"),
                    ],
                )?,
                layer(
                    "execute",
                    &[
                        ("execution", "执行决定，办理日常事务", "carry out decisions and daily business"),
                        ("reporting", "向居民报告工作", "report to the residents"),
                    ],
                )?,
            ],
        })
    }

    /// Whether every community within a unit, or each of all, has every layer, and a body in it for every duty.
    ///
    /// # Errors
    /// `layers-unknown-tier`, `unknown-unit`, `unit-not-there`.
    ///
    /// ```
    /// use shequ::kernel::{Document, Status};
    /// use shequ::organisation::{Duties, Organisation};
    /// use shequ::participation::bodies::Layers;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "社区 01"},
    ///     {"key": "b", "kind": "party-branch", "name": "党支部", "parent": "c"},
    ///     {"key": "a", "kind": "residents-representatives", "name": "成员代表大会", "parent": "c"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}]}"#)?;
    /// let duties = Duties::parse(r#"{"format": "shequ.duties/1", "title": "职责", "duties": [
    ///     {"key": "leadership", "label": "领导", "each": "community"}, {"key": "decision", "label": "决策", "each": "community"},
    ///     {"key": "supervision", "label": "监督", "each": "community"}, {"key": "execution", "label": "执行", "each": "community"},
    ///     {"key": "reporting", "label": "报告", "each": "community"}],
    ///     "assignments": [{"duty": "leadership", "unit": "b"}, {"duty": "decision", "unit": "a"},
    ///     {"duty": "supervision", "unit": "r"}, {"duty": "execution", "unit": "r"}, {"duty": "reporting", "unit": "r"}]}"#)?;
    /// let view = Layers::template()?.at(&organisation.at("2024-01-01".parse()?), &duties, None)?;
    /// // The committee that carries out supervises itself.
    /// assert_eq!((view.rows[0].status, view.rows[0].layers[1].elsewhere.as_slice()), (Status::NotMet, ["supervision".to_owned()].as_slice()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn at(&self, snapshot: &Snapshot<'_>, duties: &Duties, within: Option<&str>) -> Result<LayersView> {
        let table = snapshot.tiers(within)?;
        let day = snapshot.day();
        let holdings: Vec<DutyHolding> = duties.holdings(None)?;
        let now = |h: &&DutyHolding| h.from.is_none_or(|from| from <= day) && h.until.is_none_or(|until| day < until);
        let holdings: Vec<&DutyHolding> = holdings.iter().filter(now).collect();
        let mut faults = Faults::new();
        let have: Vec<&str> =
            snapshot.organisation().catalogue().tiers().iter().map(|tier| tier.key.as_str()).collect();
        for (i, layer) in self.draft.layers.iter().enumerate() {
            if !have.contains(&layer.tier.as_str()) {
                let list = have.iter().map(|tier| format!("`{tier}`")).collect::<Vec<_>>().join(", ");
                let cause = BodyError::NoTier { tier: layer.tier.to_string(), have: list };
                faults.push(format!("layers.layers[{i}].tier"), cause);
            }
        }
        faults.into_result()?;
        let rows: Vec<LayersRow> = (table.rows.iter())
            .map(|row| {
                let everyone: BTreeSet<&str> =
                    row.tiers.iter().flat_map(|tier| &tier.bodies).map(|body| body.key.as_str()).collect();
                let cells: Vec<LayerCell> = (self.draft.layers.iter())
                    .filter_map(|layer| {
                        let tier = row.tiers.iter().find(|tier| tier.tier == layer.tier.as_str())?;
                        let own: BTreeSet<&str> = tier.bodies.iter().map(|body| body.key.as_str()).collect();
                        let held = |duty: &str, by: &BTreeSet<&str>| {
                            let here = |h: &&&DutyHolding| h.area.as_ref().is_none_or(|area| *area == row.unit.key);
                            let mut list = holdings.iter().filter(here);
                            list.any(|h| h.duty == duty && by.contains(h.unit.as_str()))
                        };
                        let mut cell = LayerCell {
                            tier: tier.tier.clone(),
                            label: tier.label.clone(),
                            bodies: tier.bodies.clone(),
                            done: Vec::new(),
                            open: Vec::new(),
                            elsewhere: Vec::new(),
                        };
                        for duty in layer.duties.iter().map(|duty| duty.duty.as_str()) {
                            let list = if held(duty, &own) {
                                &mut cell.done
                            } else if held(duty, &everyone) {
                                &mut cell.elsewhere
                            } else {
                                &mut cell.open
                            };
                            list.push(duty.to_owned());
                        }
                        Some(cell)
                    })
                    .collect();
                let whole =
                    |cell: &LayerCell| !cell.bodies.is_empty() && cell.open.is_empty() && cell.elsewhere.is_empty();
                let status = if cells.iter().all(whole) { Status::Met } else { Status::NotMet };
                LayersRow { unit: row.unit.clone(), status, layers: cells }
            })
            .collect();
        let complete = rows.iter().filter(|row| row.status == Status::Met).count();
        Ok(LayersView { day, complete: Rate::new(complete as u64, rows.len() as u64).ok(), rows })
    }
}

impl LayersView {
    /// Each community with its layers, what they do and what is missing.
    pub fn explain(&self) -> Explanation {
        let rows = self.rows.iter().map(|row| {
            let layers = row.layers.iter().map(|cell| {
                let names =
                    |lang: Lang| cell.bodies.iter().map(|body| body.name.get(lang)).collect::<Vec<_>>().join(", ");
                let bodies = if cell.bodies.is_empty() {
                    Text::new("缺", "missing")
                } else {
                    Text::new(names(Lang::Zh), names(Lang::En))
                };
                let mut node = Explanation::new(cell.label.clone(), Quantity::Words(bodies));
                for (label, list) in [
                    (Text::new("职责", "duties"), &cell.done),
                    (Text::new("无人承担", "nobody has"), &cell.open),
                    (Text::new("由其他层级承担", "another layer has"), &cell.elsewhere),
                ] {
                    if !list.is_empty() {
                        node = node.with(label, Quantity::Words(Text::same(list.join(", "))));
                    }
                }
                node
            });
            Explanation::new(row.unit.name.clone(), Quantity::Status(row.status)).of(How::List, layers.collect())
        });
        let outcome = self.complete.map_or_else(|| Quantity::Count(0), Quantity::Rate);
        Explanation::new(Text::new("层级与职责齐全的社区", "communities whose layers and duties are complete"), outcome)
            .with(Text::new("日期", "day"), Quantity::Day(self.day))
            .of(How::List, rows.collect())
    }
}
