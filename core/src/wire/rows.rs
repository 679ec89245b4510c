//! Tables from rows: a list of objects becomes columns.

use super::{Column, Table};
use crate::kernel::{DocumentError, Error, Result, Value};

impl Table {
    /// A table of a list of objects, one a row; its columns are their fields in the order in which they come first.
    ///
    /// A field that is not there is a missing value. A column of whole numbers and texts holds texts, one of whole
    /// numbers and floats holds floats.
    ///
    /// # Errors
    /// `wrong-kind` for what is no list of objects, and for a cell that is a list or an object, with its row and column.
    ///
    /// ```
    /// use shequ::kernel::{Limits, Syntax};
    /// use shequ::wire::{Column, Table};
    /// let rows = Syntax::Json.parse(r#"[{"unit": "a", "count": 3}, {"unit": "b"}]"#, Limits::default())?;
    /// let table = Table::of_rows(&rows)?;
    /// assert_eq!(table.get("count"), Some(&Column::Int(vec![Some(3), None])));
    /// # Ok::<(), shequ::kernel::Error>(())
    /// ```
    pub fn of_rows(rows: &Value) -> Result<Self> {
        let wrong = |got: &Value, expected: &str| DocumentError::WrongKind {
            got: got.kind().into(),
            expected: expected.into(),
        };
        let Value::List(items) = rows else { return Err(wrong(rows, "a list of objects").into()) };
        let mut columns: Vec<(String, Vec<Option<&Value>>)> = Vec::new();
        for (row, item) in items.iter().enumerate() {
            let Value::Map(fields) = item else {
                return Err(Error::at(format!("[{row}]"), wrong(item, "an object")));
            };
            for (name, value) in fields {
                if matches!(value, Value::List(_) | Value::Map(_) | Value::Pruned) {
                    return Err(Error::at(format!("[{row}].{name}"), wrong(value, "a number or a text")));
                }
                let place = columns.iter().position(|(n, _)| n == name).unwrap_or_else(|| {
                    columns.push((name.clone(), Vec::new()));
                    columns.len() - 1
                });
                if let Some((_, cells)) = columns.get_mut(place) {
                    cells.resize(row, None);
                    cells.push(Some(value).filter(|value| **value != Value::Null));
                }
            }
        }
        let columns = columns.into_iter().map(|(name, mut cells)| {
            cells.resize(items.len(), None);
            (name, column(&cells))
        });
        Self::new(columns.collect())
    }
}

/// The narrowest column that holds all cells.
fn column(cells: &[Option<&Value>]) -> Column {
    let all = |fits: fn(&Value) -> bool| cells.iter().flatten().all(|value| fits(value));
    if all(|value| matches!(value, Value::Int(n) if i64::try_from(*n).is_ok())) && cells.iter().any(Option::is_some) {
        let whole = |value: &Value| match value {
            Value::Int(n) => i64::try_from(*n).ok(),
            _ => None,
        };
        return Column::Int(cells.iter().map(|cell| cell.and_then(whole)).collect());
    }
    if all(|value| matches!(value, Value::Bool(_))) && cells.iter().any(Option::is_some) {
        return Column::Bool(cells.iter().map(|cell| cell.map(|value| *value == Value::Bool(true))).collect());
    }
    if all(|value| matches!(value, Value::Int(_) | Value::Float(_))) && cells.iter().any(Option::is_some) {
        #[expect(clippy::cast_precision_loss, reason = "a column of floats is read by a declared scale or refused")]
        let float = |value: &Value| match value {
            Value::Int(n) => Some(*n as f64),
            Value::Float(x) => Some(*x),
            _ => None,
        };
        return Column::Float(cells.iter().map(|cell| cell.and_then(float)).collect());
    }
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        Value::Int(n) => n.to_string(),
        Value::Float(x) => x.to_string(),
        Value::Bool(b) => b.to_string(),
        _ => String::new(),
    };
    Column::Text(cells.iter().map(|cell| cell.map(text)).collect())
}
