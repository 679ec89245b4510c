//! Tables as comma-separated text, RFC 4180.

use super::{Column, Joined, Table, TextColumns, Texts};
use crate::kernel::{DocumentError, Error, Limits, Result};

impl Table {
    /// The table as comma-separated text with a head; a missing value is an empty cell.
    ///
    /// # Errors
    /// None in practice: its columns have one length.
    ///
    /// ```
    /// use shequ::wire::{Column, Table};
    /// let table = Table::new(vec![
    ///     ("unit".into(), Column::Text(vec![Some("a \"b\", c".into()), None])),
    ///     ("count".into(), Column::Int(vec![Some(7), None])),
    /// ])?;
    /// assert_eq!(table.to_csv()?, "unit,count\n\"a \"\"b\"\", c\",7\n,\n");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn to_csv(&self) -> Result<String> {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        writer.write_record(self.columns().iter().map(|(name, _)| name)).map_err(|e| written(&e.to_string()))?;
        for row in 0..self.rows() {
            let cells = self.columns().iter().map(|(_, column)| column.shown(row).unwrap_or_default());
            writer.write_record(cells).map_err(|e| written(&e.to_string()))?;
        }
        let bytes = writer.into_inner().map_err(|e| written(&e.to_string()))?;
        String::from_utf8(bytes).map_err(|e| written(&e.to_string()))
    }

    /// Reads comma-separated text with a head; every cell is a text, an empty one is missing.
    ///
    /// # Errors
    /// `document-too-large`; `malformed` where a row has more or fewer cells than the head; `duplicate-field`.
    ///
    /// ```
    /// use shequ::wire::Table;
    /// let table = Table::from_csv("unit,households\nc1,320\nc2,\n")?;
    /// assert_eq!((table.rows(), table.texts("unit")?), (2, vec!["c1".to_owned(), "c2".to_owned()]));
    /// assert_eq!(Table::from_csv("a,b\n1\n").unwrap_err().first().code(), "malformed");
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn from_csv(text: &str) -> Result<Self> {
        let TextTable(columns) = TextTable::from_csv(text)?;
        let cells = |joined: &Joined| (0..joined.len()).map(|row| joined.text(row).map(str::to_owned)).collect();
        Self::new(columns.into_iter().map(|(name, joined)| (name, Column::Text(cells(&joined)))).collect())
    }
}

/// A table of nothing but texts, held as they stood in comma-separated text: for tables of a million rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextTable(Vec<(String, Joined)>);

impl TextTable {
    /// Reads comma-separated text with a head; every cell is a text, an empty one is missing.
    ///
    /// # Errors
    /// As [`Table::from_csv`].
    pub fn from_csv(text: &str) -> Result<Self> {
        let limit = Limits::default().bytes;
        if text.len() > limit {
            return Err(DocumentError::TooLarge { size: text.len(), limit, what: "bytes".into() }.into());
        }
        let text = text.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().from_reader(text.as_bytes());
        let head: Vec<String> = reader.headers().map_err(|e| malformed(&e))?.iter().map(str::to_owned).collect();
        for (i, name) in head.iter().enumerate() {
            if head.iter().take(i).any(|other| other == name) {
                return Err(DocumentError::DuplicateField { field: name.clone() }.into());
            }
        }
        let mut columns: Vec<(Vec<u8>, Vec<u32>)> = vec![(Vec::new(), Vec::new()); head.len()];
        let mut record = csv::ByteRecord::new();
        while reader.read_byte_record(&mut record).map_err(|e| malformed(&e))? {
            for ((bytes, ends), cell) in columns.iter_mut().zip(&record) {
                bytes.extend_from_slice(cell);
                // The limit of bytes is below four billion.
                ends.push(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
            }
        }
        let joined = |(bytes, ends)| String::from_utf8(bytes).ok().and_then(|words| Joined::new(words, ends));
        let joined = columns.into_iter().map(|column| joined(column).ok_or_else(|| written("a cell that is no text")));
        Ok(Self(head.into_iter().zip(joined.collect::<Result<Vec<_>>>()?).collect()))
    }
}

impl TextColumns for TextTable {
    fn names(&self) -> Vec<&str> {
        self.0.iter().map(|(name, _)| name.as_str()).collect()
    }

    fn column(&self, name: &str) -> Result<Option<&dyn Texts>> {
        Ok(self.0.iter().find(|(own, _)| own == name).map(|(_, cells)| cells as &dyn Texts))
    }
}

impl Column {
    /// A cell as a person reads it; nothing where the value is missing.
    fn shown(&self, row: usize) -> Option<String> {
        match self {
            Self::Int(cells) => cells.get(row).copied().flatten().map(|n| n.to_string()),
            Self::Decimal { scale, .. } => self.decimal("", row, *scale).ok().flatten().map(|d| d.to_string()),
            Self::Float(cells) => cells.get(row).copied().flatten().map(|x| x.to_string()),
            Self::Text(cells) => cells.get(row).cloned().flatten(),
            Self::Keys(cells) => cells.text(row).map(str::to_owned),
            Self::Bool(cells) => cells.get(row).copied().flatten().map(|b| b.to_string()),
        }
    }
}

/// Writing into memory does not fail.
fn written(what: &str) -> Error {
    DocumentError::NotPlain { got: what.to_owned() }.into()
}

fn malformed(error: &csv::Error) -> Error {
    let line = error.position().map_or(1, csv::Position::line);
    let what = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("the row has {len} cells, the head has {expected_len}")
        }
        _ => error.to_string(),
    };
    let line = usize::try_from(line).unwrap_or(usize::MAX);
    DocumentError::Syntax { language: "CSV".into(), line, column: 1, what }.into()
}
