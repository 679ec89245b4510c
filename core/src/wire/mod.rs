//! The serde face of the library: what both bindings exchange stands here once.

mod pack;
mod table;

pub use pack::*;
pub use table::{Column, Table, TableError};
