//! The check of a plan against brute force on small random graphs.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use proptest::prelude::*;
use shequ::grid::{FaultKind, Plan, PlanCheck, Territory};
use shequ::kernel::{Document, Unwatched, canonical};

use super::law;

/// A graph, its groups and a plan, all by number.
#[derive(Debug, Clone)]
struct Case {
    households: Vec<u64>,
    compounds: Vec<u8>,
    edges: BTreeMap<(usize, usize), (u64, bool)>,
    grids: Vec<Vec<usize>>,
    bounds: (u64, u64),
}

fn case() -> impl Strategy<Value = Case> {
    (1..12_usize).prop_flat_map(|n| {
        let pair = (0..n, 0..n).prop_map(|(a, b)| (a.min(b), a.max(b)));
        let edges = proptest::collection::btree_map(pair, (0..50_u64, prop::bool::weighted(0.25)), 0..24);
        (
            proptest::collection::vec(0..100_u64, n),
            proptest::collection::vec(0..4_u8, n),
            edges.prop_map(|edges| edges.into_iter().filter(|((a, b), _)| a != b).collect()),
            // Mostly each building once; now and then none, or several times, also in one grid.
            proptest::collection::vec((0..3_usize, prop_oneof![8 => Just(1_usize), 1 => Just(0), 1 => 2..5_usize]), n),
            (0..60_u64, 60..200_u64),
        )
            .prop_map(|(households, compounds, edges, places, bounds)| {
                let mut grids = vec![Vec::new(); 3];
                for (at, (grid, times)) in places.into_iter().enumerate() {
                    (0..times).for_each(|i| grids[(grid + i) % 3].push(at));
                }
                Case { households, compounds, edges, grids, bounds }
            })
    })
}

/// The documents of a case, its buildings written in an order.
fn documents(case: &Case, order: &[usize]) -> (Territory, Plan) {
    let mut nodes = String::new();
    for at in order {
        let compound = match case.compounds[*at] {
            0 => "null".to_owned(),
            c => format!("\"c{c}\""),
        };
        let comma = if nodes.is_empty() { "" } else { "," };
        write!(nodes, r#"{comma}{{"key": "b{at}", "households": {}, "compound": {compound}}}"#, case.households[*at])
            .unwrap();
    }
    let edges: Vec<String> = case
        .edges
        .iter()
        .map(|((a, b), (length, barrier))| {
            // The ends by key or by position, in either order.
            let place = |n: usize| order.iter().position(|o| *o == n).unwrap();
            match a % 3 {
                0 => format!(r#"["b{a}", {}, {length}, {barrier}]"#, place(*b)),
                1 => format!(r#"["b{b}", "b{a}", "{length}", {}]"#, u8::from(*barrier)),
                _ => format!(r"[{}, {}, {length}.0, {barrier}]", place(*a), place(*b)),
            }
        })
        .collect();
    let territory = format!(r#"{{"format": "shequ.territory/1", "nodes": [{nodes}], "edges": [{}]}}"#, edges.join(","));
    let grids: Vec<String> = case
        .grids
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let keys: Vec<String> = row.iter().map(|at| format!("\"b{at}\"")).collect();
            format!(r#"{{"key": "g{i}", "buildings": [{}]}}"#, keys.join(","))
        })
        .collect();
    let plan = format!(
        r#"{{"format": "shequ.plan/1", "bounds": {{"least": {}, "most": {}}}, "keep_together": "compound", "grids": [{}]}}"#,
        case.bounds.0,
        case.bounds.1,
        grids.join(",")
    );
    (Territory::parse(&territory).unwrap(), Plan::parse(&plan).unwrap())
}

fn check(case: &Case) -> PlanCheck {
    let order: Vec<usize> = (0..case.households.len()).collect();
    let (territory, plan) = documents(case, &order);
    territory.check(&plan, &mut Unwatched).unwrap()
}

/// The parts of some buildings by joining labels until nothing changes.
fn parts(case: &Case, row: &BTreeSet<usize>, across: bool) -> BTreeSet<BTreeSet<String>> {
    let mut label: BTreeMap<usize, usize> = row.iter().map(|at| (*at, *at)).collect();
    loop {
        let before = label.clone();
        for ((a, b), (_, barrier)) in &case.edges {
            if row.contains(a) && row.contains(b) && (across || !barrier) {
                let least = label[a].min(label[b]);
                label.insert(*a, least);
                label.insert(*b, least);
            }
        }
        if label == before {
            break;
        }
    }
    let mut parts: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
    for (at, part) in label {
        parts.entry(part).or_default().insert(format!("b{at}"));
    }
    parts.into_values().collect()
}

fn strings<'k>(keys: impl IntoIterator<Item = &'k shequ::kernel::Key>) -> Vec<String> {
    keys.into_iter().map(ToString::to_string).collect()
}

#[test]
fn faults_are_those_of_brute_force() {
    law(case(), |case| {
        let check = check(&case);
        let n = case.households.len();
        let times = |at: usize| case.grids.iter().flatten().filter(|b| **b == at).count();
        let name = |at: usize| format!("b{at}");

        let none: BTreeSet<String> = (0..n).filter(|at| times(*at) == 0).map(name).collect();
        let found: BTreeSet<String> =
            check.of_kind(FaultKind::Unassigned).flat_map(|f| strings(&f.buildings)).collect();
        prop_assert_eq!(found, none);
        let twice: BTreeSet<String> = (0..n).filter(|at| times(*at) > 1).map(name).collect();
        let found: BTreeSet<String> = check.of_kind(FaultKind::Doubled).flat_map(|f| strings(&f.buildings)).collect();
        prop_assert_eq!(found, twice);

        for (i, row) in case.grids.iter().enumerate() {
            let row: BTreeSet<usize> = row.iter().copied().collect();
            let grid = &check.grids[i];
            let of = |kind| check.of_kind(kind).find(|f| f.grids.contains(&grid.key));
            let total: u64 = row.iter().map(|at| case.households[*at]).sum();
            prop_assert_eq!((grid.buildings, grid.households), (row.len() as u64, total));
            prop_assert_eq!(of(FaultKind::Empty).is_some(), row.is_empty());
            prop_assert_eq!(of(FaultKind::TooFew).is_some(), !row.is_empty() && total < case.bounds.0);
            prop_assert_eq!(of(FaultKind::TooMany).is_some(), total > case.bounds.1);

            let (open, all) = (parts(&case, &row, false), parts(&case, &row, true));
            prop_assert_eq!(grid.parts, open.len() as u64);
            let listed = |fault: &shequ::grid::PlanFault| -> BTreeSet<BTreeSet<String>> {
                fault.parts.iter().map(|part| strings(part).into_iter().collect()).collect()
            };
            match of(FaultKind::NotContiguous) {
                None => prop_assert!(all.len() <= 1),
                Some(fault) => prop_assert!(all.len() > 1 && listed(fault) == all),
            }
            match of(FaultKind::BarrierCrossed) {
                None => prop_assert_eq!(open.len(), all.len()),
                Some(fault) => {
                    prop_assert!(open.len() > all.len() && listed(fault) == open);
                    for [a, b] in &fault.pairs {
                        let number = |key: &shequ::kernel::Key| key.as_str()[1..].parse::<usize>().unwrap();
                        let pair = (number(a).min(number(b)), number(a).max(number(b)));
                        prop_assert!(case.edges[&pair].1);
                        prop_assert!(!open.iter().any(|part| part.contains(a.as_str()) && part.contains(b.as_str())));
                    }
                }
            }
        }

        let first = |at: usize| case.grids.iter().position(|row| row.contains(&at));
        for compound in 1..4_u8 {
            let grids: BTreeSet<usize> =
                (0..n).filter(|at| case.compounds[*at] == compound).filter_map(first).collect();
            let key = format!("c{compound}");
            let fault = check.of_kind(FaultKind::CompoundSplit).find(|f| strings(&f.groups) == [key.clone()]);
            prop_assert_eq!(fault.is_some(), grids.len() > 1);
            if let Some(fault) = fault {
                prop_assert_eq!(fault.grids.len(), grids.len());
            }
        }
        let cut =
            case.edges.iter().filter(|((a, b), _)| matches!((first(*a), first(*b)), (Some(x), Some(y)) if x != y));
        let open: Vec<u64> = cut.clone().filter(|(_, (_, barrier))| !barrier).map(|(_, (length, _))| *length).collect();
        prop_assert_eq!(check.cut.edges, open.len() as u64);
        prop_assert_eq!(check.cut.at_barriers, (cut.count() - open.len()) as u64);
        prop_assert_eq!(check.cut.length.to_string(), open.iter().sum::<u64>().to_string());
        prop_assert_eq!(check.ok, check.faults.is_empty());
        prop_assert_eq!(check.explain().outcome.render(shequ::kernel::Lang::En) == "met", check.ok);
        Ok(())
    });
}

#[test]
fn the_order_of_the_territory_changes_nothing() {
    let shuffled = case().prop_flat_map(|case| {
        let order: Vec<usize> = (0..case.households.len()).collect();
        (Just(case), Just(order).prop_shuffle())
    });
    law(shuffled, |(case, order)| {
        let straight: Vec<usize> = (0..order.len()).collect();
        let (one, plan) = documents(&case, &straight);
        let (two, _) = documents(&case, &order);
        prop_assert_eq!(one.summary(), two.summary());
        let check = |territory: &Territory| canonical(&territory.check(&plan, &mut Unwatched).unwrap()).unwrap();
        prop_assert_eq!(check(&one), check(&two));
        // Nor does the order of the buildings within a grid, nor reading the plan back.
        let mut turned = case.clone();
        turned.grids.iter_mut().for_each(|row| row.reverse());
        prop_assert_eq!(
            check(&one),
            canonical(
                &documents(&turned, &straight).0.check(&documents(&turned, &straight).1, &mut Unwatched).unwrap()
            )
            .unwrap()
        );
        prop_assert_eq!(&Plan::parse(&canonical(&plan).unwrap()).unwrap(), &plan);
        Ok(())
    });
}

#[test]
fn grids_grown_from_building_to_neighbour_hold_together() {
    law(case(), |mut case| {
        // Grow each grid through open edges as far as it goes, up to four buildings.
        let n = case.households.len();
        let mut left: BTreeSet<usize> = (0..n).collect();
        case.grids.clear();
        while let Some(start) = left.pop_first() {
            let mut row = vec![start];
            while row.len() < 4 {
                let next =
                    case.edges.iter().find_map(|((a, b), (_, barrier))| match (row.contains(a), row.contains(b)) {
                        _ if *barrier => None,
                        (true, false) if left.contains(b) => Some(*b),
                        (false, true) if left.contains(a) => Some(*a),
                        _ => None,
                    });
                let Some(next) = next else { break };
                left.remove(&next);
                row.push(next);
            }
            case.grids.push(row);
        }
        let check = check(&case);
        for kind in [FaultKind::NotContiguous, FaultKind::BarrierCrossed, FaultKind::Unassigned, FaultKind::Doubled] {
            prop_assert_eq!(check.of_kind(kind).count(), 0);
        }
        prop_assert!(check.grids.iter().all(|g| g.parts == 1));
        Ok(())
    });
}
