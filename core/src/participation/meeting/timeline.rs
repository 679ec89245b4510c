//! The deadlines of a meeting as a timeline: what is due on a day, what is overdue, and a calendar of it.

use super::Meeting;
use super::ask::{Place, question};
use crate::kernel::{Document, Result, Status, Text};
use crate::pack::Rules;
use crate::participation::timeline::{ClauseGap, Procedure, Timeline, key_of};
use crate::wire::participation_timeline::{ConsequenceDraft, StepDayDraft, TimelineDraft};

impl Meeting {
    /// The deadlines that the meeting's rules name, as a timeline with its days: [`Timeline::next_steps`] says what is due on a
    /// day, [`Timeline::icalendar`] writes it for any calendar. The clauses that bound nothing on the day stand beside it. Of a
    /// deadline without which the meeting can decide nothing, that is the consequence.
    ///
    /// ```
    /// use shequ::kernel::{Calendar, Document};
    /// use shequ::participation::meeting::Meeting;
    /// use shequ::participation::timeline::StepStatus;
    /// let meeting = Meeting::parse(r#"{"format": "shequ.meeting/1", "id": "m", "label": "m", "day": "2026-03-16",
    ///     "rules": {"notice": "cn.bj.pm.35.74", "publication": "cn.bj.pm.37.76"}, "agenda": []}"#)?;
    /// let (timeline, gaps) = meeting.timeline(&shequ::pack::cn().at(meeting.day()))?;
    /// assert!(gaps.is_empty());
    /// let next = timeline.next_steps("2026-02-20".parse()?, Calendar::cn())?;
    /// assert_eq!((next[0].step.as_str(), next[0].latest.map(|d| d.to_string())), ("notice", Some("2026-03-01".into())));
    /// let late = timeline.next_steps("2026-03-02".parse()?, Calendar::cn())?;
    /// assert_eq!(late[0].status, StepStatus::Overdue);
    /// assert!(late[0].consequence.is_some());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-clause`, `unknown-question`; `procedure-without-steps` where no rule names a deadline.
    pub fn timeline(&self, rules: &Rules) -> Result<(Timeline, Vec<ClauseGap>)> {
        let (draft, own) = (self.public(), &self.public().rules);
        let (mut clauses, mut voiding): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
        let named = [
            ("petition", &own.petition),
            ("convening", &own.convening),
            ("notice", &own.notice),
            ("proxies", &own.proxies),
            ("quorum", &own.quorum),
            ("publication", &own.publication),
        ];
        for (word, rule) in named {
            let Some(rule) = rule else { continue };
            let asked =
                question(rules, rule, draft.label.clone(), Place::Meeting(word)).map_err(|e| e.under("meeting"))?;
            for (at, leaf) in asked.inner.leaves.iter().enumerate().filter(|(_, leaf)| leaf.clause.is_some()) {
                if !clauses.contains(&leaf.id) {
                    clauses.push(leaf.id.clone());
                }
                let alone = |i: usize| if i == at { Status::NotMet } else { Status::Met };
                // What is asked after the meeting voids nothing.
                if word != "publication" && asked.inner.node.status(&alone) == Status::NotMet {
                    voiding.push(leaf.id.clone());
                }
            }
        }
        let (procedure, gaps) = Procedure::of_deadlines(rules, draft.id.as_str(), draft.label.clone(), &clauses)?;
        let mut days = Vec::new();
        for (milestone, day) in self.days() {
            let step = key_of(milestone)?;
            if procedure.draft().steps.iter().any(|s| s.key == step) {
                days.push(StepDayDraft { step, done: Some(day), planned: None });
            }
        }
        let mut procedure = procedure.draft().clone();
        // Where a clause does not say itself what follows, the meeting does.
        for step in procedure.steps.iter_mut().filter(|step| step.consequence.is_none()) {
            let clause = step.bounds.iter().filter_map(|bound| bound.clause.as_ref()).find(|c| voiding.contains(c));
            step.consequence = clause.map(|clause| ConsequenceDraft {
                text: Text::new("逾期则会议不能作出决定", "if it is late the meeting can decide nothing"),
                clause: Some(clause.clone()),
            });
        }
        let timeline = TimelineDraft { id: draft.id.clone(), procedure, days, skipped: Vec::new() };
        Ok((Timeline::check(timeline)?, gaps))
    }
}
