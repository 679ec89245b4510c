//! Meetings: how they were called, who attended, what was voted on; their results and records.

use js_sys::{Object, Reflect};
use shequ::kernel::{Document as _, Salt, Value};
use shequ::participation::{Facts, Units, meeting};
use shequ::wire::participation::UnitDraft;
use wasm_bindgen::prelude::*;

use crate::calendar::Calendar;
use crate::document::{self, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::{Packs, Rules};
use crate::plain::{from_js, to_js};
use crate::timeline::Timeline;
use crate::words::language;

/// A meeting, `shequ.meeting/1`: how it was called, who attended, what was voted on.
#[wasm_bindgen]
pub struct Meeting(meeting::Meeting);

document!(Meeting, "MeetingDocument");

#[wasm_bindgen]
impl Meeting {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_string()
    }

    /// What it is.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// The day on which it was held.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> String {
        self.0.day().to_string()
    }

    /// The digest of the meeting with its salt.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// What it decided, by the rules of its day.
    ///
    /// Throws `ShequError`: `unknown-clause`, `unknown-question`, `facts-of-another-day`, `units-not-allowed`.
    pub fn result(&self, rules: &Rules) -> Js<MeetingResult> {
        self.0.result(&rules.0).or_throw().map(MeetingResult)
    }

    /// The deadlines that its rules name, as a timeline with its days, and the clauses that bound nothing on the day.
    ///
    /// Throws `ShequError`: `procedure-without-steps` where no rule names a deadline.
    #[wasm_bindgen(unchecked_return_type = "{ timeline: Timeline; gaps: UndecidedClause[] }")]
    pub fn timeline(&self, rules: &Rules) -> Js {
        let (timeline, gaps) = self.0.timeline(&rules.0).or_throw()?;
        let found = Object::new();
        Reflect::set(&found, &"timeline".into(), &Timeline(timeline).into())?;
        Reflect::set(&found, &"gaps".into(), &to_js(&gaps)?)?;
        Ok(found.into())
    }

    /// One unit of a roll-call, shown to be in its commitment; `amendment` is left out for the vote on the motion.
    ///
    /// Throws `ShequError`: `vote-without-roll-call`, `unit-not-committed`.
    #[wasm_bindgen(js_name = openUnit, unchecked_return_type = "OpeningDocument")]
    pub fn open_unit(&self, item: &str, unit: &str, amendment: Option<String>) -> Js {
        to_js(&self.0.open_unit(item, amendment.as_deref(), unit).or_throw()?)
    }

    /// What a record holds of it: no unit, no proxy, no salt.
    #[wasm_bindgen(unchecked_return_type = "MeetingDraft")]
    pub fn public(&self) -> Js {
        to_js(self.0.public())
    }
}

/// What a meeting decided.
#[wasm_bindgen]
pub struct MeetingResult(meeting::MeetingResult);

#[wasm_bindgen]
impl MeetingResult {
    /// Whether the meeting could decide.
    #[wasm_bindgen(getter, unchecked_return_type = "Status")]
    pub fn status(&self) -> Js {
        to_js(&self.0.view().status)
    }

    /// What is asked of the meeting as a whole.
    #[wasm_bindgen(getter, unchecked_return_type = "MeetingCheck[]")]
    pub fn checks(&self) -> Js {
        to_js(&self.0.view().checks)
    }

    /// What was not checked, because the rules name no clause for it.
    #[wasm_bindgen(getter)]
    pub fn unchecked(&self) -> Vec<String> {
        self.0.view().unchecked.clone()
    }

    /// Each item of the agenda.
    #[wasm_bindgen(getter, unchecked_return_type = "AgendaItemView[]")]
    pub fn items(&self) -> Js {
        to_js(&self.0.view().items)
    }

    /// What is asked after the meeting; it voids nothing.
    #[wasm_bindgen(getter, unchecked_return_type = "MeetingCheck[]")]
    pub fn after(&self) -> Js {
        to_js(&self.0.view().after)
    }

    /// What voids the whole meeting.
    #[wasm_bindgen(getter, js_name = voidBy, unchecked_return_type = "VoidView[]")]
    pub fn void_by(&self) -> Js {
        to_js(&self.0.view().void)
    }

    /// The least facts that are still needed, by their paths in the document.
    #[wasm_bindgen(getter)]
    pub fn missing(&self) -> Vec<String> {
        self.0.view().missing.clone()
    }

    /// Why: each check and each vote with its clauses, both sides exactly and how close it was.
    pub fn explain(&self) -> Explanation {
        Explanation(self.0.explain())
    }

    /// The minutes as text.
    pub fn minutes(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js<String> {
        Ok(self.0.minutes(language(&lang).or_throw()?))
    }

    /// The record of the meeting: whoever has it and the packs can evaluate it again.
    ///
    /// Throws `ShequError`: `sensitive-not-recorded`.
    pub fn record(&self) -> Js<MeetingRecord> {
        self.0.record().or_throw().map(MeetingRecord)
    }

    /// What `JSON.stringify` writes: the plain form.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "MeetingView")]
    pub fn to_json(&self) -> Js {
        to_js(self.0.view())
    }
}

/// The record of a meeting, `shequ.meeting-record/1`.
#[wasm_bindgen]
pub struct MeetingRecord(meeting::MeetingRecord);

document!(MeetingRecord, "MeetingRecordDocument");

#[wasm_bindgen]
impl MeetingRecord {
    /// The digest over the whole record.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// Evaluates the meeting again by packs alone, and says what differs.
    #[wasm_bindgen(unchecked_return_type = "Verification")]
    pub fn verify(&self, packs: &Packs) -> Js {
        to_js(&meeting::verify_meeting(&self.0, &packs.0, None).or_throw()?)
    }

    /// The same with a calendar of working days, where a clause counts them.
    #[wasm_bindgen(js_name = verifyWith, unchecked_return_type = "Verification")]
    pub fn verify_with(&self, packs: &Packs, calendar: &Calendar) -> Js {
        to_js(&meeting::verify_meeting(&self.0, &packs.0, Some(&calendar.0)).or_throw()?)
    }

    /// Whether a unit was in the roll-call on an item with the vote that the opening shows.
    ///
    /// Throws `ShequError`: `vote-without-roll-call`.
    #[wasm_bindgen(js_name = verifyOpening)]
    pub fn verify_opening(
        &self,
        item: &str,
        #[wasm_bindgen(unchecked_param_type = "OpeningDocument")] opening: JsValue,
        amendment: Option<String>,
    ) -> Js<bool> {
        self.0.verify_opening(item, amendment.as_deref(), &document::from(&opening)?).or_throw()
    }

    /// Whether it is the record of this meeting, units and proxies included.
    #[wasm_bindgen(js_name = isOf)]
    pub fn is_of(&self, meeting: &Meeting) -> Js<bool> {
        self.0.is_of(&meeting.0).or_throw()
    }

    /// The document, its format first.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "MeetingRecordDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

/// The units of a list, which is checked as that of facts.
fn units_of(units: &JsValue) -> Js<Vec<UnitDraft>> {
    let units = from_js(units).map_err(|e| e.under("facts.units")).or_throw()?;
    let facts = Value::Map(vec![("format".to_owned(), Facts::FORMAT.into()), ("units".to_owned(), units)]);
    Ok(Facts::from_value(facts).or_throw()?.units().map(Units::drafts).unwrap_or_default())
}

fn salt_of(salt: &str) -> Js<Salt> {
    salt.parse::<Salt>().map_err(|e| e.under("salt")).or_throw()
}

/// The salted commitment to a list of units: it tells how many there are and nothing of any.
///
/// `salt` is a secret of 16 bytes or more in hexadecimal digits; `context` tells lists apart that share a salt. Throws `ShequError`
/// for a list that cannot be, or a salt that is too short.
#[wasm_bindgen(js_name = commitUnits, unchecked_return_type = "UnitCommitment")]
pub fn commit_units(
    #[wasm_bindgen(unchecked_param_type = "UnitDraft[]")] units: JsValue,
    salt: &str,
    context: &str,
) -> Js {
    to_js(&meeting::commit_units(&units_of(&units)?, &salt_of(salt)?, context).or_throw()?)
}

/// Opens such a commitment for one unit, by its key.
///
/// Throws `ShequError`: `unit-not-committed`, and as `commitUnits`.
#[wasm_bindgen(js_name = openUnit, unchecked_return_type = "OpeningDocument")]
pub fn open_unit(
    #[wasm_bindgen(unchecked_param_type = "UnitDraft[]")] units: JsValue,
    salt: &str,
    context: &str,
    unit: &str,
) -> Js {
    to_js(&meeting::open_unit(&units_of(&units)?, &salt_of(salt)?, context, unit).or_throw()?)
}

/// Whether a unit stood in the list of a commitment with the vote that the opening shows.
#[wasm_bindgen(js_name = verifyOpening)]
pub fn verify_opening(
    #[wasm_bindgen(unchecked_param_type = "UnitCommitment")] committed: JsValue,
    #[wasm_bindgen(unchecked_param_type = "OpeningDocument")] opening: JsValue,
) -> Js<bool> {
    let committed: meeting::UnitCommitment = document::argument(&committed)?;
    meeting::verify_opening(&committed, &document::from(&opening)?).or_throw()
}
