//! Commitments to lists of units: one salted digest a unit, and a Merkle tree over them.
//!
//! Whoever has the commitment learns how many units there are and nothing of any. The holder of the list can open it for
//! one unit, with the salt of that unit alone; everyone can check that the unit was in the list with that vote. Leaves and
//! inner nodes are digested apart, so that neither can stand for the other.

use super::MeetingError;
use crate::kernel::{Digest, Document, Error, Faults, Result, Salt, Value, canonical, to_value};
use crate::participation::{ParticipationError, Units};
use crate::wire::participation::UnitDraft;
use crate::wire::participation_meeting::{OpeningDraft, UnitCommitment};

/// One unit of a commitment, shown to be in it, `shequ.opening/1`.
#[derive(Debug, Clone)]
pub struct Opening {
    draft: OpeningDraft,
}

impl Opening {
    /// The unit with its vote.
    pub const fn unit(&self) -> &UnitDraft {
        &self.draft.unit
    }

    /// The opening as plain data, its format first.
    ///
    /// # Errors
    /// None that an opening can have.
    pub fn to_value(&self) -> Result<Value> {
        let mut entries = vec![("format".to_owned(), Value::from(Self::FORMAT))];
        if let Value::Map(rest) = to_value(&self.draft)? {
            entries.extend(rest);
        }
        Ok(Value::Map(entries))
    }
}

impl serde::Serialize for Opening {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl Document for Opening {
    const FORMAT: &'static str = "shequ.opening/1";
    const ROOT: &'static str = "opening";
    type Draft = OpeningDraft;

    fn check(draft: OpeningDraft) -> Result<Self> {
        Ok(Self { draft })
    }
}

impl Document for UnitCommitment {
    const FORMAT: &'static str = "shequ.unit-commitment/1";
    const ROOT: &'static str = "committed";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

/// The commitment to a list of units. `context` tells lists apart that share a salt: the same unit with the same vote then
/// has another digest in each.
///
/// ```
/// use shequ::kernel::Salt;
/// use shequ::participation::meeting::{commit_units, open_unit, verify_opening};
/// use shequ::wire::participation::{UnitDraft, Vote};
/// let unit = |key: &str, vote| UnitDraft { key: key.into(), owner: None, area: None, vote, developer_unsold: false };
/// let units = [unit("1-101", Vote::Yes), unit("1-102", Vote::No), unit("1-201", Vote::Absent)];
/// let salt: Salt = "00112233445566778899aabbccddeeff".parse()?;
/// let committed = commit_units(&units, &salt, "roof")?;
/// let opening = open_unit(&units, &salt, "roof", "1-102")?;
/// assert!(verify_opening(&committed, &opening)?);
/// // It is not in the list of another vote.
/// assert!(!verify_opening(&commit_units(&units, &salt, "lift")?, &opening)?);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `no-units`, `unit-twice`.
pub fn commit_units(units: &[UnitDraft], salt: &Salt, context: &str) -> Result<UnitCommitment> {
    let leaves = leaves(units, salt, context)?;
    let counted = Units::of_drafts(units.to_vec());
    let count = |n: usize| u64::try_from(n).unwrap_or(u64::MAX);
    let mut level: Vec<Digest> = leaves.iter().map(|leaf| leaf.digest).collect();
    while level.len() > 1 {
        level = above(&level);
    }
    let top = level.first().ok_or(ParticipationError::NoUnits)?;
    Ok(UnitCommitment {
        root: root(top, count(units.len())),
        units: count(units.len()),
        heads: count(counted.heads()),
        split_heads: count(counted.split_heads()),
    })
}

/// Opens a commitment for one unit.
///
/// # Errors
/// `no-units`, `unit-twice`, `unit-not-committed`.
pub fn open_unit(units: &[UnitDraft], salt: &Salt, context: &str, key: &str) -> Result<Opening> {
    let leaves = leaves(units, salt, context)?;
    let position = leaves.iter().position(|leaf| leaf.unit.key == key);
    let position = position.ok_or_else(|| MeetingError::NoUnit { key: key.to_owned() })?;
    let mut level: Vec<Digest> = leaves.iter().map(|leaf| leaf.digest).collect();
    let (mut at, mut path) = (position, Vec::new());
    while level.len() > 1 {
        path.extend(level.get(at ^ 1));
        level = above(&level);
        at /= 2;
    }
    let leaf = leaves.into_iter().nth(position).ok_or_else(|| MeetingError::NoUnit { key: key.to_owned() })?;
    let draft = OpeningDraft {
        unit: leaf.unit.clone(),
        salt: leaf.salt,
        position: u64::try_from(position).unwrap_or(u64::MAX),
        path,
    };
    Ok(Opening { draft })
}

/// Whether a unit stood in the list with the vote that the opening shows.
///
/// # Errors
/// None that an opening can have; digests are fallible in general.
pub fn verify_opening(committed: &UnitCommitment, opening: &Opening) -> Result<bool> {
    let draft = &opening.draft;
    let (mut at, mut level) = (draft.position, committed.units);
    if at >= level {
        return Ok(false);
    }
    let mut digest = leaf(&draft.unit, &draft.salt)?;
    let mut path = draft.path.iter();
    while level > 1 {
        // The last of an odd level has nothing beside it and moves up as it is.
        if at ^ 1 < level {
            let Some(beside) = path.next() else { return Ok(false) };
            digest = if at % 2 == 0 { node(&digest, beside) } else { node(beside, &digest) };
        }
        at /= 2;
        level = level.div_ceil(2);
    }
    Ok(path.next().is_none() && root(&digest, committed.units) == committed.root)
}

/// A unit with its own salt and digest.
struct Leaf<'u> {
    unit: &'u UnitDraft,
    salt: Salt,
    digest: Digest,
}

/// Sorted by key, so that the order in which units were listed tells nothing.
fn leaves<'u>(units: &'u [UnitDraft], salt: &Salt, context: &str) -> Result<Vec<Leaf<'u>>> {
    if units.is_empty() {
        return Err(ParticipationError::NoUnits.into());
    }
    let mut sorted: Vec<(usize, &UnitDraft)> = units.iter().enumerate().collect();
    sorted.sort_by(|a, b| a.1.key.cmp(&b.1.key));
    let mut faults = Faults::new();
    for (before, (i, unit)) in sorted.iter().zip(sorted.iter().skip(1)) {
        if before.1.key == unit.key {
            faults.push(format!("units[{i}].key"), ParticipationError::UnitTwice { key: unit.key.clone() });
        }
    }
    faults.into_result()?;
    let leaves = sorted.into_iter().map(|(_, unit)| {
        let own = salt.seal(&canonical(&("shequ.unit-salt/1", context, &unit.key))?);
        let salt = Salt::new(own.bytes())?;
        let digest = leaf(unit, &salt)?;
        Ok::<_, Error>(Leaf { unit, salt, digest })
    });
    leaves.collect()
}

fn leaf(unit: &UnitDraft, salt: &Salt) -> Result<Digest> {
    Ok(tagged(0, &[salt.seal(&canonical(unit)?).bytes()]))
}

fn node(left: &Digest, right: &Digest) -> Digest {
    tagged(1, &[left.bytes(), right.bytes()])
}

/// The number of units goes into the root, so that no other tree has it.
fn root(top: &Digest, units: u64) -> Digest {
    tagged(2, &[&units.to_be_bytes(), top.bytes()])
}

fn tagged(tag: u8, parts: &[&[u8]]) -> Digest {
    let mut bytes = vec![tag];
    bytes.extend(parts.iter().flat_map(|part| part.iter()));
    Digest::of_bytes(&bytes)
}

fn above(level: &[Digest]) -> Vec<Digest> {
    let pair = |pair: &[Digest]| match pair {
        [left, right] => node(left, right),
        [only, ..] => *only,
        [] => Digest::of_bytes(&[]),
    };
    level.chunks(2).map(pair).collect()
}
