//! By-laws against the law above them: the smallest facts that a by-law lets through and the law forbids.
//!
//! Both sides are bound to one list of leaves, whose answers facts can give in some combinations and not in others (see `ways`).
//! Every combination is gone through.

use super::check::Check;
use super::question::{Leaf, Node, leaf_of, prepare};
use super::verdict::clause_cautions;
use super::ways::Space;
use crate::kernel::{Citation, Day, Faults, Lang, Likely, Result, Status, Text};
use crate::pack::{Clause, Lookup, Pack, PackError, Packs, QuestionRule, Reason, Rules, may_move, stricter};
use crate::wire::participation::{Caution, Counterexample, LintFinding, LintKind};

/// What a by-law changes of the law above it on the day of the rules: what it lets through that the law forbids, each with the
/// smallest counterexample, and what it asks beyond the law.
///
/// ```
/// use shequ::kernel::{Document, Lang};
/// use shequ::pack::{Pack, cn};
/// use shequ::participation::lint;
/// let by_law = Pack::parse(r#"
///     format = "shequ.pack/1"
///     id = "garden"
///     label = "Rules of the Garden Estate"
///     layer = "by-law"
///     read_on = "2026-01-01"
///     extends = ["cn.owners"]
///     instruments = [{ id = "rules", title = "Rules", from = "2024-01-01" }]
///     [[clauses]]
///     id = "cn.cc.278.part.heads"
///     instrument = "rules"
///     article = "4"
///     certainty = "text"
///     label = "quorum"
///     threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
/// "#)?;
/// let findings = lint(&cn().at("2026-03-01".parse()?), &by_law)?;
/// let refused = findings.iter().find(|f| f.question == "owners.participation" && f.is_refused()).unwrap();
/// let words = refused.text.get(Lang::En);
/// assert!(words.starts_with("with 2 heads entitled and 1 present"), "{words}");
/// // Nobody can be absent where all of the area takes part: the example is one that can be.
/// assert!(words.contains("with 3 m² of area entitled and 2 present"), "{words}");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// A clause of the by-law is read as the rules read theirs: one that nobody has read, or that is known only second-hand, is not
/// compared. A clause that it moves and no question turns on is a finding of its own, named by the clause.
///
/// # Errors
/// `dangling-question`, `dangling-clause`: a question of the by-law that stands under none, or names a clause that is nowhere.
pub fn lint(rules: &Rules, by_law: &Pack) -> Result<Vec<LintFinding>> {
    let mut faults = Faults::new();
    let has = |id: &str| by_law.clauses().iter().any(|c| c.id() == id) || rules.packs().versions(id).next().is_some();
    for (i, question, under) in Packs::questions_under(by_law) {
        let path = format!("{}.questions[{i}]", by_law.id());
        if !rules.packs().question_ids().any(|id| id == under) {
            faults.push(format!("{path}.under"), PackError::DanglingQuestion { id: under.to_owned() });
        }
        for id in ids(question).into_iter().filter(|id| !has(id)) {
            faults.push(format!("{path}.require"), PackError::DanglingClause { id });
        }
    }
    faults.into_result()?;

    let mut findings = Vec::new();
    let mut asked: Vec<String> = Vec::new();
    let own = |id: &str| own(rules, by_law, id);
    let below = |id: &str| own(id).unwrap_or_else(|| leaf_of(rules, id));
    let above = |id: &str| leaf_of(rules, id);
    for question in rules.packs().questions_on(rules.day()) {
        let moved: Vec<String> = ids(question).into_iter().filter(|id| own(id).is_some()).collect();
        if !moved.is_empty() {
            compare((question, question), rules.day(), &above, &below, &mut findings);
        }
        asked.extend(moved);
    }
    for (_, question, under) in Packs::questions_under(by_law) {
        if question.span.holds(rules.day()) == Likely::No {
            continue;
        }
        asked.extend(ids(question));
        match rules.question_rule(under) {
            Ok(upper) => compare((upper, question), rules.day(), &above, &below, &mut findings),
            Err(_) => findings.push(LintFinding {
                question: question.id.clone(),
                under: under.to_owned(),
                kind: LintKind::Unknown,
                text: Text::new(format!("{under}：当日没有该事项"), format!("`{under}` cannot be asked on the day")),
                example: None,
                clauses: Vec::new(),
                cautions: Vec::new(),
            }),
        }
    }
    let mut seen: Vec<&str> = Vec::new();
    for clause in by_law.clauses().iter().filter(|c| !asked.iter().any(|id| id == c.id())) {
        if clause.span().holds(rules.day()) != Likely::No && !seen.contains(&clause.id()) {
            seen.push(clause.id());
            findings.extend(unasked(rules, by_law, clause));
        }
    }
    Ok(findings)
}

/// A by-law's own clause as a leaf, if it has one on the day of the rules.
fn own(rules: &Rules, by_law: &Pack, id: &str) -> Option<Leaf> {
    let on = |clause: &&Clause, likely| clause.span().holds(rules.day()) == likely;
    let versions = || by_law.clauses().iter().filter(|c| c.id() == id);
    let (clause, uncertain) = match versions().find(|c| on(c, Likely::Yes)) {
        Some(clause) => (clause, None),
        None => (versions().find(|c| on(c, Likely::Possible))?, Some(Reason::PeriodUncertain)),
    };
    let check = match uncertain.or_else(|| rules.undecided(clause)) {
        Some(reason) => Err(reason),
        None => Check::read(clause.content()).ok_or(Reason::Unread),
    };
    Some(Leaf { id: clause.id().to_owned(), label: clause.label().clone(), clause: Some(clause.clone()), check })
}

/// A clause that the by-law moves and on which no question turns: what becomes of what, and whether it may be moved so.
fn unasked(rules: &Rules, by_law: &Pack, clause: &Clause) -> Option<LintFinding> {
    let Lookup::InForce(_, upper) = rules.find(clause.id()) else { return None };
    let (was, is, cite) = (upper.content().render(), clause.content().render(), upper.citation());
    let say = |zh: String, en: String| {
        let (id, zh_cite, en_cite) = (clause.id(), cite.render(Lang::Zh), cite.render(Lang::En));
        Text::new(format!("{id}：{zh_cite}{zh}"), format!("`{id}`: {en_cite} {en}"))
    };
    let (a, b) = ((was.get(Lang::Zh), is.get(Lang::Zh)), (was.get(Lang::En), is.get(Lang::En)));
    let uncertain = (clause.span().holds(rules.day()) != Likely::Yes).then_some(Reason::PeriodUncertain);
    let silence = |reason: &Reason| *reason != Reason::Silent;
    let unknown = rules.undecided(upper).filter(silence).or(uncertain).or_else(|| rules.undecided(clause));
    let (kind, text) = match (unknown, may_move(upper, clause, by_law.layer())) {
        (Some(reason), _) => {
            let why = reason.label();
            let text =
                say(format!("未能比较：{}", why.get(Lang::Zh)), format!("is not compared, {}", why.get(Lang::En)));
            (LintKind::Unknown, text)
        }
        _ if clause.content() == upper.content() => {
            (LintKind::Same, say(format!("同为“{}”", a.0), format!("says {} too", b.0)))
        }
        (_, Err(why)) => {
            let zh = format!("为“{}”，本规约改为“{}”，上位规则不许这样改", a.0, a.1);
            (LintKind::Refused, say(zh, format!("says {}, the by-law {}: the one above {why}", b.0, b.1)))
        }
        (_, Ok(())) => {
            let kind = if stricter(upper, clause) == Some(true) { LintKind::Stricter } else { LintKind::Moved };
            let zh = format!("为“{}”，本规约改为“{}”，上位规则允许", a.0, a.1);
            (kind, say(zh, format!("says {}, the by-law {}, as it may", b.0, b.1)))
        }
    };
    let (question, under) = (clause.id().to_owned(), clause.id().to_owned());
    let mut cautions: Vec<Caution> = if unknown.is_none() { upper.cautions(rules.day()) } else { Vec::new() };
    cautions.extend(clause.cautions(rules.day()).into_iter().filter(|_| unknown.is_none()));
    cautions.dedup();
    Some(LintFinding { question, under, kind, text, example: None, clauses: vec![clause.id().to_owned()], cautions })
}

fn ids(question: &QuestionRule) -> Vec<String> {
    let mut ids = Vec::new();
    question.tree.visit(&mut |id| ids.push(id.to_owned()));
    ids
}

/// Both ways: what the lower side lets through, and what it asks in addition.
fn compare(
    (upper, lower): (&QuestionRule, &QuestionRule),
    day: Day,
    above: &impl Fn(&str) -> Leaf,
    below: &impl Fn(&str) -> Leaf,
    findings: &mut Vec<LintFinding>,
) {
    let mut leaves = Vec::new();
    let up = prepare(&upper.tree, above, &mut leaves);
    let from = leaves.len();
    let low = prepare(&lower.tree, below, &mut leaves);
    let finding = |kind: LintKind, text: Text, example: Option<Counterexample>| LintFinding {
        question: lower.id.clone(),
        under: upper.id.clone(),
        kind,
        text,
        example,
        clauses: moved(&leaves, from),
        cautions: cautions(&leaves, day),
    };
    if let Some(leaf) = leaves.iter().find(|leaf| leaf.check.is_err()) {
        let why = leaf.check.as_ref().err().map_or_else(Text::default, |reason| reason.label());
        let text =
            Text::new(format!("{}：{}", leaf.id, why.get(Lang::Zh)), format!("`{}`: {}", leaf.id, why.get(Lang::En)));
        findings.push(finding(LintKind::Unknown, text, None));
        return;
    }
    let Some(space) = Space::new(&leaves) else {
        let text = Text::new(
            "条件过多或者相互牵连，未能比较",
            "too many conditions to compare, or conditions that hang together",
        );
        findings.push(finding(LintKind::Unknown, text, None));
        return;
    };
    let status =
        |node: &Node, bits: u64| node.status(&|i| if bits >> i & 1 == 1 { Status::Met } else { Status::NotMet });
    let through = space.smallest(|bits| status(&low, bits) == Status::Met && status(&up, bits) == Status::NotMet);
    let beyond = space.smallest(|bits| status(&low, bits) == Status::NotMet && status(&up, bits) == Status::Met);
    if let Some(example) = &through {
        let broken = broken(&leaves, example.bits, from);
        let text = Text::new(
            format!("{}，依本规约通过，而{}所不许", example.words.get(Lang::Zh), broken.get(Lang::Zh)),
            format!("{} it passes what {} forbids", example.words.get(Lang::En), broken.get(Lang::En)),
        );
        findings.push(finding(LintKind::Refused, text, Some(example.as_wire())));
    }
    if let Some(example) = &beyond {
        let text = Text::new(
            format!("{}，依法通过，而依本规约不通过", example.words.get(Lang::Zh)),
            format!("{} the law passes what the by-law does not", example.words.get(Lang::En)),
        );
        findings.push(finding(LintKind::Stricter, text, Some(example.as_wire())));
    }
    if through.is_none() && !space.exact {
        let text = Text::new(
            "未发现依本规约通过而法律不许的情形，但未能证明没有",
            "nothing was found that the by-law lets through and the law forbids, and none was shown to be impossible",
        );
        findings.push(finding(LintKind::Unknown, text, None));
    } else if through.is_none() && beyond.is_none() {
        let text = Text::new("与法律结果相同", "the by-law decides as the law does");
        findings.push(finding(LintKind::Same, text, None));
    }
}

/// What a reader must know of the clauses of both sides, each once.
fn cautions(leaves: &[Leaf], day: Day) -> Vec<Caution> {
    let mut out: Vec<Caution> = Vec::new();
    for caution in leaves.iter().flat_map(|leaf| clause_cautions(leaf, day)) {
        if !out.contains(&caution) {
            out.push(caution);
        }
    }
    out
}

/// The clauses of the lower side that differ from the upper's.
fn moved(leaves: &[Leaf], from: usize) -> Vec<String> {
    let differs = |leaf: &&Leaf| {
        let upper = leaves.iter().take(from).find(|other| other.id == leaf.id);
        upper
            .is_none_or(|upper| upper.clause.as_ref().map(Clause::content) != leaf.clause.as_ref().map(Clause::content))
    };
    leaves.iter().skip(from).filter(differs).map(|leaf| leaf.id.clone()).collect()
}

/// The clauses of the upper side that the example breaks.
fn broken(leaves: &[Leaf], bits: u64, from: usize) -> Text {
    let open: Vec<usize> = (0..from).filter(|i| bits >> i & 1 == 0).collect();
    let cite = |lang| {
        let mut cites: Vec<String> = Vec::new();
        for citation in open.iter().filter_map(|i| leaves.get(*i)?.clause.as_ref().map(Clause::citation)) {
            let cite = Citation::render(citation, lang);
            if !cites.contains(&cite) {
                cites.push(cite);
            }
        }
        if cites.is_empty() {
            Text::new("上位规则", "the rule above").get(lang).to_owned()
        } else {
            cites.join("; ")
        }
    };
    Text::new(cite(Lang::Zh), cite(Lang::En))
}
