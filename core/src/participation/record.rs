//! The record of a decision, and its evaluation again.

use super::check::Check;
use super::facts::{area_tally_draft, tally_draft};
use super::meeting::{Opening, commit_units, open_unit, verify_opening};
use super::question::{Chair, Leaf};
use super::verdict::split_heads;
use super::{Facts, ParticipationError, Verdict};
use crate::kernel::{Calendar, Day, Digest, Document, Error, Faults, Result, Salt, Text, Value, canonical, to_value};
use crate::pack::{Pack, Packs, Rules};
use crate::wire::participation::{CalendarRef, Difference, FactsDraft, PackRef, RecordDraft, Verification};
use crate::wire::participation_meeting::UnitCommitment;

/// The record of a decision, `shequ.decision/1`.
///
/// It holds the facts that decided, the verdict, and the digests of the packs: whoever has it and the packs evaluates it
/// again. Of a list of units it holds the sums and a salted commitment, which whoever holds the list can open for one of them; it
/// holds no unit and no salt. The digest over all of it changes when one number in it is changed.
#[derive(Debug, Clone, PartialEq)]
pub struct Record {
    draft: RecordDraft,
}

impl Record {
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

    /// The record as data.
    pub const fn draft(&self) -> &RecordDraft {
        &self.draft
    }

    /// Whether a unit was among those that decided, with the vote that the opening shows.
    ///
    /// # Errors
    /// `record-without-units` for a decision by tallies.
    pub fn verify_opening(&self, opening: &Opening) -> Result<bool> {
        let committed = self.draft.committed.ok_or(ParticipationError::NothingCommitted)?;
        verify_opening(&committed, opening)
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
        let mut faults = Faults::new();
        if let Some(counted) = &draft.counted {
            for (field, there) in [("units", counted.units.is_some()), ("salt", counted.salt.is_some())] {
                if there {
                    let cause = ParticipationError::RecordOfUnits { field: field.to_owned() };
                    faults.push(format!("counted.{field}"), cause);
                }
            }
        }
        faults.into_result().map(|()| Self { draft })
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

    /// The first and the last day of each count of working days.
    fn counted_days(&self) -> Vec<(Day, Day)> {
        let checks = self.inner().leaves.iter().filter_map(|leaf| leaf.check.as_ref().ok());
        checks.filter_map(|check| check.counted_days(&self.known())).collect()
    }

    /// Refuses to record what turned on a sensitive fact of a person.
    pub(super) fn recordable(&self) -> Result<()> {
        let sensitive = |leaf: &&Leaf| leaf.check.as_ref().is_ok_and(Check::is_sensitive);
        match self.inner().leaves.iter().find(sensitive) {
            Some(leaf) => Err(Error::at("decision", ParticipationError::SensitiveRecord { clause: leaf.id.clone() })),
            None => Ok(()),
        }
    }

    /// The record of the decision: whoever has it and the packs can evaluate it again.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::participation::{Facts, verify};
    /// let unit = |key: &str, vote: &str| format!(r#"{{"key": "{key}", "area": "45.67", "vote": "{vote}"}}"#);
    /// let units = [unit("1-101", "yes"), unit("1-102", "yes"), unit("1-201", "no")].join(",");
    /// let facts = Facts::parse(&format!(r#"{{"format": "shequ.facts/1", "salt": "kept by the committee", "units": [{units}]}}"#))?;
    /// let verdict = shequ::pack::cn().at("2026-03-01".parse()?).decide("owners.ordinary", &facts)?;
    /// let record = verdict.record()?;
    /// assert!(verify(&record, shequ::pack::cn(), None, None)?.ok);
    /// // One owner shows how the unit was counted; of the others nothing is learnt.
    /// assert!(record.verify_opening(&verdict.open_unit("1-201")?)?);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `sensitive-not-recorded`; `units-without-salt` for a list of units without a salt of 16 bytes or more.
    pub fn record(&self) -> Result<Record> {
        self.recordable()?;
        let rules = self.question().rules();
        let (counted, committed) = self.aggregate()?;
        let mut draft = RecordDraft {
            question: self.question().id().to_owned(),
            day: rules.day(),
            accepts_secondary: rules.accepts_secondary(),
            accepts_undated: rules.accepts_undated(),
            packs: packs_of(rules, &self.names()),
            calendar: calendar_of(rules, std::iter::once(self))?,
            facts: self.facts().digest()?,
            counted: Some(counted),
            committed,
            verdict: to_value(&self.view())?,
            notice: notice(),
            digest: Digest::of_bytes(&[]),
        };
        draft.digest = seal(&draft)?;
        Ok(Record { draft })
    }

    /// One of the units that decided, shown to be in the commitment of the record: its owner can show everyone how it was counted.
    ///
    /// # Errors
    /// `units-without-salt`, `unit-not-committed`; `record-without-units` for a decision by tallies.
    pub fn open_unit(&self, unit: &str) -> Result<Opening> {
        let units = self.facts().units().ok_or(ParticipationError::NothingCommitted)?;
        open_unit(&units.drafts(), &self.salt()?, &self.context()?, unit)
    }

    /// The facts as a record holds them, and what stands in place of units.
    fn aggregate(&self) -> Result<(FactsDraft, Option<UnitCommitment>)> {
        let (facts, leaves) = (self.facts(), &self.inner().leaves);
        let mut counted = FactsDraft { salt: None, units: None, ..facts.draft().clone() };
        counted.answers.retain(|clause, _| leaves.iter().any(|leaf| leaf.id == *clause));
        let Some(units) = facts.units() else { return Ok((counted, None)) };
        counted.heads = Some(tally_draft(&facts.counts().heads));
        counted.area = Some(area_tally_draft(&facts.counts().area));
        Ok((counted, Some(commit_units(&units.drafts(), &self.salt()?, &self.context()?)?)))
    }

    fn salt(&self) -> Result<Salt> {
        let salt = self.facts().draft().salt.as_ref().and_then(|salt| Salt::new(salt.as_bytes()).ok());
        salt.ok_or_else(|| Error::at("facts.salt", ParticipationError::UnitsWithoutSalt))
    }

    /// What tells the lists of decisions apart that share a salt.
    fn context(&self) -> Result<String> {
        canonical(&(Record::FORMAT, self.question().id(), self.question().rules().day()))
    }
}

/// The packs that have a version of one of these clauses, as they were read.
pub(super) fn packs_of(rules: &Rules, names: &[&str]) -> Vec<PackRef> {
    let packs = rules.packs();
    let used = |id: &str| names.iter().any(|name| packs.versions(name).any(|(pack, _)| pack.id() == id));
    let refer = |pack: &Pack| PackRef { id: pack.id().to_owned(), read_on: pack.read_on(), digest: pack.digest() };
    packs.packs().iter().filter(|pack| used(pack.id())).map(refer).collect()
}

/// The calendar by which verdicts counted working days, if they did.
pub(super) fn calendar_of<'v>(
    rules: &Rules,
    verdicts: impl Iterator<Item = &'v Verdict>,
) -> Result<Option<CalendarRef>> {
    let Some(calendar) = rules.calendar() else { return Ok(None) };
    let spans = verdicts.flat_map(Verdict::counted_days);
    let Some((from, last)) = spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1))) else { return Ok(None) };
    let until = last.plus_days(1)?;
    Ok(Some(CalendarRef { key: calendar.key().clone(), from, until, digest: calendar.digest(from, until)? }))
}

/// Whether the calendar of a record is missing, or is another on the days among which was counted. A record that names none is not
/// asked: it counted none, or was made before records named them.
pub(super) fn calendar_differs(used: Option<&CalendarRef>, calendar: Option<&Calendar>) -> Option<Difference> {
    let used = used?;
    let text = match calendar {
        None => Text::new("记录按工作日历计算，未提供日历", "the record counts working days, and no calendar is given"),
        Some(given) if given.digest(used.from, used.until).is_ok_and(|digest| digest == used.digest) => return None,
        Some(_) => Text::new("工作日历与记录不同", "the calendar is not the one by which working days were counted"),
    };
    Some(Difference { what: "calendar".to_owned(), text })
}

/// What a record says of itself.
pub(super) fn notice() -> Text {
    Text::new(
        "本记录不构成法律意见；条文以各规则包所载阅读日为准",
        "no legal advice; the texts are as read on the day that each pack names",
    )
}

/// Evaluates a recorded decision again by its packs, and says what does not agree: `record`, `pack`, `calendar`, `facts`, `verdict`.
///
/// With the facts it is also said whether it is the record of these; without them it is evaluated by the sums that it holds, and
/// of a list of units the fewest that flip the verdict stand as they were recorded. `calendar` is needed where a clause counts
/// working days.
///
/// # Errors
/// Those of [`decide`](super::decide) for facts and a question that do not fit; `record-without-facts` for a record that holds none
/// where none are given. A record that disagrees is no error.
pub fn verify(
    record: &Record,
    packs: &Packs,
    facts: Option<&Facts>,
    calendar: Option<&Calendar>,
) -> Result<Verification> {
    let draft = &record.draft;
    let mut differs = Vec::new();
    let difference = |what: &str, zh: &str, en: &str| Difference { what: what.to_owned(), text: Text::new(zh, en) };
    let digest = seal(draft)?;
    if digest != draft.digest {
        differs.push(difference("record", "记录被改动过", "the record was changed after it was made"));
    }
    differs.extend(packs_differ(&draft.packs, packs));
    differs.extend(calendar_differs(draft.calendar.as_ref(), calendar));
    let mut rules = packs.at(draft.day);
    if draft.accepts_secondary {
        rules = rules.accepting_secondary();
    }
    if draft.accepts_undated {
        rules = rules.accepting_undated();
    }
    if let Some(calendar) = calendar {
        rules = rules.with_calendar(calendar.clone());
    }
    let question = rules.question(&draft.question).map_err(|e: Error| e.under("decision"))?;
    let again = match facts {
        Some(facts) => {
            let again = question.verdict(facts).map_err(|e| e.under("decision"))?;
            let held = draft.counted.as_ref().is_none_or(|counted| again.holds(counted, draft.committed));
            if facts.digest()? != draft.facts || !held {
                differs.push(difference("facts", "事实与记录不同", "the facts are not those that decided"));
            }
            to_value(&again.view())?
        }
        None => by_sums(draft, &question)?,
    };
    if !agrees(&draft.verdict, &again) {
        differs.push(difference("verdict", "重新评判的结果不同", "evaluated again, the verdict is another"));
    }
    Ok(Verification { ok: differs.is_empty(), differs, digest })
}

impl Verdict {
    /// Whether a record that holds this is of these facts.
    fn holds(&self, counted: &FactsDraft, committed: Option<UnitCommitment>) -> bool {
        // Units without a salt were never recorded.
        self.aggregate().is_ok_and(|(own, units)| own == *counted && units == committed)
    }
}

/// The verdict by what a record holds.
fn by_sums(draft: &RecordDraft, question: &super::Question) -> Result<Value> {
    let missing = || Error::at("decision.counted", ParticipationError::RecordWithoutFacts);
    let counted = draft.counted.as_ref().ok_or_else(missing)?;
    let moved = |e: Error| e.moved(|path| format!("decision.counted{}", path.trim_start_matches("facts")));
    let facts = Facts::check(counted.clone()).map_err(|e| e.under("decision.counted"))?;
    let mut view = question.answer(&facts, &[], draft.committed.is_some(), Chair::Asked).map_err(moved)?.view();
    let Some(committed) = draft.committed else { return to_value(&view) };
    let split = usize::try_from(committed.split_heads).unwrap_or(usize::MAX);
    let at = view.cautions.iter().position(|c| c.code == "counting-unknown").unwrap_or(view.cautions.len());
    view.cautions.splice(at..at, split_heads(split));
    let mut again = to_value(&view)?;
    if let Value::Map(entries) = &mut again {
        for (key, value) in entries {
            let recorded = draft.verdict.get(key);
            // Which units flip it, and of which the area is not known, no sum says.
            let kept = match key.as_str() {
                "fewest_units" => recorded,
                "missing" => recorded.filter(|_| !view.missing.is_empty()),
                _ => None,
            };
            if let Some(kept) = kept {
                *value = kept.clone();
            }
        }
    }
    Ok(again)
}
