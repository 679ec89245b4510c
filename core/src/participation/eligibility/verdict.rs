//! Whether one person may take part: the answer, its clauses with their articles, and what is still to be asked.

use std::fmt;

use serde::{Serialize, Serializer};

use super::person::{Outcome, predicate};
use crate::kernel::{Explanation, How, Lang, Quantity, Status, Text};
use crate::pack::warned;
use crate::participation::Question;
use crate::participation::question::{Leaf, Node};
use crate::participation::verdict::clause_cautions;
use crate::wire::participation::Caution;
use crate::wire::participation_eligibility::{Ask, EligibilityClause, EligibilityView};

/// Whether one person may take part. It holds no day of birth, no key and no sensitive fact.
#[derive(Clone)]
pub struct EligibilityVerdict {
    question: Question,
    status: Status,
    /// By clause: its answer where it may be said, and what was found.
    shown: Vec<(Option<Status>, Option<Text>)>,
    missing: Vec<Ask>,
    /// Whether it is not said which clause fails.
    withheld: bool,
}

/// Shows the question and the answer and nothing else.
impl fmt::Debug for EligibilityVerdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EligibilityVerdict {{ {}: {:?}, .. }}", self.question.id(), self.status)
    }
}

fn is_sensitive(leaf: &Leaf) -> bool {
    predicate(leaf).is_some_and(|asked| asked.is.is_sensitive())
}

impl EligibilityVerdict {
    pub(super) fn new(question: Question, outcome: Outcome, answering: bool) -> Self {
        let leaves = &question.inner.leaves;
        let withheld = answering && outcome.status == Status::NotMet && leaves.iter().any(is_sensitive);
        let shown = leaves.iter().zip(outcome.answers).map(|(leaf, answer)| {
            if withheld || is_sensitive(leaf) { (None, None) } else { (Some(answer.status), answer.found) }
        });
        let shown = shown.collect();
        Self { status: outcome.status, shown, missing: outcome.missing, withheld, question }
    }

    /// Met, not met or unknown.
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The least facts that are still needed; empty if it is settled or no fact can settle it.
    pub fn missing(&self) -> &[Ask] {
        &self.missing
    }

    /// What a reader must know beside the answer.
    pub fn cautions(&self) -> Vec<Caution> {
        let day = self.question.rules().day();
        self.question.inner.leaves.iter().flat_map(|leaf| clause_cautions(leaf, day)).collect()
    }

    /// The verdict as plain data.
    pub fn view(&self) -> EligibilityView {
        let clauses =
            self.question.inner.leaves.iter().zip(&self.shown).map(|(leaf, (status, found))| EligibilityClause {
                clause: leaf.id.clone(),
                label: leaf.label.clone(),
                status: *status,
                sensitive: is_sensitive(leaf),
                reason: leaf.check.as_ref().err().copied(),
                found: found.clone(),
                citation: leaf.clause.as_ref().map(|c| c.citation().clone()),
            });
        EligibilityView {
            question: self.question.id().to_owned(),
            label: self.question.label().clone(),
            day: self.question.rules().day(),
            status: self.status,
            clauses: clauses.collect(),
            missing: self.missing.clone(),
            cautions: self.cautions(),
        }
    }

    /// Why: each clause with its article and what was found.
    ///
    /// A sensitive clause shows no answer. Where sensitive clauses were answered and the person may not take part, no clause does.
    pub fn explain(&self) -> Explanation {
        let inner = &self.question.inner;
        let mut root = Explanation::new(self.question.label().clone(), Quantity::Status(self.status))
            .by(self.question.id(), None)
            .with(Text::new("日期", "day"), Quantity::Day(self.question.rules().day()));
        if !self.missing.is_empty() {
            let paths = self.missing.iter().map(|ask| ask.path.as_str()).collect::<Vec<_>>().join(", ");
            root = root.with(Text::new("尚缺", "still needed"), Quantity::Words(Text::same(paths)));
        }
        if self.withheld {
            let note = Text::new(
                "含有在调用中回答、不予留存的条款，故不说明何者不成立",
                "a clause was answered in the call and is kept nowhere, so it is not said which one fails",
            );
            let leaves = (0..inner.leaves.len()).filter_map(|i| self.leaf(i));
            return root.noted(note).of(How::List, leaves.collect());
        }
        let child = self.node(&inner.node);
        root.of(How::All, child.into_iter().collect())
    }

    fn leaf(&self, i: usize) -> Option<Explanation> {
        let (leaf, (status, found)) = (self.question.inner.leaves.get(i)?, self.shown.get(i)?);
        let outcome = match status {
            Some(status) => Quantity::Status(*status),
            None if is_sensitive(leaf) => {
                Quantity::Words(Text::new("在调用中回答，不予留存", "answered in the call, kept nowhere"))
            }
            None => Quantity::Words(Text::new("不予说明", "not said")),
        };
        let citation = leaf.clause.as_ref().map(|c| c.citation().clone());
        let mut node = Explanation::new(leaf.label.clone(), outcome).by(leaf.id.clone(), citation);
        if let Err(reason) = &leaf.check {
            node = node.noted(reason.label());
        } else if let Some(found) = found {
            node = node.noted(found.clone());
        }
        Some(warned(node, &clause_cautions(leaf, self.question.rules().day())))
    }

    /// Whether nothing below a node is sensitive, so that its answer may be said.
    fn plain(&self, node: &Node) -> bool {
        match node {
            Node::Leaf(i) => self.question.inner.leaves.get(*i).is_some_and(|leaf| !is_sensitive(leaf)),
            Node::All(parts) | Node::Any(parts) | Node::AtLeast(_, parts) => parts.iter().all(|n| self.plain(n)),
            Node::Not(part) => self.plain(part),
            Node::Fallback(_, first, second) => self.plain(first) && self.plain(second),
        }
    }

    fn node(&self, node: &Node) -> Option<Explanation> {
        let (label, how, parts): (Text, How, Vec<&Node>) = match node {
            Node::Leaf(i) => return self.leaf(*i),
            Node::All(parts) => (Text::new("全部", "all of"), How::All, parts.iter().collect()),
            Node::Any(parts) => (Text::new("其中之一", "one of"), How::Any, parts.iter().collect()),
            Node::AtLeast(k, parts) => {
                let label = Text::new(format!("至少{k}项"), format!("at least {k} of"));
                (label, How::Rule, parts.iter().collect())
            }
            Node::Not(part) => (Text::new("不成立", "not"), How::Rule, vec![part.as_ref()]),
            // No clause about one person asks whether a meeting was called a second time.
            Node::Fallback(..) => return None,
        };
        let leaf = |i: usize| self.shown.get(i).and_then(|(status, _)| *status).unwrap_or(Status::Unknown);
        let outcome = if self.plain(node) {
            Quantity::Status(node.status(&leaf))
        } else {
            Quantity::Words(Text::new("含不予留存的回答", "with an answer that is kept nowhere"))
        };
        let parts = parts.into_iter().filter_map(|part| self.node(part)).collect();
        Some(Explanation::new(label, outcome).of(how, parts))
    }

    /// One line in a language: the question, the answer and what is still needed.
    pub fn line(&self, lang: Lang) -> String {
        let mut out = format!("{}: {}", self.question.label().get(lang), self.status.label().get(lang));
        for ask in &self.missing {
            out.push_str("; ");
            out.push_str(ask.label.get(lang));
        }
        out
    }
}

/// Serialises as its [`view`](EligibilityVerdict::view).
impl Serialize for EligibilityVerdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}
