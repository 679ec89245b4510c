//! Weights read from the data, by the name of the method.

use serde::{Deserialize, Serialize};

use super::{Weights, components, loss, spread};
use crate::evaluation::methods::Matrix;
use crate::kernel::Result;

/// A method that reads weights from the matrix itself (客观赋权).
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Weighting};
/// // Zavadskas and Podvezko (2016): four criteria, the first and the third are costs.
/// let column = |key: &str, direction, values: [f64; 4]| Ok::<_, shequ::kernel::Error>(Criterion::new(key.parse()?, direction, values.to_vec()));
/// let matrix = Matrix::new(vec![
///     column("a", Direction::Lower, [3.0, 2.5, 1.8, 2.2])?,
///     column("b", Direction::Higher, [100.0, 80.0, 50.0, 70.0])?,
///     column("c", Direction::Lower, [10.0, 8.0, 20.0, 12.0])?,
///     column("d", Direction::Higher, [7.0, 5.0, 11.0, 9.0])?,
/// ])?;
/// let printed = |method: Weighting| {
///     let weights = method.weights(&matrix)?;
///     Ok::<_, shequ::kernel::Error>(weights.as_slice().iter().map(|w| format!("{w:.4}")).collect::<Vec<_>>().join(" "))
/// };
/// assert_eq!(printed(Weighting::Cilos)?, "0.3343 0.2199 0.1957 0.2501");
/// assert_eq!(printed("idocriw".parse()?)?, "0.1658 0.1885 0.3545 0.2911");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Weighting {
    /// The same weight for each criterion (等权).
    Equal,
    /// In proportion to the standard deviation of the criterion scaled to 0 to 1. A constant criterion is an error.
    ///
    /// Diakoulaki, Mavrotas and Papayannakis, Computers & Operations Research 22 (1995); the example is from Jahan and Edwards,
    /// Multi-criteria Decision Analysis for Supporting the Selection of Engineering Materials (2013).
    StandardDeviation,
    /// One less the entropy of the shares of the rows in the criterion's sum (熵权法); no value below zero.
    ///
    /// Shannon (1948); Hwang and Yoon, Multiple Attribute Decision Making (1981). A share of zero adds nothing to the entropy.
    Entropy,
    /// The angle between the criterion and a column of equal values; no value below zero.
    ///
    /// Shuai, Zou, Chen and Li, An objective weighting method by the angles of vectors (2012).
    Angle,
    /// Standard deviation times what the criterion does not share with the others: the sum of one less the correlation.
    ///
    /// Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC method, Computers
    /// & Operations Research 22 (1995). Each criterion is first scaled to 0 to 1, more being better.
    Critic,
    /// By how much the overall performance changes when the criterion is left out; every value above zero.
    ///
    /// Keshavarz-Ghorabaee and others, Determination of objective weights using a new method based on the removal effects of criteria
    /// (MEREC), Symmetry 13 (2021).
    Merec,
    /// By the loss that each criterion bears when another takes its best value; every value above zero.
    ///
    /// Mirkin; Zavadskas and Podvezko, Integrated determination of objective criteria weights in MCDM, International Journal of
    /// Information Technology & Decision Making 15 (2016). Of several best rows the first counts.
    Cilos,
    /// Entropy and CILOS multiplied, scaled to one; every value above zero.
    ///
    /// Zavadskas and Podvezko (2016), as for [`Cilos`](Self::Cilos).
    Idocriw,
    /// How much of each criterion the principal components of the correlations hold (主成分分析): its communality.
    ///
    /// Components with an eigenvalue of one or more are kept (Kaiser 1960). The weight is the sum of the eigenvalue times the squared
    /// entry of the eigenvector, which a rotation of the kept components would not change. OECD and JRC, Handbook on Constructing
    /// Composite Indicators (2008), 6.1; there the indicators are first grouped by rotated factors, which is left out here.
    Components,
    /// The squared entries of the first eigenvector of the correlations.
    ///
    /// Which way a criterion points does not matter. OECD and JRC (2008).
    FirstComponent,
}

impl Weighting {
    /// Every method, by name.
    pub const ALL: [Self; 10] = [
        Self::Equal,
        Self::StandardDeviation,
        Self::Entropy,
        Self::Angle,
        Self::Critic,
        Self::Merec,
        Self::Cilos,
        Self::Idocriw,
        Self::Components,
        Self::FirstComponent,
    ];

    /// Its name in documents and in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Equal => "equal",
            Self::StandardDeviation => "standard-deviation",
            Self::Entropy => "entropy",
            Self::Angle => "angle",
            Self::Critic => "critic",
            Self::Merec => "merec",
            Self::Cilos => "cilos",
            Self::Idocriw => "idocriw",
            Self::Components => "components",
            Self::FirstComponent => "first-component",
        }
    }

    /// The weights of the matrix's criteria; they sum to one.
    ///
    /// # Errors
    /// `one-row`; `criterion-constant` where a range or a correlation is needed; `criterion-value-not-positive` and
    /// `criterion-value-negative` with the place `[row].criterion`; `criterion-all-zero`; `weights-undetermined` where no criterion
    /// gets any weight, as where every criterion is constant; `method-beyond-float`.
    pub fn weights(self, matrix: &Matrix<'_>) -> Result<Weights> {
        match self {
            Self::Equal => Weights::equal(matrix.criteria().len()),
            Self::StandardDeviation => spread::standard_deviation(matrix),
            Self::Entropy => spread::entropy(matrix),
            Self::Angle => spread::angle(matrix),
            Self::Critic => spread::critic(matrix),
            Self::Merec => loss::merec(matrix),
            Self::Cilos => loss::cilos(matrix),
            Self::Idocriw => loss::idocriw(matrix),
            Self::Components => components::communality(matrix),
            Self::FirstComponent => components::first(matrix),
        }
    }
}

named!(Weighting);
