//! Contiguity of polygons against rectangles that are cut until they are small, whose neighbours are known by arithmetic.

use std::collections::BTreeMap;

use proptest::prelude::*;
use shequ::grid::{GeoOptions, Territory};
use shequ::kernel::{Syntax, Unwatched, Value};

use super::law;

/// A rectangle: left, bottom, right, top.
type Box4 = (i64, i64, i64, i64);

/// Cuts the largest rectangle again and again; each cut makes corners in the middle of other sides.
fn partition(cuts: &[(u8, bool)]) -> Vec<Box4> {
    let mut boxes = vec![(0, 0, 1_000, 1_000)];
    for (share, upright) in cuts {
        let area = |p: &Box4| (p.2 - p.0) * (p.3 - p.1);
        let (at, largest) = boxes.iter().copied().enumerate().max_by_key(|(i, p)| (area(p), *i)).unwrap();
        let (mut one, mut other) = (largest, largest);
        let within = |low: i64, high: i64| low + 1 + (high - low - 2) * i64::from(*share) / 255;
        if *upright && largest.2 - largest.0 > 2 {
            let x = within(largest.0, largest.2);
            (one.2, other.0) = (x, x);
        } else if largest.3 - largest.1 > 2 {
            let y = within(largest.1, largest.3);
            (one.3, other.1) = (y, y);
        } else {
            continue;
        }
        boxes[at] = one;
        boxes.push(other);
    }
    boxes
}

fn overlap(a: (i64, i64), b: (i64, i64)) -> i64 {
    (a.1.min(b.1) - a.0.max(b.0)).max(0)
}

/// The pairs that touch, with the length of their common side.
fn touching(boxes: &[Box4]) -> BTreeMap<(usize, usize), i64> {
    let mut out = BTreeMap::new();
    for (i, p) in boxes.iter().enumerate() {
        for (j, q) in boxes.iter().enumerate().skip(i + 1) {
            let beside = if p.2 == q.0 || q.2 == p.0 { overlap((p.1, p.3), (q.1, q.3)) } else { 0 };
            let above = if p.3 == q.1 || q.3 == p.1 { overlap((p.0, p.2), (q.0, q.2)) } else { 0 };
            if beside + above > 0 {
                out.insert((i, j), beside + above);
            }
        }
    }
    out
}

fn list(items: Vec<Value>) -> Value {
    Value::List(items)
}

fn map<const N: usize>(entries: [(&str, Value); N]) -> Value {
    Value::Map(entries.into_iter().map(|(k, v)| (k.to_owned(), v)).collect())
}

fn collection(features: Vec<Value>) -> Value {
    map([("type", "FeatureCollection".into()), ("features", list(features))])
}

/// How the plane is turned and stretched before it is written.
#[derive(Debug, Clone, Copy)]
struct View {
    cos: f64,
    sin: f64,
    scale: f64,
}

impl View {
    const PLAIN: Self = Self { cos: 1.0, sin: 0.0, scale: 1.0 };

    #[allow(clippy::cast_precision_loss, reason = "a thousand at most")]
    fn position(self, x: i64, y: i64) -> Value {
        let (x, y) = (x as f64 * self.scale, y as f64 * self.scale);
        let turned = (118.5 + x * self.cos - y * self.sin, 24.9 + x * self.sin + y * self.cos);
        list(vec![Value::Float(turned.0), Value::Float(turned.1)])
    }

    /// A polygon feature; where it starts and which way it turns does not matter, and neither may it here.
    fn feature(self, at: usize, (l, b, r, t): Box4) -> Value {
        let mut corners = vec![(l, b), (r, b), (r, t), (l, t)];
        corners.rotate_left(at % 4);
        if at % 2 == 1 {
            corners.reverse();
        }
        corners.push(corners[0]);
        let ring = corners.into_iter().map(|(x, y)| self.position(x, y)).collect();
        let geometry = if at.is_multiple_of(5) {
            map([("type", "MultiPolygon".into()), ("coordinates", list(vec![list(vec![list(ring)])]))])
        } else {
            map([("type", "Polygon".into()), ("coordinates", list(vec![list(ring)]))])
        };
        let properties = map([("households", Value::Int(1))]);
        let id = Value::Int(i128::try_from(at).unwrap());
        map([("type", "Feature".into()), ("id", id), ("properties", properties), ("geometry", geometry)])
    }

    fn line(self, points: &[(i64, i64)]) -> Value {
        let points = points.iter().map(|(x, y)| self.position(*x, *y)).collect();
        let geometry = map([("type", "LineString".into()), ("coordinates", list(points))]);
        map([("type", "Feature".into()), ("properties", Value::Null), ("geometry", geometry)])
    }
}

fn found(territory: &Territory) -> BTreeMap<(usize, usize), bool> {
    let mut out = BTreeMap::new();
    for (i, key) in territory.keys().iter().enumerate() {
        let id = territory.building(key.as_str()).unwrap();
        for (other, barrier) in territory.neighbours(id) {
            let j = shequ::kernel::Id::index(other);
            out.insert((i.min(j), i.max(j)), barrier);
        }
    }
    out
}

fn cuts() -> impl Strategy<Value = Vec<(u8, bool)>> {
    proptest::collection::vec((any::<u8>(), any::<bool>()), 0..40)
}

fn options(decimals: u8, snap: u8) -> GeoOptions {
    GeoOptions { decimals: Some(decimals), snap: Some(snap), ..GeoOptions::default() }
}

fn read(boxes: &[Box4], view: View, barriers: Option<&Value>, options: &GeoOptions) -> Territory {
    let features = boxes.iter().enumerate().map(|(at, b)| view.feature(at, *b)).collect();
    Territory::from_value_with(collection(features), barriers, options, &mut Unwatched).unwrap()
}

#[test]
fn upright_partitions_touch_where_arithmetic_says() {
    law(cuts(), |cuts| {
        let boxes = partition(&cuts);
        let expected: Vec<_> = touching(&boxes).into_keys().collect();
        let territory = read(&boxes, View::PLAIN, None, &options(7, 0));
        prop_assert_eq!(found(&territory).into_keys().collect::<Vec<_>>(), expected.clone());
        // Snapping changes nothing where sides are far longer than a unit.
        let territory = read(&boxes, View::PLAIN, None, &options(7, 1));
        prop_assert_eq!(found(&territory).into_keys().collect::<Vec<_>>(), expected);
        Ok(())
    });
}

/// Turned, no corner in the middle of a side lies on it exactly any more: rounding moves it by up to a unit.
#[test]
fn turned_partitions_touch_all_the_same() {
    let view = (0..3_600_i32, prop_oneof![Just(1e-5), Just(3e-5), Just(0.001)]).prop_map(|(tenths, scale)| {
        let angle = f64::from(tenths) * std::f64::consts::PI / 1_800.0;
        View { cos: angle.cos(), sin: angle.sin(), scale }
    });
    law((cuts(), view), |(cuts, view)| {
        let boxes = partition(&cuts);
        // A side of one thousandth is a hundred units at the least scale.
        let expected: Vec<_> = touching(&boxes).into_keys().collect();
        let territory = read(&boxes, view, None, &options(7, 1));
        prop_assert_eq!(found(&territory).into_keys().collect::<Vec<_>>(), expected);
        Ok(())
    });
}

#[test]
fn a_barrier_takes_the_boundaries_that_it_lies_on() {
    law((cuts(), 1..1_000_i64, 0..999_i64, 1..1_000_i64, any::<bool>()), |(cuts, line, from, length, upright)| {
        let boxes = partition(&cuts);
        // Along a side that exists, else somewhere through the middle of rectangles, where it separates nothing.
        let sides: Vec<i64> = boxes.iter().map(|b| if upright { b.0 } else { b.1 }).collect();
        let line = sides[usize::try_from(line).unwrap() % sides.len()];
        let (from, to) = (from, (from + length).min(1_000));
        let ends = if upright { [(line, from), (line, to)] } else { [(from, line), (to, line)] };
        let barriers = collection(vec![View::PLAIN.line(&ends)]);
        let territory = read(&boxes, View::PLAIN, Some(&barriers), &options(7, 0));
        for ((i, j), barrier) in found(&territory) {
            let (p, q) = (boxes[i], boxes[j]);
            let ((p_low, p_high), (q_low, q_high), shared) = if upright {
                ((p.0, p.2), (q.0, q.2), (p.1.max(q.1), p.3.min(q.3)))
            } else {
                ((p.1, p.3), (q.1, q.3), (p.0.max(q.0), p.2.min(q.2)))
            };
            let on = (p_high == line && q_low == line) || (q_high == line && p_low == line);
            let covered = on && shared.0 < shared.1 && from <= shared.0 && shared.1 <= to;
            prop_assert_eq!(barrier, covered, "{:?} {:?}", p, q);
        }
        Ok(())
    });
}

#[test]
fn lengths_add_up_the_open_stretches() {
    // Two rectangles beside a third, and a barrier on part of one boundary.
    let boxes = [(0, 0, 10, 30), (10, 0, 20, 10), (10, 10, 20, 30)];
    let barriers = collection(vec![View::PLAIN.line(&[(10, 5), (10, 30)])]);
    let territory = read(&boxes, View::PLAIN, Some(&barriers), &options(0, 0));
    assert_eq!(found(&territory), BTreeMap::from([((0, 1), false), ((0, 2), true), ((1, 2), false)]));
    let plan = r#"{"format": "shequ.plan/1", "grids": [{"key": "g", "buildings": ["0"]}, {"key": "h", "buildings": ["1"]},
        {"key": "i", "buildings": ["2"]}]}"#;
    let check = territory.check(&shequ::kernel::Document::parse(plan).unwrap(), &mut Unwatched).unwrap();
    // 5 between 0 and 1 are open, 10 between 1 and 2; 20 between 0 and 2 are barred.
    assert_eq!((check.cut.edges, check.cut.length.to_string(), check.cut.at_barriers), (2, "15".into(), 1));
}

#[test]
fn a_hole_and_what_fills_it_touch_and_corners_do_not() {
    let ring = |(l, b, r, t): Box4| {
        list(
            [(l, b), (r, b), (r, t), (l, t), (l, b)]
                .map(|(x, y)| list(vec![Value::Int(x.into()), Value::Int(y.into())]))
                .to_vec(),
        )
    };
    let feature = |key: &str, rings: Vec<Value>| {
        let geometry = map([("type", "Polygon".into()), ("coordinates", list(rings))]);
        let properties = map([("hu", Value::Text("12".into())), ("name", key.into()), ("xq", "x".into())]);
        map([("type", "Feature".into()), ("properties", properties), ("geometry", geometry)])
    };
    let features = collection(vec![
        feature("frame", vec![ring((0, 0, 9, 9)), ring((3, 3, 6, 6))]),
        feature("yard", vec![ring((3, 3, 6, 6))]),
        feature("corner", vec![ring((9, 9, 12, 12))]),
    ]);
    let options = GeoOptions {
        key: Some("name".into()),
        households: Some("hu".into()),
        compound: Some("xq".into()),
        ..GeoOptions::default()
    };
    let territory = Territory::from_value_with(features, None, &options, &mut Unwatched).unwrap();
    assert_eq!(found(&territory).into_keys().collect::<Vec<_>>(), [(0, 1)]);
    assert_eq!(territory.total_households(), 36);
    let yard = territory.building("yard").unwrap();
    assert_eq!(territory.compound(yard).map(ToString::to_string), Some("x".into()));
    assert_eq!(territory.place(yard), Some((45_000_000, 45_000_000)));
}

/// Two neighbours that were drawn one after the other, a hair apart.
#[test]
fn vertices_a_unit_apart_are_one() {
    let square = |key: &str, x: f64, to: f64| {
        format!(
            r#"{{"type": "Feature", "id": "{key}", "properties": {{"households": 1}}, "geometry": {{"type": "Polygon",
            "coordinates": [[[{x}, 0], [{to}, 0], [{to}, 1], [{x}, 1], [{x}, 0]]]}}}}"#
        )
    };
    let text = |gap: f64| {
        format!(
            r#"{{"type": "FeatureCollection", "features": [{}, {}]}}"#,
            square("a", 0.0, 1.0),
            square("b", 1.0 + gap, 2.0)
        )
    };
    let edges = |gap: f64, snap: u8| {
        let options = options(7, snap);
        Territory::parse_with(Syntax::Json, &text(gap), None, &options, &mut Unwatched).unwrap().summary().edges
    };
    assert_eq!((edges(1e-7, 1), edges(1e-7, 0), edges(3e-7, 1), edges(3e-7, 3)), (1, 0, 0, 1));
}
