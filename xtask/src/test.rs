//! Everything that must hold, as a list of steps.

use std::path::PathBuf;
use std::thread;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

use crate::shell::{Shell, cargo};
use crate::{Flags, digest, javascript, package, python, stubs, wasm};

/// What a step came to, if it did not fail.
enum Outcome {
    Passed,
    Skipped(String),
}

impl From<()> for Outcome {
    fn from((): ()) -> Self {
        Self::Passed
    }
}

struct Step {
    name: &'static str,
    /// Runs at the same time as its neighbours of which the same is said.
    beside: bool,
    work: fn() -> Result<Outcome>,
}

macro_rules! steps {
    ($($($beside:ident)? $name:literal => $work:expr;)*) => {
        &[$( Step { name: $name, beside: steps!(@ $($beside)?), work: || Ok(Outcome::from($work?)) }, )*]
    };
    (@ beside) => { true };
    (@) => { false };
}

/// In the order of their cost, as far as one does not need another. Each package is linked as a whole by one core, so
/// they are built side by side.
const STEPS: &[Step] = steps! {
    "rust: formatting" => cargo().args(["fmt", "--all", "--check"]).run();
    "python: environment" => python::test_packages().map(drop);
    "rust: lints" => lints();
    "rust: tests" => rust_tests();
    "documents: types and error codes are as the code has them" => stubs::documents(true);
    beside "python: wheel" => python_wheel();
    beside "javascript: package" => wasm::build().map(drop);
    "python: tests" => pytest();
    "python: types" => python_types();
    "python: stubs are as the code has them" => python::stubs(true);
    "javascript: packed as users get it" => javascript::unpack();
    "javascript: tests" => javascript::tests("test")?.run();
    "javascript: types of a consumer" => javascript::types();
    "javascript: bundlers" => javascript::tests("test/bundler")?.run();
    "javascript: browser" => browser();
    "licheng: tests of the example" => example_tests();
    "licheng: one digest in three languages" => digest::compare();
    "packages: crate, wheel and tarball" => packages();
    "packages: installed outside the clone, READMEs run" => package::install_outside();
};

/// Runs the steps; every one is tried, and what failed is said at the end.
pub fn run(flags: &Flags) -> Result<()> {
    if flags.full {
        // Read by the tests: properties at their full size.
        return Shell::new(std::env::current_exe()?).args(forwarded(flags)).env("SHEQU_FULL", "1").run();
    }
    let chosen: Vec<&Step> =
        STEPS.iter().filter(|s| flags.only.as_ref().is_none_or(|word| s.name.contains(word.as_str()))).collect();
    if flags.list {
        for step in chosen {
            println!("{}", step.name);
        }
        return Ok(());
    }
    let mut lines = Vec::new();
    let (mut passed, mut failures) = (0_usize, Vec::new());
    let mut number = 0;
    for group in chosen.chunk_by(|one, next| one.beside && next.beside) {
        println!();
        for step in group {
            number += 1;
            println!("== {number}/{} {}", chosen.len(), step.name);
        }
        for (step, (outcome, seconds)) in group.iter().zip(side_by_side(group)) {
            let word = match outcome {
                Ok(Outcome::Passed) => {
                    passed += 1;
                    "passed".to_owned()
                }
                Ok(Outcome::Skipped(why)) => {
                    eprintln!("SKIPPED: {}: {why}", step.name);
                    format!("SKIPPED: {why}")
                }
                Err(error) => {
                    eprintln!("FAILED: {}: {error:#}", step.name);
                    failures.push(format!("{}: {error:#}", step.name));
                    "FAILED".to_owned()
                }
            };
            lines.push(format!("{seconds:8.1} s  {}  {word}", step.name));
        }
    }
    println!("\n{}\n", lines.join("\n"));
    for failure in &failures {
        println!("failed: {failure}\n");
    }
    println!("{passed} passed, {} failed", failures.len());
    if failures.is_empty() { Ok(()) } else { bail!("{} of {} steps failed", failures.len(), chosen.len()) }
}

/// What each step came to and the seconds that it took.
fn side_by_side(group: &[&Step]) -> Vec<(Result<Outcome>, f64)> {
    thread::scope(|scope| {
        let timed = |step: &Step| {
            let began = Instant::now();
            let outcome = (step.work)();
            (outcome, began.elapsed().as_secs_f64())
        };
        let running: Vec<_> = group.iter().map(|step| scope.spawn(move || timed(step))).collect();
        let panicked = |_| (Err(anyhow!("the step panicked")), 0.0);
        running.into_iter().map(|thread| thread.join().unwrap_or_else(panicked)).collect()
    })
}

fn forwarded(flags: &Flags) -> Vec<String> {
    let mut args = vec!["test".to_owned()];
    if flags.list {
        args.push("--list".to_owned());
    }
    if let Some(word) = &flags.only {
        args.extend(["--only".to_owned(), word.clone()]);
    }
    args
}

fn lints() -> Result<()> {
    let python = python::Venv::own()?.python();
    cargo()
        .args(["clippy", "--quiet", "--locked", "--workspace", "--all-targets", "--", "-D", "warnings"])
        .env("PYO3_PYTHON", python)
        .run()
}

/// The bindings are tested from their own languages.
fn rust_tests() -> Result<()> {
    let bindings = ["--exclude", "shequ-python", "--exclude", "shequ-wasm"];
    cargo().args(["test", "--quiet", "--locked", "--workspace"]).args(bindings).run()
}

fn python_wheel() -> Result<()> {
    python::install(&python::Venv::own()?)
}

fn pytest() -> Result<()> {
    python::Venv::own()?.run().at(python::home()).args(["-m", "pytest"]).run()
}

fn python_types() -> Result<()> {
    let venv = python::Venv::own()?;
    venv.run().at(python::home()).args(["-m", "mypy"]).run()?;
    venv.run().at(python::home()).args(["-m", "mypy.stubtest", "shequ"]).run()
}

fn example_tests() -> Result<()> {
    python::Venv::own()?.run().args(["-m", "pytest", "-q", "examples/licheng/tests"]).run()
}

fn packages() -> Result<()> {
    package::gather(&python::built_wheel()?).map(drop)
}

/// Runs where Chromium is found; a skip is a failure where a browser is required.
fn browser() -> Result<Outcome> {
    let Some(chromium) = chromium() else {
        let why = "no Chromium was found; name it in SHEQU_CHROMIUM or install it";
        if std::env::var_os("SHEQU_REQUIRE_BROWSER").is_some_and(|v| v != "0" && !v.is_empty()) {
            bail!("{why}, a browser is required here");
        }
        return Ok(Outcome::Skipped(why.to_owned()));
    };
    javascript::tests("test/browser")?.env("SHEQU_CHROMIUM", chromium).run()?;
    Ok(Outcome::Passed)
}

fn chromium() -> Option<PathBuf> {
    if let Some(named) = std::env::var_os("SHEQU_CHROMIUM") {
        return Some(named.into());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).flat_map(|dir| names.map(|name| dir.join(name))).find(|file| file.is_file())
}
