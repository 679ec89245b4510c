//! A question made ready: its clauses looked up once for a day, then decided as often as facts come.

use std::sync::Arc;

use super::test::Test;
use super::{Counts, Facts, ParticipationError, Verdict};
use crate::kernel::{Error, Result, Status, Text};
use crate::pack::{Clause, Content, Lookup, Packs, QuestionRule, Reason, Rules, Tree};

/// A question with the rules of a day; cheap to clone.
///
/// ```
/// use shequ::kernel::Status;
/// use shequ::participation::{Counts, Tally};
/// let question = shequ::pack::cn().at("2025-06-01".parse()?).question("residents.assembly.resolution")?;
/// // Half of those present is not more than half of them.
/// let mut counts = Counts { heads: Tally::vote(100, 52, 26, 20, 6), ..Counts::default() };
/// assert_eq!(question.decide(&counts)?.status(), Status::NotMet);
/// counts.heads.yes = Some(27);
/// counts.heads.no = Some(19);
/// assert_eq!(question.decide(&counts)?.status(), Status::Met);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Question {
    pub(super) inner: Arc<Inner>,
}

#[derive(Debug)]
pub(super) struct Inner {
    pub rule: QuestionRule,
    pub rules: Rules,
    pub leaves: Vec<Leaf>,
    pub node: Node,
    /// The clauses that say how units are counted.
    pub counting: Vec<Clause>,
    /// Why units cannot be counted on this day.
    pub counting_gap: Option<Reason>,
}

/// A clause of a question.
#[derive(Debug)]
pub(super) struct Leaf {
    pub id: String,
    pub label: Text,
    /// The version in force, if there is one.
    pub clause: Option<Clause>,
    /// What it tests, or why it decides nothing.
    pub test: Result<Test, Reason>,
}

/// How leaves make the verdict.
#[derive(Debug)]
pub(super) enum Node {
    Leaf(usize),
    All(Vec<Node>),
    Any(Vec<Node>),
    AtLeast(u32, Vec<Node>),
    Not(Box<Node>),
}

impl Node {
    pub fn status(&self, leaf: &impl Fn(usize) -> Status) -> Status {
        match self {
            Self::Leaf(i) => leaf(*i),
            Self::All(parts) => parts.iter().map(|n| n.status(leaf)).min().unwrap_or(Status::Met),
            Self::Any(parts) => parts.iter().map(|n| n.status(leaf)).max().unwrap_or(Status::NotMet),
            Self::AtLeast(k, parts) => {
                let (mut met, mut open) = (0_u32, 0_u32);
                for part in parts {
                    match part.status(leaf) {
                        Status::Met => met += 1,
                        Status::Unknown => open += 1,
                        Status::NotMet => {}
                    }
                }
                if met >= *k {
                    Status::Met
                } else if met + open < *k {
                    Status::NotMet
                } else {
                    Status::Unknown
                }
            }
            Self::Not(part) => match part.status(leaf) {
                Status::Met => Status::NotMet,
                Status::NotMet => Status::Met,
                Status::Unknown => Status::Unknown,
            },
        }
    }

    /// The leaves that leave it open.
    pub fn open_leaves(&self, leaf: &impl Fn(usize) -> Status, out: &mut Vec<usize>) {
        if self.status(leaf) != Status::Unknown {
            return;
        }
        match self {
            Self::Leaf(i) => out.push(*i),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                for part in parts {
                    part.open_leaves(leaf, out);
                }
            }
            Self::Not(part) => part.open_leaves(leaf, out),
        }
    }
}

/// The plain answer to a question: the verdict and each clause, without words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Decision {
    status: Status,
    met: u32,
    failed: u32,
}

impl Decision {
    /// The verdict.
    pub const fn status(self) -> Status {
        self.status
    }

    /// The answer of the clause at a position, in the order of the question.
    pub const fn clause(self, at: usize) -> Status {
        if at >= 32 {
            return Status::Unknown;
        }
        match (self.met >> at & 1, self.failed >> at & 1) {
            (1, _) => Status::Met,
            (_, 1) => Status::NotMet,
            _ => Status::Unknown,
        }
    }
}

impl Question {
    fn new(rules: &Rules, id: &str) -> Result<Self> {
        let rule = rules.question_rule(id)?.clone();
        let mut leaves = Vec::new();
        let node = prepare(&rule.tree, rules, &mut leaves);
        let (mut counting, mut counting_gap) = (Vec::new(), None);
        for id in &rule.counting {
            match rules.decisive(id)? {
                Ok(clause) => counting.push(clause.clone()),
                Err(reason) => counting_gap = Some(reason),
            }
        }
        Ok(Self { inner: Arc::new(Inner { rule, rules: rules.clone(), leaves, node, counting, counting_gap }) })
    }

    /// Its name.
    pub fn id(&self) -> &str {
        &self.inner.rule.id
    }

    /// What is asked.
    pub fn label(&self) -> &Text {
        &self.inner.rule.label
    }

    /// The rules that decide it.
    pub fn rules(&self) -> &Rules {
        &self.inner.rules
    }

    /// The names of its clauses, in order.
    pub fn clauses(&self) -> impl Iterator<Item = &str> {
        self.inner.leaves.iter().map(|leaf| leaf.id.as_str())
    }

    /// Decides by tallies, without words and without allocating.
    ///
    /// # Errors
    /// The faults of [`Counts::check`], below `facts`.
    pub fn decide(&self, counts: &Counts) -> Result<Decision> {
        counts.check().map_err(|e| e.under("facts"))?;
        Ok(self.decide_checked(counts, false))
    }

    /// The same for counts that were checked; `by_units` if they were counted from a list of units.
    pub(super) fn decide_checked(&self, counts: &Counts, by_units: bool) -> Decision {
        let (mut met, mut failed) = (0, 0);
        let gap = by_units && self.inner.counting_gap.is_some();
        for (i, leaf) in self.inner.leaves.iter().enumerate() {
            let status = match &leaf.test {
                Ok(test) if !gap => test.status(counts.tally(test.measure)),
                _ => Status::Unknown,
            };
            match status {
                Status::Met => met |= 1 << i,
                Status::NotMet => failed |= 1 << i,
                Status::Unknown => {}
            }
        }
        let decision = Decision { status: Status::Unknown, met, failed };
        Decision { status: self.inner.node.status(&|i| decision.clause(i)), ..decision }
    }

    /// Decides by facts; the verdict holds what is needed to explain and record it.
    ///
    /// # Errors
    /// `units-not-allowed`, `unknown-body`, `facts-of-another-day`.
    pub fn verdict(&self, facts: &Facts) -> Result<Verdict> {
        let rule = &self.inner.rule;
        if facts.units().is_some() && !rule.units {
            let cause = ParticipationError::UnitsNotAllowed { question: rule.id.clone() };
            return Err(Error::at("facts.units", cause));
        }
        if let Some(body) = facts.body()
            && !rule.bodies.iter().any(|(id, _)| id == body)
        {
            let have = match rule.bodies.as_slice() {
                [] => "none: leave `body` out".to_owned(),
                bodies => bodies.iter().map(|(id, _)| format!("`{id}`")).collect::<Vec<_>>().join(", "),
            };
            let cause = ParticipationError::UnknownBody { body: body.to_owned(), have };
            return Err(Error::at("facts.body", cause));
        }
        if let Some(day) = facts.day()
            && day != self.inner.rules.day()
        {
            let (facts, rules) = (day.to_string(), self.inner.rules.day().to_string());
            return Err(Error::at("facts.day", ParticipationError::OtherDay { facts, rules }));
        }
        let decision = self.decide_checked(facts.counts(), facts.units().is_some());
        Ok(Verdict::new(self.clone(), facts.clone(), decision))
    }
}

fn prepare(tree: &Tree, rules: &Rules, leaves: &mut Vec<Leaf>) -> Node {
    let mut parts = |parts: &[Tree]| parts.iter().map(|part| prepare(part, rules, leaves)).collect::<Vec<_>>();
    match tree {
        Tree::All(list) => Node::All(parts(list)),
        Tree::Any(list) => Node::Any(parts(list)),
        Tree::AtLeast(k, list) => Node::AtLeast(*k, parts(list)),
        Tree::Not(part) => Node::Not(Box::new(prepare(part, rules, leaves))),
        Tree::Clause(id) => {
            let clause = match rules.find(id) {
                Lookup::InForce(_, clause) | Lookup::Uncertain(_, clause) => Some(clause),
                Lookup::NotInForce | Lookup::NoSuchClause => None,
            };
            // A question was checked to name only clauses that exist; one without a version is a silence of the law.
            let test = match rules.decisive(id) {
                Ok(Ok(clause)) => match clause.content() {
                    Content::Threshold(threshold) => Ok(Test::from(threshold)),
                    _ => Err(Reason::Unread),
                },
                Ok(Err(reason)) => Err(reason),
                Err(_) => Err(Reason::NotInForce),
            };
            let label = clause.or_else(|| rules.packs().versions(id).map(|(_, c)| c).next()).map(Clause::label);
            let label = label.cloned().unwrap_or_else(|| Text::same(id.clone()));
            leaves.push(Leaf { id: id.clone(), label, clause: clause.cloned(), test });
            Node::Leaf(leaves.len() - 1)
        }
    }
}

impl Rules {
    /// A question made ready to be decided many times.
    ///
    /// # Errors
    /// `unknown-question`.
    pub fn question(&self, id: &str) -> Result<Question> {
        Question::new(self, id)
    }

    /// The verdict on a question.
    ///
    /// # Errors
    /// `unknown-question`, and those of [`Question::verdict`].
    pub fn decide(&self, question: &str, facts: &Facts) -> Result<Verdict> {
        self.question(question)?.verdict(facts)
    }
}

impl Packs {
    /// The verdict on a question by the rules of the day that the facts name.
    ///
    /// # Errors
    /// `facts-without-day`, `unknown-question`, and those of [`Question::verdict`].
    pub fn decide(&self, question: &str, facts: &Facts) -> Result<Verdict> {
        let day = facts.day().ok_or_else(|| Error::at("facts.day", ParticipationError::NoDay))?;
        self.at(day).decide(question, facts)
    }
}

/// The verdict on a question by the rules of a day.
///
/// # Errors
/// `unknown-question`, and those of [`Question::verdict`].
pub fn decide(rules: &Rules, question: &str, facts: &Facts) -> Result<Verdict> {
    rules.decide(question, facts)
}
