//! What a by-law changes: examples that can be, ages, clauses that no question asks, and what is not compared.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::check::Check;
use super::language_tests::{HEAD, by_law, clause, one, rules};
use super::*;
use crate::kernel::{Document, Error, Lang, Status};
use crate::pack::{Figure, Measure, Pack, Rules, cn};
use crate::wire::participation::{LintFinding, LintKind};

fn owners() -> Rules {
    cn().at("2026-03-01".parse().unwrap())
}

fn refused(found: &[LintFinding]) -> &LintFinding {
    found.iter().find(|f| f.is_refused()).unwrap()
}

fn under_owners(body: &str) -> Pack {
    let head = HEAD
        .replace("\"t\"", "\"b\"")
        .replace("national-law", "by-law")
        .replace("read_on", "extends = [\"cn.owners\"]\nread_on");
    Pack::parse(&format!("{head}{body}")).unwrap()
}

/// A by-law that counts area only: that all of the area takes part and nobody is present cannot be.
#[test]
fn an_example_is_one_that_can_be() {
    let body = "[[questions]]\nid = \"own\"\nlabel = \"own\"\nunder = \"owners.participation\"\nrequire = \"cn.cc.278.part.area\"\n";
    let found = lint(&owners(), &under_owners(body)).unwrap();
    let example = refused(&found).example.as_ref().unwrap();
    let (heads, area) = (&example.tallies[&Measure::Heads], &example.tallies[&Measure::Area]);
    assert!(heads.present > Some(0), "{heads:?} {area:?}");
    assert!(area.present < area.entitled, "{heads:?} {area:?}");
    assert_eq!(
        example.words.get(Lang::En),
        "with 2 heads entitled and 1 present, with 3 m² of area entitled and 2 present"
    );
}

/// No vote of units is called impossible: its heads and its area have traits that agree.
#[test]
fn whatever_units_vote_agrees() {
    use super::laws::{any_units, cases, unit_facts};
    use super::ways::Traits;
    let traits = |facts: &Facts, measure: Measure| {
        let tally = facts.counts().tally(measure);
        let held = |test: &super::test::Test| test.status(tally) == Status::Met;
        let tests = Traits::tests(measure, true);
        let bits = tests.iter().enumerate().fold(0_u32, |bits, (i, test)| bits | u32::from(held(test)) << i);
        Traits::of(bits, true)
    };
    proptest!(cases(500), |(list in any_units())| {
        let facts = unit_facts(&list);
        let (heads, area) = (traits(&facts, Measure::Heads), traits(&facts, Measure::Area));
        prop_assert!(heads.sound() && area.sound(), "{:?} {:?}", heads, area);
        prop_assert!(heads.agree(Measure::Heads, area, Measure::Area) && area.agree(Measure::Area, heads, Measure::Heads));
    });
}

/// Consent by area only: somebody of those who consent to more than half of it is a head, who may be outvoted.
#[test]
fn an_example_of_a_vote_is_one_that_can_be() {
    let body = "[[questions]]\nid = \"own\"\nlabel = \"own\"\nunder = \"owners.ordinary\"\n\
        require = { all = [\"cn.cc.278.part.area\", \"cn.cc.278.part.heads\", \"cn.cc.278.other.area\"] }\n";
    let found = lint(&owners(), &under_owners(body)).unwrap();
    let example = refused(&found).example.as_ref().unwrap();
    let (heads, area) = (&example.tallies[&Measure::Heads], &example.tallies[&Measure::Area]);
    // Where all of the area says yes, every head that is present does.
    assert!(area.yes < area.present && heads.present > Some(0), "{heads:?} {area:?}");
}

#[test]
fn a_lower_age_is_refused_and_a_higher_one_asks_more() {
    let age = |years: u32, rest: &str| format!("predicate = {{ is = \"age\", years = {years}{rest} }}");
    let law = one(&age(18, ""));
    let find = |years: u32, rest: &str| lint(&law, &by_law(&clause("c", &age(years, rest)))).unwrap().remove(0);
    let lower = find(16, "");
    assert_eq!(
        (lower.kind, lower.text.get(Lang::En)),
        (LintKind::Refused, "with age of 16 years it passes what I, c forbids")
    );
    assert_eq!([find(18, "").kind, find(21, "").kind], [LintKind::Same, LintKind::Stricter]);
    // Whether the birthday counts is said by one side only.
    assert_eq!(find(18, ", full = \"on-the-day\"").kind, LintKind::Unknown);
    let law = one(&age(18, ", full = \"day-after\""));
    let found = lint(&law, &by_law(&clause("c", &age(18, ", full = \"on-the-day\"")))).unwrap();
    let text = "with age of 18 years, on the very day it passes what I, c forbids";
    assert_eq!((found[0].kind, found[0].text.get(Lang::En)), (LintKind::Refused, text));
}

#[test]
fn another_fact_of_a_person_is_another_condition() {
    let law = one("predicate = { is = \"owner\" }");
    let found = lint(&law, &by_law(&clause("c", "predicate = { is = \"resident\" }"))).unwrap();
    let text = "with owner not so, with resident here so it passes what I, c forbids";
    assert_eq!((found[0].kind, found[0].text.get(Lang::En)), (LintKind::Refused, text));
    let found = lint(&law, &by_law(&clause("c", "predicate = { is = \"owner\" }"))).unwrap();
    assert_eq!(found[0].kind, LintKind::Same);
}

#[test]
fn candidates_are_compared_for_the_fewest_seats() {
    let law = one("surplus = { least = \"1/3\", of_seats = true }");
    let found = lint(&law, &by_law(&clause("c", "surplus = { least = \"1/4\", of_seats = true }"))).unwrap();
    assert_eq!(refused(&found).text.get(Lang::En), "with 5 candidates for 4 seats it passes what I, c forbids");
}

#[test]
fn what_no_question_asks_is_found_too() {
    let law = |rest: &str| {
        rules(
            &[
                clause("c", "years = 5"),
                clause("t", &format!("{rest}\nyears = 5")),
                clause("p", "predicate = { is = \"owner\" }"),
            ],
            "\"p\"",
        )
    };
    let find = |rest: &str, years: u32| {
        lint(&law(rest), &by_law(&clause("t", &format!("years = {years}")))).unwrap().remove(0)
    };
    let seven = find("", 7);
    assert_eq!(
        (seven.kind, seven.question.as_str(), seven.clauses.as_slice()),
        (LintKind::Refused, "t", &["t".to_owned()][..])
    );
    assert_eq!(
        seven.text.get(Lang::En),
        "`t`: I, t says 5 years, the by-law 7 years: the one above no lower layer may move"
    );
    assert_eq!(find("", 5).kind, LintKind::Same);
    let bounds = "override = { range = { least = 3, most = 5 } }";
    assert_eq!([find(bounds, 3).kind, find(bounds, 2).kind], [LintKind::Moved, LintKind::Refused]);
    // A clause of its own, which moves nothing, is no finding.
    assert!(lint(&law(""), &by_law(&clause("own", "years = 9"))).unwrap().is_empty());
}

#[test]
fn what_is_not_surely_known_is_not_compared() {
    let law = one("predicate = { is = \"owner\" }");
    let own = |certainty: &str, content: &str| {
        by_law(&clause("c", content).replace("certainty = \"text\"", &format!("certainty = \"{certainty}\"")))
    };
    let owner = "predicate = { is = \"resident\" }";
    let kind = |law: &Rules, own: &Pack| lint(law, own).unwrap()[0].kind;
    assert_eq!(kind(&law, &own("secondary", owner)), LintKind::Unknown);
    assert_eq!(kind(&law.clone().accepting_secondary(), &own("secondary", owner)), LintKind::Refused);
    assert_eq!(kind(&law, &own("unread", "unread = true")), LintKind::Unknown);
    // What decides with a caution is compared with it.
    let codes = |own: &Pack| {
        let found = lint(&law.clone().accepting_secondary(), own).unwrap();
        found[0].cautions.iter().map(|c| c.code.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        [codes(&own("excerpt", owner)), codes(&own("secondary", owner)), codes(&own("text", owner))],
        [vec!["excerpt".to_owned()], vec!["secondary".to_owned()], vec![]]
    );
    // Its own first day is known to the year only.
    let year = by_law(&clause("c", &format!("from = \"2026\"\n{owner}")));
    assert_eq!(kind(&law, &year), LintKind::Unknown);
}

#[test]
fn a_question_of_a_by_law_stands_under_one_that_is_there() {
    let law = one("predicate = { is = \"owner\" }");
    let own = |rest: &str| by_law(&format!("[[questions]]\nid = \"own\"\nlabel = \"own\"\n{rest}\n"));
    let codes = |e: Error| e.faults().map(|f| (f.path().to_owned(), f.code())).collect::<Vec<_>>();
    let error = lint(&law, &own("under = \"z\"\nrequire = \"y\"")).unwrap_err();
    assert_eq!(
        codes(error),
        [
            ("b.questions[0].under".to_owned(), "dangling-question"),
            ("b.questions[0].require".to_owned(), "dangling-clause")
        ]
    );
    // One that is asked only later is not compared yet.
    assert!(lint(&law, &own("under = \"q\"\nfrom = \"2027-01-01\"\nrequire = \"c\"")).unwrap().is_empty());
}

/// The number of members is in two conditions, and three conditions have it in common.
#[test]
fn parts_of_one_whole_are_compared_together() {
    let size = |least: u64| format!("range = {{ least = {least}, unit = \"members\", of = \"members\" }}");
    let share = |part: &str, base: &str, share: &str| {
        format!(
            "composition = {{ part = \"{part}\", base = \"{base}\", comparison = \"at-least\", share = \"{share}\" }}"
        )
    };
    let clauses = [
        clause("a", &size(5)),
        clause("b", &share("women", "members", "1/3")),
        clause("c", &share("representatives", "members", "4/5")),
    ];
    let law = rules(&clauses, "{ all = [\"a\", \"b\", \"c\"] }");
    let text = |own: String| lint(&law, &by_law(&own)).unwrap()[0].text.get(Lang::En).to_owned();
    assert_eq!(
        text(clause("a", &size(3))),
        "with 1 women and 3 representatives of 3 members it passes what I, a forbids"
    );
    // Two of seven are less than a third, and not less than a quarter.
    let own = clause("b", &share("women", "members", "1/4"));
    assert_eq!(text(own), "with 2 women and 6 representatives of 7 members it passes what I, b forbids");
    let own = clause("a", &size(4)) + &clause("b", &share("women", "members", "1/2"));
    let found = lint(&law, &by_law(&own)).unwrap();
    assert_eq!(found.iter().map(|f| f.kind).collect::<Vec<_>>(), [LintKind::Refused, LintKind::Stricter]);
    let text = "with 2 women and 4 representatives of 4 members it passes what I, a forbids";
    assert_eq!(found[0].text.get(Lang::En), text);
    // A part that is a whole itself is not compared: nothing is said, rather than something false.
    let chain = [clause("b", &share("women", "members", "1/3")), clause("s", &share("members", "seats", "1/2"))];
    let chain = rules(&chain, "{ all = [\"b\", \"s\"] }");
    let own = clause("b", &share("women", "members", "1/4"));
    assert_eq!(lint(&chain, &by_law(&own)).unwrap()[0].kind, LintKind::Unknown);
}

/// Twenty days before the poll and fifteen before the notice leave no choice of the time between notice and poll.
#[test]
fn times_that_add_up_are_not_compared() {
    let before = |event: &str, anchor: &str, n: u32| {
        format!(
            "deadline = {{ event = \"{event}\", anchor = \"{anchor}\", when = \"at-least-before\", n = {n}, unit = \"day\" }}"
        )
    };
    let law = |third: &str| {
        let clauses =
            [clause("a", &before("roll", "poll", 20)), clause("b", &before("roll", "notice", 5)), clause("c", third)];
        rules(&clauses, "{ all = [\"a\", \"b\", \"c\"] }")
    };
    let own = by_law(&clause("a", &before("roll", "poll", 15)));
    let kind = |third: &str| lint(&law(third), &own).unwrap()[0].kind;
    assert_eq!(kind(&before("notice", "poll", 15)), LintKind::Unknown);
    assert_eq!(kind(&before("poll", "hand-over", 1)), LintKind::Refused);
    // The same two events the other way round are one time too.
    assert_eq!(kind(&before("notice", "roll", 1)), LintKind::Unknown);
}

/// What numbers up to a whole of 40 give is what is found, each with its smallest whole; what is found is all there is.
#[test]
fn the_ways_of_numbers_are_those_that_numbers_give() {
    let share = ((1_u32..=5), any::<bool>(), any::<bool>()).prop_flat_map(|(q, strict, women)| {
        let p = if strict { 0..=q - 1 } else { 1..=q };
        p.prop_map(move |p| (p, q, strict, women))
    });
    proptest!(super::laws::cases(100), |(list in proptest::collection::vec(share, 1..4), least in 0_u64..6)| {
        let written = |(i, (p, q, strict, women)): (usize, &(u32, u32, bool, bool))| {
            let part = if *women { "women" } else { "representatives" };
            let word = if *strict { "more-than" } else { "at-least" };
            let rest = format!("part = \"{part}\", base = \"members\", comparison = \"{word}\", share = \"{p}/{q}\"");
            clause(&format!("c{i}"), &format!("composition = {{ {rest} }}"))
        };
        let size = format!("range = {{ least = {least}, unit = \"m\", of = \"members\" }}");
        let clauses: Vec<String> = list.iter().enumerate().map(written).chain([clause("r", &size)]).collect();
        let names: Vec<String> = (0..list.len()).map(|i| format!("\"c{i}\"")).chain(["\"r\"".to_owned()]).collect();
        let question = rules(&clauses, &format!("{{ all = [{}] }}", names.join(", "))).question("q").unwrap();
        let (mut shares, mut ranges) = (Vec::new(), Vec::new());
        for (i, leaf) in question.inner.leaves.iter().enumerate() {
            match leaf.check.as_ref().unwrap() {
                Check::Composition(test, part, base) => shares.push((i, *test, *part, *base)),
                Check::Range(range, figure) => ranges.push((i, range, *figure)),
                other => panic!("{other:?}"),
            }
        }
        let (ways, exact) = super::numbers::ways(&shares, &ranges).unwrap();
        prop_assert!(exact);
        let mut seen = BTreeMap::new();
        for members in 1..=40_u64 {
            let bounds = ranges.iter().filter(|(_, r, _)| r.contains(members)).fold(0_u64, |bits, (i, ..)| bits | 1 << i);
            for women in 0..=members {
                for representatives in 0..=members {
                    let of = |figure| if figure == Figure::Women { women } else { representatives };
                    let held = shares.iter().filter(|(_, test, part, _)| test.status_of(of(*part), members) == Status::Met);
                    seen.entry(held.fold(bounds, |bits, (i, ..)| bits | 1 << i)).or_insert(members);
                }
            }
        }
        let found: BTreeMap<u64, u64> = ways.iter().map(|way| (way.bits, way.size)).collect();
        prop_assert_eq!(found, seen);
    });
}

/// A by-law that copies a pack that ships, clause by clause: nothing differs, and nothing is left uncompared.
#[test]
fn a_copy_of_the_law_decides_as_the_law_does() {
    use crate::kernel::{Limits, Syntax, Value};
    use crate::pack::{de, gb, pl, us};
    let (mut same, mut wrong) = (0, Vec::new());
    let why = ["another clause has taken the place", "nobody has read"];
    for packs in [cn(), de(), gb(), us(), pl()] {
        let rules = packs.at("2025-06-01".parse().unwrap()).accepting_secondary().accepting_undated();
        for pack in packs.packs().iter().filter(|pack| pack.layer() != crate::pack::Layer::Default) {
            let Value::Map(entries) = Syntax::Json.parse(&pack.canonical().unwrap(), Limits::default()).unwrap() else {
                panic!("a pack is a document");
            };
            let kept = entries.into_iter().filter(|(key, _)| !["questions", "checks"].contains(&key.as_str()));
            let copy = kept.map(|(key, value)| match key.as_str() {
                "layer" => (key, "by-law".into()),
                "id" => (key, "copy".into()),
                _ => (key, value),
            });
            let copy = Pack::parse(&crate::kernel::canonical(&Value::Map(copy.collect())).unwrap()).unwrap();
            for finding in lint(&rules, &copy).unwrap() {
                if finding.question != finding.clauses.join("") && finding.kind == LintKind::Same {
                    same += 1;
                } else if finding.kind != LintKind::Same
                    && !why.iter().any(|why| finding.text.get(Lang::En).contains(why))
                {
                    wrong.push(format!("{} {:?}: {}", finding.question, finding.kind, finding.text.get(Lang::En)));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(same > 70, "{same}");
}
