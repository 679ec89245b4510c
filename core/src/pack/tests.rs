//! The shipped packs against the statutory facts, and the checker's faults.

use std::collections::BTreeMap;

use super::*;
use crate::kernel::{Certainty, Lang, Syntax, Value};
use crate::wire::pack::AnswerStatus;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn on(text: &str) -> Rules {
    cn().at(day(text))
}

#[test]
fn the_shipped_packs_load() {
    if let Err(error) = shipped(&CN) {
        panic!("{error}");
    }
    assert_eq!(cn().packs().len(), 5);
}

#[test]
fn the_two_laws_answer_for_their_own_days() {
    let before = ask(&on("2025-12-31"), "cn.urc.size.households").unwrap();
    let range = before.content.as_ref().and_then(Content::as_range).unwrap();
    assert_eq!((range.least(), range.most(), range.usual()), (Some(100), Some(700), true));
    let citation = before.citation.unwrap();
    assert_eq!((citation.article.as_str(), citation.certainty), ("6", Certainty::Text));

    let after = ask(&on("2026-01-01"), "cn.urc.size.households").unwrap();
    let range = after.content.as_ref().and_then(Content::as_range).unwrap();
    assert_eq!((range.least(), range.most(), range.usual()), (Some(1000), Some(3000), true));
    assert_eq!(after.status, AnswerStatus::Known);
    let citation = after.citation.unwrap();
    assert_eq!((citation.article.as_str(), citation.certainty), ("3(1)", Certainty::Excerpt));

    let members = ask(&on("2025-12-31"), "cn.urc.members").unwrap();
    let range = members.content.as_ref().and_then(Content::as_range).unwrap();
    assert_eq!((range.least(), range.most(), range.usual()), (Some(5), Some(9), false));
    assert_eq!(members.citation.unwrap().article, "7");
    let members = ask(&on("2026-01-01"), "cn.urc.members").unwrap();
    assert_eq!((members.status, members.reason, members.content), (AnswerStatus::Unknown, Some(Reason::Unread), None));
}

#[test]
fn the_term_was_three_years_and_became_five() {
    let old = on("2018-12-28");
    assert_eq!(ask(&old, "cn.urc.term").unwrap().reason, Some(Reason::Secondary));
    let old = ask(&old.accepting_secondary(), "cn.urc.term").unwrap();
    assert_eq!((old.status, old.content), (AnswerStatus::Known, Some(Content::Years(3))));
    let new = ask(&on("2018-12-29"), "cn.urc.term").unwrap();
    assert_eq!((new.status, new.content), (AnswerStatus::Known, Some(Content::Years(5))));
    assert_eq!(ask(&on("2026-01-01"), "cn.urc.term").unwrap().reason, Some(Reason::Unread));
}

#[test]
fn government_guides_a_committee_by_the_article_of_its_law() {
    for (clause, article) in [("cn.urc.guidance", "2(2)"), ("cn.vc.guidance", "5(1)")] {
        let before = ask(&on("2025-12-31"), clause).unwrap();
        assert_eq!(before.citation.as_ref().map(|c| c.article.as_str()), Some(article));
        assert!(before.says.get(Lang::Zh).contains("给予指导、支持和帮助"), "{clause}");
        let after = ask(&on("2026-01-01"), clause).unwrap();
        assert_eq!((after.reason, after.content), (Some(Reason::Unread), None), "{clause}");
    }
}

#[test]
fn a_day_outside_every_version_has_no_answer() {
    let answer = ask(&on("1989-12-31"), "cn.urc.members").unwrap();
    assert_eq!((answer.status, answer.reason), (AnswerStatus::Unknown, Some(Reason::NotInForce)));
    let error = on("2020-12-31").clause("cn.cc.278.part.area").unwrap_err();
    assert_eq!(error.first().code(), "clause-not-in-force");
    assert_eq!(ask(&on("2025-01-01"), "cn.urc.sise").unwrap_err().first().code(), "unknown-clause");
}

/// The clause that holds a fact, where its name is another: a later version of the same clause.
const RENAMED: [(&str, &str); 5] = [
    ("cn.urc2026.size", "cn.urc.size.households"),
    ("cn.urc2026.force", "cn.urc.force"),
    ("cn.urc2026.setup", "cn.urc.setup"),
    ("cn.urc2026.accountable", "cn.urc.accountable"),
    ("cn.urc2026.thresholds", "cn.urc.thresholds"),
];

fn texts(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::List(items)) => items.iter().flat_map(|v| texts(Some(v))).collect(),
        Some(Value::Text(text)) => vec![text.clone()],
        Some(Value::Int(n)) => vec![n.to_string()],
        _ => vec![],
    }
}

/// A clause's value and comparison in the words of the facts.
fn as_fact(content: &Content) -> (Vec<String>, String) {
    match content {
        Content::Range(r) => {
            let ends: Vec<String> = [r.least(), r.most()].into_iter().flatten().map(|n| n.to_string()).collect();
            let word = if r.most().is_none() { "at_least" } else { "range" };
            (ends, if r.usual() { format!("{word}(usual)") } else { word.to_owned() })
        }
        Content::Threshold(t) => {
            let (p, q) = t.fraction();
            let word = if t.comparison() == Comparison::AtLeast { "at_least" } else { "more_than" };
            (vec![format!("{p}/{q}")], word.to_owned())
        }
        Content::Years(n) => (vec![n.to_string()], "years".to_owned()),
        Content::Days(n) => (vec![n.to_string()], "days".to_owned()),
        Content::Day(day) => (vec![day.to_string()], "date".to_owned()),
        Content::Choice(c) => {
            let options = c.options().iter().map(|o| o.get(Lang::En).to_owned()).collect();
            (options, if c.pick() == Pick::One { "one_of" } else { "all_of" }.to_owned())
        }
        Content::Provision(_) | Content::Unread => (vec![], String::new()),
    }
}

#[test]
fn every_statutory_fact_stands_in_a_pack() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/participation/law_facts.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let facts = Syntax::Json.parse(&format!("{{\"facts\": {text}}}"), crate::kernel::Limits::default()).unwrap();
    let Some(Value::List(facts)) = facts.get("facts") else { panic!("no list of facts") };
    let field = |fact: &Value, name: &str| fact.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let mut checked = 0;
    for fact in facts {
        let id = field(fact, "id");
        // Of villagers' committees only what bounds a kind of unit is in the packs, and the fact on the term has no day
        // for the amendment of 2018, which the clause has.
        if !["cn.urc", "cn.cc.", "cn.spc.", "cn.vc.members"].iter().any(|start| id.starts_with(start)) {
            continue;
        }
        checked += 1;
        let clause_id = RENAMED.iter().find(|(old, _)| *old == id).map_or(id.as_str(), |(_, new)| new);
        let from = field(fact, "in_force_from");
        let rules = on(&from);
        let clause = rules.clause(clause_id).unwrap_or_else(|e| panic!("{id}: {e}"));
        let (value, comparison) = as_fact(clause.content());
        assert_eq!(value, texts(fact.get("value")), "{id}");
        assert_eq!(comparison, field(fact, "cmp"), "{id}");
        let article = field(fact, "article");
        assert_eq!(clause.citation().article, if article == "-" { "" } else { &article }, "{id}");
        let certainty = crate::kernel::to_value(&clause.certainty()).unwrap();
        assert_eq!(certainty.as_text(), Some(field(fact, "certainty").as_str()), "{id}");
        if let Content::Provision(text) = clause.content() {
            assert_eq!(text.get(Lang::En), field(fact, "rule"), "{id}");
        }
        // The version begins and ends on the days of the fact.
        let eve = day(&from).plus_days(-1).unwrap();
        assert!(cn().at(eve).clause(clause_id).map_or(true, |c| c.content() != clause.content()), "{id}");
        match fact.get("in_force_to").and_then(Value::as_text) {
            None => assert_eq!(clause.span().until(), None, "{id}"),
            Some(last) => {
                let next = day(last).plus_days(1).unwrap();
                assert_eq!(clause.span().until(), Some(next.into()), "{id}");
            }
        }
    }
    assert_eq!(checked, 32);
}

const HEAD: &str = "format = \"shequ.pack/1\"\nid = \"t\"\nlabel = \"t\"\nlayer = \"by-law\"\nread_on = \"2026-01-01\"\n\
    instruments = [{ id = \"i\", title = \"I\", from = \"2020-01-01\", until = \"2030-01-01\" }]\n";

fn codes(body: &str) -> BTreeMap<String, &'static str> {
    let error = Pack::parse(&format!("{HEAD}{body}")).unwrap_err();
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn clause(id: &str, rest: &str) -> String {
    format!("[[clauses]]\nid = \"{id}\"\ninstrument = \"i\"\narticle = \"1\"\nlabel = \"l\"\n{rest}\n")
}

fn threshold(share: &str, comparison: &str) -> String {
    format!(
        "certainty = \"text\"\nthreshold = {{ part = \"yes\", base = \"present\", measure = \"heads\", comparison = \"{comparison}\", share = \"{share}\" }}"
    )
}

#[test]
fn every_fault_of_a_pack_is_reported_at_once() {
    let body = [
        clause("a", &threshold("3/2", "at-least")),
        clause("b", "certainty = \"unread\"\nyears = 3"),
        clause("c", "certainty = \"text\"\nunread = true"),
        clause("d", "certainty = \"text\""),
        clause("e", "certainty = \"text\"\nyears = 3\ndays = 4"),
        clause("f", "certainty = \"text\"\nfrom = \"2025-01-01\"\nuntil = \"2024-01-01\"\nyears = 3"),
        clause("g", "certainty = \"text\"\nyears = 3"),
        clause("g", "certainty = \"text\"\nfrom = \"2029-12-31\"\nyears = 4"),
        clause("h", "certainty = \"text\"\nrange = { least = 9, most = 5, unit = \"x\" }"),
        clause("i", "certainty = \"text\"\nfrom = \"2019-12-31\"\nyears = 4"),
        clause("j", "certainty = \"text\"\nyears = 4").replace("\"i\"", "\"nowhere\""),
        clause("k", &threshold("1", "more-than")),
        "[[questions]]\nid = \"q\"\nlabel = \"q\"\nrequire = { all = [\"zz\", { any = [\"g\"] }, { at-least = { k = 3, of = [\"g\"] } }] }\n".to_owned(),
    ];
    let expected = [
        ("pack.clauses[0].threshold.share", "threshold-out-of-range"),
        ("pack.clauses[10].instrument", "unknown-instrument"),
        ("pack.clauses[11].threshold.share", "threshold-out-of-range"),
        ("pack.clauses[1].years", "unread-with-value"),
        ("pack.clauses[2].certainty", "read-without-value"),
        ("pack.clauses[3]", "clause-without-content"),
        ("pack.clauses[4].days", "clause-with-two-contents"),
        ("pack.clauses[5].until", "period-reversed"),
        ("pack.clauses[7]", "clause-conflict"),
        ("pack.clauses[8].range", "range-reversed"),
        ("pack.clauses[9]", "clause-outside-instrument"),
        ("pack.questions[0].require.all[0]", "dangling-clause"),
        ("pack.questions[0].require.all[1].any[0]", "clause-not-a-threshold"),
        ("pack.questions[0].require.all[2].at-least.k", "at-least-out-of-range"),
        ("pack.questions[0].require.all[2].at-least.of[0]", "clause-not-a-threshold"),
    ];
    let expected = expected.map(|(path, code)| (path.to_owned(), code)).into_iter().collect::<BTreeMap<_, _>>();
    assert_eq!(codes(&body.concat()), expected);
}

#[test]
fn a_conflict_names_both_versions() {
    let body = clause("g", "certainty = \"text\"\nyears = 3") + &clause("g", "certainty = \"text\"\nyears = 4");
    let error = Pack::parse(&format!("{HEAD}{body}")).unwrap_err();
    assert_eq!(error.first().message().matches("g (I, 1, [2020-01-01, 2030-01-01))").count(), 2);
}

#[test]
fn shape_faults_in_a_rule_keep_their_path() {
    let question = "[[questions]]\nid = \"q\"\nlabel = \"q\"\nrequire = { all = [{ most = [\"g\"] }, 7] }\n";
    let found = codes(&(clause("g", "certainty = \"text\"\nyears = 3") + question));
    assert_eq!(found.get("pack.questions[0].require.all[0].most"), Some(&"unknown-field"), "{found:?}");
    assert_eq!(found.get("pack.questions[0].require.all[1]"), Some(&"wrong-kind"), "{found:?}");
}

fn pack(id: &str, layer: &str, extends: &str, body: &str) -> Pack {
    let head = HEAD.replace("id = \"t\"", &format!("id = \"{id}\"\nextends = [{extends}]")).replace("by-law", layer);
    Pack::parse(&format!("{head}{body}")).unwrap_or_else(|e| panic!("{e}"))
}

#[test]
fn a_lower_layer_moves_only_what_it_may() {
    let upper = |overrides: &str| {
        pack(
            "up",
            "national-law",
            "",
            &clause("g", &format!("override = {overrides}\n{}", threshold("1/2", "more-than"))),
        )
    };
    let lower =
        |share: &str, comparison: &str| pack("low", "charter", "\"up\"", &clause("g", &threshold(share, comparison)));
    let load = |overrides: &str, share: &str, comparison: &str| {
        Packs::new([lower(share, comparison), upper(overrides)]).map_err(|e| e.first().code())
    };
    assert_eq!(load("\"none\"", "2/3", "more-than").unwrap_err(), "override-refused");
    assert_eq!(load("\"stricter\"", "1/2", "at-least").unwrap_err(), "override-refused");
    assert_eq!(load("\"stricter\"", "1/3", "more-than").unwrap_err(), "override-refused");
    assert_eq!(
        load("{ range = { least = \"1/3\", most = \"1/2\" } }", "2/3", "more-than").unwrap_err(),
        "override-refused"
    );
    assert!(load("{ range = { least = \"1/3\", most = \"1/2\" } }", "1/3", "more-than").is_ok());
    let packs = load("\"stricter\"", "2/3", "at-least").unwrap();
    let rules = packs.at(day("2025-01-01"));
    assert_eq!(rules.clause("g").unwrap().content().as_threshold().unwrap().fraction(), (2, 3));
    let twice = Packs::new([upper("\"none\""), upper("\"none\"")]).unwrap_err();
    assert!(twice.faults().any(|f| f.code() == "pack-twice") && twice.faults().any(|f| f.code() == "clause-conflict"));
    assert_eq!(Packs::new([lower("1/2", "more-than")]).unwrap_err().first().code(), "pack-missing");
}

#[test]
fn toml_and_json_have_one_digest() {
    let toml = format!("{HEAD}{}", clause("g", &threshold("2/3", "at-least")));
    let value = Syntax::Toml.parse(&toml, crate::kernel::Limits::default()).unwrap();
    let json = crate::kernel::canonical(&value).unwrap();
    assert_eq!(Pack::parse(&toml).unwrap().digest(), Pack::parse(&json).unwrap().digest());
    let other = Pack::parse(&toml.replace("2/3", "3/4")).unwrap();
    assert_ne!(Pack::parse(&toml).unwrap().digest(), other.digest());
}

#[test]
fn a_version_known_only_within_bounds_is_uncertain_between_them() {
    let body = clause("g", "certainty = \"text\"\nfrom = \"2024\"\nyears = 3");
    let packs = Packs::new([pack("p", "by-law", "", &body)]).unwrap();
    let reason = |text: &str| packs.at(day(text)).decisive("g").unwrap().err();
    assert_eq!(reason("2023-12-31"), Some(Reason::NotInForce));
    assert_eq!(reason("2024-06-01"), Some(Reason::PeriodUncertain));
    assert_eq!(reason("2024-12-31"), None);
}
