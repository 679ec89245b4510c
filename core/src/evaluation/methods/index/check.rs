//! From a draft to an index: every fault of the document at once.

use std::collections::BTreeMap;

use super::super::treat;
use super::gaps::{Imputation, Screening};
use super::mean::{Mean, MeanName};
use super::observations::list;
use super::tree::{Node, Tree};
use super::{IndexError as Fault, Indicator, Inner, parameters};
use crate::evaluation::SchemeError;
use crate::kernel::{Faults, Key, Real, Result, Text};
use crate::wire::index::{IndexDraft, LevelDraft};

/// The most decimals that values are rounded to.
const MOST_DECIMALS: u8 = 18;

fn named(label: Option<&Text>, key: &Key) -> Text {
    label.cloned().unwrap_or_else(|| Text::same(key.as_str()))
}

/// Checks a draft.
pub(super) fn check(draft: &IndexDraft) -> Result<Inner> {
    let mut faults = Faults::new();
    if draft.indicators.is_empty() {
        faults.push("indicators", SchemeError::NoIndicators);
    }
    keys(draft, &mut faults);
    let default = faults.take("normalisation", method_known(draft));
    // Looked at once, not once an indicator.
    let shared = default.filter(|()| draft.indicators.iter().any(|own| own.normalisation.is_none()));
    let shared = shared.and_then(|()| faults.take("normalisation", parameters::check(&draft.normalisation)));
    let mut indicators = Vec::with_capacity(draft.indicators.len());
    for (i, own) in draft.indicators.iter().enumerate().filter(|_| default.is_some()) {
        let normalisation = match &own.normalisation {
            None => shared.clone(),
            Some(own) => {
                let merged = parameters::merged(&draft.normalisation, own);
                faults.take(&format!("indicators[{i}].normalisation"), parameters::check(&merged))
            }
        };
        indicators.extend(normalisation.map(|normalisation| Indicator {
            direction: own.direction,
            unit: own.unit.clone(),
            denominator: own.denominator.clone(),
            treat: own.treat,
            normalisation,
        }));
    }
    let tree = tree(draft, &mut faults);
    let treatment = draft.treatment.as_ref().and_then(|draft| faults.take("treatment", treat::declared(draft)));
    if let Some(imputation) = draft.imputation.as_ref().filter(|imputation| imputation.least == 0) {
        let cause = Fault::BadParameter { got: imputation.least.to_string(), expected: "at least 1".into() };
        faults.push("imputation.least", cause);
    }
    if let Some(screening) = &draft.screening {
        for (name, share) in [("available", screening.available), ("not_zero", screening.not_zero)] {
            if !(0.0..=1.0).contains(&share.get()) {
                let cause = Fault::BadParameter { got: share.to_string(), expected: "a share from 0 to 1".into() };
                faults.push(format!("screening.{name}"), cause);
            }
        }
    }
    if let Some(decimals) = draft.ranking.decimals.filter(|decimals| *decimals > MOST_DECIMALS) {
        let cause = Fault::BadParameter { got: decimals.to_string(), expected: "at most 18".into() };
        faults.push("ranking.decimals", cause);
    }
    faults.into_result()?;
    Ok(Inner {
        title: draft.title.clone(),
        subject: draft.subject,
        screening: draft.screening.as_ref().map(|s| Screening { available: s.available, not_zero: s.not_zero }),
        imputation: draft.imputation.as_ref().map(|i| {
            let least = usize::try_from(i.least).unwrap_or(usize::MAX);
            (Imputation { filler: i.filler, least, otherwise: i.otherwise }, i.group.clone())
        }),
        treatment,
        indicators,
        tree,
        ties: draft.ranking.ties,
        decimals: draft.ranking.decimals,
        group: draft.ranking.group.clone(),
    })
}

fn method_known(draft: &IndexDraft) -> Result<()> {
    if draft.normalisation.method.is_some() {
        return Ok(());
    }
    let needed_by = "the normalisation of an index".into();
    Err(crate::kernel::Error::at("method", SchemeError::ParameterMissing { parameter: "method".into(), needed_by }))
}

/// Every key once, among indicators and aggregates together.
fn keys(draft: &IndexDraft, faults: &mut Faults) {
    let mut taken: BTreeMap<&Key, String> = BTreeMap::new();
    let indicators = draft.indicators.iter().enumerate().map(|(i, d)| (&d.key, format!("indicators[{i}]")));
    let aggregates = draft.aggregates.iter().enumerate().map(|(i, d)| (&d.key, format!("aggregates[{i}]")));
    for (key, at) in indicators.chain(aggregates) {
        match taken.get(key) {
            Some(first) => {
                let cause = SchemeError::DuplicateKey { key: key.to_string(), first: first.clone() };
                faults.push(format!("{at}.key"), cause);
            }
            None => drop(taken.insert(key, at)),
        }
    }
}

fn mean(level: &LevelDraft, at: &str, faults: &mut Faults) -> Mean {
    if level.aggregation != MeanName::Power && level.power.is_some() {
        let cause = SchemeError::ParameterNotUsed { parameter: "power".into(), rule: "a mean without exponent".into() };
        faults.push(format!("{at}.power"), cause);
    }
    match (level.aggregation, level.power) {
        (MeanName::Arithmetic, _) => Mean::Arithmetic,
        (MeanName::Geometric, _) => Mean::Geometric,
        (MeanName::Harmonic, _) => Mean::Harmonic,
        (MeanName::Power, Some(p)) => {
            if p.get().abs() <= 0.0 {
                let expected = "an exponent other than zero; the geometric mean is its limit".into();
                faults.push(format!("{at}.power"), Fault::BadParameter { got: p.to_string(), expected });
            }
            Mean::Power(p)
        }
        (MeanName::Power, None) => {
            let cause = SchemeError::ParameterMissing { parameter: "power".into(), needed_by: "the power mean".into() };
            faults.push(format!("{at}.power"), cause);
            Mean::Arithmetic
        }
    }
}

/// The tree: one top, no circle, something below each aggregate, and a level for each height.
fn tree(draft: &IndexDraft, faults: &mut Faults) -> Tree {
    let first = draft.indicators.len();
    let places: BTreeMap<&Key, usize> =
        draft.aggregates.iter().enumerate().map(|(i, aggregate)| (&aggregate.key, first + i)).collect();
    let have = || list(draft.aggregates.iter().map(|aggregate| aggregate.key.as_str()));
    let parent_of = |parent: Option<&Key>, at: String, faults: &mut Faults| {
        let parent = parent?;
        let place = places.get(parent).copied();
        if place.is_none() {
            faults.push(format!("{at}.parent"), Fault::UnknownParent { got: parent.to_string(), have: have() });
        }
        place
    };
    let mut nodes = Vec::with_capacity(first + draft.aggregates.len());
    for (i, own) in draft.indicators.iter().enumerate() {
        let at = format!("indicators[{i}]");
        weight(own.weight, &at, faults);
        let parent = parent_of(Some(&own.parent), at, faults);
        nodes.push(Node::new(own.key.clone(), named(own.label.as_ref(), &own.key), parent, own.weight));
    }
    for (i, own) in draft.aggregates.iter().enumerate() {
        let at = format!("aggregates[{i}]");
        weight(own.weight, &at, faults);
        let parent = parent_of(own.parent.as_ref(), at, faults);
        nodes.push(Node::new(own.key.clone(), named(own.label.as_ref(), &own.key), parent, own.weight));
    }
    let tops: Vec<&Key> = draft.aggregates.iter().filter(|a| a.parent.is_none()).map(|a| &a.key).collect();
    if tops.len() != 1 {
        let got = list(tops.iter().map(|key| key.as_str()));
        faults.push("aggregates", Fault::NotOneTop { got });
    }
    let labels = draft.levels.iter().map(|level| level.label.clone()).collect();
    let means: Vec<Mean> =
        draft.levels.iter().enumerate().map(|(i, level)| mean(level, &format!("levels[{i}]"), faults)).collect();
    if !faults.is_empty() {
        return Tree::default();
    }
    match Tree::new(nodes, first, means, labels) {
        Ok(tree) => tree,
        Err(error) => {
            faults.extend("", error);
            Tree::default()
        }
    }
}

fn weight(weight: Real, at: &str, faults: &mut Faults) {
    if weight.get() < 0.0 {
        let cause = SchemeError::ParameterOutOfRange { got: weight.to_string(), expected: "zero or more".into() };
        faults.push(format!("{at}.weight"), cause);
    }
}
