//! Territories, plans, and the check of one against the other.

use shequ::grid::{self, GeoOptions};
use shequ::kernel::{Document, Limits, Result, Syntax, Value};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::document::{self, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::watch::watched;

/// A territory: buildings with their households, and which of them touch. `shequ.territory/1`, or GeoJSON.
#[wasm_bindgen]
pub struct Territory(grid::Territory);

#[wasm_bindgen]
impl Territory {
    /// Reads a text: GeoJSON, a graph document or a planners' graph file.
    ///
    /// Of GeoJSON, polygons are buildings and lines are barriers. Two buildings touch where their boundaries share a
    /// stretch of positive length; a corner is not enough. Pass options only with GeoJSON.
    ///
    /// Throws `ShequError` with every fault.
    pub fn parse(
        text: &str,
        #[wasm_bindgen(unchecked_optional_param_type = "GeoInput")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Territory> {
        read(Syntax::guess(text).parse(text, Limits::default()).or_throw()?, &options, &watch)
    }

    /// Reads a plain object in any of these forms; the options are those of `parse`.
    ///
    /// Throws `ShequError` with every fault.
    pub fn from(
        #[wasm_bindgen(unchecked_param_type = "TerritoryDocument | object")] object: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "GeoInput")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Territory> {
        read(document::value::<grid::Territory>(&object)?, &options, &watch)
    }

    /// Its name.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// How many buildings there are.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The keys of the buildings.
    #[wasm_bindgen(getter)]
    pub fn keys(&self) -> Vec<String> {
        self.0.keys().iter().map(ToString::to_string).collect()
    }

    /// The buildings that touch one, and whether a barrier lies between.
    #[wasm_bindgen(unchecked_return_type = "{ building: string; barrier: boolean }[]")]
    pub fn neighbours(&self, building: &str) -> Js {
        let id = self.0.building(building);
        let id = id.ok_or_else(|| grid::GridError::UnknownBuilding { key: building.to_owned() }.into()).or_throw()?;
        let key = |id: shequ::grid::BuildingId| {
            let keys = self.0.keys();
            keys.get(shequ::kernel::Id::index(id)).map_or_else(String::new, ToString::to_string)
        };
        let row = |(id, barrier)| {
            Value::Map(vec![("building".into(), key(id).into()), ("barrier".into(), Value::Bool(barrier))])
        };
        to_js(&self.0.neighbours(id).map(row).collect::<Vec<_>>())
    }

    /// What it holds, in figures.
    #[wasm_bindgen(unchecked_return_type = "TerritorySummary")]
    pub fn summary(&self) -> Js {
        to_js(&self.0.summary())
    }

    /// The digest of all that decides, whatever its order.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> String {
        self.0.digest().to_string()
    }

    /// Whether a plan holds: each building in exactly one grid, each grid contiguous, within bounds, across no barrier.
    pub fn check(
        &self,
        plan: &Plan,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<PlanCheck> {
        watched(&watch, |progress| self.0.check(&plan.0, progress)).map(PlanCheck)
    }
}

/// Reads a territory with the options as they were passed, of which `barriers` is a drawing, as an object or a text.
fn read(value: Value, options: &JsValue, watch: &JsValue) -> Js<Territory> {
    let mut asked = if options.is_undefined() || options.is_null() {
        Value::Map(Vec::new())
    } else {
        document::value::<Asked>(options)?
    };
    let barriers = match &mut asked {
        Value::Map(entries) => {
            let at = entries.iter().position(|(key, _)| key == "barriers");
            entries.push(("format".to_owned(), Asked::FORMAT.into()));
            at.map(|at| entries.remove(at).1)
        }
        _ => None,
    };
    let options = Asked::from_value(asked).or_throw()?.0;
    let barriers = match barriers {
        Some(Value::Text(text)) => Some(Syntax::Json.parse(&text, Limits::default()).or_throw()?),
        Some(Value::Null) | None => None,
        other => other,
    };
    let read =
        watched(watch, |progress| grid::Territory::from_value_with(value, barriers.as_ref(), &options, progress));
    read.map(Territory)
}

/// The options of reading GeoJSON, read with the care of a document.
struct Asked(GeoOptions);

impl Document for Asked {
    const FORMAT: &'static str = "shequ.geo-options/1";
    const ROOT: &'static str = "options";
    type Draft = GeoOptions;

    fn check(draft: GeoOptions) -> Result<Self> {
        Ok(Self(draft))
    }
}

/// A plan: which buildings make which grid, `shequ.plan/1`.
#[wasm_bindgen]
pub struct Plan(grid::Plan);

document!(Plan, "PlanDocument");

#[wasm_bindgen]
impl Plan {
    /// Its name.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(self.0.label())
    }

    /// The keys of the grids, in the order of the document.
    #[wasm_bindgen(getter)]
    pub fn grids(&self) -> Vec<String> {
        self.0.grids().iter().map(|grid| grid.key().to_string()).collect()
    }

    /// The document, which `Plan.from` reads.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "PlanDocument")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}

answer! {
    /// Whether a plan holds, each fault with the buildings concerned.
    PlanCheck(grid::PlanCheck) as "PlanCheckData" {
        /// Whether nothing was found.
        ok "ok": "boolean",
        /// How many buildings the territory has.
        buildings "buildings": "number",
        /// How many households live in them.
        households "households": "number",
        /// Each grid with its totals, in the order of the plan.
        grids "grids": "GridCheck[]",
        /// What is wrong, by kind and then in the order of the plan.
        faults "faults": "PlanFault[]",
        /// What the grids' borders cut.
        cut "cut": "Cut",
    }
}
