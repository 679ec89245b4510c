//! The serde face of the library: what both bindings exchange stands here once.

pub mod calendar;
pub mod grid;
pub mod log;
mod table;

pub use table::{Column, Table, TableError};
