//! What methods are asked with.

use serde::Deserialize;

use crate::evaluation::methods::{MethodName, Preference, RankTies, Scaling, TopsisNorm};
use crate::kernel::Real;

/// A method of decision with its parameters, flat; those left out are the usual ones.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MethodDraft {
    /// The method.
    pub method: MethodName,
    /// `weighted-sum`, `weighted-product`, `owa`: how values become comparable; `min-max`, but for the product `max`, unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub scaling: Option<Scaling>,
    /// `waspas`: the share of the weighted sum, 0.5 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub lambda: Option<Real>,
    /// `owa`: the power of the quantifier, 2 unless given; above 1 the bad values of a row count more.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub power: Option<Real>,
    /// `owa`: one weight for each place instead, the first for the best value of a row; they sum to one.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Array<number | string>"))]
    pub places: Option<Vec<Real>>,
    /// `topsis`: how values become comparable, `vector` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub norm: Option<TopsisNorm>,
    /// `vikor`: the weight of the good of most, 0.5 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub v: Option<Real>,
    /// `promethee-ii`: one preference for all criteria or one for each; `usual` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub preferences: Option<Vec<Preference>>,
    /// `spotis`: the least and the greatest possible value of each criterion; those of the data unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "Array<[number | string, number | string]>"))]
    pub bounds: Option<Vec<(Real, Real)>>,
    /// `electre-i`: the least concordance, 0.65 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub concordance: Option<Real>,
    /// `electre-i`: the greatest discordance, 0.35 unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional, type = "number | string"))]
    pub discordance: Option<Real>,
    /// The rank of equals, `min` unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub ties: Option<RankTies>,
    /// Equal are scores that are the same to so many decimals, up to 15; to the last bit unless given.
    #[serde(default)]
    #[cfg_attr(feature = "typescript", ts(optional))]
    pub decimals: Option<u8>,
}
