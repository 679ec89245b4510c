//! Territory and its division into service grids (网格): which buildings touch, and whether a plan holds.
//!
//! A [`Territory`] is read from GeoJSON polygons, from a graph document, or from the plain graph files of planners. A
//! [`Plan`] gives each grid its buildings. [`Territory::check`] answers whether each building is in exactly one grid,
//! each grid is contiguous without crossing a barrier and within its bounds, and no compound is split; each fault
//! names its buildings.
//!
//! ```
//! use shequ::grid::{Plan, Territory};
//! use shequ::kernel::{Document, Unwatched};
//! let territory = Territory::parse(r#"{"format": "shequ.territory/1",
//!     "nodes": [{"key": "a", "households": 120}, {"key": "b", "households": 150}, {"key": "c", "households": 90}],
//!     "edges": [["a", "b", 40], ["b", "c", 25, true]]}"#)?;
//! let plan = Plan::parse(r#"{"format": "shequ.plan/1", "bounds": {"least": 200, "most": 300},
//!     "grids": [{"key": "g1", "buildings": ["a"]}, {"key": "g2", "buildings": ["b", "c"]}]}"#)?;
//! let check = territory.check(&plan, &mut Unwatched)?;
//! assert!(!check.ok); // g1 has too few households, g2 lies across a barrier
//! let kinds: Vec<_> = check.faults.iter().map(|fault| fault.message.get(shequ::kernel::Lang::En)).collect();
//! assert_eq!(kinds, ["grid `g2` holds together only across a barrier: `b` - `c`", "grid `g1` has 120 households, the least is 200"]);
//! # Ok::<(), shequ::kernel::Error>(())
//! ```

mod check;
mod contiguity;
mod error;
mod geojson;
mod graph;
mod plan;
mod territory;

pub use crate::wire::grid::{
    Bounds, Cut, FaultKind, GeoOptions, GridCheck, PlanCheck, PlanFault, TerritorySummary, Together, Within,
};
pub use error::GridError;
pub use plan::{Grid, Plan};
pub use territory::{BuildingId, Territory};
