//! What questions to registers answer.

use pyo3::prelude::*;
use shequ::kernel::{Day, Decimal, Lang, Rate, Ratio, Text, WithinDays};
use shequ::organisation::{
    ActivityCountRow, ActivityCounts, ActivityKind, ActivityRecord, Comparable, ComparisonReason, CoverageReport,
    DutyFault, DutyFinding, DutyHolding, DutyReport, IndicatorRecord, IndicatorSeries, NoteTopics, SectorCoverage,
    SeriesStep, TopicCount, UnitName,
};

use crate::convert::LangArg;
use crate::convert::record::{Field, closed, record};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;

closed!(ActivityKind, Comparable, ComparisonReason, DutyFault);

record! {
    /// Coverage by sector (非公和"两新"组织覆盖率).
    PyCoverageReport("CoverageReport", CoverageReport) {
        /// The day.
        day: Day,
        /// The kinds of bodies that were looked for.
        kinds: Vec<String>,
        /// All sectors together.
        total: SectorCoverage,
        /// By sector, as the register lists them.
        sectors: Vec<SectorCoverage>,
    }
    with {
        /// The covered units by sector, which add up.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// How far the units of a sector have a body of some kinds.
    PySectorCoverage("SectorCoverage", SectorCoverage) {
        /// The sector; empty for all together.
        sector: String,
        /// Its name.
        label: Text,
        /// Its units on the day.
        units: u32,
        /// How many of them have a body, of their own or together with others.
        covered: u32,
        /// How many bodies there are for them; one that several units share counts once.
        bodies: u32,
        /// Covered units of all units.
        rate: Option<Rate>,
        /// The units without a body.
        uncovered: Vec<UnitName>,
    }
}

record! {
    /// How duties are done on a day (职责核查).
    PyDutyReport("DutyReport", DutyReport) {
        /// The day.
        day: Day,
        /// How many pairs of a duty and an area were looked at.
        checked: u32,
        /// How many of them are in order.
        sound: u32,
        /// The faults, by duty and area.
        findings: Vec<DutyFinding>,
    }
    with {
        /// One row a finding.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// Sound and faulty pairs of a duty and an area, which add up; the faults below.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A fault of a duty in an area.
    PyDutyFinding("DutyFinding", DutyFinding) {
        /// What is wrong.
        fault: DutyFault,
        /// The duty.
        duty: String,
        /// Its name.
        label: Text,
        /// The area.
        area: UnitName,
        /// The units concerned; none for a gap.
        units: Vec<UnitName>,
        /// The kinds that may do it, where any are named.
        by: Vec<String>,
        /// The document that says so.
        source: Option<Text>,
    }
}

record! {
    /// A dated row of who has a duty, transfers applied.
    PyDutyHolding("DutyHolding", DutyHolding) {
        /// The duty.
        duty: String,
        /// The unit.
        unit: String,
        /// The area, where one is named.
        area: Option<String>,
        /// The first day after it, where it ends.
        until: Option<Day>,
        /// The unit that had it before, where it was transferred.
        received_from: Option<String>,
        /// The document of that transfer.
        instrument: Option<Text>,
    }
    with {
        /// The first day, where it is recorded.
        #[getter]
        fn since(&self) -> <Option<Day> as Field>::Out {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// A measure of a unit through time (指标序列).
    PyIndicatorSeries("IndicatorSeries", IndicatorSeries) {
        /// The unit.
        unit: String,
        /// The measure.
        measure: String,
        /// Its name.
        label: Text,
        /// What values are written in.
        unit_of_measure: String,
        /// The numbers in the order of their days.
        points: Vec<IndicatorRecord>,
        /// From each to the next.
        steps: Vec<SeriesStep>,
    }
    with {
        /// The numbers in their order, each change beside its reasons.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A number of a unit with its day, unit of measure and source.
    PyIndicatorRecord("IndicatorRecord", IndicatorRecord) {
        /// The unit.
        unit: String,
        /// The measure.
        measure: String,
        /// Its name.
        label: Text,
        /// The value.
        value: Decimal,
        /// What the value is written in.
        unit_of_measure: String,
        /// Who published it.
        source: Option<Text>,
    }
    with {
        /// The day as of which it was counted.
        #[getter]
        fn since(&self) -> <Option<WithinDays> as Field>::Out {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// From one number of a series to the next.
    PySeriesStep("SeriesStep", SeriesStep) {
        /// The later day.
        to: Option<WithinDays>,
        /// Whether the two may be compared.
        comparable: Comparable,
        /// Why not, or with what caution.
        reasons: Vec<ComparisonReason>,
        /// The later less the earlier; none where they may not be compared.
        change: Option<Decimal>,
        /// What the change is written in: an age changes by years, a share by percentage points.
        unit_of_change: String,
        /// The change over the earlier number; none where that is zero or they may not be compared.
        relative: Option<Ratio>,
    }
    with {
        /// The earlier day.
        #[getter]
        fn since(&self) -> <Option<WithinDays> as Field>::Out {
            Field::out(&self.0.from)
        }
    }
}

record! {
    /// What a register shows of a record: nothing of its text.
    PyActivityRecord("ActivityRecord", ActivityRecord) {
        /// Its number.
        seq: u64,
        /// The day.
        day: Day,
        /// What it is about.
        kind: ActivityKind,
        /// The unit.
        unit: String,
        /// The record that it answers.
        answers: Option<u64>,
    }
}

record! {
    /// How many records of a period there are by unit and kind, without small numbers.
    PyActivityCounts("ActivityCounts", ActivityCounts) {
        /// The first day after it.
        until: Day,
        /// Counts below this are hidden.
        threshold: u64,
        /// The columns.
        kinds: Vec<ActivityKind>,
        /// The rows in the order of units.
        rows: Vec<ActivityCountRow>,
        /// The sums of columns; none where hidden.
        column_totals: Vec<Option<u64>>,
        /// The sum of all; none where hidden.
        total: Option<u64>,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            Field::out(&self.0.from)
        }

        /// The counts as they may be published.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A row of a published count of records.
    PyActivityCountRow("ActivityCountRow", ActivityCountRow) {
        /// The unit.
        unit: String,
        /// The counts by kind; none where hidden.
        counts: Vec<Option<u64>>,
        /// Their sum; none where hidden.
        total: Option<u64>,
    }
}

record! {
    /// What was heard in a period by topic (民情).
    PyNoteTopics("NoteTopics", NoteTopics) {
        /// The first day after it.
        until: Day,
        /// All topics together.
        total: TopicCount,
        /// By topic, as the register lists them.
        topics: Vec<TopicCount>,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            Field::out(&self.0.from)
        }

        /// The notes by topic, which add up.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A topic in a period.
    PyTopicCount("TopicCount", TopicCount) {
        /// The topic.
        topic: String,
        /// Its name.
        label: Text,
        /// Notes.
        notes: u32,
        /// How many were answered by the end of the period.
        answered: u32,
        /// The one over the other.
        rate: Option<Rate>,
        /// The days from note to answer, added up over the answered.
        days: u32,
        /// The mean of these days.
        mean_days: Option<Ratio>,
        /// The notes that are open at the end of the period, the oldest first.
        open: Vec<String>,
    }
}
