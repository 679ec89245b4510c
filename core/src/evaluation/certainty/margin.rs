//! Whether an award rests on a thin margin.

use serde::Serialize;

use super::CertaintyError as Fault;
use crate::evaluation::Scorecard;
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
    /// Its total.
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
    /// The margin that was asked for.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub margin: Decimal,
    /// Whether the gap is less than the margin: the warning.
    pub is_thin: bool,
    /// The units whose total is less than the margin away from the other side of the line, the best first.
    pub near: Vec<NearUnit>,
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
    if margin.to_ratio().is_negative() {
        let (what, expected) = ("the margin".into(), "zero or more".into());
        return Err(Error::at("margin", Fault::OutOfRange { what, got: margin.to_string(), expected }));
    }
    let mut sorted: Vec<&Contender> = units.iter().filter(|unit| unit.eligible || unit.award).collect();
    sorted.sort_by(|a, b| (&a.group, b.total, &a.unit).cmp(&(&b.group, a.total, &b.unit)));
    let near = |unit: &&Contender| NearUnit { unit: unit.unit.clone(), total: unit.total, award: unit.award };
    let groups = sorted.chunk_by(|a, b| a.group == b.group).map(|members| {
        let last_in = members.iter().rev().find(|unit| unit.award).map(near);
        let first_out = members.iter().find(|unit| !unit.award).map(near);
        let pair = last_in.as_ref().zip(first_out.as_ref());
        let gap = pair.map(|(last, first)| last.total.to_ratio() - first.total.to_ratio());
        let is_thin = gap.as_ref().is_some_and(|gap| *gap < margin.to_ratio());
        let is_near = |unit: &&&Contender| {
            pair.is_some_and(|(last, first)| {
                let (own, other) = (unit.total.to_ratio(), if unit.award { first } else { last }.total.to_ratio());
                let away = if unit.award { own - other } else { other - own };
                away < margin.to_ratio()
            })
        };
        AwardMargin {
            group: members.first().and_then(|unit| unit.group.clone()),
            near: members.iter().filter(is_near).map(near).collect(),
            last_in,
            first_out,
            gap,
            margin,
            is_thin,
        }
    });
    Ok(groups.collect())
}

impl Scorecard {
    /// Whether the awards of each peer group rest on less than a margin, groups in the order of their names.
    ///
    /// # Errors
    /// `certainty-out-of-range` for a margin below zero.
    pub fn award_margins(&self, margin: Decimal) -> Result<Vec<AwardMargin>> {
        let contenders: Vec<Contender> = self.scores().map(|score| Contender::from(&score)).collect();
        award_margins(&contenders, margin)
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
