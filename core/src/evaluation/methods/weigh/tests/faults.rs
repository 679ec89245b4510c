//! What no weights can be made of: typed, with its place.

use proptest::prelude::*;

use crate::evaluation::methods::cases::{matrix, trials};
use crate::evaluation::methods::{
    BestWorst, Direction, Judgements, PieShares, Priorities, RandomIndex, Weighting, Weights, benefit_of_doubt,
    benefit_of_doubt_with,
};
use crate::kernel::Error;

const UP: Direction = Direction::Higher;
const DOWN: Direction = Direction::Lower;

fn first<T: std::fmt::Debug>(result: Result<T, Error>) -> (String, String) {
    let error = result.unwrap_err();
    (error.first().code().to_owned(), error.first().path().to_owned())
}

fn pair(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

#[test]
fn numbers_that_are_no_weights() {
    assert_eq!(first(Weights::new(vec![0.5, -0.5, 1.0])), pair("method-weight-invalid", "weights[1]"));
    assert_eq!(first(Weights::points(&[1.0, f64::NAN])), pair("method-weight-invalid", "weights[1]"));
    assert_eq!(first(Weights::points(&[f64::INFINITY])), pair("method-weight-invalid", "weights[0]"));
    assert_eq!(first(Weights::unscaled(vec![0.0, 0.0])), pair("method-weights-zero", "weights"));
    assert_eq!(first(Weights::unscaled(Vec::new())), pair("method-weights-zero", "weights"));
    assert_eq!(first(Weights::new(vec![0.3, 0.3, 0.3])), pair("method-weights-not-one", "weights"));
    assert!(Weights::new(vec![1.0 / 3.0; 3]).is_ok());
    assert_eq!(first(Weights::rank_order_centroid(&[1, 1])), pair("weights-not-an-order", "places[1]"));
    assert_eq!(first(Weights::rank_order_centroid(&[0, 1])), pair("weights-not-an-order", "places[0]"));
    assert_eq!(first(Weights::rank_order_centroid(&[1, 3])), pair("weights-not-an-order", "places[1]"));
}

#[test]
fn judgements() {
    assert_eq!(
        first(Judgements::new(vec![vec![1.0, 2.0], vec![2.0, 1.0]])),
        pair("judgements-not-reciprocal", "[1][0]")
    );
    assert_eq!(first(Judgements::new(vec![vec![3.0]])), pair("judgements-not-reciprocal", "[0][0]"));
    assert_eq!(first(Judgements::new(vec![vec![1.0, 2.0], vec![0.5]])), pair("judgements-not-square", "[1]"));
    assert_eq!(first(Judgements::new(vec![vec![1.0, 0.0], vec![0.5, 1.0]])), pair("judgement-invalid", "[0][1]"));
    assert_eq!(first(Judgements::new(Vec::new())), pair("judgement-invalid", ""));
    assert_eq!(first(Judgements::upper(&[vec![2.0], vec![3.0]])), pair("judgements-not-square", "[0]"));
    // Rounded by people: three times, and a third.
    assert!(Judgements::new(vec![vec![1.0, 3.0], vec![0.33, 1.0]]).is_ok());
    let many = Judgements::new(vec![vec![1.0; 16]; 16]).unwrap();
    assert!(many.weights(Priorities::Eigenvector).is_ok());
    assert_eq!(first(many.consistency(Priorities::Eigenvector, RandomIndex::Saaty)), pair("random-index-missing", ""));
    let two =
        Judgements::upper(&[vec![7.0]]).unwrap().consistency(Priorities::Eigenvector, RandomIndex::Saaty).unwrap();
    assert!(two.acceptable() && two.ratio.abs() < 1e-15);
}

#[test]
fn comparisons() {
    assert_eq!(first(BestWorst::new(&[1.0, 2.0], &[2.0])), pair("method-counts-differ", "others_to_worst"));
    assert_eq!(first(BestWorst::new(&[1.0, 0.5], &[2.0, 1.0])), pair("comparison-below-one", "best_to_others[1]"));
    assert_eq!(first(BestWorst::new(&[2.0, 3.0], &[2.0, 1.0])), pair("best-worst-unclear", ""));
    assert_eq!(first(BestWorst::new(&[1.0, 3.0], &[2.0, 1.0])), pair("best-worst-unclear", ""));
    assert!(BestWorst::new(&[1.0], &[1.0]).is_ok());
}

#[test]
fn criteria_all_alike() {
    let alike = BestWorst::new(&[1.0, 1.0, 1.0], &[1.0, 1.0, 1.0]);
    let weights = alike.unwrap().weights(crate::evaluation::methods::BestWorstModel::Linear).unwrap().weights;
    assert!(weights.as_slice().iter().all(|w| (w - 1.0 / 3.0).abs() < 1e-9), "{weights:?}");
}

#[test]
fn data() {
    let constant = matrix(&[vec![1.0, 5.0], vec![2.0, 5.0]], &[UP, DOWN]);
    for method in [Weighting::StandardDeviation, Weighting::Critic, Weighting::Cilos, Weighting::Components] {
        assert_eq!(first(method.weights(&constant)), pair("criterion-constant", "c1"), "{method}");
    }
    for method in [Weighting::Entropy, Weighting::Merec] {
        assert_eq!(method.weights(&constant).unwrap().as_slice(), [1.0, 0.0], "{method}");
    }
    let all = matrix(&[vec![1.0, 5.0], vec![1.0, 5.0]], &[UP, DOWN]);
    for method in [Weighting::Entropy, Weighting::Merec] {
        assert_eq!(first(method.weights(&all)).0, "weights-undetermined", "{method}");
    }
    // Two criteria that say the same: what rounding leaves of their difference is no weight.
    let repeated: Vec<Vec<f64>> = [0.1, 0.7, 0.2, 0.9, 0.4].iter().map(|x| vec![*x, x * 3.0 + 0.1, 7.0 - x]).collect();
    assert_eq!(first(Weighting::Critic.weights(&matrix(&repeated, &[UP, UP, DOWN]))).0, "weights-undetermined");
    let equal = matrix(&vec![vec![0.1, 0.3]; 11], &[UP, UP]);
    assert_eq!(first(Weighting::Angle.weights(&equal)).0, "weights-undetermined");
    let zero = matrix(&[vec![0.0, 5.0], vec![2.0, 6.0]], &[UP, DOWN]);
    for method in [Weighting::Merec, Weighting::Cilos, Weighting::Idocriw] {
        assert_eq!(first(method.weights(&zero)), pair("criterion-value-not-positive", "[0].c0"), "{method}");
    }
    let below = matrix(&[vec![-1.0, 5.0], vec![2.0, 6.0]], &[UP, DOWN]);
    for method in [Weighting::Entropy, Weighting::Angle] {
        assert_eq!(first(method.weights(&below)), pair("criterion-value-negative", "[0].c0"), "{method}");
    }
    let one = matrix(&[vec![1.0, 5.0]], &[UP, DOWN]);
    for method in Weighting::ALL.into_iter().filter(|method| *method != Weighting::Equal) {
        let code = first(method.weights(&one)).0;
        assert!(["one-row", "weights-undetermined"].contains(&code.as_str()), "{method}: {code}");
    }
    assert_eq!(first("gini".parse::<Weighting>()), pair("unknown-method", ""));
    for method in Weighting::ALL {
        assert_eq!(method.name().parse::<Weighting>().unwrap(), method);
        assert_eq!(serde_json::to_value(method).unwrap(), method.name());
    }
}

#[test]
fn doubt() {
    let rows = [vec![1.0, 5.0], vec![2.0, 0.0]];
    assert_eq!(first(benefit_of_doubt(&matrix(&rows, &[UP, DOWN]), None)), pair("criterion-cost-not-taken", "c1"));
    let zero = matrix(&[vec![0.0, 5.0], vec![0.0, 6.0]], &[UP, UP]);
    assert_eq!(first(benefit_of_doubt(&zero, None)), pair("criterion-all-zero", "c0"));
    let below = matrix(&[vec![1.0, -5.0], vec![1.0, 6.0]], &[UP, UP]);
    assert_eq!(first(benefit_of_doubt(&below, None)), pair("criterion-value-negative", "[0].c1"));
    let shares = PieShares::all(3, 0.1, 0.9).unwrap();
    assert_eq!(
        first(benefit_of_doubt(&matrix(&rows, &[UP, UP]), Some(&shares))),
        pair("method-counts-differ", "shares")
    );
    assert_eq!(first(PieShares::all(4, 0.3, 0.9)), pair("shares-cannot-be-met", "shares"));
    assert_eq!(first(PieShares::all(4, 0.0, 0.2)), pair("shares-cannot-be-met", "shares"));
    assert_eq!(first(PieShares::new(vec![(0.5, 0.2)])), pair("method-weight-invalid", "shares[0]"));
    // Nothing of what it must have a share of.
    let shares = PieShares::all(2, 0.1, 0.9).unwrap();
    let found = benefit_of_doubt(&matrix(&rows, &[UP, UP]), Some(&shares)).unwrap();
    assert!(found.scores[1].abs() < 1e-12 && found.shares(&matrix(&rows, &[UP, UP]), 1).is_none());
    let mut ticks = 0;
    let mut stop = |done: u64, _: u64| {
        ticks += 1;
        if done == 1 { std::ops::ControlFlow::Break(()) } else { std::ops::ControlFlow::Continue(()) }
    };
    let stopped = benefit_of_doubt_with(&matrix(&rows, &[UP, UP]), None, &mut stop);
    assert_eq!((first(stopped).0, ticks), ("stopped".to_owned(), 2));
}

proptest! {
    #![proptest_config(trials(2000))]

    #[test]
    fn no_weight_is_ever_nan(
        rows in prop::collection::vec(
            prop::collection::vec(prop_oneof![Just(0.0), Just(5e-324), Just(f64::MAX), 0.0_f64..9.0, prop::num::f64::NORMAL], 3),
            1..5,
        ),
        down in any::<bool>(),
    ) {
        let matrix = matrix(&rows, &[UP, if down { DOWN } else { UP }, UP]);
        for method in Weighting::ALL {
            if let Ok(weights) = method.weights(&matrix) {
                prop_assert!(weights.as_slice().iter().all(|w| (0.0..=1.0).contains(w)), "{}: {:?}", method, weights);
            }
        }
        if let Ok(found) = benefit_of_doubt(&matrix, None) {
            prop_assert!(found.scores.iter().chain(found.weights.iter().flatten()).all(|x| x.is_finite()), "{:?}", found);
        }
    }
}
