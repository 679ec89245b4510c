//! Certainty of rankings: draws, sensitivity, and the margins of awards.

use shequ::evaluation::certainty::{self, Levels, UnitSample, UnitStudy, directed};
use shequ::kernel::{DocumentError, Error, Key, Ratio, Value};
use shequ::wire::certainty::{IntervalOptions, SobolOptions};
use shequ::wire::evaluation::ChartParts;
use wasm_bindgen::prelude::*;

use crate::answer::answer;
use crate::batches::table;
use crate::bounds::ExactTable;
use crate::document;
use crate::evaluation::Scorecard;
use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::indices::IndexCard;
use crate::plain::{from_js, to_js};
use crate::watch::watched;
use crate::words::{choice, one};

/// Where the weights of a draw come from; every draw sums to one.
#[wasm_bindgen]
pub struct WeightDraws(certainty::WeightDraws);

#[wasm_bindgen]
impl WeightDraws {
    /// Every vector of weights is as likely as every other.
    pub fn uniform(criteria: usize) -> Js<WeightDraws> {
        certainty::WeightDraws::uniform(criteria).or_throw().map(Self)
    }

    /// Around given weights: the greater the concentration, the nearer (Dirichlet).
    pub fn dirichlet(
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] weights: Vec<f64>,
        concentration: f64,
    ) -> Js<WeightDraws> {
        certainty::WeightDraws::dirichlet(&weights, concentration).or_throw().map(Self)
    }

    /// Each weight uniform from `1 - spread` to `1 + spread` times itself, then all divided by their sum.
    pub fn around(
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] weights: Vec<f64>,
        spread: f64,
    ) -> Js<WeightDraws> {
        certainty::WeightDraws::around(&weights, spread).or_throw().map(Self)
    }

    /// Each weight uniform between its bounds, then all divided by their sum.
    pub fn between(
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] lower: Vec<f64>,
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] upper: Vec<f64>,
    ) -> Js<WeightDraws> {
        certainty::WeightDraws::between(&lower, &upper).or_throw().map(Self)
    }

    /// The same weights in every draw, divided by their sum.
    pub fn fixed(
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] weights: Vec<f64>,
    ) -> Js<WeightDraws> {
        certainty::WeightDraws::fixed(&weights).or_throw().map(Self)
    }

    /// The number of criteria.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.0.len()
    }
}

/// How the values of a criterion vary from draw to draw.
#[wasm_bindgen]
pub struct Noise(certainty::Noise);

#[wasm_bindgen]
impl Noise {
    /// Each value plus a normal number of this standard deviation, in the unit of the values.
    pub fn normal(deviation: f64) -> Noise {
        Self(certainty::Noise::Normal(deviation))
    }

    /// Each value plus a uniform number from minus to plus this, in the unit of the values.
    pub fn uniform(half: f64) -> Noise {
        Self(certainty::Noise::Uniform(half))
    }

    /// Each value anew, uniform between its bounds, which are one for each row.
    pub fn interval(
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] lower: Vec<f64>,
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] upper: Vec<f64>,
    ) -> Noise {
        Self(certainty::Noise::Interval { lower, upper })
    }
}

/// A whole number, zero or more, from a number or a bigint.
fn whole(path: &str, value: &JsValue) -> Js<u64> {
    let read = from_js(value).map_err(|e| e.under(path)).or_throw()?;
    let found = match &read {
        Value::Int(n) => u64::try_from(*n).ok(),
        _ => None,
    };
    let (got, expected) = (read.kind().to_owned(), "a whole number from 0 to 2^64 - 1".to_owned());
    found.ok_or_else(|| Error::at(path, DocumentError::WrongKind { got, expected })).or_throw()
}

/// The shares of draws between which an interval stands; 5 % and 95 % unless given.
pub fn levels(low: Option<&str>, high: Option<&str>) -> Js<Levels> {
    let share = |path: &str, text: Option<&str>| text.map(|text| one::<Ratio>(path, text)).transpose();
    Levels::or_default(share("low", low)?, share("high", high)?).or_throw()
}

/// A study of uncertainty (不确定性分析): how far ranks move when weights, values and methods are not sure.
///
/// The same seed gives the same draws on every machine and in every language.
#[wasm_bindgen]
pub struct Study(UnitStudy);

#[wasm_bindgen]
impl Study {
    /// A study of rows, which are objects, or of comma-separated text with a head: a column of units, `unit` unless another is
    /// named, and one of numbers for each criterion. `costs` names the criteria of which less is better.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Rows | string")] rows: JsValue,
        criteria: Vec<String>,
        weights: &WeightDraws,
        costs: Option<Vec<String>>,
        units: Option<String>,
    ) -> Js<Study> {
        let criteria = directed(&criteria, &costs.unwrap_or_default()).or_throw()?;
        let table = table(&rows).or_throw()?;
        let units = units.as_deref().unwrap_or("unit");
        UnitStudy::read(&table, units, &criteria, weights.0.clone()).or_throw().map(Self)
    }

    /// The same with values of a criterion that vary.
    #[wasm_bindgen(js_name = withNoise)]
    pub fn with_noise(&self, criterion: &str, noise: &Noise) -> Js<Study> {
        self.0.clone().noise(criterion, noise.0.clone()).or_throw().map(Self)
    }

    /// The same with a choice of methods by name, each as likely as every other: `additive`, the sum of weight times value as it
    /// stands, and the methods of decisions such as `topsis`.
    #[wasm_bindgen(js_name = withMethods)]
    pub fn with_methods(&self, methods: Vec<String>) -> Js<Study> {
        self.0.clone().methods(&methods).or_throw().map(Self)
    }

    /// The same with another composite index among which each draw chooses, of the same units and indicators.
    ///
    /// Throws `ShequError`: `certainty-cards-differ`.
    #[wasm_bindgen(js_name = withIndex)]
    pub fn with_index(&self, card: &IndexCard) -> Js<Study> {
        self.0.clone().with_index(&card.0).or_throw().map(Self)
    }

    /// The same with a seed, which is 0 otherwise.
    #[wasm_bindgen(js_name = withSeed)]
    pub fn with_seed(&self, #[wasm_bindgen(unchecked_param_type = "number | bigint")] seed: JsValue) -> Js<Study> {
        Ok(Self(self.0.clone().seed(whole("seed", &seed)?)))
    }

    /// The units in the order of the rows.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// The criteria in their order, which is that of weights.
    #[wasm_bindgen(getter)]
    pub fn criteria(&self) -> Vec<String> {
        self.0.matrix().criteria().iter().map(|criterion| criterion.key().to_string()).collect()
    }

    /// The ranks in so many draws.
    pub fn run(
        &self,
        draws: u32,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<RankSample> {
        watched(&watch, |progress| self.0.run_watched(draws.into(), progress)).map(RankSample)
    }

    /// The parameters and the outcome of a draw, made again from the seed.
    #[wasm_bindgen(unchecked_return_type = "UnitDraw")]
    pub fn draw(&self, draw: u32) -> Js {
        to_js(&self.0.draw(draw.into()).or_throw()?)
    }

    /// Which weight makes the ranking vary: Sobol indices of the weights, each uniform between its bounds and then divided by their
    /// sum, under the first of the methods.
    #[wasm_bindgen(js_name = weightSensitivity, unchecked_return_type = "WeightSensitivity")]
    pub fn weight_sensitivity(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] lower: Vec<f64>,
        #[wasm_bindgen(unchecked_param_type = "Float64Array | number[]")] upper: Vec<f64>,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<SobolOptions>")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js {
        let options = if options.is_undefined() { SobolOptions::default() } else { document::argument(&options)? };
        to_js(&watched(&watch, |progress| self.0.weight_sensitivity(&lower, &upper, &options, progress))?)
    }
}

/// The ranks of units in the draws of a study; equals share the better rank.
#[wasm_bindgen]
pub struct RankSample(pub(crate) UnitSample);

#[wasm_bindgen]
impl RankSample {
    /// The units in the order of the rows.
    #[wasm_bindgen(getter)]
    pub fn units(&self) -> Vec<String> {
        self.0.units().iter().map(Key::to_string).collect()
    }

    /// How many draws there are.
    #[wasm_bindgen(getter, unchecked_return_type = "number")]
    pub fn draws(&self) -> Js {
        to_js(&self.0.draws())
    }

    /// What the draws say of a unit; `low` and `high` are exact shares of the draws, `1/20` and `19/20` unless given.
    #[wasm_bindgen(unchecked_return_type = "UnitRankSummary")]
    pub fn summary(&self, unit: &str, low: Option<String>, high: Option<String>) -> Js {
        to_js(&self.0.summary(unit, &levels(low.as_deref(), high.as_deref())?).or_throw()?)
    }

    /// What the draws say of every unit: `unit`, the exact `mean` of its ranks, their `rank_sum` over the `draws`, the ranks `best`,
    /// `low`, `median`, `high`, `worst`, and in how many draws it is `first`.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, low: Option<String>, high: Option<String>) -> Js {
        to_js(&self.0.table(&levels(low.as_deref(), high.as_deref())?).or_throw()?)
    }

    /// In how many draws a unit has each rank, from the first to the last.
    #[wasm_bindgen(unchecked_return_type = "number[]")]
    pub fn counts(&self, unit: &str) -> Js {
        to_js(&self.0.counts(unit).or_throw()?)
    }

    /// In how many of the draws a unit is at rank `k` or above it, such as `820/1000`.
    #[wasm_bindgen(js_name = atOrAbove)]
    pub fn at_or_above(&self, unit: &str, k: u32) -> Js<String> {
        self.0.at_or_above(unit, k).or_throw().map(|rate| rate.to_string())
    }

    /// In how many draws a unit is ahead of another, level with it, and behind it.
    #[wasm_bindgen(unchecked_return_type = "Duel")]
    pub fn duel(&self, unit: &str, other: &str) -> Js {
        to_js(&self.0.duel(unit, other).or_throw()?)
    }

    /// The rank of a unit in a draw.
    pub fn rank(&self, draw: u32, unit: &str) -> Js<u32> {
        self.0.rank(draw.into(), unit).or_throw()
    }

    /// Why the interval of a unit is what it is: the draws at each of its ranks, which add up to all of them.
    pub fn explain(&self, unit: &str, low: Option<String>, high: Option<String>) -> Js<Explanation> {
        self.0.explain(unit, &levels(low.as_deref(), high.as_deref())?).or_throw().map(Explanation)
    }

    /// What `JSON.stringify` writes: the table.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "Rows")]
    pub fn to_json(&self) -> Js {
        self.table(None, None)
    }
}

answer! {
    /// The award line of a peer group: the least total with an award and the greatest without.
    AwardMargin(certainty::AwardMargin) as "AwardMarginData" {
        /// The peer group; none where there are none.
        group "group": "string | null",
        /// The last unit in, by total and then by key; none without awards.
        last_in "lastIn": "NearUnit | null",
        /// The first eligible unit out; none where every eligible unit is awarded.
        first_out "firstOut": "NearUnit | null",
        /// How far they are apart, exactly; below zero where a tie-break or a lot reversed them.
        gap "gap": "string | null",
        /// The least total that an award needs; null where any total will do.
        least "least": "string | null",
        /// The margin that was asked for.
        margin "margin": "string",
        /// Whether an award that is given, or one that is not, rests on less than the margin: the warning.
        is_thin "isThin": "boolean",
        /// The units that less than the margin would take across the line, the best first.
        near "near": "NearUnit[]",
    }
}

#[wasm_bindgen]
impl Scorecard {
    /// The points of each part, the groups of the first level unless `indicators` are asked for: the weights that the scheme itself
    /// gives the criteria of `exactTable`, in their order.
    #[wasm_bindgen(js_name = partPoints)]
    pub fn part_points(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ChartParts")] parts: JsValue,
    ) -> Js<Vec<String>> {
        Ok(self.0.part_points(self::parts(&parts)?).iter().map(Ratio::to_string).collect())
    }

    /// The scorecard as an exact table, to ask how ranks depend on the weights of the scheme: a row for each unit of a peer group, a
    /// criterion for each group of the first level, or for each indicator. Under `partPoints` as weights the score of a unit is its total
    /// before rounding.
    ///
    /// `group` names the peer group where there are several. Bonuses and penalties count in full, whatever the weights. Throws
    /// `ShequError`: `certainty-peer-group-missing`, `unknown-group`, `certainty-too-many-digits`.
    #[wasm_bindgen(js_name = exactTable)]
    pub fn exact_table(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "ChartParts")] parts: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "string")] group: Option<String>,
    ) -> Js<ExactTable> {
        self.0.exact_table(self::parts(&parts)?, group.as_deref()).or_throw().map(ExactTable)
    }

    /// How far the ranks of a peer group depend on the weights of the scheme: their intervals over draws, each weight up to `spread` of
    /// itself more or less.
    #[wasm_bindgen(js_name = rankIntervals)]
    pub fn rank_intervals(
        &self,
        #[wasm_bindgen(unchecked_optional_param_type = "Partial<IntervalOptions>")] options: JsValue,
        #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
    ) -> Js<RankSample> {
        let options = if options.is_undefined() { IntervalOptions::default() } else { document::argument(&options)? };
        watched(&watch, |progress| self.0.rank_intervals(&options, progress)).map(RankSample)
    }
}

#[wasm_bindgen]
impl IndexCard {
    /// A study of the index: its indicators with their gaps filled, and the whole index from the treatment of outliers on as the method.
    /// Each weight of an indicator among its siblings is a quarter more or less.
    pub fn study(&self) -> Js<Study> {
        UnitStudy::of_index(&self.0, None).or_throw().map(Study)
    }

    /// The same with other draws of the weights of the indicators.
    ///
    /// Throws `ShequError`: `certainty-count-mismatch` unless there is one weight for each indicator.
    #[wasm_bindgen(js_name = studyWith)]
    pub fn study_with(&self, weights: &WeightDraws) -> Js<Study> {
        UnitStudy::of_index(&self.0, Some(weights.0.clone())).or_throw().map(Study)
    }
}

#[wasm_bindgen]
impl ExactTable {
    /// The same units and values as a study of uncertainty; values become floats.
    pub fn study(&self, weights: &WeightDraws) -> Js<Study> {
        self.0.study(weights.0.clone()).or_throw().map(Study)
    }
}

/// What weights belong to; the groups unless it is said.
fn parts(value: &JsValue) -> Js<ChartParts> {
    let words = [("groups", ChartParts::Groups), ("indicators", ChartParts::Indicators)];
    choice("parts", value, &words).or_throw()
}

/// Whether the awards of each peer group of a scorecard rest on less than a margin of points, groups in the order of their names; one
/// for all where the scheme ranks all together.
#[wasm_bindgen(js_name = awardMargins)]
pub fn award_margins(card: &Scorecard, margin: &str) -> Js<Vec<AwardMargin>> {
    let margins = card.0.award_margins(one("margin", margin)?).or_throw()?;
    Ok(margins.into_iter().map(AwardMargin).collect())
}
