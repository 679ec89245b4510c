//! From the rows of a table straight into columns: a country in a quarter of a second.

use std::hash::BuildHasher as _;

use foldhash::fast::FixedState;
use hashbrown::HashTable;

use super::codes::Codes;
use super::dated::{Dated, Lives};
use super::days::{Bounds, Days};
use super::{CodeId, Columns, NameId, Tree, ranks};
use crate::kernel::{
    Day, DocumentError, Error, Faults, Id, Key, KeyTable, Lang, Likely, Progress, Result, Span, Text, WithinDays, tick,
};
use crate::organisation::cycles::{Arc, cycles};
use crate::organisation::{Catalogue, KindId, OrganisationError as Fault, SchemeId, Stretch, UnitId, dated};

/// How many rows are read between two ticks of progress.
const STEP: usize = 1 << 16;
/// After so many faults the rest is not looked for.
const MOST_FAULTS: usize = 1_000;

/// Cells of texts, wherever they are held; an empty text is no text.
pub trait Texts: Sync {
    /// How many cells there are.
    fn len(&self) -> usize;

    /// Whether there are none.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// A cell; none where it is missing.
    fn text(&self, row: usize) -> Option<&str>;
}

impl Texts for Vec<Option<String>> {
    fn len(&self) -> usize {
        self.as_slice().len()
    }

    fn text(&self, row: usize) -> Option<&str> {
        self.get(row)?.as_deref()
    }
}

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
}

impl std::fmt::Debug for UnitTable<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("UnitTable").field("rows", &self.name.len()).finish_non_exhaustive()
    }
}

/// What a row says of a unit.
#[derive(Clone, Copy)]
struct Row {
    unit: UnitId,
    name: NameId,
    kind: KindId,
    parent: Option<UnitId>,
    code: Option<CodeId>,
    days: Days,
}

/// Distinct names.
#[derive(Default)]
struct Names {
    list: Vec<Text>,
    ids: HashTable<NameId>,
}

impl Names {
    fn enter(&mut self, name: &str) -> Option<NameId> {
        let hash = |text: &str| FixedState::with_seed(0).hash_one(text);
        let at = |id: &NameId| self.list.get(id.index()).map_or("", |text| text.get(Lang::Zh));
        let own = hash(name);
        if let Some(id) = self.ids.find(own, |id| at(id) == name) {
            return Some(*id);
        }
        let id = NameId::from_index(self.list.len())?;
        self.ids.insert_unique(own, id, |id| hash(at(id)));
        self.list.push(Text::same(name));
        Some(id)
    }
}

/// Remembers the last text of a column and what it meant: rows that stand together share most of it.
struct Last<T> {
    text: String,
    meant: Option<T>,
}

impl<T: Copy> Last<T> {
    const fn new() -> Self {
        Self { text: String::new(), meant: None }
    }

    fn read(&mut self, text: &str, read: impl FnOnce(&str) -> Result<T>) -> Result<T> {
        if let Some(meant) = self.meant
            && self.text == text
        {
            return Ok(meant);
        }
        let meant = read(text)?;
        self.text.clear();
        self.text.push_str(text);
        self.meant = Some(meant);
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
    let rows = reader.rows(progress)?;
    let Reader { keys, names, codes, bounds, mut faults, .. } = reader;
    let rows = grouped(rows, keys.len(), &bounds);
    let columns = columns(&rows, &keys, names, codes, &bounds, scheme, &mut faults);
    faults.into_result()?;
    check(&columns, &keys)?;
    Ok(Loaded { keys, columns })
}

struct Reader<'t> {
    table: &'t UnitTable<'t>,
    catalogue: &'t Catalogue,
    count: usize,
    keys: KeyTable<UnitId>,
    names: Names,
    codes: Option<KeyTable<CodeId>>,
    bounds: Bounds,
    faults: Faults,
}

impl<'t> Reader<'t> {
    fn new(table: &'t UnitTable<'t>, catalogue: &'t Catalogue) -> Result<Self> {
        let count = table.name.len();
        let columns = [("kind", Some(table.kind)), ("key", table.key), ("parent", table.parent), ("code", table.code)];
        for (name, column) in columns.into_iter().chain([("from", table.from), ("until", table.until)]) {
            if let Some(rows) = column.map(Texts::len).filter(|rows| *rows != count) {
                let cause = crate::wire::TableError::Ragged { name: name.into(), rows, expected: count };
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
            codes: table.key.and(table.code).map(|_| KeyTable::default()),
            bounds: Bounds::default(),
            faults: Faults::new(),
        })
    }

    /// The rows; one with a fault is left out.
    fn rows(&mut self, progress: &mut dyn Progress) -> Result<Vec<Row>> {
        let total = self.count as u64 * 2;
        let units = self.units(total, progress)?;
        let mut rows = Vec::with_capacity(self.count);
        let (mut kind, mut parent) = (Last::new(), Last::new());
        let (mut from, mut until) = (Last::new(), Last::new());
        for (row, unit) in units.into_iter().enumerate() {
            if row % STEP == 0 {
                tick(progress, (self.count + row) as u64, total)?;
            }
            if self.faults.len() > MOST_FAULTS {
                break;
            }
            let name = given(self.table.name.text(row)).ok_or_else(|| missing("name"));
            let name = self.take(row, "name", name);
            let name = name.and_then(|name| self.names.enter(name));
            let text = given(self.table.kind.text(row)).ok_or_else(|| missing("kind"));
            let found = text.and_then(|text| kind.read(text, |text| Ok(self.catalogue.kind_id(text)?)));
            let found_kind = self.take(row, "kind", found);
            let over = match self.table.parent.and_then(|column| given(column.text(row))) {
                None => Some(None),
                Some(key) => {
                    let unknown = |key: &str| Fault::UnknownUnit { key: key.chars().take(120).collect() };
                    let found =
                        parent.read(key, |key| self.keys.get(key).map(Some).ok_or_else(|| unknown(key).into()));
                    self.take(row, "parent", found)
                }
            };
            let code = match (&mut self.codes, self.table.code.and_then(|column| given(column.text(row)))) {
                (Some(codes), Some(code)) => codes.enter(code, || code.parse()),
                _ => Ok(None),
            };
            let code = self.take(row, "code", code).flatten();
            let days = self.days(row, &mut from, &mut until);
            if let (Some(unit), Some(name), Some(kind), Some(parent), Some(days)) =
                (unit, name, found_kind, over, days)
            {
                rows.push(Row { unit, name, kind, parent, code, days });
            }
        }
        Ok(rows)
    }

    /// The unit of each row.
    fn units(&mut self, total: u64, progress: &mut dyn Progress) -> Result<Vec<Option<UnitId>>> {
        let column = self.table.key.or(self.table.code);
        let name = if self.table.key.is_some() { "key" } else { "code" };
        let mut units: Vec<Option<UnitId>> = Vec::with_capacity(self.count);
        for row in 0..self.count {
            if row % STEP == 0 {
                tick(progress, row as u64, total)?;
            }
            let text = column.and_then(|column| given(column.text(row)));
            // The rows of one unit mostly stand side by side.
            let last = units.last().copied().flatten();
            if let Some(last) = last
                && self.keys.key(last).map(Key::as_str) == text
            {
                units.push(Some(last));
                continue;
            }
            let id = text.ok_or_else(|| missing(name)).and_then(|text| self.keys.enter(text, || text.parse()));
            let id = self.take(row, name, id).flatten();
            if self.faults.len() > MOST_FAULTS {
                break;
            }
            units.push(id);
        }
        Ok(units)
    }

    fn days(&mut self, row: usize, from: &mut Last<WithinDays>, until: &mut Last<WithinDays>) -> Option<Days> {
        let mut read = |last: &mut Last<WithinDays>, column: Option<&dyn Texts>, name| {
            let text = column.and_then(|column| given(column.text(row)));
            let end = text.map(|text| last.read(text, str::parse)).transpose();
            self.faults.take(&format_at(row, name), end)
        };
        let from = read(from, self.table.from, "from")?;
        let until = read(until, self.table.until, "until")?;
        let span = self.take(row, "", Span::new(from, until))?;
        Some(self.bounds.days(span))
    }

    fn take<T>(&mut self, row: usize, column: &str, found: Result<T>) -> Option<T> {
        match found {
            Ok(found) => Some(found),
            Err(error) => self.faults.take(&format_at(row, column), Err(error)),
        }
    }
}

fn format_at(row: usize, column: &str) -> String {
    if column.is_empty() { format!("units[{row}]") } else { format!("units[{row}].{column}") }
}

fn given(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

fn missing(field: &str) -> Error {
    DocumentError::MissingField { field: field.into() }.into()
}

/// The rows unit by unit, each unit's in the order of their days.
fn grouped(mut rows: Vec<Row>, units: usize, bounds: &Bounds) -> Vec<Row> {
    if !rows.is_sorted_by_key(|row| row.unit) {
        let mut starts = vec![0_u32; units + 1];
        rows.iter().for_each(|row| starts.get_mut(row.unit.index() + 1).into_iter().for_each(|n| *n += 1));
        let mut sum = 0;
        for start in &mut starts {
            sum += *start;
            *start = sum;
        }
        let mut sorted = rows.clone();
        for row in rows {
            if let Some(next) = starts.get_mut(row.unit.index()) {
                sorted.get_mut(*next as usize).into_iter().for_each(|place| *place = row);
                *next += 1;
            }
        }
        rows = sorted;
    }
    for unit in rows.chunk_by_mut(|a, b| a.unit == b.unit) {
        if unit.len() > 1 {
            unit.sort_by_key(|row| dated::order(bounds.span(row.days)));
        }
    }
    rows
}

fn columns(
    rows: &[Row],
    keys: &KeyTable<UnitId>,
    names: Names,
    codes: Option<KeyTable<CodeId>>,
    bounds: &Bounds,
    scheme: SchemeId,
    faults: &mut Faults,
) -> Columns {
    let count = keys.len();
    let mut lives = Lives::with_capacity(count);
    let (mut name_column, mut kind_column) = (Dated::with_capacity(count), Dated::with_capacity(count));
    let (mut parents, mut code_column) = (Dated::with_capacity(count), Dated::with_capacity(count));
    let mut stretches: Vec<Days> = Vec::new();
    let mut groups = rows.chunk_by(|a, b| a.unit == b.unit).peekable();
    for unit in (0..count).filter_map(UnitId::from_index) {
        let own = groups.next_if(|group| group.first().is_some_and(|row| row.unit == unit)).unwrap_or_default();
        stretches.clear();
        for pair in own.windows(2) {
            let [a, b] = pair else { continue };
            if bounds.overlap(a.days, b.days) {
                overlapping(keys, a, b, bounds, faults);
            }
        }
        for row in own {
            match stretches.last_mut() {
                Some(last) if last.meets(row.days) => *last = last.joined(row.days),
                _ => stretches.push(row.days),
            }
        }
        lives.push_days(&stretches);
        fill(&mut name_column, own, |row| Some(row.name));
        fill(&mut kind_column, own, |row| Some(row.kind));
        fill(&mut parents, own, |row| row.parent);
        if codes.is_some() {
            fill(&mut code_column, own, |row| row.code);
        }
    }
    for unit in [&mut name_column.bounds, &mut lives.bounds, &mut code_column.bounds] {
        unit.clone_from(bounds);
    }
    kind_column.bounds.clone_from(bounds);
    parents.bounds.clone_from(bounds);
    let codes = match codes {
        Some(pool) => Codes::one_scheme(scheme, pool, code_column),
        None => Codes::of_keys(scheme, keys),
    };
    Columns {
        tree: Tree::new(&parents),
        ranks: ranks(keys.keys()),
        ended: Vec::new(),
        made: Vec::new(),
        name_pool: names.list,
        lives,
        kinds: kind_column,
        names: name_column,
        codes,
        parents,
    }
}

fn overlapping(keys: &KeyTable<UnitId>, a: &Row, b: &Row, bounds: &Bounds, faults: &mut Faults) {
    if faults.len() > MOST_FAULTS {
        return;
    }
    let unit = keys.key(a.unit).map(Key::to_string).unwrap_or_default();
    let from = bounds.span(b.days).certain().map_or(Day::MIN, |period| period.from());
    let row = |days| Stretch::possible(bounds.span(days)).to_string();
    let cause = Fault::FactsOverlap { fact: "row".into(), one: row(a.days), other: row(b.days), from };
    faults.push(format!("units.{unit}"), cause);
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
            (Some((value, days)), Some((same, more))) if value == &same && days.meets(more) => *days = days.joined(more),
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
    if !columns.tree.descending() {
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
