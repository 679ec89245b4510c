//! Who is a near relative (近亲属), as the Civil Code lists them.

use serde::Deserialize as _;
use serde::de::IntoDeserializer as _;
use serde::de::value::{Error as Unknown, StrDeserializer};

use super::EligibilityError;
use crate::kernel::Result;
use crate::wire::participation_eligibility::Kinship;

/// A kind of kinship by its word, such as `in-law`.
///
/// # Errors
/// `kinship-unknown`.
pub fn kinship(word: &str) -> Result<Kinship> {
    let read: StrDeserializer<'_, Unknown> = word.into_deserializer();
    Kinship::deserialize(read).map_err(|_| EligibilityError::Kinship { got: word.chars().take(40).collect() }.into())
}

impl Kinship {
    /// Whether it is a near relative by art. 1045(2) of the Civil Code (clause `cn.cc.1045`), whose list is closed: spouse,
    /// parents, children, brothers and sisters, grandparents and grandchildren on both sides.
    ///
    /// ```
    /// use shequ::participation::eligibility::Kinship;
    /// assert!(Kinship::DaughtersChild.is_near_relative());
    /// assert!(!Kinship::InLaw.is_near_relative());
    /// ```
    pub const fn is_near_relative(self) -> bool {
        match self {
            Self::Spouse
            | Self::Parent
            | Self::Child
            | Self::Sibling
            | Self::PaternalGrandparent
            | Self::MaternalGrandparent
            | Self::SonsChild
            | Self::DaughtersChild => true,
            Self::UncleAuntNephewNiece | Self::Cousin | Self::InLaw | Self::Other => false,
        }
    }
}
