//! What lies within each unit, added up: counts, sums, least, most, exact means and shares.
#![expect(clippy::indexing_slicing, reason = "every index is a unit, and each list has one entry for each unit")]

use super::store::Layout;
use super::{Organisation, OrganisationError as Fault, UnitId};
use crate::kernel::{Day, Id as _, Likely, Ratio, Result};

/// One whole number for each unit, or none: heads, households, or decimals of one scale as their mantissas.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amounts {
    values: Vec<i64>,
    /// Empty where all are given.
    given: Vec<bool>,
}

impl Amounts {
    /// Amounts in the order of the ids of all units.
    ///
    /// # Errors
    /// `sum-too-large` if some of them could add up beyond 64 bits.
    pub fn new(amounts: impl IntoIterator<Item = Option<i64>>) -> Result<Self> {
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
        Ok(Self { values, given })
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
    sums: Vec<i64>,
    /// Least and most; empty unless asked for.
    extremes: Vec<(i64, i64)>,
    day: Day,
}

impl Rollup {
    /// By unit: how many units it is, itself and all within it; 0 where it is not there.
    pub fn counts(&self) -> &[u32] {
        &self.counts
    }

    /// By unit: the sum of the values that are known.
    pub fn sums(&self) -> &[i64] {
        &self.sums
    }

    /// Of how many units the value is known, the unit and all within it.
    pub fn known(&self, unit: UnitId) -> u32 {
        let known = if self.known.is_empty() { &self.counts } else { &self.known };
        known.get(unit.index()).copied().unwrap_or(0)
    }

    /// The sum of the known values of a unit and all within it; none where none is known.
    pub fn sum(&self, unit: UnitId) -> Option<i64> {
        self.sums.get(unit.index()).copied().filter(|_| self.known(unit) > 0)
    }

    /// The least and the greatest known value of a unit and all within it.
    pub fn extremes(&self, unit: UnitId) -> Option<(i64, i64)> {
        self.extremes.get(unit.index()).copied().filter(|_| self.known(unit) > 0)
    }

    /// The exact mean of the known values of a unit and all within it.
    pub fn mean(&self, unit: UnitId) -> Option<Ratio> {
        Ratio::new(self.sum(unit)?, self.known(unit).into()).ok()
    }

    /// The day.
    pub const fn day(&self) -> Day {
        self.day
    }

    /// Adds a unit to what it lies within, once all within it were added.
    #[inline]
    fn add(&mut self, unit: usize, parent: Option<usize>, amounts: &Amounts) {
        let (count, sum) = (self.counts[unit] + 1, self.sums[unit] + amounts.values[unit]);
        (self.counts[unit], self.sums[unit]) = (count, sum);
        if let Some(parent) = parent {
            self.counts[parent] += count;
            self.sums[parent] += sum;
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
    /// let households = Amounts::new([None, Some(320), Some(410)])?;
    /// let on = |day: &str| organisation.rollup(day.parse()?, &households);
    /// let s = organisation.id("s").unwrap();
    /// assert_eq!(on("2019-12-31")?.sum(s), Some(730));
    /// assert_eq!(on("2020-01-01")?.sum(s), Some(320));
    /// assert_eq!(on("2019-12-31")?.mean(s).unwrap().to_string(), "365");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn rollup(&self, day: Day, amounts: &Amounts) -> Result<Rollup> {
        let units = self.keys.len();
        if amounts.values.len() != units {
            return Err(Fault::AmountsLength { got: amounts.values.len(), expected: units }.into());
        }
        let mut out = Rollup {
            day,
            counts: vec![0; units],
            known: if amounts.given.is_empty() { Vec::new() } else { vec![0; units] },
            sums: vec![0; units],
            extremes: Vec::new(),
        };
        if self.columns.tree.descending() {
            // Backwards, each unit comes before what it lies within.
            for unit in (0..units).rev() {
                if self.columns.lives.holds(unit, day) != Likely::No {
                    let parent = UnitId::from_index(unit).and_then(|unit| self.columns.parent_on(unit, day));
                    out.add(unit, parent.map(|(parent, _)| parent.index()), amounts);
                }
            }
        } else {
            // So it is in preorder, where what was cut from a circle has no parent.
            let Layout { order, parents, .. } = Layout::new(&self.columns, day);
            for (unit, parent) in order.iter().zip(&parents).rev() {
                out.add(unit.index(), order.get(*parent as usize).map(|unit| unit.index()), amounts);
            }
        }
        Ok(out)
    }

    /// The share of a unit in the sum of what it lay within; none at the top, and where that sum is zero.
    pub fn share(&self, rollup: &Rollup, unit: UnitId) -> Option<Ratio> {
        let (parent, _) = self.columns.parent_on(unit, rollup.day)?;
        Ratio::new(rollup.sum(unit)?, rollup.sum(parent)?).ok()
    }

    /// The same with the least and the greatest amount within each unit.
    ///
    /// # Errors
    /// As [`rollup`](Self::rollup).
    pub fn rollup_extremes(&self, day: Day, amounts: &Amounts) -> Result<Rollup> {
        let mut out = self.rollup(day, amounts)?;
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
