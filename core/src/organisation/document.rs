//! From an organisation back to its document: what was written short comes out short, and nothing is lost.

use std::collections::BTreeMap;

use super::dated::order;
use super::rows::{Origin, Rows, UnitRows};
use super::{Event, Organisation, UnitId};
use crate::kernel::{Document, Id, Key, Span, Text, WithinDays};
use crate::wire::Formatted;
use crate::wire::organisation::{DatedCode, DatedKind, DatedName, DatedParent, OrganisationDraft, Role, UnitDraft};

/// What an organisation was read from, as far as its columns do not tell it.
#[derive(Debug, Clone)]
pub(super) struct Base {
    /// The document without its units.
    pub(super) draft: OrganisationDraft,
    /// The units that events changed, as they were before.
    pub(super) units: BTreeMap<UnitId, UnitRows>,
}

impl Base {
    /// What an organisation of nothing but units was read from.
    pub(super) fn titled(title: Text) -> Self {
        let draft = OrganisationDraft {
            title,
            sources: Vec::new(),
            kinds: Vec::new(),
            measures: Vec::new(),
            units: Vec::new(),
            events: Vec::new(),
            relations: Vec::new(),
            posts: Vec::new(),
            holders: Vec::new(),
            holdings: Vec::new(),
            agreements: Vec::new(),
            indicators: Vec::new(),
            statements: Vec::new(),
        };
        Self { draft, units: BTreeMap::new() }
    }

    /// The same with one more event, and with the units that it was the first to change.
    pub(super) fn after(&self, event: &Event, units: BTreeMap<UnitId, UnitRows>) -> Self {
        let mut draft = self.draft.clone();
        draft.events.push(event.0.clone());
        Self { draft, units }
    }
}

impl Organisation {
    /// The document that it can be read from again: `shequ.organisation/1` in its normal form.
    ///
    /// Units stand in the order in which they were read, as they were before the events, and events in the order in
    /// which they were applied. A fact that never changed is written short, and so is a text that is the same in both
    /// languages, a year, and a capacity of one, which is left out. Declared kinds stand in the order of
    /// their keys. Reading it gives an equal organisation, and writing that one the same document.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::Organisation;
    /// let text = r#"{"format":"shequ.organisation/1","title":"T","units":[{"key":"c","kind":"community","name":"社区 01","from":"2004"}]}"#;
    /// let organisation = Organisation::parse(text)?;
    /// let document = organisation.document();
    /// assert_eq!(document.json()?.split_whitespace().collect::<String>(), text.split_whitespace().collect::<String>());
    /// assert_eq!(document.read::<Organisation>()?.document(), organisation.document());
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn document(&self) -> Formatted<OrganisationDraft> {
        let mut rows = self.columns.thaw(&self.keys);
        for (id, unit) in &self.written.units {
            rows.units.get_mut(id.index()).into_iter().for_each(|row| row.clone_from(unit));
        }
        self.write(&rows, self.written.draft.clone(), |unit| matches!(unit.origin, Origin::Unit(_)))
    }

    /// The document without its units and events, which cost most.
    pub(super) fn without_units(&self) -> Formatted<OrganisationDraft> {
        let mut draft = OrganisationDraft { events: Vec::new(), ..self.written.draft.clone() };
        normal(&mut draft);
        Formatted::new(Self::FORMAT, draft)
    }

    /// The document of the same units with their events worked into the facts: no event is left, and every unit that
    /// one founded stands among the units. Any day looks the same, but what became of what is no longer told.
    pub fn settled(&self) -> Formatted<OrganisationDraft> {
        let draft = OrganisationDraft { events: Vec::new(), ..self.written.draft.clone() };
        self.write(&self.columns.thaw(&self.keys), draft, |_| true)
    }

    fn write(
        &self,
        rows: &Rows,
        mut draft: OrganisationDraft,
        kept: fn(&UnitRows) -> bool,
    ) -> Formatted<OrganisationDraft> {
        let units = rows.units.iter().zip(self.keys.keys()).filter(|(unit, _)| kept(unit));
        draft.units = units.map(|(unit, key)| self.unit_draft(key, unit)).collect();
        normal(&mut draft);
        Formatted::new(Self::FORMAT, draft)
    }

    fn unit_draft(&self, key: &Key, unit: &UnitRows) -> UnitDraft {
        let name = |id: UnitId| self.key_text(id);
        let kind_key = |id| self.catalogue.kinds.key(id).map(Key::to_string).unwrap_or_default();
        let (kind, kinds) =
            forms(unit.kinds.iter().map(|(id, span)| (kind_key(*id), *span)).collect(), |kind, from, until| {
                DatedKind { kind, from, until }
            });
        let (own_name, names) =
            forms::<Text, _>(unit.names.clone(), |name, from, until| DatedName { name, from, until });
        let (parent, parents) =
            forms(unit.parents.iter().map(|(id, span)| (name(*id), *span)).collect(), |unit, from, until| {
                DatedParent { unit, from, until }
            });
        let scheme = |id| self.schemes.key(id).filter(|scheme| scheme.as_str() != "code").cloned();
        // The order of the schemes is that of their first codes, so that reading this gives them the same ids.
        let mut codes: Vec<_> = unit.codes.iter().collect();
        codes.sort_by_key(|((id, code), span)| (*id, order(*span), code));
        let codes: Vec<((Option<Key>, Key), Span)> =
            codes.into_iter().map(|((id, code), span)| ((scheme(*id), code.clone()), *span)).collect();
        let (code, codes) = if let [((None, code), Span::ALWAYS)] = codes.as_slice() {
            (Some(code.clone()), Vec::new())
        } else {
            let row = |((scheme, code), span): ((Option<Key>, Key), Span)| DatedCode {
                scheme,
                code,
                from: span.from(),
                until: span.until(),
            };
            (None, codes.into_iter().map(row).collect())
        };
        let (from, until) = (unit.life.from(), unit.life.until());
        UnitDraft { key: key.clone(), kind, kinds, name: own_name, names, code, codes, parent, parents, from, until }
    }
}

/// One row that always holds is written short, any others as rows.
fn forms<T: Clone + Ord, R>(
    mut rows: Vec<(T, Span)>,
    row: impl Fn(T, Option<WithinDays>, Option<WithinDays>) -> R,
) -> (Option<T>, Vec<R>) {
    rows.sort_by(|a, b| (order(a.1), &a.0).cmp(&(order(b.1), &b.0)));
    match rows.as_slice() {
        [(value, Span::ALWAYS)] => (Some(value.clone()), Vec::new()),
        _ => (None, rows.into_iter().map(|(value, span)| row(value, span.from(), span.until())).collect()),
    }
}

/// What may be written in several ways, in one.
fn normal(draft: &mut OrganisationDraft) {
    draft.kinds.sort_by(|a, b| a.key.cmp(&b.key));
    for kind in &mut draft.kinds {
        let key = Text::same(kind.key.as_str());
        kind.label = kind.label.take().filter(|label| *label != key);
        kind.level = kind.level.filter(|level| *level != 0);
        kind.role = kind.role.filter(|role| *role != Role::Association);
    }
    for post in &mut draft.posts {
        post.capacity = post.capacity.filter(|capacity| *capacity != 1);
    }
}
