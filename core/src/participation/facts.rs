//! The facts of a decision: tallies, or a list of owners' units that is counted once.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::check::word;
use super::{Counts, ParticipationError, Tally, Units};
use crate::kernel::{Area, Day, Digest, Document, DocumentError, Error, Faults, Result};
use crate::pack::{Figure, Measure, Milestone};
use crate::wire::participation::{AreaTallyDraft, FactsDraft, TallyDraft, UnitDraft, Vote};
use crate::wire::{Column, Table, TableError, Texts as _};

/// Checked facts of a decision, `shequ.facts/1`.
///
/// ```
/// use shequ::kernel::Document;
/// use shequ::participation::Facts;
/// let facts = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"entitled": 100, "present": 51, "yes": 26}}"#)?;
/// assert_eq!(facts.counts().heads.present, Some(51));
/// let error = Facts::parse(r#"{"format": "shequ.facts/1", "heads": {"present": 51, "yes": 52}}"#).unwrap_err();
/// assert_eq!((error.first().code(), error.first().path()), ("more-votes-than-present", "facts.heads.present"));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Facts {
    day: Option<Day>,
    body: Option<String>,
    counts: Counts,
    units: Option<Arc<Units>>,
    draft: Arc<FactsDraft>,
}

impl Facts {
    /// Facts of tallies alone, without a day.
    ///
    /// # Errors
    /// The faults of [`Counts::check`].
    pub fn of(counts: Counts) -> Result<Self> {
        let some = |t: &Tally| (!t.is_empty()).then(|| tally_draft(t));
        Self::check(FactsDraft {
            heads: some(&counts.heads),
            area: (!counts.area.is_empty()).then(|| area_tally_draft(&counts.area)),
            residents: some(&counts.residents),
            households: some(&counts.households),
            groups: some(&counts.groups),
            representatives: some(&counts.representatives),
            shares: some(&counts.shares),
            ..FactsDraft::default()
        })
    }

    /// Facts of a table of units: the columns `key`, `area` and `vote`, and if they are there `owner` and
    /// `developer_unsold`, as the fields of a unit in a document.
    ///
    /// # Errors
    /// `missing-column`, `wrong-column`, `empty-cell`, `float-column` for areas, `unknown-choice` for votes, and the
    /// faults of a list of units; the path names the row.
    pub fn of_units(table: &Table, day: Option<Day>) -> Result<Self> {
        let keys = table.texts("key").map_err(|e| e.under("units"))?;
        let mut faults = Faults::new();
        let areas = faults.take("units", read_areas(table));
        let votes = faults.take("units", read_votes(table));
        let owners = faults.take("units", read_owners(table));
        let unsold = faults.take("units", read_unsold(table));
        faults.into_result().map_err(|e| e.under(Self::ROOT))?;
        let columns = (areas.unwrap_or_default().into_iter(), votes.unwrap_or_default().into_iter());
        let marks = (owners.unwrap_or_default().into_iter(), unsold.unwrap_or_default().into_iter());
        let rows = keys.into_iter().zip(columns.0).zip(columns.1).zip(marks.0).zip(marks.1);
        let units = rows.map(|((((key, area), vote), owner), developer_unsold)| UnitDraft {
            key,
            owner,
            area,
            vote,
            developer_unsold,
        });
        let draft = FactsDraft { day, units: Some(units.collect()), ..FactsDraft::default() };
        Self::check(draft).map_err(|e| e.under(Self::ROOT))
    }

    /// The day of the decision, if they say it.
    pub const fn day(&self) -> Option<Day> {
        self.day
    }

    /// How the deciding body is composed, if they say it.
    pub fn body(&self) -> Option<&str> {
        self.body.as_deref()
    }

    /// The tallies; of a list of units, as they were counted.
    pub const fn counts(&self) -> &Counts {
        &self.counts
    }

    /// The units, if they were listed.
    pub fn units(&self) -> Option<&Units> {
        self.units.as_deref()
    }

    /// What was counted once.
    pub fn number(&self, figure: Figure) -> Option<u64> {
        self.draft.numbers.get(&figure).copied()
    }

    /// On which day something happened.
    pub fn day_of(&self, milestone: Milestone) -> Option<Day> {
        self.draft.days.get(&milestone).copied()
    }

    /// Whether what a clause asks is so.
    pub fn answer(&self, clause: &str) -> Option<bool> {
        self.draft.answers.get(clause).copied()
    }

    /// Whether the meeting was called a second time.
    pub fn second_call(&self) -> Option<bool> {
        self.draft.second_call
    }

    pub(super) fn draft(&self) -> &FactsDraft {
        &self.draft
    }

    /// The digest of the facts with their salt.
    ///
    /// # Errors
    /// None that these facts can have; the digest is fallible in general.
    pub fn digest(&self) -> Result<Digest> {
        Digest::of(&*self.draft)
    }
}

impl Document for Facts {
    const FORMAT: &'static str = "shequ.facts/1";
    const ROOT: &'static str = "facts";
    type Draft = FactsDraft;

    fn check(draft: FactsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut counts = Counts {
            heads: draft.heads.as_ref().map(tally).unwrap_or_default(),
            area: draft.area.as_ref().map(area_tally).unwrap_or_default(),
            residents: draft.residents.as_ref().map(tally).unwrap_or_default(),
            households: draft.households.as_ref().map(tally).unwrap_or_default(),
            groups: draft.groups.as_ref().map(tally).unwrap_or_default(),
            representatives: draft.representatives.as_ref().map(tally).unwrap_or_default(),
            shares: draft.shares.as_ref().map(tally).unwrap_or_default(),
        };
        for measure in Measure::ALL {
            faults.take("", counts.tally(measure).check(measure));
        }
        let wholes = [
            (Figure::Women, Figure::Members),
            (Figure::Representatives, Figure::Members),
            (Figure::DeliveredArea, Figure::TotalArea),
        ];
        for (part, whole) in wholes {
            if let (Some(n), Some(of)) = (draft.numbers.get(&part), draft.numbers.get(&whole))
                && n > of
            {
                let (n, of) = (*n, *of);
                let name = |figure: Figure| figure.label().get(crate::kernel::Lang::En).to_owned();
                let cause = ParticipationError::MoreThanWhole { part: name(part), n, whole: name(whole), of };
                faults.push(format!("numbers.{}", word(&part)), cause);
            }
        }
        let mut units = None;
        if let Some(list) = &draft.units {
            for (measure, given) in [("heads", draft.heads.is_some()), ("area", draft.area.is_some())] {
                if given {
                    faults.push(measure, ParticipationError::UnitsAndTallies { measure: measure.to_owned() });
                }
            }
            if list.is_empty() {
                faults.push("units", ParticipationError::NoUnits);
            }
            let mut keys = BTreeSet::new();
            for (i, unit) in list.iter().enumerate() {
                if !keys.insert(unit.key.as_str()) {
                    faults.push(format!("units[{i}].key"), ParticipationError::UnitTwice { key: unit.key.clone() });
                }
                if unit.area == Some(Area::default()) {
                    faults.push(format!("units[{i}].area"), ParticipationError::NoArea { key: unit.key.clone() });
                }
            }
            units = Some(Units::new(list));
        }
        if let Some(units) = &units
            && let Some((heads, area)) = faults.take("units", units.tallies())
        {
            counts.heads = heads;
            counts.area = area;
        }
        faults.into_result()?;
        let (day, body, units) = (draft.day, draft.body.clone(), units.map(Arc::new));
        Ok(Self { day, body, counts, units, draft: Arc::new(draft) })
    }
}

/// A tally as a document writes it.
pub(super) fn tally_draft(t: &Tally) -> TallyDraft {
    TallyDraft {
        entitled: t.entitled,
        present: t.present,
        yes: t.yes,
        no: t.no,
        abstain: t.abstain,
        invalid: t.invalid,
        proposing: t.proposing,
    }
}

/// A tally of areas as a document writes it.
pub(super) fn area_tally_draft(t: &Tally) -> AreaTallyDraft {
    AreaTallyDraft {
        entitled: t.entitled.map(Area::from_cm2),
        present: t.present.map(Area::from_cm2),
        yes: t.yes.map(Area::from_cm2),
        no: t.no.map(Area::from_cm2),
        abstain: t.abstain.map(Area::from_cm2),
        invalid: t.invalid.map(Area::from_cm2),
        proposing: t.proposing.map(Area::from_cm2),
    }
}

/// A tally of a document.
pub(super) fn tally(draft: &TallyDraft) -> Tally {
    Tally {
        entitled: draft.entitled,
        present: draft.present,
        yes: draft.yes,
        no: draft.no,
        abstain: draft.abstain,
        invalid: draft.invalid,
        proposing: draft.proposing,
    }
}

/// A tally of areas of a document.
pub(super) fn area_tally(draft: &AreaTallyDraft) -> Tally {
    Tally {
        entitled: draft.entitled.map(Area::cm2),
        present: draft.present.map(Area::cm2),
        yes: draft.yes.map(Area::cm2),
        no: draft.no.map(Area::cm2),
        abstain: draft.abstain.map(Area::cm2),
        invalid: draft.invalid.map(Area::cm2),
        proposing: draft.proposing.map(Area::cm2),
    }
}

fn read_areas(table: &Table) -> Result<Vec<Option<Area>>> {
    let column = table.column("area")?;
    if matches!(column, Column::Float(_)) {
        return Err(Error::at("area", TableError::FloatColumn { name: "area".to_owned() }));
    }
    let mut faults = Faults::new();
    let cell = |row| column.decimal("area", row, 4)?.map(Area::try_from).transpose();
    let areas = (0..table.rows()).map(|row| faults.take("", cell(row)).flatten()).collect();
    faults.into_result()?;
    Ok(areas)
}

fn read_votes(table: &Table) -> Result<Vec<Vote>> {
    let mut faults = Faults::new();
    let mut votes = Vec::with_capacity(table.rows());
    for (row, word) in table.texts("vote")?.into_iter().enumerate() {
        votes.push(match word.as_str() {
            "yes" => Vote::Yes,
            "no" => Vote::No,
            "abstain" => Vote::Abstain,
            "absent" => Vote::Absent,
            _ => {
                let expected = "`yes`, `no`, `abstain`, `absent`".to_owned();
                faults.push(format!("[{row}].vote"), DocumentError::UnknownChoice { got: word, expected });
                Vote::Absent
            }
        });
    }
    faults.into_result()?;
    Ok(votes)
}

/// Owners may be left out, whole or cell by cell; ids may be whole numbers.
fn read_owners(table: &Table) -> Result<Vec<Option<String>>> {
    match table.get("owner") {
        None => Ok(vec![None; table.rows()]),
        Some(Column::Text(cells)) => Ok(cells.clone()),
        Some(Column::Keys(cells)) => Ok((0..cells.len()).map(|row| cells.text(row).map(str::to_owned)).collect()),
        Some(Column::Int(cells)) => Ok(cells.iter().map(|c| c.map(|n| n.to_string())).collect()),
        Some(other) => Err(wrong_column("owner", other, "texts")),
    }
}

fn read_unsold(table: &Table) -> Result<Vec<bool>> {
    match table.get("developer_unsold") {
        None => Ok(vec![false; table.rows()]),
        Some(Column::Bool(cells)) => Ok(cells.iter().map(|c| c.unwrap_or(false)).collect()),
        Some(other) => Err(wrong_column("developer_unsold", other, "yes or no")),
    }
}

fn wrong_column(name: &str, column: &Column, expected: &str) -> Error {
    let (name, got) = (name.to_owned(), column.kind().to_owned());
    Error::at(name.clone(), TableError::WrongColumn { name, got, expected: expected.to_owned() })
}
