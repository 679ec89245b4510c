//! Where keys stand by their hashes.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;

use super::Key;

/// The same hash in every run.
pub(crate) fn hash(text: &str) -> u32 {
    let hash = FixedState::with_seed(0).hash_one(text);
    // The halves are mixed alike: one of them will do.
    u32::try_from(hash >> 32).unwrap_or(0)
}

/// The half of a hash as a table wants it: its places from the low bits, its tags from the high ones.
pub(crate) fn spread(hash: u32) -> u64 {
    u64::from(hash) << 32 | u64::from(hash)
}

/// Among so many slots one is free: hashes of a million keys leave none beyond a thousand together.
const FAR: usize = 1 << 14;
/// A slot that is free.
pub(super) const FREE: u32 = u32::MAX;

/// Places of keys by their hashes: a ring of slots, a power of two, in which a key stands at the slot of its hash or at
/// the next that was free. Nothing is ever read out in its order.
///
/// Four bytes a slot: the low bits, as many as say which slot, hold the place, the others those of the hash.
#[derive(Debug, Clone, Default)]
pub(super) struct Places(pub(super) Vec<u32>);

impl Places {
    /// Room for so many keys, with a sixth of the slots free or more.
    pub(super) fn slots(keys: usize) -> usize {
        if keys == 0 {
            return 0;
        }
        (keys.saturating_add(keys / 5) + 1).next_power_of_two().max(8)
    }

    pub(super) fn of(keys: &[Key], room: usize) -> Self {
        let mut out = Self(vec![FREE; Self::slots(room)]);
        for (key, place) in keys.iter().zip(0..) {
            out.put(hash(key.as_str()), place);
        }
        out
    }

    fn mask(&self) -> usize {
        self.0.len().saturating_sub(1)
    }

    /// The place of a text among some keys.
    #[inline]
    pub(super) fn find(&self, keys: &[Key], text: &str, hash: u32) -> Option<usize> {
        let (mask, hash) = (self.mask(), hash as usize);
        let mut at = hash & mask;
        // One slot in six is free, so this ends.
        while let Some(slot) = self.0.get(at).filter(|slot| **slot != FREE) {
            let (slot, place) = (*slot as usize, *slot as usize & mask);
            if (slot ^ hash) & !mask == 0 && keys.get(place).is_some_and(|key| key.as_str() == text) {
                return Some(place);
            }
            at = (at + 1) & mask;
        }
        None
    }

    /// The first place that a text of this hash may have, without a look at the keys; [`FREE`] if it has none.
    #[inline]
    pub(super) fn likely(&self, hash: u32) -> u32 {
        let (mask, hash) = (self.mask(), hash as usize);
        let mut at = hash & mask;
        while let Some(slot) = self.0.get(at).filter(|slot| **slot != FREE) {
            if (*slot as usize ^ hash) & !mask == 0 {
                return *slot & u32::try_from(mask).unwrap_or(u32::MAX);
            }
            at = (at + 1) & mask;
        }
        FREE
    }

    /// Puts a place, for which there must be room.
    #[inline]
    pub(super) fn put(&mut self, hash: u32, place: u32) {
        let mask = self.mask();
        let mut at = hash as usize & mask;
        while let Some(slot) = self.0.get_mut(at) {
            if *slot == FREE {
                *slot = (hash & !u32::try_from(mask).unwrap_or(u32::MAX)) | place;
                return;
            }
            at = (at + 1) & mask;
        }
    }

    /// Whether slots can be those of so many keys: each leads to a key or is free, and a free one is never far.
    pub(super) fn fits(&self, keys: usize) -> bool {
        let mask = self.mask();
        let (mut known, mut taken) = (true, 0);
        for slot in &self.0 {
            let free = *slot == FREE;
            known &= free || (*slot as usize & mask) < keys;
            taken += usize::from(!free);
        }
        known
            && taken == keys
            && self.0.len() == Self::slots(keys)
            && self.0.chunks(FAR).all(|near| near.contains(&FREE))
    }
}

/// A number that is another where hashes are: on a machine of another kind, with another version of what hashes.
pub(super) fn hashing() -> u32 {
    let text = "0123456789abcdefghijklmnopqrstuvwxyz-".repeat(8);
    let lengths = [0, 1, 2, 3, 4, 6, 7, 8, 9, 12, 15, 16, 17, 24, 31, 32, 33, 48, 63, 64, 65, 120, 128, 129, 256, 257];
    lengths.iter().filter_map(|length| text.get(..*length)).fold(0, |sum: u32, text| sum.rotate_left(5) ^ hash(text))
}
