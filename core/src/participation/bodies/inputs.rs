//! A register of inputs (建议、意见、批评、反映) with the duty to answer, and the share of residents' voices against units'.
//!
//! The register has no texts: notes on topics ([`Notes`](crate::organisation::Notes)) have them, checked to name nobody.

use super::answers::{self, Owed};
use super::{InputKind, InputsView, Voice, VoiceCount};
use crate::kernel::{Calendar, Day, Document, Explanation, Faults, How, Quantity, Rate, Result, Text};
use crate::wire::participation_bodies::{InputDraft, InputsDraft};

/// A register of inputs, `shequ.inputs/1`.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::bodies::Inputs;
/// let inputs = Inputs::parse(r#"{"format": "shequ.inputs/1", "label": "社区规划意见", "answer": {"n": 30, "unit": "day"}, "inputs": [
///     {"key": "1", "day": "2026-03-01", "kind": "suggestion", "voice": "resident", "answered": "2026-03-31"},
///     {"key": "2", "day": "2026-03-02", "kind": "criticism", "voice": "resident"},
///     {"key": "3", "day": "2026-03-02", "kind": "opinion", "voice": "unit", "answered": "2026-04-02"}]}"#)?;
/// let view = inputs.at("2026-04-01".parse()?, None);
/// assert_eq!(view.residents.map(|r| r.to_string()).as_deref(), Some("2/3"));
/// // Due on 1 April, both are open on that day; the answer of the day after does not count yet.
/// assert_eq!((view.answers.in_time, view.answers.open, view.answers.overdue), (1, 2, 0));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Inputs {
    draft: InputsDraft,
}

fn owed(input: &InputDraft) -> Owed<'_> {
    Owed { key: &input.key, to: None, day: input.day, answered: input.answered }
}

impl Document for Inputs {
    const FORMAT: &'static str = "shequ.inputs/1";
    const ROOT: &'static str = "inputs";
    type Draft = InputsDraft;

    fn check(draft: InputsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        answers::check(&draft.answer, "inputs", draft.inputs.iter().map(owed), &mut faults);
        faults.into_result()?;
        Ok(Self { draft })
    }
}

impl Inputs {
    /// The register on a day: by kind, by whose voice, and how the answers stand. Working days need a calendar.
    pub fn at(&self, day: Day, calendar: Option<&Calendar>) -> InputsView {
        self.look(day, calendar, None)
    }

    /// The same of what is about one thing, a plan say.
    pub fn about(&self, about: &str, day: Day, calendar: Option<&Calendar>) -> InputsView {
        self.look(day, calendar, Some(about))
    }

    fn look(&self, day: Day, calendar: Option<&Calendar>, about: Option<&str>) -> InputsView {
        let ours =
            |input: &&InputDraft| about.is_none_or(|about| input.about.as_ref().is_some_and(|k| k.as_str() == about));
        let found = answers::look(&self.draft.answer, self.draft.inputs.iter().filter(ours).map(owed), day, calendar);
        let count = |kind: InputKind, voice: Voice| {
            let list = self.draft.inputs.iter().filter(ours);
            list.filter(|input| input.kind == kind && input.voice == voice && input.day <= day).count() as u64
        };
        let kinds = [InputKind::Suggestion, InputKind::Opinion, InputKind::Criticism, InputKind::Report];
        let kinds = kinds.map(|kind| VoiceCount {
            kind,
            residents: count(kind, Voice::Resident),
            units: count(kind, Voice::Unit),
        });
        let residents: u64 = kinds.iter().map(|kind| kind.residents).sum();
        InputsView {
            label: self.draft.label.clone(),
            day,
            status: found.status,
            residents: Rate::new(residents, found.counts.all).ok(),
            answers: found.counts,
            kinds: kinds.to_vec(),
            overdue: found.overdue,
        }
    }
}

impl InputsView {
    /// The inputs by how their answers stand and by whose voices they are; each adds up.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let kinds = self.kinds.iter().map(|kind| {
            Explanation::new(kind.kind.label(), count(kind.residents + kind.units)).of(
                How::Sum,
                vec![
                    Explanation::new(Voice::Resident.label(), count(kind.residents)),
                    Explanation::new(Voice::Unit.label(), count(kind.units)),
                ],
            )
        });
        let voices =
            Explanation::new(Text::new("按种类", "by kind"), count(self.answers.all)).of(How::Sum, kinds.collect());
        let answers = answers::explain(Text::new("按答复", "by answer"), (&self.answers, &self.overdue), self.status);
        let mut root = Explanation::new(self.label.clone(), count(self.answers.all))
            .with(Text::new("日期", "day"), Quantity::Day(self.day))
            .of(How::List, vec![voices, answers]);
        if let Some(residents) = self.residents {
            root = root.with(Text::new("居民意见所占比例", "share of residents' voices"), Quantity::Rate(residents));
        }
        root
    }
}
