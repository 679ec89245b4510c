//! Bodies that meet (协调会、联席会、领导小组) and statuses for a time, as of a day.

use serde::Serialize;

use super::validation::turn;
use super::{Organisation, Snapshot, UnitId, UnitName};
use crate::kernel::{Day, Key, Likely, Result, Text, WithinDays};
use crate::wire::organisation::Every;

/// A body that meets: who convenes it, who belongs to it, by what charter, and how it keeps to its cadence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct ConferenceRecord {
    /// The body.
    pub unit: UnitName,
    /// Who convenes it, by their keys.
    pub convenors: Vec<UnitName>,
    /// Who belongs to it, by their keys.
    pub members: Vec<UnitName>,
    /// The title of its charter.
    pub charter: Option<Text>,
    /// How often it meets at least, by its charter.
    pub every: Option<Every>,
    /// How often it met by the day.
    pub sessions: u32,
    /// The last session by the day.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub last: Option<Day>,
    /// The last day on which the next session keeps to the charter: that of the month, quarter or year now running, or of
    /// the next where it has met in this one.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub due: Option<Day>,
}

/// A status of a unit on a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct StatusRecord {
    /// The unit.
    pub unit: UnitName,
    /// The key of the status: `village-community-transition`, `ad-hoc`, `set-up-joint` ...
    pub status: String,
    /// Its name.
    pub label: Text,
    /// The first day, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The first day after it, where it ends.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<WithinDays>,
    /// The first day on which it must be over.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub deadline: Option<Day>,
    /// Days until the deadline; below zero once it is past.
    pub days_left: Option<i32>,
    /// `possible` where dates within bounds leave it open.
    pub likely: Likely,
}

impl Snapshot<'_> {
    fn ends(&self, relation: &str, target: UnitId) -> Vec<UnitName> {
        let organisation: &Organisation = self.organisation;
        let kind = organisation.catalogue.relations.get(relation);
        let related = self.related().into_iter();
        let ours = related.filter(|(r, likely)| Some(r.kind) == kind && r.target == target && *likely == Likely::Yes);
        let mut out: Vec<UnitId> = ours.map(|(r, _)| r.source).collect();
        out.sort_by_key(|unit| organisation.rank(*unit));
        out.dedup();
        out.into_iter().map(|unit| self.name_of(unit)).collect()
    }

    /// A body that meets, as of the day: convenors, members, charter, cadence.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "w", "kind": "party-working-committee", "name": "党工委"}, {"key": "x", "kind": "firm", "name": "企业"},
    ///     {"key": "j", "kind": "joint-conference", "name": "联席会"}],
    ///     "relations": [{"kind": "convenes", "source": "w", "target": "j"}, {"kind": "member-of", "source": "x", "target": "j"}],
    ///     "charters": [{"unit": "j", "title": "联席会章程", "every": "quarter", "from": "2024-01-01"}],
    ///     "sessions": [{"unit": "j", "day": "2024-02-20"}]}"#)?;
    /// let conference = organisation.at("2024-03-01".parse()?).conference("j")?;
    /// assert_eq!((conference.convenors[0].key.as_str(), conference.members.len()), ("w", 1));
    /// assert_eq!(conference.due.unwrap().to_string(), "2024-06-30");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn conference(&self, unit: &str) -> Result<ConferenceRecord> {
        let view = self.unit(unit)?;
        let conduct = &self.organisation.conduct;
        let charter = conduct.charters_of(view.id()).find(|c| c.span.holds(self.day) == Likely::Yes);
        let met: Vec<Day> = conduct.sessions_of(view.id()).filter(|day| *day <= self.day).collect();
        let every = charter.and_then(|c| c.every);
        let due = every.and_then(|every| {
            let (first, after, _) = turn(every, self.day)?;
            let kept = met.last().is_some_and(|last| *last >= first);
            let end = if kept { turn(every, after)?.1 } else { after };
            end.plus_days(-1).ok()
        });
        Ok(ConferenceRecord {
            unit: view.named(),
            convenors: self.ends("convenes", view.id()),
            members: self.ends("member-of", view.id()),
            charter: charter.map(|c| c.title.clone()),
            every,
            sessions: u32::try_from(met.len()).unwrap_or(u32::MAX),
            last: met.last().copied(),
            due,
        })
    }

    /// The days on which a body met, in order, those after the day included.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    pub fn session_days(&self, unit: &str) -> Result<Vec<Day>> {
        let view = self.unit(unit)?;
        Ok(self.organisation.conduct.sessions_of(view.id()).collect())
    }

    /// The statuses of the day, by their units: transitions with their deadlines, bodies for a time, how a branch was set up.
    pub fn statuses(&self) -> Vec<StatusRecord> {
        let organisation: &Organisation = self.organisation;
        let mut rows: Vec<_> = organisation
            .conduct
            .statuses
            .iter()
            .map(|s| (s, s.span.holds(self.day).min(organisation.exists(s.unit, self.day))))
            .filter(|(_, likely)| *likely != Likely::No)
            .collect();
        rows.sort_by_key(|(s, _)| (organisation.rank(s.unit), s.kind));
        let record = |(status, likely): (&super::conduct::Status, Likely)| StatusRecord {
            unit: self.name_of(status.unit),
            status: organisation.catalogue.statuses.key(status.kind).map(Key::to_string).unwrap_or_default(),
            label: organisation.catalogue.status_row(status.kind).cloned().unwrap_or_default(),
            from: status.span.from(),
            until: status.span.until(),
            deadline: status.deadline,
            days_left: status.deadline.map(|deadline| deadline.since(self.day)),
            likely,
        };
        rows.into_iter().map(record).collect()
    }
}
