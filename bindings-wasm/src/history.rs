//! The log of an organisation: crosswalks, differences, inferences, and what was known when.

use std::borrow::Cow;
use std::rc::Rc;

use js_sys::{Object, Reflect};
use shequ::kernel::{Document as _, Error, Ratio, Text, Value, WithinDays};
use shequ::organisation::{self, Counts, Event, InferOptions, Rates};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::log::Log;
use crate::organisation::{Organisation, Snapshot};
use crate::plain::{from_js, to_js};
use crate::words::{day, digest, key, language, one};

#[wasm_bindgen]
impl Organisation {
    /// The organisation after many events, all or none; quicker than one by one.
    #[wasm_bindgen(js_name = applyAll)]
    pub fn apply_all(
        &self,
        #[wasm_bindgen(unchecked_param_type = "EventInput[]")] events: Vec<JsValue>,
    ) -> Js<Organisation> {
        let events = events.iter().map(document::argument::<Event>).collect::<Result<Vec<_>, _>>()?;
        self.0.apply_all(&events).or_throw().map(|o| Self(Rc::new(o)))
    }

    /// The entries of its log in the order in which they apply: what happened, and what was corrected.
    #[wasm_bindgen(getter, unchecked_return_type = "EventDocument[]")]
    pub fn entries(&self) -> Js {
        to_js(&self.0.entries().map(|draft| Event::from(draft.clone())).collect::<Vec<_>>())
    }

    /// The organisation as it was known on a day: of its log only the entries recorded by then.
    #[wasm_bindgen(js_name = knownOn)]
    pub fn known_on(&self, known: &str) -> Js<Organisation> {
        Ok(Self(match self.0.known_on(one("known", known)?) {
            Cow::Borrowed(_) => Rc::clone(&self.0),
            Cow::Owned(organisation) => Rc::new(organisation),
        }))
    }

    /// The organisation on a day as it was known on another.
    pub fn view(&self, on: &str, known: &str) -> Js<Snapshot> {
        self.known_on(known)?.at(on)
    }

    /// The organisation after the first so many entries of its log.
    pub fn prefix(&self, entries: usize) -> Organisation {
        Self(Rc::new(self.0.prefix(entries)))
    }

    /// Which part of each unit of one day is which unit of a later one, in shares of a measure, exactly.
    pub fn crosswalk(&self, from: &str, until: &str, measure: &str) -> Js<Crosswalk> {
        self.0.crosswalk(one("from", from)?, one("until", until)?, measure).or_throw().map(Crosswalk)
    }

    /// What differs between two days, each change with the events that did it where they are known.
    pub fn diff(&self, from: &str, until: &str) -> Js<Diff> {
        Ok(Diff(self.0.diff(one("from", from)?, one("until", until)?)))
    }

    /// The units of a day as a snapshot to infer from: each with its key, its name and its code of a scheme.
    pub fn sightings(&self, on: &str, scheme: Option<String>) -> Js<Sightings> {
        Ok(Sightings(self.0.sightings(day(on)?, scheme.as_deref())))
    }

    /// Its entries as a hash chain: each holds the digest of its event. Entries without a day of recording stand on `opened`.
    pub fn log(&self, name: &str, actor: &str, opened: &str) -> Js<Log> {
        self.0.log(key("key", name)?, key("actor", actor)?, one("opened", opened)?).or_throw().map(Log)
    }

    /// Compares its entries with a log: how many, from the first, are those of the log.
    #[wasm_bindgen(js_name = checkLog, unchecked_return_type = "LogCheck")]
    pub fn check_log(&self, log: &Log, #[wasm_bindgen(js_name = "knownHead")] known_head: Option<String>) -> Js {
        to_js(&self.0.check_log(&log.0, digest("knownHead", known_head.as_deref())?.as_ref()).or_throw()?)
    }

    /// Reads an organisation beside its log, either of which may have been cut off or altered: the organisation as of the
    /// good entries, and what was found.
    #[wasm_bindgen(js_name = parseLogged, unchecked_return_type = "{ organisation: Organisation; check: LogCheck }")]
    pub fn parse_logged(
        text: &str,
        log: &str,
        #[wasm_bindgen(js_name = "knownHead")] known_head: Option<String>,
    ) -> Js {
        let known = digest("knownHead", known_head.as_deref())?;
        let logged = organisation::Organisation::parse_logged(text, log, known.as_ref()).or_throw()?;
        let found = Object::new();
        Reflect::set(&found, &"organisation".into(), &Self(Rc::new(logged.organisation)).into())?;
        Reflect::set(&found, &"check".into(), &to_js(&logged.check)?)?;
        Ok(found.into())
    }
}

answer! {
    /// Which part of each unit of one day is which unit of another (新旧区划对照).
    Crosswalk(organisation::Crosswalk) as "CrosswalkData" {
        /// The day of the rows.
        from "from": "string",
        /// The day of the columns.
        until "until": "string",
        /// The measure of the shares.
        measure "measure": "string",
        /// The rows of units that events changed; the shares of a row add up to one.
        cells "cells": "CrosswalkCell[]",
        /// Units of both days to which nothing happened.
        unchanged "unchanged": "string[]",
        /// Units of the other day into which nothing came.
        begun "begun": "string[]",
        /// The events between that moved something.
        steps "steps": "LineageStep[]",
        /// Events whose bounds hold the first or the other day; read as on the last day that they can be.
        uncertain "uncertain": "LineageStep[]",
    }
}

fn argument(value: &JsValue, root: &str) -> Js<Value> {
    from_js(value).map_err(|error| error.under(root)).or_throw()
}

#[wasm_bindgen]
impl Crosswalk {
    /// This crosswalk and then another that begins on the day on which this one ends: their product.
    ///
    /// It is not called `then`, which would make it look like a promise.
    pub fn times(&self, next: &Crosswalk) -> Js<Crosswalk> {
        self.0.then(&next.0).or_throw().map(Self)
    }

    /// Counts of units of the first day as counts of the units of the other day; their sum stays the same, exactly.
    ///
    /// Counts stand by unit, or in rows with `unit` and `count`; `of` names the measure that was counted, where it is
    /// another than that of the shares.
    pub fn reexpress(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, string | number | bigint> | UnitCount[]")]
        counts: JsValue,
        of: Option<String>,
    ) -> Js<Reexpressed> {
        let counts = Counts::from_plain(argument(&counts, Counts::ROOT)?).or_throw()?;
        let found = self.0.reexpress(counts.rows(), of.as_deref()).map_err(|e| e.under("counts.rows"));
        found.or_throw().map(Reexpressed)
    }

    /// Rates or means of units, each by numerator and denominator, as those of the units of the other day.
    #[wasm_bindgen(js_name = reexpressRates)]
    pub fn reexpress_rates(
        &self,
        #[wasm_bindgen(unchecked_param_type = "UnitRate[]")] rates: JsValue,
    ) -> Js<ReexpressedRates> {
        let rates = Rates::from_plain(argument(&rates, Rates::ROOT)?).or_throw()?;
        let found = self.0.reexpress_rates(rates.rows()).map_err(|e| e.under("rates.rows"));
        found.or_throw().map(ReexpressedRates)
    }

    /// Every row of the matrix, those of units that did not change too: from, to, share, inferred.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.0.table().or_throw()?)
    }
}

answer! {
    /// Counts of the units of one day as counts of the units of another.
    Reexpressed(shequ::wire::organisation::Reexpressed) as "ReexpressedData" {
        /// The day of the counts.
        from "from": "string",
        /// The day of the units.
        until "until": "string",
        /// The counts by unit of the other day.
        values "values": "UnitValue[]",
        /// The counts of what ended without a successor, by unit of the first day.
        ended "ended": "UnitValue[]",
        /// The sum of what was given: that of `values` and `ended`.
        total "total": "string",
    }
}

answer! {
    /// Rates or means of the units of one day as those of the units of another.
    ReexpressedRates(shequ::wire::organisation::ReexpressedRates) as "ReexpressedRatesData" {
        /// The day of the rates.
        from "from": "string",
        /// The day of the units.
        until "until": "string",
        /// The rates by unit of the other day.
        values "values": "RateValue[]",
    }
}

answer! {
    /// What differs between two days (两日差异).
    Diff(shequ::wire::organisation::Diff) as "DiffData" {
        /// The first day.
        from "from": "string",
        /// The other day.
        until "until": "string",
        /// How many units changed in which way.
        counts "counts": "DiffCounts",
        /// The units that changed, in the order of their keys.
        units "units": "UnitChange[]",
    }
}

#[wasm_bindgen]
impl Diff {
    /// The difference the other way round.
    pub fn inverse(&self) -> Diff {
        Self(self.0.inverse())
    }

    /// One row for each change: change, key, before, after, event, day, instrument, inferred.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}

/// The units of a snapshot that no document links to another, `shequ.sightings/1`.
#[wasm_bindgen]
pub struct Sightings(organisation::Sightings);

document::document!(Sightings, "SightingsDocument");

#[wasm_bindgen]
impl Sightings {
    /// How many units there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// Which of these units are likely those of a later snapshot, each match with a stated confidence and its evidence.
    ///
    /// Nothing of it enters an organisation by itself.
    pub fn infer(
        &self,
        after: &Sightings,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<InferOptions>")] options: JsValue,
    ) -> Js<Inference> {
        let options = if options.is_undefined() { InferOptions::default() } else { document::argument(&options)? };
        organisation::infer(&self.0, &after.0, &options).or_throw().map(Inference)
    }
}

answer! {
    /// Which units of two undocumented snapshots are likely the same (推断的沿革).
    Inference(shequ::wire::organisation::Inference) as "InferenceData" {
        /// Units with another code, in the order of their first codes.
        matches "matches": "Match[]",
        /// Codes of the first snapshot without a match.
        dropped "dropped": "string[]",
        /// Codes of the other snapshot without a match.
        added "added": "string[]",
        /// How many codes of both snapshots have the same name.
        unchanged "unchanged": "number",
        /// Codes of both snapshots whose names differ.
        renamed "renamed": "string[]",
    }
}

#[wasm_bindgen]
impl Inference {
    /// The matches from a confidence on as entries for `Organisation.applyAll`, all marked as inferred.
    #[wasm_bindgen(unchecked_return_type = "EventDocument[]")]
    pub fn events(
        &self,
        on: &str,
        #[wasm_bindgen(js_name = "atLeast")] at_least: Option<String>,
        source: Option<String>,
    ) -> Js {
        let on: WithinDays = on.parse().map_err(|e: Error| e.under("day")).or_throw()?;
        let least = match &at_least {
            Some(text) => one("atLeast", text)?,
            None => Ratio::ZERO,
        };
        to_js(&self.0.events(on, &least, source.map(Text::same).as_ref()).or_throw()?)
    }

    /// One row a match.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "Lang")] lang: JsValue) -> Js {
        to_js(&self.0.table(language(&lang).or_throw()?).or_throw()?)
    }
}
