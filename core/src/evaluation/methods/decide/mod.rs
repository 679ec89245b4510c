//! Decisions by several criteria (多准则决策): one score for each alternative from a matrix and weights, and a rank.
//!
//! [`Method::decide`] ranks by any method, and [`Method::scores`] gives the scores alone; a method with its usual parameters comes from its name.
//! Where a method has more to show than one number, a function of its own gives it.
//!
//! | method | score | better | takes |
//! |---|---|---|---|
//! | `weighted-sum`, `weighted-product`, `waspas`, `owa` | means of scaled values | higher | see [`Scaling`] |
//! | `topsis` | closeness to the best, [`topsis`] | higher | any values |
//! | `vikor` | Q, [`vikor`] | lower | no constant criterion |
//! | `promethee-ii` | net flow, [`promethee`] | higher | any values |
//! | `mabac` | distance from the border | higher | no constant criterion |
//! | `copras` | degree of utility | higher | no value below zero |
//! | `edas` | appraisal against the average | higher | averages above zero |
//! | `moora` | benefits less costs | higher | any values |
//! | `marcos` | utility between ideal and anti-ideal | higher | values above zero |
//! | `spotis` | distance from the best within bounds | lower | values within the bounds |
//! | `electre-i` | in the kernel or not, [`electre`] | higher | up to 2,000 rows |
//! | `copeland` | majorities won less lost, [`copeland`] | higher | up to 20,000 rows |
//! | `borda` | weighted points for places | higher | any values |
//!
//! # Published examples
//!
//! Each method that has no example of its own, on that of its paper or of a paper that uses it. The weights of some do not sum to one
//! as printed.
//!
//! ```
//! use shequ::evaluation::methods::{
//!     Criterion, Direction, Matrix, Method, OrderWeights, Scaling, Weights,
//! };
//!
//! /// A matrix by rows; `+` where more is better, `-` where less is.
//! fn matrix(directions: &str, rows: &[&[f64]]) -> Result<Matrix<'static>, shequ::kernel::Error> {
//!     let criteria = directions.chars().enumerate().map(|(j, sign)| {
//!         let direction = if sign == '+' { Direction::Higher } else { Direction::Lower };
//!         Ok(Criterion::new(format!("c{j}").parse()?, direction, rows.iter().map(|row| row[j]).collect::<Vec<_>>()))
//!     });
//!     Matrix::new(criteria.collect::<Result<_, shequ::kernel::Error>>()?)
//! }
//! fn printed(numbers: &[f64]) -> String {
//!     numbers.iter().map(|x| format!("{x:.4}")).collect::<Vec<_>>().join(" ")
//! }
//!
//! // Pamučar and Ćirović (2015): .0826 .2183 -.0488 .0246 -.0704 .0465 .0464
//! let example = matrix("-+++--++++", &[
//!     &[22_600.0, 3800.0, 2.0, 5.0, 1.06, 3.0, 3.5, 2.8, 24.5, 6.5],
//!     &[19_500.0, 4200.0, 3.0, 2.0, 0.95, 3.0, 3.4, 2.2, 24.0, 7.0],
//!     &[21_700.0, 4000.0, 1.0, 3.0, 1.25, 3.2, 3.3, 2.5, 24.5, 7.3],
//!     &[20_600.0, 3800.0, 2.0, 5.0, 1.05, 3.25, 3.2, 2.0, 22.5, 11.0],
//!     &[22_500.0, 3800.0, 4.0, 3.0, 1.35, 3.2, 3.7, 2.1, 23.0, 6.3],
//!     &[23_250.0, 4210.0, 3.0, 5.0, 1.45, 3.6, 3.5, 2.8, 23.5, 7.0],
//!     &[20_300.0, 3850.0, 2.0, 5.0, 0.9, 3.25, 3.0, 2.6, 21.5, 6.0],
//! ])?;
//! let weights = Weights::unscaled(vec![0.146, 0.144, 0.119, 0.121, 0.115, 0.101, 0.088, 0.068, 0.05, 0.048])?;
//! assert_eq!(printed(&Method::Mabac.scores(&example, &weights)?), "0.0826 0.2183 -0.0488 0.0246 -0.0704 0.0465 0.0464");
//!
//! // Yazdani and others (2020): .841 .632 .883 .457 .104
//! let example = matrix("---++-++", &[
//!     &[3873.0, 39.55, 0.27, 0.87, 150.0, 0.07, 12.0, 2130.0],
//!     &[5067.0, 67.26, 0.23, 0.23, 40.0, 0.02, 21.0, 2200.0],
//!     &[2213.0, 24.69, 0.08, 0.17, 200.0, 0.04, 35.0, 570.0],
//!     &[6243.0, 132.0, 0.07, 0.25, 100.0, 0.04, 16.0, 100.0],
//!     &[8312.0, 460.47, 0.05, 0.21, 25.0, 0.1, 25.0, 200.0],
//! ])?;
//! let weights = Weights::unscaled(vec![0.131, 0.113, 0.126, 0.125, 0.126, 0.129, 0.132, 0.117])?;
//! assert_eq!(printed(&Method::Edas.scores(&example, &weights)?), "0.8413 0.6318 0.8834 0.4567 0.1037");
//!
//! // Siregar and others (2018): .1801 .2345 .0625 .1757 .1683 .0742 .1197
//! let example = matrix("-+++", &[
//!     &[1.5, 3.0, 5.0, 3.3],
//!     &[2.0, 7.0, 5.0, 3.35],
//!     &[3.0, 1.0, 5.0, 3.07],
//!     &[2.2, 4.0, 5.0, 3.5],
//!     &[2.0, 5.0, 3.0, 3.09],
//!     &[3.2, 2.0, 3.0, 3.48],
//!     &[2.775, 3.0, 5.0, 3.27],
//! ])?;
//! let weights = Weights::unscaled(vec![0.3, 0.2, 0.1, 0.4])?;
//! assert_eq!(printed(&Method::Moora.scores(&example, &weights)?), "0.1801 0.2345 0.0625 0.1757 0.1683 0.0742 0.1197");
//!
//! // Ulutaş and others (2020): .5649 .5543 .641 .6174 .6016 .5453 .6282 .6543
//! let example = matrix("-++++", &[
//!     &[660.0, 1000.0, 1600.0, 18.0, 1200.0],
//!     &[800.0, 1000.0, 1600.0, 24.0, 900.0],
//!     &[980.0, 1000.0, 2500.0, 24.0, 900.0],
//!     &[920.0, 1500.0, 1600.0, 24.0, 900.0],
//!     &[1380.0, 1500.0, 1500.0, 24.0, 1150.0],
//!     &[1230.0, 1000.0, 1600.0, 24.0, 1150.0],
//!     &[680.0, 1500.0, 1600.0, 18.0, 1100.0],
//!     &[960.0, 2000.0, 1600.0, 12.0, 1150.0],
//! ])?;
//! let weights = Weights::unscaled(vec![0.1061, 0.3476, 0.333, 0.1185, 0.0949])?;
//! assert_eq!(printed(&Method::Marcos.scores(&example, &weights)?), "0.5649 0.5543 0.6410 0.6174 0.6016 0.5453 0.6282 0.6543");
//!
//! // Chakraborty and others (2015): .8329 .7884 .6987 .8831 .7971 .7036 .8728 .5749
//! let example = matrix("+++++--", &[
//!     &[30.0, 23.0, 5.0, 0.745, 0.745, 1500.0, 5000.0],
//!     &[18.0, 13.0, 15.0, 0.745, 0.745, 1300.0, 6000.0],
//!     &[15.0, 12.0, 10.0, 0.5, 0.5, 950.0, 7000.0],
//!     &[25.0, 20.0, 13.0, 0.745, 0.745, 1200.0, 4000.0],
//!     &[14.0, 18.0, 14.0, 0.255, 0.745, 950.0, 3500.0],
//!     &[17.0, 15.0, 9.0, 0.745, 0.5, 1250.0, 5250.0],
//!     &[23.0, 18.0, 20.0, 0.5, 0.745, 1100.0, 3000.0],
//!     &[16.0, 8.0, 14.0, 0.255, 0.5, 1500.0, 3000.0],
//! ])?;
//! let weights = Weights::unscaled(vec![0.1181, 0.1181, 0.0445, 0.1181, 0.2861, 0.2861, 0.0445])?;
//! assert_eq!(printed(&Method::Waspas { lambda: 0.5 }.scores(&example, &weights)?), "0.8329 0.7884 0.6987 0.8831 0.7971 0.7036 0.8728 0.5749");
//!
//! // Dezert and others (2020): .1989 .3705 .3063 .7491
//! let example = matrix("+-+", &[
//!     &[10.5, -3.1, 1.7],
//!     &[-4.7, 0.0, 3.4],
//!     &[8.1, 0.3, 1.3],
//!     &[3.2, 7.3, -5.3],
//! ])?;
//! let weights = Weights::unscaled(vec![0.2, 0.3, 0.5])?;
//! assert_eq!(printed(&Method::Spotis { bounds: Some(vec![(-5.0, 12.0), (-6.0, 10.0), (-8.0, 5.0)]) }.scores(&example, &weights)?), "0.1989 0.3705 0.3063 0.7491");
//!
//! // The example of Wikipedia's article on the weighted product model: logarithms -.50128589 -.50448471 -.52947246
//! let example = matrix("++++", &[
//!     &[25.0, 20.0, 15.0, 30.0],
//!     &[10.0, 30.0, 20.0, 30.0],
//!     &[30.0, 10.0, 30.0, 10.0],
//! ])?;
//! let product = Method::WeightedProduct { scaling: Scaling::Sum };
//! let scores = product.scores(&example, &Weights::points(&[20.0, 15.0, 40.0, 25.0])?)?;
//! assert_eq!(printed(&scores.iter().map(|score| score.log10()).collect::<Vec<_>>()), "-0.5013 -0.5045 -0.5295");
//!
//! // No printed result could be read that treats costs as the paper does; this is the output of scikit-criteria 0.10 on the values of
//! // Zavadskas and others (2007).
//! let example = matrix("+----", &[
//!     &[30.0, 12.487, 6.261, 10.88, 7.61],
//!     &[20.0, 12.372, 5.961, 10.88, 7.46],
//!     &[27.0, 11.096, 6.262, 9.92, 6.69],
//!     &[18.0, 10.982, 5.962, 9.92, 6.54],
//!     &[24.0, 11.017, 6.283, 9.98, 7.0],
//!     &[16.0, 10.903, 5.983, 9.98, 6.85],
//! ])?;
//! let weights = Weights::new(vec![0.53, 0.1175, 0.1175, 0.1175, 0.1175])?;
//! assert_eq!(printed(&Method::Copras.scores(&example, &weights)?), "1.0000 0.8022 0.9724 0.7965 0.9059 0.7503");
//!
//! // By hand: the mean of the two best of three; then two criteria in which the points for places are 1/2 1/2 2 and 2 1 0.
//! let row = matrix("+++", &[&[0.7, 1.0, 0.3]])?;
//! let owa = Method::Owa { scaling: Scaling::AsGiven, order: OrderWeights::Places(Weights::new(vec![0.5, 0.5, 0.0])?) };
//! assert_eq!(printed(&owa.scores(&row, &Weights::equal(3)?)?), "0.8500");
//! let places = matrix("+-", &[&[5.0, 1.0], &[5.0, 2.0], &[9.0, 3.0]])?;
//! assert_eq!(printed(&Method::Borda.scores(&places, &Weights::new(vec![0.6, 0.4])?)?), "1.1000 0.7000 1.2000");
//! # Ok::<(), shequ::kernel::Error>(())
//! ```

mod additive;
mod copras;
mod counts;
mod decision;
mod distance;
mod edas;
mod electre;
mod explain;
mod mabac;
mod marcos;
mod method;
mod moora;
mod owa;
mod pairwise;
mod preference;
mod promethee;
mod scaling;
mod spotis;
mod vikor;

pub use decision::{Decision, Ranking};
pub use distance::{Closeness, TopsisNorm, topsis};
pub use electre::{Electre, electre};
pub use method::{Method, MethodName};
pub use owa::OrderWeights;
pub use pairwise::{Outranking, copeland};
pub use preference::Preference;
pub use promethee::{Flows, promethee};
pub use scaling::Scaling;
pub use vikor::{Vikor, vikor};

use super::columns::same_count;
use super::{Matrix, Weights};
use crate::kernel::Result;

/// One weight for each criterion.
fn weighed<'w>(matrix: &Matrix<'_>, weights: &'w Weights) -> Result<&'w [f64]> {
    same_count("weights", weights.len(), matrix.criteria().len())?;
    Ok(weights.as_slice())
}

#[cfg(test)]
mod tests;
