//! A meeting, its result and the record of it, as documents.

mod result;
mod run;

pub use result::*;
pub use run::*;
