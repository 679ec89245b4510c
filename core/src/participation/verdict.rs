//! The verdict: the answer with its clauses, sides, margins, cautions and what is still missing.

use hashbrown::HashSet;
use serde::{Serialize, Serializer};

use super::check::{Check, Known};
use super::fewest::fewest;
use super::question::{Casting, Inner, Leaf, Node};
use super::tally::quantity;
use super::test::{Pair, Test};
use super::{Counts, Decision, Facts, Question};
use crate::kernel::{Area, Day, Decimal, Explanation, How, Lang, Quantity, Result, Status, Text};
use crate::pack::{Base, Comparison, Measure, Reason, warned};
use crate::wire::participation::{Caution, ClauseView, FewestUnits, Margin, MarginKind, Sides, VerdictView, Vote};
use crate::wire::participation_meeting::CastingVote;

/// The answer to a question, with what is needed to explain and record it.
#[derive(Debug, Clone)]
pub struct Verdict {
    question: Question,
    facts: Facts,
    decision: Decision,
    /// Whether the tallies were counted from a list of units.
    by_units: bool,
    /// What is left of answers that were given in the call.
    told: Option<Told>,
    /// Whether a clause of the question gives the chair a casting vote, where one was cast.
    casting: Option<Status>,
}

/// What is left of answers to sensitive clauses once the call is over: nothing of the answers.
#[derive(Debug, Clone)]
pub(super) struct Told {
    /// What was still to be asked.
    pub missing: Vec<String>,
    /// Whether it is not said of any clause how it came out.
    pub withheld: bool,
}

impl Verdict {
    pub(super) fn new(
        question: Question,
        facts: Facts,
        decision: Decision,
        by_units: bool,
        told: Option<Told>,
        casting: Option<Status>,
    ) -> Self {
        Self { question, facts, decision, by_units, told, casting }
    }

    /// Changes the vote of one unit and decides again; whether there is such a unit.
    pub(super) fn set_vote(&mut self, row: usize, vote: Vote) -> Result<bool> {
        let found = self.facts.set_vote(row, vote)?.is_some();
        self.decision = self.question.decide_checked(&self.known(), true);
        Ok(found)
    }

    /// Met, not met or unknown.
    pub const fn status(&self) -> Status {
        self.decision.status()
    }

    /// Whether a clause of the question gives the chair a casting vote, where the facts have one; unknown where that clause decides
    /// nothing.
    pub const fn casting(&self) -> Option<Status> {
        self.casting
    }

    /// The decision as it may be told: without the answers to sensitive clauses.
    pub(super) const fn decision(&self) -> Decision {
        self.decision
    }

    /// The question, with the rules of its day.
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// The facts.
    pub const fn facts(&self) -> &Facts {
        &self.facts
    }

    /// Each clause with its status, sides, margins and citation.
    pub fn clauses(&self) -> Vec<ClauseView> {
        let gap = self.gap();
        let leaves = self.inner().leaves.iter().enumerate();
        leaves.map(|(i, leaf)| clause_view(leaf, self.decision.clause(i), &self.known(), gap)).collect()
    }

    /// Whether answers were given in the call that are kept nowhere.
    pub(super) const fn was_told(&self) -> bool {
        self.told.is_some()
    }

    /// What is known, without the answers that are kept nowhere.
    pub(super) fn known(&self) -> Known<'_> {
        let calendar = self.question.rules().calendar();
        Known { counts: self.facts.counts(), facts: Some(&self.facts), private: &[], calendar }
    }

    /// The facts that no clause of the question uses, by path: perhaps a clause is missing, or the question is another.
    pub fn unused(&self) -> Vec<String> {
        let checks = self.inner().leaves.iter().filter_map(|leaf| Some((leaf, leaf.check.as_ref().ok()?)));
        let used: Vec<String> = checks.flat_map(|(leaf, check)| check.uses(&leaf.id)).collect();
        let draft = self.facts.draft();
        let given = Measure::ALL.into_iter().filter(|m| !self.facts.counts().tally(*m).is_empty());
        let given = given.map(|m| m.key().to_owned());
        let word = |prefix: &str, value: crate::kernel::Result<crate::kernel::Value>| {
            let value = value.ok();
            format!("{prefix}.{}", value.as_ref().and_then(crate::kernel::Value::as_text).unwrap_or_default())
        };
        let numbers = draft.numbers.keys().map(|figure| word("numbers", crate::kernel::to_value(figure)));
        let days = draft.days.keys().map(|day| word("days", crate::kernel::to_value(day)));
        let answers = draft.answers.keys().map(|clause| format!("answers.{clause}"));
        let call = draft.second_call.map(|_| "second_call".to_owned());
        let all = given.chain(numbers).chain(days).chain(answers).chain(call);
        all.filter(|path| !used.contains(path)).collect()
    }

    /// The least facts that settle the answer whatever they are, by path, such as `heads.present`; empty if it is settled
    /// or no fact can settle it.
    pub fn missing(&self) -> Vec<String> {
        match &self.told {
            Some(told) => told.missing.clone(),
            None => self.question.missing(&self.known(), self.decision),
        }
    }

    /// What a reader must know beside the answer.
    pub fn cautions(&self) -> Vec<Caution> {
        let mut cautions = Vec::new();
        for leaf in &self.inner().leaves {
            cautions.extend(clause_cautions(leaf, self.question.rules().day()));
            if let Ok(Check::Range(range, figure)) = &leaf.check
                && range.usual()
                && self.facts.number(*figure).is_some_and(|n| !range.contains(n))
            {
                let text = Text::new(
                    "不在一般范围内（指引，不是界限）",
                    "outside what is usual, which guides and does not bind",
                );
                cautions.push(Caution { code: "guidance".to_owned(), clause: Some(leaf.id.clone()), text });
            }
        }
        let day = self.question.rules().day();
        if let Some(clause) = self.casting.and(self.inner().casting_clause()) {
            cautions.extend(clause.cautions(day));
        }
        if self.by_units {
            cautions.extend(self.inner().counting.iter().flat_map(|clause| clause.cautions(day)));
        }
        cautions.extend(self.facts.units().and_then(|units| split_heads(units.split_heads())));
        if let Some(gap) = self.inner().counting_gap.filter(|_| self.by_units) {
            cautions.push(Caution { code: "counting-unknown".to_owned(), clause: None, text: gap.label() });
        }
        cautions
    }

    /// Of a list of units, the fewest whose votes, changed in any way, flip the answer.
    ///
    /// `None` without a list, where the answer is unknown, or where the rule is of a kind for which it is not computed
    /// (`not`, `at-least`, votes of yes and no only; and, where the answer is met, `any`).
    pub fn fewest_units(&self) -> Option<FewestUnits> {
        let counts = Some(self.facts.counts()).filter(|counts| counts.casting.is_none())?;
        fewest(self.inner(), self.status(), counts, self.facts.units()?)
    }

    /// The verdict as plain data.
    pub fn view(&self) -> VerdictView {
        VerdictView {
            question: self.question.id().to_owned(),
            label: self.question.label().clone(),
            day: self.question.rules().day(),
            status: self.status(),
            body: self.body().cloned(),
            require: self.inner().rule.tree.draft(),
            clauses: self.clauses(),
            casting: self.casting,
            missing: self.missing(),
            cautions: self.cautions(),
            fewest_units: self.fewest_units(),
        }
    }

    /// Why: each clause with both sides exactly, its article, and how close it was.
    pub fn explain(&self) -> Explanation {
        let mut node = self.question.explain_with(&self.known(), self.decision, self.gap());
        // A part of it may hang on what is not told; the answer itself is.
        node.outcome = Quantity::Status(self.status());
        if let Some(body) = self.body() {
            node = node.with(Text::new("组成", "composed of"), Quantity::Words(body.clone()));
        }
        if let Some(units) = self.facts.units() {
            let count = |n: usize| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
            node = node
                .with(Text::new("专有部分", "units"), count(units.len()))
                .with(Text::new("业主人数", "heads"), count(units.heads()));
            let cite = |lang, mark: &str| {
                self.inner().counting.iter().map(|c| c.citation().render(lang)).collect::<Vec<_>>().join(mark)
            };
            if !self.inner().counting.is_empty() {
                let (zh, en) = (cite(Lang::Zh, "；"), cite(Lang::En, "; "));
                node = node.noted(Text::new(format!("计算依据：{zh}"), format!("counted by {en}")));
            }
        }
        node.children.extend(self.explain_casting());
        let missing = self.missing();
        if !missing.is_empty() {
            let missing = Text::same(missing.join(", "));
            node = node.with(Text::new("尚缺", "still needed"), Quantity::Words(missing));
        }
        node
    }

    /// That the chair broke a tie, and the clause that lets the chair.
    fn explain_casting(&self) -> Option<Explanation> {
        let (given, vote) = (self.casting?, self.facts.draft().casting?);
        let vote = match vote {
            CastingVote::Yes => Text::new("同意", "yes"),
            CastingVote::No => Text::new("反对", "no"),
        };
        let label = Text::new("票数相等，主持人有决定票", "a tie, and the chair has a casting vote");
        let node = Explanation::new(label, Quantity::Status(given))
            .with(Text::new("决定票", "casting vote"), Quantity::Words(vote));
        Some(match &self.inner().casting {
            Some(Casting::Given(clause)) => {
                let node = node.by(clause.id(), Some(clause.citation().clone()));
                warned(node, &clause.cautions(self.question.rules().day()))
            }
            Some(Casting::Unknown(clause, reason)) => node.by(clause.clone(), None).noted(reason.label()),
            None => node,
        })
    }

    pub(super) fn inner(&self) -> &Inner {
        &self.question.inner
    }

    fn body(&self) -> Option<&Text> {
        let body = self.facts.body()?;
        self.inner().rule.bodies.iter().find(|(id, _)| id == body).map(|(_, label)| label)
    }

    fn gap(&self) -> Option<Reason> {
        let withheld = self.told.as_ref().is_some_and(|told| told.withheld);
        self.inner().counting_gap.filter(|_| self.by_units).or(withheld.then_some(Reason::Private))
    }
}

/// Paths in the order in which they were found, each once; there may be one for each of many units.
#[derive(Default)]
struct Once {
    list: Vec<String>,
    seen: HashSet<String, foldhash::fast::FixedState>,
}

impl Once {
    fn add(&mut self, path: String) {
        if self.seen.insert(path.clone()) {
            self.list.push(path);
        }
    }
}

/// The caution that the units of some heads voted differently, if they did.
pub(super) fn split_heads(split: usize) -> Option<Caution> {
    let text = || {
        Text::new(
            format!("{split}名业主的各专有部分表决不一致：按参与表决、未表示同意一致计算；面积按各专有部分分别计算"),
            format!(
                "the units of {split} owners voted differently: such a head counts as taking part and abstaining, each unit's area as it voted"
            ),
        )
    };
    (split > 0).then(|| Caution { code: "split-heads".to_owned(), clause: None, text: text() })
}

/// What a reader must know of a clause that decides on a day.
pub(super) fn clause_cautions(leaf: &Leaf, day: Day) -> Vec<Caution> {
    leaf.clause.as_ref().filter(|_| leaf.check.is_ok()).map(|clause| clause.cautions(day)).unwrap_or_default()
}

/// Serialises as its [`view`](Verdict::view).
impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view().serialize(serializer)
    }
}

impl Question {
    /// Why a decision by tallies comes out as it does: each clause with both sides exactly, and how close it is.
    ///
    /// # Errors
    /// Those of [`decide`](Self::decide).
    pub fn explain(&self, counts: &Counts) -> Result<Explanation> {
        Ok(self.explain_with(&Known::of(counts), self.decide(counts)?, None))
    }

    /// The least facts that settle the answer whatever they are, by path.
    pub(super) fn missing(&self, known: &Known<'_>, decision: Decision) -> Vec<String> {
        let mut open = Vec::new();
        let asks = |i: usize| self.inner.leaves.get(i).is_some_and(|leaf| leaf.check.is_ok());
        self.inner.node.open_leaves(&|i| decision.clause(i), &asks, &mut open);
        let mut missing = Once::default();
        for leaf in open.iter().filter_map(|i| self.inner.leaves.get(*i)) {
            let Ok(check) = &leaf.check else { continue };
            let Some(test) = check.votes() else {
                check.missing(&leaf.id, known).into_iter().for_each(|path| missing.add(path));
                continue;
            };
            for fact in test.missing(&known.counts.tested(test)) {
                let Some(units) = known.facts.and_then(Facts::units) else {
                    missing.add(format!("{}.{fact}", test.measure.key()));
                    continue;
                };
                for i in units.without_area.iter().copied() {
                    let vote = units.vote(i);
                    if fact == "entitled"
                        || fact == "present" && vote != Some(Vote::Absent)
                        || fact == "yes" && vote == Some(Vote::Yes)
                    {
                        missing.add(format!("units[{i}].area"));
                    }
                }
            }
        }
        missing.list
    }

    fn explain_with(&self, known: &Known<'_>, decision: Decision, gap: Option<Reason>) -> Explanation {
        let inner = &self.inner;
        let mut root = explain_node(inner, &inner.node, known, decision, gap);
        if let Node::Leaf(_) = inner.node {
            root = Explanation::new(Text::default(), Quantity::Status(decision.status())).of(How::All, vec![root]);
        }
        root.label = self.label().clone();
        root.rule = Some(self.id().to_owned());
        root
    }
}

fn explain_node(inner: &Inner, node: &Node, known: &Known<'_>, decision: Decision, gap: Option<Reason>) -> Explanation {
    let status = node.status(&|i| decision.clause(i));
    let parts = |parts: &[Node]| parts.iter().map(|n| explain_node(inner, n, known, decision, gap)).collect();
    let group = |label: Text| Explanation::new(label, Quantity::Status(status));
    match node {
        Node::Leaf(i) => match inner.leaves.get(*i) {
            Some(leaf) => {
                let node = explain_leaf(leaf, status, known, gap);
                warned(node, &clause_cautions(leaf, inner.rules.day()))
            }
            None => group(Text::default()),
        },
        Node::All(list) => group(Text::new("全部", "all of")).of(How::All, parts(list)),
        Node::Any(list) => group(Text::new("其中之一", "one of")).of(How::Any, parts(list)),
        Node::AtLeast(k, list) => {
            group(Text::new(format!("至少{k}项"), format!("at least {k} of"))).of(How::Rule, parts(list))
        }
        Node::Fallback(call, first, second) => {
            let children = [&Node::Leaf(*call), first.as_ref(), second.as_ref()];
            let children = children.into_iter().map(|n| explain_node(inner, n, known, decision, gap)).collect();
            let of_body = inner.leaves.get(*call).is_some_and(|leaf| matches!(leaf.check, Ok(Check::Body(..))));
            let label = if of_body {
                Text::new("是该组成的依后者，否则依前者", "the latter for a body so composed, else the former")
            } else {
                Text::new("首次召集依前者，再次召集依后者", "the former on the first call, the latter on the second")
            };
            group(label).of(How::Rule, children)
        }
        Node::Not(part) => group(Text::new("不成立", "not")).of(How::Rule, parts(std::slice::from_ref(part))),
    }
}

fn explain_leaf(leaf: &Leaf, status: Status, known: &Known<'_>, gap: Option<Reason>) -> Explanation {
    let citation = leaf.clause.as_ref().map(|c| c.citation().clone());
    let mut node = Explanation::new(leaf.label.clone(), Quantity::Status(status)).by(leaf.id.clone(), citation);
    let check = match &leaf.check {
        Ok(check) => check,
        Err(reason) => return node.noted(reason.label()),
    };
    let Some(test) = check.votes() else {
        if let Some(found) = check.found(known) {
            node = node.noted(found);
        } else if status == Status::Unknown {
            node = node.noted(gap.unwrap_or_else(|| check.reason(known)).label());
        }
        if let Some(margin) = check.margin(known).filter(|_| status != Status::Unknown) {
            node = node.with(Text::new("改变即翻转", "flips if switched"), margin);
        }
        return node;
    };
    if let Some(pair) = test.pair(&known.counts.tested(test)) {
        node.inputs.reserve_exact(4);
        node = node.with(test.part.label(), quantity(test.measure, pair.part));
        if test.base != Base::Number {
            node = node.with(test.base.label(), quantity(test.measure, pair.base));
        }
        node = node.noted(Text::same(written(test, pair)));
        for (kind, amount) in margins(test, known.counts) {
            let label = match kind {
                MarginKind::Switched => Text::new("改变即翻转", "flips if switched"),
                MarginKind::Added => Text::new("新增即翻转", "flips if added"),
            };
            node = node.with(label, quantity(test.measure, amount));
        }
    } else if status == Status::Unknown {
        node = node.noted(gap.unwrap_or(Reason::MissingFacts).label());
    } else {
        let words = Text::new("已知事实已足以判定", "the facts that are known settle it");
        node = node.noted(words);
    }
    node
}

fn margins(test: &Test, counts: &Counts) -> impl Iterator<Item = (MarginKind, u64)> {
    let tally = counts.tested(test);
    let switched = test.switched(&tally).map(|m| (MarginKind::Switched, m));
    let added = test.added(&tally).map(|m| (MarginKind::Added, m));
    switched.into_iter().chain(added)
}

pub(super) fn clause_view(leaf: &Leaf, status: Status, known: &Known<'_>, gap: Option<Reason>) -> ClauseView {
    let reason = match &leaf.check {
        Err(reason) => Some(*reason),
        Ok(check) => (status == Status::Unknown).then(|| gap.unwrap_or_else(|| check.reason(known))),
    };
    let check = leaf.check.as_ref().ok();
    let to = if status == Status::Met { Status::NotMet } else { Status::Met };
    let mut list: Vec<Margin> = Vec::new();
    if status != Status::Unknown {
        if let Some(test) = leaf.votes() {
            list.extend(margins(test, known.counts).map(|(kind, n)| Margin {
                kind,
                to,
                amount: quantity(test.measure, n),
            }));
        } else if let Some(amount) = check.and_then(|check| check.margin(known)) {
            list.push(Margin { kind: MarginKind::Switched, to, amount });
        }
    }
    ClauseView {
        clause: leaf.id.clone(),
        label: leaf.label.clone(),
        status,
        reason,
        sides: leaf.votes().map(|test| sides(test, known.counts)),
        found: check.and_then(|check| check.found(known)),
        margins: list,
        citation: leaf.clause.as_ref().map(|c| c.citation().clone()),
    }
}

fn sides(test: &Test, counts: &Counts) -> Sides {
    let tally = counts.tested(test);
    let pair = test.pair(&tally);
    let products = pair.map(|pair| test.sides(pair));
    Sides {
        measure: test.measure,
        part: test.part,
        base: test.base,
        comparison: test.written(),
        share: if test.q == 1 { test.p.to_string() } else { format!("{}/{}", test.p, test.q) },
        part_value: test.part_of(&tally).map(|n| quantity(test.measure, n)),
        base_value: test.base_of(&tally).map(|n| quantity(test.measure, n)),
        text: pair.map(|pair| written(test, pair)),
        left: products.map(|(left, _)| product(test.measure, left)),
        right: products.map(|(_, right)| product(test.measure, right)),
    }
}

/// A product of a share's number and a count or an area in cm2.
fn product(measure: Measure, n: u128) -> String {
    match (measure, i128::try_from(n)) {
        (Measure::Area, Ok(cm2)) => Decimal::new(cm2, 4).map_or_else(|_| n.to_string(), |d| d.shortest().to_string()),
        _ => n.to_string(),
    }
}

/// The comparison as it came out, such as `3 × 182.68 >= 2 × 274.02`.
fn written(test: &Test, pair: Pair) -> String {
    let sign = match (test.comparison, test.holds(pair)) {
        _ if pair.base == 0 => return "0 / 0".to_owned(),
        (Comparison::MoreThan, true) => ">",
        (Comparison::MoreThan, false) => "<=",
        (_, true) => ">=",
        (_, false) => "<",
    };
    if test.base == Base::Number {
        return format!("{} {sign} {}", quantity(test.measure, pair.part).render(Lang::En), test.p);
    }
    let side = |times: u64, n: u64| {
        let n = match test.measure {
            Measure::Area => Area::from_cm2(n).to_string(),
            _ => n.to_string(),
        };
        if times == 1 { n } else { format!("{times} × {n}") }
    };
    format!("{} {sign} {}", side(test.q, pair.part), side(test.p, pair.base))
}
