//! The replay of a log: entries applied one after the other, and what stands of them after corrections.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::events::{Ground, Past};
use super::history::{Entry, History, Kept};
use super::rows::{Origin, Rows, UnitRows};
use super::store::Columns;
use super::{Catalogue, Organisation, OrganisationError as Fault, SchemeId, UnitId};
use crate::kernel::{Day, Error, Faults, Id, Key, KeyTable, Result, Span};
use crate::wire::organisation::EventDraft;

/// The rows of a unit that nothing makes: it exists on no day.
fn nobody() -> UnitRows {
    UnitRows {
        origin: Origin::Event(0),
        // The last day there is; `known` rules it out as well.
        life: Span::new(Some(Day::MAX.into()), None).unwrap_or(Span::ALWAYS),
        gaps: Vec::new(),
        ended: false,
        known: false,
        kinds: Vec::new(),
        names: Vec::new(),
        codes: Vec::new(),
        parents: Vec::new(),
        children: Vec::new(),
    }
}

impl Rows {
    /// Begins to keep what events change.
    fn keep(&mut self) {
        if self.kept.is_none() {
            self.kept = Some(Kept { units: self.units.len(), images: BTreeMap::new() });
        }
    }

    /// Adds a row that nothing makes for every key that has none.
    pub(super) fn fill(&mut self) {
        self.units.resize_with(self.keys.len(), nobody);
    }

    /// The rows before any event.
    pub(super) fn base(&self) -> Self {
        let kept = self.kept.clone().unwrap_or_default();
        let mut out = Self { keys: self.keys.clone(), ghosts: self.ghosts.clone(), ..Self::default() };
        for (i, unit) in self.units.iter().enumerate() {
            let image = UnitId::from_index(i).and_then(|id| kept.images.get(&id));
            let unit = if i < kept.units { image.unwrap_or(unit).clone() } else { nobody() };
            out.units.push(UnitRows { children: Vec::new(), ..unit });
        }
        out.link();
        out.kept = Some(kept);
        out
    }
}

/// Entries applied one after the other.
pub(super) struct Replay<'c> {
    catalogue: &'c Catalogue,
    pub(super) schemes: KeyTable<SchemeId>,
    pub(super) rows: Rows,
    pub(super) past: Vec<Past>,
    pub(super) entries: Vec<Entry>,
    /// Entries by their own keys.
    named: BTreeMap<Key, usize>,
    /// Corrections that have not been replayed: the first of them, and the path of the last.
    open: Option<(usize, String)>,
    /// The number of entries when the last replay was good.
    corrected: bool,
    pub(super) faults: Faults,
}

impl<'c> Replay<'c> {
    pub(super) fn new(catalogue: &'c Catalogue, schemes: KeyTable<SchemeId>, mut rows: Rows) -> Self {
        rows.keep();
        Self {
            catalogue,
            schemes,
            rows,
            past: Vec::new(),
            entries: Vec::new(),
            named: BTreeMap::new(),
            open: None,
            corrected: false,
            faults: Faults::new(),
        }
    }

    /// The replay of an organisation, to go on with.
    pub(super) fn of(organisation: &'c Organisation) -> Self {
        let mut out = Self::new(&organisation.catalogue, organisation.schemes.clone(), organisation.thaw());
        out.past.clone_from(&organisation.events);
        out.entries.clone_from(&organisation.history.entries);
        for past in &out.past {
            past.own().into_iter().for_each(|unit| out.rows.took_part(unit, past.day, past.name));
        }
        let named = out.entries.iter().enumerate();
        out.named = named.filter_map(|(i, entry)| Some((entry.draft.head().key?.clone(), i))).collect();
        out
    }

    /// Enters the next entry; faults are noted below a path, and it is left out.
    pub(super) fn enter(&mut self, event: &EventDraft, index: u32, path: &str) {
        if let Err(error) = self.try_enter(event, index, path) {
            self.faults.extend(path, error);
            self.rows.ghosts.extend(super::events::makes(event));
        }
    }

    fn try_enter(&mut self, event: &EventDraft, index: u32, path: &str) -> Result<()> {
        let head = event.head();
        let at = |field: &str| format!("{}.{field}", head.name);
        let last = self.entries.last().and_then(|entry| entry.draft.head().recorded);
        if let Some(last) = last.filter(|last| head.recorded.is_none_or(|recorded| recorded < *last)) {
            let got = head.recorded.map_or_else(|| "on no day".into(), |day| format!("on {day}"));
            return Err(Error::at(at("recorded"), Fault::RecordedBackwards { got, last }));
        }
        // What was known on a day is what was recorded by its end.
        if head.recorded != last {
            self.settle();
        }
        if let Some(key) = head.key.filter(|key| self.named.contains_key(*key)) {
            return Err(Error::at(at("key"), Fault::DuplicateKey { key: key.to_string() }));
        }
        let entry = Entry { draft: Arc::new(event.clone()), index };
        match event {
            EventDraft::Retract(_) | EventDraft::Amend(_) => {
                self.check_correction(event)?;
                let first = self.open.as_ref().map_or(self.entries.len(), |(first, _)| *first);
                self.open = Some((first, path.to_owned()));
                self.corrected = true;
            }
            _ => {
                self.settle();
                let mut ground = Ground { catalogue: self.catalogue, schemes: &mut self.schemes, index };
                self.past.extend(ground.apply(&mut self.rows, event)?);
            }
        }
        self.named.extend(head.key.map(|key| (key.clone(), self.entries.len())));
        self.entries.push(entry);
        Ok(())
    }

    fn check_correction(&self, event: &EventDraft) -> Result<()> {
        let name = event.head().name;
        let key = event.subject();
        let at = |field: &str| format!("{name}.{field}");
        let target = self.named.get(key).copied();
        let target = target.ok_or_else(|| Error::at(at("entry"), Fault::UnknownEntry { key: key.into() }))?;
        if !standing(&self.entries).get(target).copied().unwrap_or(false) {
            return Err(Error::at(at("entry"), Fault::EntryRetracted { key: key.into() }));
        }
        let EventDraft::Amend(amend) = event else { return Ok(()) };
        let corrects = |draft: &EventDraft| matches!(draft, EventDraft::Retract(_) | EventDraft::Amend(_));
        let mut faults = Faults::new();
        if self.entries.get(target).is_some_and(|entry| corrects(&entry.draft)) {
            faults.push(at("entry"), Fault::CorrectionOfCorrection { key: key.into() });
        }
        let inner = amend.event.head();
        if corrects(&amend.event) {
            faults.push(at("event"), Fault::CorrectionOfCorrection { key: inner.name.into() });
        }
        for (field, given) in [("key", inner.key.is_some()), ("recorded", inner.recorded.is_some())] {
            if given {
                let cause = Fault::AmendmentNamed { field: field.into() };
                faults.push(format!("{name}.event.{}.{field}", inner.name), cause);
            }
        }
        faults.into_result()
    }

    /// Replays what stands after corrections; if it does not hold, they are left out and the fault is noted.
    pub(super) fn settle(&mut self) {
        let Some((first, path)) = self.open.take() else { return };
        match self.replayed(&effective(&self.entries)) {
            Ok((rows, past)) => (self.rows, self.past) = (rows, past),
            Err((place, error)) => {
                self.faults.extend(&path, self.broken(first, place, error));
                self.entries.truncate(first);
                self.named.retain(|_, place| *place < first);
            }
        }
    }

    /// The rows and events of some entries, or the place of the one that does not apply.
    pub(super) fn replayed(
        &mut self,
        entries: &[(usize, Arc<EventDraft>)],
    ) -> Result<(Rows, Vec<Past>), (usize, Error)> {
        let (mut rows, mut past) = (self.rows.base(), Vec::new());
        for (place, event) in entries {
            let index = self.entries.get(*place).map_or(0, |entry| entry.index);
            let mut ground = Ground { catalogue: self.catalogue, schemes: &mut self.schemes, index };
            past.extend(ground.apply(&mut rows, event).map_err(|error| (*place, error))?);
        }
        Ok((rows, past))
    }

    /// The fault of a correction after which the entry at a place no longer applies.
    fn broken(&self, first: usize, place: usize, error: Error) -> Error {
        let open = || self.entries.iter().skip(first).map(|entry| entry.draft.as_ref());
        let Some(entry) = self.entries.get(place) else { return error };
        let key = entry.draft.head().key;
        // An amendment that is faulty in itself has its own fault.
        let own = open().any(|draft| match draft {
            EventDraft::Amend(amend) => key.is_some_and(|key| key.as_str() == amend.entry),
            _ => false,
        });
        if own {
            return error.under("amend.event");
        }
        let name = open().next_back().map_or("retract", |draft| draft.head().name);
        Error::at(format!("{name}.entry"), breaks(&entry.draft, place, &error))
    }

    /// The columns, unless something impossible is left; after a correction the fault names the entry it comes with.
    pub(super) fn frozen(&mut self) -> Result<Columns> {
        let kinds = &self.catalogue.kinds;
        let error = match self.rows.freeze(&self.schemes, kinds) {
            Ok(columns) => return Ok(columns),
            Err(error) if self.corrected => error,
            Err(error) => return Err(error),
        };
        // The first entry with which it comes; nearly always there is one.
        let entries = effective(&self.entries);
        let (mut good, mut bad) = (0, entries.len());
        while good + 1 < bad {
            let middle = usize::midpoint(good, bad);
            let part = self.replayed(entries.get(..middle).unwrap_or_default());
            match part {
                Ok((rows, _)) if rows.freeze(&self.schemes, kinds).is_err() => bad = middle,
                _ => good = middle,
            }
        }
        match bad.checked_sub(1).and_then(|last| entries.get(last)) {
            Some((place, draft)) => Err(breaks(draft, *place, &error).into()),
            None => Err(error),
        }
    }

    /// The log with what it needs to be replayed again.
    pub(super) fn into_parts(self) -> (Rows, KeyTable<SchemeId>, Vec<Past>, History) {
        let history = History::of(&self.rows, self.entries, &self.past);
        let mut past = self.past;
        past.sort_by_key(|past| (past.day.earliest(), past.day.latest()));
        (self.rows, self.schemes, past, history)
    }
}

fn breaks(draft: &EventDraft, place: usize, error: &Error) -> Fault {
    let head = draft.head();
    let entry = match head.key {
        Some(key) => format!("`{key}`"),
        None => format!("{place} ({} of `{}`)", head.name, draft.subject()),
    };
    Fault::CorrectionBreaks { entry, code: error.first().code().into(), message: error.first().message() }
}

/// Which entries were not taken back; a retraction that was taken back takes nothing back.
fn standing(entries: &[Entry]) -> Vec<bool> {
    let named: BTreeMap<&str, usize> =
        (0..).zip(entries).filter_map(|(place, entry)| Some((entry.draft.head().key?.as_str(), place))).collect();
    let mut standing = vec![true; entries.len()];
    for (place, entry) in entries.iter().enumerate().rev() {
        if let (EventDraft::Retract(retract), Some(true)) = (entry.draft.as_ref(), standing.get(place)) {
            let target = named.get(retract.entry.as_str()).and_then(|target| standing.get_mut(*target));
            if let Some(stands) = target {
                *stands = false;
            }
        }
    }
    standing
}

/// What stands of some entries: each at its place, as amended last.
pub(super) fn effective(entries: &[Entry]) -> Vec<(usize, Arc<EventDraft>)> {
    let standing = standing(entries);
    let mut amended: BTreeMap<&str, Arc<EventDraft>> = BTreeMap::new();
    for (entry, _) in entries.iter().zip(&standing).filter(|(_, stands)| **stands) {
        if let EventDraft::Amend(amend) = entry.draft.as_ref() {
            amended.insert(&amend.entry, Arc::new(merged_head(&entry.draft, &amend.event)));
        }
    }
    let events = (0..).zip(entries).zip(standing).filter(|(_, stands)| *stands).map(|(entry, _)| entry);
    events
        .filter(|(_, entry)| !matches!(entry.draft.as_ref(), EventDraft::Retract(_) | EventDraft::Amend(_)))
        .map(|(place, entry)| {
            let amendment = entry.draft.head().key.and_then(|key| amended.get(key.as_str()));
            (place, Arc::clone(amendment.unwrap_or(&entry.draft)))
        })
        .collect()
}

/// The event of an amendment, with the amendment's day of recording and source where it has none.
fn merged_head(amend: &EventDraft, event: &EventDraft) -> EventDraft {
    let head = amend.head();
    let mut event = event.clone();
    let (instrument, source, recorded) = event.head_mut();
    *recorded = head.recorded;
    if source.is_none() {
        *source = head.source.cloned();
    }
    if instrument.is_none() {
        *instrument = head.instrument.cloned();
    }
    event
}

/// The order in which the entries of a document apply: those known from the start by their days, then the rest as listed.
pub(super) fn order(events: &[EventDraft]) -> Vec<u32> {
    let known = events.iter().take_while(|event| event.head().recorded.is_none()).count();
    let mut order: Vec<(u32, &EventDraft)> = (0..).zip(events).collect();
    if let Some(start) = order.get_mut(..known) {
        // What sets a fact right stands after all that happened.
        start.sort_by_key(|(_, event)| {
            let day = event.head().day;
            (day.is_none(), day.map(|day| (day.earliest(), day.latest())))
        });
    }
    order.into_iter().map(|(index, _)| index).collect()
}
