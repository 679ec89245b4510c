//! What units can be, how they relate and what is counted: data that ships, and what a document adds to it.

use std::sync::OnceLock;

use super::OrganisationError as Fault;
use crate::kernel::{Document, Faults, Key, KeyTable, Result, Text, id::id};
use crate::wire::organisation::{
    CatalogueDraft, Circle, KindDraft, Line, MeasureDraft, RelationKindDraft, Role, StatusKindDraft, Written,
};

id! {
    /// A kind of unit.
    KindId
}
id! {
    /// A kind of relation.
    RelationKindId
}
id! {
    /// A measure: what is counted of a unit.
    MeasureId
}
id! {
    /// A status that a unit can have for a time.
    StatusId
}

/// A kind of unit (单位类别): community, residents' committee, party branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kind {
    /// Its name.
    pub label: Text,
    /// The level of its area: 3 county or district, 4 town or sub-district, 5 village or community, 6 grid, 7 building.
    pub level: u8,
    /// What rules look at.
    pub role: Role,
    /// The clauses of rule packs that bound a number of units of this kind, by the name of the number.
    pub clauses: std::collections::BTreeMap<String, String>,
}

/// A kind of relation between two units: leads, guides, located in.
#[expect(clippy::struct_excessive_bools, reason = "each is something that a relation asks or does not")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationKind {
    /// Its name.
    pub label: Text,
    /// How a diagram draws it.
    pub line: Line,
    /// What it is when it runs in a circle at any moment; nothing if it may.
    pub acyclic: Option<Circle>,
    /// What its source can be; anything if nothing is named.
    pub sources: Ends,
    /// What its target can be.
    pub targets: Ends,
    /// Whether a source has at most one target at a time.
    pub functional: bool,
    /// Whether it says the same of both ends.
    pub symmetric: bool,
    /// The most targets of a source at a time.
    pub most: Option<u32>,
    /// Relations that cannot stand between the same two at the same time.
    pub forbids: Vec<RelationKindId>,
    /// Whether both ends must exist throughout.
    pub overlap: bool,
    /// Whether it holds for an aspect, one of several being the primary.
    pub aspects: bool,
    /// Where it is written, if not among the relations.
    pub written: Option<Written>,
}

/// What an end of a relation can be: a unit of one of these kinds or roles, or of any where none is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ends {
    /// Kinds.
    pub kinds: Vec<KindId>,
    /// Roles.
    pub roles: Vec<Role>,
}

impl Ends {
    /// Whether a unit of a kind fits.
    pub(super) fn fit(&self, id: KindId, kind: &Kind) -> bool {
        let open = self.kinds.is_empty() && self.roles.is_empty();
        open || self.kinds.contains(&id) || self.roles.contains(&kind.role)
    }
}

/// A tier of the bodies of a community (领导层、议事决策层、执行层).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Its key.
    pub key: Key,
    /// Its name.
    pub label: Text,
    /// Kinds of units of which one is enough.
    pub kinds: Vec<KindId>,
}

/// What is counted or averaged, with its unit of measure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Its name.
    pub label: Text,
    /// The unit of a value.
    pub unit: String,
    /// The units that the difference of two values may be written in.
    pub change: Vec<String>,
    /// Whether its values are whole numbers.
    pub whole: bool,
}

/// Kinds of units, relations, agreements, measures and units of measure.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    pub(super) kinds: KeyTable<KindId>,
    pub(super) kind_rows: Vec<Kind>,
    pub(super) relations: KeyTable<RelationKindId>,
    pub(super) relation_rows: Vec<RelationKind>,
    pub(super) measures: KeyTable<MeasureId>,
    pub(super) measure_rows: Vec<Measure>,
    agreements: Vec<(Key, Text, Option<u32>)>,
    units: Vec<(Key, Text)>,
    pub(super) statuses: KeyTable<StatusId>,
    pub(super) status_rows: Vec<Text>,
    pub(super) tiers: Vec<Tier>,
}

impl Catalogue {
    /// The kinds of the Chinese system, which ship with the library.
    ///
    /// # Errors
    /// None, while the shipped data are whole.
    pub fn shipped() -> Result<Self> {
        static SHIPPED: OnceLock<Option<Catalogue>> = OnceLock::new();
        let text = include_str!("../../data/kinds.toml");
        match SHIPPED.get_or_init(|| Self::parse(text).ok()) {
            Some(catalogue) => Ok(catalogue.clone()),
            // The tests show that the shipped data parse; here their faults are told once more.
            None => Self::parse(text),
        }
    }

    /// Adds kinds and measures of a document.
    pub(super) fn extend(&mut self, kinds: Vec<KindDraft>, measures: Vec<MeasureDraft>, faults: &mut Faults) {
        for (i, draft) in kinds.into_iter().enumerate() {
            let KindDraft { key, label, level, role, clauses } = draft;
            let label = label.unwrap_or_else(|| Text::same(key.as_str()));
            let (level, role) = (level.unwrap_or(0), role.unwrap_or(Role::Association));
            match self.kinds.insert(key.clone()) {
                Some(_) => self.kind_rows.push(Kind { label, level, role, clauses }),
                None => faults.push(format!("kinds[{i}].key"), Fault::DuplicateKey { key: key.to_string() }),
            }
        }
        for (i, draft) in measures.into_iter().enumerate() {
            let MeasureDraft { key, label, unit, change, whole } = draft;
            for (at, written) in std::iter::once((format!("measures[{i}].unit"), &unit))
                .chain(change.iter().enumerate().map(|(j, c)| (format!("measures[{i}].change[{j}]"), c)))
            {
                if let Err(fault) = self.unit_of_measure(written) {
                    faults.push(at, fault);
                }
            }
            match self.measures.insert(key.clone()) {
                Some(_) => self.measure_rows.push(Measure { label, unit, change, whole }),
                None => faults.push(format!("measures[{i}].key"), Fault::DuplicateKey { key: key.to_string() }),
            }
        }
    }

    /// Adds kinds of relations; what they name is looked up once all are there.
    pub(super) fn extend_relations(&mut self, at: &str, drafts: Vec<RelationKindDraft>, faults: &mut Faults) {
        let mut rows: Vec<(usize, RelationKindDraft)> = Vec::new();
        for (i, draft) in drafts.into_iter().enumerate() {
            match self.relations.insert(draft.key.clone()) {
                Some(_) => rows.push((i, draft)),
                None => faults.push(format!("{at}[{i}].key"), Fault::DuplicateKey { key: draft.key.to_string() }),
            }
        }
        for (i, draft) in rows {
            let path = format!("{at}[{i}]");
            let mut ends = |list: &str, kinds: Vec<String>, roles: Vec<Role>| Ends {
                kinds: self.kind_ids(&format!("{path}.{list}"), &kinds, faults),
                roles,
            };
            let sources = ends("source_kinds", draft.source_kinds, draft.source_roles);
            let targets = ends("target_kinds", draft.target_kinds, draft.target_roles);
            let mut forbids = Vec::new();
            for (j, key) in draft.forbids.iter().enumerate() {
                let id = self.relation_id(key).map_err(Into::into);
                forbids.extend(faults.take(&format!("{path}.forbids[{j}]"), id));
            }
            if draft.most == Some(0) {
                faults.push(format!("{path}.most"), Fault::MostZero);
            }
            self.relation_rows.push(RelationKind {
                label: draft.label,
                line: draft.line,
                acyclic: draft.acyclic,
                sources,
                targets,
                functional: draft.functional,
                symmetric: draft.symmetric,
                most: draft.most,
                forbids,
                overlap: draft.overlap,
                aspects: draft.aspects,
                written: draft.written,
            });
        }
    }

    fn extend_statuses(&mut self, drafts: Vec<StatusKindDraft>, faults: &mut Faults) {
        for (i, draft) in drafts.into_iter().enumerate() {
            match self.statuses.insert(draft.key.clone()) {
                Some(_) => self.status_rows.push(draft.label),
                None => faults.push(format!("statuses[{i}].key"), Fault::DuplicateKey { key: draft.key.to_string() }),
            }
        }
    }

    /// The ids of kinds, each unknown one a fault with its place.
    pub(super) fn kind_ids(&self, path: &str, keys: &[impl AsRef<str>], faults: &mut Faults) -> Vec<KindId> {
        let id = |(i, key): (usize, &_)| {
            let key: &str = AsRef::<str>::as_ref(key);
            faults.take(&format!("{path}[{i}]"), self.kind_id(key).map_err(Into::into))
        };
        keys.iter().enumerate().filter_map(id).collect()
    }

    /// A kind of relation by its key.
    pub fn relation(&self, key: &str) -> Option<&RelationKind> {
        self.relation_row(self.relations.get(key)?)
    }

    /// The tiers of the bodies of a community, from the top.
    pub fn tiers(&self) -> &[Tier] {
        &self.tiers
    }

    pub(super) fn status_row(&self, id: StatusId) -> Option<&Text> {
        use crate::kernel::Id;
        self.status_rows.get(id.index())
    }

    pub(super) fn status_id(&self, key: &str) -> Result<StatusId, Fault> {
        let expected = || listed(self.statuses.keys());
        self.statuses.get(key).ok_or_else(|| Fault::UnknownStatus { key: key.into(), expected: expected() })
    }

    /// A kind by its key.
    pub fn kind(&self, key: &str) -> Option<&Kind> {
        self.kind_row(self.kinds.get(key)?)
    }

    /// A measure by its key.
    pub fn measure(&self, key: &str) -> Option<&Measure> {
        self.measure_row(self.measures.get(key)?)
    }

    pub(super) fn kind_row(&self, id: KindId) -> Option<&Kind> {
        use crate::kernel::Id;
        self.kind_rows.get(id.index())
    }

    pub(super) fn relation_row(&self, id: RelationKindId) -> Option<&RelationKind> {
        use crate::kernel::Id;
        self.relation_rows.get(id.index())
    }

    pub(super) fn measure_row(&self, id: MeasureId) -> Option<&Measure> {
        use crate::kernel::Id;
        self.measure_rows.get(id.index())
    }

    pub(super) fn kind_id(&self, key: &str) -> Result<KindId, Fault> {
        self.kinds.get(key).ok_or_else(|| Fault::UnknownKind { key: key.into() })
    }

    pub(super) fn relation_id(&self, key: &str) -> Result<RelationKindId, Fault> {
        let expected = || listed(self.relations.keys());
        self.relations.get(key).ok_or_else(|| Fault::UnknownRelation { key: key.into(), expected: expected() })
    }

    pub(super) fn measure_id(&self, key: &str) -> Result<MeasureId, Fault> {
        let expected = || listed(self.measures.keys());
        self.measures.get(key).ok_or_else(|| Fault::UnknownMeasure { key: key.into(), expected: expected() })
    }

    /// The number of parties of a kind of agreement, where it is fixed.
    pub(super) fn agreement(&self, key: &str) -> Result<Option<u32>, Fault> {
        let expected = || listed(self.agreements.iter().map(|(k, ..)| k));
        let found = self.agreements.iter().find(|(k, ..)| k.as_str() == key);
        found
            .map(|(_, _, parties)| *parties)
            .ok_or_else(|| Fault::UnknownAgreement { key: key.into(), expected: expected() })
    }

    /// The name of a kind of agreement.
    pub(super) fn agreement_label(&self, key: &str) -> Option<&Text> {
        self.agreements.iter().find(|(k, ..)| k.as_str() == key).map(|(_, label, _)| label)
    }

    /// The name of a unit of measure.
    pub(super) fn unit_of_measure(&self, key: &str) -> Result<&Text, Fault> {
        let expected = || listed(self.units.iter().map(|(k, _)| k));
        let found = self.units.iter().find(|(k, _)| k.as_str() == key);
        found
            .map(|(_, label)| label)
            .ok_or_else(|| Fault::UnknownUnitOfMeasure { key: key.into(), expected: expected() })
    }
}

fn listed<'k>(keys: impl IntoIterator<Item = &'k Key>) -> String {
    keys.into_iter().map(|k| format!("`{k}`")).collect::<Vec<_>>().join(", ")
}

impl Document for Catalogue {
    const FORMAT: &'static str = "shequ.kinds/1";
    const ROOT: &'static str = "catalogue";
    type Draft = CatalogueDraft;

    fn check(draft: CatalogueDraft) -> Result<Self> {
        let mut out = Self::default();
        let mut faults = Faults::new();
        out.units = draft.units.into_iter().map(|u| (u.key, u.label)).collect();
        out.agreements = draft.agreements.into_iter().map(|a| (a.key, a.label, a.parties)).collect();
        out.extend(draft.kinds, draft.measures, &mut faults);
        out.extend_relations("relations", draft.relations, &mut faults);
        out.extend_statuses(draft.statuses, &mut faults);
        for (i, tier) in draft.tiers.into_iter().enumerate() {
            let kinds = out.kind_ids(&format!("tiers[{i}].kinds"), &tier.kinds, &mut faults);
            out.tiers.push(Tier { key: tier.key, label: tier.label, kinds });
        }
        faults.into_result()?;
        Ok(out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_clause_that_a_kind_names_stands_in_the_packs_that_ship() {
        let catalogue = Catalogue::shipped().unwrap();
        let known: Vec<&str> = crate::pack::cn().clause_ids().collect();
        let mut named = 0;
        for (kind, row) in catalogue.kinds.keys().iter().zip(&catalogue.kind_rows) {
            for (number, clause) in &row.clauses {
                assert!(known.contains(&clause.as_str()), "`{kind}` names `{clause}` for its {number}");
                named += 1;
            }
        }
        assert!(named > 0);
    }
}
