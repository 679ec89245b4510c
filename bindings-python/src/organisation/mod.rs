//! Organisations, their days and their units.

mod interchange;
mod records;
mod snapshot;

use std::sync::Arc;

use pyo3::prelude::*;
use shequ::kernel::{Document as _, Lang, Text};
use shequ::organisation::{Event, Group, Organisation, Parameters};

use crate::convert::number::DayArg;
use crate::convert::text::PyText;
use crate::convert::{LangArg, PlainMap, hint, plain};
use crate::document::{self, PathArg, PlainArg};
use crate::fault::OrRaise as _;
use crate::html;
use crate::pack::{PyPacks, PyRules};
use crate::table::{PyTable, TableArg};

pub use interchange::PyLoss;
use interchange::{PartArg, Translated, losses};
pub use records::{
    PyAge, PyCheck, PyCode, PyConsolidation, PyFinding, PyLineage, PyLineageEnd, PyLineageStep, PyPairing, PyReport,
    PyShare, PyStatistics, PyStep, PyStretch, PySubject, PyUnitName, PyUnitRecord,
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

    /// Reads a Popolo document from a dict: an object with ``organizations``, ``areas``, ``posts``, ``persons`` and
    /// ``memberships``. Also gives what is left behind, by its path in the document; of a person only the id is read.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_popolo(obj: PlainArg<'_>) -> PyResult<(Self, Vec<PyLoss>)> {
        let value = plain::to_value_at(&obj.0, "popolo")?;
        let read = obj.0.py().detach(|| Organisation::from_popolo(&value)).or_raise()?;
        Ok((read.organisation.into(), losses(read.losses)))
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

    /// What breaks a rule on a day.
    ///
    /// ``pack`` gives the numbers of the law: ``"cn"``, packs, or the rules of a day. Without it, or where a clause was not
    /// read, the rules that need one answer ``unknown``.
    #[pyo3(signature = (day, *, pack = None))]
    fn validate(&self, py: Python<'_>, day: DayArg, pack: Option<PackArg<'_>>) -> PyReport {
        let rules = pack.map(|pack| match pack {
            PackArg::Cn(_) => shequ::pack::cn().at(day.0),
            PackArg::Packs(packs) => packs.0.at(day.0),
            PackArg::Rules(rules) => rules.0.clone(),
        });
        let rules = rules.as_ref();
        PyReport(py.detach(|| self.0.validate(day.0, rules.map(|rules| rules as &dyn Parameters))))
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
