//! From an organisation back to its document: what was written short comes out short, and nothing is lost.

use super::dated::order;
use super::rows::{Rows, UnitRows};
use super::{Organisation, UnitId};
use crate::kernel::{Document, Key, Span, Text, WithinDays};
use crate::wire::Formatted;
use crate::wire::organisation::{
    DatedCode, DatedKind, DatedName, DatedParent, Lifetime, OrganisationDraft, Role, UnitDraft,
};

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
        let mut draft = (*self.written).clone();
        draft.events = self.entries().cloned().collect();
        self.write(&self.rows_before(), draft)
    }

    /// The document without its units and events, which cost most.
    pub(super) fn without_units(&self) -> Formatted<OrganisationDraft> {
        let mut draft = OrganisationDraft { events: Vec::new(), ..(*self.written).clone() };
        normal(&mut draft);
        Formatted::new(Self::FORMAT, draft)
    }

    /// The document of the same units with their events worked into the facts: no event is left, and every unit that
    /// one founded stands among the units. Any day looks the same, but what became of what is no longer told.
    pub fn settled(&self) -> Formatted<OrganisationDraft> {
        self.write(&self.thaw(), (*self.written).clone())
    }

    fn write(&self, rows: &Rows, mut draft: OrganisationDraft) -> Formatted<OrganisationDraft> {
        let units = rows.units.iter().zip(self.keys.keys()).filter(|(unit, _)| unit.known);
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
        let stretches = unit.stretches();
        let (from, until, lives) = match stretches.as_slice() {
            [] | [_] => (unit.life.from(), unit.life.until(), Vec::new()),
            several => {
                (None, None, several.iter().map(|life| Lifetime { from: life.from(), until: life.until() }).collect())
            }
        };
        UnitDraft {
            key: key.clone(),
            kind,
            kinds,
            name: own_name,
            names,
            code,
            codes,
            parent,
            parents,
            from,
            until,
            lives,
        }
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
