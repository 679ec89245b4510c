//! Exact ratios that widen instead of overflowing, and rates that keep their numerator and denominator.

use std::cmp::Ordering;
use std::fmt;
use std::ops::{Add, Mul, Neg, Sub};
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::{Decimal, NumberError, Result};

/// A rational number in lowest terms: two machine words while they fit, big integers beyond.
///
/// ```
/// use shequ::kernel::Ratio;
/// let share: Ratio = "122/230".parse()?;
/// assert_eq!(share.to_string(), "61/115");
/// assert!(share > Ratio::new(1, 2)?);
/// assert_eq!((share * Ratio::from(230)).to_string(), "122");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Ratio(Repr);

/// Always in lowest terms with a positive denominator, and small whenever it fits: equality is then structural.
#[derive(Clone, PartialEq, Eq, Hash)]
enum Repr {
    Small(i64, i64),
    Big(Box<(BigInt, BigInt)>),
}

impl Ratio {
    /// Zero.
    pub const ZERO: Self = Self(Repr::Small(0, 1));
    /// One.
    pub const ONE: Self = Self(Repr::Small(1, 1));

    /// `numerator / denominator`, reduced.
    ///
    /// # Errors
    /// `zero-denominator`.
    pub fn new(numerator: i64, denominator: i64) -> Result<Self> {
        if denominator == 0 {
            return Err(NumberError::ZeroDenominator.into());
        }
        Ok(Self::from_wide(numerator.into(), denominator.into()))
    }

    /// The same for wide integers, the denominator not zero.
    pub(crate) fn from_wide(numerator: i128, denominator: i128) -> Self {
        let divisor = numerator.unsigned_abs().gcd(&denominator.unsigned_abs());
        if let Ok(divisor) = i128::try_from(divisor)
            && divisor > 0
        {
            let sign = if denominator < 0 { -1 } else { 1 };
            let parts = (numerator / divisor).checked_mul(sign).zip((denominator / divisor).checked_mul(sign));
            if let Some((n, d)) = parts
                && let (Ok(n), Ok(d)) = (i64::try_from(n), i64::try_from(d))
            {
                return Self(Repr::Small(n, d));
            }
        }
        Self::from_big(BigInt::from(numerator), BigInt::from(denominator))
    }

    /// The same for big integers, the denominator not zero.
    pub(crate) fn from_big(numerator: BigInt, denominator: BigInt) -> Self {
        let divisor = numerator.gcd(&denominator);
        let (mut n, mut d) = (numerator / &divisor, denominator / divisor);
        if d.is_negative() {
            (n, d) = (-n, -d);
        }
        match (n.to_i64(), d.to_i64()) {
            (Some(n), Some(d)) => Self(Repr::Small(n, d)),
            _ => Self(Repr::Big(Box::new((n, d)))),
        }
    }

    fn big(&self) -> (BigInt, BigInt) {
        match &self.0 {
            Repr::Small(n, d) => (BigInt::from(*n), BigInt::from(*d)),
            Repr::Big(parts) => (parts.0.clone(), parts.1.clone()),
        }
    }

    /// Numerator and denominator where both fit a machine word, as they do in hot paths.
    pub(crate) const fn small(&self) -> Option<(i64, i64)> {
        match self.0 {
            Repr::Small(n, d) => Some((n, d)),
            Repr::Big(_) => None,
        }
    }

    /// The numerator in lowest terms, its sign included.
    pub fn numerator(&self) -> BigInt {
        self.big().0
    }

    /// The denominator in lowest terms, at least one.
    pub fn denominator(&self) -> BigInt {
        self.big().1
    }

    /// Whether it is zero.
    pub const fn is_zero(&self) -> bool {
        matches!(self.0, Repr::Small(0, _))
    }

    /// Whether it is below zero.
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Repr::Small(n, _) => *n < 0,
            Repr::Big(parts) => parts.0.is_negative(),
        }
    }

    /// The quotient; `None` where the divisor is zero.
    pub fn checked_div(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        Some(if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &divisor.0) {
            Self::from_wide(wide(*a, *d), wide(*b, *c))
        } else {
            let ((a, b), (c, d)) = (self.big(), divisor.big());
            Self::from_big(a * d, b * c)
        })
    }

    /// The greatest integer not above it.
    pub fn floor(&self) -> BigInt {
        let (n, d) = self.big();
        n.div_floor(&d)
    }

    /// The least integer not below it.
    pub fn ceil(&self) -> BigInt {
        let (n, d) = self.big();
        -(-n).div_floor(&d)
    }
}

/// A product of two words never overflows two words.
fn wide(a: i64, b: i64) -> i128 {
    i128::from(a) * i128::from(b)
}

impl From<i64> for Ratio {
    fn from(n: i64) -> Self {
        Self(Repr::Small(n, 1))
    }
}

impl From<i32> for Ratio {
    fn from(n: i32) -> Self {
        Self(Repr::Small(n.into(), 1))
    }
}

impl From<u64> for Ratio {
    fn from(n: u64) -> Self {
        Self::from_wide(n.into(), 1)
    }
}

impl From<u32> for Ratio {
    fn from(n: u32) -> Self {
        Self(Repr::Small(n.into(), 1))
    }
}

impl From<i128> for Ratio {
    fn from(n: i128) -> Self {
        Self::from_wide(n, 1)
    }
}

impl Add for &Ratio {
    type Output = Ratio;
    fn add(self, other: &Ratio) -> Ratio {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            // Two products below 2^126 add up below 2^127.
            Ratio::from_wide(wide(*a, *d) + wide(*c, *b), wide(*b, *d))
        } else {
            let ((a, b), (c, d)) = (self.big(), other.big());
            Ratio::from_big(a * &d + c * &b, b * d)
        }
    }
}

impl Neg for &Ratio {
    type Output = Ratio;
    fn neg(self) -> Ratio {
        match &self.0 {
            Repr::Small(n, d) => Ratio::from_wide(-i128::from(*n), (*d).into()),
            Repr::Big(parts) => Ratio::from_big(-parts.0.clone(), parts.1.clone()),
        }
    }
}

impl Sub for &Ratio {
    type Output = Ratio;
    fn sub(self, other: &Ratio) -> Ratio {
        self + &-other
    }
}

impl Mul for &Ratio {
    type Output = Ratio;
    fn mul(self, other: &Ratio) -> Ratio {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            Ratio::from_wide(wide(*a, *c), wide(*b, *d))
        } else {
            let ((a, b), (c, d)) = (self.big(), other.big());
            Ratio::from_big(a * c, b * d)
        }
    }
}

macro_rules! by_value {
    ($($op:ident $method:ident),*) => {$(
        impl $op for Ratio {
            type Output = Ratio;
            fn $method(self, other: Ratio) -> Ratio {
                $op::$method(&self, &other)
            }
        }
    )*};
}
by_value!(Add add, Sub sub, Mul mul);

impl Neg for Ratio {
    type Output = Self;
    fn neg(self) -> Self {
        -&self
    }
}

impl std::iter::Sum for Ratio {
    fn sum<I: Iterator<Item = Self>>(items: I) -> Self {
        items.fold(Self::ZERO, |a, b| a + b)
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Self) -> Ordering {
        if let (Repr::Small(a, b), Repr::Small(c, d)) = (&self.0, &other.0) {
            wide(*a, *d).cmp(&wide(*c, *b))
        } else {
            let ((a, b), (c, d)) = (self.big(), other.big());
            (a * d).cmp(&(c * b))
        }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let text = match &self.0 {
            Repr::Small(n, 1) => n.to_string(),
            Repr::Small(n, d) => format!("{n}/{d}"),
            Repr::Big(parts) if parts.1 == BigInt::from(1) => parts.0.to_string(),
            Repr::Big(parts) => format!("{}/{}", parts.0, parts.1),
        };
        f.pad(&text)
    }
}

impl fmt::Debug for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Ratio({self})")
    }
}

impl FromStr for Ratio {
    type Err = super::Error;

    /// Reads `"122/230"`, `"42"`, `"42.3"` or `"53.04%"`, at most 400 signs.
    fn from_str(text: &str) -> Result<Self> {
        let wrong = || NumberError::NotANumber { got: text.chars().take(60).collect(), expected: "a ratio".into() };
        if text.len() > 400 {
            return Err(wrong().into());
        }
        if let Some((n, d)) = text.split_once('/') {
            let part = |t: &str| {
                let digits = t.strip_prefix('-').unwrap_or(t);
                let clean = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit());
                if clean { t.parse::<BigInt>().map_err(|_| wrong()) } else { Err(wrong()) }
            };
            let (n, d) = (part(n.trim())?, part(d.trim())?);
            if d.is_zero() {
                return Err(NumberError::ZeroDenominator.into());
            }
            return Ok(Self::from_big(n, d));
        }
        if let Some(percent) = text.strip_suffix('%') {
            let number: Decimal = percent.trim_end().parse().map_err(|_| wrong())?;
            return Ok(Self::from_wide(number.mantissa(), 100) * number.unit());
        }
        let number: Decimal = text.parse().map_err(|_| wrong())?;
        Ok(number.to_ratio())
    }
}

impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Ratio {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Exact;
        impl Visitor<'_> for Exact {
            type Value = Ratio;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an exact ratio such as `2/3` or `\"0.6\"`")
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Ratio, E> {
                Ok(n.into())
            }
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Ratio, E> {
                Ok(n.into())
            }
            fn visit_i128<E: de::Error>(self, n: i128) -> Result<Ratio, E> {
                Ok(n.into())
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Ratio, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Exact)
    }
}

/// A rate as it was counted: its numerator and denominator are kept, `122/230` stays `122/230`.
///
/// ```
/// use shequ::kernel::{Rate, Rounding};
/// let rate = Rate::new(122, 230)?;
/// assert_eq!(rate.to_string(), "122/230");
/// assert_eq!(rate.percent(2, Rounding::HalfUp)?.to_string(), "53.04");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Rate {
    numerator: u64,
    denominator: u64,
}

impl Rate {
    /// A rate of two counts.
    ///
    /// # Errors
    /// `zero-denominator`.
    pub fn new(numerator: u64, denominator: u64) -> Result<Self> {
        if denominator == 0 {
            return Err(NumberError::ZeroDenominator.into());
        }
        Ok(Self { numerator, denominator })
    }

    /// What was counted.
    pub const fn numerator(self) -> u64 {
        self.numerator
    }

    /// Of how many.
    pub const fn denominator(self) -> u64 {
        self.denominator
    }

    /// The reduced ratio.
    pub fn to_ratio(self) -> Ratio {
        Ratio::from_wide(self.numerator.into(), self.denominator.into())
    }

    /// The percentage with so many decimals.
    ///
    /// # Errors
    /// `number-too-large`.
    pub fn percent(self, scale: u8, rounding: super::Rounding) -> Result<Decimal> {
        Decimal::from_ratio(&(self.to_ratio() * Ratio::from(100)), scale, rounding)
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.numerator, self.denominator)
    }
}

impl Serialize for Rate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
