//! The list of error codes, for `docs/errors.md`.

use std::fmt::Write as _;

use shequ::codes::catalogue;
use shequ::kernel::Class;

const HEAD: &str = "\
# Error codes

Written by `cargo xtask stubs` from the code: do not edit. A code is stable and means the same in Rust, Python and JavaScript;
messages and helps may be reworded. Words in braces are filled in. The headings are the exception classes of Python
and the `name` of a `ShequError` in JavaScript; in Rust the class is `fault.class()`.
";

/// The page.
pub fn page() -> String {
    let mut out = HEAD.to_owned();
    let codes = catalogue();
    for class in Class::ALL {
        let mut rows = codes.iter().filter(|entry| entry.class == class).peekable();
        if rows.peek().is_none() {
            continue;
        }
        let _ = write!(out, "\n## {}\n\n| code | message | help |\n|---|---|---|\n", class.exception());
        for entry in rows {
            let _ = writeln!(out, "| `{}` | {} | {} |", entry.code, cell(entry.message), cell(entry.help));
        }
    }
    out
}

/// A template as a reader sees it, in a cell of a table.
fn cell(template: &str) -> String {
    template.replace("{{", "{").replace("}}", "}").replace('|', "\\|").replace('<', "&lt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_has_a_row() {
        let page = page();
        for entry in catalogue() {
            assert!(page.contains(&format!("| `{}` |", entry.code)), "{}", entry.code);
        }
    }
}
