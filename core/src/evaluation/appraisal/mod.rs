//! Appraisal ballots (民主评议) as a result of their own: four grades and abstention, classes of voters, turnout, triggers.
//!
//! Of each class the mean of the marks is taken over those who did not abstain; the means are weighted, and the weights
//! renormalised over the classes that voted. Shares and triggers are exact ratios: a third is a third.
//!
//! [`Appraisal::report`] is for those who count. [`Appraisal::published`] is what may leave their hands: a class of few
//! voters would show how each of them voted, so small classes stand together, and with them as many more as are needed that
//! no small class can be worked out by subtraction.

mod check;
mod explain;

use serde::{Deserialize, Serialize};

use crate::kernel::error::faults;
use crate::kernel::{Day, Decimal, Document, Explanation, Key, Rate, Ratio, Result, Rounding, Status, Text, suppress};
use crate::wire::evaluation::{
    AppraisalDraft, AppraisalReport, Appraised, ClassBallot, FiredTrigger, GradeVotes, PublishedAppraisal,
    PublishedClass,
};

use super::Subject;

faults! {
    /// Faults of an appraisal and its ballots.
    pub enum AppraisalError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String, list: String } => "appraisal-key-twice", "the key `{key}` stands twice in `{list}`", "give each its own key";
        /// A key that is not declared.
        UnknownKey { key: String, list: String } => "appraisal-unknown-key", "there is no `{key}` in `{list}`", "declare it there or correct the key";
        /// A list that must not be empty.
        EmptyList { list: String } => "appraisal-empty-list", "`{list}` is empty", "give at least one";
        /// Two counts of one class on one subject.
        CountedTwice { subject: String, class: String } => "ballots-counted-twice", "the ballots of `{class}` on `{subject}` stand twice", "keep one count";
        /// A class whose ballots on a subject are not there.
        NotCounted { subject: String, class: String } => "ballots-not-counted", "there is no count of the ballots of `{class}` on `{subject}`", "add the row, with `entitled` 0 where nobody of the class may vote: who stayed away counts for the turnout";
        /// More ballots than voters.
        MoreThanEntitled { cast: u64, entitled: u64 } => "more-ballots-than-voters", "{cast} ballots were cast by {entitled} voters", "correct the counts";
        /// A number outside its range.
        OutOfRange { got: String, expected: String } => "appraisal-out-of-range", "`{got}` is not {expected}", "";
        /// Marks that do not fall from the best grade to the worst.
        MarksNotFalling { got: String, above: String } => "marks-not-falling", "the mark `{got}` is above `{above}`, the mark of a better grade", "let marks fall from excellent to incompetent";
        /// A subject that the appraisal does not have.
        UnknownSubject { got: String } => "unknown-subject", "`{got}` is not appraised here", "check the key";
    }
}

/// A grade of a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum BallotGrade {
    /// Excellent (优秀).
    Excellent,
    /// Competent (称职).
    Competent,
    /// Basically competent (基本称职).
    Basic,
    /// Incompetent (不称职).
    Incompetent,
}

impl BallotGrade {
    /// Every grade, from the best to the worst.
    pub const ALL: [Self; 4] = [Self::Excellent, Self::Competent, Self::Basic, Self::Incompetent];

    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Excellent => Text::new("优秀", "excellent"),
            Self::Competent => Text::new("称职", "competent"),
            Self::Basic => Text::new("基本称职", "basically competent"),
            Self::Incompetent => Text::new("不称职", "incompetent"),
        }
    }
}

/// How votes are counted for a trigger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum VoteBasis {
    /// Each vote counts the same.
    #[default]
    Votes,
    /// By the weights of the classes.
    Weighted,
}

#[derive(Debug, Clone)]
struct Class {
    key: Key,
    label: Text,
    weight: Ratio,
}

#[derive(Debug, Clone)]
struct Trigger {
    key: Key,
    label: Text,
    article: Option<String>,
    grades: Vec<BallotGrade>,
    share: Ratio,
    basis: VoteBasis,
}

/// The ballots of one class.
#[derive(Debug, Clone, Copy, Default)]
struct Count {
    entitled: u64,
    votes: [u64; 4],
    abstained: u64,
}

impl Count {
    fn voted(&self) -> u64 {
        self.votes.iter().sum()
    }

    fn cast(&self) -> u64 {
        self.voted() + self.abstained
    }
}

#[derive(Debug, Clone)]
struct Candidate {
    key: Key,
    label: Text,
    /// By class.
    counts: Vec<Count>,
}

/// An appraisal with its ballots, `shequ.appraisal/1`.
///
/// ```
/// use shequ::evaluation::Appraisal;
/// use shequ::kernel::{Document, Status};
/// let appraisal = Appraisal::parse(r#"{"format": "shequ.appraisal/1", "title": "民主评议", "subject": "post",
///     "least_turnout": "2/3", "classes": [{"key": "members", "weight": "0.4"}, {"key": "residents", "weight": "0.6"}],
///     "triggers": [{"key": "talk", "label": "约谈", "grades": ["incompetent"], "share": "1/3"}],
///     "subjects": [{"key": "director"}],
///     "ballots": [
///         {"subject": "director", "class": "members", "entitled": 12, "excellent": 6, "competent": 4, "incompetent": 2},
///         {"subject": "director", "class": "residents", "entitled": 40, "excellent": 10, "basic": 5, "incompetent": 15}]}"#)?;
/// let report = appraisal.report();
/// let director = &report.subjects[0];
/// // 17 of 42 votes are at least a third.
/// assert_eq!(director.triggers[0].status, Status::Met);
/// assert_eq!(director.turnout.unwrap().to_string(), "42/52");
/// // 0.4 × (6 + 0.8 × 4) / 12 + 0.6 × (10 + 0.6 × 5) / 30 = 0.5666...
/// assert_eq!(director.score.unwrap().to_string(), "56.67");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Appraisal {
    title: Text,
    subject: Subject,
    day: Option<Day>,
    classes: Vec<Class>,
    marks: [Decimal; 4],
    scale: u8,
    rounding: Rounding,
    least_turnout: Option<Ratio>,
    threshold: u64,
    triggers: Vec<Trigger>,
    candidates: Vec<Candidate>,
}

impl Document for Appraisal {
    const FORMAT: &'static str = "shequ.appraisal/1";
    const ROOT: &'static str = "appraisal";
    type Draft = AppraisalDraft;

    fn check(draft: AppraisalDraft) -> Result<Self> {
        check::check(draft)
    }
}

/// Puts the votes of a class to those of others.
fn add(rest: &mut PublishedClass, row: PublishedClass) {
    rest.classes.extend(row.classes);
    rest.votes.iter_mut().zip(row.votes).for_each(|(sum, n)| *sum += n);
    rest.abstained += row.abstained;
}

fn over(n: u64, d: u64) -> Option<Ratio> {
    Ratio::from(n).checked_div(&Ratio::from(d))
}

impl Appraisal {
    /// What it is called.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// What is appraised.
    pub const fn subject(&self) -> Subject {
        self.subject
    }

    /// The day of the count, if it is stated.
    pub const fn day(&self) -> Option<Day> {
        self.day
    }

    /// The mean mark of a class: over those who did not abstain.
    fn mean(&self, count: &Count) -> Option<Ratio> {
        let sum: Ratio = self.marks.iter().zip(count.votes).map(|(m, n)| m.to_ratio() * Ratio::from(n)).sum();
        sum.checked_div(&Ratio::from(count.voted()))
    }

    /// The mean over classes by their weights, renormalised over those for which there is something.
    fn weighted(&self, of: impl Fn(usize) -> Option<Ratio>) -> Option<Ratio> {
        let (mut sum, mut weights) = (Ratio::ZERO, Ratio::ZERO);
        for (i, class) in self.classes.iter().enumerate() {
            if let Some(value) = of(i) {
                sum = sum + value * class.weight.clone();
                weights = weights + class.weight.clone();
            }
        }
        sum.checked_div(&weights)
    }

    /// The result for those who count.
    pub fn report(&self) -> AppraisalReport {
        AppraisalReport {
            title: self.title.clone(),
            subject: self.subject,
            subjects: self.candidates.iter().map(|c| self.appraised(c)).collect(),
        }
    }

    fn appraised(&self, candidate: &Candidate) -> Appraised {
        let sum = |of: &dyn Fn(&Count) -> u64| candidate.counts.iter().map(of).sum::<u64>();
        let (entitled, cast, voted) = (sum(&|c| c.entitled), sum(&Count::cast), sum(&Count::voted));
        let enough = match (&self.least_turnout, over(cast, entitled)) {
            (None, _) => true,
            (Some(least), turnout) => turnout.is_some_and(|turnout| turnout >= *least),
        };
        let grades: Vec<GradeVotes> = BallotGrade::ALL
            .into_iter()
            .enumerate()
            .map(|(g, grade)| {
                let of = |count: &Count| count.votes.get(g).copied().unwrap_or_default();
                let votes = sum(&of);
                let weighted = self.weighted(|i| candidate.counts.get(i).and_then(|c| over(of(c), c.voted())));
                GradeVotes { grade, votes, share: over(votes, voted), weighted }
            })
            .collect();
        let mean = self.weighted(|i| candidate.counts.get(i).and_then(|c| self.mean(c)));
        let score = mean.filter(|_| enough);
        let score = score.and_then(|m| Decimal::from_ratio(&(m * Ratio::from(100)), self.scale, self.rounding).ok());
        let trigger = |trigger: &Trigger| {
            let counted = grades.iter().filter(|g| trigger.grades.contains(&g.grade));
            let found: Option<Ratio> = counted
                .map(|g| match trigger.basis {
                    VoteBasis::Votes => g.share.clone(),
                    VoteBasis::Weighted => g.weighted.clone(),
                })
                .sum();
            let status = match &found {
                Some(found) if enough => {
                    if *found >= trigger.share {
                        Status::Met
                    } else {
                        Status::NotMet
                    }
                }
                _ => Status::Unknown,
            };
            let (key, label, due) = (trigger.key.to_string(), trigger.label.clone(), trigger.share.clone());
            FiredTrigger { key, label, status, found, due }
        };
        let classes = self.classes.iter().zip(&candidate.counts).map(|(class, count)| ClassBallot {
            class: class.key.to_string(),
            label: class.label.clone(),
            entitled: count.entitled,
            votes: count.votes.to_vec(),
            abstained: count.abstained,
            mean: self.mean(count),
        });
        Appraised {
            key: candidate.key.to_string(),
            label: candidate.label.clone(),
            entitled,
            cast,
            abstained: sum(&|c| c.abstained),
            turnout: Rate::new(cast, entitled).ok(),
            quorum: if enough { Status::Met } else { Status::NotMet },
            score,
            triggers: self.triggers.iter().map(trigger).collect(),
            classes: classes.collect(),
            grades,
        }
    }

    /// What may be published: the votes of all, and by class where it has enough voters.
    ///
    /// The classes that stand together are those that [`suppress`] hides in the list of their sizes. Weighted shares are
    /// left out, as they could be solved for a small class, and where classes stand together so is the score: even rounded it
    /// is a sum over the classes by their weights, and beside the votes it would tell how a few voters of one of them voted.
    pub fn published(&self) -> Vec<PublishedAppraisal> {
        self.candidates.iter().map(|c| self.publish(c)).collect()
    }

    fn publish(&self, candidate: &Candidate) -> PublishedAppraisal {
        let full = self.appraised(candidate);
        let sizes: Vec<Vec<u64>> = candidate.counts.iter().filter(|c| c.cast() > 0).map(|c| vec![c.cast()]).collect();
        // The counts were checked when the document was read.
        let hidden = suppress(&sizes, self.threshold);
        let voted = self.classes.iter().zip(&candidate.counts).filter(|(_, c)| c.cast() > 0);
        let (mut classes, mut rest) = (Vec::new(), None::<PublishedClass>);
        for (i, (class, count)) in voted.enumerate() {
            let cell = hidden.as_ref().ok().and_then(|table| table.cells.get(i)).and_then(|row| row.first());
            let row = PublishedClass {
                classes: vec![class.key.to_string()],
                votes: count.votes.to_vec(),
                abstained: count.abstained,
            };
            match (cell.copied().flatten(), &mut rest) {
                (Some(_), _) => classes.push(row),
                (None, Some(rest)) => add(rest, row),
                (None, rest) => *rest = Some(row),
            }
        }
        let enough = full.cast >= self.threshold;
        let apart = rest.is_none();
        let size = |c: &PublishedClass| c.votes.iter().sum::<u64>() + c.abstained;
        // One class alone would be what the others leave of all: the smallest shown one goes with it.
        while let Some(together) = rest.as_mut().filter(|r| r.classes.len() == 1 || size(r) < self.threshold) {
            let smallest = classes.iter().enumerate().min_by_key(|(_, c)| size(c)).map(|(at, _)| at);
            let Some(smallest) = smallest else { break };
            add(together, classes.remove(smallest));
        }
        classes.extend(rest.filter(|rest| size(rest) >= self.threshold));
        let fired = full.triggers.iter().filter(|t| t.status == Status::Met).map(|t| t.key.clone());
        PublishedAppraisal {
            key: full.key.clone(),
            label: full.label.clone(),
            turnout: full.turnout,
            quorum: full.quorum,
            score: full.score.filter(|_| enough && apart),
            votes: enough.then(|| full.grades.iter().map(|g| g.votes).collect()),
            classes: if enough { classes } else { Vec::new() },
            triggers: fired.collect(),
        }
    }

    /// Why a subject has its score, and why each trigger fired or not.
    ///
    /// # Errors
    /// `unknown-subject`.
    pub fn explain(&self, subject: &str) -> Result<Explanation> {
        let candidate = self.candidates.iter().find(|c| c.key.as_str() == subject);
        let cause = || AppraisalError::UnknownSubject { got: subject.chars().take(60).collect() };
        Ok(explain::explain(self, &self.appraised(candidate.ok_or_else(cause)?)))
    }
}
