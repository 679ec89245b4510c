//! What notebooks show.

use std::fmt::Write as _;

use shequ::kernel::{Lang, Text, escape};

/// A text in Chinese, its English beside it where it differs.
pub fn both(text: &Text) -> String {
    let (zh, en) = (text.get(Lang::Zh), text.get(Lang::En));
    if zh == en { escape(zh) } else { format!("{} <small>{}</small>", escape(zh), escape(en)) }
}

/// A heading with a list of names and values.
pub fn card(title: &str, facts: &[(&str, String)]) -> String {
    let mut out = format!("<div class=\"shequ\"><b>{}</b><table>", escape(title));
    for (name, value) in facts {
        // Writing to a string does not fail.
        let _ = write!(out, "<tr><th>{}</th><td>{}</td></tr>", escape(name), escape(value));
    }
    out.push_str("</table></div>");
    out
}

/// A table with a head; `left_out` rows are counted below it.
pub fn grid(head: &[String], rows: &[Vec<String>], left_out: usize) -> String {
    let mut out = String::from("<table class=\"shequ\"><thead><tr>");
    for name in head {
        let _ = write!(out, "<th>{}</th>", escape(name));
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows {
        out.push_str("<tr>");
        for cell in row {
            let _ = write!(out, "<td>{}</td>", escape(cell));
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    if left_out > 0 {
        let _ = write!(out, "<p>and {left_out} more rows</p>");
    }
    out
}
