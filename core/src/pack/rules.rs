//! The rules of a day, and what a clause says on it.

use std::sync::Arc;

use serde::Serialize;

use super::caution::warned;
use super::clause::{Clause, Content};
use super::{Pack, PackError, Packs, QuestionRule};
use crate::kernel::{Calendar, Certainty, Citation, Day, Explanation, Likely, Quantity, Result, Text};
use crate::wire::pack::{Answer, AnswerStatus};

/// Why a clause decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Reason {
    /// Facts are missing.
    MissingFacts,
    /// Nobody has read its text.
    Unread,
    /// Its text is known only second-hand, and the caller does not accept that.
    Secondary,
    /// No version is in force on the day.
    NotInForce,
    /// Its version may or may not be in force on the day.
    PeriodUncertain,
    /// Nobody knows since when its version is in force, and the caller does not accept that.
    Undated,
    /// Another clause has taken its place.
    Superseded,
    /// The law says nothing, and no lower layer has supplied it.
    Silent,
    /// Its days cannot be counted: no calendar of working days was given, or it does not reach so far.
    NoCalendar,
    /// It asks a sensitive fact of a person, which is answered in the call and kept nowhere: nothing says how.
    Private,
}

impl Reason {
    /// The reason in words.
    pub fn label(self) -> Text {
        match self {
            Self::MissingFacts => Text::new("缺少事实", "facts are missing"),
            Self::Unread => Text::new("该条文尚未阅读", "nobody has read the text of this clause"),
            Self::Secondary => Text::new("该条文仅见转述", "the text of this clause is known only second-hand"),
            Self::NotInForce => Text::new("当日没有有效的条文", "no version of this clause is in force on the day"),
            Self::PeriodUncertain => {
                Text::new("不能确定当日是否有效", "it is not known whether this clause is in force on the day")
            }
            Self::Undated => Text::new("不知该条文自何日起有效", "it is not known since when this clause is in force"),
            Self::Superseded => Text::new("该条文已被取代", "another clause has taken the place of this one"),
            Self::NoCalendar => Text::new("没有所需的工作日历", "there is no calendar of working days for this"),
            Self::Silent => Text::new("法律未作规定", "the law says nothing on this"),
            Self::Private => Text::new(
                "敏感事实：在调用中回答，不予留存",
                "a sensitive fact: it is answered in the call and kept nowhere",
            ),
        }
    }
}

/// What the packs have for a clause on a day.
#[derive(Debug, Clone, Copy)]
pub enum Lookup<'r> {
    /// A version in force, with its pack.
    InForce(&'r Pack, &'r Clause),
    /// A version whose days are known only within bounds, and that may be in force.
    Uncertain(&'r Pack, &'r Clause),
    /// Versions, but none on this day.
    NotInForce,
    /// No such clause.
    NoSuchClause,
}

/// The rules in force on a day.
#[derive(Debug, Clone)]
pub struct Rules {
    packs: Packs,
    day: Day,
    secondary: bool,
    undated: bool,
    calendar: Option<Arc<Calendar>>,
}

impl Rules {
    pub(super) fn new(packs: Packs, day: Day) -> Self {
        Self { packs, day, secondary: false, undated: false, calendar: None }
    }

    /// The same rules for a caller who lets clauses decide that are known only second-hand.
    #[must_use]
    pub fn accepting_secondary(mut self) -> Self {
        self.secondary = true;
        self
    }

    /// The same rules for a caller who lets clauses decide of which nobody knows since when they are in force.
    #[must_use]
    pub fn accepting_undated(mut self) -> Self {
        self.undated = true;
        self
    }

    /// The same rules with a calendar of working days, by which deadlines are counted.
    #[must_use]
    pub fn with_calendar(mut self, calendar: Calendar) -> Self {
        self.calendar = Some(Arc::new(calendar));
        self
    }

    /// The calendar of working days, if one was given.
    pub fn calendar(&self) -> Option<&Calendar> {
        self.calendar.as_deref()
    }

    /// Whether clauses without a known first day decide.
    pub const fn accepts_undated(&self) -> bool {
        self.undated
    }

    /// Whether clauses known only second-hand decide.
    pub const fn accepts_secondary(&self) -> bool {
        self.secondary
    }

    /// The day.
    pub const fn day(&self) -> Day {
        self.day
    }

    /// The packs they come from.
    pub const fn packs(&self) -> &Packs {
        &self.packs
    }

    /// What there is for a clause: of several layers, the lowest in force.
    pub fn find(&self, id: &str) -> Lookup<'_> {
        let mut found = Lookup::NoSuchClause;
        for (pack, clause) in self.packs.versions(id) {
            match clause.span().holds(self.day) {
                // One of a lower layer that may be in force may have taken its place.
                Likely::Yes => {
                    return if matches!(found, Lookup::Uncertain(..)) { found } else { Lookup::InForce(pack, clause) };
                }
                Likely::Possible if !matches!(found, Lookup::Uncertain(..)) => found = Lookup::Uncertain(pack, clause),
                Likely::Possible => {}
                Likely::No => {
                    if matches!(found, Lookup::NoSuchClause) {
                        found = Lookup::NotInForce;
                    }
                }
            }
        }
        found
    }

    /// The clause in force, whatever its certainty; an unread one has the content [`Content::Unread`].
    ///
    /// # Errors
    /// `unknown-clause`, `clause-not-in-force`.
    pub fn clause(&self, id: &str) -> Result<&Clause> {
        match self.find(id) {
            Lookup::InForce(_, clause) => Ok(clause),
            Lookup::NoSuchClause => Err(PackError::UnknownClause { id: id.to_owned() }.into()),
            Lookup::Uncertain(..) | Lookup::NotInForce => {
                let versions: Vec<String> = self.packs.versions(id).map(|(_, c)| c.describe()).collect();
                let (id, day, versions) = (id.to_owned(), self.day.to_string(), versions.join(", "));
                Err(PackError::NotInForce { id, day, versions }.into())
            }
        }
    }

    /// The clause in force if it is known well enough to decide by, else why it decides nothing.
    ///
    /// The error of the outer result is `unknown-clause`: a name that no pack has is a mistake, not a silence of the law.
    ///
    /// # Errors
    /// `unknown-clause`.
    pub fn decisive(&self, id: &str) -> Result<Result<&Clause, Reason>> {
        Ok(match self.find(id) {
            Lookup::NoSuchClause => return Err(PackError::UnknownClause { id: id.to_owned() }.into()),
            Lookup::NotInForce => Err(Reason::NotInForce),
            Lookup::Uncertain(..) => Err(Reason::PeriodUncertain),
            Lookup::InForce(_, clause) => self.undecided(clause).map_or(Ok(clause), Err),
        })
    }

    /// Why a clause in force decides nothing, if it does not.
    pub(crate) fn undecided(&self, clause: &Clause) -> Option<Reason> {
        let by = || clause.superseded_by().iter().map(|id| self.find(id));
        if by().any(|found| matches!(found, Lookup::InForce(..))) {
            return Some(Reason::Superseded);
        }
        // Whether another clause has taken its place is not known.
        if by().any(|found| matches!(found, Lookup::Uncertain(..))) {
            return Some(Reason::PeriodUncertain);
        }
        match clause.certainty() {
            Certainty::Unread => Some(Reason::Unread),
            Certainty::Text | Certainty::Excerpt | Certainty::Secondary if clause.undated() && !self.undated => {
                Some(Reason::Undated)
            }
            Certainty::Secondary if !self.secondary => Some(Reason::Secondary),
            _ => matches!(clause.content(), Content::Silence(_)).then_some(Reason::Silent),
        }
    }

    /// Every clause in force on the day, by name.
    pub fn clauses(&self) -> impl Iterator<Item = &Clause> {
        self.packs.clause_ids().filter_map(|id| match self.find(id) {
            Lookup::InForce(_, clause) => Some(clause),
            _ => None,
        })
    }

    /// The rule of a question.
    pub(crate) fn question_rule(&self, id: &str) -> Result<&QuestionRule> {
        self.packs.question_on(id, self.day).ok_or_else(|| {
            let have = self.packs.question_ids().map(|q| format!("`{q}`")).collect::<Vec<_>>().join(", ");
            PackError::UnknownQuestion { id: id.to_owned(), have }.into()
        })
    }
}

/// What a clause says on the day of the rules, with its source, or why that is not known.
///
/// ```
/// use shequ::pack;
/// let before = pack::ask(&pack::cn().at("2025-12-31".parse()?), "cn.urc.members")?;
/// assert_eq!(before.says.get(shequ::kernel::Lang::En), "5 to 9 members");
/// let after = pack::ask(&pack::cn().at("2026-01-01".parse()?), "cn.urc.members")?;
/// assert_eq!(after.reason, Some(pack::Reason::Unread));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `unknown-clause`.
pub fn ask(rules: &Rules, id: &str) -> Result<Answer> {
    let reason = rules.decisive(id)?.err();
    let (pack, clause) = match rules.find(id) {
        Lookup::InForce(pack, clause) => (Some(pack), Some(clause)),
        _ => (None, None),
    };
    let says = match (reason, clause) {
        (None, Some(clause)) => clause.content().render(),
        (Some(reason), _) => reason.label(),
        (None, None) => Text::default(),
    };
    Ok(Answer {
        clause: id.to_owned(),
        day: rules.day(),
        status: if reason.is_none() { AnswerStatus::Known } else { AnswerStatus::Unknown },
        reason,
        says,
        label: clause.map(|c| c.label().clone()),
        content: clause.map(|c| c.content().clone()).filter(|c| *c != Content::Unread),
        citation: clause.map(|c| c.citation().clone()),
        from: clause.and_then(|c| c.span().from()),
        until: clause.and_then(|c| c.span().until()),
        note: clause.and_then(|c| c.note().cloned()),
        cautions: rules.cautions(id)?,
        pack: pack.map(|p| p.id().to_owned()),
        read_on: pack.map(Pack::read_on),
    })
}

impl Answer {
    /// The answer as an explanation, with its article.
    pub fn explain(&self) -> Explanation {
        let label = self.label.clone().unwrap_or_else(|| Text::same(self.clause.clone()));
        let citation: Option<Citation> = self.citation.clone();
        let node = Explanation::new(label, Quantity::Words(self.says.clone()))
            .by(self.clause.clone(), citation)
            .with(Text::new("日期", "day"), Quantity::Day(self.day));
        let node = match &self.note {
            Some(note) => node.noted(note.clone()),
            None => node,
        };
        warned(node, &self.cautions)
    }
}
