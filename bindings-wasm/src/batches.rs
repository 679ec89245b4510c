//! Tables of units in, and many units asked at once.

use std::rc::Rc;

use shequ::kernel::{Day, Error, Result, Text};
use shequ::organisation::{self, UnitId, UnitLists, UnitTable, in_pairs, on_days};
use shequ::wire::{Table, TextTable};
use wasm_bindgen::prelude::*;

use crate::fault::{Js, OrThrow as _};
use crate::organisation::{Organisation, Snapshot};
use crate::plain::{from_js, to_js};
use crate::watch::watched;
use crate::words::{day, one};

/// A table from rows, which are objects, or from comma-separated text with a head.
pub fn table(rows: &JsValue) -> Result<Table> {
    match rows.as_string() {
        Some(text) => Table::from_csv(&text),
        None => from_js(rows).and_then(|rows| Table::of_rows(&rows)),
    }
}

fn ids(organisation: &organisation::Organisation, units: &[String], name: &str) -> Result<Vec<UnitId>> {
    let keys: Vec<&str> = units.iter().map(String::as_str).collect();
    organisation.ids(&keys).map_err(|e| e.under(name))
}

/// Each unit with its day: there is one day for all, or a day for each.
fn beside(units: Vec<UnitId>, days: &[String]) -> Js<Vec<(UnitId, Day)>> {
    let read = days.iter().enumerate().map(|(i, text)| one(&format!("days[{i}]"), text));
    let days = read.collect::<Js<Vec<Day>>>()?;
    on_days(&units, &days).or_throw()
}

fn keys(organisation: &organisation::Organisation, lists: &UnitLists) -> Js {
    let key = |unit: &UnitId| organisation.key(*unit);
    let list = |i: usize| lists.get(i).iter().map(key).collect::<Vec<_>>();
    to_js(&(0..lists.len()).map(list).collect::<Vec<_>>())
}

/// One exact number for each unit, or none, ready to be added up on any day.
#[wasm_bindgen]
pub struct Amounts(organisation::Amounts);

#[wasm_bindgen]
impl Amounts {
    /// No amounts: units are only counted.
    #[wasm_bindgen(constructor)]
    pub fn none() -> Amounts {
        Self(organisation::Amounts::default())
    }
}

/// What each unit and all within it come to on a day (汇总).
#[wasm_bindgen]
pub struct Rollup {
    organisation: Rc<organisation::Organisation>,
    rollup: organisation::Rollup,
}

#[wasm_bindgen]
impl Rollup {
    /// The day.
    #[wasm_bindgen(getter)]
    pub fn day(&self) -> String {
        self.rollup.day().to_string()
    }

    /// What one unit and all within it come to.
    #[wasm_bindgen(unchecked_return_type = "UnitRollup")]
    pub fn unit(&self, key: &str) -> Js {
        to_js(&self.rollup.record(&self.organisation, key).or_throw()?)
    }

    /// A row for each unit of the day: `unit`, `count`, `known`, `sum`, and `least` and `most` if asked for.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.rollup.table(&self.organisation).or_throw()?)
    }
}

#[wasm_bindgen]
impl Organisation {
    /// An organisation of the units in a table, a country's as well as a street's: rows, which are objects, or
    /// comma-separated text with a head.
    ///
    /// Its columns, all texts: `key` or `code` (or both), `name`, `kind`, `parent`, `from`, `until`. A unit that changed has a
    /// row for each stretch of days.
    ///
    /// Throws `ShequError` with every fault of the table, each with its row and column.
    #[wasm_bindgen(js_name = fromUnits)]
    pub fn from_units(
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
        title: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Organisation> {
        let title = Text::same(title.unwrap_or_default());
        let made = watched(&watch, |progress| {
            let units = |e: Error| e.under("units");
            if let Some(text) = rows.as_string() {
                let table = TextTable::from_csv(&text).map_err(units)?;
                organisation::Organisation::from_units(title, &UnitTable::of(&table).map_err(units)?, progress)
            } else {
                let table = table(&rows).map_err(units)?;
                organisation::Organisation::from_units(title, &UnitTable::of(&table).map_err(units)?, progress)
            }
        });
        made.map(|organisation| Self(Rc::new(organisation)))
    }

    /// What each unit lay within on its day, the nearest first; nothing where it was not there. There is one day for all, or a day for each.
    #[wasm_bindgen(js_name = ancestorsOn, unchecked_return_type = "string[][]")]
    pub fn ancestors_on(&self, units: Vec<String>, days: Vec<String>) -> Js {
        let asked = beside(ids(&self.0, &units, "units").or_throw()?, &days)?;
        keys(&self.0, &self.0.ancestors_on(&asked))
    }

    /// What lay within each unit on its day, in preorder; nothing where it was not there. There is one day for all, or a day for each.
    #[wasm_bindgen(js_name = descendantsOn, unchecked_return_type = "string[][]")]
    pub fn descendants_on(&self, units: Vec<String>, days: Vec<String>) -> Js {
        let asked = beside(ids(&self.0, &units, "units").or_throw()?, &days)?;
        keys(&self.0, &self.0.descendants_on(&asked))
    }

    /// Exact numbers of units, to be added up: rows of `unit`, its key, and `value`, or the same as comma-separated text.
    pub fn amounts(&self, #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue) -> Js<Amounts> {
        table(&rows).and_then(|table| self.0.amounts(&table)).or_throw().map(Amounts)
    }

    /// What each unit and all within it come to on a day: counts, sums, means and shares, with `extremes` also the least and
    /// the greatest; with `new Amounts()` only counts.
    pub fn rollup(&self, on: &str, amounts: &Amounts, extremes: Option<bool>) -> Js<Rollup> {
        let on = day(on)?;
        let rollup = match extremes {
            Some(true) => self.0.rollup_extremes(on, &amounts.0),
            _ => self.0.rollup(on, &amounts.0),
        };
        rollup.or_throw().map(|rollup| Rollup { organisation: Rc::clone(&self.0), rollup })
    }

    /// How many units came, went and changed from each day to the next, by the area of a kind that they lay in, or by what they
    /// lay in at the top.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn changes(&self, days: Vec<String>, kind: Option<String>) -> Js {
        let days = days.iter().enumerate().map(|(i, text)| one(&format!("days[{i}]"), text));
        let changes = self.0.changes(&days.collect::<Js<Vec<Day>>>()?, kind.as_deref()).or_throw()?;
        to_js(&self.0.changes_table(&changes).or_throw()?)
    }
}

#[wasm_bindgen]
impl Snapshot {
    /// What each unit lies within, the nearest first.
    #[wasm_bindgen(js_name = ancestorsOf, unchecked_return_type = "string[][]")]
    pub fn ancestors_of(&self, units: Vec<String>) -> Js {
        let organisation = self.view().organisation();
        keys(organisation, &self.view().ancestors(&ids(organisation, &units, "units").or_throw()?))
    }

    /// What lies within each unit, in preorder.
    #[wasm_bindgen(js_name = descendantsOf, unchecked_return_type = "string[][]")]
    pub fn descendants_of(&self, units: Vec<String>) -> Js {
        let organisation = self.view().organisation();
        keys(organisation, &self.view().descendants(&ids(organisation, &units, "units").or_throw()?))
    }

    /// The nearest unit that both of each pair lie within, or are: `a`, `b` and `common`, which is missing where they lie in no
    /// common unit.
    #[wasm_bindgen(js_name = commonAncestors, unchecked_return_type = "Rows")]
    pub fn common_ancestors(&self, a: Vec<String>, b: Vec<String>) -> Js {
        let organisation = self.view().organisation();
        let (a, b) = (ids(organisation, &a, "a").or_throw()?, ids(organisation, &b, "b").or_throw()?);
        let pairs = in_pairs(&a, &b).or_throw()?;
        to_js(&organisation.pairs_table(&pairs, &self.view().common_ancestors(&pairs)).or_throw()?)
    }
}
