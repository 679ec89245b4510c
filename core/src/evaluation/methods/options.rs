//! Methods as they are asked for by name: parameters are read like a document, and those that the method does not use are faults.

use super::index::parameters;
use super::tables::row_of;
use super::treat::declared;
use super::{Decision, Matrix, Method, MethodName, OrderWeights, Ranking, Scaling, TopsisNorm, Treatment, Weights};
use crate::evaluation::SchemeError;
use crate::kernel::{Document, Faults, Real, Result};
use crate::wire::index::{NormalisationDraft, TreatmentDraft};
use crate::wire::methods::MethodDraft;

/// A method of decision with its parameters and the way scores become ranks, an argument of the format `shequ.method/1`.
///
/// ```
/// use shequ::evaluation::methods::Decide;
/// use shequ::kernel::Document;
/// assert!(Decide::parse(r#"{"format": "shequ.method/1", "method": "vikor", "v": 0.6}"#).is_ok());
/// let error = Decide::parse(r#"{"format": "shequ.method/1", "method": "vikor", "lambda": 0.6}"#).unwrap_err();
/// assert_eq!((error.first().code(), error.first().path()), ("parameter-not-used", "options.lambda"));
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Decide {
    /// The method.
    pub method: Method,
    /// How scores become ranks.
    pub ranking: Ranking,
}

impl Decide {
    /// Scores and ranks.
    ///
    /// # Errors
    /// As [`Method::decide`].
    pub fn decide(&self, matrix: &Matrix<'_>, weights: &Weights) -> Result<Decision> {
        self.method.decide(matrix, weights, self.ranking)
    }
}

/// The parameters that a method uses.
const fn used(name: MethodName) -> &'static [&'static str] {
    match name {
        MethodName::WeightedSum | MethodName::WeightedProduct => &["scaling"],
        MethodName::Waspas => &["lambda"],
        MethodName::Owa => &["scaling", "power", "places"],
        MethodName::Topsis => &["norm"],
        MethodName::Vikor => &["v"],
        MethodName::Promethee => &["preferences"],
        MethodName::Spotis => &["bounds"],
        MethodName::Electre => &["concordance", "discordance"],
        MethodName::Mabac
        | MethodName::Copras
        | MethodName::Edas
        | MethodName::Moora
        | MethodName::Marcos
        | MethodName::Copeland
        | MethodName::Borda => &[],
    }
}

impl Document for Decide {
    const FORMAT: &'static str = "shequ.method/1";
    const ROOT: &'static str = "options";
    type Draft = MethodDraft;

    fn check(draft: MethodDraft) -> Result<Self> {
        let name = draft.method;
        let given = [
            ("scaling", draft.scaling.is_some()),
            ("lambda", draft.lambda.is_some()),
            ("power", draft.power.is_some()),
            ("places", draft.places.is_some()),
            ("norm", draft.norm.is_some()),
            ("v", draft.v.is_some()),
            ("preferences", draft.preferences.is_some()),
            ("bounds", draft.bounds.is_some()),
            ("concordance", draft.concordance.is_some()),
            ("discordance", draft.discordance.is_some()),
        ];
        let mut faults = Faults::new();
        let both = draft.power.is_some() && draft.places.is_some();
        for (parameter, given) in given {
            if given && (!used(name).contains(&parameter) || (parameter == "power" && both)) {
                let cause = SchemeError::ParameterNotUsed { parameter: parameter.into(), rule: name.name().into() };
                faults.push(parameter, cause);
            }
        }
        let or = |value: Option<Real>, usual: f64| value.map_or(usual, Real::get);
        let scaling = |usual: Scaling| draft.scaling.unwrap_or(usual);
        let method = match name {
            MethodName::WeightedSum => Method::WeightedSum { scaling: scaling(Scaling::MinMax) },
            MethodName::WeightedProduct => Method::WeightedProduct { scaling: scaling(Scaling::Max) },
            MethodName::Waspas => Method::Waspas { lambda: or(draft.lambda, 0.5) },
            MethodName::Owa => {
                let order = match &draft.places {
                    Some(places) => {
                        let places = Weights::new(places.iter().map(|place| place.get()).collect());
                        let places = places.map_err(|error| error.moved(|path| path.replacen("weights", "places", 1)));
                        faults.take("", places).map(OrderWeights::Places)
                    }
                    None => None,
                };
                let order = order.unwrap_or_else(|| OrderWeights::Power(or(draft.power, 2.0)));
                Method::Owa { scaling: scaling(Scaling::MinMax), order }
            }
            MethodName::Topsis => Method::Topsis { norm: draft.norm.unwrap_or(TopsisNorm::Vector) },
            MethodName::Vikor => Method::Vikor { v: or(draft.v, 0.5) },
            MethodName::Promethee => match draft.preferences {
                Some(preferences) => Method::Promethee { preferences },
                None => Method::from(name),
            },
            MethodName::Spotis => {
                let pair = |(low, high): (Real, Real)| (low.get(), high.get());
                Method::Spotis { bounds: draft.bounds.map(|bounds| bounds.into_iter().map(pair).collect()) }
            }
            MethodName::Electre => {
                Method::Electre { concordance: or(draft.concordance, 0.65), discordance: or(draft.discordance, 0.35) }
            }
            other => Method::from(other),
        };
        faults.into_result()?;
        Ok(Self { method, ranking: Ranking { ties: draft.ties.unwrap_or_default(), decimals: draft.decimals } })
    }
}

/// A normalisation with its parameters, an argument of the format `shequ.normalisation/1`.
///
/// `reference` is the name of a row, or its number from 0 where rows have no names.
///
/// ```
/// use shequ::evaluation::methods::{Criterion, Direction, Matrix, Normalise};
/// use shequ::kernel::Document;
/// let by = Normalise::parse(r#"{"format": "shequ.normalisation/1", "method": "distance-to-reference", "reference": "b"}"#)?;
/// let matrix = Matrix::new(vec![Criterion::new("x".parse()?, Direction::Higher, vec![1.0, 3.0, 2.0])])?;
/// let names = ["a", "b", "c"].map(str::to_owned);
/// assert_eq!(by.normalise(&matrix, Some(&names))?.criteria()[0].values(), [0.0, 1.0, 0.5]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Normalise(parameters::Declared);

impl Normalise {
    /// Every criterion by the method; in the outcome more of each is better.
    ///
    /// # Errors
    /// `unknown-unit` or `unknown-row` for the reference, and those of [`normalise`](super::normalise()).
    pub fn normalise(&self, matrix: &Matrix<'_>, names: Option<&[String]>) -> Result<Matrix<'static>> {
        let by =
            self.0.normaliser(|row| row_of(names, matrix.rows(), row).map_err(|e| e.under("options.reference")))?;
        super::normalise(matrix, by)
    }
}

impl Document for Normalise {
    const FORMAT: &'static str = "shequ.normalisation/1";
    const ROOT: &'static str = "options";
    type Draft = NormalisationDraft;

    fn check(draft: NormalisationDraft) -> Result<Self> {
        parameters::check(&draft).map(Self)
    }
}

/// An argument of the format `shequ.treatment/1`.
impl Document for Treatment {
    const FORMAT: &'static str = "shequ.treatment/1";
    const ROOT: &'static str = "options";
    type Draft = TreatmentDraft;

    fn check(draft: TreatmentDraft) -> Result<Self> {
        declared(&draft)
    }
}
