//! Who is a near relative (近亲属), as the Civil Code lists them.

use crate::wire::participation_eligibility::Kinship;

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
