//! The three packages, and their installation outside the clone.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::python::{self, Venv};
use crate::shell::{Scratch, Shell, cargo, copy, fresh, only_file, root, write};
use crate::{javascript, readme, wasm};

/// Makes the packages in `dist/`.
pub fn run() -> Result<()> {
    let wheel = python::wheel(&Venv::own()?)?;
    wasm::build()?;
    for path in gather(&wheel)? {
        println!("{} ({} KiB)", path.display(), std::fs::metadata(&path)?.len() / 1024);
    }
    Ok(())
}

/// Gathers crate, wheel and tarball in `dist/` and sees that each has its licences and README; the last two are built.
pub fn gather(wheel: &Path) -> Result<Vec<PathBuf>> {
    let dist = root().join("dist");
    fresh(&dist)?;
    let built = root().join("target/crate");
    fresh(&built)?;
    cargo()
        .args(["package", "--quiet", "--locked", "--package", "shequ", "--no-verify", "--allow-dirty", "--target-dir"])
        .arg(&built)
        .run()?;
    let krate = only_file(&built.join("package"), ".crate")?;
    let crate_path = dist.join(krate.file_name().context("the crate has no name")?);
    copy(&krate, &crate_path)?;
    let wheel_path = dist.join(wheel.file_name().context("the wheel has no name")?);
    copy(wheel, &wheel_path)?;
    let tarball = javascript::pack(&dist)?;

    for archive in [&crate_path, &tarball] {
        let listed = Shell::new("tar").arg("-tzf").arg(archive).output()?;
        needs(archive, &listed, &["README.md", "LICENSE-MIT", "LICENSE-APACHE"])?;
    }
    let listed = Venv::own()?.run().args(["-m", "zipfile", "-l"]).arg(&wheel_path).output()?;
    // The README of a wheel is the body of its METADATA.
    needs(&wheel_path, &listed, &["METADATA", "LICENSE-MIT", "LICENSE-APACHE", "py.typed"])?;
    Ok(vec![crate_path, wheel_path, tarball])
}

fn needs(archive: &Path, listed: &str, names: &[&str]) -> Result<()> {
    match names.iter().find(|name| !listed.contains(**name)) {
        Some(name) => bail!("{} has no {name}", archive.display()),
        None => Ok(()),
    }
}

/// Installs each package of `dist/` into an empty directory outside the clone and runs the READMEs there.
pub fn install_outside() -> Result<()> {
    let scratch = Scratch::new("install")?;
    let (dir, dist) = (scratch.path(), root().join("dist"));

    let krate = only_file(&dist, ".crate")?;
    Shell::new("tar").at(dir).arg("-xzf").arg(&krate).run()?;
    let unpacked = dir.join(krate.file_stem().context("the crate has no name")?);
    readme::rust(dir, &unpacked)?;

    let venv = Venv::make(&dir.join("venv"))?;
    venv.pip().arg("--no-index").arg(only_file(&dist, ".whl")?).run()?;
    readme::python(dir, &venv)?;

    let npm = dir.join("npm");
    write(npm.join("package.json"), "{ \"private\": true }\n")?;
    let install = javascript::npm().at(&npm).args(["install", "--no-audit", "--no-fund", "--loglevel=error"]);
    install.arg(only_file(&dist, ".tgz")?).run()?;
    readme::javascript(&npm)
}
