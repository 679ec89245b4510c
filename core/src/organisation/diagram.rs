//! A day's organisation as a Mermaid diagram.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::{Snapshot, UnitId, UnitView};
use crate::kernel::{Lang, Likely, Result};
use crate::wire::organisation::Line;

impl Snapshot<'_> {
    /// The units within `root` (a key, code or name) down to `depth` levels as a Mermaid flowchart; without `root`, from the top.
    ///
    /// A solid line leads from a unit to those within it, a thick arrow says *leads*, a dashed one *guides*; a unit that
    /// only may be there has a dashed border. What lies deeper is counted in the last box.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`, `name-ambiguous`.
    ///
    /// ```
    /// use shequ::kernel::{Document, Lang};
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "c", "kind": "community", "name": "社区 01", "parent": "s"}]}"#)?;
    /// let text = organisation.at("2024-01-01".parse()?).diagram(Some("街道"), 3, Lang::Zh)?;
    /// assert_eq!(text, "flowchart TD\n  n0[\"街道\"]\n  n1[\"社区 01\"]\n  n0 --- n1\n");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn diagram(&self, root: Option<&str>, depth: u32, lang: Lang) -> Result<String> {
        let tops: Vec<UnitView<'_>> = match root {
            Some(words) => vec![self.find(words)?],
            None => self.roots().collect(),
        };
        let mut out = String::from("flowchart TD\n");
        let mut edges = String::new();
        let mut numbers: BTreeMap<UnitId, usize> = BTreeMap::new();
        for top in tops {
            let base = top.depth();
            for unit in std::iter::once(top).chain(top.descendants()).filter(|u| u.depth() - base <= depth) {
                let number = numbers.len();
                numbers.insert(unit.id(), number);
                let hidden = if unit.depth() - base == depth { unit.subtree().len() - 1 } else { 0 };
                let mut words = escape(unit.name().get(lang));
                if hidden > 0 {
                    // Writing to a string does not fail.
                    let _ = write!(words, "<br/>+{hidden}");
                }
                let _ = writeln!(out, "  n{number}[\"{words}\"]");
                if unit.likely() != Likely::Yes {
                    let _ = writeln!(out, "  style n{number} stroke-dasharray: 4 3");
                }
                if let Some(over) = unit.parent().and_then(|p| numbers.get(&p.id())) {
                    let _ = writeln!(edges, "  n{over} --- n{number}");
                }
            }
        }
        for (relation, _) in self.related() {
            let ends = numbers.get(&relation.source).zip(numbers.get(&relation.target));
            let row = self.organisation().catalogue().relation_row(relation.kind);
            if let Some(((source, target), row)) = ends.zip(row) {
                let arrow = match row.line {
                    Line::Thick => "==>",
                    Line::Dashed | Line::Dotted => "-.->",
                };
                let _ = writeln!(edges, "  n{source} {arrow}|{}| n{target}", escape(row.label.get(lang)));
            }
        }
        out.push_str(&edges);
        Ok(out)
    }
}

/// Mermaid takes HTML entities without their `&`.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("#quot;"),
            '#' => out.push_str("#35;"),
            '<' => out.push_str("#lt;"),
            '>' => out.push_str("#gt;"),
            '|' => out.push_str("#124;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}
