//! The calendar of working days, make-up days (调休) included.

use shequ::kernel::{self, DayKind};
use wasm_bindgen::prelude::*;

use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::words::{day, one};

/// A calendar of working days, `shequ.calendar/1`; days are texts such as `"2026-01-01"`.
#[wasm_bindgen]
pub struct Calendar(pub(crate) kernel::Calendar);

document!(Calendar, "CalendarDocument");

#[wasm_bindgen]
impl Calendar {
    /// The calendar of China that ships: holidays and make-up days as the State Council announced them.
    pub fn cn() -> Calendar {
        Self(kernel::Calendar::cn().clone())
    }

    /// Its key.
    #[wasm_bindgen(getter)]
    pub fn key(&self) -> String {
        self.0.key().to_string()
    }

    /// Its name.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// The first and the last year that it has data for.
    #[wasm_bindgen(getter, unchecked_return_type = "[number, number]")]
    pub fn years(&self) -> Js {
        to_js(&self.0.years())
    }

    /// Whether people work on a day.
    #[wasm_bindgen(js_name = isWorking)]
    pub fn is_working(&self, on: &str) -> Js<bool> {
        self.0.is_working(day(on)?).or_throw()
    }

    /// What a day is.
    #[wasm_bindgen(unchecked_return_type = "\"working\" | \"weekend\" | \"holiday\" | \"make-up\"")]
    pub fn kind(&self, on: &str) -> Js<String> {
        let kind = self.0.kind(day(on)?).or_throw()?;
        Ok(match kind {
            DayKind::Working => "working",
            DayKind::Weekend => "weekend",
            DayKind::Holiday(_) => "holiday",
            DayKind::MakeUp(_) => "make-up",
        }
        .to_owned())
    }

    /// The holiday that a day is off for, if it is.
    #[wasm_bindgen(unchecked_return_type = "Text | null")]
    pub fn holiday(&self, on: &str) -> Js {
        to_js(&self.0.holiday(day(on)?).or_throw()?)
    }

    /// The day itself if it is worked, else the next that is: where a time limit ends (Civil Code, art. 203).
    #[wasm_bindgen(js_name = onOrAfter)]
    pub fn on_or_after(&self, on: &str) -> Js<String> {
        self.0.on_or_after(day(on)?).or_throw().map(|d| d.to_string())
    }

    /// The first working day after a day.
    #[wasm_bindgen(js_name = nextWorking)]
    pub fn next_working(&self, on: &str) -> Js<String> {
        self.0.next_working(day(on)?).or_throw().map(|d| d.to_string())
    }

    /// The n-th working day after a day, or before it for a negative number; the day itself for zero.
    #[wasm_bindgen(js_name = addWorkingDays)]
    pub fn add_working_days(&self, on: &str, days: i32) -> Js<String> {
        self.0.add_working_days(day(on)?, days).or_throw().map(|d| d.to_string())
    }

    /// The working days from a day until another, that one left out; negative where it is earlier.
    #[wasm_bindgen(js_name = workingDaysBetween)]
    pub fn working_days_between(&self, from: &str, until: &str) -> Js<i32> {
        self.0.working_days_between(one("from", from)?, one("until", until)?).or_throw()
    }

    /// The digest of which days from a day until another, that one left out, are worked: the same of two calendars that count alike
    /// there.
    pub fn digest(&self, from: &str, until: &str) -> Js<String> {
        self.0.digest(one("from", from)?, one("until", until)?).or_throw().map(|digest| digest.to_string())
    }

    /// Why a day is worked or not.
    pub fn explain(&self, on: &str) -> Js<Explanation> {
        self.0.explain(day(on)?).or_throw().map(Explanation)
    }
}
