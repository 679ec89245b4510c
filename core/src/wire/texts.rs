//! Columns of texts, wherever they are held, and the compact one that comma-separated text is read into.

use super::table::Column;
use super::{Table, TableError};
use crate::kernel::{Error, Result};

/// Cells of texts, wherever they are held; an empty text is no text.
pub trait Texts: Sync {
    /// How many cells there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A cell; none where it is missing.
    fn text(&self, row: usize) -> Option<&str>;
}

impl Texts for Vec<Option<String>> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn text(&self, row: usize) -> Option<&str> {
        self.get(row)?.as_deref()
    }
}

impl Texts for Vec<&str> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn text(&self, row: usize) -> Option<&str> {
        self.get(row).copied()
    }
}

/// Columns of texts with their names, wherever they are held.
pub trait TextColumns {
    /// The names, in order.
    fn names(&self) -> Vec<&str>;

    /// The column of a name, if it is there.
    ///
    /// # Errors
    /// `wrong-column` if it holds no texts.
    fn column(&self, name: &str) -> Result<Option<&dyn Texts>>;
}

impl TextColumns for Table {
    fn names(&self) -> Vec<&str> {
        self.columns().iter().map(|(name, _)| name.as_str()).collect()
    }

    fn column(&self, name: &str) -> Result<Option<&dyn Texts>> {
        match self.get(name) {
            None => Ok(None),
            Some(Column::Text(cells)) => Ok(Some(cells)),
            Some(Column::Keys(cells)) => Ok(Some(cells)),
            Some(other) => Err(not_texts(name, other.kind())),
        }
    }
}

fn not_texts(name: &str, got: &str) -> Error {
    let cause = TableError::WrongColumn { name: name.into(), got: got.into(), expected: "texts".into() };
    Error::at(name, cause)
}

/// Cells of texts one after the other in one text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joined {
    words: String,
    /// Where each cell ends.
    ends: Vec<u32>,
}

impl Joined {
    /// Cells of their joined words and the ends of each; none if an end parts a character or the words.
    pub(super) fn new(words: String, ends: Vec<u32>) -> Option<Self> {
        let whole = ends.last().is_none_or(|end| *end as usize == words.len());
        let fits = whole && ends.is_sorted() && ends.iter().all(|end| words.is_char_boundary(*end as usize));
        fits.then_some(Self { words, ends })
    }

    /// The cells of a column one after the other; none where they are longer than can be held.
    pub(crate) fn gather(column: &dyn Texts) -> Option<Self> {
        let mut words = String::new();
        let mut ends = Vec::with_capacity(column.len());
        for row in 0..column.len() {
            words.push_str(column.text(row).unwrap_or_default());
            ends.push(u32::try_from(words.len()).ok()?);
        }
        Some(Self { words, ends })
    }
}

impl Texts for Joined {
    fn len(&self) -> usize {
        self.ends.len()
    }

    #[inline]
    fn text(&self, row: usize) -> Option<&str> {
        let start = row.checked_sub(1).map_or(Some(0), |before| self.ends.get(before).map(|end| *end as usize))?;
        self.words.get(start..*self.ends.get(row)? as usize).filter(|text| !text.is_empty())
    }
}
