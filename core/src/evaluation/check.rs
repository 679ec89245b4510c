//! From a draft to a scheme: every fault of meaning, each with its path.

use std::collections::BTreeMap;

use super::SchemeError;
use super::scheme::{Award, Effect, Grade, Group, Indicator, Inner, Item, Listed, Missing, Ranking, Unresolved, Veto};
use crate::kernel::{Decimal, Faults, Key, Ratio, Result, Span, Text};
use crate::wire::evaluation::{CellKind, GroupDraft, ItemDraft, SchemeColumn, SchemeDraft, VetoDraft};

/// The greatest number of a scheme, and the most decimals of one; the bounds of the hot path rest on them.
const MOST: i128 = 1_000_000_000;
pub(super) const MOST_DECIMALS: u8 = 9;
/// The same for what is multiplied with weights: points, each, cap.
const MOST_POINTS: i128 = 1_000_000;
const MOST_POINT_DECIMALS: u8 = 6;

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
    pub missing: Missing,
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
    let (groups, indicators) = c.tree(&draft, total);
    let period = Span::new(draft.from, draft.until);
    let period = c.faults.take("", period).unwrap_or(Span::ALWAYS);
    if draft.least_peers == 0 {
        let cause = SchemeError::ParameterOutOfRange { got: "0".into(), expected: "a number of units above 0".into() };
        c.faults.push("least_peers", cause);
    }
    let bonuses = c.items("bonuses", &draft.bonuses);
    let penalties = c.items("penalties", &draft.penalties);
    let bonus_cap = draft.bonus_cap.filter(|d| c.within("bonus_cap", *d, Range::PointsOrNone));
    let penalty_cap = draft.penalty_cap.filter(|d| c.within("penalty_cap", *d, Range::PointsOrNone));
    let grades = c.grades(&draft);
    let vetoes = c.vetoes(&draft.vetoes, &grades, &groups);
    let ranking = c.ranking(&draft, &indicators);
    let award = c.award(&draft);
    let units = c.units(&draft);
    c.size(draft.line_scale, &groups, &indicators);
    let items = bonuses.iter().chain(&penalties);
    let scales = items.flat_map(|i| [i.each.scale() + i.scale, i.cap.map_or(0, Decimal::scale)]);
    let caps = [bonus_cap, penalty_cap].map(|cap| cap.map_or(0, Decimal::scale));
    let exact_scale = scales.chain(caps).chain([draft.line_scale, draft.total_scale]).max().unwrap_or_default();
    c.faults.into_result()?;
    Ok(Inner {
        title: draft.title,
        subject: draft.subject,
        version: draft.version,
        owner: draft.owner,
        authority: draft.authority,
        period,
        least_peers: usize::try_from(draft.least_peers).unwrap_or(usize::MAX),
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

/// The keys of the indicators of a group, those of its own first.
fn keys<'d>(group: &'d GroupDraft, out: &mut Vec<&'d Key>) {
    out.extend(group.indicators.iter().flatten().map(|d| &d.key));
    group.groups.iter().for_each(|g| keys(g, out));
}

/// The names of keys, for a help.
pub(super) fn list<'k>(keys: impl Iterator<Item = &'k Key>) -> String {
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

    pub fn scale(&mut self, path: &str, scale: u8) {
        if scale > MOST_DECIMALS {
            let expected = format!("a number of decimals from 0 to {MOST_DECIMALS}");
            self.faults.push(path, SchemeError::ParameterOutOfRange { got: scale.to_string(), expected });
        }
    }

    /// Whether a column is read, or its name kept.
    pub fn is_read(&self, name: &str) -> bool {
        self.readers.contains_key(name)
    }

    /// Notes a column that two indicators may read, if both read it alike.
    pub fn shared_column(&mut self, path: &str, name: &str, reader: &str, kind: CellKind, scale: u8, required: bool) {
        let column = SchemeColumn { name: name.to_owned(), kind, scale, required };
        if !self.columns.contains(&column) {
            self.column(path, name, reader, kind, scale, required);
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

    fn vetoes(&mut self, drafts: &[VetoDraft], grades: &[Grade], groups: &[Group]) -> Vec<Veto> {
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
            let scope = draft.scope.as_ref().and_then(|key| self.scope(&at, draft, key, groups));
            vetoes.push(Veto {
                key: draft.key.clone(),
                label: named(draft.label.as_ref(), &draft.key),
                article: draft.article.clone(),
                effect: draft.effect,
                grade,
                authority: draft.authority.clone(),
                scope,
            });
        }
        vetoes
    }

    /// The group that a veto is about: only one that takes points has one.
    fn scope(&mut self, at: &str, draft: &VetoDraft, key: &Key, groups: &[Group]) -> Option<usize> {
        let scope = groups.iter().position(|g| g.key == *key);
        let path = format!("{at}.scope");
        let effect = match draft.effect {
            Effect::Zero => {
                if scope.is_none() {
                    let have = list(groups.iter().map(|g| &g.key));
                    self.faults.push(path, SchemeError::UnknownGroup { got: key.to_string(), have });
                }
                return scope;
            }
            Effect::CapGrade => "cap-grade",
            Effect::NoAward => "no-award",
        };
        self.faults.push(path, SchemeError::ParameterNotUsed { parameter: "scope".into(), rule: effect.into() });
        None
    }

    fn ranking(&mut self, draft: &SchemeDraft, indicators: &[Indicator]) -> Option<Ranking> {
        let ranking = draft.ranking.as_ref()?;
        let mut tie_break = Vec::new();
        let mut declared = Vec::new();
        draft.groups.iter().for_each(|g| keys(g, &mut declared));
        for (i, key) in ranking.tie_break.iter().enumerate() {
            let known = declared.contains(&key);
            match indicators.iter().position(|d| d.key == *key) {
                Some(at) => tie_break.push(at),
                // An indicator that is faulty itself is no second fault.
                None if known => {}
                None => {
                    let have = list(declared.iter().copied());
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
        match (award.unresolved, award.seed) {
            (Unresolved::Lot, None) => {
                let needed_by = "a lot".into();
                self.faults.push("award", SchemeError::ParameterMissing { parameter: "seed".into(), needed_by });
            }
            (Unresolved::None | Unresolved::All, Some(_)) => {
                let rule = if award.unresolved == Unresolved::All { "all" } else { "none" };
                let cause = SchemeError::ParameterNotUsed { parameter: "seed".into(), rule: rule.into() };
                self.faults.push("award.seed", cause);
            }
            _ => {}
        }
        Some(Award {
            share: award.share.clone(),
            rounding: award.rounding,
            least: award.least,
            unresolved: award.unresolved,
            seed: award.seed.unwrap_or_default(),
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
        // A unit without a group among units with one would be compared with nobody.
        let grouped = draft.units.iter().any(|unit| unit.group.is_some());
        for (i, _) in draft.units.iter().enumerate().filter(|(_, unit)| grouped && unit.group.is_none()) {
            let needed_by = "a unit among others with peer groups".into();
            let cause = SchemeError::ParameterMissing { parameter: "group".into(), needed_by };
            self.faults.push(format!("units[{i}]"), cause);
        }
        let unit = |u: &crate::wire::evaluation::SubjectDraft| Listed {
            key: u.key.clone(),
            label: named(u.label.as_ref(), &u.key),
            group: u.group.clone(),
        };
        draft.units.iter().map(unit).collect()
    }
}
