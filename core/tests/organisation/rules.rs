//! Each rule with what it must find, what it must leave alone, and since when.

use serde_json::{Value, json};
use shequ::kernel::{Document, Lang, Status, Unwatched};
use shequ::organisation::{Finding, Report, Severity};
use shequ::pack::{self, Pack, Packs};

use super::{day, load};

fn report(parts: Value, on: &str) -> Report {
    load(parts).validate(day(on), pack::cn(), &mut Unwatched).unwrap()
}

fn found<'r>(report: &'r Report, rule: &'r str) -> Vec<(&'r str, String)> {
    report.of(rule).map(|f| (f.subject.key.as_str(), f.period.to_string())).collect()
}

fn explained(finding: &Finding) -> String {
    finding.explain().render(Lang::En)
}

#[test]
fn one_community_one_branch() {
    let parts = json!({"units": [
        {"key": "c1", "kind": "community", "name": "一"}, {"key": "c2", "kind": "community", "name": "二", "from": "2003-07-01"},
        {"key": "c3", "kind": "community", "name": "三"}, {"key": "c4", "kind": "community", "name": "四"},
        {"key": "c5", "kind": "community", "name": "五"}, {"key": "c6", "kind": "community", "name": "六"},
        {"key": "b1", "kind": "party-branch", "name": "一支部", "parent": "c1"},
        {"key": "b2", "kind": "party-branch", "name": "二支部", "parent": "c2", "from": "2003-07-01", "until": "2005-03-01"},
        {"key": "b3", "kind": "party-branch", "name": "三支部", "parent": "c3"},
        {"key": "b3+", "kind": "party-general-branch", "name": "三总支", "parent": "c3", "from": "2004-05-06"},
        {"key": "g", "kind": "grid", "name": "网格", "parent": "c4"},
        {"key": "b4", "kind": "party-branch", "name": "四支部", "parent": "g"},
        {"key": "b6", "kind": "party-branch", "name": "六支部", "parent": "c6", "from": "2005..2007"}],
        "relations": [{"kind": "serves", "source": "b4", "target": "c5", "from": "2002-01-01"}]});
    let report = report(parts, "2006-01-01");
    assert_eq!(
        found(&report, "one-community-one-branch"),
        [("c2", "[2005-03-01, ...)".to_owned()), ("c3", "[2004-05-06, ...)".to_owned()),]
    );
    assert_eq!(found(&report, "one-branch-one-community"), [("b4", "[2002-01-01, ...)".to_owned())]);
    let check = report.check("one-community-one-branch").unwrap();
    assert_eq!((check.subjects, check.status, &check.missing), (6, Status::NotMet, &vec!["c6".to_owned()]));
    let crowded = report.of("one-community-one-branch").find(|f| f.subject.key == "c3").unwrap();
    assert_eq!(crowded.path.iter().map(|s| s.unit.key.as_str()).collect::<Vec<_>>(), ["b3", "b3+"]);
    assert!(explained(crowded).contains("the community has 2 party branches"));
}

#[test]
fn an_office_must_guide_and_not_lead() {
    let parts = json!({"units": [
        {"key": "o", "kind": "sub-district-office", "name": "街道办事处"},
        {"key": "k", "kind": "service-centre", "name": "中心"},
        {"key": "b", "kind": "party-branch", "name": "支部"},
        {"key": "r1", "kind": "residents-committee", "name": "居委会一"},
        {"key": "r2", "kind": "residents-committee", "name": "居委会二"},
        {"key": "r3", "kind": "residents-committee", "name": "居委会三"},
        {"key": "r4", "kind": "residents-committee", "name": "居委会四"}],
        "relations": [
            {"kind": "guides", "source": "o", "target": "r1"}, {"kind": "leads", "source": "b", "target": "r1"},
            {"kind": "leads", "source": "o", "target": "r2", "from": "2001-01-01", "until": "2004-01-01"},
            {"kind": "leads", "source": "o", "target": "k", "from": "2002-02-03"},
            {"kind": "leads", "source": "k", "target": "r3", "from": "2001-01-01", "until": "2030-01-01"},
            {"kind": "leads", "source": "o", "target": "r4", "from": "2000-01-01..2020-01-01"}]});
    let report = report(parts, "2006-01-01");
    assert_eq!(found(&report, "committee-led-by-government"), [("r3", "[2002-02-03, 2030-01-01)".to_owned())]);
    let finding = report.of("committee-led-by-government").next().unwrap();
    let path: Vec<_> = finding.path.iter().map(|s| (s.unit.key.as_str(), s.relation.as_deref())).collect();
    assert_eq!(path, [("o", Some("leads")), ("k", Some("leads")), ("r3", None)]);
    assert_eq!(report.check("committee-led-by-government").unwrap().missing, ["r4"]);
    assert_eq!(finding.citation.as_ref().map(|c| c.article.as_str()), Some("2(2)"));
}

#[test]
fn a_villagers_committee_has_the_clauses_of_its_own_law() {
    let parts = json!({"units": [
        {"key": "t", "kind": "town-government", "name": "镇政府"},
        {"key": "v", "kind": "villagers-committee", "name": "村委会"}],
        "relations": [{"kind": "leads", "source": "t", "target": "v", "from": "2001-01-01"}]});
    let articles = |on| -> Vec<Option<String>> {
        let report = report(parts.clone(), on);
        report.of("committee-led-by-government").map(|f| f.citation.clone().map(|c| c.article)).collect()
    };
    assert_eq!(articles("2020-01-01"), [Some("5(1)".to_owned())]);
    assert_eq!(articles("2026-01-01"), [Some(String::new())]);
    // The pack begins with the law as revised in 2010: before, as where an article was not read, it is a default of the library.
    assert_eq!(articles("2006-01-01"), [Some(String::new())]);
    let early = report(parts.clone(), "2006-01-01");
    let citation = early.of("committee-led-by-government").next().unwrap().citation.clone().unwrap();
    assert_eq!(citation.certainty, shequ::kernel::Certainty::Default);
}

#[test]
fn circles_of_leading_count_where_their_days_meet() {
    let parts = json!({"units": [
        {"key": "a", "kind": "association", "name": "甲"}, {"key": "b", "kind": "association", "name": "乙"},
        {"key": "c", "kind": "association", "name": "丙"}],
        "relations": [
            {"kind": "leads", "source": "c", "target": "a", "from": "2003-01-01", "until": "2005-01-01"},
            {"kind": "leads", "source": "a", "target": "b", "from": "2001-01-01"},
            {"kind": "leads", "source": "b", "target": "c", "until": "2004-01-01"},
            {"kind": "guides", "source": "b", "target": "a"}]});
    assert_eq!(
        found(&report(parts.clone(), "2003-06-01"), "relation-cycle"),
        [("a", "[2003-01-01, 2004-01-01)".to_owned())]
    );
    assert!(found(&report(parts.clone(), "2004-01-01"), "relation-cycle").is_empty());
    let report = report(parts, "2003-06-01");
    let path: Vec<_> = report.of("relation-cycle").next().unwrap().path.iter().map(|s| s.unit.key.clone()).collect();
    assert_eq!(path, ["a", "b", "c", "a"]);
}

fn committee(holders: usize) -> Value {
    let holdings: Vec<Value> = (0..holders)
        .map(|i| {
            // The last one leaves on 2020-03-01.
            let until = if i + 1 == holders { "2020-03-01".into() } else { Value::Null };
            json!({"post": "p", "holder": format!("h{i}"), "from": "2019-01-01", "until": until})
        })
        .collect();
    let heads: Vec<Value> = (0..holders).map(|i| json!({"key": format!("h{i}")})).collect();
    json!({"units": [{"key": "c", "kind": "community", "name": "社区"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}],
        "posts": [{"key": "p", "unit": "r", "title": "委员", "capacity": 20}], "holders": heads, "holdings": holdings})
}

#[test]
fn the_size_of_a_committee_follows_the_law_of_the_day() {
    for (holders, on, breaks) in [
        (4, "2020-01-01", true),
        (5, "2020-01-01", false),
        (9, "2020-01-01", false),
        (10, "2020-01-01", true),
        (5, "2020-03-01", true),
        (10, "2020-03-01", false),
    ] {
        let report = report(committee(holders), on);
        assert_eq!(report.of("committee-size").count() == 1, breaks, "{holders} on {on}");
        let check = report.check("committee-size").unwrap();
        assert_eq!(check.citation.as_ref().unwrap().article, "7");
    }
    let before = report(committee(5), "2025-12-31");
    // The law of 1989 ends with the year, and so does what it says.
    assert_eq!(found(&before, "committee-size"), [("r", "[2020-03-01, 2026-01-01)".to_owned())]);
    let after = report(committee(5), "2026-01-01");
    let check = after.check("committee-size").unwrap();
    assert_eq!((check.status, after.of("committee-size").count()), (Status::Unknown, 0));
    // Before anybody is on record nothing is known.
    let early = report(committee(4), "2018-12-31");
    assert_eq!(
        (early.of("committee-size").count(), &early.check("committee-size").unwrap().missing),
        (0, &vec!["r".to_owned()])
    );
    assert_eq!((early.of("vacancy").count(), &early.check("vacancy").unwrap().missing), (0, &vec!["p".to_owned()]));
    assert_eq!(
        found(&report(committee(4), "2019-01-01"), "committee-size"),
        [("r", "[2019-01-01, 2026-01-01)".to_owned())]
    );
    let without = load(committee(5)).validate(day("2020-06-01"), pack::defaults(), &mut Unwatched).unwrap();
    assert_eq!(without.check("committee-size").unwrap().status, Status::Unknown);
}

#[test]
fn households_are_guidance_by_the_law_of_the_day() {
    let parts = json!({"units": [{"key": "c", "kind": "community", "name": "社区"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}],
        "indicators": [{"unit": "c", "measure": "households", "value": 650, "from": "2019"},
            {"unit": "c", "measure": "households", "value": 900, "from": "2024-06-30"}]});
    assert_eq!(found(&report(parts.clone(), "2024-06-29"), "usual-size"), []);
    let old = report(parts.clone(), "2025-12-31");
    assert_eq!(found(&old, "usual-size"), [("r", "[2024-06-30, 2026-01-01)".to_owned())]);
    let new = report(parts, "2026-01-01");
    let finding = new.of("usual-size").next().unwrap();
    assert_eq!(finding.severity, Severity::Guidance);
    assert_eq!(finding.message.get(Lang::En), "900 households, usually 1000-3000");
    assert_eq!(finding.period.to_string(), "[2026-01-01, ...)");
    let all = new.violations.iter().filter(|v| v.severity == Severity::Guidance).map(|v| v.rule.as_str());
    // The community of this small document lies within nothing.
    assert_eq!(all.collect::<Vec<_>>(), ["parent-missing", "usual-size"]);
}

#[test]
fn vacancies_terms_and_crowded_posts() {
    let parts = json!({"units": [{"key": "r", "kind": "residents-committee", "name": "居委会", "from": "2015-01-01"},
            {"key": "x", "kind": "association", "name": "协会"}],
        "posts": [{"key": "chair", "unit": "r", "title": "主任"}, {"key": "member", "unit": "r", "title": "委员", "capacity": 2},
            {"key": "own", "unit": "x", "title": "会长", "term_years": 2}, {"key": "free", "unit": "x", "title": "秘书"}],
        "holders": [{"key": "a"}, {"key": "b"}, {"key": "c"}, {"key": "d"}],
        "holdings": [
            {"post": "chair", "holder": "a", "from": "2019-02-28", "until": "2024-05-01"},
            {"post": "member", "holder": "b", "from": "2020-01-01"}, {"post": "member", "holder": "c", "from": "2021-01-01"},
            {"post": "member", "holder": "d", "from": "2022-01-01", "until": "2024-01-01"},
            {"post": "own", "holder": "a", "from": "2020-02-29"},
            {"post": "free", "holder": "b"}]});
    let crowded = report(parts.clone(), "2023-01-01");
    assert_eq!(found(&crowded, "over-capacity"), [("member", "[2022-01-01, 2024-01-01)".to_owned())]);
    assert_eq!(found(&crowded, "term-overrun"), [("own", "[2022-02-28, ...)".to_owned())]);
    assert_eq!(found(&crowded, "vacancy"), []);
    let late = report(parts.clone(), "2024-03-01");
    assert_eq!(
        found(&late, "term-overrun"),
        [("chair", "[2024-02-28, 2024-05-01)".to_owned()), ("own", "[2022-02-28, ...)".to_owned())]
    );
    let chair = late.of("term-overrun").next().unwrap();
    assert_eq!(chair.citation.as_ref().unwrap().article, "8(1)");
    assert!(explained(chair).contains("the term of 5 years was over on 2024-02-28, 2 days ago"));
    let vacant = report(parts.clone(), "2024-05-11");
    assert_eq!(found(&vacant, "vacancy"), [("chair", "[2024-05-01, ...)".to_owned())]);
    let days = &vacant.of("vacancy").next().unwrap().facts[2];
    assert_eq!(days.value.render(Lang::En), "10");
    // Before its unit exists a post is not vacant.
    let early = report(parts.clone(), "2015-01-01");
    assert_eq!(found(&early, "vacancy")[0], ("chair", "[2015-01-01, 2019-02-28)".to_owned()));
    let none = report(parts, "2014-12-31");
    assert_eq!((none.of("vacancy").count(), &none.check("vacancy").unwrap().missing), (0, &vec!["own".to_owned()]));
}

#[test]
fn a_pack_of_ones_own_gives_numbers_too() {
    let own = Pack::parse(
        r#"
        format = "shequ.pack/1"
        id = "party"
        label = "party"
        layer = "national-regulation"
        read_on = "2026-01-01"
        instruments = [{ id = "i", title = "Regulation", from = "2018-10-28" }]
        clauses = [{ id = "cn.cpc.branch.members", instrument = "i", article = "4", certainty = "text", label = "members", range = { most = 50, unit = "members" } }]
    "#,
    )
    .unwrap();
    let packs = Packs::new(pack::defaults().packs().iter().cloned().chain([own])).unwrap();
    let parts = json!({"kinds": [{"key": "large-branch", "label": "支部", "level": 5, "role": "party-branch", "clauses": {"members": "cn.cpc.branch.members"}}],
        "units": [{"key": "b", "kind": "large-branch", "name": "支部"}, {"key": "n", "kind": "large-branch", "name": "新"}],
        "indicators": [{"unit": "b", "measure": "members", "value": 51, "from": "2010-01-01"}]});
    let report = load(parts).validate(day("2020-01-01"), &packs, &mut Unwatched).unwrap();
    assert_eq!(found(&report, "usual-size"), [("b", "[2018-10-28, ...)".to_owned())]);
    assert_eq!(report.of("usual-size").next().unwrap().severity, Severity::Error);
    let check = report.checks.iter().find(|c| c.kind.as_deref() == Some("large-branch")).unwrap();
    assert_eq!(check.missing, ["n"]);
    assert_eq!(report.explain().outcome, shequ::kernel::Quantity::Status(Status::NotMet));
    assert_eq!(report.table(Lang::Zh).unwrap().rows(), report.violations.len());
}

#[test]
fn units_of_measure() {
    let statements: Vec<Value> = [
        ("mean-age", "change", "years", true), ("mean-age", "change", "percent", true),
        ("mean-age", "change", "percentage-points", false), ("mean-age", "value", "percent", false),
        ("share", "change", "percentage-points", true), ("share", "value", "percent", true),
        ("share", "value", "percentage-points", false), ("households", "value", "persons", false),
        ("households", "change", "households", true),
    ]
    .iter()
    .map(|(measure, side, unit, right)| json!({"label": format!("{right} {measure} {side} {unit}"), "measure": measure, *side: "1.5", "unit": unit}))
    .collect();
    let report = report(json!({"statements": statements}), "2020-01-01");
    let flagged: Vec<&str> = report.of("unit-of-measure").map(|f| f.subject.name.get(Lang::En)).collect();
    assert_eq!(flagged.len(), 4);
    assert!(flagged.iter().all(|label| label.starts_with("false")), "{flagged:?}");
}

#[test]
fn a_diagram_draws_guides_dashed_and_counts_what_it_leaves_out() {
    let parts = json!({"units": [
        {"key": "s", "kind": "sub-district", "name": "街道 \"一\""}, {"key": "c", "kind": "community", "name": "社区", "parent": "s", "from": "2019..2021"},
        {"key": "o", "kind": "sub-district-office", "name": "办事处", "parent": "s"},
        {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}, {"key": "g", "kind": "grid", "name": "网格", "parent": "c"}],
        "relations": [{"kind": "guides", "source": "o", "target": "c"}, {"kind": "leads", "source": "o", "target": "r"}]});
    let organisation = load(parts);
    let text = organisation.at(day("2020-01-01")).diagram(Some("s"), 1, Lang::Zh).unwrap();
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    assert_eq!(
        lines,
        [
            "flowchart TD",
            "n0[\"街道 #quot;一#quot;\"]",
            "n1[\"社区<br/>+2\"]",
            "style n1 stroke-dasharray: 4 3",
            "n2[\"办事处\"]",
            "n0 --- n1",
            "n0 --- n2",
            "n2 -.->|\"指导\"| n1",
            "linkStyle 2 stroke-dasharray: 8 5"
        ]
    );
    assert!(organisation.at(day("2020-01-01")).diagram(None, 9, Lang::En).unwrap().contains("n4 ==>|\"leads\"| n3"));
    assert!(organisation.at(day("2020-01-01")).diagram(Some("zz"), 1, Lang::Zh).is_err());
}

#[test]
fn the_roster_of_a_day() {
    let mut parts = committee(6);
    parts["relations"] = json!([{"kind": "guides", "source": "c", "target": "r", "from": "2020-01-01"}]);
    let organisation = load(parts);
    let posts = organisation.at(day("2020-03-01")).posts_of("r").unwrap();
    assert_eq!((posts.len(), posts[0].holders.len(), posts[0].vacant), (1, 5, 15));
    assert_eq!(organisation.at(day("2020-02-29")).posts()[0].holders.len(), 6);
    assert_eq!(organisation.at(day("2019-12-31")).relations(), []);
    assert_eq!(organisation.at(day("2020-01-01")).relations()[0].label, shequ::kernel::Text::new("指导", "guides"));
    let overview = organisation.overview();
    assert_eq!((overview.units, overview.holdings, overview.events), (2, 6, 0));
    assert_eq!((overview.first, overview.last), (Some(day("2019-01-01")), Some(day("2020-03-01"))));
}
