//! What notebooks show.

use std::fmt::Write as _;

use shequ::kernel::{Lang, Text, Value, escape};

/// A text in Chinese, its English beside it where it differs.
pub fn both(text: &Text) -> String {
    let (zh, en) = (text.get(Lang::Zh), text.get(Lang::En));
    if zh == en { escape(zh) } else { format!("{} <small>{}</small>", escape(zh), escape(en)) }
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

/// One line that tells a result from its like: the first of its plain facts, or of those of its parts where it has none.
pub fn line(class: &str, value: &Value) -> String {
    let Value::Map(entries) = value else { return format!("<{class}>") };
    let mut found = facts(entries, "");
    if found.is_empty() {
        for (key, value) in entries {
            if let Value::Map(part) = value {
                found.extend(facts(part, &format!("{key}.")));
            }
        }
    }
    format!("<{class} {}>", found.join(" "))
}

fn facts(entries: &[(String, Value)], prefix: &str) -> Vec<String> {
    let plain = entries.iter().filter_map(|(key, value)| scalar(value).map(|text| format!("{prefix}{key}={text}")));
    plain.take(6).collect()
}

fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(text.clone()),
        Value::Int(number) => Some(number.to_string()),
        Value::Float(number) => Some(number.to_string()),
        Value::Bool(answer) => Some(answer.to_string()),
        Value::Map(entries) => match entries.as_slice() {
            [(zh, Value::Text(words)), (en, Value::Text(_))] if zh == "zh" && en == "en" => Some(words.clone()),
            _ => None,
        },
        _ => None,
    }
}

/// Any plain value: texts escaped, maps as rows, lists of like maps as tables.
pub fn value(value: &Value) -> String {
    match value {
        Value::Map(entries) => {
            if let [(zh, Value::Text(a)), (en, Value::Text(b))] = entries.as_slice()
                && zh == "zh"
                && en == "en"
            {
                return both(&Text::new(a.clone(), b.clone()));
            }
            let mut out = String::from("<table class=\"shequ\">");
            for (name, item) in entries {
                let _ = write!(out, "<tr><th>{}</th><td>{}</td></tr>", escape(name), self::value(item));
            }
            out.push_str("</table>");
            out
        }
        Value::List(items) => items.iter().map(self::value).collect::<Vec<_>>().join("<br>"),
        other => escape(&scalar(other).unwrap_or_default()),
    }
}
