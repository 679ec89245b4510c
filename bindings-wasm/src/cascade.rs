//! Cascades: evaluations of several layers.

use shequ::evaluation;
use shequ::kernel::{DocumentError, Error};
use shequ::wire::Table;
use wasm_bindgen::prelude::*;

use crate::batches::table;
use crate::document::document;
use crate::evaluation::Scorecard;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::Snapshot;
use crate::plain::to_js;

/// Evaluations of several layers (区考街、街考社区), `shequ.cascade/1`, where those above take values from the totals below.
#[wasm_bindgen]
pub struct Cascade(evaluation::Cascade);

document!(Cascade, "CascadeDocument");

/// A table for each stage.
fn by_stage(object: &JsValue) -> Js<Vec<(String, Table)>> {
    let Some(object) = object.dyn_ref::<js_sys::Object>() else {
        let cause = DocumentError::WrongKind { got: "something else".into(), expected: "an object of tables".into() };
        return Err(Error::at("tables", cause)).or_throw();
    };
    let mut out = Vec::new();
    for entry in js_sys::Object::entries(object).iter() {
        let pair: js_sys::Array = entry.unchecked_into();
        let stage = pair.get(0).as_string().unwrap_or_default();
        let rows = table(&pair.get(1)).map_err(|e| e.under(&format!("tables.{stage}"))).or_throw()?;
        out.push((stage, rows));
    }
    Ok(out)
}

fn borrowed(tables: &[(String, Table)]) -> Vec<(&str, &Table)> {
    tables.iter().map(|(stage, table)| (stage.as_str(), table)).collect()
}

#[wasm_bindgen]
impl Cascade {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// The keys of the stages in the order of the document.
    #[wasm_bindgen(getter)]
    pub fn stages(&self) -> Vec<String> {
        self.0.stages().map(|(key, _)| key.to_string()).collect()
    }

    /// Evaluates every stage, those below first; the units lie in each other as the document says.
    ///
    /// Each stage has its rows, without the columns that are rolled up; those of a stage below have the column of weights, where
    /// one is named.
    pub fn evaluate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Rows | string>")] tables: JsValue,
    ) -> Js<CascadeCards> {
        self.0.evaluate(&borrowed(&by_stage(&tables)?)).or_throw().map(CascadeCards)
    }

    /// The same, where units lie in each other as in an organisation on a day.
    #[wasm_bindgen(js_name = evaluateIn)]
    pub fn evaluate_in(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Record<string, Rows | string>")] tables: JsValue,
        snapshot: &Snapshot,
    ) -> Js<CascadeCards> {
        self.0.evaluate_in(&borrowed(&by_stage(&tables)?), snapshot.view()).or_throw().map(CascadeCards)
    }
}

/// What a cascade found: a scorecard for each stage.
#[wasm_bindgen]
pub struct CascadeCards(evaluation::CascadeCards);

#[wasm_bindgen]
impl CascadeCards {
    /// The keys of the stages in the order of the document.
    #[wasm_bindgen(getter)]
    pub fn stages(&self) -> Vec<String> {
        self.0.cards().map(|(key, _, _)| key.to_string()).collect()
    }

    /// The scorecard of a stage.
    pub fn card(&self, stage: &str) -> Js<Scorecard> {
        self.0.card(stage).cloned().or_throw().map(Scorecard)
    }

    /// What was rolled up, with the units below.
    #[wasm_bindgen(getter, unchecked_return_type = "RolledUp[]")]
    pub fn rolled(&self) -> Js {
        to_js(&self.0.rolled())
    }

    /// Why a unit has its total, with the units below under the indicators that come from them.
    pub fn explain(&self, stage: &str, unit: &str) -> Js<Explanation> {
        self.0.explain(stage, unit).or_throw().map(Explanation)
    }

    /// The digest of the scorecards of all stages.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }
}
