//! Floor area and money: whole numbers of their smallest unit, which refuse floats.

use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{Decimal, NumberError, Result};

macro_rules! measure {
    (
        $(#[$meta:meta])* $name:ident($int:ty), scale $scale:literal, $smallest:ident, $from:ident, $show:expr, $expected:literal
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name($int);

        impl $name {
            /// So many of the smallest unit.
            pub const fn $from(n: $int) -> Self {
                Self(n)
            }

            /// The number of the smallest unit.
            pub const fn $smallest(self) -> $int {
                self.0
            }

            /// The same as a decimal number.
            pub fn to_decimal(self) -> Decimal {
                // The scale is a small constant, so this never fails.
                Decimal::new(self.0.into(), $scale).unwrap_or(Decimal::ZERO)
            }

            /// The sum; `None` beyond the range.
            pub fn checked_add(self, other: Self) -> Option<Self> {
                self.0.checked_add(other.0).map(Self)
            }
        }

        impl TryFrom<Decimal> for $name {
            type Error = super::Error;

            fn try_from(number: Decimal) -> Result<Self> {
                let scaled = number.with_scale($scale)?;
                let wrong = || match scaled.mantissa() < 0 && <$int>::MIN == 0 {
                    true => NumberError::Negative { got: number.to_string() },
                    false => NumberError::TooLarge { got: number.to_string() },
                };
                Ok(Self(<$int>::try_from(scaled.mantissa()).map_err(|_| wrong())?))
            }
        }

        impl FromStr for $name {
            type Err = super::Error;

            fn from_str(text: &str) -> Result<Self> {
                text.parse::<Decimal>()?.try_into()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                let show: fn(Decimal) -> Decimal = $show;
                show(self.to_decimal()).fmt(f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Exact;
                impl Visitor<'_> for Exact {
                    type Value = $name;
                    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                        f.write_str($expected)
                    }
                    fn visit_u64<E: de::Error>(self, n: u64) -> Result<$name, E> {
                        i64::try_from(n)
                            .ok()
                            .and_then(|i| $name::try_from(Decimal::from(i)).ok())
                            .ok_or_else(|| E::invalid_value(Unexpected::Unsigned(n), &self))
                    }
                    fn visit_i64<E: de::Error>(self, n: i64) -> Result<$name, E> {
                        $name::try_from(Decimal::from(n)).map_err(|_| E::invalid_value(Unexpected::Signed(n), &self))
                    }
                    fn visit_str<E: de::Error>(self, text: &str) -> Result<$name, E> {
                        text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
                    }
                }
                deserializer.deserialize_any(Exact)
            }
        }
    };
}

measure! {
    /// A floor area in whole square centimetres; written in square metres with at most four decimals.
    ///
    /// ```
    /// use shequ::kernel::Area;
    /// let flat: Area = "45.67".parse()?;
    /// assert_eq!(flat.cm2(), 456_700);
    /// assert_eq!(flat.to_string(), "45.67");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Area(u64), scale 4, cm2, from_cm2, Decimal::shortest, "an exact area in m2 such as `\"45.67\"`"
}

measure! {
    /// An amount of money in whole minor units (分, cents); written with at most two decimals.
    ///
    /// ```
    /// use shequ::kernel::Money;
    /// assert_eq!("1200.50".parse::<Money>()?.minor(), 120_050);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    Money(i64), scale 2, minor, from_minor, |d| d, "an exact amount such as `\"1200.50\"`"
}
