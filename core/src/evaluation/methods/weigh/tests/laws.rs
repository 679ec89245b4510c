//! What each method promises, over random matrices and judgements.

use proptest::prelude::*;

use crate::evaluation::methods::cases::{Problem, close, matrix, problems, trials};
use crate::evaluation::methods::columns::count;
use crate::evaluation::methods::{
    BestWorst, BestWorstModel, Direction, Judgements, PieShares, Priorities, RandomIndex, Weighting, Weights,
    benefit_of_doubt,
};

/// The weights; `None` where the method rightly has none.
fn weights(method: Weighting, problem: &Problem) -> Option<Vec<f64>> {
    match method.weights(&problem.matrix()) {
        Ok(weights) => Some(weights.as_slice().to_vec()),
        Err(error) => {
            assert_eq!(error.first().code(), "weights-undetermined", "{method}");
            None
        }
    }
}

fn any_comparisons() -> impl Strategy<Value = (Vec<f64>, Vec<f64>)> {
    let one = (1_u32..=9, 1_u32..=9).prop_map(|(a, b)| (f64::from(a), f64::from(b)));
    (prop::collection::vec(one, 0..5), 2_u32..=9).prop_map(|(others, whole)| {
        let whole = f64::from(whole);
        // Nothing is further from the worst than the best, nor from the best than the worst.
        let others: Vec<(f64, f64)> =
            others.into_iter().map(|(a, b)| (a.min(whole).max(1.5), b.min(whole).max(1.5))).collect();
        let first = [1.0, whole].into_iter().chain(others.iter().map(|(a, _)| *a)).collect();
        let second = [whole, 1.0].into_iter().chain(others.iter().map(|(_, b)| *b)).collect();
        (first, second)
    })
}

/// The largest deviation of weights from comparisons whose best is the first and whose worst is the second.
fn deviation(model: BestWorstModel, w: &[f64], to: &[f64], from: &[f64]) -> f64 {
    let apart = |j: usize| match model {
        BestWorstModel::Linear => (w[0] - to[j] * w[j]).abs().max((w[j] - from[j] * w[1]).abs()),
        BestWorstModel::Nonlinear => (w[0] / w[j] - to[j]).abs().max((w[j] / w[1] - from[j]).abs()),
    };
    (0..w.len()).map(apart).fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(trials(300))]

    #[test]
    fn weights_are_shares_that_follow_their_criteria(problem in problems()) {
        for method in Weighting::ALL {
            let Some(found) = weights(method, &problem) else { continue };
            prop_assert!(found.iter().all(|w| (0.0..=1.0).contains(w)), "{}: {:?}", method, found);
            prop_assert!((found.iter().sum::<f64>() - 1.0).abs() < 1e-12, "{}: {:?}", method, found);
            // CILOS takes the first of several best rows, so only the criteria may change places.
            let Some(mut turned) = weights(method, &problem.turned()) else { continue };
            turned.reverse();
            let eigenvalues_may_be_equal = matches!(method, Weighting::FirstComponent | Weighting::Components);
            if !eigenvalues_may_be_equal {
                close(&found, &turned, 1e-9, method.name());
            }
        }
    }

    /// The unit of a criterion does not matter.
    #[test]
    fn a_criterion_may_be_measured_in_another_unit(problem in problems(), power in -6_i32..6) {
        // By powers of two, which round nothing: of two rows that are best the first counts.
        let scaled = problem.with(|j, x| if j == 0 { x * 2_f64.powi(power) } else { x });
        for method in Weighting::ALL {
            match (weights(method, &problem), weights(method, &scaled)) {
                (Some(a), Some(b)) => close(&a, &b, 1e-9, method.name()),
                (a, b) => prop_assert_eq!(a.is_some(), b.is_some(), "{}", method),
            }
        }
    }

    #[test]
    fn judgements_made_from_weights_give_them_back(raw in prop::collection::vec(1_u32..=9, 1..9)) {
        let raw: Vec<f64> = raw.into_iter().map(f64::from).collect();
        let rows = raw.iter().map(|a| raw.iter().map(|b| a / b).collect()).collect();
        let judgements = Judgements::new(rows).unwrap();
        for priorities in [Priorities::Eigenvector, Priorities::GeometricMean, Priorities::ColumnMean] {
            let expected = Weights::points(&raw).unwrap();
            close(judgements.weights(priorities).unwrap().as_slice(), expected.as_slice(), 1e-12, "weights");
            let consistency = judgements.consistency(priorities, RandomIndex::Saaty).unwrap();
            prop_assert!(consistency.index.abs() < 1e-12 && consistency.acceptable());
        }
    }

    /// The weights deviate as said, and no others deviate less.
    #[test]
    fn no_weights_deviate_less_than_the_best_worst_method(
        (to, from) in any_comparisons(), other in prop::collection::vec(0.01_f64..1.0, 6),
    ) {
        for model in [BestWorstModel::Linear, BestWorstModel::Nonlinear] {
            let comparisons = BestWorst::new(&to, &from).unwrap();
            prop_assert_eq!((comparisons.best(), comparisons.worst()), (0, 1));
            let found = comparisons.weights(model).unwrap();
            prop_assert!((found.weights.sum() - 1.0).abs() < 1e-12);
            for (weight, (low, high)) in found.weights.as_slice().iter().zip(&found.intervals) {
                prop_assert!(low <= high && *weight > low - 0.2 && *weight < high + 0.2);
            }
            // Where one answer only is left, it is the one that deviates as said.
            if found.intervals.iter().all(|(low, high)| high - low < 1e-9) {
                let own = deviation(model, found.weights.as_slice(), &to, &from);
                prop_assert!((own - found.deviation).abs() < 1e-6, "{:?}: {} and {}", model, own, found.deviation);
            }
            let other = Weights::points(&other[..to.len()]).unwrap();
            prop_assert!(deviation(model, other.as_slice(), &to, &from) >= found.deviation - 1e-9);
            // Nor any close to it.
            let near: Vec<f64> = found.weights.as_slice().iter().zip(other.as_slice()).map(|(w, o)| w * (1.0 + o / 50.0)).collect();
            let near = Weights::points(&near).unwrap();
            prop_assert!(deviation(model, near.as_slice(), &to, &from) >= found.deviation - 1e-9);
        }
    }

    #[test]
    fn everybody_has_the_weights_that_suit_it_best(problem in problems(), other in prop::collection::vec(0.01_f64..1.0, 5)) {
        let criteria = problem.directions.len();
        let problem = Problem { directions: vec![Direction::Higher; criteria], ..problem };
        let m = problem.matrix();
        let free = benefit_of_doubt(&m, None).unwrap();
        let value = |weights: &[f64], row: &[f64]| weights.iter().zip(row).map(|(w, x)| w * x).sum::<f64>();
        for (row, (score, weights)) in free.scores.iter().zip(&free.weights).enumerate() {
            prop_assert!(problem.rows.iter().all(|others| value(weights, others) <= 1.0 + 1e-9));
            prop_assert!((value(weights, &problem.rows[row]) - score).abs() < 1e-9);
            // Any other weights, scaled so that the best row has one, give no more.
            let other = &other[..criteria];
            let most = problem.rows.iter().map(|others| value(other, others)).fold(0.0, f64::max);
            prop_assert!(value(other, &problem.rows[row]) / most <= score + 1e-9);
        }
        prop_assert!(free.scores.iter().any(|score| *score > 1.0 - 1e-9));
        let scaled = matrix(&problem.with(|j, x| if j == 0 { x * 1000.0 } else { x }).rows, &problem.directions);
        close(&benefit_of_doubt(&scaled, None).unwrap().scores, &free.scores, 1e-9, "units");
        let bounds = PieShares::all(criteria, 0.1_f64.min(1.0 / count(criteria)), 1.0).unwrap();
        let bound = benefit_of_doubt(&m, Some(&bounds)).unwrap();
        prop_assert!(bound.scores.iter().zip(&free.scores).all(|(bound, free)| *bound <= free + 1e-9));
    }
}
