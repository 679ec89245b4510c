//! Persons by their own consent (人才库·代表人士): bound to purposes, erasable, and never part of an organisation.
//!
//! An entry has four fields: a name, one contact, offices and skills from closed lists. Each purpose names the fields that it
//! needs; each consent is to one purpose, from a day until a day. Reading takes a purpose and a day and shows no
//! more than that. What no consent needs any more is due to go, and [`Directory::sweep`] erases it.
//!
//! Entries are known by numbers that the directory gives, so that nothing that stays behind, in a log of readings for example, says
//! who it was. No debug print, error or count shows a name or a contact.

mod counts;
mod entry;

use std::collections::{BTreeMap, BTreeSet};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::kernel::error::faults;
use crate::kernel::{
    Day, Document, Error, Explanation, Faults, How, Key, Log, NewEntry, Quantity, Result, SealedTexts, Text,
};
use crate::wire::organisation::{ConsentDraft, DirectoryDraft};
use entry::Entry;

pub use crate::wire::organisation::{
    CountRow, DirectoryBreakdown, DirectoryCounts, DirectoryField, DirectoryView, DueField, Office, Skill, Sweep,
};
pub use entry::DirectoryEntry;

faults! {
    /// Faults of the directory; none of them repeats a name or a contact.
    pub enum DirectoryError: Organisation {
        /// A purpose that the directory does not have.
        UnknownPurpose { purpose: String } => "directory-unknown-purpose", "the directory has no purpose `{purpose}`", "name one of its purposes; entries are read for nothing else";
        /// An entry that is not there, or not any more.
        NoEntry { id: u32 } => "directory-no-entry", "there is no entry {id}", "it was never there, or it was erased";
        /// No consent to the purpose on the day.
        NoConsent { id: u32, purpose: String, day: Day } => "directory-no-consent", "entry {id} has no consent to `{purpose}` on {day}", "ask the person; without consent it is not read";
        /// A count by a field that the purpose does not need.
        PurposeWithoutField { purpose: String, field: String } => "directory-purpose-without-field", "the purpose `{purpose}` does not cover the field `{field}`", "use a purpose whose `fields` name it";
        /// A field that no consent of the entry needs.
        FieldWithoutPurpose { field: String } => "directory-field-without-purpose", "no purpose that was consented to needs the field `{field}`", "leave the field out: what nobody may read is not kept";
        /// An entry without consent.
        ConsentMissing => "directory-consent-missing", "the entry has no consent", "without consent it is not kept";
        /// A consent that ends before it begins.
        ConsentReversed { from: Day, until: Day } => "directory-consent-reversed", "the consent ends on {until}, not after it begins on {from}", "swap the days; `until` is the first day after";
        /// A name or a contact that is empty or too long.
        TextLength { field: String, most: usize } => "directory-text-length", "the {field} is empty, longer than {most} signs, or has signs that are none", "write it on one line, without spaces at the ends";
        /// An entry without any field.
        EntryEmpty => "directory-entry-empty", "the entry says nothing", "write a name, a contact, an office or a skill";
        /// A number, a purpose or a choice that stands twice.
        Twice { what: String } => "directory-listed-twice", "`{what}` is listed twice", "list it once";
        /// The number of the next entry is not above all others.
        NextTooLow { next: u32, expected: u32 } => "directory-next-too-low", "the next entry would have the number {next}, expected {expected} or more", "leave `next` out where no entry was ever erased";
        /// All numbers are given.
        Full => "directory-full", "every number of an entry was given once", "begin another directory";
        /// A threshold of counts below the least.
        ThresholdTooLow { got: u64, least: u64 } => "directory-threshold-too-low", "the threshold {got} is below {least}", "publish no counts below {least}";
    }
}

/// The least threshold of published counts.
pub const LEAST_COUNT: u64 = 5;

#[derive(Debug, Clone, Serialize)]
struct Purpose {
    key: Key,
    label: Text,
    fields: BTreeSet<DirectoryField>,
}

/// Persons by consent, `shequ.directory/1`.
#[derive(Clone)]
pub struct Directory {
    title: Text,
    purposes: Vec<Purpose>,
    entries: BTreeMap<u32, Entry>,
    next: u32,
}

/// Shows how many entries there are, and nothing of them.
impl std::fmt::Debug for Directory {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Directory({} entries, {} purposes)", self.entries.len(), self.purposes.len())
    }
}

impl Document for Directory {
    const FORMAT: &'static str = "shequ.directory/1";
    const ROOT: &'static str = "directory";
    type Draft = DirectoryDraft;

    fn check(draft: DirectoryDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut purposes: Vec<Purpose> = Vec::new();
        for (i, purpose) in draft.purposes.into_iter().enumerate() {
            let path = format!("purposes[{i}]");
            if purposes.iter().any(|p| p.key == purpose.key) {
                faults.push(format!("{path}.key"), DirectoryError::Twice { what: purpose.key.to_string() });
            }
            let fields = entry::once(&purpose.fields, &format!("{path}.fields"), &mut faults);
            purposes.push(Purpose { key: purpose.key, label: purpose.label, fields });
        }
        let mut out = Self { title: draft.title, purposes, entries: BTreeMap::new(), next: 1 };
        for (i, row) in draft.entries.into_iter().enumerate() {
            let (path, id) = (format!("entries[{i}]"), row.id);
            let entry = faults.take(&path, out.admit(row.into()));
            let entry = entry.and_then(|entry| out.entries.insert(id, entry));
            if entry.is_some() {
                faults.push(format!("{path}.id"), DirectoryError::Twice { what: id.to_string() });
            }
            match id.checked_add(1) {
                Some(after) => out.next = out.next.max(after),
                None => faults.push(format!("{path}.id"), DirectoryError::Full),
            }
        }
        if let Some(next) = draft.next {
            if next < out.next {
                faults.push("next", DirectoryError::NextTooLow { next, expected: out.next });
            }
            out.next = next;
        }
        faults.into_result().map(|()| out)
    }
}

/// The whole document, personal data included: for its keeper, not for publication.
impl Serialize for Directory {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries: Vec<entry::Written<'_>> = self.entries.iter().map(|(id, entry)| entry.written(*id)).collect();
        let mut out = serializer.serialize_struct("Directory", 5)?;
        out.serialize_field("format", Self::FORMAT)?;
        out.serialize_field("title", &self.title)?;
        out.serialize_field("purposes", &self.purposes)?;
        out.serialize_field("entries", &entries)?;
        out.serialize_field("next", &self.next)?;
        out.end()
    }
}

impl Directory {
    fn purpose(&self, key: &str) -> Result<&Purpose> {
        let found = self.purposes.iter().find(|p| p.key.as_str() == key);
        found.ok_or_else(|| DirectoryError::UnknownPurpose { purpose: key.chars().take(120).collect() }.into())
    }

    fn entry(&self, id: u32) -> Result<&Entry> {
        self.entries.get(&id).ok_or_else(|| DirectoryError::NoEntry { id }.into())
    }

    fn entry_mut(&mut self, id: u32) -> Result<&mut Entry> {
        self.entries.get_mut(&id).ok_or_else(|| DirectoryError::NoEntry { id }.into())
    }

    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// The numbers of the entries.
    pub fn ids(&self) -> Vec<u32> {
        self.entries.keys().copied().collect()
    }

    /// The keys of the purposes, with their words.
    pub fn purposes(&self) -> Vec<(&Key, &Text)> {
        self.purposes.iter().map(|p| (&p.key, &p.label)).collect()
    }

    /// Adds an entry and gives it a number that no other ever had.
    ///
    /// # Errors
    /// `directory-unknown-purpose`, `directory-field-without-purpose`, `directory-consent-missing` and the other faults of
    /// an entry; `directory-full`. On an error nothing is added.
    pub fn add(&mut self, entry: DirectoryEntry) -> Result<u32> {
        let entry = self.admit(entry.0).map_err(|e| e.under(DirectoryEntry::ROOT))?;
        let id = self.next;
        self.next = id.checked_add(1).ok_or(DirectoryError::Full)?;
        self.entries.insert(id, entry);
        Ok(id)
    }

    /// Adds a consent to an entry.
    ///
    /// # Errors
    /// `directory-no-entry`, `directory-unknown-purpose`, `directory-consent-reversed`.
    pub fn consent(&mut self, id: u32, purpose: &str, from: Day, until: Day) -> Result<()> {
        self.purpose(purpose)?;
        let consent = entry::check_consent(ConsentDraft { purpose: purpose.into(), from, until })?;
        self.entry_mut(id)?.consents.push(consent);
        Ok(())
    }

    /// Ends every consent of an entry to a purpose on a day, from which it is not read for it any more; whether the entry is
    /// still there.
    ///
    /// A consent that would begin that day or later goes at once, and so does what was kept for it alone; what had been
    /// consented to until then is erased by a [`sweep`](Self::sweep) on that day or later.
    ///
    /// # Errors
    /// `directory-no-entry`, `directory-unknown-purpose`.
    pub fn withdraw(&mut self, id: u32, purpose: &str, day: Day) -> Result<bool> {
        self.purpose(purpose)?;
        let consents = &mut self.entry_mut(id)?.consents;
        consents.retain(|c| c.purpose != purpose || c.from < day);
        for consent in consents.iter_mut().filter(|c| c.purpose == purpose) {
            consent.until = consent.until.min(day);
        }
        let needed = self.needed(self.entry(id)?, |_| true);
        let entry = self.entry_mut(id)?;
        let unneeded: Vec<DirectoryField> = entry.fields().filter(|field| !needed.contains(field)).collect();
        for field in unneeded {
            entry.clear(field);
        }
        let there = entry.fields().next().is_some();
        if !there {
            self.entries.remove(&id);
        }
        Ok(there)
    }

    /// The fields that some consents of an entry need.
    fn needed(&self, entry: &Entry, consents: impl Fn(&ConsentDraft) -> bool) -> BTreeSet<DirectoryField> {
        let live = entry.consents.iter().filter(|c| consents(c));
        let purposes = live.filter_map(|c| self.purposes.iter().find(|p| p.key.as_str() == c.purpose));
        purposes.flat_map(|p| p.fields.iter().copied()).collect()
    }

    /// Reads an entry for a purpose on a day: the fields that the purpose needs, if there is consent.
    ///
    /// # Errors
    /// `directory-unknown-purpose`, `directory-no-entry`, `directory-no-consent`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Directory;
    /// let directory = Directory::parse(r#"{"format": "shequ.directory/1", "title": "人才库",
    ///     "purposes": [{"key": "invite", "label": "活动邀请", "fields": ["name", "contact"]},
    ///                  {"key": "survey", "label": "技能统计", "fields": ["skills"]}],
    ///     "entries": [{"id": 1, "name": "甲", "contact": "0595-0000", "skills": ["law"], "consents": [
    ///         {"purpose": "invite", "from": "2024-01-01", "until": "2025-01-01"},
    ///         {"purpose": "survey", "from": "2024-01-01", "until": "2024-07-01"}]}]}"#)?;
    /// let view = directory.read(1, "invite", "2024-05-01".parse()?)?;
    /// assert_eq!((view.name.as_deref(), view.skills), (Some("甲"), None));
    /// let refused = directory.read(1, "invite", "2025-01-01".parse()?).unwrap_err();
    /// assert_eq!(refused.first().code(), "directory-no-consent");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn read(&self, id: u32, purpose: &str, day: Day) -> Result<DirectoryView> {
        let purpose = self.purpose(purpose)?;
        let view = self.entry(id)?.view(id, purpose, day);
        view.ok_or_else(|| DirectoryError::NoConsent { id, purpose: purpose.key.to_string(), day }.into())
    }

    /// Reads an entry and notes it in a log: the day, who read, the purpose and the number of the entry, nothing else.
    ///
    /// # Errors
    /// As [`read`](Self::read); `log-day-backwards`. What cannot be noted is not read.
    pub fn read_logged(&self, id: u32, purpose: &str, day: Day, reader: &Key, log: &mut Log) -> Result<DirectoryView> {
        let view = self.read(id, purpose, day)?;
        note(&view, day, reader, log)?;
        Ok(view)
    }

    /// Every entry with consent to a purpose on a day, by number.
    ///
    /// # Errors
    /// `directory-unknown-purpose`.
    pub fn read_all(&self, purpose: &str, day: Day) -> Result<Vec<DirectoryView>> {
        let purpose = self.purpose(purpose)?;
        Ok(self.entries.iter().filter_map(|(id, entry)| entry.view(*id, purpose, day)).collect())
    }

    /// Reads every entry with consent to a purpose on a day, and notes each reading in a log, as [`read_logged`](Self::read_logged).
    ///
    /// # Errors
    /// As [`read_all`](Self::read_all); `log-day-backwards`.
    pub fn read_all_logged(&self, purpose: &str, day: Day, reader: &Key, log: &mut Log) -> Result<Vec<DirectoryView>> {
        let views = self.read_all(purpose, day)?;
        views.iter().try_for_each(|view| note(view, day, reader, log))?;
        Ok(views)
    }

    /// What has to be erased on a day: entries to which no consent holds or begins later, and fields that no such consent needs.
    pub fn due(&self, day: Day) -> Sweep {
        let (mut entries, mut fields) = (Vec::new(), Vec::new());
        for (id, entry) in &self.entries {
            let needed = self.needed(entry, |consent| consent.until > day);
            if !entry.fields().any(|field| needed.contains(&field)) {
                entries.push(*id);
                continue;
            }
            let gone = entry.fields().filter(|field| !needed.contains(field));
            fields.extend(gone.map(|field| DueField { id: *id, field }));
        }
        let kept = u32::try_from(self.entries.len() - entries.len()).unwrap_or(u32::MAX);
        Sweep { day, entries, fields, kept }
    }

    /// Erases what is due on a day, and says what it was: numbers and names of fields.
    pub fn sweep(&mut self, day: Day) -> Sweep {
        let due = self.due(day);
        for id in &due.entries {
            self.entries.remove(id);
        }
        for gone in &due.fields {
            self.entries.get_mut(&gone.id).into_iter().for_each(|entry| entry.clear(gone.field));
        }
        for entry in self.entries.values_mut() {
            entry.consents.retain(|c| c.until > day);
        }
        due
    }

    /// Erases an entry at once, as the person may ask at any time. Its number is not given again.
    ///
    /// # Errors
    /// `directory-no-entry`.
    pub fn erase(&mut self, id: u32) -> Result<()> {
        self.entries.remove(&id).map(drop).ok_or_else(|| DirectoryError::NoEntry { id }.into())
    }
}

/// Notes a reading: the day, who read, the purpose, the number of the entry.
fn note(view: &DirectoryView, day: Day, reader: &Key, log: &mut Log) -> Result<()> {
    let kind: Key = format!("read {}", view.purpose).parse().map_err(|e: Error| e.under("purpose"))?;
    let subject: Key = format!("entry {}", view.id).parse()?;
    log.append(NewEntry::new(day, reader.clone(), kind, subject), &mut SealedTexts::default()).map(drop)
}

impl DirectoryField {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Name => Text::new("姓名", "name"),
            Self::Contact => Text::new("联系方式", "contact"),
            Self::Offices => Text::new("职务", "offices"),
            Self::Skills => Text::new("技能", "skills"),
        }
    }
}

impl Sweep {
    /// What went, by number; what stays is counted.
    pub fn explain(&self) -> Explanation {
        let count = |n: usize| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let number = |id: u32| Text::new(format!("第{id}号"), format!("entry {id}"));
        let entries = self.entries.iter().map(|id| Explanation::new(number(*id), Quantity::Count(1)));
        let fields =
            (self.fields.iter()).map(|due| Explanation::new(number(due.id), Quantity::Words(due.field.label())));
        Explanation::new(Text::new("到期清理", "sweep"), Quantity::Day(self.day))
            .with(Text::new("保留", "kept"), Quantity::Count(self.kept.into()))
            .of(
                How::List,
                vec![
                    Explanation::new(
                        Text::new("无有效同意的条目", "entries without consent"),
                        count(self.entries.len()),
                    )
                    .of(How::Sum, entries.collect()),
                    Explanation::new(Text::new("不再需要的字段", "fields no longer needed"), count(self.fields.len()))
                        .of(How::List, fields.collect()),
                ],
            )
    }
}
