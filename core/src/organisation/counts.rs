//! What is re-expressed through a crosswalk: counts, or rates by their parts, of units.

use crate::kernel::{Document, Ratio, Result, Value};
use crate::wire::organisation::{CountsDraft, InferOptions, RatesDraft, UnitCount};

/// Counts of units: `shequ.counts/1`.
///
/// ```
/// use shequ::kernel::Value;
/// use shequ::organisation::Counts;
/// let counts = Counts::from_plain(Value::Map(vec![("c1".into(), Value::Int(320)), ("c2".into(), "410".into())]))?;
/// assert_eq!(counts.rows()[1], ("c2".to_owned(), 410.into()));
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Counts(Vec<(String, Ratio)>);

/// Rates or means of units by numerator and denominator: `shequ.rates/1`.
#[derive(Debug, Clone)]
pub struct Rates(Vec<(String, Ratio, Ratio)>);

impl Document for Counts {
    const FORMAT: &'static str = "shequ.counts/1";
    const ROOT: &'static str = "counts";
    type Draft = CountsDraft;

    fn check(draft: CountsDraft) -> Result<Self> {
        Ok(Self(draft.rows.into_iter().map(|UnitCount { unit, count }| (unit, count)).collect()))
    }
}

impl Document for Rates {
    const FORMAT: &'static str = "shequ.rates/1";
    const ROOT: &'static str = "rates";
    type Draft = RatesDraft;

    fn check(draft: RatesDraft) -> Result<Self> {
        Ok(Self(draft.rows.into_iter().map(|row| (row.unit, row.numerator, row.denominator)).collect()))
    }
}

/// How to infer, as a document for languages that have no such type.
impl Document for InferOptions {
    const FORMAT: &'static str = "shequ.infer-options/1";
    const ROOT: &'static str = "options";
    type Draft = Self;

    fn check(draft: Self) -> Result<Self> {
        Ok(draft)
    }
}

/// A list as the one list of a document; anything else as it is, with its format.
pub(super) fn listed<D: Document>(value: Value, list: &str) -> Result<D> {
    let value = match value {
        Value::List(_) => Value::Map(vec![(list.to_owned(), value)]),
        other => other,
    };
    D::from_value(match value {
        Value::Map(mut entries) if entries.iter().all(|(key, _)| key != "format") => {
            entries.push(("format".into(), D::FORMAT.into()));
            Value::Map(entries)
        }
        other => other,
    })
}

impl Counts {
    /// Reads an object of counts by unit, a list of rows with `unit` and `count`, or the document.
    ///
    /// # Errors
    /// The faults of a document, such as `float-refused`.
    pub fn from_plain(value: Value) -> Result<Self> {
        let value = match value {
            Value::Map(entries) if entries.iter().all(|(key, _)| key != "rows" && key != "format") => {
                let row = |(unit, count)| Value::Map(vec![("unit".into(), Value::Text(unit)), ("count".into(), count)]);
                Value::List(entries.into_iter().map(row).collect())
            }
            other => other,
        };
        listed(value, "rows")
    }

    /// The units with their counts.
    pub fn rows(&self) -> &[(String, Ratio)] {
        &self.0
    }
}

impl Rates {
    /// Reads a list of rows with `unit`, `numerator` and `denominator`, or the document.
    ///
    /// # Errors
    /// The faults of a document, such as `float-refused`.
    pub fn from_plain(value: Value) -> Result<Self> {
        listed(value, "rows")
    }

    /// The units with their numerators and denominators.
    pub fn rows(&self) -> &[(String, Ratio, Ratio)] {
        &self.0
    }
}
