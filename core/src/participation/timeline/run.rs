//! A run of a procedure: what is due on a day, what is overdue, and what follows.

use std::sync::Arc;

use super::TimelineError;
use super::count::{CountedDay, count_bound};
use super::procedure::{Procedure, unknown};
use crate::kernel::document::read_holding;
use crate::kernel::{Calendar, Day, Document, Explanation, Faults, How, Key, Quantity, Result, Text, Value};
use crate::pack::{Lookup, Rules, TimeUnit, warned};
use crate::wire::participation_timeline::{
    BoundDraft, BoundKind, BoundView, StepDraft, StepStatus, StepView, TimeDirection, TimelineDraft,
};

/// A run of a procedure, `shequ.timeline/1`.
///
/// ```
/// use shequ::kernel::{Calendar, Document};
/// use shequ::participation::timeline::{StepStatus, Timeline};
/// // Organic Law of Villagers' Committees (2018), art. 14: the roll twenty days before the poll, objections within five
/// // days of its publication, a ruling within three.
/// let timeline = Timeline::parse(r#"
///     format = "shequ.timeline/1"
///     id = "election-2025"
///     days = [{ step = "poll", planned = "2025-06-15" }]
///     [procedure]
///     id = "roll"
///     label = "roll"
///     rest_days = "stand"
///     [[procedure.steps]]
///     key = "roll"
///     kind = "roll"
///     label = "publish the roll"
///     bounds = [{ bound = "by", anchor = "poll", direction = "before", n = 20, unit = "day" }]
///     [[procedure.steps]]
///     key = "objections"
///     kind = "objection"
///     label = "objections"
///     window = true
///     bounds = [{ bound = "by", anchor = "roll", direction = "after", n = 5, unit = "day" }]
///     [[procedure.steps]]
///     key = "poll"
///     kind = "poll"
///     label = "poll"
/// "#)?;
/// let next = timeline.next_steps("2025-05-20".parse()?, Calendar::cn())?;
/// let told: Vec<_> = next.iter().map(|s| (s.step.as_str(), s.status, s.latest.map(|d| d.to_string()))).collect();
/// assert_eq!(told, [
///     ("roll", StepStatus::Due, Some("2025-05-26".to_owned())),
///     ("objections", StepStatus::Upcoming, Some("2025-05-31".to_owned())),
///     ("poll", StepStatus::Upcoming, None),
/// ]);
/// assert_eq!(timeline.next_steps("2025-05-27".parse()?, Calendar::cn())?[0].status, StepStatus::Overdue);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Timeline {
    draft: Arc<TimelineDraft>,
    procedure: Procedure,
    /// By position of the step: done, planned.
    days: Vec<(Option<Day>, Option<Day>)>,
    skipped: Vec<bool>,
}

/// The day of a step that others are counted from.
#[derive(Debug, Clone, Copy, Default)]
struct Anchor {
    day: Option<Day>,
    projected: bool,
    /// Done, or for a time in which others could act: over.
    happened: bool,
    done: bool,
}

impl Timeline {
    /// Its name.
    pub fn id(&self) -> &Key {
        &self.draft.id
    }

    /// The procedure.
    pub const fn procedure(&self) -> &Procedure {
        &self.procedure
    }

    /// The run as a document writes it.
    pub fn draft(&self) -> &TimelineDraft {
        &self.draft
    }

    /// Every step as it stands on a day, in the order of the procedure. What is done later is, on that day, planned.
    ///
    /// # Errors
    /// `calendar-year-without-data` where a deadline needs a year that the calendar does not have, with the path of the bound;
    /// `day-out-of-range`.
    pub fn at(&self, day: Day, calendar: &Calendar) -> Result<Vec<StepView>> {
        let steps = &self.procedure.draft().steps;
        let mut anchors = vec![Anchor::default(); steps.len()];
        let mut views: Vec<Option<StepView>> = vec![None; steps.len()];
        for i in self.procedure.order.iter().copied() {
            let Some(step) = steps.get(i) else { continue };
            let (done, planned) = match self.days.get(i).copied().unwrap_or_default() {
                (Some(done), planned) if done > day => (None, planned.or(Some(done))),
                known => known,
            };
            let mut view = StepView {
                step: step.key.clone(),
                kind: step.kind,
                label: step.label.clone(),
                window: step.window,
                status: StepStatus::Unknown,
                done,
                planned,
                misplanned: false,
                earliest: None,
                latest: None,
                days_left: None,
                projected: false,
                bounds: Vec::with_capacity(step.bounds.len()),
                missing: Vec::new(),
                consequence: step.consequence.clone(),
            };
            let (mut happened, mut needed) = (true, true);
            for (at, bound) in step.bounds.iter().enumerate() {
                let place = self.procedure.position(&bound.anchor);
                // A step that is not needed in this run binds none that is counted from it.
                if place.is_some_and(|place| self.skipped.get(place) == Some(&true)) {
                    needed = false;
                    continue;
                }
                let anchor = place.and_then(|place| anchors.get(place)).copied().unwrap_or_default();
                happened &= anchor.happened || bound.direction == TimeDirection::Before;
                needed &= anchor.done || bound.direction == TimeDirection::Before;
                let path = || format!("timeline.procedure.steps[{i}].bounds[{at}]");
                let told = self.bound(bound, anchor, calendar).map_err(|e| e.under(&path()))?;
                view.projected |= anchor.projected;
                match (told.day, bound.bound) {
                    (None, _) => view.missing.push(bound.anchor.clone()),
                    (day, BoundKind::By) => view.latest = view.latest.into_iter().chain(day).min(),
                    (day, BoundKind::NotBefore) => view.earliest = view.earliest.max(day),
                }
                view.bounds.push(told);
            }
            view.misplanned = planned.filter(|_| done.is_none()).is_some_and(|planned| {
                view.latest.is_some_and(|latest| planned > latest)
                    || view.earliest.is_some_and(|earliest| planned < earliest)
            });
            view.days_left = view.latest.map(|latest| latest.since(day));
            let skipped = self.skipped.get(i) == Some(&true);
            view.status = if skipped {
                StepStatus::Skipped
            } else if step.optional && !needed && done.is_none() {
                if happened { StepStatus::Closed } else { StepStatus::Upcoming }
            } else if step.bounds.is_empty() && planned.is_none() && done.is_none() && !self.in_turn(i, day) {
                StepStatus::Upcoming
            } else {
                status(step, &view, day, happened)
            };
            if let Some(anchor) = anchors.get_mut(i) {
                let projected = done.is_none() && planned.is_none();
                // A time in which others could act has happened once it is over.
                let closed = step.window && happened && view.latest.is_some_and(|latest| latest < day);
                let own = done.or(planned).or(view.latest).or(view.earliest).filter(|_| !skipped);
                let done = done.is_some_and(|done| done <= day);
                *anchor = Anchor { day: own, projected, happened: done || closed, done };
            }
            if let Some(place) = views.get_mut(i) {
                *place = Some(view);
            }
        }
        Ok(views.into_iter().flatten().collect())
    }

    /// Whether a step that neither a deadline nor a plan gives a day comes next: the last one before it that always takes
    /// place is done. One that is taken only where it is needed waits for its day.
    fn in_turn(&self, at: usize, day: Day) -> bool {
        let steps = &self.procedure.draft().steps;
        let needed = |i: &usize| {
            self.skipped.get(*i) != Some(&true) && steps.get(*i).is_some_and(|step| !step.optional && !step.window)
        };
        let done = |i: usize| self.days.get(i).is_some_and(|(done, _)| done.is_some_and(|done| done <= day));
        steps.get(at).is_some_and(|step| !step.optional) && (0..at).rev().find(needed).is_none_or(done)
    }

    fn bound(&self, bound: &BoundDraft, anchor: Anchor, calendar: &Calendar) -> Result<BoundView> {
        let rest_days = bound.rest_days.unwrap_or(self.procedure.draft().rest_days);
        let count = |from| -> Result<CountedDay> { count_bound(from, bound, rest_days, calendar) };
        let counted = anchor.day.map(count).transpose()?;
        Ok(BoundView {
            bound: bound.bound,
            anchor: bound.anchor.clone(),
            from: anchor.day,
            day: counted.map(|c| c.day),
            before_rest: counted.and_then(|c| c.before_rest),
            text: self.words(bound),
            clause: bound.clause.clone(),
        })
    }

    fn words(&self, bound: &BoundDraft) -> Text {
        use crate::kernel::Lang::{En, Zh};
        let steps = &self.procedure.draft().steps;
        let label = self.procedure.position(&bound.anchor).and_then(|i| steps.get(i)).map(|s| s.label.clone());
        let label = label.unwrap_or_default();
        let (unit_zh, unit_en) = match bound.unit {
            TimeUnit::Day => ("日", "day"),
            TimeUnit::ClearDay => ("整日", "clear day"),
            TimeUnit::WorkingDay => ("个工作日", "working day"),
            TimeUnit::Week => ("周", "week"),
            TimeUnit::Month => ("个月", "month"),
            TimeUnit::Year => ("年", "year"),
        };
        let s = if bound.n == 1 { "" } else { "s" };
        let (n, zh, en) = (bound.n, label.get(Zh), label.get(En));
        match (bound.bound, bound.direction) {
            (BoundKind::By, TimeDirection::Before) => {
                Text::new(format!("{zh}之前至少{n}{unit_zh}"), format!("at least {n} {unit_en}{s} before: {en}"))
            }
            (BoundKind::By, TimeDirection::After) => {
                Text::new(format!("{zh}之后{n}{unit_zh}内"), format!("within {n} {unit_en}{s} after: {en}"))
            }
            (BoundKind::NotBefore, TimeDirection::Before) => {
                Text::new(format!("不早于{zh}之前{n}{unit_zh}"), format!("at most {n} {unit_en}{s} before: {en}"))
            }
            (BoundKind::NotBefore, TimeDirection::After) => {
                Text::new(format!("{zh}之后满{n}{unit_zh}"), format!("no sooner than {n} {unit_en}{s} after: {en}"))
            }
        }
    }

    /// What is to be done, as seen on a day: what is overdue first, then what is due, by its last day.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub fn next_steps(&self, day: Day, calendar: &Calendar) -> Result<Vec<StepView>> {
        let mut steps = self.at(day, calendar)?;
        steps.retain(|s| s.status <= StepStatus::Unknown || s.status == StepStatus::Impossible);
        let last = |s: &StepView| s.latest.or(s.planned).or(s.earliest).unwrap_or(Day::MAX);
        steps.sort_by_key(|s| (s.status != StepStatus::Overdue, last(s)));
        Ok(steps)
    }

    /// What should have been done before a day and was not, each with what follows from it; the longest overdue first.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub fn overdue(&self, day: Day, calendar: &Calendar) -> Result<Vec<StepView>> {
        let mut steps = self.next_steps(day, calendar)?;
        steps.retain(|s| s.status == StepStatus::Overdue);
        Ok(steps)
    }

    /// Why each step stands as it does: how its days were counted, and by which clause.
    ///
    /// # Errors
    /// As [`at`](Self::at).
    pub fn explain(&self, day: Day, calendar: &Calendar, rules: Option<&Rules>) -> Result<Explanation> {
        let cite = |clause: &str| match rules?.find(clause) {
            Lookup::InForce(_, found) | Lookup::Uncertain(_, found) => Some(found.citation().clone()),
            Lookup::NotInForce | Lookup::NoSuchClause => None,
        };
        let cautions = |clause: &Option<String>| {
            let clause = rules.zip(clause.as_deref());
            clause.and_then(|(rules, clause)| rules.cautions(clause).ok()).unwrap_or_default()
        };
        let steps = self.at(day, calendar)?.into_iter().map(|view| {
            let outcome = Quantity::Words(view.status.label());
            let mut node = Explanation::new(view.label.clone(), outcome);
            for (label, day) in [
                (Text::new("已办", "done"), view.done),
                (Text::new("计划", "planned"), view.planned),
                (Text::new("最早", "earliest"), view.earliest),
                (Text::new("最迟", "latest"), view.latest),
            ] {
                if let Some(day) = day {
                    node = node.with(label, Quantity::Day(day));
                }
            }
            if let Some(what) = view.consequence.as_ref().filter(|_| view.status == StepStatus::Overdue) {
                node = node.noted(what.text.clone());
            }
            let bounds = view.bounds.iter().map(|bound| {
                let outcome = bound.day.map_or(Quantity::Words(Text::new("日期不明", "day not known")), Quantity::Day);
                let mut leaf = Explanation::new(bound.text.clone(), outcome);
                if let Some(clause) = &bound.clause {
                    leaf = leaf.by(clause.clone(), cite(clause));
                }
                if let Some(from) = bound.from {
                    leaf = leaf.with(Text::new("起算", "counted from"), Quantity::Day(from));
                }
                if let Some(before) = bound.before_rest {
                    leaf = leaf.noted(Text::new(
                        format!("{before}为休息日，顺延至其后第一个工作日"),
                        format!("{before} is a day off: it ends on the next working day"),
                    ));
                }
                warned(leaf, &cautions(&bound.clause))
            });
            node.of(How::List, bounds.collect())
        });
        let children = steps.collect();
        Ok(Explanation::new(self.procedure.label().clone(), Quantity::Day(day)).of(How::List, children))
    }
}

fn status(step: &StepDraft, view: &StepView, day: Day, happened: bool) -> StepStatus {
    if let (Some(earliest), Some(latest)) = (view.earliest, view.latest)
        && latest < earliest
        && view.done.is_none()
    {
        return StepStatus::Impossible;
    }
    if let Some(done) = view.done {
        return match (view.earliest, view.latest) {
            (_, Some(latest)) if done > latest => StepStatus::Late,
            (Some(earliest), _) if done < earliest => StepStatus::Early,
            _ => StepStatus::Done,
        };
    }
    if !view.missing.is_empty() {
        return StepStatus::Unknown;
    }
    let past = view.latest.or(view.planned).is_some_and(|latest| day > latest);
    let early = view.earliest.is_some_and(|earliest| day < earliest);
    match (step.window, past) {
        _ if !happened => StepStatus::Upcoming,
        (true, true) => StepStatus::Closed,
        (false, true) => StepStatus::Overdue,
        _ if early => StepStatus::Upcoming,
        (true, false) => StepStatus::Open,
        // A step of which only the planned day is known is due on that day.
        (false, false) if view.latest.is_none() && view.planned.is_some_and(|planned| day < planned) => {
            StepStatus::Upcoming
        }
        (false, false) => StepStatus::Due,
    }
}

impl StepStatus {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Overdue => Text::new("逾期", "overdue"),
            Self::Due => Text::new("待办", "due"),
            Self::Open => Text::new("期间进行中", "open"),
            Self::Upcoming => Text::new("未到", "upcoming"),
            Self::Unknown => Text::new("不能确定", "unknown"),
            Self::Late => Text::new("迟办", "done late"),
            Self::Early => Text::new("早办", "done too early"),
            Self::Done => Text::new("已办", "done"),
            Self::Closed => Text::new("期间已过", "closed"),
            Self::Skipped => Text::new("不需要", "not needed"),
            Self::Impossible => Text::new("日期不可能", "cannot be met"),
        }
    }
}

impl Document for Timeline {
    const FORMAT: &'static str = "shequ.timeline/1";
    const ROOT: &'static str = "timeline";
    type Draft = TimelineDraft;

    fn read(value: Value) -> Result<Self> {
        read_holding::<Self, Procedure>(value, "procedure")
    }

    fn check(draft: TimelineDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let procedure = faults.take("procedure", Procedure::new(draft.procedure.clone()));
        let steps = &draft.procedure.steps;
        let mut days = vec![(None, None); steps.len()];
        let mut skipped = vec![false; steps.len()];
        for (i, of) in draft.days.iter().enumerate() {
            let place = steps.iter().position(|s| s.key == of.step).and_then(|at| days.get_mut(at));
            let key = of.step.to_string();
            match place {
                None => faults.push(format!("days[{i}].step"), unknown(steps, &of.step)),
                Some(_) if of.done.is_none() && of.planned.is_none() => {
                    faults.push(format!("days[{i}]"), TimelineError::NoDay { key });
                }
                Some(place) if *place != (None, None) => {
                    faults.push(format!("days[{i}].step"), TimelineError::DayTwice { key });
                }
                Some(place) => *place = (of.done, of.planned),
            }
        }
        for (i, key) in draft.skipped.iter().enumerate() {
            match steps.iter().position(|s| s.key == *key).and_then(|at| skipped.get_mut(at)) {
                Some(place) => *place = true,
                None => faults.push(format!("skipped[{i}]"), unknown(steps, key)),
            }
        }
        faults.into_result()?;
        match procedure {
            Some(procedure) => Ok(Self { draft: Arc::new(draft), procedure, days, skipped }),
            // `take` gave nothing only with a fault noted, which returned above.
            None => Err(TimelineError::NoSteps.into()),
        }
    }
}
