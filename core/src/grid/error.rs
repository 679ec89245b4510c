//! What can be wrong with a territory or a plan as documents.

use crate::kernel::error::faults;

faults! {
    /// Faults of territories and plans.
    pub enum GridError: Grid {
        /// A plan that names a building that the territory does not have.
        UnknownBuilding { key: String } => "unknown-building", "the territory has no building `{key}`", "take it out of the grid, or add it to the territory";
        /// Two buildings with one key.
        BuildingTwice { key: String } => "building-twice", "the building `{key}` stands twice", "give each building its own key";
        /// More buildings than ids.
        TooManyBuildings => "too-many-buildings", "the territory has more buildings than can be numbered", "split it";
        /// Households beyond what can be counted.
        TooManyHouseholds => "too-many-households", "the households add up beyond 2^53", "check the unit of the number";
        /// An edge that names no node.
        UnknownNode { name: String } => "edge-unknown-node", "the edge names `{name}`, which is no node", "write the key of a node, or its position from 0";
        /// An edge from a building to itself.
        Loop { key: String } => "edge-loop", "the edge joins `{key}` to itself", "leave it out";
        /// Two edges between the same buildings.
        EdgeTwice { a: String, b: String } => "edge-twice", "the edge between `{a}` and `{b}` stands twice", "keep one";
        /// A number that is no coordinate or length.
        OutOfRange => "coordinate-out-of-range", "the number is not finite, or too large for the decimals that are kept", "check the unit, or keep fewer decimals";
        /// A length below zero.
        NegativeLength => "length-negative", "the length is below zero", "";
        /// One coordinate without the other.
        HalfPlace => "coordinate-alone", "one of `x` and `y` is missing", "give both or none";
        /// More decimals, or a coarser snap, than the arithmetic holds.
        BadScale { got: u8, most: u8 } => "scale-out-of-range", "got {got}, the most is {most}", "";
        /// A GeoJSON object of another type than is read here.
        GeoType { got: String, expected: String } => "geojson-type", "the type is {got}, expected {expected}", "pass a FeatureCollection of polygons (buildings) and lines (barriers)";
        /// A feature whose key cannot be found.
        NoKey { tried: String } => "geojson-no-key", "the feature has no key, tried {tried}", "name the property with the key";
        /// A ring that does not end where it began.
        RingOpen => "ring-open", "the ring does not end where it begins", "repeat the first position at the end";
        /// A ring of fewer than four positions.
        RingShort { got: usize } => "ring-too-short", "the ring has {got} positions, expected at least 4", "";
        /// A polygon that has no area at the scale that is kept.
        NoArea => "polygon-without-area", "the polygon has no area", "check its coordinates, or keep more decimals";
        /// More polygons on one stretch of boundary than can touch there.
        Stacked { key: String, count: usize } => "polygons-stacked", "{count} polygons share one stretch of boundary, `{key}` among them", "keep one polygon for each place";
        /// Two grids with one key.
        GridTwice { key: String } => "grid-twice", "the grid `{key}` stands twice", "give each grid its own key";
        /// Bounds that nothing can meet.
        BoundsReversed { least: u64, most: u64 } => "bounds-reversed", "the least is {least}, above the most, {most}", "swap them";
        /// A file that is none of the forms of a territory.
        NoTerritory => "not-a-territory", "this is no territory", "pass a GeoJSON FeatureCollection, a `shequ.territory/1` document, or an object with `nodes` and `edges`";
    }
}
