//! The log of entries and its replay: what happened, when it was recorded, and what was corrected since.
//!
//! The entries are kept, and of the units before any event only those that events changed: the rest stands as it is in the
//! columns. A correction replays what stands of the log from there. Keys and ids are never taken back: a unit whose
//! founding was retracted, or was not yet recorded on a day, keeps its id and exists on no day.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::events::{Event, Ground, Past};
use super::rows::{Origin, Rows, UnitRows};
use super::snapshot::Snapshot;
use super::store::Columns;
use super::{Catalogue, Organisation, OrganisationError as Fault, SchemeId, UnitId};
use crate::kernel::{Day, Document, Error, Faults, Id, Key, KeyTable, Result, Span};
use crate::wire::organisation::EventDraft;

/// Rows as they were before any event.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    /// How many units there were.
    units: usize,
    /// The rows of those that events changed since.
    images: BTreeMap<UnitId, UnitRows>,
}

impl Kept {
    /// Keeps a row before its first change.
    pub(super) fn keep(&mut self, id: UnitId, unit: &UnitRows) {
        if id.index() < self.units && !self.images.contains_key(&id) {
            self.images.insert(id, UnitRows { children: Vec::new(), ..unit.clone() });
        }
    }
}

/// An entry of the log with its place in the document or its number.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    draft: Arc<EventDraft>,
    index: u32,
}

/// The log of an organisation.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    /// In the order in which they apply.
    entries: Vec<Entry>,
    kept: Option<Arc<Kept>>,
    /// Periods in which a unit that began again did not exist, by unit.
    gaps: Vec<(UnitId, Span)>,
    /// Units that nothing makes any more.
    unknown: BTreeSet<UnitId>,
    /// Units that an inferred event changed, and the first day on which it may have.
    inferred: BTreeMap<UnitId, Day>,
}

impl History {
    /// Whether nothing makes a unit any more.
    pub(super) fn is_unknown(&self, unit: UnitId) -> bool {
        self.unknown.contains(&unit)
    }

    /// The gaps of a unit.
    pub(super) fn gaps_of(&self, unit: UnitId) -> impl Iterator<Item = Span> {
        let first = self.gaps.partition_point(|(other, _)| *other < unit);
        self.gaps.iter().skip(first).take_while(move |(other, _)| *other == unit).map(|(_, gap)| *gap)
    }

    /// Whether what a day shows of a unit rests on an inferred event.
    pub(super) fn is_inferred(&self, unit: UnitId, day: Day) -> bool {
        !self.inferred.is_empty() && self.inferred.get(&unit).is_some_and(|first| *first <= day)
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    fn of(rows: &Rows, entries: Vec<Entry>, past: &[Past]) -> Self {
        let mut out = Self { entries, ..Self::default() };
        for past in past.iter().filter(|past| past.inferred.is_some()) {
            for unit in past.units() {
                let first = out.inferred.entry(unit).or_insert(Day::MAX);
                *first = past.day.earliest().min(*first);
            }
        }
        for (id, unit) in (0..).zip(&rows.units).filter_map(|(i, unit)| Some((UnitId::from_index(i)?, unit))) {
            out.gaps.extend(unit.gaps.iter().map(|gap| (id, *gap)));
            if !unit.known {
                out.unknown.insert(id);
            }
        }
        if !out.entries.is_empty() {
            out.kept = rows.kept.clone().map(Arc::new);
        }
        out
    }
}

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

    /// The rows before any event.
    fn base(&self) -> Self {
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
    entries: Vec<Entry>,
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
    fn of(organisation: &'c Organisation) -> Self {
        let mut out = Self::new(&organisation.catalogue, organisation.schemes.clone(), organisation.thaw());
        out.past.clone_from(&organisation.events);
        out.entries.clone_from(&organisation.history.entries);
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
    fn replayed(&mut self, entries: &[(usize, Arc<EventDraft>)]) -> Result<(Rows, Vec<Past>), (usize, Error)> {
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
    fn frozen(&mut self) -> Result<Columns> {
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
fn effective(entries: &[Entry]) -> Vec<(usize, Arc<EventDraft>)> {
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

/// An organisation on a day, as it was known on another: made by [`Organisation::view`].
#[derive(Debug, Clone)]
pub struct View<'o> {
    organisation: Cow<'o, Organisation>,
    day: Day,
}

impl View<'_> {
    /// The organisation as it was known.
    pub fn organisation(&self) -> &Organisation {
        &self.organisation
    }

    /// Its day.
    pub fn snapshot(&self) -> Snapshot<'_> {
        self.organisation.at(self.day)
    }
}

impl Organisation {
    /// The rows, open to change, with what the log keeps beside them.
    pub(super) fn thaw(&self) -> Rows {
        let mut rows = self.columns.thaw(&self.keys);
        for unit in &self.history.unknown {
            rows.get_mut(*unit).into_iter().for_each(|unit| unit.known = false);
        }
        rows.kept = self.history.kept.as_deref().cloned();
        rows
    }

    /// The rows before any event.
    pub(super) fn rows_before(&self) -> Rows {
        let rows = self.thaw();
        if self.history.entries.is_empty() { rows } else { rows.base() }
    }

    /// The organisation after one more event; this one stays as it is.
    ///
    /// The event applies wholly or not at all. A correction (`retract`, `amend`) replays the log: if an entry that
    /// stands no longer applies then, the correction is refused and the fault names that entry.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`, `merge-into-itself`, `shares-not-conserved`, `correction-breaks-entry` and the
    /// other faults of events.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Event, Organisation};
    /// let before = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c1", "kind": "community", "name": "社区 01"}]}"#)?;
    /// let event = Event::parse(r#"{"format": "shequ.event/1",
    ///     "rename": {"unit": "c1", "name": "社区 1", "day": "2024-05-01"}}"#)?;
    /// let after = before.apply(&event)?;
    /// let name = |day: &str| Ok::<_, shequ::kernel::Error>(after.at(day.parse()?).unit("c1")?.name());
    /// assert_eq!((name("2024-04-30")?, name("2024-05-01")?), ("社区 01".into(), "社区 1".into()));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn apply(&self, event: &Event) -> Result<Self> {
        self.entered(std::slice::from_ref(event), |_| Event::ROOT.to_owned())
    }

    /// The organisation after many events, all or none; quicker than one by one.
    ///
    /// # Errors
    /// As [`apply`](Self::apply), with the place in the list: `events[2].rename.unit`.
    pub fn apply_all(&self, events: &[Event]) -> Result<Self> {
        self.entered(events, |i| format!("events[{i}]"))
    }

    fn entered(&self, events: &[Event], path: impl Fn(usize) -> String) -> Result<Self> {
        let mut replay = Replay::of(self);
        for (i, event) in events.iter().enumerate() {
            let index = u32::try_from(replay.entries.len()).unwrap_or(u32::MAX);
            replay.enter(&event.0, index, &path(i));
        }
        replay.settle();
        std::mem::take(&mut replay.faults).into_result()?;
        let columns = replay.frozen()?;
        Ok(self.with(columns, replay))
    }

    fn with(&self, columns: Columns, replay: Replay<'_>) -> Self {
        let (rows, schemes, events, history) = replay.into_parts();
        Self { schemes, keys: rows.keys, columns, events, history, ..self.clone() }
    }

    /// The organisation as it was known on a day: of its log only the entries recorded by then, with the corrections
    /// recorded by then. Where nothing was recorded later, it is this one, and costs nothing.
    ///
    /// Only the log has a recorded time; what stands beside it (posts, relations, indicators) is as known now.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "c", "kind": "community", "name": "old"}], "events": [
    ///     {"rename": {"key": "e1", "unit": "c", "name": "new", "day": "2020-01-01", "recorded": "2020-01-15"}},
    ///     {"amend": {"entry": "e1", "recorded": "2020-03-01",
    ///         "event": {"rename": {"unit": "c", "name": "newer", "day": "2020-01-01"}}}}]}"#)?;
    /// let name = |known: &str| Ok::<_, shequ::kernel::Error>(
    ///     organisation.view("2020-06-01".parse()?, known.parse()?).snapshot().unit("c")?.name());
    /// assert_eq!(name("2020-01-14")?, "old".into());
    /// assert_eq!(name("2020-02-01")?, "new".into());
    /// assert_eq!(name("2020-03-01")?, "newer".into());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn known_on(&self, day: Day) -> Cow<'_, Self> {
        let by = |entry: &Entry| entry.draft.head().recorded.is_none_or(|recorded| recorded <= day);
        let known = self.history.entries.partition_point(by);
        if known == self.history.len() { Cow::Borrowed(self) } else { Cow::Owned(self.first(known)) }
    }

    /// The organisation after the first so many entries of its log.
    pub(super) fn first(&self, entries: usize) -> Self {
        let mut replay = Replay::of(self);
        replay.entries.truncate(entries);
        // Each of these applied when it was entered, so each applies now.
        if let Ok((rows, past)) = replay.replayed(&effective(&replay.entries)) {
            (replay.rows, replay.past) = (rows, past);
        }
        let columns = Columns::new(&replay.rows);
        self.with(columns, replay)
    }

    /// The organisation on a day as it was known on another.
    pub fn view(&self, day: Day, known: Day) -> View<'_> {
        View { organisation: self.known_on(known), day }
    }

    /// The entries of its log in the order in which they apply: what happened, and what was corrected.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = &EventDraft> {
        self.history.entries.iter().map(|entry| entry.draft.as_ref())
    }
}
