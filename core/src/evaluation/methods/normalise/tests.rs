//! The invariances that each normalisation promises, and its faults.
#![expect(clippy::float_cmp, reason = "equals score alike to the bit")]

use proptest::prelude::*;

use super::*;
use crate::evaluation::methods::Criterion;

fn criterion(direction: Direction, values: &[f64]) -> Criterion<'static> {
    Criterion::new("c".parse().unwrap(), direction, values.to_vec())
}

fn scores(method: Normalisation, direction: Direction, values: &[f64]) -> Vec<f64> {
    method.apply(&criterion(direction, values)).unwrap()
}

const BOTH: [Direction; 2] = [Direction::Higher, Direction::Lower];

const POSTS: Goalposts = Goalposts { lower: 1.0, upper: 50.0, factor: 1.0, cap: true, logarithmic: false };

/// Every method, its goalposts and targets fixed.
fn all() -> Vec<Normalisation> {
    vec![
        Normalisation::MinMax { lower: 1.0, upper: 100.0 },
        Normalisation::ZScore { mean: 10.0, deviation: 2.0 },
        Normalisation::DistanceToMax,
        Normalisation::DistanceToReference { row: 0, cap: false },
        Normalisation::FractionOfMax,
        Normalisation::Rank(RankTies::Min),
        Normalisation::Rank(RankTies::Average),
        Normalisation::PercentileRank,
        Normalisation::Borda(RankTies::Dense),
        Normalisation::Goalposts(POSTS),
        Normalisation::Goalposts(Goalposts { logarithmic: true, ..POSTS }),
        Normalisation::Vector,
        Normalisation::Sum,
        Normalisation::Max,
        Normalisation::Log,
    ]
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-9 * (1.0 + a.abs().max(b.abs())))
}

/// Values above one, some of them twice, whose first is neither the best nor the worst.
fn values() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(2_u32..4000, 2..20).prop_map(|whole| {
        let mut values: Vec<f64> = whole.into_iter().map(|n| f64::from(n) / 8.0 + 1.0).collect();
        let (least, greatest) = extremes(&values).unwrap();
        values.extend([least - 0.125, greatest + 0.125]);
        values
    })
}

/// Whether a method says the same of values in other units (all times a number above zero) or from another zero (all plus a number).
fn promises(method: &Normalisation) -> (bool, bool) {
    match method {
        Normalisation::MinMax { .. }
        | Normalisation::ZScore { .. }
        | Normalisation::DistanceToMax
        | Normalisation::DistanceToReference { .. }
        | Normalisation::Rank(_)
        | Normalisation::PercentileRank
        | Normalisation::Borda(_) => (true, true),
        Normalisation::FractionOfMax | Normalisation::Vector | Normalisation::Sum | Normalisation::Max => (true, false),
        Normalisation::DistanceToTarget { .. } | Normalisation::Goalposts(_) | Normalisation::Log => (false, false),
    }
}

fn config() -> ProptestConfig {
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { 64 };
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn units_and_zeros_do_not_matter_where_that_is_promised(values in values(), factor in 0.25_f64..8.0, shift in -50.0_f64..50.0) {
        for method in all() {
            let (units, zero) = promises(&method);
            for direction in BOTH {
                let plain = scores(method, direction, &values);
                if units {
                    let scaled: Vec<f64> = values.iter().map(|x| x * factor).collect();
                    prop_assert!(near(&plain, &scores(method, direction, &scaled)), "{method:?} {direction:?}");
                }
                if zero {
                    let moved: Vec<f64> = values.iter().map(|x| x + shift).collect();
                    prop_assert!(near(&plain, &scores(method, direction, &moved)), "{method:?} {direction:?}");
                }
            }
        }
    }

    #[test]
    fn better_values_never_score_lower_and_rows_may_stand_in_any_order(values in values(), turn in 0_usize..20) {
        let at = turn % values.len();
        let turned: Vec<f64> = values[at..].iter().chain(&values[..at]).copied().collect();
        for method in all() {
            for direction in BOTH {
                let plain = scores(method, direction, &values);
                for (i, x) in values.iter().enumerate() {
                    for (j, y) in values.iter().enumerate() {
                        let better = if direction == Direction::Higher { x > y } else { x < y };
                        prop_assert!(!better || plain[i] >= plain[j], "{method:?} {direction:?} {x} {y}");
                        // Equals score alike.
                        prop_assert!(x != y || plain[i] == plain[j], "{method:?} {direction:?} {x} {y}");
                    }
                }
                if let Normalisation::DistanceToReference { cap, .. } = method {
                    // The reference moves with its row.
                    let row = values.len() - at;
                    let row = if row == values.len() { 0 } else { row };
                    let moved = scores(Normalisation::DistanceToReference { row, cap }, direction, &turned);
                    prop_assert!(near(&plain, &[&moved[row..], &moved[..row]].concat()));
                    continue;
                }
                let back = scores(method, direction, &turned);
                let split = values.len() - at;
                prop_assert!(near(&plain, &[&back[split..], &back[..split]].concat()), "{method:?} {direction:?}");
            }
        }
    }

    #[test]
    fn two_that_name_the_same_distance_agree(values in values()) {
        for direction in BOTH {
            let unit = scores(Normalisation::MinMax { lower: 0.0, upper: 1.0 }, direction, &values);
            prop_assert!(near(&unit, &scores(Normalisation::DistanceToMax, direction, &values)));
            let (least, greatest) = extremes(&values).unwrap();
            let target = if direction == Direction::Higher { greatest } else { least };
            let to_best = scores(Normalisation::DistanceToTarget { target, cap: true }, direction, &values);
            prop_assert!(near(&unit, &to_best));
            let posts = Goalposts { lower: least, upper: greatest, ..POSTS };
            prop_assert!(near(&unit, &scores(Normalisation::Goalposts(posts), direction, &values)));
            let shares = scores(Normalisation::Sum, direction, &values);
            prop_assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        }
    }
}

/// By hand from the formulas of the table, for 2, 8 and 4.
#[test]
fn formulas_by_hand() {
    let x = [2.0, 8.0, 4.0];
    let ln2 = 2_f64.ln();
    for (method, higher, lower) in [
        (Normalisation::MinMax { lower: 0.0, upper: 6.0 }, [0.0, 6.0, 2.0], [6.0, 0.0, 4.0]),
        (Normalisation::DistanceToReference { row: 2, cap: false }, [0.0, 3.0, 1.0], [1.5, 0.0, 1.0]),
        (Normalisation::DistanceToTarget { target: 5.0, cap: true }, [0.0, 1.0, 2.0 / 3.0], [1.0, 0.0, 1.0]),
        (Normalisation::FractionOfMax, [0.25, 1.0, 0.5], [1.0, 0.25, 0.5]),
        (Normalisation::Rank(RankTies::Min), [1.0, 3.0, 2.0], [3.0, 1.0, 2.0]),
        (Normalisation::PercentileRank, [0.0, 1.0, 0.5], [1.0, 0.0, 0.5]),
        (Normalisation::Borda(RankTies::Min), [0.0, 2.0, 1.0], [2.0, 0.0, 1.0]),
        (
            Normalisation::Goalposts(Goalposts { lower: 3.0, upper: 7.0, factor: 10.0, cap: true, logarithmic: false }),
            [0.0, 10.0, 2.5],
            [10.0, 0.0, 7.5],
        ),
        (
            Normalisation::Goalposts(Goalposts { lower: 1.0, upper: 16.0, factor: 1.0, cap: false, logarithmic: true }),
            [0.25, 0.75, 0.5],
            [0.75, 0.25, 0.5],
        ),
        (Normalisation::Sum, [1.0 / 7.0, 4.0 / 7.0, 2.0 / 7.0], [4.0 / 7.0, 1.0 / 7.0, 2.0 / 7.0]),
        (Normalisation::Max, [0.25, 1.0, 0.5], [0.75, 0.0, 0.5]),
        (Normalisation::Log, [1.0 / 6.0, 0.5, 1.0 / 3.0], [5.0 / 12.0, 0.25, 1.0 / 3.0]),
    ] {
        assert!(near(&scores(method, Direction::Higher, &x), &higher), "{method:?}");
        assert!(near(&scores(method, Direction::Lower, &x), &lower), "{method:?}");
    }
    let length = 84_f64.sqrt();
    assert!(near(&scores(Normalisation::Vector, Direction::Lower, &x), &x.map(|x| 1.0 - x / length)));
    // Mean 14/3, deviation √(28/3).
    let z = scores(Normalisation::ZScore { mean: 0.0, deviation: 1.0 }, Direction::Higher, &x);
    assert!((z[1] - (8.0 - 14.0 / 3.0) / (28_f64 / 3.0).sqrt()).abs() < 1e-15);
    assert!((ln2 - libm::log(2.0)).abs() < 1e-15);
}

#[test]
fn what_cannot_be_scored_is_a_fault_with_its_place() {
    let fault = |method: Normalisation, direction, values: &[f64]| {
        let error = method.apply(&criterion(direction, values)).unwrap_err();
        (error.first().code(), error.first().path().to_owned())
    };
    let (up, down) = (Direction::Higher, Direction::Lower);
    let flat = [3.0, 3.0];
    let constant = ("indicator-constant", "c".to_owned());
    for method in [
        Normalisation::MinMax { lower: 0.0, upper: 1.0 },
        Normalisation::ZScore { mean: 0.0, deviation: 1.0 },
        Normalisation::DistanceToMax,
    ] {
        assert_eq!(fault(method, up, &flat), constant);
        assert_eq!(fault(method, down, &[5.0]), constant);
        let normaliser = Normaliser { method, constant: Some(0.5) };
        assert_eq!(normaliser.apply(&criterion(up, &flat)).unwrap(), [0.5, 0.5]);
    }
    let target = |target| Normalisation::DistanceToTarget { target, cap: false };
    let at = |code, path: &str| (code, path.to_owned());
    for (method, direction, values, expected) in [
        (target(3.0), up, &flat[..], at("target-not-better", "c")),
        (target(4.0), down, &[1.0, 4.0], at("target-not-better", "c")),
        (Normalisation::DistanceToReference { row: 7, cap: false }, up, &flat, at("unknown-row", "c")),
        (Normalisation::FractionOfMax, up, &[0.0, 0.0], at("denominator-zero", "c")),
        (Normalisation::FractionOfMax, up, &[-1.0, -2.0], at("value-not-positive", "c")),
        (Normalisation::FractionOfMax, down, &[1.0, 0.0], at("value-not-positive", "[1].c")),
        (Normalisation::PercentileRank, up, &[1.0], at("rows-too-few", "c")),
        (Normalisation::Goalposts(Goalposts { upper: 1.0, ..POSTS }), up, &flat, at("method-parameter", "c")),
        (
            Normalisation::Goalposts(Goalposts { logarithmic: true, ..POSTS }),
            up,
            &[2.0, -1.0],
            at("value-not-positive", "[1].c"),
        ),
        (Normalisation::Vector, up, &[0.0, 0.0], at("denominator-zero", "c")),
        (Normalisation::Vector, up, &[1e200, 1.0], at("out-of-float", "c")),
        (Normalisation::Sum, up, &[1.0, -1.0], at("value-negative", "[1].c")),
        (Normalisation::Sum, down, &[0.0, 1.0], at("value-not-positive", "[0].c")),
        (Normalisation::Max, down, &[0.0, 0.0], at("denominator-zero", "c")),
        (Normalisation::Log, up, &[2.0, 0.0], at("value-not-positive", "[1].c")),
        (Normalisation::Log, up, &[1.0, 1.0], at("denominator-zero", "c")),
        (Normalisation::DistanceToMax, up, &[f64::MAX, -f64::MAX], at("out-of-float", "c")),
        (Normalisation::MinMax { lower: 1.0, upper: 1.0 }, up, &[1.0, 2.0], at("method-parameter", "c")),
    ] {
        assert_eq!(fault(method, direction, values), expected, "{method:?} {values:?}");
    }
}
