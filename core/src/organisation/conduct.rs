//! What units are for a time and how they meet: statuses with a deadline, charters, sessions, and reserves for posts.

use super::dated::{order, overlap};
use super::load::span;
use super::rest::Reader;
use super::{HolderId, OrganisationError as Fault, PostId, StatusId, UnitId};
use crate::kernel::{Day, Key, KeyTable, Likely, Span, Text};
use crate::wire::organisation::{CharterDraft, Every, ReserveDraft, SessionDraft, StatusDraft};

/// A status of a unit for a time.
#[derive(Debug, Clone, Copy)]
pub(super) struct Status {
    pub(super) unit: UnitId,
    pub(super) kind: StatusId,
    pub(super) span: Span,
    pub(super) deadline: Option<Day>,
}

/// The charter of a body.
#[derive(Debug, Clone)]
pub(super) struct Charter {
    pub(super) unit: UnitId,
    pub(super) title: Text,
    pub(super) every: Option<Every>,
    pub(super) span: Span,
}

/// Somebody in reserve for a post.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reserve {
    pub(super) post: PostId,
    pub(super) holder: HolderId,
    pub(super) span: Span,
}

/// All of it, each list by its unit or post and then by its days.
#[derive(Debug, Clone, Default)]
pub(super) struct Conduct {
    pub(super) statuses: Vec<Status>,
    pub(super) charters: Vec<Charter>,
    pub(super) sessions: Vec<(UnitId, Day)>,
    pub(super) reserves: Vec<Reserve>,
}

impl Conduct {
    /// The charters of a body.
    pub(super) fn charters_of(&self, unit: UnitId) -> impl Iterator<Item = &Charter> {
        let first = self.charters.partition_point(|c| c.unit < unit);
        self.charters.iter().skip(first).take_while(move |c| c.unit == unit)
    }

    /// The days of the sessions of a body, in order.
    pub(super) fn sessions_of(&self, unit: UnitId) -> impl DoubleEndedIterator<Item = Day> + '_ {
        let first = self.sessions.partition_point(|(u, _)| *u < unit);
        let last = self.sessions.partition_point(|(u, _)| *u <= unit);
        self.sessions.get(first..last).unwrap_or_default().iter().map(|(_, day)| *day)
    }

    /// The reserves of a post.
    pub(super) fn reserves_of(&self, post: PostId) -> impl Iterator<Item = &Reserve> {
        let first = self.reserves.partition_point(|r| r.post < post);
        self.reserves.iter().skip(first).take_while(move |r| r.post == post)
    }
}

impl Reader<'_> {
    pub(super) fn conduct(
        &mut self,
        (statuses, charters, sessions, reserves): (
            Vec<StatusDraft>,
            Vec<CharterDraft>,
            Vec<SessionDraft>,
            Vec<ReserveDraft>,
        ),
        posts: &KeyTable<PostId>,
        holders: &KeyTable<HolderId>,
    ) -> Conduct {
        Conduct {
            statuses: self.statuses(statuses),
            charters: self.charters(charters),
            sessions: self.sessions(sessions),
            reserves: self.reserves(reserves, posts, holders),
        }
    }

    fn statuses(&mut self, drafts: Vec<StatusDraft>) -> Vec<Status> {
        let mut out: Vec<(Status, usize)> = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("statuses[{i}]");
            let unit = self.unit(&draft.unit, format!("{path}.unit"));
            let kind = self.catalogue.status_id(&draft.status).map_err(Into::into);
            let kind = self.faults.take(&format!("{path}.status"), kind);
            let span = span(draft.from, draft.until, &path, self.faults);
            if let Some((deadline, from)) = draft.deadline.zip(draft.from.map(crate::kernel::WithinDays::earliest))
                && deadline <= from
            {
                self.faults.push(format!("{path}.deadline"), Fault::DeadlineTooEarly { deadline, from });
            }
            if let (Some(unit), Some(kind), Some(span)) = (unit, kind, span) {
                out.push((Status { unit, kind, span, deadline: draft.deadline }, i));
            }
        }
        out.sort_by_key(|(s, i)| (s.unit, s.kind, order(s.span), *i));
        for group in out.chunk_by(|(a, _), (b, _)| (a.unit, a.kind) == (b.unit, b.kind)) {
            if let Some((_, (status, i), from)) = overlap(group.iter().map(|row| (row, row.0.span))) {
                let what = self.catalogue.statuses.key(status.kind).map(Key::to_string).unwrap_or_default();
                self.twice(format!("statuses[{i}]"), what, status.unit, from);
            }
        }
        out.into_iter().map(|(status, _)| status).collect()
    }

    fn charters(&mut self, drafts: Vec<CharterDraft>) -> Vec<Charter> {
        let mut out: Vec<(Charter, usize)> = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("charters[{i}]");
            let unit = self.unit(&draft.unit, format!("{path}.unit"));
            let span = span(draft.from, draft.until, &path, self.faults);
            if let Some((unit, span)) = unit.zip(span) {
                out.push((Charter { unit, title: draft.title, every: draft.every, span }, i));
            }
        }
        out.sort_by_key(|(c, i)| (c.unit, order(c.span), *i));
        for group in out.chunk_by(|(a, _), (b, _)| a.unit == b.unit) {
            if let Some((_, (charter, i), from)) = overlap(group.iter().map(|row| (row, row.0.span))) {
                self.twice(format!("charters[{i}]"), "a charter".into(), charter.unit, from);
            }
        }
        out.into_iter().map(|(charter, _)| charter).collect()
    }

    fn twice(&mut self, path: String, what: String, unit: UnitId, from: Day) {
        let unit = self.keys.key(unit).map(Key::to_string).unwrap_or_default();
        self.faults.push(path, Fault::ConductOverlaps { what, unit, from });
    }

    fn sessions(&mut self, drafts: Vec<SessionDraft>) -> Vec<(UnitId, Day)> {
        let mut out = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let Some(unit) = self.unit(&draft.unit, format!("sessions[{i}].unit")) else { continue };
            if (self.life)(unit).is_some_and(|life| life.holds(draft.day) == Likely::No) {
                let cause = Fault::SessionNotThere { unit: draft.unit, day: draft.day };
                self.faults.push(format!("sessions[{i}].day"), cause);
            }
            out.push((unit, draft.day));
        }
        out.sort_unstable();
        // Two sessions on one day are one day on which the body met.
        out.dedup();
        out
    }

    fn reserves(
        &mut self,
        drafts: Vec<ReserveDraft>,
        posts: &KeyTable<PostId>,
        holders: &KeyTable<HolderId>,
    ) -> Vec<Reserve> {
        let mut out = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            let path = format!("reserves[{i}]");
            let post = posts.get(&draft.post);
            if post.is_none() {
                self.faults.push(format!("{path}.post"), Fault::UnknownPost { key: draft.post });
            }
            let holder = holders.get(&draft.holder);
            if holder.is_none() {
                self.faults.push(format!("{path}.holder"), Fault::UnknownHolder { key: draft.holder });
            }
            let span = span(draft.from, draft.until, &path, self.faults);
            if let (Some(post), Some(holder), Some(span)) = (post, holder, span) {
                out.push(Reserve { post, holder, span });
            }
        }
        out.sort_by_key(|r| (r.post, r.holder, order(r.span)));
        out
    }
}
