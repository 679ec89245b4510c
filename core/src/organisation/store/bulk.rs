//! From the rows of a table straight into columns: a country in a quarter of a second.

use hashbrown::HashTable;

use super::codes::Codes;
use super::dated::{Dated, Lives};
use super::days::{Bounds, Days};
use super::names::Names;
use super::{CodeId, Columns, NameId, Tree, ranks};
use crate::kernel::places::{hash, spread};
use crate::kernel::{
    Day, DocumentError, Error, Faults, Id, Key, KeyTable, Period, Progress, Result, Span, WithinDays, tick,
};
use crate::organisation::cycles::{Arc, cycles};
use crate::organisation::{Catalogue, KindId, OrganisationError as Fault, SchemeId, Stretch, UnitId, dated};
use crate::wire::{TableError, TextColumns, Texts};

/// How many rows are read between two ticks of progress.
const STEP: usize = 1 << 16;
/// After so many faults the rest is not looked for.
const MOST_FAULTS: usize = 1_000;

/// Units in the columns of a table: a row says what a unit was called, what it was and where it lay from a day until a day.
///
/// A unit whose name, kind or parent changed has a row for each stretch of days; days between two of its rows on which
/// it is no more are kept as such. Rows may come in any order; those of one unit side by side, and units after what they lie
/// within, are read fastest.
#[derive(Clone, Copy)]
pub struct UnitTable<'t> {
    /// The key of the unit; where it is not given, the code is the key.
    pub key: Option<&'t dyn Texts>,
    /// The name.
    pub name: &'t dyn Texts,
    /// The kind.
    pub kind: &'t dyn Texts,
    /// The key of the unit that it lies within.
    pub parent: Option<&'t dyn Texts>,
    /// The code.
    pub code: Option<&'t dyn Texts>,
    /// The first day: `2004-05-01`, `2004`, or bounds; missing where it held before all records.
    pub from: Option<&'t dyn Texts>,
    /// The first day on which it no longer held.
    pub until: Option<&'t dyn Texts>,
}

impl<'t> UnitTable<'t> {
    /// Names and kinds; the other columns are set by field.
    pub const fn new(name: &'t dyn Texts, kind: &'t dyn Texts) -> Self {
        Self { key: None, name, kind, parent: None, code: None, from: None, until: None }
    }

    /// The columns of a table by their names, which are those of the fields.
    ///
    /// # Errors
    /// `missing-column`; `wrong-column` for what holds no texts, such as codes that were read as numbers; `unknown-column`.
    pub fn of(columns: &'t dyn TextColumns) -> Result<Self> {
        const NAMES: [&str; 7] = ["key", "name", "kind", "parent", "code", "from", "until"];
        let have = columns.names();
        let listed = |names: &[&str]| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        let mut faults = Faults::new();
        for name in have.iter().filter(|name| !NAMES.contains(name)) {
            let cause = TableError::UnknownColumn { name: (*name).into(), expected: listed(&NAMES) };
            faults.push(*name, cause);
        }
        let mut column = |name: &str| faults.take("", columns.column(name)).flatten();
        let [key, name, kind, parent, code, from, until] = NAMES.map(&mut column);
        for (column, name) in [(name, "name"), (kind, "kind"), (code.or(key), "code")] {
            if column.is_none() && (!have.contains(&name) || name == "code" && !have.contains(&"key")) {
                faults.push(name, TableError::MissingColumn { name: name.into(), have: listed(&have) });
            }
        }
        faults.into_result()?;
        match (name, kind) {
            (Some(name), Some(kind)) => Ok(Self { key, name, kind, parent, code, from, until }),
            // A column that is there and holds no texts was told above.
            _ => Err(TableError::MissingColumn { name: "name".into(), have: listed(&have) }.into()),
        }
    }
}

impl std::fmt::Debug for UnitTable<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnitTable").field("rows", &self.name.len()).finish_non_exhaustive()
    }
}

/// What a row says of a unit.
#[derive(Clone, Copy)]
struct Row {
    name: NameId,
    kind: KindId,
    parent: Option<UnitId>,
    code: Option<CodeId>,
    days: Days,
}

/// What texts of a column meant, as far as they were met; the last one is looked at first.
struct Met<T> {
    last: usize,
    list: Vec<(String, T)>,
    places: HashTable<(u32, u32)>,
}

impl<T: Copy> Met<T> {
    fn new() -> Self {
        Self { last: 0, list: Vec::new(), places: HashTable::new() }
    }

    fn read(&mut self, text: &str, read: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        if let Some((last, meant)) = self.list.get(self.last)
            && last == text
        {
            return Ok(*meant);
        }
        let own = hash(text);
        let same = |(hash, place): &(u32, u32)| {
            *hash == own && self.list.get(*place as usize).is_some_and(|(met, _)| met == text)
        };
        if let Some((_, place)) = self.places.find(spread(own), same)
            && let Some((_, meant)) = self.list.get(*place as usize)
        {
            self.last = *place as usize;
            return Ok(*meant);
        }
        let meant = read(text)?;
        if let Ok(place) = u32::try_from(self.list.len()) {
            self.places.insert_unique(spread(own), (own, place), |(hash, _)| spread(*hash));
            self.last = self.list.len();
            self.list.push((text.to_owned(), meant));
        }
        Ok(meant)
    }
}

/// What the loader makes: keys and columns.
pub(in crate::organisation) struct Loaded {
    pub(in crate::organisation) keys: KeyTable<UnitId>,
    pub(in crate::organisation) columns: Columns,
}

/// Reads a table; every fault has the path of its row and column.
pub(in crate::organisation) fn load(
    table: &UnitTable<'_>,
    catalogue: &Catalogue,
    scheme: SchemeId,
    progress: &mut dyn Progress,
) -> Result<Loaded> {
    let mut reader = Reader::new(table, catalogue)?;
    let units = reader.units(progress)?;
    let filled = reader.fill(&units, progress)?;
    let Reader { keys, names, codes, bounds, faults, .. } = reader;
    faults.into_result()?;
    let columns = filled.close(&keys, names, codes, bounds, scheme);
    check(&columns, &keys)?;
    Ok(Loaded { keys, columns })
}

struct Reader<'t> {
    table: &'t UnitTable<'t>,
    catalogue: &'t Catalogue,
    count: usize,
    keys: KeyTable<UnitId>,
    names: Names,
    /// The names of the unit that is read: most have one.
    met_names: Vec<NameId>,
    codes: Option<KeyTable<CodeId>>,
    bounds: Bounds,
    faults: Faults,
    kinds: Met<KindId>,
    ends: Met<WithinDays>,
    parent: (String, Option<UnitId>),
}

/// The unit of a row that has none, because of a fault.
const NO_UNIT: u32 = u32::MAX;

impl<'t> Reader<'t> {
    fn new(table: &'t UnitTable<'t>, catalogue: &'t Catalogue) -> Result<Self> {
        let count = table.name.len();
        let columns = [("kind", Some(table.kind)), ("key", table.key), ("parent", table.parent), ("code", table.code)];
        for (name, column) in columns.into_iter().chain([("from", table.from), ("until", table.until)]) {
            if let Some(rows) = column.map(Texts::len).filter(|rows| *rows != count) {
                let cause = TableError::Ragged { name: name.into(), rows, expected: count };
                return Err(cause.into());
            }
        }
        if table.key.or(table.code).is_none() {
            return Err(Error::at("units", DocumentError::MissingField { field: "key".into() }));
        }
        Ok(Self {
            table,
            catalogue,
            count,
            keys: KeyTable::default(),
            names: Names::default(),
            met_names: Vec::new(),
            codes: table.key.and(table.code).map(|_| KeyTable::default()),
            bounds: Bounds::default(),
            faults: Faults::new(),
            kinds: Met::new(),
            ends: Met::new(),
            parent: (String::new(), None),
        })
    }

    fn tick(&self, progress: &mut dyn Progress, pass: usize, row: usize) -> Result<()> {
        if row.is_multiple_of(STEP) {
            tick(progress, (pass * self.count + row) as u64, self.count as u64 * 2)
        } else {
            Ok(())
        }
    }

    /// The unit of each row.
    fn units(&mut self, progress: &mut dyn Progress) -> Result<Vec<u32>> {
        let column = self.table.key.or(self.table.code);
        let name = if self.table.key.is_some() { "key" } else { "code" };
        let mut units: Vec<u32> = Vec::with_capacity(self.count);
        for row in 0..self.count {
            self.tick(progress, 0, row)?;
            let text = column.and_then(|column| given(column.text(row)));
            // The rows of one unit mostly stand side by side.
            let last = units.last().copied().unwrap_or(NO_UNIT);
            if text.is_some() && self.keys.key(UnitId(last)).map(Key::as_str) == text {
                units.push(last);
                continue;
            }
            let id = text.ok_or_else(|| missing(name)).and_then(|text| self.keys.enter(text, || text.parse()));
            let id = self.take(row, name, id).flatten();
            units.push(id.map_or(NO_UNIT, |id: UnitId| id.0));
            if self.faults.len() > MOST_FAULTS {
                break;
            }
        }
        Ok(units)
    }

    /// Reads row by row, unit by unit.
    fn fill(&mut self, units: &[u32], progress: &mut dyn Progress) -> Result<Filled> {
        let order = by_unit(units, self.keys.len());
        let mut filled = Filled::with_capacity(self.keys.len());
        let mut own: Vec<Row> = Vec::new();
        let mut last = 0;
        for at in 0..units.len() {
            self.tick(progress, 1, at)?;
            if self.faults.len() > MOST_FAULTS {
                break;
            }
            let row = order.as_ref().map_or(at, |order| order.get(at).map_or(at, |row| *row as usize));
            let unit = units.get(row).copied().unwrap_or(NO_UNIT);
            if unit != last {
                self.close_unit(last, &mut own, &mut filled);
                last = unit;
            }
            let read = self.row(row);
            own.extend(read);
        }
        if !units.is_empty() {
            self.close_unit(last, &mut own, &mut filled);
        }
        Ok(filled)
    }

    fn close_unit(&mut self, unit: u32, own: &mut Vec<Row>, filled: &mut Filled) {
        if own.len() > 1 {
            own.sort_by_key(|row| dated::order(self.bounds.span(row.days)));
            for pair in own.windows(2) {
                if let [a, b] = pair
                    && self.bounds.overlap(a.days, b.days)
                    && self.faults.len() <= MOST_FAULTS
                {
                    let key = self.keys.key(UnitId(unit)).map(Key::to_string).unwrap_or_default();
                    let from = self.bounds.span(b.days).certain().map_or(Day::MIN, Period::from);
                    let row = |days| Stretch::possible(self.bounds.span(days)).to_string();
                    let cause = Fault::FactsOverlap { fact: "row".into(), one: row(a.days), other: row(b.days), from };
                    self.faults.push(format!("units.{key}"), cause);
                }
            }
        }
        filled.push(own);
        own.clear();
        self.met_names.clear();
    }

    /// A row; none if it has a fault.
    fn row(&mut self, row: usize) -> Option<Row> {
        let name = match given(self.table.name.text(row)) {
            Some(name) => self.name(name),
            None => self.take(row, "name", Err(missing("name"))),
        };
        let kind = match given(self.table.kind.text(row)) {
            Some(text) => self.kinds.read(text, |text| Ok(self.catalogue.kind_id(text)?)),
            None => Err(missing("kind")),
        };
        let kind = self.take(row, "kind", kind);
        let parent = match self.table.parent.and_then(|column| given(column.text(row))) {
            None => Ok(None),
            Some(key) => self.parent(key).map(Some),
        };
        let parent = self.take(row, "parent", parent);
        let code = match (&mut self.codes, self.table.code.and_then(|column| given(column.text(row)))) {
            (Some(codes), Some(code)) => codes.enter(code, || code.parse()),
            _ => Ok(None),
        };
        let code = self.take(row, "code", code);
        let days = self.days(row);
        Some(Row { name: name?, kind: kind?, parent: parent?, code: code?, days: days? })
    }

    fn name(&mut self, name: &str) -> Option<NameId> {
        let met = self.met_names.iter().find(|met| self.names.words(**met) == name);
        if let Some(met) = met {
            return Some(*met);
        }
        let id = self.names.add(name)?;
        self.met_names.push(id);
        Some(id)
    }

    fn parent(&mut self, key: &str) -> Result<UnitId> {
        // Units that lie in the same mostly stand side by side.
        if let (last, Some(id)) = &self.parent
            && last == key
        {
            return Ok(*id);
        }
        let unknown = || Fault::UnknownUnit { key: key.chars().take(120).collect() };
        let id = self.keys.get(key).ok_or_else(unknown)?;
        self.parent.0.clear();
        self.parent.0.push_str(key);
        self.parent.1 = Some(id);
        Ok(id)
    }

    fn days(&mut self, row: usize) -> Option<Days> {
        let from = self.end(row, self.table.from);
        let from = self.take(row, "from", from);
        let until = self.end(row, self.table.until);
        let until = self.take(row, "until", until);
        match Span::new(from?, until?) {
            Ok(span) => Some(self.bounds.days(span)),
            Err(error) => self.take(row, "", Err(error)),
        }
    }

    fn end(&mut self, row: usize, column: Option<&dyn Texts>) -> Result<Option<WithinDays>> {
        let text = column.and_then(|column| given(column.text(row)));
        text.map(|text| self.ends.read(text, str::parse)).transpose()
    }

    fn take<T>(&mut self, row: usize, column: &str, found: Result<T>) -> Option<T> {
        match found {
            Ok(found) => Some(found),
            Err(error) => {
                let path = if column.is_empty() { format!("units[{row}]") } else { format!("units[{row}].{column}") };
                self.faults.take(&path, Err(error))
            }
        }
    }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

fn missing(field: &str) -> Error {
    DocumentError::MissingField { field: field.into() }.into()
}

/// The rows in the order of their units; none where they stand so.
fn by_unit(units: &[u32], count: usize) -> Option<Vec<u32>> {
    if units.is_sorted() {
        return None;
    }
    // Rows without a unit come last.
    let at = |unit: u32| (unit as usize).min(count);
    let mut starts = vec![0_u32; count + 2];
    for unit in units {
        starts.get_mut(at(*unit) + 1).into_iter().for_each(|n| *n += 1);
    }
    let mut sum = 0;
    for start in &mut starts {
        sum += *start;
        *start = sum;
    }
    let mut order = vec![0; units.len()];
    for (row, unit) in (0_u32..).zip(units) {
        if let Some(next) = starts.get_mut(at(*unit)) {
            order.get_mut(*next as usize).into_iter().for_each(|place| *place = row);
            *next += 1;
        }
    }
    Some(order)
}

/// The columns while they are filled.
struct Filled {
    lives: Lives,
    names: Dated<NameId>,
    kinds: Dated<KindId>,
    parents: Dated<UnitId>,
    codes: Dated<CodeId>,
    stretches: Vec<Days>,
}

impl Filled {
    fn with_capacity(units: usize) -> Self {
        Self {
            lives: Lives::with_capacity(units),
            names: Dated::with_capacity(units),
            kinds: Dated::with_capacity(units),
            parents: Dated::with_capacity(units),
            codes: Dated::default(),
            stretches: Vec::new(),
        }
    }

    /// Adds the next unit.
    fn push(&mut self, rows: &[Row]) {
        self.stretches.clear();
        for row in rows {
            match self.stretches.last_mut() {
                Some(last) if last.meets(row.days) => *last = last.joined(row.days),
                _ => self.stretches.push(row.days),
            }
        }
        self.lives.push_days(&self.stretches);
        fill(&mut self.names, rows, |row| Some(row.name));
        fill(&mut self.kinds, rows, |row| Some(row.kind));
        fill(&mut self.parents, rows, |row| row.parent);
        fill(&mut self.codes, rows, |row| row.code);
    }

    fn close(
        mut self,
        keys: &KeyTable<UnitId>,
        names: Names,
        codes: Option<KeyTable<CodeId>>,
        bounds: Bounds,
        scheme: SchemeId,
    ) -> Columns {
        self.names.bounds.clone_from(&bounds);
        self.kinds.bounds.clone_from(&bounds);
        self.parents.bounds.clone_from(&bounds);
        self.codes.bounds.clone_from(&bounds);
        self.lives.bounds = bounds;
        let codes = match codes {
            Some(pool) => Codes::one_scheme(scheme, pool, self.codes),
            None => Codes::of_keys(scheme, keys),
        };
        let ranks = ranks(keys.keys());
        Columns {
            tree: Tree::new(&self.parents, ranks.as_deref()),
            ranks,
            ended: Vec::new(),
            made: Vec::new(),
            name_pool: names,
            lives: self.lives,
            kinds: self.kinds,
            names: self.names,
            codes,
            parents: self.parents,
        }
    }
}

/// Adds a unit's rows of one fact: one value where it never changed, else a row for each change.
fn fill<T: Id>(column: &mut Dated<T>, rows: &[Row], value: impl Fn(&Row) -> Option<T>) {
    let Some(first) = rows.first() else { return column.push_none() };
    let held = value(first);
    if rows.iter().all(|row| value(row) == held) {
        match held {
            Some(held) => column.push_always(held),
            None => column.push_none(),
        }
        return;
    }
    let mut open: Option<(T, Days)> = None;
    for row in rows {
        let next = value(row).map(|value| (value, row.days));
        match (&mut open, next) {
            (Some((value, days)), Some((same, more))) if value == &same && days.meets(more) => {
                *days = days.joined(more);
            }
            (open, next) => {
                if let Some((value, days)) = open.take() {
                    column.add_row(value, days);
                }
                *open = next;
            }
        }
    }
    if let Some((value, days)) = open {
        column.add_row(value, days);
    }
    column.close_rows();
}

/// What rows alone cannot show: parents that are not there, codes of two units at once, circles.
fn check(columns: &Columns, keys: &KeyTable<UnitId>) -> Result<()> {
    let mut faults = Faults::new();
    let key = |unit: UnitId| keys.key(unit).map(Key::to_string).unwrap_or_default();
    for unit in (0..keys.len()).filter_map(UnitId::from_index) {
        for (parent, from) in columns.orphaned(unit) {
            faults.push(format!("units.{}", key(unit)), Fault::ParentNotThere { parent: key(parent), from });
        }
        if faults.len() > MOST_FAULTS {
            break;
        }
    }
    for (unit, other, code, from) in columns.codes.shared(&columns.lives) {
        let cause = Fault::CodeShared { scheme: "code".into(), code: code.to_string(), other: key(other), from };
        faults.push(format!("units.{}", key(unit)), cause);
    }
    if columns.tree.is_circular() {
        let arcs = columns.parents.rows().filter_map(|(unit, parent, span)| {
            let period = span.certain()?.meet(columns.lives.get(UnitId::from_index(unit)?)?.certain()?)?;
            Some(Arc { from: unit, to: parent.index(), period })
        });
        let by_key = |i: usize| UnitId::from_index(i).map(key).unwrap_or_default();
        for cycle in cycles(keys.len(), &arcs.collect::<Vec<_>>(), &by_key) {
            let first = cycle.nodes.first().map(|i| by_key(*i)).unwrap_or_default();
            let circle = cycle.nodes.iter().map(|i| format!("`{}`", by_key(*i))).collect::<Vec<_>>().join(", ");
            let period = Stretch::from(cycle.period).to_string();
            faults.push(format!("units.{first}"), Fault::ParentCycle { circle, period });
        }
    }
    faults.into_result()
}
