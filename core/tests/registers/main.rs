//! Quotas, liaison officers, co-operation, the directory and registers: laws tried on many inputs, and what must not leak.
//!
//! `SHEQU_FULL=1` raises the number of inputs; `SHEQU_SEED` replaces the seed, which a failure prints.

#![expect(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod cooperation;
mod directory;
mod liaison;
mod quotas;
mod registers;

use std::fmt::Debug;

use proptest::strategy::Strategy;
use proptest::test_runner::{Config, RngSeed, TestCaseError, TestRunner};
use serde_json::Value;
use shequ::kernel::{Day, Document, Error};
use shequ::organisation::Organisation;

/// Tries a law on inputs of a strategy.
fn law<S: Strategy>(cases: u32, inputs: S, holds: impl Fn(S::Value) -> Result<(), TestCaseError>)
where
    S::Value: Debug,
{
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { cases * 50 } else { cases };
    let config = Config { cases, rng_seed: RngSeed::Fixed(seed), failure_persistence: None, ..Config::default() };
    if let Err(failure) = TestRunner::new(config).run(&inputs, holds) {
        panic!("SHEQU_SEED={seed}: {failure}");
    }
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A document of parts, its format and title added.
fn read<D: Document>(mut parts: Value) -> Result<D, Error> {
    parts["format"] = D::FORMAT.into();
    if D::FORMAT != "shequ.directory-entry/1" && parts.get("title").is_none() {
        parts["title"] = "示例".into();
    }
    D::parse(&parts.to_string())
}

fn load<D: Document>(parts: Value) -> D {
    read(parts).unwrap_or_else(|e| panic!("{e}"))
}

fn organisation(parts: Value) -> Organisation {
    load(parts)
}

/// The code and the path of each fault.
fn faults<T>(result: Result<T, Error>) -> Vec<(String, String)> {
    let error = result.err().unwrap_or_else(|| panic!("it has faults"));
    error.faults().map(|f| (f.code().to_owned(), f.path().to_owned())).collect()
}

fn fault(code: &str, path: &str) -> (String, String) {
    (code.to_owned(), path.to_owned())
}
