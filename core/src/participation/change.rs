//! What changed when the law changed: the same facts and question by the rules of two days, or of two stacks of packs.

use serde::{Serialize, Serializer};

use super::question::{Leaf, leaf_of};
use super::{Facts, Question, Verdict};
use crate::kernel::{Day, Explanation, How, Lang, Quantity, Result, Status, Text};
use crate::pack::{Content, Lookup, PackError, Packs, Reason, Rules};
use crate::wire::participation_change::{ClauseChange, ClauseState, LawChangeKind, LawChangeView};

/// The same facts and question by two sets of rules, with what changed between them.
#[derive(Debug, Clone)]
pub struct LawChange {
    before: Option<Verdict>,
    after: Option<Verdict>,
    view: LawChangeView,
}

impl LawChange {
    /// The verdict by the first rules; none where the question has no rule then.
    pub const fn before(&self) -> Option<&Verdict> {
        self.before.as_ref()
    }

    /// The verdict by the second rules; none where the question has no rule then.
    pub const fn after(&self) -> Option<&Verdict> {
        self.after.as_ref()
    }

    /// Whether the answers differ.
    pub const fn differs(&self) -> bool {
        self.view.differs
    }

    /// The clauses that changed, in the order of the question.
    pub fn clauses(&self) -> &[ClauseChange] {
        &self.view.clauses
    }

    /// All of it as plain data.
    pub const fn view(&self) -> &LawChangeView {
        &self.view
    }

    /// What changed and why the answer differs: each changed clause as it was and as it is, then both verdicts.
    pub fn explain(&self) -> Explanation {
        let view = &self.view;
        let day = |verdict: Option<&Verdict>, day: Day| match verdict {
            Some(verdict) => {
                let mut node = verdict.explain();
                node.label = Text::same(day.to_string());
                node
            }
            None => Explanation::new(Text::same(day.to_string()), Quantity::Words(no_rule())),
        };
        let mut children: Vec<Explanation> = view.clauses.iter().map(explain_clause).collect();
        children.push(day(self.before.as_ref(), view.first));
        children.push(day(self.after.as_ref(), view.second));
        let outcome = arrow(&answer(self.before.as_ref()), &answer(self.after.as_ref()));
        Explanation::new(view.label.clone(), Quantity::Words(outcome))
            .by(view.question.clone(), None)
            .noted(view.text.clone())
            .of(How::List, children)
    }
}

/// Serialises as its [`view`](LawChange::view).
impl Serialize for LawChange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.view.serialize(serializer)
    }
}

fn no_rule() -> Text {
    Text::new("当日没有该事项的规则", "no rule for this question on the day")
}

fn answer(verdict: Option<&Verdict>) -> Text {
    verdict.map_or_else(no_rule, |verdict| verdict.status().label())
}

fn arrow(before: &Text, after: &Text) -> Text {
    let both = |lang| format!("{} → {}", before.get(lang), after.get(lang));
    Text::new(both(Lang::Zh), both(Lang::En))
}

fn explain_clause(change: &ClauseChange) -> Explanation {
    let none = || Text::new("无", "none");
    let says = |state: Option<&ClauseState>| state.map_or_else(none, |state| state.says.clone());
    let status = |state: Option<&ClauseState>| state.map_or_else(none, |state| state.status.label());
    let citation = change.after.as_ref().or(change.before.as_ref()).map(|state| state.citation.clone());
    let (before, after) = (change.before.as_ref(), change.after.as_ref());
    let mut node = Explanation::new(change.label.clone(), Quantity::Words(arrow(&status(before), &status(after))))
        .by(change.clause.clone(), citation)
        .with(Text::new("原为", "was"), Quantity::Words(says(before)))
        .with(Text::new("现为", "is"), Quantity::Words(says(after)));
    let cited = |state: &ClauseState| {
        Quantity::Words(Text::new(state.citation.render(Lang::Zh), state.citation.render(Lang::En)))
    };
    if let Some(state) = before.filter(|_| after.is_some() && change.kinds.contains(&LawChangeKind::Citation)) {
        node = node.with(Text::new("原出处", "stood in"), cited(state));
    }
    for (state, zh, en) in [(before, "原比较", "compared before"), (after, "现比较", "compared now")] {
        if let Some(sides) = state.and_then(|state| state.sides.clone()) {
            node = node.with(Text::new(zh, en), Quantity::Words(Text::same(sides)));
        }
    }
    node.noted(change.text.clone())
}

/// The same facts and question by two sets of rules: of two days, or of two stacks of packs. A day that the facts name is not
/// asked: it is the rules that differ.
///
/// # Errors
/// `unknown-question` if neither has a rule for it, and those of [`Question::verdict`].
pub fn changes(before: &Rules, after: &Rules, question: &str, facts: &Facts) -> Result<LawChange> {
    let facts = facts.undated();
    let ask = |rules: &Rules| match rules.question(question) {
        Ok(question) => Ok(Some(question)),
        Err(error) if error.first().cause::<PackError>().is_some() => Ok(None),
        Err(error) => Err(error),
    };
    let (first, second) = (ask(before)?, ask(after)?);
    if first.is_none() && second.is_none() {
        after.question(question)?;
    }
    let decide = |question: &Option<Question>| question.as_ref().map(|q| q.verdict(&facts)).transpose();
    let (old, new) = (decide(&first)?, decide(&second)?);
    let label = second.as_ref().or(first.as_ref()).map(|q| q.label().clone()).unwrap_or_default();
    let mut clauses: Vec<ClauseChange> = Vec::new();
    for id in ids(first.as_ref(), second.as_ref()) {
        clauses.extend(compare(&id, (before, old.as_ref()), (after, new.as_ref())));
    }
    let status = |verdict: &Option<Verdict>| verdict.as_ref().map(Verdict::status);
    let differs = status(&old) != status(&new);
    let turned: Vec<String> = clauses.iter().filter(|c| c.turned).map(|c| c.clause.clone()).collect();
    let alone: Vec<String> = clauses.iter().filter(|c| c.turned && c.alone).map(|c| c.clause.clone()).collect();
    let because = match (differs, alone.is_empty()) {
        (false, _) => Vec::new(),
        (true, false) => alone,
        (true, true) => turned,
    };
    let tree = |question: &Option<Question>| question.as_ref().map(|q| q.inner.rule.tree.draft());
    let rule_changed = tree(&first) != tree(&second);
    let text = sentence(before.day(), after.day(), (old.as_ref(), new.as_ref()), &clauses, &because);
    let view = LawChangeView {
        question: question.to_owned(),
        label,
        first: before.day(),
        second: after.day(),
        before: old.as_ref().map(Verdict::view),
        after: new.as_ref().map(Verdict::view),
        differs,
        rule_changed,
        clauses,
        because,
        text,
    };
    Ok(LawChange { before: old, after: new, view })
}

impl Packs {
    /// What changed between two days for the same question and facts: which clauses are others, both verdicts, and why they
    /// differ.
    ///
    /// ```
    /// use shequ::kernel::{Lang, Status};
    /// use shequ::participation::{Counts, Facts, Tally};
    /// let facts = Facts::of(Counts { heads: Tally::vote(100, 60, 31, 20, 9), ..Counts::default() })?;
    /// let packs = shequ::pack::cn();
    /// let change = packs.between("residents.assembly.resolution", &facts, "2025-12-31".parse()?, "2026-01-01".parse()?)?;
    /// assert_eq!(change.before().map(|v| v.status()), Some(Status::Met));
    /// assert_eq!(change.after().map(|v| v.status()), Some(Status::Unknown));
    /// assert!(change.explain().render(Lang::En).contains("met → unknown"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// Those of [`changes`].
    pub fn between(&self, question: &str, facts: &Facts, first: Day, second: Day) -> Result<LawChange> {
        changes(&self.at(first), &self.at(second), question, facts)
    }
}

/// Every clause of either question, with those that say how units are counted.
fn ids(first: Option<&Question>, second: Option<&Question>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for question in [first, second].into_iter().flatten() {
        let leaves = question.inner.leaves.iter().map(|leaf| &leaf.id);
        for id in leaves.chain(&question.inner.rule.counting) {
            if !ids.contains(id) {
                ids.push(id.clone());
            }
        }
    }
    ids
}

/// A clause by the rules of a side.
struct Side<'v> {
    asked: bool,
    leaf: Leaf,
    status: Status,
    verdict: Option<&'v Verdict>,
    pack: Option<String>,
}

fn side<'v>(id: &str, rules: &Rules, verdict: Option<&'v Verdict>) -> Side<'v> {
    let at = verdict.and_then(|v| v.inner().leaves.iter().position(|leaf| leaf.id == id));
    let counts = verdict.is_some_and(|v| v.inner().rule.counting.iter().any(|c| c == id));
    let status = at.zip(verdict).map_or(Status::Unknown, |(at, verdict)| verdict.decision().clause(at));
    let pack = match rules.find(id) {
        Lookup::InForce(pack, _) | Lookup::Uncertain(pack, _) => Some(pack.id().to_owned()),
        Lookup::NotInForce | Lookup::NoSuchClause => None,
    };
    Side { asked: at.is_some() || counts, leaf: leaf_of(rules, id), status, verdict, pack }
}

impl Side<'_> {
    fn reason(&self) -> Option<Reason> {
        self.leaf.check.as_ref().err().copied().filter(|reason| {
            // A clause that tests nothing, such as one on counting, is not unread.
            *reason != Reason::Unread || self.leaf.clause.as_ref().is_none_or(|c| *c.content() == Content::Unread)
        })
    }

    fn state(&self) -> Option<ClauseState> {
        let clause = self.leaf.clause.as_ref()?;
        let view = self.verdict.and_then(|v| v.clauses().into_iter().find(|c| c.clause == self.leaf.id));
        Some(ClauseState {
            says: clause.content().render(),
            status: self.status,
            reason: self.reason(),
            sides: view.and_then(|view| view.sides?.text),
            citation: clause.citation().clone(),
            pack: self.pack.clone().unwrap_or_default(),
            from: clause.span().from(),
            until: clause.span().until(),
        })
    }
}

/// What changed of a clause, if anything did.
fn compare(
    id: &str,
    (old_rules, old): (&Rules, Option<&Verdict>),
    (new_rules, new): (&Rules, Option<&Verdict>),
) -> Option<ClauseChange> {
    let (before, after) = (side(id, old_rules, old), side(id, new_rules, new));
    let mut kinds = Vec::new();
    let both = old.is_some() && new.is_some();
    if both && !before.asked {
        kinds.push(LawChangeKind::Asked);
    }
    if both && !after.asked {
        kinds.push(LawChangeKind::NotAsked);
    }
    match (&before.leaf.clause, &after.leaf.clause) {
        (None, None) => {}
        (None, Some(_)) => kinds.push(LawChangeKind::CameIntoForce),
        (Some(_), None) => kinds.push(LawChangeKind::Ended),
        (Some(a), Some(b)) => {
            if a.content() != b.content() {
                kinds.push(LawChangeKind::Content);
            }
            if a.law_changed(old_rules.day()).is_none() && b.law_changed(new_rules.day()).is_some() {
                kinds.push(LawChangeKind::LawAbove);
            }
            let (a, b) = (a.citation(), b.citation());
            if (&a.instrument, &a.article) != (&b.instrument, &b.article) {
                kinds.push(LawChangeKind::Citation);
            }
            if a.certainty != b.certainty {
                kinds.push(LawChangeKind::Certainty);
            }
        }
    }
    let superseded = |side: &Side<'_>| side.reason() == Some(Reason::Superseded);
    if superseded(&after) && !superseded(&before) {
        kinds.push(LawChangeKind::Superseded);
    }
    let turned = before.asked && after.asked && both && before.status != after.status;
    if kinds.is_empty() && !turned {
        return None;
    }
    let superseded_by = if superseded(&after) {
        let all = after.leaf.clause.as_ref().map(|clause| clause.superseded_by().to_vec()).unwrap_or_default();
        all.into_iter().filter(|id| matches!(new_rules.find(id), Lookup::InForce(..))).collect()
    } else {
        Vec::new()
    };
    let alone = turned && both && put_back(id, before.status, old, new);
    let label = if after.leaf.clause.is_some() { after.leaf.label.clone() } else { before.leaf.label.clone() };
    let (before, after) = (before.state(), after.state());
    let text = describe(&label, &kinds, before.as_ref(), after.as_ref(), &superseded_by, new_rules);
    Some(ClauseChange { clause: id.to_owned(), label, kinds, before, after, superseded_by, turned, alone, text })
}

/// Whether the second answer is the first one if only this clause answers as it did.
fn put_back(id: &str, status: Status, old: Option<&Verdict>, new: Option<&Verdict>) -> bool {
    let (Some(old), Some(new)) = (old, new) else { return false };
    let leaves = &new.inner().leaves;
    let clause = |i: usize| match leaves.get(i) {
        Some(leaf) if leaf.id == id => status,
        _ => new.decision().clause(i),
    };
    old.status() != new.status() && new.inner().node.status(&clause) == old.status()
}

fn describe(
    label: &Text,
    kinds: &[LawChangeKind],
    before: Option<&ClauseState>,
    after: Option<&ClauseState>,
    superseded_by: &[String],
    rules: &Rules,
) -> Text {
    let words = |lang: Lang| {
        let (comma, open, close) = if lang == Lang::Zh { ("、", "（", "）") } else { (", ", " (", ")") };
        let kinds: Vec<String> = kinds.iter().map(|kind| kind.label().get(lang).to_owned()).collect();
        let mut out = format!("{}{open}{}{close}", label.get(lang), kinds.join(comma));
        let state = |state: &ClauseState| {
            let reason = state.reason.map(|reason| format!("{open}{}{close}", reason.label().get(lang)));
            let says = state.says.get(lang);
            format!("{says}{open}{}{close}{}", state.citation.render(lang), reason.unwrap_or_default())
        };
        let sides = [before, after].map(|side| side.map(state));
        let tail = match (&sides, lang) {
            ([Some(a), Some(b)], Lang::Zh) if a != b => format!("：原为{a}，现为{b}"),
            ([Some(a), Some(b)], Lang::En) if a != b => format!(": was {a}, is {b}"),
            ([_, Some(b)], Lang::Zh) => format!("：{b}"),
            ([_, Some(b)], Lang::En) => format!(": {b}"),
            ([Some(a), None], Lang::Zh) => format!("：原为{a}"),
            ([Some(a), None], Lang::En) => format!(": was {a}"),
            ([None, None], _) => String::new(),
        };
        out.push_str(&tail);
        let cite = |id: &String| match rules.find(id) {
            Lookup::InForce(_, clause) => clause.citation().render(lang),
            _ => id.clone(),
        };
        let by: Vec<String> = superseded_by.iter().map(cite).collect();
        let prevails = match lang {
            _ if by.is_empty() => String::new(),
            Lang::Zh => format!("；以{}为准", by.join(comma)),
            Lang::En => format!("; {} prevails", by.join(comma)),
        };
        out.push_str(&prevails);
        out
    };
    Text::new(words(Lang::Zh), words(Lang::En))
}

fn sentence(
    first: Day,
    second: Day,
    (old, new): (Option<&Verdict>, Option<&Verdict>),
    clauses: &[ClauseChange],
    because: &[String],
) -> Text {
    let (before, after) = (answer(old), answer(new));
    if old.map(Verdict::status) == new.map(Verdict::status) {
        let (zh, en) = (before.get(Lang::Zh), before.get(Lang::En));
        let n = clauses.len();
        let changed = match n {
            0 => "no clause changed".to_owned(),
            1 => "one clause changed".to_owned(),
            n => format!("{n} clauses changed"),
        };
        return Text::new(
            format!("{first}与{second}答案相同：{zh}；{n}项条款有变"),
            format!("the same answer on {first} and {second}: {en}; {changed}"),
        );
    }
    let reasons = |lang: Lang| {
        let named = clauses.iter().filter(|c| because.contains(&c.clause));
        named.map(|c| c.text.get(lang).to_owned()).collect::<Vec<_>>().join(if lang == Lang::Zh { "；" } else { "; " })
    };
    let (zh, en) = (reasons(Lang::Zh), reasons(Lang::En));
    let (zh, en) = if zh.is_empty() {
        ("该事项的规则有变".to_owned(), "the rule of the question changed".to_owned())
    } else {
        (zh, en)
    };
    Text::new(
        format!("{first}：{}；{second}：{}。原因：{zh}", before.get(Lang::Zh), after.get(Lang::Zh)),
        format!("{first}: {}; {second}: {}. Because: {en}", before.get(Lang::En), after.get(Lang::En)),
    )
}
