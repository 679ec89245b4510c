//! A selection, checked: which stages were held as they must be, and what follows.

use std::sync::Arc;

use super::SelectionError;
use crate::kernel::{Digest, Document, Error, Explanation, Faults, How, Key, Quantity, Result, Status, Text};
use crate::participation::election::admit::admitted;
use crate::participation::election::share::{Known, Share};
use crate::participation::election::{Admission, ClauseAnswer};
use crate::wire::participation_election::{ConditionDraft, PollCheck};
use crate::wire::participation_selection::{
    SelectionDraft, SelectionView, StageBase, StageDraft, StageKind, StageRunDraft, StageView,
};

/// A staged selection and how far it has come, `shequ.selection/1`.
///
/// ```
/// use shequ::kernel::{Document, Status};
/// use shequ::participation::selection::Selection;
/// let selection = Selection::parse(r#"
///     format = "shequ.selection/1"
///     id = "secretaries-2026"
///     label = "open selection of three posts"
///     liability = true
///     [[stages]]
///     key = "recommend"
///     kind = "recommend"
///     label = { zh = "群众推荐", en = "residents recommend" }
///     most = 9
///     [[stages]]
///     key = "vote"
///     kind = "vote"
///     label = { zh = "票决", en = "vote" }
///     most = 3
///     share = { base = "entitled", comparison = "more-than", share = "1/2" }
///     [[stages]]
///     key = "notice"
///     kind = "notice"
///     label = { zh = "公示", en = "public notice" }
///     days = 7
///     [[run]]
///     stage = "recommend"
///     from = "2026-03-02"
///     to = "2026-03-06"
///     entered = 14
///     passed = 9
///     refused = 5
///     responsible = "post-3"
///     [[run]]
///     stage = "vote"
///     from = "2026-03-09"
///     to = "2026-03-09"
///     entered = 9
///     passed = 3
///     refused = 6
///     entitled = 21
///     voters = 19
///     least_yes = 11
///     responsible = "post-3"
/// "#)?;
/// let view = selection.view();
/// assert_eq!((view.status, view.next.unwrap().as_str(), view.left), (Status::Unknown, "notice", Some(3)));
/// assert_eq!(view.stages[1].checks[2].text, "2 × 11 > 21");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Selection {
    draft: Arc<SelectionDraft>,
    view: SelectionView,
}

impl Selection {
    /// The selection as a document writes it.
    pub fn draft(&self) -> &SelectionDraft {
        &self.draft
    }

    /// How far it has come, with what was tested.
    pub fn view(&self) -> SelectionView {
        self.view.clone()
    }

    /// Asks each clause of a stage about each one who enters it, and counts: who meets all of them, how many fail one, and for how
    /// many one is not known. The answers go through this call and are dropped.
    ///
    /// ```
    /// use shequ::kernel::{Document, Key};
    /// use shequ::participation::election::ClauseAnswer;
    /// use shequ::participation::selection::Selection;
    /// let selection = Selection::parse(r#"
    ///     format = "shequ.selection/1"
    ///     id = "posts"
    ///     label = "open recruitment"
    ///     [[stages]]
    ///     key = "apply"
    ///     kind = "apply"
    ///     label = "apply"
    ///     conditions = [{ clause = "age", label = "of age" }, { clause = "diploma", label = "a diploma" }]
    /// "#)?;
    /// let entered: Vec<Key> = ["a", "b", "c"].map(|k| k.parse().unwrap()).to_vec();
    /// let admission = selection.admit("apply", &entered, |who, clause| match (who.as_str(), clause.clause.as_str()) {
    ///     ("a", _) => ClauseAnswer::Yes,
    ///     ("b", "diploma") => ClauseAnswer::No,
    ///     _ => ClauseAnswer::Unknown,
    /// })?;
    /// assert_eq!((admission.admitted.len(), admission.refused, admission.open), (1, 1, 1));
    /// assert_eq!(selection.admit("exam", &entered, |_, _| ClauseAnswer::Yes).unwrap_err().first().code(), "unknown-stage");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `unknown-stage`.
    pub fn admit(
        &self,
        stage: &str,
        entered: &[Key],
        answer: impl FnMut(&Key, &ConditionDraft) -> ClauseAnswer,
    ) -> Result<Admission> {
        let stages = &self.draft.stages;
        let Some(found) = stages.iter().find(|s| s.key.as_str() == stage) else {
            let have = stages.iter().map(|s| format!("`{}`", s.key)).collect::<Vec<_>>().join(", ");
            return Err(Error::at("stage", SelectionError::UnknownStage { key: stage.to_owned(), have }));
        };
        Ok(admitted(&found.conditions, entered, answer))
    }

    /// The digest of the document: note it elsewhere, and a change is found.
    ///
    /// # Errors
    /// None that a selection can have; digests are fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&*self.draft)
    }

    /// Why: each stage with what it asks and what was found.
    pub fn explain(&self) -> Explanation {
        let stages = self.view.stages.iter().map(|stage| {
            let checks = stage.checks.iter().map(|check| {
                let mut leaf = Explanation::new(check.label.clone(), Quantity::Status(check.status))
                    .noted(Text::same(check.text.clone()));
                if let Some(clause) = &check.clause {
                    leaf = leaf.by(clause.clone(), None);
                }
                leaf
            });
            Explanation::new(stage.label.clone(), Quantity::Status(stage.status)).of(How::All, checks.collect())
        });
        let stages = stages.collect();
        Explanation::new(self.draft.label.clone(), Quantity::Status(self.view.status)).of(How::List, stages)
    }
}

impl Document for Selection {
    const FORMAT: &'static str = "shequ.selection/1";
    const ROOT: &'static str = "selection";
    type Draft = SelectionDraft;

    fn check(draft: SelectionDraft) -> Result<Self> {
        let mut faults = Faults::new();
        if draft.stages.is_empty() {
            faults.push("stages", SelectionError::NoStages);
        }
        let mut shares: Vec<Option<Share>> = Vec::with_capacity(draft.stages.len());
        for (i, stage) in draft.stages.iter().enumerate() {
            shares.push(faults.take(&format!("stages[{i}]"), check_stage(stage)).flatten());
            if draft.stages.iter().position(|s| s.key == stage.key) != Some(i) {
                faults.push(format!("stages[{i}].key"), SelectionError::StageTwice { key: stage.key.to_string() });
            }
        }
        let mut before: Option<&StageRunDraft> = None;
        for (i, held) in draft.run.iter().enumerate() {
            faults.take(&format!("run[{i}]"), check_run(held, draft.stages.get(i), before));
            before = Some(held);
        }
        faults.into_result()?;
        let mut stages = Vec::with_capacity(draft.run.len());
        let mut before: Option<&StageRunDraft> = None;
        for ((stage, share), held) in draft.stages.iter().zip(shares).zip(&draft.run) {
            stages.push(hold(stage, share, held, before, draft.liability));
            before = Some(held);
        }
        let next = draft.stages.get(draft.run.len()).map(|stage| stage.key.clone());
        let held = stages.iter().map(|s| s.status).min().unwrap_or(Status::Unknown);
        let status = if next.is_some() { held.min(Status::Unknown) } else { held };
        let left = draft.run.last().map(|held| held.passed);
        let view = SelectionView { selection: draft.id.clone(), status, stages, next, left };
        Ok(Self { draft: Arc::new(draft), view })
    }
}

fn check_stage(stage: &StageDraft) -> Result<Option<Share>> {
    let unfit = |field: &str| Err(Error::at(field, SelectionError::Unfit { field: field.to_owned() }));
    if stage.days.is_some() && stage.kind != StageKind::Notice {
        return unfit("days");
    }
    match &stage.share {
        Some(_) if stage.kind != StageKind::Vote => unfit("share"),
        Some(share) => Share::new(&share.share, share.comparison).map(Some).map_err(|e| e.under("share.share")),
        None => Ok(None),
    }
}

fn check_run(held: &StageRunDraft, stage: Option<&StageDraft>, before: Option<&StageRunDraft>) -> Result<()> {
    if stage.is_none_or(|stage| stage.key != held.stage) {
        let expected = stage.map_or_else(|| "nothing".to_owned(), |stage| format!("`{}`", stage.key));
        return Err(Error::at("stage", SelectionError::NotDue { got: held.stage.to_string(), expected }));
    }
    let mut faults = Faults::new();
    let early = before.is_some_and(|before| held.from < before.to.unwrap_or(before.from));
    if early || held.to.is_some_and(|to| to < held.from) {
        let to = held.to.unwrap_or(held.from).to_string();
        faults.push("from", SelectionError::Backwards { from: held.from.to_string(), to });
    }
    if held.passed.checked_add(held.refused).is_none_or(|out| out > held.entered) {
        let out = format!("{} and {}", held.passed, held.refused);
        faults.push("passed", SelectionError::MoreOut { out, entered: held.entered });
    }
    for (field, votes, voters) in
        [("voters", held.voters, held.entitled), ("least_yes", held.least_yes, held.voters.or(held.entitled))]
    {
        if let (Some(votes), Some(voters)) = (votes, voters)
            && votes > voters
        {
            faults.push(field, SelectionError::MoreVotes { votes, voters });
        }
    }
    faults.into_result()
}

fn check(word: &str, label: Text, status: Status, text: String) -> PollCheck {
    PollCheck { check: word.to_owned(), label, status, text, margin: None, added: None, clause: None }
}

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

fn hold(
    stage: &StageDraft,
    share: Option<Share>,
    held: &StageRunDraft,
    before: Option<&StageRunDraft>,
    liability: bool,
) -> StageView {
    let mut checks = Vec::new();
    if let Some(before) = before {
        let label = Text::new("进入者为上一阶段通过者", "those who enter passed the stage before");
        let text = format!("{} = {}", held.entered, before.passed);
        checks.push(check("entered-as-passed", label, met(held.entered == before.passed), text));
    }
    if let Some(most) = stage.most {
        let label = Text::new("通过人数上限", "at most so many pass");
        let sign = if held.passed <= most { "<=" } else { ">" };
        checks.push(check(
            "passed-within-most",
            label,
            met(held.passed <= most),
            format!("{} {sign} {most}", held.passed),
        ));
    }
    if let (Some(share), Some(draft)) = (share, &stage.share) {
        let base = match draft.base {
            StageBase::Entitled => held.entitled,
            StageBase::Voters => held.voters,
        };
        let label = Text::new("票决", "each one who passed has the share");
        checks.push(match (held.passed, held.least_yes, base) {
            (0, ..) => check("share", label, Status::Met, "0".into()),
            (_, Some(yes), Some(base)) => {
                let (yes, base) = (Known::exact(yes), Known::exact(base));
                check("share", label, share.status(yes, base), share.written(yes, base))
            }
            _ => check("share", label, Status::Unknown, String::new()),
        });
    }
    if let Some(days) = stage.days {
        let label = Text::new("公示期", "days of the notice");
        checks.push(match held.to {
            Some(to) => {
                let stood = u32::try_from(to.since(held.from)).unwrap_or(0);
                let sign = if stood >= days { ">=" } else { "<" };
                check("days", label, met(stood >= days), format!("{stood} {sign} {days}"))
            }
            None => check("days", label, Status::Unknown, format!("{}..", held.from)),
        });
    }
    if held.objections_open > 0 {
        let label = Text::new("异议尚未处理", "objections are open");
        checks.push(check("objections-decided", label, Status::Unknown, held.objections_open.to_string()));
    }
    let open = held.entered - held.passed - held.refused;
    if open > 0 {
        let label = Text::new("尚无结论者", "not decided yet");
        checks.push(check("all-decided", label, Status::Unknown, open.to_string()));
    }
    if liability {
        let label = Text::new("责任岗位", "a post answers for it");
        let post = held.responsible.as_ref().map(ToString::to_string);
        checks.push(check("responsible", label, met(post.is_some()), post.unwrap_or_default()));
    }
    for check in &mut checks {
        check.clause.clone_from(&stage.clause);
    }
    let status = checks.iter().map(|c| c.status).min().unwrap_or(Status::Met);
    StageView { stage: stage.key.clone(), label: stage.label.clone(), status, checks }
}
