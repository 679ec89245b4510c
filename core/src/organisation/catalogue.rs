//! What units can be, how they relate and what is counted: data that ships, and what a document adds to it.

use std::sync::OnceLock;

use super::OrganisationError as Fault;
use crate::kernel::{Document, Faults, Key, KeyTable, Result, Text, id::id};
use crate::wire::organisation::{CatalogueDraft, KindDraft, Line, MeasureDraft, Role};

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
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RelationKind {
    /// Its name.
    pub label: Text,
    /// Whether it cannot run in a circle at any moment.
    pub acyclic: bool,
    /// How a diagram draws it.
    pub line: Line,
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
        for (i, relation) in draft.relations.into_iter().enumerate() {
            let key = relation.key.to_string();
            match out.relations.insert(relation.key) {
                Some(_) => {
                    let row = RelationKind { label: relation.label, acyclic: relation.acyclic, line: relation.line };
                    out.relation_rows.push(row);
                }
                None => faults.push(format!("relations[{i}].key"), Fault::DuplicateKey { key }),
            }
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
