//! Crosswalks: which part of each unit of one day is which unit of another, exactly.
//!
//! The matrix is the product of the events' matrices in their order, and the identity where nothing happened; only rows
//! that are not the identity are kept. A day known within bounds is read as the last day that it can be, so that every day
//! has one state and `crosswalk(a, c)` is `crosswalk(a, b)` times `crosswalk(b, c)`; events whose bounds hold one of the two
//! days are listed.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::events::{Past, What};
use super::lineage::LineageStep;
use super::{Measure, MeasureId, Organisation, OrganisationError as Fault, UnitId};
use crate::kernel::{Day, Faults, Key, Likely, Ratio, Result, WithinDays};
use crate::wire::organisation::{CrosswalkCell, RateValue, Reexpressed, ReexpressedRates, UnitValue};
use crate::wire::{Column, Table};

/// Which part of each unit of one day is which unit of another (新旧区划对照).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Crosswalk {
    /// The day of the rows.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub from: Day,
    /// The day of the columns.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    pub until: Day,
    /// The measure of the shares.
    pub measure: String,
    /// The rows of units that events changed, in the order of keys; the shares of a row add up to one.
    pub cells: Vec<CrosswalkCell>,
    /// Units of both days to which nothing happened: each is itself, wholly.
    pub unchanged: Vec<String>,
    /// Units of the other day into which nothing came.
    pub begun: Vec<String>,
    /// The events between that moved something.
    pub steps: Vec<LineageStep>,
    /// Events whose bounds hold the first or the other day; they are read as on the last day that they can be.
    pub uncertain: Vec<LineageStep>,
    /// Measures that do not add up over units.
    #[serde(skip)]
    #[cfg_attr(feature = "typescript", ts(skip))]
    means: Vec<String>,
}

/// Whether a measure adds up over units: neither an age nor a percentage.
fn additive(measure: &Measure) -> bool {
    measure.whole || !matches!(measure.unit.as_str(), "years" | "percent" | "percentage-points" | "permille")
}

/// A row while events are followed: the parts by unit, and whether an inferred event led there. No unit is the end.
type Row = BTreeMap<Option<UnitId>, (Option<Ratio>, bool)>;

/// The same by keys.
type KeyedRow = BTreeMap<Option<String>, (Option<Ratio>, bool)>;

/// The last days on which things can have happened, so that no event comes before what it stands on.
struct Reading {
    /// Of each event.
    days: Vec<Day>,
    /// Of ends and returns that are read later than their own last day.
    ends: BTreeMap<UnitId, Day>,
    returns: BTreeMap<UnitId, Day>,
}

impl Reading {
    fn of(organisation: &Organisation) -> Self {
        let mut last: BTreeMap<UnitId, Day> = BTreeMap::new();
        let mut out = Self { days: Vec::new(), ends: BTreeMap::new(), returns: BTreeMap::new() };
        for past in &organisation.events {
            let units = past.own();
            let begins = |unit: &UnitId| {
                let life = organisation.columns.lives.get(*unit)?;
                life.from().map(WithinDays::latest).filter(|_| !past.begins(*unit))
            };
            let known = units.iter().flat_map(|unit| [last.get(unit).copied(), begins(unit)]);
            let day = known.flatten().chain([past.day.latest()]).max().unwrap_or(past.day.latest());
            for unit in &units {
                last.insert(*unit, day);
            }
            if day > past.day.latest() {
                match &past.what {
                    What::Abolish(unit) => drop(out.ends.insert(*unit, day)),
                    What::Restore(unit) => drop(out.returns.insert(*unit, day)),
                    What::Flow(flow) => {
                        let ending = flow.sources.iter().filter(|source| !flow.staying.contains(source));
                        out.ends.extend(ending.map(|source| (*source, day)));
                    }
                    What::Found(_) | What::Change(_) => {}
                }
            }
            out.days.push(day);
        }
        out
    }

    /// Whether a unit exists on a day, all bounds read at their last day.
    fn exists(&self, organisation: &Organisation, unit: UnitId, day: Day) -> bool {
        if organisation.history.is_unknown(unit) {
            return false;
        }
        let Some(life) = organisation.columns.lives.get(unit) else { return false };
        let begun = life.from().is_none_or(|from| from.latest() <= day);
        let end = life.until().map(|until| self.ends.get(&unit).copied().unwrap_or(until.latest()));
        let away = organisation.columns.lives.gaps(unit).any(|gap| {
            let again = gap.until().map(|until| self.returns.get(&unit).copied().unwrap_or(until.latest()));
            gap.from().is_none_or(|from| from.latest() <= day) && again.is_none_or(|again| day < again)
        });
        begun && end.is_none_or(|end| day < end) && !away
    }
}

impl Past {
    /// Whether a unit begins with the event.
    fn begins(&self, unit: UnitId) -> bool {
        match &self.what {
            What::Found(u) => *u == unit,
            What::Flow(flow) => {
                flow.targets.contains(&unit) && !flow.extended.contains(&unit) && !flow.staying.contains(&unit)
            }
            _ => false,
        }
    }
}

/// Rows while events are followed, and which rows hold a unit.
struct Walk<'o> {
    organisation: &'o Organisation,
    reading: &'o Reading,
    from: Day,
    rows: BTreeMap<UnitId, Row>,
    holding: BTreeMap<UnitId, BTreeSet<UnitId>>,
}

impl Walk<'_> {
    /// The rows that hold a unit; its own begins when it is first touched.
    fn rows_with(&mut self, unit: UnitId) -> Vec<UnitId> {
        if !self.rows.contains_key(&unit) && self.reading.exists(self.organisation, unit, self.from) {
            self.rows.insert(unit, Row::from([(Some(unit), (Some(Ratio::ONE), false))]));
            self.holding.entry(unit).or_default().insert(unit);
        }
        self.holding.get(&unit).into_iter().flatten().copied().collect()
    }

    /// Moves what rows hold of a unit to others; whether there was anything.
    fn move_on(&mut self, unit: UnitId, parts: &[(Option<UnitId>, Option<Ratio>)], inferred: bool) -> bool {
        let rows = self.rows_with(unit);
        self.holding.remove(&unit);
        for at in &rows {
            let Some(row) = self.rows.get_mut(at) else { continue };
            let Some((share, marked)) = row.remove(&Some(unit)) else { continue };
            for (to, part) in parts {
                let moved = share.as_ref().zip(part.as_ref()).map(|(a, b)| a * b);
                add(row, *to, moved, marked || inferred);
                if let Some(to) = to {
                    self.holding.entry(*to).or_default().insert(*at);
                }
            }
        }
        !rows.is_empty()
    }

    /// Follows an event; whether it moved anything.
    fn follow(&mut self, past: &Past, measure: MeasureId) -> bool {
        let inferred = past.inferred.is_some();
        match &past.what {
            What::Flow(flow) => {
                let mut moved = false;
                for source in &flow.sources {
                    let parts = flow.parts_of(*source, Some(measure));
                    let parts: Vec<_> = parts.into_iter().map(|(to, part)| (Some(to), part)).collect();
                    moved |= self.move_on(*source, &parts, inferred);
                }
                moved
            }
            // What a unit had when it ended, whichever event ended it, does not return with it.
            What::Abolish(unit) | What::Restore(unit) => self.move_on(*unit, &[(None, Some(Ratio::ONE))], inferred),
            What::Change(unit) if inferred => self.move_on(*unit, &[(Some(*unit), Some(Ratio::ONE))], inferred),
            What::Found(_) | What::Change(_) => false,
        }
    }
}

fn add(row: &mut Row, to: Option<UnitId>, share: Option<Ratio>, inferred: bool) {
    let sum = match row.get(&to) {
        None => (share, inferred),
        Some((there, also)) => (there.as_ref().zip(share.as_ref()).map(|(a, b)| a + b), inferred || *also),
    };
    row.insert(to, sum);
}

impl Organisation {
    /// Which part of each unit of one day is which unit of a later one, in shares of a measure.
    ///
    /// A unit that became one other is it wholly, whatever the measure; one that became several needs shares of the
    /// measure on the event, else its parts are not known (`share` is none).
    ///
    /// # Errors
    /// `days-reversed`, `unknown-measure`, `not-additive` for a mean or a rate.
    ///
    /// ```
    /// use shequ::kernel::{Document, Ratio};
    /// use shequ::organisation::Organisation;
    /// let organisation = Organisation::parse(r#"{"format": "shequ.organisation/1", "title": "T", "units": [
    ///     {"key": "a", "kind": "village", "name": "a"}, {"key": "b", "kind": "village", "name": "b"}], "events": [
    ///     {"split": {"day": "2010-01-01", "unit": "a", "targets": [
    ///         {"unit": "c", "kind": "community", "name": "c"}, {"unit": "b"}],
    ///         "shares": [{"measure": "households", "ratios": [
    ///             {"source": "a", "target": "c", "ratio": "2/3"}, {"source": "a", "target": "b", "ratio": "1/3"}]}]}}]}"#)?;
    /// let crosswalk = organisation.crosswalk("2009-12-31".parse()?, "2010-01-01".parse()?, "households")?;
    /// let counts = [("a".to_owned(), Ratio::from(300)), ("b".to_owned(), Ratio::from(50))];
    /// let after = crosswalk.reexpress(&counts, None)?;
    /// let shown: Vec<_> = after.values.iter().map(|v| (v.unit.as_str(), v.value.to_string())).collect();
    /// assert_eq!(shown, [("b", "150".to_owned()), ("c", "200".to_owned())]);
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn crosswalk(&self, from: Day, until: Day, measure: &str) -> Result<Crosswalk> {
        if until < from {
            return Err(Fault::DaysReversed { from, until }.into());
        }
        let id = self.catalogue.measure_id(measure)?;
        if self.catalogue.measure_row(id).is_some_and(|row| !additive(row)) {
            return Err(Fault::NotAdditive { measure: measure.into() }.into());
        }
        let reading = Reading::of(self);
        let mut walk =
            Walk { organisation: self, reading: &reading, from, rows: BTreeMap::new(), holding: BTreeMap::new() };
        let (mut steps, mut uncertain) = (Vec::new(), Vec::new());
        // In the order of the days as they are read; of one day in the order of the log.
        let mut read: Vec<(Day, &Past)> = reading.days.iter().copied().zip(&self.events).collect();
        read.sort_by_key(|(day, _)| *day);
        for (day, past) in read {
            let holds = |at: Day| past.day.earliest() <= at && at < day;
            if holds(from) || holds(until) {
                uncertain.push(self.step(past, Likely::Possible));
            }
            if from < day && day <= until && walk.follow(past, id) {
                steps.push(self.step(past, if holds(from) { Likely::Possible } else { Likely::Yes }));
            }
        }
        let rows = walk.rows;
        Ok(self.laid_out(
            &reading,
            rows,
            Crosswalk {
                from,
                until,
                measure: measure.into(),
                cells: Vec::new(),
                unchanged: Vec::new(),
                begun: Vec::new(),
                steps,
                uncertain,
                means: self.means(),
            },
        ))
    }

    fn means(&self) -> Vec<String> {
        let rows = self.catalogue.measures.keys().iter().zip(&self.catalogue.measure_rows);
        rows.filter(|(_, row)| !additive(row)).map(|(key, _)| key.to_string()).collect()
    }

    /// The rows by their keys, what no longer exists among the ends.
    fn laid_out(&self, reading: &Reading, rows: BTreeMap<UnitId, Row>, mut out: Crosswalk) -> Crosswalk {
        let mut reached: BTreeSet<UnitId> = BTreeSet::new();
        for unit in self.units() {
            let there = reading.exists(self, unit, out.until);
            let Some(row) = rows.get(&unit) else {
                match (reading.exists(self, unit, out.from), there) {
                    (true, true) => {
                        reached.insert(unit);
                        out.unchanged.push(self.key_text(unit));
                    }
                    (true, false) => out.cells.push(CrosswalkCell {
                        from: self.key_text(unit),
                        to: None,
                        share: Some(Ratio::ONE),
                        inferred: false,
                    }),
                    _ => {}
                }
                continue;
            };
            let mut at_end = Row::new();
            for (to, (share, inferred)) in row {
                let to = to.filter(|to| reading.exists(self, *to, out.until));
                reached.extend(to);
                add(&mut at_end, to, share.clone(), *inferred);
            }
            out.cells.extend(at_end.into_iter().map(|(to, (share, inferred))| CrosswalkCell {
                from: self.key_text(unit),
                to: to.map(|to| self.key_text(to)),
                share,
                inferred,
            }));
        }
        let new = self.units().filter(|unit| !reached.contains(unit) && reading.exists(self, *unit, out.until));
        out.begun = new.filter_map(|unit| self.keys.key(unit)).map(Key::to_string).collect();
        out.sort();
        out
    }
}

impl Crosswalk {
    fn sort(&mut self) {
        self.cells.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        self.unchanged.sort_unstable();
        self.begun.sort_unstable();
    }

    /// The parts of a unit of the first day; none if it is not one.
    fn row(&self, unit: &str) -> Option<Vec<CrosswalkCell>> {
        if self.unchanged.binary_search_by(|key| key.as_str().cmp(unit)).is_ok() {
            let (from, to) = (unit.to_owned(), Some(unit.to_owned()));
            return Some(vec![CrosswalkCell { from, to, share: Some(Ratio::ONE), inferred: false }]);
        }
        let first = self.cells.partition_point(|cell| cell.from.as_str() < unit);
        let row: Vec<CrosswalkCell> =
            self.cells.iter().skip(first).take_while(|cell| cell.from == unit).cloned().collect();
        (!row.is_empty()).then_some(row)
    }

    /// This crosswalk, and then another that begins on the day on which this one ends: their product.
    ///
    /// # Errors
    /// `days-reversed` if the other begins on another day; `unknown-measure` if it is of another measure.
    pub fn then(&self, next: &Self) -> Result<Self> {
        if next.from != self.until {
            return Err(Fault::DaysReversed { from: self.until, until: next.from }.into());
        }
        if next.measure != self.measure {
            return Err(Fault::UnknownMeasure { key: next.measure.clone(), expected: self.measure.clone() }.into());
        }
        let mut out = Self {
            until: next.until,
            cells: Vec::new(),
            unchanged: Vec::new(),
            steps: self.steps.iter().chain(&next.steps).cloned().collect(),
            uncertain: self.uncertain.iter().chain(&next.uncertain).cloned().collect(),
            begun: next.begun.clone(),
            ..self.clone()
        };
        let mut rows: BTreeMap<&str, KeyedRow> = BTreeMap::new();
        for cell in &self.cells {
            let row = rows.entry(&cell.from).or_default();
            let parts = match &cell.to {
                Some(unit) => next.row(unit).unwrap_or_default(),
                None => vec![CrosswalkCell { share: Some(Ratio::ONE), inferred: false, ..cell.clone() }],
            };
            for part in parts {
                let share = cell.share.as_ref().zip(part.share.as_ref()).map(|(a, b)| a * b);
                let marked = cell.inferred || part.inferred;
                let sum = match row.get(&part.to) {
                    None => (share, marked),
                    Some((there, also)) => (there.as_ref().zip(share.as_ref()).map(|(a, b)| a + b), marked || *also),
                };
                row.insert(part.to, sum);
            }
        }
        for (from, row) in rows {
            let cells = row.into_iter().map(|(to, (share, inferred))| CrosswalkCell {
                from: from.to_owned(),
                to,
                share,
                inferred,
            });
            out.cells.extend(cells);
        }
        for unit in &self.unchanged {
            match next.unchanged.binary_search(unit) {
                Ok(_) => out.unchanged.push(unit.clone()),
                Err(_) => out.cells.extend(next.row(unit).unwrap_or_default()),
            }
        }
        // What began between and is there at the end came from no unit of the first day, unless something else flowed in.
        let reached: BTreeSet<&str> = out
            .cells
            .iter()
            .filter_map(|cell| cell.to.as_deref())
            .chain(out.unchanged.iter().map(String::as_str))
            .collect();
        let later = self.begun.iter().flat_map(|unit| next.row(unit).unwrap_or_default()).filter_map(|cell| cell.to);
        let begun: BTreeSet<String> = later.chain(next.begun.iter().cloned()).collect();
        out.begun = begun.into_iter().filter(|unit| !reached.contains(unit.as_str())).collect();
        out.sort();
        Ok(out)
    }

    /// Counts of units of the first day as counts of the units of the other day; `of` says what is counted, where that is
    /// another measure than that of the shares.
    ///
    /// The sum stays the same, exactly; what ended without a successor is listed apart.
    ///
    /// # Errors
    /// `not-additive` for a mean or a rate; `unknown-unit` for what is no unit of the first day, `listed-twice`,
    /// `share-unknown`, each with its place: `[3]`.
    pub fn reexpress(&self, counts: &[(String, Ratio)], of: Option<&str>) -> Result<Reexpressed> {
        let measure = of.unwrap_or(&self.measure);
        if self.means.iter().any(|mean| mean == measure) {
            return Err(Fault::NotAdditive { measure: measure.into() }.into());
        }
        let (mut values, mut ended): (Sums, Sums) = Default::default();
        let mut faults = Faults::new();
        let mut seen = BTreeSet::new();
        let mut total = Ratio::ZERO;
        for (i, (unit, count)) in counts.iter().enumerate() {
            let at = format!("[{i}]");
            if !seen.insert(unit) {
                faults.push(at, Fault::ListedTwice { key: unit.clone() });
                continue;
            }
            let Some(row) = self.row(unit) else {
                faults.push(at, Fault::UnknownUnit { key: unit.chars().take(120).collect() });
                continue;
            };
            total = &total + count;
            for cell in row {
                let (sums, key) = match cell.to {
                    Some(to) => (&mut values, to),
                    None => (&mut ended, cell.from),
                };
                let sum = sums.entry(key).or_insert((Ratio::ZERO, false));
                sum.1 |= cell.inferred;
                match cell.share {
                    Some(share) => sum.0 = &sum.0 + &(&share * count),
                    None if count.is_zero() => {}
                    None => {
                        let cause = Fault::ShareUnknown { unit: unit.clone(), measure: self.measure.clone() };
                        faults.push(at, cause);
                        break;
                    }
                }
            }
        }
        faults.into_result()?;
        Ok(Reexpressed { from: self.from, until: self.until, values: listed(values), ended: listed(ended), total })
    }

    /// Rates or means of units, each by its numerator and denominator, as those of the units of the other day.
    ///
    /// # Errors
    /// As [`reexpress`](Self::reexpress).
    pub fn reexpress_rates(&self, rates: &[(String, Ratio, Ratio)]) -> Result<ReexpressedRates> {
        let numerators: Vec<_> = rates.iter().map(|(unit, n, _)| (unit.clone(), n.clone())).collect();
        let denominators: Vec<_> = rates.iter().map(|(unit, _, d)| (unit.clone(), d.clone())).collect();
        let (top, bottom) = (self.reexpress(&numerators, None)?, self.reexpress(&denominators, None)?);
        // Both have the same units: those that the crosswalk leads to.
        let values = top.values.into_iter().zip(bottom.values).map(|(n, d)| RateValue {
            unit: n.unit,
            rate: n.value.checked_div(&d.value),
            numerator: n.value,
            denominator: d.value,
            inferred: n.inferred || d.inferred,
        });
        Ok(ReexpressedRates { from: self.from, until: self.until, values: values.collect() })
    }

    /// Every row of the matrix, those of the identity too: from, to, share, inferred.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    pub fn table(&self) -> Result<Table> {
        let same = self.unchanged.iter().map(|unit| CrosswalkCell {
            from: unit.clone(),
            to: Some(unit.clone()),
            share: Some(Ratio::ONE),
            inferred: false,
        });
        let mut cells: Vec<CrosswalkCell> = self.cells.iter().cloned().chain(same).collect();
        cells.sort_by(|a, b| (&a.from, &a.to).cmp(&(&b.from, &b.to)));
        Table::new(vec![
            ("from".into(), Column::Text(cells.iter().map(|cell| Some(cell.from.clone())).collect())),
            ("to".into(), Column::Text(cells.iter().map(|cell| cell.to.clone()).collect())),
            ("share".into(), Column::Text(cells.iter().map(|c| c.share.as_ref().map(ToString::to_string)).collect())),
            ("inferred".into(), Column::Bool(cells.iter().map(|cell| Some(cell.inferred)).collect())),
        ])
    }
}

type Sums = BTreeMap<String, (Ratio, bool)>;

fn listed(sums: Sums) -> Vec<UnitValue> {
    sums.into_iter().map(|(unit, (value, inferred))| UnitValue { unit, value, inferred }).collect()
}
