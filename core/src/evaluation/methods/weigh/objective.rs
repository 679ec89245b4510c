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
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // Jahan and Edwards (2013), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [0.0, 0.0, 0.0],
    ///     [0.39, 0.3, 0.77],
    ///     [0.17, 0.36, 0.8],
    ///     [0.35, 0.29, 0.93],
    ///     [0.3, 0.4, 0.94],
    ///     [0.84, 0.71, 1.0],
    ///     [1.0, 1.0, 0.99],
    /// ])?;
    /// let weights = Weighting::StandardDeviation.weights(&matrix)?;
    /// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.2}")).collect();
    /// assert_eq!(printed, ["0.35", "0.31", "0.34"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    StandardDeviation,
    /// One less the entropy of the shares of the rows in the criterion's sum (熵权法); no value below zero.
    ///
    /// Shannon (1948); Hwang and Yoon, Multiple Attribute Decision Making (1981). A share of zero adds nothing to the entropy.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // Elsayed and others (2017), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher), ("c4", Higher), ("c5", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [7.0, 312.0, 1891.0, 6613.0, 163.0],
    ///     [72.0, 88.0, 728.0, 941804.0, 1078.0],
    ///     [10.0, 252.0, 2594.0, 3466.0, 117471.0],
    ///     [10.0, 145.0, 980.0, 2371.0, 86329.0],
    ///     [65.0, 54.0, 350.0, 501.0, 29897.0],
    ///     [29.0, 48.0, 380.0, 912.0, 34051.0],
    ///     [7.0, 476.0, 3300.0, 78470.0, 2212.0],
    ///     [70.0, 87.0, 650.0, 733.0, 819000.0],
    ///     [4.0, 86.0, 591.0, 3015.0, 103.0],
    ///     [12.0, 79.0, 579.0, 3240.0, 96098.0],
    ///     [21.0, 45.0, 261.0, 1253.0, 453.0],
    ///     [1.0, 72.0, 530.0, 4333.0, 0.1048],
    /// ])?;
    /// let weights = Weighting::Entropy.weights(&matrix)?;
    /// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.6}")).collect();
    /// assert_eq!(printed, ["0.104991", "0.069124", "0.071373", "0.449937", "0.304575"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Entropy,
    /// The angle between the criterion and a column of equal values; no value below zero.
    ///
    /// Shuai, Zou, Chen and Li, An objective weighting method by the angles of vectors (2012).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // Shuai and others (2012), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher), ("c4", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [30.0, 30.0, 38.0, 29.0],
    ///     [19.0, 54.0, 86.0, 29.0],
    ///     [19.0, 15.0, 85.0, 29.1],
    ///     [68.0, 70.0, 60.0, 29.0],
    /// ])?;
    /// let weights = Weighting::Angle.weights(&matrix)?;
    /// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.4}")).collect();
    /// assert_eq!(printed, ["0.4150", "0.3612", "0.2227", "0.0012"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Angle,
    /// Standard deviation times what the criterion does not share with the others: the sum of one less the correlation.
    ///
    /// Diakoulaki, Mavrotas and Papayannakis, Determining objective weights in multiple criteria problems: the CRITIC method, Computers
    /// & Operations Research 22 (1995). Each criterion is first scaled to 0 to 1, more being better.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // Diakoulaki and others (1995), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [61.0, 1.08, 4.33],
    ///     [20.7, 0.26, 4.34],
    ///     [16.3, 1.98, 2.53],
    ///     [9.0, 3.29, 1.65],
    ///     [5.4, 2.77, 2.33],
    ///     [4.0, 4.12, 1.21],
    ///     [-6.1, 3.52, 2.1],
    ///     [-34.6, 3.31, 0.98],
    /// ])?;
    /// let weights = Weighting::Critic.weights(&matrix)?;
    /// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.8}")).collect();
    /// assert_eq!(printed, ["0.20222554", "0.48090173", "0.31687273"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Critic,
    /// By how much the overall performance changes when the criterion is left out; every value above zero.
    ///
    /// Keshavarz-Ghorabaee and others, Determination of objective weights using a new method based on the removal effects of criteria
    /// (MEREC), Symmetry 13 (2021).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Weighting};
    /// // Keshavarz-Ghorabaee and others (2021), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Lower), ("c4", Lower)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [450.0, 8000.0, 54.0, 145.0],
    ///     [10.0, 9100.0, 2.0, 160.0],
    ///     [100.0, 8200.0, 31.0, 153.0],
    ///     [220.0, 9300.0, 1.0, 162.0],
    ///     [5.0, 8400.0, 23.0, 158.0],
    /// ])?;
    /// let weights = Weighting::Merec.weights(&matrix)?;
    /// let printed: Vec<String> = weights.as_slice().iter().map(|w| format!("{w:.4}")).collect();
    /// assert_eq!(printed, ["0.5752", "0.0141", "0.4016", "0.0091"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
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
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // By hand: the second repeats the first, the third is independent of both.
    /// let matrix = Matrix::from_rows([("a", Higher), ("b", Higher), ("c", Higher)], &[[1.0, 2.0, 1.0], [2.0, 4.0, -2.0], [3.0, 6.0, 1.0]])?;
    /// let weights = Weighting::Components.weights(&matrix)?;
    /// assert!(weights.as_slice().iter().zip([1.0 / 3.0, 1.0 / 3.0, 1.0 / 3.0]).all(|(w, by_hand)| (w - by_hand).abs() < 1e-15));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Components,
    /// The squared entries of the first eigenvector of the correlations.
    ///
    /// Which way a criterion points does not matter. OECD and JRC (2008).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Weighting};
    /// // By hand: the second repeats the first, the third is independent of both.
    /// let matrix = Matrix::from_rows([("a", Higher), ("b", Higher), ("c", Higher)], &[[1.0, 2.0, 1.0], [2.0, 4.0, -2.0], [3.0, 6.0, 1.0]])?;
    /// let weights = Weighting::FirstComponent.weights(&matrix)?;
    /// assert!(weights.as_slice().iter().zip([0.5, 0.5, 0.0]).all(|(w, by_hand)| (w - by_hand).abs() < 1e-15));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
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
        // In the order of the keys, so that the order of the criteria changes no bit.
        let found = self.sorted(&matrix.sorted())?;
        let mut weights = vec![0.0; found.len()];
        for (at, weight) in matrix.by_key().iter().zip(found.as_slice()) {
            if let Some(slot) = weights.get_mut(*at) {
                *slot = *weight;
            }
        }
        Ok(Weights { shares: weights, points: None })
    }

    fn sorted(self, matrix: &Matrix<'_>) -> Result<Weights> {
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
