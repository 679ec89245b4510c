//! What flowed where in a merge, counted in a measure, and that nothing of it is lost.

use std::collections::{BTreeMap, BTreeSet};

use super::rows::Rows;
use super::{Catalogue, MeasureId, OrganisationError as Fault, UnitId};
use crate::kernel::{Faults, Ratio};
use crate::wire::organisation::{Merge, Shares};

/// The flows of a merge in one measure.
#[derive(Debug, Clone, Default)]
pub(super) struct Flows {
    pub(super) counts: BTreeMap<(UnitId, UnitId), Ratio>,
    /// What a unit had before, where it is stated.
    pub(super) before: BTreeMap<UnitId, Ratio>,
    /// What a target has after, where it is stated.
    pub(super) after: BTreeMap<UnitId, Ratio>,
    /// Whether the counts of every source before and of every target after were stated, and so checked.
    pub(super) checked: bool,
}

impl Flows {
    /// All that flows out of a source.
    pub(super) fn out_of(&self, source: UnitId) -> Ratio {
        self.counts.iter().filter(|((s, _), _)| *s == source).map(|(_, n)| n.clone()).sum()
    }

    /// All that flows into a target.
    pub(super) fn into(&self, target: UnitId) -> Ratio {
        self.counts.iter().filter(|((_, t), _)| *t == target).map(|(_, n)| n.clone()).sum()
    }
}

/// Checks that what flows out of a source and into a target is what it had and has.
pub(super) fn check_shares(rows: &Rows, catalogue: &Catalogue, event: &Merge, faults: &mut Faults) {
    let mut measures = BTreeSet::new();
    for (i, shares) in event.shares.iter().enumerate() {
        let path = format!("shares[{i}]");
        let measure =
            faults.take(&format!("{path}.measure"), catalogue.measure_id(&shares.measure).map_err(Into::into));
        if !measures.insert(&shares.measure) {
            faults.push(format!("{path}.measure"), Fault::ListedTwice { key: shares.measure.clone() });
        }
        let whole = measure.and_then(|m| catalogue.measure_row(m)).is_some_and(|m| m.whole);
        let counts =
            shares.flows.iter().map(|f| f.count).zip(0..).map(|(n, j)| (n, format!("{path}.flows[{j}].count")));
        let before =
            shares.before.iter().map(|a| a.count).zip(0..).map(|(n, j)| (n, format!("{path}.before[{j}].count")));
        let after = shares.after.iter().map(|a| a.count).zip(0..).map(|(n, j)| (n, format!("{path}.after[{j}].count")));
        for (count, at) in counts.chain(before).chain(after) {
            if count.mantissa() < 0 || (whole && count.with_scale(0).is_err()) {
                faults.push(at, Fault::NotACount { got: count.to_string(), measure: shares.measure.clone() });
            }
        }
        check_conserved(rows, event, shares, &path, faults);
    }
}

fn check_conserved(rows: &Rows, event: &Merge, shares: &Shares, path: &str, faults: &mut Faults) {
    let mut out: BTreeMap<&str, Ratio> = BTreeMap::new();
    let mut into: BTreeMap<&str, Ratio> = BTreeMap::new();
    let mut pairs = BTreeSet::new();
    let sources: BTreeSet<&str> = event.sources.iter().map(String::as_str).collect();
    let targets: BTreeSet<&str> = event.targets.iter().map(|t| t.unit.as_str()).collect();
    let is_source = |key: &str| sources.contains(key);
    let is_target = |key: &str| targets.contains(key);
    for (j, flow) in shares.flows.iter().enumerate() {
        for (field, key, fits) in
            [("source", &flow.source, is_source(&flow.source)), ("target", &flow.target, is_target(&flow.target))]
        {
            if !fits {
                let cause = Fault::FlowOutsideEvent { unit: key.clone(), list: format!("{field}s") };
                faults.push(format!("{path}.flows[{j}].{field}"), cause);
            }
        }
        if !pairs.insert((&flow.source, &flow.target)) {
            faults.push(
                format!("{path}.flows[{j}]"),
                Fault::ListedTwice { key: format!("{} to {}", flow.source, flow.target) },
            );
        }
        for (sums, key) in [(&mut out, &flow.source), (&mut into, &flow.target)] {
            let sum = sums.entry(key).or_insert(Ratio::ZERO);
            *sum = &*sum + &flow.count.to_ratio();
        }
    }
    let mut check = |list: &str, j: usize, key: &str, expected: Ratio, got: Ratio| {
        if expected != got {
            let cause = Fault::SharesNotConserved {
                measure: shares.measure.clone(),
                unit: key.into(),
                expected: expected.to_string(),
                got: got.to_string(),
            };
            faults.push(format!("{path}.{list}[{j}]"), cause);
        }
    };
    let mut carried: BTreeMap<&str, Ratio> = BTreeMap::new();
    let mut strangers = Vec::new();
    for (j, amount) in shares.before.iter().enumerate() {
        let key = amount.unit.as_str();
        if is_source(key) {
            check("before", j, key, amount.count.to_ratio(), out.get(key).cloned().unwrap_or(Ratio::ZERO));
        } else if is_target(key) && rows.keys.get(key).is_some() {
            carried.insert(key, amount.count.to_ratio());
        } else {
            strangers.push((format!("{path}.before[{j}].unit"), key, "sources, nor among the targets that went on,"));
        }
    }
    for (j, amount) in shares.after.iter().enumerate() {
        let key = amount.unit.as_str();
        if is_target(key) {
            let own = carried.get(key).cloned().unwrap_or(Ratio::ZERO);
            let flown = into.get(key).cloned().unwrap_or(Ratio::ZERO);
            check("after", j, key, amount.count.to_ratio(), own + flown);
        } else {
            strangers.push((format!("{path}.after[{j}].unit"), key, "targets"));
        }
    }
    for (at, key, list) in strangers {
        faults.push(at, Fault::FlowOutsideEvent { unit: key.into(), list: list.into() });
    }
}

pub(super) fn flows(rows: &Rows, catalogue: &Catalogue, event: &Merge, shares: &Shares) -> Option<(MeasureId, Flows)> {
    let mut out = Flows::default();
    for flow in &shares.flows {
        let pair = (rows.keys.get(&flow.source)?, rows.keys.get(&flow.target)?);
        out.counts.insert(pair, flow.count.to_ratio());
    }
    for amount in &shares.before {
        out.before.insert(rows.keys.get(&amount.unit)?, amount.count.to_ratio());
    }
    for amount in &shares.after {
        out.after.insert(rows.keys.get(&amount.unit)?, amount.count.to_ratio());
    }
    let before: BTreeSet<&str> = shares.before.iter().map(|a| a.unit.as_str()).collect();
    let after: BTreeSet<&str> = shares.after.iter().map(|a| a.unit.as_str()).collect();
    out.checked = event.sources.iter().all(|s| before.contains(s.as_str()))
        && event.targets.iter().all(|t| after.contains(t.unit.as_str()));
    Some((catalogue.measures.get(&shares.measure)?, out))
}
