//! Charts: the Vega-Lite specifications of the core as plain objects.

use shequ::evaluation::chart;
use shequ::kernel::Ratio;
use shequ::wire::evaluation::ChartOptions;
use wasm_bindgen::prelude::*;

use crate::batches::table;
use crate::bounds::{ExactTable, WeightBox, ratios, search};
use crate::certainty::{RankSample, levels};
use crate::document;
use crate::evaluation::Scorecard;
use crate::fault::{Js, OrThrow as _};
use crate::plain::to_js;
use crate::watch::watched;

fn options(given: &JsValue) -> Js<ChartOptions> {
    if given.is_undefined() { Ok(ChartOptions::default()) } else { document::argument(given) }
}

#[wasm_bindgen]
impl Scorecard {
    /// The chart of what makes each total, as a Vega-Lite specification: a bar for each unit, stacked of its indicators or groups, bonuses,
    /// penalties, vetoes and rounding, which add up to the total exactly.
    ///
    /// Numbers are floats to be drawn; the exact ones stand beside them as texts.
    #[wasm_bindgen(js_name = contributionSpec, unchecked_return_type = "ChartSpec")]
    pub fn contribution_spec(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"basis\">")] options: JsValue,
    ) -> Js {
        to_js(&self.0.contribution_spec(&self::options(&options)?).or_throw()?)
    }

    /// The heat map of indicators, as a Vega-Lite specification: for each unit and indicator the share of its full points.
    ///
    /// A missing value whose points went to its siblings is grey.
    #[wasm_bindgen(js_name = heatSpec, unchecked_return_type = "ChartSpec")]
    pub fn heat_spec(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"parts\" | \"basis\">")] options: JsValue,
    ) -> Js {
        to_js(&self.0.heat_spec(&self::options(&options)?).or_throw()?)
    }

    /// The slopes of two periods, as a Vega-Lite specification: the rank or the total of each unit in an earlier scorecard and in this one,
    /// coloured by whether it rose or fell.
    ///
    /// Units that are in one period only, or have no rank in one, are left out.
    #[wasm_bindgen(js_name = slopeSpec, unchecked_return_type = "ChartSpec")]
    pub fn slope_spec(
        &self,
        before: &Scorecard,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"parts\">")] options: JsValue,
    ) -> Js {
        to_js(&self.0.slope_spec(&before.0, &self::options(&options)?).or_throw()?)
    }
}

#[wasm_bindgen]
impl RankSample {
    /// The chart of the ranks, as a Vega-Lite specification: for each unit its median rank, the interval between `low` and `high`, exact
    /// shares of the draws that are `1/20` and `19/20` unless given, and its best and worst rank of any draw.
    #[wasm_bindgen(js_name = rankingSpec, unchecked_return_type = "ChartSpec")]
    pub fn ranking_spec(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"parts\" | \"basis\">")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] low: Option<String>,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] high: Option<String>,
    ) -> Js {
        let levels = levels(low.as_deref(), high.as_deref())?;
        to_js(&self.0.ranking_spec(&levels, &self::options(&options)?).or_throw()?)
    }
}

#[wasm_bindgen]
impl ExactTable {
    /// The chart of the exact rank bounds of every unit over a box of weights, as a Vega-Lite specification: the best and the worst rank
    /// that was attained, the proven limits where a search was not closed, and, where weights of the box are given, the rank at these.
    #[wasm_bindgen(js_name = rankingSpec, unchecked_return_type = "ChartSpec")]
    pub fn ranking_spec(
        &self,
        space: &WeightBox,
        #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"parts\" | \"basis\">")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string[]")] weights: Option<Vec<String>>,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<RankSearch>")] search: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js {
        let (how, options) = (self::search(&search)?, self::options(&options)?);
        let weights: Option<Vec<Ratio>> = weights.map(|weights| ratios("weights", &weights)).transpose()?;
        to_js(&watched(&watch, |progress| self.0.ranking_spec(&space.0, &how, weights.as_deref(), &options, progress))?)
    }
}

/// The chart of rank bounds that were found before, as a Vega-Lite specification.
///
/// The rows are those of `ExactTable.rankBoundsTable`: `unit`; `best` and `worst`, the ranks that were attained; `best_limit` and
/// `worst_limit`, the proven limits. A column `rank`, which may be left out, has ranks at weights of the box.
#[wasm_bindgen(js_name = rankBoundsSpec, unchecked_return_type = "ChartSpec")]
pub fn rank_bounds_spec(
    #[wasm_bindgen(unchecked_param_type = "Rows | string")] bounds: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Omit<ChartOptions, \"parts\" | \"basis\">")] options: JsValue,
) -> Js {
    let bounds = table(&bounds).or_throw()?;
    to_js(&chart::rank_bounds_spec(&bounds, &self::options(&options)?).or_throw()?)
}
