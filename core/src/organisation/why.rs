//! Explanations of crosswalks, of what is re-expressed, of differences and of inferences.

use super::Crosswalk;
use crate::kernel::{Explanation, How, Lang, Quantity, Ratio, Text};
use crate::wire::organisation::{
    ChangeKind, CrosswalkCell, Diff, EventRecord, EvidenceKind, Inference, Reexpressed, ReexpressedRates, UnitValue,
};

fn inferred(node: Explanation, marked: bool) -> Explanation {
    if marked { node.noted(Text::new("其中有推断的事件", "an inferred event leads there")) } else { node }
}

fn share(share: Option<&Ratio>) -> Quantity {
    match share {
        Some(share) => Quantity::Ratio(share.clone()),
        None => Quantity::Words(Text::new("份额不详", "share not recorded")),
    }
}

fn count(n: usize) -> Quantity {
    Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

impl Crosswalk {
    /// Each unit that changed with its parts, which add up to one, and the events that divided it.
    pub fn explain(&self) -> Explanation {
        let part = |cell: &CrosswalkCell| {
            let ended = || Text::new("无承继", "ended without a successor");
            let label = cell.to.as_ref().map_or_else(ended, |to| Text::same(to.clone()));
            inferred(Explanation::new(label, share(cell.share.as_ref())), cell.inferred)
        };
        let rows = self.cells.chunk_by(|a, b| a.from == b.from).map(|row| {
            let from = row.first().map(|cell| cell.from.clone()).unwrap_or_default();
            let known = row.iter().all(|cell| cell.share.is_some());
            let (total, how) = if known { (Some(&Ratio::ONE), How::Sum) } else { (None, How::List) };
            Explanation::new(Text::same(from), share(total)).of(how, row.iter().map(part).collect())
        });
        let label = Text::new(
            format!("{} 与 {} 的对照（{}）", self.from, self.until, self.measure),
            format!("crosswalk from {} to {} ({})", self.from, self.until, self.measure),
        );
        let rows: Vec<Explanation> = rows.collect();
        let node = Explanation::new(label, count(rows.len())).of(How::List, rows);
        let node = node.with(Text::new("未变动", "unchanged"), count(self.unchanged.len()));
        let node = node.with(Text::new("事件", "events"), count(self.steps.len()));
        if self.uncertain.is_empty() {
            return node;
        }
        node.noted(Text::new(
            format!("{} 个事件的日期区间跨越所问日期，按其最晚一天计", self.uncertain.len()),
            format!(
                "the days of {} events are known within bounds that hold a day asked about; each is read as its last",
                self.uncertain.len()
            ),
        ))
    }
}

impl Reexpressed {
    /// What was given, as the sum of what it became and of what ended.
    pub fn explain(&self) -> Explanation {
        let value = |value: &UnitValue| {
            inferred(
                Explanation::new(Text::same(value.unit.clone()), Quantity::Ratio(value.value.clone())),
                value.inferred,
            )
        };
        let side = |label: Text, values: &[UnitValue]| {
            let sum: Ratio = values.iter().map(|value| value.value.clone()).sum();
            Explanation::new(label, Quantity::Ratio(sum)).of(How::Sum, values.iter().map(value).collect())
        };
        let sides = vec![
            side(Text::new("按新区划", "by the units of the other day"), &self.values),
            side(Text::new("无承继", "ended without a successor"), &self.ended),
        ];
        let label = Text::new(
            format!("{} 的数按 {} 的区划", self.from, self.until),
            format!("counts of {} by the units of {}", self.from, self.until),
        );
        Explanation::new(label, Quantity::Ratio(self.total.clone())).of(How::Sum, sides)
    }
}

impl ReexpressedRates {
    /// Each rate with its numerator and denominator.
    pub fn explain(&self) -> Explanation {
        let rows = self.values.iter().map(|value| {
            let node = Explanation::new(Text::same(value.unit.clone()), share(value.rate.as_ref()))
                .with(Text::new("分子", "numerator"), Quantity::Ratio(value.numerator.clone()))
                .with(Text::new("分母", "denominator"), Quantity::Ratio(value.denominator.clone()));
            inferred(node, value.inferred)
        });
        let label = Text::new(
            format!("{} 的率按 {} 的区划", self.from, self.until),
            format!("rates of {} by the units of {}", self.from, self.until),
        );
        Explanation::new(label, count(self.values.len())).of(How::List, rows.collect())
    }
}

impl ChangeKind {
    fn label(self) -> Text {
        match self {
            Self::Added => Text::new("新设", "added"),
            Self::Dropped => Text::new("撤销", "dropped"),
            Self::Renamed => Text::new("更名", "renamed"),
            Self::Recoded => Text::new("改码", "recoded"),
            Self::Moved => Text::new("划归", "moved"),
            Self::Converted => Text::new("改制", "converted"),
        }
    }
}

fn event(record: &EventRecord) -> Text {
    let words = |lang| {
        let instrument = record.instrument.as_ref().map(|text| text.get(lang)).unwrap_or_default();
        format!("{} {instrument}", record.event).trim_end().to_owned()
    };
    Text::new(words(Lang::Zh), words(Lang::En))
}

impl Diff {
    /// How many units changed in which way, and each of them with the events that did it.
    pub fn explain(&self) -> Explanation {
        let kinds = [
            (ChangeKind::Added, self.counts.added),
            (ChangeKind::Dropped, self.counts.dropped),
            (ChangeKind::Renamed, self.counts.renamed),
            (ChangeKind::Recoded, self.counts.recoded),
            (ChangeKind::Moved, self.counts.moved),
            (ChangeKind::Converted, self.counts.converted),
        ];
        let parts = kinds.into_iter().map(|(kind, n)| {
            let units = self.units.iter().filter(|unit| unit.changes.contains(&kind)).map(|unit| {
                let mut node = Explanation::new(Text::same(unit.key.clone()), Quantity::Count(1));
                for record in &unit.events {
                    node = node.with(Text::same(record.day.to_string()), Quantity::Words(event(record)));
                }
                inferred(node, unit.inferred)
            });
            Explanation::new(kind.label(), Quantity::Count(n.into())).of(How::Sum, units.collect())
        });
        let label = Text::new(
            format!("{} 至 {} 的变动", self.from, self.until),
            format!("from {} to {}", self.from, self.until),
        );
        Explanation::new(label, count(self.units.len())).of(How::List, parts.collect())
    }
}

impl Inference {
    /// Each match with its confidence and what speaks for it.
    pub fn explain(&self) -> Explanation {
        let rows = self.matches.iter().map(|m| {
            let label = Text::new(
                format!(
                    "{}（{}） → {}（{}）",
                    m.name_before.get(Lang::Zh),
                    m.before,
                    m.name_after.get(Lang::Zh),
                    m.after
                ),
                format!(
                    "{} ({}) → {} ({})",
                    m.name_before.get(Lang::En),
                    m.before,
                    m.name_after.get(Lang::En),
                    m.after
                ),
            );
            let mut node = Explanation::new(label, Quantity::Ratio(m.confidence.clone()));
            for evidence in &m.evidence {
                let kind = match evidence.kind {
                    EvidenceKind::SameName => Text::new("同名", "same name"),
                    EvidenceKind::SimilarName => Text::new("名称相近", "similar name"),
                    EvidenceKind::SameParent => Text::new("同属", "same parent"),
                    EvidenceKind::SamePlace => Text::new("码序相同", "same place in the order of codes"),
                    EvidenceKind::SameCount => Text::new("数量相近", "same count"),
                };
                node = node.with(kind, Quantity::Ratio(evidence.weight.clone()));
            }
            if m.rivals > 0 {
                node = node.noted(Text::new(
                    format!("另有 {} 个同等可能", m.rivals),
                    format!("{} others are as likely", m.rivals),
                ));
            }
            node
        });
        Explanation::new(Text::new("推断的承继", "inferred matches"), count(self.matches.len()))
            .of(How::List, rows.collect())
            .with(Text::new("未能匹配的旧码", "old codes without a match"), count(self.dropped.len()))
            .with(Text::new("未能匹配的新码", "new codes without a match"), count(self.added.len()))
    }
}
