//! Columns of numbers and of units, read where they lie.

use hashbrown::HashSet;

use super::facts::Facts;
use super::roll::{Names, Owners, Roll};
use super::units::Areas;
use super::{ParticipationError, Units};
use crate::kernel::{Area, Day, Decimal, DocumentError, Error, Faults, NumberError, Result};
use crate::wire::participation::{FactsDraft, Vote};
use crate::wire::{Column, Joined, Keys, Table, TableError, Texts};

/// The decimals of an area in square metres that is a whole number of cm2.
const AREA_SCALE: u8 = 4;

/// A column of exact numbers where it lies; what is no plain slice is read cell by cell.
#[derive(Debug, Clone, Copy)]
pub enum Cells<'a> {
    /// Whole numbers, none missing.
    Ints(&'a [i64]),
    /// Scaled integers, none missing: each is `mantissa / 10^scale`.
    Decimals(&'a [i128], u8),
    /// Any column; a cell may be missing, floats are refused.
    Column(&'a Column),
}

impl Cells<'_> {
    /// The number of rows.
    pub fn len(&self) -> usize {
        match self {
            Self::Ints(cells) => cells.len(),
            Self::Decimals(cells, _) => cells.len(),
            Self::Column(column) => column.len(),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Refuses floats, which no exact number is read from.
    pub(super) fn exact(self, name: &str) -> Result<Self> {
        match self {
            Self::Column(Column::Float(_)) => Err(Error::at(name, TableError::FloatColumn { name: name.to_owned() })),
            Self::Column(Column::Bool(_)) => {
                let (got, expected) = ("yes or no".to_owned(), "numbers".to_owned());
                Err(Error::at(name, TableError::WrongColumn { name: name.to_owned(), got, expected }))
            }
            exact => Ok(exact),
        }
    }

    /// A cell times `10^scale`, if it is there; the plain shapes first.
    #[inline]
    pub(super) fn scaled(&self, name: &str, row: usize, scale: u8) -> Result<Option<u64>> {
        let ready = match self {
            Self::Ints(cells) => cells.get(row).map(|n| i128::from(*n)).zip(Some(0)),
            Self::Decimals(cells, own) => cells.get(row).copied().zip(Some(*own)),
            Self::Column(Column::Int(cells)) => match cells.get(row) {
                Some(Some(n)) => Some((i128::from(*n), 0)),
                _ => return Ok(None),
            },
            Self::Column(Column::Decimal { cells, scale }) => match cells.get(row) {
                Some(Some(n)) => Some((*n, *scale)),
                _ => return Ok(None),
            },
            Self::Column(_) => None,
        };
        if let Some((mantissa, own)) = ready
            && let Some(shift) = scale.checked_sub(own)
            && let Some(factor) = FACTORS.get(usize::from(shift))
            && let Some(number) = u64::try_from(mantissa).ok().and_then(|n| n.checked_mul(*factor))
        {
            return Ok(Some(number));
        }
        self.slowly(name, row, scale)
    }

    /// The same with every fault told.
    #[cold]
    fn slowly(&self, name: &str, row: usize, scale: u8) -> Result<Option<u64>> {
        let at = |e: Error| e.under(&format!("[{row}].{name}"));
        let number = match self {
            Self::Ints(cells) => cells.get(row).map(|n| Decimal::new((*n).into(), 0)).transpose().map_err(at)?,
            Self::Decimals(cells, own) => cells.get(row).map(|n| Decimal::new(*n, *own)).transpose().map_err(at)?,
            Self::Column(column) => column.decimal(name, row, scale)?,
        };
        let Some(number) = number else { return Ok(None) };
        let number = number.with_scale(scale).map_err(at)?;
        if scale == AREA_SCALE {
            return Area::try_from(number).map(|area| Some(area.cm2())).map_err(at);
        }
        let got = number.to_string();
        let whole = u64::try_from(number.mantissa());
        whole.map(Some).map_err(|_| at(NumberError::TooLarge { got }.into()))
    }
}

const FACTORS: [u64; 5] = [1, 10, 100, 1_000, 10_000];

/// How units voted.
#[derive(Clone, Copy)]
pub enum Votes<'a> {
    /// As they are.
    Given(&'a [Vote]),
    /// In the words of a document: `yes`, `no`, `abstain`, `absent`.
    Words(&'a dyn Texts),
    /// Words, each the place in a list of them.
    Places(&'a [u32], &'a [&'a str]),
}

/// Who owns units, by opaque ids.
#[derive(Clone, Copy)]
pub enum Ids<'a> {
    /// Texts; an empty one is none.
    Texts(&'a dyn Texts),
    /// Whole numbers, none missing.
    Ints(&'a [i64]),
    /// A column of either.
    Column(&'a Column),
}

/// Owners' units as columns of one length.
#[derive(Clone, Copy)]
pub struct UnitColumns<'a> {
    /// Their keys; without them a unit is its row, counted from 0.
    pub keys: Option<&'a dyn Texts>,
    /// Their areas in square metres.
    pub areas: Cells<'a>,
    /// Their votes.
    pub votes: Votes<'a>,
    /// Their owners; without them each unit is a head.
    pub owners: Option<Ids<'a>>,
    /// Whether the developer has not sold them, or sold and not yet handed over.
    pub unsold: Option<&'a [bool]>,
}

impl Votes<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Given(votes) => votes.len(),
            Self::Words(words) => words.len(),
            Self::Places(places, _) => places.len(),
        }
    }
}

fn vote(word: &str) -> Option<Vote> {
    Some(match word {
        "yes" => Vote::Yes,
        "no" => Vote::No,
        "abstain" => Vote::Abstain,
        "absent" => Vote::Absent,
        _ => return None,
    })
}

/// The vote of a word.
///
/// # Errors
/// `unknown-choice`.
pub(super) fn vote_of(word: &str) -> Result<Vote> {
    vote(word).ok_or_else(|| {
        let expected = "`yes`, `no`, `abstain`, `absent`".to_owned();
        DocumentError::UnknownChoice { got: word.to_owned(), expected }.into()
    })
}

fn read_votes(votes: Votes<'_>) -> Result<Vec<Vote>> {
    let mut faults = Faults::new();
    let mut read = |row: usize, word: Option<&str>| {
        let found = match word {
            Some(word) => vote_of(word),
            None => Err(TableError::EmptyCell.into()),
        };
        faults.take(&format!("[{row}].vote"), found).unwrap_or(Vote::Absent)
    };
    let read = match votes {
        Votes::Given(votes) => votes.to_vec(),
        Votes::Words(words) => {
            let cell = |row| words.text(row).and_then(vote).unwrap_or_else(|| read(row, words.text(row)));
            (0..words.len()).map(cell).collect()
        }
        Votes::Places(places, words) => {
            let known: Vec<Option<Vote>> = words.iter().map(|word| vote(word)).collect();
            let cell = |(row, place): (usize, &u32)| {
                let at = *place as usize;
                known.get(at).copied().flatten().unwrap_or_else(|| read(row, words.get(at).copied()))
            };
            places.iter().enumerate().map(cell).collect()
        }
    };
    faults.into_result().map(|()| read)
}

fn read_owners(owners: Ids<'_>) -> Result<Owners> {
    let joined = |texts: &dyn Texts| Joined::gather(texts).map(Names::Joined).ok_or(ParticipationError::TooMuch);
    Ok(match owners {
        Ids::Texts(texts) => Owners::Texts(joined(texts)?),
        Ids::Ints(ids) => {
            let small: Result<Vec<u32>, _> = ids.iter().map(|id| u32::try_from(*id)).collect();
            small.map_or_else(|_| Owners::Numbers(ids.iter().copied().map(Some).collect()), Owners::Small)
        }
        Ids::Column(Column::Text(cells)) => Owners::Texts(joined(cells)?),
        Ids::Column(Column::Keys(cells)) => Owners::Texts(joined(cells)?),
        Ids::Column(Column::Int(cells)) => Owners::Numbers(cells.clone()),
        Ids::Column(other) => return Err(wrong_column("owner", other, "texts")),
    })
}

fn read_keys(keys: &dyn Texts) -> Result<Names> {
    let mut faults = Faults::new();
    let mut seen: HashSet<&str, foldhash::fast::FixedState> =
        HashSet::with_capacity_and_hasher(keys.len(), <_>::default());
    for row in 0..keys.len() {
        match keys.text(row) {
            None => faults.push(format!("[{row}].key"), TableError::EmptyCell),
            Some(key) if !seen.insert(key) => {
                faults.push(format!("[{row}].key"), ParticipationError::UnitTwice { key: key.to_owned() });
            }
            Some(_) => {}
        }
    }
    faults.into_result()?;
    Ok(Names::Joined(Joined::gather(keys).ok_or(ParticipationError::TooMuch)?))
}

impl Units {
    /// Units of columns.
    fn of_columns(columns: UnitColumns<'_>) -> Result<Self> {
        let mut faults = Faults::new();
        let votes = faults.take("", read_votes(columns.votes)).unwrap_or_default();
        let keys = columns.keys.and_then(|keys| faults.take("", read_keys(keys)));
        let owners = columns.owners.and_then(|owners| faults.take("", read_owners(owners))).unwrap_or_default();
        let rows = columns.votes.len();
        let mut areas = Areas::with_capacity(rows);
        if let Some(cells) = faults.take("", columns.areas.exact("area")) {
            for row in 0..rows {
                match cells.scaled("area", row, AREA_SCALE) {
                    Ok(Some(0)) => {
                        let key = columns.keys.and_then(|keys| keys.text(row));
                        let key = key.map_or_else(|| row.to_string(), str::to_owned);
                        faults.push(format!("[{row}].area"), ParticipationError::NoArea { key });
                    }
                    Ok(cm2) => areas.push(cm2.unwrap_or(0)),
                    Err(error) => faults.extend("", error),
                }
            }
        }
        let lengths = [
            ("area", Some(columns.areas.len())),
            ("key", columns.keys.map(Texts::len)),
            ("owner", columns.owners.map(|owners| owners.len())),
            ("developer_unsold", columns.unsold.map(<[bool]>::len)),
        ];
        for (name, rows_here) in lengths {
            if let Some(rows_here) = rows_here.filter(|n| *n != rows) {
                let name = name.to_owned();
                faults.push(name.clone(), TableError::Ragged { name, rows: rows_here, expected: rows });
            }
        }
        faults.into_result()?;
        if rows == 0 {
            return Err(ParticipationError::NoUnits.into());
        }
        let roll = Roll { keys, owners, unsold: columns.unsold.map(<[bool]>::to_vec) };
        Ok(Self::new(roll, areas, votes))
    }
}

impl Ids<'_> {
    fn len(&self) -> usize {
        match self {
            Self::Texts(texts) => texts.len(),
            Self::Ints(ids) => ids.len(),
            Self::Column(column) => column.len(),
        }
    }
}

impl Facts {
    /// Facts of columns of units, without making an object of each.
    ///
    /// ```
    /// use shequ::kernel::Status;
    /// use shequ::participation::{Cells, Facts, UnitColumns, Votes};
    /// use shequ::wire::participation::Vote;
    /// let areas = [4567; 6]; // 45.67 m2 each
    /// let votes = [Vote::Yes, Vote::Yes, Vote::Yes, Vote::Yes, Vote::Absent, Vote::Absent];
    /// let columns = UnitColumns {
    ///     keys: None,
    ///     areas: Cells::Decimals(&areas, 2),
    ///     votes: Votes::Given(&votes),
    ///     owners: None,
    ///     unsold: None,
    /// };
    /// let verdict = shequ::pack::cn().at("2026-03-01".parse()?).decide("owners.special", &Facts::of_columns(columns, None)?)?;
    /// assert_eq!(verdict.status(), Status::Met);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `float-column` for areas, `unknown-choice` for votes, `empty-cell`, `ragged-table`, and the faults of a list of units;
    /// the path names the row.
    pub fn of_columns(columns: UnitColumns<'_>, day: Option<Day>) -> Result<Self> {
        let units = Units::of_columns(columns).and_then(|units| units.tallies().map(|tallies| (units, tallies)));
        let (units, (heads, area)) = units.map_err(|e| e.under("units").under("facts"))?;
        Ok(Self::counted(FactsDraft { day, ..FactsDraft::default() }, units, heads, area))
    }

    /// Facts of a table of units: the columns `area` and `vote`, and if they are there `key`, `owner` and
    /// `developer_unsold`, as the fields of a unit in a document. Without keys a unit is its row, counted from 0.
    ///
    /// # Errors
    /// `missing-column`, `wrong-column`, and those of [`of_columns`](Self::of_columns).
    pub fn of_units(table: &Table, day: Option<Day>) -> Result<Self> {
        let mut faults = Faults::new();
        let texts = |name: &str| match table.get(name) {
            None => Ok(None),
            // Keys that are whole numbers are written out.
            Some(Column::Int(_)) => table.texts(name).map(|texts| Some(texts.into_iter().map(Some).collect())),
            Some(Column::Text(cells)) => Ok(Some(cells.clone())),
            Some(Column::Keys(cells)) => Ok(Some(owned(cells))),
            Some(other) => Err(wrong_column(name, other, "texts")),
        };
        let keys: Option<Vec<Option<String>>> = faults.take("facts.units", texts("key")).flatten();
        let votes = faults.take("facts.units", table.column("vote").and_then(|_| texts("vote"))).flatten();
        let areas =
            faults.take("facts.units", table.column("area").and_then(|column| Cells::Column(column).exact("area")));
        let unsold = faults.take("facts.units", read_unsold(table)).flatten();
        let facts = match (votes, areas) {
            (Some(votes), Some(areas)) => {
                let columns = UnitColumns {
                    keys: keys.as_ref().map(|keys| keys as &dyn Texts),
                    areas,
                    votes: Votes::Words(&votes),
                    owners: table.get("owner").map(Ids::Column),
                    unsold: unsold.as_deref(),
                };
                faults.take("", Self::of_columns(columns, day))
            }
            // What can be said of the votes is said beside what is wrong with the areas.
            (Some(votes), None) => {
                faults.take("facts.units", read_votes(Votes::Words(&votes)));
                None
            }
            _ => None,
        };
        match (faults.into_result(), facts) {
            (Ok(()), Some(facts)) => Ok(facts),
            (Ok(()), None) => Err(ParticipationError::NoUnits.into()),
            (Err(error), _) => Err(error),
        }
    }
}

fn owned(cells: &Keys) -> Vec<Option<String>> {
    (0..cells.len()).map(|row| cells.text(row).map(str::to_owned)).collect()
}

fn read_unsold(table: &Table) -> Result<Option<Vec<bool>>> {
    match table.get("developer_unsold") {
        None => Ok(None),
        Some(Column::Bool(cells)) => Ok(Some(cells.iter().map(|c| c.unwrap_or(false)).collect())),
        Some(other) => Err(wrong_column("developer_unsold", other, "yes or no")),
    }
}

fn wrong_column(name: &str, column: &Column, expected: &str) -> Error {
    let (name, got) = (name.to_owned(), column.kind().to_owned());
    Error::at(name.clone(), TableError::WrongColumn { name, got, expected: expected.to_owned() })
}
