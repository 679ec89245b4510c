//! The documents of territories and plans, and what the check of a plan answers.

use std::fmt;

use serde::de::{self, Deserializer, SeqAccess, Unexpected, Visitor};
use serde::{Deserialize, Serialize};

use crate::kernel::{Decimal, Digest, Key, Text};

/// A number of a drawing: a coordinate or a length, brought to a whole number of units before anything is decided.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Coordinate {
    /// A whole number.
    Int(i64),
    /// As JSON writes coordinates.
    Float(f64),
    /// An exact number.
    Decimal(Decimal),
}

impl<'de> Deserialize<'de> for Coordinate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Coordinate;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number")
            }
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Coordinate, E> {
                Ok(Coordinate::Int(n))
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Coordinate, E> {
                i64::try_from(n).map(Coordinate::Int).map_err(|_| E::invalid_value(Unexpected::Unsigned(n), &self))
            }
            fn visit_f64<E: de::Error>(self, x: f64) -> Result<Coordinate, E> {
                Ok(Coordinate::Float(x))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Coordinate, E> {
                text.parse().map(Coordinate::Decimal).map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// A territory as a graph, `shequ.territory/1`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TerritoryDraft {
    /// Its name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Text>"))]
    pub label: Text,
    /// How many decimals of coordinates and lengths are kept; 7 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
    pub decimals: Option<u8>,
    /// The buildings, or parcels.
    pub nodes: Vec<NodeDraft>,
    /// Which of them touch.
    #[serde(default)]
    #[cfg_attr(
        feature = "typescript",
        ts(optional, type = "Array<[string | number, string | number, (string | number)?, boolean?]>")
    )]
    pub edges: Vec<EdgeDraft>,
}

/// A building of a graph document.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct NodeDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// How many households live in it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub households: u64,
    /// Where it is drawn.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub x: Option<Coordinate>,
    /// Where it is drawn.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub y: Option<Coordinate>,
    /// The residential compound (小区) it belongs to.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub compound: Option<Key>,
    /// The community (社区) it belongs to.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "string"))]
    pub community: Option<Key>,
}

/// The graph files of planners, `{nodes: [{id, w, x, y, region}], edges: [[i, j, length, barrier]]}`; more fields are
/// left alone.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct PlainDraft {
    pub(crate) nodes: Vec<PlainNode>,
    pub(crate) edges: Vec<EdgeDraft>,
}

/// A node of such a file.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct PlainNode {
    pub(crate) id: Name,
    pub(crate) w: u64,
    pub(crate) x: Option<Coordinate>,
    pub(crate) y: Option<Coordinate>,
    pub(crate) region: Option<Name>,
}

/// A name that may be written as a whole number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Name {
    Number(u64),
    Text(String),
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Name;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a key or a position")
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Name, E> {
                Ok(Name::Number(n))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Name, E> {
                Ok(Name::Text(text.to_owned()))
            }
        }
        deserializer.deserialize_any(Written)
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(n) => n.fmt(f),
            Self::Text(text) => f.write_str(text),
        }
    }
}

/// Two buildings that touch: `[a, b]`, `[a, b, length]` or `[a, b, length, barrier]`.
///
/// The ends are keys, or positions in `nodes` as whole numbers. A barrier is `true`, `false`, 1 or 0.
#[derive(Debug, Clone)]
pub struct EdgeDraft {
    pub(crate) ends: [Name; 2],
    pub(crate) length: Option<Coordinate>,
    pub(crate) barrier: bool,
}

impl<'de> Deserialize<'de> for EdgeDraft {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = EdgeDraft;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an edge `[a, b]`, `[a, b, length]` or `[a, b, length, barrier]`")
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<EdgeDraft, A::Error> {
                let short = |len| de::Error::invalid_length(len, &self);
                let a = seq.next_element()?.ok_or_else(|| short(0))?;
                let b = seq.next_element()?.ok_or_else(|| short(1))?;
                let length = seq.next_element::<Option<Coordinate>>()?.flatten();
                let barrier = seq.next_element::<Flag>()?.is_some_and(|flag| flag.0);
                match seq.next_element::<de::IgnoredAny>()? {
                    None => Ok(EdgeDraft { ends: [a, b], length, barrier }),
                    Some(_) => Err(short(5)),
                }
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// Yes or no, also as 1 or 0.
struct Flag(bool);

impl<'de> Deserialize<'de> for Flag {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Flag;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("true or false")
            }
            fn visit_bool<E: de::Error>(self, yes: bool) -> Result<Flag, E> {
                Ok(Flag(yes))
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Flag, E> {
                if n <= 1 { Ok(Flag(n == 1)) } else { Err(E::invalid_value(Unexpected::Unsigned(n), &self)) }
            }
        }
        deserializer.deserialize_any(Written)
    }
}

/// How GeoJSON is read: the names of the properties, and how exactly coordinates are kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct GeoOptions {
    /// The property with the key; otherwise the feature's own `id`, then the property `key`, then `id`.
    pub key: Option<String>,
    /// The property with the number of households; `households` unless given.
    pub households: Option<String>,
    /// The property with the residential compound; `compound` unless given.
    pub compound: Option<String>,
    /// The property with the community; `community` unless given.
    pub community: Option<String>,
    /// How many decimals of the coordinates are kept; 7 unless given (about a centimetre of a degree), 3 suits metres.
    pub decimals: Option<u8>,
    /// Points at most so many units apart, each way, are one point; 1 unless given, at most 20.
    pub snap: Option<u8>,
}

/// A plan, `shequ.plan/1`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PlanDraft {
    /// Its name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Text>"))]
    pub label: Text,
    /// How many households a grid may have.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Bounds>"))]
    pub bounds: Option<Bounds>,
    /// What is not split between grids.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Together>"))]
    pub keep_together: Option<Together>,
    /// What a grid lies within.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Within>"))]
    pub within: Option<Within>,
    /// The grids.
    pub grids: Vec<GridDraft>,
}

/// The least and the most households of a grid, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Bounds {
    /// The least.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub least: u64,
    /// The most.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub most: u64,
}

/// What a plan keeps together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Together {
    /// Residential compounds (小区).
    Compound,
}

/// What each grid of a plan lies within.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Within {
    /// One community (社区).
    Community,
}

/// A grid as written.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GridDraft {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Text>"))]
    pub label: Text,
    /// The keys of its buildings.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub buildings: Vec<Key>,
}

/// What a territory holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct TerritorySummary {
    /// How many buildings.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub buildings: u64,
    /// How many households.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub households: u64,
    /// How many pairs of buildings touch.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub edges: u64,
    /// How many of these pairs a barrier separates.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub barriers: u64,
    /// How many parts there are that do not touch, barriers counted.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub parts: u64,
    /// The digest of all that decides: keys, households, compounds, communities and edges, whatever their order.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub digest: Digest,
}

/// What the check of a plan answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlanCheck {
    /// Whether nothing was found.
    pub ok: bool,
    /// How many buildings the territory has.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub buildings: u64,
    /// How many households live in them.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub households: u64,
    /// The bounds that were checked, if the plan has any.
    pub bounds: Option<Bounds>,
    /// What was checked not to be split.
    pub keep_together: Option<Together>,
    /// What each grid was checked to lie within.
    pub within: Option<Within>,
    /// Each grid with its totals, in the order of the plan.
    pub grids: Vec<GridCheck>,
    /// What is wrong, by kind and then in the order of the plan.
    pub faults: Vec<PlanFault>,
    /// What the grids' borders cut.
    pub cut: Cut,
}

/// The totals of a grid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct GridCheck {
    /// Its key.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub key: Key,
    /// Its name.
    pub label: Text,
    /// How many buildings.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub buildings: u64,
    /// How many households.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub households: u64,
    /// In how many parts it lies, barriers counted; 1 is contiguous.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub parts: u64,
    /// How many faults name it.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub faults: u64,
}

/// What kind of fault a plan has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum FaultKind {
    /// Buildings that are in no grid.
    Unassigned,
    /// A building that is given more than once.
    Doubled,
    /// A grid without buildings.
    Empty,
    /// A grid in parts that do not touch at all.
    NotContiguous,
    /// A grid that holds together only across a barrier.
    BarrierCrossed,
    /// A grid with fewer households than the least.
    TooFew,
    /// A grid with more households than the most.
    TooMany,
    /// A compound in more than one grid.
    CompoundSplit,
    /// A grid in more than one community.
    CommunitiesMixed,
}

/// A fault of a plan, with the buildings concerned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct PlanFault {
    /// What kind.
    pub kind: FaultKind,
    /// The grids it concerns.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub grids: Vec<Key>,
    /// The buildings it concerns, by key; of a grid beyond its bounds, all its buildings.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub buildings: Vec<Key>,
    /// The parts of a grid that does not hold together, each with its buildings.
    #[cfg_attr(feature = "typescript", ts(type = "string[][]"))]
    pub parts: Vec<Vec<Key>>,
    /// The pairs of buildings with a barrier between them that keep a grid together.
    #[cfg_attr(feature = "typescript", ts(type = "[string, string][]"))]
    pub pairs: Vec<[Key; 2]>,
    /// The households of a grid beyond its bounds.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub households: Option<u64>,
    /// The bound that it misses.
    #[cfg_attr(feature = "typescript", ts(type = "number | null"))]
    pub bound: Option<u64>,
    /// The compound that is split, or the communities that are mixed.
    #[cfg_attr(feature = "typescript", ts(type = "string[]"))]
    pub groups: Vec<Key>,
    /// The same in words.
    pub message: Text,
}

/// The pairs of touching buildings that lie in two grids.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Cut {
    /// How many, those at a barrier left out.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub edges: u64,
    /// How long their common boundaries are, in the unit of the territory's coordinates.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub length: Decimal,
    /// How many lie at a barrier, where a border should lie.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub at_barriers: u64,
}
