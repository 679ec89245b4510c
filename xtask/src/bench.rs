//! Benchmarks, and the runs beside peers.

use std::path::Path;

use anyhow::Result;

use crate::python::{self, Venv};
use crate::shell::{cargo, root};

/// Runs them all and prints what they print.
pub fn run() -> Result<()> {
    cargo().args(["bench", "--locked", "--package", "shequ-benches"]).run()?;
    let peers = root().join("benches/peers");
    if peers.exists() {
        // Peers are installed beside the library, in an environment of their own, and never needed by it.
        let venv = Venv::make(&root().join(".venv-peers"))?;
        venv.requirements(&peers.join("requirements.txt"))?;
        python::install(&venv)?;
        venv.run().arg(peers.join("run.py")).run()?;
        venv.run().arg(peers.join("evaluation/agreement.py")).run()?;
        venv.run().arg(peers.join("evaluation/run.py")).run()?;
        venv.run().arg(peers.join("decisions/run.py")).run()?;
        country(&venv, &peers)?;
    }
    Ok(())
}

/// The country of `examples/country`, where it was made: some twenty minutes.
fn country(venv: &Venv, peers: &Path) -> Result<()> {
    let Some(folder) = std::env::var_os("SHEQU_COUNTRY") else {
        eprintln!(
            "SKIPPED: the country beside its peers. Make it with `python examples/country/build.py FOLDER --days`, then set \
             SHEQU_COUNTRY to FOLDER"
        );
        return Ok(());
    };
    // Scripts run at the root, whatever folder this was called in.
    venv.run().arg(peers.join("country/run.py")).arg(std::path::absolute(folder)?).run()
}
