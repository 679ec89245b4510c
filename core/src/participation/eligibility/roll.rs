//! A roll checked in one go: a table of pseudonymous keys in, counts and open rows out. No person is kept.

use std::collections::{BTreeMap, BTreeSet};

use super::person::predicate;
use super::{Eligibility, EligibilityError, Standing};
use crate::kernel::{Day, Error, Explanation, Faults, How, Quantity, Result, Status, Text};
use crate::pack::PredicateKind;
use crate::participation::check::word;
use crate::participation::election::ClauseAnswer;
use crate::participation::verdict::clause_cautions;
use crate::wire::participation_eligibility::{HouseholdCount, OpenRow, RollAsk, RollCheck};
use crate::wire::{Column, Table, TableError};

/// What a column of a roll holds.
enum Cells {
    Born(Vec<Option<Day>>),
    Since(Vec<Option<Day>>),
    Answers(String, Vec<Option<bool>>),
}

/// The path of the answer that only a household can give.
const HOUSEHOLD: &str = "households.representative";

impl Eligibility {
    /// Checks every row of a roll by the same question.
    ///
    /// The columns are `key` (an opaque key, each once), `born` and `resident_since` (days), `household` (an opaque key, where the
    /// question asks for one representative of each), and for each fact a column of yes or no named by the word (`registered`) or
    /// by the clause. An empty cell is not known. A column of a sensitive fact is refused: `answer` is called with the row and
    /// the clause instead, only where it can decide, and what it says is dropped.
    ///
    /// ```
    /// use shequ::participation::election::ClauseAnswer;
    /// use shequ::participation::eligibility::Eligibility;
    /// use shequ::wire::{Column, Table};
    /// let text = |cells: [&str; 3]| Column::Text(cells.iter().map(|c| (!c.is_empty()).then(|| c.to_string())).collect());
    /// let table = Table::new(vec![
    ///     ("key".into(), text(["a", "b", "c"])),
    ///     ("born".into(), text(["1990-02-11", "2010-05-01", ""])),
    ///     ("resident".into(), Column::Bool(vec![Some(true); 3])),
    /// ])?;
    /// let elector = Eligibility::new(&shequ::pack::cn().at("2025-03-21".parse()?), "residents.elector", &[])?;
    /// let roll = elector.roll(&table, |_row, _clause| ClauseAnswer::Yes)?;
    /// assert_eq!((roll.met, roll.not_met, roll.unknown), (1, 1, 1));
    /// assert_eq!((roll.open[0].row, roll.open[0].ask[0].as_str()), (2, "person.born"));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    ///
    /// # Errors
    /// `missing-column`, `unknown-column`, `wrong-column`, `empty-cell` for keys, `eligibility-sensitive-kept`,
    /// `eligibility-key-twice`, and the faults of days and of a person: all that are found, each with its row.
    pub fn roll(&self, table: &Table, mut answer: impl FnMut(u64, &str) -> ClauseAnswer) -> Result<RollCheck> {
        let mut faults = Faults::new();
        faults.take("roll", check_keys(table));
        let cells = self.read(table, &mut faults);
        let doubled = self.households(table, &cells, &mut faults);
        let day = self.question.rules().day();
        let mut check = RollCheck {
            question: self.question.id().to_owned(),
            label: self.question.label().clone(),
            day,
            rows: table.rows() as u64,
            met: 0,
            not_met: 0,
            unknown: 0,
            open: Vec::new(),
            asks: Vec::new(),
            households: doubled.as_ref().map(|(count, _)| *count),
            cautions: self.question.inner.leaves.iter().flat_map(|leaf| clause_cautions(leaf, day)).collect(),
        };
        let doubled = doubled.map(|(_, rows)| rows).unwrap_or_default();
        let mut asks: BTreeMap<String, (Text, bool, u64)> = BTreeMap::new();
        for row in 0..table.rows() {
            let number = row as u64;
            let mut person = standing(&cells, row);
            if doubled.contains(&row) {
                for name in self.representative_names() {
                    person.answers.remove(&name);
                }
            }
            // Its names are those of the columns, which were checked once.
            if let Err(error) = self.check_days(&person) {
                faults.extend(&format!("roll[{row}]"), error);
                continue;
            }
            let mut told = |clause: &str| answer(number, clause);
            let outcome = self.decide(&person, Some(&mut told));
            match outcome.status {
                Status::Met => check.met += 1,
                Status::NotMet => check.not_met += 1,
                Status::Unknown => {
                    check.unknown += 1;
                    let mut ask = Vec::with_capacity(outcome.missing.len());
                    for one in outcome.missing {
                        let ours = doubled.contains(&row)
                            && self.representative_names().iter().any(|name| one.path == format!("answers.{name}"));
                        let (path, label) = if ours {
                            let label = Text::new("每户一名代表：由谁代表该户", "one a household: who represents it");
                            (HOUSEHOLD.to_owned(), label)
                        } else {
                            (one.path, one.label)
                        };
                        asks.entry(path.clone()).or_insert((label, one.sensitive, 0)).2 += 1;
                        ask.push(path);
                    }
                    check.open.push(OpenRow { row: number, ask });
                }
            }
        }
        faults.into_result()?;
        let asks = asks.into_iter().map(|(path, (label, sensitive, rows))| RollAsk { path, label, sensitive, rows });
        check.asks = asks.collect();
        Ok(check)
    }

    fn read(&self, table: &Table, faults: &mut Faults) -> Vec<Cells> {
        let mut out = Vec::new();
        for (name, column) in table.columns() {
            let path = format!("roll.{name}");
            match name.as_str() {
                "key" => {}
                "household" if self.asks(PredicateKind::HouseholdRepresentative) => {}
                "born" if self.asks(PredicateKind::Age) => {
                    out.extend(faults.take("roll", days(name, column)).map(Cells::Born));
                }
                "resident_since" if self.asks(PredicateKind::Residence) => {
                    out.extend(faults.take("roll", days(name, column)).map(Cells::Since));
                }
                _ => match (self.check_name(name), column) {
                    (Err(EligibilityError::NotAsked { have, .. }), _) => {
                        let expected =
                            format!("`key`, `born`, `resident_since`, `household`, {have}, as they are asked");
                        faults.push(path, TableError::UnknownColumn { name: name.clone(), expected });
                    }
                    (Err(cause), _) => faults.push(path, cause),
                    (Ok(()), Column::Bool(cells)) => out.push(Cells::Answers(name.clone(), cells.clone())),
                    (Ok(()), other) => {
                        let (name, got) = (name.clone(), other.kind().to_owned());
                        faults.push(path, TableError::WrongColumn { name, got, expected: "yes or no".to_owned() });
                    }
                },
            }
        }
        out
    }

    /// The names under which it stands that somebody represents a household.
    fn representative_names(&self) -> Vec<String> {
        let kind = PredicateKind::HouseholdRepresentative;
        let leaves = self.question.inner.leaves.iter();
        let ours = leaves.filter(|leaf| predicate(leaf).is_some_and(|p| p.is == kind && !p.not));
        let mut names: Vec<String> = ours.map(|leaf| leaf.id.clone()).collect();
        if !names.is_empty() {
            names.push(word(&kind));
        }
        names
    }

    /// The households by how many represent them, and the rows of those that several do.
    fn households(
        &self,
        table: &Table,
        cells: &[Cells],
        faults: &mut Faults,
    ) -> Option<(HouseholdCount, BTreeSet<usize>)> {
        table.get("household")?;
        let names = self.representative_names();
        if names.is_empty() {
            return None;
        }
        let keys = faults.take("roll", table.texts("household"))?;
        let mut rows: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (row, key) in keys.iter().enumerate() {
            let own = rows.entry(key).or_default();
            let represents = cells.iter().any(|column| {
                matches!(column, Cells::Answers(name, cells) if names.contains(name) && cells.get(row) == Some(&Some(true)))
            });
            if represents {
                own.push(row);
            }
        }
        let count = |fits: &dyn Fn(usize) -> bool| rows.values().filter(|own| fits(own.len())).count() as u64;
        let counts = HouseholdCount {
            households: rows.len() as u64,
            without: count(&|n| n == 0),
            with_one: count(&|n| n == 1),
            with_several: count(&|n| n > 1),
        };
        Some((counts, rows.into_values().filter(|own| own.len() > 1).flatten().collect()))
    }
}

fn check_keys(table: &Table) -> Result<()> {
    let (mut seen, mut faults) = (BTreeSet::new(), Faults::new());
    for (row, key) in table.texts("key")?.into_iter().enumerate() {
        if seen.contains(&key) {
            faults.push(format!("[{row}].key"), EligibilityError::KeyTwice { key });
        } else {
            seen.insert(key);
        }
    }
    faults.into_result()
}

fn days(name: &str, column: &Column) -> Result<Vec<Option<Day>>> {
    let parse = |row: usize, text: Option<&str>| -> Result<Option<Day>> {
        let text = text.filter(|text| !text.is_empty());
        text.map(|text| text.parse::<Day>().map_err(|e| e.under(&format!("[{row}].{name}")))).transpose()
    };
    let mut faults = Faults::new();
    let mut out = Vec::with_capacity(column.len());
    match column {
        Column::Text(cells) => {
            for (row, cell) in cells.iter().enumerate() {
                out.push(faults.take("", parse(row, cell.as_deref())).flatten());
            }
        }
        Column::Keys(cells) => {
            use crate::wire::Texts as _;
            for row in 0..column.len() {
                out.push(faults.take("", parse(row, cells.text(row))).flatten());
            }
        }
        other => {
            let (got, expected) = (other.kind().to_owned(), "days such as `2025-03-21`".to_owned());
            return Err(Error::at(name, TableError::WrongColumn { name: name.to_owned(), got, expected }));
        }
    }
    faults.into_result()?;
    Ok(out)
}

/// One row, for as long as it is looked at.
fn standing(columns: &[Cells], row: usize) -> Standing {
    let mut person = Standing::new();
    for column in columns {
        match column {
            Cells::Born(cells) => person.born = cells.get(row).copied().flatten(),
            Cells::Since(cells) => person.resident_since = cells.get(row).copied().flatten(),
            Cells::Answers(name, cells) => {
                if let Some(Some(so)) = cells.get(row) {
                    person.answers.insert(name.clone(), *so);
                }
            }
        }
    }
    person
}

impl RollCheck {
    /// The rows by their answers, which add up, and what to ask for how many.
    pub fn explain(&self) -> Explanation {
        let count = |n: u64| Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX));
        let asks = self.asks.iter().map(|ask| {
            let note = if ask.sensitive {
                Text::new("在调用中逐条回答，不予留存", "answer it in the call; it is kept nowhere")
            } else {
                Text::same(ask.path.clone())
            };
            Explanation::new(ask.label.clone(), count(ask.rows)).noted(note)
        });
        let mut root = Explanation::new(self.label.clone(), count(self.rows)).by(self.question.clone(), None).of(
            How::Sum,
            vec![
                Explanation::new(Text::new("符合", "may take part"), count(self.met)),
                Explanation::new(Text::new("不符合", "may not"), count(self.not_met)),
                Explanation::new(Text::new("待定", "open"), count(self.unknown)).of(How::List, asks.collect()),
            ],
        );
        if let Some(households) = &self.households {
            root = root
                .with(Text::new("户", "households"), count(households.households))
                .with(Text::new("无代表的户", "households without a representative"), count(households.without))
                .with(Text::new("代表多于一人的户", "households with several"), count(households.with_several));
        }
        root
    }
}
