//! Units by sector, and which of them have a body (非公和"两新"组织).

use std::collections::{BTreeMap, BTreeSet};

use super::{CoverageReport, RegisterError, SectorCoverage, count, rate};
use crate::kernel::{Document, Explanation, Faults, How, Key, Likely, Quantity, Result, Span, Text};
use crate::organisation::dated::overlap;
use crate::organisation::{OrganisationError, Snapshot, UnitView};
use crate::wire::organisation::SectorsDraft;

/// Which unit belongs to which sector, `shequ.sectors/1`.
#[derive(Debug, Clone)]
pub struct Sectors {
    title: Text,
    labels: Vec<(Key, Text)>,
    /// Unit, sector as a place in `labels`, days.
    rows: Vec<(String, usize, Span)>,
}

impl Document for Sectors {
    const FORMAT: &'static str = "shequ.sectors/1";
    const ROOT: &'static str = "sectors";
    type Draft = SectorsDraft;

    fn check(draft: SectorsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut sectors: Vec<(Key, Text)> = Vec::new();
        for (i, sector) in draft.sectors.into_iter().enumerate() {
            if sectors.iter().any(|(key, _)| *key == sector.key) {
                let key = sector.key.to_string();
                faults.push(format!("sectors[{i}].key"), RegisterError::KeyTwice { key });
            }
            sectors.push((sector.key, sector.label));
        }
        let mut rows: Vec<(String, usize, Span)> = Vec::new();
        let mut places: BTreeMap<String, Vec<(usize, Span)>> = BTreeMap::new();
        for (i, row) in draft.units.into_iter().enumerate() {
            let path = format!("units[{i}]");
            let sector = sectors.iter().position(|(key, _)| key.as_str() == row.sector);
            if sector.is_none() {
                let cause = RegisterError::UnknownLabel { key: row.sector, list: "sectors".into() };
                faults.push(format!("{path}.sector"), cause);
            }
            let span = faults.take(&path, Span::new(row.from, row.until));
            if let (Some(sector), Some(span)) = (sector, span) {
                places.entry(row.unit.clone()).or_default().push((i, span));
                rows.push((row.unit, sector, span));
            }
        }
        for (unit, spans) in places {
            if let Some((one, other, from)) = overlap(spans.into_iter()) {
                faults.push(format!("units[{}]", one.max(other)), RegisterError::TwoSectors { unit, from });
            }
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, labels: sectors, rows })
    }
}

impl Sectors {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }
}

/// The relations by which a body outside a unit stands for it.
const COVERS: [&str; 3] = ["leads", "located-in", "serves"];

impl Snapshot<'_> {
    /// How far the units of each sector have a body of some kinds on the day.
    ///
    /// A unit has a body that lies within it, or that leads it, serves it or is located in it. A body of several units, such as a
    /// joint branch (联合支部), covers each of them and counts once. Only what is certain counts.
    ///
    /// # Errors
    /// `unknown-unit` with its place in the register; `unknown-kind` with its place in `kinds`.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Organisation, Sectors};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "f1", "kind": "firm", "name": "一厂"}, {"key": "f2", "kind": "firm", "name": "二厂"},
    ///     {"key": "s1", "kind": "school", "name": "校"}, {"key": "b", "kind": "workplace-party-branch", "name": "支部"}],
    ///     "relations": [{"kind": "serves", "source": "b", "target": "f1"}, {"kind": "serves", "source": "b", "target": "s1"}]}"#)?;
    /// let sectors = Sectors::parse(r#"{"format": "shequ.sectors/1", "title": "两新",
    ///     "sectors": [{"key": "private", "label": "非公企业"}, {"key": "new", "label": "新兴行业"}],
    ///     "units": [{"unit": "f1", "sector": "private"}, {"unit": "f2", "sector": "private"}, {"unit": "s1", "sector": "new"}]}"#)?;
    /// let coverage = organisation.at("2024-01-01".parse()?).sector_coverage(&sectors, &["workplace-party-branch"])?;
    /// assert_eq!((coverage.total.covered, coverage.total.units, coverage.total.bodies), (2, 3, 1));
    /// assert_eq!(coverage.sectors[0].uncovered[0].key, "f2");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn sector_coverage(&self, sectors: &Sectors, kinds: &[impl AsRef<str>]) -> Result<CoverageReport> {
        let mut faults = Faults::new();
        for (i, kind) in kinds.iter().enumerate() {
            if self.organisation().catalogue().kind(kind.as_ref()).is_none() {
                faults.push(format!("kinds[{i}]"), OrganisationError::UnknownKind { key: kind.as_ref().to_owned() });
            }
        }
        let is_body =
            |unit: &UnitView<'_>| unit.likely() == Likely::Yes && kinds.iter().any(|kind| kind.as_ref() == unit.kind());
        let mut related: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for relation in self.relations() {
            let covers = relation.likely == Likely::Yes && COVERS.contains(&relation.kind.as_str());
            if covers && self.unit(&relation.source.key).is_ok_and(|unit| is_body(&unit)) {
                related.entry(relation.target.key).or_default().insert(relation.source.key);
            }
        }
        let mut out: Vec<(SectorCoverage, BTreeSet<String>)> = (sectors.labels.iter())
            .map(|(key, label)| (empty(key.to_string(), label.clone()), BTreeSet::new()))
            .collect();
        for (i, (key, sector, span)) in sectors.rows.iter().enumerate() {
            if self.organisation().id(key).is_none() {
                faults.push(format!("sectors.units[{i}].unit"), OrganisationError::UnknownUnit { key: key.clone() });
                continue;
            }
            let Ok(unit) = self.unit(key) else { continue };
            if span.holds(self.day()).min(unit.likely()) != Likely::Yes {
                continue;
            }
            let mut own: BTreeSet<String> =
                unit.descendants().filter(is_body).map(|body| body.key().to_owned()).collect();
            own.extend(related.get(key).into_iter().flatten().cloned());
            let Some((coverage, bodies)) = out.get_mut(*sector) else { continue };
            coverage.units += 1;
            if own.is_empty() {
                coverage.uncovered.push(unit.named());
            } else {
                coverage.covered += 1;
            }
            bodies.extend(own);
        }
        faults.into_result()?;
        let mut total = empty(String::new(), Text::new("合计", "all"));
        let mut all = BTreeSet::new();
        for (coverage, bodies) in &mut out {
            coverage.bodies = count(bodies.len());
            coverage.rate = rate(coverage.covered, coverage.units);
            coverage.uncovered.sort();
            total.units += coverage.units;
            total.covered += coverage.covered;
            total.uncovered.extend(coverage.uncovered.iter().cloned());
            all.append(bodies);
        }
        total.bodies = count(all.len());
        total.rate = rate(total.covered, total.units);
        total.uncovered.sort();
        Ok(CoverageReport {
            day: self.day(),
            kinds: kinds.iter().map(|kind| kind.as_ref().to_owned()).collect(),
            total,
            sectors: out.into_iter().map(|(coverage, _)| coverage).collect(),
        })
    }
}

fn empty(sector: String, label: Text) -> SectorCoverage {
    SectorCoverage { sector, label, units: 0, covered: 0, bodies: 0, rate: None, uncovered: Vec::new() }
}

impl CoverageReport {
    /// The covered units by sector, which add up.
    pub fn explain(&self) -> Explanation {
        let node = |coverage: &SectorCoverage| {
            let missing = coverage.uncovered.iter().map(|u| u.name.get(crate::kernel::Lang::Zh)).collect::<Vec<_>>();
            let node = Explanation::new(coverage.label.clone(), Quantity::Count(coverage.covered.into()))
                .with(Text::new("单位", "units"), Quantity::Count(coverage.units.into()))
                .with(Text::new("组织", "bodies"), Quantity::Count(coverage.bodies.into()));
            match missing.as_slice() {
                [] => node,
                names => node.noted(Text::new(
                    format!("未覆盖：{}", names.join("、")),
                    format!("without a body: {}", names.join(", ")),
                )),
            }
        };
        node(&self.total).of(How::Sum, self.sectors.iter().map(node).collect())
    }
}
