//! Charters of joint conferences (联席会章程): equal, voluntary, by consultation; four joint goals; a cadence.

use super::{BodyError, CharterField, JointCharterView};
use crate::kernel::{Day, Document, Explanation, Faults, How, Quantity, Result, Status, Text};
use crate::organisation::{Snapshot, turn};
use crate::wire::participation_bodies::JointCharterDraft;

/// The charter of a joint conference, `shequ.joint-charter/1`.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::bodies::JointCharter;
/// let charter = JointCharter::parse(r#"{"format": "shequ.joint-charter/1", "conference": "joint", "title": "联席会章程",
///     "equal": true, "voluntary": true, "by_consultation": true, "every": "quarter", "from": "2024-01-01",
///     "goals": {"strengths": "优势互补", "resources": "资源共享", "activities": "活动共建", "work": "工作共担"},
///     "sessions": ["2024-02-20", "2024-05-11", "2024-11-30"]}"#)?;
/// let view = charter.at("2025-01-01".parse()?);
/// assert_eq!((view.status, view.missed), (Status::NotMet, vec!["2024-Q3".to_owned()]));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct JointCharter {
    draft: JointCharterDraft,
}

impl Document for JointCharter {
    const FORMAT: &'static str = "shequ.joint-charter/1";
    const ROOT: &'static str = "charter";
    type Draft = JointCharterDraft;

    fn check(mut draft: JointCharterDraft) -> Result<Self> {
        let mut faults = Faults::new();
        if let Some(until) = draft.until.filter(|until| *until <= draft.from) {
            let (from, until) = (draft.from.to_string(), until.to_string());
            faults.push("until", BodyError::Ends { from, until });
        }
        for (i, day) in draft.sessions.iter().enumerate() {
            if *day < draft.from || draft.until.is_some_and(|until| *day >= until) {
                faults.push(format!("sessions[{i}]"), BodyError::Session { day: day.to_string() });
            }
        }
        faults.into_result()?;
        draft.sessions.sort_unstable();
        draft.sessions.dedup();
        Ok(Self { draft })
    }
}

impl JointCharter {
    /// The charter on a day: what it declares, and the quarters that passed whole without a session.
    pub fn at(&self, day: Day) -> JointCharterView {
        self.look(day, &self.draft.sessions)
    }

    /// The same with the sessions that an organisation has of its conference, on the day of the snapshot.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`.
    pub fn of(&self, snapshot: &Snapshot<'_>) -> Result<JointCharterView> {
        let mut sessions = snapshot.session_days(self.draft.conference.as_str())?;
        sessions.retain(|day| *day >= self.draft.from && self.draft.until.is_none_or(|until| *day < until));
        Ok(self.look(snapshot.day(), &sessions))
    }

    fn fields(&self) -> Vec<CharterField> {
        let draft = &self.draft;
        let principles = [
            ("equal", Text::new("平等", "equal"), draft.equal),
            ("voluntary", Text::new("自愿", "voluntary"), draft.voluntary),
            ("by_consultation", Text::new("协商", "by consultation"), draft.by_consultation),
        ];
        let goals = [
            ("goals.strengths", Text::new("优势互补", "strengths complement each other"), &draft.goals.strengths),
            ("goals.resources", Text::new("资源共享", "resources are shared"), &draft.goals.resources),
            ("goals.activities", Text::new("活动共建", "activities are built together"), &draft.goals.activities),
            ("goals.work", Text::new("工作共担", "work is borne together"), &draft.goals.work),
        ];
        let said = |so: Option<bool>| match so {
            Some(true) => Status::Met,
            Some(false) => Status::NotMet,
            None => Status::Unknown,
        };
        let goal = |text: &Option<Text>| text.as_ref().map(|text| !text.is_empty());
        let principles = principles.map(|(field, label, so)| (field, label, said(so)));
        let goals = goals.map(|(field, label, text)| (field, label, said(goal(text))));
        let all = principles.into_iter().chain(goals);
        all.map(|(field, label, status)| CharterField { field: field.to_owned(), label, status }).collect()
    }

    fn look(&self, day: Day, sessions: &[Day]) -> JointCharterView {
        let draft = &self.draft;
        let fields = self.fields();
        let held: Vec<Day> = sessions.iter().copied().filter(|session| *session <= day).collect();
        // The first day that is not looked at: the charter's end, or the day after today.
        let end = draft.until.map_or(day, |until| until.min(day));
        let (mut missed, mut due) = (Vec::new(), None);
        if let Some(every) = draft.every {
            let mut at = draft.from;
            // A turn counts once it lay whole within the charter and is over.
            while let Some((first, after, name)) = turn(every, at).filter(|_| at <= day) {
                let met = held.iter().any(|session| first <= *session && *session < after);
                if !met && first >= draft.from && after <= end {
                    missed.push(name);
                }
                if first <= day && day < after && draft.until.is_none_or(|until| day < until) {
                    let last = if met { turn(every, after).map(|(_, next, _)| next) } else { Some(after) };
                    due = last.and_then(|last| last.plus_days(-1).ok());
                }
                at = after;
            }
        }
        let kept = match (&draft.every, missed.is_empty()) {
            (None, _) => Status::Unknown,
            (Some(_), true) => Status::Met,
            (Some(_), false) => Status::NotMet,
        };
        JointCharterView {
            conference: draft.conference.clone(),
            title: draft.title.clone(),
            day,
            status: fields.iter().map(|field| field.status).min().unwrap_or(Status::Met).min(kept),
            fields,
            every: draft.every,
            sessions: held.len() as u64,
            missed,
            due,
        }
    }
}

impl JointCharterView {
    /// Each principle and goal, and the cadence with what was missed.
    pub fn explain(&self) -> Explanation {
        let fields = self.fields.iter().map(|field| {
            let node = Explanation::new(field.label.clone(), Quantity::Status(field.status));
            match field.status {
                Status::Unknown => node.noted(Text::new("章程未载明", "the charter does not say")),
                _ => node,
            }
        });
        let kept = match (self.every, self.missed.is_empty()) {
            (None, _) => Status::Unknown,
            (Some(_), true) => Status::Met,
            (Some(_), false) => Status::NotMet,
        };
        let sessions = i64::try_from(self.sessions).unwrap_or(i64::MAX);
        let mut cadence = Explanation::new(Text::new("例会", "cadence"), Quantity::Status(kept))
            .with(Text::new("会议次数", "sessions"), Quantity::Count(sessions));
        if let Some(due) = self.due {
            cadence = cadence.with(Text::new("下次会议不迟于", "the next session by"), Quantity::Day(due));
        }
        if !self.missed.is_empty() {
            let list = self.missed.join(", ");
            cadence = cadence.noted(Text::new(format!("{list}没有开会"), format!("no session in {list}")));
        }
        let mut root = Explanation::new(self.title.clone(), Quantity::Status(self.status))
            .with(Text::new("日期", "day"), Quantity::Day(self.day));
        let unsaid = self.fields.iter().filter(|f| f.status == Status::Unknown).count();
        if unsaid > 0 {
            root =
                root.with(Text::new("未载明", "not said"), Quantity::Count(i64::try_from(unsaid).unwrap_or(i64::MAX)));
        }
        root.of(How::All, fields.chain([cadence]).collect())
    }
}
