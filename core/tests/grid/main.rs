//! Territories and plans: against brute force, against drawn partitions, and on shared graphs.
//!
//! `SHEQU_FULL=1` raises the number of inputs; `SHEQU_SEED` replaces the seed, which a failure prints.
#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod data;
mod faults;
mod hostile;
mod partitions;
mod plans;

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};

/// Tries a law on inputs of a strategy.
fn law<S: Strategy>(inputs: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 5_000 } else { 200 };
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&inputs, holds) {
        panic!("SHEQU_SEED={seed}: {failure}");
    }
}
