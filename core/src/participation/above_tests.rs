//! A rule that carries out a law which is another since: it decides, and says so everywhere.

#![allow(clippy::panic, clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on fails")]

use super::bodies::Body;
use super::election::Election;
use super::eligibility::{Eligibility, Owners, Standing};
use super::timeline::{Procedure, RestDays, Timeline};
use super::{Facts, lint, verify};
use crate::kernel::{Calendar, Document, Lang, Status, canonical};
use crate::pack::{Pack, Packs, Rules, ask, cn, de, gb, pl, us};
use crate::wire::participation::Caution;
use crate::wire::participation_change::LawChangeKind;

const LOCAL: &str = r#"
    format = "shequ.pack/1"
    id = "local"
    label = "local"
    layer = "local-rule"
    read_on = "2026-11-01"
    [[instruments]]
    id = "m"
    title = { zh = "办法", en = "Measures" }
    from = "2020-01-01"
    carries_out = { law = { zh = "某法", en = "Some Law" }, until = "2026-01-01" }
    [[clauses]]
    id = "l.quorum"
    instrument = "m"
    article = "1"
    certainty = "text"
    label = "quorum"
    override = "any"
    threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
    [[clauses]]
    id = "l.made"
    instrument = "m"
    article = "2"
    certainty = "text"
    from = "2026-06-01"
    label = "made since"
    threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "1/2" }
    [[clauses]]
    id = "l.age"
    instrument = "m"
    article = "3"
    certainty = "text"
    label = "age"
    predicate = { is = "age", years = 18 }
    [[clauses]]
    id = "l.once"
    instrument = "m"
    article = "4"
    certainty = "excerpt"
    label = "heads"
    counting = ["buyer-once"]
    [[clauses]]
    id = "l.size"
    instrument = "m"
    article = "5"
    certainty = "text"
    label = "size"
    range = { least = 3, most = 7, unit = "members", of = "members" }
    [[clauses]]
    id = "l.each"
    instrument = "m"
    article = "6"
    certainty = "excerpt"
    label = "households for each"
    range = { least = 5, most = 15, unit = "households", of = "households" }
    [[clauses]]
    id = "l.bar"
    instrument = "m"
    article = "7"
    certainty = "text"
    label = "not in both"
    predicate = { is = "member", not = true }
    [[clauses]]
    id = "l.unread"
    instrument = "m"
    certainty = "unread"
    label = "unread"
    unread = true
    [[questions]]
    id = "l.quorum"
    label = "quorum"
    require = "l.quorum"
    [[questions]]
    id = "l.age"
    label = "age"
    require = "l.age"
    [[questions]]
    id = "l.size"
    label = "size"
    require = "l.size"
"#;

fn local(day: &str) -> Rules {
    Packs::new([Pack::parse(LOCAL).unwrap()]).unwrap().at(day.parse().unwrap())
}

fn law(day: &str) -> Rules {
    cn().at(day.parse().unwrap())
}

fn codes(cautions: &[Caution]) -> Vec<&str> {
    cautions.iter().map(|caution| caution.code.as_str()).collect()
}

fn facts(rest: &str) -> Facts {
    Facts::parse(&format!(r#"{{"format": "shequ.facts/1", {rest}}}"#)).unwrap()
}

const POLL: &str =
    r#""heads": {"entitled": 400, "present": 201}, "numbers": {"ballots-returned": 201, "voters-taking-part": 201}"#;

#[test]
fn a_poll_by_the_measures_of_shanghai_is_decided_and_cautioned_from_the_day_of_the_new_law_on() {
    let (before, after) = (law("2025-12-31"), law("2026-01-01"));
    let decide = |rules: &Rules| rules.decide("shanghai.villagers.poll", &facts(POLL)).unwrap();
    assert_eq!((decide(&before).status(), decide(&before).cautions()), (Status::Met, Vec::new()));
    let verdict = decide(&after);
    assert_eq!((verdict.status(), codes(&verdict.cautions())), (Status::Met, vec!["law-changed"; 2]));
    let (zh, en) = (verdict.explain().render(Lang::Zh), verdict.explain().render(Lang::En));
    assert!(zh.contains("上位法（村民委员会组织法）自2026-01-01起已变更"), "{zh}");
    assert!(en.contains("(Organic Law of Villagers' Committees) has changed since 2026-01-01"), "{en}");
    assert!(!decide(&before).explain().render(Lang::En).contains("has changed"));
    let record = verdict.record().unwrap();
    assert!(canonical(&record).unwrap().contains("\"law-changed\""));
    assert!(verify(&record, cn(), None, None).unwrap().ok);
    // What the clause says is told with it.
    let answer = ask(&after, "cn.sh.ve.19(1).88").unwrap();
    assert_eq!(codes(&answer.cautions), ["law-changed"]);
    assert!(answer.explain().render(Lang::En).contains("has changed since"));
    let change = cn().between("shanghai.villagers.poll", &facts(POLL), before.day(), after.day()).unwrap();
    assert!(change.clauses().iter().all(|clause| clause.kinds == [LawChangeKind::LawAbove]) && !change.differs());
    assert_eq!(change.clauses().len(), 2);
}

/// Of all packs that ship, these two instruments and no other; a clause that decides nothing says nothing.
#[test]
fn every_clause_of_such_an_instrument_is_cautioned_once_and_no_other() {
    let mut found = 0;
    for packs in [cn(), de(), gb(), us(), pl()] {
        for day in ["2025-12-31", "2026-01-01", "2026-11-24"] {
            let rules = packs.at(day.parse().unwrap()).accepting_secondary().accepting_undated();
            for id in packs.clause_ids() {
                let cautions = rules.cautions(id).unwrap();
                let changed = cautions.iter().filter(|caution| caution.code == "law-changed").count();
                let ours = id.starts_with("cn.sh.ve.") || id.starts_with("cn.bj.urc.");
                assert_eq!(changed, usize::from(ours && day >= "2026-01-01"), "{id} on {day}");
                found += changed;
            }
        }
    }
    // The clauses of Shanghai and the two of Beijing's measures of 1991, on two days.
    assert_eq!(found, 2 * (19 + 2));
    assert!(local("2026-03-01").cautions("l.unread").unwrap().is_empty());
}

#[test]
fn a_version_that_was_made_since_is_not_cautioned() {
    assert_eq!(codes(&local("2026-06-01").cautions("l.quorum").unwrap()), ["law-changed"]);
    assert!(local("2026-06-01").cautions("l.made").unwrap().is_empty());
    assert_eq!(local("2026-06-01").cautions("l.none").unwrap_err().first().code(), "unknown-clause");
}

#[test]
fn deadlines_are_counted_with_the_caution() {
    let (before, after) = (law("2025-12-31"), law("2026-01-01"));
    let of = |rules: &Rules| Procedure::of_clause(rules, "cn.sh.ve.procedure", RestDays::Stand).unwrap().0;
    assert_eq!(of(&before).cautions(&before).unwrap(), Vec::new());
    let procedure = of(&after);
    let cautions = procedure.cautions(&after).unwrap();
    assert!(cautions.len() >= 4 && codes(&cautions).iter().all(|code| *code == "law-changed"), "{cautions:?}");
    let draft = crate::wire::participation_timeline::TimelineDraft {
        id: "run".parse().unwrap(),
        procedure: procedure.draft().clone(),
        days: Vec::new(),
        skipped: Vec::new(),
    };
    let timeline = Timeline::check(draft).unwrap();
    let explain = |rules| timeline.explain("2026-03-01".parse().unwrap(), Calendar::cn(), rules).unwrap();
    assert!(explain(Some(&after)).render(Lang::En).contains("has changed since 2026-01-01"));
    assert!(!explain(Some(&before)).render(Lang::En).contains("has changed since"));
    assert!(!explain(None).render(Lang::En).contains("has changed since"));
    let late = law("2026-03-01");
    let list = facts(r#""days": {"final-list": "2026-03-10", "poll": "2026-03-15"}"#);
    let verdict = late.decide("shanghai.villagers.list", &list).unwrap();
    assert_eq!((verdict.status(), codes(&verdict.cautions())), (Status::Met, vec!["law-changed"]));
}

#[test]
fn a_person_a_count_of_heads_and_a_body_carry_it() {
    let (before, after) = (local("2025-12-31"), local("2026-01-01"));
    let person = Standing::new().born("1990-01-01".parse().unwrap());
    let check = |rules: &Rules| Eligibility::new(rules, "l.age", &[]).unwrap().check(&person).unwrap();
    assert_eq!((check(&before).status(), check(&before).cautions().len()), (Status::Met, 0));
    assert_eq!((check(&after).status(), codes(&check(&after).cautions())), (Status::Met, vec!["law-changed"]));
    assert!(check(&after).explain().render(Lang::En).contains("(Some Law) has changed since 2026-01-01"));

    let owners = Owners::parse(r#"{"format": "shequ.owners/1", "units": [{"key": "1", "owners": ["a"]}]}"#).unwrap();
    let count = |rules: &Rules| owners.heads(rules, "l.once").unwrap();
    assert_eq!((count(&before).heads, codes(&count(&before).cautions)), (Some(1), vec!["excerpt"]));
    assert_eq!(codes(&count(&after).cautions), ["excerpt", "law-changed"]);
    assert!(count(&after).explain().render(Lang::En).contains("has changed since"));
    assert!(owners.heads(&after, "l.unread").unwrap().cautions.is_empty());

    let body = Body::parse(
        r#"{"format": "shequ.body/1", "id": "b", "label": "B", "layer": "decision", "composed": "representatives",
            "questions": ["l.size"], "clauses": ["l.size"], "numbers": {"members": 5},
            "apportion": {"by": "households-per-representative", "clause": "l.each"},
            "groups": [{"key": "g", "households": 10, "representatives": 1}],
            "incompatible": [{"body": "other", "clause": "l.bar", "members": 0}]}"#,
    );
    let body = body.unwrap();
    let told = |rules: &Rules| {
        let view = body.at(rules).unwrap();
        view.checks.iter().map(|check| codes(&check.cautions).join(" ")).collect::<Vec<_>>()
    };
    assert_eq!(told(&before), ["", "", "excerpt", ""]);
    assert_eq!(told(&after), ["law-changed", "law-changed", "excerpt law-changed", "law-changed"]);
    let words = body.at(&after).unwrap().explain().render(Lang::En);
    assert_eq!(words.matches("has changed since").count(), 4, "{words}");
}

#[test]
fn a_by_law_is_compared_with_it_and_told_so() {
    let by_law = LOCAL
        .split("[[instruments]]")
        .next()
        .unwrap()
        .replace("\"local\"", "\"garden\"")
        .replace("local-rule", "by-law")
        + r#"
        extends = ["local"]
        [[instruments]]
        id = "r"
        title = "rules"
        from = "2024-01-01"
        [[clauses]]
        id = "l.quorum"
        instrument = "r"
        certainty = "text"
        label = "quorum"
        threshold = { part = "present", base = "entitled", measure = "heads", comparison = "at-least", share = "2/3" }
        [[clauses]]
        id = "l.once"
        instrument = "r"
        certainty = "text"
        label = "heads"
        counting = ["developer-once"]
        "#;
    let by_law = Pack::parse(&by_law).unwrap();
    let found = |day: &str| {
        let findings = lint(&local(day), &by_law).unwrap();
        findings.iter().map(|f| format!("{}: {}", f.question, codes(&f.cautions).join(" "))).collect::<Vec<_>>()
    };
    assert_eq!(found("2025-12-31"), ["l.quorum: ", "l.once: excerpt"]);
    assert_eq!(found("2026-01-01"), ["l.quorum: law-changed", "l.once: excerpt law-changed"]);
}

#[test]
fn the_record_of_an_election_and_its_reasons_carry_it() {
    let run = include_str!("../../../examples/licheng/year/election/run.toml");
    let run = Election::parse(&run.replace("cn.vc.turnout", "cn.sh.ve.19(1).88")).unwrap();
    let (before, after) = (law("2025-06-15"), law("2026-06-15"));
    assert!(!codes(&run.rules().cautions(&before).unwrap()).contains(&"law-changed"));
    assert_eq!(codes(&run.rules().cautions(&after).unwrap()), ["law-changed"]);
    let record = |rules| canonical(&run.result().record_by(rules).unwrap()).unwrap();
    assert!(record(&after).contains("\"cautions\":[{\"clause\":\"cn.sh.ve.19(1).88\",\"code\":\"law-changed\""));
    assert!(!record(&before).contains("law-changed"));
    let again = super::election::ElectionRecord::parse(&record(&after)).unwrap();
    assert!(super::election::verify_election(&again, &run, Some(cn())).unwrap().ok);
    assert!(run.result().explain_by(&after).render(Lang::En).contains("has changed since 2026-01-01"));
    assert!(!run.result().explain_by(&before).render(Lang::En).contains("has changed since"));
}

#[test]
fn the_page_of_the_pack_says_it_once_an_instrument() {
    let page = |id: &str| cn().packs().iter().find(|pack| pack.id() == id).unwrap().page();
    let told = |id| page(id).matches("That law has changed since 2026-01-01").count();
    assert_eq!((told("cn.shanghai"), told("cn.beijing"), told("cn.owners")), (1, 1, 0));
}
