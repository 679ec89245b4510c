//! Shared graphs with figures that others published or computed.

use std::collections::BTreeMap;

use shequ::grid::{FaultKind, Plan, PlanCheck, Territory};
use shequ::kernel::{Document, Unwatched, Value};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/data/grids/");

fn text(file: &str) -> Option<String> {
    let path = format!("{FOLDER}{file}");
    let text = std::fs::read_to_string(&path).ok();
    if text.is_none() {
        eprintln!("SKIPPED: {path} is absent");
    }
    text
}

/// The plan that makes each community of a territory a grid.
fn by_community(territory: &Territory, bounds: &str) -> Plan {
    let mut grids: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for key in territory.keys() {
        let community = territory.community(territory.building(key.as_str()).unwrap()).unwrap();
        grids.entry(community.to_string()).or_default().push(format!("\"{key}\""));
    }
    let grids: Vec<String> =
        grids.iter().map(|(k, b)| format!(r#"{{"key": "{k}", "buildings": [{}]}}"#, b.join(","))).collect();
    Plan::parse(&format!(
        r#"{{"format": "shequ.plan/1", "within": "community", {bounds} "grids": [{}]}}"#,
        grids.join(",")
    ))
    .unwrap()
}

fn count(check: &PlanCheck, kind: FaultKind) -> usize {
    check.of_kind(kind).count()
}

#[test]
fn graphs_have_the_published_size_and_population() {
    let Some(optima) = text("optima.json") else { return };
    let optima =
        shequ::kernel::Syntax::Json.parse(&format!("{{\"graphs\": {optima}}}"), shequ::kernel::Limits::default());
    let Some(Value::List(graphs)) = optima.unwrap().get("graphs").cloned() else { panic!("a list") };
    let number = |v: &Value, key: &str| match v.get(key) {
        Some(Value::Int(n)) => u64::try_from(*n).unwrap(),
        other => panic!("{key}: {other:?}"),
    };
    for graph in graphs {
        let Some(text) = text(graph.get("graph").and_then(Value::as_text).unwrap()) else { return };
        let territory = Territory::parse(&text).unwrap();
        let summary = territory.summary();
        assert_eq!((summary.buildings, summary.edges), (number(&graph, "n"), number(&graph, "m")));
        assert_eq!((summary.barriers, summary.parts), (0, 1));
        let Some(Value::List(ok)) = graph.get("ok") else { panic!("{graph:?}") };
        assert_eq!(Some(&Value::Int(summary.households.into())), ok.get(2));
        // All in one grid: far above the bounds of a k-th, contiguous, nothing cut.
        let keys: Vec<String> = territory.keys().iter().map(|k| format!("\"{k}\"")).collect();
        let (least, most) = (number(&graph, "L"), number(&graph, "U"));
        let plan = format!(
            r#"{{"format": "shequ.plan/1", "bounds": {{"least": {least}, "most": {most}}}, "grids": [{{"key": "all", "buildings": [{}]}}]}}"#,
            keys.join(",")
        );
        let check = territory.check(&Plan::parse(&plan).unwrap(), &mut Unwatched).unwrap();
        let kinds: Vec<FaultKind> = check.faults.iter().map(|f| f.kind).collect();
        assert_eq!(kinds, [FaultKind::TooMany]);
        assert_eq!(check.cut.edges, 0);
    }
}

/// Figures computed beside this library, by joining labels over the same files.
#[test]
fn regions_of_the_city_lie_across_its_barriers() {
    let Some(text) = text("city_1k.json") else { return };
    let territory = Territory::parse(&text).unwrap();
    let summary = territory.summary();
    assert_eq!((summary.buildings, summary.households, summary.edges), (985, 63_349, 2_898));
    assert_eq!((summary.barriers, summary.parts), (190, 6));
    let check = territory
        .check(&by_community(&territory, r#""bounds": {"least": 1000, "most": 3000},"#), &mut Unwatched)
        .unwrap();
    let crossed: Vec<String> = check.of_kind(FaultKind::BarrierCrossed).map(|f| f.grids[0].to_string()).collect();
    assert_eq!(crossed, ["14", "2", "20", "26", "32", "8"]);
    assert_eq!((count(&check, FaultKind::NotContiguous), count(&check, FaultKind::TooFew)), (0, 20));
    assert_eq!((check.cut.edges, check.cut.at_barriers, check.cut.length.to_string()), (439, 128, "439".into()));
    assert_eq!(count(&check, FaultKind::Unassigned) + count(&check, FaultKind::Doubled), 0);
}

#[test]
fn the_counties_of_arkansas_are_contiguous() {
    let Some(text) = text("ar_blockgroups.json") else { return };
    let territory = Territory::parse(&text).unwrap();
    let plan = by_community(&territory, "");
    let check = territory.check(&plan, &mut Unwatched).unwrap();
    assert!(check.ok);
    assert_eq!((check.grids.len(), check.cut.edges, check.households), (75, 845, 3_011_524));
    // The same with one block group of a county given to another: both are named.
    let mut value = shequ::kernel::to_value(&plan).unwrap();
    let Value::Map(fields) = &mut value else { panic!("an object") };
    let Some(Value::List(grids)) = fields.iter_mut().find(|(k, _)| k == "grids").map(|(_, v)| v) else {
        panic!("grids")
    };
    let buildings = |grid: &mut Value| match grid {
        Value::Map(fields) => match fields.iter_mut().find(|(k, _)| k == "buildings") {
            Some((_, Value::List(keys))) => std::mem::take(keys),
            _ => panic!("buildings"),
        },
        _ => panic!("a grid"),
    };
    let (mut first, mut last) = (buildings(&mut grids[0]), buildings(&mut grids[74]));
    last.push(first.swap_remove(0));
    for (at, keys) in [(0, first), (74, last)] {
        let Value::Map(fields) = &mut grids[at] else { panic!("a grid") };
        fields.iter_mut().find(|(k, _)| k == "buildings").unwrap().1 = Value::List(keys);
    }
    let check = territory.check(&Plan::from_value(value).unwrap(), &mut Unwatched).unwrap();
    assert!(
        check.of_kind(FaultKind::NotContiguous).any(|f| f.grids[0] == *plan.grids()[74].key() && f.parts.len() == 2)
    );
    assert!(count(&check, FaultKind::CommunitiesMixed) == 1);
}
