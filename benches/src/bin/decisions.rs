//! One question of `peers/decisions/run.py`, answered by the core: prints CPU seconds and megabytes as JSON.
//!
//! `decisions inputs FOLDER` writes the numbers, `decisions PART FOLDER` takes the time; with `SHEQU_ANSWERS=FILE` it also
//! writes one byte a decision: 0 not met, 1 unknown, 2 met.
#![expect(clippy::print_stdout, reason = "it prints what it is run for")]
#![expect(clippy::indexing_slicing, reason = "columns that were just made, and votes below their number")]

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use shequ::kernel::{Document, Status};
use shequ::pack::{Pack, Packs};
use shequ::participation::{Cells, Decision, Decisions, Detail, Facts, Ids, Live, Question, UnitColumns, Votes};
use shequ::wire::participation::Vote;
use shequ_benches::Seeded;
use shequ_benches::matrices::read;
use shequ_benches::measure::taken;

const DECISIONS: usize = 1_000_000;
const EXPLAINED: usize = 200_000;
const UNITS: usize = 100_000;
const DAY: &str = "2026-03-01";
const QUESTION: &str = "owners.special";
const NAMES: [&str; 5] = ["entitled", "present", "yes", "no", "abstain"];
const VOTES: [Vote; 4] = [Vote::Yes, Vote::No, Vote::Abstain, Vote::Absent];
const PACKS: [&str; 14] = [
    include_str!("../../../core/packs/organisation.toml"),
    include_str!("../../../core/packs/cn/residents.toml"),
    include_str!("../../../core/packs/cn/villagers.toml"),
    include_str!("../../../core/packs/cn/owners.toml"),
    include_str!("../../../core/packs/cn/organisation.toml"),
    include_str!("../../../core/packs/cn/property.toml"),
    include_str!("../../../core/packs/cn/elections.toml"),
    include_str!("../../../core/packs/cn/party.toml"),
    include_str!("../../../core/packs/cn/beijing.toml"),
    include_str!("../../../core/packs/cn/shanghai.toml"),
    include_str!("../../../core/packs/de/weg.toml"),
    include_str!("../../../core/packs/gb/parish.toml"),
    include_str!("../../../core/packs/us/ca-cid.toml"),
    include_str!("../../../core/packs/pl/budget.toml"),
];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ["inputs", folder] = arguments.as_slice() else {
        let [part, folder] = arguments.as_slice() else { bail!("decisions PART FOLDER") };
        return part_of(part, Path::new(folder));
    };
    inputs(Path::new(folder))
}

fn question() -> Result<Question> {
    Ok(shequ::pack::cn().at(DAY.parse()?).question(QUESTION)?)
}

/// Heads and areas in hundredths of a square metre: every tenth has whole thirds and quarters, so that shares are met exactly.
fn inputs(folder: &Path) -> Result<()> {
    let mut seeded = Seeded::new(17);
    let mut columns: Vec<Vec<i64>> = vec![Vec::new(); 10];
    for i in 0..DECISIONS {
        let flat = i64::try_from(4_000 + seeded.below(8_000))?;
        let scale = if i % 10 == 0 { 12 } else { 1 };
        let entitled = scale * i64::try_from(10 + seeded.below(90))?;
        let present =
            if i % 10 == 0 { entitled * 2 / 3 } else { entitled * i64::try_from(55 + seeded.below(45))? / 100 };
        let yes = if i % 10 == 0 { present * 3 / 4 } else { present * i64::try_from(60 + seeded.below(40))? / 100 };
        let abstain = (present - yes) / 3;
        let row = [entitled, present, yes, present - yes - abstain, abstain];
        for (at, n) in row.into_iter().enumerate() {
            columns[at].push(n);
            columns[at + 5].push(n * flat);
        }
    }
    write(&folder.join("decisions.i64"), &columns)?;
    let mut units: Vec<Vec<i64>> = vec![Vec::new(); 3];
    for i in 0..UNITS {
        units[0].push(i64::try_from(4_000 + seeded.below(10_000))?);
        units[1].push([0, 0, 0, 0, 0, 0, 0, 1, 2, 3].get(usize::try_from(seeded.below(10))?).copied().unwrap_or(0));
        // One in twenty has the owner of another unit.
        units[2].push(i64::try_from(if seeded.below(20) == 0 { seeded.below(1 + i as u64) } else { i as u64 })?);
    }
    write(&folder.join("units.i64"), &units)
}

fn write(path: &Path, columns: &[Vec<i64>]) -> Result<()> {
    Ok(std::fs::write(path, columns.iter().flatten().flat_map(|n| n.to_le_bytes()).collect::<Vec<u8>>())?)
}

/// The columns of decisions as a caller has them: whole numbers, and decimals of two places.
struct Input {
    heads: Vec<Vec<i64>>,
    areas: Vec<Vec<i128>>,
    names: Vec<String>,
}

impl Input {
    fn read(folder: &Path) -> Result<Self> {
        let mut heads = read(&folder.join("decisions.i64"), DECISIONS, i64::from_le_bytes)?;
        let areas = heads.split_off(5);
        let areas = areas.into_iter().map(|cells| cells.into_iter().map(i128::from).collect()).collect();
        let names =
            ["heads", "area"].iter().flat_map(|m| NAMES.iter().map(move |name| format!("{m}.{name}"))).collect();
        Ok(Self { heads, areas, names })
    }

    fn decisions(&self, rows: usize) -> Result<Decisions<'_>> {
        let heads = self.heads.iter().map(|cells| Cells::Ints(&cells[..rows]));
        let areas = self.areas.iter().map(|cells| Cells::Decimals(&cells[..rows], 2));
        Ok(Decisions::new(self.names.iter().map(String::as_str).zip(heads.chain(areas)))?)
    }
}

fn answer(statuses: impl Iterator<Item = Status>) -> Result<()> {
    if let Some(path) = std::env::var_os("SHEQU_ANSWERS") {
        std::fs::write(path, statuses.map(|status| status as u8).collect::<Vec<u8>>())?;
    }
    Ok(())
}

fn part_of(part: &str, folder: &Path) -> Result<()> {
    let question = question()?;
    let taken = match part {
        "plain" | "margins" => {
            let input = Input::read(folder)?;
            let decisions = input.decisions(DECISIONS)?;
            let detail = if part == "plain" { Detail::Plain } else { Detail::Margins };
            let (table, taken) = taken(|| question.decide_table(&decisions, detail))?;
            drop(table?);
            answer(question.decide_all(&decisions)?.into_iter().map(Decision::status))?;
            taken
        }
        "bare" => {
            let input = Input::read(folder)?;
            let decisions = input.decisions(DECISIONS)?;
            let (found, taken) = taken(|| question.decide_all(&decisions))?;
            answer(found?.into_iter().map(Decision::status))?;
            taken
        }
        "explained" => {
            let input = Input::read(folder)?;
            let decisions = input.decisions(EXPLAINED)?;
            let (found, taken) = taken(|| -> Result<usize> {
                let mut nodes = 0;
                for row in 0..EXPLAINED {
                    nodes += question.explain(&decisions.counts(row)?)?.children.len();
                }
                Ok(nodes)
            })?;
            found?;
            taken
        }
        "units" => {
            let columns = read(&folder.join("units.i64"), UNITS, i64::from_le_bytes)?;
            let [areas, votes, owners] = columns.as_slice() else { bail!("three columns of units") };
            let areas: Vec<i128> = areas.iter().copied().map(i128::from).collect();
            let votes: Vec<Vote> = votes.iter().map(|v| VOTES[usize::try_from(*v).unwrap_or(3)]).collect();
            let columns = UnitColumns {
                keys: None,
                areas: Cells::Decimals(&areas, 2),
                votes: Votes::Given(&votes),
                owners: Some(Ids::Ints(owners)),
                unsold: None,
            };
            let (found, taken) = taken(|| -> Result<_> {
                let verdict = question.verdict(&Facts::of_columns(columns, None)?)?;
                let why = verdict.explain();
                Ok((verdict, why))
            })?;
            answer(std::iter::once(found?.0.status()))?;
            taken
        }
        "votes" => {
            let columns = read(&folder.join("units.i64"), UNITS, i64::from_le_bytes)?;
            let [areas, votes, owners] = columns.as_slice() else { bail!("three columns of units") };
            let absent = vec![Vote::Absent; UNITS];
            let columns = UnitColumns {
                keys: None,
                areas: Cells::Ints(areas),
                votes: Votes::Given(&absent),
                owners: Some(Ids::Ints(owners)),
                unsold: None,
            };
            let mut live = Live::new(question, Facts::of_columns(columns, None)?)?;
            let (found, taken) = taken(|| -> Result<_> {
                let mut status = Status::Unknown;
                for (row, vote) in votes.iter().enumerate() {
                    status = live.vote_row(row, VOTES[usize::try_from(*vote).unwrap_or(3)])?;
                }
                Ok(status)
            })?;
            answer(std::iter::once(found?))?;
            taken
        }
        "packs" => {
            let (packs, taken) = taken(|| -> Result<_> {
                let packs = PACKS.iter().map(|text| Pack::parse(text)).collect::<shequ::kernel::Result<Vec<_>>>()?;
                Ok(Packs::new(packs)?)
            })?;
            packs.context("the packs that ship")?;
            taken
        }
        _ => bail!("no part `{part}`"),
    };
    println!("{}", serde_json::json!({"seconds": taken.seconds, "memory": taken.memory}));
    Ok(())
}
