//! The normalisation of an indicator: its parameters checked against its method.

use serde::{Deserialize, Serialize};

use super::super::normalise::{Goalposts, Normalisation, Normaliser};
use super::IndexError as Fault;
use crate::evaluation::SchemeError;
use crate::kernel::{Faults, Real, Result};
use crate::wire::index::NormalisationDraft;

/// The name of a normalisation in a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Normalising {
    /// From the worst to the best value.
    MinMax,
    /// Distances from the mean in standard deviations.
    ZScore,
    /// The distance to the best in ranges.
    DistanceToMax,
    /// The way from the worst that a reference unit has gone.
    DistanceToReference,
    /// The way from the worst to a target.
    DistanceToTarget,
    /// The share of the best value.
    FractionOfMax,
    /// The rank from the worst.
    Rank,
    /// The share of the other units that are worse.
    PercentileRank,
    /// The points of Borda.
    Borda,
    /// The way from one goalpost to the other.
    Goalposts,
    /// The share of the Euclidean length.
    Vector,
    /// The share of the sum.
    Sum,
    /// The share of the greatest value.
    Max,
    /// The share of the sum of logarithms.
    Log,
}

impl Normalising {
    /// Its name as documents write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::MinMax => "min-max",
            Self::ZScore => "z-score",
            Self::DistanceToMax => "distance-to-max",
            Self::DistanceToReference => "distance-to-reference",
            Self::DistanceToTarget => "distance-to-target",
            Self::FractionOfMax => "fraction-of-max",
            Self::Rank => "rank",
            Self::PercentileRank => "percentile-rank",
            Self::Borda => "borda",
            Self::Goalposts => "goalposts",
            Self::Vector => "vector",
            Self::Sum => "sum",
            Self::Max => "max",
            Self::Log => "log",
        }
    }

    /// The parameters that it uses.
    const fn parameters(self) -> &'static [&'static str] {
        match self {
            Self::MinMax => &["lower", "upper", "constant"],
            Self::ZScore => &["mean", "deviation", "constant"],
            Self::DistanceToReference => &["reference", "cap", "constant"],
            Self::DistanceToTarget => &["target", "cap"],
            Self::Rank | Self::Borda => &["ties", "constant"],
            Self::Goalposts => &["lower", "upper", "cap", "factor", "logarithmic"],
            Self::DistanceToMax | Self::PercentileRank => &["constant"],
            // These score a constant as they score any value.
            Self::FractionOfMax | Self::Vector | Self::Sum | Self::Max | Self::Log => &[],
        }
    }
}

/// A normalisation as declared: that of a reference unit names the unit, whose row is not known yet.
#[derive(Debug, Clone)]
pub(in crate::evaluation) struct Declared {
    pub name: Normalising,
    pub method: Normalisation,
    pub constant: Option<f64>,
    pub reference: Option<String>,
}

impl Declared {
    /// The normaliser for rows, of which `row` tells where the reference unit is.
    pub fn normaliser(&self, row: impl Fn(&str) -> Result<usize>) -> Result<Normaliser> {
        let method = match (self.method, &self.reference) {
            (Normalisation::DistanceToReference { cap, .. }, Some(unit)) => {
                Normalisation::DistanceToReference { row: row(unit)?, cap }
            }
            (method, _) => method,
        };
        Ok(Normaliser { method, constant: self.constant })
    }
}

/// The parameters of the index with those of an indicator above them; those of another method are not mixed in.
pub(super) fn merged(default: &NormalisationDraft, own: &NormalisationDraft) -> NormalisationDraft {
    if own.method.is_some_and(|method| default.method != Some(method)) {
        return own.clone();
    }
    NormalisationDraft {
        method: default.method,
        lower: own.lower.or(default.lower),
        upper: own.upper.or(default.upper),
        mean: own.mean.or(default.mean),
        deviation: own.deviation.or(default.deviation),
        target: own.target.or(default.target),
        reference: own.reference.clone().or_else(|| default.reference.clone()),
        cap: own.cap.or(default.cap),
        factor: own.factor.or(default.factor),
        logarithmic: own.logarithmic.or(default.logarithmic),
        ties: own.ties.or(default.ties),
        constant: own.constant.or(default.constant),
    }
}

/// Checks a normalisation; every parameter that is missing, not used or out of its range is a fault.
pub(in crate::evaluation) fn check(draft: &NormalisationDraft) -> Result<Declared> {
    let mut faults = Faults::new();
    let missing = |parameter: &str, needed_by: &str| SchemeError::ParameterMissing {
        parameter: parameter.into(),
        needed_by: needed_by.into(),
    };
    let Some(name) = draft.method else {
        return Err(crate::kernel::Error::at("method", missing("method", "a normalisation")));
    };
    let given = [
        ("lower", draft.lower.is_some()),
        ("upper", draft.upper.is_some()),
        ("mean", draft.mean.is_some()),
        ("deviation", draft.deviation.is_some()),
        ("target", draft.target.is_some()),
        ("reference", draft.reference.is_some()),
        ("cap", draft.cap.is_some()),
        ("factor", draft.factor.is_some()),
        ("logarithmic", draft.logarithmic.is_some()),
        ("ties", draft.ties.is_some()),
        ("constant", draft.constant.is_some()),
    ];
    for (parameter, _) in given.iter().filter(|(p, given)| *given && !name.parameters().contains(p)) {
        let cause = SchemeError::ParameterNotUsed { parameter: (*parameter).into(), rule: name.name().into() };
        faults.push(*parameter, cause);
    }
    let mut need = |parameter: &str, value: Option<Real>| {
        if value.is_none() {
            faults.push(parameter, missing(parameter, &format!("the method `{}`", name.name())));
        }
        value.map_or(0.0, Real::get)
    };
    let or = |value: Option<Real>, default: f64| value.map_or(default, Real::get);
    let ties = draft.ties.unwrap_or_default();
    let cap = draft.cap.unwrap_or(false);
    let method = match name {
        Normalising::MinMax => Normalisation::MinMax { lower: or(draft.lower, 0.0), upper: or(draft.upper, 100.0) },
        Normalising::ZScore => Normalisation::ZScore { mean: or(draft.mean, 0.0), deviation: or(draft.deviation, 1.0) },
        Normalising::DistanceToMax => Normalisation::DistanceToMax,
        Normalising::DistanceToReference => {
            if draft.reference.is_none() {
                faults.push("reference", missing("reference", "the method `distance-to-reference`"));
            }
            Normalisation::DistanceToReference { row: 0, cap }
        }
        Normalising::DistanceToTarget => Normalisation::DistanceToTarget { target: need("target", draft.target), cap },
        Normalising::FractionOfMax => Normalisation::FractionOfMax,
        Normalising::Rank => Normalisation::Rank(ties),
        Normalising::PercentileRank => Normalisation::PercentileRank,
        Normalising::Borda => Normalisation::Borda(ties),
        Normalising::Goalposts => Normalisation::Goalposts(Goalposts {
            lower: need("lower", draft.lower),
            upper: need("upper", draft.upper),
            factor: or(draft.factor, 1.0),
            cap: draft.cap.unwrap_or(true),
            logarithmic: draft.logarithmic.unwrap_or(false),
        }),
        Normalising::Vector => Normalisation::Vector,
        Normalising::Sum => Normalisation::Sum,
        Normalising::Max => Normalisation::Max,
        Normalising::Log => Normalisation::Log,
    };
    faults.append(ranges(&method));
    faults.into_result()?;
    let constant = draft.constant.map(Real::get);
    Ok(Declared { name, method, constant, reference: draft.reference.clone() })
}

/// What can be said of the ranges of parameters before there are data.
fn ranges(method: &Normalisation) -> Faults {
    let mut faults = Faults::new();
    let mut bad = |parameter: &str, got: f64, expected: String| {
        faults.push(parameter, Fault::BadParameter { got: got.to_string(), expected });
    };
    match *method {
        Normalisation::MinMax { lower, upper } if lower >= upper => {
            bad("lower", lower, format!("below the upper end `{upper}`"));
        }
        Normalisation::ZScore { deviation, .. } if deviation <= 0.0 => {
            bad("deviation", deviation, "above zero".into());
        }
        Normalisation::Goalposts(posts) => {
            if posts.lower >= posts.upper {
                bad("lower", posts.lower, format!("below the upper goalpost `{}`", posts.upper));
            } else if posts.logarithmic && posts.lower <= 0.0 {
                bad("lower", posts.lower, "above zero, which a logarithm needs".into());
            }
            if posts.factor <= 0.0 {
                bad("factor", posts.factor, "above zero".into());
            }
        }
        _ => {}
    }
    faults
}
