//! What rules look at: an organisation with its units by kind, its posts by unit, and the days of each.

use super::days::{Days, Fact, Tally};
use super::rule::{Kinds, Rule};
use super::{Step, Subject, SubjectKind};
use crate::kernel::{Day, Id, Key, Lang, Text};
use crate::organisation::relations::Relation;
use crate::organisation::{HolderId, Holding, KindId, Organisation, Post, PostId, UnitId};

/// The deepest that a unit lies within others before it is taken for a circle of uncertain dates.
const DEEPEST: u32 = 64;

/// An organisation made ready for rules.
pub(super) struct Ground<'a> {
    pub(super) organisation: &'a Organisation,
    /// The days asked about.
    pub(super) window: Days,
    /// The units that are ever of each kind, in the order of their ids.
    by_kind: Vec<Vec<UnitId>>,
    /// Posts by unit and then by key.
    posts: Vec<(UnitId, PostId)>,
    /// Holdings by holder.
    held: Vec<Holding>,
}

impl<'a> Ground<'a> {
    pub(super) fn new(organisation: &'a Organisation, window: Days) -> Self {
        let mut by_kind: Vec<Vec<UnitId>> = vec![Vec::new(); organisation.catalogue.kind_rows.len()];
        for (unit, kind, _) in organisation.columns.kinds.rows() {
            if let Some((list, unit)) = by_kind.get_mut(kind.index()).zip(UnitId::from_index(unit))
                && list.last() != Some(&unit)
            {
                list.push(unit);
            }
        }
        let mut posts: Vec<(UnitId, PostId)> = organisation.posts().map(|(id, post)| (post.unit, id)).collect();
        posts.sort_by_key(|(unit, id)| (*unit, organisation.posts.key(*id)));
        let mut held = organisation.holdings.clone();
        held.sort_by_key(|h| (h.holder, h.post, crate::organisation::dated::order(h.span)));
        Self { organisation, window, by_kind, posts, held }
    }

    pub(super) fn has_units(&self, kind: KindId) -> bool {
        self.by_kind.get(kind.index()).is_some_and(|list| !list.is_empty())
    }

    /// The units that are ever of one of some kinds, in the order of their ids.
    pub(super) fn units(&self, kinds: &Kinds) -> Vec<UnitId> {
        if kinds.any {
            return self.organisation.units().collect();
        }
        let lists: Vec<&Vec<UnitId>> = self
            .by_kind
            .iter()
            .enumerate()
            .filter(|(i, list)| !list.is_empty() && KindId::from_index(*i).is_some_and(|id| kinds.has(id)))
            .map(|(_, list)| list)
            .collect();
        let mut out: Vec<UnitId> = lists.iter().flat_map(|list| list.iter().copied()).collect();
        if lists.len() > 1 {
            out.sort_unstable();
            out.dedup();
        }
        out
    }

    /// The days of a unit.
    pub(super) fn lives(&self, unit: UnitId) -> impl Iterator<Item = Fact> + use<'_> {
        self.organisation.columns.lives.of(unit).map(Fact::of)
    }

    /// Whether the day on which a unit began is on record.
    pub(super) fn founded(&self, unit: UnitId) -> bool {
        self.organisation.columns.lives.get(unit).is_some_and(|life| life.from().is_some())
    }

    /// The days on which a unit exists and is of one of some kinds.
    pub(super) fn is_of(&self, unit: UnitId, kinds: &Kinds) -> Vec<Fact> {
        if kinds.any {
            return self.lives(unit).collect();
        }
        let rows = self.organisation.columns.kinds.of(unit).filter(|(kind, _)| kinds.has(*kind));
        let mut out = Vec::new();
        for (_, span) in rows {
            out.extend(self.lives(unit).map(|life| life.meet(Fact::of(span))).filter(|fact| !fact.is_empty()));
        }
        out
    }

    /// Counts the days on which a rule looks at a unit, and those on which a status exempts it.
    pub(super) fn scope(&self, unit: UnitId, rule: &Rule<'_>, scope: &mut Tally, exempt: &mut Tally) {
        scope.clear();
        exempt.clear();
        if rule.kinds.any {
            self.lives(unit).for_each(|life| scope.add(life));
        } else {
            let rows = self.organisation.columns.kinds.of(unit).filter(|(kind, _)| rule.kinds.has(*kind));
            for (_, span) in rows {
                self.lives(unit).for_each(|life| scope.add(life.meet(Fact::of(span))));
            }
        }
        if !rule.statuses.is_empty() {
            let all = &self.organisation.conduct.statuses;
            let first = all.partition_point(|s| s.unit < unit);
            let ours = all.iter().skip(first).take_while(|s| s.unit == unit);
            ours.filter(|s| rule.statuses.contains(&s.kind)).for_each(|s| exempt.add(Fact::of(s.span)));
        }
    }

    /// The nearest units of some kinds that a unit lies within on the days of a fact.
    pub(super) fn within(&self, unit: UnitId, fact: Fact, areas: &Kinds) -> Vec<(UnitId, Fact)> {
        let mut out = Vec::new();
        self.climb(unit, fact, areas, 0, &mut out);
        out
    }

    fn climb(&self, unit: UnitId, fact: Fact, areas: &Kinds, depth: u32, out: &mut Vec<(UnitId, Fact)>) {
        if depth > DEEPEST {
            return;
        }
        for (parent, span) in self.organisation.columns.parents.of(unit) {
            let there = fact.meet(Fact::of(span));
            for life in self.lives(parent) {
                let there = there.meet(life);
                if there.is_empty() {
                    continue;
                }
                for (kind, span) in self.organisation.columns.kinds.of(parent) {
                    let then = there.meet(Fact::of(span));
                    if then.is_empty() {
                        continue;
                    }
                    if areas.has(kind) {
                        out.push((parent, then));
                    } else {
                        self.climb(parent, then, areas, depth + 1, out);
                    }
                }
            }
        }
    }

    /// The posts of a unit, in the order of their keys.
    pub(super) fn posts_of(&self, unit: UnitId) -> impl Iterator<Item = (PostId, &'a Post)> {
        let first = self.posts.partition_point(|(u, _)| *u < unit);
        let ours = self.posts.iter().skip(first).take_while(move |(u, _)| *u == unit);
        ours.filter_map(|(_, id)| Some((*id, self.organisation.post(*id)?)))
    }

    /// Every post of a unit that a rule looks at, in the order of units and keys.
    pub(super) fn posts(&self, rule: &Rule<'_>) -> Vec<(PostId, &'a Post)> {
        let kinds = &self.organisation.columns.kinds;
        let fits = |post: &Post| {
            rule.titled(&post.title) && (rule.kinds.any || kinds.of(post.unit).any(|(kind, _)| rule.kinds.has(kind)))
        };
        let all = self.posts.iter().filter_map(|(_, id)| Some((*id, self.organisation.post(*id)?)));
        all.filter(|(_, post)| fits(post)).collect()
    }

    /// The holdings of every holder, those of one together.
    pub(super) fn by_holder(&self) -> impl Iterator<Item = (HolderId, &[Holding])> {
        self.held.chunk_by(|a, b| a.holder == b.holder).filter_map(|list| Some((list.first()?.holder, list)))
    }

    /// The days of a relation between units that exist.
    pub(super) fn relation(&self, relation: &Relation) -> Vec<Fact> {
        let mut out = Vec::new();
        for a in self.lives(relation.source) {
            for b in self.lives(relation.target) {
                out.push(Fact::of(relation.span).meet(a).meet(b));
            }
        }
        out.retain(|fact| !fact.is_empty());
        out
    }

    /// The first day of a run within the window: the day for which a finding tells its numbers.
    pub(super) fn told(&self, run: Days) -> Day {
        Day::from_number(run.from.max(self.window.from)).unwrap_or(Day::MIN)
    }

    pub(super) fn unit_key(&self, unit: UnitId) -> String {
        self.organisation.key_text(unit)
    }

    pub(super) fn post_key(&self, post: PostId) -> String {
        self.organisation.posts.key(post).map(Key::to_string).unwrap_or_default()
    }

    pub(super) fn holder_key(&self, holder: HolderId) -> String {
        self.organisation.holders.key(holder).map(Key::to_string).unwrap_or_default()
    }

    pub(super) fn unit_subject(&self, unit: UnitId, day: Day) -> Subject {
        let name = self.organisation.unit_name(unit, day);
        Subject { kind: SubjectKind::Unit, key: name.key, name: name.name }
    }

    pub(super) fn post_subject(&self, id: PostId, post: &Post, day: Day) -> Subject {
        let unit = self.organisation.unit_name(post.unit, day).name;
        let name = |lang: Lang| format!("{} {}", unit.get(lang), post.title.get(lang));
        Subject { kind: SubjectKind::Post, key: self.post_key(id), name: Text::new(name(Lang::Zh), name(Lang::En)) }
    }

    pub(super) fn holder_subject(&self, holder: HolderId) -> Subject {
        let key = self.holder_key(holder);
        Subject { kind: SubjectKind::Holder, name: Text::same(key.clone()), key }
    }

    /// Units of a day as steps, in the order of their keys.
    pub(super) fn listed(&self, units: impl IntoIterator<Item = UnitId>, day: Day) -> Vec<Step> {
        let mut units: Vec<UnitId> = units.into_iter().collect();
        units.sort_by_key(|unit| self.organisation.rank(*unit));
        units.dedup();
        units.into_iter().map(|unit| self.step(unit, None, day)).collect()
    }

    pub(super) fn step(&self, unit: UnitId, relation: Option<String>, day: Day) -> Step {
        Step { unit: self.organisation.unit_name(unit, day), relation }
    }

    pub(super) fn kind_label(&self, unit: UnitId, day: Day) -> Text {
        self.organisation.kind_on(unit, day).map(|(kind, _)| kind.label.clone()).unwrap_or_default()
    }
}
