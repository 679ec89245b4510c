//! The serde face of the library: what both bindings exchange stands here once.

pub mod organisation;
mod table;

pub use table::{Column, Table, TableError};
