//! From a draft to a scheme: every fault of meaning, each with its path.

use std::collections::BTreeMap;

use super::SchemeError;
use super::kernel::Kernel;
use super::scheme::{Award, Effect, Grade, Group, Indicator, Inner, Item, Listed, Missing, Ranking, Veto, Weights};
use crate::kernel::{Decimal, Faults, Key, Ratio, Result, Text};
use crate::wire::evaluation::{CellKind, GroupDraft, ItemDraft, SchemeColumn, SchemeDraft, VetoDraft};

/// The greatest number of a scheme, and the most decimals of one; the bounds of the hot path rest on them.
const MOST: i128 = 1_000_000_000;
const MOST_DECIMALS: u8 = 9;
/// The same for what is multiplied with weights: points, each, cap.
const MOST_POINTS: i128 = 1_000_000;
const MOST_POINT_DECIMALS: u8 = 6;
/// A score's mantissa stays below this.
const MOST_MANTISSA: i64 = 4_000_000_000_000_000_000;

#[derive(Clone, Copy)]
pub(super) enum Range {
    /// Any number.
    Any,
    /// Above zero.
    Positive,
    /// Points above zero.
    Points,
    /// Points, or none.
    PointsOrNone,
    /// From 0 to 1.
    Share,
}

pub(super) struct Checker {
    pub faults: Faults,
    /// Who reads a column, by its name.
    readers: BTreeMap<String, String>,
    pub columns: Vec<SchemeColumn>,
    missing: Missing,
}

pub(super) fn check(draft: SchemeDraft) -> Result<Inner> {
    let mut c =
        Checker { faults: Faults::new(), readers: BTreeMap::new(), columns: Vec::new(), missing: draft.missing };
    c.column("", "unit", "the scheme", CellKind::Text, 0, true);
    c.column("", "group", "the scheme", CellKind::Text, 0, false);
    if !draft.units.is_empty() {
        c.columns.pop();
    }
    for (path, scale) in [("line_scale", draft.line_scale), ("total_scale", draft.total_scale)] {
        c.scale(path, scale);
    }
    let total = draft.total.filter(|d| c.within("total", *d, Range::Points));
    let (groups, indicators) = c.groups(&draft, total);
    let bonuses = c.items("bonuses", &draft.bonuses);
    let penalties = c.items("penalties", &draft.penalties);
    let bonus_cap = draft.bonus_cap.filter(|d| c.within("bonus_cap", *d, Range::PointsOrNone));
    let penalty_cap = draft.penalty_cap.filter(|d| c.within("penalty_cap", *d, Range::PointsOrNone));
    let grades = c.grades(&draft);
    let vetoes = c.vetoes(&draft.vetoes, &grades);
    let ranking = c.ranking(&draft, &indicators);
    let award = c.award(&draft);
    let units = c.units(&draft);
    c.size(&draft, &groups, &indicators);
    let items = bonuses.iter().chain(&penalties);
    let scales = items.flat_map(|i| [i.each.scale() + i.scale, i.cap.map_or(0, Decimal::scale)]);
    let caps = [bonus_cap, penalty_cap].map(|cap| cap.map_or(0, Decimal::scale));
    let exact_scale = scales.chain(caps).chain([draft.line_scale, draft.total_scale]).max().unwrap_or_default();
    c.faults.into_result()?;
    Ok(Inner {
        title: draft.title,
        subject: draft.subject,
        rounding: draft.rounding,
        line_scale: draft.line_scale,
        total_scale: draft.total_scale,
        exact_scale,
        groups,
        indicators,
        bonuses,
        bonus_cap,
        penalties,
        penalty_cap,
        vetoes,
        grades,
        ranking,
        award,
        units,
        columns: c.columns,
    })
}

/// The names of keys, for a help.
fn list<'k>(keys: impl Iterator<Item = &'k Key>) -> String {
    let names: Vec<String> = keys.take(60).map(|k| format!("`{k}`")).collect();
    if names.is_empty() { "none".into() } else { names.join(", ") }
}

pub(super) fn named(label: Option<&Text>, key: &Key) -> Text {
    label.filter(|l| !l.is_empty()).cloned().unwrap_or_else(|| Text::same(key.as_str()))
}

impl Checker {
    pub fn within(&mut self, path: &str, number: Decimal, range: Range) -> bool {
        let (most, decimals) = match range {
            Range::Points | Range::PointsOrNone => (MOST_POINTS, MOST_POINT_DECIMALS),
            _ => (MOST, MOST_DECIMALS),
        };
        let ratio = number.to_ratio();
        let fits = number.scale() <= decimals && ratio <= most.into() && ratio >= (-most).into();
        let holds = match range {
            Range::Any => true,
            Range::Positive | Range::Points => number.mantissa() > 0,
            Range::PointsOrNone => number.mantissa() >= 0,
            Range::Share => number.mantissa() >= 0 && ratio <= Ratio::ONE,
        };
        if !(fits && holds) {
            let what = match range {
                Range::Any => format!("from -{most} to {most}"),
                Range::Positive | Range::Points => format!("above 0 and at most {most}"),
                Range::PointsOrNone => format!("from 0 to {most}"),
                Range::Share => "from 0 to 1".into(),
            };
            let expected = format!("{what} with at most {decimals} decimals");
            self.faults.push(path, SchemeError::ParameterOutOfRange { got: number.to_string(), expected });
        }
        fits && holds
    }

    fn scale(&mut self, path: &str, scale: u8) {
        if scale > MOST_DECIMALS {
            let expected = format!("a number of decimals from 0 to {MOST_DECIMALS}");
            self.faults.push(path, SchemeError::ParameterOutOfRange { got: scale.to_string(), expected });
        }
    }

    pub fn column(&mut self, path: &str, name: &str, reader: &str, kind: CellKind, scale: u8, required: bool) {
        if let Some(first) = self.readers.get(name) {
            self.faults.push(path, SchemeError::ColumnClash { column: name.into(), first: first.clone() });
            return;
        }
        self.readers.insert(name.to_owned(), reader.to_owned());
        self.columns.push(SchemeColumn { name: name.to_owned(), kind, scale, required });
    }

    fn groups(&mut self, draft: &SchemeDraft, total: Option<Decimal>) -> (Vec<Group>, Vec<Indicator>) {
        let (mut groups, mut indicators) = (Vec::new(), Vec::new());
        let mut keys = BTreeMap::new();
        let relative = draft.weights == Weights::Relative;
        let scale = draft.groups.iter().flat_map(|g| &g.indicators).map(|i| i.points.scale()).max().unwrap_or(0);
        let shared: Ratio = draft.groups.iter().filter_map(|g| g.points).map(Decimal::to_ratio).sum();
        if draft.groups.iter().all(|g| g.indicators.is_empty()) {
            self.faults.push("groups", SchemeError::NoIndicators);
        }
        if relative && total.is_none() && draft.total.is_none() {
            let needed_by = "a scheme of relative weights".into();
            self.faults.push("total", SchemeError::ParameterMissing { parameter: "total".into(), needed_by });
        }
        for (i, group) in draft.groups.iter().enumerate() {
            let at = format!("groups[{i}]");
            if let Some(first) = keys.insert(group.key.clone(), i) {
                let cause = SchemeError::DuplicateKey { key: group.key.to_string(), first: format!("groups[{first}]") };
                self.faults.push(format!("{at}.key"), cause);
            }
            let declared = group.points.filter(|d| self.within(&format!("{at}.points"), *d, Range::Points));
            let sum: Ratio = group.indicators.iter().map(|d| d.points.to_ratio()).sum();
            let points = match (relative, declared) {
                (true, Some(own)) => {
                    let share = own.to_ratio().checked_div(&shared).unwrap_or(Ratio::ZERO);
                    share * total.map_or(Ratio::ZERO, Decimal::to_ratio)
                }
                (true, None) => {
                    if group.points.is_none() {
                        let needed_by = "a group of relative weights".into();
                        let cause = SchemeError::ParameterMissing { parameter: "points".into(), needed_by };
                        self.faults.push(format!("{at}.points"), cause);
                    }
                    Ratio::ZERO
                }
                (false, declared) => {
                    if let Some(own) = declared {
                        self.sums(&format!("{at}.indicators"), "weights", &sum, &own.to_ratio());
                    }
                    sum.clone()
                }
            };
            let start = indicators.len();
            self.indicators(&at, group, &points, &sum, scale, &mut indicators);
            let members = start..indicators.len();
            let weight = indicators.get(members.clone()).unwrap_or_default().iter().map(|i: &Indicator| i.weight).sum();
            let label = named(group.label.as_ref(), &group.key);
            groups.push(Group { key: group.key.clone(), label, points, weight, members });
        }
        if let (false, Some(total)) = (relative, total) {
            let sum: Ratio = groups.iter().map(|g| g.points.clone()).sum();
            self.sums("groups", "the points of the groups", &sum, &total.to_ratio());
        }
        (groups, indicators)
    }

    fn sums(&mut self, path: &str, what: &str, sum: &Ratio, expected: &Ratio) {
        if sum == expected {
            return;
        }
        let plain = |r: &Ratio| {
            Decimal::from_ratio(r, MOST_DECIMALS, crate::kernel::Rounding::HalfUp)
                .map_or_else(|_| r.to_string(), |d| d.shortest().to_string())
        };
        let remedy = if expected > sum {
            format!("add {} points", plain(&(expected - sum)))
        } else {
            format!("take away {} points", plain(&(sum - expected)))
        };
        let cause =
            SchemeError::WeightsDoNotSum { what: what.into(), sum: plain(sum), expected: plain(expected), remedy };
        self.faults.push(path, cause);
    }

    fn indicators(
        &mut self,
        at: &str,
        group: &GroupDraft,
        points: &Ratio,
        sum: &Ratio,
        scale: u8,
        out: &mut Vec<Indicator>,
    ) {
        for (i, draft) in group.indicators.iter().enumerate() {
            let at = format!("{at}.indicators[{i}]");
            let fits = self.within(&format!("{at}.points"), draft.points, Range::Points);
            self.scale(&format!("{at}.scale"), draft.scale);
            let rule = self.rule(&at, draft);
            self.rule_columns(&at, draft, rule.as_ref());
            let (true, Some(rule)) = (fits && draft.scale <= MOST_DECIMALS, rule) else { continue };
            let share = draft.points.to_ratio().checked_div(sum).unwrap_or(Ratio::ZERO);
            let weight = draft.points.with_scale(scale).ok().and_then(|w| i64::try_from(w.mantissa()).ok());
            let start = out.last().map_or(0, |last| last.columns.end);
            out.push(Indicator {
                key: draft.key.clone(),
                label: named(draft.label.as_ref(), &draft.key),
                article: draft.article.clone(),
                weight: weight.unwrap_or_default(),
                points: points * &share,
                missing: draft.missing.unwrap_or(self.missing),
                scale: draft.scale,
                kernel: Kernel::new(&rule, draft.scale),
                columns: start..start + rule.width(),
                rule,
            });
        }
    }

    fn items(&mut self, field: &str, drafts: &[ItemDraft]) -> Vec<Item> {
        let mut items = Vec::new();
        for (i, draft) in drafts.iter().enumerate() {
            let at = format!("{field}[{i}]");
            self.scale(&format!("{at}.scale"), draft.scale);
            let each = draft.each.unwrap_or(Decimal::from(1));
            let mut sound = self.within(&format!("{at}.each"), each, Range::Points) && draft.scale <= MOST_DECIMALS;
            if let Some(cap) = draft.cap {
                sound &= self.within(&format!("{at}.cap"), cap, Range::Points);
            }
            let kind = if draft.scale == 0 { CellKind::Count } else { CellKind::Number };
            self.column(&format!("{at}.key"), draft.key.as_str(), draft.key.as_str(), kind, draft.scale, false);
            if sound {
                items.push(Item {
                    key: draft.key.clone(),
                    label: named(draft.label.as_ref(), &draft.key),
                    article: draft.article.clone(),
                    each,
                    cap: draft.cap,
                    scale: draft.scale,
                });
            }
        }
        items
    }

    fn grades(&mut self, draft: &SchemeDraft) -> Vec<Grade> {
        let mut keys = BTreeMap::new();
        let mut above: Option<Decimal> = None;
        let last = draft.grades.len().saturating_sub(1);
        for (i, grade) in draft.grades.iter().enumerate() {
            let at = format!("grades[{i}]");
            if let Some(first) = keys.insert(grade.key.clone(), i) {
                let cause = SchemeError::DuplicateKey { key: grade.key.to_string(), first: format!("grades[{first}]") };
                self.faults.push(format!("{at}.key"), cause);
            }
            match grade.least {
                None if i < last => {
                    self.faults.push(&at, SchemeError::GradeWithoutLeast { grade: grade.key.to_string() });
                }
                None => {}
                Some(least) => {
                    self.within(&format!("{at}.least"), least, Range::Any);
                    if let Some(above) = above.filter(|above| least >= *above) {
                        let cause =
                            SchemeError::GradesNotDescending { got: least.to_string(), above: above.to_string() };
                        self.faults.push(format!("{at}.least"), cause);
                    }
                    if i == last {
                        self.faults.push(&at, SchemeError::GradesLeaveGap { least: least.to_string() });
                    }
                    above = Some(least);
                }
            }
        }
        let grade = |g: &crate::wire::evaluation::GradeDraft| Grade {
            key: g.key.clone(),
            label: named(g.label.as_ref(), &g.key),
            least: g.least,
        };
        draft.grades.iter().map(grade).collect()
    }

    fn vetoes(&mut self, drafts: &[VetoDraft], grades: &[Grade]) -> Vec<Veto> {
        let mut vetoes = Vec::new();
        for (i, draft) in drafts.iter().enumerate() {
            let at = format!("vetoes[{i}]");
            self.column(&format!("{at}.key"), draft.key.as_str(), draft.key.as_str(), CellKind::YesNo, 0, false);
            let grade = draft.grade.as_ref().and_then(|key| grades.iter().position(|g| g.key == *key));
            match (draft.effect, &draft.grade) {
                (Effect::CapGrade, None) => {
                    let needed_by = "the effect `cap-grade`".into();
                    self.faults.push(&at, SchemeError::ParameterMissing { parameter: "grade".into(), needed_by });
                }
                (Effect::CapGrade, Some(key)) if grade.is_none() => {
                    let have = list(grades.iter().map(|g| &g.key));
                    self.faults.push(format!("{at}.grade"), SchemeError::UnknownGrade { got: key.to_string(), have });
                }
                (Effect::Zero | Effect::NoAward, Some(_)) => {
                    let rule = if draft.effect == Effect::Zero { "zero" } else { "no-award" };
                    let cause = SchemeError::ParameterNotUsed { parameter: "grade".into(), rule: rule.into() };
                    self.faults.push(format!("{at}.grade"), cause);
                }
                _ => {}
            }
            vetoes.push(Veto {
                key: draft.key.clone(),
                label: named(draft.label.as_ref(), &draft.key),
                article: draft.article.clone(),
                effect: draft.effect,
                grade,
                authority: draft.authority.clone(),
            });
        }
        vetoes
    }

    fn ranking(&mut self, draft: &SchemeDraft, indicators: &[Indicator]) -> Option<Ranking> {
        let ranking = draft.ranking.as_ref()?;
        let mut tie_break = Vec::new();
        for (i, key) in ranking.tie_break.iter().enumerate() {
            let declared = draft.groups.iter().flat_map(|g| &g.indicators).any(|d| d.key == *key);
            match indicators.iter().position(|d| d.key == *key) {
                Some(at) => tie_break.push(at),
                // An indicator that is faulty itself is no second fault.
                None if declared => {}
                None => {
                    let have = list(draft.groups.iter().flat_map(|g| &g.indicators).map(|d| &d.key));
                    let cause = SchemeError::UnknownIndicator { got: key.to_string(), have };
                    self.faults.push(format!("ranking.tie_break[{i}]"), cause);
                }
            }
        }
        Some(Ranking { basis: ranking.basis, ties: ranking.ties, tie_break, peers: ranking.peers })
    }

    fn award(&mut self, draft: &SchemeDraft) -> Option<Award> {
        let award = draft.award.as_ref()?;
        if draft.ranking.is_none() {
            let needed_by = "an award".into();
            self.faults.push("award", SchemeError::ParameterMissing { parameter: "ranking".into(), needed_by });
        }
        if award.share.is_negative() || award.share > Ratio::ONE {
            let cause =
                SchemeError::ParameterOutOfRange { got: award.share.to_string(), expected: "from 0 to 1".into() };
            self.faults.push("award.share", cause);
        }
        if let Some(least) = award.least {
            self.within("award.least", least, Range::Any);
        }
        Some(Award {
            share: award.share.clone(),
            rounding: award.rounding,
            least: award.least,
            unresolved: award.unresolved,
        })
    }

    fn units(&mut self, draft: &SchemeDraft) -> Vec<Listed> {
        let mut keys = BTreeMap::new();
        for (i, unit) in draft.units.iter().enumerate() {
            if let Some(first) = keys.insert(unit.key.clone(), i) {
                let cause = SchemeError::DuplicateKey { key: unit.key.to_string(), first: format!("units[{first}]") };
                self.faults.push(format!("units[{i}].key"), cause);
            }
        }
        let unit = |u: &crate::wire::evaluation::SubjectDraft| Listed {
            key: u.key.clone(),
            label: named(u.label.as_ref(), &u.key),
            group: u.group.clone(),
        };
        draft.units.iter().map(unit).collect()
    }

    /// All points at the scale of a line stay within 64 bits, whatever is reweighted.
    fn size(&mut self, draft: &SchemeDraft, groups: &[Group], indicators: &[Indicator]) {
        if draft.line_scale > MOST_DECIMALS {
            return;
        }
        let most = |g: &Group| {
            let caps = indicators.get(g.members.clone()).unwrap_or_default().iter().map(|i| i.rule.most());
            caps.max().unwrap_or(Ratio::ONE).max(Ratio::ONE) * g.points.clone()
        };
        let all: Ratio = groups.iter().map(most).sum();
        let mantissa = &all * &Ratio::from(10_i128.pow(draft.line_scale.into()));
        if mantissa > Ratio::from(MOST_MANTISSA) {
            self.faults.push("groups", SchemeError::OutOfRange { got: all.to_string() });
        }
    }
}
