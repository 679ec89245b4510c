//! What a territory and the check of a plan answer.

use shequ::grid::{Bounds, Cut, FaultKind, GridCheck, PlanCheck, PlanFault, TerritorySummary};
use shequ::kernel::{Decimal, Digest, Key, Text};
use shequ::wire::grid::{Together, Within};

use crate::convert::record::{Field, closed, record};
use crate::explain::PyExplanation;

closed!(FaultKind, Together, Within);

impl Field for [Key; 2] {
    type Out = (String, String);
    fn out(&self) -> (String, String) {
        let [a, b] = self;
        (a.to_string(), b.to_string())
    }
}

impl Field for Bounds {
    type Out = (u64, u64);
    fn out(&self) -> (u64, u64) {
        (self.least, self.most)
    }
}

record! {
    /// What a territory holds.
    PyTerritorySummary("TerritorySummary", TerritorySummary) {
        /// How many buildings.
        buildings: u64,
        /// How many households.
        households: u64,
        /// How many pairs of buildings touch.
        edges: u64,
        /// How many of these pairs a barrier separates.
        barriers: u64,
        /// How many parts there are that do not touch, barriers counted.
        parts: u64,
        /// The digest of all that decides, whatever the order of the document.
        digest: Digest,
    }
}

record! {
    /// What the check of a plan answers.
    PyPlanCheck("PlanCheck", PlanCheck) {
        /// Whether nothing was found.
        ok: bool,
        /// How many buildings the territory has.
        buildings: u64,
        /// How many households live in them.
        households: u64,
        /// The least and the most households of a grid, if there are bounds.
        bounds: Option<Bounds>,
        /// Each grid with its totals, in the order of the plan.
        grids: Vec<GridCheck>,
        /// What is wrong, by kind and then in the order of the plan.
        faults: Vec<PlanFault>,
        /// What the grids' borders cut.
        cut: Cut,
    }
    with {
        /// The faults of one kind, such as ``not-contiguous``.
        #[pyo3(signature = (kind, /))]
        fn of(&self, kind: &str) -> Vec<PyPlanFault> {
            let ours = self.0.faults.iter().filter(|fault| fault.kind.out().0 == kind);
            ours.cloned().map(PyPlanFault).collect()
        }

        /// Why the plan holds or not: one part for each rule, and below it each fault.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }

        fn __bool__(&self) -> bool {
            self.0.ok
        }
    }
}

record! {
    /// The totals of a grid.
    PyGridCheck("GridCheck", GridCheck) {
        /// Its key.
        key: Key,
        /// Its name.
        label: Text,
        /// How many buildings.
        buildings: u64,
        /// How many households.
        households: u64,
        /// In how many parts it lies, barriers counted; 1 is contiguous.
        parts: u64,
        /// How many faults name it.
        faults: u64,
    }
}

record! {
    /// A fault of a plan, with the buildings concerned.
    PyPlanFault("PlanFault", PlanFault) {
        /// What kind: ``unassigned``, ``doubled``, ``empty``, ``not-contiguous``, ``barrier-crossed``, ``too-few``,
        /// ``too-many``, ``compound-split`` or ``communities-mixed``.
        kind: FaultKind,
        /// The grids it concerns.
        grids: Vec<Key>,
        /// The buildings it concerns; of a grid beyond its bounds, all its buildings.
        buildings: Vec<Key>,
        /// The parts of a grid that does not hold together, each with its buildings.
        parts: Vec<Vec<Key>>,
        /// The pairs of buildings with a barrier between them that keep a grid together.
        pairs: Vec<[Key; 2]>,
        /// The households of a grid beyond its bounds.
        households: Option<u64>,
        /// The bound that it misses.
        bound: Option<u64>,
        /// The compound that is split, or the communities that are mixed.
        groups: Vec<Key>,
        /// The same in words.
        message: Text,
    }
}

record! {
    /// The pairs of touching buildings that lie in two grids.
    PyCut("Cut", Cut) {
        /// How many, those at a barrier left out.
        edges: u64,
        /// How long their common boundaries are, in the unit of the territory's coordinates.
        length: Decimal,
        /// How many lie at a barrier, where a border should lie.
        at_barriers: u64,
    }
}
