//! The yearly review of the Licheng example from Rust.
//!
//! ```text
//! cargo run -p shequ-examples --example licheng
//! cargo run -p shequ-examples --example licheng -- --json
//! cargo run -p shequ-examples --example licheng -- --change community-42 satisfaction 150/154
//! ```

use std::process::ExitCode;

use shequ::kernel::{Digest, canonical};
use shequ_examples::review;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (json, change) = match *arguments.as_slice() {
        [] => (false, None),
        ["--json"] => (true, None),
        ["--change", unit, column, value] => (false, Some((unit, column, value))),
        _ => {
            eprintln!("usage: licheng [--json | --change UNIT COLUMN VALUE]");
            return ExitCode::FAILURE;
        }
    };
    let said = review(change).and_then(|review| if json { canonical(&review) } else { summary(&review) });
    match said {
        Ok(words) => {
            println!("{words}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn summary(review: &shequ::kernel::Value) -> shequ::kernel::Result<String> {
    Ok(format!("digest: {}", Digest::of(review)?))
}
