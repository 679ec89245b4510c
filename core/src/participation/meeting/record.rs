//! The record of a meeting, and its evaluation again.

use super::{Meeting, MeetingError, MeetingResult, Opening, verify_opening};
use crate::kernel::{Calendar, Digest, Document, Faults, Key, Result, Text, Value, to_value};
use crate::pack::Packs;
use crate::participation::ParticipationError;
use crate::participation::record::{agrees, calendar_differs, calendar_of, notice, packs_differ, packs_of};
use crate::wire::participation::{Difference, Verification};
use crate::wire::participation_meeting::{MeetingDraft, MeetingRecordDraft};

/// The record of a meeting, `shequ.meeting-record/1`.
///
/// It holds the aggregate facts, the result and its explanation, and the digests of the packs: whoever has it and the packs
/// evaluates it again. It holds no unit, no proxy and no salt; of a roll-call it holds the sums and a commitment that the
/// holder of the list can open for one unit. The digest over all of it changes when one number in it is changed.
#[derive(Debug, Clone)]
pub struct MeetingRecord {
    draft: MeetingRecordDraft,
}

impl MeetingRecord {
    /// The digest over the whole record.
    pub const fn digest(&self) -> Digest {
        self.draft.digest
    }

    /// The record as data.
    pub const fn draft(&self) -> &MeetingRecordDraft {
        &self.draft
    }

    /// Whether it is the record of this meeting, units and proxies included.
    ///
    /// # Errors
    /// None that a meeting can have; digests are fallible in general.
    pub fn is_of(&self, meeting: &Meeting) -> Result<bool> {
        Ok(Digest::of(&self.draft.meeting)? == Digest::of(meeting.public())?)
    }

    /// Whether a unit was in the roll-call on an item with the vote that the opening shows.
    ///
    /// `amendment` is nothing for the vote on the motion.
    ///
    /// # Errors
    /// `vote-without-roll-call`.
    pub fn verify_opening(&self, item: &str, amendment: Option<&str>, opening: &Opening) -> Result<bool> {
        let item = self.draft.meeting.agenda.iter().find(|i| i.key.as_str() == item);
        let poll = item.and_then(|i| i.polls.iter().find(|p| p.amendment.as_ref().map(Key::as_str) == amendment));
        let committed = poll.and_then(|poll| poll.committed).ok_or(MeetingError::NoRollCall)?;
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

impl serde::Serialize for MeetingRecord {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_value().map_err(serde::ser::Error::custom)?.serialize(serializer)
    }
}

impl Document for MeetingRecord {
    const FORMAT: &'static str = "shequ.meeting-record/1";
    const ROOT: &'static str = "meeting_record";
    type Draft = MeetingRecordDraft;

    fn check(draft: MeetingRecordDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut holds = |path: String, field: &str| {
            let cause = ParticipationError::RecordOfUnits { field: field.to_owned() };
            faults.push(path, cause);
        };
        for (field, there) in [("salt", draft.meeting.salt.is_some()), ("proxies", draft.meeting.proxies.is_some())] {
            if there {
                holds(format!("meeting.{field}"), field);
            }
        }
        for (i, item) in draft.meeting.agenda.iter().enumerate() {
            for (j, _) in item.polls.iter().enumerate().filter(|(_, poll)| poll.units.is_some()) {
                holds(format!("meeting.agenda[{i}].polls[{j}].units"), "units");
            }
        }
        faults.into_result().map(|()| Self { draft })
    }
}

/// The digest over a record without its digest.
pub(super) fn seal(draft: &MeetingRecordDraft) -> Result<Digest> {
    let mut value = to_value(draft)?;
    if let Value::Map(entries) = &mut value {
        entries.retain(|(key, _)| key != "digest");
        entries.push(("format".to_owned(), MeetingRecord::FORMAT.into()));
    }
    Digest::of(&value)
}

impl MeetingResult {
    /// The record of the meeting.
    ///
    /// # Errors
    /// `sensitive-not-recorded`.
    pub fn record(&self) -> Result<MeetingRecord> {
        self.verdicts().try_for_each(crate::participation::Verdict::recordable)?;
        let public: &MeetingDraft = self.meeting.public();
        let casting = public.rules.casting_vote.as_deref();
        let names: Vec<&str> = self.verdicts().flat_map(crate::participation::Verdict::names).chain(casting).collect();
        let mut draft = MeetingRecordDraft {
            meeting: public.clone(),
            accepts_secondary: self.rules.accepts_secondary(),
            accepts_undated: self.rules.accepts_undated(),
            packs: packs_of(&self.rules, &names),
            calendar: calendar_of(&self.rules, self.verdicts())?,
            result: to_value(self.view())?,
            tree: to_value(&self.explain())?,
            notice: notice(),
            digest: Digest::of_bytes(&[]),
        };
        draft.digest = seal(&draft)?;
        Ok(MeetingRecord { draft })
    }
}

/// Evaluates a recorded meeting again by its packs alone, and says what does not agree: `record`, `pack`, `calendar`,
/// `meeting`, `result`, `tree`.
///
/// `calendar` is needed where a clause counts working days.
///
/// # Errors
/// None that a record can have; a record that disagrees is no error.
pub fn verify_meeting(record: &MeetingRecord, packs: &Packs, calendar: Option<&Calendar>) -> Result<Verification> {
    let draft = &record.draft;
    let mut differs = Vec::new();
    let digest = seal(draft)?;
    let difference = |what: &str, zh: &str, en: &str| Difference { what: what.to_owned(), text: Text::new(zh, en) };
    if digest != draft.digest {
        differs.push(difference("record", "记录被改动过", "the record was changed after it was made"));
    }
    differs.extend(packs_differ(&draft.packs, packs));
    differs.extend(calendar_differs(draft.calendar.as_ref(), calendar));
    let mut rules = packs.at(draft.meeting.day);
    if draft.accepts_secondary {
        rules = rules.accepting_secondary();
    }
    if draft.accepts_undated {
        rules = rules.accepting_undated();
    }
    if let Some(calendar) = calendar {
        rules = rules.with_calendar(calendar.clone());
    }
    match Meeting::check(draft.meeting.clone()).and_then(|meeting| meeting.result(&rules)) {
        Err(error) => {
            let (fault, why) = (error.first(), error.first().to_string());
            differs.push(difference(
                "meeting",
                &format!("会议的事实有误：{}（{}）", fault.path(), fault.code()),
                &format!("the facts are unsound: {why}"),
            ));
        }
        Ok(again) => {
            if !agrees(&draft.result, &to_value(again.view())?) {
                differs.push(difference("result", "重新评判的结果不同", "evaluated again, the result is another"));
            }
            if !agrees(&draft.tree, &to_value(&again.explain())?) {
                differs.push(difference("tree", "重新评判的理由不同", "evaluated again, the reasons are others"));
            }
        }
    }
    Ok(Verification { ok: differs.is_empty(), differs, digest })
}
