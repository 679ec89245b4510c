//! The serde face of the library: what both bindings exchange stands here once.

pub mod calendar;
pub mod checks;
pub mod evaluation;
pub mod grid;
pub mod log;
pub mod organisation;
pub mod pack;
pub mod participation;
mod table;

pub use table::{Column, Table, TableError};
