//! The Python package: its environment, its wheel, its tests and its stubs.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::shell::{Shell, fresh, only_file, read, root, write};

/// The directory of the binding.
pub fn home() -> PathBuf {
    root().join("bindings-python")
}

/// A virtual environment.
pub struct Venv(PathBuf);

impl Venv {
    /// The one in the root of the clone, made where it is missing.
    pub fn own() -> Result<Self> {
        Self::make(&root().join(".venv"))
    }

    /// One in a directory, made where it is missing.
    pub fn make(dir: &Path) -> Result<Self> {
        let venv = Self(dir.to_owned());
        if !venv.python().exists() {
            Shell::new(interpreter()?).args(["-m", "venv"]).arg(dir).run()?;
        }
        Ok(venv)
    }

    /// Its interpreter.
    pub fn python(&self) -> PathBuf {
        self.tool("python")
    }

    fn tool(&self, name: &str) -> PathBuf {
        if cfg!(windows) { self.0.join("Scripts").join(format!("{name}.exe")) } else { self.0.join("bin").join(name) }
    }

    /// Its interpreter, to be given arguments.
    pub fn run(&self) -> Shell {
        Shell::new(self.python()).at(root()).env("VIRTUAL_ENV", &self.0).env("PYTHONUTF8", "1")
    }

    /// Its installer.
    pub fn pip(&self) -> Shell {
        self.run().args(["-m", "pip", "--quiet", "--disable-pip-version-check", "install"])
    }

    /// Installs a list of packages, unless just that list was installed before.
    pub fn requirements(&self, file: &Path) -> Result<()> {
        let wanted = read(file)?;
        let name = file.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy().into_owned();
        let stamp = self.0.join(format!("shequ-{name}.txt"));
        if read(&stamp).is_ok_and(|done| done == wanted) {
            return Ok(());
        }
        self.pip().arg("-r").arg(file).run()?;
        write(stamp, wanted)
    }
}

/// The first interpreter that is new enough.
fn interpreter() -> Result<String> {
    let asked = std::env::var("PYTHON").ok();
    let names = ["python3", "python3.13", "python3.12", "python3.11", "python"].map(str::to_owned);
    let enough = "import sys, venv; sys.exit(sys.version_info < (3, 11))";
    asked
        .into_iter()
        .chain(names)
        .find(|name| Shell::new(name).args(["-c", enough]).succeeds())
        .context("no Python 3.11 or later with venv was found\n  help: install one, or name it in PYTHON")
}

/// The tool that builds the wheel, in the version that the binding asks for.
fn maturin(venv: &Venv) -> Result<Shell> {
    if !venv.tool("maturin").exists() {
        venv.pip().arg("maturin>=1.16,<2").run()?;
    }
    Ok(Shell::new(venv.tool("maturin")).at(home()).env("VIRTUAL_ENV", &venv.0))
}

/// Where the wheel is put. Not `target/wheel`, which is what cargo keeps of the profile of this name between builds.
fn wheels() -> PathBuf {
    root().join("target/wheels")
}

/// The wheel that was built last.
pub fn built_wheel() -> Result<PathBuf> {
    only_file(&wheels(), ".whl")
}

/// Builds the wheel and gives its path.
pub fn wheel(venv: &Venv) -> Result<PathBuf> {
    let out = wheels();
    fresh(&out)?;
    maturin(venv)?.args(["build", "--quiet", "--locked", "--profile", "wheel", "--out"]).arg(&out).run()?;
    built_wheel()
}

/// Builds the wheel and installs it.
pub fn install(venv: &Venv) -> Result<()> {
    let wheel = wheel(venv)?;
    venv.pip().args(["--force-reinstall", "--no-deps"]).arg(wheel).run()
}

/// What the tests need.
pub fn test_packages() -> Result<Venv> {
    let venv = Venv::own()?;
    venv.requirements(&home().join("requirements-dev.txt"))?;
    let examples = root().join("examples/licheng/requirements.txt");
    if examples.exists() {
        venv.requirements(&examples)?;
    }
    Ok(venv)
}

/// The Python stubs, written anew or compared.
pub fn stubs(check: bool) -> Result<()> {
    let venv = test_packages()?;
    let tool = home().join("tools/stubs.py");
    if !tool.exists() {
        bail!("{} is missing", tool.display());
    }
    venv.run().at(home()).arg(tool).args(check.then_some("--check")).run()
}
