//! The cases of `mcdm_cases.json` and COINr's Copeland scores.

use crate::evaluation::methods::cases::{Case, case, close, csv, matrix};
use crate::evaluation::methods::{
    Direction, Method, MethodName, OrderWeights, RankTies, Ranking, Scaling, TopsisNorm, Weights, copeland, electre,
    vikor,
};

/// Scores, and ranks where the case has them.
fn check(id: &str, method: &Method) {
    let Some(case) = case(id) else { return };
    let weights = case.weights();
    let decision = method.decide(&case.matrix(), &weights, Ranking::default()).unwrap();
    case.agrees(decision.scores());
    ranks(&case, &decision.ranks().iter().map(|rank| rank.as_f64()).collect::<Vec<_>>());
}

fn ranks(case: &Case, got: &[f64]) {
    if case.0["rank"].is_array() {
        close(got, &case.numbers("rank"), 0.0, "ranks");
    }
}

#[test]
fn methods_with_their_usual_parameters() {
    for (id, name) in [
        ("topsis-tzeng2011", "topsis"),
        ("vikor-opricovic2004", "vikor"),
        ("vikor-yang2020", "vikor"),
        ("promethee2-zhao2013", "promethee-ii"),
        ("edas-yazdani2020", "edas"),
        ("moora-siregar2018", "moora"),
        ("mabac-pamucar2015", "mabac"),
        ("marcos-ulutas2020", "marcos"),
        ("waspas-chakraborty2015", "waspas"),
    ] {
        check(id, &Method::from(name.parse::<MethodName>().unwrap()));
    }
}

#[test]
fn topsis_under_the_other_norm_has_another_winner() {
    check("topsis-opricovic2004", &Method::Topsis { norm: TopsisNorm::MinMax });
    let Some(case) = case("topsis-opricovic2004") else { return };
    let vector = Method::Topsis { norm: TopsisNorm::Vector }.scores(&case.matrix(), &case.weights()).unwrap();
    close(&vector, &[0.762, 0.722, 0.238], 1e-3, "as the case says of the vector norm");
}

#[test]
fn vikor_under_four_sets_of_weights_with_the_compromise() {
    for id in ["w1", "w2", "w3", "w4"] {
        let Some(case) = case(&format!("vikor-opricovic2007-{id}")) else { return };
        let found = vikor(&case.matrix(), &case.weights(), 0.5).unwrap();
        close(&found.q, &case.numbers("f64"), 1e-10, id);
        close(&found.q, &case.numbers("published"), 1e-3, id);
        let mut compromise = found.compromise();
        compromise.sort_unstable();
        let expected: Vec<usize> = serde_json::from_value(case.0["compromise_set_zero_based"].clone()).unwrap();
        assert_eq!(compromise, expected, "{id}");
        let decision = Method::Vikor { v: 0.5 }.decide(&case.matrix(), &case.weights(), Ranking::default()).unwrap();
        ranks(&case, &decision.ranks().iter().map(|rank| rank.as_f64()).collect::<Vec<_>>());
    }
}

#[test]
fn spotis_within_given_bounds() {
    let Some(case) = case("spotis-dezert2020") else { return };
    let bound = |pair: &serde_json::Value| (pair[0].as_f64().unwrap(), pair[1].as_f64().unwrap());
    let bounds = Some(case.0["bounds"].as_array().unwrap().iter().map(bound).collect());
    check("spotis-dezert2020", &Method::Spotis { bounds });
}

#[test]
fn the_weighted_product_of_shares() {
    let Some(case) = case("wpm-enwiki") else { return };
    let method = Method::WeightedProduct { scaling: Scaling::Sum };
    let weights = Weights::points(&case.numbers("weights")).unwrap();
    let decision = method.decide(&case.matrix(), &weights, Ranking::default()).unwrap();
    let logs: Vec<f64> = decision.scores().iter().map(|score| libm::log10(*score)).collect();
    case.agrees(&logs);
    ranks(&case, &decision.ranks().iter().map(|rank| rank.as_f64()).collect::<Vec<_>>());
}

#[test]
fn the_weighted_sum_of_shares() {
    let Some(case) = case("wsm-kracka2010") else { return };
    let method = Method::WeightedSum { scaling: Scaling::Sum };
    let weights = Weights::points(&case.numbers("weights")).unwrap();
    let decision = method.decide(&case.matrix(), &weights, Ranking::default()).unwrap();
    case.agrees(decision.scores());
    ranks(&case, &decision.ranks().iter().map(|rank| rank.as_f64()).collect::<Vec<_>>());
}

/// The printed result adds the four costs as if they were benefits, and so does the peer that repeats it (its formula cancels to
/// that). With all five as benefits the digits come out; with the costs as costs, those of scikit-criteria 0.10, which has the
/// formula of the method's paper.
#[test]
fn copras_with_and_without_its_costs() {
    let Some(case) = case("copras-zavadskas2007") else { return };
    let benefits = matrix(&case.rows(), &[Direction::Higher; 5]);
    case.agrees(&Method::Copras.scores(&benefits, &case.weights()).unwrap());
    let costs = Method::Copras.scores(&case.matrix(), &case.weights()).unwrap();
    let peer = [1.0, 0.802_182_2, 0.972_407_1, 0.796_483_02, 0.905_921_5, 0.750_312_17];
    close(&costs, &peer, 5e-9, "scikit-criteria");
}

#[test]
fn electre_with_its_tables_and_its_kernel() {
    let Some(case) = case("electre1-cebrian2009") else { return };
    let found = electre(&case.matrix(), &case.weights(), 0.65, 0.35).unwrap();
    for (key, got, within) in [("concordance", &found.concordance, 1e-10), ("discordance", &found.discordance, 1e-4)] {
        for (a, row) in case.0[key].as_array().unwrap().iter().enumerate() {
            for (b, cell) in row.as_array().unwrap().iter().enumerate().filter(|(b, _)| *b != a) {
                assert!((got[a][b] - cell.as_f64().unwrap()).abs() < within, "{key} {a} {b}: {} and {cell}", got[a][b]);
            }
        }
    }
    assert_eq!(found.kernel, [4]);
    let decision =
        Method::from(MethodName::Electre).decide(&case.matrix(), &case.weights(), Ranking::default()).unwrap();
    assert_eq!(decision.order()[0], 4);
    assert_eq!(decision.scores(), [0.0, 0.0, 0.0, 0.0, 1.0, 0.0]);
}

#[test]
fn copeland_as_coinr() {
    let Some(case) = case("copeland-coinr") else { return };
    let found = copeland(&case.matrix(), &Weights::equal(3).unwrap()).unwrap();
    assert_eq!(found.dominant, case.0["nDominant"].as_u64().unwrap());
    close(&[found.dominant_share], &[case.number("fracDominant")], 0.0, "the share of dominant pairs");
    // From its cells by hand: 2 beats 1 by two criteria to one, 1 beats 3 likewise, 4 beats all.
    assert_eq!(found.copeland, [-1 + 1 - 1, 1 + 1 - 1, -1 - 1 - 1, 3]);
}

#[test]
fn copeland_over_the_pillars_of_the_asem_index() {
    let pillars = ["ConEcFin", "Environ", "Instit", "P2P", "Physical", "Political", "Social", "SusEcFin"];
    let Some((units, rows)) = csv("coinr_asem/stage_aggregated.csv", &pillars) else { return };
    let Some((expected_units, expected)) = csv("coinr_asem/copeland_pillars.csv", &["copeland_over_8_pillars"]) else {
        return;
    };
    assert_eq!(units, expected_units);
    let matrix = matrix(&rows, &[Direction::Higher; 8]);
    let found = copeland(&matrix, &Weights::equal(8).unwrap()).unwrap();
    let found_scores = Method::Copeland.scores(&matrix, &Weights::equal(8).unwrap()).unwrap();
    close(&found_scores, &expected.concat(), 0.0, "Copeland");
    // misc.txt: 71 pairs of 1,275.
    assert_eq!(found.dominant, 71);
    close(&[found.dominant_share], &[0.055_686_274_509_803_92], 1e-15, "misc.txt");
}

/// By hand: Yager (1988). The mean of the two best of three, the maximum, the minimum, the median.
#[test]
fn ordered_weights() {
    let matrix = matrix(&[vec![0.7, 1.0, 0.3], vec![0.6, 0.6, 0.6]], &[Direction::Higher; 3]);
    let owa = |places: [f64; 3]| {
        let order = OrderWeights::Places(Weights::new(places.to_vec()).unwrap());
        Method::Owa { scaling: Scaling::AsGiven, order }.scores(&matrix, &Weights::equal(3).unwrap()).unwrap()
    };
    close(&owa([0.5, 0.5, 0.0]), &[0.85, 0.6], 1e-12, "two best");
    close(&owa([1.0, 0.0, 0.0]), &[1.0, 0.6], 1e-12, "maximum");
    close(&owa([0.0, 0.0, 1.0]), &[0.3, 0.6], 1e-12, "minimum");
    close(&owa([0.0, 1.0, 0.0]), &[0.7, 0.6], 1e-12, "median");
    let weights = Weights::new(vec![0.2, 0.3, 0.5]).unwrap();
    let power = |alpha: f64| {
        let order = OrderWeights::Power(alpha);
        Method::Owa { scaling: Scaling::AsGiven, order }.scores(&matrix, &weights).unwrap()
    };
    close(&power(1.0), &[0.14 + 0.3 + 0.15, 0.6], 1e-12, "the weighted mean");
    // The best has 0.3 of the weight, the two best 0.5: 1 * .09 + .7 * (.25 - .09) + .3 * (1 - .25).
    close(&power(2.0), &[0.09 + 0.7 * 0.16 + 0.3 * 0.75, 0.6], 1e-12, "squared");
}

/// By hand: two criteria of weights .6 and .4 over three rows, one tie.
#[test]
fn borda_shares_the_places_of_equals() {
    let matrix = matrix(&[vec![5.0, 1.0], vec![5.0, 2.0], vec![9.0, 3.0]], &[Direction::Higher, Direction::Lower]);
    let decision = Method::Borda
        .decide(
            &matrix,
            &Weights::new(vec![0.6, 0.4]).unwrap(),
            Ranking { ties: RankTies::Average, decimals: Some(12) },
        )
        .unwrap();
    close(decision.scores(), &[0.6 * 0.5 + 0.4 * 2.0, 0.6 * 0.5 + 0.4, 0.6 * 2.0], 1e-12, "points");
    assert_eq!(decision.order(), [2, 0, 1]);
}

#[test]
fn a_score_says_what_it_is_made_of() {
    let matrix = matrix(&[vec![5.0, 1.0], vec![9.0, 3.0]], &[Direction::Higher, Direction::Lower]);
    let weights = Weights::new(vec![0.6, 0.4]).unwrap();
    let decision = Method::Vikor { v: 0.5 }.decide(&matrix, &weights, Ranking::default()).unwrap();
    let text = decision.explain(&matrix, &weights, 1).unwrap().render(crate::kernel::Lang::En);
    for part in ["VIKOR: ≈0", "rank: 1;", "lower is better", "c1: ≈3", "weight: ≈0.4; best: ≈1; worst: ≈3"] {
        assert!(text.contains(part), "{part} in {text}");
    }
    assert!(decision.explain(&matrix, &weights, 2).is_none());
}
