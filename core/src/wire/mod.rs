//! The serde face of the library: what both bindings exchange stands here once.

pub mod calendar;
pub mod evaluation;
pub mod grid;
pub mod log;
pub mod organisation;
pub mod pack;
pub mod participation;
pub(crate) mod short;
mod table;
mod written;

pub use table::{Column, Table, TableError};
pub use written::Written;
