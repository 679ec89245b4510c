//! What would change a score: changed values, the way to a grade or a rank, gaps, and what moved since last time.

mod arguments;
mod change;
mod cheapest;
mod error;
mod explain;
mod gap;
mod levers;
mod movement;
mod place;
mod probe;
mod smallest;

pub use arguments::{Changes, Costs};
pub use error::WhatIfError;
pub use gap::Mark;
pub(in crate::evaluation) use gap::PartOf;
pub(in crate::evaluation) use place::names;
pub use probe::Goal;
