//! From a document to a cascade: its stages, what they roll up, and the order of their evaluation.

use std::collections::{BTreeMap, BTreeSet};

use super::{Cascade, CascadeError, RollUp, RollUpHow, Stage};
use crate::evaluation::check::{list, named};
use crate::evaluation::letters::depths;
use crate::evaluation::scheme::Scheme;
use crate::kernel::{Document, Faults, Key, Result};
use crate::wire::evaluation::{CascadeDraft, CascadeUnitDraft, CellKind, StageDraft};

impl Document for Cascade {
    const FORMAT: &'static str = "shequ.cascade/1";
    const ROOT: &'static str = "cascade";
    type Draft = CascadeDraft;

    fn check(draft: CascadeDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let drafts = draft.stages;
        let keys: Vec<Key> = drafts.iter().map(|s| s.key.clone()).collect();
        let schemes: Vec<Option<Scheme>> = (0..)
            .zip(&drafts)
            .map(|(i, stage): (usize, &StageDraft)| {
                if keys.iter().take(i).any(|key| *key == stage.key) {
                    let cause = CascadeError::KeyTwice { key: stage.key.to_string(), list: "stages".into() };
                    faults.push(format!("stages[{i}].key"), cause);
                }
                faults.take(&format!("stages[{i}].scheme"), Scheme::check(stage.scheme.clone()))
            })
            .collect();
        let mut stages = Vec::new();
        for (i, (stage, scheme)) in drafts.iter().zip(&schemes).enumerate() {
            let roll_ups = roll_ups(&mut faults, i, stage, scheme.as_ref(), &keys, &schemes);
            let Some(scheme) = scheme.clone() else { continue };
            let label = named(stage.label.as_ref(), &stage.key);
            stages.push(Stage { key: stage.key.clone(), label, scheme, roll_ups });
        }
        let parents = parents(&mut faults, &draft.units);
        faults.into_result()?;
        let order = order(&stages)?;
        Ok(Self { title: draft.title, stages, order, parents })
    }
}

fn roll_ups(
    faults: &mut Faults,
    at: usize,
    stage: &StageDraft,
    scheme: Option<&Scheme>,
    keys: &[Key],
    schemes: &[Option<Scheme>],
) -> Vec<RollUp> {
    let mut out = Vec::new();
    let mut seen = BTreeSet::new();
    for (i, draft) in stage.roll_ups.iter().enumerate() {
        let at = format!("stages[{at}].roll_ups[{i}]");
        if !seen.insert(&draft.column) {
            faults.push(format!("{at}.column"), CascadeError::ColumnTwice { got: draft.column.to_string() });
        }
        let column = scheme.and_then(|s| s.columns().iter().find(|c| c.name == draft.column.as_str()));
        let fits = |c: &&crate::wire::evaluation::SchemeColumn| match c.kind {
            CellKind::Number => true,
            CellKind::Rate => draft.how == RollUpHow::Share,
            _ => false,
        };
        let column = column.filter(fits);
        if scheme.is_some() && column.is_none() {
            faults.push(format!("{at}.column"), CascadeError::NotAColumn { got: draft.column.to_string() });
        }
        let from = keys.iter().position(|key| *key == draft.from);
        if from.is_none() {
            let cause = CascadeError::UnknownStage { got: draft.from.to_string(), have: list(keys.iter()) };
            faults.push(format!("{at}.from"), cause);
        }
        for (field, given, used) in [
            ("weight", draft.weight.is_some(), draft.how == RollUpHow::Weighted),
            ("grade", draft.grade.is_some(), draft.how == RollUpHow::Share),
        ] {
            let (field, how) = (field.to_owned(), draft.how.word().to_owned());
            match (given, used) {
                (true, false) => faults.push(format!("{at}.{field}"), CascadeError::FieldNotUsed { field, how }),
                (false, true) => faults.push(&at, CascadeError::FieldMissing { field, how }),
                _ => {}
            }
        }
        let below = from.and_then(|from| schemes.get(from)).and_then(Option::as_ref);
        let grade = draft.grade.as_ref().zip(below).map(|(grade, scheme)| {
            let place = scheme.grades().position(|g| g == grade);
            if place.is_none() {
                let (got, have) = (grade.to_string(), list(scheme.grades()));
                faults.push(format!("{at}.grade"), CascadeError::UnknownGrade { got, have });
            }
            place.unwrap_or_default()
        });
        let (Some(column), Some(from)) = (column, from) else { continue };
        let indicators = scheme.map(Scheme::indicators).unwrap_or_default();
        out.push(RollUp {
            column: draft.column.clone(),
            indicator: indicators.iter().find(|i| *i.column() == draft.column).map(|i| i.key().clone()),
            kind: column.kind,
            scale: column.scale,
            from,
            how: draft.how,
            weight: draft.weight.clone(),
            grade: grade.unwrap_or_default(),
            rounding: draft.rounding,
        });
    }
    out
}

fn parents(faults: &mut Faults, units: &[CascadeUnitDraft]) -> BTreeMap<String, Option<String>> {
    let mut places: BTreeMap<&Key, usize> = BTreeMap::new();
    for (i, unit) in units.iter().enumerate() {
        if places.insert(&unit.key, i).is_some() {
            let cause = CascadeError::KeyTwice { key: unit.key.to_string(), list: "units".into() };
            faults.push(format!("units[{i}].key"), cause);
        }
    }
    for (i, parent) in units.iter().enumerate().filter_map(|(i, u)| Some((i, u.parent.as_ref()?))) {
        if !places.contains_key(parent) {
            faults.push(format!("units[{i}].parent"), CascadeError::UnknownParent { parent: parent.to_string() });
        }
    }
    let above: Vec<Option<usize>> =
        units.iter().map(|u| u.parent.as_ref().and_then(|p| places.get(p)).copied()).collect();
    depths(&above, |circle| {
        let first = circle.first().copied().unwrap_or_default();
        let names = circle.iter().chain([&first]).filter_map(|at| units.get(*at)).map(|u| u.key.to_string());
        let path = names.collect::<Vec<_>>().join(" > ");
        faults.push(format!("units[{first}].parent"), CascadeError::Cycle { path });
    });
    units.iter().map(|u| (u.key.to_string(), u.parent.as_ref().map(Key::to_string))).collect()
}

/// The stages, each after those it takes totals from.
fn order(stages: &[Stage]) -> Result<Vec<usize>> {
    let mut order: Vec<usize> = Vec::new();
    while order.len() < stages.len() {
        let ready = |(at, stage): &(usize, &Stage)| {
            !order.contains(at) && stage.roll_ups.iter().all(|r| order.contains(&r.from))
        };
        if let Some((at, _)) = stages.iter().enumerate().find(ready) {
            order.push(at);
            continue;
        }
        // Each stage that is left waits for another that is left: going back from one leads into a circle.
        let mut path: Vec<usize> = Vec::new();
        let mut at = (0..stages.len()).find(|at| !order.contains(at)).unwrap_or_default();
        while !path.contains(&at) {
            path.push(at);
            let waits = stages.get(at).into_iter().flat_map(|s| &s.roll_ups).find(|r| !order.contains(&r.from));
            at = waits.map_or(at, |r| r.from);
        }
        let circle = path.iter().skip_while(|p| **p != at).chain([&at]);
        let names = circle.filter_map(|at| stages.get(*at)).map(|s| s.key.to_string());
        let path = names.collect::<Vec<_>>().join(" > ");
        return Err(crate::kernel::Error::at(format!("stages[{at}].roll_ups"), CascadeError::Cycle { path }));
    }
    Ok(order)
}
