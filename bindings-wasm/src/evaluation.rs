//! Schemes, values and scorecards.

use js_sys::Array;
use shequ::evaluation;
use shequ::kernel::{Document as _, Value, to_value};
use wasm_bindgen::prelude::*;

use crate::document::{self, document};
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::organisation::Snapshot;
use crate::plain::{from_js, to_js};
use crate::watch::watched;

/// An evaluation scheme (责任书), `shequ.scheme/1`.
#[wasm_bindgen]
pub struct Scheme(pub(crate) evaluation::Scheme);

document!(Scheme, "SchemeDocument");

#[wasm_bindgen]
impl Scheme {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// What it evaluates.
    #[wasm_bindgen(getter, unchecked_return_type = "Subject")]
    pub fn subject(&self) -> Js {
        to_js(&self.0.subject())
    }

    /// How scores and totals are rounded.
    #[wasm_bindgen(getter, unchecked_return_type = "Rounding")]
    pub fn rounding(&self) -> Js {
        to_js(&self.0.rounding())
    }

    /// The points of all groups together, as an exact ratio.
    #[wasm_bindgen(getter)]
    pub fn total(&self) -> String {
        self.0.total().to_string()
    }

    /// The indicators in the order of the scheme.
    #[wasm_bindgen(getter, unchecked_return_type = "SchemeIndicator[]")]
    pub fn indicators(&self) -> Js {
        let mut rows = Vec::new();
        for (group, members) in self.0.groups() {
            for indicator in members {
                rows.push(Value::Map(vec![
                    ("key".into(), to_value(indicator.key()).or_throw()?),
                    ("label".into(), to_value(indicator.label()).or_throw()?),
                    ("group".into(), to_value(group.key()).or_throw()?),
                    ("points".into(), to_value(indicator.points()).or_throw()?),
                    ("rule".into(), to_value(&indicator.rule_name()).or_throw()?),
                    ("missing".into(), to_value(&indicator.missing()).or_throw()?),
                    ("scale".into(), Value::Int(indicator.scale().into())),
                ]));
            }
        }
        to_js(&rows)
    }

    /// The keys of the grades, from the best to the worst.
    #[wasm_bindgen(getter)]
    pub fn grades(&self) -> Vec<String> {
        self.0.grades().map(ToString::to_string).collect()
    }

    /// The columns that values need.
    #[wasm_bindgen(getter, unchecked_return_type = "SchemeColumn[]")]
    pub fn columns(&self) -> Js {
        to_js(&self.0.columns())
    }

    /// What its author should look at.
    #[wasm_bindgen(getter, unchecked_return_type = "Warning[]")]
    pub fn warnings(&self) -> Js {
        to_js(&self.0.warnings())
    }

    /// Scores every unit, ranks them and gives awards.
    ///
    /// Values are a list of rows, one a unit, or a document of them. A number is read as its shortest decimal; one with
    /// more digits than the indicator's scale is refused with its row.
    pub fn evaluate(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CellsInput")] values: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Scorecard> {
        let cells = if Array::is_array(&values) { rows(&values)? } else { document::argument(&values)? };
        watched(&watch, |progress| self.0.evaluate_cells_watched(&cells, progress)).map(Scorecard)
    }

    /// The same, where each id must be declared in an organisation: a unit where the scheme evaluates units, a post where it
    /// evaluates posts, that certainly is there on the day.
    ///
    /// A scheme of services names them itself. Throws `subject-not-there`, `services-not-named`, and what `evaluate` throws.
    #[wasm_bindgen(js_name = evaluateIn)]
    pub fn evaluate_in(
        &self,
        #[wasm_bindgen(unchecked_param_type = "CellsInput")] values: JsValue,
        snapshot: &Snapshot,
    ) -> Js<Scorecard> {
        let cells = if Array::is_array(&values) { rows(&values)? } else { document::argument(&values)? };
        self.0.evaluate_cells_in(&cells, snapshot.view()).or_throw().map(Scorecard)
    }
}

fn rows(list: &JsValue) -> Js<evaluation::Cells> {
    let rows = from_js(list).map_err(|e| e.under("cells.rows")).or_throw()?;
    let format = Value::from(evaluation::Cells::FORMAT);
    evaluation::Cells::from_value(Value::Map(vec![("format".into(), format), ("rows".into(), rows)])).or_throw()
}

/// Values of units, `shequ.cells/1`: rows with one column for each number that a scheme reads.
#[wasm_bindgen]
pub struct Cells(evaluation::Cells);

document!(Cells, "CellsDocument");

#[wasm_bindgen]
impl Cells {
    /// The number of rows.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.table().rows()
    }

    /// The document, which `Cells.from` reads.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "CellsDocument")]
    pub fn to_json(&self) -> Js {
        let format = Value::from(evaluation::Cells::FORMAT);
        let rows = to_value(self.0.table()).or_throw()?;
        to_js(&Value::Map(vec![("format".into(), format), ("rows".into(), rows)]))
    }
}

/// What an evaluation found: scores, grades, ranks and awards of every unit.
#[wasm_bindgen]
pub struct Scorecard(pub(crate) evaluation::Scorecard);

#[wasm_bindgen]
impl Scorecard {
    /// The number of units.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The units in the order of the values, or of the scheme where it names them.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Vec<String> {
        self.0.units().iter().map(ToString::to_string).collect()
    }

    /// The digest of every unit's values, scores, total, grade, rank and award, whatever their order was.
    #[wasm_bindgen(getter)]
    pub fn digest(&self) -> Js<String> {
        self.0.digest().or_throw().map(|d| d.to_string())
    }

    /// What the evaluation says of a unit.
    #[wasm_bindgen(unchecked_return_type = "UnitScore")]
    pub fn score(&self, unit: &str) -> Js {
        to_js(&self.0.score(unit).or_throw()?)
    }

    /// The total of a unit, exactly.
    pub fn total(&self, unit: &str) -> Js<String> {
        self.0.score(unit).or_throw().map(|score| score.total.to_string())
    }

    /// What it says of every unit.
    #[wasm_bindgen(unchecked_return_type = "UnitScore[]")]
    pub fn scores(&self) -> Js {
        to_js(&self.0)
    }

    /// The units of each peer group from the best to the worst; empty where the scheme does not rank.
    #[wasm_bindgen(unchecked_return_type = "UnitScore[][]")]
    pub fn ranking(&self) -> Js {
        to_js(&self.0.ranking())
    }

    /// The score of each indicator of a unit, in the order of the scheme.
    #[wasm_bindgen(unchecked_return_type = "Line[]")]
    pub fn lines(&self, unit: &str) -> Js {
        to_js(&self.0.lines(unit).or_throw()?)
    }

    /// One row a unit: unit, group, total, grade, rank, award and what made them.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.0.table())
    }

    /// One row a unit, with a column of scores for each indicator.
    #[wasm_bindgen(js_name = lineTable, unchecked_return_type = "Rows")]
    pub fn line_table(&self) -> Js {
        to_js(&self.0.line_table())
    }

    /// Why a unit has its total: every point, its rule and its arithmetic; the parts add up to the total exactly.
    pub fn explain(&self, unit: &str) -> Js<Explanation> {
        self.0.explain(unit).or_throw().map(Explanation)
    }

    /// The evaluation in figures.
    #[wasm_bindgen(unchecked_return_type = "Summary")]
    pub fn summary(&self) -> Js {
        to_js(&self.0.summary())
    }

    /// What `JSON.stringify` writes: what it says of every unit.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "UnitScore[]")]
    pub fn to_json(&self) -> Js {
        to_js(&self.0)
    }
}
