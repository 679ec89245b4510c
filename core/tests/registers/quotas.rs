use proptest::prelude::*;
use serde_json::json;
use shequ::kernel::{Digest, Lang, Ratio};
use shequ::organisation::{QuotaPlan, Quotas, TieBreak};

use super::{day, fault, faults, law, load, organisation, read};

fn plan(parts: serde_json::Value) -> Quotas {
    load::<QuotaPlan>(parts).allot().unwrap()
}

#[test]
fn several_measures_weigh_exactly() {
    let quotas = plan(json!({"method": "largest-remainder", "seats": 12,
        "measures": [{"measure": "population", "weight": "1/2"}, {"measure": "members", "weight": "0.3"}, {"measure": "area", "weight": "20%"}],
        "units": [
            {"unit": "a", "values": {"population": 5000, "members": 30, "area": "1.5"}},
            {"unit": "b", "values": {"population": 3000, "members": 60, "area": "0.5"}},
            {"unit": "c", "values": {"population": 2000, "members": 10, "area": "2"}}]}));
    let weights: Vec<Ratio> = quotas.units.iter().map(|u| u.weight.clone()).collect();
    // 1/2 x 5000/10000 + 3/10 x 30/100 + 1/5 x 1.5/4 = 83/200, and so on.
    assert_eq!(weights, ["83/200", "71/200", "23/100"].map(|t| t.parse::<Ratio>().unwrap()));
    assert_eq!(weights.into_iter().sum::<Ratio>(), Ratio::ONE);
    // 4.98, 4.26, 2.76.
    assert_eq!(quotas.units.iter().map(|u| u.seats).collect::<Vec<_>>(), [5, 4, 3]);
    let explained = quotas.explain();
    assert!(explained.adds_up());
    assert!(explained.render(Lang::En).contains("remainder 49/50"));
}

#[test]
fn an_organisation_fills_in_what_the_plan_leaves_out() {
    let org = organisation(json!({
        "units": [{"key": "a", "kind": "community", "name": "一"}, {"key": "b", "kind": "community", "name": "二"}],
        "indicators": [
            {"unit": "a", "measure": "population", "value": 6000, "from": "2020"},
            {"unit": "a", "measure": "population", "value": 1000, "from": "2022"},
            {"unit": "b", "measure": "population", "value": 3000, "from": "2020"}]}));
    let plan: QuotaPlan = load(json!({"method": "jefferson", "seats": 4, "measures": [{"measure": "population"}],
        "units": [{"unit": "b"}, {"unit": "a"}]}));
    let seats = |on: &str| -> Vec<(String, u32)> {
        org.at(day(on)).quotas(&plan).unwrap().units.into_iter().map(|u| (u.unit, u.seats)).collect()
    };
    assert_eq!(seats("2021-06-01"), [("a".into(), 3), ("b".into(), 1)]);
    assert_eq!(seats("2023-06-01"), [("a".into(), 1), ("b".into(), 3)]);
    assert_eq!(
        faults(plan.allot()),
        [fault("quota-value-missing", "units[1].values"), fault("quota-value-missing", "units[0].values"),]
    );
    let other: QuotaPlan = load(json!({"method": "jefferson", "seats": 4, "measures": [{"measure": "population"}],
        "units": [{"unit": "x"}]}));
    assert_eq!(faults(org.at(day("2021-06-01")).quotas(&other)), [fault("unknown-unit", "units[0].unit")]);
}

#[test]
fn a_tie_stays_open_until_an_order_or_a_lot_settles_it() {
    let base = |extra: serde_json::Value| {
        let mut parts = json!({"method": "webster", "seats": 4, "measures": [{"measure": "need"}],
            "units": [{"unit": "c", "values": {"need": 1}}, {"unit": "a", "values": {"need": 1}}, {"unit": "b", "values": {"need": 1}}]});
        parts.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        plan(parts)
    };
    let open = base(json!({}));
    let tie = open.tie.clone().unwrap();
    assert_eq!((tie.units.join(""), tie.seats, tie.settled), ("abc".into(), 1, None));
    assert!(open.units.iter().all(|u| u.seats == 1 && u.tied));
    assert!(open.explain().adds_up());
    let ordered = base(json!({"order": ["b"]}));
    assert_eq!(ordered.tie.as_ref().unwrap().settled, Some(TieBreak::Order));
    assert_eq!(ordered.units.iter().map(|u| u.seats).collect::<Vec<_>>(), [1, 2, 1]);
    assert!(ordered.explain().adds_up() && ordered.explain().render(Lang::En).contains("by the declared order"));
    let winners: std::collections::BTreeSet<String> =
        (0..40).map(|seed| base(json!({"seed": seed})).tie.unwrap().winners.remove(0)).collect();
    assert_eq!(winners.len(), 3, "every unit can win");
}

#[test]
fn faults_of_a_plan_are_reported_together() {
    let found = faults(read::<QuotaPlan>(json!({"method": "adams", "seats": 3,
        "measures": [{"measure": "need", "weight": -1}, {"measure": "need"}],
        "units": [{"unit": "a", "values": {"size": 1}}, {"unit": "a", "values": {"need": -2}}],
        "order": ["z"], "seed": 1})));
    let codes: Vec<&str> = found.iter().map(|(code, _)| code.as_str()).collect();
    assert_eq!(
        codes,
        [
            "quota-negative",
            "quota-listed-twice",
            "quota-measure-empty",
            "quota-value-unused",
            "quota-negative",
            "quota-listed-twice",
            "quota-order-unknown",
            "quota-two-tie-breaks",
        ]
    );
    let bounds = |units| {
        faults(read::<QuotaPlan>(
            json!({"method": "adams", "seats": 3, "measures": [{"measure": "need"}], "units": units}),
        ))
    };
    assert_eq!(
        bounds(json!([{"unit": "b", "least": 2, "most": 1}, {"unit": "a"}])),
        [fault("bounds-reversed", "quotas.units[0]")]
    );
    assert_eq!(
        bounds(json!([{"unit": "b", "least": 2}, {"unit": "a", "least": 2}])),
        [fault("seats-below-bounds", "quotas.seats")]
    );
    assert_eq!(
        bounds(json!([{"unit": "b", "most": 1}, {"unit": "a", "most": 1}])),
        [fault("seats-above-bounds", "quotas.seats")]
    );
}

/// The order in which units are written does not matter, seeds and ties included.
#[test]
fn plans_do_not_depend_on_the_order_of_units() {
    let method = prop::sample::select(vec!["largest-remainder", "jefferson", "webster", "huntington-hill", "adams"]);
    let needs = prop::collection::vec(1_u32..5, 2..7);
    law(200, (method, needs, 0_u32..20, any::<u16>()), |(method, needs, seats, seed)| {
        let row = |(i, need): (usize, &u32)| json!({"unit": format!("u{i}"), "values": {"need": need}});
        let rows: Vec<_> = needs.iter().enumerate().map(row).collect();
        let made = |units: Vec<serde_json::Value>| {
            plan(
                json!({"method": method, "seats": seats, "measures": [{"measure": "need"}], "units": units, "seed": seed}),
            )
        };
        let (one, other) = (made(rows.clone()), made(rows.into_iter().rev().collect()));
        prop_assert_eq!(Digest::of(&one).unwrap(), Digest::of(&other).unwrap());
        prop_assert_eq!(one.units.iter().map(|u| u.seats).sum::<u32>(), seats);
        prop_assert!(one.explain().adds_up());
        Ok(())
    });
}
