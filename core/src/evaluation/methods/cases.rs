//! The published examples of the shared data, for tests.

use proptest::prelude::*;
use serde_json::Value;

use super::{Criterion, Direction, Matrix, Weights};

/// An example of `mcdm_cases.json`.
pub struct Case(pub Value);

fn path(file: &str) -> String {
    format!("{}/../../shared/data/evaluation/{file}", env!("CARGO_MANIFEST_DIR"))
}

/// A file of the shared data; says loudly that it is not there.
pub fn shared(file: &str) -> Option<String> {
    let text = std::fs::read_to_string(path(file)).ok();
    if text.is_none() {
        eprintln!("SKIPPED: {} is not there", path(file));
    }
    text
}

/// A published example by its id.
pub fn case(id: &str) -> Option<Case> {
    let cases: Vec<Value> = serde_json::from_str(&shared("mcdm_cases.json")?).unwrap();
    Some(Case(cases.into_iter().find(|case| case["id"] == id).unwrap_or_else(|| panic!("no case `{id}`"))))
}

/// A table of numbers by rows, comma-separated, after its keys and its header.
pub fn csv(file: &str, columns: &[&str]) -> Option<(Vec<String>, Vec<Vec<f64>>)> {
    let text = shared(file)?;
    let cells = |line: &str| line.split(',').map(|cell| cell.trim_matches('"').to_owned()).collect::<Vec<_>>();
    let mut lines = text.lines();
    let header = cells(lines.next().unwrap());
    let places: Vec<usize> = columns.iter().map(|name| header.iter().position(|h| h == name).unwrap()).collect();
    let rows: Vec<Vec<String>> = lines.map(cells).collect();
    let numbers = |row: &Vec<String>| places.iter().map(|&at| row[at].parse().unwrap()).collect();
    Some((rows.iter().map(|row| row[0].clone()).collect(), rows.iter().map(numbers).collect()))
}

/// A matrix from rows.
pub fn matrix(rows: &[Vec<f64>], directions: &[Direction]) -> Matrix<'static> {
    let column = |(j, direction): (usize, &Direction)| {
        let values: Vec<f64> = rows.iter().map(|row| row[j]).collect();
        Criterion::new(format!("c{j}").parse().unwrap(), *direction, values)
    };
    Matrix::new(directions.iter().enumerate().map(column).collect()).unwrap()
}

impl Case {
    pub fn numbers(&self, key: &str) -> Vec<f64> {
        numbers(&self.0[key])
    }

    pub fn number(&self, key: &str) -> f64 {
        self.0[key].as_f64().unwrap()
    }

    pub fn rows(&self) -> Vec<Vec<f64>> {
        self.0["matrix"].as_array().unwrap().iter().map(numbers).collect()
    }

    pub fn directions(&self) -> Vec<Direction> {
        let criteria = self.rows()[0].len();
        match self.0["types"].as_array() {
            None => vec![Direction::Higher; criteria],
            Some(types) => types.iter().map(|t| if t == 1 { Direction::Higher } else { Direction::Lower }).collect(),
        }
    }

    pub fn matrix(&self) -> Matrix<'static> {
        matrix(&self.rows(), &self.directions())
    }

    /// The weights as printed, whatever their sum.
    pub fn weights(&self) -> Weights {
        Weights::unscaled(self.numbers("weights")).unwrap()
    }

    /// Compares with the peer's full digits within 10^-10, and with the printed digits.
    pub fn agrees(&self, got: &[f64]) {
        if self.0["f64"].is_array() {
            close(got, &self.numbers("f64"), 1e-10, &self.0["id"].to_string());
        }
        if let Some(printed) = self.0["published"].as_array() {
            for (got, printed) in got.iter().zip(printed) {
                let text = printed.to_string();
                let digits = text.split_once('.').map_or(0, |(_, digits)| digits.len());
                // Cut off or rounded, as papers do.
                let within = 10_f64.powi(-i32::try_from(digits).unwrap());
                let within = self.0["tolerance"].as_f64().unwrap_or(if digits == 0 { 1e-10 } else { within });
                assert!((got - printed.as_f64().unwrap()).abs() <= within, "{}: {got} and {printed}", self.0["id"]);
            }
        }
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

pub fn close(got: &[f64], expected: &[f64], within: f64, what: &str) {
    assert_eq!(got.len(), expected.len(), "{what}");
    for (i, (a, b)) in got.iter().zip(expected).enumerate() {
        assert!((a - b).abs() <= within, "{what}, {i}: {a} and {b}");
    }
}

/// Values by rows, directions, weights.
#[derive(Debug, Clone)]
pub struct Problem {
    pub rows: Vec<Vec<f64>>,
    pub directions: Vec<Direction>,
    pub weights: Vec<f64>,
}

impl Problem {
    pub fn matrix(&self) -> Matrix<'static> {
        matrix(&self.rows, &self.directions)
    }

    pub fn weights(&self) -> Weights {
        Weights::points(&self.weights).unwrap()
    }

    /// The same problem with other values.
    pub fn with(&self, value: impl Fn(usize, f64) -> f64) -> Self {
        let row = |row: &Vec<f64>| row.iter().enumerate().map(|(j, x)| value(j, *x)).collect();
        Self { rows: self.rows.iter().map(row).collect(), ..self.clone() }
    }

    /// The same problem with its criteria in another order.
    pub fn turned(&self) -> Self {
        let turn = |row: &Vec<f64>| row.iter().rev().copied().collect::<Vec<f64>>();
        let directions = self.directions.iter().rev().copied().collect();
        Self { rows: self.rows.iter().map(turn).collect(), directions, weights: turn(&self.weights) }
    }
}

/// Problems with values in quarters from 0.25 to 10, many of them equal, none of the criteria constant.
pub fn problems() -> impl Strategy<Value = Problem> {
    let sizes = (2_usize..9, 1_usize..6);
    let problem = sizes.prop_flat_map(|(rows, criteria)| {
        let value = (1_u32..=40).prop_map(|x| f64::from(x) / 4.0);
        let values = prop::collection::vec(prop::collection::vec(value, criteria), rows);
        let directions = prop::collection::vec(prop_oneof![Just(Direction::Higher), Just(Direction::Lower)], criteria);
        let weights = prop::collection::vec((0_u32..10).prop_map(f64::from), criteria);
        (values, directions, weights).prop_map(|(rows, directions, weights)| Problem { rows, directions, weights })
    });
    problem.prop_filter("weights that count and criteria that tell apart", |problem| {
        let differs = |j: usize| problem.rows.iter().any(|row| (row[j] - problem.rows[0][j]).abs() > 0.0);
        problem.weights.iter().sum::<f64>() > 0.0
            && (0..problem.directions.len()).all(differs)
            && (0..problem.directions.len()).any(|j| differs(j) && problem.weights[j] > 0.0)
    })
}

/// `SHEQU_FULL=1` raises the number of inputs; `SHEQU_SEED` replaces the seed, which is printed.
pub fn trials(usual: u32) -> ProptestConfig {
    let seed = std::env::var("SHEQU_SEED").ok().and_then(|s| s.parse().ok()).unwrap_or(20_260_101);
    eprintln!("SHEQU_SEED={seed}");
    let cases = if std::env::var_os("SHEQU_FULL").is_some() { 10_000 } else { usual };
    let rng_seed = prop::test_runner::RngSeed::Fixed(seed);
    ProptestConfig { cases, rng_seed, failure_persistence: None, ..ProptestConfig::default() }
}
