//! What an evaluation answers.

use pyo3::prelude::*;
use shequ::evaluation::{Group, Indicator, Missing, RuleName, Subject};
use shequ::kernel::{Decimal, Key, Ratio, Text};
use shequ::wire::evaluation as wire;

use crate::convert::number::FractionOut;
use crate::convert::record::{Field as _, closed, record};
use crate::convert::text::{PyText, Word};
use crate::fault::OrRaise as _;

closed!(RuleName, Missing, Subject, wire::CellKind, wire::UnsearchedWhy);

/// An indicator of a scheme.
#[pyclass(module = "shequ", name = "Indicator", frozen)]
#[derive(Debug)]
pub struct PyIndicator {
    key: Key,
    pub label: Text,
    group: Key,
    pub points: Ratio,
    rule: RuleName,
    missing: Missing,
    scale: u8,
}

impl PyIndicator {
    pub fn new(group: &Group, indicator: &Indicator) -> Self {
        Self {
            key: indicator.key().clone(),
            label: indicator.label().clone(),
            group: group.key().clone(),
            points: indicator.points().clone(),
            rule: indicator.rule_name(),
            missing: indicator.missing(),
            scale: indicator.scale(),
        }
    }
}

#[pymethods]
impl PyIndicator {
    /// Its key, which names its column.
    #[getter]
    pub fn key(&self) -> String {
        self.key.to_string()
    }

    /// Its name.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.label.clone())
    }

    /// The key of its group.
    #[getter]
    pub fn group(&self) -> String {
        self.group.to_string()
    }

    /// The points it brings, before a cap above 1 and before missing siblings.
    #[getter]
    fn points(&self) -> FractionOut {
        FractionOut(self.points.clone())
    }

    /// The name of its rule.
    #[getter]
    pub fn rule(&self) -> Word {
        self.rule.out()
    }

    /// What is done about a missing value.
    #[getter]
    pub fn missing(&self) -> Word {
        self.missing.out()
    }

    /// The decimals of its column.
    #[getter]
    fn scale(&self) -> u8 {
        self.scale
    }

    fn __repr__(&self) -> String {
        format!("<Indicator {} {} points by {}>", self.key, self.points, self.rule.out().0)
    }
}

record! {
    /// What an evaluation says of one unit.
    PyUnitScore("UnitScore", wire::UnitScore) {
        /// The unit's key.
        unit: String,
        /// Its peer group, if it has one.
        group: Option<String>,
        /// The points of all indicators.
        base: Decimal,
        /// What bonuses add, capped.
        bonus: Decimal,
        /// What penalties take, capped.
        penalty: Decimal,
        /// The total, rounded, after vetoes.
        total: Decimal,
        /// The key of its grade; None where the scheme has no grades.
        grade: Option<String>,
        /// The total if every missing value had been the worst one, after vetoes; None where nothing is missing.
        worst_case: Option<Decimal>,
        /// Its rank in its peer group before ties are broken; None where the scheme does not rank, and in a peer group of
        /// fewer units than it asks for.
        rank: Option<u32>,
        /// Its rank after the tie-break.
        rank_after_tie_break: Option<u32>,
        /// Under ``ties = "average"`` the mean of the places of those tied with it, after the tie-break.
        mean_rank: Option<Ratio>,
        /// Whether no veto bars it from an award.
        eligible: bool,
        /// Whether it is awarded.
        award: bool,
        /// The keys of the vetoes that hold.
        vetoes: Vec<String>,
        /// How many values of indicators are missing.
        missing: u32,
    }
}

record! {
    /// One indicator's score of one unit.
    PyLine("Line", wire::Line) {
        /// The group of the indicator in the scheme.
        group: String,
        /// The indicator.
        indicator: String,
        /// The value as it was read; None where it is missing.
        value: Option<String>,
        /// The rule that gave the score.
        rule: RuleName,
        /// The policy that gave the score instead, where the value is missing.
        missing: Option<Missing>,
        /// The score.
        score: Decimal,
    }
    with {
        /// The points the indicator has for this unit, after those of missing siblings were shared out.
        #[getter]
        fn points(&self) -> PyResult<FractionOut> {
            self.0.points.parse().map(FractionOut).or_raise()
        }
    }
}

record! {
    /// An evaluation in figures.
    PySummary("Summary", wire::Summary) {
        /// The scheme.
        title: Text,
        /// What was evaluated.
        subject: Subject,
        /// The number of indicators.
        indicators: u32,
        /// Figures of all units.
        all: wire::GroupSummary,
        /// Figures of each peer group, in the order of their names.
        groups: Vec<wire::GroupSummary>,
    }
}

record! {
    /// Figures of a set of units.
    PyGroupSummary("GroupSummary", wire::GroupSummary) {
        /// The peer group; None for all units.
        group: Option<String>,
        /// The number of units.
        units: u32,
        /// The exact mean of the totals; None without units.
        mean: Option<Ratio>,
        /// The least total.
        least: Option<Decimal>,
        /// The greatest total.
        greatest: Option<Decimal>,
        /// How many units have each grade, from the best to the worst.
        grades: Vec<wire::GradeCount>,
        /// How many units are awarded.
        awards: u32,
        /// How many units a veto holds for.
        vetoed: u32,
        /// How many values of indicators are missing.
        missing: u32,
    }
}

record! {
    /// How many units have a grade.
    PyGradeCount("GradeCount", wire::GradeCount) {
        /// The grade.
        grade: String,
        /// The number of units.
        units: u32,
    }
}

record! {
    /// A column that a scheme reads.
    PySchemeColumn("SchemeColumn", wire::SchemeColumn) {
        /// Its name.
        name: String,
        /// What its cells hold: ``text``, ``number``, ``count``, ``rate`` or ``yes-no``.
        kind: wire::CellKind,
        /// The decimals of its numbers.
        scale: u8,
        /// Whether it must be there; cells may still be missing.
        required: bool,
    }
}

record! {
    /// Something in a valid scheme that its author should look at.
    PyWarning("SchemeWarning", wire::Warning) {
        /// Its stable code.
        code: String,
        /// Where in the scheme.
        path: String,
        /// What it is about.
        message: Text,
    }
}
