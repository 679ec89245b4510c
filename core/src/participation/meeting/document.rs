//! A meeting as a document, checked: nothing in it contradicts itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::count::{self, Attendance};
use super::{MeetingError, Opening, commit_units, open_unit, proxies};
use crate::kernel::{Day, Digest, Document, Error, Faults, Key, Result, Text, canonical};
use crate::pack::{Measure, Milestone, QuestionRule};
use crate::participation::{Counts, Facts, ParticipationError};
use crate::wire::participation::{FactsDraft, UnitDraft};
use crate::wire::participation_meeting::{
    AgendaItemDraft, AmendmentOrder, MeetingDraft, MeetingPollDraft, MeetingRulesDraft, ProxyCountsDraft,
    UnitCommitment,
};

/// A meeting (会议), `shequ.meeting/1`: how it was called, who attended, what was voted on.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::meeting::Meeting;
/// let meeting = Meeting::parse(r#"
///     format = "shequ.meeting/1"
///     id = "owners-2026-03"
///     label = "owners' assembly"
///     day = "2026-03-16"
///     days = { notice = "2026-03-01" }
///     [rules]
///     notice = "cn.bj.pm.35.74"
///     agenda = "cn.bj.pm.35.75"
///     [attendance]
///     heads = { entitled = 90, in_person = 55, by_proxy = 5 }
///     area = { entitled = "9000", in_person = "5600", by_proxy = "400" }
///     [proxies_counted]
///     counted = 5
///     [[agenda]]
///     key = "roof"
///     label = "repair of the roof"
///     decided_by = "owners.ordinary"
///     on_agenda = true
///     polls = [{ counted = { heads = { yes = 31, no = 29 }, area = { yes = "3000.01", no = "2999.99" } } }]
/// "#)?;
/// let result = meeting.result(&shequ::pack::cn().at(meeting.day()))?;
/// assert_eq!(result.view().items[0].status, Status::Met);
/// assert_eq!(result.view().unchecked, ["proxies", "quorum"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Meeting {
    draft: Arc<MeetingDraft>,
    public: Arc<MeetingDraft>,
    pub(super) attendance: Attendance,
    pub(super) petition: Option<Counts>,
    pub(super) proxies: Option<ProxyCountsDraft>,
    /// The tallies of the votes, by item.
    pub(super) votes: Vec<Vec<Counts>>,
}

impl Meeting {
    /// Its name.
    pub fn id(&self) -> &Key {
        &self.draft.id
    }

    /// What it is.
    pub fn label(&self) -> &Text {
        &self.draft.label
    }

    /// The day on which it was held.
    pub fn day(&self) -> Day {
        self.draft.day
    }

    /// The meeting as a document writes it.
    pub fn draft(&self) -> &MeetingDraft {
        &self.draft
    }

    /// What a record holds of it: counts of proxies in place of the proxies, and of a roll-call the sums and a salted
    /// commitment in place of the units. It is a meeting itself and gives the same result.
    pub fn public(&self) -> &MeetingDraft {
        &self.public
    }

    /// The digest of the meeting with its salt.
    ///
    /// # Errors
    /// None that a meeting can have; digests are fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&*self.draft)
    }

    /// Opens the commitment of a roll-call for one unit: its owner can show everyone how it was recorded.
    ///
    /// `amendment` is nothing for the vote on the motion.
    ///
    /// # Errors
    /// `vote-without-roll-call`, `unit-not-committed`.
    pub fn open_unit(&self, item: &str, amendment: Option<&str>, unit: &str) -> Result<Opening> {
        let none = || Error::from(MeetingError::NoRollCall);
        let item = self.draft.agenda.iter().find(|i| i.key.as_str() == item).ok_or_else(none)?;
        let poll = item.polls.iter().find(|p| p.amendment.as_ref().map(Key::as_str) == amendment);
        let poll = poll.ok_or_else(none)?;
        let (units, salt) = poll.units.as_ref().zip(self.draft.salt.as_ref()).ok_or_else(none)?;
        open_unit(units, salt, &context(&self.draft.id, &item.key, poll)?, unit)
    }
}

impl Document for Meeting {
    const FORMAT: &'static str = "shequ.meeting/1";
    const ROOT: &'static str = "meeting";
    type Draft = MeetingDraft;

    fn check(draft: MeetingDraft) -> Result<Self> {
        let mut faults = Faults::new();
        if let Some(day) = draft.days.get(&Milestone::Meeting).filter(|day| **day != draft.day) {
            let (day, meeting) = (day.to_string(), draft.day.to_string());
            faults.push("days.meeting", MeetingError::OtherDay { day, meeting });
        }
        faults.take("rules", check_rules(&draft.rules));
        let numbers = FactsDraft { numbers: draft.numbers.clone(), ..FactsDraft::default() };
        faults.take("", Facts::check(numbers));
        let attendance = faults.take("attendance", count::attendance(&draft.attendance)).unwrap_or_default();
        let petition = draft
            .petition
            .as_ref()
            .and_then(|petition| faults.take("petition", count::petition(&count::read(petition), &attendance)));
        let proxies = check_proxies(&draft, &attendance, &mut faults);
        let (mut keys, mut votes, mut agenda) = (BTreeSet::new(), Vec::new(), Vec::new());
        for (i, item) in draft.agenda.iter().enumerate() {
            let path = format!("agenda[{i}]");
            if !keys.insert(&item.key) {
                faults.push(format!("{path}.key"), MeetingError::ItemTwice { key: item.key.to_string() });
            }
            faults.take(&path, check_item(item, draft.rules.amendments));
            let (mut counts, mut polls) = (Vec::new(), Vec::new());
            for (j, poll) in item.polls.iter().enumerate() {
                let read = read_poll(&draft, item, poll, &attendance);
                if let Some((vote, public)) = faults.take(&format!("{path}.polls[{j}]"), read) {
                    counts.push(vote);
                    polls.push(public);
                }
            }
            votes.push(counts);
            agenda.push(AgendaItemDraft { polls, ..without_polls(item) });
        }
        faults.into_result()?;
        let public = MeetingDraft {
            salt: None,
            proxies: None,
            proxies_counted: proxies.clone(),
            agenda,
            id: draft.id.clone(),
            label: draft.label.clone(),
            day: draft.day,
            body: draft.body.clone(),
            chair: draft.chair.clone(),
            recorder: draft.recorder.clone(),
            second_call: draft.second_call,
            rules: draft.rules.clone(),
            petition: draft.petition.clone(),
            days: draft.days.clone(),
            numbers: draft.numbers.clone(),
            answers: draft.answers.clone(),
            attendance: draft.attendance.clone(),
        };
        Ok(Self { draft: Arc::new(draft), public: Arc::new(public), attendance, petition, proxies, votes })
    }
}

fn check_rules(rules: &MeetingRulesDraft) -> Result<()> {
    let mut faults = Faults::new();
    let trees = [
        ("petition", &rules.petition),
        ("convening", &rules.convening),
        ("notice", &rules.notice),
        ("agenda", &rules.agenda),
        ("proxies", &rules.proxies),
        ("quorum", &rules.quorum),
        ("publication", &rules.publication),
    ];
    for (word, tree) in trees {
        if let Some(tree) = tree {
            faults.take(word, QuestionRule::of(word, Text::default(), tree.clone()));
        }
    }
    if rules.agenda.is_some() && rules.off_agenda.is_some() {
        faults.push("off_agenda", MeetingError::TwoAgendaRules);
    }
    faults.into_result()
}

fn check_proxies(draft: &MeetingDraft, attendance: &Attendance, faults: &mut Faults) -> Option<ProxyCountsDraft> {
    let counted = match (&draft.proxies, &draft.proxies_counted) {
        (Some(_), Some(_)) => {
            faults.push("proxies_counted", MeetingError::TwoForms);
            return None;
        }
        // Holders need not be entitled themselves: a spouse may come for an owner.
        (Some(list), None) => faults.take("proxies", proxies::count(list, draft.day))?,
        (None, Some(counted)) => {
            let held = counted.most_held;
            if held.is_some_and(|held| held > counted.counted || (held == 0) != (counted.counted == 0)) {
                faults.push("proxies_counted.most_held", MeetingError::ProxyCounts);
            }
            counted.clone()
        }
        (None, None) => return None,
    };
    if let Some(by_proxy) = attendance.heads_by_proxy.filter(|n| *n != counted.counted) {
        let cause = MeetingError::ProxySum { listed: counted.counted, counted: by_proxy };
        faults.push("attendance.heads.by_proxy", cause);
    }
    Some(counted)
}

fn check_item(item: &AgendaItemDraft, order: Option<AmendmentOrder>) -> Result<()> {
    let mut faults = Faults::new();
    faults.take("decided_by", QuestionRule::of("", Text::default(), item.decided_by.clone()));
    let have = || match item.amendments.as_slice() {
        [] => "none".to_owned(),
        list => list.iter().map(|a| format!("`{}`", a.key)).collect::<Vec<_>>().join(", "),
    };
    let find = |key: &Key| item.amendments.iter().position(|a| a.key == *key);
    let unknown = |key: &Key| MeetingError::UnknownAmendment { key: key.to_string(), have: have() };
    let several = item.amendments.iter().filter(|a| !a.withdrawn).count() > 1;
    if several && order.is_none() {
        faults.push("amendments", MeetingError::NoOrder);
    }
    for (i, amendment) in item.amendments.iter().enumerate() {
        let path = format!("amendments[{i}]");
        if find(&amendment.key) != Some(i) {
            faults.push(format!("{path}.key"), MeetingError::AmendmentTwice { key: amendment.key.to_string() });
        }
        if several
            && !amendment.withdrawn
            && order == Some(AmendmentOrder::FurthestFirst)
            && amendment.distance.is_none()
        {
            faults.push(&*path, MeetingError::NoDistance { key: amendment.key.to_string() });
        }
        for (j, key) in amendment.excludes.iter().enumerate() {
            if find(key).is_none_or(|other| other == i) {
                faults.push(format!("{path}.excludes[{j}]"), unknown(key));
            }
        }
        if let Some(rule) = &amendment.decided_by {
            faults.take(&format!("{path}.decided_by"), QuestionRule::of("", Text::default(), rule.clone()));
        }
    }
    let mut seen = BTreeSet::new();
    for (j, poll) in item.polls.iter().enumerate() {
        if !seen.insert(&poll.amendment) {
            let of = poll.amendment.as_ref().map_or_else(|| "the motion".to_owned(), |key| format!("`{key}`"));
            faults.push(format!("polls[{j}].amendment"), MeetingError::PollTwice { of });
        }
        if let Some(key) = &poll.amendment {
            match find(key).and_then(|i| item.amendments.get(i)) {
                None => faults.push(format!("polls[{j}].amendment"), unknown(key)),
                Some(amendment) if amendment.withdrawn => {
                    faults.push(format!("polls[{j}].amendment"), MeetingError::Withdrawn { key: key.to_string() });
                }
                Some(_) => {}
            }
        }
    }
    faults.into_result()
}

/// The tallies of a vote, and what a record holds of it.
fn read_poll(
    draft: &MeetingDraft,
    item: &AgendaItemDraft,
    poll: &MeetingPollDraft,
    attendance: &Attendance,
) -> Result<(Counts, MeetingPollDraft)> {
    let mut faults = Faults::new();
    let mut given = poll.counted.as_ref().map(count::read).unwrap_or_default();
    let mut public = MeetingPollDraft {
        amendment: poll.amendment.clone(),
        counted: poll.counted.clone(),
        units: None,
        secret: poll.secret,
        committed: poll.committed,
        casting: poll.casting,
    };
    if poll.secret == Some(true) && (poll.units.is_some() || poll.committed.is_some()) {
        faults.push("units", MeetingError::SecretRollCall);
    }
    if let Some(units) = &poll.units {
        for measure in [Measure::Heads, Measure::Area] {
            if *given.tally(measure) != crate::participation::Tally::default() {
                let cause = ParticipationError::UnitsAndTallies { measure: measure.key().to_owned() };
                faults.push(format!("counted.{}", measure.key()), cause);
            }
        }
        if poll.committed.is_some() {
            faults.push("committed", MeetingError::TwoLists);
        }
        if let Some((counts, committed)) = faults.take("", read_units(draft, item, poll, units)) {
            (given.heads, given.area) = (counts.heads, counts.area);
            public.counted = Some(count::write(&given));
            public.committed = Some(committed);
        }
    }
    let counts = faults.take("counted", count::vote(&given, attendance));
    if let (Some(casting), Some(counts)) = (poll.casting, counts) {
        if draft.rules.casting_vote.is_none() {
            faults.push("casting", MeetingError::NoCasting);
        }
        faults.take("", Counts { casting: Some(casting), ..counts }.check_casting());
    }
    faults.into_result()?;
    Ok((counts.unwrap_or_default(), public))
}

fn read_units(
    draft: &MeetingDraft,
    item: &AgendaItemDraft,
    poll: &MeetingPollDraft,
    units: &[UnitDraft],
) -> Result<(Counts, UnitCommitment)> {
    let facts = Facts::check(FactsDraft { units: Some(units.to_vec()), ..FactsDraft::default() })?;
    let salt = draft.salt.as_ref().ok_or_else(|| Error::at("units", MeetingError::NoSalt))?;
    let committed = commit_units(units, salt, &context(&draft.id, &item.key, poll)?)?;
    Ok((*facts.counts(), committed))
}

/// What tells the roll-calls of meetings apart that share a salt.
fn context(meeting: &Key, item: &Key, poll: &MeetingPollDraft) -> Result<String> {
    canonical(&(meeting, item, &poll.amendment))
}

/// An item without its votes, which may be long.
fn without_polls(item: &AgendaItemDraft) -> AgendaItemDraft {
    AgendaItemDraft {
        key: item.key.clone(),
        label: item.label.clone(),
        decided_by: item.decided_by.clone(),
        on_agenda: item.on_agenda,
        answers: item.answers.clone(),
        motion: item.motion.clone(),
        amendments: item.amendments.clone(),
        polls: Vec::new(),
    }
}
