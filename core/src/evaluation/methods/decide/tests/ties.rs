//! Rows that are level in truth are level to the last bit, where a score is a sum of weights times counts.

use proptest::prelude::*;

use crate::evaluation::methods::cases::{Problem, matrix, problems, trials};
use crate::evaluation::methods::{Direction, Matrix, Method, MethodName, Preference, Ranking, Weights};

const UP: Direction = Direction::Higher;

fn ranks(method: &Method, matrix: &Matrix<'_>, weights: &Weights) -> Vec<f64> {
    let decision = method.decide(matrix, weights, Ranking::default()).unwrap();
    decision.ranks().iter().map(|rank| rank.as_f64()).collect()
}

fn counted() -> [Method; 4] {
    let quarter = Preference::UShape { indifference: 0.5 };
    let level = Preference::Level { indifference: 0.5, preference: 2.0 };
    [
        MethodName::Promethee.into(),
        MethodName::Borda.into(),
        Method::Promethee { preferences: vec![quarter] },
        Method::Promethee { preferences: vec![level] },
    ]
}

/// By hand: the first is ahead by 0.3, the second by 0.1 and 0.2, which floats add up to a little more.
#[test]
fn a_tenth_and_two_tenths_are_three_tenths() {
    let rows = matrix(&[vec![0.0, 0.0, 9.0, 5.0], vec![9.0, 9.0, 0.0, 5.0]], &[UP; 4]);
    for weights in [Weights::new(vec![0.1, 0.2, 0.3, 0.4]), Weights::points(&[1.0, 2.0, 3.0, 4.0])] {
        let weights = weights.unwrap();
        for method in counted() {
            assert_eq!(ranks(&method, &rows, &weights), [1.0, 1.0], "{method:?} {weights:?}");
        }
        let net = Method::from(MethodName::Promethee).scores(&rows, &weights).unwrap();
        assert_eq!(net, [0.0, 0.0]);
    }
}

/// By hand: each row is first, second and third once, in criteria of one weight that has no end.
#[test]
fn thirds_and_sevenths_tie_however_they_are_given() {
    let turns: Vec<Vec<f64>> = (0..7).map(|row| (0..7).map(|column| f64::from((row + column) % 7)).collect()).collect();
    let rows = matrix(&turns, &[UP; 7]);
    for weights in [Weights::equal(7), Weights::new(vec![1.0 / 7.0; 7]), Weights::points(&[0.3; 7])] {
        let weights = weights.unwrap();
        for method in counted() {
            assert_eq!(ranks(&method, &rows, &weights), [1.0; 7], "{method:?} {weights:?}");
        }
    }
}

/// Twice the net flow times the others, by whole points, over all pairs.
fn whole(problem: &Problem, preference: Preference) -> Vec<i64> {
    let size = |x: f64| if x > 0.75 { 2 } else { i64::from(x > 0.25) };
    let points: Vec<i64> =
        problem.weights.iter().map(|x| (0..=10).find(|n| f64::from(*n) >= *x).unwrap().into()).collect();
    let net = |a: &Vec<f64>| -> i64 {
        let against = |b: &Vec<f64>| -> i64 {
            let one = |j: usize| {
                let d = if problem.directions[j] == UP { a[j] - b[j] } else { b[j] - a[j] };
                points[j] * (size(preference.of(d)) - size(preference.of(-d)))
            };
            (0..points.len()).map(one).sum()
        };
        problem.rows.iter().map(against).sum()
    };
    problem.rows.iter().map(net).collect()
}

proptest! {
    #![proptest_config(trials(300))]

    /// Against whole numbers: the same order and the same ties, whatever points are divided by, and in any order of the criteria.
    #[test]
    fn flows_are_level_where_whole_numbers_are(problem in problems(), tenth in any::<bool>()) {
        for preference in [Preference::Usual, Preference::Level { indifference: 0.5, preference: 2.0 }] {
            let exact = whole(&problem, preference);
            let weights = if tenth {
                Weights::unscaled(problem.weights.iter().map(|x| x / 10.0).collect()).unwrap()
            } else {
                problem.weights()
            };
            let method = Method::Promethee { preferences: vec![preference] };
            let net = method.scores(&problem.matrix(), &weights).unwrap();
            for a in 0..net.len() {
                for b in 0..net.len() {
                    prop_assert_eq!(net[a].total_cmp(&net[b]), exact[a].cmp(&exact[b]), "{:?} {:?}", net, exact);
                }
            }
            let turned = problem.turned();
            let again = method.scores(&turned.matrix(), &turned.weights()).unwrap();
            if !tenth {
                let bits = |scores: &[f64]| scores.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
                prop_assert_eq!(bits(&net), bits(&again));
            }
        }
    }
}
