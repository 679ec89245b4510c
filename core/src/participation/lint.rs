//! By-laws against the law above them: the smallest facts that a by-law lets through and the law forbids.
//!
//! Both sides are bound to one list of leaves. These fall into dimensions that do not touch each other: the votes of one
//! measure, one number or pair of numbers, the days between two events, one answer. For each dimension every combination of
//! answers is sought with the smallest facts that give it; what no facts can give is shown by eliminating the variables of the
//! linear conditions (see `feasible`). The product of the dimensions is then gone through.

use std::collections::BTreeMap;

use super::check::Check;
use super::feasible::{Known, feasible, search};
use super::question::{Leaf, Node, leaf_of, prepare};
use super::test::Test;
use super::{Counts, Tally};
use crate::kernel::{Citation, Lang, Result, Status, Text};
use crate::pack::{
    Clause, Content, Deadline, Figure, Measure, Milestone, Pack, Packs, QuestionRule, Reason, Rules, TimeUnit, When,
};
use crate::wire::participation::{Counterexample, LintFinding, LintKind};

/// The most combinations of dimensions that are gone through.
const MOST: usize = 1 << 20;

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
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// None that checked packs can have; the result is fallible in general.
pub fn lint(rules: &Rules, by_law: &Pack) -> Result<Vec<LintFinding>> {
    let mut findings = Vec::new();
    let own = |id: &str| {
        let mut versions = by_law.clauses().iter().filter(|c| c.id() == id);
        versions.find(|c| c.span().holds(rules.day()) == crate::kernel::Likely::Yes)
    };
    let below = |id: &str| own(id).map_or_else(|| leaf_of(rules, id), leaf_in);
    let above = |id: &str| leaf_of(rules, id);
    for question in rules.packs().questions_on(rules.day()) {
        let moved = ids(question).into_iter().any(|id| own(&id).is_some());
        if moved {
            compare(question, question, &above, &below, &mut findings);
        }
    }
    for (question, under) in Packs::questions_under(by_law) {
        if let Ok(upper) = rules.question_rule(under) {
            compare(upper, question, &above, &below, &mut findings);
        }
    }
    Ok(findings)
}

/// A by-law's own clause as a leaf.
fn leaf_in(clause: &Clause) -> Leaf {
    let check = Check::read(clause.content()).ok_or(match clause.content() {
        Content::Silence(_) => Reason::Silent,
        _ => Reason::Unread,
    });
    Leaf { id: clause.id().to_owned(), label: clause.label().clone(), clause: Some(clause.clone()), check }
}

fn ids(question: &QuestionRule) -> Vec<String> {
    let mut ids = Vec::new();
    question.tree.visit(&mut |id| ids.push(id.to_owned()));
    ids
}

/// Both ways: what the lower side lets through, and what it asks in addition.
fn compare(
    upper: &QuestionRule,
    lower: &QuestionRule,
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

/// One way in which the leaves of a dimension can come out, with the smallest facts.
#[derive(Debug, Clone)]
struct Way {
    bits: u64,
    size: u64,
    words: Text,
    tally: Option<(Measure, Tally)>,
}

/// All ways in which all leaves can come out.
struct Space {
    dimensions: Vec<Vec<Way>>,
    /// Whether no way is missing.
    exact: bool,
}

#[derive(Debug, Clone)]
struct Example {
    bits: u64,
    words: Text,
    counts: Counts,
}

impl Example {
    fn as_wire(&self) -> Counterexample {
        let mut tallies = BTreeMap::new();
        for measure in Measure::ALL {
            let tally = self.counts.tally(measure);
            if !tally.is_empty() {
                tallies.insert(measure, super::facts::tally_draft(tally));
            }
        }
        Counterexample { words: self.words.clone(), tallies }
    }
}

impl Space {
    fn new(leaves: &[Leaf]) -> Option<Self> {
        let mut votes: BTreeMap<Measure, Vec<(usize, Test)>> = BTreeMap::new();
        let mut pairs: Vec<(Pair, Vec<(usize, Test)>)> = Vec::new();
        let mut numbers: Vec<(String, Vec<usize>)> = Vec::new();
        if leaves.len() > 64 {
            return None;
        }
        if entangled(leaves) {
            return None;
        }
        for (i, leaf) in leaves.iter().enumerate() {
            let Ok(check) = &leaf.check else { return None };
            match check {
                Check::Votes(test) => votes.entry(test.measure).or_default().push((i, *test)),
                Check::Composition(test, part, base) => {
                    let key = (*part, *base);
                    match pairs.iter_mut().find(|(k, _)| *k == key) {
                        Some((_, list)) => list.push((i, *test)),
                        None => pairs.push((key, vec![(i, *test)])),
                    }
                }
                other => {
                    let key = key_of(other, &leaf.id);
                    match numbers.iter_mut().find(|(k, _)| *k == key) {
                        Some((_, list)) => list.push(i),
                        None => numbers.push((key, vec![i])),
                    }
                }
            }
        }
        let mut dimensions = Vec::new();
        let mut exact = true;
        for (measure, list) in votes {
            let (ways, all) = vote_ways(&list, false, |t| words_of(measure, t, &list))?;
            exact &= all;
            dimensions.push(ways.into_iter().map(|(w, t)| Way { tally: Some((measure, t)), ..w }).collect());
        }
        for ((part, base), list) in pairs {
            let words = |t: &Tally| {
                let (n, of) = (t.proposing.unwrap_or(0), t.entitled.unwrap_or(0));
                let (part, base) = (part.label(), base.label());
                Text::new(
                    format!("{of}{}中{n}{}", base.get(Lang::Zh), part.get(Lang::Zh)),
                    format!("with {n} {} of {of} {}", part.get(Lang::En), base.get(Lang::En)),
                )
            };
            let (ways, all) = vote_ways(&list, true, words)?;
            exact &= all;
            dimensions.push(ways.into_iter().map(|(way, _)| way).collect());
        }
        for (_, list) in numbers {
            let checks: Vec<(usize, &Check)> =
                list.iter().filter_map(|i| Some((*i, leaves.get(*i)?.check.as_ref().ok()?))).collect();
            // A share of the seats is compared for one number of seats only.
            exact &= !checks.iter().any(|(_, check)| matches!(check, Check::Surplus(surplus) if surplus.of_seats));
            dimensions.push(number_ways(&checks, leaves));
        }
        let product = dimensions.iter().map(Vec::len).try_fold(1_usize, usize::checked_mul)?;
        (product <= MOST).then_some(Self { dimensions, exact })
    }

    /// The smallest facts of which a condition on the leaves holds.
    fn smallest(&self, holds: impl Fn(u64) -> bool) -> Option<Example> {
        let mut best: Option<(u64, Vec<usize>)> = None;
        let mut at = vec![0_usize; self.dimensions.len()];
        loop {
            let ways = || self.dimensions.iter().zip(&at).filter_map(|(ways, i)| ways.get(*i));
            let (bits, size) =
                ways().fold((0, 0_u64), |(bits, size), way| (bits | way.bits, size.saturating_add(way.size)));
            if best.as_ref().is_none_or(|(least, _)| size < *least) && holds(bits) {
                best = Some((size, at.clone()));
            }
            // The next combination.
            let Some(turn) = at.iter().zip(&self.dimensions).position(|(i, ways)| i + 1 < ways.len()) else { break };
            for (i, digit) in at.iter_mut().enumerate().take(turn + 1) {
                *digit = if i == turn { *digit + 1 } else { 0 };
            }
        }
        let (_, at) = best?;
        let ways: Vec<&Way> = self.dimensions.iter().zip(&at).filter_map(|(ways, i)| ways.get(*i)).collect();
        let mut counts = Counts::default();
        for (measure, tally) in ways.iter().filter_map(|way| way.tally) {
            *counts.tally_mut(measure) = tally;
        }
        let join = |lang, mark: &str| {
            ways.iter().map(|w| w.words.get(lang)).filter(|w| !w.is_empty()).collect::<Vec<_>>().join(mark)
        };
        let words = Text::new(join(Lang::Zh, "，"), join(Lang::En, ", "));
        Some(Example { bits: ways.iter().fold(0, |bits, way| bits | way.bits), words, counts })
    }
}

/// A part and its base.
type Pair = (crate::pack::Figure, crate::pack::Figure);

/// The ways in which tests of one tally can come out, and whether these are all; `free` if the part may exceed its base.
fn vote_ways(list: &[(usize, Test)], free: bool, words: impl Fn(&Tally) -> Text) -> Option<(Vec<(Way, Tally)>, bool)> {
    let mut tests: Vec<Test> = Vec::new();
    for (_, test) in list {
        if !tests.contains(test) {
            tests.push(*test);
        }
    }
    if tests.len() > 10 {
        return None;
    }
    let found = search(&tests, free);
    let all = (0..1_u32 << tests.len())
        .all(|vector| found.contains_key(&vector) || feasible(&tests, vector, free) == Known::Impossible);
    let ways = found.into_iter().map(|(vector, tally)| {
        let held = |test: &Test| tests.iter().position(|t| t == test).is_some_and(|at| vector >> at & 1 == 1);
        let bits = list.iter().filter(|(_, test)| held(test)).fold(0, |bits, (i, _)| bits | 1 << i);
        let size = tally.entitled.unwrap_or(0);
        (Way { bits, size, words: words(&tally), tally: None }, tally)
    });
    Some((ways.collect(), all))
}

/// What is counted once, in the words of a counterexample.
fn words_of(measure: Measure, tally: &Tally, list: &[(usize, Test)]) -> Text {
    use crate::pack::{Base, Part};
    let uses = |base: Base| list.iter().any(|(_, t)| t.base == base);
    let part = |part: Part| list.iter().any(|(_, t)| t.part == part);
    let n = |field: Option<u64>| field.unwrap_or(0);
    let label = measure.label();
    let unit = if measure == Measure::Area { "m² of area" } else { label.get(Lang::En) };
    let (mut zh, mut en) = (Vec::new(), Vec::new());
    let mut say = |a: String, b: String| {
        zh.push(a);
        en.push(b);
    };
    if uses(Base::Entitled) || uses(Base::Present) || part(Part::Present) {
        say(format!("共{}", n(tally.entitled)), format!("{} {unit} entitled", n(tally.entitled)));
    }
    if uses(Base::Present) || part(Part::Present) {
        say(format!("{}参加", n(tally.present)), format!("{} present", n(tally.present)));
    }
    if part(Part::Yes) {
        say(format!("{}同意", n(tally.yes)), format!("{} yes", n(tally.yes)));
    }
    if uses(Base::Valid) || uses(Base::YesAndNo) {
        say(format!("{}反对", n(tally.no)), format!("{} no", n(tally.no)));
    }
    if uses(Base::Valid) {
        say(format!("{}弃权", n(tally.abstain)), format!("{} abstain", n(tally.abstain)));
    }
    if part(Part::Proposing) {
        say(format!("{}提议", n(tally.proposing)), format!("{} proposing", n(tally.proposing)));
    }
    let list = match en.as_slice() {
        [one] => one.clone(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
        [] => String::new(),
    };
    Text::new(format!("{}：{}", label.get(Lang::Zh), zh.join("，")), format!("with {list}"))
}

fn key_of(check: &Check, id: &str) -> String {
    match check {
        Check::Range(_, figure) => format!("range {figure:?}"),
        Check::Surplus(_) => "surplus".to_owned(),
        Check::Deadline(d) => {
            let unit = if in_days(d).is_some() { TimeUnit::Day } else { d.unit };
            format!("deadline {:?} {:?} {} {unit:?} {}", d.event, d.anchor, is_before(d), d.roll)
        }
        Check::SecondCall => "second call".to_owned(),
        _ => format!("answer {id}"),
    }
}

const fn is_before(deadline: &Deadline) -> bool {
    matches!(deadline.when, When::AtLeastBefore | When::AtMostBefore)
}

/// The days of a deadline that is counted in days, weeks or clear days; months, years and working days are of no fixed length.
fn in_days(deadline: &Deadline) -> Option<u64> {
    let n = u64::from(deadline.n);
    match deadline.unit {
        _ if deadline.roll => None,
        TimeUnit::Day => Some(n),
        TimeUnit::ClearDay => Some(n + 1),
        TimeUnit::Week => Some(n * 7),
        _ => None,
    }
}

/// Whether leaves turn on the same facts in ways that are not compared here: one number in several compositions, ranges and
/// surpluses, or one time in days and in months.
fn entangled(leaves: &[Leaf]) -> bool {
    let mut figures: Vec<(Vec<Figure>, String)> = Vec::new();
    let mut times: Vec<(Milestone, Milestone, String)> = Vec::new();
    for leaf in leaves {
        let Ok(check) = &leaf.check else { continue };
        let key = key_of(check, "");
        match check {
            Check::Composition(_, part, base) => figures.push((vec![*part, *base], format!("{part:?} {base:?}"))),
            Check::Range(range, figure) if !range.usual() => figures.push((vec![*figure], key)),
            Check::Surplus(_) => figures.push((vec![Figure::Candidates, Figure::Seats], key)),
            Check::Deadline(d) => times.push((d.event, d.anchor, key)),
            _ => {}
        }
    }
    let shared = |(one, a): &(Vec<Figure>, String)| {
        figures.iter().any(|(other, b)| a != b && one.iter().any(|figure| other.contains(figure)))
    };
    let mixed = |(event, anchor, a): &(Milestone, Milestone, String)| {
        times.iter().any(|(e, n, b)| a != b && (event, anchor) == (e, n))
    };
    figures.iter().any(shared) || times.iter().any(mixed)
}

/// The ways in which bounds of one number can come out: the number is tried at every bound and on both sides of it.
fn number_ways(checks: &[(usize, &Check)], leaves: &[Leaf]) -> Vec<Way> {
    let mut tries: Vec<u64> = vec![0];
    for (_, check) in checks {
        match check {
            Check::Range(range, _) => tries.extend([range.least(), range.most()].into_iter().flatten()),
            Check::Deadline(d) => tries.push(in_days(d).unwrap_or(d.n.into())),
            Check::Surplus(surplus) => {
                // Of ten seats; shares of them are whole numbers for tenths, halves and fifths, and rounded as the clause does.
                let (least, most) = surplus.candidates(SEATS);
                tries.push(least);
                tries.extend(most);
            }
            _ => tries.push(1),
        }
    }
    let near: Vec<u64> = tries.iter().flat_map(|n| [n.saturating_sub(1), *n, n.saturating_add(1)]).collect();
    tries.extend(near);
    tries.sort_unstable();
    tries.dedup();
    let mut ways: Vec<Way> = Vec::new();
    for n in tries {
        let bits = checks.iter().filter(|(_, check)| holds(check, n)).fold(0_u64, |bits, (i, _)| bits | 1 << i);
        if ways.iter().any(|way| way.bits == bits) {
            continue;
        }
        let words = checks.first().map_or_else(Text::default, |(i, check)| {
            number_words(check, n, leaves.get(*i).map_or("", |leaf| leaf.id.as_str()))
        });
        ways.push(Way { bits, size: n, words, tally: None });
    }
    ways
}

/// For so many seats a surplus is compared.
const SEATS: u64 = 30;

fn holds(check: &Check, n: u64) -> bool {
    match check {
        Check::Range(range, _) => range.usual() || range.contains(n),
        Check::Surplus(surplus) => {
            let (least, most) = surplus.candidates(SEATS);
            least <= n && most.is_none_or(|most| n <= most)
        }
        Check::Deadline(d) => {
            let bound = in_days(d).unwrap_or(d.n.into());
            match d.when {
                When::AtLeastBefore | When::AtLeastAfter => n >= bound,
                When::AtMostBefore | When::AtMostAfter => n <= bound,
            }
        }
        Check::Predicate { not, .. } => (n == 1) != *not,
        _ => n == 1,
    }
}

fn number_words(check: &Check, n: u64, id: &str) -> Text {
    match check {
        Check::Range(_, figure) => {
            let label = figure.label();
            Text::new(format!("{}{n}", label.get(Lang::Zh)), format!("with {n} {}", label.get(Lang::En)))
        }
        Check::Surplus(_) => {
            Text::new(format!("应选{SEATS}名，候选人{n}名"), format!("with {n} candidates for {SEATS} seats"))
        }
        Check::Deadline(d) => {
            let unit = if in_days(d).is_some() { TimeUnit::Day } else { d.unit };
            let (event, anchor, unit) = (d.event.label(), d.anchor.label(), unit.label());
            let (zh, en) = if is_before(d) { ("之前", "before") } else { ("之后", "after") };
            Text::new(
                format!("{}在{}{zh}{n}{}", event.get(Lang::Zh), anchor.get(Lang::Zh), unit.get(Lang::Zh)),
                format!("with {} {n} {} {en} {}", event.get(Lang::En), unit.get(Lang::En), anchor.get(Lang::En)),
            )
        }
        _ => Text::new(
            format!("{id}：{}", if n == 1 { "是" } else { "否" }),
            format!("with `{id}` {}", if n == 1 { "so" } else { "not so" }),
        ),
    }
}
