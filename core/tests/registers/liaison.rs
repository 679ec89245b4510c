use proptest::prelude::*;
use serde_json::json;
use shequ::kernel::{Digest, Lang};
use shequ::organisation::LiaisonPlan;

use super::{fault, faults, law, load, read};

/// Two officers on a line: the middle community goes to whom it leaves the shortest sum.
#[test]
fn nearest_first_within_the_span() {
    let plan: LiaisonPlan = load(json!({
        "officers": [{"key": "west", "x": 0, "y": 0}, {"key": "east", "x": 100, "y": 0}],
        "communities": [{"key": "a", "x": 1, "y": 0}, {"key": "b", "x": 40, "y": 3}, {"key": "c", "x": 45, "y": 0}]}));
    let liaison = plan.assign();
    // b stays west, though c is nearer to the west too: 40 + 55 is less than 45 + 60.
    assert_eq!(liaison.officers.iter().map(|o| o.communities.join("+")).collect::<Vec<_>>(), ["c", "a+b"]);
    assert_eq!(liaison.communities[1].distance, 40, "the root of 1609, to the nearest whole");
    assert_eq!((liaison.total, liaison.communities[2].nearer, liaison.is_proven()), (96, 1, true));
    let more: Vec<_> = liaison.alternatives("c").unwrap().into_iter().map(|a| (a.officer, a.more)).collect();
    assert_eq!(more, [("east".into(), Some(0)), ("west".into(), Some(10))]);
    assert!(liaison.explain().adds_up() && liaison.explain().render(Lang::En).contains("no plan is shorter"));
    assert!(liaison.explain_community("c").unwrap().render(Lang::Zh).contains("west: 10"));
}

#[test]
fn coordinates_give_whole_distances() {
    let cost = |rule: &str, x: i64, y: i64| {
        let plan: LiaisonPlan = load(json!({"distance": rule, "officers": [{"key": "o", "x": -1, "y": 0}],
            "communities": [{"key": "c", "x": x, "y": y}]}));
        plan.assign().total
    };
    assert_eq!(cost("squared", 2, 4), 25);
    assert_eq!(cost("straight", 2, 4), 5);
    // The root of 2 is 1.41, that of 8 is 2.83, that of 3 is not to be had; 12.25 would be 3.5: 12 gives 3, 13 gives 4.
    assert_eq!((cost("straight", 0, 1), cost("straight", 1, 2), cost("straight", 1, 3)), (1, 3, 4));
}

#[test]
fn faults_of_a_plan_name_their_place() {
    let made = |parts| faults(read::<LiaisonPlan>(parts));
    assert_eq!(
        made(json!({"officers": [], "communities": []})),
        [fault("liaison-list-empty", "liaison.officers"), fault("liaison-list-empty", "liaison.communities"),]
    );
    assert_eq!(
        made(json!({"officers": [{"key": "o"}, {"key": "o"}], "communities": [{"key": "c"}]})),
        [fault("liaison-listed-twice", "liaison.officers[1].key"),]
    );
    let three = json!([{"key": "a"}, {"key": "b"}, {"key": "c"}]);
    assert_eq!(
        made(json!({"officers": [{"key": "o"}], "communities": three, "distances": [[1, 2, 3]]})),
        [fault("liaison-too-few-officers", "liaison.officers"),]
    );
    assert_eq!(
        made(json!({"officers": three, "communities": [{"key": "o"}], "distances": [[1], [2]]})),
        [fault("liaison-too-many-officers", "liaison.officers"), fault("liaison-matrix-misfit", "liaison.distances"),]
    );
    assert_eq!(
        made(json!({"officers": [{"key": "o", "x": 1, "y": 2}], "communities": [{"key": "c", "x": 3}]})),
        [fault("liaison-place-missing", "liaison.communities[0]"),]
    );
    assert_eq!(
        made(
            json!({"officers": [{"key": "o", "x": 2_000_000_000, "y": 2}], "communities": [{"key": "c", "x": 3, "y": 1}]})
        ),
        [fault("liaison-too-far", "liaison.officers[0]"),]
    );
    assert_eq!(
        made(json!({"distance": "given", "officers": [{"key": "o"}], "communities": [{"key": "c"}]})),
        [fault("liaison-rule-misfit", "liaison.distance"),]
    );
    assert_eq!(
        made(json!({"officers": [{"key": "o", "x": 1}], "communities": [{"key": "c"}], "distances": [[1]]})),
        [fault("liaison-place-unused", "liaison.officers[0]"),]
    );
    let huge = made(json!({"distance": "squared", "officers": [{"key": "o", "x": 1_000_000_000, "y": 0}],
        "communities": [{"key": "c", "x": -1_000_000_000, "y": 0}]}));
    assert_eq!(huge, [fault("liaison-too-far", "liaison.communities[0]")]);
}

/// The order of the document changes nothing; every community has an officer within the bounds, and the proof holds.
#[test]
fn plans_are_proven_and_do_not_depend_on_the_order() {
    let places = |n| prop::collection::vec((0_i64..30, 0_i64..30), n);
    law(60, (places(1..8), 0_usize..8), |(officers, extra)| {
        let count = officers.len() + extra.min(officers.len());
        let officer = |(i, (x, y)): (usize, &(i64, i64))| json!({"key": format!("o{i}"), "x": x, "y": y});
        let officers: Vec<_> = officers.iter().enumerate().map(officer).collect();
        let community = |i: usize| json!({"key": format!("c{i}"), "x": (i * 7) % 30, "y": (i * 11) % 30});
        let communities: Vec<_> = (0..count).map(community).collect();
        let made = |officers: Vec<serde_json::Value>, communities: Vec<serde_json::Value>| {
            load::<LiaisonPlan>(json!({"officers": officers, "communities": communities})).assign()
        };
        let one = made(officers.clone(), communities.clone());
        let other = made(officers.into_iter().rev().collect(), communities.into_iter().rev().collect());
        prop_assert_eq!(Digest::of(&one).unwrap(), Digest::of(&other).unwrap());
        prop_assert!(one.is_proven() && one.explain().adds_up());
        prop_assert!(one.officers.iter().all(|o| (1..=2).contains(&o.communities.len())));
        // What the prices say, said again without the library.
        let prices: i64 = one.communities.iter().map(|c| c.price).sum();
        let bounds = one.officers.iter().map(|o| o.price * i64::from(if o.price > 0 { o.least } else { o.most }));
        prop_assert_eq!(i64::try_from(one.total).unwrap(), prices + bounds.sum::<i64>());
        for community in &one.communities {
            for other in one.alternatives(&community.community).unwrap() {
                let officer = one.officers.iter().find(|o| o.officer == other.officer).unwrap();
                prop_assert!(i64::try_from(other.distance).unwrap() >= community.price + officer.price);
            }
        }
        Ok(())
    });
}
