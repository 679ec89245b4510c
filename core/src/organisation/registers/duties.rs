//! The duties of bodies: who has them for which area, what is missing, doubled or in the wrong hands, and transfers.

use std::collections::{BTreeMap, BTreeSet};

use super::{DutyFault, DutyFinding, DutyHolding, DutyReport};
use crate::kernel::error::faults;
use crate::kernel::{Day, Document, Explanation, Faults, How, Likely, Period, Quantity, Result, Text};
use crate::organisation::{OrganisationError, Snapshot, UnitView};
use crate::wire::organisation::{DutiesDraft, DutyDraft, DutyTransferDraft, Role};

faults! {
    /// Faults of a catalogue of duties.
    pub enum DutyError: Organisation {
        /// A duty that stands twice.
        Twice { key: String } => "duty-twice", "the duty `{key}` stands twice", "give each its own key";
        /// A duty that is not in the catalogue.
        Unknown { key: String } => "unknown-duty", "there is no duty `{key}`", "add it to `duties`";
        /// One unit with one duty for one area twice at once.
        HeldTwice { unit: String, duty: String, from: Day } => "duty-held-twice", "`{unit}` has the duty `{duty}` twice at once from {from}", "end one before the other begins";
        /// A transfer from a unit that does not have the duty.
        NotHeld { unit: String, duty: String, day: Day } => "duty-not-held", "`{unit}` does not have the duty `{duty}` on the day before {day}", "check the unit, the area and the day; transfers are applied in the order of their days";
        /// A transfer of a unit to itself.
        ToItself { unit: String } => "duty-to-itself", "`{unit}` is both source and target", "name two units";
        /// A kind that both may and may not.
        Contradiction { kind: String } => "duty-contradiction", "the kind `{kind}` is in both `by` and `never`", "keep one of them";
    }
}

#[derive(Debug, Clone)]
struct Held {
    duty: usize,
    unit: String,
    area: Option<String>,
    period: Period,
    received_from: Option<String>,
    instrument: Option<Text>,
}

/// A catalogue of duties with who has them, `shequ.duties/1`.
#[derive(Debug, Clone)]
pub struct Duties {
    title: Text,
    list: Vec<DutyDraft>,
    /// Transfers applied; by duty, unit, area and day.
    held: Vec<Held>,
}

fn always(from: Option<Day>, until: Option<Day>) -> Result<Period> {
    Period::new(from.unwrap_or(Day::MIN), until)
}

impl Document for Duties {
    const FORMAT: &'static str = "shequ.duties/1";
    const ROOT: &'static str = "duties";
    type Draft = DutiesDraft;

    fn check(draft: DutiesDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut places: BTreeMap<String, usize> = BTreeMap::new();
        for (i, duty) in draft.duties.iter().enumerate() {
            let path = format!("duties[{i}]");
            faults.take(&path, always(duty.from, duty.until));
            if places.insert(duty.key.to_string(), i).is_some() {
                faults.push(format!("{path}.key"), DutyError::Twice { key: duty.key.to_string() });
            }
            for (j, kind) in duty.never.iter().enumerate().filter(|(_, kind)| duty.by.contains(kind)) {
                faults.push(format!("{path}.never[{j}]"), DutyError::Contradiction { kind: kind.clone() });
            }
        }
        let find = |key: &str, path: String, faults: &mut Faults| {
            let found = places.get(key).copied();
            if found.is_none() {
                faults.push(path, DutyError::Unknown { key: key.chars().take(120).collect() });
            }
            found
        };
        let mut held: Vec<(Held, String)> = Vec::new();
        for (i, row) in draft.assignments.into_iter().enumerate() {
            let path = format!("assignments[{i}]");
            let duty = find(&row.duty, format!("{path}.duty"), &mut faults);
            let period = faults.take(&path, always(row.from, row.until));
            if let Some((duty, period)) = duty.zip(period) {
                let (unit, area) = (row.unit, row.area);
                held.push((Held { duty, unit, area, period, received_from: None, instrument: None }, path));
            }
        }
        let mut transfers: Vec<(usize, DutyTransferDraft)> = draft.transfers.into_iter().enumerate().collect();
        transfers.sort_by_key(|(i, transfer)| (transfer.day, *i));
        for (i, transfer) in transfers {
            let path = format!("transfers[{i}]");
            if let Some(duty) = find(&transfer.duty, format!("{path}.duty"), &mut faults) {
                faults.take(&path.clone(), transfer_one(&mut held, duty, transfer, path));
            }
        }
        held.sort_by(|(a, _), (b, _)| {
            (a.duty, &a.unit, &a.area, a.period.from()).cmp(&(b.duty, &b.unit, &b.area, b.period.from()))
        });
        for pair in held.windows(2) {
            let [(a, _), (b, path)] = pair else { continue };
            let same = (a.duty, &a.unit, &a.area) == (b.duty, &b.unit, &b.area);
            if same && a.period.contains(b.period.from()) {
                let duty = draft.duties.get(b.duty).map(|d| d.key.to_string()).unwrap_or_default();
                faults.push(path, DutyError::HeldTwice { unit: b.unit.clone(), duty, from: b.period.from() });
            }
        }
        faults.into_result()?;
        let held = held.into_iter().map(|(held, _)| held).collect();
        Ok(Self { title: draft.title, list: draft.duties, held })
    }
}

/// Ends the source's row on the day and begins the target's.
fn transfer_one(held: &mut Vec<(Held, String)>, duty: usize, transfer: DutyTransferDraft, path: String) -> Result<()> {
    let DutyTransferDraft { duty: name, source, target, area, day, instrument } = transfer;
    if source == target {
        return Err(DutyError::ToItself { unit: source }.into());
    }
    let before = day.plus_days(-1)?;
    let fits = |h: &Held| h.duty == duty && h.unit == source && h.area == area;
    let row = held.iter_mut().find(|(h, _)| fits(h) && h.period.contains(before) && h.period.contains(day));
    let row = row.ok_or_else(|| DutyError::NotHeld { unit: source.clone(), duty: name, day })?;
    let until = row.0.period.until();
    row.0.period = Period::new(row.0.period.from(), Some(day))?;
    let period = Period::new(day, until)?;
    held.push((Held { duty, unit: target, area, period, received_from: Some(source), instrument }, path));
    Ok(())
}

impl Duties {
    /// What it is about.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// Who has which duty from when until when, transfers applied; of one duty or of all.
    ///
    /// # Errors
    /// `unknown-duty`.
    pub fn holdings(&self, duty: Option<&str>) -> Result<Vec<DutyHolding>> {
        let key = |i: usize| self.list.get(i).map(|d| d.key.to_string()).unwrap_or_default();
        if let Some(duty) = duty.filter(|duty| !self.list.iter().any(|d| d.key.as_str() == *duty)) {
            return Err(DutyError::Unknown { key: duty.chars().take(120).collect() }.into());
        }
        let wanted = self.held.iter().filter(|h| duty.is_none_or(|duty| key(h.duty) == duty));
        Ok(wanted
            .map(|h| DutyHolding {
                duty: key(h.duty),
                unit: h.unit.clone(),
                area: h.area.clone(),
                from: (h.period.from() != Day::MIN).then_some(h.period.from()),
                until: h.period.until(),
                received_from: h.received_from.clone(),
                instrument: h.instrument.clone(),
            })
            .collect())
    }
}

/// The areas of a kind that a unit acts for: those within its own area, or else the one around it.
fn areas_of(unit: &UnitView<'_>, kind: &str) -> Vec<String> {
    let is_area = matches!(unit.role(), Some(Role::Area | Role::Community | Role::Village));
    let base = if is_area { Some(*unit) } else { unit.parent() };
    let Some(base) = base else { return Vec::new() };
    let within = std::iter::once(base).chain(base.descendants()).filter(|u| u.kind() == kind);
    let within: Vec<String> = within.map(|u| u.key().to_owned()).collect();
    if within.is_empty() {
        base.ancestors().find(|u| u.kind() == kind).map(|u| u.key().to_owned()).into_iter().collect()
    } else {
        within
    }
}

impl Snapshot<'_> {
    /// Looks at every duty of the day in every area where it has to be done: whether nobody has it (缺位), several have it,
    /// or one has it who is not among those to do it (错位), or who may not, or not there (越位).
    ///
    /// A unit acts for the areas within its own area, or for the one around it: a sub-district's office for each of its
    /// communities, a residents' committee for its community. Areas and units count that may exist.
    ///
    /// # Errors
    /// `unknown-kind`, `unknown-unit`, each with its place in the catalogue.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Duties, DutyFault, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "o", "kind": "sub-district-office", "name": "街道办", "parent": "s"},
    ///     {"key": "c", "kind": "community", "name": "社区", "parent": "s"},
    ///     {"key": "r", "kind": "residents-committee", "name": "居委会", "parent": "c"}]}"#)?;
    /// let duties = Duties::parse(r#"{"format": "shequ.duties/1", "title": "职责",
    ///     "duties": [{"key": "permits", "label": "行政审批", "each": "community",
    ///                 "by": ["sub-district-office"], "never": ["residents-committee"]},
    ///                {"key": "mediation", "label": "人民调解", "each": "community"}],
    ///     "assignments": [{"duty": "permits", "unit": "o"}],
    ///     "transfers": [{"duty": "permits", "source": "o", "target": "r", "day": "2024-07-01"}]}"#)?;
    /// let found = |day: &str| -> shequ::kernel::Result<Vec<DutyFault>> {
    ///     Ok(organisation.at(day.parse()?).duties(&duties)?.findings.iter().map(|f| f.fault).collect())
    /// };
    /// assert_eq!(found("2024-06-30")?, [DutyFault::Gap]);
    /// assert_eq!(found("2024-07-01")?, [DutyFault::Overreach, DutyFault::Gap]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn duties(&self, duties: &Duties) -> Result<DutyReport> {
        let organisation = self.organisation();
        let mut faults = Faults::new();
        for (i, duty) in duties.list.iter().enumerate() {
            let kinds = [(&duty.each, "each".to_owned())].into_iter();
            let kinds = kinds.chain(duty.by.iter().zip(0..).map(|(kind, j)| (kind, format!("by[{j}]"))));
            let kinds = kinds.chain(duty.never.iter().zip(0..).map(|(kind, j)| (kind, format!("never[{j}]"))));
            for (kind, at) in kinds.filter(|(kind, _)| organisation.catalogue().kind(kind).is_none()) {
                faults.push(format!("duties[{i}].{at}"), OrganisationError::UnknownKind { key: kind.clone() });
            }
        }
        let named = duties.held.iter().flat_map(|h| [Some(&h.unit), h.area.as_ref()]).flatten();
        let unknown: BTreeSet<&String> = named.filter(|key| organisation.id(key).is_none()).collect();
        for key in unknown {
            faults.push("assignments", OrganisationError::UnknownUnit { key: key.chars().take(120).collect() });
        }
        faults.into_result()?;
        let (mut checked, mut sound, mut findings) = (0, 0, Vec::new());
        for (i, duty) in duties.list.iter().enumerate() {
            if !always(duty.from, duty.until)?.contains(self.day()) {
                continue;
            }
            // By area, the units that have the duty there, with whether they act for it.
            let mut by_area: BTreeMap<String, Vec<(UnitView<'_>, bool)>> = BTreeMap::new();
            for area in self.units().filter(|unit| unit.kind() == duty.each) {
                by_area.insert(area.key().to_owned(), Vec::new());
            }
            for held in duties.held.iter().filter(|h| h.duty == i && h.period.contains(self.day())) {
                let Some(unit) = self.unit(&held.unit).ok().filter(|u| u.likely() != Likely::No) else { continue };
                let acts_for = areas_of(&unit, &duty.each);
                let areas = held.area.as_ref().map_or_else(|| acts_for.clone(), |area| vec![area.clone()]);
                for area in areas {
                    let inside = acts_for.contains(&area);
                    by_area.get_mut(&area).into_iter().for_each(|list| list.push((unit, inside)));
                }
            }
            for (area, units) in by_area {
                let Ok(area) = self.unit(&area) else { continue };
                let before = findings.len();
                let mut note = |fault, units: Vec<&UnitView<'_>>| {
                    findings.push(DutyFinding {
                        fault,
                        duty: duty.key.to_string(),
                        label: duty.label.clone(),
                        area: area.named(),
                        units: units.into_iter().map(UnitView::named).collect(),
                        by: duty.by.clone(),
                        source: duty.source.clone(),
                    });
                };
                if units.is_empty() {
                    note(DutyFault::Gap, Vec::new());
                }
                let distinct: BTreeSet<&str> = units.iter().map(|(unit, _)| unit.key()).collect();
                if distinct.len() > 1 && !duty.shared {
                    note(DutyFault::Overlap, units.iter().map(|(unit, _)| unit).collect());
                }
                for (unit, inside) in &units {
                    let is = |kinds: &[String]| kinds.iter().any(|kind| kind == unit.kind());
                    if !inside || is(&duty.never) {
                        note(DutyFault::Overreach, vec![unit]);
                    } else if !duty.by.is_empty() && !is(&duty.by) {
                        note(DutyFault::Misplaced, vec![unit]);
                    }
                }
                checked += 1;
                sound += u32::from(findings.len() == before);
            }
        }
        Ok(DutyReport { day: self.day(), checked, sound, findings })
    }
}

impl DutyFault {
    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Gap => Text::new("缺位", "gap"),
            Self::Overlap => Text::new("重叠", "overlap"),
            Self::Misplaced => Text::new("错位", "misplaced"),
            Self::Overreach => Text::new("越位", "overreach"),
        }
    }
}

impl DutyReport {
    /// Sound and faulty pairs of a duty and an area, which add up; the faults below.
    pub fn explain(&self) -> Explanation {
        let count = |n: u32| Quantity::Count(n.into());
        let findings = self.findings.iter().map(|finding| {
            let words = |lang| {
                let units = finding.units.iter().map(|u| u.name.get(lang)).collect::<Vec<_>>().join(", ");
                format!("{}: {}: {units}", finding.area.name.get(lang), finding.label.get(lang))
            };
            let label = Text::new(
                words(crate::kernel::Lang::Zh).trim_end_matches(": "),
                words(crate::kernel::Lang::En).trim_end_matches(": "),
            );
            let node = Explanation::new(label, Quantity::Words(finding.fault.label()));
            match &finding.source {
                Some(source) => node.noted(source.clone()),
                None => node,
            }
        });
        Explanation::new(Text::new("职责核查", "duties"), count(self.checked)).of(
            How::Sum,
            vec![
                Explanation::new(Text::new("到位", "in order"), count(self.sound)),
                Explanation::new(Text::new("有问题", "with faults"), count(self.checked - self.sound))
                    .of(How::List, findings.collect()),
            ],
        )
    }
}
