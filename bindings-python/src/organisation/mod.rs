//! Organisations, their days and their units.

mod records;
mod rosters;
mod snapshot;

use std::sync::Arc;

use pyo3::prelude::*;
use shequ::kernel::{Document as _, Lang, Period, Progress, Result, Text};
use shequ::organisation::{Event, Group, Organisation, Report, choose_body as choose};
use shequ::pack::Packs;

use crate::convert::hint;
use crate::convert::number::DayArg;
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::fault::OrRaise as _;
use crate::html;
use crate::pack::{PyPacks, PyRules};
use crate::watch::{self, ProgressArg};

pub use records::{
    PyAge, PyCheck, PyCode, PyConsolidation, PyFinding, PyLineage, PyLineageEnd, PyLineageStep, PyPairing, PyReport,
    PyShare, PyStatistics, PyStep, PyStretch, PySubject, PyUnitName, PyUnitRecord,
};
pub use rosters::{
    PyBlockRow, PyBodyChoice, PyChange, PyConferenceRecord, PyCoverageMatrix, PyCoverageRow, PyGap, PyHoldingRecord,
    PyJointRoster, PyLineBlockMatrix, PyOverview, PyPostRecord, PyReasonCount, PyRelationRecord, PyRosterMember,
    PyRosterPost, PySetUpRow, PyStatusRecord, PySuccession, PySuperior, PyTenure, PyTermComparison, PyTierCell,
    PyTierRow, PyTierTable, PyTurnover, PyVacancy,
};
pub use snapshot::{PyDiagram, PySnapshot, PyUnit};

/// Units, relations, posts, holdings and events, with all their days.
///
/// It never changes; an event makes another. Ask it as of a day: ``organisation.at("2019-05-01")``.
#[pyclass(module = "shequ", name = "Organisation", frozen)]
#[derive(Debug)]
pub struct PyOrganisation(Arc<Organisation>);

impl From<Organisation> for PyOrganisation {
    fn from(organisation: Organisation) -> Self {
        Self(Arc::new(organisation))
    }
}

#[pymethods]
impl PyOrganisation {
    /// Reads an organisation from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load::<Organisation>(py, &path).map(Into::into)
    }

    /// Reads an organisation from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse::<Organisation>(py, text).map(Into::into)
    }

    /// Reads an organisation from a dict; its lists may be any data frames.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict::<Organisation>(&obj).map(Into::into)
    }

    /// What it is about.
    #[getter]
    fn title(&self) -> PyText {
        PyText(self.0.title().clone())
    }

    /// Where its data come from.
    #[getter]
    fn sources(&self) -> Vec<PyText> {
        self.0.sources().iter().cloned().map(PyText).collect()
    }

    /// The keys of all units in order, on whatever days they exist.
    #[getter]
    fn keys(&self) -> Vec<String> {
        self.0.keys().into_iter().map(ToString::to_string).collect()
    }

    /// The organisation on a day.
    #[pyo3(signature = (day, /))]
    fn at(&self, py: Python<'_>, day: DayArg) -> PySnapshot {
        let organisation = Arc::clone(&self.0);
        py.detach(|| PySnapshot::of(organisation, day.0))
    }

    /// What a unit became until a day, with shares of a measure and the documents that did it.
    #[pyo3(signature = (key, /, until, *, measure = None))]
    fn lineage(&self, key: &str, until: DayArg, measure: Option<&str>) -> PyResult<PyLineage> {
        self.0.lineage(key, until.0, measure).map(PyLineage).or_raise()
    }

    /// What a unit was made of on a day, with shares of a measure and the documents that did it.
    #[pyo3(signature = (key, /, since, *, measure = None))]
    fn origins(&self, key: &str, since: DayArg, measure: Option<&str>) -> PyResult<PyLineage> {
        self.0.origins(key, since.0, measure).map(PyLineage).or_raise()
    }

    /// The merges whose day may lie in a period, in total, counted in a measure.
    #[pyo3(signature = (since, until, *, measure))]
    fn consolidation(&self, since: DayArg, until: DayArg, measure: &str) -> PyResult<PyConsolidation> {
        self.0.consolidation(since.0, until.0, measure).map(PyConsolidation).or_raise()
    }

    /// What breaks a rule on a day: by which citation, on which days exactly, and what mends it.
    ///
    /// ``pack`` gives the rules: ``"cn"``, packs, or the rules of a day; without it the library's own defaults alone. Where
    /// a clause was not read, the rules that need it answer ``unknown``.
    #[pyo3(signature = (day, *, pack = None, progress = ProgressArg::Auto))]
    fn validate(
        &self,
        py: Python<'_>,
        day: DayArg,
        pack: Option<PackArg<'_>>,
        progress: ProgressArg,
    ) -> PyResult<PyReport> {
        let (packs, secondary) = PackArg::packs(pack.as_ref());
        let period = Period::new(day.0, day.0.plus_days(1).ok()).or_raise()?;
        watch::run(py, progress, |progress| checked(&self.0, period, &packs, secondary, progress)).map(PyReport)
    }

    /// Every violation on any day of ``[since, until)``, each with all its days; without ``until`` from the first day on.
    #[pyo3(signature = (since, until = None, *, pack = None, progress = ProgressArg::Auto))]
    fn validate_over(
        &self,
        py: Python<'_>,
        since: DayArg,
        until: Option<DayArg>,
        pack: Option<PackArg<'_>>,
        progress: ProgressArg,
    ) -> PyResult<PyReport> {
        let (packs, secondary) = PackArg::packs(pack.as_ref());
        let period = Period::new(since.0, until.map(|day| day.0)).or_raise()?;
        watch::run(py, progress, |progress| checked(&self.0, period, &packs, secondary, progress)).map(PyReport)
    }

    /// What it holds in all, and the first and last day on which something changes.
    fn overview(&self) -> PyOverview {
        PyOverview(self.0.overview())
    }

    /// Who held a post, one after the other, and when it stood empty.
    #[pyo3(signature = (post, /))]
    fn succession(&self, post: &str) -> PyResult<PySuccession> {
        self.0.succession(post).map(PySuccession).or_raise()
    }

    /// The posts that are certainly not full on a day, with the days since.
    #[pyo3(signature = (day, /))]
    fn vacancies(&self, day: DayArg) -> Vec<PyVacancy> {
        self.0.vacancies(day.0).into_iter().map(PyVacancy).collect()
    }

    /// How the holders of a group of posts changed from one day to another, and why holdings ended between.
    #[pyo3(signature = (before, after, *, within = Vec::new(), kinds = Vec::new(), titles = Vec::new()))]
    fn turnover(
        &self,
        before: DayArg,
        after: DayArg,
        within: Vec<String>,
        kinds: Vec<String>,
        titles: Vec<String>,
    ) -> PyResult<PyTurnover> {
        let group = Group { within, kinds, titles, ..Group::default() };
        self.0.turnover(before.0, after.0, &group).map(PyTurnover).or_raise()
    }

    /// One team on two days: who stayed, and how mean age (in years) and shares (in percentage points) changed, exactly.
    #[pyo3(signature = (before, after, *, within = Vec::new(), kinds = Vec::new(), titles = Vec::new()))]
    fn compare_terms(
        &self,
        before: DayArg,
        after: DayArg,
        within: Vec<String>,
        kinds: Vec<String>,
        titles: Vec<String>,
    ) -> PyResult<PyTermComparison> {
        let group = Group { within, kinds, titles, ..Group::default() };
        self.0.compare_terms(before.0, after.0, &group).map(PyTermComparison).or_raise()
    }

    /// Statistics of those who hold posts on a day: mean age, shares, vacancies, as exact ratios.
    ///
    /// ``within`` names units whose posts, and those of all within them, count; ``kinds`` the kinds of units; ``titles`` the
    /// posts. An empty list leaves its side open.
    #[pyo3(signature = (day, *, within = Vec::new(), kinds = Vec::new(), titles = Vec::new(), label = None))]
    fn statistics(
        &self,
        day: DayArg,
        within: Vec<String>,
        kinds: Vec<String>,
        titles: Vec<String>,
        label: Option<String>,
    ) -> PyResult<PyStatistics> {
        let group = Group { label: label.map(Text::same).unwrap_or_default(), within, kinds, titles };
        self.0.statistics(day.0, &group).map(PyStatistics).or_raise()
    }

    /// Which of the units named have an agreement of a kind on a day, and which have none.
    #[pyo3(signature = (day, kind, units))]
    fn pairing(&self, day: DayArg, kind: &str, units: Vec<String>) -> PyResult<PyPairing> {
        self.0.pairing(day.0, kind, &units).map(PyPairing).map_err(|e| e.under("units")).or_raise()
    }

    /// The organisation after one more event; this one stays as it is.
    #[pyo3(signature = (event, /))]
    fn apply(&self, py: Python<'_>, event: EventArg) -> PyResult<Self> {
        py.detach(|| self.0.apply(&event.0)).map(Into::into).or_raise()
    }

    fn __len__(&self) -> usize {
        self.0.len()
    }

    fn __repr__(&self) -> String {
        format!("<Organisation {}: {} units>", self.0.title().get(Lang::Zh), self.0.len())
    }

    fn _repr_html_(&self) -> String {
        let sources = self.0.sources().iter().map(html::both).collect::<Vec<_>>().join("<br>");
        format!(
            "<b>{}</b><p>{} units, ask as of a day: <code>.at(day)</code></p>{sources}",
            html::both(self.0.title()),
            self.0.len()
        )
    }
}

/// Where the numbers of the law come from.
#[derive(Debug)]
pub enum PackArg<'py> {
    /// The packs of China, by the word `cn`.
    Cn(crate::convert::CnArg),
    /// Packs.
    Packs(PyRef<'py, PyPacks>),
    /// The rules of a day.
    Rules(PyRef<'py, PyRules>),
}

impl PackArg<'_> {
    /// The packs, and whether clauses known only second-hand decide; the library's defaults where none is given.
    pub fn packs(given: Option<&Self>) -> (Packs, bool) {
        match given {
            None => (shequ::pack::defaults().clone(), false),
            Some(Self::Cn(_)) => (shequ::pack::cn().clone(), false),
            Some(Self::Packs(packs)) => (packs.0.clone(), false),
            Some(Self::Rules(rules)) => (rules.0.packs().clone(), rules.0.accepts_secondary()),
        }
    }
}

fn checked(
    organisation: &Organisation,
    period: Period,
    packs: &Packs,
    secondary: bool,
    progress: &mut dyn Progress,
) -> Result<Report> {
    if secondary {
        organisation.validate_accepting_secondary(period, packs, progress)
    } else {
        organisation.validate_over(period, packs, progress)
    }
}

/// The kind of party body that fits a number of members on a day, by the rules of some packs.
#[pyfunction]
#[pyo3(signature = (members, *, day, pack = None))]
pub fn choose_body(members: u32, day: DayArg, pack: Option<PackArg<'_>>) -> PyResult<PyBodyChoice> {
    let (packs, _) = PackArg::packs(pack.as_ref());
    let kinds = shequ::organisation::Catalogue::shipped().or_raise()?;
    Ok(PyBodyChoice(choose(&kinds, members, &packs, day.0)))
}

impl<'a, 'py> FromPyObject<'a, 'py> for PackArg<'py> {
    type Error = PyErr;
    hint!(
        INPUT_TYPE = type_hint_union!(
            <PyPacks as pyo3::PyTypeInfo>::TYPE_HINT,
            <PyRules as pyo3::PyTypeInfo>::TYPE_HINT,
            <crate::convert::CnArg as FromPyObject<'static, 'static>>::INPUT_TYPE
        )
    );

    fn extract(obj: Borrowed<'a, 'py, PyAny>) -> PyResult<Self> {
        if let Ok(packs) = obj.cast::<PyPacks>() {
            return Ok(Self::Packs(packs.to_owned().borrow()));
        }
        if let Ok(rules) = obj.cast::<PyRules>() {
            return Ok(Self::Rules(rules.to_owned().borrow()));
        }
        obj.extract().map(Self::Cn)
    }
}

/// An event to apply to an organisation: a unit is founded, renamed, recoded, or units merge.
#[pyclass(module = "shequ", name = "Event", frozen)]
#[derive(Debug)]
pub struct PyEvent(Event);

#[pymethods]
impl PyEvent {
    /// Reads an event from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads an event from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads an event from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }
}

/// An event as an argument: a checked one, or a dict, whose `format` may be left out.
pub struct EventArg(Event);

impl<'py> FromPyObject<'_, 'py> for EventArg {
    type Error = PyErr;
    hint!(
        INPUT_TYPE =
            type_hint_union!(<PyEvent as pyo3::PyTypeInfo>::TYPE_HINT, type_hint_identifier!("shequ._types", "Plain"))
    );

    fn extract(obj: Borrowed<'_, 'py, PyAny>) -> PyResult<Self> {
        match obj.cast::<PyEvent>() {
            Ok(event) => Ok(Self(event.get().0.clone())),
            Err(_) => document::from_dict(&document::with_format(&obj, Event::FORMAT)?).map(Self),
        }
    }
}
