//! Evidence and inspections (迎检台帐).

use std::collections::{BTreeMap, BTreeSet};

use super::{EvaluationRegisterError, count, once};
use crate::evaluation::{Indicator, Scheme};
use crate::kernel::{Day, Document, Faults, Key, Period, Rate, Result, Text};
use crate::wire::evaluation::{EvidenceDraft, EvidenceLedgerDraft, EvidenceReport, InspectionDraft, UnitEvidence};

/// What shows the values of a scheme, and who came to see it, `shequ.evidence/1`.
#[derive(Debug, Clone)]
pub struct EvidenceLedger {
    title: Text,
    evidence: Vec<EvidenceDraft>,
    inspections: Vec<InspectionDraft>,
}

impl Document for EvidenceLedger {
    const FORMAT: &'static str = "shequ.evidence/1";
    const ROOT: &'static str = "evidence";
    type Draft = EvidenceLedgerDraft;

    fn check(draft: EvidenceLedgerDraft) -> Result<Self> {
        let mut faults = Faults::new();
        once(&mut faults, "evidence", draft.evidence.iter().map(|e| &e.key));
        once(&mut faults, "inspections", draft.inspections.iter().map(|i| &i.key));
        faults.into_result()?;
        Ok(Self { title: draft.title, evidence: draft.evidence, inspections: draft.inspections })
    }
}

impl EvidenceLedger {
    /// What it is called.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Which indicators of a scheme that ask for evidence have some, unit by unit, and how many inspections each unit bore.
    ///
    /// # Errors
    /// `evidence-period-empty`.
    pub fn report(&self, scheme: &Scheme, units: &[impl AsRef<str>], from: Day, until: Day) -> Result<EvidenceReport> {
        let period =
            Period::new(from, Some(until)).map_err(|_| EvaluationRegisterError::EmptyPeriod { from, until })?;
        let asked: Vec<&Key> =
            scheme.indicators().iter().filter(|i| i.evidence().is_some()).map(Indicator::key).collect();
        let here: Vec<&EvidenceDraft> = self.evidence.iter().filter(|e| period.contains(e.day)).collect();
        let evidence: BTreeSet<(&str, &Key)> = here.iter().map(|e| (e.unit.as_str(), &e.indicator)).collect();
        let mut inspected: BTreeMap<&str, Vec<&InspectionDraft>> = BTreeMap::new();
        for inspection in self.inspections.iter().filter(|i| period.contains(i.day)) {
            inspected.entry(inspection.unit.as_str()).or_default().push(inspection);
        }
        let unit = |unit: &str| {
            let shown = |key: &Key| evidence.contains(&(unit, key));
            let missing: Vec<String> = asked.iter().filter(|key| !shown(key)).map(ToString::to_string).collect();
            let own = inspected.get(unit).map(Vec::as_slice).unwrap_or_default();
            let mut looked: BTreeMap<&Key, usize> = BTreeMap::new();
            for inspection in own {
                let all: Vec<&Key> = match inspection.indicators.as_slice() {
                    [] => scheme.indicators().iter().map(Indicator::key).collect(),
                    some => some.iter().collect(),
                };
                for key in all {
                    *looked.entry(key).or_insert(0) += 1;
                }
            }
            let with = asked.len() - missing.len();
            UnitEvidence {
                unit: unit.to_owned(),
                shown: count(with),
                coverage: Rate::new(count(with).into(), count(asked.len()).into()).ok(),
                missing,
                inspections: count(own.len()),
                repeated: count(looked.values().filter(|n| **n > 1).count()),
            }
        };
        let known = |e: &&&EvidenceDraft| !scheme.indicators().iter().any(|i| *i.key() == e.indicator);
        let stray = here.iter().filter(known).map(|e| e.key.to_string()).collect();
        Ok(EvidenceReport { from, until, units: units.iter().map(|u| unit(u.as_ref())).collect(), stray })
    }
}
