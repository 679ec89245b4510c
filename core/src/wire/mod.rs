//! The serde face of the library: what both bindings exchange stands here once.

mod pack;
mod participation;
mod table;

pub use pack::*;
pub use participation::*;
pub use table::{Column, Table, TableError};
