//! Time: procedures with their deadlines, what is due on a day, and calendars of it.

use js_sys::{Object, Reflect};
use shequ::kernel::written;
use shequ::participation::timeline::{self, RestDays, TimeDirection, TimeUnit, count_from as count};
use wasm_bindgen::prelude::*;

use crate::calendar::Calendar;
use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::pack::Rules;
use crate::plain::to_js;
use crate::words::{choice, day, language};

const REST_DAYS: [(&str, RestDays); 2] = [("roll", RestDays::Roll), ("stand", RestDays::Stand)];
const DIRECTIONS: [(&str, TimeDirection); 2] = [("before", TimeDirection::Before), ("after", TimeDirection::After)];
const UNITS: [(&str, TimeUnit); 6] = [
    ("day", TimeUnit::Day),
    ("clear-day", TimeUnit::ClearDay),
    ("working-day", TimeUnit::WorkingDay),
    ("week", TimeUnit::Week),
    ("month", TimeUnit::Month),
    ("year", TimeUnit::Year),
];

/// The last day on which something is in time: within so much time after a day, or at least so much before it.
///
/// The day of the event is not counted (Civil Code of China, art. 201); months and years end on the corresponding day, or on the
/// last of the month (art. 202); with `"roll"` a time after an event whose last day is a day off ends on the next working day
/// (art. 203).
///
/// Throws `ShequError`: `calendar-year-without-data` where a year is needed that the calendar does not have, `unknown-choice`.
#[wasm_bindgen(js_name = countFrom, unchecked_return_type = "CountedDay")]
pub fn count_from(
    from: &str,
    n: u32,
    #[wasm_bindgen(unchecked_param_type = "TimeUnit")] unit: &str,
    #[wasm_bindgen(unchecked_param_type = "TimeDirection")] direction: &str,
    #[wasm_bindgen(js_name = restDays, unchecked_param_type = "RestDays")] rest_days: &str,
    calendar: &Calendar,
) -> Js {
    let unit = choice("unit", &unit.into(), &UNITS).or_throw()?;
    let direction = choice("direction", &direction.into(), &DIRECTIONS).or_throw()?;
    let rest = choice("restDays", &rest_days.into(), &REST_DAYS).or_throw()?;
    to_js(&count(day(from)?, n, unit, direction, rest, &calendar.0).or_throw()?)
}

/// A procedure (程序), `shequ.procedure/1`: steps, from which step each is counted, and what follows if one is missed.
#[wasm_bindgen]
pub struct Procedure(timeline::Procedure);

document!(Procedure, "ProcedureDocument");

#[wasm_bindgen]
impl Procedure {
    /// The procedure of a clause on the day of the rules, and the clauses that bound nothing then.
    ///
    /// `restDays` says what becomes of a last day that is a day off where the law is silent. Throws `ShequError`:
    /// `procedure-not-known` where the clause is no procedure or decides nothing on the day, `unknown-clause`.
    #[wasm_bindgen(js_name = ofClause, unchecked_return_type = "{ procedure: Procedure; gaps: UndecidedClause[] }")]
    pub fn of_clause(
        rules: &Rules,
        clause: &str,
        #[wasm_bindgen(js_name = restDays, unchecked_param_type = "RestDays")] rest_days: &str,
    ) -> Js {
        let rest = choice("restDays", &rest_days.into(), &REST_DAYS).or_throw()?;
        let (procedure, gaps) = timeline::Procedure::of_clause(&rules.0, clause, rest).or_throw()?;
        let found = Object::new();
        Reflect::set(&found, &"procedure".into(), &Self(procedure).into())?;
        Reflect::set(&found, &"gaps".into(), &to_js(&gaps)?)?;
        Ok(found.into())
    }

    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_owned()
    }

    /// What is done by it.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// What a reader must know of the clauses that bound its steps, on the day of the rules: `undated`, `excerpt`, `secondary`,
    /// `law-changed`.
    ///
    /// Throws `ShequError`: `unknown-clause`.
    #[wasm_bindgen(unchecked_return_type = "Caution[]")]
    pub fn cautions(&self, rules: &Rules) -> Js {
        to_js(&self.0.cautions(&rules.0).or_throw()?)
    }

    /// The keys of its steps, in their order.
    #[wasm_bindgen(getter)]
    pub fn steps(&self) -> Vec<String> {
        self.0.draft().steps.iter().map(|step| step.key.to_string()).collect()
    }

    /// The document, its format first.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "ProcedureDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&written::<timeline::Procedure>(self.0.draft()).or_throw()?)
    }
}

/// A run of a procedure, `shequ.timeline/1`: the days on which steps were done, and for which they are planned.
///
/// `procedure` may be a `Procedure`.
#[wasm_bindgen]
pub struct Timeline(pub(crate) timeline::Timeline);

document!(Timeline, "TimelineInput");

#[wasm_bindgen]
impl Timeline {
    /// Its name.
    #[wasm_bindgen(getter)]
    pub fn id(&self) -> String {
        self.0.id().to_string()
    }

    /// Its procedure.
    #[wasm_bindgen(getter)]
    pub fn procedure(&self) -> Procedure {
        Procedure(self.0.procedure().clone())
    }

    /// Every step as it stands on a day, in the order of the procedure.
    ///
    /// Throws `ShequError`: `calendar-year-without-data` where a deadline needs a year that the calendar does not have.
    #[wasm_bindgen(unchecked_return_type = "StepView[]")]
    pub fn at(&self, on: &str, calendar: &Calendar) -> Js {
        to_js(&self.0.at(day(on)?, &calendar.0).or_throw()?)
    }

    /// What is to be done, as seen on a day: what is overdue first, then what is due, by its last day.
    #[wasm_bindgen(js_name = nextSteps, unchecked_return_type = "StepView[]")]
    pub fn next_steps(&self, on: &str, calendar: &Calendar) -> Js {
        to_js(&self.0.next_steps(day(on)?, &calendar.0).or_throw()?)
    }

    /// What should have been done before a day and was not, each with its consequence; the longest overdue first.
    #[wasm_bindgen(unchecked_return_type = "StepView[]")]
    pub fn overdue(&self, on: &str, calendar: &Calendar) -> Js {
        to_js(&self.0.overdue(day(on)?, &calendar.0).or_throw()?)
    }

    /// Why each step stands as it does: how its days were counted, and by which clause.
    pub fn explain(&self, on: &str, calendar: &Calendar) -> Js<Explanation> {
        self.0.explain(day(on)?, &calendar.0, None).or_throw().map(Explanation)
    }

    /// The same, with the articles of the clauses as packs have them on a day.
    #[wasm_bindgen(js_name = explainBy)]
    pub fn explain_by(&self, on: &str, calendar: &Calendar, rules: &Rules) -> Js<Explanation> {
        self.0.explain(day(on)?, &calendar.0, Some(&rules.0)).or_throw().map(Explanation)
    }

    /// The steps that are still to be done as an iCalendar file (RFC 5545), one event a step.
    ///
    /// The day is that on which the file is made; the same timeline gives the same `UID`, so that a calendar updates its events.
    pub fn icalendar(
        &self,
        on: &str,
        calendar: &Calendar,
        #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue,
    ) -> Js<String> {
        self.0.icalendar(day(on)?, &calendar.0, language(&lang).or_throw()?).or_throw()
    }

    /// The document, its format first.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "TimelineDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&written::<timeline::Timeline>(self.0.draft()).or_throw()?)
    }
}
