//! Polygons that nobody should draw: crossing, overlapping, tiny and huge.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use shequ::grid::{GeoOptions, Plan, Territory};
use shequ::kernel::{Document, Syntax, Unwatched, Value};

use super::law;

type Corner = (i64, i64);

fn text(polygons: &[Vec<Corner>], order: &[usize], factor: f64) -> String {
    #[allow(clippy::cast_precision_loss, reason = "small")]
    let position = |(x, y): &Corner| format!("[{:e},{:e}]", *x as f64 * factor, *y as f64 * factor);
    let features: Vec<String> = order
        .iter()
        .map(|at| {
            let ring: Vec<String> = polygons[*at].iter().chain(polygons[*at].first()).map(position).collect();
            format!(
                r#"{{"type": "Feature", "id": {at}, "properties": {{"households": {at}}},
                "geometry": {{"type": "Polygon", "coordinates": [[{}]]}}}}"#,
                ring.join(",")
            )
        })
        .collect();
    format!(r#"{{"type": "FeatureCollection", "features": [{}]}}"#, features.join(","))
}

fn edges(territory: &Territory) -> BTreeSet<(String, String)> {
    let mut out = BTreeSet::new();
    for key in territory.keys() {
        for (other, _) in territory.neighbours(territory.building(key.as_str()).unwrap()) {
            out.insert((key.to_string(), territory.keys()[shequ::kernel::Id::index(other)].to_string()));
        }
    }
    out
}

/// Whether two sides lie on one line and share more than a point, by cross products and projections.
fn shared((a, b): (Corner, Corner), (c, d): (Corner, Corner)) -> bool {
    let minus = |p: Corner, q: Corner| (p.0 - q.0, p.1 - q.1);
    let cross = |p: Corner, q: Corner| p.0 * q.1 - p.1 * q.0;
    let dot = |p: Corner, q: Corner| p.0 * q.0 + p.1 * q.1;
    let way = minus(b, a);
    if cross(way, minus(c, a)) != 0 || cross(way, minus(d, a)) != 0 || c == d {
        return false;
    }
    let (c, d) = (dot(way, minus(c, a)), dot(way, minus(d, a)));
    c.min(d).max(0) < c.max(d).min(dot(way, way))
}

fn sides(polygon: &[Corner]) -> Vec<(Corner, Corner)> {
    polygon.iter().zip(polygon.iter().cycle().skip(1)).map(|(p, q)| (*p, *q)).filter(|(p, q)| p != q).collect()
}

fn area(polygon: &[Corner]) -> i64 {
    sides(polygon).iter().map(|(p, q)| p.0 * q.1 - q.0 * p.1).sum()
}

fn polygons(reach: i64) -> impl Strategy<Value = Vec<Vec<Corner>>> {
    let corner = (-reach..=reach, -reach..=reach);
    let polygon = proptest::collection::vec(corner, 3..6).prop_filter("has an area", |p| area(p) != 0);
    proptest::collection::vec(polygon, 1..9)
}

#[test]
fn polygons_touch_where_their_sides_lie_on_each_other() {
    law(
        polygons(3).prop_flat_map(|p| (Just((0..p.len()).collect::<Vec<_>>()).prop_shuffle(), Just(p))),
        |(order, polygons)| {
            let options = GeoOptions { snap: Some(0), ..GeoOptions::default() };
            let mut expected = BTreeSet::new();
            for (i, p) in polygons.iter().enumerate() {
                for (j, q) in polygons.iter().enumerate().filter(|(j, _)| *j != i) {
                    if sides(p).iter().any(|s| sides(q).iter().any(|t| shared(*s, *t))) {
                        expected.insert((i.to_string(), j.to_string()));
                    }
                }
            }
            let straight: Vec<usize> = (0..polygons.len()).collect();
            let one =
                Territory::parse_with(Syntax::Json, &text(&polygons, &straight, 1.0), None, &options, &mut Unwatched)
                    .unwrap();
            prop_assert_eq!(edges(&one), expected);
            let two =
                Territory::parse_with(Syntax::Json, &text(&polygons, &order, 1.0), None, &options, &mut Unwatched)
                    .unwrap();
            prop_assert_eq!(one.summary(), two.summary());
            Ok(())
        },
    );
}

/// At the scale of the snap everything runs together, and at the far end numbers are as large as they get.
#[test]
fn nothing_panics_at_either_end_of_the_scale() {
    let factors = prop_oneof![Just(1e-7), Just(3e-7), Just(3.3e4), Just(1e5), Just(1e-9), Just(1e7)];
    law((polygons(10), factors, 0..=20_u8, 0..=10_u8), |(polygons, factor, snap, decimals)| {
        let options = GeoOptions { snap: Some(snap), decimals: Some(decimals), ..GeoOptions::default() };
        let straight: Vec<usize> = (0..polygons.len()).collect();
        let turned: Vec<usize> = (0..polygons.len()).rev().collect();
        let read = |order| {
            Territory::parse_with(Syntax::Json, &text(&polygons, order, factor), None, &options, &mut Unwatched)
        };
        match (read(&straight), read(&turned)) {
            (Ok(one), Ok(two)) => prop_assert_eq!(one.summary(), two.summary()),
            (Err(one), Err(two)) => prop_assert_eq!(one.count(), two.count()),
            (one, two) => prop_assert!(false, "{:?} {:?}", one.is_ok(), two.is_ok()),
        }
        Ok(())
    });
}

#[test]
fn no_value_makes_a_reader_panic() {
    const NAMES: &[&str] = &[
        "format",
        "type",
        "features",
        "geometry",
        "coordinates",
        "properties",
        "households",
        "id",
        "key",
        "nodes",
        "edges",
        "w",
        "x",
        "y",
        "grids",
        "buildings",
        "bounds",
        "least",
        "most",
        "region",
        "decimals",
        "keep_together",
    ];
    const WORDS: &[&str] = &[
        "FeatureCollection",
        "Feature",
        "Polygon",
        "MultiPolygon",
        "LineString",
        "MultiLineString",
        "a",
        "1",
        "compound",
        "",
        "shequ.territory/1",
        "shequ.plan/1",
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        (-2..5_i128).prop_map(Value::Int),
        any::<i128>().prop_map(Value::Int),
        any::<f64>().prop_map(Value::Float),
        proptest::sample::select(WORDS).prop_map(Value::from),
    ];
    let value = leaf.prop_recursive(6, 80, 6, |inner| {
        let name = proptest::sample::select(NAMES).prop_map(str::to_owned);
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::List),
            proptest::collection::btree_map(name, inner, 0..8)
                .prop_map(|entries: BTreeMap<String, Value>| Value::Map(entries.into_iter().collect())),
        ]
    });
    law(value, |value| {
        let _ = (Territory::from_value(value.clone()), Plan::from_value(value.clone()));
        let feature = Value::Map(vec![
            ("type".into(), "FeatureCollection".into()),
            ("features".into(), Value::List(vec![value.clone()])),
        ]);
        let _ = Territory::from_value_with(feature, Some(&value), &GeoOptions::default(), &mut Unwatched);
        Ok(())
    });
}
