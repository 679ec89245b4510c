//! The serde face of the library: what both bindings exchange stands here once.

mod table;

pub use table::{Column, Table, TableError};
