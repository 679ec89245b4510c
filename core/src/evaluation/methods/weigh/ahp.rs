//! The analytic hierarchy process: weights from judgements in pairs.

use serde::{Deserialize, Serialize};

use super::{WeighError as Fault, Weights};
use crate::evaluation::methods::columns::count;
use crate::kernel::{Error, Faults, Result, Text};

/// Two judgements of a pair may be rounded, as 3 and 0.33: their product is one within this.
const RECIPROCAL_WITHIN: f64 = 0.02;
/// The power iteration ends when no weight changes by more than this.
const CONVERGED: f64 = 1e-15;
/// It converges in some tens of steps; this bounds it.
const MOST_STEPS: usize = 10_000;
/// Saaty's rule of thumb for the consistency ratio.
const ACCEPTED: f64 = 0.1;

/// How judgements become weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Priorities {
    /// The principal eigenvector (特征根法), by power iteration until no weight changes by more than 10^-15. Saaty (1980).
    #[default]
    Eigenvector,
    /// The geometric mean of each row (几何平均法). Crawford and Williams, Journal of Mathematical Psychology 29 (1985).
    GeometricMean,
    /// The mean of each row after dividing each column by its sum (算术平均法): an approximation of the eigenvector.
    ColumnMean,
}

/// The table of the mean consistency index of random judgements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum RandomIndex {
    /// Saaty, The Analytic Hierarchy Process (1980): two digits, up to 15 criteria.
    Saaty,
    /// Tummala and Ling, Computers & Operations Research 25 (1998), by a larger simulation: four digits, up to 15 criteria.
    TummalaLing,
}

const SAATY: [f64; 15] = [0.0, 0.0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59];
const TUMMALA_LING: [f64; 15] =
    [0.0, 0.0, 0.5799, 0.8921, 1.1159, 1.2358, 1.3322, 1.3952, 1.4537, 1.4882, 1.5117, 1.5356, 1.5571, 1.5714, 1.5831];

impl RandomIndex {
    /// Its name in documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Saaty => "saaty",
            Self::TummalaLing => "tummala-ling",
        }
    }

    /// The random index for so many criteria; zero for one and two, which are always consistent.
    pub fn of(self, criteria: usize) -> Option<f64> {
        let table = match self {
            Self::Saaty => &SAATY,
            Self::TummalaLing => &TUMMALA_LING,
        };
        criteria.checked_sub(1).and_then(|at| table.get(at)).copied()
    }
}

/// How far judgements contradict each other, under a named table.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Consistency {
    /// The principal eigenvalue: the number of criteria where nothing contradicts.
    pub lambda_max: f64,
    /// The consistency index, `(lambda_max - criteria) / (criteria - 1)`.
    pub index: f64,
    /// The consistency ratio (一致性比例): the index over the random index of the table; zero for one and two criteria.
    pub ratio: f64,
    /// The table.
    pub table: RandomIndex,
}

impl Consistency {
    /// Whether the ratio is at most 0.1.
    pub fn acceptable(&self) -> bool {
        self.ratio <= ACCEPTED
    }

    /// What to say of judgements that contradict each other more than that.
    pub fn warning(&self) -> Option<Text> {
        let (ratio, table) = (self.ratio, self.table.name());
        (!self.acceptable()).then(|| {
            Text::new(
                format!("判断矩阵不一致：一致性比例{ratio:.4}（{table}随机指标表）大于0.1，应重新判断"),
                format!("the judgements contradict each other: consistency ratio {ratio:.4} (table {table}) is above 0.1, judge again"),
            )
        })
    }
}

/// Judgements in pairs (判断矩阵): how many times as important the criterion of the row is as that of the column.
///
/// ```
/// use shequ::evaluation::methods::{Judgements, Priorities, RandomIndex};
/// // Wang and Chin (2011): six criteria, weights .3208 .1395 .0348 .1285 .2374 .1391, and judgements that contradict each other.
/// let judgements = Judgements::upper(&[
///     vec![4.0, 3.0, 1.0, 3.0, 4.0],
///     vec![7.0, 3.0, 1.0 / 5.0, 1.0],
///     vec![1.0 / 5.0, 1.0 / 5.0, 1.0 / 6.0],
///     vec![1.0, 1.0 / 3.0],
///     vec![3.0],
/// ])?;
/// let weights = judgements.weights(Priorities::Eigenvector)?;
/// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.4}")).collect();
/// assert_eq!(printed, ["0.3208", "0.1395", "0.0348", "0.1285", "0.2374", "0.1391"]);
/// let consistency = judgements.consistency(Priorities::Eigenvector, RandomIndex::Saaty)?;
/// assert_eq!(format!("{:.3}", consistency.ratio), "0.229");
/// assert!(!consistency.acceptable() && consistency.warning().is_some());
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Judgements {
    rows: Vec<Vec<f64>>,
}

impl Judgements {
    /// Judgements by their whole table.
    ///
    /// # Errors
    /// `judgements-not-square`, `judgement-invalid` and `judgements-not-reciprocal` (beyond 2 %), each with its place `[row][column]`;
    /// `judgement-invalid` for an empty table.
    pub fn new(rows: Vec<Vec<f64>>) -> Result<Self> {
        let expected = rows.len();
        let mut faults = Faults::new();
        if expected == 0 {
            faults.push("", Fault::JudgementInvalid { got: "an empty table".into() });
        }
        for (i, row) in rows.iter().enumerate() {
            if row.len() != expected {
                faults.push(format!("[{i}]"), Fault::JudgementsNotSquare { got: row.len(), expected });
            }
            for (j, judgement) in row.iter().enumerate() {
                if !(1e-6..=1e6).contains(judgement) {
                    faults.push(format!("[{i}][{j}]"), Fault::JudgementInvalid { got: judgement.to_string() });
                    continue;
                }
                let Some(other) = rows.get(j).and_then(|row| row.get(i)).filter(|_| j <= i) else { continue };
                if (judgement * other - 1.0).abs() > RECIPROCAL_WITHIN {
                    let (got, other) = (judgement.to_string(), other.to_string());
                    faults.push(format!("[{i}][{j}]"), Fault::JudgementsNotReciprocal { got, other });
                }
            }
        }
        faults.into_result().map(|()| Self { rows })
    }

    /// Judgements by what stands above the diagonal: the first row without its one, then the second, and so on.
    ///
    /// # Errors
    /// `judgements-not-square`, `judgement-invalid`.
    pub fn upper(rows: &[Vec<f64>]) -> Result<Self> {
        let criteria = rows.len() + 1;
        let mut faults = Faults::new();
        for (i, row) in rows.iter().enumerate() {
            if row.len() + i + 1 != criteria {
                faults
                    .push(format!("[{i}]"), Fault::JudgementsNotSquare { got: row.len(), expected: criteria - i - 1 });
            }
        }
        faults.into_result()?;
        let above = |i: usize, j: usize| rows.get(i).and_then(|row| row.get(j - i - 1)).copied().unwrap_or(f64::NAN);
        let entry = |i: usize, j: usize| match i.cmp(&j) {
            std::cmp::Ordering::Less => above(i, j),
            std::cmp::Ordering::Equal => 1.0,
            std::cmp::Ordering::Greater => 1.0 / above(j, i),
        };
        Self::new((0..criteria).map(|i| (0..criteria).map(|j| entry(i, j)).collect()).collect())
    }

    /// How many criteria are judged.
    pub const fn criteria(&self) -> usize {
        self.rows.len()
    }

    /// The table times a vector.
    fn times(&self, vector: &[f64]) -> Vec<f64> {
        self.rows.iter().map(|row| row.iter().zip(vector).map(|(a, x)| a * x).sum()).collect()
    }

    /// The weights of the criteria; they sum to one.
    ///
    /// # Errors
    /// None for judgements within their bounds; `weights-undetermined` is kept for the worst case.
    pub fn weights(&self, priorities: Priorities) -> Result<Weights> {
        let raw = match priorities {
            Priorities::Eigenvector => self.eigenvector(),
            Priorities::GeometricMean => {
                let mean = |row: &Vec<f64>| row.iter().map(|x| libm::log(*x)).sum::<f64>() / count(row.len());
                self.rows.iter().map(|row| libm::exp(mean(row))).collect()
            }
            Priorities::ColumnMean => {
                let sums: Vec<f64> =
                    (0..self.criteria()).map(|j| self.rows.iter().filter_map(|row| row.get(j)).sum()).collect();
                self.rows.iter().map(|row| row.iter().zip(&sums).map(|(x, sum)| x / sum).sum()).collect()
            }
        };
        Weights::found(&raw, "the judgements give no weights")
    }

    fn eigenvector(&self) -> Vec<f64> {
        let mut vector = vec![1.0 / count(self.criteria()); self.criteria()];
        for _ in 0..MOST_STEPS {
            let product = self.times(&vector);
            let sum: f64 = product.iter().sum();
            let next: Vec<f64> = product.iter().map(|x| x / sum).collect();
            let change = next.iter().zip(&vector).fold(0.0_f64, |most, (a, b)| most.max((a - b).abs()));
            vector = next;
            if change <= CONVERGED {
                break;
            }
        }
        vector
    }

    /// How far the judgements contradict each other, by the weights of a method and the random indices of a table.
    ///
    /// # Errors
    /// `random-index-missing` beyond 15 criteria.
    pub fn consistency(&self, priorities: Priorities, table: RandomIndex) -> Result<Consistency> {
        let criteria = self.criteria();
        let random = table
            .of(criteria)
            .ok_or_else(|| Error::from(Fault::RandomIndexMissing { criteria, table: table.name().into() }))?;
        let weights = self.weights(priorities)?;
        let ratios: f64 = self
            .times(weights.as_slice())
            .iter()
            .zip(weights.as_slice())
            .map(|(product, weight)| product / weight)
            .sum();
        let lambda_max = ratios / count(criteria);
        // With two criteria nothing can contradict; what is left is rounding.
        if random > 0.0 {
            let index = (lambda_max - count(criteria)) / (count(criteria) - 1.0);
            Ok(Consistency { lambda_max, index, ratio: index / random, table })
        } else {
            Ok(Consistency { lambda_max, index: 0.0, ratio: 0.0, table })
        }
    }
}
