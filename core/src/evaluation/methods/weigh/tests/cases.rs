//! The cases of `mcdm_cases.json`, the benefit of the doubt over the ASEM pillars, and hand calculations.

use crate::evaluation::methods::cases::{case, close, csv, matrix};
use crate::evaluation::methods::{
    BestWorst, BestWorstModel, Direction, Judgements, PieShares, Priorities, RandomIndex, Weighting, Weights,
    benefit_of_doubt,
};

#[test]
fn weights_read_from_the_data() {
    for (id, method) in [
        ("w-entropy-elsayed2017", "entropy"),
        ("w-std-jahan2013", "standard-deviation"),
        ("w-merec-2021", "merec"),
        ("w-critic-tus2019", "critic"),
        ("w-critic-diakoulaki1995", "critic"),
        ("w-cilos-2016", "cilos"),
        ("w-idocriw-2016", "idocriw"),
        ("w-angle-2012", "angle"),
    ] {
        let Some(case) = case(id) else { return };
        let weights = method.parse::<Weighting>().unwrap().weights(&case.matrix()).unwrap();
        case.agrees(weights.as_slice());
    }
}

#[test]
fn judgements_of_two_papers() {
    for id in ["ahp-wang-chin2011", "ahp-jmcdm-8x8"] {
        let Some(case) = case(id) else { return };
        let judgements = Judgements::new(case.rows()).unwrap();
        case.agrees(judgements.weights(Priorities::Eigenvector).unwrap().as_slice());
        let means = judgements.weights(Priorities::GeometricMean).unwrap();
        close(means.as_slice(), &case.numbers("weights_row_geometric_mean"), 1e-10, id);
        for (key, table) in [("CR_saaty_RI", RandomIndex::Saaty), ("CR_tummala_ling_RI", RandomIndex::TummalaLing)] {
            let found = judgements.consistency(Priorities::Eigenvector, table).unwrap();
            let expected = ["lambda_max", "CI", key].map(|key| case.number(key));
            close(&[found.lambda_max, found.index, found.ratio], &expected, 1e-10, key);
            assert_eq!(found.warning().is_some(), expected[2] > 0.1, "{id}");
        }
    }
    let Some(case) = case("ahp-jmcdm-8x8") else { return };
    let expected = &case.0["jmcdm"];
    let found = Judgements::new(case.rows()).unwrap().consistency(Priorities::ColumnMean, RandomIndex::Saaty).unwrap();
    let expected = ["lambda_max", "CI", "CR"].map(|key| expected[key].as_f64().unwrap());
    close(&[found.lambda_max, found.index, found.ratio], &expected, 1e-10, "jmcdm");
}

#[test]
fn best_and_worst_of_rezaei() {
    let Some(case) = case("bwm-rezaei2015") else { return };
    let car = BestWorst::new(&case.numbers("best_to_others"), &case.numbers("others_to_worst")).unwrap();
    let found = car.weights(BestWorstModel::Nonlinear).unwrap();
    case.agrees(found.weights.as_slice());
    close(&[found.deviation], &[case.number("xi")], 5e-3, "ξ*");
    // By hand: (2 - ξ)(5 - ξ) = 8 + ξ, so ξ = 4 - √14; with the worst as 1 the others are 5 - ξ and 8 + ξ.
    let xi = 4.0 - 14.0_f64.sqrt();
    let raw = [1.0, 5.0 - xi, 8.0 + xi];
    close(found.weights.as_slice(), &raw.map(|x| x / raw.iter().sum::<f64>()), 1e-12, "closed form");
    assert!(found.intervals.iter().all(|(low, high)| high - low < 1e-12));
}

/// By hand: comparisons without contradiction give their ratios under both models.
#[test]
fn consistent_comparisons_leave_nothing_open() {
    for model in [BestWorstModel::Linear, BestWorstModel::Nonlinear] {
        let found = BestWorst::new(&[1.0, 2.0, 8.0, 4.0], &[8.0, 4.0, 1.0, 2.0]).unwrap().weights(model).unwrap();
        close(found.weights.as_slice(), &[8.0 / 15.0, 4.0 / 15.0, 1.0 / 15.0, 2.0 / 15.0], 1e-11, "ratios");
        close(&[found.deviation, found.input_ratio], &[0.0, 0.0], 1e-12, "no deviation");
    }
}

#[test]
fn benefit_of_the_doubt_over_the_asem_pillars() {
    let pillars = ["ConEcFin", "Environ", "Instit", "P2P", "Physical", "Political", "Social", "SusEcFin"];
    let Some((units, rows)) = csv("coinr_asem/stage_aggregated.csv", &pillars) else { return };
    let Some((expected_units, expected)) = csv("bod_asem.csv", &["bod_free", "bod_pie_share_5_to_40_percent"]) else {
        return;
    };
    assert_eq!(units, expected_units);
    let matrix = matrix(&rows, &[Direction::Higher; 8]);
    let free = benefit_of_doubt(&matrix, None).unwrap();
    close(&free.scores, &expected.iter().map(|row| row[0]).collect::<Vec<_>>(), 1e-10, "free");
    let bounds = PieShares::all(8, 0.05, 0.4).unwrap();
    let bound = benefit_of_doubt(&matrix, Some(&bounds)).unwrap();
    close(&bound.scores, &expected.iter().map(|row| row[1]).collect::<Vec<_>>(), 1e-10, "pie shares");
    for row in 0..matrix.rows() {
        let shares = bound.shares(&matrix, row).unwrap();
        assert!(shares.iter().all(|share| (0.05 - 1e-9..=0.4 + 1e-9).contains(share)), "{row}: {shares:?}");
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }
}

/// By hand: two criteria of correlation r have the components 1 + r and 1 - r; only the first is kept, and holds both alike. Of three,
/// the third without any correlation with the first two, the first component holds the two, the second the third.
#[test]
fn components_of_known_correlations() {
    let up = [Direction::Higher; 3];
    let x = [1.0, 1.0, -1.0, -1.0];
    let z = [1.0, -1.0, -1.0, 1.0];
    let y = [3.0, 1.0, -1.0, -3.0];
    let rows: Vec<Vec<f64>> = (0..4).map(|i| vec![x[i], y[i], z[i]]).collect();
    let two = matrix(&rows, &up[..2]);
    close(Weighting::Components.weights(&two).unwrap().as_slice(), &[0.5, 0.5], 1e-12, "two");
    let three: Vec<Vec<f64>> = (0..4).map(|i| vec![x[i], x[i] * 5.0 + 2.0, z[i]]).collect();
    let matrix = matrix(&three, &up);
    // Eigenvalues 2, 1, 0: all that is kept is 3, one a criterion.
    close(Weighting::Components.weights(&matrix).unwrap().as_slice(), &[1.0 / 3.0; 3], 1e-12, "three");
    close(Weighting::FirstComponent.weights(&matrix).unwrap().as_slice(), &[0.5, 0.5, 0.0], 1e-12, "the first");
}

/// Barron and Barrett (1996), printed to four digits.
#[test]
fn rank_order_centroids() {
    for (places, printed) in [
        (vec![1, 2], vec![0.75, 0.25]),
        (vec![1, 2, 3], vec![0.6111, 0.2778, 0.1111]),
        (vec![1, 2, 3, 4], vec![0.5208, 0.2708, 0.1458, 0.0625]),
        (vec![1, 2, 3, 4, 5], vec![0.4567, 0.2567, 0.1567, 0.09, 0.04]),
    ] {
        close(Weights::rank_order_centroid(&places).unwrap().as_slice(), &printed, 5e-5, "ROC");
    }
}

/// The linear model on two lists, by the solver HiGHS of scipy 1.17, printed to eight digits.
#[test]
fn the_linear_model_as_another_solver() {
    for (to, from, expected, deviation) in [
        (vec![8.0, 2.0, 1.0], vec![1.0, 5.0, 8.0], vec![0.071_428_57, 0.321_428_57, 0.607_142_86], 0.035_714_29),
        (
            vec![2.0, 1.0, 4.0, 3.0, 8.0],
            vec![4.0, 8.0, 2.0, 3.0, 1.0],
            vec![0.229_508_2, 0.448_087_43, 0.114_754_1, 0.153_005_46, 0.054_644_81],
            0.010_928_96,
        ),
    ] {
        let found = BestWorst::new(&to, &from).unwrap().weights(BestWorstModel::Linear).unwrap();
        close(&[found.deviation], &[deviation], 1e-8, "ξ");
        for (weight, (low, high)) in expected.iter().zip(&found.intervals) {
            assert!((low - 1e-8..=high + 1e-8).contains(weight), "{weight} within {low} to {high}");
        }
    }
}
