//! Organisations: the figures of a published year, events, faults, and laws tried on many histories.
//!
//! `SHEQU_FULL=1` raises the number of histories; `SHEQU_SEED` replaces the seed, which a failure prints.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod batches;
mod changes;
mod chronicle;
mod diagrams;
mod documents;
mod essay;
mod events;
mod faults;
mod histories;
mod linked;
mod oracle;
mod parts;
mod planted;
mod popolo;
mod random;
mod rules;
mod saved;
mod teams;

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use serde_json::Value;
use shequ::kernel::{Day, Document};
use shequ::organisation::Organisation;

/// Tries a law on inputs of a strategy.
fn law<S: Strategy>(inputs: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    law_of(200, inputs, holds);
}

/// The same on fewer inputs where each is a whole history; as many at full size.
fn law_of<S: Strategy>(cases: u32, inputs: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { cases };
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&inputs, holds) {
        panic!("SHEQU_SEED={seed}: {failure}");
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A document of parts, its format and title added.
fn document(mut parts: Value) -> Value {
    parts["format"] = "shequ.organisation/1".into();
    parts["title"] = "示例".into();
    parts
}

fn load(parts: Value) -> Organisation {
    Organisation::parse(&document(parts).to_string()).unwrap_or_else(|e| panic!("{e}"))
}

/// The code and the path of each fault.
fn faults_of(parts: Value) -> Vec<(String, String)> {
    let error = Organisation::parse(&document(parts).to_string()).expect_err("it has faults");
    error.faults().map(|f| (f.code().to_owned(), f.path().to_owned())).collect()
}
