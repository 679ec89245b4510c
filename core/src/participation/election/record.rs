//! The record of an election, and its evaluation again.

use super::{Election, ElectionResult};
use crate::kernel::{Digest, Document, Result, Text, Value, to_value};
use crate::pack::{Packs, Rules};
use crate::participation::record::{agrees, notice, packs_differ, packs_of};
use crate::wire::participation::{Caution, Difference, PackRef, Verification};
use crate::wire::participation_election::ElectionRecordDraft;

/// The record of an election, `shequ.election-record/1`.
///
/// It holds the result with the sums by candidate, and the digests of the run and its rules; it holds no pattern of a
/// ballot, because a pattern that few ballots have can give its voter away. The digest over all of it changes when one
/// number in it is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct ElectionRecord {
    draft: ElectionRecordDraft,
}

impl ElectionRecord {
    /// The same with a digest over what it says now.
    #[cfg(test)]
    pub(super) fn sealed_anew(mut self) -> Result<Self> {
        self.draft.digest = seal(&self.draft)?;
        Ok(self)
    }

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

impl serde::Serialize for ElectionRecord {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl Document for ElectionRecord {
    const FORMAT: &'static str = "shequ.election-record/1";
    const ROOT: &'static str = "election_record";
    type Draft = ElectionRecordDraft;

    fn check(draft: ElectionRecordDraft) -> Result<Self> {
        Ok(Self { draft })
    }
}

/// The digest over a record without its digest.
fn seal(draft: &ElectionRecordDraft) -> Result<Digest> {
    let mut value = to_value(draft)?;
    if let Value::Map(entries) = &mut value {
        entries.retain(|(key, _)| key != "digest");
        entries.push(("format".to_owned(), ElectionRecord::FORMAT.into()));
    }
    Digest::of(&value)
}

impl ElectionResult {
    /// The record of the election: whoever has it and the run can evaluate it again.
    ///
    /// # Errors
    /// None that a result can have; digests are fallible in general.
    pub fn record(&self) -> Result<ElectionRecord> {
        self.sealed(Vec::new(), Vec::new())
    }

    /// The same with the packs whose clauses the rules cite, as they are known to the rules of a day, the days on which their
    /// texts were read, and what a reader must know of those clauses.
    ///
    /// # Errors
    /// As [`record`](Self::record).
    pub fn record_by(&self, rules: &Rules) -> Result<ElectionRecord> {
        let cited = self.election.rules().clauses();
        let known = cited.iter().copied().filter(|id| rules.packs().versions(id).next().is_some());
        self.sealed(packs_of(rules, &cited), rules.cautions_of(known)?)
    }

    fn sealed(&self, packs: Vec<PackRef>, cautions: Vec<Caution>) -> Result<ElectionRecord> {
        let mut draft = ElectionRecordDraft {
            election: self.election.id().clone(),
            run: self.election.digest()?,
            rules: self.election.rules().digest()?,
            result: to_value(&self.view)?,
            notice: if packs.is_empty() {
                Text::new(
                    "本记录不构成法律意见；规则以所附规则文件为准",
                    "no legal advice; the rules are those of the document of rules",
                )
            } else {
                notice()
            },
            packs,
            cautions,
            digest: Digest::of_bytes(&[]),
        };
        draft.digest = seal(&draft)?;
        Ok(ElectionRecord { draft })
    }
}

/// Evaluates a recorded election again by its run, and says what does not agree: `record`, `rules`, `run`, `result`; and with packs
/// also `pack`, where one whose clauses the rules cite is not the one that is loaded.
///
/// # Errors
/// None that a run can have; a record that disagrees is no error.
pub fn verify_election(record: &ElectionRecord, run: &Election, packs: Option<&Packs>) -> Result<Verification> {
    let draft = &record.draft;
    let mut differs = packs.map(|packs| packs_differ(&draft.packs, packs)).unwrap_or_default();
    let mut differ = |what: &str, zh: &str, en: &str| {
        differs.push(Difference { what: what.to_owned(), text: Text::new(zh, en) });
    };
    let digest = seal(draft)?;
    if digest != draft.digest {
        differ("record", "记录被改动过", "the record was changed after it was made");
    }
    if run.rules().digest()? != draft.rules {
        differ("rules", "选举规则与记录不同", "the rules are not those of the record");
    }
    if run.digest()? != draft.run {
        differ("run", "选举过程与记录不同", "the run is not the one that was recorded");
    }
    if !agrees(&draft.result, &to_value(run.result().view())?) {
        differ("result", "重新计算的结果不同", "evaluated again, the result is another");
    }
    Ok(Verification { ok: differs.is_empty(), differs, digest })
}
