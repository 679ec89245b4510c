//! The Licheng review, through Python.

use anyhow::{Result, bail};

use crate::python::{self, Venv};
use crate::shell::root;

/// Sets up Python, builds and installs the package, and writes the page.
pub fn run() -> Result<()> {
    let venv = Venv::own()?;
    let requirements = root().join("examples/licheng/requirements.txt");
    if requirements.exists() {
        venv.requirements(&requirements)?;
    }
    println!("building the Python package (the first time takes some minutes)");
    python::install(&venv)?;
    venv.run().arg("examples/licheng/review.py").run()?;
    let page = root().join("out/licheng/index.html");
    if !page.exists() {
        bail!("the review wrote no {}", page.display());
    }
    println!("page: {}", page.display());
    Ok(())
}
