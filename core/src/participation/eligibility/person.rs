//! One person against the clauses of a question: computed from days, answered by the caller, or still to be asked.

use std::collections::BTreeMap;

use super::{EligibilityError, EligibilityVerdict, Standing};
use crate::kernel::{Day, Error, Faults, Lang, Result, Status, Text};
use crate::pack::{Content, Milestone, Predicate, PredicateKind, Rules};
use crate::participation::Question;
use crate::participation::check::{Check, word};
use crate::participation::election::ClauseAnswer;
use crate::participation::question::Leaf;
use crate::wire::participation_eligibility::Ask;

/// A question about one person, bound to the rules of a day; cheap to clone.
///
/// ```
/// use shequ::kernel::{Lang, Status};
/// use shequ::pack::Milestone;
/// use shequ::participation::election::ClauseAnswer;
/// use shequ::participation::eligibility::{Eligibility, Standing};
/// let rules = shequ::pack::cn().at("2025-03-21".parse()?);
/// let elector = Eligibility::new(&rules, "residents.elector", &[])?;
///
/// let young = Standing::new().born("2008-01-05".parse()?).with("resident", true);
/// assert_eq!(elector.check(&young)?.status(), Status::NotMet);
///
/// // What is sensitive is answered in the call, for that one clause, and kept nowhere.
/// let grown = Standing::new().born("2001-07-30".parse()?).with("resident", true);
/// let open = elector.check(&grown)?;
/// assert_eq!((open.status(), open.missing()[0].path.as_str()), (Status::Unknown, "answers.cn.urc.elector.rights"));
/// let verdict = elector.check_answering(&grown, |_clause| ClauseAnswer::Yes)?;
/// assert_eq!(verdict.status(), Status::Met);
/// assert!(verdict.explain().render(Lang::En).contains("kept nowhere"));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Eligibility {
    pub(super) question: Question,
    days: BTreeMap<Milestone, Day>,
}

/// What one clause comes to.
pub(super) struct Answer {
    pub status: Status,
    pub found: Option<Text>,
    pub asks: Vec<Ask>,
}

impl Answer {
    const fn of(status: Status) -> Self {
        Self { status, found: None, asks: Vec::new() }
    }

    fn ask(path: String, label: Text, sensitive: bool) -> Self {
        Self { status: Status::Unknown, found: None, asks: vec![Ask { path, label, sensitive }] }
    }
}

/// What a person comes to; the answers to sensitive clauses are not in it.
pub(super) struct Outcome {
    pub status: Status,
    /// By clause; `Unknown` for what is sensitive.
    pub answers: Vec<Answer>,
    pub missing: Vec<Ask>,
}

const fn met(holds: bool) -> Status {
    if holds { Status::Met } else { Status::NotMet }
}

/// The predicate of a leaf that decides.
pub(super) fn predicate(leaf: &Leaf) -> Option<&Predicate> {
    match (&leaf.check, leaf.clause.as_ref()?.content()) {
        (Ok(_), Content::Predicate(predicate)) => Some(predicate),
        _ => None,
    }
}

impl Eligibility {
    /// A question of the packs whose clauses are all about one person, with the days to which ages and residences are
    /// counted. A clause that names no such day counts to the day of the rules.
    ///
    /// # Errors
    /// `unknown-question`, `eligibility-not-personal`.
    pub fn new(rules: &Rules, question: &str, days: &[(Milestone, Day)]) -> Result<Self> {
        let question = rules.question(question)?;
        let mut faults = Faults::new();
        for leaf in &question.inner.leaves {
            if leaf.check.as_ref().is_ok_and(|check| !matches!(check, Check::Predicate { .. })) {
                let (id, clause) = (question.id().to_owned(), leaf.id.clone());
                faults.push("question", EligibilityError::NotPersonal { question: id, clause });
            }
        }
        faults.into_result()?;
        Ok(Self { question, days: days.iter().copied().collect() })
    }

    /// The question.
    pub const fn question(&self) -> &Question {
        &self.question
    }

    /// Whether a person may take part, as far as plain facts say: no sensitive clause is asked.
    ///
    /// # Errors
    /// `eligibility-sensitive-kept`, `eligibility-not-asked`, `eligibility-answered-twice`, `eligibility-day-after`,
    /// `eligibility-before-birth`: all that are found, below `person`.
    pub fn check(&self, person: &Standing) -> Result<EligibilityVerdict> {
        self.check_standing(person).map_err(|e| e.under("person"))?;
        let outcome = self.decide(person, None);
        Ok(EligibilityVerdict::new(self.question.clone(), outcome, false))
    }

    /// The same, where the caller answers each sensitive clause in the call.
    ///
    /// A clause is asked only where the plain facts leave its answer open and it can decide, and the answer is dropped. Where the
    /// person may not take part, the verdict does not say which clause fails: it would give the answer away.
    ///
    /// # Errors
    /// Those of [`check`](Self::check).
    pub fn check_answering(
        &self,
        person: &Standing,
        mut answer: impl FnMut(&str) -> ClauseAnswer,
    ) -> Result<EligibilityVerdict> {
        self.check_standing(person).map_err(|e| e.under("person"))?;
        let outcome = self.decide(person, Some(&mut answer));
        Ok(EligibilityVerdict::new(self.question.clone(), outcome, true))
    }

    /// Refuses what no clause asks, what is sensitive, and days that cannot be.
    pub(super) fn check_standing(&self, person: &Standing) -> Result<()> {
        let mut faults = Faults::new();
        for name in person.answers.keys() {
            faults.take(&format!("answers.{name}"), self.check_name(name).map_err(Error::from));
        }
        faults.take("", self.check_days(person));
        faults.into_result()
    }

    /// Refuses days that cannot be, and answers beside the days from which they follow.
    pub(super) fn check_days(&self, person: &Standing) -> Result<()> {
        let mut faults = Faults::new();
        for leaf in &self.question.inner.leaves {
            let Some(asked) = predicate(leaf) else { continue };
            let (since, field) = source(asked, person);
            let Some(since) = since else { continue };
            let kind = word(&asked.is);
            for name in [leaf.id.as_str(), kind.as_str()] {
                if person.answers.contains_key(name) {
                    faults.push(format!("answers.{name}"), EligibilityError::Twice { name: name.to_owned() });
                }
            }
            if let Some(on) = self.counted_on(asked).filter(|on| since > *on) {
                let (day, on) = (since.to_string(), on.to_string());
                faults.push(field, EligibilityError::DayAfter { day, on });
            }
        }
        if let (Some(born), Some(since)) = (person.born, person.resident_since)
            && since < born
        {
            let (since, born) = (since.to_string(), born.to_string());
            faults.push("resident_since", EligibilityError::BeforeBirth { since, born });
        }
        faults.into_result()
    }

    /// What a clause asks in any of its versions: what a person is known by does not depend on which one is in force.
    fn kinds<'s>(&'s self, leaf: &'s Leaf) -> impl Iterator<Item = PredicateKind> + 's {
        let versions = self.question.rules().packs().versions(&leaf.id);
        versions.filter_map(|(_, clause)| match clause.content() {
            Content::Predicate(asked) => Some(asked.is),
            _ => None,
        })
    }

    /// Whether a clause of the question asks it in any of its versions.
    pub(super) fn asks(&self, kind: PredicateKind) -> bool {
        self.question.inner.leaves.iter().any(|leaf| self.kinds(leaf).any(|asked| asked == kind))
    }

    /// Whether a clause, or a clause of such a kind, asks a plain fact of that name.
    pub(super) fn check_name(&self, name: &str) -> Result<(), EligibilityError> {
        let sensitive = |kind: PredicateKind| kind.is_sensitive() && word(&kind) == name;
        if [PredicateKind::PoliticalRights, PredicateKind::PartyMember, PredicateKind::LegalCapacity]
            .into_iter()
            .any(sensitive)
        {
            return Err(EligibilityError::Sensitive { name: name.to_owned() });
        }
        let mut have: Vec<String> = Vec::new();
        for leaf in &self.question.inner.leaves {
            let kinds: Vec<PredicateKind> = self.kinds(leaf).collect();
            let ours = leaf.id == name || kinds.iter().any(|kind| word(kind) == name);
            match (ours, kinds.iter().any(|kind| kind.is_sensitive())) {
                (true, true) => return Err(EligibilityError::Sensitive { name: name.to_owned() }),
                (true, false) => return Ok(()),
                (false, _) => have.extend(kinds.iter().map(|kind| format!("`{}`", word(kind)))),
            }
        }
        have.sort();
        have.dedup();
        Err(EligibilityError::NotAsked { name: name.to_owned(), have: have.join(", ") })
    }

    /// The day to which a clause counts years; none where its event has no day yet.
    fn counted_on(&self, asked: &Predicate) -> Option<Day> {
        match asked.on {
            Some(milestone) => self.days.get(&milestone).copied(),
            None => Some(self.question.rules().day()),
        }
    }

    fn plain(&self, leaf: &Leaf, person: &Standing) -> Answer {
        let Some(asked) = predicate(leaf) else { return Answer::of(Status::Unknown) };
        let path = format!("answers.{}", leaf.id);
        if asked.is.is_sensitive() {
            return Answer::ask(path, leaf.label.clone(), true);
        }
        let given = person.answers.get(&leaf.id).or_else(|| person.answers.get(&word(&asked.is)));
        if let Some(so) = given {
            return Answer::of(met(*so != asked.not));
        }
        let Some(years) = asked.years else { return Answer::ask(path, leaf.label.clone(), false) };
        let (since, field) = source(asked, person);
        match (since, self.counted_on(asked)) {
            (None, _) => {
                let label = if asked.is == PredicateKind::Age {
                    Text::new("出生日期", "day of birth")
                } else {
                    Text::new("开始居住的日期", "day of moving in")
                };
                Answer::ask(format!("person.{field}"), label, false)
            }
            (_, None) => {
                let event = asked.on.map(|milestone| (word(&milestone), milestone.label())).unwrap_or_default();
                Answer::ask(format!("days.{}", event.0), event.1, false)
            }
            (Some(since), Some(on)) => {
                if let Some(full) = asked.reached(since, on) {
                    let (zh, en) = if full { ("已满", "full") } else { ("未满", "not full") };
                    let found = Text::new(format!("至{on}{zh}{years}年"), format!("{years} years {en} on {on}"));
                    return Answer { found: Some(found), ..Answer::of(met(full != asked.not)) };
                }
                let label = Text::new(
                    format!("{}：恰在届满之日，条文未说明当日是否计入", leaf.label.get(Lang::Zh)),
                    format!(
                        "{}: the years end on this very day, and the clause does not say whether it counts",
                        leaf.label.get(Lang::En)
                    ),
                );
                Answer::ask(path, label, false)
            }
        }
    }

    /// Decides; a sensitive clause is asked one at a time, and only while it can decide.
    pub(super) fn decide(
        &self,
        person: &Standing,
        mut answer: Option<&mut dyn FnMut(&str) -> ClauseAnswer>,
    ) -> Outcome {
        let inner = &self.question.inner;
        let answers: Vec<Answer> = inner.leaves.iter().map(|leaf| self.plain(leaf, person)).collect();
        // Dropped at the end of the call.
        let mut private: Vec<Option<Status>> = vec![None; answers.len()];
        loop {
            let status = |i: usize| {
                let told = private.get(i).copied().flatten();
                told.or_else(|| answers.get(i).map(|a| a.status)).unwrap_or(Status::Unknown)
            };
            let mut open = Vec::new();
            inner.node.open_leaves(&status, &|_| true, &mut open);
            let asked = |i: &usize| private.get(*i).copied().flatten().is_some();
            let sensitive = |i: &usize| inner.leaves.get(*i).and_then(predicate).is_some_and(|p| p.is.is_sensitive());
            let next = open.iter().copied().find(|i| sensitive(i) && !asked(i));
            if let (Some(i), Some(answer)) = (next, answer.as_deref_mut())
                && let Some(leaf) = inner.leaves.get(i)
            {
                let not = predicate(leaf).is_some_and(|p| p.not);
                let told = match answer(&leaf.id) {
                    ClauseAnswer::Yes => met(!not),
                    ClauseAnswer::No => met(not),
                    ClauseAnswer::Unknown => Status::Unknown,
                };
                private.get_mut(i).into_iter().for_each(|slot| *slot = Some(told));
                continue;
            }
            let mut missing: Vec<Ask> = Vec::new();
            for ask in open.iter().filter_map(|i| answers.get(*i)).flat_map(|a| &a.asks) {
                if !missing.contains(ask) {
                    missing.push(ask.clone());
                }
            }
            let status = inner.node.status(&status);
            return Outcome { status, answers, missing };
        }
    }
}

/// The day from which a clause counts years, and the field that holds it.
fn source(asked: &Predicate, person: &Standing) -> (Option<Day>, &'static str) {
    match asked.is {
        PredicateKind::Age => (person.born, "born"),
        PredicateKind::Residence => (person.resident_since, "resident_since"),
        _ => (None, ""),
    }
}
