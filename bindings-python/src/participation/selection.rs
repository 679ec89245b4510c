//! Staged selection: stages in which persons are only counted.

use pyo3::prelude::*;
use shequ::kernel::{Key, Status, Text, written};
use shequ::participation::selection::{Selection, SelectionView, StageView};
use shequ::wire::participation_election::PollCheck;

use super::election::{AnswersArg, PyAdmission};
use crate::convert::plain::PlainMap;
use crate::convert::record::record;
use crate::convert::text::PyText;
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;

record! {
    /// How far a selection has come.
    PySelectionState("SelectionState", SelectionView) {
        /// The name of the selection.
        selection: Key,
        /// ``met`` once every stage was held as it must be; ``notMet`` if one was not; ``unknown`` as long as one is open.
        status: Status,
        /// Each stage that was held.
        stages: Vec<StageView>,
        /// The stage that follows.
        next: Option<Key>,
        /// How many are still in it.
        left: Option<u64>,
    }
}

record! {
    /// One stage that was held.
    PySelectionStage("SelectionStage", StageView) {
        /// Its key.
        stage: Key,
        /// Its name.
        label: Text,
        /// Whether it was held as it must be.
        status: Status,
        /// What was tested, with both sides.
        checks: Vec<PollCheck>,
    }
}

/// A staged selection (公开推荐, 票决, 预审, 公示, 责任追究) and how far it has come, ``shequ.selection/1``; persons are only counted.
///
/// ``sq.Selection.load("selection.toml").state().next`` is the stage that follows.
///
/// Raises ``ParticipationError``, for instance ``selection-stage-not-due``, and ``DocumentError``, with every fault.
#[pyclass(module = "shequ", name = "Selection", frozen)]
#[derive(Debug)]
pub struct PySelection(Selection);

#[pymethods]
impl PySelection {
    /// Reads a selection from a JSON or TOML file.
    #[staticmethod]
    #[pyo3(signature = (path, /))]
    fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
        document::load(py, &path).map(Self)
    }

    /// Reads a selection from a JSON or TOML text.
    #[staticmethod]
    #[pyo3(signature = (text, /))]
    fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
        document::parse(py, text).map(Self)
    }

    /// Reads a selection from a dict.
    #[staticmethod]
    #[pyo3(signature = (obj, /))]
    fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
        document::from_dict(&obj).map(Self)
    }

    /// Its name.
    #[getter]
    fn id(&self) -> String {
        self.0.draft().id.to_string()
    }

    /// Who is selected for what.
    #[getter]
    fn label(&self) -> PyText {
        PyText(self.0.draft().label.clone())
    }

    /// The digest of the document: note it elsewhere, and a change is found.
    #[getter]
    fn digest(&self) -> PyResult<String> {
        self.0.digest().map(|d| d.to_string()).or_raise()
    }

    /// Asks each clause of a stage about each one who enters it, and counts.
    ///
    /// ``answer`` is called as ``answer(who, clause)`` and returns ``True``, ``False`` or ``None`` for what is not known. The answers
    /// are dropped: only who passes, and how many do not, comes back. Raises ``ParticipationError`` with ``unknown-stage``.
    #[pyo3(signature = (stage, entered, answer, /))]
    fn admit(&self, stage: &str, entered: Vec<String>, answer: AnswersArg<'_>) -> PyResult<PyAdmission> {
        answer.admission("entered", &entered, |entered, answer| self.0.admit(stage, entered, answer))
    }

    /// How far it has come, with what was tested.
    fn state(&self) -> PySelectionState {
        PySelectionState(self.0.view())
    }

    /// Why: each stage with what it asks and what was found.
    fn explain(&self) -> PyExplanation {
        self.0.explain().into()
    }

    /// The document, its format first.
    fn to_dict(&self) -> PyResult<PlainMap> {
        written::<Selection>(self.0.draft()).map(PlainMap).or_raise()
    }

    fn __repr__(&self) -> String {
        format!(
            "<Selection {}: {} of {} stages>",
            self.0.draft().id,
            self.0.draft().run.len(),
            self.0.draft().stages.len()
        )
    }

    fn _repr_html_(&self) -> String {
        self.0.explain().render_html(shequ::kernel::Lang::Zh)
    }
}
