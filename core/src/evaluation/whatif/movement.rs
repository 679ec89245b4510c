//! What moved a total from one evaluation to the next.

use super::gap::PartOf;
use crate::evaluation::scheme::{Inner, Item};
use crate::evaluation::score::{self, ten};
use crate::evaluation::{Effect, Indicator, Scorecard};
use crate::kernel::{Decimal, Explanation, How, Quantity, Ratio, Result, Text};
use crate::wire::evaluation::{Movement, MovementPart};

/// What moved one part, at one scale.
#[derive(Debug, Clone, Copy, Default)]
struct Moved {
    data: i128,
    target: i128,
    rule: i128,
    weight: i128,
}

impl Moved {
    const fn data(data: i128) -> Self {
        Self { data, target: 0, rule: 0, weight: 0 }
    }

    const fn rule(rule: i128) -> Self {
        Self { data: 0, target: 0, rule, weight: 0 }
    }

    const fn less(self, other: Self) -> Self {
        Self {
            data: self.data - other.data,
            target: self.target - other.target,
            rule: self.rule - other.rule,
            weight: self.weight - other.weight,
        }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            data: self.data + other.data,
            target: self.target + other.target,
            rule: self.rule + other.rule,
            weight: self.weight + other.weight,
        }
    }

    const fn sum(self) -> i128 {
        self.data + self.target + self.rule + self.weight
    }

    /// What a veto takes back of what moved a total: from each step what it would bring above zero.
    fn zeroed(self, mut total: i128) -> Self {
        let mut step = |moved: i128| {
            let before = total;
            total += moved;
            total.min(0) - before.min(0) - moved
        };
        let (data, target) = (step(self.data), step(self.target));
        Self { data, target, rule: step(self.rule), weight: step(self.weight) }
    }
}

impl Scorecard {
    /// What moved the total of a unit since an earlier evaluation, split into other values, other targets, other rules and other
    /// points; the parts and what rounding did add up to the change exactly.
    ///
    /// The new values come first, under the old scheme; then the new targets, then the new rules, and at last the new points. An
    /// indicator that is new or gone counts as a rule, as do another rounding of scores and another policy for a value that is
    /// missing both times. Where a value goes missing or comes back, what that did counts as data.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn movement(&self, before: &Self, unit: &str) -> Result<Movement> {
        let (u0, u1) = (before.find(unit)?, self.find(unit)?);
        let (old, new) = (&before.scheme.inner, &self.scheme.inner);
        let scale = old.exact_scale.max(new.exact_scale);
        let (up0, up1) = (ten(scale - old.exact_scale), ten(scale - new.exact_scale));
        let decimal = |n: i128| Decimal::new(n, scale).unwrap_or(Decimal::ZERO).shortest();
        let mut parts: Vec<(String, Text, Moved)> = Vec::new();
        // What vetoes took before and take now, of what moved.
        let mut taken = Moved::default();
        let zero = before.is_zeroed(u0) && self.is_zeroed(u1);
        let mut vetoes = None;
        for part in self.parts() {
            let is = self.part(part.of, u1) * up1;
            let mut cut = false;
            let moved = match part.of {
                PartOf::Vetoes => {
                    vetoes = Some((part, is));
                    continue;
                }
                PartOf::Indicator(i) => {
                    let own = new.indicators.get(i);
                    let was = own.and_then(|own| old.indicators.iter().position(|other| other.key == own.key));
                    match was {
                        None => Moved::rule(is),
                        Some(was) => {
                            cut = before.is_taken(was, u0) && self.is_taken(i, u1);
                            let change = Pair { before, after: self, was, is: i, u0, u1, scale };
                            change.moved(before.part(PartOf::Indicator(was), u0) * up0, is)
                        }
                    }
                }
                of => {
                    let was = before.part(of, u0) * up0;
                    if same(of, old, new) { Moved::data(is - was) } else { Moved::rule(is - was) }
                }
            };
            if cut {
                taken = taken.less(moved);
            }
            parts.push((part.key, part.label, moved));
        }
        for part in before.parts() {
            if let PartOf::Indicator(i) = part.of
                && old.indicators.get(i).is_some_and(|own| new.indicators.iter().all(|other| other.key != own.key))
            {
                parts.push((part.key, part.label, Moved::rule(-before.part(part.of, u0) * up0)));
            }
        }
        if let Some((part, is)) = vetoes {
            let mut rest = is - before.part(part.of, u0) * up0;
            let moved = parts.iter().fold(Moved::default(), |sum, (.., moved)| sum.plus(*moved));
            let left = before.unvetoed(u0) * up0;
            if zero {
                // What vetoes of groups did, before the total was set to zero.
                rest = self.unvetoed(u1) * up1 - left - moved.sum();
            }
            let rest = rest - taken.sum();
            let place = if same(part.of, old, new) { &mut taken.data } else { &mut taken.rule };
            *place += rest;
            if zero {
                taken = taken.plus(moved.plus(taken).zeroed(left));
            }
            parts.push((part.key, part.label, taken));
        }
        let sum = |of: fn(&Moved) -> i128| decimal(parts.iter().map(|(_, _, moved)| of(moved)).sum());
        let rounded = |card: &Self, u: usize, up: i128| {
            let inner = &card.scheme.inner;
            let total = card.scores.total.get(u).copied().unwrap_or_default();
            let exact = card.scores.exact.get(u).copied().unwrap_or_default();
            (total * ten(inner.exact_scale - inner.total_scale) - exact) * up
        };
        Ok(Movement {
            unit: unit.to_owned(),
            before: before.score_at(u0).total,
            after: self.score_at(u1).total,
            data: sum(|moved| moved.data),
            target: sum(|moved| moved.target),
            rule: sum(|moved| moved.rule),
            weight: sum(|moved| moved.weight),
            rounding: decimal(rounded(self, u1, up1) - rounded(before, u0, up0)),
            parts: (parts.into_iter())
                .map(|(part, label, moved)| MovementPart {
                    part,
                    label,
                    data: decimal(moved.data),
                    target: decimal(moved.target),
                    rule: decimal(moved.rule),
                    weight: decimal(moved.weight),
                })
                .collect(),
        })
    }
}

/// Whether both schemes have the same bonuses, penalties or vetoes.
fn same(of: PartOf, old: &Inner, new: &Inner) -> bool {
    let item = |item: &Item| (item.key.clone(), item.each, item.cap);
    let items = |items: &[Item]| items.iter().map(item).collect::<Vec<_>>();
    match of {
        PartOf::Indicator(_) => false,
        PartOf::Bonuses => items(&old.bonuses) == items(&new.bonuses) && old.bonus_cap == new.bonus_cap,
        PartOf::Penalties => items(&old.penalties) == items(&new.penalties) && old.penalty_cap == new.penalty_cap,
        PartOf::Vetoes => {
            let vetoes = |inner: &Inner| {
                let group = |at: Option<usize>| at.and_then(|at| inner.groups.get(at)).map(|group| group.key.clone());
                let veto = inner.vetoes.iter().map(|veto| (veto.key.clone(), veto.effect, group(veto.scope)));
                veto.collect::<Vec<_>>()
            };
            vetoes(old) == vetoes(new)
        }
    }
}

/// One indicator before and after.
struct Pair<'c> {
    before: &'c Scorecard,
    after: &'c Scorecard,
    was: usize,
    is: usize,
    u0: usize,
    u1: usize,
    scale: u8,
}

impl Pair<'_> {
    fn moved(&self, was: i128, is: i128) -> Moved {
        let (old, new) = (&self.before.scheme.inner, &self.after.scheme.inner);
        let pair = old.indicators.get(self.was).zip(new.indicators.get(self.is));
        let Some((one, other)) = pair else { return Moved::data(is - was) };
        match (self.before.is_missing(self.was, self.u0), self.after.is_missing(self.is, self.u1)) {
            (false, false) => {}
            (true, true) if one.rule.name() != other.rule.name() => return Moved::rule(is - was),
            (true, true) if one.rule != other.rule => return Moved { target: is - was, ..Moved::default() },
            (true, true) if one.missing != other.missing => return Moved::rule(is - was),
            (true, true) if one.points != other.points => return Moved { weight: is - was, ..Moved::default() },
            _ => return Moved::data(is - was),
        }
        let cells = score::cells(other, &self.after.data, self.u1);
        let points = self.before.own_points(self.was, self.u0);
        let score = |indicator: &Indicator, by: &Inner| {
            let share = indicator.rule.share(&cells, other.scale)?;
            let rounded = Decimal::from_ratio(&(&points * &share), by.line_scale, by.rounding).ok()?;
            Some(rounded.mantissa() * ten(self.scale - by.line_scale))
        };
        let readable = one.rule.name() == other.rule.name() && one.rule.width() == other.rule.width();
        let with_data = if readable { score(one, old) } else { None };
        let with_rule = score(other, old).unwrap_or(was);
        let mut out = match with_data {
            Some(data) => Moved { data: data - was, target: with_rule - data, rule: 0, weight: 0 },
            None => Moved::rule(with_rule - was),
        };
        // Another rounding of scores is another rule.
        let with_rounding = score(other, new).unwrap_or(with_rule);
        out.rule += with_rounding - with_rule;
        // With the same declared points the rest comes of missing values of siblings.
        let rest = is - with_rounding;
        if one.points == other.points {
            out.data += rest;
        } else {
            out.weight = rest;
        }
        out
    }
}

impl Movement {
    /// The movement as an explanation: from the total before to the total after.
    pub fn explain(&self) -> Explanation {
        let words = [
            ("数据变化", "other values", self.data),
            ("目标变化", "other targets", self.target),
            ("规则变化", "other rules", self.rule),
            ("权重变化", "other points", self.weight),
            ("总分取整", "rounding", self.rounding),
        ];
        let before = Explanation::new(Text::new("上期得分", "total before"), Quantity::Decimal(self.before));
        let parts = words.into_iter().filter(|(.., moved)| moved.mantissa() != 0);
        let parts = parts.map(|(zh, en, moved)| Explanation::new(Text::new(zh, en), Quantity::Decimal(moved)));
        let label = Text::new("本期得分", "total after");
        Explanation::new(label, Quantity::Decimal(self.after))
            .of(How::Sum, std::iter::once(before).chain(parts).collect())
    }
}

impl Scorecard {
    /// The exact total of a unit but for a veto that sets it to zero, at the scheme's `exact_scale`.
    fn unvetoed(&self, u: usize) -> i128 {
        let scheme = &self.scheme.inner;
        let up = ten(scheme.exact_scale - scheme.line_scale);
        let sum = |column: &[i128]| column.get(u).copied().unwrap_or_default();
        let base = i128::from(self.scores.base.get(u).copied().unwrap_or_default());
        let cuts = self.scores.cuts.get(&u).into_iter().flatten();
        let cut: i128 = cuts.map(|(_, range)| i128::from(score::taken(&self.scores.lines, range, u))).sum();
        (base - cut) * up + sum(&self.scores.bonus) - sum(&self.scores.penalty)
    }

    /// Whether a veto takes all points of a unit.
    fn is_zeroed(&self, u: usize) -> bool {
        let mut vetoes = self.scheme.inner.vetoes.iter().zip(&self.data.vetoes);
        vetoes.any(|(veto, held)| veto.effect == Effect::Zero && veto.scope.is_none() && held.get(u) == Some(&true))
    }

    /// Whether a veto takes the points of an indicator of a unit.
    fn is_taken(&self, i: usize, u: usize) -> bool {
        score::is_cut(&self.scores.cuts, i, u)
    }

    /// The points that an indicator has for a unit, after those of missing siblings were shared out.
    fn own_points(&self, i: usize, u: usize) -> Ratio {
        let scheme = &self.scheme.inner;
        let group = scheme.groups.iter().find(|group| group.members.contains(&i));
        let Some((group, indicator)) = group.zip(scheme.indicators.get(i)) else { return Ratio::ZERO };
        score::points(group, indicator, self.present(group, u))
    }
}
