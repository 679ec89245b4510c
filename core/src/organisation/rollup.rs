//! What lies within each unit, added up: counts, sums, least, most, exact means and shares.
#![expect(clippy::indexing_slicing, reason = "every index is a unit, and each list has one entry for each unit")]

use super::store::{Layout, Order};
use super::{Organisation, OrganisationError as Fault, UnitId};
use crate::kernel::{Day, Decimal, Id as _, Likely, Ratio, Result};

/// One exact number for each unit, or none: heads, households, areas.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Amounts {
    /// Decimals of one scale as their mantissas; empty where nothing but units is counted.
    values: Vec<i64>,
    /// Empty where all are given.
    given: Vec<bool>,
    scale: u8,
}

impl Amounts {
    /// Amounts of so many decimals in the order of the ids of all units, each as its mantissa.
    ///
    /// # Errors
    /// `sum-too-large` if some of them could add up beyond 64 bits.
    pub fn new(amounts: impl IntoIterator<Item = Option<i64>>, scale: u8) -> Result<Self> {
        let (mut values, mut given) = (Vec::new(), Vec::new());
        let (mut sum, mut all) = (0_u64, true);
        for amount in amounts {
            all &= amount.is_some();
            let value = amount.unwrap_or(0);
            sum = sum.saturating_add(value.unsigned_abs());
            values.push(value);
            given.push(amount.is_some());
        }
        if i64::try_from(sum).is_err() {
            return Err(Fault::SumTooLarge.into());
        }
        if all {
            given = Vec::new();
        }
        Ok(Self { values, given, scale })
    }

    fn given(&self, unit: usize) -> bool {
        self.given.get(unit).is_none_or(|given| *given)
    }
}

/// What each unit and all within it come to on a day (汇总). A unit that is not there counts nowhere and has nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rollup {
    counts: Vec<u32>,
    /// Empty where every unit has a value.
    known: Vec<u32>,
    /// Empty where nothing but units was counted.
    sums: Vec<i64>,
    scale: u8,
    /// Least and most; empty unless asked for.
    extremes: Vec<(i64, i64)>,
    day: Day,
}

impl Rollup {
    /// The day.
    pub const fn day(&self) -> Day {
        self.day
    }

    /// By unit: how many units it is, itself and all within it; 0 where it is not there.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// By unit: the sum of the values that are known, as mantissas of [`scale`](Self::scale) decimals; empty without amounts.
    pub fn sums(&self) -> &[i64] {
        &self.sums
    }

    /// How many decimals the sums have.
    pub const fn scale(&self) -> u8 {
        self.scale
    }

    /// Of how many units the value is known, the unit and all within it.
    pub fn known(&self, unit: UnitId) -> u32 {
        let known = match (self.sums.is_empty(), self.known.is_empty()) {
            (true, _) => return 0,
            (_, true) => &self.counts,
            _ => &self.known,
        };
        known.get(unit.index()).copied().unwrap_or(0)
    }

    pub(super) const fn has_extremes(&self) -> bool {
        !self.extremes.is_empty()
    }

    fn decimal(&self, mantissa: i64) -> Option<Decimal> {
        Decimal::new(mantissa.into(), self.scale).ok()
    }

    fn mantissa(&self, unit: UnitId) -> Option<i64> {
        self.sums.get(unit.index()).copied().filter(|_| self.known(unit) > 0)
    }

    /// The sum of the known values of a unit and all within it; none where none is known.
    pub fn sum(&self, unit: UnitId) -> Option<Decimal> {
        self.decimal(self.mantissa(unit)?)
    }

    /// The least and the greatest known value of a unit and all within it; none unless asked for.
    pub fn extremes(&self, unit: UnitId) -> Option<(Decimal, Decimal)> {
        let (least, most) = self.extremes.get(unit.index()).copied().filter(|_| self.known(unit) > 0)?;
        self.decimal(least).zip(self.decimal(most))
    }

    /// The exact mean of the known values of a unit and all within it.
    pub fn mean(&self, unit: UnitId) -> Option<Ratio> {
        self.sum(unit)?.to_ratio().checked_div(&Ratio::from(self.known(unit)))
    }

    /// Adds a unit to what it lies within, once all within it were added.
    #[inline]
    fn add(&mut self, unit: usize, parent: Option<usize>, amounts: &Amounts) {
        let count = self.counts[unit] + 1;
        self.counts[unit] = count;
        if let Some(parent) = parent {
            self.counts[parent] += count;
        }
        if !self.sums.is_empty() {
            let sum = self.sums[unit] + amounts.values[unit];
            self.sums[unit] = sum;
            if let Some(parent) = parent {
                self.sums[parent] += sum;
            }
        }
        if !self.known.is_empty() {
            let known = self.known[unit] + u32::from(amounts.given(unit));
            self.known[unit] = known;
            if let Some(parent) = parent {
                self.known[parent] += known;
            }
        }
    }
}

impl Organisation {
    /// Adds up amounts along who lies within whom on a day.
    ///
    /// # Errors
    /// `amounts-length` if there is not one amount for each unit, in the order of their ids.
    ///
    /// ```
    /// use shequ::kernel::Document;
    /// use shequ::organisation::{Amounts, Organisation};
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "s", "kind": "sub-district", "name": "街道"},
    ///     {"key": "a", "kind": "community", "name": "社区 01", "parent": "s"},
    ///     {"key": "b", "kind": "community", "name": "社区 02", "parent": "s", "until": "2020-01-01"}]}"#)?;
    /// let households = Amounts::new([None, Some(320), Some(410)], 0)?;
    /// let on = |day: &str| organisation.rollup(day.parse()?, &households);
    /// let s = organisation.id("s").unwrap();
    /// assert_eq!(on("2019-12-31")?.sum(s).unwrap().to_string(), "730");
    /// assert_eq!(on("2020-01-01")?.sum(s).unwrap().to_string(), "320");
    /// assert_eq!(on("2019-12-31")?.mean(s).unwrap().to_string(), "365");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn rollup(&self, day: Day, amounts: &Amounts) -> Result<Rollup> {
        let units = self.keys.len();
        if !(amounts.values.is_empty() || amounts.values.len() == units) {
            return Err(Fault::AmountsLength { got: amounts.values.len(), expected: units }.into());
        }
        let mut out = Rollup {
            day,
            counts: vec![0; units],
            known: if amounts.given.is_empty() { Vec::new() } else { vec![0; units] },
            sums: if amounts.values.is_empty() { Vec::new() } else { vec![0; units] },
            scale: amounts.scale,
            extremes: Vec::new(),
        };
        let add = |unit: UnitId| {
            if self.columns.exists(unit, day) != Likely::No {
                let parent = self.columns.parent_on(unit, day);
                out.add(unit.index(), parent.map(|(parent, _)| parent.index()), amounts);
            }
        };
        // Backwards, each unit comes before what it lies within.
        match self.columns.tree.order() {
            Order::Ids => (0..units).rev().filter_map(UnitId::from_index).for_each(add),
            Order::Listed(units) => units.iter().rev().copied().for_each(add),
            Order::Circular => {
                // So it is in preorder, where what was cut from a circle has no parent.
                let Layout { order, parents, .. } = Layout::new(&self.columns, day);
                for (unit, parent) in order.iter().zip(&parents).rev() {
                    out.add(unit.index(), order.get(*parent as usize).map(|unit| unit.index()), amounts);
                }
            }
        }
        Ok(out)
    }

    /// The share of a unit in the sum of what it lay within; none at the top, and where that sum is zero.
    pub fn share(&self, rollup: &Rollup, unit: UnitId) -> Option<Ratio> {
        let (parent, _) = self.columns.parent_on(unit, rollup.day)?;
        Ratio::new(rollup.mantissa(unit)?, rollup.mantissa(parent)?).ok()
    }

    /// The same with the least and the greatest amount within each unit.
    ///
    /// # Errors
    /// As [`rollup`](Self::rollup).
    pub fn rollup_extremes(&self, day: Day, amounts: &Amounts) -> Result<Rollup> {
        let mut out = self.rollup(day, amounts)?;
        if amounts.values.is_empty() {
            return Ok(out);
        }
        out.extremes = vec![(i64::MAX, i64::MIN); self.keys.len()];
        let Layout { order, parents, .. } = Layout::new(&self.columns, day);
        for (unit, parent) in order.iter().zip(&parents).rev() {
            let unit = unit.index();
            let (mut least, mut most) = out.extremes[unit];
            if amounts.given(unit) {
                (least, most) = (least.min(amounts.values[unit]), most.max(amounts.values[unit]));
                out.extremes[unit] = (least, most);
            }
            if let Some(parent) = order.get(*parent as usize) {
                let over = &mut out.extremes[parent.index()];
                *over = (over.0.min(least), over.1.max(most));
            }
        }
        Ok(out)
    }
}
