//! From the difference of two values to a preference: the six functions of PROMETHEE.

use serde::{Deserialize, Serialize};

use crate::evaluation::methods::columns::within;
use crate::kernel::Result;

/// How a difference `d` in a criterion's own unit becomes a preference from 0 to 1 (偏好函数).
///
/// Brans and Vincke, A preference ranking organisation method, Management Science 31 (1985). `indifference` is their q, `preference` their p,
/// `inflection` their s.
///
/// ```
/// use shequ::evaluation::methods::Preference;
/// let linear = Preference::Linear { indifference: 1.0, preference: 5.0 };
/// assert_eq!([0.5, 1.0, 3.0, 9.0].map(|d| linear.of(d)), [0.0, 0.0, 0.5, 1.0]);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Preference {
    /// 1 for any difference above zero.
    #[default]
    Usual,
    /// 1 above the indifference.
    UShape {
        /// Up to which difference two values count as equal.
        indifference: f64,
    },
    /// Rises from 0 at no difference to 1 at the preference.
    VShape {
        /// From which difference one value is preferred outright.
        preference: f64,
    },
    /// One half above the indifference, 1 above the preference.
    Level {
        /// Up to which difference two values count as equal.
        indifference: f64,
        /// Above which difference one value is preferred outright.
        preference: f64,
    },
    /// Rises from 0 at the indifference to 1 at the preference.
    Linear {
        /// Up to which difference two values count as equal.
        indifference: f64,
        /// From which difference one value is preferred outright.
        preference: f64,
    },
    /// `1 - exp(-d² / (2 inflection²))`.
    Gaussian {
        /// Where the curve turns, above zero.
        inflection: f64,
    },
}

/// What stands between no preference and all of it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Between {
    Half,
    Rising,
    Gaussian(f64),
}

impl Preference {
    /// The preference for a value that is better by `d`; 0 for one that is not better.
    pub fn of(self, d: f64) -> f64 {
        let (low, high, between) = self.parts();
        if d <= low {
            return 0.0;
        }
        match between {
            Between::Gaussian(inflection) => gaussian(d, inflection),
            _ if d > high => 1.0,
            Between::Half => 0.5,
            Between::Rising => ((d - low) / (high - low)).min(1.0),
        }
    }

    /// The difference up to which there is no preference, that above which it is all there is, and what stands between.
    pub(super) const fn parts(self) -> (f64, f64, Between) {
        match self {
            Self::Usual => (0.0, 0.0, Between::Half),
            Self::UShape { indifference } => (indifference, indifference, Between::Half),
            Self::VShape { preference } => (0.0, preference, Between::Rising),
            Self::Level { indifference, preference } => (indifference, preference, Between::Half),
            Self::Linear { indifference, preference } => (indifference, preference, Between::Rising),
            Self::Gaussian { inflection } => (0.0, f64::INFINITY, Between::Gaussian(inflection)),
        }
    }

    /// Whether every preference is none, one half or one, so that those of many rows are a count.
    pub(super) const fn is_counted(self) -> bool {
        matches!(self.parts().2, Between::Half)
    }

    /// Whether its thresholds are in order.
    pub(super) fn check(self) -> Result<()> {
        let positive = |what: &str, x: f64| within(what, x, x.is_finite() && x > 0.0, "a number above zero");
        match self {
            Self::Usual => Ok(()),
            Self::UShape { indifference: q } => within("indifference", q, q.is_finite() && q >= 0.0, "zero or more"),
            Self::VShape { preference } => positive("preference", preference),
            Self::Level { indifference: q, preference: p } | Self::Linear { indifference: q, preference: p } => {
                within("indifference", q, q.is_finite() && q >= 0.0, "zero or more")?;
                within("preference", p, p.is_finite() && p > q, "above the indifference")
            }
            Self::Gaussian { inflection } => positive("inflection", inflection),
        }
    }
}

pub(super) fn gaussian(d: f64, inflection: f64) -> f64 {
    let r = d / inflection;
    // `1 - exp(-x)` without losing the digits of a small x.
    -libm::expm1(-(r * r) / 2.0)
}
