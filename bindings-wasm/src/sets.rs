//! Indicator sets for kinds of units and for days.

use shequ::evaluation;
use wasm_bindgen::prelude::*;

use crate::batches::table;
use crate::document::document;
use crate::evaluation::Scorecard;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::Snapshot;
use crate::plain::to_js;
use crate::words::day;

/// Schemes with the kinds of units and the days they are for (考核转变), `shequ.scheme-sets/1`.
#[wasm_bindgen]
pub struct SchemeSets(evaluation::SchemeSets);

document!(SchemeSets, "SchemeSetsDocument");

#[wasm_bindgen]
impl SchemeSets {
    /// What they are called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The keys of the sets in the order of the document.
    #[wasm_bindgen(getter)]
    pub fn sets(&self) -> Vec<String> {
        self.0.sets().map(|(key, _)| key.to_string()).collect()
    }

    /// Evaluates each unit by the set of its kind on a day.
    ///
    /// The rows are those of every set together, with a column `kind` where sets are for kinds, and, where units are evaluated as
    /// of different days, a column `day`, which goes before the day given here.
    pub fn evaluate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
        on: &str,
    ) -> Js<SetCards> {
        let table = table(&rows).map_err(|e| e.under("table")).or_throw()?;
        self.0.evaluate(&table, day(on)?).or_throw().map(SetCards)
    }

    /// The same, where the kind of a unit is that which it has in an organisation on the day.
    #[wasm_bindgen(js_name = evaluateIn)]
    pub fn evaluate_in(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
        snapshot: &Snapshot,
    ) -> Js<SetCards> {
        let table = table(&rows).map_err(|e| e.under("table")).or_throw()?;
        self.0.evaluate_in(&table, snapshot.view()).or_throw().map(SetCards)
    }
}

/// What an evaluation by sets found: a scorecard for each set.
#[wasm_bindgen]
pub struct SetCards(evaluation::SetCards);

#[wasm_bindgen]
impl SetCards {
    /// The units of a set, scored; nothing where there is no such set.
    pub fn card(&self, set: &str) -> Option<Scorecard> {
        let found = self.0.cards().iter().find(|card| card.key().as_str() == set);
        found.map(|card| Scorecard(card.card().clone()))
    }

    /// The columns that hold values of units whose set does not read them: values that count for nothing.
    #[wasm_bindgen(getter, unchecked_return_type = "UnreadColumn[]")]
    pub fn unread(&self) -> Js {
        to_js(&self.0.unread())
    }

    /// What the evaluation says of a unit, and by which set.
    #[wasm_bindgen(unchecked_return_type = "SetScore")]
    pub fn score(&self, unit: &str) -> Js {
        to_js(&self.0.score(unit).or_throw()?)
    }

    /// The same of every unit, in the order of the rows.
    #[wasm_bindgen(unchecked_return_type = "SetScore[]")]
    pub fn scores(&self) -> Js {
        to_js(&self.0)
    }

    /// Why a unit has its total, and by which set.
    pub fn explain(&self, unit: &str) -> Js<Explanation> {
        self.0.explain(unit).or_throw().map(Explanation)
    }

    /// The digest of the scorecards of all sets.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// What `JSON.stringify` writes: what it says of every unit.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "SetScore[]")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}
