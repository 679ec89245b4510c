//! Packs that are loaded together: layers merged, conflicts and references checked across them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{check_references, meet};
use super::clause::{Clause, Content, Layer, Override, Range, Threshold};
use super::language::stricter;
use super::{CheckRule, Pack, PackError, QuestionRule, Rules};
use crate::kernel::{Day, Faults, Likely, Ratio, Result};

/// Where a clause or a question stands: the position of its pack, and its own in it.
pub(super) type Place = (usize, usize);

/// Rule packs that are loaded together; cheap to clone.
#[derive(Debug, Clone, Default)]
pub struct Packs {
    inner: Arc<Inner>,
}

#[derive(Debug, Default)]
struct Inner {
    /// The highest layer first.
    packs: Vec<Pack>,
    /// Every version of each clause, the lowest layer first.
    clauses: BTreeMap<String, Vec<Place>>,
    questions: BTreeMap<String, Vec<Place>>,
    checks: Vec<Place>,
}

impl Packs {
    /// Loads packs together, whatever their order.
    ///
    /// A clause of a lower layer takes the place of the same clause of a higher one, if that allows it.
    ///
    /// # Errors
    /// `pack-twice`, `pack-missing`, `clause-conflict`, `override-refused`, `dangling-clause`,
    /// `clause-not-a-threshold`, `question-twice`, `supersession-circle`, `dangling-question`: all that are found.
    pub fn new(packs: impl IntoIterator<Item = Pack>) -> Result<Self> {
        let mut packs: Vec<Pack> = packs.into_iter().collect();
        packs.sort_by_key(|p| p.layer);
        let mut faults = Faults::new();
        for (i, pack) in packs.iter().enumerate() {
            if packs.iter().take(i).any(|p| p.id == pack.id) {
                faults.push(format!("{}.id", pack.id), PackError::PackTwice { id: pack.id.clone() });
            }
            for (j, id) in pack.extends.iter().enumerate() {
                if !packs.iter().any(|p| p.id == *id) {
                    faults.push(format!("{}.extends[{j}]", pack.id), PackError::PackMissing { id: id.clone() });
                }
            }
        }
        let clauses = merge_clauses(&packs, &mut faults);
        let questions = merge_questions(&packs, &mut faults);
        for pack in packs.iter().filter(|p| !p.extends.is_empty()) {
            for (i, question) in pack.questions.iter().enumerate() {
                check_references(question, &format!("{}.questions[{i}]", pack.id), &mut faults, |id| {
                    clauses.get(id).into_iter().flatten().filter_map(|place| clause_at(&packs, *place)).collect()
                });
            }
        }
        for pack in packs.iter().filter(|p| !p.extends.is_empty()) {
            super::checks::check_references(&pack.checks, &mut faults, |id| clauses.contains_key(id));
        }
        check_supersession(&packs, &clauses, &mut faults);
        check_procedures(&packs, &clauses, &mut faults);
        for pack in &packs {
            for (i, question) in pack.questions.iter().enumerate() {
                if let Some(id) = question.under.as_ref().filter(|id| !questions.contains_key(*id)) {
                    let path = format!("{}.questions[{i}].under", pack.id);
                    faults.push(path, PackError::DanglingQuestion { id: id.clone() });
                }
            }
        }
        let checks = super::checks::merge(&packs, &mut faults);
        faults.into_result()?;
        Ok(Self { inner: Arc::new(Inner { packs, clauses, questions, checks }) })
    }

    /// The rules in force on a day.
    pub fn at(&self, day: Day) -> Rules {
        Rules::new(self.clone(), day)
    }

    /// The packs, the highest layer first.
    pub fn packs(&self) -> &[Pack] {
        &self.inner.packs
    }

    /// The names of all clauses, sorted.
    pub fn clause_ids(&self) -> impl Iterator<Item = &str> {
        self.inner.clauses.keys().map(String::as_str)
    }

    /// The names of all questions, sorted.
    pub fn question_ids(&self) -> impl Iterator<Item = &str> {
        self.inner.questions.keys().map(String::as_str)
    }

    /// Every version of a clause with its pack, the lowest layer first.
    pub fn versions(&self, id: &str) -> impl Iterator<Item = (&Pack, &Clause)> {
        self.inner.clauses.get(id).into_iter().flatten().filter_map(|place| {
            let pack = self.inner.packs.get(place.0)?;
            Some((pack, pack.clauses.get(place.1)?))
        })
    }

    /// What a validation looks at: every check, the highest layer first, each as the lowest layer declares it.
    pub fn checks(&self) -> impl Iterator<Item = &CheckRule> {
        let at = |(pack, check): &Place| self.inner.packs.get(*pack)?.checks.get(*check);
        self.inner.checks.iter().filter_map(at)
    }

    /// Every question of a pack that answers one of a higher layer, with its place.
    pub(crate) fn questions_under(pack: &Pack) -> impl Iterator<Item = (usize, &QuestionRule, &str)> {
        pack.questions.iter().enumerate().filter_map(|(i, q)| Some((i, q, q.under.as_deref()?)))
    }

    /// Every question in force on a day, by name.
    pub(crate) fn questions_on(&self, day: Day) -> impl Iterator<Item = &QuestionRule> {
        self.question_ids().filter_map(move |id| self.question_on(id, day))
    }

    pub(super) fn question_on(&self, id: &str, day: Day) -> Option<&QuestionRule> {
        let places = self.inner.questions.get(id)?;
        places
            .iter()
            .filter_map(|(pack, at)| self.inner.packs.get(*pack)?.questions.get(*at))
            .find(|q| q.span.holds(day) == Likely::Yes)
    }
}

fn clause_at(packs: &[Pack], (pack, at): Place) -> Option<&Clause> {
    packs.get(pack)?.clauses.get(at)
}

fn merge_clauses(packs: &[Pack], faults: &mut Faults) -> BTreeMap<String, Vec<Place>> {
    let mut merged: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (p, pack) in packs.iter().enumerate() {
        for (c, clause) in pack.clauses.iter().enumerate() {
            let places = merged.entry(clause.id.clone()).or_default();
            for &place in places.iter() {
                let (Some(upper_pack), Some(upper)) = (packs.get(place.0), clause_at(packs, place)) else { continue };
                if place.0 == p || !meet(upper.span, clause.span) {
                    continue;
                }
                let path = format!("{}.clauses[{c}]", pack.id);
                if upper_pack.layer == pack.layer {
                    faults.push(path, PackError::Conflict { one: upper.describe(), other: clause.describe() });
                } else if let Err(why) = may_move(upper, clause, pack.layer) {
                    let (lower, upper) = (clause.describe(), upper.describe());
                    faults.push(path, PackError::OverrideRefused { lower, upper, why: why.to_owned() });
                }
            }
            places.insert(0, (p, c));
        }
    }
    merged
}

fn merge_questions(packs: &[Pack], faults: &mut Faults) -> BTreeMap<String, Vec<Place>> {
    let mut merged: BTreeMap<String, Vec<Place>> = BTreeMap::new();
    for (p, pack) in packs.iter().enumerate() {
        for (q, question) in pack.questions.iter().enumerate() {
            let places = merged.entry(question.id.clone()).or_default();
            let rival = places.iter().any(|place| {
                let other = packs.get(place.0).and_then(|pack| pack.questions.get(place.1));
                place.0 != p && other.is_some_and(|other| meet(other.span, question.span))
            });
            if rival {
                let path = format!("{}.questions[{q}].id", pack.id);
                faults.push(path, PackError::QuestionTwice { id: question.id.clone() });
            }
            places.push((p, q));
        }
    }
    merged
}

/// Whether a lower layer's clause keeps within what the higher one allows; otherwise why not.
pub(crate) fn may_move(upper: &Clause, lower: &Clause, layer: Layer) -> Result<(), &'static str> {
    if let Content::Silence(_) = upper.content {
        let may = upper.supplied_by.contains(&layer);
        return if may { Ok(()) } else { Err("may not be supplied by this layer") };
    }
    if !upper.override_by.is_empty() && !upper.override_by.contains(&layer) {
        return Err("this layer may not move");
    }
    let same_kind = upper.content.kind() == lower.content.kind();
    match &upper.overrides {
        Override::None => Err("no lower layer may move"),
        Override::Any if same_kind => Ok(()),
        Override::Any => Err("is of another kind"),
        Override::Stricter | Override::Looser => {
            let strict = upper.overrides == Override::Stricter;
            match if strict { stricter(upper, lower) } else { stricter(lower, upper) } {
                Some(true) => Ok(()),
                Some(false) if strict => Err("may only be moved to ask more"),
                Some(false) => Err("may only be moved to ask less"),
                None if same_kind => Err("counts another part, base, measure or event"),
                None => Err("is of another kind"),
            }
        }
        Override::Within(least, most) => {
            let within = |value: &Ratio| {
                if least <= value && value <= most { Ok(()) } else { Err("may only be moved within its bounds") }
            };
            match (&upper.content, &lower.content) {
                (Content::Threshold(a), Content::Threshold(b)) => of_the_same(a, b).and(within(&b.share)),
                (Content::Composition(a), Content::Composition(b))
                    if (a.part, a.base, a.comparison) == (b.part, b.base, b.comparison) =>
                {
                    within(&b.share)
                }
                (Content::Deadline(a), Content::Deadline(b))
                    if (a.event, a.anchor, a.when, a.unit) == (b.event, b.anchor, b.when, b.unit) =>
                {
                    within(&Ratio::from(b.n))
                }
                (Content::Range(upper), Content::Range(Range { least: Some(a), most: Some(b), usual, of, .. }))
                    if upper.of == *of && (upper.usual || !usual) =>
                {
                    within(&Ratio::from(*a)).and(within(&Ratio::from(*b)))
                }
                (Content::Years(_), Content::Years(n)) | (Content::Days(_), Content::Days(n)) => {
                    within(&Ratio::from(*n))
                }
                _ => Err("is of another kind"),
            }
        }
    }
}

fn of_the_same(a: &Threshold, b: &Threshold) -> Result<(), &'static str> {
    if (a.part, a.base, a.measure, a.comparison) == (b.part, b.base, b.measure, b.comparison) {
        Ok(())
    } else {
        Err("counts or compares another part, base or measure")
    }
}

/// Whether every clause exists that bounds a step of a procedure.
fn check_procedures(packs: &[Pack], clauses: &BTreeMap<String, Vec<Place>>, faults: &mut Faults) {
    for pack in packs {
        for (i, clause) in pack.clauses.iter().enumerate() {
            let Content::Procedure(steps) = &clause.content else { continue };
            for (j, step) in steps.iter().enumerate() {
                for (k, id) in step.clauses.iter().enumerate().filter(|(_, id)| !clauses.contains_key(*id)) {
                    let path = format!("{}.clauses[{i}].procedure[{j}].clauses[{k}]", pack.id);
                    faults.push(path, PackError::DanglingClause { id: id.clone() });
                }
            }
        }
    }
}

/// Whether every clause that supersedes another exists, and none supersedes itself by way of others.
fn check_supersession(packs: &[Pack], clauses: &BTreeMap<String, Vec<Place>>, faults: &mut Faults) {
    let next = |id: &str| {
        let places = clauses.get(id).into_iter().flatten();
        places.filter_map(|place| clause_at(packs, *place)).flat_map(|c| c.superseded_by.iter().map(String::as_str))
    };
    for pack in packs {
        for (i, clause) in pack.clauses.iter().enumerate() {
            for (j, id) in clause.superseded_by.iter().enumerate() {
                let path = format!("{}.clauses[{i}].superseded_by[{j}]", pack.id);
                if !clauses.contains_key(id) {
                    faults.push(path, PackError::DanglingClause { id: id.clone() });
                    continue;
                }
                // Depth first, each clause once: the way back to this clause, if there is one.
                let mut seen: Vec<&str> = Vec::new();
                let mut open: Vec<(&str, String)> = vec![(id, format!("{} -> {id}", clause.id))];
                while let Some((at, way)) = open.pop() {
                    if at == clause.id {
                        faults.push(path.clone(), PackError::SupersessionCircle { circle: way });
                        break;
                    }
                    if seen.contains(&at) {
                        continue;
                    }
                    seen.push(at);
                    open.extend(next(at).map(|id| (id, format!("{way} -> {id}"))));
                }
            }
        }
    }
}
