//! Every method behind one type, by name or with parameters of its own.

use serde::{Deserialize, Serialize};

use super::decision::{Decision, Ranking};
use super::distance::{TopsisNorm, topsis};
use super::electre::electre;
use super::owa::{OrderWeights, owa};
use super::pairwise::{borda, copeland};
use super::preference::Preference;
use super::promethee::promethee;
use super::scaling::Scaling;
use super::vikor::vikor;
use super::{additive, copras, edas, mabac, marcos, moora, spotis};
use crate::evaluation::methods::columns::all_finite;
use crate::evaluation::methods::{Direction, Matrix, Weights};
use crate::kernel::Result;

/// The methods by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum MethodName {
    /// The weighted sum (加权和法).
    WeightedSum,
    /// The weighted product (加权积法).
    WeightedProduct,
    /// Weighted aggregated sum product assessment.
    Waspas,
    /// The ordered weighted average (有序加权平均).
    Owa,
    /// Closeness to the ideal (逼近理想解排序法).
    Topsis,
    /// Compromise ranking (多准则妥协解排序法).
    Vikor,
    /// Net flows of preference (偏好顺序结构评估法).
    #[serde(rename = "promethee-ii")]
    Promethee,
    /// Distance from the border approximation area.
    Mabac,
    /// Complex proportional assessment.
    Copras,
    /// Distance from the average solution.
    Edas,
    /// The ratio system.
    Moora,
    /// Compromise between ideal and anti-ideal.
    Marcos,
    /// Distance from the ideal within bounds, free of rank reversal.
    Spotis,
    /// Outranking and its kernel (消去与选择转换法).
    #[serde(rename = "electre-i")]
    Electre,
    /// Majorities won less lost (科普兰法).
    Copeland,
    /// Points for places (波达计数法).
    Borda,
}

impl MethodName {
    /// Every method.
    pub const ALL: [Self; 16] = [
        Self::WeightedSum,
        Self::WeightedProduct,
        Self::Waspas,
        Self::Owa,
        Self::Topsis,
        Self::Vikor,
        Self::Promethee,
        Self::Mabac,
        Self::Copras,
        Self::Edas,
        Self::Moora,
        Self::Marcos,
        Self::Spotis,
        Self::Electre,
        Self::Copeland,
        Self::Borda,
    ];

    /// Its name in documents and in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WeightedSum => "weighted-sum",
            Self::WeightedProduct => "weighted-product",
            Self::Waspas => "waspas",
            Self::Owa => "owa",
            Self::Topsis => "topsis",
            Self::Vikor => "vikor",
            Self::Promethee => "promethee-ii",
            Self::Mabac => "mabac",
            Self::Copras => "copras",
            Self::Edas => "edas",
            Self::Moora => "moora",
            Self::Marcos => "marcos",
            Self::Spotis => "spotis",
            Self::Electre => "electre-i",
            Self::Copeland => "copeland",
            Self::Borda => "borda",
        }
    }

    /// Whether a higher or a lower score is better.
    pub const fn better(self) -> Direction {
        match self {
            Self::Vikor | Self::Spotis => Direction::Lower,
            _ => Direction::Higher,
        }
    }
}

named!(MethodName);

/// A method with its parameters; [`Method::from`] a name gives the usual ones.
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Method, MethodName, Ranking, Scaling, Weights};
/// // Kracka, Brauers and Zavadskas (2010): six facades, the second is the best with .3458.
/// let up = Direction::Higher;
/// let down = Direction::Lower;
/// let columns = [
///     ("price", down, [33.95, 38.9, 37.59, 30.44, 36.21, 37.8]),
///     ("loss", down, [23.78, 4.17, 9.36, 37.59, 14.79, 8.55]),
///     ("moisture", down, [11.45, 6.32, 8.23, 13.91, 9.17, 7.97]),
///     ("days", down, [39.97, 0.01, 4.35, 74.08, 17.77, 2.35]),
///     ("benefit", up, [29.44, 4.29, 10.22, 45.1, 17.06, 9.25]),
///     ("energy", down, [167.1, 132.52, 136.71, 198.34, 148.3, 134.83]),
///     ("payback", up, [3.852, 25.184, 10.845, 2.186, 6.61, 11.935]),
/// ];
/// let criteria = columns.map(|(key, way, values)| Criterion::new(key.parse().unwrap(), way, values.to_vec()));
/// let matrix = Matrix::new(criteria.to_vec())?;
/// let method = Method::WeightedSum { scaling: Scaling::Sum };
/// let decision = method.decide(&matrix, &Weights::equal(7)?, Ranking::default())?;
/// assert_eq!(format!("{:.8}", decision.scores()[1]), "0.34582350");
/// assert_eq!(decision.ranks().iter().map(|rank| rank.to_string()).collect::<Vec<_>>(), ["6", "1", "3", "4", "5", "2"]);
/// // Any other by its name:
/// let other = Method::from("topsis".parse::<MethodName>()?).decide(&matrix, &Weights::equal(7)?, Ranking::default())?;
/// assert_eq!(other.order()[0], 1);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Method {
    /// The sum of weight times scaled value. Fishburn (1967); MacCrimmon (1968).
    WeightedSum {
        /// By name min-max.
        scaling: Scaling,
    },
    /// The product of scaled values to the power of their weights. Bridgman (1922); Miller and Starr (1969).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Method, Ranking, Scaling, Weights};
    /// // The article "Weighted product model" of Wikipedia, whose logarithms are those of scikit-criteria.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher), ("c4", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[[25.0, 20.0, 15.0, 30.0], [10.0, 30.0, 20.0, 30.0], [30.0, 10.0, 30.0, 10.0]])?;
    /// let weights = Weights::points(&[20.0, 15.0, 40.0, 25.0])?;
    /// let decision = Method::WeightedProduct { scaling: Scaling::Sum }.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{:.8}", x.log10())).collect();
    /// assert_eq!(printed, ["-0.50128589", "-0.50448471", "-0.52947246"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    WeightedProduct {
        /// By name max; it changes the scores by one factor, not the order, as long as it keeps zero.
        scaling: Scaling,
    },
    /// `lambda` parts of the weighted sum and `1 - lambda` parts of the weighted product of values scaled by max. Zavadskas, Turskis,
    /// Antucheviciene and Zakarevicius, Elektronika ir Elektrotechnika 122 (2012).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Chakraborty and others (2015), as published.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher), ("c4", Higher), ("c5", Higher), ("c6", Lower), ("c7", Lower)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [30.0, 23.0, 5.0, 0.745, 0.745, 1500.0, 5000.0],
    ///     [18.0, 13.0, 15.0, 0.745, 0.745, 1300.0, 6000.0],
    ///     [15.0, 12.0, 10.0, 0.5, 0.5, 950.0, 7000.0],
    ///     [25.0, 20.0, 13.0, 0.745, 0.745, 1200.0, 4000.0],
    ///     [14.0, 18.0, 14.0, 0.255, 0.745, 950.0, 3500.0],
    ///     [17.0, 15.0, 9.0, 0.745, 0.5, 1250.0, 5250.0],
    ///     [23.0, 18.0, 20.0, 0.5, 0.745, 1100.0, 3000.0],
    ///     [16.0, 8.0, 14.0, 0.255, 0.5, 1500.0, 3000.0],
    /// ])?;
    /// let weights = Weights::unscaled(vec![0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445])?;
    /// let decision = Method::Waspas { lambda: 0.5 }.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["0.8329", "0.7884", "0.6987", "0.8831", "0.7971", "0.7036", "0.8728", "0.5749"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Waspas {
        /// From 0 to 1, by name 0.5.
        lambda: f64,
    },
    /// Weights for the best, the second best, and so on, of each row. Yager (1988, 1996).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Method, OrderWeights, Ranking, Scaling, Weights};
    /// // By hand: scaled to 0, 1, 1/2 and 0, 1/3, 1; the better half of a row counts 1/4, the worse half 3/4.
    /// let matrix = Matrix::from_rows([("a", Higher), ("b", Higher)], &[[1.0, 10.0], [3.0, 20.0], [2.0, 40.0]])?;
    /// let decision = Method::Owa { scaling: Scaling::MinMax, order: OrderWeights::Power(2.0) }.decide(&matrix, &Weights::equal(2)?, Ranking::default())?;
    /// assert_eq!(decision.scores(), [0.0, 0.5, 0.625]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Owa {
        /// By name min-max.
        scaling: Scaling,
        /// By name the power 2, by which the bad values of a row count more than the good ones.
        order: OrderWeights,
    },
    /// See [`topsis`].
    Topsis {
        /// By name the vector norm.
        norm: TopsisNorm,
    },
    /// See [`vikor`]; the score is Q.
    Vikor {
        /// From 0 to 1, by name 0.5.
        v: f64,
    },
    /// See [`promethee`]; the score is the net flow.
    Promethee {
        /// One for all criteria, or one for each; by name the usual one.
        preferences: Vec<Preference>,
    },
    /// Pamučar and Ćirović, Expert Systems with Applications 42 (2015).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Pamučar and Ćirović (2015), as published.
    /// let criteria = [("c1", Lower), ("c2", Higher), ("c3", Higher), ("c4", Higher), ("c5", Lower), ("c6", Lower), ("c7", Higher), ("c8", Higher), ("c9", Higher), ("c10", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [22600.0, 3800.0, 2.0, 5.0, 1.06, 3.0, 3.5, 2.8, 24.5, 6.5],
    ///     [19500.0, 4200.0, 3.0, 2.0, 0.95, 3.0, 3.4, 2.2, 24.0, 7.0],
    ///     [21700.0, 4000.0, 1.0, 3.0, 1.25, 3.2, 3.3, 2.5, 24.5, 7.3],
    ///     [20600.0, 3800.0, 2.0, 5.0, 1.05, 3.25, 3.2, 2.0, 22.5, 11.0],
    ///     [22500.0, 3800.0, 4.0, 3.0, 1.35, 3.2, 3.7, 2.1, 23.0, 6.3],
    ///     [23250.0, 4210.0, 3.0, 5.0, 1.45, 3.6, 3.5, 2.8, 23.5, 7.0],
    ///     [20300.0, 3850.0, 2.0, 5.0, 0.9, 3.25, 3.0, 2.6, 21.5, 6.0],
    /// ])?;
    /// let weights = Weights::new(vec![0.146, 0.144, 0.119, 0.121, 0.115, 0.101, 0.088, 0.068, 0.05, 0.048])?;
    /// let decision = Method::Mabac.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["0.0826", "0.2183", "-0.0488", "0.0246", "-0.0704", "0.0465", "0.0464"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Mabac,
    /// Zavadskas and Kaklauskas (1996). The score is over the greatest, so that the best has 1.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Method, Ranking, Weights};
    /// // Zavadskas and others (2007), as published: there the costs are added like benefits.
    /// let criteria = [("c1", Higher), ("c2", Higher), ("c3", Higher), ("c4", Higher), ("c5", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [30.0, 12.487, 6.261, 10.88, 7.61],
    ///     [20.0, 12.372, 5.961, 10.88, 7.46],
    ///     [27.0, 11.096, 6.262, 9.92, 6.69],
    ///     [18.0, 10.982, 5.962, 9.92, 6.54],
    ///     [24.0, 11.017, 6.283, 9.98, 7.0],
    ///     [16.0, 10.903, 5.983, 9.98, 6.85],
    /// ])?;
    /// let weights = Weights::new(vec![0.53, 0.1175, 0.1175, 0.1175, 0.1175])?;
    /// let decision = Method::Copras.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["1.0000", "0.7970", "0.9078", "0.7243", "0.8537", "0.6898"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Copras,
    /// Keshavarz Ghorabaee, Zavadskas, Olfat and Turskis, Informatica 26 (2015).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Yazdani and others (2020), as published.
    /// let criteria = [("c1", Lower), ("c2", Lower), ("c3", Lower), ("c4", Higher), ("c5", Higher), ("c6", Lower), ("c7", Higher), ("c8", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [3873.0, 39.55, 0.27, 0.87, 150.0, 0.07, 12.0, 2130.0],
    ///     [5067.0, 67.26, 0.23, 0.23, 40.0, 0.02, 21.0, 2200.0],
    ///     [2213.0, 24.69, 0.08, 0.17, 200.0, 0.04, 35.0, 570.0],
    ///     [6243.0, 132.0, 0.07, 0.25, 100.0, 0.04, 16.0, 100.0],
    ///     [8312.0, 460.47, 0.05, 0.21, 25.0, 0.1, 25.0, 200.0],
    /// ])?;
    /// let weights = Weights::unscaled(vec![0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117])?;
    /// let decision = Method::Edas.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.3}")).collect();
    /// assert_eq!(printed, ["0.841", "0.632", "0.883", "0.457", "0.104"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Edas,
    /// Brauers and Zavadskas, Control and Cybernetics 35 (2006), the ratio system.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Siregar and others (2018), as published.
    /// let criteria = [("c1", Lower), ("c2", Higher), ("c3", Higher), ("c4", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [1.5, 3.0, 5.0, 3.3],
    ///     [2.0, 7.0, 5.0, 3.35],
    ///     [3.0, 1.0, 5.0, 3.07],
    ///     [2.2, 4.0, 5.0, 3.5],
    ///     [2.0, 5.0, 3.0, 3.09],
    ///     [3.2, 2.0, 3.0, 3.48],
    ///     [2.775, 3.0, 5.0, 3.27],
    /// ])?;
    /// let weights = Weights::new(vec![0.3, 0.2, 0.1, 0.4])?;
    /// let decision = Method::Moora.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["0.1801", "0.2345", "0.0625", "0.1757", "0.1683", "0.0742", "0.1197"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Moora,
    /// Stević, Pamučar, Puška and Chatterjee, Computers & Industrial Engineering 140 (2020).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Ulutaş and others (2020), as published.
    /// let criteria = [("c1", Lower), ("c2", Higher), ("c3", Higher), ("c4", Higher), ("c5", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [660.0, 1000.0, 1600.0, 18.0, 1200.0],
    ///     [800.0, 1000.0, 1600.0, 24.0, 900.0],
    ///     [980.0, 1000.0, 2500.0, 24.0, 900.0],
    ///     [920.0, 1500.0, 1600.0, 24.0, 900.0],
    ///     [1380.0, 1500.0, 1500.0, 24.0, 1150.0],
    ///     [1230.0, 1000.0, 1600.0, 24.0, 1150.0],
    ///     [680.0, 1500.0, 1600.0, 18.0, 1100.0],
    ///     [960.0, 2000.0, 1600.0, 12.0, 1150.0],
    /// ])?;
    /// let weights = Weights::unscaled(vec![0.1061, 0.3476, 0.333, 0.1185, 0.0949])?;
    /// let decision = Method::Marcos.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["0.5649", "0.5543", "0.6410", "0.6174", "0.6016", "0.5453", "0.6282", "0.6543"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Marcos,
    /// Dezert, Tchamova, Han and Tacnet, The SPOTIS rank reversal free method, FUSION (2020).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::{Higher, Lower}, Matrix, Method, Ranking, Weights};
    /// // Dezert and others (2020), as published.
    /// let criteria = [("c1", Higher), ("c2", Lower), ("c3", Higher)];
    /// let matrix = Matrix::from_rows(criteria, &[
    ///     [10.5, -3.1, 1.7],
    ///     [-4.7, 0.0, 3.4],
    ///     [8.1, 0.3, 1.3],
    ///     [3.2, 7.3, -5.3],
    /// ])?;
    /// let weights = Weights::new(vec![0.2, 0.3, 0.5])?;
    /// let decision = Method::Spotis { bounds: Some(vec![(-5.0, 12.0), (-6.0, 10.0), (-8.0, 5.0)]) }.decide(&matrix, &weights, Ranking::default())?;
    /// let printed: Vec<String> = decision.scores().iter().map(|x| format!("{x:.4}")).collect();
    /// assert_eq!(printed, ["0.1989", "0.3705", "0.3063", "0.7491"]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Spotis {
        /// The least and the greatest possible value of each criterion. `None`, by name, takes them from the data: then leaving a row
        /// out may change the order of the others.
        bounds: Option<Vec<(f64, f64)>>,
    },
    /// See [`electre`]; the score is 1 in the kernel and 0 outside.
    Electre {
        /// The least concordance, by name 0.65.
        concordance: f64,
        /// The greatest discordance, by name 0.35.
        discordance: f64,
    },
    /// See [`copeland`].
    Copeland,
    /// The weighted sum of how many others a row is better than in each criterion, equals counting half. Borda (1784).
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction::Higher, Matrix, Method, Ranking, Weights};
    /// // By hand: the places are 0, 2, 1 and 0, 1, 2; each counts a half.
    /// let matrix = Matrix::from_rows([("a", Higher), ("b", Higher)], &[[1.0, 10.0], [3.0, 20.0], [2.0, 40.0]])?;
    /// let decision = Method::Borda.decide(&matrix, &Weights::equal(2)?, Ranking::default())?;
    /// assert_eq!(decision.scores(), [0.0, 1.5, 1.5]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Borda,
}

impl From<MethodName> for Method {
    fn from(name: MethodName) -> Self {
        match name {
            MethodName::WeightedSum => Self::WeightedSum { scaling: Scaling::MinMax },
            MethodName::WeightedProduct => Self::WeightedProduct { scaling: Scaling::Max },
            MethodName::Waspas => Self::Waspas { lambda: 0.5 },
            MethodName::Owa => Self::Owa { scaling: Scaling::MinMax, order: OrderWeights::Power(2.0) },
            MethodName::Topsis => Self::Topsis { norm: TopsisNorm::Vector },
            MethodName::Vikor => Self::Vikor { v: 0.5 },
            MethodName::Promethee => Self::Promethee { preferences: vec![Preference::Usual] },
            MethodName::Mabac => Self::Mabac,
            MethodName::Copras => Self::Copras,
            MethodName::Edas => Self::Edas,
            MethodName::Moora => Self::Moora,
            MethodName::Marcos => Self::Marcos,
            MethodName::Spotis => Self::Spotis { bounds: None },
            MethodName::Electre => Self::Electre { concordance: 0.65, discordance: 0.35 },
            MethodName::Copeland => Self::Copeland,
            MethodName::Borda => Self::Borda,
        }
    }
}

impl Method {
    /// Its name.
    pub const fn name(&self) -> MethodName {
        match self {
            Self::WeightedSum { .. } => MethodName::WeightedSum,
            Self::WeightedProduct { .. } => MethodName::WeightedProduct,
            Self::Waspas { .. } => MethodName::Waspas,
            Self::Owa { .. } => MethodName::Owa,
            Self::Topsis { .. } => MethodName::Topsis,
            Self::Vikor { .. } => MethodName::Vikor,
            Self::Promethee { .. } => MethodName::Promethee,
            Self::Mabac => MethodName::Mabac,
            Self::Copras => MethodName::Copras,
            Self::Edas => MethodName::Edas,
            Self::Moora => MethodName::Moora,
            Self::Marcos => MethodName::Marcos,
            Self::Spotis { .. } => MethodName::Spotis,
            Self::Electre { .. } => MethodName::Electre,
            Self::Copeland => MethodName::Copeland,
            Self::Borda => MethodName::Borda,
        }
    }

    /// Whether a higher or a lower score is better.
    pub const fn better(&self) -> Direction {
        self.name().better()
    }

    /// The score of each row, all finite.
    ///
    /// # Errors
    /// What the method cannot take, with the criterion or the place `[row].criterion`: `criterion-constant`, `criterion-all-zero`,
    /// `criterion-value-not-positive`, `criterion-value-negative`, `criterion-mean-not-positive`, `value-outside-bounds`; `one-row`,
    /// `rows-all-equal`, `method-too-many-rows`, `method-counts-differ`, `method-parameter-invalid`, `method-beyond-float`.
    pub fn scores(&self, matrix: &Matrix<'_>, weights: &Weights) -> Result<Vec<f64>> {
        let scores = match self {
            Self::WeightedSum { scaling } => additive::sum(matrix, weights, *scaling)?,
            Self::WeightedProduct { scaling } => additive::product(matrix, weights, *scaling)?,
            Self::Waspas { lambda } => additive::waspas(matrix, weights, *lambda)?,
            Self::Owa { scaling, order } => owa(matrix, weights, *scaling, order)?,
            Self::Topsis { norm } => topsis(matrix, weights, *norm)?.closeness,
            Self::Vikor { v } => vikor(matrix, weights, *v)?.q,
            Self::Promethee { preferences } => promethee(matrix, weights, preferences)?.net,
            Self::Mabac => mabac::mabac(matrix, weights)?,
            Self::Copras => copras::copras(matrix, weights)?,
            Self::Edas => edas::edas(matrix, weights)?,
            Self::Moora => moora::moora(matrix, weights)?,
            Self::Marcos => marcos::marcos(matrix, weights)?,
            Self::Spotis { bounds } => spotis::spotis(matrix, weights, bounds.as_deref())?,
            Self::Electre { concordance, discordance } => {
                let mut scores = vec![0.0; matrix.rows()];
                for row in electre(matrix, weights, *concordance, *discordance)?.kernel {
                    if let Some(score) = scores.get_mut(row) {
                        *score = 1.0;
                    }
                }
                scores
            }
            #[expect(clippy::cast_precision_loss, reason = "at most the number of rows")]
            Self::Copeland => copeland(matrix, weights)?.copeland.into_iter().map(|score| score as f64).collect(),
            Self::Borda => borda(matrix, weights)?,
        };
        all_finite(scores, "the score")
    }

    /// Scores and ranks.
    ///
    /// # Errors
    /// As [`scores`](Self::scores).
    pub fn decide(&self, matrix: &Matrix<'_>, weights: &Weights, ranking: Ranking) -> Result<Decision> {
        let name = self.name();
        Decision::new(name, name.better(), self.scores(matrix, weights)?, ranking)
    }
}
