//! What each method promises, over random problems.

use proptest::prelude::*;

use crate::evaluation::methods::cases::{Problem, close, problems, trials};
use crate::evaluation::methods::columns::count;
use crate::evaluation::methods::{
    Direction, Flows, Method, MethodName, OrderWeights, Preference, Scaling, TopsisNorm, Weights, electre, promethee,
};

/// Every method, some with several parameters; those that only look at the order of values are last.
fn all() -> Vec<Method> {
    let usual = MethodName::ALL.into_iter().map(Method::from);
    let bounds = Some(vec![(0.0, 20.0); 5]);
    let more = [
        Method::WeightedSum { scaling: Scaling::Sum },
        Method::WeightedSum { scaling: Scaling::Max },
        Method::WeightedSum { scaling: Scaling::Vector },
        Method::WeightedProduct { scaling: Scaling::Sum },
        Method::Topsis { norm: TopsisNorm::MinMax },
        Method::Vikor { v: 0.25 },
        Method::Promethee { preferences: vec![Preference::Linear { indifference: 0.5, preference: 3.0 }] },
        Method::Promethee { preferences: vec![Preference::Gaussian { inflection: 2.0 }] },
        Method::Spotis { bounds },
    ];
    usual.chain(more).collect()
}

/// The scores; `None` where the method rightly has none, as where nothing tells the rows apart.
fn scores(method: &Method, problem: &Problem) -> Option<Vec<f64>> {
    let criteria = problem.directions.len();
    let method = match method {
        Method::Spotis { bounds: Some(bounds) } => Method::Spotis { bounds: Some(bounds[..criteria].to_vec()) },
        other => other.clone(),
    };
    match method.scores(&problem.matrix(), &problem.weights()) {
        Ok(scores) => Some(scores),
        Err(error) => {
            assert_eq!(error.first().code(), "rows-all-equal", "{method:?}");
            None
        }
    }
}

fn same(method: &Method, a: &Problem, b: &Problem) {
    match (scores(method, a), scores(method, b)) {
        (Some(a), Some(b)) => close(&a, &b, 1e-9, &format!("{method:?}")),
        (None, None) => {}
        (a, b) => panic!("{method:?}: {a:?} and {b:?}"),
    }
}

/// Whether a row is as good as another in every criterion.
fn dominates(problem: &Problem, a: usize, b: usize) -> bool {
    let pairs = problem.rows[a].iter().zip(&problem.rows[b]).zip(&problem.directions);
    pairs.into_iter().all(|((a, b), direction)| if *direction == Direction::Higher { a >= b } else { a <= b })
}

/// The definition over all pairs.
fn by_pairs(problem: &Problem, preferences: &[Preference]) -> Flows {
    let rows = problem.rows.len();
    let others = count(rows - 1);
    let weights = problem.weights();
    let (mut positive, mut negative) = (vec![0.0; rows], vec![0.0; rows]);
    for (a, out) in problem.rows.iter().zip(&mut positive) {
        for (b, into) in problem.rows.iter().zip(&mut negative) {
            for (j, weight) in weights.as_slice().iter().enumerate() {
                let d = a[j] - b[j];
                let d = if problem.directions[j] == Direction::Higher { d } else { -d };
                *out += weight * preferences[j].of(d) / others;
                *into += weight * preferences[j].of(d) / others;
            }
        }
    }
    let net = positive.iter().zip(&negative).map(|(p, n)| p - n).collect();
    Flows { positive, negative, net }
}

fn any_preference() -> impl Strategy<Value = Preference> {
    let quarters = |low: u32| (low..20).prop_map(|x| f64::from(x) / 4.0);
    prop_oneof![
        Just(Preference::Usual),
        quarters(0).prop_map(|indifference| Preference::UShape { indifference }),
        quarters(1).prop_map(|preference| Preference::VShape { preference }),
        (quarters(0), quarters(1)).prop_map(|(q, more)| Preference::Level { indifference: q, preference: q + more }),
        (quarters(0), quarters(1)).prop_map(|(q, more)| Preference::Linear { indifference: q, preference: q + more }),
        quarters(1).prop_map(|inflection| Preference::Gaussian { inflection }),
    ]
}

proptest! {
    #![proptest_config(trials(300))]

    #[test]
    fn neither_the_order_of_rows_nor_of_criteria_matters(problem in problems()) {
        for method in all() {
            same(&method, &problem, &problem.turned());
            let mut upside = problem.clone();
            upside.rows.reverse();
            let (Some(a), Some(mut b)) = (scores(&method, &problem), scores(&method, &upside)) else { continue };
            b.reverse();
            close(&a, &b, 1e-9, &format!("{method:?}"));
        }
    }

    #[test]
    fn who_is_as_good_in_every_criterion_is_not_behind(problem in problems()) {
        // ELECTRE I chooses, it does not rank: two rows of a circle may both be in the kernel.
        for method in all().into_iter().filter(|method| method.name() != MethodName::Electre) {
            let Some(scores) = scores(&method, &problem) else { continue };
            for a in 0..scores.len() {
                for b in (0..scores.len()).filter(|&b| dominates(&problem, a, b)) {
                    let ahead = if method.better() == Direction::Higher { scores[a] - scores[b] } else { scores[b] - scores[a] };
                    prop_assert!(ahead >= -1e-12, "{:?}: {} and {}", method, scores[a], scores[b]);
                }
            }
        }
    }

    #[test]
    fn equal_rows_have_equal_scores_to_the_last_bit(mut problem in problems()) {
        let twin = problem.rows[0].clone();
        problem.rows.push(twin);
        for method in all() {
            let Some(scores) = scores(&method, &problem) else { continue };
            prop_assert_eq!(scores[0].to_bits(), scores[scores.len() - 1].to_bits(), "{:?}", method);
        }
    }

    /// The unit of a criterion does not matter.
    #[test]
    fn a_criterion_may_be_measured_in_another_unit(problem in problems(), factor in 0.01_f64..100.0) {
        let scaled = problem.with(|j, x| if j == 0 { x * factor } else { x });
        let bounded = |method: &Method| matches!(method, Method::Spotis { bounds: Some(_) });
        let thresholds = |method: &Method| match method {
            Method::Promethee { preferences } => preferences.iter().any(|p| *p != Preference::Usual),
            _ => false,
        };
        for method in all().into_iter().filter(|method| !bounded(method) && !thresholds(method)) {
            same(&method, &problem, &scaled);
        }
    }

    /// Neither does its zero, where it is scaled by its range or only its order counts.
    #[test]
    fn a_criterion_may_be_counted_from_another_zero(problem in problems(), more in 0.0_f64..100.0) {
        let moved = problem.with(|j, x| if j == 0 { x + more } else { x });
        for method in [
            Method::from(MethodName::WeightedSum),
            Method::from(MethodName::Owa),
            Method::Topsis { norm: TopsisNorm::MinMax },
            Method::from(MethodName::Vikor),
            Method::from(MethodName::Mabac),
            Method::from(MethodName::Spotis),
            Method::from(MethodName::Promethee),
            Method::Copeland,
            Method::Borda,
        ] {
            same(&method, &problem, &moved);
        }
    }

    #[test]
    fn within_bounds_nobody_is_moved_by_who_else_is_there(problem in problems()) {
        let method = Method::Spotis { bounds: Some(vec![(0.0, 20.0); 5]) };
        let all = scores(&method, &problem).unwrap();
        let mut fewer = problem.clone();
        fewer.rows.pop();
        let left = scores(&method, &fewer).unwrap();
        for (a, b) in all.iter().zip(&left) {
            prop_assert_eq!(a.to_bits(), b.to_bits());
        }
    }

    #[test]
    fn flows_by_sorting_are_those_of_all_pairs(
        problem in problems(), preferences in prop::collection::vec(any_preference(), 5), away in 0_u32..3,
    ) {
        // Far from zero sums would lose the digits that differences need.
        let far = [0.0, 1e3, 1e6][away as usize];
        let problem = problem.with(|_, x| x + far);
        let preferences = &preferences[..problem.directions.len()];
        let sorted = promethee(&problem.matrix(), &problem.weights(), preferences).unwrap();
        let pairs = by_pairs(&problem, preferences);
        for (a, b) in [(&sorted.positive, &pairs.positive), (&sorted.negative, &pairs.negative), (&sorted.net, &pairs.net)] {
            close(a, b, 1e-12, &format!("{preferences:?}"));
        }
        prop_assert!(sorted.net.iter().sum::<f64>().abs() < 1e-12);
    }

    #[test]
    fn an_ordered_average_lies_between_the_worst_and_the_best(problem in problems(), alpha in 0.1_f64..10.0) {
        let order = OrderWeights::Power(alpha);
        let method = Method::Owa { scaling: Scaling::AsGiven, order };
        let problem = Problem { directions: vec![Direction::Higher; problem.directions.len()], ..problem };
        for (score, row) in scores(&method, &problem).unwrap().iter().zip(&problem.rows) {
            let counted = || row.iter().zip(&problem.weights).filter(|(_, w)| **w > 0.0).map(|(x, _)| *x);
            let (low, high) = (counted().fold(f64::MAX, f64::min), counted().fold(f64::MIN, f64::max));
            prop_assert!((low - 1e-12..=high + 1e-12).contains(score));
        }
        let equal = Problem { weights: vec![1.0; problem.directions.len()], ..problem };
        let places = Weights::equal(equal.directions.len()).unwrap();
        let ordered = Method::Owa { scaling: Scaling::MinMax, order: OrderWeights::Places(places) };
        same_scores(&ordered, &Method::WeightedSum { scaling: Scaling::MinMax }, &equal);
    }

    #[test]
    fn nobody_in_the_kernel_is_outranked_from_it_but_in_a_circle(problem in problems()) {
        let found = electre(&problem.matrix(), &problem.weights(), 0.6, 0.5).unwrap();
        let reach = |from: usize| {
            let mut seen = vec![false; problem.rows.len()];
            let mut stack = vec![from];
            while let Some(row) = stack.pop() {
                for (next, seen) in seen.iter_mut().enumerate() {
                    if found.outranks[row][next] && !std::mem::replace(seen, true) {
                        stack.push(next);
                    }
                }
            }
            seen
        };
        prop_assert!(!found.kernel.is_empty());
        let one_circle = |a: usize, b: usize| a == b || (reach(a)[b] && reach(b)[a]);
        for row in 0..problem.rows.len() {
            let outranked = found.kernel.iter().any(|&top| {
                !one_circle(top, row) && (0..problem.rows.len()).any(|mate| one_circle(mate, row) && found.outranks[top][mate])
            });
            prop_assert_eq!(found.kernel.contains(&row), !outranked);
        }
    }
}

fn same_scores(a: &Method, b: &Method, problem: &Problem) {
    close(&scores(a, problem).unwrap(), &scores(b, problem).unwrap(), 1e-12, &format!("{a:?} and {b:?}"));
}
