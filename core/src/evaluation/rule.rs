//! Rules: how a value becomes a share of an indicator's points, exactly.

use serde::{Deserialize, Serialize};

use super::kernel::{CHOICES, MISSING};
use crate::kernel::{Decimal, Key, Ratio, Text};

/// The name of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RuleName {
    /// value / target, from 0 to the cap.
    Linear,
    /// (worst - value) / (worst - target), from 0 to 1.
    LinearDown,
    /// All where the value reaches the target, else nothing.
    Met,
    /// The share of the first tier that the value reaches.
    Tiers,
    /// So many points less for each occurrence, down to the floor (扣完为止).
    Deduct,
    /// numerator / denominator against a target, from 0 to 1.
    Rate,
    /// The ballot of several classes of voters (民主评议).
    Ballots,
}

impl RuleName {
    /// Its name in documents and results.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::LinearDown => "linear-down",
            Self::Met => "met",
            Self::Tiers => "tiers",
            Self::Deduct => "deduct",
            Self::Rate => "rate",
            Self::Ballots => "ballots",
        }
    }

    /// Its name in Chinese and English.
    pub fn label(self) -> Text {
        match self {
            Self::Linear => Text::new("按比例得分", "in proportion to the target"),
            Self::LinearDown => Text::new("越低越好", "the lower the better"),
            Self::Met => Text::new("达标得分", "all or nothing"),
            Self::Tiers => Text::new("分档得分", "by tiers"),
            Self::Deduct => Text::new("逐次扣分，扣完为止", "points less for each occurrence"),
            Self::Rate => Text::new("按比率得分", "by a rate"),
            Self::Ballots => Text::new("民主评议", "by ballot"),
        }
    }
}

/// A tier: a value of `least` or more brings `share` of the points.
#[derive(Debug, Clone)]
pub struct Tier {
    /// The inclusive lower bound.
    pub least: Decimal,
    /// The share of the points.
    pub share: Decimal,
}

/// A kind of event that costs points.
#[derive(Debug, Clone)]
pub struct Event {
    /// Its key; none where the indicator has one kind of event.
    pub key: Option<Key>,
    /// Its name.
    pub label: Text,
    /// The points that each occurrence costs.
    pub each: Decimal,
}

/// A class of voters.
#[derive(Debug, Clone)]
pub struct Class {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub label: Text,
    /// Its weight among the classes that voted.
    pub weight: Decimal,
}

/// How a value becomes points, with its parameters.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Rule {
    /// value / target, from 0 to the cap.
    Linear {
        /// The value that brings all points.
        target: Decimal,
        /// The greatest share.
        cap: Decimal,
    },
    /// (worst - value) / (worst - target), from 0 to 1.
    LinearDown {
        /// The value that brings all points.
        target: Decimal,
        /// The value that brings none.
        worst: Decimal,
    },
    /// All where value >= target, else nothing.
    Met {
        /// The value that is due.
        target: Decimal,
    },
    /// The share of the first tier whose bound the value reaches, else nothing.
    Tiers(Vec<Tier>),
    /// The declared points less what each occurrence costs, down to the floor, as a share of the declared points.
    Deduct {
        /// The declared points.
        points: Decimal,
        /// The kinds of events.
        events: Vec<Event>,
        /// The points that stay.
        floor: Decimal,
    },
    /// numerator / denominator / target, at most 1; a zero denominator is a missing value.
    Rate {
        /// The rate that brings all points.
        target: Decimal,
    },
    /// Excellent (优秀) 1, competent (称职) 4/5, basic (基本称职) 3/5, incompetent (不称职) 0, abstentions left out; the mean
    /// of each class is weighted, the weights renormalised over the classes that voted.
    Ballots(Vec<Class>),
}

impl Rule {
    /// Its name.
    pub const fn name(&self) -> RuleName {
        match self {
            Self::Linear { .. } => RuleName::Linear,
            Self::LinearDown { .. } => RuleName::LinearDown,
            Self::Met { .. } => RuleName::Met,
            Self::Tiers(_) => RuleName::Tiers,
            Self::Deduct { .. } => RuleName::Deduct,
            Self::Rate { .. } => RuleName::Rate,
            Self::Ballots(_) => RuleName::Ballots,
        }
    }

    /// How many columns of numbers it reads.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Deduct { events, .. } => events.len(),
            Self::Rate { .. } => 2,
            Self::Ballots(classes) => classes.len() * CHOICES,
            _ => 1,
        }
    }

    /// The greatest share it gives.
    pub(super) fn most(&self) -> Ratio {
        match self {
            Self::Linear { cap, .. } => cap.to_ratio(),
            _ => Ratio::ONE,
        }
    }

    /// The share of the points, exactly; none for a missing value. `cells` are the mantissas of its columns.
    pub(super) fn share(&self, cells: &[i64], scale: u8) -> Option<Ratio> {
        if cells.contains(&MISSING) {
            return None;
        }
        let first = cells.first().copied()?;
        let value = Ratio::from(first).checked_div(&Ratio::from(10_i128.pow(scale.into())))?;
        let clamp = |share: Ratio, most: Ratio| share.max(Ratio::ZERO).min(most);
        Some(match self {
            Self::Linear { target, cap } => clamp(value.checked_div(&target.to_ratio())?, cap.to_ratio()),
            Self::LinearDown { target, worst } => {
                let worst = worst.to_ratio();
                clamp((&worst - &value).checked_div(&(&worst - &target.to_ratio()))?, Ratio::ONE)
            }
            Self::Met { target } if value >= target.to_ratio() => Ratio::ONE,
            Self::Met { .. } => Ratio::ZERO,
            Self::Tiers(tiers) => {
                tiers.iter().find(|t| value >= t.least.to_ratio()).map_or(Ratio::ZERO, |t| t.share.to_ratio())
            }
            Self::Deduct { points, events, floor } => {
                let lost: Ratio = events.iter().zip(cells).map(|(e, n)| e.each.to_ratio() * Ratio::from(*n)).sum();
                (points.to_ratio() - lost).max(floor.to_ratio()).checked_div(&points.to_ratio())?
            }
            Self::Rate { target } => {
                let rate = Ratio::from(first).checked_div(&Ratio::from(*cells.get(1)?))?;
                clamp(rate.checked_div(&target.to_ratio())?, Ratio::ONE)
            }
            Self::Ballots(classes) => {
                let (mut sum, mut weights) = (Ratio::ZERO, Ratio::ZERO);
                for (class, votes) in classes.iter().zip(cells.chunks(CHOICES)) {
                    let (points, voters) = ballot(votes);
                    if let Some(mean) = Ratio::from(points).checked_div(&Ratio::from(voters * 5)) {
                        sum = sum + mean * class.weight.to_ratio();
                        weights = weights + class.weight.to_ratio();
                    }
                }
                sum.checked_div(&weights)?
            }
        })
    }
}

/// Fifths of a full mark, and voters without abstentions, of one class.
pub(super) fn ballot(votes: &[i64]) -> (i128, i128) {
    let marks = [5, 4, 3, 0];
    votes
        .iter()
        .zip(marks)
        .fold((0, 0), |(points, voters), (&n, mark)| (points + i128::from(n) * mark, voters + i128::from(n)))
}
