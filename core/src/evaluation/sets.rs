//! Indicator sets that change after a conversion (考核转变): each unit is evaluated by the set of its kind and day.
//!
//! When a village becomes a community, what is asked of it changes. Each set is a whole scheme with the kinds and the days
//! it is for; a unit's kind stands in the column `kind` or is that of an organisation as of a day. Units are ranked within
//! their set.

use std::collections::BTreeMap;

use serde::{Serialize, Serializer};

use super::card::Scorecard;
use super::check::named;
use super::scheme::Scheme;
use crate::kernel::error::faults;
use crate::kernel::{Day, Digest, Document, Explanation, Faults, Key, Likely, Quantity, Result, Span, Text, Unwatched};
use crate::organisation::Snapshot;
use crate::wire::evaluation::{CellKind, SchemeSetsDraft, SetScore, UnreadColumn};
use crate::wire::{Column, Table, Texts as _};

faults! {
    /// Faults of indicator sets and of the units they are for.
    pub enum SetsError: Scheme {
        /// A key that stands twice.
        KeyTwice { key: String } => "set-key-twice", "the key `{key}` stands twice in `sets`", "give each set its own key";
        /// No set at all.
        NoSets => "sets-empty", "there is no set", "give at least one";
        /// Two sets for one kind on one day.
        Overlap { first: String, other: String, kind: String } => "sets-overlap", "`{other}` and `{first}` are both for {kind} on some day", "end one before the other begins, or give them different kinds";
        /// A set that names its units.
        NamesUnits => "set-names-units", "a set names no units", "leave `units` out: the table says which units there are";
        /// Sets of different subjects.
        SubjectsDiffer => "sets-subjects-differ", "the set evaluates another subject than the first", "keep one document for units, one for posts and one for services";
        /// A unit without a set.
        NoSet { unit: String, kind: String, day: Day } => "no-set-for-unit", "no set is for `{unit}`, a `{kind}`, on {day}", "add its kind or the days to a set, or correct the unit's kind";
        /// A cell that is no day.
        NotADay { got: String } => "set-day-unreadable", "`{got}` is not a day", "write `2026-01-01`";
    }
}

#[derive(Debug, Clone)]
struct Set {
    key: Key,
    label: Text,
    kinds: Vec<String>,
    span: Span,
    scheme: Scheme,
}

impl Set {
    fn is_for(&self, kind: &str) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|k| k == kind)
    }

    /// Whether its scheme reads a column.
    fn reads(&self, name: &str) -> bool {
        let counts = ["_numerator", "_denominator"];
        name == "unit"
            || name == "group"
            || self.scheme.columns().iter().any(|c| {
                c.name == name
                    || (c.kind == CellKind::Rate
                        && counts.iter().any(|end| name.strip_suffix(end) == Some(c.name.as_str())))
            })
    }
}

/// Schemes with the kinds of units and the days they are for, `shequ.scheme-sets/1`.
///
/// ```
/// use shequ::evaluation::SchemeSets;
/// use shequ::kernel::{Document, Limits, Syntax};
/// use shequ::wire::Table;
/// let sets = SchemeSets::parse(r#"{"format": "shequ.scheme-sets/1", "title": "考核", "sets": [
///     {"key": "village", "kinds": ["village"], "scheme": {"title": "村", "subject": "unit", "groups": [
///         {"key": "g", "indicators": [{"key": "income", "points": 100, "rule": "linear", "target": 50}]}]}},
///     {"key": "community", "kinds": ["community"], "scheme": {"title": "社区", "subject": "unit", "groups": [
///         {"key": "g", "indicators": [{"key": "visits", "points": 100, "rule": "linear", "target": 10}]}]}}]}"#)?;
/// let rows = Syntax::Json.parse(r#"[{"unit": "a", "kind": "village", "income": 25},
///     {"unit": "b", "kind": "community", "visits": 10}]"#, Limits::default())?;
/// let cards = sets.evaluate(&Table::of_rows(&rows)?, "2026-01-01".parse()?)?;
/// assert_eq!((cards.score("a")?.set.as_str(), cards.score("a")?.score.total.to_string().as_str()), ("village", "50.00"));
/// assert_eq!(cards.score("b")?.score.total.to_string(), "100.00");
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct SchemeSets {
    title: Text,
    sets: Vec<Set>,
}

impl Document for SchemeSets {
    const FORMAT: &'static str = "shequ.scheme-sets/1";
    const ROOT: &'static str = "sets";
    type Draft = SchemeSetsDraft;

    fn check(draft: SchemeSetsDraft) -> Result<Self> {
        let mut faults = Faults::new();
        let mut sets: Vec<Set> = Vec::new();
        if draft.sets.is_empty() {
            faults.push("sets", SetsError::NoSets);
        }
        for (i, set) in draft.sets.into_iter().enumerate() {
            let at = format!("sets[{i}]");
            if sets.iter().any(|s| s.key == set.key) {
                faults.push(format!("{at}.key"), SetsError::KeyTwice { key: set.key.to_string() });
            }
            if !set.scheme.units.is_empty() {
                faults.push(format!("{at}.scheme.units"), SetsError::NamesUnits);
            }
            let span = faults.take(&at, Span::new(set.from, set.until));
            let scheme = faults.take(&format!("{at}.scheme"), Scheme::check(set.scheme));
            let (Some(span), Some(scheme)) = (span, scheme) else { continue };
            if sets.first().is_some_and(|first| first.scheme.subject() != scheme.subject()) {
                faults.push(format!("{at}.scheme.subject"), SetsError::SubjectsDiffer);
            }
            let this = Set { label: named(set.label.as_ref(), &set.key), key: set.key, kinds: set.kinds, span, scheme };
            if let Some((first, kind)) = sets.iter().find_map(|first| Some((first, common(first, &this)?))) {
                let (first, other) = (first.key.to_string(), this.key.to_string());
                faults.push(&at, SetsError::Overlap { first, other, kind });
            }
            sets.push(this);
        }
        faults.into_result()?;
        Ok(Self { title: draft.title, sets })
    }
}

/// The kind that two sets are both for on some day.
fn common(one: &Set, other: &Set) -> Option<String> {
    let days = one.span.possible()?.meet(other.span.possible()?);
    days?;
    match (one.kinds.as_slice(), other.kinds.as_slice()) {
        ([], []) => Some("every kind".into()),
        ([], [kind, ..]) | ([kind, ..], []) => Some(format!("`{kind}`")),
        (kinds, _) => kinds.iter().find(|kind| other.is_for(kind)).map(|kind| format!("`{kind}`")),
    }
}

impl SchemeSets {
    /// What they are called together.
    pub const fn title(&self) -> &Text {
        &self.title
    }

    /// The keys of the sets with their schemes.
    pub fn sets(&self) -> impl Iterator<Item = (&Key, &Scheme)> {
        self.sets.iter().map(|s| (&s.key, &s.scheme))
    }

    /// Evaluates each unit by the set of its kind on a day.
    ///
    /// The table is that of every set together, with a column `kind` where sets are for kinds, and, where units are
    /// evaluated as of different days, a column `day`, which goes before the day given here.
    ///
    /// # Errors
    /// `no-set-for-unit`, `set-day-unreadable`, `duplicate-unit` also where the rows are of two sets, and those of
    /// [`Scheme::evaluate`] with the rows of this table.
    pub fn evaluate(&self, table: &Table, day: Day) -> Result<SetCards> {
        let kinds = table.get("kind").map(|column| texts(column, table.rows()));
        self.evaluate_kinds(table, day, |row, _| {
            kinds.as_ref().and_then(|kinds| kinds.get(row)).cloned().flatten().unwrap_or_default()
        })
    }

    /// The same, where the kind of a unit is that which it has in an organisation on the day.
    ///
    /// # Errors
    /// As [`evaluate`](Self::evaluate); `no-set-for-unit` for a unit that does not certainly exist on the day.
    pub fn evaluate_in(&self, table: &Table, organisation: &Snapshot<'_>) -> Result<SetCards> {
        self.evaluate_kinds(table, organisation.day(), |_, unit| {
            let unit = organisation.unit(unit).ok().filter(|unit| unit.likely() == Likely::Yes);
            unit.map_or_else(String::new, |unit| unit.kind().to_owned())
        })
    }

    fn evaluate_kinds(&self, table: &Table, day: Day, kind: impl Fn(usize, &str) -> String) -> Result<SetCards> {
        let mut faults = Faults::new();
        let units = table.texts("unit").map_err(|e| e.under("table"))?;
        let days = table.get("day").map(|column| texts(column, table.rows()));
        let mut rows: Vec<Vec<usize>> = vec![Vec::new(); self.sets.len()];
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (row, unit) in units.iter().enumerate() {
            // One unit has one row, whichever sets its rows would be of.
            if let Some(&first) = first.get(unit.as_str()) {
                let unit = unit.clone();
                faults.push(format!("table[{row}].unit"), super::SchemeError::DuplicateUnit { unit, first });
                continue;
            }
            first.insert(unit, row);
            let mut own = day;
            if let Some(text) = days.as_ref().and_then(|days| days.get(row)).and_then(Option::as_deref) {
                match text.parse() {
                    Ok(day) => own = day,
                    Err(_) => faults.push(format!("table[{row}].day"), SetsError::NotADay { got: text.to_owned() }),
                }
            }
            let kind = kind(row, unit);
            let holds = |s: &Set| s.is_for(&kind) && s.span.holds(own) == Likely::Yes;
            if let Some(rows) = self.sets.iter().position(holds).and_then(|set| rows.get_mut(set)) {
                rows.push(row);
            } else {
                let unit = unit.clone();
                faults.push(format!("table[{row}].unit"), SetsError::NoSet { unit, kind, day: own });
            }
        }
        for (name, _) in table.columns() {
            let known = name == "kind" || name == "day" || self.sets.iter().any(|s| s.reads(name));
            if !known {
                let expected = "those of the sets, `kind` and `day`".into();
                faults.push("table", super::SchemeError::UnknownColumn { name: name.clone(), expected });
            }
        }
        let mut cards = Vec::new();
        let mut unread = Vec::new();
        for (set, rows) in self.sets.iter().zip(&rows) {
            let (own, others): (Vec<_>, Vec<_>) = table.columns().iter().partition(|(name, _)| set.reads(name));
            let own = own.into_iter().map(|(name, column)| (name.clone(), select(column, rows)));
            let card = Table::new(own.collect()).and_then(|t| set.scheme.evaluate_at(&t, "table", &mut Unwatched));
            // The rows of a set stand in its own table: its faults are led back to those of the whole.
            let card = card.map_err(|e| e.moved(|path| original(path, rows)));
            cards.extend(faults.take("", card).map(|card| SetCard {
                key: set.key.clone(),
                label: set.label.clone(),
                card,
            }));
            for (name, column) in others.into_iter().filter(|(name, _)| name != "kind" && name != "day") {
                let cells = texts(column, table.rows());
                let given = rows.iter().filter(|row| cells.get(**row).is_some_and(Option::is_some)).count();
                if given > 0 {
                    let units = u32::try_from(given).unwrap_or(u32::MAX);
                    unread.push(UnreadColumn { set: set.key.to_string(), column: name.clone(), units });
                }
            }
        }
        faults.into_result()?;
        let units = units.iter().filter_map(|u| u.parse().ok()).collect();
        Ok(SetCards { cards, unread, units })
    }
}

/// A path in the table of a set, led back to the row of the whole table.
fn original(path: &str, rows: &[usize]) -> String {
    let moved = path.strip_prefix("table[").and_then(|rest| {
        let (row, rest) = rest.split_once(']')?;
        let row = rows.get(row.parse::<usize>().ok()?)?;
        Some(format!("table[{row}]{rest}"))
    });
    moved.unwrap_or_else(|| path.to_owned())
}

/// The cells of a column as texts, empty ones as none.
fn texts(column: &Column, rows: usize) -> Vec<Option<String>> {
    (0..rows).map(|row| super::cells::written(column, "", row)).map(|t| (!t.is_empty()).then_some(t)).collect()
}

/// Some rows of a column.
fn select(column: &Column, rows: &[usize]) -> Column {
    fn some<T: Clone>(cells: &[Option<T>], rows: &[usize]) -> Vec<Option<T>> {
        rows.iter().map(|row| cells.get(*row).cloned().flatten()).collect()
    }
    match column {
        Column::Int(cells) => Column::Int(some(cells, rows)),
        Column::Decimal { cells, scale } => Column::Decimal { cells: some(cells, rows), scale: *scale },
        Column::Float(cells) => Column::Float(some(cells, rows)),
        Column::Text(cells) => Column::Text(some(cells, rows)),
        Column::Keys(cells) => Column::Text(rows.iter().map(|row| cells.text(*row).map(str::to_owned)).collect()),
        Column::Bool(cells) => Column::Bool(some(cells, rows)),
    }
}

/// The scorecard of one set.
#[derive(Debug)]
pub struct SetCard {
    key: Key,
    label: Text,
    card: Scorecard,
}

impl SetCard {
    /// The key of the set.
    pub const fn key(&self) -> &Key {
        &self.key
    }

    /// The units of the set, scored.
    pub const fn card(&self) -> &Scorecard {
        &self.card
    }
}

/// What an evaluation by sets found. Serialized, it is the list of its [`SetScore`]s in the order of the table.
#[derive(Debug)]
pub struct SetCards {
    cards: Vec<SetCard>,
    unread: Vec<UnreadColumn>,
    units: Vec<Key>,
}

impl SetCards {
    /// A scorecard for each set, in the order of the document; one for which there are no units is empty.
    pub fn cards(&self) -> &[SetCard] {
        &self.cards
    }

    /// The columns that hold values of units whose set does not read them: values that count for nothing.
    pub fn unread(&self) -> &[UnreadColumn] {
        &self.unread
    }

    fn find(&self, unit: &str) -> Result<&SetCard> {
        let found = self.cards.iter().find(|set| set.card.has(unit));
        found.ok_or_else(|| super::SchemeError::UnknownUnit { got: unit.chars().take(60).collect() }.into())
    }

    /// What the evaluation says of a unit, and by which set.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn score(&self, unit: &str) -> Result<SetScore> {
        let set = self.find(unit)?;
        Ok(SetScore { set: set.key.to_string(), score: set.card.score(unit)? })
    }

    /// The same of every unit, in the order of the table.
    pub fn scores(&self) -> impl Iterator<Item = SetScore> + '_ {
        self.units.iter().filter_map(|unit| self.score(unit.as_str()).ok())
    }

    /// Why a unit has its total, and by which set.
    ///
    /// # Errors
    /// `unknown-unit`.
    pub fn explain(&self, unit: &str) -> Result<Explanation> {
        let set = self.find(unit)?;
        let label = Quantity::Words(set.label.clone());
        Ok(set.card.explain(unit)?.with(Text::new("指标集", "indicator set"), label))
    }

    /// The digest of the scorecards of all sets.
    ///
    /// # Errors
    /// None in practice: the results hold no floats.
    pub fn digest(&self) -> Result<Digest> {
        let mut digests = BTreeMap::new();
        for set in &self.cards {
            digests.insert(set.key.as_str(), set.card.digest()?);
        }
        Digest::of(&digests)
    }
}

impl Serialize for SetCards {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.scores())
    }
}
