//! The log of an organisation as a hash chain beside its document: whether entries were cut off or altered.

use super::events::Event;
use super::replay::order;
use super::{Organisation, OrganisationError as Fault};
use crate::kernel::{Day, Digest, Document, Error, Key, Log, LogCheck, Result, SealedTexts, Syntax};
use crate::wire::log::LogBreak;
use crate::wire::organisation::OrganisationDraft;

/// An organisation read beside its log: what is good of it, and what was found.
#[derive(Debug, Clone)]
pub struct Logged {
    /// The organisation as of the good entries.
    pub organisation: Organisation,
    /// What was found; `good` counts the entries that were kept.
    pub check: LogCheck,
}

impl Organisation {
    /// Its entries as a hash chain, `shequ.log/1`: each holds the digest of its event as the payload `event`.
    ///
    /// Entries without a day of recording stand on `opened`. The chain holds no text; remarks are sealed into an entry
    /// that is appended by hand, made by [`Event::entry`].
    ///
    /// # Errors
    /// `log-day-backwards` if an entry was recorded before `opened`.
    ///
    /// ```
    /// use shequ::kernel::{Document, canonical};
    /// use shequ::organisation::Organisation;
    /// let text = r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "old"}], "events": [
    ///     {"rename": {"unit": "c", "name": "new", "day": "2020-01-01", "recorded": "2020-01-15"}},
    ///     {"rename": {"unit": "c", "name": "newer", "day": "2021-01-01", "recorded": "2021-01-15"}}]}"#;
    /// let organisation = Organisation::parse(text)?;
    /// let log = organisation.log("licheng".parse()?, "post-12".parse()?, "2020-01-01".parse()?)?;
    /// let good = Organisation::parse_logged(text, &canonical(&log)?, None)?;
    /// assert!(good.check.intact);
    /// let altered = Organisation::parse_logged(&text.replace("newer", "other"), &canonical(&log)?, None)?;
    /// assert_eq!((altered.check.good, altered.organisation.entries().len()), (1, 1));
    /// assert_eq!(altered.check.broken.map(|fault| fault.code), Some("log-event-differs".into()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn log(&self, key: Key, actor: Key, opened: Day) -> Result<Log> {
        let mut log = Log::new(key);
        let mut texts = SealedTexts::default();
        for (i, draft) in self.entries().enumerate() {
            let entry = Event::from(draft.clone()).entry(actor.clone(), opened)?;
            log.append(entry, &mut texts).map_err(|error| error.under(&format!("entries[{i}]")))?;
        }
        Ok(log)
    }

    /// Compares its entries with a log: how many, from the first, are those of the log.
    ///
    /// # Errors
    /// None in practice.
    pub fn check_log(&self, log: &Log, known_head: Option<&Digest>) -> Result<LogCheck> {
        let digests = self.entries().map(|draft| Event::from(draft.clone()).digest()).collect::<Result<Vec<_>>>()?;
        Ok(compared(log, log.verify(known_head), &digests))
    }

    /// The organisation after the first so many entries of its log.
    pub fn prefix(&self, entries: usize) -> Self {
        if entries >= self.history.len() { self.clone() } else { self.first(entries) }
    }

    /// Reads an organisation beside its log, either of which may have been cut off or altered: the good entries are kept.
    ///
    /// # Errors
    /// The faults of the documents' shapes, and those of the units and the good entries.
    pub fn parse_logged(text: &str, log: &str, known_head: Option<&Digest>) -> Result<Logged> {
        let mut draft = Unchecked::parse_as(Syntax::guess(text), text, crate::kernel::Limits::default())?.0;
        let (log, check) = Log::inspect(log, known_head)?;
        let events = order(&draft.events);
        let mut sorted: Vec<_> = events.iter().filter_map(|i| draft.events.get(*i as usize)).cloned().collect();
        let digests = sorted.iter().map(|event| Event::from(event.clone()).digest()).collect::<Result<Vec<_>>>()?;
        let check = compared(&log, check, &digests);
        sorted.truncate(usize::try_from(check.good).unwrap_or(usize::MAX));
        draft.events = sorted;
        let organisation = Self::check(draft).map_err(|error| error.under(Self::ROOT))?;
        Ok(Logged { organisation, check })
    }
}

/// A log's check, with the first entry that is not the one of the log.
fn compared(log: &Log, check: LogCheck, digests: &[Digest]) -> LogCheck {
    let logged = log.entries().iter().map(|entry| entry.payload().get("event"));
    let same = logged.zip(digests).take_while(|(logged, digest)| *logged == Some(*digest)).count();
    let (seq, entries) = (same as u64, log.entries().len());
    let cause = match (same < digests.len(), same < entries) {
        (true, true) => Fault::LogEventDiffers { seq },
        (false, true) => Fault::LogEventMissing { seq },
        // The chain itself is broken there, which says more.
        (true, false) if check.broken.is_some() => return LogCheck { good: seq, ..check },
        (true, false) => Fault::LogEventUnlogged { seq },
        (false, false) => return LogCheck { good: seq, ..check },
    };
    let error = Error::at(format!("organisation.events[{seq}]"), cause);
    let broken = LogBreak {
        seq: Some(seq),
        code: error.first().code().to_owned(),
        path: error.first().path().to_owned(),
        message: error.first().message(),
    };
    // Up to there both are good; a fault of the chain can only come later.
    LogCheck { good: seq, intact: false, broken: Some(broken), head: head_of(log, same), ..check }
}

fn head_of(log: &Log, entries: usize) -> Digest {
    match entries.checked_sub(1).and_then(|last| log.entries().get(last)) {
        Some(entry) => *entry.digest(),
        None => log.entries().first().map_or_else(|| log.head(), |first| *first.previous()),
    }
}

/// An organisation as read, before its meaning is looked at.
pub(super) struct Unchecked(pub(super) OrganisationDraft);

impl Document for Unchecked {
    const FORMAT: &'static str = Organisation::FORMAT;
    const ROOT: &'static str = Organisation::ROOT;
    type Draft = OrganisationDraft;

    fn check(draft: OrganisationDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}
