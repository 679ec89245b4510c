//! Which uncertain input makes an output vary.

use pyo3::prelude::*;
use shequ::evaluation::certainty::{self, Sampling, SobolIndex, SobolIndices, SobolPlan};
use shequ::kernel::StopError;

use super::certainty::SamplingArg;
use crate::convert::record::record;
use crate::watch::{self, ProgressArg};

record! {
    /// How much of the variance of an output an input accounts for.
    PySobolIndex("SobolIndex", SobolIndex) {
        /// The first-order index: the share of the variance that goes when this input alone is known.
        first: f64,
        /// The lower end of its interval.
        first_low: f64,
        /// The upper end of its interval.
        first_high: f64,
        /// The total index: the share that stays when every other input is known.
        total: f64,
        /// The lower end of its interval.
        total_low: f64,
        /// The upper end of its interval.
        total_high: f64,
    }
}

record! {
    /// What a sensitivity analysis found.
    PySobolIndices("SobolIndices", SobolIndices) {
        /// The mean of the output.
        mean: f64,
        /// Its variance.
        variance: f64,
        /// How often the model was run.
        runs: u64,
        /// Input by input.
        inputs: Vec<SobolIndex>,
    }
}

/// First-order and total Sobol indices of a model over uniform inputs from 0 to 1, with bootstrap intervals.
///
/// ``model`` is a function of the list of inputs that gives a number; it is run ``points * (inputs + 2)`` times, and what it raises is
/// raised. Raises ``SchemeError``: ``certainty-out-of-range``, ``certainty-output-not-finite``, ``certainty-output-constant``;
/// ``Stopped``.
#[pyfunction]
#[pyo3(signature = (
    inputs, model, /, *, points = 1024, seed = 0, sampling = SamplingArg(Sampling::LatinHypercube), replicates = 1000, level = 0.95,
    progress = ProgressArg::Auto
))]
#[allow(clippy::too_many_arguments, reason = "keyword arguments in Python")]
pub fn sobol(
    py: Python<'_>,
    inputs: usize,
    model: Py<PyAny>,
    points: u32,
    seed: u64,
    sampling: SamplingArg,
    replicates: u32,
    level: f64,
    progress: ProgressArg,
) -> PyResult<PySobolIndices> {
    let plan = SobolPlan { points, seed, sampling: sampling.0, replicates, level };
    let mut raised = None;
    let found = watch::run(py, progress, |progress| {
        let output = |x: &[f64]| {
            let answer = Python::attach(|py| model.bind(py).call1((x.to_vec(),))?.extract::<f64>());
            answer.map_err(|error| {
                raised = Some(error);
                StopError::Stopped { done: 0, total: 0 }.into()
            })
        };
        certainty::sobol(inputs, &plan, output, progress)
    });
    match raised {
        Some(error) => Err(error),
        None => found.map(PySobolIndices),
    }
}
