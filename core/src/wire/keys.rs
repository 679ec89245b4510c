//! Columns of keys: each cell is a place in a list of keys that many columns share.

use super::Texts;
use crate::kernel::id::id;
use crate::kernel::{Id as _, Key, KeyTable};

id! {
    /// A place in the list of keys.
    PlaceId
}

/// A missing cell.
const NONE: u32 = u32::MAX;

/// Cells of keys, four bytes each; the keys themselves are shared and never copied.
#[derive(Debug, Clone)]
pub struct Keys {
    cells: Vec<u32>,
    list: KeyTable<PlaceId>,
}

impl Keys {
    /// Cells of ids of a table of keys.
    pub(crate) fn new<I: crate::kernel::Id>(list: &KeyTable<I>, cells: impl IntoIterator<Item = Option<I>>) -> Self {
        let place = |id: I| u32::try_from(id.index()).unwrap_or(NONE);
        Self { cells: cells.into_iter().map(|id| id.map_or(NONE, place)).collect(), list: list.shared() }
    }

    /// The place of each cell in the [`list`](Self::list), beyond its end where the cell is missing.
    pub fn cells(&self) -> &[u32] {
        &self.cells
    }

    /// The keys that cells are places of.
    pub fn list(&self) -> &[Key] {
        self.list.keys()
    }
}

impl PartialEq for Keys {
    fn eq(&self, other: &Self) -> bool {
        self.len() == other.len() && (0..self.len()).all(|row| self.text(row) == other.text(row))
    }
}

impl Texts for Keys {
    fn len(&self) -> usize {
        self.cells.len()
    }

    #[inline]
    fn text(&self, row: usize) -> Option<&str> {
        self.list.key(PlaceId::from_index(*self.cells.get(row)? as usize)?).map(Key::as_str)
    }
}
