//! A chart in the language of Graphviz.

use std::fmt::Write as _;

use super::Chart;
use crate::wire::organisation::Line;

/// Writing to a string does not fail, so that no result is looked at.
pub(super) fn write(chart: &Chart) -> String {
    let mut out =
        String::from("digraph {\n  node [shape=box, fontname=\"sans-serif\"];\n  edge [fontname=\"sans-serif\"];\n");
    for (number, unit) in chart.boxes.iter().enumerate() {
        let hidden = if unit.hidden > 0 { format!("\\n+{}", unit.hidden) } else { String::new() };
        let style = if unit.certain { "" } else { ", style=dashed" };
        let _ = writeln!(out, "  n{number} [label=\"{}{hidden}\"{style}];", escape(&unit.label));
    }
    for (over, under) in &chart.tree {
        let _ = writeln!(out, "  n{over} -> n{under} [arrowhead=none];");
    }
    // Only what lies within what sets the levels.
    for arrow in &chart.arrows {
        let style = match arrow.line {
            Line::Thick => "bold",
            Line::Dashed => "dashed",
            Line::Dotted => "dotted",
        };
        let (source, target, label) = (arrow.source, arrow.target, escape(&arrow.label));
        let _ = writeln!(out, "  n{source} -> n{target} [label=\"{label}\", style={style}, constraint=false];");
    }
    let dotted = "style=dotted, arrowhead=none, constraint=false";
    for (i, pair) in chart.pairs.iter().enumerate() {
        let label = escape(&pair.label);
        match pair.parties.as_slice() {
            [one, other] => {
                let _ = writeln!(out, "  n{one} -> n{other} [label=\"{label}\", {dotted}];");
            }
            parties => {
                let _ = writeln!(out, "  a{i} [label=\"{label}\", shape=ellipse];");
                for party in parties {
                    let _ = writeln!(out, "  a{i} -> n{party} [{dotted}];");
                }
            }
        }
    }
    out.push_str("}\n");
    out
}

/// Within quotes a backslash begins an order to the layout, and `&` an entity.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '&' => out.push_str("&amp;"),
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn quotes_backslashes_and_entities_are_taken_as_they_are() {
        assert_eq!(escape("a\"b\\N&lt;\u{7}"), "a\\\"b\\\\N&amp;lt; ");
    }
}
