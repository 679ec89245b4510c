//! Whether an award rests on a thin margin.

use serde::Serialize;

use super::CertaintyError as Fault;
use crate::evaluation::Scorecard;
use crate::evaluation::card::decimal;
use crate::evaluation::rank::places;
use crate::evaluation::scheme::{Basis, Peers};
use crate::kernel::{Decimal, Error, Explanation, How, Quantity, Ratio, Result, Text};
use crate::wire::evaluation::UnitScore;

/// A unit as the award line sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contender {
    /// The unit.
    pub unit: String,
    /// Its peer group; none where there are none.
    pub group: Option<String>,
    /// Its total.
    pub total: Decimal,
    /// Whether no veto bars it.
    pub eligible: bool,
    /// Whether it is awarded.
    pub award: bool,
}

impl From<&UnitScore> for Contender {
    fn from(score: &UnitScore) -> Self {
        Self {
            unit: score.unit.clone(),
            group: score.group.clone(),
            total: score.total,
            eligible: score.eligible,
            award: score.award,
        }
    }
}

/// A unit near the award line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct NearUnit {
    /// The unit.
    pub unit: String,
    /// Its total, before rounding where the scheme ranks so.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub total: Decimal,
    /// Whether it is awarded.
    pub award: bool,
}

/// The award line of a peer group: the least total with an award and the greatest without.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct AwardMargin {
    /// The peer group; none where there are none.
    pub group: Option<String>,
    /// The last unit in, by total and then by key; none without awards.
    pub last_in: Option<NearUnit>,
    /// The first eligible unit out; none where every eligible unit is awarded.
    pub first_out: Option<NearUnit>,
    /// How far they are apart; below zero where a tie-break or a lot reversed them, none where one of them is none.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub gap: Option<Ratio>,
    /// The least total that an award needs; none where any total will do.
    #[cfg_attr(feature = "typescript", ts(type = "string | null"))]
    pub least: Option<Decimal>,
    /// The margin that was asked for.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub margin: Decimal,
    /// Whether an award that is given, or one that is not, rests on less than the margin: the warning.
    pub is_thin: bool,
    /// The units that less than the margin would take across the line, the best first: past the unit on its other side, past the least
    /// total of an award, or, where a place stays free because the last are level, out of their tie.
    pub near: Vec<NearUnit>,
}

/// What a scheme says of the awards of a peer group.
#[derive(Debug, Clone, Copy, Default)]
struct Terms {
    least: Option<Decimal>,
    /// How many there are at most, but for ties; none where nothing is known of them.
    places: Option<usize>,
}

/// The award line of one peer group, whose members are sorted from the best to the worst.
fn line(members: &[&Contender], margin: Decimal, terms: Terms) -> AwardMargin {
    let near = |unit: &&Contender| NearUnit { unit: unit.unit.clone(), total: unit.total, award: unit.award };
    let last_in = members.iter().rev().find(|unit| unit.award).map(near);
    let first_out = members.iter().find(|unit| !unit.award).map(near);
    let total = |unit: &Option<NearUnit>| unit.as_ref().map(|unit| unit.total.to_ratio());
    let (last, first, least) = (total(&last_in), total(&first_out), terms.least.map(Decimal::to_ratio));
    let awards = members.iter().filter(|unit| unit.award).count();
    let free = terms.places.is_some_and(|places| awards < places);
    let bar = first.iter().chain(&least).max();
    let is_near = |unit: &&&Contender| {
        let own = unit.total.to_ratio();
        // What an awarded unit may not fall to, and what another one has to reach: with a place left only the least total, or a tie
        // that nobody won, stands in its way.
        let away = match unit.award {
            true => bar.map(|bar| own - bar.clone()),
            false if free => bar.map(|bar| bar - &own),
            false => last.as_ref().map(|last| last - &own),
        };
        away.is_some_and(|away| away < margin.to_ratio())
    };
    let near: Vec<NearUnit> = members.iter().filter(is_near).map(near).collect();
    AwardMargin {
        group: members.first().and_then(|unit| unit.group.clone()),
        gap: last.zip(first).map(|(last, first)| last - first),
        last_in,
        first_out,
        least: terms.least,
        margin,
        is_thin: !near.is_empty(),
        near,
    }
}

/// Those who may be awarded or are, by peer group from the best to the worst.
fn sorted(units: &[Contender]) -> Vec<&Contender> {
    let mut sorted: Vec<&Contender> = units.iter().filter(|unit| unit.eligible || unit.award).collect();
    sorted.sort_by(|a, b| (&a.group, b.total, &a.unit).cmp(&(&b.group, a.total, &b.unit)));
    sorted
}

/// A margin that is no less than zero.
fn check(margin: Decimal) -> Result<()> {
    if margin.to_ratio().is_negative() {
        let (what, expected) = ("the margin".into(), "zero or more".into());
        return Err(Error::at("margin", Fault::OutOfRange { what, got: margin.to_string(), expected }));
    }
    Ok(())
}

/// Whether the awards of each peer group rest on less than a margin, groups in the order of their names.
///
/// # Errors
/// `certainty-out-of-range` for a margin below zero.
///
/// ```
/// use shequ::evaluation::certainty::{Contender, award_margins};
/// let unit = |unit: &str, total: &str, award| Contender {
///     unit: unit.into(), group: None, total: total.parse().unwrap(), eligible: true, award,
/// };
/// let margins = award_margins(&[unit("a", "91.20", true), unit("b", "91.15", false)], "0.1".parse()?)?;
/// assert!(margins[0].is_thin);
/// assert_eq!(margins[0].gap.as_ref().unwrap().to_string(), "1/20");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
pub fn award_margins(units: &[Contender], margin: Decimal) -> Result<Vec<AwardMargin>> {
    check(margin)?;
    let sorted = sorted(units);
    let groups = sorted.chunk_by(|a, b| a.group == b.group);
    Ok(groups.map(|members| line(members, margin, Terms::default())).collect())
}

impl Scorecard {
    /// Whether the awards of each peer group rest on less than a margin, groups in the order of their names; one for all where the
    /// scheme ranks all together.
    ///
    /// Totals are compared as the scheme ranks them, before or after rounding. The least total of an award counts as a line too.
    ///
    /// # Errors
    /// `certainty-out-of-range` for a margin below zero.
    pub fn award_margins(&self, margin: Decimal) -> Result<Vec<AwardMargin>> {
        check(margin)?;
        let inner = &self.scheme.inner;
        let Some(ranking) = &inner.ranking else {
            let contenders: Vec<Contender> = self.scores().map(|score| Contender::from(&score)).collect();
            return award_margins(&contenders, margin);
        };
        let contender = |u: &usize| {
            let mut found = Contender::from(&self.score_at(*u));
            if ranking.peers == Peers::All {
                found.group = None;
            }
            if ranking.basis == Basis::Exact {
                let exact = self.scores.exact.get(*u).copied().unwrap_or_default();
                found.total = decimal(exact, inner.exact_scale).shortest();
            }
            found
        };
        let mut margins = Vec::with_capacity(self.standing.order.len());
        for members in &self.standing.order {
            let terms = match &inner.award {
                // Too small a group has no awards.
                Some(award) if members.len() >= inner.least_peers => {
                    Terms { least: award.least, places: Some(places(award, members.len())?) }
                }
                _ => Terms::default(),
            };
            let contenders: Vec<Contender> = members.iter().map(contender).collect();
            let contenders = sorted(&contenders);
            if !contenders.is_empty() {
                margins.push(line(&contenders, margin, terms));
            }
        }
        margins.sort_by(|a, b| a.group.cmp(&b.group));
        Ok(margins)
    }
}

impl AwardMargin {
    /// Why: the two units at the line and their totals.
    pub fn explain(&self) -> Explanation {
        let words = if self.is_thin {
            Text::new("评优差距小于规定幅度", "the award rests on less than the margin")
        } else {
            Text::new("评优差距足够", "the award does not rest on less than the margin")
        };
        let label = Text::new(
            format!("评优线 {}", self.group.as_deref().unwrap_or("")).trim_end().to_owned(),
            format!("award line {}", self.group.as_deref().unwrap_or("")).trim_end().to_owned(),
        );
        let mut node = Explanation::new(label, Quantity::Words(words))
            .with(Text::new("规定幅度", "margin"), Quantity::Decimal(self.margin));
        if let Some(least) = self.least {
            node = node.with(Text::new("评优最低分", "least total for an award"), Quantity::Decimal(least));
        }
        if let (Some(last), Some(first), Some(gap)) = (&self.last_in, &self.first_out, &self.gap) {
            node = node
                .with(Text::new("差距", "gap"), Quantity::Ratio(gap.clone()))
                .noted(Text::same(format!("{} {} - {} {} = {gap}", last.unit, last.total, first.unit, first.total)));
        }
        let parts = self.near.iter().map(|unit| {
            let label = if unit.award { Text::new("评优", "awarded") } else { Text::new("未评优", "not awarded") };
            Explanation::new(Text::same(unit.unit.clone()), Quantity::Decimal(unit.total)).noted(label)
        });
        node.of(How::List, parts.collect())
    }
}
