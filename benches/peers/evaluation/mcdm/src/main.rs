//! One question, answered by the crate mcdm: `mcdm-peer PART FOLDER SHAPE ROWS COLUMNS` prints CPU seconds and megabytes as JSON.
//!
//! With `SHEQU_ANSWERS=FILE` it also writes the scores; the crate makes no ranks.

use std::error::Error;

use mcdm::{CriteriaTypes, Normalize as _, Rank as _};
use measure::taken;
use nalgebra::{DMatrix, DVector};

#[path = "../../../../src/measure.rs"]
mod measure;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [part, folder, shape, rows, columns] = arguments.as_slice() else {
        return Err("mcdm-peer PART FOLDER SHAPE ROWS COLUMNS".into());
    };
    let (rows, columns): (usize, usize) = (rows.parse()?, columns.parse()?);
    let read = |kind: &str| -> std::io::Result<DMatrix<f64>> {
        let bytes = std::fs::read(format!("{folder}/{shape}.{kind}"))?;
        let (words, _) = bytes.as_chunks::<8>();
        // Both lie column by column.
        Ok(DMatrix::from_iterator(rows, columns, words.iter().map(|word| f64::from_le_bytes(*word))))
    };
    let base = 100 / columns - 1;
    let mut percents: Vec<f64> = (0..columns).map(|j| (base + j % 3) as f64).collect();
    percents[columns - 1] += 100.0 - percents.iter().sum::<f64>();
    let weights = DVector::from_iterator(columns, percents.iter().map(|percent| percent / 100.0));
    // Version 0.4.0 gives the distance from the best over both distances: 1 less the closeness that the others give.
    let mut turned = false;
    let (scores, taken) = match part.as_str() {
        "weighted_sum" => {
            let matrix = read("f64")?;
            taken(|| matrix.rank_weighted_sum(&weights))?
        }
        "weighted_sum:min-max" => {
            let matrix = read("f64")?;
            let types = CriteriaTypes::all_profits(columns);
            taken(|| {
                let scaled = matrix.normalize_min_max(&types).map_err(|error| error.to_string());
                scaled.map(|scaled| scaled.rank_weighted_sum(&weights))
            })
            .map(|(scores, taken)| (scores.expect("no criterion is constant"), taken))?
        }
        "topsis" => {
            turned = true;
            let matrix = read("values")?;
            let types: Vec<i8> = (0..columns).map(|j| if j % 3 == 2 { -1 } else { 1 }).collect();
            let types = CriteriaTypes::from_slice(&types)?;
            taken(|| {
                matrix.normalize_vector(&types).map(|scaled| scaled.rank_topsis(&weights)).map_err(|e| e.to_string())
            })
            .map(|(scores, taken)| (scores.expect("it takes any values"), taken))?
        }
        _ => return Err(format!("no part `{part}`").into()),
    };
    let scores = scores.map_err(|error| error.to_string())?;
    if let Some(path) = std::env::var_os("SHEQU_ANSWERS") {
        std::fs::write(
            path,
            scores
                .iter()
                .flat_map(|score| if turned { 1.0 - score } else { *score }.to_le_bytes())
                .collect::<Vec<u8>>(),
        )?;
    }
    println!("{{\"seconds\": {}, \"memory\": {}}}", taken.seconds, taken.memory);
    Ok(())
}
