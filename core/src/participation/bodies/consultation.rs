//! Consultation (协商): a body whose outcome advises, and the duty to answer its advice.

use super::answers::{self, Owed};
use super::{ConsultationView, Response};
use crate::kernel::{Calendar, Day, Document, Explanation, Faults, Quantity, Result, Text};
use crate::wire::participation_bodies::{ConsultationsDraft, MatterDraft};

/// A body of consultation and what it advised, `shequ.consultations/1`.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::bodies::Consultations;
/// let consultations = Consultations::parse(r#"{"format": "shequ.consultations/1", "body": "deliberation", "label": "协商议事会",
///     "answer": {"n": 15, "unit": "day"}, "matters": [
///     {"key": "lift", "day": "2026-03-02", "to": "residents-committee", "answered": "2026-03-10", "response": "accepted"},
///     {"key": "parking", "day": "2026-03-05", "to": "sub-district-office"}]}"#)?;
/// let view = consultations.at("2026-03-21".parse()?, None);
/// assert_eq!((view.status, view.advisory), (Status::NotMet, true));
/// assert_eq!((view.overdue[0].key.as_str(), view.overdue[0].due.to_string(), view.overdue[0].days), ("parking", "2026-03-20".into(), 1));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Consultations {
    draft: ConsultationsDraft,
}

fn owed(matter: &MatterDraft) -> Owed<'_> {
    Owed { key: &matter.key, to: Some(&matter.to), day: matter.day, answered: matter.answered }
}

impl Document for Consultations {
    const FORMAT: &'static str = "shequ.consultations/1";
    const ROOT: &'static str = "consultations";
    type Draft = ConsultationsDraft;

    fn check(draft: ConsultationsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        answers::check(&draft.answer, "matters", draft.matters.iter().map(owed), &mut faults);
        for (i, matter) in draft.matters.iter().enumerate() {
            if matter.answered.is_some() != matter.response.is_some() {
                faults.extend("", answers::half(format!("matters[{i}].answered")));
            }
        }
        faults.into_result()?;
        Ok(Self { draft })
    }
}

impl Consultations {
    /// What came of the advice by a day, and which answers are overdue. Working days need a calendar.
    pub fn at(&self, day: Day, calendar: Option<&Calendar>) -> ConsultationView {
        let found = answers::look(&self.draft.answer, self.draft.matters.iter().map(owed), day, calendar);
        let by = |response: Response| {
            let told = |m: &&MatterDraft| m.response == Some(response) && m.answered.is_some_and(|on| on <= day);
            self.draft.matters.iter().filter(told).count() as u64
        };
        ConsultationView {
            body: self.draft.body.clone(),
            label: self.draft.label.clone(),
            day,
            advisory: true,
            status: found.status,
            answers: found.counts,
            accepted: by(Response::Accepted),
            partly: by(Response::Partly),
            declined: by(Response::Declined),
            overdue: found.overdue,
        }
    }
}

impl ConsultationView {
    /// The advice by how its answers stand, which adds up, and what is overdue.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        answers::explain(self.label.clone(), (&self.answers, &self.overdue), self.status)
            .with(Text::new("日期", "day"), Quantity::Day(self.day))
            .with(Response::Accepted.label(), count(self.accepted))
            .with(Response::Partly.label(), count(self.partly))
            .with(Response::Declined.label(), count(self.declined))
            .noted(Text::new(
                "协商结果供参考，不具约束力；有约束力的是答复义务",
                "the outcome advises and does not bind; what binds is the duty to answer",
            ))
    }
}
