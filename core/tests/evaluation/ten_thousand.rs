//! An evaluation of 10,000 units has the digests that every language has (`tests/ten_thousand`), on one thread and on two.

use std::thread;

use serde::Deserialize;
use serde_json::Value;
use shequ::evaluation::certainty::{Levels, RankSample, Study, WeightDraws};
use shequ::evaluation::methods::{Criterion, Direction, Matrix, TopsisNorm, Weights, topsis};
use shequ::evaluation::{Scheme, Scorecard};
use shequ::kernel::{Digest, Document, Key, Ratio, Unwatched};
use shequ::wire::{Column, Table};

const RECIPE: &str = include_str!("../../../tests/ten_thousand/recipe.json");
const SCHEME: &str = include_str!("../../../tests/ten_thousand/scheme.toml");

#[derive(Deserialize)]
struct Recipe {
    units: u64,
    seed: u64,
    columns: Vec<Spec>,
    criteria: Vec<Spec>,
    draws: u64,
    digests: Digests,
}

#[derive(Deserialize)]
struct Spec {
    name: String,
    kind: String,
    #[serde(default)]
    least: u64,
    below: u64,
    #[serde(default)]
    scale: u8,
    #[serde(default)]
    gaps: u64,
}

#[derive(Deserialize)]
struct Digests {
    scorecard: String,
    ranks: String,
    closeness: String,
}

impl Recipe {
    fn read() -> Self {
        serde_json::from_str(RECIPE).unwrap()
    }

    /// The number of a cell, by its place alone.
    const fn mixed(&self, row: u64, column: u64) -> u64 {
        let place = 1000 * row + column + 1;
        let z = self.seed.wrapping_add(place.wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn rows(&self, shuffled: bool) -> Vec<u64> {
        let mut rows: Vec<u64> = (0..self.units).collect();
        if shuffled {
            rows.sort_by_key(|row| self.mixed(*row, 999));
        }
        rows
    }

    fn table(&self, rows: &[u64]) -> Table {
        let group = |row: &u64| Some(["village", "town"][(*row % 2) as usize].to_owned());
        let mut columns = vec![
            ("unit".to_owned(), Column::Text(rows.iter().map(|row| Some(unit(*row))).collect())),
            ("group".to_owned(), Column::Text(rows.iter().map(group).collect())),
        ];
        for (at, spec) in (0..).zip(&self.columns) {
            let drawn = rows.iter().map(|row| self.mixed(*row, at));
            columns.push((
                spec.name.clone(),
                if spec.kind == "flag" {
                    Column::Bool(drawn.map(|z| Some(z % spec.below == 0)).collect())
                } else {
                    let cell = |z: u64| {
                        (spec.gaps == 0 || !(z >> 32).is_multiple_of(spec.gaps)).then(|| spec.number(z).into())
                    };
                    Column::Decimal { cells: drawn.map(cell).collect(), scale: spec.scale }
                },
            ));
        }
        Table::new(columns).unwrap()
    }

    fn scorecard(&self, shuffled: bool) -> Scorecard {
        let mut document: Value = serde_json::to_value(toml::from_str::<toml::Value>(SCHEME).unwrap()).unwrap();
        if shuffled {
            turn(&mut document);
        }
        Scheme::parse(&document.to_string()).unwrap().evaluate(&self.table(&self.rows(shuffled))).unwrap()
    }

    fn matrix(&self, rows: &[u64]) -> Matrix<'static> {
        let criteria = (500..).zip(&self.criteria).map(|(at, spec)| {
            #[expect(clippy::cast_precision_loss, reason = "below a thousand")]
            let values: Vec<f64> = rows.iter().map(|row| spec.number(self.mixed(*row, at)) as f64).collect();
            Criterion::new(spec.name.parse::<Key>().unwrap(), Direction::Higher, values)
        });
        Matrix::new(criteria.collect()).unwrap()
    }

    fn ranks(&self, rows: &[u64], sample: &RankSample) -> String {
        let draws = Ratio::from(i64::try_from(self.draws).unwrap());
        let mut found: Vec<_> = rows
            .iter()
            .enumerate()
            .map(|(at, row)| {
                let summary = sample.summary(at, &Levels::default()).unwrap();
                (unit(*row), summary.best, summary.worst, (summary.mean * draws.clone()).to_string())
            })
            .collect();
        found.sort();
        Digest::of(&found).unwrap().to_string()
    }
}

impl Spec {
    const fn number(&self, z: u64) -> u64 {
        self.least + z % self.below
    }
}

fn unit(row: u64) -> String {
    format!("社区 {row:05}")
}

/// Turns the order of groups and indicators at every level.
fn turn(group: &mut Value) {
    for field in ["indicators", "groups"] {
        let Some(list) = group.get_mut(field).and_then(Value::as_array_mut) else { continue };
        list.reverse();
        list.iter_mut().for_each(turn);
    }
}

#[test]
fn a_scorecard_has_the_digest_of_all_languages() {
    let recipe = Recipe::read();
    let digest = |shuffled| recipe.scorecard(shuffled).digest().unwrap().to_string();
    assert_eq!(digest(false), recipe.digests.scorecard);
    assert_eq!(digest(true), recipe.digests.scorecard);
    // Two at once share what they read.
    let both = thread::scope(|scope| {
        let [one, two] = [false, true].map(|shuffled| scope.spawn(move || digest(shuffled)));
        [one.join().unwrap(), two.join().unwrap()]
    });
    assert_eq!(both, [recipe.digests.scorecard.as_str(); 2]);
}

#[test]
fn methods_have_the_bits_of_all_languages() {
    let recipe = Recipe::read();
    for shuffled in [false, true] {
        let rows = recipe.rows(shuffled);
        let matrix = recipe.matrix(&rows);
        let study =
            Study::new(&matrix, WeightDraws::uniform(recipe.criteria.len()).unwrap()).unwrap().seed(recipe.seed);
        let whole = study.run(recipe.draws).unwrap();
        assert_eq!(recipe.ranks(&rows, &whole), recipe.digests.ranks);
        // The draws shared between two threads.
        let middle = recipe.draws / 3;
        let parts = thread::scope(|scope| {
            let study = &study;
            [0..middle, middle..recipe.draws]
                .map(|draws| scope.spawn(move || study.part(draws, &mut Unwatched).unwrap()))
                .map(|part| part.join().unwrap())
        });
        assert_eq!(RankSample::join(parts.into()).unwrap(), whole);
        let weights = Weights::equal(recipe.criteria.len()).unwrap();
        let closeness = topsis(&matrix, &weights, TopsisNorm::Vector).unwrap().closeness;
        let bits = rows.iter().zip(&closeness).map(|(row, x)| (unit(*row), format!("{:016x}", x.to_bits())));
        let mut bits: Vec<_> = bits.collect();
        bits.sort();
        assert_eq!(Digest::of(&bits).unwrap().to_string(), recipe.digests.closeness);
    }
}
