//! What is written from the code and committed: TypeScript types, Python stubs, JSON Schemas and the list of error codes.

use std::path::PathBuf;

use anyhow::{Result, bail};

use crate::shell::{read, root, write};
use crate::{errors, packs, python, schemas, types};

/// Writes them anew, or with `check` compares and names what has drifted.
pub fn run(check: bool) -> Result<()> {
    documents(check)?;
    python::stubs(check)
}

/// The files that this program writes by itself.
pub fn documents(check: bool) -> Result<()> {
    let mut drifted = Vec::new();
    for (path, text) in generated()? {
        let old = read(&path).unwrap_or_default();
        if old != text {
            if check {
                drifted.push(path.display().to_string());
            } else {
                write(&path, text)?;
                println!("written: {}", path.display());
            }
        }
    }
    if drifted.is_empty() {
        Ok(())
    } else {
        bail!("not as the code has it: {}\n  help: cargo xtask stubs", drifted.join(", "))
    }
}

fn generated() -> Result<Vec<(PathBuf, String)>> {
    let mut out = vec![
        (root().join("bindings-wasm/types/wire.d.ts"), types::typescript()?),
        (root().join("docs/errors.md"), errors::page()),
    ];
    out.extend(schemas::files()?);
    out.extend(packs::pages());
    Ok(out)
}
