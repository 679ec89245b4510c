//! Organisations, their days and their units.

mod batches;
mod cooperation;
mod directory;
mod events;
mod history;
mod interchange;
mod liaison;
mod quotas;
mod records;
mod registers;
mod rosters;
mod snapshot;

use std::borrow::Cow;
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::PyBytes;
use shequ::kernel::{Key, Lang, Period, Progress, Result, Text};
use shequ::organisation::{Amounts, Event, Group, Organisation, Report, UnitTable, choose_body as choose, on_days};
use shequ::pack::Packs;

use crate::convert::number::DayArg;
use crate::convert::plain::PlainMap;
use crate::convert::record::Field as _;
use crate::convert::text::PyText;
use crate::convert::{LangArg, hint, plain};
use crate::document::{self, PathArg, PlainArg};
use crate::fault::OrRaise as _;
use crate::html;
use crate::log::{PyLog, PyLogCheck};
use crate::pack::{PyPacks, PyRules};
use crate::table::{DaysArg, PyTable, TableArg, TextsArg, UnitsArg};
use crate::watch::{self, ProgressArg};

pub use batches::{PyAmounts, PyRollup, PyUnitLists, PyUnitRollup};
pub use cooperation::{
    PyChairAttendance, PyConferenceAttendance, PyCooperation, PyDependence, PyFulfilment, PyHolderShare, PyNeedState,
    PyOfferState, PyOfferSupply, PyPledgeCount, PyPledgeState, PyResourceBalance, PySharing, PyUnitAttendance,
};
pub use directory::{PyCountRow, PyDirectory, PyDirectoryCounts, PyDirectoryView, PyDueField, PySweep};
use events::EventArg;
pub use events::PyEvent;
pub use history::{
    PyCrosswalk, PyCrosswalkCell, PyDiff, PyDiffCounts, PyEventRecord, PyEvidence, PyInference, PyMatch, PyRateValue,
    PyReexpressed, PyReexpressedRates, PySightings, PyUnitChange, PyUnitState, PyUnitValue, infer,
};
pub use interchange::PyLoss;
use interchange::{PartArg, Translated, losses};
pub use liaison::{PyLiaison, PyLiaisonAlternative, PyLiaisonPlan, PyLiaisonService, PyOfficerLoad};
pub use quotas::{PyQuotaPart, PyQuotaPlan, PyQuotaTie, PyQuotas, PySeatPriority, PyUnitQuota};
pub use records::{
    PyAge, PyCheck, PyCode, PyConsolidation, PyFinding, PyLineage, PyLineageEnd, PyLineageStep, PyPairing, PyReport,
    PyShare, PyStatistics, PyStep, PyStretch, PySubject, PyUnitName, PyUnitRecord,
};
pub use registers::{
    PyActivities, PyActivityCountRow, PyActivityCounts, PyActivityReceipt, PyActivityRecord, PyCoverageReport,
    PyDuties, PyDutyFinding, PyDutyHolding, PyDutyReport, PyIndicatorRecord, PyIndicatorSeries, PyNoteTopics, PyNotes,
    PySectorCoverage, PySectors, PySeriesStep, PyTopicCount,
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

impl PyOrganisation {
    /// The core's organisation.
    pub fn core(&self) -> &Organisation {
        &self.0
    }
}

#[pymethods]
impl PyOrganisation {
    /// Reads an organisation from a JSON or TOML file, or from what ``save`` wrote.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        let bytes = path.bytes()?;
        if Organisation::is_saved(bytes.as_bytes()) {
            return document::in_file(&path, Self::from_bytes(py, &bytes));
        }
        document::load::<Organisation>(py, &path).map(Into::into)
    }

    /// Reads what ``to_bytes`` made. A checksum finds what was lost or changed by accident.
    #[staticmethod]
    #[pyo3(signature = (data, /))]
    fn from_bytes(py: Python<'_>, data: &Bound<'_, PyBytes>) -> PyResult<Self> {
        let bytes = data.as_bytes();
        py.detach(|| Organisation::from_bytes(bytes)).map(Into::into).or_raise()
    }

    /// The whole organisation with its log as bytes: a country in some tens of megabytes that are read in an instant.
    ///
    /// For keeping it at hand; ``to_json`` is the form to exchange and to archive.
    fn to_bytes<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyBytes>> {
        let bytes = py.detach(|| self.0.to_bytes()).or_raise()?;
        Ok(PyBytes::new(py, &bytes))
    }

    /// Writes ``to_bytes`` into a file, which ``load`` reads.
    #[pyo3(signature = (path, /))]
    fn save(&self, py: Python<'_>, path: PathArg<'_>) -> PyResult<()> {
        path.write(&py.detach(|| self.0.to_bytes()).or_raise()?)
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

    /// Reads a Popolo document from a dict: an object with ``organizations``, ``areas``, ``posts``, ``persons`` and
    /// ``memberships``. Also gives what is left behind, by its path in the document; of a person only the id is read.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_popolo(obj: PlainArg<'_>) -> PyResult<(Self, Vec<PyLoss>)> {
        let value = plain::to_value_at(&obj.0, "popolo")?;
        let read = obj.0.py().detach(|| Organisation::from_popolo(&value)).or_raise()?;
        Ok((read.organisation.into(), losses(read.losses)))
    }

    /// An organisation of the units in a table, a country's as well as a street's.
    ///
    /// ``units`` is any data frame, a dict of columns, a list of rows or the path of a CSV file. Its columns, all texts:
    /// ``key`` or ``code`` (or both), ``name``, ``kind``, ``parent``, ``from``, ``until``. A unit that changed has a row for each
    /// stretch of days.
    #[staticmethod]
    #[pyo3(signature = (units, /, *, title = String::new(), progress = ProgressArg::Auto))]
    fn from_units(py: Python<'_>, units: TextsArg, title: String, progress: ProgressArg) -> PyResult<Self> {
        let made = watch::run(py, progress, |progress| {
            let table = UnitTable::of(&units).map_err(|e| e.under("units"))?;
            Organisation::from_units(Text::same(title), &table, progress)
        });
        made.map(Into::into)
    }

    /// The document that it can be read from again, as a dict: what was written short comes out short.
    fn to_dict(&self, py: Python<'_>) -> PyResult<PlainMap> {
        py.detach(|| self.0.document().value()).map(PlainMap).or_raise()
    }

    /// The same as a text in JSON.
    fn to_json(&self, py: Python<'_>) -> PyResult<String> {
        py.detach(|| self.0.document().json()).or_raise()
    }

    /// The document with its events worked into the units' facts: no event is left, and any day looks the same.
    fn settled(&self, py: Python<'_>) -> PyResult<PlainMap> {
        py.detach(|| self.0.settled().value()).map(PlainMap).or_raise()
    }

    /// A Popolo document in one language, and what Popolo has no place for, by its path in ``settled()``.
    #[pyo3(signature = (*, lang = LangArg(Lang::Zh)))]
    fn to_popolo(&self, py: Python<'_>, lang: LangArg) -> PyResult<Translated> {
        let exported = py.detach(|| self.0.to_popolo(lang.0)).or_raise()?;
        Ok((PlainMap(exported.document), losses(exported.losses)))
    }

    /// A part as a table: ``"names"``, ``"parents"``, ``"relations"``, ``"holdings"`` ...; what events changed is worked in.
    #[pyo3(signature = (name, /))]
    fn part(&self, py: Python<'_>, name: PartArg) -> PyResult<PyTable> {
        py.detach(|| self.0.part(name.0)).map(Into::into).or_raise()
    }

    /// The organisation with the rows of a table added, in the columns that ``part`` gives: relations, posts, holders,
    /// holdings, agreements, indicators or statements. Nothing is added if anything is wrong.
    #[pyo3(signature = (name, table, /))]
    fn with_table(&self, py: Python<'_>, name: PartArg, table: TableArg) -> PyResult<Self> {
        py.detach(|| self.0.with_table(name.0, &table.0)).map(Into::into).or_raise()
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

    /// What each unit lay within on its day, the nearest first; nothing where it was not there.
    ///
    /// ``days`` is one day for all or a day for each.
    #[pyo3(signature = (units, days, /))]
    fn ancestors_on(&self, py: Python<'_>, units: UnitsArg<'_>, days: DaysArg) -> PyResult<PyUnitLists> {
        let asked = units.ids(&self.0, "units")?;
        let both = on_days(&asked, &days.list()).or_raise()?;
        let lists = py.detach(|| self.0.ancestors_on(&both));
        Ok(PyUnitLists::new(Arc::clone(&self.0), asked, lists, "ancestor"))
    }

    /// What lay within each unit on its day, in preorder; nothing where it was not there.
    ///
    /// ``days`` is one day for all or a day for each.
    #[pyo3(signature = (units, days, /))]
    fn descendants_on(&self, py: Python<'_>, units: UnitsArg<'_>, days: DaysArg) -> PyResult<PyUnitLists> {
        let asked = units.ids(&self.0, "units")?;
        let both = on_days(&asked, &days.list()).or_raise()?;
        let lists = py.detach(|| self.0.descendants_on(&both));
        Ok(PyUnitLists::new(Arc::clone(&self.0), asked, lists, "descendant"))
    }

    /// Exact numbers of units, to be added up: a table of ``unit``, its key, and ``value``; a unit without a row has none.
    #[pyo3(signature = (table, /))]
    fn amounts(&self, py: Python<'_>, table: TableArg) -> PyResult<PyAmounts> {
        py.detach(|| self.0.amounts(&table.0)).map(PyAmounts).or_raise()
    }

    /// What each unit and all within it come to on a day: counts, and with ``amounts`` sums, means and shares; with ``extremes``
    /// also the least and the greatest.
    #[pyo3(signature = (day, amounts = None, /, *, extremes = false))]
    fn rollup(
        &self,
        py: Python<'_>,
        day: DayArg,
        amounts: Option<PyRef<'_, PyAmounts>>,
        extremes: bool,
    ) -> PyResult<PyRollup> {
        let none = Amounts::default();
        let amounts = amounts.as_ref().map_or(&none, |amounts| &amounts.0);
        let organisation = Arc::clone(&self.0);
        let rollup = py.detach(|| {
            if extremes { organisation.rollup_extremes(day.0, amounts) } else { organisation.rollup(day.0, amounts) }
        });
        rollup.map(|rollup| PyRollup::new(organisation, rollup)).or_raise()
    }

    /// How many units came, went and changed from each day to the next, by the area of a kind that they lay in, or by what they
    /// lay in at the top: a table.
    #[pyo3(signature = (days, kind = None, /))]
    fn changes(&self, py: Python<'_>, days: DaysArg, kind: Option<&str>) -> PyResult<PyTable> {
        let days = days.list();
        let table = py.detach(|| self.0.changes_table(&self.0.changes(&days, kind)?));
        table.map(Into::into).or_raise()
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

    /// The same for all units of some kinds on the day, those within one unit or all: who of them has no partner.
    #[pyo3(signature = (day, kind, unit_kinds, *, within = None))]
    fn pairing_among(
        &self,
        day: DayArg,
        kind: &str,
        unit_kinds: Vec<String>,
        within: Option<&str>,
    ) -> PyResult<PyPairing> {
        self.0.pairing_among(day.0, kind, &unit_kinds, within).map(PyPairing).or_raise()
    }

    /// The numbers on record with their days, units of measure and sources, of one unit or of all, of one measure or of all.
    #[pyo3(signature = (unit = None, measure = None))]
    fn indicators(&self, unit: Option<&str>, measure: Option<&str>) -> PyResult<Vec<PyIndicatorRecord>> {
        self.0.indicators(unit, measure).map(|rows| rows.out()).or_raise()
    }

    /// A measure of a unit through time, and from each number to the next what may be compared.
    #[pyo3(signature = (unit, measure, /))]
    fn series(&self, unit: &str, measure: &str) -> PyResult<PyIndicatorSeries> {
        self.0.series(unit, measure).map(PyIndicatorSeries).or_raise()
    }

    /// The organisation after one more event; this one stays as it is.
    #[pyo3(signature = (event, /))]
    fn apply(&self, py: Python<'_>, event: EventArg) -> PyResult<Self> {
        py.detach(|| self.0.apply(&event.0)).map(Into::into).or_raise()
    }

    /// The organisation after many events, all or none; quicker than one by one.
    #[pyo3(signature = (events, /))]
    fn apply_all(&self, py: Python<'_>, events: Vec<EventArg>) -> PyResult<Self> {
        let events: Vec<Event> = events.into_iter().map(|event| event.0).collect();
        py.detach(|| self.0.apply_all(&events)).map(Into::into).or_raise()
    }

    /// The entries of its log in the order in which they apply: what happened, and what was corrected.
    #[getter]
    fn entries(&self) -> Vec<PyEvent> {
        self.0.entries().map(|draft| PyEvent(draft.clone().into())).collect()
    }

    /// The organisation as it was known on a day: of its log only the entries recorded by then.
    #[pyo3(signature = (day, /))]
    fn known_on(&self, py: Python<'_>, day: DayArg) -> Self {
        match py.detach(|| self.0.known_on(day.0)) {
            Cow::Borrowed(_) => Self(Arc::clone(&self.0)),
            Cow::Owned(organisation) => organisation.into(),
        }
    }

    /// The organisation on a day as it was known on another.
    #[pyo3(signature = (day, /, *, known))]
    fn view(&self, py: Python<'_>, day: DayArg, known: DayArg) -> PySnapshot {
        self.known_on(py, known).at(py, day)
    }

    /// The organisation after the first so many entries of its log.
    #[pyo3(signature = (entries, /))]
    fn prefix(&self, py: Python<'_>, entries: usize) -> Self {
        py.detach(|| self.0.prefix(entries)).into()
    }

    /// Which part of each unit of one day is which unit of a later one, in shares of a measure, exactly.
    #[pyo3(signature = (since, until, *, measure))]
    fn crosswalk(&self, py: Python<'_>, since: DayArg, until: DayArg, measure: &str) -> PyResult<PyCrosswalk> {
        py.detach(|| self.0.crosswalk(since.0, until.0, measure)).map(PyCrosswalk).or_raise()
    }

    /// What differs between two days, each change with the events that did it where they are known.
    #[pyo3(signature = (since, until, /))]
    fn diff(&self, py: Python<'_>, since: DayArg, until: DayArg) -> PyDiff {
        PyDiff(py.detach(|| self.0.diff(since.0, until.0)))
    }

    /// The units of a day as a snapshot to infer from: each with its key, its name and its code of a scheme.
    #[pyo3(signature = (day, *, scheme = None))]
    fn sightings(&self, day: DayArg, scheme: Option<&str>) -> PySightings {
        PySightings(self.0.sightings(day.0, scheme))
    }

    /// Its entries as a hash chain: each holds the digest of its event. Entries without a day of recording stand on ``opened``.
    #[pyo3(signature = (key, /, *, actor, opened))]
    fn log(&self, key: &str, actor: &str, opened: DayArg) -> PyResult<PyLog> {
        let parse = |path: &str, text: &str| text.parse::<Key>().map_err(|e| e.under(path)).or_raise();
        self.0.log(parse("key", key)?, parse("actor", actor)?, opened.0).map(PyLog::from).or_raise()
    }

    /// Compares its entries with a log: how many, from the first, are those of the log.
    #[pyo3(signature = (log, /, known_head = None))]
    fn check_log(&self, log: PyRef<'_, PyLog>, known_head: Option<&str>) -> PyResult<PyLogCheck> {
        let head = crate::log::known(known_head)?;
        self.0.check_log(log.core(), head.as_ref()).map(PyLogCheck).or_raise()
    }

    /// Reads an organisation beside its log, either of which may have been cut off or altered: the organisation as of the
    /// good entries, and what was found.
    #[staticmethod]
    #[pyo3(signature = (text, log, /, known_head = None))]
    fn parse_logged(py: Python<'_>, text: &str, log: &str, known_head: Option<&str>) -> PyResult<(Self, PyLogCheck)> {
        let head = crate::log::known(known_head)?;
        let logged = py.detach(|| Organisation::parse_logged(text, log, head.as_ref())).or_raise()?;
        Ok((logged.organisation.into(), PyLogCheck(logged.check)))
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
