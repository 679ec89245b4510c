//! Bodies: composition, layers, rosters as counts, consultation, inputs, joint charters.

use pyo3::prelude::*;
use shequ::kernel::{Citation, Day, Key, Rate, Status, Text};
use shequ::organisation::UnitName;
use shequ::pack::Reason;
use shequ::participation::bodies::{self, Body, Consultations, Inputs, JointCharter, Layers};
use shequ::wire::organisation::Every;
use shequ::wire::participation::Caution;
use shequ::wire::participation_bodies as wire;

use crate::calendar::PyCalendar;
use crate::convert::number::DayArg;
use crate::convert::record::{closed, record};
use crate::document::{self, PathArg, PlainArg};
use crate::explain::PyExplanation;
use crate::fault::OrRaise as _;
use crate::organisation::{PyDuties, PySnapshot};
use crate::pack::PyRules;

closed!(wire::BodyLayer, wire::InputKind);

/// A result with `explain`.
macro_rules! explained {
    ($(#[$meta:meta])* $py:ident($name:literal, $core:ty) { $($body:tt)* }) => {
        record! {
            $(#[$meta])*
            $py($name, $core) { $($body)* }
            with {
                /// Why.
                fn explain(&self) -> PyExplanation {
                    self.0.explain().into()
                }
            }
        }
    };
}

/// A document with its three ways of reading and what it answers.
macro_rules! document_class {
    ($(#[$meta:meta])* $py:ident($name:literal, $core:ty) { $($body:tt)* }) => {
        $(#[$meta])*
        #[pyclass(module = "shequ", name = $name, frozen)]
        #[derive(Debug)]
        pub struct $py($core);

        #[pymethods]
        impl $py {
            /// Reads a JSON or TOML file.
            #[staticmethod]
            #[pyo3(signature = (path, /))]
            fn load(py: Python<'_>, path: PathArg<'_>) -> PyResult<Self> {
                document::load(py, &path).map(Self)
            }

            /// Reads a JSON or TOML text.
            #[staticmethod]
            #[pyo3(signature = (text, /))]
            fn parse(py: Python<'_>, text: &str) -> PyResult<Self> {
                document::parse(py, text).map(Self)
            }

            /// Reads a dict.
            #[staticmethod]
            #[pyo3(signature = (obj, /))]
            fn from_dict(obj: PlainArg<'_>) -> PyResult<Self> {
                document::from_dict(&obj).map(Self)
            }

            $($body)*
        }
    };
}

record! {
    /// One check of a body.
    PyBodyCheck("BodyCheck", wire::BodyCheck) {
        /// What is checked: a clause, or ``seats``, ``groups``, ``incompatible``.
        check: String,
        /// Its name.
        label: Text,
        /// Its answer.
        status: Status,
        /// Both sides, or what was found.
        found: Option<Text>,
        /// The least change of its own number that flips it.
        margin: Option<u64>,
        /// Why it decides nothing.
        reason: Option<Reason>,
        /// Where it stands.
        citation: Option<Citation>,
        /// What a reader must know of its clause.
        cautions: Vec<Caution>,
    }
}

explained! {
    /// Whether a body is composed as it must be.
    PyBodyView("BodyView", wire::BodyView) {
        /// The body.
        body: Key,
        /// Its name.
        label: Text,
        /// What it is for.
        layer: wire::BodyLayer,
        /// Whether its outcome advises and does not bind.
        advisory: bool,
        /// The day whose rules decided.
        day: Day,
        /// Met if every check is.
        status: Status,
        /// Each check.
        checks: Vec<wire::BodyCheck>,
        /// The facts that are still needed, by path.
        missing: Vec<String>,
        /// What a reader must know beside the answer.
        cautions: Vec<Caution>,
    }
}

record! {
    /// A layer of one community.
    PyLayerCell("LayerCell", wire::LayerCell) {
        /// The tier.
        tier: String,
        /// Its name.
        label: Text,
        /// Its bodies.
        bodies: Vec<UnitName>,
        /// The duties that its bodies have.
        done: Vec<String>,
        /// The duties that nobody has.
        open: Vec<String>,
        /// The duties that a body of another layer has.
        elsewhere: Vec<String>,
    }
}

record! {
    /// The layers of one community.
    PyLayersRow("LayersRow", wire::LayersRow) {
        /// The community.
        unit: UnitName,
        /// Whether everything is there.
        status: Status,
        /// Its layers.
        layers: Vec<wire::LayerCell>,
    }
}

explained! {
    /// The layers of all communities of an area, and whether they are complete.
    PyLayersView("LayersView", wire::LayersView) {
        /// The day.
        day: Day,
        /// Communities whose layers and duties are complete, of all.
        complete: Option<Rate>,
        /// The communities, by their keys.
        rows: Vec<wire::LayersRow>,
    }
}

explained! {
    /// The team of the two committees as counts, without its members.
    PyRosterCounts("RosterCounts", wire::RosterCounts) {
        /// The day.
        day: Day,
        /// The area.
        area: UnitName,
        /// Places in their posts.
        places: u32,
        /// Holdings; somebody in two posts counts twice.
        holdings: u32,
        /// Heads.
        heads: u32,
        /// Places that nobody certainly holds.
        vacant: u32,
        /// Heads in both committees.
        cross: u32,
        /// The same of all heads.
        cross_rate: Option<Rate>,
        /// Heads at the head of both.
        both_heads: u32,
    }
}

record! {
    /// How many answers stand how on a day, which add up.
    PyAnswerCounts("AnswerCounts", wire::AnswerCounts) {
        /// All that came by the day.
        all: u64,
        /// Answered in time.
        in_time: u64,
        /// Answered late.
        late: u64,
        /// Not answered, and not due.
        open: u64,
        /// Not answered, and overdue.
        overdue: u64,
        /// Those whose day cannot be counted.
        unknown: u64,
        /// Answered in time, of those that were answered or are overdue.
        rate: Option<Rate>,
    }
}

record! {
    /// An answer that is overdue.
    PyOverdueAnswer("OverdueAnswer", wire::OverdueAnswer) {
        /// The key of what must be answered.
        key: Key,
        /// The body that must answer, where it is named.
        to: Option<Key>,
        /// The last day on which it was in time.
        due: Day,
        /// Days since.
        days: u32,
    }
}

explained! {
    /// What a body of consultation advised, and what came of it, on a day.
    PyConsultationView("ConsultationView", wire::ConsultationView) {
        /// The body.
        body: Key,
        /// Its name.
        label: Text,
        /// The day.
        day: Day,
        /// Always: its outcome advises and does not bind.
        advisory: bool,
        /// Met if nothing is overdue or late; unknown while a due day is.
        status: Status,
        /// The answers.
        answers: wire::AnswerCounts,
        /// Advice that was taken up.
        accepted: u64,
        /// Advice that was taken up in part.
        partly: u64,
        /// Advice that was not taken up.
        declined: u64,
        /// What is overdue, the longest first.
        overdue: Vec<wire::OverdueAnswer>,
    }
}

record! {
    /// Inputs of one kind by whose voice they are.
    PyVoiceCount("VoiceCount", wire::VoiceCount) {
        /// The kind.
        kind: wire::InputKind,
        /// Residents'.
        residents: u64,
        /// Units'.
        units: u64,
    }
}

explained! {
    /// A register of inputs on a day.
    PyInputsView("InputsView", wire::InputsView) {
        /// Its title.
        label: Text,
        /// The day.
        day: Day,
        /// Met if nothing is overdue or late; unknown while a due day is.
        status: Status,
        /// The answers.
        answers: wire::AnswerCounts,
        /// By kind, with whose voices they are.
        kinds: Vec<wire::VoiceCount>,
        /// Residents' voices of all voices.
        residents: Option<Rate>,
        /// What is overdue, the longest first.
        overdue: Vec<wire::OverdueAnswer>,
    }
}

record! {
    /// A principle or a goal of a charter.
    PyCharterField("CharterField", wire::CharterField) {
        /// Its path.
        field: String,
        /// Its name.
        label: Text,
        /// Met if the charter has it; not met if it says the contrary; unknown if it does not say.
        status: Status,
    }
}

explained! {
    /// A charter on a day: whether it is complete, and whether the conference keeps to its cadence.
    PyJointCharterView("JointCharterView", wire::JointCharterView) {
        /// The conference.
        conference: Key,
        /// Its title.
        title: Text,
        /// The day.
        day: Day,
        /// Whether it is complete and kept to.
        status: Status,
        /// The principles and goals, each with its answer.
        fields: Vec<wire::CharterField>,
        /// How often it meets at least.
        every: Option<Every>,
        /// How often it met by the day while the charter held.
        sessions: u64,
        /// The quarters that passed whole without a session, such as ``2024-Q3``.
        missed: Vec<String>,
        /// The last day on which the next session keeps to the charter.
        due: Option<Day>,
    }
}

document_class! {
    /// A body and how it is composed, ``shequ.body/1``. Members are counted and not listed.
    PyBody("Body", Body) {
        /// Whether it is composed as it must be, by the rules of a day.
        ///
        /// Raises ``PackError`` (``unknown-question``, ``unknown-clause``), ``ParticipationError``.
        #[pyo3(signature = (rules, /))]
        fn at(&self, rules: PyRef<'_, PyRules>) -> PyResult<PyBodyView> {
            self.0.at(&rules.0).map(PyBodyView).or_raise()
        }
    }
}

document_class! {
    /// The layers of a community with their duties, ``shequ.layers/1``.
    PyLayers("Layers", Layers) {
        /// What the three layers do in the organisation of Licheng district: a template to change.
        #[staticmethod]
        fn template() -> PyResult<Self> {
            Layers::template().map(Self).or_raise()
        }

        /// Whether every community within a unit, or each of all, has every layer, and a body in it for every duty.
        ///
        /// Raises ``OrganisationError``, ``ParticipationError`` (``layers-unknown-tier``).
        #[pyo3(signature = (snapshot, duties, /, *, within = None))]
        fn at(
            &self,
            snapshot: PyRef<'_, PySnapshot>,
            duties: PyRef<'_, PyDuties>,
            within: Option<&str>,
        ) -> PyResult<PyLayersView> {
            self.0.at(snapshot.view(), &duties.0, within).map(PyLayersView).or_raise()
        }
    }
}

document_class! {
    /// A body of consultation and what it advised, ``shequ.consultations/1``.
    PyConsultations("Consultations", Consultations) {
        /// What came of the advice by a day, and which answers are overdue. Working days need a calendar.
        #[pyo3(signature = (day, /, *, calendar = None))]
        fn at(&self, day: DayArg, calendar: Option<PyRef<'_, PyCalendar>>) -> PyConsultationView {
            PyConsultationView(self.0.at(day.0, calendar.as_ref().map(|c| &*c.0)))
        }
    }
}

document_class! {
    /// A register of inputs with the duty to answer them, ``shequ.inputs/1``. Nobody is named in it.
    PyInputs("Inputs", Inputs) {
        /// The register on a day, or of what is ``about`` one thing. Working days need a calendar.
        #[pyo3(signature = (day, /, *, about = None, calendar = None))]
        fn at(&self, day: DayArg, about: Option<&str>, calendar: Option<PyRef<'_, PyCalendar>>) -> PyInputsView {
            let calendar = calendar.as_ref().map(|c| &*c.0);
            PyInputsView(match about {
                Some(about) => self.0.about(about, day.0, calendar),
                None => self.0.at(day.0, calendar),
            })
        }
    }
}

document_class! {
    /// The charter of a joint conference, ``shequ.joint-charter/1``.
    PyJointCharter("JointCharter", JointCharter) {
        /// The charter on a day: what it declares, and the quarters that passed whole without a session.
        #[pyo3(signature = (day, /))]
        fn at(&self, day: DayArg) -> PyJointCharterView {
            PyJointCharterView(self.0.at(day.0))
        }

        /// The same with the sessions that an organisation has of its conference, on the day of the snapshot.
        ///
        /// Raises ``OrganisationError`` (``unknown-unit``).
        #[pyo3(signature = (snapshot, /))]
        fn of(&self, snapshot: PyRef<'_, PySnapshot>) -> PyResult<PyJointCharterView> {
            self.0.of(snapshot.view()).map(PyJointCharterView).or_raise()
        }
    }
}

/// How many persons hold posts in both of two units on the day of a snapshot: those who certainly do, and those who may.
#[pyfunction]
#[pyo3(signature = (snapshot, a, b, /))]
pub fn shared_holders(snapshot: PyRef<'_, PySnapshot>, a: &str, b: &str) -> PyResult<(u64, u64)> {
    bodies::shared_holders(snapshot.view(), a, b).or_raise()
}

/// The team of the two committees of an area as counts, without its members.
#[pyfunction]
#[pyo3(signature = (snapshot, area, /))]
pub fn roster_counts(snapshot: PyRef<'_, PySnapshot>, area: &str) -> PyResult<PyRosterCounts> {
    let roster = snapshot.view().joint_roster(area).or_raise()?;
    Ok(PyRosterCounts(bodies::RosterCounts::of(&roster)))
}
