//! Evaluations against the worked contract of the shared data, and their laws over random schemes.
//!
//! `SHEQU_FULL=1` raises the number of random schemes to 10,000; `SHEQU_SEED` replaces the seed, which a failure prints.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod appraisals;
mod asem;
mod awkward;
mod case;
mod charts;
mod contract;
mod hdi;
mod invented;
mod laws;
mod layers;
mod ledger;
mod order;
mod registers;
mod rules;
mod shared;
mod ten_thousand;
mod weights;
mod whatif;

use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// Tries a law on random numbers, from which the law draws its case.
fn law(holds: impl Fn(u64) -> Result<(), TestCaseError>) {
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { 150 };
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&proptest::num::u64::ANY, holds) {
        panic!("SHEQU_SEED={seed}: {failure}");
    }
}
