//! What a by-law changes: examples that can be, ages, clauses that no question asks, and what is not compared.

use super::language_tests::{HEAD, by_law, clause, one, rules};
use super::*;
use crate::kernel::{Document, Error, Lang};
use crate::pack::{Measure, Pack, Rules, cn};
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
