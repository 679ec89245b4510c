use proptest::prelude::*;
use serde_json::{Value, json};
use shequ::kernel::{Lang, Ratio};
use shequ::organisation::PledgeStatus::{Due, Kept, KeptLate, Lapsed, NotBegun, Overdue};
use shequ::organisation::{Cooperation, DependenceBasis, Organisation};

use super::{day, fault, faults, law, load, organisation, read};

fn town() -> Organisation {
    organisation(json!({
        "units": [
            {"key": "old", "kind": "party-branch", "name": "老社区支部"}, {"key": "new", "kind": "party-branch", "name": "新社区支部"},
            {"key": "firm", "kind": "firm", "name": "企业"}, {"key": "late", "kind": "party-branch", "name": "晚", "from": "2024-06-01"}],
        "agreements": [
            {"key": "t", "kind": "triple-pairing", "parties": ["old", "new", "firm"], "from": "2024-01-01", "until": "2025-01-01"}],
        "posts": [{"key": "head", "unit": "old", "title": "书记"}, {"key": "deputy", "unit": "old", "title": "副书记", "capacity": 2}],
        "holders": [{"key": "h1"}, {"key": "h2"}],
        "holdings": [
            {"post": "head", "holder": "h1", "until": "2024-07-01"}, {"post": "head", "holder": "h2", "from": "2024-07-01"},
            {"post": "deputy", "holder": "h1"}, {"post": "deputy", "holder": "h2", "from": "2024-03-01"}]}))
}

fn cooperation() -> Cooperation {
    load(json!({
        "pledges": [
            {"key": "venue", "agreement": "t", "party": "firm", "content": "场地", "due": "2024-06-30"},
            {"key": "visits", "agreement": "t", "party": "old", "content": "走访", "due": "2024-09-30", "amount": 12},
            {"key": "fund", "agreement": "t", "party": "firm", "content": "资金", "due": "2025-06-30", "amount": "1000.50"}],
        "kept": [
            {"pledge": "visits", "day": "2024-10-02", "amount": 7}, {"pledge": "visits", "day": "2024-04-01", "amount": 5},
            {"pledge": "venue", "day": "2024-06-30"}],
        "conferences": [
            {"key": "q1", "day": "2024-03-10", "series": "joint", "chair": "head", "invited": ["old", "new", "firm"],
             "attended": [{"unit": "old", "post": "head"}, {"unit": "new"}, {"unit": "firm"}]},
            {"key": "q2", "day": "2024-06-10", "series": "joint", "chair": "deputy", "invited": ["old", "new", "firm"],
             "attended": [{"unit": "old", "post": "deputy"}]},
            {"key": "q3", "day": "2024-09-10", "series": "other", "chair": "head", "invited": ["new"], "attended": []}]}))
}

#[test]
fn a_pledge_stands_where_its_days_say() {
    let (org, coop) = (town(), cooperation());
    let on = |text: &str| {
        let states = coop.fulfilment(&org, day(text)).unwrap().pledges;
        states.into_iter().map(|p| (p.status, p.days_late, p.missing.to_string())).collect::<Vec<_>>()
    };
    let row = |status, late, missing: &str| (status, late, missing.to_owned());
    // fund, venue, visits.
    assert_eq!(on("2023-12-31"), [row(NotBegun, 0, "1000.50"), row(NotBegun, 0, "1"), row(NotBegun, 0, "12")]);
    assert_eq!(on("2024-06-29"), [row(Due, 0, "1000.50"), row(Due, 0, "1"), row(Due, 0, "7")]);
    assert_eq!(on("2024-09-30"), [row(Due, 0, "1000.50"), row(Kept, 0, "0"), row(Due, 0, "7")]);
    assert_eq!(on("2024-10-01"), [row(Due, 0, "1000.50"), row(Kept, 0, "0"), row(Overdue, 1, "7")]);
    assert_eq!(on("2025-01-01"), [row(Lapsed, 0, "1000.50"), row(Kept, 0, "0"), row(KeptLate, 2, "0")]);
    let end = coop.fulfilment(&org, day("2025-01-01")).unwrap();
    assert_eq!(end.total.in_time.map(|r| r.to_string()).as_deref(), Some("1/2"));
    assert_eq!(end.total.fulfilled.map(|r| r.to_string()).as_deref(), Some("2/2"));
    assert!(end.explain().adds_up() && end.explain().render(Lang::En).contains("days late: 2"));
}

#[test]
fn attendance_shows_who_is_heeded() {
    let (org, coop) = (town(), cooperation());
    let (from, until) = (day("2024-01-01"), day("2025-01-01"));
    let joint = coop.attendance(&org, from, until, Some("joint")).unwrap();
    assert_eq!(joint.rate.map(|r| r.to_string()).as_deref(), Some("4/6"));
    let chairs: Vec<_> = joint.chairs.iter().map(|c| (c.post.clone().unwrap(), c.rate.unwrap().to_string())).collect();
    assert_eq!(chairs, [("deputy".to_owned(), "1/3".to_owned()), ("head".to_owned(), "3/3".to_owned())]);
    assert_eq!(joint.units[0].missed, ["q2"]);
    assert!(joint.explain().adds_up());
    assert_eq!(coop.attendance(&org, from, until, None).unwrap().conferences, 3);
    assert_eq!(faults(coop.attendance(&org, until, from, None)), [fault("cooperation-period-empty", "")]);
}

#[test]
fn dependence_counts_the_holder_of_the_day() {
    let (org, coop) = (town(), cooperation());
    let (from, until) = (day("2024-01-01"), day("2025-01-01"));
    let chairs = coop.dependence(&org, from, until, DependenceBasis::Chairs).unwrap();
    // q1 by h1, q3 by h2; the deputies of q2 are two, so it is nobody's.
    assert_eq!((chairs.total, chairs.unattributed, chairs.key_holders.join("+")), (3, 1, "h1+h2".into()));
    assert_eq!(chairs.concentration, Some(Ratio::new(1, 2).unwrap()));
    let came = coop.dependence(&org, from, until, DependenceBasis::Attendances).unwrap();
    assert_eq!((came.total, came.unattributed, came.greatest.unwrap().to_string()), (4, 3, "1/1".into()));
    assert!(chairs.explain().adds_up() && came.explain().adds_up());
    let none = coop.dependence(&org, from, until, DependenceBasis::Activities).unwrap();
    assert!(none.holders.is_empty() && none.concentration.is_none() && none.explain().adds_up());
}

#[test]
fn those_without_a_partner_are_named() {
    let org = town();
    let pairing = org.pairing_among(day("2024-07-01"), "triple-pairing", &["party-branch"], None).unwrap();
    assert_eq!((pairing.asked, pairing.paired, pairing.unpaired[0].key.as_str()), (3, 2, "late"));
    assert_eq!(org.pairing_among(day("2024-05-01"), "triple-pairing", &["party-branch"], None).unwrap().asked, 2);
    assert_eq!(
        faults(org.pairing_among(day("2024-05-01"), "pairing", &["nothing"], None)),
        [fault("unknown-kind", "[0]")]
    );
}

#[test]
fn faults_name_their_place() {
    let found = faults(read::<Cooperation>(json!({
        "pledges": [{"key": "p", "agreement": "t", "party": "a", "content": "x", "due": "2024-01-01", "amount": 0},
                    {"key": "p", "agreement": "t", "party": "a", "content": "x", "due": "2024-01-01"}],
        "kept": [{"pledge": "z", "day": "2024-01-01"}],
        "conferences": [{"key": "c", "day": "2024-01-01", "invited": ["a", "a"], "attended": [{"unit": "b"}, {"unit": "a"}, {"unit": "a"}]}],
        "offers": [{"key": "o", "unit": "a", "resource": "venue", "quantity": 0, "from": "2024", "until": "2023"}]})));
    assert_eq!(
        found,
        [
            fault("cooperation-key-twice", "cooperation.pledges[1].key"),
            fault("amount-not-positive", "cooperation.pledges[0].amount"),
            fault("unknown-pledge", "cooperation.kept[0].pledge"),
            fault("cooperation-listed-twice", "cooperation.conferences[0].invited[1]"),
            fault("attended-uninvited", "cooperation.conferences[0].attended[0].unit"),
            fault("cooperation-listed-twice", "cooperation.conferences[0].attended[2].unit"),
            fault("period-reversed", "cooperation.offers[0]"),
            fault("quantity-outside", "cooperation.offers[0].quantity"),
        ]
    );
    let coop: Cooperation = load(json!({"pledges": [
        {"key": "1", "agreement": "z", "party": "old", "content": "x", "due": "2024-01-01"},
        {"key": "2", "agreement": "t", "party": "late", "content": "x", "due": "2024-05-01"},
        {"key": "3", "agreement": "t", "party": "old", "content": "x", "due": "2023-05-01"},
        {"key": "4", "agreement": "t", "party": "who", "content": "x", "due": "2024-05-01"}]}));
    assert_eq!(
        faults(coop.fulfilment(&town(), day("2024-07-01"))),
        [
            fault("agreement-missing", "pledges[0].agreement"),
            fault("not-a-party", "pledges[1].party"),
            fault("due-before-agreement", "pledges[2].due"),
            fault("unknown-unit", "pledges[3].party"),
        ]
    );
}

/// The most that can be met, by trying every way to give offers to needs, and the needs that stand first served first.
fn best(offers: &[(u64, u8)], needs: &[(u64, u8)]) -> Vec<u64> {
    fn go(
        offer: usize,
        left: u64,
        from: usize,
        offers: &[(u64, u8)],
        needs: &[(u64, u8)],
        met: &mut Vec<u64>,
        best: &mut Vec<u64>,
    ) {
        let key = |m: &Vec<u64>| (m.iter().sum::<u64>(), m.clone());
        if offer == offers.len() {
            if key(met) > key(best) {
                best.clone_from(met);
            }
            return;
        }
        let next = offers.get(offer + 1).map_or(0, |o| o.0);
        if from == needs.len() {
            return go(offer + 1, next, 0, offers, needs, met, best);
        }
        let fits = needs[from].1 & !offers[offer].1 == 0;
        let most = if fits { left.min(needs[from].0 - met[from]) } else { 0 };
        for give in 0..=most {
            met[from] += give;
            go(offer, left - give, from + 1, offers, needs, met, best);
            met[from] -= give;
        }
    }
    let mut out = vec![0; needs.len()];
    go(0, offers.first().map_or(0, |o| o.0), 0, offers, needs, &mut vec![0; needs.len()], &mut out);
    out
}

#[test]
fn sharing_meets_the_most_and_explains_the_rest() {
    let wares = |n| prop::collection::vec((1_u64..4, 0_u8..4), n);
    law(200, (wares(0..4), wares(1..4)), |(offers, needs)| {
        let features = |bits: u8| -> Vec<&str> {
            [(1, "stage"), (2, "piano")].into_iter().filter(|(bit, _)| bits & bit != 0).map(|(_, name)| name).collect()
        };
        let ware = |unit: &'static str, word: &'static str| {
            move |(i, (quantity, bits)): (usize, &(u64, u8))| -> Value {
                json!({"key": format!("{word}{i}"), "unit": unit, "resource": "venue", "quantity": quantity, "features": features(*bits)})
            }
        };
        let coop: Cooperation = load(json!({
            "offers": offers.iter().enumerate().map(ware("firm", "o")).collect::<Vec<_>>(),
            "needs": needs.iter().enumerate().map(ware("old", "n")).collect::<Vec<_>>()}));
        let sharing = coop.sharing(&town(), day("2024-07-01")).unwrap();
        let met: Vec<u64> = sharing.needs.iter().map(|n| n.met).collect();
        prop_assert_eq!(&met, &best(&offers, &needs));
        prop_assert!(sharing.offers.iter().all(|o| o.used <= o.quantity));
        prop_assert!(sharing.explain().adds_up());
        for need in sharing.needs.iter().filter(|n| n.met < n.quantity) {
            // The bottleneck proves it: the offers named are used up by the needs named, and fit all that they fit.
            let full = sharing.offers.iter().filter(|o| need.exhausted.contains(&o.offer));
            let capacity: u64 = full.clone().map(|o| o.quantity).sum();
            prop_assert!(full.into_iter().all(|o| o.used == o.quantity));
            let taken = sharing.needs.iter().filter(|n| need.rivals.contains(&n.need)).map(|n| n.met).sum::<u64>();
            prop_assert_eq!(capacity, taken);
        }
        Ok(())
    });
}
