//! The record of a decision, and its evaluation again.

use super::check::Check;
use super::question::Leaf;
use super::{Facts, ParticipationError, Verdict};
use crate::kernel::{Digest, Document, Error, Result, Text, Value, to_value};
use crate::pack::{Pack, Packs, Rules};
use crate::wire::participation::{Difference, PackRef, RecordDraft, Verification};

/// The record of a decision, `shequ.decision/1`.
///
/// It holds the verdict with the sums that decided, and the digests of the packs and the facts; of a list of units it
/// holds no unit. The digest over all of it changes when one number in it is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    draft: RecordDraft,
}

impl Record {
    /// The digest over the whole record.
    pub const fn digest(&self) -> Digest {
        self.draft.digest
    }

    /// The record as plain data, its format first.
    ///
    /// # Errors
    /// None that a record can have.
    pub fn to_value(&self) -> Result<Value> {
        let mut entries = vec![("format".to_owned(), Value::from(Self::FORMAT))];
        if let Value::Map(rest) = to_value(&self.draft)? {
            entries.extend(rest);
        }
        Ok(Value::Map(entries))
    }
}

impl serde::Serialize for Record {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl Document for Record {
    const FORMAT: &'static str = "shequ.decision/1";
    const ROOT: &'static str = "decision";
    type Draft = RecordDraft;

    fn check(draft: RecordDraft) -> Result<Self> {
        Ok(Self { draft })
    }
}

/// The digest over a record without its digest.
fn seal(draft: &RecordDraft) -> Result<Digest> {
    let mut value = to_value(draft)?;
    if let Value::Map(entries) = &mut value {
        entries.retain(|(key, _)| key != "digest");
        entries.push(("format".to_owned(), Record::FORMAT.into()));
    }
    Digest::of(&value)
}

/// What differs between the packs that decided and those that are loaded.
pub(super) fn packs_differ(used: &[PackRef], packs: &Packs) -> Vec<Difference> {
    let differs = used.iter().filter_map(|used| match packs.packs().iter().find(|pack| pack.id() == used.id) {
        Some(pack) if pack.digest() == used.digest => None,
        Some(_) => Some(Text::new("规则包与记录不同", "a pack is not the one that decided")),
        None => Some(Text::new("缺少规则包", "a pack that decided is not loaded")),
    });
    differs.map(|text| Difference { what: "pack".to_owned(), text }).collect()
}

/// Whether what was recorded is what comes out again: every number, word of a closed list, key and citation. What is written
/// for readers in two languages may be worded better by a later version; in a record it cannot be changed unnoticed, because
/// the digest is over all of it.
pub(super) fn agrees(recorded: &Value, again: &Value) -> bool {
    let words = |entries: &[(String, Value)]| {
        entries.len() == 2
            && entries.iter().all(|(key, value)| matches!((key.as_str(), value), ("zh" | "en", Value::Text(_))))
    };
    match (recorded, again) {
        (Value::Map(a), Value::Map(b)) if words(a) && words(b) => true,
        (Value::Map(a), Value::Map(b)) => {
            a.len() == b.len() && a.iter().all(|(key, value)| again.get(key).is_some_and(|other| agrees(value, other)))
        }
        (Value::List(a), Value::List(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| agrees(a, b)),
        _ => recorded == again,
    }
}

impl Verdict {
    /// The names of the clauses that decide, and of those that say how units are counted.
    pub(super) fn names(&self) -> Vec<&str> {
        let inner = self.inner();
        let names = inner.leaves.iter().map(|leaf| leaf.id.as_str());
        names.chain(inner.rule.counting.iter().map(String::as_str)).collect()
    }

    /// Refuses to record what turned on a sensitive fact of a person.
    pub(super) fn recordable(&self) -> Result<()> {
        let sensitive = |leaf: &&Leaf| leaf.check.as_ref().is_ok_and(Check::is_sensitive);
        match self.inner().leaves.iter().find(sensitive) {
            Some(leaf) => Err(Error::at("decision", ParticipationError::SensitiveRecord { clause: leaf.id.clone() })),
            None => Ok(()),
        }
    }

    /// The record of the decision: whoever has it, the packs and the facts can evaluate it again.
    ///
    /// # Errors
    /// `sensitive-not-recorded`.
    pub fn record(&self) -> Result<Record> {
        self.recordable()?;
        let rules = self.question().rules();
        let mut draft = RecordDraft {
            question: self.question().id().to_owned(),
            day: rules.day(),
            accepts_secondary: rules.accepts_secondary(),
            accepts_undated: rules.accepts_undated(),
            packs: packs_of(rules, &self.names()),
            facts: self.facts().digest()?,
            verdict: to_value(&self.view())?,
            notice: notice(),
            digest: Digest::of_bytes(&[]),
        };
        draft.digest = seal(&draft)?;
        Ok(Record { draft })
    }
}

/// The packs that have a version of one of these clauses, as they were read.
pub(super) fn packs_of(rules: &Rules, names: &[&str]) -> Vec<PackRef> {
    let packs = rules.packs();
    let used = |id: &str| names.iter().any(|name| packs.versions(name).any(|(pack, _)| pack.id() == id));
    let refer = |pack: &Pack| PackRef { id: pack.id().to_owned(), read_on: pack.read_on(), digest: pack.digest() };
    packs.packs().iter().filter(|pack| used(pack.id())).map(refer).collect()
}

/// What a record says of itself.
pub(super) fn notice() -> Text {
    Text::new(
        "本记录不构成法律意见；条文以各规则包所载阅读日为准",
        "no legal advice; the texts are as read on the day that each pack names",
    )
}

/// Evaluates a recorded decision again by its packs and facts, and says what does not agree.
///
/// # Errors
/// Those of [`decide`](super::decide) for facts and a question that do not fit; a record that disagrees is no error.
pub fn verify(record: &Record, packs: &Packs, facts: &Facts) -> Result<Verification> {
    let draft = &record.draft;
    let mut differs = Vec::new();
    let mut differ = |what: &str, zh: &str, en: &str| {
        differs.push(Difference { what: what.to_owned(), text: Text::new(zh, en) });
    };
    let digest = seal(draft)?;
    if digest != draft.digest {
        differ("record", "记录被改动过", "the record was changed after it was made");
    }
    differs.extend(packs_differ(&draft.packs, packs));
    let mut differ = |what: &str, zh: &str, en: &str| {
        differs.push(Difference { what: what.to_owned(), text: Text::new(zh, en) });
    };
    if facts.digest()? != draft.facts {
        differ("facts", "事实与记录不同", "the facts are not those that decided");
    }
    let mut rules = packs.at(draft.day);
    if draft.accepts_secondary {
        rules = rules.accepting_secondary();
    }
    if draft.accepts_undated {
        rules = rules.accepting_undated();
    }
    let again = rules.decide(&draft.question, facts).map_err(|e: Error| e.under("decision"))?;
    if !agrees(&draft.verdict, &to_value(&again.view())?) {
        differ("verdict", "重新评判的结果不同", "evaluated again, the verdict is another");
    }
    Ok(Verification { ok: differs.is_empty(), differs, digest })
}
