//! The log of an organisation: crosswalks, differences, inferences, and what was known when.

use pyo3::prelude::*;
use shequ::kernel::{Day, Document as _, Likely, Ratio, Text, Value, WithinDays};
use shequ::organisation::{CodeRecord, Counts, Crosswalk, InferOptions, LineageStep, Rates, Sightings};
use shequ::wire::organisation::{
    ChangeKind, CrosswalkCell, Diff, DiffCounts, EventRecord, Evidence, EvidenceKind, Inference, Match, RateValue,
    Reexpressed, ReexpressedRates, UnitChange, UnitState, UnitValue,
};

use super::PyEvent;
use crate::convert::LangArg;
use crate::convert::hint;
use crate::convert::plain::to_value_at;
use crate::convert::record::{Field, closed, record};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::table::PyTable;
use shequ::kernel::Lang;

closed!(ChangeKind, EvidenceKind);

record! {
    /// What part of a unit went where between two days.
    PyCrosswalkCell("CrosswalkCell", CrosswalkCell) {
        /// The unit of the other day; None for the part that ended without a successor.
        to: Option<String>,
        /// The part of it; None where no event counted the measure.
        share: Option<Ratio>,
        /// Whether an inferred event leads there.
        inferred: bool,
    }
    with {
        /// The unit of the first day.
        #[getter]
        fn unit(&self) -> String {
            self.0.from.clone()
        }
    }
}

record! {
    /// Which part of each unit of one day is which unit of another.
    PyCrosswalk("Crosswalk", Crosswalk) {
        /// The day of the columns.
        until: Day,
        /// The measure of the shares.
        measure: String,
        /// The rows of units that events changed; the shares of a row add up to one.
        cells: Vec<CrosswalkCell>,
        /// Units of both days to which nothing happened.
        unchanged: Vec<String>,
        /// Units of the other day into which nothing came.
        begun: Vec<String>,
        /// The events between that moved something.
        steps: Vec<LineageStep>,
        /// Events whose bounds hold the first or the other day; read as on the last day that they can be.
        uncertain: Vec<LineageStep>,
    }
    with {
        /// The day of the rows.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }

        /// This crosswalk and then another that begins on the day on which this one ends: their product.
        #[pyo3(signature = (next, /))]
        fn then(&self, next: &Self) -> PyResult<Self> {
            self.0.then(&next.0).map(Self).or_raise()
        }

        /// Counts of units of the first day as counts of the units of the other day; their sum stays the same, exactly.
        ///
        /// ``counts`` is a dict of counts by unit, or any table with the columns ``unit`` and ``count``; ``of`` names the
        /// measure that was counted, where it is another than that of the shares.
        #[pyo3(signature = (counts, /, *, of = None))]
        fn reexpress(&self, counts: PlainArg<'_>, of: Option<&str>) -> PyResult<PyReexpressed> {
            let counts = Counts::from_plain(plain(&counts, Counts::ROOT)?).or_raise()?;
            self.0.reexpress(counts.rows(), of).map_err(|e| e.under("counts.rows")).map(PyReexpressed).or_raise()
        }

        /// Rates or means of units, each by numerator and denominator, as those of the units of the other day.
        ///
        /// ``rates`` is any table with the columns ``unit``, ``numerator`` and ``denominator``.
        #[pyo3(signature = (rates, /))]
        fn reexpress_rates(&self, rates: PlainArg<'_>) -> PyResult<PyReexpressedRates> {
            let rates = Rates::from_plain(plain(&rates, Rates::ROOT)?).or_raise()?;
            self.0.reexpress_rates(rates.rows()).map_err(|e| e.under("rates.rows")).map(PyReexpressedRates).or_raise()
        }

        /// Every row of the matrix, those of units that did not change too: from, to, share, inferred.
        fn table(&self) -> PyResult<PyTable> {
            self.0.table().map(Into::into).or_raise()
        }

        /// Each unit that changed with its parts, which add up.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

/// The plain form of an argument: a data frame is a list of rows.
fn plain(arg: &PlainArg<'_>, root: &str) -> PyResult<Value> {
    Ok(to_value_at(&arg.0, root)?)
}

record! {
    /// A unit with a value.
    PyUnitValue("UnitValue", UnitValue) {
        /// The unit.
        unit: String,
        /// The value, exactly.
        value: Ratio,
        /// Whether an inferred event leads there.
        inferred: bool,
    }
}

record! {
    /// Counts of the units of one day as counts of the units of another.
    PyReexpressed("Reexpressed", Reexpressed) {
        /// The day of the units.
        until: Day,
        /// The counts by unit of the other day.
        values: Vec<UnitValue>,
        /// The counts of what ended without a successor, by unit of the first day.
        ended: Vec<UnitValue>,
        /// The sum of what was given: that of ``values`` and ``ended``.
        total: Ratio,
    }
    with {
        /// The day of the counts.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }

        /// The sum of what was given, as what it became and what ended.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A rate by its numerator and denominator.
    PyRateValue("RateValue", RateValue) {
        /// The unit.
        unit: String,
        /// The numerator, exactly.
        numerator: Ratio,
        /// The denominator, exactly.
        denominator: Ratio,
        /// Their quotient; None where the denominator is zero.
        rate: Option<Ratio>,
        /// Whether an inferred event leads there.
        inferred: bool,
    }
}

record! {
    /// Rates or means of the units of one day as those of the units of another.
    PyReexpressedRates("ReexpressedRates", ReexpressedRates) {
        /// The day of the units.
        until: Day,
        /// The rates by unit of the other day.
        values: Vec<RateValue>,
    }
    with {
        /// The day of the rates.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }

        /// Each rate with its numerator and denominator.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// An event in short.
    PyEventRecord("EventRecord", EventRecord) {
        /// What happened: ``rename``, ``merge`` and so on.
        event: String,
        /// When.
        day: WithinDays,
        /// The key of its entry, if it has one.
        key: Option<String>,
        /// By which document.
        instrument: Option<Text>,
        /// Where it is known from.
        source: Option<Text>,
        /// When it was recorded.
        recorded: Option<Day>,
        /// The confidence with which it was inferred; None where it is documented.
        inferred: Option<Ratio>,
    }
}

record! {
    /// What a unit was on a day.
    PyUnitState("UnitState", UnitState) {
        /// Its name.
        name: Text,
        /// The key of its kind.
        kind: String,
        /// Its codes.
        codes: Vec<CodeRecord>,
        /// The key of the unit that it lay within.
        parent: Option<String>,
    }
}

record! {
    /// A unit that changed between two days.
    PyUnitChange("UnitChange", UnitChange) {
        /// Its key.
        key: String,
        /// How: ``added``, ``dropped``, ``renamed``, ``recoded``, ``moved``, ``converted``.
        changes: Vec<ChangeKind>,
        /// What it was on the first day; None if it was not.
        before: Option<UnitState>,
        /// What it was on the other day; None if it was not.
        after: Option<UnitState>,
        /// The events between that did it, where they are known.
        events: Vec<EventRecord>,
        /// Whether one of them was inferred.
        inferred: bool,
        /// ``possible`` where bounds of dates leave open that it is so.
        likely: Likely,
    }
}

record! {
    /// How many units changed in which way.
    PyDiffCounts("DiffCounts", DiffCounts) {
        /// Units that exist on the other day only.
        added: u32,
        /// Units that exist on the first day only.
        dropped: u32,
        /// Units of another name.
        renamed: u32,
        /// Units of other codes.
        recoded: u32,
        /// Units within another.
        moved: u32,
        /// Units of another kind.
        converted: u32,
    }
}

record! {
    /// What differs between two days.
    PyDiff("Diff", Diff) {
        /// The other day.
        until: Day,
        /// How many units changed in which way.
        counts: DiffCounts,
        /// The units that changed, in the order of their keys.
        units: Vec<UnitChange>,
    }
    with {
        /// The first day.
        #[getter]
        fn since(&self) -> <Day as Field>::Out {
            self.0.from.out()
        }

        /// The difference the other way round.
        fn inverse(&self) -> Self {
            Self(self.0.inverse())
        }

        /// One row for each change: change, key, before, after, event, day, instrument, inferred.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// How many units changed in which way, and each of them.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

record! {
    /// A piece of evidence with its weight.
    PyEvidence("Evidence", Evidence) {
        /// ``same-name``, ``similar-name``, ``same-parent``, ``same-place`` or ``same-count``.
        kind: EvidenceKind,
        /// What it weighs, from 0 to 1.
        weight: Ratio,
    }
}

record! {
    /// Two units that are likely the same.
    PyMatch("Match", Match) {
        /// The key of the unit in the organisation.
        key: String,
        /// Its code in the first snapshot.
        before: String,
        /// Its code in the other snapshot.
        after: String,
        /// Its name in the first snapshot.
        name_before: Text,
        /// Its name in the other snapshot.
        name_after: Text,
        /// The stated confidence, exactly.
        confidence: Ratio,
        /// What speaks for it.
        evidence: Vec<Evidence>,
        /// How many other pairs of one of the two had as much evidence.
        rivals: u32,
    }
}

record! {
    /// Which units of two undocumented snapshots are likely the same; nothing of it enters an organisation by itself.
    PyInference("Inference", Inference) {
        /// Units with another code, in the order of their first codes.
        matches: Vec<Match>,
        /// Codes of the first snapshot without a match.
        dropped: Vec<String>,
        /// Codes of the other snapshot without a match.
        added: Vec<String>,
        /// How many codes of both snapshots have the same name.
        unchanged: u32,
        /// Codes of both snapshots whose names differ.
        renamed: Vec<String>,
    }
    with {
        /// The matches from a confidence on as entries for ``Organisation.apply_all``, all marked as inferred.
        #[pyo3(signature = (day, *, at_least = None, source = None))]
        fn events(&self, day: &str, at_least: Option<RatioArg>, source: Option<String>) -> PyResult<Vec<PyEvent>> {
            let day: WithinDays = day.parse().map_err(|e: shequ::kernel::Error| e.under("day")).or_raise()?;
            let (least, source) = (at_least.map_or(Ratio::ZERO, |r| r.0), source.map(Text::same));
            let events = self.0.events(day, &least, source.as_ref()).or_raise()?;
            Ok(events.into_iter().map(PyEvent).collect())
        }

        /// One row a match.
        #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
        fn table(&self, lang: LangArg) -> PyResult<PyTable> {
            self.0.table(lang.0).map(Into::into).or_raise()
        }

        /// Each match with its confidence and what speaks for it.
        fn explain(&self) -> PyExplanation {
            self.0.explain().into()
        }
    }
}

/// An exact ratio as an argument: a text, a whole number, a `Fraction` or a `Decimal`.
pub struct RatioArg(Ratio);

impl<'py> FromPyObject<'_, 'py> for RatioArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            type_hint_identifier!("builtins", "str"),
            type_hint_identifier!("builtins", "int"),
            type_hint_identifier!("fractions", "Fraction")
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match to_value_at(&obj.to_owned(), "at_least")? {
            Value::Int(n) => Ok(Self(n.into())),
            Value::Text(text) => text.parse().map(Self).or_raise(),
            other => {
                let (got, expected) = (other.kind().to_owned(), "an exact ratio such as `2/3`".to_owned());
                Err(shequ::kernel::Error::from(shequ::kernel::DocumentError::WrongKind { got, expected })).or_raise()
            }
        }
    }
}

/// The units of a snapshot that no document links to another.
#[pyclass(module = "shequ", name = "Sightings", frozen)]
#[derive(Debug)]
pub struct PySightings(pub Sightings);

#[pymethods]
impl PySightings {
    /// Reads units from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads units from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads units from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<Sightings: {} units>", self.0.len())
    }
}

/// Units of a snapshot as an argument: checked ones, any table with `code` and `name`, or a document.
pub struct SightingsArg(Sightings);

impl<'py> FromPyObject<'_, 'py> for SightingsArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            <PySightings as pyo3::PyTypeInfo>::TYPE_HINT,
            type_hint_identifier!("shequ._types", "Plain")
        )
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.cast::<PySightings>() {
            Ok(units) => Ok(Self(units.get().0.clone())),
            Err(_) => Sightings::from_plain(to_value_at(&obj.to_owned(), Sightings::ROOT)?).map(Self).or_raise(),
        }
    }
}

/// Which units of two undocumented snapshots are likely the same, each match with a stated confidence and its evidence.
///
/// Both are any tables with the columns ``code`` and ``name``, and ``key``, ``parent``, ``group`` and ``count`` where they
/// are known. ``options`` sets what evidence weighs: ``{"same_name": "9/10", "group_signs": 6}``.
#[pyfunction]
#[pyo3(signature = (before, after, *, options = None))]
pub fn infer(
    py: Python<'_>,
    before: SightingsArg,
    after: SightingsArg,
    options: Option<PlainArg<'_>>,
) -> PyResult<PyInference> {
    let options = match options {
        Some(options) => document::from_dict(&document::with_format(&options.0, InferOptions::FORMAT)?)?,
        None => InferOptions::default(),
    };
    py.detach(|| shequ::organisation::infer(&before.0, &after.0, &options)).map(PyInference).or_raise()
}
