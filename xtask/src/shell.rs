//! Running other programs, and finding them.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, bail};

/// The root of the workspace.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap_or(Path::new(".")).to_owned()
}

/// The cargo that runs this.
pub fn cargo() -> Shell {
    Shell::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).at(root())
}

/// A command that is shown when it fails.
pub struct Shell(Command);

impl Shell {
    /// A program by name or path.
    pub fn new(program: impl AsRef<OsStr>) -> Self {
        Self(Command::new(program))
    }

    /// Run in a directory.
    pub fn at(mut self, dir: impl AsRef<Path>) -> Self {
        self.0.current_dir(dir);
        self
    }

    /// With arguments.
    pub fn args<S: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = S>) -> Self {
        self.0.args(args);
        self
    }

    /// With one more argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.0.arg(arg);
        self
    }

    /// With a variable of the environment.
    pub fn env(mut self, key: impl AsRef<OsStr>, value: impl AsRef<OsStr>) -> Self {
        self.0.env(key, value);
        self
    }

    /// Runs it; what it prints is seen.
    pub fn run(mut self) -> Result<()> {
        let shown = self.shown();
        let status = self.0.status().with_context(|| format!("could not start: {shown}"))?;
        if !status.success() {
            bail!("failed ({status}): {shown}");
        }
        Ok(())
    }

    /// Runs it and gives what it printed; shown only when it fails.
    pub fn output(mut self) -> Result<String> {
        let shown = self.shown();
        let output = self.0.stdin(Stdio::null()).output().with_context(|| format!("could not start: {shown}"))?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        if !output.status.success() {
            bail!("failed ({}): {shown}\n{text}{}", output.status, String::from_utf8_lossy(&output.stderr));
        }
        Ok(text)
    }

    /// Whether it starts and succeeds, unseen.
    pub fn succeeds(mut self) -> bool {
        self.0.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
    }

    fn shown(&self) -> String {
        let words = std::iter::once(self.0.get_program()).chain(self.0.get_args());
        let line = words.map(|w| w.to_string_lossy()).collect::<Vec<_>>().join(" ");
        match self.0.get_current_dir() {
            Some(dir) => format!("{line} (in {})", dir.display()),
            None => line,
        }
    }
}

/// An empty directory outside the clone, removed with its owner.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Made anew under the system's directory for temporary files.
    pub fn new(name: &str) -> Result<Self> {
        let dir = std::env::temp_dir().join(format!("shequ-{name}-{}", std::process::id()));
        if dir.exists() {
            fs::remove_dir_all(&dir)?;
        }
        fs::create_dir_all(&dir)?;
        Ok(Self(dir))
    }

    /// Its path.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left in the system's directory for temporary files does no harm.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Empties a directory, or makes it.
pub fn fresh(dir: &Path) -> Result<()> {
    if dir.exists() {
        fs::remove_dir_all(dir).with_context(|| format!("could not empty {}", dir.display()))?;
    }
    fs::create_dir_all(dir).with_context(|| format!("could not make {}", dir.display()))
}

/// Writes a file.
pub fn write(path: impl AsRef<Path>, text: impl AsRef<[u8]>) -> Result<()> {
    let path = path.as_ref();
    if let Some(dir) = path.parent() {
        fs::create_dir_all(dir)?;
    }
    fs::write(path, text).with_context(|| format!("could not write {}", path.display()))
}

/// Reads a text file.
pub fn read(path: impl AsRef<Path>) -> Result<String> {
    let path = path.as_ref();
    fs::read_to_string(path).with_context(|| format!("could not read {}", path.display()))
}

/// Copies a file.
pub fn copy(from: impl AsRef<Path>, to: impl AsRef<Path>) -> Result<()> {
    let (from, to) = (from.as_ref(), to.as_ref());
    fs::copy(from, to).with_context(|| format!("could not copy {} to {}", from.display(), to.display()))?;
    Ok(())
}

/// The only file in a directory whose name ends so.
pub fn only_file(dir: &Path, ending: &str) -> Result<PathBuf> {
    let entries = fs::read_dir(dir).with_context(|| format!("could not list {}", dir.display()))?;
    let mut found: Vec<PathBuf> =
        entries.filter_map(|e| Some(e.ok()?.path())).filter(|p| p.to_string_lossy().ends_with(ending)).collect();
    match (found.pop(), found.is_empty()) {
        (Some(path), true) => Ok(path),
        (Some(_), false) => bail!("more than one `{ending}` in {}", dir.display()),
        (None, _) => bail!("no `{ending}` in {}", dir.display()),
    }
}
