//! Organisations as bytes, so that a country is read again in a moment.
//!
//! A mark of eight bytes, the version of the form, a checksum of all that follows, the length of all that follows, and then:
//! the document without its units, the keys, and the columns of the units as they were before the log. The log is applied
//! again as it is read.

mod bytes;

use super::history::History;
use super::load::catalogue;
use super::log::Unchecked;
use super::rest::{Reader as Beside, Units};
use super::store::Columns;
use super::{KindId, Organisation, UnitId};
use crate::kernel::error::faults;
use crate::kernel::{Document, Faults, Limits, Result, Syntax};
use crate::wire::Formatted;
use crate::wire::organisation::OrganisationDraft;

pub(super) use bytes::{Reader, Writer, nowhere};

faults! {
    /// Faults of an organisation that was saved as bytes.
    pub enum SavedError: Document {
        /// Bytes that are something else.
        NotSaved => "not-a-saved-organisation", "the bytes are not a saved organisation", "save one with `to_bytes`; a document is read with `parse`";
        /// A version of the form that this version of the library does not know.
        Newer { got: u32, known: u32 } => "saved-by-a-newer-version", "the organisation was saved in version {got} of the form, known is {known}", "update the library, or save the document instead: every version reads it";
        /// Fewer bytes than were saved.
        CutOff { got: u64, expected: u64 } => "saved-cut-off", "{got} bytes are there of {expected} that were saved", "save it again from the document";
        /// Bytes that are not those that were saved.
        Altered { what: String } => "saved-altered", "the bytes are not those that were saved: {what}", "save it again from the document";
    }
}

/// The fault of bytes that cannot have been saved so.
pub(super) fn altered(what: &str) -> crate::kernel::Error {
    SavedError::Altered { what: what.into() }.into()
}

/// No text begins so, and a transfer that changes line breaks or the eighth bit changes it.
const MARK: [u8; 8] = *b"\x89SHEQU\r\n";
const VERSION: u32 = 1;
/// The mark, the version, the checksum.
const BEFORE: usize = 16;
/// The same and the length.
const HEAD: usize = BEFORE + 8;
/// The bytes were made by this library, whatever their size: memory is bounded by their number.
const LIMITS: Limits = Limits { bytes: usize::MAX, depth: 64, values: usize::MAX };

impl Organisation {
    /// The organisation as bytes, which [`from_bytes`](Self::from_bytes) reads in a fraction of the time of its document.
    ///
    /// Nothing is lost: units, log, recorded days and all that stands beside them come back as they are. The form may
    /// change with the version of the library, so that what is kept for years is better kept as the document.
    ///
    /// # Errors
    /// None in practice.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "d", "kind": "district", "name": "示例区"},
    ///     {"key": "c", "kind": "community", "name": "社区 01", "parent": "d", "from": "2004"}]}"#)?;
    /// let bytes = organisation.to_bytes()?;
    /// assert_eq!(Organisation::from_bytes(&bytes)?.document(), organisation.document());
    /// let error = Organisation::from_bytes(&bytes[..bytes.len() - 1]).unwrap_err();
    /// assert_eq!(error.first().code(), "saved-cut-off");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn to_bytes(&self) -> Result<Vec<u8>> {
        let mut out = Writer(vec![0; HEAD]);
        let events = self.entries().cloned().collect();
        let draft = OrganisationDraft { events, ..(*self.written).clone() };
        out.bytes(Formatted::new(Self::FORMAT, draft).json()?.as_bytes());
        out.keys(&self.catalogue.kinds);
        out.keys(&self.schemes);
        out.keys(&self.keys);
        if self.history.len() == 0 {
            self.history.write(self.columns.len(), self.history.unknown(), &mut out);
            self.columns.write(&self.keys, &mut out);
        } else {
            let rows = self.rows_before_log();
            let unknown = (0..).map(UnitId).zip(&rows.units).filter(|(_, unit)| !unit.known);
            let unknown: Vec<UnitId> = unknown.map(|(id, _)| id).collect();
            self.history.write(rows.units.len(), unknown.iter().copied(), &mut out);
            Columns::new(&rows).write(&self.keys, &mut out);
        }
        Ok(finished(out.0))
    }

    /// Whether bytes are, or begin as, what [`to_bytes`](Self::to_bytes) makes; a document in JSON or TOML never does.
    pub fn is_saved(bytes: &[u8]) -> bool {
        bytes.starts_with(&MARK)
    }

    /// Reads what [`to_bytes`](Self::to_bytes) made.
    ///
    /// The checksum finds bytes that were lost or changed by accident. It is no signature: whoever changes the bytes on
    /// purpose can make it fit. Such bytes may say something else, but never make the library fail or run without end.
    ///
    /// # Errors
    /// `not-a-saved-organisation`, `saved-by-a-newer-version`, `saved-cut-off`, `saved-altered`; `unknown-kind` for a
    /// kind that this version of the library does not ship.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self> {
        let mut bytes = Reader(body(bytes)?);
        let Unchecked(mut draft) = Unchecked::parse_as(Syntax::Json, bytes.text()?, LIMITS)?;
        let events = std::mem::take(&mut draft.events);
        let written = draft.clone();
        let mut faults = Faults::new();
        let catalogue = catalogue(&mut draft, &mut faults)?;
        let kinds = bytes.keys::<KindId>()?;
        let kinds =
            kinds.keys().iter().map(|key| Ok(catalogue.kind_id(key.as_str())?)).collect::<Result<Vec<KindId>>>()?;
        let schemes = bytes.keys()?;
        let keys = bytes.keys::<UnitId>()?;
        let (units, history) = History::read(&mut bytes, keys.len(), events)?;
        let columns = Columns::read(&mut bytes, &keys, units, &kinds, schemes.len())?;
        if !bytes.0.is_empty() {
            return Err(altered("there is more than was saved"));
        }
        // Days were compared when it was saved, and what was true of the units then may be so no more after its log.
        let (life, told) = (&|_| None, &|_: &str| false);
        let rest = Beside { keys: &keys, life, told, catalogue: &catalogue, faults: &mut faults }.rest(draft);
        faults.into_result().map_err(|error| error.under(Self::ROOT))?;
        let units = Units { schemes, keys, columns, events: Vec::new(), history };
        let organisation = rest.beside(units, catalogue, written);
        if organisation.history.len() == 0 { Ok(organisation) } else { organisation.with_log_applied() }
    }
}

/// Bytes with their head filled in.
fn finished(mut bytes: Vec<u8>) -> Vec<u8> {
    let length = bytes.len().saturating_sub(HEAD) as u64;
    let (before, rest) = bytes.split_at_mut(BEFORE);
    if let Some(place) = rest.first_chunk_mut() {
        *place = length.to_le_bytes();
    }
    let head = MARK.into_iter().chain(VERSION.to_le_bytes()).chain(crc32fast::hash(rest).to_le_bytes());
    before.iter_mut().zip(head).for_each(|(place, byte)| *place = byte);
    bytes
}

/// What follows the head, if the head says that it is whole.
fn body(bytes: &[u8]) -> Result<&[u8]> {
    let marked = bytes.iter().zip(MARK).all(|(byte, mark)| *byte == mark);
    if bytes.is_empty() || !marked {
        return Err(SavedError::NotSaved.into());
    }
    let cut = |expected: u64| SavedError::CutOff { got: bytes.len() as u64, expected };
    let four = |at: usize| bytes.get(at..).and_then(|rest| rest.first_chunk()).map(|four| u32::from_le_bytes(*four));
    let length = bytes.get(BEFORE..).and_then(|rest| rest.first_chunk()).map(|eight| u64::from_le_bytes(*eight));
    let (Some(version), Some(sum), Some(length)) = (four(MARK.len()), four(MARK.len() + 4), length) else {
        return Err(cut(HEAD as u64).into());
    };
    if version > VERSION {
        return Err(SavedError::Newer { got: version, known: VERSION }.into());
    }
    let expected = length.saturating_add(HEAD as u64);
    if (bytes.len() as u64) < expected {
        return Err(cut(expected).into());
    }
    let rest = bytes.get(BEFORE..).unwrap_or_default();
    if version != VERSION || crc32fast::hash(rest) != sum {
        return Err(altered("the checksum differs"));
    }
    if bytes.len() as u64 > expected {
        return Err(altered("there is more than was saved"));
    }
    Ok(bytes.get(HEAD..).unwrap_or_default())
}
