//! What a method cannot take: typed, with its place, and never a number that is none.

use proptest::prelude::*;

use crate::evaluation::methods::cases::{matrix, trials};
use crate::evaluation::methods::{
    Direction, Matrix, Method, MethodName, OrderWeights, Preference, Ranking, Scaling, TopsisNorm, Weights,
};
use crate::kernel::Error;

const UP: Direction = Direction::Higher;
const DOWN: Direction = Direction::Lower;

fn first<T: std::fmt::Debug>(result: Result<T, Error>) -> (String, String) {
    let error = result.unwrap_err();
    (error.first().code().to_owned(), error.first().path().to_owned())
}

fn fault(method: &Method, matrix: &Matrix<'_>) -> (String, String) {
    first(method.scores(matrix, &Weights::equal(matrix.criteria().len()).unwrap()))
}

fn pair(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}

fn named(name: &str) -> Method {
    Method::from(name.parse::<MethodName>().unwrap())
}

#[test]
fn constants() {
    let matrix = matrix(&[vec![1.0, 5.0], vec![2.0, 5.0]], &[UP, DOWN]);
    let min_max = Method::Topsis { norm: TopsisNorm::MinMax };
    let spotis = Method::Spotis { bounds: None };
    for method in [named("weighted-sum"), named("owa"), named("vikor"), named("mabac"), min_max, spotis] {
        assert_eq!(fault(&method, &matrix), pair("criterion-constant", "c1"), "{method:?}");
    }
    for name in
        ["topsis", "promethee-ii", "copras", "edas", "moora", "marcos", "copeland", "borda", "waspas", "electre-i"]
    {
        assert!(named(name).scores(&matrix, &Weights::equal(2).unwrap()).is_ok(), "{name}");
    }
}

#[test]
fn nothing_to_tell_apart() {
    let matrix = matrix(&[vec![3.0, 5.0], vec![3.0, 5.0]], &[UP, DOWN]);
    for name in ["topsis", "edas", "electre-i"] {
        assert_eq!(fault(&named(name), &matrix), pair("rows-all-equal", ""), "{name}");
    }
}

/// Rows that are equal in S but for rounding once were 0 and 1/2 apart; so were rows of equal values whose mean rounds.
#[test]
fn rounding_decides_nothing() {
    let matrix_of =
        |factor: f64| matrix(&[vec![1.0 * factor, 3.0], vec![2.0 * factor, 2.0], vec![3.0 * factor, 1.0]], &[UP, UP]);
    for factor in [1.0, 0.1, 0.3, 28.028_952_924_503_674] {
        let q = named("vikor").scores(&matrix_of(factor), &Weights::equal(2).unwrap()).unwrap();
        assert_eq!(
            q.iter().map(|q| format!("{q:.9}")).collect::<Vec<_>>(),
            ["0.500000000", "0.000000000", "0.500000000"]
        );
    }
    for value in [0.1, 0.3, 0.7] {
        let equal = matrix(&vec![vec![value]; 11], &[UP]);
        assert_eq!(fault(&named("edas"), &equal), pair("rows-all-equal", ""));
    }
}

#[test]
fn one_row() {
    let matrix = matrix(&[vec![3.0, 5.0]], &[UP, DOWN]);
    for name in ["vikor", "promethee-ii", "electre-i", "copeland"] {
        assert_eq!(fault(&named(name), &matrix), pair("one-row", ""), "{name}");
    }
    // No other method says more than a typed error of a single row.
    for name in MethodName::ALL {
        let scores = Method::from(name).scores(&matrix, &Weights::equal(2).unwrap());
        assert!(scores.is_err() || scores.unwrap().iter().all(|x| x.is_finite()), "{name}");
    }
}

#[test]
fn zero_and_below() {
    let zeros = matrix(&[vec![1.0, 0.0], vec![2.0, 4.0]], &[UP, DOWN]);
    for name in ["weighted-product", "waspas", "marcos"] {
        assert_eq!(fault(&named(name), &zeros), pair("criterion-value-not-positive", "[0].c1"), "{name}");
    }
    assert_eq!(fault(&named("copras"), &zeros), pair("criterion-value-not-positive", "[0]"));
    let below = matrix(&[vec![1.0, 3.0], vec![-2.0, 4.0]], &[UP, DOWN]);
    for name in ["weighted-product", "waspas", "copras"] {
        assert_eq!(fault(&named(name), &below), pair("criterion-value-negative", "[1].c0"), "{name}");
    }
    assert_eq!(fault(&named("edas"), &below), pair("criterion-mean-not-positive", "c0"));
    let nothing = matrix(&[vec![1.0, 0.0], vec![2.0, 0.0]], &[UP, UP]);
    for name in ["topsis", "moora", "copras", "electre-i", "weighted-product"] {
        assert_eq!(fault(&named(name), &nothing), pair("criterion-all-zero", "c1"), "{name}");
    }
}

#[test]
fn every_fault_is_found_not_the_first() {
    let matrix = matrix(&[vec![1.0, 5.0, 2.0], vec![1.0, 5.0, 3.0]], &[UP, DOWN, UP]);
    let error = named("vikor").scores(&matrix, &Weights::equal(3).unwrap()).unwrap_err();
    assert_eq!(error.faults().map(|fault| fault.path().to_owned()).collect::<Vec<_>>(), ["c0", "c1"]);
}

#[test]
fn parameters() {
    let matrix = matrix(&[vec![1.0, 5.0], vec![2.0, 7.0]], &[UP, DOWN]);
    let invalid = |path: &str| pair("method-parameter-invalid", path);
    assert_eq!(fault(&Method::Vikor { v: 1.5 }, &matrix), invalid("v"));
    assert_eq!(fault(&Method::Waspas { lambda: f64::NAN }, &matrix), invalid("lambda"));
    let order = OrderWeights::Power(0.0);
    assert_eq!(fault(&Method::Owa { scaling: Scaling::MinMax, order }, &matrix), invalid("alpha"));
    let order = OrderWeights::Places(Weights::equal(3).unwrap());
    assert_eq!(
        fault(&Method::Owa { scaling: Scaling::MinMax, order }, &matrix),
        pair("method-counts-differ", "places")
    );
    let preferences = vec![Preference::Usual, Preference::Linear { indifference: 3.0, preference: 3.0 }];
    assert_eq!(fault(&Method::Promethee { preferences }, &matrix), invalid("preferences[1].preference"));
    let preferences = vec![Preference::Usual; 3];
    assert_eq!(fault(&Method::Promethee { preferences }, &matrix), pair("method-counts-differ", "preferences"));
    let bounds = Some(vec![(0.0, 1.5), (9.0, 1.0)]);
    assert_eq!(fault(&Method::Spotis { bounds }, &matrix), invalid("bounds[1]"));
    let bounds = Some(vec![(0.0, 1.5), (0.0, 9.0)]);
    assert_eq!(fault(&Method::Spotis { bounds }, &matrix), pair("value-outside-bounds", "[1].c0"));
    assert_eq!(fault(&Method::Electre { concordance: 2.0, discordance: 0.1 }, &matrix), invalid("concordance"));
    assert_eq!(fault(&Method::WeightedSum { scaling: Scaling::AsGiven }, &matrix), invalid("c1"));
    let ranking = Ranking { decimals: Some(16), ..Ranking::default() };
    assert_eq!(first(Method::Borda.decide(&matrix, &Weights::equal(2).unwrap(), ranking)), invalid("decimals"));
    let weights = Weights::equal(3).unwrap();
    for name in MethodName::ALL {
        assert_eq!(
            first(Method::from(name).scores(&matrix, &weights)),
            pair("method-counts-differ", "weights"),
            "{name}"
        );
    }
    assert_eq!(first("simus".parse::<MethodName>()), pair("unknown-method", ""));
}

#[test]
fn names_read_back() {
    for name in MethodName::ALL {
        assert_eq!(name.name().parse::<MethodName>().unwrap(), name);
        assert_eq!(serde_json::to_value(name).unwrap(), name.name());
        assert_eq!(Method::from(name).name(), name);
    }
}

#[test]
fn too_many_rows_to_compare_in_pairs() {
    let rows: Vec<Vec<f64>> = (0..20_001_u32).map(|i| vec![f64::from(i)]).collect();
    let matrix = matrix(&rows, &[UP]);
    let preferences = vec![Preference::Gaussian { inflection: 1.0 }];
    for method in [named("electre-i"), named("copeland"), Method::Promethee { preferences }] {
        assert_eq!(fault(&method, &matrix).0, "method-too-many-rows", "{method:?}");
    }
}

/// From the smallest to the largest floats, of either sign: a finite score or a typed error.
fn any_value() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(f64::MAX),
        Just(f64::MIN),
        Just(f64::MIN_POSITIVE),
        Just(5e-324),
        -1e3_f64..1e3,
        (-300_i32..300).prop_map(|e| 10_f64.powi(e)),
        prop::num::f64::NORMAL,
    ]
}

proptest! {
    #![proptest_config(trials(2000))]

    #[test]
    fn no_score_is_ever_nan_or_infinite(
        rows in prop::collection::vec(prop::collection::vec(any_value(), 2), 1..5), down in any::<bool>(), share in 0.0_f64..=1.0,
    ) {
        let matrix = matrix(&rows, &[UP, if down { DOWN } else { UP }]);
        let weights = Weights::points(&[share, 1.0]).unwrap();
        let more = [
            Method::Topsis { norm: TopsisNorm::MinMax },
            Method::WeightedSum { scaling: Scaling::Vector },
            Method::WeightedSum { scaling: Scaling::Sum },
            Method::Promethee { preferences: vec![Preference::Linear { indifference: 0.0, preference: 1.0 }] },
            Method::Promethee { preferences: vec![Preference::Gaussian { inflection: 1e-5 }] },
        ];
        for method in MethodName::ALL.into_iter().map(Method::from).chain(more) {
            if let Ok(scores) = method.scores(&matrix, &weights) {
                prop_assert!(scores.iter().all(|score| score.is_finite()), "{:?}: {:?}", method, scores);
            }
        }
    }
}
