//! The scorecard: what an evaluation found, for every unit, with the way to ask why.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::SchemeError;
use super::cells::{self, Data};
use super::explain;
use super::kernel::CHOICES;
use super::lint;
use super::rank::{self, Standing};
use super::rows::Cells;
use super::rule::Rule;
use super::scheme::{Group, Indicator, Missing, Scheme};
use super::score::{self, Scores, ten};
use super::working::plain;
use crate::kernel::progress::Steps;
use crate::kernel::{Decimal, Digest, Explanation, Key, Progress, Ratio, Result, Rounding, Text, Unwatched};
use crate::wire::evaluation::{GradeCount, GroupSummary, Line, LotDraw, Summary, UnitScore, Warning};
use crate::wire::{Column, Table};

impl Scheme {
    /// Scores every unit of a table, ranks them and gives awards.
    ///
    /// The table has a column `unit` of keys, for peer groups a column `group`, and one column for each indicator:
    /// numbers with at most the indicator's `scale` of decimals (whole numbers, decimals, texts, or floats, each read as
    /// its shortest decimal); for a rate one of texts such as `76/173` or two that end in `_numerator` and
    /// `_denominator`; for several kinds of events `<indicator>_<event>`; for ballots `<indicator>_<class>_excellent`,
    /// `_competent`, `_basic`, `_incompetent` and, if wanted, `_abstain`. Bonuses and penalties are counts and vetoes are
    /// yes or no under their own keys; where these are empty or left out, nothing is added or taken. See
    /// [`columns`](Self::columns).
    ///
    /// # Errors
    /// Every fault of the table with its row, such as `missing-column`, `unknown-column`, `too-many-digits`,
    /// `not-finite`, `duplicate-unit`, `unknown-unit`, `count-out-of-range`, `rate-above-one`, `value-missing`.
    pub fn evaluate(&self, table: &Table) -> Result<Scorecard> {
        self.evaluate_watched(table, &mut Unwatched)
    }

    /// The same, told how far it has come, and stopped where the answer is to stop.
    ///
    /// A step is the reading or the scoring of one indicator for all units; a stop leaves nothing behind.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate), `stopped`.
    pub fn evaluate_watched(&self, table: &Table, progress: &mut dyn Progress) -> Result<Scorecard> {
        self.evaluate_at(table, "table", progress)
    }

    /// The same for a document of rows.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate), with paths below `cells.rows`.
    pub fn evaluate_cells(&self, cells: &Cells) -> Result<Scorecard> {
        self.evaluate_cells_watched(cells, &mut Unwatched)
    }

    /// The same, watched as by [`evaluate_watched`](Self::evaluate_watched).
    ///
    /// # Errors
    /// As [`evaluate_cells`](Self::evaluate_cells), `stopped`.
    pub fn evaluate_cells_watched(&self, cells: &Cells, progress: &mut dyn Progress) -> Result<Scorecard> {
        self.evaluate_at(cells.table(), "cells.rows", progress)
    }

    pub(super) fn evaluate_at(&self, table: &Table, root: &str, progress: &mut dyn Progress) -> Result<Scorecard> {
        // The units, each indicator read and scored, and the ranks.
        let mut steps = Steps::new(progress, 2 * self.inner.indicators.len() + 2)?;
        let data = cells::read(&self.inner, table, root, &mut steps)?;
        let scores = score::scores(&self.inner, &data, None, &mut steps)?;
        let standing = rank::standing(&self.inner, &data, &scores, None)?;
        steps.step()?;
        Ok(Scorecard { scheme: self.clone(), data, scores, standing })
    }
}

/// What an evaluation found: scores, grades, ranks and awards of every unit. Made by [`Scheme::evaluate`].
///
/// Serialized, it is the list of its [`UnitScore`]s.
#[derive(Debug, Clone)]
pub struct Scorecard {
    pub(super) scheme: Scheme,
    pub(super) data: Data,
    pub(super) scores: Scores,
    pub(super) standing: Standing,
}

/// A rank; none where there is none, and for 0, which stands for a unit that is not ranked.
pub(super) fn rank_at(ranks: &[u32], u: usize) -> Option<u32> {
    ranks.get(u).copied().filter(|rank| *rank > 0)
}

pub(super) fn decimal(mantissa: i128, scale: u8) -> Decimal {
    // The scale of a scheme is at most 18, so this never fails.
    Decimal::new(mantissa, scale).unwrap_or(Decimal::ZERO)
}

impl Scorecard {
    /// The scheme that was applied.
    pub const fn scheme(&self) -> &Scheme {
        &self.scheme
    }

    /// The units in the order of the table, or of the scheme where it names them.
    pub fn units(&self) -> &[Key] {
        &self.data.units
    }

    /// The number of units.
    pub fn len(&self) -> usize {
        self.data.units.len()
    }

    /// Whether there are no units.
    pub fn is_empty(&self) -> bool {
        self.data.units.is_empty()
    }

    pub(super) fn has(&self, unit: &str) -> bool {
        self.find(unit).is_ok()
    }

    pub(super) fn find(&self, unit: &str) -> Result<usize> {
        let key = |u: &usize| self.data.units.get(*u).map_or("", Key::as_str);
        let found = self.data.order.binary_search_by(|u| key(u).cmp(unit));
        let found = found.ok().and_then(|at| self.data.order.get(at)).copied();
        found.ok_or_else(|| SchemeError::UnknownUnit { got: unit.chars().take(60).collect() }.into())
    }

    pub(super) fn label(&self, u: usize) -> Text {
        let listed = self.scheme.inner.units.get(u).map(|l| l.label.clone());
        listed.unwrap_or_else(|| Text::same(self.data.units.get(u).map_or("", Key::as_str)))
    }

    pub(super) fn peer(&self, u: usize) -> Option<&str> {
        self.data.peer.get(u).and_then(|p| self.data.peers.get(*p)).map(String::as_str)
    }

    pub(super) fn line(&self, indicator: usize, u: usize) -> i64 {
        self.scores.lines.get(indicator).and_then(|l| l.get(u)).copied().unwrap_or_default()
    }

    pub(super) fn is_missing(&self, indicator: usize, u: usize) -> bool {
        self.scores.missing.get(indicator).and_then(|m| m.get(u)) == Some(&true)
    }

    /// The weight of the indicators of a group that keep their points for a unit: all but missing ones that are reweighted.
    pub(super) fn present(&self, group: &Group, u: usize) -> i64 {
        let members = group.members.clone().zip(self.scheme.inner.members(group));
        let gone = members.filter(|(i, own)| own.missing == Missing::Reweight && self.is_missing(*i, u));
        group.weight - gone.map(|(_, own)| own.weight).sum::<i64>()
    }

    /// What bonuses or penalties sum to, with at least the decimals of a total.
    fn extra(&self, column: &[i128], u: usize) -> Decimal {
        let scheme = &self.scheme.inner;
        let exact = decimal(column.get(u).copied().unwrap_or_default(), scheme.exact_scale).shortest();
        exact.with_scale(exact.scale().max(scheme.total_scale)).unwrap_or(exact)
    }

    pub(super) fn score_at(&self, u: usize) -> UnitScore {
        let (scheme, scores) = (&self.scheme.inner, &self.scores);
        let held = scheme.vetoes.iter().zip(&self.data.vetoes).filter(|(_, column)| column.get(u) == Some(&true));
        let grade = scores.grade.get(u).copied().flatten().and_then(|g| scheme.grades.get(g));
        let missing = (0..scheme.indicators.len()).filter(|i| self.is_missing(*i, u)).count();
        UnitScore {
            unit: self.data.units.get(u).map_or_else(String::new, Key::to_string),
            group: self.peer(u).map(str::to_owned),
            base: decimal(scores.base.get(u).copied().unwrap_or_default().into(), scheme.line_scale),
            bonus: self.extra(&scores.bonus, u),
            penalty: self.extra(&scores.penalty, u),
            total: self.total_at(u),
            worst_case: scores.worst.get(u).copied().flatten().map(|m| decimal(m, scheme.total_scale)),
            grade: grade.map(|g| g.key.to_string()),
            rank: rank_at(&self.standing.rank, u),
            rank_after_tie_break: rank_at(&self.standing.after_tie_break, u),
            mean_rank: self.mean_rank(u),
            eligible: scores.eligible.get(u).copied().unwrap_or(false),
            award: self.standing.award.get(u) == Some(&true),
            vetoes: held.map(|(veto, _)| veto.key.to_string()).collect(),
            missing: u32::try_from(missing).unwrap_or(u32::MAX),
        }
    }

    pub(super) fn mean_rank(&self, u: usize) -> Option<Ratio> {
        let tied = self.standing.tied.get(u).copied()?;
        Some(rank::mean_rank(rank_at(&self.standing.after_tie_break, u)?, tied))
    }

    /// The lots that were drawn for the last places of an award, one a peer group at most.
    pub fn lots(&self) -> Vec<LotDraw> {
        let name = |u: &usize| self.data.units.get(*u).map_or_else(String::new, Key::to_string);
        let seed = self.scheme.inner.award.as_ref().map_or(0, |a| a.seed);
        let lots = self.standing.lots.iter().map(|lot| LotDraw {
            group: if self.standing.order.len() > 1 { self.data.peers.get(lot.group).cloned() } else { None },
            seed,
            places: count(lot.places),
            order: lot.order.iter().map(name).collect(),
        });
        lots.collect()
    }

    fn total_at(&self, u: usize) -> Decimal {
        decimal(self.scores.total.get(u).copied().unwrap_or_default(), self.scheme.inner.total_scale)
    }

    /// What the evaluation says of a unit.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn score(&self, unit: &str) -> Result<UnitScore> {
        Ok(self.score_at(self.find(unit)?))
    }

    /// The same of every unit, in the order of [`units`](Self::units).
    pub fn scores(&self) -> impl Iterator<Item = UnitScore> + '_ {
        (0..self.len()).map(|u| self.score_at(u))
    }

    /// The units of each peer group from the best to the worst, groups in the order of their names; empty where the
    /// scheme does not rank.
    pub fn ranking(&self) -> Vec<Vec<UnitScore>> {
        self.standing.order.iter().map(|members| members.iter().map(|u| self.score_at(*u)).collect()).collect()
    }

    /// The score of each indicator of a unit, in the order of the scheme.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn lines(&self, unit: &str) -> Result<Vec<Line>> {
        let u = self.find(unit)?;
        Ok(self.lines_at(u))
    }

    fn lines_at(&self, u: usize) -> Vec<Line> {
        let scheme = &self.scheme.inner;
        let mut lines = Vec::with_capacity(scheme.indicators.len());
        for group in &scheme.groups {
            let members = scheme.members(group);
            let present = self.present(group, u);
            for (i, indicator) in group.members.clone().zip(members) {
                let missing = self.is_missing(i, u);
                let own = score::points(group, indicator, present);
                lines.push(Line {
                    group: group.key.to_string(),
                    indicator: indicator.key.to_string(),
                    value: (!missing).then(|| self.value(indicator, u)),
                    rule: indicator.rule_name(),
                    missing: missing.then_some(indicator.missing),
                    points: if missing && indicator.missing == Missing::Reweight { "0".into() } else { plain(&own) },
                    score: decimal(self.line(i, u).into(), scheme.line_scale),
                });
            }
        }
        lines
    }

    /// The value of an indicator as it was read.
    fn value(&self, indicator: &Indicator, u: usize) -> String {
        let cells = score::cells(indicator, &self.data, u);
        let join = |cells: &[i64], by: &str| cells.iter().map(i64::to_string).collect::<Vec<_>>().join(by);
        match &indicator.rule {
            Rule::Rate { .. } => join(&cells, "/"),
            Rule::ThreeRates(_) => cells.chunks(2).map(|part| join(part, "/")).collect::<Vec<_>>().join(", "),
            Rule::Progress { .. } => {
                let values = cells.iter().map(|n| decimal((*n).into(), indicator.scale).to_string());
                values.collect::<Vec<_>>().join(", ")
            }
            Rule::Deduct { .. } => join(&cells, ", "),
            Rule::Ballots(_) => cells.chunks(CHOICES).map(|class| join(class, "/")).collect::<Vec<_>>().join(", "),
            _ => decimal(cells.first().copied().unwrap_or_default().into(), indicator.scale).to_string(),
        }
    }

    /// One row a unit: `unit`, `group`, `total`, `grade`, `rank`, `award`, then `rank_after_tie_break`, `base`, `bonus`,
    /// `penalty`, `eligible`, `missing`, `worst_case`, and `mean_rank` where ties have the mean of their places. Numbers are
    /// exact decimals.
    pub fn table(&self) -> Table {
        let (scheme, scores) = (&self.scheme.inner, &self.scores);
        let units = 0..self.len();
        let texts = |f: &dyn Fn(usize) -> Option<String>| Column::Text(units.clone().map(f).collect());
        let ints = |ranks: &[u32]| Column::Int(units.clone().map(|u| rank_at(ranks, u).map(i64::from)).collect());
        let yes = |flags: &[bool]| Column::Bool(units.clone().map(|u| flags.get(u).copied()).collect());
        let decimals =
            |column: &[i128], scale| Column::Decimal { cells: column.iter().copied().map(Some).collect(), scale };
        // Bonuses and penalties at the least scale that shows all of them.
        let extra = |column: &[i128]| {
            let scale = column.iter().map(|m| decimal(*m, scheme.exact_scale).shortest().scale()).max().unwrap_or(0);
            let scale = scale.max(scheme.total_scale);
            let down = ten(scheme.exact_scale - scale);
            decimals(&column.iter().map(|m| m / down).collect::<Vec<_>>(), scale)
        };
        let grade = |u: usize| {
            scores.grade.get(u).copied().flatten().and_then(|g| scheme.grades.get(g)).map(|g| g.key.to_string())
        };
        let missing = |u: usize| (0..scheme.indicators.len()).filter(|i| self.is_missing(*i, u)).count();
        let base: Vec<i128> = scores.base.iter().map(|b| (*b).into()).collect();
        let worst = Column::Decimal { cells: scores.worst.to_vec(), scale: scheme.total_scale };
        // The mean of whole places is a whole number or a half.
        let mean = |u: usize| self.mean_rank(u).and_then(|r| Decimal::from_ratio(&r, 1, Rounding::HalfUp).ok());
        let mut columns = vec![
            ("unit", texts(&|u| self.data.units.get(u).map(Key::to_string))),
            ("group", texts(&|u| self.peer(u).map(str::to_owned))),
            ("total", decimals(&scores.total, scheme.total_scale)),
            ("grade", texts(&grade)),
            ("rank", ints(&self.standing.rank)),
            ("award", yes(&self.standing.award)),
            ("rank_after_tie_break", ints(&self.standing.after_tie_break)),
            ("base", decimals(&base, scheme.line_scale)),
            ("bonus", extra(&scores.bonus)),
            ("penalty", extra(&scores.penalty)),
            ("eligible", yes(&scores.eligible)),
            ("missing", Column::Int(units.clone().map(|u| i64::try_from(missing(u)).ok()).collect())),
            ("worst_case", worst),
        ];
        if !self.standing.tied.is_empty() {
            let cells = units.clone().map(|u| mean(u).map(Decimal::mantissa)).collect();
            columns.push(("mean_rank", Column::Decimal { cells, scale: 1 }));
        }
        // Every column has one cell a unit.
        Table::new(columns.into_iter().map(|(name, c)| (name.to_owned(), c)).collect()).unwrap_or_default()
    }

    /// One row a unit: `unit`, then a column of scores for each indicator under its key.
    pub fn line_table(&self) -> Table {
        let scheme = &self.scheme.inner;
        let unit = Column::Text(self.data.units.iter().map(|k| Some(k.to_string())).collect());
        let mut columns = vec![("unit".to_owned(), unit)];
        for (indicator, line) in scheme.indicators.iter().zip(&self.scores.lines) {
            let cells = line.iter().map(|m| Some((*m).into())).collect();
            columns.push((indicator.key.to_string(), Column::Decimal { cells, scale: scheme.line_scale }));
        }
        Table::new(columns).unwrap_or_default()
    }

    /// Why a unit has its total: every point, its rule and its arithmetic; the parts add up to the total exactly.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn explain(&self, unit: &str) -> Result<Explanation> {
        Ok(explain::explain(self, self.find(unit)?))
    }

    /// What in the values one should look at: peer groups too small to be ranked or to have a place of an award, units without a
    /// row, rates over few cases.
    pub fn warnings(&self) -> Vec<Warning> {
        lint::of_data(&self.scheme.inner, &self.data)
    }

    /// The evaluation in figures.
    pub fn summary(&self) -> Summary {
        let inner = &self.scheme.inner;
        let all: Vec<usize> = (0..self.len()).collect();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); self.data.peers.len()];
        for (u, peer) in self.data.peer.iter().enumerate() {
            members.get_mut(*peer).into_iter().for_each(|group| group.push(u));
        }
        let groups = self.data.peers.iter().zip(&members);
        let groups = groups.map(|(name, members)| self.figures(Some(name.clone()), members));
        Summary {
            title: inner.title.clone(),
            subject: inner.subject,
            indicators: count(inner.indicators.len()),
            groups: groups.collect(),
            all: self.figures(None, &all),
        }
    }

    fn figures(&self, group: Option<String>, units: &[usize]) -> GroupSummary {
        let inner = &self.scheme.inner;
        let totals: Vec<i128> = units.iter().filter_map(|u| self.scores.total.get(*u).copied()).collect();
        let sum = decimal(totals.iter().sum(), inner.total_scale).to_ratio();
        let many = |what: &dyn Fn(usize) -> bool| count(units.iter().filter(|u| what(**u)).count());
        let grades = inner.grades.iter().enumerate().map(|(g, grade)| GradeCount {
            grade: grade.key.to_string(),
            units: many(&|u| self.scores.grade.get(u).copied().flatten() == Some(g)),
        });
        let missing = units.iter().map(|u| (0..inner.indicators.len()).filter(|i| self.is_missing(*i, *u)).count());
        GroupSummary {
            group,
            units: count(units.len()),
            mean: sum.checked_div(&Ratio::from(u64::from(count(units.len())))),
            least: totals.iter().min().map(|t| decimal(*t, inner.total_scale)),
            greatest: totals.iter().max().map(|t| decimal(*t, inner.total_scale)),
            grades: grades.collect(),
            awards: many(&|u| self.standing.award.get(u) == Some(&true)),
            vetoed: many(&|u| self.scores.eligible.get(u) == Some(&false)),
            missing: count(missing.sum()),
        }
    }

    /// The digest of every unit's values, scores, total, grade, rank and award, whatever the order of units and
    /// indicators was.
    ///
    /// # Errors
    /// None in practice: the results hold no floats.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&Record(self))
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

impl Serialize for Scorecard {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.scores())
    }
}

/// What the digest is of: an object by unit, in it an object by indicator; canonical JSON sorts both.
struct Record<'c>(&'c Scorecard);

#[derive(Serialize)]
struct UnitRecord<'c> {
    score: UnitScore,
    lines: LineRecords<'c>,
}

/// Value and score of each indicator.
struct LineRecords<'c>(&'c Scorecard, usize);

impl Serialize for LineRecords<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(card, u) = self;
        let scheme = &card.scheme.inner;
        serializer.collect_map(scheme.indicators.iter().enumerate().map(|(i, indicator)| {
            let value = (!card.is_missing(i, *u)).then(|| card.value(indicator, *u));
            (indicator.key.as_str(), (value, decimal(card.line(i, *u).into(), scheme.line_scale)))
        }))
    }
}

impl Serialize for Record<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (u, unit) in self.0.data.units.iter().enumerate() {
            let mut score = self.0.score_at(u);
            score.vetoes.sort();
            map.serialize_entry(unit.as_str(), &UnitRecord { score, lines: LineRecords(self.0, u) })?;
        }
        map.end()
    }
}
