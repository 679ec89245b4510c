//! One question of `peers/evaluation/run.py`, answered by the core: prints CPU seconds and megabytes as JSON.
//!
//! `evaluation PART FOLDER [SHAPE ROWS COLUMNS]`; with `SHEQU_ANSWERS=FILE` it also writes scores (f64) and then ranks (f64).
#![expect(clippy::print_stdout, reason = "it prints what it is run for")]

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};
use shequ::evaluation::certainty::{
    BoundStatus, Levels, MethodChoice, Noise, RankSample, RankSearch, Study, WeightBox, WeightDraws,
};
use shequ::evaluation::methods::{
    Decision, ExactMatrix, Matrix, Method, Preference, RankTies, Ranking, TopsisNorm, Totals, Weights,
};
use shequ::evaluation::{Goal, Scorecard};
use shequ::kernel::{Decimal, Ratio, Unwatched};
use shequ::wire::evaluation::CellChange;
use shequ::wire::{Column, Table};
use shequ_benches::measure::{Taken, taken};
use shequ_benches::{asem, contract, matrices};

const DRAWS: u64 = 1_000;

/// The files of one matrix.
struct Shape {
    stem: PathBuf,
    rows: usize,
    columns: usize,
}

impl Shape {
    fn ints(&self) -> Result<Vec<Vec<i64>>> {
        Ok(matrices::read(&self.stem.with_extension("i64"), self.rows, i64::from_le_bytes)?)
    }

    fn floats(&self, kind: &str) -> Result<Vec<Vec<f64>>> {
        Ok(matrices::read(&self.stem.with_extension(kind), self.rows, f64::from_le_bytes)?)
    }

    fn weights(&self) -> Result<Weights> {
        Ok(Weights::new(matrices::shares(self.columns))?)
    }
}

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let taken = match arguments.as_slice() {
        ["inputs", folder] => return inputs(Path::new(folder)),
        [part, folder] => alone(part, Path::new(folder))?,
        [part, folder, shape, rows, columns] => {
            let stem = Path::new(folder).join(shape);
            on(part, &Shape { stem, rows: rows.parse()?, columns: columns.parse()? })?
        }
        _ => bail!("evaluation PART FOLDER [SHAPE ROWS COLUMNS]"),
    };
    println!("{}", serde_json::json!({"seconds": taken.seconds, "memory": taken.memory}));
    Ok(())
}

/// Scores and ranks for whoever compares.
fn answer(scores: impl Iterator<Item = f64>, ranks: impl Iterator<Item = f64>) -> Result<()> {
    if let Some(path) = std::env::var_os("SHEQU_ANSWERS") {
        std::fs::write(path, scores.chain(ranks).flat_map(f64::to_le_bytes).collect::<Vec<u8>>())?;
    }
    Ok(())
}

/// The questions about a matrix.
fn on(part: &str, shape: &Shape) -> Result<Taken> {
    match part {
        "weighted_sum" => {
            let columns = shape.ints()?;
            let percents = matrices::percents(shape.columns);
            let (found, taken) = taken(|| -> Result<_> {
                let totals = matrices::exact(&columns)?.weighted_sum(&percents)?;
                let ranks = totals.ranks(RankTies::Min);
                Ok((totals, ranks))
            })?;
            let (totals, ranks) = found?;
            answer(scores(&totals), ranks.iter().map(|rank| rank.as_f64()))?;
            Ok(taken)
        }
        "sum_alone" => {
            let columns = shape.ints()?;
            let percents = matrices::percents(shape.columns);
            let (totals, taken) = taken(|| matrices::exact(&columns)?.weighted_sum(&percents))?;
            totals?;
            Ok(taken)
        }
        "scaled_from_floats" => scaled(shape, |shape| {
            let columns = shape.floats("f64")?.into_iter();
            Ok(columns.map(|cells| Column::Float(cells.into_iter().map(Some).collect())).collect())
        }),
        "scaled_from_decimals" => scaled(shape, |shape| {
            let columns = shape.ints()?.into_iter();
            let cells = |cells: Vec<i64>| cells.into_iter().map(|cell| Some(cell.into())).collect();
            Ok(columns.map(|column| Column::Decimal { cells: cells(column), scale: 1 }).collect())
        }),
        "topsis" => decide(shape, &Method::Topsis { norm: TopsisNorm::Vector }),
        "vikor" => decide(shape, &Method::Vikor { v: 0.5 }),
        "promethee_usual" => decide(shape, &Method::Promethee { preferences: vec![Preference::Usual] }),
        "promethee_linear" => {
            let preferences = vec![Preference::Linear { indifference: 1.0, preference: 10.0 }];
            decide(shape, &Method::Promethee { preferences })
        }
        "draws" => {
            let columns = shape.floats("values")?;
            let matrix = matrices::matrix(&columns, false)?;
            let study = Study::new(&matrix, WeightDraws::uniform(shape.columns)?)?.seed(7);
            let (sample, taken) = taken(|| study.run(DRAWS))?;
            answer(means(&sample?)?.into_iter(), std::iter::empty())?;
            Ok(taken)
        }
        "draws_summed" => {
            let columns = shape.floats("values")?;
            let matrix = matrices::matrix(&columns, false)?;
            let study = Study::new(&matrix, WeightDraws::uniform(shape.columns)?)?.seed(7);
            let (found, taken) = taken(|| study.run(DRAWS)?.summaries(&Levels::default()))?;
            found?;
            Ok(taken)
        }
        _ => bail!("no part `{part}` on a matrix"),
    }
}

#[expect(clippy::cast_precision_loss, reason = "sums far below 2^53")]
fn scores(totals: &Totals) -> impl Iterator<Item = f64> + '_ {
    // Tenths times percents.
    (0..totals.len()).filter_map(|row| totals.mantissa(row)).map(|sum| sum as f64 / 1_000.0)
}

/// The mean rank of each row.
#[expect(clippy::cast_precision_loss, reason = "a thousand draws")]
fn means(sample: &RankSample) -> Result<Vec<f64>> {
    let mean = |row: usize| -> Result<f64> {
        let sum = (0..DRAWS).map(|draw| sample.rank(draw, row).map(u64::from)).sum::<Result<u64, _>>()?;
        Ok(sum as f64 / DRAWS as f64)
    };
    (0..sample.rows()).map(mean).collect()
}

/// From a table of floats or decimals to an exact matrix of tenths.
fn scaled(shape: &Shape, read: impl Fn(&Shape) -> Result<Vec<Column>>) -> Result<Taken> {
    let columns = read(shape)?.into_iter().enumerate().map(|(j, column)| (format!("c{j:02}"), column));
    let table = Table::new(columns.collect())?;
    let scales: std::collections::BTreeMap<String, u8> =
        table.columns().iter().map(|(name, _)| (name.clone(), 1)).collect();
    let (matrix, taken) = taken(|| ExactMatrix::of_table(&table, &[], &scales))?;
    matrix?;
    Ok(taken)
}

fn decide(shape: &Shape, method: &Method) -> Result<Taken> {
    let columns = shape.floats("values")?;
    let weights = shape.weights()?;
    // Making the matrix looks at every value, so it is timed.
    let (decision, taken) = taken(|| -> Result<Decision> {
        let matrix: Matrix<'_> = matrices::matrix(&columns, true)?;
        Ok(method.decide(&matrix, &weights, Ranking::default())?)
    })?;
    let decision = decision?;
    answer(decision.scores().iter().copied(), decision.ranks().iter().map(|rank| rank.as_f64()))?;
    Ok(taken)
}

/// The contract and its tables, for the run from Python.
fn inputs(folder: &Path) -> Result<()> {
    std::fs::write(folder.join("contract.json"), contract::document().to_string())?;
    let scheme = contract::scheme()?;
    for units in [77, 10_000] {
        let table = contract::table(&scheme, units, 7)?;
        std::fs::write(folder.join(format!("contract_{units}.csv")), table.to_csv()?)?;
    }
    Ok(())
}

fn card(units: usize) -> Result<Scorecard> {
    let scheme = contract::scheme()?;
    Ok(scheme.evaluate(&contract::table(&scheme, units, 7)?)?)
}

fn evaluated(units: usize) -> Result<Taken> {
    let scheme = contract::scheme()?;
    let table = contract::table(&scheme, units, 7)?;
    let (card, taken) = taken(|| scheme.evaluate(&table))?;
    let found: Vec<_> = card?.scores().collect();
    let ranks = found.iter().map(|score| score.rank.map_or(0.0, f64::from));
    answer(found.iter().map(|score| score.total.to_string().parse().unwrap_or(f64::NAN)), ranks)?;
    Ok(taken)
}

/// A corrected cell of a unit in the middle.
fn corrected(card: &Scorecard) -> Result<CellChange> {
    let unit = card.units().get(card.len() / 2).context("there are units")?.to_string();
    Ok(CellChange { unit, column: "i00".into(), value: Some("42.5".parse::<Decimal>()?) })
}

/// The questions that need no matrix.
fn alone(part: &str, folder: &Path) -> Result<Taken> {
    match part {
        "contract_77" => evaluated(77),
        "contract_10000" => evaluated(10_000),
        "corrected_cell" => {
            let card = card(10_000)?;
            let changes = [corrected(&card)?];
            let (changed, taken) = taken(|| card.changed(&changes))?;
            changed?;
            Ok(taken)
        }
        "what_if_77" | "what_if_10000" => {
            let card = card(if part == "what_if_77" { 77 } else { 10_000 })?;
            let unit = card.units().first().context("there are units")?.to_string();
            let (answer, taken) = taken(|| card.what_if(&unit, &Goal::Rank(3)))?;
            answer?;
            Ok(taken)
        }
        "asem_weights" | "asem_data" => {
            let folder = asem::folder().or_else(|| Some(folder.to_owned())).context("the tables of ASEM")?;
            let (index, table) = asem::index(&folder)?;
            draws(part == "asem_data", &index.evaluate(&table)?)
        }
        "asem_whole" => {
            let (index, table) = asem::index(&asem::folder().context("the tables of ASEM are not there")?)?;
            let (card, taken) = taken(|| index.evaluate(&table))?;
            card?;
            Ok(taken)
        }
        "rank_bounds_10" | "rank_bounds_25" | "rank_bounds_50" => {
            let spread: i64 = part.trim_start_matches("rank_bounds_").parse()?;
            let (table, weights) = matrices::bounded(77, 30, 1)?;
            let space = WeightBox::around(&weights, &Ratio::new(spread, 100)?)?;
            let (bounds, taken) = taken(|| table.all_rank_bounds(&space, &RankSearch::default(), &mut Unwatched))?;
            let bounds = bounds?;
            let proven = bounds.iter().flat_map(|b| [b.best.status, b.worst.status]);
            let proven = proven.filter(|status| *status == BoundStatus::Proven).count();
            eprintln!("{part}: {proven} of {} proven", 2 * bounds.len());
            Ok(taken)
        }
        _ => bail!("no part `{part}`"),
    }
}

/// One draw of the whole index from the treatment of outliers on, with its ranks; seconds a draw.
fn draws(data: bool, card: &shequ::evaluation::methods::IndexCard) -> Result<Taken> {
    let [_, _, filled] = card.stages();
    let filled = filled.complete()?;
    let columns = filled.criteria().len();
    let model = |matrix: &Matrix<'_>, weights: &[f64]| card.scores(matrix, weights);
    let weights = WeightDraws::around(&asem::weights(card, columns), 0.25)?;
    let mut study = Study::new(&filled, weights)?.methods(vec![MethodChoice::Model(&model)])?.seed(7);
    if data {
        // A hundredth of the range of each indicator.
        let noise = filled.criteria().iter().map(|criterion| {
            let (low, high) = criterion.values().iter().fold((f64::MAX, f64::MIN), |(l, h), x| (l.min(*x), h.max(*x)));
            Noise::Normal((high - low) / 100.0)
        });
        study = study.noise(noise.collect())?;
    }
    let (sample, mut taken) = taken(|| study.run(DRAWS))?;
    sample?;
    taken.seconds /= 1_000.0;
    Ok(taken)
}
