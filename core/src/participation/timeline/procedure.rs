//! A procedure, checked: its steps, and from which step each is counted.

use std::sync::Arc;

use super::TimelineError;
use crate::kernel::{Document, Faults, Key, Result, Text};
use crate::pack::{Rules, TimeUnit};
use crate::wire::participation::Caution;
use crate::wire::participation_timeline::{BoundDraft, BoundKind, ProcedureDraft, StepDraft, TimeDirection};

/// A procedure (程序), `shequ.procedure/1`: flat data that a clause of a pack can hold as well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Procedure {
    draft: Arc<ProcedureDraft>,
    /// The positions of the steps, each after those that it is counted from.
    pub(super) order: Vec<usize>,
}

impl Procedure {
    /// Its name.
    pub fn id(&self) -> &str {
        &self.draft.id
    }

    /// What is done by it.
    pub fn label(&self) -> &Text {
        &self.draft.label
    }

    /// The procedure as a document writes it.
    pub fn draft(&self) -> &ProcedureDraft {
        &self.draft
    }

    /// What a reader must know of the clauses that bound its steps, as the rules of a day have them: `undated`, `excerpt`,
    /// `secondary`, `law-changed`.
    ///
    /// ```
    /// use shequ::participation::timeline::{Procedure, RestDays};
    /// // Shanghai's measures of 2020 carry out a law that is another since 2026: their days are counted, with a caution each.
    /// let rules = shequ::pack::cn().at("2026-03-01".parse()?);
    /// let (procedure, _) = Procedure::of_clause(&rules, "cn.sh.ve.procedure", RestDays::Stand)?;
    /// let cautions = procedure.cautions(&rules)?;
    /// assert!(cautions.len() > 3 && cautions.iter().all(|caution| caution.code == "law-changed"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn cautions(&self, rules: &Rules) -> Result<Vec<Caution>> {
        let draft = &*self.draft;
        let bounds = draft.steps.iter().flat_map(|step| &step.bounds).filter_map(|bound| bound.clause.as_deref());
        let follows = draft.steps.iter().filter_map(|step| step.consequence.as_ref()?.clause.as_deref());
        rules.cautions_of(draft.clause.as_deref().into_iter().chain(bounds).chain(follows))
    }

    /// The position of a step.
    pub(super) fn position(&self, key: &Key) -> Option<usize> {
        position(&self.draft.steps, key)
    }

    /// Checks a draft; paths stand below the place of the draft.
    ///
    /// # Errors
    /// `procedure-without-steps`, `procedure-step-twice`, `unknown-step`, `procedure-circular`, `procedure-clear-days`,
    /// `procedure-too-far`.
    pub fn new(draft: ProcedureDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let steps = &draft.steps;
        if steps.is_empty() {
            faults.push("steps", TimelineError::NoSteps);
        }
        for (i, step) in steps.iter().enumerate() {
            if position(steps, &step.key) != Some(i) {
                faults.push(format!("steps[{i}].key"), TimelineError::StepTwice { key: step.key.to_string() });
            }
            for (at, bound) in step.bounds.iter().enumerate() {
                let path = format!("steps[{i}].bounds[{at}]");
                if position(steps, &bound.anchor).is_none() {
                    faults.push(format!("{path}.anchor"), unknown(steps, &bound.anchor));
                }
                check_bound(bound, &path, &mut faults);
            }
        }
        faults.into_result()?;
        let order = in_order(steps)?;
        Ok(Self { draft: Arc::new(draft), order })
    }
}

impl Document for Procedure {
    const FORMAT: &'static str = "shequ.procedure/1";
    const ROOT: &'static str = "procedure";
    type Draft = ProcedureDraft;

    fn check(draft: ProcedureDraft) -> Result<Self> {
        Self::new(draft)
    }
}

fn position(steps: &[StepDraft], key: &Key) -> Option<usize> {
    steps.iter().position(|step| step.key == *key)
}

/// The fault of a step that is not there.
pub(super) fn unknown(steps: &[StepDraft], key: &Key) -> TimelineError {
    let have = steps.iter().map(|step| format!("`{}`", step.key)).collect::<Vec<_>>().join(", ");
    TimelineError::UnknownStep { key: key.to_string(), have }
}

fn check_bound(bound: &BoundDraft, path: &str, faults: &mut Faults) {
    let fits = matches!(
        (bound.bound, bound.direction),
        (BoundKind::By, TimeDirection::Before) | (BoundKind::NotBefore, TimeDirection::After)
    );
    if bound.unit == TimeUnit::ClearDay && !fits {
        faults.push(format!("{path}.unit"), TimelineError::ClearDays);
    }
    let most = match bound.unit {
        TimeUnit::Day | TimeUnit::ClearDay | TimeUnit::WorkingDay => 36_525,
        TimeUnit::Week => 5_217,
        TimeUnit::Month => 1_200,
        TimeUnit::Year => 100,
    };
    if bound.n > most {
        faults.push(format!("{path}.n"), TimelineError::TooFar { n: bound.n });
    }
}

/// The steps, each after those that it is counted from.
fn in_order(steps: &[StepDraft]) -> Result<Vec<usize>> {
    let mut order = Vec::with_capacity(steps.len());
    let mut left: Vec<usize> = (0..steps.len()).collect();
    while !left.is_empty() {
        let ready = |i: usize| {
            let bounds = steps.get(i).map_or(&[][..], |step| &step.bounds);
            bounds.iter().all(|b| !left.iter().any(|j| steps.get(*j).is_some_and(|s| s.key == b.anchor)))
        };
        let (now, later): (Vec<usize>, Vec<usize>) = left.iter().partition(|i| ready(**i));
        if now.is_empty() {
            let keys = later.iter().filter_map(|i| steps.get(*i)).map(|s| format!("`{}`", s.key));
            return Err(TimelineError::Circular { keys: keys.collect::<Vec<_>>().join(", ") }.into());
        }
        order.extend(now);
        left = later;
    }
    Ok(order)
}
