//! Typed ids: dense integers inside, stable keys at the surface.

use std::borrow::Borrow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;
use std::sync::Arc;

use compact_str::CompactString;
use serde::{Serialize, Serializer};

use super::day::deserialize_text;
use super::error::faults;
use super::places::{FREE, Places, hash, hashing};
use super::{Error, Result};

faults! {
    /// Faults of keys.
    pub enum KeyError: Value {
        /// A text that cannot be a key.
        NotAKey { got: String } => "not-a-key", "`{got}` is not a key", "use 1 to 120 letters, digits or signs, without spaces at the ends and without line breaks";
    }
}

/// The key of a thing in a document: what people write to name it, unique among its like.
///
/// One to 120 characters, no control characters, no space at either end.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(CompactString);

impl Key {
    /// The key as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A key that stands for none, for what has no name.
    pub(crate) const fn none() -> Self {
        Self(CompactString::const_new("-"))
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        // Codes are plain letters and digits: they need no look at each character's class.
        let plain = text.len() <= 120 && text.bytes().all(|b| b.is_ascii_graphic());
        let fits = || text.trim() == text && text.chars().count() <= 120 && !text.chars().any(char::is_control);
        if !text.is_empty() && (plain || fits()) {
            Ok(Self(text.into()))
        } else {
            Err(KeyError::NotAKey { got: text.chars().take(40).collect() }.into())
        }
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

deserialize_text!(Key, "a key such as `community-01`");

/// A dense id of one kind of thing. Ids of different kinds do not mix.
pub trait Id: Copy + Ord + fmt::Debug {
    /// The id of a position; `None` beyond four billion.
    fn from_index(index: usize) -> Option<Self>;
    /// Its position.
    fn index(self) -> usize;
}

/// Declares a typed id: a newtype over `u32`, made only by the table that holds the things.
#[allow(unused_macros, reason = "each module that holds things uses it")]
macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $crate::kernel::Id for $name {
            fn from_index(index: usize) -> Option<Self> {
                u32::try_from(index).ok().map(Self)
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
#[allow(unused_imports, reason = "as above")]
pub(crate) use id;

/// From keys to dense ids, in the order of insertion. A clone shares the keys until one of the two is changed.
#[derive(Debug, Clone)]
pub struct KeyTable<I> {
    held: Arc<Held>,
    of: PhantomData<I>,
}

#[derive(Debug, Clone, Default)]
struct Held {
    keys: Vec<Key>,
    places: Places,
}

impl<I> Default for KeyTable<I> {
    fn default() -> Self {
        Self { held: Arc::default(), of: PhantomData }
    }
}

impl Held {
    fn find(&self, key: &str, hash: u32) -> Option<usize> {
        self.places.find(&self.keys, key, hash)
    }

    fn add(&mut self, key: Key, hash: u32) -> Option<usize> {
        let place = u32::try_from(self.keys.len()).ok()?;
        self.keys.push(key);
        let keys = self.keys.len();
        if Places::slots(keys) > self.places.0.len() {
            self.places = Places::of(&self.keys, keys);
        } else {
            self.places.put(hash, place);
        }
        Some(place as usize)
    }

    /// The place of a text, made a key if it was not there.
    fn enter(&mut self, text: &str, make: impl FnOnce() -> Result<Key>) -> Result<Option<usize>> {
        let hash = hash(text);
        match self.find(text, hash) {
            Some(place) => Ok(Some(place)),
            None => Ok(self.add(make()?, hash)),
        }
    }
}

/// How many keys are looked up side by side.
const AT_ONCE: usize = 256;

impl<I: Id> KeyTable<I> {
    /// The id of a new key; `None` if it is there already or the table is full.
    pub fn insert(&mut self, key: Key) -> Option<I> {
        let hash = hash(key.as_str());
        if self.held.find(key.as_str(), hash).is_some() {
            return None;
        }
        Arc::make_mut(&mut self.held).add(key, hash).and_then(I::from_index)
    }

    /// The id of a key, made if it was not there; `None` if the table is full.
    pub(crate) fn enter(&mut self, text: &str, make: impl FnOnce() -> Result<Key>) -> Result<Option<I>> {
        Ok(Arc::make_mut(&mut self.held).enter(text, make)?.and_then(I::from_index))
    }

    /// Where the keys stand by their hashes, for [`read`](Self::read), with a number that tells how they were hashed.
    pub(crate) fn slots(&self) -> (u32, &[u32]) {
        (hashing(), &self.held.places.0)
    }

    /// A table of keys in their order, each once; they are hashed again if they were not hashed in the same way.
    ///
    /// # Errors
    /// `not-a-key`. Keys that are `plain`, short and of ASCII signs alone, are not looked at one by one.
    pub(crate) fn read<'k>(
        texts: impl Iterator<Item = &'k str>,
        count: usize,
        plain: bool,
        slots: (u32, Vec<u32>),
    ) -> Result<Self> {
        let mut keys = Vec::with_capacity(count);
        if plain {
            texts.for_each(|text| keys.push(Key(CompactString::new(text))));
        } else {
            texts.map(str::parse).try_for_each(|key| key.map(|key| keys.push(key)))?;
        }
        let mut places = Places(slots.1);
        if slots.0 != hashing() || !places.fits(keys.len()) {
            places = Places::of(&keys, keys.len());
        }
        Ok(Self { held: Arc::new(Held { keys, places }), of: PhantomData })
    }

    /// Whether texts are keys without a look at each: these lengths in all, and these signs.
    pub(crate) fn plain(lengths: (u32, u32), text: &str) -> bool {
        let (least, most) = lengths;
        least > 0 && most <= 120 && text.bytes().fold(true, |plain, byte| plain & byte.is_ascii_graphic())
    }

    /// The same keys as ids of other things.
    pub(crate) fn shared<J: Id>(&self) -> KeyTable<J> {
        KeyTable { held: Arc::clone(&self.held), of: PhantomData }
    }

    /// The id of a key.
    pub fn get(&self, key: &str) -> Option<I> {
        self.held.find(key, hash(key)).and_then(I::from_index)
    }

    /// The ids of keys, none for a key that is not there.
    ///
    /// As many calls of [`get`](Self::get) would give, but twice as fast on a large table: each pass waits for memory once for many
    /// keys, not once for each.
    pub(crate) fn get_all<'k>(&self, keys: impl Iterator<Item = &'k str>) -> Vec<Option<I>> {
        let mut keys = keys.peekable();
        let mut out = Vec::with_capacity(keys.size_hint().0);
        let mut met: Vec<(&str, u32, u32)> = Vec::with_capacity(AT_ONCE);
        while keys.peek().is_some() {
            met.clear();
            met.extend(keys.by_ref().take(AT_ONCE).map(|key| (key, hash(key), FREE)));
            for (_, hash, place) in &mut met {
                *place = self.held.places.likely(*hash);
            }
            out.extend(met.iter().map(|(key, hash, place)| {
                let first = self.held.keys.get(*place as usize)?;
                // Two keys of like hashes are rare, and then the whole search tells.
                let place = if first.as_str() == *key { *place as usize } else { self.held.find(key, *hash)? };
                I::from_index(place)
            }));
        }
        out
    }

    /// The key of an id.
    pub fn key(&self, id: I) -> Option<&Key> {
        self.held.keys.get(id.index())
    }

    /// The keys in the order of their ids.
    pub fn keys(&self) -> &[Key] {
        &self.held.keys
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.held.keys.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.held.keys.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    id! {
        /// For the test below.
        ShelfId
    }

    #[test]
    fn keys_become_dense_ids_once() {
        let mut table = KeyTable::<ShelfId>::default();
        let first = table.insert("社区 01".parse().unwrap()).unwrap();
        assert_eq!(first.index(), 0);
        assert_eq!(table.insert("社区 01".parse().unwrap()), None);
        assert_eq!(table.get("社区 01"), Some(first));
        assert_eq!(table.key(first).map(Key::as_str), Some("社区 01"));
        for text in ["", " a", "a\nb", &"x".repeat(121)] {
            assert_eq!(text.parse::<Key>().unwrap_err().first().code(), "not-a-key");
        }
    }

    #[test]
    fn any_number_of_keys_is_found_and_a_table_read_as_it_was() {
        let mut table = KeyTable::<ShelfId>::default();
        for n in 0..5_000 {
            assert_eq!(table.get(&format!("k{n}")), None);
            assert_eq!(table.insert(format!("k{n}").parse().unwrap()).unwrap().index(), n);
        }
        let (hashing, slots) = table.slots();
        assert!(table.held.places.fits(5_000) && !table.held.places.fits(4_999));
        let keys = || table.keys().iter().map(Key::as_str);
        // Of the slots the first are good; the next cannot be those of these keys, and the last are of keys hashed otherwise.
        let (good, none, taken) = (slots.to_vec(), Vec::new(), vec![0; slots.len()]);
        for (hashing, slots) in [(hashing, good.clone()), (hashing, none), (hashing, taken), (hashing ^ 1, good)] {
            let read = KeyTable::<ShelfId>::read(keys(), 5_000, true, (hashing, slots)).unwrap();
            assert!(keys().zip(0..).all(|(key, n)| read.get(key).map(ShelfId::index) == Some(n)));
            assert_eq!(read.get("k5000"), None);
            assert_eq!(read.slots(), table.slots());
        }
    }
}
