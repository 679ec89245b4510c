//! A day's organisation as a diagram: what is drawn, in whichever language.

mod graphviz;
mod mermaid;

use std::collections::BTreeMap;

use super::{Snapshot, UnitId, UnitView};
use crate::kernel::error::faults;
use crate::kernel::{Lang, Likely, Result};
use crate::wire::organisation::Line;

faults! {
    /// Faults of diagrams.
    pub enum DiagramError: Organisation {
        /// More boxes or lines than anybody can read.
        TooManyBoxes { boxes: usize, lines: usize, most: usize } => "diagram-too-large", "the diagram would have {boxes} boxes and {lines} lines, the limit is {most}", "name a `root` further down, give a smaller `depth`, or raise `most`";
    }
}

/// The languages of diagrams.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[serde(rename_all = "lowercase")]
pub enum DiagramFormat {
    /// A flowchart of Mermaid, which web pages and notebooks show.
    #[default]
    Mermaid,
    /// A graph of Graphviz, which `dot` lays out.
    Graphviz,
}

/// What to draw of a day, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Drawing<'a> {
    /// A key, code or name of the unit at the top; all that lie within none if it is left out.
    pub root: Option<&'a str>,
    /// How many levels below the top are drawn; what lies deeper is counted.
    pub depth: u32,
    /// The language of the labels.
    pub lang: Lang,
    /// The language of the diagram.
    pub format: DiagramFormat,
    /// The most boxes, and the most lines.
    pub most: usize,
}

impl Drawing<'_> {
    /// What Mermaid draws before it gives up is 500 lines.
    pub const MOST: usize = 480;
}

impl Default for Drawing<'_> {
    /// Three levels in Chinese, by Mermaid.
    fn default() -> Self {
        Self { root: None, depth: 3, lang: Lang::Zh, format: DiagramFormat::Mermaid, most: Self::MOST }
    }
}

impl Snapshot<'_> {
    /// The units within `root` (a key, code or name) down to `depth` levels as a Mermaid flowchart; without `root`, from the top.
    ///
    /// A solid line leads from a unit to those within it, a thick arrow says *leads*, a dashed one *guides*, a dotted
    /// line joins the parties of an agreement; a unit that only may be there has a dashed border. What lies deeper is
    /// counted in the last box.
    ///
    /// # Errors
    /// `unknown-unit`, `unit-not-there`, `name-ambiguous`, `diagram-too-large`.
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
        self.draw(&Drawing { root, depth, lang, ..Drawing::default() })
    }

    /// The same, in the language that the drawing names.
    ///
    /// # Errors
    /// As [`diagram`](Self::diagram).
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{DiagramFormat, Drawing, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "c", "kind": "community", "name": "社区 01", "parent": "s"}]}"#)?;
    /// let day = organisation.at("2024-01-01".parse()?);
    /// let text = day.draw(&Drawing { format: DiagramFormat::Graphviz, ..Drawing::default() })?;
    /// assert!(text.contains(r#"n1 [label="社区 01"];"#));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn draw(&self, drawing: &Drawing<'_>) -> Result<String> {
        let chart = self.chart(drawing)?;
        Ok(match drawing.format {
            DiagramFormat::Mermaid => mermaid::write(&chart),
            DiagramFormat::Graphviz => graphviz::write(&chart),
        })
    }

    fn chart(&self, drawing: &Drawing<'_>) -> Result<Chart> {
        let tops: Vec<UnitView<'_>> = match drawing.root {
            Some(words) => vec![self.find(words)?],
            None => self.roots().collect(),
        };
        let lang = drawing.lang;
        let mut chart = Chart::default();
        let mut numbers: BTreeMap<UnitId, usize> = BTreeMap::new();
        let mut left_out = 0;
        for top in tops {
            let base = top.depth();
            for unit in std::iter::once(top).chain(top.descendants()).filter(|u| u.depth() - base <= drawing.depth) {
                let number = numbers.len();
                if number >= drawing.most {
                    left_out += 1;
                    continue;
                }
                numbers.insert(unit.id(), number);
                let hidden = if unit.depth() - base == drawing.depth { unit.subtree().len() - 1 } else { 0 };
                let certain = unit.likely() == Likely::Yes;
                chart.boxes.push(Box { label: unit.name().get(lang).to_owned(), hidden, certain });
                chart.tree.extend(unit.parent().and_then(|p| numbers.get(&p.id())).map(|over| (*over, number)));
            }
        }
        let catalogue = self.organisation().catalogue();
        for (relation, _) in self.related() {
            let ends = numbers.get(&relation.source).zip(numbers.get(&relation.target));
            if let Some(((source, target), row)) = ends.zip(catalogue.relation_row(relation.kind)) {
                let label = row.label.get(lang).to_owned();
                chart.arrows.push(Arrow { source: *source, target: *target, label, line: row.line });
            }
        }
        for (kind, parties) in self.agreed() {
            let shown: Vec<usize> = parties.iter().filter_map(|unit| numbers.get(unit)).copied().collect();
            if shown.len() == parties.len() && shown.len() > 1 {
                let label = catalogue.agreement_label(kind).map_or(kind, |text| text.get(lang)).to_owned();
                chart.pairs.push(Pair { parties: shown, label });
            }
        }
        let boxes = chart.boxes.len() + left_out;
        let pairs = chart.pairs.iter().map(|pair| if pair.parties.len() == 2 { 1 } else { pair.parties.len() });
        let lines = chart.tree.len() + left_out + chart.arrows.len() + pairs.sum::<usize>();
        if boxes > drawing.most || lines > drawing.most {
            return Err(DiagramError::TooManyBoxes { boxes, lines, most: drawing.most }.into());
        }
        Ok(chart)
    }
}

/// What is drawn.
#[derive(Debug, Default)]
struct Chart {
    boxes: Vec<Box>,
    /// From a unit to one within it, by the positions of their boxes.
    tree: Vec<(usize, usize)>,
    arrows: Vec<Arrow>,
    pairs: Vec<Pair>,
}

#[derive(Debug)]
struct Box {
    label: String,
    /// How many units lie within it that are not drawn.
    hidden: usize,
    certain: bool,
}

#[derive(Debug)]
struct Arrow {
    source: usize,
    target: usize,
    label: String,
    line: Line,
}

/// Units with an agreement.
#[derive(Debug)]
struct Pair {
    parties: Vec<usize>,
    label: String,
}
