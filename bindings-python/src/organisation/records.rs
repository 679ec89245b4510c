//! What questions to an organisation answer.

use pyo3::prelude::*;
use shequ::kernel::{Citation, Day, Decimal, Lang, Likely, Rate, Ratio, Status, Text, WithinDays};
use shequ::organisation::{
    Age, Check, CodeRecord, Consolidation, Finding, Lineage, LineageEnd, LineageStep, Pairing, Report, Severity, Share,
    Statistics, Step, Stretch, Subject, SubjectKind, UnitName, UnitRecord,
};

use crate::convert::LangArg;
use crate::convert::record::{Field, closed, record};
use crate::explain::{PyExplanation, PyInput};
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(Severity, SubjectKind, Likely);

impl Field for shequ::kernel::Input {
    type Out = PyInput;
    fn out(&self) -> PyInput {
        PyInput(self.clone())
    }
}

record! {
    /// A unit's key with its name and kind of a day.
    PyUnitName("UnitName", UnitName) {
        /// The key.
        key: String,
        /// The name.
        name: Text,
        /// The key of the kind.
        kind: String,
    }
}

record! {
    /// A code with its scheme.
    PyCode("Code", CodeRecord) {
        /// The scheme.
        scheme: String,
        /// The code.
        code: String,
    }
}

record! {
    /// All that a day shows of a unit.
    PyUnitRecord("UnitRecord", UnitRecord) {
        /// The key.
        key: String,
        /// The name of the day.
        name: Text,
        /// The key of the kind of the day.
        kind: String,
        /// The kind's name.
        kind_label: Text,
        /// The level of the kind.
        level: u8,
        /// The codes of the day.
        codes: Vec<CodeRecord>,
        /// The key of the unit that it lies within.
        parent: Option<String>,
        /// From the top down to the unit itself.
        path: Vec<UnitName>,
        /// How many units it lies within.
        depth: u32,
        /// How many units lie directly within it.
        children: u32,
        /// How many units lie within it at any depth.
        descendants: u32,
        /// ``yes``, or ``possible`` where dates known only within bounds leave it open.
        likely: Likely,
        /// The first day on which it is no more, where it ends.
        until: Option<WithinDays>,
        /// Whether it rests on an inferred event.
        inferred: bool,
    }
    with {
        /// The first day of its existence, where it is recorded.
        #[getter]
        fn since(&self) -> Option<String> {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// What a unit became, or what it came from.
    PyLineage("Lineage", Lineage) {
        /// The unit asked about.
        unit: UnitName,
        /// The day at the other end of the question.
        day: Day,
        /// The measure that the shares are of.
        measure: Option<String>,
        /// The units at the other end, in the order of their keys.
        ends: Vec<LineageEnd>,
        /// The events between, in the order of their days.
        steps: Vec<LineageStep>,
    }
    with {
        /// Its ends with their shares, which add up, and its events.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A unit at the other end of a lineage.
    PyLineageEnd("LineageEnd", LineageEnd) {
        /// The unit, by its name then.
        unit: UnitName,
        /// The share of what was asked about; None where no event counted the measure.
        share: Option<Ratio>,
        /// Whether the unit exists on that day: ``yes``, ``no`` or ``possible``.
        exists: Likely,
        /// Whether an inferred event leads there.
        inferred: bool,
    }
}

record! {
    /// An event of a lineage.
    PyLineageStep("LineageStep", LineageStep) {
        /// What happened: ``found``, ``abolish``, ``rename``, ``merge``, ``split`` and so on.
        event: String,
        /// When.
        day: WithinDays,
        /// By which document.
        instrument: Option<Text>,
        /// The units before, by their names the day before.
        before: Vec<UnitName>,
        /// The units after, by their names that day.
        after: Vec<UnitName>,
        /// ``possible`` where the bounds of its day leave open that it is between.
        likely: Likely,
        /// The key of its entry, if it has one.
        key: Option<String>,
        /// Where it is known from.
        source: Option<Text>,
        /// When it was recorded.
        recorded: Option<Day>,
        /// The confidence with which it was inferred; None where it is documented.
        inferred: Option<Ratio>,
    }
}

record! {
    /// The merges of a period in total: how many units became how many, and that nothing counted was lost.
    PyConsolidation("Consolidation", Consolidation) {
        /// The measure that was counted.
        measure: String,
        /// How many units ended.
        sources: u32,
        /// How many units they became.
        targets: u32,
        /// The sum over the sources before, as stated, or else as it flowed out of them.
        before: Ratio,
        /// The sum over the targets after, less what those that went on had before, or else as it flowed in.
        after: Ratio,
        /// Merges that counted it and state the counts of all sources before and of all targets after; they agree.
        conserved: u32,
        /// Merges that counted it without stating all counts.
        unchecked: u32,
        /// Merges that did not count the measure.
        uncounted: u32,
    }
}

record! {
    /// Which units of a set have an agreement of a kind on a day.
    PyPairing("Pairing", Pairing) {
        /// The day.
        day: Day,
        /// The kind of agreement.
        kind: String,
        /// The agreements that certainly hold.
        agreements: u32,
        /// Their parties, each agreement counted by itself.
        parties: u32,
        /// Units that are a party to more than one of them.
        repeated: Vec<UnitName>,
        /// How many units were asked about.
        asked: u32,
        /// How many of these are a party.
        paired: u32,
        /// Those that are not.
        unpaired: Vec<UnitName>,
    }
    with {
        /// The count, and who has none.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// The ages of a group, in years.
    PyAge("Age", Age) {
        /// The exact mean; None where no year of birth is known.
        mean: Option<Ratio>,
        /// The mean with one decimal, a half up.
        rounded: Option<Decimal>,
        /// The youngest.
        least: Option<i32>,
        /// The oldest.
        most: Option<i32>,
        /// How many heads went in.
        counted: u32,
        /// Heads whose year of birth is not known.
        unknown: u32,
        /// The unit of measure: ``years``.
        unit: String,
        /// How an age is reckoned: ``calendar-years``.
        basis: String,
    }
}

record! {
    /// A share of a group, as counted.
    PyShare("Share", Share) {
        /// How many of how many; None where it is known of nobody.
        rate: Option<Rate>,
        /// In percent with two decimals, a half up.
        percent: Option<Decimal>,
        /// Heads of whom it is not known; they are in no side of the rate.
        unknown: u32,
        /// The unit of measure of ``percent``.
        unit: String,
    }
}

record! {
    /// Who holds the posts of a group on a day, counted and never listed.
    PyStatistics("Statistics", Statistics) {
        /// The day.
        day: Day,
        /// What the group is called.
        label: Text,
        /// Units with a post of the group.
        units: u32,
        /// Posts.
        posts: u32,
        /// Places in these posts.
        places: u32,
        /// Holdings on the day; somebody in two posts counts twice.
        holdings: u32,
        /// Heads; somebody in two posts counts once.
        heads: u32,
        /// Holdings that dates within bounds leave open; they are not counted.
        possible: u32,
        /// Places that nobody certainly holds.
        vacant: u32,
        /// Heads for each unit.
        heads_per_unit: Option<Rate>,
        /// The same with two decimals, a half up.
        heads_per_unit_rounded: Option<Decimal>,
        /// Ages of the heads.
        age: Age,
        /// The share of heads under 35 years.
        under_35: Share,
        /// The share of heads with upper-secondary schooling or more.
        upper_secondary: Share,
    }
    with {
        /// Each figure with what it was counted from.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// Days without a break.
    PyStretch("Stretch", Stretch) {
        /// The first day after it; None where it goes on.
        until: Option<Day>,
    }
    with {
        /// The first day; None where it held before all records.
        #[getter]
        fn since(&self) -> Option<crate::convert::number::DayOut> {
            Field::out(&self.0.from)
        }

        fn __str__(&self) -> String {
            self.0.to_string()
        }
    }
}

record! {
    /// What a finding is about, by key and name.
    PySubject("Subject", Subject) {
        /// ``unit``, ``post``, ``holder`` or ``statement``.
        kind: SubjectKind,
        /// Its key; a statement has none.
        key: String,
        /// Its name.
        name: Text,
    }
}

record! {
    /// A step of a proof: a unit, and how it stands to the next.
    PyStep("Step", Step) {
        /// The unit.
        unit: UnitName,
        /// The key of its relation to the next unit; None at the end.
        relation: Option<String>,
    }
}

record! {
    /// One violation: what, which rule, since when, and what mends it.
    PyFinding("Finding", Finding) {
        /// The rule.
        rule: String,
        /// Its name.
        label: Text,
        /// ``error`` or ``guidance``.
        severity: Severity,
        /// Where the rule stands; a default of the library is marked so.
        citation: Option<Citation>,
        /// The kind of unit that the rule was checked for, where it was for one alone.
        kind: Option<String>,
        /// What it is about.
        subject: Subject,
        /// All the days on which it holds without a break, those before and after the days asked about too.
        period: Stretch,
        /// The numbers that decided.
        facts: Vec<shequ::kernel::Input>,
        /// The proof, where it is a path.
        path: Vec<Step>,
        /// What is wrong.
        message: Text,
        /// What mends it.
        remedy: Text,
    }
    with {
        /// The finding with its rule, numbers and remedy.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// One rule as it was checked.
    PyCheck("Check", Check) {
        /// The rule.
        rule: String,
        /// Its name.
        label: Text,
        /// The kind of unit that it was checked for, where a clause belongs to one kind.
        kind: Option<String>,
        /// The clause that gives its number.
        clause: Option<String>,
        /// Where that stands.
        citation: Option<Citation>,
        /// ``met``, ``notMet``, or ``unknown`` where the clause was not read or facts are missing.
        status: Status,
        /// How many units, posts, holdings or statements were looked at.
        subjects: u32,
        /// How many violations were found.
        violations: u32,
        /// The keys of those for which facts are missing or dates leave it open.
        missing: Vec<String>,
    }
}

record! {
    /// What a validation found.
    PyReport("Report", Report) {
        /// The day asked about, or the first of the days.
        day: Day,
        /// The first day after those asked about; None where it is one day.
        until: Option<Day>,
        /// The rules that were checked, those without a violation too.
        checks: Vec<Check>,
        /// The violations, by rule and subject.
        violations: Vec<Finding>,
    }
    with {
        /// Whether no rule is broken; remarks may still stand.
        #[getter]
        fn ok(&self) -> bool {
            self.0.count(Severity::Error) == 0
        }

        /// The first check of a rule, if it was checked.
        #[pyo3(signature = (rule, /))]
        fn check(&self, rule: &str) -> Option<PyCheck> {
            self.0.check(rule).cloned().map(PyCheck)
        }

        /// The violations of a rule.
        #[pyo3(signature = (rule, /))]
        fn of(&self, rule: &str) -> Vec<PyFinding> {
            self.0.of(rule).cloned().map(PyFinding).collect()
        }

        /// The violations as a table.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// Every check with its violations.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }

        /// Any data frame takes the report as the table of its violations.
        #[pyo3(signature = (requested_schema = None))]
        fn __arrow_c_stream__<'py>(
            &self,
            py: Python<'py>,
            requested_schema: Option<Bound<'py, PyAny>>,
        ) -> PyResult<Bound<'py, PyAny>> {
            let table: PyTable = self.0.table(Lang::Zh).map(Into::into).or_raise()?;
            Bound::new(py, table)?.into_any().call_method1("__arrow_c_stream__", (requested_schema,))
        }

        fn __len__(&self) -> usize {
            self.0.violations.len()
        }
    }
}
