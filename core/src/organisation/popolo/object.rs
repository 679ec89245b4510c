//! Objects of a foreign document: what is taken from them, and what is left behind.

use std::collections::BTreeSet;

use super::{Loss, LossReason};
use crate::kernel::{DayError, DocumentError, Faults, Key, Value, WithinDays};

/// An object while it is read: every field is taken, or lost.
pub(super) struct Object<'v> {
    pub(super) path: String,
    entries: &'v [(String, Value)],
    taken: Vec<bool>,
}

/// The path of a field.
pub(super) fn field(path: &str, key: &str) -> String {
    let plain = !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '@' | '$'));
    match (plain, path.is_empty()) {
        (true, true) => key.to_owned(),
        (true, false) => format!("{path}.{key}"),
        (false, _) => format!("{path}[{}]", serde_json::Value::from(key)),
    }
}

/// An object of the fields that are there.
pub(super) fn row<const N: usize>(fields: [(&str, Option<Value>); N]) -> Value {
    Value::Map(fields.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?))).collect())
}

/// A list of which nothing is left is lost as a whole.
pub(super) fn collapse(path: &str, count: usize, notes: &mut Notes) {
    let whole: BTreeSet<String> = (0..count).map(|i| format!("{path}[{i}]")).collect();
    let lost = |loss: &Loss| whole.contains(&loss.path);
    let found = notes.losses.iter().filter(|loss| lost(loss)).count();
    if let Some(first) = notes.losses.iter().position(lost).filter(|_| found == count) {
        let reason = notes.losses.get(first).map_or(LossReason::NoPlace, |loss| loss.reason);
        notes.losses.retain(|loss| !lost(loss));
        notes.losses.insert(first, Loss { path: path.to_owned(), reason });
    }
}

/// The lists at the top of a document of which nothing is left are lost as wholes.
pub(super) fn whole_lists(document: &Value, losses: &mut Vec<Loss>) {
    let Value::Map(entries) = document else { return };
    let mut notes = Notes { faults: Faults::new(), losses: std::mem::take(losses) };
    for (key, value) in entries {
        if let Value::List(items) = value {
            collapse(&field("", key), items.len(), &mut notes);
        }
    }
    *losses = notes.losses;
}

/// What is read with a fault or a loss.
pub(super) struct Notes {
    pub(super) faults: Faults,
    pub(super) losses: Vec<Loss>,
}

impl Notes {
    pub(super) fn lose(&mut self, path: impl Into<String>, reason: LossReason) {
        self.losses.push(Loss { path: path.into(), reason });
    }

    fn wrong(&mut self, path: String, got: &Value, expected: &str) {
        self.faults.push(path, DocumentError::WrongKind { got: got.kind().into(), expected: expected.into() });
    }
}

impl<'v> Object<'v> {
    /// An object at a path; anything else is a fault.
    pub(super) fn read(value: &'v Value, path: String, notes: &mut Notes) -> Option<Self> {
        match value {
            Value::Map(entries) => Some(Self { path, entries, taken: vec![false; entries.len()] }),
            other => {
                notes.wrong(path, other, "an object");
                None
            }
        }
    }

    pub(super) fn at(&self, key: &str) -> String {
        field(&self.path, key)
    }

    pub(super) fn has(&self, key: &str) -> bool {
        self.entries.iter().any(|(k, _)| k == key)
    }

    /// The value of a field, which is left as it is.
    pub(super) fn peek(&self, key: &str) -> Option<&'v Value> {
        self.entries.iter().find(|(k, _)| k == key).map(|(_, value)| value)
    }

    /// The days of a row of a fact that is not dated on the other side: lost, but no news where they are the unit's own.
    pub(super) fn lose_days(&mut self, unit: &Self, notes: &mut Notes) {
        for end in ["from", "until"] {
            if self.has(end) {
                let same = self.peek(end) == unit.peek(end);
                self.lose(end, if same { LossReason::Redundant } else { LossReason::NotExpressible }, notes);
            }
        }
    }

    /// How many items a list has.
    pub(super) fn count(&self, key: &str) -> usize {
        match self.entries.iter().find(|(k, _)| k == key) {
            Some((_, Value::List(items))) => items.len(),
            _ => 0,
        }
    }

    /// The value of a field, which is then taken; an empty one is lost.
    pub(super) fn take(&mut self, key: &str, notes: &mut Notes) -> Option<&'v Value> {
        let place = self.entries.iter().position(|(k, _)| k == key)?;
        self.taken.get_mut(place).into_iter().for_each(|taken| *taken = true);
        let (_, value) = self.entries.get(place)?;
        let empty = match value {
            Value::Null => true,
            Value::Text(text) => text.is_empty(),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            _ => false,
        };
        if empty {
            notes.lose(self.at(key), LossReason::Empty);
            return None;
        }
        Some(value)
    }

    pub(super) fn text(&mut self, key: &str, notes: &mut Notes) -> Option<&'v str> {
        match self.take(key, notes)? {
            Value::Text(text) => Some(text),
            other => {
                notes.wrong(self.at(key), other, "a text");
                None
            }
        }
    }

    pub(super) fn list(&mut self, key: &str, notes: &mut Notes) -> &'v [Value] {
        match self.take(key, notes) {
            Some(Value::List(items)) => items,
            Some(other) => {
                notes.wrong(self.at(key), other, "a list");
                &[]
            }
            None => &[],
        }
    }

    /// A text that must be there.
    pub(super) fn need(&mut self, key: &str, notes: &mut Notes) -> Option<&'v str> {
        let faults = notes.faults.len();
        let found = self.text(key, notes);
        if found.is_none() && notes.faults.len() == faults {
            notes.faults.push(self.path.clone(), DocumentError::MissingField { field: key.into() });
        }
        found
    }

    /// A key that must be there.
    pub(super) fn key(&mut self, key: &str, notes: &mut Notes) -> Option<Key> {
        let path = self.at(key);
        let text = self.need(key, notes)?;
        notes.faults.take(&path, text.parse())
    }

    /// A day, a month or a year.
    pub(super) fn days(&mut self, key: &str, notes: &mut Notes) -> Option<WithinDays> {
        let path = self.at(key);
        let text = self.text(key, notes)?;
        let read = if text.contains("..") {
            Err(DayError::NotADay { got: text.chars().take(40).collect() }.into())
        } else {
            text.parse()
        };
        notes.faults.take(&path, read)
    }

    pub(super) fn lose(&mut self, key: &str, reason: LossReason, notes: &mut Notes) {
        if let Some(place) = self.entries.iter().position(|(k, _)| k == key) {
            self.taken.get_mut(place).into_iter().for_each(|taken| *taken = true);
            notes.lose(self.at(key), reason);
        }
    }

    /// Whatever was not taken is lost.
    pub(super) fn rest(self, reason: LossReason, notes: &mut Notes) {
        let left = self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for ((key, value), _) in left {
            let inside =
                matches!(key.as_str(), "parent" | "organization" | "person" | "post" | "area" | "on_behalf_of")
                    && matches!(value, Value::Map(_));
            let lists = matches!(key.as_str(), "memberships" | "posts" | "children") && matches!(value, Value::List(_));
            let reason = if inside || lists { LossReason::Embedded } else { reason };
            notes.lose(field(&self.path, key), reason);
        }
    }
}
