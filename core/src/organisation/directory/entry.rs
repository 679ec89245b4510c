//! An entry of the directory: four fields and consents.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Directory, DirectoryError, DirectoryField, DirectoryView, Office, Purpose, Skill};
use crate::kernel::{Day, Document, Faults, Result};
use crate::wire::organisation::{ConsentDraft, DirectoryEntryDraft, NewEntryDraft};

/// A new entry, checked against the purposes when it is added; its debug print shows nothing of it.
#[derive(Debug, Clone)]
pub struct DirectoryEntry(pub(super) NewEntryDraft);

impl Document for DirectoryEntry {
    const FORMAT: &'static str = "shequ.directory-entry/1";
    const ROOT: &'static str = "entry";
    type Draft = NewEntryDraft;

    fn check(draft: NewEntryDraft) -> Result<Self> {
        Ok(Self(draft))
    }
}

impl From<DirectoryEntryDraft> for NewEntryDraft {
    fn from(draft: DirectoryEntryDraft) -> Self {
        let DirectoryEntryDraft { id: _, name, contact, offices, skills, consents } = draft;
        Self { name, contact, offices, skills, consents }
    }
}

/// No `Debug`: it would show a person.
#[derive(Clone)]
pub(super) struct Entry {
    name: Option<String>,
    contact: Option<String>,
    pub(super) offices: BTreeSet<Office>,
    pub(super) skills: BTreeSet<Skill>,
    pub(super) consents: Vec<ConsentDraft>,
}

/// An entry as it stands in the document.
#[derive(Serialize)]
pub(super) struct Written<'e> {
    id: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'e str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    contact: Option<&'e str>,
    offices: &'e BTreeSet<Office>,
    skills: &'e BTreeSet<Skill>,
    consents: &'e [ConsentDraft],
}

/// A set of choices, each written once.
pub(super) fn once<T: Ord + Copy + Serialize>(list: &[T], path: &str, faults: &mut Faults) -> BTreeSet<T> {
    let mut out = BTreeSet::new();
    for (i, item) in list.iter().enumerate() {
        if !out.insert(*item) {
            let what = crate::kernel::canonical(item).unwrap_or_default().replace('"', "");
            faults.push(format!("{path}[{i}]"), DirectoryError::Twice { what });
        }
    }
    out
}

pub(super) fn check_consent(consent: ConsentDraft) -> Result<ConsentDraft> {
    if consent.until <= consent.from {
        return Err(DirectoryError::ConsentReversed { from: consent.from, until: consent.until }.into());
    }
    Ok(consent)
}

fn check_text(field: &str, text: Option<&String>, most: usize, faults: &mut Faults) {
    let wrong = |text: &String| {
        let signs = text.chars().count();
        signs == 0 || signs > most || text.trim() != text.as_str() || text.chars().any(char::is_control)
    };
    if text.is_some_and(wrong) {
        faults.push(field, DirectoryError::TextLength { field: field.into(), most });
    }
}

impl Directory {
    /// An entry that the purposes allow.
    pub(super) fn admit(&self, draft: NewEntryDraft) -> Result<Entry> {
        let mut faults = Faults::new();
        check_text("name", draft.name.as_ref(), 60, &mut faults);
        check_text("contact", draft.contact.as_ref(), 120, &mut faults);
        let offices = once(&draft.offices, "offices", &mut faults);
        let skills = once(&draft.skills, "skills", &mut faults);
        if draft.consents.is_empty() {
            faults.push("consents", DirectoryError::ConsentMissing);
        }
        let mut needed = BTreeSet::new();
        let mut consents = Vec::new();
        for (i, consent) in draft.consents.into_iter().enumerate() {
            let path = format!("consents[{i}]");
            let purpose = faults.take(&format!("{path}.purpose"), self.purpose(&consent.purpose));
            needed.extend(purpose.into_iter().flat_map(|p| p.fields.iter().copied()));
            consents.extend(faults.take(&path, check_consent(consent)));
        }
        let entry = Entry { name: draft.name, contact: draft.contact, offices, skills, consents };
        if entry.fields().next().is_none() {
            faults.push("", DirectoryError::EntryEmpty);
        }
        for field in entry.fields().filter(|field| faults.is_empty() && !needed.contains(field)).collect::<Vec<_>>() {
            let name = crate::kernel::canonical(&field).unwrap_or_default().replace('"', "");
            faults.push(name.clone(), DirectoryError::FieldWithoutPurpose { field: name });
        }
        faults.into_result().map(|()| entry)
    }
}

impl Entry {
    /// The fields that it has.
    pub(super) fn fields(&self) -> impl Iterator<Item = DirectoryField> {
        let has = [
            (DirectoryField::Name, self.name.is_some()),
            (DirectoryField::Contact, self.contact.is_some()),
            (DirectoryField::Offices, !self.offices.is_empty()),
            (DirectoryField::Skills, !self.skills.is_empty()),
        ];
        has.into_iter().filter_map(|(field, has)| has.then_some(field))
    }

    pub(super) fn clear(&mut self, field: DirectoryField) {
        match field {
            DirectoryField::Name => self.name = None,
            DirectoryField::Contact => self.contact = None,
            DirectoryField::Offices => self.offices.clear(),
            DirectoryField::Skills => self.skills.clear(),
        }
    }

    /// The first day after the consent to a purpose that holds on a day.
    pub(super) fn consented(&self, purpose: &str, day: Day) -> Option<Day> {
        let holds = |c: &&ConsentDraft| c.purpose == purpose && c.from <= day && day < c.until;
        self.consents.iter().filter(holds).map(|c| c.until).max()
    }

    pub(super) fn view(&self, id: u32, purpose: &Purpose, day: Day) -> Option<DirectoryView> {
        let consent_until = self.consented(purpose.key.as_str(), day)?;
        let needs = |field| purpose.fields.contains(&field);
        Some(DirectoryView {
            id,
            purpose: purpose.key.to_string(),
            consent_until,
            name: self.name.clone().filter(|_| needs(DirectoryField::Name)),
            contact: self.contact.clone().filter(|_| needs(DirectoryField::Contact)),
            offices: needs(DirectoryField::Offices).then(|| self.offices.iter().copied().collect()),
            skills: needs(DirectoryField::Skills).then(|| self.skills.iter().copied().collect()),
        })
    }

    pub(super) fn written(&self, id: u32) -> Written<'_> {
        let (name, contact) = (self.name.as_deref(), self.contact.as_deref());
        Written { id, name, contact, offices: &self.offices, skills: &self.skills, consents: &self.consents }
    }
}
