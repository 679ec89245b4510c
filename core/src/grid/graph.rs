//! Which buildings touch: a graph in compressed rows, built once and then read only.
#![expect(clippy::indexing_slicing, reason = "positions come from the rows built here, or were checked by the caller")]

/// A building next to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbour {
    /// Its position.
    pub(super) to: u32,
    /// Whether a barrier lies between them.
    pub(super) barrier: bool,
    /// The length of the common boundary, in units.
    pub(super) length: u64,
}

/// An edge between two positions, the lower first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Edge {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) length: u64,
    pub(super) barrier: bool,
}

/// The rows of neighbours, each in rising order.
#[derive(Debug, Clone, Default)]
pub(super) struct Graph {
    starts: Vec<usize>,
    neighbours: Vec<Neighbour>,
}

impl Graph {
    /// From edges whose ends are below `nodes`.
    pub(super) fn new(nodes: usize, edges: &[Edge]) -> Self {
        let mut starts = vec![0; nodes + 1];
        for edge in edges {
            starts[edge.a as usize + 1] += 1;
            starts[edge.b as usize + 1] += 1;
        }
        for i in 0..nodes {
            starts[i + 1] += starts[i];
        }
        let mut fill = starts.clone();
        let mut neighbours = vec![Neighbour { to: 0, barrier: false, length: 0 }; edges.len() * 2];
        for edge in edges {
            for (from, to) in [(edge.a, edge.b), (edge.b, edge.a)] {
                neighbours[fill[from as usize]] = Neighbour { to, barrier: edge.barrier, length: edge.length };
                fill[from as usize] += 1;
            }
        }
        for i in 0..nodes {
            neighbours[starts[i]..starts[i + 1]].sort_unstable_by_key(|n| n.to);
        }
        Self { starts, neighbours }
    }

    pub(super) fn of(&self, node: u32) -> &[Neighbour] {
        &self.neighbours[self.starts[node as usize]..self.starts[node as usize + 1]]
    }

    /// Each edge once, the lower end first.
    pub(super) fn edges(&self) -> impl Iterator<Item = Edge> {
        let nodes = u32::try_from(self.starts.len().saturating_sub(1)).unwrap_or(u32::MAX);
        (0..nodes).flat_map(|a| {
            let later = self.of(a).iter().filter(move |n| n.to > a);
            later.map(move |n| Edge { a, b: n.to, length: n.length, barrier: n.barrier })
        })
    }
}

/// Sets that are joined two by two; the least member stands for each.
#[derive(Debug, Clone, Default)]
pub(super) struct Sets(Vec<u32>);

impl Sets {
    pub(super) fn new(len: usize) -> Self {
        Self((0..u32::try_from(len).unwrap_or(u32::MAX)).collect())
    }

    pub(super) fn find(&mut self, mut i: u32) -> u32 {
        while self.0[i as usize] != i {
            let above = self.0[self.0[i as usize] as usize];
            self.0[i as usize] = above;
            i = above;
        }
        i
    }

    pub(super) fn join(&mut self, a: u32, b: u32) {
        let (a, b) = (self.find(a), self.find(b));
        self.0[a.max(b) as usize] = a.min(b);
    }
}
