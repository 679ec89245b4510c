//! PROMETHEE II: how much each alternative is preferred to the others, less how much they are preferred to it.

use std::ops::{AddAssign, Sub};

use serde::Serialize;

use super::counts::{Parts, Sum};
use super::preference::{Between, Preference, gaussian};
use super::weighed;
use crate::evaluation::methods::columns::{Range, all_finite, by_key, count, each, same_count, several};
use crate::evaluation::methods::{Criterion, Direction, Matrix, MethodError, Weights};
use crate::kernel::{Error, Faults, Result};

/// The most different values of a criterion that are compared in pairs, which only the Gaussian preference needs.
const MOST_PAIRED: usize = 20_000;

/// The flows of each row, from 0 to 1 and, for the net flow, from -1 to 1 where the weights sum to one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Flows {
    /// The mean preference for the row over each other.
    pub positive: Vec<f64>,
    /// The mean preference for each other over the row.
    pub negative: Vec<f64>,
    /// The one less the other.
    pub net: Vec<f64>,
}

/// PROMETHEE II (偏好顺序结构评估法): the net flow of preference of each row over the others.
///
/// Preferences are one for all criteria or one for each. The flows are those of the definition over all pairs of rows, but found by
/// sorting each criterion and adding up counts and sums before a place, in `criteria · rows · log rows`; the sums carry twice the digits of a
/// float, so that nothing is lost when they are subtracted. The Gaussian preference alone compares the different values of
/// its criterion in pairs.
///
/// Where every preference is none, one half or one (`usual`, `u-shape`, `level`), a flow is a sum of weights times counts. It is added up
/// in whole numbers, the weights read as the points or decimals that they were given as, and rounded once: rows that are level in truth are
/// level to the last bit, whatever the order of the criteria.
///
/// Brans and Vincke, A preference ranking organisation method: the PROMETHEE method, Management Science 31 (1985).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Preference, Weights, promethee};
/// // Zhao, Peng and Li (2013): .1 -.3 .2
/// let column = |key: &str, values: [f64; 3]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, Direction::Higher, values.to_vec()));
/// let matrix = Matrix::new(vec![column("a", [4.0, 3.0, 5.0])?, column("b", [3.0, 2.0, 1.0])?, column("c", [2.0, 4.0, 3.0])?])?;
/// let flows = promethee(&matrix, &Weights::new(vec![0.5, 0.3, 0.2])?, &[Preference::Usual])?;
/// let printed: Vec<String> = flows.net.iter().map(|x| format!("{x:.1}")).collect();
/// assert_eq!(printed, ["0.1", "-0.3", "0.2"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
///
/// # Errors
/// `one-row`, `method-counts-differ`; `method-parameter-invalid` for thresholds out of order; `method-too-many-rows` for a Gaussian
/// preference over more than 20,000 different values.
pub fn promethee(matrix: &Matrix<'_>, weights: &Weights, preferences: &[Preference]) -> Result<Flows> {
    several(matrix, "PROMETHEE")?;
    let given = weights;
    let weights = weighed(matrix, given)?;
    let criteria = matrix.criteria().len();
    let preferences: Vec<Preference> = match preferences {
        [one] => vec![*one; criteria],
        many => {
            same_count("preferences", many.len(), criteria)?;
            many.to_vec()
        }
    };
    let mut faults = Faults::new();
    for (j, preference) in preferences.iter().enumerate() {
        faults.take(&format!("preferences[{j}]"), preference.check());
    }
    faults.into_result()?;
    each(matrix, Range::any)?;
    let others = count(matrix.rows() - 1);
    let flows = if preferences.iter().all(|preference| preference.is_counted()) {
        // Counts are of halves, so twice each is whole.
        let twice = 2.0 * others;
        match Parts::of(given, twice) {
            Parts::Few { parts, whole } => {
                let sums = sums(matrix, &parts, &preferences, |part, rows| part * (2.0 * rows))?;
                Flows::of(sums, |sum| sum / (twice * whole))
            }
            Parts::Many { parts, power } => {
                let sums = sums(matrix, &parts, &preferences, Sum::twice)?;
                Flows::of(sums, |sum| sum.float(power) / twice)
            }
        }
    } else {
        let by: Vec<f64> = weights.iter().map(|weight| weight / others).collect();
        Flows::of(sums(matrix, &by, &preferences, |by, rows| by * rows)?, |sum| sum)
    };
    let Flows { positive, negative, net } = flows;
    Ok(Flows { positive, negative, net: all_finite(net, "the flow")? })
}

impl Flows {
    /// From the sums of what is for and against each row.
    fn of<T: Copy + Sub<Output = T>>([over, under]: [Vec<T>; 2], share: impl Fn(T) -> f64) -> Self {
        Self {
            positive: over.iter().map(|sum| share(*sum)).collect(),
            negative: under.iter().map(|sum| share(*sum)).collect(),
            net: over.iter().zip(&under).map(|(over, under)| share(*over - *under)).collect(),
        }
    }
}

/// The sums over the criteria, in the order of their keys, of what each weight makes of the preferences for a row and of those against it.
fn sums<W: Copy, T: Copy + Default + AddAssign>(
    matrix: &Matrix<'_>,
    weights: &[W],
    preferences: &[Preference],
    times: impl Fn(W, f64) -> T,
) -> Result<[Vec<T>; 2]> {
    let (mut positive, mut negative) = (vec![T::default(); matrix.rows()], vec![T::default(); matrix.rows()]);
    let terms: Vec<_> = weights.iter().zip(preferences).collect();
    for (criterion, &(weight, preference)) in by_key(matrix, &terms) {
        let values = Places::of(criterion);
        let (above, below) = values.flows(criterion, *preference)?;
        let (over, under) = match criterion.direction() {
            Direction::Higher => (above, below),
            Direction::Lower => (below, above),
        };
        // In the order of the values: the rows of each take what their value has.
        let mut rows = values.rows.iter();
        for ((over, under), many) in over.iter().zip(&under).zip(&values.many) {
            let (over, under) = (times(*weight, *over), times(*weight, *under));
            for (_, row) in rows.by_ref().take(*many) {
                let at = usize::try_from(*row).unwrap_or(usize::MAX);
                if let (Some(positive), Some(negative)) = (positive.get_mut(at), negative.get_mut(at)) {
                    *positive += over;
                    *negative += under;
                }
            }
        }
    }
    Ok([positive, negative])
}

/// A sum with twice the digits of a float.
#[derive(Debug, Clone, Copy, Default)]
struct Long {
    high: f64,
    low: f64,
}

impl Long {
    /// With one more number; what rounding takes of it is kept. Knuth's exact sum of two floats.
    fn plus(self, x: f64) -> Self {
        let high = self.high + x;
        let back = high - self.high;
        Self { high, low: self.low + ((self.high - (high - back)) + (x - back)) }
    }

    fn minus(self, other: Self) -> f64 {
        let difference = self.plus(-other.high);
        difference.high + (difference.low - other.low)
    }
}

/// The different values of a criterion from low to high.
struct Places {
    /// The rows in the order of their values.
    rows: Vec<(f64, u32)>,
    /// Each as it stands: differences are compared with the thresholds as the definition does.
    values: Vec<f64>,
    /// Each less the least of all: what is summed, free of a large common part.
    shifted: Vec<f64>,
    /// How many rows have it.
    many: Vec<usize>,
    /// How many rows have a lower one, and the sum of theirs.
    before: Vec<(usize, Long)>,
}

impl Places {
    fn of(criterion: &Criterion<'_>) -> Self {
        // Adding zero makes both zeros one.
        let mut rows: Vec<(f64, u32)> = (0_u32..).zip(criterion.values()).map(|(row, x)| (x + 0.0, row)).collect();
        rows.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let least = rows.first().map_or(0.0, |(x, _)| *x);
        let (mut values, mut shifted, mut many) = (Vec::new(), Vec::new(), Vec::new());
        let mut before = vec![(0, Long::default())];
        let (mut rows_before, mut sum) = (0, Long::default());
        for equal in rows.chunk_by(|a, b| a.0.total_cmp(&b.0).is_eq()) {
            let value = equal.first().map_or(0.0, |(x, _)| *x);
            values.push(value);
            shifted.push(value - least);
            many.push(equal.len());
            rows_before += equal.len();
            for _ in equal {
                sum = sum.plus(value - least);
            }
            before.push((rows_before, sum));
        }
        Self { rows, values, shifted, many, before }
    }

    /// Of each value, the preferences of its row over those below it, and of those above it over its row.
    fn flows(&self, criterion: &Criterion<'_>, preference: Preference) -> Result<(Vec<f64>, Vec<f64>)> {
        let (low, high, between) = preference.parts();
        if let Between::Gaussian(inflection) = between {
            return self.paired(criterion, inflection);
        }
        let places = self.values.len();
        let (mut over, mut under) = (Vec::with_capacity(places), Vec::with_capacity(places));
        let value = |at: usize| self.values.get(at).copied().unwrap_or_default();
        // How many values lie so far below that they are outdone outright, and how many that they are outdone at all; then from which
        // value on there is any preference for one above, and all of it. Each only grows with the value.
        let (mut outright, mut at_all, mut any_above, mut all_above) = (0, 0, 0, 0);
        for (at, (&x, &shifted)) in self.values.iter().zip(&self.shifted).enumerate() {
            while outright < at && x - value(outright) > high {
                outright += 1;
            }
            while at_all < at && x - value(at_all) > low {
                at_all += 1;
            }
            any_above = any_above.max(at + 1);
            while any_above < places && value(any_above) - x <= low {
                any_above += 1;
            }
            all_above = all_above.max(any_above);
            while all_above < places && value(all_above) - x <= high {
                all_above += 1;
            }
            let (full, _) = self.within(0, outright);
            let (some, sum) = self.within(outright, at_all);
            over.push(full + between.all(some, |all| all * (shifted - low) - sum, high - low));
            let (full, _) = self.within(all_above, places);
            let (some, sum) = self.within(any_above, all_above);
            under.push(full + between.all(some, |all| sum - all * (shifted + low), high - low));
        }
        Ok((over, under))
    }

    /// How many rows have one of these values, and their sum.
    fn within(&self, from: usize, until: usize) -> (f64, f64) {
        match (self.before.get(from), self.before.get(until)) {
            (Some((rows, sum)), Some((all, total))) if from < until => (count(all - rows), total.minus(*sum)),
            _ => (0.0, 0.0),
        }
    }

    fn paired(&self, criterion: &Criterion<'_>, inflection: f64) -> Result<(Vec<f64>, Vec<f64>)> {
        let places = self.values.len();
        if places > MOST_PAIRED {
            let needed_by = "the Gaussian preference".to_owned();
            let fault = MethodError::TooManyRows { got: places, most: MOST_PAIRED, needed_by };
            return Err(Error::at(criterion.key().as_str(), fault));
        }
        let (mut over, mut under) = (vec![0.0; places], vec![0.0; places]);
        let many: Vec<f64> = self.many.iter().map(|many| count(*many)).collect();
        for (at, (x, own)) in self.values.iter().zip(&many).enumerate() {
            let mut sum = 0.0;
            for ((below, others), under) in self.values.iter().zip(&many).zip(&mut under).take(at) {
                let preference = gaussian(x - below, inflection);
                sum += others * preference;
                *under += own * preference;
            }
            if let Some(over) = over.get_mut(at) {
                *over = sum;
            }
        }
        Ok((over, under))
    }
}

impl Between {
    /// The preferences of so many rows together; `rise` gives the sum of what they exceed the indifference by.
    fn all(self, rows: f64, rise: impl FnOnce(f64) -> f64, width: f64) -> f64 {
        match self {
            Self::Half => rows / 2.0,
            _ if rows > 0.0 => (rise(rows) / width).clamp(0.0, rows),
            _ => 0.0,
        }
    }
}
