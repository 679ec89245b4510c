//! A chart in the language of Mermaid.

use std::fmt::Write as _;

use super::Chart;
use crate::wire::organisation::Line;

/// Writing to a string does not fail, so that no result is looked at.
pub(super) fn write(chart: &Chart) -> String {
    let mut out = String::from("flowchart TD\n");
    for (number, unit) in chart.boxes.iter().enumerate() {
        let hidden = if unit.hidden > 0 { format!("<br/>+{}", unit.hidden) } else { String::new() };
        let _ = writeln!(out, "  n{number}[\"{}{hidden}\"]", escape(&unit.label));
        if !unit.certain {
            let _ = writeln!(out, "  style n{number} stroke-dasharray: 4 3");
        }
    }
    for (over, under) in &chart.tree {
        let _ = writeln!(out, "  n{over} --- n{under}");
    }
    let mut dashed = Vec::new();
    for (i, arrow) in chart.arrows.iter().enumerate() {
        let line = match arrow.line {
            Line::Thick => "==>",
            Line::Dashed | Line::Dotted => "-.->",
        };
        if arrow.line == Line::Dashed {
            dashed.push((chart.tree.len() + i).to_string());
        }
        let _ = writeln!(out, "  n{} {line}|\"{}\"| n{}", arrow.source, escape(&arrow.label), arrow.target);
    }
    for (i, pair) in chart.pairs.iter().enumerate() {
        match pair.parties.as_slice() {
            [one, other] => {
                let _ = writeln!(out, "  n{one} -.-|\"{}\"| n{other}", escape(&pair.label));
            }
            parties => {
                let _ = writeln!(out, "  a{i}([\"{}\"])", escape(&pair.label));
                for party in parties {
                    let _ = writeln!(out, "  a{i} -.- n{party}");
                }
            }
        }
    }
    if !dashed.is_empty() {
        // Mermaid draws both with dots unless it is told otherwise.
        let _ = writeln!(out, "  linkStyle {} stroke-dasharray: 8 5", dashed.join(","));
    }
    out
}

/// Mermaid takes HTML entities without their `&`. What it would read as Markdown, as a formula or as a directive is
/// written so, too.
fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut listed = true;
    for (i, c) in text.chars().enumerate() {
        // `1. ` and `- ` begin a list.
        let number = c == '.' && listed && i > 0;
        listed &= c.is_ascii_digit();
        let dash = i == 0 && matches!(c, '-' | '+');
        match c {
            '"' => out.push_str("#quot;"),
            '#' | '<' | '>' | '|' | '&' | '`' | '*' | '_' | '\\' | '%' | '$' | '~' | ';' => {
                let _ = write!(out, "#{};", u32::from(c));
            }
            c if number || dash => {
                let _ = write!(out, "#{};", u32::from(c));
            }
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
    fn what_means_something_to_mermaid_is_written_by_its_number() {
        assert_eq!(escape("一\"街\"<b>|#1;"), "一#quot;街#quot;#60;b#62;#124;#35;1#59;");
        assert_eq!(escape("1. 社区"), "1#46; 社区");
        assert_eq!((escape("v1.2").as_str(), escape("-a-").as_str()), ("v1.2", "#45;a-"));
        assert_eq!(escape("%%{init}%%\n`x`"), "#37;#37;{init}#37;#37; #96;x#96;");
    }
}
