//! The names of all units, one after the other in one text.

use std::collections::BTreeMap;

use super::NameId;
use crate::kernel::{Id as _, Lang, Text};

/// Names in the order of their ids. A unit's names have ids of their own, so that equal ids of one unit are equal names.
#[derive(Debug, Clone)]
pub(in crate::organisation) struct Names {
    pub(super) words: String,
    /// Where each name begins, and where the last ends.
    pub(super) starts: Vec<u32>,
    /// English names, where they were given.
    pub(super) english: BTreeMap<NameId, String>,
}

impl Default for Names {
    fn default() -> Self {
        Self { words: String::new(), starts: vec![0], english: BTreeMap::new() }
    }
}

impl Names {
    /// Adds a name.
    pub(super) fn add(&mut self, words: &str) -> Option<NameId> {
        let id = NameId::from_index(self.starts.len() - 1)?;
        self.words.push_str(words);
        // Four billion bytes of names are more than any table that was read.
        self.starts.push(u32::try_from(self.words.len()).ok()?);
        Some(id)
    }

    /// Adds a name in both languages.
    pub(super) fn add_text(&mut self, name: &Text) -> Option<NameId> {
        let id = self.add(name.get(Lang::Zh))?;
        if name.get(Lang::En) != name.get(Lang::Zh) {
            self.english.insert(id, name.get(Lang::En).to_owned());
        }
        Some(id)
    }

    /// The words of a name in Chinese, or whatever language it was given in.
    #[inline]
    pub(super) fn words(&self, id: NameId) -> &str {
        let at = |i: usize| self.starts.get(i).map_or(0, |start| *start as usize);
        self.words.get(at(id.index())..at(id.index() + 1)).unwrap_or_default()
    }

    /// A name.
    pub(super) fn text(&self, id: NameId) -> Text {
        match self.english.get(&id) {
            Some(english) => Text::new(self.words(id), english),
            None => self.words(id).into(),
        }
    }
}
