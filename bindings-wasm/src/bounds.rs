//! Exact bounds of ranks, break-even weights and dominance.

use shequ::evaluation::certainty::{self, ExactTies, RankSearch, directed};
use shequ::kernel::{Key, Ratio};
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::batches::table;
use crate::document;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::watch::watched;
use crate::words::{choice, one};

/// Exact ratios, such as `1/2` or `0.5`, from a list.
pub fn ratios(name: &str, texts: &[String]) -> Js<Vec<Ratio>> {
    texts.iter().enumerate().map(|(j, text)| one(&format!("{name}[{j}]"), text)).collect()
}

fn ties(value: &JsValue) -> Js<ExactTies> {
    let words = [("min", ExactTies::Min), ("max", ExactTies::Max), ("ordinal", ExactTies::Ordinal)];
    choice("ties", value, &words).or_throw()
}

pub fn search(options: &JsValue) -> Js<RankSearch> {
    if options.is_undefined() { Ok(RankSearch::default()) } else { document::argument(options) }
}

/// Bounds of each weight, in which the weights vary freely as long as they sum to one. All numbers are exact: `1/2` or `0.5`.
#[wasm_bindgen]
pub struct WeightBox(pub(crate) certainty::WeightBox);

#[wasm_bindgen]
impl WeightBox {
    /// A box of bounds, each a share of one; an upper bound above one means one.
    #[wasm_bindgen(constructor)]
    pub fn new(lower: Vec<String>, upper: Vec<String>) -> Js<WeightBox> {
        let (lower, upper) = (ratios("lower", &lower)?, ratios("upper", &upper)?);
        certainty::WeightBox::new(lower, upper).or_throw().map(Self)
    }

    /// Any weights: each from 0 to 1.
    pub fn free(criteria: usize) -> Js<WeightBox> {
        certainty::WeightBox::free(criteria).or_throw().map(Self)
    }

    /// Each weight's share from `1 - spread` to `1 + spread` times itself.
    pub fn around(weights: Vec<String>, spread: &str) -> Js<WeightBox> {
        let weights = ratios("weights", &weights)?;
        certainty::WeightBox::around(&weights, &one("spread", spread)?).or_throw().map(Self)
    }

    /// Each weight's share plus and minus a number of shares of one, but from 0 to 1.
    pub fn within(weights: Vec<String>, points: &str) -> Js<WeightBox> {
        let weights = ratios("weights", &weights)?;
        certainty::WeightBox::within(&weights, &one("points", points)?).or_throw().map(Self)
    }

    /// The lower bounds, shares of one.
    #[wasm_bindgen(getter)]
    pub fn lower(&self) -> Vec<String> {
        self.0.lower().iter().map(Ratio::to_string).collect()
    }

    /// The upper bounds, shares of one.
    #[wasm_bindgen(getter)]
    pub fn upper(&self) -> Vec<String> {
        self.0.upper().iter().map(Ratio::to_string).collect()
    }

    /// Whether weights stand within the bounds and sum to one.
    pub fn contains(&self, weights: Vec<String>) -> Js<bool> {
        Ok(self.0.contains(&ratios("weights", &weights)?))
    }
}

/// Units in rows and criteria in columns, every value exact; a unit's score is the sum of weight times value.
///
/// Values are taken as they are, so they should be points or otherwise of one measure. Weights are exact, `1/2` or `0.5`, and may have
/// any sum unless they are those of a box.
#[wasm_bindgen]
pub struct ExactTable(pub(crate) certainty::ExactTable);

#[wasm_bindgen]
impl ExactTable {
    /// A table of rows, which are objects, or of comma-separated text with a head: a column of units, `unit` unless another is
    /// named, and one of numbers for each criterion. `costs` names the criteria of which less is better: their values count negative.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
        criteria: Vec<String>,
        costs: Option<Vec<String>>,
        units: Option<String>,
    ) -> Js<ExactTable> {
        let criteria = directed(&criteria, &costs.unwrap_or_default()).or_throw()?;
        let table = table(&rows).or_throw()?;
        certainty::ExactTable::read(&table, units.as_deref().unwrap_or("unit"), &criteria).or_throw().map(Self)
    }

    /// The units in their order.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// The criteria in their order, which is that of weights.
    #[wasm_bindgen(getter)]
    pub fn criteria(&self) -> Vec<String> {
        self.0.criteria().iter().map(|(key, _)| key.to_string()).collect()
    }

    /// The exact score of a unit under given weights.
    pub fn score(&self, unit: &str, weights: Vec<String>) -> Js<String> {
        self.0.score(unit, &ratios("weights", &weights)?).or_throw().map(|score| score.to_string())
    }

    /// Every unit with its exact score and rank under given weights, which are divided by their sum.
    #[wasm_bindgen(unchecked_return_type = "ExactScore[]")]
    pub fn scores(
        &self,
        weights: Vec<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "ExactTies")] ties: JsValue,
    ) -> Js {
        to_js(&self.0.scores(&ratios("weights", &weights)?, self::ties(&ties)?).or_throw()?)
    }

    /// The exact rank of a unit at given weights.
    pub fn rank(
        &self,
        unit: &str,
        weights: Vec<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "ExactTies")] ties: JsValue,
    ) -> Js<u32> {
        self.0.rank(unit, &ratios("weights", &weights)?, self::ties(&ties)?).or_throw()
    }

    /// Between which ranks a unit stands when the weights vary in a box, with a witness for each end.
    ///
    /// A bound is proven unless it took `most_nodes`; then it is an interval. With `keep_proof` it can be followed by `check`.
    #[wasm_bindgen(js_name = rankBounds)]
    pub fn rank_bounds(
        &self,
        unit: &str,
        space: &WeightBox,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<RankSearch>")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<RankBounds> {
        let how = search(&options)?;
        watched(&watch, |progress| self.0.rank_bounds_watched(unit, &space.0, &how, progress)).map(RankBounds)
    }

    /// The same of every unit, in their order.
    #[wasm_bindgen(js_name = allRankBounds)]
    pub fn all_rank_bounds(
        &self,
        space: &WeightBox,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<RankSearch>")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Vec<RankBounds>> {
        let how = search(&options)?;
        let found = watched(&watch, |progress| self.0.all_rank_bounds(&space.0, &how, progress))?;
        Ok(found.into_iter().map(RankBounds).collect())
    }

    /// The same as rows: `unit`; `best`, the best rank that was attained, `best_limit`, which no weights of the box pass, and whether
    /// the two are one, `best_proven`; the same of the worst.
    #[wasm_bindgen(js_name = rankBoundsTable, unchecked_return_type = "Rows")]
    pub fn rank_bounds_table(
        &self,
        space: &WeightBox,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<RankSearch>")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js {
        let how = search(&options)?;
        to_js(&watched(&watch, |progress| self.0.rank_bounds_table(&space.0, &how, progress))?)
    }

    /// How much the weight of each criterion must move until two units swap (盈亏平衡权重), the other weights in proportion.
    #[wasm_bindgen(js_name = breakEven)]
    pub fn break_even(&self, first: &str, second: &str, weights: Vec<String>) -> Js<BreakEven> {
        self.0.break_even(first, second, &ratios("weights", &weights)?).or_throw().map(BreakEven)
    }

    /// The same of each unit and the next one of the ranking: where an order is easiest to turn over.
    #[wasm_bindgen(js_name = breakEvenNeighbours)]
    pub fn break_even_neighbours(&self, weights: Vec<String>) -> Js<Vec<BreakEven>> {
        let found = self.0.break_even_neighbours(&ratios("weights", &weights)?).or_throw()?;
        Ok(found.into_iter().map(BreakEven).collect())
    }

    /// The same of every pair, the better one first; equals in the order of the units.
    #[wasm_bindgen(js_name = breakEvenPairs)]
    pub fn break_even_pairs(
        &self,
        weights: Vec<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<Vec<BreakEven>> {
        let weights = ratios("weights", &weights)?;
        let found = watched(&watch, |progress| self.0.break_even_pairs(&weights, progress))?;
        Ok(found.into_iter().map(BreakEven).collect())
    }

    /// Which units are at least as good as another in every criterion and better in one (占优).
    #[wasm_bindgen(unchecked_return_type = "Dominance")]
    pub fn dominance(&self, #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue) -> Js {
        to_js(&watched(&watch, |progress| self.0.dominance(progress))?)
    }

    /// Which units score at least as much as another under all weights of a box, and more under some.
    #[wasm_bindgen(js_name = dominanceWithin, unchecked_return_type = "Dominance")]
    pub fn dominance_within(
        &self,
        space: &WeightBox,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js {
        to_js(&watched(&watch, |progress| self.0.dominance_within(&space.0, progress))?)
    }

    /// Between what the difference of two scores lies over a box of weights, exactly, with the weights at both ends.
    #[wasm_bindgen(unchecked_return_type = "DifferenceRange")]
    pub fn difference(&self, first: &str, second: &str, space: &WeightBox) -> Js {
        to_js(&self.0.difference(first, second, &space.0).or_throw()?)
    }
}

answer! {
    /// Between which ranks a unit stands over a box of weights.
    RankBounds(certainty::RankBounds) as "RankBoundsData" {
        /// The unit.
        unit "unit": "string",
        /// Who is ahead where two scores are equal.
        ties "ties": "ExactTies",
        /// Its best rank.
        best "best": "RankBound",
        /// Its worst rank.
        worst "worst": "RankBound",
        /// The units ahead of it under all weights of the box.
        always_ahead "alwaysAhead": "string[]",
        /// The units behind it under all weights of the box.
        always_behind "alwaysBehind": "string[]",
    }
}

#[wasm_bindgen]
impl RankBounds {
    /// Checks witnesses and proofs anew, by ways of its own: exact ratios and big integers, no search and no float.
    #[wasm_bindgen(unchecked_return_type = "RankCheck")]
    pub fn check(&self, table: &ExactTable, space: &WeightBox) -> Js {
        to_js(&self.0.check(&table.0, &space.0).or_throw()?)
    }
}

answer! {
    /// How firmly one unit stands before another.
    BreakEven(certainty::BreakEven) as "BreakEvenData" {
        /// The unit.
        first "first": "string",
        /// The unit that it is compared with.
        second "second": "string",
        /// The first's score less the second's.
        difference "difference": "string",
        /// Criterion by criterion, in their order.
        criteria "criteria": "BreakEvenWeight[]",
        /// The criterion whose share needs to move least; none where none will do.
        nearest "nearest": "string | null",
    }
}
