//! Appraisal ballots (民主评议): the document `shequ.appraisal/1` and its results.

use serde::{Deserialize, Serialize};

use crate::evaluation::{BallotGrade, Subject, VoteBasis};
use crate::kernel::{Day, Decimal, Key, Rate, Ratio, Rounding, Status, Text};

draft! {
    /// The document `shequ.appraisal/1`: the rules of an appraisal, and the ballots as they were counted.
    AppraisalDraft {
        /// What it is called.
        pub title: Text,
        /// What is appraised: posts, units or services; there is no choice for a person.
        pub subject: Subject,
        /// The day of the count.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<String>"))]
        pub day: Option<Day>,
        /// The classes of voters with their weights.
        pub classes: Vec<VoterClassDraft>,
        /// What each grade is worth; 1, 4/5, 3/5 and 0 unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub marks: Option<MarksDraft>,
        /// The decimals of a score; 2 unless given.
        #[serde(default = "two")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u8>"))]
        pub scale: u8,
        /// How a score is rounded; `half-up` unless given.
        #[serde(default = "half_up")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Rounding>"))]
        pub rounding: Rounding,
        /// The least share of those entitled that must have voted, abstentions included; none unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, type = "string | number"))]
        pub least_turnout: Option<Ratio>,
        /// Classes of fewer voters are not shown by themselves; 5 unless given, and never less.
        #[serde(default = "five")]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub threshold: u64,
        /// What follows from the shares of the grades.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<Vec<TriggerDraft>>"))]
        pub triggers: Vec<TriggerDraft>,
        /// What is appraised.
        pub subjects: Vec<AppraisedDraft>,
        /// The ballots, one row for each subject and class; with `entitled` 0 where nobody of a class may vote on a subject.
        pub ballots: Vec<BallotCountDraft>,
    }

    /// A class of voters.
    VoterClassDraft keyed {
        /// Its weight among the classes that voted.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub weight: Decimal,
    }

    /// What each grade is worth, from 0 to 1.
    MarksDraft {
        /// Excellent (优秀).
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub excellent: Decimal,
        /// Competent (称职).
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub competent: Decimal,
        /// Basically competent (基本称职).
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub basic: Decimal,
        /// Incompetent (不称职).
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub incompetent: Decimal,
    }

    /// What follows where some grades have a share of the votes or more.
    TriggerDraft {
        /// Its key.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// What follows; the key unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub label: Option<Text>,
        /// Where it is stated.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub article: Option<String>,
        /// The grades whose votes are counted.
        pub grades: Vec<BallotGrade>,
        /// The share at or above which it fires.
        #[cfg_attr(feature = "typescript", ts(type = "string | number"))]
        pub share: Ratio,
        /// Whether votes are counted as they are or by the weights of classes; `votes` unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<VoteBasis>"))]
        pub basis: VoteBasis,
    }

    /// What is appraised.
    AppraisedDraft {
        /// Its key: a post, a unit or a service.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub key: Key,
        /// Its name; the key unless given.
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional))]
        pub label: Option<Text>,
    }

    /// The ballots of one class on one subject.
    BallotCountDraft {
        /// What was appraised.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub subject: Key,
        /// The class of voters.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub class: Key,
        /// How many may vote.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub entitled: u64,
        /// Votes for excellent (优秀).
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub excellent: u64,
        /// Votes for competent (称职).
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub competent: u64,
        /// Votes for basically competent (基本称职).
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub basic: u64,
        /// Votes for incompetent (不称职).
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub incompetent: u64,
        /// Abstentions (弃权).
        #[serde(default)]
        #[cfg_attr(feature = "typescript", ts(optional, as = "Option<u32>"))]
        pub abstain: u64,
    }
}

const fn two() -> u8 {
    2
}

const fn five() -> u64 {
    5
}

const fn half_up() -> Rounding {
    Rounding::HalfUp
}

result! {
    /// What an appraisal found, for those who count: the classes are shown however small they are.
    AppraisalReport {
        /// The appraisal.
        pub title: Text,
        /// What was appraised.
        pub subject: Subject,
        /// Each subject, as the document lists them.
        pub subjects: Vec<Appraised>,
    }

    /// What an appraisal found of one subject.
    Appraised {
        /// Its key.
        pub key: String,
        /// Its name.
        pub label: Text,
        /// How many might vote.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub entitled: u64,
        /// How many voted, abstentions included.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub cast: u64,
        /// How many abstained.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub abstained: u64,
        /// Those who voted of those entitled; none where nobody was.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub turnout: Option<Rate>,
        /// Whether the turnout is enough: if not, there is no score and no trigger fires.
        pub quorum: Status,
        /// The four grades from the best to the worst.
        pub grades: Vec<GradeVotes>,
        /// The marks by the weights of the classes that voted, out of 100.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub score: Option<Decimal>,
        /// The triggers in the order of the document.
        pub triggers: Vec<FiredTrigger>,
        /// The classes in the order of the document.
        pub classes: Vec<ClassBallot>,
    }

    /// The votes for a grade.
    GradeVotes {
        /// The grade.
        pub grade: BallotGrade,
        /// Its votes.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub votes: u64,
        /// Its votes of all but the abstentions.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub share: Option<Ratio>,
        /// Its share in each class, by the weights of the classes that voted.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub weighted: Option<Ratio>,
    }

    /// A trigger and whether it fired.
    FiredTrigger {
        /// Its key.
        pub key: String,
        /// What follows.
        pub label: Text,
        /// Whether it fired; unknown where the turnout was too low or nobody but abstainers voted.
        pub status: Status,
        /// The share of the votes that was found.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub found: Option<Ratio>,
        /// The share at or above which it fires.
        #[cfg_attr(feature = "typescript", ts(type = "string"))]
        pub due: Ratio,
    }

    /// The ballots of a class.
    ClassBallot {
        /// The class.
        pub class: String,
        /// Its name.
        pub label: Text,
        /// How many might vote.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub entitled: u64,
        /// Votes for excellent, competent, basic and incompetent.
        #[cfg_attr(feature = "typescript", ts(type = "number[]"))]
        pub votes: Vec<u64>,
        /// Abstentions.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub abstained: u64,
        /// The mean mark; none where only abstainers voted.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub mean: Option<Ratio>,
    }

    /// What may be published of one subject: small classes stand together.
    PublishedAppraisal {
        /// Its key.
        pub key: String,
        /// Its name.
        pub label: Text,
        /// Those who voted of those entitled.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub turnout: Option<Rate>,
        /// Whether the turnout is enough.
        pub quorum: Status,
        /// The score, rounded; none where a class is too small to stand by itself, as beside the votes it would tell how that
        /// class voted.
        #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
        pub score: Option<Decimal>,
        /// Votes for excellent, competent, basic and incompetent; none where all together are fewer than the threshold.
        #[cfg_attr(feature = "typescript", ts(type = "number[] | null"))]
        pub votes: Option<Vec<u64>>,
        /// The classes that are shown by themselves, then the others together.
        pub classes: Vec<PublishedClass>,
        /// The keys of the triggers that fired.
        pub triggers: Vec<String>,
    }

    /// The votes of a class, or of several small ones together.
    PublishedClass {
        /// The classes.
        pub classes: Vec<String>,
        /// Votes for excellent, competent, basic and incompetent.
        #[cfg_attr(feature = "typescript", ts(type = "number[]"))]
        pub votes: Vec<u64>,
        /// Abstentions.
        #[cfg_attr(feature = "typescript", ts(type = "number"))]
        pub abstained: u64,
    }
}
