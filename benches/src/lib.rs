//! The inputs of the benchmarks, made from a seed, so that every run and every peer sees the same numbers.

pub mod asem;
pub mod contract;
pub mod matrices;
pub mod measure;

use shequ::evaluation::Scheme;
use shequ::kernel::{Document, Result};
use shequ::wire::{Column, Table};

/// A small generator (SplitMix64), so that the inputs need no crate and never change.
#[derive(Debug, Clone)]
pub struct Seeded(u64);

impl Seeded {
    /// A stream for a seed.
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `bound`.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % bound
    }
}

/// A scheme of linear indicators in half points: indicator `i` brings `1 + i % 5` points at the target `60 + i`.
///
/// # Errors
/// None for what this writes.
pub fn scheme(indicators: usize) -> Result<Scheme> {
    let rows: Vec<String> = (0..indicators)
        .map(|i| {
            format!(
                r#"{{"key": "i{i:02}", "points": {}, "rule": "linear", "target": {}, "scale": 1}}"#,
                1 + i % 5,
                60 + i
            )
        })
        .collect();
    Scheme::parse(&format!(
        r#"{{"format": "shequ.scheme/1", "title": "benchmark", "subject": "unit", "ranking": {{"basis": "rounded", "ties": "min"}},
            "groups": [{{"key": "all", "indicators": [{}]}}]}}"#,
        rows.join(",")
    ))
}

/// A table for [`scheme`]: each value is a whole number of halves from 0 to 100.
///
/// # Errors
/// None for what this writes.
pub fn table(units: usize, indicators: usize, seed: u64) -> Result<Table> {
    let mut seeded = Seeded::new(seed);
    let mut columns = vec![("unit".to_owned(), Column::Text((0..units).map(|u| Some(format!("u{u:05}"))).collect()))];
    for i in 0..indicators {
        let cells = (0..units).map(|_| Some(i128::from(seeded.below(201)) * 5)).collect();
        columns.push((format!("i{i:02}"), Column::Decimal { cells, scale: 1 }));
    }
    Table::new(columns)
}
