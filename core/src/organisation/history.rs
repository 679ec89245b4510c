//! The log of entries and its replay: what happened, when it was recorded, and what was corrected since.
//!
//! The entries are kept, and of the units before any event only those that events changed: the rest stands as it is in the
//! columns. A correction replays what stands of the log from there. Keys and ids are never taken back: a unit whose
//! founding was retracted, or was not yet recorded on a day, keeps its id and exists on no day.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::events::{Event, Past};
use super::replay::{Replay, effective};
use super::rows::{Rows, UnitRows};
use super::saved::{Reader, Writer, altered};
use super::snapshot::Snapshot;
use super::store::Columns;
use super::{Organisation, UnitId};
use crate::kernel::{Day, Document, Id, Result};
use crate::wire::organisation::EventDraft;

/// Rows as they were before any event.
#[derive(Debug, Clone, Default)]
pub(super) struct Kept {
    /// How many units there were.
    pub(super) units: usize,
    /// The rows of those that events changed since.
    pub(super) images: BTreeMap<UnitId, UnitRows>,
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
    pub(super) draft: Arc<EventDraft>,
    pub(super) index: u32,
}

/// The log of an organisation.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    /// In the order in which they apply.
    pub(super) entries: Vec<Entry>,
    kept: Option<Arc<Kept>>,
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

    /// The units that nothing makes any more.
    pub(super) fn unknown(&self) -> impl ExactSizeIterator<Item = UnitId> + Clone {
        self.unknown.iter().copied()
    }

    /// Whether what a day shows of a unit rests on an inferred event.
    pub(super) fn is_inferred(&self, unit: UnitId, day: Day) -> bool {
        !self.inferred.is_empty() && self.inferred.get(&unit).is_some_and(|first| *first <= day)
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Writes what stands beside the entries, which stand in the document; `units` are those before any event.
    pub(super) fn write(&self, units: usize, unknown: impl ExactSizeIterator<Item = UnitId> + Clone, out: &mut Writer) {
        out.number(units);
        out.list(self.entries.iter().map(|entry| entry.index));
        out.list(unknown.map(|unit| unit.0));
    }

    /// Reads what was written, and how many units there were before any event.
    pub(super) fn read(bytes: &mut Reader<'_>, keys: usize, events: Vec<EventDraft>) -> Result<(usize, Self)> {
        let (units, indices, unknown) = (bytes.number()?, bytes.list()?, bytes.list_below(keys)?);
        let whole = units == keys || (units < keys && !events.is_empty());
        if !whole || indices.len() != events.len() {
            return Err(altered("a log of no unit"));
        }
        let entries = events.into_iter().zip(indices);
        let entries: Vec<Entry> = entries.map(|(draft, index)| Entry { draft: Arc::new(draft), index }).collect();
        let kept = (!entries.is_empty()).then(|| Arc::new(Kept { units, images: BTreeMap::new() }));
        let unknown = unknown.into_iter().map(UnitId).collect();
        Ok((units, Self { entries, kept, unknown, inferred: BTreeMap::new() }))
    }

    pub(super) fn of(rows: &Rows, entries: Vec<Entry>, past: &[Past]) -> Self {
        let mut out = Self { entries, ..Self::default() };
        for past in past.iter().filter(|past| past.inferred.is_some()) {
            for unit in past.units() {
                let first = out.inferred.entry(unit).or_insert(Day::MAX);
                *first = past.day.earliest().min(*first);
            }
        }
        for (id, unit) in (0..).zip(&rows.units).filter_map(|(i, unit)| Some((UnitId::from_index(i)?, unit))) {
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

    /// The rows of the units that were there before any event, as they were then.
    pub(super) fn rows_before_log(&self) -> Rows {
        let mut rows = self.rows_before();
        let units = self.history.kept.as_ref().map_or(rows.units.len(), |kept| kept.units);
        rows.units.truncate(units);
        rows
    }

    /// The organisation after all entries of its log, where its units are still as before any event.
    pub(super) fn with_log_applied(&self) -> Result<Self> {
        let mut replay = Replay::of(self);
        replay.rows.fill();
        let log = replay.replayed(&effective(&replay.entries));
        (replay.rows, replay.past) = log.map_err(|(place, error)| error.under(&format!("events[{place}]")))?;
        let columns = Columns::new(&replay.rows);
        Ok(self.with(columns, replay))
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
