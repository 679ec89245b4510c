//! One append-only hash chain under every log: changes, appeals, records of decisions.
//!
//! Each entry names the one before by its digest, so an entry that is changed, moved or taken out breaks the chain there.
//! Who holds only the last digest finds out whether entries were cut off at the end. Actors are posts or ids of the
//! directory, never names. Free text and evidence enter as salted digests; text and salt stand beside the chain in
//! [`SealedTexts`], and once they are erased nobody can tell what the text was, while the chain still verifies.
//!
//! The digest of an entry is the SHA-256 of the canonical JSON of its other fields. The first `previous` is the digest of
//! `{"format":"shequ.log/1","log":KEY}`. A sealed text's digest is the SHA-256 of `shequ.sealed/1`, a zero byte, the
//! length of the salt as eight bytes with the greatest first, the salt and the text.

use std::collections::BTreeMap;

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::error::faults;
use super::{
    Day, Digest, Document, Error, Explanation, Faults, Key, Quantity, Result, Salt, SealedTexts, Status, Text,
};
use crate::wire::log::{EntryDraft, LogBreak, LogDraft};

pub use crate::wire::log::LogCheck;

faults! {
    /// Faults of a log and its chain.
    pub enum LogError: Log {
        /// An entry whose content does not have its digest.
        DigestDiffers { seq: u64 } => "log-entry-changed", "entry {seq} does not have its digest", "the entry was changed after it was written; entries before it are good";
        /// An entry that does not follow the one before it.
        ChainBroken { seq: u64 } => "log-chain-broken", "entry {seq} does not follow the entry before it", "an entry was taken out, put in or moved; entries before it are good";
        /// A number that is not the next.
        SeqDiffers { got: u64, expected: u64 } => "log-seq-differs", "the entry has the number {got}, expected {expected}", "an entry was taken out, put in or moved";
        /// A day before the day of the entry before.
        DayBackwards { day: Day, last: Day } => "log-day-backwards", "{day} is before {last}, the day of the entry before", "write the day of writing; the day that an entry speaks of belongs into its payload";
        /// The head that the log names is not that of its last entry.
        HeadDiffers => "log-head-differs", "the head is not the digest of the last entry", "entries were cut off or added";
        /// The head that the caller knows is not in the log.
        Truncated { head: String } => "log-truncated", "the log does not reach the known head `{head}`", "entries were cut off or rewritten since that head was noted; look for another copy";
        /// Fewer than sixteen bytes of salt, or more than 1,024.
        SaltLength { bytes: usize } => "log-salt-length", "the salt has {bytes} bytes, expected 16 to 1024", "draw sixteen random bytes for each text";
        /// A text that is no salt.
        NotASalt => "log-not-a-salt", "the salt is not written in pairs of hexadecimal digits", "write each byte as two digits, such as `0f`";
        /// An entry that the log does not have.
        NoEntry { seq: u64, entries: u64 } => "log-no-such-entry", "there is no entry {seq}, the log has {entries}", "";
        /// A sealed part that the entry does not have.
        NoPart { seq: u64, part: String } => "log-no-such-part", "entry {seq} has no sealed part `{part}`", "";
        /// A part given twice.
        PartTwice { part: String } => "log-part-twice", "the part `{part}` is given twice", "give each part its own name";
        /// A text that is not the one that was sealed, or another salt.
        TextDiffers { seq: u64, part: String } => "log-text-differs", "text and salt are not those of part `{part}` in entry {seq}", "";
    }
}

/// An entry before it is appended.
#[derive(Debug, Clone)]
pub struct NewEntry {
    day: Day,
    actor: Key,
    kind: Key,
    subject: Key,
    payload: Vec<(Key, Digest)>,
    texts: Vec<(Key, String, Salt)>,
}

impl NewEntry {
    /// On `day`, `actor` (a post or an id of the directory) did `kind` to `subject`.
    pub const fn new(day: Day, actor: Key, kind: Key, subject: Key) -> Self {
        Self { day, actor, kind, subject, payload: Vec::new(), texts: Vec::new() }
    }

    /// With the digest of a document or a result.
    #[must_use]
    pub fn with(mut self, part: Key, digest: Digest) -> Self {
        self.payload.push((part, digest));
        self
    }

    /// With a text that is sealed: only its salted digest enters the chain.
    #[must_use]
    pub fn sealing(mut self, part: Key, text: impl Into<String>, salt: Salt) -> Self {
        self.texts.push((part, text.into(), salt));
        self
    }
}

/// An entry of a log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Entry {
    #[serde(flatten)]
    body: Body,
    digest: Digest,
}

/// What the digest of an entry is made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct Body {
    seq: u64,
    day: Day,
    actor: Key,
    kind: Key,
    subject: Key,
    payload: BTreeMap<Key, Digest>,
    sealed: BTreeMap<Key, Digest>,
    previous: Digest,
}

impl Entry {
    /// Its place, from 0.
    pub const fn seq(&self) -> u64 {
        self.body.seq
    }

    /// The day it was written, as the caller said.
    pub const fn day(&self) -> Day {
        self.body.day
    }

    /// The post or the id in the directory that acted.
    pub const fn actor(&self) -> &Key {
        &self.body.actor
    }

    /// What was done.
    pub const fn kind(&self) -> &Key {
        &self.body.kind
    }

    /// To what it was done.
    pub const fn subject(&self) -> &Key {
        &self.body.subject
    }

    /// Digests of documents and results, by name.
    pub const fn payload(&self) -> &BTreeMap<Key, Digest> {
        &self.body.payload
    }

    /// Salted digests of texts beside the chain, by name.
    pub const fn sealed(&self) -> &BTreeMap<Key, Digest> {
        &self.body.sealed
    }

    /// The digest of the entry before.
    pub const fn previous(&self) -> &Digest {
        &self.body.previous
    }

    /// Its own digest.
    pub const fn digest(&self) -> &Digest {
        &self.digest
    }
}

/// A sealed text when it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened<'t> {
    /// The text, which has the digest of the chain.
    Text(&'t str),
    /// Text and salt were erased.
    Erased,
}

/// An append-only chain of entries that is known to be good.
///
/// ```
/// use shequ::kernel::{Digest, Log, NewEntry, Opened, Salt, SealedTexts, Value};
/// let mut log = Log::new("appeals-2025".parse()?);
/// let mut texts = SealedTexts::default();
/// let salt = Salt::new(b"sixteen random bytes, drawn by the caller")?;
/// let entry = NewEntry::new("2026-01-08".parse()?, "post-12".parse()?, "appeal".parse()?, "community-07".parse()?)
///     .with("scorecard".parse()?, Digest::of(&Value::Int(1))?)
///     .sealing("reason".parse()?, "the lift was counted twice", salt);
/// log.append(entry, &mut texts)?;
/// assert_eq!(log.read(0, "reason", &texts)?, Opened::Text("the lift was counted twice"));
/// texts.erase(0);
/// assert_eq!(log.read(0, "reason", &texts)?, Opened::Erased);
/// assert!(log.verify(None).intact);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Log {
    key: Key,
    genesis: Digest,
    entries: Vec<Entry>,
}

/// What an entry's digest, and the first link, are made from cannot fail to have canonical JSON: it holds no float.
fn digest_of(body: &impl Serialize) -> Digest {
    Digest::of(body).unwrap_or_else(|_| Digest::of_bytes(&[]))
}

fn genesis(key: &Key) -> Digest {
    #[derive(Serialize)]
    struct First<'k> {
        format: &'static str,
        log: &'k Key,
    }
    digest_of(&First { format: Log::FORMAT, log: key })
}

impl Log {
    /// A log without entries.
    pub fn new(key: Key) -> Self {
        Self { genesis: genesis(&key), key, entries: Vec::new() }
    }

    /// Its key.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// The entries in their order.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The digest of the last entry: note it elsewhere, and entries that are cut off later will be missed.
    pub fn head(&self) -> Digest {
        self.entries.last().map_or(self.genesis, |entry| entry.digest)
    }

    fn len(&self) -> u64 {
        self.entries.len() as u64
    }

    /// Appends an entry and puts its texts beside the chain; on an error neither is changed.
    ///
    /// # Errors
    /// `log-day-backwards`, `log-part-twice`.
    pub fn append(&mut self, new: NewEntry, texts: &mut SealedTexts) -> Result<&Entry> {
        let mut faults = Faults::new();
        if let Some(last) = self.entries.last().map(Entry::day).filter(|last| new.day < *last) {
            faults.push("day", LogError::DayBackwards { day: new.day, last });
        }
        let (mut payload, mut sealed) = (BTreeMap::new(), BTreeMap::new());
        for (part, digest) in new.payload {
            if let Some(part) = insert(&mut payload, part, digest) {
                faults.push("payload", LogError::PartTwice { part });
            }
        }
        for (part, text, salt) in &new.texts {
            if let Some(part) = insert(&mut sealed, part.clone(), salt.seal(text)) {
                faults.push("sealed", LogError::PartTwice { part });
            }
        }
        faults.into_result()?;
        let seq = self.len();
        for (part, text, salt) in new.texts {
            texts.texts.insert((seq, part), (text, salt));
        }
        let previous = self.head();
        let body = Body {
            seq,
            day: new.day,
            actor: new.actor,
            kind: new.kind,
            subject: new.subject,
            payload,
            sealed,
            previous,
        };
        let at = self.entries.len();
        self.entries.push(Entry { digest: digest_of(&body), body });
        self.entries.get(at).ok_or_else(|| LogError::NoEntry { seq, entries: seq }.into())
    }

    /// Takes over an entry that was read, if it follows.
    fn follow(&mut self, draft: EntryDraft) -> Result<()> {
        let (seq, expected) = (draft.seq, self.len());
        if seq != expected {
            return Err(Error::at("seq", LogError::SeqDiffers { got: seq, expected }));
        }
        if draft.previous != self.head() {
            return Err(Error::at("previous", LogError::ChainBroken { seq }));
        }
        let EntryDraft { seq, day, actor, kind, subject, payload, sealed, previous, digest } = draft;
        let body = Body { seq, day, actor, kind, subject, payload, sealed, previous };
        if digest_of(&body) != digest {
            return Err(Error::at("digest", LogError::DigestDiffers { seq }));
        }
        if let Some(last) = self.entries.last().map(Entry::day).filter(|last| day < *last) {
            return Err(Error::at("day", LogError::DayBackwards { day, last }));
        }
        self.entries.push(Entry { body, digest });
        Ok(())
    }

    /// The good prefix of what was read, and the first fault.
    fn salvage(draft: LogDraft) -> (Self, Option<(Option<u64>, Error)>) {
        let mut log = Self::new(draft.key);
        for (seq, entry) in (0..).zip(draft.entries) {
            if let Err(error) = log.follow(entry) {
                return (log, Some((Some(seq), error.under(&format!("entries[{seq}]")))));
            }
        }
        let broken = (draft.head != log.head()).then(|| (None, Error::at("head", LogError::HeadDiffers)));
        (log, broken)
    }

    /// The log up to so many entries, as it was then.
    #[must_use]
    pub fn first(&self, entries: usize) -> Self {
        let entries = self.entries.iter().take(entries).cloned().collect();
        Self { key: self.key.clone(), genesis: self.genesis, entries }
    }

    /// Reads a log that may be damaged: its good prefix, and what was found.
    ///
    /// # Errors
    /// The faults of the document's shape only; a broken chain is reported in the [`LogCheck`].
    pub fn inspect(text: &str, known_head: Option<&Digest>) -> Result<(Self, LogCheck)> {
        let draft = Draft::parse(text)?.0;
        let entries = draft.entries.len() as u64;
        let (log, broken) = Self::salvage(draft);
        let broken = broken.map(|(seq, error)| (seq, error.under(Self::ROOT)));
        let check = log.report(entries, broken, known_head);
        Ok((log, check))
    }

    /// Verifies every link again, and that a head noted earlier is reached.
    pub fn verify(&self, known_head: Option<&Digest>) -> LogCheck {
        self.report(self.len(), None, known_head)
    }

    fn report(&self, entries: u64, broken: Option<(Option<u64>, Error)>, known_head: Option<&Digest>) -> LogCheck {
        let reached = |head: &Digest| *head == self.genesis || self.entries.iter().any(|e| e.digest == *head);
        let broken = broken.or_else(|| {
            let head = known_head.filter(|head| !reached(head))?.to_string();
            Some((None, Error::at(Self::ROOT, LogError::Truncated { head })))
        });
        LogCheck {
            key: self.key.clone(),
            intact: broken.is_none(),
            entries,
            good: self.len(),
            head: self.head(),
            broken: broken.map(|(seq, error)| LogBreak {
                seq,
                code: error.first().code().to_owned(),
                path: error.first().path().to_owned(),
                message: error.first().message(),
            }),
        }
    }

    fn sealed_part(&self, seq: u64, part: &str) -> Result<&Digest> {
        let entry = usize::try_from(seq).ok().and_then(|at| self.entries.get(at));
        let entry = entry.ok_or_else(|| LogError::NoEntry { seq, entries: self.len() })?;
        entry.sealed().get(part).ok_or_else(|| LogError::NoPart { seq, part: part.into() }.into())
    }

    /// Shows that a text with its salt is the one that an entry sealed.
    ///
    /// # Errors
    /// `log-no-such-entry`, `log-no-such-part`, `log-text-differs`.
    pub fn open(&self, seq: u64, part: &str, text: &str, salt: &Salt) -> Result<()> {
        if *self.sealed_part(seq, part)? == salt.seal(text) {
            Ok(())
        } else {
            Err(LogError::TextDiffers { seq, part: part.into() }.into())
        }
    }

    /// The text of a sealed part from the store beside the chain, shown to be the one that was sealed.
    ///
    /// # Errors
    /// As [`open`](Self::open).
    pub fn read<'t>(&self, seq: u64, part: &str, texts: &'t SealedTexts) -> Result<Opened<'t>> {
        self.sealed_part(seq, part)?;
        match texts.get(seq, part) {
            None => Ok(Opened::Erased),
            Some((text, salt)) => self.open(seq, part, text, salt).map(|()| Opened::Text(text)),
        }
    }

    /// Checks every text of a store against the chain.
    ///
    /// # Errors
    /// As [`open`](Self::open), every fault with its path.
    pub fn check_texts(&self, texts: &SealedTexts) -> Result<()> {
        let mut faults = Faults::new();
        for (i, ((seq, part), (text, salt))) in texts.texts.iter().enumerate() {
            faults.take(&format!("sealed.texts[{i}]"), self.open(*seq, part.as_str(), text, salt));
        }
        faults.into_result()
    }
}

/// Puts a part into a map; its name where it was there already.
fn insert(parts: &mut BTreeMap<Key, Digest>, part: Key, digest: Digest) -> Option<String> {
    let name = part.to_string();
    parts.insert(part, digest).map(|_| name)
}

impl LogCheck {
    /// What was found, and where.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let status = if self.intact { Status::Met } else { Status::NotMet };
        let node =
            Explanation::new(Text::new("日志链完整", "the chain of the log is intact"), Quantity::Status(status))
                .with(Text::new("条目", "entries"), count(self.entries))
                .with(Text::new("完好条目", "good entries"), count(self.good));
        match &self.broken {
            Some(broken) => node.noted(Text::same(format!("{}: {} [{}]", broken.path, broken.message, broken.code))),
            None => node,
        }
    }
}

/// A log as read, before its chain is looked at.
struct Draft(LogDraft);

impl Document for Draft {
    const FORMAT: &'static str = Log::FORMAT;
    const ROOT: &'static str = Log::ROOT;
    type Draft = LogDraft;

    fn check(draft: LogDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}

/// Reading refuses a log whose chain is broken; [`Log::inspect`] keeps its good prefix.
impl Document for Log {
    const FORMAT: &'static str = "shequ.log/1";
    const ROOT: &'static str = "log";
    type Draft = LogDraft;

    fn check(draft: LogDraft) -> Result<Self> {
        match Self::salvage(draft) {
            (log, None) => Ok(log),
            (_, Some((_, error))) => Err(error),
        }
    }
}

impl Serialize for Log {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Log", 4)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("key", &self.key)?;
        out.serialize_field("entries", &self.entries)?;
        out.serialize_field("head", &self.head())?;
        out.end()
    }
}
