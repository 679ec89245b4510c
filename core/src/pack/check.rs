//! From a draft to a pack: every fault of one pack is found at once.

use std::collections::BTreeMap;

use super::caution::CarriesOut;
use super::check_content::check_content;
use super::clause::{Clause, Content, Layer, Override};
use super::{MOST_CLAUSES, Pack, PackError, QuestionRule, Tree};
use crate::kernel::{Certainty, Citation, Digest, Document, Faults, Result, Span, Text};
use crate::wire::pack::{BodyDraft, ClauseDraft, InstrumentDraft, OverrideDraft, PackDraft, QuestionDraft, RuleDraft};

impl Document for Pack {
    const FORMAT: &'static str = "shequ.pack/1";
    const ROOT: &'static str = "pack";
    type Draft = PackDraft;

    fn check(draft: PackDraft) -> Result<Self> {
        let canonical = crate::kernel::canonical(&draft)?;
        let digest = Digest::of_bytes(canonical.as_bytes());
        let mut faults = Faults::new();
        if draft.id.trim().is_empty() {
            faults.push("id", PackError::Empty { what: "the name of the pack".into() });
        }
        let instruments = check_instruments(&draft.instruments, &mut faults);
        for (i, _) in draft.clauses.iter().enumerate().filter(|(_, c)| c.certainty == Certainty::Default) {
            // It would decide without a first day, and without a caution.
            if draft.layer != Layer::Default {
                faults.push(format!("clauses[{i}].certainty"), PackError::DefaultOutside);
            }
        }
        let clauses = check_clauses(draft.clauses, &instruments, &mut faults);
        let mut questions: Vec<QuestionRule> = Vec::new();
        for (i, question) in draft.questions.into_iter().enumerate() {
            let path = format!("questions[{i}]");
            for (field, empty) in [("id", question.id.trim().is_empty()), ("label", question.label.is_empty())] {
                if empty {
                    faults.push(
                        format!("{path}.{field}"),
                        PackError::Empty { what: format!("the {field} of the question") },
                    );
                }
            }
            let Some(question) = check_question(question, &path, &mut faults) else { continue };
            if questions.iter().any(|q| q.id == question.id && meet(q.span, question.span)) {
                faults.push(format!("{path}.id"), PackError::QuestionTwice { id: question.id.clone() });
            }
            if draft.extends.is_empty() {
                check_references(&question, &path, &mut faults, |id| versions(&clauses, id));
            }
            questions.push(question);
        }
        let checks = super::checks::read(&draft.id, draft.checks, &instruments, &mut faults);
        if draft.extends.is_empty() {
            super::checks::check_references(&checks, &mut faults, |id| !versions(&clauses, id).is_empty());
        }
        faults.into_result()?;
        Ok(Self {
            id: draft.id,
            label: draft.label,
            layer: draft.layer,
            read_on: draft.read_on,
            extends: draft.extends,
            clauses: clauses.into_iter().map(|(_, c)| c).collect(),
            questions,
            checks,
            canonical: canonical.into(),
            digest,
        })
    }
}

/// Whether two spans may have a day in common.
pub(super) fn meet(one: Span, other: Span) -> bool {
    match (one.possible(), other.possible()) {
        (Some(a), Some(b)) => a.meet(b).is_some(),
        _ => false,
    }
}

fn versions<'c>(clauses: &'c [(usize, Clause)], id: &str) -> Vec<&'c Clause> {
    clauses.iter().map(|(_, c)| c).filter(|c| c.id == id).collect()
}

/// Checks that a question's clauses exist and are thresholds, or unread.
pub(super) fn check_references<'c>(
    question: &QuestionRule,
    path: &str,
    faults: &mut Faults,
    find: impl Fn(&str) -> Vec<&'c Clause>,
) {
    question.tree.walk(&format!("{path}.require"), &mut |path, id| {
        let found = find(id);
        if found.is_empty() {
            faults.push(path, PackError::DanglingClause { id: id.to_owned() });
        }
        for clause in found {
            if !clause.content.decides() {
                let cause = PackError::NotAThreshold { id: id.to_owned(), got: clause.content.kind().into() };
                faults.push(path, cause);
            }
        }
    });
    for (i, id) in question.counting.iter().enumerate() {
        if find(id).is_empty() {
            faults.push(format!("{path}.counting[{i}]"), PackError::DanglingClause { id: id.clone() });
        }
    }
}

/// An instrument of a pack: its days are there unless they are wrong.
pub(super) struct Instrument {
    pub title: Text,
    pub span: Option<Span>,
    carries_out: Option<CarriesOut>,
}

/// The instruments of a pack by their names.
pub(super) type Instruments = BTreeMap<String, Instrument>;

fn check_instruments(drafts: &[InstrumentDraft], faults: &mut Faults) -> Instruments {
    let mut instruments = BTreeMap::new();
    for (i, draft) in drafts.iter().enumerate() {
        let path = format!("instruments[{i}]");
        if draft.title.is_empty() {
            faults.push(format!("{path}.title"), PackError::Empty { what: "the title of the instrument".into() });
        }
        let span = faults.take(&format!("{path}.until"), Span::new(draft.from, draft.until));
        let carries_out = draft.carries_out.as_ref().map(|above| {
            if above.law.is_empty() {
                let cause = PackError::Empty { what: "the law that the instrument carries out".into() };
                faults.push(format!("{path}.carries_out.law"), cause);
            }
            if let Some(from) = draft.from.filter(|from| above.until <= from.earliest()) {
                let (until, from) = (above.until.to_string(), from.to_string());
                faults.push(format!("{path}.carries_out.until"), PackError::LawChangedBefore { until, from });
            }
            CarriesOut { law: above.law.clone(), until: above.until }
        });
        // An instrument whose days are wrong still stands, so that its clauses are not called dangling too.
        let instrument = Instrument { title: draft.title.clone(), span, carries_out };
        if instruments.insert(draft.id.clone(), instrument).is_some() {
            faults.push(format!("{path}.id"), PackError::InstrumentTwice { id: draft.id.clone() });
        }
    }
    instruments
}

/// The clauses with their place in the document, which a faulty one does not shift.
fn check_clauses(drafts: Vec<ClauseDraft>, instruments: &Instruments, faults: &mut Faults) -> Vec<(usize, Clause)> {
    let mut clauses: Vec<(usize, Clause)> = Vec::new();
    for (i, draft) in drafts.into_iter().enumerate() {
        let path = format!("clauses[{i}]");
        let Some(clause) = check_clause(draft, instruments, &path, faults) else { continue };
        let rival = clauses.iter().find(|(_, c)| c.id == clause.id && meet(c.span, clause.span));
        if let Some((_, rival)) = rival {
            faults.push(path, PackError::Conflict { one: rival.describe(), other: clause.describe() });
        }
        clauses.push((i, clause));
    }
    clauses
}

fn check_clause(draft: ClauseDraft, instruments: &Instruments, path: &str, faults: &mut Faults) -> Option<Clause> {
    if draft.id.trim().is_empty() {
        faults.push(format!("{path}.id"), PackError::Empty { what: "the name of the clause".into() });
    }
    if draft.label.is_empty() {
        faults.push(format!("{path}.label"), PackError::Empty { what: "the label of the clause".into() });
    }
    let content = check_content(&draft, path, faults);
    let overrides = check_override(draft.overrides.as_ref(), content.as_ref(), path, faults);
    if let Some(content) =
        content.as_ref().filter(|c| !draft.supplied_by.is_empty() && !matches!(c, Content::Silence(_)))
    {
        let cause = PackError::FieldUnfit { field: "supplied_by".into(), content: content.kind().into() };
        faults.push(format!("{path}.supplied_by"), cause);
    }
    if draft.consequence.is_some()
        && let Some(content) = content.as_ref().filter(|c| !matches!(c, Content::Deadline(_)))
    {
        let cause = PackError::FieldUnfit { field: "consequence".into(), content: content.kind().into() };
        faults.push(format!("{path}.consequence"), cause);
    }
    if draft.consequence.as_ref().is_some_and(Text::is_empty) {
        let cause = PackError::Empty { what: "what follows where the deadline is not kept".into() };
        faults.push(format!("{path}.consequence"), cause);
    }
    if !draft.override_by.is_empty() && matches!(overrides, Override::None) {
        let cause = PackError::FieldUnfit { field: "override_by".into(), content: "no `override`".into() };
        faults.push(format!("{path}.override_by"), cause);
    }
    let Some(instrument) = instruments.get(&draft.instrument) else {
        faults.push(format!("{path}.instrument"), PackError::UnknownInstrument { id: draft.instrument });
        return None;
    };
    let own = instrument.span?;
    let span = Span::new(draft.from.or(own.from()), draft.until.or(own.until()));
    let span = faults.take(&format!("{path}.until"), span)?;
    if !within(span, own) {
        let cause = PackError::OutsideInstrument { clause: draft.id.clone(), instrument: draft.instrument };
        faults.push(path, cause);
    }
    Some(Clause {
        id: draft.id,
        citation: Citation { instrument: instrument.title.clone(), article: draft.article, certainty: draft.certainty },
        span,
        label: draft.label,
        note: draft.note,
        overrides,
        override_by: draft.override_by,
        supplied_by: draft.supplied_by,
        superseded_by: draft.superseded_by,
        carries_out: instrument.carries_out.clone(),
        consequence: draft.consequence,
        content: content?,
    })
}

fn within(inner: Span, outer: Span) -> bool {
    match (inner.possible(), outer.possible()) {
        (Some(inner), Some(outer)) => {
            outer.from() <= inner.from() && outer.until().is_none_or(|end| inner.until().is_some_and(|own| own <= end))
        }
        _ => true,
    }
}

/// The word of a closed list as documents write it.
pub(super) fn name_of(choice: &impl serde::Serialize) -> String {
    let value = crate::kernel::to_value(choice).ok();
    value.as_ref().and_then(crate::kernel::Value::as_text).unwrap_or_default().to_owned()
}

fn check_override(
    draft: Option<&OverrideDraft>,
    content: Option<&Content>,
    path: &str,
    faults: &mut Faults,
) -> Override {
    let Some(draft) = draft else { return Override::None };
    let unfit = |content: &Content| PackError::OverrideUnfit { got: content.kind().into() };
    match draft {
        OverrideDraft::None => Override::None,
        OverrideDraft::Any => Override::Any,
        OverrideDraft::Stricter | OverrideDraft::Looser => {
            if let Some(content) = content
                && !matches!(
                    content,
                    Content::Threshold(_)
                        | Content::Range(_)
                        | Content::Composition(_)
                        | Content::Surplus(_)
                        | Content::Deadline(_)
                )
            {
                faults.push(format!("{path}.override"), unfit(content));
            }
            if matches!(draft, OverrideDraft::Stricter) { Override::Stricter } else { Override::Looser }
        }
        OverrideDraft::Range(bounds) => {
            if bounds.most < bounds.least {
                let (least, most) = (bounds.least.to_string(), bounds.most.to_string());
                faults.push(format!("{path}.override.range"), PackError::RangeReversed { least, most });
            }
            if let Some(content) = content
                && !matches!(
                    content,
                    Content::Threshold(_)
                        | Content::Range(_)
                        | Content::Composition(_)
                        | Content::Deadline(_)
                        | Content::Years(_)
                        | Content::Days(_)
                )
            {
                faults.push(format!("{path}.override"), unfit(content));
            }
            Override::Within(bounds.least.clone(), bounds.most.clone())
        }
    }
}

/// A question by itself, with paths below its rule.
pub(super) fn rule(draft: QuestionDraft) -> Result<QuestionRule> {
    let mut faults = Faults::new();
    let rule = check_question(draft, "", &mut faults);
    let below = |path: &str| path.trim_start_matches(".require").trim_start_matches('.').to_owned();
    faults.into_result().map_err(|e| e.moved(below))?;
    // A question that was not made has a fault, which returned above.
    rule.ok_or_else(|| PackError::Empty { what: "the rule".into() }.into())
}

fn check_question(draft: QuestionDraft, path: &str, faults: &mut Faults) -> Option<QuestionRule> {
    let span = faults.take(&format!("{path}.until"), Span::new(draft.from, draft.until));
    let tree = check_tree(draft.require, &draft.bodies, &format!("{path}.require"), faults);
    let tree = tree?;
    let n = tree.len();
    if n > MOST_CLAUSES {
        faults.push(format!("{path}.require"), PackError::QuestionTooLarge { n, most: MOST_CLAUSES });
    }
    Some(QuestionRule {
        id: draft.id,
        label: draft.label,
        span: span?,
        tree,
        bodies: draft.bodies.into_iter().map(|b| (b.id, b.label)).collect(),
        units: draft.units,
        counting: draft.counting,
        under: draft.under,
    })
}

fn check_tree(draft: RuleDraft, bodies: &[BodyDraft], path: &str, faults: &mut Faults) -> Option<Tree> {
    let mut parts = |drafts: Vec<RuleDraft>, path: String| -> Option<Vec<Tree>> {
        if drafts.is_empty() {
            faults.push(path, PackError::Empty { what: "the list of rules".into() });
            return None;
        }
        let checked: Vec<Option<Tree>> = drafts
            .into_iter()
            .enumerate()
            .map(|(i, d)| check_tree(d, bodies, &format!("{path}[{i}]"), faults))
            .collect();
        checked.into_iter().collect()
    };
    match draft {
        RuleDraft::Clause(id) => Some(Tree::Clause(id)),
        RuleDraft::All { all } => parts(all, format!("{path}.all")).map(Tree::All),
        RuleDraft::Any { any } => parts(any, format!("{path}.any")).map(Tree::Any),
        RuleDraft::Not { not } => {
            check_tree(*not, bodies, &format!("{path}.not"), faults).map(|t| Tree::Not(Box::new(t)))
        }
        RuleDraft::Fallback { fallback } => {
            let first = check_tree(*fallback.first, bodies, &format!("{path}.fallback.first"), faults);
            let second = check_tree(*fallback.second, bodies, &format!("{path}.fallback.second"), faults);
            Some(Tree::Fallback(Box::new(first?), Box::new(second?)))
        }
        RuleDraft::Body { body } => {
            let mut names: Vec<&str> = bodies.iter().map(|one| one.id.as_str()).collect();
            names.sort_unstable();
            if body.is_empty() || !names.iter().copied().eq(body.keys().map(String::as_str)) {
                let list = |names: &mut dyn Iterator<Item = &str>| {
                    let names: Vec<String> = names.map(|name| format!("`{name}`")).collect();
                    if names.is_empty() { "none".to_owned() } else { names.join(", ") }
                };
                let (rule, bodies) = (list(&mut body.keys().map(String::as_str)), list(&mut names.iter().copied()));
                faults.push(format!("{path}.body"), PackError::BodiesDiffer { rule, bodies });
            }
            let checked = body.into_iter().map(|(id, draft)| {
                let label = bodies.iter().find(|one| one.id == id).map(|one| one.label.clone()).unwrap_or_default();
                let tree = check_tree(draft, bodies, &format!("{path}.body.{id}"), faults);
                tree.map(|tree| (id, label, tree))
            });
            let checked: Vec<Option<_>> = checked.collect();
            checked.into_iter().collect::<Option<Vec<_>>>().map(Tree::Body)
        }
        RuleDraft::AtLeast { at_least } => {
            let (k, n) = (at_least.k, at_least.of.len());
            let checked = parts(at_least.of, format!("{path}.at-least.of"))?;
            if k == 0 || k as usize > n {
                faults.push(format!("{path}.at-least.k"), PackError::AtLeastOutOfRange { k, n });
            }
            Some(Tree::AtLeast(k, checked))
        }
    }
}
