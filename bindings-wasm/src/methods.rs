//! Statistical methods: normalisations, weights, decisions, and exact sums.

use shequ::evaluation::methods::{
    self, BestWorst, BestWorstModel, Decide, Decision, IndexError, Judgements, Method, Normalise, Observations,
    PieShares, Priorities, RandomIndex, RankTies, TopsisNorm, Totals, Treatment, Weighting, Weights, row_names, row_of,
};
use shequ::kernel::{Result, Value, to_value};
use wasm_bindgen::prelude::*;

use crate::explain::Explanation;
use crate::fault::{Js, OrThrow as _};
use crate::numbers::{Options, floats, ints, list, rows, table};
use crate::plain::to_js;
use crate::watch::watched;
use crate::words::{choice, one};

const TIES: [(&str, RankTies); 4] = [
    ("min", RankTies::Min),
    ("dense", RankTies::Dense),
    ("average", RankTies::Average),
    ("ordinal", RankTies::Ordinal),
];
const PRIORITIES: [(&str, Priorities); 3] = [
    ("eigenvector", Priorities::Eigenvector),
    ("geometric-mean", Priorities::GeometricMean),
    ("column-mean", Priorities::ColumnMean),
];
const TABLES: [(&str, RandomIndex); 2] = [("saaty", RandomIndex::Saaty), ("tummala-ling", RandomIndex::TummalaLing)];
const MODELS: [(&str, BestWorstModel); 2] =
    [("linear", BestWorstModel::Linear), ("nonlinear", BestWorstModel::Nonlinear)];

/// Criteria with the names of their rows.
struct Data {
    names: Option<Vec<String>>,
    criteria: Observations<'static>,
}

impl Data {
    fn read(data: &JsValue, costs: &[String]) -> Result<Self> {
        let table = table(data)?;
        Ok(Self { names: row_names(&table)?, criteria: Observations::of_table(&table, costs)? })
    }

    fn keys(&self) -> Vec<&str> {
        self.criteria.variables().iter().map(|variable| variable.key().as_str()).collect()
    }

    fn weights(&self, weights: &JsValue, unscaled: bool) -> Result<Weights> {
        let given = floats("weights", weights, Some(&self.keys()))?;
        if unscaled { Weights::unscaled(given) } else { Weights::new(given) }
    }

    fn row(&self, unit: &JsValue) -> Result<usize> {
        place(self.names.as_deref(), self.criteria.rows(), unit)
    }
}

/// The place of a row by its name or its number.
fn place(names: Option<&[String]>, rows: usize, unit: &JsValue) -> Result<usize> {
    let word = unit.as_string().or_else(|| unit.as_f64().map(|n| n.to_string())).unwrap_or_default();
    row_of(names, rows, &word).map_err(|e| e.under("unit"))
}

/// Adds what a result can also tell to its plain form.
fn with(result: &impl serde::Serialize, more: Vec<(&str, Value)>) -> Js {
    let mut plain = to_value(result).or_throw()?;
    if let Value::Map(entries) = &mut plain {
        entries.extend(more.into_iter().map(|(key, value)| (key.to_owned(), value)));
    }
    to_js(&plain)
}

/// The criteria of a table on one scale by a method with its parameters; more of each is better in the outcome.
///
/// Of the criteria named in `costs` less is better. A column `unit` names the rows and is kept.
///
/// Throws `ShequError`: `indicator-constant`, `value-not-positive`, `target-not-better`, `parameter-missing`, `parameter-not-used` and
/// others, each with its row and criterion.
#[wasm_bindgen(unchecked_return_type = "Rows")]
pub fn normalise(
    #[wasm_bindgen(unchecked_param_type = "Normalising")] method: &str,
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "NormaliseOptions")] options: JsValue,
) -> Js {
    let made = (|| -> Result<_> {
        let mut options = Options::read(&options)?;
        let data = Data::read(&data, &options.costs()?)?;
        let by: Normalise = options.document(Some(method))?;
        let names = data.names.as_deref();
        Ok(by.normalise(&data.criteria.complete()?, names)?.table(names))
    })();
    to_js(&made.or_throw()?)
}

/// The outliers of one indicator drawn in (winsorised) or the whole indicator transformed, with a log of what was done.
///
/// Throws `ShequError`: `value-not-positive` with its row, `method-parameter`, `parameter-not-used`.
#[wasm_bindgen(unchecked_return_type = "Treated")]
pub fn treat(
    #[wasm_bindgen(unchecked_param_type = "FloatsInput")] values: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "TreatmentDraft")] options: JsValue,
) -> Js {
    let by: Treatment = Options::read(&options).and_then(|options| options.document(None)).or_throw()?;
    let values = floats("values", &values, None).or_throw()?;
    to_js(&by.apply_finite(&values).or_throw()?)
}

/// The ranks of values, the greatest first, with declared ties.
///
/// Throws `ShequError`: `not-finite` with its row.
#[wasm_bindgen(unchecked_return_type = "number[]")]
pub fn ranks(
    #[wasm_bindgen(unchecked_param_type = "FloatsInput")] values: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "RankTies")] ties: JsValue,
) -> Js {
    let values = floats("values", &values, None).or_throw()?;
    let ties = choice("ties", &ties, &TIES).or_throw()?;
    to_js(&methods::ranks_finite(&values, ties).or_throw()?)
}

/// The weights of the criteria of a table, read from their values; they sum to one and come in the order of the columns.
///
/// Throws `ShequError`: `one-row`, `criterion-constant`, `criterion-value-not-positive`, `weights-undetermined` and others.
#[wasm_bindgen(unchecked_return_type = "number[]")]
pub fn weigh(
    #[wasm_bindgen(unchecked_param_type = "Weighting")] method: &str,
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "{ costs?: string[] }")] options: JsValue,
) -> Js {
    let method: Weighting = one("method", method)?;
    let made = (|| -> Result<_> {
        let data = Data::read(&data, &Options::read(&options)?.costs()?)?;
        method.weights(&data.criteria.complete()?)
    })();
    made.or_throw().map(|weights| list(weights.as_slice()))
}

/// The same weight for each of so many criteria (等权).
#[wasm_bindgen(js_name = equalWeights, unchecked_return_type = "number[]")]
pub fn equal_weights(criteria: usize) -> Js {
    Weights::equal(criteria).or_throw().map(|weights| list(weights.as_slice()))
}

/// Weights from points of any sum (直接赋分): each divided by their sum.
///
/// Throws `ShequError`: `method-weight-invalid` with the place, `method-weights-zero`.
#[wasm_bindgen(js_name = pointWeights, unchecked_return_type = "number[]")]
pub fn point_weights(#[wasm_bindgen(unchecked_param_type = "FloatsInput")] points: JsValue) -> Js {
    let points = floats("points", &points, None).or_throw()?;
    Weights::points(&points).or_throw().map(|weights| list(weights.as_slice()))
}

/// Weights from the order of importance alone: `places[j]` is the place of criterion `j`, 1 for the most important.
///
/// Throws `ShequError`: `weights-not-an-order`.
#[wasm_bindgen(js_name = rankOrderCentroid, unchecked_return_type = "number[]")]
pub fn rank_order_centroid(#[wasm_bindgen(unchecked_param_type = "ArrayLike<number>")] places: Vec<usize>) -> Js {
    Weights::rank_order_centroid(&places).or_throw().map(|weights| list(weights.as_slice()))
}

/// What is asked of judgements.
struct Judged {
    judgements: Judgements,
    priorities: Priorities,
    table: RandomIndex,
}

impl Judged {
    fn read(judgements: &JsValue, options: &JsValue) -> Result<Self> {
        let rows = rows("rows", judgements)?;
        let upper = Options::read(options)?.flag("upper")?;
        let field = |name: &str| js_sys::Reflect::get(options, &name.into()).unwrap_or(JsValue::UNDEFINED);
        Ok(Self {
            judgements: if upper { Judgements::upper(&rows)? } else { Judgements::new(rows)? },
            priorities: choice("options.priorities", &field("priorities"), &PRIORITIES)?,
            table: choice("options.table", &field("table"), &TABLES)?,
        })
    }
}

/// Weights from judgements in pairs (层次分析法): how many times as important the criterion of the row is as that of the column.
///
/// With `upper` the rows hold only what stands above the diagonal.
///
/// Throws `ShequError`: `judgements-not-square`, `judgement-invalid`, `judgements-not-reciprocal`, each with its place.
#[wasm_bindgen(js_name = ahpWeights, unchecked_return_type = "number[]")]
pub fn ahp_weights(
    #[wasm_bindgen(unchecked_param_type = "FloatsInput[]")] judgements: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AhpOptions")] options: JsValue,
) -> Js {
    let asked = Judged::read(&judgements, &options).or_throw()?;
    asked.judgements.weights(asked.priorities).or_throw().map(|weights| list(weights.as_slice()))
}

/// How far judgements in pairs contradict each other, under a named table of random indices.
///
/// Throws `ShequError`: `random-index-missing` beyond 15 criteria, and the faults of `ahpWeights`.
#[wasm_bindgen(js_name = ahpConsistency, unchecked_return_type = "ConsistencyResult")]
pub fn ahp_consistency(
    #[wasm_bindgen(unchecked_param_type = "FloatsInput[]")] judgements: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "AhpOptions")] options: JsValue,
) -> Js {
    let asked = Judged::read(&judgements, &options).or_throw()?;
    let found = asked.judgements.consistency(asked.priorities, asked.table).or_throw()?;
    let warning = to_value(&found.warning()).or_throw()?;
    with(&found, vec![("acceptable", Value::Bool(found.acceptable())), ("warning", warning)])
}

/// Weights by the best-worst method (最优最劣法): comparisons of the best with the others and of the others with the worst.
///
/// Throws `ShequError`: `comparison-below-one` with its place, `method-counts-differ`, `best-worst-unclear`.
#[wasm_bindgen(js_name = bestWorst, unchecked_return_type = "BestWorstWeights")]
pub fn best_worst(
    #[wasm_bindgen(js_name = bestToOthers, unchecked_param_type = "FloatsInput")] best_to_others: JsValue,
    #[wasm_bindgen(js_name = othersToWorst, unchecked_param_type = "FloatsInput")] others_to_worst: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "BestWorstModel")] model: JsValue,
) -> Js {
    let best = floats("best_to_others", &best_to_others, None).or_throw()?;
    let worst = floats("others_to_worst", &others_to_worst, None).or_throw()?;
    let model = choice("model", &model, &MODELS).or_throw()?;
    to_js(&BestWorst::new(&best, &worst).and_then(|comparisons| comparisons.weights(model)).or_throw()?)
}

/// Scores by the benefit of the doubt (善意推定): the weights of each row are those that suit it best, as long as no row exceeds one.
///
/// `shares` bounds the share of each criterion in a row's score: one pair for all, or one for each.
///
/// Throws `ShequError`: `criterion-value-negative` with its place, `criterion-all-zero`, `shares-cannot-be-met`.
#[wasm_bindgen(js_name = benefitOfDoubt, unchecked_return_type = "DoubtResult")]
pub fn benefit_of_doubt(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "[number, number] | [number, number][]")] shares: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Watch")] watch: JsValue,
) -> Js {
    let data = Data::read(&data, &[]).or_throw()?;
    let matrix = data.criteria.complete().or_throw()?;
    let shares = pie(&shares, matrix.criteria().len()).or_throw()?;
    let doubt = watched(&watch, |progress| methods::benefit_of_doubt_with(&matrix, shares.as_ref(), progress))?;
    let parts: Vec<Option<Vec<f64>>> = (0..matrix.rows()).map(|row| doubt.shares(&matrix, row)).collect();
    with(&doubt, vec![("shares", to_value(&parts).or_throw()?), ("units", to_value(&data.names).or_throw()?)])
}

fn pie(shares: &JsValue, criteria: usize) -> Result<Option<PieShares>> {
    if shares.is_undefined() || shares.is_null() {
        return Ok(None);
    }
    if js_sys::Array::from(shares).get(0).as_f64().is_some() {
        return match floats("shares", shares, None)?.as_slice() {
            [least, greatest] => PieShares::all(criteria, *least, *greatest).map(Some),
            other => pair(other, "shares"),
        };
    }
    let pairs = rows("shares", shares)?;
    let pairs = pairs.iter().enumerate().map(|(i, one)| match one.as_slice() {
        [least, greatest] => Ok((*least, *greatest)),
        other => pair(other, &format!("shares[{i}]")),
    });
    PieShares::new(pairs.collect::<Result<_>>()?).map(Some)
}

fn pair<T>(got: &[f64], at: &str) -> Result<T> {
    let what = "a pair of shares".to_owned();
    Err(shequ::kernel::Error::at(at, methods::MethodError::CountsDiffer { what, got: got.len(), expected: 2 }))
}

/// One score and one rank for each row, by a method of decision (多准则决策).
#[wasm_bindgen]
pub struct MethodDecision {
    decision: Decision,
    data: Data,
    weights: Weights,
}

#[wasm_bindgen]
impl MethodDecision {
    /// The number of rows.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.decision.scores().len()
    }

    /// The method.
    #[wasm_bindgen(getter, unchecked_return_type = "MethodName")]
    pub fn method(&self) -> Js {
        to_js(&self.decision.method())
    }

    /// What the method is called.
    #[wasm_bindgen(getter, unchecked_return_type = "Text")]
    pub fn label(&self) -> Js {
        to_js(&self.decision.method().label())
    }

    /// Whether a higher or a lower score is better.
    #[wasm_bindgen(getter, unchecked_return_type = "Direction")]
    pub fn better(&self) -> Js {
        to_js(&self.decision.better())
    }

    /// The names of the rows; null where they have none.
    #[wasm_bindgen(getter, unchecked_return_type = "string[] | null")]
    pub fn units(&self) -> Js {
        to_js(&self.data.names)
    }

    /// The scores in the order of the rows, unrounded.
    #[wasm_bindgen(getter, unchecked_return_type = "number[]")]
    pub fn scores(&self) -> JsValue {
        list(self.decision.scores())
    }

    /// The ranks in the order of the rows; 1 is the best.
    #[wasm_bindgen(getter, unchecked_return_type = "number[]")]
    pub fn ranks(&self) -> Js {
        to_js(&self.decision.ranks())
    }

    /// The rows from the best to the worst by their numbers, from 0; equals in their own order.
    #[wasm_bindgen(getter, unchecked_return_type = "number[]")]
    pub fn order(&self) -> Js {
        to_js(&self.decision.order())
    }

    /// One row an alternative: `unit`, where the rows have names, `score` and `rank`.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self) -> Js {
        to_js(&self.decision.table(self.data.names.as_deref()))
    }

    /// Why a row has its score: its values beside the best and the worst of each criterion, the weights, and the method in words.
    ///
    /// Throws `ShequError`: `unknown-unit`, `unknown-row`.
    pub fn explain(&self, #[wasm_bindgen(unchecked_param_type = "string | number")] unit: JsValue) -> Js<Explanation> {
        let row = self.data.row(&unit).or_throw()?;
        let matrix = self.data.criteria.complete().or_throw()?;
        let unknown = || IndexError::UnknownRow { got: row, rows: matrix.rows() }.into();
        let found = self.decision.explain(&matrix, &self.weights, row);
        found.ok_or_else(unknown).or_throw().map(Explanation)
    }

    /// What `JSON.stringify` writes.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "Decision")]
    pub fn to_json(&self) -> Js {
        to_js(&self.decision)
    }
}

/// Scores and ranks by a method of decision (多准则决策) by its name, with its parameters among the options.
///
/// Of the criteria named in `costs` less is better. Weights come in the order of the columns or by name and sum to one;
/// with `unscaled` they are taken as they stand. A column `unit` names the rows.
///
/// Throws `ShequError`: `unknown-choice`, `parameter-not-used`, `method-weights-not-one`, `criterion-constant`, `value-outside-bounds`,
/// `one-row` and others, each with its row and criterion.
#[wasm_bindgen(js_name = decideBy)]
pub fn decide_by(
    #[wasm_bindgen(unchecked_param_type = "MethodName")] method: &str,
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js<MethodDecision> {
    let made = (|| -> Result<_> {
        let (data, weights, options) = asked(&data, &weights, &options)?;
        let by: Decide = options.document(Some(method))?;
        let decision = by.decide(&data.criteria.complete()?, &weights)?;
        Ok(MethodDecision { decision, data, weights })
    })();
    made.or_throw()
}

fn asked(data: &JsValue, weights: &JsValue, options: &JsValue) -> Result<(Data, Weights, Options)> {
    let mut options = Options::read(options)?;
    let data = Data::read(data, &options.costs()?)?;
    let weights = data.weights(weights, options.flag("unscaled")?)?;
    Ok((data, weights, options))
}

/// The method of options, with the data and the weights.
fn method_of(name: &str, data: &JsValue, weights: &JsValue, options: &JsValue) -> Js<(Data, Weights, Method)> {
    let made = (|| -> Result<_> {
        let (data, weights, options) = asked(data, weights, options)?;
        let by: Decide = options.document(Some(name))?;
        Ok((data, weights, by.method))
    })();
    made.or_throw()
}

/// TOPSIS (逼近理想解排序法): closeness to the best and distance from the worst alternative that the criteria could make.
///
/// Throws `ShequError` as `decideBy`.
#[wasm_bindgen(unchecked_return_type = "Closeness")]
pub fn topsis(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js {
    let (data, weights, method) = method_of("topsis", &data, &weights, &options)?;
    let norm = if let Method::Topsis { norm } = method { norm } else { TopsisNorm::default() };
    to_js(&methods::topsis(&data.criteria.complete().or_throw()?, &weights, norm).or_throw()?)
}

/// VIKOR (多准则妥协解排序法), with the weight `v` of the good of most, and its compromise.
///
/// Throws `ShequError` as `decideBy`.
#[wasm_bindgen(unchecked_return_type = "VikorResult")]
pub fn vikor(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js {
    let (data, weights, method) = method_of("vikor", &data, &weights, &options)?;
    let v = if let Method::Vikor { v } = method { v } else { 0.5 };
    let found = methods::vikor(&data.criteria.complete().or_throw()?, &weights, v).or_throw()?;
    with(&found, vec![("compromise", to_value(&found.compromise()).or_throw()?)])
}

/// PROMETHEE (偏好顺序结构评估法): the flows of preference of each row.
///
/// Throws `ShequError` as `decideBy`.
#[wasm_bindgen(unchecked_return_type = "Flows")]
pub fn promethee(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js {
    let (data, weights, method) = method_of("promethee-ii", &data, &weights, &options)?;
    let preferences = if let Method::Promethee { preferences } = method { preferences } else { Vec::new() };
    to_js(&methods::promethee(&data.criteria.complete().or_throw()?, &weights, &preferences).or_throw()?)
}

/// ELECTRE I (消去与选择转换法): which alternatives outrank which, and the few that remain to choose from; up to 2,000 rows.
///
/// Throws `ShequError` as `decideBy`.
#[wasm_bindgen(unchecked_return_type = "Electre")]
pub fn electre(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js {
    let (data, weights, method) = method_of("electre-i", &data, &weights, &options)?;
    let (least, most) = match method {
        Method::Electre { concordance, discordance } => (concordance, discordance),
        _ => (0.65, 0.35),
    };
    to_js(&methods::electre(&data.criteria.complete().or_throw()?, &weights, least, most).or_throw()?)
}

/// Copeland (科普兰法): how many others each row beats by a weighted majority, less how many beat it; up to 20,000 rows.
///
/// Throws `ShequError` as `decideBy`.
#[wasm_bindgen(unchecked_return_type = "Outranking")]
pub fn copeland(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "DecideOptions")] options: JsValue,
) -> Js {
    let (data, weights, _) = method_of("copeland", &data, &weights, &options)?;
    to_js(&methods::copeland(&data.criteria.complete().or_throw()?, &weights).or_throw()?)
}

/// Exact weighted sums, one a row, which no order of adding can change.
#[wasm_bindgen]
pub struct ExactTotals {
    totals: Totals,
    names: Option<Vec<String>>,
}

impl ExactTotals {
    fn each(&self) -> Vec<String> {
        (0..self.totals.len()).filter_map(|row| self.totals.get(row)).map(|total| total.to_string()).collect()
    }

    fn row(&self, unit: &JsValue) -> Js<usize> {
        place(self.names.as_deref(), self.totals.len(), unit).or_throw()
    }
}

#[wasm_bindgen]
impl ExactTotals {
    /// The number of rows.
    #[wasm_bindgen(getter)]
    pub fn length(&self) -> usize {
        self.totals.len()
    }

    /// The names of the rows; null where they have none.
    #[wasm_bindgen(getter, unchecked_return_type = "string[] | null")]
    pub fn units(&self) -> Js {
        to_js(&self.names)
    }

    /// The sums in the order of the rows, as decimals.
    #[wasm_bindgen(getter)]
    pub fn totals(&self) -> Vec<String> {
        self.each()
    }

    /// The decimals of every sum.
    #[wasm_bindgen(getter)]
    pub fn scale(&self) -> u8 {
        self.totals.scale()
    }

    /// The rows from the greatest sum to the least by their numbers, from 0; equals in their own order.
    #[wasm_bindgen(getter, unchecked_return_type = "number[]")]
    pub fn order(&self) -> Js {
        to_js(&self.totals.order())
    }

    /// The ranks in the order of the rows, the greatest sum first.
    #[wasm_bindgen(unchecked_return_type = "number[]")]
    pub fn ranks(&self, #[wasm_bindgen(unchecked_optional_param_type = "RankTies")] ties: JsValue) -> Js {
        to_js(&self.totals.ranks(choice("ties", &ties, &TIES).or_throw()?))
    }

    /// The sum of a row.
    pub fn total(&self, #[wasm_bindgen(unchecked_param_type = "string | number")] unit: JsValue) -> Js<String> {
        let row = self.row(&unit)?;
        let unknown = || IndexError::UnknownRow { got: row, rows: self.totals.len() }.into();
        self.totals.get(row).ok_or_else(unknown).or_throw().map(|total| total.to_string())
    }

    /// The sum of a row over the sum of the weights, as an exact ratio; undefined where that is zero.
    pub fn mean(&self, #[wasm_bindgen(unchecked_param_type = "string | number")] unit: JsValue) -> Js<Option<String>> {
        Ok(self.totals.mean(self.row(&unit)?).map(|mean| mean.to_string()))
    }

    /// One row an alternative: `unit`, where the rows have names, `total` and `rank`.
    #[wasm_bindgen(unchecked_return_type = "Rows")]
    pub fn table(&self, #[wasm_bindgen(unchecked_optional_param_type = "RankTies")] ties: JsValue) -> Js {
        let ties = choice("ties", &ties, &TIES).or_throw()?;
        to_js(&self.totals.table(self.names.as_deref(), ties))
    }

    /// What `JSON.stringify` writes: the sums.
    #[wasm_bindgen(js_name = toJSON, unchecked_return_type = "string[]")]
    pub fn to_json(&self) -> Js {
        to_js(&self.each())
    }
}

/// The sum of weight times value of each row, exactly: whole numbers and decimals, nothing rounded.
///
/// Whole numbers (a `BigInt64Array` or a list) are taken as they are; other numbers and texts need their decimals in `scales`.
/// Weights are whole numbers, in the order of the columns or by name; less is better of the columns in `costs`.
///
/// Throws `ShequError`: `weights-ragged`, `cell-missing`, `parameter-missing`, `too-many-digits`, `exact-sum-too-large`, with the place.
#[wasm_bindgen(js_name = exactSum)]
pub fn exact_sum(
    #[wasm_bindgen(unchecked_param_type = "NumbersInput")] data: JsValue,
    #[wasm_bindgen(unchecked_param_type = "WholeWeightsInput")] weights: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "{ costs?: string[]; scales?: Record<string, number> }")]
    options: JsValue,
) -> Js<ExactTotals> {
    let made = (|| -> Result<_> {
        let mut options = Options::read(&options)?;
        let (costs, scales) = (options.costs()?, options.scales()?);
        let table = table(&data)?;
        let matrix = methods::ExactMatrix::of_table(&table, &costs, &scales)?;
        let keys: Vec<&str> = matrix.criteria().iter().map(|criterion| criterion.key().as_str()).collect();
        let totals = matrix.weighted_sum(&ints("weights", &weights, &keys)?)?;
        Ok(ExactTotals { totals, names: row_names(&table)? })
    })();
    made.or_throw()
}
