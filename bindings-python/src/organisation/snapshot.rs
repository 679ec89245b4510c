//! An organisation on a day, and its units.

use std::fmt;
use std::sync::Arc;

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use self_cell::self_cell;
use shequ::kernel::{Day, Lang};
use shequ::organisation::{AreaMembers, DiagramFormat, Drawing, Organisation, Snapshot, UnitId, UnitView, in_pairs};

use super::interchange::FormatArg;
use super::records::PyCode;
use super::{
    PackArg, PyConferenceRecord, PyCoverageMatrix, PyCoverageReport, PyDuties, PyDutyReport, PyJointRoster,
    PyLineBlockMatrix, PyPostRecord, PyQuotaPlan, PyQuotas, PyRelationRecord, PySectors, PySetUpRow, PyStatusRecord,
    PySuperior, PyTierTable, PyUnitLists, PyUnitRecord,
};
use crate::convert::LangArg;
use crate::convert::number::{DayOut, DecimalOut};
use crate::convert::plain::{PlainMap, map_of};
use crate::convert::record::Field as _;
use crate::convert::text::{PyText, Word};
use crate::fault::OrRaise as _;
use crate::html;
use crate::table::{PyTable, UnitsArg};

self_cell!(
    /// A day's view beside the organisation that it borrows.
    struct Held {
        owner: Arc<Organisation>,
        #[covariant]
        dependent: Snapshot,
    }
);

/// An organisation on a day.
#[pyclass(module = "shequ", name = "Snapshot", frozen)]
pub struct PySnapshot(Arc<Held>);

impl fmt::Debug for PySnapshot {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PySnapshot({})", self.view().day())
    }
}

impl PySnapshot {
    /// The view of a day.
    pub fn of(organisation: Arc<Organisation>, day: Day) -> Self {
        Self(Arc::new(Held::new(organisation, |organisation| organisation.at(day))))
    }

    /// The core's view.
    pub fn view(&self) -> &Snapshot<'_> {
        self.0.borrow_dependent()
    }

    fn made(&self, unit: UnitView<'_>) -> PyUnit {
        PyUnit { held: Arc::clone(&self.0), id: unit.id() }
    }
}

#[pymethods]
impl PySnapshot {
    /// The day.
    #[getter]
    fn day(&self) -> DayOut {
        DayOut(self.view().day())
    }

    /// A unit by its key, or by a code that it bears on the day.
    #[pyo3(signature = (key = None, /, *, code = None, scheme = None))]
    fn unit(&self, key: Option<&str>, code: Option<&str>, scheme: Option<&str>) -> PyResult<PyUnit> {
        let found = match (key, code) {
            (Some(key), None) => self.view().unit(key),
            (None, Some(code)) => self.view().unit_by_code(scheme, code),
            _ => return Err(PyTypeError::new_err("name the unit by its key or by code=...")),
        };
        found.map(|unit| self.made(unit)).or_raise()
    }

    /// A unit by its key, or else by a code of the day, or else by its name of the day in either language.
    #[pyo3(signature = (words, /))]
    fn find(&self, words: &str) -> PyResult<PyUnit> {
        self.view().find(words).map(|unit| self.made(unit)).or_raise()
    }

    /// The units in preorder, siblings in the order of their keys.
    fn units(&self) -> Vec<PyUnit> {
        self.view().units().map(|unit| self.made(unit)).collect()
    }

    /// The units that lie within none.
    fn roots(&self) -> Vec<PyUnit> {
        self.view().roots().map(|unit| self.made(unit)).collect()
    }

    /// The units as a table: key, name, kind, code, parent, depth and likely.
    #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
    fn table(&self, py: Python<'_>, lang: LangArg) -> PyResult<PyTable> {
        py.detach(|| self.view().table(lang.0)).map(Into::into).or_raise()
    }

    /// The units within ``root`` (a key, code or name) down to ``depth`` levels; without ``root``, from the top.
    ///
    /// A Mermaid flowchart, or a graph for Graphviz; one of more than ``most`` boxes or lines is refused.
    #[pyo3(signature = (root = None, *, depth = 3, lang = LangArg(Lang::Zh), format = FormatArg(DiagramFormat::Mermaid), most = 480))]
    fn diagram(
        &self,
        root: Option<&str>,
        depth: u32,
        lang: LangArg,
        format: FormatArg,
        most: usize,
    ) -> PyResult<PyDiagram> {
        let drawing = Drawing { root, depth, lang: lang.0, format: format.0, most };
        self.view().draw(&drawing).map(|text| PyDiagram(text, format.0)).or_raise()
    }

    /// The day as linked data, JSON-LD in the terms of the W3C Organization Ontology.
    ///
    /// ``base`` is what every name begins with, such as ``https://example.org/``.
    #[pyo3(signature = (base, /))]
    fn to_jsonld(&self, py: Python<'_>, base: &str) -> PyResult<PlainMap> {
        py.detach(|| self.view().to_jsonld(base)).map(PlainMap).or_raise()
    }

    /// Divides posts by a plan; values that the plan leaves out are the last that the organisation counted by the day.
    #[pyo3(signature = (plan, /))]
    fn quotas(&self, plan: PyRef<'_, PyQuotaPlan>) -> PyResult<PyQuotas> {
        self.view().quotas(&plan.0).map(PyQuotas).or_raise()
    }

    /// How far the units of each sector have a body of some kinds on the day.
    #[pyo3(signature = (sectors, kinds, /))]
    fn sector_coverage(&self, sectors: PyRef<'_, PySectors>, kinds: Vec<String>) -> PyResult<PyCoverageReport> {
        self.view().sector_coverage(&sectors.0, &kinds).map(PyCoverageReport).or_raise()
    }

    /// Looks at every duty of the day in every area where it has to be done: gaps, overlaps, wrong hands.
    #[pyo3(signature = (duties, /))]
    fn duties(&self, duties: PyRef<'_, PyDuties>) -> PyResult<PyDutyReport> {
        self.view().duties(&duties.0).map(PyDutyReport).or_raise()
    }

    /// The posts of the units of the day with those who hold them, or the posts of one unit.
    #[pyo3(signature = (unit = None, /))]
    fn posts(&self, unit: Option<&str>) -> PyResult<Vec<PyPostRecord>> {
        let posts = match unit {
            Some(unit) => self.view().posts_of(unit).or_raise()?,
            None => self.view().posts(),
        };
        Ok(posts.into_iter().map(PyPostRecord).collect())
    }

    /// The relations that hold between units of the day.
    fn relations(&self) -> Vec<PyRelationRecord> {
        self.view().relations().into_iter().map(PyRelationRecord).collect()
    }

    /// The roster of the two committees of an area: posts and heads counted apart.
    #[pyo3(signature = (area, /))]
    fn joint_roster(&self, area: &str) -> PyResult<PyJointRoster> {
        self.view().joint_roster(area).map(PyJointRoster).or_raise()
    }

    /// The three tiers of every community, or of those within a unit, and what is missing.
    #[pyo3(signature = (within = None, /))]
    fn tiers(&self, within: Option<&str>) -> PyResult<PyTierTable> {
        self.view().tiers(within).map(PyTierTable).or_raise()
    }

    /// How many bodies of some kinds each community has, or each of those within a unit.
    #[pyo3(signature = (kinds, /, within = None))]
    fn coverage(&self, kinds: Vec<String>, within: Option<&str>) -> PyResult<PyCoverageMatrix> {
        self.view().coverage(&kinds, within).map(PyCoverageMatrix).or_raise()
    }

    /// What leads a unit, the primary first, with its aspect where the leadership is dual.
    #[pyo3(signature = (unit, /))]
    fn superiors(&self, unit: &str) -> PyResult<Vec<PySuperior>> {
        self.view().superiors(unit).map(|all| all.into_iter().map(PySuperior).collect()).or_raise()
    }

    /// Lines against blocks: for each area of a kind which superior leads how many bodies, with a fragmentation index.
    #[pyo3(signature = (kind, /))]
    fn lines_and_blocks(&self, kind: &str) -> PyResult<PyLineBlockMatrix> {
        self.view().lines_and_blocks(kind).map(PyLineBlockMatrix).or_raise()
    }

    /// A body that meets: convenors, members, charter, cadence.
    #[pyo3(signature = (unit, /))]
    fn conference(&self, unit: &str) -> PyResult<PyConferenceRecord> {
        self.view().conference(unit).map(PyConferenceRecord).or_raise()
    }

    /// The statuses of the day: transitions with their deadlines, bodies for a time, how a branch was set up.
    fn statuses(&self) -> Vec<PyStatusRecord> {
        self.view().statuses().into_iter().map(PyStatusRecord).collect()
    }

    /// How party bodies are set up over areas: ``members`` counts those of each area, by its key.
    #[pyo3(signature = (members, /, *, pack = None))]
    fn set_up(
        &self,
        members: std::collections::BTreeMap<String, u32>,
        pack: Option<PackArg<'_>>,
    ) -> PyResult<Vec<PySetUpRow>> {
        let (packs, _) = PackArg::packs(pack.as_ref());
        let areas: Vec<AreaMembers> =
            members.into_iter().map(|(unit, members)| AreaMembers { unit, members }).collect();
        self.view().set_up(&areas, &packs).map(|rows| rows.into_iter().map(PySetUpRow).collect()).or_raise()
    }

    /// What each unit lies within, the nearest first.
    #[pyo3(signature = (units, /))]
    fn ancestors(&self, py: Python<'_>, units: UnitsArg<'_>) -> PyResult<PyUnitLists> {
        let asked = units.ids(self.view().organisation(), "units")?;
        let lists = py.detach(|| self.view().ancestors(&asked));
        Ok(PyUnitLists::new(Arc::clone(self.0.borrow_owner()), asked, lists, "ancestor"))
    }

    /// What lies within each unit, in preorder.
    #[pyo3(signature = (units, /))]
    fn descendants(&self, py: Python<'_>, units: UnitsArg<'_>) -> PyResult<PyUnitLists> {
        let asked = units.ids(self.view().organisation(), "units")?;
        let lists = py.detach(|| self.view().descendants(&asked));
        Ok(PyUnitLists::new(Arc::clone(self.0.borrow_owner()), asked, lists, "descendant"))
    }

    /// The nearest unit that both of each pair lie within, or are: a table of ``a``, ``b`` and ``common``, which is missing
    /// where they lie in no common unit.
    #[pyo3(signature = (a, b, /))]
    fn common_ancestors(&self, py: Python<'_>, a: UnitsArg<'_>, b: UnitsArg<'_>) -> PyResult<PyTable> {
        let organisation = self.view().organisation();
        let (a, b) = (a.ids(organisation, "a")?, b.ids(organisation, "b")?);
        let pairs = in_pairs(&a, &b).or_raise()?;
        let table = py.detach(|| organisation.pairs_table(&pairs, &self.view().common_ancestors(&pairs)));
        table.map(Into::into).or_raise()
    }

    fn __len__(&self) -> usize {
        self.view().len()
    }

    fn __repr__(&self) -> String {
        let title = self.view().organisation().title().get(Lang::Zh);
        format!("<Snapshot {title} on {}: {} units>", self.view().day(), self.view().len())
    }

    fn _repr_html_(&self, py: Python<'_>) -> PyResult<String> {
        self.table(py, LangArg(Lang::Zh)).map(|table| table.html())
    }
}

/// A unit on a day.
#[pyclass(module = "shequ", name = "Unit", frozen)]
pub struct PyUnit {
    held: Arc<Held>,
    id: UnitId,
}

impl fmt::Debug for PyUnit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PyUnit({:?})", self.id)
    }
}

impl PyUnit {
    /// It was found on the day, so it is there.
    fn with<T>(&self, read: impl FnOnce(UnitView<'_>) -> T) -> PyResult<T> {
        let unit = self.held.borrow_dependent().get(self.id);
        unit.map(read).ok_or_else(|| pyo3::exceptions::PyRuntimeError::new_err("the unit is not there"))
    }

    fn other(&self, unit: UnitView<'_>) -> Self {
        Self { held: Arc::clone(&self.held), id: unit.id() }
    }
}

#[pymethods]
impl PyUnit {
    /// Its key, which never changes.
    #[getter]
    fn key(&self) -> PyResult<String> {
        self.with(|unit| unit.key().to_owned())
    }

    /// Its name on the day.
    #[getter]
    fn name(&self) -> PyResult<PyText> {
        self.with(|unit| PyText(unit.name()))
    }

    /// The key of its kind on the day.
    #[getter]
    fn kind(&self) -> PyResult<String> {
        self.with(|unit| unit.kind().to_owned())
    }

    /// Its codes on the day, in the order of their schemes.
    #[getter]
    fn codes(&self) -> PyResult<Vec<PyCode>> {
        self.with(|unit| unit.codes().out())
    }

    /// ``yes`` if it certainly exists where it stands, ``possible`` if it only may.
    #[getter]
    fn likely(&self) -> PyResult<Word> {
        self.with(|unit| unit.likely().out())
    }

    /// How many units it lies within.
    #[getter]
    fn depth(&self) -> PyResult<u32> {
        self.with(|unit| unit.depth())
    }

    /// The unit that it lies within.
    #[getter]
    fn parent(&self) -> PyResult<Option<Self>> {
        self.with(|unit| unit.parent().map(|unit| self.other(unit)))
    }

    /// The units directly within it.
    #[getter]
    fn children(&self) -> PyResult<Vec<Self>> {
        self.with(|unit| unit.children().map(|unit| self.other(unit)).collect())
    }

    /// The units that it lies within, the nearest first.
    #[getter]
    fn ancestors(&self) -> PyResult<Vec<Self>> {
        self.with(|unit| unit.ancestors().map(|unit| self.other(unit)).collect())
    }

    /// The units within it at any depth, in preorder.
    #[getter]
    fn descendants(&self) -> PyResult<Vec<Self>> {
        self.with(|unit| unit.descendants().map(|unit| self.other(unit)).collect())
    }

    /// Its path in words, by the names of the day: ``示例区 > 一街道 > 社区 01``.
    #[pyo3(signature = (lang = LangArg(Lang::Zh)))]
    fn path(&self, lang: LangArg) -> PyResult<String> {
        self.with(|unit| unit.path_text(lang.0))
    }

    /// The last value of a measure counted by the day, if there is one.
    #[pyo3(signature = (measure, /))]
    fn indicator(&self, measure: &str) -> PyResult<Option<DecimalOut>> {
        self.with(|unit| unit.indicator(measure).map(DecimalOut))
    }

    /// All that the day shows of it.
    fn record(&self) -> PyResult<PyUnitRecord> {
        self.with(|unit| PyUnitRecord(unit.record()))
    }

    /// The plain form of its record.
    fn to_dict(&self) -> PyResult<PlainMap> {
        map_of(&self.with(|unit| unit.record())?)
    }

    fn __eq__(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.held, &other.held) && self.id == other.id
    }

    fn __hash__(&self) -> u64 {
        use std::hash::{DefaultHasher, Hash as _, Hasher as _};
        let mut hasher = DefaultHasher::new();
        (Arc::as_ptr(&self.held) as usize).hash(&mut hasher);
        self.with(|unit| unit.key().hash(&mut hasher)).ok();
        hasher.finish()
    }

    fn __repr__(&self) -> PyResult<String> {
        self.with(|unit| format!("<Unit {} {} ({})>", unit.key(), unit.name().get(Lang::Zh), unit.kind()))
    }

    fn _repr_html_(&self) -> PyResult<String> {
        Ok(html::value(&self.to_dict()?.0))
    }
}

/// A diagram: ``str()`` is its text, and a notebook that knows Mermaid draws it.
#[pyclass(module = "shequ", name = "Diagram", frozen)]
#[derive(Debug)]
pub struct PyDiagram(String, DiagramFormat);

#[pymethods]
impl PyDiagram {
    /// The text of the diagram.
    #[getter]
    fn text(&self) -> &str {
        &self.0
    }

    fn __str__(&self) -> &str {
        &self.0
    }

    fn __repr__(&self) -> String {
        format!("<Diagram of {} lines>", self.0.lines().count())
    }

    /// JupyterLab draws Mermaid in Markdown.
    fn _repr_markdown_(&self) -> String {
        let language = match self.1 {
            DiagramFormat::Mermaid => "mermaid",
            DiagramFormat::Graphviz => "dot",
        };
        format!("```{language}\n{}```\n", self.0)
    }
}
