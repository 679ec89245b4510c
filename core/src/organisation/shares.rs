//! What flowed where in an event, counted in a measure or as parts of each source, and that nothing of it is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;
use super::{Catalogue, MeasureId, OrganisationError as Fault, UnitId};
use crate::kernel::{Faults, Ratio};
use crate::wire::organisation::Shares;

/// The flows of an event in one measure.
#[derive(Debug, Clone, Default)]
pub(super) struct Flows {
    /// How much flowed, where that is known.
    pub(super) counts: BTreeMap<(UnitId, UnitId), Ratio>,
    /// Which part of a source flowed, where parts were given.
    pub(super) parts: BTreeMap<(UnitId, UnitId), Ratio>,
    /// What a unit had before, where it is stated.
    pub(super) before: BTreeMap<UnitId, Ratio>,
    /// What a target has after, where it is stated.
    pub(super) after: BTreeMap<UnitId, Ratio>,
    /// Whether the counts of every source before and of every target after were stated, and so checked.
    pub(super) checked: bool,
}

impl Flows {
    /// All that flows out of a source, into itself included.
    pub(super) fn out_of(&self, source: UnitId) -> Ratio {
        self.counts.iter().filter(|((s, _), _)| *s == source).map(|(_, n)| n.clone()).sum()
    }

    /// All that flows into a target.
    pub(super) fn into(&self, target: UnitId) -> Ratio {
        self.counts.iter().filter(|((_, t), _)| *t == target).map(|(_, n)| n.clone()).sum()
    }

    /// The part of a source that went into a target.
    pub(super) fn part(&self, source: UnitId, target: UnitId) -> Option<Ratio> {
        let pair = (source, target);
        if !self.parts.is_empty() {
            return Some(self.parts.get(&pair).cloned().unwrap_or(Ratio::ZERO));
        }
        let out = self.out_of(source);
        self.counts.get(&pair).cloned().unwrap_or(Ratio::ZERO).checked_div(&out)
    }

    /// Whether the counts are known, not the parts only.
    pub(super) fn counted(&self, sources: &[UnitId]) -> bool {
        self.parts.is_empty() || sources.iter().all(|source| self.before.contains_key(source))
    }
}

/// The units of an event by their keys.
pub(super) struct Parties<'e> {
    pub(super) sources: Vec<&'e str>,
    pub(super) targets: Vec<&'e str>,
    /// Sources that go on.
    pub(super) staying: BTreeSet<String>,
}

impl Parties<'_> {
    fn is_source(&self, key: &str) -> bool {
        self.sources.contains(&key)
    }

    /// A source that goes on is a target, of what stays with it.
    fn is_target(&self, key: &str) -> bool {
        self.targets.contains(&key) || self.staying.contains(key)
    }
}

/// Checks that what flows out of a source and into a target is what it had and has.
pub(super) fn check_shares(
    rows: &Rows,
    catalogue: &Catalogue,
    parties: &Parties<'_>,
    shares: &[Shares],
    faults: &mut Faults,
) {
    let mut measures = BTreeSet::new();
    for (i, shares) in shares.iter().enumerate() {
        let path = format!("shares[{i}]");
        let measure =
            faults.take(&format!("{path}.measure"), catalogue.measure_id(&shares.measure).map_err(Into::into));
        if !measures.insert(&shares.measure) {
            faults.push(format!("{path}.measure"), Fault::ListedTwice { key: shares.measure.clone() });
        }
        if !shares.flows.is_empty() && !shares.ratios.is_empty() {
            faults.push(path.as_str(), Fault::FlowsAndRatios);
        }
        let whole = measure.and_then(|m| catalogue.measure_row(m)).is_some_and(|m| m.whole);
        let counts =
            shares.flows.iter().map(|f| f.count).enumerate().map(|(j, n)| (n, format!("{path}.flows[{j}].count")));
        let before =
            shares.before.iter().map(|a| a.count).enumerate().map(|(j, n)| (n, format!("{path}.before[{j}].count")));
        let after =
            shares.after.iter().map(|a| a.count).enumerate().map(|(j, n)| (n, format!("{path}.after[{j}].count")));
        for (count, at) in counts.chain(before).chain(after) {
            if count.mantissa() < 0 || (whole && count.with_scale(0).is_err()) {
                faults.push(at, Fault::NotACount { got: count.to_string(), measure: shares.measure.clone() });
            }
        }
        for (j, portion) in shares.ratios.iter().enumerate() {
            if portion.ratio.is_negative() || portion.ratio > Ratio::ONE {
                faults.push(format!("{path}.ratios[{j}].ratio"), Fault::NotAPart { got: portion.ratio.to_string() });
            }
        }
        Check { rows, parties, shares, path: &path }.run(faults);
    }
}

type Sums<'e> = BTreeMap<&'e str, Ratio>;

fn sum_of(sums: &Sums<'_>, key: &str) -> Ratio {
    sums.get(key).cloned().unwrap_or(Ratio::ZERO)
}

fn add_to<'e>(sums: &mut Sums<'e>, key: &'e str, amount: &Ratio) {
    let sum = sums.entry(key).or_insert(Ratio::ZERO);
    *sum = &*sum + amount;
}

/// The check of one measure.
struct Check<'e> {
    rows: &'e Rows,
    parties: &'e Parties<'e>,
    shares: &'e Shares,
    path: &'e str,
}

impl<'e> Check<'e> {
    fn run(&self, faults: &mut Faults) {
        let (shares, path) = (self.shares, self.path);
        let before: Sums<'_> = shares.before.iter().map(|a| (a.unit.as_str(), a.count.to_ratio())).collect();
        let (mut out, mut into): (Sums<'_>, Sums<'_>) = Default::default();
        let mut pairs = BTreeSet::new();
        for (j, flow) in shares.flows.iter().enumerate() {
            self.pair(&flow.source, &flow.target, &format!("{path}.flows[{j}]"), &mut pairs, faults);
            add_to(&mut out, &flow.source, &flow.count.to_ratio());
            add_to(&mut into, &flow.target, &flow.count.to_ratio());
        }
        let mut parts = Sums::new();
        for (j, portion) in shares.ratios.iter().enumerate() {
            self.pair(&portion.source, &portion.target, &format!("{path}.ratios[{j}]"), &mut pairs, faults);
            add_to(&mut parts, &portion.source, &portion.ratio);
            if let Some(had) = before.get(portion.source.as_str()) {
                add_to(&mut into, &portion.target, &(&portion.ratio * had));
            }
        }
        if !shares.ratios.is_empty() {
            for key in &self.parties.sources {
                let sum = sum_of(&parts, key);
                if sum != Ratio::ONE {
                    let (measure, unit) = (shares.measure.clone(), (*key).to_owned());
                    faults.push(format!("{path}.ratios"), Fault::SharesNotOne { measure, unit, sum: sum.to_string() });
                }
            }
        } else if !shares.flows.is_empty() {
            for key in &self.parties.staying {
                let said = pairs.contains(&(key.as_str(), key.as_str()));
                match before.get_key_value(key.as_str()) {
                    _ if said => {}
                    // What stays is what was there less what left.
                    Some((key, had)) if *had >= sum_of(&out, key) => {
                        let stays = had - &sum_of(&out, key);
                        add_to(&mut out, key, &stays);
                        add_to(&mut into, key, &stays);
                    }
                    Some(_) => {}
                    None => {
                        let cause = Fault::RemainderMissing { measure: shares.measure.clone(), unit: key.clone() };
                        faults.push(path, cause);
                    }
                }
            }
        }
        self.totals(&before, &out, &into, faults);
    }

    /// A pair of a source and a target, once.
    fn pair(
        &self,
        source: &'e str,
        target: &'e str,
        at: &str,
        pairs: &mut BTreeSet<(&'e str, &'e str)>,
        faults: &mut Faults,
    ) {
        // Only what stays with a source flows into it.
        let fits = self.parties.targets.contains(&target) || source == target;
        let fits = fits && self.parties.is_target(target);
        for (field, key, fits) in [("source", source, self.parties.is_source(source)), ("target", target, fits)] {
            if !fits {
                let cause = Fault::FlowOutsideEvent { unit: key.into(), list: format!("{field}s") };
                faults.push(format!("{at}.{field}"), cause);
            }
        }
        if !pairs.insert((source, target)) {
            faults.push(at, Fault::ListedTwice { key: format!("{source} to {target}") });
        }
    }

    /// What was counted before and after is what flowed.
    fn totals(&self, before: &Sums<'_>, out: &Sums<'_>, into: &Sums<'_>, faults: &mut Faults) {
        let (shares, path) = (self.shares, self.path);
        let mut check = |at: String, unit: &str, expected: Ratio, got: Ratio| {
            if expected != got {
                let cause = Fault::SharesNotConserved {
                    measure: shares.measure.clone(),
                    unit: unit.into(),
                    expected: expected.to_string(),
                    got: got.to_string(),
                };
                faults.push(at, cause);
            }
        };
        let counted = shares.ratios.is_empty();
        let all_before = self.parties.sources.iter().all(|source| before.contains_key(source));
        let mut strangers = Vec::new();
        let mut carried = Sums::new();
        for (j, amount) in shares.before.iter().enumerate() {
            let key = amount.unit.as_str();
            if self.parties.is_source(key) {
                if counted {
                    check(format!("{path}.before[{j}]"), key, amount.count.to_ratio(), sum_of(out, key));
                }
            } else if self.parties.is_target(key) && self.rows.id(key).is_some() {
                carried.insert(key, amount.count.to_ratio());
            } else {
                let list = "sources, nor among the targets that went on,";
                strangers.push((format!("{path}.before[{j}].unit"), key, list));
            }
        }
        for (j, amount) in shares.after.iter().enumerate() {
            let key = amount.unit.as_str();
            if !self.parties.is_target(key) {
                strangers.push((format!("{path}.after[{j}].unit"), key, "targets"));
            } else if counted || all_before {
                let flown = sum_of(&carried, key) + sum_of(into, key);
                check(format!("{path}.after[{j}]"), key, amount.count.to_ratio(), flown);
            }
        }
        for (at, key, list) in strangers {
            faults.push(at, Fault::FlowOutsideEvent { unit: key.into(), list: list.into() });
        }
    }
}

/// The flows of one measure of an event that was checked.
pub(super) fn flows(
    rows: &Rows,
    catalogue: &Catalogue,
    parties: &Parties<'_>,
    shares: &Shares,
) -> Option<(MeasureId, Flows)> {
    let mut out = Flows::default();
    for amount in &shares.before {
        out.before.insert(rows.id(&amount.unit)?, amount.count.to_ratio());
    }
    for amount in &shares.after {
        out.after.insert(rows.id(&amount.unit)?, amount.count.to_ratio());
    }
    for flow in &shares.flows {
        let pair = (rows.id(&flow.source)?, rows.id(&flow.target)?);
        out.counts.insert(pair, flow.count.to_ratio());
    }
    for portion in &shares.ratios {
        let pair = (rows.id(&portion.source)?, rows.id(&portion.target)?);
        if let Some(had) = out.before.get(&pair.0) {
            out.counts.insert(pair, &portion.ratio * had);
        }
        out.parts.insert(pair, portion.ratio.clone());
    }
    if shares.ratios.is_empty() {
        for source in parties.staying.iter().filter_map(|key| rows.id(key)) {
            if let Some(had) = out.before.get(&source).filter(|_| !out.counts.contains_key(&(source, source))) {
                let stays = had - &out.out_of(source);
                out.counts.insert((source, source), stays);
            }
        }
    }
    let stated = |list: &[crate::wire::organisation::Amount], key: &str| list.iter().any(|a| a.unit == key);
    out.checked = parties.sources.iter().all(|s| stated(&shares.before, s))
        && parties.targets.iter().all(|t| stated(&shares.after, t));
    Some((catalogue.measures.get(&shares.measure)?, out))
}
