//! A page of documentation for each pack that ships, and the list of them.

use std::fmt::Write as _;
use std::path::PathBuf;

use shequ::kernel::Lang;
use shequ::pack::{cn, de, gb, pl, us};

use crate::shell::root;

const HEAD: &str = "\
# Rule packs

Written by `cargo xtask stubs` from the packs: do not edit. What ships is what was read, on the day that each pack names. It is no
legal advice.

| pack | holds | layer | read on | clauses |
|---|---|---|---|---|
";

/// The pages, below `docs/packs`.
pub fn pages() -> Vec<(PathBuf, String)> {
    let mut index = HEAD.to_owned();
    let mut out = Vec::new();
    for packs in [cn(), de(), gb(), us(), pl()] {
        for pack in packs.packs().iter().filter(|pack| !pack.clauses().is_empty()) {
            let (id, clauses) = (pack.id(), pack.clauses().len());
            let (label, layer) = (pack.label().get(Lang::En), pack.layer().label());
            let _ = writeln!(
                index,
                "| [`{id}`]({id}.md) | {label} | {} | {} | {clauses} |",
                layer.get(Lang::En),
                pack.read_on()
            );
            out.push((root().join(format!("docs/packs/{id}.md")), pack.page()));
        }
    }
    out.push((root().join("docs/packs/README.md"), index));
    out
}
