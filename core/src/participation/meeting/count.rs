//! The tallies of attendance, of a petition and of each vote, checked against each other.

use super::MeetingError;
use crate::kernel::{Area, Faults, Lang, Result};
use crate::pack::Measure;
use crate::participation::facts::{area_tally, area_tally_draft, tally as count_tally, tally_draft};
use crate::participation::tally::quantity;
use crate::participation::{Counts, Tally};
use crate::wire::participation_meeting::{MeetingAttendanceDraft, MeetingTalliesDraft};

/// Who may vote and who came, in each measure: `entitled` and `present`, and of these who are represented.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Attendance {
    pub counts: Counts,
    /// The heads that are represented, if that is known.
    pub heads_by_proxy: Option<u64>,
    /// Whether anyone is represented, in any measure.
    pub any_proxy: bool,
}

fn show(measure: Measure, n: u64) -> String {
    quantity(measure, n).render(Lang::En)
}

/// Reads the attendance.
///
/// # Errors
/// `more-attending-than-entitled`, `more-proxies-than-absent`.
pub(super) fn attendance(draft: &MeetingAttendanceDraft) -> Result<Attendance> {
    let mut faults = Faults::new();
    let mut out = Attendance::default();
    for measure in Measure::ALL {
        let (entitled, in_person, by_proxy) = match (measure, &draft.area) {
            (Measure::Area, None) => continue,
            (Measure::Area, Some(a)) => {
                (a.entitled.map(Area::cm2), a.in_person.map(Area::cm2), a.by_proxy.map(Area::cm2))
            }
            _ => match of(draft, measure) {
                Some(a) => (a.entitled, a.in_person, a.by_proxy),
                None => continue,
            },
        };
        if let (Some(entitled), Some(in_person)) = (entitled, in_person)
            && in_person > entitled
        {
            let cause =
                MeetingError::MoreInPerson { in_person: show(measure, in_person), entitled: show(measure, entitled) };
            faults.push(format!("{}.in_person", measure.key()), cause);
        } else if let Some(by_proxy) = by_proxy
            && let Some(absent) = entitled.map(|entitled| entitled - in_person.unwrap_or(0))
            && by_proxy > absent
        {
            let cause = MeetingError::MoreProxies { by_proxy: show(measure, by_proxy), absent: show(measure, absent) };
            faults.push(format!("{}.by_proxy", measure.key()), cause);
        }
        let present = in_person.map(|n| n.saturating_add(by_proxy.unwrap_or(0)));
        *out.counts.tally_mut(measure) = Tally { entitled, present, ..Tally::default() };
        out.any_proxy |= by_proxy.is_some_and(|n| n > 0);
        if measure == Measure::Heads {
            out.heads_by_proxy = by_proxy.or(in_person.map(|_| 0));
        }
    }
    faults.into_result().map(|()| out)
}

fn of(draft: &MeetingAttendanceDraft, measure: Measure) -> Option<&crate::wire::participation_meeting::AttendingDraft> {
    match measure {
        Measure::Heads => draft.heads.as_ref(),
        Measure::Area => None,
        Measure::Residents => draft.residents.as_ref(),
        Measure::Households => draft.households.as_ref(),
        Measure::Groups => draft.groups.as_ref(),
        Measure::Representatives => draft.representatives.as_ref(),
        Measure::Shares => draft.shares.as_ref(),
    }
}

/// The tallies of a draft.
pub(super) fn read(draft: &MeetingTalliesDraft) -> Counts {
    let tally = |t: &Option<_>| t.as_ref().map(count_tally).unwrap_or_default();
    Counts {
        heads: tally(&draft.heads),
        area: draft.area.as_ref().map(area_tally).unwrap_or_default(),
        residents: tally(&draft.residents),
        households: tally(&draft.households),
        groups: tally(&draft.groups),
        representatives: tally(&draft.representatives),
        shares: tally(&draft.shares),
        casting: None,
    }
}

/// The draft of tallies.
pub(super) fn write(counts: &Counts) -> MeetingTalliesDraft {
    let some = |t: &Tally| (!t.is_empty()).then(|| tally_draft(t));
    MeetingTalliesDraft {
        heads: some(&counts.heads),
        area: (!counts.area.is_empty()).then(|| area_tally_draft(&counts.area)),
        residents: some(&counts.residents),
        households: some(&counts.households),
        groups: some(&counts.groups),
        representatives: some(&counts.representatives),
        shares: some(&counts.shares),
    }
}

/// The tallies of a petition: who proposes, of the petition's own base or else of the attendance's.
///
/// # Errors
/// `meeting-tally-unfit`, `more-proposing-than-entitled`.
pub(super) fn petition(given: &Counts, attendance: &Attendance) -> Result<Counts> {
    let (mut faults, mut counts) = (Faults::new(), *given);
    for measure in Measure::ALL {
        let tally = counts.tally_mut(measure);
        let fields = [
            ("present", tally.present),
            ("yes", tally.yes),
            ("no", tally.no),
            ("abstain", tally.abstain),
            ("invalid", tally.invalid),
        ];
        for (field, _) in fields.into_iter().filter(|(_, n)| n.is_some()) {
            faults.push(format!("{}.{field}", measure.key()), MeetingError::Unfit { field: field.to_owned() });
        }
        tally.entitled = tally.entitled.or(attendance.counts.tally(measure).entitled);
        let own = Tally { entitled: tally.entitled, proposing: tally.proposing, ..Tally::default() };
        faults.take("", own.check(measure));
    }
    faults.into_result().map(|()| counts)
}

/// The tallies of a vote: what it does not say itself is that of the attendance.
///
/// # Errors
/// `meeting-tally-unfit`, `more-taking-part-than-attending`, `more-entitled-than-on-the-roll`, and the faults of a tally.
pub(super) fn vote(given: &Counts, attendance: &Attendance) -> Result<Counts> {
    let (mut faults, mut counts) = (Faults::new(), *given);
    for measure in Measure::ALL {
        let (tally, all) = (counts.tally_mut(measure), attendance.counts.tally(measure));
        let at = |field: &str| format!("{}.{field}", measure.key());
        if tally.proposing.is_some() {
            faults.push(at("proposing"), MeetingError::Unfit { field: "proposing".to_owned() });
        }
        if let (Some(part), Some(all)) = (tally.entitled, all.entitled)
            && part > all
        {
            faults.push(
                at("entitled"),
                MeetingError::MoreEntitled { part: show(measure, part), all: show(measure, all) },
            );
        }
        if let (Some(part), Some(attending)) = (tally.present, all.present.or(all.entitled))
            && part > attending
        {
            let cause = MeetingError::MoreTakingPart { part: show(measure, part), attending: show(measure, attending) };
            faults.push(at("present"), cause);
        } else {
            let own = Tally {
                entitled: tally.entitled.or(all.entitled),
                present: tally.present.or(all.present),
                proposing: None,
                ..*tally
            };
            faults.take("", own.check(measure));
            *tally = own;
        }
    }
    faults.into_result().map(|()| counts)
}
