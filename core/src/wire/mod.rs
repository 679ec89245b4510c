//! The serde face of the library: what both bindings exchange stands here once.

pub mod calendar;
pub mod checks;
mod csv;
pub mod evaluation;
mod formatted;
pub mod grid;
pub mod log;
pub mod organisation;
pub mod pack;
pub mod participation;
mod rows;
#[cfg(feature = "schema")]
mod schema;
pub(crate) mod short;
mod table;

pub use formatted::Formatted;
pub use table::{Column, Table, TableError};
