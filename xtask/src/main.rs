//! The chores of the workspace, each as one command: `cargo xtask <command>`.

mod bench;
mod demo;
mod digest;
mod errors;
mod javascript;
mod package;
mod packs;
mod python;
mod readme;
mod schemas;
mod shell;
mod stubs;
mod test;
mod types;
mod wasm;

use std::process::ExitCode;

use anyhow::{Result, bail};

const HELP: &str = "\
cargo xtask <command>

  demo              run the Licheng review: out/licheng/index.html and a digest
  test [--full]     everything: formatting, lints, Rust, Python, JavaScript, documents
                    --full        property tests at their full size
                    --only WORD   the steps whose name holds the word
                    --list        name the steps
  package           the crate, the wheel and the npm tarball, in dist/
  wasm              the npm package, in bindings-wasm/pkg/
  stubs [--check]   TypeScript types, Python stubs, JSON Schemas and docs/errors.md, written anew or compared
  digest            the digest of the Licheng review in Rust, Python and JavaScript
  bench             benchmarks, and the runs beside peers
";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<()> {
    let (command, rest) = args.split_first().map_or(("help", args), |(first, rest)| (first.as_str(), rest));
    let flags = Flags::read(command, rest)?;
    match command {
        "demo" => demo::run(),
        "test" => test::run(&flags),
        "package" => package::run(),
        "wasm" => wasm::run(),
        "stubs" => stubs::run(flags.check),
        "digest" => digest::run(),
        "bench" => bench::run(),
        "help" | "--help" | "-h" => {
            print!("{HELP}");
            Ok(())
        }
        other => bail!("unknown command `{other}`\n\n{HELP}"),
    }
}

/// The flags that commands take.
#[derive(Debug, Default)]
struct Flags {
    full: bool,
    list: bool,
    check: bool,
    only: Option<String>,
}

impl Flags {
    fn read(command: &str, args: &[String]) -> Result<Self> {
        let mut flags = Self::default();
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match (command, arg.as_str()) {
                ("test", "--full") => flags.full = true,
                ("test", "--list") => flags.list = true,
                ("test", "--only") => flags.only = Some(args.next().cloned().unwrap_or_default()),
                ("stubs", "--check") => flags.check = true,
                _ => bail!("`{command}` does not take `{arg}`\n\n{HELP}"),
            }
        }
        Ok(flags)
    }
}
