//! A pack as a page to read: every clause with its article, its days and how surely it is known.

use std::fmt::Write as _;

use super::{Layer, Override, Pack};
use crate::kernel::{Certainty, Lang, Text};

impl Pack {
    /// The pack as a page in Markdown, in Chinese and English.
    ///
    /// ```
    /// let pack = shequ::pack::cn().packs().iter().find(|p| p.id() == "cn.owners").ok_or("no such pack")?;
    /// let page = pack.page();
    /// assert!(page.contains("present at least 2/3 of the exclusive floor area"), "{page}");
    /// assert!(page.contains("no legal advice"));
    /// # Ok::<(), &str>(())
    /// ```
    pub fn page(&self) -> String {
        let mut out = String::new();
        let _ = writeln!(out, "# {}\n\n`{}`: {}.\n", self.label.get(Lang::En), self.id, self.label.get(Lang::Zh));
        let _ = writeln!(
            out,
            "Written by `cargo xtask stubs` from the pack: do not edit. The texts were read on {}. This is no legal advice \
             (本页不构成法律意见). A clause marked *not read* has no value and answers unknown; one *known second-hand* decides only \
             for a caller who accepts that, and so does one of which nobody knows since when it is in force.\n",
            self.read_on
        );
        let _ = writeln!(out, "Layer: {}. Digest: `{}`.\n", self.layer.label().get(Lang::En), self.digest);
        self.write_clauses(&mut out);
        if !self.questions.is_empty() {
            let _ = writeln!(out, "\n## Questions\n\n| question | asks | decided by |\n|---|---|---|");
            for question in &self.questions {
                let rule = crate::kernel::canonical(&question.tree.draft()).unwrap_or_default();
                let _ =
                    writeln!(out, "| `{}` | {} | `{}` |", question.id, both(&question.label), rule.replace('|', "\\|"));
            }
        }
        out
    }

    fn write_clauses(&self, out: &mut String) {
        let mut instruments: Vec<&Text> = Vec::new();
        for clause in &self.clauses {
            if !instruments.contains(&&clause.citation().instrument) {
                instruments.push(&clause.citation().instrument);
            }
        }
        for instrument in instruments {
            let _ = writeln!(out, "## {}\n", both(instrument));
            let of_it = self.clauses.iter().find(|c| c.citation().instrument == *instrument);
            if let Some(above) = of_it.and_then(|clause| clause.carries_out.as_ref()) {
                let _ = writeln!(
                    out,
                    "It carries out: {}. That law has changed since {}: from that day these clauses decide with the caution \
                     `law-changed`.\n",
                    both(&above.law),
                    above.until
                );
            }
            let _ = writeln!(out, "| clause | says | article | in force | known |\n|---|---|---|---|---|");
            for clause in self.clauses.iter().filter(|c| c.citation().instrument == *instrument) {
                let mut says = format!("**{}**: {}", both(clause.label()), both(&clause.content().render()));
                if let Some(note) = clause.note() {
                    let _ = write!(says, "<br>{}", both(note));
                }
                if let Some(follows) = clause.consequence() {
                    let _ = write!(says, "<br>if it is not kept: {}", both(follows));
                }
                if !clause.superseded_by().is_empty() {
                    let _ = write!(says, "<br>superseded by `{}`", clause.superseded_by().join("`, `"));
                }
                if *clause.overrides() != Override::None {
                    let who = if clause.override_by().is_empty() {
                        "a lower layer".to_owned()
                    } else {
                        layers(clause.override_by())
                    };
                    let _ = write!(says, "<br>{who} may move it: {}", moves(clause.overrides()));
                }
                if !clause.supplied_by().is_empty() {
                    let _ = write!(says, "<br>{} may supply it", layers(clause.supplied_by()));
                }
                let from = clause.span().from().map_or_else(|| "not known".to_owned(), |d| d.to_string());
                let until = clause.span().until().map_or_else(String::new, |d| format!(" until {d}"));
                let known = match clause.certainty() {
                    Certainty::Text => "read in full".to_owned(),
                    other => other.label().get(Lang::En).to_owned(),
                };
                let article = clause.citation().article.as_str();
                let _ = writeln!(out, "| `{}` | {says} | {article} | {from}{until} | {known} |", clause.id());
            }
            out.push('\n');
        }
    }
}

impl Layer {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Default => Text::new("库的默认规则", "defaults of the library"),
            Self::NationalLaw => Text::new("法律", "national law"),
            Self::NationalRegulation => Text::new("行政法规", "national regulation"),
            Self::LocalRegulation => Text::new("地方性法规", "local regulation"),
            Self::LocalRule => Text::new("规章", "local rule"),
            Self::Charter => Text::new("章程", "charter"),
            Self::ByLaw => Text::new("管理规约", "by-law"),
        }
    }
}

fn both(text: &Text) -> String {
    let (zh, en) = (text.get(Lang::Zh), text.get(Lang::En));
    let words = if zh == en { en.to_owned() } else { format!("{en} ({zh})") };
    words.replace('|', "\\|").replace('\n', " ")
}

fn layers(layers: &[Layer]) -> String {
    layers.iter().map(|layer| layer.label().get(Lang::En).to_owned()).collect::<Vec<_>>().join(" or ")
}

fn moves(overrides: &Override) -> String {
    match overrides {
        Override::None => "no".to_owned(),
        Override::Stricter => "to ask more".to_owned(),
        Override::Looser => "to ask less".to_owned(),
        Override::Any => "as it likes".to_owned(),
        Override::Within(least, most) => format!("from {least} to {most}"),
    }
}
