//! The organisation as of a day: a forest in preorder, so that a subtree is a slice.

use serde::Serialize;

use super::store::Layout;
use super::{MeasureId, Organisation, OrganisationError as Fault, Relation, UnitId};
use crate::kernel::{Day, Decimal, Error, Key, Lang, Likely, Result, Span, Text, WithinDays};
use crate::wire::organisation::Role;
use crate::wire::{Column, Table};

/// An organisation on a day (时点视图): every unit that exists or may exist then, each under its parent of that day.
///
/// Made by [`Organisation::at`].
#[derive(Debug, Clone)]
pub struct Snapshot<'o> {
    pub(super) organisation: &'o Organisation,
    pub(super) day: Day,
    pub(super) laid: Layout,
}

/// A unit's key with its name and kind of a day.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitName {
    /// The key.
    pub key: String,
    /// The name.
    pub name: Text,
    /// The key of the kind.
    pub kind: String,
}

/// A code with its scheme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct CodeRecord {
    /// The scheme.
    pub scheme: String,
    /// The code.
    pub code: String,
}

/// All that a day shows of a unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct UnitRecord {
    /// The key.
    pub key: String,
    /// The name of the day.
    pub name: Text,
    /// The key of the kind of the day.
    pub kind: String,
    /// The kind's name.
    pub kind_label: Text,
    /// The level of the kind.
    pub level: u8,
    /// The codes of the day.
    pub codes: Vec<CodeRecord>,
    /// The key of the unit that it lies within.
    pub parent: Option<String>,
    /// From the top down to the unit itself.
    pub path: Vec<UnitName>,
    /// How many units it lies within.
    pub depth: u32,
    /// How many units lie directly within it.
    pub children: u32,
    /// How many units lie within it at any depth.
    pub descendants: u32,
    /// `yes`, or `possible` where dates known only within bounds leave open that it exists or lies there.
    pub likely: Likely,
    /// The first day of its existence, where it is recorded.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub from: Option<WithinDays>,
    /// The first day on which it is no more, where it ends.
    #[cfg_attr(feature = "typescript", ts(as = "Option<String>"))]
    pub until: Option<WithinDays>,
    /// Whether it rests on an inferred event; left out where it does not.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "typescript", ts(optional, as = "Option<bool>"))]
    pub inferred: bool,
}

impl Organisation {
    /// The organisation on a day.
    ///
    /// A unit whose days are known only within bounds is there if it may be, and marked. Of several parents that a
    /// unit may have, the certain one counts, or else the first by its days; the unit is then marked, too.
    ///
    /// ```
    /// use shequ::kernel::{Document, Likely};
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "c", "kind": "community", "name": "社区 01", "parent": "s", "from": "2004"}]}"#)?;
    /// let day = organisation.at("2004-06-01".parse()?);
    /// assert_eq!(day.unit("c")?.likely(), Likely::Possible);
    /// assert_eq!(day.len(), 2);
    /// assert_eq!(organisation.at("2003-12-31".parse()?).len(), 1);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn at(&self, day: Day) -> Snapshot<'_> {
        Snapshot { organisation: self, day, laid: Layout::new(&self.columns, day) }
    }
}

impl<'o> Snapshot<'o> {
    fn place(&self, unit: UnitId) -> Option<usize> {
        self.laid.place(unit).map(|place| place as usize)
    }

    fn view(&self, place: usize) -> Option<UnitView<'_>> {
        self.laid.order.get(place).map(|unit| UnitView { snapshot: self, place, unit: *unit })
    }

    /// The day.
    pub const fn day(&self) -> Day {
        self.day
    }

    /// The organisation.
    pub const fn organisation(&self) -> &'o Organisation {
        self.organisation
    }

    /// How many units exist or may exist.
    pub fn len(&self) -> usize {
        self.laid.order.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.laid.order.is_empty()
    }

    /// The units in preorder, siblings in the order of their keys.
    pub fn units(&self) -> impl Iterator<Item = UnitView<'_>> {
        (0..self.laid.order.len()).filter_map(|place| self.view(place))
    }

    /// The units that lie within none.
    pub fn roots(&self) -> impl Iterator<Item = UnitView<'_>> {
        self.units().filter(|unit| unit.depth() == 0)
    }

    /// A unit by its key.
    ///
    /// # Errors
    /// `unknown-unit`; `unit-not-there` if it does not exist on the day.
    pub fn unit(&self, key: &str) -> Result<UnitView<'_>> {
        let id = self.organisation.keys.get(key).ok_or_else(|| Fault::UnknownUnit { key: key.into() })?;
        self.get(id).ok_or_else(|| Fault::UnitNotThere { unit: key.into(), day: self.day.into() }.into())
    }

    /// A unit by its id, if it exists or may exist.
    pub fn get(&self, unit: UnitId) -> Option<UnitView<'_>> {
        self.view(self.place(unit)?)
    }

    /// The unit that bears a code on the day; without a scheme, in any.
    ///
    /// # Errors
    /// `code-not-there`.
    pub fn unit_by_code(&self, scheme: Option<&str>, code: &str) -> Result<UnitView<'_>> {
        let organisation = self.organisation;
        let scheme_fits = |id| scheme.is_none_or(|s| organisation.schemes.get(s) == Some(id));
        let found = organisation.columns.codes.bearers(code).filter(|(_, id, _)| scheme_fits(*id));
        let likely = |unit: UnitId, span: Span| span.holds(self.day).min(organisation.exists(unit, self.day));
        let best = found.map(|(unit, _, span)| (likely(unit, span), std::cmp::Reverse(organisation.rank(unit)), unit));
        let best = best.filter(|(likely, ..)| *likely != Likely::No).max();
        let missing = || Error::from(Fault::CodeNotThere { code: code.chars().take(120).collect(), day: self.day });
        best.and_then(|(_, _, unit)| self.get(unit)).ok_or_else(missing)
    }

    /// A unit by its key, or else by a code of the day, or else by its name of the day in either language.
    ///
    /// # Errors
    /// `unknown-unit`; `unit-not-there`; `name-ambiguous` if several units have the name.
    pub fn find(&self, words: &str) -> Result<UnitView<'_>> {
        if self.organisation.keys.get(words).is_some() {
            return self.unit(words);
        }
        if let Ok(unit) = self.unit_by_code(None, words) {
            return Ok(unit);
        }
        let named = |unit: &UnitView<'_>| {
            let name = unit.name();
            name.get(Lang::Zh) == words || name.get(Lang::En) == words
        };
        let found: Vec<UnitView<'_>> = self.units().filter(named).collect();
        match found.as_slice() {
            [unit] => Ok(*unit),
            [] => self.unit(words),
            several => {
                let keys = several.iter().take(5).map(|u| format!("`{}`", u.key())).collect::<Vec<_>>().join(", ");
                Err(Fault::NameAmbiguous { name: words.chars().take(120).collect(), keys }.into())
            }
        }
    }

    /// The relations that hold on the day between units that exist, in the order of their keys.
    pub(super) fn related(&self) -> Vec<(&'o Relation, Likely)> {
        let organisation = self.organisation;
        let there = |unit| organisation.exists(unit, self.day);
        let mut out: Vec<_> = organisation
            .relations
            .iter()
            .map(|r| (r, r.span.holds(self.day).min(there(r.source)).min(there(r.target))))
            .filter(|(_, likely)| *likely != Likely::No)
            .collect();
        out.sort_by_key(|(r, _)| (organisation.rank(r.source), r.kind, organisation.rank(r.target)));
        out
    }

    /// The units as a table: key, name, kind, code (of the first scheme), parent, depth and likely.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self, lang: Lang) -> Result<Table> {
        let text = |of: &dyn Fn(&UnitView<'_>) -> Option<String>| Column::Text(self.units().map(|u| of(&u)).collect());
        Table::new(vec![
            ("key".into(), text(&|u| Some(u.key().to_owned()))),
            ("name".into(), text(&|u| Some(u.name().get(lang).to_owned()))),
            ("kind".into(), text(&|u| Some(u.kind().to_owned()))),
            ("code".into(), text(&|u| u.codes().into_iter().next().map(|c| c.code))),
            ("parent".into(), text(&|u| u.parent().map(|p| p.key().to_owned()))),
            ("depth".into(), Column::Int(self.units().map(|u| Some(u.depth().into())).collect())),
            ("likely".into(), text(&|u| Some(if u.likely() == Likely::Yes { "yes" } else { "possible" }.to_owned()))),
        ])
    }

    pub(super) fn name_of(&self, unit: UnitId) -> UnitName {
        self.organisation.unit_name(unit, self.day)
    }
}

impl Organisation {
    pub(super) fn unit_name(&self, unit: UnitId, day: Day) -> UnitName {
        let kinds = &self.columns.kinds;
        let kind = kinds.on(unit, day).map(|(kind, _)| kind).or_else(|| kinds.of(unit).last().map(|(kind, _)| kind));
        let kind = kind.and_then(|kind| self.catalogue.kinds.key(kind)).map(Key::to_string).unwrap_or_default();
        UnitName { key: self.key_text(unit), name: self.name_near(unit, day), kind }
    }
}

/// A unit as of the day of its snapshot.
#[derive(Debug, Clone, Copy)]
pub struct UnitView<'s> {
    snapshot: &'s Snapshot<'s>,
    place: usize,
    unit: UnitId,
}

impl<'s> UnitView<'s> {
    /// Its id.
    pub const fn id(&self) -> UnitId {
        self.unit
    }

    /// Its key.
    pub fn key(&self) -> &'s str {
        self.snapshot.organisation.keys.key(self.unit).map_or("", Key::as_str)
    }

    /// Its name on the day.
    pub fn name(&self) -> Text {
        self.snapshot.organisation.name_near(self.unit, self.snapshot.day)
    }

    /// The key of its kind on the day; empty where its kinds leave the day out.
    pub fn kind(&self) -> &'s str {
        let organisation = self.snapshot.organisation;
        let kind = organisation.kind_on(self.unit, self.snapshot.day);
        kind.and_then(|(_, id)| organisation.catalogue.kinds.key(id)).map_or("", Key::as_str)
    }

    /// What rules look at in its kind.
    pub fn role(&self) -> Option<Role> {
        self.snapshot.organisation.kind_on(self.unit, self.snapshot.day).map(|(kind, _)| kind.role)
    }

    /// Its codes on the day, in the order of their schemes.
    pub fn codes(&self) -> Vec<CodeRecord> {
        let organisation = self.snapshot.organisation;
        let rows = organisation.columns.codes.of(self.unit);
        let mut out: Vec<CodeRecord> = rows
            .filter(|(_, _, span)| span.holds(self.snapshot.day) != Likely::No)
            .filter_map(|(scheme, code, _)| {
                let scheme = organisation.schemes.key(scheme)?.to_string();
                Some(CodeRecord { scheme, code: code.to_string() })
            })
            .collect();
        out.sort();
        out
    }

    /// The unit that it lies within.
    pub fn parent(&self) -> Option<Self> {
        let place = *self.snapshot.laid.parents.get(self.place)?;
        self.snapshot.view(place as usize)
    }

    /// The units directly within it.
    pub fn children(&self) -> impl Iterator<Item = Self> + use<'s> {
        let (snapshot, end) = (self.snapshot, self.end());
        let mut next = self.place + 1;
        std::iter::from_fn(move || {
            let child = (next < end).then(|| snapshot.view(next)).flatten()?;
            next = child.end();
            Some(child)
        })
    }

    /// The units that it lies within, the nearest first.
    pub fn ancestors(&self) -> impl Iterator<Item = Self> + use<'s> {
        std::iter::successors(self.parent(), Self::parent)
    }

    /// The units within it at any depth, in preorder.
    pub fn descendants(&self) -> impl Iterator<Item = Self> + use<'s> {
        let snapshot = self.snapshot;
        (self.place + 1..self.end()).filter_map(move |place| snapshot.view(place))
    }

    /// The ids of the unit and all within it: a slice of the snapshot.
    pub fn subtree(&self) -> &'s [UnitId] {
        self.snapshot.laid.order.get(self.place..self.end()).unwrap_or_default()
    }

    fn end(&self) -> usize {
        self.snapshot.laid.ends.get(self.place).map_or(self.place + 1, |end| *end as usize)
    }

    /// How many units it lies within.
    pub fn depth(&self) -> u32 {
        self.snapshot.laid.depths.get(self.place).copied().unwrap_or(0)
    }

    /// Whether it certainly exists where it stands, or only may.
    pub fn likely(&self) -> Likely {
        self.snapshot.laid.likely.get(self.place).copied().unwrap_or(Likely::No)
    }

    /// From the top down to the unit itself, by the names of the day.
    pub fn path(&self) -> Vec<UnitName> {
        let mut path: Vec<UnitName> = self.ancestors().map(|unit| unit.named()).collect();
        path.reverse();
        path.push(self.named());
        path
    }

    /// The path in words: `示例区 > 一街道 > 社区 01`.
    pub fn path_text(&self, lang: Lang) -> String {
        self.path().iter().map(|unit| unit.name.get(lang)).collect::<Vec<_>>().join(" > ")
    }

    /// Its key, name and kind.
    pub fn named(&self) -> UnitName {
        self.snapshot.name_of(self.unit)
    }

    /// The last value of a measure counted by the day.
    pub fn indicator(&self, measure: &str) -> Option<Decimal> {
        let organisation = self.snapshot.organisation;
        let measure: MeasureId = organisation.catalogue.measures.get(measure)?;
        organisation.indicator_on(self.unit, measure, self.snapshot.day).map(|row| row.value)
    }

    /// All that the day shows of it.
    pub fn record(&self) -> UnitRecord {
        let organisation = self.snapshot.organisation;
        let kind = organisation.kind_on(self.unit, self.snapshot.day).map(|(kind, _)| kind);
        let life = organisation.columns.lives.get(self.unit);
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        UnitRecord {
            key: self.key().to_owned(),
            name: self.name(),
            kind: self.kind().to_owned(),
            kind_label: kind.map(|k| k.label.clone()).unwrap_or_default(),
            level: kind.map_or(0, |k| k.level),
            codes: self.codes(),
            parent: self.parent().map(|p| p.key().to_owned()),
            path: self.path(),
            depth: self.depth(),
            children: count(self.children().count()),
            descendants: count(self.subtree().len().saturating_sub(1)),
            likely: self.likely(),
            from: life.and_then(Span::from),
            until: life.and_then(Span::until),
            inferred: organisation.history.is_inferred(self.unit, self.snapshot.day),
        }
    }
}
