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
    /// All where the value is at most the target, else nothing.
    MetDown,
    /// The share of the first tier that the value reaches.
    Tiers,
    /// Linear between given points.
    Piecewise,
    /// So many points less for each occurrence, down to the floor (扣完为止).
    Deduct,
    /// numerator / denominator against a target, from 0 to 1.
    Rate,
    /// The ballot of several classes of voters (民主评议).
    Ballots,
    /// Several rates with weights (三率).
    ThreeRates,
    /// The change since last period.
    Progress,
}

impl RuleName {
    /// Its name in documents and results.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Linear => "linear",
            Self::LinearDown => "linear-down",
            Self::Met => "met",
            Self::MetDown => "met-down",
            Self::Tiers => "tiers",
            Self::Piecewise => "piecewise",
            Self::Deduct => "deduct",
            Self::Rate => "rate",
            Self::Ballots => "ballots",
            Self::ThreeRates => "three-rates",
            Self::Progress => "progress",
        }
    }

    /// Its name in Chinese and English.
    pub fn label(self) -> Text {
        match self {
            Self::Linear => Text::new("按比例得分", "in proportion to the target"),
            Self::LinearDown => Text::new("越低越好", "the lower the better"),
            Self::Met => Text::new("达标得分", "all or nothing"),
            Self::MetDown => Text::new("不超标得分", "all or nothing, the lower the better"),
            Self::Tiers => Text::new("分档得分", "by tiers"),
            Self::Piecewise => Text::new("分段计分", "piece by piece"),
            Self::Deduct => Text::new("逐次扣分，扣完为止", "points less for each occurrence"),
            Self::Rate => Text::new("按比率得分", "by a rate"),
            Self::Ballots => Text::new("民主评议", "by ballot"),
            Self::ThreeRates => Text::new("三率得分", "by several rates"),
            Self::Progress => Text::new("与上期比较", "by progress over last period"),
        }
    }
}

/// A tier: a value of `least` or more brings `share` of the points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// The inclusive lower bound.
    pub least: Decimal,
    /// The share of the points.
    pub share: Decimal,
}

/// A tier that is better the lower the value: a value of `most` or less brings `share` of the points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UpperTier {
    /// The inclusive upper bound.
    pub most: Decimal,
    /// The share of the points.
    pub share: Decimal,
}

/// A point of a piecewise rule: a value of `value` brings `share` of the points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Knot {
    /// The value.
    pub value: Decimal,
    /// The share of the points.
    pub share: Decimal,
}

/// One of several rates (三率): awareness, participation, satisfaction or any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RatePart {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub label: Text,
    /// Its weight among the parts.
    pub weight: Decimal,
    /// The rate that brings all of its part.
    pub target: Decimal,
}

/// A kind of event that costs points.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Its key; none where the indicator has one kind of event.
    pub key: Option<Key>,
    /// Its name.
    pub label: Text,
    /// The points that each occurrence costs.
    pub each: Decimal,
}

/// A class of voters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Class {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub label: Text,
    /// Its weight among the classes that voted.
    pub weight: Decimal,
}

/// How a value becomes points, with its parameters.
#[derive(Debug, Clone, PartialEq, Eq)]
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
    /// All where value <= target, else nothing.
    MetDown {
        /// The value that must not be passed.
        target: Decimal,
    },
    /// The share of the first tier whose bound the value reaches, else nothing.
    Tiers(Vec<Tier>),
    /// The share of the first tier whose bound the value does not pass, else nothing.
    TiersDown(Vec<UpperTier>),
    /// Linear between the points on both sides of the value; beyond the first and the last, the share of these.
    Piecewise(Vec<Knot>),
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
    /// The mean of several rates, each against its target and at most 1, by their weights; missing where one of them is,
    /// so that not asking never pays.
    ThreeRates(Vec<RatePart>),
    /// The change since last period, (value - last) / |last|, on the line from `worst` (nothing) to `target` (all); a last
    /// value of zero is a missing value.
    Progress {
        /// The change that brings all points, such as `0.1` for a tenth more or `-0.1` for a tenth less.
        target: Decimal,
        /// The change that brings none.
        worst: Decimal,
    },
}

impl Rule {
    /// Its name.
    pub const fn name(&self) -> RuleName {
        match self {
            Self::Linear { .. } => RuleName::Linear,
            Self::LinearDown { .. } => RuleName::LinearDown,
            Self::Met { .. } => RuleName::Met,
            Self::MetDown { .. } => RuleName::MetDown,
            Self::Tiers(_) | Self::TiersDown(_) => RuleName::Tiers,
            Self::Piecewise(_) => RuleName::Piecewise,
            Self::Deduct { .. } => RuleName::Deduct,
            Self::Rate { .. } => RuleName::Rate,
            Self::Ballots(_) => RuleName::Ballots,
            Self::ThreeRates(_) => RuleName::ThreeRates,
            Self::Progress { .. } => RuleName::Progress,
        }
    }

    /// How many columns of numbers it reads.
    pub(super) fn width(&self) -> usize {
        match self {
            Self::Deduct { events, .. } => events.len(),
            Self::Rate { .. } | Self::Progress { .. } => 2,
            Self::ThreeRates(parts) => parts.len() * 2,
            Self::Ballots(classes) => classes.len() * CHOICES,
            _ => 1,
        }
    }

    /// The greatest share it gives.
    pub(super) fn most(&self) -> Ratio {
        match self {
            Self::Linear { cap, .. } => cap.to_ratio(),
            Self::Tiers(tiers) => tiers.first().map_or(Ratio::ZERO, |t| t.share.to_ratio()),
            Self::TiersDown(tiers) => tiers.first().map_or(Ratio::ZERO, |t| t.share.to_ratio()),
            Self::Piecewise(knots) => knots.iter().map(|k| k.share).max().map_or(Ratio::ZERO, Decimal::to_ratio),
            _ => Ratio::ONE,
        }
    }

    /// The least share it gives, whatever the value.
    pub(super) fn least(&self) -> Ratio {
        match self {
            Self::Deduct { points, floor, .. } => {
                floor.to_ratio().checked_div(&points.to_ratio()).unwrap_or(Ratio::ZERO)
            }
            Self::Piecewise(knots) => knots.iter().map(|k| k.share).min().map_or(Ratio::ZERO, Decimal::to_ratio),
            _ => Ratio::ZERO,
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
            Self::MetDown { target } if value <= target.to_ratio() => Ratio::ONE,
            Self::Met { .. } | Self::MetDown { .. } => Ratio::ZERO,
            Self::TiersDown(tiers) => {
                tiers.iter().find(|t| value <= t.most.to_ratio()).map_or(Ratio::ZERO, |t| t.share.to_ratio())
            }
            Self::Piecewise(knots) => between(knots, &value)?,
            Self::ThreeRates(parts) => {
                let (mut sum, mut weights) = (Ratio::ZERO, Ratio::ZERO);
                for (part, counts) in parts.iter().zip(cells.chunks(2)) {
                    let &[over, under] = counts else { return None };
                    let rate = Ratio::from(over).checked_div(&Ratio::from(under))?;
                    let weight = part.weight.to_ratio();
                    sum = sum + clamp(rate.checked_div(&part.target.to_ratio())?, Ratio::ONE) * weight.clone();
                    weights = weights + weight;
                }
                sum.checked_div(&weights)?
            }
            Self::Progress { target, worst } => {
                let worst = worst.to_ratio();
                let span = target.to_ratio() - worst.clone();
                clamp((change(cells)? - worst).checked_div(&span)?, Ratio::ONE)
            }
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

/// The change since last period: (value - last) / |last|; none where last is zero.
pub(super) fn change(cells: &[i64]) -> Option<Ratio> {
    let &[value, last] = cells else { return None };
    let (value, last) = (i128::from(value), i128::from(last));
    Ratio::from(value - last).checked_div(&Ratio::from(last.abs()))
}

/// The share of a value on the line through points; beyond both ends, that of the end.
fn between(knots: &[Knot], value: &Ratio) -> Option<Ratio> {
    let after = knots.iter().position(|k| k.value.to_ratio() >= *value);
    let (before, after) = match after {
        None => return knots.last().map(|k| k.share.to_ratio()),
        Some(0) => return knots.first().map(|k| k.share.to_ratio()),
        Some(after) => (knots.get(after - 1)?, knots.get(after)?),
    };
    let part = (value - &before.value.to_ratio()).checked_div(&(after.value.to_ratio() - before.value.to_ratio()))?;
    Some(before.share.to_ratio() + part * (after.share.to_ratio() - before.share.to_ratio()))
}

/// Fifths of a full mark, and voters without abstentions, of one class.
pub(super) fn ballot(votes: &[i64]) -> (i128, i128) {
    let marks = [5, 4, 3, 0];
    votes
        .iter()
        .zip(marks)
        .fold((0, 0), |(points, voters), (&n, mark)| (points + i128::from(n) * mark, voters + i128::from(n)))
}
