//! Territory and its division into service grids.
