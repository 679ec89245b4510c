//! The explanation: one tree for every answer of the library.
//!
//! A node says what it is about, which rule decided with which citation, the numbers that went in, what came out, and
//! how its children make that outcome. Where they add up, [`Explanation::adds_up`] proves it exactly.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

use super::{Area, Day, Decimal, Lang, Money, Rate, Ratio, Real, Text};

/// The answer to a question that a rule decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// The rule's condition does not hold.
    NotMet,
    /// It cannot be said: facts are missing, or the clause was not read.
    Unknown,
    /// The rule's condition holds.
    Met,
}

impl Status {
    /// Its name in a language.
    pub fn label(self) -> Text {
        match self {
            Self::Met => Text::new("成立", "met"),
            Self::NotMet => Text::new("不成立", "not met"),
            Self::Unknown => Text::new("不能确定", "unknown"),
        }
    }
}

/// How surely the text behind a clause is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Nobody here has read it: it decides nothing.
    Unread,
    /// Known from a description by others.
    Secondary,
    /// Read in an excerpt: it decides, with a caution.
    Excerpt,
    /// A default of the library and no law: change it in a pack of your own.
    Default,
    /// Read in full.
    Text,
}

impl Certainty {
    /// Its name in a language.
    pub fn label(self) -> Text {
        match self {
            Self::Text => Text::new("已读全文", "text read in full"),
            Self::Excerpt => Text::new("仅读摘录", "read in an excerpt"),
            Self::Secondary => Text::new("转述", "known second-hand"),
            Self::Unread => Text::new("未读", "not read"),
            Self::Default => Text::new("库的默认规则，非法律", "a default of the library, no law"),
        }
    }
}

/// Where a rule stands.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Citation {
    /// The law, regulation, charter or scheme.
    pub instrument: Text,
    /// The article, paragraph and item, as cited.
    pub article: String,
    /// How surely its text is known.
    pub certainty: Certainty,
}

impl Citation {
    /// The citation in a language, its certainty named unless the text was read in full.
    pub fn render(&self, lang: Lang) -> String {
        let instrument = self.instrument.get(lang);
        let mut out = match lang {
            _ if self.article.is_empty() => instrument.to_owned(),
            Lang::Zh => format!("{instrument}{}", in_chinese(&self.article)),
            Lang::En if !self.article.starts_with(|c: char| c.is_ascii_digit()) => {
                format!("{instrument}, {}", self.article)
            }
            Lang::En => format!("{instrument}, art. {}", self.article),
        };
        if self.certainty != Certainty::Text {
            let _ = write!(out, " [{}]", self.certainty.label().get(lang));
        }
        out
    }
}

/// `278(2) items 6-8` as 第278条第2款(第6-8项), `chapters 3-5` as 第3-5章; what is of another shape as it is written.
fn in_chinese(article: &str) -> String {
    if let Some(chapters) = article.strip_prefix("chapters ").or_else(|| article.strip_prefix("chapter ")) {
        return format!("第{chapters}章");
    }
    let (place, items) = match article.split_once(" items ").or_else(|| article.split_once(" item ")) {
        Some((place, items)) => (place, format!("(第{items}项)")),
        None => (article, String::new()),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match place.strip_suffix(')').and_then(|place| place.split_once('(')) {
        Some((number, paragraph)) if digits(number) && digits(paragraph) => {
            format!("第{number}条第{paragraph}款{items}")
        }
        _ if digits(place) => format!("第{place}条{items}"),
        _ if article.starts_with(|c: char| c.is_ascii_digit()) => format!("第{article}条"),
        _ => format!(" {article}"),
    }
}

/// A number, day, word or answer with its unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum Quantity {
    /// A count of things.
    Count(i64),
    /// Points, or another decimal number.
    Decimal(#[cfg_attr(feature = "typescript", ts(type = "string"))] Decimal),
    /// An exact ratio.
    Ratio(#[cfg_attr(feature = "typescript", ts(type = "string"))] Ratio),
    /// A rate as counted.
    Rate(#[cfg_attr(feature = "typescript", ts(type = "string"))] Rate),
    /// A floor area in square metres.
    Area(#[cfg_attr(feature = "typescript", ts(type = "string"))] Area),
    /// An amount of money.
    Money(#[cfg_attr(feature = "typescript", ts(type = "string"))] Money),
    /// A float of a statistical method, which adds up to nothing exactly; shown with all its digits behind `≈`.
    Real(#[cfg_attr(feature = "typescript", ts(type = "number"))] Real),
    /// A day.
    Day(#[cfg_attr(feature = "typescript", ts(type = "string"))] Day),
    /// Words.
    Words(Text),
    /// The answer of a rule.
    Status(Status),
}

impl Quantity {
    /// The quantity in a language.
    pub fn render(&self, lang: Lang) -> String {
        match self {
            Self::Count(n) => n.to_string(),
            Self::Decimal(d) => d.to_string(),
            Self::Ratio(r) => r.to_string(),
            Self::Rate(r) => r.to_string(),
            Self::Area(a) => format!("{a} m²"),
            Self::Money(m) => m.to_string(),
            Self::Real(x) => format!("≈{x}"),
            Self::Day(d) => d.to_string(),
            Self::Words(t) => t.get(lang).to_owned(),
            Self::Status(s) => s.label().get(lang).to_owned(),
        }
    }

    fn number(&self) -> Option<Ratio> {
        match self {
            Self::Count(n) => Some((*n).into()),
            Self::Decimal(d) => Some(d.to_ratio()),
            Self::Ratio(r) => Some(r.clone()),
            Self::Rate(r) => Some(r.to_ratio()),
            Self::Area(a) => Some(a.to_decimal().to_ratio()),
            Self::Money(m) => Some(m.to_decimal().to_ratio()),
            Self::Real(_) | Self::Day(_) | Self::Words(_) | Self::Status(_) => None,
        }
    }
}

/// How the children of a node make its outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "camelCase")]
pub enum How {
    /// They do not: the inputs do, by the rule.
    Rule,
    /// Their outcomes add up to it, exactly.
    Sum,
    /// All of them must be met.
    All,
    /// One of them must be met.
    Any,
    /// They stand below it for reading only.
    List,
}

/// A named number that went into a node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Input {
    /// What it is.
    pub label: Text,
    /// Its value.
    pub value: Quantity,
}

/// One node of an explanation, with everything below it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Explanation {
    /// What the node is about.
    pub label: Text,
    /// The key of the rule that decided, if one did.
    pub rule: Option<String>,
    /// Where that rule stands.
    pub citation: Option<Citation>,
    /// The numbers that went in.
    pub inputs: Vec<Input>,
    /// What came out.
    pub outcome: Quantity,
    /// The arithmetic or the reason in words, such as `76/173 × 10.5 = 4.6127`.
    pub note: Option<Text>,
    /// How the children make the outcome.
    pub how: How,
    /// The parts.
    pub children: Vec<Explanation>,
}

impl Explanation {
    /// A node without rule, inputs and parts.
    pub fn new(label: Text, outcome: Quantity) -> Self {
        Self {
            label,
            rule: None,
            citation: None,
            inputs: Vec::new(),
            outcome,
            note: None,
            how: How::Rule,
            children: Vec::new(),
        }
    }

    /// The same node decided by a rule.
    #[must_use]
    pub fn by(mut self, rule: impl Into<String>, citation: Option<Citation>) -> Self {
        self.rule = Some(rule.into());
        self.citation = citation;
        self
    }

    /// The same node with one more input.
    #[must_use]
    pub fn with(mut self, label: Text, value: Quantity) -> Self {
        self.inputs.push(Input { label, value });
        self
    }

    /// The same node with its arithmetic or reason.
    #[must_use]
    pub fn noted(mut self, note: Text) -> Self {
        self.note = Some(note);
        self
    }

    /// The same node made of parts.
    #[must_use]
    pub fn of(mut self, how: How, children: Vec<Self>) -> Self {
        self.how = how;
        self.children = children;
        self
    }

    /// Whether, at every node whose parts add up, they add up exactly to its outcome.
    pub fn adds_up(&self) -> bool {
        let here = self.how != How::Sum
            || self.outcome.number().is_some_and(|total| {
                let parts: Option<Vec<Ratio>> = self.children.iter().map(|c| c.outcome.number()).collect();
                parts.is_some_and(|parts| parts.into_iter().sum::<Ratio>() == total)
            });
        here && self.children.iter().all(Self::adds_up)
    }

    /// The tree as indented text.
    pub fn render(&self, lang: Lang) -> String {
        let mut out = String::new();
        self.write_text(&mut out, lang, 0);
        out
    }

    fn write_text(&self, out: &mut String, lang: Lang, depth: usize) {
        // Writing to a string does not fail.
        let _ =
            writeln!(out, "{:indent$}{}: {}", "", self.label.get(lang), self.outcome.render(lang), indent = depth * 2);
        for line in self.details(lang) {
            let _ = writeln!(out, "{:indent$}{line}", "", indent = depth * 2 + 4);
        }
        for child in &self.children {
            child.write_text(out, lang, depth + 1);
        }
    }

    fn details(&self, lang: Lang) -> Vec<String> {
        let mut lines = Vec::new();
        let colon = if lang == Lang::Zh { "：" } else { ": " };
        if !self.inputs.is_empty() {
            let pairs: Vec<String> =
                self.inputs.iter().map(|i| format!("{}{colon}{}", i.label.get(lang), i.value.render(lang))).collect();
            lines.push(pairs.join(if lang == Lang::Zh { "；" } else { "; " }));
        }
        lines.extend(self.note.as_ref().map(|n| n.get(lang).to_owned()));
        lines.extend(self.citation.as_ref().map(|c| c.render(lang)));
        lines
    }

    /// The tree as nested HTML `details` elements, its text escaped; the first level stands open.
    pub fn render_html(&self, lang: Lang) -> String {
        let mut out = String::new();
        self.write_html(&mut out, lang, 0);
        out
    }

    fn write_html(&self, out: &mut String, lang: Lang, depth: usize) {
        let head = format!(
            "<span class=\"label\">{}</span> <b class=\"outcome\">{}</b>",
            escape(self.label.get(lang)),
            escape(&self.outcome.render(lang))
        );
        let mut details = String::new();
        for line in self.details(lang) {
            let _ = write!(details, "<p>{}</p>", escape(&line));
        }
        if self.children.is_empty() {
            let _ = write!(out, "<div class=\"leaf\">{head}{details}</div>");
            return;
        }
        let open = if depth == 0 { " open" } else { "" };
        let _ = write!(out, "<details{open}><summary>{head}</summary>{details}");
        for child in &self.children {
            child.write_html(out, lang, depth + 1);
        }
        out.push_str("</details>");
    }
}

/// Escapes a text for HTML.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn points(label: &str, text: &str) -> Explanation {
        Explanation::new(label.into(), Quantity::Decimal(text.parse().unwrap()))
    }

    #[test]
    fn parts_add_up_exactly_or_not_at_all() {
        let total = |text: &str| points("total", text).of(How::Sum, vec![points("a", "0.1"), points("b", "0.2")]);
        assert!(total("0.3").adds_up());
        assert!(!total("0.30000000000000004").adds_up());
        let nested = points("grand", "1.3").of(How::Sum, vec![total("0.4"), points("c", "0.9")]);
        assert!(!nested.adds_up());
    }

    #[test]
    fn articles_are_named_as_each_language_does() {
        let cite = |article: &str, lang| {
            Citation { instrument: Text::same("L"), article: article.into(), certainty: Certainty::Text }.render(lang)
        };
        for (article, zh, en) in [
            ("9", "L第9条", "L, art. 9"),
            ("9(3)", "L第9条第3款", "L, art. 9(3)"),
            ("278(2) items 1-5, 9", "L第278条第2款(第1-5, 9项)", "L, art. 278(2) items 1-5, 9"),
            ("chapters 3-5", "L第3-5章", "L, chapters 3-5"),
            ("para 12", "L para 12", "L, para 12"),
            ("27ff", "L第27ff条", "L, art. 27ff"),
            ("", "L", "L"),
        ] {
            assert_eq!((cite(article, Lang::Zh).as_str(), cite(article, Lang::En).as_str()), (zh, en));
        }
    }

    #[test]
    fn text_and_html_carry_label_rule_and_citation() {
        let citation = Citation {
            instrument: Text::new("民法典", "Civil Code"),
            article: "278(2)".into(),
            certainty: Certainty::Excerpt,
        };
        let node = Explanation::new(Text::new("参与面积", "area taking part"), Quantity::Status(Status::Met))
            .by("cn.cc.278", Some(citation))
            .with(Text::new("面积", "area <of>"), Quantity::Area("182.68".parse().unwrap()));
        assert_eq!(
            node.render(Lang::En),
            "area taking part: met\n    area <of>: 182.68 m²\n    Civil Code, art. 278(2) [read in an excerpt]\n"
        );
        assert!(node.render(Lang::Zh).contains("民法典第278条第2款 [仅读摘录]"));
        assert!(node.render_html(Lang::En).contains("area &lt;of&gt;"));
    }
}
