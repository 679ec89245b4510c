//! Events: each applies wholly or not at all.

mod change;
mod edit;
mod flow;

use std::collections::BTreeSet;

use serde::{Serialize, Serializer};

use super::rows::Rows;
use super::{Catalogue, OrganisationError as Fault, SchemeId, UnitId};
use crate::kernel::{Day, Error};
use crate::kernel::{Digest, Document, Key, KeyTable, NewEntry, Ratio, Result, Text, Value, WithinDays, to_value};
use crate::wire::organisation::EventDraft;
pub(super) use flow::Flowed;

/// An event (事件) to apply to an organisation, or a correction of one: `shequ.event/1`.
///
/// It is written as in the `events` of an organisation, with its format beside:
/// `{"format": "shequ.event/1", "rename": {"unit": "c1", "name": "…", "day": "2024-05-01"}}`.
#[derive(Debug, Clone)]
pub struct Event(pub(super) EventDraft);

impl Event {
    /// What is written under the name of the change.
    pub const fn draft(&self) -> &EventDraft {
        &self.0
    }

    /// The digest of the event's document, which is what a log keeps of it.
    ///
    /// # Errors
    /// None in practice: an event holds no float.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(self)
    }

    /// The entry of a log for the event: its digest as the payload `event`, on the day of recording or else on `opened`.
    ///
    /// A remark on a person is sealed into it before it is appended: [`NewEntry::sealing`].
    ///
    /// # Errors
    /// None in practice.
    pub fn entry(&self, actor: Key, opened: Day) -> Result<NewEntry> {
        let head = self.0.head();
        // A unit is named by a key, but a draft may say anything: what is no key stands for none.
        let subject = self.0.subject().parse().unwrap_or_else(|_| Key::none());
        let entry = NewEntry::new(head.recorded.unwrap_or(opened), actor, head.name.parse()?, subject);
        Ok(entry.with("event".parse()?, self.digest()?))
    }
}

impl Document for Event {
    const FORMAT: &'static str = "shequ.event/1";
    const ROOT: &'static str = "event";
    type Draft = EventDraft;

    fn check(draft: EventDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}

impl From<EventDraft> for Event {
    fn from(draft: EventDraft) -> Self {
        Self(draft)
    }
}

impl Serialize for Event {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        let format = ("format".to_owned(), Value::Text(Self::FORMAT.into()));
        match to_value(&self.0).map_err(serde::ser::Error::custom)? {
            Value::Map(entries) => Value::Map(std::iter::once(format).chain(entries).collect()).serialize(serializer),
            other => other.serialize(serializer),
        }
    }
}

/// What an event did, kept for lineage.
#[derive(Debug, Clone)]
pub(super) struct Past {
    pub(super) name: &'static str,
    pub(super) day: WithinDays,
    pub(super) instrument: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) recorded: Option<Day>,
    pub(super) key: Option<Key>,
    pub(super) inferred: Option<Ratio>,
    pub(super) what: What,
    /// Units that moved or ended with those of the event.
    pub(super) along: Vec<UnitId>,
}

#[derive(Debug, Clone)]
pub(super) enum What {
    Found(UnitId),
    Abolish(UnitId),
    /// A name, a code, a parent or a kind.
    Change(UnitId),
    Restore(UnitId),
    Flow(Flowed),
}

/// What an entry did: for a correction of facts nothing.
pub(super) struct Done {
    what: Option<What>,
    along: Vec<UnitId>,
}

impl From<What> for Done {
    fn from(what: What) -> Self {
        Self { what: Some(what), along: Vec::new() }
    }
}

/// The keys of units that a draft makes, if they are new.
pub(super) fn makes(event: &EventDraft) -> Vec<Key> {
    match event {
        EventDraft::Found(e) => vec![e.unit.clone()],
        EventDraft::Merge(e) => e.targets.iter().map(|t| t.unit.clone()).collect(),
        EventDraft::Replace(e) => e.targets.iter().map(|t| t.unit.clone()).collect(),
        EventDraft::Split(e) => e.targets.iter().map(|t| t.unit.clone()).collect(),
        EventDraft::Transfer(e) => vec![e.target.unit.clone()],
        EventDraft::Convert(e) => e.into.iter().cloned().collect(),
        EventDraft::Amend(e) => makes(&e.event),
        _ => Vec::new(),
    }
}

/// What an event needs beside the units.
pub(super) struct Ground<'a> {
    pub(super) catalogue: &'a Catalogue,
    pub(super) schemes: &'a mut KeyTable<SchemeId>,
    pub(super) index: u32,
}

impl Ground<'_> {
    /// Applies an event; on a fault nothing has changed. Retractions and amendments are the replay's.
    pub(super) fn apply(&mut self, rows: &mut Rows, event: &EventDraft) -> Result<Option<Past>> {
        let head = event.head();
        if let Some(got) = head.inferred.filter(|r| r.is_negative() || r.is_zero() || **r > Ratio::ONE) {
            let cause = Fault::NotAConfidence { got: got.to_string() };
            return Err(Error::at(format!("{}.inferred", head.name), cause));
        }
        let done = match event {
            EventDraft::Found(e) => self.found(rows, e),
            EventDraft::Abolish(e) => change::abolish(rows, e),
            EventDraft::Rename(e) => change::rename(rows, e),
            EventDraft::Recode(e) => self.recode(rows, e),
            EventDraft::Reparent(e) => change::reparent(rows, e),
            EventDraft::Convert(e) => self.convert(rows, e),
            EventDraft::Merge(e) => self.merge(rows, e),
            EventDraft::Split(e) => self.split(rows, e),
            EventDraft::Transfer(e) => self.transfer(rows, e),
            EventDraft::Replace(e) => self.replace(rows, e),
            EventDraft::Restore(e) => self.restore(rows, e),
            EventDraft::State(e) => self.state(rows, e),
            EventDraft::Retract(_) | EventDraft::Amend(_) => return Ok(None),
        };
        let done = done.map_err(|fault| fault.under(head.name))?;
        let past = done.what.zip(head.day).map(|(what, day)| Past {
            name: head.name,
            day,
            instrument: head.instrument.cloned(),
            source: head.source.cloned(),
            recorded: head.recorded,
            key: head.key.cloned(),
            inferred: head.inferred.cloned(),
            what,
            along: done.along,
        });
        for (past, unit) in past.iter().flat_map(|past| past.own().into_iter().map(move |unit| (past, unit))) {
            rows.took_part(unit, past.day, past.name);
        }
        Ok(past)
    }

    fn scheme(&mut self, scheme: Option<&Key>) -> Option<SchemeId> {
        scheme_id(self.schemes, scheme)
    }
}

/// The id of a scheme, new if it was not there.
pub(super) fn scheme_id(schemes: &mut KeyTable<SchemeId>, scheme: Option<&Key>) -> Option<SchemeId> {
    let key = match scheme {
        Some(key) => key.clone(),
        None => "code".parse().ok()?,
    };
    schemes.get(key.as_str()).or_else(|| schemes.insert(key))
}

impl Past {
    /// Whether a unit is one of the event's.
    pub(super) fn touches(&self, id: UnitId) -> bool {
        match &self.what {
            What::Found(u) | What::Abolish(u) | What::Change(u) | What::Restore(u) => *u == id,
            What::Flow(flow) => flow.sources.contains(&id) || flow.targets.contains(&id),
        }
    }

    /// The units of the event.
    pub(super) fn own(&self) -> Vec<UnitId> {
        match &self.what {
            What::Found(u) | What::Abolish(u) | What::Change(u) | What::Restore(u) => vec![*u],
            What::Flow(flow) => flow.sources.iter().chain(&flow.targets).copied().collect(),
        }
    }

    /// Every unit that it changed, those that moved or ended along included.
    pub(super) fn units(&self) -> BTreeSet<UnitId> {
        self.own().into_iter().chain(self.along.iter().copied()).collect()
    }
}
