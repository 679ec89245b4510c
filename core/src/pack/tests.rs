//! The shipped packs against the statutory facts, and the checker's faults.

use std::collections::BTreeMap;

use super::*;
use crate::kernel::{Certainty, Lang};
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
    assert_eq!(cn().packs().len(), 10);
    for packs in [de(), gb(), us(), pl()] {
        assert_eq!(packs.packs().len(), 1);
    }
}

#[test]
fn a_share_of_the_whole_is_said_in_words() {
    let says = ask(&on("2026-03-01"), "cn.cc.279").unwrap().content.unwrap().render();
    assert_eq!(
        (says.get(Lang::Zh), says.get(Lang::En)),
        ("有利害关系的业主全部同意", "yes: every one of the owners with an interest")
    );
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

/// Every number in a text or list: `["10", "5"]` of `[10, 5]`, `["1/3", "3"]` of `max(1/3 of the members, 3)`.
fn numbers(text: &str) -> Vec<String> {
    let clean: String = text.chars().map(|c| if c.is_ascii_digit() || c == '/' { c } else { ' ' }).collect();
    let tokens = clean.split_whitespace().map(|t| t.trim_matches('/').trim_end_matches("/1").to_owned());
    tokens.filter(|t| !t.is_empty()).collect()
}

fn numbers_in(value: Option<&Value>) -> Vec<String> {
    match value {
        Some(Value::List(items)) => items.iter().flat_map(|v| numbers_in(Some(v))).collect(),
        Some(Value::Text(text)) => numbers(text),
        Some(Value::Int(n)) => vec![n.to_string()],
        _ => vec![],
    }
}

/// Every number that a clause holds.
fn numbers_of(content: &Content) -> Vec<String> {
    match content {
        Content::Range(r) => [r.least(), r.most()].into_iter().flatten().map(|n| n.to_string()).collect(),
        Content::Threshold(t) => vec![t.share().to_string()],
        Content::Composition(c) => vec![c.share.to_string()],
        Content::Surplus(s) => [&s.least, &s.most].into_iter().flatten().map(ToString::to_string).collect(),
        Content::Deadline(d) => vec![d.n.to_string()],
        Content::Predicate(p) => p.years.iter().map(ToString::to_string).collect(),
        Content::Years(n) | Content::Days(n) => vec![n.to_string()],
        Content::Day(day) => numbers(&day.to_string()),
        other => numbers(other.render().get(Lang::En)),
    }
}

/// The comparison of a fact, for clauses that have one.
fn comparison_of(content: &Content) -> Option<&'static str> {
    let word = |comparison: Comparison| match comparison {
        Comparison::AtLeast => "at_least",
        Comparison::MoreThan => "more_than",
        Comparison::AtMost => "at_most",
        Comparison::LessThan => "less_than",
    };
    match content {
        Content::Threshold(t) => Some(word(t.comparison())),
        Content::Composition(c) => Some(word(c.comparison)),
        Content::Deadline(d) => Some(match (d.when, d.unit) {
            (_, TimeUnit::ClearDay) => "clear_days",
            (When::AtLeastBefore, TimeUnit::Day) => "days_before",
            (When::AtLeastBefore, TimeUnit::Week) => "weeks_before",
            (When::AtMostAfter, TimeUnit::Day) => "days_after",
            (When::AtMostAfter, TimeUnit::Month) => "months",
            (When::AtMostAfter, TimeUnit::Year) => "years",
            _ => return None,
        }),
        Content::Range(r) if r.usual() && r.least().is_some() => Some("range(usual)"),
        Content::Years(_) => Some("years"),
        _ => None,
    }
}

/// The packs as they lie on the disk, so that a pack can be tried without compiling.
fn on_disk() -> Packs {
    fn walk(dir: &std::path::Path, out: &mut Vec<Pack>) {
        let mut entries: Vec<_> = std::fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let text = std::fs::read_to_string(&path).unwrap();
                out.push(Pack::parse(&text).unwrap_or_else(|e| panic!("{}: {e:#}", path.display())));
            }
        }
    }
    let mut packs = Vec::new();
    walk(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/packs")), &mut packs);
    Packs::new(packs).unwrap_or_else(|e| panic!("{e:#}"))
}

/// Every fact is a clause, or several, or is out of scope with a reason; where its clause has another name, `law_facts.toml` says so.
#[test]
fn every_statutory_fact_stands_in_a_pack() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/participation/law_facts.json");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("SKIPPED: {path} is not there");
        return;
    };
    let facts = Syntax::Json.parse(&format!("{{\"facts\": {text}}}"), crate::kernel::Limits::default()).unwrap();
    let Some(Value::List(facts)) = facts.get("facts") else { panic!("no list of facts") };
    let names = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/law_facts.toml")).unwrap();
    let names = Syntax::Toml.parse(&names, crate::kernel::Limits::default()).unwrap();
    let Some(Value::List(names)) = names.get("facts") else { panic!("no list of names") };
    let field = |fact: &Value, name: &str| fact.get(name).and_then(Value::as_text).unwrap_or_default().to_owned();
    let packs = on_disk();
    let mut wrong: Vec<String> = Vec::new();
    let (mut checked, mut outside) = (0, 0);
    for fact in facts {
        let id = field(fact, "id");
        let named = names.iter().find(|n| field(n, "id") == id);
        if named.is_some_and(|n| !field(n, "out_of_scope").is_empty()) {
            outside += 1;
            continue;
        }
        checked += 1;
        let ids: Vec<String> = match named.and_then(|n| n.get("clauses")) {
            Some(Value::List(ids)) => ids.iter().filter_map(Value::as_text).map(str::to_owned).collect(),
            _ => vec![id.clone()],
        };
        // The fact on the villagers' term has no day for the amendment of 2018, which the clause has.
        let from = if id == "cn.vc.term" { "2018-12-29".to_owned() } else { field(fact, "in_force_from") };
        let to = field(fact, "in_force_to");
        let mut held: Vec<String> = Vec::new();
        for clause_id in &ids {
            let found = packs.versions(clause_id).map(|(_, c)| c).find(|c| {
                let starts =
                    if from.is_empty() { true } else { c.span().holds(day(&from)) == crate::kernel::Likely::Yes };
                let ends = to.is_empty() || c.span().until() == Some(day(&to).plus_days(1).unwrap().into());
                starts && ends && (!to.is_empty() || c.span().until().is_none())
            });
            let Some(clause) = found else {
                wrong.push(format!("{id}: no clause {clause_id} of these days"));
                continue;
            };
            let mut say = |what: &str, got: &str, expected: &str| {
                if got != expected {
                    wrong.push(format!("{id}: {what} {got:?}, expected {expected:?}"));
                }
            };
            let certainty = crate::kernel::to_value(&clause.certainty()).unwrap();
            say("certainty", certainty.as_text().unwrap_or_default(), &field(fact, "certainty"));
            let article = field(fact, "article");
            let article = if article == "-" || article.contains("unread") && clause.citation().article.is_empty() {
                ""
            } else {
                &article
            };
            say("article", &clause.citation().article, article);
            if from.is_empty() {
                let early = packs.at(day("1985-01-01"));
                let decides = early.decisive(clause_id).unwrap().is_ok();
                say("decides on a day before the version that was read", &decides.to_string(), "false");
            } else if *clause.content() != Content::Unread && ids.len() == 1 {
                say("first day", &clause.span().from().map(|d| d.to_string()).unwrap_or_default(), &from);
            }
            if ids.len() == 1
                && let Some(word) = comparison_of(clause.content())
                && let Some(expected) = fact.get("cmp").and_then(Value::as_text)
                && [
                    "at_least",
                    "more_than",
                    "at_most",
                    "days_before",
                    "weeks_before",
                    "days_after",
                    "clear_days",
                    "months",
                    "years",
                    "range(usual)",
                ]
                .contains(&expected)
            {
                say("comparison", word, expected);
            }
            held.extend(numbers_of(clause.content()));
        }
        for number in numbers_in(fact.get("value")) {
            if !held.contains(&number) && !matches!(field(fact, "certainty").as_str(), "unread") {
                wrong.push(format!("{id}: {number} stands in no clause, which hold {held:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {} facts:\n{}", wrong.len(), checked, wrong.join("\n"));
    assert_eq!(checked + outside, 133);
}

/// Every question that ships can be asked on a day on which its clauses are in force, and no clause stands alone without use
/// or words.
#[test]
fn the_packs_on_disk_load_together() {
    let packs = on_disk();
    assert!(packs.packs().len() >= 5);
    for id in packs.clause_ids() {
        for (_, clause) in packs.versions(id) {
            let says = clause.content().render();
            assert!(!says.get(Lang::En).is_empty() && !says.get(Lang::Zh).is_empty(), "{id}");
        }
    }
}

/// The pack of `docs/writing-packs.md` is sound, and has a clause of nearly every kind.
#[test]
fn the_pack_of_the_guide_loads() {
    let guide = include_str!("../../../docs/writing-packs.md");
    let text = guide.split("```toml\n").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let pack = Pack::parse(text).unwrap();
    let packs = Packs::new(cn().packs().iter().cloned().chain([pack])).unwrap();
    let kinds: std::collections::BTreeSet<&str> = packs
        .clause_ids()
        .filter(|id| id.starts_with("garden."))
        .flat_map(|id| packs.versions(id))
        .map(|(_, c)| c.content().kind())
        .collect();
    assert_eq!(kinds.len(), 9, "{kinds:?}");
}

#[test]
fn the_readmes_say_when_the_texts_were_read() {
    for readme in [include_str!("../../../README.md"), include_str!("../../../README.zh-CN.md")] {
        for packs in [cn(), super::de(), super::gb(), super::us(), super::pl()] {
            for pack in packs.packs() {
                assert!(readme.contains(&pack.read_on().to_string()), "{}", pack.id());
            }
        }
    }
}

#[test]
fn a_clause_that_supersedes_itself_by_another_is_refused() {
    let body = [
        clause("a", "certainty = \"text\"\nyears = 3\nsuperseded_by = [\"b\"]"),
        clause("b", "certainty = \"text\"\nyears = 4\nsuperseded_by = [\"a\", \"c\"]"),
    ];
    let error = Packs::new([Pack::parse(&format!("{HEAD}{}", body.join(""))).unwrap()]).unwrap_err();
    let codes: Vec<&str> = error.faults().map(crate::kernel::Fault::code).collect();
    assert_eq!(codes, ["supersession-circle", "supersession-circle", "dangling-clause"]);
}

#[test]
fn a_silence_is_filled_only_by_whom_the_law_names() {
    let silence = "certainty = \"text\"\nsilence = \"no quorum is stated\"\nsupplied_by = [\"by-law\"]";
    let upper =
        Pack::parse(&format!("{HEAD}{}", clause("g", silence)).replace("\"by-law\"\nread", "\"national-law\"\nread"))
            .unwrap();
    assert_eq!(
        Packs::new([upper.clone()]).unwrap().at(day("2025-01-01")).decisive("g").unwrap().unwrap_err(),
        Reason::Silent
    );
    assert!(upper.page().contains("<br>by-law may supply it"), "{}", upper.page());
    let lower = |layer: &str| pack("low", layer, "\"t\"", &clause("g", &threshold("1/2", "more-than")));
    let packs = Packs::new([upper.clone(), lower("by-law")]).unwrap();
    assert!(packs.at(day("2025-01-01")).decisive("g").unwrap().is_ok());
    assert_eq!(Packs::new([upper, lower("charter")]).unwrap_err().first().code(), "override-refused");
}

#[test]
fn a_superseded_clause_decides_until_its_successor_is_in_force() {
    let body = [
        clause("old", "certainty = \"text\"\nyears = 3\nsuperseded_by = [\"new\"]"),
        clause("new", "certainty = \"text\"\nfrom = \"2025-01-01\"\nyears = 4"),
    ];
    let packs = Packs::new([Pack::parse(&format!("{HEAD}{}", body.join(""))).unwrap()]).unwrap();
    let reason = |text: &str| packs.at(day(text)).decisive("old").unwrap().err();
    assert_eq!((reason("2024-12-31"), reason("2025-01-01")), (None, Some(Reason::Superseded)));
    let period = crate::kernel::Period::new(day("2024-01-01"), Some(day("2026-01-01"))).unwrap();
    let gaps = packs.gaps("old", period).unwrap();
    assert_eq!(gaps.iter().map(|g| (g.from, g.until)).collect::<Vec<_>>(), [(day("2025-01-01"), day("2026-01-01"))]);
}

#[test]
fn a_clause_without_a_known_day_decides_only_for_who_accepts_it() {
    let text = format!("{HEAD}{}", clause("g", "certainty = \"text\"\nyears = 3"))
        .replace(", from = \"2020-01-01\", until = \"2030-01-01\"", "");
    let packs = Packs::new([Pack::parse(&text).unwrap()]).unwrap();
    assert_eq!(packs.at(day("2025-01-01")).decisive("g").unwrap().err(), Some(Reason::Undated));
    assert!(packs.at(day("2025-01-01")).accepting_undated().decisive("g").unwrap().is_ok());
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

/// Bounds are of one comparison; what guides does not take the place of what binds.
#[test]
fn a_lower_layer_does_not_turn_a_clause_round() {
    let load = |overrides: &str, upper: &str, lower: &str| {
        let clause = |rest: &str| clause("g", &format!("certainty = \"text\"\n{rest}"));
        let up = pack("up", "national-law", "", &clause(&format!("override = {overrides}\n{upper}")));
        Packs::new([pack("low", "charter", "\"up\"", &clause(lower)), up]).map(drop).map_err(|e| e.first().code())
    };
    let yes = |comparison: &str| {
        format!(
            "threshold = {{ part = \"yes\", base = \"present\", measure = \"heads\", comparison = \"{comparison}\", share = \"1/2\" }}"
        )
    };
    let bounds = "{ range = { least = \"1/3\", most = \"2/3\" } }";
    assert_eq!(load(bounds, &yes("more-than"), &yes("less-than")), Err("override-refused"));
    assert_eq!(load(bounds, &yes("more-than"), &yes("at-least")), Err("override-refused"));
    assert_eq!(load(bounds, &yes("more-than"), &yes("more-than")), Ok(()));
    let size = |rest: &str| format!("range = {{ least = 5, most = 9, unit = \"x\"{rest} }}");
    let (binding, usual) = (size(", of = \"members\""), size(", of = \"members\", usual = true"));
    for overrides in ["\"stricter\"", "{ range = { least = 5, most = 9 } }"] {
        assert_eq!(load(overrides, &binding, &usual), Err("override-refused"), "{overrides}");
        assert_eq!(load(overrides, &binding, &size(", of = \"women\"")), Err("override-refused"), "{overrides}");
        assert_eq!(load(overrides, &usual, &binding), Ok(()), "{overrides}");
    }
    assert_eq!(load("\"looser\"", &usual, &binding), Err("override-refused"));
}

/// On a day on which a lower clause, or a successor, may be in force, the other one does not decide by default.
#[test]
fn what_may_have_been_replaced_is_uncertain() {
    let low = pack("low", "charter", "\"up\"", &clause("g", "certainty = \"text\"\nfrom = \"2024\"\nyears = 4"));
    let up = pack("up", "national-law", "", &clause("g", "override = \"any\"\ncertainty = \"text\"\nyears = 3"));
    let packs = Packs::new([low, up]).unwrap();
    let on =
        |packs: &Packs, id: &str, text: &str| packs.at(day(text)).decisive(id).unwrap().map(|c| c.content().as_years());
    assert_eq!(on(&packs, "g", "2023-12-31"), Ok(Some(3)));
    assert_eq!(on(&packs, "g", "2024-06-01"), Err(Reason::PeriodUncertain));
    assert_eq!(on(&packs, "g", "2024-12-31"), Ok(Some(4)));
    let body = [
        clause("old", "certainty = \"text\"\nyears = 3\nsuperseded_by = [\"new\"]"),
        clause("new", "certainty = \"text\"\nfrom = \"2024\"\nyears = 4"),
    ];
    let packs = Packs::new([Pack::parse(&format!("{HEAD}{}", body.join(""))).unwrap()]).unwrap();
    assert_eq!(on(&packs, "old", "2023-12-31"), Ok(Some(3)));
    assert_eq!(on(&packs, "old", "2024-06-01"), Err(Reason::PeriodUncertain));
    assert_eq!(on(&packs, "old", "2024-12-31"), Err(Reason::Superseded));
}

#[test]
fn a_silence_that_is_known_second_hand_is_a_silence_still() {
    let packs = Packs::new([pack("p", "by-law", "", &clause("g", "certainty = \"secondary\"\nsilence = \"nothing\""))])
        .unwrap();
    assert_eq!(packs.at(day("2025-01-01")).accepting_secondary().decisive("g").unwrap().err(), Some(Reason::Silent));
}

#[test]
fn what_decides_nothing_or_goes_round_its_certainty_is_refused() {
    let count = |comparison: &str| {
        format!(
            "certainty = \"text\"\nthreshold = {{ part = \"present\", measure = \"heads\", comparison = \"{comparison}\", count = 0 }}"
        )
    };
    let women = |comparison: &str| {
        format!(
            "certainty = \"text\"\ncomposition = {{ part = \"women\", base = \"members\", comparison = \"{comparison}\", share = 0 }}"
        )
    };
    let body = [
        clause("a", &count("at-least")),
        clause("b", &women("less-than")),
        clause("c", "certainty = \"default\"\nyears = 3"),
        clause("d", "certainty = \"text\"\npredicate = { is = \"owner\", full = \"day-after\" }"),
        clause("e", &count("more-than")),
        clause("f", &women("at-most")),
        "[[questions]]\nid = \"\"\nlabel = \"q\"\nrequire = \"e\"\n".to_owned(),
    ];
    let expected = [
        ("pack.clauses[0].threshold.count", "threshold-out-of-range"),
        ("pack.clauses[1].composition.share", "threshold-out-of-range"),
        ("pack.clauses[2].certainty", "certainty-default-outside"),
        ("pack.clauses[3].predicate.full", "clause-field-unfit"),
        ("pack.questions[0].id", "pack-part-empty"),
    ];
    assert_eq!(codes(&body.concat()), expected.map(|(path, code)| (path.to_owned(), code)).into());
}

#[test]
fn toml_and_json_have_one_digest() {
    let toml = format!("{HEAD}{}", clause("g", &threshold("2/3", "at-least")));
    let value = Syntax::Toml.parse(&toml, crate::kernel::Limits::default()).unwrap();
    let json = crate::kernel::canonical(&value).unwrap();
    let (one, two) = (Pack::parse(&toml).unwrap(), Pack::parse(&json).unwrap());
    assert_eq!((one.digest(), one.canonical().unwrap()), (two.digest(), two.canonical().unwrap()));
    assert!(one.canonical().unwrap().starts_with("{\"clauses\":[{\"article\":\"1\","));
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
