//! What methods answer.

use pyo3::prelude::*;
use shequ::evaluation::methods as core;
use shequ::evaluation::methods::{Direction, MethodName, RandomIndex, Rank, Transform, Weights};
use shequ::kernel::{Decimal, Real, Text, Value, to_value};
use shequ::wire::index as wire;

use crate::convert::hint;
use crate::convert::plain::ValueOut;
use crate::convert::record::{Field, closed, record};
use crate::convert::text::PyText;

closed!(Direction, MethodName, RandomIndex);

/// A rank: an int, or a float where ties are averaged and it is a half.
#[derive(Debug, Clone, Copy)]
pub struct RankOut(pub Rank);

impl<'py> IntoPyObject<'py> for RankOut {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;
    hint!(OUTPUT_TYPE = type_hint_identifier!("builtins", "float"));

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Self::Output> {
        Ok(match self.0.whole() {
            Some(whole) => whole.into_pyobject(py)?.into_any(),
            None => self.0.as_f64().into_pyobject(py)?.into_any(),
        })
    }
}

impl Field for Rank {
    type Out = RankOut;
    fn out(&self) -> RankOut {
        RankOut(*self)
    }
}

impl Field for Weights {
    type Out = Vec<f64>;
    fn out(&self) -> Vec<f64> {
        self.as_slice().to_vec()
    }
}

impl Field for (f64, f64) {
    type Out = (f64, f64);
    fn out(&self) -> (f64, f64) {
        *self
    }
}

/// A transformation is a word, or that of Box and Cox with its λ.
impl Field for Transform {
    type Out = ValueOut;
    fn out(&self) -> ValueOut {
        ValueOut(to_value(self).unwrap_or(Value::Null))
    }
}

record! {
    /// A node of the tree of an index: an indicator or an aggregate.
    PyIndexNode("IndexNode", wire::IndexNode) {
        /// Its key.
        key: String,
        /// Its name.
        label: Text,
        /// Its level: 0 for indicators, then upwards.
        level: u32,
        /// What it is a part of; None for the top.
        parent: Option<String>,
        /// Its weight as declared.
        weight: Real,
        /// Its share in the top.
        effective_weight: Real,
    }
}

record! {
    /// The value of a unit at a node of an index.
    PyNodeValue("NodeValue", wire::NodeValue) {
        /// The unit.
        unit: String,
        /// Its peer group, where the index ranks within groups.
        group: Option<String>,
        /// The node.
        node: String,
        /// The value: of an indicator the normalised one.
        value: Real,
        /// The value rounded as the index ranks it; None where it does not round.
        published: Option<Decimal>,
        /// Its rank among all units.
        rank: Rank,
        /// Its rank among its peers, where the index ranks within groups.
        rank_in_group: Option<Rank>,
    }
}

record! {
    /// A cell that was filled.
    PyFilledCell("FilledCell", wire::FilledCell) {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
        /// What stands there now.
        value: Real,
        /// The group whose values filled it; None where those of all units did.
        group: Option<String>,
    }
    with {
        /// How many values filled it.
        #[getter]
        fn sources(&self) -> u32 {
            self.0.from
        }
    }
}

record! {
    /// A unit that was left out for its data.
    PyScreenedUnit("ScreenedUnit", wire::ScreenedUnit) {
        /// The unit.
        unit: String,
        /// How many of its values are there.
        available: u32,
        /// How many of these are not zero.
        not_zero: u32,
        /// How many indicators there are.
        of: u32,
    }
}

record! {
    /// Skewness and kurtosis of an indicator.
    PyShape("Shape", core::Shape) {
        /// Skewness; above zero where the long tail is on the right.
        skewness: Real,
        /// Excess kurtosis: 0 for a normal distribution.
        kurtosis: Real,
    }
}

record! {
    /// A point that was drawn in.
    PyTreatedPoint("TreatedPoint", wire::TreatedPoint) {
        /// The unit.
        unit: String,
    }
    with {
        /// The value before.
        #[getter]
        fn before(&self) -> f64 {
            self.0.from.get()
        }

        /// The value after.
        #[getter]
        fn after(&self) -> f64 {
            self.0.to.get()
        }
    }
}

record! {
    /// What the treatment of outliers did with an indicator.
    PyTreatmentEntry("TreatmentEntry", wire::TreatmentEntry) {
        /// The indicator.
        indicator: String,
        /// The shape before.
        before: Option<core::Shape>,
        /// Whether it had outliers.
        outliers: bool,
        /// How many points winsorising drew in, whether that was kept or not.
        tried: u32,
        /// The shape after winsorising, where that was tried.
        after_winsorising: Option<core::Shape>,
        /// The points that were drawn in; none where the whole indicator was transformed instead.
        winsorised: Vec<wire::TreatedPoint>,
        /// The transformation, where one was applied: a word, or ``{"box-cox": ...}``.
        transform: Option<Transform>,
        /// The shape after all.
        after: Option<core::Shape>,
        /// Whether it is within the limits now.
        passed: bool,
    }
}

record! {
    /// How a unit stands by an indicator as it was given.
    PyStanding("Standing", wire::Standing) {
        /// The indicator.
        indicator: String,
        /// Its name.
        label: Text,
        /// The rank of the unit among those that have a value.
        rank: Rank,
        /// How many units have a value.
        of: u32,
        /// The value as it was given.
        value: Real,
    }
}

record! {
    /// The statistics of an indicator as it was given.
    PyDescription("Description", core::Description) {
        /// The indicator.
        variable: String,
        /// The least value.
        least: Option<Real>,
        /// The greatest value.
        greatest: Option<Real>,
        /// The mean.
        mean: Option<Real>,
        /// The median.
        median: Option<Real>,
        /// The sample standard deviation, with n - 1.
        deviation: Option<Real>,
        /// Skewness and kurtosis; None of fewer than four values or where all are the same.
        shape: Option<core::Shape>,
        /// How many rows there are.
        rows: u32,
        /// How many values are there.
        available: u32,
        /// How many of these are not zero.
        not_zero: u32,
        /// How many different values there are.
        unique: u32,
        /// How often the most frequent value stands there.
        same: u32,
    }
}

record! {
    /// A point that was drawn in.
    PyWinsorised("Winsorised", core::Winsorised) {
        /// Its row, from 0.
        row: usize,
    }
    with {
        /// The value before.
        #[getter]
        fn before(&self) -> f64 {
            self.0.from.get()
        }

        /// The value after.
        #[getter]
        fn after(&self) -> f64 {
            self.0.to.get()
        }
    }
}

record! {
    /// An indicator after the treatment of its outliers, with the log of what was done.
    PyTreated("Treated", core::Treated) {
        /// The values, in the order of the rows.
        values: Vec<f64>,
        /// The shape before; None of fewer than four values or where all are the same.
        before: Option<core::Shape>,
        /// Whether there were outliers.
        outliers: bool,
        /// The points that were drawn in; none where the whole indicator was transformed instead.
        winsorised: Vec<core::Winsorised>,
        /// The shape after winsorising, where that was tried.
        after_winsorising: Option<core::Shape>,
        /// How many points winsorising drew in, whether it was kept or not.
        tried: usize,
        /// The transformation, where one was applied: a word, or ``{"box-cox": ...}``.
        transform: Option<Transform>,
        /// The shape of the values.
        after: Option<core::Shape>,
        /// Whether the values are within the limits now.
        passed: bool,
    }
}

record! {
    /// How far judgements in pairs contradict each other.
    PyConsistency("Consistency", core::Consistency) {
        /// The principal eigenvalue: the number of criteria where nothing contradicts.
        lambda_max: f64,
        /// The consistency index.
        index: f64,
        /// The consistency ratio (一致性比例).
        ratio: f64,
        /// The table of random indices: ``saaty`` or ``tummala-ling``.
        table: RandomIndex,
    }
    with {
        /// Whether the ratio is at most 0.1.
        #[getter]
        fn acceptable(&self) -> bool {
            self.0.acceptable()
        }

        /// What to say of judgements that contradict each other more than that; None of others.
        #[getter]
        fn warning(&self) -> Option<PyText> {
            self.0.warning().map(PyText)
        }
    }
}

record! {
    /// The weights of the best-worst method with what they leave open.
    PyBestWorst("BestWorst", core::BestWorstWeights) {
        /// The weights: the centres of the intervals, scaled to a sum of one.
        weights: Weights,
        /// The least and the greatest weight of each criterion among all that deviate as little.
        intervals: Vec<(f64, f64)>,
        /// The largest deviation that cannot be avoided.
        deviation: f64,
        /// The deviation over the largest possible one; only under the non-linear model.
        consistency_ratio: Option<f64>,
        /// The largest contradiction of the comparisons themselves, from 0 to 1.
        input_ratio: f64,
    }
}

record! {
    /// What TOPSIS (逼近理想解排序法) finds of each row.
    PyCloseness("Closeness", core::Closeness) {
        /// The distance from the best value of every criterion.
        to_best: Vec<f64>,
        /// The distance from the worst value of every criterion.
        to_worst: Vec<f64>,
        /// The one as a share of both: 1 where every criterion is best, 0 where every one is worst.
        closeness: Vec<f64>,
    }
}

record! {
    /// What VIKOR (多准则妥协解排序法) finds of each row; less is better.
    PyVikor("Vikor", core::Vikor) {
        /// The weighted distance from the best values, summed over the criteria.
        s: Vec<f64>,
        /// The largest of these distances.
        r: Vec<f64>,
        /// Both together, each from 0 for the best row to 1 for the worst.
        q: Vec<f64>,
    }
    with {
        /// The rows that cannot be told from the best, in the order of Q.
        #[getter]
        fn compromise(&self) -> Vec<usize> {
            self.0.compromise()
        }
    }
}

record! {
    /// The flows of PROMETHEE (偏好顺序结构评估法).
    PyFlows("Flows", core::Flows) {
        /// The mean preference for the row over each other.
        positive: Vec<f64>,
        /// The mean preference for each other over the row.
        negative: Vec<f64>,
        /// The one less the other.
        net: Vec<f64>,
    }
}

record! {
    /// What ELECTRE I (消去与选择转换法) finds.
    PyElectre("Electre", core::Electre) {
        /// By row and row: the share of the weights in which the first is as good as the second or better.
        concordance: Vec<Vec<f64>>,
        /// By row and row: the most by which the first is worse in a criterion, over the widest range of all.
        discordance: Vec<Vec<f64>>,
        /// By row and row: whether the first outranks the second.
        outranks: Vec<Vec<bool>>,
        /// The rows to choose from, in their order.
        kernel: Vec<usize>,
    }
}

record! {
    /// Majorities between each two rows, by Copeland (科普兰法).
    PyOutranking("Outranking", core::Outranking) {
        /// How many others a row beats, less how many beat it.
        copeland: Vec<i64>,
        /// How many pairs of rows there are in which one is as good or better in every criterion and better in one.
        dominant: u64,
        /// The same as a share of all pairs.
        dominant_share: f64,
    }
}
