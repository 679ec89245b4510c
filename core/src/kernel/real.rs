//! A finite float: what statistics yield, shown as such, and never what decides a vote, a point or a right.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use serde::de::{self, Deserialize, Deserializer, Unexpected, Visitor};
use serde::{Serialize, Serializer};

use super::{Decimal, MAX_SCALE, NumberError, Result};

/// A finite float64 (浮点数), printed with the shortest digits that read back as the same number.
///
/// Statistical methods take and give it; exact numbers are [`Decimal`] and [`Ratio`](super::Ratio). It is written as a number in
/// results. In a document it is a number, whole or not, or a text such as `"0.1"`.
///
/// ```
/// use shequ::kernel::Real;
/// let x = Real::new(0.1 + 0.2)?;
/// assert_eq!(x.to_string(), "0.30000000000000004");
/// assert_eq!(x.rounded(3)?.to_string(), "0.300");
/// assert!(Real::new(f64::NAN).is_err());
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Clone, Copy, Default)]
pub struct Real(f64);

impl Real {
    /// A finite float; a negative zero becomes zero.
    ///
    /// # Errors
    /// `not-finite`.
    pub fn new(x: f64) -> Result<Self> {
        // Adding zero turns -0 into 0 and leaves every other number as it is.
        if x.is_finite() { Ok(Self(x + 0.0)) } else { Err(NumberError::NotFinite.into()) }
    }

    /// The float.
    pub const fn get(self) -> f64 {
        self.0
    }

    /// The number with so many decimals, half away from zero, of its shortest digits as people see them printed.
    ///
    /// # Errors
    /// `number-too-large`, `too-many-digits` for more than 18 decimals.
    pub fn rounded(self, scale: u8) -> Result<Decimal> {
        let too_large = || NumberError::TooLarge { got: self.to_string() };
        if scale > MAX_SCALE {
            return Err(NumberError::TooManyDigits { got: self.to_string(), scale: MAX_SCALE }.into());
        }
        // `{:e}` prints the shortest digits that read back as the same float: `9.66e-1`.
        let text = format!("{:e}", self.0.abs());
        let (digits, exponent) = text.split_once('e').unwrap_or((&text, "0"));
        let digits: Vec<u8> = digits.bytes().filter(u8::is_ascii_digit).map(|d| d - b'0').collect();
        // How many digits stand left of the last decimal that is kept.
        let kept = exponent.parse::<i32>().map_err(|_| too_large())? + 1 + i32::from(scale);
        let mut mantissa: i128 = 0;
        for place in 0..kept.max(0) {
            let digit = usize::try_from(place).ok().and_then(|p| digits.get(p)).copied().unwrap_or(0);
            mantissa = mantissa.checked_mul(10).and_then(|m| m.checked_add(digit.into())).ok_or_else(too_large)?;
        }
        let next = usize::try_from(kept).ok().and_then(|p| digits.get(p)).copied().unwrap_or(0);
        mantissa += i128::from(next >= 5);
        Decimal::new(if self.0 < 0.0 { -mantissa } else { mantissa }, scale)
    }
}

impl From<Real> for f64 {
    fn from(real: Real) -> Self {
        real.0
    }
}

impl From<i32> for Real {
    fn from(n: i32) -> Self {
        Self(n.into())
    }
}

impl PartialEq for Real {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Real {}

impl PartialOrd for Real {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Real {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl fmt::Display for Real {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(ryu_js::Buffer::new().format_finite(self.0))
    }
}

impl fmt::Debug for Real {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Real({self})")
    }
}

impl FromStr for Real {
    type Err = super::Error;

    /// Reads `0.1`, `12` or `1.5e3`: the float nearest to it.
    fn from_str(text: &str) -> Result<Self> {
        let wrong = || NumberError::NotANumber { got: text.chars().take(60).collect(), expected: "a number".into() };
        let plain = text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b'.' | b'e' | b'E'));
        let number = text.parse::<f64>().ok().filter(|_| plain).ok_or_else(wrong)?;
        Self::new(number)
    }
}

impl Serialize for Real {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.0)
    }
}

impl<'de> Deserialize<'de> for Real {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Number;
        impl Visitor<'_> for Number {
            type Value = Real;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number such as `12`, `0.5` or `\"0.5\"`")
            }
            #[expect(clippy::cast_precision_loss, reason = "the nearest float is what a statistical parameter means")]
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Real, E> {
                Ok(Real(n as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "as above")]
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Real, E> {
                Ok(Real(n as f64))
            }
            #[expect(clippy::cast_precision_loss, reason = "as above")]
            fn visit_i128<E: de::Error>(self, n: i128) -> Result<Real, E> {
                Ok(Real(n as f64))
            }
            fn visit_f64<E: de::Error>(self, x: f64) -> Result<Real, E> {
                Real::new(x).map_err(|_| E::invalid_value(Unexpected::Float(x), &self))
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Real, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_the_digits_that_people_see() {
        for (x, scale, expected) in [
            (0.5, 0, "1"),
            (-0.5, 0, "-1"),
            (0.49, 0, "0"),
            // The float is a little below 1.005, but 1.005 is what is printed.
            (1.005, 2, "1.01"),
            (0.966_522_682_467_563_9, 3, "0.967"),
            (9.995, 2, "10.00"),
            (1e-20, 3, "0.000"),
            (1e15, 2, "1000000000000000.00"),
            (-1234.567, 1, "-1234.6"),
            (0.0, 2, "0.00"),
        ] {
            assert_eq!(Real::new(x).unwrap().rounded(scale).unwrap().to_string(), expected, "{x}");
        }
        assert_eq!(Real::new(1e300).unwrap().rounded(0).unwrap_err().first().code(), "number-too-large");
        assert_eq!(Real::new(1.0).unwrap().rounded(19).unwrap_err().first().code(), "too-many-digits");
    }

    #[test]
    fn reads_what_is_a_number_and_nothing_else() {
        assert_eq!("1.5e3".parse::<Real>().unwrap(), 1500.into());
        for text in ["", "nan", "inf", "1e999", "1,5", " 1"] {
            assert!(text.parse::<Real>().is_err(), "{text}");
        }
    }
}
