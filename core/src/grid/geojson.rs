//! From GeoJSON (RFC 7946) to buildings and barriers: polygons with properties, and lines.
//!
//! Members and properties that are not asked for are left alone, as the standard demands; whatever is asked for is read
//! strictly.

use crate::kernel::{DocumentError, Error, Faults, Key, KeyError, Progress, Result, Text, Value};
use crate::wire::grid::{Coordinate, GeoOptions};

use super::contiguity::{BARRIER, Point, Side, touching};
use super::error::GridError;
use super::territory::{Building, Territory, decimals, units};

/// The most units that a snap may span.
const MOST_SNAP: u8 = 20;

/// Reads the features, and the lines of a second collection as barriers.
pub(super) fn read(
    features: &Value,
    barriers: Option<&Value>,
    options: &GeoOptions,
    progress: &mut dyn Progress,
) -> Result<Territory> {
    let decimals = decimals(options.decimals).map_err(|e| Error::at("options.decimals", e))?;
    let snap = options.snap.unwrap_or(1);
    if snap > MOST_SNAP {
        return Err(Error::at("options.snap", GridError::BadScale { got: snap, most: MOST_SNAP }));
    }
    let mut reader = Reader {
        territory: Territory::empty(Text::default(), decimals),
        sides: Vec::new(),
        decimals,
        options,
        faults: Faults::new(),
    };
    reader.collection("territory", features, false);
    if let Some(barriers) = barriers {
        reader.collection("barriers", barriers, true);
    }
    let Reader { mut territory, sides, faults, .. } = reader;
    faults.into_result()?;
    let edges = touching(&sides, snap, |at| territory.key(at).to_string(), progress);
    territory.join(&edges.map_err(|e| e.under("territory"))?);
    Ok(territory)
}

struct Reader<'o> {
    territory: Territory,
    sides: Vec<Side>,
    decimals: u8,
    options: &'o GeoOptions,
    faults: Faults,
}

/// A fault below a feature, its path from there.
type Found<T> = Result<T, (String, Error)>;

fn at<T>(path: impl Into<String>, cause: impl crate::kernel::Coded) -> Found<T> {
    Err((path.into(), Error::from(cause)))
}

fn missing(field: &str) -> DocumentError {
    DocumentError::MissingField { field: field.into() }
}

fn wrong(value: &Value, expected: &str) -> DocumentError {
    match value {
        Value::Float(x) => DocumentError::FloatRefused { got: format!("{x:?}"), expected: expected.into() },
        other => DocumentError::WrongKind { got: other.kind().into(), expected: expected.into() },
    }
}

impl Reader<'_> {
    fn collection(&mut self, root: &str, value: &Value, barriers_only: bool) {
        let kind = value.get("type").and_then(Value::as_text).unwrap_or("missing");
        let features = match value.get("features") {
            Some(Value::List(features)) if kind == "FeatureCollection" => features,
            Some(other) if kind == "FeatureCollection" => {
                self.faults.push(format!("{root}.features"), wrong(other, "a list of features"));
                return;
            }
            None if kind == "FeatureCollection" => {
                self.faults.push(root, missing("features"));
                return;
            }
            _ => {
                let cause = GridError::GeoType { got: kind.into(), expected: "`FeatureCollection`".into() };
                self.faults.push(format!("{root}.type"), cause);
                return;
            }
        };
        for (i, feature) in features.iter().enumerate() {
            if let Err((path, error)) = self.feature(feature, barriers_only) {
                let dot = if path.is_empty() { "" } else { "." };
                self.faults.extend(&format!("{root}.features[{i}]{dot}{path}"), error);
            }
        }
    }

    fn feature(&mut self, feature: &Value, barriers_only: bool) -> Found<()> {
        let Some(geometry @ Value::Map(_)) = feature.get("geometry") else {
            return at("", missing("geometry"));
        };
        let kind = geometry.get("type").and_then(Value::as_text).unwrap_or("missing");
        let (line, many) = match kind {
            "Polygon" if !barriers_only => (false, false),
            "MultiPolygon" if !barriers_only => (false, true),
            "LineString" => (true, false),
            "MultiLineString" => (true, true),
            got => {
                let expected = if barriers_only { "a line" } else { "a polygon or a line" };
                return at("geometry.type", GridError::GeoType { got: got.into(), expected: expected.into() });
            }
        };
        let path = "geometry.coordinates";
        let Some(coordinates) = geometry.get("coordinates") else { return at("geometry", missing("coordinates")) };
        let properties = feature.get("properties");
        let property = |name: &str| properties.and_then(|p| p.get(name)).filter(|v| **v != Value::Null);
        if line {
            if property("barrier") == Some(&Value::Bool(false)) {
                return Ok(());
            }
            for (path, line) in pieces(coordinates, path.into(), many)? {
                let points = self.points(line, &path)?;
                self.line(&points, BARRIER);
            }
            return Ok(());
        }
        let mut rings = Vec::new();
        for (path, polygon) in pieces(coordinates, path.into(), many)? {
            for (j, (path, ring)) in pieces(polygon, path, true)?.into_iter().enumerate() {
                let points = self.points(ring, &path)?;
                if points.len() < 4 {
                    return at(path, GridError::RingShort { got: points.len() });
                }
                if points.first() != points.last() {
                    return at(path, GridError::RingOpen);
                }
                if j == 0 && area(&points) == 0 {
                    return at(path, GridError::NoArea);
                }
                rings.push(points);
            }
        }
        let name = |given: &Option<String>, default: &str| given.clone().unwrap_or_else(|| default.to_owned());
        let households = name(&self.options.households, "households");
        let building = Building {
            key: self.key(feature, &property)?,
            households: count(property(&households), &households)?,
            place: middle(&rings),
            compound: group(&name(&self.options.compound, "compound"), &property)?,
            community: group(&name(&self.options.community, "community"), &property)?,
        };
        let owner = self.territory.add(building).map_err(|e| (String::new(), e.into()))?;
        for ring in &rings {
            self.line(ring, owner);
        }
        Ok(())
    }

    fn line(&mut self, points: &[Point], owner: u32) {
        let sides = points.iter().zip(points.iter().skip(1)).filter(|(p, q)| p != q);
        self.sides.extend(sides.map(|(from, to)| Side { from: *from, to: *to, owner }));
    }

    fn points(&self, positions: &Value, path: &str) -> Found<Vec<Point>> {
        let Value::List(positions) = positions else { return at(path, wrong(positions, "a list of positions")) };
        let number = |value: &Value| match value {
            Value::Int(n) => i64::try_from(*n).ok().map(Coordinate::Int),
            Value::Float(x) => Some(Coordinate::Float(*x)),
            _ => None,
        };
        let one = |(i, position): (usize, &Value)| {
            let path = || format!("{path}[{i}]");
            let Value::List(numbers) = position else { return at(path(), wrong(position, "a position `[x, y]`")) };
            let [x, y, ..] = numbers.as_slice() else { return at(path(), wrong(position, "a position `[x, y]`")) };
            let axis = |axis: u8, value: &Value| {
                number(value).ok_or_else(|| (format!("{}[{axis}]", path()), wrong(value, "a number").into()))
            };
            let point = units(axis(0, x)?, self.decimals).zip(units(axis(1, y)?, self.decimals));
            point.ok_or_else(|| (path(), GridError::OutOfRange.into()))
        };
        positions.iter().enumerate().map(one).collect()
    }

    fn key<'v>(&self, feature: &'v Value, property: &impl Fn(&str) -> Option<&'v Value>) -> Found<Key> {
        let own = || feature.get("id").filter(|v| **v != Value::Null).map(|v| ("id".to_owned(), v));
        let named = |name: &str| property(name).map(|v| (format!("properties.{name}"), v));
        let (found, tried) = if let Some(name) = &self.options.key {
            (named(name), format!("the property `{name}`"))
        } else {
            let found = own().or_else(|| named("key")).or_else(|| named("id"));
            (found, "the feature's `id`, the properties `key` and `id`".to_owned())
        };
        match found {
            Some((path, value)) => as_key(value, path),
            None => at("", GridError::NoKey { tried }),
        }
    }
}

/// The members of a list, or the one value, with their paths.
fn pieces(value: &Value, path: String, many: bool) -> Found<Vec<(String, &Value)>> {
    match value {
        _ if !many => Ok(vec![(path, value)]),
        Value::List(items) => Ok(items.iter().enumerate().map(|(i, v)| (format!("{path}[{i}]"), v)).collect()),
        other => at(path, wrong(other, "a list")),
    }
}

/// A key that may be written as a whole number.
fn as_key(value: &Value, path: String) -> Found<Key> {
    let text = match value {
        Value::Text(text) => text.clone(),
        Value::Int(n) => n.to_string(),
        other => return at(path, wrong(other, "a text or a whole number")),
    };
    text.parse().map_err(|_| (path, KeyError::NotAKey { got: text.chars().take(40).collect() }.into()))
}

fn group<'v>(name: &str, property: &impl Fn(&str) -> Option<&'v Value>) -> Found<Option<Key>> {
    property(name).map(|value| as_key(value, format!("properties.{name}"))).transpose()
}

fn count(value: Option<&Value>, name: &str) -> Found<u64> {
    let path = || format!("properties.{name}");
    match value {
        None => at("properties", missing(name)),
        Some(Value::Int(n)) => match u64::try_from(*n) {
            Ok(n) => Ok(n),
            Err(_) => at(path(), wrong(&Value::Int(*n), "a whole number, not negative")),
        },
        Some(Value::Text(text)) if text.bytes().all(|b| b.is_ascii_digit()) => match text.parse() {
            Ok(n) => Ok(n),
            Err(_) => at(path(), wrong(&Value::Text(text.clone()), "a whole number, not negative")),
        },
        Some(other) => at(path(), wrong(other, "a whole number, not negative")),
    }
}

/// Twice the area of a ring, with its sign.
fn area(ring: &[Point]) -> i128 {
    let cross = |p: &Point, q: &Point| i128::from(p.0) * i128::from(q.1) - i128::from(q.0) * i128::from(p.1);
    ring.iter().zip(ring.iter().skip(1)).map(|(p, q)| cross(p, q)).sum()
}

/// The middle of the box around all rings, where the building is drawn.
fn middle(rings: &[Vec<Point>]) -> Option<Point> {
    let middle = |axis: fn(&Point) -> i64| {
        let all = rings.iter().flatten().map(axis);
        let (least, most) = (all.clone().min()?, all.max()?);
        Some((least + most).div_euclid(2))
    };
    middle(|p| p.0).zip(middle(|p| p.1))
}
