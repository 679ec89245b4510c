//! The capability table (`capabilities.toml`): every entry exists in Rust, and tests or examples of the core use it.
#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::{Path, PathBuf};

use shequ::kernel::{Limits, Syntax, Value};

fn core() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust source below a folder, in one text.
fn sources(folder: &Path) -> String {
    let mut paths: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
        .iter()
        .map(|path| match path.extension() {
            _ if path.is_dir() => sources(path),
            Some(ending) if ending == "rs" => fs::read_to_string(path).unwrap(),
            _ => String::new(),
        })
        .collect()
}

/// Examples in docs and code in test modules, where a capability may be exercised too.
fn exercised(sources: &str) -> String {
    sources.lines().filter(|l| !l.contains("pub fn ") && !l.contains("pub const fn ")).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_capability_exists_and_is_exercised() {
    let table = fs::read_to_string(core().join("../capabilities.toml")).unwrap();
    let table = Syntax::Toml.parse(&table, Limits::default()).unwrap();
    let Some(Value::List(rows)) = table.get("capability") else { panic!("no capability") };
    assert!(rows.len() >= 40, "only {} capabilities", rows.len());
    let tests = sources(&core().join("tests"));
    let mut wrong = Vec::new();
    for row in rows {
        let path = row.get("rust").and_then(Value::as_text).unwrap_or_else(|| panic!("{row:?} has no `rust`"));
        let mut parts = path.split("::");
        let module = parts.next().unwrap_or_default();
        let name = path.rsplit("::").next().unwrap_or_default();
        let folder = core().join("src").join(module);
        let code = sources(&folder);
        let exists = ["pub fn ", "pub const fn "]
            .iter()
            .any(|f| code.contains(&format!("{f}{name}(")) || code.contains(&format!("{f}{name}<")));
        let used = tests.contains(&format!("{name}(")) || exercised(&code).contains(&format!("{name}("));
        if !exists || !used {
            wrong.push(format!("{path}: exists {exists}, exercised {used}"));
        }
        for owner in parts.filter(|part| part.starts_with(char::is_uppercase)) {
            if !code.contains(&format!("impl {owner} ")) && !code.contains(&format!("impl {owner}<")) {
                wrong.push(format!("{path}: no `{owner}`"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
