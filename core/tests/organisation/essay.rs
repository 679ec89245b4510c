//! The figures of essay 6, on an invented organisation built so that they hold.

use serde_json::{Value, json};
use shequ::kernel::{Decimal, Digest, Document, Ratio, Rounding, Unwatched};
use shequ::organisation::{Event, Group, Organisation, Severity};
use shequ::pack;

use super::{day, document, load};

/// 6 sub-districts; 104 villages and areas become 77 communities, of which 39 take from several; their committees have 230 members.
pub fn year() -> Value {
    let (mut units, mut events, mut agreements) = (vec![], vec![], vec![]);
    let (mut posts, mut holders, mut holdings, mut indicators) = (vec![], vec![], vec![], vec![]);
    units.push(json!({"key": "d", "kind": "district", "name": {"zh": "示例区", "en": "Example District"}}));
    for s in 0..6 {
        units.push(json!({"key": format!("s{s}"), "kind": "sub-district", "name": format!("街道 {s}"), "parent": "d"}));
        units.push(json!({"key": format!("w{s}"), "kind": "party-working-committee", "name": format!("街道 {s} 党工委"), "parent": format!("s{s}")}));
        for (i, title) in ["书记", "主任"].iter().enumerate() {
            let key = format!("w{s}-{i}");
            posts.push(json!({"key": key, "unit": format!("w{s}"), "title": title}));
            // 3 of the 12 are under 35 in 2004.
            let born = if s < 3 && i == 1 { "1972" } else { "1960" };
            holders.push(json!({"key": format!("head-{s}-{i}"), "born": born}));
            holdings.push(json!({"post": key, "holder": format!("head-{s}-{i}"), "from": "2003-08"}));
        }
    }
    let mut village = 0;
    // 39 new communities: 27 of two villages and 12 of one; 38 that go on from one.
    for c in 0..77 {
        let parent = format!("s{}", c % 6);
        let community = format!("c{c:02}");
        let sources = if c < 27 { 2 } else { 1 };
        let (mut names, mut flows, mut before, mut total) = (vec![], vec![], vec![], 0);
        for _ in 0..sources {
            let key = format!("v{village:03}");
            let households = 300 + 7 * village;
            units.push(json!({"key": key, "kind": "village", "name": format!("村 {village}"), "parent": parent}));
            flows.push(json!({"source": key, "target": community, "count": households}));
            before.push(json!({"unit": key, "count": households}));
            names.push(key);
            total += households;
            village += 1;
        }
        events.push(json!({"merge": {"day": "2003-07-01", "instrument": "示例〔2003〕1号", "sources": names,
            "targets": [{"unit": community, "kind": "community", "name": format!("社区 {c:02}"), "parent": parent}],
            "shares": [{"measure": "households", "flows": flows, "before": before, "after": [{"unit": community, "count": total}]}]}}));
        for (prefix, kind, name) in [("b", "party-branch", "党支部"), ("r", "residents-committee", "居委会")] {
            events.push(json!({"found": {"day": "2003-07-01", "unit": format!("{prefix}{c:02}"), "kind": kind,
                "name": format!("社区 {c:02} {name}"), "parent": community}}));
        }
        indicators.push(json!({"unit": community, "measure": "households", "value": total, "from": "2003-07-01"}));
    }
    // 35 committees of six and four of five: 230 members; their ages sum to 9729, 122 have upper-secondary schooling or more.
    let mut member = 0;
    for c in 0..39 {
        let size = if c < 35 { 6 } else { 5 };
        posts.push(json!({"key": format!("r{c:02}-m"), "unit": format!("r{c:02}"), "title": "委员", "capacity": size, "term_years": 3}));
        for _ in 0..size {
            let age = if member < 69 { 43 } else { 42 };
            let schooling = if member < 122 { "upper-secondary" } else { "lower-secondary" };
            holders
                .push(json!({"key": format!("h{member}"), "born": format!("{}", 2004 - age), "schooling": schooling}));
            holdings.push(json!({"post": format!("r{c:02}-m"), "holder": format!("h{member}"), "from": "2003-07-01", "until": "2006-07-01"}));
            member += 1;
        }
    }
    for i in 0..38 {
        let parties = [format!("b{i:02}"), format!("b{:02}", i + 39), format!("w-{i:02}")];
        units.push(json!({"key": parties[2], "kind": "workplace-party-branch", "name": format!("单位党支部 {i:02}")}));
        agreements.push(
            json!({"key": format!("a{i:02}"), "kind": "triple-pairing", "parties": parties, "from": "2003-09-01"}),
        );
    }
    let statements = json!([
        {"label": "平均年龄下降1.6个百分点", "measure": "mean-age", "change": "-1.6", "unit": "percentage-points", "source": "示例"},
        {"label": "高中及以上比例上升7.5个百分点", "measure": "share-upper-secondary", "change": "7.5", "unit": "percentage-points"}]);
    document(json!({"units": units, "events": events, "agreements": agreements, "posts": posts, "holders": holders,
        "holdings": holdings, "indicators": indicators, "statements": statements}))
}

fn organisation() -> Organisation {
    load(year())
}

fn new_communities() -> Vec<String> {
    (0..39).map(|c| format!("c{c:02}")).collect()
}

#[test]
fn one_hundred_and_four_become_seventy_seven_and_no_household_is_lost() {
    let organisation = organisation();
    let kinds = |on: &str, kind: &str| organisation.at(day(on)).units().filter(|u| u.kind() == kind).count();
    assert_eq!((kinds("2003-06-30", "village"), kinds("2003-06-30", "community")), (104, 0));
    assert_eq!((kinds("2003-07-01", "village"), kinds("2003-07-01", "community")), (0, 77));
    let all = organisation.consolidation(day("2003-01-01"), day("2004-01-01"), "households").unwrap();
    assert_eq!((all.sources, all.targets), (104, 77));
    assert_eq!((all.conserved, all.unchecked, all.uncounted), (77, 0, 0));
    // 104 × 300 + 7 × (0 + 1 + ... + 103)
    assert_eq!(all.before, Ratio::from(104 * 300 + 7 * 103 * 52));
    assert_eq!(all.after, all.before);
    // The counts of the communities on a later day are those that flowed in.
    let later = organisation.at(day("2004-01-01"));
    let counted: Ratio = later.units().filter_map(|u| u.indicator("households")).map(Decimal::to_ratio).sum();
    assert_eq!(counted, all.before);
}

#[test]
fn every_village_is_found_again_and_every_community_explains_its_shares() {
    let organisation = organisation();
    for village in 0..104 {
        let lineage = organisation.lineage(&format!("v{village:03}"), day("2004-01-01"), Some("households")).unwrap();
        assert_eq!(lineage.ends.len(), 1);
        assert_eq!(lineage.ends[0].share, Some(Ratio::ONE));
        assert_eq!(lineage.steps[0].instrument, Some("示例〔2003〕1号".into()));
    }
    for community in 0..77 {
        let origins = organisation.origins(&format!("c{community:02}"), day("2003-01-01"), Some("households")).unwrap();
        let sum: Ratio = origins.ends.iter().map(|end| end.share.clone().unwrap()).sum();
        assert_eq!(sum, Ratio::ONE);
        assert!(origins.explain().adds_up());
    }
}

#[test]
fn statistics_are_those_of_the_essay() {
    let organisation = organisation();
    let heads = Group { kinds: vec!["party-working-committee".into()], ..Group::default() };
    let heads = organisation.statistics(day("2004-06-01"), &heads).unwrap();
    assert_eq!((heads.units, heads.posts, heads.heads), (6, 12, 12));
    assert_eq!(heads.under_35.rate.unwrap().to_string(), "3/12");
    assert_eq!(heads.under_35.percent.unwrap().to_string(), "25.00");
    let members = Group { within: new_communities(), kinds: vec!["residents-committee".into()], ..Group::default() };
    let members = organisation.statistics(day("2004-06-01"), &members).unwrap();
    assert_eq!((members.units, members.heads, members.vacant), (39, 230, 0));
    assert_eq!(members.upper_secondary.rate.unwrap().to_string(), "122/230");
    assert_eq!(members.upper_secondary.percent.unwrap().to_string(), "53.04");
    assert_eq!(members.age.rounded.unwrap().to_string(), "42.3");
    assert_eq!(members.age.mean.clone().unwrap(), Ratio::new(9729, 230).unwrap());
    assert_eq!((members.age.unit.as_str(), members.age.basis.as_str()), ("years", "calendar-years"));
    assert_eq!(members.heads_per_unit.unwrap().to_string(), "230/39");
    assert_eq!(members.heads_per_unit_rounded.unwrap().to_string(), "5.90");
    let exact = Decimal::from_ratio(&members.heads_per_unit.unwrap().to_ratio(), 4, Rounding::HalfUp).unwrap();
    assert_eq!(exact.to_string(), "5.8974");
}

#[test]
fn thirty_eight_agreements_leave_one_new_community_alone() {
    let organisation = organisation();
    let branches: Vec<String> = (0..77).map(|c| format!("b{c:02}")).collect();
    let pairing = organisation.pairing(day("2004-01-01"), "triple-pairing", &branches).unwrap();
    assert_eq!((pairing.agreements, pairing.parties, pairing.asked, pairing.paired), (38, 114, 77, 76));
    assert_eq!(pairing.unpaired.iter().map(|u| u.key.as_str()).collect::<Vec<_>>(), ["b38"]);
    assert!(pairing.repeated.is_empty() && pairing.explain().adds_up());
    let before = organisation.pairing(day("2003-08-31"), "triple-pairing", &branches).unwrap();
    assert_eq!((before.agreements, before.unpaired.len()), (0, 77));
}

#[test]
fn an_age_does_not_fall_by_percentage_points_and_a_share_may_rise_by_them() {
    let on = day("2004-06-01");
    let report = organisation().validate(on, pack::cn(), &mut Unwatched).unwrap();
    let flagged: Vec<_> = report.of("unit-of-measure").collect();
    assert_eq!(flagged.len(), 1);
    assert_eq!(flagged[0].subject.name, "平均年龄下降1.6个百分点".into());
    assert_eq!(flagged[0].remedy.get(shequ::kernel::Lang::Zh), "改用“岁”");
    assert_eq!(report.check("one-community-one-branch").unwrap().subjects, 77);
    assert_eq!(report.of("one-community-one-branch").count(), 0);
    // 39 committees of 5 or 6 keep to 5-9; the other 38 have no posts on record.
    let size = report.check("committee-size").unwrap();
    assert_eq!((size.subjects, size.violations, size.missing.len()), (77, 0, 38));
    assert_eq!(report.count(Severity::Error), 1);
}

#[test]
fn digests_do_not_depend_on_the_order_of_the_document() {
    let on = day("2004-06-01");
    let straight = organisation();
    let mut turned = year();
    for list in ["units", "events", "agreements", "posts", "holders", "holdings", "indicators", "statements"] {
        turned[list].as_array_mut().unwrap().reverse();
    }
    // Units found in a community come after it on the same day: only the order of days matters to events.
    let mut more = year();
    more["statements"].as_array_mut().unwrap().push(json!({"label": "平均年龄下降1.6个百分点", "measure": "mean-age",
        "change": "-0.5", "unit": "percentage-points"}));
    let mut other = more.clone();
    other["statements"].as_array_mut().unwrap().reverse();
    let report =
        |parts: Value| Digest::of(&load(parts).validate(on, pack::defaults(), &mut Unwatched).unwrap()).unwrap();
    assert_eq!(report(more), report(other));
    let events = turned["events"].as_array_mut().unwrap();
    events.sort_by_key(|event| event.get("found").is_some());
    let turned = load(turned);
    let digests = |organisation: &Organisation| {
        let group = Group { within: new_communities(), ..Group::default() };
        let records: Vec<_> = organisation.at(on).units().map(|u| u.record()).collect();
        [
            Digest::of(&organisation.validate(on, pack::cn(), &mut Unwatched).unwrap()).unwrap(),
            Digest::of(&organisation.statistics(on, &group).unwrap()).unwrap(),
            Digest::of(&organisation.origins("c01", day("2000-01-01"), Some("households")).unwrap()).unwrap(),
            Digest::of(&records).unwrap(),
        ]
    };
    assert_eq!(digests(&straight), digests(&turned));
    let mut other = year();
    other["holders"][0]["born"] = "1961".into();
    assert_eq!(digests(&straight)[0], digests(&load(other.clone()))[0]);
    assert_eq!(digests(&straight)[1], digests(&load(other))[1]);
    let mut other = year();
    other["holders"][12]["born"] = "1930".into();
    assert_ne!(digests(&straight)[1], digests(&load(other))[1]);
}

#[test]
fn events_applied_one_by_one_make_what_the_document_makes() {
    let whole = year();
    let mut parts = json!({"units": whole["units"], "holders": whole["holders"]});
    let mut events = whole["events"].as_array().unwrap().clone();
    events.truncate(60);
    let mut grown = load(parts.clone());
    for event in &events {
        let mut event = event.clone();
        event["format"] = "shequ.event/1".into();
        grown = grown.apply(&Event::parse(&event.to_string()).unwrap()).unwrap();
    }
    parts["events"] = events.into();
    let read = load(parts);
    for on in ["2003-06-30", "2003-07-01", "2026-01-01"] {
        let records =
            |o: &Organisation| Digest::of(&o.at(day(on)).units().map(|u| u.record()).collect::<Vec<_>>()).unwrap();
        assert_eq!(records(&grown), records(&read), "{on}");
    }
    let lineage = |o: &Organisation| o.lineage("v003", day("2026-01-01"), Some("households")).unwrap();
    assert_eq!(lineage(&grown), lineage(&read));
}
