//! A territory: its buildings with their households, and which of them touch.

use crate::kernel::document::read_formatted;
use crate::kernel::draft::read_draft;
use crate::kernel::id::id;
use crate::kernel::{
    Digest, Document, DocumentError, Error, Faults, Id, Key, KeyTable, Limits, Progress, Result, Rounding, Syntax,
    Text, Unwatched, Value,
};
use crate::wire::grid::{Coordinate, EdgeDraft, GeoOptions, Name, PlainDraft, TerritoryDraft, TerritorySummary};

use super::contiguity::{FARTHEST, Point};
use super::error::GridError;
use super::geojson;
use super::graph::{Edge, Graph, Neighbour, Sets};

id! {
    /// A building of a territory.
    BuildingId
}

id! {
    /// A compound or a community of a territory.
    GroupId
}

/// The decimals that are kept unless a document says otherwise: about a centimetre where the unit is a degree.
pub(super) const DECIMALS: u8 = 7;

/// The most decimals.
pub(super) const MOST_DECIMALS: u8 = 10;

/// The most households in all: what every reader of JSON keeps exactly.
const MOST_HOUSEHOLDS: u64 = (1 << 53) - 1;

/// Buildings or parcels with their households, and which of them touch.
///
/// Read by [`Document::parse`] from any of three forms: a `shequ.territory/1` graph document, a plain graph file
/// `{nodes: [{id, w, x, y, region}], edges: [[i, j, length, barrier]]}` (its regions are read as communities), or a
/// GeoJSON FeatureCollection whose polygons are buildings and whose lines are barriers. [`parse_with`](Self::parse_with)
/// and [`from_value_with`](Self::from_value_with) take other property names and a collection of barriers besides.
///
/// ```
/// use shequ::grid::Territory;
/// use shequ::kernel::Document;
/// let square = |key: &str, x: i32| format!(
///     r#"{{"type": "Feature", "id": "{key}", "properties": {{"households": 40}}, "geometry": {{"type": "Polygon",
///     "coordinates": [[[{x}, 0], [{}, 0], [{}, 1], [{x}, 1], [{x}, 0]]]}}}}"#, x + 1, x + 1);
/// let text = format!(r#"{{"type": "FeatureCollection", "features": [{}, {}, {}]}}"#, square("a", 0), square("b", 1), square("c", 3));
/// let summary = Territory::parse(&text)?.summary();
/// assert_eq!((summary.buildings, summary.households, summary.edges, summary.parts), (3, 120, 1, 2));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Territory {
    label: Text,
    decimals: u8,
    pub(super) keys: KeyTable<BuildingId>,
    pub(super) households: Vec<u64>,
    places: Vec<Option<Point>>,
    pub(super) compounds: Groups,
    pub(super) communities: Groups,
    pub(super) graph: Graph,
    total: u64,
}

/// Which group each building belongs to, if any.
#[derive(Debug, Clone, Default)]
pub(super) struct Groups {
    keys: KeyTable<GroupId>,
    of: Vec<Option<GroupId>>,
}

impl Groups {
    fn push(&mut self, key: Option<Key>) {
        let id = key.and_then(|key| self.keys.get(key.as_str()).or_else(|| self.keys.insert(key)));
        self.of.push(id);
    }

    /// The group of a building.
    pub(super) fn of(&self, building: u32) -> Option<GroupId> {
        self.of.get(building as usize).copied().flatten()
    }

    /// The key of a group.
    pub(super) fn key(&self, group: GroupId) -> Option<&Key> {
        self.keys.key(group)
    }
}

/// A building before its neighbours are known.
pub(super) struct Building {
    pub(super) key: Key,
    pub(super) households: u64,
    pub(super) place: Option<Point>,
    pub(super) compound: Option<Key>,
    pub(super) community: Option<Key>,
}

impl Territory {
    /// A territory of a scale without buildings.
    pub(super) fn empty(label: Text, decimals: u8) -> Self {
        Self {
            label,
            decimals,
            keys: KeyTable::default(),
            households: Vec::new(),
            places: Vec::new(),
            compounds: Groups::default(),
            communities: Groups::default(),
            graph: Graph::default(),
            total: 0,
        }
    }

    /// Adds a building; its position.
    pub(super) fn add(&mut self, building: Building) -> Result<u32, GridError> {
        let at = u32::try_from(self.keys.len()).ok().filter(|at| *at < u32::MAX - 1);
        let at = at.ok_or(GridError::TooManyBuildings)?;
        let total = self.total.checked_add(building.households).filter(|total| *total <= MOST_HOUSEHOLDS);
        let total = total.ok_or(GridError::TooManyHouseholds)?;
        let key = building.key.to_string();
        self.keys.insert(building.key).ok_or(GridError::BuildingTwice { key })?;
        self.households.push(building.households);
        self.places.push(building.place);
        self.compounds.push(building.compound);
        self.communities.push(building.community);
        self.total = total;
        Ok(at)
    }

    /// Sets which buildings touch.
    pub(super) fn join(&mut self, edges: &[Edge]) {
        self.graph = Graph::new(self.keys.len(), edges);
    }

    /// Reads a plain value in any of the three forms; barriers, and options that say anything, go with GeoJSON alone.
    ///
    /// Two buildings of a drawing touch where their boundaries share a stretch of positive length, decided in whole
    /// numbers of 10^-`decimals` of the coordinates' unit; a corner is not enough. A barrier separates them along the
    /// stretches that it lies on: where it takes all of them, the two do not count as touching.
    ///
    /// # Errors
    /// The faults of [`GridError`] and of documents, `stopped`.
    pub fn from_value_with(
        value: Value,
        barriers: Option<&Value>,
        options: &GeoOptions,
        progress: &mut dyn Progress,
    ) -> Result<Self> {
        let limits = Limits::default();
        limits.check_value(&value)?;
        barriers.map_or(Ok(()), |lines| limits.check_value(lines))?;
        read(value, barriers, options, progress)
    }

    /// The same from a text of a known language, and the barriers from GeoJSON.
    ///
    /// ```
    /// use shequ::grid::{GeoOptions, Territory};
    /// use shequ::kernel::{Syntax, Unwatched};
    /// let text = r#"{"type": "FeatureCollection", "features": [{"type": "Feature", "id": "a", "properties": {"hu": 40},
    ///     "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 0]]]}}]}"#;
    /// let options = GeoOptions { households: Some("hu".into()), ..GeoOptions::default() };
    /// let territory = Territory::parse_with(Syntax::Json, text, None, &options, &mut Unwatched)?;
    /// assert_eq!(territory.total_households(), 40);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// As [`from_value_with`](Self::from_value_with), `malformed`.
    pub fn parse_with(
        syntax: Syntax,
        text: &str,
        barriers: Option<&str>,
        options: &GeoOptions,
        progress: &mut dyn Progress,
    ) -> Result<Self> {
        let barriers = barriers.map(|text| Syntax::Json.parse(text, Limits::default())).transpose()?;
        read(syntax.parse(text, Limits::default())?, barriers.as_ref(), options, progress)
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// How many decimals of coordinates and lengths are kept.
    pub const fn decimals(&self) -> u8 {
        self.decimals
    }

    /// How many buildings there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// How many households live in all buildings.
    pub const fn total_households(&self) -> u64 {
        self.total
    }

    /// The building of a key.
    pub fn building(&self, key: &str) -> Option<BuildingId> {
        self.keys.get(key)
    }

    /// The keys of the buildings, in the order of the document.
    pub fn keys(&self) -> &[Key] {
        self.keys.keys()
    }

    /// How many households live in a building.
    pub fn households(&self, building: BuildingId) -> u64 {
        self.households.get(building.index()).copied().unwrap_or(0)
    }

    /// The compound of a building.
    pub fn compound(&self, building: BuildingId) -> Option<&Key> {
        self.compounds.of.get(building.index()).copied().flatten().and_then(|id| self.compounds.key(id))
    }

    /// The community of a building.
    pub fn community(&self, building: BuildingId) -> Option<&Key> {
        self.communities.of.get(building.index()).copied().flatten().and_then(|id| self.communities.key(id))
    }

    /// Where a building is drawn, in units of 10^-[`decimals`](Self::decimals).
    pub fn place(&self, building: BuildingId) -> Option<(i64, i64)> {
        self.places.get(building.index()).copied().flatten()
    }

    /// The buildings that touch a building, and whether a barrier lies between.
    pub fn neighbours(&self, building: BuildingId) -> impl Iterator<Item = (BuildingId, bool)> {
        let row: &[Neighbour] = match u32::try_from(building.index()) {
            Ok(at) if building.index() < self.len() => self.graph.of(at),
            _ => &[],
        };
        row.iter().filter_map(|n| Some((BuildingId::from_index(n.to as usize)?, n.barrier)))
    }

    /// The key of a position.
    pub(super) fn key(&self, building: u32) -> Key {
        self.keys.keys().get(building as usize).cloned().unwrap_or_else(Key::none)
    }

    /// What the territory holds.
    pub fn summary(&self) -> TerritorySummary {
        let mut sets = Sets::new(self.len());
        let (mut edges, mut barriers) = (0, 0);
        for edge in self.graph.edges() {
            edges += 1;
            barriers += u64::from(edge.barrier);
            if !edge.barrier {
                sets.join(edge.a, edge.b);
            }
        }
        let positions = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        TerritorySummary {
            buildings: self.len() as u64,
            households: self.total,
            edges,
            barriers,
            parts: positions.filter(|i| sets.find(*i) == *i).count() as u64,
            digest: self.digest(),
        }
    }

    /// The digest of all that decides, whatever the order of the document: the SHA-256 of one line for the decimals, one
    /// for each building by key and one for each edge by keys, their fields set apart by tabs.
    pub fn digest(&self) -> Digest {
        let name = |key: Option<&Key>| key.map_or("", Key::as_str).to_owned();
        let ids = (0..self.len()).filter_map(BuildingId::from_index);
        let mut buildings: Vec<String> = ids
            .zip(self.keys.keys())
            .map(|(id, key)| {
                let (compound, community) = (name(self.compound(id)), name(self.community(id)));
                format!("{key}\t{}\t{compound}\t{community}\n", self.households(id))
            })
            .collect();
        let edge = |e: Edge| {
            let (a, b) = (self.keys.keys().get(e.a as usize), self.keys.keys().get(e.b as usize));
            format!("{}\t{}\t{}\t{}\n", name(a.min(b)), name(a.max(b)), e.length, e.barrier)
        };
        let mut edges: Vec<String> = self.graph.edges().map(edge).collect();
        // No key holds a control character, so the lines can be read in one way only.
        buildings.sort_unstable();
        edges.sort_unstable();
        let lines = [format!("{}\n", self.decimals), buildings.concat(), edges.concat()];
        Digest::of_bytes(lines.concat().as_bytes())
    }
}

/// The powers of ten up to [`MOST_DECIMALS`], all of which a float holds exactly.
const POWERS: [f64; 11] = [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10];

/// A coordinate or a length in units of 10^-decimals, to the nearest.
pub(super) fn units(number: Coordinate, decimals: u8) -> Option<i64> {
    let scaled = match number {
        Coordinate::Int(n) => n.checked_mul(10_i64.checked_pow(decimals.into())?)?,
        Coordinate::Decimal(number) => {
            i64::try_from(number.round(decimals, Rounding::HalfEven).ok()?.mantissa()).ok()?
        }
        Coordinate::Float(x) => {
            // One product and one rounding, each exact to the last bit by IEEE 754: the same on every machine.
            let scaled = (x * POWERS.get(usize::from(decimals))?).round_ties_even();
            if !scaled.is_finite() || scaled.abs() > 1e13 {
                return None;
            }
            #[expect(clippy::cast_possible_truncation, reason = "whole and below 2^53")]
            let whole = scaled as i64;
            whole
        }
    };
    (-FARTHEST..=FARTHEST).contains(&scaled).then_some(scaled)
}

/// The decimals of a document, checked.
pub(super) fn decimals(given: Option<u8>) -> Result<u8, GridError> {
    match given.unwrap_or(DECIMALS) {
        got if got > MOST_DECIMALS => Err(GridError::BadScale { got, most: MOST_DECIMALS }),
        decimals => Ok(decimals),
    }
}

fn place(x: Option<Coordinate>, y: Option<Coordinate>, decimals: u8) -> Result<Option<Point>, GridError> {
    match (x, y) {
        (None, None) => Ok(None),
        (Some(x), Some(y)) => {
            let place = units(x, decimals).zip(units(y, decimals));
            place.map(Some).ok_or(GridError::OutOfRange)
        }
        _ => Err(GridError::HalfPlace),
    }
}

/// The edges of a document, each between two known buildings and once.
fn edges(territory: &Territory, drafts: &[EdgeDraft], faults: &mut Faults) -> Vec<Edge> {
    let find = |name: &Name| {
        let at = match name {
            Name::Number(at) => u32::try_from(*at).ok().filter(|at| (*at as usize) < territory.len()),
            Name::Text(key) => territory.building(key).and_then(|id| u32::try_from(id.index()).ok()),
        };
        at.ok_or_else(|| GridError::UnknownNode { name: name.to_string() })
    };
    let mut edges = Vec::with_capacity(drafts.len());
    for (i, draft) in drafts.iter().enumerate() {
        let [a, b] = &draft.ends;
        let ends = match (find(a), find(b)) {
            (Ok(a), Ok(b)) if a == b => {
                faults.push(format!("edges[{i}]"), GridError::Loop { key: territory.key(a).to_string() });
                continue;
            }
            (Ok(a), Ok(b)) => (a.min(b), a.max(b)),
            (a, b) => {
                for (end, found) in [a, b].into_iter().enumerate() {
                    if let Err(cause) = found {
                        faults.push(format!("edges[{i}][{end}]"), cause);
                    }
                }
                continue;
            }
        };
        let length = draft.length.map_or(Some(0), |length| units(length, territory.decimals));
        match length.map(u64::try_from) {
            Some(Ok(length)) => edges.push((Edge { a: ends.0, b: ends.1, length, barrier: draft.barrier }, i)),
            Some(Err(_)) => faults.push(format!("edges[{i}][2]"), GridError::NegativeLength),
            None => faults.push(format!("edges[{i}][2]"), GridError::OutOfRange),
        }
    }
    edges.sort_unstable_by_key(|(e, i)| (e.a, e.b, *i));
    for pair in edges.chunk_by(|(p, _), (q, _)| (p.a, p.b) == (q.a, q.b)) {
        for (edge, i) in pair.iter().skip(1) {
            let (a, b) = (territory.key(edge.a).to_string(), territory.key(edge.b).to_string());
            faults.push(format!("edges[{i}]"), GridError::EdgeTwice { a, b });
        }
    }
    edges.into_iter().map(|(edge, _)| edge).collect()
}

fn from_plain(draft: PlainDraft) -> Result<Territory> {
    let (mut faults, mut territory) = (Faults::new(), Territory::empty(Text::default(), DECIMALS));
    for (i, node) in draft.nodes.into_iter().enumerate() {
        let key = faults.take(&format!("nodes[{i}].id"), node.id.to_string().parse::<Key>());
        let region = node.region.map(|r| r.to_string().parse::<Key>()).transpose();
        let community = faults.take(&format!("nodes[{i}].region"), region).flatten();
        let place = place(node.x, node.y, DECIMALS).map_err(Error::from);
        let (Some(key), Some(place)) = (key, faults.take(&format!("nodes[{i}].x"), place)) else { continue };
        let building = Building { key, households: node.w, place, compound: None, community };
        faults.take(&format!("nodes[{i}]"), territory.add(building).map_err(Error::from));
    }
    // Positions are only good where every node was.
    faults.into_result()?;
    let mut faults = Faults::new();
    let edges = edges(&territory, &draft.edges, &mut faults);
    faults.into_result()?;
    territory.join(&edges);
    Ok(territory)
}

impl Document for Territory {
    const FORMAT: &'static str = "shequ.territory/1";
    const ROOT: &'static str = "territory";
    type Draft = TerritoryDraft;

    fn check(draft: TerritoryDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let decimals = faults.take("decimals", decimals(draft.decimals).map_err(Error::from)).unwrap_or(DECIMALS);
        let mut territory = Self::empty(draft.label, decimals);
        for (i, node) in draft.nodes.into_iter().enumerate() {
            let place = place(node.x, node.y, decimals).map_err(Error::from);
            let Some(place) = faults.take(&format!("nodes[{i}].x"), place) else { continue };
            let building = Building {
                key: node.key,
                households: node.households,
                place,
                compound: node.compound,
                community: node.community,
            };
            faults.take(&format!("nodes[{i}]"), territory.add(building).map_err(Error::from));
        }
        faults.into_result()?;
        let mut faults = Faults::new();
        let edges = edges(&territory, &draft.edges, &mut faults);
        faults.into_result()?;
        territory.join(&edges);
        Ok(territory)
    }

    fn read(value: Value) -> Result<Self> {
        read(value, None, &GeoOptions::default(), &mut Unwatched)
    }
}

/// Takes any of the three forms, told apart by `format`, `type` and `nodes`; what only GeoJSON has asks for GeoJSON.
fn read(
    value: Value,
    barriers: Option<&Value>,
    options: &GeoOptions,
    progress: &mut dyn Progress,
) -> Result<Territory> {
    let named = value.get("format").is_some();
    if (value.get("type").is_some() && !named) || barriers.is_some() || *options != GeoOptions::default() {
        return geojson::read(&value, barriers, options, progress);
    }
    if named {
        return read_formatted(value);
    }
    if value.get("nodes").is_some() {
        let draft = read_draft::<PlainDraft>(value).and_then(from_plain);
        return draft.map_err(|e| e.under(Territory::ROOT));
    }
    Err(match value {
        Value::Map(_) => Error::at(Territory::ROOT, GridError::NoTerritory),
        other => {
            let cause = DocumentError::WrongKind { got: other.kind().into(), expected: "an object".into() };
            Error::at(Territory::ROOT, cause)
        }
    })
}
