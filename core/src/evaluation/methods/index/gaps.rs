//! Missing data: which units have enough, and what fills the gaps of the others, with a log of every cell.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::treat::shape::{count, mean, median};
use super::IndexError as Fault;
use super::observations::{Observations, Variable};
use crate::kernel::{Faults, Real, Result};

/// What fills a gap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Filler {
    /// The mean (均值) of the values that are there.
    Mean,
    /// Their median (中位数).
    Median,
}

/// What is done where a group has too few values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Otherwise {
    /// It is a fault.
    #[default]
    Refuse,
    /// The values of all units stand in.
    All,
}

/// How gaps are filled (插补).
///
/// OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 3: unconditional mean and median imputation, by
/// group or over all units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imputation {
    /// What fills a gap.
    pub filler: Filler,
    /// The least number of values of a group; at least 1.
    pub least: usize,
    /// What is done where there are fewer.
    pub otherwise: Otherwise,
}

/// A cell that was filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filled {
    /// Its row, from 0.
    pub row: usize,
    /// The key of its variable.
    pub variable: String,
    /// What stands there now.
    pub value: Real,
    /// The group whose values filled it; none where those of all units did.
    pub group: Option<String>,
    /// How many values these were.
    pub from: usize,
}

impl Imputation {
    /// Fills every gap by the values of its row's group, or of all rows where no groups are given.
    ///
    /// # Errors
    /// `nothing-to-impute-from` with the place, `[row].key`, `groups-ragged`, `method-parameter`, `out-of-float`.
    ///
    /// ```
    /// use shequ::evaluation::methods::{Direction, Filler, Imputation, Observations, Otherwise, Variable};
    /// let cells = [Some(2.0), None, Some(4.0), Some(90.0)];
    /// let data = Observations::new(vec![Variable::with_gaps("visits".parse()?, Direction::Higher, cells)?])?;
    /// let policy = Imputation { filler: Filler::Mean, least: 2, otherwise: Otherwise::Refuse };
    /// let (filled, log) = policy.fill(&data, Some(&["north", "north", "north", "south"]))?;
    /// assert_eq!(filled.variables()[0].get(1), Some(3.0));
    /// assert_eq!((log[0].row, log[0].from), (1, 2));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn fill<'v>(
        &self,
        data: &Observations<'v>,
        groups: Option<&[&str]>,
    ) -> Result<(Observations<'v>, Vec<Filled>)> {
        let rows = data.rows();
        if self.least == 0 {
            return Err(Fault::BadParameter { got: "0".into(), expected: "at least 1".into() }.into());
        }
        if let Some(groups) = groups.filter(|groups| groups.len() != rows) {
            return Err(Fault::GroupsRagged { got: groups.len(), expected: rows }.into());
        }
        let mut faults = Faults::new();
        let mut log = Vec::new();
        let mut variables = Vec::with_capacity(data.variables().len());
        for variable in data.variables() {
            if variable.gaps() == 0 {
                variables.push(variable.clone());
                continue;
            }
            let known = self.known(variable, groups);
            let cells: Vec<Option<f64>> = variable
                .cells()
                .enumerate()
                .map(|(row, cell)| {
                    if cell.is_some() {
                        return cell;
                    }
                    let group = groups.and_then(|groups| groups.get(row)).copied();
                    let at = format!("[{row}].{}", variable.key());
                    let filled = faults.take(&at, self.pick(&known, group))?;
                    let value = faults.take(&at, Real::new(filled.0))?;
                    let group = filled.2.map(str::to_owned);
                    log.push(Filled { row, variable: variable.key().to_string(), value, group, from: filled.1 });
                    Some(value.get())
                })
                .collect();
            let filled = Variable::with_gaps(variable.key().clone(), variable.direction(), cells);
            variables.extend(faults.take("", filled));
        }
        faults.into_result()?;
        Ok((Observations::new(variables)?, log))
    }

    /// What fills gaps by group, the whole under no name.
    fn known<'g>(
        &self,
        variable: &Variable<'_>,
        groups: Option<&[&'g str]>,
    ) -> BTreeMap<Option<&'g str>, (f64, usize)> {
        let mut values: BTreeMap<Option<&'g str>, Vec<f64>> = BTreeMap::new();
        for (row, cell) in variable.cells().enumerate() {
            let Some(value) = cell else { continue };
            values.entry(None).or_default().push(value);
            if let Some(group) = groups.and_then(|groups| groups.get(row)) {
                values.entry(Some(group)).or_default().push(value);
            }
        }
        let one = |values: &[f64]| match self.filler {
            Filler::Mean => mean(values),
            Filler::Median => median(values),
        };
        values.into_iter().filter_map(|(group, values)| Some((group, (one(&values)?, values.len())))).collect()
    }

    fn pick<'g>(
        &self,
        known: &BTreeMap<Option<&'g str>, (f64, usize)>,
        group: Option<&'g str>,
    ) -> Result<(f64, usize, Option<&'g str>)> {
        let of = |group: Option<&'g str>| {
            known.get(&group).filter(|(_, from)| *from >= self.least).map(|(value, from)| (*value, *from, group))
        };
        let found = of(group).or_else(|| if self.otherwise == Otherwise::All { of(None) } else { None });
        found.ok_or_else(|| {
            let got = known.get(&group).map_or(0, |(_, from)| *from);
            let group = group.unwrap_or("all").to_owned();
            Fault::NothingToImpute { group, got, expected: self.least }.into()
        })
    }
}

/// How much of each unit must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screening {
    /// The least share of a unit's values that must be there, from 0 to 1.
    pub available: Real,
    /// The least share of them that must not be zero, from 0 to 1.
    pub not_zero: Real,
}

/// A unit that was left out for its data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Screened {
    /// Its row before the screening.
    pub row: usize,
    /// How many of its values are there.
    pub available: usize,
    /// How many of these are not zero.
    pub not_zero: usize,
    /// How many variables there are.
    pub of: usize,
}

impl Screening {
    /// The rows with enough data, and a log of the others.
    ///
    /// # Errors
    /// `method-parameter`, `nothing-left`.
    pub fn screen(&self, data: &Observations<'_>) -> Result<(Vec<usize>, Vec<Screened>)> {
        for share in [self.available, self.not_zero] {
            if !(0.0..=1.0).contains(&share.get()) {
                let cause = Fault::BadParameter { got: share.to_string(), expected: "a share from 0 to 1".into() };
                return Err(cause.into());
            }
        }
        let of = data.variables().len();
        let (mut kept, mut left_out) = (Vec::new(), Vec::new());
        for row in 0..data.rows() {
            let cells = || data.variables().iter().filter_map(|variable| variable.get(row));
            let (available, not_zero) = (cells().count(), cells().filter(|x| x.abs() > 0.0).count());
            let enough = count(available) >= self.available.get() * count(of)
                && count(not_zero) >= self.not_zero.get() * count(available);
            if enough {
                kept.push(row);
            } else {
                left_out.push(Screened { row, available, not_zero, of });
            }
        }
        if kept.is_empty() { Err(Fault::NothingLeft { what: "unit".into() }.into()) } else { Ok((kept, left_out)) }
    }
}
