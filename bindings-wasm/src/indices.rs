//! Composite indices.

use std::sync::Arc;

use shequ::evaluation::methods;
use shequ::kernel::{Value, to_value};
use wasm_bindgen::prelude::*;

use crate::document::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::numbers::{list, table};
use crate::plain::to_js;

/// A composite index (综合指数), `shequ.index/1`: a tree of indicators, how they become comparable, and how they are aggregated and ranked.
#[wasm_bindgen]
pub struct Index(methods::Index);

document!(Index, "IndexDocument");

#[wasm_bindgen]
impl Index {
    /// What it is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn title(&self) -> Js {
        to_js(self.0.title())
    }

    /// What it measures.
    #[wasm_bindgen(getter, unchecked_return_type = "Subject")]
    pub fn subject(&self) -> Js {
        to_js(&self.0.subject())
    }

    /// The nodes of its tree with their effective weights: indicators, then aggregates, each in the order of the document.
    #[wasm_bindgen(getter, unchecked_return_type = "IndexNode[]")]
    pub fn nodes(&self) -> Js {
        to_js(&self.0.nodes())
    }

    /// The name of each level above the indicators, from the lowest to the top.
    #[wasm_bindgen(getter, unchecked_return_type = "(Text | null)[]")]
    pub fn levels(&self) -> Js {
        to_js(&self.0.levels())
    }

    /// The columns that `evaluate` reads.
    #[wasm_bindgen(getter)]
    pub fn columns(&self) -> Vec<String> {
        self.0.columns()
    }

    /// Applies the index to a table: a column `unit` and those that `columns` names. An empty cell is missing.
    ///
    /// Throws `ShequError` with every fault of the table, `table[row].column`, or of a stage, with the unit and the indicator.
    pub fn evaluate(&self, #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue) -> Js<IndexCard> {
        let table = table(&data).map_err(|e| e.under("table")).or_throw()?;
        self.0.evaluate(&table).or_throw().map(|card| IndexCard(Arc::new(card)))
    }
}

/// What an index found of every unit of a table: values and ranks at every node, and the log of each stage.
#[wasm_bindgen]
pub struct IndexCard(pub(crate) Arc<methods::IndexCard>);

#[wasm_bindgen]
impl IndexCard {
    /// The number of units.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }

    /// The units in the order of the table, without those that were screened out.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Vec<String> {
        self.0.units().iter().map(ToString::to_string).collect()
    }

    /// The values of a node in the order of the units; of an indicator the normalised ones, more being better.
    #[wasm_bindgen(unchecked_return_type = "number[]")]
    pub fn values(&self, node: &str) -> Js {
        self.0.values(node).or_throw().map(list)
    }

    /// The ranks at a node in the order of the units, with the ties and the rounding of the index.
    #[wasm_bindgen(unchecked_return_type = "number[]")]
    pub fn ranks(&self, node: &str) -> Js {
        to_js(&self.0.ranks(node).or_throw()?)
    }

    /// The same within the peer group of each unit; null where the index names no groups.
    #[wasm_bindgen(js_name = ranksInGroup, unchecked_return_type = "number[] | null")]
    pub fn ranks_in_group(&self, node: &str) -> Js {
        to_js(&self.0.ranks_in_group(node).or_throw()?)
    }

    /// The values and ranks of all units at a node, in the order of the units.
    #[wasm_bindgen(js_name = nodeValues, unchecked_return_type = "NodeValue[]")]
    pub fn node_values(&self, node: &str) -> Js {
        to_js(&self.0.node_values(node).or_throw()?)
    }

    /// The values and ranks of a unit at every node, in the order of `Index.nodes`.
    #[wasm_bindgen(unchecked_return_type = "NodeValue[]")]
    pub fn unit(&self, unit: &str) -> Js {
        to_js(&self.0.unit(unit).or_throw()?)
    }

    /// The units at the top, from the best to the worst; equals in the order of the table.
    #[wasm_bindgen(unchecked_return_type = "NodeValue[]")]
    pub fn ranking(&self) -> Js {
        to_js(&self.0.ranking().or_throw()?)
    }

    /// One row a unit: `unit`, `group` where there are groups, `rank`, and every node from the top down.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.0.table())
    }

    /// One row a unit: `unit`, `group` where there are groups, and the rank at every node from the top down.
    #[wasm_bindgen(js_name = rankTable, unchecked_return_type = "Rows")]
    pub fn rank_table(&self) -> Js {
        to_js(&self.0.rank_table())
    }

    /// What each stage left, one row a unit.
    #[wasm_bindgen(unchecked_return_type = "IndexStages")]
    pub fn stages(&self) -> Js {
        let mut stages = Vec::new();
        for (stage, table) in self.0.stage_tables() {
            stages.push((stage.to_owned(), to_value(&table).or_throw()?));
        }
        to_js(&Value::Map(stages))
    }

    /// Every cell that was filled.
    #[wasm_bindgen(unchecked_return_type = "FilledCell[]")]
    pub fn filled(&self) -> Js {
        to_js(&self.0.filled())
    }

    /// Every unit that was left out for its data.
    #[wasm_bindgen(unchecked_return_type = "ScreenedUnit[]")]
    pub fn screened(&self) -> Js {
        to_js(&self.0.screened())
    }

    /// What the treatment of outliers did, an entry an indicator.
    #[wasm_bindgen(unchecked_return_type = "TreatmentEntry[]")]
    pub fn treatment(&self) -> Js {
        to_js(&self.0.treatment())
    }

    /// The statistics of the indicators as they were given.
    #[wasm_bindgen(unchecked_return_type = "Description[]")]
    pub fn describe(&self) -> Js {
        to_js(&self.0.describe().or_throw()?)
    }

    /// How a unit stands by each indicator as it was given, from its best rank to its worst.
    #[wasm_bindgen(unchecked_return_type = "Standing[]")]
    pub fn standings(&self, unit: &str) -> Js {
        to_js(&self.0.standings(unit).or_throw()?)
    }

    /// Why a unit has its value: every indicator from what was given to what it adds, and every mean above it.
    pub fn explain(&self, unit: &str) -> Js<Explanation> {
        self.0.explain(unit).or_throw().map(Explanation)
    }

    /// What `JSON.stringify` writes: the values of all units at the top.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "NodeValue[]")]
    pub fn to_json(&self) -> Js {
        to_js(&*self.0)
    }
}
