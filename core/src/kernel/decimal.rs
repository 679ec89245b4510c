//! Decimal numbers as a scaled integer, with the rounding named wherever one happens.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::{Signed, ToPrimitive};
use serde::de::{self, Deserializer, Unexpected, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::error::faults;
use super::{Ratio, Result};

faults! {
    /// Faults of exact numbers.
    pub enum NumberError: Value {
        /// A denominator of zero.
        ZeroDenominator => "zero-denominator", "the denominator is zero", "leave the value out where nothing was counted";
        /// A text that is no number.
        NotANumber { got: String, expected: String } => "not-a-number", "`{got}` is not {expected}", "write digits, such as `45.67` or `122/230`";
        /// More decimals than the scale that was declared.
        TooManyDigits { got: String, scale: u8 } => "too-many-digits", "`{got}` has more than {scale} decimals", "round it first, or declare a larger scale";
        /// Beyond what the type can hold.
        TooLarge { got: String } => "number-too-large", "`{got}` is beyond the range of its type", "check the unit of the number";
        /// A number below zero where none can be.
        Negative { got: String } => "number-negative", "`{got}` is below zero", "";
        /// NaN or an infinity.
        NotFinite => "not-finite", "the value is NaN or infinite", "leave the value out where it is missing";
    }
}

/// How a number is brought to fewer decimals. There is no default: whoever rounds says how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Rounding {
    /// To the nearest, a half away from zero (四舍五入).
    HalfUp,
    /// To the nearest, a half to the even neighbour.
    HalfEven,
    /// Towards minus infinity.
    Floor,
    /// Towards plus infinity.
    Ceiling,
    /// Towards zero.
    Truncate,
}

/// The greatest number of decimals.
pub const MAX_SCALE: u8 = 18;

/// A decimal number: an integer over a power of ten. `88.50` and `88.5` are equal and print as they were made.
///
/// ```
/// use shequ::kernel::{Decimal, Rounding};
/// let points: Decimal = "88.945".parse()?;
/// assert_eq!(points.round(2, Rounding::HalfUp)?.to_string(), "88.95");
/// assert_eq!(points.round(2, Rounding::Floor)?.to_string(), "88.94");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Clone, Copy)]
pub struct Decimal {
    mantissa: i128,
    scale: u8,
}

/// The powers of ten up to that of the greatest scale; a float holds each exactly.
const POWERS: [f64; MAX_SCALE as usize + 1] =
    [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18];

pub(crate) const fn power_of_ten(scale: u8) -> i128 {
    // 10^18 fits far inside; the scale is at most MAX_SCALE everywhere.
    10_i128.pow(scale as u32)
}

/// `numerator / denominator` to an integer, the denominator above zero.
fn divide(numerator: &BigInt, denominator: &BigInt, rounding: Rounding) -> BigInt {
    let (floor, rest) = numerator.div_mod_floor(denominator);
    let twice: BigInt = &rest * 2;
    let up = match rounding {
        Rounding::Floor => false,
        Rounding::Ceiling => rest.is_positive(),
        Rounding::Truncate => rest.is_positive() && numerator.is_negative(),
        Rounding::HalfUp => match twice.cmp(denominator) {
            Ordering::Equal => !numerator.is_negative(),
            other => other == Ordering::Greater,
        },
        Rounding::HalfEven => match twice.cmp(denominator) {
            Ordering::Equal => floor.is_odd(),
            other => other == Ordering::Greater,
        },
    };
    if up { floor + 1 } else { floor }
}

impl Decimal {
    /// Zero without decimals.
    pub const ZERO: Self = Self { mantissa: 0, scale: 0 };

    /// `mantissa / 10^scale`.
    ///
    /// # Errors
    /// `number-too-large` for a scale above 18.
    pub fn new(mantissa: i128, scale: u8) -> Result<Self> {
        if scale > MAX_SCALE {
            return Err(NumberError::TooLarge { got: format!("a scale of {scale}") }.into());
        }
        Ok(Self { mantissa, scale })
    }

    /// A ratio rounded to so many decimals.
    ///
    /// # Errors
    /// `number-too-large`.
    pub fn from_ratio(ratio: &Ratio, scale: u8, rounding: Rounding) -> Result<Self> {
        let scaled = divide(&(ratio.numerator() * power_of_ten(scale.min(MAX_SCALE))), &ratio.denominator(), rounding);
        let mantissa = scaled
            .to_i128()
            .ok_or_else(|| NumberError::TooLarge { got: ratio.to_string().chars().take(60).collect() })?;
        Self::new(mantissa, scale)
    }

    /// A float read as its shortest decimal, as people see it printed: `0.1` is one tenth.
    ///
    /// # Errors
    /// `not-finite`, `too-many-digits`, `number-too-large`.
    pub fn from_shortest(x: f64, scale: u8) -> Result<Self> {
        if let Some(mantissa) = Self::shortest_mantissa(x, scale) {
            return Self::new(mantissa.into(), scale);
        }
        if !x.is_finite() {
            return Err(NumberError::NotFinite.into());
        }
        // `{}` prints the shortest digits that read back as the same float, never with an exponent.
        let text = format!("{x}");
        text.parse::<Self>()?.with_scale(scale)
    }

    /// The mantissa of [`Self::from_shortest`], in a few instructions; `None` is for what must be looked at digit by digit.
    ///
    /// An integer `n` below 10^15 over a power of ten that a float holds exactly is rounded once when they are divided. Where the quotient is
    /// `x`, `n` over that power reads as `x`, and no other decimal of at most 15 digits does: it is the shortest.
    #[inline]
    #[expect(
        clippy::cast_possible_truncation,
        clippy::float_cmp,
        reason = "a whole number below 10^15; equal to the last bit"
    )]
    pub(crate) fn shortest_mantissa(x: f64, scale: u8) -> Option<i64> {
        /// Added and taken away again, it leaves the nearest whole number.
        const WHOLE: f64 = 6_755_399_441_055_744.0; // 1.5 * 2^52
        let power = *POWERS.get(usize::from(scale))?;
        let grown = x * power;
        let whole = (grown + WHOLE) - WHOLE;
        (grown.abs() < 1e15 && whole / power == x).then_some(whole as i64)
    }

    /// The integer over the power of ten.
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// The number of decimals.
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// One unit of the last decimal.
    pub(crate) fn unit(self) -> Ratio {
        Ratio::from_wide(1, power_of_ten(self.scale))
    }

    /// The same number as a ratio.
    pub fn to_ratio(self) -> Ratio {
        Ratio::from_wide(self.mantissa, power_of_ten(self.scale))
    }

    /// The same number with so many decimals, exactly.
    ///
    /// # Errors
    /// `too-many-digits` if digits would be lost, `number-too-large`.
    pub fn with_scale(self, scale: u8) -> Result<Self> {
        let too_large = || NumberError::TooLarge { got: self.to_string() };
        if scale >= self.scale {
            let grown = self.mantissa.checked_mul(power_of_ten(scale.min(MAX_SCALE) - self.scale.min(scale)));
            return Self::new(grown.ok_or_else(too_large)?, scale);
        }
        let step = power_of_ten(self.scale - scale);
        if self.mantissa % step != 0 {
            return Err(NumberError::TooManyDigits { got: self.to_string(), scale }.into());
        }
        Self::new(self.mantissa / step, scale)
    }

    /// The number with so many decimals, rounded.
    ///
    /// # Errors
    /// `number-too-large`.
    pub fn round(self, scale: u8, rounding: Rounding) -> Result<Self> {
        if scale >= self.scale { self.with_scale(scale) } else { Self::from_ratio(&self.to_ratio(), scale, rounding) }
    }

    /// The same number without trailing zeros.
    pub fn shortest(self) -> Self {
        let mut out = self;
        while out.scale > 0 && out.mantissa % 10 == 0 {
            out = Self { mantissa: out.mantissa / 10, scale: out.scale - 1 };
        }
        out
    }

    /// The exact sum, at the larger scale; `None` beyond the range.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let (a, b) = (self.with_scale(scale).ok()?, other.with_scale(scale).ok()?);
        Some(Self { mantissa: a.mantissa.checked_add(b.mantissa)?, scale })
    }
}

impl PartialEq for Decimal {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Decimal {}

impl PartialOrd for Decimal {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Decimal {
    fn cmp(&self, other: &Self) -> Ordering {
        if self.scale == other.scale {
            return self.mantissa.cmp(&other.mantissa);
        }
        self.to_ratio().cmp(&other.to_ratio())
    }
}

impl std::hash::Hash for Decimal {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        let shortest = self.shortest();
        (shortest.mantissa, shortest.scale).hash(state);
    }
}

impl From<i64> for Decimal {
    fn from(n: i64) -> Self {
        Self { mantissa: n.into(), scale: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = power_of_ten(self.scale).unsigned_abs();
        let digits = self.mantissa.unsigned_abs();
        let sign = if self.mantissa < 0 { "-" } else { "" };
        let text = if self.scale == 0 {
            format!("{sign}{digits}")
        } else {
            format!("{sign}{}.{:0width$}", digits / unit, digits % unit, width = usize::from(self.scale))
        };
        f.pad(&text)
    }
}

impl fmt::Debug for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Decimal({self})")
    }
}

impl FromStr for Decimal {
    type Err = super::Error;

    /// Reads `-12.50` or `1.5e3`: digits with at most one point, at most 18 decimals; no spaces, no signs for thousands.
    fn from_str(text: &str) -> Result<Self> {
        let got = || text.chars().take(60).collect();
        let wrong = || NumberError::NotANumber { got: got(), expected: "a decimal number".into() };
        let too_large = || NumberError::TooLarge { got: got() };
        let (number, exponent) = match text.split_once(['e', 'E']) {
            Some((number, exponent)) => (number, exponent.parse::<i32>().map_err(|_| wrong())?),
            None => (text, 0),
        };
        let (negative, digits) = match number.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, number.strip_prefix('+').unwrap_or(number)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let written = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
        if !written(whole) || !written(fraction) {
            return Err(wrong().into());
        }
        let fraction = if digits.contains('.') { fraction } else { "" };
        let mut places = i64::try_from(fraction.len()).map_err(|_| too_large())? - i64::from(exponent);
        let mut kept = whole.len() + fraction.len();
        // Zeros at the end that the scale cannot hold say nothing.
        for byte in fraction.bytes().rev().chain(whole.bytes().rev()) {
            if byte != b'0' || places <= i64::from(MAX_SCALE) {
                break;
            }
            (kept, places) = (kept - 1, places - 1);
        }
        let mut mantissa: i128 = 0;
        for byte in whole.bytes().chain(fraction.bytes()).take(kept) {
            let digit = i128::from(byte - b'0');
            // Counted downwards where negative: the least integer has no positive counterpart.
            let tens = mantissa.checked_mul(10);
            let next = tens.and_then(|m| if negative { m.checked_sub(digit) } else { m.checked_add(digit) });
            mantissa = next.ok_or_else(too_large)?;
        }
        if mantissa == 0 {
            places = places.clamp(0, MAX_SCALE.into());
        }
        while places < 0 {
            // At most 39 times, for a number that is not zero grows beyond the range.
            mantissa = mantissa.checked_mul(10).ok_or_else(too_large)?;
            places += 1;
        }
        match u8::try_from(places) {
            Ok(scale) if scale <= MAX_SCALE => Ok(Self { mantissa, scale }),
            _ => Err(NumberError::TooManyDigits { got: got(), scale: MAX_SCALE }.into()),
        }
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Exact;
        impl Visitor<'_> for Exact {
            type Value = Decimal;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an exact decimal such as `12` or `\"10.5\"`")
            }
            fn visit_u64<E: de::Error>(self, n: u64) -> Result<Decimal, E> {
                Ok(Decimal { mantissa: n.into(), scale: 0 })
            }
            fn visit_i64<E: de::Error>(self, n: i64) -> Result<Decimal, E> {
                Ok(n.into())
            }
            fn visit_i128<E: de::Error>(self, n: i128) -> Result<Decimal, E> {
                Ok(Decimal { mantissa: n, scale: 0 })
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Decimal, E> {
                text.parse().map_err(|_| E::invalid_value(Unexpected::Str(text), &self))
            }
        }
        deserializer.deserialize_any(Exact)
    }
}
