//! The report of a validation.

use serde::Serialize;

use super::Severity;
use crate::kernel::{Citation, Day, Explanation, How, Input, Lang, Quantity, Result, Status, Text};
use crate::organisation::{Stretch, UnitName};
use crate::wire::{Column, Table};

/// What a finding is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SubjectKind {
    /// A unit.
    Unit,
    /// A post.
    Post,
    /// Somebody who holds posts, by an opaque key.
    Holder,
    /// A published statistic.
    Statement,
}

/// What a finding is about, by key and name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Subject {
    /// Whether it is a unit, a post, a holder or a statement.
    pub kind: SubjectKind,
    /// Its key; a statement has none.
    pub key: String,
    /// Its name.
    pub name: Text,
}

/// A step of a proof: a unit, and how it stands to the next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Step {
    /// The unit.
    pub unit: UnitName,
    /// The key of its relation to the next unit, such as `leads`; none at the end.
    pub relation: Option<String>,
}

/// One violation (问题): what, which rule, since when, and what mends it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// Its name.
    pub label: Text,
    /// How grave it is.
    pub severity: Severity,
    /// Where the rule stands: a clause of a law, or a default of the library, which is marked so.
    pub citation: Option<Citation>,
    /// The kind of unit that the rule was checked for, where it was for one alone.
    pub kind: Option<String>,
    /// What it is about.
    pub subject: Subject,
    /// All the days, before and after those asked about too, on which it holds without a break, exact to the day.
    pub period: Stretch,
    /// The numbers that decided.
    pub facts: Vec<Input>,
    /// The proof, where it is a path.
    pub path: Vec<Step>,
    /// What is wrong.
    pub message: Text,
    /// What mends it.
    pub remedy: Text,
}

impl Finding {
    /// The finding as an explanation.
    pub fn explain(&self) -> Explanation {
        let name = |lang| format!("{} {}", self.label.get(lang), self.subject.name.get(lang));
        let outcome = Quantity::Status(Status::NotMet);
        let mut node =
            Explanation::new(Text::new(name(Lang::Zh), name(Lang::En)), outcome).by(&self.rule, self.citation.clone());
        node.inputs.clone_from(&self.facts);
        node.note = Some(self.message.clone());
        let step = |step: &Step| {
            let relation = step.relation.clone().unwrap_or_default();
            Explanation::new(step.unit.name.clone(), Quantity::Words(Text::same(relation)))
        };
        node = node.of(How::List, self.path.iter().map(step).collect());
        node.with(Text::new("期间", "period"), Quantity::Words(Text::same(self.period.to_string())))
            .with(Text::new("整改", "remedy"), Quantity::Words(self.remedy.clone()))
    }
}

/// One rule as it was checked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Check {
    /// The rule.
    pub rule: String,
    /// Its name.
    pub label: Text,
    /// The kind of unit that it was checked for, where a clause belongs to one kind.
    pub kind: Option<String>,
    /// The clause that gives its number.
    pub clause: Option<String>,
    /// Where that stands.
    pub citation: Option<Citation>,
    /// Met, not met, or unknown where the clause was not read or facts are missing.
    pub status: Status,
    /// How many units, posts, holdings or statements were looked at.
    pub subjects: u32,
    /// How many violations were found.
    pub violations: u32,
    /// The keys of those for which facts are missing or dates leave it open.
    pub missing: Vec<String>,
}

/// What a validation found (核查报告).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Report {
    /// The day asked about, or the first of the days.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub day: Day,
    /// The first day after those asked about; none where it is one day.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<Day>,
    /// The rules that were checked, those without a violation too.
    pub checks: Vec<Check>,
    /// The violations, by rule and subject.
    pub violations: Vec<Finding>,
}

impl Report {
    /// Whether no rule is broken; remarks may still stand.
    pub fn ok(&self) -> bool {
        self.count(Severity::Error) == 0
    }

    /// How many findings there are of a severity.
    pub fn count(&self, severity: Severity) -> usize {
        self.violations.iter().filter(|v| v.severity == severity).count()
    }

    /// The first check of a rule.
    pub fn check(&self, rule: &str) -> Option<&Check> {
        self.checks.iter().find(|check| check.rule == rule)
    }

    /// The violations of a rule.
    pub fn of<'r>(&'r self, rule: &'r str) -> impl Iterator<Item = &'r Finding> {
        self.violations.iter().filter(move |v| v.rule == rule)
    }

    /// The violations as a table, in a language.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let text = |of: &dyn Fn(&Finding) -> Option<String>| Column::Text(self.violations.iter().map(of).collect());
        let severity = |s| if s == Severity::Error { "error" } else { "guidance" };
        Table::new(vec![
            ("rule".into(), text(&|v| Some(v.rule.clone()))),
            ("severity".into(), text(&|v| Some(severity(v.severity).into()))),
            ("subject".into(), text(&|v| Some(v.subject.key.clone()))),
            ("name".into(), text(&|v| Some(v.subject.name.get(lang).into()))),
            ("from".into(), text(&|v| v.period.from.map(|d| d.to_string()))),
            ("until".into(), text(&|v| v.period.until.map(|d| d.to_string()))),
            ("label".into(), text(&|v| Some(v.label.get(lang).into()))),
            ("message".into(), text(&|v| Some(v.message.get(lang).into()))),
            ("citation".into(), text(&|v| v.citation.as_ref().map(|c| c.render(lang)))),
            ("remedy".into(), text(&|v| Some(v.remedy.get(lang).into()))),
        ])
    }

    /// The report as an explanation: every check with its violations.
    pub fn explain(&self) -> Explanation {
        let checks: Vec<Explanation> = self
            .checks
            .iter()
            .map(|check| {
                let ours = |v: &&Finding| {
                    v.rule == check.rule && check.kind.as_ref().is_none_or(|k| v.kind.as_ref() == Some(k))
                };
                let found: Vec<Explanation> = self.violations.iter().filter(ours).map(Finding::explain).collect();
                let count = |n: usize| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
                Explanation::new(check.label.clone(), Quantity::Status(check.status))
                    .by(&check.rule, check.citation.clone())
                    .with(Text::new("核查对象", "looked at"), Quantity::Count(check.subjects.into()))
                    .with(Text::new("资料不足", "facts missing"), count(check.missing.len()))
                    .of(if found.is_empty() { How::Rule } else { How::List }, found)
            })
            .collect();
        let worst = checks.iter().filter_map(|c| match c.outcome {
            Quantity::Status(status) => Some(status),
            _ => None,
        });
        let outcome = worst.min().unwrap_or(Status::Met);
        let days = match self.until {
            Some(until) => {
                Text::new(format!("[{}, {until}) 核查", self.day), format!("validation over [{}, {until})", self.day))
            }
            None => Text::new(format!("{} 核查", self.day), format!("validation as of {}", self.day)),
        };
        Explanation::new(days, Quantity::Status(outcome)).of(How::All, checks)
    }

    /// Notes a check and its violations.
    pub(super) fn note(&mut self, mut check: Check, silent: bool, mut found: Vec<Finding>) {
        // Two findings about one subject stand in the order of their numbers, never in that of the document.
        let numbers = |f: &Finding| f.facts.iter().map(|input| input.value.render(Lang::En)).collect::<Vec<_>>();
        found.sort_by_cached_key(|f| (f.subject.clone(), f.period, numbers(f)));
        check.missing.sort();
        check.missing.dedup();
        check.violations = u32::try_from(found.len()).unwrap_or(u32::MAX);
        check.status = match (found.len(), check.missing.len()) {
            (0, 0) if !silent => Status::Met,
            (0, _) => Status::Unknown,
            _ => Status::NotMet,
        };
        self.checks.push(check);
        self.violations.extend(found);
    }
}
