//! A plan: which buildings make which grid.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::kernel::{Document, Faults, Key, Result, Text};
use crate::wire::grid::{Bounds, GridDraft, PlanDraft, Together, Within};

use super::error::GridError;

/// A division of a territory into grids, as it was given: it may leave buildings out or give one twice, which
/// [`Territory::check`](super::Territory::check) reports.
///
/// ```
/// use shequ::grid::Plan;
/// use shequ::kernel::Document;
/// let error = Plan::parse(r#"{"format": "shequ.plan/1", "bounds": {"least": 500, "most": 300},
///     "grids": [{"key": "g1", "buildings": []}, {"key": "g1", "buildings": []}]}"#).unwrap_err();
/// let faults: Vec<_> = error.faults().map(|f| (f.path(), f.code())).collect();
/// assert_eq!(faults, [("plan.bounds", "bounds-reversed"), ("plan.grids[1].key", "grid-twice")]);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    label: Text,
    bounds: Option<Bounds>,
    keep_together: Option<Together>,
    within: Option<Within>,
    grids: Vec<Grid>,
}

/// A grid (网格) of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grid {
    key: Key,
    label: Text,
    buildings: Vec<Key>,
}

impl Grid {
    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// The keys of its buildings, in the order of the document.
    pub fn buildings(&self) -> &[Key] {
        &self.buildings
    }
}

impl Plan {
    /// Its name.
    pub const fn label(&self) -> &Text {
        &self.label
    }

    /// The least and the most households of a grid, if there are bounds.
    pub const fn bounds(&self) -> Option<Bounds> {
        self.bounds
    }

    /// What must not be split between grids.
    pub const fn keep_together(&self) -> Option<Together> {
        self.keep_together
    }

    /// What each grid must lie within.
    pub const fn within(&self) -> Option<Within> {
        self.within
    }

    /// The grids in the order of the document.
    pub fn grids(&self) -> &[Grid] {
        &self.grids
    }
}

impl Document for Plan {
    const FORMAT: &'static str = "shequ.plan/1";
    const ROOT: &'static str = "plan";
    type Draft = PlanDraft;

    fn check(draft: PlanDraft) -> Result<Self> {
        let mut faults = Faults::new();
        if let Some(Bounds { least, most }) = draft.bounds.filter(|b| b.least > b.most) {
            faults.push("bounds", GridError::BoundsReversed { least, most });
        }
        let mut seen = std::collections::BTreeSet::new();
        for (i, grid) in draft.grids.iter().enumerate() {
            if !seen.insert(&grid.key) {
                faults.push(format!("grids[{i}].key"), GridError::GridTwice { key: grid.key.to_string() });
            }
        }
        faults.into_result()?;
        let grid = |g: GridDraft| Grid { key: g.key, label: g.label, buildings: g.buildings };
        Ok(Self {
            label: draft.label,
            bounds: draft.bounds,
            keep_together: draft.keep_together,
            within: draft.within,
            grids: draft.grids.into_iter().map(grid).collect(),
        })
    }
}

impl Serialize for Plan {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let grid = |g: &Grid| GridDraft { key: g.key.clone(), label: g.label.clone(), buildings: g.buildings.clone() };
        let mut out = serializer.serialize_struct("Plan", 6)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("label", &self.label)?;
        out.serialize_field("bounds", &self.bounds)?;
        out.serialize_field("keep_together", &self.keep_together)?;
        out.serialize_field("within", &self.within)?;
        out.serialize_field("grids", &self.grids.iter().map(grid).collect::<Vec<_>>())?;
        out.end()
    }
}
