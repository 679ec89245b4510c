//! The rules of an election, its run, its result and the record of it, as documents.

mod result;
mod rules;
mod run;

pub use result::*;
pub use rules::*;
pub use run::*;
