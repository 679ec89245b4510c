//! Bodies: composition, layers, rosters as counts, consultation, inputs, joint charters.

use shequ::participation::bodies;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::calendar::Calendar;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::Snapshot;
use crate::pack::Rules;
use crate::plain::to_js;
use crate::registers::Duties;
use crate::words::day;

/// A body and how it is composed, `shequ.body/1`. Members are counted and not listed.
#[wasm_bindgen]
pub struct Body(bodies::Body);

document!(Body, "BodyDocument");

#[wasm_bindgen]
impl Body {
    /// Whether it is composed as it must be, by the rules of a day.
    ///
    /// Throws `ShequError`: `unknown-question`, `unknown-clause` and the faults of the body.
    pub fn at(&self, rules: &Rules) -> Js<BodyView> {
        self.0.at(&rules.0).or_throw().map(BodyView)
    }
}

answer! {
    /// Whether a body is composed as it must be.
    BodyView(bodies::BodyView) as "BodyViewData" {
        /// Met if every check is.
        status "status": "Status",
        /// Whether its outcome advises and does not bind.
        advisory "advisory": "boolean",
        /// Each check.
        checks "checks": "BodyCheck[]",
        /// The facts that are still needed, by path.
        missing "missing": "string[]",
        /// What a reader must know beside the answer.
        cautions "cautions": "Caution[]",
    }
}

/// The layers of a community with their duties, `shequ.layers/1`.
#[wasm_bindgen]
pub struct Layers(bodies::Layers);

document!(Layers, "LayersDocument");

#[wasm_bindgen]
impl Layers {
    /// What the three layers do in the organisation of Licheng district: a template to change.
    pub fn template() -> Js<Layers> {
        bodies::Layers::template().or_throw().map(Self)
    }

    /// Whether every community within a unit, or each of all, has every layer, and a body in it for every duty.
    ///
    /// Throws `ShequError`: `layers-unknown-tier`, `unknown-unit`.
    pub fn at(&self, snapshot: &Snapshot, duties: &Duties, within: Option<String>) -> Js<LayersView> {
        self.0.at(snapshot.view(), &duties.0, within.as_deref()).or_throw().map(LayersView)
    }
}

answer! {
    /// The layers of all communities of an area, and whether they are complete.
    LayersView(bodies::LayersView) as "LayersViewData" {
        /// Communities whose layers and duties are complete, of all.
        complete "complete": "string | null",
        /// The communities, by their keys.
        rows "rows": "LayersRow[]",
    }
}

/// A body of consultation and what it advised, `shequ.consultations/1`.
#[wasm_bindgen]
pub struct Consultations(bodies::Consultations);

document!(Consultations, "ConsultationsDocument");

#[wasm_bindgen]
impl Consultations {
    /// What came of the advice by a day, and which answers are overdue. Working days need `atWith`.
    pub fn at(&self, on: &str) -> Js<ConsultationView> {
        Ok(ConsultationView(self.0.at(day(on)?, None)))
    }

    /// The same with a calendar of working days.
    #[wasm_bindgen(js_name = atWith)]
    pub fn at_with(&self, on: &str, calendar: &Calendar) -> Js<ConsultationView> {
        Ok(ConsultationView(self.0.at(day(on)?, Some(&calendar.0))))
    }
}

answer! {
    /// What a body of consultation advised, and what came of it, on a day.
    ConsultationView(bodies::ConsultationView) as "ConsultationViewData" {
        /// Always: its outcome advises and does not bind.
        advisory "advisory": "boolean",
        /// Met if nothing is overdue or late; unknown while a due day is.
        status "status": "Status",
        /// The answers.
        answers "answers": "AnswerCounts",
        /// What is overdue, the longest first.
        overdue "overdue": "OverdueAnswer[]",
    }
}

/// A register of inputs with the duty to answer them, `shequ.inputs/1`. Nobody is named in it.
#[wasm_bindgen]
pub struct Inputs(bodies::Inputs);

document!(Inputs, "InputsDocument");

#[wasm_bindgen]
impl Inputs {
    /// The register on a day. Working days need `atWith`.
    pub fn at(&self, on: &str) -> Js<InputsView> {
        Ok(InputsView(self.0.at(day(on)?, None)))
    }

    /// The same with a calendar of working days.
    #[wasm_bindgen(js_name = atWith)]
    pub fn at_with(&self, on: &str, calendar: &Calendar) -> Js<InputsView> {
        Ok(InputsView(self.0.at(day(on)?, Some(&calendar.0))))
    }

    /// What is about one thing, a plan say.
    pub fn about(&self, about: &str, on: &str) -> Js<InputsView> {
        Ok(InputsView(self.0.about(about, day(on)?, None)))
    }
}

answer! {
    /// A register of inputs on a day.
    InputsView(bodies::InputsView) as "InputsViewData" {
        /// Met if nothing is overdue or late; unknown while a due day is.
        status "status": "Status",
        /// The answers.
        answers "answers": "AnswerCounts",
        /// By kind, with whose voices they are.
        kinds "kinds": "VoiceCount[]",
        /// Residents' voices of all voices.
        residents "residents": "string | null",
        /// What is overdue, the longest first.
        overdue "overdue": "OverdueAnswer[]",
    }
}

/// The charter of a joint conference, `shequ.joint-charter/1`.
#[wasm_bindgen]
pub struct JointCharter(bodies::JointCharter);

document!(JointCharter, "JointCharterDocument");

#[wasm_bindgen]
impl JointCharter {
    /// The charter on a day: what it declares, and the quarters that passed whole without a session.
    pub fn at(&self, on: &str) -> Js<JointCharterView> {
        Ok(JointCharterView(self.0.at(day(on)?)))
    }

    /// The same with the sessions that an organisation has of its conference, on the day of the snapshot.
    ///
    /// Throws `ShequError`: `unknown-unit`.
    pub fn of(&self, snapshot: &Snapshot) -> Js<JointCharterView> {
        self.0.of(snapshot.view()).or_throw().map(JointCharterView)
    }
}

answer! {
    /// A charter on a day: whether it is complete, and whether the conference keeps to its cadence.
    JointCharterView(bodies::JointCharterView) as "JointCharterViewData" {
        /// Whether it is complete and kept to.
        status "status": "Status",
        /// The principles and goals, each with its answer.
        fields "fields": "CharterField[]",
        /// How often it met by the day while the charter held.
        sessions "sessions": "number",
        /// The quarters that passed whole without a session, such as `2024-Q3`.
        missed "missed": "string[]",
        /// The last day on which the next session keeps to the charter.
        due "due": "string | null",
    }
}

answer! {
    /// The team of the two committees as counts, without its members.
    RosterCounts(bodies::RosterCounts) as "RosterCountsData" {
        /// Places in their posts.
        places "places": "number",
        /// Holdings; somebody in two posts counts twice.
        holdings "holdings": "number",
        /// Heads.
        heads "heads": "number",
        /// Places that nobody certainly holds.
        vacant "vacant": "number",
        /// Heads in both committees.
        cross "cross": "number",
    }
}

/// The team of the two committees of an area as counts, without its members.
///
/// Throws `ShequError`: `unknown-unit`.
#[wasm_bindgen(js_name = rosterCounts)]
pub fn roster_counts(snapshot: &Snapshot, area: &str) -> Js<RosterCounts> {
    let roster = snapshot.view().joint_roster(area).or_throw()?;
    Ok(RosterCounts(bodies::RosterCounts::of(&roster)))
}

/// How many persons hold posts in both of two units: those who certainly do, and those who may.
///
/// Throws `ShequError`: `unknown-unit`.
#[wasm_bindgen(js_name = sharedHolders, unchecked_return_type = "[number, number]")]
pub fn shared_holders(snapshot: &Snapshot, a: &str, b: &str) -> Js {
    to_js(&bodies::shared_holders(snapshot.view(), a, b).or_throw()?)
}
