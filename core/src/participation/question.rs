//! A question made ready: its clauses looked up once for a day, then decided as often as facts come.

use std::sync::Arc;

use super::check::{Check, Known};
use super::test::Test;
use super::verdict::Told;
use super::{Counts, Facts, ParticipationError, Verdict};
use crate::kernel::{Error, Faults, Lang, Result, Status, Text};
use crate::pack::{Clause, Content, CountingRule, Lookup, Packs, QuestionRule, Reason, Rules, Tree};

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
    /// The clause that gives the chair a casting vote, if one may.
    pub casting: Option<Casting>,
}

impl Inner {
    /// The clause that gives the chair a casting vote.
    pub fn casting_clause(&self) -> Option<&Clause> {
        if let Some(Casting::Given(clause)) = &self.casting { Some(clause) } else { None }
    }
}

/// A clause on the casting vote of the chair.
#[derive(Debug)]
pub(super) enum Casting {
    /// It gives one.
    Given(Box<Clause>),
    /// In some version it gives one; why it decides nothing on the day.
    Unknown(String, Reason),
}

/// Who says whether the chair has a casting vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Chair {
    /// The question.
    Asked,
    /// Somebody who has found that there is one.
    Given,
}

/// A clause of a question.
#[derive(Debug)]
pub(super) struct Leaf {
    pub id: String,
    pub label: Text,
    /// The version in force, if there is one.
    pub clause: Option<Clause>,
    /// What it tests, or why it decides nothing.
    pub check: Result<Check, Reason>,
}

impl Leaf {
    /// The test of votes, if it is one that decides.
    pub fn votes(&self) -> Option<&Test> {
        self.check.as_ref().ok().and_then(Check::votes)
    }
}

/// How leaves make the verdict.
#[derive(Debug)]
pub(super) enum Node {
    Leaf(usize),
    All(Vec<Node>),
    Any(Vec<Node>),
    AtLeast(u32, Vec<Node>),
    Not(Box<Node>),
    /// The leaf of the second call, or of a body; what decides on the first, or for another body; what on the second, or for it.
    Fallback(usize, Box<Node>, Box<Node>),
}

impl Node {
    pub fn status(&self, leaf: &impl Fn(usize) -> Status) -> Status {
        match self {
            Self::Leaf(i) => leaf(*i),
            Self::All(parts) => parts.iter().fold(Status::Met, |worst, n| worst.min(n.status(leaf))),
            Self::Any(parts) => parts.iter().fold(Status::NotMet, |best, n| best.max(n.status(leaf))),
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
            Self::Fallback(call, first, second) => match leaf(*call) {
                Status::Met => second.status(leaf),
                Status::NotMet => first.status(leaf),
                // Where both say the same, the call does not matter.
                Status::Unknown => {
                    let (first, second) = (first.status(leaf), second.status(leaf));
                    if first == second { first } else { Status::Unknown }
                }
            },
        }
    }

    /// The leaves that leave it open; `asks` says of a leaf whether a fact can settle it.
    pub fn open_leaves(&self, leaf: &impl Fn(usize) -> Status, asks: &impl Fn(usize) -> bool, out: &mut Vec<usize>) {
        if self.status(leaf) != Status::Unknown {
            return;
        }
        match self {
            Self::Leaf(i) => out.push(*i),
            Self::All(parts) | Self::Any(parts) | Self::AtLeast(_, parts) => {
                for part in parts {
                    part.open_leaves(leaf, asks, out);
                }
            }
            Self::Not(part) => part.open_leaves(leaf, asks, out),
            Self::Fallback(call, first, second) => match leaf(*call) {
                Status::Met => second.open_leaves(leaf, asks, out),
                Status::NotMet => first.open_leaves(leaf, asks, out),
                Status::Unknown => {
                    let sides = [first, second].map(|side| {
                        let mut open = Vec::new();
                        side.open_leaves(leaf, asks, &mut open);
                        let settled = side.status(leaf) != Status::Unknown || open.iter().any(|i| asks(*i));
                        (open, settled)
                    });
                    // Where nothing can settle either side, it does not matter which of them is asked.
                    if sides.iter().any(|(_, settled)| *settled) {
                        out.push(*call);
                    }
                    out.extend(sides.into_iter().flat_map(|(open, _)| open));
                }
            },
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

    /// Another decision whose verdict stands only if it is that of this one, too.
    const fn or_open(self, other: Self) -> Self {
        let same = self.status as u8 == other.status as u8;
        Self { status: if same { other.status } else { Status::Unknown }, ..other }
    }

    /// The same verdict, without saying how one clause was answered.
    pub(super) const fn hiding(self, at: usize) -> Self {
        let rest = if at < 32 { !(1 << at) } else { u32::MAX };
        Self { status: self.status, met: self.met & rest, failed: self.failed & rest }
    }
}

impl Question {
    fn new(rules: &Rules, id: &str) -> Result<Self> {
        Self::of_rule(rules, rules.question_rule(id)?.clone())
    }

    /// A question whose clauses exist.
    pub(super) fn of_rule(rules: &Rules, rule: QuestionRule) -> Result<Self> {
        let mut leaves = Vec::new();
        let node = prepare(&rule.tree, &|id| leaf_of(rules, id), &mut leaves);
        let (mut counting, mut counting_gap, mut casting) = (Vec::new(), None, None);
        for id in &rule.counting {
            match rules.decisive(id)? {
                Ok(clause) => {
                    if casts(clause) {
                        casting = Some(Casting::Given(Box::new(clause.clone())));
                    }
                    counting.push(clause.clone());
                }
                Err(reason) => {
                    counting_gap = Some(reason);
                    if rules.packs().versions(id).any(|(_, clause)| casts(clause)) {
                        casting.get_or_insert_with(|| Casting::Unknown(id.clone(), reason));
                    }
                }
            }
        }
        let rules = rules.clone();
        Ok(Self { inner: Arc::new(Inner { rule, rules, leaves, node, counting, counting_gap, casting }) })
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
    /// The faults of [`Counts::check`] and `question-without-casting-vote`, below `facts`.
    pub fn decide(&self, counts: &Counts) -> Result<Decision> {
        counts.check().map_err(|e| e.under("facts"))?;
        let decision = self.decide_checked(&Known::of(counts), false);
        if counts.casting.is_none() || self.gives_casting()? == Status::Met {
            return Ok(decision);
        }
        let plain = Counts { casting: None, ..*counts };
        Ok(decision.or_open(self.decide_checked(&Known::of(&plain), false)))
    }

    /// Whether a clause of the question gives the chair a casting vote on the day; unknown where that clause decides nothing.
    fn gives_casting(&self) -> Result<Status> {
        match self.inner.casting {
            Some(Casting::Given(_)) => Ok(Status::Met),
            Some(Casting::Unknown(..)) => Ok(Status::Unknown),
            None => {
                let cause = ParticipationError::NoCasting { question: self.id().to_owned() };
                Err(Error::at("facts.casting", cause))
            }
        }
    }

    /// The same for counts that were checked; `by_units` if they were counted from a list of units.
    pub(super) fn decide_checked(&self, known: &Known<'_>, by_units: bool) -> Decision {
        let (mut met, mut failed) = (0, 0);
        let gap = by_units && self.inner.counting_gap.is_some();
        for (i, leaf) in self.inner.leaves.iter().enumerate() {
            let status = match &leaf.check {
                Ok(check) if !gap => check.status(&leaf.id, known),
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
    /// `units-not-allowed`, `unknown-body`, `facts-of-another-day`, `sensitive-answer-kept`, `question-without-casting-vote`.
    pub fn verdict(&self, facts: &Facts) -> Result<Verdict> {
        self.verdict_answering(facts, &[])
    }

    /// The same with answers that are kept nowhere, by the names of clauses: what is asked of a person that is sensitive.
    ///
    /// The verdict holds the answer to the question and nothing of how a sensitive clause was answered; where it is not met, it
    /// tells of no clause at all, since the others would give it away. Such a verdict cannot be recorded.
    ///
    /// # Errors
    /// Those of [`verdict`](Self::verdict), and `private-answer-not-asked` for what is no sensitive clause of the question.
    pub fn verdict_answering(&self, facts: &Facts, answers: &[(&str, bool)]) -> Result<Verdict> {
        self.answer(facts, answers, facts.units().is_some(), Chair::Asked)
    }

    /// The same; `by_units` if the facts are a list of units, or tallies that were counted from one.
    pub(super) fn answer(
        &self,
        facts: &Facts,
        answers: &[(&str, bool)],
        by_units: bool,
        chair: Chair,
    ) -> Result<Verdict> {
        let rule = &self.inner.rule;
        self.check_answers(facts, answers)?;
        if by_units && !rule.units {
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
        let casting = match facts.counts().casting {
            Some(_) if chair == Chair::Asked => Some(self.gives_casting()?),
            _ => None,
        };
        let calendar = self.inner.rules.calendar();
        let decide = |facts: &Facts| {
            let known = Known { counts: facts.counts(), facts: Some(facts), private: answers, calendar };
            self.decide_checked(&known, by_units)
        };
        // Where it is not known whether the chair could, the answer stands only if it does not matter.
        let plain = (casting == Some(Status::Unknown)).then(|| facts.without_casting());
        let (decision, facts) = match &plain {
            Some(plain) => (decide(facts).or_open(decide(plain)), plain),
            None => (decide(facts), facts),
        };
        let known = Known { counts: facts.counts(), facts: Some(facts), private: answers, calendar };
        let verdict = |decision, told| Verdict::new(self.clone(), facts.clone(), decision, by_units, told, casting);
        if answers.is_empty() {
            return Ok(verdict(decision, None));
        }
        // What was answered in the call ends with it.
        let told = Told { missing: self.missing(&known, decision), withheld: decision.status() == Status::NotMet };
        let leaves = self.inner.leaves.iter().enumerate();
        let hidden = leaves.filter(|(_, leaf)| told.withheld || asks_sensitive(self.rules(), &leaf.id));
        let shown = hidden.fold(decision, |shown, (at, _)| shown.hiding(at));
        Ok(verdict(shown, Some(told)))
    }

    /// Refuses sensitive answers among the facts, and others among those that are kept nowhere.
    fn check_answers(&self, facts: &Facts, answers: &[(&str, bool)]) -> Result<()> {
        if answers.is_empty() && facts.answers().next().is_none() {
            return Ok(());
        }
        let mut faults = Faults::new();
        faults.take("facts.answers", no_sensitive(self.rules(), facts.answers()));
        let asked: Vec<&str> = self.clauses().filter(|id| asks_sensitive(self.rules(), id)).collect();
        for (id, _) in answers.iter().filter(|(id, _)| !asked.contains(id)) {
            let have = match asked.as_slice() {
                [] => "no sensitive fact of a person".to_owned(),
                asked => asked.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", "),
            };
            let cause = ParticipationError::PrivateNotAsked { clause: (*id).to_owned(), have };
            faults.push(format!("answers.{id}"), cause);
        }
        faults.into_result()
    }
}

/// Binds a tree to the clauses that `leaf` finds.
pub(super) fn prepare(tree: &Tree, leaf: &impl Fn(&str) -> Leaf, leaves: &mut Vec<Leaf>) -> Node {
    let mut parts = |parts: &[Tree]| parts.iter().map(|part| prepare(part, leaf, leaves)).collect::<Vec<_>>();
    match tree {
        Tree::All(list) => Node::All(parts(list)),
        Tree::Any(list) => Node::Any(parts(list)),
        Tree::AtLeast(k, list) => Node::AtLeast(*k, parts(list)),
        Tree::Not(part) => Node::Not(Box::new(prepare(part, leaf, leaves))),
        Tree::Fallback(first, second) => {
            let call = leaves.len();
            leaves.push(Leaf {
                id: "second-call".to_owned(),
                label: Text::new("是否为再次召集", "whether it is the second call"),
                clause: None,
                check: Ok(Check::SecondCall),
            });
            let first = Box::new(prepare(first, leaf, leaves));
            Node::Fallback(call, first, Box::new(prepare(second, leaf, leaves)))
        }
        Tree::Body(bodies) => by_body(bodies, leaf, leaves),
        Tree::Clause(id) => {
            leaves.push(leaf(id));
            Node::Leaf(leaves.len() - 1)
        }
    }
}

/// One body after the other: its own rule, or else what the next ones have; the last is what is left.
fn by_body(bodies: &[(String, Text, Tree)], leaf: &impl Fn(&str) -> Leaf, leaves: &mut Vec<Leaf>) -> Node {
    let Some(((id, label, own), rest)) = bodies.split_first() else { return Node::Any(Vec::new()) };
    if rest.is_empty() {
        return prepare(own, leaf, leaves);
    }
    let is_it = leaves.len();
    let (zh, en) = (label.get(Lang::Zh), label.get(Lang::En));
    leaves.push(Leaf {
        id: format!("body.{id}"),
        label: Text::new(format!("组成是否为{zh}"), format!("whether it is composed of {en}")),
        clause: None,
        check: Ok(Check::Body(id.clone(), label.clone())),
    });
    let others = Box::new(by_body(rest, leaf, leaves));
    Node::Fallback(is_it, others, Box::new(prepare(own, leaf, leaves)))
}

/// Whether a clause gives the chair a casting vote.
fn casts(clause: &Clause) -> bool {
    matches!(clause.content(), Content::Counting(list) if list.contains(&CountingRule::CastingVote))
}

/// Refuses answers to clauses that ask a sensitive fact of a person, for a document that is kept.
pub(super) fn no_sensitive<'a>(rules: &Rules, answered: impl Iterator<Item = &'a str>) -> Result<()> {
    let mut faults = Faults::new();
    for id in answered.filter(|id| asks_sensitive(rules, id)) {
        faults.push(id, ParticipationError::SensitiveAnswer { clause: id.to_owned() });
    }
    faults.into_result()
}

/// Whether a clause asks a sensitive fact of a person in any of its versions: what may be kept does not hang on the day.
fn asks_sensitive(rules: &Rules, id: &str) -> bool {
    let asks = |clause: &Clause| matches!(clause.content(), Content::Predicate(asked) if asked.is.is_sensitive());
    rules.packs().versions(id).any(|(_, clause)| asks(clause))
}

/// A clause as the rules of a day have it.
pub(super) fn leaf_of(rules: &Rules, id: &str) -> Leaf {
    let clause = match rules.find(id) {
        Lookup::InForce(_, clause) | Lookup::Uncertain(_, clause) => Some(clause),
        Lookup::NotInForce | Lookup::NoSuchClause => None,
    };
    // A question was checked to name only clauses that exist; one without a version is a silence of the law.
    let check = match rules.decisive(id) {
        Ok(Ok(clause)) => Check::read(clause.content()).ok_or(Reason::Unread),
        Ok(Err(reason)) => Err(reason),
        Err(_) => Err(Reason::NotInForce),
    };
    let label = clause.or_else(|| rules.packs().versions(id).map(|(_, c)| c).next()).map(Clause::label);
    let label = label.cloned().unwrap_or_else(|| Text::same(id));
    Leaf { id: id.to_owned(), label, clause: clause.cloned(), check }
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
