//! Packs that are loaded together: layers merged, conflicts and references checked across them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::check::{check_references, meet};
use super::clause::{Clause, Comparison, Content, Override, Range, Threshold};
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
    /// `clause-not-a-threshold`, `question-twice`: all that are found.
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
                } else if let Err(why) = may_move(upper, clause) {
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
fn may_move(upper: &Clause, lower: &Clause) -> Result<(), &'static str> {
    match &upper.overrides {
        Override::None => Err("no lower layer may move"),
        Override::Stricter => match (&upper.content, &lower.content) {
            (Content::Threshold(a), Content::Threshold(b)) => {
                let harder = b.share > a.share
                    || (b.share == a.share && (b.comparison == a.comparison || b.comparison == Comparison::MoreThan));
                of_the_same(a, b).and(if harder { Ok(()) } else { Err("may only be moved to ask more") })
            }
            (Content::Range(a), Content::Range(b)) => {
                let inside = b.least >= a.least && a.most.is_none_or(|most| b.most.is_some_and(|own| own <= most));
                if inside { Ok(()) } else { Err("may only be narrowed") }
            }
            _ => Err("is of another kind"),
        },
        Override::Within(least, most) => {
            let within = |value: &Ratio| {
                if least <= value && value <= most { Ok(()) } else { Err("may only be moved within its bounds") }
            };
            match (&upper.content, &lower.content) {
                (Content::Threshold(a), Content::Threshold(b)) => of_the_same(a, b).and(within(&b.share)),
                (Content::Range(_), Content::Range(Range { least: Some(a), most: Some(b), .. })) => {
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
    if (a.part, a.base, a.measure) == (b.part, b.base, b.measure) {
        Ok(())
    } else {
        Err("counts another part, base or measure")
    }
}
