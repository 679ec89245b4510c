//! The serde face of the library: what both bindings exchange stands here once.

pub mod evaluation;
mod table;

pub use table::{Column, Table, TableError};
