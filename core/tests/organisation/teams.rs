//! Posts, teams, tiers, superiors, conferences and how branches are set up, on small invented organisations.

use serde_json::{Value, json};
use shequ::kernel::{Lang, Period, Ratio, Unwatched};
use shequ::organisation::{AreaMembers, Group, Organisation, SetUp, choose_body};
use shequ::pack::{self, Pack, Packs};
use shequ::wire::organisation::{EndReason, Mode};

use super::{day, load};
use shequ::kernel::Document as _;

fn team() -> Organisation {
    load(json!({"units": [
        {"key": "s", "kind": "sub-district", "name": "街道"},
        {"key": "c1", "kind": "community", "name": "一", "parent": "s"}, {"key": "c2", "kind": "community", "name": "二", "parent": "s"},
        {"key": "c3", "kind": "community", "name": "三", "parent": "s"},
        {"key": "b1", "kind": "party-branch", "name": "一支部", "parent": "c1"}, {"key": "r1", "kind": "residents-committee", "name": "一居委会", "parent": "c1"},
        {"key": "a1", "kind": "residents-representatives", "name": "一代表大会", "parent": "c1"},
        {"key": "u2", "kind": "union", "name": "二工会", "parent": "c2"}, {"key": "u3", "kind": "union", "name": "三工会", "parent": "c2", "until": "2020-01-01"},
        {"key": "st", "kind": "station", "name": "站", "parent": "c2"}],
        "relations": [{"kind": "serves", "source": "st", "target": "c1", "from": "2021-01-01"}],
        "posts": [{"key": "sec", "unit": "b1", "title": {"zh": "书记", "en": "secretary"}, "mode": "elected"},
            {"key": "chair", "unit": "r1", "title": {"zh": "主任", "en": "chair"}, "mode": "elected"},
            {"key": "m", "unit": "r1", "title": "委员", "capacity": 2}],
        "holders": [{"key": "x", "born": "1960", "schooling": "tertiary"}, {"key": "y", "born": "1990"}, {"key": "z", "born": "1970", "schooling": "primary"}],
        "holdings": [
            {"post": "sec", "holder": "x", "from": "2018-01-01", "until": "2023-01-01", "end_reason": "retired"},
            {"post": "sec", "holder": "y", "from": "2023-03-01", "mode": "acting"},
            {"post": "chair", "holder": "x", "from": "2018-01-01", "until": "2021-01-01", "end_reason": "moved"},
            {"post": "chair", "holder": "y", "from": "2021-01-01"},
            {"post": "m", "holder": "z", "from": "2018-01-01"}],
        "reserves": [{"post": "m", "holder": "y", "from": "2020-01-01"}]}))
}

#[test]
fn who_held_a_post_after_whom_and_when_it_stood_empty() {
    let organisation = team();
    let line = organisation.succession("sec").unwrap();
    let tenures: Vec<_> = line.tenures.iter().map(|t| (t.holder.as_str(), t.mode, t.end_reason)).collect();
    assert_eq!(tenures, [("x", Some(Mode::Elected), Some(EndReason::Retired)), ("y", Some(Mode::Acting), None)]);
    let gaps: Vec<_> = line.gaps.iter().map(|g| (g.period.to_string(), g.days, g.places)).collect();
    assert_eq!(gaps, [("[2023-01-01, 2023-03-01)".to_owned(), Some(59), 1)]);
    // Nothing is known of the place that nobody ever held before the first holding began.
    let places = organisation.succession("m").unwrap().gaps;
    assert_eq!((places.len(), places[0].period.to_string(), places[0].days), (1, "[2018-01-01, ...)".to_owned(), None));
    let vacant = organisation.vacancies(day("2023-01-31"));
    let rows: Vec<_> = vacant.iter().map(|v| (v.post.as_str(), v.places, v.days, v.reserve)).collect();
    assert_eq!(rows, [("m", 1, Some(1856), 1), ("sec", 1, Some(30), 0)]);
    assert_eq!(organisation.succession("zz").unwrap_err().first().code(), "unknown-post");
}

#[test]
fn posts_are_counted_apart_from_heads() {
    let organisation = team();
    let both = organisation.at(day("2020-06-01")).joint_roster("c1").unwrap();
    assert_eq!((both.places, both.holdings, both.heads, both.vacant), (4, 3, 2, 1));
    assert_eq!((both.cross, both.both_heads, both.cross_rate.unwrap().to_string().as_str()), (1, 1, "1/2"));
    assert_eq!(both.members[0].posts.iter().map(|p| p.post.as_str()).collect::<Vec<_>>(), ["chair", "sec"]);
    assert_eq!(both.bodies.iter().map(|b| b.key.as_str()).collect::<Vec<_>>(), ["b1", "r1"]);
    let apart = organisation.at(day("2022-06-01")).joint_roster("c1").unwrap();
    assert_eq!((apart.cross, apart.heads), (0, 3));
}

#[test]
fn a_term_is_compared_with_the_one_before_in_the_right_units() {
    let organisation = team();
    let (before, after) = (day("2020-06-01"), day("2023-06-01"));
    let change = organisation.compare_terms(before, after, &Group::default()).unwrap();
    let turnover = &change.turnover;
    assert_eq!((turnover.before, turnover.after, turnover.stayed, turnover.left, turnover.came), (2, 2, 1, 1, 1));
    assert_eq!(turnover.continuity.unwrap().to_string(), "1/2");
    let ended: Vec<_> = turnover.ended.iter().map(|e| (e.reason, e.holdings)).collect();
    assert_eq!(ended, [(Some(EndReason::Moved), 1), (Some(EndReason::Retired), 1)]);
    // (60 + 50) / 2 against (33 + 53) / 2.
    assert_eq!((change.mean_age.exact.clone(), change.mean_age.unit.as_str()), (Some(Ratio::from(-12)), "years"));
    assert_eq!(
        (change.under_35.exact.clone(), change.under_35.unit.as_str()),
        (Some(Ratio::from(50)), "percentage-points")
    );
    assert!(change.explain().render(Lang::En).contains("= 50.00 percentage points"));
    assert_eq!(organisation.turnover(after, before, &Group::default()).unwrap_err().first().code(), "period-reversed");
}

#[test]
fn tiers_and_coverage_follow_the_day() {
    let organisation = team();
    let snapshot = organisation.at(day("2019-01-01"));
    let tiers = snapshot.tiers(Some("s")).unwrap();
    let missing: Vec<_> = tiers.rows.iter().map(|row| (row.unit.key.as_str(), row.missing.len())).collect();
    assert_eq!(
        (missing, tiers.complete.unwrap().to_string()),
        (vec![("c1", 0), ("c2", 3), ("c3", 3)], "1/3".to_owned())
    );
    let counts = |on: &str| -> Vec<Vec<u32>> {
        let matrix = organisation.at(day(on)).coverage(&["union", "station"], None).unwrap();
        matrix.rows.iter().map(|row| row.counts.clone()).collect()
    };
    assert_eq!(counts("2019-01-01"), [[0, 0], [2, 1], [0, 0]]);
    assert_eq!(counts("2021-01-01"), [[0, 1], [1, 1], [0, 0]]);
    let matrix = organisation.at(day("2021-01-01")).coverage(&["union", "station"], None).unwrap();
    let covered: Vec<String> = matrix.covered.iter().map(|rate| rate.unwrap().to_string()).collect();
    assert_eq!((covered, matrix.table(Lang::Zh).unwrap().rows()), (vec!["1/3".to_owned(), "2/3".to_owned()], 3));
    let error = snapshot.coverage(&["union", "guild"], None).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("unknown-kind", "kinds[1]"));
}

#[test]
fn lines_and_blocks() {
    let organisation = load(json!({"units": [
        {"key": "s1", "kind": "sub-district", "name": "一街道"}, {"key": "s2", "kind": "sub-district", "name": "二街道"},
        {"key": "o1", "kind": "sub-district-office", "name": "一办事处", "parent": "s1"},
        {"key": "civil", "kind": "government-bureau", "name": "民政局"}, {"key": "build", "kind": "government-bureau", "name": "建设局"},
        {"key": "p1", "kind": "station", "name": "甲", "parent": "s1"}, {"key": "p2", "kind": "station", "name": "乙", "parent": "s1"},
        {"key": "p3", "kind": "station", "name": "丙", "parent": "s2"}],
        "relations": [
            {"kind": "dual-leads", "source": "o1", "target": "p1", "aspect": "人事", "primary": true},
            {"kind": "dual-leads", "source": "civil", "target": "p1", "aspect": "业务"},
            {"kind": "leads", "source": "build", "target": "p2"}, {"kind": "leads", "source": "build", "target": "p3", "from": "2024-01-01"}]}));
    let matrix = organisation.at(day("2024-01-01")).lines_and_blocks("sub-district").unwrap();
    assert_eq!(matrix.lines.iter().map(|l| l.key.as_str()).collect::<Vec<_>>(), ["build", "civil", "o1"]);
    let first = &matrix.blocks[0];
    // Three leaderships of three superiors: 1 - 3/9.
    assert_eq!(
        (first.bodies, first.led.as_slice(), first.fragmentation.as_ref().unwrap().to_string().as_str()),
        (2, [1, 1, 1].as_slice(), "2/3")
    );
    assert_eq!(first.block_first.unwrap().to_string(), "1/2");
    assert_eq!(matrix.blocks[1].fragmentation, Some(Ratio::ZERO));
    assert_eq!(
        organisation.at(day("2023-12-31")).lines_and_blocks("sub-district").unwrap().blocks[1].fragmentation,
        None
    );
    assert!(matrix.explain().render(Lang::En).contains("1 - (1² + 1² + 1²) / 3²"));
    assert_eq!(matrix.table(Lang::Zh).unwrap().rows(), 2);
}

#[test]
fn a_conference_keeps_to_its_charter_or_is_late() {
    let organisation = load(
        json!({"units": [{"key": "j", "kind": "joint-conference", "name": "联席会"}, {"key": "w", "kind": "party-working-committee", "name": "党工委"}],
        "relations": [{"kind": "convenes", "source": "w", "target": "j"}],
        "charters": [{"unit": "j", "title": "章程", "every": "half-year", "from": "2023-01-01"}],
        "sessions": [{"unit": "j", "day": "2023-03-01"}, {"unit": "j", "day": "2024-08-01"}],
        "statuses": [{"unit": "j", "status": "ad-hoc", "from": "2023-01-01", "deadline": "2024-01-01"}]}),
    );
    let on = |text: &str| organisation.at(day(text)).conference("j").unwrap();
    assert_eq!(on("2023-02-28").due.unwrap().to_string(), "2023-06-30");
    assert_eq!(on("2023-03-01").due.unwrap().to_string(), "2023-12-31");
    assert_eq!((on("2024-07-31").due.unwrap().to_string(), on("2024-07-31").sessions), ("2024-12-31".into(), 1));
    let report = organisation
        .validate_over(
            Period::new(day("2023-01-01"), Some(day("2025-01-01"))).unwrap(),
            pack::defaults(),
            &mut Unwatched,
        )
        .unwrap();
    let late: Vec<_> =
        report.of("conference-cadence").map(|v| (v.facts[0].value.render(Lang::En), v.period.to_string())).collect();
    assert_eq!(
        late,
        [
            ("2023-H2".to_owned(), "[2024-01-01, 2024-08-01)".to_owned()),
            ("2024-H1".to_owned(), "[2024-07-01, 2024-08-01)".to_owned())
        ]
    );
    let statuses = organisation.at(day("2024-01-11")).statuses();
    assert_eq!((statuses[0].status.as_str(), statuses[0].days_left), ("ad-hoc", Some(-10)));
}

#[test]
fn the_party_body_follows_the_number_of_members() {
    let organisation = team();
    let kind = |n| choose_body(organisation.catalogue(), n, pack::cn(), day("2026-01-01")).kind;
    let chosen: Vec<Option<String>> = [0, 2, 3, 50, 51, 100, 101].into_iter().map(kind).collect();
    let of = |key: &str| Some(key.to_owned());
    assert_eq!(
        chosen,
        [
            None,
            None,
            of("party-branch"),
            of("party-branch"),
            of("party-general-branch"),
            of("party-general-branch"),
            of("party-committee")
        ]
    );
    let areas = |rows: &[(&str, u32)]| {
        rows.iter().map(|(unit, members)| AreaMembers { unit: (*unit).into(), members: *members }).collect::<Vec<_>>()
    };
    let snapshot = organisation.at(day("2024-01-01"));
    let plan = snapshot.set_up(&areas(&[("c1", 60), ("c2", 2), ("c3", 1)]), pack::cn()).unwrap();
    let rows: Vec<_> = plan
        .iter()
        .map(|row| (row.areas.iter().map(|a| a.key.as_str()).collect::<Vec<_>>(), row.how, row.members))
        .collect();
    assert_eq!(rows, [(vec!["c1"], SetUp::Converted, 60), (vec!["c2", "c3"], SetUp::Joint, 3)]);
    let plan = snapshot.set_up(&areas(&[("c1", 20), ("c2", 2)]), pack::cn()).unwrap();
    assert_eq!((plan.len(), plan[0].how, plan[0].members), (1, SetUp::Joint, 22));
    assert_eq!(snapshot.set_up(&areas(&[("c1", 20)]), pack::cn()).unwrap()[0].how, SetUp::Kept);
    assert_eq!(snapshot.set_up(&areas(&[("c3", 1)]), pack::cn()).unwrap()[0].how, SetUp::None);
    assert_eq!(snapshot.set_up(&areas(&[("c3", 9)]), pack::cn()).unwrap()[0].how, SetUp::New);
    let error = snapshot.set_up(&areas(&[("c3", 9), ("c3", 9)]), pack::cn()).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("listed-twice", "areas[1].unit"));
}

fn by_law(layer: &str, checks: Value) -> Result<Packs, shequ::kernel::Error> {
    let own = json!({"format": "shequ.pack/1", "id": "own", "label": "own", "layer": layer, "read_on": "2026-01-01", "extends": ["cn.residents"],
        "instruments": [{"id": "charter", "title": "Charter", "from": "2000-01-01"}], "checks": checks});
    Packs::new(pack::cn().packs().iter().cloned().chain([Pack::parse(&own.to_string())?]))
}

#[test]
fn a_by_law_may_ask_more_change_a_default_or_add_a_rule() {
    let check = |more: Value| {
        let mut row =
            json!({"label": "x", "instrument": "charter", "article": "5", "certainty": "text", "remedy": "mend it"});
        row.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!([row])
    };
    // A default may be loosened or switched off, and its place is kept.
    let packs = by_law("by-law", check(json!({"id": "posts-held", "look": "posts-held", "most": 1}))).unwrap();
    let report = team().validate(day("2020-06-01"), &packs, &mut Unwatched).unwrap();
    let finding = report.of("posts-held").next().unwrap();
    assert_eq!(
        (finding.subject.key.as_str(), finding.citation.as_ref().unwrap().render(Lang::En)),
        ("x", "Charter, art. 5".into())
    );
    let off = by_law("by-law", check(json!({"id": "vacancy", "look": "vacancy", "off": true}))).unwrap();
    assert!(team().validate(day("2020-06-01"), &off, &mut Unwatched).unwrap().check("vacancy").is_none());
    // What stands in a law may only be tightened.
    let law = json!({"id": "residents-committee-elected", "look": "mode", "kinds": ["residents-committee"], "clause": "cn.urc.electors", "modes": ["elected"]});
    assert!(by_law("by-law", check(law.clone())).is_ok());
    let mut loose = law;
    loose["modes"] = json!(["elected", "acting", "appointed"]);
    let refused = |checks: Value| by_law("by-law", checks).unwrap_err().first().code();
    assert_eq!(refused(check(loose)), "check-loosened");
    assert_eq!(refused(check(json!({"id": "y", "look": "vacancy"}))), "check-incomplete");
    assert_eq!(refused(check(json!({"id": "y", "look": "capacity", "clause": "cn.zz"}))), "dangling-clause");
    assert_eq!(refused(json!([{"id": "y", "look": "capacity", "label": "y", "remedy": "z"}])), "check-without-source");
    let unknown = by_law("by-law", check(json!({"id": "y", "look": "heads", "kinds": ["guild"], "most": 1}))).unwrap();
    let error = team().validate(day("2020-06-01"), &unknown, &mut Unwatched).unwrap_err();
    assert_eq!((error.first().code(), error.first().path()), ("unknown-kind", "own.checks[0].kinds[0]"));
}

#[test]
fn a_validation_can_be_stopped() {
    let mut stop = |done: u64, _: u64| {
        if done < 5 { std::ops::ControlFlow::Continue(()) } else { std::ops::ControlFlow::Break(()) }
    };
    let error = team().validate(day("2020-06-01"), pack::cn(), &mut stop).unwrap_err();
    assert_eq!(error.first().code(), "stopped");
}

#[test]
fn a_post_is_not_vacant_while_its_unit_is_no_more() {
    let organisation = load(json!({
        "units": [{"key": "r", "kind": "residents-committee", "name": "居委会",
            "lives": [{"from": "2010-01-01", "until": "2015-01-01"}, {"from": "2018-01-01"}]}],
        "posts": [{"key": "chair", "unit": "r", "title": "主任"}], "holders": [{"key": "h"}],
        "holdings": [{"post": "chair", "holder": "h", "from": "2010-01-01", "until": "2014-01-01"},
            {"post": "chair", "holder": "h", "from": "2018-03-01"}]}));
    let gaps: Vec<String> =
        organisation.succession("chair").unwrap().gaps.iter().map(|g| g.period.to_string()).collect();
    assert_eq!(gaps, ["[2014-01-01, 2015-01-01)", "[2018-01-01, 2018-03-01)"]);
    let years = Period::new(day("2010-01-01"), None).unwrap();
    let report = organisation.validate_over(years, pack::defaults(), &mut Unwatched).unwrap();
    let found: Vec<String> = report.of("vacancy").map(|v| v.period.to_string()).collect();
    assert_eq!(found, gaps);
}
