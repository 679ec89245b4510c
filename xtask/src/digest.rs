//! The Licheng review in three languages: one digest, and another one when an input changes.

use anyhow::{Context as _, Result, bail};

use crate::python::Venv;
use crate::shell::{Shell, cargo, root};
use crate::{javascript, python, wasm};

/// What each of the three programs understands: one cell of the evaluation, changed before it computes.
const CHANGE: [&str; 4] = ["--change", "community-42", "satisfaction", "150/154"];

/// Builds the program and both packages, and compares.
pub fn run() -> Result<()> {
    cargo().args(["build", "--quiet", "--locked", "--package", "shequ-examples", "--example", "licheng"]).run()?;
    python::install(&Venv::own()?)?;
    wasm::build()?;
    javascript::unpack()?;
    compare()
}

/// Compares; both packages are installed, and the tests of the workspace have built the program.
pub fn compare() -> Result<()> {
    let plain = three(&[])?;
    let changed = three(&CHANGE)?;
    println!("digest {plain}");
    println!("digest {changed} with one input changed");
    if plain == changed {
        bail!("changing an input did not change the digest");
    }
    Ok(())
}

fn three(flags: &[&str]) -> Result<String> {
    let venv = Venv::own()?;
    let rust = Shell::new(root().join("target/debug/examples/licheng")).at(root());
    let python = venv.run().arg("examples/licheng/review.py");
    let node = Shell::new("node").at(root()).arg("examples/licheng/review.mjs");
    let mut found = Vec::new();
    for (language, shell) in [("Rust", rust), ("Python", python), ("JavaScript", node)] {
        let text = shell.args(flags).output()?;
        found.push((language, last_digest(&text).with_context(|| format!("no digest from {language}:\n{text}"))?));
    }
    match found.as_slice() {
        [(_, one), rest @ ..] if rest.iter().all(|(_, other)| other == one) => Ok(one.clone()),
        _ => bail!("the digests differ: {found:?}"),
    }
}

/// The last word of 64 hexadecimal digits.
fn last_digest(text: &str) -> Option<String> {
    let is_digest = |w: &&str| w.len() == 64 && w.bytes().all(|b| b.is_ascii_hexdigit());
    text.split(|c: char| !c.is_ascii_alphanumeric()).rfind(is_digest).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::last_digest;

    #[test]
    fn the_last_digest_is_found() {
        let (a, b) = ("a".repeat(64), "b".repeat(64));
        assert_eq!(last_digest(&format!("one {a}\ndigest: {b}.\n")), Some(b));
        assert_eq!(last_digest("none"), None);
    }
}
