//! Tests of the built npm package: in Node, by the type checker, in a bundler and in a browser.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::shell::{Shell, fresh, only_file, root};

/// The directory of the binding.
pub fn home() -> PathBuf {
    root().join("bindings-wasm")
}

/// Installs what building and testing need, from the lock file; once.
pub fn install() -> Result<()> {
    let version = Shell::new("node").arg("--version").output()?;
    let major = version.trim().trim_start_matches('v').split('.').next().and_then(|m| m.parse::<u32>().ok());
    if major.is_none_or(|major| major < 20) {
        bail!("Node {} is too old, 20 or later is needed", version.trim());
    }
    let done = home().join("node_modules/.package-lock.json");
    let lock = home().join("package-lock.json");
    let changed = |path: &PathBuf| std::fs::metadata(path).and_then(|m| m.modified());
    if let (Ok(done), Ok(lock)) = (changed(&done), changed(&lock))
        && done >= lock
    {
        return Ok(());
    }
    npm().args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]).run()
}

/// The package manager, at the binding.
pub fn npm() -> Shell {
    Shell::new(if cfg!(windows) { "npm.cmd" } else { "npm" }).at(home())
}

/// Packs the package as it would be published, into a directory, and gives the tarball.
pub fn pack(into: &std::path::Path) -> Result<PathBuf> {
    std::fs::create_dir_all(into)?;
    npm().at(home().join("pkg")).args(["pack", "--loglevel=error", "--pack-destination"]).arg(into).output()?;
    only_file(into, ".tgz")
}

/// Puts what users get where the tests import it from: the unpacked tarball, not the build directory.
pub fn unpack() -> Result<()> {
    let packed = root().join("target/npm");
    fresh(&packed)?;
    let tarball = pack(&packed)?;
    let place = home().join("node_modules/shequ");
    fresh(&place)?;
    Shell::new("tar").arg("-xzf").arg(tarball).arg("-C").arg(&place).arg("--strip-components=1").run()
}

/// The tests in a directory below `bindings-wasm`, to be run; Node 20 takes no patterns.
pub fn tests(dir: &str) -> Result<Shell> {
    let mut files: Vec<_> = std::fs::read_dir(home().join(dir))?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    files.sort();
    if files.is_empty() {
        bail!("no tests in {dir}");
    }
    Ok(Shell::new("node").at(home()).args(["--test", "--test-reporter=spec"]).args(files))
}

/// Checks the consumer project, with imports and requires, by the strict type checker.
pub fn types() -> Result<()> {
    let tsc = home().join("node_modules/typescript/bin/tsc");
    Shell::new("node").at(home()).arg(tsc).args(["--project", "test/consumer"]).run()
}
