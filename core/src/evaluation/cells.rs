//! Reading values: from a table to one column of integers for each number a rule reads.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::SchemeError;
use super::kernel::{CHOICES, ENDINGS, MISSING};
use super::rule::Rule;
use super::scheme::{Indicator, Inner, Item, Missing};
use crate::kernel::progress::Steps;
use crate::kernel::{Error, Faults, Key, MOST_FAULTS, Result};
use crate::wire::{Column, Table, TableError, Texts as _};

/// The greatest count of occurrences, votes or other events.
const MOST_COUNT: i64 = 1_000_000_000;

/// The same as a mantissa of so many decimals.
pub(super) fn most_count(scale: u8) -> i64 {
    10_i64.checked_pow(scale.into()).and_then(|unit| unit.checked_mul(MOST_COUNT)).unwrap_or(i64::MAX)
}

/// One value a unit; copies share it until one of them is changed.
pub(super) type Shared<T> = Arc<Vec<T>>;

/// What a scheme read from a table. A copy is cheap.
#[derive(Debug, Clone)]
pub(super) struct Data {
    /// The units in the order of the table, or of the scheme where it names them.
    pub units: Shared<Key>,
    /// The positions of the units in the order of their keys.
    pub order: Shared<usize>,
    /// The place of each unit in that order.
    pub place: Shared<usize>,
    /// The units that the scheme names and the table has no row for.
    pub absent: Shared<Key>,
    /// The peer groups in the order of their names; empty where there are none.
    pub peers: Shared<String>,
    /// The peer group of each unit; 0 where there are none.
    pub peer: Shared<usize>,
    /// The columns of the indicators, a mantissa or [`MISSING`] for each unit.
    pub columns: Vec<Shared<i64>>,
    /// By indicator, which units have last period's value for a missing one, or neither; empty where none.
    pub carried: Vec<Shared<bool>>,
    /// By column, what was given of both periods, where last period's value may stand for a missing one.
    pub periods: BTreeMap<usize, Periods>,
    /// The columns of bonuses and penalties, 0 where nothing is given.
    pub bonuses: Vec<Shared<i64>>,
    pub penalties: Vec<Shared<i64>>,
    /// The columns of vetoes, false where nothing is given.
    pub vetoes: Vec<Shared<bool>>,
}

/// A column of this period as it was given, and the same of the last.
#[derive(Debug, Clone)]
pub(super) struct Periods {
    pub this: Shared<i64>,
    pub last: Shared<i64>,
}

impl Data {
    /// What was read of some units, in the order in which they are named.
    pub fn select(&self, units: &[usize]) -> Self {
        fn one<T: Clone>(list: &Shared<T>, units: &[usize]) -> Shared<T> {
            Arc::new(units.iter().filter_map(|u| list.get(*u)).cloned().collect())
        }
        fn all<T: Clone>(lists: &[Shared<T>], units: &[usize]) -> Vec<Shared<T>> {
            lists.iter().map(|list| one(list, units)).collect()
        }
        let periods = |periods: &Periods| Periods { this: one(&periods.this, units), last: one(&periods.last, units) };
        let places: Shared<usize> = Arc::new((0..units.len()).collect());
        Self {
            units: one(&self.units, units),
            order: places.clone(),
            place: places,
            absent: Shared::default(),
            peers: self.peers.clone(),
            peer: one(&self.peer, units),
            columns: all(&self.columns, units),
            carried: all(&self.carried, units),
            periods: self.periods.iter().map(|(column, both)| (*column, periods(both))).collect(),
            bonuses: all(&self.bonuses, units),
            penalties: all(&self.penalties, units),
            vetoes: all(&self.vetoes, units),
        }
    }
}

struct Reader<'t> {
    table: &'t Table,
    root: &'t str,
    /// The unit of each row.
    unit: Vec<usize>,
    units: usize,
    /// Whether row and unit are the same, as where the scheme names no units.
    in_order: bool,
    faults: Faults,
    /// The columns that were read.
    read: BTreeSet<String>,
}

pub(super) fn read(scheme: &Inner, table: &Table, root: &str, steps: &mut Steps<'_>) -> Result<Data> {
    let mut r = Reader {
        table,
        root,
        unit: Vec::new(),
        units: 0,
        in_order: scheme.units.is_empty(),
        faults: Faults::new(),
        read: BTreeSet::from(["unit".to_owned()]),
    };
    let keys = table.texts("unit").map_err(|e| e.under(root))?;
    let (units, order) = r.units(scheme, &keys);
    let (peers, peer) = r.peers(scheme);
    steps.step()?;
    let mut columns = Vec::new();
    let mut carried = Vec::with_capacity(scheme.indicators.len());
    let mut periods = BTreeMap::new();
    for indicator in &scheme.indicators {
        let (own, mask) = r.indicator(indicator, &mut periods);
        columns.extend(own);
        carried.push(Arc::new(mask));
        steps.step()?;
    }
    let bonuses = scheme.bonuses.iter().map(|i| Arc::new(r.item(i))).collect();
    let penalties = scheme.penalties.iter().map(|i| Arc::new(r.item(i))).collect();
    let vetoes = scheme.vetoes.iter().map(|v| Arc::new(r.veto(v.key.as_str()))).collect();
    r.unknown_columns(scheme);
    r.faults.into_result()?;
    let mut place = vec![0; units.len()];
    for (at, &u) in order.iter().enumerate() {
        place.get_mut(u).into_iter().for_each(|slot| *slot = at);
    }
    let mut rows = vec![scheme.units.is_empty(); units.len()];
    for unit in &r.unit {
        rows.get_mut(*unit).into_iter().for_each(|slot| *slot = true);
    }
    let absent = units.iter().zip(&rows).filter(|(_, row)| !**row).map(|(unit, _)| unit.clone()).collect();
    let (units, order, place) = (Arc::new(units), Arc::new(order), Arc::new(place));
    let (peers, peer) = (Arc::new(peers), Arc::new(peer));
    Ok(Data {
        units,
        order,
        place,
        absent: Arc::new(absent),
        peers,
        peer,
        columns,
        carried,
        periods,
        bonuses,
        penalties,
        vetoes,
    })
}

impl Reader<'_> {
    fn at(&self, row: usize, name: &str) -> String {
        format!("{}[{row}].{name}", self.root)
    }

    /// The units and the order of their keys; a unit with two rows and one that the scheme does not name are faults.
    fn units(&mut self, scheme: &Inner, keys: &[String]) -> (Vec<Key>, Vec<usize>) {
        let mut units: Vec<Key> = scheme.units.iter().map(|u| u.key.clone()).collect();
        let listed: BTreeMap<&str, usize> = scheme.units.iter().enumerate().map(|(i, u)| (u.key.as_str(), i)).collect();
        for (row, text) in keys.iter().enumerate() {
            let unit = match listed.get(text.as_str()) {
                Some(unit) => *unit,
                None if !listed.is_empty() => {
                    self.faults.push(self.at(row, "unit"), SchemeError::UnknownUnit { got: text.clone() });
                    0
                }
                None => {
                    match text.parse::<Key>() {
                        Ok(key) => units.push(key),
                        Err(error) => self.faults.extend(&self.at(row, "unit"), error),
                    }
                    row
                }
            };
            self.unit.push(unit);
        }
        self.units = if listed.is_empty() { keys.len() } else { units.len() };
        let mut rows: Vec<usize> = (0..keys.len()).collect();
        rows.sort_unstable_by_key(|row| (keys.get(*row), *row));
        for pair in rows.windows(2) {
            if let &[first, second] = pair
                && keys.get(first) == keys.get(second)
            {
                let unit = keys.get(first).cloned().unwrap_or_default();
                self.faults.push(self.at(second, "unit"), SchemeError::DuplicateUnit { unit, first });
            }
        }
        if listed.is_empty() {
            return (units, rows);
        }
        let mut order: Vec<usize> = (0..units.len()).collect();
        order.sort_by_key(|unit| units.get(*unit));
        (units, order)
    }

    fn peers(&mut self, scheme: &Inner) -> (Vec<String>, Vec<usize>) {
        let mut names = vec![None; self.units];
        if scheme.units.is_empty() {
            if self.table.get("group").is_none() {
                return (Vec::new(), vec![0; self.units]);
            }
            self.read.insert("group".to_owned());
            match self.table.texts("group") {
                Ok(texts) => {
                    for (row, _) in texts.iter().enumerate().filter(|(_, text)| text.is_empty()) {
                        self.faults.push(self.at(row, "group"), TableError::EmptyCell);
                    }
                    names = texts.into_iter().map(Some).collect();
                }
                Err(error) => self.faults.extend(self.root, error),
            }
        } else if scheme.units.iter().any(|u| u.group.is_some()) {
            names = scheme.units.iter().map(|u| Some(u.group.clone().unwrap_or_default())).collect();
        } else {
            return (Vec::new(), vec![0; self.units]);
        }
        let set: BTreeSet<&String> = names.iter().flatten().collect();
        let index: BTreeMap<&String, usize> = set.iter().enumerate().map(|(i, name)| (*name, i)).collect();
        let peer = names.iter().map(|name| name.as_ref().and_then(|n| index.get(n)).copied().unwrap_or(0)).collect();
        (set.into_iter().cloned().collect(), peer)
    }

    fn column(&mut self, name: &str) -> Option<&Column> {
        self.read.insert(name.to_owned());
        match self.table.column(name) {
            Ok(column) => Some(column),
            Err(error) => {
                self.faults.extend(self.root, error);
                None
            }
        }
    }

    /// Puts the cells of rows into the places of their units.
    fn place<T: Copy>(&self, cells: Vec<T>, empty: T) -> Vec<T> {
        if self.in_order && cells.len() == self.units {
            return cells;
        }
        let mut out = vec![empty; self.units];
        for (cell, unit) in cells.into_iter().zip(&self.unit) {
            if let Some(place) = out.get_mut(*unit) {
                *place = cell;
            }
        }
        out
    }

    /// The cells of a column of numbers by row.
    fn numbers(&mut self, name: &str, scale: u8) -> Option<Vec<i64>> {
        let table = self.table;
        self.column(name)?;
        let column = table.get(name)?;
        let mut faulty = Vec::new();
        let cells = match column {
            Column::Bool(bools) if bools.iter().all(Option::is_none) => vec![MISSING; bools.len()],
            _ => column.mantissas(scale, |row| closely(column, name, row, scale, &mut faulty)),
        };
        for error in faulty {
            self.faults.extend(self.root, error);
        }
        Some(cells)
    }

    /// Counts by row, within their bounds.
    fn counts(&mut self, name: &str, scale: u8) -> Option<Vec<i64>> {
        let cells = self.numbers(name, scale)?;
        let most = most_count(scale);
        for (row, &n) in cells.iter().enumerate() {
            if n != MISSING && !(0..=most).contains(&n) {
                let got = self.table.get(name).map_or_else(String::new, |c| written(c, name, row));
                self.faults.push(self.at(row, name), SchemeError::CountOutOfRange { got });
            }
        }
        Some(cells)
    }

    /// The columns of one indicator by unit, and whose values are missing where last period's stand for them.
    fn indicator(
        &mut self,
        indicator: &Indicator,
        periods: &mut BTreeMap<usize, Periods>,
    ) -> (Vec<Shared<i64>>, Vec<bool>) {
        let name = indicator.column.as_str();
        let before = self.faults.len();
        let mut columns = self.columns_of(name, indicator);
        // A cell that could not be read is missing too, and was told already.
        if indicator.missing == Missing::Block && self.faults.len() == before {
            self.block(indicator, &columns);
        }
        if indicator.missing != Missing::LastPeriod {
            return (columns, Vec::new());
        }
        let last = self.columns_of(&format!("{name}_last"), indicator);
        let both = columns.iter().cloned().zip(last.iter().cloned()).map(|(this, last)| Periods { this, last });
        periods.extend(indicator.columns.clone().zip(both));
        let mask = indicator.kernel.missing(&columns, self.units);
        for (column, last) in columns.iter_mut().zip(&last).filter(|_| !mask.is_empty()) {
            let cells = Arc::make_mut(column).iter_mut().zip(last.iter()).zip(&mask);
            for ((cell, last), _) in cells.filter(|(_, missing)| **missing) {
                *cell = *last;
            }
        }
        (columns, mask)
    }

    fn columns_of(&mut self, name: &str, indicator: &Indicator) -> Vec<Shared<i64>> {
        let columns = match &indicator.rule {
            Rule::Rate { .. } => self.rate(name),
            Rule::ThreeRates(parts) => parts.iter().flat_map(|p| self.rate(&format!("{name}_{}", p.key))).collect(),
            Rule::Deduct { events, .. } => events
                .iter()
                .map(|e| match &e.key {
                    None => self.counts(name, 0),
                    Some(event) => self.counts(&format!("{name}_{event}"), 0),
                })
                .collect(),
            Rule::Ballots(classes) => classes.iter().flat_map(|c| self.ballots(name, c.key.as_str())).collect(),
            Rule::Progress { .. } => {
                vec![self.numbers(name, indicator.scale), self.numbers(&format!("{name}_last"), indicator.scale)]
            }
            _ => vec![self.numbers(name, indicator.scale)],
        };
        let ballots = matches!(indicator.rule, Rule::Ballots(_));
        let empty = if ballots { 0 } else { MISSING };
        columns.into_iter().map(|c| Arc::new(self.place(c.unwrap_or_default(), empty))).collect()
    }

    /// A missing value of an indicator that allows none is a fault.
    fn block(&mut self, indicator: &Indicator, columns: &[Shared<i64>]) {
        let mask = indicator.kernel.missing(columns, self.units);
        if mask.is_empty() {
            return;
        }
        let mut rows: Vec<Option<usize>> = vec![None; self.units];
        for (row, unit) in self.unit.iter().enumerate().rev() {
            rows.get_mut(*unit).into_iter().for_each(|slot| *slot = Some(row));
        }
        for (unit, _) in mask.iter().enumerate().filter(|(_, missing)| **missing) {
            let row = rows.get(unit).copied().flatten();
            let path = row.map_or_else(|| format!("{}.unit", self.root), |row| self.at(row, indicator.column.as_str()));
            self.faults.push(path, SchemeError::ValueMissing { indicator: indicator.key.to_string() });
        }
    }

    /// Two columns of counts, or one of texts such as `76/173`.
    fn rate(&mut self, key: &str) -> Vec<Option<Vec<i64>>> {
        let names = [format!("{key}_numerator"), format!("{key}_denominator")];
        let (over, under) = if names.iter().any(|n| self.table.get(n).is_some()) {
            let [over, under] = names.map(|name| self.rate_counts(&name));
            (over.unwrap_or_default(), under.unwrap_or_default())
        } else {
            let table = self.table;
            if self.column(key).is_none() {
                return vec![None, None];
            }
            table.get(key).map(|column| self.rate_texts(key, column)).unwrap_or_default()
        };
        for (row, (&n, &d)) in over.iter().zip(&under).enumerate() {
            if (n == MISSING) != (d == MISSING) {
                let what = format!("the rate `{key}`");
                self.faults.push(self.at(row, key), SchemeError::HalfGiven { what });
            } else if n > d {
                self.faults.push(self.at(row, key), SchemeError::RateAboveOne { got: format!("{n}/{d}") });
            }
        }
        vec![Some(over), Some(under)]
    }

    fn rate_counts(&mut self, name: &str) -> Option<Vec<i64>> {
        let cells = self.numbers(name, 0)?;
        for (row, &n) in cells.iter().enumerate() {
            if n < 0 && n != MISSING {
                self.faults.push(self.at(row, name), SchemeError::CountOutOfRange { got: n.to_string() });
            }
        }
        Some(cells)
    }

    fn rate_texts(&mut self, key: &str, column: &Column) -> (Vec<i64>, Vec<i64>) {
        let Some(cells) = texts(column) else {
            let all_missing = match column {
                Column::Bool(cells) => cells.iter().all(Option::is_none),
                Column::Int(cells) => cells.iter().all(Option::is_none),
                Column::Decimal { cells, .. } => cells.iter().all(Option::is_none),
                Column::Float(cells) => cells.iter().all(Option::is_none),
                Column::Text(_) | Column::Keys(_) => false,
            };
            if !all_missing {
                let cause = TableError::WrongColumn {
                    name: key.into(),
                    got: column.kind().into(),
                    expected: "rates such as `76/173`".into(),
                };
                self.faults.push(self.root, cause);
            }
            return (vec![MISSING; column.len()], vec![MISSING; column.len()]);
        };
        let mut out = (Vec::with_capacity(cells.len()), Vec::with_capacity(cells.len()));
        for (row, cell) in cells.iter().enumerate() {
            let text = cell.unwrap_or_default().trim();
            let count = |t: &str| if t.bytes().all(|b| b.is_ascii_digit()) { t.parse::<i64>().ok() } else { None };
            let counts = text.split_once('/').and_then(|(n, d)| count(n.trim()).zip(count(d.trim())));
            if counts.is_none() && !text.is_empty() {
                let got = text.chars().take(60).collect();
                self.faults.push(self.at(row, key), SchemeError::NotARate { got });
            }
            let (n, d) = counts.unwrap_or((MISSING, MISSING));
            out.0.push(n);
            out.1.push(d);
        }
        out
    }

    /// The five columns of a class of voters; where all its cells are missing, the class did not vote.
    fn ballots(&mut self, key: &str, class: &str) -> Vec<Option<Vec<i64>>> {
        let mut columns = Vec::with_capacity(CHOICES);
        for ending in ENDINGS {
            let name = format!("{key}_{class}_{ending}");
            let optional = ending == "abstain" && self.table.get(&name).is_none();
            columns.push(if optional { None } else { self.counts(&name, 0) });
        }
        let votes = columns.iter().take(CHOICES - 1).flatten().cloned().collect::<Vec<_>>();
        for row in 0..self.unit.len() {
            let given = votes.iter().filter(|c| c.get(row).is_some_and(|n| *n != MISSING)).count();
            if given != 0 && given != votes.len() {
                let what = format!("the ballot of `{class}`");
                self.faults.push(self.at(row, &format!("{key}_{class}")), SchemeError::HalfGiven { what });
            }
        }
        for cell in columns.iter_mut().flatten().flatten() {
            if *cell == MISSING {
                *cell = 0;
            }
        }
        columns
    }

    /// A bonus or a penalty: without a column or a value, nothing was claimed.
    fn item(&mut self, item: &Item) -> Vec<i64> {
        let name = item.key.as_str();
        let cells = if self.table.get(name).is_some() { self.counts(name, item.scale) } else { None };
        let cells: Vec<i64> = cells.unwrap_or_default().into_iter().map(|n| if n == MISSING { 0 } else { n }).collect();
        self.place(cells, 0)
    }

    fn veto(&mut self, name: &str) -> Vec<bool> {
        let table = self.table;
        let Some(column) = table.get(name) else { return vec![false; self.units] };
        self.read.insert(name.to_owned());
        let mut cells = Vec::with_capacity(column.len());
        for row in 0..column.len() {
            let held = match column {
                Column::Bool(bools) => Some(bools.get(row).copied().flatten().unwrap_or(false)),
                _ => match written(column, name, row).trim() {
                    "" | "0" | "false" | "False" | "FALSE" | "no" | "否" => Some(false),
                    "1" | "true" | "True" | "TRUE" | "yes" | "是" => Some(true),
                    _ => None,
                },
            };
            if held.is_none() {
                let got = written(column, name, row);
                self.faults.push(self.at(row, name), SchemeError::NotYesOrNo { got });
            }
            cells.push(held.unwrap_or(false));
        }
        self.place(cells, false)
    }

    fn unknown_columns(&mut self, scheme: &Inner) {
        let expected: Vec<String> = scheme.columns.iter().take(60).map(|c| format!("`{}`", c.name)).collect();
        let mut seen = BTreeSet::new();
        for (name, _) in self.table.columns() {
            if !seen.insert(name) {
                self.faults.push(self.root, SchemeError::ColumnTwice { name: name.clone() });
            }
            if !self.read.contains(name) {
                let cause = SchemeError::UnknownColumn { name: name.clone(), expected: expected.join(", ") };
                self.faults.push(self.root, cause);
            }
        }
    }
}

/// A cell that is missing, a text, or wants a closer look.
fn closely(column: &Column, name: &str, row: usize, scale: u8, faulty: &mut Vec<Error>) -> i64 {
    match column.decimal(name, row, scale) {
        Ok(None) => MISSING,
        Ok(Some(number)) => match i64::try_from(number.mantissa()) {
            Ok(n) if n != MISSING => n,
            _ => {
                faulty.push(Error::at(format!("[{row}].{name}"), SchemeError::OutOfRange { got: number.to_string() }));
                MISSING
            }
        },
        Err(error) => {
            // A column of the wrong kind is one fault, not one for each row.
            let of_column = error.first().path().is_empty();
            if faulty.is_empty() || (!of_column && faulty.len() <= MOST_FAULTS) {
                faulty.push(error);
            }
            MISSING
        }
    }
}

/// The cells of a column of texts; none of a column of another kind.
fn texts(column: &Column) -> Option<Vec<Option<&str>>> {
    match column {
        Column::Text(cells) => Some(cells.iter().map(Option::as_deref).collect()),
        Column::Keys(cells) => Some((0..cells.len()).map(|row| cells.text(row)).collect()),
        _ => None,
    }
}

/// A cell as it was written.
pub(super) fn written(column: &Column, name: &str, row: usize) -> String {
    match column {
        Column::Text(cells) => cells.get(row).cloned().flatten().unwrap_or_default(),
        Column::Keys(cells) => cells.text(row).unwrap_or_default().to_owned(),
        Column::Bool(cells) => cells.get(row).copied().flatten().map_or_else(String::new, |b| b.to_string()),
        Column::Float(cells) => cells.get(row).copied().flatten().map_or_else(String::new, |x| x.to_string()),
        Column::Int(cells) => cells.get(row).copied().flatten().map_or_else(String::new, |n| n.to_string()),
        Column::Decimal { scale, .. } => {
            column.decimal(name, row, *scale).ok().flatten().map_or_else(String::new, |d| d.shortest().to_string())
        }
    }
}
