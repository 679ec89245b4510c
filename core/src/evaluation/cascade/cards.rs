//! The scorecards of all stages, with what was rolled up between them.

use std::collections::BTreeMap;

use super::{CascadeError, RollUpHow};
use crate::evaluation::card::Scorecard;
use crate::evaluation::check::list;
use crate::evaluation::working::{plain, plain_quantity};
use crate::kernel::{Digest, Explanation, How, Key, Quantity, Result, Text};
use crate::wire::evaluation::{RolledPart, RolledUp};

#[derive(Debug)]
pub(super) struct StageCard {
    pub key: Key,
    pub label: Text,
    pub card: Scorecard,
    /// The indicators that read what was rolled up, by their columns.
    pub indicators: BTreeMap<String, Key>,
}

/// What a cascade found.
#[derive(Debug)]
pub struct CascadeCards {
    pub(super) cards: Vec<StageCard>,
    pub(super) rolled: Vec<RolledUp>,
}

impl CascadeCards {
    /// The scorecards with the keys and names of their stages, in the order of the document.
    pub fn cards(&self) -> impl Iterator<Item = (&Key, &Text, &Scorecard)> {
        self.cards.iter().map(|c| (&c.key, &c.label, &c.card))
    }

    fn stage(&self, stage: &str) -> Result<&StageCard> {
        let found = self.cards.iter().find(|c| c.key.as_str() == stage);
        let have = || list(self.cards.iter().map(|c| &c.key));
        found.ok_or_else(|| CascadeError::UnknownStage { got: stage.chars().take(60).collect(), have: have() }.into())
    }

    /// The scorecard of a stage.
    ///
    /// # Errors
    /// `unknown-stage`.
    pub fn card(&self, stage: &str) -> Result<&Scorecard> {
        Ok(&self.stage(stage)?.card)
    }

    /// What was rolled up, with the units below.
    pub fn rolled(&self) -> &[RolledUp] {
        &self.rolled
    }

    /// Why a unit has its total, with the units below under the indicators that come from them.
    ///
    /// # Errors
    /// `unknown-stage`, `unknown-unit`.
    pub fn explain(&self, stage: &str, unit: &str) -> Result<Explanation> {
        let stage = self.stage(stage)?;
        let mut out = stage.card.explain(unit)?;
        for rolled in self.rolled.iter().filter(|r| r.stage == stage.key.as_str() && r.unit == unit) {
            let below = self.cards.iter().find(|c| c.key.as_str() == rolled.from).map(|c| &c.card);
            if let (Some(indicator), Some(below)) = (stage.indicators.get(&rolled.column), below) {
                attach(&mut out, indicator.as_str(), rolled, below);
            }
        }
        Ok(out)
    }

    /// The digest of the scorecards of all stages.
    ///
    /// # Errors
    /// None in practice: the results hold no floats.
    pub fn digest(&self) -> Result<Digest> {
        let mut digests = BTreeMap::new();
        for stage in &self.cards {
            digests.insert(stage.key.as_str(), stage.card.digest()?);
        }
        Digest::of(&digests)
    }
}

/// Puts what was rolled up below the node of its indicator.
fn attach(node: &mut Explanation, indicator: &str, rolled: &RolledUp, below: &Scorecard) {
    if node.rule.as_deref() == Some(indicator) && node.children.is_empty() {
        let outcome = rolled.exact.as_ref().map_or(Quantity::Words(Text::new("无", "none")), plain_quantity);
        let part = |p: &RolledPart| {
            let name = below.find(&p.unit).map_or_else(|_| Text::same(p.unit.clone()), |u| below.label(u));
            let node = Explanation::new(name, Quantity::Decimal(p.total));
            let grades = &below.scheme.inner.grades;
            let grade = p.grade.as_ref().and_then(|key| grades.iter().find(|grade| grade.key.as_str() == key));
            let node = match grade {
                Some(grade) => node.with(Text::new("等级", "grade"), Quantity::Words(grade.label.clone())),
                None => node,
            };
            match p.weight {
                Some(weight) => node.with(Text::new("权重", "weight"), Quantity::Decimal(weight)),
                None => node,
            }
        };
        let exact = rolled.exact.as_ref().map_or_else(String::new, plain);
        let value = rolled.value.clone().unwrap_or_default();
        let weightless = rolled.how == RollUpHow::Weighted && rolled.parts.iter().any(|p| p.weight.is_none());
        let mut child =
            Explanation::new(rolled.how.label(), outcome).of(How::List, rolled.parts.iter().map(part).collect());
        if weightless {
            let note = Text::new(
                "有下级单位没有权重，故无加权平均",
                "a unit below has no weight, so there is no weighted mean",
            );
            child = child.noted(note);
        } else if exact != value {
            child = child.noted(Text::new(format!("{exact} 取 {value}"), format!("{exact}, taken as {value}")));
        }
        node.how = How::List;
        node.children = vec![child];
        return;
    }
    node.children.iter_mut().for_each(|child| attach(child, indicator, rolled, below));
}
