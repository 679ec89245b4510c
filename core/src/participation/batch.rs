//! Many decisions by one question: a table of tallies in, a table of verdicts out.

use super::check::{Check, Known};
use super::columns::Cells;
use super::question::{Inner, Node};
use super::{Counts, Decision, Facts, Question, Tally, Verdict};
use crate::kernel::{Document, Faults, Key, KeyTable, Result, Status, Value};
use crate::pack::{Base, Measure};
use crate::wire::{Column, Keys, Table, TableError};

/// A count of a tally.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Entitled,
    Present,
    Yes,
    No,
    Abstain,
    Invalid,
    Proposing,
}

impl Field {
    fn named(name: &str) -> Option<Self> {
        Some(match name {
            "entitled" => Self::Entitled,
            "present" => Self::Present,
            "yes" => Self::Yes,
            "no" => Self::No,
            "abstain" => Self::Abstain,
            "invalid" => Self::Invalid,
            "proposing" => Self::Proposing,
            _ => return None,
        })
    }

    const fn of(self, tally: &mut Tally) -> &mut Option<u64> {
        match self {
            Self::Entitled => &mut tally.entitled,
            Self::Present => &mut tally.present,
            Self::Yes => &mut tally.yes,
            Self::No => &mut tally.no,
            Self::Abstain => &mut tally.abstain,
            Self::Invalid => &mut tally.invalid,
            Self::Proposing => &mut tally.proposing,
        }
    }
}

/// A table of decisions, one a row. Columns are named by the paths of a facts document: `heads.entitled`, `area.yes`; a
/// missing cell is not known. A column `key` names the rows and is given back.
///
/// ```
/// use shequ::participation::{Cells, Decisions, Detail};
/// let columns = [("heads.entitled", [100, 100]), ("heads.present", [60, 50]), ("heads.yes", [31, 26])];
/// let decisions = Decisions::new(columns.iter().map(|(name, cells)| (*name, Cells::Ints(cells))))?;
/// let question = shequ::pack::cn().at("2025-06-01".parse()?).question("residents.assembly.resolution")?;
/// let table = question.decide_table(&decisions, Detail::Plain)?;
/// assert_eq!(table.texts("status")?, ["met", "notMet"]);
/// # Ok::<(), shequ::kernel::Error>(())
/// ```
#[derive(Debug, Clone)]
pub struct Decisions<'a> {
    rows: usize,
    key: Option<&'a Column>,
    tallies: Vec<(Measure, Field, &'a str, Cells<'a>)>,
    measures: Vec<Measure>,
    /// What is not part of a tally, in the words of a facts document.
    others: Vec<(&'a str, &'a Column)>,
}

/// What a table of verdicts says beside status, deciding clause and missing facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Detail {
    /// Nothing.
    #[default]
    Plain,
    /// Of each clause its status and the margins of both kinds that flip it.
    Margins,
}

impl<'a> Decisions<'a> {
    /// A table of columns of numbers.
    ///
    /// # Errors
    /// `ragged-table`, `unknown-column`, `float-column`, `wrong-column`.
    pub fn new(columns: impl IntoIterator<Item = (&'a str, Cells<'a>)>) -> Result<Self> {
        let mut faults = Faults::new();
        let mut out = Self { rows: 0, key: None, tallies: Vec::new(), measures: Vec::new(), others: Vec::new() };
        for (i, (name, cells)) in columns.into_iter().enumerate() {
            if i == 0 {
                out.rows = cells.len();
            } else if cells.len() != out.rows {
                let (name, rows, expected) = (name.to_owned(), cells.len(), out.rows);
                faults.push(name.clone(), TableError::Ragged { name, rows, expected });
            }
            let parts = name.split_once('.');
            let measure = parts.and_then(|(measure, _)| Measure::ALL.into_iter().find(|m| m.key() == measure));
            let field = parts.and_then(|(_, field)| Field::named(field));
            match (measure.zip(field), cells) {
                (Some((measure, field)), cells) => {
                    let Some(cells) = faults.take("", cells.exact(name)) else { continue };
                    out.tallies.push((measure, field, name, cells));
                    if !out.measures.contains(&measure) {
                        out.measures.push(measure);
                    }
                }
                (None, Cells::Column(column)) if name == "key" => out.key = Some(column),
                (None, Cells::Column(column)) if is_other(name) => out.others.push((name, column)),
                (None, _) => {
                    let expected = "`key`, `heads.entitled`, `heads.present`, `heads.yes`, `heads.no`, `heads.abstain`, \
                                    the same of `area` and every other measure, and what else a facts document has";
                    let cause = TableError::UnknownColumn { name: name.to_owned(), expected: expected.to_owned() };
                    faults.push(name, cause);
                }
            }
        }
        faults.into_result().map_err(|e| e.under("decisions")).map(|()| out)
    }

    /// The columns of a table.
    ///
    /// # Errors
    /// Those of [`new`](Self::new).
    pub fn of(table: &'a Table) -> Result<Self> {
        Self::new(table.columns().iter().map(|(name, column)| (name.as_str(), Cells::Column(column))))
    }

    /// The number of decisions.
    pub const fn len(&self) -> usize {
        self.rows
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The tallies of a row, checked; `counts` was filled by another row of the same table, or is empty.
    fn fill(&self, row: usize, counts: &mut Counts) -> Result<()> {
        for (measure, field, name, cells) in &self.tallies {
            let scale = if *measure == Measure::Area { 4 } else { 0 };
            *field.of(counts.tally_mut(*measure)) = cells.scaled(name, row, scale)?;
        }
        for measure in &self.measures {
            counts.tally(*measure).check(*measure).map_err(|e| e.under(&format!("[{row}]")))?;
        }
        Ok(())
    }

    /// The tallies of a row.
    ///
    /// # Errors
    /// The faults of its cells and of [`Counts::check`], below `decisions`.
    pub fn counts(&self, row: usize) -> Result<Counts> {
        let mut counts = Counts::default();
        self.fill(row, &mut counts).map_err(|e| e.under("decisions")).map(|()| counts)
    }

    /// The facts of a row.
    ///
    /// # Errors
    /// Those of a facts document, below `decisions`.
    pub fn facts(&self, row: usize) -> Result<Facts> {
        let plain = self.counts(row)?;
        if self.others.is_empty() {
            return Facts::of(plain);
        }
        let mut entries = vec![("format".to_owned(), Value::from(Facts::FORMAT))];
        if let Value::Map(counted) = crate::kernel::to_value(Facts::of(plain)?.draft())? {
            entries.extend(counted.into_iter().filter(|(_, value)| *value != Value::Null));
        }
        for (name, column) in &self.others {
            let Some(cell) = plain_cell(column, row) else { continue };
            match name.split_once('.') {
                None => entries.push(((*name).to_owned(), cell)),
                Some((group, field)) => {
                    let at = entries.iter().position(|(name, _)| name == group).unwrap_or_else(|| {
                        entries.push((group.to_owned(), Value::Map(Vec::new())));
                        entries.len() - 1
                    });
                    if let Some((_, Value::Map(fields))) = entries.get_mut(at) {
                        fields.retain(|(name, _)| name != field);
                        fields.push((field.to_owned(), cell));
                    }
                }
            }
        }
        Facts::from_value(Value::Map(entries)).map_err(|e| e.under(&format!("decisions[{row}]")))
    }
}

/// Whether a facts document has such a path beside tallies and units.
fn is_other(name: &str) -> bool {
    matches!(name, "second_call" | "casting" | "body" | "day")
        || ["numbers.", "days.", "answers."].iter().any(|prefix| name.starts_with(prefix))
}

fn plain_cell(column: &Column, row: usize) -> Option<Value> {
    match column {
        Column::Int(cells) => cells.get(row).copied().flatten().map(|n| Value::Int(n.into())),
        Column::Bool(cells) => cells.get(row).copied().flatten().map(Value::Bool),
        Column::Float(cells) => cells.get(row).copied().flatten().map(Value::Float),
        Column::Text(cells) => cells.get(row)?.as_deref().map(Value::from),
        Column::Keys(cells) => crate::wire::Texts::text(cells, row).map(Value::from),
        Column::Decimal { scale, .. } => {
            column.decimal("", row, *scale).ok().flatten().map(|number| Value::from(number.to_string().as_str()))
        }
    }
}

/// How near a clause is to turning: the least number that turns it and of how many; nothing where nothing can.
#[derive(Debug, Clone, Copy)]
struct Near {
    leaf: usize,
    share: Option<(u64, u64)>,
}

impl Near {
    /// Whether it takes a smaller share to turn it than to turn another.
    fn is_nearer(self, other: Self) -> bool {
        match (self.share, other.share) {
            (Some((a, b)), Some((c, d))) => u128::from(a) * u128::from(d) < u128::from(c) * u128::from(b),
            (Some(_), None) => true,
            (None, _) => false,
        }
    }
}

/// What decides a node: of its parts that can turn it alone the nearest, of those that must all turn the farthest.
fn deciding(inner: &Inner, node: &Node, counts: &Counts, decision: Decision) -> Option<Near> {
    let clause = |i: usize| decision.clause(i);
    let status = node.status(&clause);
    let one = |parts: &[Node], nearest: bool| {
        let made = parts.iter().filter(|part| part.status(&clause) == status);
        let nears = made.filter_map(|part| deciding(inner, part, counts, decision));
        nears.reduce(|best, near| {
            let better = if nearest { near.is_nearer(best) } else { best.is_nearer(near) };
            if better { near } else { best }
        })
    };
    match node {
        Node::Leaf(i) => {
            let leaf = inner.leaves.get(*i)?;
            let share = leaf.votes().and_then(|test| {
                let tally = counts.tested(test);
                let pair = test.pair(&tally)?;
                let base = if test.base == Base::Number { test.p } else { pair.base };
                Some((test.switched(&tally)?, base.max(1)))
            });
            Some(Near { leaf: *i, share })
        }
        Node::All(parts) => one(parts, status == Status::Met),
        Node::Any(parts) => one(parts, status == Status::NotMet),
        Node::AtLeast(k, parts) => {
            let made = parts.iter().filter(|part| part.status(&clause) == status);
            let mut nears: Vec<Near> = made.filter_map(|part| deciding(inner, part, counts, decision)).collect();
            let k = usize::try_from(*k).unwrap_or(usize::MAX);
            let met = parts.iter().filter(|part| part.status(&clause) == Status::Met).count();
            // So many of them must turn, less one; the last of the nearest decides.
            let turn = if status == Status::Met { met.checked_sub(k)? } else { k.checked_sub(met + 1)? };
            nears.sort_by(|a, b| match (a.is_nearer(*b), b.is_nearer(*a)) {
                (true, _) => std::cmp::Ordering::Less,
                (_, true) => std::cmp::Ordering::Greater,
                _ => a.leaf.cmp(&b.leaf),
            });
            nears.get(turn).copied()
        }
        Node::Not(part) => deciding(inner, part, counts, decision),
        Node::Fallback(call, first, second) => match clause(*call) {
            Status::Met => deciding(inner, second, counts, decision),
            _ => deciding(inner, first, counts, decision),
        },
    }
}

impl Question {
    /// The clause that decides, by its position: where one clause can turn the answer, the one that needs the least change, as
    /// a share of its base; where several must turn, the one of them that needs the most. None where the answer is unknown.
    fn deciding_at(&self, counts: &Counts, decision: Decision) -> Option<usize> {
        if decision.status() == Status::Unknown {
            return None;
        }
        deciding(&self.inner, &self.inner.node, counts, decision).map(|near| near.leaf)
    }

    /// Decides every row, without words.
    ///
    /// # Errors
    /// The faults of all rows, below `decisions`.
    pub fn decide_all(&self, decisions: &Decisions<'_>) -> Result<Vec<Decision>> {
        let mut out = Vec::with_capacity(decisions.len());
        self.each(decisions, |_, decision| out.push(decision))?;
        Ok(out)
    }

    /// Decides every row. The table has the columns `key`, if the decisions have one, `status`, `deciding` (the clause that
    /// decides: the one that turns the answer with the least change as a share of its base, or, where several must turn, the one
    /// of them that needs the most) and `missing` (the least facts to ask for, by path, with `;` between them).
    /// [`Detail::Margins`] adds for each clause its status under its name, and for thresholds of votes `CLAUSE.switched` and
    /// `CLAUSE.added`: the least numbers that flip it, areas in square metres.
    ///
    /// # Errors
    /// The faults of all rows, below `decisions`.
    pub fn decide_table(&self, decisions: &Decisions<'_>, detail: Detail) -> Result<Table> {
        let mut out = Out::new(self, decisions.len(), detail);
        self.each(decisions, |known, decision| out.push(known, decision))?;
        out.table(decisions)
    }

    fn each(&self, decisions: &Decisions<'_>, mut take: impl FnMut(&Known<'_>, Decision)) -> Result<()> {
        let mut faults = Faults::new();
        if decisions.others.is_empty() {
            let mut counts = Counts::default();
            for row in 0..decisions.len() {
                match decisions.fill(row, &mut counts) {
                    Ok(()) => {
                        let known = Known::of(&counts);
                        take(&known, self.decide_checked(&known, false));
                    }
                    Err(error) => faults.extend("decisions", error),
                }
            }
            return faults.into_result();
        }
        for row in 0..decisions.len() {
            let verdict = decisions.facts(row).and_then(|facts| {
                let verdict = self.verdict(&facts);
                verdict.map_err(|e| e.under(&format!("decisions[{row}]")))
            });
            if let Some(verdict) = faults.take("", verdict) {
                take(&verdict.known(), verdict.decision());
            }
        }
        faults.into_result()
    }
}

impl Verdict {
    /// The clause that decides: where one clause can turn the answer, the one that needs the least change, as a share of its
    /// base; where several must turn, the one of them that needs the most. None where the answer is unknown, or where a sensitive
    /// fact of a person decides.
    pub fn deciding(&self) -> Option<&str> {
        if self.was_told() {
            return None;
        }
        let at = self.question().deciding_at(self.facts().counts(), self.decision())?;
        self.inner().leaves.get(at).map(|leaf| leaf.id.as_str())
    }
}

crate::kernel::id::id! {
    /// A place in a list of words.
    WordId
}

/// The cells of words of a short list.
fn words(list: &KeyTable<WordId>, cells: Vec<u8>) -> Column {
    use crate::kernel::Id as _;
    let place = |cell: u8| (cell != u8::MAX).then(|| WordId::from_index(usize::from(cell))).flatten();
    Column::Keys(Keys::new(list, cells.into_iter().map(place)))
}

fn list<'w>(words: impl Iterator<Item = &'w str>) -> Result<KeyTable<WordId>> {
    let mut list = KeyTable::default();
    for word in words {
        list.insert(word.parse::<Key>()?);
    }
    Ok(list)
}

fn place(list: &KeyTable<WordId>, word: &str) -> u8 {
    use crate::kernel::Id as _;
    list.get(word).and_then(|id| u8::try_from(id.index()).ok()).unwrap_or(u8::MAX)
}

/// In the order of [`Status`].
const STATUSES: [&str; 3] = ["notMet", "unknown", "met"];

struct Out<'q> {
    question: &'q Question,
    detail: Detail,
    status: Vec<u8>,
    deciding: Vec<u8>,
    missing: Vec<Option<String>>,
    clauses: Vec<ClauseOut>,
}

enum Margins {
    None,
    Counts(Vec<Option<i64>>, Vec<Option<i64>>),
    /// In cm2.
    Areas(Vec<Option<i128>>, Vec<Option<i128>>),
}

struct ClauseOut {
    status: Vec<u8>,
    margins: Margins,
}

impl<'q> Out<'q> {
    fn new(question: &'q Question, rows: usize, detail: Detail) -> Self {
        let vec = || Vec::with_capacity(rows);
        let clause = |leaf: &super::question::Leaf| ClauseOut {
            status: vec(),
            margins: match leaf.votes().map(|test| test.measure) {
                None => Margins::None,
                Some(Measure::Area) => Margins::Areas(Vec::with_capacity(rows), Vec::with_capacity(rows)),
                Some(_) => Margins::Counts(Vec::with_capacity(rows), Vec::with_capacity(rows)),
            },
        };
        let leaves = question.inner.leaves.iter();
        let clauses = if detail == Detail::Margins { leaves.map(clause).collect() } else { Vec::new() };
        Self { question, detail, status: vec(), deciding: vec(), missing: Vec::new(), clauses }
    }

    fn push(&mut self, known: &Known<'_>, decision: Decision) {
        let status = decision.status();
        let deciding = self.question.deciding_at(known.counts, decision);
        self.deciding.push(deciding.and_then(|at| u8::try_from(at).ok()).unwrap_or(u8::MAX));
        if status == Status::Unknown {
            self.missing.resize(self.status.len(), None);
            let missing = self.question.missing(known, decision);
            self.missing.push((!missing.is_empty()).then(|| missing.join(";")));
        }
        self.status.push(status as u8);
        if self.detail == Detail::Plain {
            return;
        }
        for (i, (out, leaf)) in self.clauses.iter_mut().zip(&self.question.inner.leaves).enumerate() {
            let status = decision.clause(i);
            out.status.push(status as u8);
            let test = leaf.check.as_ref().ok().and_then(Check::votes).filter(|_| status != Status::Unknown);
            let margins = test.map(|test| {
                let tally = known.counts.tested(test);
                (test.switched(&tally), test.added(&tally))
            });
            let (switched, added) = margins.unwrap_or_default();
            let narrow = |n: u64| i64::try_from(n).ok();
            match &mut out.margins {
                Margins::None => {}
                Margins::Counts(a, b) => {
                    a.push(switched.and_then(narrow));
                    b.push(added.and_then(narrow));
                }
                Margins::Areas(a, b) => {
                    a.push(switched.map(i128::from));
                    b.push(added.map(i128::from));
                }
            }
        }
    }

    fn table(mut self, decisions: &Decisions<'_>) -> Result<Table> {
        let statuses = list(STATUSES.into_iter())?;
        // A clause that stands twice in a question is one word.
        let names: Vec<&str> = self.question.clauses().collect();
        let clauses = list(names.iter().copied())?;
        let places: Vec<u8> = names.iter().map(|name| place(&clauses, name)).collect();
        for at in &mut self.deciding {
            *at = places.get(usize::from(*at)).copied().unwrap_or(u8::MAX);
        }
        self.missing.resize(self.status.len(), None);
        let mut columns = Vec::new();
        columns.extend(decisions.key.map(|key| ("key".to_owned(), key.clone())));
        columns.push(("status".to_owned(), words(&statuses, self.status)));
        columns.push(("deciding".to_owned(), words(&clauses, self.deciding)));
        columns.push(("missing".to_owned(), Column::Text(self.missing)));
        for (i, (out, name)) in self.clauses.into_iter().zip(&names).enumerate() {
            if names.iter().take(i).any(|n| n == name) {
                continue;
            }
            columns.push(((*name).to_owned(), words(&statuses, out.status)));
            let (switched, added) = match out.margins {
                Margins::None => continue,
                Margins::Counts(a, b) => (Column::Int(a), Column::Int(b)),
                Margins::Areas(a, b) => {
                    (Column::Decimal { cells: a, scale: 4 }, Column::Decimal { cells: b, scale: 4 })
                }
            };
            columns.push((format!("{name}.switched"), switched));
            columns.push((format!("{name}.added"), added));
        }
        Table::new(columns)
    }
}
