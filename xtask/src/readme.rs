//! The snippets of the READMEs, run against installed packages.
//!
//! Each fenced block stands alone. A block is left out if its fence says `ignore`; a block whose fence names a file
//! (```` ```toml scheme.toml ````) is written there first, for the blocks that read it.

use std::fmt::Write as _;
use std::path::Path;

use anyhow::{Context as _, Result, bail};

use crate::python::Venv;
use crate::shell::{Shell, cargo, read, root, write};

/// The files whose snippets are run.
const READMES: [&str; 2] = ["README.md", "README.zh-CN.md"];

/// A fenced block of a README.
#[derive(Debug, PartialEq, Eq)]
struct Block {
    place: String,
    language: String,
    file: Option<String>,
    text: String,
}

fn blocks(name: &str, text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    for (number, line) in (1..).zip(text.lines()) {
        match (line.trim_start().strip_prefix("```"), open.take()) {
            (Some(_), Some(block)) => found.push(block),
            (Some(fence), None) => {
                let mut words = fence.split([' ', ',']).filter(|w| !w.is_empty());
                let language = words.next().unwrap_or_default().to_owned();
                let file = words.next().map(str::to_owned);
                open = Some(Block { place: format!("{name}:{number}"), language, file, text: String::new() });
            }
            (None, Some(mut block)) => {
                block.text.push_str(line);
                block.text.push('\n');
                open = Some(block);
            }
            (None, None) => {}
        }
    }
    found
}

fn all(language: &str, dir: &Path) -> Result<Vec<Block>> {
    let mut found = Vec::new();
    for name in READMES {
        found.extend(blocks(name, &read(root().join(name))?));
    }
    for block in &found {
        if let Some(file) = block.file.as_deref().filter(|f| f.contains('.')) {
            write(dir.join(file), &block.text)?;
        }
    }
    found.retain(|b| b.language == language && b.file.is_none());
    if found.is_empty() {
        bail!("the READMEs have no {language} snippet");
    }
    Ok(found)
}

/// Runs the Rust snippets in a project of their own that depends on the unpacked crate.
pub fn rust(dir: &Path, package: &Path) -> Result<()> {
    let project = dir.join("rust");
    let mut manifest = format!(
        "[package]\nname = \"readme\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n[dependencies]\n\
         shequ = {{ path = {:?} }}\nserde_json = \"1.0\"\n",
        package.display().to_string()
    );
    let found = all("rust", &project)?;
    for (i, block) in found.iter().enumerate() {
        let _ = write!(manifest, "\n[[bin]]\nname = \"readme-{i}\"\npath = \"snippet_{i}.rs\"\n");
        let text = if block.text.contains("fn main") {
            block.text.clone()
        } else {
            format!("fn main() -> Result<(), Box<dyn std::error::Error>> {{\n{}\nOk(())\n}}\n", block.text)
        };
        write(project.join(format!("snippet_{i}.rs")), text)?;
    }
    write(project.join("Cargo.toml"), manifest)?;
    write(project.join("Cargo.lock"), read(root().join("Cargo.lock"))?)?;
    for (i, block) in found.iter().enumerate() {
        let run = cargo().at(&project).args(["run", "--quiet", "--bin", &format!("readme-{i}"), "--target-dir"]);
        let run = run.arg(root().join("target/readme")).env("CARGO_PROFILE_DEV_DEBUG", "none");
        run.env("CARGO_INCREMENTAL", "0").output().with_context(|| block.place.clone())?;
    }
    println!("{} Rust snippets", found.len());
    Ok(())
}

/// Runs the Python snippets in an environment that has the wheel.
pub fn python(dir: &Path, venv: &Venv) -> Result<()> {
    let dir = dir.join("python");
    let found = all("python", &dir)?;
    for (i, block) in found.iter().enumerate() {
        let file = dir.join(format!("snippet_{i}.py"));
        write(&file, &block.text)?;
        venv.run().at(&dir).arg(file).output().with_context(|| block.place.clone())?;
    }
    println!("{} Python snippets", found.len());
    Ok(())
}

/// Runs the JavaScript snippets below a directory whose `node_modules` has the package.
pub fn javascript(dir: &Path) -> Result<()> {
    let found = all("js", dir)?;
    for (i, block) in found.iter().enumerate() {
        let ending = if block.text.contains("require(") { "cjs" } else { "mjs" };
        let file = dir.join(format!("snippet_{i}.{ending}"));
        write(&file, &block.text)?;
        Shell::new("node").at(dir).arg(file).output().with_context(|| block.place.clone())?;
    }
    println!("{} JavaScript snippets", found.len());
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_know_their_place_language_and_file() {
        let text = "a\n```rust\nlet x;\n```\nb\n```toml scheme.toml\na = 1\n```\n```python ignore\npass\n```\n";
        let found = blocks("R", text);
        let seen: Vec<_> = found.iter().map(|b| (b.place.as_str(), b.language.as_str(), b.file.as_deref())).collect();
        assert_eq!(
            seen,
            [("R:2", "rust", None), ("R:6", "toml", Some("scheme.toml")), ("R:9", "python", Some("ignore"))]
        );
        assert_eq!(found[0].text, "let x;\n");
    }
}
