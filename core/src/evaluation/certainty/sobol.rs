//! Variance-based sensitivity: which uncertain input makes an output vary (Sobol indices).

use serde::{Deserialize, Serialize};

use super::CertaintyError as Fault;
use super::stream::{Purpose, Stream};
use crate::kernel::{Error, Progress, Result, tick};

/// The most outputs that one analysis keeps.
const MOST_OUTPUTS: u64 = 1 << 27;

/// How the points of an analysis are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Sampling {
    /// A Latin hypercube: each input takes one value from each of as many equal parts as there are points, in random order.
    /// Estimates of inputs that act alone are nearer to the truth than with independent points; the bootstrap intervals, which take the
    /// points for independent, are then rather too wide than too narrow.
    #[default]
    LatinHypercube,
    /// Independent uniform points.
    Random,
}

/// How a sensitivity analysis is done.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(deny_unknown_fields, default)]
pub struct SobolPlan {
    /// The number of base points; the model is run `points * (inputs + 2)` times. 1,024 unless given.
    pub points: u32,
    /// The seed of all draws.
    #[cfg_attr(feature = "typescript", ts(type = "number | bigint"))]
    pub seed: u64,
    /// How points are drawn.
    pub sampling: Sampling,
    /// How many times the points are drawn anew from themselves for the intervals; 1,000 unless given.
    pub replicates: u32,
    /// The share of the replicates that an interval holds; 0.95 unless given.
    pub level: f64,
}

impl Default for SobolPlan {
    fn default() -> Self {
        Self { points: 1024, seed: 0, sampling: Sampling::default(), replicates: 1000, level: 0.95 }
    }
}

/// How much of the variance of an output an input accounts for.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SobolIndex {
    /// The first-order index: the share of the variance that goes when this input alone is known.
    pub first: f64,
    /// Its interval.
    pub first_low: f64,
    /// Its interval.
    pub first_high: f64,
    /// The total index: the share that stays when every other input is known.
    pub total: f64,
    /// Its interval.
    pub total_low: f64,
    /// Its interval.
    pub total_high: f64,
}

/// What a sensitivity analysis found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct SobolIndices {
    /// The mean of the output.
    pub mean: f64,
    /// Its variance.
    pub variance: f64,
    /// How often the model was run.
    #[cfg_attr(feature = "typescript", ts(type = "number"))]
    pub runs: u64,
    /// Input by input.
    pub inputs: Vec<SobolIndex>,
}

fn out_of_range(what: &str, got: impl ToString, expected: &str) -> Error {
    let cause = Fault::OutOfRange { what: what.into(), got: got.to_string(), expected: expected.into() };
    Error::at(what.rsplit(' ').next().unwrap_or(what), cause)
}

/// The two base matrices of an analysis, point by point.
fn points(inputs: usize, plan: &SobolPlan) -> Vec<Vec<f64>> {
    let strata: Vec<Vec<u32>> = match plan.sampling {
        Sampling::Random => Vec::new(),
        Sampling::LatinHypercube => {
            let column = |at| Stream::new(plan.seed, Purpose::Strata, at).shuffled(plan.points);
            (0..2 * inputs as u64).map(column).collect()
        }
    };
    let point = |at: u32| {
        let mut stream = Stream::new(plan.seed, Purpose::Sample, at.into());
        let mut point: Vec<f64> = (0..2 * inputs).map(|_| stream.uniform()).collect();
        for (x, column) in point.iter_mut().zip(&strata) {
            let part = column.get(at as usize).copied().unwrap_or(0);
            *x = (f64::from(part) + *x) / f64::from(plan.points);
        }
        point
    };
    (0..plan.points).map(point).collect()
}

/// The outputs at one base point, less their mean: at `A`, at `B`, and at `A` with one input from `B`, input by input.
struct Outputs {
    a: f64,
    b: f64,
    mixed: Vec<f64>,
}

/// First-order and total indices over some of the points, and the variance.
fn indices<'o>(outputs: impl Iterator<Item = &'o Outputs>, inputs: usize) -> (Vec<(f64, f64)>, f64) {
    let (mut count, mut square) = (0.0, 0.0);
    let mut sums = vec![(0.0, 0.0); inputs];
    for output in outputs {
        count += 1.0;
        square += output.a * output.a + output.b * output.b;
        for ((first, total), mixed) in sums.iter_mut().zip(&output.mixed) {
            *first += output.b * (mixed - output.a);
            *total += (output.a - mixed) * (output.a - mixed);
        }
    }
    let variance = square / (2.0 * count);
    // A replicate may hold one point again and again; it then says nothing.
    let share = |x: f64| if variance > 0.0 { x / variance } else { 0.0 };
    (sums.into_iter().map(|(first, total)| (share(first / count), share(total / (2.0 * count)))).collect(), variance)
}

/// First-order and total Sobol indices of a model over uniform inputs from 0 to 1, with bootstrap intervals.
///
/// With base points `A` and `B`, the first order is estimated by the mean of `f(B) (f(A with input j of B) - f(A))` over the variance
/// (Saltelli and others, 2010), the total by half the mean of `(f(A) - f(A with input j of B))²` over it (Jansen, 1999); outputs are
/// taken less their mean, which makes the first steadier. An interval is made of the quantiles of the estimates over points drawn with
/// replacement (Archer, Saltelli and Sobol, 1997). Estimates may fall a little outside 0 to 1.
///
/// # Errors
/// `certainty-out-of-range` for a plan out of its ranges; `certainty-output-not-finite`, `certainty-output-constant`; `stopped`; those of
/// the model.
///
/// ```
/// use shequ::evaluation::certainty::{SobolPlan, sobol};
/// use shequ::kernel::Unwatched;
/// // The sum of an input and twice another: 1/5 and 4/5 of the variance.
/// let found = sobol(2, &SobolPlan::default(), |x| Ok(x[0] + 2.0 * x[1]), &mut Unwatched)?;
/// assert!((found.inputs[0].first - 0.2).abs() < 0.02);
/// assert!((found.inputs[1].total - 0.8).abs() < 0.04);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn sobol(
    inputs: usize,
    plan: &SobolPlan,
    mut model: impl FnMut(&[f64]) -> Result<f64>,
    progress: &mut dyn Progress,
) -> Result<SobolIndices> {
    if inputs == 0 {
        return Err(out_of_range("the number of inputs", 0, "at least one"));
    }
    if plan.points < 2 {
        return Err(out_of_range("the number of points", plan.points, "at least two"));
    }
    if !(plan.level > 0.0 && plan.level < 1.0) {
        return Err(out_of_range("the level", plan.level, "above 0 and below 1"));
    }
    let runs = u64::from(plan.points).saturating_mul(inputs as u64 + 2);
    if runs > MOST_OUTPUTS {
        return Err(out_of_range("the number of runs", runs, "at most 2^27"));
    }
    // Each keeps two numbers an input.
    if u64::from(plan.replicates).saturating_mul(2 * inputs as u64) > MOST_OUTPUTS {
        return Err(out_of_range(
            "the number of replicates",
            plan.replicates,
            "at most 2^27 over twice the number of inputs",
        ));
    }
    let mut outputs = Vec::with_capacity(plan.points as usize);
    let total = u64::from(plan.points) + u64::from(plan.replicates);
    let mut run = |x: &[f64]| -> Result<f64> {
        let y = model(x)?;
        if y.is_finite() && y.abs() < 1e150 { Ok(y) } else { Err(Fault::OutputNotFinite { got: y.to_string() }.into()) }
    };
    for (done, point) in (0..).zip(points(inputs, plan)) {
        tick(progress, done, total)?;
        let (a, b) = point.split_at(inputs);
        let mut x = a.to_vec();
        let mut mixed = Vec::with_capacity(inputs);
        for (j, other) in b.iter().enumerate() {
            let swap = |x: &mut [f64], value: f64| x.get_mut(j).into_iter().for_each(|slot| *slot = value);
            swap(&mut x, *other);
            mixed.push(run(&x)?);
            swap(&mut x, a.get(j).copied().unwrap_or(0.0));
        }
        outputs.push(Outputs { a: run(a)?, b: run(b)?, mixed });
    }
    let count = f64::from(plan.points);
    let mean = outputs.iter().map(|output| f64::midpoint(output.a, output.b)).sum::<f64>() / count;
    for output in &mut outputs {
        output.a -= mean;
        output.b -= mean;
        output.mixed.iter_mut().for_each(|y| *y -= mean);
    }
    let (estimates, variance) = indices(outputs.iter(), inputs);
    // A constant output leaves no more than the rounding of its mean.
    if variance <= (mean * 1e-15) * (mean * 1e-15) {
        return Err(Fault::OutputConstant.into());
    }
    let mut drawn = vec![(Vec::new(), Vec::new()); inputs];
    for replicate in 0..plan.replicates {
        tick(progress, u64::from(plan.points) + u64::from(replicate), total)?;
        let mut stream = Stream::new(plan.seed, Purpose::Bootstrap, replicate.into());
        let again: Vec<&Outputs> = (0..plan.points)
            .filter_map(|_| usize::try_from(stream.below(plan.points.into())).ok().and_then(|at| outputs.get(at)))
            .collect();
        for ((first, total), (firsts, totals)) in indices(again.into_iter(), inputs).0.into_iter().zip(&mut drawn) {
            firsts.push(first);
            totals.push(total);
        }
    }
    tick(progress, total, total)?;
    let inputs = estimates.into_iter().zip(drawn).map(|((first, total), (firsts, totals))| {
        let (first_low, first_high) = interval(firsts, plan.level, first);
        let (total_low, total_high) = interval(totals, plan.level, total);
        SobolIndex { first, first_low, first_high, total, total_low, total_high }
    });
    Ok(SobolIndices { mean, variance, runs, inputs: inputs.collect() })
}

/// The quantiles that leave out equal shares at both ends; the estimate itself without replicates.
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "counts far below 2^52"
)]
fn interval(mut drawn: Vec<f64>, level: f64, estimate: f64) -> (f64, f64) {
    drawn.sort_by(f64::total_cmp);
    let at = |share: f64| {
        let place = libm::ceil(share * drawn.len() as f64).max(1.0) as usize - 1;
        drawn.get(place.min(drawn.len().saturating_sub(1))).copied().unwrap_or(estimate)
    };
    (at((1.0 - level) / 2.0), at(f64::midpoint(1.0, level)))
}
