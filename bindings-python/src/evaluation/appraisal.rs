//! Appraisal ballots.

use pyo3::prelude::*;
use shequ::evaluation::{Appraisal, BallotGrade, Subject};
use shequ::kernel::{Decimal, Lang, Rate, Ratio, Status, Text};
use shequ::wire::evaluation as wire;

use crate::convert::number::DayOut;
use crate::convert::record::{Field as _, closed, record};
use crate::convert::text::{PyText, Word};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;

closed!(BallotGrade);

/// An appraisal with its ballots (民主评议): four grades and abstention, classes of voters, turnout, triggers.
#[pyclass(module = "shequ", name = "Appraisal", frozen)]
#[derive(Debug)]
pub struct PyAppraisal(Appraisal);

#[pymethods]
impl PyAppraisal {
    /// Reads an appraisal from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an appraisal from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an appraisal from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// What it is called.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// What is appraised: ``unit``, ``post`` or ``service``.
    #[getter]
    fn subject(&self) -> Word {
        self.0.subject().out()
    }

    /// The day of the count, if it is stated.
    #[getter]
    fn day(&self) -> Option<DayOut> {
        self.0.day().map(DayOut)
    }

    /// The result for those who count: every class is shown, however small it is.
    fn report(&self) -> PyAppraisalReport {
        PyAppraisalReport(self.0.report())
    }

    /// What may be published: the votes of all, and by class where it has enough voters.
    fn published(&self) -> Vec<PyPublishedAppraisal> {
        self.0.published().out()
    }

    /// Why a subject has its score, and why each trigger fired or not. Raises ``SchemeError``: ``unknown-subject``.
    #[pyo3(signature = (subject, /))]
    fn explain(&self, subject: &str) -> PyResult<PyExplanation> {
        self.0.explain(subject).map(Into::into).or_raise()
    }

    fn __repr__(&self) -> String {
        format!("<Appraisal {}>", self.0.title().get(Lang::Zh))
    }
}

record! {
    /// What an appraisal found, for those who count: the classes are shown however small they are.
    PyAppraisalReport("AppraisalReport", wire::AppraisalReport) {
        /// The appraisal.
        title: Text,
        /// What was appraised.
        subject: Subject,
        /// Each subject, as the document lists them.
        subjects: Vec<wire::Appraised>,
    }
}

record! {
    /// What an appraisal found of one subject.
    PyAppraised("Appraised", wire::Appraised) {
        /// Its key.
        key: String,
        /// Its name.
        label: Text,
        /// How many might vote.
        entitled: u64,
        /// How many voted, abstentions included.
        cast: u64,
        /// How many abstained.
        abstained: u64,
        /// Those who voted of those entitled; None where nobody was.
        turnout: Option<Rate>,
        /// Whether the turnout is enough: if not, there is no score and no trigger fires.
        quorum: Status,
        /// The four grades from the best to the worst.
        grades: Vec<wire::GradeVotes>,
        /// The marks by the weights of the classes that voted, out of 100.
        score: Option<Decimal>,
        /// The triggers in the order of the document.
        triggers: Vec<wire::FiredTrigger>,
        /// The classes in the order of the document.
        classes: Vec<wire::ClassBallot>,
    }
}

record! {
    /// The votes for a grade.
    PyGradeVotes("GradeVotes", wire::GradeVotes) {
        /// The grade: ``excellent``, ``competent``, ``basic`` or ``incompetent``.
        grade: BallotGrade,
        /// Its votes.
        votes: u64,
        /// Its votes of all but the abstentions.
        share: Option<Ratio>,
        /// Its share in each class, by the weights of the classes that voted.
        weighted: Option<Ratio>,
    }
}

record! {
    /// A trigger and whether it fired.
    PyFiredTrigger("FiredTrigger", wire::FiredTrigger) {
        /// Its key.
        key: String,
        /// What follows.
        label: Text,
        /// Whether it fired; ``unknown`` where the turnout was too low or nobody but abstainers voted.
        status: Status,
        /// The share of the votes that was found.
        found: Option<Ratio>,
        /// The share at or above which it fires.
        due: Ratio,
    }
}

record! {
    /// The ballots of a class.
    PyClassBallot("ClassBallot", wire::ClassBallot) {
        /// Its name.
        label: Text,
        /// How many might vote.
        entitled: u64,
        /// Votes for excellent, competent, basic and incompetent.
        votes: Vec<u64>,
        /// Abstentions.
        abstained: u64,
        /// The mean mark; None where only abstainers voted.
        mean: Option<Ratio>,
    }
    with {
        /// The class, ``class`` in the plain form.
        #[getter]
        fn class_(&self) -> &str {
            &self.0.class
        }
    }
}

record! {
    /// What may be published of one subject: small classes stand together.
    PyPublishedAppraisal("PublishedAppraisal", wire::PublishedAppraisal) {
        /// Its key.
        key: String,
        /// Its name.
        label: Text,
        /// Those who voted of those entitled.
        turnout: Option<Rate>,
        /// Whether the turnout is enough.
        quorum: Status,
        /// The score, rounded; none where a class is too small to stand by itself, as beside the votes it would tell how that
        /// class voted.
        score: Option<Decimal>,
        /// Votes for excellent, competent, basic and incompetent; None where all together are fewer than the threshold.
        votes: Option<Vec<u64>>,
        /// The classes that are shown by themselves, then the others together.
        classes: Vec<wire::PublishedClass>,
        /// The keys of the triggers that fired.
        triggers: Vec<String>,
    }
}

record! {
    /// The votes of a class, or of several small ones together.
    PyPublishedClass("PublishedClass", wire::PublishedClass) {
        /// The classes.
        classes: Vec<String>,
        /// Votes for excellent, competent, basic and incompetent.
        votes: Vec<u64>,
        /// Abstentions.
        abstained: u64,
    }
}
