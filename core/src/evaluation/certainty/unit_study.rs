//! Studies of units: what [`Study`] does for rows, for the keys of units and with a matrix of its own.

use std::sync::Arc;

use super::CertaintyError as Fault;
use super::model::{MethodChoice, Noise};
use super::sample::{Duel, Levels, RankSample};
use super::sensitivity::{RankOutput, weight_sensitivity};
use super::study::Study;
use super::units::{self, Units};
use super::weights::WeightDraws;
use crate::evaluation::methods::{Criterion, Direction, IndexCard, Matrix, Method, MethodName, Variable};
use crate::kernel::{Error, Explanation, Faults, Key, Lang, Progress, Rate, Result, Unwatched};
use crate::wire::certainty::{OutputName, SobolOptions, UnitDraw, UnitRankSummary, WeightSensitivity};
use crate::wire::{Column, Table};

/// The word for the sum of weight times value as it stands.
const ADDITIVE: &str = "additive";

/// A study of uncertainty (不确定性分析) of units: a matrix with the key of each row, and the distributions of its weights, values and
/// methods.
///
/// It is a [`Study`] that owns what it studies; the same seed gives the same draws.
///
/// ```
/// use shequ::evaluation::certainty::{Levels, UnitStudy, WeightDraws, directed};
/// use shequ::wire::Table;
/// let table = Table::from_csv("unit,reach,speed\na,1,0.9\nb,0.5,1\nc,0.4,0.2\n")?;
/// let study = UnitStudy::read(&table, "unit", &directed(&["reach", "speed"], &[""; 0])?, WeightDraws::uniform(2)?)?.seed(7);
/// let sample = study.run(1000)?;
/// assert_eq!(sample.counts("c")?, [0, 0, 1000]);
/// assert_eq!(sample.summary("c", &Levels::default())?.best, 3);
/// assert!((800..870).contains(&sample.at_or_above("a", 1)?.numerator()));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct UnitStudy {
    units: Arc<Units>,
    matrix: Arc<Matrix<'static>>,
    weights: WeightDraws,
    noise: Vec<Noise>,
    methods: Vec<Choice>,
    seed: u64,
}

/// What makes scores.
#[derive(Debug, Clone)]
enum Choice {
    /// The sum of weight times value.
    Additive,
    Method(Method),
    Index(Arc<IndexCard>),
}

impl Choice {
    fn name(&self) -> String {
        match self {
            Self::Additive => ADDITIVE.to_owned(),
            Self::Method(method) => method.name().to_string(),
            Self::Index(card) => card.index().title().get(Lang::En).to_owned(),
        }
    }
}

impl UnitStudy {
    /// A study of the weights: values are fixed, the method is additive, the seed is 0.
    ///
    /// # Errors
    /// `certainty-count-mismatch` unless there is one unit for each row and one weight for each criterion;
    /// `certainty-duplicate-key`.
    pub fn new(units: Vec<Key>, matrix: Matrix<'static>, weights: WeightDraws) -> Result<Self> {
        let (got, expected) = (units.len(), matrix.rows());
        if got != expected {
            return Err(Error::at("units", Fault::CountMismatch { what: "the list of units".into(), got, expected }));
        }
        Self::of(Units::new(units)?, matrix, weights)
    }

    /// The same of a table: a column of units, and one column of numbers for each criterion.
    ///
    /// Numbers are taken as floats, whatever holds them.
    ///
    /// # Errors
    /// As [`new`](Self::new); `missing-column`, `wrong-column`, `empty-cell`; `not-finite`, `not-a-number` and
    /// `certainty-cell-missing` with the place, `[row].criterion`; `empty-matrix`, `criterion-twice`.
    pub fn read(table: &Table, units: &str, criteria: &[(Key, Direction)], weights: WeightDraws) -> Result<Self> {
        let (units, matrix) = units::read(table, units, criteria)?;
        Self::of(units, matrix, weights)
    }

    fn of(units: Units, matrix: Matrix<'static>, weights: WeightDraws) -> Result<Self> {
        Study::new(&matrix, weights.clone())?;
        let noise = vec![Noise::None; matrix.criteria().len()];
        Ok(Self {
            units: Arc::new(units),
            matrix: Arc::new(matrix),
            weights,
            noise,
            methods: vec![Choice::Additive],
            seed: 0,
        })
    }

    /// A study of a composite index: its indicators with their gaps filled, and the whole index from the treatment of outliers on as the
    /// method. The weights are those of the indicators among their siblings; each is a quarter more or less unless others are given.
    ///
    /// # Errors
    /// `certainty-count-mismatch` unless there is one weight for each indicator.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use shequ::evaluation::certainty::UnitStudy;
    /// use shequ::evaluation::methods::Index;
    /// use shequ::kernel::Document;
    /// use shequ::wire::Table;
    /// let index = |mean: &str| Index::parse(&format!(r#"
    ///     format = "shequ.index/1"
    ///     title = "{mean}"
    ///     subject = "unit"
    ///     normalisation = {{ method = "min-max", lower = 1, upper = 100 }}
    ///     ranking = {{ ties = "min" }}
    ///     levels = [{{ aggregation = "{mean}" }}]
    ///     aggregates = [{{ key = "top" }}]
    ///     indicators = [{{ key = "reach", parent = "top" }}, {{ key = "speed", parent = "top" }}]
    /// "#));
    /// let table = Table::from_csv("unit,reach,speed\na,9,2\nb,5,5\nc,1,1\n")?;
    /// let [plain, geometric] = [index("arithmetic")?, index("geometric")?].map(|index| index.evaluate(&table).map(Arc::new));
    /// let study = UnitStudy::of_index(&plain?, None)?.with_index(&geometric?)?.seed(7);
    /// let sample = study.run(500)?;
    /// // By hand: by the arithmetic mean b is ahead of a while the weight of reach is below 3/5, by the geometric one always here.
    /// assert!(sample.at_or_above("b", 1)?.numerator() > 450);
    /// assert_eq!(sample.counts("c")?, [0, 0, 500]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of_index(card: &Arc<IndexCard>, weights: Option<WeightDraws>) -> Result<Self> {
        let [_, _, filled] = card.stages();
        let weights = if let Some(weights) = weights {
            weights
        } else {
            let nodes = card.index().nodes().into_iter().filter(|node| node.level == 0);
            WeightDraws::around(&nodes.map(|node| node.weight.get()).collect::<Vec<_>>(), 0.25)?
        };
        let matrix = filled.complete()?;
        let owned =
            matrix.criteria().iter().map(|c| Criterion::new(c.key().clone(), c.direction(), c.values().to_vec()));
        let matrix = Matrix::new(owned.collect())?;
        let study = Self::new(card.units().to_vec(), matrix, weights)?;
        Ok(Self { methods: vec![Choice::Index(Arc::clone(card))], ..study })
    }

    /// The same with another index among which each draw chooses, of the same units and indicators; one that is given twice is twice as
    /// likely.
    ///
    /// # Errors
    /// `certainty-cards-differ`.
    pub fn with_index(mut self, card: &Arc<IndexCard>) -> Result<Self> {
        let [_, _, filled] = card.stages();
        let keys = || filled.variables().iter().map(Variable::key);
        if card.units() != self.units() {
            return Err(Fault::CardsDiffer { what: "units".into() }.into());
        }
        if !keys().eq(self.matrix.criteria().iter().map(Criterion::key)) {
            return Err(Fault::CardsDiffer { what: "indicators".into() }.into());
        }
        self.methods.push(Choice::Index(Arc::clone(card)));
        Ok(self)
    }

    /// The same with values of a criterion that vary.
    ///
    /// # Errors
    /// `certainty-unknown-criterion`, `certainty-count-mismatch`, `certainty-out-of-range`, `certainty-bounds-reversed`.
    pub fn noise(mut self, criterion: &str, noise: Noise) -> Result<Self> {
        let place = units::criterion(&self.matrix, criterion)?;
        if let (Some(slot), Some(criterion)) = (self.noise.get_mut(place), self.matrix.criteria().get(place)) {
            let mut faults = Faults::new();
            noise.check(criterion.key(), self.matrix.rows(), &mut faults);
            faults.into_result().map_err(|error| error.under("noise"))?;
            *slot = noise;
        }
        Ok(self)
    }

    /// The same with a choice of methods by name in place of those before, each as likely as every other: those of [`MethodName`], and `additive`, the sum
    /// of weight times value as it stands.
    ///
    /// # Errors
    /// `unknown-method` with the place, `certainty-count-mismatch` without any.
    pub fn methods(mut self, names: &[impl AsRef<str>]) -> Result<Self> {
        let mut faults = Faults::new();
        let mut methods = Vec::with_capacity(names.len());
        for (at, name) in names.iter().enumerate() {
            let method = match name.as_ref() {
                ADDITIVE => Ok(Choice::Additive),
                name => name.parse::<MethodName>().map(|name| Choice::Method(Method::from(name))),
            };
            methods.extend(faults.take(&format!("methods[{at}]"), method));
        }
        faults.into_result()?;
        if methods.is_empty() {
            let cause = Fault::CountMismatch { what: "the list of methods".into(), got: 0, expected: 1 };
            return Err(Error::at("methods", cause));
        }
        self.methods = methods;
        Ok(self)
    }

    /// The same with a seed.
    #[must_use]
    pub const fn seed(mut self, seed: u64) -> Self {
        self.seed = seed;
        self
    }

    /// The units in the order of the rows.
    pub fn units(&self) -> &[Key] {
        self.units.keys()
    }

    /// The matrix.
    pub fn matrix(&self) -> &Matrix<'static> {
        &self.matrix
    }

    fn choices(&self) -> Vec<MethodChoice<'_>> {
        let choices = self.methods.iter().map(|method| match method {
            Choice::Additive => MethodChoice::Additive,
            Choice::Method(method) => MethodChoice::Model(method),
            Choice::Index(card) => MethodChoice::Model(&**card),
        });
        choices.collect()
    }

    fn study(&self) -> Result<Study<'_>> {
        let study = Study::new(&self.matrix, self.weights.clone())?.noise(self.noise.clone())?;
        Ok(study.methods(self.choices())?.seed(self.seed))
    }

    /// The ranks in `draws` draws.
    ///
    /// # Errors
    /// As [`Study::run`].
    pub fn run(&self, draws: u64) -> Result<UnitSample> {
        self.run_watched(draws, &mut Unwatched)
    }

    /// The same, told how many draws are done, and stopped where the answer is to stop.
    ///
    /// # Errors
    /// As [`run`](Self::run), `stopped`.
    pub fn run_watched(&self, draws: u64, progress: &mut dyn Progress) -> Result<UnitSample> {
        let sample = self.study()?.run_watched(draws, progress)?;
        Ok(UnitSample { units: Arc::clone(&self.units), sample })
    }

    /// The parameters and the outcome of a draw, made again from the seed.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn draw(&self, draw: u64) -> Result<UnitDraw> {
        let made = self.study()?.draw(draw)?;
        let keys = || self.matrix.criteria().iter().map(|criterion| criterion.key().to_string());
        let units = || ("unit".to_owned(), texts(self.units.keys().iter().map(Key::to_string)));
        let weights =
            Table::new(vec![("criterion".to_owned(), texts(keys())), ("weight".to_owned(), floats(&made.weights))])?;
        let ranks = Column::Int(made.ranks.iter().map(|rank| Some(i64::from(*rank))).collect());
        let outcome =
            Table::new(vec![units(), ("score".to_owned(), floats(&made.scores)), ("rank".to_owned(), ranks)])?;
        let values = made.values.map(|values| {
            let columns = keys().zip(&values).map(|(key, values)| (key, floats(values)));
            Table::new(std::iter::once(units()).chain(columns).collect())
        });
        let method = self.methods.get(made.method).map_or_else(|| ADDITIVE.to_owned(), Choice::name);
        Ok(UnitDraw { draw, method, weights, outcome, values: values.transpose()? })
    }

    /// Which weight makes the ranking vary: Sobol indices of the weights, each uniform between its bounds and then divided by
    /// their sum, under the first of the methods.
    ///
    /// # Errors
    /// As [`weight_sensitivity`](super::weight_sensitivity); `certainty-unknown-unit` where the output is of a unit that is not there.
    pub fn weight_sensitivity(
        &self,
        lower: &[f64],
        upper: &[f64],
        options: &SobolOptions,
        progress: &mut dyn Progress,
    ) -> Result<WeightSensitivity> {
        let row = || self.units.find(options.unit.as_deref().unwrap_or_default()).map_err(|e| e.under("unit"));
        let output = match options.output {
            OutputName::Score => RankOutput::Score(row()?),
            OutputName::Rank => RankOutput::Rank(row()?),
            OutputName::MeanShift => RankOutput::MeanShift,
        };
        let method = self.choices().first().copied().unwrap_or(MethodChoice::Additive);
        let found = weight_sensitivity(&self.matrix, method, (lower, upper), output, &options.plan(), progress)?;
        let keys = self.matrix.criteria().iter().map(|criterion| criterion.key().to_string());
        let column = |of: fn(&super::SobolIndex) -> f64| floats(&found.inputs.iter().map(of).collect::<Vec<_>>());
        let weights = Table::new(vec![
            ("criterion".to_owned(), texts(keys)),
            ("first".to_owned(), column(|index| index.first)),
            ("first_low".to_owned(), column(|index| index.first_low)),
            ("first_high".to_owned(), column(|index| index.first_high)),
            ("total".to_owned(), column(|index| index.total)),
            ("total_low".to_owned(), column(|index| index.total_low)),
            ("total_high".to_owned(), column(|index| index.total_high)),
        ])?;
        Ok(WeightSensitivity { mean: found.mean, variance: found.variance, runs: found.runs, weights })
    }
}

fn texts(cells: impl Iterator<Item = String>) -> Column {
    Column::Text(cells.map(Some).collect())
}

fn floats(cells: &[f64]) -> Column {
    Column::Float(cells.iter().copied().map(Some).collect())
}

/// The ranks of units in the draws of a [`UnitStudy`]; equals share the better rank.
#[derive(Debug, Clone)]
pub struct UnitSample {
    units: Arc<Units>,
    sample: RankSample,
}

impl UnitSample {
    /// The units in the order of the rows.
    pub fn units(&self) -> &[Key] {
        self.units.keys()
    }

    /// The ranks by row.
    pub const fn ranks(&self) -> &RankSample {
        &self.sample
    }

    /// How many draws there are.
    pub fn draws(&self) -> u64 {
        let draws = self.sample.draws();
        draws.end - draws.start
    }

    /// The rank of a unit in a draw.
    ///
    /// # Errors
    /// `certainty-unknown-draw`, `certainty-unknown-unit`.
    pub fn rank(&self, draw: u64, unit: &str) -> Result<u32> {
        self.sample.rank(draw, self.units.find(unit)?)
    }

    /// In how many draws a unit has each rank, from the first to the last.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn counts(&self, unit: &str) -> Result<Vec<u64>> {
        self.sample.counts(self.units.find(unit)?)
    }

    /// In how many draws a unit is at rank `k` or above it.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn at_or_above(&self, unit: &str, k: u32) -> Result<Rate> {
        self.sample.at_or_above(self.units.find(unit)?, k)
    }

    /// In how many draws a unit is ahead of another, level with it, and behind it.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn duel(&self, unit: &str, other: &str) -> Result<Duel> {
        self.sample.duel(self.units.find(unit)?, self.units.find(other)?)
    }

    /// What the draws say of a unit.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn summary(&self, unit: &str, levels: &Levels) -> Result<UnitRankSummary> {
        let summary = self.sample.summary(self.units.find(unit)?, levels)?;
        Ok(UnitRankSummary::new(unit.to_owned(), summary))
    }

    /// What the draws say of every unit, in the order of the rows.
    ///
    /// # Errors
    /// None in practice.
    pub fn summaries(&self, levels: &Levels) -> Result<Vec<UnitRankSummary>> {
        let summaries = self.sample.summaries(levels)?;
        let of = |(unit, summary): (&Key, _)| UnitRankSummary::new(unit.to_string(), summary);
        Ok(self.units.keys().iter().zip(summaries).map(of).collect())
    }

    /// The same as a table: `unit`; the exact `mean` of its ranks as a text, and their `rank_sum` over the `draws`; the ranks
    /// `best`, `low`, `median`, `high`, `worst`; and in how many draws it is `first`.
    ///
    /// # Errors
    /// None in practice.
    pub fn table(&self, levels: &Levels) -> Result<Table> {
        let summaries = self.summaries(levels)?;
        let column = |of: fn(&UnitRankSummary) -> u64| {
            Column::Int(summaries.iter().map(|row| i64::try_from(of(row)).ok()).collect())
        };
        Table::new(vec![
            ("unit".to_owned(), texts(summaries.iter().map(|row| row.unit.clone()))),
            ("mean".to_owned(), texts(summaries.iter().map(|row| row.mean.to_string()))),
            ("rank_sum".to_owned(), column(|row| row.rank_sum)),
            ("draws".to_owned(), column(|row| row.first.denominator())),
            ("best".to_owned(), column(|row| row.best.into())),
            ("low".to_owned(), column(|row| row.low.into())),
            ("median".to_owned(), column(|row| row.median.into())),
            ("high".to_owned(), column(|row| row.high.into())),
            ("worst".to_owned(), column(|row| row.worst.into())),
            ("first".to_owned(), column(|row| row.first.numerator())),
        ])
    }

    /// Why the interval of a unit is what it is: the draws at each of its ranks, which add up to all of them.
    ///
    /// # Errors
    /// `certainty-unknown-unit`.
    pub fn explain(&self, unit: &str, levels: &Levels) -> Result<Explanation> {
        self.sample.explain(self.units.find(unit)?, levels)
    }
}
