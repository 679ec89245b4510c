//! A scorecard as a question of weights: what each unit has of every group of indicators, or of every indicator, exactly.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, ToPrimitive as _};

use super::exact::{ExactTable, MOST_VALUE};
use super::{CertaintyError as Fault, UnitSample, UnitStudy, WeightDraws};
use crate::evaluation::card::decimal;
use crate::evaluation::methods::{Criterion, Direction, Matrix};
use crate::evaluation::scheme::{Effect, Peers};
use crate::evaluation::score::{is_cut, ten};
use crate::evaluation::{SchemeError, Scorecard};
use crate::kernel::{Error, Faults, Key, Progress, Ratio, Result};
use crate::wire::certainty::IntervalOptions;
use crate::wire::evaluation::ChartParts;

/// A group of the first level, or an indicator: what a weight belongs to.
struct Part<'c> {
    key: &'c Key,
    points: &'c Ratio,
    indicators: std::ops::Range<usize>,
}

impl Scorecard {
    fn weighed_parts(&self, parts: ChartParts) -> Vec<Part<'_>> {
        let inner = &self.scheme.inner;
        match parts {
            ChartParts::Indicators => {
                let each = inner.indicators.iter().enumerate();
                each.map(|(i, one)| Part { key: &one.key, points: &one.points, indicators: i..i + 1 }).collect()
            }
            ChartParts::Groups => {
                let first = inner.groups.iter().filter(|group| group.parent.is_none());
                first.map(|one| Part { key: &one.key, points: &one.points, indicators: one.span.clone() }).collect()
            }
        }
    }

    /// The points of each group of the first level, or of each indicator: the weights that the scheme itself gives the criteria of
    /// [`exact_table`](Self::exact_table), in their order.
    pub fn part_points(&self, parts: ChartParts) -> Vec<Ratio> {
        self.weighed_parts(parts).into_iter().map(|part| part.points.clone()).collect()
    }

    /// The units that are ranked together.
    fn peers_of(&self, group: Option<&str>) -> Result<Vec<usize>> {
        let together = self.scheme.inner.ranking.as_ref().is_none_or(|ranking| ranking.peers == Peers::All);
        let have = || self.data.peers.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let all = 0..self.len();
        match group {
            Some(name) => {
                let members: Vec<usize> = all.filter(|u| self.peer(*u) == Some(name)).collect();
                if members.is_empty() {
                    let cause = SchemeError::UnknownGroup { got: name.chars().take(60).collect(), have: have() };
                    return Err(Error::at("group", cause));
                }
                Ok(members)
            }
            None if together || self.data.peers.len() <= 1 => Ok(all.collect()),
            None => Err(Error::at("group", Fault::PeerGroupMissing { have: have() })),
        }
    }

    /// What a unit has of each part, as points of the whole scheme, were the part all there is.
    fn parts_at(&self, parts: &[Part<'_>], u: usize) -> Vec<Ratio> {
        let (inner, scores) = (&self.scheme.inner, &self.scores);
        let at = |column: &[i128]| column.get(u).copied().unwrap_or_default();
        let extra = decimal(at(&scores.bonus) - at(&scores.penalty), inner.exact_scale).to_ratio();
        let whole: Ratio = parts.iter().map(|part| part.points.clone()).sum();
        let of = |part: &Part<'_>| {
            let counts = part.indicators.clone().filter(|i| !is_cut(&scores.cuts, *i, u));
            let scored: i128 = counts.map(|i| i128::from(self.line(i, u))).sum();
            let share = Ratio::from_wide(scored, ten(inner.line_scale)).checked_div(part.points);
            share.unwrap_or(Ratio::ZERO) * whole.clone() + extra.clone()
        };
        let cells: Vec<Ratio> = parts.iter().map(of).collect();
        let mut held = inner.vetoes.iter().zip(&self.data.vetoes).filter(|(_, column)| column.get(u) == Some(&true));
        if !held.any(|(veto, _)| veto.scope.is_none() && veto.effect == Effect::Zero) {
            return cells;
        }
        // Nothing, or what the total is below zero already: the same whatever the weights.
        let weighed: Ratio = parts.iter().zip(&cells).map(|(part, cell)| part.points.clone() * cell.clone()).sum();
        let left = weighed.checked_div(&whole).filter(Ratio::is_negative).unwrap_or(Ratio::ZERO);
        vec![left; cells.len()]
    }

    /// The units of a peer group, and what each has of each part.
    fn weighed_units(&self, parts: &[Part<'_>], group: Option<&str>) -> Result<(Vec<Key>, Vec<Vec<Ratio>>)> {
        let members = self.peers_of(group)?;
        if members.is_empty() || parts.is_empty() {
            return Err(Fault::EmptyTable.into());
        }
        let units = members.iter().filter_map(|u| self.units().get(*u).cloned()).collect();
        Ok((units, members.iter().map(|u| self.parts_at(parts, *u)).collect()))
    }

    /// The scorecard as an exact table, to ask how ranks depend on the weights of the scheme: a row for each unit of a peer group, and a
    /// criterion for each group of the first level, or for each indicator.
    ///
    /// Under the [points](Self::part_points) of the scheme as weights the score of a unit is its total before rounding. A value is
    /// what the unit would have if all points of the scheme were those of the one part; bonuses and penalties count in full and vetoes
    /// take what they take, whatever the weights. Points of a missing value that went to its siblings stay with them.
    ///
    /// The peer group is named where the scheme ranks within groups and there are several.
    ///
    /// # Errors
    /// `certainty-peer-group-missing`, `unknown-group`; `certainty-too-many-digits` where the values have no common denominator small
    /// enough for exact bounds, with the place; `certainty-empty-table`.
    ///
    /// ```
    /// use shequ::evaluation::Scheme;
    /// use shequ::evaluation::certainty::{RankSearch, WeightBox};
    /// use shequ::kernel::Document;
    /// use shequ::wire::{Table, evaluation::ChartParts};
    /// let scheme = Scheme::parse(r#"
    ///     format = "shequ.scheme/1"
    ///     title = "example"
    ///     subject = "unit"
    ///     groups = [
    ///         { key = "care", indicators = [{ key = "visits", points = 60, rule = "linear", target = 10 }] },
    ///         { key = "order", indicators = [{ key = "rounds", points = 40, rule = "linear", target = 10 }] },
    ///     ]
    /// "#)?;
    /// let card = scheme.evaluate(&Table::from_csv("unit,visits,rounds\na,10,5\nb,7,9\n")?)?;
    /// let points = card.part_points(ChartParts::Groups);
    /// let table = card.exact_table(ChartParts::Groups, None)?;
    /// // By hand: 60 + 20 and 42 + 36. With a quarter more or less of each weight the second may be ahead.
    /// let totals = table.scores(&points, Default::default())?;
    /// assert_eq!(totals.iter().map(|s| s.score.to_string()).collect::<Vec<_>>(), ["80", "78"]);
    /// let near = WeightBox::around(&points, &"1/4".parse()?)?;
    /// assert_eq!(table.rank_bounds("b", &near, &RankSearch::default())?.best.rank, 1);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn exact_table(&self, parts: ChartParts, group: Option<&str>) -> Result<ExactTable> {
        let parts = self.weighed_parts(parts);
        let (units, values) = self.weighed_units(&parts, group)?;
        let common = values.iter().flatten().fold(BigInt::one(), |common, value| common.lcm(&value.denominator()));
        let unit = Ratio::from_big(1.into(), common.clone());
        let mut faults = Faults::new();
        let mut rows = Vec::with_capacity(values.len());
        for (row, values) in values.iter().enumerate() {
            let mut cells = Vec::with_capacity(values.len());
            for (part, value) in parts.iter().zip(values) {
                let whole = value.numerator() * (&common / value.denominator());
                let fits = whole.to_i64().filter(|whole| whole.unsigned_abs() <= MOST_VALUE.unsigned_abs());
                if fits.is_none() {
                    let (what, most) = ("the value over the common denominator".into(), MOST_VALUE.to_string());
                    let cause = Fault::TooManyDigits { what, got: whole.to_string(), most };
                    faults.push(format!("[{row}].{}", part.key), cause);
                }
                cells.push(fits.unwrap_or(0));
            }
            rows.push(cells);
        }
        faults.into_result()?;
        ExactTable::of_whole(units, parts.iter().map(|part| part.key.clone()).collect(), unit, rows)
    }

    /// How far the ranks of a peer group depend on the weights of the scheme: their intervals over draws of the weights, each within a
    /// share of itself; see [`exact_table`](Self::exact_table). Values become floats.
    ///
    /// # Errors
    /// `certainty-peer-group-missing`, `unknown-group`; as [`WeightDraws::around`] and [`UnitStudy::run_watched`].
    ///
    /// ```
    /// use shequ::evaluation::Scheme;
    /// use shequ::kernel::{Document, Unwatched};
    /// use shequ::wire::{Table, certainty::IntervalOptions};
    /// let scheme = Scheme::parse(r#"
    ///     format = "shequ.scheme/1"
    ///     title = "example"
    ///     subject = "unit"
    ///     groups = [
    ///         { key = "care", indicators = [{ key = "visits", points = 60, rule = "linear", target = 10 }] },
    ///         { key = "order", indicators = [{ key = "rounds", points = 40, rule = "linear", target = 10 }] },
    ///     ]
    /// "#)?;
    /// let card = scheme.evaluate(&Table::from_csv("unit,visits,rounds\na,10,5\nb,7,9\nc,1,1\n")?)?;
    /// let sample = card.rank_intervals(&IntervalOptions { draws: 1000, seed: 7, ..Default::default() }, &mut Unwatched)?;
    /// assert_eq!(sample.counts("c")?, [0, 0, 1000]);
    /// assert!(sample.at_or_above("b", 1)?.numerator() > 100);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn rank_intervals(&self, options: &IntervalOptions, progress: &mut dyn Progress) -> Result<UnitSample> {
        let parts = self.weighed_parts(options.parts);
        let (units, values) = self.weighed_units(&parts, options.group.as_deref())?;
        let column = |(j, part): (usize, &Part<'_>)| {
            let cells: Vec<f64> = values.iter().filter_map(|cells| cells.get(j)).map(float).collect();
            Criterion::new(part.key.clone(), Direction::Higher, cells)
        };
        let matrix = Matrix::new(parts.iter().enumerate().map(column).collect())?;
        let points: Vec<f64> = parts.iter().map(|part| float(part.points)).collect();
        let study = UnitStudy::new(units, matrix, WeightDraws::around(&points, options.spread)?)?;
        study.seed(options.seed).run_watched(options.draws, progress)
    }
}

fn float(ratio: &Ratio) -> f64 {
    let (over, under) = floats(ratio);
    over / under
}

/// Numerator and denominator as floats.
pub(super) fn floats(ratio: &Ratio) -> (f64, f64) {
    let part = |part: BigInt| part.to_f64().unwrap_or(f64::MAX);
    (part(ratio.numerator()), part(ratio.denominator()))
}

impl ExactTable {
    /// The same units and values as a study of uncertainty, additive unless it is given other methods; values become floats.
    ///
    /// # Errors
    /// `certainty-count-mismatch` unless there is one weight for each criterion.
    pub fn study(&self, weights: WeightDraws) -> Result<UnitStudy> {
        UnitStudy::new(self.units().to_vec(), self.matrix()?, weights)
    }
}
