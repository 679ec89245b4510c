//! A procedure as the clauses of packs have it on a day.

use serde::Serialize;

use super::{Procedure, TimelineError};
use crate::kernel::{Key, Lang, Result, Text};
use crate::pack::{Content, Deadline, Milestone, Reason, Rules, TimeUnit, When};
use crate::wire::participation_timeline::{
    BoundDraft, BoundKind, ConsequenceDraft, ProcedureDraft, RestDays, StepDraft, StepKind, TimeDirection,
};

/// A clause that bounds nothing on the day, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ClauseGap {
    /// The clause.
    pub clause: String,
    /// Why it decides nothing.
    pub reason: Reason,
}

impl Procedure {
    /// The procedure of a clause: its steps, with the deadlines of the clauses that bound them, and the clauses that bound
    /// nothing on the day.
    ///
    /// A deadline that a clause lets roll, rolls; the others stand or roll as `rest_days` says, since few laws speak of it.
    /// Deadlines of steps of other procedures are left out. What a step is counted from becomes a step itself. What follows if a step
    /// is not done in time is what its first clause that says so says.
    ///
    /// ```
    /// use shequ::participation::timeline::{Procedure, RestDays};
    /// let rules = shequ::pack::cn().at("2025-06-15".parse()?);
    /// let (procedure, gaps) = Procedure::of_clause(&rules, "cn.vc.election", RestDays::Stand)?;
    /// let steps: Vec<&str> = procedure.draft().steps.iter().map(|s| s.key.as_str()).collect();
    /// assert!(steps.contains(&"roll") && steps.contains(&"hand-over") && gaps.is_empty());
    /// // The law as revised is not read: there is no procedure to follow.
    /// let later = shequ::pack::cn().at("2026-01-01".parse()?);
    /// let error = Procedure::of_clause(&later, "cn.vc.election", RestDays::Stand).unwrap_err();
    /// assert_eq!(error.first().code(), "procedure-not-known");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-clause`; `procedure-not-known` where the clause is no procedure, or decides nothing on the day.
    pub fn of_clause(rules: &Rules, clause: &str, rest_days: RestDays) -> Result<(Self, Vec<ClauseGap>)> {
        let not_known = |why: Text| TimelineError::NotKnown {
            clause: clause.to_owned(),
            day: rules.day().to_string(),
            why: why.get(Lang::En).to_owned(),
        };
        let found = rules.decisive(clause)?.map_err(|reason| not_known(reason.label()))?;
        let Content::Procedure(list) = found.content() else {
            return Err(not_known(Text::new("该条文不是程序", "the clause is no procedure")).into());
        };
        let (mut steps, mut gaps): (Vec<StepDraft>, Vec<ClauseGap>) = (Vec::new(), Vec::new());
        let mut anchors: Vec<Milestone> = Vec::new();
        for step in list {
            let (mut bounds, mut follows) = (Vec::new(), None);
            for id in &step.clauses {
                match rules.decisive(id)? {
                    Err(reason) => gaps.push(ClauseGap { clause: id.clone(), reason }),
                    Ok(clause) => {
                        if let Content::Deadline(deadline) = clause.content()
                            && deadline.event == step.event
                        {
                            anchors.push(deadline.anchor);
                            bounds.extend(bounds_of(deadline, id)?);
                            follows = follows.or(clause.consequence().map(|text| consequence(text, id)));
                        }
                    }
                }
            }
            steps.push(StepDraft { consequence: follows, ..step_of(step.event, bounds, step.optional)? });
        }
        add_anchors(&mut steps, &anchors)?;
        let (id, label) = (clause.to_owned(), found.label().clone());
        let draft = ProcedureDraft { id, label, rest_days, clause: None, steps };
        Ok((Self::new(draft)?, gaps))
    }

    /// The procedure of the deadlines among some clauses, each event a step, and the clauses that bound nothing on the day.
    ///
    /// # Errors
    /// `unknown-clause`; `procedure-without-steps` where none of them is a deadline.
    pub(in crate::participation) fn of_deadlines(
        rules: &Rules,
        id: &str,
        label: Text,
        clauses: &[String],
    ) -> Result<(Self, Vec<ClauseGap>)> {
        let (mut steps, mut gaps): (Vec<StepDraft>, Vec<ClauseGap>) = (Vec::new(), Vec::new());
        let mut anchors: Vec<Milestone> = Vec::new();
        for id in clauses {
            let clause = match rules.decisive(id)? {
                Err(reason) => {
                    gaps.push(ClauseGap { clause: id.clone(), reason });
                    continue;
                }
                Ok(clause) => clause,
            };
            let Content::Deadline(deadline) = clause.content() else { continue };
            let (key, bounds) = (key_of(deadline.event)?, bounds_of(deadline, id)?);
            let follows = clause.consequence().map(|text| consequence(text, id));
            match steps.iter_mut().find(|step| step.key == key) {
                Some(step) => {
                    step.bounds.extend(bounds);
                    step.consequence = step.consequence.take().or(follows);
                }
                None => steps.push(StepDraft { consequence: follows, ..step_of(deadline.event, bounds, false)? }),
            }
            anchors.push(deadline.anchor);
        }
        add_anchors(&mut steps, &anchors)?;
        let draft = ProcedureDraft { id: id.to_owned(), label, rest_days: RestDays::Stand, clause: None, steps };
        Ok((Self::new(draft)?, gaps))
    }
}

/// What a step is counted from is a step, too: it stands before the first that is counted from it onwards, else at the end.
fn add_anchors(steps: &mut Vec<StepDraft>, anchors: &[Milestone]) -> Result<()> {
    for anchor in anchors {
        let key = key_of(*anchor)?;
        if !steps.iter().any(|step| step.key == key) {
            let after = |bound: &BoundDraft| bound.anchor == key && bound.direction == TimeDirection::After;
            let place = steps.iter().position(|step| step.bounds.iter().any(after)).unwrap_or(steps.len());
            steps.insert(place, step_of(*anchor, Vec::new(), false)?);
        }
    }
    Ok(())
}

/// What a clause says of its deadline where that is not kept.
fn consequence(text: &Text, clause: &str) -> ConsequenceDraft {
    ConsequenceDraft { text: text.clone(), clause: Some(clause.to_owned()) }
}

/// The key of a milestone: its word.
pub(in crate::participation) fn key_of(event: Milestone) -> Result<Key> {
    crate::kernel::to_value(&event)?.as_text().unwrap_or_default().parse()
}

fn step_of(event: Milestone, bounds: Vec<BoundDraft>, optional: bool) -> Result<StepDraft> {
    Ok(StepDraft {
        key: key_of(event)?,
        kind: kind_of(event),
        label: event.label(),
        bounds,
        window: event == Milestone::Objection,
        optional: optional && event != Milestone::Objection,
        consequence: None,
    })
}

fn bounds_of(deadline: &Deadline, clause: &str) -> Result<Vec<BoundDraft>> {
    let anchor = key_of(deadline.anchor)?;
    let bound = |bound, direction, n, unit| BoundDraft {
        bound,
        anchor: anchor.clone(),
        direction,
        n,
        unit,
        rest_days: deadline.roll.then_some(RestDays::Roll),
        clause: Some(clause.to_owned()),
    };
    let (n, unit) = (deadline.n, deadline.unit);
    Ok(match deadline.when {
        When::AtLeastBefore => vec![bound(BoundKind::By, TimeDirection::Before, n, unit)],
        When::AtMostBefore => vec![
            bound(BoundKind::NotBefore, TimeDirection::Before, n, unit),
            bound(BoundKind::By, TimeDirection::Before, 0, TimeUnit::Day),
        ],
        When::AtLeastAfter => vec![bound(BoundKind::NotBefore, TimeDirection::After, n, unit)],
        When::AtMostAfter => vec![bound(BoundKind::By, TimeDirection::After, n, unit)],
    })
}

fn kind_of(event: Milestone) -> StepKind {
    match event {
        Milestone::Application | Milestone::Review => StepKind::Propose,
        Milestone::Petition => StepKind::Petition,
        Milestone::PreparatoryGroup | Milestone::Convening => StepKind::Convene,
        Milestone::Drafts | Milestone::Notice | Milestone::Agenda | Milestone::ElectionNotice => StepKind::Notice,
        Milestone::Roll | Milestone::ProxyRegistration => StepKind::Roll,
        Milestone::Objection | Milestone::Ruling => StepKind::Objection,
        Milestone::NominationNotice | Milestone::NominationDeadline => StepKind::Nomination,
        Milestone::FirstList | Milestone::FinalList | Milestone::ProxyList => StepKind::List,
        Milestone::Election | Milestone::Publication => StepKind::Declare,
        Milestone::Filing => StepKind::File,
        Milestone::HandOver => StepKind::HandOver,
        Milestone::RecallPetition | Milestone::RecallPoll => StepKind::Recall,
        Milestone::Rerun | Milestone::ByElection => StepKind::ByElection,
        // Meetings, polls and decisions.
        _ => StepKind::Poll,
    }
}
