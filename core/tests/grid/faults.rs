//! What is refused, with its code and path.

use shequ::grid::{GeoOptions, Plan, Territory};
use shequ::kernel::{Document, Error, Syntax, Unwatched};

fn found(error: &Error) -> Vec<(String, &'static str)> {
    error.faults().map(|f| (f.path().to_owned(), f.code())).collect()
}

fn territory(text: &str) -> Vec<(String, &'static str)> {
    found(&Territory::parse(text).unwrap_err())
}

fn expect(found: &[(String, &'static str)], expected: &[(&str, &str)]) {
    let found: Vec<(&str, &str)> = found.iter().map(|(p, c)| (p.as_str(), *c)).collect();
    assert_eq!(found, expected);
}

#[test]
fn graphs_are_read_strictly() {
    let nodes = r#""nodes": [{"key": "a", "households": 1}, {"key": "b", "households": 2, "x": 1}, {"key": "a", "households": 3}]"#;
    expect(
        &territory(&format!(r#"{{"format": "shequ.territory/1", {nodes}, "decimals": 11}}"#)),
        &[
            ("territory.decimals", "scale-out-of-range"),
            ("territory.nodes[1].x", "coordinate-alone"),
            ("territory.nodes[2]", "building-twice"),
        ],
    );
    let edges = r#"[["a", "c"], [0, 7], ["a", "a"], ["a", "b", -1], ["a", "b", 1], [1, 0], ["b", "a", 1e300]]"#;
    let nodes = r#""nodes": [{"key": "a", "households": 1}, {"key": "b", "households": 2}]"#;
    expect(
        &territory(&format!(r#"{{"format": "shequ.territory/1", {nodes}, "edges": {edges}}}"#)),
        &[
            ("territory.edges[0][1]", "edge-unknown-node"),
            ("territory.edges[1][1]", "edge-unknown-node"),
            ("territory.edges[2]", "edge-loop"),
            ("territory.edges[3][2]", "length-negative"),
            ("territory.edges[6][2]", "coordinate-out-of-range"),
            ("territory.edges[5]", "edge-twice"),
        ],
    );
    expect(
        &territory(
            r#"{"format": "shequ.territory/1", "nodes": [{"key": "a", "households": 1.5}, {"key": "b", "households": -1}], "edges": [["a"], ["a", "b", 1, 2], ["a", "b", 1, true, 0]]}"#,
        ),
        &[
            ("territory.nodes[0].households", "float-refused"),
            ("territory.nodes[1].households", "wrong-kind"),
            ("territory.edges[0]", "wrong-kind"),
            ("territory.edges[1][3]", "wrong-kind"),
            ("territory.edges[2]", "wrong-kind"),
        ],
    );
    expect(&territory("{}"), &[("territory", "not-a-territory")]);
    expect(&territory(r#"{"nodes": [{"id": "", "w": 1}], "edges": []}"#), &[("territory.nodes[0].id", "not-a-key")]);
    expect(&territory(r#"{"format": "shequ.plan/1", "nodes": []}"#), &[("territory.format", "wrong-format")]);
    let most = (1_u64 << 53) - 1;
    expect(
        &territory(&format!(
            r#"{{"format": "shequ.territory/1", "nodes": [{{"key": "a", "households": {most}}}, {{"key": "b", "households": 1}}]}}"#
        )),
        &[("territory.nodes[1]", "too-many-households")],
    );
}

#[test]
fn geojson_is_read_strictly() {
    let feature = |id: &str, properties: &str, kind: &str, coordinates: &str| {
        format!(
            r#"{{"type": "Feature", {id} "properties": {properties}, "geometry": {{"type": "{kind}", "coordinates": {coordinates}}}}}"#
        )
    };
    let square = "[[[0,0],[1,0],[1,1],[0,1],[0,0]]]";
    let one = r#"{"households": 1}"#;
    let features = [
        feature(r#""id": "a","#, r#"{"households": 12.0}"#, "Polygon", square),
        feature(r#""id": "b","#, "{}", "Polygon", square),
        feature("", one, "Polygon", square),
        feature(r#""id": "c","#, one, "Point", "[0, 0]"),
        feature(r#""id": "d","#, one, "Polygon", "[[[0,0],[1,0],[1,1],[0,1]]]"),
        feature(r#""id": "e","#, one, "Polygon", "[[[0,0],[1,0],[0,0]]]"),
        feature(r#""id": "f","#, one, "Polygon", "[[[0,0],[1,0],[2,0],[0,0]]]"),
        feature(r#""id": "g","#, one, "Polygon", r#"[[[0,0],[1,"x"],[1,1],[0,0]]]"#),
        feature(r#""id": "h","#, one, "Polygon", "[[[0,0],[1e9,0],[1,1],[0,0]]]"),
        feature(r#""id": "i","#, one, "Polygon", square),
        feature(r#""id": "i","#, one, "Polygon", square),
        r#"{"type": "Feature", "geometry": null}"#.to_owned(),
        feature(r#""id": "j","#, r#"{"households": -3}"#, "MultiPolygon", &format!("[{square}]")),
        feature(r#""id": "k","#, one, "MultiPolygon", "[[[[0,0],[1,0],[1,1],[2]]]]"),
    ];
    let text = format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","));
    expect(
        &territory(&text),
        &[
            ("territory.features[0].properties.households", "float-refused"),
            ("territory.features[1].properties", "missing-field"),
            ("territory.features[2]", "geojson-no-key"),
            ("territory.features[3].geometry.type", "geojson-type"),
            ("territory.features[4].geometry.coordinates[0]", "ring-open"),
            ("territory.features[5].geometry.coordinates[0]", "ring-too-short"),
            ("territory.features[6].geometry.coordinates[0]", "polygon-without-area"),
            ("territory.features[7].geometry.coordinates[0][1][1]", "wrong-kind"),
            ("territory.features[8].geometry.coordinates[0][1]", "coordinate-out-of-range"),
            ("territory.features[10]", "building-twice"),
            ("territory.features[11]", "missing-field"),
            ("territory.features[12].properties.households", "wrong-kind"),
            ("territory.features[13].geometry.coordinates[0][0][3]", "wrong-kind"),
        ],
    );
    expect(&territory(r#"{"type": "Feature"}"#), &[("territory.type", "geojson-type")]);
    let stacked: Vec<String> =
        (0..17).map(|i| feature(&format!("\"id\": \"s{i}\","), one, "Polygon", square)).collect();
    let text = format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, stacked.join(","));
    expect(&territory(&text), &[("territory", "polygons-stacked")]);
    let options = GeoOptions { snap: Some(21), ..GeoOptions::default() };
    let error = Territory::parse_with(Syntax::Json, &text, None, &options, &mut Unwatched).unwrap_err();
    expect(&found(&error), &[("options.snap", "scale-out-of-range")]);
    let barriers = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": {"type": "Polygon", "coordinates": []}}]}"#;
    let empty = r#"{"type": "FeatureCollection", "features": []}"#;
    let error =
        Territory::parse_with(Syntax::Json, empty, Some(barriers), &GeoOptions::default(), &mut Unwatched).unwrap_err();
    expect(&found(&error), &[("barriers.features[0].geometry.type", "geojson-type")]);
}

#[test]
fn what_only_a_drawing_has_asks_for_a_drawing() {
    let graph = r#"{"format": "shequ.territory/1", "nodes": [{"key": "a", "households": 3}]}"#;
    let drawing = r#"{"type": "FeatureCollection", "features": []}"#;
    let none = GeoOptions::default();
    let read = |text: &str, barriers: Option<&str>, options: &GeoOptions| {
        Territory::parse_with(Syntax::Json, text, barriers, options, &mut Unwatched)
    };
    assert_eq!(read(graph, None, &none).unwrap().total_households(), 3);
    assert_eq!(read(r#"{"nodes": [{"id": 7, "w": 3}], "edges": []}"#, None, &none).unwrap().total_households(), 3);
    assert!(read(drawing, Some(drawing), &none).unwrap().is_empty());
    // Options and barriers say nothing about a graph: they are not left aside in silence.
    let geo_type = [("territory.type", "geojson-type")];
    expect(&found(&read(graph, Some(drawing), &none).unwrap_err()), &geo_type);
    let options = GeoOptions { households: Some("hu".into()), ..GeoOptions::default() };
    expect(&found(&read(graph, None, &options).unwrap_err()), &geo_type);
    // The text and the value it stands for are read alike.
    let value = |text: &str| Syntax::Json.parse(text, shequ::kernel::Limits::default()).unwrap();
    let lines = value(drawing);
    assert!(Territory::from_value_with(value(drawing), Some(&lines), &options, &mut Unwatched).unwrap().is_empty());
    let error = Territory::from_value_with(value(graph), Some(&lines), &none, &mut Unwatched).unwrap_err();
    expect(&found(&error), &geo_type);
}

#[test]
fn a_plan_that_names_missing_buildings_is_refused_with_each_path() {
    let territory = Territory::parse(
        r#"{"format": "shequ.territory/1", "nodes": [{"key": "a", "households": 1}, {"key": "b", "households": 1}]}"#,
    )
    .unwrap();
    let plan = Plan::parse(
        r#"{"format": "shequ.plan/1", "grids": [{"key": "g", "buildings": ["a", "x"]}, {"key": "h", "buildings": ["y", "b"]}]}"#,
    )
    .unwrap();
    let error = territory.check(&plan, &mut Unwatched).unwrap_err();
    expect(
        &found(&error),
        &[("plan.grids[0].buildings[1]", "unknown-building"), ("plan.grids[1].buildings[0]", "unknown-building")],
    );
}

#[test]
fn long_work_can_be_stopped() {
    let territory =
        Territory::parse(r#"{"format": "shequ.territory/1", "nodes": [{"key": "a", "households": 1}]}"#).unwrap();
    let plan = Plan::parse(r#"{"format": "shequ.plan/1", "grids": [{"key": "g", "buildings": ["a"]}]}"#).unwrap();
    let mut stop = |_, _| std::ops::ControlFlow::Break(());
    assert_eq!(territory.check(&plan, &mut stop).unwrap_err().first().code(), "stopped");
}

#[test]
fn a_grid_lies_in_one_community_where_the_plan_says_so() {
    let territory = Territory::parse(
        r#"{"nodes": [{"id": 1, "w": 5, "region": "x"}, {"id": 2, "w": 6, "region": 7}, {"id": 3, "w": 1}], "edges": [[0, 1], [1, 2, 2.5, 0]]}"#,
    )
    .unwrap();
    let plan = |within: &str| {
        let text = format!(
            r#"{{"format": "shequ.plan/1", {within} "grids": [{{"key": "g", "buildings": ["1", "2", "3"]}}]}}"#
        );
        territory.check(&Plan::parse(&text).unwrap(), &mut Unwatched).unwrap()
    };
    assert!(plan("").ok);
    let check = plan(r#""within": "community","#);
    let [fault] = &check.faults[..] else { panic!("{check:?}") };
    let groups: Vec<String> = fault.groups.iter().map(ToString::to_string).collect();
    assert_eq!(groups, ["7", "x"]);
}
