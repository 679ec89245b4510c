//! The ways in which the leaves of two rules can come out together, each with the smallest facts.
//!
//! Leaves fall into dimensions that do not touch each other: the votes of one measure, one number or pair of numbers, the days
//! between two events, one answer. For each dimension every combination of answers is sought with the smallest facts that give
//! it; what no facts can give is shown by eliminating the variables of the linear conditions (see `feasible`). The product of
//! the dimensions is then gone through.
//!
//! Heads, area and shares are counted from the same votes. Where two of them stand together, nobody is absent in one who is
//! present in the other: see [`Traits`].

use std::collections::BTreeMap;

use num_traits::ToPrimitive as _;

use super::check::Check;
use super::feasible::{Known, feasible, search};
use super::question::Leaf;
use super::test::Test;
use super::{Counts, Tally, numbers};
use crate::kernel::{Lang, Text};
use crate::pack::{
    Base, Clause, Comparison, Content, Deadline, Figure, Measure, Milestone, Part, Predicate, PredicateKind, Range,
    TimeUnit, When, YearsFull,
};
use crate::wire::participation::Counterexample;

/// The most combinations of dimensions that are gone through.
const MOST: usize = 1 << 20;
/// The most different tests of one measure.
const MOST_TESTS: usize = 10;
/// Surpluses are compared for up to so many seats.
const MOST_SEATS: u64 = 60;

/// One way in which the leaves of a dimension can come out, with the smallest facts.
#[derive(Debug, Clone)]
pub(super) struct Way {
    pub bits: u64,
    pub size: u64,
    pub words: Text,
    tally: Option<(Measure, Tally)>,
    /// Who of all is present and says yes, where that ties measures together.
    traits: Option<(Measure, Traits)>,
}

impl Way {
    /// Of numbers alone.
    pub const fn of(bits: u64, size: u64, words: Text) -> Self {
        Self { bits, size, words, tally: None, traits: None }
    }
}

/// A leaf that is a share which one number has of another.
pub(super) type Share = (usize, Test, Figure, Figure);
/// A leaf that bounds one number.
pub(super) type Bound<'r> = (usize, &'r Range, Figure);

/// What the tallies of one vote have in common in whatever they are measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Traits {
    /// Somebody is present.
    some: bool,
    /// All are present.
    all: bool,
    /// Somebody says yes; all who are present say yes. Where votes are not asked, neither is known.
    yes: Option<(bool, bool)>,
}

impl Traits {
    /// The tests that give them.
    pub fn tests(measure: Measure, votes: bool) -> Vec<Test> {
        let test = |part, base, comparison, p| Test { part, base, measure, comparison, negated: false, p, q: 1 };
        let mut tests = vec![
            test(Part::Present, Base::Entitled, Comparison::MoreThan, 0),
            test(Part::Present, Base::Entitled, Comparison::AtLeast, 1),
        ];
        if votes {
            tests.push(test(Part::Yes, Base::Entitled, Comparison::MoreThan, 0));
            tests.push(test(Part::Yes, Base::Present, Comparison::AtLeast, 1));
        }
        tests
    }

    /// Of a combination of these tests, from the first on.
    pub const fn of(bits: u32, votes: bool) -> Self {
        let yes = if votes { Some((bits >> 2 & 1 == 1, bits >> 3 & 1 == 1)) } else { None };
        Self { some: bits & 1 == 1, all: bits >> 1 & 1 == 1, yes }
    }

    /// Whether one tally can have them.
    pub fn sound(self) -> bool {
        (self.some || !self.all) && self.yes.is_none_or(|(one, every)| (self.some || !one) && (one || !every))
    }

    /// Whether the same vote gives these of one measure and those of another.
    ///
    /// A head has one unit or several: it is present if one of them takes part, and says yes if all of those do.
    pub fn agree(self, measure: Measure, other: Self, of: Measure) -> bool {
        let heads_first = |heads: Self, units: Self| {
            let yes = match (heads.yes, units.yes) {
                (Some((a, every_a)), Some((b, every_b))) => (!a || b) && every_a == every_b,
                _ => true,
            };
            heads.some == units.some && (heads.all || !units.all) && yes
        };
        match (measure, of) {
            (Measure::Heads, _) => heads_first(self, other),
            (_, Measure::Heads) => heads_first(other, self),
            // Area and shares are of the same units.
            _ => self == other,
        }
    }
}

/// All ways in which all leaves can come out.
pub(super) struct Space {
    dimensions: Vec<Vec<Way>>,
    /// Whether no way is missing.
    pub exact: bool,
}

/// The smallest facts with some answers.
#[derive(Debug, Clone)]
pub(super) struct Example {
    pub bits: u64,
    pub words: Text,
    counts: Counts,
}

impl Example {
    pub fn as_wire(&self) -> Counterexample {
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
    /// None where the conditions are too many, or hang together in ways that are not compared.
    pub fn new(leaves: &[Leaf]) -> Option<Self> {
        let mut votes: BTreeMap<Measure, Vec<(usize, Test)>> = BTreeMap::new();
        let (mut shares, mut ranges): (Vec<Share>, Vec<Bound<'_>>) = (Vec::new(), Vec::new());
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
                Check::Composition(test, part, base) => shares.push((i, *test, *part, *base)),
                Check::Range(range, figure) if !range.usual() => ranges.push((i, range, *figure)),
                other => {
                    let key = key_of(other, leaf, leaves);
                    match numbers.iter_mut().find(|(k, _)| *k == key) {
                        Some((_, list)) => list.push(i),
                        None => numbers.push((key, vec![i])),
                    }
                }
            }
        }
        let mut dimensions = Vec::new();
        let mut exact = true;
        let of_units = |measure: &Measure| matches!(measure, Measure::Heads | Measure::Area | Measure::Shares);
        let tied: Vec<Measure> = votes.keys().copied().filter(of_units).collect();
        // What is proposed says nothing of what is voted.
        let votes_on = |part: Part| votes.values().flatten().any(|(_, t)| of_units(&t.measure) && t.part == part);
        let tied = tied.len() > 1 && (votes_on(Part::Present) || votes_on(Part::Yes));
        let voted = votes_on(Part::Yes);
        for (measure, list) in votes {
            let traits = if tied && of_units(&measure) { Traits::tests(measure, voted) } else { Vec::new() };
            let (ways, all) = vote_ways(&list, &traits, |t| words_of(measure, t, &list))?;
            exact &= all;
            let ways = ways.into_iter().map(|(w, t, bits)| Way {
                tally: Some((measure, t)),
                traits: (!traits.is_empty()).then(|| (measure, Traits::of(bits, voted))),
                ..w
            });
            dimensions.push(ways.collect());
        }
        for (shares, ranges) in numbers::components(&shares, &ranges) {
            let (ways, all) = numbers::ways(&shares, &ranges)?;
            exact &= all;
            dimensions.push(ways);
        }
        for (_, list) in numbers {
            let checks: Vec<(usize, &Check)> =
                list.iter().filter_map(|i| Some((*i, leaves.get(*i)?.check.as_ref().ok()?))).collect();
            exact &= seats_told_apart(&checks);
            dimensions.push(number_ways(&checks, leaves));
        }
        let product = dimensions.iter().map(Vec::len).try_fold(1_usize, usize::checked_mul)?;
        (product <= MOST).then_some(Self { dimensions, exact })
    }

    /// The smallest facts of which a condition on the leaves holds.
    pub fn smallest(&self, holds: impl Fn(u64) -> bool) -> Option<Example> {
        let mut best: Option<(u64, Vec<usize>)> = None;
        let mut at = vec![0_usize; self.dimensions.len()];
        loop {
            let ways = || self.dimensions.iter().zip(&at).filter_map(|(ways, i)| ways.get(*i));
            let (bits, size) =
                ways().fold((0, 0_u64), |(bits, size), way| (bits | way.bits, size.saturating_add(way.size)));
            let possible = || {
                let traits: Vec<(Measure, Traits)> = ways().filter_map(|way| way.traits).collect();
                traits.iter().all(|(m, a)| traits.iter().all(|(of, b)| m >= of || a.agree(*m, *b, *of)))
            };
            if best.as_ref().is_none_or(|(least, _)| size < *least) && holds(bits) && possible() {
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

/// The ways in which tests of one tally can come out, each with its traits, and whether these are all.
#[allow(clippy::type_complexity, reason = "one place makes it and two take it apart")]
fn vote_ways(
    list: &[(usize, Test)],
    traits: &[Test],
    words: impl Fn(&Tally) -> Text,
) -> Option<(Vec<(Way, Tally, u32)>, bool)> {
    let mut tests: Vec<Test> = Vec::new();
    for (_, test) in list {
        if !tests.contains(test) {
            tests.push(*test);
        }
    }
    if tests.len() > MOST_TESTS {
        return None;
    }
    let own = tests.len();
    tests.extend(traits);
    let vectors: Vec<u32> = (0..1_u32 << tests.len())
        .filter(|vector| traits.is_empty() || Traits::of(vector >> own, traits.len() > 2).sound())
        .collect();
    let found = search(&tests, &vectors);
    let all = vectors.iter().all(|vector| found.contains_key(vector) || feasible(&tests, *vector) == Known::Impossible);
    let ways = found.into_iter().map(|(vector, tally)| {
        let held = |test: &Test| tests.iter().position(|t| t == test).is_some_and(|at| vector >> at & 1 == 1);
        let bits = list.iter().filter(|(_, test)| held(test)).fold(0, |bits, (i, _)| bits | 1 << i);
        let size = tally.entitled.unwrap_or(0);
        (Way::of(bits, size, words(&tally)), tally, vector >> own)
    });
    Some((ways.collect(), all))
}

/// What is counted once, in the words of a counterexample.
fn words_of(measure: Measure, tally: &Tally, list: &[(usize, Test)]) -> Text {
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

fn key_of(check: &Check, leaf: &Leaf, leaves: &[Leaf]) -> String {
    match check {
        Check::Range(_, figure) => format!("usual {figure:?}"),
        Check::Surplus(_) => "surplus".to_owned(),
        Check::Deadline(d) => {
            let unit = if in_days(d).is_some() { TimeUnit::Day } else { d.unit };
            format!("deadline {:?} {:?} {} {unit:?} {}", d.event, d.anchor, is_before(d), d.roll)
        }
        Check::SecondCall => "second call".to_owned(),
        Check::Body(id, _) => format!("body {id}"),
        // What is asked of a person is the same where it is asked in the same words, or of the clause in whose place it stands.
        _ => {
            let Some(asked) = predicate(leaf) else { return format!("answer {}", leaf.id) };
            let alike = |other: &&Predicate| (other.is, other.on) == (asked.is, asked.on);
            let first = leaves.iter().filter(|other| other.id == leaf.id).filter_map(predicate).find(alike);
            let words = first.unwrap_or(asked).words.as_ref();
            let words = words.filter(|_| asked.is != PredicateKind::Age);
            format!("answer {:?} {:?} {words:?}", asked.is, asked.on)
        }
    }
}

/// What a leaf asks of a person.
fn predicate(leaf: &Leaf) -> Option<&Predicate> {
    match leaf.clause.as_ref().map(Clause::content) {
        Some(Content::Predicate(asked)) => Some(asked),
        _ => None,
    }
}

/// From where on full years count, in halves of a year: an even number is the very day on which they end, an odd one after it.
fn halves(asked: &Predicate) -> Option<u64> {
    let n = u64::from(asked.years?) * 2;
    Some(if asked.full == Some(YearsFull::OnTheDay) { n } else { n + 1 })
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

/// Whether leaves turn on the same facts in ways that are not compared here: seats and candidates in surpluses and elsewhere, one
/// time in days and in months, times that add up to another one, or one age of which only some clauses say whether the birthday
/// counts.
fn entangled(leaves: &[Leaf]) -> bool {
    let (mut seats, mut others): (bool, Vec<Figure>) = (false, Vec::new());
    let mut times: Vec<(Milestone, Milestone, String)> = Vec::new();
    let mut years: Vec<(String, bool)> = Vec::new();
    for leaf in leaves {
        let Ok(check) = &leaf.check else { continue };
        let key = key_of(check, leaf, leaves);
        if let Some(asked) = predicate(leaf).filter(|asked| asked.years.is_some()) {
            years.push((key.clone(), asked.full.is_some()));
        }
        match check {
            Check::Composition(_, part, base) => others.extend([*part, *base]),
            Check::Range(range, figure) if !range.usual() => others.push(*figure),
            Check::Surplus(_) => seats = true,
            Check::Deadline(d) => times.push((d.event, d.anchor, key)),
            _ => {}
        }
    }
    // Between two events, in any order, there is one time; in a circle of events each time follows from the others.
    let same = |a: &(Milestone, Milestone, String), b: &(Milestone, Milestone, String)| {
        (a.0, a.1) == (b.0, b.1) || (a.0, a.1) == (b.1, b.0)
    };
    let mixed = times.iter().any(|a| times.iter().any(|b| same(a, b) && a.2 != b.2));
    let mut circle = false;
    let mut joined: Vec<Vec<Milestone>> = Vec::new();
    for (i, time) in times.iter().enumerate() {
        if times.iter().take(i).any(|earlier| same(earlier, time)) {
            continue;
        }
        let mut group = vec![time.0, time.1];
        circle |= joined.iter().any(|old| old.contains(&time.0) && old.contains(&time.1));
        joined.retain(|old| {
            let touches = old.contains(&time.0) || old.contains(&time.1);
            if touches {
                group.extend(old);
            }
            !touches
        });
        joined.push(group);
    }
    let half_said = years.iter().any(|(a, said)| years.iter().any(|(b, other)| a == b && said != other));
    let shared = seats && others.iter().any(|figure| matches!(figure, Figure::Candidates | Figure::Seats));
    shared || mixed || circle || half_said
}

/// Whether surpluses that differ do so for as many seats as are tried: of shares of the seats, the fractions between any two
/// begin where both denominators together are the seats; beside shares, fixed numbers may differ later.
fn seats_told_apart(checks: &[(usize, &Check)]) -> bool {
    let surpluses =
        || checks.iter().filter_map(|(_, check)| if let Check::Surplus(s) = check { Some(s) } else { None });
    let shares = || surpluses().filter(|s| s.of_seats);
    let fine = |ratio: &crate::kernel::Ratio| ratio.denominator().to_u64().is_some_and(|q| q <= MOST_SEATS / 2);
    let alike = surpluses().zip(surpluses().skip(1)).all(|(a, b)| a == b);
    let mixed = shares().next().is_some() && surpluses().any(|s| !s.of_seats);
    alike || !mixed && shares().flat_map(|s| s.least.iter().chain(&s.most)).all(fine)
}

/// The ways in which bounds of one number can come out: the number is tried at every bound and on both sides of it.
fn number_ways(checks: &[(usize, &Check)], leaves: &[Leaf]) -> Vec<Way> {
    let asked = |i: usize| leaves.get(i).and_then(predicate);
    let mut ways: Vec<Way> = Vec::new();
    let mut meet = |n: u64, seats: u64| {
        let held = checks.iter().filter(|(i, check)| holds(check, asked(*i), n, seats));
        let bits = held.fold(0_u64, |bits, (i, _)| bits | 1 << i);
        if !ways.iter().any(|way| way.bits == bits) {
            let words =
                checks.first().map_or_else(Text::default, |(i, check)| number_words(check, asked(*i), n, seats));
            ways.push(Way::of(bits, n, words));
        }
    };
    let surplus = checks.iter().any(|(_, check)| matches!(check, Check::Surplus(_)));
    for seats in if surplus { 1..=MOST_SEATS } else { 0..=0 } {
        let mut tries: Vec<u64> = vec![0];
        for (i, check) in checks {
            match check {
                Check::Deadline(d) => tries.push(in_days(d).unwrap_or(d.n.into())),
                Check::Surplus(surplus) => {
                    let (least, most) = surplus.candidates(seats);
                    tries.push(least);
                    tries.extend(most);
                }
                _ => tries.push(asked(*i).and_then(halves).unwrap_or(1)),
            }
        }
        let near: Vec<u64> = tries.iter().flat_map(|n| [n.saturating_sub(1), *n, n.saturating_add(1)]).collect();
        tries.extend(near);
        tries.sort_unstable();
        tries.dedup();
        for n in tries {
            meet(n, seats);
        }
    }
    ways
}

fn holds(check: &Check, asked: Option<&Predicate>, n: u64, seats: u64) -> bool {
    match check {
        // What is usual binds nobody.
        Check::Range(..) => true,
        Check::Surplus(surplus) => {
            let (least, most) = surplus.candidates(seats);
            least <= n && most.is_none_or(|most| n <= most)
        }
        Check::Deadline(d) => {
            let bound = in_days(d).unwrap_or(d.n.into());
            match d.when {
                When::AtLeastBefore | When::AtLeastAfter => n >= bound,
                When::AtMostBefore | When::AtMostAfter => n <= bound,
            }
        }
        Check::Predicate { not, .. } => (n >= asked.and_then(halves).unwrap_or(1)) != *not,
        _ => n == 1,
    }
}

fn number_words(check: &Check, asked: Option<&Predicate>, n: u64, seats: u64) -> Text {
    let both = |text: &Text| (text.get(Lang::Zh).to_owned(), text.get(Lang::En).to_owned());
    match check {
        Check::Range(..) => Text::default(),
        Check::Surplus(_) => {
            let (one, of) =
                (if n == 1 { "candidate" } else { "candidates" }, if seats == 1 { "seat" } else { "seats" });
            Text::new(format!("应选{seats}名，候选人{n}名"), format!("with {n} {one} for {seats} {of}"))
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
        Check::Body(_, label) => {
            let (zh, en) = both(label);
            if n == 1 {
                Text::new(format!("组成为{zh}"), format!("composed of {en}"))
            } else {
                Text::new(format!("组成不为{zh}"), format!("not composed of {en}"))
            }
        }
        Check::SecondCall => {
            let (zh, en) =
                if n == 1 { ("再次召集", "the second call") } else { ("首次召集", "the first call") };
            Text::new(zh, format!("on {en}"))
        }
        _ => {
            let (zh, en) = asked.map(|asked| both(&asked.is.label())).unwrap_or_default();
            if asked.is_some_and(|asked| asked.years.is_some()) {
                let on = if n.is_multiple_of(2) { ("当日", ", on the very day") } else { ("", "") };
                return Text::new(
                    format!("{zh}满{}年{}", n / 2, on.0),
                    format!("with {en} of {} years{}", n / 2, on.1),
                );
            }
            let (zh_so, en_so) = if n == 1 { ("是", "so") } else { ("否", "not so") };
            let words = asked.and_then(|asked| asked.words.as_ref()).map(both);
            let (zh, en) = match words {
                Some((zh_words, en_words)) => (format!("{zh}（{zh_words}）"), format!("{en} ({en_words})")),
                None => (zh, en),
            };
            Text::new(format!("{zh}：{zh_so}"), format!("with {en} {en_so}"))
        }
    }
}
