//! The published tables of the shared data.

use std::collections::BTreeMap;

use shequ::wire::{Column, Table};

/// A table of the folder `evaluation`; none, said loudly, where it is not there.
pub fn csv(name: &str) -> Option<Csv> {
    let path = format!("{}/../../shared/data/evaluation/{name}", env!("CARGO_MANIFEST_DIR"));
    let Ok(text) = std::fs::read_to_string(&path) else {
        eprintln!("SKIPPED: {path} is not there");
        return None;
    };
    let mut rows = text.lines().map(split);
    let head = rows.next().unwrap();
    let rows: Vec<Vec<String>> = rows.collect();
    assert!(rows.iter().all(|row| row.len() == head.len()), "{name}");
    Some(Csv { head, rows })
}

/// The cells of a line, some of them within quotes.
fn split(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// Cells as texts.
pub struct Csv {
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

impl Csv {
    pub fn column(&self, name: &str) -> Vec<&str> {
        let at = self.head.iter().position(|head| head == name).unwrap_or_else(|| panic!("no column {name}"));
        self.rows.iter().map(|row| row[at].as_str()).collect()
    }

    /// The column as floats; none where it is empty.
    pub fn floats(&self, name: &str) -> Vec<Option<f64>> {
        self.column(name)
            .into_iter()
            .map(|cell| if matches!(cell, "" | "NA") { None } else { Some(cell.parse().unwrap()) })
            .collect()
    }

    /// The cells of a column by those of another.
    pub fn by(&self, key: &str, name: &str) -> BTreeMap<&str, &str> {
        self.column(key).into_iter().zip(self.column(name)).collect()
    }

    /// Columns as a table of ours: texts and floats, under other names where they are given.
    pub fn table(&self, texts: &[(&str, &str)], floats: &[(&str, &str)]) -> Table {
        let text = |name: &str| Column::Text(self.column(name).into_iter().map(|t| Some(t.to_owned())).collect());
        let texts = texts.iter().map(|(name, ours)| ((*ours).to_owned(), text(name)));
        let floats = floats.iter().map(|(name, ours)| ((*ours).to_owned(), Column::Float(self.floats(name))));
        Table::new(texts.chain(floats).collect()).unwrap()
    }
}
