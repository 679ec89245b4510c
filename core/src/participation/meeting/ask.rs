//! What is asked of a meeting: a rule made into a question, the facts that answer it, and where a missing fact is written.

use std::collections::BTreeMap;

use super::Meeting;
use crate::kernel::{Day, Error, Result, Text};
use crate::pack::{Figure, Measure, Milestone, PackError, PredicateKind, QuestionRule, Rules};
use crate::participation::check::Check;
use crate::participation::facts::{area_tally_draft, tally_draft};
use crate::participation::question::{Chair, Question};
use crate::participation::{Counts, Facts, Tally, Verdict};
use crate::wire::pack::RuleDraft;
use crate::wire::participation::FactsDraft;

/// Where in the document a question is asked.
#[derive(Debug, Clone, Copy)]
pub(super) enum Place {
    /// Of the meeting, by a rule of this name.
    Meeting(&'static str),
    /// Of an item of the agenda.
    Item(usize),
    /// Of a vote on an item.
    Vote(usize, usize),
}

impl Place {
    fn item(self) -> Option<usize> {
        match self {
            Self::Meeting(_) => None,
            Self::Item(i) | Self::Vote(i, _) => Some(i),
        }
    }

    /// The path of the rule.
    fn rule(self) -> String {
        match self {
            Self::Meeting(word) => format!("rules.{word}"),
            Self::Item(_) => "rules.agenda".to_owned(),
            Self::Vote(i, _) => format!("agenda[{i}].decided_by"),
        }
    }
}

/// The question that a rule names, or makes of clauses.
///
/// # Errors
/// `unknown-question` for a question that is not asked on the day, `unknown-clause`.
pub(super) fn question(rules: &Rules, rule: &RuleDraft, label: Text, place: Place) -> Result<Question> {
    let path = place.rule();
    if let RuleDraft::Clause(name) = rule
        && rules.packs().question_ids().any(|id| id == name)
    {
        return rules.question(name).map_err(|e| e.under(&path));
    }
    let made = QuestionRule::of(&path, label, rule.clone()).map_err(|e| e.under(&path))?;
    let mut unknown = None;
    made.tree.visit(&mut |id| {
        if rules.packs().versions(id).next().is_none() {
            unknown.get_or_insert_with(|| id.to_owned());
        }
    });
    match unknown {
        Some(id) => Err(Error::at(path, PackError::UnknownClause { id })),
        None => Question::of_rule(rules, made),
    }
}

impl Meeting {
    /// On which day what happened; the meeting, its decisions and its call are of its own day.
    pub(super) fn days(&self) -> BTreeMap<Milestone, Day> {
        let draft = self.public();
        let mut days = draft.days.clone();
        let call = if draft.second_call == Some(true) { Milestone::SecondCall } else { Milestone::FirstCall };
        for milestone in [Milestone::Meeting, Milestone::Decision, call] {
            days.entry(milestone).or_insert(draft.day);
        }
        if let Some(last) = self.proxies.as_ref().and_then(|p| p.last_registered) {
            days.entry(Milestone::ProxyRegistration).or_insert(last);
        }
        days
    }

    /// The verdict on a question by the facts of the meeting and by tallies.
    ///
    /// # Errors
    /// `facts-of-another-day`, `unknown-body`, `sensitive-answer-kept`, `units-not-allowed`.
    pub(super) fn verdict(&self, question: &Question, counts: &Counts, place: Place) -> Result<Verdict> {
        let draft = self.public();
        let poll = match place {
            Place::Vote(i, j) => draft.agenda.get(i).and_then(|item| item.polls.get(j)),
            _ => None,
        };
        let item = place.item().and_then(|i| draft.agenda.get(i));
        let days = self.days();
        let mut numbers = draft.numbers.clone();
        numbers.extend(self.proxies.as_ref().and_then(|p| p.most_held).map(|n| (Figure::Proxies, n)));
        let mut answers = draft.answers.clone();
        answers.extend(item.iter().flat_map(|item| &item.answers).map(|(id, so)| (id.clone(), *so)));
        for leaf in &question.inner.leaves {
            let Ok(Check::Predicate { kind, .. }) = &leaf.check else { continue };
            let so = match kind {
                PredicateKind::OnAgenda => item.and_then(|item| item.on_agenda),
                PredicateKind::ByProxy => Some(self.attendance.any_proxy),
                PredicateKind::NearRelative => self.proxies.as_ref().and_then(|p| p.near_relatives),
                PredicateKind::SecretBallot => poll.and_then(|poll| poll.secret),
                _ => None,
            };
            if let Some(so) = so {
                answers.entry(leaf.id.clone()).or_insert(so);
            }
        }
        let some = |t: &Tally| (!t.is_empty()).then(|| tally_draft(t));
        let by_units = poll.is_some_and(|poll| poll.committed.is_some());
        let facts = FactsDraft {
            day: Some(draft.day),
            body: draft.body.clone().filter(|_| !question.inner.rule.bodies.is_empty()),
            heads: some(&counts.heads),
            area: (!counts.area.is_empty()).then(|| area_tally_draft(&counts.area)),
            residents: some(&counts.residents),
            households: some(&counts.households),
            groups: some(&counts.groups),
            representatives: some(&counts.representatives),
            shares: some(&counts.shares),
            numbers,
            days,
            answers,
            second_call: draft.second_call,
            casting: counts.casting,
            ..FactsDraft::default()
        };
        let facts = <Facts as crate::kernel::Document>::check(facts)?;
        let moved = |path: &str| match (path, place) {
            ("facts.units", Place::Vote(i, j)) => format!("agenda[{i}].polls[{j}].units"),
            _ => path.trim_start_matches("facts.").to_owned(),
        };
        // Whether there is a casting vote is asked of the meeting's own rules.
        question.answer(&facts, &[], by_units, Chair::Given).map_err(|e| e.moved(moved))
    }

    /// What a verdict still needs, by the paths of this document.
    pub(super) fn missing(&self, verdict: &Verdict, place: Place) -> Vec<String> {
        let leaves = &verdict.question().inner.leaves;
        let mut out: Vec<String> = Vec::new();
        for path in verdict.missing() {
            let path = match path.strip_prefix("answers.") {
                Some(id) => {
                    let kind = leaves.iter().find(|leaf| leaf.id == id).and_then(|leaf| match &leaf.check {
                        Ok(Check::Predicate { kind, .. }) => Some(*kind),
                        _ => None,
                    });
                    match (kind, place) {
                        (Some(PredicateKind::OnAgenda), Place::Item(i) | Place::Vote(i, _)) => {
                            format!("agenda[{i}].on_agenda")
                        }
                        (Some(PredicateKind::NearRelative), _) => "proxies.near_relative".to_owned(),
                        (Some(PredicateKind::SecretBallot), Place::Vote(i, j)) => {
                            format!("agenda[{i}].polls[{j}].secret")
                        }
                        (_, Place::Item(i) | Place::Vote(i, _)) => format!("agenda[{i}].answers.{id}"),
                        (_, Place::Meeting(_)) => path,
                    }
                }
                None => self.fact_path(&path, place),
            };
            if !out.contains(&path) {
                out.push(path);
            }
        }
        out
    }

    fn fact_path(&self, path: &str, place: Place) -> String {
        if path == "numbers.proxies" {
            return "proxies.holder".to_owned();
        }
        if path == "days.proxy-registration" {
            return "proxies.registered".to_owned();
        }
        let Some((measure, field)) =
            path.split_once('.').filter(|(word, _)| Measure::ALL.iter().any(|m| m.key() == *word))
        else {
            return path.to_owned();
        };
        let committed = |(i, j): (usize, usize)| {
            let poll = self.public().agenda.get(i).and_then(|item| item.polls.get(j));
            poll.is_some_and(|poll| poll.committed.is_some()) && matches!(measure, "heads" | "area")
        };
        match (field, place) {
            (_, Place::Vote(i, j)) if committed((i, j)) => format!("agenda[{i}].polls[{j}].units"),
            ("proposing", _) => format!("petition.{measure}.proposing"),
            ("entitled", Place::Meeting("petition")) => format!("petition.{measure}.entitled"),
            ("entitled", _) => format!("attendance.{measure}.entitled"),
            ("present", _) => format!("attendance.{measure}.in_person"),
            (_, Place::Vote(i, j)) => format!("agenda[{i}].polls[{j}].counted.{path}"),
            _ => path.to_owned(),
        }
    }
}
