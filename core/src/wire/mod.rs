//! The serde face of the library: what both bindings exchange stands here once.

pub mod calendar;
pub mod certainty;
pub mod checks;
mod csv;
pub mod evaluation;
mod formatted;
pub mod grid;
pub mod index;
mod keys;
pub mod log;
pub mod methods;
pub mod organisation;
pub mod pack;
pub mod participation;
pub mod participation_bodies;
pub mod participation_change;
pub mod participation_election;
pub mod participation_eligibility;
pub mod participation_meeting;
pub mod participation_selection;
pub mod participation_timeline;
pub mod participation_voices;
mod rows;
#[cfg(feature = "schema")]
mod schema;
pub(crate) mod short;
mod table;
mod texts;

pub use self::csv::TextTable;
pub use formatted::Formatted;
pub use keys::Keys;
pub use table::{Column, Table, TableError};
pub use texts::{Joined, TextColumns, Texts};
