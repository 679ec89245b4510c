//! The facts of all units in columns: dense ids, no allocation for a unit, every list a slice.

mod bulk;
mod codes;
mod dated;
mod days;
mod layout;
mod names;
mod saved;
mod tree;

pub use bulk::UnitTable;
pub(super) use bulk::load;
pub(super) use codes::Codes;
pub(super) use dated::{Dated, Lives};
pub(super) use layout::{Layout, NONE};
pub(super) use tree::{Order, Tree};

use names::Names;

use super::rows::{Origin, Rows, UnitRows};
use super::{KindId, UnitId};
use crate::kernel::id::id;
use crate::kernel::{Day, Id, Key, KeyTable, Likely, Period, Span, Text};

id! {
    /// A name of a unit.
    NameId
}
id! {
    /// A code in a scheme.
    CodeId
}

/// The facts of all units.
#[derive(Debug, Clone)]
pub(super) struct Columns {
    pub(super) lives: Lives,
    pub(super) kinds: Dated<KindId>,
    pub(super) names: Dated<NameId>,
    pub(super) codes: Codes,
    pub(super) parents: Dated<UnitId>,
    pub(super) tree: Tree,
    name_pool: Names,
    /// The place of each unit in the order of keys, which is the order of every result; none where that is the order of ids.
    ranks: Option<Vec<u32>>,
    /// Whether an event ended a unit; units beyond its end were not ended by one.
    ended: Vec<bool>,
    /// The event that made a unit, in the order of units; all others stand in the document.
    made: Vec<(UnitId, u32)>,
}

impl Columns {
    /// The columns of rows that were checked.
    pub(super) fn new(rows: &Rows) -> Self {
        let count = rows.units.len();
        let mut name_pool = Names::default();
        let (mut kinds, mut names) = (Dated::with_capacity(count), Dated::with_capacity(count));
        let mut parents = Dated::with_capacity(count);
        let (mut lives, mut codes) = (Lives::with_capacity(count), Codes::default());
        let mut made = Vec::new();
        for (i, unit) in rows.units.iter().enumerate() {
            lives.push(unit.life, if unit.known { unit.stretches() } else { Vec::new() });
            kinds.push(unit.kinds.iter().copied());
            let mut met: Vec<(&Text, NameId)> = Vec::new();
            names.push(unit.names.iter().filter_map(|(name, span)| {
                let known = met.iter().find(|(met, _)| *met == name).map(|(_, id)| *id);
                let id = known.or_else(|| name_pool.add_text(name))?;
                met.push((name, id));
                Some((id, *span))
            }));
            codes.push(unit.codes.iter().map(|((scheme, code), span)| (*scheme, code, *span)));
            parents.push(unit.parents.iter().copied());
            if let Origin::Event(event) = unit.origin {
                made.extend(UnitId::from_index(i).map(|id| (id, event)));
            }
        }
        codes.close();
        let ranks = ranks(rows.keys.keys());
        Self {
            tree: Tree::new(&parents, ranks.as_deref()),
            ranks,
            ended: rows.units.iter().map(|u| u.ended).collect(),
            name_pool,
            lives,
            kinds,
            names,
            codes,
            parents,
            made,
        }
    }

    /// Whether a unit exists on a day.
    #[inline]
    pub(super) fn exists(&self, unit: UnitId, day: Day) -> Likely {
        self.lives.holds(unit.index(), day)
    }

    /// The parent on a day: the certain one, or else the first that may be; one that cannot exist that day is none.
    #[inline]
    pub(super) fn parent_on(&self, unit: UnitId, day: Day) -> Option<(UnitId, Likely)> {
        let (parent, likely) = self.parents.on(unit, day)?;
        let there = self.exists(parent, day);
        (there != Likely::No).then_some((parent, likely.min(there)))
    }

    /// The parents of a unit that certainly are not there while it lies in them, each with the first such day.
    fn orphaned(&self, unit: UnitId) -> Vec<(UnitId, Day)> {
        if let Some(parent) = self.parents.always(unit.index())
            && !self.lives.has_several(parent.index())
            && self.lives.hull(parent.index()).covers(self.lives.hull(unit.index()))
        {
            return Vec::new();
        }
        let mut out = Vec::new();
        for (parent, span) in self.parents.of(unit) {
            for life in self.lives.of(unit) {
                let there: Vec<Period> = self.lives.of(parent).filter_map(Span::possible).collect();
                out.extend(first_unparented(span, life, &there).map(|from| (parent, from)));
            }
        }
        out
    }

    /// The words of a name in Chinese, or whatever language it was given in.
    pub(super) fn words(&self, id: NameId) -> &str {
        self.name_pool.words(id)
    }

    /// A name.
    pub(super) fn name(&self, id: NameId) -> Text {
        self.name_pool.text(id)
    }

    /// The place of a unit in the order of keys.
    pub(super) fn rank(&self, unit: UnitId) -> u32 {
        match &self.ranks {
            None => u32::try_from(unit.index()).unwrap_or(u32::MAX),
            Some(ranks) => ranks.get(unit.index()).copied().unwrap_or(u32::MAX),
        }
    }

    /// Whether the order of ids is the order of keys.
    pub(super) const fn is_ranked(&self) -> bool {
        self.ranks.is_none()
    }

    /// How many units there are.
    pub(super) fn len(&self) -> usize {
        self.lives.len()
    }

    /// Whether it is plain that nothing about a unit changes from the first of some days to the last.
    #[inline]
    pub(super) fn unchanged(&self, unit: UnitId, days: &[Day]) -> bool {
        let at = unit.index();
        let there = days.first().zip(days.last()).is_some_and(|(a, b)| self.lives.throughout(at, *a, *b));
        let parent = self.parents.always(at);
        let under = parent.is_none_or(|p| {
            days.first().zip(days.last()).is_some_and(|(a, b)| self.lives.throughout(p.index(), *a, *b))
        });
        there
            && under
            && self.names.never_changed(at)
            && self.kinds.never_changed(at)
            && self.parents.never_changed(at)
            && self.codes.never_changed(at)
    }

    /// The days of every fact of every unit.
    pub(super) fn spans(&self) -> impl Iterator<Item = Span> + '_ {
        let spans = self.lives.spans().chain(self.kinds.rows().map(|(_, _, span)| span));
        let spans = spans.chain(self.names.rows().map(|(_, _, span)| span)).chain(self.codes.spans());
        spans.chain(self.parents.rows().map(|(_, _, span)| span))
    }

    /// The rows again, open to change.
    pub(super) fn thaw(&self, keys: &KeyTable<UnitId>) -> Rows {
        let mut rows = Rows { keys: keys.clone(), ..Rows::default() };
        let mut made = self.made.iter().peekable();
        for unit in 0..self.len() {
            let Some(id) = UnitId::from_index(unit) else { continue };
            let origin = match made.next_if(|(made, _)| *made == id) {
                Some((_, event)) => Origin::Event(*event),
                None => Origin::Unit(u32::try_from(unit).unwrap_or(u32::MAX)),
            };
            let mut row = UnitRows {
                origin,
                life: self.lives.get(id).unwrap_or(Span::ALWAYS),
                gaps: Vec::new(),
                known: true,
                ended: self.ended.get(unit).is_some_and(|ended| *ended),
                kinds: self.kinds.of(id).collect(),
                names: self.names.of(id).map(|(name, span)| (self.name(name), span)).collect(),
                codes: self.codes.of(id).map(|(scheme, code, span)| ((scheme, code.clone()), span)).collect(),
                parents: self.parents.of(id).collect(),
                children: self.tree.children(id).to_vec(),
            };
            row.live(&self.lives.of(id).collect::<Vec<_>>());
            rows.units.push(row);
        }
        rows
    }
}

/// The first day on which a unit lies within a parent that certainly is not there; `there` are the days on which it may be.
pub(super) fn first_unparented(span: Span, life: Span, there: &[Period]) -> Option<Day> {
    let needed = span.certain()?.meet(life.certain()?)?;
    // Where no beginning is on record, the unit lies there since the parent does.
    let unrecorded = span.from().is_none() && life.from().is_none();
    let since = there.first().filter(|_| unrecorded).map_or(Day::MIN, |period| period.from());
    first_outside(Period::new(needed.from().max(since), needed.until()).ok()?, there)
}

/// The first day of a period that lies in none of several, which stand in the order of time.
fn first_outside(needed: Period, there: &[Period]) -> Option<Day> {
    let mut from = needed.from();
    for period in there {
        if period.contains(from) {
            from = period.until()?;
        }
    }
    (needed.contains(from) || from == needed.from()).then_some(from)
}

/// The place of each key in order; none where they stand in order.
fn ranks(keys: &[Key]) -> Option<Vec<u32>> {
    if keys.is_sorted() {
        return None;
    }
    // The first eight bytes tell most keys apart without a look at the text.
    let prefix = |key: &Key| {
        let mut bytes = [0; 8];
        bytes.iter_mut().zip(key.as_str().bytes()).for_each(|(to, from)| *to = from);
        u64::from_be_bytes(bytes)
    };
    let mut by_key: Vec<(u64, &Key, u32)> = keys.iter().zip(0..).map(|(key, i)| (prefix(key), key, i)).collect();
    by_key.sort_unstable();
    let mut ranks = vec![0; by_key.len()];
    for (rank, (_, _, unit)) in (0_u32..).zip(by_key) {
        ranks.get_mut(unit as usize).into_iter().for_each(|place| *place = rank);
    }
    Some(ranks)
}
