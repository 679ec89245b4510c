//! Monte-Carlo: what ranks units get when weights, values and methods are not sure.

use std::ops::Range;

use super::CertaintyError as Fault;
use super::block::Block;
use super::model::{MethodChoice, Noise, perturbed};
use super::ranks::Ranker;
use super::sample::{RankSample, Ranks};
use super::stream::{Purpose, Stream};
use super::weights::WeightDraws;
use crate::evaluation::methods::Matrix;
use crate::kernel::{Error, Faults, Progress, Result, Unwatched, tick};

/// How many ranks one sample holds at most.
pub const MOST_RANKS: u64 = 1 << 30;

/// A study of uncertainty (不确定性分析): a matrix, and the distributions of its weights, values and methods.
///
/// Draw `i` of a seed takes its numbers from the `i`-th ChaCha stream of the seed: first the weights, then the method, then the
/// values, criteria in their order and the rows of each in theirs. So a draw can be made again alone ([`draw`](Self::draw)), and
/// parts of a run on several threads join to the run on one ([`part`](Self::part), [`RankSample::join`]).
///
/// ```
/// use shequ::evaluation::certainty::{Study, WeightDraws};
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix};
/// let reach = Criterion::new("reach".parse()?, Direction::Higher, vec![1.0, 0.5, 0.4]);
/// let speed = Criterion::new("speed".parse()?, Direction::Higher, vec![0.9, 1.0, 0.2]);
/// let matrix = Matrix::new(vec![reach, speed])?;
/// let study = Study::new(&matrix, WeightDraws::uniform(2)?)?.seed(7);
/// let sample = study.run(1000)?;
/// // The third is last in everything; the first is ahead unless the weight of speed is above 5/6.
/// assert_eq!(sample.counts(2)?, [0, 0, 1000]);
/// let first = sample.at_or_above(0, 1)?;
/// assert!((800..870).contains(&first.numerator()), "{first}");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Study<'m> {
    matrix: &'m Matrix<'m>,
    weights: WeightDraws,
    noise: Vec<Noise>,
    methods: Vec<MethodChoice<'m>>,
    seed: u64,
}

/// The parameters and the outcome of one draw.
#[derive(Debug, Clone, PartialEq)]
pub struct Draw {
    /// The weights in the order of the criteria; they sum to one.
    pub weights: Vec<f64>,
    /// The position of the method among those given.
    pub method: usize,
    /// The values of each criterion in the order of the rows; none where they do not vary.
    pub values: Option<Vec<Vec<f64>>>,
    /// The score of each row.
    pub scores: Vec<f64>,
    /// The rank of each row; equals share the better one.
    pub ranks: Vec<u32>,
}

impl<'m> Study<'m> {
    /// A study of the weights: values are fixed, the method is additive, the seed is 0.
    ///
    /// # Errors
    /// `certainty-count-mismatch` unless there is one weight for each criterion.
    pub fn new(matrix: &'m Matrix<'m>, weights: WeightDraws) -> Result<Self> {
        let expected = matrix.criteria().len();
        if weights.len() != expected {
            let (what, got) = ("the list of weights".into(), weights.len());
            return Err(Error::at("weights", Fault::CountMismatch { what, got, expected }));
        }
        let noise = vec![Noise::None; expected];
        Ok(Self { matrix, weights, noise, methods: vec![MethodChoice::Additive], seed: 0 })
    }

    /// The same with values that vary, criterion by criterion.
    ///
    /// # Errors
    /// `certainty-count-mismatch`, `certainty-out-of-range`, `certainty-bounds-reversed` with the criterion.
    pub fn noise(mut self, noise: Vec<Noise>) -> Result<Self> {
        let expected = self.matrix.criteria().len();
        if noise.len() != expected {
            let (what, got) = ("the list of noises".into(), noise.len());
            return Err(Error::at("noise", Fault::CountMismatch { what, got, expected }));
        }
        let mut faults = Faults::new();
        for (noise, criterion) in noise.iter().zip(self.matrix.criteria()) {
            noise.check(criterion.key(), self.matrix.rows(), &mut faults);
        }
        faults.into_result().map_err(|error| error.under("noise"))?;
        self.noise = noise;
        Ok(self)
    }

    /// The same with a choice of methods, each as likely as every other; one that stands twice is twice as likely.
    ///
    /// # Errors
    /// `certainty-count-mismatch` without any.
    pub fn methods(mut self, methods: Vec<MethodChoice<'m>>) -> Result<Self> {
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

    /// The ranks in `draws` draws.
    ///
    /// # Errors
    /// `certainty-too-many-draws`, `certainty-out-of-range` for no draw; `certainty-score-not-finite` with the row; those of the
    /// methods, and `not-finite` for values beyond the range, below `draws[i]`.
    pub fn run(&self, draws: u64) -> Result<RankSample> {
        self.run_watched(draws, &mut Unwatched)
    }

    /// The same, told how many draws are done, and stopped where the answer is to stop.
    ///
    /// # Errors
    /// As [`run`](Self::run), `stopped`.
    pub fn run_watched(&self, draws: u64, progress: &mut dyn Progress) -> Result<RankSample> {
        self.part(0..draws, progress)
    }

    /// The ranks in some of the draws, so that several threads may share the work.
    ///
    /// # Errors
    /// As [`run_watched`](Self::run_watched).
    pub fn part(&self, draws: Range<u64>, progress: &mut dyn Progress) -> Result<RankSample> {
        let rows = self.matrix.rows();
        let count = draws.end.saturating_sub(draws.start);
        if count == 0 {
            let (what, expected) = ("the number of draws".into(), "at least one".into());
            return Err(Error::at("draws", Fault::OutOfRange { what, got: "0".into(), expected }));
        }
        if u64::try_from(rows).ok().and_then(|rows| rows.checked_mul(count)).is_none_or(|ranks| ranks > MOST_RANKS) {
            return Err(Error::at("draws", Fault::TooManyDraws { draws: count, rows, most: MOST_RANKS }));
        }
        let mut ranks = Ranks::new(rows, count);
        let additive = matches!(self.methods.as_slice(), [MethodChoice::Additive]);
        if additive && self.noise.iter().all(|noise| *noise == Noise::None) {
            self.additive(draws.clone(), &mut ranks, progress)?;
        } else {
            self.any(draws.clone(), &mut ranks, progress)?;
        }
        Ok(RankSample::new(rows, draws, ranks))
    }

    /// The fast way: several draws of the weights over a few rows at a time, so that both stay in cache.
    fn additive(&self, draws: Range<u64>, ranks: &mut Ranks, progress: &mut dyn Progress) -> Result<()> {
        let mut block = Block::new(self.matrix);
        let mut ranker = Ranker::default();
        let mut cuts = Vec::new();
        let total = draws.end - draws.start;
        let mut next = draws.start;
        while next < draws.end {
            tick(progress, next - draws.start, total)?;
            let end = draws.end.min(next.saturating_add(Block::DRAWS));
            for (weights, draw) in block.weights().zip(next..end) {
                self.weights.draw(&mut Stream::new(self.seed, Purpose::Draw, draw), weights, &mut cuts);
            }
            block.score();
            for (scores, draw) in block.scores().zip(next..end) {
                ranks.push(&mut ranker, scores).map_err(|got| self.not_finite(got, scores, draw))?;
            }
            next = end;
        }
        tick(progress, total, total)
    }

    fn any(&self, draws: Range<u64>, ranks: &mut Ranks, progress: &mut dyn Progress) -> Result<()> {
        let mut ranker = Ranker::default();
        let total = draws.end - draws.start;
        tick(progress, 0, total)?;
        for (done, draw) in (1..).zip(draws) {
            let scores = self.parameters(draw)?.3;
            ranks.push(&mut ranker, &scores).map_err(|got| self.not_finite(got, &scores, draw))?;
            tick(progress, done, total)?;
        }
        Ok(())
    }

    /// Weights, method, matrix and scores of a draw.
    fn parameters(&self, draw: u64) -> Result<(Vec<f64>, usize, Matrix<'_>, Vec<f64>)> {
        let mut stream = Stream::new(self.seed, Purpose::Draw, draw);
        let mut weights = vec![0.0; self.matrix.criteria().len()];
        self.weights.draw(&mut stream, &mut weights, &mut Vec::new());
        let method = match self.methods.len() {
            1 => 0,
            count => usize::try_from(stream.below(count as u64)).unwrap_or(0),
        };
        let under = |error: Error| error.under(&format!("draws[{draw}]"));
        let matrix = perturbed(self.matrix, &self.noise, &mut stream).map_err(under)?;
        let choice = self.methods.get(method).copied().unwrap_or(MethodChoice::Additive);
        let scores = choice.scores(&matrix, &weights).map_err(under)?;
        Ok((weights, method, matrix, scores))
    }

    fn not_finite(&self, got: f64, scores: &[f64], draw: u64) -> Error {
        let row = scores.iter().take(self.matrix.rows()).position(|score| !score.is_finite()).unwrap_or(0);
        Error::at(format!("[{row}]"), Fault::ScoreNotFinite { got: got.to_string(), draw })
    }

    /// The parameters and the outcome of a draw, made again from the seed.
    ///
    /// # Errors
    /// As [`run`](Self::run).
    pub fn draw(&self, draw: u64) -> Result<Draw> {
        let (weights, method, matrix, scores) = self.parameters(draw)?;
        let mut ranks = vec![0; self.matrix.rows()];
        let put = |row: usize, rank| ranks.get_mut(row).into_iter().for_each(|slot| *slot = rank);
        Ranker::default().rank(&scores, put).map_err(|got| self.not_finite(got, &scores, draw))?;
        let varies = self.noise.iter().any(|noise| *noise != Noise::None);
        let values = varies.then(|| matrix.criteria().iter().map(|criterion| criterion.values().to_vec()).collect());
        Ok(Draw { weights, method, values, scores, ranks })
    }
}
