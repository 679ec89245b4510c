use proptest::prelude::*;

use super::*;

fn problem() -> impl Strategy<Value = Problem> {
    (1_usize..5, 0_usize..6, 0_u64..12).prop_flat_map(|(officers, rows, span)| {
        let bounds = prop::collection::vec((0_u32..3, 0_u32..3), officers);
        (prop::collection::vec(0..=span, officers * rows), bounds).prop_map(move |(costs, bounds)| {
            let bounds = bounds.into_iter().map(|(least, extra)| (least, least + extra)).collect();
            Problem { officers, costs, bounds }
        })
    })
}

/// Every assignment within the bounds with its cost, in the order in which the first row's officer counts most.
fn all(problem: &Problem) -> Vec<(u64, Vec<usize>)> {
    let rows = problem.rows();
    let mut found = Vec::new();
    for code in 0..problem.officers.pow(u32::try_from(rows).unwrap()) {
        let mut rest = code;
        let mut officer: Vec<usize> =
            (0..rows).map(|_| (rest % problem.officers, rest /= problem.officers).0).collect();
        officer.reverse();
        let load = |o: usize| u32::try_from(officer.iter().filter(|x| **x == o).count()).unwrap();
        if (0..problem.officers).all(|o| (problem.bounds[o].0..=problem.bounds[o].1).contains(&load(o))) {
            let cost = officer.iter().enumerate().map(|(r, o)| problem.costs[r * problem.officers + o]).sum();
            found.push((cost, officer));
        }
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: if std::env::var_os("SHEQU_FULL").is_some() { 20_000 } else { 600 },
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    /// Against all assignments: the least cost, the first among equals, the proof, and what each detour costs.
    #[test]
    fn least_cost_first_among_equals_and_every_detour(problem in problem()) {
        let every = all(&problem);
        let Some((least, first)) = every.iter().min() else { return Ok(()) };
        let solution = problem.solve();
        prop_assert_eq!(&solution.officer, first);
        prop_assert!(problem.proven(&solution));
        for row in 0..problem.rows() {
            let brute: Vec<Option<u64>> = (0..problem.officers)
                .map(|o| every.iter().filter(|(_, a)| a[row] == o).map(|(cost, _)| cost - least).min())
                .collect();
            prop_assert_eq!(problem.detours(&solution, row), brute);
        }
    }

    /// The proof is one: with another assignment of more cost, or with a price raised, it fails.
    #[test]
    fn a_wrong_proof_is_refused(problem in problem(), row in 0_usize..5, officer in 0_usize..4) {
        let every = all(&problem);
        let Some((least, _)) = every.iter().min() else { return Ok(()) };
        let solution = problem.solve();
        if let Some((_, worse)) = every.iter().find(|(cost, _)| cost > least) {
            let worse = Solution { officer: worse.clone(), ..solution.clone() };
            prop_assert!(!problem.proven(&worse));
        }
        if row < problem.rows() && officer < problem.officers {
            let mut raised = solution;
            raised.row_prices[row] += 1;
            prop_assert!(!problem.proven(&raised));
        }
    }
}
