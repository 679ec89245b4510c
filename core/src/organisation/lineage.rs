//! What units became and came from, through the merges that are on record.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::events::{Flowed, Past, What};
use super::shares::Flows;
use super::snapshot::UnitName;
use super::{MeasureId, Organisation, OrganisationError as Fault, UnitId};
use crate::kernel::{Day, Explanation, How, Lang, Likely, Quantity, Ratio, Result, Text, WithinDays};
use crate::wire::organisation::EventRecord;

/// What a unit became, or what it came from (沿革).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Lineage {
    /// The unit asked about.
    pub unit: UnitName,
    /// The day at the other end of the question.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The measure that the shares are of.
    pub measure: Option<String>,
    /// The units at the other end, in the order of their keys.
    pub ends: Vec<LineageEnd>,
    /// The events between, in the order of their days.
    pub steps: Vec<LineageStep>,
}

/// A unit at the other end of a lineage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LineageEnd {
    /// The unit, by its name then.
    pub unit: UnitName,
    /// The share of what was asked about, exactly; none where no event counted the measure.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub share: Option<Ratio>,
    /// Whether the unit exists on that day.
    pub exists: Likely,
    /// Whether an inferred event leads there; left out where none does.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
}

/// An event of a lineage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct LineageStep {
    /// What happened: `found`, `abolish`, `rename`, `recode`, `reparent`, `convert`, `merge`, `split`, `transfer`, `replace`,
    /// `restore`.
    pub event: String,
    /// When.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: WithinDays,
    /// By which document.
    pub instrument: Option<Text>,
    /// The units before, by their names the day before.
    pub before: Vec<UnitName>,
    /// The units after, by their names that day.
    pub after: Vec<UnitName>,
    /// `possible` where the bounds of its day leave open that it is between.
    pub likely: Likely,
    /// The key of its entry, if it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub key: Option<String>,
    /// Where it is known from.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub source: Option<Text>,
    /// When it was recorded.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub recorded: Option<Day>,
    /// The confidence with which it was inferred; left out where it is documented.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
    pub inferred: Option<Ratio>,
}

/// The Chinese name of an event, for explanations.
fn in_chinese(event: &str) -> &'static str {
    match event {
        "found" => "设立",
        "abolish" => "撤销",
        "rename" => "更名",
        "recode" => "改码",
        "reparent" => "划归",
        "convert" => "改制",
        "split" => "分设",
        "transfer" => "部分划转",
        "replace" => "撤并设立",
        "restore" => "恢复设立",
        _ => "合并",
    }
}

impl Lineage {
    /// The lineage as an explanation: its ends with their shares, which add up, and its events.
    pub fn explain(&self) -> Explanation {
        let total: Option<Vec<Ratio>> = self.ends.iter().map(|end| end.share.clone()).collect();
        let label = |unit: &UnitName| {
            Text::new(
                format!("{}（{}）", unit.name.get(Lang::Zh), unit.key),
                format!("{} ({})", unit.name.get(Lang::En), unit.key),
            )
        };
        let unknown = || Quantity::Words(Text::new("份额不详", "share not recorded"));
        let ends: Vec<Explanation> = self
            .ends
            .iter()
            .map(|end| Explanation::new(label(&end.unit), end.share.clone().map_or_else(unknown, Quantity::Ratio)))
            .collect();
        let how = if total.is_some() && !ends.is_empty() { How::Sum } else { How::List };
        let outcome = total.map_or_else(unknown, |shares| Quantity::Ratio(shares.into_iter().sum()));
        let mut node = Explanation::new(label(&self.unit), outcome).of(how, ends);
        for step in &self.steps {
            let instrument = step.instrument.clone().unwrap_or_default();
            let words = |event: &str, lang| format!("{event} {}", instrument.get(lang)).trim_end().to_owned();
            let mut words = Text::new(words(in_chinese(&step.event), Lang::Zh), words(&step.event, Lang::En));
            if let Some(confidence) = &step.inferred {
                let note = |text: &str, word: &str| format!("{text} ({word} {confidence})");
                words = Text::new(
                    note(words.get(Lang::Zh), "推断，置信度"),
                    note(words.get(Lang::En), "inferred, confidence"),
                );
            }
            node = node.with(Text::same(step.day.to_string()), Quantity::Words(words));
        }
        node
    }
}

/// The merges of a period in total: how many units became how many, and that nothing counted was lost.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Consolidation {
    /// The measure that was counted.
    pub measure: String,
    /// How many units ended.
    pub sources: u32,
    /// How many units they became.
    pub targets: u32,
    /// The sum over the sources before, as stated, or else as it flowed out of them.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub before: Ratio,
    /// The sum over the targets after, less what those that went on had before, as stated, or else as it flowed in.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub after: Ratio,
    /// Merges that counted it and state the counts of all sources before and of all targets after: on loading these
    /// were found equal to what flowed, source by source and target by target.
    pub conserved: u32,
    /// Merges that counted it without stating all counts.
    pub unchecked: u32,
    /// Merges that did not count the measure.
    pub uncounted: u32,
}

impl Organisation {
    /// What a unit became until a day, with shares of a measure and the documents that did it.
    ///
    /// A merge into one target carries the whole share whatever the measure; one into several needs flows of it.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-measure`.
    pub fn lineage(&self, key: &str, until: Day, measure: Option<&str>) -> Result<Lineage> {
        let (unit, measure_id) = self.asked(key, measure)?;
        let mut shares = Carried::from([(unit, (Some(Ratio::ONE), false))]);
        let mut steps = Vec::new();
        for past in &self.events {
            let likely = past.day.by(until);
            if likely == Likely::No || !shares.keys().any(|unit| past.touches(*unit)) {
                continue;
            }
            mark(&mut shares, past);
            if let What::Flow(flow) = &past.what {
                for source in &flow.sources {
                    let Some((share, inferred)) = shares.remove(source) else { continue };
                    for (target, part) in flow.parts_of(*source, measure_id) {
                        let moved = share.as_ref().zip(part).map(|(a, b)| a * &b);
                        gather(&mut shares, target, moved, inferred);
                    }
                }
            }
            steps.push(self.step(past, likely));
        }
        Ok(self.lineage_of(unit, until, measure, shares, steps))
    }

    /// What a unit was made of on a day, with shares of a measure and the documents that did it.
    ///
    /// # Errors
    /// `unknown-unit`, `unknown-measure`.
    pub fn origins(&self, key: &str, since: Day, measure: Option<&str>) -> Result<Lineage> {
        let (unit, measure_id) = self.asked(key, measure)?;
        let mut shares = Carried::from([(unit, (Some(Ratio::ONE), false))]);
        let mut steps = Vec::new();
        for past in self.events.iter().rev() {
            let before = past.day.by(since);
            if before == Likely::Yes || !shares.keys().any(|unit| past.touches(*unit)) {
                continue;
            }
            mark(&mut shares, past);
            if let What::Flow(flow) = &past.what {
                let changed = flow.targets.iter().copied().filter(|t| !flow.staying.contains(t));
                let asked: Vec<UnitId> = changed.filter(|t| shares.contains_key(t)).collect();
                for target in asked {
                    let Some((share, inferred)) = shares.remove(&target) else { continue };
                    let own = flow.extended.contains(&target).then_some(target);
                    for source in flow.sources.iter().copied().chain(own) {
                        let part = flow.share_in(source, target, measure_id);
                        if part.as_ref().is_some_and(Ratio::is_zero) {
                            continue;
                        }
                        let moved = share.as_ref().zip(part).map(|(a, b)| a * &b);
                        gather(&mut shares, source, moved, inferred);
                    }
                }
            }
            let likely = if before == Likely::Possible { Likely::Possible } else { Likely::Yes };
            steps.push(self.step(past, likely));
        }
        steps.reverse();
        Ok(self.lineage_of(unit, since, measure, shares, steps))
    }

    /// The merges whose day may lie in `[from, until)`, in total, counted in a measure.
    ///
    /// # Errors
    /// `unknown-measure`.
    pub fn consolidation(&self, from: Day, until: Day, measure: &str) -> Result<Consolidation> {
        let id = self.catalogue.measure_id(measure)?;
        let (mut sources, mut targets): (BTreeSet<UnitId>, BTreeSet<UnitId>) = Default::default();
        let (mut before, mut after) = (Ratio::ZERO, Ratio::ZERO);
        let (mut conserved, mut unchecked, mut uncounted) = (0, 0, 0);
        for past in &self.events {
            let within = past.day.latest() >= from && past.day.earliest() < until;
            let What::Flow(merged) = &past.what else { continue };
            if !within || past.name != "merge" {
                continue;
            }
            sources.extend(&merged.sources);
            targets.extend(&merged.targets);
            match merged.flows.get(&id) {
                None => uncounted += 1,
                Some(flows) => {
                    let (had, has) = merged.totals(flows);
                    (before, after) = (before + had, after + has);
                    if flows.checked { conserved += 1 } else { unchecked += 1 }
                }
            }
        }
        // What became of a target later is no unit of the end.
        let targets = targets.difference(&sources).count();
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Ok(Consolidation {
            measure: measure.into(),
            sources: count(sources.len()),
            targets: count(targets),
            before,
            after,
            conserved,
            unchecked,
            uncounted,
        })
    }

    fn asked(&self, key: &str, measure: Option<&str>) -> Result<(UnitId, Option<MeasureId>)> {
        let unit = self.keys.get(key).ok_or_else(|| Fault::UnknownUnit { key: key.into() })?;
        let measure = measure.map(|m| self.catalogue.measure_id(m)).transpose()?;
        Ok((unit, measure))
    }

    pub(super) fn step(&self, past: &Past, likely: Likely) -> LineageStep {
        let eve = past.day.earliest().plus_days(-1).unwrap_or(past.day.earliest());
        let (before, after) = match &past.what {
            What::Found(unit) | What::Restore(unit) => (vec![], vec![*unit]),
            What::Abolish(unit) => (vec![*unit], vec![]),
            What::Change(unit) => (vec![*unit], vec![*unit]),
            What::Flow(flow) => {
                let after: BTreeSet<UnitId> = flow.targets.iter().chain(&flow.staying).copied().collect();
                (flow.sources.clone(), after.into_iter().collect())
            }
        };
        let named = |units: Vec<UnitId>, day: Day| {
            let mut names: Vec<UnitName> = units.into_iter().map(|unit| self.unit_name(unit, day)).collect();
            names.sort();
            names
        };
        LineageStep {
            event: past.name.into(),
            day: past.day,
            instrument: past.instrument.clone(),
            before: named(before, eve),
            after: named(after, past.day.latest()),
            likely,
            key: past.key.as_ref().map(ToString::to_string),
            source: past.source.clone(),
            recorded: past.recorded,
            inferred: past.inferred.clone(),
        }
    }

    fn lineage_of(
        &self,
        unit: UnitId,
        day: Day,
        measure: Option<&str>,
        shares: Carried,
        mut steps: Vec<LineageStep>,
    ) -> Lineage {
        // Events of one day stand in an order of their own, whatever the document's.
        let order =
            |s: &LineageStep| (s.day.earliest(), s.day.latest(), s.event.clone(), s.before.clone(), s.after.clone());
        steps.sort_by_cached_key(order);
        let mut ends: Vec<LineageEnd> = shares
            .into_iter()
            .map(|(unit, (share, inferred))| LineageEnd {
                unit: self.unit_name(unit, day),
                share,
                exists: self.exists(unit, day),
                inferred,
            })
            .collect();
        ends.sort_by(|a, b| a.unit.cmp(&b.unit));
        Lineage { unit: self.unit_name(unit, day), day, measure: measure.map(Into::into), ends, steps }
    }
}

/// Units with the share of what was asked about, and whether an inferred event leads there.
type Carried = BTreeMap<UnitId, (Option<Ratio>, bool)>;

fn gather(shares: &mut Carried, unit: UnitId, share: Option<Ratio>, inferred: bool) {
    let sum = match shares.get(&unit) {
        None => (share, inferred),
        Some((there, also)) => (there.as_ref().zip(share.as_ref()).map(|(a, b)| a + b), inferred || *also),
    };
    shares.insert(unit, sum);
}

/// Marks what an inferred event touches.
fn mark(shares: &mut Carried, past: &Past) {
    if past.inferred.is_some() {
        shares.iter_mut().filter(|(unit, _)| past.touches(**unit)).for_each(|(_, (_, inferred))| *inferred = true);
    }
}

impl Past {
    /// The event in short.
    pub(super) fn record(&self) -> EventRecord {
        EventRecord {
            event: self.name.into(),
            day: self.day,
            key: self.key.as_ref().map(ToString::to_string),
            instrument: self.instrument.clone(),
            source: self.source.clone(),
            recorded: self.recorded,
            inferred: self.inferred.clone(),
        }
    }
}

impl Flowed {
    /// What the sources had, and what the targets have of it.
    fn totals(&self, flows: &Flows) -> (Ratio, Ratio) {
        let (mut out, mut into) = (BTreeMap::new(), BTreeMap::new());
        for ((source, target), count) in &flows.counts {
            for (sums, unit) in [(&mut out, source), (&mut into, target)] {
                let sum = sums.entry(*unit).or_insert(Ratio::ZERO);
                *sum = &*sum + count;
            }
        }
        let sum = |units: &[UnitId], of: &dyn Fn(&UnitId) -> Ratio| units.iter().map(of).sum::<Ratio>();
        let flown = |sums: &BTreeMap<UnitId, Ratio>, unit: &UnitId| sums.get(unit).cloned().unwrap_or(Ratio::ZERO);
        let had = sum(&self.sources, &|s| flows.before.get(s).cloned().unwrap_or_else(|| flown(&out, s)));
        let has = sum(&self.targets, &|t| match flows.after.get(t) {
            Some(after) => after - &flown(&flows.before, t),
            None => flown(&into, t),
        });
        (had, has)
    }

    fn measured(&self, measure: Option<MeasureId>) -> Option<&Flows> {
        self.flows.get(&measure?)
    }

    /// Where a source went, and with which parts; parts that are not known are none, empty ones are left out.
    pub(super) fn parts_of(&self, source: UnitId, measure: Option<MeasureId>) -> Vec<(UnitId, Option<Ratio>)> {
        let stays = self.staying.contains(&source);
        if let ([target], false) = (self.targets.as_slice(), stays) {
            return vec![(*target, Some(Ratio::ONE))];
        }
        let own = (stays && !self.targets.contains(&source)).then_some(source);
        let flows = self.measured(measure);
        let part = |target: UnitId| (target, flows.and_then(|flows| flows.part(source, target)));
        let parts = self.targets.iter().copied().chain(own).map(part);
        parts.filter(|(_, part)| !part.as_ref().is_some_and(Ratio::is_zero)).collect()
    }

    /// The share of a target that came from a source, or, for a target that went on, from itself.
    fn share_in(&self, source: UnitId, target: UnitId, measure: Option<MeasureId>) -> Option<Ratio> {
        let own = self.extended.contains(&target);
        if !own && self.sources.len() == 1 {
            return Some(Ratio::ONE);
        }
        let flows = self.measured(measure).filter(|flows| flows.counted(&self.sources))?;
        let carried = if own { flows.before.get(&target).cloned()? } else { Ratio::ZERO };
        let part = if source == target {
            carried.clone()
        } else {
            flows.counts.get(&(source, target)).cloned().unwrap_or(Ratio::ZERO)
        };
        part.checked_div(&(flows.into(target) + carried))
    }
}
