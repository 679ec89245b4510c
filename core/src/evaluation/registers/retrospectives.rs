//! Looking back (回头看、述职): what fell short, what was promised, and whether it holds.

use super::{EvaluationRegisterError, count, follows, once};
use crate::kernel::{Day, Document, Explanation, Faults, Quantity, Result, Text};
use crate::wire::evaluation::{RetrospectiveDraft, RetrospectiveReport, RetrospectivesDraft};

/// What units and posts looked back on, `shequ.retrospectives/1`.
#[derive(Debug, Clone)]
pub struct Retrospectives {
    title: Text,
    items: Vec<RetrospectiveDraft>,
}

impl Document for Retrospectives {
    const FORMAT: &'static str = "shequ.retrospectives/1";
    const ROOT: &'static str = "retrospectives";
    type Draft = RetrospectivesDraft;

    fn check(draft: RetrospectivesDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "items", draft.items.iter().map(|i| &i.key));
        for (i, item) in draft.items.iter().enumerate() {
            let at = format!("items[{i}]");
            follows(&mut faults, format!("{at}.due"), Some(item.due), item.found);
            follows(&mut faults, format!("{at}.done"), item.done, item.found);
            match item.done {
                Some(done) => follows(&mut faults, format!("{at}.checked"), item.checked, done),
                None if item.checked.is_some() => {
                    faults.push(format!("{at}.checked"), EvaluationRegisterError::NotDone);
                }
                None => {}
            }
            if item.holds && item.checked.is_none() {
                faults.push(format!("{at}.holds"), EvaluationRegisterError::NotChecked);
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, items: draft.items })
    }
}

impl Retrospectives {
    /// What they are called together.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// What was done of what was found, in time or late, and what fell back; of one unit or post, or of all.
    pub fn report(&self, day: Day, subject: Option<&str>) -> RetrospectiveReport {
        let own = |item: &&RetrospectiveDraft| {
            item.found <= day && subject.is_none_or(|subject| item.subject.as_str() == subject)
        };
        let items: Vec<&RetrospectiveDraft> = self.items.iter().filter(own).collect();
        let done = |item: &RetrospectiveDraft| item.done.filter(|done| *done <= day);
        let many = |of: &dyn Fn(&RetrospectiveDraft) -> bool| count(items.iter().filter(|i| of(i)).count());
        let list = |of: &dyn Fn(&RetrospectiveDraft) -> bool| {
            items.iter().filter(|i| of(i)).map(|i| i.key.to_string()).collect::<Vec<_>>()
        };
        let checked = |item: &RetrospectiveDraft| item.checked.is_some_and(|checked| checked <= day);
        RetrospectiveReport {
            day,
            found: count(items.len()),
            in_time: many(&|i| done(i).is_some_and(|done| done <= i.due)),
            late: many(&|i| done(i).is_some_and(|done| done > i.due)),
            overdue: list(&|i| done(i).is_none() && i.due < day),
            open: list(&|i| done(i).is_none() && i.due >= day),
            checked: many(&checked),
            fallen_back: list(&|i| checked(i) && !i.holds),
        }
    }
}

impl RetrospectiveReport {
    /// The counts, which make the whole.
    pub fn explain(&self) -> Explanation {
        let part = |zh: &str, en: &str, n: u32| Explanation::new(Text::new(zh, en), Quantity::Count(n.into()));
        let parts = vec![
            part("按期完成", "done in time", self.in_time),
            part("逾期完成", "done late", self.late),
            part("逾期未完成", "overdue", count(self.overdue.len())),
            part("未到期", "open", count(self.open.len())),
        ];
        Explanation::new(Text::new("回头看", "looked back on"), Quantity::Count(self.found.into()))
            .with(Text::new("复查", "looked at again"), Quantity::Count(self.checked.into()))
            .with(Text::new("反弹", "fallen back"), Quantity::Count(count(self.fallen_back.len()).into()))
            .of(crate::kernel::How::Sum, parts)
    }
}
